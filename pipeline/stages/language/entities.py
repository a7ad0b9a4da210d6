"""Entities with one set of labels, whole lines and a confidence, whatever model found them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc, Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

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


#: Marks that no name begins or ends with; a bullet, a bracket or a quotation mark that the model took along.
_LOOSE = frozenset("–—―-‐.,;:!?…\"”“»«'’/|•·▪●∙*_)")
_NO_NAME = ("@", "://", "www.")


def parts(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield what remains of an entity's words: whole lines, without loose marks at their ends, brackets apart.

    "Inspektionen för vård och omsorg (IVO" is two bodies, a name ends at the line's end, and an address
    ("info@…") is nobody.
    """
    closed = ")" in words
    start = 0
    for place in range(len(words) + 1):
        if place == len(words) or "\n" in words[place] or (words[place] == "(" and not closed):
            end = place
            while start < end and (words[start].isspace() or words[start] in _LOOSE):
                start += 1
            while end > start and (words[end - 1].isspace() or (words[end - 1] in _LOOSE and words[end - 1] != ")")):
                end -= 1
            if start < end and not any(mark in word for word in words[start:end] for mark in _NO_NAME):
                yield start, end
            start = place + 1


@Language.component("press_entities", retokenizes=False)
def press_entities(doc: Doc) -> Doc:
    """Map labels to PER, ORG and LOC, drop the rest, and trim what no name has."""
    kept: list[Span] = []
    changed = False
    for entity in doc.ents:
        label = LABELS.get(entity.label_)
        words = [token.text for token in entity]
        spans = [(entity.start + start, entity.start + end) for start, end in parts(words)] if label else []
        if spans != [(entity.start, entity.end)] or label != entity.label_:
            changed = True
            known = doc.user_data.get(CONFIDENCE_KEY, {})
            sure = known.get((entity.start, entity.end, entity.label_))
            if sure is not None:
                known.update({(start, end, label): sure for start, end in spans})
        kept += [Span(doc, start, end, label=label or "") for start, end in spans]
    if changed:
        doc.set_ents(kept)
    return doc
