"""Web Annotations (W3C, JSON-LD), one a line: each quote as an annotation of its page, with two ways to find it there.

The position selector counts code points in the record's own text; the quote selector has the words around it, so that a
reader of the page itself finds them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.outputs import Output, output
from pipeline.outputs.jsonl import JsonlFile
from pipeline.record import Record, SpanRecord
from pipeline.stage import Options

#: Letters before and after the words that tell them apart.
_AROUND = 32


class WebAnnotationOptions(Options):
    """``path`` is the file of annotations, as JSON Lines."""

    path: str


@output("webannotation", config=WebAnnotationOptions)
def webannotation(options: WebAnnotationOptions) -> Output:
    """W3C Web Annotations: a quote each, with its speaker as the body."""
    return WebAnnotationFile(Path(options.path))


class WebAnnotationFile(JsonlFile):
    """Annotations as JSON Lines."""

    def write(self, record: Record, line: str) -> None:
        """Write the quotes of a record."""
        for annotation in web_annotations(record):
            self.write_line(json.dumps(annotation, ensure_ascii=False))


def web_annotations(record: Record) -> Iterator[dict[str, Any]]:
    """Yield an annotation for each quote of a record; a quote in pieces has a target for each."""
    url = record.source.canonical_url or record.source.url or f"urn:talstreck:{record.id}"
    for quote in record.quotes:
        speakers = [s for s in (quote.speaker, *quote.co_speakers) if s.name]
        bodies = [{"type": "SpecificResource", "purpose": "identifying", "source": f"urn:talstreck:{s.person_id or s.organisation_id or quote.id}", "schema:name": s.name, "schema:jobTitle": s.role} for s in speakers]  # fmt: skip
        yield {
            "@context": ["http://www.w3.org/ns/anno.jsonld", {"schema": "https://schema.org/"}],
            "id": f"urn:talstreck:{quote.id}",
            "type": "Annotation",
            "motivation": "identifying",
            "body": [*bodies, {"type": "TextualBody", "purpose": "tagging", "value": quote.kind}],
            "target": [{"source": url, "selector": _selectors(record.text, part)} for part in quote.contents],
        }


def _selectors(text: str, part: SpanRecord) -> list[dict[str, Any]]:
    position = {"type": "TextPositionSelector", "start": part.start, "end": part.end}
    before, after = text[max(0, part.start - _AROUND) : part.start], text[part.end : part.end + _AROUND]
    return [position, {"type": "TextQuoteSelector", "exact": part.text, "prefix": before, "suffix": after}]
