"""The file of verdicts: SQLite beside the store, keyed by the ids of findings. Nothing in it is ever changed or taken out.

A verdict is taken back by another one. The store may be made anew: the same id, and the verdict holds.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from pipeline.outputs import OutputError, make_folder

#: ``withdraw`` takes back what the same finding was told before; ``merge`` and ``split`` name a second id in ``new``.
Verb = Literal["confirm", "reject", "correct", "withdraw", "merge", "split", "note"]
Field = Literal["quote", "speaker", "span", "identity"]

VERSION = 1
_SCHEMA = """
create table verdicts (
    n integer primary key, finding_id text not null, article_id text, verb text not null, field text not null,
    old text, new text, words text, by text not null, at text not null, note text
);
create index verdicts_finding on verdicts(finding_id);
create table saved_searches (
    id text primary key, name text not null, query text not null, by text not null, at text not null, gone text
);
create table kept (name text primary key, value blob not null) without rowid;
create trigger verdicts_stay before update on verdicts begin select raise(abort, 'verdicts are never changed'); end;
create trigger verdicts_remain before delete on verdicts begin select raise(abort, 'verdicts are never removed'); end;
"""


class ReviewError(OutputError):
    """A verdict that cannot be, or a file that holds none; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody has said of a finding. ``old`` and ``new`` are JSON; ``words`` are the quote's at that time.

    For ``speaker`` they are ``{"name", "person_id", "kind"}``, for ``span`` a list of pairs of code points.
    """

    finding_id: str
    verb: Verb
    by: str
    field: Field = "quote"
    article_id: str | None = None
    old: str | None = None
    new: str | None = None
    words: str | None = None
    note: str | None = None
    at: str = ""


@dataclass(frozen=True, slots=True)
class Settled:
    """How a finding stands after all verdicts: the last of each field holds. ``readers`` are those who agree with it."""

    finding_id: str
    right: bool | None = None
    speaker: dict[str, str | None] | None = None
    spans: tuple[tuple[int, int], ...] | None = None
    notes: tuple[str, ...] = ()
    readers: frozenset[str] = frozenset()
    history: tuple[Verdict, ...] = field(default=())

    @property
    def corrected(self) -> bool:
        """Tell whether the speaker or the span was put right."""
        return self.speaker is not None or self.spans is not None

    @property
    def label(self) -> str | None:
        """Return ``right``, ``wrong``, ``corrected``, or None where nothing is settled."""
        if self.right is False:
            return "wrong"
        return "corrected" if self.corrected else ("right" if self.right else None)


class ReviewFile:
    """Verdicts and saved searches in a file; made where it is not there."""

    def __init__(self, path: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.path = path
        self._now = now
        make_folder(path)
        with closing(self._open()) as db:
            version = db.execute("pragma user_version").fetchone()[0]
            tables = db.execute("select count(*) from sqlite_master").fetchone()[0]
            if version > VERSION or (version == 0 and tables):
                raise ReviewError(f"{path}: is no file of verdicts; choose another file")
            if version == 0:
                db.executescript(f"begin immediate; {_SCHEMA} pragma user_version = {VERSION}; commit;")

    def _open(self) -> sqlite3.Connection:
        try:
            db = sqlite3.connect(self.path, timeout=30)
            db.execute("pragma journal_mode=wal")
        except sqlite3.DatabaseError as error:
            raise ReviewError(f"{self.path}: cannot be used for verdicts: {error}; choose another file") from None
        return db

    def _stamp(self) -> str:
        return self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def add(self, verdict: Verdict) -> None:
        """Add a verdict with the time of now; raises :class:`ReviewError` for one that cannot be."""
        _check(verdict)
        v = verdict
        row = (v.finding_id, v.article_id, v.verb, v.field, v.old, v.new, v.words, v.by, v.at or self._stamp(), v.note)
        with closing(self._open()) as db, db:
            columns = "finding_id, article_id, verb, field, old, new, words, by, at, note"
            db.execute(f"insert into verdicts ({columns}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)

    def verdicts(self, ids: Iterable[str] | None = None) -> list[Verdict]:
        """Return the verdicts of these findings, or all, the first first."""
        columns = "finding_id, verb, by, field, article_id, old, new, words, note, at"
        with closing(self._open()) as db:
            if ids is None:
                rows = db.execute(f"select {columns} from verdicts order by n").fetchall()
            else:
                sql = f"select {columns} from verdicts where finding_id in (select value from json_each(?)) order by n"
                rows = db.execute(sql, (json.dumps(list(ids)),)).fetchall()
        return [Verdict(*row) for row in rows]

    def settled(self, ids: Iterable[str] | None = None) -> dict[str, Settled]:
        """Return how findings stand, by id."""
        by_finding: dict[str, list[Verdict]] = {}
        for verdict in self.verdicts(ids):
            by_finding.setdefault(verdict.finding_id, []).append(verdict)
        return {finding: settle(finding, verdicts) for finding, verdicts in by_finding.items()}

    def secret(self) -> bytes:
        """Return the file's own secret, made once: links to feeds are signed with it and outlive the program."""
        with closing(self._open()) as db, db:
            db.execute("insert or ignore into kept values ('secret', ?)", (secrets.token_bytes(32),))
            found: bytes = db.execute("select value from kept where name = 'secret'").fetchone()[0]
        return found

    def save_search(self, name: str, query: str, by: str) -> str:
        """Keep a search and return its id; the same search of the same person is kept once."""
        key = "s1-" + hashlib.sha256(f"{by}\x1f{query}".encode()).hexdigest()[:12]
        with closing(self._open()) as db, db:
            sql = (
                "insert into saved_searches values (?, ?, ?, ?, ?, null) "
                "on conflict (id) do update set name = excluded.name, gone = null"
            )
            db.execute(sql, (key, name, query, by, self._stamp()))
        return key

    def forget_search(self, key: str) -> None:
        """Keep a search no longer."""
        with closing(self._open()) as db, db:
            db.execute("update saved_searches set gone = ? where id = ?", (self._stamp(), key))

    def searches(self) -> list[tuple[str, str, str, str, str]]:
        """Return the saved searches: id, name, query, by, at; the latest first."""
        with closing(self._open()) as db:
            sql = "select id, name, query, by, at from saved_searches where gone is null order by at desc, id"
            return db.execute(sql).fetchall()


