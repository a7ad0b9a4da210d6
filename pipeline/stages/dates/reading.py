"""What a rule of the dates reads from, and what it returns."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from pipeline.article import DatePrecision
from pipeline.stages.dates.resolve import meant_year, tense_around


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression says: where it ends, its ISO form (null where the year is unknown) and its precision."""

    end: int
    iso: str | None
    precision: DatePrecision


@dataclass(frozen=True, slots=True)
class Context:
    """The text in reading form, in lower case, with the day from which relative words are counted."""

    low: str
    raw: str
    base: date | None

    def year_for(self, month: int, day: int | None, weekday: int | None, start: int, end: int) -> int | None:
        """Return the year of a date without one; null without a base."""
        if self.base is None:
            return None
        return meant_year(month, day, self.base, weekday, tense_around(self.low, start, end))


Rule = Callable[[Context, int], "Reading | None"]
