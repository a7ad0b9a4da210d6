"""What narrows a search down: values of facets, wanted or not, a span of days, and what else is asked of a quote."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from pipeline.outputs import OutputError
from pipeline.registry import did_you_mean
from pipeline.store.words import fold

Facet = Literal["speaker", "organisation", "role", "party", "kind", "mark", "source"]
FACETS: tuple[Facet, ...] = ("speaker", "organisation", "role", "party", "kind", "mark", "source")
#: Facets whose value may be given in part ("öberg").
_IN_PART = ("speaker", "organisation", "role")
#: How sure a quote and its speaker are, in hundredths: from, to.
BANDS = {"high": (90, 100), "medium": (70, 89), "low": (0, 69)}
_DAY = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
#: A part of a name that means more people than this means nobody.
_MOST_TERMS = 2000


class FilterError(OutputError):
    """A filter that cannot be; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is asked of a quote beside its words. Values of one facet are alternatives; facets add up.

    ``without`` are pairs of facet and value that must not be. ``since`` and ``until`` are a day, a month or a year
    (2024-03-14, 2024-03, 2024), both included. ``person`` is an id of an identity or of a person in an article.
    ``ids`` are the quotes to choose from, ``without_ids`` those to leave out.
    """

    speaker: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    mark: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    confidence: tuple[str, ...] = ()
    without: tuple[tuple[str, str], ...] = ()
    since: str | None = None
    until: str | None = None
    min_confidence: float = 0.0
    has_phone: bool = False
    person: str | None = None
    ids: tuple[str, ...] | None = None
    without_ids: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Tell whether anything is asked."""
        return self != Filters()

    def with_values(self, **values: object) -> Filters:
        """Return the filters with some of them set anew."""
        return replace(self, **values)  # type: ignore[arg-type]

    def condition(self, db: sqlite3.Connection) -> tuple[str, list[object]]:
        """Return the condition on ``quote_facets f`` and its values; raises :class:`FilterError`."""
        parts: list[str] = []
        values: list[object] = []

        def add(part: str, *more: object) -> None:
            parts.append(part)
            values.extend(more)

        for name in FACETS:
            wanted: tuple[str, ...] = getattr(self, name)
            if wanted:
                add(_facet(name, _terms(db, name, wanted)))
        for facet, value in self.without:
            if facet in FACETS:
                part = _facet(facet, _terms(db, facet, (value,), whole=True))
                add(f"not coalesce({part}, 0)")
            elif facet == "confidence":
                add("f.band not between ? and ?", *_band(value))
            else:
                raise FilterError(f"without: {facet}: is no facet{did_you_mean(facet, [*FACETS, 'confidence'])}")
        if self.confidence:
            bands = [_band(value) for value in self.confidence]
            add(f"({' or '.join('f.band between ? and ?' for _ in bands)})", *(end for band in bands for end in band))
        for place in self.place:
            add("f.article in (select article from places where name = ?)", place)
        if self.since:
            add("f.day >= ?", day_number(self.since, "since", first=True))
        if self.until:
            add("f.day between 1 and ?", day_number(self.until, "until", first=False))
        if self.min_confidence:
            add("f.band >= ?", round(self.min_confidence * 100))
        if self.has_phone:
            add("f.phone = 1")
        if self.person:
            add(f"f.person in ({_PERSON})", self.person, self.person, self.person)
        if self.ids is not None:
            add(f"f.n in ({_BY_ID})", _json(self.ids))
        if self.without_ids:
            add(f"f.n not in ({_BY_ID})", _json(self.without_ids))
        return " and ".join(parts), values


_BY_ID = "select n from quotes where id in (select value from json_each(?))"
#: An identity's mentions, those of its heir, or one mention, each by an index of its own.
_PERSON = (
    "select n from people where id = ? union all select p.n from identity_members m join people p on p.id = m.mention_id "
    "where m.identity_id in (?, (select identity_id from identity_aliases where old = ?))"
)


def _json(values: Iterable[object]) -> str:
    return json.dumps(list(values))


def _facet(facet: str, ids: list[int]) -> str:
    """Return the condition that a facet is one of these terms. Numbers of our own are no danger as text."""
    chosen = f"({', '.join(str(int(i)) for i in ids)})"
    if facet == "speaker":
        return f"(f.speaker in {chosen} or f.n in (select quote from co_speakers where speaker in {chosen}))"
    return f"f.{facet} in {chosen}"


def _band(value: str) -> tuple[int, int]:
    if value not in BANDS:
        raise FilterError(f"confidence: {value!r} is not one of {', '.join(BANDS)}")
    return BANDS[value]


def day_number(value: str, name: str, *, first: bool) -> int:
    """Return 2024-03 as 20240301, or 20240331 where the last day is wanted; raises :class:`FilterError`."""
    found = _DAY.match(value.strip())
    if not found or not (1 <= int(found[2] or 1) <= 12 and 1 <= int(found[3] or 1) <= 31):
        raise FilterError(f"{name}: {value!r} is no day; expected 2024-03-14, 2024-03 or 2024")
    year, month, day = found.groups()
    return int(year + (month or ("01" if first else "12")) + (day or ("01" if first else "31")))


def _terms(db: sqlite3.Connection, facet: str, wanted: Iterable[str], *, whole: bool = False) -> list[int]:
    """Return the numbers of values: the very value if there is one, else those that hold it whatever the case."""
    found: list[int] = []
    for value in wanted:
        exact = db.execute("select n from terms where facet = ? and value = ?", (facet, value)).fetchone()
        if exact:
            found.append(exact[0])
        elif facet in _IN_PART and not whole and value.strip():
            select = "select n, value from terms where facet = ? and instr(folded, ?) > 0"
            rows = db.execute(select, (facet, fold(value)))
            found += [n for n, name in rows if value.casefold() in name.casefold()][:_MOST_TERMS]
    return found
