"""Surnames that stand alone behind a title: "kommunchef Wase hoppas", "säger åklagare Rydvall"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.article import Article, Name
from pipeline.stages.names.lists import bodies, given_names, places, surnames
from pipeline.stages.roles.titles import is_title

if TYPE_CHECKING:
    from spacy.tokens import Token

_SURNAME = re.compile(r"[A-ZÅÄÖÉ][a-zåäöéüó]{2,}")
#: Offices that stand before a surname, and never before a place or a field.
_OFFICES = (
    "åklagare",
    "advokat",
    "kommissarie",
    "rådman",
    "professor",
    "docent",
    "kyrkoherde",
    "komminister",
    "doktor",
)


def surnames_behind_titles(article: Article) -> Iterator[Name]:
    """Yield words that no list need have, behind a title and nothing else, where they do or say something.

    "Kommunchef ⟦Wase⟧ hoppas", "säger åklagare ⟦Rydvall⟧"; not "chef Ekonomi", nor "projektledare Stockholm".
    """
    words = [token for token in article.doc if not token.is_space]
    for title, word, after in zip(words, words[1:], [*words[2:], None], strict=False):
        if not _SURNAME.fullmatch(word.text) or title.whitespace_ not in (" ", "\u00a0") or not is_title(title.text):
            continue
        if word.text in places() or word.text in bodies() or word.text in given_names():
            continue
        if _acts(title, word, after):
            end = word.idx + len(word.text)
            yield Name(word.idx, end, word.text, "PER", 0.8, "title")


def _acts(title: Token, word: Token, after: Token | None) -> bool:
    if after is not None and (after.text[:1].isupper() or after.text in ("-", "–", "&", ":")):
        return False
    if title.text.lower().endswith(_OFFICES):
        return True
    known = word.text in surnames() or word.text.removesuffix("s") in surnames()
    does = after is not None and "Fin" in after.morph.get("VerbForm", [])
    return does or (
        known and after is not None and after.text in (",", ".", "i", "på", "vid", "för", "från", "som", "och")
    )
