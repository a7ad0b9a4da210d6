"""Where a frame ends: at the sentence's end, or where the clause behind it completes the words that it interrupts."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.quotes.cues import cue_at
from pipeline.stages.quotes.mentions import Mention, mention_after
from pipeline.stages.quotes.resuming import of_other_sex
from pipeline.stages.quotes.words import FIRST_PERSON, OWN_VOICE, Word, sentence_end
from pipeline.stages.roles.titles import is_title, part_of_title
from pipeline.word_sets import word_set

#: Openers of a subordinate clause: "När han kom, sprang Bo" is no frame.
SUBORDINATE = frozenset("när om eftersom medan sedan innan därför trots fast även ifall då efter".split())
#: What begins a clause that completes interrupted speech.
CLAUSE_OPENERS = frozenset(
    "men och så för att utan eller eftersom därför vilket om jag vi det man ni du den de".split()
)
#: Adverbs and prepositions that open such a clause with a second word only: "även om", "trots att", "efter att".
_WITH_SECOND = {"även": ("om",), "trots": ("att", "det"), "efter": ("att", "det"), "därför": ("att",)}


def opens_subordinate(words: Sequence[Word], i: int) -> bool:
    """Tell a word that opens a subordinate clause: ``⟦när⟧ bron stängs``, ``⟦även om⟧``; not ``även i år``, ``efter jul``."""
    seconds = _WITH_SECOND.get(words[i].lower)
    if words[i].lower not in SUBORDINATE or i + 1 >= len(words):
        return False
    return not words[i + 1].is_finite if seconds is None else words[i + 1].lower in seconds


_BEFORE_TITLES = word_set("abbreviations before titles") | set("tidigare nyvald nyblivna nybliven avgående".split())
#: Who stands in the scene of an interview: "när vi ses", "när hon beskriver hur vården har ändrats".
_IN_SCENES = frozenset(["vi", "kanalen", "tidningen", "han", "hon", "hen"])


def frame_end(words: Sequence[Word], mention: Mention, last: int) -> tuple[int, bool]:
    """Return where the frame ends, and whether the clause behind it completes the words before it."""
    end = sentence_end(words, mention.last - 1, last)
    colon = next((j for j in range(mention.last, end) if words[j].text == ":" and j + 1 < last), None)
    if colon is not None and _lists(words, mention.last, colon, end):
        colon = None
    stop = end if colon is None else colon + 1
    j = mention.last
    relative = False
    while j < stop:
        if words[j].text == "," and (
            _tells_on(words, j + 1, stop) if j > mention.last else tells_of_speaker(words, j + 1, stop, mention)
        ):
            break
        if (
            words[j].text == ","
            and not (relative and _is_in_relative(words, j + 1, stop))
            and _completes(words, j + 1, stop)
        ):
            return j + 1, True
        if words[j].text == "," and j + 1 < stop and words[j + 1].lower in ("som", "där"):
            relative = True  # "säger Ek, som tillsammans med Bo Alm, rektor, överlämnade", "…, där Torget, Hamnen och Kajen finns"
        elif words[j].is_finite:
            relative = False
        joins = words[j - 1].end == words[j].start and j + 1 < stop and words[j].end == words[j + 1].start  # Yrkes–VM
        if words[j].is_dash and not joins and j > mention.last and _completes(words, j + 1, stop):
            return j + 1, True
        j += 1
    return (end, False) if colon is None else (colon + 1, True)


def _lists(words: Sequence[Word], first: int, colon: int, end: int) -> bool:
    """``…, säger Siv Ek, som nämner tre verktyg: ⟦Kompassen, Kartan och Boken⟧.``: the narrator's list in a clause on her."""
    clause = next((k for k in range(first, colon) if words[k].lower in ("som", "där")), colon)
    told = any(w.is_finite for w in words[clause:colon]) and words[colon - 1].pos not in ("VERB", "AUX")
    return told and not any(w.is_finite for w in words[colon + 1 : end])


