"""Only what changed is done again: pages that are new, other or gone, and stages with other options."""

from __future__ import annotations

import json
import os
import pickle
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import zstandard

from pipeline import Page, Pipeline
from pipeline.run import Accounts, run
from pipeline.run.archive import How, Selection
from pipeline.run.keys import stage_keys
from pipeline.run.layers import Remembering, unpickled
from pipeline.run.listing import doc_id
from pipeline.run.supervisor import Done
from pipeline.run.watching import Tally
from pipeline.sources.formats import MissingExtra
from tests.run.conftest import Archive, page, some_pages

PAGES = Path(__file__).parent.parent.parent / "corpus" / "pages"


class Counting:
    """Counts which stages ran on how many documents."""

    def __init__(self) -> None:
        self.ran: Counter[str] = Counter()

    def begins(self, tally: Tally) -> None:
        """Begin."""

    def done(self, done: Done) -> None:
        """Count."""
        self.ran.update(done.spent.ran)

    def ends(self) -> None:
        """End."""


def again(archive: Archive, **selected: Any) -> tuple[Accounts, Counter[str]]:
    counting = Counting()
    how = How(Selection(**selected), workers=0, failures=archive.out / "failures.jsonl")
    return run(archive.config(), how, watching=counting), counting.ran


def test_the_same_again_is_nothing_to_do(archive: Archive) -> None:
    archive.put(some_pages(30) | {"00003.txt": page(3, "UNDANTAG")})
    first, ran = again(archive)
    assert ran["clean"] == 30
    before = archive.records.stat()
    second, ran = again(archive)
    assert (second.nothing_to_do, second.reused, ran) == (True, 30, Counter())
    assert second.endings == first.endings
    assert second.told().startswith("nothing to do: 30 inputs = 29 ok")
    assert archive.records.stat() == before


def test_an_output_that_is_lost_is_made_again_without_work(archive: Archive) -> None:
    archive.put(some_pages(5))
    again(archive)
    before = archive.records.read_bytes()
    archive.records.unlink()
    accounts, ran = again(archive)
    assert (accounts.nothing_to_do, ran) == (False, Counter())
    assert archive.records.read_bytes() == before


def test_new_changed_and_deleted_pages(archive: Archive) -> None:
    archive.outputs = [{"jsonl": {"path": str(archive.records)}}, {"sqlite": {"path": str(archive.out / "press.db")}}]
    archive.put(some_pages(10))
    again(archive)
    archive.put({"00004.txt": page(444), "00004b.txt": page(445)})
    (archive.pages / "00007.txt").unlink()
    accounts, ran = again(archive)
    assert (ran["clean"], accounts.reused, accounts.deleted) == (2, 8, 1)
    assert "1 deleted since" in accounts.told()
    assert archive.places() == sorted(path.name for path in archive.pages.iterdir())
    assert "444 kronor" in archive.records.read_text(encoding="utf-8")
    assert deleted_in_store(archive) == ["00007.txt"]
    archive.put({"00007.txt": page(7)})
    accounts, _ = again(archive)
    assert (accounts.deleted, deleted_in_store(archive)) == (0, [])


def deleted_in_store(archive: Archive) -> list[str]:
    with closing(sqlite3.connect(archive.out / "press.db")) as db:
        select = "select path from articles where n in (select article from deleted_articles) order by path"
        return [path for (path,) in db.execute(select)]


