"""One walk over a parsed page: its runs of text, each with the element it stands in and what that element means.

Nothing is thrown away here except scripts and what is never rendered: text in menus or related links keeps a label of
what it is. The walk uses no recursion (a page may nest a hundred thousand elements) and takes linear time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.stages.clean import labels
from pipeline.stages.clean.blocks import normalise
from pipeline.stages.clean.inside import closes, heads, is_dash_for_eyes, say_much
from pipeline.stages.clean.nodes import RUNNING, Dropper, Line, Node, Region, Run, Time, Walked, running_length
from pipeline.stages.clean.reached import Reached, Said, mail_behind, reached_by, reached_by_data
from pipeline.stages.clean.seams import BREAK, NOTHING, QUOTATION_MARK, SEAM, Part, sewn
from pipeline.stages.clean.selectors import PLAIN, Attributes, Mark, Meaning, Selectors, key_of
from pipeline.stages.clean.tables import Tables
from pipeline.stages.clean.tree import NAMES, TEXT, Element, name_of, texts_of

_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td
    tfoot th thead tr ul""".split()
)
#: What is never rendered, and the end of a line.
_NOT_WALKED = frozenset(
    """-comment br script style noscript template svg math img source iframe object embed canvas audio video map head title
    meta link input frameset noframes datalist option""".split()
)
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
#: Elements in which others of a page's own making, <x-link>, are words.
_OF_SENTENCES = _HEADINGS | {"p", "li", "td", "th", "dd", "dt", "figcaption", "blockquote"}
_LOWER_HEADINGS = _HEADINGS - {"h1"}
_TABLE_TAGS = frozenset(["table", "tr", "td", "th"])
_BOLD = frozenset(["b", "strong"])
_SOFT = {"aside": "aside", "header": "header", "footer": "footer"}
_NEVER_DROPPED = frozenset(["html", "body", "main", "form"])
#: Labels that are believed whatever is left of the page; what has one is counted, not walked.
_BELIEVED = frozenset(["cookie", "comments"])
#: Labels that are believed only outside the text: there are experts' comments, and people who consent.
_BELIEVED_OUTSIDE = frozenset(["comment", "consent"])
#: Elements that say themselves what they are, and are believed outside the text.
_OWN_LABEL = {"nav": "navigation", "footer": "footer"}
#: Labels of regions that may hold a headline, a contact, or the cards by which a row of teasers is known.
_LOOKED_INTO = frozenset(["header", "aside", "related", "about", "banner", "wide"])
#: Labels of what asks the reader for something; a box around it is no fact box.
_ASK = frozenset(["form", "subscribe"])
#: Labels that an element in the middle of a sentence is left out under; other links there are words of the sentence.
_NOT_IN_SENTENCES = frozenset(["form", "hidden", "wide"])
#: What scripts hide until they have run: the page itself.
_ALWAYS_SHOWN = frozenset(["html", "body", "main", "article", "form"])
#: Labels of regions that an element with one of these roles stands out of.
_STANDS_OUT = {
    "aside": frozenset(["contact", "factbox", "lead", "caption", "byline", "published", "updated"]),
    "header": frozenset(["title", "lead", "byline", "published", "updated", "date", "caption"]),
}
#: Roles that make a run of its own of an inline element.
_RUNS = frozenset(["published", "updated", "date", "caption", "lead", "contact", "byline"])
#: An element with one of these in another one of the same is the day behind its label.
_OF_A_DAY = frozenset(["published", "updated", "date"])
_LEADS_TO_NAME = re.compile(r"(?:^|\b)(?:av|text|by|foto|skribent|reporter|och|og|ja|&|[:/,])\s*:?\s*$", re.IGNORECASE)
_SPACE_RUN = re.compile(r"[ \t\r\n\f]+")
_AT_ENDS = " \t\r\n\f\u00a0"
_LINK, _BOLD_BIT, _PRE = 1, 2, 4
_BITS = {"a": _LINK, "b": _BOLD_BIT, "strong": _BOLD_BIT, "pre": _PRE}

#: Elements whose letters belong to the word before them; and a text, which says itself whether it is a word's.
_IN_WORDS = frozenset([TEXT, "sub", "sup", "br", "wbr"])
#: What the addresses of links that call or write begin with: ``tel:``, ``mailto:``, ``/cdn-cgi/`` where they are hidden, and of
#: those that lead nowhere and only say whom to call.
_REACHING = frozenset(["te", "ma", "ca", "Te", "TE", "Ma", "MA", "/c", "#", "ja", ""])
_QUOTES = frozenset("\"”“»«„’'")
_SPOKEN_DASHES = frozenset("–—-―")
#: How a bold question or the name of a speaker ends, and how the answer behind it begins.
_ASKS = frozenset("?:")
_ANSWER = re.compile(r"\s*[-–—―][ \u00a0]?[A-ZÅÄÖÆØ”\"»]")

