"""One utterance, several printings: a pull quote or a headline that repeats a quote of the article."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Quote

#: Share of the shorter printing's words that must stand in the longer one.
_CONTAINED = 0.8
#: Headlines are changed more: "Det där accepterar jag inte" for "De där orden accepterar jag inte här".
_CONTAINED_BY_HEADLINES = 0.6
_FEWEST_PAIRS = 3
_SHORTEST = 3


def group_printings(quotes: Sequence[Quote], headlines: frozenset[int] = frozenset()) -> tuple[Quote, ...]:
    """Return the quotes with a common ``group`` where one repeats another's words; the speaker is shared.

    A printing without a frame, or in one of the blocks that are ``headlines``, takes its speaker from the one that
    has a frame.
    """
    words = [re.findall(r"\w+", " ".join(part.text for part in q.utterance.contents).lower()) for q in quotes]
    found = list(quotes)
    groups = 0
    for i, quote in enumerate(quotes):
        framed = quote.utterance.mention is not None and quote.utterance.block not in headlines
        if framed or len(words[i]) < _SHORTEST or quote.utterance.mark == "none":
            continue
        for j, other in enumerate(quotes):
            known = other.utterance.block not in headlines and (
                other.utterance.mention is not None
                or (other.utterance.mark == "dash" and quote.utterance.mark == "marks")
            )
            share = _CONTAINED_BY_HEADLINES if quote.utterance.block in headlines else _CONTAINED
            if i != j and known and _contained(words[i], words[j], share):
                number = found[j].group
                if number is None:
                    number, groups = groups, groups + 1
                found[j] = replace(found[j], group=number)
                speaker = replace(other.speaker, mention=None, via="repeated")
                found[i] = replace(quote, speaker=speaker, co_speakers=other.co_speakers, group=number)
                break
    return tuple(found)


def _contained(short: Sequence[str], long: Sequence[str], share: float) -> bool:
    """Word pairs of the short one stand in the long one, nearly all of them."""
    if len(short) > len(long):
        return False
    pairs = set(itertools.pairwise(long))
    own = list(itertools.pairwise(short))
    same = sum(pair in pairs for pair in own)
    return same >= _CONTAINED * len(own) or (same >= _FEWEST_PAIRS and same >= share * len(own))
