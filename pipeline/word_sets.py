"""Closed sets of Swedish words that rules ask for by name, from one lexicon."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.data import read_table


@lru_cache(maxsize=1)
def _sets() -> dict[str, frozenset[str]]:
    sets: dict[str, set[str]] = {}
    for name, words in read_table("models", "lexicons", "word_sets.tsv"):
        sets.setdefault(name, set()).update(words.split(" "))
    return {name: frozenset(words) for name, words in sets.items()}


def word_set(name: str) -> frozenset[str]:
    """Return the words of a set, such as ``word_set("number heads")`` ('linje', 'sida', 'klockan' …)."""
    return _sets()[name]


def one_of(name: str) -> str:
    """Return the words of a set as alternatives of a regular expression, longer ones first."""
    return "|".join(map(re.escape, sorted(word_set(name), key=lambda word: (-len(word), word))))
