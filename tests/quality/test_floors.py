"""Quality on our own gold may rise, never fall. A better run raises the floors: ``pytest tests/quality --raise-floors``.

The floors lie a point and a half under what was measured, so that the last bits of another processor's arithmetic do
not fail an honest change. A floor belongs to one state of the gold: where the gold itself has changed, its fingerprint
tells, and the floors are measured anew; read the difference before committing it.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.evaluate.report import evaluate_folder

FLOORS = Path(__file__).with_name("floors.yaml")
CORPUS = Path(__file__).parent.parent.parent / "corpus"
SLACK = 0.015
HEAD = "# F1 on each part of corpus/gold under which no measure may fall. Floors only rise.\n"


@pytest.mark.parametrize("part", ["pages", "articles", "blind"])
def test_no_measure_falls_under_its_floor(request: pytest.FixtureRequest, part: str) -> None:
    result = evaluate_folder(CORPUS / "gold" / part, CORPUS)
    assert result.unread == ()
    measured = {measure: score.f1 for measure, score in result.totals().items()}
    every: dict[str, Any] = yaml.safe_load(FLOORS.read_text(encoding="utf-8")) or {}
    kept = every.get(part, {"gold": None, "floors": {}})
    if request.config.getoption("--raise-floors"):
        old = kept["floors"] if kept["gold"] == result.gold_sha256 else {}
        floors = {m: max(old.get(m, 0.0), math.floor(1000 * (f1 - SLACK)) / 1000) for m, f1 in measured.items()}
        kept = {"gold": result.gold_sha256, "floors": floors}
        text = yaml.safe_dump(every | {part: kept}, allow_unicode=True, sort_keys=False)
        FLOORS.write_text(HEAD + text, encoding="utf-8")
    assert kept["gold"] == result.gold_sha256, "the gold has changed: measure anew with --raise-floors"
    fallen = {m: (round(measured[m], 3), floor) for m, floor in kept["floors"].items() if measured[m] < floor}
    assert fallen == {}
