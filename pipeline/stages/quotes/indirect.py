"""Reported speech outside dash lines: "X säger att …", "…, menar X", "enligt X …", and pairs of marks with a speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.stages.quotes.according import according
from pipeline.stages.quotes.agents import can_speak
from pipeline.stages.quotes.cues import CueEntry, cue_at
from pipeline.stages.quotes.documents import held_by_document
from pipeline.stages.quotes.frames import CLAUSE_OPENERS, ENLIGT, SUBORDINATE, document_frame
from pipeline.stages.quotes.mentions import ADVERBS, PREPOSITIONS, Mention, mention_after
from pipeline.stages.quotes.pointers import NOT_ASSERTING
from pipeline.stages.quotes.reported import Reported, before_comma, has_verb, is_whole
from pipeline.stages.quotes.shadow import CLOSERS
from pipeline.stages.quotes.subjects import shared_subject, speaker_can, subject_of
from pipeline.stages.quotes.words import OWN_VOICE, PRONOUNS, Word
from pipeline.word_sets import word_set

#: What may stand between cue and *att*: "säger hon också att", "berättar Bo Ek i ett mejl att".
_MAX_TO_ATT = 12
_NEGATIVE_HOSTS = frozenset(["om", "att", "som", "när", "ifall"])


def find_reported(words: Sequence[Word], first: int, last: int) -> Reported | None:
    """Return the reported clause of the sentence in words ``first`` to ``last`` (half-open), or None.

    >>> # Rut Sandell säger att ⟦skolan stängs⟧.   ⟦Skolan stängs⟧, menar Rut Sandell.   Enligt Sjörådet ⟦ökar risken⟧.
    """
    stop = last
    while stop > first and (words[stop - 1].is_stop or words[stop - 1].text in CLOSERS or words[stop - 1].text == ":"):
        stop -= 1
    if stop - first < 4:
        return None
    noun = _noun_att(words, first, stop)
    return (
        (None if noun is None else _handed_on(words, first, stop, noun))
        or _fronted_att(words, first, stop)
        or held_by_document(words, first, stop)
        or (according(words, first, stop) if words[first].lower == "enligt" else None)
        or _framed_before_att(words, first, stop)
        or according(words, first, stop)
        or _stands_in(words, first, stop)
        or _frame_last(words, first, stop)
        or _for_ones_part(words, first, stop)
        or _bare_clause(words, first, stop)
        or _without_comma(words, first, stop)
    )


def _other_report(words: Sequence[Word], first: int, last: int) -> tuple[int, Reported] | None:
    """``… det rörde sig om varg⟧, trots att grannen hävdar att ⟦…⟧``: another's report behind a comma.

    Returned with where the first report ends.
    """
    for k in range(first + 2, last - 4):
        if words[k].text != ",":
            continue
        stop = next((j for j in range(k + 1, last) if words[j].text == ","), last)
        found = next((j for j in range(k + 2, stop) if cue_at(words, j) and _is_verb(words, j)), None)
        if found is None:
            continue
        entry, behind = cue_at(words, found) or (ENLIGT, found)
        mention = subject_of(words, found, k + 1 + (words[k + 1].lower in _CONJUNCTIONS), entry)
        if mention is None or mention.kind == "pronoun" or entry.tier == "C" or not speaker_can(mention, words, entry):
            continue
        opener = _clause_opener(words, behind, last, entry)
        if opener is not None and last - opener >= 2:
            return k, Reported(((opener, last),), (found, behind), entry, mention, "reported-att")
    return None


_CONJUNCTIONS = frozenset("men och medan trots fast samtidigt".split())


def _handed_on(words: Sequence[Word], first: int, stop: int, report: Reported) -> Reported:
    """``Polisen säger att ⟦mannen är häktad⟧, skriver Alvsundsbladet``: who handed it on is no part of what was said.

    A person who tells it has said the whole: ``⟦Då gick ledningen ut med att roboten blir kvar⟧, berättar Rut Ek``.
    """
    begin, last = report.contents[-1]
    if last != stop or report.mention.first > begin:
        return report
    k = next((k for k in range(last - 3, begin + 1, -1) if words[k].text == ","), None)
    if k is None:
        return report
    found = (ENLIGT, k + 2) if words[k + 1].lower == "enligt" else cue_at(words, k + 1)
    if found is None or found[0].tier not in ("A", "B") or not (words[k + 1].is_finite or found[0] is ENLIGT):
        return report
    mention = mention_after(words, found[1], last)
    if mention is None or mention.last != last or not speaker_can(mention, words, found[0]):
        return report
    if mention.kind in ("name", "pronoun") and found[0].tier == "A" and found[0] is not ENLIGT:
        return Reported(((first, k),), (k + 1, found[1]), found[0], mention, "reported-frame-last")
    return replace(report, contents=(*report.contents[:-1], (begin, k)))


def split_report(words: Sequence[Word], report: Reported) -> list[Reported]:
    """Cut "…, och tycker att …" out of a reported clause: the same speaker's next report, or what else they did."""
    if report.rule not in ("reported-att", "reported-bare"):
        return [report]  # where the frame stands last, the whole clause before it is reported
    first, last = report.contents[-1]
    other = _other_report(words, first, last)
    if other is not None:
        cut, second = other
        return [replace(report, contents=(*report.contents[:-1], (first, cut))), second]
    more = further_reports(words, first, last, report.mention)
    deed = next((k for k in range(first + 2, last - 1) if _turns_back(words, k)), None)
    if not more and deed is None:
        return [report]
    cut = more[0].cue[0] - 1 if more else deed or last
    if deed is not None:
        cut = min(cut, deed)
    while cut > first and words[cut - 1].text == ",":
        cut -= 1
    kept = (*report.contents[:-1], (first, cut))
    return [replace(report, contents=kept), *more]


