"""One utterance, several printings: a pull quote or a headline that repeats a quote of the article."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Quote, Speaker
from pipeline.stages.quotes.words import FIRST_PERSON
from pipeline.word_sets import word_set

#: Share of the shorter printing's words that must stand in the longer one.
_CONTAINED = 0.8
#: Headlines are changed more: "Det där accepterar jag inte" for "De där orden accepterar jag inte här".
_CONTAINED_BY_HEADLINES = 0.6
_FEWEST_PAIRS = 3
_SHORTEST = 3
#: Letters by which a word is known in its other forms: "skandalen" for "skandal".
_STEM = 5
#: Confidence at most of a headline's words by a word that they share, and of such words that may be anybody's: too few
#: to learn it from.
_BY_ECHO, _OF_NOBODY = 0.8, 0.6


def group_printings(quotes: Sequence[Quote], headlines: frozenset[int] = frozenset()) -> tuple[Quote, ...]:
    """Return the quotes with a common ``group`` where one repeats another's words; the speaker is shared.

    A printing without a frame, or in one of the blocks that are ``headlines``, takes its speaker from the one that
    has a frame.
    """
    spelt = [re.findall(r"\w+", " ".join(part.text for part in q.utterance.contents)) for q in quotes]
    words = [[word.lower() for word in said] for said in spelt]
    names = _names(spelt)
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
            if i != j and known and _may_be_of(quote, other) and _contained(words[i], words[j], share):
                number = found[j].group
                if number is None:
                    number, groups = groups, groups + 1
                found[j] = replace(found[j], group=number)
                speaker = replace(other.speaker, mention=None, via="repeated")
                found[i] = replace(quote, speaker=speaker, co_speakers=other.co_speakers, group=number)
                break
        else:
            if quote.utterance.mention is None and quote.utterance.block in headlines:
                found[i] = _by_echo(i, found, words, headlines, names)
    return tuple(found)


def _may_be_of(quote: Quote, other: Quote) -> bool:
    """A headline that names its speaker, ``Brandchefen: ”Elden är släckt”``, is no body's below that says the same."""
    speaker = quote.speaker
    if quote.utterance.mention is None or (speaker.person is None and speaker.kind != "role"):
        return True
    return other.speaker.person is not None and speaker.person in (None, other.speaker.person)


def _names(spelt: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the beginnings of words that are never written with a small letter: of whom one speaks says little of who does."""
    small = {word[:_STEM] for said in spelt for word in said if word[0].islower()}
    return frozenset(word[:_STEM].lower() for said in spelt for word in said if word[0].isupper()) - small


def _by_echo(
    n: int,
    quotes: Sequence[Quote],
    words: Sequence[Sequence[str]],
    headlines: frozenset[int],
    names: frozenset[str],
) -> Quote:
    """A headline in marks that sums up what somebody says: of several who speak, the one whose words are most like it.

    ”Det är en skandal” over an article in which only one of two says *skandalen*; unknown where nobody does, or both do.
    """
    quote = quotes[n]
    said: dict[str, set[str]] = {}
    aloud: set[str] = set()
    for other, spoken in zip(quotes, words, strict=True):
        speaker = other.speaker
        if other.utterance.block not in headlines and speaker.kind != "unknown" and speaker.name is not None:
            said.setdefault(speaker.name, set()).update(_stems(spoken))
            aloud |= {speaker.name} if other.utterance.kind == "direct" else set()
    if len(said) < 2:
        return quote
    own = _stems(words[n])
    own -= names if len(own) > 1 else frozenset()
    echoes = sorted(((len(own & stems), name) for name, stems in said.items()), reverse=True)
    own_voice = len(aloud) == 1 and not FIRST_PERSON.isdisjoint(words[n])
    if echoes[0][0] == echoes[1][0] and own_voice:  # "Vi stannar", of the only one who is quoted in words of their own
        echoes = [(0, name) for name in aloud]
    elif echoes[0][0] == echoes[1][0]:
        nobody = Speaker("unknown", None, reason="a headline's words, and several speak under it")
        return replace(
            quote, speaker=nobody, co_speakers=(), candidates=(), confidence=min(quote.confidence, _OF_NOBODY)
        )
    first = next(q for q in quotes if q.speaker.name == echoes[0][1] and q.utterance.block not in headlines)
    speaker = replace(first.speaker, mention=None, via="repeated")
    return replace(quote, speaker=speaker, co_speakers=(), candidates=(), confidence=min(quote.confidence, _BY_ECHO))


def _stems(words: Sequence[str]) -> set[str]:
    return {word[:_STEM] for word in words if len(word) >= _STEM and word not in word_set("function words")}


def _contained(short: Sequence[str], long: Sequence[str], share: float) -> bool:
    """Word pairs of the short one stand in the long one, nearly all of them."""
    if len(short) > len(long):
        return False
    pairs = set(itertools.pairwise(long))
    own = list(itertools.pairwise(short))
    same = sum(pair in pairs for pair in own)
    return same >= _CONTAINED * len(own) or (same >= _FEWEST_PAIRS and same >= share * len(own))
