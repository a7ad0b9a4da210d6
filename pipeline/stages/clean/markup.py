"""The source of a page without what is no markup of its text, to look for the marks of content systems in."""

from __future__ import annotations

import re

_OPENING = re.compile(r"<(?:(script|SCRIPT|style|STYLE|svg|nav|noscript)\b[^>]*|!--)")


class Markup:
    """A page's source without what is in scripts, styles, drawings, menus and comments; read as far as somebody asks."""

    def __init__(self, html: str) -> None:
        self.html = html
        self._kept: list[str] = []
        self._at = self._size = 0

    def first(self, enough: int) -> str:
        """Return so many characters from the start.

        >>> Markup('<p>Ja<!-- nej --> tack</p><script src="x">if (a < b) {}</script>').first(100)
        '<p>Ja<!----> tack</p><script src="x"></script>'
        """
        while match := _OPENING.search(self.html, self._at, self._at + max(0, enough - self._size)):
            start = match.end()
            if self._size + start - self._at >= enough:
                break
            self._kept.append(self.html[self._at : start])
            self._size += start - self._at
            at = self.html.find(f"</{match[1]}" if match[1] else "-->", start)
            self._at = at if at >= 0 else len(self.html)
            if match[1] and at >= 0:
                self._kept.append(">")
        return "".join([*self._kept, self.html[self._at : self._at + max(0, enough - self._size)]])
