"""Mail: ``.eml``, ``.mbox`` and pages saved as one file (``.mht``, ``.mhtml``), by the standard library."""

from __future__ import annotations

import email
import email.policy
import io
from collections.abc import Iterator
from datetime import datetime
from email.message import MIMEPart
from typing import BinaryIO, cast

from pipeline.article import Page
from pipeline.sources import Items, Unreadable
from pipeline.sources.formats import Incoming, TooMuch, file_format, read_incoming, suffix_of
from pipeline.sources.formats.composed import compose


@file_format(".eml")
def mail(incoming: Incoming) -> Items:
    """The message, its subject as the title, then its attachments: ``brev.eml/bilaga.pdf``."""
    yield from _message(incoming, incoming.place, incoming.whole())


@file_format(".mbox", ".mbx")
def mailbox(incoming: Incoming) -> Items:
    """The messages of a mailbox, one in memory at a time; ``brev.mbox#3`` is the third."""
    for n, data in enumerate(_messages(incoming), start=1):
        yield from _message(incoming, f"{incoming.place}#{n}", data)


def _messages(incoming: Incoming) -> Iterator[bytes]:
    lines: list[bytes] = []
    size, blank, begun = 0, True, False
    while line := incoming.stream.readline():
        if blank and line.startswith(b"From "):
            if begun:
                yield b"".join(lines)
            lines, size, begun = [], 0, True
        elif begun:
            lines.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
            if size > incoming.options.max_bytes:
                raise TooMuch(f"a message of more than {incoming.options.max_bytes} bytes (option max_bytes)")
        elif line.strip():
            raise ValueError("does not begin with 'From ' as a mailbox does")
        blank = not line.strip()
    if begun:
        yield b"".join(lines)


def _message(incoming: Incoming, place: str, data: bytes) -> Items:
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not message.keys():
        yield Unreadable(place, "broken", "has no headers, such as Subject and From; is it a message?")
        return
    body = message.get_body(("html", "plain"))
    text = _content(body) if body is not None else None
    if body is None or text is None:
        yield Unreadable(place, "no_text", "a message without text", "skipped")
    else:
        kind = "html" if body.get_content_subtype() == "html" else "text"
        fields = {"title": _header(message, "Subject"), kind: text, "published": _date(message)}
        yield compose(incoming, place, fields)
    for n, part in enumerate(message.iter_attachments(), start=1):
        name = part.get_filename() or f"bilaga-{n}"
        content = part.get_payload(decode=True)
        if suffix_of(name) is None or not isinstance(content, bytes):
            yield Unreadable(f"{place}/{name}", "not_supported", f"{part.get_content_type()}, not a page", "skipped")
            continue
        member = incoming.member(name, cast(BinaryIO, io.BytesIO(content)), _date(message))
        yield from read_incoming(member)


@file_format(".mht", ".mhtml")
def saved_page(incoming: Incoming) -> Items:
    """The page in it; its pictures and styles are no pages."""
    message = email.message_from_bytes(incoming.whole(), policy=email.policy.default)
    html = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    data = html.get_payload(decode=True) if html is not None else None
    if html is None or not isinstance(data, bytes) or not data.strip():
        yield Unreadable(incoming.place, "broken", "holds no page of HTML; save it anew, or save as 'page, complete'")
        return
    url = _header(html, "Content-Location") or _header(message, "Snapshot-Content-Location")
    charset = html.get_content_charset()
    page: Page = incoming.page(data, incoming.place, "text/html", url=url, charset=charset, retrieved_at=_date(message))
    yield page


def _content(part: MIMEPart) -> str | None:
    """Return a part's text; where its charset is a lie, the bytes are read as they stand."""
    try:
        text = part.get_content()
    except (LookupError, UnicodeError, KeyError):
        data = part.get_payload(decode=True)
        from pipeline.stages.clean.charset import decode

        text = decode(data, part.get_content_charset()).text if isinstance(data, bytes) else ""
    return text if isinstance(text, str) and text.strip() else None


def _header(message: MIMEPart, name: str) -> str | None:
    try:
        value = message.get(name)
    except (ValueError, IndexError, AttributeError):
        return None
    return str(value).strip() or None if value is not None else None


def _date(message: MIMEPart) -> str | None:
    try:
        stamp = getattr(message.get("Date"), "datetime", None)
    except (ValueError, TypeError, IndexError):
        return None
    return stamp.isoformat() if isinstance(stamp, datetime) else None
