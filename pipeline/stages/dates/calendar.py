"""The Swedish calendar: names of months and days, seasons, holidays, weeks."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS = {
    "januari": 1, "februari": 2, "mars": 3, "april": 4, "maj": 5, "juni": 6, "juli": 7, "augusti": 8, "september": 9, "oktober": 10,
    "november": 11, "december": 12, "jan": 1, "feb": 2, "febr": 2, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10,
    "nov": 11, "dec": 12,
}  # fmt: skip
#: 'jul' is Christmas and 'sep' a slip unless a day or year stands beside them.
SHORT_MONTHS = frozenset("jan feb febr apr jun jul aug sep sept okt nov dec".split())
WEEKDAYS = {"måndag": 0, "tisdag": 1, "onsdag": 2, "torsdag": 3, "fredag": 4, "lördag": 5, "söndag": 6,
            "mån": 0, "tis": 1, "tisd": 1, "ons": 2, "tors": 3, "tor": 3, "fre": 4, "lör": 5, "sön": 6}  # fmt: skip
#: Meteorological seasons as first and last month; winter runs into the next year.
SEASONS = {"vår": (3, 5), "sommar": (6, 8), "höst": (9, 11), "vinter": (12, 2)}
NUMERALS = {
    "en": 1, "ett": 1, "två": 2, "tre": 3, "fyra": 4, "fem": 5, "sex": 6, "sju": 7, "åtta": 8, "nio": 9, "tio": 10, "elva": 11, "tolv": 12,
    "tretton": 13, "fjorton": 14, "femton": 15, "sexton": 16, "sjutton": 17, "arton": 18, "nitton": 19, "tjugo": 20, "trettio": 30,
    "fyrtio": 40, "femtio": 50, "hundra": 100,
}  # fmt: skip
ORDINAL_DAYS = {
    "första": 1, "förste": 1, "andra": 2, "tredje": 3, "fjärde": 4, "femte": 5, "sjätte": 6, "sjunde": 7, "åttonde": 8, "nionde": 9, "tionde": 10,
    "elfte": 11, "tolfte": 12, "trettonde": 13, "fjortonde": 14, "femtonde": 15, "sextonde": 16, "sjuttonde": 17, "artonde": 18, "nittonde": 19,
    "tjugonde": 20, "tjugoförsta": 21, "tjugoandra": 22, "tjugotredje": 23, "tjugofjärde": 24, "tjugofemte": 25, "tjugosjätte": 26,
    "tjugosjunde": 27, "tjugoåttonde": 28, "tjugonionde": 29, "trettionde": 30, "trettioförsta": 31,
}  # fmt: skip


def easter(year: int) -> date:
    """Easter Day of a year in the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - ((b - (b + 8) // 25 + 1) // 3) + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def _weekday_from(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def holiday(name: str, year: int) -> date | None:
    """The day of a Swedish holiday: 'midsommarafton' is the Friday of 19–25 June, 'långfredagen' two days before Easter."""
    fixed = {
        "nyårsdagen": (1, 1), "trettondagsafton": (1, 5), "trettondagen": (1, 6), "trettondedag jul": (1, 6), "tjugondag knut": (1, 13),
        "alla hjärtans dag": (2, 14), "internationella kvinnodagen": (3, 8), "valborg": (4, 30), "valborgsmässoafton": (4, 30),
        "första maj": (5, 1), "nationaldagen": (6, 6), "lucia": (12, 13), "luciadagen": (12, 13), "julafton": (12, 24), "juldagen": (12, 25),
        "annandag jul": (12, 26), "annandagen": (12, 26), "nyårsafton": (12, 31),
    }  # fmt: skip
    from_easter = {
        "fettisdagen": -47, "palmsöndagen": -7, "skärtorsdagen": -3, "skärtorsdag": -3, "långfredagen": -2, "långfredag": -2, "påskafton": -1,
        "påskdagen": 0, "annandag påsk": 1, "kristi himmelsfärdsdag": 39, "kristi himmelsfärd": 39, "kristi himmelsfärds dag": 39,
        "pingstafton": 48, "pingstdagen": 49, "annandag pingst": 50,
    }  # fmt: skip
    if name in fixed:
        return date(year, *fixed[name])
    if name in from_easter:
        return easter(year) + timedelta(days=from_easter[name])
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


HOLIDAYS = (
    "nyårsdagen trettondagsafton trettondagen valborg valborgsmässoafton nationaldagen luciadagen julafton juldagen annandagen nyårsafton "
    "fettisdagen palmsöndagen skärtorsdagen skärtorsdag långfredagen långfredag påskafton påskdagen pingstafton pingstdagen midsommarafton "
    "midsommardagen allhelgonadagen"
).split() + [
    "trettondedag jul", "tjugondag knut", "alla hjärtans dag", "internationella kvinnodagen", "första maj", "annandag jul", "annandag påsk",
    "annandag pingst", "kristi himmelsfärdsdag", "kristi himmelsfärds dag", "kristi himmelsfärd", "alla helgons dag", "första advent",
    "andra advent", "tredje advent", "fjärde advent", "mors dag", "fars dag",
]  # fmt: skip


def week_of(year: int, week: int) -> date | None:
    """The Monday of an ISO week, null where the year has no such week."""
    try:
        return date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
