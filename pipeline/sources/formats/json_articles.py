"""Articles as JSON: JSON Lines with a map of fields, and single JSON files such as TT's ninjs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pipeline.article import Page
from pipeline.sources import Items, Unreadable
from pipeline.sources.formats import Incoming, file_format
from pipeline.sources.formats.composed import compose

#: What the fields are called where nothing else is said, the likeliest first. ninjs is among them.
_USUAL = {
    "title": ("title", "headline", "header", "rubrik", "headlines.0.value"),
    "html": ("body_xhtml", "body_html", "html", "content_html", "raw_html", "body_html5"),
    "text": ("body_text", "text", "body", "content", "articleBody", "brodtext", "bodies.0.value"),
    "lead": ("lead", "leadtext", "ingress", "preamble", "description_text", "summary"),
    "byline": ("byline", "author", "skribent", "bylines.0.by"),
    "url": ("url", "link", "canonical_url", "source_url"),
    "published": ("published_at", "published", "datePublished", "versioncreated", "firstcreated", "pubdate", "date", "datum"),
}  # fmt: skip
_LONGEST_LINE = 50_000_000


@file_format(".jsonl", ".ndjson", ".jsonlines")
def json_lines(incoming: Incoming) -> Items:
    """One article a line; ``poster.jsonl#12`` is the twelfth line. The option ``fields`` names other fields."""
    n = 0
    while line := incoming.stream.readline(_LONGEST_LINE + 1):
        n += 1
        place = f"{incoming.place}#{n}"
        if len(line) > _LONGEST_LINE:
            yield Unreadable(place, "too_large", f"a line of more than {_LONGEST_LINE} bytes; is it JSON Lines?")
            return
        if line.strip():
            yield _article(incoming, place, line)


@file_format(".json", ".ninjs")
def json_file(incoming: Incoming) -> Items:
    """One article, such as TT's ninjs, or a list of articles (``{"releases": […]}`` of a wire among them)."""
    data = incoming.whole()
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        yield Unreadable(incoming.place, "broken", f"is not JSON: {error}")
        return
    several = _list_in(found)
    if several is None:
        item = _of_object(incoming, incoming.place, found)
        if isinstance(item, Unreadable) and item.reason in ("no_text", "broken"):
            item = Unreadable(item.place, "not_supported", f"JSON that is no article: {item.message}", "skipped")
        yield item
    for n, item in enumerate(several or (), start=1):
        yield _of_object(incoming, f"{incoming.place}#{n}", item)


def _list_in(found: Any) -> list[Any] | None:
    if isinstance(found, list):
        return found
    if isinstance(found, dict):
        for key in ("releases", "items", "articles", "hits", "results"):
            if isinstance(found.get(key), list) and found[key] and isinstance(found[key][0], dict):
                return list(found[key])
    return None


def _article(incoming: Incoming, place: str, line: bytes) -> Page | Unreadable:
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        return Unreadable(place, "broken", f"is not a line of JSON: {error}")
    return _of_object(incoming, place, found)


def _of_object(incoming: Incoming, place: str, found: Any) -> Page | Unreadable:
    if not isinstance(found, dict):
        return Unreadable(place, "broken", f"is {type(found).__name__}, not an object with the fields of an article")
    if found.get("schema", "") and str(found["schema"]).startswith("press-record/"):
        return Unreadable(place, "a_record", "is a record of an earlier run, not a page", "skipped")
    fields = {name: _field(found, incoming.options.fields, name) for name in _USUAL}
    if fields["html"] is None and fields["text"] is None:
        wanted = "text or html; say which field holds it, such as fields: {text: innehall}"
        return Unreadable(place, "no_text", f"has the fields {', '.join(map(str, list(found)[:12]))}, but no {wanted}")
    fields["name"] = _text(found.get("source") or found.get("provider") or found.get("source_name"))
    return compose(incoming, place, fields)


def _field(found: Mapping[str, Any], given: Mapping[str, str], name: str) -> str | None:
    if name in given:
        return _text(_at(found, given[name]))
    return next((text for path in _USUAL[name] if (text := _text(_at(found, path)))), None)


def _at(found: Any, path: str) -> Any:
    """Return what stands at a dotted path: ``bodies.0.value``."""
    for step in path.split("."):
        if isinstance(found, dict):
            found = found.get(step)
        elif isinstance(found, list) and step.isdigit() and int(step) < len(found):
            found = found[int(step)]
        else:
            return None
    return found


def _text(value: Any) -> str | None:
    if isinstance(value, str):
        return value.strip("\ufeff") if value.strip() else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list):
        return ", ".join(_names(value)) or None
    return _text(value.get("name")) if isinstance(value, dict) and "name" in value else None


def _names(values: list[Any]) -> Iterator[str]:
    for value in values:
        text = _text(value) if not isinstance(value, list) else None
        if text:
            yield text
