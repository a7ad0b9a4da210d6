"""One walk over a parsed page: its runs of text, each with the element it stands in and what that element means.

Nothing is thrown away here except scripts and what is never rendered: text in menus or related links keeps a label of
what it is. The walk uses no recursion (a page may nest a hundred thousand elements) and takes linear time.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Any

from lxml import etree

from pipeline.stages.clean.blocks import normalise
from pipeline.stages.clean.families import Family, Mark

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_NEVER_SHOWN = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "audio",
        "video",
        "map",
        "head",
        "title",
        "meta",
        "link",
        "input",
        "frameset",
        "noframes",
        "datalist",
        "option",
    ]
)
_BOLD = frozenset(["b", "strong"])
_MEANS_SOMETHING = frozenset(
    ["h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "figure", "figcaption", "caption", "dt", "dd", "td", "th"]
)
_SOFT = {"aside": "aside", "header": "header", "footer": "footer"}
_NEVER_DROPPED = frozenset(["html", "body", "main", "form"])
#: What scripts hide until they have run: the page itself.
_ALWAYS_SHOWN = frozenset(["html", "body", "main", "article", "form"])
#: Labels of regions that an element with one of these roles stands out of.
_STANDS_OUT = {
    "aside": frozenset(["contact", "factbox", "lead", "caption", "byline", "published", "updated"]),
    "header": frozenset(["title", "lead", "byline", "published", "updated", "date", "caption"]),
}
#: Roles that make a run of its own of an inline element.
_RUNS = frozenset(["published", "updated", "date", "caption", "lead", "contact", "byline"])
_LEADS_TO_NAME = re.compile(r"(?:^|\b)(?:av|text|by|foto|skribent|reporter|och|&|[:/,])\s*:?\s*$", re.IGNORECASE)
_SPACE_RUN = re.compile(r"[ \t\r\n\f]+")
_DISPLAY_NONE = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)
_LINK, _BOLD_BIT = 1, 2
_DEEPEST_ADDRESS = 100


class Node:
    """An open or closed element of the walk, with what its runs inherit."""

    __slots__ = ("anchor", "block", "bold", "counts", "depth", "drop", "dropper", "first", "hint", "inside", "is_block", "link", "marks", "n", "parent", "pre", "role", "tag")  # fmt: skip

    def __init__(self, tag: str, parent: Node | None) -> None:
        self.tag = tag
        self.parent = parent
        self.counts: dict[str, int] = {}
        self.marks: tuple[Mark, ...] = ()
        self.anchor: Mark | None = None
        self.is_block = tag in _BLOCKS
        self.block: Node | None = None
        self.first = 0
        self.role: Mark | None = None
        self.drop: str | None = None
        self.dropper: Node | None = None
        self.hint: str | None = None
        self.n, self.depth = 1, 0
        self.bold = self.link = self.pre = self.inside = False
        if parent is not None:
            self._inherit(tag, parent)

    def _inherit(self, tag: str, parent: Node) -> None:
        self.n = parent.counts[tag] = parent.counts.get(tag, 0) + 1
        self.block = parent if parent.is_block else parent.block
        self.depth = parent.depth + 1
        self.role = parent.anchor or parent.role
        self.drop = parent.drop
        self.dropper = parent.dropper
        self.hint = tag if tag in _MEANS_SOMETHING else parent.hint
        self.bold = parent.bold or tag in _BOLD
        self.link = parent.link or tag == "a"
        self.pre = parent.pre or tag == "pre"
        self.inside = parent.inside or tag in ("main", "article")

    @property
    def address(self) -> str | None:
        """The XPath of the element in the parsed tree; null for elements nested deeper than a hundred."""
        if self.depth > _DEEPEST_ADDRESS:
            return None
        steps: list[str] = []
        node: Node | None = self
        while node is not None:
            alone = node.parent is None or node.parent.counts[node.tag] == 1
            steps.append(node.tag if alone else f"{node.tag}[{node.n}]")
            node = node.parent
        return "/" + "/".join(reversed(steps))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a run: its text, and how much of it is bold and linked (0 to 1)."""

    text: str
    bold: float
    link: float


@dataclass(slots=True)
class Run:
    """Text between two boundaries of blocks, cut into lines at ``<br>``."""

    lines: list[Line]
    node: Node
    role: Mark | None
    drop: str | None
    dropper: Node | None
    hint: str | None

    @property
    def weight(self) -> int:
        """Characters of running text in it; none where a label says that it is not of the page's text."""
        return self.text_weight if self.drop is None else 0

    @property
    def text_weight(self) -> int:
        """Characters of running text, whatever the label: what is long and no link."""
        return sum(len(line.text) for line in self.lines if len(line.text) >= 40 and line.link < 0.5)


