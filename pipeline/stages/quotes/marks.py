"""Which pairs of quotation marks are speech: a frame behind or before them, or a block of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.quotes.agents import can_speak
from pipeline.stages.quotes.before_marks import (
    LETTERS,
    blunt_before_colon,
    body_before_colon,
    called_so,
    named_before_colon,
    read_from,
    role_before_colon,
    stands_behind,
    stands_written,
)
from pipeline.stages.quotes.cues import CueEntry, cue_at
from pipeline.stages.quotes.frames import Frame, find_frame, frame_at
from pipeline.stages.quotes.indirect import find_reported
from pipeline.stages.quotes.mentions import Mention, mention_after
from pipeline.stages.quotes.mentions_before import first_subject, mention_before, subject_beside
from pipeline.stages.quotes.regions import Marked
from pipeline.stages.quotes.signatures import signature_at
from pipeline.stages.quotes.words import FIRST_PERSON, Word, sentence_end
from pipeline.word_sets import word_set

#: Nouns before a mark that make a title, a word or a nickname of what stands in it.
_NAMERS = frozenset(
    "ordet orden begreppet uttrycket termen låten sången boken filmen pjäsen romanen skivan albumet titeln "
    "rubriken temat projektet kampanjen tävlingen utställningen programmet kallad kallade kallas kallat kallar "
    "heter namnet mottot devisen parollen paroll slagordet slagorden sloganen ledorden begrepp rapporten artikeln podden "
    "serien dikten så-kallade kallat "
    "dikt låt sång visa visan psalm psalmen melodin stycket".split()
)
#: What is done to a song or a poem, whose first line or title then stands in marks: "inledde med att spela ”…”".
_PERFORMING = frozenset(
    "spela spelar spelade spelat sjunga sjunger sjöng sjungit framföra framför framförde framfört".split()
)


@dataclass(frozen=True, slots=True)
class MarkedSpeech:
    """Marked words that somebody says: the content, the frame where there is one, and the rule."""

    first: int
    last: int
    cue: tuple[int, int] | None
    entry: CueEntry | None
    mention: Mention | None
    frame: tuple[int, int] | None
    rule: str
    rest: tuple[int, int] | None = None


def judge(words: Sequence[Word], pair: Marked, first: int, last: int, whole_block: bool) -> MarkedSpeech | None:
    """Return the pair as speech, or None for a title, a term, a nickname or a scare quote.

    ``first`` and ``last`` bound the words around it; ``whole_block`` tells that nothing else stands in the block.
    """
    if not pair.closed:
        return _unclosed(words, pair)
    frame = _frame_behind(words, pair, last)
    if frame is not None and _is_title(words, pair, frame, first):
        return None
    if frame is not None and (frame.rule == "dash-som-uttrycker" or _opens_sentence(words, pair.first - 1, first)):
        mention_cue = frame.cue
        return MarkedSpeech(
            pair.first,
            pair.last,
            mention_cue,
            frame.entry,
            frame.mention,
            (frame.first, frame.last),
            "marks-" + frame.rule[5:],
        )
    stands = stands_behind(words, pair, first, last)
    if stands is not None:
        return MarkedSpeech(
            pair.first, pair.last, (stands[1], stands[1] + 1), stands[0], stands[2], None, "marks-stands-in"
        )
    signed = signature_at(words, pair.last + 1, last, drawn=not _ends_block(words, pair, last))
    if signed is not None and _is_clause(words, pair) and _opens_sentence(words, pair.first - 1, first):
        span = (pair.last + 1, signed.last)
        return MarkedSpeech(pair.first, pair.last, None, None, signed, span, "marks-signed")
    before = _frame_before(words, pair, first)
    if before is not None:
        return before
    if pair.first >= 2 and words[pair.first - 2].text == "?" and pair.last - pair.first >= 2:
        return MarkedSpeech(pair.first, pair.last, None, None, None, None, "marks-answer")
    teller = _teller(words, pair, first)
    if teller is not None:
        return MarkedSpeech(pair.first, pair.last, None, None, teller, None, "marks-told")
    if _is_told(words, pair, first):
        return MarkedSpeech(pair.first, pair.last, None, None, None, None, "marks-told")
    within = find_frame(words, pair.first, pair.last) if whole_block else None
    if (
        within is not None
        and within.first - pair.first >= 3
        and within.rule == "dash-frame"
        and within.mention is not None
        and within.cue is not None
    ):
        rest = (
            (within.last, pair.last) if pair.last - within.last > 1 else None
        )  # ”Det blir bra, säger Bo Ek. Vi hinner.”
        span = (within.first, within.last)
        return MarkedSpeech(
            pair.first, within.first, within.cue, within.entry, within.mention, span, "marks-within", rest
        )
    if (whole_block or _opens_block(words, pair, last)) and _is_clause(words, pair):
        return MarkedSpeech(pair.first, pair.last, None, None, None, None, "marks-block")
    return None


#: Words of speech that opens a block, at least.
_WHOLE_SENTENCE = 6


def _opens_block(words: Sequence[Word], pair: Marked, last: int) -> bool:
    """``”⟦Det är tungt, men våra medlemmar är rädda.⟧” Han tillägger …``: a whole sentence, and narration in a new one."""
    behind = pair.last + 1
    return (
        pair.first == 1
        and behind < last
        and words[behind].is_capital
        and words[pair.last - 1].is_stop
        and words[pair.first].is_capital
        and pair.last - pair.first > _WHOLE_SENTENCE
    )


def _sentence_before(words: Sequence[Word], pair: Marked, first: int) -> int | None:
    """Return where the plain sentence begins behind which whole sentences stand in marks; None where they do not."""
    opening = pair.first - 1
    if opening - 1 <= first or not words[opening - 1].is_stop or not words[pair.last - 1].is_stop:
        return None
    start = opening - 1
    while start > first and not words[start - 1].is_stop:
        start -= 1
    plain = not any(w.is_mark or w.text == ":" for w in words[start:opening])
    return start if plain and _is_clause(words, pair) else None


def _is_told(words: Sequence[Word], pair: Marked, first: int) -> bool:
    """``Bo Ek är nöjd. ”⟦Vi växer i alla länder.⟧”``: whole sentences in a voice of their own, behind one on somebody named."""
    start = _sentence_before(words, pair, first)
    if start is None:
        return False
    before, said = words[start : pair.first - 1], words[pair.first : pair.last]
    named = any(w.label == "PER" for w in before) and any(w.is_finite for w in before)
    feels = any(w.lower in word_set("how somebody sounds") for w in before)  # "Bo Ek är besviken på stigen."
    return named and (feels or any(w.lower in FIRST_PERSON for w in said) or _is_portrayed(words, pair, start, first))


#: Words of what somebody is quoted with behind one sentence of a portrait, at least.
_OWN_VIEW = 8


def _is_portrayed(words: Sequence[Word], pair: Marked, start: int, first: int) -> bool:
    """``Rune Ek i Hult går på fåglarna. ”⟦Kommer de före oktober blir det snö. Det slår sällan fel.⟧”``: a paragraph of nothing else.

    Whom the sentence is about opens it, and neither reads nor hears what stands in the marks.
    """
    before, said = words[start : pair.first - 1], words[pair.first : pair.last]
    alone = start == first == 0 and pair.last + 1 == len(words) and before[0].label == "PER"
    received = any(_RECEIVED.match(w.lower) for w in before)
    return alone and not received and len(said) >= _OWN_VIEW and any(w.is_finite for w in said)


def _teller(words: Sequence[Word], pair: Marked, first: int) -> Mention | None:
    """``Kvinnan påpekar att det är många barn på gatan. ”⟦Det är en stor risk.⟧”``: who is reported in the sentence before."""
    start = _sentence_before(words, pair, first)
    report = None if start is None else find_reported(words, start, pair.first - 1)
    if report is not None and report.rule == "reported-att":
        return report.mention
    return Mention(start, start + 1, "pronoun") if start is not None and _is_acted(words, pair, start) else None


#: What others have said or written comes to somebody by: "Hon läser lappen. ”Jag är hemma.”"
_RECEIVED = re.compile(
    r"läs|hör|sjung|sjöng|ser\b|såg|fick|får|minns|mindes|mötte|möter|lapp|brev|skylt|text|sms|röst|telefon|mejl|meddeland|affisch|bok"
)


_STATES = frozenset("är var blir blev har hade ska skulle kan kunde vill ville heter hette bor bodde".split())


def _is_acted(words: Sequence[Word], pair: Marked, start: int) -> bool:
    """``Hon kommer springande. ”⟦Förlåt, jag tappade bort tiden!⟧”``: what somebody does, and whole sentences of *jag* or *vi*."""
    before, said = words[start : pair.first - 1], words[pair.first : pair.last]
    acts = (
        len(before) > 2 and before[0].text in ("Hon", "Han") and before[1].is_finite and before[1].lower not in _STATES
    )
    others = any(w.label == "PER" or _RECEIVED.match(w.lower) or w.text in ",:?" for w in before)
    return acts and not others and any(w.lower in FIRST_PERSON for w in said)


#: Prepositions before a mark that make a title of what stands in it: "Bakom ”Vinternatt” står regissören".
_BEFORE_TITLES = frozenset("bakom i med om till från ur kring av på för under vid".split())


def _is_title(words: Sequence[Word], pair: Marked, frame: Frame, first: int) -> bool:
    """Tell a title before a verb: ``Bakom ”Vinternatt” står Bo Ek``, ``I ett inlägg, ”Nog nu” skriver Ek om läget``."""
    opening = pair.first - 1
    if opening > first and words[opening - 1].lower in _BEFORE_TITLES:
        return True
    if frame.entry is not None and frame.entry.lemma == "heta" and words[pair.last + 1].text != ",":
        return True  # "”Vägen hem” heter boken"
    if frame.mention is None or opening == first or words[opening - 1].text != "," or words[pair.last + 1].text == ",":
        return False
    return any(word.lower == "om" for word in words[frame.mention.last : frame.mention.last + 1])


def _unclosed(words: Sequence[Word], pair: Marked) -> MarkedSpeech | None:
    """``”Vi ger oss inte, säger Brodén.``: the mark that was forgotten stands before the frame."""
    frame = find_frame(words, pair.first, pair.last)
    if frame is None or frame.rule not in ("dash-frame", "dash-enligt"):
        return None
    span = (frame.first, frame.last)
    return MarkedSpeech(pair.first, frame.first, frame.cue, frame.entry, frame.mention, span, "marks-unclosed")


def _opens_sentence(words: Sequence[Word], opening: int, first: int) -> bool:
    """The mark stands first in its sentence, or nearly: ``Men ”vi väntar”, säger Bo Ek``. Else all of it is reported."""
    i = opening
    while i > first and opening - i < 3 and not words[i - 1].is_stop and words[i - 1].text not in (":", ","):
        i -= 1
    return opening - i <= 1


def _frame_behind(words: Sequence[Word], pair: Marked, last: int) -> Frame | None:
    """``”Vi väntar”, säger Bo Ek`` and ``”Vi väntar.” Så säger …`` but for the latter's doubt."""
    i = pair.last + 1 if pair.closed else pair.last
    if (i < last and words[i].text in (",", ".")) or (i < last and words[i].is_dash):
        i += 1
    if i >= last:
        return None
    frame = frame_at(words, i, pair.first, last)
    return None if frame is None or (frame.entry is not None and frame.entry.tier == "D") else frame


