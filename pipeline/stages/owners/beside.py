"""The name on the number's own line: the last before it, else the first behind it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.stages.owners.desks import between_numbers, names_desk
from pipeline.stages.owners.lines import LABEL, LONGEST_CONTACT_LINE, REACH, Lines, Mention, Mentions
from pipeline.stages.roles.titles import title_in

_SENTENCE_END = re.compile(r"[.!?][”\"]?\s+[–—-]?\s?[A-ZÅÄÖ]")
_ABBREVIATION = re.compile(
    r"(?:tel|tfn|mob|vx|nr|bitr|tf|st|ca|ev|resp|ankn|dir|alt|e-post|m\.fl|bl\.a|t\.f)\.\s*$", re.IGNORECASE
)
#: Between the name of somebody on the staff and the one whose staff it is: ", pressekreterare ⟦hos statsrådet⟧".
_SERVES = re.compile(r"[ \u00a0](?:hos|åt|för|till)(?:[ \u00a0][\wåäöÅÄÖ-]+){0,3}[ \u00a0]?")
_RESPECTIVELY = re.compile(r"[ ,]*(?:respektive|resp\.?)[ \u00a0]")
#: Between two mobile numbers of two people whose names are joined so too: "Bo Ek och Siv Lans, 070-… ⟦och⟧ 073-…".
_AND = re.compile(r"[ \u00a0](?:och|samt)[ \u00a0]")
_MOBILE = re.compile(r"(?:\+46[ \u00a0]?)?(?:\(0\))?0?7")
#: A number between two, one for each of two people: "070-… ⟦respektive⟧ 070-…".
_NUMBER = re.compile(r"\+?\d[\d \u00a0()/-]{5,18}\d")
_PAIR = 2
#: Between two who have a number each, perhaps the first one's title: "Bo Ek⟦, rektor, och ⟧Siv Lans".
_BESIDE = re.compile(r"[^\d@.;:\n]{2,60}")


def on_line(lines: Lines, start: int, end: int, names: Mentions, service: bool) -> int | None:
    """Return the name on the same line: the last before the number, else the first after it.

    In running text a sentence may end between them only before a label ('… säger Rut Ek. Telefon 070-174 06 12').
    """
    line_start, line_end = lines.spans[lines.at(start)]
    before = names.inside(max(line_start, start - REACH), start)
    since = between_numbers(lines.text[max(line_start, start - REACH) : start])
    at_desk = names_desk(since)
    if before:
        nearest = _whose_staff(lines.text, before)
        if at_desk and re.search(r"(?:kontakta|ring|mejla)[ \u00a0]", lines.text[nearest.end : start].lower()):
            return None  # "För bilder på Bo Ek, kontakta pressjouren, 08-…"
        if at_desk and nearest.end <= start - len(since):
            return None  # "Bo Ek, 070-… eller pressjouren, 08-…"
        return nearest.who if belongs(lines.text[nearest.end : start], service) else None
    if at_desk:
        return None
    after = names.inside(end, min(line_end, end + REACH))
    if after and len(lines.text[end : after[0].start]) <= 40 and line_end - line_start <= 2 * LONGEST_CONTACT_LINE:
        between = lines.text[end : after[0].start]
        return after[0].who if not re.search(r"\d{3}|@|[.;][ \u00a0]|\b(?:eller|och|samt)\b", between) else None
    return None


def _whose_staff(text: str, before: Sequence[Mention]) -> Mention:
    """Return the last of several names, or the one before it whose title says at whose office: "⟦Bo Ek⟧, sekreterare hos X"."""
    last = before[-1]
    if len(before) == 1:
        return last
    between = text[before[-2].end : last.start]
    apposed = between.lstrip(" \u00a0,(")
    found = title_in(apposed) if apposed != between and not re.search(r"[\d@.]", between) else None
    serves = found is not None and _SERVES.fullmatch(apposed, found[1]) is not None
    return before[-2] if serves else last


def respective(lines: Lines, start: int, end: int, names: Mentions) -> int | None:
    """Return whose a number is that stands in a row as two names do: "Bo Ek och Siv Lans, 070-… ⟦respektive⟧ 073-…".

    Joined by a plain *och* they must be two mobile numbers: "Bo Ek och Siv Lans, 08-… och 070-…" may both be hers.
    """
    line_start, line_end = lines.spans[lines.at(start)]
    line_start, text = max(line_start, start - REACH), lines.text
    for joint in (_RESPECTIVELY, _AND):
        first, second = start, start
        if (between := joint.match(text, end, line_end)) is not None and _NUMBER.match(text, between.end()):
            second = between.end()
        elif (pair := re.search(rf"(?P<number>{_NUMBER.pattern}){joint.pattern}$", text[line_start:start])) is not None:
            first = line_start + pair.start()
        else:
            continue
        before = names.inside(line_start, first)
        if len(before) < _PAIR or not _BESIDE.fullmatch(text, before[-2].end, before[-1].start):
            continue
        joined = _AND.search(text, before[-2].end, before[-1].start) is not None
        if joint is _AND and not (joined and _MOBILE.match(text, first) and _MOBILE.match(text, second)):
            continue
        return before[-1 if second == start else -2].who
    return None


def belongs(between: str, service: bool) -> bool:
    """Tell whether a name and a number belong together by the words ``between``: no sentence ends there but before a label."""
    if len(between) > 220:
        return False
    for stop in _SENTENCE_END.finditer(between):
        if _ABBREVIATION.search(between[: stop.start() + 1]):
            continue
        rest = between[stop.start() + 1 :]
        if service or len(rest) > 60 or not LABEL.search(rest):
            return False
    return True
