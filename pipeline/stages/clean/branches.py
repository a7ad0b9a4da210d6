"""Branches of a page that lead elsewhere: rows of teasers, "Mest läst", boxes of links beside or in the running text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pipeline.stages.clean import labels
from pipeline.stages.clean.pieces import LINKED, Piece, role_name
from pipeline.stages.clean.walk import Node

#: From this length on an unlinked line is running text.
_RUNNING = 60
#: A branch with this share of the page's running text is the text, whatever it holds.
_TOO_MUCH = 0.35
_MOSTLY_LINKS = 0.6
_FEWEST_LINKS = 2
_FEWEST_CARDS = 3
#: Labels whose lines still count as links of their branch.
_COUNTED = frozenset(["links", "related", "repeated", "furniture"])
_KEPT_ROLES = frozenset(["title", "lead", "contact", "factbox", "byline"])


@dataclass(slots=True)
class _Branch:
    """What stands under one element."""

    chars: int = 0
    linked_chars: int = 0
    links: int = 0
    running: int = 0
    running_chars: int = 0
    held: bool = False
    pieces: list[Piece] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        size = len(piece.text)
        self.chars += size
        self.linked_chars += int(size * piece.link)
        if piece.link >= LINKED:
            self.links += 1
        elif size >= _RUNNING:
            self.running += 1
            self.running_chars += size if piece.drop is None else 0
        self.held = self.held or _holds(piece)
        self.pieces.append(piece)

    @property
    def leads_elsewhere(self) -> bool:
        """Links and little else, or cards: a link each, and at most one line of text to each link."""
        if self.held or self.links < _FEWEST_LINKS:
            return False
        mostly = self.linked_chars >= _MOSTLY_LINKS * self.chars
        return mostly or (self.links >= _FEWEST_CARDS and self.running <= self.links)


def leave_out_branches(pieces: Sequence[Piece]) -> None:
    """Label ``related`` what stands in branches of links and under headings such as "Läs också"."""
    branches: dict[Node, _Branch] = {}
    standing = [piece for piece in pieces if piece.drop is None or piece.drop in _COUNTED]
    for piece in standing:
        node: Node | None = piece.run.node
        while node is not None and node.tag not in ("body", "html"):
            branch = branches.get(node)
            if branch is None:
                branch = branches[node] = _Branch()
            branch.add(piece)
            node = node.parent
    total = sum(len(p.text) for p in standing if p.drop is None and p.link < LINKED and len(p.text) >= _RUNNING)
    for node, branch in branches.items():
        if branch.running_chars <= _TOO_MUCH * total and (branch.leads_elsewhere or _is_headed(node, branch)):
            _label(branch.pieces)


def _holds(piece: Piece) -> bool:
    """Tell what no branch is thrown away with: the headline, speech, a phone or mail, a lead."""
    if piece.run.hint == "h1" or role_name(piece) in _KEPT_ROLES or piece.run.hint in ("figcaption", "figure"):
        return True
    return labels.is_reachable(piece.text) or (labels.is_dash(piece.text) and piece.link < LINKED)


def _is_headed(node: Node, branch: _Branch) -> bool:
    """Tell whether the branch's first line says that links follow: "Läs också", "Mest läst"."""
    first = branch.pieces[0]
    if branch.held or len(branch.pieces) < 2 or node is first.run.node or node.tag in ("article", "main"):
        return False
    return labels.bare(first.text) in labels.phrase_set("related_heading") and branch.running <= max(branch.links, 1)


def _label(pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        piece.drop = piece.drop or "related"
