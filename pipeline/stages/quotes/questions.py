"""What the reporter asks and says: a question run on at the end of an answer, and a dash of the reporter's own."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Article, Span, Utterance
from pipeline.stages.quotes.cues import cue_at
from pipeline.stages.quotes.words import FIRST_PERSON, Word, sentence_end
from pipeline.stages.roles.bodies import kind_of

#: What stands before the colon of a reporter's turn, whatever the paper is called.
_REPORTERS = frozenset("reporter reportern journalisten intervjuaren tidningen fråga".split())
#: Words of a paper's name.
_LONGEST_NAME = 4


def papers_turns(article: Article, blocks: Sequence[Sequence[Word]]) -> frozenset[int]:
    """Return the blocks of an interview that are the paper's own turns: ``Reporter: Hur går det?``, ``Alvsundsbladet: Ni går back.``

    A paper has two of them, or one right above an answer that has a dash or a name of its own: ``Siv Alm: Det går bra.``
    """
    turns = [n for n, words in enumerate(blocks) if article.blocks[n].kind in _IN_TURN and _is_papers(words)]
    answered = [n for n in turns if n + 1 < len(blocks) and blocks[n + 1] and _is_answer(blocks[n + 1])]
    return frozenset(turns) if len(turns) > 1 or answered else frozenset()


_IN_TURN = frozenset(["lead", "paragraph", "list_item"])


def _label(words: Sequence[Word]) -> Sequence[Word]:
    colon = next((k for k, w in enumerate(words[: _LONGEST_NAME + 1]) if w.text == ":"), 0)
    return words[:colon] if colon + 2 < len(words) and words[colon + 1].is_capital else ()


def _is_papers(words: Sequence[Word]) -> bool:
    label = _label(words)
    if not label or any(w.label == "PER" for w in label):
        return False
    name = " ".join(w.text for w in label)
    return name.lower() in _REPORTERS or (label[0].is_capital and kind_of(name) == "media")


def _is_answer(words: Sequence[Word]) -> bool:
    label = _label(words)
    return words[0].is_dash or (bool(label) and all(w.label == "PER" for w in label))


ADDRESSED = frozenset("du dig din ditt dina ni er ert era".split())


def cut_questions(found: list[Utterance], blocks: Sequence[Sequence[Word]], text: str) -> list[Utterance]:
    """Cut a closing question to *du* or *ni* that the next paragraph answers with a dash.

    ``– ⟦Det blir bra⟧, säger hon. Varför sökte du jobbet?`` ⏎ ``– ⟦Det var dags.⟧``
    """
    cut = [(u, _without_question(u, blocks, text) if u.mark == "dash" else u) for u in found]
    asked = frozenset(before.block for before, after in cut if after is None)
    several = len(asked) >= _SEVERAL
    return [
        after
        for before, after in cut
        if after is not None
        and not (asked and _asks_on(before, blocks))
        and not (several and _turns_to_you(before, blocks, asked))
    ]


#: Questions in dash lines that make an interview whose turns all have a dash.
_SEVERAL = 2
_INVITING = frozenset(["berätta", "beskriv", "utveckla", "förklara"])


def _turns_to_you(utterance: Utterance, blocks: Sequence[Sequence[Word]], asked: frozenset[int]) -> bool:
    """``– Berätta om pjäsen.``, ``– Ni är ute i salongen också.``: a turn of the reporter's that is no question.

    Where the questions are dash lines too: it stands behind an answer, is answered, and has no voice of its own.
    """
    n, words = utterance.block, blocks[utterance.block]
    if utterance.rule != "dash-bare" or n - 1 in asked or n + 1 in asked or not _is_answered(n, blocks):
        return False
    first = next((w for w in words if not w.is_dash), words[0])
    inviting = first.lower in _INVITING and len(words) <= _INVITATION
    told = first.lower in ("du", "ni") and not any(w.lower in FIRST_PERSON for w in words)
    return (inviting or told) and n > 0 and bool(blocks[n - 1]) and utterance.contents[-1].end == words[-1].end


#: Words of an invitation: "– Berätta om uppsättningen!"
_INVITATION = 10


#: Words of a question that only goes on asking: "– Och sedan?"
_SHORT = 5


def _asks_on(utterance: Utterance, blocks: Sequence[Sequence[Word]]) -> bool:
    """``– Och sedan?``: a few words below an answer, where the questions of the interview are dash lines too."""
    words = blocks[utterance.block]
    alone = utterance.rule == "dash-bare" and words[-1].text == "?" and len(words) <= _SHORT
    return alone and utterance.contents[-1].end == words[-1].end and _is_answered(utterance.block, blocks)


def _is_answered(n: int, blocks: Sequence[Sequence[Word]]) -> bool:
    return n + 1 < len(blocks) and bool(blocks[n + 1]) and blocks[n + 1][0].is_dash


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


#: Before what somebody keeps saying, or has said.
_USED_TO = frozenset("brukar har hade".split())


def _with_lead_in(words: Sequence[Word], start: int, low: int) -> int:
    """``⟦Du säger att du trivs.⟧ Vad är bäst?``: what the reporter reminds of belongs to the question at word ``start``."""
    k = start - 1
    while k > 0 and not words[k - 1].is_stop and words[k - 1].start >= low:
        k -= 1
    reminds = k > 0 and words[k].lower in ("du", "ni") and words[k].is_capital and words[k].start > low
    says = k + 2 if words[min(k + 1, start)].lower in _USED_TO else k + 1  # "Du brukar säga", "Du har sagt"
    told = reminds and words[k + 1].is_finite and says < start and cue_at(words, says) is not None
    return start if not told or any(w.lower in FIRST_PERSON for w in words[k:start]) else k


def _without_question(utterance: Utterance, blocks: Sequence[Sequence[Word]], text: str) -> Utterance | None:
    n = utterance.block
    words = blocks[n]
    if not _is_answered(n, blocks) or words[-1].text != "?":
        return utterance
    last = utterance.contents[-1]
    if last.end < words[-1].end:
        return utterance
    start = at = bisect_left(words, last.start, key=lambda w: w.start)
    while at < len(words):
        start, at = at, sentence_end(words, at)
    start = _with_lead_in(words, start, last.start)
    if not any(w.lower in ADDRESSED for w in words[start:]):
        return utterance
    if words[start].start > last.start:
        end = words[start - 1].end
        kept = (*utterance.contents[:-1], Span(last.start, end, text[last.start : end]))
    else:
        kept = utterance.contents[:-1]
    if not kept:  # "– Hur ser du på hösten?": a line of the reporter's, unless its frame says whose it is
        return None if utterance.rule == "dash-bare" else utterance
    return replace(utterance, contents=kept)
