"""The tree of a page: parsed as the HTML standard says, so that it is the one that browsers build, and its XPaths.

Everything that knows the parser (lexbor, through selectolax) stands here; docs/decisions/0005 says why it is this one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import numpy as np
from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser
from selectolax.lexbor import LexborNode as Element

__all__ = ["NAMES", "TEXT", "Addresses", "Element", "attribute", "body_of", "name_of", "parse", "texts_of"]

#: What the parser calls a text.
TEXT = "-text"
#: What is in a page and is not its text.
_NO_TEXT = frozenset(["script", "style", "noscript", "template", "svg", "iframe"])
#: Names by the parser's numbers, as far as pages had them; may be looked into.
NAMES: dict[int, str] = {}
#: Larger numbers are of names that only this page has.
_MOST_NAMES = 1_000

#: Pages with no more tags than these take no time to speak of, whatever is in them.
_FEW_TAGS = 4_000
#: Deeper, or with more letters' marks left open, the parser's time would grow with the square of the page.
_DEEPEST = 5_000
_MOST_MARKS = 500
_TAG = re.compile(rb"<(/?)([A-Za-z][^\s/>]*)([^>]?)")
#: Marks of letters are opened again in every paragraph until they are closed; of like ones no more than three.
_MARKS = frozenset(b"b big code em font i nobr s small strike strong tt u".split())
#: Elements that end by themselves.
_SHORT = frozenset(
    b"""area base br col dd dt embed hr img input li link meta option p param source tbody td tfoot th thead tr track
    wbr""".split()
)


def parse(html: str | bytes) -> Element | None:
    """Return the root element of a page; null where there is none, or where its nesting would take for ever to read.

    Bytes are UTF-8.
    """
    data = html.encode("utf-8", "replace") if isinstance(html, str) else html
    if b"XHTML" in data[:_PROLOG] or b"<?xml" in data[:_PROLOG]:
        data = _CLOSED_AT_ONCE.sub(_closed, data)
    if not data or data.isspace() or (_signs(data) > _FEW_TAGS and _is_too_deep(data)):
        return None
    return LexborHTMLParser(data, options=LexborDocumentOptions.WO_EVENTS, scripting=True).root


def _signs(data: bytes) -> int:
    """Count what tags open with; Python's own count takes three times as long."""
    return int(np.count_nonzero(np.frombuffer(data, np.uint8) == ord("<")))


#: Code points in which a page says that it is XHTML.
_PROLOG = 500
_CLOSED_AT_ONCE = re.compile(rb"<([a-zA-Z][\w:-]*)(\s(?:[^<>]*[\"'\s])?[\w:-]*)?/>")
_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())


def _closed(match: re.Match[bytes]) -> bytes:
    """Close what XHTML closes at once and HTML leaves open: ``<script src="x"/>``, ``<a name="x"/>``, ``<div id="nav"/>``."""
    if match[1].lower() in _VOID:
        return match[0]
    return b"<%s%s></%s>" % (match[1], match[2] or b"", match[1])


def _is_too_deep(data: bytes) -> bool:
    opened: Counter[bytes] = Counter()
    marks = depth = 0
    for closes, name, behind in _TAG.findall(data):
        name = name.lower()
        if name in _SHORT:
            continue
        step = -1 if closes else 1
        if closes and not opened[name]:
            continue
        opened[name] += step
        depth += step
        if name in _MARKS and (closes or behind):
            marks = max(0, marks + step)
        if depth > _DEEPEST or marks > _MOST_MARKS:
            return True
    return False


def name_of(element: Element) -> str:
    """Return the element's name in lower case; :data:`TEXT` for a text, ``-comment`` for a comment."""
    number = element.tag_id
    name = NAMES.get(number)
    if name is None:
        name = element.tag or ""
        if number < _MOST_NAMES:
            NAMES[number] = name
    return name


def body_of(root: Element) -> Element:
    """Return the body, or the root of a page of frames, which has none."""
    return next((child for child in root.iter() if child.tag == "body"), root)


def attribute(element: Element, name: str) -> str:
    """Return the value of an attribute; empty where it is not there or says nothing."""
    return element.attributes.get(name) or ""


def texts_of(element: Element) -> list[str]:
    """Return the texts in an element that are not empty, without scripts and the like."""
    joined = element.text(separator="\0", strip=True, skip_empty=True)
    if "{" in joined or "<" in joined or ";" in joined:
        return [stripped for text in _running(element) if (stripped := text.strip())]
    return joined.split("\0") if joined else []


def _running(element: Element) -> Iterator[str]:
    """Yield the texts in an element in order; with a stack of its own, for a page may nest without end."""
    waiting = [element.iter(include_text=True, skip_empty=True)]
    while waiting:
        for node in waiting[-1]:
            name = name_of(node)
            if name == TEXT:
                yield node.text_content or ""
            elif name not in _NO_TEXT:
                waiting.append(node.iter(include_text=True, skip_empty=True))
                break
        else:
            waiting.pop()


class Addresses:
    """The XPaths of elements; the children of an element are numbered once, so that all of them take linear time."""

    def __init__(self) -> None:
        self._steps: dict[int, str] = {}
        self._known: dict[int, str] = {}

    def path(self, element: Element) -> str:
        """Return the XPath of an element in the tree that the HTML standard says."""
        waiting: list[int] = []
        node, key = element, element.mem_id
        while (path := self._known.get(key)) is None:
            parent = node.parent
            if parent is None:
                path = ""
                break
            if key not in self._steps:
                self._number(node, parent)
            waiting.append(key)
            node, key = parent, parent.mem_id
        for key in reversed(waiting):
            path = self._known[key] = path + self._steps[key]
        return path

    def _number(self, element: Element, parent: Element) -> None:
        """Number the children of a parent that have the element's name."""
        number, name = element.tag_id, name_of(element)
        same = [child.mem_id for child in parent.iter() if child.tag_id == number]
        if len(same) == 1:
            self._steps[same[0]] = f"/{name}"
        else:
            self._steps.update((key, f"/{name}[{n}]") for n, key in enumerate(same, 1))
