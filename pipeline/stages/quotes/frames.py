"""Frames in a dash speech: where the words end and the attribution begins, and whether speech resumes behind it.

– ⟦Det viktiga⟧‹, säger Tage Brodén,› ⟦är att bron håller.⟧
– ⟦Beslutet var rätt⟧‹, säger hon.› ⟦Och alla som undrar får ringa mig.⟧
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.names.lists import given_names
from pipeline.stages.quotes.agents import can_speak
from pipeline.stages.quotes.cues import CueEntry, cue_at
from pipeline.stages.quotes.mentions import Mention, mention_after
from pipeline.stages.quotes.shadow import CLOSERS
from pipeline.stages.quotes.words import OWN_VOICE, Word, sentence_end
from pipeline.stages.roles.titles import part_of_title
from pipeline.word_sets import word_set

ENLIGT = CueEntry("enligt", "A", "neutral")
STANDS = CueEntry("stå", "A", "neutral")
#: Openers of a subordinate clause: "När han kom, sprang Bo" is no frame.
SUBORDINATE = frozenset("när om eftersom medan sedan innan därför trots fast även ifall då efter".split())
#: What begins a clause that completes interrupted speech.
CLAUSE_OPENERS = frozenset(
    "men och så för att utan eller eftersom därför vilket om jag vi det man ni du den de".split()
)
PAST_GESTURE = frozenset(
    "skrattar ler nickar pekar visar tittar suckar reser sätter lägger tar går skakar rycker".split()
)


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame: words ``first`` to ``last`` (half-open), the cue's words, the mention, and the rule that found it.

    ``continues`` is True where the words behind the frame belong to the sentence that it interrupts.
    """

    first: int
    last: int
    cue: tuple[int, int] | None
    entry: CueEntry | None
    mention: Mention | None
    rule: str
    continues: bool = False


def find_frame(words: Sequence[Word], first: int, last: int) -> Frame | None:
    """Return the first frame of the dash speech in words ``first`` to ``last``, or None."""
    for i in range(first + 1, last):
        if _at_border(words, i, first):
            frame = frame_at(words, i, first, last)
            if frame is not None:
                return frame
    return _without_comma(words, first, last) or _verbless(words, first, last)


def frame_at(words: Sequence[Word], i: int, first: int, last: int) -> Frame | None:
    """Return the frame that begins at word ``i``, just behind the words that it frames, or None."""
    return (
        document_frame(words, i, first, last)
        or _inverted(words, i, first, last)
        or _with_auxiliary(words, i, first, last)
        or _by_noun(words, i, first, last)
        or _enligt(words, i, last)
        or _as_puts_it(words, i, last)
    )


#: ``– Heja!, ekade det från läktaren``
_SOUNDS = ("ekade", "ekar", "hördes", "hörs", "ljöd", "ljuder", "skallade", "skallar")


def document_frame(words: Sequence[Word], i: int, first: int, last: int) -> Frame | None:
    """``, står det i dagens recension.`` and ``, framgår det av en vägledning``: a document speaks."""
    if i + 3 >= last or words[i].lower not in (
        "står",
        "stod",
        "heter",
        "hette",
        "framgår",
        "framgick",
        "skriver",
        "läser",
        *_SOUNDS,
    ):
        return None
    prepositions = ("från",) if words[i].lower in _SOUNDS else ("i", "av", "på")
    if words[i + 1].lower not in ("det", "man", "de") or words[i + 2].lower not in prepositions:
        return None
    mention = mention_after(words, i + 3, last)
    if mention is None:
        return None
    end, continues = _frame_end(words, mention, last)
    return Frame(_border(words, i, first), end, (i, i + 1), STANDS, mention, "dash-stands-in", continues)


def _at_border(words: Sequence[Word], i: int, first: int) -> bool:
    """A frame begins behind a comma, a final mark, a closing quotation mark or a dash."""
    before = words[i - 1]
    return i - 1 >= first and (before.text == "," or before.is_stop or before.text in CLOSERS or before.is_dash)


