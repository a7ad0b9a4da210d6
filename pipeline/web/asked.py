"""Searches as addresses: query parameters into a search, and a search back into an address. One grammar for pages and API."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import get_args
from urllib.parse import parse_qsl, urlencode

from pipeline.search.command import make_filters
from pipeline.search.filters import FilterError, Filters
from pipeline.search.query import Order, Request

#: Parameters that may stand several times, in the order in which addresses have them.
MANY = ("speaker", "organisation", "role", "party", "kind", "mark", "source", "place", "confidence", "without")
ONE = ("since", "until", "person", "reviewed", "has_phone", "exact", "order")
#: Values of one parameter, and letters of one value, that a search may have.
_MOST, _LONGEST = 40, 300
_PAGE = 20


@dataclass(frozen=True)
class Asked:
    """A search as an address says it. ``reviewed`` is yes, no, right, wrong, corrected, or None for all but the wrong."""

    words: str = ""
    speaker: tuple[str, ...] = ()
    organisation: tuple[str, ...] = ()
    role: tuple[str, ...] = ()
    party: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    mark: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    confidence: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    person: str = ""
    reviewed: str = ""
    has_phone: str = ""
    exact: str = ""
    order: str = ""
    cursor: str = ""

    @property
    def narrowed(self) -> bool:
        """Tell whether anything is asked for."""
        return replace(self, order="", cursor="", exact="") != Asked()

    def filters(self) -> Filters:
        """Return the filters; raises :class:`FilterError` for what cannot be."""
        many = (self.speaker, self.organisation, self.role, self.party, self.kind, self.source, self.place)
        return make_filters(
            *many,
            self.confidence,
            self.without,
            self.since or None,
            self.until or None,
            bool(self.has_phone),
            self.person or None,
        ).with_values(mark=self.mark)

    def request(self, limit: int = _PAGE, *, settled: Filters | None = None) -> Request:
        """Return the search; ``settled`` are filters to use in place of the plain ones."""
        if self.order and self.order not in get_args(Order):
            raise FilterError(f"order: {self.order!r} is not one of {', '.join(get_args(Order))}")
        order: Order | None = self.order or None  # type: ignore[assignment]
        return Request(self.words, settled or self.filters(), order, limit, bool(self.exact), self.cursor or None)

    def address(self, **changed: object) -> str:
        """Return the query of this search with some of it changed, without a page's place."""
        asked = replace(self, cursor="", **changed)  # type: ignore[arg-type]
        pairs = [("q", asked.words)] if asked.words else []
        for name in (*MANY, *ONE):
            value = getattr(asked, name)
            pairs += [(name, item) for item in (value if isinstance(value, tuple) else (value,)) if item]
        return urlencode(pairs)

    def next_page(self, cursor: str) -> str:
        """Return the query of the following page."""
        return f"{self.address()}&{urlencode({'cursor': cursor})}".lstrip("&")

    def with_value(self, facet: str, value: str) -> str:
        """Return the query with one more value of a facet."""
        return self.address(**{facet: tuple(dict.fromkeys((*getattr(self, facet), value)))})

    def without_value(self, facet: str, value: str) -> str:
        """Return the query with one value of a facet taken out."""
        held = getattr(self, facet)
        return self.address(**{facet: tuple(v for v in held if v != value) if isinstance(held, tuple) else ""})

    def excluding(self, facet: str, value: str) -> str:
        """Return the query with a value that must not be."""
        return self.address(without=tuple(dict.fromkeys((*self.without, f"{facet}={value}"))))

    def chosen(self) -> list[tuple[str, str]]:
        """Return what narrows the search down beside its words: parameter and value."""
        pairs = [(name, value) for name in MANY for value in getattr(self, name)]
        singles = ("since", "until", "person", "reviewed", "has_phone")
        return pairs + [(name, getattr(self, name)) for name in singles if getattr(self, name)]


def read_asked(pairs: Iterable[tuple[str, str]]) -> Asked:
    """Return the search of an address's parameters; unknown ones are left alone. Raises :class:`FilterError`."""
    many: dict[str, list[str]] = {name: [] for name in MANY}
    one: dict[str, str] = {}
    known = {field.name for field in fields(Asked)}
    for name, raw in pairs:
        value = _clean(raw)
        if not value:
            continue
        if len(value) > (2000 if name in ("cursor", "q") else _LONGEST):
            raise FilterError(f"{name}: is longer than {_LONGEST} letters")
        if name == "q":
            one["words"] = value
        elif name == "org":
            many["organisation"].append(value)
        elif name in many:
            many[name].append(value)
        elif name in known and name != "words":
            one[name] = value
    if any(len(values) > _MOST for values in many.values()):
        raise FilterError(f"a filter has more than {_MOST} values; paste a list into the batch search instead")
    held: Mapping[str, tuple[str, ...]] = {name: tuple(dict.fromkeys(values)) for name, values in many.items()}
    return Asked(**held, **one)  # type: ignore[arg-type]


def asked_of(query: str) -> Asked:
    """Return the search of an address's query, as it was saved."""
    return read_asked(parse_qsl(query))


def _clean(value: str) -> str:
    return re.sub(r"[\x00-\x1f\x7f]+", " ", value).strip()
