"""What speaks for and against two groups of mentions being one: shared tokens weighed, contradictions, in tenths."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from pipeline.archive.link import bodies
from pipeline.archive.link.mentions import CAPS, CORE, RARE, Mention, asks, has_role_of, place_on_the_pitch, weight
from pipeline.archive.link.names import PersonName, parse_name
from pipeline.archive.link.relations import SAME, Relation, relation

#: A pair that lacks no more than this (tenths) is doubtful: it stays two, with a `maybe` link.
DOUBT = 15
#: What the same outlet then adds (tenths) to its own weight.
_SAME_OUTLET = 5
#: What contradictions take away (tenths): another party, another town, a reporter here and a source there, two
#: places on the pitch, and other work where the two share no more than company and place: one event has both.
_OTHER_PARTY, _OTHER_HOME, _OTHER_PART, _OTHER_PITCH, _OTHER_WORK = 30, 20, 15, 20, 10
#: A name that asks for more than this (tenths) has some forty bearers, of whom two may have been at one event.
_COMMON = 20
#: Years at least of somebody with a role of grown-ups.
_YOUNGEST_AT_WORK = 16
#: Evidence that an event gives to all who were there.
_OF_AN_EVENT = frozenset(("person", "heard", "place", "home", "cobody", "source"))


class Group:
    """Mentions taken for one person or body, with what they say together. Never changed once made."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.mentions: tuple[Mention, ...] = tuple(sorted(mentions, key=lambda m: m.id))
        self.first = self.mentions[0]
        self.key = self.first.id
        self.kind = self.first.kind

    @cached_property
    def tokens(self) -> frozenset[str]:
        """Everything that the mentions say."""
        if len(self.mentions) == 1:
            return frozenset(self.first.tokens)
        return frozenset(token for m in self.mentions for token in m.tokens)

    @cached_property
    def ids(self) -> frozenset[str]:
        """The mentions' ids."""
        return frozenset(m.id for m in self.mentions)

    @cached_property
    def articles(self) -> frozenset[str]:
        """The articles that the mentions are of."""
        return frozenset(m.article for m in self.mentions)

    @cached_property
    def born(self) -> tuple[int, int] | None:
        """The earliest and the latest year of birth that ages give."""
        years = [m.born for m in self.mentions if m.born is not None]
        return (min(years), max(years)) if years else None

    @cached_property
    def seen(self) -> int | None:
        """The earliest year that a mention is of."""
        return min((int(m.day[:4]) for m in self.mentions if m.day), default=None)

    @cached_property
    def at_work(self) -> int | None:
        """The earliest year in which the person has a role."""
        return min((int(m.day[:4]) for m in self.mentions if m.day and _is_at_work(m)), default=None)

    @cached_property
    def former(self) -> frozenset[str]:
        """Surnames that articles say the person had."""
        return frozenset(name for m in self.mentions for name in m.former)

    @cached_property
    def homes(self) -> frozenset[str]:
        """The towns of the person's bodies."""
        return self.values("home")

    @cached_property
    def parties(self) -> frozenset[str]:
        """The person's parties."""
        return self.values("party")

    @cached_property
    def behind_the_news(self) -> frozenset[bool]:
        """Whether the person writes or photographs, as the mentions have it."""
        return frozenset(m.part in ("byline", "credit") for m in self.mentions)

    @cached_property
    def pitch(self) -> frozenset[str]:
        """The person's places in a team."""
        return frozenset(role for role in self.values("role") if place_on_the_pitch(role))

    @cached_property
    def work(self) -> frozenset[str]:
        """Roles, trades, bodies and parties, where a role or a party is said."""
        if not self.values("role") and not self.parties:
            return frozenset()
        return self.parties.union(*(self.values(kind) for kind in ("role", "trade", "body")))

    @cached_property
    def generations(self) -> frozenset[str]:
        """The marks of an older and a younger bearer of the name."""
        return frozenset({m.form.partition("#")[2] for m in self.mentions} - {""})

    @cached_property
    def name(self) -> PersonName:
        """The name, taken apart."""
        return parse_name(self.first.name)

    def values(self, kind: str) -> frozenset[str]:
        """Return the values of one kind of token."""
        start = kind + ":"
        return frozenset(token[len(start) :] for token in self.tokens if token.startswith(start))


