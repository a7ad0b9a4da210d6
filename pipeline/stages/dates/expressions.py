"""Date and time expressions of Swedish press text, each found by its first word or digit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.article import DateExpression, DatePrecision
from pipeline.numerals import CARDINALS, ORDINALS
from pipeline.shadow import shadow
from pipeline.stages.dates.calendar import (
    HOLIDAYS,
    MONTHS,
    SHORT_MONTHS,
    WEEKDAYS,
    holiday,
    week_of,
)
from pipeline.stages.dates.resolve import (
    Tense,
    add_months,
    meant_year,
    safe_date,
    season_iso,
    season_near,
    tense_around,
    weekday_from,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression says: where it ends, its ISO form (null where the year is unknown) and its precision."""

    end: int
    iso: str | None
    precision: DatePrecision


@dataclass(frozen=True, slots=True)
class Context:
    """The text in reading form, in lower case, with the day from which relative words are counted."""

    low: str
    raw: str
    base: date | None

    def year_for(self, month: int, day: int | None, weekday: int | None, start: int, end: int) -> int | None:
        """Return the year of a date without one; null without a base."""
        if self.base is None:
            return None
        return meant_year(month, day, self.base, weekday, tense_around(self.low, start, end))


Rule = Callable[[Context, int], "Reading | None"]

_ORDINAL_DAYS = {word: day for word, day in ORDINALS.items() if day <= 31}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_LONG_MONTH = "|".join(sorted((m for m in MONTHS if m not in SHORT_MONTHS), key=len, reverse=True))
_DAY = r"(?:[0-2]?\d|3[01])(?!\d)(?::(?:e|a|de|te)\b)?"
_YYYY = r"(?:1[5-9]|20)\d\d"
_YEAR = _YYYY + r"(?![\d/:])"
_AFTER_MONTH = rf"(?:\.?,? (?:månad )?(?:år )?(?P<year>{_YEAR})(?!-tal| (?:kronor|personer|kr)\b)|-(?P<short>\d\d)\b)?"

