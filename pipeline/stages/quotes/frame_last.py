"""Reports whose frame stands last: "⟦Skolan stängs⟧, menar Rut Sandell", "⟦…⟧, heter det i rapporten", also without a comma."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.quotes.agents import can_speak
from pipeline.stages.quotes.clauses import is_verb
from pipeline.stages.quotes.cues import CueEntry, cue_at
from pipeline.stages.quotes.frame_ends import CLAUSE_OPENERS, SUBORDINATE, opens_subordinate, tells_of_speaker
from pipeline.stages.quotes.frames import document_frame
from pipeline.stages.quotes.mentions import PREPOSITIONS, Mention, mention_after
from pipeline.stages.quotes.pointers import NOT_ASSERTING
from pipeline.stages.quotes.reported import Reported, has_verb, is_whole
from pipeline.stages.quotes.subjects import speaker_can
from pipeline.stages.quotes.words import OWN_VOICE, PRONOUNS, Word
from pipeline.stages.roles.titles import is_title

#: What somebody's matter is said to be: "för Rut Sandells del är frågan avgjord". A place in a contest is no opinion.
_MATTERS = frozenset("frågan saken ärendet valet beslutet det uppdraget kampen debatten".split())
_OPINIONS = frozenset(["mena", "tycka", "anse", "tro"])
_INVERTING = PREPOSITIONS | SUBORDINATE | frozenset("att som vad hur så därför sedan nu dessutom".split())


def frame_last(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``⟦Skolan stängs i höst⟧, menar Rut Sandell.``"""
    for i in range(first + 2, stop):
        before = words[i - 1]
        if before.text != "," and not before.is_dash:
            continue
        doubled = words[i].lower in ("det", "så") and i + 2 < stop  # "Bussarna blir fler, ⟦det⟧ säger Rut Sandell"
        found = cue_at(words, i + doubled)
        if found is None or not is_verb(words, i + doubled):
            continue
        if found[0].tier not in ("A", "B") and not _rounds_off(words, first, i, found, stop):
            continue
        if words[i].lower.endswith("it") and not words[i].is_finite:
            continue  # "Dessutom har Bo Ek, styrelseledamot, skrivit en artikel"
        mention = mention_after(words, found[1], stop)
        if mention is None or not (
            speaker_can(mention, words, found[0]) or _urges(words, first, found[0], mention, stop)
        ):
            continue
        if mention.last < stop and words[mention.last].lower == "sig":
            continue  # "…, beskrev hon sig själv som": what she calls herself
        if words[mention.first].lower in ("sin", "sitt", "sina"):
            continue  # "Bo Ek, numera pensionär, minns sin elev": what is one's own is no subject
        if doubled and (mention.kind == "pronoun" or found[0].lemma in NOT_ASSERTING):
            continue
        verbs = sum(w.is_finite for w in words[first : i - 1])
        opens = opens_subordinate(words, first) and not _is_adverbial(words, first, i)
        if opens and verbs < 2 and not _main_clause_after(words, first, i):
            continue
        rest = words[mention.last : stop]
        if stop - mention.last <= 2 and any(w.text == ":" for w in words[mention.last : stop + 1]):
            continue  # "Angående de missade chanserna, säger tränaren Bo Ek:" leads to what is said
        told = (
            mention.last < stop
            and words[mention.last].text == ","
            and tells_of_speaker(words, mention.last + 1, stop, mention)
        )
        inserted = None if told else _resumed(words, mention.last, stop)
        if rest and rest[0].lower in ("ingenting", "inte", "inget", "nej", "ja", "inga"):
            continue  # "…, sade han ingenting": a clause of its own
        tail = rest[1:] if rest and rest[0].text == "," else rest
        second = len(tail) > 2 and tail[0].lower in ("och", "men", "som") and cue_at(tail, 1) is not None
        if any(w.lower == "att" for w in rest[:4]) and inserted is None and not second:
            continue  # "…, säger hon att …": the clause behind is what is said
        sure = i - 1 - first >= 4 or (found[0].tier == "A" and mention.kind in ("name", "pronoun"))
        verbless = inserted is None and not has_verb(words, first, i - 1)
        if verbless and (not sure or words[first].lower in PREPOSITIONS or not _speaks(words, mention)):
            continue  # "I en debatt på mässan, berättar Bo Ek om planerna": an adverbial
        if inserted is None and _is_subject(words, first, i - 1, verbless):
            continue
        contents = [(_past_pointer(words, first, i), i - 1)]
        resumed = inserted
        if resumed is None and not told and mention.last + 1 < stop and not is_whole(words, first, i - 1):
            # "Den saken är, påpekar åklagaren, inte styrkt": the clause waits for its end
            titled = is_title(words[mention.last + 1].text)  # ", menar Ingvar Serner, chef för kirurgin"
            resumed = mention.last + 1 if words[mention.last].text == "," and not titled else None
        if resumed is not None:
            contents.append((resumed, stop))
        return Reported(tuple(contents), (i + doubled, found[1]), found[0], mention, "reported-frame-last")
    return None


