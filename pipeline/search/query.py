"""Search the quotes of a store: words, filters, order, counts for the selection."""

from __future__ import annotations

import base64
import json
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pipeline.outputs import OutputError
from pipeline.privacy import OPEN, Profile
from pipeline.privacy.shield import Shield
from pipeline.search.expression import Expression, read_expression
from pipeline.search.filters import BANDS, FilterError, Filters
from pipeline.search.forms import Forms
from pipeline.search.hits import Count, Hit, Results, read_hits
from pipeline.store.opening import open_for_reading

Order = Literal["relevance", "date", "oldest"]

#: Quotes that one search counts and orders at most: the newest in the store of those that match.
COUNTED = 20_000
#: Values that a facet shows.
_SHOWN = 12
#: Seconds that one search may take before it is broken off.
_PATIENCE = 5.0
_STEPS = 20_000
#: Words in the quote count most, then the speaker's name; those around it least.
_WEIGHTS = "6.0, 1.0, 4.0, 2.0, 3.0"
_COUNTED = ("speaker", "organisation", "role", "party", "source", "kind", "mark")
_COLUMNS = "f.n, f.day, f.speaker, f.organisation, f.role, f.party, f.source, f.kind, f.mark, f.band"


@dataclass(frozen=True, slots=True)
class Request:
    """A search. ``exact`` looks for words as typed, without their inflections; ``cursor`` comes from earlier results."""

    words: str = ""
    filters: Filters = field(default_factory=Filters)
    order: Order | None = None
    limit: int = 20
    exact: bool = False
    cursor: str | None = None


class TooCostlyError(OutputError):
    """A search that was broken off since it took too long."""


def search(db: sqlite3.Connection, request: Request, shield: Shield | None = None) -> Results:
    """Return a page of the quotes that match, with counts; the most relevant first, without words the latest.

    What ``shield`` hides is neither found nor counted nor suggested. Raises :class:`FilterError` for a filter or a cursor that cannot be, :class:`TooCostlyError` after some seconds.
    """
    with _limited(db):
        return _search(db, request, shield or Shield(db))


def _search(db: sqlite3.Connection, request: Request, shield: Shield) -> Results:
    forms = Forms(db, exact=request.exact, shows=shield.shows_word)
    expression = read_expression(request.words, forms.expand, forms.parts)
    if request.words.strip() and not expression.match:
        return Results((), 0, False, {}, notices=(*expression.notices, "no_words"))
    order = request.order or ("relevance" if expression.match else "date")
    narrowed = _condition(db, request.filters, shield.condition(expression.words))
    selected = _selected(db, expression.match, narrowed, order)
    numbers, cursor = _page(selected, order, request)
    whole = not expression.match and not request.filters.any
    total, facets = _archive(db, shield) if whole else (len(selected), _counts(db, selected))
    hits = shield.hits(read_hits(db, numbers, expression.match))
    meant = _meant(forms, request, expression) if not selected and expression.words else None
    more = len(selected) >= COUNTED and not whole
    return Results(hits, total, more, facets, cursor, expression.notices, meant)


def latest(db: sqlite3.Connection, filters: Filters, shield: Shield, limit: int) -> tuple[Hit, ...]:
    """Return the latest quotes under some filters, without counting the others."""
    condition, values = _condition(db, filters, shield.condition())
    where = f"where {condition}" if condition else ""
    with _limited(db):
        sql = f"select f.n from quote_facets f {where} order by f.day desc, f.n limit ?"
        numbers = [row[0] for row in db.execute(sql, (*values, limit))]
        return shield.hits(read_hits(db, numbers))


def _condition(db: sqlite3.Connection, filters: Filters, hidden: str) -> tuple[str, list[object]]:
    asked, values = filters.condition(db)
    return " and ".join(part for part in (asked, hidden) if part), values


def matching(db: sqlite3.Connection, request: Request, batch: int = 500, shield: Shield | None = None) -> Iterator[Hit]:
    """Yield every quote that matches, however many, in the order of the store: for exports and counts."""
    shield = shield or Shield(db)
    forms = Forms(db, exact=request.exact, shows=shield.shows_word)
    expression = read_expression(request.words, forms.expand, forms.parts)
    if request.words.strip() and not expression.match:
        return
    condition, values = _condition(db, request.filters, shield.condition(expression.words))
    after = 0
    where = " and ".join(part for part in (condition, "f.n > ?") if part)
    sql, first = f"select f.n from quote_facets f where {where} order by f.n limit ?", []
    if expression.match:
        start = "select f.n from quotes_fts x cross join quote_facets f on f.n = x.rowid where quotes_fts match ?"
        sql, first = f"{start} and {where} order by x.rowid limit ?", [expression.match]
    while True:
        with _limited(db):
            rows = db.execute(sql, (*first, *values, after, batch)).fetchall()
        if not rows:
            return
        numbers = [row[0] for row in rows]
        yield from shield.hits(read_hits(db, numbers))
        after = numbers[-1]


def search_store(store: Path, request: Request, profile: Profile = OPEN) -> Results:
    """Return a page of results from the store in a file; raises :class:`OutputError` where there is none."""
    with closing(open_for_reading(store)) as db:
        try:
            return search(db, request, Shield(db, profile))
        except sqlite3.DatabaseError as error:
            raise OutputError(f"{store}: cannot be read as a store: {error}") from None


def search_quotes(store: Path, words: str = "", *, speaker: str | None = None, limit: int = 20) -> list[Hit]:
    """Return the quotes of a store that match, the best first; without words, the latest first.

    ``speaker`` is a part of the speaker's name, whatever its case. Raises :class:`OutputError` where there is no store.
    """
    filters = Filters(speaker=(speaker,) if speaker else ())
    return list(search_store(store, Request(words, filters, limit=limit)).hits)


