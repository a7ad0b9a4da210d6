"""The pool: what kills a worker costs that document alone, whatever way it kills."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.run import run
from pipeline.run.archive import How
from pipeline.run.supervisor import RunStopped
from tests.run.conftest import Archive, page, some_pages


def test_each_way_to_kill_a_worker_costs_one_document(archive: Archive, tmp_path: Path) -> None:
    pages = some_pages(60)
    once = tmp_path / "once"
    once.mkdir()
    poison = {
        "00003.txt": ("DÖDA", "crashed"),
        "00017.txt": ("KRASCHA", "crashed"),
        "00021.txt": ("AVSLUTA", "crashed"),
        "00033.txt": ("HÄNG", "timeout"),
        "00044.txt": ("SVÄLL", "memory"),
        "00051.txt": ("UNDANTAG", "RuntimeError"),
    }
    archive.put(pages)
    archive.put({name: page(int(name[:5]), word) for name, (word, _) in poison.items()})
    archive.put({"00009.txt": page(9, "EN GÅNG")})
    archive.stages[-1] = {"trouble": {"once": str(once)}}
    archive.run |= {"time_limit": 3, "memory_mb": 200}
    accounts = run(archive.config(), How(failures=archive.out / "failures.jsonl"))
    assert accounts.balanced
    assert (accounts.inputs, accounts.endings["ok"], accounts.endings["failed"]) == (60, 54, 6)
    assert archive.places() == [name for name in pages if name not in poison]
    assert {place: row["reason"] for place, row in archive.failures().items()} == {
        name: reason for name, (_, reason) in poison.items()
    }
    assert archive.failures()["00003.txt"]["attempts"] == 2


def test_any_number_of_workers_gives_the_same_bytes(archive: Archive) -> None:
    archive.put(some_pages(70) | {"00005.txt": page(5, "UNDANTAG"), "00060.txt": page(0)})
    made = set()
    for workers in (0, 1, 3):
        ledger = archive.root / f"{workers}" / "ledger.db"
        archive.run |= {"ledger": str(ledger)}
        accounts = run(archive.config(), How(workers=workers, failures=archive.out / "failures.jsonl"))
        assert accounts.reused == 0
        made.add((archive.records.read_bytes(), (archive.out / "failures.jsonl").read_bytes()))
    assert len(made) == 1
    assert accounts.sentence() == "70 inputs = 68 ok + 0 skipped + 1 duplicate + 1 failed (1 RuntimeError)"


def test_a_sick_machine_stops_the_run_and_says_so(archive: Archive) -> None:
    archive.put({f"{n:03d}.txt": page(n, "DÖDA") for n in range(20)})
    archive.run |= {"max_deaths": 4, "workers": 1}
    with pytest.raises(RunStopped, match="died one after the other"):
        run(archive.config())


def test_stages_that_cannot_be_loaded_stop_the_run(archive: Archive) -> None:
    archive.put(some_pages(1))
    archive.stages = ["clean", {"language": {"model": "sv_pres"}}]
    with pytest.raises(RunStopped, match="did you mean 'sv_press'"):
        run(archive.config())


def test_a_worker_is_replaced_after_so_many_documents(archive: Archive) -> None:
    archive.put(some_pages(15))
    archive.run |= {"recycle": 5, "workers": 1}
    assert run(archive.config()).endings["ok"] == 15
