"""How two names may mean one person, in plain cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.archive.link.names import bar, bearers, parse_name
from pipeline.archive.link.relations import keys, one_letter_apart, relation
from pipeline.stages.names.spelling import fold

PARTS = [
    pytest.param("Anna Ek", (("anna",), ("ek",)), id="förnamn och efternamn"),
    pytest.param("Anna-Karin Ek Lund", (("anna", "karin"), ("ek", "lund")), id="dubbelt förnamn och dubbelt efternamn"),
    pytest.param("Per Erik Ek", (("per", "erik"), ("ek",)), id="två förnamn"),
    pytest.param("Lena Ek-Holm", (("lena",), ("ek", "holm")), id="bindestreck i efternamnet"),
    pytest.param("Carl von Essen", (("carl",), ("von essen",)), id="adelspartikel"),
    pytest.param("P. Ohlander", (("p",), ("ohlander",)), id="initial"),
    pytest.param("Tornberg", ((), ("tornberg",)), id="bara efternamn"),
    pytest.param("Maja", (("maja",), ()), id="bara förnamn"),
    pytest.param("Dragana Petrović", (("dragana",), ("petrovic",)), id="främmande accent"),
    pytest.param("Åsa Öberg", (("åsa",), ("öberg",)), id="å och ö är egna bokstäver"),
]

RELATIONS = [
    ("Anna Ek", "Anna Ek", "samma namn"),
    ("Lars Erik Ek", "Lars-Erik Ek", "samma namn"),
    ("Anna Ek", "A. Ek", "initial"),
    ("Anna Ek", "B. Ek", None),
    ("Anna Ek", "Anna Ek Lund", "dubbelt efternamn"),
    ("Anna Ek Lund", "Anna Lund", "dubbelt efternamn"),
    ("Anna Ek Holm", "Anna Ek Lund", None),
    ("Anna Ek", "Anna Lund", None),
    ("Anna Ek", "Eva Ek", None),
    ("Kristoffer Asplöv", "Christofer Asplöv", "annan stavning"),
    ("Bosse Wiktorin", "Bo Wiktorin", "smeknamn"),
    ("Åsa Öqvist", "Åsa Ökvist", "annan stavning"),
    ("Rolf Tängdén", "Rolf Tengdén", "en bokstav skiljer"),
    ("Per Hansson", "Per Jansson", None),
    ("Maria Ek", "Marie Ek", None),
    ("Bo Ek senior", "Bo Ek junior", None),
    ("Bo Ek", "Bo Ek junior", "yngre eller äldre inte sagt"),
    ("Maria Elena Ek", "Maria Ek", "fler förnamn"),
    ("Thi Lan Sandmyr", "Lan Sandmyr", "tilltalsnamn"),
    ("Karl Erik Sandmyr", "Erik Sandmyr", "tilltalsnamn"),
    ("Karl Erik Sandmyr", "Erik Karl Sandmyr", None),
    ("Gun-Britt Rolofsson", "Gunbritt Rolovsson", "annan stavning"),
    ("PO Sandmyr", "Per-Olof Sandmyr", "initial"),
    ("P.-A. Sandmyr", "Per Sandmyr", None),
    ("Nguyen Thi Lan", "Lan Nguyen", "tilltalsnamn"),
    ("Kerstin Åhs", "Kerstin Ås", "annan stavning"),
    ("Bo Sandlindh", "Bo Sandlind", "annan stavning"),
    ("Abdirahman Yusuf", "Abdirahman Yusuf Ali", "fler namn"),
    ("Henrik af Sandmyr", "Henrik Sandmyr", "annan stavning"),
    ("Pernilla Roos-Sandmyr", "Pernilla Roos Sandmyr", "samma namn"),
    ("Gustav Sandmyr", "Gustaf Sandmyr", "annan stavning"),
    ("Aleksandra Sandmyr", "Alexandra Sandmyr", "annan stavning"),
    ("Ann-Sofie Sandqvist", "Ann-Sofi Sandkvist", "annan stavning"),
    ("Karin Sandmyr den äldre", "Karin Sandmyr d.ä.", "samma namn"),
    ("Mohamad Sandmyr", "Mohammed Sandmyr", "smeknamn"),
    ("Ek", "Anna Ek", "bara efternamn"),
    ("Anna", "Anna Ek", None),
    ("A. Ek Lund", "Anna Ek", None),
]


@pytest.mark.parametrize(("name", "parts"), PARTS)
def test_parts(name: str, parts: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
    made = parse_name(name)
    assert (made.given, made.surnames) == parts


@pytest.mark.parametrize(("one", "other", "label"), RELATIONS, ids=[f"{a} och {b}" for a, b, _ in RELATIONS])
def test_relation(one: str, other: str, label: str | None) -> None:
    a, b = parse_name(one), parse_name(other)
    found = relation(a, b)
    assert (found and found.label) == label
    assert relation(b, a) == found


@pytest.mark.parametrize(("one", "other", "label"), RELATIONS, ids=[f"{a} och {b}" for a, b, _ in RELATIONS])
def test_names_that_go_together_meet_under_a_key(one: str, other: str, label: str | None) -> None:
    if label not in (None, "samma namn"):
        (filed, sought), (other_filed, other_sought) = keys(parse_name(one)), keys(parse_name(other))
        assert set(sought) & set(other_filed)
        assert set(other_sought) & set(filed)


def test_a_common_name_asks_for_more() -> None:
    assert bearers("anna|andersson") > 1000 > 10 > bearers("dragana|petrovic")
    assert bearers("mohamed|ali") > 20  # names of one community go together more often than chance has it
    assert bar("anna|andersson") > bar("anna|ek") > bar("disa|munther")


def test_one_letter() -> None:
    assert one_letter_apart("rundqvist", "rundquist")
    assert one_letter_apart("tornberg", "tronberg")
    assert not one_letter_apart("ek", "lund")
    assert not one_letter_apart("ek", "ek")


@given(st.text(max_size=40))
def test_any_text_is_a_name(text: str) -> None:
    if text.split():
        name = parse_name(text)
        keys(name)
        assert bar(name.form) > 0
    assert fold(fold(text)) == fold(fold(fold(text)))
