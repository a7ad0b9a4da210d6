"""Occupations that local papers name people by, posts that somebody *has*, and unions with *allmänna* in their names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Record

Read = Callable[[str], Record]
Titles = list[tuple[str, str | None]]

ROLES: list[tuple[str, str, Titles]] = [
    ("– Nej, säger Rut Ek, mjölkproducent i Norrhamn.", "Rut Ek", [("mjölkproducent", None)]),
    ("– Nej, säger vårdbiträdet Rut Ek.", "Rut Ek", [("vårdbiträdet", None)]),
    ("– Nej, säger skomakaren Bo Ek.", "Bo Ek", [("skomakaren", None)]),
    ("– Nej, säger Bo Ek, silversmed i Norrhamn.", "Bo Ek", [("silversmed", None)]),
    ("Bo Ek suverän på isen.", "Bo Ek", []),
    ("Även Lotti Ek, som har den nyinrättade tjänsten som hamnchef, är glad.", "Lotti Ek", [("hamnchef", None)]),
    ("– Vi är glada, säger Rut Ek, ny på posten som kulturchef i Alvsund.", "Rut Ek", [("kulturchef", None)]),
    ("Rut Ek, som fick rollen som tomte, är glad.", "Rut Ek", []),
    (
        "– Vi är få, säger Siv Alm, vice ordförande i Alvsunds allmänna läkarförening.",
        "Siv Alm",
        [("vice ordförande", "Alvsunds allmänna läkarförening")],
    ),
    ("– Vi är få, säger Siv Alm, ordförande i Alvsunds läkarförening.", "Siv Alm", [("ordförande", "Alvsunds läkarförening")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "titles"), ROLES, ids=[text for text, *_ in ROLES])
def test_what_somebody_is(read: Read, text: str, name: str, titles: Titles) -> None:
    record = read(text)
    bodies = {body.id: body.name for body in record.organisations or []}
    found = {p.name: [(r.text, bodies.get(r.organisation_id or "")) for r in p.roles] for p in record.people or []}
    assert found == {name: titles}
