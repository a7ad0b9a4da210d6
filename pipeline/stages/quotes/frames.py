"""Frames in a dash speech: where the words end and the attribution begins, and whether speech resumes behind it.

– ⟦Det viktiga⟧‹, säger Tage Brodén,› ⟦är att bron håller.⟧
– ⟦Beslutet var rätt⟧‹, säger hon.› ⟦Och alla som undrar får ringa mig.⟧
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.quotes.agents import can_speak, kind_of_phrase
from pipeline.stages.quotes.cues import CueEntry, cue_at
from pipeline.stages.quotes.frame_ends import SUBORDINATE, frame_end
from pipeline.stages.quotes.mentions import PREPOSITIONS, Mention, mention_after
from pipeline.stages.quotes.shadow import CLOSERS, MARKS
from pipeline.stages.quotes.words import FIRST_PERSON, OWN_VOICE, POSSESSIVES, Word, sentence_end
from pipeline.stages.roles.titles import part_of_title
from pipeline.word_sets import word_set

ENLIGT = CueEntry("enligt", "A", "neutral")
STANDS = CueEntry("stå", "A", "neutral")


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
            if frame is not None and not _is_told(words, frame, first, last):
                return frame
    bare = _without_comma(words, first, last)
    bare = None if bare is not None and _is_told(words, bare, first, last) else bare
    return bare or _verbless(words, first, last)


#: What others say in somebody's own tale.
_TOLD = frozenset("säga fråga svara ropa skrika undra".split())
_I = frozenset("jag mig mej min mitt mina".split())


def _is_told(words: Sequence[Word], frame: Frame, first: int, last: int) -> bool:
    """``Pappa var emot det. ”Du blir fattig” ‹sa han›.``: what another said, in the speaker's own tale.

    The frame is in the past, of nobody by name: behind marks that open a sentence behind others, of *han* or with the tale
    going on; in words of *jag* where *de* say it, or in a sentence on *hon* who says it behind one on *jag*.
    """
    if frame.cue is None or frame.entry is None or frame.entry.lemma not in _TOLD or frame.mention is None:
        return False
    mention, behind = frame.mention, words[frame.mention.last : last]
    if words[frame.cue[0]].tense != "Past" or mention.kind not in ("pronoun", "noun"):
        return False
    own = any(w.lower in FIRST_PERSON for w in behind)
    closed = next((k for k in (frame.cue[0] - 1, frame.cue[0] - 2) if k > first and words[k].text in MARKS), None)
    if closed is not None:
        opened = next((k for k in range(closed - 1, first, -1) if words[k].is_mark), first)
        next_word = words[min(frame.last, last - 1)].lower
        goes_on = own or mention.kind == "pronoun" or next_word in ("men", "och", "så", "då")
        return opened > first and words[opened - 1].is_stop and goes_on
    if words[mention.first].lower in ("de", "dom"):
        return own and any(w.lower in _I for w in behind)
    start = next((k + 1 for k in range(frame.first - 1, first, -1) if words[k].is_stop), first)
    told = words[start].lower == words[mention.first].lower in ("han", "hon")
    return own and told and any(w.lower in _I for w in words[first:start])


def frame_at(words: Sequence[Word], i: int, first: int, last: int) -> Frame | None:
    """Return the frame that begins at word ``i``, just behind the words that it frames, or None."""
    return (
        document_frame(words, i, first, last)
        or _inverted(words, i, first, last)
        or _with_auxiliary(words, i, first, last)
        or _heard_saying(words, i, first, last)
        or _by_noun(words, i, first, last)
        or _by_no_name(words, i, first, last)
        or _all_that_was_said(words, i, first, last)
        or _enligt(words, i, first, last)
        or _as_puts_it(words, i, last)
    )


#: ``– Heja!, ekade det från läktaren``
_SOUNDS = ("ekade", "ekar", "hördes", "hörs", "ljöd", "ljuder", "skallade", "skallar")


#: ``– Sätt er!, kom det från bänkraderna``
_COMES = ("kom", "kommer", "löd", "lyder")


def heard_from(words: Sequence[Word], frame: Frame) -> bool:
    """Tell what sounds somewhere, ``ekade det från läktaren``, and does not go on."""
    sounds = frame.cue is not None and words[frame.cue[0]].lower in (*_SOUNDS, *_COMES)
    return sounds and frame.rule == "dash-stands-in"


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
        *_COMES,
    ):
        return None
    sounds = words[i].lower in (*_SOUNDS, *_COMES)
    prepositions = ("från",) if sounds else ("i", "av", "på")
    if words[i].lower in _SOUNDS and words[i + 1].lower == "från":  # ", hördes från publiken"
        heard = mention_after(words, i + 2, last)
        end = sentence_end(words, i, last)
        closed = heard is not None and (heard.last >= last or words[heard.last].is_stop)
        return Frame(_border(words, i, first), end, (i, i + 1), STANDS, heard, "dash-stands-in") if closed else None
    if words[i + 1].lower not in ("det", "man", "de") or words[i + 2].lower not in prepositions:
        return None
    mention = mention_after(words, i + 3, last)
    if words[i + 3].lower == "det" and i + 5 < last and words[i + 4].pos == "NOUN" and words[i + 5].lower == "som":
        mention = Mention(i + 3, i + 5, "noun")  # "i det uttalande som kommunen skickar ut"
    if mention is None:
        return None
    end, continues = frame_end(words, mention, last)
    if words[i].lower in _COMES and (continues or words[end - 1].text == "?"):
        return None  # "– Vad hörde du, kom det från skogen?"
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
    if behind + 1 < last and words[behind].lower == words[start].lower:
        behind += 1  # "säger säger Bo Ek"
    if not words[start].is_finite and words[start].pos not in ("VERB", "AUX", "NOUN", "PROPN", "ADJ", "X"):
        return None
    stray = entry.tier == "A" and behind + 1 < last and words[behind].text == "," and words[behind + 1].label == "PER"
    mention = mention_after(words, _past_self(words, behind + stray), last)  # "säger, Bo Ek"
    if mention is None:
        return None
    particle = entry.lemma.partition(" ")[2]
    if mention.last - mention.first > 1 and words[mention.last - 1].lower == particle:
        mention = Mention(mention.first, mention.last - 1, mention.kind)  # ", skjuter mamma in", which the tagger joins
    if words[i - 1].is_stop and words[i].is_capital:
        return None  # "Säger man så?" is a sentence of its own
    if mention.last + 1 < last and words[mention.last].lower == "till" and words[mention.last + 1].lower in _ME:
        return None  # "– ”Gå hem”, sa chefen till mig, berättar Bo Ek": the speaker's own tale
    if mention.kind == "noun" and not _may_say(words, mention, entry, last):
        return None
    end, continues = frame_end(words, mention, last)
    return Frame(_border(words, i, first), end, (start, behind), entry, mention, "dash-frame", continues)


_ME = frozenset(["mig", "mej", "oss"])
_BETWEEN = frozenset("nu också även redan därefter senare sedan tidigare nyligen förut länge ofta alltid".split())
_AUXILIARIES = frozenset(
    "kan kunde vill ville får fick hade har brukar brukade lär ska skall skulle måste hann hinner påstås skyndar skyndade".split()
)


def _past_self(words: Sequence[Word], i: int) -> int:
    """``, frågar ⟦sig⟧ Bo Ek.``: return where the speaker stands, behind a verb's own *sig*."""
    return i + 1 if i < len(words) and words[i].lower == "sig" else i