_DAY_MONTH = re.compile(
    rf"(?P<days>{_DAY}(?:(?:, | och | samt | & | ?- ?| till | eller |/)(?:den )?{_DAY}){{0,7}}) ?(?P<month>{_MONTH})(?![\w])"
    rf"(?P<more> ?- ?(?:den )?(?P<day2>{_DAY}) (?P<month2>{_MONTH})(?!\w))?" + _AFTER_MONTH
)
_NEXT_YEAR = re.compile(rf" (?:och|till|t\.o\.m\.|tom|fram till) (?:den )?{_DAY} (?:{_MONTH})(?!\w) (?:år )?({_YEAR})")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])(?:(?: ?- ?|/)(\d{4})-(\d\d)-(\d\d)(?![\d-]))?")
_ISO_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?![\d-])")
_SLASH_RANGE = re.compile(r"(\d{1,2})/(\d{1,2}) ?(?:-|till) ?(\d{1,2})/(\d{1,2})(?:[ -](\d{4}))?(?![\d/])")
_SLASH = re.compile(r"(\d{1,2})/(\d{1,2})(?:(?:[ -/]|, )((?:19|20)\d\d|\d\d(?= kl| \d\d[.:])))?(?![\d/])")
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)(?!\d)")
_CLOCK = re.compile(
    r"(\d{1,2})[.:](\d\d)(?![\d])(?![.,:]\d)(?:(?: ?- ?| till | och )(?:kl(?:\.|ockan)? ?)?(\d{1,2})[.:](\d\d)(?![\d])(?![.,:]\d))?"
)
_CLOCK_HOUR = re.compile(r"([01]?\d|2[0-4]) ?- ?([01]?\d|2[0-4])[.:]([0-5]\d)(?!\d)(?![.,:]\d)")
_NO_CLOCK_AFTER = re.compile(
    r" ?(?:%|procent|kr\b|kronor|sek\b|euro|:-|miljon|miljard|meter|km\b|mil\b|kg\b|ton\b|poäng|mål|m\b|sekund|minut|grader)"
)
_CLOCK_BEFORE = re.compile(
    r"(?:kl|kl\.|klockan|vid|från|till|mellan|efter|före|omkring|strax|runt|cirka|ca|senast|och|natten|tid|tiden|uppdaterad|publicerad|start|tisdag|[a-zö]{3,4}dag(?:en)?),? (?:kl\.? ?)?\Z"
)
_YEAR_SPAN = re.compile(rf"({_YEAR})(?:(?: ?- ?)((?:1[5-9]|20)\d\d)(?!\d)|([-/])(\d\d)(?!\d))?")
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:år|åren|året|årtalet|i|under|sedan|sen|från|till|före|efter|innan|mellan|och|valet|fram till|anno|hösten|våren|sommaren|"
    r"vintern|budget|budgeten|budgetåret|läsåret|säsongen|redan|senast|runt|kring|omkring|om|för|vm|em|os|är|född|f\.|född|"
    r"januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)|\(|,|-) ?\Z"
)
_COUNTED = re.compile(
    r"-tal|:\d| ?(?:%|kr\b|:-|procent|kronor|euro|dollar|meter|mil\b|km|kvadrat|hektar|ton\b|kilo|kg|liter|personer|elever|besökare|anställda|"
    r"invånare|företag|hushåll|bostäder|lägenheter|medlemmar|kvinnor|män\b|barn\b|platser|jobb\b|deltagare|människor|väljare|röster|"
    r"exemplar|poäng|timmar|dagar|minuter|patienter|djur|fåglar|fiskar|arter|hus\b|bilar|fordon|resor|studenter|sidor|ord\b|bilder|"
    r"filmer|böcker|fall\b|ärenden|samtal|gäster|åskådare|löpare|ungdomar|arbetstillfällen|tjänster|enheter|stycken|st\b|nya|olika|[a-zåäö]+orna?\b)"
)
_DECADE = re.compile(r"(?P<first>\d{2,4})-(?:(?: ?(?:och|eller|,) ?)(?P<second>\d{2,4})-)?tale[tn]s?\b")
_COUNT_BEFORE = re.compile(r"\b(?:sina|våra|mina|de|dess|deras|hans|hennes|ett|ca|cirka|drygt) \Z")
_DAY_OF_MONTH = re.compile(r"den (\d{1,2})(?::e|:a)?(?= ?(?:[.,;!?)\n]|$|i månaden|denna månad|kl\b|klockan))")
_DEN_WORD = re.compile(
    rf"den ({'|'.join(sorted(_ORDINAL_DAYS, key=len, reverse=True))}) ({_LONG_MONTH})(?!\w)(?: (?:år )?({_YEAR}))?"
)
_MONTH_ALONE = re.compile(
    rf"(?P<month>{_MONTH})(?![\w-]*\w)(?:(?: ?- ?| och | till | eller |/)(?P<month2>{_LONG_MONTH})(?!\w))?"
    + _AFTER_MONTH
)
_MONTH_BEFORE = re.compile(
    r"\b(?:i|under|av|från|till|sedan|för|om|efter|före|innan|mitten|slutet|början|och|mellan|hela|förra|nästa|denna|senast|kring|runt|tidigt|"
    r"sent|per|fram till|t\.o\.m\.|tom|månadsskiftet|in i|redan)\s\Z|[-/(]\s?\Z"
)
_PART_OF_DAY = r"(?:s? ?(?:kväll|morgon|natt|förmiddag|eftermiddag|lunch)(?:en|s)?)?"
_WEEKDAY_DATE = re.compile(rf"(?P<day>mån|tis|ons|tors|fre|lör|sön)(?:dag)?(?:en|s)?{_PART_OF_DAY},? (?:den )?(?=\d)")
_WEEKDAY_WORD = r"(?P<day>måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)"
_WEEKDAY_PAST = re.compile(rf"i {_WEEKDAY_WORD}s(?!\w)(?: ?(?:kväll|morse|natt|eftermiddag|förmiddag|middag))?s?")
_WEEKDAY_ON = re.compile(
    rf"på {_WEEKDAY_WORD}(?P<definite>en)?(?!\w)(?: ?(?:kväll|morgon|natt|eftermiddag|förmiddag))?"
)
_WEEKDAY_NEXT = re.compile(rf"(?P<which>nästa|nästkommande|kommande|förra|denna|nu på) {_WEEKDAY_WORD}(?:en)?(?!\w)")
_WEEKDAY_NIGHT = re.compile(rf"natten (?:till|mot) (?P<iday>i )?{_WEEKDAY_WORD}(?:en|s)?(?!\w)")
_WEEKDAY_LOOSE = re.compile(rf"{_WEEKDAY_WORD}(?:en|s?(?:kväll|morgon|natt|eftermiddag|förmiddag)(?:en)?)?(?!\w)")
_SEASON = re.compile(
    rf"(?P<season>vår|sommar|höst|vinter|vint)(?:en|n|erminen|terminen)? (?:år )?(?P<year>{_YYYY}(?!\d))(?:[-/](?P<to>\d\d(?:\d\d)?)(?!\d))?(?!:\d|-tal)"
)
_SEASON_REL = re.compile(r"i (?P<word>våras|somras|höstas|vintras|vår|somma?r|höst|vinter)(?!\w)")
_WEEK = re.compile(
    rf"(?:vecka|veckorna|v\.?) ?(?P<first>\d{{1,2}})(?!\d|[.:,]\d)(?:(?: ?(?:-|och|till|t o m) ?)(?:v\.? ?|vecka )?(?P<last>\d{{1,2}})(?!\d))?(?:,? (?:år )?(?P<year>{_YEAR}))?"
)
_CLOCK_WORD = re.compile(
    r"(?:kl\.?|klockan) ?(?P<h1>\d{1,2})(?!\d)(?:[.:](?P<m1>\d\d)(?!\d))?(?:(?: ?- ?| till | och )(?:kl\.? ?|klockan )?(?P<h2>\d{1,2})(?!\d)(?:[.:](?P<m2>\d\d)(?!\d))?)?"
)
_HOURS = "ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv"
_CLOCK_SPOKEN = re.compile(
    rf"(?:kl\.?|klockan|vid|strax (?:före|efter|innan)) (?:(?P<half>halv)|(?P<quarter>kvart|fem|tio|tjugo) (?P<side>över|i)|(?P<plain>)(?<=klockan )) ?(?P<hour>{_HOURS})(?!\w)"
)
_QUARTER = re.compile(
    rf"(?P<nth>första|andra|tredje|fjärde|sista) (?P<what>kvartalet|halvåret|kvartal|halvår)(?: (?:av |år )?(?P<year>{_YEAR}))?"
)
_Q = re.compile(rf"(?:q(?P<q>[1-4])|(?:kvartal|kv) (?P<k>[1-4]))(?: |,|-)+(?P<year>{_YEAR})")
_TURN = re.compile(
    rf"(?P<what>årsskiftet|halvårsskiftet|sekelskiftet|millennieskiftet)(?: (?P<year>{_YYYY}(?!\d))?(?:[-/](?P<to>\d\d(?:\d\d)?))?)?"
)
_MONTH_TURN = re.compile(
    rf"månadsskiftet (?P<month>{_LONG_MONTH})[-/ ]+(?P<month2>{_LONG_MONTH})(?: (?P<year>{_YEAR}))?"
)
_AGO = re.compile(
    rf"för (?:(?:snart|drygt|knappt|cirka|ca|över|mer än|ungefär|omkring|nästan) )?(?P<n>\d{{1,3}}|{'|'.join(CARDINALS)}) (?P<unit>dag(?:ar)?|dygn|veck(?:a|or)|månad(?:er)?|år|timm(?:e|ar)|minut(?:er)?) sed?a?n(?!\w)"
)
_AHEAD = re.compile(
    rf"om (?:(?:drygt|knappt|cirka|ca|ungefär|omkring) )?(?P<n>\d{{1,3}}|{'|'.join(CARDINALS)}) (?P<unit>dag(?:ar)?|dygn|veck(?:a|or)|månad(?:er)?|år)(?!\w)"
)
_RELATIVE = re.compile(
    r"(?P<word>i dag|idag|i går|igår|i förrgår|i morgon|imorgon|i övermorgon|i morse|imorse|i natt|inatt|i kväll|ikväll|i eftermiddag|i förmiddag|i fjol|ifjol|i år|"
    r"i förfjol|(?P<which>förra|nästa|denna|föregående|kommande|innevarande) (?P<unit>veckan?|månaden?|året?|kvartalet|säsongen|sommar(?:en)?|vinter(?:n)?|höst(?:en)?|vår(?:en)?)|"
    r"(?:i |den här |den gångna )veckan|i veckan)(?!\w)"
)
_HOLIDAY = re.compile(
    rf"(?P<name>{'|'.join(sorted(HOLIDAYS, key=len, reverse=True))})s?(?!\w)(?: (?:år )?(?P<year>{_YEAR}))?"
)
_YEAR_WORD_AFTER = re.compile(
    r",? (?:(?P<this>i år)|(?P<last>förra året|i fjol|året före|föregående år)|(?P<next>nästa år))(?!\w)"
)


