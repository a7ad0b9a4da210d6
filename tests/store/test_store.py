"""The store: whole articles only, the same again is nothing, and an older one is brought up."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from pipeline import Record
from pipeline.data import data_path
from pipeline.outputs import OutputError
from pipeline.outputs.sqlite import SqliteOptions, SqliteStore, open_store, sqlite
from pipeline.search.query import Request, search
from pipeline.store.opening import open_for_reading
from pipeline.store.packing import pack, stored_line, unpack
from pipeline.store.schema import ARCHIVE, LATER, VERSION
from pipeline.store.words import fold, lemmas
from tests.store.older import VERSION_1, VERSION_2, VERSION_3, packed_3

TEXTS = [
    "Ny bro\n\n– Bron håller i 40 år, säger Maja Tornberg, projektledare på Alvsunds kommun.\n\nRing Maja Tornberg, 070-174 06 12.",
    "– Fåren går på bete hela sommaren, säger Bo Ek (S), ordförande i Lillbo byalag.\n\n– Elpriset är för högt, säger Siv Lund.",
]
COUNTED = ("articles", "records", "blocks", "people", "organisations", "mentions", "quotes", "quote_facets", "phones", "figures", "forms", "terms", "quotes_fts_docsize")  # fmt: skip


@pytest.fixture(scope="module")
def records(read: Callable[[str], Record]) -> list[Record]:
    return [read(text).model_copy(update={"id": f"a1-{n}"}) for n, text in enumerate(TEXTS)]


def put(path: Path, records: list[Record]) -> None:
    output = sqlite(SqliteOptions(path=str(path)))
    for record in records:
        output.write(record, record.to_json())
    output.close()


def counts(path: Path) -> dict[str, int]:
    with closing(sqlite3.connect(path)) as db:
        return {table: db.execute(f"select count(*) from {table}").fetchone()[0] for table in COUNTED}


def tallies(path: Path) -> dict[tuple[str, str], int]:
    with closing(sqlite3.connect(path)) as db:
        rows = db.execute("select facet, value, quotes from terms where quotes > 0")
        return {(facet, value): n for facet, value, n in rows}


def test_every_finding_has_its_row(tmp_path: Path, records: list[Record]) -> None:
    put(tmp_path / "p.db", records)
    found = counts(tmp_path / "p.db")
    assert all(found.values()), found
    assert found["quotes"] == found["quote_facets"] == found["quotes_fts_docsize"] == 3
    with closing(sqlite3.connect(tmp_path / "p.db")) as db:
        phones = db.execute("select p.name, f.e164 from phones f join people p on p.n = f.person").fetchall()
        assert phones == [("Maja Tornberg", "+46701740612")]
        assert db.execute("select context from quotes where speaker = 'Siv Lund'").fetchone() == (
            "– […], säger Siv Lund.",
        )
        assert db.execute("select stages from productions").fetchone()[0].startswith("clean language")
        assert db.execute("insert into quotes_fts(quotes_fts) values ('integrity-check')").fetchall() == []
        for record in records:
            assert stored_line(db, record.id) == record.to_json()
    assert tallies(tmp_path / "p.db")["party", "S"] == 1


def test_the_same_again_is_nothing_and_a_change_replaces(tmp_path: Path, records: list[Record]) -> None:
    path = tmp_path / "p.db"
    put(path, records)
    before, once = counts(path), tallies(path)
    put(path, records)
    assert counts(path) == before
    put(path, [records[0].model_copy(update={"title": "Gammal bro"})])
    assert counts(path) == before
    assert tallies(path) == once
    with closing(open_store(path)) as db:
        assert db.execute("select title from articles where id = 'a1-0'").fetchone() == ("Gammal bro",)
        db.execute("delete from articles")
        db.commit()
    assert tallies(path) == {}
    gone = counts(path)
    assert not any(gone[t] for t in COUNTED if t not in ("forms", "terms"))


def test_a_broken_article_takes_nothing_with_it(tmp_path: Path, records: list[Record]) -> None:
    output = sqlite(SqliteOptions(path=str(tmp_path / "p.db")))
    output.write(records[0], records[0].to_json())
    broken = records[1].model_copy(update={"produced_by": None})
    with pytest.raises(AttributeError):
        output.write(broken, "{}")
    output.abandon()
    assert counts(tmp_path / "p.db")["articles"] == 1
    put(tmp_path / "p.db", records)
    assert counts(tmp_path / "p.db")["quotes"] == 3


@pytest.mark.parametrize("version", [1, 2])
def test_an_older_store_is_brought_up(tmp_path: Path, records: list[Record], version: int) -> None:
    path = tmp_path / "old.db"
    tables = {1: VERSION_1, 2: VERSION_2}[version]
    with closing(sqlite3.connect(path)) as db:
        db.executescript(f"begin; {tables} pragma user_version = {version}; commit;")
        for r in records:
            row = (r.id, r.source.path, None, None, r.title, None, "sv", r.text, r.text_sha256, "", r.to_json())
            db.execute(f"insert into articles values ({', '.join('?' * 11)})", row)
        if version == 2:
            db.execute("delete from archive_waiting where article_id = 'a1-0'")
        db.commit()
    open_store(path).close()
    put(tmp_path / "new.db", records)
    assert counts(path) == counts(tmp_path / "new.db")
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("pragma user_version").fetchone() == (VERSION,)
        waiting = db.execute("select count(*) from archive_waiting").fetchone()[0]
        assert waiting == {1: 4, 2: 2}[version]
        assert db.execute("pragma foreign_key_check").fetchall() == []


def test_version_3_is_brought_up(tmp_path: Path, records: list[Record]) -> None:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(f"begin; {VERSION_3} {ARCHIVE} pragma user_version = 3; commit;")
        for n, r in enumerate(records, 1):
            db.execute("insert into articles values (?, ?)", (n, r.id))
            db.execute("insert into article_texts values (?, ?, ?)", (n, r.text, packed_3(r.to_json(), r.text)))
            db.execute("insert into quotes values (?, ?)", (n, n))
        db.commit()
    with closing(open_for_reading(path)) as db:
        assert [stored_line(db, r.id) for r in records] == [r.to_json() for r in records]
    put(tmp_path / "new.db", records)
    assert counts(path) == counts(tmp_path / "new.db")
    assert indexes(path) == indexes(tmp_path / "new.db")


def indexes(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as db:
        return {row[0] for row in db.execute("select name from sqlite_master where type = 'index'")}


def test_indexes_come_when_the_store_is_full_or_at_the_next_run(tmp_path: Path, records: list[Record]) -> None:
    path = tmp_path / "p.db"
    output = SqliteStore(path)
    output.write(records[0], records[0].to_json())
    output._commit()
    assert not indexes(path) & LATER.keys()
    with closing(open_for_reading(path)) as db:
        assert search(db, Request("bron")).total == 1
    output._db.close()  # as a kill leaves it
    put(path, records[1:])
    assert indexes(path) >= LATER.keys()


def test_what_datasette_is_told_is_there(tmp_path: Path, records: list[Record]) -> None:
    put(tmp_path / "p.db", records)
    told = yaml.safe_load(data_path("configs", "datasette.yaml").read_text(encoding="utf-8"))["databases"]["press"]
    with closing(sqlite3.connect(tmp_path / "p.db")) as db:
        tables = {
            row[0]: {c[1] for c in db.execute(f"pragma table_info({row[0]})")}
            for row in db.execute("select name from sqlite_master where type = 'table'")
        }
        for name, options in told["tables"].items():
            assert name in tables, name
            named = [*options.get("facets", ()), *(options[k] for k in ("label_column", "sort_desc") if k in options)]
            assert set(named) <= tables[name], name
        for name, query in told["queries"].items():
            assert db.execute(query["sql"], {"ord": "bron", "namn": "Maja Tornberg"}).fetchall(), name


def test_a_newer_store_is_an_error(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "new.db")) as db:
        db.executescript(f"create table x (y); pragma user_version = {VERSION + 1};")
    with pytest.raises(OutputError, match="is no store of this version"):
        open_store(tmp_path / "new.db")


WRITE_FOR_EVER = """
import sys
from pipeline.outputs.sqlite import SqliteOptions, sqlite
from pipeline.record import read_records
records = list(read_records(sys.argv[2]))
output = sqlite(SqliteOptions(path=sys.argv[1]))
for n in range(100_000):
    for r in records:
        twin = r.model_copy(update={
            "id": f"{r.id}-{n}", "people": [p.model_copy(update={"id": f"{p.id}-{n}"}) for p in r.people],
            "organisations": [o.model_copy(update={"id": f"{o.id}-{n}"}) for o in r.organisations],
            "quotes": [q.model_copy(update={"id": f"{q.id}-{n}"}) for q in r.quotes]})
        output.write(twin, r.to_json())
    print(n, flush=True)