#: What is done in words only where there are marks.
_OF_OTHER_THINGS = frozenset("heta låta stå visa citera".split())


def _rounds_off(words: Sequence[Word], first: int, i: int, cue: tuple[CueEntry, int], stop: int) -> bool:
    """``⟦Därmed hamnar Alvsund utanför⟧, avslutar Bo Ek.``: a whole main clause, and at its end a name alone behind the verb."""
    mention = mention_after(words, cue[1], stop)
    named = mention is not None and mention.kind == "name" and mention.last == stop and words[i].is_finite
    whole = has_verb(words, first, i - 1) and not opens_subordinate(words, first) and words[first].label != "PER"
    return named and whole and cue[0].tier == "C" and cue[0].lemma not in _OF_OTHER_THINGS


def _urges(words: Sequence[Word], first: int, entry: CueEntry, mention: Mention, stop: int) -> bool:
    """``⟦Håll hundarna kopplade⟧, uppmanar kommunen.``: what a body urges is its words where nobody is named whom it urges."""
    whole = entry.lemma == "uppmana" and mention.last == stop and words[first].lower not in _INVERTING
    return whole and _speaks(words, mention)


def _is_adverbial(words: Sequence[Word], first: int, i: int) -> bool:
    """``Innan mötet var ⟦han⟧ orolig``: a preposition, no conjunction, for a verb stands behind it and the subject last."""
    if words[first].lower not in ("sedan", "innan") or words[first + 1].lower in (*PRONOUNS, *OWN_VOICE, "att", "det"):
        return False
    k = next((k for k in range(first + 2, i - 2) if words[k].is_finite), None)
    if k is None or any(w.text == "," for w in words[first:k]):
        return False
    return words[k + 1].lower in ("han", "hon", "hen", "de", "vi", "jag", "man", "ni", "du")


def _is_subject(words: Sequence[Word], first: int, stop: int, verbless: bool) -> bool:
    """``⟦Anna Berg, 42⟧, varnar kommunen``, ``⟦Boverket, som fick frågan⟧, hänvisar till …``: who does it, with what stands beside.

    Nor is a point of time what is said: ``⟦Två år senare, i maj 2020⟧, meddelade kommunen``.
    """
    comma = next((k for k in range(first + 1, stop) if words[k].text == ","), None)
    if comma is None:
        return False
    relative = words[comma + 1].lower == "som" and not has_verb(words, first, comma)
    return verbless or (relative and sum(w.is_finite for w in words[comma + 1 : stop]) <= 1)


def _past_pointer(words: Sequence[Word], first: int, i: int) -> int:
    """``Läs artikeln här: ⟦Skolan behöver tid⟧, skriver Eva Strand``: a hint to the reader is none of it.

    Nor is a sentence on the speaker: ``Marie Berg är positiv: ⟦Vi har väntat på det⟧, säger hon``.
    """
    colon = next((k for k in range(first, min(first + 9, i - 2)) if words[k].text == ":"), None)
    if colon is not None and words[first].label == "PER" and words[colon + 1].is_capital:
        return colon + 1 if has_verb(words, first, colon) and has_verb(words, colon + 1, i) else first
    return first if colon is None or words[first].lower not in ("läs", "se", "lyssna", "hör") else colon + 1


def _speaks(words: Sequence[Word], mention: Mention) -> bool:
    return mention.kind != "noun" or can_speak(" ".join(w.text for w in words[mention.first : mention.last]))


def _resumed(words: Sequence[Word], i: int, stop: int) -> int | None:
    """``⟦Bron⟧, säger Tage Brodén, ⟦är att bron håller⟧``: a finite verb or clause opener right behind the comma."""
    if i + 1 < stop and words[i].text == ",":
        after = words[i + 1]
        if after.is_finite or (after.lower in CLAUSE_OPENERS and after.lower not in ("och", "men")):
            return i + 1
        if after.pos in ("VERB", "AUX") and after.tense == "" and after.lower.endswith("a") and i + 2 < stop:
            return i + 1  # "Det skulle, menar de, ⟦minska risken⟧"
        clause = words[i + 2 : i + 9]
        if after.lower in ("och", "men") and clause and not clause[0].is_finite and any(w.is_finite for w in clause):
            return i + 1  # "…, säger han, men vi ska försöka": the speaker's clause goes on
    return None


