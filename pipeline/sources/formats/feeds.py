"""RSS and Atom files: one page an entry, in the order of the feed."""

from __future__ import annotations

import io
import time
from typing import Any

from pipeline.sources import Items, Unreadable
from pipeline.sources.formats import Incoming, file_format, need
from pipeline.sources.formats.composed import compose


@file_format(".rss", ".atom", ".xml", ".rdf")
def feed(incoming: Incoming) -> Items:
    """The entries of a feed with the text that it carries; ``flode.rss#3`` is the third. Nothing is fetched."""
    feedparser = need("feedparser", "feeds", "RSS and Atom files")
    parsed = feedparser.parse(io.BytesIO(incoming.whole()), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version and not parsed.entries:
        problem = f": {parsed.bozo_exception}" if parsed.get("bozo") else ""
        if incoming.place.lower().endswith((".rss", ".atom")):
            yield Unreadable(incoming.place, "broken", f"is no feed{problem}")
        else:
            yield Unreadable(incoming.place, "not_supported", f"XML that is no feed{problem}", "skipped")
        return
    for n, entry in enumerate(parsed.entries, start=1):
        place = f"{incoming.place}#{n}"
        content = max((part.get("value", "") for part in entry.get("content", ())), key=len, default="")
        summary = entry.get("summary", "")
        text = content or summary
        if not text.strip():
            yield Unreadable(place, "no_text", f"{entry.get('link', 'an entry')}: the feed carries no text", "skipped")
            continue
        lead = summary if content and summary and "<" not in summary and summary.strip() not in content else None
        fields = {"title": entry.get("title"), "lead": lead, "text": text, "url": entry.get("link")}
        yield compose(incoming, place, {**fields, "published": _date(entry), "byline": entry.get("author")})
    if parsed.get("bozo") and not isinstance(parsed.bozo_exception, feedparser.CharacterEncodingOverride):
        yield Unreadable(f"{incoming.place}#rest", "broken", f"the feed breaks off: {parsed.bozo_exception}")


def _date(entry: Any) -> str | None:
    stamp = entry.get("published_parsed") or entry.get("updated_parsed")
    return time.strftime("%Y-%m-%dT%H:%M:%S+00:00", stamp) if stamp else None
