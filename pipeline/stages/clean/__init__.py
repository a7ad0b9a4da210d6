"""From bytes to typed blocks: the stage that sets an article's text once and for all."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import Literal

from pydantic import Field

from pipeline.article import Article, Notice, Page
from pipeline.stage import Options, Skip, Stage, stage
from pipeline.stages.clean.blocks import Draft, lay_out
from pipeline.stages.clean.charset import Decoded, decode
from pipeline.stages.clean.html import read_html
from pipeline.stages.clean.language import detect_language
from pipeline.stages.clean.plain import read_plain

_LANGUAGES = {
    "da": "Danish",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "et": "Estonian",
    "fi": "Finnish",
    "fr": "French",
    "is": "Icelandic",
    "nl": "Dutch",
    "no": "Norwegian",
    "pl": "Polish",
    "ar": "Arabic",
    "ru": "Russian",
    "uk": "Ukrainian",
}
# What a file begins with that is no text, whatever its name says.
_MAGIC = (
    (b"PK\x03\x04", "a zip archive"),
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x1f\x8b", "gzip data"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"RIFF", "media"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"OggS", "media"),
    (b"ID3", "media"),
    (b"SQLite format 3", "a database"),
    (b"\xfd7zXZ", "xz data"),
    (b"BZh", "bzip2 data"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"Rar!", "a rar archive"),
    (b"\x28\xb5\x2f\xfd", "zstd data"),
)


class CleanConfig(Options):
    """Options of `clean`."""

    keep_language: Literal["sv", "any"] = Field(
        "sv", description="sv leaves out pages in other languages, counted as skipped; any keeps them with a notice"
    )
    max_bytes: int = Field(20_000_000, gt=0, description="pages of more bytes are left out, counted as skipped")


@stage("clean", reads=[], adds=["text"], config=CleanConfig)
def clean(cfg: CleanConfig) -> Stage:
    """Bytes into text and typed blocks: charset, markup, boilerplate, title, lead, contacts, dates, language."""

    def read(article: Article) -> Article:
        return clean_page(article, keep_language=cfg.keep_language, max_bytes=cfg.max_bytes)

    return read


def clean_page(article: Article, *, keep_language: str = "sv", max_bytes: int = 20_000_000) -> Article:
    """Return the article with text, blocks and what the page says of itself.

    Raises :class:`~pipeline.stage.Skip` with reason ``too_large``, ``empty``, ``not_text`` or ``language``.
    """
    page = article.page
    _refuse(page, max_bytes)
    markup = is_markup(page)
    decoded = decode(page.data, page.charset, markup=markup)
    if "\x00" in decoded.text[:8000]:
        raise Skip("not_text", "the file holds zero bytes: it is no text")
    draft = read_html(decoded.text) if markup else read_plain(decoded.text)
    text, blocks = lay_out(draft.pieces, draft.addresses)
    if not text.strip():
        raise Skip("empty", "the page holds no text besides menus and other boilerplate")
    language = detect_language(text)
    notices = [*article.notices, *draft.notices, *_notices(decoded)]
    if language not in (None, "sv"):
        named = _LANGUAGES.get(language or "", language)
        if keep_language == "sv":
            raise Skip("language", f"the text is in {named} ({language}), and only Swedish is kept")
        notices.append(Notice("other_language", f"the text is in {named} ({language})"))
    return replace(
        article,
        text=text,
        blocks=blocks,
        title=draft.title,
        byline=draft.byline,
        language=language,
        published_at=draft.published_at or page.published_at,
        updated_at=draft.updated_at,
        canonical_url=draft.canonical_url,
        encoding=decoded.encoding,
        rule=draft.rule,
        dropped=MappingProxyType(dict(sorted(draft.dropped.items()))),
        notices=tuple(notices),
    )


def is_markup(page: Page) -> bool:
    """Tell whether a page is HTML: by its media type, its name, or else by how it begins."""
    if page.media_type:
        return "html" in page.media_type or "xml" in page.media_type
    name = (page.path or page.url or "").lower().partition("?")[0]
    head = page.data[:600].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if name.endswith((".html", ".htm", ".xhtml")):
        return True
    begins = head.startswith((b"<!doctype html", b"<html", b"<head", b"<body"))
    return begins or (not name.endswith(".txt") and page.path is None and page.url is not None)


def _refuse(page: Page, max_bytes: int) -> None:
    data = page.data
    if len(data) > max_bytes:
        raise Skip("too_large", f"{len(data)} bytes, and the limit is {max_bytes}; raise clean.max_bytes to read it")
    if not data.strip():
        raise Skip("empty", "the file is empty")
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise Skip("not_text", f"the file is {what} by its first bytes, not a page")


def _notices(decoded: Decoded) -> list[Notice]:
    if not decoded.repaired:
        return []
    encoding = decoded.encoding
    declared = f"declared {encoding.declared}, " if encoding.declared else ""
    return [Notice("encoding_repaired", f"{declared}read as {encoding.name}")]


__all__ = ["CleanConfig", "Draft", "clean", "clean_page", "is_markup"]
