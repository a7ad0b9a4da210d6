"""Swedish words for the search: which dictionary forms a written word stands for, and how it looks without marks."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from functools import lru_cache

from pipeline.data import data_path, read_table

#: What full text takes for a word: letters and digits.
WORD = re.compile(r"[^\W_]+")
_OF_CONTENT = ("NOUN", "VERB", "ADJ", "ADV")
_OTHER_MARKS = str.maketrans({"ø": "o", "æ": "a", "đ": "d", "ł": "l", "ß": "s"})
_SHORTEST_END = 4


def fold(text: str) -> str:
    """Return small letters without marks: "Öberg" → "oberg", "André" → "andre". Never for search, only for suggestions."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_OTHER_MARKS)


@lru_cache(maxsize=200_000)
def lemmas(word: str) -> frozenset[str]:
    """Return the dictionary forms of a word in small letters: "broarna" → {"bro"}; none for a word of grammar ("som").

    What a reference corpus shows of a word's uses comes first ("ska" is hardly ever the noun *skola*), then the model's
    own table, then the longest known end of a compound ("elpriserna" → "elpris"), then simplemma.
    """
    uses, table = _uses(), _table()
    if word in uses:
        return uses[word]
    if word in table:
        return table[word]
    for cut in range(2, len(word) - _SHORTEST_END + 1):
        ends = table.get(word[cut:])
        if ends:
            return frozenset(word[:cut] + lemma for lemma in ends)
    return frozenset({_looked_up(word)})


def is_common(word: str) -> bool:
    """Tell whether a small-letter word is one of the language beside the names: "berg" is, "tornberg" is not."""
    return word in _uses() or word in _table()


def _looked_up(word: str) -> str:
    import simplemma

    return simplemma.lemmatize(word, "sv").casefold() if word.isalpha() else word


@lru_cache(maxsize=1)
def _uses() -> dict[str, frozenset[str]]:
    rows = read_table("models", "lexicons", "search_forms.tsv")
    return {row[0]: frozenset(row[1].split()) for row in rows}


@lru_cache(maxsize=1)
def _table() -> dict[str, frozenset[str]]:
    """Return small-letter form to lemmas from the model's table; a form of grammar words alone has none."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    with data_path("models", "sv_press", "press_lemmas", "lemmas.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            form, pos, lemma = line.rstrip("\n").split("\t")
            if pos != "PROPN":
                found[form.casefold()][pos] = (lemma or form).casefold()
    table = {form: _content(form, by_pos) for form, by_pos in found.items()}
    return {form: known | _plural(form, table) if set(found[form]) == {""} else known for form, known in table.items()}


def _plural(form: str, table: dict[str, frozenset[str]]) -> frozenset[str]:
    """Return the noun whose plural a form is, by its definite form: "broar" is no verb alone, since "bron" → bro."""
    noun = form[:-2]
    known = form[-2:] in ("ar", "er", "or") and noun in table.get(noun, frozenset())
    definite = any(noun in table.get(noun + end, frozenset()) for end in ("n", "en")) if known else False
    return frozenset({noun} if definite else ())


def _content(form: str, by_pos: dict[str, str]) -> frozenset[str]:
    content = frozenset(by_pos[pos] for pos in _OF_CONTENT if pos in by_pos)
    if by_pos.keys() == {"", "VERB"} and by_pos[""] == form:  # "bro": a bridge, and the imperative of a rare verb
        content |= {form}
    if content or any(by_pos.keys() - {""}):
        return content
    return frozenset({by_pos[""]})