def _with_auxiliary(words: Sequence[Word], i: int, first: int, last: int) -> Frame | None:
    """``, kunde räddningschefen Per Ek meddela på fredagen.``, ``, brukade hon säga.``: the cue behind its subject is no finite verb."""
    if words[i].lower not in _AUXILIARIES or words[i].is_capital:
        return None
    mention = mention_after(words, _past_self(words, i + 1), last)
    if mention is None or mention.kind not in ("name", "body", "pronoun") or mention.last >= last:
        return None
    behind = mention.last
    while behind < last - 1 and (words[behind].lower in _BETWEEN or words[behind].lower in ("ha", "sig", "att")):
        behind += 1
    found = cue_at(words, behind)
    verb = words[behind]
    if found is None and words[i].lower in ("brukar", "brukade") and verb.pos == "VERB" and not verb.is_finite:
        found = CueEntry(verb.lower, "B", "neutral"), behind + 1  # ", brukar han skoja."
    if found is None or found[0].tier not in ("A", "B") or verb.is_finite:
        return None
    end, continues = frame_end(words, Mention(mention.first, found[1], mention.kind), last)
    if continues:
        return None
    return Frame(_border(words, i, first), end, (behind, found[1]), found[0], mention, "dash-frame")


_CRIES = frozenset("ropa skrika säga viska muttra mumla sucka vråla skratta fråga".split())


