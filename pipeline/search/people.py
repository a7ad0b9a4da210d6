"""A person or a body of the store with everything that is known: titles over time, bodies, numbers, who else speaks."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from pipeline.article import PhoneContext, PhoneKind
from pipeline.privacy import blank, mask
from pipeline.privacy.shield import Shield

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Held:
    """A title with its body, from the first day to the last on which an article gives it; days may be unknown."""

    role: str | None
    organisation: str | None
    first: str | None
    last: str | None
    articles: int


@dataclass(frozen=True, slots=True)
class Number:
    """A phone number as the profile shows it; ``e164`` only where it is shown whole."""

    text: str
    e164: str | None
    kind: str
    last: str | None
    article_id: str


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody who speaks in the same articles. ``id`` is the identity, or the person in an article."""

    id: str
    name: str
    articles: int


@dataclass(frozen=True, slots=True)
class Named:
    """An article that names a person or a body, under the id that it has there."""

    mention_id: str
    article_id: str
    title: str | None
    source: str | None
    day: str | None
    name: str


@dataclass(frozen=True, slots=True)
class Maybe:
    """Somebody who may be the same: what speaks for it and against."""

    id: str
    name: str
    mention_id: str
    relation: str
    shared: str
    against: str


@dataclass(frozen=True)
class Profiled:
    """A person or a body. ``years`` counts quotes by year; ``id`` is the identity where there is one.

    Titles, numbers and articles are of the latest two thousand articles, ``others`` of the latest two hundred.
    """

    id: str
    kind: Literal["person", "body"]
    name: str
    names: tuple[str, ...]
    first: str | None
    last: str | None
    quotes: int
    articles: tuple[Named, ...]
    more_articles: int = 0
    parties: tuple[str, ...] = ()
    held: tuple[Held, ...] = ()
    numbers: tuple[Number, ...] = ()
    others: tuple[Other, ...] = ()
    years: tuple[tuple[str, int], ...] = ()
    maybes: tuple[Maybe, ...] = ()
    linked: bool = False
    speakers: tuple[tuple[str, int], ...] = field(default=())


#: Articles that are looked through for titles, numbers and names, and for who else speaks: the latest ones.
_LOOKED_THROUGH, _LATEST = 2_000, 200
_MEMBERS = (
    "select mention_id from identity_members where identity_id = ? order by coalesce(day, '') desc, mention_id limit ?"
)
#: The rows of a person, by the id of the identity or of the mention.
_PEOPLE = (
    "select n from people where id = ? union all select p.n from identity_members m "
    "join people p on p.id = m.mention_id where m.identity_id = ?"
)


def resolve_id(db: sqlite3.Connection, asked: str) -> str | None:
    """Return the id under which a person or a body is shown: the identity of a mention, the heir of an old identity."""
    if asked[:1] in "ib":
        row = db.execute("select id from identities where id = ?", (asked,)).fetchone()
        row = row or db.execute("select identity_id from identity_aliases where old = ?", (asked,)).fetchone()
        return row[0] if row else None
    row = db.execute("select identity_id from identity_members where mention_id = ?", (asked,)).fetchone()
    if row and row[0]:
        return str(row[0])
    table = "people" if asked[:1] == "p" else "organisations"
    return asked if db.execute(f"select 1 from {table} where id = ?", (asked,)).fetchone() else None


