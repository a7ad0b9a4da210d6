"""Mentions of one name in one text agree."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("spacy")

from pipeline.stages.language.agreement import form, repeat, vote


def test_the_more_certain_label_wins() -> None:
    words = ["Nordvind", "växer", ".", "Nordvind", "anställer", ".", "Nordvinds", "vd"]
    found = vote(words, [(0, 1, "ORG", 0.9), (3, 4, "ORG", 0.9), (6, 7, "PER", 0.5)])
    assert [label for _, _, label, _ in found] == ["ORG", "ORG", "ORG"]


def test_a_town_and_its_team_both_stay() -> None:
    words = ["Alvsund", "vann", "i", "Alvsund"]
    found = vote(words, [(0, 1, "ORG", 0.95), (3, 4, "LOC", 0.5)])
    assert [label for _, _, label, _ in found] == ["ORG", "LOC"]


@pytest.mark.parametrize(
    ("text", "mentions", "expected"),
    [
        pytest.param("Senad Delić vann . Delić log", [(0, 2, "PER", 0.98)], [(0, 2), (4, 5)], id="surname alone"),
        pytest.param("Bo Lund bor i en lund . Lund", [(0, 2, "PER", 0.98)], [(0, 2)], id="also a plain word"),
        pytest.param("Rut Ek kom . ek brann", [(0, 2, "PER", 0.98)], [(0, 2)], id="small letter is no name"),
        pytest.param("Nordvind AB växer . Nordvind ABs vd", [(0, 2, "ORG", 0.97)], [(0, 2), (4, 6)], id="body again"),
        pytest.param("Delić log . Delić", [(0, 1, "PER", 0.5)], [(0, 1)], id="an unsure name tells nobody"),
    ],
)
def test_missed_mentions(text: str, mentions: Any, expected: Any) -> None:
    assert [(start, end) for start, end, _, _ in repeat(text.split(), mentions)] == expected


def test_form() -> None:
    assert form(["Faluns"]) == form(["FALUN"]) == form(["Falun"])


def test_long_text_takes_linear_time() -> None:
    words = ["Ek", "Bo"] * 20_000
    assert len(repeat(words, [(0, 1, "PER", 0.99)])) >= 1
