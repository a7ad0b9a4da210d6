"""The tagger of the committed model: usual words, the same answer in whatever company, and a table that begins anew."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

pytest.importorskip("spacy")

from pipeline.data import data_path
from pipeline.stages.language.embed import word_table
from pipeline.stages.language.spacy_engine import load_own
from pipeline.stages.language.tags import Tagger, normed


@pytest.fixture(scope="module")
def nlp() -> Any:
    return load_own(data_path("models", "sv_press"))


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("Hon säger att bron är stängd.", "PRON VERB SCONJ NOUN AUX ADJ PUNCT"),
        ("– Vi väntar i Falun", "PUNCT PRON VERB ADP PROPN"),
        ("Tre nya hus byggs", "NUM ADJ NOUN VERB"),
    ],
)
def test_parts_of_speech(nlp: Any, text: str, tags: str) -> None:
    assert [token.pos_ for token in nlp(text)] == tags.split()


def test_features(nlp: Any) -> None:
    word = nlp("Bron stängs")[0]
    assert word.morph.to_dict() == {"Case": "Nom", "Definite": "Def", "Gender": "Com", "Number": "Sing"}


def test_a_table_that_begins_anew_gives_the_same(nlp: Any) -> None:
    text = "Kommunchefen vill vänta med beslutet."
    before = [(token.pos_, str(token.morph)) for token in nlp(text)]
    word_table(nlp.vocab)._begin(50)
    assert [(token.pos_, str(token.morph)) for token in nlp("En annan mening. " + text)][-len(before) :] == before
    assert [(token.pos_, str(token.morph)) for token in nlp(text)] == before


def test_without_weights_it_says_so(nlp: Any) -> None:
    with pytest.raises(ValueError, match="from_disk"):
        Tagger(nlp.vocab)(nlp.make_doc("Hej"))


def test_normed() -> None:
    values = normed(
        np.array([[1.0, 3.0]], dtype=np.float32), np.array([2, 2], np.float32), np.array([0, 1], np.float32)
    )
    assert values[0].tolist() == pytest.approx([-2, 3], abs=1e-3)
