"""The best sequence of tags is the one that trying every sequence finds."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

pytest.importorskip("spacy")

from pipeline.stages.language.crf import ALLOWED, TAGS, best_tags

_STARTS, _ENDS = "OBU", "OLU"


def value(tags: tuple[int, ...], scores: np.ndarray, pairs: np.ndarray) -> float:
    if TAGS[tags[0]][0] not in _STARTS or TAGS[tags[-1]][0] not in _ENDS:
        return -np.inf
    steps = pairwise(tags)
    return float(sum(scores[n, tag] for n, tag in enumerate(tags)) + sum((pairs + ALLOWED)[a, b] for a, b in steps))


@pytest.mark.parametrize("seed", range(5))
def test_the_best_of_all_sequences_is_found(seed: int) -> None:
    chance = np.random.default_rng(seed)
    pairs = chance.normal(size=(len(TAGS), len(TAGS))).astype(np.float32)
    together = [chance.normal(size=(3, len(TAGS))).astype(np.float32) for _ in range(4)]
    for scores, found in zip(together, best_tags(together, pairs), strict=True):
        every = product(range(len(TAGS)), repeat=len(scores))
        assert tuple(found) == max(every, key=lambda tags: value(tags, scores, pairs))