def _inverted(words: Sequence[Word], i: int, first: int, last: int) -> Frame | None:
    """``, säger Maja Tornberg, enhetschef i Alvsund.``"""
    found = cue_at(words, i)
    start = i
    if found is None and words[i].lower in ("så", "det") and i + 1 < last:  # ", så säger hon"
        found, start = cue_at(words, i + 1), i + 1
        if found is not None and found[0].tier != "A":
            found = None
    if found is None:
        return _any_verb(words, i, first, last)
    entry, behind = found
    if not words[start].is_finite and words[start].pos not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "X"):
        return None
    stray = entry.tier == "A" and behind + 1 < last and words[behind].text == "," and words[behind + 1].label == "PER"
    mention = mention_after(words, behind + stray, last)  # "säger, Bo Ek"
    if mention is None:
        return None
    if words[i - 1].is_stop and words[i].is_capital:
        return None  # "Säger man så?" is a sentence of its own
    if mention.kind == "noun" and not _may_say(words, mention, entry, last):
        return None
    end, continues = _frame_end(words, mention, last)
    return Frame(_border(words, i, first), end, (start, behind), entry, mention, "dash-frame", continues)


_AUXILIARIES = frozenset("kan kunde vill ville får fick hade har".split())


def _with_auxiliary(words: Sequence[Word], i: int, first: int, last: int) -> Frame | None:
    """``, kunde räddningschefen Per Ek meddela på fredagen.``: the cue is an infinitive or a supine behind its subject."""
    if words[i].lower not in _AUXILIARIES or words[i].is_capital:
        return None
    mention = mention_after(words, i + 1, last)
    if mention is None or mention.kind not in ("name", "body") or mention.last >= last:
        return None
    behind = mention.last
    while behind < last - 1 and words[behind].lower in ("nu", "också", "även", "redan", "därefter", "senare", "sedan"):
        behind += 1
    found = cue_at(words, behind)
    if found is None or found[0].tier not in ("A", "B") or words[behind].is_finite:
        return None
    end, continues = _frame_end(words, Mention(mention.first, found[1], mention.kind), last)
    if continues:
        return None
    return Frame(_border(words, i, first), end, (behind, found[1]), found[0], mention, "dash-frame")


#: What somebody's words are: ", var borgmästaren Ivar Tolls råd".
_SAYINGS = frozenset(
    "råd svar besked budskap kommentar uppmaning hälsning slutsats omdöme sammanfattning reaktion förklaring ord".split()
)


def _by_noun(words: Sequence[Word], i: int, first: int, last: int) -> Frame | None:
    """``, var borgmästaren Ivar Tolls råd till scouterna.``: what was said is a noun that the speaker owns."""
    if words[i].lower not in ("var", "är", "blev", "blir", "löd", "lyder") or words[i - 1].text != ",":
        return None
    mention = mention_after(words, i + 1, min(last, i + 8))
    if mention is None or mention.kind != "name" or mention.last >= last:
        return None
    noun = next((k for k in range(mention.last, min(mention.last + 3, last)) if words[k].lower in _SAYINGS), None)
    if noun is None or not words[mention.last - 1].lower.endswith("s"):
        return None
    entry = CueEntry(words[noun].lower, "B", "neutral")
    end = sentence_end(words, noun, last)
    return Frame(_border(words, i, first), end, (noun, noun + 1), entry, mention, "dash-noun")


def _may_say(words: Sequence[Word], mention: Mention, entry: CueEntry, last: int) -> bool:
    """A noun phrase behind a cue speaks where it means somebody; *säger* at the end of a sentence vouches for any."""
    if words[mention.first].is_capital or can_speak(" ".join(w.text for w in words[mention.first : mention.last])):
        return entry.tier in ("A", "B") or _closes(words, mention.last, last)
    return entry.lemma == "säga" and _closes(words, mention.last, last) and words[mention.last - 1].definite


def _any_verb(words: Sequence[Word], i: int, first: int, last: int) -> Frame | None:
    """Any verb may be a cue in inverted order before a name: ``, flikar Bo Ek in.``; not behind *När …*."""
    word = words[i]
    if not word.is_finite or word.pos != "VERB" or word.is_capital:
        return None
    mention = mention_after(words, i + 1, last)
    if mention is None or mention.kind not in ("name", "pronoun") or words[mention.first].lower == "av":
        return None  # "besvarades av Elin Skogh": what was asked is not hers
    if _subordinate_before(words, i, first):
        return None
    if mention.kind == "pronoun" and not _closes(words, mention.last, last):
        return None
    end, continues = _frame_end(words, mention, last)
    if continues or not (_closes(words, mention.last, last, particle=True) or _goes_on_acting(words, mention, last)):
        return None
    return Frame(
        _border(words, i, first), end, (i, i + 1), CueEntry(word.lower, "C", "neutral"), mention, "dash-any-verb"
    )


