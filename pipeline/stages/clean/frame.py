"""What stands around the element with the text and belongs to it: the headline's lead, captions, fact boxes, speech.

The *frame* is the element that holds headline and text, or ``main`` where the text stands in one article of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from pipeline.stages.clean import labels
from pipeline.stages.clean.bylines import byline_names, is_byline, is_dated_name, is_signature
from pipeline.stages.clean.dates import day_line
from pipeline.stages.clean.head import Head
from pipeline.stages.clean.nodes import RUNNING, Node
from pipeline.stages.clean.pieces import HEADINGS, LINKED, Piece, role_name

#: Lines between the headline and the text, or a picture's caption and the text.
_FARTHEST = 20
_NEAR = 4
#: Lines after the text that are looked at; each asks for the elements around it.
_FARTHEST_AFTER = 120
#: From this length on a line between headline and text is a sentence, and not "Trafik" or "3 min".
SENTENCE = 50
#: A picture's text after the text is longer than "604 kommentarer".
_CAPTION = 20
#: A neighbour with a larger share of linked letters leads elsewhere.
_FEW_LINKS = 0.1
#: Labels of what may hold the headline, if the page's head has the same one or none.
_TOP_OF_PAGE = frozenset(["header", "banner", "wide"])
_OF_THE_TEXT = frozenset(["title", "lead", "byline", "published", "updated", "caption", "factbox"])


def belongs_to_text(pieces: Sequence[Piece], inside: range, depth: int, head: Head) -> set[int]:
    """Return the numbers of the pieces around the text that belong to it.

    ``inside`` are the pieces in the element with the text and ``depth`` is how deep it stands: of
    ``<h1>…</h1><p>Nu öppnar bron.</p><div>…</div><figure>…</figure>`` the paragraph and the caption beside the ``div``.
    """
    if not inside:
        return set()
    text = _at_depth(pieces[inside[0]].run.node, depth)
    headline = _headline(pieces, inside, head)
    found = set(_before(pieces, inside, headline))
    frame = _frame(text, None if headline is None else pieces[headline].run.node)
    if frame is not None:
        found.update(_after(pieces, inside, frame))
        near = pieces[inside.stop : inside.stop + _FARTHEST_AFTER]
        if frame.parent is not None and frame.marks and any(piece.drop == "aside" for piece in near):
            found.update(n for n in _after(pieces, inside, frame.parent) if _is_box(pieces[n]))
    return found


def _headline(pieces: Sequence[Piece], inside: range, head: Head) -> int | None:
    """The last ``h1`` shortly before the text, if the text has none; in a header or banner the one that the head names.

    Without an ``h1`` the line that is what the page's head says: ``<div class="headline">Ny bro öppnar</div>``.
    """
    titles = (pieces[n].run.hint == "h1" or role_name(pieces[n]) == "title" for n in inside if not pieces[n].drop)
    if any(titles):
        return None
    said = (head.title or "").casefold()
    for n in range(inside[0] - 1, max(inside[0] - _FARTHEST, 0) - 1, -1):
        piece = pieces[n]
        if piece.run.hint == "h1" and piece.text != head.site_name:
            named = len(piece.text) > 5 and said.startswith(piece.text.casefold())
            if piece.drop is None or (piece.drop in _TOP_OF_PAGE and (named or (not said and piece.link < LINKED))):
                return n
    for n in range(inside[0] - 1, max(inside[0] - _FARTHEST, 0) - 1, -1):
        if said and pieces[n].text.casefold() == said and pieces[n].drop is None and pieces[n].link == 0:
            return n
    return None


def _before(pieces: Sequence[Piece], inside: range, headline: int | None) -> Iterator[int]:
    """Headline and lead, captions, the reporter; of what the page's header holds only with the headline in it."""
    first = inside[0]
    if headline is not None:
        label = pieces[headline].drop
        yield headline
        for n in range(headline + 1, first):
            if pieces[n].drop in (None, label) and _goes_with_headline(pieces[n]):
                yield n
    start = first if headline is None else headline
    for n in range(max(start - _NEAR, 0), start):
        piece = pieces[n]
        is_caption = piece.run.hint == "figcaption" or labels.is_caption(piece.text)
        if piece.drop is None and is_caption and piece.link < _FEW_LINKS:
            yield n


