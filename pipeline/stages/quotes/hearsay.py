"""Hearsay: claims that the text hands on without saying whose they are ("uppges ha slutat", "enligt uppgift")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.quotes.agents import means_one_person
from pipeline.stages.quotes.cues import CueEntry
from pipeline.stages.quotes.mentions import Mention, mention_after
from pipeline.stages.quotes.words import OWN_VOICE, Word

#: A verb in the passive that leaves out who speaks, by lemma.
_PASSIVES = {
    "uppges": "uppge",
    "uppgavs": "uppge",
    "sägs": "säga",
    "sades": "säga",
    "påstås": "påstå",
    "påstods": "påstå",
    "ryktas": "ryktas",
    "ryktades": "ryktas",
    "misstänks": "misstänka",
    "misstänktes": "misstänka",
    "befaras": "befara",
    "befarades": "befara",
}
_SOURCES = frozenset(["uppgift", "uppgifter", "källor", "rykten"])
_QUALIFIED = frozenset("obekräftade obekräftad vissa flera säkra samstämmiga anonyma olika".split())
#: What makes "ska ha" a demand or a plan: "ska ha flyttat senast i maj".
_PLANNED = frozenset("senast innan före tills till när minst år".split())
_SUBORDINATE = frozenset("som att om när där vilket vilka medan eftersom hur varför ifall".split())
#: Words before the verb, at most: subject and adverbs of a main clause.
_NEAR = 12


@dataclass(frozen=True, slots=True)
class Hearsay:
    """A claim without a speaker: contents and cue as word ranges (half-open), the unnamed source if one is written."""

    contents: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    entry: CueEntry
    source: Mention | None
    rule: str


def find_hearsay(words: Sequence[Word], first: int, last: int) -> Hearsay | None:
    """Return the claim of the sentence in words ``first`` to ``last`` (half-open), or None.

    >>> # ⟦Kassören⟧ uppges ⟦ha slutat⟧.   ⟦Bron ska⟧ enligt uppgift ⟦säljas⟧.   ⟦Mannen ska ha hotat en vakt⟧.
    """
    stop = last
    while stop > first and not words[stop - 1].text[-1].isalnum():
        stop -= 1
    if stop - first < 4:
        return None
    return _unnamed_source(words, first, stop) or _passive(words, first, stop) or _should_have(words, first, stop)


def _unnamed_source(words: Sequence[Word], first: int, stop: int) -> Hearsay | None:
    """``⟦Bron ska⟧ enligt uppgift ⟦säljas⟧``, ``Enligt uppgifter till Alvsundskuriren ⟦ska bron säljas⟧``."""
    for i in range(first, stop - 1):
        if words[i].lower != "enligt":
            continue
        k = i + 1 + (words[i + 1].lower in _QUALIFIED)
        if k >= stop or words[k].lower not in _SOURCES:
            return None
        source, end, rule = Mention(i + 1, k + 1, "noun"), k + 1, "hearsay-source"
        named = mention_after(words, end + 1, stop) if end < stop and words[end].lower == "från" else None
        if named is not None:  # enligt uppgifter från polisen
            source, end, rule = named, named.last, "enligt"
        elif end + 1 < stop and words[end].lower in ("till", "i"):  # who was told, not who told
            end += 2
            while end < stop and words[end].label and words[end].name == words[end - 1].name:
                end += 1
        before = i - 1 if i > first and words[i - 1].text == "," else i
        after = end + 1 if end < stop and words[end].text == "," else end
        contents = tuple((a, b) for a, b in ((first, before), (after, stop)) if b > a)
        if not any(w.pos in ("VERB", "AUX") for a, b in contents for w in words[a:b]):
            return None
        entry = CueEntry("enligt", "A", "neutral")
        return Hearsay(contents, (i, i + 1), entry, source, rule)
    return None


def _passive(words: Sequence[Word], first: int, stop: int) -> Hearsay | None:
    """``⟦Kassören⟧ uppges ⟦ha slutat⟧`` and ``Det ryktas att ⟦kassören har slutat⟧``, in a main clause."""
    verb = _main_verb(words, first, stop)
    if verb is None or words[verb].lower not in _PASSIVES or verb + 2 > stop:
        return None
    entry = CueEntry(_PASSIVES[words[verb].lower], "B", "distancing")
    rest = verb + 1
    while rest < stop and words[rest].lower in ("nu", "inte", "dock", "även", "också"):
        rest += 1
    if rest < stop and words[rest].lower == "att" and words[first].lower == "det" and stop - rest >= 3:
        return Hearsay(((rest + 1, stop),), (verb, verb + 1), entry, None, "hearsay-passive")
    subject = words[first:verb]
    if not subject or any(w.lower in OWN_VOICE for w in subject) or words[first].lower == "det":
        return None
    if rest < stop and words[rest].pos in ("VERB", "AUX") and not words[rest].is_finite:
        return Hearsay(((first, verb), (verb + 1, stop)), (verb, verb + 1), entry, None, "hearsay-passive")
    return None


def _main_verb(words: Sequence[Word], first: int, stop: int) -> int | None:
    """Return the sentence's first verb where no subordinate clause opens before it."""
    for i in range(first, min(first + _NEAR, stop)):
        word = words[i]
        if (i > first and word.lower in _SUBORDINATE) or word.text in (":", ";"):
            return None
        if word.is_finite or word.lower in _PASSIVES:
            return i
    return None


def _should_have(words: Sequence[Word], first: int, stop: int) -> Hearsay | None:
    """``⟦Mannen ska ha hotat en vakt⟧``: what one person is said to have done; not what is to be done by a day."""
    verb = _main_verb(words, first, stop)
    if verb is None or words[verb].lower not in ("ska", "skall") or verb == first or verb + 2 >= stop:
        return None
    if words[verb + 1].lower != "ha" or not words[verb + 2].lower.endswith(("t", "ts")):
        return None
    if words[verb + 2].pos != "VERB" or any(w.lower in _PLANNED for w in words[verb:stop]):
        return None
    if not (words[verb - 1].label == "PER" or means_one_person(words[verb - 1].text)):
        return None
    entry = CueEntry("ska ha", "B", "distancing")
    return Hearsay(((first, stop),), (verb, verb + 2), entry, None, "hearsay-ska-ha")
