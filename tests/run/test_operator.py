"""What an operator sees and may ask for: progress, metrics, a dry run, a part of the archive."""

from __future__ import annotations

import io
import re
import urllib.request
from pathlib import Path

import pytest
from rich.console import Console

from pipeline.config import load_config
from pipeline.outputs import OutputError
from pipeline.run import run
from pipeline.run.archive import How
from pipeline.run.metrics import Metrics, exposition
from pipeline.run.progress import Lines, View, per_stage, sentence
from pipeline.run.supervisor import Done
from pipeline.run.watching import Tally, Together
from tests.run.conftest import Archive, Command, page, some_pages


class Asking:
    """Asks the metrics at their port whenever a batch ends."""

    def __init__(self, port: int) -> None:
        self.port, self.told = port, ""

    def begins(self, tally: Tally) -> None:
        self.tally = tally

    def done(self, done: Done) -> None:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/metrics", timeout=10) as answer:
            self.told = answer.read().decode()

    def ends(self) -> None:
        """End."""


def test_prometheus_can_ask_or_read_a_file(archive: Archive, tmp_path: Path) -> None:
    archive.put(some_pages(12) | {"00003.txt": page(3, "UNDANTAG")})
    at_port = Metrics("0")
    asking = Asking(at_port.port)
    file = tmp_path / "metrics" / "talstreck.prom"
    run(archive.config(), How(workers=0), watching=Together(at_port, Metrics(str(file)), asking))
    for told in (asking.told, file.read_text(encoding="utf-8"), exposition(asking.tally)):
        assert 'talstreck_documents_total{ending="ok"} 11\n' in told
        assert 'talstreck_documents_total{ending="failed"} 1\n' in told
        assert re.search(r'talstreck_stage_seconds_total\{stage="figures"\} \d', told)
    with pytest.raises(OutputError, match="port 99999999"):
        Metrics("99999999")


def test_lines_tell_how_far_it_is(archive: Archive, capsys: pytest.CaptureFixture[str]) -> None:
    archive.put(some_pages(12))
    config = load_config(archive.config())
    asking = Asking(0)
    asking.done = lambda done: None  # type: ignore[method-assign]
    run(config, How(workers=0), watching=Together(Lines(config, pause=0), asking))
    said = capsys.readouterr().err.splitlines()
    assert re.match(r"\d\d:\d\d:\d\d 5 done, \d+\.\d/s,? .*0 failed, 0 deaths, largest worker \d+ MB", said[0])
    assert "milliseconds a document: clean" in said[-1]
    assert "12 done" in sentence(asking.tally, 12)
    assert [stage for stage, _, _ in per_stage(asking.tally)] == ["clean", "contacts", "dates", "figures", "trouble"]


def test_a_terminal_has_a_live_view(archive: Archive) -> None:
    archive.put(some_pages(12))
    config = load_config(archive.config())
    screen = Console(file=io.StringIO(), force_terminal=True, width=100)
    view = View(config, screen)
    asking = Asking(0)
    asking.done = lambda done: None  # type: ignore[method-assign]
    run(config, How(workers=0), watching=Together(view, asking))
    drawn = Console(file=io.StringIO(), width=100, record=True)
    drawn.print(view.drawn())
    shown = drawn.export_text()
    assert shown.splitlines()[1].startswith("12 done")
    assert "figures" in shown


def test_a_dry_run_says_what_would_be_done_and_does_nothing(archive: Archive, talstreck: Command) -> None:
    archive.put(some_pages(6) | {"again.txt": page(1)})
    done = talstreck("run", archive.config(), "--dry-run")
    assert done.returncode == 0
    assert done.stderr.startswith("7 inputs in 7 files: 6 to do (0.0 MB), 0 from an earlier run, 1 duplicate")
    assert not archive.out.exists()
    run(archive.config(), How(workers=0))
    archive.put({"new.txt": page(99)})
    before = sorted(archive.out.rglob("*"))
    assert "1 to do (0.0 MB), 6 from an earlier run" in talstreck("run", archive.config(), "--dry-run").stderr
    assert sorted(archive.out.rglob("*")) == before


def test_a_limit_and_a_mistake_in_a_number(archive: Archive, talstreck: Command) -> None:
    archive.put(some_pages(6))
    done = talstreck("run", archive.config(), "--limit", "2", "--workers", "0")
    assert (done.returncode, archive.places()) == (0, ["00000.txt", "00001.txt"])
    assert done.stderr.strip() == "2 inputs = 2 ok + 0 skipped + 0 duplicate + 0 failed (4 left for another run)"
    wrong = talstreck("run", archive.config(), "--workers", "many")
    assert (wrong.returncode, "is no number of workers" in wrong.stderr) == (2, True)


def test_sums_that_do_not_add_up_are_said_and_nothing_is_written(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.put(some_pages(6))
    monkeypatch.setattr("pipeline.run.shards.Shards.write", lambda *_: None)
    accounts = run(archive.config(), How(workers=0))
    assert (accounts.balanced, accounts.inputs, accounts.endings.total()) == (False, 6, 0)
    assert not archive.records.exists()
