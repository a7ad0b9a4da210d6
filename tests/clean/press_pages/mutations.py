"""What happens to pages on their way: tags that are never closed, classes that are renamed, encodings that are swapped."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

_CLASS = re.compile(r"""\b(class|id)=(["'])(.*?)\2""", re.DOTALL)
_CLOSING = re.compile(r"</(?:p|li|dd|dt|td|tr)>", re.IGNORECASE)
_CLOSING_DIV = re.compile(r"</div>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_COMMENTED = re.compile(r"(</(?:p|h1|h2|li|figure)>)")


def without_closing_tags(html: str) -> str:
    """Paragraphs, items and cells are not closed, as the standard allows."""
    return _CLOSING.sub("", html)


def with_lost_divs(html: str) -> str:
    """Every seventh ``</div>`` is lost."""
    count = iter(range(len(html)))
    return _CLOSING_DIV.sub(lambda match: "" if next(count) % 7 == 6 else match[0], html)


def with_renamed_classes(html: str) -> str:
    """Each class and id is a hash, as a build tool makes them."""
    return _CLASS.sub(lambda m: f"{m[1]}={m[2]}x{zlib.crc32(m[3].encode()):x}{m[2]}", html)


def with_capital_tags(html: str) -> str:
    """Tags in capitals."""
    return _TAG.sub(lambda match: f"<{match[1]}{match[2].upper()}", html)


def with_comments(html: str) -> str:
    """A comment with markup in it, behind every block."""
    return _COMMENTED.sub(r"\1<!-- <p>Utkommenterad rad som ingen ska läsa.</p> -->", html)


def with_two_ends(html: str) -> str:
    """The document ends in the middle, and goes on."""
    at = html.find("</h1>") + len("</h1>")
    return html[:at] + "</body></html>" + html[at:] if at >= len("</h1>") else html


def on_one_line(html: str) -> str:
    """All white space between tags is gone."""
    return re.sub(r">\s+<", "><", html)


MUTATIONS: dict[str, Callable[[str], str]] = {
    function.__name__: function
    for function in (
        without_closing_tags,
        with_lost_divs,
        with_renamed_classes,
        with_capital_tags,
        with_comments,
        with_two_ends,
        on_one_line,
    )
}


def relabelled(html: str, charset: str | None) -> str:
    """The page with another charset in its ``<meta>``, or none."""
    bare = re.sub(r"<meta[^>]*charset=[^>]*>", "", html, flags=re.IGNORECASE)
    return bare if charset is None else bare.replace("<head>", f'<head><meta charset="{charset}">', 1)


#: Codec, label in the markup: what the bytes are and what the page says that they are.
SWAPS: dict[str, tuple[str, str | None]] = {
    "utf-8 without a label": ("utf-8", None),
    "utf-8 labelled iso-8859-1": ("utf-8", "iso-8859-1"),
    "windows-1252 without a label": ("cp1252", None),
    "windows-1252 labelled iso-8859-1": ("cp1252", "iso-8859-1"),
    "windows-1252 labelled utf-8": ("cp1252", "utf-8"),
    "Mac Roman without a label": ("mac_roman", None),
    "Mac Roman labelled iso-8859-1": ("mac_roman", "iso-8859-1"),
    "utf-16": ("utf-16", "utf-8"),
}