def find_dates(text: str, base: date | None = None) -> tuple[DateExpression, ...]:
    """Return the date and time expressions of a text in order, without overlaps.

    ``base`` is the day the text was published: with it 'i tisdags', '3 maj' and 'i höst' get an ISO date, without it
    they have none. What the text leaves open stays open: 'i mars 2024' is the month 2024-03, never a day. Intervals
    have two ends ('23–24 februari 2012' is 2012-02-23/2012-02-24); several days are a set, and a clock time that may be
    day or night is one of a set, as in ISO 8601-2: 'klockan halv tre' is [T02:30,T14:30].
    """
    seen = shadow(text)
    low = seen.lower()
    if len(low) != len(seen):  # a letter such as 'İ' grows in lower case; offsets count more than its case
        low = "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in seen)
    return tuple(
        DateExpression(start, one.end, text[start : one.end], one.iso, one.precision)
        for start, one in _scan(Context(low, seen, base))
    )


_TOKEN = re.compile(r"\d+|[^\W\d_]+")


def _scan(context: Context) -> Iterator[tuple[int, Reading]]:
    end = 0
    for match in _TOKEN.finditer(context.low):
        word, start = match.group(), match.start()
        if start < end:
            continue
        rules = _DIGIT_RULES if word[0].isdigit() else _WORD_RULES.get(word)
        if rules is None:
            continue
        before = context.low[start - 1] if start else " "
        if (
            before.isalnum()
            or before in "_@"
            or (
                word[0].isdigit()
                and (before in "/:" or (before in ".,-" and context.low[start - 2 : start - 1].isdigit()))
            )
        ):
            continue
        for rule in rules:
            found = rule(context, start)
            if found is not None:
                yield start, found
                end = found.end
                break


