"""What a page carries that is no markup of its text: scripts, styles, drawings, menus and comments, cut before parsing.

Two thirds of a page of today are such; parsing them is a waste, and what is cut bears on nothing: the elements
themselves stay, empty, so that every address stays what it was. Anything that looks odd is left for the parser.
"""

from __future__ import annotations

import re

_OPENING = re.compile(
    r"""<(?:(script|SCRIPT|style|STYLE|svg|nav|noscript)\b(?:[^<>"']++|"[^"<>]*+"|'[^'<>]*+')*+(?<!/)>"""
    r"""|!--|/(?:body|BODY|html|HTML)\s{0,9}>)"""
)
#: What makes the end uncertain where it stands inside.
_ODD_INSIDE = {"script": "<!--", "svg": "<svg", "nav": "<nav", "noscript": "<noscript"}
_RAW_TEXT = frozenset(["script", "style"])
#: So many odd places are passed over before the rest is left as it is: a search for an end that is far away costs time.
_MOST_ODD = 50


def without_payload(html: str) -> str:
    """Return the page without the content of scripts, styles, drawings and menus and without comments; JSON-LD stays.

    The ends of document and body go too: the parser stops at the first, and old pages have several.

    >>> without_payload('<p>Ja<!-- nej --> tack</p><script src="x">if (a < b) {}</script>')
    '<p>Ja tack</p><script src="x"></script>'
    """
    kept: list[str] = []
    at = odd = 0
    match = _OPENING.search(html)
    while match is not None and odd < _MOST_ODD:
        start, after = match.span()
        name = match[1]
        end = after
        if name is not None:
            start, end = after, _end_of_content(html, match[0], name.lower(), after)
        elif html[after - 1] == "-":
            end = _end_of_comment(html, start, at)
        if end > start:
            kept.append(html[at:start])
            at = end
        odd += end < 0
        match = _OPENING.search(html, max(after, end))
    return "".join([*kept, html[at:]]) if kept else html


def _end_of_comment(html: str, start: int, at: int) -> int:
    """Return where a comment ends, or -1 where it stands in a tag, as the value of an attribute, or ends oddly."""
    end = html.find("-->", start + 2)
    in_tag = html.rfind("<", at, start) > html.rfind(">", at, start)
    return -1 if end < 0 or in_tag or html.find("--!>", start + 4, end) >= 0 else end + 3


def _end_of_content(html: str, tag: str, name: str, start: int) -> int:
    """Return where the closing tag of an element begins; -1 where that is uncertain or the content is to stay."""
    if name == "script" and "ld+json" in tag.lower():
        return start
    end = _end_of_raw_text(html, name, start) if name in _RAW_TEXT else html.find("</" + name, start)
    odd = _ODD_INSIDE.get(name)
    return -1 if odd is not None and html.find(odd, start, end) >= 0 else end


def _end_of_raw_text(html: str, name: str, start: int) -> int:
    """Return where a script or style ends: at its closing tag in any case, whatever else stands in it."""
    end = html.find("</", start)
    while end >= 0 and html[end + 2 : end + 2 + len(name)].lower() != name:
        end = html.find("</", end + 2)
    return end
