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


@pytest.mark.parametrize(("text", "name", "title", "body"), POSTS, ids=lambda value: str(value)[:40])
def test_post_and_body(read: Read, text: str, name: str, title: str | None, body: str | None) -> None:
    record = read(text)
    bodies = {o.id: o.name for o in record.organisations or []}
    person = next(p for p in record.people or [] if p.name == name)
    assert [r.text for r in person.roles] == ([] if title is None else [title])
    assert bodies.get(person.organisation_id or "") == body
    assert "Marknadschef" not in " ".join(bodies.values())
