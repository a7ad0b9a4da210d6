"""Plots as SVG, drawn here: no script, no style attribute, and each has its figures in words for those who don't see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_WIDTH, _HEIGHT, _FOOT = 720.0, 132.0, 18.0


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a plot, in the units of its view box; ``tick`` is written below it, where there is room."""

    label: str
    value: int
    x: float
    y: float
    width: float
    height: float
    tick: str = ""


@dataclass(frozen=True, slots=True)
class Plot:
    """Bars in a box of ``width`` and ``height``; the base line lies at ``base``, the highest bar is worth ``top``."""

    bars: tuple[Bar, ...]
    width: float
    height: float
    base: float
    top: int


def timeline(counts: Sequence[tuple[str, int]], height: float = _HEIGHT) -> Plot | None:
    """Return quotes over time; months where there are few years, else years. Gaps stay gaps. None where nothing is dated."""
    dated = {label: n for label, n in counts if label[:4].isdigit() and n > 0}
    if not dated:
        return None
    years = sorted({int(label[:4]) for label in dated})
    monthly = any(len(label) >= 7 for label in dated) and years[-1] - years[0] < 4
    values: dict[str, int] = {}
    for year in range(years[0], years[-1] + 1):
        for month in range(1, 13) if monthly else (0,):
            values[f"{year}-{month:02}" if monthly else str(year)] = 0
    for label, n in dated.items():
        values[label if monthly and len(label) >= 7 else label[:4]] = values.get(label if monthly else label[:4], 0) + n
    return _bars(list(values.items()), height)


def _bars(values: Sequence[tuple[str, int]], height: float) -> Plot:
    top = max(value for _, value in values)
    base = height - _FOOT
    step = _WIDTH / len(values)
    every = max(1, -(-len(values) // 12))
    bars = []
    for n, (label, value) in enumerate(values):
        tall = 0.0 if not value else max(1.5, (base - 6) * value / top)
        tick = label if _is_marked(label, n, every) else ""
        width = min(step * 0.82, 46)
        bars.append(Bar(label, value, round(n * step + (step - width) / 2, 2), round(base - tall, 2), round(width, 2), round(tall, 2), tick))  # fmt: skip
    return Plot(tuple(bars), _WIDTH, height, base, top)


def _is_marked(label: str, place: int, every: int) -> bool:
    if "-" in label:
        return label.endswith(("-01", "-07"))
    return place % every == 0


def shares(counts: Sequence[tuple[str, int]]) -> list[tuple[str, int, float]]:
    """Return values with the width of their bar in hundredths of the longest."""
    top = max((n for _, n in counts), default=1)
    return [(value, n, round(100 * n / top, 1)) for value, n in counts]