def _heard_saying(words: Sequence[Word], i: int, first: int, last: int) -> Frame | None:
    """``! hördes ⟦någon⟧ ropa bakifrån.``: what is heard is somebody who says it."""
    if words[i].lower not in ("hördes", "hörs"):
        return None
    cry = next((k for k in range(i + 2, min(i + 6, last)) if words[k].lower in _CRIES), None)
    mention = None if cry is None else mention_after(words, i + 1, cry)
    if cry is None or mention is None or mention.last != cry:
        return None
    end, continues = frame_end(words, Mention(mention.first, cry + 1, mention.kind), last)
    entry = CueEntry(words[cry].lower, "B", "neutral")
    return None if continues else Frame(_border(words, i, first), end, (cry, cry + 1), entry, mention, "dash-frame")


#: What somebody's words are: ", var borgmästaren Ivar Tolls råd".
_SAYINGS = frozenset(
    "råd svar besked budskap kommentar uppmaning hälsning slutsats omdöme sammanfattning reaktion förklaring ord".split()
)


def _by_noun(words: Sequence[Word], i: int, first: int, last: int) -> Frame | None:
    """``, var borgmästaren Ivar Tolls råd till scouterna.``: what was said is a noun that the speaker owns, or comes from.

    Behind marks without a comma too, and with party letters: ``”…” var kommunalrådet Rut Eks (S) inledande ord``.
    """
    closed = words[i - 1].text == "," or words[i - 1].text in CLOSERS
    if words[i].lower not in ("var", "är", "blev", "blir", "löd", "lyder", "kom", "kommer") or not closed:
        return None
    answer = next((k for k in range(i + 1, min(i + 4, last - 1)) if words[k].lower in _SAID), None)
    if answer is not None and words[answer + 1].lower == "från":  # ", löd det korta svaret från Bo Ek"
        source = mention_after(words, answer + 2, last)
        between = all(w.lower == "det" or w.pos == "ADJ" for w in words[i + 1 : answer])
        if source is not None and between and _closes(words, source.last, last):
            entry = CueEntry(words[answer].lower, "B", "neutral")
            end = sentence_end(words, answer, last)
            return Frame(_border(words, i, first), end, (answer, answer + 1), entry, source, "dash-noun")
    mention = mention_after(words, i + 1, min(last, i + 8))
    owner = words[i + 1].text if i + 2 < last and words[i + 2].lower in _SAYINGS else ""
    if owner.islower() and owner.endswith("s") and can_speak(owner[:-1]):
        mention = Mention(i + 1, i + 2, "name")  # ", är systerns kommentar om konserten"
    if mention is None or mention.kind != "name" or mention.last >= last:
        return None
    behind = mention.last
    if words[behind].text == "(":
        behind = next((k + 1 for k in range(behind, min(behind + 4, last)) if words[k].text == ")"), behind)
    noun = next((k for k in range(behind, min(behind + 3, last)) if words[k].lower in _SAYINGS), None)
    if noun is None or not words[mention.last - 1].lower.endswith("s"):
        return None
    entry = CueEntry(words[noun].lower, "B", "neutral")
    end = sentence_end(words, noun, last)
    return Frame(_border(words, i, first), end, (noun, noun + 1), entry, mention, "dash-noun")


#: What was said by its noun, whoever said it.
_SAID = frozenset("svaret beskedet budskapet kommentaren omdömet slutsatsen reaktionen förklaringen".split())


