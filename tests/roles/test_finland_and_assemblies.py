"""Bodies and towns of Finland, speeches that open with a salutation, surnames in -s, and nouns that are nobody's employer."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Record

#: The text, and for each person of it the titles and the body.
PEOPLE: dict[str, tuple[str, dict[str, tuple[list[str], str | None]]]] = {
    "a county for welfare": (
        "Direktören för Skogö välfärdsområde Maja Lind bygger.",
        {"Maja Lind": (["direktör"], "Skogö välfärdsområde")},
    ),
    "a district and a rescue service": (
        "Vd Rut Sandell på Norrhamns sjukvårdsdistrikt och brandmästare Bo Lans vid Alvsunds räddningsverk kom.",
        {
            "Rut Sandell": (["vd"], "Norrhamns sjukvårdsdistrikt"),
            "Bo Lans": (["brandmästare"], "Alvsunds räddningsverk"),
        },
    ),
    "a hospital named by the town has no town council": (
        "Vasa centralsjukhus växer.\n\nVasas stadsfullmäktigeordförande Bo Lans är nöjd.",
        {"Bo Lans": (["stadsfullmäktigeordförande"], None)},
    ),
    "a salutation is no title": (
        "Interpellation av Maja Lind (M)\n\nHerr talman! Maja Lind talar om färjan.",
        {"Maja Lind": ([], None)},
    ),
    "a family employs nobody": (
        "Familjen väntar. Familjens jurist Bo Lans är nöjd. Barnens advokat Siv Ek väntar.",
        {"Bo Lans": (["jurist"], None), "Siv Ek": (["advokat"], None)},
    ),
    "one's own representative": (
        "Klubben har valt Maja Lind till sin representant.",
        {"Maja Lind": (["representant"], None)},
    ),
    "an adjective before the title": (
        "Den spännande författaren Maja Lind kommer.",
        {"Maja Lind": (["författare"], None)},
    ),
    "whom a paper has talked to": (
        "Maja Lind bor här. Enligt Lind som Svenska Yle talat med räcker det.",
        {"Maja Lind": ([], None)},
    ),
    "a police department in Finland": (
        "Det räcker, säger sektionschef Maja Lind vid Skogö polisinrättning.",
        {"Maja Lind": (["sektionschef"], "Skogö polisinrättning")},
    ),
    "a given name as a surname": (
        "Bland forskarna finns Erik Elias vid Norrhamns universitet.",
        {"Erik Elias": ([], "Norrhamns universitet")},
    ),
    "a surname in -s before what somebody was": (
        "Rådet valde Irma Salas. Irma Salas, tidigare kanslichef i Skogö, är nöjd.",
        {"Irma Salas": (["kanslichef"], None)},
    ),
    "a minister's cabinet": ("Det vill Veli Karvos regering ändra.", {"Veli Karvo": ([], None)}),
    "genitives": (
        "Maja Tornbergs bil stod vid Rut Brodéns hus.",
        {"Maja Tornberg": ([], None), "Rut Brodén": ([], None)},
    ),
}

BODIES: dict[str, tuple[str, list[str]]] = {
    "companies in Finland": (
        "Tage sitter i Porlam Bryggeri Oy, Jolmer Oy, Oy Rundlax Ab, Asian Kök Oy Ab och Skogö Energi Ab.",
        ["Porlam Bryggeri Oy", "Jolmer Oy", "Oy Rundlax Ab", "Asian Kök Oy Ab", "Skogö Energi Ab"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PEOPLE.values(), ids=PEOPLE)
def test_people(read: Callable[[str], Record], text: str, expected: dict[str, tuple[list[str], str | None]]) -> None:
    record = read(text)
    bodies = {o.id: o.name for o in record.organisations or []}
    found: dict[str, tuple[list[str], str | None]] = {}
    for person in record.people or []:
        ids = [role.organisation_id for role in person.roles] + [person.organisation_id]
        body = next((bodies[one] for one in ids if one is not None), None)
        found[person.name] = [role.normalised for role in person.roles], body
    assert found == expected


@pytest.mark.parametrize(("text", "wanted"), BODIES.values(), ids=BODIES)
def test_bodies(read: Callable[[str], Record], text: str, wanted: list[str]) -> None:
    assert [o.name for o in read(text).organisations or []] == wanted
