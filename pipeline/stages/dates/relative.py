"""Words that count from the day of publication: i går, förra veckan, för två år sedan."""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.numerals import CARDINALS
from pipeline.stages.dates.reading import Context, Reading, Rule
from pipeline.stages.dates.resolve import add_months, season_near

_RELATIVE = re.compile(
    r"(?P<word>i dag|idag|i går|igår|i förrgår|i morgon|imorgon|i övermorgon|i morse|imorse|i natt|inatt|i kväll|"
    r"ikväll|i eftermiddag|i förmiddag|i fjol|ifjol|i år|"
    r"i förfjol|(?P<which>förra|nästa|denna|föregående|kommande|innevarande) (?P<unit>veckan?|månaden?|året?|"
    r"kvartalet|säsongen|sommar(?:en)?|vinter(?:n)?|höst(?:en)?|vår(?:en)?)|"
    r"(?:i |den här |den gångna )veckan|i veckan)(?!\w)"
)


_DAYS_AWAY = {"i förrgår": -2, "i går": -1, "igår": -1, "i morgon": 1, "imorgon": 1, "i övermorgon": 2} | dict.fromkeys(
    ("i dag", "idag", "i morse", "imorse", "i kväll", "ikväll", "i eftermiddag", "i förmiddag"), 0
)


def relative(context: Context, start: int) -> Reading | None:
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
    if word in _DAYS_AWAY:
        return (base + timedelta(days=_DAYS_AWAY[word])).isoformat()
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


def distance(pattern: re.Pattern[str], sign: int) -> Rule:
    """Return the rule for 'för två år sedan' (sign -1) or 'om tre veckor' (sign 1)."""

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
