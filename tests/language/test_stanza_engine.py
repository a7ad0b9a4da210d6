"""The conversion of another engine's analysis: same text, one shape."""

from __future__ import annotations

from typing import Any

import pytest

spacy = pytest.importorskip("spacy")

from pipeline.stages.language.stanza_engine import Word, to_doc  # noqa: E402


@pytest.fixture(scope="module")
def vocab() -> Any:
    return spacy.blank("sv").vocab


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Bo Ek log.", [(0, 2), (3, 5), (6, 9), (9, 10)], id="plain"),
        pytest.param("  Bo\u00a0 Ek\n\nlog  ", [(2, 4), (6, 8), (10, 13)], id="white space of every sort"),
        pytest.param("Bo Ek", [(0, 2)], id="a word that the engine lost"),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n ", [], id="only white space"),
    ],
)
def test_text_is_kept(vocab: Any, text: str, words: Any) -> None:
    doc = to_doc(vocab, text, [Word(start, end, starts_sentence=start == 0) for start, end in words])
    assert doc.text == text


def test_entities_sentences_and_heads(vocab: Any) -> None:
    words = [
        Word(0, 2, True, "PROPN", "", "Bo", 2, "nsubj", "B-PER"),
        Word(4, 6, False, "PROPN", "", "Ek", 0, "flat:name", "E-PER"),
        Word(7, 10, False, "VERB", "Tense=Past", "le", 2, "ROOT"),
        Word(12, 14, True, "INTJ", "", "ja", 3, "ROOT"),
    ]
    doc = to_doc(vocab, "Bo  Ek log\n\nJa", words)
    assert [(entity.text, entity.label_) for entity in doc.ents] == [("Bo  Ek", "PER")]
    assert [sentence.text.strip() for sentence in doc.sents] == ["Bo  Ek log", "Ja"]
    assert doc[0].head.text == "log"
