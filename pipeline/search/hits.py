"""What a search returns: quotes with their speakers, counts for facets, and what the reader should know."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

#: Marks around what matched, as full text writes them; no text of the store holds them.
_ON, _OFF = "\x01", "\x02"

_SELECT = """
select q.n, q.id, q.text, q.context, q.speaker, q.speaker_kind, q.role, q.organisation, q.kind, q.mark, q.confidence,
       t.value, a.id, a.title, coalesce(a.url, a.path), a.source, a.published_at, p.id, m.identity_id,
       (select members from groups g join group_members gm on gm.group_id = g.id where gm.member_id = q.id)
from quotes q join quote_facets f on f.n = q.n join articles a on a.n = q.article
left join terms t on t.n = f.party left join people p on p.n = f.person
left join identity_members m on m.mention_id = p.id
where q.n in (select value from json_each(?))
"""


_FIELDS = (
    "id", "text", "context", "speaker", "speaker_kind", "role", "organisation", "kind", "mark", "confidence", "party",
    "article_id", "title", "place", "source", "published_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Hit:
    """A quote that a search found. ``marks`` and ``context_marks`` are where the words stand, half-open code points.

    ``context`` is the quote's paragraph with "[…]" in its place. ``person_id`` is the identity where `talstreck link`
    has found one, else the person of the article. ``printings`` counts the same words in the archive, itself included.
    """

    id: str
    text: str
    context: str
    speaker: str | None
    speaker_kind: str
    role: str | None
    organisation: str | None
    kind: str
    mark: str
    confidence: float
    party: str | None
    article_id: str
    title: str | None
    place: str | None
    source: str | None
    published_at: str | None
    person_id: str | None
    printings: int = 1
    marks: tuple[tuple[int, int], ...] = ()
    context_marks: tuple[tuple[int, int], ...] = ()
    review: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the hit as plain data."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Count:
    """A value of a facet and the number of quotes in the selection that have it."""

    value: str
    quotes: int


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits. ``total`` counts the selection; with ``more`` it is the least it can be, and so are the facets.

    ``cursor`` asks for the next page; None at the end. ``notices`` are labels of what had to be left out of the query,
    ``meant`` is a query that finds something where this one does not.
    """

    hits: tuple[Hit, ...]
    total: int
    more: bool
    facets: dict[str, tuple[Count, ...]]
    cursor: str | None = None
    notices: tuple[str, ...] = ()
    meant: str | None = None


def read_hits(db: sqlite3.Connection, numbers: Sequence[int], match: str = "") -> tuple[Hit, ...]:
    """Return the quotes with these numbers, in this order, with what ``match`` finds in them marked."""
    rows = {row[0]: row for row in db.execute(_SELECT, (json.dumps(list(numbers)),))}
    marked = _marked(db, numbers, match) if match else {}
    hits = []
    for number in numbers:
        row = rows.get(number)
        if row is None:
            continue
        text_marks, context_marks = marked.get(number, ((), ()))
        mention, identity, printings = row[17:]
        told = dict(zip(_FIELDS, row[1:17], strict=True))
        hits.append(
            Hit(
                **told,
                person_id=identity or mention,
                printings=printings or 1,
                marks=text_marks,
                context_marks=context_marks,
            )
        )
    return tuple(hits)


def _marked(db: sqlite3.Connection, numbers: Iterable[int], match: str) -> dict[int, tuple[Any, Any]]:
    select = (
        f"select rowid, highlight(quotes_fts, 0, '{_ON}', '{_OFF}'), highlight(quotes_fts, 1, '{_ON}', '{_OFF}') "
        "from quotes_fts where quotes_fts match ? and rowid = ?"
    )
    found = {}
    for number in numbers:
        for n, text, context in db.execute(select, (match, number)):
            found[n] = (_spans(text), _spans(context))
    return found


def _spans(marked: str) -> tuple[tuple[int, int], ...]:
    """Return where the marks stood, in the text without them."""
    spans, at, start = [], 0, 0
    for letter in marked:
        if letter == _ON:
            start = at
        elif letter == _OFF:
            spans.append((start, at))
        else:
            at += 1
    return tuple(spans)
