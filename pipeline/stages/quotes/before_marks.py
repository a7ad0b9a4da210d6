"""Whose marked words are where no verb of saying stands before them: what people call things, letters, headlines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.stages.quotes.agents import can_speak, kind_of_phrase
from pipeline.stages.quotes.cues import CueEntry
from pipeline.stages.quotes.frames import STANDS
from pipeline.stages.quotes.mentions import Mention, mention_after, role_alone
from pipeline.stages.quotes.mentions_before import mention_before, subject_beside
from pipeline.stages.quotes.regions import Marked
from pipeline.stages.quotes.words import FIRST_PERSON, Word
from pipeline.stages.roles.titles import part_of_title
from pipeline.word_sets import word_set

Said = tuple[CueEntry, int, Mention]

#: Verbs that say what somebody thinks of a thing, with *som* before the words: "beskriver mötet som ”hårt”".
_JUDGING = frozenset(
    "beskriver beskrev beskrivit betraktar betraktade betecknar betecknade betecknat avfärdar avfärdade avfärdat "
    "karaktäriserar karaktäriserade karakteriserar karakteriserade upplever upplevde uppfattar uppfattade "
    "sammanfattar sammanfattade framställer framställde ser".split()
)
#: And *med* before the grounds: "motiverar valet med ”god kvalitet”".
_GROUNDING = frozenset(
    "motiverar motiverade motiverat förklarar förklarade försvarar försvarade bemöter bemötte".split()
)
_FEW_WORDS = 3
_CALLS = frozenset("kallar kallade kallat".split())
_OWN = frozenset("sig sin sitt sina".split())


def called_so(words: Sequence[Word], pair: Marked, start: int, i: int) -> Said | None:
    """``Bo Ek beskriver mötet som ”⟦mycket hårt⟧”``, ``Hon kallar kravet (för) ”⟦orimligt⟧”``: what somebody says of a thing.

    They begin small, for a capital makes a name, and tell what it is like where nothing stands before them.
    """
    said = words[pair.first : pair.last]
    joint = words[i].lower if words[i].lower in ("som", "med") else ""
    if not said[0].text[:1].islower() or (not joint and (len(said) > _FEW_WORDS or not _judges(said))):
        return None
    verbs = {"som": _JUDGING, "med": _GROUNDING}.get(joint, _CALLS)
    k = next((k for k in range(i - 1, max(start, i - 12), -1) if words[k].lower in verbs), None)
    if k is None or any(w.lower in _OWN for w in words[k + 1 : i + 1]):
        return None
    inverted = words[k + 1].lower in ("han", "hon", "hen")  # "Att bygga här kallar hon ”ovärdigt”"
    if pair.last + 1 < len(words) and words[pair.last + 1].is_finite:
        return None  # "Bo Ek ser filmen som ”hela byn” pratar om"
    mention = Mention(k + 1, k + 2, "pronoun") if inverted else subject_beside(words, (k, k + 1), start, i + 1)
    if mention is None or mention.kind == "body":
        return None
    if mention.kind == "noun" and not can_speak(" ".join(w.text for w in words[mention.first : mention.last])):
        return None
    return CueEntry(words[k].lower, "C", "neutral"), k, mention


def _judges(said: Sequence[Word]) -> bool:
    """*skandalöst*, *en skam*, *rena galenskapen*: what a thing is like; *omvänd sållning* is a term for it."""
    last = said[-1]
    return last.pos == "ADJ" or (len(said) > 1 and (last.definite or said[0].lower in ("en", "ett", "ren", "rent")))


LETTERS = frozenset(
    "sms mejl mail e-mail brev brevet vykort vykortet lapp lappen meddelande meddelandet mejlet inlägg inlägget tweet "
    "hälsning hälsningen telegram telegrammet".split()
)
_STANDS = frozenset("står stod heter hette lyder löd".split())


def written_by(words: Sequence[Word], start: int, end: int) -> Mention | None:
    """Return whom a letter is from: ``ett sms från ⟦Bo Ek⟧ till Siv Alm``."""
    for k in range(start, end - 2):
        if words[k].lower in LETTERS and words[k + 1].lower in ("från", "av"):
            return mention_after(words, k + 2, end)
    return None


def stands_written(words: Sequence[Word], start: int, colon: int) -> Said | None:
    """``I ett sms från ⟦Bo Ek⟧ står det: ”…”``, ``Så här står det i ⟦domen⟧: ”…”``, ``Ur ⟦domen⟧: ”…”``: whose is what is read.

    And ``I det nya ⟦beslutet⟧ heter det vidare: ”…”``, with words before the document that a verb of saying does without.
    """
    k = next((k for k in range(start, colon) if words[k].lower in _STANDS), None)
    if k is not None:
        behind = k + 2 < colon and words[k + 1].lower == "det" and words[k + 2].lower in ("i", "på")
        mention = written_by(words, start, colon) or (mention_after(words, k + 3, colon) if behind else None)
        mention = mention or _read_in(words, start, k)
        return None if mention is None or not _is_source(words, mention) else (STANDS, k, mention)
    if words[start].lower != "ur":
        return None
    mention = mention_after(words, start + 1, colon)
    whole = mention is not None and mention.last == colon and _is_source(words, mention)
    return (STANDS, start, mention) if mention is not None and whole else None


#: What follows where it is the document that is read: "står ⟦det⟧", "heter ⟦vidare⟧", "står ⟦bland⟧ annat".
_READS_ON = frozenset("det vidare bland också även så följande :".split())


def _read_in(words: Sequence[Word], start: int, verb: int) -> Mention | None:
    """``I det aktuella ⟦beslutet⟧ står det: ”…”``: the document right before the verb, behind no more than its adjectives."""
    noun = verb - 1
    if words[start].lower not in ("i", "på") or noun <= start or kind_of_phrase(words[noun].text) != "document":
        return None
    if words[verb + 1].lower not in _READS_ON:
        return None  # "I boken heter flickan: ”Liten Röd”"
    between = words[start + 1 : noun]
    plain = all(w.pos in ("ADJ", "DET", "PRON") or w.lower.endswith("s") for w in between) and not any(
        w.is_finite for w in between
    )
    return Mention(noun, verb, "noun") if plain else None


def _is_source(words: Sequence[Word], mention: Mention) -> bool:
    phrase = " ".join(w.text for w in words[mention.first : mention.last])
    return mention.kind != "noun" or kind_of_phrase(phrase) == "document" or can_speak(phrase)


def stands_behind(words: Sequence[Word], pair: Marked, first: int, last: int) -> Said | None:
    """``Hon visar ett sms från ⟦Bo Ek⟧. ”…”, står det.``: the letter that the sentence before tells of."""
    i = pair.last + 1
    i += i < last and words[i].text == ","
    if i + 1 >= last or words[i].lower not in _STANDS or words[i + 1].lower != "det":
        return None
    if i + 2 < last and not words[i + 2].is_stop:
        return None
    mention = written_by(words, max(first, pair.first - _NEAR), pair.first - 1)
    return None if mention is None else (STANDS, i, mention)


#: Words before a mark within which the letter is told of.
_NEAR = 25


def read_from(words: Sequence[Word], k: int, end: int) -> Mention | None:
    """``Bo Ek läser högt ur ⟦domen⟧: ”…”``: what is read aloud is the document's, not the reader's."""
    if words[k].lower not in ("läser", "läste", "citerar", "citerade"):
        return None
    at = next((j for j in range(k + 1, min(k + 4, end)) if words[j].lower in ("ur", "från")), None)
    mention = None if at is None else mention_after(words, at + 1, end)
    return mention if mention is not None and _is_source(words, mention) else None


_OBLIQUE = frozenset("mot till om för med kring över bakom hos".split())
_CRITICISM = frozenset(
    "kommentar kommentaren omdöme omdömet betyg betyget kritik beröm ros mothugg stöd medhåll hyllning hyllningar påhopp".split()
)


def is_done_to(words: Sequence[Word], start: int, colon: int) -> bool:
    """``Bo Ek får kritik:``, ``Bo Ek hyllas av Siv Alm:``: who opens the line is whom something is done to."""
    line = words[start:colon]
    passive = any(w.is_finite and w.lower.endswith("s") and b.lower == "av" for w, b in pairwise(line))
    gets = any(w.lower in ("får", "fick") for w in line)
    return passive or (gets and any(w.lower in _CRITICISM for w in line))


def named_before_colon(words: Sequence[Word], start: int, colon: int) -> Mention | None:
    """Return the person whose the words behind a colon are: ``⟦Ek⟧ efter segern: ”Underbart”``, ``Bo hyllas av ⟦Siv Ek⟧: ”…”``.

    Nobody's that a preposition makes the matter or the receiver: ``Kritiken mot Bo Ek: ”…”``, ``Bo Ek får kritik: ”…”``.
    """
    given = _gives_a_comment(words, start, colon)
    if given is not None:
        return given
    done_to = is_done_to(words, start, colon)
    for k in range(start, colon):
        if words[k].label != "PER" or (k > start and words[k - 1].name == words[k].name):
            continue
        before = k
        while before > start and not words[before - 1].label and part_of_title(words[before - 1].text):
            before -= 1
        led = words[before - 1].lower if before > start else ""
        if led in _OBLIQUE or (done_to and led not in ("av", "från")):
            continue
        end = k
        while end < colon and words[end].name == words[k].name:
            end += 1
        kin = k > start and words[k - 1].lower in word_set("pairs of kin")  # "⟦Bröderna Ek⟧ om krogen"
        return Mention(k - kin, end, "name")
    return None


_COMMENTS = frozenset("kommentar kommentarer uttalande svar besked förklaring redogörelse motivering".split())


def _gives_a_comment(words: Sequence[Word], start: int, colon: int) -> Mention | None:
    """``Sedan Bo Ek valts lämnar ⟦vd Siv Alm⟧ följande kommentar: ”…”``: who gives it stands beside the verb before it."""
    at = colon - 2
    if at <= start or words[at].lower != "följande" or words[colon - 1].lower not in _COMMENTS:
        return None
    verb = next((k for k in range(at - 1, start - 1, -1) if words[k].is_finite), None)
    if verb is None:
        return None
    mention = mention_after(words, verb + 1, at) if verb + 1 < at else None
    return mention if mention is not None and mention.kind == "name" else None


#: What opens the matter that somebody speaks of.
_TOPICAL = frozenset("om efter inför".split())


def body_before_colon(words: Sequence[Word], pair: Marked, start: int, colon: int) -> Mention | None:
    """Return the body that speaks behind a colon: ``Trafikverket om bron: ”Det tar tid”``, ``Bergfast: ”Vi beklagar”``.

    Without its matter only where it speaks of itself: ``Alvsunds teater: ”Kung Lear dör”`` is a title.
    """
    matter = next((k for k in range(start + 1, colon) if words[k].lower in _TOPICAL), colon)
    if any(w.is_finite for w in words[matter:colon]) or any(w.label != "ORG" for w in words[start:matter]):
        return None
    said = words[pair.first : pair.last]
    speaks = matter < colon or any(w.lower in FIRST_PERSON for w in said)
    return Mention(start, matter, "body") if speaks and any(w.is_finite for w in said) else None


#: How a statement is, or who makes it, before a colon; and what it is called.
_BLUNT = re.compile(
    r"(?:tydlig|kort|kortfattad|konkret|rak|klar|bestäm|bestämd|entydig|skarp|hård|glasklar|bister|dyster)(?:t|are|a)?"
)
_STATEMENTS = frozenset("beskedet svaret budskapet slutsatsen omdömet rådet uppmaningen kommentaren".split())


def blunt_before_colon(words: Sequence[Word], pair: Marked, start: int, colon: int) -> Mention | None:
    """Return who is so and so before a colon: ``Räddningstjänsten är tydligare: ”…”``, ``Beskedet från kommunen är kort: ”…”``."""
    verb = colon - 2
    if verb <= start or words[verb].lower not in ("är", "var") or not _BLUNT.fullmatch(words[colon - 1].lower):
        return None
    if not any(w.is_finite for w in words[pair.first : pair.last]):
        return None
    first = start + (words[start].lower in ("men", "och"))
    stated = words[first].lower in _STATEMENTS and words[first + 1].lower == "från"
    mention = mention_after(words, first + 2, verb) if stated else mention_before(words, verb, start)
    if mention is None or mention.kind not in ("body", "noun"):
        return None
    phrase = " ".join(w.text for w in words[mention.first : mention.last])
    return mention if mention.kind == "body" or can_speak(phrase) else None


def role_before_colon(words: Sequence[Word], pair: Marked, start: int, colon: int) -> Mention | None:
    """Return who speaks behind a colon by what they are: ``Åklagaren: ”Såg ni mannen?”``, ``Mannens advokat om domen: ”…”``.

    No document with its matter, which makes a title of the marked words: ``Boken om kriget: ”Det tar aldrig slut”``.
    """
    matter = next((k for k in range(start + 1, colon) if words[k].lower in _TOPICAL), colon)
    if any(w.is_finite for w in words[matter:colon]):
        return None
    role = role_alone(words[start:matter], bare=any(w.is_finite for w in words[pair.first : pair.last]))
    if role is None or (matter < colon and kind_of_phrase(words[matter - 1].text) == "document"):
        return None
    return Mention(start + role.first, start + role.last, role.kind)
