"""Weekdays: i tisdags looks back, på tisdag ahead, natten till lördagen is two days."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from pipeline.stages.dates.calendar import WEEKDAYS
from pipeline.stages.dates.patterns import WEEKDAY_WORD
from pipeline.stages.dates.reading import Context, Reading, Rule
from pipeline.stages.dates.resolve import Tense, tense_around, weekday_from

_WEEKDAY_NIGHT = re.compile(rf"natten (?:till|mot) (?P<iday>i )?{WEEKDAY_WORD}(?:en|s)?(?!\w)")


def weekday(pattern: re.Pattern[str], direction: Callable[[re.Match[str], Context], Tense | None]) -> Rule:
    """Return the rule for a pattern of weekdays, with what tells on which side of the base the day lies."""

    def read(context: Context, start: int) -> Reading | None:
        match = pattern.match(context.low, start)
        if match is None:
            return None
        side = direction(match, context)
        if context.base is not None and match.groupdict().get("definite") and _is_of(context.base, match):
            return Reading(match.end(), context.base.isoformat(), "weekday")  # "på söndagen" in Sunday's paper
        if context.base is None or side is None:
            return Reading(match.end(), None, "weekday")
        day = weekday_from(context.base, WEEKDAYS[match["day"]], side)
        if match.groupdict().get("which") == "nästa" and (day - context.base).days < 7 - context.base.weekday():
            day += timedelta(days=7)  # 'nästa torsdag' is in the week to come
        return Reading(match.end(), day.isoformat(), "weekday")

    return read


def _is_of(day: date, match: re.Match[str]) -> bool:
    return day.weekday() == WEEKDAYS[match["day"]]


def of_tense(match: re.Match[str], context: Context) -> Tense | None:
    """Tell the side of the base by the tense of the sentence."""
    return tense_around(context.low, match.start(), match.end())


def on_weekday(match: re.Match[str], context: Context) -> Tense | None:
    """'på tisdag' looks ahead; 'på tisdagen' is told by the tense."""
    return of_tense(match, context) if match["definite"] else "future"


def night(context: Context, start: int) -> Reading | None:
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
