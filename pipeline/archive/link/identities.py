"""Identities over an archive: names that the new mentions touch are grouped anew, and joined with names that go with them.

The pure core of `link`: :func:`resolve` reads mentions from a :class:`Shelf` (memory or a store) and returns the
identities of every name that the touched ones reach. What they reach is decided by evidence, not by what was there
before, so any order of articles and any split into increments end in the same identities with the same ids.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.archive.link import bodies
from pipeline.archive.link.cluster import Grouped, agglomerate, compare_forms, group_form, weak_maybe
from pipeline.archive.link.corrections import Corrections
from pipeline.archive.link.evidence import Edge, Group
from pipeline.archive.link.mentions import Kind, Mention
from pipeline.archive.link.names import parse_name
from pipeline.archive.link.relations import keys as person_keys

Form = tuple[Kind, str]


class Shelf(Protocol):
    """Where mentions stand, by the form of their name."""

    def mentions(self, form: Form) -> Sequence[Mention]:
        """Return the mentions of a form."""

    def filed(self, key: str) -> Iterable[Form]:
        """Return the forms that are filed under a key."""

    def forms_of(self, ids: Iterable[str]) -> Iterable[Form]:
        """Return the forms of mentions by their ids; ids that are not there are left out."""


@dataclass(frozen=True, slots=True)
class Identity:
    """One person or body of the archive. ``edges`` are the pairs that made it, ``maybes`` stand apart."""

    id: str
    kind: Kind
    name: str
    mentions: tuple[Mention, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Resolved:
    """The identities of the forms that were worked on, and doubtful pairs of mentions."""

    forms: frozenset[Form]
    identities: tuple[Identity, ...]
    maybes: tuple[Edge, ...]


def filing(mention: Mention) -> tuple[list[str], list[str]]:
    """Return the keys under which a mention's form is filed, and those under which forms that go with it may be."""
    if mention.kind == "body":
        called = [token.partition(":")[2] for token in mention.tokens if token.startswith("called:")]
        return bodies.keys(mention.form, called)
    name = parse_name(mention.name)
    filed, sought = person_keys(name)
    for surname in mention.former:
        then_filed, then_sought = person_keys(type(name)(name.given, (surname,), name.generation))
        filed, sought = [*filed, *then_filed], [*sought, *then_sought]
    return filed, sought


def resolve(shelf: Shelf, touched: Iterable[Form], corrections: Corrections | None = None) -> Resolved:
    """Return the identities of the touched forms and of all that they reach through evidence."""
    return _Resolving(shelf, corrections or Corrections()).run(touched)