def _ends_block(words: Sequence[Word], pair: Marked, last: int) -> bool:
    """``”Det ska inte vara så här.” Förvaltningschefen Eva Alm.``: marks that end a sentence, and one more to the block's end."""
    stops = words[pair.last - 1].is_stop and pair.closed and pair.last + 1 < last
    return stops and sentence_end(words, pair.last + 1, last) == last == len(words)


def _frame_before(words: Sequence[Word], pair: Marked, first: int) -> MarkedSpeech | None:
    """``Bo Ek säger: ”Vi väntar”``, ``Ek efter segern: ”Helt underbart”``, ``hon svarade ”nej tack”``."""
    opening = pair.first - 1
    i = opening - 1
    if i < first:
        return None
    start = i
    while start > first and i - start < _FAR and not words[start - 1].is_stop:
        start -= 1
    if words[i].text == ":":
        return _introduced(words, pair, start, i)
    if words[i].text == ",":
        i -= 1
    called = called_so(words, pair, start, i) if i >= first else None
    if called is not None:
        return _by(pair, called, (start, i + 1))
    with_words = _with_the_words(words, pair, start, i)
    if with_words is not None:
        return _by(pair, with_words, (start, i + 1))
    if pair.last - pair.first < 4 or (i >= first and words[i].lower in _NAMERS) or _performs(words, start, i):
        return None
    if words[i].lower == "att":  # säger att ”vi väntar”
        i -= 1
    said = _cued(words, pair, start, i)
    if said is not None and said.entry is not None and said.entry.lemma == "läsa" and words[opening - 1].is_stop:
        return None  # "Hon läser lappen på dörren. ”Jag är hemma.”"
    if said is None or _is_clause(words, pair):
        return said
    # without a verb only what people call things and say of them: "kallar honom för ”mer en borgmästare än en ledare”"
    return said if said.entry is not None and said.entry.lemma in _CALLING else None


