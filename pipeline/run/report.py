"""The report of a run: what is in the archive, how its inputs ended, what was found; for programs and for people.

Everything but ``timing`` is decided by the inputs and the configuration, and the same whatever the number of workers.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.drift import Drift
from pipeline.outputs.jsonl import write_lines
from pipeline.run.assembly import Ended
from pipeline.run.outcomes import ENDINGS, Accounts
from pipeline.run.page import page_of
from pipeline.run.watching import Tally

#: Names that are counted at the same time; beyond it, those that were met once so far are forgotten.
_MOST_NAMES = 200_000
_TOP = 25
_NO_SOURCE, _NO_DATE = "(utan källa)", "(utan datum)"


@dataclass
class Report:
    """Counts what passes by on its way to the outputs."""

    months: Counter[str] = field(default_factory=Counter)
    articles: Counter[str] = field(default_factory=Counter)
    quotes: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)
    speakers: Counter[str] = field(default_factory=Counter)
    bodies: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    notices: Counter[str] = field(default_factory=Counter)
    reasons: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    examples: dict[str, str] = field(default_factory=dict)
    drift: Drift = field(default_factory=Drift)
    unknown: int = 0
    forgotten: int = 0

    def passing(self, inputs: Iterator[Ended]) -> Iterator[Ended]:
        """Yield the inputs as they come, having counted each."""
        for one in inputs:
            if one.facts is not None:
                self._count(one.facts)
                # A result that an earlier version left has no facts of its page.
                if "page" in one.facts:
                    self.drift.observe(one.outcome.place, one.facts["source"], one.facts["page"])
            elif one.outcome.ending in ("skipped", "failed"):
                label = f"{one.outcome.ending}: {one.outcome.reason}"
                self.reasons[one.outcome.ending][str(one.outcome.reason)] += 1
                self.examples.setdefault(label, f"{one.outcome.place}: {one.outcome.message}")
            yield one

    def _count(self, facts: dict[str, Any]) -> None:
        source = facts["source"] or _NO_SOURCE
        self.months[facts["month"] or _NO_DATE] += 1
        self.articles[source] += 1
        self.quotes[source] += facts["found"]["quotes"]
        self.unknown += facts["unknown"]
        for counter, name in self._named():
            counter.update(facts[name])

    def _named(self) -> Iterator[tuple[Counter[str], str]]:
        yield self.rules, "rules"
        yield self.found, "found"
        yield self.notices, "notices"
        for counter, name in ((self.speakers, "speakers"), (self.bodies, "bodies")):
            if len(counter) > _MOST_NAMES:
                once = [word for word, number in counter.items() if number == 1]
                self.forgotten += len(once)
                for word in once:
                    del counter[word]
            yield counter, name

    def as_dict(self, accounts: Accounts, tally: Tally, about: dict[str, Any]) -> dict[str, Any]:
        """Return the report as plain data."""
        return {
            "about": about,
            "accounts": {
                "inputs": accounts.inputs,
                **{ending: accounts.endings[ending] for ending in ENDINGS},
                "balanced": accounts.balanced,
                "sentence": accounts.sentence(),
                "deleted": accounts.deleted,
                "left": accounts.left,
            },
            "reasons": {ending: _ranked(self.reasons[ending]) for ending in sorted(self.reasons)},
            "examples": dict(sorted(self.examples.items())),
            "articles_by_month": dict(sorted(self.months.items())),
            "sources": {
                source: {"articles": number, "quotes": self.quotes[source]}
                for source, number in _ranked(self.articles).items()
            },
            "found": dict(sorted(self.found.items())),
            "quotes_by_rule": _ranked(self.rules),
            "speakers": _ranked(self.speakers, _TOP),
            "speakers_unknown": self.unknown,
            "bodies": _ranked(self.bodies, _TOP),
            "names_forgotten": self.forgotten,
            "notices": _ranked(self.notices),
            "drift": [{**warning.as_dict(), "sentence": warning.sentence()} for warning in self.drift.warnings()],
            "timing": _timing(accounts, tally),
        }


def _timing(accounts: Accounts, tally: Tally) -> dict[str, Any]:
    """Return what differs from run to run: how much was done this time, how fast, and where the time went."""
    seconds = tally.elapsed
    return {
        "worked_on": tally.documents,
        "reused": accounts.reused,
        "workers": tally.workers,
        "seconds": round(seconds, 1),
        "documents_per_second": round(tally.documents / max(seconds, 1e-3), 2),
        "worker_deaths": tally.deaths,
        "largest_worker_mb": tally.memory >> 20,
        "stage_ms_per_document": {
            stage: round(1000 * spent / max(1, tally.documents), 2) for stage, spent in tally.seconds.items()
        },
    }


def _ranked(counter: Counter[str], most: int | None = None) -> dict[str, int]:
    """Return the names with the highest counts, equal ones by name."""
    ranked = sorted(counter.items(), key=lambda item: (-item[1], item[0]))
    return dict(ranked[:most])


def write_report(folder: Path, report: dict[str, Any]) -> None:
    """Write ``report.json`` and ``report.html``, which needs no other file."""
    write_lines(folder / "report.json", [json.dumps(report, ensure_ascii=False, indent=1)])
    write_lines(folder / "report.html", [page_of(report)])
