"""Units after numbers: percent, money, time, physical units, from tables; 'mil' is ten kilometres, never a mile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from pipeline.data import read_table
from pipeline.stages.figures.lexer import Line
from pipeline.word_sets import word_set

#: Forms that are also everyday words or single letters: units only after digits ('5 m', '10 min', never 'två bar').
ONLY_AFTER_DIGITS = word_set("units only after digits")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of a table: its kind, codes, and the power of ten that its word holds ('tkr' 3)."""

    kind: str
    ucum: str | None = None
    currency: str | None = None
    power: int = 0


@dataclass(frozen=True, slots=True)
class UnitSpan:
    """A unit at a place of a line; ``last`` is the token after it."""

    unit: Unit
    first: int
    last: int


Table = Mapping[str, tuple[tuple[tuple[str, ...], Unit], ...]]


@lru_cache(maxsize=1)
def unit_table() -> Table:
    """Return the units by their first token, longest forms first."""
    rows: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    for forms, kind, ucum in read_table("models", "lexicons", "units.tsv"):
        _file(rows, forms, Unit(kind, ucum=None if ucum == "-" else ucum))
    for forms, currency, power in read_table("models", "lexicons", "currencies.tsv"):
        _file(rows, forms, Unit("money", currency=None if currency == "-" else currency, power=int(power)))
    return {first: tuple(sorted(forms, key=lambda form: -len(form[0]))) for first, forms in rows.items()}


def _file(rows: dict[str, list[tuple[tuple[str, ...], Unit]]], forms: str, unit: Unit) -> None:
    for form in forms.split(","):
        line = Line(form, 0, len(form))
        rows.setdefault(line.low[0], []).append((tuple(line.low), unit))


def unit_at(line: Line, i: int, after_digits: bool) -> UnitSpan | None:
    """Return the longest unit that begins at a token: 'kvm', 'kilometer i timmen', ':-', 'danska kronor'."""
    for form, unit in unit_table().get(line.word(i), ()):
        last = i + len(form)
        if tuple(line.low[i:last]) != form:
            continue
        if len(form) == 1 and form[0] in ONLY_AFTER_DIGITS and not (after_digits and _stands_alone(line, i)):
            continue
        if form == ("sek",) and unit.kind == "time" and line.raw[i].isupper():
            continue  # 300 SEK are no seconds
        return UnitSpan(unit, i, last)
    return None


def _stands_alone(line: Line, i: int) -> bool:
    """'5 m' but not '5 m:s' or '5 l-formade'; 'A 5 M' with a capital letter is no metre."""
    return not (line.glued(i + 1) and line.word(i + 1) in "-:'/") and not (
        len(line.raw[i]) == 1 and line.raw[i].isupper()
    )


def currency_before(line: Line, i: int) -> UnitSpan | None:
    """Return the currency that stands before a number: '€20', 'SEK 500', 'USD 3 miljoner', 'kr 500'."""
    for form, unit in unit_table().get(line.word(i - 1), ()):
        if (
            len(form) == 1
            and unit.currency
            and (
                line.word(i - 1) in "$€£"
                or (line.word(i - 1) == "kr" and not line.digits(i - 2))
                or (line.raw[i - 1].isupper() and len(form[0]) >= 3)
            )
        ):
            return UnitSpan(unit, i - 1, i)
    return None