@dataclass(slots=True)
class _Table:
    first: int
    nested: bool = False
    has_head: bool = False
    rows: list[list[tuple[int, int]]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Region:
    """The runs ``first`` to ``last`` (half-open) stand in one element; ``main`` where a selector says it holds the text."""

    first: int
    last: int
    depth: int
    main: Mark | None


@dataclass
class Walked:
    """What the walk saw: runs in order, regions, labels of what was not walked, and dates in the markup."""

    runs: list[Run] = field(default_factory=list)
    regions: list[Region] = field(default_factory=list)
    dropped: Counter[str] = field(default_factory=Counter)
    times: list[tuple[str, str | None]] = field(default_factory=list)

    def weights(self) -> list[int]:
        """Return the running sums of the runs' weights, one more than there are runs."""
        return [0, *accumulate(run.weight for run in self.runs)]


def walk(body: Any, family: Family) -> Walked:
    """Return the runs of text under ``body`` (an lxml element), with what the family's selectors say of them."""
    walker = _Walker(family, body)
    events = etree.iterwalk(body, events=("start", "end"))
    for event, element in events:
        if event == "start":
            if not walker.start(element):
                events.skip_subtree()
        else:
            walker.end(element)
    walker.flush()
    return walker.walked


class _Walker:
    """The state of the walk."""

    def __init__(self, family: Family, body: Any) -> None:
        self.walked = Walked()
        self._family = family
        above = body.getparent()
        self._node: Node | None = None if above is None else Node(str(above.tag), None)
        self._block: Node | None = self._node
        self._parts: list[tuple[str | None, int]] = []
        self._role: Mark | None = None
        self._tables: list[_Table] = []

    def start(self, element: Any) -> bool:
        """Open an element; return whether to go into it."""
        tag = element.tag
        if not isinstance(tag, str):
            self._node = Node("", self._node)
            return False
        if tag == "br":
            self._parts.append((None, 0))
            return False
        if tag in _NEVER_SHOWN:
            return False
        node = self._node = Node(tag, self._node)
        attributes = element.attrib
        if (attributes or tag in _TAGS_WITH_MEANING) and not self._judge(node, tag, dict(attributes)):
            self._pass_over(node)
            return False
        if node.is_block:
            self.flush()
            self._block = node
            node.first = len(self.walked.runs)
            if tag in ("table", "tr", "td", "th"):
                self._open_table(node)
        if element.text:
            self._add(element.text, node)
        return True

    def end(self, element: Any) -> None:
        """Close an element; the text behind it belongs to its parent."""
        node = self._node
        if node is None:
            return
        if element.tag == "br" or element.tag in _NEVER_SHOWN:
            if element.tail:
                self._add(element.tail, node)
            return
        if node.is_block:
            self.flush()
            self._close_block(node)
            if node.parent is not None and node.first == len(self.walked.runs) and not len(element):
                self._remember_anchor(node, node.parent, element.get("id", ""))
        self._node = node.parent
        if element.tail and node.parent is not None and node.depth > 1:
            self._add(element.tail, node.parent)

    def _pass_over(self, node: Node) -> None:
        """An element that is not walked still ends the run before it."""
        if node.is_block:
            self.flush()
            node.is_block = False

    def _remember_anchor(self, node: Node, parent: Node, id_: str) -> None:
        """An empty ``<div id="Ingress">`` names the role of what stands behind it, up to the next such anchor."""
        if not id_.replace("-", "").isalpha():
            return
        mark = next((mark for mark in node.marks if mark.role is not None and mark.selector.startswith("#")), None)
        parent.anchor = mark

    def _judge(self, node: Node, tag: str, attributes: dict[str, str]) -> bool:
        """Apply what attributes and selectors say; return False where the element is not to be walked."""
        if tag not in _ALWAYS_SHOWN and _is_hidden(attributes):
            self.walked.dropped["hidden"] += 1
            return False
        if tag == "time":
            self.walked.times.append((attributes.get("datetime", ""), node.role.role if node.role else None))
        node.marks = self._family.marks(tag, attributes)
        for mark in node.marks:
            if mark.role is not None:
                self._take_role(node, mark)
                break
        else:
            return self._take_boilerplate(node, tag)
        return True

    def _take_role(self, node: Node, mark: Mark) -> None:
        if node.role is not None and not _goes_deeper(node.role, mark):
            return
        node.role = mark
        if node.drop in _STANDS_OUT and mark.role in _STANDS_OUT[node.drop]:
            node.drop = node.dropper = None
        if not node.is_block and mark.role in _RUNS and node.tag != "a" and not self._continues(mark):
            node.is_block = True

    def _continues(self, mark: Mark) -> bool:
        """Tell whether an inline name goes on with its line: "Av ⟦Bo Ek⟧"."""
        before = "".join(part or "" for part, _ in self._parts[-3:])
        return mark.role == "byline" and _LEADS_TO_NAME.search(before[-20:]) is not None

    def _take_boilerplate(self, node: Node, tag: str) -> bool:
        label = next((mark.boilerplate for mark in node.marks if mark.boilerplate), None)
        if label == "navigation" and tag == "nav":
            self.walked.dropped["navigation"] += 1
            return False
        if label is not None and tag not in _NEVER_DROPPED and not any(mark.main for mark in node.marks):
            node.drop, node.dropper = label, node
        elif node.drop is None and tag in _SOFT and not (node.inside and tag == "header"):
            node.drop, node.dropper = _SOFT[tag], node
        return True

    def _add(self, text: str, node: Node) -> None:
        if text.isspace() and not node.pre:
            if self._parts and "\n" in text and node.role is not None and node.role.role == "contact":
                # Name, title and number in a card are elements in a row, one a line of the source.
                self._parts.append((None, 0))
            if not self._parts:
                return
        bits = (_LINK if node.link else 0) | (_BOLD_BIT if node.bold else 0)
        if node.pre and "\n" in text:
            for n, piece in enumerate(text.split("\n")):
                if n:
                    self._parts.append((None, 0))
                self._parts.append((piece, bits))
        else:
            self._parts.append((text, bits))

    def flush(self) -> None:
        """Make a run of what stands since the last boundary."""
        parts, self._parts = self._parts, []
        node = self._block
        if not parts or node is None:
            return
        lines = _lines(parts)
        if lines:
            self.walked.runs.append(Run(lines, node, node.role, node.drop, node.dropper, node.hint))

    def _open_table(self, node: Node) -> None:
        if node.tag == "table":
            if self._tables:
                self._tables[-1].nested = True
            self._tables.append(_Table(len(self.walked.runs)))
        elif self._tables:
            if node.tag == "tr":
                self._tables[-1].rows.append([])
            elif node.tag == "th":
                self._tables[-1].has_head = True

    def _close_block(self, node: Node) -> None:
        last = len(self.walked.runs)
        if self._tables and node.tag in ("td", "th") and self._tables[-1].rows:
            self._tables[-1].rows[-1].append((node.first, last))
        elif self._tables and node.tag == "table":
            self._merge_rows(self._tables.pop())
            last = len(self.walked.runs)
        main = next((mark for mark in node.marks if mark.main), None)
        if main is not None or last - node.first > 1:
            self.walked.regions.append(Region(node.first, last, node.depth, main))
        self._block = node.block

    def _merge_rows(self, table: _Table) -> None:
        """Make one run of each row of a table of data, a cell a line; a table for layout stays as it is."""
        runs = self.walked.runs
        if not _is_data(table, runs):
            return
        merged: list[Run] = []
        for row in table.rows:
            cells = [runs[first] for first, last in row if last > first]
            if cells:
                text = "\n".join(cell.lines[0].text for cell in cells)
                link = sum(cell.lines[0].link for cell in cells) / len(cells)
                merged.append(replace(cells[0], lines=[Line(text, 0.0, link)], hint="table"))
        first = min(first for row in table.rows for first, _ in row)
        runs[first:] = merged
        regions = self.walked.regions
        while regions and regions[-1].last > table.first and regions[-1].first >= table.first:
            regions.pop()


_TAGS_WITH_MEANING = frozenset(["nav", "aside", "header", "footer", "main", "article", "address", "figcaption", "menu", "time", "button", "select", "textarea", "label", "dialog"])  # fmt: skip


def _goes_deeper(outer: Mark, inner: Mark) -> bool:
    """Tell whether an inner element's role replaces the outer one's: a caption in the body does, a body in the lead not."""
    if outer.role == "body":
        return True
    if outer.role == "title" or inner.role == "body":
        return False
    return outer.role in ("contact", "factbox", "lead") or inner.family != "generic"


def _is_hidden(attributes: dict[str, str]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return "style" in attributes and _DISPLAY_NONE.search(attributes["style"][:1000]) is not None


def _is_data(table: _Table, runs: list[Run]) -> bool:
    if table.nested or len(table.rows) < 2 or max(len(row) for row in table.rows) < 2:
        return False
    cells = [runs[first:last] for row in table.rows for first, last in row]
    first = min((first for row in table.rows for first, _ in row), default=table.first)
    if sum(len(cell) for cell in cells) != len(runs) - first:
        return False
    small = all(
        len(cell) <= 1 and all(len(run.lines) == 1 and len(run.lines[0].text) <= 120 for run in cell) for cell in cells
    )
    full = [row for row in table.rows if sum(last > first for first, last in row) >= 2]
    return small and (table.has_head or 2 * len(full) >= len(table.rows)) and len(full) >= 2


def _lines(parts: list[tuple[str | None, int]]) -> list[Line]:
    lines: list[Line] = []
    texts: list[str] = []
    weights = [0, 0, 0, 0]
    for text, bits in [*parts, (None, 0)]:
        if text is not None:
            texts.append(text)
            weights[bits] += len(text.strip())
            continue
        if texts:
            line = normalise("".join(texts))
            if "  " in line or "\n" in line or "\t" in line:
                line = _SPACE_RUN.sub(" ", line)
            line = line.strip(" \u00a0")
            if line:
                total = sum(weights) or 1
                lines.append(Line(line, (weights[2] + weights[3]) / total, (weights[1] + weights[3]) / total))
        texts, weights = [], [0, 0, 0, 0]
    return lines
