"""What documents hold, in the passive or with *står*: "I anmälan uppges att …", "Av domen framgår att …"."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.stages.quotes.agents import kind_of_phrase
from pipeline.stages.quotes.before_marks import written_by
from pipeline.stages.quotes.cues import CueEntry
from pipeline.stages.quotes.mentions import Mention, mention_after
from pipeline.stages.quotes.reported import Reported
from pipeline.stages.quotes.words import Word
from pipeline.word_sets import word_set

#: Words in which a letter and its writer stand.
_LETTER = 14
_PLACES = frozenset(["i", "av", "på", "ur"])


def held_by_document(words: Sequence[Word], first: int, stop: int) -> Reported | None:
    """``I anmälan uppges att ⟦eleven har blivit slagen⟧``, ``Det framgår av domen att ⟦mannen ljög⟧``."""
    verbs = word_set("verbs of what documents hold")
    writer = written_by(words, first, min(first + _LETTER, stop)) if words[first].lower == "i" else None
    mention: Mention | None = None
    if writer is not None:  # "I ett mejl från Siv Alm heter det att"
        mention, verb = writer, _verb_behind(words, writer.last, stop)
        att = verb + 1
    elif words[first].lower in _PLACES:
        mention = mention_after(words, first + 1, stop)
        verb = -1 if mention is None else _verb_behind(words, mention.last, stop)
        att = verb + 1
    elif words[first].lower == "det" and first + 3 < stop and words[first + 2].lower in _PLACES:
        verb, mention = first + 1, mention_after(words, first + 3, stop)
        att = -1 if mention is None else mention.last
    else:
        return None
    settled = verb > first and words[verb].lower in ("slås", "slogs")  # "I domen slås det fast att"
    if (
        mention is None
        or max(verb, att) + 2 >= stop
        or not (settled or words[verb].lower in verbs)
        or not (writer is not None or _is_document(words, mention))
    ):
        return None
    att += words[att].lower == "det"
    att += settled and words[att].lower == "fast"
    if words[att].lower != "att" or stop - att < 3:
        return None
    entry = CueEntry(words[verb].lower, "B", "neutral")
    return Reported(((att + 1, stop),), (verb, verb + 1), entry, mention, "document-att")


def _verb_behind(words: Sequence[Word], at: int, stop: int) -> int:
    """``Av ett inslag ⟦i Radio Alvsund⟧ framgår att``: the verb follows the document, or where it stands."""
    return next((k for k in range(at, min(at + _LONGEST_PLACE, stop)) if words[k].is_finite), at)


_LONGEST_PLACE = 5


def _is_document(words: Sequence[Word], mention: Mention) -> bool:
    phrase = " ".join(w.text for w in words[mention.first : mention.last])
    return mention.kind == "noun" and kind_of_phrase(phrase) == "document"
