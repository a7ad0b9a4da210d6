"""What a walk over a page leaves behind: elements that mean something, runs of text in them, and the page's regions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from pipeline.stages.clean.selectors import Mark
from pipeline.stages.clean.tree import Element

_MEANS_SOMETHING = frozenset(
    ["h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figure", "figcaption", "caption", "dt", "dd", "td", "th"]
)


class Dropper:
    """A region that is left out, under a label. No node, for a node that held itself would keep the whole page.

    ``outermost`` is the labelled region around it, or itself; ``asks`` tells whether a form stands in it.
    """

    __slots__ = ("_around", "asks", "label")

    def __init__(self, label: str, around: Dropper | None = None) -> None:
        self.label = label
        self.asks = False
        self._around = around and around.outermost

    @property
    def outermost(self) -> Dropper:
        """The region that no other labelled one is around."""
        return self._around or self


class Node:
    """An element of the walk that bounds a block or has a meaning, with what its runs inherit.

    ``element`` is the parser's; ``first`` the number of the run that opens it; ``role``, ``drop`` and ``hint`` are its
    own or those of the nearest element around it; ``anchor`` names the role of what stands in it from here on.
    """

    __slots__ = ("anchor", "block", "depth", "drop", "dropper", "element", "first", "hint", "inside", "is_block", "marks", "parent", "role", "tag")  # fmt: skip

    def __init__(self, tag: str, element: Element, parent: Node | None, is_block: bool) -> None:
        self.tag = tag
        self.element = element
        self.parent = parent
        self.is_block = is_block
        self.marks: tuple[Mark, ...] = ()
        self.anchor: Mark | None = None
        self.first = 0
        if parent is None:
            self.depth = 0
            self.block: Node | None = None
            self.role: Mark | None = None
            self.drop: str | None = None
            self.dropper: Dropper | None = None
            self.hint: str | None = None
            self.inside = False
            return
        self.depth = parent.depth + 1
        self.block = parent if parent.is_block else parent.block
        self.role = parent.anchor or parent.role
        self.drop = parent.drop
        self.dropper = parent.dropper
        self.hint = tag if tag in _MEANS_SOMETHING else parent.hint
        self.inside = parent.inside or tag == "main" or tag == "article"


class Line(NamedTuple):
    """A line of a run: its text, and how much of it is bold and linked (0 to 1)."""

    text: str
    bold: float
    link: float


#: From this length on a line is running text, if it is no link.
RUNNING = 40


def running_length(lines: Sequence[Line]) -> int:
    """Return the characters of running text: of what is long and mostly no link."""
    return sum([len(line.text) for line in lines if len(line.text) >= RUNNING and line.link < 0.5])


@dataclass(slots=True)
class Run:
    """Text between two boundaries of blocks, cut into lines at ``<br>``."""

    lines: list[Line]
    node: Node
    role: Mark | None
    drop: str | None
    dropper: Dropper | None
    hint: str | None
    #: Characters of running text, whatever the label: what is long and no link.
    text_weight: int = 0
    #: The attribute of the node's element that the text was read from; null for text between tags.
    attribute: str | None = None


class Region(NamedTuple):
    """The runs ``first`` to ``last`` (half-open) stand in one element; ``main`` where a selector says it holds the text."""

    first: int
    last: int
    depth: int
    main: Mark | None


class Time(NamedTuple):
    """A ``time`` element: what it says, the role and the label of where it stands, and the number of its run."""

    stamp: str
    role: str | None
    drop: str | None
    run: int


@dataclass
class Walked:
    """What the walk saw: runs in order, regions, labels of what was not walked, and dates in the markup."""

    runs: list[Run] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    times: list[Time] = field(default_factory=list)

    def weights(self) -> list[int]:
        """Return the running sums of the characters of running text, none where a label says that it is not of the text."""
        return [0, *accumulate([run.text_weight if run.drop is None else 0 for run in self.runs])]
