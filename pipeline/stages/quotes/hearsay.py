"""Hearsay: what is said of somebody without a source: "Kassören uppges ha slutat", "Bron ska enligt uppgift säljas".

The words are told apart from fact, and nobody is made their speaker: *enligt uppgift* and *enligt källor* have an
unnamed source, the passive has none at all.
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.quotes.cues import CueEntry
from pipeline.stages.quotes.indirect import Reported
from pipeline.stages.quotes.mentions import ADVERBS, Mention
from pipeline.stages.quotes.shadow import CLOSERS
from pipeline.stages.quotes.words import Word

#: Passives that tell what others say, with the verb that they are forms of.
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
    "tros": "tro",
    "troddes": "tro",
    "befaras": "befara",
    "befarades": "befara",
}
_SOURCES = frozenset("uppgift uppgifter källor".split())
#: Words between the passive and its infinitive.
_BETWEEN = 4


def find_hearsay(words: Sequence[Word], first: int, last: int) -> Reported | None:
    """Return the sentence in words ``first`` to ``last`` (half-open) as hearsay, or None.

    >>> # ⟦Kassören⟧ ‹uppges› ⟦ha slutat⟧.   ⟦Bron ska⟧ ‹enligt uppgift› ⟦säljas⟧.   ⟦Mannen⟧ ‹ska ha› ⟦hotat grannen⟧.
    """
    stop = last
    while stop > first and (words[stop - 1].is_stop or words[stop - 1].text in CLOSERS):
        stop -= 1
    if stop - first < 3 or words[last - 1].text == "?":
        return None
    return _by_source(words, first, stop) or _by_passive(words, first, stop)


def _by_source(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    for i in range(first, stop - 1):
        if words[i].lower != "enligt" or words[i + 1].lower not in _SOURCES:
            continue
        end = i + 2
        while end < stop and words[end].lower in ("till", "i", "från", "hos", "nära", "inom") and end + 1 < stop:
            end += 1  # enligt uppgift till polisen, enligt källor nära bolaget
            while end < stop and (words[end].label or (words[end].pos in ("NOUN", "ADJ", "DET") and end > i + 2)):
                end += 1
                if not words[end - 1].label and words[end - 1].pos == "NOUN":
                    break
        return _around(words, first, stop, (i, i + 1), (i + 1, i + 2), end, CueEntry("enligt", "A", "neutral"))
    return None


def _by_passive(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    for i in range(first, stop - 1):
        if i > first and (words[i - 1].is_finite or words[i - 1].lower == "som"):
            return None  # only the main clause is told as hearsay, not "den man som misstänks ha"
        lemma = _PASSIVES.get(words[i].lower)
        if lemma is not None and not words[i].label and _tells(words, i, stop):
            return _around(words, first, stop, (i, i + 1), (i, i + 1), i + 1, CueEntry(lemma, "B", "distancing"))
        if words[i].lower in ("ska", "skall") and _should_have(words, i, stop):
            return _around(words, first, stop, (i, i + 2), (i, i + 2), i + 1, CueEntry("ska ha", "B", "distancing"))
    return None


def _tells(words: Sequence[Word], i: int, stop: int) -> bool:
    """An infinitive or *att* stands close behind: "uppges ha slutat", "ryktas att", "sägs nu vara"; no "uppges inte"."""
    for word in words[i + 1 : min(i + 1 + _BETWEEN, stop)]:
        if word.lower in ("ha", "vara", "bli", "att"):
            return True
        if word.pos in ("VERB", "AUX") and word.tense == "" and word.lower.endswith(("a", "as", "å", "ås")):
            return True
        if word.is_stop or word.text == "," or word.is_finite or word.pos == "ADP":
            return False
    return False


def _should_have(words: Sequence[Word], i: int, stop: int) -> bool:
    """``ska ha hotat``, ``ska dessutom ha varit``; not *ska ha möte*, and not what somebody shall have done by then."""
    k = i + 1
    while k < stop and (words[k].lower in ADVERBS or words[k].pos == "ADV"):
        k += 1
    if k + 1 >= stop or words[k].lower != "ha":
        return False
    k += 1
    while k < stop and (words[k].lower in ADVERBS or words[k].pos == "ADV"):
        k += 1
    if k >= stop or words[k].pos not in ("VERB", "AUX") or not words[k].lower.endswith(("t", "ts")):
        return False
    return not any(w.lower in ("senast", "innan", "jag", "vi", "du", "ni", "man") for w in words[max(0, i - 8) : stop])


def _around(
    words: Sequence[Word],
    first: int,
    stop: int,
    cue: tuple[int, int],
    mention: tuple[int, int],
    behind: int,
    entry: CueEntry,
) -> Reported | None:
    low = cue[0] - 1 if cue[0] > first and words[cue[0] - 1].text == "," else cue[0]
    high = behind + 1 if behind < stop and words[behind].text == "," else behind
    if high < stop and words[high].lower == "att":
        high += 1  # "det ryktas att ⟦bron säljs⟧"
        low = first
    contents = tuple((a, b) for a, b in ((first, low), (high, stop)) if b > a)
    if not any(w.pos in ("VERB", "AUX") for a, b in contents for w in words[a:b]):
        return None
    return Reported(contents, cue, entry, Mention(*mention, "hearsay"), "hearsay")
