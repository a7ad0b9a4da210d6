"""The name line above a number, as long as what stands between looks like a contact block; or the one below it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.stages.names.lists import places, surnames
from pipeline.stages.owners.desks import names_desk
from pipeline.stages.owners.lines import DIGITS, LABEL, LINES_UP, LONGEST_CONTACT_LINE, Lines, Mention, Mentions
from pipeline.stages.roles.titles import is_title

_OF_ANOTHER = re.compile(r"\b(?:hos|för|åt|till|efter|av)(?:\s+[\wåäöÅÄÖ-]+){0,3}\s*$", re.IGNORECASE)
#: Somebody on a staff, and whose: "Pressekreterare hos utrikeshandelsminister och minister för vägar ⟦Siv Alm⟧".
_STAFF = re.compile(r"\W*[A-ZÅÄÖa-zåäö-]+(?: och [a-zåäö-]+)? hos [^\d@]+$")
_ASKING = re.compile(
    r"\b(?:kontakta|frågor|information|upplysningar|intervju(?:er)?|anmälan|svar|ring|mejla|maila)\b", re.IGNORECASE
)
_SWITCHBOARD = re.compile(r"\b(?:växel|växeln|vxl?)\b", re.IGNORECASE)
#: Two or three words with capitals alone on a line, perhaps with a title behind a comma.
_NAMELIKE = re.compile(r"\W*(?P<name>[A-ZÅÄÖÉ][\w’'-]+(?:[ \u00a0][A-ZÅÄÖÉ][\w’'-]+){1,2})[ \u00a0]*(?:$|,)")
#: A label, its colon, and words with capitals: "Certified Adviser: Trygg Rådgivning 08-…".
_LABELLED = re.compile(
    r"\W*(?P<label>[^:\d@\n]{2,40}):[ \u00a0]*(?P<name>[A-ZÅÄÖ][\w&.-]*(?:[ \u00a0][A-ZÅÄÖ][\w&.-]*)+)\W*"
)


#: An office that heads the number's own line: "Kommunikationsavdelningen, 031-…", below somebody who has a number.
_OFFICE = re.compile(
    r"\W*(?:[A-ZÅÄÖ][\w-]*(?:avdelning|enhet|kontor|expedition|kontakt|service|central|byrå|grupp|team)(?:en|et|n)?"
    r"|Investor[ \u00a0][Rr]elations|IR|Media|Press)[:,.]?[ \u00a0]*(?:tel(?:efon)?|tfn)?[.:]?[ \u00a0]*$"
)


def above(lines: Lines, offset: int, names: Mentions, spelt: Mapping[int, int], bodies: Mentions) -> int | None:
    """Return the nearest name line above, as long as the lines between look like a contact block.

    An address that spells a name heads a block as the name itself does.
    """
    here = lines.at(offset)
    if lines.length(here) > 2 * LONGEST_CONTACT_LINE:
        return None
    numbered = False
    office = _OFFICE.match(lines.text, lines.spans[here][0], offset) is not None or is_labelled(lines, here, offset)
    for n in range(here - 1, max(-1, here - 1 - LINES_UP), -1):
        start, end = lines.spans[n]
        own = names.inside(start, end)
        owner = _name_line(lines, n, own)
        if owner is None and n == here - 1:
            owner = _broken_off(lines, n, own)
        if owner is not None:
            own_number = numbered or DIGITS.search(lines.cut(n)) is not None
            return None if office and own_number else owner
        if not own and n in spelt:
            return spelt[n]
        if not own and _names_another(lines, n):
            return None
        own_number = DIGITS.search(lines.cut(n)) is not None and _SWITCHBOARD.search(lines.cut(n)) is not None
        if not own and not numbered and not own_number and names_desk(lines.cut(n)):
            return None  # the desk's own lines
        if not numbered and _heads_lines_of_its_own(lines, n, bodies):
            return None
        numbered = numbered or DIGITS.search(lines.cut(n)) is not None
        if end - start > LONGEST_CONTACT_LINE or (end - start > 60 and lines.cut(n).rstrip().endswith((".", "!", "?"))):
            return None
    return None


def is_labelled(lines: Lines, n: int, offset: int) -> bool:
    """Tell a number alone below a label alone: "Presskontakt", "031-390 06 03"; it is not whose line above has a number."""
    alone = not lines.text[lines.spans[n][0] : offset].strip()
    return alone and n > 0 and _PRESS.fullmatch(lines.cut(n - 1).strip(" \u00a0:")) is not None


_PRESS = re.compile(r"(?:Press|Media|Medie)(?:kontakt(?:er)?|jour(?:en)?|telefon(?:en)?|tjänst(?:en)?|service)")


def below(lines: Lines, offset: int, names: Mentions) -> int | None:
    """Return whose name stands right below a number that a label heads: "Presskontakt", "070-174 06 12", "Bo Ek"."""
    here = lines.at(offset)
    if here == 0 or here + 1 >= len(lines.spans):
        return None
    label, own = lines.cut(here - 1).strip(" \u00a0:").lower(), names.inside(*lines.spans[here + 1])
    if not LABEL.fullmatch(label) or re.search(r"[a-zåäö]{3}", LABEL.sub("", lines.cut(here).lower())):
        return None
    behind = (lines.cut(n) for n in range(here + 2, min(here + 2 + LINES_UP, len(lines.spans))))
    if len(own) != 1 or lines.spans[here + 1][0] != own[0].start or any(DIGITS.search(line) for line in behind):
        return None
    return own[0].who


def _name_line(lines: Lines, n: int, own: list[Mention]) -> int | None:
    """Who a line introduces: a short line with a name that is not a part of somebody else's title."""
    start, end = lines.spans[n]
    if not own or end - start > 2 * LONGEST_CONTACT_LINE:
        return None
    if end - start > LONGEST_CONTACT_LINE and not LABEL.search(lines.cut(n)):
        return None
    if lines.cut(n).lstrip().startswith(("–", "—", "”", '"', "- ")) or _reported(lines.cut(n)):
        return None
    for mention in own:
        before = lines.text[start : mention.start]
        if _STAFF.match(before) and before.split()[0].lower() not in ("frågor", "information"):
            continue
        if not _OF_ANOTHER.search(before) or _ASKING.search(before):
            return mention.who
    return None


