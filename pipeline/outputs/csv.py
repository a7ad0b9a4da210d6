"""CSV: one quote a row, for spreadsheets. UTF-8 with a byte order mark, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv as comma_separated
from pathlib import Path

from pipeline.outputs import Output, output
from pipeline.outputs.aside import AsideFile
from pipeline.outputs.table import COLUMNS, TableOptions, guarded, table_rows
from pipeline.record import Record


class CsvOptions(TableOptions):
    """``delimiter`` is a semicolon, which a Swedish spreadsheet expects."""

    delimiter: str = ";"


@output("csv", config=CsvOptions)
def csv(options: CsvOptions) -> Output:
    """A row for each quote; cells that begin like a formula get an apostrophe."""
    return CsvFile(options)


class CsvFile:
    """Quotes as a CSV file."""

    def __init__(self, options: CsvOptions) -> None:
        self._options = options
        self._place = AsideFile(Path(options.path))
        self._file = self._place.aside.open("w", encoding="utf-8-sig", newline="")
        self._rows = comma_separated.writer(self._file, delimiter=options.delimiter)
        self._rows.writerow(COLUMNS)

    def write(self, record: Record, line: str) -> None:
        """Write the quotes of a record."""
        for row in table_rows(record, self._options.permalinks):
            cells = ("" if row[name] is None else str(row[name]) for name in COLUMNS)
            self._rows.writerow([guarded(cell) for cell in cells])

    def close(self) -> None:
        """Put the file in its place."""
        self._file.close()
        self._place.keep()

    def abandon(self) -> None:
        """Remove what was written."""
        self._file.close()
        self._place.drop()
