"""Golden runs of the real command over our own pages: what a reader would notice if it changed.

After a wanted change: ``pytest tests/golden --update-golden``, and read the difference before committing it.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
PAGES = HERE.parent.parent / "corpus" / "pages"


def summary(record: dict[str, Any]) -> list[str]:
    """Return the record's findings, a line each, without figures that move with every model."""
    people = {p["id"]: p for p in record["people"]}
    bodies = {o["id"]: o["name"] for o in record["organisations"]}
    source = record["source"]
    lines = [f"# {source['path']} [{source['rule']}] {source['published_at']} {record['title']}"]
    for quote in record["quotes"]:
        names = "; ".join(s["name"] or "okänd" for s in (quote["speaker"], *quote["co_speakers"]))
        said = " … ".join(" ".join(part["text"].split()) for part in quote["contents"])
        lines.append(f"quote {quote['kind']} {quote['mark']} {quote['rule']} | {names} | {said}")
    lines += [f"declined | {d['text']}" for d in record["declined"]]
    for phone in record["phones"]:
        owner = people.get(phone["person_id"], {}).get("name") or bodies.get(phone["organisation_id"], "")
        lines.append(f"phone {phone['e164']} {phone['kind']} | {owner}")
    for person in people.values():
        roles = "; ".join(r["normalised"] for r in person["roles"])
        body = bodies.get(person["organisation_id"], "")
        lines.append(f"person {person['part']} | {person['name']} | {roles} | {body}")
    lines += [f"organisation {o['kind']} | {o['name']}" for o in record["organisations"]]
    for figure in record["figures"]:
        size = figure["value"] or f"{figure['low']}..{figure['high']}"
        lines.append(f"figure {figure['kind']} {size} {figure['unit']} {figure['bound']} | {figure['text']}")
    lines += [f"date {d['precision']} {d['iso']} | {d['text']}" for d in record["dates"]]
    return lines


def test_our_pages_come_out_as_before(request: pytest.FixtureRequest) -> None:
    command = [sys.executable, "-m", "pipeline.cli", "extract", str(PAGES), "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    found = [line for row in done.stdout.splitlines() for line in [*summary(json.loads(row)), ""]]
    golden = HERE / "pages.txt"
    if request.config.getoption("--update-golden"):
        golden.write_text("\n".join(found), encoding="utf-8")
    assert found == golden.read_text(encoding="utf-8").split("\n")
