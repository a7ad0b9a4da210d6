"""Parts of a group that has been named: "58 procent", "hälften", "de flesta" are so many of the cooks told of before."""

from __future__ import annotations

import re

from pipeline.stages.quotes.agents import can_speak, kind_of_phrase

_COUNT = r"(?:\d{1,3}(?:,\d)?[ \u00a0]?(?:%|procent)|[a-zåäö]{2,6} av [a-zåäö]{2,5})"
#: A part, and nothing that says of whom.
_PART = re.compile(
    rf"(?:(?:nästan|drygt|hela|bara|knappt|över|cirka|ca|omkring|ungefär|endast) )?"
    rf"(?:{_COUNT}|hälften|resten|de flesta|var (?:tredje|fjärde|femte))(?: eller [^,.]{{2,20}})?",
    re.IGNORECASE,
)
#: A part with its whole: "30 procent av ⟦kockarna⟧", "tre av tio ⟦tillfrågade⟧".
_OF_WHOM = re.compile(
    rf"(?:(?:\d|procent|%|hälften|flesta|en|två|tre|fyra|fem|sex|sju|åtta|nio|tio)[ \u00a0]av[ \u00a0](?:de[ \u00a0])?|{_COUNT}[ \u00a0])"
    r"(?P<whom>[a-zåäö]{4,})\b",
    re.IGNORECASE,
)
_PEOPLE = frozenset(["group", "role"])
#: Code points looked back over.
_FAR = 1500


def whole_of(phrase: str, text: str, at: int) -> str | None:
    """Return the people whom a bare part is a part of, as they were last counted before an offset; None if it is none.

    >>> whole_of("Hälften", "Fyra procent av lärarna är nöjda. Hälften säger", 34)
    'lärarna'
    """
    if not _PART.fullmatch(phrase) or text.startswith(" som ", at + len(phrase)):
        return None  # "En av dem som bor här säger": who it is follows
    found = [match["whom"] for match in _OF_WHOM.finditer(text, max(0, at - _FAR), at)]
    return next((whom for whom in reversed(found) if can_speak(whom) and kind_of_phrase(whom) in _PEOPLE), None)