"""


@pytest.mark.parametrize("wait", [0.05, 0.4, 0.9])
def test_a_kill_leaves_whole_articles(tmp_path: Path, records: list[Record], wait: float) -> None:
    path, lines = tmp_path / "p.db", tmp_path / "r.jsonl"
    lines.write_text("".join(r.to_json() + "\n" for r in records), encoding="utf-8")
    with subprocess.Popen([sys.executable, "-c", WRITE_FOR_EVER, path, lines], stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        for _ in range(520):  # past the first commit
            writer.stdout.readline()
        time.sleep(wait)
        os.kill(writer.pid, signal.SIGKILL)
    with closing(open_store(path)) as db:
        assert db.execute("pragma integrity_check").fetchone() == ("ok",)
        assert db.execute("pragma foreign_key_check").fetchall() == []
        db.execute("insert into quotes_fts(quotes_fts) values ('integrity-check')")
        articles = db.execute("select count(*) from articles").fetchone()[0]
        assert articles >= 1000
        for table, each in (("quotes", 1.5), ("quote_facets", 1.5), ("records", 1), ("phones", 0.5)):
            assert db.execute(f"select count(*) from {table}").fetchone()[0] == articles * each, table
        speakers = db.execute("select sum(quotes) from terms where facet = 'speaker'").fetchone()[0]
        assert speakers == articles * 1.5
    put(path, records)


def test_a_packed_record_comes_back_byte_for_byte(records: list[Record]) -> None:
    for record in records:
        line = record.to_json()
        packed = pack(line)
        assert unpack(packed) == line
        assert len(packed) < len(line.encode()) / 2
    assert unpack(pack("å" * 40_000)) == "å" * 40_000


@pytest.mark.parametrize(
    ("word", "found"),
    [
        pytest.param("broarna", {"bro"}, id="inflected noun"),
        pytest.param("skolan", {"skola"}, id="Snowball keeps skolan"),
        pytest.param("ska", set(), id="ska is no school"),
        pytest.param("sade", {"säga"}, id="irregular verb"),
        pytest.param("elpriserna", {"elpris"}, id="compound by its end"),
        pytest.param("som", set(), id="a word of grammar"),
        pytest.param("zxq7", {"zxq7"}, id="unknown"),
    ],
)
def test_lemmas(word: str, found: set[str]) -> None:
    assert lemmas(word) == found


def test_folding_is_for_suggestions() -> None:
    assert fold("ÅSA Öberg-André") == "asa oberg-andre"
