"""What of a record is a span of its text, and which of them are not what they say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Found:
    """A span in a record: where in the JSON it stands (``quotes[2].contents[0]``), its offsets, and its words if given."""

    name: str
    start: int
    end: int
    text: str | None


def spans_of(record: Any, name: str = "") -> Iterator[Found]:
    """Yield every object with ``start`` and ``end`` in a record, whatever layer it is of, known or not.

    Offsets into an archive are no spans; objects with other things under these names are passed over.
    """
    waiting = [(name, record)]
    while waiting:
        at, value = waiting.pop()
        if isinstance(value, dict):
            start, end = value.get("start"), value.get("end")
            if isinstance(start, int) and isinstance(end, int):
                text = value.get("text")
                yield Found(at, start, end, text if isinstance(text, str) else None)
            inner = [(f"{at}.{key}" if at else key, child) for key, child in value.items() if key != "source"]
            waiting += reversed(inner)
        elif isinstance(value, list):
            waiting += reversed([(f"{at}[{n}]", child) for n, child in enumerate(value)])


def problems_of(record: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield name and problem of each span that is not what it says, of blocks that overlap, of a changed text."""
    text = record.get("text")
    if not isinstance(text, str):
        yield "text", "is missing"
        return
    if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != record.get("text_sha256"):
        yield "text", "is not the text that text_sha256 was made of"
    for span in spans_of(record):
        if not 0 <= span.start <= span.end <= len(text):
            yield span.name, f"{span.start}–{span.end} is outside the text of {len(text)} characters"
        elif span.text is not None and text[span.start : span.end] != span.text:
            yield span.name, f"says {span.text[:60]!r}, the text has {text[span.start : span.end][:60]!r} there"
    last = 0
    for n, block in enumerate(record.get("blocks") or ()):
        if block["start"] < last:
            yield f"blocks[{n}]", "begins before the block in front of it ends"
        last = block["end"]
