"""How old a person is: "Bo Ek, 68, pensionär", "68-åriga Siv Ek", "elvaåriga simmaren Siv Ek", "Den 68-åriga veteranen"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.stages.figures.worded import compound_age
from pipeline.word_sets import one_of

_OLDEST = 114
_BEFORE = re.compile(r"(?P<age>\b(?:\d{1,3}-|[A-ZÅÄÖa-zåäö]+)årig[ae])[ \u00a0](?:[a-zåäö]+[ \u00a0])?$")
#: Two digits at least where no mark closes the age: "Bo Ek, 2 i klassen" is a place in a race.
_BEHIND = re.compile(
    r"\s?,\s?(?:(?P<age>\d{1,3})(?: år)?(?=\s?[,.)])|(?P<open>[1-9]\d)(?: år)?(?=\s(?:från|i|och)\b))"
    r"|\s?\((?P<closed>[1-9]\d{1,2})(?: år)?\)"
)
#: Two people and their ages: "Siv Ek⟦ och Rut Ek, ⟧12⟦ och ⟧9 år", read from behind the first, or the second.
_PAIR = re.compile(
    r"(?P<other>[ \u00a0]och[ \u00a0][A-ZÅÄÖ][\w-]+(?:[ \u00a0][A-ZÅÄÖ][\w-]+){0,2})?,[ \u00a0](?P<first>\d{1,3})[ \u00a0]"
    r"(?:och|respektive|resp\.)[ \u00a0](?P<second>\d{1,3})(?:[ \u00a0]år|(?=[,.)]))"
)
#: A list of goals, whose minutes stand in brackets: "1–0 ⟦Bo Ek⟧ (88)".
_SCORED = re.compile(r"\b\d{1,2}[–-]\d{1,2}[ \u00a0][^\n]{0,40}\Z")
#: An age that takes the place of the name in the next sentence.
_LATER = re.compile(r"[^\n]{0,160}?[.!?]\s(?:Den (?P<a>\d{1,3})-årig[ae] [a-zåäö]+n\b|(?P<b>\d{1,3})-åringen\b)")
#: The age on a card, below the name or behind it: "Bo Ek", "⟦Ålder: 52⟧"; "Namn: Bo Ek. ⟦Ålder: 52.⟧ Yrke: lärare."
_ON_CARD = re.compile(
    r"(?:\n{1,2}[A-ZÅÄÖ][^\n:.!?]{1,30}:[ \u00a0][^\n]{0,80}){0,2}?(?:\n{1,2}|[.;|•][ \u00a0])(?i:Ålder):[ \u00a0](?P<age>\d{1,3})(?![\d–-])"
)
#: Somebody else whose age it can be.
_A_MINOR = re.compile(rf"(?<![\w-])(?:{one_of('people without a name whose age is told')})")


def age_behind(text: str, at: int) -> tuple[int, int] | None:
    """Return the age that follows a name's end at code point ``at``, and where it ends: "Bo Ek⟦, 68⟧ från Sjövik"."""
    pair = _PAIR.match(text, at)
    if pair is not None:
        age = _believed(pair["first"] if pair["other"] else pair["second"])
        return None if age is None else (age, at if pair["other"] else pair.end())
    match = _BEHIND.match(text, at)
    if match and match["closed"]:
        scored = _SCORED.search(text, text.rfind("\n", 0, at) + 1, at) is not None
        if scored or _is_of_a_list(text, match.end()):
            return None
    age = _believed(match["age"] or match["open"] or match["closed"]) if match else None
    return (age, match.end()) if match and age is not None else None


#: The same brackets at the end of the lines below, or above: "Rut Ek ⟦(188)⟧".
_LINE_BELOW = re.compile(r"\n{1,2}[^\n()]{3,40}[ \u00a0]\((?P<number>\d{1,3})\)(?=\n|\Z)")
_LINE_ABOVE = re.compile(r"(?:^|\n)[^\n()]{3,40}[ \u00a0]\((?P<number>\d{1,3})\)\n{1,2}[^\n]*\Z")
_LINES = 6


def _is_of_a_list(text: str, end: int) -> bool:
    """Tell a number that a list gives everybody, where one near it is no age: a place in a ranking, a number of points."""
    at = end
    for _ in range(_LINES):
        match = _LINE_BELOW.match(text, at)
        if match is None:
            break
        if int(match["number"]) > _OLDEST or int(match["number"]) < _YOUNGEST:
            return True
        at = match.end()
    at = end
    for _ in range(_LINES):
        match = _LINE_ABOVE.search(text, max(0, at - 120), at)
        if match is None:
            break
        if int(match["number"]) > _OLDEST or int(match["number"]) < _YOUNGEST:
            return True
        at = match.end("number") + 1
    return False


_YOUNGEST = 5


def age_before(text: str, start: int) -> int | None:
    """Return the age right before a name's start: "⟦68-åriga⟧ Bo Ek", "⟦elvaåriga⟧ simmaren Siv Ek"."""
    word = _BEFORE.search(text[max(0, start - 60) : start])
    if word is None:
        return None
    digits, hyphen, _ = word["age"].partition("-")
    if hyphen and digits.isdecimal():
        return _believed(digits)
    years = compound_age(word["age"].lower())
    return years if years and years <= _OLDEST else None


#: Somebody without a name who may be the one of that age: "pojkens försvarsadvokat", "sin klient".
_WITHOUT_NAME = re.compile(
    rf"\b(?:(?:{one_of('men in the definite form')}|{one_of('women in the definite form')}"
    rf"|{one_of('people in the definite form')})s?|klient(?:en|ens|er)?)\b",
    re.IGNORECASE,
)
#: Titles of those who speak in somebody else's matter, before the name or behind it: "advokat ⟦Bo Ek⟧", "⟦Bo Ek⟧, åklagare".
_OF_OTHERS = rf"\w*(?:{one_of('ends of titles of those who speak for others')})"
_SPEAKS_FOR_OTHERS = (
    re.compile(rf"\b{_OF_OTHERS}[ \u00a0]$", re.IGNORECASE),
    re.compile(rf",[ \u00a0](?:\w+[ \u00a0])?{_OF_OTHERS}\b", re.IGNORECASE),
)


def age_on_card(text: str, at: int) -> int | None:
    """Return the age in the lines of a portrait's card under a name that ends at code point ``at``: "Ålder: 52"."""
    match = _ON_CARD.match(text, at)
    return None if match is None else _believed(match["age"])


def age_later(text: str, start: int, at: int, others: Sequence[int]) -> int | None:
    """Return the age by which the next sentence names again whom the text names from ``start`` to ``at``.

    Not where somebody else stands between, with a name or without ("Bo Ek, pojkens advokat, var med. 16-åringen …"), nor
    of an advocate or a prosecutor; ``others`` are the starts of the names of other people.
    """
    match = _LATER.match(text, at)
    if match is None or any(at <= other < match.end() for other in others):
        return None
    before, behind = _SPEAKS_FOR_OTHERS
    if before.search(text[max(0, start - 40) : start]) or behind.match(text, at):
        return None
    if _WITHOUT_NAME.search(text, at, match.end()):
        return None
    if _A_MINOR.search(text, at, match.end()) is not None:
        return None  # "… med sin klient. 16-åringen nekar": of whom else the sentence tells
    return _believed(match["a"] or match["b"])


def _believed(digits: str) -> int | None:
    return int(digits) if 0 < int(digits) <= _OLDEST else None
