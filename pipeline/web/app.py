"""The site as an application: pages, API, static files, and one way in which mistakes are told."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from fastapi import FastAPI, HTTPException
from starlette.exceptions import HTTPException as WebException
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from pipeline.outputs import OutputError
from pipeline.search.query import TooCostlyError
from pipeline.web import desk, pages, reviewing
from pipeline.web.access import Door
from pipeline.web.api import make_api
from pipeline.web.render import page
from pipeline.web.site import Site


def make_app(site: Site) -> FastAPI:
    """Return the application that shows a site."""
    app = FastAPI(title="Talstreck", docs_url=None, redoc_url=None, openapi_url=None)
    app.state.site = site
    for router in (pages.router, desk.router, reviewing.router):
        app.include_router(router)
    app.mount("/api/v1", make_api(site))
    app.mount("/static", StaticFiles(directory=Path(str(files("pipeline.web").joinpath("static")))), name="static")
    app.add_exception_handler(WebException, _told)
    app.add_exception_handler(HTTPException, _told)
    app.add_exception_handler(OutputError, _mistake)
    app.add_middleware(Door, site=site)
    return app


def _told(request: Request, error: Exception) -> Response:
    status = getattr(error, "status_code", 500)
    if status == 304:
        return Response(status_code=304)
    key = "not_found" if status == 404 else "went_wrong"
    detail = str(getattr(error, "detail", "")) if status not in (404, 405) else ""
    return page(request, request.app.state.site, "mistake.html", status, key=key, detail=detail)


def _mistake(request: Request, error: Exception) -> Response:
    status = 503 if isinstance(error, TooCostlyError) else 400
    key = "too_costly" if status == 503 else "cannot_be_asked"
    return page(request, request.app.state.site, "mistake.html", status, key=key, detail=str(error))
