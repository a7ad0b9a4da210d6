"""The commands: search, export and review over a real store, with filters, profile and reviews."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline import Page, Pipeline
from pipeline.outputs import OutputError
from pipeline.outputs.sqlite import SqliteOptions, sqlite
from pipeline.reviews.file import ReviewFile, Verdict, beside
from pipeline.search.export import FORMATS, format_of

TEXTS = (
    "Ny bro\n\n– Bron håller i 40 år, säger Maja Tornberg, projektledare på Alvsunds kommun.\n\n– Elpriset är för högt, säger Siv Lund.\n\nMaja Tornberg, 070-174 06 12",
    "Hamnen\n\n– Broarna rostar, säger Bo Ek (S), kommunalråd i Alvsund.",
)


@pytest.fixture
def store(tmp_path: Path, pipeline: Pipeline) -> Path:
    path = tmp_path / "press.db"
    output = sqlite(SqliteOptions(path=str(path)))
    for n, text in enumerate(TEXTS):
        record = pipeline.process(Page(text.encode(), path=f"{n}.txt", media_type="text/plain"))
        output.write(record, record.to_json())
    output.close()
    return path


def talstreck(*arguments: object) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def quotes(path: Path) -> list[str]:
    return [json.loads(line)["quote"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_export_takes_filters_profile_and_reviews(store: Path, tmp_path: Path) -> None:
    target = tmp_path / "x.jsonl"
    done = talstreck("export", "bro", "-o", target, "--store", store)
    assert (done.returncode, done.stderr.strip()) == (0, f"2 quotes in {target}")
    assert quotes(target) == ["Bron håller i 40 år", "Broarna rostar"]
    assert '"phone": "+46701740612"' in target.read_text(encoding="utf-8")
    rejected = json.loads(talstreck("search", "rostar", "--json", "--store", store).stdout)["id"]
    ReviewFile(beside(store)).add(Verdict(rejected, "reject", "Rut"))
    talstreck("export", "bro", "-o", target, "--store", store, "--privacy", "public")
    assert quotes(target) == ["Bron håller i 40 år"]
    assert "701740612" not in target.read_text(encoding="utf-8")
    assert talstreck("search", "rostar", "--store", store).stdout.startswith("Inga träffar.")
    assert "rostar" in talstreck("search", "rostar", "--reviewed", "wrong", "--store", store).stdout
    assert json.loads(talstreck("review", "--store", store).stdout)["verb"] == "reject"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        pytest.param(("export", "-o", "x.doc"), "its ending tells no format", id="no format"),
        pytest.param(("export", "-o", "x.csv", "--to", "xslx"), "did you mean 'xlsx'", id="a format misspelt"),
        pytest.param(("export", "-o", "x.csv", "--since", "igår"), "is no day", id="no day"),
        pytest.param(("search", "--privacy", "newsrom"), "did you mean 'newsroom'", id="a profile misspelt"),
        pytest.param(("review",), "there is no file of reviews", id="nothing reviewed"),
        pytest.param(("serve", "--host", "0.0.0.0"), "can be reached from elsewhere", id="an open door"),
    ],
)
def test_mistakes_are_one_line(store: Path, arguments: tuple[str, ...], told: str) -> None:
    done = talstreck(*arguments, "--store", store)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_formats_by_their_endings() -> None:
    for name, ending in FORMATS.items():
        assert format_of(Path(f"x.{ending}")) == name
    with pytest.raises(OutputError):
        format_of(Path("x"))
