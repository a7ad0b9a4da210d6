"""What ``talstreck verify`` prints: a table of what was checked, and the first problems."""

from __future__ import annotations

import json
import sys
from contextlib import nullcontext
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.verify.archive import Verified, verify

_CHECKS = (
    ("records", "records", "records that can be read"),
    ("spans", "spans", "spans that are what stands in the record's text"),
    ("pages", "pages", "records whose page is in the archive, byte for byte"),
    ("blocks", "blocks", "blocks whose element and characters are on the page"),
    ("traced", "source", "spans cut anew out of the page's source"),
    ("documents", "documents", "PDF, Word and OpenDocument texts made anew"),
)
_TOLD = 20


def verify_archive(records: str, archive: Path, ranges: Path | None, as_json: bool) -> bool:
    """Verify records beside their archive, print the result, and return whether everything holds."""
    with ranges.open("w", encoding="utf-8") if ranges else nullcontext() as opened:
        verified = verify(records, archive, opened)
    if as_json:
        sys.stdout.write(json.dumps(verified.as_dict(), ensure_ascii=False, indent=1) + "\n")
    else:
        print_verified(verified, Console())
    return verified.complete


def print_verified(verified: Verified, console: Console) -> None:
    """Print counts with what failed of each, and the first twenty problems."""
    table = Table(box=None, pad_edge=False)
    for heading in ("checked", "hold", "fail"):
        table.add_column(heading, justify="right")
    table.add_column("")
    for counted, check, words in _CHECKS:
        total, failed = verified.counts[counted], verified.failed[check]
        if check in ("pages", "source"):
            total += failed
        if total or failed:
            table.add_row(str(total), f"{(total - failed) / total:.2%}" if total else "–", str(failed), words)
    console.print(table)
    for problem in verified.problems[:_TOLD]:
        console.print(Text(f"{problem.record}: {problem.part}: {problem.message}"))
    more = sum(verified.failed.values()) - len(verified.problems[:_TOLD])
    if more > 0:
        console.print(f"… and {more} more; --json has the first thousand")
