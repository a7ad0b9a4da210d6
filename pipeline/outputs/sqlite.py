"""The store: SQLite with full text, so that quotes can be searched at once. Opens in Datasette as it is."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from pipeline.outputs import Output, OutputError, make_folder, output
from pipeline.record import Record, SpeakerRecord
from pipeline.stage import Options

#: The version of the tables. An older store is brought up to it; a newer one is an error with a remedy.
VERSION = 2

_TABLES = """
create table articles (
    id text primary key, path text, url text, source text, title text, published_at text, language text,
    text text not null, text_sha256 text not null, config_sha256 text not null, record text not null
) without rowid;
create table people (
    id text primary key, article_id text not null references articles(id) on delete cascade, name text not null,
    part text not null, party text, age integer, roles text, confidence real
) without rowid;
create table organisations (
    id text primary key, article_id text not null references articles(id) on delete cascade, name text not null,
    kind text not null, ref text, aliases text, confidence real
) without rowid;
create table quotes (
    n integer primary key, id text not null unique,
    article_id text not null references articles(id) on delete cascade, kind text not null, mark text not null,
    text text not null, context text not null, speaker text, speaker_kind text not null, role text, organisation text,
    person_id text, confidence real not null, rule text not null, start integer not null
);
create table phones (
    article_id text not null references articles(id) on delete cascade, text text not null, e164 text, kind text,
    context text, person_id text, organisation_id text
);
create table figures (
    article_id text not null references articles(id) on delete cascade, text text not null, kind text, value text,
    low text, high text, unit text, currency text, bound text, quote_id text
);
create index people_article on people(article_id);
create index people_name on people(name);
create index organisations_article on organisations(article_id);
create index quotes_article on quotes(article_id);
create index quotes_speaker on quotes(speaker);
create index phones_article on phones(article_id);
create index figures_article on figures(article_id);
create virtual table quotes_fts using fts5(
    text, context, speaker, role, organisation,
    content='quotes', content_rowid='n', tokenize='unicode61 remove_diacritics 0'
);
create trigger quotes_in after insert on quotes begin
    insert into quotes_fts(rowid, text, context, speaker, role, organisation)
    values (new.n, new.text, new.context, new.speaker, new.role, new.organisation);
end;
create trigger quotes_out after delete on quotes begin
    insert into quotes_fts(quotes_fts, rowid, text, context, speaker, role, organisation)
    values ('delete', old.n, old.text, old.context, old.speaker, old.role, old.organisation);
end;
"""
#: What spans the archive (`talstreck link`, `talstreck same`). An article that is new, changed or gone waits in
#: `archive_waiting` until each step has taken it in. `data`, `form`, `print` and `content` are the steps' own keys.
_ARCHIVE = """
create table archive_waiting (step text not null, article_id text not null, primary key (step, article_id)) without rowid;
create table archive_settled (step text primary key, value text not null) without rowid;
create table identities (
    id text primary key, kind text not null, name text not null, names text not null, mentions integer not null,
    first_day text, last_day text
) without rowid;
create table identity_members (
    mention_id text primary key, identity_id text, article_id text not null, kind text not null, form text not null,
    name text not null, day text, data text not null
) without rowid;
create table identity_keys (key text, kind text, form text, primary key (key, kind, form)) without rowid;
create table identity_evidence (
    identity_id text not null, a text not null, b text not null, relation text not null, shared text not null,
    score real not null, asked real not null, by text not null
);
create table identity_aliases (old text primary key, identity_id text not null) without rowid;
create table maybe_links (
    a text not null, b text not null, mention_a text not null, mention_b text not null, relation text not null,
    shared text not null, against text not null, score real not null, asked real not null, primary key (a, b)
) without rowid;
create table groups (id text primary key, kind text not null, members integer not null, first_day text) without rowid;
create table group_members (
    member_id text primary key, group_id text, kind text not null, article_id text not null, content text not null,
    day text, data text not null
) without rowid;
create table group_prints (kind text, print integer, content text, primary key (kind, print, content)) without rowid;
create index identity_members_identity on identity_members(identity_id);
create index identity_members_article on identity_members(article_id);
create index identity_members_form on identity_members(kind, form);
create index identity_evidence_identity on identity_evidence(identity_id);
create index identities_name on identities(name);
create index maybe_links_b on maybe_links(b);
create index group_members_group on group_members(group_id);
create index group_members_content on group_members(kind, content);
create index group_members_article on group_members(article_id);
create trigger articles_in after insert on articles begin
    insert or ignore into archive_waiting values ('link', new.id), ('same', new.id);
end;
create trigger articles_out after delete on articles begin
    insert or ignore into archive_waiting values ('link', old.id), ('same', old.id);
