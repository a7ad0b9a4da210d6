"""What a reader opens: a quote with its article, its printings, and where its original stands; the archive at a glance."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import dataclass
from urllib.parse import quote as percent

from pipeline.privacy.shield import Shield
from pipeline.record import QuoteRecord, Record
from pipeline.search.hits import Hit, read_hits

#: Words at each end of a quote that a link into the original names; browsers find the rest between them.
_FRAGMENT_WORDS = 5


def find_record(db: sqlite3.Connection, shield: Shield, article: str) -> Record | None:
    """Return an article's record as the profile shows it."""
    return shield.record(article)


def find_hit(db: sqlite3.Connection, shield: Shield, quote: str) -> Hit | None:
    """Return a quote by its id as the profile shows it; None where there is none."""
    hidden = shield.condition()
    where = f" and {hidden}" if hidden else ""
    sql = f"select q.n from quotes q join quote_facets f on f.n = q.n where q.id = ?{where}"
    row = db.execute(sql, (quote,)).fetchone()
    hits = shield.hits(read_hits(db, [row[0]])) if row else ()
    return hits[0] if hits else None


def printings(db: sqlite3.Connection, shield: Shield, quote: str) -> tuple[Hit, ...]:
    """Return the other printings of a quote's words in the archive, the earliest first."""
    hidden = shield.condition()
    where = f" and {hidden}" if hidden else ""
    sql = (
        "select f.n from group_members g join group_members other on other.group_id = g.group_id join quotes q on "
        f"q.id = other.member_id join quote_facets f on f.n = q.n where g.member_id = ? and q.id <> ?{where} "
        "order by f.day, f.n limit 50"
    )
    return shield.hits(read_hits(db, [row[0] for row in db.execute(sql, (quote, quote))]))


def web_address(record: Record) -> str | None:
    """Return the address of the original; None for one that is no web address (it may say ``javascript:``)."""
    url = record.source.canonical_url or record.source.url or ""
    return url if url.lower().startswith(("https://", "http://")) else None


def text_fragment(url: str, quote: QuoteRecord) -> str:
    """Return an address that opens the original with the quote marked (a text fragment, WICG)."""
    words = quote.contents[0].text.split()
    if len(words) <= 2 * _FRAGMENT_WORDS:
        marked = _escaped(" ".join(words))
    else:
        marked = f"{_escaped(' '.join(words[:_FRAGMENT_WORDS]))},{_escaped(' '.join(words[-_FRAGMENT_WORDS:]))}"
    return f"{url.partition('#')[0]}#:~:text={marked}"


def _escaped(words: str) -> str:
    return percent(words, safe="").replace("-", "%2D")


@dataclass(frozen=True, slots=True)
class Overview:
    """The archive at a glance, from counts that the store keeps ready."""

    articles: int
    quotes: int
    months: tuple[tuple[str, int], ...]
    speakers: tuple[tuple[str, int], ...]
    organisations: tuple[tuple[str, int], ...]
    sources: tuple[tuple[str, int], ...]
    latest: str | None


def overview(db: sqlite3.Connection, shield: Shield, most: int = 8) -> Overview:
    """Return what the archive holds, without what is hidden."""
    hidden = shield.hidden_counts()

    def counts(facet: str, order: str, limit: int) -> tuple[tuple[str, int], ...]:
        gone = hidden.get(facet, Counter())
        sql = f"select value, quotes from terms where facet = ? and quotes > 0 order by {order} limit ?"
        rows = db.execute(sql, (facet, limit + len(gone))).fetchall()
        left = [(value, quotes - gone[value]) for value, quotes in rows if value and quotes > gone[value]]
        return tuple(left[:limit])

    most_first = "quotes desc, value"
    months = counts("month", "value", 1_000_000)
    articles = db.execute("select count(*) from articles").fetchone()[0] - shield.hidden_articles()
    latest = db.execute("select max(published_at) from articles").fetchone()[0]
    quotes = sum(n for _, n in counts("kind", most_first, 9))
    told = (
        counts("speaker", most_first, most),
        counts("organisation", most_first, most),
        counts("source", most_first, most),
    )
    return Overview(articles, quotes, months, *told, latest)
