"""Where the program's own data lies: models, lexicons and configurations, in a checkout and in a wheel alike."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_WHEEL = _PACKAGE / "_data"
_ROOT = _IN_WHEEL if _IN_WHEEL.is_dir() else _PACKAGE.parent


def data_path(*parts: str) -> Path:
    """Return the path of a data file, such as ``data_path("models", "lexicons", "cues.tsv")``."""
    return _ROOT.joinpath(*parts)


def read_table(*parts: str) -> list[list[str]]:
    """Return the rows of a tab-separated lexicon; lines that begin with ``#`` are its licence and notes."""
    with data_path(*parts).open(encoding="utf-8") as lines:
        return [row.rstrip("\n").split("\t") for row in lines if row.strip() and not row.startswith("#")]
