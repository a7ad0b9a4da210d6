"""A workbook: one quote a row, every cell text, so that ``+46…`` stays a number to ring and nothing is a formula."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from pipeline.outputs import Output, OutputError, output
from pipeline.outputs.aside import AsideFile
from pipeline.outputs.table import COLUMNS, TableOptions, table_rows
from pipeline.record import Record

#: What the format can hold: rows of a sheet, and UTF-16 units of a cell.
_ROWS, _CELL = 1_048_576, 32_767
_WIDTHS = {"quote": 80, "context": 40, "title": 40, "speaker": 24, "role": 24, "organisation": 28}


@output("xlsx", config=TableOptions)
def xlsx(options: TableOptions) -> Output:
    """A workbook with a row for each quote, all cells text."""
    return XlsxFile(options)


class XlsxFile:
    """Quotes as a workbook; the same quotes give the same bytes."""

    def __init__(self, options: TableOptions) -> None:
        try:
            import xlsxwriter
        except ImportError:
            raise OutputError("xlsx: needs an extra: pip install 'talstreck[xlsx]'") from None
        self._options = options
        self._place = AsideFile(Path(options.path))
        settings = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(str(self._place.aside), settings)
        self._book.set_properties({"created": datetime(2000, 1, 1)})
        self._sheet = self._book.add_worksheet("citat")
        self._text = self._book.add_format({"num_format": "@", "valign": "top"})
        heading = self._book.add_format({"bold": True, "bottom": 1})
        self._sheet.freeze_panes(1, 0)
        for n, name in enumerate(COLUMNS):
            self._sheet.set_column(n, n, _WIDTHS.get(name, 14), self._text)
            self._sheet.write_string(0, n, name, heading)
        self._row = 1

    def write(self, record: Record, line: str) -> None:
        """Write the quotes of a record; raises :class:`OutputError` past the last row of a sheet."""
        for row in table_rows(record, self._options.permalinks):
            if self._row >= _ROWS:
                raise OutputError(f"{self._options.path}: a sheet holds {_ROWS - 1} quotes; use csv or parquet")
            for n, name in enumerate(COLUMNS):
                if row[name] is not None:
                    self._sheet.write_string(self._row, n, _cut(str(row[name])), self._text)
            self._row += 1

    def close(self) -> None:
        """Put the file in its place."""
        self._book.close()
        self._place.keep()

    def abandon(self) -> None:
        """Remove what was written."""
        self._book.close()
        self._place.drop()


def _cut(cell: str) -> str:
    """Return a cell that the format can hold, with "…" where it had to be cut."""
    if len(cell) <= _CELL // 2 or len(cell.encode("utf-16-le")) // 2 <= _CELL:
        return cell
    return cell[: _CELL // 2] + "…"
