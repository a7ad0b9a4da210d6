"""Refusals to speak: what is found, of whom, and who is meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Record

CASES = [
    ("Rut Sandell har avböjt att kommentera.", "Rut Sandell har avböjt att kommentera", "Rut Sandell"),
    ("Bolagets vd, Roland Ek, har inte gått att nå.", "Roland Ek, har inte gått att nå", "Roland Ek"),
    ("Roland Ek, kassör, har inte gått att nå.", "Roland Ek, kassör, har inte gått att nå", "Roland Ek"),
    (
        "Rut Sandell är rektor. Nu har det stormat. Sandell har avböjt att kommentera.",
        "Sandell har avböjt att kommentera",
        "Rut Sandell",
    ),
    ("Rut Sandell är rektor. Hon har avböjt att kommentera.", "Hon har avböjt att kommentera", None),
    (
        "Rut Sandell befinner sig utomlands och kan inte kommentera saken.",
        "Rut Sandell befinner sig utomlands och kan inte kommentera",
        "Rut Sandell",
    ),
    ("Kuriren har inte nått Rut Sandell för en kommentar.", "har inte nått Rut Sandell", "Rut Sandell"),
    ("Vi har sökt Rut Sandell för en kommentar.", "har sökt Rut Sandell", "Rut Sandell"),
    ("Tidningen har förgäves sökt Rut Sandell.", "har förgäves sökt Rut Sandell", "Rut Sandell"),
    (
        "Rut Sandell vill inte säga om det blir någon bro, och hon har bråttom.",
        "Rut Sandell vill inte säga om det blir någon bro",
        "Rut Sandell",
    ),
    (
        "Rut Sandell har ingen kommentar till ryktena om en ny bro.",
        "Rut Sandell har ingen kommentar till ryktena om en ny bro",
        "Rut Sandell",
    ),
    ("Klubben har avböjt att kommentera.", "Klubben har avböjt att kommentera", None),
]


@pytest.mark.parametrize(("text", "said", "who"), CASES, ids=[case[1] for case in CASES])
def test_refusal(read: Callable[[str], Record], text: str, said: str, who: str | None) -> None:
    record = read(text)
    assert [d.text for d in record.declined] == [said]
    person = next((p.name for p in record.people if p.id == record.declined[0].person_id), None)
    assert person == who


NOT_DECLINED = [
    "Många har sökt jobbet.",
    "Sextio personer hade sökt sig till hallen.",
    "Rut Sandell har sökt tjänsten som rektor.",
]


@pytest.mark.parametrize("text", NOT_DECLINED)
def test_no_refusal(read: Callable[[str], Record], text: str) -> None:
    assert read(text).declined == []
