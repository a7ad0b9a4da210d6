"""Same over a store or a stream: the articles that wait are taken in, and only what they touch is grouped anew."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import get_args

from pipeline.archive.same.groups import CROWD, Group, group_contents
from pipeline.archive.same.pieces import Piece, PieceKind, pieces_of
from pipeline.outputs.sqlite import SCHEMA
from pipeline.record import Record, parse_record
from pipeline.store.packing import stored_line

#: Pieces kept at hand while they are compared.
_KEPT = 5_000


@dataclass(frozen=True, slots=True)
class Grouped:
    """What a store or a stream holds after grouping: groups of each kind, and the pieces in them."""

    articles: int
    stories: int
    in_stories: int
    utterances: int
    in_utterances: int

    def sentence(self) -> str:
        """Return the sums in a sentence; ``articles`` are those that this run has taken in."""
        stories = "1 story" if self.stories == 1 else f"{self.stories} stories"
        utterances = "1 utterance" if self.utterances == 1 else f"{self.utterances} utterances"
        return (
            f"{self.articles} articles taken in; {self.in_stories} articles are printings of {stories}; "
            f"{self.in_utterances} quotes are printings of {utterances}"
        )


class StoreShelf:
    """Pieces in a store's tables."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.sample = lru_cache(maxsize=_KEPT)(self._sample)

    def _sample(self, kind: PieceKind, content: str) -> Piece | None:
        select = "select data from group_members where kind = ? and content = ? limit 1"
        row = self._db.execute(select, (kind, content)).fetchone()
        return None if row is None else Piece.from_row(row[0])

    def with_content(self, kind: PieceKind, content: str) -> Sequence[Piece]:
        """Return the pieces of a content."""
        select = "select data from group_members where kind = ? and content = ? order by member_id"
        return [Piece.from_row(data) for (data,) in self._db.execute(select, (kind, content))]

    def with_print(self, kind: PieceKind, number: int) -> Sequence[str]:
        """Return the contents that have a fingerprint, one more than a crowd at most."""
        select = "select content from group_prints where kind = ? and print = ? limit ?"
        return [row[0] for row in self._db.execute(select, (kind, number, CROWD + 1))]

    def quotes_of(self, article: str) -> Sequence[Piece]:
        """Return the quotes of an article."""
        select = "select data from group_members where kind = 'quote' and article_id = ? order by member_id"
        return [Piece.from_row(data) for (data,) in self._db.execute(select, (article,))]


def group_store(db: sqlite3.Connection) -> Grouped:
    """Group what waits in a store, in one transaction, and return the sums."""
    with db:
        waiting = [row[0] for row in db.execute("select article_id from archive_waiting where step = 'same'")]
        for kind, touched in _take_in(db, waiting).items():
            seen, groups = group_contents(StoreShelf(db), kind, touched)
            _write(db, kind, seen, groups)
        db.execute("delete from archive_waiting where step = 'same'")
    return _sums(db, len(waiting))


def _take_in(db: sqlite3.Connection, articles: Iterable[str]) -> dict[PieceKind, set[str]]:
    """Put the pieces of the articles in place of their earlier ones; return the contents that this touches."""
    touched: dict[PieceKind, set[str]] = {kind: set() for kind in get_args(PieceKind)}
    for article in articles:
        line = stored_line(db, article)
        now = list(pieces_of(parse_record(line, article))) if line else []
        rows = db.execute("select data from group_members where article_id = ?", (article,)).fetchall()
        before = [Piece.from_row(data) for (data,) in rows]
        if before == now:
            continue
        for piece in before:
            touched[piece.kind] |= {piece.content, *_in_group_with(db, piece)}
        db.execute("delete from group_members where article_id = ?", (article,))
        for piece in before:
            if not StoreShelf(db).with_content(piece.kind, piece.content):
                touched[piece.kind] |= _forget_prints(db, piece)
        for piece in now:
            touched[piece.kind] |= {piece.content, *_put(db, piece)}
    return touched


def _in_group_with(db: sqlite3.Connection, piece: Piece) -> set[str]:
    select = (
        "select content from group_members where group_id = (select group_id from group_members where member_id = ?)"
    )
    return {row[0] for row in db.execute(select, (piece.id,))}


