"""Students' nations, bodies of two adjectives, bylines above a paragraph on a body, and what is nobody; our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Pipeline, Record

Read = Callable[[str], Record]

#: A text, and its people with the body of each.
PEOPLE: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "the head of a nation": (
        "– Vi tar det på allvar, säger Alvsunds nations kurator Niklas Bergdal.",
        [("Niklas Bergdal", "Alvsunds nation")],
    ),
    "at a nation": (
        "– Vi lär av det, säger Tom Frank, kurator på Göteborgs nation.",
        [("Tom Frank", "Göteborgs nation")],
    ),
    "a country is no nation of students": ("Rune Ek älskar Sveriges nation.", [("Rune Ek", None)]),
    "a byline above a body": (
        "Skogen brinner.\n\nAv: Börje Nilsberg\n\nRiksrevisionens dom är benhård.",
        [("Börje Nilsberg", None)],
    ),
    "a law by its name": ("Skolan gör en anmälan enligt Lex Sarah\n\nRune Ek är rektor.", [("Rune Ek", None)]),
    "an acting head": (
        "Skånbladet går back. – Nej, säger Skånbladets tillförordnade vd Johan Krönqvist.",
        [("Johan Krönqvist", "Skånbladet")],
    ),
    "a match employs nobody": ("Matchens spelare var Filippa Eriksén.", [("Filippa Eriksén", None)]),
    "a corps by its adjective": (
        "Siv Ek är ordförande i Naturvetenskapliga studentkåren.",
        [("Siv Ek", "Naturvetenskapliga studentkåren")],
    ),
    "a club's player": (
        "– Vi slet, säger Skogö IK:s succéback Bo Ekdahl.",
        [("Bo Ekdahl", "Skogö IK")],
    ),
}


@pytest.mark.parametrize(("text", "people"), PEOPLE.values(), ids=PEOPLE)
def test_whose_they_are(read: Read, text: str, people: list[tuple[str, str | None]]) -> None:
    record = read(text)
    names = {o.id: o.name for o in record.organisations or []}
    found = []
    for person in record.people or []:
        ids = [person.organisation_id, *(role.organisation_id for role in person.roles)]
        found.append((person.name, next((names[i] for i in ids if i), None)))
    assert found == people


#: A text, and the names of its people.
NAMES: dict[str, tuple[str, list[str]]] = {
    "a nickname in other marks": (
        'Tränaren Roger "Ragge" Nilström lämnar Skogö IF.\n\nRoger ”Ragge” Nilström sa ja.',
        ['Roger "Ragge" Nilström'],
    ),
    "a slip in a given name": (
        "– Trycket ökar, säger Christoffer Ivarsten.\n\n– Så är det, säger Chrisoffer Ivarsten.",
        ["Christoffer Ivarsten"],
    ),
    "two given names": (
        "– Trycket ökar, säger Kristina Ivarsten.\n\n– Så är det, säger Christina Ivarsten.",
        ["Kristina Ivarsten", "Christina Ivarsten"],
    ),
}


@pytest.mark.parametrize(("text", "names"), NAMES.values(), ids=NAMES)
def test_who_is_one(read: Read, text: str, names: list[str]) -> None:
    assert [person.name for person in read(text).people or []] == names


#: A text, and each person's titles.
TITLES: dict[str, tuple[str, list[list[str]]]] = {
    "told to a paper": ("– Inga kommentarer, säger ordföranden Malin Roström till GD.", [["ordföranden"]]),
    "made one": ("Regeringen utser Malin Roström till GD.", [["GD"]]),
    "a credit above a paragraph": ("Foto: David Ekberg\n\nTränaren är nöjd med laget.", [[]]),
}


@pytest.mark.parametrize(("text", "titles"), TITLES.values(), ids=TITLES)
def test_titles(read: Read, text: str, titles: list[list[str]]) -> None:
    assert [[role.text for role in person.roles] for person in read(text).people or []] == titles


#: A page, and its byline: a name above a picture's credit is the writer's, unless the text has told of whose it is.
BYLINES = {
    "Frykholm avgår\n\nSara Frykholm lämnade Norrhamn.\n\nSara Frykholm\n\nFoto: David Ekberg\n\nHon har tränat damer.": None,
    "Tränaren avgår\n\nTränaren lämnade Norrhamn.\n\nSara Frykholm\n\nFoto: David Ekberg\n\nHon är nöjd.": "Sara Frykholm",
}


@pytest.mark.parametrize(("page", "byline"), BYLINES.items(), ids=["portrayed", "writes"])
def test_bylines(pipeline: Pipeline, page: str, byline: str | None) -> None:
    assert pipeline.process(page).byline == byline
