"""The Swedish calendar: names of months and days, seasons, holidays, weeks."""

from __future__ import annotations

from datetime import date, timedelta

from pipeline.data import read_table

_MONTH_NAMES = (
    ("januari", "jan"),
    ("februari", "feb", "febr"),
    ("mars",),
    ("april", "apr"),
    ("maj",),
    ("juni", "jun"),
    ("juli", "jul"),
    ("augusti", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "okt"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, 1) for name in names}
#: 'jul' is Christmas and 'sep' a slip unless a day or year stands beside them.
SHORT_MONTHS = frozenset(name for names in _MONTH_NAMES for name in names[1:])
_WEEKDAY_STEMS = ("mån", "tis", "ons", "tors", "fre", "lör", "sön")
WEEKDAYS = {stem + ending: number for number, stem in enumerate(_WEEKDAY_STEMS) for ending in ("", "dag")}
#: Meteorological seasons as first and last month; winter runs into the next year.
SEASONS = {"vår": (3, 5), "sommar": (6, 8), "höst": (9, 11), "vinter": (12, 2)}


def easter(year: int) -> date:
    """Easter Day of a year in the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - ((b - (b + 8) // 25 + 1) // 3) + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _weekday_from(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


_ROWS = read_table("models", "lexicons", "holidays.tsv")
_FIXED = {name: (int(rule[:2]), int(rule[3:])) for name, rule in _ROWS if rule[2:3] == "-" and rule[0] in "01"}
_FROM_EASTER = {name: int(rule.removeprefix("easter")) for name, rule in _ROWS if rule.startswith("easter")}
#: The names of Swedish holidays in lower case.
HOLIDAYS = tuple(name for name, _ in _ROWS)


def holiday(name: str, year: int) -> date | None:
    """Return the day of a Swedish holiday: 'midsommarafton' is the Friday of 19–25 June."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    if name in ("midsommarafton", "midsommardagen"):
        return _weekday_from(date(year, 6, 19), 4) + timedelta(days=int(name.endswith("dagen")))
    if name in ("alla helgons dag", "allhelgonadagen"):
        return _weekday_from(date(year, 10, 31), 5)
    if name in ("första advent", "andra advent", "tredje advent", "fjärde advent"):
        first = _weekday_from(date(year, 11, 27), 6)
        return first + timedelta(days=7 * ("första", "andra", "tredje", "fjärde").index(name.split()[0]))
    if name == "mors dag":
        return _weekday_from(date(year, 5, 25), 6)
    if name == "fars dag":
        return _weekday_from(date(year, 11, 8), 6)
    return None


def week_of(year: int, week: int) -> date | None:
    """Return the Monday of an ISO week, null where the year has no such week."""
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
