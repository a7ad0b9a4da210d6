"""The component in plain spaCy scripts: blank, with foreign labels, to bytes and back."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span

from pipeline.component import Findings, findings

TEXT = """Ny bro i Norrhamra

Bygget kostar 12 miljoner kronor och är klart den 3 maj 2027.

– Den håller, säger Maja Tornberg, projektledare på Alvsunds kommun.

Kontakt: Maja Tornberg, 070-174 06 05, maja.tornberg@alvsund.example
"""


@pytest.fixture(scope="module")
def nlp() -> Language:
    nlp = spacy.blank("sv")
    nlp.add_pipe("talstreck")
    return nlp


def found(doc: Doc) -> Findings:
    answer = doc._.talstreck
    assert isinstance(answer, Findings)
    return answer


def test_everything_is_found_with_spans_of_the_doc(nlp: Language) -> None:
    doc = nlp(TEXT)
    f = found(doc)
    assert [(q.record.speaker.name, [s.text for s in q.spans]) for q in f.quotes] == [("Maja Tornberg", ["Den håller"])]
    assert [(p.record.name, p.record.roles[0].normalised, len(p.spans)) for p in f.people] == [
        ("Maja Tornberg", "projektledare", 2)
    ]
    assert [o.record.name for o in f.organisations] == ["Alvsunds kommun"]
    assert [p.record.e164 for p in f.phones] == ["+46701740605"]
    assert [e.record.text for e in f.emails] == ["maja.tornberg@alvsund.example"]
    assert [n.record.value for n in f.figures] == ["12000000"]
    assert [d.record.iso for d in f.dates] == ["2027-05-03"]
    assert [p.record.name for p in f.places] == ["Norrhamra"]
    assert all(isinstance(s, Span) and s.doc is doc for p in f.people for s in p.spans)


def test_offsets_are_the_docs_own_whatever_stands_between_the_paragraphs(nlp: Language) -> None:
    text = "\n\n  Ny bro i Norrhamra  \r\n\r\n\n\n– Den håller,  säger Maja Tornberg.   \nHon är projektledare.\n"
    doc = nlp(text)
    record = found(doc).record
    assert record.text == doc.text == text
    assert [q.speaker.name for q in record.quotes] == ["Maja Tornberg"]
    spans = [s for q in record.quotes for s in q.contents] + [m for p in record.people for m in p.mentions]
    assert spans
    assert all(text[s.start : s.end] == s.text for s in spans)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "–", "Hej", "x\r\ny\tz", "👩‍👩‍👧 Bo Ek", "”" * 300])
def test_any_text_is_read(nlp: Language, text: str) -> None:
    assert found(nlp(text)).record.text == text


def test_the_group_of_spans_shows_what_each_is(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert {s.label_ for s in doc.spans["talstreck"]} == {
        *("QUOTE", "PERSON", "ORGANISATION", "PLACE", "PHONE", "EMAIL", "FIGURE", "DATE")
    }


def test_a_doc_survives_bytes(nlp: Language) -> None:
    doc = nlp(TEXT)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert found(again).record == found(doc).record
    assert [s.text for q in found(again).quotes for s in q.spans] == ["Den håller"]
    stored = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    (read,) = DocBin().from_bytes(stored).get_docs(nlp.vocab)
    assert found(read).record == found(doc).record


def test_a_pipeline_survives_its_folder(nlp: Language, tmp_path: Any) -> None:
    nlp.to_disk(tmp_path)
    assert found(spacy.load(tmp_path)(TEXT)).record == found(nlp(TEXT)).record


def test_docs_go_through_in_processes(nlp: Language) -> None:
    docs = list(nlp.pipe([TEXT, "Rut Ek läser."], n_process=2))
    assert [q.record.speaker.name for q in found(docs[0]).quotes] == ["Maja Tornberg"]


def test_a_doc_that_was_not_read_says_so() -> None:
    with pytest.raises(LookupError, match=r"nlp\.add_pipe\('talstreck'\)"):
        findings(spacy.blank("sv")("Hej"))


def test_a_date_that_depends_on_the_day_of_printing() -> None:
    nlp = spacy.blank("sv")
    nlp.add_pipe("talstreck")
    doc = nlp.make_doc("Bron i Norrhamra invigs den 3 maj.")
    doc.user_data["published_at"] = "2026-04-20"
    assert [d.record.iso for d in found(nlp(doc)).dates] == ["2026-05-03"]


def test_a_configuration_with_fewer_stages(tmp_path: Any) -> None:
    path = tmp_path / "telefon.yaml"
    path.write_text("stages:\n  - clean\n  - contacts\n", encoding="utf-8")
    nlp = spacy.blank("sv")
    nlp.add_pipe("talstreck", config={"configuration": str(path)})
    f = found(nlp(TEXT))
    assert [p.record.e164 for p in f.phones] == ["+46701740605"]
    assert f.quotes == ()
    assert "quotes" not in f.record.model_fields_set


# -- somebody else's pipeline

_WORDS = {
    "säger": ("VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin"),
    "projektledare": ("NOUN", ""),
    "Den": ("PRON", ""),
    "håller": ("VERB", "Mood=Ind|Tense=Pres|VerbForm=Fin"),
}


@Language.component("foreign_tags")
def foreign_tags(doc: Doc) -> Doc:
    for token in doc:
        pos, morph = _WORDS.get(token.text, ("X", ""))
        token.pos_ = pos
        token.set_morph(morph or "Case=Nom")  # type: ignore[attr-defined]
    return doc


@Language.component("foreign_ents")
def foreign_ents(doc: Doc) -> Doc:
    """Label as KB's SUC models do; "Xyzzy" is a name that only they know."""
    known = {"Maja Tornberg": "PRS", "Alvsunds kommun": "ORG", "Norrhamra": "LOC", "Xyzzy Plugh": "PRS"}
    spans = []
    for name, label in known.items():
        at = doc.text.find(name)
        if at >= 0:
            span = doc.char_span(at, at + len(name), label=label)
            assert span is not None
            spans.append(span)
    doc.set_ents(spans)
    return doc


