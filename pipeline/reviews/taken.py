"""Verdicts taken further: as gold for training and scoring, as corrections for `talstreck link`, and what lost its finding."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from pipeline.archive.link.corrections import CorrectionError, Corrections, read_corrections
from pipeline.outputs.jsonl import write_lines
from pipeline.record import QuoteRecord, Record, parse_record
from pipeline.reviews.file import ReviewError, ReviewFile, Settled, Verdict
from pipeline.reviews.overlay import reviewed
from pipeline.store.packing import stored_line

#: People who must agree before a verdict is gold.
READERS = 2


def gold_page(record: Record, settled: dict[str, Settled], readers: int = READERS) -> dict[str, Any] | None:
    """Return an article's settled quotes as gold; None where none is settled by so many people.

    Quotes that nobody has settled are optional, so that neither finding nor missing them counts; rejected ones are
    left out, which makes finding them an error.
    """
    agreed = {key for key, s in settled.items() if s.right is not None and len(s.readers) >= readers}
    if not any(quote.id in agreed for quote in record.quotes):
        return None
    shown = reviewed(record, {key: settled[key] for key in agreed})
    return {
        "page": record.source.path or record.source.url or record.id,
        "title": record.title,
        "quotes": [_gold_quote(quote, optional=quote.id not in agreed) for quote in shown.quotes],
        "note": f"reviewed by {readers} readers or more; other quotes are optional",
    }


def write_gold(reviews: ReviewFile, db: sqlite3.Connection, folder: Path, readers: int = READERS) -> int:
    """Write a gold record for each article with settled quotes, and return how many there are."""
    settled = reviews.settled()
    articles = sorted({v.article_id for v in reviews.verdicts() if v.article_id})
    written = 0
    for article in articles:
        line = stored_line(db, article)
        page = gold_page(parse_record(line, article), settled, readers) if line else None
        if page is not None:
            write_lines(folder / f"{article}.json", [json.dumps(page, ensure_ascii=False, indent=1)])
            written += 1
    return written


def _gold_quote(quote: QuoteRecord, *, optional: bool) -> dict[str, Any]:
    names = [s.name for s in (quote.speaker, *quote.co_speakers) if s.name]
    told = {"kind": quote.kind, "contents": [c.text for c in quote.contents], "speaker": "; ".join(names) or None}
    return {**told, "optional": True} if optional else told


def corrections(verdicts: Iterable[Verdict]) -> Corrections:
    """Return merges and splits as `talstreck link` reads them; of two that contradict each other the later one holds."""
    last: dict[frozenset[str], Verdict] = {}
    for verdict in verdicts:
        if verdict.verb in ("merge", "split", "withdraw") and verdict.field == "identity" and verdict.new:
            last[frozenset((verdict.finding_id, verdict.new))] = verdict
    merges, splits = [], []
    for pair, verdict in sorted(last.items(), key=lambda item: sorted(item[0])):
        a, *rest = sorted(pair)
        if rest and verdict.verb == "merge":
            merges.append((a, rest[0]))
        elif rest and verdict.verb == "split":
            splits.append((a, rest[0]))
    return Corrections(tuple(merges), tuple(splits))


_MADE = "# Merges and splits out of the reviews; made by 'talstreck review --corrections'."


def correction_lines(found: Corrections) -> list[str]:
    """Return corrections as the lines of a YAML file that `talstreck link` reads."""
    lines = [_MADE]
    for key, groups in (("merge", found.merges), ("split", found.splits)):
        lines += [f"{key}:", *(f"  - [{', '.join(ids)}]" for ids in groups)] if groups else []
    return lines


def write_corrections(reviews: ReviewFile, path: Path) -> int:
    """Write the merges and splits as a file for `talstreck link` and return how many there are.

    A file that was written by hand is never written over: that raises :class:`ReviewError`.
    """
    if path.exists() and not path.read_text(encoding="utf-8", errors="replace").startswith(_MADE):
        raise ReviewError(f"{path}: was not made by 'talstreck review'; choose another file, to keep what stands there")
    found = corrections(reviews.verdicts())
    write_lines(path, correction_lines(found))
    return len(found.merges) + len(found.splits)


def contradiction(verdicts: Iterable[Verdict]) -> str | None:
    """Say which split parts what merges make one; None where all can hold."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reviews.yaml"
        write_lines(path, correction_lines(corrections(verdicts)))
        try:
            read_corrections(path)
        except CorrectionError as error:
            return str(error).replace(f"{path}:", "")
    return None


def orphans(reviews: ReviewFile, db: sqlite3.Connection) -> Iterator[tuple[Verdict, str | None]]:
    """Yield the last verdict on each quote that the store no longer holds, with the id of a quote of the same words."""
    last = {v.finding_id: v for v in reviews.verdicts() if v.finding_id.startswith("q") and v.verb != "note"}
    for finding, verdict in sorted(last.items()):
        if db.execute("select 1 from quotes where id = ?", (finding,)).fetchone():
            continue
        same = "select q.id from quotes q join articles a on a.n = q.article where a.id = ? and q.text = ? order by q.n"
        found = db.execute(same, (verdict.article_id, verdict.words)).fetchone()
        yield verdict, found[0] if found else None
