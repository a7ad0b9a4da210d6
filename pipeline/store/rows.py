"""One record as the rows of the store's tables."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.record import PersonRecord, QuoteRecord, Record, SpanRecord

Row = tuple[object, ...]
#: Stands in a quote's context where its words are.
SAID = "[…]"


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """A quote with what is counted of it; ``speakers`` are the names of those who said it together, the first first."""

    row: Row
    day: int
    month: str | None
    speakers: tuple[str, ...]
    organisation: str | None
    role: str | None
    party: str | None
    kind: str
    mark: str
    band: int
    phone: int
    person_id: str | None


def quote_rows(record: Record) -> Iterator[QuoteRow]:
    """Yield the quotes of a record: words, context, speaker, and what is counted."""
    bodies = {body.id: body.name for body in record.organisations}
    people = {person.id: person for person in record.people}
    reachable = {phone.person_id for phone in record.phones if phone.person_id}
    day = (record.source.published_at or "")[:10]
    number = int(day.replace("-", "")) if len(day) == 10 and day.replace("-", "").isdigit() else 0
    for quote in record.quotes:
        speaker = quote.speaker
        person = people.get(speaker.person_id or "")
        body = bodies.get(speaker.organisation_id or "") or _body_of(person, bodies)
        if body is None and speaker.kind == "organisation":
            body = speaker.name
        names = tuple(dict.fromkeys(s.name for s in (speaker, *quote.co_speakers) if s.name))
        said = quote.words()
        start, end = quote.contents[0].start, quote.contents[-1].end
        row = (quote.id, quote.kind, quote.mark, said, context_of(record, quote), "; ".join(names) or None)
        row = (*row, speaker.kind, speaker.role, body, quote.confidence, quote.rule, start, end)  # type: ignore[assignment]
        yield QuoteRow(
            row,
            number,
            day[:7] or None,
            names,
            body,
            _role_of(speaker.role, person),
            person.party if person else None,
            quote.kind,
            quote.mark,
            min(100, max(0, round(quote.confidence * 100))),
            int(speaker.person_id in reachable),
            speaker.person_id,
        )


def _body_of(person: PersonRecord | None, bodies: dict[str, str]) -> str | None:
    if person is None:
        return None
    held = [person.organisation_id, *(role.organisation_id for role in person.roles)]
    return next((bodies[i] for i in held if i in bodies), None)


def _role_of(role: str | None, person: PersonRecord | None) -> str | None:
    """Return the title that is counted: in its indefinite form where the person's titles have one."""
    for held in person.roles if person else ():
        if role is None or role.casefold() in (held.text.casefold(), held.normalised.casefold()):
            return held.normalised
    return role


def context_of(record: Record, quote: QuoteRecord) -> str:
    """Return the words around a quote in its paragraph, "[…]" where its own stand: "– […] säger Siv Lund."."""
    start, end = quote.contents[0].start, quote.contents[-1].end
    block = next((b for b in record.blocks if b.start <= start < b.end), None)
    if block is None:
        return ""
    parts, at = [], block.start
    for part in quote.contents:
        parts += [record.text[at : part.start], SAID]
        at = part.end
    return "".join([*parts, record.text[at : max(block.end, end)]]).strip()


def production(record: Record) -> Row:
    """Return what made a record, in the columns of ``productions``."""
    made = record.produced_by
    models = json.dumps([model.model_dump() for model in made.models], ensure_ascii=False)
    return (made.config_sha256, made.name, made.version, " ".join(made.stages), models)


def article_row(record: Record) -> Row:
    """Return an article without its text, in the columns of ``articles`` from ``id`` to ``archive_length``."""
    s = record.source
    archive = (s.archive.path, s.archive.offset, s.archive.length) if s.archive else (None, None, None)
    first = (record.id, s.path, s.canonical_url or s.url, s.name, record.title, record.byline)
    dates = (s.published_at, s.updated_at, s.retrieved_at)
    hashes = (record.language, record.group_id, s.raw_sha256, s.rule)
    return (*first, *dates, *hashes, *archive)


def mention_rows(article: int, kind: str, owner: int, mentions: list[SpanRecord]) -> Iterator[Row]:
    """Yield where a person or a body is named."""
    for mention in mentions:
        yield (article, mention.start, mention.end, kind, owner)
