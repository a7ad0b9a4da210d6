"""Web archives: ``.warc``, also compressed. Read as a stream, one record in memory at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pipeline.article import ArchivePlace, Page
from pipeline.sources import Items, Unreadable
from pipeline.sources.formats import Incoming, file_format, need

_PAGES = frozenset(["text/html", "application/xhtml+xml", "text/plain", "application/pdf"])
_OFFICE = "application/vnd."
#: Redirects and "not modified" lead to pages or repeat them; they are no failures of the archive.
_NOT_HERE = 300


@file_format(".warc", ".warc.gz", ".warc.zst")
def warc(incoming: Incoming) -> Items:
    """The pages among the responses and resources; the rest is counted by what it is.

    ``source.archive`` of a record is where the response stands in the file: offset and length in bytes.
    """
    library = need("fastwarc.warc", "archive", "WARC files")
    try:
        yield from _pages(library, incoming)
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        # fastwarc stops with a panic, which is no Exception, where a stream fails under it.
        raise ValueError(f"fastwarc gave up: {error}") from None


def _pages(library: Any, incoming: Incoming) -> Items:
    kinds = library.WarcRecordType
    pages = kinds.response | kinds.resource | kinds.revisit | kinds.conversion
    waiting: Page | Unreadable | None = None
    for record in library.ArchiveIterator(incoming.stream, parse_http=True, auto_decode="all"):
        if waiting is not None:
            yield _ending_at(waiting, record.stream_pos)
        waiting = _read(record, kinds, incoming) if record.record_type & pages else None
    if waiting is not None:
        yield _ending_at(waiting, _size(incoming))


def _read(record: Any, kinds: Any, incoming: Incoming) -> Page | Unreadable:
    url = record.headers.get("WARC-Target-URI", "").strip("<>") or None
    place = f"{incoming.place}#{record.stream_pos}"
    problem = _problem(record, kinds, place, url)
    if problem is not None:
        return problem
    length = record.content_length
    data = record.reader.read(incoming.options.max_bytes + 1)
    if len(data) > incoming.options.max_bytes:
        return Unreadable(place, "too_large", f"{url}: larger than {incoming.options.max_bytes} bytes", "skipped")
    encoded = record.is_http and record.http_headers is not None and record.http_headers.get("Content-Encoding")
    if (length and not data) or (len(data) < length and not encoded):
        return Unreadable(place, "broken", f"{url}: cut off: {len(data)} of {length} bytes are there")
    page = incoming.page(
        data, place, _media_type(record), url=url, charset=record.http_charset, retrieved_at=_date(record)
    )
    return replace(page, archive=ArchivePlace(incoming.place, record.stream_pos, 0))


def _ending_at(item: Page | Unreadable, end: int | None) -> Page | Unreadable:
    """Return the page with the length of its record, which is known when the next record begins."""
    if isinstance(item, Unreadable) or item.archive is None:
        return item
    length = max(0, end - item.archive.offset) if end is not None else 0
    return replace(item, archive=replace(item.archive, length=length))


def _size(incoming: Incoming) -> int | None:
    """Return where the archive ends, once it has been read."""
    try:
        return incoming.stream.tell()
    except (OSError, AttributeError):
        return None


def _media_type(record: Any) -> str:
    if record.is_http and record.http_content_type:
        return str(record.http_content_type).split(";")[0].strip().lower()
    return str(record.headers.get("Content-Type", "") or "").split(";")[0].strip().lower()


def _date(record: Any) -> str | None:
    return record.record_date.isoformat() if record.record_date else None


def _problem(record: Any, kinds: Any, place: str, url: str | None) -> Unreadable | None:
    if record.record_type == kinds.revisit:
        return Unreadable(place, "revisit", f"{url}: the page had not changed since an earlier record", "skipped")
    if record.is_http:
        status = record.http_headers.status_code if record.http_headers else None
        if status is not None and status >= _NOT_HERE:
            return Unreadable(place, "http_status", f"{url}: the server answered {status}", "skipped")
    media_type = _media_type(record)
    if media_type not in _PAGES and not media_type.startswith(_OFFICE):
        return Unreadable(place, "not_supported", f"{url}: {media_type or 'no media type'}, not a page", "skipped")
    return None
