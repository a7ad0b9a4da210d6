"""Quantities in words of their own: shares, -tal, ages in one word, ordinals, factors, a qualified 'en' or 'ett'."""

from __future__ import annotations

import re
from decimal import Decimal

from pipeline.numerals import read_digits, read_ordinal, read_word
from pipeline.stages.figures.found import Found, bend, valued, with_unit
from pipeline.stages.figures.lexer import Line
from pipeline.stages.figures.nouns import noun_phrase, singular_phrase
from pipeline.stages.figures.numbers import Number
from pipeline.stages.figures.qualifiers import Qualifier, qualifier_before
from pipeline.stages.figures.shares import factor_at, fraction_at, share_at
from pipeline.stages.figures.units import unit_at, unit_table
from pipeline.word_sets import word_set

_AGE = re.compile(r"år(?:ig|iga|ige|igt|igas|ing|ingen|ingar|ingarna|ingars|ings|ingens|ingarnas|såldern|sålder)\Z")
_PERCENTAGE = re.compile(r"procentig(?:a|t)?\Z")
_PLACE_WORDS = frozenset({"under", "över", "kring", "runt", "omkring"})
_NO_ORDINAL_NOUNS = word_set("nouns of other ordinals")


def share(line: Line, i: int) -> Found | None:
    """'hälften', 'två tredjedelar', 'var fjärde (25 %)', 'varannan svensk'."""
    share = fraction_at(line, i) or share_at(line, i)
    if share is None:
        return None
    last = share.last
    if (
        line.word(last) == "("
        and line.digits(last + 1)
        and line.word(last + 2) in ("%", "procent")
        and line.word(last + 3) == ")"
        and abs(read_digits(line.raw[last + 1]) - share.percent) < 1  # 'nära hälften (46 procent)' says two things
    ):
        last += 4
    return bend(line, Found(i, last, "percent", value=share.percent, unit="%"))


def with_article(line: Line, i: int, number: Number) -> Found | None:
    """'en knapp månad', 'drygt ett år', 'mer än en timme': the article counts only where a qualifier bends it."""
    inner = line.word(i + 1) if line.word(i + 1) in ("knapp", "knappt", "dryg", "drygt") else None
    at = i + 2 if inner or line.word(i + 1) == "enda" else i + 1
    before = qualifier_before(line, i)
    unit = unit_at(line, at, False)
    if not inner and (before is None or not _bends_article(line, before, unit is not None)):
        return None
    if unit is None:
        phrase = None if inner else singular_phrase(line, at)
        if phrase is None or phrase[0] - at > 2:
            return None
        return bend(line, Found(i, phrase[1], "count", value=number.value, unit=line.raw[phrase[0]]))
    if before is not None and line.word(before.last - 1) == "än" and line.word(unit.last) in ("tidigare", "innan"):
        return None  # '30 000 fler än ett år tidigare'
    found = with_unit(line, i, Number(number.value, at, Decimal(1), False), None, unit, None)
    if inner:
        found.extra["qualifier"] = line.raw[i + 1]
        found.extra["bound"] = "more_than" if inner.startswith("dryg") else "less_than"
    return found


def _bends_article(line: Line, before: Qualifier, measured: bool) -> bool:
    """Whether 'en' or 'ett' counts after this qualifier: 'minst en person', 'nästan ett år', not 'över en bro'."""
    word = line.word(before.last - 1)
    if before.last - before.first > 1:
        return measured or line.word(before.first) in ("fler", "färre", "allra")
    if word in _PLACE_WORDS:
        return measured and word in ("över", "omkring", "runt")
    return measured or word in ("minst", "högst", "åtminstone", "max", "maximalt", "ungefär", "drygt", "knappt")


def round_number(line: Line, i: int, tal: tuple[Decimal, int]) -> Found | None:
    """'ett 60-tal elever', 'ett hundratal': about so many."""
    value, last = tal
    first = i - 1 if line.word(i - 1) in ("ett", "det") else i
    phrase = noun_phrase(line, last)
    unit = unit_at(line, last, False)
    if unit is not None:
        found = with_unit(line, first, Number(value, last, Decimal(1), False), None, unit, None)
    else:
        found = Found(first, phrase[1] if phrase else last, "count", value=value)
        found.unit = line.raw[phrase[0]] if phrase else None
        bend(line, found)
    found.extra.setdefault("bound", "about")
    found.extra.setdefault("qualifier", "ett …-tal" if line.word(first) == "ett" else "-tal")
    return found


def hyphenated(line: Line, i: int, low: Number, high: Number | None, last: int) -> Found | None:
    """'47-årig', '30-årsåldern', '40-procentig', '6-timmars'; anything else with a hyphen is a name ('112-larmet')."""
    word = line.word(last + 1)
    if not line.glued(last + 1):
        return None
    if _AGE.match(word):
        return bend(line, valued(Found(i, last + 2, "duration", unit="år", extra={"ucum": "a"}), low, high))
    if _PERCENTAGE.match(word):
        return bend(line, valued(Found(i, last + 2, "percent", unit="procent", extra={"ucum": "%"}), low, high))
    if word.endswith("s") and word in unit_table() and (unit := unit_at(line, last + 1, True)) is not None:
        return with_unit(line, i, low, high, unit, None)
    return None


def compound(line: Line, i: int) -> Found | None:
    """'femårig', 'tvååringar', 'fyrtioårsåldern', 'tjugoprocentig', in one word."""
    word = line.low[i]
    age = compound_age(word)
    if age is not None:
        return Found(i, i + 1, "duration", value=Decimal(age), unit="år", extra={"ucum": "a"})
    at = word.find("procentig")
    if at > 0 and (value := read_word(word[:at])) is not None:
        return Found(i, i + 1, "percent", value=Decimal(value), unit="procent", extra={"ucum": "%"})
    return None


def compound_age(word: str) -> int | None:
    """Read the years of an age in one word: 'femårig' 5, 'tvååringarna' 2, 'ettåring' 1."""
    at = word.find("år", 2)
    while at > 0:
        value = read_word(word[:at]) or (1 if word[:at] in ("ett", "en") else None)
        if value is not None and _AGE.match(word, at):
            return value
        at = word.find("år", at + 1)
    return None


def ordinal(line: Line, i: int) -> Found | None:
    """'tredje gången', '11:e mest kända varumärke': from third up, and only before what is counted."""
    word = line.low[i]
    number = read_ordinal(word) if not line.digits(i) else None
    last = i + 1
    if (
        number is None
        and line.digits(i)
        and line.word(i + 1) == ":"
        and line.word(i + 2) in ("e", "a", "de", "te")
        and line.glued(i + 2)
    ):
        number, last = int(read_digits(line.raw[i])), i + 3
    if (
        number is None
        or number < 3
        or line.word(i - 1) in ("var", "vart", "kapitel")
        or (line.word(i - 1) == "det" and line.word(i - 2) == "för")
        or (line.capital(i) and i and line.alpha(i - 1))
    ):
        return None
    phrase = noun_phrase(line, last)
    if phrase is not None and line.capital(i) and line.capital(phrase[0]) and not line.raw[i].isupper():
        return None  # 'Fjärde Storstadsregionen'
    if phrase is None or line.low[phrase[0]] in _NO_ORDINAL_NOUNS:
        return None
    return Found(i, phrase[1], "ordinal", value=Decimal(number), unit=line.raw[phrase[0]])


def factor(line: Line, i: int) -> Found | None:
    """'halverades', 'fördubblats', 'en tredubbling'."""
    value = factor_at(line, i)
    return None if value is None else Found(i, i + 1, "factor", value=value)
