"""The parser on request: only the sentences asked for, each by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from spacy.tokens import Doc
from spacy.util import load_config, load_model_from_config

from pipeline.data import data_path

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Span


class Arc(NamedTuple):
    """A word's place in the tree of its sentence: the head's position in the document, and the relation to it."""

    head: int
    label: str


@lru_cache(maxsize=2)
def load_parser(vocab: Any) -> Language:
    """Return our parser over this vocabulary, which already has vectors and lists; loaded when first asked for."""
    path = data_path("models", "sv_press", "parser")
    if not path.is_dir():
        raise LookupError(f"there is no parser under {path}; `make train DATA=…` makes one")
    from pipeline.stages.language.spacy_engine import load_parts

    nlp = load_model_from_config(load_config(path / "config.cfg"), vocab=vocab)
    load_parts(nlp, path)
    return nlp


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
    places = [[token.i for token in sentence if not token.is_space] for sentence in asked(doc, spans)]
    places = [each for each in places if each]
    bare = [
        Doc(
            doc.vocab,
            [doc[place].text for place in each],
            [True] * len(each),
            sent_starts=[number == 0 for number in range(len(each))],
        )
        for each in places
    ]
    for each, alone in zip(places, bare, strict=True):
        tree = parser(alone)
        for token in tree:
            arcs[each[token.i]] = Arc(each[token.head.i], token.dep_)
    return arcs
