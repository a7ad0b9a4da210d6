"""Reporters whom no label tells: a name over or under the text, with a job, an agency or nothing beside it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.clean import labels
from pipeline.stages.clean.bylines import is_dated_name, is_job, is_signature
from pipeline.stages.clean.pieces import Piece

_LONGEST = 60
_NEAR_START = 6
_NEAR_END = 3
_FIRST_LINES = range(1, 4)
_PLAIN = frozenset(["paragraph", "heading"])
#: Cells and items are of rows of people.
_OF_ROWS = frozenset(["li", "td", "th", "dt", "dd"])
_RUNNING = frozenset(["paragraph", "dash", "caption", "list_item"])


def find_reporters(pieces: Sequence[Piece]) -> None:
    """Make bylines of "Maja Lans, TT", of "Maja Lans" over "Reporter", and of a name that stands over or under all."""
    count = len(pieces)
    for n in (*range(1, min(_NEAR_START, count)), *range(max(_NEAR_START, count - _NEAR_END), count)):
        piece = pieces[n]
        if len(piece.text) <= _LONGEST and piece.kind in _PLAIN and piece.run.hint not in _OF_ROWS:
            before = pieces[n - 1]
            if is_signature(piece.text) or is_dated_name(piece.text):
                _sign(piece)
            elif _names_writer(before) and is_job(piece.text):
                _sign(piece)
                _sign(before)
            elif piece.kind == "paragraph" and labels.is_name(piece.text) and _stands_alone(pieces, n):
                _sign(piece)


def _sign(piece: Piece) -> None:
    piece.kind, piece.reason = "byline", "signature"


def _names_writer(piece: Piece) -> bool:
    return piece.kind in ("paragraph", "heading", "byline") and labels.is_name_shaped(piece.text)


def _stands_alone(pieces: Sequence[Piece], n: int) -> bool:
    """Tell a name under the title or the text from one of a row of people, or one over somebody's answer."""
    before, after = pieces[n - 1], pieces[n + 1] if n + 1 < len(pieces) else None
    if after is None or (n > _NEAR_START and all(piece.kind == "other" for piece in pieces[n + 1 :])):
        ends = before.kind in _RUNNING and before.text.endswith((".", "!", "?", "”"))
        return ends or before.kind in ("byline", "caption")
    above = ("title", "lead", "date", "caption", "byline")
    return n in _FIRST_LINES and before.kind in above and after.kind in ("paragraph", "lead", "date")
