"""Records out of older stores, so that their rows can be made anew."""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterator

#: The tables of findings that each version had; those that span the archive stay.
TABLES_BEFORE = {
    1: ("quotes_fts", "quotes", "people", "organisations", "phones", "figures", "articles"),
    2: ("quotes_fts", "quotes", "people", "organisations", "phones", "figures", "articles"),
    3: (
        "words", "quotes_fts", "co_speakers", "quote_facets", "quotes", "terms", "figures", "dates", "phones", "places",
        "mentions", "organisations", "people", "blocks", "article_texts", "articles", "productions", "forms", "spellings",
        "name_words",
    ),
}  # fmt: skip


def older_lines(db: sqlite3.Connection, version: int) -> Iterator[str]:
    """Yield the records of an older store as lines of JSON, in the order in which it took them in."""
    if version < 3:
        yield from (row[0] for row in db.execute("select record from articles order by id"))
        return
    select = "select t.record, t.text from articles a join article_texts t on t.article = a.n order by a.n"
    for data, text in db.execute(select):
        before = (_COMMON + json.dumps(text, ensure_ascii=False).encode())[-32_000:]
        yield zlib.decompressobj(wbits=-15, zdict=before).decompress(data).decode()


#: What version 3 packed every record behind.
_COMMON = (
    '{"schema":"press-record/1.1","id":"a1-","source":{"name":"","url":null,"canonical_url":"https://www.","path":"",'
    '"media_type":"text/html","encoding":{"name":"utf-8","declared":"utf-8","decided_by":"declared"},"retrieved_at":null,'
    '"published_at":"20","updated_at":null,"raw_sha256":"","archive":null,"rule":""},"group_id":null,"title":"",'
    '"lead":{"start":,"end":},"byline":null,"language":"sv","text":"","text_sha256":"","blocks":[{"kind":"title","start":0,"end":,'
    '"address":"/html/body/","reason":""},{"kind":"paragraph","start":,"end":,"address":null,"reason":"text"},'
    '"people":[{"id":"p1-","name":"","part":"story","party":null,"age":null,"organisation_id":"o1-","roles":[{"start":,'
    '"end":,"text":"","normalised":"","organisation_id":null}],"mentions":[{"start":,"end":,"text":""}],"confidence":0.9},'
    '"organisations":[{"id":"o1-","name":"","kind":"other","ref":null,"aliases":[],"mentions":[{"start":,"end":,"text":""}],'
    '"confidence":0.9},"places":[{"id":"l1-","name":"","mentions":[{"quotes":[{"id":"q1-","kind":"direct","mark":"dash",'
    '"contents":[{"start":,"end":,"text":""}],"cue":{"start":,"end":,"text":"säger","lemma":"säga","class":"neutral"},'
    '"speaker":{"name":"","kind":"person","person_id":"p1-","organisation_id":null,"role":"","mention":{"start":,"end":,'
    '"text":"hon"},"via":"pronoun","reason":null},"co_speakers":[],"candidates":[{"person_id":"p1-","score":0.9},'
    '"confidence":0.9,"rule":"dash-frame","group_id":null},"phones":[{"start":,"end":,"text":"","e164":"+46","kind":"mobile",'
    '"context":"contact","extension":null,"person_id":"p1-","organisation_id":null},"emails":[],"web_addresses":[],'
    '"figures":[{"start":,"end":,"text":"","kind":"count","value":"","low":null,"high":null,"unit":"","currency":null,'
    '"ucum":null,"bound":"exact","qualifier":null,"change":null,"of":null,"quote_id":null,"confidence":0.9},"declined":[],'
    '"dates":[{"start":,"end":,"text":"","iso":"20","precision":"day"}],"produced_by":{"name":"talstreck","version":"0.1.0",'
    '"config_sha256":"","stages":["clean","language","contacts","dates","figures","names","roles","quotes","speakers"],'
    '"models":[{"name":"sv_press","version":"0.1.0","sha256":""}]},"notices":[]}'
).encode()
