"""Whose a mention is: fuller and shorter names, misspellings, surnames and first names; and the time that it takes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

import pytest

from pipeline.article import Article, Block, Name, Page
from pipeline.stages.roles.bodies import gather_organisations
from pipeline.stages.roles.groups import group_mentions
from tests.growth import check_growth

#: Names in the order of the text, and the people that they are.
GROUPS: dict[str, tuple[list[str], dict[str, list[str]]]] = {
    "a surname alone": (["Eva Berg", "Berg"], {"Eva Berg": ["Eva Berg", "Berg"]}),
    "a first name alone": (["Eva Berg", "Eva"], {"Eva Berg": ["Eva Berg", "Eva"]}),
    "a genitive": (["Eva Berg", "Bergs"], {"Eva Berg": ["Eva Berg", "Bergs"]}),
    "a surname before the full name": (["Berg", "Eva Berg"], {"Eva Berg": ["Berg", "Eva Berg"]}),
    "both surnames": (["Camilo Reyes Lindh", "Reyes Lindh"], {"Camilo Reyes Lindh": ["Camilo Reyes Lindh", "Reyes Lindh"]}),
    "a second given name is none": (["Anna Eva Lindh", "Eva Lindh"], {"Anna Eva Lindh": ["Anna Eva Lindh"], "Eva Lindh": ["Eva Lindh"]}),
    "a fuller name later": (["Eva Skantze", "Eva Thulin Skantze"], {"Eva Thulin Skantze": ["Eva Skantze", "Eva Thulin Skantze"]}),
    "a shorter name later": (["Eva Thulin Skantze", "Eva Skantze"], {"Eva Thulin Skantze": ["Eva Thulin Skantze", "Eva Skantze"]}),
    "two surnames with a hyphen": (["Eva Ek Holm", "Eva Ek-Holm"], {"Eva Ek Holm": ["Eva Ek Holm", "Eva Ek-Holm"]}),
    "half a hyphenated surname": (["Lena Ek-Holm", "Holm"], {"Lena Ek-Holm": ["Lena Ek-Holm", "Holm"]}),
    "a misspelt surname": (["Berit Kallin", "Berit Kalin"], {"Berit Kallin": ["Berit Kallin", "Berit Kalin"]}),
    "a letter changed": (["Berit Kallin", "Berit Kallen"], {"Berit Kallin": ["Berit Kallin", "Berit Kallen"]}),
    "two letters changed": (["Berit Kallin", "Berit Kollen"], {"Berit Kallin": ["Berit Kallin"], "Berit Kollen": ["Berit Kollen"]}),
    "short surnames are not misspelt": (["Bo Ek", "Bo Ed"], {"Bo Ek": ["Bo Ek"], "Bo Ed": ["Bo Ed"]}),
    "a surname with its particle": (["Lo af Stråle", "af Stråle"], {"Lo af Stråle": ["Lo af Stråle", "af Stråle"]}),
    "siblings: the nearest before": (
        ["Eva Berg", "Bo Berg", "Berg", "Eva", "Berg"],
        {"Eva Berg": ["Eva Berg", "Eva", "Berg"], "Bo Berg": ["Bo Berg", "Berg"]},
    ),
    "a surname that nobody bears in full": (["Berg", "Bergs"], {"Berg": ["Berg", "Bergs"]}),
}  # fmt: skip


#: A text whose every character ends a sentence.
SENTENCES = "." * 1000


def in_text(texts: Sequence[str], label: str = "PER") -> list[Name]:
    names, at = [], 0
    for text in texts:
        names.append(Name(at, at + len(text), text, "PER" if label == "PER" else "ORG", 0.9, "model"))
        at += len(text) + 3
    return names


@pytest.mark.parametrize(("texts", "people"), GROUPS.values(), ids=GROUPS)
def test_whose_a_mention_is(texts: list[str], people: dict[str, list[str]]) -> None:
    assert {g.name: [m.text for m in g.mentions] for g in group_mentions(in_text(texts), SENTENCES)} == people


def test_nobody_is_named_in_two_ways_in_one_sentence() -> None:
    found = group_mentions(in_text(["Eva Berg", "Eva Berg Holm"]), "Eva Berg och Eva Berg Holm")
    assert [group.name for group in found] == ["Eva Berg", "Eva Berg Holm"]


SYLLABLES = [a + b for a, b in product("BDFGHJKLMNPRSTV", "aeiouyåäö")]


def surname(n: int) -> str:
    return (SYLLABLES[n % 135] + SYLLABLES[n // 135 % 135] + "x" + SYLLABLES[n // 7 % 135]).capitalize()


def many_people(count: int) -> list[Name]:
    """Return full names of few first names, each with its surname alone, and a crowd of namesakes."""
    full = [f"{'Eva Bo Rut Lo'.split()[n % 4]} {surname(n)}" for n in range(count)]
    return in_text([*full, *(surname(n) for n in range(count)), *["Eva Berg", "Berg", "Eva"] * (count // 4)])


@pytest.mark.slow
def test_the_time_to_join_people_grows_with_their_number() -> None:
    def job(count: int) -> Callable[[], object]:
        names = many_people(count)
        text = "." * names[-1].end
        return lambda: group_mentions(names, text)

    check_growth(job, 500)


@pytest.mark.slow
def test_the_time_to_join_bodies_grows_with_their_number() -> None:
    def job(count: int) -> Callable[[], object]:
        names = in_text([f"{surname(n)}{end}" for n in range(count) for end in ("", " AB")], "ORG")
        text = "   ".join(n.text for n in names)
        page = Article(Page(b""), text=text, blocks=(Block("paragraph", 0, len(text)),))
        return lambda: gather_organisations(page.with_layer("names", tuple(names)))

    check_growth(job, 500)