def _performs(words: Sequence[Word], start: int, i: int) -> bool:
    """``Kören sjöng sedan ”Vi går över ån”``: no speech is what is sung or played, with an adverb behind the verb at most."""
    return any(w.lower in _PERFORMING for w in words[max(start, i - 1) : i + 1]) and (
        words[i].lower in _PERFORMING or words[i].pos == "ADV"
    )


#: What is done in words of one's own; a sign is only carried with them.
_DONE_IN_WORDS = frozenset(
    "avslutar avslutade inleder inledde framför framförde framförd hälsar hälsade tackar tackade öppnar öppnade välkomnar "
    "välkomnade kommenterar kommenterade sammanfattar sammanfattade avfärdar avfärdade avvisar avvisade motiverar "
    "motiverade inviger invigde presenterar presenterade bemöter bemötte avrundar avrundade".split()
)


def _with_the_words(words: Sequence[Word], pair: Marked, start: int, i: int) -> tuple[CueEntry, int, Mention] | None:
    """``Bo Ek inledde mötet med orden ”⟦Nu kör vi i gång⟧”.``: what somebody does is done in these words."""
    if i - 1 <= start or words[i].lower != "orden" or words[i - 1].lower != "med" or not _is_clause(words, pair):
        return None
    verb = next((k for k in range(start, i) if words[k].lower in _DONE_IN_WORDS), None)
    mention = None if verb is None else subject_beside(words, (verb, verb + 1), start, i - 1)
    return None if verb is None or mention is None or not _speaks(words, mention) else (_IN_WORDS, verb, mention)


