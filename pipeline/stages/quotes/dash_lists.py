"""Dash lines that are no speech: the items of a list."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Block
from pipeline.stages.quotes.cues import cue_at
from pipeline.stages.quotes.frames import find_frame
from pipeline.stages.quotes.mentions import name_alone
from pipeline.stages.quotes.regions import CLOCK
from pipeline.stages.quotes.shadow import CLOSERS
from pipeline.stages.quotes.words import Word

#: What ends whole speech; a bracket ends an item as well: "– Omsättningen ökade till 61 Mkr (52)".
_CLOSED = CLOSERS - {")"}


def behind_colons(blocks: Sequence[Sequence[Word]]) -> frozenset[int]:
    """Return the blocks in whose run of dash lines the first stands behind a line that ends with a colon."""
    found = set()
    for n in range(1, len(blocks)):
        before = blocks[n - 1]
        if before and (before[-1].text == ":" or (before[0].is_dash and n - 1 in found)):
            found.add(n)
    return frozenset(found)


def dash_lists(blocks: Sequence[Block], words: Sequence[Sequence[Word]]) -> set[int]:
    """Return the blocks that are lists: items as `clean` tells them, and dash blocks, three or more in a row without full stop, or without any finite verb."""
    lists = {n for n, block in enumerate(blocks) if block.kind == "list_item" and not _is_reply(words[n])}
    run: list[int] = []
    for n in range(len(blocks) + 1):
        if n < len(blocks) and blocks[n].kind == "dash" and words[n]:
            run.append(n)
            continue
        bare = [k for k in run if not words[k][-1].is_stop and words[k][-1].text not in _CLOSED]
        verbless = [k for k in run if not any(w.is_finite for w in words[k])]
        lists.update(_decisions(words, run))
        timed = [k for k in run if len(words[k]) > 1 and CLOCK.fullmatch(words[k][1].text)]  # "– 08.10 kom larmet."
        lists.update(timed if len(timed) > 1 and not _has_frame(words, timed) else ())
        many = len(run) >= _FEWEST_ITEMS and max(len(bare), len(verbless)) > len(run) / 2
        if _explains(blocks, words, run) or (many and not _has_frame(words, run)):
            lists.update(run)
        elif run:
            below = run[0] > 0 and blocks[run[0] - 1].kind == "list_item"  # "+ Skolan får 12 miljoner"
            lists.update(k for k in bare if k in verbless or (below and not _has_frame(words, [k])))
        run = []
    return lists


def _is_reply(words: Sequence[Word]) -> bool:
    """``• Siv Alm, 68 år, Alvsund: – ⟦Vi behöver en skola.⟧``: an item that holds what somebody named says, behind a dash."""
    dash = next(
        (k for k in range(2, min(len(words), _LONGEST_ITEM)) if words[k].is_dash and words[k - 1].text == ":"), 0
    )
    named = any(w.label == "PER" for w in words[: min(3, dash)])
    return named and words[-1].is_stop and not any(w.is_finite or w.is_stop for w in words[:dash])


def _decisions(words: Sequence[Sequence[Word]], run: Sequence[int]) -> set[int]:
    """Two or more lines in a row that open with a verb in its bare form, and no frame: what a board decided.

    ``– Godkänna delårsrapporten.`` ⏎ ``– Avslå ansökan om bidrag.``
    """
    found: set[int] = set()
    row: list[int] = []
    for k in [*run, None]:
        if k is not None and _opens_bare(words[k]):
            row.append(k)
            continue
        found.update(row if len(row) > 1 else ())
        row = []
    return found


def _opens_bare(words: Sequence[Word]) -> bool:
    if len(words) < 3 or not words[0].is_dash or words[1].pos != "VERB":
        return False
    voice = any(w.lower in ("jag", "vi", "du", "ni", "han", "hon", "oss", "mig") or w.is_mark for w in words)
    bare = words[1].lower.endswith(("a", "å", "e", "i", "y", "ö")) and not words[1].lower.endswith(("de", "te"))
    return bare and not voice and len(words) <= _LONGEST_ITEM and find_frame(words, 1, len(words)) is None


_LONGEST_ITEM = 20
_FEWEST_ITEMS = 3


def _explains(blocks: Sequence[Block], words: Sequence[Sequence[Word]], run: Sequence[int]) -> bool:
    """Three or more dash lines without any frame behind a line that ends with a colon and names no speaker: a list."""
    if len(run) < _FEWEST_ITEMS or run[0] == 0 or not words[run[0] - 1]:
        return False
    before = words[run[0] - 1]
    if before[-1].text != ":" or any(cue_at(before, k) and before[k].is_finite for k in range(len(before))):
        return False
    return not (_has_frame(words, run) or _answers(words, run))


def _answers(words: Sequence[Sequence[Word]], run: Sequence[int]) -> bool:
    """Tell what somebody says whose name stands alone above it, ``Bo Ek:``, from what somebody has been: whole sentences."""
    before = words[run[0] - 1]
    alone = name_alone(before[:-1])
    if alone is None or all(w.label != "PER" for w in before[alone[0] : alone[1]]):
        return False
    sentences = [k for k in run if words[k][-1].is_stop and any(w.is_finite for w in words[k])]
    return len(sentences) > len(run) / 2


def _has_frame(words: Sequence[Sequence[Word]], run: Sequence[int]) -> bool:
    """Tell whether a line says who speaks: "– Det går bra, säger Bo Ek" is no item."""
    return any(find_frame(words[k], 1, len(words[k])) for k in run)
