"""Days and months: 3 maj, 19/8-2025, tisdagen den 4 juni, i mars, midsommarafton."""

from __future__ import annotations

import re

from pipeline.numerals import ORDINALS
from pipeline.stages.dates.calendar import HOLIDAYS, MONTHS, SHORT_MONTHS, WEEKDAYS, holiday
from pipeline.stages.dates.patterns import LONG_MONTH, YEAR
from pipeline.stages.dates.reading import Context, Reading
from pipeline.stages.dates.resolve import add_months, safe_date, tense_around
from pipeline.stages.names.lists import places

_ORDINAL_DAYS = {word: day for word, day in ORDINALS.items() if day <= 31}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_DAY = r"(?:[0-2]?\d|3[01])(?!\d)(?::(?:e|a|de|te)\b)?"
_AFTER_MONTH = rf"(?:\.?,? (?:månad )?(?:år )?(?P<year>{YEAR})(?!-tal| (?:kronor|personer|kr)\b)|-(?P<short>\d\d)\b| -(?P<apart>\d\d)(?![\w:]|\.\d))?"
_DAY_MONTH = re.compile(
    rf"(?P<days>{_DAY}(?:(?:, | och | samt | & | ?- ?| till | eller |/)(?:den )?{_DAY}){{0,7}}) ?"
    rf"(?P<month>{_MONTH})(?![\w])"
    rf"(?P<more> ?- ?(?:den )?(?P<day2>{_DAY}) (?P<month2>{_MONTH})(?!\w))?" + _AFTER_MONTH
)
_NEXT_YEAR = re.compile(
    rf" (?:och|till och med|till|t\.o\.m\.|tom|fram till) (?:den )?{_DAY} (?:{_MONTH})(?!\w) (?:år )?({YEAR})"
)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:(?: ?- ?|/)(\d{4})-(\d\d)-(\d\d))?(?!\d|-\d)")
_ISO_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?![\d-])")
_SLASH_RANGE = re.compile(r"(\d{1,2})/(\d{1,2}) ?(?:-|till) ?(\d{1,2})/(\d{1,2})(?:[ -](\d{4}))?(?![\d/])")
_SLASH = re.compile(r"(\d{1,2})/(\d{1,2})(?:(?:[ -/]|, )((?:19|20)\d\d|\d\d(?= kl| \d\d[.:])))?(?![\d/])")
_SLASH_DAYS = re.compile(r"(\d{1,2}) ?- ?(\d{1,2})/(\d{1,2})(?:[ -](\d{4}))?(?![\d/-])")
_DOTTED = re.compile(r"(\d{1,2})[./](\d{1,2})[./]((?:19|20)\d\d)(?!\d)")
_DAY_OF_MONTH = re.compile(r"den (\d{1,2})(?::e|:a)?(?= ?(?:[.,](?!\d)|[;!?)\n]|$|i månaden|denna månad|kl\b|klockan))")
_DEN_WORD = re.compile(
    rf"den ({'|'.join(sorted(_ORDINAL_DAYS, key=len, reverse=True))}) ({LONG_MONTH})(?!\w)(?: (?:år )?({YEAR}))?"
)
_MONTH_ALONE = re.compile(
    rf"(?P<month>{_MONTH})(?!\w|-(?!(?:{LONG_MONTH})(?!\w)|\d\d\b)\w)"
    rf"(?:(?: ?- ?| till )(?P<month2>{LONG_MONTH})(?!\w))?" + _AFTER_MONTH
)
_NEXT_MONTHS_YEAR = re.compile(rf" (?:och|eller) (?P<month>{LONG_MONTH}) (?P<year>{YEAR})")
_MONTH_BEFORE = re.compile(
    r"\b(?:i|under|av|från|till|sedan|för|om|efter|före|innan|mitten|slutet|början|och|mellan|hela|förra|nästa|"
    r"denna|senast|kring|runt|tidigt|"
    r"sent|per|fram till|t\.o\.m\.|tom|månadsskiftet|in i|redan)\s\Z|[-/(]\s?\Z"
)
_PART_OF_DAY = r"(?:s? ?(?:kväll|morgon|natt|förmiddag|eftermiddag|lunch)(?:en|s)?)?"
_WEEKDAY_DATE = re.compile(rf"(?P<day>mån|tis|ons|tors|fre|lör|sön)(?:dag)?(?:en|s)?{_PART_OF_DAY},? (?:den )?(?=\d)")
_HOLIDAY = re.compile(
    rf"(?P<name>{'|'.join(sorted(HOLIDAYS, key=len, reverse=True))})s?(?!\w)(?: (?:år )?(?P<year>{YEAR}))?"
)
_YEAR_WORD_AFTER = re.compile(
    r",? (?:(?P<this>i år)|(?P<last>förra året|i fjol|året före|föregående år)|(?P<next>nästa år))(?!\w)"
)


