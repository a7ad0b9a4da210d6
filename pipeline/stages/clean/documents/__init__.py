"""Documents that are no pages of the web: PDF, Word and OpenDocument files to typed blocks.

The blocks have addresses as those of pages: ``page[2]/line[14]`` of a PDF, ``body/p[5]`` of a text document.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import ModuleType

from pipeline.article import BlockKind
from pipeline.stages.clean.blocks import Draft, normalise
from pipeline.stages.clean.plain import classify


class MissingExtra(Exception):
    """A library that is not part of the plain install; the message says the command that adds it."""


class BrokenDocument(Exception):
    """A document that its library cannot read; the message says why."""


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph of a document: its text, where it stands and what its style makes of it, if anything."""

    text: str
    address: str
    kind: BlockKind | None = None


Reader = Callable[[bytes], list[Part]]


def reader_of(media_type: str | None) -> Reader | None:
    """Return the reader of a media type, or null for pages and plain text."""
    name = {
        "application/pdf": "pdf",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "word",
        "application/vnd.oasis.opendocument.text": "opendocument",
    }.get(media_type or "")
    if name is None:
        return None
    module = importlib.import_module(f"{__name__}.{name}")
    reader: Reader = module.read
    return reader


def drafts_of(parts: list[Part]) -> list[Draft]:
    """Return typed blocks: by the style of a part where it has one, else as a line of plain text is read."""
    lines = [
        replace(part, text=line.strip(" \t"))
        for part in parts
        for line in normalise(part.text).split("\n")
        if line.strip()
    ]
    styled = any(part.kind == "title" for part in lines)
    kinds = classify([part.text for part in lines])
    return [_draft(part, kind, reason, styled) for part, (kind, reason) in zip(lines, kinds, strict=True)]


def _draft(part: Part, kind: BlockKind, reason: str | None, styled: bool) -> Draft:
    """A style decides between running text, headings and titles; speech, contacts and dates are what they are."""
    said = part.kind
    if said is not None and (kind in _OPEN or (said == "title" and kind == "dash")):
        return Draft(said, part.text, part.address, f"style:{said}")
    if kind == "title" and styled:
        return Draft("paragraph", part.text, part.address, None)
    return Draft(kind, part.text, part.address, reason)


_OPEN = frozenset(["paragraph", "title", "heading", "lead"])


def need(module: str, what: str) -> ModuleType:
    """Import a library of the extra ``documents``; raises :class:`MissingExtra` with the command that adds it."""
    try:
        return importlib.import_module(module)
    except ImportError:
        raise MissingExtra(f"{what} need the extra 'documents': pip install 'talstreck[documents]'") from None
