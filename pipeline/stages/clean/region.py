"""Where on a page its text stands: in the element that a selector names, else in the one with most of the running text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pipeline.stages.clean.nodes import Dropper, Region, Walked

#: A named element must hold this share of the page's running text to be believed.
_NAMED_SHARE = 0.3
#: One with the page's headline in it, this share.
_TITLED_SHARE = 0.15
#: The smallest element with this share of the running text is where the text stands.
_DENSE_SHARE = 0.8
_NEARLY_ALL = 0.85
_MUCH = 0.4
_LITTLE_TEXT = 80
#: Labels that are believed whatever is left.
_BELIEVED = frozenset(["cookie", "hidden", "comments", "comment", "consent"])
_MISTAKEN_SHARE = 0.5
_LITTLE_SHARE = 0.15
_ENOUGH_SHARE = 0.35


def choose_region(walked: Walked, title: str | None = None) -> Region:
    """Return the region that the text stands in; one of all runs where no element holds it.

    What selectors labelled boilerplate does not count; a label on an element with half of all running text is taken
    back first, for a page may call its own text a "teaser". ``title`` is what the page's head says: of several named
    elements the one with that headline is taken, be it the shorter one.
    """
    _take_labels_back(walked)
    sums = walked.weights()
    total = sums[-1]
    if total == 0:
        return Region(0, len(walked.runs), 0, None)
    headlines = [n for n, run in enumerate(walked.runs) if run.hint == "h1"]
    said = title.casefold() if title else ""
    titles = [
        n
        for n in headlines
        if len(walked.runs[n].lines[0].text) > 5 and walked.runs[n].lines[0].text.casefold() in said
    ]
    named = _best_named(walked.regions, sums, total, headlines, titles)
    if named is not None:
        return named
    return _densest(walked.regions, sums, total, len(walked.runs))


def _best_named(
    regions: Sequence[Region], sums: Sequence[int], total: int, headlines: Sequence[int], titles: Sequence[int]
) -> Region | None:
    """The outermost of the named elements with most text; the family's selectors before the generic ones."""
    all_named = [region for region in regions if region.main is not None]
    titled = [
        r for r in all_named if _holds(r, titles) and _weight(r, sums) >= max(_TITLED_SHARE * total, _LITTLE_TEXT)
    ]
    named = titled or [region for region in all_named if _weight(region, sums) >= _NAMED_SHARE * total]
    own = [region for region in named if region.main is not None and region.main.family != "generic"]
    landmarks = [
        region for region in named if region.main is not None and region.main.selector in ("main", "role=main")
    ]
    for group in (own, landmarks, named):
        if group:
            best = max(group, key=lambda region: (_weight(region, sums), -region.depth))
            return _narrowed(best, named, sums, headlines)
    return None


def _narrowed(outer: Region, named: Sequence[Region], sums: Sequence[int], headlines: Sequence[int]) -> Region:
    """An ``article`` in ``main`` with nearly all of its text, or with the headline: beside it stand other articles."""
    inner = [
        region
        for region in named
        if region.main is not None
        and region.main.selector == "article"
        and outer.first <= region.first
        and region.last <= outer.last
        and _weight(region, sums) >= (_MUCH if _holds(region, headlines) else _NEARLY_ALL) * _weight(outer, sums)
    ]
    return max(inner, key=lambda region: (_weight(region, sums), -region.depth), default=outer)


def _holds(region: Region, runs: Sequence[int]) -> bool:
    return any(region.first <= n < region.last for n in runs)


def _densest(regions: Sequence[Region], sums: Sequence[int], total: int, count: int) -> Region:
    dense = [region for region in regions if _weight(region, sums) >= _DENSE_SHARE * total]
    if not dense:
        return Region(0, count, 0, None)
    return max(dense, key=lambda region: (region.depth, -region.first))


def _weight(region: Region, sums: Sequence[int]) -> int:
    return sums[min(region.last, len(sums) - 1)] - sums[min(region.first, len(sums) - 1)]


def _take_labels_back(walked: Walked) -> None:
    """A label on what holds most of the page's running text was a mistake: on one element, or on all that have it.

    Not where enough is left without it: under a short article may stand a long row of others.
    """
    total = sum(run.text_weight for run in walked.runs)
    unlabelled = walked.weights()[-1]
    if unlabelled >= _ENOUGH_SHARE * total:
        return
    least = max(_LITTLE_TEXT, _MISTAKEN_SHARE * total)
    by_region: Counter[Dropper] = Counter()
    for run in walked.runs:
        if run.dropper is not None and run.drop not in _BELIEVED:
            by_region[run.dropper] += run.text_weight
    mistaken = {dropper for dropper, weight in by_region.items() if weight >= least}
    if not mistaken and unlabelled < _LITTLE_SHARE * total:
        by_label: Counter[str] = Counter()
        for dropper, weight in by_region.items():
            by_label[dropper.label] += weight
        labels = {label for label, weight in by_label.most_common(1) if weight >= _LITTLE_TEXT}
        mistaken = {dropper for dropper in by_region if dropper.label in labels}
    for run in walked.runs:
        if run.dropper in mistaken:
            run.drop = run.dropper = None
