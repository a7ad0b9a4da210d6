"""The committed model as files: size, hashes, no pickle, no torch, and names of every origin."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from pipeline.data import data_path, read_table
from pipeline.stages.language import entity_confidence, load_engine, parse_sentences

pytest.importorskip("spacy")

MODEL = data_path("models", "sv_press")


def _size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def test_sizes() -> None:
    assert _size(MODEL) <= 25_000_000
    assert _size(data_path("models", "lexicons")) <= 15_000_000


def test_every_file_is_in_the_manifest() -> None:
    manifest = json.loads((MODEL / "manifest.json").read_text(encoding="utf-8"))
    named = {path.relative_to(MODEL).as_posix() for path in MODEL.rglob("*") if path.is_file()}
    assert named - {"manifest.json", "CARD.md", "scores.json"} == set(manifest["files"])


def test_a_changed_file_is_refused(tmp_path: Path) -> None:
    from pipeline.stages.language.spacy_engine import load_own

    copy = tmp_path / "sv_press"
    shutil.copytree(MODEL, copy)
    with (copy / "lists.tsv").open("a", encoding="utf-8") as lists:
        lists.write("Ny\t1\n")
    with pytest.raises(ValueError, match=r"lists\.tsv"):
        load_own(copy)
    (copy / "lists.tsv").unlink()
    with pytest.raises(ValueError, match="lacks its file"):
        load_own(copy)


def test_the_stage_is_known_without_spacy() -> None:
    code = "import sys, pipeline.config; pipeline.config.default_config(); print('spacy' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "False"


def test_lexicons_have_a_licence_line_and_even_rows() -> None:
    for path in sorted(data_path("models", "lexicons").glob("*.tsv")):
        head = path.read_text(encoding="utf-8").splitlines()[:4]
        assert any("icence" in line for line in head if line.startswith("#")), path.name


def test_lexicons_hold_what_everyone_knows() -> None:
    assert {"Anna", "Mohammed"} <= {row[0] for row in read_table("models", "lexicons", "given_names.tsv")}
    assert ["Falun", "municipality", "2080"] in read_table("models", "lexicons", "places.tsv")
    assert ["kommunchef", "kommunchefen", "own"] in read_table("models", "lexicons", "titles.tsv")
    assert ["-chef", "-chefen", "head"] in read_table("models", "lexicons", "titles.tsv")


@pytest.fixture(scope="module")
def read() -> Any:
    return load_engine("spacy", "sv_press")


NAMES = (
    "Åsa Öberg;Mohammed al-Hassan;Hodan Warsame;Agnieszka Wójcik;Nguyen Thi Lan;Máret Sarri;Aino Mäkinen;"
    "Lars-Göran von Essen;Yonas Tesfaye;Berivan Demirci;Guðrún Jónsdóttir;Wei Zhang;Zoran Petrović"
)


@pytest.mark.parametrize("name", NAMES.split(";"))
def test_names_of_many_origins(read: Any, name: str) -> None:
    doc = read(f"– Vi är nöjda, säger {name}, ordförande i byalaget.")
    assert (name, "PER") in {(entity.text, entity.label_) for entity in doc.ents}


def test_parsing_a_sentence_alone_or_among_others_is_the_same(read: Any) -> None:
    doc = read("– Vi väntar på besked, säger Rut Ek. Hon bor i Falun. Bron är stängd till maj.")
    everything = parse_sentences(doc)
    start = doc.text.index("Hon")
    alone = parse_sentences(doc, [(start, start + 3)])
    assert alone
    assert all(everything[place] == arc for place, arc in alone.items())
    assert {doc[place].text for place in alone} == {"Hon", "bor", "i", "Falun", "."}


def test_parser_finds_the_speaker_of_a_frame(read: Any) -> None:
    doc = read("Hon säger att bron är stängd.")
    arcs = parse_sentences(doc)
    assert doc[arcs[0].head].text == "säger"
    assert arcs[0].label == "nsubj"


def test_confidence_is_higher_for_a_plain_name(read: Any) -> None:
    doc = read("Det säger Anna Andersson till Sveriges Radio.")
    assert all(value > 0.8 for value in entity_confidence(doc))
