"""The table of lemmas: what the treebank says, then what simplemma says of the words in the raw text."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import simplemma

from models.recipe.corpora import treebank
from models.recipe.vectors import raw_words


def lemma_table(data: Path, fewest: int) -> dict[tuple[str, str], str]:
    """Return (form, part of speech or "") to lemma; the treebank's own lemmas win over simplemma's."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for sentence in treebank(data, "train"):
        assert sentence.tree is not None
        for word, pos, lemma in zip(sentence.words, sentence.tree.pos, sentence.tree.lemmas, strict=True):
            if pos in ("PUNCT", "SYM", "NUM") or lemma == "_":
                continue
            form = word if pos == "PROPN" else word.lower()
            counts.setdefault((form, pos), Counter())[lemma] += 1
    table = {key: lemmas.most_common(1)[0][0] for key, lemmas in counts.items()}
    forms: Counter[str] = Counter()
    for word, count in raw_words(data).items():
        if word.isalpha() or "-" in word:
            forms[word.lower()] += count * (1 if word.islower() else 0)
    for form, count in forms.items():
        if count >= fewest and (form, "") not in table and form.replace("-", "").isalpha():
            lemma = simplemma.lemmatize(form, "sv").lower()
            if lemma == form + "a":  # the imperative's reading: "bro" is a bridge unless it is tagged as a verb
                table[form, "VERB"] = lemma
                lemma = form
            table[form, ""] = lemma
    return dict(sorted(table.items()))
