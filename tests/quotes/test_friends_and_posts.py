"""Whose friend speaks, which post a question is put to, and what is no report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]

WHO: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "somebody's fellow party member": (
        "– Nu tar vi ett tag, säger Malte Öst.\n\n– Det är för sent, säger Malte Östs partikamrat Sara Linde, som är ordförande i nämnden.",
        [("Nu tar vi ett tag", "Malte Öst"), ("Det är för sent", "Sara Linde")],
    ),
    "somebody's whatever it is called": (
        "– Det är en gåta, berättar Malte Östs räddare Sara Linde.",
        [("Det är en gåta", "Sara Linde")],
    ),
    "somebody's old friend": (
        "– Det är en gåta, säger Malte Östs gamla partikamrat Sara Linde.",
        [("Det är en gåta", "Sara Linde")],
    ),
    "somebody's successor in a post": (
        "– Det är en gåta, säger Malte Östs efterträdare som vd, Sara Linde.",
        [("Det är en gåta", "Sara Linde")],
    ),
    "somebody and his friend": (
        "– Det är en gåta, tycker Malte Öst och hans vän Sara Linde.",
        [("Det är en gåta", "Malte Öst; Sara Linde")],
    ),
    "somebody to a friend": (
        "– Det är en gåta, säger Malte Öst till partikamraten Sara Linde.",
        [("Det är en gåta", "Malte Öst")],
    ),
    "a critic without a name": (
        "– Det är en gåta, säger Malte Östs kritiker.",
        [("Det är en gåta", "Malte Östs kritiker")],
    ),
    "a question put to a post": (
        "Rut Sand blir ordförande i Skogö roddklubb. Hon efterträder Bo Ek.\n\n– Hon är bäst, säger Bo Ek.\n\nVad är roligast för dig som ordförande?\n\n– Barnen.",
        [("Hon är bäst", "Bo Ek"), ("Barnen.", "Rut Sand")],
    ),
    "a question put to a post that two have": (
        "Rektor Rut Sand och rektor Siv Alm är här.\n\n– Det är bra, säger Siv Alm.\n\nVad är roligast för dig som rektor?\n\n– Barnen.",
        [("Det är bra", "Siv Alm"), ("Barnen.", "Siv Alm")],
    ),
    "a belief in what was just said": (
        "– Pengarna kommer, säger Rut Sand.\n\nBo Ek tror det när han ser dem.",
        [("Pengarna kommer", "Rut Sand")],
    ),
    "a belief of how it will be": (
        "– Pengarna kommer, säger Rut Sand.\n\nBo Ek tror det blir dyrt.",
        [("Pengarna kommer", "Rut Sand"), ("det blir dyrt", "Bo Ek")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WHO.values(), ids=WHO.keys())
def test_the_speaker_is_the_one_who_is_meant(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected
