"""What a search finds, taken along in any format: with the filters, the privacy profile and the reviews."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from itertools import groupby, islice
from pathlib import Path

from pipeline.outputs import OUTPUTS, Output, OutputError
from pipeline.outputs.jsonl import JsonlFile
from pipeline.outputs.table import TableOptions, table_rows
from pipeline.privacy.shield import Shield
from pipeline.record import Record
from pipeline.registry import did_you_mean
from pipeline.reviews.file import Settled
from pipeline.reviews.overlay import reviewed
from pipeline.search.query import Request, matching

#: Formats with the ending of their files. ``jsonl`` has a quote a line, ``records`` whole articles.
FORMATS = {
    "csv": "csv",
    "xlsx": "xlsx",
    "jsonl": "jsonl",
    "parquet": "parquet",
    "ftm": "ftm.json",
    "webannotation": "annotations.jsonl",
    "ninjs": "ninjs.jsonl",
    "conllu": "conllu",
    "docbin": "spacy",
    "records": "records.jsonl",
}


class QuoteLines(JsonlFile):
    """JSON Lines with a quote each, in the columns of a table."""

    def __init__(self, path: Path, permalinks: str | None) -> None:
        super().__init__(path)
        self._permalinks = permalinks

    def write(self, record: Record, line: str) -> None:
        """Write the quotes of a record."""
        for row in table_rows(record, self._permalinks):
            self.write_line(json.dumps(row, ensure_ascii=False))


def selected_records(
    db: sqlite3.Connection,
    shield: Shield,
    request: Request,
    settled: Mapping[str, Settled] | None = None,
    most: int | None = None,
) -> Iterator[Record]:
    """Yield the articles that hold what a search finds, each with only those quotes, in the order of the store.

    ``settled`` are reviews: what is wrong is left out, what was put right stands right. ``most`` bounds the quotes.
    """
    hits = islice(matching(db, request, shield=shield), most)
    for article, found in groupby(hits, key=lambda hit: hit.article_id):
        wanted = {hit.id for hit in found}
        record = shield.record(article)
        if record is None:
            continue
        shown = reviewed(record, settled or {})
        yield shown.model_copy(update={"quotes": [quote for quote in shown.quotes if quote.id in wanted]})


def export_quotes(
    db: sqlite3.Connection,
    shield: Shield,
    request: Request,
    format: str,
    path: Path,
    settled: Mapping[str, Settled] | None = None,
    *,
    most: int | None = None,
    permalinks: str | None = None,
) -> int:
    """Write what a search finds to a file and return how many quotes that are; raises :class:`OutputError`."""
    target = _target(format, path, permalinks)
    quotes = 0
    try:
        for record in selected_records(db, shield, request, settled, most):
            target.write(record, record.to_json())
            quotes += len(record.quotes)
    except BaseException:
        target.abandon()
        raise
    target.close()
    return quotes


def format_of(path: Path) -> str:
    """Return the format that a file's ending means; raises :class:`OutputError`."""
    found = [name for name, ending in FORMATS.items() if path.name.endswith(f".{ending}")]
    if not found:
        raise OutputError(f"{path}: its ending tells no format; add --to with one of {', '.join(FORMATS)}")
    return max(found, key=lambda name: len(FORMATS[name]))


def _target(format: str, path: Path, permalinks: str | None) -> Output:
    if format not in FORMATS:
        raise OutputError(f"format: no format called {format!r}{did_you_mean(format, list(FORMATS))}")
    if format == "records":
        return JsonlFile(path)
    if format == "jsonl":
        return QuoteLines(path, permalinks)
    spec = OUTPUTS.get(format)
    told = {"path": str(path)} | ({"permalinks": permalinks} if issubclass(spec.config, TableOptions) else {})
    return spec.build(spec.config.model_validate(told))