def _main_clause_after(words: Sequence[Word], first: int, i: int) -> bool:
    """Tell a main clause before the frame: ``När bron stängs, blir det kaos, säger Bo``: a comma, then a verb."""
    commas = [k for k in range(first, i - 1) if words[k].text == ","]
    return any(w.is_finite for k in commas for w in words[k + 1 : k + 3])


def stands_in(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``⟦Bron är farlig⟧, heter det i rapporten.``, ``⟦Elva bor kvar⟧, framgår det av en vägledning.``"""
    for i in range(first + 3, stop - 3):
        if words[i - 1].text != ",":
            continue
        frame = document_frame(words, i, first, stop)
        if frame is None or frame.cue is None or frame.entry is None or frame.mention is None:
            continue
        if not has_verb(words, first, i - 1):
            continue
        return Reported(((first, i - 1),), frame.cue, frame.entry, frame.mention, "reported-stands-in")
    return None


def for_ones_part(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``För Rut Sandells del ⟦är frågan avgjord⟧.``: a person's genitive, *del*, and a judgement in the present tense."""
    if words[first].lower != "för" or words[first + 1].label != "PER":
        return None
    end = first + 1
    while end < stop and words[end].name == words[first + 1].name:
        end += 1
    if end + 3 >= stop or words[end].lower != "del" or not words[end - 1].lower.endswith("s"):
        return None
    if words[end + 1].lower not in ("är", "känns") or words[end + 2].lower not in _MATTERS:
        return None
    mention = Mention(first + 1, end, "name")
    cue = (end, end + 1)
    return Reported(((end + 1, stop),), cue, CueEntry("för … del", "B", "neutral"), mention, "for-ones-part")


def without_comma(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``⟦Det är inte lätt att vara ny⟧ menar Eva Strand.``: the comma is missing; a sure cue, and whom it names ends it.

    Not where the sentence opens with what puts the verb first: "Efter mötet som hölls säger Bo Ek".
    """
    turned = words[first].lower in _INVERTING and not (words[first].lower in _ADVERBS and words[first + 1].is_finite)
    if turned or words[first].is_dash:
        return None
    for i in range(first + 3, stop - 1):
        found = cue_at(words, i)
        before = words[i - 1]
        if found is None or not words[i].is_finite or words[i].is_capital:
            continue
        if found[0].tier != "A" and found[0].lemma not in _OPINIONS:
            continue
        in_place = before.label == "LOC" and found[0].lemma in _WRITING
        if (before.label and not in_place) or before.pos in ("PRON", "AUX", "CCONJ", "SCONJ", "PUNCT"):
            continue
        if can_speak(before.text) and words[i - 2].lower not in ("av", "för", "till", "hos"):
            continue
        mention = mention_after(words, found[1], stop)
        if mention is None:
            continue
        told_in = _told_in(words, mention, stop)
        if not told_in and not _ends_report(words, mention, stop):
            continue
        clause = words[first:i]
        if sum(w.is_finite for w in clause) <= any(w.lower == "som" for w in clause):
            continue  # "Läraren som alla minns säger Bo Ek"
        closed = told_in or mention.last == stop or words[mention.last].text in (",", "(")
        if closed or (mention.kind == "name" and words[mention.last].lower in ("som", "på", "i", "vid")):
            return Reported(((first, i),), (i, found[1]), found[0], mention, "reported-no-comma")
    return None


#: What opens a main clause with its verb next: "Nu måste vi spara".
_ADVERBS = frozenset("därför sedan nu dessutom".split())
_WRITING = frozenset(["skriva", "uppge", "meddela", "rapportera", "konstatera"])


def _told_in(words: Sequence[Word], mention: Mention, stop: int) -> bool:
    """``… skriver rederiet ⟦i ett brev⟧.``: the report ends with where it was told, and who can speak told it."""
    rest = words[mention.last : stop]
    where = len(rest) > 2 and rest[0].lower == "i" and rest[1].lower in ("sin", "sitt", "ett", "en")
    return where and not any(w.is_finite or w.text == "," for w in rest) and _speaks(words, mention)


def _ends_report(words: Sequence[Word], mention: Mention, stop: int) -> bool:
    """A name may be described further; who has none ends the sentence: "… bör skärpas anser ⟦regeringen⟧."."""
    return mention.kind in ("name", "pronoun") or (mention.last == stop and _speaks(words, mention))
