"""Where the pages are: feeds, sitemaps (of news, too), list pages with their next pages, and given addresses."""

from __future__ import annotations

import calendar
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import feedparser
from bs4 import BeautifulSoup
from lxml import etree

from pipeline.fetch.addresses import RefusedAddress, canonical

#: Addresses that one sitemap may name, by its standard.
_MOST = 50_000
_BYTES = 60_000_000


@dataclass(frozen=True, slots=True)
class Named:
    """A page's address and when, in seconds since 1970, its place says that it last changed."""

    url: str
    changed: float | None = None


def in_feed(body: bytes, base: str) -> Iterator[Named]:
    """Yield the pages of an RSS or Atom feed, in its order."""
    for entry in feedparser.parse(body).entries:
        link = entry.get("link")
        if link:
            yield from _named(
                str(link), base, _seconds(entry.get("updated_parsed" if "updated" in entry else "published_parsed"))
            )


def in_sitemap(body: bytes, base: str) -> tuple[list[Named], list[Named]]:
    """Return the pages of a sitemap and the sitemaps that an index names; packed ones are unpacked.

    Plain text, an address a line, is a sitemap too. What is no sitemap names nothing.
    """
    body = _unpacked(body)
    if body.lstrip()[:1] != b"<":
        lines = body.decode("utf-8", "replace").splitlines()[:_MOST]
        return [named for line in lines for named in _named(line, base, None)], []
    # Entities are not resolved and nothing is fetched: a sitemap is data.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True, huge_tree=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError:
        return [], []
    pages: list[Named] = []
    maps: list[Named] = []
    for element in [] if root is None else root.iterchildren():
        kind = _local(element)
        if kind not in ("url", "sitemap") or len(pages) + len(maps) >= _MOST:
            continue
        values = {_local(child): (child.text or "").strip() for child in element.iterchildren()}
        found = list(_named(values.get("loc", ""), base, _moment(values.get("lastmod", ""))))
        (pages if kind == "url" else maps).extend(found)
    return pages, maps


def in_list(body: bytes, base: str, links: str, following: str | None) -> tuple[list[Named], str | None]:
    """Return the pages that a list page names and the address of its next page, by CSS selectors."""
    soup = BeautifulSoup(body, "lxml")
    tag = soup.find("base", href=True)
    base = str(tag["href"]) if tag is not None and str(tag["href"]).startswith("http") else base
    pages = [named for a in soup.select(links) for named in _named(str(a.get("href") or ""), base, None)]
    after = soup.select_one(following) if following else None
    nexts = list(_named(str(after.get("href") or ""), base, None)) if after is not None else []
    return list(dict.fromkeys(pages)), nexts[0].url if nexts else None


def _named(link: str, base: str, changed: float | None) -> Iterator[Named]:
    if not link.strip():
        return
    try:
        yield Named(canonical(link, base), changed)
    except RefusedAddress:
        return


def _local(element: object) -> str:
    tag = getattr(element, "tag", "")
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def _seconds(parsed: object) -> float | None:
    return float(calendar.timegm(parsed)) if isinstance(parsed, tuple) else None


def _moment(text: str) -> float | None:
    try:
        return datetime.fromisoformat(text).timestamp()
    except ValueError:
        return None


def _unpacked(body: bytes) -> bytes:
    if body[:2] != b"\x1f\x8b":
        return body
    try:
        return zlib.decompressobj(wbits=31).decompress(body, _BYTES)
    except zlib.error:
        return b""