#: What waits on the stack: the children still to come, their element, what holds around them, whether it is a node.
_Frame = tuple[Iterator[Element], Element, Node, int, bool]


def walk(body: Element, selectors: Selectors) -> Walked:
    """Return the runs of text under ``body``, with what the selectors say of them."""
    return _Walker(selectors).walk(body)


class _Walker:
    """The state of the walk."""

    def __init__(self, selectors: Selectors) -> None:
        self.walked = Walked()
        self._selectors = selectors
        self._block: Node | None = None
        self._parts: list[Part] = []
        self._seamed = False
        self._reached: list[tuple[Reached, Element, Node]] = []
        self._cards: dict[Node, tuple[Reached, Element, Node]] = {}
        self._tables = Tables(self.walked)

    def walk(self, body: Element) -> Walked:
        """Go through the elements in order; a plain inline element is no node, it only bears on its letters."""
        above, name = body.parent, name_of(body)
        outer = None if above is None else Node(name_of(above), above, None, is_block=True)
        opened = self._open(body, name, outer, self._selectors.meaning(key_of(name, body.attributes)).marks)
        if opened is None:
            return self.walked
        node, bits, is_node = opened, 0, True
        frames: list[_Frame] = []
        names, known, block = NAMES, self._selectors.known, _BLOCKS
        outer_element, children = body, body.iter(include_text=True, skip_empty=True)
        while True:
            for current in children:
                tag = names.get(current.tag_id) or name_of(current)
                if self._parts and tag not in block:
                    self._add_blank(current.prev, node, bits, tag)
                if tag == TEXT:
                    text = current.text_content
                    if text and (self._parts or not text.isspace()):
                        self._add(text, node, bits)
                elif tag not in _NOT_WALKED:
                    attributes, child = current.attributes, current.first_child
                    key = key_of(tag, attributes) if attributes else tag
                    meaning = known.get(key) or self._selectors.meaning(key)
                    # Most elements hold one text and nothing else.
                    alone = child if child is not None and child.next is None else None
                    text = alone.text_content if alone is not None else None
                    if text is not None:
                        is_empty = text.isspace()
                    else:
                        is_empty = child is None or (alone is not None and alone.is_comment_node)
                    inner: Node | None
                    if meaning is PLAIN:
                        inner = self._open_plain(current, tag, node, attributes, is_empty) if tag in block else node
                    else:
                        inner = self._into(current, tag, node, attributes, is_empty, meaning, bits)
                    if inner is not None:
                        inner_bits = bits
                        if tag in _BITS:
                            inner_bits |= _BITS[tag]
                            if tag == "a" and (
                                (href := attributes.get("href") or "")[:2] in _REACHING or href[0] == "#"
                            ):
                                inner_bits = bits | self._link(current, node, attributes)
                        if text is not None:
                            if text and (self._parts or not is_empty):
                                self._add(text, inner, inner_bits)
                        elif child is not None:
                            frames.append((children, outer_element, node, bits, is_node))
                            children, outer_element = current.iter(include_text=True, skip_empty=True), current
                            is_node, node, bits = inner is not node, inner, inner_bits
                            break
                        if inner is not node:
                            self._close(inner)
                elif tag == "br":
                    self._parts.append(BREAK)
                elif tag == "input" and node.dropper is not None:
                    node.dropper.outermost.asks = True
            else:
                if self._parts and not (is_node and node.is_block):
                    self._add_blank(outer_element.last_child, node, bits, TEXT)
                if is_node:
                    self._close(node)
                if not frames:
                    return self.walked
                children, outer_element, node, bits, is_node = frames.pop()

    def _add_blank(self, before: Element | None, node: Node, bits: int, tag: str) -> None:
        """White space by itself, which the walk passes over, parts what stands on its sides where that is one line.

        Two elements with nothing between them meet in a seam.
        """
        if before is None:
            return
        if before.is_empty_text_node:
            self._add(before.text_content or "", node, bits)
            if "-" in tag and node.tag not in _OF_SENTENCES and before.prev is not None and "-" in name_of(before.prev):
                # A row of <x-text>, a line each.
                self._parts.append(BREAK)
        elif tag not in _IN_WORDS and before.is_element_node:
            # Elements of a page's own making, <x-text>, are blocks nearly everywhere.
            self._parts.append(BREAK if "-" in tag else SEAM)
            self._seamed = True

    def _link(self, element: Element, node: Node, attributes: Attributes) -> int:
        """Note whom a link calls or writes to; return the bit of its letters.

        None for a place, ``<a name="top">``, or for the address that a heading has on its own page.
        """
        if _is_anchor(attributes, node):
            return 0
        reached = reached_by(attributes)
        if reached is not None:
            # Kept until the end of the run is known, which may say the same.
            self._reached.append((reached, element, node))
            self._parts.append(NOTHING)
        return _LINK

    def _open_plain(
        self, element: Element, tag: str, parent: Node, attributes: Attributes, is_empty: bool
    ) -> Node | None:
        """Open an element that bounds a block and says nothing else; null where it holds nothing."""
        if self._parts:
            self._flush()
        if is_empty:
            if (attributes.get("id") or "").replace("-", "").isalpha():
                parent.anchor = None
            return None
        node = self._block = Node(tag, element, parent, is_block=True)
        node.first = len(self.walked.runs)
        if tag in _TABLE_TAGS:
            self._tables.start(tag)
        return node

    def _into(
        self,
        element: Element,
        tag: str,
        node: Node,
        attributes: Attributes,
        is_empty: bool,
        meaning: Meaning,
        bits: int,
    ) -> Node | None:
        """Return the node that holds the element's text; null where the element is not walked."""
        if meaning.hidden and tag not in _ALWAYS_SHOWN and not is_dash_for_eyes(element, attributes):
            if tag not in _BLOCKS or node.drop is not None or is_empty or not self._is_panel(element):
                self._pass_over("hidden", tag in _BLOCKS)
                return None
            panel = self._open(element, tag, node, ())
            if panel is not None:
                panel.drop, panel.dropper = "hidden", Dropper("hidden")
            return panel
        if tag == "time":
            self._note_time(element, node, attributes, meaning)
        elif tag == "q" and not is_empty:
            return self._open_quotation(element, node)
        elif "data-cfemail" in attributes and (address := mail_behind(attributes["data-cfemail"] or "")):
            self._add(address, node, bits)
            return None
        opened: Node | None
        if not meaning.marks and meaning.is_block:
            opened = self._open_plain(element, tag, node, attributes, is_empty)
        elif not meaning.marks and tag not in _BLOCKS:
            opened = node
        elif is_empty:
            self._pass_by(tag, node, attributes, meaning)
            opened = None
        else:
            opened = self._open(element, tag, node, meaning.marks)
        if meaning.reaches and (reached := reached_by_data(attributes)) is not None:
            self._note_reached(reached, element, node, opened)
        return opened

    def _note_reached(self, reached: Reached, element: Element, around: Node, opened: Node | None) -> None:
        """Keep a number of an element until its line is known, or until the end of a block that has lines of its own."""
        if opened is not None and opened is not around and opened.is_block:
            self._cards[opened] = (reached, element, opened)
        else:
            self._reached.append((reached, element, around))
            self._parts.append(NOTHING)

    def _is_panel(self, element: Element) -> bool:
        """Tell what a click shows, under a heading, from what is never seen: speech and contacts are read wherever they are."""
        if self._parts:
            self._flush()
        runs = self.walked.runs
        if runs and runs[-1].hint in _LOWER_HEADINGS and runs[-1].drop is None:
            return True
        texts = texts_of(element)
        if labels.phone_ends(" ".join(texts)) or any(labels.is_dash(text) for text in texts):
            return True
        return bool(texts) and element.css_first("figcaption") is not None

    def _note_time(self, element: Element, node: Node, attributes: Attributes, meaning: Meaning) -> None:
        """Note a time with the role of its element, else with what words in it or before it say: "Uppdaterad ⟦6 mars⟧"."""
        # Some themes say "updated" of the day of publishing.
        own = next((mark for mark in meaning.marks if mark.role == "published"), None)
        mark = own or node.anchor or node.role
        role: str | None = mark.role if mark is not None else None
        if role not in ("published", "updated"):
            first = element.first_child
            said = labels.opens(((first.text_content if first is not None else None) or "").strip(), "date_opening")
            role = (labels.role_of_day(said) if said else None) or role
        if role in (None, "body", "byline") and self._parts:
            role = labels.role_of_day("".join(part or "" for part, _ in self._parts[-3:])) or role
        stamp = attributes.get("datetime") or ""
        self.walked.times.append(Time(stamp, role, node.drop, len(self.walked.runs)))

    def _open_quotation(self, element: Element, node: Node) -> Node:
        """Browsers set the quotation marks of ``<q>``; so does the walk, unless the page has written its own."""
        before = self._parts[-1][0] if self._parts else None
        first = element.first_child
        opening = ((first.text_content if first is not None else None) or "").lstrip()[:1]
        if (before and before[-1] in _QUOTES) or (opening and opening in _QUOTES):
            return node
        self._parts.append((QUOTATION_MARK, 0))
        return Node("q", element, node, is_block=False)

    def _pass_by(self, tag: str, parent: Node, attributes: Attributes, meaning: Meaning) -> None:
        """An element with nothing in it ends a run, and may be an anchor: ``<div id="Ingress"></div>``."""
        if tag not in _BLOCKS:
            return
        if self._parts:
            self._flush()
        if (attributes.get("id") or "").replace("-", "").isalpha():
            anchors = (mark for mark in meaning.marks if mark.role is not None and mark.selector.startswith("#"))
            parent.anchor = next(anchors, None)

    def _open(self, element: Element, tag: str, parent: Node | None, marks: tuple[Mark, ...]) -> Node | None:
        """Open an element that bounds a block, or that selectors say something of; null for a menu."""
        is_block = tag in _BLOCKS
        node = Node(tag, element, parent, is_block)
        if marks:
            node.marks = marks
            role = next((mark for mark in marks if mark.role is not None), None)
            if role is not None:
                self._take_role(node, role)
            elif (count := self._take_boilerplate(node)) is not None:
                if node.drop in _ASK and node.dropper is not None and not node.dropper.outermost.asks:
                    box = node.dropper.outermost
                    box.asks = box is node.dropper or not closes(element)
                self._pass_over(node.drop or "", is_block, count)
                return None
        elif tag in _SOFT:
            self._take_boilerplate(node)
        if node.is_block:
            if self._parts:
                self._flush()
            self._block = node
            node.first = len(self.walked.runs)
            if tag in _TABLE_TAGS:
                self._tables.start(tag)
        return node

    def _pass_over(self, label: str, is_block: bool, count: int = 1) -> None:
        """An element that is not walked is counted by its texts, and still ends the run before it."""
        self.walked.dropped[label] += count
        if is_block and self._parts:
            self._flush()

    def _take_role(self, node: Node, mark: Mark) -> None:
        around = node.role
        if around is not None and not _goes_deeper(around, mark):
            return
        node.role = mark
        if node.drop in _STANDS_OUT and mark.role in _STANDS_OUT[node.drop]:
            node.drop = node.dropper = None
        goes_on = around is not None and around.role == mark.role and mark.role in _OF_A_DAY
        if not node.is_block and mark.role in _RUNS and node.tag != "a" and not goes_on and not self._continues(mark):
            node.is_block = True

    def _continues(self, mark: Mark) -> bool:
        """Tell whether an inline name goes on with its line: "Av ⟦Bo Ek⟧"."""
        before = "".join(part or "" for part, _ in self._parts[-3:])
        return mark.role == "byline" and _LEADS_TO_NAME.search(before[-20:]) is not None

    def _take_boilerplate(self, node: Node) -> int | None:
        """Label a region that is not of the text; return how many texts are in it where it need not be walked."""
        label = next((mark.boilerplate for mark in node.marks if mark.boilerplate), None)
        if label is not None and node.tag not in _NEVER_DROPPED and not any(mark.main for mark in node.marks):
            if label == "footer" and node.hint == "blockquote":
                return None
            if label == "form" and (node.hint in _HEADINGS or (node.tag == "button" and heads(node.element))):
                return None
            node.drop, node.dropper = label, Dropper(label, node.dropper)
            by_itself = label in _BELIEVED_OUTSIDE or _OWN_LABEL.get(node.tag) == label
            believed = label in _BELIEVED or (by_itself and not node.inside)
            looked_into = label in _LOOKED_INTO or (node.inside and label in ("footer", "dialog"))
            if believed or (not looked_into if node.is_block else label in _NOT_IN_SENTENCES):
                texts = texts_of(node.element)
                return len(texts) if believed or not say_much(texts) else None
        if node.drop is None and node.tag in _SOFT and not (node.inside and node.tag == "header"):
            node.drop = _SOFT[node.tag]
            node.dropper = Dropper(node.drop)
        return None

    def _close(self, node: Node) -> None:
        """Close a node: a region, perhaps a table, perhaps an anchor that names the role of what stands behind it."""
        if not node.is_block:
            if node.tag == "q":
                self._parts.append((QUOTATION_MARK, 0))
            return
        if self._parts:
            self._flush()
        if self._cards and node in self._cards:
            self._reached.append(self._cards.pop(node))
            self._flush_reached(())
        runs = self.walked.runs
        if node.tag in _TABLE_TAGS:
            self._tables.end(node)
        last = len(runs)
        main = next((mark for mark in node.marks if mark.main), None) if node.marks else None
        if main is not None or last - node.first > 1:
            self.walked.regions.append(Region(node.first, last, node.depth, main))
        self._block = node.block

    def _add(self, text: str, node: Node, bits: int) -> None:
        if bits & _PRE:
            for n, piece in enumerate(text.split("\n")):
                if n:
                    self._parts.append(BREAK)
                self._parts.append((piece, bits & ~_PRE))
        else:
            if "\n" in text and node.role is not None and node.role.role == "contact" and text.isspace():
                # Name, title and number in a card are elements in a row, one a line of the source.
                self._parts.append(BREAK)
            self._parts.append((text, bits))

    def _flush(self) -> None:
        """Make a run of what stands since the last boundary."""
        parts, node = self._parts, self._block
        self._parts = []
        if self._seamed:
            is_card = node is not None and node.role is not None and node.role.role == "contact"
            parts, self._seamed = sewn(parts, is_card), False
        if node is None:
            return
        if len(parts) == 1 and (only := parts[0])[0] is not None:
            line, link = _one_line(only[0]), only[1] & _LINK
            lines = [Line(line, only[1] >> 1, link)] if line else []
            length = len(line) if len(line) >= RUNNING and not link else 0
        else:
            lines = _lines(parts)
            length = running_length(lines)
        if lines:
            self.walked.runs.append(Run(lines, node, node.role, node.drop, node.dropper, node.hint, length))
        if self._reached:
            self._flush_reached(lines)

    def _flush_reached(self, lines: Sequence[Line]) -> None:
        """Make a run of each number and address that stands in attributes alone: ``<a href="tel:070-174 06 12">Ring</a>``."""
        said = Said(line.text for line in lines)
        for reached, element, parent in self._reached:
            if not said.holds(reached.text):
                node = Node("a", element, parent, is_block=False)
                run = Run([Line(reached.text, 0, 0)], node, node.role, node.drop, node.dropper, None)
                run.attribute = reached.attribute
                self.walked.runs.append(run)
        self._reached.clear()


