"""From what is written to ISO 8601: the year that is meant, and nothing that the text does not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from pipeline.stages.dates.calendar import SEASONS

Tense = Literal["past", "future"]

_PAST = re.compile(
    r"\b(?:var|hade|blev|fick|kom|gick|sa|tog|gav|såg|stod|låg|höll|dog|skrev|vann|slog|föll|omkom|[a-zåäö]{2,20}"
    r"(?:ade|ades|des|dde|tte|tts|dts|ats))\b"
)
_FUTURE = re.compile(
    r"\b(?:ska|skall|kommer att|väntas|planeras|blir|inför|senast|startar|börjar|öppnar|invigs|hålls|arrangeras|"
    r"välkommen)\b"
)
_REACH = 160


def safe_date(year: int, month: int, day: int) -> date | None:
    """Return the day, or null where the calendar has no such day ('31 april')."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def tense_around(low: str, start: int, end: int) -> Tense | None:
    """Tell the tense of the sentence around a span by its verbs; null where both or neither are seen."""
    left = max(low.rfind(". ", max(0, start - _REACH), start), low.rfind("\n", max(0, start - _REACH), start)) + 1
    left = left or max(0, start - _REACH)
    stops = [at for at in (low.find(". ", end, end + _REACH), low.find("\n", end, end + _REACH)) if at >= 0]
    right = min(stops, default=min(len(low), end + _REACH))
    sentence = low[left:right]
    past, future = _PAST.search(sentence) is not None, _FUTURE.search(sentence) is not None
    if past == future:
        return None
    return "past" if past else "future"


def meant_year(month: int, day: int | None, base: date, weekday: int | None, tense: Tense | None) -> int | None:
    """Return the year of a date written without one, seen from the base.

    A weekday rules years out ('tisdagen den 4 juni'); then the tense says on which side of the base the date lies, and
    without a tense the nearest counts. Null where no year near the base fits.
    """
    fitting = [(year, found) for year, found in _candidates(month, day, base, weekday) if found is not None]
    if not fitting:
        return None
    floor = base.replace(day=1) if day is None else base
    if tense == "past" and any(found <= base for _, found in fitting):
        fitting = [(year, found) for year, found in fitting if found <= base]
    if tense == "future" and any(found >= floor for _, found in fitting):
        fitting = [(year, found) for year, found in fitting if found >= floor]
    return min(fitting, key=lambda pair: abs((pair[1] - base).days))[0]


def _candidates(month: int, day: int | None, base: date, weekday: int | None) -> Iterator[tuple[int, date | None]]:
    reach = 1 if weekday is None else 6
    for year in range(max(1, base.year - reach), min(9999, base.year + reach) + 1):
        found = safe_date(year, month, day or 15)
        if found is not None and weekday is not None and found.weekday() != weekday:
            found = None
        yield year, found


def weekday_from(base: date, weekday: int, direction: Tense) -> date:
    """Return the last or next such weekday; the base itself counts for neither: 'i tisdags', 'på tisdag'."""
    if direction == "past":
        return base - timedelta(days=(base.weekday() - weekday - 1) % 7 + 1)
    return base + timedelta(days=(weekday - base.weekday() - 1) % 7 + 1)


def season_iso(season: str, year: int) -> str:
    """Return a season as an interval of months: 'våren 2022' is 2022-03/2022-05; a winter ends in the year after."""
    first, last = SEASONS[season]
    return f"{year:04d}-{first:02d}/{year + (last < first):04d}-{last:02d}"


def season_near(season: str, base: date, direction: Tense) -> str:
    """Return the season that a word points to: 'i våras' is the last spring, 'i höst' this autumn or the next."""
    first, last = SEASONS[season]
    year = base.year
    if direction == "past":
        ended = date(year + (last < first), last, 28)
        if ended >= base:
            year -= 1
    elif last >= first and base.month > last:
        year += 1
    elif last < first and base.month <= last:
        year -= 1
    return season_iso(season, year)


def add_months(base: date, months: int) -> tuple[int, int]:
    """Year and month so many months away."""
    at = base.year * 12 + base.month - 1 + months
    return at // 12, at % 12 + 1
