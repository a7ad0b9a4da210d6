"""Columns of sayings: a line of speech, then who said it with a comment, again and again ("Hört i fullmäktige")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Article, Span, Utterance
from pipeline.stages.quotes.words import Word

_FEWEST = 2
_BEFORE = frozenset(["title", "heading", "byline", "date"])


def said_in_columns(found: list[Utterance], article: Article, blocks: Sequence[Sequence[Word]]) -> list[Utterance]:
    """Give speech without a frame to the name that opens the line behind it, where a whole column is made so.

    ``– ⟦Nu är jag rolig också.⟧`` ⏎ ``Birger Ek (V) gillade inte omdömet.`` ⏎ ``– ⟦Det betalar vi.⟧`` ⏎ ``Rut Ek (L) i ett klart ögonblick.``
    Such a column opens behind a headline or opens the page, for narration before it would tell who speaks, and ends with a
    comment, for a line that presents the next speaker has speech behind it.
    """
    bare = {u.block: n for n, u in enumerate(found) if u.mark == "dash" and u.mention is None}
    linked = list(found)
    n = 0
    while n < len(blocks):
        pairs: list[tuple[int, Span]] = []
        at = n
        while at in bare and at + 1 < len(blocks):
            name = _opening_name(blocks[at + 1], article.text)
            if name is None:
                break
            pairs.append((bare[at], name))
            at += 2
        opens = n == 0 or article.blocks[n - 1].kind in _BEFORE
        ends = at == len(blocks) or article.blocks[at].kind not in ("dash", "paragraph")
        if len(pairs) >= _FEWEST and opens and ends:
            for k, name in pairs:
                linked[k] = replace(found[k], rule="dash-commented", frame=name, mention=name)
        n = max(n + 1, at)
    return linked


def _opening_name(words: Sequence[Word], text: str) -> Span | None:
    """Return the full name that opens a line."""
    end = next((k for k, w in enumerate(words) if w.label != "PER"), len(words))
    return None if end < 2 else Span(words[0].start, words[end - 1].end, text[words[0].start : words[end - 1].end])
