"""Archives that lost the speech dash in a conversion: only the frame tells, so the whole article is read in that light.

Jag är glad för poängen, säger Per Ek.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Block
from pipeline.stages.quotes.frames import find_frame
from pipeline.stages.quotes.regions import dash_regions
from pipeline.stages.quotes.words import BULLETS, FIRST_PERSON, Word, sentence_end

#: Blocks with a speaker's own voice and a frame that make an article one of these.
_ENOUGH = 2
_SPOKEN = frozenset(["paragraph", "lead", "list_item"])


def _speaks_at_once(line: Sequence[Word], frame: int) -> bool:
    """``Vi är tacksamma. Nu kommer fler barn hit, säger …``: *vi* or *jag* opens it, in the present, sentences before the frame's."""
    end = sentence_end(line, 0)
    verb = next((w for w in line[:end] if w.is_finite), None)
    return line[0].lower in ("vi", "jag") and end < frame and verb is not None and verb.tense == "Pres"


def _under_the_agency(blocks: Sequence[Block], words: Sequence[Sequence[Word]]) -> frozenset[int]:
    """``TT: Vad gör ni åt köerna?`` ⏎ ``⟦Vi öppnar en dörr till.⟧``: what answers, and what has a frame and a voice of its own, or sentences before it."""
    asked = [n for n, line in enumerate(words) if len(line) > 3 and _is_agencys(line) and n + 1 < len(words)]
    answers = {n + 1 for n in asked if blocks[n + 1].kind in _SPOKEN and not _is_agencys(words[n + 1])}
    if not answers:
        return frozenset()
    for n, line in enumerate(words):
        frame = (
            find_frame(line, 0, len(line)) if blocks[n].kind in _SPOKEN and len(line) > 4 and n not in asked else None
        )
        if frame is not None and frame.rule == "dash-frame" and frame.mention is not None:
            own = any(w.lower in FIRST_PERSON for w in line[: frame.first])
            answers |= {n} if own or sentence_end(line, 0) < frame.first else set()
    return frozenset(answers)


def _is_agencys(line: Sequence[Word]) -> bool:
    return line[0].text == "TT" and line[1].text == ":" and line[-1].text == "?"


def lost_dash_blocks(blocks: Sequence[Block], words: Sequence[Sequence[Word]], text: str) -> frozenset[int]:
    """Return the blocks that are speech without its dash; none where the article has a speech dash or marks somewhere.

    A frame behind the block's first words gives a block away; two of them with *jag* or *vi* in them give the article
    away, and then every block with a sure frame is speech. So is every line that begins with a space, the scar of its
    dash, where one of them has a frame.
    """
    if any(b.kind == "dash" for b in blocks):
        return frozenset()
    answers = _under_the_agency(blocks, words)
    if answers:
        return answers
    if any(w.is_mark for line in words for w in line):
        return frozenset()
    if any(dash_regions(line, text) for line in words):
        return frozenset()
    framed, own = set(), 0
    for n, line in enumerate(words):
        if blocks[n].kind not in _SPOKEN or len(line) < 5:
            continue
        frame = find_frame(line, 0, len(line))
        if frame is None or frame.rule != "dash-frame" or frame.mention is None or frame.mention.kind == "noun":
            continue
        framed.add(n)
        own += _ENOUGH if _speaks_at_once(line, frame.first) else any(w.lower in FIRST_PERSON for w in line)
    scarred = {n for n, block in enumerate(blocks) if block.kind in _SPOKEN and text[block.start] in " \u00a0"}
    if framed & scarred and len(scarred) < len(blocks) - 1:
        return frozenset(framed | scarred)
    return frozenset(framed) if own >= _ENOUGH else frozenset()


#: What else stands for the dash where a system made points of speech.
POINTS = BULLETS | {"*", "~", "¤", "■", "►"}


def pointed_blocks(blocks: Sequence[Block], words: Sequence[Sequence[Word]]) -> frozenset[int]:
    """Return the blocks that are speech behind a point, ``• Jag är glad, säger Per Ek.``; none where points make a list.

    Two of them with a frame and a voice of their own, and narration between two, give the article away.
    """
    pointed = [n for n, line in enumerate(words) if len(line) > 3 and line[0].text in POINTS]
    if len(pointed) < _ENOUGH or pointed[-1] - pointed[0] < len(pointed):
        return frozenset()
    said, own = set(), 0
    for n in pointed:
        line = words[n]
        frame = find_frame(line, 1, len(line)) if blocks[n].kind in _SPOKEN else None
        voiced = any(w.lower in FIRST_PERSON for w in line)
        framed = frame is not None and frame.rule == "dash-frame" and frame.mention is not None
        own += framed and voiced
        if framed or (voiced and line[-1].is_stop and blocks[n].kind in _SPOKEN):
            said.add(n)
    return frozenset(said) if own >= _ENOUGH else frozenset()
