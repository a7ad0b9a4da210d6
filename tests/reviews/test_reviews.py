"""The file of verdicts: what holds, who agrees, what becomes gold, what lost its finding."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline import Record
from pipeline.evaluate.gold import GoldPage
from pipeline.outputs.sqlite import SqliteOptions, sqlite
from pipeline.reviews.file import ReviewError, ReviewFile, Verdict, settle
from pipeline.reviews.overlay import reviewed
from pipeline.reviews.taken import contradiction, corrections, gold_page, orphans, write_corrections

TEXT = (
    "– Bron håller i 40 år, säger Maja Tornberg, projektledare på Alvsunds kommun.\n\n– Det är för dyrt, säger Bo Ek."
)


def said(verb: str, by: str = "Rut", **told: object) -> Verdict:
    return Verdict("q1-aaaaaaaaaaaa", verb, by, at="2026-01-01T00:00:00Z", **told)  # type: ignore[arg-type]


SPEAKER = '{"name": "Siv Lund", "person_id": null, "kind": "person"}'


@pytest.mark.parametrize(
    ("verdicts", "label", "readers"),
    [
        pytest.param([said("confirm")], "right", {"Rut"}, id="one says right"),
        pytest.param([said("confirm"), said("confirm", "Siv")], "right", {"Rut", "Siv"}, id="two agree"),
        pytest.param([said("confirm"), said("reject", "Siv")], "wrong", {"Siv"}, id="the last one holds"),
        pytest.param([said("reject"), said("withdraw", "Siv")], None, set(), id="taken back"),
        pytest.param([said("correct", field="speaker", new=SPEAKER)], "corrected", {"Rut"}, id="put right"),
        pytest.param(
            [said("correct", field="speaker", new=SPEAKER), said("confirm", "Siv")],
            "corrected",
            {"Rut", "Siv"},
            id="put right and confirmed",
        ),
        pytest.param([said("confirm"), said("note", "Siv", note="hm")], "right", {"Rut"}, id="a note is no verdict"),
    ],
)
def test_settling(verdicts: list[Verdict], label: str | None, readers: set[str]) -> None:
    settled = settle("q1-aaaaaaaaaaaa", verdicts)
    assert (settled.label, set(settled.readers)) == (label, readers)
    assert len(settled.history) == len(verdicts)


def test_nothing_is_ever_written_over(tmp_path: Path) -> None:
    file = ReviewFile(tmp_path / "r.db", now=lambda: datetime(2026, 11, 29, 8, 0, tzinfo=UTC))
    file.add(said("confirm"))
    file.add(Verdict("q1-bb", "reject", "Siv"))
    assert [v.at for v in file.verdicts()] == ["2026-01-01T00:00:00Z", "2026-11-29T08:00:00Z"]
    with closing(sqlite3.connect(tmp_path / "r.db")) as db:
        for sql in ("delete from verdicts", "update verdicts set by = 'x'"):
            with pytest.raises(sqlite3.IntegrityError, match="verdicts are never"):
                db.execute(sql)
    assert ReviewFile(tmp_path / "r.db").settled(["q1-bb"])["q1-bb"].label == "wrong"
    assert ReviewFile(tmp_path / "r.db").secret() == file.secret()


@pytest.mark.parametrize(
    "verdict",
    [
        pytest.param(Verdict("q1-a", "hm", "Rut"), id="no verb"),  # type: ignore[arg-type]
        pytest.param(Verdict("q1-a", "confirm", " "), id="nobody"),
        pytest.param(Verdict("q1-a", "correct", "Rut", "speaker"), id="put right to nothing"),
        pytest.param(Verdict("p1-a", "merge", "Rut", "identity", new="o1-a"), id="a person and a body"),
    ],
)
def test_what_is_no_verdict(tmp_path: Path, verdict: Verdict) -> None:
    with pytest.raises(ReviewError):
        ReviewFile(tmp_path / "r.db").add(verdict)


def test_another_file_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "r.db").write_text("bara ord" * 100, encoding="utf-8")
    with pytest.raises(ReviewError, match="choose another file"):
        ReviewFile(tmp_path / "r.db")


@pytest.fixture(scope="module")
def record(read: Callable[[str], Record]) -> Record:
    return read(TEXT)


def test_laid_over_a_record(record: Record) -> None:
    first, second = record.quotes
    wrong = settle(first.id, [Verdict(first.id, "reject", "Rut")])
    right = settle(second.id, [Verdict(second.id, "correct", "Rut", "speaker", new=SPEAKER)])
    shown = reviewed(record, {first.id: wrong, second.id: right})
    assert [(q.id, q.speaker.name, q.speaker.via) for q in shown.quotes] == [(second.id, "Siv Lund", "review")]
    assert reviewed(record, {}) is record


def test_gold_needs_two_readers(record: Record) -> None:
    first, second = record.quotes
    verdicts = [
        Verdict(first.id, "confirm", "Rut"),
        Verdict(first.id, "confirm", "Siv"),
        Verdict(second.id, "reject", "Rut"),
    ]
    settled = {key: settle(key, [v for v in verdicts if v.finding_id == key]) for key in (first.id, second.id)}
    gold = gold_page(record, settled)
    assert gold is not None
    page = GoldPage.model_validate(gold)
    assert [(q.speaker, q.optional) for q in page.quotes] == [("Maja Tornberg", False), ("Bo Ek", True)]
    assert gold_page(record, settled, readers=3) is None
    once = gold_page(record, settled, readers=1)
    assert once is not None
    assert len(once["quotes"]) == 1


def one(verb: str, a: str, b: str) -> Verdict:
    return Verdict(f"p1-{a * 12}", verb, "Rut", "identity", new=f"p1-{b * 12}")  # type: ignore[arg-type]


def test_merges_and_splits_for_link(tmp_path: Path) -> None:
    found = corrections(
        [one("merge", "a", "b"), one("split", "c", "d"), one("split", "b", "a"), one("merge", "d", "e")]
    )
    assert found.merges == (("p1-dddddddddddd", "p1-eeeeeeeeeeee"),)
    assert len(found.splits) == 2
    assert contradiction([one("merge", "a", "b"), one("merge", "b", "c"), one("split", "a", "c")])
    assert contradiction([one("merge", "a", "b"), one("split", "a", "c")]) is None
    file = ReviewFile(tmp_path / "r.db")
    file.add(one("merge", "a", "b"))
    assert write_corrections(file, tmp_path / "c.yaml") == 1
    assert write_corrections(file, tmp_path / "c.yaml") == 1
    (tmp_path / "own.yaml").write_text("merge: []\n", encoding="utf-8")
    with pytest.raises(ReviewError, match="was not made by"):
        write_corrections(file, tmp_path / "own.yaml")


def test_what_lost_its_finding_is_found_by_its_words(tmp_path: Path, record: Record) -> None:
    output = sqlite(SqliteOptions(path=str(tmp_path / "p.db")))
    output.write(record, record.to_json())
    output.close()
    file = ReviewFile(tmp_path / "r.db")
    words = record.quotes[0].contents[0].text
    file.add(Verdict("q1-gone", "confirm", "Rut", article_id=record.id, words=words))
    file.add(Verdict("q1-lost", "confirm", "Rut", article_id=record.id, words="helt andra ord"))
    file.add(Verdict(record.quotes[1].id, "confirm", "Rut"))
    with closing(sqlite3.connect(tmp_path / "p.db")) as db:
        found = {v.finding_id: new for v, new in orphans(file, db)}
    assert found == {"q1-gone": record.quotes[0].id, "q1-lost": None}
