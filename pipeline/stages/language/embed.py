"""What the model sees of a word: its form, its ends, its shape, the lists it stands in and its vector.

Everything about a word form is worked out once and kept in a :class:`WordTable`, so that a document costs one look-up
a word. Registered with spaCy as the architecture ``talstreck.WordEmbed.v1``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.strings import get_string_id
from spacy.util import registry
from thinc.api import (
    HashEmbed,
    Linear,
    Maxout,
    Model,
    chain,
    concatenate,
    list2ragged,
    ragged2list,
    with_array,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

#: Lists a word may stand in, one bit each. A word in several lists ("Per", "Lund") has several bits.
LIST_BITS: dict[str, int] = {
    "woman": 1,
    "man": 2,
    "rare_given": 4,
    "surname": 8,
    "place": 16,
    "municipality": 32,
    "country": 64,
    "authority": 128,
    "organisation": 256,
    "party": 512,
    "media": 1024,
    "title": 2048,
    "nationality": 4096,
    "rarest_given": 262144,
}

#: Ends that betray bodies, people, places and titles. The model was trained with these very lists: a change here
#: asks for new training.
_BODY_ENDS = (
    "verket", "styrelsen", "nämnden", "rådet", "bolaget", "kommittén", "utskottet", "myndigheten", "inspektionen",
    "förbundet", "föreningen", "partiet", "skolan", "sjukhuset", "universitetet", "högskolan", "departementet",
    "kommissionen", "domstolen", "tinget", "rätten", "stiftelsen", "koncernen", "gruppen", "banken", "tidningen",
    "bladet", "posten", "museet", "teatern", "kyrkan", "församlingen", "byrån", "institutet", "fonden", "klubben",
    "kansliet", "polisen", "delegationen", "beredningen", "kammaren", "centralen", "laget", "kuriren",
    "demokraterna",
)  # fmt: skip
_PERSON_ENDS = (
    "sson", "sdotter", "ström", "berg", "qvist", "kvist", "lund", "gren", "stedt", "blom", "nen", "dahl", "mark",
    "kov", "ova", "escu", "zadeh", "ian", "ić", "ski", "ska", "dóttir", "vall", "löf", "lind",
)  # fmt: skip
_PLACE_ENDS = (
    "köping", "holm", "stad", "sund", "vik", "ås", "by", "hamn", "torp", "fors", "borg", "ryd", "hult", "sjö",
    "bruk", "näs", "ö", "berga", "åker", "bäck", "gatan", "vägen", "torget", "sjön", "ån", "älven", "viken",
    "dalen", "skogen", "län",
)  # fmt: skip
_TITLE_ENDS = (
    "chef", "chefen", "ledare", "ledaren", "ordförande", "ordföranden", "råd", "rådet", "direktör", "direktören",
    "minister", "ministern", "sekreterare", "sekreteraren", "ansvarig", "tränare", "tränaren", "forskare",
    "forskaren", "rektor", "rektorn", "åklagare", "åklagaren", "ledamot", "ledamoten", "konsult", "strateg",
    "samordnare", "läkare", "lärare", "mästare", "tjej", "kille",
)  # fmt: skip
_END_BIT = 8192
_PERSON_END_BIT = 16384
_PLACE_END_BIT = 32768
_TITLE_END_BIT = 65536
_GENITIVE_BIT = 131072

_FOREIGN = re.compile(r"[^\x00-\x7fåäöÅÄÖ]")
_UNACCENTED = {
    "ł": "l",
    "Ł": "L",
    "ø": "ö",
    "Ø": "Ö",
    "æ": "ä",
    "Æ": "Ä",
    "đ": "d",
    "Đ": "D",
    "ı": "i",
    "ð": "d",
    "þ": "th",
    "Þ": "Th",
}
_DIGIT = re.compile(r"\d")
_COLUMNS = 7
#: Forms that are kept; 300,000 words of press hold about so many. More would be met again too seldom for their memory.
_MOST_FORMS = 32_768


def listed(word: str, lists: Mapping[str, int]) -> int:
    """Return the bits of the lists that ``word`` stands in, as it is or without its genitive: "Faluns", "FN:s"."""
    capital = word.capitalize() if word.isupper() and len(word) > 3 else word
    bits = lists.get(word, 0) | lists.get(capital, 0)
    if not bits and not word.isascii():
        bits = lists.get(plain(capital), 0)
    if not bits and "-" in word:
        for part in word.split("-"):
            bits |= lists.get(part, 0)
    if not bits and len(capital) > 3:
        stem = capital.removesuffix("s").rstrip(":")
        if stem != capital and (found := lists.get(stem, 0)):
            bits = found | _GENITIVE_BIT
    return bits


def plain(word: str) -> str:
    """Return the word without the accents that Swedish lacks: "Bożena" → "Bozena"; å ä ö stay."""
    if not _FOREIGN.search(word):
        return word
    out = []
    for char in word:
        base = char if char in "åäöÅÄÖ" else unicodedata.normalize("NFD", char)[0]
        out.append(_UNACCENTED.get(base, base))
    return "".join(out)


def ends(word: str) -> int:
    """Return bits for ends that betray bodies, people, places and titles: "Skogsverket", "Ekström", "lagledaren"."""
    lower = word.lower()
    stem = lower.removesuffix("s") if len(lower) > 5 else lower
    if word[:1].isupper():
        return (
            (_END_BIT if stem.endswith(_BODY_ENDS) else 0)
            | (_PERSON_END_BIT if lower.endswith(_PERSON_ENDS) or stem.endswith(_PERSON_ENDS) else 0)
            | (_PLACE_END_BIT if stem.endswith(_PLACE_ENDS) or lower.endswith(_PLACE_ENDS) else 0)
        )
    return (_TITLE_END_BIT if stem.endswith(_TITLE_ENDS) else 0) | (_END_BIT if stem.endswith(_BODY_ENDS) else 0)


def says_body_or_place(bits: int) -> bool:
    """Tell whether bits of :func:`ends` speak of a body or a place."""
    return bool(bits & (_END_BIT | _PLACE_END_BIT))


def shape(word: str) -> str:
    """Return the word's outline with runs of at most three: "IFK-managern" is ``XXX-xxx``, "2012" is ``ddd``."""
    out: list[str] = []
    last, run = "", 0
    for char in word:
        kind = "d" if char.isdigit() else "X" if char.isupper() else "x" if char.isalpha() else char
        run = run + 1 if kind == last else 1
        last = kind
        if run <= 3:
            out.append(kind)
    return "".join(out[:12])