# ---------------------------------------------------------------- days and months


def _year_of(match: re.Match[str]) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["short"]:
        short = int(match["short"])
        return 2000 + short if short < 60 else 1900 + short
    return None


def _day_month(context: Context, start: int, weekday: int | None = None) -> Reading | None:
    """'3 maj', '23–24 februari 2012', '26 och 28:e maj', '30 april–2 maj'."""
    match = _DAY_MONTH.match(context.low, start)
    if match is None or (
        match["month"] in SHORT_MONTHS and match["month"] == "jul" and not match["year"] and "/" not in match["days"]
    ):
        return None
    days = [int(day) for day in re.findall(r"\d+", match["days"])]
    if not all(1 <= day <= 31 for day in days):
        return None
    month, end = MONTHS[match["month"]], match.end()
    if (
        match["more"] is None
        and context.raw[match.start("month")].isupper()
        and match["month"] == "maj"
        and not match["year"]
        and context.raw[end : end + 2].strip().istitle()
    ):
        return None  # '5 Maj Andersson'
    year = _year_of(match) or _year_from_after(context, end)
    if year is None and (later := _NEXT_YEAR.match(context.low, end)) is not None:
        year = int(later[1])
    if year is None:
        year = context.year_for(month, days[0], weekday, start, end)
    if year is None or safe_date(year, month, days[-1]) is None or safe_date(year, month, days[0]) is None:
        return Reading(end, None, "day")
    first = f"{year:04d}-{month:02d}-{days[0]:02d}"
    if match["more"]:
        month2, day2 = MONTHS[match["month2"]], int(re.sub(r"\D.*", "", match["day2"]))
        if month2 < month and match["year"]:
            first = f"{year - 1:04d}" + first[4:]
        elif month2 < month:
            year += 1
        return Reading(end, f"{first}/{year:04d}-{month2:02d}-{day2:02d}", "day")
    if len(days) == 1:
        return Reading(end, first, "day")
    if len(days) == 2 and re.search(r"-|till", match["days"]):
        return Reading(end, f"{first}/{year:04d}-{month:02d}-{days[1]:02d}", "day")
    return Reading(end, "{" + ",".join(f"{year:04d}-{month:02d}-{day:02d}" for day in days) + "}", "day")


def _year_from_after(context: Context, end: int) -> int | None:
    """'15 september i år', 'oktober förra året'."""
    if context.base is None:
        return None
    match = _YEAR_WORD_AFTER.match(context.low, end)
    if match is None:
        return None
    return context.base.year + (-1 if match["last"] else 1 if match["next"] else 0)


def _den_word(context: Context, start: int) -> Reading | None:
    """'den tredje maj', 'den tjugofjärde december 2019'."""
    match = _DEN_WORD.match(context.low, start)
    if match is None:
        return None
    month, day = MONTHS[match[2]], _ORDINAL_DAYS[match[1]]
    year = int(match[3]) if match[3] else context.year_for(month, day, None, start, match.end())
    found = safe_date(year, month, day) if year else None
    return Reading(match.end(), found.isoformat() if found else None, "day")


def _month_alone(context: Context, start: int) -> Reading | None:
    """'i mars', 'oktober 2008', 'mars–april', 'november 2022'; not the planet Mars, nor Maj Andersson."""
    match = _MONTH_ALONE.match(context.low, start)
    if match is None or (match["month"] in SHORT_MONTHS and not match["year"]):
        return None
    before = context.low[max(0, start - 16) : start]
    capital = context.raw[start].isupper() and not context.raw[start : match.end("month")].isupper()
    if not match["year"] and not match["short"]:
        if capital and (
            match["month"] in ("mars", "maj", "april", "augusti", "juni", "juli")
            or not _line_begins(context.low, start)
        ):
            return None
        if (
            match["month"] in ("mars", "maj")
            and not _MONTH_BEFORE.search(before)
            and not context.low.startswith(" månad", match.end())
        ):
            return None
        if match["month"] == "april" and context.low.startswith(", april", match.end()):
            return None
    month, end = MONTHS[match["month"]], match.end()
    if context.low.startswith(" månad", end) and not context.low[end + 6 : end + 7].isalpha():
        end += 6
    year = _year_of(match) or _year_from_after(context, end) or context.year_for(month, None, None, start, end)
    if year is None:
        return Reading(end, None, "month")
    iso = f"{year:04d}-{month:02d}"
    if match["month2"]:
        month2 = MONTHS[match["month2"]]
        iso = f"{year - (month2 < month and bool(match['year'])):04d}-{month:02d}/{year + (month2 < month and not match['year']):04d}-{month2:02d}"
    return Reading(end, iso, "month")


