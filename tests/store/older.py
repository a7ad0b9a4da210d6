"""The tables of older stores, as they were."""

from __future__ import annotations

import json
import zlib

from pipeline.store import older

VERSION_1 = """
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
VERSION_2 = (
    VERSION_1
    + """
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
)

#: Of version 3 only what its records stand in: the rest is thrown away when the store is brought up.
VERSION_3 = """
create table articles (n integer primary key, id text not null unique);
create table article_texts (
    article integer primary key references articles(n) on delete cascade, text text not null, record blob not null
);
create table quotes (n integer primary key, article integer references articles(n) on delete cascade);
create trigger articles_out after delete on articles begin select 1; end;
"""


def packed_3(line: str, text: str) -> bytes:
    """Return a record as version 3 packed it."""
    before = (older._COMMON + json.dumps(text, ensure_ascii=False).encode())[-32_000:]
    packer = zlib.compressobj(level=4, wbits=-15, zdict=before)
    return packer.compress(line.encode()) + packer.flush()