def _by_no_name(words: Sequence[Word], i: int, first: int, last: int) -> Frame | None:
    """``, säger man där.``, ``, blev svaret.``, ``, var hennes kommentar.``: a frame all the same, though it names nobody."""
    if words[i - 1].text != "," or i + 1 >= last:
        return None
    word, subject = words[i].lower, words[i + 1].lower
    found = cue_at(words, i)
    if word in ("går", "gick") and [w.lower for w in words[i + 1 : i + 4]] == ["det", "att", "läsa"]:
        behind = i + 4  # ", går det att läsa."
        if behind < last and not words[behind].is_stop:
            return None
        return Frame(_border(words, i, first), sentence_end(words, i, last), (i, i + 1), STANDS, None, "dash-noun")
    if subject == "man" and found is not None and found[1] == i + 1 and words[i].is_finite:
        behind = i + 2 + (i + 2 < last and words[i + 2].lower in ("här", "där"))
        mention, entry = Mention(i + 1, behind, "noun"), found[0]
        if behind + 2 < last and words[behind].lower == "i" and words[behind + 1].lower in ("sitt", "sin", "sina"):
            behind += 3  # ", skriver man i sitt remissvar."
    elif word in ("var", "är", "blev", "blir", "löd", "lyder", "kommer", "kom") and subject in _SAID:
        behind = i + 2 + (i + 2 < last and words[i + 2].pos in ("ADV", "ADJ"))
        mention, entry = Mention(i + 1, i + 2, "noun"), CueEntry(subject, "B", "neutral")
    elif word in ("var", "är", "blev", "blir", "löd", "lyder") and subject in POSSESSIVES and i + 2 < last:
        noun = i + 2 + (words[i + 2].pos == "ADJ" and i + 3 < last)
        behind = noun + 1
        mention, entry = Mention(i + 1, i + 2, "pronoun"), CueEntry(words[noun].lower, "B", "neutral")
        if words[noun].lower not in _SAYINGS:
            return None
    else:
        return None
    related = behind < last and words[behind].lower == "som"  # ", löd kommentaren som senare togs bort."
    if behind < last and not words[behind].is_stop and not related:
        return None
    end = sentence_end(words, i, last)
    return Frame(_border(words, i, first), end, (i, i + 1), entry, mention, "dash-noun")


#: How much of all that somebody said it was: "det ⟦enda⟧ hon fick fram".
_OF_ALL = frozenset("enda första sista mesta".split())


def _all_that_was_said(words: Sequence[Word], i: int, first: int, last: int) -> Frame | None:
    """``, var det enda hon fick fram.``, ``, var allt Bo Ek sade efteråt.``: who speaks is the subject of the clause."""
    if words[i].lower not in ("var", "är", "blev") or words[i].is_capital or i + 3 >= last:
        return None
    at = i + 2
    if words[i + 1].lower == "det" and words[at].lower in _OF_ALL:
        at += 1
    elif words[i + 1].lower not in ("allt", "vad"):
        return None
    at += words[min(at, last - 1)].lower == "som"
    mention = mention_after(words, at, last)
    if mention is None or mention.kind == "body" or mention.last >= last or not words[mention.last].is_finite:
        return None
    if mention.kind == "noun" and not can_speak(" ".join(w.text for w in words[mention.first : mention.last])):
        return None
    cue = (mention.last, mention.last + 1)
    entry = CueEntry(words[mention.last].lower, "B", "neutral")
    return Frame(_border(words, i, first), sentence_end(words, i, last), cue, entry, mention, "dash-noun")


def _may_say(words: Sequence[Word], mention: Mention, entry: CueEntry, last: int) -> bool:
    """A noun phrase behind a cue speaks where it means somebody; a sure cue at the end of a sentence vouches for any."""
    if words[mention.first].lower == "någon" and entry.tier in ("A", "B", "C"):  # "skrek någon längst bak"
        return not any(w.is_finite for w in words[mention.last : sentence_end(words, mention.first, last)])
    phrase, behind = " ".join(w.text for w in words[mention.first : mention.last]), mention.last
    if behind < last and words[behind].lower == entry.lemma.partition(" ")[2]:
        behind += 1  # ", fyller mamma ⟦i⟧."
    if words[mention.first].is_capital or can_speak(phrase):
        return entry.tier in ("A", "B") or _closes(words, behind, last)
    described = behind < last and words[behind].lower in _DESCRIBES
    somebody = words[mention.last - 1].definite or words[mention.first].lower in ("en", "ett", "den", "det")
    sure = entry.lemma == "säga" or (entry.tier != "B" and entry.lemma not in _OF_OTHER_THINGS)
    closes = _closes(words, behind, last)
    return sure and somebody and (closes or (described and entry.lemma == "säga"))


#: What may follow who says something: "säger tjejgänget ⟦i⟧ kör", "säger varvet ⟦genom⟧ sin vd".
_DESCRIBES = frozenset("som i på vid från hos genom om till med".split())
#: Cues that as well tell what no one says: "– Trots det, fortsätter arbetet.", "– Jag är lugn, känner en stor glädje."
_OF_OTHER_THINGS = frozenset(
    "fortsätta inleda avsluta låta börja sluta hälsa visa bekräfta understryka känna uppleva minnas uppskatta".split()
)