Row = tuple[int, ...]


def _selected(db: sqlite3.Connection, match: str, narrowed: tuple[str, list[object]], order: Order) -> list[Row]:
    """Return what is counted of the quotes that match, in the order that was asked for."""
    condition, values = narrowed
    if match:
        rank = f", bm25(quotes_fts, {_WEIGHTS})" if order == "relevance" else ""
        where = f" and {condition}" if condition else ""
        sql = (
            f"select {_COLUMNS}{rank} from quotes_fts x cross join quote_facets f on f.n = x.rowid "
            f"where quotes_fts match ?{where} order by x.rowid desc limit ?"
        )
        rows = db.execute(sql, (match, *values, COUNTED)).fetchall()
    else:
        where = f" where {condition}" if condition else ""
        direction = "asc" if order == "oldest" else "desc"
        some = COUNTED if condition else 2_000
        sql = f"select {_COLUMNS} from quote_facets f{where} order by f.day {direction}, f.n limit ?"
        rows = db.execute(sql, (*values, some)).fetchall()
    if order == "relevance" and match:
        rows.sort(key=lambda row: (row[-1], -row[1], row[0]))
    else:
        rows.sort(key=_by_date(order))
    return rows


def _by_date(order: Order) -> Callable[[Row], tuple[int, ...]]:
    """Undated quotes come last in both directions."""
    if order == "oldest":
        return lambda row: (row[1] == 0, row[1], row[0])
    return lambda row: (-row[1], row[0])


def _page(selected: Sequence[Row], order: Order, request: Request) -> tuple[list[int], str | None]:
    start = 0
    if request.cursor:
        number, place = _read_cursor(request.cursor, order)
        start = next((n for n, row in enumerate(selected) if row[0] == number), place - 1) + 1
    numbers = [row[0] for row in selected[start : start + max(0, request.limit)]]
    end = start + len(numbers)
    if not numbers or end >= len(selected):
        return numbers, None
    cursor = json.dumps([order, numbers[-1], end])
    return numbers, base64.urlsafe_b64encode(cursor.encode()).decode().rstrip("=")


def _read_cursor(cursor: str, order: Order) -> tuple[int, int]:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        told, number, place = json.loads(base64.urlsafe_b64decode(padded.encode()))
        if told != order:
            raise ValueError
        return int(number), max(0, int(place))
    except (ValueError, TypeError):
        raise FilterError(
            "cursor: is not of this search; begin again without it, with the order that it came from"
        ) from None


def _archive(db: sqlite3.Connection, shield: Shield) -> tuple[int, dict[str, tuple[Count, ...]]]:
    """Return the counts of the whole store, which it keeps ready, less what is hidden."""
    hidden = shield.hidden_counts()
    total = db.execute("select coalesce(sum(quotes), 0) from terms where facet = 'kind'").fetchone()[0]
    facets = {}
    for facet in _COUNTED:
        gone = hidden.get(facet, Counter())
        select = "select value, quotes from terms where facet = ? and quotes > 0 order by quotes desc, value limit ?"
        rows = db.execute(select, (facet, _SHOWN + len(gone))).fetchall()
        left = [Count(value, quotes - gone[value]) for value, quotes in rows if quotes > gone[value]]
        facets[facet] = tuple(sorted(left, key=lambda c: (-c.quotes, c.value))[:_SHOWN])
    return total - sum(hidden.get("kind", Counter()).values()), facets


def _counts(db: sqlite3.Connection, selected: Sequence[Row]) -> dict[str, tuple[Count, ...]]:
    if not selected:
        return {}
    columns = list(zip(*selected, strict=True))
    facets: dict[str, tuple[Count, ...]] = {}
    for place, facet in enumerate(_COUNTED, 2):
        counted = Counter(columns[place])
        counted.pop(None, None)
        common = counted.most_common(_SHOWN)
        names = dict(
            db.execute(
                "select n, value from terms where n in (select value from json_each(?))",
                (json.dumps([n for n, _ in common]),),
            )
        )
        facets[facet] = tuple(
            sorted((Count(names[n], quotes) for n, quotes in common if n in names), key=lambda c: (-c.quotes, c.value))
        )
    bands = columns[2 + len(_COUNTED)]
    facets["confidence"] = tuple(
        Count(name, held)
        for name, (low, high) in BANDS.items()
        if (held := sum(1 for band in bands if low <= band <= high))
    )
    years = Counter(day // 10_000 for day in columns[1] if day)
    facets["year"] = tuple(Count(str(year), quotes) for year, quotes in sorted(years.items(), reverse=True))
    return facets


def _meant(forms: Forms, request: Request, expression: Expression) -> str | None:
    """Return the query with words that the store holds in place of those that it does not."""
    meant = request.words
    for word in dict.fromkeys(expression.words):
        better = forms.suggest(word)
        if better:
            meant = meant.replace(word, better)
    return meant if meant != request.words else None


class _limited:  # noqa: N801 - reads as a word in the with statement
    """Breaks a query off that takes too long."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._end = 0.0

    def __enter__(self) -> None:
        self._end = time.monotonic() + _PATIENCE
        self._db.set_progress_handler(lambda: int(time.monotonic() > self._end), _STEPS)

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        self._db.set_progress_handler(None, 0)
        if isinstance(error, sqlite3.OperationalError) and "interrupted" in str(error):
            raise TooCostlyError("the search took too long; narrow it down with a filter or a rarer word") from None
