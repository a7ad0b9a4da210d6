"""Articles whose pages are no more: they stay in the store, marked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

_TABLE = """
create table if not exists deleted_articles (article integer primary key references articles(n) on delete cascade)
"""


def is_deleted(db: sqlite3.Connection, article: str) -> bool:
    """Tell whether an article's page is no more, by the article's id."""
    if not db.execute("select 1 from sqlite_master where name = 'deleted_articles'").fetchone():
        return False
    select = "select 1 from deleted_articles d join articles a on a.n = d.article where a.id = ?"
    return db.execute(select, (article,)).fetchone() is not None


def mark_deleted(db: sqlite3.Connection, ids: Iterable[str]) -> None:
    """Mark the articles of these ids as deleted, and no others; a store without any has no such table."""
    wanted = sorted(set(ids))
    there = db.execute("select 1 from sqlite_master where name = 'deleted_articles'").fetchone()
    if not wanted and not there:
        return
    with db:
        db.execute(_TABLE)
        db.execute("delete from deleted_articles")
        insert = "insert into deleted_articles select n from articles where id = ?"
        db.executemany(insert, [(article,) for article in wanted])
