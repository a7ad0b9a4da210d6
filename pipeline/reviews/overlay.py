"""Verdicts laid over records and hits: what is wrong goes, what was put right stands right. The store stays as it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from pipeline.article import SpeakerKind
from pipeline.privacy import Profile
from pipeline.record import QuoteRecord, Record, SpanRecord, SpeakerRecord
from pipeline.reviews.file import Settled
from pipeline.search.filters import FilterError, Filters

if TYPE_CHECKING:
    from pipeline.search.hits import Hit


def reviewed(record: Record, settled: Mapping[str, Settled]) -> Record:
    """Return the record as people have settled it; the very same where they have settled nothing of it."""
    if not any(quote.id in settled for quote in record.quotes):
        return record
    quotes = [quote for q in record.quotes if (quote := _quote(record, q, settled.get(q.id))) is not None]
    return record.model_copy(update={"quotes": sorted(quotes, key=lambda q: (q.contents[0].start, q.id))})


def _quote(record: Record, quote: QuoteRecord, settled: Settled | None) -> QuoteRecord | None:
    if settled is None or settled.right is None:
        return quote
    if settled.right is False:
        return None
    update: dict[str, object] = {"confidence": 1.0}
    if settled.spans is not None and all(0 <= a < b <= len(record.text) for a, b in settled.spans):
        update["contents"] = [SpanRecord(start=a, end=b, text=record.text[a:b]) for a, b in settled.spans]
    if settled.speaker is not None:
        update["speaker"] = speaker_of(record, settled.speaker)
        update["co_speakers"] = []
    return quote.model_copy(update=update)


def speaker_of(record: Record, told: Mapping[str, str | None]) -> SpeakerRecord:
    """Return the speaker whom a reader has named: a person of the record where the id or the name is one's."""
    name = told.get("name")
    person = next((p for p in record.people if p.id == told.get("person_id")), None)
    person = person or next((p for p in record.people if name and p.name == name), None)
    kind = "person" if person else (told.get("kind") or ("person" if name else "unknown"))
    return SpeakerRecord(
        name=person.name if person else name,
        kind=cast("SpeakerKind", kind),
        person_id=person.id if person else None,
        organisation_id=person.organisation_id if person else None,
        role=person.roles[0].normalised if person and person.roles else None,
        mention=None,
        via="review",
        reason=None if name else "review",
    )


def reviewed_hits(hits: Iterable[Hit], settled: Mapping[str, Settled]) -> tuple[Hit, ...]:
    """Return hits with what people have settled: ``review`` set, speakers put right."""
    return tuple(_hit(hit, settled.get(hit.id)) for hit in hits)


def _hit(hit: Hit, settled: Settled | None) -> Hit:
    if settled is None or settled.label is None:
        return hit
    speaker = hit.speaker if settled.speaker is None else settled.speaker.get("name")
    changed = settled.speaker is not None and speaker != hit.speaker
    role, body, person = (None, None, None) if changed else (hit.role, hit.organisation, hit.person_id)
    return replace(hit, review=settled.label, speaker=speaker, role=role, organisation=body, person_id=person)


def shown_to(profile: Profile, settled: Mapping[str, Settled]) -> dict[str, Settled]:
    """Return reviews without what names somebody whom the profile hides; a quote given to such a one counts as wrong."""
    if not profile.suppresses:
        return dict(settled)
    hides, shown = profile.hides_words, {}
    for key, found in settled.items():
        history = tuple(v for v in found.history if not hides(v.old, v.new, v.words, v.note, v.by))
        notes = tuple(note for note in found.notes if not hides(note))
        hidden = found.speaker is not None and hides(found.speaker.get("name"), found.speaker.get("person_id"))
        kept = {"right": False, "speaker": None} if hidden else {}
        shown[key] = replace(found, history=history, notes=notes, **kept)  # type: ignore[arg-type]
    return shown


def with_reviews(filters: Filters, settled: Mapping[str, Settled], wanted: str = "") -> Filters:
    """Return filters with what people have settled of quotes: what is wrong is left out unless it is asked for.

    ``wanted`` is yes, no, right, wrong, corrected or empty; raises :class:`FilterError` for anything else.
    """
    by_label: dict[str, list[str]] = {"right": [], "wrong": [], "corrected": []}
    for key, found in settled.items():
        if found.label and key.startswith("q"):
            by_label[found.label].append(key)
    every = tuple(key for keys in by_label.values() for key in keys)
    if wanted == "no":
        return filters.with_values(without_ids=every)
    if wanted == "yes":
        return filters.with_values(ids=every)
    if wanted in by_label:
        return filters.with_values(ids=tuple(by_label[wanted]))
    if wanted:
        raise FilterError(f"reviewed: {wanted!r} is not one of {', '.join(['yes', 'no', *by_label])}")
    return filters.with_values(without_ids=tuple(by_label["wrong"]))
