"""A survey on a terminal."""

from __future__ import annotations

from collections import Counter

from rich.console import Console
from rich.table import Table
from rich.text import Text

from pipeline.inspect.estimate import Estimate
from pipeline.inspect.survey import Survey, spread

_MOST_ROWS = 12
_LONGEST = 160


def print_survey(survey: Survey, estimated: Estimate | None, console: Console) -> None:
    """Print what the archive holds, what a run would leave out and why, and how long it would take."""
    console.print(Text(_sentence(survey), style="bold"))
    table = Table(box=None, pad_edge=False, show_header=False)
    table.add_column(style="bold")
    table.add_column(justify="right")
    table.add_column(overflow="fold")
    _count(table, "formats", survey.formats)
    _count(table, "encodings", survey.encodings)
    _count(table, "read otherwise than declared", survey.repaired)
    _count(table, "rules", survey.families)
    _count(table, "languages", survey.languages)
    _count(table, "years", Counter(dict(sorted(survey.years.items(), reverse=True))), by_count=False)
    _count(table, "no articles", survey.stubs)
    for name, values in (("bytes a page", survey.bytes_), ("characters of text", survey.characters)):
        sizes = spread(values)
        if sizes:
            table.add_row(name, f"{sizes['median']:,}", f"median; {sizes['least']:,} to {sizes['most']:,}")
    for reason, entry in sorted(survey.left_out.items()):
        for n, (place, message) in enumerate(entry.examples):
            table.add_row("" if n else reason, "" if n else f"{entry.count:,}", Text(f"{place}: {message}"[:_LONGEST]))
    console.print(table)
    if estimated is not None:
        console.print(_time(estimated))


def _sentence(survey: Survey) -> str:
    sums: Counter[str] = Counter()
    for reason, entry in survey.left_out.items():
        sums[reason.partition(":")[0]] += entry.count
    days = f", {survey.first_day} to {survey.last_day}" if survey.first_day else ""
    parts = " + ".join(f"{sums[ending]} {ending}" for ending in ("skipped", "duplicate", "failed"))
    return f"{survey.inputs} inputs = {survey.kept} to be read + {parts}; {survey.words:,} words{days}"


def _count(table: Table, name: str, counts: Counter[str], by_count: bool = True) -> None:
    rows = counts.most_common() if by_count else list(counts.items())
    for n, (value, count) in enumerate(rows[:_MOST_ROWS]):
        table.add_row("" if n else name, f"{count:,}", Text(value))
    if len(rows) > _MOST_ROWS:
        rest = sum(count for _, count in rows[_MOST_ROWS:])
        table.add_row("", f"{rest:,}", f"in {len(rows) - _MOST_ROWS} more")


def _time(estimated: Estimate) -> str:
    def told(seconds: float) -> str:
        return f"{seconds:.0f} s" if seconds < 120 else f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"  # fmt: skip

    return (
        f"a run takes about {told(estimated.seconds)} in one process "
        f"({estimated.words_per_second:,.0f} words a second on {estimated.pages} pages of it; "
        f"this machine has {estimated.processors} processors)"
    )
