"""The letters of a page's source, each with the place where it stands: from a block back to characters of the markup.

White space, invisible characters and the difference between composed and decomposed letters do not count; tags and
comments are stepped over, entities are one place. Places are code points of the decoded page.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from pipeline.stages.clean.blocks import normalise
from pipeline.stages.clean.reached import mail_behind
from pipeline.stages.clean.seams import QUOTATION_MARK

_MARKUP = re.compile(r"<(?:!--|/?[a-zA-Z!?])|&[#\w]{1,40};?")
_TAG_END = re.compile(r"""(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*+/?>""")
_HIDDEN = re.compile(r"(?:script|style)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters in order; the n-th was read from ``starts[n]`` to ``ends[n]`` (half-open) of the source."""

    text: str
    starts: array[int]
    ends: array[int]


@lru_cache(maxsize=4096)
def _letters(character: str) -> str:
    return "".join(unicodedata.normalize("NFD", normalise(character)).split())


def letters_of(text: str) -> str:
    """Return the letters of a text: decomposed, without white space and invisible characters."""
    return "".join(text.split()) if text.isascii() else "".join(map(_letters, text))


def read_plain_letters(source: str) -> Letters:
    """Return the letters of a text without markup."""
    return _collect((source[n], n, n + 1) for n in range(len(source)))


def read_letters(source: str) -> Letters:
    """Return the letters that a page of HTML shows; what stands in scripts and styles is not among them."""
    return _collect(_characters(source))


def _collect(characters: Iterator[tuple[str, int, int]]) -> Letters:
    found: list[str] = []
    starts, ends = array("l"), array("l")
    for character, start, end in characters:
        for letter in _letters(character):
            found.append(letter)
            starts.append(start)
            ends.append(end)
    return Letters("".join(found), starts, ends)


def _characters(source: str) -> Iterator[tuple[str, int, int]]:
    """Yield each character of the page's text with its range in the source."""
    at = 0
    match = _MARKUP.search(source)
    while match is not None:
        yield from ((source[n], n, n + 1) for n in range(at, match.start()))
        if match[0][0] == "&":
            at = match.end()
            yield from ((character, match.start(), at) for character in unescape(match[0]))
        else:
            at = _after_tag(source, match)
            if match[0][-1:] in _SHOWING:
                end = at
                shown, at = _shown_by(source, match.start(), end)
                yield from ((character, match.start(), end) for character in shown)
        match = _MARKUP.search(source, at)
    yield from ((source[n], n, n + 1) for n in range(at, len(source)))


#: The first letters of the names of elements that show what is no text: ``<q>``, and spans and links with hidden mail.
_SHOWING = frozenset("qsaQSA")
_QUOTATION = re.compile(r"</?q[\s>]", re.IGNORECASE)
_HIDDEN_MAIL = re.compile(r"""[^<>]*?\sdata-cfemail=["']?([0-9a-fA-F]+)""")


def _shown_by(source: str, start: int, end: int) -> tuple[str, int]:
    """Return what a page shows for a tag, and where the text goes on: a quotation mark, an address hidden from robots."""
    if _QUOTATION.match(source, start, end):
        return QUOTATION_MARK, end
    hidden = _HIDDEN_MAIL.match(source, start + 1, end)
    address = mail_behind(hidden[1]) if hidden else None
    if address is None:
        return "", end
    closing = source.find("</", end)
    return address, closing if closing >= 0 else end


def _after_tag(source: str, match: re.Match[str]) -> int:
    """Return where the text goes on behind a tag or a comment; of a script or style, behind its content."""
    if match[0] == "<!--":
        end = source.find("-->", match.start() + 2)
        return end + 3 if end >= 0 else len(source)
    closing = _TAG_END.match(source, match.end())
    end = closing.end() if closing else source.find(">", match.end()) + 1
    if end == 0:
        return len(source)
    hidden = _HIDDEN.match(source, match.start() + 1)
    if hidden is None or source[end - 2] == "/":
        return end
    inside = re.compile(f"</{hidden[0]}", re.IGNORECASE).search(source, end)
    return inside.start() if inside else len(source)
