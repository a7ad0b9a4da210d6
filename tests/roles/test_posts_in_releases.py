"""Titles and bodies in the ways of press releases: no commas, two titles, posts that change hands; our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Record

Read = Callable[[str], Record]
Titles = list[tuple[str, str | None]]

ROLES: list[tuple[str, str, Titles]] = [
    ("Från den 1 december är Rut Ek tillförordnad rektor i Alvsund.", "Rut Ek", [("tillförordnad rektor", None)]),
    (
        "Från den 1 mars är Rut Ek tillförordnad barn- och utbildningschef.",
        "Rut Ek",
        [("tillförordnad barn- och utbildningschef", None)],
    ),
    ("I höst kommer Rut Ek att tillträda som skolchef i Alvsund.", "Rut Ek", [("skolchef", None)]),
    ("Bo Alm kommer att börja som rektor på Åskolan.", "Bo Alm", [("rektor", "Åskolan")]),
    (
        "– Det gick bra, säger Rut Ek, Tullverket och insatsledare för kontrollen.",
        "Rut Ek",
        [("insatsledare för kontrollen", "Tullverket")],
    ),
    ("– Det gick bra, säger Rut Ek, Kommunals sektionsordförande.", "Rut Ek", [("sektionsordförande", "Kommunal")]),
    ("– Det gick bra, säger Rut Ek, polisens presstalesperson.", "Rut Ek", [("polisens presstalesperson", "polisen")]),
    (
        "Rut Ek\nKommunstyrelsens ordförande\n08-465 004 12",
        "Rut Ek",
        [("kommunstyrelsens ordförande", "Kommunstyrelsen")],
    ),
    ("– Det gick bra, säger Bo Alm SVT:s projektledare för veckan.", "Bo Alm", [("projektledare för veckan", "SVT")]),
    (
        "– Det gick bra, säger Bo Alm, regionråd (S) och ordförande i Kulturrådet Norr.",
        "Bo Alm",
        [("regionråd", None), ("ordförande", "Kulturrådet Norr")],
    ),
    (
        "Regiondirektör Tom Ek går in som tillförordnad sjukvårdsdirektör och områdeschef Siv Alm tackar för sig.",
        "Siv Alm",
        [("områdeschef", None)],
    ),
    (
        "Bo Ek, som varit tillförordnad sedan i maj, återgår till ordinarie tjänst som ekonomichef i Bergfast AB.",
        "Bo Ek",
        [("ekonomichef", "Bergfast AB")],
    ),
    ("Chefen och läkaren Siv Alm slutar.", "Siv Alm", [("chef och läkare", None)]),
    (
        "Överbefälhavaren (ÖB) general Bo Ek bjöd in pressen.",
        "Bo Ek",
        [("överbefälhavare", None), ("general", None)],
    ),
    (
        "Kritiken rör den anmälan av landshövding Bo Alm som Naturskyddsföreningen har gjort.",
        "Bo Alm",
        [("landshövding", None)],
    ),
    ("pressmeddelande Redaktör Siv Alm, tel 08-465 004 12", "Siv Alm", [("redaktör", None)]),
    ("Rektorn installeras av universitetskansler Ida Lans.", "Ida Lans", [("universitetskansler", None)]),
    ("Arbetet utförs av kulturgeografen Bo Alm.", "Bo Alm", [("kulturgeograf", None)]),
    (
        "– Fäst bryggan, säger Rut Ek, tjänsteperson i beredskap vid Norrhamns kommun.",
        "Rut Ek",
        [("tjänsteperson i beredskap", "Norrhamns kommun")],
    ),
]


@pytest.mark.parametrize(("text", "name", "roles"), ROLES, ids=lambda value: str(value)[:40])
def test_roles(read: Read, text: str, name: str, roles: Titles) -> None:
    record = read(text)
    bodies = {o.id: o.name for o in record.organisations or []}
    person = next(p for p in record.people or [] if p.name == name)
    found = [
        (role.normalised[:1].lower() + role.normalised[1:], bodies.get(role.organisation_id or ""))
        for role in person.roles
    ]
    assert found == roles


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tävlande är Miguel Ramos, född 1970, och Bo Ek, född 1972.", ["Miguel Ramos", "Bo Ek"]),
        ("Priset är Eva Lunds, som är glad.", ["Eva Lund"]),
    ],
)
def test_names_in_s(read: Read, text: str, names: list[str]) -> None:
    assert [p.name for p in read(text).people or []] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mötet hölls i Sofia Magdalenakyrkan. Rut Ek talade.", ["Rut Ek"]),
        ("– Kyrkan är öppen, säger Rut Nykyrka.", ["Rut Nykyrka"]),
    ],
)
def test_churches_are_nobody(read: Read, text: str, names: list[str]) -> None:
    assert [p.name for p in read(text).people or []] == names


def test_whom_a_university_honours(read: Read) -> None:
    honours = "Högskolan i Alvsund firar i maj. De tre {} är Siv Alm och professor Bo Ek. Högskolan i Alvsund är ung."
    for who, body in (("hedersdoktorerna", None), ("talarna", "Högskolan i Alvsund")):
        record = read(honours.format(who))
        bodies = {o.id: o.name for o in record.organisations or []}
        person = next(p for p in record.people or [] if p.name == "Bo Ek")
        assert bodies.get(person.organisation_id or "") == body


def test_in_charge_of_what_is_somebodys(read: Read) -> None:
    record = read("– Till exempel bjöd vi in Alvsunds kommun, säger Rut Ek, ansvarig bankens gåvor.")
    assert [p.organisation_id for p in record.people or []] == [None]


def test_an_authority_with_a_partys_letters(read: Read) -> None:
    record = read("Finansinspektionen (FI) svarar. ”Vi har inte gjort fel”, säger FI:s generaldirektör Bo Ek.")
    assert [p.party for p in record.people or []] == [None]


BODIES: list[tuple[str, list[str], list[str]]] = [
    (
        "Ryttarna får pengar från Sparbanksstiftelsen Alv & Skog för ridning. Rut Ek är vd på Sparbanksstiftelsen Alv & Skog.",
        ["Rut Ek"],
        ["Sparbanksstiftelsen Alv & Skog"],
    ),
    (
        "Nordo Marin har under Alf Eks ledning vuxit. Alf Ek kommer från Nordo Marin Teknik AB där han varit vd.",
        ["Alf Ek"],
        ["Nordo Marin Teknik AB"],
    ),
    ("Brodén Måleri AB ägs av Tage Brodén.", ["Tage Brodén"], ["Brodén Måleri AB"]),
    ("Fotograf: Håkan Ek På bilden: Jakob Alm och Julia Lund.", ["Håkan Ek", "Jakob Alm", "Julia Lund"], []),
]


@pytest.mark.parametrize(("text", "people", "bodies"), BODIES, ids=lambda value: str(value)[:40])
def test_who_and_what_is_named(read: Read, text: str, people: list[str], bodies: list[str]) -> None:
    record = read(text)
    assert [p.name for p in record.people or []] == people
    assert [o.name for o in record.organisations or []] == bodies
