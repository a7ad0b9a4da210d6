"""The engine of many machines, on a cluster of processes of this one: the same promises under the same supervisor."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.run import run
from pipeline.run.archive import How
from pipeline.run.supervisor import RunStopped
from tests.bench.runs import local_cluster
from tests.run.conftest import PLUGIN, Archive, Command, page, some_pages

distributed = pytest.importorskip("distributed", reason="the extra dask is not installed")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = str(PLUGIN)
    with local_cluster() as made:
        yield made
    if before is None:
        del os.environ["PYTHONPATH"]
    else:
        os.environ["PYTHONPATH"] = before


def test_a_cluster_makes_the_same_bytes_and_loses_only_what_kills(archive: Archive, cluster: Any) -> None:
    poison = {"00013.txt": page(13, "HÄNG")}
    archive.put(some_pages(60) | poison | {"00002.txt": page(2, "UNDANTAG")})
    archive.run |= {"time_limit": 2, "batch": 2}
    how = How(engine="dask", scheduler=cluster.scheduler_address, failures=archive.out / "failures.jsonl")
    accounts = run(archive.config(), how)
    assert (accounts.balanced, accounts.endings["ok"], accounts.endings["failed"]) == (True, 58, 2)
    assert set(archive.failures()) == {*poison, "00002.txt"}
    by_cluster = archive.records.read_bytes()
    for name in poison:
        (archive.pages / name).unlink()
    archive.run |= {"ledger": str(archive.root / "another" / "ledger.db")}
    run(archive.config(), How(workers=0))
    assert archive.records.read_bytes() == by_cluster


def test_the_death_of_a_worker_of_the_cluster_changes_nothing(archive: Archive, cluster: Any) -> None:
    archive.put(some_pages(80))
    archive.stages[-1] = {"trouble": {"seconds": 0.02}}
    how = How(engine="dask", scheduler=cluster.scheduler_address)
    with distributed.Client(cluster.scheduler_address, set_as_default=False) as client:
        pids = list(client.run(os.getpid).values())

        def kill() -> None:
            while not any((archive.out / "ledger.shards").glob("*.zst")):
                time.sleep(0.01)
            os.kill(pids[0], signal.SIGKILL)

        killer = threading.Thread(target=kill, daemon=True)
        killer.start()
        accounts = run(archive.config(), how)
        killer.join(timeout=30)
    assert (accounts.endings["ok"], accounts.endings["failed"]) == (80, 0)
    assert archive.places() == list(some_pages(80))


def test_a_scheduler_that_does_not_answer_is_said(archive: Archive) -> None:
    archive.put(some_pages(1))
    with pytest.raises(RunStopped, match="no Dask scheduler"):
        run(archive.config(), How(engine="dask", scheduler="nowhere:1:2"))


def test_the_engine_needs_an_address(archive: Archive, talstreck: Command) -> None:
    archive.put(some_pages(1))
    done = talstreck("run", archive.config(), "--engine", "dask")
    assert done.returncode == 2
    assert "needs the address of its scheduler" in done.stderr