class _Resolving:
    """One resolution: the groups of each form that was looked at, and the edges between forms."""

    def __init__(self, shelf: Shelf, corrections: Corrections) -> None:
        self._shelf = shelf
        self._corrections = corrections
        self._grouped: dict[Form, Grouped] = {}
        self._between: dict[tuple[Form, Form], list[Edge]] = {}
        self._partners: dict[Form, set[Form]] = defaultdict(set)
        for group in corrections.merges:
            known = sorted(set(shelf.forms_of(group)))
            for form in known:
                self._partners[form].update(other for other in known if other != form)

    def run(self, touched: Iterable[Form]) -> Resolved:
        waiting = sorted(set(touched))
        inside: set[Form] = set()
        while waiting:
            form = waiting.pop()
            if form in inside:
                continue
            inside.add(form)
            waiting += [other for other in self._reached(form) if other not in inside]
        return self._resolved(inside)

    def _groups(self, form: Form) -> Grouped:
        if form not in self._grouped:
            self._grouped[form] = group_form(self._shelf.mentions(form), self._corrections)
        return self._grouped[form]

    def _reached(self, form: Form) -> list[Form]:
        """Return the forms that evidence or a correction ties to this one."""
        reached = set(self._partners.get(form, ()))
        for other in self._kin(form):
            pair = (min(form, other), max(form, other))
            if pair not in self._between:
                self._between[pair] = compare_forms(self._groups(pair[0]).groups, self._groups(pair[1]).groups)
            if any(edge.margin >= 0 for edge in self._between[pair]):
                reached.add(other)
        return sorted(reached)

    def _kin(self, form: Form) -> list[Form]:
        mentions = self._shelf.mentions(form)
        if form[0] == "person" and not any(m.former for m in mentions):
            mentions = mentions[:1]
        sought = {key for mention in mentions for key in filing(mention)[1]}
        return sorted({other for key in sought for other in self._shelf.filed(key)} - {form})

    def _resolved(self, inside: set[Form]) -> Resolved:
        groups = {g.key: g for form in inside for g in self._groups(form).groups}
        maybes = [edge for form in sorted(inside) for edge in self._groups(form).maybes]
        within, across = self._edges(inside)
        within += self._corrections.edges_within({m.id: g.key for g in groups.values() for m in g.mentions})
        identities = []
        for component in _components(groups, within):
            made = self._agglomerated([groups[k] for k in component.keys], component.edges)
            identities += [self._identity(group, made.edges) for group in made.groups]
            maybes += made.maybes
        maybes += across
        identities.sort(key=lambda identity: identity.id)
        return Resolved(frozenset(inside), tuple(identities), tuple(maybes))

    def _agglomerated(self, groups: Sequence[Group], edges: Sequence[Edge]) -> Grouped:
        """Join groups; where what evidence joined under one name keeps a correction from its due, that evidence comes second.

        "Rolf Tängdén" of 1 and 2, "Rolf Tengdén" of 3 and 4; 1 and 3 are one, says a correction, and 2 and 4 are two.
        """
        made = agglomerate(groups, edges, self._corrections)
        owner = {m.id: g.key for g in made.groups for m in g.mentions}
        if all(owner[e.a] == owner[e.b] for e in edges if e.by == "correction"):
            return made
        whole = [g for g in groups if not g.ids & self._corrections.named]
        parts = [Group([m]) for g in groups if g.ids & self._corrections.named for m in g.mentions]
        loose = {g.key for g in parts}
        forms = {(g.kind, g.first.form) for g in parts}
        inner = [e for form in sorted(forms) for e in self._grouped[form].edges if e.a in loose and e.b in loose]
        owner = {m.id: g.key for g in (*whole, *parts) for m in g.mentions}
        corrected = self._corrections.edges_within(owner)
        evidence = [e for e in (*edges, *inner) if e.by != "correction"]
        return agglomerate(sorted((*whole, *parts), key=lambda g: g.key), [*corrected, *evidence], self._corrections)

    def _edges(self, inside: set[Form]) -> tuple[list[Edge], list[Edge]]:
        """Return the edges between groups of the forms inside, and the doubtful ones to forms outside."""
        within: list[Edge] = []
        across: list[Edge] = []
        for (one, other), edges in sorted(self._between.items()):
            if one in inside and other in inside:
                within += edges
                continue
            known = {g.key: g for form in (one, other) for g in self._groups(form).groups}
            weak = (weak_maybe(edge, known[edge.a], known[edge.b], self._corrections) for edge in edges)
            across += [edge for edge in weak if edge is not None]
        return within, across

    def _identity(self, group: Group, edges: Sequence[Edge]) -> Identity:
        ids = {m.id for m in group.mentions}
        forms = {(m.kind, m.form) for m in group.mentions}
        inner = [e for form in sorted(forms) for e in self._grouped[form].edges if e.a in ids and e.b in ids]
        outer = [e for e in edges if e.a in ids and e.b in ids and e not in inner]
        return Identity(
            identity_id(group.mentions), group.kind, _name(group.mentions), group.mentions, (*inner, *outer)
        )


@dataclass(frozen=True, slots=True)
class _Component:
    keys: tuple[str, ...]
    edges: tuple[Edge, ...]


def _components(groups: dict[str, Group], edges: Sequence[Edge]) -> list[_Component]:
    """Cut the groups into those that some edge ties together."""
    parent = {key: key for key in groups}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for edge in edges:
        parent[root(edge.a)] = root(edge.b)
    members: dict[str, list[str]] = defaultdict(list)
    for key in sorted(groups):
        members[root(key)].append(key)
    tied: dict[str, list[Edge]] = defaultdict(list)
    for edge in edges:
        tied[root(edge.a)].append(edge)
    return [_Component(tuple(keys), tuple(tied[r])) for r, keys in members.items()]


def best_maybes(maybes: Iterable[Edge], owner: Callable[[str], str]) -> list[tuple[str, str, Edge]]:
    """Return the surest doubt between two identities (``owner`` tells a mention's), in the order of their ids.

    Doubts about mentions that other evidence has joined are left out.
    """
    best: dict[tuple[str, str], Edge] = {}
    for edge in maybes:
        one, other = owner(edge.a), owner(edge.b)
        pair = (min(one, other), max(one, other))
        if one != other:
            kept = best.get(pair)
            if kept is None or (-edge.margin, edge.a, edge.b) < (-kept.margin, kept.a, kept.b):
                best[pair] = edge
    return [(*pair, best[pair]) for pair in sorted(best)]


def identity_id(mentions: Iterable[Mention]) -> str:
    """Return the id of an identity: from its earliest mention, so that later articles leave it alone."""
    first = min(mentions, key=lambda m: (m.day or "9999", m.id))
    letter = "i" if first.kind == "person" else "b"
    return f"{letter}1-{hashlib.sha256(first.id.encode()).hexdigest()[:12]}"


def _name(mentions: Sequence[Mention]) -> str:
    """Return the name that most mentions have, the fuller of two that are as common."""
    counts = Counter(m.name for m in mentions)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))
