"""Where on a page its text stands: in the element that a selector names, else in the one with most of the running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.stages.clean.walk import Region, Walked

#: A named element must hold this share of the page's running text to be believed.
_NAMED_SHARE = 0.3
#: The smallest element with this share of the running text is where the text stands.
_DENSE_SHARE = 0.8
_LITTLE_TEXT = 200
#: Labels that are believed whatever is left.
_NEVER_TEXT = frozenset(["navigation", "footer", "cookie", "hidden", "form", "search"])


def choose_region(walked: Walked) -> tuple[int, int]:
    """Return the runs that the text stands in, as a half-open range.

    What selectors labelled boilerplate does not count, unless next to nothing would be left: then the labels of whole
    regions are taken back, for a page may call its own text a "teaser".
    """
    sums = walked.weights()
    if sums[-1] < _LITTLE_TEXT:
        _take_labels_back(walked)
        sums = walked.weights()
    total = sums[-1]
    if total == 0:
        return 0, len(walked.runs)
    named = _best_named(walked.regions, sums, total)
    if named is not None:
        return named.first, named.last
    return _densest(walked.regions, sums, total, len(walked.runs))


def _best_named(regions: Sequence[Region], sums: Sequence[int], total: int) -> Region | None:
    """The outermost of the named elements with most text; the family's selectors before the generic ones."""
    named = [region for region in regions if region.main is not None and _weight(region, sums) >= _NAMED_SHARE * total]
    own = [region for region in named if region.main is not None and region.main.family != "generic"]
    landmarks = [
        region for region in named if region.main is not None and region.main.selector in ("main", "role=main")
    ]
    for group in (own, landmarks, named):
        if group:
            return max(group, key=lambda region: (_weight(region, sums), -region.depth))
    return None


def _densest(regions: Sequence[Region], sums: Sequence[int], total: int, count: int) -> tuple[int, int]:
    dense = [region for region in regions if _weight(region, sums) >= _DENSE_SHARE * total]
    if not dense:
        return 0, count
    best = max(dense, key=lambda region: (region.depth, -region.first))
    return best.first, best.last


def _weight(region: Region, sums: Sequence[int]) -> int:
    return sums[min(region.last, len(sums) - 1)] - sums[min(region.first, len(sums) - 1)]


def _take_labels_back(walked: Walked) -> None:
    kept = walked.weights()[-1]
    by_label: Counter[str] = Counter()
    for run in walked.runs:
        if run.drop is not None and run.drop not in _NEVER_TEXT:
            by_label[run.drop] += run.text_weight
    for label, weight in by_label.most_common(1):
        if weight > 3 * kept + _LITTLE_TEXT:
            for run in walked.runs:
                run.drop = None if run.drop == label else run.drop
