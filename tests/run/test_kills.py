"""Whatever happens to a run, the same command started again ends with the same bytes as one that nothing happened to."""

from __future__ import annotations

import hashlib
import os
import resource
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.run import run
from pipeline.run.archive import How, Selection
from pipeline.run.ledger import Ledger
from tests.run.conftest import PLUGIN, Archive, Command, page, some_pages

FAILURES = "failures.jsonl"


def fingerprint(archive: Archive) -> str:
    data = archive.records.read_bytes() + (archive.out / FAILURES).read_bytes()
    return hashlib.sha256(data).hexdigest()


def unbroken(archive: Archive) -> str:
    """Return the fingerprint of a run that nothing happens to, in a folder of its own."""
    aside = Archive(archive.root / "unbroken", archive.stages, archive.run | {"workers": 0})
    aside.root.mkdir()
    (aside.root / "pages").symlink_to(archive.pages)
    run(aside.config(), How(failures=aside.out / FAILURES))
    return fingerprint(aside)


def filled(archive: Archive, count: int) -> Archive:
    archive.put(some_pages(count) | {"00007.txt": page(7, "UNDANTAG"), "00031.txt": page(0)})
    archive.stages[-1] = {"trouble": {"seconds": 0.002}}
    archive.run |= {"shard": 10}
    return archive


@pytest.mark.parametrize(("whom", "kills"), [("main", 42), ("workers", 10)])
def test_random_kills_change_nothing(archive: Archive, whom: str, kills: int) -> None:
    filled(archive, 300)
    seed = os.environ.get("KILLS_SEED", "1")
    command = [sys.executable, "-m", "tests.run.kills", str(archive.config()), seed, str(kills), whom]
    environment = {**os.environ, "PYTHONPATH": str(PLUGIN)}
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[-1]) >= kills
    assert fingerprint(archive) == unbroken(archive)
    assert not list(Path(archive.out).rglob("*.tmp"))


def test_another_number_of_workers_goes_on_where_the_first_was(archive: Archive) -> None:
    filled(archive, 60)
    how = How(failures=archive.out / FAILURES)
    for workers, limit in ((2, 20), (1, 15), (0, 10), (3, None)):
        accounts = run(archive.config(), replace(how, workers=workers, selection=Selection(limit=limit)))
    assert (accounts.reused, accounts.left) == (45, 0)
    assert fingerprint(archive) == unbroken(archive)


def test_a_full_disk_stops_the_run_and_the_next_one_goes_on(archive: Archive, talstreck: Command) -> None:
    filled(archive, 100)
    archive.stages[-1] = "trouble"
    archive.run |= {"workers": 0, "shard": 100}

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))

    done = talstreck("run", archive.config(), preexec_fn=no_room)
    assert done.returncode == 4, done.stderr
    assert "start again: what is done is kept" in done.stderr
    assert "Traceback" not in done.stderr
    run(archive.config(), How(failures=archive.out / FAILURES))
    assert fingerprint(archive) == unbroken(archive)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGHUP, 129)], ids=str)
def test_a_stopped_run_keeps_what_is_done(archive: Archive, number: signal.Signals, code: int) -> None:
    filled(archive, 80)
    # both workers wait with most of the pages before them, so that the run cannot be over before it is stopped
    archive.put({"00024.txt": page(24, "VÄNTA"), "00028.txt": page(28, "VÄNTA")})
    archive.stages[-1] = {"trouble": {"once": str(archive.root)}}
    command = [sys.executable, "-m", "pipeline.cli", "run", str(archive.config())]
    environment = {**os.environ, "PYTHONPATH": str(PLUGIN)}
    with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True) as running:
        shards = archive.out / "ledger.shards"
        while running.poll() is None and not any(shards.glob("*.zst")):
            time.sleep(0.02)
        running.send_signal(number)
        (archive.root / "go").touch()
        _, said = running.communicate(timeout=60)
    assert running.returncode == code, said
    assert "start again to go on" in said
    assert "Traceback" not in said
    assert not archive.records.exists()
    accounts = run(archive.config(), How(failures=archive.out / FAILURES))
    assert accounts.reused >= 10
    assert archive.places() == [f"{n:05d}.txt" for n in range(80) if n not in (7, 31)]


def test_a_broken_or_lost_shard_is_made_again(archive: Archive) -> None:
    filled(archive, 50)
    how = How(workers=0, failures=archive.out / FAILURES)
    run(archive.config(), how)
    before = fingerprint(archive)
    shards = sorted((archive.out / "ledger.shards").glob("*.zst"))
    shards[0].unlink()
    shards[1].write_bytes(shards[1].read_bytes()[:-9])
    (archive.out / "ledger.shards" / "00000099.zst.tmp").write_bytes(b"half")
    assert run(archive.config(), how).reused == 50 - 20 - 1
    assert fingerprint(archive) == before


def test_a_lost_ledger_is_made_again_from_the_shards(archive: Archive) -> None:
    filled(archive, 50)
    how = How(workers=0, failures=archive.out / FAILURES)
    run(archive.config(), how)
    before = fingerprint(archive)
    for file in archive.out.glob("ledger.db*"):
        file.unlink()
    assert run(archive.config(), how).reused == 49
    assert fingerprint(archive) == before


def test_two_runs_over_one_ledger_are_refused(archive: Archive, talstreck: Command) -> None:
    archive.put(some_pages(1))
    with Ledger(archive.out / "ledger.db"):
        done = talstreck("run", archive.config())
    assert done.returncode == 2
    assert "another run is using this ledger" in done.stderr
