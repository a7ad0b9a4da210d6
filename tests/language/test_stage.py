"""The stage with the committed model: offsets, labels, lines, and errors that say what to do."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.article import Article, Page
from pipeline.stages.language import LanguageConfig, entity_confidence, language, load_engine

pytest.importorskip("spacy")


@pytest.fixture(scope="module")
def read() -> Any:
    annotate = language(LanguageConfig())
    return lambda text: annotate(Article(page=Page(b""), text=text)).doc


PAGE = """Ny bro invigd i Falun

Kommunalrådet Åsa Öberg (S) klippte bandet tillsammans med Mohammed al-Hassan från Trafikverket.

– Vi har väntat i 20 år, säger Åsa Öberg.

Kontakt:
Lena Ek-Holm, presschef, Region Dalarna
"""


def test_entities_of_a_page(read: Any) -> None:
    found = {(entity.text, entity.label_) for entity in read(PAGE).ents}
    assert {
        ("Falun", "LOC"),
        ("Åsa Öberg", "PER"),
        ("Mohammed al-Hassan", "PER"),
        ("Trafikverket", "ORG"),
        ("Lena Ek-Holm", "PER"),
        ("Region Dalarna", "ORG"),
    } <= found


@pytest.mark.parametrize(
    "text", [PAGE, "", " ", "\n", "Bo\u00a0Ek", "\u2028", "a" * 3000, "–" * 500, "x\r\ny\tz", "👩‍👩‍👧 Bo"]
)
def test_text_is_kept_and_spans_are_inside(read: Any, text: str) -> None:
    doc = read(text)
    assert doc.text == text
    assert all(text[entity.start_char : entity.end_char] == entity.text for entity in doc.ents)
    assert {entity.label_ for entity in doc.ents} <= {"PER", "ORG", "LOC"}


def test_no_sentence_runs_over_a_line(read: Any) -> None:
    assert all("\n" not in sentence.text.rstrip() for sentence in read(PAGE).sents)


def test_confidence_of_every_entity(read: Any) -> None:
    doc = read(PAGE)
    confidence = entity_confidence(doc)
    assert len(confidence) == len(doc.ents)
    assert all(0 <= value <= 1 for value in confidence)


def test_same_text_same_analysis(read: Any) -> None:
    first, second = read(PAGE), read(PAGE)
    assert first.to_bytes(exclude=["user_data"]) == second.to_bytes(exclude=["user_data"])


def test_unknown_model_says_what_there_is() -> None:
    with pytest.raises(LookupError, match="sv_press"):
        load_engine("spacy", "sv_pres")


def test_a_long_text_is_read_in_pieces_and_joined(monkeypatch: pytest.MonkeyPatch) -> None:
    from pipeline.stages.language import spacy_engine

    monkeypatch.setattr(spacy_engine, "LONGEST_PIECE", 200)
    doc = load_engine("spacy", "sv_press")(PAGE * 5)
    assert doc.text == PAGE * 5
    assert len(entity_confidence(doc)) == len(doc.ents)
    assert sum(entity.text == "Åsa Öberg" for entity in doc.ents) >= 8
    assert all("\n" not in sentence.text.strip() for sentence in doc.sents)


@pytest.mark.parametrize("text", ["a" * 200_000, "Bo " * 8_000, "\n" * 50_000, "(" * 8_000, "Å.Ä." * 5_000])
def test_long_lines_of_anything(read: Any, text: str) -> None:
    assert read(text).text == text
