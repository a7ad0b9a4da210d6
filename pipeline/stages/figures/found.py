"""A figure in the making, and the words that bend it: qualifiers, bounds and change."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from pipeline.article import Change, Figure, FigureKind
from pipeline.numerals import plain
from pipeline.stages.figures.lexer import Line
from pipeline.stages.figures.numbers import Number
from pipeline.stages.figures.qualifiers import (
    Qualifier,
    change_before,
    direction_around,
    qualifier_after,
    qualifier_before,
)
from pipeline.stages.figures.units import Unit, UnitSpan
from pipeline.word_sets import word_set


@dataclass(slots=True)
class Found:
    """A figure in the making: tokens ``first`` to ``last`` (exclusive) and the fields of the finding.

    ``bare`` has nothing after it that is counted; ``tentative`` is a figure only if a neighbour lends it a unit.
    """

    first: int
    last: int
    kind: FigureKind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    bare: bool = False
    tentative: bool = False
    extra: dict[str, Any] = field(default_factory=dict)


def valued(found: Found, low: Number, high: Number | None, unit: Unit | None = None) -> Found:
    """Give a figure its value, or its two ends in order, scaled by what the unit holds ('tkr')."""
    factor = Decimal(10) ** unit.power if unit else Decimal(1)
    if unit and unit.currency:
        found.extra["currency"] = unit.currency
    if high is None:
        found.value = low.value * factor
    else:
        found.low, found.high = sorted((low.value * factor, high.value * factor))
    return found


def with_unit(line: Line, i: int, low: Number, high: Number | None, unit: UnitSpan, after: Qualifier | None) -> Found:
    """Return the figure of a number or range with a unit of the tables, the unit as written."""
    kinds: dict[str, FigureKind] = {
        "percent": "percent",
        "points": "percent",
        "money": "money",
        "time": "duration",
        "measure": "measure",
    }
    written = line.text[line.start[unit.first] : line.end[unit.last - 1]]
    found = Found(i, unit.last, kinds[unit.unit.kind], unit=written)
    if unit.unit.ucum:
        found.extra["ucum"] = unit.unit.ucum
    valued(found, low, high, unit.unit)
    if line.low[unit.first] == "minusgrader":
        negate(found)
    elif line.word(i - 1) == "minus" or (has_minus(line, i) and unit.unit.kind in ("money", "percent", "measure")):
        negate(found)
        found.first = i - 1
    return bend(line, found, after or qualifier_after(line, unit.last))


def has_minus(line: Line, i: int) -> bool:
    """Whether a minus is glued to the number: '-12 grader', not '– 12 grader' and no dash that opens the line."""
    return i > 1 and line.word(i - 1) == "-" and line.glued(i) and not line.glued(i - 1)


def negate(found: Found) -> None:
    """Turn the value, or both ends, round."""
    if found.value is not None:
        found.value = -found.value
    if found.low is not None and found.high is not None:
        found.low, found.high = -found.high, -found.low


def bend(line: Line, found: Found, after: Qualifier | None = None) -> Found:
    """Add qualifier, bound and change, and take their words into the span."""
    before = qualifier_before(line, found.first)
    if (
        before is None
        and line.word(found.first - 1) in ("de", "dessa")
        and line.word(found.first - 2) in ("dryga", "knappa")
    ):
        before = None
    if before is not None and not _adverb(line, before, found):
        found.first = before.first
        found.extra.update(
            bound=before.bound, qualifier=line.text[line.start[before.first] : line.end[before.last - 1]]
        )
    elif found.low is not None and line.word(found.first - 1) in ("mellan", "från"):
        found.first -= 1
        if line.low[found.first] == "mellan":
            found.extra["qualifier"] = line.raw[found.first]
    elif (
        line.word(found.first - 1) == "från"
        and change_before(line, found.first) is None
        and found.kind in ("duration", "money")
        and after is None
        and _open_range(line, found)
    ):
        found.first -= 1
        found.extra.update(bound="at_least", qualifier=line.raw[found.first])
    if after is not None and before is None:
        found.last = max(found.last, after.last)
        found.extra.update(bound=after.bound, qualifier=line.text[line.start[after.first] : line.end[after.last - 1]])
    change = change_before(line, found.first)
    if found.low is not None and line.word(found.first) == "från":
        direction = direction_around(line, found.first, found.last)
        change = Change("from_to", direction) if direction else None
    if change is not None:
        found.extra["change"] = change
    return found


def _open_range(line: Line, found: Found) -> bool:
    """'från 18 år' sets a lower end; 'från 18 år till 20' and 'från 30 MSEK till' are steps of a change."""
    return line.word(found.last) not in ("till", "sedan", "tillbaka") and not any(
        w == "till" for w in line.low[found.last : found.last + 6]
    )


def _adverb(line: Line, qualifier: Qualifier, found: Found) -> bool:
    """Whether the word before is no qualifier here: 'under 39 år' tells how long, 'över 12 skolor' where."""
    word = line.low[qualifier.last - 1]
    if qualifier.last - qualifier.first > 1:
        return False
    if word == "under":
        return found.kind in ("duration", "count", "ordinal")
    if word == "över":
        return (
            line.word(qualifier.first - 1)
            in ("fördelat", "fördelade", "utspridda", "spridda", "spritt", "spridd", "sprids")
            or line.word(qualifier.first - 1) in _FEELS
            or found.kind == "ordinal"
        )
    if word in ("kring", "runt"):
        return found.kind == "ordinal"
    return False


#: What one can be over something: 'glada över tre vinster'.
_FEELS = word_set("adjectives before över")


def figure(found: Found, line: Line, text: str) -> Figure:
    """Return the finding: offsets into the text and decimal strings."""
    start, end = line.start[found.first], line.end[found.last - 1]

    def written(value: Decimal | None) -> str | None:
        return None if value is None else plain(value)

    found.extra["confidence"] = _confidence(found)
    value, low, high = written(found.value), written(found.low), written(found.high)
    return Figure(start, end, text[start:end], found.kind, value, low, high, found.unit, **found.extra)


def _confidence(found: Found) -> float:
    """How often such a figure is right: units of the tables seldom err, bare numbers more often."""
    if found.kind in ("percent", "measure", "duration") or "currency" in found.extra:
        return 0.98
    if found.kind in ("ordinal", "factor", "money"):
        return 0.85
    return 0.7 if found.bare else 0.94
