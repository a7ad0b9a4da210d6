"""What a reader keeps and takes along: saved searches and their feeds, lists of names, exports, the archived copy, the door."""

from __future__ import annotations

import hmac
import tempfile
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import unquote_plus

from fastapi import APIRouter, Depends, HTTPException
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from pipeline.archive.copies import CopyError, read_copy
from pipeline.reviews.overlay import with_reviews
from pipeline.search.export import FORMATS, export_quotes
from pipeline.search.filters import FilterError
from pipeline.search.query import Request as Search
from pipeline.search.query import search
from pipeline.web.access import LOGIN
from pipeline.web.asked import Asked, asked_of, read_asked
from pipeline.web.atom import feed
from pipeline.web.forms import Form, read_form, safe_path
from pipeline.web.pages import find, site_of
from pipeline.web.render import LANGUAGE, LANGUAGES, language_of, page, texts

router = APIRouter(include_in_schema=False)
Sent = Annotated[Form, Depends(read_form)]
#: Lines of a pasted list.
_LINES = 200
#: Quotes that one download holds.
MOST_EXPORTED = 10_000


@router.get("/bevakningar")
def searches(request: Request) -> Response:
    """The saved searches, each with its feed."""
    site = site_of(request)
    kept = [row for row in site.reviews.searches() if not site.profile.hides_words(row[1], unquote_plus(row[2]))]
    rows = [(*row, site.signed("feed", row[0])) for row in kept]
    return page(request, site, "searches.html", rows=rows, asked=Asked(), base=str(request.base_url).rstrip("/"))


@router.post("/bevakningar")
def save(request: Request, form: Sent) -> Response:
    """Keep a search."""
    asked = asked_of(form.one("query", 8_000))
    asked.request()
    if not asked.narrowed:
        raise FilterError("bevakning: sök på något först")
    name = form.one("name", 120) or asked.words or " ".join(value for _, value in asked.chosen())
    site_of(request).reviews.save_search(name[:120], asked.address(), form.user)
    return RedirectResponse("/bevakningar", 303)


@router.post("/bevakningar/{key}/ta-bort")
def forget(request: Request, key: str, form: Sent) -> Response:
    """Keep a search no longer."""
    site_of(request).reviews.forget_search(key)
    return RedirectResponse("/bevakningar", 303)


@router.get("/bevakning/{key}.atom")
def atom(request: Request, key: str, nyckel: str = "") -> Response:
    """The feed of a saved search; its address carries what lets a feed reader in."""
    site = site_of(request)
    saved = next((row for row in site.reviews.searches() if row[0] == key), None)
    if saved is None or nyckel != site.signed("feed", key):
        raise HTTPException(404)
    asked = asked_of(saved[2])
    with site.reading() as reading:
        filters = with_reviews(asked.filters(), site.settled(), asked.reviewed)
        wanted = Search(asked.words, filters, "date", 50, bool(asked.exact))
        hits = search(reading.db, wanted, reading.shield).hits
    body = feed(saved[1], saved[4], str(request.base_url).rstrip("/"), key, hits)
    return Response(body, media_type="application/atom+xml; charset=utf-8")


@router.get("/lista")
def batch(request: Request) -> Response:
    """The form for a pasted list."""
    return page(request, site_of(request), "batch.html", rows=None, lines="", asked=Asked(), left_out=0)


@router.post("/lista")
def batch_counts(request: Request, form: Sent) -> Response:
    """Count the quotes for each line of a pasted list: of somebody with that name, or with those words."""
    site = site_of(request)
    lines = list(dict.fromkeys(line.strip()[:200] for line in form.one("lines", 100_000).split("\n") if line.strip()))
    by_name = form.one("how") != "words"
    rows = []
    with site.reading() as reading:
        for line in lines[:_LINES]:
            asked = Asked(speaker=(line,), order="date") if by_name else Asked(words=line, order="date")
            found = find(site, reading, asked, limit=1)
            latest = found.hits[0].published_at if found.hits else None
            rows.append((line, found.total, found.more, latest, asked.address(), found.meant))
    told: dict[str, Any] = {"rows": rows, "lines": "\n".join(lines), "left_out": max(0, len(lines) - _LINES)}
    return page(request, site, "batch.html", asked=Asked(), by_name=by_name, **told)


@router.get("/export")
def export(request: Request, format: str = "xlsx") -> Response:
    """Everything that a search finds, as a file to take along."""
    site = site_of(request)
    if format not in FORMATS:
        raise FilterError(f"format: {format!r} is not one of {', '.join(FORMATS)}")
    asked = read_asked(request.query_params.multi_items())
    folder = tempfile.TemporaryDirectory(prefix="talstreck-")
    path = Path(folder.name) / f"talstreck.{FORMATS[format]}"
    try:
        with site.reading() as reading:
            wanted = asked.request(settled=with_reviews(asked.filters(), site.settled(), asked.reviewed))
            base = str(request.base_url).rstrip("/")
            settled = site.settled()
            export_quotes(
                reading.db, reading.shield, wanted, format, path, settled, most=MOST_EXPORTED, permalinks=base
            )
    except BaseException:
        folder.cleanup()
        raise
    return FileResponse(path, filename=path.name, background=BackgroundTask(folder.cleanup))


@router.get("/arkiv/{key}")
def archived(request: Request, key: str) -> Response:
    """Our own copy of the page that an article was read from, shut in: it can run nothing and fetch nothing.

    Where the profile hides something of the article there is no copy to see, since it would show that.
    """
    site = site_of(request)
    with site.reading() as reading:
        record = reading.shield.record(key)
    if record is None or site.archive is None:
        raise HTTPException(404)
    if any(notice.code == "privacy" for notice in record.notices):
        raise HTTPException(403, texts(language_of(request))["copy_hidden"])
    try:
        data, media_type = read_copy(site.archive, record.source)
    except CopyError as error:
        raise HTTPException(410, str(error)) from None
    encoding = record.source.encoding.name if record.source.encoding else "utf-8"
    headers = {
        "content-security-policy": "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
        "content-type": f"{media_type}; charset={encoding}",
    }
    return Response(data, headers=headers)


@router.get("/sprak/{language}")
def choose_language(request: Request, language: str, till: str = "/") -> Response:
    """Choose the language of the page."""
    if language not in LANGUAGES:
        raise HTTPException(404)
    answer = RedirectResponse(safe_path(till), 303)
    answer.set_cookie(LANGUAGE, language, max_age=31_536_000, httponly=True, samesite="strict")
    return answer


@router.get("/logga-in")
def login_form(request: Request, till: str = "/") -> Response:
    """Ask for the key of the page."""
    return page(request, site_of(request), "login.html", till=safe_path(till), wrong=False, asked=Asked())


@router.post("/logga-in")
def login(request: Request, form: Sent) -> Response:
    """Let in who knows the key."""
    site = site_of(request)
    wanted = site.reach.token or ""
    if not wanted or not hmac.compare_digest(form.one("nyckel").encode(), wanted.encode()):
        return page(request, site, "login.html", 403, till=form.back, wrong=True, asked=Asked())
    answer = RedirectResponse(form.back, 303)
    secure = request.url.scheme == "https"
    answer.set_cookie(LOGIN, site.signed("login", wanted), httponly=True, samesite="strict", secure=secure)
    return answer
