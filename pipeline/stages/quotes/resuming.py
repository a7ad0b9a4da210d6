"""Speech that resumes behind a finished frame, and the narration that ends it."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from pipeline.stages.names.lists import given_names
from pipeline.stages.quotes.cues import cue_at
from pipeline.stages.quotes.mentions import Mention
from pipeline.stages.quotes.words import FIRST_PERSON, Word, sentence_end

#: First words of a sentence that goes on speaking.
_SPOKEN_OPENERS = frozenset("och men så man jag vi vårt vår mitt min därför ja nej".split())


#: How a reader is sent on, and to what.
_HINTS = frozenset("se hör läs lyssna titta kolla".split())
_TO_SEE = frozenset(
    "klippet inslaget intervjun videon filmen spelaren podden ljudklippet bildspelet nedan ovan artikeln reportaget".split()
)


def resumes(
    words: Sequence[Word],
    i: int,
    last: int,
    mention: Mention | None,
    flattened: bool = False,
    *,
    since: int | None = None,
    given: Mapping[str, str] | None = None,
) -> int:
    """Return the end of the speech that resumes at word ``i`` behind a finished frame, or ``i`` where none does.

    Narration ends it: a sentence whose subject is the speaker in third person ("Han har bott här i tjugo år"), or a
    pointer ("Det säger Bo Ek"). In flattened text, where narration shares the paragraph, only a sentence with the
    speaker's own voice or a spoken opener in the present tense resumes. ``since`` is the word that speech without a frame
    began with: *han* may be whom it names ("Tollefsen är bra. Han har varit lagkapten"). ``given`` has the given names of
    surnames: *hon* is not Ek where that is Bo.
    """
    at = i
    names = _names_of(words, mention, given or {})
    flattened = flattened or _acts(words, i, mention) or _told_to_a_medium(words, i, mention) or _is_glued(words, i)
    while at < last:
        end = sentence_end(words, at, last)
        told_of = words[at].lower in ("han", "hon") and any(
            w.label == "PER" for w in words[at if since is None else since : at]
        )
        if _is_caption(words, at, end, last):
            break
        if not told_of and (
            _is_narration(words, at, end, names)
            or (flattened and not _sounds_spoken(words[at:end]) and not _leads_to_own(words, at, end, last))
        ):
            break
        at = end
    return at


def _is_caption(words: Sequence[Word], at: int, end: int, last: int) -> bool:
    """``…, säger Rut Sandell. ‹Alvsunds kyrka är från 1200-talet.› Foto: Bo Ek``: what stands before a credit tells of the picture."""
    credited = end + 1 < last and words[end].lower in _CREDITS and words[end + 1].text == ":"
    return credited and not any(w.lower in FIRST_PERSON for w in words[at:end])


_CREDITS = frozenset(["foto", "fotograf", "bild"])


def _is_glued(words: Sequence[Word], i: int) -> bool:
    """``, säger Rut Sandell, regionråd.‹Enligt beslutet …›``: no space behind the stop, where a paragraph's end was lost."""
    return 0 < i < len(words) and words[i - 1].is_stop and words[i - 1].end == words[i].start and words[i].is_capital


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


def _leads_to_own(words: Sequence[Word], at: int, end: int, last: int) -> bool:
    """``…, säger hon. ⟦Det finns en hiss.⟧ Vi bär ju kassarna själva.``: in the present, of nobody by name, and then *vi* or *jag*."""
    sentence = words[at:end]
    verb = next((w for w in sentence if w.is_finite), None)
    present = verb is not None and verb.tense == "Pres" and not any(w.label or w.is_dash for w in sentence)
    return present and end < last and words[end].lower in ("vi", "jag")


def of_other_sex(pronoun: str, names: set[str]) -> bool:
    """``…, invänder Samir Odeh. Hon vet inte vad hon missar.``: *hon* is not Samir, so he goes on speaking of her."""
    if not names.isdisjoint(("han", "hon")):
        return pronoun not in names  # "…, säger hon. Han har rest sig fyra gånger."
    known = [given_names().get(n.title()) or given_names().get(n.partition("-")[0].title()) for n in names]
    sexes = {name.gender for name in known if name is not None} - {""}
    return bool(sexes) and ("f" if pronoun == "hon" else "m") not in sexes


def _names_of(words: Sequence[Word], mention: Mention | None, given: Mapping[str, str]) -> set[str]:
    """Return what the speaker is called, in small letters: *siv*, *ek*, and *hon*."""
    if mention is None:
        return set()
    names = {w.lower for w in words[mention.first : mention.last] if w.label == "PER"}
    if len(names) == 1:
        names |= {given[name] for name in names if name in given}
    if mention.kind == "pronoun":
        names |= {words[mention.first].lower} & {"han", "hon"}
    return names


def _is_narration(words: Sequence[Word], i: int, end: int, names: set[str]) -> bool:
    sentence = words[i:end]
    if not sentence:
        return False
    own = any(w.lower in ("jag", "vi", "mig", "oss", "min", "mitt", "mina", "vår", "vårt", "våra") for w in sentence)
    if sentence[0].lower in ("men", "och", "så") and len(sentence) > 2:
        sentence = sentence[1:]
    subject = sentence[0]
    if subject.lower in _HINTS and any(w.lower in _TO_SEE for w in sentence[1:]):
        return True  # "Se hela intervjun i klippet."
    verb = next((k for k, w in enumerate(sentence) if w.is_finite), None)
    if verb is None and any(w.text == ":" for w in sentence):
        return True  # "Målnummer: B 213-22.": a label and what belongs to it
    if not own and subject.lower in ("hans", "hennes") and len(sentence) > 2:
        return True  # "Hans blick fastnar på klockan"
    if not own and verb is not None and subject.lower in ("han", "hon") and sentence[1].lower == "och":
        return not of_other_sex(subject.lower, names)  # "Han och hans syster driver"
    if not own and verb is not None and verb <= 3:
        if subject.lower in ("han", "hon") and verb == 1:
            return not of_other_sex(subject.lower, names)
        if subject.lower in names or any(w.label == "PER" for w in sentence[: verb + 1]):
            return True
        for word in sentence[verb + 1 : verb + 2]:
            if word.lower in names or (word.lower in ("han", "hon") and not of_other_sex(word.lower, names)):
                return True
    if not own and verb is not None and verb <= 8 and any(w.label == "PER" for w in sentence[:verb]):
        return True  # "Journalisten och grundaren Bo Ek har …"
    if not own and verb is not None and any(w.label == "PER" for w in sentence[verb + 1 : verb + 4]):
        return True  # "I en rapport kallar Emma Ek …": the narrator names somebody
    found = next((k for k in range(i, min(i + 3, end)) if cue_at(words, k)), None)
    return found is not None and subject.lower in ("det", "så") and any(w.label for w in sentence)
