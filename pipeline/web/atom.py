"""A saved search as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree

from pipeline.search.hits import Hit

_ATOM = "http://www.w3.org/2005/Atom"
#: What XML 1.0 cannot hold at all.
_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def feed(name: str, saved: str, base: str, key: str, hits: Iterable[Hit]) -> bytes:
    """Return a feed with an entry for each hit; ``saved`` is when the search was saved, for a feed without entries."""
    ElementTree.register_namespace("", _ATOM)
    root = ElementTree.Element(f"{{{_ATOM}}}feed")
    entries = list(hits)
    _text(root, "title", f"Talstreck: {name}")
    _text(root, "id", f"urn:talstreck:{key}")
    days = [hit.published_at for hit in entries if hit.published_at]
    _text(root, "updated", _moment(max(days, default=None), saved))
    ElementTree.SubElement(root, f"{{{_ATOM}}}link", href=f"{base}/bevakningar")
    for hit in entries:
        entry = ElementTree.SubElement(root, f"{{{_ATOM}}}entry")
        speaker = hit.speaker or "okänd talare"
        _text(entry, "title", f"{speaker}: {hit.text[:100]}")
        _text(entry, "id", f"urn:talstreck:{hit.id}")
        _text(entry, "updated", _moment(hit.published_at, saved))
        ElementTree.SubElement(entry, f"{{{_ATOM}}}link", href=f"{base}/citat/{hit.id}")
        author = ElementTree.SubElement(entry, f"{{{_ATOM}}}author")
        _text(author, "name", speaker)
        told = ", ".join(part for part in (hit.role, hit.organisation, hit.source, hit.title) if part)
        _text(entry, "summary", f"{hit.text}\n{told}")
    written: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _text(parent: ElementTree.Element, tag: str, words: str) -> None:
    ElementTree.SubElement(parent, f"{{{_ATOM}}}{tag}").text = _NO_XML.sub("", words)


def _moment(day: str | None, saved: str) -> str:
    """Return a day or a time as a moment; where only a month or nothing is known, the other one."""
    if day is None or len(day) < len("2024-03-14"):
        return saved
    if len(day) == len("2024-03-14"):
        return f"{day}T00:00:00Z"
    return day if re.search(r"(?:Z|[+-]\d\d:\d\d)$", day) else f"{day}Z"
