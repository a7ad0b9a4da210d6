"""The report of a run: the same whatever the workers, apart from its timing; a page that needs nothing else."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

from pipeline.run import run
from pipeline.run.archive import How
from pipeline.run.report import Report
from tests.run.conftest import Archive, page, some_pages


class Parsed(HTMLParser):
    """Collects the page's tags and addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.addresses += [value or "" for name, value in attrs if name in ("src", "href")]


def reported(archive: Archive, workers: int) -> tuple[dict[str, Any], str]:
    archive.run |= {"ledger": str(archive.root / str(workers) / "ledger.db")}
    run(archive.config(), How(workers=workers))
    told = json.loads((archive.out / "report.json").read_text(encoding="utf-8"))
    return told, (archive.out / "report.html").read_text(encoding="utf-8")


def test_a_report_counts_and_draws_everything(archive: Archive) -> None:
    archive.put(some_pages(12) | {"<b>.txt": page(90, "UNDANTAG"), "tom.txt": "", "dubblett.txt": page(1)})
    told, html = reported(archive, 0)
    assert told["accounts"]["sentence"] == (
        "15 inputs = 12 ok + 1 skipped (1 empty) + 1 duplicate + 1 failed (1 RuntimeError)"
    )
    assert told["reasons"] == {"failed": {"RuntimeError": 1}, "skipped": {"empty": 1}}
    assert told["examples"]["failed: RuntimeError"] == "<b>.txt: RuntimeError: som begärt"
    assert (sum(told["articles_by_month"].values()), told["found"]["phones"]) == (12, 12)
    assert told["timing"]["worked_on"] == 14
    parsed = Parsed()
    parsed.feed(html)
    assert {"svg", "rect", "table"} <= parsed.tags
    assert not parsed.tags & {"script", "b", "img", "link"}
    assert parsed.addresses == []
    again, _ = reported(archive, 2)
    assert {**again, "timing": None} == {**told, "timing": None}


def test_an_archive_of_years_is_drawn_by_year() -> None:
    from pipeline.run.page import _columns

    months = {f"{1990 + n // 12}-{n % 12 + 1:02d}": 2 for n in range(300)}
    assert len(re.findall("<rect", _columns(months))) == 25


def test_names_that_are_met_once_are_forgotten_when_they_are_too_many() -> None:
    report = Report()
    report.speakers.update({f"{n}": 1 for n in range(200_001)} | {"Maja Tornberg": 2})
    facts = {"source": None, "month": None, "unknown": 0, "rules": {}, "notices": {}, "found": {"quotes": 1}}
    report._count(facts | {"speakers": {"Maja Tornberg": 1}, "bodies": {}})
    assert (dict(report.speakers), report.forgotten) == ({"Maja Tornberg": 3}, 200_001)
