"""Talks whose turns open with whose they are: ``ST – ⟦Vi vill bygga.⟧``, of who is named in full above; ``Siv Ek: ⟦Ja. Nu.⟧``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from pipeline.article import Article, Span, Utterance
from pipeline.stages.quotes.words import FIRST_PERSON, Word

#: Turns that make a talk.
_FEWEST = 2
_TALKED_IN = frozenset(["lead", "paragraph", "list_item", "dash"])
_INITIALS = re.compile(r"[A-ZÅÄÖ]{2,3}")


def initialled_turns(found: list[Utterance], article: Article, blocks: Sequence[Sequence[Word]]) -> list[Utterance]:
    """Return the utterances of such a talk, its turns for what was found in them; those found, where it is none.

    Who only asks is the reporter: ``MB: Hur går det?`` is nobody's quote.
    """
    kinds = [block.kind for block in article.blocks]
    turns = [n for n, words in enumerate(blocks) if kinds[n] in _TALKED_IN and _is_turn(words)]
    if len(turns) < _FEWEST:
        return found
    names = _by_initials(blocks[: turns[0]], article.text)
    labels = {blocks[n][0].text for n in turns}
    asking = {label for label in labels if all(blocks[n][-1].text == "?" for n in turns if blocks[n][0].text == label)}
    answered = [n for n in turns if blocks[n][0].text in names and blocks[n][0].text not in asking]
    if len(answered) < _FEWEST:
        return found
    taken = frozenset(answered) | {n for n in turns if blocks[n][0].text in asking}
    kept = [u for u in found if u.block not in taken]
    return kept + [_turn(n, blocks[n], names, article.text) for n in answered]


def whole_turns(found: Sequence[Utterance], article: Article, blocks: Sequence[Sequence[Word]]) -> list[Utterance]:
    """Give the turns of a talk, ``Siv Ek: ⟦Ja. Sedan kom han.⟧``, all of their paragraphs, where several open with a name.

    And the paragraphs behind them: ``Siv Ek: Ja.`` ⏎ ``⟦Vi har en plan.⟧`` ⏎ ``Bo Alm: …``.
    """
    alone = Counter(u.block for u in found)
    turns = [u for u in found if alone[u.block] == 1 and _opens_with_name(u, blocks[u.block])]
    whole = list(found)
    if len(turns) >= _FEWEST:
        whole = [_to_the_end(u, blocks[u.block], article.text) if u in turns else u for u in found]
    said = _between(whole, article, blocks)
    kept = [u for u in whole if u.block not in said]
    return kept + [_said(n, blocks[n][0].start, blocks[n], name, name, article.text) for n, name in said.items()]


#: Turns that make a talk whose paragraphs go on, and what they go on in.
_ENOUGH = 3
_GOES_ON_IN = frozenset(["lead", "paragraph"])


def _between(found: Sequence[Utterance], article: Article, blocks: Sequence[Sequence[Word]]) -> dict[int, Span]:
    """Return the paragraphs in a voice of their own between two who have the word, and who has it there.

    Only up to the next who has it: behind the last the text may go on in the writer's.
    """
    heads = {
        u.block: u.mention
        for u in found
        if u.rule == "name-colon" and u.mention is not None and u.mention.start == article.blocks[u.block].start
    }
    if len(heads) < _ENOUGH or len({m.text for m in heads.values()}) == 1:
        return {}
    if any(block.kind == "dash" for block in article.blocks):
        return {}
    said: dict[int, Span] = {}
    taken = {u.block for u in found if u.kind == "direct"}
    for head, last in pairwise(sorted(heads)):
        for n in range(head + 1, last):
            own = any(w.lower in FIRST_PERSON for w in blocks[n])
            if article.blocks[n].kind not in _GOES_ON_IN or n in taken or not own or not blocks[n][-1].is_stop:
                break
            said[n] = heads[head]
    return said


def _opens_with_name(utterance: Utterance, words: Sequence[Word]) -> bool:
    mention = utterance.mention
    named = utterance.rule == "name-colon" and utterance.mark == "colon" and mention is not None
    return named and mention is not None and mention.start == words[0].start and not any(w.is_mark for w in words)


def _to_the_end(utterance: Utterance, words: Sequence[Word], text: str) -> Utterance:
    *before, last = utterance.contents
    return replace(utterance, contents=(*before, Span(last.start, words[-1].end, text[last.start : words[-1].end])))


def _is_turn(words: Sequence[Word]) -> bool:
    """Initials, a dash or a colon, and words of which the first has a capital."""
    return (
        len(words) > _LABEL + 1
        and _INITIALS.fullmatch(words[0].text) is not None
        and (words[1].is_dash or words[1].text == ":")
        and (words[_LABEL].is_capital or words[_LABEL].is_mark)
    )


#: Words before those of a turn.
_LABEL = 2


def _by_initials(blocks: Sequence[Sequence[Word]], text: str) -> Mapping[str, Span]:
    """Return the names in full by their initials, of which nobody else has the same."""
    meant: dict[str, Span] = {}
    several: set[str] = set()
    for name in _names(blocks, text):
        parts = re.split(r"[ \u00a0-]+", name.text)
        for letters in {"".join(part[0] for part in parts), parts[0][0] + parts[-1][0]}:
            if letters in meant and meant[letters].text != name.text:
                several.add(letters)
            meant.setdefault(letters, name)
    return {letters: name for letters, name in meant.items() if letters not in several}


def _names(blocks: Sequence[Sequence[Word]], text: str) -> Iterator[Span]:
    for words in blocks:
        for _, group in groupby((w for w in words if w.label == "PER"), key=lambda w: w.name):
            named = list(group)
            if len(named) > 1:
                start, end = named[0].start, named[-1].end
                yield Span(start, end, text[start:end])


def _turn(n: int, words: Sequence[Word], names: Mapping[str, Span], text: str) -> Utterance:
    label = words[0]
    said = _said(n, words[_LABEL].start, words, Span(label.start, label.end, label.text), names[label.text], text)
    return replace(said, mark="dash" if words[1].is_dash else "colon")


def _said(n: int, start: int, words: Sequence[Word], frame: Span, name: Span, text: str) -> Utterance:
    end = words[-1].end
    content = Span(start, end, text[start:end])
    return Utterance("direct", "colon", (content,), "name-colon", frame=frame, mention=name, block=n)