def _is_in_relative(words: Sequence[Word], i: int, end: int) -> bool:
    """``…, där Torget, ⟦Hamnen och Kajen finns⟧``: behind a comma a relative clause goes on that still waits for its verb."""
    return i < end and (words[i].is_finite or words[i].lower not in CLAUSE_OPENERS)


def _tells_on(words: Sequence[Word], i: int, end: int) -> bool:
    """``, säger Knut Fors, ordförande, ⟦och hans bror Lars nickar⟧``: behind a speaker who was described the text goes on."""
    return (
        i + 2 < end
        and words[i].lower in ("och", "men")
        and words[i + 1].lower in ("hon", "han", "hennes", "hans")
        and any(w.is_finite for w in words[i + 2 : i + 6])
    )


def tells_of_speaker(words: Sequence[Word], i: int, end: int, mention: Mention) -> bool:
    """``– Det blir bra, säger Siv Ek, ⟦men hon är orolig⟧``: the narrator's words of the speaker.

    Not where the words before have named somebody whom the pronoun may mean: "– Rut är stark, säger Siv Ek, men hon är trött".
    """
    opener = words[i].lower if i < end else ""
    second = words[min(i + 1, end - 1)].lower if i < end else ""
    # "…, ⟦och när han får frågan blir han tyst⟧"
    clause = second in ("när", "innan", "medan", "då", "om") and not any(w.lower in FIRST_PERSON for w in words[i:end])
    k = i + (2 if clause or (opener, second) in (("även", "om"), ("trots", "att")) else 1)
    if opener not in ("och", "men", "fast", "även", "trots") or k + 1 >= end or words[k].lower not in ("han", "hon"):
        return False
    pronoun, speaker = words[k].lower, words[mention.first : mention.last]
    if mention.kind == "pronoun" and speaker[0].lower != pronoun:
        return False
    if of_other_sex(pronoun, {w.lower for w in speaker if w.label == "PER"}):
        return False
    before = words[max(0, mention.first - _AS_FAR) : mention.first]
    told = any(w.label == "PER" or w.lower == pronoun for w in before)
    return not told and any(w.is_finite for w in words[k + 1 : min(k + 4, end)])


#: Words before a frame among which somebody may be named.
_AS_FAR = 40


def _is_scene(clause: Sequence[Word]) -> bool:
    """Tell what goes on beside the words: ``när vi ses``, ``när Alvsundsposten når honom``, ``innan hon vinkar in nästa bil``."""
    if len(clause) < 2:
        return False
    opener, second = clause[0].lower, clause[1]
    if opener in ("när", "sedan", "då"):
        reached = second.label == "ORG" and any(w.lower in ("honom", "henne", "dem") for w in clause)
        return reached or second.lower in _IN_SCENES
    leaves = opener == "innan" and len(clause) > 2 and second.lower in ("han", "hon", "hen")
    return leaves and not any(w.text == "," or w.lower in OWN_VOICE for w in clause)


def _is_the_one_who(clause: Sequence[Word]) -> bool:
    """``, forskare på Sjörådet, ⟦och den som leder arbetet⟧``, ``⟦och en av dem som byggde kajen⟧``: who speaks, once more."""
    if len(clause) < 4 or clause[0].lower not in ("och", "samt"):
        return False
    at = 4 if [w.lower for w in clause[1:4]] in (["en", "av", "dem"], ["en", "av", "de"]) else 2
    who = at == 4 or clause[1].lower in ("den", "hon", "han")
    if not who or at + 1 >= len(clause) or clause[at].lower != "som":
        return False
    return clause[at + 1].is_finite and sum(w.is_finite for w in clause[at:]) == 1


