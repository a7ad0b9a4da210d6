"""Seasons, weeks, quarters and halves, turns of the year, decades and years."""

from __future__ import annotations

import re
from datetime import timedelta

from pipeline.article import DatePrecision
from pipeline.stages.dates.calendar import MONTHS, week_of
from pipeline.stages.dates.patterns import DECADE_WORDS, LONG_MONTH, YEAR, YYYY
from pipeline.stages.dates.reading import Context, Reading
from pipeline.stages.dates.resolve import season_iso, season_near, tense_around
from pipeline.word_sets import one_of, word_set

_YEAR_SPAN = re.compile(
    rf"({YYYY})(?!\d)(?:(?: ?- ?|(?P<slash>/))(?P<last>(?:1[5-9]|20)\d\d)(?!\d)|([-/])(?P<short>\d\d)(?!\d|:\w))?(?![/:]\w)"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:år|åren|året|årtalet|i|under|sedan|sen|från|till|före|efter|innan|mellan|och|valet|fram till|anno|"
    r"hösten|våren|sommaren|"
    r"vintern|budget|budgeten|budgetåret|läsåret|säsongen|redan|senast|runt|kring|omkring|om|för|vm|em|os|är|född|"
    r"f\.|född|"
    r"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)|\(|,|-) ?\Z"
)
_COUNTED = re.compile(
    r"-tal|:\d| ?(?:%|kr\b|:-|procent|kronor|euro|dollar|meter|mil\b|km|kvadrat|hektar|ton\b|kilo|kg|liter|"
    r"personer|elever|besökare|anställda|"
    r"invånare|företag|hushåll|bostäder|lägenheter|medlemmar|kvinnor|män\b|barn\b|platser|jobb\b|deltagare|"
    r"människor|väljare|röster|"
    r"exemplar|poäng|timmar|dagar|minuter|patienter|djur|fåglar|fiskar|arter|hus\b|bilar|fordon|resor|studenter|"
    r"sidor|ord\b|bilder|"
    r"filmer|böcker|fall\b|ärenden|samtal|gäster|åskådare|löpare|ungdomar|arbetstillfällen|tjänster|enheter|"
    r"stycken|st\b|nya|olika|[a-zåäö]+orna?\b)"
)
_DECADE = re.compile(
    r"(?P<first>\d{2,4})-(?:, ?\d{2,4}-){0,3}(?:(?: ?(?:och|eller|,) ?)(?P<second>\d{2,4})-)?[ \u00a0]?tale[tn]s?\b"
)
_COUNT_BEFORE = re.compile(
    r"\b(?:sina|våra|mina|de|dess|deras|hans|hennes|ett|ca|cirka|drygt|dryga|knappa|närmare|uppemot) \Z"
)
_COUNTED_WHOLE = re.compile(rf" (?:{one_of('what comes whole')})(?!\w)")
_BEFORE_DECADE = re.compile(rf"\b(?:{one_of('words before decades')}) \Z")
_SEASON = re.compile(
    rf"(?P<season>vår|sommar|höst|vinter|vint)(?:en|n|erminen|terminen)? (?:år )?(?P<year>{YYYY}(?!\d))(?:[-/]"
    rf"(?P<to>\d\d(?:\d\d)?)(?!\d))?(?!:\d|-tal)"
)
_SEASON_REL = re.compile(r"i (?P<word>våras|somras|höstas|vintras|vår|somma?r|höst|vinter)(?!\w)")
_IS_OURS = re.compile(rf" (?!(?:{'|'.join(sorted(word_set('function words')))})(?!\w))[a-zåäö]")
_WEEK = re.compile(
    rf"(?:vecka|veckorna|v\.?) ?(?P<first>\d{{1,2}})(?!\d|[.:,]\d)(?:(?: ?(?:-|och|till|t o m) ?)(?:v\.? ?|vecka )?"
    rf"(?P<last>\d{{1,2}})(?!\d))?(?:,? (?:år )?(?P<year>{YEAR}))?"
)
_QUARTER = re.compile(
    rf"(?P<nth>första|andra|tredje|fjärde|sista|[12]:a|[34]:e) (?P<what>kvartalet|halvåret|kvartal|halvår)(?: (?:av |år )?"
    rf"(?P<year>{YEAR}))?"
)
_Q = re.compile(rf"(?:q(?P<q>[1-4])|(?:kvartal|kv) (?P<k>[1-4]))(?: |,|-)+(?P<year>{YEAR})")
_TURN = re.compile(
    rf"(?P<what>årsskiftet|halvårsskiftet|sekelskiftet|millennieskiftet)(?: (?P<year>{YYYY}(?!\d))?(?:[-/]"
    rf"(?P<to>\d\d(?:\d\d)?))?)?"
)
_MONTH_TURN = re.compile(rf"månadsskiftet (?P<month>{LONG_MONTH})[-/ ]+(?P<month2>{LONG_MONTH})(?: (?P<year>{YEAR}))?")


