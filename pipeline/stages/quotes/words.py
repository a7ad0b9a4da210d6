"""The tokens of an article as the quote rules see them: with tags, names and what a punctuation mark is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pipeline.article import Block, Name
from pipeline.stages.quotes.shadow import CLOSERS, DASHES, MARKS

if TYPE_CHECKING:
    from spacy.tokens import Doc

STOPS = frozenset(".?!…")
PRONOUNS = frozenset(["han", "hon", "hen", "de", "dom", "honom", "henne", "dem"])
#: Speakers that a journalist never attributes to: the speaker's own voice, and everybody.
OWN_VOICE = frozenset(["jag", "vi", "man", "du", "ni", "mig", "oss"])


@dataclass(frozen=True, slots=True)
class Word:
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
    covering: dict[int, int] = {}
    for n, name in enumerate(names):
        span = doc.char_span(name.start, name.end, alignment_mode="expand")
        if span is not None:
            covering.update(dict.fromkeys(range(span.start, span.end), n))
    words = []
    for token in doc:
        if not token.text.strip():
            continue
        n = covering.get(token.i, -1)
        tense = token.morph.get("Tense", []) or (["Imp"] if "Imp" in token.morph.get("Mood", []) else [])
        words.append(
            Word(
                start=token.idx,
                end=token.idx + len(token.text),
                text=token.text,
                lower=token.text.lower(),
                pos=token.pos_,
                tense=tense[0] if tense else "",
                definite="Def" in token.morph.get("Definite", []),
                label=names[n].label if n >= 0 else "",
                name=n,
            )
        )
    return tuple(words)


def by_block(words: Sequence[Word], blocks: Sequence[Block]) -> list[tuple[Word, ...]]:
    """Return each block's words, in one pass."""
    found: list[tuple[Word, ...]] = []
    at = 0
    for block in blocks:
        while at < len(words) and words[at].start < block.start:
            at += 1
        first = at
        while at < len(words) and words[at].start < block.end:
            at += 1
        found.append(tuple(words[first:at]))
    return found


def sentence_end(words: Sequence[Word], i: int, end: int | None = None) -> int:
    """Return the index after the sentence that word ``i`` stands in: past its final mark, and marks that close.

    A stop ends a sentence before a capital, a dash, an opening mark, a digit or the end: "kl. 9" and "t.ex. nu" go on.
    """
    last = len(words) if end is None else end
    while i < last:
        if words[i].is_stop:
            j = i + 1
            while j < last and (words[j].is_stop or (words[j].text in CLOSERS and words[j].start == words[j - 1].end)):
                j += 1  # a mark behind a space opens what follows
            if j >= last or words[j].is_capital or words[j].is_dash or words[j].is_mark or words[j].text[0].isdigit():
                return j
            if words[i].text in ("!", "?"):
                return j
        i += 1
    return last
