"""Whose words a reported clause is: the subject of a cue, wherever in the sentence it stands, and whether it can speak."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.quotes.agents import can_speak, is_time, is_vague, kind_of_phrase
from pipeline.stages.quotes.cues import CueEntry
from pipeline.stages.quotes.mentions import PREPOSITIONS, Mention, mention_after
from pipeline.stages.quotes.mentions_before import first_subject, mention_before, subject_from
from pipeline.stages.quotes.words import BULLETS, OWN_VOICE, Word

#: What everybody may do without having told anyone.
_THINKING = frozenset(["tycka", "tro", "hoppas", "undra", "anta", "befara", "uppleva", "anse"])


#: Cues of which only somebody who speaks is the subject.
_TELLING = frozenset(["uppge", "berätta", "meddela", "svara", "tillägga", "inflika", "intyga", "rapportera"])


#: What bodies do in decisions rather than say: "regeringen föreslår att lagen ändras".
_ASKING = frozenset(["föreslå", "uppmana", "besluta"])


def speaker_can(mention: Mention | None, words: Sequence[Word], entry: CueEntry) -> bool:
    """Tell whether a mention may be who says it with this cue: nobody, *många* who think, and agreements may not."""
    if mention is None or (entry.tier == "C" and mention.kind not in ("name", "pronoun")):
        return False
    if mention.kind in ("noun", "body") and entry.lemma in _ASKING:
        return False
    if mention.kind == "noun":
        phrase = " ".join(w.text for w in words[mention.first : mention.last])
        if is_time(phrase) or words[mention.first].lower in OWN_VOICE:
            return False
        own = {w.lower for w in words[max(0, mention.first - 1) : mention.first + 1]} & {"vår", "vårt", "våra"}
        if own and kind_of_phrase(phrase) == "document":
            return False  # "Vår granskning visar att": the paper's own
        if entry.lemma == "kräva" and (not can_speak(phrase) or kind_of_phrase(phrase) == "document"):
            return False  # what an agreement or a programme requires, nobody has said
        if is_vague(phrase) and entry.lemma in _THINKING and not _is_counted(words, mention.last):
            return False
        opening = words[mention.first]
        if entry.lemma in _TELLING or opening.label == "ORG" or (opening.is_capital and opening.pos == "PROPN"):
            return True
        return can_speak(phrase) or any(
            w.text == "%" or w.lower == "procent" for w in words[mention.first : mention.last]
        )
    return True


def _is_counted(words: Sequence[Word], i: int) -> bool:
    """``De flesta⟦, sju av tio,⟧ tycker``, ``De flesta⟦, 41 procent,⟧ svarar``: how many they are stands between commas."""
    comma = next((k for k in range(i + 1, min(i + 6, len(words))) if words[k].text == ","), i)
    counted = words[i + 1 : comma]
    return bool(counted) and words[i].text == "," and counted[-1].pos in ("NUM", "NOUN") and counted[0].pos == "NUM"


#: Words of a point of time that opens a sentence, and more.
_LONGEST_OPENING = 30


def subject_of(words: Sequence[Word], i: int, first: int, entry: CueEntry) -> Mention | None:
    """Return the subject before the cue at ``i``: just before it, or everything from the start of the sentence."""
    if first + 1 < i and words[first].text in BULLETS:
        first += 1
    opening = words[first:i] if i - first <= _LONGEST_OPENING else ()
    if words[i].is_finite and not any(w.is_finite for w in opening) and is_time(" ".join(w.text for w in opening)):
        return None  # "En halvtimme in i släckningsarbetet meddelade polisen att"
    if i > first + 1 and words[i - 1].lower == "att" and words[i - 2].lower == "med":
        return first_subject(words, first, i)  # "Bo Ek avslutade med att konstatera att"
    nested = _before_relatives(words, i, first)
    told = (nested or _before_relative(words, i, first)) if words[i].is_finite else _before_auxiliary(words, i, first)
    mention = told or mention_before(words, i, first)
    if mention is not None and mention.kind == "noun" and _is_where(words, mention):
        return None
    if mention is not None and mention.kind == "body" and _is_told_to(words, mention, i):
        return None  # "men för Aftonbladet säger Bo Ek att"
    if mention is not None and _opens_second(words, mention, first, i):
        return None
    if speaker_can(mention, words, entry) and not _is_adverbial(words, mention, first):
        return mention
    if words[first].lower in PREPOSITIONS:
        return None
    mention = subject_from(words, first, i)
    if mention is not None and all(
        w.pos in ("ADV", "ADP", "ADJ", "PUNCT") for w in words[mention.first : mention.last]
    ):
        phrase = " ".join(w.text for w in words[mention.first : mention.last])
        mention = mention if can_speak(phrase) else None  # "Snarare tror hon att"
    return mention if mention is not None and speaker_can(mention, words, entry) else None


def _is_where(words: Sequence[Word], mention: Mention) -> bool:
    """``… har i ⟦förhör⟧ berättat att``: where or when it was told, between the auxiliary and the cue."""
    before = [w.lower for w in words[max(0, mention.first - 2) : mention.first]]
    return len(before) > 1 and before[0] in ("har", "hade") and before[1] in ("i", "under", "vid", "på")


def _is_told_to(words: Sequence[Word], body: Mention, i: int) -> bool:
    """Tell a body behind a preposition just before the cue, with somebody named just behind the cue."""
    after = mention_after(words, i + 1, len(words))
    to = words[body.first - 1].lower in ("för", "till", "i", "via") and body.last == i
    return to and after is not None and after.kind in ("name", "pronoun")


def _opens_second(words: Sequence[Word], mention: Mention, first: int, i: int) -> bool:
    """``Många svarade, och i ⟦årets rapport⟧ uppger nu hälften att``: the adverbial that opens the second main clause."""
    k = mention.first - 1
    linked = k - 1 > first and words[k].lower in PREPOSITIONS and words[k - 1].lower in ("och", "men")
    return (
        linked
        and mention.kind != "name"
        and mention.last == i
        and any(w.is_finite for w in words[first : k - 1])
        and mention_after(words, i + 1, len(words)) is not None
    )


def _is_adverbial(words: Sequence[Word], mention: Mention | None, first: int) -> bool:
    """``Vid ⟦lunchtid⟧``, ``I ⟦V75 Direkt⟧``: what a preposition opens the sentence with is nobody who speaks."""
    if mention is None or mention.kind == "name" or mention.first == first:
        return False
    before = words[first : mention.first]
    return before[0].lower in PREPOSITIONS and not any(
        w.label or (w.pos in ("NOUN", "PROPN", "PRON") and w.lower not in ("sin", "sitt", "sina")) for w in before
    )


#: Words of a subject before its relative clause: "Siv Ek (S) i barn- och ungdomsnämnden ⟦som⟧ …".
_LONGEST_SUBJECT = 12


def _before_relative(words: Sequence[Word], i: int, first: int) -> Mention | None:
    """``⟦En kvinna⟧ som arbetar på sjukhuset i Falun berättar att``: who the relative clause is about."""
    k = next((k for k in range(first + 1, min(first + _LONGEST_SUBJECT, i)) if words[k].lower == "som"), None)
    if k is None or any(w.is_finite or w.text == "," for w in words[first:k]):
        return None
    clause = words[k + 1 : i]
    if (
        (sum(w.is_finite for w in clause) != 1 and not _is_clipped(clause))
        or any(w.text == "," for w in clause)
        or words[first].lower in PREPOSITIONS
    ):
        return None
    named = any(w.label == "PER" for w in words[first:k])
    return Mention(first, k, "name" if named else "noun")


def _is_clipped(clause: Sequence[Word]) -> bool:
    """``som Alvsundsposten ⟦talat⟧ med``: a relative clause that does without its *har*."""
    return not any(w.is_finite for w in clause) and any(w.pos == "VERB" and w.lower.endswith("t") for w in clause)


def _before_relatives(words: Sequence[Word], i: int, first: int) -> Mention | None:
    """``⟦Advokat Bo Ek⟧ som försvarar 19-åringen, som är häktad, tycker att``: a relative clause within another, and a comma."""
    k = next((k for k in range(first + 1, min(first + _LONGEST_SUBJECT, i)) if words[k].lower == "som"), None)
    if k is None or words[i - 1].text != "," or words[first].lower in PREPOSITIONS:
        return None
    last = k - (words[k - 1].text == ",")
    relatives = [j for j in range(k, i) if words[j].lower == "som"]
    within = words[relatives[-1] - 1].text == "," and len(relatives) > 1
    verbs = sum(w.is_finite for w in words[k:i])
    joins = any(words[j].text == "," and words[j + 1].lower in ("och", "samt", "men") for j in range(k, i - 1))
    if not within or joins or verbs > len(relatives) or any(w.is_finite or w.text == "," for w in words[first:last]):
        return None
    return Mention(first, last, "name" if any(w.label == "PER" for w in words[first:last]) else "noun")


_INVERTED = frozenset(["han", "hon", "hen", "de"])


def _before_auxiliary(words: Sequence[Word], i: int, first: int) -> Mention | None:
    """``⟦Jens Hallin⟧ har efter tre år i Kvarnmolngruppen meddelat att``: who stands before *har*, not what is nearest."""
    helpers = ("har", "hade")
    k = next(
        (
            k
            for k in range(i - 1, first, -1)
            if words[k].is_finite and (words[k].pos == "AUX" or words[k].lower in helpers)
        ),
        None,
    )
    if k is None or k == i - 1:
        return None
    if words[k + 1].lower in _INVERTED and k + 2 <= i:
        return Mention(k + 1, k + 2, "pronoun")  # "Tillsammans med Bo Ek har hon visat"
    mention = mention_before(words, k, first) or _past_relative(words, k, first)
    if words[first].lower in PREPOSITIONS and (mention is None or mention.first > first):
        mention = mention_after(words, k + 1, i)  # "Hos patienterna har forskarna noterat"
    if mention is None or mention.kind == "pronoun":
        return None
    phrase = " ".join(w.text for w in words[mention.first : mention.last])
    return mention if mention.kind in ("name", "body") or can_speak(phrase) else None


def _past_relative(words: Sequence[Word], k: int, first: int) -> Mention | None:
    """``⟦En flicka⟧ som såg det, har i förhör berättat att``: a relative clause, closed by a comma, stands between."""
    som = next((j for j in range(first + 1, min(first + _LONGEST_SUBJECT, k)) if words[j].lower == "som"), None)
    if som is None or words[k - 1].text != "," or sum(w.is_finite for w in words[som:k]) > 1:
        return None
    last = som - (words[som - 1].text == ",")
    return None if any(w.is_finite or w.text == "," for w in words[first:last]) else Mention(first, last, "noun")


def shared_subject(words: Sequence[Word], i: int, first: int, entry: CueEntry) -> Mention | None:
    """``Rut Sandell både hoppas och tror att``, ``Bergfast är störst, och menar att``: the subject of the first verb."""
    at = i - 1
    while at > first and words[at].pos == "AUX":
        at -= 1  # "… och har medgett att"
    if at <= first or words[at].lower not in ("och", "men"):
        return None
    mention = first_subject(words, first, i)
    if mention is None or mention.kind == "noun":
        mention = _in_subordinate(words, first, at) or mention
    return mention if speaker_can(mention, words, entry) else None


def _in_subordinate(words: Sequence[Word], first: int, last: int) -> Mention | None:
    """``Förslaget fick kritik när ⟦Siv Alm⟧ tog ordet och menade att``: the name that is the subject of the last clause."""
    opener = next((k for k in range(last - 1, first, -1) if words[k].lower in _CLAUSES), None)
    if opener is None or any(w.text == "," for w in words[opener:last]):
        return None
    mention = mention_after(words, opener + 1, last)
    return mention if mention is not None and mention.kind == "name" and mention.last < last else None


#: What opens a clause whose own subject goes on in it.
_CLAUSES = frozenset(["då", "när", "sedan", "innan", "där"])
