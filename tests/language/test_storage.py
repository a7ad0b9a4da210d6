"""A document kept as bytes is the document that comes back, word by word."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc

from pipeline import Pipeline
from pipeline.stages.language.entities import CONFIDENCE_KEY
from pipeline.stages.language.storage import pack, unpack

TEXTS = {
    "speech": "Ny bro\n\n– Den håller i hundra år, säger Maja Tornberg, projektledare i Alvsund.",
    "spaces": "  Två   ord \n\n\n och\ttre\u00a0till.",
    "marks": "”Åh!” … 12,5 % – 070-174 06 12; EU:s F–16 🙂",
    "nothing": "",
}


def described(doc: Doc) -> list[object]:
    words = [
        (t.text, t.idx, t.whitespace_, t.tag_, t.pos_, t.lemma_, str(t.morph), t.ent_type_, t.is_sent_start)
        for t in doc
    ]
    return [doc.text, words, [(e.text, e.label_) for e in doc.ents], doc.user_data.get(CONFIDENCE_KEY, {})]


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_document_comes_back_as_it_was(pipeline: Pipeline, text: str) -> None:
    reading = next(stage for name, stage in pipeline.stages if name == "language")
    doc: Doc = reading._read(text)  # type: ignore[attr-defined]
    other = spacy.blank("sv").vocab
    assert described(unpack(pack(doc), other, text)) == described(doc)


@settings(max_examples=80, deadline=None)
@given(words=st.lists(st.text(min_size=1, max_size=6), max_size=12))
def test_any_words_come_back(words: list[str]) -> None:
    vocab = spacy.blank("sv").vocab
    doc = Doc(vocab, words=words)
    assert described(unpack(pack(doc), spacy.blank("sv").vocab, doc.text)) == described(doc)


def test_a_tree_comes_back() -> None:
    vocab = spacy.blank("sv").vocab
    doc = Doc(vocab, words=["Hon", "sa", "det"], heads=[1, 1, 1], deps=["nsubj", "ROOT", "obj"])
    again = unpack(pack(doc), spacy.blank("sv").vocab, doc.text)
    assert [(t.head.i, t.dep_) for t in again] == [(1, "nsubj"), (1, "ROOT"), (1, "obj")]


def test_another_text_is_refused(pipeline: Pipeline) -> None:
    with pytest.raises(ValueError, match="another text"):
        unpack(pack(pipeline.article("En text.").doc), spacy.blank("sv").vocab, "En annan.")
