"""What link knows of one person or body in one article: its name and the evidence that may tie it to others.

Evidence is a set of tokens, each a kind and a value: ``body:alvsunds kommun``, ``role:rektor``, ``place:alvsund``. Two
mentions share evidence where they share tokens; a token weighs the same whoever has it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

from pipeline.archive.link import bodies as body_names
from pipeline.archive.link.names import bar, bearers, heard, parse_name
from pipeline.article import PersonPart
from pipeline.data import read_table
from pipeline.record import OrganisationRecord, PersonRecord, Record
from pipeline.stages.names.former import former_name
from pipeline.stages.names.spelling import fold

Kind = Literal["person", "body"]
#: A name that asks for no more than this (tenths) is borne by one or two in the country: the same part of the country
#: is evidence then.
RARE = 11
#: Tokens of each kind at most, in order of the article: a table of results is no circle of acquaintances.
_MOST = 8
#: A list of more people than this (results, minutes) says little of who belongs together.
_CROWD = 12
_PREFIXES = re.compile(
    r"^(?:f\.\s?d\.|fd|före detta|förra|förre|tidigare|avgående|tillträdande|nyvald|nyvalda|nya|nye|tf\.?|tillförordnad|"
    r"vikarierande|biträdande|vice|\d:[ea] vice|förste|första|andre|andra)\s+"
)
#: What a role is of: "ordförande ⟦för avdelningen⟧".
_BEHIND_TRADE = re.compile(r"\s(?:för|i|på|vid|inom|hos|av)\s")


@dataclass(frozen=True, slots=True)
class Mention:
    """A person or body of one record. ``id`` is the record's own; ``form`` the name as a key; ``day`` ISO or null.

    ``born`` is a year that an age and a date give (one year either way); ``former`` are surnames that the text says
    the person had.
    """

    id: str
    article: str
    kind: Kind
    name: str
    form: str
    day: str | None
    tokens: tuple[str, ...]
    born: int | None = None
    former: tuple[str, ...] = ()
    part: PersonPart = "story"

    def to_row(self) -> str:
        """Return the mention as one line of JSON, for a store."""
        row = [self.id, self.article, self.kind, self.name, self.form, self.day, self.tokens, self.born, self.former]
        return json.dumps([*row, self.part], ensure_ascii=False)

    @classmethod
    def from_row(cls, line: str) -> Mention:
        """Read back what `to_row` wrote."""
        row: list[Any] = json.loads(line)
        row[6], row[8] = tuple(row[6]), tuple(row[8])
        return cls(*row)


def mentions_of(record: Record) -> Iterator[Mention]:
    """Yield what a record says of each of its people and bodies."""
    reading = _Reading(record)
    for person in record.people:
        yield reading.person(person)
    for body in record.organisations:
        yield reading.body(body)


class _Reading:
    """One record on its way to mentions."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._bodies = {o.id: body_names.canonical(o.name) for o in record.organisations}
        self._places = [fold(p.name) for p in record.places][:_MOST]
        homes = (body_names.home(body, self._places) for body in self._bodies.values())
        towns = [*(home for home in homes if home), *(b for b in self._bodies.values() if body_names.is_place(b))]
        self._towns = list(dict.fromkeys(towns))[:_MOST]
        self._day = (record.source.published_at or "")[:10] or None
        self._source = record.source.name
        beginnings = [body_names.beginning(name) for name in (*self._bodies.values(), fold(self._source or ""))]
        near = [body_names.beginning(name) or name.removesuffix("s") for name in self._places]
        near += [begin for begin in beginnings if begin]
        self._near = list(
            dict.fromkeys([*near, *(body_names.counties()[n] for n in near if n in body_names.counties())])
        )

    def person(self, p: PersonRecord) -> Mention:
        name = parse_name(p.name)
        own = dict.fromkeys(r.organisation_id for r in p.roles if r.organisation_id)
        if p.organisation_id:
            own[p.organisation_id] = None
        tied = [self._bodies[key] for key in own if key in self._bodies]
        roles = list(dict.fromkeys(plain_role(r.normalised) for r in p.roles))
        tokens = [f"contact:{c}" for c in self._contacts(p.id)]
        tokens += [f"office:{role}@{body}" for role in roles for body in tied]
        tokens += [f"body:{body}" for body in tied] + [f"role:{role}" for role in roles]
        tokens += [f"trade:{trade}" for trade in dict.fromkeys(trade_of(role) for role in roles) if trade]
        party = (p.party or "").upper() or next(filter(None, map(_party_letters().get, tied)), "")
        tokens += [f"party:{party}"] if party else []  # (m) in old papers, (M) in new ones
        tokens += [f"staff:{self._source}"] if self._source and p.part in ("byline", "credit") else []
        homes = list(dict.fromkeys(home for body in tied if (home := body_names.home(body, self._places))))
        tokens += [f"home:{home}" for home in homes]
        places = list(dict.fromkeys([*homes, *self._places, *self._towns]))
        tokens += [f"place:{place}" for place in places]
        tokens += [f"local:{role}@{place}" for role in roles if not is_common_role(role) for place in places]
        tokens += [f"seat:{party}@{place}" for place in places] if party else []
        if self._source:
            tokens += [f"beat:{role}@{self._source}" for role in roles if not is_common_role(role)]
        tokens += self._company(p.id)
        tokens += [f"cobody:{body}" for body in [*tied, *self._other_bodies(tied)]]
        tokens += [f"source:{self._source}"] if self._source else []
        tokens += [f"near:{town}" for town in self._near] if bar(name.form) <= RARE else []
        born = int(self._day[:4]) - p.age if p.age is not None and self._day else None
        return Mention(
            id=p.id,
            article=self._record.id,
            kind="person",
            name=p.name,
            form=name.form,
            day=self._day,
            tokens=tuple(sorted(set(tokens))),
            born=born,
            former=self._former(p),
            part=p.part,
        )

    def body(self, o: OrganisationRecord) -> Mention:
        name = body_names.canonical(o.name)
        tokens = [f"ref:{o.ref}"] if o.ref else []
        tokens += [f"called:{form}" for form in body_names.forms(o.name, o.aliases)]
        home = body_names.home(name, self._places)
        tokens += [f"home:{home}"] if home else []
        tokens += [f"place:{place}" for place in dict.fromkeys([*self._places, *self._towns])]
        tokens += self._company("")
        tokens += [f"cobody:{body}" for body in self._other_bodies([name])]
        tokens += [f"source:{self._source}"] if self._source else []
        form = f"{name}@{self._record.id}" if body_names.is_bare(name) else name
        ordered = tuple(sorted(set(tokens)))
        return Mention(o.id, self._record.id, "body", o.name, form, self._day, ordered)

    def _contacts(self, person: str) -> list[str]:
        """Return numbers and addresses that are this person's; a switchboard is nobody's."""
        r = self._record
        numbers = [
            p.e164 for p in r.phones if p.person_id == person and p.e164 and p.kind == "mobile" and not p.extension
        ]
        return numbers + [e.text.lower() for e in r.emails if e.person_id == person]

    def _company(self, person: str) -> list[str]:
        """Return who else is in the article: the name as written, and as it sounds, for it may be spelt otherwise."""
        forms = self._others(person)
        return [f"person:{form}" for form in forms] + [f"heard:{heard(form)}" for form in forms]

    def _others(self, person: str) -> list[str]:
        others = [p for p in self._record.people if p.id != person and p.part in ("story", "contact")]
        if len(others) > _CROWD:
            return []
        names = [parse_name(p.name) for p in others]
        return [name.form for name in names if name.whole][:_MOST]

    def _other_bodies(self, tied: list[str]) -> list[str]:
        others = [b for b in self._bodies.values() if b not in tied and not body_names.is_bare(b)]
        return list(dict.fromkeys(others))[:_MOST]

    def _former(self, p: PersonRecord) -> tuple[str, ...]:
        """Return surnames that the text says the person had: "Anna Lund, tidigare Ek," and "Anna Lund (född Ek)"."""
        if p.part != "story":
            return ()
        text = self._record.text
        own = set(parse_name(p.name).surnames)
        found = [name for span in p.mentions if (name := former_name(text, span.end))]
        return tuple(sorted({fold(name) for name in found} - own))


