"""Numbers that are a body's: below its postal address, on its line, under its name."""

from __future__ import annotations

import re

from pipeline.article import Phone
from pipeline.stages.owners.beside import belongs
from pipeline.stages.owners.lines import DIGITS, LINES_UP, LONGEST_CONTACT_LINE, REACH, Lines, Mentions, Owned
from pipeline.stages.roles.titles import is_title

#: The postcode and town of an address: "111 22 Stockholm".
_POSTCODE = re.compile(r"(?<!\d)\d{3}[ \u00a0]?\d{2}[ \u00a0]{1,2}[A-ZÅÄÖ]")
#: Lines at most from a company's name to the number below its address.
_LINES_OF_ADDRESS = 6


def of_a_company_block(lines: Lines, phone: Phone, names: Mentions, bodies: Mentions) -> int | None:
    """Return the body whose postal address stands between its name and the number, below or behind people's own numbers.

    "Bo Ek, vd, 070-…", below it ``Nordbygg AB``, "Storgatan 1", "111 22 Stockholm" and "Tel 08-…".
    """
    if phone.kind == "mobile":
        return None
    here = lines.at(phone.start)
    for n in range(here, max(-1, here - _LINES_OF_ADDRESS), -1):
        start, end = lines.spans[n]
        start, stop = max(start, phone.start - 2 * REACH), min(end, phone.start)
        named = names.inside(start, stop)
        own = [body for body in bodies.inside(start, stop) if _POSTCODE.search(lines.text, body.end, phone.start)]
        if own and not any(name.start > own[-1].start for name in named):
            above = lines.text[max(0, own[-1].start - REACH) : own[-1].start]
            return own[-1].who if _ends_with_a_number(above, on_lines=n != here) else None
        if named:
            return None
    return None


def of_an_address(lines: Lines, offset: int, names: Mentions, bodies: Mentions) -> int | None:
    """Return the body whose postal address stands above the offset, with no person's name between the two.

    "Bo Ek, 08-…", below it ``Norrhamns kommun, Storgatan 1, 111 22 Norrhamn`` and "E-post: info@…".
    """
    here = lines.at(offset)
    for n in range(here, max(-1, here - _LINES_OF_ADDRESS), -1):
        start, end = lines.spans[n]
        start, stop = max(start, offset - 2 * REACH), min(end, offset)
        own = [body for body in bodies.inside(start, stop) if _POSTCODE.search(lines.text, body.end, offset)]
        if names.inside(start, stop):
            return None
        if own:
            return own[-1].who
    return None


def through_a_desk(lines: Lines, start: int, bodies: Mentions) -> int | None:
    """Return the body through whose desk somebody is reached: "Bo Ek, nås genom ⟦Bergfasts⟧ presstjänst 08-…"."""
    line_start, _ = lines.spans[lines.at(start)]
    own = bodies.inside(max(line_start, start - REACH), start)
    if not own or _DESK.fullmatch(lines.text, own[-1].end, start) is None:
        return None
    return own[-1].who if _THROUGH.search(lines.text, max(line_start, own[-1].start - 12), own[-1].start) else None


_THROUGH = re.compile(r"\b(?:genom|via)[ \u00a0]\Z")
_DESK = re.compile(
    r":?s?[ \u00a0](?:presstjänst|pressjour|mediejour|presskontor|kundtjänst|reception|kansli)(?:en|et)?\W{1,4}"
    r"(?:(?:på[ \u00a0])?(?:tel|tfn|telefon)\W{1,3})?"
)


def _ends_with_a_number(before: str, on_lines: bool) -> bool:
    """Tell whether what stands before a company's name ends with somebody's number, or with a line that has one."""
    if on_lines:
        last = before.rstrip().rpartition("\n")[2]
        return "@" in last or DIGITS.search(last) is not None
    return re.search(r"\d{2}[ ,.;|]*$", before) is not None


#: A sentence of the story: what somebody says, or more words up to a full stop than a contact's line has.
_TOLD = re.compile(r"^[–—”\"»]|(?:[a-zåäö]{2,}[ \u00a0]){4}.*[a-zåäö]{2}[.!?]$")


#: A sentence in which a body is but a place: "Vatten finns vid ⟦Kvarnskolan⟧."
_AT_A_PLACE = re.compile(r"(?:^|[ \u00a0])(?:vid|utanför|bakom|nära)[ \u00a0]", re.IGNORECASE | re.MULTILINE)


def body_near(lines: Lines, offset: int, bodies: Mentions) -> Owned | None:
    """Return the body on the number's line before it, else on a short line above."""
    here = lines.at(offset)
    start, end = lines.spans[here]
    before = bodies.inside(max(start, offset - 240), offset)
    if before and belongs(lines.text[before[-1].end : offset], service=False):
        return "organisation", before[-1].who
    for n in range(here - 1, max(-1, here - 1 - LINES_UP), -1):
        start, end = lines.spans[n]
        if end - start > LONGEST_CONTACT_LINE:
            return None
        own = [body for body in bodies.inside(start, end) if not _in_title(lines.text, body.end, end)]
        if _TOLD.search(lines.cut(n)) and not {body.who for body in own} & {body.who for body in before}:
            return None
        if own and _AT_A_PLACE.search(lines.text, start, own[0].start) and lines.text[end - 1] in ".!?":
            return None
        if own:
            return "organisation", own[-1].who
    return None


def _in_title(text: str, at: int, end: int) -> bool:
    """``⟦nämndens⟧ ordförande``: a body that only tells whose head somebody is."""
    word = re.match(r"s?[ \u00a0](\w+)", text[at:end])
    return word is not None and is_title(word[1])