def find_person(db: sqlite3.Connection, shield: Shield, asked: str) -> Profiled | None:
    """Return a person by the id of an identity or of a mention; None where there is none, or the profile hides them."""
    mentions = _mentions(db, asked)
    if not mentions or shield.profile.hides_name(_name(db, asked, "people")):
        return None
    spoken = f"f.person in ({_PEOPLE})"
    sql = (
        "select p.n, p.id, p.name, p.party, p.roles, p.organisation, a.n, a.id, a.title, a.source, substr(a.published_at, 1, 10) "
        "from people p join articles a on a.n = p.article where p.id in (select value from json_each(?)) "
        "order by a.published_at desc, p.n"
    )
    rows = [
        r
        for r in db.execute(sql, (json.dumps(mentions),))
        if r[1] not in shield.profile.ids and shield.shows_article(r[6])
    ]
    if not rows:
        return None
    numbers = [row[0] for row in rows]
    years, total = _years(db, shield, spoken, (asked, asked))
    days = sorted(row[10] for row in rows if row[10])
    return Profiled(
        id=asked,
        kind="person",
        name=_name(db, asked, "people") or rows[0][2],
        names=tuple(name for name, _ in Counter(row[2] for row in rows).most_common()),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        quotes=total,
        articles=tuple(Named(r[1], r[7], r[8], r[9], r[10], r[2]) for r in rows[: _SHOWN * 2]),
        more_articles=max(0, _count(db, asked, len(rows)) - _SHOWN * 2),
        parties=tuple(party for party, _ in Counter(row[3] for row in rows if row[3]).most_common()),
        held=_held((row[4], row[5], row[10]) for row in rows),
        numbers=_numbers(db, shield, "person", numbers),
        others=_others(db, shield, [row[6] for row in rows[:_LATEST]], (asked, asked)),
        years=years,
        maybes=_maybes(db, shield, asked),
        linked=asked.startswith("i"),
    )


def find_body(db: sqlite3.Connection, shield: Shield, asked: str) -> Profiled | None:
    """Return a body by the id of an identity or of a mention; None where there is none."""
    mentions = _mentions(db, asked)
    if not mentions or shield.profile.hides_name(_name(db, asked, "organisations")):
        return None
    sql = (
        "select o.n, o.id, o.name, a.n, a.id, a.title, a.source, substr(a.published_at, 1, 10) from organisations o "
        "join articles a on a.n = o.article where o.id in (select value from json_each(?)) order by a.published_at desc, o.n"
    )
    rows = [r for r in db.execute(sql, (json.dumps(mentions),)) if shield.shows_article(r[3])]
    if not rows:
        return None
    names = tuple(name for name, _ in Counter(row[2] for row in rows).most_common())
    terms = db.execute(
        "select n from terms where facet = 'organisation' and value in (select value from json_each(?))",
        (json.dumps(names),),
    ).fetchall()
    spoken = f"f.organisation in ({_listed([t[0] for t in terms])})"
    years, total = _years(db, shield, spoken)
    days = sorted(row[7] for row in rows if row[7])
    return Profiled(
        id=asked,
        kind="body",
        name=_name(db, asked, "organisations") or names[0],
        names=names,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        quotes=total,
        articles=tuple(Named(r[1], r[4], r[5], r[6], r[7], r[2]) for r in rows[: _SHOWN * 2]),
        more_articles=max(0, len(rows) - _SHOWN * 2),
        numbers=_numbers(db, shield, "organisation", [row[0] for row in rows]),
        years=years,
        maybes=_maybes(db, shield, asked),
        linked=asked.startswith("b"),
        speakers=_speakers(db, shield, spoken),
    )


def _mentions(db: sqlite3.Connection, asked: str) -> list[str]:
    if asked[:1] in "ib":
        return [row[0] for row in db.execute(_MEMBERS, (asked, _LOOKED_THROUGH))]
    return [asked]


def _count(db: sqlite3.Connection, asked: str, shown: int) -> int:
    row = db.execute("select mentions from identities where id = ?", (asked,)).fetchone()
    return max(shown, row[0]) if row and shown >= _LOOKED_THROUGH else shown


def _name(db: sqlite3.Connection, asked: str, table: str) -> str | None:
    table = "identities" if asked[:1] in "ib" else table
    row = db.execute(f"select name from {table} where id = ?", (asked,)).fetchone()
    return row[0] if row else None


def _listed(numbers: Iterable[int]) -> str:
    """Return numbers of the store's own for a condition. They are no input, and there may be too many for parameters."""
    return ", ".join(str(int(n)) for n in numbers)


