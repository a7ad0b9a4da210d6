"""Branches of a page that lead elsewhere: rows of teasers, "Mest läst", boxes of links beside or in the running text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.stages.clean import labels
from pipeline.stages.clean.nodes import Node
from pipeline.stages.clean.pieces import LINKED, Piece, role_name

#: From this length on an unlinked line is running text.
_RUNNING = 60
#: A branch with this share of the page's running text is the text, whatever it holds.
_TOO_MUCH = 0.35
_MOSTLY_LINKS = 0.6
_FEWEST_LINKS = 2
_FEWEST_CARDS = 3
#: Labels whose lines still count as links of their branch.
_COUNTED = frozenset(["links", "related", "repeated", "furniture"])
_WHOLE_PAGE = frozenset(["body", "html"])
_KEPT_ROLES = frozenset(["title", "lead", "contact", "factbox", "byline"])


class _Branch:
    """What stands under one element; its pieces are those from ``first`` to ``last`` (half-open) of the page."""

    __slots__ = ("chars", "first", "held", "last", "linked_chars", "links", "running", "running_chars")

    def __init__(self, first: int) -> None:
        self.first, self.last = first, first
        self.chars = self.linked_chars = self.links = self.running = self.running_chars = 0
        self.held = False

    def add(self, piece: Piece, n: int) -> None:
        """Count the piece with this number."""
        size = len(piece.text)
        self.last = n + 1
        self.chars += size
        self.linked_chars += int(size * piece.link)
        if piece.link >= LINKED:
            self.links += 1
        elif size >= _RUNNING:
            self.running += 1
            self.running_chars += size if piece.drop is None else 0
        self.held = self.held or _holds(piece)

    def add_all(self, inner: _Branch) -> None:
        """Count what stands in an element of this one."""
        self.first, self.last = min(self.first, inner.first), max(self.last, inner.last)
        self.chars += inner.chars
        self.linked_chars += inner.linked_chars
        self.links += inner.links
        self.running += inner.running
        self.running_chars += inner.running_chars
        self.held = self.held or inner.held

    @property
    def leads_elsewhere(self) -> bool:
        """Links and little else, or cards: a link each, and at most one line of text to each link."""
        if self.held or self.links < _FEWEST_LINKS:
            return False
        mostly = self.linked_chars >= _MOSTLY_LINKS * self.chars
        return mostly or (self.links >= _FEWEST_CARDS and self.running <= self.links)


def leave_out_branches(pieces: Sequence[Piece]) -> None:
    """Label ``related`` what stands in branches of links and under headings such as "Läs också"."""
    standing = [piece for piece in pieces if piece.drop is None or piece.drop in _COUNTED]
    branches = _branches(standing)
    total = sum(len(p.text) for p in standing if p.drop is None and p.link < LINKED and len(p.text) >= _RUNNING)
    for node, branch in branches.items():
        if branch.running_chars <= _TOO_MUCH * total:
            inside = standing[branch.first : branch.last]
            if branch.leads_elsewhere or _is_headed(node, branch, inside[0]):
                _label(inside)


def _branches(pieces: Sequence[Piece]) -> dict[Node, _Branch]:
    """Return the branch of every element with pieces in it, from the inside outwards."""
    branches: dict[Node, _Branch] = {}
    by_depth: defaultdict[int, list[Node]] = defaultdict(list)
    for n, piece in enumerate(pieces):
        node = piece.run.node
        branch = branches.get(node)
        if branch is None:
            if node.tag in _WHOLE_PAGE:
                continue
            branch = branches[node] = _Branch(n)
            by_depth[node.depth].append(node)
        branch.add(piece, n)
    for depth in range(max(by_depth, default=0), 0, -1):
        for node in by_depth[depth]:
            parent = node.parent
            if parent is None or parent.tag in _WHOLE_PAGE:
                continue
            outer = branches.get(parent)
            if outer is None:
                outer = branches[parent] = _Branch(branches[node].first)
                by_depth[parent.depth].append(parent)
            outer.add_all(branches[node])
    return branches


def _holds(piece: Piece) -> bool:
    """Tell what no branch is thrown away with: the headline, speech, a phone or mail, a lead."""
    if piece.run.hint == "h1" or role_name(piece) in _KEPT_ROLES or piece.run.hint in ("figcaption", "figure"):
        return True
    return labels.is_reachable(piece.text) or (labels.is_dash(piece.text) and piece.link < LINKED)


def _is_headed(node: Node, branch: _Branch, first: Piece) -> bool:
    """Tell whether the branch's first line says that links follow: "Läs också", "Mest läst"."""
    if branch.held or branch.last - branch.first < 2 or node is first.run.node or node.tag in ("article", "main"):
        return False
    return labels.is_phrase(first.text, "related_heading") and branch.running <= max(branch.links, 1)


def _label(pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        piece.drop = piece.drop or "related"
