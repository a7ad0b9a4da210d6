"""The report of an evaluation: each measure with P, R, F1, its interval and counts, and the gold's fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from pipeline.evaluate.gold import GoldError, GoldPage, read_gold
from pipeline.evaluate.measures import PageScores, Score, interval, score_page
from pipeline.record import Record, parse_record, read_records


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a set of records scores against gold."""

    gold_sha256: str
    pages: Mapping[str, PageScores]
    unread: tuple[str, ...]

    def totals(self) -> dict[str, Score]:
        """Return each measure's counts over all pages."""
        total: dict[str, Score] = {}
        for page in self.pages.values():
            for measure, score in page.scores.items():
                total[measure] = total.get(measure, Score(0, 0, 0)) + score
        return total

    def as_dict(self) -> dict[str, Any]:
        """Return the measures as plain data."""
        rows = {
            m: {"precision": round(s.precision, 4), "recall": round(s.recall, 4), "f1": round(s.f1, 4)}
            | {"right": s.right, "made_up": s.made_up, "missed": s.missed}
            for m, s in self.totals().items()
        }
        return {
            "gold_sha256": self.gold_sha256,
            "pages": len(self.pages),
            "unread": list(self.unread),
            "measures": rows,
        }


def evaluate_folder(gold: Path, pages: Path, records: Path | None = None) -> Evaluation:
    """Score the records of a file, or of the pages read anew, against a folder of gold.

    Raises :class:`GoldError` where the gold or the pages are not there.
    """
    wanted = read_gold(gold)
    if records is not None:
        found = {r.source.path or "": r for r in read_records(records)}
    else:
        found = _read_pages(wanted, pages)
    scores = {name: score_page(page, found[name]) for name, page in wanted.items() if name in found}
    return Evaluation(_fingerprint(gold), scores, tuple(sorted(wanted.keys() - found.keys())))


def _read_pages(wanted: Mapping[str, GoldPage], pages: Path) -> dict[str, Record]:
    from pipeline.article import Page
    from pipeline.run import load

    pipeline = load()
    found = {}
    for name in wanted:
        path = pages / name
        if not path.is_file():
            raise GoldError(f"{path}: the gold names this page, but it is not there")
        outcome = pipeline.outcome(Page(path.read_bytes(), path=name))
        if outcome.line is not None:
            found[name] = parse_record(outcome.line)
    return found


def _fingerprint(folder: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*.json")):
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def print_report(result: Evaluation, errors: bool) -> None:
    """Print the table, the gold's sha256, and on request every error by page."""
    console = Console()
    console = console if console.is_terminal else Console(width=120)
    table = Table(title=f"{len(result.pages)} pages, gold sha256 {result.gold_sha256[:16]}", title_justify="left")
    for heading in ("measure", "P", "R", "F1", "95 %", "right", "made up", "missed"):
        table.add_column(heading, justify="left" if heading == "measure" else "right", no_wrap=True)
    for measure, s in result.totals().items():
        low, high = interval([p.scores[measure] for p in result.pages.values() if measure in p.scores])
        figures = (f"{s.precision:.3f}", f"{s.recall:.3f}", f"{s.f1:.3f}", f"{low:.2f}–{high:.2f}")
        table.add_row(measure, *figures, str(s.right), str(s.made_up), str(s.missed))
    console.print(table)
    for name in result.unread:
        console.print(f"no record for {name}")
    if errors:
        for name, page in result.pages.items():
            for error in page.errors:
                console.print(f"{name}: {error}", markup=False, highlight=False, soft_wrap=True)
