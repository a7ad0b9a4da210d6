"""The stage `clean`: from a page's bytes to the article's text in typed blocks."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from pydantic import model_validator

from pipeline.article import Article, Page
from pipeline.data import data_path
from pipeline.stage import Options, Skip, Stage, stage
from pipeline.stages.clean.blocks import Draft, assemble, normalise
from pipeline.stages.clean.bylines import byline_names
from pipeline.stages.clean.charset import Decoded, decode
from pipeline.stages.clean.dates import day_of_lines
from pipeline.stages.clean.documents import Reader, drafts_of, reader_of
from pipeline.stages.clean.html import read_html
from pipeline.stages.clean.languages import SAMPLE, language_of
from pipeline.stages.clean.plain import read_plain, typed_lines
from pipeline.stages.clean.rooms import Rooms, read_rooms, rooms_digest
from pipeline.stages.clean.stubs import stub_kind

_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x7fELF", "a program"),
    (b"RIFF", "a picture or sound"),
    (b"OggS", "a sound"),
    (b"ID3", "a sound"),
    (b"{\\rtf", "an RTF document"),
)


#: Blocks that tell the language; contacts and captions are names.
_RUNNING = frozenset(["title", "lead", "heading", "paragraph", "dash", "list_item", "factbox"])


class CleanOptions(Options):
    """``keep_language`` leaves other languages out unless it is ``any``; longer pages than ``max_bytes`` are left out.

    ``rooms`` are files and folders of press rooms (docs/sources.md); those under ``configs/sources`` are always known.
    ``rooms_sha256`` is filled in by itself.
    """

    keep_language: Literal["sv", "any"] = "sv"
    max_bytes: int = 20_000_000
    rooms: tuple[str, ...] = ()
    rooms_sha256: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _fingerprint(cls, data: Any) -> Any:
        """What was read with other press rooms is read anew: their contents are part of the options."""
        paths = data.get("rooms") if isinstance(data, dict) else None
        return data | {"rooms_sha256": rooms_digest(map(Path, paths))} if paths else data


@stage("clean", adds=["text"], config=CleanOptions)
def clean(options: CleanOptions) -> Stage:
    """The page's text in typed blocks, with title, byline, dates and language; menus and the like are counted."""
    rooms = Rooms(read_rooms([data_path("configs", "sources"), *map(Path, options.rooms)]))

    def read(article: Article) -> Article:
        page = article.page
        _refuse(page, options)
        reader = reader_of(page.media_type)
        if reader is not None:
            return _with_language(_kept(_from_document(article, reader)), options)
        decoded = decode(page.data, page.charset, markup=is_markup(page))
        article = _with_encoding(article, decoded)
        article = _from_html(article, decoded, rooms) if is_markup(page) else _from_plain(article, decoded.text)
        return _with_language(_kept(article), options)

    return read


def _kept(article: Article) -> Article:
    if not article.text:
        left_out = ", ".join(f"{label} {count}" for label, count in article.dropped.items())
        raise Skip("empty", f"no text in it beside what is left out: {left_out}" if left_out else "no text in it")
    return article


def _refuse(page: Page, options: CleanOptions) -> None:
    size = len(page.data)
    if size > options.max_bytes:
        raise Skip("too_large", f"{size} bytes; clean reads at most {options.max_bytes} (option max_bytes)")
    if not page.data.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise Skip("empty", "no text in it")
    for magic, what in _MAGIC:
        if page.data.startswith(magic) and reader_of(page.media_type) is None:
            raise Skip("not_text", f"{what}, not a page of text")


def is_markup(page: Page) -> bool:
    """Tell a page with tags from plain text: by its media type, else by its name, else by how it begins."""
    if page.media_type is not None:
        return page.media_type in ("text/html", "application/xhtml+xml")
    if page.path is not None and page.path.lower().endswith((".html", ".htm", ".xhtml")):
        return True
    return page.data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html"))


def _with_encoding(article: Article, decoded: Decoded) -> Article:
    if b"\0" in article.page.data and decoded.text.count("\0") > len(decoded.text) // 1000:
        raise Skip("not_text", "it has zero bytes: data, not text")
    article = replace(article, encoding=decoded.encoding)
    return article.with_notice("encoding_repaired", decoded.repaired) if decoded.repaired else article


