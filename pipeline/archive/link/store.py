"""Link over a store: the articles that wait are taken in, and only the names that they touch are grouped anew."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pipeline.archive.link.corrections import Corrections
from pipeline.archive.link.evidence import Edge
from pipeline.archive.link.identities import Form, Identity, Resolved, best_maybes, filing, resolve
from pipeline.archive.link.mentions import Kind, Mention, mentions_of
from pipeline.record import parse_record
from pipeline.run.keys import code_digest
from pipeline.store.packing import stored_line

#: Forms whose mentions are kept at hand: those of one name and its kin are asked for again and again.
_KEPT = 20_000


@dataclass(frozen=True, slots=True)
class Linked:
    """What a store or a stream holds after linking. ``absent`` are corrected ids that it does not hold, with their lines."""

    articles: int
    mentions: int
    people: int
    bodies: int
    merged: int
    maybes: int
    renamed: int = 0
    absent: tuple[str, ...] = ()

    def sentence(self) -> str:
        """Return the sums in a sentence; ``articles`` are those that this run has taken in."""
        tail = f"; {self.renamed} ids redirected" if self.renamed else ""
        tail += f"; corrected but not in the archive: {', '.join(self.absent)}" if self.absent else ""
        return (
            f"{self.articles} articles taken in; {self.mentions} mentions = {self.people + self.bodies} identities "
            f"({self.people} people, {self.bodies} bodies) + {self.merged} merged; {self.maybes} maybes{tail}"
        )


class StoreShelf:
    """Mentions in a store's tables, by the form of their name."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.mentions = lru_cache(maxsize=_KEPT)(self._mentions)
        self.filed = lru_cache(maxsize=_KEPT)(self._filed)

    def _mentions(self, form: Form) -> Sequence[Mention]:
        rows = self._db.execute("select data from identity_members where kind = ? and form = ?", form)
        return [Mention.from_row(data) for (data,) in rows]

    def _filed(self, key: str) -> Iterable[Form]:
        return self._db.execute("select kind, form from identity_keys where key = ?", (key,)).fetchall()

    def forms_of(self, ids: Iterable[str]) -> Iterable[Form]:
        """Return the forms of mentions by their ids."""
        select = "select kind, form from identity_members where mention_id = ?"
        return [row for i in ids for row in self._db.execute(select, (i,))]


def link_store(db: sqlite3.Connection, corrections: Corrections | None = None) -> Linked:
    """Link what waits in a store, in one transaction, and return the sums.

    A store keeps its corrections until others are given; ``Corrections()`` takes them out.
    """
    with db:
        corrections = _settled(db) if corrections is None else corrections
        _take_new_rules(db)
        waiting = [row[0] for row in db.execute("select article_id from archive_waiting where step = 'link'")]
        touched, stale = _take_in(db, waiting)
        touched |= _corrected(db, corrections)
        stale |= _identities_with(db, touched)
        touched |= {form for i in stale for form in _forms_of_identity(db, i)}
        resolved = resolve(StoreShelf(db), touched, corrections)
        stale |= _identities_with(db, resolved.forms)
        renamed = _write(db, resolved, stale)
        db.execute("delete from archive_waiting where step = 'link'")
    known = "select 1 from identity_members where mention_id = ?"
    absent = corrections.absent(i for i in corrections.named if db.execute(known, (i,)).fetchone())
    return _sums(db, len(waiting), renamed, absent)


def _take_new_rules(db: sqlite3.Connection) -> None:
    """Let every article wait where it was taken in by other rules: old evidence and new would not go together."""
    now = code_digest("pipeline.archive.link.identities")
    row = db.execute("select value from archive_settled where step = 'link rules'").fetchone()
    if row is None or row[0] != now:
        db.execute("delete from identity_keys")
        db.execute("insert or ignore into archive_waiting select 'link', id from articles")
        db.execute("insert or replace into archive_settled values ('link rules', ?)", (now,))


def _take_in(db: sqlite3.Connection, articles: Iterable[str]) -> tuple[set[Form], set[str]]:
    """Put the articles' mentions in place of their earlier ones; return the touched forms and the identities that lose."""
    touched: set[Form] = set()
    losing: set[str] = set()
    for article in articles:
        select = "select mention_id, kind, form, identity_id from identity_members where article_id = ?"
        earlier = {mention: (kind, form, i) for mention, kind, form, i in db.execute(select, (article,))}
        line = stored_line(db, article)
        now = list(mentions_of(parse_record(line, article))) if line else []
        for mention in now:
            touched.add((mention.kind, mention.form))
            _put(db, mention)
        for gone in sorted(earlier.keys() - {m.id for m in now}):
            kind, form, identity = earlier[gone]
            touched.add((kind, form))
            if identity is not None:
                losing.add(identity)
                touched.update(_forms_of_identity(db, identity))
            db.execute("delete from identity_members where mention_id = ?", (gone,))
    return touched, losing


def _put(db: sqlite3.Connection, m: Mention) -> None:
    row = (m.id, m.article, m.kind, m.form, m.name, m.day, m.to_row())
    db.execute(
        "insert into identity_members (mention_id, article_id, kind, form, name, day, data) values (?, ?, ?, ?, ?, ?, ?) "
        "on conflict (mention_id) do update set article_id = excluded.article_id, form = excluded.form, "
        "name = excluded.name, day = excluded.day, data = excluded.data",
        row,
    )
    keys = [(key, m.kind, m.form) for key in filing(m)[0]]
    db.executemany("insert or ignore into identity_keys values (?, ?, ?)", keys)


