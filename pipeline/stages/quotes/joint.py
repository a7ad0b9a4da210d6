"""Several speakers in a row: "Lars Ek (M), Eva Alm (C) och rektor Karl Sund", "Tom Ek, skyddsombud, och Eva Sund"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.quotes.words import Word
from pipeline.stages.roles.titles import part_of_title
from pipeline.word_sets import word_set

LINKS = frozenset(["och", "samt", "&"])
#: Words of one speaker's title, before the name or behind its comma.
_LONGEST_TITLE, _LONGEST_APPOSITION = 4, 14
#: Words that all speakers of a row stand in.
_LONGEST_ROW = 60


_THEIR = frozenset(["hans", "hennes", "deras"])


@dataclass(frozen=True, slots=True)
class Row:
    """Two or more speakers: words ``first`` to ``last`` (half-open), from the first title to the last name.

    ``apposed`` where a title stands behind one of the names but the last: "Tom Ek, skyddsombud, och Eva Sund".
    """

    first: int
    last: int
    apposed: bool


def row_from(words: Sequence[Word], first: int, end: int) -> Row | None:
    """Return the speakers in a row from word ``first`` on: the last is joined by *och*, those before it by commas."""
    name = name_from(words, first, end)
    apposed = False
    while name is not None:
        behind = _past_bracket(words, name, end)
        link = _next_link(words, behind, end)
        if link is None:
            return None
        comma = words[behind].text == "," and words[link].lower in LINKS  # "Bo Ek (M), och Eva Alm"
        apposed = apposed or link - behind > comma
        name = name_from(words, link + 1, end)
        if words[link].lower in LINKS:
            return None if name is None else Row(first, name, apposed)
    return None


def row_to(words: Sequence[Word], start: int, last: int) -> Row | None:
    """Return the speakers in a row whose last name ends before word ``last`` and who begin behind ``start``."""
    for first in range(max(start, last - _LONGEST_ROW), last - 1):
        opens = words[first].label == "PER" and (first == start or words[first - 1].label != "PER")
        row = row_from(words, first, last) if opens else None
        if row is not None and row.last == last:
            while first > start and not words[first - 1].label and part_of_title(words[first - 1].text):
                first -= 1
            if first > start and words[first - 1].is_finite:
                return None  # "…, menar Siv Alm, och Bo Ek säger": the first is another verb's subject
            return Row(first, last, row.apposed)
    return None


def name_from(words: Sequence[Word], i: int, end: int) -> int | None:
    """Return where the name ends that begins at word ``i``, perhaps behind a title, *maken* or *hans vän*; None where none does.

    Or behind a body's genitive: "Kommunals Pia Dahl".
    """
    owned = i + 1 < end and words[i].label == "ORG" and words[i].lower.endswith("s") and words[i + 1].label == "PER"
    i += owned
    stop, kin = min(end, i + _LONGEST_TITLE), word_set("kin before a given name")
    if i + 1 < end and words[i].lower in _THEIR:
        i, kin = i + 1, kin | word_set("whom somebody has")
    while i < stop and words[i].label != "PER" and (part_of_title(words[i].text) or words[i].lower in kin):
        i += 1
    if i >= end or words[i].label != "PER":
        return None
    while i < end and words[i].label == "PER":
        i += 1
    return i


def _past_bracket(words: Sequence[Word], i: int, end: int) -> int:
    """Return the index behind a party or an age in brackets: "Lars Ek ⟦(M)⟧"."""
    if i < end and words[i].text == "(":
        return next((k + 1 for k in range(i + 1, min(i + 4, end)) if words[k].text == ")"), i)
    return i


def _next_link(words: Sequence[Word], i: int, end: int) -> int | None:
    """Return the comma or *och* behind which the next speaker's name begins, past a title behind a comma."""
    if i >= end or (words[i].lower not in LINKS and words[i].text != ","):
        return None
    for k in range(i, min(i + _LONGEST_APPOSITION, end - 1)):
        word = words[k]
        if (word.lower in LINKS or word.text == ",") and name_from(words, k + 1, end) is not None:
            return k
        if word.is_finite or word.is_stop or word.label == "PER" or word.text in (":", ";"):
            return None
    return None
