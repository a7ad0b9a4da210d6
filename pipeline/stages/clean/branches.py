"""Branches of a page that lead elsewhere: rows of teasers, "Mest läst", boxes of links beside or in the running text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import accumulate

from pipeline.stages.clean import labels
from pipeline.stages.clean.nodes import Node
from pipeline.stages.clean.pieces import LINKED, Piece, role_name
from pipeline.stages.clean.tree import name_of

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
    """What stands under one element: its pieces are those from ``first`` to ``last`` (half-open) of the page."""

    __slots__ = ("first", "last")

    def __init__(self, first: int, last: int) -> None:
        self.first, self.last = first, last


class _Sums:
    """Running sums over the pieces of a page, by which what stands in a branch is counted with two looks."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        sizes = [len(piece.text) for piece in pieces]
        self.chars = [0, *accumulate(sizes)]
        self.linked = [0, *accumulate([int(size * p.link) for size, p in zip(sizes, pieces, strict=True)])]
        self.links = [0, *accumulate([piece.link >= LINKED for piece in pieces])]
        runs = [size >= _RUNNING and piece.link < LINKED for size, piece in zip(sizes, pieces, strict=True)]
        self.running = [0, *accumulate(runs)]
        texts = zip(runs, sizes, pieces, strict=True)
        self.running_chars = [0, *accumulate([size if runs and p.drop is None else 0 for runs, size, p in texts])]

    @cached_property
    def _held(self) -> list[int]:
        return [0, *accumulate([_holds(piece) for piece in self._pieces])]

    def holds(self, branch: _Branch) -> bool:
        """Tell whether something stands in the branch that is never thrown away."""
        return self._held[branch.last] > self._held[branch.first]

    def leads_elsewhere(self, branch: _Branch) -> bool:
        """Links and little else, or cards: a link each, and at most one line of text to each link."""
        first, last = branch.first, branch.last
        links = self.links[last] - self.links[first]
        if links < _FEWEST_LINKS:
            return False
        mostly = self.linked[last] - self.linked[first] >= _MOSTLY_LINKS * (self.chars[last] - self.chars[first])
        cards = links >= _FEWEST_CARDS and self.running[last] - self.running[first] <= links
        return (mostly or cards) and not self.holds(branch)


def leave_out_branches(pieces: Sequence[Piece]) -> None:
    """Label ``related`` what stands in branches of links and under headings such as "Läs också"."""
    standing = [piece for piece in pieces if piece.drop is None or piece.drop in _COUNTED]
    sums = _Sums(standing)
    most = _TOO_MUCH * sums.running_chars[-1]
    _leave_out_cards(standing, most)
    for node, branch in _branches(standing).items():
        if sums.running_chars[branch.last] - sums.running_chars[branch.first] <= most:
            is_headed = _is_headed(node, branch, standing[branch.first], sums)
            if is_headed or sums.leads_elsewhere(branch):
                _label(standing[branch.first : branch.last])


def _leave_out_cards(pieces: Sequence[Piece], most: float) -> None:
    """A paragraph that stands in a link is a teaser: ``<a href="/hus"><div>Minsta huset</div><p>Det blev kallt.</p></a>``.

    Not where much of the text does: a link that is never closed holds what follows it.
    """
    cards = [
        p for p in pieces if p.drop is None and p.link >= LINKED and p.run.hint not in _NO_CARDS and _is_in_link(p)
    ]
    if sum([len(piece.text) for piece in cards]) <= most and not any(map(_holds, cards)):
        _label(cards)


#: What may be a link of the text: headlines and items.
_NO_CARDS = frozenset(["h1", "li", "td", "figcaption"])


def _is_in_link(piece: Piece) -> bool:
    element = piece.run.node.element.parent
    for _ in range(_DEEPEST_CARD):
        if element is None or name_of(element) == "a":
            break
        element = element.parent
    return element is not None and name_of(element) == "a"


_DEEPEST_CARD = 4


def _branches(pieces: Sequence[Piece]) -> dict[Node, _Branch]:
    """Return the branch of every element with pieces in it, from the inside outwards."""
    branches: dict[Node, _Branch] = {}
    by_depth: defaultdict[int, list[Node]] = defaultdict(list)
    for n, piece in enumerate(pieces):
        node = piece.run.node
        branch = branches.get(node)
        if branch is not None:
            branch.last = n + 1
        elif node.tag not in _WHOLE_PAGE:
            branches[node] = _Branch(n, n + 1)
            by_depth[node.depth].append(node)
    for depth in range(max(by_depth, default=0), 0, -1):
        for node in by_depth[depth]:
            parent = node.parent
            if parent is None or parent.tag in _WHOLE_PAGE:
                continue
            inner, outer = branches[node], branches.get(parent)
            if outer is None:
                branches[parent] = _Branch(inner.first, inner.last)
                by_depth[parent.depth].append(parent)
            else:
                outer.first, outer.last = min(outer.first, inner.first), max(outer.last, inner.last)
    return branches


def _holds(piece: Piece) -> bool:
    """Tell what no branch is thrown away with: the headline, speech, a phone or mail, a lead."""
    if piece.run.hint == "h1" or role_name(piece) in _KEPT_ROLES or piece.run.hint in ("figcaption", "figure"):
        return True
    return labels.is_reachable(piece.text) or (labels.is_dash(piece.text) and piece.link < LINKED)


def _is_headed(node: Node, branch: _Branch, first: Piece, sums: _Sums) -> bool:
    """Tell whether the branch's first line says that links follow: "Läs också", "Mest läst"."""
    if branch.last - branch.first < 2 or node is first.run.node or node.tag in ("article", "main"):
        return False
    if not labels.is_phrase(first.text, "related_heading") or sums.holds(branch):
        return False
    links = sums.links[branch.last] - sums.links[branch.first]
    return sums.running[branch.last] - sums.running[branch.first] <= max(links, 1)


def _label(pieces: Iterable[Piece]) -> None:
    for piece in pieces:
        piece.drop = piece.drop or "related"
