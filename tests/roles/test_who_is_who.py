"""Bodies, streets, initials, short forms and addresses in whole small articles of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Record

Read = Callable[[str], Record]

KINDS = {
    "Länsstyrelsen i Skåne": "county_board",
    "Säffle kommun": "municipality",
    "Region Värmland": "region",
    "Karolinska universitetssjukhuset": "hospital",
    "Lunds universitet": "university",
    "Socialdemokraterna": "party",
    "Åklagarmyndigheten": "authority",
    "Hovrätten för Västra Sverige": "court",
    "Volvo AB": "company",
    "Vårdförbundet": "union",
    "IFK Norrköping": "team",
    "Värmlands Folkblad": "media",
    "Karlskoga församling": "parish",
    "Åskolan": "school",
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=KINDS)
def test_kinds(read: Read, name: str, kind: str) -> None:
    found = {o.name: o.kind for o in read(f"Mötet hölls hos {name} i tisdags.").organisations or []}
    assert found == {name: kind}


NAMED = {
    "a street": ("Olyckan skedde på Torsten Nilssons gata i Alvsund.", []),
    "a fund": ("Pengarna kommer ur Anna Lindells minnesfond.", []),
    "a person's own": ("Det var Torsten Nilssons idé.", ["Torsten Nilsson"]),
    "initials": ("B. O. Lindqvist skrev boken.", ["B. O. Lindqvist"]),
    "an initial behind a title": ("Ornitologen H. Brodd i Lillforsa firar.", ["H. Brodd"]),
    "father and son": ("Nils Holm vann. Sonen Nils Holm junior kom trea.", ["Nils Holm", "Nils Holm junior"]),
    "short names with an age": ("Bo Ek, 68, vann loppet.", ["Bo Ek"]),
    "father and son, by age": (
        "Nils Holm d.y. talade om Nils Holm d.ä. i kyrkan.",
        ["Nils Holm d.y.", "Nils Holm d.ä."],
    ),
    "one initial inside a sentence": ("Boken är skriven av H. Brodin i Alvsund.", ["H. Brodin"]),
}


@pytest.mark.parametrize(("text", "people"), NAMED.values(), ids=NAMED)
def test_people(read: Read, text: str, people: list[str]) -> None:
    assert [p.name for p in read(text).people or []] == people


def test_two_bodies_joined_by_och(read: Read) -> None:
    found = [o.name for o in read("Pengarna kommer från EU och Karlskoga församling.").organisations or []]
    assert found == ["EU", "Karlskoga församling"]


SHORT = {
    "the only region": ("Region Värmland bygger. Regionen betalar.", {"Region Värmland": ["regionen"]}),
    "not before it is named": ("Regionen betalar. Nu bygger Region Värmland.", {"Region Värmland": []}),
    "two of a kind": (
        "Lunds universitet och Umeå universitet växer. Universitetet är stort.",
        {"Lunds universitet": [], "Umeå universitet": []},
    ),
}


@pytest.mark.parametrize(("text", "wanted"), SHORT.values(), ids=SHORT)
def test_short_forms(read: Read, text: str, wanted: dict[str, list[str]]) -> None:
    assert {o.name: o.aliases for o in read(text).organisations or []} == wanted


def test_an_address_that_spells_somebody_else_is_not_the_persons(read: Read) -> None:
    record = read("Kontakt:\n\nLova Dahl, pressekreterare\n\nlova.dahl@alvsund.example\n\nkim.rask@alvsund.example")
    people = {p.id: p.name for p in record.people or []}
    owners = [people.get(e.person_id or "") for e in record.emails or []]
    assert owners == ["Lova Dahl", None]
