"""The tokens of an article as the quote rules see them: with tags, names and what a punctuation mark is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from pipeline.article import Block, Name
from pipeline.data import read_table
from pipeline.stages.quotes.shadow import CLOSERS, DASHES, MARKS, TYPED

if TYPE_CHECKING:
    from spacy.tokens import Doc

STOPS = frozenset(".?!…")
#: What items of a list begin with, also where they were run together.
BULLETS = frozenset("•▪●·")
PRONOUNS = frozenset(["han", "hon", "hen", "de", "dom", "honom", "henne", "dem", "båda"])
#: Whose something is, and who that is.
POSSESSIVES = {"hans": "han", "hennes": "hon", "deras": "de"}
#: Speakers that a journalist never attributes to: the speaker's own voice, and everybody.
OWN_VOICE = frozenset(["jag", "vi", "man", "du", "ni", "mig", "oss"])
#: What opens an answer: "– Tack, det känns jättekul."
REPLIES = frozenset("tack ja jo nej nja javisst absolut".split())
#: What somebody says of themselves.
FIRST_PERSON = frozenset("jag vi mig oss min mitt mina vår vårt våra".split())


class Word(NamedTuple):
    """A token: half-open code points in the article's text, lower-case form, tag, and the name it belongs to.

    ``label`` is PER, ORG or LOC where a name covers the token, ``name`` that name's position in the layer.
    """

    start: int
    end: int
    text: str
    lower: str
    pos: str
    tense: str
    definite: bool
    label: str
    name: int

    @property
    def is_stop(self) -> bool:
        """A mark that may end a sentence."""
        return self.text[0] in STOPS and all(c in STOPS for c in self.text)

    @property
    def is_dash(self) -> bool:
        """A dash of any length, standing alone."""
        return self.text in DASHES

    @property
    def is_mark(self) -> bool:
        """A quotation mark standing alone."""
        return self.text in MARKS

    @property
    def is_finite(self) -> bool:
        """A finite verb, as far as the tagger knows."""
        return self.pos in ("VERB", "AUX") and self.tense != ""

    @property
    def is_capital(self) -> bool:
        """Begins with a capital letter."""
        return self.text[:1].isupper()


def words_of(doc: Doc, names: Sequence[Name]) -> tuple[Word, ...]:
    """Return the document's tokens, white space left out."""
    # attributes are read as arrays and each distinct value is looked at once: tokens are slow to ask one by one
    columns = doc.to_array(["ORTH", "POS", "MORPH", "SPACY"])
    strings = doc.vocab.strings
    orths: dict[int, tuple[str, str]] = {}
    tags: dict[int, str] = {}
    morphs: dict[int, tuple[str, bool]] = {}
    spans = iter([*((n.start, n.end, k, n.label) for k, n in enumerate(names)), (len(doc.text) + 1, 0, -1, "")])
    name = next(spans)
    words: list[Word] = []
    start = 0
    for orth, tag, morph, space in columns.tolist():
        if orth not in orths:
            form = strings[orth]
            orths[orth] = (form, form.lower())
        if tag not in tags:
            tags[tag] = strings[tag] if tag else ""
        if morph not in morphs:
            morphs[morph] = _tense_and_definite(strings[morph] if morph else "")
        text, lower = orths[orth]
        end = start + len(text)
        while name[1] <= start and name[2] >= 0:
            name = next(spans)
        named = name[0] < end and start < name[1]
        if text.strip():
            label, number = (name[3], name[2]) if named else ("", -1)
            word = Word(start, end, text, lower, tags[tag], *morphs[morph], label, number)
            if lower == "går" and words and words[-1].lower == "i":
                word = word._replace(pos="NOUN", tense="")  # yesterday, which the tagger takes for a verb
            elif lower == "tillfrågade":
                word = word._replace(pos="NOUN", tense="")  # "sju av tio tillfrågade", who are hardly ever a verb
            words.append(word)
        start = end + space
    return tuple(words)


@lru_cache(maxsize=4096)
def _tense_and_definite(morph: str) -> tuple[str, bool]:
    """Return the tense (Pres, Past, Imp or none) and the definiteness that a feature string tells."""
    features = dict(part.split("=", 1) for part in morph.split("|") if "=" in part)
    tense = features.get("Tense", "Imp" if features.get("Mood") == "Imp" else "")
    return tense, "Def" in features.get("Definite", "").split(",")


