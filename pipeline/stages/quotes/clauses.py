"""Reported clauses: where one opens behind its cue, and what may stand between cue, subject and clause."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.quotes.cues import CueEntry, cue_at
from pipeline.stages.quotes.frame_ends import SUBORDINATE
from pipeline.stages.quotes.mentions import PREPOSITIONS
from pipeline.stages.quotes.reported import has_verb
from pipeline.stages.quotes.words import OWN_VOICE, PRONOUNS, Word

#: What may stand between cue and *att*: "säger hon också att", "berättar Bo Ek i ett mejl att".
_MAX_TO_ATT = 12
_SUBORDINATING = SUBORDINATE | frozenset(["tills", "som", "att", "där", "vilket", "så"])
_HELPED = 12
_LONGEST_DESCRIPTION = 20


def clause_opener(words: Sequence[Word], i: int, stop: int, entry: CueEntry, comma: bool = False) -> int | None:
    """Return the first word of the reported clause behind *att* (or at *hur*, *varför* …), or None.

    ``comma`` allows one before *att*, where the subject stands before the cue: "Bo Ek säger till radion, att ⟦…⟧".
    """
    if i < stop and words[i].lower == "sig":
        if entry.lemma not in ("fråga", "undra"):
            return None  # "säger han sig inte ha märkt att något var fel"
        i += 1
    i = _past_insertion(words, i, stop)
    for j in range(i, min(i + _MAX_TO_ATT, stop)):
        word = words[j]
        if word.lower == "att":
            if j == i + 1 and words[i].lower in ("och", "samt"):
                return None  # "planen är att satsningen ska fortsätta och att …": the second of two clauses of another
            if j + 1 < stop and words[j + 1].pos in ("VERB", "AUX") and words[j + 1].tense == "":
                closes = (k for k in range(j + 2, stop) if words[k].text == "," or words[k].lower in _SUBORDINATING)
                closer = next(closes, stop)
                done = entry.lemma == "fortsätta" or j > i  # "fortsätter att bygga ut och visar hur"
                if done or (words[j + 1].lower.endswith("a") and not has_verb(words, j + 2, closer)):
                    return None  # "lovar att bygga", "lovar vidare att bygga": what is done
            if j > i and words[j - 1].lower == "om" and (entry.lemma == "kommentera" or _is_related(words[i:j])):
                return None  # "kommenterar uppgifter om att", "menar politiker som har lagt ett förslag om att"
            if j > i + 1 and words[j - 1].lower == "mot" and words[j - 2].pos == "NOUN":
                return None  # "instämmer i kritiken mot att": what the criticism is of
            of_noun = j > i + 2 and words[j - 1].lower in ("med", "av") and words[j - 2].pos == "NOUN"
            if of_noun and any(w.lower == "om" for w in words[i : j - 2]):
                return None  # "berättade om båten och vinsten med att den byggs": what is told of
            if j > i and words[j - 1].lower == "faktum":
                return None  # "visar missnöje med det faktum att": what is so, whoever says it
            if j > i and words[j - 1].lower == "för" and words[j - 2].pos in ("NOUN", "PROPN", "NUM"):
                return None  # "kräver skadestånd för att bolaget bröt avtalet"
            return j + 1
        if j == i and word.lower in ("hur", "varför") and entry.tier in ("A", "B"):
            return j
        if (
            j > i
            and word.lower == "hur"
            and entry.lemma == "berätta"
            and words[i].pos == "ADP"
            and words[j - 1].pos == "NOUN"
        ):
            return j  # "berättade i rätten hur hon hade hört ett skrik"
        if j == i and word.lower == "om" and entry.lemma in ("fråga", "undra"):
            return j
        if word.is_finite or word.is_stop or word.text in (":", ";"):
            return None
        if word.lower == "som" and j + 1 < stop and cue_at(words, j + 1) is not None:
            return None  # "hänvisar till Skolverket som uttalat att": the other's report
        if word.text == "," and not (
            j + 1 < stop and (words[j + 1].pos in ("NOUN", "PROPN", "ADJ") or (comma and words[j + 1].lower == "att"))
        ):
            return None
    return None


def _past_insertion(words: Sequence[Word], i: int, stop: int) -> int:
    """``Bo Ek framhåller⟦, när han talar på mötet,⟧ att``: return *att* behind what is set between commas; else ``i``."""
    opens = i + 1 < stop and words[i].text == "," and words[i + 1].lower in SUBORDINATE | PREPOSITIONS
    if not opens:
        return i
    inner = range(i + 2, min(i + _LONGEST_DESCRIPTION, stop - 1))
    closed = next((k for k in inner if words[k].text == "," or words[k].is_stop), stop)
    return closed + 1 if closed + 1 < stop and words[closed].text == "," and words[closed + 1].lower == "att" else i


def _is_related(words: Sequence[Word]) -> bool:
    """Tell whether a relative clause begins among the words: what is behind it belongs to it."""
    return any(w.lower in ("som", "vars") for w in words)


def is_verb(words: Sequence[Word], i: int) -> bool:
    """A verb by its tag, or a cue's present or past form that the tagger took for something else."""
    word = words[i]
    if word.pos in ("VERB", "AUX"):
        return word.lower != "säga"
    if word.lower.endswith("t") and i and words[i - 1].lower == "som":
        return True  # "Skolverket som uttalat att"
    if word.lower.endswith("t") and any(w.lower in ("har", "hade") for w in words[max(0, i - _HELPED) : i]):
        return True  # "har ofta sagt"
    return not word.label and not word.is_capital and word.lower.endswith(("de", "te", "ar", "er"))


