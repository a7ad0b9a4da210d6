"""The real command: what it prints, where, and how it ends, also on everything that can be wrong with an input."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

GOOD = "Ny bro\n\n– Den håller i hundra år, säger Maja Tornberg, projektledare i Alvsund.\n"
ENGLISH = (
    "New bridge opens\n\nThe bridge will open to the public on Monday, the mayor said, and the old road will then be "
    "closed for good. Many of the people who live near the river have been waiting for this day for years.\n"
)


def talstreck(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, timeout=120, check=False)


def records(output: str) -> list[str]:
    return [json.loads(line)["source"]["path"] for line in output.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pages = tmp_path / "sidor"
    pages.mkdir()
    (pages / "a.txt").write_text(GOOD, encoding="utf-8")
    return pages


def test_extract_writes_json_lines_to_stdout(folder: Path) -> None:
    done = talstreck("extract", folder)
    assert (done.returncode, records(done.stdout)) == (0, ["a.txt"])
    assert done.stderr.strip() == "1 inputs = 1 ok + 0 skipped + 0 duplicate + 0 failed"


def test_extract_shows_readably(folder: Path) -> None:
    done = talstreck("extract", folder / "a.txt", "--show")
    assert done.returncode == 0
    assert "Den håller i hundra år" in done.stdout
    assert "Maja Tornberg, projektledare" in done.stdout


def test_doubtful_quotes_can_be_left_out(folder: Path) -> None:
    record = json.loads(talstreck("extract", folder, "--min-confidence", "0.9999").stdout)
    assert record["quotes"] == []
    assert record["notices"][0]["code"] == "doubtful_quotes"


def test_bad_inputs_are_labelled_and_nothing_else_is_lost(folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 20)
    (folder / "english.txt").write_text(ENGLISH, encoding="utf-8")
    (folder / "broken.html").write_text(
        "<html><head><title>Trasig</title><body><h1>Bron rasade<p>– Vi är ledsna, säger Bo Ek.<div><b>Ja<table>",
        encoding="utf-8",
    )
    (folder / "wrong-label.html").write_bytes(
        '<html><head><meta charset="iso-8859-1"></head><body><h1>Åskan slog till</h1>'
        "<p>Det small till i går kväll.</p><p>– Det gick fort, säger Åsa Öberg.</p></body></html>".encode()
    )
    (folder / "picture.jpg").write_bytes(b"\xff\xd8\xff")
    os.mkfifo(folder / "pipe.txt")
    (folder / "loop").symlink_to(folder, target_is_directory=True)
    started = time.monotonic()
    done = talstreck("extract", folder, "-o", tmp_path / "r.jsonl", "--failures", tmp_path / "failures.jsonl")
    assert time.monotonic() - started < 60
    assert done.returncode == 0
    assert records((tmp_path / "r.jsonl").read_text(encoding="utf-8")) == ["a.txt", "broken.html", "wrong-label.html"]
    left_out = [json.loads(line) for line in (tmp_path / "failures.jsonl").read_text(encoding="utf-8").splitlines()]
    reasons = {row["place"]: row["reason"] for row in left_out}
    assert reasons["empty.txt"] == "empty"
    assert reasons["binary.txt"] == "not_text"
    assert reasons["english.txt"] == "language"
    assert reasons["pipe.txt"] == "not_a_file"
    assert "Traceback" not in done.stderr
    last = json.loads((tmp_path / "r.jsonl").read_text(encoding="utf-8").splitlines()[-1])
    assert last["quotes"][0]["speaker"]["name"] == "Åsa Öberg"


def test_a_huge_single_line_is_too_large(folder: Path) -> None:
    (folder / "huge.txt").write_bytes(b"Det var en g\xc3\xa5ng. " * (50_000_000 // 17))
    started = time.monotonic()
    done = talstreck("extract", folder)
    assert (done.returncode, records(done.stdout)) == (0, ["a.txt"])
    assert "too_large" in done.stderr
    assert time.monotonic() - started < 60


MISTAKES = [
    pytest.param(["extract", "finns-inte.txt"], "finns-inte.txt", id="missing file"),
    pytest.param(["extract", "tom"], "tom", id="folder without pages"),
    pytest.param(["run", "finns-inte.yaml"], "cannot be read", id="missing configuration"),
    pytest.param(["run", "fel.yaml"], "did you mean 'quotes'", id="unknown stage"),
    pytest.param(["check", "val.yaml"], "did you mean 'keep_language'", id="unknown option"),
    pytest.param(["search", "ord", "--store", "ingen.db"], "there is no store", id="no store"),
    pytest.param(["eval", "inget"], "no folder of gold", id="no gold"),
    pytest.param(["extract", "a.txt", "-o", "a.txt/r.jsonl"], "folder cannot be made", id="output under a file"),
]


@pytest.mark.parametrize(("arguments", "message"), MISTAKES)
def test_a_users_mistake_is_one_sentence(tmp_path: Path, arguments: list[str], message: str) -> None:
    (tmp_path / "tom").mkdir()
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "fel.yaml").write_text("stages: [clean, qoutes]\n", encoding="utf-8")
    (tmp_path / "val.yaml").write_text("stages:\n  - clean: {keep_langage: sv}\n", encoding="utf-8")
    done = talstreck(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_failures_decide_the_exit_code(folder: Path) -> None:
    if os.geteuid() == 0:
        (folder / "gone.txt").symlink_to(folder / "nowhere.txt")
    else:
        (folder / "gone.txt").write_text(GOOD, encoding="utf-8")
        (folder / "gone.txt").chmod(0)
    done = talstreck("extract", folder)
    assert records(done.stdout) == ["a.txt"]
    assert done.returncode == 1
    assert talstreck("extract", folder, "--max-failures", "1").returncode == 0


def test_run_check_stages_and_schema(folder: Path, tmp_path: Path) -> None:
    config = tmp_path / "c.yaml"
    default = Path(__file__).parent.parent / "configs" / "default.yaml"
    config.write_text(
        f"include: {default}\nsources:\n  - files: {{paths: ['{folder}']}}\n"
        f"outputs:\n  - jsonl: {{path: '{tmp_path}/out/r.jsonl'}}\n  - sqlite: {{path: '{tmp_path}/out/press.db'}}\n",
        encoding="utf-8",
    )
    assert talstreck("run", config).returncode == 0
    first = (tmp_path / "out" / "r.jsonl").read_bytes()
    again = talstreck("run", config)
    assert "(1 from an earlier run)" in again.stderr
    assert (tmp_path / "out" / "r.jsonl").read_bytes() == first
    quote = json.loads(first.decode().splitlines()[0])["quotes"][0]["id"]
    told = talstreck("explain", quote, "--records", tmp_path / "out" / "r.jsonl")
    assert "found by the rule dash-frame" in told.stdout
    assert "Maja Tornberg (person, by name)" in told.stdout
    unknown = talstreck("explain", "q1-0", "--records", tmp_path / "out" / "r.jsonl")
    assert (unknown.returncode, "holds no quote q1-0" in unknown.stderr) == (2, True)
    found = talstreck("search", "hundra", "--store", tmp_path / "out" / "press.db", "--json")
    assert json.loads(found.stdout)["speaker"] == "Maja Tornberg"
    shown = talstreck("search", "--speaker", "tornberg", "--store", tmp_path / "out" / "press.db")
    assert "Maja Tornberg" in shown.stdout
    assert "keep_language: sv" in talstreck("check", config).stdout
    assert "quotes:" in talstreck("stages").stdout
    assert json.loads(talstreck("schema").stdout)["$id"].startswith("press-record/")
