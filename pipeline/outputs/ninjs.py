"""ninjs (IPTC, as Swedish news systems take it), one article a line: who and what it names, with our ids as codes.

ninjs has no quote: quotes stand in ``x_quotes``, which a reader that does not know it leaves alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from pipeline.outputs import Output, output
from pipeline.outputs.jsonl import JsonlFile
from pipeline.record import QuoteRecord, Record
from pipeline.stage import Options

_SCHEME = "urn:talstreck"


class NinjsOptions(Options):
    """``path`` is the file, as JSON Lines; ``text`` puts the article's whole text in."""

    path: str
    text: bool = False


@output("ninjs", config=NinjsOptions)
def ninjs(options: NinjsOptions) -> Output:
    """News items as ninjs: people, organisations and places with codes, quotes beside them."""
    return NinjsFile(options)


class NinjsFile(JsonlFile):
    """News items as JSON Lines."""

    def __init__(self, options: NinjsOptions) -> None:
        super().__init__(Path(options.path))
        self._text = options.text

    def write(self, record: Record, line: str) -> None:
        """Write a record."""
        self.write_line(json.dumps(news_item(record, text=self._text), ensure_ascii=False))


def news_item(record: Record, *, text: bool = False) -> dict[str, Any]:
    """Return a record as a news item; what is not known is left out."""
    source = record.source
    bodies = {body.id: body.name for body in record.organisations}
    item: dict[str, Any] = {
        "uri": source.canonical_url or source.url or f"{_SCHEME}:{record.id}",
        "type": "text",
        "language": record.language,
        "versioncreated": source.updated_at or source.published_at or source.retrieved_at,
        "firstcreated": source.published_at,
        "headline": record.title,
        "byline": record.byline,
        "infosource": [{"name": source.name}] if source.name else None,
        "person": [{"name": p.name, "rel": "byline" if p.part in ("byline", "credit") else "about", "scheme": _SCHEME, "code": p.id} for p in record.people],
        "organisation": [{"name": o.name, "rel": "about", "scheme": _SCHEME, "code": o.id} for o in record.organisations],
        "place": [{"name": p.name, "rel": "about", "scheme": _SCHEME, "code": p.id} for p in record.places],
        "x_quotes": [_quote(quote, bodies) for quote in record.quotes],
    }  # fmt: skip
    if text:
        item["body_text"] = record.text
        blocks = (escape(record.text[b.start : b.end]).replace("\n", "<br>") for b in record.blocks)
        item["body_html5"] = "".join(f"<p>{block}</p>" for block in blocks)
    return {key: value for key, value in item.items() if value not in (None, [])}


def _quote(quote: QuoteRecord, bodies: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": quote.id,
        "kind": quote.kind,
        "text": quote.words(),
        "speaker": quote.speaker.name,
        "role": quote.speaker.role,
        "organisation": bodies.get(quote.speaker.organisation_id or ""),
        "person": quote.speaker.person_id,
    }
