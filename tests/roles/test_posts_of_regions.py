"""Posts as regions and contractors write them: capitals behind a party, two fields, a body behind a comma; our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.record import Record

Read = Callable[[str], Record]

POSTS: list[tuple[str, str, str | None, str | None]] = [
    (
        "– Fler ska åka med oss, säger Nils Ågren (MP) Oppositionsråd och ordförande i parkrådet.",
        "Nils Ågren",
        "Oppositionsråd och ordförande i parkrådet",
        None,
    ),
    (
        "– Vi ser över linjerna, säger Maja Tornberg, Trafik- och Marknadschef på Alvsundstrafiken.",
        "Maja Tornberg",
        "Trafik- och Marknadschef",
        "Alvsundstrafiken",
    ),
    ("– De flesta är barn, säger Maja Tornberg, på Skogsstyrelsen.", "Maja Tornberg", None, "Skogsstyrelsen"),
    (
        "– De flesta är barn, säger Maja Tornberg, vid Alvsunds universitet.",
        "Maja Tornberg",
        None,
        "Alvsunds universitet",
    ),
    ("I Alvsund möter vi Nils Ågren (MP) Maja och Tage vid kajen.", "Nils Ågren", None, None),
]

#: Rows whose titles stand first, and contacts without a comma behind the name.
ROWS: list[tuple[str, list[tuple[str, list[str], str | None]]]] = [
    (
        (
            "Gäster är Vattenverkets hamnchef i Syd Nils Ågren,\nlandshövding i Alvsunds län Maja Tornberg,\n"
            "styrelsens ordförande Rut Sandell Region Alvsund och\nskolchef Siv Alm Skogö kommun."
        ),
        [
            ("Nils Ågren", ["hamnchef"], "Vattenverket"),
            ("Maja Tornberg", ["landshövding"], None),
            ("Rut Sandell", ["styrelsens ordförande"], "Region Alvsund"),
            ("Siv Alm", ["skolchef"], "Skogö kommun"),
        ],
    ),
    (
        "Gäster är Nils Ågren, landshövding i Alvsunds län, och Maja Tornberg, rektor.",
        [("Nils Ågren", ["landshövding"], None), ("Maja Tornberg", ["rektor"], None)],
    ),
    ("Kontakt:\nTage Brodén Motala kommun, 08-465 004 12", [("Tage Brodén", [], "Motala kommun")]),
    ("Kontakt:\nTage Brodén Region Alvsund, 08-465 004 12", [("Tage Brodén", [], "Region Alvsund")]),
    ("I maj mötte Tage Brodén Region Alvsunds nya råd.", [("Tage Brodén", [], None)]),
    (
        "– Vattnet räcker, säger Nils Ågren, Vattenverkets presschef.",
        [("Nils Ågren", ["presschef"], "Vattenverket")],
    ),
    (
        "– Pengarna räcker, säger Nils Ågren, Kommunstyrelsens ordförande.",
        [("Nils Ågren", ["Kommunstyrelsens ordförande"], "Kommunstyrelsen")],
    ),
]


@pytest.mark.parametrize(("text", "people"), ROWS, ids=lambda value: str(value)[:40])
def test_rows(read: Read, text: str, people: list[tuple[str, list[str], str | None]]) -> None:
    record = read(text)
    bodies = {o.id: o.name for o in record.organisations or []}
    found = [(p.name, [r.text for r in p.roles], bodies.get(p.organisation_id or "")) for p in record.people or []]
    assert found == people


BODIES = {
    "Kyrkan och länsstyrelsen vill ha mer pengar till orgeln.": [],
    "Att Skogö stift jämförs med andra blir fel.": ["Skogö stift"],
    "Kommunen och Länsstyrelsen i Alvsund vill ha pengar.": ["Länsstyrelsen i Alvsund"],
}


@pytest.mark.parametrize("text", BODIES)
def test_bodies(read: Read, text: str) -> None:
    assert [o.name for o in read(text).organisations or []] == BODIES[text]


@pytest.mark.parametrize(("text", "name", "title", "body"), POSTS, ids=lambda value: str(value)[:40])
def test_post_and_body(read: Read, text: str, name: str, title: str | None, body: str | None) -> None:
    record = read(text)
    bodies = {o.id: o.name for o in record.organisations or []}
    person = next(p for p in record.people or [] if p.name == name)
    assert [r.text for r in person.roles] == ([] if title is None else [title])
    assert bodies.get(person.organisation_id or "") == body
    assert "Marknadschef" not in " ".join(bodies.values())
