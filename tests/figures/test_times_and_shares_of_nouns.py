"""Clock times in words without *klockan*, and what a number with decimals is not counted in."""

from __future__ import annotations

import pytest

from pipeline.stages.figures import find_figures
from tests.figures.table import Row, row, shown

FIGURES: list[Row] = [
    row("Färjan lade ut tjugo i sex i morse."),
    row("Bussen gick tjugo över åtta från torget."),
    row("Tjugo i klassen fick var sin bok.", "Tjugo = count 20"),
    row(
        "Fyra åkare kom i mål. Siv Ek fick 11,43 i finalen.",
        "Fyra åkare = count 4 åkare",
        "11,43 = count 11.43",
    ),
    row("Av de 40 skolorna har 12 lokaler.", "40 skolorna = count 40 skolorna", "12 lokaler = count 12 lokaler"),
    row("I fjol kom 150 gäster. I år väntas 180.", "150 gäster = count 150 gäster", "180 = count 180 gäster"),
]


@pytest.mark.parametrize(("sentence", "figures"), FIGURES, ids=[sentence for sentence, _ in FIGURES])
def test_figures(sentence: str, figures: tuple[str, ...]) -> None:
    assert tuple(shown(figure) for figure in find_figures(sentence)) == figures