def _goes_on_acting(words: Sequence[Word], mention: Mention, last: int) -> bool:
    """``, stönar Tim Ryd ⟦och skakar på huvudet⟧.``: a scene behind the name, to the end of the sentence."""
    k = mention.last
    return (
        mention.kind == "name"
        and mention.last - mention.first > 1
        and k + 1 < last
        and words[k].lower in ("och", "innan", "medan")
        and (words[k + 1].is_finite or words[k].lower != "och")
        and not any(w.text == "," for w in words[k : sentence_end(words, k, last)])
    )


def _subordinate_before(words: Sequence[Word], i: int, first: int) -> bool:
    """The clause before the comma begins with *När*, *Om* …: then inversion is only word order."""
    j = i - 2
    while j >= first and not words[j].is_stop:
        j -= 1
    return words[j + 1].lower in SUBORDINATE if j + 1 < i else False


def _closes(words: Sequence[Word], i: int, last: int, particle: bool = False) -> bool:
    """The frame may end here: at a stop, a comma, the end, or a bracket with a party."""
    if i < last and words[i].lower == "sig":
        i += 1
    if i >= last:
        return True
    if words[i].is_stop or words[i].text in (",", "(", ":") or words[i].is_dash:
        return True
    return particle and i + 1 <= last and (i + 1 == last or words[i + 1].is_stop or words[i + 1].text in (",", ":"))


def _enligt(words: Sequence[Word], i: int, last: int) -> Frame | None:
    """``, enligt Nils Ågren.``"""
    if words[i].lower != "enligt":
        return None
    mention = mention_after(words, i + 1, last)
    if mention is None:
        return None
    behind = words[mention.last : sentence_end(words, i, last)]
    described = bool(behind) and behind[0].lower in ("som", "i") and sum(w.is_finite for w in behind) < 2
    if not described and not _closes(words, mention.last, last):
        return None  # "enligt Elin Glad som är kommunikatör", "enligt Eva Ek i ett pressmeddelande"
    end, continues = _frame_end(words, mention, last)
    return Frame(i - 1, end, (i, i + 1), ENLIGT, mention, "dash-enligt", continues)


def _as_puts_it(words: Sequence[Word], i: int, last: int) -> Frame | None:
    """``, som Julia uttrycker det.``"""
    if words[i].lower != "som" or i + 2 >= last:
        return None
    mention = mention_after(words, i + 1, last)
    if mention is None or mention.kind not in ("name", "pronoun"):
        return None
    found = cue_at(words, mention.last)
    if found is None or words[min(found[1], last - 1)].lower not in ("det", "saken"):
        return None
    end, continues = _frame_end(words, Mention(mention.first, found[1] + 1, mention.kind), last)
    return Frame(i - 1, end, (mention.last, found[1]), found[0], mention, "dash-som-uttrycker", continues)


def _without_comma(words: Sequence[Word], first: int, last: int) -> Frame | None:
    """The comma is missing: ``– Det blir bra säger Bo Ek.``; a sure cue, a name, and the end of the sentence."""
    for i in range(first + 2, last):
        found = cue_at(words, i)
        if found is None or found[0].tier not in ("A", "B") or words[i - 1].lower in ("som", "vad", "att"):
            continue
        mention = mention_after(words, found[1], last)
        if mention is None or mention.kind not in ("name", "pronoun"):
            continue
        place = words[i - 1].label == "LOC" and mention.kind == "pronoun" and found[0].tier == "A"
        if words[i - 1].label and not place:
            continue
        points = words[i - 1].lower in ("det", "så") and i - 1 > first and words[i - 2].is_stop
        if words[i - 1].pos in ("PRON", "AUX", "ADV") and mention.kind == "pronoun" and not points:
            continue
        end, continues = _frame_end(words, mention, last)
        if not continues and _closes(words, mention.last, last):
            return Frame(i - points, end, (i, found[1]), found[0], mention, "dash-frame-no-comma")
    return None


def _verbless(words: Sequence[Word], first: int, last: int) -> Frame | None:
    """``– Vi är glada, Eva Ek, rektor.``: a name behind a comma or a stop, and nothing but its title after it."""
    for i in range(last - 1, first, -1):
        if words[i].label != "PER" or words[i - 1].name == words[i].name:
            continue
        if words[i - 1].text not in (",", "/") and not words[i - 1].is_stop:
            continue
        end = i
        while end < last and words[end].name == words[i].name:
            end += 1
        tail = words[end:last]
        if tail and tail[0].text not in (",", ".", "("):
            return None
        if any(w.is_finite for w in tail) or end - i < 2:
            return None
        return Frame(
            i - 1 if words[i - 1].text in (",", "/") else i, last, None, None, Mention(i, end, "name"), "dash-verbless"
        )
    return None