class Joined:
    """What groups that have been joined say together: grows by `absorb`, the smaller into the larger."""

    def __init__(self, group: Group) -> None:
        self.key = group.key
        self.kind = group.kind
        self.groups = [group]
        self.articles = set(group.articles)
        self.born = group.born
        self.seen = group.seen
        self.at_work = group.at_work
        self.parties = set(group.parties)
        self.homes = set(group.homes)
        self.pitch = set(group.pitch)
        self.work = set(group.work)
        self.behind_the_news = set(group.behind_the_news)
        self.generations = set(group.generations)

    def absorb(self, other: Joined) -> None:
        """Take in what another says."""
        self.key = min(self.key, other.key)
        self.groups += other.groups
        self.articles |= other.articles
        self.parties |= other.parties
        self.homes |= other.homes
        self.pitch |= other.pitch
        self.work |= other.work
        self.behind_the_news |= other.behind_the_news
        self.generations |= other.generations
        if self.born and other.born:
            self.born = (min(self.born[0], other.born[0]), max(self.born[1], other.born[1]))
        self.born = self.born or other.born
        self.seen = min((year for year in (self.seen, other.seen) if year), default=None)
        self.at_work = min((year for year in (self.at_work, other.at_work) if year), default=None)


Says = Group | Joined


@dataclass(frozen=True, slots=True)
class Edge:
    """Why two mentions may be one: how the names go together, the shared evidence, its weight and what was asked for.

    ``score`` and ``asked`` are in tenths. ``against`` names contradictions. ``by`` is ``evidence`` or ``correction``.
    """

    a: str
    b: str
    relation: str
    shared: tuple[str, ...]
    against: tuple[str, ...]
    score: int
    asked: int
    unique: bool = False
    by: str = "evidence"

    @property
    def margin(self) -> int:
        """By how much (tenths) the evidence is more than enough."""
        return self.score - self.asked


def _is_at_work(mention: Mention) -> bool:
    """Tell whether the mention has a role of grown-ups: pupils, players and sons have none."""
    roles = (token.removeprefix("role:") for token in mention.tokens if token.startswith("role:"))
    return any(not has_role_of("young", role) and place_on_the_pitch(role) is None for role in roles)


def _too_young(child: Says, other: Says) -> bool:
    """Tell whether the one was not born when the other is in the news, or a child when the other is at work."""
    if child.born is None:
        return False
    born = child.born[1] - 1  # an age gives the year one year either way
    return (other.seen is not None and born > other.seen) or (
        other.at_work is not None and born + _YOUNGEST_AT_WORK > other.at_work
    )


def contradiction(one: Says, other: Says) -> str | None:
    """Return why two groups cannot be one, whatever they share: two people of one article, other years of birth."""
    if one.kind == "person" and not one.articles.isdisjoint(other.articles):
        return "båda i samma artikel"
    if one.born and other.born and max(one.born[1], other.born[1]) - min(one.born[0], other.born[0]) > 2:
        return "olika ålder"
    if _too_young(one, other) or _too_young(other, one):
        return "för ung då"
    return "en äldre och en yngre" if len(one.generations | other.generations) > 1 else None


def at_odds(group: Group) -> bool:
    """Tell whether the years of a group's mentions cannot be one person's."""
    years = group.born
    return years is not None and (years[1] - years[0] > 2 or _too_young(group, group))


