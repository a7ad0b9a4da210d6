"""The tokenizer on press habits: dashes, abbreviations, words run together, no-break spaces."""

from __future__ import annotations

from typing import Any

import pytest

spacy = pytest.importorskip("spacy")

from pipeline.stages.language.tokens import build_tokenizer  # noqa: E402


@pytest.fixture(scope="module")
def nlp() -> Any:
    blank = spacy.blank("sv")
    build_tokenizer(blank)
    return blank


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("-Vårt mål", "- Vårt mål", id="hyphen glued to speech"),
        pytest.param("–Vi väntar", "– Vi väntar", id="dash glued to speech"),
        pytest.param("säger Bo Ingman,VD för Ek", "säger Bo Ingman , VD för Ek", id="comma without a space"),
        pytest.param("Foto:Maja Ek/Bildbyrån", "Foto : Maja Ek / Bildbyrån", id="credit glued"),
        pytest.param("bl.a. kl. 14 på St. Olof, m.fl.", "bl.a. kl. 14 på St. Olof , m.fl.", id="abbreviations"),
        pytest.param("tf. regiondirektör f.d. chef", "tf. regiondirektör f.d. chef", id="titles in short"),
        pytest.param("Bo Ek (S): Vi väntar", "Bo Ek ( S ) : Vi väntar", id="a bracket and a colon are no face"),
        pytest.param("år 2010–2012", "år 2010 – 2012", id="range of years"),
        pytest.param("invigdes i går.Foto", "invigdes i går . Foto", id="full stop without a space"),
        pytest.param("det blev torrt.”Vi väntar", "det blev torrt . ” Vi väntar", id="marks without a space"),
        pytest.param("FN:s och EU-kommissionen", "FN:s och EU-kommissionen", id="colon genitive and compound stay"),
        pytest.param("Ann-Marie Ek-Holm", "Ann-Marie Ek-Holm", id="hyphenated names stay"),
        pytest.param("år -67", "år -67", id="year with its hyphen"),
    ],
)
def test_words(nlp: Any, text: str, words: Any) -> None:
    assert [token.text for token in nlp(text)] == words.split(" ")


@pytest.mark.parametrize(
    "text", ["Bo\u00a0Ek  säger\n\n– Vi", "", " ", "\n\n\n", "a" * 5000, "a,b;" * 2000, "-" * 3000]
)
def test_text_is_kept(nlp: Any, text: str) -> None:
    assert nlp(text).text == text
