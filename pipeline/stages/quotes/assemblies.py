"""Debates that are set down turn by turn: the minutes of an assembly, the transcript of a talk.

Ltl Maja Tornberg
Talman! Bron är gammal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Article, Span, Utterance
from pipeline.stages.quotes.mentions import role_alone
from pipeline.stages.quotes.words import FIRST_PERSON, Word
from pipeline.stages.roles.titles import SALUTATION, part_of_title

#: What opens the line of a turn, besides titles: its number, members by their letters.
_NUMBERED = re.compile(r"Anf(?:örande)?\.?[ \u00a0]\d{1,3}[ \u00a0]")
_MEMBERS = frozenset(["ltl", "vtm", "rdl"])
_PARTY = re.compile(r"[ \u00a0]?\([^()\n]{1,12}\)")
#: Code points of the line of a turn at most, and words of its title.
_LONGEST_LINE = 90
_MOST_TITLES = 5
#: What stands between speeches and is nobody's.
_PROCEDURE = re.compile(r"(?:Överläggningen|Diskussionen|Debatten|Kammaren|Ärendet|\(|§|\d+[ \u00a0]§)")
_SPOKEN = frozenset(["lead", "paragraph"])
_FEWEST = 2


def said_in_turns(found: list[Utterance], article: Article, blocks: Sequence[Sequence[Word]]) -> list[Utterance]:
    """Return the utterances with the paragraphs of such a debate as speech, in place of those found in them."""
    lines = {n: name for n, words in enumerate(blocks) if (name := _turn_line(article, n, words)) is not None}
    saluted = {n for n in lines if _salutes(article, n + 1)}
    turns = {n: name for n, name in lines.items() if n in saluted or (saluted and blocks[n][-1].text == ":")}
    said = {
        k: name
        for n, name in turns.items()
        for k in _speech(article, blocks, n, turns)
        if n in saluted or any(w.lower in FIRST_PERSON for w in blocks[k])  # what the chair rules is the minutes' own
    }
    kept = [u for u in found if u.block not in said]
    return kept + [_whole(article, blocks[k], k, name) for k, name in said.items()]


def _turn_line(article: Article, n: int, words: Sequence[Word]) -> Span | None:
    """Return who speaks by a line that is nothing else: ``Anf. 126 Statsrådet ⟦Rut Lans⟧ (S)``, ``⟦TALMANNEN⟧:``."""
    block = article.blocks[n]
    if block.end - block.start > _LONGEST_LINE or block.kind not in ("paragraph", "heading", "byline") or not words:
        return None
    numbered = _NUMBERED.match(article.text, block.start, block.end)
    start = block.start if numbered is None else numbered.end()
    inside = [w for w in words if w.start >= start]
    named = [k for k, w in enumerate(inside) if w.label == "PER"]
    if not named:
        role = role_alone(inside[:-1]) if inside and inside[-1].text == ":" else None
        return None if role is None else _span(article, inside[role.first].start, inside[role.last - 1].end)
    first, last = inside[named[0]], inside[named[-1]]
    behind = article.text[last.end : block.end].strip(" \u00a0:")
    before = inside[: named[0]]
    titled = len(before) <= _MOST_TITLES and all(w.lower in _MEMBERS or part_of_title(w.text) for w in before)
    one = len({inside[k].name for k in named}) == 1 and named[-1] - named[0] + 1 == len(named)
    whole = one and titled and (not behind or _PARTY.fullmatch(behind) is not None)
    return _span(article, first.start, last.end) if whole else None


def _salutes(article: Article, n: int) -> bool:
    return n < len(article.blocks) and SALUTATION.match(article.text, article.blocks[n].start) is not None


def _speech(article: Article, blocks: Sequence[Sequence[Word]], turn: int, turns: dict[int, Span]) -> list[int]:
    """Return the paragraphs of a turn, up to the next turn or to what is no plain paragraph."""
    found = []
    for n in range(turn + 1, len(blocks)):
        block = article.blocks[n]
        if n in turns or block.kind not in _SPOKEN or _PROCEDURE.match(article.text, block.start):
            break
        if len(blocks[n]) > _FEWEST and any(w.is_finite for w in blocks[n]):
            found.append(n)
    return found


def _whole(article: Article, words: Sequence[Word], n: int, name: Span) -> Utterance:
    salute = SALUTATION.match(article.text, words[0].start)
    rest = [w for w in words if salute is None or w.start >= salute.end()] or words
    content = _span(article, rest[0].start, rest[-1].end)
    said = Utterance("direct", "colon", (content,), "name-colon", block=n)
    return replace(said, frame=name, mention=name)


def _span(article: Article, start: int, end: int) -> Span:
    return Span(start, end, article.text[start:end])
