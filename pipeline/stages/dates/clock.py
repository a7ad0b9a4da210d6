"""Clock times: 14.30, kl 9–12, klockan halv tre."""

from __future__ import annotations

import re

from pipeline.article import DatePrecision
from pipeline.numerals import CARDINALS
from pipeline.stages.dates.reading import Context, Reading

_CLOCK = re.compile(
    r"(\d{1,2})[.:](\d\d)(?![\d])(?![.,:]\d)(?:(?P<sign> ?- ?| till | och )(?:kl(?:\.|ockan)? ?)?(?P<h2>\d{1,2})[.:](?P<m2>\d\d)"
    r"(?![\d])(?![.,:]\d))?"
)
_CLOCK_HOUR = re.compile(r"([01]?\d|2[0-4]) ?- ?([01]?\d|2[0-4])[.:]([0-5]\d)(?!\d)(?![.,:]\d)")
_NO_CLOCK_AFTER = re.compile(
    r" ?(?:%|procent|kr\b|kronor|sek\b|euro|:-|miljon|miljard|meter|km\b|mil\b|kg\b|ton\b|poäng|mål|m\b|sekund|"
    r"minut|grader)"
)
_CLOCK_BEFORE = re.compile(
    r"(?:kl|kl\.|klockan|vid|från|till|mellan|efter|före|omkring|strax|runt|cirka|ca|senast|och|natten|tid|tiden|"
    r"uppdaterad|publicerad|start|tisdag|[a-zö]{3,4}dag(?:en)?),? (?:kl\.? ?)?\Z"
)
_CLOCK_WORD = re.compile(
    r"(?:kl\.?|klockan) ?(?P<h1>\d{1,2})(?!\d)(?:[.:](?P<m1>\d\d)(?!\d))?(?:(?P<sign> ?- ?| till | och )(?:kl\.? ?|"
    r"klockan )?(?P<h2>\d{1,2})(?!\d)(?:[.:](?P<m2>\d\d)(?!\d))?)?"
)
_HOURS = "ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv"
_CLOCK_SPOKEN = re.compile(
    rf"(?:kl\.?|klockan|vid|strax (?:före|efter|innan)) (?:(?P<half>halv)|(?P<quarter>kvart|fem|tio|tjugo) "
    rf"(?P<side>över|i)|(?P<plain>)(?<=klockan )) ?(?P<hour>{_HOURS})(?!\w)"
)


def clock(context: Context, start: int) -> Reading | None:
    """'14.30', '08.00–16.30', '10–11.30'; not a price, a distance or a section number."""
    match = _CLOCK_HOUR.match(context.low, start)
    if match is not None and int(match[1]) < int(match[2]) <= 24 and int(match[3]) <= 59:
        return Reading(match.end(), f"T{int(match[1]):02d}/T{int(match[2]):02d}:{match[3]}", "minute")
    match = _CLOCK.match(context.low, start)
    if match is None or _NO_CLOCK_AFTER.match(context.low, match.end()):
        return None
    if int(match[1]) > 24 or int(match[2]) > 59:
        return None
    if match["h2"]:
        if int(match["h2"]) > 24 or int(match["m2"]) > 59:
            return None
        first, last = f"T{int(match[1]):02d}:{match[2]}", f"T{int(match['h2']):02d}:{match['m2']}"
        return Reading(match.end(), _two(context, start, match, first, last), "minute")
    named = _CLOCK_BEFORE.search(context.low, max(0, start - 24), start) is not None
    if not named and (len(match[1]) < 2 or int(match[1]) > 23):
        return None
    return Reading(match.end(), f"T{int(match[1]):02d}:{match[2]}", "minute")


_HOUR_WORDS = {
    word.removesuffix("t") + "tiden" if word == "ett" else word + "tiden": CARDINALS.get(word, 1)
    for word in _HOURS.split("|")
}
_AROUND = re.compile(rf"(?:(?P<hour>[01]?\d|2[0-4])-tiden|(?P<word>{'|'.join(_HOUR_WORDS)}))(?!\w)")


def around(context: Context, start: int) -> Reading | None:
    """'vid 21-tiden', 'vid niotiden': about the hour, which in words may be of the day or the night."""
    match = _AROUND.match(context.low, start)
    if match is None:
        return None
    if match["hour"]:
        return Reading(match.end(), f"T{int(match['hour']):02d}", "time")
    hour = _HOUR_WORDS[match["word"]] % 12
    return Reading(match.end(), f"[T{hour:02d},T{hour + 12:02d}]", "time")


def hour_words() -> str:
    """Return 'niotiden' and its like, with spaces between."""
    return " ".join(_HOUR_WORDS)


def _two(context: Context, start: int, match: re.Match[str], first: str, last: str) -> str:
    """'kl 9-11' and 'mellan kl 9 och 11' have two ends; 'kl 9 och 11' are two times."""
    two = match["sign"] == " och " and "mellan" not in context.low[max(0, start - 12) : start]
    return f"{{{first},{last}}}" if two else f"{first}/{last}"


def clock_word(context: Context, start: int) -> Reading | None:
    """'kl 14.30', 'kl. 9–12', 'klockan halv tre', 'klockan 11'."""
    match = _CLOCK_WORD.match(context.low, start)
    if match is not None and int(match["h1"]) <= 24 and int(match["m1"] or 0) <= 59:
        precision: DatePrecision = "minute" if match["m1"] or match["m2"] else "time"
        first = f"T{int(match['h1']):02d}" + (f":{match['m1']}" if match["m1"] else "")
        if match["h2"] and int(match["h2"]) <= 24 and int(match["m2"] or 0) <= 59:
            last = f"T{int(match['h2']):02d}" + (f":{match['m2']}" if match["m2"] else "")
            return Reading(match.end(), _two(context, start, match, first, last), precision)
        end = max(match.end("h1"), match.end("m1"))
        return Reading(end, first, precision)
    match = _CLOCK_SPOKEN.match(context.low, start)
    if match is None:
        return None
    hour = CARDINALS[match["hour"]]
    minutes = hour * 60
    if match["half"]:
        minutes -= 30
    elif match["quarter"]:
        step = {"kvart": 15, "fem": 5, "tio": 10, "tjugo": 20}[match["quarter"]]
        minutes += step if match["side"] == "över" else -step
    night = minutes % 720
    both = [f"T{at // 60:02d}:{at % 60:02d}" for at in (night, night + 720)]
    return Reading(match.end(), f"[{both[0]},{both[1]}]", "minute")
