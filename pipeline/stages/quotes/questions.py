"""What the reporter asks and says: a question run on at the end of an answer, and a dash of the reporter's own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Span, Utterance
from pipeline.stages.quotes.words import Word, sentence_end

_ADDRESSED = frozenset("du dig din ditt dina ni er ert era".split())


def cut_questions(found: list[Utterance], blocks: Sequence[Sequence[Word]], text: str) -> list[Utterance]:
    """Cut a closing question to *du* or *ni* that the next paragraph answers with a dash.

    ``– ⟦Det blir bra⟧, säger hon. Varför sökte du jobbet?`` ⏎ ``– ⟦Det var dags.⟧``
    """
    return [_without_question(u, blocks, text) if u.mark == "dash" else u for u in found]


#: "– Är du nöjd? ⟦frågar⟧ jag."
_ASKS = frozenset("frågar frågade undrar undrade säger sa sade".split())
_FRAME = 4


def is_reporters_own(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell a dash of the reporter's, which is nobody's quote: ``– Är du nöjd? frågar jag.``, ``– Tack för kaffet, säger vi.``

    One sentence and its frame; who tells a story says more: ``– Jag gick in. Vad gör ni, frågar jag. Då blev det tyst.``
    """
    if last - first <= _FRAME or not words[last - 1].is_stop:
        return False
    before, cue, who = words[last - _FRAME : last - 1]
    told = any(word.is_stop for word in words[first : last - _FRAME])
    return who.lower in ("jag", "vi") and cue.lower in _ASKS and before.text in ("?", ",") and not told


def _without_question(utterance: Utterance, blocks: Sequence[Sequence[Word]], text: str) -> Utterance:
    n = utterance.block
    words = blocks[n]
    if n + 1 >= len(blocks) or not blocks[n + 1] or not blocks[n + 1][0].is_dash or words[-1].text != "?":
        return utterance
    last = utterance.contents[-1]
    if last.end < words[-1].end:
        return utterance
    start = at = bisect_left(words, last.start, key=lambda w: w.start)
    while at < len(words):
        start, at = at, sentence_end(words, at)
    if not any(w.lower in _ADDRESSED for w in words[start:]):
        return utterance
    if words[start].start > last.start:
        end = words[start - 1].end
        kept = (*utterance.contents[:-1], Span(last.start, end, text[last.start : end]))
    else:
        kept = utterance.contents[:-1]
    return replace(utterance, contents=kept) if kept else utterance