@cache
def _party_letters() -> dict[str, str]:
    """Return the letters of each party by the key of its name."""
    return {
        body_names.canonical(name): letters for letters, name, *_ in read_table("models", "lexicons", "parties.tsv")
    }


@lru_cache(maxsize=100_000)
def plain_role(role: str) -> str:
    """Return a role without what tells its time or rank: "f.d. rektor" and "tf rektor" are "rektor"."""
    plain = fold(role)
    while (match := _PREFIXES.match(plain)) and match.end() < len(plain):
        plain = plain[match.end() :]
    return plain


@cache
def _roles(how: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the whole roles and the endings that the list has under a word."""
    rows = [fold(name) for name, word in read_table("models", "lexicons", "link_roles.tsv") if word == how]
    return frozenset(r for r in rows if r[0] != "-"), tuple(r[1:] for r in rows if r[0] == "-")


def has_role_of(how: str, role: str) -> bool:
    """Tell whether a role is ``common``, ``few``, ``single`` or ``pitch``: see the head of the list.

    >>> has_role_of("few", "kommunalråd"), has_role_of("common", "enhetschef")
    (True, True)
    """
    whole, endings = _roles(how)
    return role in whole or (bool(endings) and role.endswith(endings))


def is_common_role(role: str) -> bool:
    """Tell whether many people have the role at once: *ordförande*, *lärare*, *enhetschef*."""
    return has_role_of("common", role) and not has_role_of("few", role)


@cache
def _titles() -> frozenset[str]:
    return frozenset(fold(row[0]) for row in read_table("models", "lexicons", "titles.tsv") if row[0][0] != "-")


@lru_cache(maxsize=100_000)
def trade_of(role: str) -> str | None:
    """Return the trade that a compound role is of: *busschaufför* and *chaufför på linje 4* are both "chaufför"."""
    role = _BEHIND_TRADE.split(role)[0]
    ends = (role[at:] for at in range(1, len(role) - 4))
    return next((end for end in ends if end in _titles()), role if role in _titles() else None)


@lru_cache(maxsize=100_000)
def place_on_the_pitch(role: str) -> str | None:
    """Return which of the roles that nobody has two of it is: a goalkeeper is no forward."""
    return role if has_role_of("pitch", role) else None


#: What a shared token weighs in tenths, where its value makes no difference.
_WEIGHTS = {
    "contact": 60,
    "local": 10,
    "beat": 13,
    "seat": 12,
    "near": 9,
    "place": 10,
    "home": 5,
    "heard": 8,
    "staff": 25,
    "source": 8,
    "ref": 40,
    "called": 10,
    "born": 15,
}
#: What tokens of a kind weigh together at most: ten shared places are one region, not ten times the evidence.
CAPS = {
    "contact": 60,
    "office": 25,
    "local": 10,
    "beat": 13,
    "seat": 12,
    "body": 30,
    "role": 35,
    "trade": 8,
    "place": 15,
    "home": 5,
    "person": 14,
    "heard": 16,
    "cobody": 12,
}
CAPS |= {"ref": 40, "called": 10}
#: What a shared role weighs, in tenths, the rarest sort first.
_ROLE_WEIGHTS = (("single", 35), ("few", 25), ("common", 8))
#: Kinds that say who somebody is, not only where the article was.
CORE = ("contact", "staff", "office", "body", "role", "trade", "party", "home", "ref", "called")


@lru_cache(maxsize=1_000_000)
def weight(token: str) -> int:
    """Return what sharing a token tells, in tenths: a rare acquaintance more than a common one, a school than a state.

    >>> weight("role:rektor") > weight("role:ordförande")
    True
    """
    kind, _, value = token.partition(":")
    if kind in _WEIGHTS:
        return _WEIGHTS[kind]
    if kind == "role":
        return next((tenths for how, tenths in _ROLE_WEIGHTS if has_role_of(how, value)), 12)
    if kind == "trade":
        return 3 if is_common_role(value) else 8
    if kind == "office":
        return 10 if is_common_role(value.partition("@")[0]) else 25
    if kind == "party":
        return 10 if value.isupper() and len(value) <= 2 else 20
    if kind == "person":
        return 2 if bearers(value) > 500 else 7 if bearers(value) > 10 else 12
    return body_names.weight(value, tied=kind == "body")


def asks(mention: Mention) -> int:
    """Return how much evidence (tenths) the mention's name asks for."""
    return bar(mention.form) if mention.kind == "person" else body_names.bar(mention.form)
