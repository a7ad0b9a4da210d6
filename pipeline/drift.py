"""Does a source still look as it did? Running rates of what its pages hold, and a warning where they leave their band.

For each source and rule two averages run over its pages in the order of the archive: a slow one, of what is usual, and a
quick one, of the last pages. Where they part by more than chance explains, the layout has most likely changed, and leads,
contacts or speech are being lost: the warning names the page where it began. Nothing here looks at a clock.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pipeline.article import Article

#: What a page has or has not, by the name in warnings.
_SHARES = {
    "lead": "pages with a lead",
    "contact": "pages with a contact",
    "dash": "pages with dash lines",
    "date": "pages with a day",
    "byline": "pages with a byline",
    "letters": "pages with å, ä and ö",
}
#: What a page has more or less of.
_SIZES = {"blocks": "blocks a page", "characters": "characters a page"}
#: Pages before a source has a band.
_LEARNT = 40
_QUICK, _SLOW = 1 / 20, 1 / 200
#: As many pages as the quick average stands for.
_SAMPLE = (2 - _QUICK) / _QUICK
_DEVIATIONS = 4.0
#: Smaller changes are no change, however sure: of a share, and of a size (as a natural logarithm: half, or twice).
_LEAST_SHARE, _LEAST_SIZE = 0.25, math.log(2)
_SWEDISH = frozenset("åäöÅÄÖ")
_LETTERS_FROM = 200


def page_facts(article: Article) -> dict[str, Any]:
    """Return what is watched of a page: its rule, what it has, and how much of it."""
    kinds = {block.kind for block in article.blocks}
    return {
        "rule": article.rule,
        "lead": "lead" in kinds,
        "contact": "contact" in kinds,
        "dash": "dash" in kinds,
        "date": article.published_at is not None,
        "byline": article.byline is not None,
        "letters": len(article.text) < _LETTERS_FROM or not _SWEDISH.isdisjoint(article.text),
        "blocks": len(article.blocks),
        "characters": len(article.text),
    }


@dataclass(frozen=True, slots=True)
class Drifted:
    """A measure of a source has left its band: from ``usual`` to ``now``, noticed at a page, and since which page."""

    source: str
    rule: str
    measure: str
    usual: float
    now: float
    page: str
    since: str

    def sentence(self) -> str:
        """Return "alvsund (sitevision): pages with a lead fell from 96 % to 61 %, since …; noticed at …"."""
        share = self.measure in _SHARES.values()
        usual, now = (f"{value:.0%}" if share else f"{value:.0f}" for value in (self.usual, self.now))
        verb = "fell" if self.now < self.usual else "rose"
        since = f", since {self.since}" if self.since != self.page else ""
        source = f"{self.source} ({self.rule})" if self.source != self.rule else self.rule
        return f"{source}: {self.measure} {verb} from {usual} to {now}{since}; noticed at {self.page}"

    def as_dict(self) -> dict[str, Any]:
        """Return it for JSON."""
        numbers = {"usual": round(self.usual, 3), "now": round(self.now, 3)}
        return {"source": self.source, "rule": self.rule, "measure": self.measure, **numbers, "page": self.page, "since": self.since}  # fmt: skip


class _Measure:
    """The two averages of a measure, how much it varies, and where the present side of it began."""

    __slots__ = ("outside", "pages", "quick", "side", "since", "slow", "spread")

    def __init__(self) -> None:
        self.pages = self.side = 0
        self.quick = self.slow = self.spread = 0.0
        #: The page from which on all lie on one side of what is usual.
        self.since: str | None = None
        self.outside = False

    def add(self, value: float, place: str, least: float, is_share: bool) -> bool:
        """Take in a page; return whether the measure leaves its band with it."""
        side = (value > self.slow) - (value < self.slow)
        if side != self.side:
            self.since, self.side = place, side
        self.pages += 1
        weight = max(_SLOW, 1 / self.pages)
        difference = value - self.slow
        self.slow += weight * difference
        self.spread += weight * (difference * (value - self.slow) - self.spread)
        self.quick += max(_QUICK, 1 / self.pages) * (value - self.quick)
        variance = max(self.slow * (1 - self.slow), 0.0) if is_share else max(self.spread, 0.0)
        band = max(least, _DEVIATIONS * math.sqrt(variance / _SAMPLE))
        away = abs(self.quick - self.slow)
        left = self.pages > _LEARNT and away > band and not self.outside
        self.outside = away > (band / 2 if self.outside else band) and self.pages > _LEARNT
        return left


@dataclass
class Drift:
    """Watches the pages of a run in their order; the same pages in the same order give the same warnings."""

    _measures: dict[tuple[str, str], dict[str, _Measure]] = field(default_factory=dict)
    _warnings: list[Drifted] = field(default_factory=list)

    def observe(self, place: str, source: str | None, facts: Mapping[str, Any]) -> None:
        """Take in a page: where it stands, its source's name if it has one, and its :func:`page_facts`."""
        rule = facts["rule"] or "none"
        key = (source or rule, rule)
        measures = self._measures.setdefault(key, {})
        for name, words in (*_SHARES.items(), *_SIZES.items()):
            is_share = name in _SHARES
            value = float(facts[name]) if is_share else math.log(1 + facts[name])
            measure = measures.setdefault(name, _Measure())
            if measure.add(value, place, _LEAST_SHARE if is_share else _LEAST_SIZE, is_share):
                usual, now = (
                    (measure.slow, measure.quick) if is_share else (math.expm1(measure.slow), math.expm1(measure.quick))
                )
                self._warnings.append(Drifted(*key, words, usual, now, place, measure.since or place))

    def warnings(self) -> tuple[Drifted, ...]:
        """Return what has left its band, in the order in which it was noticed."""
        return tuple(self._warnings)
