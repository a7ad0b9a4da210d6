"""What the report of a run counts, taken from each record while it is at hand."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pipeline.article import Article
from pipeline.drift import page_facts
from pipeline.record import Record

_DAY_LENGTH = len("2026-11-29")


def facts_of(article: Article, record: Record) -> dict[str, Any]:
    """Return source, month, and how many quotes, by rule, speaker and body; and what each kind of finding counts."""
    bodies = {body.id: body.name for body in record.organisations}
    speakers = [speaker for quote in record.quotes for speaker in (quote.speaker, *quote.co_speakers)]
    published = record.source.published_at or ""
    source = record.source.name or record.source.rule
    return {
        "source": source,
        "month": published[:7] if len(published) >= _DAY_LENGTH else None,
        "rules": dict(sorted(Counter(quote.rule for quote in record.quotes).items())),
        "speakers": dict(sorted(Counter(s.name for s in speakers if s.name and s.kind == "person").items())),
        "unknown": sum(speaker.kind == "unknown" for speaker in speakers),
        "bodies": dict(
            sorted(Counter(bodies[s.organisation_id] for s in speakers if s.organisation_id in bodies).items())
        ),
        "found": {
            "quotes": len(record.quotes),
            "people": len(record.people),
            "organisations": len(record.organisations),
            "phones": len(record.phones),
            "figures": len(record.figures),
            "dates": len(record.dates),
        },
        "page": page_facts(article),
        "notices": dict(sorted(Counter(notice.code for notice in record.notices).items())),
    }
