"""Pointers: a sentence that says whose the words before it are ("Det säger Nils Ågren, larmchef i Norrhamra.")."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.article import Article, Span, Utterance
from pipeline.stages.quotes.agents import can_speak
from pipeline.stages.quotes.cues import CueEntry, cue_at, make_cue
from pipeline.stages.quotes.mentions import Mention, mention_after
from pipeline.stages.quotes.words import OWN_VOICE, Word, sentence_end

#: Words behind speech within which its pointer stands.
_NEAR = 80
_HEADLINES = ("title", "heading")
#: Blocks back within which a pointer finds speech without a speaker.
_BACK = 2
#: Cues that assert what stands before: "Det hoppas Bo Ek" does not.
NOT_ASSERTING = frozenset(["hoppas", "fråga", "undra", "kräva", "hälsa", "önska", "låta"])


@dataclass(frozen=True, slots=True)
class Pointer:
    """The cue (word range), its entry and the speaker's mention, in the sentence that ends at word ``end``."""

    cue: tuple[int, int]
    entry: CueEntry
    mention: Mention
    end: int


def pointer_at(words: Sequence[Word], at: int) -> Pointer | None:
    """Return the pointer that opens at word ``at``: ``Det säger Nils Ågren …``, ``Det slog Rut Sandell fast …``."""
    if at + 2 >= len(words) or words[at].lower not in ("det", "detta", "så", "orden", "den", "frågan"):
        return None
    at, found = _asks(words, at) or (at, cue_at(words, at + 1))
    if words[at].lower in ("den", "frågan") and (found is None or found[0] is not ASKS):
        return None
    if found is None or found[0].tier not in ("A", "B"):
        return _by_noun(words, at)
    end = sentence_end(words, at)
    mention = mention_after(words, found[1], end)
    if mention is None or mention.kind not in ("name", "pronoun", "body", "noun"):
        return None
    if words[at].lower == "så" and not words[end - 1].is_stop:
        return None  # the heading "Så svarar partierna"
    if any(w.lower in ("att", *OWN_VOICE) for w in words[mention.last : mention.last + 2]):
        return None
    if mention.last < end and words[mention.last].is_finite:
        return None  # "Det tycker Siv Ek är en dålig ursäkt."
    return Pointer((at + 1, found[1]), found[0], mention, end)


#: A question is put: "Den frågan ⟦ställer⟧ Nils Ågren".
ASKS = CueEntry("ställa", "B", "neutral")


def _asks(words: Sequence[Word], at: int) -> tuple[int, tuple[CueEntry, int]] | None:
    """Return the word before the verb of ``Den frågan ställer …``, ``Frågan ställde …``, with the cue and where it ends."""
    at += words[at].lower == "den"
    if at + 2 >= len(words) or words[at].lower != "frågan" or words[at + 1].lower not in ("ställer", "ställde"):
        return None
    return at, (ASKS, at + 2 + (words[at + 2].lower == "sig"))


#: What was said, by its noun: "Det var ⟦budskapet⟧ från Siv Alm."
_SAID = frozenset("budskapet beskedet svaret slutsatsen omdömet kommentaren uppmaningen rådet kravet".split())
#: Words between the verb and that noun.
_DESCRIBED = 3


def _by_noun(words: Sequence[Word], at: int) -> Pointer | None:
    """``Det var det enkla beskedet från Siv Alm.``, ``Det är kravet från hamnen.``"""
    if words[at].lower not in ("det", "detta") or words[at + 1].lower not in ("är", "var", "blev", "blir"):
        return None
    end = sentence_end(words, at)
    k = next((k for k in range(at + 2, min(at + 3 + _DESCRIBED, end - 2)) if words[k].lower in _SAID), None)
    if k is None or words[k + 1].lower != "från" or any(w.lower == "inte" for w in words[at:k]):
        return None
    mention = mention_after(words, k + 2, end)
    return None if mention is None else Pointer((k, k + 1), CueEntry(words[k].lower, "B", "neutral"), mention, end)


def pointed_back(utterance: Utterance, text: str, words: Sequence[Word], after: int) -> Utterance | None:
    """``– ⟦…⟧`` and then ``Det säger Nils Ågren, larmchef i Norrhamra.``, right behind code point ``after``."""
    at = bisect_left(words, after, key=lambda w: w.start)
    words = words[: at + _NEAR]
    pointer = pointer_at(words, at)
    if pointer is None:
        return None
    return with_frame(utterance, text, words[: pointer.end], pointer.cue, pointer.entry, pointer.mention, "pointer")


def point_back(found: list[Utterance], article: Article, blocks: Sequence[Sequence[Word]]) -> list[Utterance]:
    """Give each pointer that no speech has taken the speech that it means: the nearest open one, else a statement.

    ``– ⟦Det gick fort.⟧`` ⏎ narration ⏎ ``Det säger Nils Ågren.``; ``⟦Taxan höjs i maj.⟧ Det slog Rut Sandell fast.``
    """
    linked = sorted(found, key=lambda u: u.contents[0].start)
    starts = [u.contents[0].start for u in linked]
    taken = {u.cue.start for u in linked if u.cue is not None}
    added = []
    for n, words in enumerate(blocks):
        if article.blocks[n].kind not in ("lead", "paragraph", "dash"):
            continue
        for before, at in _sentences(words):
            pointer = pointer_at(words, at)
            if pointer is None or words[pointer.cue[0]].start in taken or not _asserts(words, pointer):
                continue
            if at and words[at - 1].text[0] == "?" and not words[0].is_dash:
                continue  # "Blir det sämre? Det befarar facket.": it takes up the question
            k = bisect_left(starts, words[at].start) - 1
            is_open = (
                k >= 0 and linked[k].mention is None and linked[k].kind == "direct" and linked[k].block >= n - _BACK
            )
            # "Taxan höjs. Det säger Siv Alm.": no headline's words where a sentence of its own stands before
            if is_open and not (at > 0 and article.blocks[linked[k].block].kind in _HEADLINES):
                linked[k] = _pointed(_cut(linked[k], words[at].start, article.text), article.text, words, pointer)
                continue
            statement = _statement(article, blocks, n, before, at, linked[k] if k >= 0 else None)
            if statement is not None:
                added.append(_pointed(statement, article.text, words, pointer))
    return linked + added


