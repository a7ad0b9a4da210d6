"""Whose a phone number or an e-mail address is, by where it stands: pure logic over lines, people and bodies.

A contact block is read from the number upwards. The name on the number's own line owns it; else the nearest name line
above, past labels, titles, other numbers and addresses; a sentence ends the search. Switchboards and service numbers
belong to a body or to nobody, and an address that spells a name is that person's wherever it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal

from pipeline.article import Email, Organisation, Owner, Person, Phone
from pipeline.stages.owners.above import above, below, is_body, is_labelled, labels_another
from pipeline.stages.owners.beside import on_line, respective
from pipeline.stages.owners.bodies import body_near, of_a_company_block, of_an_address, through_a_desk
from pipeline.stages.owners.desks import of_a_desk, of_senders_desk
from pipeline.stages.owners.lines import Lines, Mentions, Owned
from pipeline.stages.owners.order import by_order
from pipeline.stages.owners.spelling import is_shared, local_part, spells_another, spelt_lines, whom_it_spells

_FAX = re.compile(r"\b(?:tele)?fax(?:nr|nummer)?[.:]?\W{0,3}$", re.IGNORECASE)


def find_owners(
    text: str,
    phones: Sequence[Phone],
    emails: Sequence[Email],
    people: Sequence[Person],
    organisations: Sequence[Organisation],
) -> tuple[Owner, ...]:
    """Return an owner for each phone and address that has one, phones first, by their positions in their layers.

    'Tage Brodén, presschef' above '070-174 06 12, 08 - 465 004 12' owns both numbers; the next name line owns what
    stands below it. A contact without a person gets the body named nearest to it, and none where there is none.
    """
    lines = Lines(text)
    names = Mentions(people)
    bodies = Mentions(organisations)
    owners: list[Owner] = []
    owned: list[Owned | None]
    spelt = spelt_lines(lines, emails, people)
    ordered = by_order(lines, phones, names, people)
    owned = [
        ("person", ordered[index]) if index in ordered else _phone_owner(lines, phone, names, bodies, spelt)
        for index, phone in enumerate(phones)
    ]
    shared = _shared_faxes(text, phones, owned)
    office = _same_office(phones, owned)
    for index, owner in enumerate(owned):
        owner = owner or office.get(phones[index].e164)
        if owner is not None and phones[index].e164 not in shared:
            owners.append(_owner("phones", index, owner))
    for index, email in enumerate(emails):
        owner = _email_owner(lines, email, names, bodies, people)
        if owner is not None:
            owners.append(_owner("emails", index, owner))
    return tuple(owners)


def _same_office(phones: Sequence[Phone], owned: Sequence[Owned | None]) -> dict[str | None, Owned]:
    """Return whose the numbers are that are a body's in one place: they are so wherever the text gives them again."""
    whose: dict[str | None, set[Owned]] = {}
    for phone, owner in zip(phones, owned, strict=True):
        if owner is not None and phone.e164 is not None:
            whose.setdefault(phone.e164, set()).add(owner)
    alone = {number: next(iter(owners)) for number, owners in whose.items() if len(owners) == 1}
    return {number: owner for number, owner in alone.items() if owner[0] == "organisation"}


def _shared_faxes(text: str, phones: Sequence[Phone], owned: Sequence[Owned | None]) -> set[str | None]:
    """Return the fax numbers that stand in the lines of more than one: they belong to the office."""
    faxes = {phone.e164 for phone in phones if _FAX.search(text[max(0, phone.start - 20) : phone.start])}
    whose: dict[str | None, set[Owned | None]] = {}
    for phone, owner in zip(phones, owned, strict=True):
        whose.setdefault(phone.e164, set()).add(owner)
    return {number for number in faxes if number is not None and len(whose[number]) > 1}


def _owner(layer: Literal["phones", "emails"], index: int, owned: Owned) -> Owner:
    kind, who = owned
    return Owner(
        layer, index, person=who if kind == "person" else None, organisation=who if kind == "organisation" else None
    )


def _phone_owner(
    lines: Lines, phone: Phone, names: Mentions, bodies: Mentions, spelt: Mapping[int, int]
) -> Owned | None:
    if phone.kind == "short":
        return None
    if phone.context != "switchboard":
        service = phone.kind in ("freephone", "shared", "premium")
        company = of_a_company_block(lines, phone, names, bodies)
        company = through_a_desk(lines, phone.start, bodies) if company is None else company
        if company is not None:
            return "organisation", company
        who = respective(lines, phone.start, phone.end, names)
        if who is None:
            who = on_line(lines, phone.start, phone.end, names, service)
        if who is None and labels_another(lines, phone.start, bodies):
            return None
        if who is None and not service and not of_a_desk(lines, phone.start, bodies):
            who = spelt.get(lines.at(phone.start))
            who = above(lines, phone.start, names, spelt, bodies) if who is None else who
            who = below(lines, phone.start, names) if who is None else who
        if who is not None:
            return "person", who
        here = lines.at(phone.start)
        desk = of_senders_desk(lines, phone.start, bodies) or is_labelled(lines, here, phone.start)
        if desk and not (here and is_body(lines, here - 1, bodies)):
            return bodies.senders()
    return body_near(lines, phone.start, bodies)


def _email_owner(
    lines: Lines, email: Email, names: Mentions, bodies: Mentions, people: Sequence[Person]
) -> Owned | None:
    local, spelt = local_part(email), whom_it_spells(email, people)
    if len(spelt) == 1:
        return "person", spelt[0]
    addressed = of_an_address(lines, email.start, names, bodies) if not spelt else None
    if addressed is not None:
        return "organisation", addressed
    if not is_shared(local):
        who = on_line(lines, email.start, email.end, names, service=False)
        if who is None:
            who = above(lines, email.start, names, {}, bodies)
        if who is not None and (who in spelt or not (spelt or spells_another(local, people[who].name))):
            return "person", who
        if spelt:
            return "person", spelt[0]
    return body_near(lines, email.start, bodies)