def _turns_back(words: Sequence[Word], k: int) -> bool:
    """``… och lyfte fram ett exempel``, ``… men vill att``: the speaker is the subject again."""
    if words[k].lower not in ("och", "men"):
        return False
    if words[k + 1].text[0].isdigit() and k + 2 < len(words) and words[k + 2].lower in ("procent", "%"):
        return True  # "61 procent tycker att det stämmer och 28 procent har svarat nej"
    if words[k - 1].is_finite and words[k + 1].is_finite and k + 2 < len(words) and words[k + 2].pos == "VERB":
        return False  # "den kan och vill ta emot fler"
    if not words[k + 1].is_finite:
        return False
    if cue_at(words, k + 1) is not None or words[k + 1].lower in word_set("what people do behind a report"):
        return True
    feeling = k + 2 + (words[k + 2].lower in ADVERBS)
    return words[k + 1].lower in ("är", "var") and words[feeling].lower in word_set("how people feel")


def further_reports(words: Sequence[Word], first: int, last: int, mention: Mention) -> list[Reported]:
    """Return the reports of ``och framhåller att ⟦…⟧`` among the words, all by the speaker of ``mention``."""
    stop = last
    while stop > first and words[stop - 1].is_stop:
        stop -= 1
    found: list[Reported] = []
    for i in range(first, stop - 3):
        if words[i].lower not in ("och", "men", "som"):
            continue
        at = i + 1
        while words[i].lower == "som" and at < stop - 2 and words[at].lower in ADVERBS:
            at += 1  # "säger Bo Ek, som också säger att"
        cue = cue_at(words, at)
        if cue is None or cue[0].tier == "C" or not words[at].is_finite or (words[i].lower == "som" and i > first + 1):
            continue
        opener = _clause_opener(words, cue[1], stop, cue[0])
        if opener is not None and stop - opener >= 2:
            if found:
                found[-1] = replace(found[-1], contents=((found[-1].contents[0][0], i),))
            found.append(Reported(((opener, stop),), (at, cue[1]), cue[0], mention, "reported-and"))
    return found


