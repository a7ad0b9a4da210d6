"""Entities with one set of labels, whole lines and a confidence, whatever model found them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What other models call our three labels (OntoNotes, SUC 3, UNER, CoNLL).
LABELS: Mapping[str, str] = {
    "PER": "PER",
    "PRS": "PER",
    "PERSON": "PER",
    "person": "PER",
    "ORG": "ORG",
    "inst": "ORG",
    "LOC": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
    "place": "LOC",
}

#: Share of entities that are right, by label, for a model that gives no confidence of its own.
_USUAL: Mapping[str, float] = {"PER": 0.92, "ORG": 0.82, "LOC": 0.87}

CONFIDENCE_KEY = "talstreck.entity_confidence"


def confidence_of(doc: Doc, entity: Span) -> float:
    """Return the entity's confidence between 0 and 1."""
    known: Mapping[tuple[int, int, str], float] = doc.user_data.get(CONFIDENCE_KEY, {})
    return known.get((entity.start, entity.end, entity.label_), _USUAL.get(entity.label_, 0.5))


def _lines(doc: Doc, entity: Span) -> Iterator[tuple[int, int]]:
    """Yield the parts of an entity that stand on one line each, without white space at their ends."""
    start = entity.start
    for place in range(entity.start, entity.end + 1):
        if place == entity.end or "\n" in doc[place].text:
            end = place
            while start < end and doc[start].is_space:
                start += 1
            while end > start and doc[end - 1].is_space:
                end -= 1
            if start < end:
                yield start, end
            start = place + 1


@Language.component("press_entities", retokenizes=False)
def press_entities(doc: Doc) -> Doc:
    """Map labels to PER, ORG and LOC, drop the rest, and cut what runs over a line's end."""
    kept: list[Span] = []
    changed = False
    for entity in doc.ents:
        label = LABELS.get(entity.label_)
        spans = list(_lines(doc, entity)) if label else []
        if spans != [(entity.start, entity.end)] or label != entity.label_:
            changed = True
        kept += [Span(doc, start, end, label=label or "") for start, end in spans]
    if changed:
        doc.set_ents(kept)
    return doc
