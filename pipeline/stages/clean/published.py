"""When a page says that it was published and changed, or why nobody can tell: a date is null rather than false."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.clean.dates import iso_date, labelled_dates, swedish_date
from pipeline.stages.clean.head import Head
from pipeline.stages.clean.nodes import Walked
from pipeline.stages.clean.pieces import Piece, role_name


@dataclass(frozen=True, slots=True)
class Dates:
    """ISO dates or times; ``why`` says why there is no ``published``."""

    published: str | None
    updated: str | None
    why: str | None = None


def dates_of(pieces: Sequence[Piece], walked: Walked, head: Head, formats: Sequence[str]) -> Dates:
    """Machine-readable statements first, then named elements, then labelled lines; null where none is whole.

    A midnight of a first of January is what systems write that know the year alone: where another statement of the page
    names another day of that year, that one holds.
    """
    marked, updated = _marked(walked)
    lined, lined_updated = _lined(pieces, formats)
    published = marked or lined or _only_time(walked) or _beside_title(pieces)
    if head.published is not None and not _is_default(head.published, published):
        published = head.published
    updated = head.updated or updated or lined_updated
    why = None if published is not None else _why(pieces, walked, head)
    return Dates(published, updated if updated != published else None, why)


def _is_default(said: str, other: str | None) -> bool:
    """Tell a first of January from a day: "2012-01-01" beside "Publicerad 11 april 2012"."""
    bare = said[4:] == "-01-01" or said[4:16] == "-01-01T00:00"
    return bare and other is not None and other[:4] == said[:4] and other[:10] != said[:10]


def _marked(walked: Walked) -> tuple[str | None, str | None]:
    """The days of time elements in elements that are named for them."""
    published = updated = None
    for stamp, role in walked.times:
        if role == "updated":
            updated = updated or iso_date(stamp)
        elif role in ("published", "date"):
            published = published or iso_date(stamp)
    return published, updated


def _lined(pieces: Sequence[Piece], formats: Sequence[str]) -> tuple[str | None, str | None]:
    """The days of lines with a label, and of lines in elements that are named for them."""
    published = updated = None
    for piece in pieces:
        if piece.kind != "date":
            continue
        said_published, said_updated = labelled_dates(piece.text)
        role = role_name(piece)
        if role == "updated":
            said_updated = said_updated or swedish_date(piece.text, formats)
        elif role in ("published", "date") and not said_updated:
            said_published = said_published or swedish_date(piece.text, formats)
        published, updated = published or said_published, updated or said_updated
    return published, updated


def _only_time(walked: Walked) -> str | None:
    """The one time element that nothing names."""
    stamps = [stamp for stamp, role in walked.times if role is None]
    return iso_date(stamps[0]) if len(stamps) == 1 else None


def _beside_title(pieces: Sequence[Piece]) -> str | None:
    """A bare date on a line of its own next to the title."""
    title = next((n for n, piece in enumerate(pieces) if piece.kind == "title"), 0)
    near = pieces[max(0, title - 2) : title + 4]
    return next(
        (swedish_date(piece.text) for piece in near if piece.kind == "date" and piece.reason == "date-line"), None
    )


def _why(pieces: Sequence[Piece], walked: Walked, head: Head) -> str:
    if head.half_date is not None:
        return f"the page's head says {head.half_date!r}, which is no whole day"
    line = next((piece.text for piece in pieces if piece.kind == "date"), None)
    if line is not None:
        return f"{line[:80]!r} is no whole day of publishing"
    unnamed = sum(role is None for _, role in walked.times)
    if unnamed > 1:
        return f"{unnamed} times stand on the page, and none says that it is of publishing"
    return "nothing on the page says when it was published"
