"""The page's own dates: ``Publicerad 22 november 2026 kl. 14.05`` is 2026-11-22T14:05, or nothing at all.

A false date is worse than none: a part that is not written is never filled in, and an impossible or undated line
gives null.
"""

from __future__ import annotations

import datetime
import re

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb february",
            "mars mar march",
            "april apr",
            "maj may",
            "juni jun june",
            "juli jul july",
            "augusti aug august",
            "september sep sept",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_TIME = r"(?:[ ,T\u00a0]{0,3}(?:kl\.?|klockan|•|-|–)?\s?(?P<hour>[01]?\d|2[0-3])[:.](?P<minute>[0-5]\d)(?:[:.](?P<second>[0-5]\d))?(?:[.,]\d{1,9})?\s?(?P<zone>Z\b|[+-]\d\d:?\d\d\b|CES?T\b)?)?"
FORMATS = {
    "iso": re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)(?!\d)" + _TIME),
    "swedish": re.compile(
        r"(?<!\d)(?P<day>[0-3]?\d)(?::?e)?[ \u00a0.]{1,2}(?P<name>[a-zåäö]{3,9})\.?[ \u00a0,]{1,2}(?P<year>(?:19|20)\d\d)(?!\d)"
        + _TIME,
        re.I,
    ),
    "month-first": re.compile(
        r"\b(?P<name>[a-z]{3,9})\.?[ \u00a0](?P<day>[0-3]?\d),?[ \u00a0](?P<year>(?:19|20)\d\d)(?!\d)" + _TIME, re.I
    ),
    "dotted": re.compile(r"(?<![\d.])(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)(?!\d)" + _TIME),
    "slash": re.compile(r"(?<!\d)(?P<day>[0-3]?\d)/(?P<month>[01]?\d)[ \u00a0-](?P<year>(?:19|20)\d\d)(?!\d)" + _TIME),
    "compact": re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?!\d)" + _TIME),
}
DEFAULT_FORMATS = ("iso", "swedish", "slash", "month-first")
_ZONES = {"CET": "+01:00", "CEST": "+02:00", "Z": "+00:00"}


def find_date(text: str, formats: tuple[str, ...] = DEFAULT_FORMATS) -> tuple[str, int, int] | None:
    """Return the first date in the text as ISO 8601 with its place (half-open code points), or null.

    ``find_date("Publicerad: 3 maj 2026 kl 09.15")`` is ``("2026-05-03T09:15", 12, 31)``. The time is kept where it is
    written, the zone likewise; no part is guessed.
    """
    best: tuple[str, int, int] | None = None
    for name in formats:
        for match in FORMATS[name].finditer(text[:400]):
            iso = _iso(match)
            if iso and (best is None or match.start() < best[1]):
                best = (iso, match.start(), match.end())
                break
    return best


def read_datetime(value: str) -> str | None:
    """Return a machine-written date (``datetime="2026-11-22T09:12:04+0100"``) as ISO 8601, or null if it is none."""
    found = find_date(value.strip()[:60], ("iso", "compact", "dotted", "swedish"))
    return found[0] if found and found[1] <= 6 else None


def _iso(match: re.Match[str]) -> str | None:
    groups = match.groupdict()
    month = _MONTHS.get(groups["name"].lower(), 0) if groups.get("name") else int(groups["month"])
    try:
        day = datetime.date(int(groups["year"]), month, int(groups["day"])).isoformat()
    except ValueError:
        return None
    if groups["hour"] is None:
        return day
    clock = f"{int(groups['hour']):02}:{groups['minute']}" + (f":{groups['second']}" if groups["second"] else "")
    zone = groups["zone"] or ""
    zone = _ZONES.get(zone, zone)
    if zone and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"{day}T{clock}{zone}"


def is_only_a_date(line: str) -> bool:
    """Tell whether the line is a date and nothing else, but for a weekday: ``onsdag 3 maj 2026``."""
    if len(line) > 60 or (found := find_date(line)) is None:
        return False
    rest = line[: found[1]] + line[found[2] :]
    return (
        re.fullmatch(r"\W*(?:(?:mån|tis|ons|tors|fre|lör|sön)(?:dag)?(?:en)?)?\W*(?:den)?\W*", rest, re.I) is not None
    )
