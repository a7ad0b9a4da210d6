"""The B-cubed scorer, on cases worked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.evaluate.gold import GoldError
from pipeline.evaluate.linking import b_cubed, read_link_gold

CASES = [
    pytest.param("aab", "aab", 1.0, 1.0, id="allt rätt"),
    pytest.param("xxx", "aab", (2 / 3 + 2 / 3 + 1 / 3) / 3, 1.0, id="två personer tagna för en"),
    pytest.param("xyz", "aab", 1.0, (1 / 2 + 1 / 2 + 1) / 3, id="en person delad i två"),
    pytest.param(
        "xxyyy",
        "aaabb",
        (1 + 1 + 1 / 3 + 2 / 3 + 2 / 3) / 5,
        (2 / 3 + 2 / 3 + 1 / 3 + 1 + 1) / 5,
        id="en på fel ställe",
    ),
    pytest.param("xx-", "aaa", 1.0, (2 / 3 + 2 / 3 + 0) / 3, id="en omnämning som inte hittas"),
    pytest.param("xxx", "aa-", (2 / 3 + 2 / 3 + 0) / 3, 1.0, id="en som inte finns i facit"),
    pytest.param("", "", 1.0, 1.0, id="ingenting"),
]


@pytest.mark.parametrize(("found", "gold", "precision", "recall"), CASES)
def test_b_cubed(found: str, gold: str, precision: float, recall: float) -> None:
    score = b_cubed(
        {n: c for n, c in enumerate(found) if c != "-"},
        {n: c for n, c in enumerate(gold) if c != "-"},
    )
    assert score.precision == pytest.approx(precision)
    assert score.recall == pytest.approx(recall)
    both = precision + recall
    assert score.f1 == pytest.approx(2 * precision * recall / both if both else 0)


def test_a_line_with_too_few_columns_is_named(tmp_path: Path) -> None:
    (tmp_path / "gold.tsv").write_text("# head\nx.txt\tperson\tAnna Ek\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"gold.tsv:2: expected 4 columns with tabs between, not 3"):
        read_link_gold(tmp_path)
    with pytest.raises(GoldError, match="cannot be read"):
        read_link_gold(tmp_path / "none")
