"""A reported clause: what is said, the cue and who says it; and what the readers of such clauses ask of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.quotes.cues import CueEntry
from pipeline.stages.quotes.mentions import Mention
from pipeline.stages.quotes.words import Word


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause: content spans as word ranges (half-open), the cue, the mention, and the rule."""

    contents: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    entry: CueEntry
    mention: Mention
    rule: str


def has_verb(words: Sequence[Word], first: int, last: int) -> bool:
    """Tell whether a finite verb stands among words ``first`` to ``last`` (half-open)."""
    return any(w.is_finite for w in words[first:last])


def is_whole(words: Sequence[Word], first: int, last: int) -> bool:
    """A clause with its verb inside; "polisen har" before *enligt* waits for more."""
    return has_verb(words, first, last - 1) and not words[last - 1].is_finite


def before_comma(words: Sequence[Word], i: int, first: int) -> int:
    """Return where the words before ``i`` end: at the comma just before it, if one stands there."""
    return i - 1 if i > first and words[i - 1].text == "," else i