def _line_begins(low: str, start: int) -> bool:
    return not low[low.rfind("\n", 0, start) + 1 : start].strip(" •*·-") or low[max(0, start - 2) : start] in (
        ". ",
        "! ",
        "? ",
        ": ",
        "- ",
    )


def _iso_date(context: Context, start: int) -> Reading | None:
    """'2025-02-15', '2024-03-01–2024-03-05', '2024-03'."""
    match = _ISO.match(context.low, start)
    if match is not None:
        first = safe_date(int(match[1]), int(match[2]), int(match[3])) if 1000 <= int(match[1]) <= 2199 else None
        if first is None:
            return None
        last = safe_date(int(match[4]), int(match[5]), int(match[6])) if match[4] else None
        return Reading(match.end(), f"{first}/{last}" if last else first.isoformat(), "day")
    match = _ISO_MONTH.match(context.low, start)
    if match is not None and 1900 <= int(match[1]) <= 2099 and int(match[2]) != (int(match[1]) + 1) % 100:
        return Reading(match.end(), match.group(), "month")
    return None


def _numeric(context: Context, start: int) -> Reading | None:
    """'19/8-2025', '2/3–5/4', 'den 3/5', '7.6.2026'; a bare '3/5' is a fraction."""
    match = _DOTTED.match(context.low, start)
    if match is not None:
        found = safe_date(int(match[3]), int(match[2]), int(match[1]))
        return Reading(match.end(), found.isoformat(), "day") if found else None
    before = context.low[max(0, start - 14) : start]
    named = (
        re.search(
            r"(?:\bden|\bd\.?|dag|\bsenast|\bfrån|\btill|\bmellan|\bsedan|\bfr\.o\.m\.|\bt\.o\.m\.|[(:])(?:en)?,? ?\Z",
            before,
        )
        is not None
    )
    match = _SLASH_RANGE.match(context.low, start)
    if match is not None and _day_and_month(match[1], match[2]) and _day_and_month(match[3], match[4]):
        return _slash_range(context, start, match)
    match = _SLASH.match(context.low, start)
    if (
        match is None
        or not _day_and_month(match[1], match[2])
        or not (named or match[3])
        or re.match(r" av\b", context.low[match.end() : match.end() + 4])
    ):
        return None
    day, month = int(match[1]), int(match[2])
    year = int(match[3]) if match[3] and len(match[3]) == 4 else 2000 + int(match[3]) if match[3] else None
    year = year or context.year_for(month, day, None, start, match.end())
    found = safe_date(year, month, day) if year else None
    return Reading(match.end(), found.isoformat() if found else None, "day")


def _day_and_month(day: str, month: str) -> bool:
    return (1 <= int(day) <= 31 and 1 <= int(month) <= 12 and day != "24") or (
        day == "24" and month not in ("7",) and 1 <= int(month) <= 12
    )


def _slash_range(context: Context, start: int, match: re.Match[str]) -> Reading:
    day, month, day2, month2 = (int(match[i]) for i in range(1, 5))
    year = int(match[5]) if match[5] else context.year_for(month, day, None, start, match.end())
    first = safe_date(year, month, day) if year else None
    last = safe_date(year + (month2 < month), month2, day2) if year else None
    return Reading(match.end(), f"{first}/{last}" if first and last else None, "day")


def _day_of_month(context: Context, start: int) -> Reading | None:
    """'den 24:e': a day of the month at hand, or of the month nearest the base."""
    match = _DAY_OF_MONTH.match(context.low, start)
    if match is None or not 1 <= int(match[1]) <= 31:
        return None
    if context.base is None:
        return Reading(match.end(), None, "day")
    months = (add_months(context.base, n) for n in (-1, 0, 1))
    days = [found for year, month in months if (found := safe_date(year, month, int(match[1])))]
    base, tense = context.base, tense_around(context.low, start, match.end())
    if tense == "past":
        days = [found for found in days if found <= base] or days
    elif tense == "future":
        days = [found for found in days if found >= base] or days
    return Reading(match.end(), min(days, key=lambda found: abs((found - base).days)).isoformat(), "day")


# ---------------------------------------------------------------- weekdays


