"""Link over a store: the same as in memory, article by article, with articles that change and go; ids are redirected."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline import Record, load
from pipeline.archive.command import link_archive
from pipeline.archive.link.corrections import Corrections
from pipeline.archive.link.store import link_store
from pipeline.archive.link.stream import identity_lines, link_records
from pipeline.cli import app
from pipeline.data import data_path
from pipeline.evaluate.linking import read_articles, read_link_gold
from pipeline.outputs import OutputError
from pipeline.outputs.sqlite import SqliteOptions, open_store, sqlite
from pipeline.search.query import search_quotes
from tests.store.older import VERSION_1

GOLD = Path(__file__).parent.parent.parent / "corpus" / "linking" / "dev"


@pytest.fixture(scope="module")
def records() -> list[Record]:
    return read_articles(read_link_gold(GOLD), load())


def put(path: Path, records: Sequence[Record]) -> None:
    output = sqlite(SqliteOptions(path=str(path)))
    for record in records:
        output.write(record, record.to_json())
    output.close()


def tables(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what a reader of the store sees; redirects are history and left out."""
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("select count(*) from archive_waiting where step = 'link'").fetchone() == (0,)
        names = ("identities", "identity_members", "identity_evidence", "maybe_links")
        return {name: sorted(db.execute(f"select * from {name}").fetchall(), key=repr) for name in names}


def link(path: Path, corrections: Corrections | None = None) -> None:
    with closing(open_store(path)) as db:
        link_store(db, corrections)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, records: list[Record]) -> Path:
    path = tmp_path_factory.mktemp("whole") / "press.db"
    put(path, records)
    link(path)
    return path


@pytest.mark.parametrize("seed", range(3))
def test_increments_give_the_same_tables(tmp_path: Path, records: list[Record], whole: Path, seed: int) -> None:
    rng, path = random.Random(seed), tmp_path / "press.db"
    mixed = list(records)
    rng.shuffle(mixed)
    cuts = sorted(rng.sample(range(len(mixed)), 4))
    for start, end in zip([0, *cuts], [*cuts, len(mixed)], strict=True):
        put(path, mixed[start:end])
        link(path)
    assert tables(path) == tables(whole)


def test_the_store_and_the_stream_agree(records: list[Record], whole: Path) -> None:
    links, sums = link_records(records)
    stored = tables(whole)
    assert [i.id for i in links.identities] == sorted(str(row[0]) for row in stored["identities"])
    assert sums.maybes == len(stored["maybe_links"])
    assert list(identity_lines(links)) == list(identity_lines(link_records(records[::-1])[0]))


def test_an_article_that_changes_and_one_that_goes(tmp_path: Path, records: list[Record], whole: Path) -> None:
    path, changed = tmp_path / "press.db", [*records[:5], records[5].model_copy(update={"people": []}), *records[6:]]
    put(path, changed)
    link(path)
    put(path, records)
    extra = records[0].model_copy(update={"id": "a1-000000000000"})
    people = [p.model_copy(update={"id": p.id + "00"}) for p in extra.people]
    bodies = [o.model_copy(update={"id": o.id + "00"}) for o in extra.organisations]
    put(path, [extra.model_copy(update={"people": people, "organisations": bodies, "quotes": [], "phones": []})])
    link(path)
    with closing(open_store(path)) as db, db:
        db.execute("delete from articles where id = 'a1-000000000000'")
    link(path)
    assert tables(path) == tables(whole)