def season(context: Context, start: int) -> Reading | None:
    """'våren 2022', 'vintern 2022/23'."""
    match = _SEASON.match(context.low, start)
    if match is None:
        return None
    season = "vinter" if match["season"] == "vint" else match["season"]
    return Reading(match.end(), season_iso(season, int(match["year"])), "season")


#: A term in short: "ht 2010", "VT10".
_TERM = re.compile(rf"(?P<term>[hv])t[ -]?(?:(?P<year>{YYYY})|(?P<short>\d\d))(?![\w:/])")


def term(context: Context, start: int) -> Reading | None:
    """'ht 2010', 'VT10': the autumn's and the spring's term."""
    match = _TERM.match(context.low, start)
    if match is None:
        return None
    year = int(match["year"] or 2000 + int(match["short"]))
    return Reading(match.end(), season_iso("höst" if match["term"] == "h" else "vår", year), "season")


def season_relative(context: Context, start: int) -> Reading | None:
    """'i våras' looks back, 'i höst' ahead."""
    match = _SEASON_REL.match(context.low, start)
    if match is None:
        return None
    word = match["word"]
    if word == "vår" and _IS_OURS.match(context.low, match.end()):
        return None  # 'i vår kommun'
    past = word.endswith("as")
    season = {"våras": "vår", "somras": "sommar", "höstas": "höst", "vintras": "vinter"}.get(word, word)
    if season not in ("vår", "sommar", "höst", "vinter"):
        return None
    iso = season_near(season, context.base, "past" if past else "future") if context.base else None
    return Reading(match.end(), iso, "season")


def week(context: Context, start: int) -> Reading | None:
    """'vecka 34', 'v. 34–35', 'vecka 7 2024'; ISO weeks."""
    match = _WEEK.match(context.low, start)
    if match is None or not 1 <= int(match["first"]) <= 53:
        return None
    if (
        match.group()[0] == "v"
        and not match.group().startswith("veck")
        and context.low[match.start() - 2 : match.start()].strip(" (,") not in ("", ".")
    ):
        before = context.low[max(0, start - 3) : start]
        if before.strip() and not before.endswith((" ", "(", ",", "\n")):
            return None
    first, end = int(match["first"]), match.end()
    last = int(match["last"]) if match["last"] and int(match["last"]) <= 53 else None
    year = int(match["year"]) if match["year"] else None
    if year is None and context.base is not None:
        years = (context.base.year + n for n in (-1, 0, 1))
        mondays = [(monday, y) for y in years if (monday := week_of(y, first))]
        base = context.base
        tense = tense_around(context.low, start, end)
        fitting = [
            pair
            for pair in mondays
            if (
                pair[0] <= base
                if tense == "past"
                else pair[0] + timedelta(days=6) >= base
                if tense == "future"
                else True
            )
        ]
        year = min(fitting or mondays, key=lambda pair: abs((pair[0] - base).days), default=(base, base.year))[1]
    if year is None:
        return Reading(end, None, "week")
    iso = f"{year:04d}-W{first:02d}"
    return Reading(end, f"{iso}/{year + (last < first):04d}-W{last:02d}" if last else iso, "week")


def part_of_year(context: Context, start: int) -> Reading | None:
    """'första halvåret 2023', 'tredje kvartalet', '4:e kvartalet 1999', 'Q3 2024'."""
    match = _QUARTER.match(context.low, start)
    if match is not None:
        quarter = "kvartal" in match["what"]
        nth = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "sista": 4 if quarter else 2}.get(match["nth"])
        nth = int(match["nth"][0]) if nth is None else nth
        if not quarter and nth > 2:
            return None
        precision: DatePrecision = "quarter" if quarter else "half"
        year = int(match["year"]) if match["year"] else context.base.year if context.base else None
        return Reading(match.end(), _months_iso(year, nth, 3 if quarter else 6), precision)
    match = _Q.match(context.low, start)
    if match is not None:
        return Reading(match.end(), _months_iso(int(match["year"]), int(match["q"] or match["k"]), 3), "quarter")
    return None


