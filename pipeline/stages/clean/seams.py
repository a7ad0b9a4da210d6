"""Where two inline elements meet without white space: what a style sheet holds apart is parted in the text too.

<span>Karin Lans</span><span>Projektledare</span><span>070-174 06 12</span>

Only a break that cannot be inside a word is one: editors leave words in two elements, ``<span>Komm</span><span>unen</span>``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.stages.clean import labels

#: A text with what its letters are, or a line end.
Part = tuple[str | None, int]
BREAK: Part = (None, 0)
#: Two elements meet here.
SEAM: Part = ("", 0)
#: Makes a run of what has no text.
NOTHING: Part = ("", 1)
#: What ``<q>`` stands for.
QUOTATION_MARK = "”"
_SPACE: Part = (" ", 0)
_REACHES = re.compile(r"(?:\+|00?)\d[\d ()/.‑–-]{5,20}\d|[\w.+-]{1,64}@[\w-]{1,63}\.\w")
_CLOSED = frozenset('.!?:)”"»')


def sewn(parts: Sequence[Part], is_card: bool = False) -> list[Part]:
    """Return the parts of a run with a space or a line end for each seam that stands between words.

    In the card of a contact each element is a line.
    """
    found: list[Part] = []
    left, seamed = "", False
    for part in parts:
        if part is SEAM:
            seamed = True
            continue
        text = part[0]
        if seamed and left and text:
            joint = _joint(left, text)
            if joint is not None:
                found.append(BREAK if is_card else joint)
        if text != "":
            left, seamed = text or "", False
        found.append(part)
    return found


def _joint(left: str, right: str) -> Part | None:
    """Return what parts two texts: a line end before speech, a number or an address, and behind the latter two.

    ``Rut Ek|– Det är bra``, ``Rut Ek|070-174 06 12`` and ``070-174 06 12|Projektledare`` are two lines.
    """
    last, first = left[-1], right[0]
    if last.isspace() or first.isspace():
        return None
    if first in labels.DASHES:
        return BREAK if labels.is_dash(right) and (last.isalpha() or last in _CLOSED) else None
    if _REACHES.match(right):
        return BREAK if last.isalnum() else _SPACE if last in _CLOSED else None
    if last.isalnum() and first.isalnum() and (first.isupper() or not last.isupper()) and _is_reached(left):
        return BREAK
    if last.isalpha() and first.isalpha() and labels.is_name(left) and (first.isupper() or _WORD.match(right)):
        return BREAK
    if _SECTION.search(left) and _CAPITAL.match(right):
        return _SPACE
    if last.isdigit() and first.isdigit():
        return _SPACE if " " in left and " " in right else None
    return _SPACE if _is_end_of_word(left) and _begins_word(first, last) else None


#: A word of its own behind a name, and not its ending: ``Karin Lans|projektledare``, not ``Karin Lans|s förslag``.
_WORD = re.compile(r"[^\W\d_]{4}")
#: A place or a section in capitals before a sentence: ``ALVSUND|Bron är klar``.
_SECTION = re.compile(r"(?:^|\s)[A-ZÅÄÖ]{3,}$")
_CAPITAL = re.compile(r"[A-ZÅÄÖ][a-zåäö]")


def _is_reached(text: str) -> bool:
    """Tell whether a text ends with a number or an address."""
    end = text[-60:]
    return any(match.end() == len(end) for match in _REACHED_END.finditer(end))


_REACHED_END = re.compile(r"(?<![\d+])(?:\+|00?)\d[\d ()/.‑–-]{5,20}\d|[\w.+-]{1,64}@[\w.-]{1,63}\.\w{2,12}")


def _is_end_of_word(left: str) -> bool:
    return left[-1].islower() or left[-1].isdigit() or (left[-1] in _CLOSED and left[-1] != ":")


def _begins_word(first: str, last: str) -> bool:
    """A capital opens a word; a digit does behind a letter: ``Längd|84 meter``."""
    return first.isupper() or (first.isdigit() and last.isalpha())
