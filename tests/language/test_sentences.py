"""Certain sentence starts and certain non-starts."""

from __future__ import annotations

import pytest

pytest.importorskip("spacy")

from pipeline.stages.language.sentences import sentence_start


@pytest.mark.parametrize(
    ("before", "word", "spaced", "expected"),
    [
        pytest.param("kl.", "14", True, False, id="abbreviation"),
        pytest.param("A.", "Ek", True, False, id="initial"),
        pytest.param("3.", "maj", True, False, id="ordinal"),
        pytest.param(".", "–", True, True, id="a new speaker's dash"),
        pytest.param("väntar", "Falun", True, False, id="nothing ended"),
        pytest.param(".", "Nu", True, None, id="full stop: the model decides"),
        pytest.param("m.fl.", "Sedan", True, None, id="abbreviation that may end"),
    ],
)
def test_start(before, word, spaced, expected):
    assert sentence_start(before, word, spaced) is expected
