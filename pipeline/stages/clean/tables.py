"""Tables of data apart from tables for layout: a row of data is one run, a cell a line."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from pipeline.stages.clean.nodes import Line, Node, Run, Walked, running_length

_LONGEST_CELL = 120


@dataclass(slots=True)
class Table:
    """An open table: its first run, whether it has tables in it or heads, and its cells as ranges of runs by row."""

    first: int
    nested: bool = False
    has_head: bool = False
    rows: list[list[tuple[int, int]]] = field(default_factory=list)


class Tables:
    """The tables that are open at a place of the walk, the innermost last."""

    def __init__(self, walked: Walked) -> None:
        self._walked = walked
        self._open: list[Table] = []

    def start(self, tag: str) -> None:
        """Note a table, a row or a head."""
        if tag == "table":
            if self._open:
                self._open[-1].nested = True
            self._open.append(Table(len(self._walked.runs)))
        elif self._open:
            if tag == "tr":
                self._open[-1].rows.append([])
            elif tag == "th":
                self._open[-1].has_head = True

    def end(self, node: Node) -> None:
        """Note a cell, or make the rows of a table of data."""
        if not self._open:
            return
        if node.tag in ("td", "th") and self._open[-1].rows:
            self._open[-1].rows[-1].append((node.first, len(self._walked.runs)))
        elif node.tag == "table":
            self._merge_rows(self._open.pop())

    def _merge_rows(self, table: Table) -> None:
        """Make one run of each row of a table of data, a cell a line; a table for layout stays as it is."""
        runs = self._walked.runs
        if not _is_data(table, runs):
            return
        merged: list[Run] = []
        for row in table.rows:
            cells = [runs[first] for first, last in row if last > first]
            if cells:
                text = "\n".join(cell.lines[0].text for cell in cells)
                link = sum(cell.lines[0].link for cell in cells) / len(cells)
                lines = [Line(text, 0.0, link)]
                merged.append(replace(cells[0], lines=lines, hint="table", text_weight=running_length(lines)))
        first = min(first for row in table.rows for first, _ in row)
        runs[first:] = merged
        regions = self._walked.regions
        while regions and regions[-1].last > table.first and regions[-1].first >= table.first:
            regions.pop()


def _is_data(table: Table, runs: list[Run]) -> bool:
    if table.nested or len(table.rows) < 2 or max(len(row) for row in table.rows) < 2:
        return False
    cells = [runs[first:last] for row in table.rows for first, last in row]
    first = min((first for row in table.rows for first, _ in row), default=table.first)
    if sum(len(cell) for cell in cells) != len(runs) - first:
        return False
    small = all(
        len(cell) <= 1 and all(len(run.lines) == 1 and len(run.lines[0].text) <= _LONGEST_CELL for run in cell)
        for cell in cells
    )
    full = [row for row in table.rows if sum(last > first for first, last in row) >= 2]
    return small and (table.has_head or 2 * len(full) >= len(table.rows)) and len(full) >= 2
