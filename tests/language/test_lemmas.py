"""Dictionary forms from a small table."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy")

from pipeline.stages.language.lemmas import lemma_of

TABLE = {("direktörerna", ""): "direktör", ("säger", "VERB"): "säga", ("kommuner", ""): "kommun"}


@pytest.mark.parametrize(
    ("word", "pos", "genitive", "lemma"),
    [
        pytest.param("Säger", "VERB", False, "säga", id="known form"),
        pytest.param("regiondirektörerna", "NOUN", False, "regiondirektör", id="compound by its end"),
        pytest.param("Faluns", "PROPN", True, "Falun", id="genitive name"),
        pytest.param("Jonas", "PROPN", False, "Jonas", id="name that ends in s"),
        pytest.param("EU:s", "PROPN", True, "EU", id="colon genitive"),
        pytest.param("Skogskommuner", "NOUN", False, "skogskommun", id="capital is dropped"),
        pytest.param("1 500", "NUM", False, "1 500", id="number as written"),
    ],
)
def test_lemma(word: str, pos: str, genitive: bool, lemma: str) -> None:
    assert lemma_of(word, pos, genitive, TABLE) == lemma
