"""Headlines whose marked words the text below says: ``Missnöje efter matchen: ”⟦De var inte med⟧”``, ``”⟦Det är synd⟧”``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from pipeline.article import Article, Span, Utterance
from pipeline.stages.quotes.regions import Marked, marked_regions
from pipeline.stages.quotes.words import Word

_HEADLINES = ("title", "heading")
#: Words that a headline must share with what is said: fewer may be anything.
_FEWEST, _SHARED = 3, 0.8
#: Words that are no name of anything, verb or not.
_LONG = 5
_WORD = re.compile(r"\w+")
#: Words of speech, for each of the headline's, among which these may stand; and places looked at.
_SPREAD, _MOST_PLACES = 2, 20


def echoes(found: Sequence[Utterance], article: Article, blocks: Sequence[Sequence[Word]]) -> list[Utterance]:
    """Return the marked words of headlines that no rule has read as speech, where somebody says nearly the same in the text.

    Whose they are is for the one who says them to tell. Titles of works, which nobody says, are none of them.
    """
    heard = {u.block for u in found}
    heads = [n for n, b in enumerate(article.blocks) if b.kind in _HEADLINES and n not in heard]
    marked = [(n, pair) for n in heads for pair in _last_in_marks(blocks[n], article.text)]
    if not marked:
        return []
    spoken = [_WORD.findall(part.text.lower()) for u in found if u.kind == "direct" for part in u.contents]
    said = {two for words in spoken for two in pairwise(words)}
    places = _places(spoken)
    more = []
    for n, pair in marked:
        words = blocks[n][pair.first : pair.last]
        span = Span(words[0].start, words[-1].end, article.text[words[0].start : words[-1].end])
        own = _WORD.findall(span.text.lower())
        pairs = list(pairwise(own))
        same = sum(two in said for two in pairs) >= _SHARED * len(pairs)
        if len(own) >= _FEWEST and (same or _in_order(own, spoken, places)):
            more.append(Utterance("direct", "marks", (span,), "marks-colon", block=n))
    return more


def _last_in_marks(words: Sequence[Word], text: str) -> Iterator[Marked]:
    """Yield the pair of marks that a headline ends with, alone or behind a colon, if that is a statement."""
    for pair in marked_regions(words, text)[-1:]:
        opening = pair.first - 1
        alone = opening == 0 or words[opening - 1].text == ":" or words[opening - 1].is_dash
        inside = words[pair.first : pair.last]
        stated = any(w.is_finite for w in inside) or len(inside) >= _LONG
        if pair.closed and alone and stated and pair.last + 1 == len(words):
            yield pair


def _places(spoken: Sequence[Sequence[str]]) -> dict[str, list[tuple[int, int]]]:
    """Return where each word is said: in which speech, and how many words into it."""
    places: dict[str, list[tuple[int, int]]] = {}
    for n, words in enumerate(spoken):
        for k, word in enumerate(words):
            places.setdefault(word, []).append((n, k))
    return places


def _in_order(
    own: Sequence[str], spoken: Sequence[Sequence[str]], places: Mapping[str, Sequence[tuple[int, int]]]
) -> bool:
    """``”Gatorna är tomma nu”`` of ``Gatorna är tomma och mörka just nu``: all its words, in order, with others between."""
    if len(own) <= _FEWEST:
        return False
    rarest = min(own, key=lambda word: len(places.get(word, ())))
    at, reach = own.index(rarest), len(own) * _SPREAD
    for n, k in places.get(rarest, ())[:_MOST_PLACES]:
        words = iter(spoken[n][max(0, k - at - reach) : k + reach])
        if all(word in words for word in own):
            return True
    return False
