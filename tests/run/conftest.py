"""What the tests of runs share: an archive of small pages, and a configuration without models, so that runs are short."""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import yaml

PLUGIN = Path(__file__).parent / "plugin"
CHEAP: list[Any] = [{"clean": {"keep_language": "any"}}, "contacts", "dates", "figures", "trouble"]


@pytest.fixture(autouse=True, scope="package")
def _trouble() -> None:
    """Make the stage `trouble` known, here and in every process that is started from here."""
    if str(PLUGIN) not in sys.path:
        sys.path.insert(0, str(PLUGIN))
    importlib.import_module("trouble")


@dataclass
class Archive:
    """A folder of pages with a configuration beside it."""

    root: Path
    stages: list[Any] = field(default_factory=lambda: list(CHEAP))
    run: dict[str, Any] = field(default_factory=lambda: {"workers": 2, "shard": 20, "batch": 5})
    outputs: list[Any] = field(default_factory=list)

    @property
    def pages(self) -> Path:
        return self.root / "pages"

    @property
    def out(self) -> Path:
        return self.root / "out"

    @property
    def records(self) -> Path:
        return self.out / "r.jsonl"

    def put(self, pages: Mapping[str, str]) -> None:
        """Write pages, by their names."""
        self.pages.mkdir(exist_ok=True)
        for name, text in pages.items():
            (self.pages / name).write_text(text, encoding="utf-8")

    def config(self) -> Path:
        """Write the configuration and return its path."""
        path = self.root / "c.yaml"
        outputs = self.outputs or [{"jsonl": {"path": str(self.records)}}]
        parts = {"stages": self.stages, "sources": [{"files": {"paths": [str(self.pages)]}}]}
        path.write_text(yaml.safe_dump({**parts, "outputs": outputs, "run": self.run}), encoding="utf-8")
        return path

    def places(self) -> list[str]:
        """Return the places of the records in their order."""
        return [json.loads(line)["source"]["path"] for line in self.records.read_text(encoding="utf-8").splitlines()]

    def failures(self) -> dict[str, dict[str, Any]]:
        """Return what was left out, by place."""
        path = self.out / "failures.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        return {row["place"]: row for row in map(json.loads, lines)}


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path)


def page(number: int, extra: str = "") -> str:
    """A page that is like no other."""
    return (
        f"Nytt nummer {number}\n\nKommunen lägger {number} kronor på bron den {number % 28 + 1} mars 2026. {extra}\n\n"
        f"Kontakt: 070-174 06 {number % 90 + 10:02d}\n"
    )


def some_pages(count: int) -> dict[str, str]:
    return {f"{n:05d}.txt": page(n) for n in range(count)}


Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def talstreck() -> Command:
    """Run the real command, with the stage `trouble` installed."""

    def command(*arguments: str | Path, **settings: Any) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-m", "pipeline.cli", *map(str, arguments)]
        environment = {**os.environ, "PYTHONPATH": str(PLUGIN)}
        return subprocess.run(
            line, capture_output=True, text=True, timeout=120, check=False, env=environment, **settings
        )

    return command
