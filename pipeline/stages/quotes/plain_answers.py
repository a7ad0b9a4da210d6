"""Interviews whose answers have no dash: a question to *du*, and under it somebody's own words as plain paragraphs.

Hur länge har du varit ordförande?
Jag valdes i våras.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Article, Span, Utterance
from pipeline.stages.quotes.questions import ADDRESSED
from pipeline.stages.quotes.words import FIRST_PERSON, Word

#: Questions with answers in a voice of their own that make an article an interview.
_ENOUGH = 2
_ASKED_IN = frozenset(["lead", "heading", "paragraph", "list_item", "dash"])
_ANSWERED_IN = frozenset(["lead", "paragraph"])
_I = frozenset("jag mig min mitt mina".split())


def plain_answers(found: list[Utterance], article: Article, blocks: Sequence[Sequence[Word]]) -> list[Utterance]:
    """Return the utterances of such an interview, its answers for its questions; those found, where it is none.

    None where speech has its dash, nor where no person is named above the first question: what a page asks itself
    ("Vad händer om du blir sjuk?") is answered by nobody.
    """
    kinds = [block.kind for block in article.blocks]
    asked = [n for n, words in enumerate(blocks) if kinds[n] in _ASKED_IN and _is_put_to_one(words)]
    questions = frozenset(asked)
    answers = {n: _answer(n, questions, blocks, kinds) for n in asked}
    own = [n for n in asked if _has_own_voice(answers[n], blocks)]
    if len(own) < _ENOUGH or any(kind == "dash" and n not in questions for n, kind in enumerate(kinds)):
        return found
    if not any(w.label == "PER" for words in blocks[: asked[0] + 1] for w in words):
        return found
    more = {n: _answer(n, questions, blocks, kinds) for n in range(len(blocks)) if _is_bare_question(n, blocks, kinds)}
    answers |= {n: said for n, said in more.items() if n not in answers and _has_own_voice(said[:1], blocks)}
    asked, questions = sorted(answers), frozenset(answers)
    answered = {k for n in asked for k in answers[n]}
    taken = answered | questions
    kept = [u for u in found if u.block not in taken]
    return kept + [
        _labelled(k, blocks[k], article.text) or _whole(k, _behind_question(blocks[k]), article.text)
        for k in sorted(answered)
    ]


def _labelled(n: int, words: Sequence[Word], text: str) -> Utterance | None:
    """``Siv: ⟦Ja, varje dag.⟧``: in a talk whose turns open with a name, whose it is; None where none opens this one."""
    colon = next((k for k, w in enumerate(words[:_LONGEST_NAME]) if w.text == ":"), 0)
    if not colon or colon + 1 == len(words) or any(w.label != "PER" for w in words[:colon]):
        return None
    said = _whole(n, words[colon + 1 :], text)
    name = Span(words[0].start, words[colon - 1].end, text[words[0].start : words[colon - 1].end])
    return replace(said, mark="colon", rule="name-colon", frame=name, mention=name)


#: Words of a name, and its colon.
_LONGEST_NAME = 4


def _is_put_to_one(words: Sequence[Word]) -> bool:
    """A question to *du*, without marks; *ni* may be a company's customers."""
    asks = len(words) > 2 and words[-1].text == "?" and not any(w.is_mark for w in words)
    return asks and any(w.lower in ADDRESSED for w in words)


def _is_bare_question(n: int, blocks: Sequence[Sequence[Word]], kinds: Sequence[str]) -> bool:
    """``Grattis Siv, hur känns det?``: in such an interview what one answers with *jag* is asked without *du* too."""
    words = blocks[n]
    return kinds[n] in _ASKED_IN and len(words) > 2 and words[-1].text == "?" and not any(w.is_mark for w in words)


def _has_own_voice(paragraphs: Sequence[int], blocks: Sequence[Sequence[Word]]) -> bool:
    return any(w.lower in _I for k in paragraphs for w in blocks[k])


def _behind_question(words: Sequence[Word]) -> Sequence[Word]:
    """``Varför valdes du?⟦Det får andra svara på.⟧``: the answer behind a question that runs into it."""
    end = next((k for k, w in enumerate(words) if w.is_stop), len(words))
    glued = end + 1 < len(words) and words[end].text == "?" and words[end].end == words[end + 1].start
    return words[end + 1 :] if glued and any(w.lower in ADDRESSED for w in words[:end]) else words


def _answer(n: int, asked: frozenset[int], blocks: Sequence[Sequence[Word]], kinds: Sequence[str]) -> list[int]:
    """Return the paragraphs under a question, up to the next one or to what is no plain paragraph.

    Under the last question only while they have a voice of their own: the page may go on in the reporter's.
    """
    found: list[int] = []
    own: list[int] = []
    for k in range(n + 1, len(blocks)):
        if k in asked:
            return found
        if kinds[k] not in _ANSWERED_IN or not blocks[k] or blocks[k][-1].text not in _ENDS:
            break
        found.append(k)
        if len(own) == len(found) - 1 and (k == n + 1 or any(w.lower in FIRST_PERSON for w in blocks[k])):
            own.append(k)
    return own


_ENDS = frozenset([".", "!", "…", "..."])


def _whole(n: int, words: Sequence[Word], text: str) -> Utterance:
    start, end = words[0].start, words[-1].end
    return Utterance("direct", "none", (Span(start, end, text[start:end]),), "plain-answer", block=n)