def beside(store: Path) -> Path:
    """Return where the reviews of a store are: press.db → press.reviews.db."""
    return store.with_name(f"{store.stem}.reviews.db")


def settled_beside(store: Path, reviews: Path | None) -> dict[str, Settled]:
    """Return how the findings of a store stand; nothing is settled where no file is named and none lies beside it."""
    path = reviews or beside(store)
    if reviews is not None and not path.is_file():
        raise ReviewError(f"{path}: there is no file of reviews; 'talstreck serve' makes one")
    return ReviewFile(path).settled() if path.is_file() else {}


def _check(v: Verdict) -> None:
    if v.verb not in get_args(Verb) or v.field not in get_args(Field):
        raise ReviewError(f"review: {v.verb!r} of {v.field!r} is no verdict; there are {', '.join(get_args(Verb))}")
    if not v.by.strip():
        raise ReviewError("review: a verdict needs a name: who says so?")
    if v.verb in ("correct", "merge", "split") and not v.new:
        raise ReviewError(f"review: {v.verb} needs what is right")
    if v.verb in ("merge", "split") and v.finding_id[:1] != str(v.new)[:1]:
        raise ReviewError("review: a person and a body are never one")


def settle(finding: str, verdicts: Iterable[Verdict]) -> Settled:
    """Return how a finding stands after these verdicts, in their order."""
    history = tuple(verdicts)
    right: bool | None = None
    speaker: dict[str, str | None] | None = None
    spans: tuple[tuple[int, int], ...] | None = None
    readers: set[str] = set()
    for v in history:
        before = (right, speaker, spans)
        if v.verb == "withdraw":
            right, speaker, spans = None, None, None
        elif v.verb in ("confirm", "reject"):
            right = v.verb == "confirm"
        elif v.verb == "correct":
            right = True
            if v.field == "speaker":
                speaker = _told(v)
            else:
                spans = tuple((int(a), int(b)) for a, b in _told(v))
        else:
            continue
        readers = {*readers, v.by} if before == (right, speaker, spans) else {v.by}
    notes = tuple(v.note for v in history if v.note)
    return Settled(finding, right, speaker, spans, notes, frozenset(readers if right is not None else ()), history)


def _told(verdict: Verdict) -> Any:
    return json.loads(verdict.new or "null")