def _weekday_date(context: Context, start: int) -> Reading | None:
    """'tisdagen den 19 maj 2015', 'lördag 3/5': the weekday helps to find the year."""
    match = _WEEKDAY_DATE.match(context.low, start)
    if match is None:
        return None
    weekday = WEEKDAYS[match["day"]]
    return _day_month(context, match.end(), weekday) or _numeric_after_weekday(context, match.end(), weekday)


def _numeric_after_weekday(context: Context, start: int, weekday: int) -> Reading | None:
    match = _SLASH.match(context.low, start)
    if match is None or not _day_and_month(match[1], match[2]):
        return None
    day, month = int(match[1]), int(match[2])
    year = (
        int(match[3]) if match[3] and len(match[3]) == 4 else context.year_for(month, day, weekday, start, match.end())
    )
    found = safe_date(year, month, day) if year else None
    return Reading(match.end(), found.isoformat() if found else None, "day")


def _weekday(pattern: re.Pattern[str], direction: Callable[[re.Match[str], Context], Tense | None]) -> Rule:
    def read(context: Context, start: int) -> Reading | None:
        match = pattern.match(context.low, start)
        if match is None:
            return None
        side = direction(match, context)
        if context.base is None or side is None:
            return Reading(match.end(), None, "weekday")
        day = weekday_from(context.base, WEEKDAYS[match["day"]], side)
        if match.groupdict().get("which") == "nästa" and (day - context.base).days < 7 - context.base.weekday():
            day += timedelta(days=7)  # 'nästa torsdag' is in the week to come
        return Reading(match.end(), day.isoformat(), "weekday")

    return read


def _of_tense(match: re.Match[str], context: Context) -> Tense | None:
    return tense_around(context.low, match.start(), match.end())


def _on_weekday(match: re.Match[str], context: Context) -> Tense | None:
    """'på tisdag' looks ahead; 'på tisdagen' is told by the tense."""
    return _of_tense(match, context) if match["definite"] else "future"


def _night(context: Context, start: int) -> Reading | None:
    """'natten till lördagen': from Friday to Saturday."""
    match = _WEEKDAY_NIGHT.match(context.low, start)
    if match is None:
        return None
    if context.base is None:
        return Reading(match.end(), None, "weekday")
    weekday = WEEKDAYS[match["day"]]
    side = tense_around(context.low, start, match.end()) or "past"
    morning = context.base if context.base.weekday() == weekday else weekday_from(context.base, weekday, side)
    return Reading(match.end(), f"{morning - timedelta(days=1)}/{morning}", "weekday")


# ---------------------------------------------------------------- seasons, weeks, parts of the year, years


def _season(context: Context, start: int) -> Reading | None:
    """'våren 2022', 'vintern 2022/23'."""
    match = _SEASON.match(context.low, start)
    if match is None:
        return None
    season = "vinter" if match["season"] == "vint" else match["season"]
    return Reading(match.end(), season_iso(season, int(match["year"])), "season")


def _season_relative(context: Context, start: int) -> Reading | None:
    """'i våras' looks back, 'i höst' ahead."""
    match = _SEASON_REL.match(context.low, start)
    if match is None:
        return None
    word = match["word"]
    past = word.endswith("as")
    season = {"våras": "vår", "somras": "sommar", "höstas": "höst", "vintras": "vinter"}.get(word, word)
    if season not in ("vår", "sommar", "höst", "vinter"):
        return None
    iso = season_near(season, context.base, "past" if past else "future") if context.base else None
    return Reading(match.end(), iso, "season")


def _week(context: Context, start: int) -> Reading | None:
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


def _part_of_year(context: Context, start: int) -> Reading | None:
    """'första halvåret 2023', 'tredje kvartalet', 'Q3 2024'."""
    match = _QUARTER.match(context.low, start)
    if match is not None:
        nth = {"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "sista": 4 if "kvartal" in match["what"] else 2}[
            match["nth"]
        ]
        quarter = "kvartal" in match["what"]
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


def _turn(context: Context, start: int) -> Reading | None:
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


def _decade(context: Context, start: int) -> Reading | None:
    """'1990-talet', '90-talet', '1800-talet', '60- och 70-talet'; '140-talet' is a count."""
    match = _DECADE.match(context.low, start)
    if match is None:
        return None
    if (
        _COUNT_BEFORE.search(context.low, max(0, start - 8), start)
        and context.low[match.end() : match.end() + 2].strip(" ").isalpha()
    ):
        return None  # 'sina 70-talet medarbetare' counts
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


_DECADE_WORDS = {f"{word}talet": 1900 + n for word, n in
                 {"tjugo": 20, "trettio": 30, "fyrtio": 40, "femtio": 50, "sextio": 60, "sjuttio": 70, "åttio": 80, "nittio": 90}.items()}  # fmt: skip