def _border(words: Sequence[Word], i: int, first: int) -> int:
    """Return where the frame begins: at the comma or dash before the cue; a ``.?!`` belongs to the words."""
    before = words[i - 1]
    if before.text == "," or before.is_dash:
        return i - 1
    if before.text in CLOSERS and i - 2 >= first and words[i - 2].text == ",":
        return i - 2
    return i


def _frame_end(words: Sequence[Word], mention: Mention, last: int) -> tuple[int, bool]:
    """Return where the frame ends, and whether the clause behind it completes the words before it."""
    end = sentence_end(words, mention.last - 1, last)
    colon = next((j for j in range(mention.last, end) if words[j].text == ":" and j + 1 < last), None)
    stop = end if colon is None else colon + 1
    j = mention.last
    relative = False
    while j < stop:
        if words[j].text == "," and j > mention.last and _tells_on(words, j + 1, stop):
            break
        if words[j].text == "," and not (relative and words[j + 1].is_finite) and _completes(words, j + 1, stop):
            return j + 1, True
        if words[j].text == "," and j + 1 < stop and words[j + 1].lower in ("som", "där"):
            relative = True  # "säger Ek, som tillsammans med Bo Alm, rektor, överlämnade checken"
        elif words[j].is_finite:
            relative = False
        if words[j].is_dash and j > mention.last and _completes(words, j + 1, stop):
            return j + 1, True
        j += 1
    return (end, False) if colon is None else (colon + 1, True)


def _tells_on(words: Sequence[Word], i: int, end: int) -> bool:
    """``, säger Knut Fors, ordförande, ⟦och hans bror Lars nickar⟧``: behind a speaker who was described the text goes on."""
    return (
        i + 2 < end
        and words[i].lower in ("och", "men")
        and words[i + 1].lower in ("hon", "han", "hennes", "hans")
        and any(w.is_finite for w in words[i + 2 : i + 6])
    )


def _completes(words: Sequence[Word], i: int, end: int) -> bool:
    """Tell whether the words from ``i`` complete interrupted speech: ``, är att bron håller`` and not ``, rektor i Boda``.

    Appositions, ages, relative clauses (*som …*), *och tillägger* and scenes (*när vi ses*) belong to the frame.
    """
    if i >= end:
        return False
    word = words[i]
    if word.lower in ("som", "vars", "medan", "där", "själv", "samt") or word.text[0].isdigit():
        return False
    if word.label == "PER" or _abbreviates_title(words, i, end):
        return False
    if word.lower in ("och", "men") and i + 1 < end and (words[i + 1].is_finite or cue_at(words, i + 1)):
        return False
    if word.lower in ("när", "sedan", "då") and i + 1 < end and words[i + 1].lower in _IN_SCENES:
        return False
    clause = words[i:end]
    verb = next((k for k, w in enumerate(clause) if w.is_finite), None)
    if verb is None:
        return word.lower in ("utan", "inte", "men", "även") and len(clause) > 3
    if word.is_finite or word.lower in CLAUSE_OPENERS or word.lower in OWN_VOICE or word.lower in SUBORDINATE:
        return True
    if part_of_title(word.text) and clause[verb - 1].lower in ("och", "samt"):
        return False  # ", rektor Boskolan och tillägger att"
    comma = next((k for k, w in enumerate(clause) if w.text == ","), len(clause))
    relative = next((k for k, w in enumerate(clause) if w.lower in ("som", "där")), len(clause))
    return verb < comma and verb < relative and verb <= 6


def _abbreviates_title(words: Sequence[Word], i: int, end: int) -> bool:
    """``, stf. vd på Bergfast``, ``, t.f. rektor``: a short word with its point, and a title behind it."""
    k = i
    while k < end and k - i < 3 and (words[k].text == "." or words[k].lower in _BEFORE_TITLES):
        k += 1
    return i < k < end and part_of_title(words[k].text)


_BEFORE_TITLES = word_set("abbreviations before titles") | set("tidigare nyvald nyblivna nybliven avgående".split())
#: Who stands in the scene of an interview: "när vi ses", "när hon beskriver hur vården har ändrats".
_IN_SCENES = frozenset(["vi", "kanalen", "tidningen", "han", "hon", "hen"])
#: First words of a sentence that goes on speaking.
_SPOKEN_OPENERS = frozenset("och men så man jag vi vårt vår mitt min därför ja nej".split())


