"""The measure of growth itself: a square is caught, a line is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.growth import check_growth


def test_a_line_passes() -> None:
    check_growth(lambda size: lambda: sum(range(size * 2_000)), 500)


def test_a_square_is_caught() -> None:
    def job(size: int) -> Callable[[], object]:
        return lambda: sum(range(size * size))

    with pytest.raises(AssertionError, match="8 times the length"):
        check_growth(job, 1_000)
