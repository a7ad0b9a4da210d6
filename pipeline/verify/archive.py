"""Records beside the archive that they were made from: every record's spans, its page's bytes, and its blocks' places."""

from __future__ import annotations

import json
import sqlite3
import tempfile
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from pipeline.article import Article, Page
from pipeline.record import RecordError, parse_record
from pipeline.record_files import open_lines
from pipeline.sources import Unreadable
from pipeline.sources.files import FilesOptions, files
from pipeline.stage import STAGES, Skip
from pipeline.stages.clean import CleanOptions, is_markup
from pipeline.stages.clean.charset import decode
from pipeline.stages.clean.documents import reader_of
from pipeline.stages.clean.reached import mail_behind
from pipeline.verify.letters import letters_of, read_letters
from pipeline.verify.spans import Found, problems_of, spans_of
from pipeline.verify.tracing import Traced, trace_html, trace_text

#: Problems that are kept in words; the rest is only counted.
_MOST_TOLD = 1_000


@dataclass(frozen=True, slots=True)
class Problem:
    """What is not true: of which record, which part of it, and what is wrong."""

    record: str
    part: str
    message: str


@dataclass
class Verified:
    """What was checked and what failed. ``complete`` is true where every record was found and everything in it holds."""

    counts: Counter[str] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        """Every check of every record holds, and there was something to check."""
        return not self.failed and self.counts["records"] > 0

    def fail(self, check: str, record: str, part: str, message: str) -> None:
        """Note that a check failed."""
        self.failed[check] += 1
        if len(self.problems) < _MOST_TOLD:
            self.problems.append(Problem(record, part, message))

    def as_dict(self) -> dict[str, Any]:
        """Return counts, failures and problems for JSON."""
        told = [{"record": p.record, "part": p.part, "message": p.message} for p in self.problems]
        return {
            "complete": self.complete,
            "checked": dict(sorted(self.counts.items())),
            "failed": dict(sorted(self.failed.items())),
            "problems": told,
        }


def verify(records: str, archive: Path, ranges: TextIO | None = None) -> Verified:
    """Re-cut every span of every record, and trace every block and span to the page in the archive.

    The records are kept in a temporary file beside the walk through the archive, so that memory does not grow with
    them. Where ``ranges`` is given, each span's range in the decoded page is written to it as JSON Lines. Raises
    :class:`~pipeline.record_files.RecordFileError` and :class:`~pipeline.sources.SourceError` for what cannot be opened.
    """
    verified = Verified()
    pages = files(FilesOptions(paths=(str(archive),)))
    with _waiting() as db:
        _check_texts(records, db, verified)
        for item in pages:
            if not isinstance(item, Unreadable):
                for record in _of_page(db, item.sha256):
                    _check_page(record, item, verified, ranges)
        for (place,) in db.execute("select place from waiting where not met order by n"):
            verified.fail("pages", place, "source.raw_sha256", "no page of the archive has these bytes")
    return verified


@contextmanager
def _waiting() -> Iterator[sqlite3.Connection]:
    with tempfile.TemporaryDirectory(prefix="talstreck-verify-") as folder:
        db = sqlite3.connect(Path(folder) / "records.db", isolation_level=None)
        try:
            db.executescript(
                "pragma journal_mode=off; pragma synchronous=off;"
                "create table waiting (n integer primary key, sha text, place text, line blob, met integer default 0);"
                "create index waiting_sha on waiting (sha); begin"
            )
            yield db
        finally:
            db.close()


def _check_texts(records: str, db: sqlite3.Connection, verified: Verified) -> None:
    """Check each record in itself and keep it for its page."""
    with open_lines(records) as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            verified.counts["records"] += 1
            try:
                parse_record(line, f"{records}:{number}")
            except RecordError as error:
                verified.fail("records", f"line {number}", "", str(error))
                continue
            record = json.loads(line)
            verified.counts["spans"] += sum(1 for _ in spans_of(record))
            place = record["source"]["path"] or record["source"]["url"] or record["id"]
            problems = list(problems_of(record))
            for part, message in problems:
                verified.fail("spans", place, part, message)
            if not problems:
                kept = (record["source"]["raw_sha256"], place, zlib.compress(line.encode("utf-8", "surrogatepass"), 1))
                db.execute("insert into waiting (sha, place, line) values (?, ?, ?)", kept)


def _of_page(db: sqlite3.Connection, sha256: str) -> list[Mapping[str, Any]]:
    """Return the records that wait for a page with these bytes."""
    rows = db.execute("select n, line from waiting where sha = ? and not met order by n", (sha256,)).fetchall()
    db.executemany("update waiting set met = 1 where n = ?", [(n,) for n, _ in rows])
    return [json.loads(zlib.decompress(line).decode("utf-8", "surrogatepass")) for _, line in rows]


def _check_page(record: Mapping[str, Any], page: Page, verified: Verified, ranges: TextIO | None) -> None:
    place = record["source"]["path"] or page.place
    verified.counts["pages"] += 1
    kept = record["source"]["archive"]
    if kept is not None and page.archive is not None and kept["offset"] != page.archive.offset:
        verified.fail("pages", place, "source.archive", f"offset {kept['offset']}, it stands at {page.archive.offset}")
    if reader_of(page.media_type) is not None:
        _check_document(record, page, place, verified)
        return
    markup = is_markup(page) and ":no-tree" not in (record["source"]["rule"] or "")
    source = decode(page.data, page.charset, markup=is_markup(page)).text
    traced = trace_html(record, source) if markup else trace_text(record, source)
    verified.counts["blocks"] += len(record["blocks"])
    for part, message in traced.problems:
        verified.fail("blocks", place, part, message)
    for span in spans_of(record):
        _check_source(span, record, source, traced, verified, ranges, markup)


def _check_document(record: Mapping[str, Any], page: Page, place: str, verified: Verified) -> None:
    """A page of a document has no characters of its own to point at: its text is made anew and compared."""
    verified.counts["documents"] += 1
    try:
        text = STAGES.get("clean").build(CleanOptions(keep_language="any"))(Article(page)).text
    except Skip as skip:
        text = f"({skip.message})"
    if text != record["text"]:
        verified.fail("documents", place, "text", "the document gives another text now")


def _check_source(
    span: Found,
    record: Mapping[str, Any],
    source: str,
    traced: Traced,
    verified: Verified,
    ranges: TextIO | None,
    markup: bool,
) -> None:
    """Cut a span out of the page's source, line by line, and compare its letters."""
    text = record["text"]
    at = span.start
    pieces: list[tuple[int, int] | None] = []
    for line in text[span.start : span.end].split("\n"):
        place = traced.range_of(at, at + len(line))
        wanted = letters_of(line)
        if wanted:
            cuts = (source[place[0] : place[1]], traced.cut(source, at, at + len(line))) if place else ()
            if not any(_reads_as(cut, wanted, markup) for cut in cuts):
                message = f"{line[:60]!r} is not what the source has there"
                verified.fail("source", record["source"]["path"] or record["id"], span.name, message)
                return
            pieces.append(place)
        at += len(line) + 1
    verified.counts["traced"] += 1
    if ranges is not None:
        found = {"record": record["id"], "span": span.name, "start": span.start, "end": span.end, "source": pieces}
        ranges.write(json.dumps(found, ensure_ascii=False) + "\n")


def _reads_as(cut: str, wanted: str, markup: bool) -> bool:
    """Tell whether what was cut out of the source shows these letters: as text, or as the code of a hidden address."""
    if not markup:
        return letters_of(cut) == wanted
    return wanted in (read_letters(cut).text, mail_behind(cut))
