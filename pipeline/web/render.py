"""Pages out of templates: everything is escaped, in Swedish or English, with what each page needs to know of its reader."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

import jinja2
import yaml
from starlette.requests import Request as WebRequest
from starlette.responses import HTMLResponse

from pipeline.web.site import Site

LANGUAGES = ("sv", "en")
LANGUAGE = "talstreck_sprak"
_MONTHS = {
    "sv": "januari februari mars april maj juni juli augusti september oktober november december".split(),
    "en": "January February March April May June July August September October November December".split(),
}


@lru_cache(maxsize=4)
def texts(language: str) -> Mapping[str, str]:
    """Return the page's own words in a language, by their key."""
    read = files("pipeline.web").joinpath("texts", f"{language}.yaml").read_text(encoding="utf-8")
    return {str(key): str(value) for key, value in yaml.safe_load(read).items()}


@lru_cache(maxsize=1)
def templates() -> jinja2.Environment:
    """Return the templates: all output is escaped, and a name that is not there is an error."""
    made = jinja2.Environment(
        loader=jinja2.PackageLoader("pipeline.web", "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"marked": marked, "number": number, "band": band, "query": urlencode}
    return made


def marked(text: str, marks: Iterable[tuple[int, int]]) -> list[tuple[str, bool]]:
    """Return the text in pieces, each with whether a search found it; ``marks`` are half-open code points in order."""
    pieces, at = [], 0
    for start, end in marks:
        if start >= at and end > start:
            pieces += [(text[at:start], False), (text[start:end], True)]
            at = end
    return [piece for piece in (*pieces, (text[at:], False)) if piece[0]]


def number(value: int) -> str:
    """Return 12345 as "12 345", with a space that does not break."""
    return f"{value:,}".replace(",", "\u00a0")


def band(confidence: float) -> str:
    """Return high, medium or low for how sure a finding is."""
    return "high" if confidence >= 0.895 else ("medium" if confidence >= 0.695 else "low")


def day(value: str | None, language: str) -> str:
    """Return 2024-03-14 as "14 mars 2024"; what is no such day comes back as it is."""
    if not value:
        return ""
    parts = value[:10].split("-")
    if len(parts) < 2 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return value
    month = _MONTHS[language][int(parts[1]) - 1]
    return f"{int(parts[2])} {month} {parts[0]}" if len(parts) == 3 else f"{month} {parts[0]}"


def language_of(request: WebRequest) -> str:
    """Return the reader's language: the one chosen, Swedish where none is."""
    chosen = request.cookies.get(LANGUAGE, "sv")
    return chosen if chosen in LANGUAGES else "sv"


def page(request: WebRequest, site: Site, template: str, status: int = 200, **told: Any) -> HTMLResponse:
    """Return a page made from a template."""
    language = language_of(request)
    words = texts(language)

    def t(key: str, **values: object) -> str:
        return words[key].format(**values) if values else words[key]

    state = request.scope.get("state", {})
    context = {
        "t": t,
        "language": language,
        "day": lambda value: day(value, language),
        "user": state.get("user"),
        "csrf": state.get("csrf", ""),
        "profile": site.profile.name,
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "path": request.url.path,
    }
    return HTMLResponse(templates().get_template(template).render(**context, **told), status_code=status)
