"""Reported speech outside dash lines: "X säger att …", "…, menar X", "enligt X …", and pairs of marks with a speaker."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import NEGATIONS
from pipeline.stages.quotes.according import according
from pipeline.stages.quotes.agents import can_speak
from pipeline.stages.quotes.clauses import clause_opener, is_verb, opens_clause, past_description, relative_end
from pipeline.stages.quotes.cues import CueEntry, cue_at
from pipeline.stages.quotes.documents import held_by_document
from pipeline.stages.quotes.frame_ends import SUBORDINATE
from pipeline.stages.quotes.frame_last import for_ones_part, frame_last, stands_in, without_comma
from pipeline.stages.quotes.joint import row_to
from pipeline.stages.quotes.mentions import ADVERBS, PREPOSITIONS, Mention, mention_after
from pipeline.stages.quotes.parting import handed_on
from pipeline.stages.quotes.reported import Reported, before_comma, has_verb
from pipeline.stages.quotes.shadow import CLOSERS
from pipeline.stages.quotes.subjects import shared_subject, speaker_can, subject_of
from pipeline.stages.quotes.words import OWN_VOICE, Word

#: Words from "andelen" to the verb of those who are counted.
_COUNTED = 6
_NEGATIVE_HOSTS = frozenset(["om", "att", "som", "när", "ifall", "vad", "hur", "varför"])


def find_reported(words: Sequence[Word], first: int, last: int) -> Reported | None:
    """Return the reported clause of the sentence in words ``first`` to ``last`` (half-open), or None.

    >>> # Rut Sandell säger att ⟦skolan stängs⟧.   ⟦Skolan stängs⟧, menar Rut Sandell.   Enligt Sjörådet ⟦ökar risken⟧.
    """
    stop = last
    while stop > first and (words[stop - 1].is_stop or words[stop - 1].text in CLOSERS or words[stop - 1].text == ":"):
        stop -= 1
    if stop - first < 4 or _is_put_to_someone(words, first, stop, last):
        return None
    noun = _noun_att(words, first, stop) or _news_from(words, first, stop)
    return (
        (None if noun is None else handed_on(words, first, stop, noun))
        or _fronted_att(words, first, stop)
        or held_by_document(words, first, stop)
        or (according(words, first, stop) if words[first].lower == "enligt" else None)
        or _framed_before_att(words, first, stop)
        or _of_oneself(words, first, stop)
        or according(words, first, stop)
        or stands_in(words, first, stop)
        or frame_last(words, first, stop)
        or for_ones_part(words, first, stop)
        or _bare_clause(words, first, stop)
        or _raised(words, first, stop)
        or without_comma(words, first, stop)
        or _bare_second(words, first, stop)
    )


def _is_put_to_someone(words: Sequence[Word], first: int, stop: int, last: int) -> bool:
    """``Grannarna hävdar att det luktar?``, ``Enligt er prognos blir det plus.``: what a reporter asks is nobody's report."""
    if words[first].lower == "enligt" and words[first + 1].lower in ("er", "ert", "era", "din", "ditt", "dina"):
        return True
    asked = any(w.text == "?" for w in words[stop:last]) and not any(w.text == ":" for w in words[first:stop])
    return asked and (
        words[first].lower == "enligt" or any(cue_at(words, k) for k in range(first, min(first + 6, stop)))
    )


#: Who asks in the paper's own voice.
_ASKERS = frozenset(["vi", "jag"])


