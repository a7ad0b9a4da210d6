"""Search the quotes of a store."""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from pipeline.outputs import OutputError
from pipeline.outputs.sqlite import VERSION

_SELECT = """
select q.id, q.text, q.speaker, q.speaker_kind, q.role, q.organisation, q.kind, q.confidence,
       a.title, coalesce(a.url, a.path), a.source, a.published_at
from quotes q join articles a on a.id = q.article_id
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that a search found, with its speaker, place and date."""

    id: str
    text: str
    speaker: str | None
    speaker_kind: str
    role: str | None
    organisation: str | None
    kind: str
    confidence: float
    title: str | None
    place: str | None
    source: str | None
    published_at: str | None

    def as_dict(self) -> dict[str, Any]:
        """Return the hit as plain data."""
        return asdict(self)


def match_expression(words: str) -> str:
    """Return what a person typed as an FTS5 expression: every word must stand there, marked phrases as they are.

    Nothing typed is ever an operator of FTS5's by accident; a word with a final ``*`` is a prefix.

    >>> match_expression("elpris* ”dyr vinter”")
    '"elpris"* "dyr vinter"'
    """
    text = unicodedata.normalize("NFC", words)
    parts = []
    for phrase, word in re.findall(r"[\"”“»«]([^\"”“»«]+)[\"”“»«]|(\S+)", text):
        star = "*" if word.endswith("*") else ""
        kept = " ".join(re.findall(r"\w+", phrase or word))
        if kept:
            parts.append(f'"{kept}"{star}')
    return " ".join(parts)


def search_quotes(store: Path, words: str = "", *, speaker: str | None = None, limit: int = 20) -> list[Hit]:
    """Return the quotes whose words, context or speaker match, the best first; without words, the latest first.

    ``speaker`` is a part of the speaker's name, whatever its case. Raises :class:`OutputError` where there is no store.
    """
    if not store.is_file():
        raise OutputError(f"{store}: there is no store; make one with a run that has the output 'sqlite'")
    expression = match_expression(words)
    where, values = [], []
    if expression:
        where.append("q.n in (select rowid from quotes_fts where quotes_fts match ?)")
        values.append(expression)
    if speaker:
        where.append("instr(casefold(coalesce(q.speaker, '')), casefold(?)) > 0")
        values.append(unicodedata.normalize("NFC", speaker))
    condition = f" where {' and '.join(where)}" if where else ""
    order = " order by a.published_at desc, a.id, q.start limit ?"
    if expression:
        order = (
            " order by (select rank from quotes_fts where quotes_fts match ? and rowid = q.n), a.id, q.start limit ?"
        )
        values.append(expression)
    with sqlite3.connect(f"file:{store}?mode=ro", uri=True) as db:
        db.create_function("casefold", 1, lambda text: str(text).casefold(), deterministic=True)
        try:
            if not 1 <= db.execute("pragma user_version").fetchone()[0] <= VERSION:
                raise OutputError(f"{store}: is no store of this version; make it anew with a run")
            rows = db.execute(_SELECT + condition + order, (*values, limit)).fetchall()
        except sqlite3.DatabaseError as error:
            raise OutputError(f"{store}: cannot be read as a store: {error}") from None
    return [Hit(*row) for row in rows]
