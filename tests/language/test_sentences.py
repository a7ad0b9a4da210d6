"""Certain sentence starts and certain non-starts."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("spacy")

from pipeline.stages.language.sentences import sentence_start


@pytest.mark.parametrize(
    ("earlier", "before", "word", "spaced", "glued", "expected"),
    [
        pytest.param("", "kl.", "14", True, False, False, id="abbreviation"),
        pytest.param("säger", "A.", "Ek", True, False, False, id="initial"),
        pytest.param("12", "B.", "Den", True, False, None, id="a letter after a house number may end"),
        pytest.param("den", "3.", "maj", True, False, False, id="ordinal"),
        pytest.param("hon", ".", "–", True, False, True, id="a new speaker's dash"),
        pytest.param("hon", "väntar", "Falun", True, False, False, id="nothing ended"),
        pytest.param("är", ".", "Nu", True, False, None, id="full stop: the model decides"),
        pytest.param("och", "m.fl.", "Sedan", True, False, None, id="abbreviation that may end"),
        pytest.param("Domare", ":", "Ek", True, False, False, id="a colon ends nothing"),
        pytest.param("klart", ".", "”", True, True, True, id="a quotation opens"),
        pytest.param("klart", ".", "”", False, False, False, id="a quotation closes"),
        pytest.param(".", "”", "Det", False, False, False, id="first word in a quotation"),
        pytest.param("!", "”", "Och", True, False, True, id="after a quotation that ended"),
        pytest.param("klart", "”", "säger", True, False, False, id="the frame after a quotation"),
    ],
)
def test_start(earlier: str, before: str, word: str, spaced: bool, glued: bool, expected: Any) -> None:
    assert sentence_start(before, word, spaced, glued, earlier) is expected
