"""Speech behind a colon: "Hon fortsätter: vi hade inget val.", "Ek: Jag vill se fler konstrundor"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.stages.quotes.agents import can_speak
from pipeline.stages.quotes.cues import CueEntry, cue_at
from pipeline.stages.quotes.mentions import Mention, name_alone, role_alone
from pipeline.stages.quotes.mentions_before import subject_beside
from pipeline.stages.quotes.regions import Marked
from pipeline.stages.quotes.reported import Reported
from pipeline.stages.quotes.resuming import resumes
from pipeline.stages.quotes.words import FIRST_PERSON, REPLIES, Word


def behind_colon(words: Sequence[Word], start: int, end: int) -> Reported | None:
    """``Hon fortsätter: ⟦vi hade inget val.⟧``: a subject, a cue and a colon with a statement behind it."""
    colon = next((k for k in range(start, end) if words[k].text == ":"), None)
    if colon is None or end - colon < 4:
        reply = colon is not None and end - colon > 1 and words[colon + 1].lower in REPLIES
        return _name_colon(words, start, colon, end) if reply and colon is not None else None
    if words[colon - 1].lower in _QUESTIONS and words[end - 1].text == "?":
        return None  # "Fem partier svarar på frågan: Ska skolan läggas ned?"
    if words[end - 1].is_stop and words[end - 2].is_mark and words[colon + 1].is_mark:
        end -= 1  # "… något annat.".
    for k in range(colon - 1, start - 1, -1):
        found = cue_at(words, k)
        if found is None or not words[k].is_finite or found[0].tier not in ("A", "B"):
            continue
        mention = subject_beside(words, (k, found[1]), start, colon)
        if mention is None or not _states(words, mention) or not any(w.is_finite for w in words[colon + 1 : end]):
            return None
        return Reported(((colon + 1, end),), (k, found[1]), found[0], mention, "colon")
    return _name_colon(words, start, colon, end)


_QUESTIONS = frozenset(["frågan", "frågorna", "fråga", "frågor"])


def to_the_end(words: Sequence[Word], report: Reported, start: int, last: int) -> Reported:
    """``Vd Rut Sandell kommenterar: ⟦Vi är nöjda. Orderboken är full.⟧``: a comment fills its block.

    Where the colon stands in the block's first sentence and the words have a voice of their own.
    """
    first, end = report.contents[-1]
    voiced = report.rule == "name-colon" or any(w.lower in ("vi", "jag") for w in words[first:end])
    if start != 0 or not voiced:
        return report
    further = resumes(words, end, last, report.mention)
    return replace(report, contents=(*report.contents[:-1], (first, max(end, further))))


def _states(words: Sequence[Word], mention: Mention) -> bool:
    phrase = words[mention.first : mention.last]
    return mention.kind != "noun" or can_speak(" ".join(w.text for w in phrase))


def _name_colon(words: Sequence[Word], start: int, colon: int, end: int) -> Reported | None:
    """``Ek: ⟦Jag vill se fler konstrundor⟧``: nothing but a name before the colon, a statement behind it.

    Or a role, where the statement has a voice of its own: ``Rektorn: ⟦Vi behöver fler lärare⟧``.
    """
    alone = name_alone(words[start:colon])
    kind = "name"
    if alone is None and any(w.lower in FIRST_PERSON for w in words[colon + 1 : end]):
        role = role_alone(words[start:colon])
        alone, kind = (None if role is None else (role.first, role.last)), "noun"
    if (
        alone is None
        or words[start].is_dash
        or not words[colon + 1].is_capital
        or not (words[colon + 1].lower in REPLIES or any(w.is_finite for w in words[colon + 1 : end]))
    ):
        return None
    if words[start + alone[0]].label == "ORG" and words[end - 1].text == "?":
        return None  # "TT: Hur länge blir ni borta?": the interviewer
    mention = Mention(start + alone[0], start + alone[1], kind)
    entry = CueEntry(":", "C", "neutral")
    return Reported(((colon + 1, end),), (colon, colon + 1), entry, mention, "name-colon")


def within_marks(report: Reported, pairs: Sequence[Marked]) -> Reported:
    """``skriver läkarföreningen: ⟦”Förtroendet är slut”⟧ och tar upp köerna``: marks behind a colon hold what is said."""
    first, last = report.contents[-1]
    pair = next((p for p in pairs if p.closed and p.first - 1 == first and p.last + 1 < last), None)
    return report if pair is None else replace(report, contents=((first, pair.last + 1),))
