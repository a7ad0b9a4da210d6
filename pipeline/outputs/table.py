"""Quotes as rows of a table: what `csv`, `xlsx` and `parquet` have in common."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.record import Record
from pipeline.stage import Options
from pipeline.store.rows import quote_rows

COLUMNS = (
    "id", "quote", "speaker", "role", "organisation", "party", "phone", "kind", "mark", "speaker_kind", "confidence",
    "context", "title", "source", "published_at", "address", "link", "article_id",
)  # fmt: skip


class TableOptions(Options):
    """``path`` is the file; ``permalinks`` the address of a page that shows the store, for the column ``link``."""

    path: str
    permalinks: str | None = None


def table_rows(record: Record, permalinks: str | None = None) -> Iterator[dict[str, Any]]:
    """Yield a row for each quote, its cells by :data:`COLUMNS`; everything but ``confidence`` is text or None."""
    source = record.source
    people = {person.id: person for person in record.people}
    for q in quote_rows(record):
        key, kind, mark, said, context, speaker, speaker_kind, role, body, confidence = q.row[:10]
        numbers = [p.e164 or p.text for p in record.phones if q.person_id and p.person_id == q.person_id]
        yield {
            "id": key,
            "quote": said,
            "speaker": speaker,
            "role": role or q.role,
            "organisation": body,
            "party": people[q.person_id].party if q.person_id in people else None,
            "phone": "; ".join(dict.fromkeys(numbers)) or None,
            "kind": kind,
            "mark": mark,
            "speaker_kind": speaker_kind,
            "confidence": confidence,
            "context": context,
            "title": record.title,
            "source": source.name,
            "published_at": source.published_at,
            "address": source.canonical_url or source.url or source.path,
            "link": f"{permalinks}/citat/{key}" if permalinks else None,
            "article_id": record.id,
        }


def guarded(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe stands before ``= + - @`` and control signs."""
    return f"'{cell}" if cell.lstrip(" \u00a0")[:1] in tuple("=+-@\t\r\n|%") and cell.strip() else cell