def _decade_word(context: Context, start: int) -> Reading | None:
    """'på åttiotalet'."""
    word = next(iter(re.findall(r"\w+", context.low[start : start + 20])), "")
    if word not in _DECADE_WORDS:
        return None
    return Reading(start + len(word), f"{_DECADE_WORDS[word]}/{_DECADE_WORDS[word] + 9}", "decade")


def _year(context: Context, start: int) -> Reading | None:
    """'sedan 2017', '2014–2020', '2018/19'; a number that counts something is none ('i 2000 hushåll')."""
    match = _YEAR_SPAN.match(context.low, start)
    if match is None or _COUNTED.match(context.low, match.end()):
        return None
    first = int(match[1])
    if match[2]:
        last = int(match[2])
        return Reading(match.end(), f"{first:04d}/{last:04d}", "year") if first < last else None
    if match[4]:
        last = first - first % 100 + int(match[4])
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


# ---------------------------------------------------------------- clock times


def _clock(context: Context, start: int) -> Reading | None:
    """'14.30', '08.00–16.30', '10–11.30'; not a price, a distance or a section number."""
    match = _CLOCK_HOUR.match(context.low, start)
    if match is not None and int(match[1]) < int(match[2]) <= 24 and int(match[3]) <= 59:
        return Reading(match.end(), f"T{int(match[1]):02d}/T{int(match[2]):02d}:{match[3]}", "minute")
    match = _CLOCK.match(context.low, start)
    if match is None or _NO_CLOCK_AFTER.match(context.low, match.end()):
        return None
    if int(match[1]) > 24 or int(match[2]) > 59:
        return None
    if match[3]:
        if int(match[3]) > 24 or int(match[4]) > 59:
            return None
        return Reading(match.end(), f"T{int(match[1]):02d}:{match[2]}/T{int(match[3]):02d}:{match[4]}", "minute")
    named = _CLOCK_BEFORE.search(context.low, max(0, start - 24), start) is not None
    if not named and (len(match[1]) < 2 or int(match[1]) > 23):
        return None
    return Reading(match.end(), f"T{int(match[1]):02d}:{match[2]}", "minute")


def _clock_word(context: Context, start: int) -> Reading | None:
    """'kl 14.30', 'kl. 9–12', 'klockan halv tre', 'klockan 11'."""
    match = _CLOCK_WORD.match(context.low, start)
    if match is not None and int(match["h1"]) <= 24 and int(match["m1"] or 0) <= 59:
        precision: DatePrecision = "minute" if match["m1"] or match["m2"] else "time"
        first = f"T{int(match['h1']):02d}" + (f":{match['m1']}" if match["m1"] else "")
        if match["h2"] and int(match["h2"]) <= 24 and int(match["m2"] or 0) <= 59:
            return Reading(
                match.end(), f"{first}/T{int(match['h2']):02d}" + (f":{match['m2']}" if match["m2"] else ""), precision
            )
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


# ---------------------------------------------------------------- words that count from the base


def _relative(context: Context, start: int) -> Reading | None:
    """'i går', 'förra veckan', 'nästa år', 'i fjol'."""
    match = _RELATIVE.match(context.low, start)
    if match is None:
        return None
    if context.base is None:
        return Reading(match.end(), None, "relative")
    iso = (
        _relative_unit(match["which"], match["unit"], context.base)
        if match["which"]
        else _relative_word(match["word"], context.base)
    )
    return Reading(match.end(), iso, "relative")


def _relative_word(word: str, base: date) -> str | None:
    days = {"i dag": 0, "idag": 0, "i går": -1, "igår": -1, "i förrgår": -2, "i morgon": 1, "imorgon": 1, "i övermorgon": 2, "i morse": 0,
            "imorse": 0, "i kväll": 0, "ikväll": 0, "i eftermiddag": 0, "i förmiddag": 0}  # fmt: skip
    if word in days:
        return (base + timedelta(days=days[word])).isoformat()
    years = {"i år": 0, "i fjol": -1, "ifjol": -1, "i förfjol": -2}
    if word in years:
        return f"{base.year + years[word]:04d}"
    if "veckan" in word:
        return _week_iso(base)
    return None