def _with_att(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``Rut Sandell säger att ⟦…⟧`` and ``Dessutom menar Rut Sandell att ⟦…⟧``; also *hur, varför, om* behind a cue."""
    for i in range(first, stop - 2):
        found = cue_at(words, i)
        if found is None or not _is_verb(words, i):
            continue
        entry, behind = found
        if entry.tier == "C" and not (behind < stop and words[behind].lower == "att"):
            continue
        mention = None if _is_fronted(words, i, first, behind, stop, entry) else subject_of(words, i, first, entry)
        if mention is None and i > first:
            mention = mention_after(words, behind, stop)
            if not speaker_can(mention, words, entry):
                mention = shared_subject(words, i, first, entry)
            elif mention is not None:
                behind = _past_description(words, mention.last, stop)
        if mention is None or _hosted(words, mention.first, first):
            continue
        opener = _clause_opener(words, behind, stop, entry, comma=mention.first < i)
        if opener is None or stop - opener < 2:
            continue
        end = _relative_end(words, i, opener, stop) if words[mention.last].text == "," else stop
        return Reported(((opener, end),), (i, found[1]), entry, mention, "reported-att")
    return None


def _relative_end(words: Sequence[Word], cue: int, opener: int, stop: int) -> int:
    """``Bo Dalhede, som menar att ⟦kommunen har svikit⟧, är arg``: the main clause goes on behind the comma."""
    if not any(w.lower == "som" for w in words[max(0, cue - 3) : cue]):
        return stop
    ends = (k for k in range(opener + 2, stop - 1) if words[k].text == "," and words[k + 1].is_finite)
    return next(ends, stop)


def _past_description(words: Sequence[Word], i: int, stop: int) -> int:
    """``Nu kräver Karin Dahl⟦, ordförande i byalaget,⟧ att``, ``menar Karin Dahl ⟦som driver kiosken⟧ att``: its end.

    ``i`` itself where what stands there does not end right before *att*, or says more than one thing.
    """
    comma = words[i].text == "," if i < stop else False
    att = next((j for j in range(i, min(i + _LONGEST_DESCRIPTION, stop)) if words[j].lower == "att"), None)
    if att is None or att == i:
        return i
    closed = words[att - 1].text == ","
    inner = words[i + comma : att - closed]
    if not inner:
        return i  # "säger Bo Lind, att bron står klar"
    relative = bool(inner) and inner[0].lower in ("som", "där", "vars")
    verbs = [w for w in inner if w.is_finite]
    if comma and not relative:
        return att if closed and not verbs else i
    if not relative or len(verbs) != 1 or comma != closed:
        return i
    told = next(k for k in range(i, att) if words[k].is_finite)
    return i if cue_at(words, told) is not None and not closed else att


_LONGEST_DESCRIPTION = 20


def _fronted_att(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``Att ⟦reglerna behöver ändras⟧ anser också Mats Klinga.``: the clause stands first, cue and subject behind it."""
    if words[first].lower != "att":
        return None
    for i in range(first + 3, stop - 1):
        found = cue_at(words, i)
        if found is None or found[0].tier == "C" or not words[i].is_finite or not has_verb(words, first, i):
            continue
        mention = mention_after(words, found[1], stop)
        if mention is not None and mention.kind in ("name", "body", "pronoun"):
            end = before_comma(words, i, first)
            if end < i and sum(w.is_finite for w in words[first:i]) > 1:
                continue  # "Att de enades beror på att de pratat, förklarar han": the clause is a subject
            return Reported(((first + 1, end),), (i, found[1]), found[0], mention, "reported-fronted")
    return None


def _framed_before_att(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """Return the report with *att*, or what stands before it: ``⟦Det blir svårt⟧, menar Bo Ek, som räknar med att …``."""
    report = _with_att(words, first, stop)
    if report is not None:
        report = _handed_on(words, first, stop, report)
    if report is None or words[report.cue[0] - 1].lower not in ("som", "och", "men"):
        return report
    framed = _frame_last(words, first, stop)
    if words[report.cue[0] - 1].lower != "som":  # "⟦Skolan är liten⟧, sade Rut Alm och menade att …"
        between = -1 if framed is None else report.cue[0] - 1 - framed.mention.last
        return (
            framed
            if framed is not None and (between == 0 or (between == 1 and words[framed.mention.last].text == ","))
            else report
        )
    if framed is None or framed.mention.last < report.cue[0] or framed.cue[0] > report.cue[1]:
        return framed or report
    return report


_STATEMENTS = frozenset(
    "besked bedömning svar slutsats uppfattning åsikt krav linje budskap uppgift förklaring erfarenhet råd rådet poäng "
    "mening besked beskedet beskeden bedömningen svaret slutsatsen uppfattningen åsikten kravet budskapet förklaringen "
    "invändning invändningen argument argumentet tanke löfte löftet dom".split()
)


def _noun_att(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``Tornbergs besked är att ⟦skolan stängs⟧``: a genitive, a noun of statement, *är att*."""
    for i in range(first + 1, min(first + 12, stop - 3)):
        if words[i].lower not in _STATEMENTS or words[i + 1].lower not in ("är", "var", "blev", "blir", "lyder", "löd"):
            continue
        opener = i + 2 + (words[i + 2].lower == "att")
        if words[opener - 1].lower != "att" or stop - opener < 2:
            continue
        owner = words[i - 1]
        if owner.lower in ("hans", "hennes"):
            mention = Mention(i - 1, i, "noun")
        elif owner.label and owner.lower.endswith("s"):
            k = i - 1
            while k > first and words[k - 1].name == owner.name:
                k -= 1
            mention = Mention(k, i, "name" if owner.label == "PER" else "body")
        elif owner.lower.endswith("s") and can_speak(owner.text[:-1]):
            mention = Mention(i - 1, i, "noun")
        else:
            continue
        return Reported(((opener, stop),), (i, i + 1), CueEntry(words[i].lower, "B", "neutral"), mention, "noun-att")
    return None


def _is_fronted(words: Sequence[Word], i: int, first: int, behind: int, stop: int, entry: CueEntry) -> bool:
    """``Vid 01.45 meddelade ⟦räddningstjänsten⟧ att``, ``När det gäller lånet menade ⟦hon⟧ att``: the subject comes after."""
    opener = words[first].lower
    if not words[i].is_finite or (opener not in _FRONTING and opener not in SUBORDINATE):
        return False
    if opener not in SUBORDINATE and any(w.is_finite for w in words[first:i]):
        return False
    after = mention_after(words, behind, stop)
    return speaker_can(after, words, entry) and after is not None and _opens_at(words, after.last, stop, entry)


def _opens_at(words: Sequence[Word], i: int, stop: int, entry: CueEntry) -> bool:
    """A clause opens at most three words behind: "menade hon också att"."""
    opener = _clause_opener(words, i, stop, entry)
    return opener is not None and opener - i <= _SOON


_SOON = 4
_FRONTING = PREPOSITIONS | frozenset("för liksom förutom utöver mot bland trots enligt".split())


def _is_verb(words: Sequence[Word], i: int) -> bool:
    """A verb by its tag, or a cue's present or past form that the tagger took for something else."""
    word = words[i]
    if word.pos in ("VERB", "AUX"):
        return word.lower != "säga"
    if word.lower.endswith("t") and any(w.lower in ("har", "hade") for w in words[max(0, i - _HELPED) : i]):
        return True  # "har ofta sagt"
    return not word.label and not word.is_capital and word.lower.endswith(("de", "te", "ar", "er"))


_HELPED = 12


def _hosted(words: Sequence[Word], i: int, first: int) -> bool:
    """The subject stands in a subordinate clause: "om kommunen säger att …" claims nothing."""
    return i > first and words[i - 1].lower in _NEGATIVE_HOSTS


def _clause_opener(words: Sequence[Word], i: int, stop: int, entry: CueEntry, comma: bool = False) -> int | None:
    """Return the first word of the reported clause behind *att* (or at *hur*, *varför* …), or None.

    ``comma`` allows one before *att*, where the subject stands before the cue: "Bo Ek säger till radion, att ⟦…⟧".
    """
    i += i < stop and words[i].lower == "sig" and entry.lemma in ("fråga", "undra")
    for j in range(i, min(i + _MAX_TO_ATT, stop)):
        word = words[j]
        if word.lower == "att":
            if j + 1 < stop and words[j + 1].pos in ("VERB", "AUX") and words[j + 1].tense == "":
                closes = (k for k in range(j + 2, stop) if words[k].text == "," or words[k].lower in _SUBORDINATING)
                closer = next(closes, stop)
                if j > i or (words[j + 1].lower.endswith("a") and not has_verb(words, j + 2, closer)):
                    return None  # "fortsätter att bygga", "lovar vidare att bygga": what is done
            if j > i and words[j - 1].lower == "för" and words[j - 2].pos in ("NOUN", "PROPN", "NUM"):
                return None  # "kräver skadestånd för att bolaget bröt avtalet"
            return j + 1
        if j == i and word.lower in ("hur", "varför") and entry.tier in ("A", "B"):
            return j
        if j == i and word.lower == "om" and entry.lemma in ("fråga", "undra"):
            return j
        if word.is_finite or word.is_stop or word.text in (":", ";"):
            return None
        if word.text == "," and not (
            j + 1 < stop and (words[j + 1].pos in ("NOUN", "PROPN", "ADJ") or (comma and words[j + 1].lower == "att"))
        ):
            return None
    return None


_SUBORDINATING = SUBORDINATE | frozenset(["tills", "som", "att", "där", "vilket", "så"])


def _stands_in(words: Sequence[Word], first: int, stop: int) -> Reported | None:
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


#: What somebody's matter is said to be: "för Rut Sandells del är frågan avgjord". A place in a contest is no opinion.
_MATTERS = frozenset("frågan saken ärendet valet beslutet det uppdraget kampen debatten".split())


def _for_ones_part(words: Sequence[Word], first: int, stop: int) -> Reported | None:
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


def _frame_last(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``⟦Skolan stängs i höst⟧, menar Rut Sandell.``"""
    for i in range(first + 2, stop):
        before = words[i - 1]
        if before.text != "," and not before.is_dash:
            continue
        doubled = words[i].lower in ("det", "så") and i + 2 < stop  # "Bussarna blir fler, ⟦det⟧ säger Rut Sandell"
        found = cue_at(words, i + doubled)
        if found is None or found[0].tier not in ("A", "B") or not _is_verb(words, i + doubled):
            continue
        mention = mention_after(words, found[1], stop)
        if not speaker_can(mention, words, found[0]) or mention is None:
            continue
        if doubled and (mention.kind == "pronoun" or found[0].lemma in NOT_ASSERTING):
            continue
        verbs = sum(w.is_finite for w in words[first : i - 1])
        opens = words[first].lower in SUBORDINATE and not words[first + 1].is_finite
        if opens and verbs < 2 and not _main_clause_after(words, first, i):
            continue
        rest = words[mention.last : stop]
        inserted = _resumed(words, mention.last, stop)
        if rest and rest[0].lower in ("ingenting", "inte", "inget", "nej", "ja", "inga"):
            continue  # "…, sade han ingenting": a clause of its own
        tail = rest[1:] if rest and rest[0].text == "," else rest
        second = len(tail) > 2 and tail[0].lower in ("och", "men", "som") and cue_at(tail, 1) is not None
        if any(w.lower == "att" for w in rest[:4]) and inserted is None and not second:
            continue  # "…, säger hon att …": the clause behind is what is said
        sure = i - 1 - first >= 4 or (found[0].tier == "A" and mention.kind in ("name", "pronoun"))
        verbless = inserted is None and not has_verb(words, first, i - 1)
        if verbless and (not sure or words[first].lower in PREPOSITIONS):
            continue  # "I en debatt på mässan, berättar Bo Ek om planerna": an adverbial
        contents = [(first, i - 1)]
        resumed = inserted
        if resumed is None and mention.last + 1 < stop and not is_whole(words, first, i - 1):
            # "Den saken är, påpekar åklagaren, inte styrkt": the clause waits for its end
            resumed = mention.last + 1 if words[mention.last].text == "," else None
        if resumed is not None:
            contents.append((resumed, stop))
        return Reported(tuple(contents), (i + doubled, found[1]), found[0], mention, "reported-frame-last")
    return None


def _resumed(words: Sequence[Word], i: int, stop: int) -> int | None:
    """``⟦Bron⟧, säger Tage Brodén, ⟦är att bron håller⟧``: a finite verb or clause opener right behind the comma."""
    if i + 1 < stop and words[i].text == ",":
        after = words[i + 1]
        if after.is_finite or (after.lower in CLAUSE_OPENERS and after.lower not in ("och", "men")):
            return i + 1
        clause = words[i + 2 : i + 9]
        if after.lower in ("och", "men") and clause and not clause[0].is_finite and any(w.is_finite for w in clause):
            return i + 1  # "…, säger han, men vi ska försöka": the speaker's clause goes on
    return None


def _main_clause_after(words: Sequence[Word], first: int, i: int) -> bool:
    """Tell a main clause before the frame: ``När bron stängs, blir det kaos, säger Bo``: a comma, then a verb."""
    commas = [k for k in range(first, i - 1) if words[k].text == ","]
    return any(w.is_finite for k in commas for w in words[k + 1 : k + 3])


def _bare_clause(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``Hon tycker ⟦det är bra⟧``: a cue and a clause without *att*: subject, then verb."""
    for i in range(first + 1, min(first + 10, stop - 3)):
        found = cue_at(words, i)
        if found is None or found[0].tier not in ("A", "B") or not words[i].is_finite:
            continue
        if found[0].lemma not in ("tycka", "tro", "säga", "anse", "mena", "hoppas"):
            continue
        mention = subject_of(words, i, first, found[0])
        if mention is None or _hosted(words, mention.first, first):
            continue
        j = found[1]
        while j < stop and (words[j].lower in ADVERBS or words[j].lower == "inte"):
            j += 1
        if j + 1 < stop and _opens_clause(words, j, stop):
            return Reported(((j, stop),), (i, found[1]), found[0], mention, "reported-bare")
    return None


def _without_comma(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``⟦Det är inte lätt att vara ny⟧ menar Eva Strand.``: the comma is missing; a sure cue, and whom it names ends it.

    Not where the sentence opens with what puts the verb first: "Efter mötet som hölls säger Bo Ek".
    """
    if words[first].lower in _INVERTING or words[first].is_dash:
        return None
    for i in range(first + 3, stop - 1):
        found = cue_at(words, i)
        before = words[i - 1]
        if found is None or not words[i].is_finite or words[i].is_capital:
            continue
        if found[0].tier != "A" and found[0].lemma not in _OPINIONS:
            continue
        if before.label or before.pos in ("PRON", "AUX", "CCONJ", "SCONJ", "PUNCT") or can_speak(before.text):
            continue
        mention = mention_after(words, found[1], stop)
        if mention is None or mention.kind not in ("name", "pronoun"):
            continue
        clause = words[first:i]
        if sum(w.is_finite for w in clause) <= any(w.lower == "som" for w in clause):
            continue  # "Läraren som alla minns säger Bo Ek"
        closed = mention.last == stop or words[mention.last].text in (",", "(")
        if closed or (mention.kind == "name" and words[mention.last].lower in ("som", "på", "i", "vid")):
            return Reported(((first, i),), (i, found[1]), found[0], mention, "reported-no-comma")
    return None


_OPINIONS = frozenset(["mena", "tycka", "anse", "tro"])
_INVERTING = PREPOSITIONS | SUBORDINATE | frozenset("att som vad hur så därför sedan nu dessutom".split())


def _opens_clause(words: Sequence[Word], j: int, stop: int) -> bool:
    subject = words[j]
    if subject.lower in PRONOUNS or subject.lower in OWN_VOICE or subject.lower in ("det", "den", "detta"):
        if words[j + 1].lower in ("inte", "aldrig", "redan") and j + 2 < stop:
            return words[j + 2].pos in ("VERB", "AUX")  # "hon inte visste": the tense is easily missed
        return any(w.is_finite for w in words[j + 1 : min(j + 4, stop)])
    return False
