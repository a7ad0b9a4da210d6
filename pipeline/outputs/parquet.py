"""Parquet: one quote a row, typed, for DuckDB, pandas and anything larger than a spreadsheet."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline.outputs import Output, OutputError, output
from pipeline.outputs.aside import AsideFile
from pipeline.outputs.table import COLUMNS, TableOptions, table_rows
from pipeline.record import Record

#: Quotes that are written together.
_GROUP = 20_000


@output("parquet", config=TableOptions)
def parquet(options: TableOptions) -> Output:
    """A row for each quote; all columns are text but ``confidence``."""
    return ParquetFile(options)


class ParquetFile:
    """Quotes as a Parquet file."""

    def __init__(self, options: TableOptions) -> None:
        try:
            import pyarrow
            from pyarrow import parquet as files
        except ImportError:
            raise OutputError("parquet: needs an extra: pip install 'talstreck[parquet]'") from None
        self._arrow: Any = pyarrow
        self._options = options
        self._place = AsideFile(Path(options.path))
        kinds = {"confidence": pyarrow.float64()}
        self._schema = pyarrow.schema([(name, kinds.get(name, pyarrow.string())) for name in COLUMNS])
        self._file = files.ParquetWriter(str(self._place.aside), self._schema, compression="zstd")
        self._rows: list[dict[str, Any]] = []

    def write(self, record: Record, line: str) -> None:
        """Write the quotes of a record."""
        self._rows += table_rows(record, self._options.permalinks)
        if len(self._rows) >= _GROUP:
            self._flush()

    def _flush(self) -> None:
        self._file.write_table(self._arrow.Table.from_pylist(self._rows, schema=self._schema))
        self._rows.clear()

    def close(self) -> None:
        """Put the file in its place."""
        self._flush()
        self._file.close()
        self._place.keep()

    def abandon(self) -> None:
        """Remove what was written."""
        self._file.close()
        self._place.drop()