def _week_iso(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _relative_unit(which: str, unit: str, base: date) -> str | None:
    step = {"förra": -1, "föregående": -1, "nästa": 1, "kommande": 1, "denna": 0, "innevarande": 0}[which]
    if unit.startswith("veck"):
        return _week_iso(base + timedelta(days=7 * step))
    if unit.startswith("månad"):
        year, month = add_months(base, step)
        return f"{year:04d}-{month:02d}"
    if unit.startswith("år"):
        return f"{base.year + step:04d}"
    for season in ("vår", "sommar", "höst", "vinter"):
        if unit.startswith(season):
            return season_near(season, base, "past") if step < 0 else season_near(season, base, "future")
    return None


def _distance(pattern: re.Pattern[str], sign: int) -> Rule:
    def read(context: Context, start: int) -> Reading | None:
        match = pattern.match(context.low, start)
        if match is None:
            return None
        iso = None
        if context.base is not None:
            many = sign * (int(match["n"]) if match["n"].isdigit() else CARDINALS[match["n"]])
            iso = _away(context.base, many, match["unit"])
        return Reading(match.end(), iso, "relative")

    return read


def _away(base: date, many: int, unit: str) -> str | None:
    """So many units from the base, no more exact than the unit: years give a year, weeks a week."""
    if unit.startswith("år"):
        return f"{base.year + many:04d}" if 0 < base.year + many <= 9999 else None
    if unit.startswith("mån"):
        year, month = add_months(base, many)
        return f"{year:04d}-{month:02d}" if 0 < year <= 9999 else None
    try:
        if unit.startswith("veck"):
            return _week_iso(base + timedelta(days=7 * many))
        if unit.startswith(("dag", "dygn")):
            return (base + timedelta(days=many)).isoformat()
    except OverflowError:
        return None
    return None


def _holiday(context: Context, start: int) -> Reading | None:
    """'midsommarafton 2019' is a day; without a year the one nearest the base."""
    match = _HOLIDAY.match(context.low, start)
    if match is None:
        return None
    if match["year"]:
        found = holiday(match["name"], int(match["year"]))
        return Reading(match.end(), found.isoformat() if found else None, "day")
    if context.base is None:
        return Reading(match.end(), None, "relative")
    base, tense = context.base, tense_around(context.low, start, match.end())
    days = [found for n in (-1, 0, 1) if 1 < base.year + n < 9999 and (found := holiday(match["name"], base.year + n))]
    if tense is not None:
        days = [found for found in days if (found <= base if tense == "past" else found >= base)] or days
    return Reading(
        match.end(), min(days, key=lambda found: abs((found - base).days)).isoformat() if days else None, "relative"
    )


def _rules() -> dict[str, tuple[Rule, ...]]:
    """Return the rules by the first word of what they read, in the order in which they are tried."""
    table: dict[str, list[Rule]] = {}

    def add(words: str, *rules: Rule) -> None:
        for word in words.split():
            table.setdefault(word, []).extend(rules)

    add(" ".join(MONTHS), _month_alone)
    days = "måndag tisdag onsdag torsdag fredag lördag söndag"
    add(days + " " + " ".join(day + "en" for day in days.split()) + " mån tis ons tors fre lör sön", _weekday_date)
    for day in days.split():
        parts = [
            day,
            day + "en",
            *(
                day + "s" + part + ending
                for part in ("kväll", "morgon", "natt", "eftermiddag", "förmiddag")
                for ending in ("", "en")
            ),
        ]
        add(" ".join(part for part in parts if part not in table), _weekday_date)
        add(" ".join(parts), _weekday(_WEEKDAY_LOOSE, _of_tense))
    add("i", _weekday(_WEEKDAY_PAST, lambda match, context: "past"), _season_relative, _relative)
    add("på", _weekday(_WEEKDAY_ON, _on_weekday))
    add("nästa nästkommande kommande nu", _weekday(_WEEKDAY_NEXT, lambda match, context: "future"))
    add("förra", _weekday(_WEEKDAY_NEXT, lambda match, context: "past"))
    add("nästa kommande förra denna föregående innevarande idag igår imorgon imorse inatt ikväll ifjol den", _relative)
    add("natten", _night)
    add("våren sommaren hösten vintern vårterminen höstterminen vår sommar höst vinter", _season)
    add("vecka veckorna v", _week)
    add("kl klockan vid strax", _clock_word)
    add("första andra tredje fjärde sista q1 q2 q3 q4 q kvartal kv", _part_of_year)
    add("årsskiftet halvårsskiftet månadsskiftet sekelskiftet millennieskiftet", _turn)
    add(" ".join(_DECADE_WORDS), _decade_word)
    add("för", _distance(_AGO, -1))
    add("om", _distance(_AHEAD, 1))
    add("den", _den_word, _day_of_month)
    for name in HOLIDAYS:
        first = name.split()[0]
        if _holiday not in table.get(first, []):
            table.setdefault(first, []).insert(0, _holiday)
        if _holiday not in table.get(first + "s", []) and " " not in name:
            table.setdefault(first + "s", []).append(_holiday)
    return {word: tuple(rules) for word, rules in table.items()}


_WORD_RULES = _rules()
_DIGIT_RULES: tuple[Rule, ...] = (_iso_date, _day_month, _numeric, _clock, _decade, _year)
