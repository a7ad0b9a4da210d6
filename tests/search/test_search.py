"""The store and its search: å ä ö stay themselves, nothing typed is an operator by accident, whole articles only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline import Record
from pipeline.outputs import OutputError
from pipeline.outputs.sqlite import SqliteOptions, sqlite
from pipeline.search.query import match_expression, search_quotes

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
        pytest.param("får", ["Åsa Öberg"], id="får is not far"),
        pytest.param("far", [], id="far is not får"),
        pytest.param("elpris*", ["Siv Lund"], id="prefix"),
        pytest.param("”för högt”", ["Siv Lund"], id="phrase in curly marks"),
        pytest.param("Öberg", ["Åsa Öberg"], id="a speaker's name"),
        pytest.param("högt AND (", [], id="operators are words"),
        pytest.param("glömma äldre", ["Åsa Öberg"], id="every word must stand there"),
    ],
)
def test_words(store: Path, words: str, speakers: list[str]) -> None:
    assert [hit.speaker for hit in search_quotes(store, words)] == speakers


def test_by_speaker(store: Path) -> None:
    assert [h.speaker for h in search_quotes(store, speaker="öberg")] == ["Åsa Öberg"]
    assert len(search_quotes(store)) == 3
    assert len(search_quotes(store, limit=1)) == 1


def test_what_is_typed_is_quoted() -> None:
    assert match_expression('a"b OR NEAR(c) ”d e” f*') == '"a b" "OR" "NEAR c" "d e" "f"*'
    assert match_expression("–") == ""


def test_mistakes_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="there is no store; make one"):
        search_quotes(tmp_path / "none.db", "x")
    (tmp_path / "text.db").write_text("no database at all, just words" * 50, encoding="utf-8")
    with pytest.raises(OutputError, match="cannot be read as a store"):
        search_quotes(tmp_path / "text.db", "x")
    with pytest.raises(OutputError, match="cannot be used as a store"):
        sqlite(SqliteOptions(path=str(tmp_path / "text.db")))
