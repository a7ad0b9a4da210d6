"""Whom *de* means that are no people by name: those in the plural, counted, or two bodies, who open a sentence before."""

from __future__ import annotations

import re

from pipeline.stages.quotes.agents import can_speak, kind_of_phrase

_OPENS = r"(?:(?<=[.!?] )|(?<=\n)|\A)"
#: "⟦Revisorerna⟧ har …", "⟦De boende⟧ klagar", "⟦Polisen⟧ och ⟦Skogsverket⟧ utreder …".
_SUBJECT = re.compile(
    rf"{_OPENS}(?P<who>De[ \u00a0][a-zåäö]+(?:nde|iga|da)|[A-ZÅÄÖ][a-zåäö-]+(?:rna|nna)|[A-ZÅÄÖ]\w+(?= och ))"
    r"(?: och (?P<other>[A-ZÅÄÖ]\w+))?(?= [a-zåäö])"
)
#: And without an article: "Demonstranter försökte …".
_SEVERAL = re.compile(rf"{_OPENS}(?P<who>[A-ZÅÄÖ][a-zåäö]+(?:anter|ister|enter|are|iker))(?= [a-zåäö]+(?:r|de|te|t)\b)")
#: A number and people: "kritiseras av ⟦fjorton forskare⟧".
_COUNTED = re.compile(
    r"\b(?i:två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|\d{1,3})[ \u00a0]"
    r"(?P<people>(?:(?:äldre|yngre|unga|vuxna|okända|beväpnade|maskerade)[ \u00a0])?[a-zåäö]{3,})\b"
)


def told_of(text: str, since: int, at: int) -> list[str]:
    """Return of whom ``text`` tells last between two offsets, by their words there; two where two bodies do it together.

    ``Revisorerna har granskat kommunen. ⟦De⟧ konstaterar att``: *Revisorerna*. ``Moderaterna och Alvsundspartiet
    yrkade avslag. ⟦De⟧ menar att``: both, whom the caller must know for bodies.
    """
    for match in reversed(list(_SUBJECT.finditer(text, since, at))):
        if match["other"]:
            return [match["who"], match["other"]]
        if kind_of_phrase(match["who"]) == "group" and can_speak(match["who"]):
            return [match["who"]]
    several = [m["who"] for m in _SEVERAL.finditer(text, since, at) if can_speak(m["who"])]
    counted = [m.group() for m in _COUNTED.finditer(text, since, at)]
    if several:
        return several[-1:]
    return counted[-1:] if counted and can_speak(counted[-1].partition(" ")[2]) else []
