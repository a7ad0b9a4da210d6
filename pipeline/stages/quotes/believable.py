"""Speech that no frame vouches for: what makes it believable all the same."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.article import Article, Utterance
from pipeline.stages.quotes.words import Word

_OWN = frozenset("jag vi mig oss min mitt mina vår vårt våra".split())
#: Dash speech that no clause vouches for.
_BARE = frozenset(["dash-bare", "marks-block"])


def believable(found: list[Utterance], article: Article, blocks: Sequence[Sequence[Word]]) -> list[Utterance]:
    """Leave out dash lines and marked lines that nothing vouches for: lists, tables, proverbs.

    Vouched for is a line in an article where somebody speaks by a frame, or an answer to a question; else it must have
    a voice of its own (*jag*, *vi*) and the article a person.
    """
    framed = any(u.rule not in _BARE and u.kind == "direct" for u in found)
    person = any(name.label == "PER" for name in article.names)
    kept = []
    voices: dict[int, tuple[bool, bool]] = {}
    for utterance in found:
        if utterance.rule in _BARE:
            if utterance.block not in voices:
                words = blocks[utterance.block]
                voices[utterance.block] = any(w.lower in _OWN for w in words), any(w.is_finite for w in words)
            own, verb = voices[utterance.block]
            asked = utterance.rule == "dash-bare" and _asked(article, utterance.block)
            if utterance.rule == "dash-bare" and not (asked or (framed and (own or verb)) or (own and person)):
                continue
            if utterance.rule == "marks-block" and not (framed or (own and person)):
                continue
        kept.append(utterance)
    return kept


def _asked(article: Article, n: int) -> bool:
    """The line before ends with a question mark."""
    if n == 0:
        return False
    block = article.blocks[n - 1]
    return article.text[block.start : block.end].rstrip(" _*\u00a0").endswith("?")
