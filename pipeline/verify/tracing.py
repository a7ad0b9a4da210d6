"""From a record's blocks to its page: each to the element that its address names, and to characters of the source."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.stages.clean.reached import mail_behind
from pipeline.stages.clean.tree import TEXT, Element, name_of, parse
from pipeline.verify.letters import Letters, letters_of, read_letters, read_plain_letters

_STEP = re.compile(r"(?P<name>[^\[\]/]+)(?:\[(?P<n>\d+)\])?")
_MOST_PLACES = 500
#: Letters that may stand hidden between two words of a line.
_LONGEST_GAP = 400
#: In the kinds whose lines may come from several elements beside each other, the address is of the first.
_MORE_ELEMENTS = frozenset(["table", "contact", "title"])


@dataclass(frozen=True, slots=True)
class Traced:
    """Where the characters of a record's text stand in the source: −1 for those that stand nowhere (blank lines)."""

    starts: array[int]
    ends: array[int]
    problems: tuple[tuple[str, str], ...]

    def range_of(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the range in the source of a range of the text; null where no character of it was traced."""
        places = [n for n in range(start, end) if self.starts[n] >= 0]
        return (self.starts[places[0]], self.ends[places[-1]]) if places else None

    def cut(self, source: str, start: int, end: int) -> str:
        """Return what stands in the source at the characters of a range of the text, each by itself."""
        places = dict.fromkeys((self.starts[n], self.ends[n]) for n in range(start, end) if self.starts[n] >= 0)
        return "".join(source[first:last] for first, last in places)


def trace_html(record: Mapping[str, Any], source: str) -> Traced:
    """Trace the blocks of a record in its page of HTML, as decoded text."""
    root = parse(source)
    tracer = _Tracer(record["text"], read_letters(source))
    before = _letters_before(root) if root is not None else {}
    for n, block in enumerate(record["blocks"]):
        name, lines = f"blocks[{n}]", _lines(record["text"], block)
        if block["address"] is None:
            tracer.trace(name, lines, None)
            continue
        element = element_at(root, block["address"]) if root is not None else None
        if element is None:
            tracer.problem(name, f"there is no element {block['address']} on the page")
        elif isinstance(element, str) or name_of(element) == "script":
            value = element if isinstance(element, str) else element.text()
            tracer.trace_attribute(name, lines, value, source)
        else:
            missing = next((text for _, text in lines if not _holds(element, block["kind"], text)), None)
            if missing is not None:
                tracer.problem(name, f"{block['address']} does not hold {missing[:60]!r}")
            else:
                tracer.trace(name, lines, before.get(element.mem_id))
    return tracer.traced()


def trace_text(record: Mapping[str, Any], source: str) -> Traced:
    """Trace the blocks of a record in its page of plain text."""
    tracer = _Tracer(record["text"], read_plain_letters(source))
    for n, block in enumerate(record["blocks"]):
        tracer.trace(f"blocks[{n}]", _lines(record["text"], block), None)
    return tracer.traced()


def element_at(root: Element, address: str) -> Element | str | None:
    """Return the element at an XPath of the kind that blocks have, or the value of an attribute; null if none is there.

    Names with a colon, as word processors leave them on pages, are names like others here.
    """
    steps = address.strip("/").split("/")
    if not steps or name_of(root) != steps[0]:
        return None
    element = root
    for step in steps[1:]:
        if step.startswith("@"):
            return element.attributes.get(step[1:])
        match = _STEP.fullmatch(step)
        if match is None:
            return None
        same = [child for child in element.iter() if name_of(child) == match["name"]]
        number = int(match["n"] or 1)
        if not 1 <= number <= len(same):
            return None
        element = same[number - 1]
    return element


def _lines(text: str, block: Mapping[str, Any]) -> list[tuple[int, str]]:
    """Return the lines of a block with their offsets in the text."""
    lines, at = [], block["start"]
    for line in text[block["start"] : block["end"]].split("\n"):
        lines.append((at, line))
        at += len(line) + 1
    return lines


def _holds(element: Element, kind: str, line: str) -> bool:
    wanted = letters_of(line)
    held = letters_of(element.text())
    if wanted in held or _words(held, line, 0) is not None:
        return True
    shown = read_letters(element.html or "").text
    if wanted in shown or _words(shown, line, 0) is not None:
        return True
    parent = element.parent
    return kind in _MORE_ELEMENTS and parent is not None and wanted in letters_of(parent.text())


def _words(text: str, line: str, start: int) -> list[tuple[int, str]] | None:
    """Return the places of a line's words one behind the other: between them may stand what the page hides."""
    places: list[tuple[int, str]] = []
    for word in re.findall(r"\w+|[^\w\s]", line):
        wanted = letters_of(word)
        start = text.find(wanted, start, start + _LONGEST_GAP if places else len(text))
        if start < 0:
            return None
        places.append((start, word))
        start += len(wanted)
    return places


def _letters_before(root: Element) -> dict[int, int]:
    """Return for each element, by the parser's number of it, how many letters stand before it on the page."""
    counts: dict[int, int] = {}
    seen = 0
    for node in root.traverse(include_text=True, skip_empty=True):
        if name_of(node) != TEXT:
            counts[node.mem_id] = seen
        elif node.parent is None or name_of(node.parent) not in ("script", "style"):
            seen += len(letters_of(node.text_content or ""))
    return counts


class _Tracer:
    """Finds lines among the letters of the source and notes where each character of the text stands."""

    def __init__(self, text: str, letters: Letters) -> None:
        self._letters = letters
        self._starts = array("l", [-1]) * len(text)
        self._ends = array("l", [-1]) * len(text)
        self._problems: list[tuple[str, str]] = []
        self._after = 0
        self._tags: Letters | None = None

    def traced(self) -> Traced:
        return Traced(self._starts, self._ends, tuple(self._problems))

    def problem(self, name: str, message: str) -> None:
        self._problems.append((name, message))

    def trace(self, name: str, lines: Sequence[tuple[int, str]], near: int | None) -> None:
        """Trace each line to its place nearest to ``near`` (a count of letters), else next after the last one found."""
        expected = self._after if near is None else near
        for at, line in lines:
            wanted = letters_of(line)
            place = _nearest(self._letters.text, wanted, expected)
            if place is not None:
                self._note(at, line, place)
                expected = self._after = place + len(wanted)
            elif not self._trace_words(at, line, expected):
                self.problem(name, f"{line[:60]!r} stands nowhere in the source")

    def _trace_words(self, at: int, line: str, expected: int, letters: Letters | None = None) -> bool:
        places = _words((letters or self._letters).text, line, max(0, expected - 20)) or ()
        offset = 0
        for place, word in places:
            offset = line.index(word, offset)
            self._note(at + offset, word, place, letters)
            offset += len(word)
        return bool(places)

    def trace_attribute(self, name: str, lines: Sequence[tuple[int, str]], value: str, source: str) -> None:
        """Trace a title, a number or an address that was taken from an attribute: to its value in the source."""
        for at, line in lines:
            code = value.rpartition("#")[2]
            if mail_behind(code) == line:
                self._note_code(at, line, source.find(code), len(code))
                continue
            if letters_of(line) not in letters_of(value) and _words(value, line, 0) is None:
                self.problem(name, f"the attribute does not hold {line[:60]!r}")
                continue
            letters = self._letters_of_tags(source)
            near = letters.text.find(letters_of(value))
            place = _nearest(letters.text, letters_of(line), max(0, near))
            if place is not None:
                self._note(at, line, place, letters)
            elif near < 0 or not self._trace_words(at, line, near, letters):
                self.problem(name, f"{line[:60]!r} stands nowhere in the source")

    def _letters_of_tags(self, source: str) -> Letters:
        """Without the signs that open tags, values of attributes are text like any other."""
        if self._tags is None:
            self._tags = read_letters(source.replace("<", " "))
        return self._tags

    def _note_code(self, at: int, line: str, start: int, length: int) -> None:
        for n in range(len(line)):
            self._starts[at + n] = start
            self._ends[at + n] = start + length

    def _note(self, at: int, line: str, place: int, letters: Letters | None = None) -> None:
        letters = letters or self._letters
        for n, character in enumerate(line):
            length = len(letters_of(character))
            if length:
                self._starts[at + n] = letters.starts[place]
                self._ends[at + n] = letters.ends[place + length - 1]
            place += length


def _nearest(text: str, wanted: str, expected: int) -> int | None:
    """Return the place of ``wanted`` that is nearest to where it is expected."""
    places = list(_places(text, wanted, max(0, expected - 200)))
    if not places:
        places = list(_places(text, wanted, 0))
    return min(places, key=lambda place: abs(place - expected), default=None)


def _places(text: str, wanted: str, start: int) -> Iterator[int]:
    for _ in range(_MOST_PLACES):
        start = text.find(wanted, start)
        if start < 0:
            return
        yield start
        start += 1
