"""Word files: paragraphs and tables in order, by python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from pipeline.article import BlockKind
from pipeline.stages.clean.documents import BrokenDocument, Part, need
from pipeline.stages.clean.documents.office import check_size

_STYLES: tuple[tuple[str, BlockKind], ...] = (
    ("heading 1", "title"),
    ("rubrik 1", "title"),
    ("title", "title"),
    ("rubrik", "heading"),
    ("heading", "heading"),
    ("subtitle", "lead"),
    ("underrubrik", "lead"),
    ("ingress", "lead"),
    ("preamble", "lead"),
    ("list", "list_item"),
    ("caption", "caption"),
    ("beskrivning", "caption"),
    ("bildtext", "caption"),
)


def read(data: bytes) -> list[Part]:
    """Return the paragraphs of the body, in order; raises :class:`BrokenDocument`."""
    docx = need("docx", "Word files")
    check_size(data, "a Word file")
    try:
        document = docx.Document(io.BytesIO(data))
        return list(_parts(document, docx))
    except (KeyError, ValueError, zipfile.BadZipFile, docx.opc.exceptions.OpcError) as error:
        raise BrokenDocument(f"not a Word file that can be read: {error}") from None


def _parts(document: Any, docx: Any) -> Iterator[Part]:
    titled = False
    counts = {"p": 0, "tbl": 0}
    for item in document.iter_inner_content():
        if isinstance(item, docx.table.Table):
            counts["tbl"] += 1
            yield from _rows(item, f"body/tbl[{counts['tbl']}]")
            continue
        counts["p"] += 1
        kind = _kind(item.style.name if item.style is not None else "")
        if kind == "title" and titled:
            kind = "heading"
        titled = titled or kind == "title"
        yield Part(item.text, f"body/p[{counts['p']}]", kind)


def _rows(table: Any, address: str) -> Iterator[Part]:
    for n, row in enumerate(table.rows, start=1):
        cells: list[str] = []
        for cell in row.cells:
            text = " ".join(cell.text.split())
            if text and (not cells or cells[-1] != text):
                cells.append(text)
        if cells:
            yield Part(" | ".join(cells) if len(cells) > 1 else cells[0], f"{address}/tr[{n}]")


def _kind(style: str) -> BlockKind | None:
    low = style.lower()
    return next((kind for name, kind in _STYLES if low.startswith(name)), None)
