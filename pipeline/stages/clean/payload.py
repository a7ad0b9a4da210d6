"""What a page carries that is no markup of its text: scripts, styles, drawings and comments, cut out before it is parsed.

Two thirds of a page of today are such; parsing them is a waste, and what is cut bears on nothing: the elements
themselves stay, empty, so that every address stays what it was. Anything that looks odd is left for the parser.
"""

from __future__ import annotations

import re

_OPENING = re.compile(r"<(?:!--|script\b|SCRIPT\b|style\b|STYLE\b|svg\b|noscript\b|nav\b|/body\b|/BODY\b|/html\b|/HTML\b)")
#: So many odd places are passed over before the rest is left as it is: a search for an end that is far away costs time.
_MOST_ODD = 50
#: What makes the end uncertain where it stands inside.
_ODD_INSIDE = {"script": "<!--", "svg": "<svg", "nav": "<nav", "noscript": "<noscript"}
_TAG = re.compile(r"[^<>]{0,2000}>")


def without_payload(html: str) -> str:
    """Return the page without the content of scripts, styles and drawings and without comments; JSON-LD stays.

    The ends of document and body go too: the parser stops at the first, and old pages have several.

    >>> without_payload('<p>Ja<!-- nej --> tack</p><script src="x">if (a < b) {}</script>')
    '<p>Ja tack</p><script src="x"></script>'
    """
    kept: list[str] = []
    at = odd = 0
    match = _OPENING.search(html)
    while match is not None and odd < _MOST_ODD:
        name = match[0][1:].lower()
        cut = _cut(html, match, name, at)
        if cut is not None:
            kept.append(html[at : cut[0]])
            at = cut[1]
        odd += cut is None
        match = _OPENING.search(html, max(match.end(), at))
    return "".join([*kept, html[at:]]) if kept else html


def _cut(html: str, match: re.Match[str], name: str, at: int) -> tuple[int, int] | None:
    """Return the range to cut out, or null where something looks odd."""
    if name == "!--":
        return _comment(html, match.start(), at)
    if name[0] == "/":
        end = html.find(">", match.end())
        return (match.start(), end + 1) if 0 <= end <= match.end() + 9 else None
    return _content(html, match.end(), name)


def _comment(html: str, start: int, at: int) -> tuple[int, int] | None:
    """Return the range of a comment; not where it stands in a tag, as the value of an attribute, or ends oddly."""
    if html.rfind("<", at, start) > html.rfind(">", at, start):
        return None
    end = html.find("-->", start + 2)
    if end < 0 or html.find("--!>", start + 4, end) >= 0:
        return None
    return start, end + 3


def _content(html: str, at: int, name: str) -> tuple[int, int] | None:
    """Return the range of an element's content, from the end of its opening tag to its closing tag."""
    tag = _TAG.match(html, at)
    if tag is None or tag[0].endswith("/>") or tag[0].count('"') % 2 or tag[0].count("'") % 2:
        return None
    start = tag.end()
    end = html.find(f"</{name}", start)
    if end < 0 or html.find("</" + name[0].upper(), start, end) >= 0:
        end = _closing(html, name, start)
    if end < 0 or (name == "script" and "ld+json" in tag[0].lower()):
        return None
    inside = _ODD_INSIDE.get(name)
    return None if inside is not None and html.find(inside, start, end) >= 0 else (start, end)


def _closing(html: str, name: str, start: int) -> int:
    """Return where the closing tag stands, in whatever case it is written."""
    match = re.compile(f"</{name}", re.IGNORECASE).search(html, start)
    return match.start() if match else -1
