"""Who is who on our own gold may get better, never worse: ``pytest tests/quality --raise-floors`` raises the floors.

``dev`` is what the rules were tuned on; ``test`` was only scored, its errors never read. Precision has a floor of its own, since a wrong merge
is far worse than a missed one: whatever was measured before, it is at least 98 per cent.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline import Pipeline
from pipeline.evaluate.linking import read_articles, read_link_gold, score_linking
from tests.quality.test_floors import FLOORS, HEAD, SLACK

GOLD = Path(__file__).parent.parent.parent / "corpus" / "linking"
LEAST_PRECISION = 0.98


@pytest.mark.parametrize("half", ["dev", "test", "blind", "kept", "fresh", "later", "final"])
def test_no_link_falls_under_its_floor(request: pytest.FixtureRequest, pipeline: Pipeline, half: str) -> None:
    gold = read_link_gold(GOLD / half)
    scores = score_linking(gold, read_articles(gold, pipeline))
    measured = {
        "people f1": scores.people.f1,
        "people precision": scores.people.precision,
        "people found f1": scores.people_found.f1,
        "people found precision": scores.people_found.precision,
        "bodies found f1": scores.bodies_found.f1,
    }
    every: dict[str, Any] = yaml.safe_load(FLOORS.read_text(encoding="utf-8")) or {}
    part = f"linking {half}"
    kept = every.get(part, {"gold": None, "floors": {}})
    if request.config.getoption("--raise-floors"):
        old = kept["floors"] if kept["gold"] == gold.sha256 else {}
        floors = {m: max(old.get(m, 0.0), math.floor(1000 * (x - SLACK)) / 1000) for m, x in measured.items()}
        kept = {"gold": gold.sha256, "floors": floors}
        FLOORS.write_text(
            HEAD + yaml.safe_dump(every | {part: kept}, allow_unicode=True, sort_keys=False), encoding="utf-8"
        )
    assert kept["gold"] == gold.sha256, "the gold has changed: measure anew with --raise-floors"
    assert {m: (round(measured[m], 3), floor) for m, floor in kept["floors"].items() if measured[m] < floor} == {}
    assert scores.people_found.precision >= LEAST_PRECISION


def test_the_gold_is_large_enough() -> None:
    halves = [read_link_gold(GOLD / half) for half in ("dev", "test")]
    assert sum(len(gold.articles) for gold in halves) >= 80
    assert sum(m.kind == "person" for gold in halves for m in gold.mentions) >= 300
    people = [{m.identity for m in gold.mentions} for gold in halves]
    assert people[0].isdisjoint(people[1])
