"""Putting whole articles into a store, one replacing its earlier state."""

from __future__ import annotations

import sqlite3
from collections import Counter
from functools import lru_cache

from pipeline.record import Record
from pipeline.store.opening import make_indexes
from pipeline.store.packing import pack, unpack
from pipeline.store.rows import QuoteRow, Row, article_row, mention_rows, production, quote_rows
from pipeline.store.words import WORD, fold, is_common, lemmas

_TABLES = ("articles", "people", "organisations", "quotes", "terms")
#: Words that are remembered as being in the store already, at most.
_REMEMBERED = 1_000_000


class Writer:
    """Puts articles into a store inside the transaction that its caller holds.

    Numbers of rows are given out here, so that a transaction must have begun, with the right to write, before the
    first article: after each commit :meth:`begin` does both.
    """

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._terms: dict[tuple[str, str], int] = {}
        self._seen: set[str] = set()
        self._new_words: set[str] = set()
        self._names: set[str] = set()
        self._tallies: Counter[int] = Counter()
        self._counted: list[int] = []
        self._indexed: list[Row] = []
        self._to_index: list[Row] = []
        self._next = self._numbers()
        self._filling = self._next["articles"] == 1
        if not self._filling:
            make_indexes(db)

    def settle(self) -> None:
        """Make the indexes that questions need, where this writer has filled an empty store; commits."""
        if self._filling:
            make_indexes(self._db)
            self._db.commit()
        self._filling = False

    def begin(self) -> None:
        """Begin to write; another writer may have been here since."""
        self._db.execute("begin immediate")
        self._next = self._numbers()

    def _numbers(self) -> dict[str, int]:
        return {t: self._db.execute(f"select coalesce(max(n), 0) + 1 from {t}").fetchone()[0] for t in _TABLES}

    def _take(self, table: str) -> int:
        number = self._next[table]
        self._next[table] += 1
        return number

    def stands(self, record_id: str, line: str) -> bool:
        """Tell whether the store holds exactly this record."""
        select = "select r.record from articles a join records r on r.article = a.n where a.id = ?"
        known = self._db.execute(select, (record_id,)).fetchone()
        return known is not None and unpack(known[0]) == line

    def put(self, r: Record, line: str) -> None:
        """Put an article in, in place of its earlier state."""
        db = self._db
        if db.execute("select 1 from articles where id = ?", (r.id,)).fetchone():
            self._index()
            db.execute("delete from articles where id = ?", (r.id,))
        n = self._take("articles")
        row = (n, *article_row(r), self._production(r))
        db.execute(f"insert into articles values ({_marks(len(row))})", row)
        db.execute("insert into records values (?, ?)", (n, pack(line)))
        blocks = [(n, b.start, b.end, b.kind) for b in r.blocks]
        db.executemany("insert or ignore into blocks values (?, ?, ?, ?)", blocks)
        people = self._put_people(n, r)
        bodies = self._put_bodies(n, r)
        quotes = self._put_quotes(n, r, people)
        db.executemany(
            "insert or ignore into places values (?, ?, ?)", [(n, p.name, len(p.mentions)) for p in r.places]
        )
        phones = [
            (
                n,
                p.start,
                p.end,
                p.text,
                p.e164,
                p.kind,
                p.context,
                p.extension,
                people.get(p.person_id or ""),
                bodies.get(p.organisation_id or ""),
            )
            for p in r.phones
        ]
        db.executemany(f"insert or ignore into phones values ({_marks(10)})", phones)
        figures = [
            (
                n,
                f.start,
                f.end,
                f.text,
                f.kind,
                f.value,
                f.low,
                f.high,
                f.unit,
                f.currency,
                f.bound,
                quotes.get(f.quote_id or ""),
            )
            for f in r.figures
        ]
        db.executemany(f"insert or ignore into figures values ({_marks(12)})", figures)
        dates = [(n, d.start, d.end, d.text, d.iso, d.precision) for d in r.dates]
        db.executemany("insert or ignore into dates values (?, ?, ?, ?, ?, ?)", dates)
        self._tallies.update(self._counted)
        self._to_index += self._indexed

    def _production(self, r: Record) -> int:
        made = production(r)
        key = ("production", "\x1f".join(str(part) for part in made))
        if key not in self._terms:
            marks = "config_sha256 = ? and name = ? and version = ? and stages = ? and models = ?"
            found = self._db.execute(f"select n from productions where {marks}", made).fetchone()
            if found is None:
                insert = f"insert into productions (config_sha256, name, version, stages, models) values ({_marks(5)})"
                found = (self._db.execute(insert, made).lastrowid,)
            self._terms[key] = found[0]
        return self._terms[key]

    def _put_people(self, n: int, r: Record) -> dict[str, int]:
        bodies = {body.id: body.name for body in r.organisations}
        rows: list[Row] = []
        mentions: list[Row] = []
        numbers: dict[str, int] = {}
        for p in r.people:
            number = numbers[p.id] = self._take("people")
            held = [p.organisation_id, *(role.organisation_id for role in p.roles)]
            body = next((bodies[i] for i in held if i in bodies), None)
            roles = "; ".join(dict.fromkeys(role.normalised for role in p.roles)) or None
            rows.append((number, p.id, n, p.name, p.part, p.party, p.age, roles, body, p.confidence))
            mentions += mention_rows(n, "person", number, p.mentions)
            self._names.update(WORD.findall(p.name.casefold()))
        self._db.executemany(f"insert into people values ({_marks(10)})", rows)
        self._db.executemany("insert or ignore into mentions values (?, ?, ?, ?, ?)", mentions)
        return numbers

    def _put_bodies(self, n: int, r: Record) -> dict[str, int]:
        rows: list[Row] = []
        mentions: list[Row] = []
        numbers: dict[str, int] = {}
        for o in r.organisations:
            number = numbers[o.id] = self._take("organisations")
            rows.append((number, o.id, n, o.name, o.kind, o.ref, "; ".join(o.aliases) or None, o.confidence))
            mentions += mention_rows(n, "organisation", number, o.mentions)
            self._names.update(WORD.findall(o.name.casefold()))
        self._db.executemany(f"insert into organisations values ({_marks(8)})", rows)
        self._db.executemany("insert or ignore into mentions values (?, ?, ?, ?, ?)", mentions)
        return numbers

    def _put_quotes(self, n: int, r: Record, people: dict[str, int]) -> dict[str, int]:
        rows, facets, others, numbers = [], [], [], {}
        self._counted, self._indexed = [], []
        source = self._term("source", r.source.name or "")
        for q in quote_rows(r):
            number = self._take("quotes")
            numbers[str(q.row[0])] = number
            rows.append((number, q.row[0], n, *q.row[1:]))
            self._indexed.append((number, *q.row[3:6], q.row[7], q.row[8]))
            speakers = [self._term("speaker", name) for name in q.speakers]
            counted = self._facets(number, n, source, speakers, q, people)
            facets.append(counted)
            self._counted += [term for term in counted[3:11] if term is not None]
            others += [(number, other) for other in speakers[1:]]
            words = WORD.findall(f"{q.row[3]} {q.row[4]} {q.row[5]} {q.role} {q.organisation}".casefold())
            self._new_words.update(word for word in words if word not in self._seen)
        db = self._db
        db.executemany(f"insert into quotes values ({_marks(15)})", rows)
        db.executemany(f"insert into quote_facets values ({_marks(14)})", facets)
        db.executemany("insert or ignore into co_speakers values (?, ?)", others)
        return numbers

    def _facets(
        self, number: int, article: int, source: int, speakers: list[int], q: QuoteRow, people: dict[str, int]
    ) -> tuple[int | None, ...]:
        def term(facet: str, value: str | None) -> int | None:
            return None if not value else self._term(facet, value)

        body, role, party = term("organisation", q.organisation), term("role", q.role), term("party", q.party)
        kinds = (self._term("kind", q.kind), self._term("mark", q.mark), q.band, q.phone)
        first = (number, article, q.day, term("month", q.month), source, speakers[0] if speakers else None)
        return (*first, body, role, party, *kinds, people.get(q.person_id or ""))

    def _term(self, facet: str, value: str) -> int:
        """Return the number of a word that is counted, giving it one where it is new."""
        known = self._terms.get((facet, value))
        if known is not None:
            return known
        row = self._db.execute("select n from terms where facet = ? and value = ?", (facet, value)).fetchone()
        if row is None:
            number = self._take("terms")
            self._db.execute("insert into terms values (?, ?, ?, ?, 0)", (number, facet, value, fold(value)))
        else:
            number = row[0]
        if len(self._terms) > _REMEMBERED:
            self._terms.clear()
        self._terms[facet, value] = number
        return number

    def _index(self) -> None:
        """Put the quotes that wait into the full text: together, since full text writes to disk at every savepoint."""
        columns = "rowid, text, context, speaker, role, organisation"
        self._db.executemany(f"insert into quotes_fts({columns}) values (?, ?, ?, ?, ?, ?)", self._to_index)
        self._to_index.clear()

    def forget(self) -> None:
        """Forget what was taken for known, since a broken article may have taken it back."""
        self._terms.clear()

    def finish(self) -> None:
        """Put in what the articles since the last call brought of words and counts; to be called before a commit."""
        self._index()
        words = sorted(self._new_words)
        bent = (word for word in words if word not in self._names or is_common(word))
        forms = [(lemma, word) for word in bent for lemma in sorted(lemmas(word)) if lemma != word]
        self._db.executemany("insert or ignore into forms values (?, ?)", forms)
        spelled = [(word, None if plain == word else plain) for word in words for plain in (fold(word),)]
        self._db.executemany("insert or ignore into spellings values (?, ?)", spelled)
        self._db.executemany("insert or ignore into name_words values (?)", [(w,) for w in sorted(self._names)])
        tallies = [(quotes, term) for term, quotes in sorted(self._tallies.items())]
        self._db.executemany("update terms set quotes = quotes + ? where n = ?", tallies)
        self._tallies.clear()
        if len(self._seen) > _REMEMBERED:
            self._seen.clear()
        self._seen |= self._new_words
        self._new_words, self._names = set(), set()


@lru_cache(maxsize=32)
def _marks(n: int) -> str:
    return ", ".join("?" * n)
