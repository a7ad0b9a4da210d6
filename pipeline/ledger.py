"""What a run has done: one row an input, so that the same run started again only does what is left."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Any

from pipeline.outputs import OutputError, make_folder

_TABLE = """
create table if not exists results (
    place text not null, sha256 text not null, key text not null, outcome text not null,
    primary key (place, sha256)
) without rowid
"""
#: Rows between two commits: what a kill may cost.
_BATCH = 50


class Ledger:
    """Outcomes by place and bytes, valid for one ``key`` (the stages, their options, the models and the version).

    ``path`` None keeps nothing. A result that was made under another key counts as not done.
    """

    def __init__(self, path: Path | None, key: str) -> None:
        self._key = hashlib.sha256(key.encode()).hexdigest()[:16]
        self._pending = 0
        self._db: sqlite3.Connection | None = None
        if path is not None:
            make_folder(path)
            try:
                self._db = sqlite3.connect(path)
                self._db.execute("pragma journal_mode=wal")
                self._db.execute(_TABLE)
            except sqlite3.DatabaseError as error:
                raise OutputError(f"{path}: cannot be used as a ledger: {error}; remove it to start anew") from None

    def get(self, place: str, sha256: str) -> dict[str, Any] | None:
        """Return how this input ended under this key, or None where it is still to do."""
        if self._db is None:
            return None
        query = "select outcome from results where place = ? and sha256 = ? and key = ?"
        row = self._db.execute(query, (place, sha256, self._key)).fetchone()
        if row is None:
            return None
        kept: dict[str, Any] = json.loads(row[0])
        return kept

    def put(self, place: str, sha256: str, outcome: str) -> None:
        """Remember an outcome, given as JSON."""
        if self._db is None:
            return
        self._db.execute("insert or replace into results values (?, ?, ?, ?)", (place, sha256, self._key, outcome))
        self._pending += 1
        if self._pending >= _BATCH:
            self._db.commit()
            self._pending = 0

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._db is not None:
            self._db.commit()
            self._db.close()
