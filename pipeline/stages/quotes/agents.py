"""Speakers without a name: a role, a body, a group, a document, somebody unnamed; and what cannot speak at all."""

from __future__ import annotations

import re

from pipeline.article import SpeakerKind
from pipeline.stages.roles.titles import indefinite

_DOCUMENTS = re.compile(
    r"(rapport|studie|undersökning|utredning|forskning|statistik|enkät|analys|åtal|dom|siffr|mätning|kartläggning|"
    r"utvärdering|resultat|inspektion|granskning|protokoll|pressmeddelande|artikel|tidningsuppgift|uppgift|beräkning|"
    r"prognos|data|erfarenhet|direktiv|reglerna|lagen|avtal)(en|et|n|na|erna|arna|or|er|orna|s)?$"
)
_BODIES = frozenset(
    [
        "polisen",
        "kommunen",
        "regionen",
        "regeringen",
        "riksdagen",
        "myndigheten",
        "föreningen",
        "klubben",
        "företaget",
        "bolaget",
        "facket",
        "sjukhuset",
        "universitetet",
        "skolan",
        "landstinget",
        "länsstyrelsen",
        "räddningstjänsten",
        "nämnden",
        "styrelsen",
        "förvaltningen",
        "kyrkan",
        "partiet",
        "tingsrätten",
        "hovrätten",
        "åklagarkammaren",
        "oppositionen",
        "alliansen",
        "majoriteten",
        "försvaret",
        "arbetsgivaren",
        "tidningen",
        "förbundet",
        "organisationen",
        "koncernen",
        "banken",
        "kommunstyrelsen",
        "fullmäktige",
    ]
)
_ANONYMOUS = re.compile(r"^(någon|någon annan|en källa|källor|en person|en anonym .*|uppgift)$")


def kind_of_phrase(phrase: str) -> SpeakerKind:
    """Return what sort of speaker a noun phrase without a name means.

    >>> [kind_of_phrase(p) for p in ("ordföranden", "rapporten", "flera deltagare", "polisen", "en källa")]
    ['role', 'document', 'group', 'organisation', 'anonymous']
    """
    low = " ".join(phrase.lower().split())
    if _ANONYMOUS.match(low):
        return "anonymous"
    head = head_of(low)
    if head in _BODIES:
        return "organisation"
    if _DOCUMENTS.search(head):
        return "document"
    first = low.split()[0]
    if first in ("en", "ett") and " av " not in low:
        return "anonymous"
    plural = head.endswith(("arna", "erna", "orna", "arnas", "na")) and not head.endswith("ordförandena")
    if plural or first in ("flera", "många", "några", "de", "vissa", "alla", "andra", "båda", "två", "tre"):
        return "group"
    if indefinite(head) is not None:
        return "role"
    return "group" if head.endswith("are") else "role"


def head_of(phrase: str) -> str:
    """Return the head noun of a phrase: what stands before its first preposition.

    >>> head_of("den nya ordföranden i nämnden"), head_of("en av lärarna")
    ('ordföranden', 'lärarna')
    """
    words = phrase.split()
    if len(words) > 2 and words[1] == "av":
        return words[2]
    for n, word in enumerate(words):
        if n and word in ("i", "på", "för", "från", "vid", "av", "hos", "inom", "med", "om", "som"):
            return words[n - 1]
    return words[-1]


#: People in the plural whose singular is no title.
_PEOPLE = frozenset(
    [
        "boende",
        "anhöriga",
        "anställda",
        "deltagare",
        "elever",
        "föräldrar",
        "grannar",
        "invånare",
        "kollegor",
        "medarbetare",
        "medlemmar",
        "parterna",
        "partierna",
        "patienter",
        "personalen",
        "vittnen",
        "vuxna",
        "barnen",
        "barn",
        "unga",
        "ungdomar",
        "äldre",
        "kvinnor",
        "män",
        "kvinnorna",
        "männen",
        "kritiker",
        "experter",
        "källor",
        "bedömare",
        "andra",
        "flera",
        "många",
        "några",
        "vissa",
        "båda",
        "forskare",
        "väljare",
        "åhörare",
        "besökare",
        "kommunerna",
        "regionerna",
        "företagen",
        "myndigheterna",
        "bolagen",
        "facken",
        "ministern",
        "ministrarna",
    ]
)


def can_speak(phrase: str) -> bool:
    """Tell whether a noun phrase means somebody or a document that states: *deltagarna*, *rapporten*; not *tanken*.

    >>> [can_speak(p) for p in ("deltagarna", "flera lärare", "rapporten", "polisen", "tanken", "utvecklingen")]
    [True, True, True, True, False, False]
    """
    low = " ".join(phrase.lower().split())
    head = head_of(low)
    if head in _BODIES or head in _PEOPLE or _DOCUMENTS.search(head) or _ANONYMOUS.match(low):
        return True
    if low.split()[0] in ("någon", "många", "flera", "andra", "några", "vissa", "de") and " " not in low:
        return True
    if indefinite(head) is not None:
        return True
    for ending, singular in (
        ("arna", "are"),
        ("arna", ""),
        ("erna", ""),
        ("erna", "er"),
        ("er", ""),
        ("ar", ""),
        ("arna", "arn"),
    ):
        if head.endswith(ending) and indefinite(head.removesuffix(ending) + singular) is not None:
            return True
    return head.endswith("are") and len(head) > 5
