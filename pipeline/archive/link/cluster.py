"""Groups out of pairs: the surest pair first, never against a contradiction or a correction.

The groups are a function of the set of mentions: no order of theirs takes part. Time is near linear in the mentions of
one name, because only those that share a token are compared, and a token that very many share is first cut by another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pipeline.archive.link.corrections import Corrections
from pipeline.archive.link.evidence import (
    DOUBT,
    Edge,
    Group,
    Joined,
    at_odds,
    compare,
    contradiction,
    core,
    doubts,
    enough,
    names_go_together,
    other_work,
)
from pipeline.archive.link.mentions import RARE, Mention
from pipeline.archive.link.relations import SAME

#: A token that more groups of one name share than this says nothing alone; with a second token it does.
CROWD = 40
#: Evidence that a surname alone needs: the same office, seat or beat, not only the same company.
_OF_ONE_OFFICE = ("office:", "contact:", "local:", "beat:", "seat:")
#: A second candidate whose evidence is no more than this (tenths) behind the first is a rival.
RIVALRY = 10


@dataclass(frozen=True, slots=True)
class Grouped:
    """Groups, the pairs that made them, and the doubtful pairs that did not."""

    groups: tuple[Group, ...]
    edges: tuple[Edge, ...]
    maybes: tuple[Edge, ...]


def group_form(mentions: Iterable[Mention], corrections: Corrections) -> Grouped:
    """Group the mentions of one exact name."""
    profiles, edges = _profiles(sorted(mentions, key=lambda m: m.id), corrections)
    pairs = [compare(a, b) for a, b in _candidates(profiles)]
    kept = [edge for edge in pairs if edge.margin >= -DOUBT]
    kept += corrections.edges_within({m.id: p.key for p in profiles for m in p.mentions})
    made = agglomerate(profiles, kept, corrections)
    return Grouped(made.groups, (*edges, *made.edges), made.maybes)


def _profiles(mentions: Sequence[Mention], corrections: Corrections) -> tuple[list[Group], list[Edge]]:
    """Gather mentions that say the same of who somebody is, where that alone is enough: 'rektor, Lugnviksskolan'."""
    by_core: dict[tuple[object, ...], list[Mention]] = defaultdict(list)
    profiles: list[Group] = []
    for mention in mentions:
        said = core(mention)
        if mention.id in corrections.named or not enough(said, mention):
            profiles.append(Group([mention]))
        else:
            by_core[(*said, mention.part in ("byline", "credit"))].append(mention)
    edges = []
    for alike in by_core.values():
        group = Group(alike)
        many = Counter(m.article for m in alike)
        if (group.kind == "person" and max(many.values()) > 1) or at_odds(group):
            profiles += [Group([m]) for m in alike]
            continue
        profiles.append(group)
        if len(alike) > 1:
            edges += [_same_profile(group.mentions[0], m) for m in group.mentions[1:]]
    return sorted(profiles, key=lambda p: p.key), edges


def _same_profile(one: Mention, other: Mention) -> Edge:
    return compare(Group([one]), Group([other]))


def _candidates(groups: Sequence[Group]) -> list[tuple[Group, Group]]:
    """Return pairs that share a token."""
    by_token: dict[str, list[int]] = defaultdict(list)
    for n, group in enumerate(groups):
        for token in group.tokens:
            by_token[token].append(n)
    pairs: set[tuple[int, int]] = set()
    for token, members in by_token.items():
        if len(members) <= CROWD:
            pairs.update((a, b) for i, a in enumerate(members) for b in members[i + 1 :])
            continue
        narrower: dict[str, list[int]] = defaultdict(list)
        for n in members:
            for second in groups[n].tokens:
                if second > token and len(by_token[second]) > CROWD:
                    narrower[second].append(n)
        for inside in narrower.values():
            if len(inside) <= CROWD:
                pairs.update((a, b) for i, a in enumerate(inside) for b in inside[i + 1 :])
    return [(groups[a], groups[b]) for a, b in sorted(pairs)]


def compare_forms(some: Sequence[Group], others: Sequence[Group]) -> list[Edge]:
    """Return the evidence between the groups of two names that go together, where there is nearly enough of it."""
    how = names_go_together(some[0], others[0]) if some and others else None
    stated = any(g.former for g in (*some, *others))
    if how is None and not stated:
        return []
    by_token: dict[str, list[int]] = defaultdict(list)
    for n, group in enumerate(others):
        for token in group.tokens:
            by_token[token].append(n)
    found = []
    for one in some:
        near = {n for token in one.tokens for n in by_token.get(token, ()) if len(by_token[token]) <= CROWD}
        for n in sorted(near):
            relation = names_go_together(one, others[n]) if stated or one.kind == "body" else how
            if relation is not None and relation is not SAME:
                edge = compare(one, others[n], relation)
                office = any(token.startswith(_OF_ONE_OFFICE) for token in edge.shared)
                if edge.margin >= -DOUBT and (relation.label != "bara efternamn" or office):
                    found.append(edge)
    return found


def agglomerate(groups: Sequence[Group], edges: Iterable[Edge], corrections: Corrections) -> Grouped:
    """Join groups along edges, the surest first; what a contradiction or a rival forbids becomes a maybe."""
    edges = sorted(edges, key=_order)
    sure = [edge for edge in edges if edge.margin >= 0]
    made = _Joining(groups, corrections).run(sure)
    whole = {g.key: g for g in groups}
    weak = [weak_maybe(edge, whole[edge.a], whole[edge.b], corrections) for edge in edges if edge.margin < 0]
    return Grouped(made.groups, made.edges, (*made.maybes, *(edge for edge in weak if edge is not None)))


def weak_maybe(edge: Edge, one: Group, other: Group, corrections: Corrections) -> Edge | None:
    """Return a pair with nearly enough evidence as a maybe; none where it is settled that the two are two."""
    if contradiction(one, other) or corrections.apart(one.ids, other.ids):
        return None
    return _with(edge, "för lite belägg")


def _order(edge: Edge) -> tuple[bool, bool, int, str, str]:
    return (edge.by != "correction", edge.unique, -edge.margin, edge.a, edge.b)


class _Joining:
    """Union-find over groups, with what each joined group says kept at its root."""

    def __init__(self, groups: Sequence[Group], corrections: Corrections) -> None:
        self._corrections = corrections
        self._groups = {g.key: g for g in groups}
        self._whole: dict[str, Joined] = {g.key: Joined(g) for g in groups}
        self._named = {g.key: set(g.ids & corrections.named) for g in groups}
        self._parent: dict[str, str] = {g.key: g.key for g in groups}

    def _root(self, key: str) -> str:
        while self._parent[key] != key:
            self._parent[key] = self._parent[self._parent[key]]
            key = self._parent[key]
        return key

    def run(self, edges: Sequence[Edge]) -> Grouped:
        used: list[Edge] = []
        doubtful: list[Edge] = []
        rivals: dict[str, list[Edge]] = defaultdict(list)
        for edge in edges:
            rivals[edge.a].append(edge)
            rivals[edge.b].append(edge)
        for edge in edges:
            a, b = self._root(edge.a), self._root(edge.b)
            if a == b:
                continue
            why = self._hindrance(edge, a, b, rivals)
            if why is None:
                self._join(a, b)
                used.append(edge)
            elif why:
                doubtful.append(_with(edge, why))
        return Grouped(self._made(), tuple(used), tuple(doubtful))

    def _made(self) -> tuple[Group, ...]:
        roots = {self._root(key) for key in self._parent}
        groups = []
        for root in roots:
            parts = self._whole[root].groups
            groups.append(parts[0] if len(parts) == 1 else Group(m for part in parts for m in part.mentions))
        return tuple(sorted(groups, key=lambda g: g.key))

    def _hindrance(self, edge: Edge, a: str, b: str, rivals: Mapping[str, list[Edge]]) -> str | None:
        """Return why an edge joins nothing (the empty string: not even a maybe), or none where it joins."""
        if self._corrections.apart(self._named[a], self._named[b]):
            return ""
        if edge.by == "correction":
            return None
        one, other = self._whole[a], self._whole[b]
        against = contradiction(one, other)
        if against:
            return "" if against == "båda i samma artikel" else against
        all_doubts = [*doubts(one, other), *other_work(one, other, edge.shared, edge.asked)]
        new = [(label, cost) for label, cost in all_doubts if label not in edge.against]
        if edge.margin < sum(cost for _, cost in new):
            return ", ".join(label for label, _ in new)
        return self._rival(edge, one, other, rivals)

    def _rival(self, edge: Edge, one: Joined, other: Joined, rivals: Mapping[str, list[Edge]]) -> str | None:
        """A mention that fits two different people as well is neither's: it stays alone."""
        short = _shorter(self._groups[edge.a], self._groups[edge.b]) if edge.unique else None
        for key, side, into in ((edge.a, one, other), (edge.b, other, one)):
            if len(side.groups) > 1 and not edge.unique:
                continue
            if short is not None and short != key:
                continue  # whom else the full name may mean says nothing of whom the short one means
            for rival in rivals[key]:
                third = self._whole[self._root(rival.b if rival.a == key else rival.a)]
                if third is into or third is side:
                    continue
                unlike = doubts(into, third) or other_work(into, third, (), edge.asked)
                two = contradiction(into, third) or (edge.asked > RARE and unlike)
                if edge.unique or (rival.margin >= edge.margin - RIVALRY and two):
                    return "passar på flera"
        return None

    def _join(self, a: str, b: str) -> None:
        into, out = (a, b) if len(self._whole[a].articles) >= len(self._whole[b].articles) else (b, a)
        self._whole[into].absorb(self._whole.pop(out))
        self._named[into] |= self._named.pop(out)
        self._parent[out] = into


def _shorter(one: Group, other: Group) -> str | None:
    """Return the key of the group with the less complete name: a surname, initials, an acronym.

    None where one is a senior or a junior: of two with one name, who is meant without the mark is never sure.
    """
    if one.generations != other.generations:
        return None
    if one.kind == "body":
        return min((one, other), key=lambda g: (len(g.first.form), g.key)).key
    return min((one, other), key=lambda g: (*g.name.completeness, g.key)).key


def _with(edge: Edge, why: str) -> Edge:
    against = dict.fromkeys((*edge.against, *why.split(", ")))
    return Edge(
        edge.a, edge.b, edge.relation, edge.shared, tuple(against), edge.score, edge.asked, edge.unique, edge.by
    )
