"""Identities against gold: B-cubed precision, recall and F, by mention.

For each mention, precision is the share of its identity that is truly the same person, recall the share of the person's
mentions that are in its identity; both are averaged over mentions (Bagga and Baldwin 1998). A mention that the gold has
and we do not counts as found alone and missed (recall 0); one that we have and the gold has not counts against precision.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pipeline.archive.link.memory import MemoryLinks, link_mentions
from pipeline.archive.link.mentions import mentions_of
from pipeline.article import Page
from pipeline.evaluate.gold import GoldError
from pipeline.record import Record
from pipeline.run import Pipeline
from pipeline.stages.roles.groups import in_small_letters


@dataclass(frozen=True, slots=True)
class BCubed:
    """Precision and recall between 0 and 1, and how many mentions they are of."""

    precision: float
    recall: float
    mentions: int

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


M = TypeVar("M", bound=Hashable)
Key = tuple[str, str, str]


def b_cubed(found: Mapping[M, str], gold: Mapping[M, str]) -> BCubed:
    """Score mentions with their found identities against mentions with their true ones.

    Three mentions of two people taken for one: precision (2/3 + 2/3 + 1/3) / 3, recall 1.

    >>> b_cubed({1: "x", 2: "x", 3: "x"}, {1: "a", 2: "a", 3: "b"})
    BCubed(precision=0.5555555555555555, recall=1.0, mentions=3)
    """
    return BCubed(_mean_share(found, gold), _mean_share(gold, found), len(gold))


def _mean_share(one: Mapping[M, str], other: Mapping[M, str]) -> float:
    """Return, over the mentions of ``one``, the mean share of the mention's cluster that ``other`` puts together with it."""
    members: dict[str, list[M]] = defaultdict(list)
    for mention, cluster in one.items():
        members[cluster].append(mention)
    shares = []
    for mention, cluster in one.items():
        together = [m for m in members[cluster] if mention in other and other.get(m) == other[mention]]
        shares.append(len(together) / len(members[cluster]))
    return sum(shares) / len(shares) if shares else 1.0


@dataclass(frozen=True, slots=True)
class GoldMention:
    """Who somebody is: the article's file, person or body, the name as the article has it, the identity's key."""

    file: str
    kind: str
    name: str
    identity: str


@dataclass(frozen=True, slots=True)
class LinkGold:
    """A part of the gold: its mentions, its articles with outlet and day, and its fingerprint."""

    folder: Path
    mentions: tuple[GoldMention, ...]
    articles: tuple[tuple[str, str, str], ...]

    @property
    def sha256(self) -> str:
        """The fingerprint of the texts and the gold."""
        total = hashlib.sha256()
        for path in sorted(self.folder.iterdir()):
            total.update(path.name.encode() + b"\0" + path.read_bytes())
        return total.hexdigest()


def read_link_gold(folder: Path) -> LinkGold:
    """Read `gold.tsv` and `articles.tsv` of a folder; raises :class:`GoldError` where they are not there."""
    try:
        mentions = tuple(GoldMention(*row) for row in _rows(folder / "gold.tsv", 4))
        articles = tuple((file, outlet, day) for file, outlet, day in _rows(folder / "articles.tsv", 3))
    except OSError as error:
        raise GoldError(f"{error.filename}: cannot be read: {error.strerror}") from None
    return LinkGold(folder, mentions, articles)


def _rows(path: Path, columns: int) -> list[list[str]]:
    rows = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#") or not line:
            continue
        row = line.split("\t")
        if len(row) != columns:
            raise GoldError(f"{path}:{number}: expected {columns} columns with tabs between, not {len(row)}")
        rows.append(row)
    return rows


def read_articles(gold: LinkGold, pipeline: Pipeline) -> list[Record]:
    """Return the records that the pipeline makes of the gold's articles."""
    records = []
    for file, outlet, day in gold.articles:
        data = (gold.folder.parent / file).read_bytes()
        page = Page(data, path=file, name=outlet, media_type="text/plain", charset="utf-8", published_at=day)
        records.append(pipeline.process(page))
    return records


@dataclass(frozen=True, slots=True)
class LinkScores:
    """B-cubed of people and bodies: with what the pipeline finds, and of the mentions alone that both have."""

    people: BCubed
    people_found: BCubed
    bodies_found: BCubed
    links: MemoryLinks
    errors: tuple[str, ...]


def score_linking(gold: LinkGold, records: Iterable[Record]) -> LinkScores:
    """Link the records of the gold's articles and score the identities.

    A found mention and a gold one are the same where file and name agree, in capitals or not. Bodies are scored where the gold names them:
    it does not list every body. ``people_found`` leaves out what only one side has: the linking alone.
    """
    records = list(records)
    paths = {r.id: r.source.path or "" for r in records}
    mentions = [m for r in records for m in mentions_of(r)]
    links = link_mentions(mentions)
    identity = {m.id: i.id for i in links.identities for m in i.mentions}
    found: dict[Key, str] = {(paths[m.article], m.kind, m.name): identity[m.id] for m in mentions}
    named = ((g, in_small_letters(g.name) if g.kind == "person" else g.name) for g in gold.mentions)
    wanted: dict[Key, str] = {(g.file, g.kind, name): g.identity for g, name in named}
    people = {k: v for k, v in found.items() if k[1] == "person"}
    people_wanted = {k: v for k, v in wanted.items() if k[1] == "person"}
    both = found.keys() & wanted.keys()
    return LinkScores(
        people=b_cubed(people, people_wanted),
        people_found=_only(people, people_wanted, both),
        bodies_found=_only(found, wanted, {k for k in both if k[1] == "body"}),
        links=links,
        errors=tuple(_errors(people, people_wanted)),
    )


def _only(
    found: Mapping[Key, str],
    wanted: Mapping[Key, str],
    keys: Iterable[Key],
) -> BCubed:
    both = [k for k in keys if k in found and k in wanted]
    return b_cubed({k: found[k] for k in both}, {k: wanted[k] for k in both})


def _errors(
    found: Mapping[Key, str],
    wanted: Mapping[Key, str],
) -> list[str]:
    """Name each person that is cut in two, each identity that holds two people, and what one side lacks."""
    lines = [f"missed: {key[0]} {key[2]}" for key in wanted if key not in found]
    lines += [f"not in the gold: {key[0]} {key[2]}" for key in found if key not in wanted]
    both = [key for key in wanted if key in found]
    for label, one, other in (("cut", wanted, found), ("mixed", found, wanted)):
        parts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for key in both:
            parts[one[key]][other[key]].append(f"{key[2]} ({Path(key[0]).stem})")
        for name, inside in parts.items():
            if len(inside) > 1:
                lines.append(f"{label}: {name}: " + " | ".join(", ".join(part) for part in inside.values()))
    return lines
