"""The lines of a walked page on their way to blocks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.article import BlockKind
from pipeline.stages.clean.nodes import Run, Walked
from pipeline.stages.clean.reached import Said
from pipeline.stages.clean.run_on import could_be_glued, without_glue

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
#: From this share of linked characters on a line is a link.
LINKED = 0.9


@dataclass(slots=True)
class Piece:
    """A line of a run on its way to a block; ``drop`` is the label under which it is left out."""

    run: Run
    text: str
    bold: float
    link: float
    drop: str | None
    kind: BlockKind | None = None
    reason: str | None = None


def pieces_of(walked: Walked) -> list[Piece]:
    """Return the lines of a walked page, each with the label that its region has."""
    pieces: list[Piece] = []
    for run in walked.runs:
        drop = run.drop
        for text, bold, link in run.lines:
            if ("-" in text or not text.isascii()) and could_be_glued(text):
                pieces += [Piece(run, part, bold, link, drop) for part in without_glue(text)]
            else:
                pieces.append(Piece(run, text, bold, link, drop))
    return pieces


def without_said_again(pieces: Sequence[Piece]) -> list[Piece]:
    """Leave out the numbers and addresses of attributes that another line says: once is enough for the contact."""
    if all(piece.run.attribute is None for piece in pieces):
        return list(pieces)
    said = Said(piece.text for piece in pieces if piece.run.attribute is None)
    kept: list[Piece] = []
    for piece in pieces:
        if piece.run.attribute is not None:
            if said.holds(piece.text):
                continue
            said.add(piece.text)
        kept.append(piece)
    return kept


def role_name(piece: Piece) -> str | None:
    """Return the role that a selector gave the piece's element, such as ``contact``."""
    return piece.run.role.role if piece.run.role is not None else None
