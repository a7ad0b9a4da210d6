"""A profile over a store that was written without it: what must not be seen is out of reach of every question.

The quotes, people and articles that the list hides are numbered once in temporary tables of the connection, which the
search leaves out; what is shown of an article with something to mask comes from its record, redacted.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from pipeline.article import PhoneContext, PhoneKind
from pipeline.privacy import OPEN, Profile, folded
from pipeline.privacy.redact import redact
from pipeline.record import Record, parse_record
from pipeline.store.packing import unpack
from pipeline.store.rows import quote_rows
from pipeline.store.words import fold

if TYPE_CHECKING:
    from pipeline.search.hits import Hit

_TABLES = ("hidden_quotes", "hidden_people", "hidden_articles", "touched_articles")
_HIDDEN_PEOPLE = "select n from temp.hidden_people"
_LISTED = "(select value from json_each(:ids))"
_PEOPLE_BY_ID = (
    f"insert or ignore into hidden_people select n from people where id in {_LISTED} or id in (select mention_id from "
    f"identity_members where identity_id in {_LISTED} or identity_id in "
    f"(select identity_id from identity_aliases where old in {_LISTED}))"
)
_PEOPLE_BY_NAME = (
    "insert or ignore into hidden_people select n from people where casefolded(name) in "
    "(select value from json_each(:names))"
)
_ARTICLES = (
    f"insert or ignore into hidden_articles select n from articles where id in {_LISTED} "
    "or url in (select value from json_each(:urls))"
)
_QUOTES = (
    f"insert or ignore into hidden_quotes select n from quotes where id in {_LISTED}",
    f"insert or ignore into hidden_quotes select n from quote_facets where person in ({_HIDDEN_PEOPLE})",
    "insert or ignore into hidden_quotes select n from quotes where article in (select n from temp.hidden_articles)",
)
#: Quotes that name somebody on the list: in full anywhere, by the surname in articles about one of them.
_QUOTES_NAMING = "insert or ignore into hidden_quotes select rowid from quotes_fts where quotes_fts match ?"
_QUOTES_BESIDE = (
    "insert or ignore into hidden_quotes select x.rowid from quotes_fts x join quotes q on q.n = x.rowid where quotes_fts "
    f"match ? and q.article in (select article from people where n in ({_HIDDEN_PEOPLE}))"
)
_TOUCHED = (
    "insert or ignore into touched_articles select article from quotes where n in (select n from temp.hidden_quotes) "
    f"union select article from people where n in ({_HIDDEN_PEOPLE})"
)
#: A quote in whose paragraph a number stands that is not shown as it is.
_NUMBERED = (
    "exists (select 1 from quotes q join blocks b on b.article = q.article and b.start <= q.start and b.end > q.start "
    "join phones p on p.article = q.article and p.start >= b.start and p.start < b.end where q.n = f.n and ({phones}))"
)
_COUNTED = ("month", "source", "speaker", "organisation", "role", "party", "kind", "mark")


class Shield:
    """What a profile hides of one open store. The one of an open profile hides nothing and costs nothing."""

    def __init__(self, db: sqlite3.Connection, profile: Profile = OPEN) -> None:
        self._db = db
        self.profile = self._asked = profile
        self._phones = _masked_phones(profile)
        self._masks_all = profile.emails != "keep" or profile.ages == "drop"
        self._words: frozenset[str] = frozenset()
        self._version = -1
        if profile.suppresses:
            db.create_function("casefolded", 1, folded, deterministic=True)
            for name in _TABLES:
                db.execute(f"create temp table if not exists {name} (n integer primary key)")
            self.refresh()

    def refresh(self) -> None:
        """Number anew what is hidden, where somebody has written to the store since."""
        version = self._db.execute("pragma data_version").fetchone()[0]
        if self._asked.suppresses and version != self._version:
            self._version = version
            for name in _TABLES:
                self._db.execute(f"delete from temp.{name}")
            self._number()

    def _number(self) -> None:
        asked = self._asked
        values = {"ids": json.dumps(sorted(asked.ids)), "urls": json.dumps(sorted(asked.urls))}
        values["names"] = json.dumps(sorted(asked.names))
        for sql in (_PEOPLE_BY_ID, _PEOPLE_BY_NAME, _ARTICLES):
            self._db.execute(sql, values)
        people = self._db.execute(f"select id, name from people where n in ({_HIDDEN_PEOPLE}) order by n").fetchall()
        self.profile = asked.with_ids(mention for mention, _ in people)
        for sql in _QUOTES:
            self._db.execute(sql, values)
        names = sorted({folded(name) for _, name in people} | asked.names)
        for name in names:
            self._db.execute(_QUOTES_NAMING, (_phrase(name),))
            self._db.execute(_QUOTES_BESIDE, (_phrase(name.split()[-1]),))
        self._db.execute(_TOUCHED)
        self._touch_heads(names)
        self._words = frozenset(form for name in names for word in name.split() for form in (word, word + "s"))

    def _touch_heads(self, names: Iterable[str]) -> None:
        """Take in the articles whose title, byline or address names somebody on the list."""
        ends = {form for name in names for last in [name.split()[-1]] for form in (last, fold(last))}
        slugs = {_slug(name) for name in names}
        found = []
        for n, *heads in self._db.execute("select n, title, byline, url, path from articles"):
            told = " ".join(filter(None, heads)).casefold()
            # the surname first: spelling every address out would take seconds for a large archive
            if any(end in told for end in ends) and any(slug in _slug(told) for slug in slugs):
                found.append((n,))
        self._db.executemany("insert or ignore into touched_articles values (?)", found)

    @property
    def active(self) -> bool:
        """Tell whether anybody or anything must not be seen at all."""
        return self._asked.suppresses

    def condition(self, words: Sequence[str] = ()) -> str:
        """Return the condition on ``quote_facets f`` that leaves hidden quotes out; empty where none is hidden.

        Where digits are looked for, quotes beside a masked number are left out too: a hit would tell the number.
        """
        parts = ["f.n not in (select n from temp.hidden_quotes)"] if self.active else []
        if self._phones and any(word.isdigit() for word in words):
            parts.append("not " + _NUMBERED.format(phones=self._phones))
        return " and ".join(parts)

    def shows_word(self, word: str) -> bool:
        """Tell whether a word may be suggested: those of hidden names only where they also stand in what is shown."""
        small = word.casefold()
        if small not in self._words:
            return True
        sql = "select 1 from quotes_fts where quotes_fts match ? and rowid not in (select n from temp.hidden_quotes) limit 1"
        return self._db.execute(sql, (f'"{small}"',)).fetchone() is not None

    def hidden_counts(self) -> dict[str, Counter[str]]:
        """Return for each facet how many hidden quotes have a value, so that ready counts can be put right."""
        if not self.active:
            return {}
        found: dict[str, Counter[str]] = {}
        for facet in _COUNTED:
            sql = (
                f"select t.value, count(*) from quote_facets f join terms t on t.n = f.{facet} "
                "where f.n in (select n from temp.hidden_quotes) group by t.value"
            )
            found[facet] = Counter(dict(self._db.execute(sql).fetchall()))
        return found

    def hidden_articles(self) -> int:
        """Return how many articles must not be seen at all."""
        if not self.active:
            return 0
        return int(self._db.execute("select count(*) from temp.hidden_articles").fetchone()[0])

    def shows_article(self, number: int) -> bool:
        """Tell whether an article, by its number, may be seen at all."""
        if not self.active:
            return True
        return self._db.execute("select 1 from temp.hidden_articles where n = ?", (number,)).fetchone() is None

    def record(self, article: str) -> Record | None:
        """Return the record of an article by its id, as the profile shows it; None where it is not there or hidden."""
        select = "select r.record from articles a join records r on r.article = a.n where a.id = ?"
        row = self._db.execute(select, (article,)).fetchone()
        return None if row is None else redact(parse_record(unpack(row[0]), article), self.profile)

    def hits(self, hits: Sequence[Hit]) -> tuple[Hit, ...]:
        """Return hits as the profile shows them; what it hides is left out."""
        touched = self._touched({hit.article_id for hit in hits})
        records = {article: self.record(article) for article in touched}
        shown = (self._shown(hit, records[hit.article_id]) if hit.article_id in records else hit for hit in hits)
        return tuple(hit for hit in shown if hit is not None)

    def _touched(self, articles: Iterable[str]) -> list[str]:
        """Return those of the articles in which something is not shown as it stands."""
        wanted = sorted(articles)
        if self._masks_all:
            return wanted
        parts = ["exists (select 1 from temp.touched_articles t where t.n = a.n)"] if self.active else []
        if self._phones:
            parts.append(f"exists (select 1 from phones p where p.article = a.n and ({self._phones}))")
        if not parts:
            return []
        sql = f"select id from articles a where id in (select value from json_each(?)) and ({' or '.join(parts)})"
        return [row[0] for row in self._db.execute(sql, (json.dumps(wanted),))]

    def _shown(self, hit: Hit, record: Record | None) -> Hit | None:
        rows = {} if record is None else {str(q.row[0]): q.row for q in quote_rows(record)}
        row = rows.get(hit.id)
        if record is None or row is None:
            return None
        place = record.source.canonical_url or record.source.url or record.source.path
        speaker = hit.speaker if row[5] is None else str(row[5])
        told = {"text": str(row[3]), "context": str(row[4]), "speaker": speaker, "title": record.title, "place": place}
        return replace(hit, **told)  # type: ignore[arg-type]


def _slug(words: str) -> str:
    """Return words as an address spells them: "Åsa Öberg" → "asa-oberg"."""
    return re.sub(r"[^a-z0-9]+", "-", fold(words))


def _phrase(words: str) -> str:
    """Return full text's expression for a name, with its genitive."""
    plain = words.replace('"', " ")
    return f'"{plain}" OR "{plain}s"'


def _masked_phones(profile: Profile) -> str:
    """Return the condition on ``phones p`` that a number is not shown as it is. The words are our own, no input."""
    pairs = [
        f"(p.kind = '{kind}' and p.context = '{context}')"
        for kind in get_args(PhoneKind)
        for context in get_args(PhoneContext)
        if profile.phone(kind, context) != "keep"
    ]
    return " or ".join(pairs)
