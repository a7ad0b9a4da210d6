"""Pages without an article: a lock, a notice on cookies, "sidan kunde inte hittas", a request to switch scripts on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.article import Block
from pipeline.data import read_table

#: Characters of running text from which on a page is an article, whatever else it says.
_ARTICLE = 900
#: A lock stands under the beginning of an article, which may be longer.
_BEGINNING = 1_800
_RUNNING = frozenset(["lead", "paragraph", "dash", "list_item", "factbox", "other"])


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[str, ...]]:
    return {kind: tuple(said.split("|")) for kind, said in read_table("models", "lexicons", "stub_phrases.tsv")}


def stub_kind(text: str, blocks: Sequence[Block]) -> str | None:
    """Return what a page is instead of an article (``paywall``, ``cookie wall``, ``soft 404`` …); null for an article.

    Only short texts without contacts are judged: an article on cookies is an article.
    """
    running = sum(block.end - block.start for block in blocks if block.kind in _RUNNING)
    if running >= _BEGINNING or any(block.kind == "contact" for block in blocks):
        return None
    low = text.lower()
    for kind, phrases in _phrases().items():
        if running >= _ARTICLE and kind != "paywall":
            continue
        if any(phrase in low for phrase in phrases):
            return kind
    return None