def _any_verb(words: Sequence[Word], i: int, first: int, last: int) -> Frame | None:
    """Any verb may be a cue in inverted order before a name: ``, flikar Bo Ek in.``; not behind *När …*."""
    word = words[i]
    if not word.is_finite or word.pos != "VERB" or word.is_capital:
        return None
    mention = mention_after(words, _past_self(words, i + 1), last)
    kin = mention is not None and mention.kind == "noun" and _is_kin(words, mention, last)
    if mention is None or not (kin or mention.kind in ("name", "pronoun")) or words[mention.first].lower == "av":
        return None  # "besvarades av Elin Skogh": what was asked is not hers
    if _subordinate_before(words, i, first):
        return None
    particle = mention.last < last and words[mention.last].lower in _PARTICLES
    if mention.kind == "pronoun" and not _closes(words, mention.last, last, particle=particle):
        return None
    end, continues = frame_end(words, mention, last)
    if continues or not (_closes(words, mention.last, last, particle=True) or _goes_on_acting(words, mention, last)):
        return None
    return Frame(
        _border(words, i, first), end, (i, i + 1), CueEntry(word.lower, "C", "neutral"), mention, "dash-any-verb"
    )


#: Particles of verbs for saying: "räknar hon ⟦upp⟧", "skjuter han ⟦in⟧".
_PARTICLES = frozenset("upp in ut till fram ifrån med".split())


def _is_kin(words: Sequence[Word], mention: Mention, last: int) -> bool:
    """``, rättar ⟦maken⟧.``, ``, hyssjar ⟦dottern⟧.``: somebody of the family, and the end of the sentence."""
    one = mention.last - mention.first == 1 and words[mention.first].definite
    closed = mention.last >= last or words[mention.last].is_stop
    return one and closed and words[mention.first].lower in word_set("kin before a given name")


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
    if i < last and words[i].lower in ("sig", "då"):  # ", löd svaret då."
        i += 1
    if i >= last:
        return True
    if words[i].is_stop or words[i].text in (",", "(", ":") or words[i].is_dash:
        return True
    return particle and i + 1 <= last and (i + 1 == last or words[i + 1].is_stop or words[i + 1].text in (",", ":"))


def _is_cited(words: Sequence[Word], mention: Mention, first: int, last: int) -> bool:
    """``– De har målat två gånger, enligt ⟦pappren⟧. Jag har inte sett en pensel.``: what somebody with a voice refers to."""
    phrase = " ".join(w.text for w in words[mention.first : mention.last])
    if (
        mention.kind != "noun"
        or kind_of_phrase(phrase) != "document"
        or sentence_end(words, mention.first, last) >= last
    ):
        return False
    return any(w.lower in ("jag", "mig", "min", "mitt", "mina") for w in words[first:last])


def _enligt(words: Sequence[Word], i: int, first: int, last: int) -> Frame | None:
    """``, enligt Nils Ågren.``"""
    if words[i].lower != "enligt":
        return None
    mention = mention_after(words, i + 1, last)
    if mention is None or _is_cited(words, mention, first, last):
        return None
    behind = words[mention.last : sentence_end(words, i, last)]
    described = bool(behind) and behind[0].lower in ("som", "i") and sum(w.is_finite for w in behind) < 2
    if not described and not _closes(words, mention.last, last):
        return None  # "enligt Elin Glad som är kommunikatör", "enligt Eva Ek i ett pressmeddelande"
    end, continues = frame_end(words, mention, last)
    return Frame(i - 1, end, (i, i + 1), ENLIGT, mention, "dash-enligt", continues)


def _as_puts_it(words: Sequence[Word], i: int, last: int) -> Frame | None:
    """``, som Julia uttrycker det.``, ``, som grundaren Bo Ek uttryckte framgången.``"""
    if words[i].lower != "som" or i + 2 >= last:
        return None
    mention = mention_after(words, i + 1, last)
    if mention is None or mention.kind not in ("name", "pronoun"):
        return None
    found = cue_at(words, mention.last)
    if found is None:
        return None
    put = words[min(found[1], last - 1)]
    if put.lower != "det" and not (put.pos == "NOUN" and put.definite and found[0].lemma in ("uttrycka", "beskriva")):
        return None
    end, continues = frame_end(words, Mention(mention.first, found[1] + 1, mention.kind), last)
    return Frame(i - 1, end, (mention.last, found[1]), found[0], mention, "dash-som-uttrycker", continues)