def test_a_file_that_kept_size_and_time_is_trusted_unless_asked_otherwise(archive: Archive) -> None:
    archive.put(some_pages(3))
    again(archive)
    path = archive.pages / "00001.txt"
    times = path.stat()
    path.write_text(page(1).replace("kronor", "kronor"[::-1]), encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert again(archive)[0].nothing_to_do
    assert again(archive, rehash=True)[1]["clean"] == 1


def test_the_second_of_two_equal_pages_takes_over_when_the_first_goes(archive: Archive) -> None:
    archive.put({"a.txt": page(1), "b.txt": page(1)})
    again(archive)
    assert archive.places() == ["a.txt"]
    (archive.pages / "a.txt").unlink()
    accounts, ran = again(archive)
    assert (archive.places(), ran["clean"]) == (["b.txt"], 1)
    assert accounts.balanced


def test_a_changed_option_runs_that_stage_and_its_readers(archive: Archive) -> None:
    archive.stages = [{"clean": {"keep_language": "any"}}, "contacts", "dates", "figures"]
    archive.put(some_pages(4))
    again(archive)
    archive.stages[-1] = {"figures": {"money": False}}
    assert again(archive)[1] == {"figures": 4}
    archive.stages[0] = {"clean": {"keep_language": "any", "max_bytes": 1_000_000}}
    assert again(archive)[1] == {"clean": 4, "contacts": 4, "dates": 4, "figures": 4}


def test_layers_beyond_the_limit_are_made_again(archive: Archive) -> None:
    archive.stages = [{"clean": {"keep_language": "any"}}, "contacts", "dates", "figures"]
    archive.put(some_pages(40) | {"big.txt": page(41, "Kommunen bygger. " * 40_000)})
    archive.run |= {"cache_mb": 0}
    again(archive)
    assert not list(archive.out.rglob("*.layers"))
    archive.stages[-1] = {"figures": {"money": False}}
    assert again(archive)[1]["clean"] == 41


def test_a_failure_is_tried_again_only_when_asked(archive: Archive) -> None:
    archive.put({"a.txt": page(1), "b.txt": page(2, "UNDANTAG")})
    assert again(archive)[0].endings["failed"] == 1
    assert again(archive)[0].nothing_to_do
    accounts, ran = again(archive, retry_failed=True)
    assert (accounts.reused, ran["clean"]) == (1, 1)


def test_a_file_of_many_pages_is_read_again_only_for_what_is_to_do(archive: Archive) -> None:
    lines = [json.dumps({"title": f"Nytt {n}", "text": page(n)}) for n in range(30)]
    archive.pages.mkdir()
    (archive.pages / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    again(archive, limit=12)
    accounts, ran = again(archive)
    assert (accounts.reused, ran["clean"], accounts.endings["ok"]) == (12, 18, 30)
    assert archive.places() == [f"many.jsonl#{n}" for n in range(1, 31)]
    assert again(archive)[0].nothing_to_do


def test_a_file_that_changes_under_the_run_fails_and_is_right_the_next_time(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [json.dumps({"title": f"Nytt {n}", "text": page(n)}) for n in range(6)]
    archive.pages.mkdir()
    (archive.pages / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    again(archive, limit=2)
    with monkeypatch.context() as patch:
        patch.setattr("pipeline.run.listing.doc_id", lambda one: b"other" if one.path.endswith("#4") else doc_id(one))
        accounts, _ = again(archive)
    assert accounts.balanced
    assert accounts.sentence() == "6 inputs = 3 ok + 0 skipped + 0 duplicate + 3 failed (3 changed)"
    accounts, _ = again(archive, retry_failed=True)
    assert accounts.endings["ok"] == 6


def test_what_only_this_machine_could_not_read_is_read_again(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    archive.put(some_pages(2))
    (archive.pages / "b.txt.zst").write_bytes(zstandard.ZstdCompressor().compress(page(7).encode()))
    (archive.pages / "c.txt.gz").write_bytes(b"broken")

    def missing(module: str, extra: str, what: str) -> None:
        raise MissingExtra("not installed")

    with monkeypatch.context() as patch:
        patch.setattr("pipeline.sources.formats.compressed.need", missing)
        assert again(archive)[0].sentence().endswith("+ 2 failed (1 broken, 1 missing_extra)")
    accounts, ran = again(archive)
    assert (accounts.sentence()[-21:], ran["clean"]) == ("+ 1 failed (1 broken)", 1)
    assert again(archive)[0].nothing_to_do


def test_a_part_of_the_archive_now_and_the_rest_another_time(archive: Archive) -> None:
    archive.put(some_pages(50))
    accounts, _ = again(archive, sample=0.3)
    chosen = archive.places()
    assert 0 < len(chosen) < 50
    assert (accounts.inputs, accounts.left, accounts.balanced) == (len(chosen), 50 - len(chosen), True)
    accounts, _ = again(archive, sample=0.3)
    assert (accounts.nothing_to_do, archive.places()) == (True, chosen)
    accounts, _ = again(archive, limit=10)
    assert (accounts.inputs, set(chosen) < set(archive.places())) == (len(chosen) + 10, True)
    for path in archive.pages.iterdir():
        os.utime(path, (1_700_000_000, 1_700_000_000))
    assert again(archive, since=datetime(2024, 1, 1))[0].inputs == len(chosen) + 10
    assert again(archive)[0].inputs == 50


def test_what_was_kept_of_an_article_is_what_the_stages_made(pipeline: Pipeline) -> None:
    keys = stage_keys(pipeline.config)
    other = tuple(replace(key, key="another") if key.name in ("names", "owners") else key for key in keys)
    pages = [Page(path.read_bytes(), path=path.name) for path in sorted(PAGES.glob("*.html"))[::4]]
    assert pages
    for one in pages:
        first = Remembering(keys, None, keep=True)
        made = pipeline.outcome(one, first)
        whole, partly = (Remembering(now, first.packed(), keep=True) for now in (keys, other))
        assert pipeline.outcome(one, whole) == made
        assert pipeline.outcome(one, partly) == made
        assert (whole.ran, partly.ran) == ([], ["names", "owners"])
        assert whole.packed() == first.packed()


def test_layers_can_run_nothing(pipeline: Pipeline) -> None:
    kept = zstandard.ZstdCompressor().compress(pickle.dumps({"clean": print}))
    assert Remembering(stage_keys(pipeline.config), kept, keep=False).packed() is None
    with pytest.raises(pickle.UnpicklingError):
        unpickled(pickle.dumps(print))
