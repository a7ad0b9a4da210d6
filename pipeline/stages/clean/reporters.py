"""Reporters whom no label tells: a name over or under the text, with a job, an agency or nothing beside it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.clean import labels
from pipeline.stages.clean.bylines import is_dated_name, is_job, is_signature
from pipeline.stages.clean.contact_areas import first_part
from pipeline.stages.clean.nodes import RUNNING, Node
from pipeline.stages.clean.pieces import Piece

_LONGEST = 60
_NEAR_START = 6
_MOST_SIGNATORIES = 2
_NEAR_END = 3
_FIRST_LINES = range(1, 4)
_NOBODY: frozenset[str] = frozenset()
_PLAIN = frozenset(["paragraph", "heading"])
#: Cells and items are of rows of people.
_OF_ROWS = frozenset(["li", "td", "th", "dt", "dd"])
#: What may stand under the name that ends a text.
_UNDER_ALL = frozenset(["other", "caption", "date"])
_RUNNING = frozenset(["paragraph", "dash", "caption", "list_item"])


def find_reporters(pieces: Sequence[Piece], author: str | None = None) -> None:
    """Make bylines of "Maja Lans, TT", of "Maja Lans" over "Reporter", and of a name that stands over or under all.

    ``author`` is whom the page's head names.
    """
    count = len(pieces)
    authors = frozenset(author.split(", ")) if author is not None else _NOBODY
    for n in (*range(1, min(_NEAR_START, count)), *range(max(_NEAR_START, count - _NEAR_END), count)):
        piece = pieces[n]
        before = pieces[n - 1]
        if len(piece.text) <= _LONGEST and piece.kind in _PLAIN and not _is_of_row(piece, before):
            if is_signature(piece.text) or is_dated_name(piece.text) or piece.text in authors:
                _sign(piece)
            elif _names_writer(before) and is_job(piece.text):
                _sign(piece)
                _sign(before)
            elif piece.kind == "paragraph" and labels.is_name(piece.text) and _stands_alone(pieces, n):
                _sign(piece)
    _find_signatories(pieces)


def _is_of_row(piece: Piece, before: Piece) -> bool:
    """Tell a cell or an item from a line in a cell of the page's layout, which holds the text before it too."""
    if piece.run.hint not in _OF_ROWS:
        return False
    cell: Node | None = piece.run.node
    while cell is not None and cell.tag not in _OF_ROWS:
        cell = cell.parent
    above: Node | None = before.run.node
    while above is not None and cell is not None and above.depth > cell.depth:
        above = above.parent
    return above is not cell


def _find_signatories(pieces: Sequence[Piece]) -> None:
    """Of a text in which nobody speaks, a letter, the one or two names at its end: "Maja Lans, tekniker"."""
    first = next((n for n in range(len(pieces), 0, -1) if not _is_signatory(pieces[n - 1])), 0)
    if not 0 < len(pieces) - first <= _MOST_SIGNATORIES or not first:
        return
    before = pieces[first - 1]
    is_text = before.kind == "paragraph" and len(before.text) >= RUNNING and before.text.endswith((".", "!", "?"))
    if is_text and not any(piece.kind == "dash" for piece in pieces):
        for piece in pieces[first:]:
            _sign(piece)


def _is_signatory(piece: Piece) -> bool:
    if piece.kind != "paragraph" or len(piece.text) > _LONGEST or piece.run.hint in _OF_ROWS:
        return False
    return not piece.text.endswith(".") and labels.is_name(first_part(piece.text))


def _sign(piece: Piece) -> None:
    piece.kind, piece.reason = "byline", "signature"


def _names_writer(piece: Piece) -> bool:
    return piece.kind in ("paragraph", "heading", "byline") and labels.is_name_shaped(piece.text)


def _stands_alone(pieces: Sequence[Piece], n: int) -> bool:
    """Tell a name under the title or the text from one of a row of people, or one over somebody's answer."""
    before, after = pieces[n - 1], pieces[n + 1] if n + 1 < len(pieces) else None
    if after is None or (n > _NEAR_START and all(piece.kind in _UNDER_ALL for piece in pieces[n + 1 :])):
        ends = before.kind in _RUNNING and before.text.endswith((".", "!", "?", "”"))
        return ends or before.kind in ("byline", "caption")
    above = ("title", "lead", "date", "caption", "byline")
    return n in _FIRST_LINES and before.kind in above and after.kind in ("paragraph", "lead", "date")
