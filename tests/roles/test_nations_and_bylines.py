"""Students' nations, bodies of two adjectives, bylines above a paragraph on a body, and what is nobody; our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Record

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
