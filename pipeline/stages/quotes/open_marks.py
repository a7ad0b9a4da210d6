"""Marked speech over several paragraphs: a mark that opens one paragraph and closes in a later one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Article, Span, Utterance
from pipeline.stages.quotes.pointers import pointer_at, with_frame
from pipeline.stages.quotes.words import FIRST_PERSON, Word

#: Paragraphs before the one with the frame that may belong to the same speech.
_BACK = 4
#: Paragraphs behind the first that speech without a frame may fill.
_AHEAD = 6
_PROSE = frozenset(["lead", "paragraph", "dash"])


def continue_marks(found: list[Utterance], article: Article, blocks: Sequence[Sequence[Word]]) -> list[Utterance]:
    """Give the paragraphs before a framed quote to it where a mark opened there and nothing has closed it.

    ``”⟦Vi började i maj.⟧`` ⏎ ``”⟦Sedan kom regnet⟧”, säger Eva Ek.``, also with no mark before the last paragraph.
    """
    spoken = {u.block for u in found}
    kept: list[Utterance] = []
    for utterance in found:
        words = blocks[utterance.block]
        earlier = _opened_before(utterance, article, blocks, spoken) if words else []
        if not earlier:
            kept.append(utterance)
            continue
        kept += [
            replace(utterance, kind="direct", mark="marks", contents=(span,), rule="marks-continued", block=n)
            for n, span in earlier
        ]
        kept.append(replace(utterance, kind="direct", mark="marks", rule=_marked_rule(utterance)))
    return kept


def opened_behind_colons(
    found: Sequence[Utterance], article: Article, blocks: Sequence[Sequence[Word]]
) -> list[Utterance]:
    """Return the paragraphs of speech that opens behind a colon, or a paragraph where people speak, and closes in a later one.

    ``Vd Eva Ek kommenterar:`` ⏎ ``”⟦Vi är nöjda.⟧`` ⏎ ``⟦Nu väntar våren.⟧”``, each paragraph with a mark or none before it.
    """
    spoken = {u.block for u in found}
    begun = {u.block for u in found if u.rule == "colon"}  # its first sentence is there already
    more: list[Utterance] = []
    n = 0
    while n < len(blocks):
        opening = None if n in spoken - begun else _only_mark(n, article, blocks)
        last = None if opening is None else _closing(n, article, blocks, spoken)
        pointer = None if last is None or last + 1 >= len(blocks) else pointer_at(blocks[last + 1], 0)
        voiced = opening == 0 and (bool(spoken) or any(w.lower in FIRST_PERSON for w in blocks[n]))
        if opening is None or last is None or not (_behind_colon(n, opening, blocks) or voiced):
            n += 1
            continue
        for at in range(n + (n in begun), last + 1):
            words = blocks[at]
            first = opening + 1 if at == n else int(words[0].is_mark)
            inside = [w for w in words[first:] if not w.is_mark]
            span = Span(inside[0].start, inside[-1].end, article.text[inside[0].start : inside[-1].end])
            said = Utterance("direct", "marks", (span,), "marks-continued", None, None, None, at)
            if pointer is not None:  # "Detta konstaterar Bo Ek" below the last paragraph
                frame = (pointer.cue, pointer.entry, pointer.mention)
                said = with_frame(said, article.text, blocks[last + 1], *frame, "pointer")
            more.append(said)
        n = last + 1
    return more


def _only_mark(n: int, article: Article, blocks: Sequence[Sequence[Word]]) -> int | None:
    """Return the only mark of a paragraph that has words behind it."""
    words = blocks[n]
    marks = [k for k, w in enumerate(words) if w.is_mark]
    if article.blocks[n].kind not in _PROSE or len(marks) != 1 or len(words) - marks[0] < 3:
        return None
    return marks[0]


def _behind_colon(n: int, mark: int, blocks: Sequence[Sequence[Word]]) -> bool:
    """Tell whether a colon stands before the mark, here or at the end of the block before."""
    before = blocks[n][:mark] or (blocks[n - 1] if n else ())
    return bool(before) and before[-1].text == ":"


def _closing(n: int, article: Article, blocks: Sequence[Sequence[Word]], spoken: set[int]) -> int | None:
    """Return the later paragraph that ends with a mark; those between have none but where they begin."""
    for at in range(n + 1, min(n + 1 + _AHEAD, len(blocks))):
        words = blocks[at]
        if article.blocks[at].kind not in _PROSE or at in spoken or len(words) < 3 or words[0].is_dash:
            return None
        inner = [k for k, w in enumerate(words) if w.is_mark and k]
        if inner:
            closes = len(inner) == 1 and inner[0] >= len(words) - 2
            return at if closes else None
    return None


def _marked_rule(utterance: Utterance) -> str:
    return utterance.rule if utterance.mark == "marks" else "marks-closed-late"


def _opened_before(
    utterance: Utterance, article: Article, blocks: Sequence[Sequence[Word]], spoken: set[int]
) -> list[tuple[int, Span]]:
    """Return the paragraphs, with their words, that an unclosed mark joins to this framed quote."""
    words = blocks[utterance.block]
    if utterance.frame is None or utterance.frame.start < utterance.contents[0].end:
        return []
    own_mark = words[0].is_mark and len(words) > 1 and utterance.contents[0].start == words[1].start
    if not own_mark and not (utterance.contents[0].start == words[0].start and _closes(words, utterance)):
        return []
    found: list[tuple[int, Span]] = []
    for n in range(utterance.block - 1, max(-1, utterance.block - 1 - _BACK), -1):
        before = blocks[n]
        if article.blocks[n].kind not in _PROSE or n in spoken or not before or before[0].is_dash:
            break
        opens = before[0].is_mark
        if any(w.is_mark for w in before[1:]) or (own_mark and not opens):
            break
        first = before[1] if opens and len(before) > 1 else before[0]
        found.append((n, Span(first.start, before[-1].end, article.text[first.start : before[-1].end])))
        if opens and not own_mark:
            return found[::-1]
    return found[::-1] if own_mark else []


def _closes(words: Sequence[Word], utterance: Utterance) -> bool:
    """The only mark of the paragraph stands right behind the words."""
    marks = [w for w in words if w.is_mark]
    end = utterance.contents[0].end
    return len(marks) == 1 and end <= marks[0].start <= end + 1
