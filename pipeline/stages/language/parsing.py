"""The parser on request: only the sentences asked for, each by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from pipeline.data import data_path
from pipeline.stages.language.trees import TREES, TreeNetwork

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab


class Arc(NamedTuple):
    """A word's place in the tree of its sentence: the head's position in the document, and the relation to it."""

    head: int
    label: str


@lru_cache(maxsize=2)
def load_parser(vocab: Vocab) -> TreeNetwork:
    """Return our parser over this vocabulary, which already has vectors and lists; loaded when first asked for."""
    path = data_path("models", "sv_press", TREES)
    if not path.is_file():
        raise LookupError(f"there is no parser at {path}; `make train DATA=…` makes one")
    return TreeNetwork(path, vocab)


def asked(doc: Doc, spans: Sequence[tuple[int, int]] | None) -> Iterator[Span]:
    """Yield the sentences that touch any of the spans, in their order."""
    if spans is None:
        yield from doc.sents
        return
    wanted = sorted(spans)
    place = 0
    for sentence in doc.sents:
        while place < len(wanted) and wanted[place][1] <= sentence.start_char:
            place += 1
        if any(start < sentence.end_char and end > sentence.start_char for start, end in wanted[place : place + 1]):
            yield sentence


def parse(doc: Doc, spans: Sequence[tuple[int, int]] | None = None) -> dict[int, Arc]:
    """Return the arcs of the words of the asked sentences, by position in ``doc``; white space has none."""
    if doc.has_annotation("DEP"):
        return {
            token.i: Arc(token.head.i, token.dep_)
            for sentence in asked(doc, spans)
            for token in sentence
            if not token.is_space
        }
    parser = load_parser(doc.vocab)
    arcs: dict[int, Arc] = {}
    for sentence in asked(doc, spans):
        places = [token.i for token in sentence if not token.is_space]
        found = parser.parse([doc[place].text for place in places])
        for place, (head, label) in zip(places, found, strict=True):
            arcs[place] = Arc(places[head], label)
    return arcs