def _settled(db: sqlite3.Connection) -> Corrections:
    row = db.execute("select value from archive_settled where step = 'link'").fetchone()
    merges, splits = json.loads(row[0]) if row else ([], [])
    return Corrections(tuple(tuple(ids) for ids in merges), tuple((a, b) for a, b in splits))


def _corrected(db: sqlite3.Connection, corrections: Corrections) -> set[Form]:
    """Return the forms that other corrections than last time touch."""
    now = json.dumps([corrections.merges, corrections.splits])
    row = db.execute("select value from archive_settled where step = 'link'").fetchone()
    before = row[0] if row else "[[], []]"
    if json.loads(before) == json.loads(now):
        return set()
    db.execute("insert or replace into archive_settled values ('link', ?)", (now,))
    ids = {i for text in (before, now) for groups in json.loads(text) for group in groups for i in group}
    return set(StoreShelf(db).forms_of(sorted(ids)))


def _identities_with(db: sqlite3.Connection, forms: Iterable[Form]) -> set[str]:
    select = "select distinct identity_id from identity_members where kind = ? and form = ? and identity_id is not null"
    return {row[0] for form in forms for row in db.execute(select, form)}


def _forms_of_identity(db: sqlite3.Connection, identity: str) -> list[Form]:
    select = "select distinct kind, form from identity_members where identity_id = ?"
    return db.execute(select, (identity,)).fetchall()


def _write(db: sqlite3.Connection, resolved: Resolved, stale: set[str]) -> int:
    """Put identities in place of those that are stale; an id that is no more is redirected. Return how many are."""
    heirs = {i: [row[0] for row in db.execute(_MEMBERS_BY_AGE, (i,))] for i in stale}
    for i in sorted(stale):
        db.execute("delete from identities where id = ?", (i,))
        db.execute("delete from identity_evidence where identity_id = ?", (i,))
        db.execute("delete from maybe_links where a = ? or b = ?", (i, i))
    for identity in resolved.identities:
        _put_identity(db, identity)
    owner = {m.id: identity.id for identity in resolved.identities for m in identity.mentions}
    _put_maybes(db, resolved.maybes, owner)
    return _redirect(db, heirs, owner)


_MEMBERS_BY_AGE = (
    "select mention_id from identity_members where identity_id = ? order by coalesce(day, '9999'), mention_id"
)


def _put_identity(db: sqlite3.Connection, identity: Identity) -> None:
    days = sorted(m.day for m in identity.mentions if m.day)
    names = sorted({m.name for m in identity.mentions})
    first, last = (days[0], days[-1]) if days else (None, None)
    row = (identity.id, identity.kind, identity.name, "; ".join(names), len(identity.mentions), first, last)
    db.execute("insert or replace into identities values (?, ?, ?, ?, ?, ?, ?)", row)
    members = [(identity.id, m.id) for m in identity.mentions]
    db.executemany("update identity_members set identity_id = ? where mention_id = ?", members)
    evidence = [
        (identity.id, e.a, e.b, e.relation, "; ".join(e.shared), e.score / 10, e.asked / 10, e.by)
        for e in identity.edges
    ]
    db.executemany("insert into identity_evidence values (?, ?, ?, ?, ?, ?, ?, ?)", evidence)


def _put_maybes(db: sqlite3.Connection, maybes: Sequence[Edge], owner: Mapping[str, str]) -> None:
    def identity(mention: str) -> str:
        if mention in owner:
            return owner[mention]
        select = "select identity_id from identity_members where mention_id = ?"
        return str(db.execute(select, (mention,)).fetchone()[0])

    for a, b, e in best_maybes(maybes, identity):
        row = (a, b, e.a, e.b, e.relation, "; ".join(e.shared), "; ".join(e.against), e.score / 10, e.asked / 10)
        db.execute("insert or replace into maybe_links values (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def _redirect(db: sqlite3.Connection, heirs: Mapping[str, Sequence[str]], owner: Mapping[str, str]) -> int:
    """Point the ids that are no more to the identity that their earliest mention is in now."""
    renamed = 0
    for old, mentions in sorted(heirs.items()):
        if db.execute("select 1 from identities where id = ?", (old,)).fetchone():
            continue
        new = next((owner[m] for m in mentions if m in owner), None)
        if new is None:
            db.execute("delete from identity_aliases where identity_id = ?", (old,))
            continue
        db.execute("update identity_aliases set identity_id = ? where identity_id = ?", (new, old))
        db.execute("insert or replace into identity_aliases values (?, ?)", (old, new))
        renamed += 1
    db.execute("delete from identity_aliases where old in (select id from identities)")
    return renamed


def _sums(db: sqlite3.Connection, articles: int, renamed: int, absent: tuple[str, ...]) -> Linked:
    def count(table: str) -> int:
        return int(db.execute(f"select count(*) from {table}").fetchone()[0])

    kinds: dict[Kind, int] = dict(db.execute("select kind, count(*) from identities group by kind"))
    people, bodies, mentions = kinds.get("person", 0), kinds.get("body", 0), count("identity_members")
    merged = mentions - people - bodies
    return Linked(articles, mentions, people, bodies, merged, count("maybe_links"), renamed, absent)
