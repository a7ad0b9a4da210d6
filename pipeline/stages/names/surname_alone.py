"""Surnames that stand alone behind a title: "kommunchef Wase hoppas", "säger åklagare Rydvall"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pipeline.article import Article, Name
from pipeline.stages.names.from_model import is_institution
from pipeline.stages.names.lists import bodies, given_names, places, surnames
from pipeline.stages.names.whole import MAY_BE_BODIES
from pipeline.stages.roles.titles import is_title
from pipeline.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

_TITLE_AND_SURNAME = re.compile(
    r"(?<![\w-])(?P<title>[A-Za-zåäöÅÄÖ-]{2,40})[ \u00a0](?=(?P<name>[A-ZÅÄÖÉ][a-zåäöéüó]{2,})(?![\w-]))"
)
#: Offices that stand before a surname, and never before a place or a field.
_OFFICES = tuple(word_set("offices before a surname"))


def surnames_behind_titles(article: Article) -> Iterator[Name]:
    """Yield words that no list need have, behind a title and nothing else, where they do or say something.

    "Kommunchef ⟦Wase⟧ hoppas", "säger åklagare ⟦Rydvall⟧"; not "chef Ekonomi", nor "projektledare Stockholm".
    """
    text, doc = article.text, article.doc
    for match in _TITLE_AND_SURNAME.finditer(text):
        name = match["name"]
        if not is_title(match["title"]) or name in places() or name in bodies() or name in given_names():
            continue
        if match["title"] in places() or is_institution(name):
            continue  # "i Backa Park", "docent Havslaboratoriet"
        if match["title"].lower().endswith(MAY_BE_BODIES) and not _is_surname(name):
            continue  # "Tågoperatören Nordspår"
        start, end = match.span("name")
        alone = text[match.start() - 1 : match.start()] in ("", "\n") and text[end : end + 1] in ("", "\n")
        if alone and not _is_surname(name):
            continue  # "Filip Brun", below it "Vd Nordspår"
        behind = doc.char_span(start, end, alignment_mode="expand")
        after = doc[behind.end] if behind is not None and behind.end < len(doc) else None
        if _acts(match["title"], name, after):
            yield Name(start, end, name, "PER", 0.8, "title")


def _acts(title: str, name: str, after: Token | None) -> bool:
    if after is not None and (after.text[:1].isupper() or after.text in ("-", "–", "&", ":")):
        return False
    if title.lower().endswith(_OFFICES):
        return True
    known = _is_surname(name)
    does = after is not None and "Fin" in after.morph.get("VerbForm", [])
    return does or (
        known and after is not None and after.text in (",", ".", "i", "på", "vid", "för", "från", "som", "och")
    )


def _is_surname(name: str) -> bool:
    return name in surnames() or name.removesuffix("s") in surnames()
