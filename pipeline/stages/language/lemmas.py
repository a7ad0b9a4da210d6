"""Dictionary forms: by the model's table of forms, then by the longest known end of a compound, names as they are."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import ENT_TYPE, LEMMA, MORPH, ORTH, POS
from spacy.language import Language
from spacy.symbols import IDS, SPACE

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Table = Mapping[tuple[str, str], str]

_AS_WRITTEN = frozenset({"PUNCT", "SYM", "NUM", "SPACE", "X"})
_COMPOUNDED = frozenset({"NOUN", "ADJ", "VERB", "ADV"})
_SHORTEST_END = 4
#: Lemmas that are kept: about as many as the forms of the word table, which 300,000 words of press hold.
_MOST_KEPT = 32_768

#: A word with a capital inside one of these entities is a name, whatever the tagger thought it was.
_NAMES = frozenset({"PER", "LOC"})
_MISTAKEN = frozenset({"NOUN", "ADJ", "VERB", "X", "ADV"})


def read_lemmas(path: Path) -> dict[tuple[str, str], str]:
    """Return the table: (form, part of speech or "") to lemma; an empty lemma in the file is the form itself."""
    table: dict[tuple[str, str], str] = {}
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            form, pos, lemma = line.rstrip("\n").split("\t")
            table[form, pos] = lemma or form
    return table


def lemma_of(word: str, pos: str, genitive: bool, table: Table) -> str:
    """Return the dictionary form: "regiondirektörerna" → "regiondirektör", "Faluns" → "Falun", "EU:s" → "EU"."""
    if pos in _AS_WRITTEN:
        return word
    if pos == "PROPN":
        return name_lemma(word, genitive, table)
    lower = word.lower()
    found = table.get((lower, pos)) or table.get((lower, ""))
    if found:
        return found
    if pos in _COMPOUNDED:
        for cut in range(2, len(lower) - _SHORTEST_END + 1):
            found = table.get((lower[cut:], pos)) or table.get((lower[cut:], ""))
            if found:
                return lower[:cut] + found
    return lower


def name_lemma(word: str, genitive: bool, table: Table) -> str:
    """Return a name without its genitive: "Värmlands" → "Värmland", "Jonas" stays."""
    known = table.get((word, "PROPN"))
    if known:
        return known
    if ":" in word and word.endswith(":s"):
        return word[:-2]
    if genitive and len(word) > 2 and word.endswith("s"):
        return word[:-1]
    return word


class Lemmatizer:
    """The component: sets ``token.lemma_`` from part of speech and form."""

    def __init__(self, table: Table | None = None) -> None:
        self._table: Table = table or {}
        #: Part of speech and lemma by form, part of speech, entity and features as the tagger left them.
        self._seen: dict[tuple[int, ...], tuple[int, str]] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set every word's lemma; white space is SPACE, and a capitalised word inside a name is PROPN."""
        if not len(doc):
            return doc
        seen, add = self._seen, doc.vocab.strings.add
        if len(seen) > _MOST_KEPT:
            seen.clear()
        found = []
        for place, key in enumerate(map(tuple, doc.to_array([ORTH, POS, ENT_TYPE, MORPH]).tolist())):
            if key not in seen:
                seen[key] = self._of(doc[place])
            pos, lemma = seen[key]
            found.append((pos, add(lemma)))
        columns: Any = np.array(found, dtype=np.uint64)
        doc.from_array([POS, LEMMA], columns)  # asking and telling one token at a time takes three times as long
        return doc

    def _of(self, token: Token) -> tuple[int, str]:
        """Return a word's part of speech and its lemma."""
        if token.is_space:
            return SPACE, token.text
        pos = token.pos_
        if token.ent_type_ in _NAMES and pos in _MISTAKEN and not token.is_lower:
            pos = "PROPN"
        genitive = pos == "PROPN" and "Gen" in token.morph.get("Case", [])
        return IDS[pos], lemma_of(token.text, pos, genitive, self._table)

    def replace_table(self, table: Table) -> None:
        """Use this table from now on."""
        self._table = table
        self._seen.clear()

    @property
    def forms(self) -> frozenset[str]:
        """The word forms that the table knows, in small letters; names are not among them."""
        return frozenset(form for form, pos in self._table if pos != "PROPN")

    def to_disk(self, path: Path, *, exclude: object = ()) -> None:
        """Write the table beside the model."""
        Path(path).mkdir(parents=True, exist_ok=True)
        rows = (f"{form}\t{pos}\t{'' if lemma == form else lemma}" for (form, pos), lemma in self._table.items())
        (Path(path) / "lemmas.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")

    def from_disk(self, path: Path, *, exclude: object = ()) -> Lemmatizer:
        """Read the table."""
        self.replace_table(read_lemmas(Path(path) / "lemmas.tsv"))
        return self


@Language.factory("press_lemmas", assigns=["token.lemma"])
def make_lemmatizer(nlp: Language, name: str) -> Lemmatizer:
    """Build the component for spaCy."""
    return Lemmatizer()
