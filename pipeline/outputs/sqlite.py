"""The store: SQLite with full text, so that quotes can be searched at once. Opens in Datasette as it is."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

from pipeline.outputs import Output, OutputError, output
from pipeline.record import Record
from pipeline.stage import Options
from pipeline.store.opening import open_store
from pipeline.store.schema import SCHEMA, VERSION
from pipeline.store.writing import Writer

__all__ = ["SCHEMA", "VERSION", "SqliteOptions", "SqliteStore", "open_store", "sqlite"]

#: Articles between two commits.
_BATCH = 1000
#: Where a record's line has its id.
_ID = re.compile(r'\{"schema":"[^"]*","id":"([^"]+)"')


class SqliteOptions(Options):
    """``path`` is the database file; it is made where it is not there, and added to where it is."""

    path: str


@output("sqlite", config=SqliteOptions)
def sqlite(options: SqliteOptions) -> Output:
    """A searchable store of articles and every finding in them; added to, never written anew."""
    return SqliteStore(Path(options.path))


class SqliteStore:
    """Puts whole articles in, one replacing its earlier state; what stands unchanged is left alone.

    Articles become visible up to a thousand at a time; a kill at any moment leaves a store with whole articles only.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._db = open_store(path)
        self._writer = Writer(self._db)
        self._pending = 0

    def holds(self, line: str) -> bool:
        """Tell whether exactly this record stands there, from its line alone."""
        found = _ID.match(line)
        return found is not None and self._writer.stands(found[1], line)

    def write(self, record: Record, line: str) -> None:
        """Put an article in; nothing happens where the same record stands there."""
        try:
            if self._writer.stands(record.id, line):
                return
            if not self._db.in_transaction:
                self._writer.begin()
            self._db.execute("savepoint article")
            try:
                self._writer.put(record, line)
            except BaseException:
                self._db.execute("rollback to article")
                self._writer.forget()
                raise
            self._db.execute("release article")
        except sqlite3.OperationalError as error:
            raise OutputError(f"{self._path}: {error}; is the disk full, or another run writing to it?") from None
        self._pending += 1
        if self._pending >= _BATCH:
            self._commit()

    def _commit(self) -> None:
        self._writer.finish()
        self._db.commit()
        self._pending = 0

    def close(self) -> None:
        """Commit, make what only questions need, bring the planner's figures up to date, and close."""
        self._commit()
        self._writer.settle()
        self._db.execute("pragma optimize")
        self._db.close()

    def abandon(self) -> None:
        """Keep the whole articles that were put in; they are right as they are."""
        self.close()
