"""Link over JSON Lines of records: one identity a line out, with its mentions, its evidence and its maybes."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from pipeline.archive.link.corrections import Corrections
from pipeline.archive.link.evidence import Edge
from pipeline.archive.link.identities import Identity
from pipeline.archive.link.memory import MemoryLinks
from pipeline.archive.link.mentions import mentions_of
from pipeline.archive.link.store import Linked
from pipeline.record import Record


def link_records(records: Iterable[Record], corrections: Corrections | None = None) -> tuple[MemoryLinks, Linked]:
    """Link the people and bodies of records, and return the identities with the sums."""
    links = MemoryLinks(corrections)
    articles: set[str] = set()
    mentions = []
    for record in records:
        articles.add(record.id)
        mentions += list(mentions_of(record))
    links.add(mentions)
    identities = links.identities
    people = sum(i.kind == "person" for i in identities)
    total = sum(len(i.mentions) for i in identities)
    absent = (corrections or Corrections()).absent(m.id for m in mentions)
    merged = total - len(identities)
    sums = Linked(len(articles), total, people, len(identities) - people, merged, len(links.maybes), absent=absent)
    return links, sums


def identity_lines(links: MemoryLinks) -> Iterator[str]:
    """Yield each identity as a line of JSON, in the order of their ids: the same records give the same bytes."""
    maybes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for a, b, edge in links.maybes:
        maybes[a].append({"id": b, **_edge(edge)})
        maybes[b].append({"id": a, **_edge(edge)})
    for identity in links.identities:
        yield json.dumps(_identity(identity, maybes[identity.id]), ensure_ascii=False)


def _identity(identity: Identity, maybes: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": identity.id,
        "kind": identity.kind,
        "name": identity.name,
        "names": sorted({m.name for m in identity.mentions}),
        "mentions": [{"id": m.id, "article_id": m.article, "name": m.name, "day": m.day} for m in identity.mentions],
        "evidence": [_edge(edge) for edge in identity.edges],
        "maybe": maybes,
    }


def _edge(edge: Edge) -> dict[str, Any]:
    made = {"a": edge.a, "b": edge.b, "relation": edge.relation, "shared": list(edge.shared)}
    return made | {
        "against": list(edge.against),
        "score": edge.score / 10,
        "asked": edge.asked / 10,
        "by": edge.by,
    }
