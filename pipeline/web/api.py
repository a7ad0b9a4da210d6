"""The JSON API under ``/api/v1``: search, quotes, articles, people, organisations, sums. Described by its ``openapi.json``.

Filters are those of the page's addresses. Pages are asked for by cursor. Every answer has an ETag; asked again with
``If-None-Match`` it is 304 where nothing has changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Annotated, Any

from fastapi import FastAPI, HTTPException, Query
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException as WebException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from pipeline.outputs import OutputError
from pipeline.record import Record
from pipeline.reviews.overlay import reviewed, reviewed_hits
from pipeline.search.articles import find_hit, overview, printings
from pipeline.search.people import Profiled, find_body, find_person, resolve_id
from pipeline.search.query import TooCostlyError
from pipeline.web.asked import read_asked
from pipeline.web.pages import find
from pipeline.web.site import Site

_MOST = 100
Many = Annotated[list[str], Query()]
One = Annotated[str, Query()]


class Quote(BaseModel):
    """A quote. ``marks`` and ``context_marks`` are where the words of the search stand, half-open code points."""

    id: str
    text: str
    context: str
    speaker: str | None
    speaker_kind: str
    role: str | None
    organisation: str | None
    kind: str
    mark: str
    confidence: float
    party: str | None
    article_id: str
    title: str | None
    place: str | None
    source: str | None
    published_at: str | None
    person_id: str | None
    printings: int
    marks: list[tuple[int, int]]
    context_marks: list[tuple[int, int]]
    review: str | None


class Counted(BaseModel):
    """A value of a facet and how many quotes of the selection have it."""

    value: str
    quotes: int


class Found(BaseModel):
    """A page of quotes. ``cursor`` asks for the next one; ``more`` says that ``total`` is the least it can be."""

    total: int
    more: bool
    cursor: str | None
    meant: str | None
    notices: list[str]
    quotes: list[Quote]
    facets: dict[str, list[Counted]]


class QuoteInPrint(BaseModel):
    """A quote with its other printings."""

    quote: Quote
    printings: list[Quote]


class Known(BaseModel):
    """A person or a body over all articles; numbers as the privacy profile shows them."""

    id: str
    kind: str
    name: str
    names: list[str]
    first: str | None
    last: str | None
    quotes: int
    parties: list[str]
    held: list[dict[str, Any]]
    numbers: list[dict[str, Any]]
    others: list[dict[str, Any]]
    years: list[tuple[str, int]]
    articles: list[dict[str, Any]]
    maybes: list[dict[str, Any]]


class Sums(BaseModel):
    """What the archive holds."""

    articles: int
    quotes: int
    latest: str | None
    months: list[Counted] = Field(description="quotes by month, 2024-03")
    speakers: list[Counted]
    organisations: list[Counted]
    sources: list[Counted]


def make_api(site: Site) -> FastAPI:
    """Return the API of a site."""
    api = FastAPI(title="Talstreck", version="1", docs_url=None, redoc_url=None, description=__doc__)
    api.state.site = site
    api.add_exception_handler(WebException, _told)
    api.add_exception_handler(OutputError, _mistake)
    api.middleware("http")(_tagged)
    _add_search(api, site)
    _add_findings(api, site)
    return api


def _add_search(api: FastAPI, site: Site) -> None:
    @api.get("/search", response_model=Found)
    def search_quotes(
        request: Request,
        q: Annotated[str, Query(description="words, as in the page's search")] = "",
        speaker: Many = [],
        organisation: Many = [],
        role: Many = [],
        party: Many = [],
        kind: Many = [],
        mark: Many = [],
        source: Many = [],
        place: Many = [],
        confidence: Annotated[list[str], Query(description="high, medium, low")] = [],
        without: Annotated[list[str], Query(description="FACET=VALUE")] = [],
        since: Annotated[str, Query(description="2024-03-14, 2024-03 or 2024")] = "",
        until: One = "",
        person: Annotated[str, Query(description="i1-… or p1-…")] = "",
        reviewed: Annotated[str, Query(description="yes, no, right, wrong, corrected")] = "",
        has_phone: One = "",
        exact: One = "",
        order: Annotated[str, Query(description="relevance, date, oldest")] = "",
        cursor: One = "",
        limit: Annotated[int, Query(ge=1, le=_MOST)] = 20,
    ) -> dict[str, Any]:
        """Find quotes, with counts for the selection."""
        with site.reading() as reading:
            found = find(site, reading, read_asked(request.query_params.multi_items()), limit)
        told = asdict(found)
        return {**told, "quotes": told.pop("hits")}

    @api.get("/stats", response_model=Sums)
    def stats() -> dict[str, Any]:
        """Return what the archive holds."""
        with site.reading() as reading:
            held = asdict(overview(reading.db, reading.shield, most=50))
        lists = ("months", "speakers", "organisations", "sources")
        return held | {name: [{"value": value, "quotes": n} for value, n in held[name]] for name in lists}


def _add_findings(api: FastAPI, site: Site) -> None:
    @api.get("/quotes/{key}", response_model=QuoteInPrint)
    def quote(key: str) -> dict[str, Any]:
        """Return a quote by its id."""
        with site.reading() as reading:
            hit = find_hit(reading.db, reading.shield, key)
            others = printings(reading.db, reading.shield, key) if hit else ()
        if hit is None:
            raise HTTPException(404, "no such quote")
        (shown,) = reviewed_hits([hit], site.settled([key]))
        return {"quote": asdict(shown), "printings": [asdict(other) for other in others]}

    @api.get("/records/{key}", response_model=Record, response_model_exclude_unset=True)
    def record(key: str) -> Response:
        """Return an article's whole record, as the profile shows it and as people have settled it."""
        with site.reading() as reading:
            found = reading.shield.record(key)
        if found is None:
            raise HTTPException(404, "no such article")
        shown = reviewed(found, site.settled([q.id for q in found.quotes]))
        return Response(shown.to_json(), media_type="application/json")

    @api.get("/people/{key}", response_model=Known)
    def person(key: str) -> dict[str, Any]:
        """Return a person by the id of an identity (i1-…) or of a person in an article (p1-…)."""
        return _known(site, key, "ip", find_person)

    @api.get("/organisations/{key}", response_model=Known)
    def organisation(key: str) -> dict[str, Any]:
        """Return a body by the id of an identity (b1-…) or of a body in an article (o1-…)."""
        return _known(site, key, "bo", find_body)