class WordTable:
    """Features and vectors of word forms, one row each; rows are made when a form is first seen."""

    def __init__(self, vocab: Vocab, lists: Mapping[str, int]) -> None:
        self.vocab = vocab
        self._lists = lists
        #: How many times the table has begun anew; rows from before mean nothing after.
        self.began = 0
        self._begin(_MOST_FORMS)

    def _begin(self, room: int) -> None:
        """Forget every form. The arrays stay as they are if they have room, so that a process keeps its size."""
        self.began += 1
        self._row: dict[int, int] = {}
        if self.began == 1 or room > self.room:
            # written at once: pages that are only reserved would let a process grow for thousands of documents
            self._features: NDArray[np.uint64] = np.full((room, _COLUMNS), 0, dtype=np.uint64)
            self._vectors: NDArray[np.float32] = np.full((room, self.vocab.vectors.shape[1]), 0, dtype=np.float32)

    @property
    def room(self) -> int:
        """How many forms can have a row before the table begins anew."""
        return len(self._features)

    @property
    def forms(self) -> int:
        """How many forms have a row by now."""
        return len(self._row)

    def rows(self, doc: Doc) -> NDArray[np.int64]:
        """Return the table's row of each token."""
        orths = doc.to_array("ORTH").tolist()
        new = [orth for orth in dict.fromkeys(orths) if orth not in self._row]
        if len(self._row) + len(new) > min(self.room, _MOST_FORMS):
            new = list(dict.fromkeys(orths))
            self._begin(max(len(new), _MOST_FORMS))
        if new:
            self._add(new)
        row = self._row
        return np.fromiter((row[orth] for orth in orths), dtype=np.int64, count=len(orths))

    def features(self, rows: NDArray[np.int64]) -> NDArray[np.uint64]:
        """Return the hashed features of these rows, one column each."""
        return self._features[rows]

    def vectors(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return the vectors of these rows."""
        return self._vectors[rows]

    def _add(self, orths: list[int]) -> None:
        start = len(self._row)
        words = [self.vocab.strings[orth] for orth in orths]
        for offset, (orth, word) in enumerate(zip(orths, words, strict=True)):
            self._row[orth] = start + offset
            self._features[start + offset] = self._describe(word)
        if self._vectors.shape[1]:
            keys = np.array([get_string_id(_vector_form(word)) for word in words], dtype=np.uint64)
            for word in words:
                self.vocab.strings.add(_vector_form(word))
            self._vectors[start : start + len(orths)] = self.vocab.vectors.get_batch(keys)

    def _describe(self, word: str) -> list[int]:
        lower = word.lower() if word.isalpha() else _DIGIT.sub("0", word.lower())
        return [
            get_string_id(lower),
            get_string_id(lower[:3]),
            get_string_id(lower[-3:]),
            get_string_id(lower[-5:]),
            get_string_id(shape(word)),
            listed(word, self._lists) + 1,
            ends(word) + 1,
        ]


def _vector_form(word: str) -> str:
    """Return the form whose vector is taken: headline capitals are read as a name, "FALUN" as "Falun"."""
    return word.capitalize() if len(word) > 4 and word.isupper() else word


#: The look-up table of the vocabulary that holds the word lists: word to bits of LIST_BITS.
LISTS_TABLE = "press_lists"


@lru_cache(maxsize=4)
def word_table(vocab: Vocab) -> WordTable:
    """Return the table of this vocabulary's words, one for all who read them; vectors and lists must be there by now."""
    lookups = vocab.lookups
    return WordTable(vocab, lookups.get_table(LISTS_TABLE) if lookups.has_table(LISTS_TABLE) else {})


@registry.architectures("talstreck.WordEmbed.v1")  # type: ignore[untyped-decorator]
def word_embed(width: int, rows: list[int], vector_dim: int, seed: int = 8) -> Model[list[Doc], list[Any]]:
    """Build the embedding layer: a hash table for each feature, the projected vector, and a mixer.

    ``rows`` is the size of each feature's table, in the order of :meth:`WordTable.features`; ``vector_dim`` is the
    vectors' width, 0 for a model without.
    """

    def features(model: Any, docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:
        table = word_table(docs[0].vocab) if docs else None
        return [table.features(table.rows(doc)) for doc in docs] if table else [], lambda _gradient: []

    def vectors(model: Any, docs: list[Doc], is_train: bool) -> tuple[list[Any], Any]:
        table = word_table(docs[0].vocab) if docs else None
        return [table.vectors(table.rows(doc)) for doc in docs] if table else [], lambda _gradient: []

    hashed: list[Any] = [
        HashEmbed(width, size, column=column, seed=seed + column, dropout=0.0) for column, size in enumerate(rows)
    ]
    parts: list[Any] = [chain(Model("word_features", features), list2ragged(), with_array(concatenate(*hashed)))]
    if vector_dim:
        parts.append(chain(Model("word_vectors", vectors), list2ragged(), with_array(Linear(width, vector_dim))))
    mixed = width * (len(hashed) + bool(vector_dim))
    mixer: Any = with_array(Maxout(width, mixed, nP=3, dropout=0.0, normalize=True))
    joined = concatenate(*parts) if len(parts) > 1 else parts[0]
    network: Model[list[Doc], list[Any]] = chain(joined, mixer, ragged2list())
    return network
