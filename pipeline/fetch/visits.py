"""What is known of each address of a source: waiting, kept, gone, refused or failed; survives any kill."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Literal
from urllib.parse import quote

from pipeline.sources import SourceError

State = Literal["waiting", "kept", "gone", "refused", "failed"]
STATES: tuple[State, ...] = ("waiting", "kept", "gone", "refused", "failed")

_TABLE = """
create table if not exists visits (
    seq integer primary key, url text not null unique, state text not null, reason text, named_in text,
    tries integer not null default 0, etag text, modified text, sha256 text, asked_at real
)
"""


@dataclass(frozen=True, slots=True)
class Visit:
    """An address and what its last answer said. ``asked_at`` is seconds since 1970 of the last answer, or None."""

    url: str
    state: State
    tries: int
    etag: str | None
    modified: str | None
    sha256: str | None
    asked_at: float | None


class VisitsError(SourceError):
    """A file that cannot be used to remember; the message says which and how to mend it."""


class Visits:
    """The addresses of one source, in the order in which they were found. With ``copy`` the file stays as it is."""

    def __init__(self, path: Path, *, copy: bool = False) -> None:
        try:
            if copy:
                self._db = sqlite3.connect(":memory:")
                if path.exists():
                    with closing(sqlite3.connect(f"file:{quote(str(path))}?mode=ro", uri=True)) as file:
                        file.backup(self._db)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                self._db = sqlite3.connect(path)
                self._db.execute("pragma journal_mode=wal")
            self._db.execute(_TABLE)
        except (sqlite3.Error, OSError) as error:
            raise VisitsError(f"{path}: cannot be used: {error}; remove it to begin anew") from None

    def find(self, url: str, named_in: str, again_before: float) -> bool:
        """Note that an address is named; return whether it waits. What was asked before ``again_before`` waits again."""
        row = self._db.execute("select state, asked_at from visits where url = ?", (url,)).fetchone()
        if row is None:
            self._db.execute("insert into visits (url, state, named_in) values (?, 'waiting', ?)", (url, named_in))
            return True
        if row[0] == "waiting":
            return True
        if (row[1] or 0.0) < again_before:
            self._db.execute("update visits set state = 'waiting', tries = 0 where url = ?", (url,))
            return True
        return False

    def ask_again(self, reason: str) -> None:
        """Let the addresses wait anew that were refused for a reason that no longer holds."""
        self._db.execute(
            "update visits set state = 'waiting', tries = 0 where state = 'refused' and reason = ?", (reason,)
        )

    def get(self, url: str) -> Visit | None:
        """Return what is known of an address."""
        row = self._db.execute(f"select {_COLUMNS} from visits where url = ?", (url,)).fetchone()
        return Visit(*row) if row else None

    def waiting(self) -> Iterator[Visit]:
        """Yield the addresses that wait, in the order in which they were found."""
        for row in self._db.execute(f"select {_COLUMNS} from visits where state = 'waiting' order by seq").fetchall():
            yield Visit(*row)

    def close_as(self, url: str, state: State, reason: str | None, at: float) -> None:
        """Note how asking for an address ended."""
        self._db.execute(
            "update visits set state = ?, reason = ?, asked_at = ?, tries = tries + 1 where url = ?",
            (state, reason, at, url),
        )
        self._db.commit()

    def tried(self, url: str, reason: str) -> None:
        """Note an attempt that may be made again."""
        self._db.execute("update visits set tries = tries + 1, reason = ? where url = ?", (reason, url))
        self._db.commit()

    def keep(self, url: str, etag: str | None, modified: str | None, sha256: str, at: float) -> None:
        """Note that an address is in the archive, with what a later question needs."""
        self._db.execute(
            "update visits set state = 'kept', reason = null, etag = ?, modified = ?, sha256 = ?, asked_at = ?, "
            "tries = tries + 1 where url = ?",
            (etag, modified, sha256, at, url),
        )
        self._db.commit()

    def commit(self) -> None:
        """Write down what was found."""
        self._db.commit()

    def counts(self) -> dict[State, int]:
        """Return how many addresses are in each state."""
        found = dict(self._db.execute("select state, count(*) from visits group by state").fetchall())
        return {state: int(found.get(state, 0)) for state in STATES}

    def reasons(self) -> list[tuple[State, str, int]]:
        """Return how many ended otherwise than kept, by state and reason."""
        query = (
            "select state, reason, count(*) from visits where state != 'kept' and reason is not null "
            "group by 1, 2 order by 3 desc, 1, 2"
        )
        return [(row[0], row[1], row[2]) for row in self._db.execute(query)]

    def __enter__(self) -> Visits:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._db.commit()
        self._db.close()


_COLUMNS = "url, state, tries, etag, modified, sha256, asked_at"
