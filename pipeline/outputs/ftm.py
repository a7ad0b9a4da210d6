"""FollowTheMoney entities (Aleph, OpenSanctions), one a line. Lossy, since the model has no quote and no speaker.

An article is an ``Article``; people and bodies are ``Person``, ``Company``, ``PublicBody`` and ``Organization`` entities of
that article, tied to it by a ``Mention``; a quote is a ``Note`` on who said it, with the article as its proof. What does not
fit is left out: offsets, cue words, candidates, confidence, figures, dates and joint speakers beyond their names.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.outputs import Output, output
from pipeline.outputs.jsonl import JsonlFile
from pipeline.record import QuoteRecord, Record
from pipeline.stage import Options

_SCHEMATA = {"company": "Company", "authority": "PublicBody", "region": "PublicBody", "municipality": "PublicBody", "county_board": "PublicBody", "court": "PublicBody"}  # fmt: skip


class FtmOptions(Options):
    """``path`` is the file of entities, as JSON Lines."""

    path: str


@output("ftm", config=FtmOptions)
def ftm(options: FtmOptions) -> Output:
    """FollowTheMoney entities: articles, people, bodies, mentions, and quotes as notes."""
    return FtmFile(Path(options.path))


class FtmFile(JsonlFile):
    """Entities as JSON Lines."""

    def write(self, record: Record, line: str) -> None:
        """Write the entities of a record."""
        for entity in entities(record):
            self.write_line(json.dumps(entity, ensure_ascii=False))


def entities(record: Record) -> Iterator[dict[str, Any]]:
    """Yield the entities of a record; an empty property is left out."""
    source = record.source
    url = source.canonical_url or source.url
    yield _entity(
        record.id,
        "Article",
        title=record.title,
        publisher=source.name,
        publishedAt=source.published_at,
        sourceUrl=url,
        author=record.byline,
        language="swe" if record.language == "sv" else None,
        contentHash=source.raw_sha256,
        fileName=None if url else source.path,
    )
    bodies = {body.id: body.name for body in record.organisations}
    phones = [(p.person_id, p.organisation_id, p.e164) for p in record.phones]
    for person in record.people:
        roles = [role.normalised for role in person.roles]
        employers = [
            bodies[i] for i in (person.organisation_id, *(r.organisation_id for r in person.roles)) if i in bodies
        ]
        numbers = [e164 for owner, _, e164 in phones if owner == person.id]
        addresses = [e.text for e in record.emails if e.person_id == person.id]
        notes = [f"på uppdrag av {name}" for name in dict.fromkeys(employers)]
        told = {"position": roles, "phone": numbers, "email": addresses, "political": person.party, "notes": notes}
        yield _entity(person.id, "Person", name=person.name, proof=record.id, **told)
        yield _entity(
            f"{person.id}.m",
            "Mention",
            document=record.id,
            name=person.name,
            resolved=person.id,
            detectedSchema="Person",
        )
    for body in record.organisations:
        schema = _SCHEMATA.get(body.kind, "Organization")
        numbers = [e164 for _, owner, e164 in phones if owner == body.id]
        yield _entity(body.id, schema, name=body.name, alias=body.aliases, proof=record.id, phone=numbers)
        yield _entity(
            f"{body.id}.m", "Mention", document=record.id, name=body.name, resolved=body.id, detectedSchema=schema
        )
    for quote in record.quotes:
        yield _note(record, quote, url)


def _note(record: Record, quote: QuoteRecord, url: str | None) -> dict[str, Any]:
    speakers = (quote.speaker, *quote.co_speakers)
    return _entity(
        quote.id,
        "Note",
        description=" ".join(part.text for part in quote.contents),
        entity=[s.person_id or s.organisation_id for s in speakers],
        name=", ".join(s.name for s in speakers if s.name) or None,
        proof=record.id,
        keywords=[quote.kind],
        sourceUrl=url,
    )


def _entity(key: str, schema: str, **properties: Any) -> dict[str, Any]:
    listed = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    kept = {name: [v for v in dict.fromkeys(values) if v] for name, values in listed.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in kept.items() if values}}
