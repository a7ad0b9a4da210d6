"""What a page says about itself in its head: title, dates, author, address; claims, to be checked against the text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pipeline.stages.clean.blocks import tidy
from pipeline.stages.clean.dates import read_datetime

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|PressRelease|Report\b", re.I)
_PUBLISHED = frozenset(
    "article:published_time datepublished dc.date.issued dcterms.issued dc.date.created dcterms.created publish-date "
    "publishdate publication_date pubdate og:published_time sitevision:published rnews:datepublished dc.date dcterms.date "
    "cxenseparse:recs:publishtime parsely-pub-date sailthru.date".split()
)
_UPDATED = frozenset(
    "article:modified_time datemodified og:updated_time dc.date.modified dcterms.modified last-modified lastmod".split()
)
_MAX_JSON = 400_000


@dataclass(slots=True)
class Metadata:
    """The claims of a page's head; ``title`` is without the site's name."""

    title: str | None = None
    title_element: Any = None
    description: str | None = None
    author: str | None = None
    published_at: str | None = None
    updated_at: str | None = None
    canonical_url: str | None = None


def read_metadata(root: Any, formats: tuple[str, ...]) -> Metadata:
    """Return what JSON-LD, ``<meta>``, ``<link rel=canonical>`` and ``<title>`` say; null where they say nothing."""
    del formats
    found = Metadata()
    meta: dict[str, str] = {}
    head_title: str | None = None
    structured: dict[str, Any] = {}
    for element in root.iter("title", "meta", "link", "script"):
        tag = element.tag
        if tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop")
            content = element.get("content")
            if name and content:
                meta.setdefault(name.lower(), content)
        elif tag == "script":
            if (element.get("type") or "").lower() == "application/ld+json" and not structured:
                structured = _article_of(element.text or "")
        elif tag == "link":
            if (element.get("rel") or "").lower() == "canonical" and found.canonical_url is None:
                found.canonical_url = _web_address(element.get("href"))
        elif head_title is None and element.getparent() is not None and element.getparent().tag in ("head", "html"):
            head_title = _line("".join(element.itertext()))
            found.title_element = element
    site = _line(meta.get("og:site_name", ""))
    shown = _line(meta.get("og:title", "")) or _line(str(structured.get("headline") or ""))
    found.title = without_site_name(shown or head_title, site) or None
    found.description = _line(meta.get("og:description") or meta.get("description") or "") or None
    found.canonical_url = found.canonical_url or _web_address(meta.get("og:url"))
    found.published_at = _first_date(structured.get("datePublished"), meta, _PUBLISHED)
    found.updated_at = _first_date(structured.get("dateModified"), meta, _UPDATED)
    found.author = _author(structured)
    return found


def without_site_name(title: str | None, site: str | None) -> str:
    """Return the headline of a page title: ``Ny bro i Alvsund | Alvsunds kommun`` is ``Ny bro i Alvsund``."""
    if not title:
        return ""
    if site:
        for mark in (" | ", " - ", " – ", " — ", " · ", " » ", ": "):
            if title.endswith(mark + site):
                return title[: -len(mark + site)].strip()
    for mark in (" | ", " » ", " · ", " :: "):
        head, found, _ = title.rpartition(mark)
        if found and len(head) >= 10:
            return head.split(mark)[0].strip()
    head, found, tail = title.rpartition(" - ")
    if found and len(head) >= 15 and len(tail) <= 40 and len(tail) < len(head):
        return head.strip()
    return title.strip()


def _line(text: str) -> str:
    return re.sub(r"[ \t\n\r\f\v]+", " ", tidy(text)).strip()


def _web_address(value: str | None) -> str | None:
    value = (value or "").strip()
    return value if re.match(r"https?://[^\s<>\"]+$", value) else None


def _first_date(structured: Any, meta: dict[str, str], names: frozenset[str]) -> str | None:
    if isinstance(structured, str) and (date := read_datetime(structured)):
        return date
    return next((date for name in meta if name in names and (date := read_datetime(meta[name]))), None)


def _author(structured: dict[str, Any]) -> str | None:
    author = structured.get("author")
    if isinstance(author, list):
        author = author[0] if author else None
    if isinstance(author, dict) and str(author.get("@type", "Person")) == "Person":
        name = _line(str(author.get("name") or ""))
        return name if re.fullmatch(r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){1,3}", name) else None
    return None


def _article_of(text: str) -> dict[str, Any]:
    if len(text) > _MAX_JSON:
        return {}
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    for thing in _things(data):
        types = thing.get("@type")
        if _ARTICLE_TYPES.search(
            " ".join(types) if isinstance(types, list) and all(isinstance(t, str) for t in types) else str(types)
        ):
            return thing
    return {}


def _things(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, list):
        for item in data[:50]:
            yield from _things(item) if isinstance(item, dict) else ()
    elif isinstance(data, dict):
        yield data
        graph = data.get("@graph")
        if isinstance(graph, list):
            yield from (item for item in graph[:200] if isinstance(item, dict))
