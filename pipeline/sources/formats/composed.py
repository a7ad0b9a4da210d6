"""Articles that come in fields: their page is put together, as small HTML with roles or as plain text."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape, unescape

from pipeline.article import Page
from pipeline.sources.formats import Incoming

_BLOCK_TAGS = ("<p", "<br", "<div", "<h2", "<h3", "<li", "<html", "<body", "<article")


def compose(incoming: Incoming, place: str, fields: Mapping[str, str | None]) -> Page:
    """Return the page of an article in fields: title, lead, byline, html or text, url, published, name.

    A whole page of HTML stays as it is; text alone stays plain, so that its own spaces and dashes are read as written.
    """
    html, text, lead = fields.get("html"), fields.get("text"), fields.get("lead")
    if html is None and text is not None and is_markup(text):
        html, text = text, None
    if html is not None:
        html = unescaped(html)
        if "<html" in html[:2000].lower() and fields.get("title") is None:
            return _page(incoming, place, html.encode(), "text/html", fields)
    if html is None and lead is None:
        parts = [fields.get("title"), fields.get("byline"), text]
        plain = "\n\n".join(part.strip("\n") for part in parts if part)
        return _page(incoming, place, plain.encode(), "text/plain", fields)
    body = (
        html
        if html is not None
        else "".join(f"<p>{escape(line)}</p>\n" for line in (text or "").split("\n") if line.strip())
    )
    return _page(incoming, place, _document(fields, body).encode(), "text/html", fields)


def _document(fields: Mapping[str, str | None], body: str) -> str:
    title, lead, byline = (escape(fields.get(name) or "") for name in ("title", "lead", "byline"))
    parts = [f"<h1>{title}</h1>" if title else "", f'<p class="lead">{lead}</p>' if lead else ""]
    parts += [f'<p class="byline">{byline}</p>' if byline else "", f"<div>{body}</div>"]
    published = fields.get("published")
    stamp = f'<meta property="article:published_time" content="{escape(published)}">' if published else ""
    head = f'<meta charset="utf-8"><title>{title}</title>{stamp}'
    return f"<!doctype html><html><head>{head}</head><body><article>{''.join(parts)}</article></body></html>"


def _page(incoming: Incoming, place: str, data: bytes, media_type: str, fields: Mapping[str, str | None]) -> Page:
    return incoming.page(
        data,
        place,
        media_type,
        charset="utf-8",
        url=fields.get("url"),
        published_at=fields.get("published"),
        name=fields.get("name"),
    )


def is_markup(text: str) -> bool:
    """Tell whether a field holds HTML, be it escaped once more than it should be."""
    low = unescaped(text)[:20_000].lower()
    return any(tag in low for tag in _BLOCK_TAGS)


def unescaped(html: str) -> str:
    """Return HTML that was escaped as a whole (``&lt;p&gt;&amp;ndash; Det``) as HTML."""
    low = html[:20_000].lower()
    return unescape(html) if "&lt;p" in low and "<p" not in low else html