def _completes(words: Sequence[Word], i: int, end: int) -> bool:
    """Tell whether the words from ``i`` complete interrupted speech: ``, är att bron håller`` and not ``, rektor i Boda``.

    Appositions, ages, relative clauses (*som …*), *och tillägger* and scenes (*när vi ses*) belong to the frame.
    """
    if i >= end:
        return False
    word = words[i]
    if word.lower in ("som", "vars", "medan", "där", "själv", "samt") or word.text[0].isdigit():
        return False
    if word.label == "PER" or (word.lower == "eller" and i + 1 < end and words[i + 1].label == "PER"):
        return False  # ", eller Bo Ek som han heter"
    if _abbreviates_title(words, i, end) or _is_second_frame(words, i, end):
        return False
    if word.lower in ("och", "men") and i + 1 < end and (words[i + 1].is_finite or cue_at(words, i + 1)):
        return _is_condition(words, i + 1, end)
    clause = words[i:end]
    if _is_scene(clause) or _is_the_one_who(clause):
        return False
    if is_title(word.text) and len(clause) > 2 and clause[1].lower == "och" and clause[2].lower in _ENGAGED:
        return False  # ", lärare och aktiv i nätverket Rör inte min skola"
    begins = next((k for k, w in enumerate(clause) if w.lower in SUBORDINATE), len(clause))
    if 0 < begins < len(clause) and all(_measures(w) for w in clause[:begins]):
        return False  # ", bara några minuter innan jakten avbröts"
    if (
        len(clause) <= 5
        and any(is_title(w.text) for w in clause[-2:])
        and not any(w.lower in OWN_VOICE for w in clause)
    ):
        return False  # ", KSK:s tillförordnade förvaltningschef"
    verb = next((k for k, w in enumerate(clause) if w.is_finite), None)
    if verb is None:
        both = word.lower == "både" and any(w.lower == "och" for w in clause)  # ", både före och efter rånet"
        return (both or word.lower in ("utan", "inte", "men", "även")) and len(clause) > 3
    if word.is_finite or word.lower in CLAUSE_OPENERS or word.lower in OWN_VOICE or word.lower in SUBORDINATE:
        return True
    if part_of_title(word.text) and clause[verb - 1].lower in ("och", "samt"):
        return False  # ", rektor Boskolan och tillägger att"
    comma = next((k for k, w in enumerate(clause) if w.text == ","), len(clause))
    relative = next((k for k, w in enumerate(clause) if w.lower in ("som", "där")), len(clause))
    return verb < comma and verb < relative and verb <= 6


_CONDITIONED = frozenset("är blir var vore finns går ska skulle kommer händer".split())


def _is_condition(words: Sequence[Word], i: int, end: int) -> bool:
    """``– Jag stannar i höst, säger Siv Alm, men ⟦blir det ingen ändring går jag⟧.``: *if* told by the verb first."""
    if i + 2 >= end or cue_at(words, i):
        return False
    subject = words[i + 1].lower
    own = subject in ("vi", "jag", "ni", "du", "man")
    return (own or (subject == "det" and words[i].lower in _CONDITIONED)) and any(
        w.is_finite for w in words[i + 2 : end]
    )


def _is_second_frame(words: Sequence[Word], i: int, end: int) -> bool:
    """``– Vi väntar, säger Siv Alm, ⟦skriver Alvsunds Allehanda⟧.``: who handed it on, and no more words of hers."""
    found = cue_at(words, i) if words[i].is_finite else None
    said_by = mention_after(words, found[1], end) if found is not None and found[0].tier in ("A", "B") else None
    if said_by is None or said_by.kind == "pronoun" or (said_by.kind == "noun" and not words[said_by.first].is_capital):
        return False
    behind = words[said_by.last : end]
    return not any(w.is_finite or w.text == "," for w in behind)


_ENGAGED = frozenset("aktiv engagerad verksam medlem initiativtagare medgrundare".split())
_MEASURES = frozenset(
    "bara strax kort precis samtidigt några någon en ett par timme timmar minut minuter sekunder stund dag dagar vecka veckor "
    "månad månader år dagen kvällen".split()
)


def _measures(word: Word) -> bool:
    """A word of how long before or after something: *bara*, *några*, *minuter*, *tre*."""
    return word.lower in _MEASURES or word.pos == "NUM"


def _abbreviates_title(words: Sequence[Word], i: int, end: int) -> bool:
    """``, stf. vd på Bergfast``, ``, t.f. rektor``: a short word with its point, and a title behind it."""
    k = i
    while k < end and k - i < 3 and (words[k].text == "." or words[k].lower in _BEFORE_TITLES):
        k += 1
    return i < k < end and part_of_title(words[k].text)
