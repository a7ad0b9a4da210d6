"""The search's word list: what forms mostly stand for, where that is not what the table of lemmas says of them alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from models.recipe.corpora import read_conllu

_OF_CONTENT = ("NOUN", "VERB", "ADJ", "ADV")
#: A form, and a lemma of it, counts from this share of the form's uses.
_SHARE = 0.2
_NOT_WORDS = ("PUNCT", "SYM", "NUM", "X", "PROPN")


def search_forms(treebank: Path) -> Iterator[str]:
    """Yield the lines of ``search_forms.tsv``: form and its content lemmas, none for a word of grammar.

    >>> # "ska" is an auxiliary in the treebank: it gets no lemma, and a search for *skola* does not find it
    """
    uses: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for _, sentence in read_conllu(treebank):
        assert sentence.tree is not None
        for word, pos, lemma in zip(sentence.words, sentence.tree.pos, sentence.tree.lemmas, strict=True):
            if pos not in _NOT_WORDS and lemma != "_":
                uses[word.casefold()][lemma.casefold(), pos] += 1
    yield "# Word forms with the dictionary forms that a search takes them for; none for words of grammar."
    yield "# A lemma counts from a fifth of the form's uses. Made by models/recipe/search_forms.py."
    yield "# Source: UD Swedish Talbanken, training part (Joakim Nivre, Aaron Smith and others), github.com/UniversalDependencies/UD_Swedish-Talbanken."
    yield "# Made in November 2026. Licence: CC BY-SA 4.0."
    yield "# form\tlemmas"
    for form, counts in sorted(uses.items()):
        total = sum(counts.values())
        content = {key: n for key, n in counts.items() if key[1] in _OF_CONTENT}
        kept = {lemma for (lemma, _), n in content.items() if n >= _SHARE * total}
        if sum(content.values()) < _SHARE * total:
            kept = set()
        yield f"{form}\t{' '.join(sorted(kept))}"


def main() -> None:
    """Write the list: ``python -m models.recipe.search_forms TREEBANK.conllu > models/lexicons/search_forms.tsv``."""
    import sys

    sys.stdout.write("".join(line + "\n" for line in search_forms(Path(sys.argv[1]))))


if __name__ == "__main__":
    main()