@pytest.fixture
def our_model_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(configuration: str | None) -> None:
        raise AssertionError("the Doc has words and entities; our model need not read it")

    monkeypatch.setattr("pipeline.component._engine", refuse)


@pytest.mark.usefixtures("our_model_is_not_asked")
def test_a_tagged_doc_with_foreign_labels_is_not_read_anew() -> None:
    nlp = spacy.blank("sv")
    for name in ("foreign_tags", "foreign_ents", "talstreck"):
        nlp.add_pipe(name)
    doc = nlp(TEXT)
    assert {e.label_ for e in doc.ents} == {"PRS", "ORG", "LOC"}  # the user's own stay
    f = found(doc)
    assert [p.record.name for p in f.people] == ["Maja Tornberg"]
    assert [q.record.speaker.name for q in f.quotes] == ["Maja Tornberg"]


def test_foreign_entities_without_tags_are_laid_over_ours() -> None:
    nlp = spacy.blank("sv")
    for name in ("foreign_ents", "talstreck"):
        nlp.add_pipe(name)
    f = found(nlp("I dag\n\n– Bra, säger Xyzzy Plugh.\n\n– Nej, säger Rut Sandell."))
    assert [p.record.name for p in f.people] == ["Xyzzy Plugh", "Rut Sandell"]


def test_rereading_ignores_the_pipelines_words() -> None:
    nlp = spacy.blank("sv")
    nlp.add_pipe("foreign_tags")
    nlp.add_pipe("foreign_ents")
    nlp.add_pipe("talstreck", config={"reread": True})
    f = found(nlp("– Nej, säger Rut Sandell."))
    assert [p.record.name for p in f.people] == ["Rut Sandell"]


def test_the_entry_point_alone_is_enough() -> None:
    script = "import spacy; n = spacy.blank('sv'); n.add_pipe('talstreck'); print(n('Hej.')._.talstreck.record.text)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "Hej.\n"


def test_the_same_as_the_command_finds(nlp: Language, pipeline: Any) -> None:
    ours = pipeline.process(TEXT)
    theirs = found(nlp(TEXT)).record
    assert [(q.speaker.name, q.contents[0].text) for q in ours.quotes] == [
        (q.speaker.name, q.contents[0].text) for q in theirs.quotes
    ]
    assert [(p.name, [r.normalised for r in p.roles]) for p in ours.people] == [
        (p.name, [r.normalised for r in p.roles]) for p in theirs.people
    ]