_IN_WORDS = CueEntry("orden", "B", "neutral")
_WORKS = frozenset(
    "avhandlingen boken filmen pjäsen romanen skivan albumet utställningen temat titeln rubriken låten projektet "
    "avhandling bok film pjäs roman skiva album utställning projekt forskningsprojekt program programmet kurs kursen".split()
)
#: No sentence before a mark is looked at farther back than this many words.
_FAR = 80
_CALLING = frozenset("kalla beskriva säga tala skriva mena vittna uttrycka poängtera betona lyfta nämna".split())


#: What councils deal with, and name in marks.
_MOTIONS = frozenset("motion interpellation medborgarförslag fråga enkel".split())


def _introduced(words: Sequence[Word], pair: Marked, start: int, colon: int) -> MarkedSpeech | None:
    of_it = any(w.lower in ("om", "i", "efter") for w in words[start:colon]) and any(
        w.is_finite for w in words[pair.first : pair.last]
    )
    if colon > start and words[colon - 1].lower in _WORKS and not of_it:
        return None  # "disputerade på avhandlingen: ”Barnsyn i läroböcker”"; not "Siv Alm om boken: ”Den är sann”"
    stands = stands_written(words, start, colon)
    if stands is not None:
        return _by(pair, stands, (start, colon + 1))
    cued = _cued(words, pair, start, colon - 1)
    if cued is not None:
        return cued
    for k in range(start, colon):
        if words[k].lower in ("motiveringen", "motivering", "juryns"):
            end = k + 1 + (words[k].lower == "juryns" and k + 1 < colon)
            return MarkedSpeech(
                pair.first, pair.last, None, None, Mention(k, end, "noun"), (k, colon + 1), "marks-colon"
            )
    if any(w.lower in _MOTIONS for w in words[start:colon]):
        return None  # "Motion från Rut Ek (S): ”Rädda skogen”" is a title
    named = named_before_colon(words, start, colon)
    if named is not None:
        return MarkedSpeech(pair.first, pair.last, None, None, named, (named.first, colon + 1), "marks-colon")
    if any(w.label == "PER" for w in words[start:colon]) and _is_clause(words, pair):
        return MarkedSpeech(pair.first, pair.last, None, None, None, None, "marks-colon")  # "Bo Ek får kritik: ”…”"
    sounded = any(words[k].lower in ("lät", "låter") and words[k + 1].lower == "det" for k in range(start, colon))
    if sounded and _is_clause(words, pair):
        return MarkedSpeech(
            pair.first, pair.last, None, None, None, None, "marks-colon"
        )  # "I mejlet lät det så här: ”…”"
    if not _is_clause(words, pair) and pair.last + 1 < len(words) and words[pair.last + 1].pos in ("NOUN", "ADJ"):
        return None  # "Anledningen: ”Extrem” vinter"
    if _is_topic(words, pair, start, colon):
        return MarkedSpeech(pair.first, pair.last, None, None, None, None, "marks-block")
    role = role_before_colon(words, pair, start, colon) or body_before_colon(words, pair, start, colon)
    role = role or blunt_before_colon(words, pair, start, colon)
    if role is None:
        return None
    return MarkedSpeech(pair.first, pair.last, None, None, role, (start, colon + 1), "marks-colon")


