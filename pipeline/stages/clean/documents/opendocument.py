"""OpenDocument texts (``.odt``): paragraphs and headings of ``content.xml``, by lxml."""

from __future__ import annotations

import zipfile
from typing import Any

from lxml import etree

from pipeline.article import BlockKind
from pipeline.stages.clean.documents import BrokenDocument, Part
from pipeline.stages.clean.documents.office import check_size

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"


def read(data: bytes) -> list[Part]:
    """Return the paragraphs of the text, in order; raises :class:`BrokenDocument`."""
    archive = check_size(data, "an OpenDocument text")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(archive.read("content.xml"), parser)
    except (KeyError, zipfile.BadZipFile, etree.XMLSyntaxError, OSError) as error:
        raise BrokenDocument(f"not an OpenDocument text that can be read: {error}") from None
    body = root.find(f".//{_OFFICE}text")
    if body is None:
        raise BrokenDocument("an OpenDocument file without a text in it")
    parts: list[Part] = []
    titled = False
    for n, element in enumerate(body.iter(f"{_TEXT}p", f"{_TEXT}h"), start=1):
        kind = _kind(element)
        if kind == "title" and titled:
            kind = "heading"
        titled = titled or kind == "title"
        parts.append(Part(_text(element), f"text/*[{n}]", kind))
    return parts


def _kind(element: Any) -> BlockKind | None:
    style = (element.get(f"{_TEXT}style-name") or "").lower()
    if element.tag == f"{_TEXT}h":
        return "title" if element.get(f"{_TEXT}outline-level", "1") == "1" else "heading"
    if style in ("title", "rubrik"):
        return "title"
    if style.startswith(("ingress", "subtitle", "preamble")):
        return "lead"
    return "list_item" if any(True for _ in element.iterancestors(f"{_TEXT}list-item")) else None


def _text(element: Any) -> str:
    """Return a paragraph's text: tabs, line breaks and runs of spaces are elements there."""
    parts: list[str] = [element.text or ""]
    for inner in element.iterdescendants():
        if inner.tag == f"{_TEXT}s":
            count = inner.get(f"{_TEXT}c", "1")
            parts.append(" " * min(int(count) if count.isdigit() else 1, 100))
        elif inner.tag == f"{_TEXT}tab":
            parts.append(" ")
        elif inner.tag == f"{_TEXT}line-break":
            parts.append("\n")
        elif inner.text and isinstance(inner.tag, str):
            parts.append(inner.text)
        if inner.tail:
            parts.append(inner.tail)
    return "".join(parts)
