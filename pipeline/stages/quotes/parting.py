"""Where one report ends: at somebody else's, at the same speaker's next, at who handed it on, at what the speaker does."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import NEGATIONS
from pipeline.stages.quotes.according import according
from pipeline.stages.quotes.clauses import clause_opener, is_verb, opens_clause
from pipeline.stages.quotes.cues import cue_at
from pipeline.stages.quotes.frames import ENLIGT
from pipeline.stages.quotes.mentions import ADVERBS, Mention, mention_after
from pipeline.stages.quotes.reported import Reported, has_verb
from pipeline.stages.quotes.subjects import speaker_can, subject_of
from pipeline.stages.quotes.words import Word, sentence_end
from pipeline.word_sets import word_set

_CONJUNCTIONS = frozenset("men och medan trots fast samtidigt".split())


_PARTS = frozenset("hälften resten övriga andra vissa några".split())


def _is_part(words: Sequence[Word], i: int) -> bool:
    """``… att det är bra och ⟦hälften⟧ anger att``, ``… men ⟦de flesta⟧ svarar``, ``… och ⟦28 procent⟧``: the next part of a group."""
    if i + 1 >= len(words):
        return False
    if i > 2 and words[i - 3].lower == "mellan" and words[i - 2].pos == "NUM":
        return False  # "mellan 20 ⟦och⟧ 40 procent"
    counted = words[i].text[0].isdigit() and words[i + 1].lower in ("procent", "%")
    most = words[i].lower == "de" and words[i + 1].lower in ("flesta", "övriga", "andra")
    return counted or most or (words[i].lower in _PARTS and (words[i + 1].is_finite or words[i + 1].lower == "av"))


#: Words in which a comment ends, or the next part of a group says something.
_NEAR = 30


def _other_report(words: Sequence[Word], first: int, last: int) -> tuple[int, Reported] | None:
    """``… det rörde sig om varg⟧, trots att grannen hävdar att ⟦…⟧``: another's report behind a comma.

    Returned with where the first report ends.
    """
    for k in range(first + 2, last - 4):
        if words[k].lower in ("och", "men") and words[k + 1].lower == "enligt":
            source = according(words, k + 1, last)
            if source is not None and source.contents[0][0] > source.mention.last - 1:
                return k, source  # "… hörde en smäll, ⟦och⟧ enligt polisen ledde spåren dit"
        if words[k].text != "," and not (words[k].lower in _CONJUNCTIONS and _is_part(words, k + 1)):
            continue
        near = last if words[k].text == "," else min(last, k + _NEAR)
        stop = next((j for j in range(k + 1, near) if words[j].text == ","), near)
        found = next((j for j in range(k + 2, stop) if cue_at(words, j) and is_verb(words, j)), None)
        if found is None:
            continue
        entry, behind = cue_at(words, found) or (ENLIGT, found)
        mention = subject_of(words, found, k + 1 + (words[k + 1].lower in _CONJUNCTIONS), entry)
        if mention is None or mention.kind == "pronoun" or entry.tier == "C" or not speaker_can(mention, words, entry):
            continue
        opener = clause_opener(words, behind, last, entry)
        if opener is not None and last - opener >= 2:
            return k, Reported(((opener, last),), (found, behind), entry, mention, "reported-att")
    return None


def handed_on(words: Sequence[Word], first: int, stop: int, report: Reported) -> Reported:
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
    if report.rule not in ("reported-att", "reported-bare", "reported-sig"):
        return [report]  # where the frame stands last, the whole clause before it is reported
    first, last = report.contents[-1]
    other = _other_report(words, first, last)
    if other is not None:
        cut, second = other
        return [replace(report, contents=(*report.contents[:-1], (first, cut))), second]
    marks = [k for k in range(first, last) if words[k].is_mark]
    more = [r for r in further_reports(words, first, last, report.mention) if not _in_marks(marks, r.cue[0])]
    done = words[report.cue[0]].lower.endswith("t")
    turns = (
        k
        for k in range(first + 2, last - 1)
        if _turns_back(words, k) or _points_on(words, k) or (done and _has_done(words, first, k))
    )
    deed = next((k for k in turns if not _in_marks(marks, k)), None)
    if not more and deed is None:
        return [report]
    cut = more[0].cue[0] - 1 if more else deed or last
    cut -= bool(more) and words[cut].lower == words[report.mention.first].lower  # "men ⟦han⟧ säger att"
    if deed is not None:
        cut = min(cut, deed)
    while cut > first and words[cut - 1].text == ",":
        cut -= 1
    kept = (*report.contents[:-1], (first, cut))
    return [replace(report, contents=kept), *more]


def _in_marks(marks: Sequence[int], k: int) -> bool:
    """``… att man ”avvaktar ⟦och⟧ analyserar läget”``: a mark, of those at ``marks``, has opened, and none has closed it."""
    return bisect_left(marks, k) % 2 == 1


#: What reporters do: "när vi ⟦träffar⟧ honom".
_MEETS = frozenset("möter mötte träffar träffade ses sågs ringer ringde når nådde".split())


def _points_on(words: Sequence[Word], k: int) -> bool:
    """``… att beslutet är fel – se hela intervjun``, ``… – vilket gör bygget dyrare``: a hint to the reader, the paper's comment.

    Not where a second dash makes a parenthesis of it.
    """
    if words[k].lower == "när" and k + 2 < len(words) and words[k + 1].lower == "vi":
        return words[k + 2].lower in _MEETS  # "… att bron är ful när vi möter henne på torget"
    if not words[k].is_dash:
        return False
    if words[k + 1].lower in ("se", "hör", "läs", "lyssna", "titta"):
        return True
    comments = words[k + 1].lower == "vilket" or (
        words[k + 1].lower in ("det", "detta") and k + 2 < len(words) and words[k + 2].is_finite
    )
    end = sentence_end(words, k, min(len(words), k + _NEAR))
    return comments and not any(w.is_dash for w in words[k + 1 : end])


def _has_done(words: Sequence[Word], first: int, k: int) -> bool:
    """``Kommunen har hävdat att ⟦tiden räcker⟧ ‹och hänvisat till schemat›``: *har* has a second verb, and the clause none for it."""
    verb = words[k + 1]
    supine = verb.pos == "VERB" and not verb.tense and verb.lower.endswith("t") and verb.lower != "att"
    helped = any(w.lower in ("har", "hade", "ha", "haft", "inte") for w in words[first:k])
    return words[k].lower in ("och", "men") and supine and not helped and has_verb(words, first, k)


_ANSWERS = frozenset(["svar", "svaret", "besked", "beskedet"])


def _turns_back(words: Sequence[Word], k: int) -> bool:
    """``… och lyfte fram ett exempel``, ``… men vill att``: the speaker is the subject again."""
    if words[k].lower not in ("och", "men"):
        return False
    if words[k + 1].lower in ("fick", "får") and any(w.lower in _ANSWERS for w in words[k + 2 : k + 4]):
        return True  # "frågade om festen blir av, men fick svaret att den är inställd"
    if _is_part(words, k + 1):
        return True  # "61 procent tycker att det stämmer och 28 procent har svarat nej"
    if words[k - 1].is_finite and words[k + 1].is_finite and k + 2 < len(words) and words[k + 2].pos == "VERB":
        return False  # "den kan och vill ta emot fler"
    if not words[k + 1].is_finite:
        return False
    if k + 2 < len(words) and words[k + 2].lower in NEGATIONS:
        return True  # "… att jobbet är roligt och har inte ångrat sig": no clause with att has its verb there
    if words[k + 1].lower in ("ser", "såg") and words[k + 2].lower in ("fram", "behov", "positivt", "gärna"):
        return True
    if cue_at(words, k + 1) is not None or words[k + 1].lower in word_set("what people do behind a report"):
        return True
    behind = words[k + 2 : k + 4]
    feeling = behind[1:] if behind and behind[0].lower in ADVERBS else behind[:1]
    return words[k + 1].lower in ("är", "var") and bool(feeling) and feeling[0].lower in word_set("how people feel")


def further_reports(words: Sequence[Word], first: int, last: int, mention: Mention) -> list[Reported]:
    """Return the reports of ``och framhåller att ⟦…⟧`` among the words, all by the speaker of ``mention``."""
    stop = last
    while stop > first and words[stop - 1].is_stop:
        stop -= 1
    found: list[Reported] = []
    for i in range(first, stop - 3):
        if words[i].lower not in ("och", "men", "som", "utan"):
            continue
        at = i + 1
        same = mention.kind == "pronoun" and words[at].lower == words[mention.first].lower
        at += words[i].lower in ("och", "men") and same  # "Han menar att det är dyrt, men ⟦han⟧ säger att"
        while words[i].lower == "som" and at < stop - 2 and words[at].lower in ADVERBS:
            at += 1  # "säger Bo Ek, som också säger att"
        cue = cue_at(words, at)
        if (
            cue is None
            or cue[0].tier == "C"
            or not words[at].is_finite
            or (words[i].lower == "som" and _is_told_more(words[first:i]))
        ):
            continue
        opener = clause_opener(words, cue[1], stop, cue[0])
        if opener is None and cue[0].lemma in ("tycka", "tro", "anse", "mena") and opens_clause(words, cue[1], stop):
            opener = cue[1]  # "…, som också tycker det är fel"
        if opener is not None and stop - opener >= 2:
            if found:
                found[-1] = replace(found[-1], contents=((found[-1].contents[0][0], i),))
            found.append(Reported(((opener, stop),), (at, cue[1]), cue[0], mention, "reported-and"))
    return found


def _is_told_more(between: Sequence[Word]) -> bool:
    """Tell whether more than a comma and a party stands between a name and *som*, which may then be about something else."""
    return any(w.text[0].islower() and w.text.isalpha() for w in between)