end;
insert into archive_waiting select 'link', id from articles;
insert into archive_waiting select 'same', id from articles;
"""
SCHEMA = _TABLES + _ARCHIVE
#: From each older version of the tables to the next.
_MIGRATIONS = {1: _ARCHIVE}
#: Articles between two commits.
_BATCH = 200


class SqliteOptions(Options):
    """``path`` is the database file; it is made where it is not there, and added to where it is."""

    path: str


@output("sqlite", config=SqliteOptions)
def sqlite(options: SqliteOptions) -> Output:
    """A searchable store of articles, quotes, people, organisations, phones and figures."""
    return SqliteStore(Path(options.path))


def open_store(path: Path) -> sqlite3.Connection:
    """Open a store for reading and writing, its tables made; raises :class:`OutputError` for what is no store."""
    make_folder(path)
    try:
        db = sqlite3.connect(path)
        db.execute("pragma journal_mode=wal")
        db.execute("pragma foreign_keys=on")
        version = db.execute("pragma user_version").fetchone()[0]
        tables = db.execute("select count(*) from sqlite_master").fetchone()[0]
        if version == 0 and tables == 0:
            db.executescript(f"begin; {SCHEMA} pragma user_version = {VERSION}; commit;")
        elif version in _MIGRATIONS:
            for step in range(version, VERSION):
                db.executescript(f"begin; {_MIGRATIONS[step]} pragma user_version = {step + 1}; commit;")
        elif version != VERSION:
            raise OutputError(f"{path}: is no store of this version ({version}, not {VERSION}); choose another file")
    except sqlite3.DatabaseError as error:
        raise OutputError(f"{path}: cannot be used as a store: {error}; choose another file") from None
    return db


class SqliteStore:
    """Puts whole articles in, one replacing its earlier state; what stands unchanged is left alone."""

    def __init__(self, path: Path) -> None:
        self._db = open_store(path)
        self._pending = 0

    def write(self, record: Record, line: str) -> None:
        """Put an article in; nothing happens where the same text was read with the same configuration."""
        known = self._db.execute("select record from articles where id = ?", (record.id,)).fetchone()
        if known is not None and known[0] == line:
            return
        with_context = _contexts(record)
        self._db.execute("delete from articles where id = ?", (record.id,))
        self._insert(record, line, with_context)
        self._pending += 1
        if self._pending >= _BATCH:
            self._db.commit()
            self._pending = 0

    def _insert(self, r: Record, line: str, contexts: list[str]) -> None:
        db, s = self._db, r.source
        row = (r.id, s.path, s.url, s.name, r.title, s.published_at, r.language, r.text, r.text_sha256)
        db.execute(f"insert into articles values ({_marks(11)})", (*row, r.produced_by.config_sha256, line))
        people = [
            (p.id, r.id, p.name, p.part, p.party, p.age, "; ".join(x.normalised for x in p.roles), p.confidence)
            for p in r.people
        ]
        db.executemany(f"insert into people values ({_marks(8)})", people)
        bodies = [(o.id, r.id, o.name, o.kind, o.ref, "; ".join(o.aliases), o.confidence) for o in r.organisations]
        db.executemany(f"insert into organisations values ({_marks(7)})", bodies)
        names = {o.id: o.name for o in r.organisations}
        quotes = []
        for q, context in zip(r.quotes, contexts, strict=True):
            speaker = q.speaker
            body = names.get(speaker.organisation_id or "")
            said = " ".join(part.text for part in q.contents)
            row_q = (q.id, r.id, q.kind, q.mark, said, context, _names(speaker, q.co_speakers), speaker.kind)
            quotes.append((*row_q, speaker.role, body, speaker.person_id, q.confidence, q.rule, q.contents[0].start))
        columns = "id, article_id, kind, mark, text, context, speaker, speaker_kind, role, organisation, person_id, confidence, rule, start"
        db.executemany(f"insert into quotes ({columns}) values ({_marks(14)})", quotes)
        phones = [(r.id, p.text, p.e164, p.kind, p.context, p.person_id, p.organisation_id) for p in r.phones]
        db.executemany(f"insert into phones values ({_marks(7)})", phones)
        figures = [
            (r.id, f.text, f.kind, f.value, f.low, f.high, f.unit, f.currency, f.bound, f.quote_id) for f in r.figures
        ]
        db.executemany(f"insert into figures values ({_marks(10)})", figures)

    def close(self) -> None:
        """Commit and close."""
        self._db.commit()
        self._db.close()

    def abandon(self) -> None:
        """Keep the whole articles that were put in; they are right as they are."""
        self.close()


def _marks(n: int) -> str:
    return ", ".join("?" * n)


def _names(speaker: SpeakerRecord, others: list[SpeakerRecord]) -> str | None:
    return "; ".join(s.name for s in (speaker, *others) if s.name) or None


def _contexts(record: Record) -> list[str]:
    """Return the block that each quote stands in, with the block before it."""
    found = []
    for quote in record.quotes:
        at = quote.contents[0].start
        n = next((k for k, b in enumerate(record.blocks) if b.start <= at < b.end), 0)
        first = record.blocks[max(0, n - 1)].start if record.blocks else 0
        last = record.blocks[n].end if record.blocks else len(record.text)
        found.append(record.text[first:last])
    return found
