"""Typed blocks and the text that they make: separated by one blank line, in order, never overlapping."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.article import Block, BlockKind

#: windows-1252 for U+0080 to U+009F, as the web standard reads them; the five that it leaves open are dropped.
C1_AS_1252 = {code: bytes([code]).decode("cp1252", "ignore") or None for code in range(0x80, 0xA0)}
#: Soft hyphens, zero-width spaces and joiners, byte order marks; control characters other than tab and line feed.
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x2060, 0xFEFF, *(c for c in range(0x20) if c not in (9, 10)), 0x7F])
_TABLE = str.maketrans({**C1_AS_1252, **_INVISIBLE, 0x0B: "\n", 0x0C: "\n", 0x2028: "\n", 0x2029: "\n"})
_UNUSUAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b\u2028\u2029\u2060\ufeff]")
#: Texts of these letters and marks alone are in NFC and hold nothing invisible: nearly every line of a page.
_USUAL = re.compile("[\t\n\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2122]*")
#: What could be a run of combining marks: composing a long one takes quadratic time.
_MARK_RUN = re.compile(r"[^\w\s\x00-\u02ff\u2000-\u20cf\u2100-\u2bff\u3000-\u3029\u3030-\u303f]{31,}")
_LONGEST_MARK_RUN = 30


@dataclass(slots=True)
class Draft:
    """A block before it has a place in the text."""

    kind: BlockKind
    text: str
    address: str | None = None
    reason: str | None = None


def assemble(drafts: Iterable[Draft]) -> tuple[str, tuple[Block, ...]]:
    """Return the text and its blocks: one blank line between two blocks, which belongs to neither."""
    texts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for draft in drafts:
        blocks.append(Block(draft.kind, at, at + len(draft.text), draft.address, draft.reason))
        texts.append(draft.text)
        at += len(draft.text) + 2
    return "\n\n".join(texts), tuple(blocks)


def normalise(text: str) -> str:
    r"""Return the text in NFC with LF and without invisible characters; C1 controls are read as windows-1252.

    No-break spaces and runs of spaces stay.

    >>> normalise("\x96 Kommun\xadrådet säger nej\r\n")
    '– Kommunrådet säger nej\n'
    """
    if (text.isascii() and text.isprintable()) or _USUAL.fullmatch(text):
        return text
    if _UNUSUAL.search(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_TABLE)
    if not text.isascii():
        text = unicodedata.normalize("NFC", _MARK_RUN.sub(_shorten, text))
    return text


def _shorten(run: re.Match[str]) -> str:
    """Cut a run of combining marks to a length that no language exceeds (the stream-safe form of UAX 15)."""
    kept, length = [], 0
    for character in run.group():
        length = length + 1 if unicodedata.combining(character) else 0
        if length <= _LONGEST_MARK_RUN:
            kept.append(character)
    return "".join(kept)