def _with_language(article: Article, options: CleanOptions) -> Article:
    stub = stub_kind(article.text, article.blocks)
    if stub is not None:
        article = article.with_notice("stub", f"looks like no article: {stub}")
    language = language_of(_running(article) or article.text)
    article = replace(article, language=language)
    if language == "sv":
        return article
    if options.keep_language == "sv":
        raise Skip("language", f"looks like {language}, not Swedish; keep_language: any keeps it")
    return article.with_notice("other_language", f"looks like {language}; the rules are made for Swedish")


def _running(article: Article) -> str:
    """Return the first of the running text, as much as its language is told by."""
    parts: list[str] = []
    size = 0
    for block in article.blocks:
        if block.kind in _RUNNING:
            parts.append(article.text[block.start : block.end])
            size += block.end - block.start
            if size >= SAMPLE:
                break
    return "\n".join(parts)


def _from_plain(article: Article, text: str) -> Article:
    return replace(_with_drafts(article, read_plain(normalise(text))), rule="plain")


def _with_drafts(article: Article, drafts: list[Draft]) -> Article:
    text, blocks = assemble(drafts)
    title = next((draft.text for draft in drafts if draft.kind == "title"), None)
    byline = next((n for draft in drafts if draft.kind == "byline" and (n := byline_names(draft.text))), None)
    published = article.page.published_at or day_of_lines([draft.text for draft in drafts])
    article = replace(article, text=text, blocks=blocks, title=title, byline=byline, published_at=published)
    return article if article.page.published_at else _without_future(article)


def _from_document(article: Article, reader: Reader) -> Article:
    drafts = drafts_of(reader(article.page.data))
    article = _with_drafts(article, drafts)
    return replace(article, rule=(article.page.media_type or "").rpartition(".")[2].rpartition("/")[2])


def read_in_place(text: str, published_at: str | None = None) -> Article:
    """Return the article of a text that somebody else holds offsets into: not one character changes.

    Every line that is not empty is a block; hard-wrapped lines are not joined, characters are not repaired, and no
    language is left out.
    """
    page = Page(text.encode("utf-8", "replace"), media_type="text/plain", charset="utf-8", published_at=published_at)
    blocks = typed_lines(text)
    first = {block.kind: text[block.start : block.end].strip() for block in reversed(blocks)}
    return Article(
        page,
        text=text,
        blocks=blocks,
        title=first.get("title"),
        byline=byline_names(first["byline"]) if "byline" in first else None,
        language=language_of(text),
        published_at=published_at,
        rule="in-place",
    )


def _from_html(article: Article, decoded: Decoded, rooms: Rooms) -> Article:
    page = article.page
    read = read_html(decoded.text, page.url, page.name, rooms, decoded.utf8)
    text, blocks = assemble(read.drafts)
    room = rooms.of(page.url, page.name)
    article = replace(
        article,
        source_name=room.name if room is not None else None,
        text=text,
        blocks=blocks,
        title=read.title,
        byline=read.byline,
        published_at=read.published_at or page.published_at,
        updated_at=read.updated_at,
        canonical_url=read.canonical_url,
        rule=read.rule,
        dropped=MappingProxyType(dict(sorted(read.dropped.items()))),
    )
    article = _without_future(article)
    for notice in read.notices:
        if notice.code != "no_date" or article.published_at is None:
            article = article.with_notice(notice.code, notice.message)
    return article


def _without_future(article: Article) -> Article:
    """A day of publishing after the day on which the page was fetched is doubt, not data."""
    published, fetched = article.published_at, article.page.retrieved_at
    if published is None or fetched is None or _day_after(fetched) >= published[:10]:
        return article
    message = f"says {published}, which is after the page was fetched ({fetched[:10]})"
    return replace(article, published_at=None).with_notice("no_date", message)


def _day_after(stamp: str) -> str:
    """The next day, for clocks and zones differ."""
    try:
        return (datetime.fromisoformat(stamp[:10]) + timedelta(days=1)).date().isoformat()
    except (ValueError, OverflowError):
        return "9999-12-31"
