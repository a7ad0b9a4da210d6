"""The pages that are read: start, results, article, quote, person, body."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from pipeline.record import QuoteRecord, Record
from pipeline.reviews.overlay import reviewed_hits, with_reviews
from pipeline.search.articles import find_hit, overview, printings, text_fragment, web_address
from pipeline.search.hits import Hit, Results
from pipeline.search.people import Profiled, find_body, find_person, resolve_id
from pipeline.search.query import Request as Search
from pipeline.search.query import latest, search
from pipeline.store.deleted import is_deleted
from pipeline.web.asked import Asked, read_asked
from pipeline.web.highlight import article_marks, colours, quote_marks, shown_blocks
from pipeline.web.plots import shares, timeline
from pipeline.web.render import day, language_of, page
from pipeline.web.site import Reading, Site

router = APIRouter(include_in_schema=False)
#: Facets as they stand on the page of results.
FACETS = ("speaker", "organisation", "role", "party", "source", "kind", "confidence", "year")


def site_of(request: Request) -> Site:
    """Return the site that a request is for."""
    site: Site = request.app.state.site
    return site


def find(site: Site, reading: Reading, asked: Asked, limit: int = 20) -> Results:
    """Return what a search finds, with what people have settled laid over it."""
    filters = with_reviews(asked.filters(), site.settled(), asked.reviewed)
    results = search(reading.db, asked.request(limit, settled=filters), reading.shield)
    return overlaid(site, results)


def overlaid(site: Site, results: Results) -> Results:
    """Return results with the reviews laid over their hits."""
    settled = site.settled([hit.id for hit in results.hits])
    return replace(results, hits=reviewed_hits(results.hits, settled))


@router.get("/")
def start(request: Request) -> Response:
    """The first page: the search, and the archive at a glance."""
    site = site_of(request)
    with site.reading() as reading:
        held = overview(reading.db, reading.shield)
        newest = overlaid(site, search(reading.db, Search(limit=6), reading.shield)).hits
    told: dict[str, Any] = {
        "speakers": shares(held.speakers),
        "organisations": shares(held.organisations),
        "sources": shares(held.sources),
    }
    return page(
        request, site, "start.html", held=held, plot=timeline(held.months), latest=newest, asked=Asked(), **told
    )


@router.get("/sok")
def results(request: Request) -> Response:
    """What a search finds, with facets, order and pages."""
    site = site_of(request)
    asked = read_asked(request.query_params.multi_items())
    with site.reading() as reading:
        found = find(site, reading, asked)
        person = _named(reading, asked.person)
    years = timeline([(c.value, c.quotes) for c in found.facets.get("year", ())], 74)
    return page(request, site, "results.html", asked=asked, found=found, facets=FACETS, plot=years, person=person)


def _named(reading: Reading, person: str) -> str | None:
    if not person:
        return None
    found = find_person(reading.db, reading.shield, person)
    return found.name if found else person


@router.get("/artikel/{key}")
def article(request: Request, key: str) -> Response:
    """An article with every finding marked."""
    site = site_of(request)
    with site.reading() as reading:
        record = reading.shield.record(key)
        ids = _identities(reading, record) if record else {}
        deleted = is_deleted(reading.db, key)
    if record is None:
        raise HTTPException(404)
    settled = site.settled([quote.id for quote in record.quotes])
    told: dict[str, Any] = {
        "blocks": shown_blocks(record, article_marks(record)),
        "colours": colours(record),
        "numbers": {quote.id: n for n, quote in enumerate(record.quotes, 1)},
        "settled": settled,
        "ids": ids,
        "deleted": deleted,
        "url": web_address(record),
        "archived": site.archive is not None and not any(notice.code == "privacy" for notice in record.notices),
    }
    return page(request, site, "article.html", record=record, asked=Asked(), **told)


def _identities(reading: Reading, record: Record) -> dict[str, str]:
    """Return the id under which each person and body of a record is shown."""
    wanted = [p.id for p in record.people] + [o.id for o in record.organisations]
    return {key: resolve_id(reading.db, key) or key for key in wanted}


@router.get("/citat/{key}")
def quote(request: Request, key: str) -> Response:
    """A quote's own page: context, printings, rule and candidates, the source to copy, and the review."""
    site = site_of(request)
    with site.reading() as reading:
        hit = find_hit(reading.db, reading.shield, key)
        record = reading.shield.record(hit.article_id) if hit else None
        others = printings(reading.db, reading.shield, key) if hit else ()
        ids = _identities(reading, record) if record else {}
        deleted = hit is not None and is_deleted(reading.db, hit.article_id)
    found = next((q for q in record.quotes if q.id == key), None) if record else None
    if hit is None or record is None or found is None:
        raise HTTPException(404)
    settled = site.settled([key])
    (shown,) = reviewed_hits([hit], settled)
    url = web_address(record)
    told: dict[str, Any] = {
        "people": {p.id: p for p in record.people},
        "settled": settled.get(key),
        "others": others,
        "ids": ids,
        "deleted": deleted,
        "url": url,
        "marked_url": text_fragment(url, found) if url else None,
        "citation": citation(shown, url or shown.place, language_of(request)),
        "context": _context(record, found),
        "archived": site.archive is not None and not any(notice.code == "privacy" for notice in record.notices),
    }
    return page(request, site, "quote.html", hit=shown, quote=found, record=record, asked=Asked(), **told)


