"""When a page says that it was published and changed, or why nobody can tell: a date is null rather than false."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.stages.clean import labels
from pipeline.stages.clean.dates import day_in_bar, day_line, iso_date, labelled_dates, short_date, swedish_date
from pipeline.stages.clean.head import Head
from pipeline.stages.clean.kinds import DAY_OF_LABEL
from pipeline.stages.clean.nodes import Region, Run, Time, Walked
from pipeline.stages.clean.pieces import HEADINGS, Piece, role_name


@dataclass(frozen=True, slots=True)
class Dates:
    """ISO dates or times; ``why`` says why there is no ``published``."""

    published: str | None
    updated: str | None
    why: str | None = None


def dates_of(pieces: Sequence[Piece], walked: Walked, region: Region, head: Head, formats: Sequence[str]) -> Dates:
    """Machine-readable statements first, then named elements, then labelled lines; null where none is whole.

    A midnight of a first of January is what systems write that know the year alone: where another statement of the page
    names another day of that year, that one holds.
    """
    times = [time for time in walked.times if _is_of_text(time, walked)]
    marked, updated = _marked(times)
    lined, lined_updated = _lined(pieces, formats)
    published = (
        marked or lined or _only_time(times, pieces, walked, region) or _beside_title(pieces) or _in_byline(pieces)
    )
    if head.published is not None and not _is_default(head.published, published):
        published = head.published
    updated = head.updated or updated or lined_updated
    why = None if published is not None else _why(pieces, walked, head)
    return Dates(published, updated if updated != published else None, why)


def _is_default(said: str, other: str | None) -> bool:
    """Tell a first of January from a day: "2012-01-01" beside "Publicerad 11 april 2012"."""
    bare = said[4:] == "-01-01" or said[4:16] == "-01-01T00:00"
    return bare and other is not None and other[:4] == said[:4] and other[:10] != said[:10]


def _is_of_text(time: Time, walked: Walked) -> bool:
    """Times of teasers and of other things that are left out say nothing of the page."""
    if time.drop in _TOLD_OF_PAGE:
        return True
    # A label that was a mistake has been taken back since.
    return time.run < len(walked.runs) and walked.runs[time.run].drop is None


_TOLD_OF_PAGE = frozenset([None, "header"])


def _marked(times: Sequence[Time]) -> tuple[str | None, str | None]:
    """The days of time elements that are named for them, or stand in elements that are."""
    said: dict[str | None, str | None] = {}
    for time in times:
        said[time.role] = said.get(time.role) or iso_date(time.stamp)
    published = said.get("published") or next((said[it] for it in ("date", "byline") if said.get(it)), None)
    return published, said.get("updated")


def _lined(pieces: Sequence[Piece], formats: Sequence[str]) -> tuple[str | None, str | None]:
    """The days of lines with a label, and of lines in elements that are named for them."""
    published = updated = None
    label = ""
    of_notices = _days_of_notices(pieces)
    for n, piece in enumerate(pieces):
        if piece.kind != "date" or n in of_notices:
            continue
        said_published, said_updated = labelled_dates(
            f"{label} {piece.text}" if piece.reason == DAY_OF_LABEL else piece.text
        )
        label = piece.text
        role = role_name(piece)
        if role == "updated":
            said_updated = said_updated or swedish_date(piece.text, formats) or short_date(piece.text)
        elif role in ("published", "date") and not said_updated:
            said_published = said_published or swedish_date(piece.text, formats) or short_date(piece.text)
        published, updated = published or said_published, updated or said_updated
    return published, updated


def _days_of_notices(pieces: Sequence[Piece]) -> set[int]:
    """The days that stand straight under a heading of their own where several do: each is of a notice, none of the page."""
    days = {n for n, piece in enumerate(pieces) if n and piece.kind == "date" and pieces[n - 1].kind == "heading"}
    return days if len(days) > 1 else set()


def _only_time(times: Sequence[Time], pieces: Sequence[Piece], walked: Walked, region: Region) -> str | None:
    """The one time element that nothing names, on the page or in its text; the time of an event is none."""
    title = next((piece.run for piece in pieces if piece.kind == "title"), None)
    unnamed = [time for time in times if time.role is None and not _is_event(time, walked.runs, title)]
    inside = [time for time in unnamed if region.first <= time.run < region.last]
    only = inside if len(inside) == 1 else unnamed
    return iso_date(only[0].stamp) if len(only) == 1 else None


def _is_event(time: Time, runs: Sequence[Run], title: Run | None) -> bool:
    """Tell a time in a sentence, behind "Tid:", or under a heading of its own from the page's."""
    own = runs[time.run].lines[0].text if time.run < len(runs) else ""
    if len(own) > _LONGEST_STAMP or (own.endswith(".") and len(own.split()) >= _SENTENCE) or labels.is_event(own):
        return True
    over = runs[time.run - 1] if 0 < time.run <= len(runs) else None
    return over is not None and over is not title and over.hint in HEADINGS and over.hint != "h1"


#: A longer line is a sentence with a day in it; so is one of so many words with a full stop.
_LONGEST_STAMP = 100
_SENTENCE = 7


def _beside_title(pieces: Sequence[Piece]) -> str | None:
    """A bare date on a line of its own next to the title."""
    title = next((n for n, piece in enumerate(pieces) if piece.kind == "title"), 0)
    near = pieces[max(0, title - 2) : title + 4]
    return next(
        (
            day_in_bar(piece.text) or swedish_date(piece.text) or day_line(piece.text)
            for piece in near
            if piece.kind == "date" and (piece.reason == "date-line" or role_name(piece) == "byline")
        ),
        None,
    )


def _in_byline(pieces: Sequence[Piece]) -> str | None:
    """The day behind the reporter: "Maja Lans, 5 mars 2024", "Inlagd av Maja Lans den 5 mars 2024"."""
    lines = (piece.text for piece in pieces if piece.kind == "byline" and not labels.is_reachable(piece.text))
    return next((day for line in lines if (day := swedish_date(line) or short_date(line)) is not None), None)


def _why(pieces: Sequence[Piece], walked: Walked, head: Head) -> str:
    if head.half_date is not None:
        return f"the page's head says {head.half_date!r}, which is no whole day"
    line = next((piece.text for piece in pieces if piece.kind == "date"), None)
    if line is not None:
        return f"{line[:80]!r} is no whole day of publishing"
    unnamed = sum(time.role is None for time in walked.times)
    if unnamed > 1:
        return f"{unnamed} times stand on the page, and none says that it is of publishing"
    return "nothing on the page says when it was published"