def _months_iso(year: int | None, nth: int, length: int) -> str | None:
    return None if year is None else f"{year:04d}-{(nth - 1) * length + 1:02d}/{year:04d}-{nth * length:02d}"


def turn(context: Context, start: int) -> Reading | None:
    """'årsskiftet 2023/24', 'halvårsskiftet', 'månadsskiftet april–maj'."""
    match = _MONTH_TURN.match(context.low, start)
    if match is not None:
        year = (
            int(match["year"])
            if match["year"]
            else context.year_for(MONTHS[match["month"]], None, None, start, match.end())
        )
        if year is None:
            return Reading(match.end(), None, "relative")
        month, month2 = MONTHS[match["month"]], MONTHS[match["month2"]]
        return Reading(match.end(), f"{year:04d}-{month:02d}/{year + (month2 < month):04d}-{month2:02d}", "relative")
    match = _TURN.match(context.low, start)
    if match is None:
        return None
    end = match.end() if match["year"] else match.end("what")
    year = int(match["year"]) if match["year"] else None
    if match["what"] == "årsskiftet" and year and match["to"]:
        return Reading(end, f"{year:04d}-12-31/{year + 1:04d}-01-01", "relative")
    if match["what"] == "halvårsskiftet" and (year or context.base):
        year = year or (context.base.year if context.base else 0)
        return Reading(end, f"{year:04d}-06-30/{year:04d}-07-01", "relative")
    return Reading(end, None, "relative")


def decade(context: Context, start: int) -> Reading | None:
    """'1990-talet', '90-talet', '1800-talet', '60-, 70- och 80-talet'; '140-talet' is a count."""
    match = _DECADE.match(context.low, start)
    if match is None:
        return None
    if (
        _COUNT_BEFORE.search(context.low, max(0, start - 9), start)
        and context.low[match.end() : match.end() + 2].strip(" ").isalpha()
    ):
        return None  # 'sina 70-talet medarbetare' counts
    if _COUNTED_WHOLE.match(context.low, match.end()) and not _BEFORE_DECADE.search(
        context.low, max(0, start - 12), start
    ):
        return None  # 'hade 30-talet passagerare'
    spans = [_decade_years(match[name]) for name in ("first", "second") if match[name]]
    if not all(spans):
        return None
    years = [span for span in spans if span]
    return Reading(match.end(), f"{years[0][0]:04d}/{years[-1][1]:04d}", "decade")


def _decade_years(digits: str) -> tuple[int, int] | None:
    if len(digits) == 2 and digits[1] == "0":
        first = 1900 + int(digits)
        return (
            (first, first + 9)
            if first >= 1920
            else (2000 + int(digits), 2009 + int(digits))
            if digits == "10"
            else None
        )
    if len(digits) == 4 and digits[3] == "0" and digits[0] in "12":
        first = int(digits)
        return (first, first + 99) if digits.endswith("00") and digits != "2000" else (first, first + 9)
    return None


def decade_word(context: Context, start: int) -> Reading | None:
    """'på åttiotalet'."""
    word = next(iter(re.findall(r"\w+", context.low[start : start + 20])), "")
    if word not in DECADE_WORDS:
        return None
    return Reading(start + len(word), f"{DECADE_WORDS[word]}/{DECADE_WORDS[word] + 9}", "decade")


def year(context: Context, start: int) -> Reading | None:
    """'sedan 2017', '2014–2020', '2018/19'; a number that counts something is none ('i 2000 hushåll')."""
    match = _YEAR_SPAN.match(context.low, start)
    if match is None or _COUNTED.match(context.low, match.end()):
        return None
    first = int(match[1])
    if match["last"]:
        last = int(match["last"])
        fits = first + 1 == last if match["slash"] else first < last
        return Reading(match.end(), f"{first:04d}/{last:04d}", "year") if fits else None
    if match["short"]:
        last = first - first % 100 + int(match["short"])
        last += 100 if last < first else 0
        return Reading(match.end(), f"{first:04d}/{last:04d}", "year") if last - first < 60 else None
    if (
        context.low[match.end() : match.end() + 1] in ("-", "/", ":")
        and context.low[match.end() + 1 : match.end() + 2].isalnum()
    ):
        return None
    if not _YEAR_BEFORE.search(context.low, max(0, start - 14), start):
        return None
    return Reading(match.end(), match[1], "year")