def _goes_with_headline(piece: Piece) -> bool:
    role = role_name(piece)
    if role in ("published", "updated") or _names_writer(piece.text):
        return True
    if role == "byline":
        return is_byline(piece.text) or labels.is_name_shaped(piece.text) or piece.link < LINKED
    if role == "date":
        return day_line(piece.text) is not None
    if piece.link >= LINKED / 2 or role == "contact":
        return False
    if piece.run.hint in ("figcaption", "figure") or role in _OF_THE_TEXT:
        return True
    text = piece.text
    if len(text) >= SENTENCE or labels.is_dash(text) or is_byline(text) or labels.is_caption(text):
        return True
    return day_line(text) is not None or labels.is_name(text) or is_signature(text) or is_dated_name(text)


def _names_writer(text: str) -> bool:
    """Tell a reporter whose name leads to more of the same: "av ⟦Rut Ek⟧, 5 mars 2024 kl 12.30, ⟦3 kommentarer⟧"."""
    return len(text) < SENTENCE * 2 and is_byline(text) and labels.is_name(byline_names(text) or "")


def _frame(text: Node, headline: Node | None) -> Node | None:
    """The element that holds headline and text, else ``main`` around the text, else the element next to it."""
    if headline is not None:
        above = set(_upwards(headline))
        return next((node for node in _upwards(text) if node in above), None)
    landmarks = (node for node in _upwards(text.parent) if any(m.main for m in node.marks) and node.tag != "article")
    return next(landmarks, text.parent)


def _after(pieces: Sequence[Piece], inside: range, frame: Node) -> Iterator[int]:
    """What follows the text in the frame, in elements that lead nowhere: no links, no form, no other headline.

    Of an element in which somebody speaks, that is headed "Fakta" or that says more than the text all is kept.
    """
    said = 0
    depth = frame.depth + 1
    following = range(inside.stop, min(inside.stop + _FARTHEST_AFTER, len(pieces)))
    for node, group in groupby(following, lambda n: _at_depth(pieces[n].run.node, depth)):
        if node is not frame and node.parent is not frame:
            return
        numbers = [n for n in group if pieces[n].drop is None or _is_box(pieces[n])]
        held = [pieces[n] for n in numbers]
        if held and leads_nowhere(held) and not _is_other_article(node, held):
            whole = labels.opens(held[0].text, "factbox") or any(labels.is_dash(piece.text) for piece in held)
            if not whole and len(held) > 1 and (running := _running(held)):
                said = said or _running([pieces[n] for n in inside])
                whole = running > said
            yield from (n for n in numbers if whole or _goes_with_text(pieces[n]))


def _is_other_article(node: Node, held: Sequence[Piece]) -> bool:
    """Tell another article by its headline; an ``article`` without one may be the second part of this one."""
    return any(piece.run.hint == "h1" for piece in held) or (node.tag == "article" and held[0].run.hint in HEADINGS)


def _is_box(piece: Piece) -> bool:
    dropper = piece.run.dropper
    return piece.drop == "aside" and dropper is not None and not dropper.outermost.asks


def _running(pieces: Sequence[Piece]) -> int:
    return sum([len(piece.text) for piece in pieces if len(piece.text) >= RUNNING and piece.drop is None])


def leads_nowhere(pieces: Sequence[Piece]) -> bool:
    """Tell whether next to nothing in an element is a link, and no heading in it."""
    if any(piece.run.hint in HEADINGS and piece.link > 0 for piece in pieces):
        return False
    linked = sum([len(p.text) * p.link for p in pieces if role_name(p) != "byline"])
    return linked <= _FEW_LINKS * sum([len(piece.text) for piece in pieces])


def _goes_with_text(piece: Piece) -> bool:
    role = role_name(piece)
    if (
        role in ("byline", "factbox")
        or piece.run.hint == "figcaption"
        or (role == "caption" and len(piece.text) >= _CAPTION)
    ):
        return True
    return labels.is_caption(piece.text) or is_byline(piece.text) or labels.opens(piece.text, "factbox") is not None


def _at_depth(node: Node, depth: int) -> Node:
    while node.depth > depth and node.parent is not None:
        node = node.parent
    return node


def _upwards(node: Node | None) -> Iterator[Node]:
    while node is not None:
        yield node
        node = node.parent
