"""People of one article: mentions gathered under the fullest name, with roles, party, age and part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Article, Name, Organisation, Person, PersonPart, Role, Span
from pipeline.stages.names.former import behind_former
from pipeline.stages.names.lists import party_letters, party_members
from pipeline.stages.roles.ages import age_before, age_behind, age_later
from pipeline.stages.roles.before import TitlesBefore
from pipeline.stages.roles.behind import TitlesBehind
from pipeline.stages.roles.employers import Employers
from pipeline.stages.roles.groups import Group, bare_name, group_mentions
from pipeline.stages.roles.part import part_of
from pipeline.stages.roles.senders import Senders
from pipeline.stages.roles.surroundings import Surroundings
from pipeline.stages.roles.titles import indefinite, is_plural
from pipeline.stages.roles.workplaces import Workplaces

_PARTY = re.compile(r"\s?\(\s?(?P<party>[A-Za-zåäöÅÄÖ]{1,5})\s?\)")
#: A party between commas: "Karin Johnson, C, är ordförande"; in small letters only in lists: "Nina Forsby, s – Lena Carlén, s".
_PARTY_APPOSED = re.compile(
    r",\s(?P<party>[A-ZÅÄÖ]{1,3}|(?:s|m|c|l|v|fp|kd|mp|sd)(?=\s?(?:[–•\n]|$)))(?=[,.;]?(?:\s|$))"
)
#: What a list of contacts calls everybody in it.
_LABEL = re.compile(r"(?:press)?kontakt(?:person)?(?:er)?\b", re.IGNORECASE)
#: Nouns that are not only a party's members.
_ALSO_OTHERS = frozenset(["feministen", "kommunisten", "demokraten"])


def gather_people(article: Article, organisations: Sequence[Organisation]) -> tuple[Person, ...]:
    """Return the article's people in order of first mention."""
    names = [n for n in article.names if n.label == "PER"]
    groups = group_mentions(names, article.text)
    reader = _RoleReader(article, organisations)
    for group in groups:
        for mention in group.mentions:
            reader.read(group, mention)
    _share_bodies(groups)
    _find_later_ages(groups, article.text)
    reader.find_workplaces(groups)
    return tuple(_person(group) for group in groups)


def _share_bodies(groups: Sequence[Group]) -> None:
    """Give the body behind the last of several to all whose title stands in the plural before the first.

    "strategerna Moa Ek och Lo Lans på ⟦Sjöviks sjukhus⟧".
    """
    bodies: dict[int, int] = {}
    for group in groups:
        for role in group.roles:
            body = role.organisation if role.organisation is not None else group.organisation
            if is_plural(role.text) and body is not None:
                bodies[role.start] = body
    for group in groups:
        group.roles = [
            replace(role, organisation=bodies[role.start])
            if role.organisation is None and group.organisation is None and role.start in bodies
            else role
            for role in group.roles
        ]


def _person(group: Group) -> Person:
    part: PersonPart = "story" if "story" in group.parts or not group.parts else group.parts[0]
    seen: dict[str, Role] = {}
    for role in group.roles:
        kept = seen.get(role.normalised.lower())
        if kept is None or (kept.organisation is None and role.organisation is not None):
            seen[role.normalised.lower()] = role
    return Person(
        name=group.name,
        part=part,
        mentions=tuple(Span(n.start, n.end, n.text) for n in group.mentions),
        roles=tuple(sorted(seen.values(), key=lambda r: r.start)),
        party=group.party,
        age=group.age,
        organisation=group.organisation,
        confidence=max(n.confidence for n in group.mentions),
    )


def _find_later_ages(groups: Sequence[Group], text: str) -> None:
    """Give an age to those whom the next sentence calls by it: "Siv Ek åkte släde. Den 83-åriga veteranen vann."."""
    starts = {id(group): [mention.start for mention in group.mentions] for group in groups}
    for group in groups:
        if group.age is None:
            others = [start for key, own in starts.items() if key != id(group) for start in own]
            ages = (age_later(text, mention.start, mention.end, others) for mention in group.mentions)
            group.age = next((age for age in ages if age is not None), None)


class _RoleReader:
    """Reads what stands around a mention: title, apposition, party, age, body, and what part the person plays."""

    def __init__(self, article: Article, organisations: Sequence[Organisation]) -> None:
        self._around = Surroundings(article, organisations)
        self._employers = Employers(self._around)
        self._before = TitlesBefore(self._around, self._employers)
        self._behind = TitlesBehind(self._around, self._employers)

    def find_workplaces(self, groups: Sequence[Group]) -> None:
        """Give a body to the people whose titles nothing ties to one, where the article as a whole does."""
        senders = Senders(self._around.article, self._around.organisations)
        workplaces = Workplaces(self._around, self._employers, groups)
        for group in groups:
            if group.organisation is None and all(role.organisation is None for role in group.roles):
                sender = senders.of(group)
                group.organisation = workplaces.of(group) if sender is None else sender

    def read(self, group: Group, mention: Name) -> None:
        """Add what this mention tells of the person."""
        block = self._around.block(mention.start)
        group.parts.append(part_of(self._around.text, mention, block))
        start = block.start if block else 0
        end = block.end if block else len(self._around.text)
        at = mention.end
        if not _PARTY.match(self._around.text, at):
            at = behind_former(self._around.text, at)
        party = _PARTY.match(self._around.text, at) or _PARTY_APPOSED.match(self._around.text, at)
        if party and party["party"].upper() in party_letters():
            group.party = party["party"].upper()
            at = behind_former(self._around.text, party.end())
        elif group.party is None:
            group.party = self._party_before(mention)
        age = age_behind(self._around.text, at)
        if age is not None:
            group.age, at = age
        elif group.age is None:
            group.age = age_before(self._around.text, mention.start)
        before = list(self._before.read(mention, start))
        known = group.organisation
        behind = list(self._behind.read(group, mention, at, end, block))
        if known is None and not behind and len(before) == 1 and before[0].organisation is None:
            before = [replace(before[0], organisation=group.organisation)]  # docent ⟦Bo Ek⟧ vid Alvsunds universitet
        if behind:
            before = [role for role in before if not _LABEL.match(role.text)]
        roles = [*before, *behind]
        roles += self._behind.later_post(mention, at, roles)
        if group.organisation is None:
            group.organisation = self._employers.of_contact(mention)
        if not before and group.organisation is None and all(role.organisation is None for role in roles):
            group.organisation = self._employers.owning(mention.start)  # Vårdfackets Roza Ek
        if not roles:
            roles = list(self._behind.told_next(mention.end))
        group.roles += roles

    def _party_before(self, mention: Name) -> str | None:
        """``moderaten ⟦Bo Ek⟧``: the party whose member the noun just before the name is."""
        word = re.search(r"(\w+)[ \u00a0]$", self._around.text[max(0, mention.start - 30) : mention.start])
        member = word[1].lower() if word else ""
        return None if member in _ALSO_OTHERS else party_members().get(member)


__all__ = ["bare_name", "gather_people", "indefinite"]