def by_block(words: Sequence[Word], blocks: Sequence[Block]) -> list[tuple[Word, ...]]:
    """Return each block's words, in one pass; a question mark that opens a dash line is read as its dash."""
    found: list[tuple[Word, ...]] = []
    at = 0
    for block in blocks:
        while at < len(words) and words[at].start < block.start:
            at += 1
        first = at
        while at < len(words) and words[at].start < block.end:
            at += 1
        spoilt = block.kind == "dash" and first < at and words[first].text == "?"
        opening = [words[first]._replace(text="–", lower="–")] if spoilt else []
        found.append((*opening, *_with_typed_marks(words[first + spoilt : at])))
    return found


def _with_typed_marks(words: Sequence[Word]) -> Sequence[Word]:
    """Return a block's words with one word for a mark that was typed as two characters: ``Vi '', >>Vi<<, ,,Vi'', *Vi*."""
    halves = [k for k, (a, b) in enumerate(pairwise(words)) if a.text + b.text in TYPED and a.end == b.start]
    stars = [k for k, w in enumerate(words) if w.text == "*"]
    if not halves and not _enclose(words, stars):
        return words
    typed = list(words)
    for k in halves:
        both = words[k].text * 2
        typed[k] = words[k]._replace(end=words[k + 1].end, text=both, lower=both)
    for k in stars:
        typed[k] = words[k]._replace(text='"', lower='"')
    second = {k + 1 for k in halves}
    return [w for k, w in enumerate(typed) if k not in second]


def _enclose(words: Sequence[Word], stars: Sequence[int]) -> bool:
    """``*Vi är trötta på buller*, säger Siv Alm``: two stars glued to a clause, and no other star in the block."""
    if len(stars) != 2 or stars[1] - stars[0] <= _FEWEST_IN_STARS:
        return False
    first, last = stars
    return words[first].end == words[first + 1].start and words[last].start == words[last - 1].end


@cache
def ending_abbreviations() -> frozenset[str]:
    """Return abbreviations that a sentence often ends with: *kr.*, *m.m.*, *osv.*"""
    rows = read_table("models", "lexicons", "abbreviations.tsv")
    return frozenset(row[0].lower() for row in rows if len(row) > 2 and row[2] == "end")


#: Words between stars that are a clause rather than stressed.
_FEWEST_IN_STARS = 4


_INITIAL = re.compile(r"[A-ZÅÄÖ]\.")


def _begins(word: Word) -> bool:
    """Tell a word that begins a sentence from a name behind an initial."""
    return word.is_capital and not word.label and (word.definite or word.pos in ("PRON", "ADV", "DET", "ADP", "SCONJ"))


def sentence_end(words: Sequence[Word], i: int, end: int | None = None) -> int:
    """Return the index after the sentence that word ``i`` stands in: past its final mark, and marks that close.

    A stop ends a sentence before a capital, a dash, an opening mark, a digit or the end: "kl. 9" and "t.ex. nu" go on.
    """
    last = len(words) if end is None else end
    ends = ending_abbreviations()
    while i < last:
        if words[i].lower in ends and i + 1 < last:
            following = words[i + 1]
            speech = following.is_dash and i + 2 < last and words[i + 2].is_capital
            if speech or (following.is_capital and not following.label):
                return i + 1  # "kostar 100 kr. Det säger", "säger Bo Ek, vd. – Nu"
        if _INITIAL.fullmatch(words[i].text) and i + 1 < last and (_begins(words[i + 1]) or words[i + 1].is_mark):
            return i + 1  # "tidskriften Physical Review E. Forskarna menar"
        if words[i].is_stop:
            j = i + 1
            while j < last and (words[j].is_stop or (words[j].text in CLOSERS and words[j].start == words[j - 1].end)):
                j += 1  # a mark behind a space opens what follows
            if j >= last or words[j].is_capital or words[j].is_dash or words[j].is_mark or words[j].text[0].isdigit():
                return j
            aside = words[j].text == "(" and j + 1 < last and words[j + 1].is_capital  # "… stängs. (Bilden är äldre.)"
            if words[i].text in ("!", "?") or words[j].text in BULLETS or aside:
                return j
        i += 1
    return last