def _put(db: sqlite3.Connection, piece: Piece) -> set[str]:
    """Put a piece in; return the contents that a fingerprint no longer finds, now that a crowd has it."""
    lost: set[str] = set()
    known = db.execute("select 1 from group_members where kind = ? and content = ?", (piece.kind, piece.content))
    if known.fetchone() is None:
        for number in sorted(piece.prints):
            found = StoreShelf(db).with_print(piece.kind, number)
            if len(found) == CROWD:
                lost |= set(found)
            db.execute("insert or ignore into group_prints values (?, ?, ?)", (piece.kind, number, piece.content))
    row = (piece.id, piece.kind, piece.article, piece.content, piece.day, piece.to_row())
    db.execute("insert into group_members values (?, null, ?, ?, ?, ?, ?)", row)
    return lost


def _forget_prints(db: sqlite3.Connection, piece: Piece) -> set[str]:
    """Take a content's fingerprints out; return the contents that one of them finds again."""
    regained: set[str] = set()
    for number in sorted(piece.prints):
        row = (piece.kind, number, piece.content)
        db.execute("delete from group_prints where kind = ? and print = ? and content = ?", row)
        found = StoreShelf(db).with_print(piece.kind, number)
        if len(found) == CROWD:
            regained |= set(found)
    return regained


def _write(db: sqlite3.Connection, kind: PieceKind, seen: set[str], groups: Iterable[Group]) -> None:
    select = "select distinct group_id from group_members where kind = ? and content = ? and group_id is not null"
    stale = {row[0] for content in seen for row in db.execute(select, (kind, content))}
    db.executemany("delete from groups where id = ? and kind = ?", [(i, kind) for i in sorted(stale)])
    clear = "update group_members set group_id = null where kind = ? and content = ?"
    db.executemany(clear, [(kind, content) for content in sorted(seen)])
    for group in groups:
        days = sorted(p.day for p in group.members if p.day)
        row = (group.id, kind, len(group.members), days[0] if days else None)
        db.execute("insert or replace into groups values (?, ?, ?, ?)", row)
        members = [(group.id, p.id) for p in group.members]
        db.executemany("update group_members set group_id = ? where member_id = ?", members)
    gone = "delete from groups where kind = ? and id not in (select group_id from group_members where group_id is not null)"
    db.execute(gone, (kind,))


def _sums(db: sqlite3.Connection, articles: int) -> Grouped:
    rows = db.execute("select kind, count(*), sum(members) from groups group by kind")
    sums = {kind: (groups, members) for kind, groups, members in rows}
    return Grouped(articles, *sums.get("article", (0, 0)), *sums.get("quote", (0, 0)))


class MemoryGroups:
    """Groups that grow with an archive in memory, in the same tables as a store has."""

    def __init__(self) -> None:
        self._db = sqlite3.connect(":memory:")
        self._db.executescript(SCHEMA)

    def add(self, records: Iterable[Record]) -> Grouped:
        """Take records in, each replacing its earlier state, and return the sums."""
        pieces: dict[PieceKind, set[str]] = {kind: set() for kind in get_args(PieceKind)}
        articles = 0
        for record in records:
            articles += 1
            for piece in pieces_of(record):
                known = self._db.execute("select 1 from group_members where member_id = ?", (piece.id,)).fetchone()
                if known is None:
                    pieces[piece.kind] |= {piece.content, *_put(self._db, piece)}
        for kind, touched in pieces.items():
            seen, groups = group_contents(StoreShelf(self._db), kind, touched)
            _write(self._db, kind, seen, groups)
        return _sums(self._db, articles)

    def group_of(self, member: str) -> str | None:
        """Return the group of an article or a quote by its id."""
        row = self._db.execute("select group_id from group_members where member_id = ?", (member,)).fetchone()
        return row[0] if row else None

    def groups(self) -> dict[str, list[str]]:
        """Return the members of each group."""
        found: dict[str, list[str]] = {}
        rows = "select group_id, member_id from group_members where group_id is not null order by 1, 2"
        for group, member in self._db.execute(rows):
            found.setdefault(group, []).append(member)
        return found


def with_groups(record: Record, groups: MemoryGroups) -> Record:
    """Return the record with the group ids of its article and its quotes."""
    update: dict[str, object] = {"group_id": groups.group_of(record.id)}
    if "quotes" in record.model_fields_set:
        update["quotes"] = [q.model_copy(update={"group_id": groups.group_of(q.id)}) for q in record.quotes]
    return record.model_copy(update=update)


def grouped_lines(records: Iterable[Record], groups: MemoryGroups) -> Iterator[str]:
    """Yield records as lines of JSON with their group ids."""
    for record in records:
        yield with_groups(record, groups).to_json()
