"""Reading a document at a time gives what the network gives, and the same bits whatever was read before."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.data import data_path
from pipeline.stages.language import spacy_engine
from pipeline.stages.language.embed import word_table
from pipeline.stages.language.one_by_one import read_one_by_one
from tests.bench.archive_articles import articles

TEXTS = ["", "Ja.", "– Vi är klara, säger Rut Sandell, chef för Exempelverket i Torvsala.", *articles(6)]


@pytest.fixture(scope="module")
def loaded() -> tuple[Language, Language]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spacy_engine, "read_one_by_one", lambda nlp: None)
        whole = spacy_engine.load_own(data_path("models", "sv_press"))
    return whole, spacy_engine.load_own(data_path("models", "sv_press"))


def network(nlp: Language) -> Any:
    component: Any = nlp.get_pipe("tok2vec")
    return component.model


def described(doc: Doc) -> list[object]:
    return [[(t.tag_, t.lemma_, t.is_sent_start) for t in doc], [(e.text, e.label_) for e in doc.ents]]


def test_it_gives_what_the_network_gives(loaded: tuple[Language, Language]) -> None:
    whole, quick = loaded
    assert network(quick).name == "one_by_one"
    for text in TEXTS:
        ours, theirs = quick(text), whole(text)
        assert described(ours) == described(theirs)
        assert np.allclose(np.asarray(ours.tensor), np.asarray(theirs.tensor), atol=1e-4)


def test_the_bits_do_not_depend_on_what_was_read_before(loaded: tuple[Language, Language]) -> None:
    _, quick = loaded
    before = [quick(text).tensor.tobytes() for text in TEXTS]
    other = spacy_engine.load_own(data_path("models", "sv_press"))
    assert [other(text).tensor.tobytes() for text in reversed(TEXTS)] == before[::-1]
    assert [doc.tensor.tobytes() for doc in quick.pipe(TEXTS, batch_size=4)] == before


def test_words_are_forgotten_and_met_again_with_the_same_bits(
    loaded: tuple[Language, Language], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, quick = loaded
    before = [quick(text).tensor.tobytes() for text in TEXTS]
    monkeypatch.setattr("pipeline.stages.language.embed._MOST_FORMS", 50)
    for _ in range(2):
        with quick.memory_zone():
            assert [quick(text).tensor.tobytes() for text in TEXTS] == before


def test_a_table_of_words_that_is_begun_anew_is_noticed(loaded: tuple[Language, Language]) -> None:
    _, quick = loaded
    before = [quick(text).tensor.tobytes() for text in TEXTS]
    word_table.cache_clear()
    assert [quick(text).tensor.tobytes() for text in reversed(TEXTS)] == before[::-1]


def test_a_network_of_another_kind_is_left_as_it_is() -> None:
    other = spacy.blank("sv")
    read_one_by_one(other)
    other.add_pipe("tok2vec")
    model = network(other)
    read_one_by_one(other)
    assert network(other) is model
