"""People told by what stands beside their names: a title and a colon, kin, a club in brackets, a number, a nickname."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.article import Name
from pipeline.stages.names.body_words import CLUB
from pipeline.stages.names.from_model import NOT_NAMES, trimmed
from pipeline.stages.names.lists import bodies, given_names, places, surnames
from pipeline.stages.names.whole import COMPANY, FULL_NAME, LONE, WORD, is_given, name_at, surely_given
from pipeline.stages.roles.titles import is_title
from pipeline.word_sets import one_of

_LABELLED = re.compile(rf"(?P<title>[A-ZÅÄÖ](?<![\w-].)[A-Za-zåäöÅÄÖ-]{{1,40}}):[ \u00a0](?P<name>{FULL_NAME.pattern})")
#: What follows a name in a run-on line of contacts.
_REACHED = re.compile(
    r",?[ \u00a0](?:(?:mobil|mob|tel|telefon|tfn|direkt|e-post|mejl)[.:]?[ \u00a0]?){0,2}(?:\+?\d[\d ()/-]{5}|\S{1,60}@)",
    re.IGNORECASE,
)


def labelled(text: str) -> Iterator[Name]:
    """``Presschef: ⟦Bo Ek⟧ Mobil: 070-… Pressekreterare: ⟦Siv Lans⟧ Mobil: 070-…``: title, colon, name and number, run on."""
    for match in _LABELLED.finditer(text):
        start, end = trimmed(text, match.start("name"), match.end("name"))
        name = text[start:end]
        if not is_title(match["title"]) or " " not in name or name in bodies() or COMPANY.search(name):
            continue
        if is_given(name.split()[0]) and _REACHED.match(text, end):
            yield Name(start, end, name, "PER", 0.9, "contact")


#: A name alone behind a space; what stands before it is asked only then.
_ALONE = re.compile(rf"[ \u00a0](?P<given>{WORD})(?![\w-])(?![ \u00a0]{WORD})")
_KIN = re.compile(
    rf"(?<![\w-])(?P<kin>(?i:{one_of('kin before a given name')}|{one_of('friends before a given name')}))(?:[ \u00a0]till)?\Z"
)
#: Longer than any word for kin with "till".
_LONGEST_KIN = 40


def kin(text: str) -> Iterator[Name]:
    """``Mamma ⟦Eva⟧ grät``, ``hans son ⟦Lars⟧ instämmer``, ``Kompisen ⟦Alfred⟧``: a given name alone behind kin or a friend."""
    for match in _ALONE.finditer(text):
        given = match["given"]
        bare = given.removesuffix("s") if given not in given_names() else given
        if not surely_given(bare) or given in bodies():
            continue
        before = _KIN.search(text, max(0, match.start() - _LONGEST_KIN), match.start())
        if before is not None and before["kin"] not in given_names():  # not Bror Erik
            yield Name(*match.span("given"), given, "PER", 0.8, "kin")


_CLUBBED = re.compile(
    rf"(?P<name>{LONE}[ \u00a0]{WORD}(?:[ \u00a0]{WORD})?)[ \u00a0]\((?=[^()\n]{{2,40}}\))"
    rf"(?=(?:{WORD}[ \u00a0]){{1,2}}{CLUB}\)|{CLUB}[ \u00a0]{WORD}\))"
)


def with_clubs(text: str) -> Iterator[Name]:
    """``Målvakter: Siv Ek (Alvsunds BK), ⟦Lo Järn⟧ (IFK Lomsund)``: a player and the club in brackets."""
    for match in _CLUBBED.finditer(text):
        first, *_ = match["name"].split()
        if is_given(first) and first not in NOT_NAMES and match["name"] not in bodies():
            yield Name(*match.span("name"), match["name"], "PER", 0.85, "club")


#: A phone number follows, perhaps behind a comma and a label.
_NUMBER_NEXT = (
    r"(?=,?[ \u00a0](?:(?:tel|telefon|tfn|mobil|på)[.:]?[ \u00a0])?(?:\+46[ \u00a0]?|0)\d{1,3}[ \u00a0/-]{1,3}\d)"
)
_BY_NUMBER = re.compile(rf"(?P<given>{WORD}){_NUMBER_NEXT}")
#: A name in full just before a number needs nothing before it: "HALLAND ⟦Martin Klangby⟧, 070-…".
_FULL_BY_NUMBER = re.compile(rf"{LONE}(?:[ \u00a0]{WORD}){{1,3}}{_NUMBER_NEXT}")
_BEFORE_NUMBER = re.compile(r"(?:[:(,]|\b(?:till|eller|och|[Rr]ing|hos|[Kk]ontakta)) \Z")


def by_their_numbers(text: str) -> Iterator[Name]:
    """``Anmälan till ⟦Ingrid⟧, tel 070-…``, ``HALLAND ⟦Martin Klangby⟧, 070-…``: a given name just before a number."""
    for match in _FULL_BY_NUMBER.finditer(text):
        words = match.group().split()
        while words and not surely_given(words[0]):
            del words[0]
        start = match.end() - len(" ".join(words))
        if (
            len(words) > 1
            and text[start : match.end()] not in bodies()
            and not COMPANY.search(text, start, match.end())
        ):
            yield name_at(text, start, match.end(), "PER", 0.85, "contact")
    for match in _BY_NUMBER.finditer(text):
        given, start = match["given"], match.start()
        if _BEFORE_NUMBER.search(text, max(0, start - 10), start) is None:
            continue
        if surely_given(given) and given not in places() and given not in bodies() and given not in NOT_NAMES:
            yield name_at(text, start, match.end(), "PER", 0.8, "contact")


_NICKNAMED = re.compile(
    rf"(?P<first>{LONE})(?=(?P<rest>(?:[ \u00a0]{WORD})?[ \u00a0][”\"“»'’]{WORD}[”\"“«'’][ \u00a0](?P<last>{WORD})"
    rf"(?:[ \u00a0](?P<second>{WORD}))?)(?![\w-])(?![ \u00a0]{WORD}))"
)


def nicknamed(text: str) -> Iterator[Name]:
    """``bagaren ⟦Karl-Gustav ”Kagge” Brisman⟧``: a nickname in marks inside a name is part of the name."""
    for match in _NICKNAMED.finditer(text):
        second = match["second"]
        known = second in surnames() or (
            match["last"] in surnames() and second not in bodies() and second not in places()
        )
        double = second is None or (known and not is_title(second) and second not in NOT_NAMES)
        if is_given(match["first"]) and double and not is_title(match["last"]) and match["last"] not in NOT_NAMES:
            yield name_at(text, match.start(), match.end("rest"), "PER", 0.9, "nickname")


_CHANGED = re.compile(
    rf"[”\"“»](?P<name>{LONE})[”\"“«]"
    r"(?P<age>,[ \u00a0]\d{1,3}(?=[,.;)]|[ \u00a0]år|$)|[ \u00a0]\(\d{1,3}\))?",
    re.MULTILINE,
)
#: What says that a name is not the real one: "Sara heter egentligen något annat", "Namnet är fingerat".
_NOT_THE_REAL = re.compile(
    r"\b(?:heter[ \u00a0](?:egentligen|i[ \u00a0]själva[ \u00a0]verket)|fingera(?:t|de)|fiktiv(?:t|a)|"
    r"egentligen[ \u00a0]något[ \u00a0]annat|vill[ \u00a0]vara[ \u00a0]anonym)\b"
)
_CALLED_NOUN = re.compile(r"\b[A-ZÅÄÖa-zåäö][a-zåäö]+(?:en|et|an|on|ad|at|as)[ \u00a0]\Z")
#: What presents somebody under a changed name: "En av dem är ⟦”Sara”⟧", "Vi kallar henne ⟦”Sara”⟧".
_PRESENTS = re.compile(
    r"(?:\bEn(?:[ \u00a0]av[ \u00a0]|[ \u00a0]som[ \u00a0])[^.!?\n]{3,80}[ \u00a0]är|\bkalla(?:r|s)?[ \u00a0](?:henne|honom|hen))[ \u00a0]\Z"
)


#: Who keeps a surname back: "Stamgästen ⟦Bengan⟧, som inte vill uppge sitt efternamn".
_NO_SURNAME = re.compile(
    rf"(?<![\w-])(?P<before>[A-ZÅÄÖ][\w-]+[ \u00a0])?(?P<name>{LONE}),[ \u00a0]som[ \u00a0](?:inte[ \u00a0]vill|vill[ \u00a0]inte|helst[ \u00a0]inte[ \u00a0]vill)"
    r"[ \u00a0][^.,!?\n]{0,30}efternamn"
)


def without_surname(text: str) -> Iterator[Name]:
    """``Stamgästen ⟦Bengan⟧, som inte vill uppge sitt efternamn``: a name that no list need have; not the last word of *Bo Ek*."""
    for match in _NO_SURNAME.finditer(text) if "efternamn" in text else ():
        if match["before"] is None or _CALLED_NOUN.search(match["before"]):
            yield name_at(text, match.start("name"), match.end("name"), "PER", 0.8, "changed")


def changed(text: str) -> Iterator[Name]:
    """``En av dem är ”⟦Sara⟧”, 34.``: a changed name in marks, by its age, or where the text presents somebody by it.

    All such names, where the text says that they are changed; not what is called so: "stormen ”Gudrun”".
    """
    found = list(_CHANGED.finditer(text)) if any(mark in text for mark in '”"»') else []
    told = bool(found) and _NOT_THE_REAL.search(text) is not None
    for match in found:
        before = max(0, match.start() - 100)
        if not (told or match["age"] or _PRESENTS.search(text, before, match.start())):
            continue
        if surely_given(match["name"]) and _CALLED_NOUN.search(text, before, match.start()) is None:
            yield name_at(text, match.start("name"), match.end("name"), "PER", 0.8, "changed")
