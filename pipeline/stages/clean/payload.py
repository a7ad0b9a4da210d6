"""The source of a page without what is no markup of its text, to look for the marks of content systems in."""

from __future__ import annotations

import re

_OPENING = re.compile(r"<(?:(script|SCRIPT|style|STYLE|svg|nav|noscript)\b[^>]*|!--)")


def without_payload(html: str, enough: int) -> str:
    """Return the first ``enough`` characters of a page without what is in scripts, styles, drawings, menus and comments.

    >>> without_payload('<p>Ja<!-- nej --> tack</p><script src="x">if (a < b) {}</script>', 100)
    '<p>Ja<!----> tack</p><script src="x"></script>'
    """
    kept: list[str] = []
    at = size = 0
    while size < enough and (match := _OPENING.search(html, at, at + enough - size)):
        start = match.end()
        kept.append(html[at:start])
        size += start - at
        at = html.find(f"</{match[1]}" if match[1] else "-->", start)
        if at < 0:
            return "".join(kept)
        if match[1]:
            kept.append(">")
    return "".join([*kept, html[at : at + enough - size]])