def _context(record: Record, quote: QuoteRecord) -> list[Any]:
    """Return the blocks around a quote, its own marked."""
    start, end = quote.contents[0].start, quote.contents[-1].end
    blocks = shown_blocks(record, quote_marks(quote, colours(record)[quote.id]))
    spans = list(zip(record.blocks, blocks, strict=False))
    near = [n for n, (block, _) in enumerate(spans) if block.start < end and block.end > start]
    if not near:
        return []
    return [shown for _, shown in spans[max(0, near[0] - 1) : near[-1] + 2]]


def citation(hit: Hit, place: str | None, language: str) -> str:
    """Return a quote with its source, to be taken along. What is no direct quote gets no marks."""
    who = ", ".join(
        part
        for part in (
            hit.speaker or ("okänd talare" if language == "sv" else "unknown speaker"),
            hit.role,
            hit.organisation,
        )
        if part
    )
    words = f"”{hit.text}”" if hit.kind == "direct" else hit.text
    kinds = {
        "sv": {"indirect": "återgivet", "mixed": "delvis återgivet"},
        "en": {"indirect": "reported", "mixed": "partly reported"},
    }
    kind = kinds[language].get(hit.kind)
    source = ", ".join(part for part in (hit.source, day(hit.published_at, language), place) if part)
    return f"{words} – {who}{f' ({kind})' if kind else ''}. {hit.title or ''} ({source})".replace(" . ", ". ")


@router.get("/person/{key}")
def person(request: Request, key: str) -> Response:
    """A person over all articles."""
    return _profiled(request, key, "p")


@router.get("/organisation/{key}")
def body(request: Request, key: str) -> Response:
    """A body over all articles."""
    return _profiled(request, key, "o")


def _profiled(request: Request, key: str, letter: str) -> Response:
    site = site_of(request)
    identity = {"p": "i", "o": "b"}[letter]
    if key[:1] not in (letter, identity):
        raise HTTPException(404)
    with site.reading() as reading:
        shown = resolve_id(reading.db, key)
        if shown is None:
            raise HTTPException(404)
        if shown != key:
            return RedirectResponse(f"{request.url.path.rpartition('/')[0]}/{shown}", 303)
        found = (find_person if letter == "p" else find_body)(reading.db, reading.shield, key)
        if found is None:
            raise HTTPException(404)
        asked = _quotes_of(found)
        settled = site.settled()
        filters = with_reviews(asked.filters(), settled)
        hits = reviewed_hits(latest(reading.db, filters, reading.shield, 12), settled)
    template = "person.html" if letter == "p" else "body.html"
    return page(request, site, template, found=found, asked=asked, hits=hits, plot=timeline(found.years, 96))


def _quotes_of(found: Profiled) -> Asked:
    if found.kind == "person":
        return Asked(person=found.id, order="date")
    return Asked(organisation=found.names[:20], order="date")
