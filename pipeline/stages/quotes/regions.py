"""Where speech may stand: dash lines, dashes inside flattened text, and pairs of quotation marks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.quotes.shadow import DASHES, shadow
from pipeline.stages.quotes.signatures import signature_at
from pipeline.stages.quotes.words import Word, ending_abbreviations

#: Code points that a dash, the space behind it and the first letter are looked for in: word processors leave long gaps.
_FARTHEST = 40
#: A speech dash at the start of a line: "– Vi", "-Vårt", "— ”Nej”", "– 30 000 är mycket", "-- Vi", "––Vi", "– -Vi"; not "-5 grader".
_OPENING = re.compile(r"[ ]{0,3}(?:[–-]{1,2}|_(?= ))[ ]*(?:(?<= )[–-][ ]*)?(?=[\w\"'(…])")


@dataclass(frozen=True, slots=True)
class Region:
    """Speech opened by a dash: words ``first`` to ``last`` (half-open) behind the dash; ``inline`` inside a text."""

    first: int
    last: int
    inline: bool


def opens_with_dash(text: str) -> bool:
    """Tell whether a block of text begins with a speech dash.

    >>> opens_with_dash("-Vårt bröd säljer bäst"), opens_with_dash("-5 grader i natt"), opens_with_dash("E-post")
    (True, False, False)
    """
    dark = shadow(text[:_FARTHEST])
    match = _OPENING.match(dark)
    if match is None:
        return False
    tight = not match.group().endswith(" ")
    following = text[match.end() : match.end() + 1]
    return not tight or following.isupper() or following in "\"”“»’'("


def dash_regions(words: Sequence[Word], text: str) -> list[Region]:
    """Return the dash speech of one block: what its opening dash opens, cut at dashes that open the next speech.

    Inside a text a dash opens speech after the end of a sentence, after a colon, or glued behind a question mark; after
    a word it is a parenthesis: ``Det luktade rök, säger hon. – Sedan kom lågorna. Branden – den tredje – släcktes.``
    """
    if not words:
        return []
    opens = [i for i in range(len(words)) if is_rule(words[i]) or _opens_speech(words, i, text)]
    bounds = [*opens, len(words)]
    regions = []
    for here, following in itertools.pairwise(bounds):
        if is_rule(words[here]):
            continue
        first = here + 1 if words[here].text in DASHES else here
        if first == here + 1 < following and words[first].text in DASHES:
            first += 1  # "– -Vi är nöjda"
        if first < following:
            regions.append(Region(first, following, inline=here > 0))
    return regions


def is_rule(word: Word) -> bool:
    """Tell a line drawn with dashes or underscores, which ends whatever stands before it: "-----", "____"."""
    return len(word.text) >= _SHORTEST_RULE and all(c in DASHES for c in word.text)


_SHORTEST_RULE = 3
#: The time that opens a line of live reporting.
CLOCK = re.compile(r"[0-2]?\d[.:][0-5]\d")


def _opens_speech(words: Sequence[Word], i: int, text: str) -> bool:
    word = words[i]
    if word.text[0] not in DASHES:
        return False
    if i == 0:
        return text[word.start] == "?" or opens_with_dash(text[word.start : word.start + _FARTHEST])
    if i + 1 >= len(words):
        return False
    before, after = words[i - 1], words[i + 1]
    if i == 1 and CLOCK.fullmatch(before.text):
        return after.is_capital  # 10.22 – Jag yrkar på fängelse
    if not (before.is_stop or before.text in (":", "”", '"', "»") or before.lower in ending_abbreviations()):
        return False
    if word.end == after.start and (after.text[0].isdigit() or (word.text in ("-", "‐", "‑") and not after.is_capital)):
        return False
    if before.text in ("”", '"', "»"):
        if not (i > 1 and words[i - 2].is_stop):
            return False
        if signature_at(words, i, len(words), drawn=True) is not None:
            return False
    return after.is_capital or after.text[0].isdigit() or after.is_mark or after.text == "…"


@dataclass(frozen=True, slots=True)
class Marked:
    """A pair of quotation marks: the words inside (half-open); ``closed`` is False where the end was inferred."""

    first: int
    last: int
    closed: bool
    single: bool = False


def marked_regions(words: Sequence[Word], text: str, first: int = 0, last: int | None = None) -> list[Marked]:
    """Return the pairs of marks among words ``first`` to ``last``, outermost only.

    Whether a mark opens or closes is told by its neighbours, since ``”`` and ``»`` stand at both ends in Swedish.
    """
    end = len(words) if last is None else last
    pairs: list[Marked] = []
    i = first
    while i < end:
        if words[i].is_mark and (_opens(words, i, text) or _opens_glued(words, i, text)):
            single = words[i].text in "'’‘‚‛´`"
            close = _closing(words, i, end, text, single)
            if close is None and not single:
                pairs.append(Marked(i + 1, end, closed=False))
                break
            if close is not None:
                close = _outermost(words, i, close, end, text, single)
                if close > i + 1:
                    pairs.append(Marked(i + 1, close, closed=True, single=single))
                i = close
        i += 1
    return pairs


def _outermost(words: Sequence[Word], opening: int, close: int, end: int, text: str, single: bool) -> int:
    """``”Boken ”Vågen” säljer bra”``: a second mark opened inside, so the first one that closes is the inner one's."""
    inner = [j for j in range(opening + 1, close) if words[j].is_mark and _opens(words, j, text)]
    if not inner or single:
        return close
    outer = _closing(words, close, end, text, single)
    return close if outer is None else outer


def _opens(words: Sequence[Word], i: int, text: str) -> bool:
    word = words[i]
    left = text[word.start - 1] if word.start > 0 else " "
    right = text[word.end] if word.end < len(text) else " "
    apart = right.isspace() and (i == 0 or words[i - 1].text == ":") and i + 1 < len(words) and words[i + 1].is_capital
    return (left.isspace() or left in "(–—-[:/") and (apart or not right.isspace())


def _opens_glued(words: Sequence[Word], i: int, text: str) -> bool:
    """``Det blev torrt.⟦”⟧Vi saknar foder”``: no pair is open, and the space before the mark was lost."""
    word = words[i]
    after = i + 1 < len(words) and words[i + 1].start == word.end and words[i + 1].is_capital
    return after and i > 0 and words[i - 1].is_stop and words[i - 1].end == word.start


def _closing(words: Sequence[Word], opening: int, end: int, text: str, single: bool) -> int | None:
    """Return the mark that closes: the next of the same sort that no word is glued behind, but where a space was lost."""
    for j in range(opening + 1, end):
        word = words[j]
        if not word.is_mark or (word.text in "'’‘‚‛´`") != single:
            continue
        right = text[word.end] if word.end < len(text) else " "
        left = text[word.start - 1]
        glued = right.isalnum() and not (left in ".!?" and right.isupper())
        if glued or (left.isspace() and not right.isspace() and right not in ".,;:?!)"):
            continue
        return j
    return None