def _broken_off(lines: Lines, n: int, own: list[Mention]) -> int | None:
    """``… anmäler sig till pressansvarig ⟦Bo Ek⟧, bo.ek@alvsund.exempel,`` ⏎ ``070-174 06 12``: whose contact the line breaks off."""
    end = lines.spans[n][1]
    if not own or not _BROKEN.search(lines.text, own[-1].end, end):
        return None
    return own[-1].who if end - own[-1].end <= LONGEST_CONTACT_LINE else None


#: An address or a label with its comma, at the end of a line.
_BROKEN = re.compile(r"(?:@[\w.-]+|\b(?:tel|telefon|tfn|mobil)\.?:?|mejla?|mail),? *$")


def _reported(line: str) -> bool:
    """Tell a sentence of the story from a line of contacts."""
    return re.search(
        r"\b(?:säger|sade|menar|berättar|är|har|var|kommer|blir|ska)\b", line
    ) is not None and not _ASKING.search(line)


def _names_another(lines: Lines, n: int) -> bool:
    """Tell a line that looks like a name, though nobody knows it: its numbers are not those of the one above.

    It ends with a known surname, or stands alone right below somebody's number; no title, place or label does.
    """
    match = _NAMELIKE.match(lines.cut(n))
    if match is None:
        return False
    words = match["name"].split()
    if any(is_title(word) or LABEL.fullmatch(word) for word in words) or words[-1] in places():
        return False
    below_a_number = n > 0 and match.end() == len(lines.cut(n)) and DIGITS.search(lines.cut(n - 1)) is not None
    return words[-1] in surnames() or below_a_number


def labels_another(lines: Lines, offset: int, bodies: Mentions) -> bool:
    """Tell a number behind a label and a name that nobody knows: it is that one's, not whose lines stand above."""
    start, _ = lines.spans[lines.at(offset)]
    match = _LABELLED.fullmatch(lines.text, start, offset)
    if match is None or LABEL.search(match.group()) or bodies.inside(start, offset):
        return False
    return not any(is_title(word) or word in places() for word in match["name"].split())


def _heads_lines_of_its_own(lines: Lines, n: int, bodies: Mentions) -> bool:
    """Tell a body alone on its line, below somebody's number: "Svalövs kommun" over its own number."""
    if n == 0 or DIGITS.search(lines.cut(n - 1)) is None:
        return False
    return is_body(lines, n, bodies)


def is_body(lines: Lines, n: int, bodies: Mentions) -> bool:
    """Tell a line that a body has alone: "Svalövs kommun", over what is its own."""
    own = bodies.inside(*lines.spans[n])
    return bool(own) and lines.cut(n).strip(" \u00a0:.") == lines.text[own[0].start : own[0].end]
