"""Where a sentence certainly starts or certainly does not; the model decides between."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language

from pipeline.data import read_table
from pipeline.stages.language.texts import texts_of

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ENDS = frozenset(".?!…:;\"”»“’')]}*•·▪●|–—―-") | {"...", "..", "?!", "!!", "--"}
_FINAL = frozenset({".", "?", "!", "…", "...", "?!", "!!", "”", '"', "»"})
_DASHES = frozenset("–—―-")
_QUOTES = frozenset('"”“»«')


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    """Return abbreviations that never end a sentence, and those that may."""
    rows = read_table("models", "lexicons", "abbreviations.tsv")
    ending = frozenset(row[0].lower() for row in rows if len(row) > 2 and row[2] == "end")
    return frozenset(row[0].lower() for row in rows) - ending, ending


def sentence_start(before: str, word: str, spaced: bool, glued: bool = False, earlier: str = "") -> bool | None:
    """Tell whether ``word`` starts a sentence after the word ``before``; None where the model must decide.

    ``spaced`` is whether white space stands between them, ``glued`` whether the next word follows ``word`` without
    any, ``earlier`` the word before ``before``. "kl. | 14" no, "säger hon. | – Vi" yes, "A. | Ek" no (an initial;
    "12 B. | Den" may be), "3. | maj" no, "väntar | Falun" no (nothing ended), ": | Ja" no, "klart. | ”Det" yes,
    "räcker!” | Och" yes (what introduces a speaker there begins small).
    """
    never, _ = _abbreviations()
    if before.lower() in never or before[-1:] == ":":
        return False
    if word in _QUOTES:
        return spaced and glued and before in _FINAL
    if before in _QUOTES and not spaced and earlier != "":
        return False
    if word[:1].islower():
        return False
    if before in _QUOTES and earlier in _FINAL:
        return True
    if len(before) == 2 and before[1] == "." and before[0].isupper():
        return None if earlier[-1:].isdigit() else False
    if before in _FINAL and word in _DASHES and spaced:
        return True
    if before[-1:] not in _ENDS and before not in _ENDS:
        return False
    return None


@Language.component("press_sentences", assigns=["token.is_sent_start"])
def press_sentences(doc: Doc) -> Doc:
    """Mark the certain sentence starts and the certain non-starts; white space belongs to the sentence before it."""
    words = texts_of(doc)
    spaces = [bool(space) for space in doc.to_array("SPACY").tolist()]
    before, earlier, after_break, spaced = "", "", True, False
    marks = np.zeros(len(words), dtype=np.int32)
    for place, word in enumerate(words):
        if word.isspace():
            marks[place] = -1
            after_break = after_break or "\n" in word
            spaced = True
            continue
        start: bool | None = True
        if not after_break:
            glued = not spaces[place] and place + 1 < len(words) and not words[place + 1].isspace()
            start = sentence_start(before, word, spaced, glued, earlier)
        if start is not None:
            marks[place] = 1 if start else -1
        before, earlier, after_break, spaced = word, before, False, spaces[place]
    if words:  # all at once: setting one token looks through the whole document
        column: Any = marks.astype(np.uint64).reshape(-1, 1)
        doc.from_array([SENT_START], column)
    return doc