def _shown(shield: Shield) -> str:
    hidden = shield.condition()
    return f" and {hidden}" if hidden else ""


def _years(
    db: sqlite3.Connection, shield: Shield, spoken: str, values: Sequence[object] = ()
) -> tuple[tuple[tuple[str, int], ...], int]:
    rows = db.execute(
        f"select f.day / 10000, count(*) from quote_facets f where {spoken}{_shown(shield)} group by 1 order by 1",
        values,
    ).fetchall()
    return tuple((str(year), quotes) for year, quotes in rows if year), sum(quotes for _, quotes in rows)


def _held(rows: Iterable[tuple[str | None, str | None, str | None]]) -> tuple[Held, ...]:
    """Return titles with their bodies and days, the latest first."""
    days: dict[tuple[str | None, str | None], list[str]] = defaultdict(list)
    counts: Counter[tuple[str | None, str | None]] = Counter()
    for roles, body, day in rows:
        for role in roles.split("; ") if roles else [None]:
            if role or body:
                counts[role, body] += 1
                days[role, body] += [day] if day else []
    held = [
        Held(role, body, min(days[role, body], default=None), max(days[role, body], default=None), articles)
        for (role, body), articles in counts.items()
    ]
    return tuple(sorted(held, key=lambda h: (h.last or "", h.articles, h.role or ""), reverse=True))


def _numbers(db: sqlite3.Connection, shield: Shield, owner: str, numbers: Sequence[int]) -> tuple[Number, ...]:
    sql = (
        "select p.text, p.e164, p.kind, p.context, substr(a.published_at, 1, 10), a.id from phones p "
        f"join articles a on a.n = p.article where p.{owner} in ({_listed(numbers)}) order by a.published_at desc, p.start"
    )
    found: dict[str, Number] = {}
    for text, e164, kind, context, day, article in db.execute(sql):
        action = shield.profile.phone(cast(PhoneKind, kind), cast(PhoneContext, context))
        if action == "drop" or action == "keyed":
            continue
        shown = text if action == "keep" else mask(text)
        found.setdefault(e164 or blank(text), Number(shown, e164 if action == "keep" else None, kind, day, article))
    return tuple(found.values())[:_SHOWN]


def _others(
    db: sqlite3.Connection, shield: Shield, articles: Sequence[int], person: tuple[str, str]
) -> tuple[Other, ...]:
    sql = (
        "select coalesce(m.identity_id, p.id), max(p.name), count(distinct f.article) from quotes q "
        "join quote_facets f on f.n = q.n join people p on p.n = f.person "
        f"left join identity_members m on m.mention_id = p.id where q.article in ({_listed(articles)}) "
        f"and f.person not in ({_PEOPLE}){_shown(shield)} group by 1 order by 3 desc, 2 limit {_SHOWN}"
    )
    return tuple(Other(*row) for row in db.execute(sql, person))


def _speakers(db: sqlite3.Connection, shield: Shield, spoken: str) -> tuple[tuple[str, int], ...]:
    sql = (
        f"select t.value, count(*) from quote_facets f join terms t on t.n = f.speaker where {spoken}{_shown(shield)} "
        f"group by 1 order by 2 desc, 1 limit {_SHOWN}"
    )
    return tuple(db.execute(sql).fetchall())


def _maybes(db: sqlite3.Connection, shield: Shield, asked: str) -> tuple[Maybe, ...]:
    sql = (
        "select case when m.a = :i then m.b else m.a end, i.name, case when m.a = :i then m.mention_b else m.mention_a end, "
        "m.relation, m.shared, m.against from maybe_links m "
        "join identities i on i.id = case when m.a = :i then m.b else m.a end where m.a = :i or m.b = :i order by m.score desc"
    )
    rows = [Maybe(*row) for row in db.execute(sql, {"i": asked})]
    return tuple(
        maybe
        for maybe in rows
        if not shield.profile.hides_name(maybe.name) and maybe.mention_id not in shield.profile.ids
    )[:_SHOWN]