#: Words at most of what somebody who is portrayed speaks of.
_LONGEST_TOPIC = 7


def _is_topic(words: Sequence[Word], pair: Marked, start: int, colon: int) -> bool:
    """``Om att fylla 65: ”⟦Det är lite tråkigt.⟧”``: a paragraph of what it is on and the words, of whoever is portrayed."""
    whole = start == 0 and all(w.is_stop for w in words[pair.last + 1 :])
    return whole and words[0].lower == "om" and colon <= _LONGEST_TOPIC and _is_clause(words, pair)


def _by(pair: Marked, said: tuple[CueEntry, int, Mention], around: tuple[int, int]) -> MarkedSpeech:
    """Return the pair as what is said by a cue, at its word, and a mention, in the words ``around`` them."""
    entry, k, mention = said
    frame = (min(mention.first, k), max(mention.last, around[1]))
    return MarkedSpeech(pair.first, pair.last, (k, k + 1), entry, mention, frame, "marks-cue-before")


def _cued(words: Sequence[Word], pair: Marked, start: int, at: int) -> MarkedSpeech | None:
    """A cue within the words ``start`` to ``at`` (both in), nearest the marks first, with its subject on either side."""
    for k in range(at, max(start - 1, at - 12), -1):
        found = cue_at(words, k)
        if found is None or words[k].pos not in ("VERB", "AUX"):
            continue
        if words[at].is_stop and (not words[k].is_finite or found[0].tier == "D"):
            continue  # "Siv Alm visar ett brev. ”…”", "Rätten anser att kommunen kan fortsätta. ”…”"
        likely = read_from(words, k, at + 1) or subject_beside(words, (k, found[1]), start, at + 1)
        either = (likely, mention_before(words, k, start), mention_after(words, found[1], at + 1))
        mention = next(
            (m for m in either if m is not None and _speaks(words, m) and not _is_written_to(words, m, start)), None
        )
        if mention is not None and found[0].lemma == "stå" and mention.kind in ("name", "pronoun"):
            continue  # "Han berättade att hon stod vid rodret: ”…”"
        if mention is None and k > start and words[k - 1].lower == "och" and words[at + 1].text == ":":
            first = first_subject(words, start, k - 1)  # "Så vände han sig om och fortsatte: ”…”"
            mention = first if first is not None and words[first.first].lower in ("han", "hon") else None
        if mention is None:
            continue
        low, high = min(mention.first, k), max(mention.last, found[1], at + 1)
        return MarkedSpeech(pair.first, pair.last, (k, found[1]), found[0], mention, (low, high), "marks-cue-before")
    return None


def _is_written_to(words: Sequence[Word], mention: Mention, start: int) -> bool:
    """``I ett mejl till ⟦Alvsundsposten⟧ lät det så här: ”…”``: who gets the letter has not written it."""
    k = mention.first - 1
    return k - 1 > start and words[k].lower == "till" and words[k - 1].lower in LETTERS and mention.kind != "pronoun"


def _speaks(words: Sequence[Word], mention: Mention) -> bool:
    return mention.kind != "noun" or can_speak(" ".join(w.text for w in words[mention.first : mention.last]))


def _is_clause(words: Sequence[Word], pair: Marked) -> bool:
    """At least four words with a verb among them: a statement rather than a term or a title."""
    inside = words[pair.first : pair.last]
    return len(inside) >= 4 and any(w.is_finite for w in inside)