def _year_of(match: re.Match[str]) -> int | None:
    if match["year"]:
        return int(match["year"])
    if match["short"] or match["apart"]:
        short = int(match["short"] or match["apart"])
        return 2000 + short if short < 60 else 1900 + short
    return None


def day_month(context: Context, start: int, weekday: int | None = None) -> Reading | None:
    """'3 maj', '23–24 februari 2012', '26 och 28:e maj', '30 april–2 maj'."""
    match = _DAY_MONTH.match(context.low, start)
    if match is None or (
        match["month"] in SHORT_MONTHS and match["month"] == "jul" and not match["year"] and "/" not in match["days"]
    ):
        return None
    if ", " in match["days"] and start > 1 and context.raw[start - 1].isspace() and context.raw[start - 2].isdigit():
        return None  # "08-465 004 16, 23 januari": the first is the end of a number
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


#: As the wires write it: "Okt 14, 2004", "Feb 22, 2018".
_MONTH_FIRST = re.compile(rf"(?P<month>{_MONTH}|mar|may|oct)\.? (?P<day>\d{{1,2}}), (?P<year>{YEAR})(?!\d)")


def month_first(context: Context, start: int) -> Reading | None:
    """'Okt 14, 2004', 'Jul 21, 2016'."""
    match = _MONTH_FIRST.match(context.low, start)
    if match is None:
        return None
    month = MONTHS.get(match["month"]) or _ENGLISH_MONTHS[match["month"]]
    found = safe_date(int(match["year"]), month, int(match["day"]))
    return Reading(match.end(), found.isoformat(), "day") if found else None


_ENGLISH_MONTHS = {"mar": 3, "may": 5, "oct": 10}


def den_word(context: Context, start: int) -> Reading | None:
    """'den tredje maj', 'den tjugofjärde december 2019'."""
    match = _DEN_WORD.match(context.low, start)
    if match is None:
        return None
    month, day = MONTHS[match[2]], _ORDINAL_DAYS[match[1]]
    year = int(match[3]) if match[3] else context.year_for(month, day, None, start, match.end())
    found = safe_date(year, month, day) if year else None
    return Reading(match.end(), found.isoformat() if found else None, "day")


def month_alone(context: Context, start: int) -> Reading | None:
    """'i mars', 'oktober 2008', 'mars–april', 'november 2022'; not the planet Mars, nor Maj Andersson."""
    match = _MONTH_ALONE.match(context.low, start)
    if match is None or (match["month"] in SHORT_MONTHS and not match["year"]):
        return None
    before = context.low[max(0, start - 16) : start]
    capital = context.raw[start].isupper() and not context.raw[start : match.end("month")].isupper()
    if _year_of(match) is None:
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
        if "april, april" in context.low[max(0, start - 7) : start + 12]:
            return None
    month, end = MONTHS[match["month"]], match.end()
    if context.low.startswith(" månad", end) and not context.low[end + 6 : end + 7].isalpha():
        end += 6
    year = _year_of(match) or _year_from_after(context, end)
    if year is None and (later := _NEXT_MONTHS_YEAR.match(context.low, end)) is not None:
        year = int(later["year"]) - (MONTHS[later["month"]] < month)
    year = year or context.year_for(month, None, None, start, end)
    if year is None:
        return Reading(end, None, "month")
    iso = f"{year:04d}-{month:02d}"
    if match["month2"]:
        month2 = MONTHS[match["month2"]]
        crosses = month2 < month  # a year that is written is the year of the last month, one that is meant of the first
        first_year, last_year = (year - crosses, year) if match["year"] else (year, year + crosses)
        iso = f"{first_year:04d}-{month:02d}/{last_year:04d}-{month2:02d}"
    return Reading(end, iso, "month")