def _is_anchor(attributes: Attributes, node: Node) -> bool:
    """Tell a place from a link: ``<a name="top">``, often never closed around the rest of the page; a heading's own address."""
    href = attributes.get("href")
    if href is None:
        return "href" not in attributes and ("name" in attributes or "id" in attributes)  # "<a href>" is a link
    return href[:1] == "#" and len(href) > 1 and node.hint in _HEADINGS


def _goes_deeper(outer: Mark, inner: Mark) -> bool:
    """Tell whether an inner element's role replaces the outer one's: a caption in the body does, a body in the lead not."""
    if outer.role == "body":
        return True
    if outer.role == "title" or inner.role == "body":
        return False
    return outer.role in ("contact", "factbox", "lead") or inner.family != "generic"


def _lines(parts: list[Part]) -> list[Line]:
    """Cut the parts of a run into lines, with the share of bold and linked letters of each."""
    lines: list[Line] = []
    if not any(bits or text is None for text, bits in parts):
        line = _one_line("".join([text for text, _ in parts if text]))
        return [Line(line, 0, 0)] if line else lines
    texts: list[str] = []
    weights = [0, 0, 0, 0]
    asked = False
    for text, bits in [*parts, BREAK]:
        if text is not None and not (asked and not bits & _BOLD_BIT and _ANSWER.match(text)):
            texts.append(text)
            weights[bits] += len(text.strip())
            asked = bool(bits & _BOLD_BIT) and text.rstrip(_AT_ENDS)[-1:] in _ASKS
            continue
        if texts:
            line = _one_line("".join(texts))
            if text is None and line in _SPOKEN_DASHES and parts[-1] is not BREAK:
                texts.append(" ")
                continue
            if line:
                total = sum(weights) or 1
                lines.append(Line(line, (weights[2] + weights[3]) / total, (weights[1] + weights[3]) / total))
        texts, weights, asked = [], [0, 0, 0, 0], False
        if text is not None:
            texts.append(text)
            weights[bits] += len(text.strip())
    return lines


def _one_line(text: str) -> str:
    """Return the text without invisible characters, with one space for each run of white space."""
    line = text.strip(_AT_ENDS)
    if not (line.isascii() and line.isprintable()):
        line = normalise(line).strip(_AT_ENDS)
    return _SPACE_RUN.sub(" ", line) if "  " in line or "\n" in line or "\t" in line else line
