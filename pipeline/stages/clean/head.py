"""What a page says of itself for machines: meta elements, JSON-LD, the canonical address, the title with its site name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from pipeline.stages.clean.blocks import normalise
from pipeline.stages.clean.dates import iso_date, swedish_date
from pipeline.stages.clean.tree import Addresses, Element, attribute, name_of

_PUBLISHED = ("article:published_time", "og:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "cxenseparse:recs:publishtime", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "publishdate", "pubdate", "dc.date", "dcterms.date", "date")  # fmt: skip
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "last-modified", "lastmodified")  # fmt: skip
_AUTHORS = (
    "author",
    "article:author",
    "og:article:author",
    "cxenseparse:author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
)
_ARTICLES = frozenset(
    """NewsArticle Article ReportageNewsArticle BlogPosting PressRelease OpinionNewsArticle AnalysisNewsArticle
    ReviewNewsArticle BackgroundNewsArticle AdvertiserContentArticle LiveBlogPosting ScholarlyArticle Report""".split()
)
#: The page around an article says the article's day only where no article does.
_PAGES = frozenset(["WebPage", "ItemPage"])
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|publisherId|mc_cid|mc_eid", re.IGNORECASE)
#: Elements that say something; asked for by attributes, which takes the parser half the time that names take.
_SAYS = '[content], [type="application/ld+json"], [rel~="canonical" i]'
_LONGEST_JSON = 2_000_000
_MOST_NODES = 2_000


@dataclass(frozen=True, slots=True)
class Head:
    """The page's own statements; each null where it makes none that can be read."""

    title: str | None = None
    description: str | None = None
    author: str | None = None
    published: str | None = None
    updated: str | None = None
    canonical_url: str | None = None
    site_name: str | None = None
    linked_data: Mapping[str, Any] = field(default_factory=dict)
    #: What it says of its publishing that is no whole day: ``2026``, ``maj 2026``.
    half_date: str | None = None
    #: Why what it calls its author is taken for nobody.
    no_author: str | None = None


def read_head(root: Element, url: str | None) -> Head:
    """Return what the meta elements, the links and the JSON-LD of a parsed page say."""
    found = _found(root)
    meta = _metas(found["meta"])
    linked = _article(found["script"])
    whole_title = _text(next((said for element in found["title"] if (said := element.text())), None))
    site_name = _text(meta.get("og:site_name") or meta.get("application-name"))
    title = _text(meta.get("og:title")) or _text(linked.get("headline")) or whole_title
    author, no_author = _author(linked), None
    if author is None:
        author, no_author = _plain_author(meta, site_name, whole_title)
    published = _date(linked.get("datePublished")) or _first_date(meta, _PUBLISHED)
    return Head(
        title=without_site_name(title, site_name) if title else None,
        description=_text(meta.get("og:description") or meta.get("description") or linked.get("description")),
        author=author,
        published=published,
        half_date=None if published else _half_date(linked, meta),
        no_author=no_author,
        updated=_date(linked.get("dateModified")) or _first_date(meta, _UPDATED),
        canonical_url=_canonical(found["link"], meta, url),
        site_name=site_name,
        linked_data=linked,
    )


def _found(root: Element) -> dict[str, list[Element]]:
    """Return the elements that say something for machines, by name: ``meta``, ``link``, ``script`` and ``title``."""
    found: dict[str, list[Element]] = {"meta": [], "link": [], "script": []}
    for element in root.css(_SAYS):
        if (name := name_of(element)) in found:
            found[name].append(element)
    head = root.first_child
    titles = [element for element in head.iter() if name_of(element) == "title"] if head is not None else []
    return found | {"title": titles or root.css("title")}


def title_address(root: Element, title: str) -> str | None:
    """Return the XPath of what a page's head says its title in: the title element, an attribute, or a script of JSON-LD."""
    addresses = Addresses()
    found = _found(root)
    said = [element for element in found["title"] if title in (_text(element.text()) or "")]
    if said:
        return addresses.path(said[0])
    for element in found["meta"]:
        if title in (_text(attribute(element, "content")) or ""):
            return addresses.path(element) + "/@content"
    return next((addresses.path(e) for e in found["script"] if _article([e]).get("headline")), None)


def _metas(elements: Sequence[Element]) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in elements:
        said = element.attributes
        name = said.get("property") or said.get("name") or said.get("itemprop")
        content = said.get("content")
        if name and content and len(name) < 60:
            found.setdefault(name.strip().lower(), content[:5000])
    return found


def _text(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return re.sub(r"\s+", " ", normalise(value[:5000])).strip() or None


def _article(scripts: Sequence[Element]) -> Mapping[str, Any]:
    """Return the first article of the page's JSON-LD, else the page, with its authors in full; empty where there is none."""
    nodes = list(_nodes(scripts))
    found = next((node for node in nodes if _is_a(node, _ARTICLES)), None)
    found = found or next((node for node in nodes if _is_a(node, _PAGES)), None)
    if found is None:
        return {}
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and "name" in node}
    authors = found.get("author")
    listed = authors if isinstance(authors, list) else [authors]
    return {**found, "author": [_named(author, named) for author in listed]}


def _named(author: Any, named: Mapping[str, Any]) -> Any:
    """Return an author with a name: of the node that a bare ``@id`` points at, or of a bare text."""
    if isinstance(author, str):
        said = named.get(author)
        return said if said is not None else {"name": author} if _is_persons(author) else None
    if isinstance(author, dict) and "name" not in author and isinstance(author.get("@id"), str):
        return named.get(author["@id"], author)
    return author


def _is_persons(author: str) -> bool:
    return 1 < len(author.split()) < 6 and not any(sign in author for sign in "/@|") and not author.islower()


