"""People and bodies in the releases of firms, unions and churches: whose title it is, and what is nobody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Record

#: Text, and each person with titles, body and party.
PEOPLE: dict[str, tuple[str, list[tuple[str, list[str], str | None, str | None]]]] = {
    "a title with a capital where the comma is missing": (
        "– Vi är nöjda, säger Jon Malm Förhandlare Hyresgästföreningen",
        [("Jon Malm", ["Förhandlare"], "Hyresgästföreningen", None)],
    ),
    "a sentence that begins with a title behind a name": (
        "I går kom Jon Malm. Förhandlare var där.",
        [("Jon Malm", [], None, None)],
    ),
    "a party's letters without brackets": (
        "För ytterligare information kontakta:\nLill Malm FP, kommunstyrelsen tel: 070-1740605\nBo Brodén KD, tel 070-1740606",
        [("Lill Malm", [], None, "FP"), ("Bo Brodén", [], None, "KD")],
    ),
    "a deaconess by her relative clause": (
        "– Det gläder oss, säger Anna Malm som är diakonissa i Alvsunds församling.",
        [("Anna Malm", ["diakonissa"], "Alvsunds församling", None)],
    ),
    "deacons of all sorts": (
        "Stiftsdiakon Karin Malm Brodén svarar.",
        [("Karin Malm Brodén", ["Stiftsdiakon"], None, None)],
    ),
    "whom the speaker hears from is no employer": (
        "Kommunal har lämnat ett varsel till Alvsunds kommun.\n\n– Just nu får vi nya besked från SKR, säger Tove Malm, personalchef.",
        [("Tove Malm", ["personalchef"], None, None)],
    ),
    "the board that has been named with its body": (
        "Alvsunds Energis vd slutar\n\nEnligt styrelsen i Alvsunds Energi har det inget att göra med affären med Rikshem.\n\n– Det ena har inget med det andra att göra, säger styrelsens ordförande Emma Malm.",
        [("Emma Malm", ["ordförande"], "Alvsunds Energi", None)],
    ),
    "the head of a body named after somebody": (
        "– Det stiger, säger Lisa Brodén, ordförande i Nils Malmqvarngruppen. Nils Malmqvarnundersökningen visar samma sak.",
        [("Lisa Brodén", ["ordförande"], "Nils Malmqvarngruppen", None)],
    ),
    "a trade body behind two halves of a noun": (
        "Rut Sandell, ordförande i bransch- och arbetsgivarorganisationen Kranleverantörerna är positiv.",
        [("Rut Sandell", ["ordförande i bransch- och arbetsgivarorganisationen"], "Kranleverantörerna", None)],
    ),
}


@pytest.mark.parametrize("case", PEOPLE)
def test_people(read: Callable[[str], Record], case: str) -> None:
    text, expected = PEOPLE[case]
    record = read(text)
    names = {body.id: body.name for body in record.organisations}
    found = []
    for person in record.people:
        tied = next((role.organisation_id for role in person.roles if role.organisation_id), person.organisation_id)
        body = names[tied] if tied is not None else None
        found.append((person.name, [role.text for role in person.roles], body, person.party))
    assert found == expected


BODIES = [
    ("Liksom Alvkrafts grundare Ram Brodén är hon nöjd. Alvkraft växer.", ["Alvkraft"]),
    ("Förutom Alvkrafts vd Ram Brodén kom många. Alvkraft växer.", ["Alvkraft"]),
    ("Klubben tackar avgående VD:n Rut Malm. VD:n slutar i maj.", []),
    ("Henrik Holm på anläggningsfirman Tornab tar emot.", ["Tornab"]),
]


@pytest.mark.parametrize(("text", "names"), BODIES, ids=[row[0] for row in BODIES])
def test_bodies(read: Callable[[str], Record], text: str, names: list[str]) -> None:
    assert [body.name for body in read(text).organisations] == names
