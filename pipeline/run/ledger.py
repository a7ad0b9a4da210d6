"""What a run has done: an index in SQLite over the shards, so that the same run started again only does what is left.

    units, members     files as they were when they were last read, and the inputs in them
    listing            the inputs of the latest run in their order, and how those ended that no stage has seen
    results            how a document ended, under which key, and in which row of which shard
    chains             what a key stands for: stage by stage its options, code and models
    deleted            pages that an earlier run read and that are no more, with the ids of their records
    outputs            what was last written, from what

One writer: a second run over the same ledger is refused. A kill at any moment loses nothing that was committed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from pipeline.outputs import OutputError, make_folder
from pipeline.run.keys import StageKey
from pipeline.run.outcomes import Ending

_VERSION = 2
_TABLES = """
create table units (
    unit integer primary key, source text not null, name text not null, size integer, changed integer,
    whole integer not null default 0, unique (source, name)
);
create table members (
    unit integer not null, n integer not null, place text not null, doc blob, sha256 blob, bytes integer not null,
    fetched text, ending text, reason text, message text, primary key (unit, n)
) without rowid;
create table listing (
    seq integer primary key, unit integer not null, n integer not null, doc blob, ending text, reason text
);
create table firsts (sha256 blob primary key, seq integer not null) without rowid;
create table results (
    doc blob primary key, key text not null, ending text not null, reason text, stage text, shard integer not null,
    row integer not null, attempts integer not null, seconds real, layers_at integer, layers_size integer
) without rowid;
create index results_shard on results (shard, row);
create table shards (
    shard integer primary key, rows integer not null, bytes integer not null, layers_bytes integer not null,
    sha256 text not null
);
create table chains (
    key text not null, position integer not null, stage text not null, stage_key text not null, options text not null,
    code text not null, models text not null, primary key (key, position)
) without rowid;
create table deleted (place text primary key, id text, doc blob not null) without rowid;
create table outputs (name text primary key, made_from text not null, state text not null) without rowid;
create table notes (name text primary key, value text not null) without rowid;
"""


_MEMBER = "n, place, doc, sha256, bytes, fetched, ending, reason, message"


@dataclass(frozen=True, slots=True)
class Member:
    """One input of a unit. ``ending`` is set where there was no page to be had; then ``doc`` and ``sha256`` are null.

    ``doc`` identifies bytes and what the source says of them, ``sha256`` the bytes alone; both are raw digests.
    ``fetched`` is when the page was fetched, where the source knows.
    """

    n: int
    place: str
    doc: bytes | None
    sha256: bytes | None
    bytes: int
    fetched: str | None = None
    ending: Ending | None = None
    reason: str | None = None
    message: str | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """How a document ended, and where in the shards it stands; ``layers_at`` is the byte where its layers begin."""

    doc: bytes
    key: str
    ending: Ending
    reason: str | None
    stage: str | None
    shard: int
    row: int
    attempts: int = 1
    seconds: float | None = None
    layers_at: int | None = None
    layers_size: int | None = None


class Ledger:
    """The tables, open for one run. Nothing is kept before :meth:`commit`."""

    def __init__(self, path: Path) -> None:
        self.path = path
        make_folder(path)
        try:
            self.db = sqlite3.connect(path, timeout=1)
            self.db.execute("pragma locking_mode=exclusive")
            self.db.execute("pragma journal_mode=wal")
            self.db.execute("pragma synchronous=normal")
            self.db.execute("pragma cache_size=-65536")
            self._make_tables()
        except sqlite3.DatabaseError as error:
            raise OutputError(_cannot(path, error)) from None

    def _make_tables(self) -> None:
        """Make the tables; the one of the first version held results only, which are made again."""
        self.db.execute("begin immediate")
        version = self.db.execute("pragma user_version").fetchone()[0]
        if version != _VERSION:
            old = self.db.execute("select name from sqlite_master where type = 'table'").fetchall()
            if version != 0 or old not in ([], [("results",)]):
                raise OutputError(f"{self.path}: is no ledger of this version; give the run another one, or remove it")
            self.db.execute("drop table if exists results")
            for statement in _TABLES.split(";"):
                self.db.execute(statement)
            self.db.execute(f"pragma user_version = {_VERSION}")
        self.db.commit()

    def commit(self) -> None:
        """Keep what was written."""
        self.db.commit()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.db.rollback()
        self.db.close()

    # What there is to read

    def unit(self, source: str, name: str) -> tuple[int, int | None, int | None, bool]:
        """Return a unit's number, its size and time when it was read, and whether it was read to its end."""
        select = "select unit, size, changed, whole from units where source = ? and name = ?"
        row = self.db.execute(select, (source, name)).fetchone()
        if row is None:
            cursor = self.db.execute("insert into units (source, name) values (?, ?)", (source, name))
            return int(cursor.lastrowid or 0), None, None, False
        return row[0], row[1], row[2], bool(row[3])

    def forget_members(self, unit: int) -> None:
        """Forget what a unit holds, since it is read anew."""
        self.db.execute("update units set whole = 0 where unit = ?", (unit,))
        self.db.execute("delete from members where unit = ?", (unit,))

    def put_member(self, unit: int, member: Member) -> None:
        """Remember an input."""
        values = (member.n, member.place, member.doc, member.sha256, member.bytes, member.fetched)
        ended = (member.ending, member.reason, member.message)
        self.db.execute("insert or replace into members values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (unit, *values, *ended))

    def read_to_end(self, unit: int, size: int | None, changed: int | None) -> None:
        """Remember that all inputs of a unit are known, and how its file was then."""
        update = "update units set whole = 1, size = ?, changed = ? where unit = ?"
        self.db.execute(update, (size, changed, unit))

    def members(self, unit: int) -> Iterator[Member]:
        """Yield the inputs of a unit in their order."""
        select = f"select {_MEMBER} from members where unit = ? order by n"
        for row in self.db.execute(select, (unit,)):
            yield Member(*row)

    def member(self, unit: int, n: int) -> Member:
        """Return one input of a unit."""
        select = f"select {_MEMBER} from members where unit = ? and n = ?"
        return Member(*self.db.execute(select, (unit, n)).fetchone())

    def doubt(self, unit: int) -> None:
        """Have a unit read anew by the next run, since its file is not what is known of it."""
        self.db.execute("update units set whole = 0 where unit = ?", (unit,))

    def has_failed(self, unit: int) -> bool:
        """Tell whether an input of a unit gave no page though it should have."""
        select = "select 1 from members where unit = ? and ending = 'failed' limit 1"
        return self.db.execute(select, (unit,)).fetchone() is not None

    # The listing of this run

    def begin_listing(self) -> None:
        """Begin a new listing in place of that of the run before."""
        self.db.execute("delete from listing")
        self.db.execute("delete from firsts")

    def first_with(self, sha256: bytes, seq: int) -> int:
        """Return the position of the first input with these bytes; it is this one where there was none."""
        row = self.db.execute("select seq from firsts where sha256 = ?", (sha256,)).fetchone()
        if row is not None:
            return int(row[0])
        self.db.execute("insert into firsts values (?, ?)", (sha256, seq))
        return seq

    def place_at(self, seq: int) -> str:
        """Return the place of an input of the listing."""
        select = "select m.place from listing l join members m on m.unit = l.unit and m.n = l.n where l.seq = ?"
        return str(self.db.execute(select, (seq,)).fetchone()[0])

    def list_input(
        self, seq: int, unit: int, n: int, doc: bytes | None, ending: Ending | None, reason: str | None
    ) -> None:
        """Put an input into the listing; ``ending`` where it is known before any stage has seen it."""
        self.db.execute("insert into listing values (?, ?, ?, ?, ?, ?)", (seq, unit, n, doc, ending, reason))

    # Results

    def result(self, doc: bytes) -> Result | None:
        """Return how a document ended, under whatever key."""
        row = self.db.execute("select * from results where doc = ?", (doc,)).fetchone()
        return None if row is None else Result(*row)

    def put_results(self, results: Iterable[Result]) -> None:
        """Remember results, each in place of the document's earlier one."""
        rows = [(r.doc, r.key, r.ending, r.reason, r.stage, r.shard, r.row, *_cost(r)) for r in results]
        self.db.executemany("insert or replace into results values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def put_chain(self, key: str, stages: Iterable[StageKey]) -> None:
        """Remember what a key stands for."""
        rows = [(key, n, s.name, s.key, s.options, s.code, s.models) for n, s in enumerate(stages)]
        self.db.executemany("insert or ignore into chains values (?, ?, ?, ?, ?, ?, ?)", rows)

    def deleted(self) -> Iterator[tuple[str, str | None]]:
        """Yield place and record id of every page that is no more, by place; the id is null where it had no record."""
        yield from self.db.execute("select place, id from deleted order by place")

    # Outputs

    def output_state(self, name: str) -> tuple[str, str] | None:
        """Return from what an output was last made, and how its file was then."""
        row = self.db.execute("select made_from, state from outputs where name = ?", (name,)).fetchone()
        return None if row is None else (row[0], row[1])

    def put_output(self, name: str, made_from: str, state: str) -> None:
        """Remember from what an output was made, and how its file is now."""
        self.db.execute("insert or replace into outputs values (?, ?, ?)", (name, made_from, state))


def _cost(r: Result) -> tuple[int, float | None, int | None, int | None]:
    return r.attempts, r.seconds, r.layers_at, r.layers_size


def _cannot(path: Path, error: sqlite3.DatabaseError) -> str:
    if "locked" in str(error):
        return f"{path}: another run is using this ledger; wait for it, or give this one its own with 'run: ledger:'"
    return f"{path}: cannot be used as a ledger: {error}; remove it to start anew"