def _is_a(node: Mapping[str, Any], kinds: frozenset[str]) -> bool:
    said = node.get("@type")
    return any(isinstance(kind, str) and kind in kinds for kind in (said if isinstance(said, list) else [said]))


def _nodes(scripts: Sequence[Element]) -> Iterator[dict[str, Any]]:
    """Yield the nodes of the page's JSON-LD; broken or enormous JSON is passed over."""
    for script in scripts:
        said = script.text() if attribute(script, "type") == "application/ld+json" else ""
        if not said or len(said) > _LONGEST_JSON:
            continue
        waiting: list[Any] = [_read_json(said)]
        seen = 0
        while waiting and seen < _MOST_NODES:
            node = waiting.pop(0)
            seen += 1
            if isinstance(node, list):
                waiting += node
            elif isinstance(node, dict):
                yield node
                graph, main = node.get("@graph"), node.get("mainEntity")
                waiting += graph if isinstance(graph, list) else []
                waiting += [main] if isinstance(main, dict) else []


def _read_json(said: str) -> Any:
    """Read JSON as pages have it: in CDATA or a comment, with a comma before a closing bracket; null for what is none."""
    try:
        return json.loads(said, strict=False)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(_COMMA_TOO_MANY.sub(r"\1", _unwrapped(said)), strict=False)
    except (ValueError, RecursionError):
        return None


def _unwrapped(said: str) -> str:
    """Return an object, or a list of them, out of what stands around it."""
    start, end = said.find("{"), said.rfind("}") + 1
    before = said[:start].rstrip()
    is_list = before.endswith("[") and not before.endswith("CDATA[")
    return f"[{said[start:end]}]" if is_list else said[start:end]


_COMMA_TOO_MANY = re.compile(r",\s{0,200}([}\]])")


def _author(linked: Mapping[str, Any]) -> str | None:
    authors = linked.get("author")
    people = [
        author
        for author in (authors if isinstance(authors, list) else [authors])
        if isinstance(author, dict) and author.get("@type", "Person") != "Organization"
    ]
    names = [_text(author.get("name")) for author in people]
    return ", ".join(name for name in names if name) or None


def _plain_author(
    meta: Mapping[str, str], site_name: str | None, whole_title: str | None
) -> tuple[str | None, str | None]:
    """An author of the meta elements who looks like a person, or why what stands there is taken for nobody."""
    no_author = None
    for name in _AUTHORS:
        author = _text(meta.get(name))
        if not author:
            continue
        if author == site_name or (whole_title or "").endswith(author):
            no_author = f"{author[:80]!r}, which the page calls its author, is the site itself"
        elif not 1 < len(author.split()) < 6 or "/" in author or "@" in author or author.islower():
            no_author = f"{author[:80]!r}, which the page calls its author, is no person's name"
        else:
            return author, None
    return None, no_author


def _half_date(linked: Mapping[str, Any], meta: Mapping[str, str]) -> str | None:
    """What is said of publishing in a form that is no whole day."""
    said = [linked.get("datePublished"), *(meta.get(name) for name in _PUBLISHED)]
    return next((text[:40] for value in said if (text := _text(value))), None)


def _date(value: object) -> str | None:
    if not isinstance(value, str):
        return None
    return iso_date(_WITHOUT_HYPHENS.sub(r"\1-\2-\3", value)) or swedish_date(value)


_WITHOUT_HYPHENS = re.compile(r"^\s{0,9}(\d{4})(\d\d)(\d\d)(?!\d)")


def _first_date(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((date for name in names if name in meta and (date := _date(meta[name]))), None)


def _canonical(links: Sequence[Element], meta: Mapping[str, str], url: str | None) -> str | None:
    """Return the page's lasting address, without fragment and tracking; none that points to a front page instead."""
    link = next((attribute(e, "href") for e in links if "canonical" in attribute(e, "rel").lower().split()), None)
    for given in (link, meta.get("og:url")):
        address = clean_url(given, url) if given else None
        if address is not None and not (
            url and urlsplit(address).path in ("", "/") and urlsplit(url).path not in ("", "/")
        ):
            return address
    return None


def clean_url(address: str, base: str | None = None) -> str | None:
    """Return an absolute http address without fragment and tracking parameters; null for anything else."""
    try:
        parts = urlsplit(urljoin(base or "", address.strip()))
        if parts.scheme not in ("http", "https") or not parts.netloc or len(address) > 2000:
            return None
        query = [
            (key, value)
            for key, value in parse_qsl(parts.query, keep_blank_values=True)
            if not _TRACKING.fullmatch(key)
        ]
    except ValueError:
        return None
    return urlunsplit((parts.scheme, parts.netloc.lower(), parts.path, urlencode(query), ""))


_SEPARATORS = (" | ", " – ", " - ", " — ", " :: ", " » ", " • ")


def without_site_name(title: str, site_name: str | None) -> str:
    """Return the title without the site's name at its end or start.

    >>> without_site_name("Ny bro dyrare än väntat | Alvsunds kommun", None)
    'Ny bro dyrare än väntat'
    """
    if site_name:
        for separator in _SEPARATORS:
            if title.endswith(separator + site_name):
                return title[: -len(separator + site_name)].strip()
            if title.startswith(site_name + separator):
                return title[len(site_name + separator) :].strip()
    for separator in _SEPARATORS:
        start, found, end = title.rpartition(separator)
        is_site = 0 < len(end.split()) <= 4 and end[:1].isupper() and not end.endswith((".", "?", "!", "”"))
        enough = "|" in separator or (len(start.split()) >= 3 and len(start) > len(end))
        if found and is_site and start and enough:
            return start.strip()
    return title
