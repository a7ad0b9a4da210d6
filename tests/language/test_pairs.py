"""Two name-like words side by side: where the entity finder leans on a person, and where it does not."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("spacy")

from pipeline.stages.language.crf import TAGS, lean
from pipeline.stages.language.embed import LIST_BITS
from pipeline.stages.language.pairs import pairs_of_names

LISTS = {"Falun": LIST_BITS["place"], "Rut": LIST_BITS["woman"], "Volvo": LIST_BITS["organisation"]}
FORMS = frozenset({"vita", "hus", "huset", "sade"})


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Priset gick till Kwadwo Ofori i går", [3]),
        ("Rut Ofori sade nej", [0]),
        ("i Vita Huset satt", []),
        ("mot Falun Ofori", []),
        ("hos Volvo Ofori", []),
        ("hos Oforiverket Kwadwo", []),
        ("med Kwadwo Abena Ofori där", []),
        ("KWADWO OFORI vann", []),
        ("", []),
    ],
)
def test_pairs(text: str, starts: list[int]) -> None:
    assert list(pairs_of_names(text.split(), LISTS, FORMS)) == starts


@pytest.mark.parametrize(
    ("person", "found", "expected"), [(0.4, "O", "B-PER"), (0.1, "O", "O"), (0.4, "B-ORG", "B-PER")]
)
def test_lean(person: float, found: str, expected: str) -> None:
    place = {tag: number for number, tag in enumerate(TAGS)}
    last = found.replace("B-", "L-")
    sure = np.zeros((2, len(TAGS)), dtype=np.float32)
    sure[0, place["B-PER"]] = sure[1, place["L-PER"]] = person
    sure[0, place[found]] = sure[1, place[last]] = 0.6
    tags = np.array([place[found], place[last]])
    assert TAGS[lean(tags, sure, [0])[0]] == expected
    assert TAGS[lean(tags, sure, [])[0]] == found


def test_a_sure_reading_stays() -> None:
    place = {tag: number for number, tag in enumerate(TAGS)}
    sure = np.zeros((2, len(TAGS)), dtype=np.float32)
    sure[:, 0] = 0.8
    sure[0, place["B-PER"]] = sure[1, place["L-PER"]] = 0.2
    assert not lean(np.array([0, 0]), sure, [0]).any()
