"""Shares, fractions and factors in words: 'två tredjedelar', 'var fjärde', 'varannan', 'halverades'."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from pipeline.data import read_table
from pipeline.numerals import read_ordinal, read_word
from pipeline.stages.figures.lexer import Line
from pipeline.stages.figures.nouns import singular_phrase
from pipeline.stages.figures.units import unit_at
from pipeline.word_sets import word_set

_FREQUENCIES = word_set("frequencies")
_ROWS = read_table("models", "lexicons", "shares.tsv")
_PARTS = {word: int(value) for kind, word, value in _ROWS if kind == "part"}
_FACTORS = {word: Decimal(value) for kind, word, value in _ROWS if kind == "factor"}
_FACTOR_STEMS = tuple(_FACTORS)


@dataclass(frozen=True, slots=True)
class Share:
    """A share in percent, and the token after it."""

    percent: Decimal
    last: int


def _percent(part: int, whole: int) -> Decimal:
    return (Decimal(100) * part / whole).quantize(Decimal("0.000001"), ROUND_HALF_UP)


def fraction_at(line: Line, i: int) -> Share | None:
    """Read 'hälften', 'en tredjedel', 'två femtedelar', 'tre fjärdedelar' as a percentage: 50, 33.333333, 40, 75."""
    word = line.low[i]
    if word in ("hälften", "hälftens"):
        return Share(Decimal(50), i + 1)
    if (
        line.digits(i)
        and line.word(i + 1) == "/"
        and line.glued(i + 2)
        and line.digits(i + 2)
        and line.word(i + 3) == "av"
    ):
        return _written_fraction(line.raw[i], line.raw[i + 2], i + 3)
    part = 1 if word in ("en", "ett") else read_word(word)
    whole = _part(line.word(i + 1))
    if part is not None and whole is not None and part < whole:
        return Share(_percent(part, whole), i + 2)
    if (whole := _part(word)) is not None and word.endswith("delen") and i:
        return Share(_percent(1, whole), i + 1)
    return None


def _written_fraction(part: str, whole: str, last: int) -> Share | None:
    """'2/3 av väljarna'."""
    if not (part.isdecimal() and whole.isdecimal()) or not 0 < int(part) < int(whole) <= 100:
        return None
    return Share(_percent(int(part), int(whole)), last)


def _part(word: str) -> int | None:
    for ending in ("delarna", "delars", "delar", "delen", "dels", "del"):
        if word.endswith(ending):
            stem = word[: -len(ending)]
            return _PARTS.get(stem)
    return None


def share_at(line: Line, i: int) -> Share | None:
    """Read 'var fjärde undersköterska', 'vart femte barn', 'varannan svensk'; 'var tredje vecka' is a frequency."""
    word = line.low[i]
    if word in ("varannan", "vartannat") and line.word(i - 1) != "och":
        share = _of_whom(line, i + 1, 2)
        return None if share is not None and share.last == i + 1 and word == "vartannat" else share
    if word in ("var", "vart") and (nth := read_ordinal(line.word(i + 1))) is not None and nth >= 3:
        return _of_whom(line, i + 2, nth)
    if word in ("var", "vart") and line.digits(i + 1) and line.word(i + 2) == ":" and line.word(i + 3) == "e":
        return (
            _of_whom(line, i + 4, int(line.raw[i + 1])) if line.raw[i + 1].isdigit() and int(line.raw[i + 1]) else None
        )
    return None


def _of_whom(line: Line, i: int, nth: int) -> Share | None:
    if unit_at(line, i, False) is not None or line.word(i) in _FREQUENCIES or line.word(i) in ("-", "till"):
        return None  # "var femte minut", "var 7:e-8:e minut"
    last = i
    if line.digits(i):  # var tredje 16-18-åring
        while last < line.size and (last == i or line.glued(last)):
            last += 1
        return Share(_percent(1, nth), last)
    phrase = _noun(line, i)
    if phrase is not None:
        last = phrase
        if line.word(last) == "eller" and (other := _noun(line, last + 1)) is not None:
            last = other
    return Share(_percent(1, nth), last)


def _noun(line: Line, i: int) -> int | None:
    phrase = singular_phrase(line, i)
    return phrase[1] if phrase else None


def factor_at(line: Line, i: int) -> Decimal | None:
    """Read 'halverades' 0.5, 'fördubblats' 2, 'tredubbling' 3."""
    word = line.low[i]
    return next((value for stem, value in _FACTORS.items() if word.startswith(stem)), None)


def is_factor(word: str) -> bool:
    """Whether a word says that something is halved or multiplied."""
    return word.startswith(_FACTOR_STEMS)
