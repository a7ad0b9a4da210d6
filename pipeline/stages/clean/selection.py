"""What of a walked page belongs to its text: lines with a label under which they are left out, or none."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from pipeline.stages.clean import labels
from pipeline.stages.clean.boxes import keep_boxes
from pipeline.stages.clean.branches import leave_out_branches
from pipeline.stages.clean.bylines import is_signature
from pipeline.stages.clean.contact_areas import find_contacts, first_part
from pipeline.stages.clean.frame import belongs_to_text
from pipeline.stages.clean.head import Head
from pipeline.stages.clean.nodes import Run
from pipeline.stages.clean.pieces import HEADINGS, LINKED, Piece, role_name
from pipeline.stages.clean.tree import attribute

#: Labels of regions in which a contact block is kept all the same, be it a heading and a number.
_CONTACTS_KEPT_IN = frozenset(["aside", "outside", "related", "header", "about"])
#: In these it is kept if it names somebody; in the page's own footer it is only counted.
_NAMED_CONTACTS_KEPT_IN = frozenset(
    "advert banner comment dialog footer navigation print search share subjects subscribe wide".split()
)
_LOWER_HEADINGS = HEADINGS - {"h1"}
#: Lines between a headline or lead that stands outside the text and the text.
_FARTHEST_BEFORE = 20


def leave_out(pieces: Sequence[Piece], region: Sequence[Run], depth: int, head: Head) -> None:
    """Label what does not belong to the text: outside its region, lists of links, furniture, what was there before.

    ``region`` are the runs of the element with the text, and ``depth`` is how deep that stands.
    """
    inside = _numbers_of(region, pieces)
    keep_boxes(pieces, inside)
    reached = _reached_contacts(pieces)
    only_date = _only_date_outside(pieces, inside)
    around = belongs_to_text(pieces, inside, depth, head)
    has_title = any(
        pieces[n].run.hint == "h1" and (pieces[n].drop is None or n in around) for n in chain(inside, around)
    )
    first = inside.start
    for n, piece in enumerate(pieces):
        if n in around:
            piece.drop = None
        elif piece.drop is None:
            before = n < first and first - n <= _FARTHEST_BEFORE
            if n not in inside and n not in only_date and not _stands_before(piece, has_title, head, reached, before):
                piece.drop = "outside"
        elif piece.drop in _CONTACTS_KEPT_IN and id(piece) in reached:
            piece.drop = None
    _leave_out_link_lists(pieces)
    _leave_out_repeated(pieces)
    _leave_out_calls(pieces)
    for piece in pieces:
        if piece.drop is None and labels.is_phrase(piece.text, "dirt"):
            piece.drop = "furniture"
        elif piece.drop is None and piece.link >= LINKED and piece.run.hint in _LOWER_HEADINGS:
            piece.drop = "links"
    leave_out_branches(pieces)
    _keep_contacts(pieces)


def _numbers_of(region: Sequence[Run], pieces: Sequence[Piece]) -> range:
    """Return the numbers of the pieces of neighbouring runs."""
    if not region:
        return range(0)
    first = next(n for n, piece in enumerate(pieces) if piece.run is region[0])
    last = next(n for n in range(len(pieces) - 1, -1, -1) if pieces[n].run is region[-1])
    return range(first, last + 1)


def _reached_contacts(pieces: Sequence[Piece]) -> set[int]:
    """Return the ids of the pieces of contact blocks in which a phone or a mail stands."""
    reached: set[int] = set()
    n = next((n for n, piece in enumerate(pieces) if role_name(piece) == "contact"), len(pieces))
    while n < len(pieces):
        end = n
        while end < len(pieces) and role_name(pieces[end]) == "contact":
            end += 1
        if any(labels.is_reachable(piece.text) for piece in pieces[n:end]):
            reached.update(map(id, pieces[n - _heading_over(pieces, n) : end]))
        n = end + 1
    return reached


def _only_date_outside(pieces: Sequence[Piece], inside: range) -> range:
    """Return the one labelled date line beside the text, such as "Sidan uppdaterades 2005-10-03"; teasers have several.

    The day of a bare label, "Publicerad", stands behind it.
    """
    dates = [n for n, piece in enumerate(pieces) if piece.drop is None and labels.is_date_line(piece.text)]
    if len(dates) != 1 or dates[0] in inside:
        return range(0)
    return range(dates[0], dates[0] + (2 if labels.is_phrase(pieces[dates[0]].text, "date_opening") else 1))


def _heading_over(pieces: Sequence[Piece], n: int) -> int:
    """Return 1 where the piece before ``n`` is the heading over a contact block: "Kontakter", "Frågor från media"."""
    over = pieces[n - 1] if n else None
    if over is None or over.run.hint not in HEADINGS or over.run.hint == "h1":
        return 0
    return int(bool(labels.opens(over.text, "contact") or labels.opens(over.text, "contact_heading")))


def _stands_before(piece: Piece, has_title: bool, head: Head, reached: set[int], before: bool) -> bool:
    """Tell what belongs to the text though it stands outside the body: headline, lead, byline, date, contacts."""
    role = piece.run.role.role if piece.run.role else None
    if piece.run.hint == "h1":
        return not has_title and piece.text != head.site_name
    if role == "contact":
        return id(piece) in reached
    if role in ("title", "lead") and not before:
        return False
    if role == "factbox" and piece.run.role is not None:
        # An "info box" may be the page's own.
        return piece.link == 0 and "fa" in piece.run.role.selector
    return role in ("title", "lead", "byline", "published", "updated") and piece.link < 0.5


def _leave_out_link_lists(pieces: Sequence[Piece]) -> None:
    """Two or more items in a row that are links and nothing else, with the heading over them."""
    row: list[int] = []
    for n, piece in enumerate(pieces):
        if piece.link >= LINKED and piece.run.hint in _ITEMS and not _speaks(piece):
            row.append(n)
        elif row:
            _leave_out_row(pieces, row)
            row = []
    if row:
        _leave_out_row(pieces, row)
    for n, piece in enumerate(pieces):
        if piece.run.hint in HEADINGS and labels.is_phrase(piece.text, "links_heading"):
            _leave_out_documents(pieces, n)


_ITEMS = frozenset(["li", "dt", "dd", "td"])


def _leave_out_row(pieces: Sequence[Piece], row: Sequence[int]) -> None:
    items = [pieces[at] for at in row]
    over = pieces[row[0] - 1] if row[0] else None
    if over is not None and _is_text(over, items):
        for piece in items:
            piece.link = 0.0
    elif len(row) >= 2 or (over is not None and _heads_links(over)):
        for piece in items:
            piece.drop = piece.drop or "links"
        if over is not None and over.run.hint in _LOWER_HEADINGS:
            over.drop = over.drop or "links"


def _heads_links(piece: Piece) -> bool:
    return labels.is_phrase(piece.text, "links_heading") or labels.is_phrase(piece.text, "related_heading")


def _is_text(over: Piece, row: Sequence[Piece]) -> bool:
    return _lists_people(over, row) or _says_steps(over, row)


def _lists_people(over: Piece, row: Sequence[Piece]) -> bool:
    """Tell whether links are the names that a label or a colon announces: "Kontakt", "I panelen sitter:"."""
    if over.drop is not None or not (over.text.endswith(":") or labels.contact_label(over.text)):
        return False
    return all(piece.drop is None and labels.is_name_shaped(first_part(piece.text)) for piece in row)


def _says_steps(over: Piece, row: Sequence[Piece]) -> bool:
    """Tell sentences and steps, each a link, from a menu: "Så gör du", "1. Ladda ner appen", "2. Skapa ett konto"."""
    if over.drop is not None or any(piece.drop is not None for piece in row):
        return False
    if _heads_links(over):
        return False
    if all(piece.text.endswith((".", ".”")) for piece in row):
        return any(labels.is_sentence(piece.text) for piece in row)
    parent = row[0].run.node.parent
    return parent is not None and parent.tag == "ol" and labels.opens(over.text, "steps_opening") is not None


def _leave_out_documents(pieces: Sequence[Piece], n: int) -> None:
    """The links under "Bifogade filer", and the heading itself where nothing else stands under it."""
    end = n + 1
    while end < len(pieces) and pieces[end].link >= LINKED and not _speaks(pieces[end]):
        pieces[end].drop = pieces[end].drop or "links"
        end += 1
    if end == len(pieces) or pieces[n + 1].drop is not None:
        pieces[n].drop = pieces[n].drop or "links"


def _leave_out_calls(pieces: Sequence[Piece]) -> None:
    """A line or two in one box with "Prenumerera på vårt nyhetsbrev" go with it: "Få nyheterna i inkorgen varje morgon.".

    So do the answers to "Hjälpte informationen dig?".
    """
    for n, piece in enumerate(pieces):
        box = piece.run.node.parent
        if piece.drop is not None or box is None or not (piece.run.hint in _LOWER_HEADINGS or piece.bold >= LINKED):
            continue
        calls = labels.is_phrase(piece.text, "newsletter") or labels.opens(piece.text, "offer_opening") is not None
        calls = calls or (piece.text.endswith("?") and labels.is_phrase(piece.text, "dirt"))
        if not calls or (n and pieces[n - 1].run.node.parent is box):
            continue
        end = n + 1
        while end < len(pieces) and pieces[end].run.node.parent is box:
            end += 1
        if end - n <= _LONGEST_CALL and not any(map(_speaks, pieces[n:end])):
            for it in pieces[n:end]:
                it.drop = it.drop or "subscribe"


_LONGEST_CALL = 4


def _speaks(piece: Piece) -> bool:
    """Tell speech, somebody to call and a reporter from a link."""
    role = piece.run.role
    if role is not None and role.role == "byline" and (labels.is_name(piece.text) or is_signature(piece.text)):
        return True
    return labels.is_dash(piece.text) or labels.is_reachable(piece.text)


def _leave_out_repeated(pieces: Sequence[Piece]) -> None:
    """A second copy of a long line or of a caption: for phones, for print, alternative text and caption."""
    seen: dict[str, int] = {}
    for n, piece in enumerate(pieces):
        if piece.drop is None and len(piece.text) >= 40:
            first = seen.setdefault(piece.text, n)
            if first != n and not _is_said_again(pieces, first, n):
                piece.drop = "repeated"


def _is_said_again(pieces: Sequence[Piece], first: int, second: int) -> bool:
    """Tell what two people say, or are: the same words further on in the same element, or under another name."""
    one, other = pieces[first].run.node, pieces[second].run.node
    alike = one is other or (
        one.parent is other.parent
        and one.tag == other.tag
        and attribute(one.element, "class") == attribute(other.element, "class")
    )
    if alike:
        return second - first > 1
    names = pieces[first - 1].text, pieces[second - 1].text
    return first > 0 and names[0] != names[1] and labels.is_name(first_part(names[1]))


def _keep_contacts(pieces: Sequence[Piece]) -> None:
    """Keep a contact block that another rule rejected: cards, an ``aside``, a box beside the text."""
    said: set[str] = set()
    n = 0
    while n < len(pieces):
        label = pieces[n].drop
        end = n + 1
        while end < len(pieces) and pieces[end].drop == label:
            end += 1
        if label is not None and _may_hold_contacts(label, pieces[n]):
            group = pieces[n:end]
            reachable = [piece.text for piece in group if labels.is_reachable(piece.text)]
            if reachable and label in _NAMED_CONTACTS_KEPT_IN:
                said = said or {piece.text for piece in pieces if piece.drop is None}
            if reachable and not said.issuperset(reachable):
                first = _keep_contacts_of(group, label)
                for piece in pieces[n + first - _heading_over(pieces, n + first) : n + first] if first >= 0 else ():
                    piece.drop = None
        n = end


def _may_hold_contacts(label: str, piece: Piece) -> bool:
    if label == "footer":
        return piece.run.node.inside
    return label in _CONTACTS_KEPT_IN or label in _NAMED_CONTACTS_KEPT_IN


def _keep_contacts_of(group: Sequence[Piece], label: str) -> int:
    """Keep the contacts among pieces with one label; return the number of the first one, or -1 where there is none."""
    # A first line that is empty stands in for the title that find_contacts expects.
    found = find_contacts(["", *(piece.text for piece in group)])
    reached = any(labels.is_reachable(group[at - 1].text) for at in found)
    named = any(
        labels.is_name(group[at - 1].text.partition(",")[0])
        or (kind == "heading" and label not in _NAMED_CONTACTS_KEPT_IN)
        for at, (kind, _) in found.items()
    )
    if not (reached and named):
        return -1
    for at, (kind, _) in found.items():
        piece = group[at - 1]
        piece.drop, piece.kind, piece.reason = None, "contact" if kind == "byline" else kind, f"contact-in:{label}"
    return min(found) - 1
