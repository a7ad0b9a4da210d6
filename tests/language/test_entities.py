"""What a name may look like, whatever the model took along."""

from __future__ import annotations

from typing import Any

import pytest

pytest.importorskip("spacy")

from pipeline.stages.language.entities import parts


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param(["Rut", "Ek"], [(0, 2)], id="a name stays"),
        pytest.param(["Rut", "Ek", "\n", "Bo", "Ek"], [(0, 2), (3, 5)], id="two lines are two names"),
        pytest.param(["Vårdverket", "(", "VV"], [(0, 1), (2, 3)], id="short form in an open bracket"),
        pytest.param(["Bolaget", "(", "publ", ")"], [(0, 4)], id="a closed bracket stays"),
        pytest.param(["–", "Rut", "Ek", ","], [(1, 3)], id="dash and comma go"),
        pytest.param(["rut@kommun.exempel"], [], id="an address is nobody"),
        pytest.param(["Bo", "\u00a0", "Ek"], [(0, 3)], id="no-break space inside a name"),
    ],
)
def test_parts(words: Any, expected: Any) -> None:
    assert list(parts(words)) == expected