def relative_end(words: Sequence[Word], cue: int, opener: int, stop: int) -> int:
    """``Bo Dalhede, som menar att ⟦kommunen har svikit⟧, är arg``: the main clause goes on behind the comma."""
    if not any(w.lower == "som" for w in words[max(0, cue - 3) : cue]):
        return stop
    ends = (k for k in range(opener + 2, stop - 1) if words[k].text == "," and words[k + 1].is_finite)
    return next(ends, stop)


def past_description(words: Sequence[Word], i: int, stop: int) -> int:
    """``Nu kräver Karin Dahl⟦, ordförande i byalaget,⟧ att``, ``menar Karin Dahl ⟦som driver kiosken⟧ att``: its end.

    ``i`` itself where what stands there does not end right before *att*, or says more than one thing.
    """
    comma = words[i].text == "," if i < stop else False
    att = next((j for j in range(i, min(i + _LONGEST_DESCRIPTION, stop)) if words[j].lower == "att"), None)
    if att is None or att == i or words[att - 1].lower == "om":
        return i
    closed = words[att - 1].text == ","
    inner = words[i + comma : att - closed]
    if not inner:
        return i  # "säger Bo Lind, att bron står klar"
    relative = bool(inner) and inner[0].lower in ("som", "där", "vars")
    verbs = [w for w in inner if w.is_finite]
    if comma and not relative:
        # ", rektor på Åskolan, i ett brev till föräldrarna att"
        commas = [n for n, w in enumerate(inner[:-1]) if w.text == ","]
        adverbial = bool(commas) and inner[commas[-1] + 1].lower in ("i", "på", "till", "för", "under", "vid")
        return att if (closed or adverbial) and not verbs else i
    if not relative or len(verbs) != 1 or comma != closed:
        return i
    told = next(k for k in range(i, att) if words[k].is_finite)
    return i if cue_at(words, told) is not None and not closed else att


def opens_clause(words: Sequence[Word], j: int, stop: int) -> bool:
    """Tell whether a clause without *att* begins: ``Hon tycker ⟦det är bra⟧``."""
    subject = words[j]
    if subject.lower in PRONOUNS or subject.lower in OWN_VOICE or subject.lower in ("det", "den", "detta"):
        if words[j + 1].lower in ("inte", "aldrig", "redan") and j + 2 < stop:
            return words[j + 2].pos in ("VERB", "AUX")  # "hon inte visste": the tense is easily missed
        return any(w.is_finite for w in words[j + 1 : min(j + 4, stop)])
    k = j
    while k < stop and words[k].label:
        k += 1
    k += k == j and subject.pos == "NOUN" and subject.definite  # "tycker ⟦bron är ful⟧", "tror ⟦Bo Ek vinner⟧"
    return j < k < stop - 1 and words[k].is_finite
