"""The store and its search: å ä ö stay themselves, nothing typed is an operator by accident, whole articles only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import Record
from pipeline.outputs import OutputError
from pipeline.outputs.sqlite import SqliteOptions, sqlite
from pipeline.search.expression import read_expression
from pipeline.search.query import search_quotes

TEXTS = [
    "– Vi får inte glömma de äldre, säger Åsa Öberg.",
    "– Fåren går på bete hela sommaren, säger Bo Ek.\n\n– Elpriset är för högt, säger Siv Lund.",
]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, read: Callable[[str], Record]) -> Path:
    path = tmp_path_factory.mktemp("store") / "press.db"
    for _ in range(2):  # the second time nothing changes
        output = sqlite(SqliteOptions(path=str(path)))
        for n, text in enumerate(TEXTS):
            record = read(text).model_copy(update={"id": f"a1-{n}"})
            output.write(record, record.to_json())
        output.close()
    return path


@pytest.mark.parametrize(
    ("words", "speakers"),
    [
        pytest.param("far", [], id="far is not får"),
        pytest.param("fåret", ["Bo Ek"], id="another form of the word"),
        pytest.param("elpris*", ["Siv Lund"], id="prefix"),
        pytest.param("”för högt”", ["Siv Lund"], id="phrase in curly marks"),
        pytest.param("Öberg", ["Åsa Öberg"], id="a speaker's name"),
        pytest.param("högt AND (", ["Siv Lund"], id="a dangling operator is told, its word not lost"),
        pytest.param("glömma äldre", ["Åsa Öberg"], id="every word must stand there"),
    ],
)
def test_words(store: Path, words: str, speakers: list[str]) -> None:
    assert [hit.speaker for hit in search_quotes(store, words)] == speakers


def test_by_speaker(store: Path) -> None:
    assert [h.speaker for h in search_quotes(store, speaker="öberg")] == ["Åsa Öberg"]
    assert len(search_quotes(store)) == 3
    assert len(search_quotes(store, limit=1)) == 1


@pytest.mark.parametrize(
    ("typed", "match"),
    [
        pytest.param("elpris* ”dyr vinter”", '"elpris"* AND "dyr vinter"', id="prefix and phrase in curly marks"),
        pytest.param("»dyr vinter« och", '"dyr vinter" AND "och"', id="guillemets, small och is a word"),
        pytest.param("ved ELLER el", '("ved" OR "el")', id="ELLER"),
        pytest.param("ved -el", '(("ved") NOT ("el"))', id="hyphen before a word"),
        pytest.param("ved NOT (el OR olja)", '(("ved") NOT ((("el" OR "olja"))))', id="NOT with parentheses"),
        pytest.param("bro NÄRA/4 rasat", '(NEAR("bro" "rasat", 4))', id="NÄRA"),
        pytest.param("talare:Öberg skola", '{speaker} : "Öberg" AND "skola"', id="one column"),
        pytest.param("S-gruppen", '"S gruppen"', id="a hyphen inside"),
        pytest.param('a"b OR', '"a" AND "b"', id="a dangling operator is left out"),
        pytest.param("((((", "", id="only brackets"),
        pytest.param("–", "", id="only a dash"),
        pytest.param("x' OR 1=1 --", '("x" OR "1 1")', id="hostile SQL"),
        pytest.param('text:"', '"text"', id="an FTS column filter is no such thing"),
    ],
)
def test_expressions(typed: str, match: str) -> None:
    assert read_expression(typed).match == match


@given(st.text(alphabet="ab åäö\"”“»«()*:-^+{}NEAR/ORNOT ELLERINTE'", max_size=40))
def test_nothing_typed_breaks_a_search(store: Path, typed: str) -> None:
    search_quotes(store, typed)


def test_mistakes_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="there is no store; make one"):
        search_quotes(tmp_path / "none.db", "x")
    (tmp_path / "text.db").write_text("no database at all, just words" * 50, encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be read as a store"):
        search_quotes(tmp_path / "text.db", "x")
    with pytest.raises(OutputError, match="cannot be used as a store"):
        sqlite(SqliteOptions(path=str(tmp_path / "text.db")))