def _line_begins(low: str, start: int) -> bool:
    line_start = max(low.rfind("\n", max(0, start - 20), start) + 1, start - 20, 0)
    return not low[line_start:start].strip(" •*·-") or low[max(0, start - 2) : start] in (
        ". ",
        "! ",
        "? ",
        ": ",
        "- ",
    )


def iso_date(context: Context, start: int) -> Reading | None:
    """'2025-02-15', '2024-03-01–2024-03-05', '2024-03'."""
    match = _ISO.match(context.low, start)
    if match is not None:
        first = safe_date(int(match[1]), int(match[2]), int(match[3])) if 1000 <= int(match[1]) <= 2199 else None
        if first is None:
            return None
        last = safe_date(int(match[4]), int(match[5]), int(match[6])) if match[4] else None
        return Reading(match.end(), f"{first}/{last}" if last else first.isoformat(), "day")
    match = _ISO_MONTH.match(context.low, start)
    if match is not None and 1990 <= int(match[1]) <= 2099 and int(match[2]) != (int(match[1]) + 1) % 100:
        return Reading(match.end(), match.group(), "month")
    return None


#: Without a century, only behind *den* or a dateline's town: "den 06-05-12", "Alvsund 06-05-12".
_SHORT_ISO = re.compile(r"(\d\d)-([01]\d)-([0-3]\d)(?![\w-]|[.,]\d| \d)")
_BEFORE_SHORT_ISO = re.compile(r"(?:\bden|\b(?P<town>[A-ZÅÄÖ][a-zåäö]+),?) \Z")
#: As programs stamp it: "14JUN2019".
_STAMPED = re.compile(rf"(\d{{1,2}})({'|'.join(sorted(SHORT_MONTHS))})(\d{{4}})(?!\w)")


def stamped(context: Context, start: int) -> Reading | None:
    """'14JUN2019'; 'den 06-05-12', where the order of the parts is the year's first."""
    match = _STAMPED.match(context.low, start)
    if match is not None:
        found = safe_date(int(match[3]), MONTHS[match[2]], int(match[1]))
        return Reading(match.end(), found.isoformat(), "day") if found else None
    match = _SHORT_ISO.match(context.low, start)
    before = _BEFORE_SHORT_ISO.search(context.raw[max(0, start - 40) : start]) if match is not None else None
    if match is None or before is None or (before["town"] and before["town"] not in places()):
        return None
    short = int(match[1])
    found = safe_date(short + (2000 if short < _FIRST_SHORT_YEAR else 1900), int(match[2]), int(match[3]))
    return Reading(match.end(), found.isoformat(), "day") if found else None


#: Years of two digits from here on are of the nineteen-hundreds.
_FIRST_SHORT_YEAR = 60


def numeric(context: Context, start: int) -> Reading | None:
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
    match = _SLASH_DAYS.match(context.low, start) if named else None
    if match is not None and _day_and_month(match[2], match[3]) and int(match[1]) < int(match[2]):
        return _slash_days(context, start, match)
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


def _slash_days(context: Context, start: int, match: re.Match[str]) -> Reading:
    """'den 3-5/6': days of one month."""
    month, days = int(match[3]), (int(match[1]), int(match[2]))
    year = int(match[4]) if match[4] else context.year_for(month, days[0], None, start, match.end())
    first, last = (safe_date(year, month, day) if year else None for day in days)
    return Reading(match.end(), f"{first}/{last}" if first and last else None, "day")


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


def day_of_month(context: Context, start: int) -> Reading | None:
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


def weekday_date(context: Context, start: int) -> Reading | None:
    """'tisdagen den 19 maj 2015', 'lördag 3/5': the weekday helps to find the year."""
    match = _WEEKDAY_DATE.match(context.low, start)
    if match is None:
        return None
    weekday = WEEKDAYS[match["day"]]
    return day_month(context, match.end(), weekday) or _numeric_after_weekday(context, match.end(), weekday)


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


def named_day(context: Context, start: int) -> Reading | None:
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
