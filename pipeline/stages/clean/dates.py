"""When a page was published and changed: machine-readable marks first, then labelled Swedish text, else nothing.

A date is null rather than false: no first of January where only the year is known, nothing without a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache

from pipeline.stages.clean.labels import is_date_line, parts_of, phrases
from pipeline.stages.names.lists import places

_YEARS = range(1990, 2100)
_ISO = re.compile(r"\s{0,9}(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})?)?")
_TIME = re.compile(r"\D{0,12}(?<!\d)([01]?\d|2[0-3])[.:]([0-5]\d)(?![\d.])")
_NUMERIC = re.compile(r"(?<!\d)(?:(\d{4})[-./](\d{1,2})[-./](\d{1,2})|(\d{1,2})[./-](\d{1,2})[./ -]{1,2}(\d{4}))(?!\d)")


@lru_cache(maxsize=1)
def _months() -> dict[str, int]:
    months = [*_in_order("months"), *_in_order("months_short")]
    return {name: n % 12 + 1 for n, name in enumerate(months)} | _OTHERS_MONTHS


_FINNISH = "tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu".split()
#: As the wires, and papers of the other Nordic countries, write them.
_OTHERS_MONTHS = {
    **{f"{stem}kuuta": n for n, stem in enumerate(_FINNISH, 1)},
    "janúar": 1,
    "febrúar": 2,
    "apríl": 4,
    "maí": 5,
    "júní": 6,
    "júlí": 7,
    "ágúst": 8,
    "október": 10,
    "nóvember": 11,
    "sept": 9,
    "may": 5,
    "oct": 10,
    "januar": 1,
    "februar": 2,
    "marts": 3,
    "mai": 5,
    "august": 8,
    "desember": 12,
    "des": 12,
    "january": 1,
    "february": 2,
    "march": 3,
    "june": 6,
    "july": 7,
    "october": 10,
}


def _in_order(name: str) -> list[str]:
    order = {
        "jan": 1,
        "feb": 2,
        "mar": 3,
        "apr": 4,
        "maj": 5,
        "jun": 6,
        "jul": 7,
        "aug": 8,
        "sep": 9,
        "okt": 10,
        "nov": 11,
        "dec": 12,
    }
    return sorted(phrases(name), key=lambda month: order[month[:3]])


_WORDED = re.compile(
    r"(?<!\d)(\d{1,2})(?::?[ea]|\.)?\s{0,2}([a-zåäöáíóú]{3,11})\.?,?\s{0,2}(\d{4})(?!\d)", re.IGNORECASE
)


def iso_date(text: str) -> str | None:
    """Return a machine-readable date as ISO 8601: ``2012-04-11`` or ``2012-04-11T09:12:00+02:00``; null if it is none."""
    match = _ISO.match(text)
    if match is None:
        return None
    day, time, zone = match.groups()
    if not time or (time.startswith("00:00") and not time.strip("0:")):
        return _checked(day)
    zone = "+00:00" if zone == "Z" else zone
    if zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return _checked(f"{day}T{time}{zone or ''}")


def _checked(stamp: str) -> str | None:
    try:
        parsed = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return stamp if parsed.year in _YEARS else None


def swedish_date(text: str, formats: Iterable[str] = ()) -> str | None:
    """Return the first whole date in a Swedish text as ISO 8601; with its time where one stands right behind it.

    ``formats`` are those of a family, as `strptime` takes them; without a year there is no date.

    >>> swedish_date("Publicerad onsdag 11 april 2012 kl. 09.12"), swedish_date("Publicerad 11 april")
    ('2012-04-11T09:12', None)
    """
    text = text[:300].replace("\\u00a0", " ")
    found = _worded(text) or _numeric(text)
    if found is None:
        return _by_formats(text, formats)
    day, behind = found
    time = _TIME.match(behind)
    stamp = f"{day}T{int(time[1]):02}:{time[2]}" if time else day
    return _checked(stamp)


_MONTH_FIRST = re.compile(r"(?<![^\W\d_])([a-zåäö]{3,9})\.?\s{0,2}(\d{1,2}),?\s{1,2}(\d{4})(?!\d)", re.IGNORECASE)


def _worded(text: str) -> tuple[str, str] | None:
    """``11 april 2012``, and ``apr 11, 2012`` as the wires write it."""
    for match in _WORDED.finditer(text):
        month = _months().get(match[2].lower())
        if month is not None:
            return f"{match[3]}-{month:02}-{int(match[1]):02}", text[match.end() :]
    for match in _MONTH_FIRST.finditer(text):
        month = _months().get(match[1].lower())
        if month is not None:
            return f"{match[3]}-{month:02}-{int(match[2]):02}", text[match.end() :]
    return None


def _numeric(text: str) -> tuple[str, str] | None:
    """``2012-04-11``, ``11.4.2012``, ``11/4 2012``; the day stands first where the year stands last, as in Sweden."""
    match = _NUMERIC.search(text)
    if match is None:
        return None
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    return f"{year}-{int(month):02}-{int(day):02}", text[match.end() :]


def _by_formats(text: str, formats: Iterable[str]) -> str | None:
    for form in formats:
        try:
            return _checked(datetime.strptime(text.strip(), form).isoformat())
        except ValueError:
            continue
    return None


#: Days with two digits of the year: ``06-03-15``, ``060315``, ``15/3 06``, ``15.3.06``, ``15 mars -06``.
_SHORT = re.compile(
    r"(?<![\w./-])(?:(?P<iso>\d\d-\d\d-\d\d)|(?P<whole>\d{6})"
    r"|(?:(?P<day>\d{1,2})(?P<sign>[/.])(?P<month>\d{1,2})(?: ?-| |(?P=sign))(?P<year>\d\d)"
    r"|(?P<day2>\d{1,2})(?::?[ea]|\.)? (?P<name>[a-zåäö]{3,9})\.? [-'’]?(?P<year2>\d\d))"
    # "15 mars 12 kommentarer" has no year.
    r"(?! (?!kl|av |upp|senast|ändrad)[^\W\d_]))(?!\d|[.:/-]\d)",
    re.IGNORECASE,
)
_LAST_SHORT_YEAR = 40


def short_date(text: str) -> str | None:
    """Return the first day with two digits of the year, with its time; to be asked only where a day of publishing stands.

    Dashes stand in Swedish days with the year first, other signs with the year last; null where both could be.

    >>> short_date("06-03-15 14:20"), short_date("15/3 06"), short_date("06.03.15"), short_date("15/3 14:20")
    ('2006-03-15T14:20', '2006-03-15', None, None)
    """
    match = _SHORT.search(text[:_LONGEST_LINE])
    if match is None:
        return None
    if match["iso"] or match["whole"]:
        digits = match[0].replace("-", "")
        year, month, day = digits[:2], digits[2:4], digits[4:]
        if int(day) > 31:
            year, day = day, year
    elif match["name"]:
        number = _months().get(match["name"].lower())
        year, month, day = match["year2"], str(number or 0), match["day2"]
    else:
        year, month, day = match["year"], match["month"], match["day"]
        padded = len(month) == len(day) == 2 and 0 < int(year) <= 31
        if padded and (match["sign"] == "." or match[0].count("/") > 1):
            return None
    if _LAST_SHORT_YEAR <= int(year) < 90:
        return None
    time = _TIME.match(text[match.end() :])
    stamp = f"{19 if int(year) >= 90 else 20}{year}-{int(month):02}-{int(day):02}"
    return _checked(f"{stamp}T{int(time[1]):02}:{time[2]}" if time else stamp)


def labelled_dates(text: str) -> tuple[str | None, str | None]:
    """Return when a line says that it was published and changed.

    >>> labelled_dates("Publicerad 11 april 2012, senast uppdaterad 2 maj 2012")
    ('2012-04-11', '2012-05-02')
    """
    low = text[:300].lower()
    updated_at = min((at for label in phrases("updated") if (at := low.find(label)) >= 0), default=-1)
    published_at = min((at for label in phrases("published") if (at := low.find(label)) >= 0), default=-1)
    if updated_at < 0 and published_at < 0:
        return None, None
    published = updated = None
    if published_at >= 0:
        end = updated_at if updated_at > published_at else None
        published = swedish_date(text[published_at:end]) or short_date(text[published_at:end])
    if updated_at >= 0:
        end = published_at if published_at > updated_at else None
        updated = swedish_date(text[updated_at:end]) or short_date(text[updated_at:end])
    return published, updated


#: What a release or a paper's own export has on its first lines before the day: "Pressmeddelande • Okt 14, 2004 09:31".
_OPENS_DAY = re.compile(
    r"(?:press(?:meddelanden?|information|release)|nyhet(?:er)?|nyhetsbrev|datum|\w+dag(?:en|ur|inn)?(?: den| d)?)\b[\W_]*(?=\w)",
    re.IGNORECASE,
)
#: "Pressmeddelande från Alvsunds kommun 2004-10-14".
_OF_SENDER = re.compile(r"press(?:meddelande|information|release) från [A-ZÅÄÖ][^\d,.:]{1,40}(?=\d)", re.IGNORECASE)
#: A section of a paper with the time glued to it: "Sport2004-09-13 04:00", or its town: "ALVSUND2004-09-13 04:00".
_SECTION = re.compile(r"[A-ZÅÄÖ][A-Za-zÅÄÖåäö ]{2,30}(?=\d{4}-\d{2}-\d{2} \d{2}:\d{2}$)")
_TOWN = re.compile(r"(?P<town>[A-ZÅÄÖ][a-zåäö]+)(?:,? den |, | )(?=\d)")
_NEAR_TITLE = 6
_LONGEST_LINE = 60


def day_of_lines(lines: Sequence[str]) -> str | None:
    """Return when a text without markup says that it was published: a labelled line, else a first line that is a day.

    >>> day_of_lines(["Ny bro", "Publicerad", "19 mars 2010"]), day_of_lines(["Ny bro", "Vi ses den 19 mars 2010."])
    ('2010-03-19', None)
    """
    for n, line in enumerate(lines):
        if len(line) > _LONGEST_LINE + 30 or not is_date_line(line):
            continue
        published, updated = labelled_dates(line)
        if published is None and updated is None and n + 1 < len(lines) and len(lines[n + 1]) <= _LONGEST_LINE:
            published = swedish_date(lines[n + 1]) or short_date(lines[n + 1])
        if published is not None:
            return published
    return next((day for line in lines[:_NEAR_TITLE] if (day := day_line(line)) is not None), None)


def day_line(line: str) -> str | None:
    """Return the day of a line that holds nothing else but a time: "Pressmeddelande 27 april 2022", "2019-12-09 10:39".

    A town may stand before it, as on letters: "Sundsvall den 27 april 2022".
    """
    if len(line) > _LONGEST_LINE:
        return None
    opening = _OF_SENDER.match(line) or _OPENS_DAY.match(line) or _SECTION.match(line)
    if opening is None and (town := _TOWN.match(line)) is not None and town["town"] in places():
        opening = town
    rest = line[opening.end() :] if opening else line
    if _ONLY_DAY.fullmatch(rest.strip()):
        return swedish_date(rest)
    return short_date(rest) if _ONLY_SHORT_DAY.fullmatch(rest.strip()) else None


def day_in_bar(line: str) -> str | None:
    """Return the day of a bar over or under a title: "5.3.2024 10:15 | Alvsunds kommun | Pressmeddelande"; null where several are."""
    parts = parts_of(line)
    days = [day for part in parts if (day := day_line(part.strip())) is not None]
    return days[0] if len(parts) > 1 and len(days) == 1 else None


_ONLY_DAY = re.compile(
    r"(?:\w+dag(?:en|ur|inn)?(?: den| d\.)?,? )?(?:\d{1,2}(?::?e|\.)? [A-Za-zåäöáíóú]{3,11}\.?,? \d{4}|[A-Za-zåäö]{3,9}\.? \d{1,2}, \d{4}|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4})"
    r"(?:,? (?:[-–] )?(?:kl\.? |klockan |klo |klukkan )?\d{1,2}[.:]\d{2}(?::\d{2})?)?(?: ?(?:CES?T|EES?T|WES?T|UTC|GMT|Europe/Stockholm))?"
)
_ONLY_SHORT_DAY = re.compile(
    r"(?:\w+dag(?:en)?(?: den)?,? )?(?:\d\d-\d\d-\d\d|\d{1,2}/\d{1,2}[ /-]\d\d|\d{1,2}(?::?e|\.)? [A-Za-zåäö]{3,9}\.? [-'’]\d\d)"
    r"(?:,? (?:kl\.? |klockan )?\d{1,2}[.:]\d{2})?"
)
