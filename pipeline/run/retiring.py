"""Pages that have changed or are no more since an earlier run: their results leave, and the deleted are taken down."""

from __future__ import annotations

import re

from pipeline.run.ledger import Ledger
from pipeline.run.shards import Shards, told

_ID = re.compile(r'"id":"([^"]+)"')
_GONE = """
select doc, shard, row from results
where doc not in (select doc from listing where doc is not null) order by shard, row
"""
_LISTED = "select 1 from members where place = ? and (unit, n) in (select unit, n from listing) limit 1"


def retire(ledger: Ledger, shards: Shards) -> None:
    """Forget every result that is not of an input of the listing.

    Where the listing has another input at its place, the page has changed, or its bytes are those of another one now;
    else the page is deleted, until an input stands at its place again.
    """
    db = ledger.db
    gone = db.execute(_GONE).fetchall()
    if not gone and not db.execute("select 1 from deleted limit 1").fetchone():
        return
    db.execute("create index if not exists members_place on members (place)")
    for (place,) in db.execute("select place from deleted").fetchall():
        if db.execute(_LISTED, (place,)).fetchone():
            db.execute("delete from deleted where place = ?", (place,))
    for doc, shard, row in gone:
        head, record = told(shards.line(shard, row))
        if db.execute(_LISTED, (head["place"],)).fetchone() is None:
            found = _ID.search(record or "")
            values = (head["place"], found[1] if found else None, doc)
            db.execute("insert or replace into deleted values (?, ?, ?)", values)
        db.execute("delete from results where doc = ?", (doc,))
