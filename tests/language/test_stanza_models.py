"""Our own Stanza models, where Stanza and torch are installed."""

from __future__ import annotations

import importlib.util

import pytest

from pipeline.data import data_path
from pipeline.stages.language import load_engine

pytest.importorskip("spacy")

HAS_STANZA = importlib.util.find_spec("stanza") is not None
HAS_MODELS = data_path("models", "stanza", "manifest.json").is_file()

PAGE = """Ny bro invigd i Falun

Kommunalrådet Åsa Öberg (S) klippte bandet tillsammans med Bo Lindgren från Trafikverket.

– Vi har väntat i 20 år, säger Åsa Öberg till Sveriges Radio.
"""


@pytest.mark.skipif(HAS_STANZA, reason="Stanza is installed")
def test_without_stanza_the_error_says_how_to_get_it() -> None:
    with pytest.raises(LookupError, match=r"talstreck\[stanza\]"):
        load_engine("stanza", "sv_press")


@pytest.mark.stanza
@pytest.mark.skipif(not (HAS_STANZA and HAS_MODELS), reason="needs the stanza extra and models/stanza")
def test_same_text_and_the_same_people() -> None:
    doc = load_engine("stanza", "sv_press")(PAGE)
    assert doc.text == PAGE
    assert {"Åsa Öberg", "Bo Lindgren"} <= {entity.text for entity in doc.ents if entity.label_ == "PER"}
    assert all("\n" not in sentence.text.strip() for sentence in doc.sents)


@pytest.mark.stanza
@pytest.mark.skipif(not (HAS_STANZA and HAS_MODELS), reason="needs the stanza extra and models/stanza")
def test_it_tags_lemmatises_and_parses_by_itself() -> None:
    doc = load_engine("stanza", "sv_press")("Kommunalrådet öppnade bron i Falun.")
    verb = doc[1]
    assert (verb.text, verb.pos_, verb.lemma_) == ("öppnade", "VERB", "öppna")
    assert "Fin" in verb.morph.get("VerbForm", [])
    assert verb.head == verb
    assert (doc[0].head, doc[0].dep_) == (verb, "nsubj")


@pytest.mark.stanza
@pytest.mark.skipif(not HAS_MODELS, reason="needs models/stanza")
def test_size() -> None:
    files = [path for path in data_path("models", "stanza").rglob("*") if path.is_file()]
    assert sum(path.stat().st_size for path in files) <= 35_000_000