def _without_comma(words: Sequence[Word], first: int, last: int) -> Frame | None:
    """The comma is missing: ``– Det blir bra säger Bo Ek.``; a sure cue, a name, and the end of the sentence."""
    for i in range(first + 2, last):
        found = cue_at(words, i)
        if found is None or words[i - 1].lower in ("som", "vad", "att"):
            continue
        mention = mention_after(words, found[1], last)
        if mention is None or mention.kind not in ("name", "pronoun"):
            continue
        if found[0].tier == "C" and not (
            words[i].is_finite and mention.last - mention.first > 1 and mention.last + 1 == last
        ):
            continue  # "… vi vill arbeta kvar avslutade Bo Ek.": a name in full and the end
        place = words[i - 1].label == "LOC" and mention.kind == "pronoun" and found[0].tier == "A"
        if words[i - 1].label and not place:
            continue
        points = words[i - 1].lower in ("det", "så") and i - 1 > first and words[i - 2].is_stop
        if words[i - 1].pos in ("PRON", "AUX", "ADV") and mention.kind == "pronoun" and not points:
            continue
        end, continues = frame_end(words, mention, last)
        sure = found[0].tier == "A" and words[i].is_finite and any(w.is_finite for w in words[first:i])
        described = (
            sure and mention.kind == "name" and words[i - 1].pos != "PRON" and _is_described(words, mention, end)
        )
        if not continues and (_closes(words, mention.last, last) or described):
            return Frame(i - points, end, (i, found[1]), found[0], mention, "dash-frame-no-comma")
    return None


def _is_described(words: Sequence[Word], mention: Mention, end: int) -> bool:
    """``Det blir bra säger Bo Ek ⟦på Åskolan⟧``, ``⟦rektor på Åskolan⟧``, ``⟦som är rektor⟧``, ``⟦och ler⟧``: nothing else stands behind."""
    tail = words[mention.last : end]
    if sum(w.label == "PER" for w in words[mention.first : mention.last]) < _IN_FULL or not tail:
        return False
    opener, verbs = tail[0].lower, sum(w.is_finite for w in tail)
    if any(w.lower in ("att", "nej", "ja") for w in tail):
        return False
    comma = next((k for k, w in enumerate(tail) if w.text == ","), len(tail))
    if opener == "som":  # "som har öppnat museet som ska locka fler, en satsning av kommunen"
        clauses = sum(w.lower in ("som", "där") for w in tail)
        return 0 < verbs <= clauses and not any(w.is_finite or w.lower in OWN_VOICE for w in tail[comma:])
    if comma < len(tail):
        return False
    if opener == "och":
        return verbs == 1
    return not verbs and (opener in PREPOSITIONS or part_of_title(tail[0].text))


#: Words of a name in full.
_IN_FULL = 2


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
        if words[first].label == "PER" and not any(w.is_finite for w in words[first:i]):
            return None  # "Joanna Ek (mittfältare), Elin Alm (försvarare) och …": an answer in names
        framed = _framed_before(words, i, first)
        if framed is not None:  # ", säger projektets upphovsman, Siv Alm."
            cue, (entry, behind) = framed
            mention = Mention(i, end, "name")
            return Frame(_border(words, cue, first), last, (cue, behind), entry, mention, "dash-frame")
        return Frame(
            i - 1 if words[i - 1].text in (",", "/") else i, last, None, None, Mention(i, end, "name"), "dash-verbless"
        )
    return None


def _framed_before(words: Sequence[Word], i: int, first: int) -> tuple[int, tuple[CueEntry, int]] | None:
    """Return the sure cue, with its place, that opens what stands between the last comma but one and the name at ``i``."""
    k = i - 2
    while k > first and words[k].text != "," and not words[k].is_stop:
        k -= 1
    found = cue_at(words, k + 1) if k > first and words[k].text == "," else None
    return (k + 1, found) if found is not None and found[0].tier == "A" and words[k + 1].is_finite else None


def _border(words: Sequence[Word], i: int, first: int) -> int:
    """Return where the frame begins: at the comma or dash before the cue; a ``.?!`` belongs to the words."""
    before = words[i - 1]
    if before.text == "," or before.is_dash:
        return i - 1
    if before.text in CLOSERS and i - 2 >= first and words[i - 2].text == ",":
        return i - 2
    return i
