"""The tables of the store, version by version.

Findings hang on whole articles: an article that goes takes all its rows with it. Rows refer to each other by small
integers, which a store gives out itself and which mean nothing outside it; ids are the ones that hold. What is counted
for facets stands in the narrow ``quote_facets``, so that counting never reads the wide rows; its words are in ``terms``,
where each also has the number of its quotes: the writer adds to it, a trigger takes away. ``forms`` leaves out the form that
is its own lemma, ``spellings.folded`` is null where a word has no marks.
"""

from __future__ import annotations

#: The version of the tables. An older store is brought up to it; a newer one is an error with a remedy.
VERSION = 4

TABLES = """
create table productions (
    n integer primary key, config_sha256 text not null, name text not null, version text not null,
    stages text not null, models text not null, unique (config_sha256, name, version, stages, models)
);
create table articles (
    n integer primary key, id text not null unique, path text, url text, source text, title text, byline text,
    published_at text, updated_at text, retrieved_at text, language text, group_id text, raw_sha256 text, rule text, archive_path text, archive_offset integer, archive_length integer,
    production integer not null references productions(n)
);
create table records (
    article integer primary key references articles(n) on delete cascade, record blob not null
);
create table blocks (
    article integer not null references articles(n) on delete cascade, start integer not null, end integer not null,
    kind text not null, primary key (article, start)
) without rowid;
create table people (
    n integer primary key, id text not null unique, article integer not null references articles(n) on delete cascade,
    name text not null, part text not null, party text, age integer, roles text, organisation text, confidence real
);
create table organisations (
    n integer primary key, id text not null unique, article integer not null references articles(n) on delete cascade,
    name text not null, kind text not null, ref text, aliases text, confidence real
);
create table mentions (
    article integer not null references articles(n) on delete cascade, start integer not null, end integer not null,
    kind text not null, owner integer not null, primary key (article, start, end, kind, owner)
) without rowid;
create table places (
    article integer not null references articles(n) on delete cascade, name text not null, mentions integer not null,
    primary key (article, name)
) without rowid;
create table quotes (
    n integer primary key, id text not null unique, article integer not null references articles(n) on delete cascade,
    kind text not null, mark text not null, text text not null, context text not null, speaker text,
    speaker_kind text not null, role text, organisation text, confidence real not null, rule text not null,
    start integer not null, end integer not null
);
create table terms (
    n integer primary key, facet text not null, value text not null, folded text not null,
    quotes integer not null default 0, unique (facet, value)
);
create table quote_facets (
    n integer primary key references quotes(n) on delete cascade, article integer not null, day integer not null,
    month integer, source integer, speaker integer, organisation integer, role integer, party integer,
    kind integer not null, mark integer not null, band integer not null, phone integer not null, person integer
);
create table co_speakers (
    quote integer not null references quotes(n) on delete cascade, speaker integer not null, primary key (quote, speaker)
) without rowid;
create table phones (
    article integer not null references articles(n) on delete cascade, start integer not null, end integer not null,
    text text not null, e164 text, kind text, context text, extension text, person integer, organisation integer,
    primary key (article, start)
) without rowid;
create table figures (
    article integer not null references articles(n) on delete cascade, start integer not null, end integer not null,
    text text not null, kind text, value text, low text, high text, unit text, currency text, bound text,
    quote integer, primary key (article, start, end)
) without rowid;
create table dates (
    article integer not null references articles(n) on delete cascade, start integer not null, end integer not null,
    text text not null, iso text, precision text not null, primary key (article, start, end)
) without rowid;
create table forms (lemma text not null, form text not null, primary key (lemma, form)) without rowid;
create table spellings (form text primary key, folded text) without rowid;
create table name_words (word text primary key) without rowid;
create index people_article on people(article);
create index organisations_article on organisations(article);
create index quotes_article on quotes(article);
create index terms_folded on terms(facet, folded);
create index terms_quotes on terms(facet, quotes);
create virtual table quotes_fts using fts5(
    text, context, speaker, role, organisation,
    content='quotes', content_rowid='n', tokenize='unicode61 remove_diacritics 0'
);
create virtual table words using fts5vocab('quotes_fts', 'row');
create trigger quotes_out after delete on quotes begin
    insert into quotes_fts(quotes_fts, rowid, text, context, speaker, role, organisation)
    values ('delete', old.n, old.text, old.context, old.speaker, old.role, old.organisation);
end;
create trigger quote_facets_out after delete on quote_facets begin
    update terms set quotes = quotes - 1
    where n in (old.month, old.source, old.speaker, old.organisation, old.role, old.party, old.kind, old.mark);
end;
"""

#: Indexes that only questions need. A store that is filled for the first time gets them when it is full: they are then
#: written in their order, in half the time and less room. Those that a replaced article needs are with the tables.
LATER = {
    "articles_day": "articles(published_at)",
    "places_name": "places(name)",
    "quote_facets_day": "quote_facets(day)",
    "quote_facets_speaker": "quote_facets(speaker, day)",
    "quote_facets_organisation": "quote_facets(organisation, day)",
    "quote_facets_person": "quote_facets(person)",
    "co_speakers_speaker": "co_speakers(speaker)",
    "phones_person": "phones(person)",
}

#: What spans the archive (`talstreck link`, `talstreck same`). An article that is new, changed or gone waits in
#: `archive_waiting` until each step has taken it in. `data`, `form`, `print` and `content` are the steps' own keys.
ARCHIVE = """
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
"""

WAITING = """
create trigger articles_in after insert on articles begin
    insert or ignore into archive_waiting values ('link', new.id), ('same', new.id);
end;
create trigger articles_out after delete on articles begin
    insert or ignore into archive_waiting values ('link', old.id), ('same', old.id);
end;
"""

ALL_WAIT = """
insert or ignore into archive_waiting select 'link', id from articles;
insert or ignore into archive_waiting select 'same', id from articles;
"""

SCHEMA = TABLES + ARCHIVE + WAITING