def resumes(words: Sequence[Word], i: int, last: int, mention: Mention | None, flattened: bool = False) -> int:
    """Return the end of the speech that resumes at word ``i`` behind a finished frame, or ``i`` where none does.

    Narration ends it: a sentence whose subject is the speaker in third person ("Han har bott här i tjugo år"), or a
    pointer ("Det säger Bo Ek"). In flattened text, where narration shares the paragraph, only a sentence with the
    speaker's own voice or a spoken opener in the present tense resumes.
    """
    at = i
    flattened = flattened or _acts(words, i, mention) or _told_to_a_medium(words, i, mention)
    while at < last:
        end = sentence_end(words, at, last)
        if _is_narration(words, at, end, mention) or (flattened and not _sounds_spoken(words[at:end])):
            break
        at = end
    return at


def _acts(words: Sequence[Word], i: int, mention: Mention | None) -> bool:
    """``, säger hon och öppnar ett skåp.``: the frame tells a scene, which the next sentences go on telling."""
    if mention is None:
        return False
    tail = words[mention.last : i]
    for k in range(len(tail) - 1):
        if tail[k].lower == "och" and tail[k + 1].is_finite and cue_at(tail, k + 1) is None:
            return True
        if tail[k].lower in ("när", "medan") and any(w.is_finite for w in tail[k + 1 : k + 5]):
            return True
    return False


def _told_to_a_medium(words: Sequence[Word], i: int, mention: Mention | None) -> bool:
    """``, säger Bo Ek till P4 Alvsund.``: a paper that quotes the radio goes on telling in its own words."""
    tail = words[mention.last : i] if mention is not None else ()
    return any(a.lower in ("till", "för") and b.label == "ORG" for a, b in itertools.pairwise(tail))


def _sounds_spoken(sentence: Sequence[Word]) -> bool:
    own = any(w.lower in ("jag", "vi") for w in sentence[:4])
    verb = next((w for w in sentence if w.is_finite), None)
    present = verb is not None and verb.tense == "Pres"
    return own or (present and sentence[0].lower in _SPOKEN_OPENERS)


def _of_other_sex(pronoun: str, names: set[str]) -> bool:
    """``…, invänder Samir Odeh. Hon vet inte vad hon missar.``: *hon* is not Samir, so he goes on speaking of her."""
    sexes = {given_names()[n.capitalize()].gender for n in names if n.capitalize() in given_names()} - {""}
    return bool(sexes) and ("f" if pronoun == "hon" else "m") not in sexes


def _is_narration(words: Sequence[Word], i: int, end: int, mention: Mention | None) -> bool:
    sentence = words[i:end]
    if not sentence:
        return False
    own = any(w.lower in ("jag", "vi", "mig", "oss", "min", "mitt", "mina", "vår", "vårt", "våra") for w in sentence)
    names = (
        {words[k].lower for k in range(mention.first, mention.last) if words[k].label == "PER"} if mention else set()
    )
    if sentence[0].lower in ("men", "och", "så") and len(sentence) > 2:
        sentence = sentence[1:]
    subject = sentence[0]
    verb = next((k for k, w in enumerate(sentence) if w.is_finite), None)
    if not own and subject.lower in ("hans", "hennes") and len(sentence) > 2:
        return True  # "Hans blick fastnar på klockan"
    if not own and verb is not None and verb <= 3:
        if subject.lower in ("han", "hon") and verb == 1:
            return not _of_other_sex(subject.lower, names)
        if subject.lower in names or any(w.label == "PER" for w in sentence[: verb + 1]):
            return True
        for word in sentence[verb + 1 : verb + 2]:
            if word.lower in names or (word.lower in ("han", "hon") and not _of_other_sex(word.lower, names)):
                return True
    if not own and verb is not None and verb <= 8 and any(w.label == "PER" for w in sentence[:verb]):
        return True  # "Journalisten och grundaren Bo Ek har …"
    if not own and verb is not None and any(w.label == "PER" for w in sentence[verb + 1 : verb + 4]):
        return True  # "I en rapport kallar Emma Ek …": the narrator names somebody
    found = next((k for k in range(i, min(i + 3, end)) if cue_at(words, k)), None)
    return found is not None and subject.lower in ("det", "så") and any(w.label for w in sentence)
