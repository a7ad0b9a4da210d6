"""The tree network's pure parts: the best tree with one root against trying all trees, and rows of known features."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

pytest.importorskip("spacy")

from pipeline.stages.language.trees import best_tree, places


def _is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head == 0 for head in heads) != 1:
        return False
    for word in range(1, len(heads) + 1):
        node = word
        for _ in heads:
            node = heads[node - 1] if node else 0
        if node:
            return False
    return True


def _by_trying(scores: NDArray[np.float64]) -> list[int]:
    count = len(scores)
    trees = (heads for heads in itertools.product(range(count + 1), repeat=count) if _is_tree(heads))
    return list(max(trees, key=lambda heads: sum(scores[word, head] for word, head in enumerate(heads))))


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_best_tree_is_the_best_of_all(count: int) -> None:
    chance = np.random.default_rng(count)
    for _ in range(25):
        scores = chance.normal(size=(count, count + 1))
        assert best_tree(scores).tolist() == _by_trying(scores)


def test_a_long_sentence_has_one_root_and_no_cycle() -> None:
    chance = np.random.default_rng(1)
    heads = best_tree(chance.normal(size=(300, 301)))
    assert _is_tree(tuple(heads.tolist()))


def test_rows_of_features() -> None:
    keys = [np.array([3, 8], dtype=np.uint64), np.array([5], dtype=np.uint64)]
    features = np.array([[8, 5], [4, 9], [3, 1], [99, 5]], dtype=np.uint64)
    assert places(keys, features).tolist() == [[2, 1], [0, 0], [1, 0], [0, 1]]
