"""The page's own imprint under the text: its address, its switchboard, who answers for it. It is no contact of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import itemgetter

from pipeline.stages.clean import labels
from pipeline.stages.clean.contact_areas import first_part
from pipeline.stages.clean.nodes import RUNNING, Node
from pipeline.stages.clean.pieces import Piece, role_name

#: A code and its town, and no end of a phone number: "456 78 Alvsund".
_POSTCODE = re.compile(r"[1-9](?<!\d.)(?<!\d[ -].)\d\d \d\d[ \u00a0]{1,2}[A-ZÅÄÖ]")
_LONGEST = 400
#: Lines over an imprint that may be its sender: "Alvsunds-Posten".
_LONGEST_SENDER = 60


def leave_out_imprint(pieces: Sequence[Piece]) -> None:
    """Label ``footer`` what the page says of itself under its text; ``pieces`` are those of the text.

    "Alvsunds-Posten, Box 12, 456 78 Alvsund", "Växel 08-465 004 05", "Ansvarig utgivare: Rut Ek".
    """
    end = _end_of_text(pieces)
    if not 0 < end < len(pieces) or not _may_hold_one("\n".join([piece.text for piece in pieces[end:]])):
        return
    pairs = zip(_tops(pieces, end), pieces[end:], strict=True)
    groups = [(top, [piece for _, piece in group]) for top, group in groupby(pairs, itemgetter(0))]
    is_last = True
    for top, group in reversed(groups):
        own: Sequence[Piece] = []
        if any(map(_is_imprint, group)):
            own = _behind_contacts(group) if top is None or _has_contacts(group) else group
        elif top is not None and is_last and _is_address(group):
            own = group
        for piece in own:
            piece.drop = "footer"
        is_last = is_last and len(own) == len(group)


def _end_of_text(pieces: Sequence[Piece]) -> int:
    """The number behind the last line that is running text or speech."""
    for n in range(len(pieces) - 1, -1, -1):
        text = pieces[n].text
        if len(text) >= RUNNING and text.endswith((".", "!", "?", "”")):
            if not _is_imprint(pieces[n]):
                return n + 1
        elif labels.is_dash(text):
            return n + 1
    return 0


def _is_imprint(piece: Piece) -> bool:
    """Tell a line of an imprint from a sentence on one: "Ansvarig utgivare är nu Rut Ek, som tillträdde i maj."."""
    text = piece.text
    if len(text) > _LONGEST:
        return False
    if labels.opens(text, "imprint_opening") is None:
        return not labels.is_sentence(text) and _says_one(text) and not labels.is_date_line(text)
    if piece.run.hint in ("figcaption", "figure") or labels.is_caption(text):
        return False
    return labels.is_reachable(text) or _may_hold_one(text)


def _says_one(text: str) -> bool:
    low = text.lower()
    return any(phrase in low for phrase in labels.phrases("imprint"))


def _may_hold_one(text: str) -> bool:
    return _says_one(text) or _POSTCODE.search(text) is not None


def _is_address(group: Sequence[Piece]) -> bool:
    """Tell the address of whoever the page is from: it names nobody, and nobody is referred to it."""
    if any(piece.run.node.inside or labels.is_name(first_part(piece.text)) for piece in group):
        return False
    lines = [piece.text for piece in group]
    if any(labels.contact_label(line) and not labels.is_phrase(line, "contact_of_sender") for line in lines):
        return False
    return any(map(_POSTCODE.search, lines)) and any(map(labels.is_reachable, lines))


def _has_contacts(group: Sequence[Piece]) -> bool:
    """Tell whether people are named under a label: "Presskontakt", "Karin Lindqvist"."""
    labelled = any(role_name(piece) == "contact" or labels.contact_label(piece.text) for piece in group)
    return labelled and any(map(_is_named, group))


def _is_named(piece: Piece) -> bool:
    return labels.is_name(first_part(piece.text)) and not _is_imprint(piece)


def _behind_contacts(group: Sequence[Piece]) -> Sequence[Piece]:
    """What stands behind the last person and their numbers; where nobody is named, the imprint with its sender's line."""
    start = max((n for n, piece in enumerate(group) if _is_named(piece)), default=-1) + 1
    lines = [piece.text for piece in group]
    behind = range(start, len(group))
    first = next((n for n in behind if _is_imprint(group[n]) or _POSTCODE.search(lines[n])), len(group))
    over = lines[first - 1] if start < first < len(group) and _POSTCODE.search(lines[first]) else ""
    first -= 0 < len(over) <= _LONGEST_SENDER and not labels.is_reachable(over)
    return group[first:]


def _tops(pieces: Sequence[Piece], end: int) -> Iterator[Node | None]:
    """For each line from ``end`` on: the largest element around it in which nothing of the text before it stands.

    Null where the line is in one element with the text.
    """
    tops: dict[Node, Node | None] = {}
    above: Node | None = pieces[end - 1].run.node
    while above is not None:
        tops[above] = None
        above = above.parent
    for piece in pieces[end:]:
        inner: list[Node] = []
        node = piece.run.node
        while node not in tops and node.parent is not None:
            inner.append(node)
            node = node.parent
        top = tops[node] or (inner[-1] if inner else None)
        tops.update(dict.fromkeys(inner, top))
        yield top
