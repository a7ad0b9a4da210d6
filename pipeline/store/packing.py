"""Records inside the store: whole, byte for byte, in a fifth of their room."""

from __future__ import annotations

import json
import sqlite3
import zlib

#: What most records have in common, the most frequent last: deflate finds it in 32 kB before the record. A change here
#: makes old stores unreadable, so that a new one needs a new version of the tables.
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
_ROOM = 32_000


def _before(text: str) -> bytes:
    return (_COMMON + json.dumps(text, ensure_ascii=False).encode())[-_ROOM:]


def pack(line: str, text: str) -> bytes:
    """Return a record's line of JSON packed; its article's text, which stands beside it, costs nothing again."""
    packer = zlib.compressobj(level=4, wbits=-15, zdict=_before(text))
    return packer.compress(line.encode()) + packer.flush()


def unpack(data: bytes, text: str) -> str:
    """Return the line that :func:`pack` was given."""
    return zlib.decompressobj(wbits=-15, zdict=_before(text)).decompress(data).decode()


def stored_line(db: sqlite3.Connection, article: str) -> str | None:
    """Return an article's record as it was put in, by its id; None where the store does not hold it."""
    select = "select t.record, t.text from articles a join article_texts t on t.article = a.n where a.id = ?"
    row = db.execute(select, (article,)).fetchone()
    return None if row is None else unpack(*row)