def _cut(utterance: Utterance, end: int, text: str) -> Utterance:
    """``– ⟦Det gick fort.⟧ Det säger Nils Ågren och går.``: speech that filled its block ends before the pointer."""
    last = utterance.contents[-1]
    if not last.start < end < last.end:
        return utterance
    stop = last.start + len(text[last.start : end].rstrip())
    return replace(utterance, contents=(*utterance.contents[:-1], Span(last.start, stop, text[last.start : stop])))


def _pointed(utterance: Utterance, text: str, words: Sequence[Word], pointer: Pointer) -> Utterance:
    kind = "pointer" if utterance.rule != "statement" else "statement-pointer"
    said = with_frame(utterance, text, words[: pointer.end], pointer.cue, pointer.entry, pointer.mention, kind)
    return said if utterance.rule != "statement" else replace(said, rule=kind)


def _sentences(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Yield where the sentence before begins (or the same word) and where each sentence begins."""
    before = at = 0
    while at < len(words):
        yield before, at
        before, at = at, sentence_end(words, at)


def _asserts(words: Sequence[Word], pointer: Pointer) -> bool:
    """The sentence hands over what stands before it, whole: no *inte*, no clause of its own behind the speaker."""
    if pointer.entry.lemma in NOT_ASSERTING:
        return False
    behind = words[pointer.mention.last : pointer.end]
    asked = next((k for k in range(len(behind) - 1) if behind[k + 1].lower.startswith("fråg")), len(behind))
    behind = behind[:asked]  # "Så svarar Bo Ek på frågan om han tror att bron byggs"
    phrase = words[pointer.mention.first : pointer.mention.last]
    if pointer.mention.kind == "noun" and not can_speak(" ".join(w.text for w in phrase)):
        return False
    if behind and behind[0].is_finite:
        return False  # "Det tror Rut Ek blir svårt"
    return not any(w.lower in ("inte", "aldrig", "att", "knappast") for w in behind[:6])


def _statement(
    article: Article, blocks: Sequence[Sequence[Word]], n: int, before: int, at: int, last: Utterance | None
) -> Utterance | None:
    """Return the sentence just before the pointer as indirect speech, unless it is a question or said already."""
    number, words, first, end = n, blocks[n], before, at
    if at == 0:
        headed = n > 0 and article.blocks[n - 1].kind in _HEADLINES
        if n == 0 or not (headed or article.blocks[n - 1].kind in ("lead", "paragraph")):
            return None
        number, words = n - 1, blocks[n - 1]
        if headed and not (words and words[0].is_mark and words[-1].is_mark):
            return None  # ”Ett hårt slag mot bygden” ⏎ "Det säger Siv Alm"
        end = len(words)
        first = next((start for _, start in reversed(list(_sentences(words)))), 0)
    while end > first and (words[end - 1].is_stop or words[end - 1].text == ","):
        if words[end - 1].text[0] == "?":
            return None
        end -= 1
    first = _opening_mark(words, first, end)
    marked = words[first].is_mark and words[end - 1].is_mark and end - first > 5
    if end - first < 3 or not (marked or any(w.is_finite for w in words[first:end])):
        return None
    start, stop = words[first].start, words[end - 1].end
    if last is not None and last.contents[-1].end > start:
        return None
    if last is not None and last.frame is not None and last.frame.end > start:
        return None
    content = Span(start, stop, article.text[start:stop])
    if words[first].is_mark and words[end - 1].is_mark:  # ”Vore fint med en trygg väg”. Så skriver Ida Strand
        start, stop = words[first + 1].start, words[end - 2].end
        content = Span(start, stop, article.text[start:stop])
        return Utterance(kind="direct", mark="marks", contents=(content,), rule="marks-bare", block=number)
    return Utterance(kind="indirect", mark="none", contents=(content,), rule="statement", block=number)


def _opening_mark(words: Sequence[Word], first: int, end: int) -> int:
    """``”⟦Det går bra. Vi hinner⟧”. Så säger Bo Ek.``: where marks that close at ``end`` open, sentences before; else ``first``."""
    if end - 1 <= first or not words[end - 1].is_mark or any(w.is_mark for w in words[first : end - 1]):
        return first
    opened = next((k for k in range(first - 1, -1, -1) if words[k].is_mark), None)
    return first if opened is None or (opened and not words[opened - 1].is_stop) else opened


def with_frame(
    utterance: Utterance,
    text: str,
    words: Sequence[Word],
    cue: tuple[int, int],
    entry: CueEntry,
    mention: Mention,
    rule: str,
) -> Utterance:
    """Return the utterance with the frame that was found elsewhere; ``cue`` and ``mention`` count in ``words``."""
    low, high = min(cue[0], mention.first), max(cue[1], mention.last)

    def span(a: int, b: int) -> Span:
        start, end = words[a].start, words[b - 1].end
        return Span(start, end, text[start:end])

    return replace(
        utterance,
        rule=f"{utterance.mark}-{rule}",
        cue=make_cue(words, *cue, text, entry),
        frame=span(low, high),
        mention=span(mention.first, mention.last),
    )
