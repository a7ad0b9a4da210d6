"""Opening a store: its tables made, or brought up from an older version, in one transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from pipeline.outputs import OutputError, make_folder
from pipeline.record import parse_record
from pipeline.store.older import TABLES_BEFORE, older_lines
from pipeline.store.schema import ALL_WAIT, ARCHIVE, LATER, SCHEMA, TABLES, VERSION, WAITING

#: How long a writer waits for another one, milliseconds.
_PATIENCE = 30_000
#: Bytes of a page: packed records are a page's fourth, so that smaller pages would leave much room unused.
_PAGE = 16_384


def open_store(path: Path) -> sqlite3.Connection:
    """Open a store for reading and writing, its tables made; raises :class:`OutputError` for what is no store.

    An older store is brought up to this version; a kill in between leaves it as it was.
    """
    make_folder(path)
    try:
        db = sqlite3.connect(path, timeout=_PATIENCE / 1000)
        db.execute(f"pragma page_size={_PAGE}")  # of a new file; an older one keeps its own
        db.execute("pragma journal_mode=wal")
        db.execute("pragma synchronous=normal")
        db.execute("pragma cache_size=-65536")
        db.execute("pragma foreign_keys=off")  # off while tables change places; it cannot be set inside a transaction
        version = db.execute("pragma user_version").fetchone()[0]
        tables = db.execute("select count(*) from sqlite_master").fetchone()[0]
        if (version == 0 and tables) or version > VERSION:
            raise OutputError(f"{path}: is no store of this version ({version}, not {VERSION}); choose another file")
        if version < VERSION:
            _bring_up(db)
        db.execute("pragma foreign_keys=on")
    except sqlite3.DatabaseError as error:
        raise OutputError(f"{path}: cannot be used as a store: {error}; choose another file") from None
    return db


def open_for_reading(path: Path) -> sqlite3.Connection:
    """Open a store of this version to read it only; raises :class:`OutputError` with what to do where that cannot be."""
    if not path.is_file():
        raise OutputError(f"{path}: there is no store; make one with a run that has the output 'sqlite'")
    try:
        db = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False)
        version = db.execute("pragma user_version").fetchone()[0]
    except sqlite3.DatabaseError as error:
        raise OutputError(f"{path}: cannot be read as a store: {error}") from None
    if version in TABLES_BEFORE:
        db.close()
        open_store(path).close()
        return open_for_reading(path)
    if version != VERSION:
        db.close()
        raise OutputError(f"{path}: is no store of this version ({version}, not {VERSION}); make it anew with a run")
    db.execute("pragma cache_size=-65536")
    db.execute("pragma mmap_size=4000000000")
    return db


def _bring_up(db: sqlite3.Connection) -> None:
    """Make the tables, or bring those of an older version up; looked at again inside, for two may come at once."""
    before = db.isolation_level
    db.isolation_level = None
    try:
        db.execute("begin immediate")
        try:
            version = db.execute("pragma user_version").fetchone()[0]
            if version == 0:
                run_script(db, SCHEMA)
            if version == 1:
                run_script(db, ARCHIVE + ALL_WAIT)
            if version in TABLES_BEFORE:
                _from_older(db, version)
            db.execute(f"pragma user_version = {VERSION}")
            db.execute("commit")
        except BaseException:
            db.execute("rollback")
            raise
    finally:
        db.isolation_level = before


def _from_older(db: sqlite3.Connection, version: int) -> None:
    """Make the rows of every article anew from its record; what the archive's steps know of it stays."""
    from pipeline.store.writing import Writer

    db.execute("create table records_before (record text not null)")
    db.executemany("insert into records_before values (?)", ((line,) for line in older_lines(db, version)))
    run_script(db, "drop trigger if exists articles_in; drop trigger if exists articles_out;")
    run_script(db, "".join(f"drop table if exists {name};" for name in TABLES_BEFORE[version]) + TABLES)
    writer = Writer(db)
    for number, (line,) in enumerate(db.execute("select record from records_before"), 1):
        writer.put(parse_record(line, f"article {number} of the older store"), line)
    writer.finish()
    make_indexes(db)
    run_script(db, "drop table records_before;" + WAITING)


def make_indexes(db: sqlite3.Connection) -> None:
    """Make the indexes that questions need, where they are not there."""
    for name, columns in LATER.items():
        db.execute(f"create index if not exists {name} on {columns}")


def run_script(db: sqlite3.Connection, script: str) -> None:
    """Run several statements inside the transaction that is open (``executescript`` would end it)."""
    for statement in _statements(script):
        db.execute(statement)


def _statements(script: str) -> Iterator[str]:
    held = ""
    for piece in script.split(";"):
        held += piece + ";"
        if sqlite3.complete_statement(held):
            if held.strip() != ";":
                yield held
            held = ""
