"""The runner: the four endings add up, what is done is not done again, and outputs appear whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import Page, Pipeline, read_records
from pipeline.outputs.jsonl import JsonlOptions, jsonl
from pipeline.run import Outcome, extract, run
from pipeline.sources import Unreadable

GOOD = "Ny bro\n\n– Den håller i hundra år, säger Maja Tornberg, projektledare i Alvsund."
ENGLISH = (
    "New bridge opens\n\nThe bridge will open to the public on Monday, the mayor said, and the old road will then be "
    "closed for good. Many of the people who live near the river have been waiting for this day for years."
)


def inputs() -> Iterator[Page | Unreadable]:
    yield Page(GOOD.encode(), path="a.txt", media_type="text/plain")
    yield Page(GOOD.encode(), path="b.txt", media_type="text/plain")
    yield Page(b"", path="empty.txt", media_type="text/plain")
    yield Page(ENGLISH.encode(), path="en.txt", media_type="text/plain")
    yield Unreadable("gone.txt", "OSError", "cannot be read: no such file", "failed")


def test_every_input_ends_once(pipeline: Pipeline, tmp_path: Path) -> None:
    seen: list[Outcome] = []
    accounts = extract(pipeline, inputs(), [jsonl(JsonlOptions(path=str(tmp_path / "r.jsonl")))], seen.append)
    assert [(o.place, o.ending, o.reason) for o in seen] == [
        ("a.txt", "ok", None),
        ("b.txt", "duplicate", "a.txt"),
        ("empty.txt", "skipped", "empty"),
        ("en.txt", "skipped", "language"),
        ("gone.txt", "failed", "OSError"),
    ]
    assert accounts.balanced
    assert (
        accounts.sentence() == "5 inputs = 1 ok + 2 skipped (1 empty, 1 language) + 1 duplicate + 1 failed (1 OSError)"
    )
    assert [r.source.path for r in read_records(tmp_path / "r.jsonl")] == ["a.txt"]


def test_a_bad_document_is_one_failure(pipeline: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    def explode(article: object) -> object:
        raise RuntimeError("boom")

    monkeypatch.setattr(pipeline, "stages", [("explode", explode)])
    outcome = pipeline.outcome(Page(GOOD.encode(), path="a.txt"))
    assert (outcome.ending, outcome.stage, outcome.reason) == ("failed", "explode", "RuntimeError")
    assert outcome.message == "RuntimeError: boom"
    assert outcome.where is not None
    assert outcome.where.startswith("test_run.py:")


def test_an_output_that_breaks_leaves_the_earlier_one(pipeline: Pipeline, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text("earlier\n", encoding="utf-8")

    def breaking() -> Iterator[Page]:
        yield Page(GOOD.encode(), path="a.txt", media_type="text/plain")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        extract(pipeline, breaking(), [jsonl(JsonlOptions(path=str(path)))])
    assert path.read_text(encoding="utf-8") == "earlier\n"
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def configured(tmp_path: Path) -> Path:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(GOOD, encoding="utf-8")
    (pages / "en.txt").write_text(ENGLISH, encoding="utf-8")
    config = tmp_path / "c.yaml"
    config.write_text(
        f"stages: [clean, language, contacts, dates, figures, names, roles, owners, quotes, speakers]\n"
        f"sources:\n  - files: {{paths: ['{pages}']}}\n"
        f"outputs:\n  - jsonl: {{path: '{tmp_path}/out/r.jsonl'}}\n  - sqlite: {{path: '{tmp_path}/out/press.db'}}\n",
        encoding="utf-8",
    )
    return config


def test_a_run_started_again_does_only_what_is_left(configured: Path) -> None:
    out = configured.parent / "out" / "r.jsonl"
    first = run(configured)
    assert (first.inputs, first.reused) == (2, 0)
    before = out.read_bytes()
    (configured.parent / "pages" / "c.txt").write_text(GOOD + " Det blir bra.", encoding="utf-8")
    second = run(configured)
    assert (second.inputs, second.reused) == (3, 2)
    assert out.read_bytes().startswith(before)
    (configured.parent / "pages" / "c.txt").unlink()
    assert run(configured).reused == 2
    assert out.read_bytes() == before
