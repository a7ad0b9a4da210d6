"""A profile over a store that was written without it: who is on the list is out of reach of every question."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline import Page, Pipeline, Record
from pipeline.outputs.sqlite import SqliteOptions, sqlite
from pipeline.privacy import OPEN, Profile, load_profile
from pipeline.privacy.shield import Shield
from pipeline.search.filters import Filters
from pipeline.search.hits import Results
from pipeline.search.query import Request, matching, search
from pipeline.store.opening import open_for_reading

TEXTS = [
    "– Bron håller i 40 år, säger Maja Tornberg, projektledare på Alvsunds kommun.\n\n– Maja Tornberg har fel, säger Bo Ek (S), kommunalråd i Alvsund.\n\n– Tornbergs siffror är gamla, säger Siv Lund.",
    "– Elpriset är för högt, lappen med 070-174 06 13 hjälper inte, säger Siv Lund.\n\n– Vi väntar, säger Rut Sandell.",
]
LISTED = replace(OPEN, names=frozenset(["maja tornberg"]))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> Path:
    path = Path(tmp_path_factory.mktemp("shield")) / "press.db"
    output = sqlite(SqliteOptions(path=str(path)))
    for n, text in enumerate(TEXTS):
        page = Page(f"Nytt från Alvsund\n\n{text}".encode(), path=f"{n}.txt", media_type="text/plain")
        record = pipeline.process(page)
        output.write(record, record.to_json())
    output.close()
    return path


@pytest.fixture
def db(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(open_for_reading(path)) as opened:
        yield opened


def found(db: sqlite3.Connection, words: str, profile: Profile = OPEN, **filters: object) -> Results:
    return search(db, Request(words, Filters(**filters)), Shield(db, profile))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words", ["Tornberg", "Maja", "”Maja Tornberg”", "talare:Tornberg", "Torn*", "*ornber*", "bron", "siffror"]
)
def test_words_do_not_find_who_is_on_the_list(db: sqlite3.Connection, words: str) -> None:
    assert found(db, words).total > 0
    shown = found(db, words, LISTED)
    assert (shown.total, shown.hits) == (0, ())
    assert not any(c.value for counts in shown.facets.values() for c in counts if "Tornberg" in c.value)


@pytest.mark.parametrize("words", ["Tornbreg", "Tornbergg"])
def test_nor_is_the_name_suggested(db: sqlite3.Connection, words: str) -> None:
    assert found(db, words).meant == "Tornberg"
    with closing(sqlite3.connect(":memory:")):
        assert found(db, words, LISTED).meant is None


def test_nor_counted(db: sqlite3.Connection) -> None:
    everything, shown = found(db, ""), found(db, "", LISTED)
    assert "Maja Tornberg" in {c.value for c in everything.facets["speaker"]}
    assert "Maja Tornberg" not in {c.value for c in shown.facets["speaker"]}
    assert shown.total == len(shown.hits) == everything.total - 3
    assert len(list(matching(db, Request(), shield=Shield(db, LISTED)))) == shown.total
    assert "Tornberg" not in str(shown)


def test_by_id_and_whole_articles(db: sqlite3.Connection) -> None:
    (quote,) = (h for h in found(db, "bron").hits if h.speaker == "Maja Tornberg")
    assert quote.person_id is not None
    by_person = replace(OPEN, ids=frozenset([quote.person_id]))
    assert found(db, "Tornberg", by_person).total == 0
    assert found(db, "bron", replace(OPEN, ids=frozenset([quote.id]))).total == 0
    assert found(db, "", replace(OPEN, ids=frozenset([quote.article_id]))).total == 2


def test_masked_numbers_are_masked_in_hits_and_cannot_be_asked_for(db: sqlite3.Connection) -> None:
    newsroom = load_profile("newsroom")
    assert found(db, "”070 174 06 13”").total == 1
    assert found(db, "”070 174 06 13”", newsroom).total == 0
    assert found(db, "13", newsroom).total == 0
    (hit,) = found(db, "elpriset", newsroom).hits
    assert "070-*** ** 13" in hit.text
    assert found(db, "40", newsroom).total == 1


def test_an_open_profile_hides_nothing(db: sqlite3.Connection) -> None:
    shield = Shield(db)
    assert not shield.active
    assert shield.condition(["070"]) == ""


def test_what_is_written_later_is_hidden_too(tmp_path: Path, read: Callable[[str], Record]) -> None:
    path = tmp_path / "press.db"
    sqlite(SqliteOptions(path=str(path))).close()
    with closing(open_for_reading(path)) as db:
        shield = Shield(db, LISTED)
        output = sqlite(SqliteOptions(path=str(path)))
        record = read(TEXTS[0])
        output.write(record, record.to_json())
        output.close()
        shield.refresh()
        assert search(db, Request("Tornberg"), shield).total == 0
