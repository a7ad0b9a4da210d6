"""Why somebody is one identity: its mentions, the pairs that made it with their evidence, and the doubtful ones."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.archive.link.memory import MemoryLinks
from pipeline.stages.names.spelling import fold


@dataclass(frozen=True, slots=True)
class Explained:
    """An identity in words. ``pairs`` and ``maybes`` are sentences."""

    id: str
    name: str
    mentions: tuple[tuple[str, str, str | None], ...]
    pairs: tuple[str, ...]
    maybes: tuple[str, ...]

    def lines(self) -> Iterator[str]:
        """Yield the lines for a terminal."""
        yield f"{self.name}  {self.id}"
        for mention, name, day in self.mentions:
            yield f"  {mention}  {day or 'odaterad'}  {name}"
        for pair in self.pairs:
            yield f"  = {pair}"
        for maybe in self.maybes:
            yield f"  ? {maybe}"


def pair_sentence(a: str, b: str, relation: str, shared: str, score: float, asked: float, against: str = "") -> str:
    """Return one pair in words: names, evidence, its weight and what was asked for."""
    doubt = f"; mot: {against}" if against else ""
    return f"{a} och {b}: {relation}; delar {shared or 'inget'}; {score:g} mot {asked:g}{doubt}"


def explain_links(links: MemoryLinks, wanted: str) -> list[Explained]:
    """Return the identities in memory of a name (a part of it), an identity's id or a mention's."""
    doubtful = [(a, b, e, pair_sentence(e.a, e.b, e.relation, "; ".join(e.shared), e.score / 10, e.asked / 10, ", ".join(e.against))) for a, b, e in links.maybes]  # fmt: skip
    return [
        Explained(
            identity.id,
            identity.name,
            tuple((m.id, m.name, m.day) for m in identity.mentions),
            tuple(
                pair_sentence(e.a, e.b, e.relation, "; ".join(e.shared), e.score / 10, e.asked / 10)
                for e in identity.edges
            ),
            tuple(f"{b if a == identity.id else a}: {text}" for a, b, _, text in doubtful if identity.id in (a, b)),
        )
        for identity in links.identities
        if _means(wanted, identity.id, [m.id for m in identity.mentions], [m.name for m in identity.mentions])
    ]


def explain_store(db: sqlite3.Connection, wanted: str) -> list[Explained]:
    """Return the identities of a store of a name (a part of it), an identity's id, an earlier id or a mention's."""
    alias = db.execute("select identity_id from identity_aliases where old = ?", (wanted,)).fetchone()
    wanted = alias[0] if alias else wanted
    db.create_function("folded", 1, fold, deterministic=True)
    select = (
        "select id from identities where id = ?1 or instr(folded(names), ?2) > 0 "
        "union select identity_id from identity_members where mention_id = ?1 order by 1"
    )
    found = []
    for (identity,) in db.execute(select, (wanted, fold(wanted))).fetchall():
        members = db.execute(
            "select mention_id, name, day from identity_members where identity_id = ? order by mention_id", (identity,)
        ).fetchall()
        name = db.execute("select name from identities where id = ?", (identity,)).fetchone()[0]
        pairs = db.execute(
            "select a, b, relation, shared, score, asked from identity_evidence where identity_id = ? order by a, b",
            (identity,),
        )
        maybes = db.execute(
            "select case a when ? then b else a end, mention_a, mention_b, relation, shared, score, asked, against "
            "from maybe_links where a = ? or b = ? order by 1",
            (identity, identity, identity),
        )
        found.append(
            Explained(
                identity,
                name,
                tuple(members),
                tuple(pair_sentence(*row) for row in pairs),
                tuple(f"{row[0]}: {pair_sentence(*row[1:])}" for row in maybes),
            )
        )
    return found


def _means(wanted: str, identity: str, mentions: Iterable[str], names: Iterable[str]) -> bool:
    return wanted == identity or wanted in mentions or any(fold(wanted) in fold(name) for name in names)