def doubts(one: Says, other: Says) -> list[tuple[str, int]]:
    """Return what speaks against two groups being one, with weights."""
    found = []
    if one.parties and other.parties and one.parties.isdisjoint(other.parties):
        found.append(("olika parti", _OTHER_PARTY))
    if one.homes and other.homes and one.homes.isdisjoint(other.homes):
        found.append(("olika ort", _OTHER_HOME))
    if one.pitch and other.pitch and one.pitch.isdisjoint(other.pitch):
        found.append(("olika plats i laget", _OTHER_PITCH))
    if one.behind_the_news.isdisjoint(other.behind_the_news):
        found.append(("skribent och omskriven", _OTHER_PART))
    return found


def other_work(one: Says, other: Says, shared: Iterable[str], asked: int) -> list[tuple[str, int]]:
    """Return other work as a doubt, where a common name shares no more than an event: both may have been there."""
    if asked <= _COMMON or not one.work or not other.work or not one.work.isdisjoint(other.work):
        return []
    return [("annat arbete", _OTHER_WORK)] if {token.partition(":")[0] for token in shared} <= _OF_AN_EVENT else []


def total(tokens: Iterable[str]) -> int:
    """Return what tokens weigh together, each kind up to its cap."""
    sums: dict[str, int] = {}
    for token in tokens:
        kind = token.partition(":")[0]
        sums[kind] = min(sums.get(kind, 0) + weight(token), CAPS.get(kind, 100))
    return sum(sums.values())


def names_go_together(one: Group, other: Group) -> Relation | None:
    """Return how the names of two groups may mean one, or none."""
    if one.kind != other.kind:
        return None
    if one.kind == "body":
        found = bodies.relation(one.first.form, other.first.form)
        if found is not None and found.label == "annat namn i texten":
            short = min(one.first.form, other.first.form, key=len)
            return found if f"called:{short}" in one.tokens & other.tokens else None
        return found
    found = relation(one.name, other.name)
    if found is None and one.name.given == other.name.given and one.name.generation == other.name.generation:
        said = one.former & set(other.name.surnames) or other.former & set(one.name.surnames)
        return Relation("tidigare namn enligt texten", 0) if said else None
    return found


def _score(shared: Sequence[str], rare: bool, how: Relation) -> int:
    """Return what shared tokens weigh; the same outlet, or part of the country, tells something of a rare name only."""
    kinds = {token.partition(":")[0] for token in shared}
    if not rare:
        return 0 if kinds == {"source"} else total(shared)
    other = [token for token in shared if not token.startswith("near:")]
    near = len(shared) - len(other) - ("source" in kinds)  # the outlet's own town is no further evidence
    alike = _SAME_OUTLET if "source" in kinds and how is SAME else weight("near:") if near > 0 else 0
    return total(other) + alike


def compare(one: Group, other: Group, how: Relation = SAME) -> Edge:
    """Return the evidence for two groups being one."""
    shared = one.tokens & other.tokens
    asked = max(asks(one.first), asks(other.first))  # the commoner name is the one that others may bear too
    listed = sorted(shared)
    if one.born and other.born:
        low, high = min(one.born[0], other.born[0]), max(one.born[1], other.born[1])
        if high - low <= 1:
            listed.append(f"born:{low}" if low == high else f"born:{low}–{high}")
    score = _score(listed, asked <= RARE, how)
    against = doubts(one, other)
    against += other_work(one, other, listed, asked)
    score -= sum(taken for _, taken in against)
    a, b = sorted((one.key, other.key))
    labels = tuple(label for label, _ in against)
    return Edge(a, b, how.label, tuple(listed), labels, score, asked + how.extra, how.unique)


def core(mention: Mention) -> tuple[str, ...]:
    """Return what a mention says of who it is, apart from where the article was."""
    return tuple(token for token in mention.tokens if token.partition(":")[0] in CORE)


def enough(tokens: Sequence[str], mention: Mention) -> bool:
    """Tell whether sharing these tokens is enough for a name like the mention's."""
    return total(tokens) >= asks(mention)
