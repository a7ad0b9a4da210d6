"""How well a search for a dictionary form finds its words: precision and recall over the tokens of a treebank.

The treebank is not part of the project: point TALSTRECK_TREEBANKS at a folder with its CoNLL-U files.
"""

from __future__ import annotations

import os
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from models.recipe.corpora import read_conllu
from pipeline.search.forms import Forms
from pipeline.store.opening import run_script
from pipeline.store.schema import SCHEMA
from pipeline.store.words import lemmas

FOLDER = os.environ.get("TALSTRECK_TREEBANKS")
FILES = ("ud-talbanken/sv_talbanken-ud-dev.conllu", "ud-talbanken/sv_talbanken-ud-test.conllu", "ud-pud/sv_pud-ud-test.conllu")  # fmt: skip
FLOORS = {"NOUN": 0.93, "VERB": 0.85}

Token = tuple[str, str, str]


def tokens() -> list[Token]:
    found = []
    for file in FILES:
        for _, sentence in read_conllu(Path(str(FOLDER)) / file):
            assert sentence.tree is not None
            rows = zip(sentence.words, sentence.tree.lemmas, sentence.tree.pos, strict=True)
            found += [(word.lower(), lemma.lower(), pos) for word, lemma, pos in rows]
    return found


def score(found: Iterable[Token], pos: str) -> tuple[float, float, float]:
    """Return precision, recall and F over queries that are lemmas seen at least twice."""
    held = list(found)
    db = sqlite3.connect(":memory:")
    run_script(db, SCHEMA)
    uses = Counter(word for word, _, _ in held)
    db.executemany("insert or ignore into forms values (?, ?)", [(lemma, word) for word in uses for lemma in lemmas(word)])  # fmt: skip
    relevant: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, lemma, tagged in held:
        if tagged == pos:
            relevant[lemma][word] += 1
    right = returned = wanted = 0
    forms = Forms(db)
    for lemma, words in relevant.items():
        if words.total() >= 2:
            expanded = {form.lower() for form in forms.expand(lemma)}
            right += sum(words[form] for form in expanded)
            returned += sum(uses[form] for form in expanded)
            wanted += words.total()
    precision, recall = right / returned, right / wanted
    return precision, recall, 2 * precision * recall / (precision + recall)


@pytest.mark.skipif(not FOLDER, reason="TALSTRECK_TREEBANKS names no folder with treebanks")
@pytest.mark.parametrize("pos", FLOORS)
def test_searches_find_the_forms_of_a_word(pos: str) -> None:
    precision, recall, f = score(tokens(), pos)
    assert f >= FLOORS[pos], f"{pos}: precision {precision:.3f}, recall {recall:.3f}"