def _with_att(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``Rut Sandell säger att ⟦…⟧`` and ``Dessutom menar Rut Sandell att ⟦…⟧``; also *hur, varför, om* behind a cue."""
    for i in range(first, stop - 2):
        found = cue_at(words, i)
        if found is None or not is_verb(words, i):
            continue
        entry, behind = found
        if words[i - 1].lower == "som" and any(
            w.lower.startswith(("andel", "antal")) for w in words[max(first, i - _COUNTED) : i]
        ):
            continue  # "I Alvsund är andelen kvinnor som uppger att de är rädda 16 procent"
        if entry.tier == "C" and not (
            behind < stop and (words[behind].lower == "att" or _ends_in_att(words, behind, entry))
        ):
            continue
        if entry.lemma == "fråga" and (words[i - 1].lower in _ASKERS or words[behind].lower in _ASKERS):
            continue  # "Vi frågade Alvsundsborna hur de klarar sig"
        mention = None if _is_fronted(words, i, first, behind, stop, entry) else subject_of(words, i, first, entry)
        if mention is None and i > first:
            mention = mention_after(words, behind, stop)
            if not speaker_can(mention, words, entry):
                mention = shared_subject(words, i, first, entry)
            elif mention is not None:
                behind = past_description(words, mention.last, stop)
        if mention is None or _hosted(words, mention.first, first) or _is_asked(words, i, mention, first):
            continue
        if _in_question(words, mention, first) or (
            entry.tier == "D" and words[first].lower == "att" and mention.first < i
        ):
            continue  # "Att nämnden höjde sin ⟦prognos⟧ visar att": the whole clause shows it
        asked = entry.lemma in ("fråga", "undra") and words[first].lower in ("när", "då")
        if asked and (mention.first < i or (i > first + 1 and not any(w.is_finite for w in words[first:i]))):
            continue  # "När chefen frågade (Bo Ek) om han ville vara med tvekade han inte"
        apposed = any(w.text == "," for w in words[mention.first : mention.last])
        opener = clause_opener(words, behind, stop, entry, comma=mention.first < i or apposed)
        if opener is None or stop - opener < 2 or _is_refused(words, i, opener, first):
            continue
        end = relative_end(words, i, opener, stop) if words[mention.last].text == "," else stop
        end = _before_second_frame(words, opener, end) if mention.kind in ("name", "pronoun") else end
        end = _before_another(words, opener, end, mention)
        end = _before_reception(words, opener, end)
        end = next((k for k in range(opener + 2, end - 1) if words[k].text == ":" and words[k + 1].is_mark), end)
        if any(w.lower == "varken" for w in words[first:i]):
            return None  # "Varken Siv Lund eller Bo Ek tror att"
        if entry.lemma in _STATING and any(w.lower in NEGATIONS for w in words[i - 1 : opener - 1]):
            return None  # "har aldrig sagt att", "säger inte att"
        return Reported(((opener, end),), (i, found[1]), entry, mention, "reported-att")
    return None


def _ends_in_att(words: Sequence[Word], behind: int, entry: CueEntry) -> bool:
    """``Efter en stund flikar Bo Ek ⟦in att⟧``: the particle behind the subject, and the clause at once."""
    _, _, particle = entry.lemma.partition(" ")
    near = range(behind, min(behind + _SOON + 1, len(words) - 1))
    return bool(particle) and any(words[k].lower == particle and words[k + 1].lower == "att" for k in near)


#: Cues of what people say that they are, or have done.
_OF_ONESELF = frozenset("säga uppge påstå hävda tro anse mena förklara".split())
_BEFORE_INFINITIVES = frozenset("inte aldrig varken både bara ofta alltid ej fortfarande nu också även".split())


def _of_oneself(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``Bo Ek säger sig ⟦vara nöjd⟧``, ``Efteråt sade sig föraren ⟦inte ha sett rödljuset⟧``: *sig* and what one is or does."""
    for i in range(first, stop - 3):
        found = cue_at(words, i)
        if found is None or found[0].lemma not in _OF_ONESELF or not is_verb(words, i):
            continue
        if not any(w.lower == "sig" for w in words[i + 1 : i + 8]):
            continue
        mention, at = subject_of(words, i, first, found[0]), i + 1
        if words[at].lower != "sig" or mention is None:
            after = mention_after(words, at + (words[at].lower == "sig"), stop)
            if after is None or not speaker_can(after, words, found[0]):
                continue
            mention, at = after, after.last - (words[at].lower == "sig")
        if words[at].lower != "sig" and words[i + 1].lower != "sig":
            continue
        if _hosted(words, mention.first, first):
            continue
        k = at + 1
        while k < stop - 1 and (words[k].lower in _BEFORE_INFINITIVES or words[k].lower in ADVERBS):
            k += 1
        if k < stop - 1 and words[k].pos in ("VERB", "AUX") and not words[k].tense:
            end = relative_end(words, i, at + 1, stop)
            return Reported(((at + 1, end),), (i, found[1]), found[0], mention, "reported-sig")
    return None


#: What is not said is nobody's words; who does not believe something is of an opinion, and the cue says of which.
_STATING = frozenset(
    ["säga", "påstå", "hävda", "bekräfta", "uppge", "berätta", "lova", "påpeka", "skriva", "hålla med"]
)


_DENYING = frozenset("förnekar förnekade tillbakavisar tillbakavisade bestrider bestred dementerar dementerade".split())


def _before_another(words: Sequence[Word], opener: int, stop: int, mention: Mention) -> int:
    """``Bo Ek tror att ⟦bron byggs⟧, men Siv Alm tvivlar``: where the view of somebody else, named in full, begins."""
    said = {w.text for w in words[mention.first : mention.last]}
    for k in range(opener + 2, stop - 3):
        if words[k].text == "," and words[k + 1].lower == "och" and words[k + 2].lower in ("hennes", "hans"):
            # "…, och hennes kollega Bo Ek har visat det"
            beside = any(w.label == "PER" for w in words[k + 3 : k + 6]) and has_verb(words, opener, k)
            if beside and words[opener].lower != "att":
                return k
        comments = words[k].text == "," and words[k + 1].lower in ("något", "vilket")
        other = any(w.label == "PER" and w.text not in said for w in words[k + 2 : k + 5])
        if comments and (other or any(w.lower in _DENYING for w in words[k + 2 : min(stop, k + 20)])):
            return k  # "…, något som åklagaren förnekar", "…, vilket Bo Ek inte håller med om"
        if words[k].lower != "medan" and (words[k].lower != "men" or words[k - 1].text != ","):
            continue
        if _is_denied(words, k + 1, stop) and has_verb(words, opener, k):
            return before_comma(words, k, opener)
        at = next((n for n in range(k + 1, min(k + 3, stop - 2)) if words[n].label == "PER"), None)
        if at is None or words[at + 1].label != "PER" or words[at].text in said or words[k + 1].lower == "att":
            continue
        behind = next((n for n in range(at, stop) if words[n].label != "PER"), stop)
        if behind < stop and words[behind].is_finite and has_verb(words, opener, k):
            return before_comma(words, k, opener)
    return stop


#: What meets somebody who has said something.
_RECEPTION = frozenset("applåder applåd medhåll bifall gehör mothugg skratt jubel".split())


def _before_reception(words: Sequence[Word], opener: int, stop: int) -> int:
    """``Bo Ek sa att ⟦det är fel⟧ och fick applåder``, ``men fick inget gehör``: where it begins how the words were met."""
    for k in range(opener + 2, stop - 2):
        received = words[k].lower in ("och", "men") and words[k + 1].lower in ("fick", "får", "möttes", "möts")
        if received and any(w.lower in _RECEPTION for w in words[k + 2 : min(stop, k + 6)]):
            return before_comma(words, k, opener) if words[k - 1].text == "," else k
    return stop


def _is_denied(words: Sequence[Word], i: int, stop: int) -> bool:
    """``Rektorn säger att allt är bra, men ⟦det anser inte Siv Ek⟧``: of another opinion, whose it is."""
    if words[i].lower != "det" or i + 3 >= stop or not words[i + 1].is_finite or cue_at(words, i + 1) is None:
        return False
    return words[i + 2].lower in NEGATIONS and mention_after(words, i + 3, stop) is not None


def _before_second_frame(words: Sequence[Word], opener: int, stop: int) -> int:
    """``Bo Ek tror att ⟦bron rivs⟧, säger han till radion``, ``…, det säger han till radion``: where the words end."""
    for k in range(stop - 3, opener + 1, -1):
        if words[k].text != ",":
            continue
        at = k + 1 + (words[k + 1].lower in ("det", "så"))
        found = cue_at(words, at)
        if found is None or found[0].tier != "A" or not words[at].is_finite:
            return stop
        said = found[1] < stop and words[found[1]].lower in ("han", "hon", "hen", "de")
        return k if said and not has_verb(words, found[1] + 1, stop) else stop
    return stop


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
            if end < i and words[first + 1].pos in ("VERB", "AUX") and not words[first + 1].is_finite:
                continue  # "⟦Att bygga om är dyrt⟧, menar Bo Ek": so is what one does
            return Reported(((first + 1, end),), (i, found[1]), found[0], mention, "reported-fronted")
    return None


def _framed_before_att(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """Return the report with *att*, or what stands before it: ``⟦Det blir svårt⟧, menar Bo Ek, som räknar med att …``."""
    report = _with_att(words, first, stop)
    if report is not None:
        report = handed_on(words, first, stop, report)
    if report is None or words[report.cue[0] - 1].lower not in ("som", "och", "men"):
        return report
    framed = frame_last(words, first, stop)
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
    "besked bedömning svar slutsats uppfattning åsikt krav linje budskap förklaring erfarenhet råd rådet poäng "
    "mening besked beskedet beskeden bedömningen svaret slutsatsen uppfattningen åsikten kravet budskapet förklaringen "
    "invändning invändningen argument argumentet tanke löfte löftet dom hypotes hypotesen tes teori teorin".split()
)


#: "Hennes slutsats är ⟦dock⟧ att".
_BETWEEN = frozenset(["dock", "också", "därför", "nu", "fortfarande", "ändå", "alltså"])


def _noun_att(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``Tornbergs besked är att ⟦skolan stängs⟧``: a genitive, a noun of statement, *är att*."""
    for i in range(first + 1, min(first + 12, stop - 3)):
        if words[i].lower not in _STATEMENTS or words[i + 1].lower not in ("är", "var", "blev", "blir", "lyder", "löd"):
            continue
        opener = i + 2 + (words[i + 2].lower in _BETWEEN)
        opener += words[opener].lower == "att"
        if words[opener - 1].lower != "att" or stop - opener < 2:
            continue
        owner = words[i - 1]
        if owner.lower in ("hans", "hennes"):
            mention = Mention(i - 1, i, "noun")
        elif owner.label and owner.lower.endswith("s"):
            k = i - 1
            while k > first and words[k - 1].name == owner.name:
                k -= 1
            row = row_to(words, first, i)  # "Bo Eks och Siv Alms slutsats"
            k = k if row is None else row.first
            mention = Mention(k, i, "name" if owner.label == "PER" else "body")
        elif owner.lower.endswith("s") and can_speak(owner.text[:-1]):
            mention = Mention(i - 1, i, "noun")
        else:
            continue
        return Reported(((opener, stop),), (i, i + 1), CueEntry(words[i].lower, "B", "neutral"), mention, "noun-att")
    return None


def _news_from(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``Beskedet från Siv Alm är att ⟦bron rivs⟧``, ``Budskapet från ministern var att ⟦…⟧``."""
    if words[first].lower not in _STATEMENTS or words[first + 1].lower != "från":
        return None
    mention = mention_after(words, first + 2, stop)
    at = stop if mention is None else mention.last
    if (
        mention is None
        or at + 3 >= stop
        or words[at].lower not in ("är", "var", "blev")
        or words[at + 1].lower != "att"
    ):
        return None
    entry = CueEntry(words[first].lower, "B", "neutral")
    return Reported(((at + 2, stop),), (first, first + 1), entry, mention, "noun-att")


def _is_fronted(words: Sequence[Word], i: int, first: int, behind: int, stop: int, entry: CueEntry) -> bool:
    """``Vid 01.45 meddelade ⟦räddningstjänsten⟧ att``, ``När det gäller lånet menade ⟦hon⟧ att``: the subject comes after."""
    opener = words[first].lower
    asked = opener == "på" and words[first + 1].lower.startswith("fråg")
    if asked and words[i].is_finite and words[i].lower.startswith("svara"):
        return True  # "På frågan hur det kom sig svarar han att"
    concerns = opener == "vad" and words[first + 1].lower in ("gäller", "gällde", "avser", "beträffar")
    if not words[i].is_finite or (opener not in _FRONTING and opener not in SUBORDINATE and not concerns):
        return False
    if opener not in SUBORDINATE and any(w.is_finite for w in words[first + 2 * concerns : i]):
        return False
    after = mention_after(words, behind, stop)
    return speaker_can(after, words, entry) and after is not None and _opens_at(words, after.last, stop, entry)


def _opens_at(words: Sequence[Word], i: int, stop: int, entry: CueEntry) -> bool:
    """A clause opens at most three words behind: "menade hon också att"."""
    opener = clause_opener(words, i, stop, entry)
    return opener is not None and opener - i <= _SOON


_SOON = 4
_FRONTING = PREPOSITIONS | frozenset("för liksom förutom utöver mot bland trots enligt".split())


def _is_asked(words: Sequence[Word], i: int, mention: Mention, first: int) -> bool:
    """``Bo Ek bad ⟦Eva Alm⟧ berätta hur``: who is asked to speak has not spoken."""
    bare = words[i].lower.endswith("a") and words[i].tense in ("", "Imp") and words[i].lower != "sa"
    return bare and mention.first > first and words[mention.first - 1].lower in _ASKS


def _is_refused(words: Sequence[Word], i: int, opener: int, first: int) -> bool:
    """``Bo Ek vill inte förklara varför skolan stängs``: what is not told; "vill inte säga att" tells it."""
    asked = words[opener - 1].lower != "att"
    return (
        asked
        and words[i].tense == ""
        and any(w.lower in ("inte", "ej", "vägrar") for w in words[max(first, i - 3) : i])
    )


_ASKS = frozenset("hör se lyssna bad ber bett be uppmanade uppmanar fick få får låter lät vill ville".split())


def _hosted(words: Sequence[Word], i: int, first: int) -> bool:
    """The subject stands in a subordinate clause: "om kommunen säger att …" claims nothing, "Det var då som …" does."""
    if i > first + 2 and words[i - 1].lower == "som" and words[first].lower == "det":
        return words[first + 1].lower not in ("var", "är", "blev")
    if words[first].lower in ("därför", "trots") and words[first + 1].lower == "att" and i <= first + 2:
        return True  # "Därför att många anser att priset är högt."
    return i > first and words[i - 1].lower in _NEGATIVE_HOSTS


_ASKED_OF = frozenset("hur vilken vilket vilka".split())


def _in_question(words: Sequence[Word], mention: Mention, first: int) -> bool:
    """``… fick säga hur bra ⟦de⟧ anser att Alvsund är``: whom somebody is asked about, in a reported question."""
    for k in range(mention.first - 1, max(first, mention.first - 5), -1):
        if words[k].is_finite or words[k].text == ",":
            return False
        if words[k].lower in _ASKED_OF:
            return mention.kind in ("pronoun", "noun")
    return False


def _bare_second(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``Maten får beröm, och åtta av tio elever tycker ⟦den räcker⟧.``: the second of two main clauses."""
    k = next((k for k in range(first + 2, stop - 5) if words[k].text == "," and words[k + 1].lower in _LINKS), None)
    return None if k is None or words[first].lower in SUBORDINATE else _bare_clause(words, k + 2, stop)


_RAISING = frozenset(["tycka", "tro", "anse", "mena"])
_ASKING = frozenset("vad vem vilka vilken vilket hur varför var när vart som om".split())


def _raised(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``⟦Att riva bron⟧ tycker Bo Ek ⟦är fel⟧``, ``⟦Den nya skolan⟧ tror rektorn ⟦blir dyr⟧``: what the view is on stands first.

    The verb of the view, who has it, and at once the verb of what stands first.
    """
    first += words[first].lower in ("men", "och", "fast")
    if words[first].lower in _ASKING or words[first].lower in SUBORDINATE:
        return None
    for i in range(first + 2, min(first + _LONGEST_TOPIC, stop - 3)):
        if words[i].is_finite and words[i].lower not in OWN_VOICE:
            found = cue_at(words, i)
            if found is None or found[0].lemma not in _RAISING or found[1] != i + 1 or words[i - 1].lower == "som":
                return None
            acts = words[first].lower == "att" and words[first + 1].pos == "VERB" and words[first + 1].tense == ""
            subject = None if acts else subject_of(words, i, first, found[0])
            if subject is not None or any(w.label == "PER" for w in words[first:i]):
                return None  # "Siv Lund tycker Bo Ek är bra"
            mention = mention_after(words, found[1], stop)
            if mention is None or not speaker_can(mention, words, found[0]) or mention.last + 1 >= stop:
                return None
            named = mention.kind != "noun" or can_speak(" ".join(w.text for w in words[mention.first : mention.last]))
            goes_on = words[mention.last].is_finite and words[mention.last].pos in ("VERB", "AUX")
            if not named or not goes_on:
                return None
            return Reported(((first, i), (mention.last, stop)), (i, found[1]), found[0], mention, "reported-raised")
    return None


#: Words that stand first, at most.
_LONGEST_TOPIC = 14
_LINKS = frozenset(["och", "men", "medan"])


_THAT = frozenset(["det", "detta", "så"])


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
        if j + 1 < stop and words[j].lower in _THAT and words[j + 1].lower in SUBORDINATE | _ASKING:
            return None  # "Bo Ek tror det när han ser det"
        if j + 1 < stop and opens_clause(words, j, stop):
            return Reported(((j, stop),), (i, found[1]), found[0], mention, "reported-bare")
    return None
