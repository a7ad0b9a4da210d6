"""Pieces of a page on their way to blocks, and the one place where text and offsets are made."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pipeline.article import Block, BlockKind, Notice

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
_ANY_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(slots=True)
class Piece:
    """A line or paragraph of the page. ``kind`` is null until markup or wording has decided it.

    ``place`` numbers the element (or the line) that it came from: pieces of one place stood in one element, divided
    by line breaks. ``address`` is filled in when the piece is kept.
    """

    text: str
    kind: BlockKind | None = None
    reason: str | None = None
    place: int = 0
    emphatic: bool = False
    element: object = None


@dataclass(slots=True)
class Draft:
    """What a reader of pages has found: pieces in order, and what it knows about the page as a whole."""

    pieces: list[Piece]
    title: str | None = None
    byline: str | None = None
    published_at: str | None = None
    updated_at: str | None = None
    canonical_url: str | None = None
    rule: str | None = None
    dropped: dict[str, int] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    addresses: Mapping[int, str] = field(default_factory=dict)


def tidy(text: str) -> str:
    """Return the text in NFC with LF, without soft hyphens, zero-width characters and controls; other spaces stay.

    ``kommun<U+00AD>alråd`` is ``kommunalråd``; the no-break space of ``12 000`` is kept.
    """
    if text.isascii() and "\r" not in text and not _CONTROLS.search(text):
        return text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _ANY_INVISIBLE.search(text):
        text = text.translate(_INVISIBLE)
    text = _CONTROLS.sub("", text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def lay_out(pieces: Iterable[Piece], addresses: Mapping[int, str] | None = None) -> tuple[str, tuple[Block, ...]]:
    """Return the text and its blocks, one blank line between two blocks.

    Offsets are half-open code points; ``text[block.start:block.end]`` is the piece. ``addresses`` gives the XPath for
    the position of a piece. Empty pieces are left out.
    """
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for position, piece in enumerate(pieces):
        if not piece.text:
            continue
        end = at + len(piece.text)
        address = addresses.get(position) if addresses else None
        blocks.append(Block(piece.kind or "paragraph", at, end, address, piece.reason))
        texts.append(piece.text)
        at = end + 2
    return "\n\n".join(texts), tuple(blocks)