def _known(site: Site, key: str, letters: str, look: Callable[..., Profiled | None]) -> dict[str, Any]:
    with site.reading() as reading:
        shown = resolve_id(reading.db, key) if key[:1] in tuple(letters) else None
        found = look(reading.db, reading.shield, shown) if shown else None
    if found is None:
        raise HTTPException(404, "nobody has this id")
    return asdict(found)


async def _tagged(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
    """Give an answer its ETag, or answer that nothing has changed."""
    answer = await go_on(request)
    if request.method != "GET" or answer.status_code != 200:
        return answer
    body = b"".join([part async for part in answer.body_iterator])  # type: ignore[attr-defined]
    tag = f'"{hashlib.sha256(body).hexdigest()[:32]}"'
    headers = {**answer.headers, "etag": tag, "cache-control": "private, no-cache"}
    if tag in [held.strip().removeprefix("W/") for held in request.headers.get("if-none-match", "").split(",")]:
        return Response(status_code=304, headers={"etag": tag, "cache-control": "private, no-cache"})
    return Response(body, headers=headers)


def _told(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    return JSONResponse({"detail": getattr(error, "detail", "")}, status)


def _mistake(request: Request, error: Exception) -> Response:
    return JSONResponse({"detail": str(error)}, 503 if isinstance(error, TooCostlyError) else 400)