def test_other_rules_take_every_article_in_anew(
    tmp_path: Path, records: list[Record], whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "press.db"
    put(path, records)
    with closing(open_store(path)) as db:
        with monkeypatch.context() as patch:
            patch.setattr("pipeline.archive.link.store.code_digest", lambda module: "older")
            patch.setattr("pipeline.archive.link.store.mentions_of", lambda record: iter(()))
            link_store(db)
        assert link_store(db).articles == len(records)
        assert link_store(db).articles == 0
    assert tables(path) == tables(whole)


def test_corrections_in_and_out_again(tmp_path: Path, records: list[Record], whole: Path) -> None:
    path = tmp_path / "press.db"
    put(path, records)
    with closing(sqlite3.connect(whole)) as db:
        rows = db.execute(
            "select identity_id, min(mention_id), max(mention_id) from identity_members group by 1"
        ).fetchall()
    people = [row for row in rows if row[0][0] == "i"]
    split = next((a, b) for _, a, b in people if a != b)
    merge = tuple(sorted(a for _, a, _ in people if a not in split)[:2])
    link(path, Corrections((merge,), (split,)))
    owner = {row[0]: row[1] for row in tables(path)["identity_members"]}
    assert owner[merge[0]] == owner[merge[1]]
    assert owner[split[0]] != owner[split[1]]
    corrected = tables(path)
    link(path)
    assert tables(path) == corrected
    link(path, Corrections())
    assert tables(path) == tables(whole)


def test_an_id_that_is_no_more_is_redirected(tmp_path: Path, records: list[Record]) -> None:
    path = tmp_path / "press.db"
    put(path, records[5:])
    link(path)
    before = {str(row[0]) for row in tables(path)["identities"]}
    put(path, records)
    link(path)
    gone = before - {str(row[0]) for row in tables(path)["identities"]}
    assert gone
    with closing(sqlite3.connect(path)) as db:
        aliases = dict(db.execute("select old, identity_id from identity_aliases"))
        alive = {row[0] for row in db.execute("select id from identities")}
    assert gone <= aliases.keys()
    assert set(aliases.values()) <= alive
    old = min(gone)
    assert any(aliases[old] in line for line in link_archive(path, None, None, old, False))


def test_the_command(tmp_path: Path, records: list[Record], whole: Path) -> None:
    lines = tmp_path / "records.jsonl"
    lines.write_text("".join(r.to_json() + "\n" for r in records), encoding="utf-8")
    (sums,) = link_archive(lines, str(tmp_path / "i.jsonl"), None, None, True)
    told = json.loads(sums)
    assert told["mentions"] == told["people"] + told["bodies"] + told["merged"]
    (again,) = link_archive(whole, None, None, None, True)
    assert json.loads(again) | {"articles": told["articles"]} == told
    shown = list(link_archive(lines, None, None, "Hanna Lind Åkerblom", False))
    assert any("dubbelt efternamn" in line for line in shown)
    assert list(link_archive(lines, None, None, "Ingen Alls", False)) == ["Ingen Alls: no identity of this name or id"]
    with pytest.raises(OutputError, match="worked on in place"):
        list(link_archive(whole, "x", None, None, False))
    with pytest.raises(OutputError, match="there is no store and no file"):
        list(link_archive(tmp_path / "none", None, None, None, False))


def test_a_corrected_id_that_is_not_there_is_named(tmp_path: Path, records: list[Record], whole: Path) -> None:
    lines, corrections = tmp_path / "records.jsonl", tmp_path / "c.yaml"
    lines.write_text(records[0].to_json() + "\n", encoding="utf-8")
    corrections.write_text("split:\n  - [p1-0123456789ab, p1-0123456789ac]\n", encoding="utf-8")
    (sums,) = link_archive(lines, None, corrections, None, False)
    assert f"not in the archive: p1-0123456789ab ({corrections}:2), p1-0123456789ac ({corrections}:2)" in sums


def test_a_configured_run_and_the_commands(tmp_path: Path) -> None:
    config = tmp_path / "c.yaml"
    config.write_text(
        f"include: {data_path('configs', 'default.yaml')}\nsources: [{{files: {{paths: [{GOLD}]}}}}]\n"
        f"outputs: [{{sqlite: {{path: {tmp_path}/p.db}}}}, {{jsonl: {{path: {tmp_path}/r.jsonl}}}}]\narchive: [same, link]\n",
        encoding="utf-8",
    )
    first, second = (CliRunner().invoke(app, ["run", str(config)]) for _ in range(2))
    assert "link: 51 articles taken in" in first.output
    assert "link: 0 articles taken in" in second.output
    linked = CliRunner().invoke(app, ["link", str(tmp_path / "p.db"), "--explain", "Anna Andersson"])
    assert "rektor@lugnviksskolan" in linked.stdout
    same = CliRunner().invoke(app, ["same", str(tmp_path / "r.jsonl"), "-o", "-"])
    assert len(same.stdout.splitlines()) == 51


def test_an_older_store_is_brought_up(tmp_path: Path, records: list[Record], read: Callable[[str], Record]) -> None:
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as db:
        db.executescript(f"begin; {VERSION_1} pragma user_version = 1; commit;")
        r = records[0]
        row = (r.id, r.source.path, None, None, r.title, None, "sv", r.text, r.text_sha256, "", r.to_json())
        db.execute(f"insert into articles values ({', '.join('?' * 11)})", row)
        db.commit()
    assert [hit.text for hit in search_quotes(path, "skift")] == ["Barnen har ätit i skift i tre år"]
    link(path)
    assert tables(path)["identities"]
