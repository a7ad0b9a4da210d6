"""Names that stand again: what the model missed or misread, though the text has the whole name elsewhere."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from pipeline.article import Name
from pipeline.stages.names.lists import given_names, rare_given_names, surnames
from pipeline.stages.names.whole import name_at
from pipeline.word_sets import word_set

_NAME = r"[A-ZÅÄÖ][a-zåäöéü]+"
#: Given names that open sentences as other words.
_ALSO_WORDS = frozenset(
    "Hans Per Love Sol Maj Juni Björn Sten Tage Stig Alla Ring Visa Ester Sommar Lo Bror My Saga Ort Rolf".split()
)


def surnames_again(text: str, found: Sequence[Name]) -> list[Name]:
    """A word that the model takes for a body or a place is the surname of somebody who is named in full."""
    people = {n.text.split()[-1] for n in found if n.label == "PER" and " " in n.text}
    full = {n.text for n in found if n.label == "PER" and " " in n.text and n.via != "model"}
    full |= {n.text for n in found if n.label == "PER" and " " in n.text and n.confidence > 0.9}
    again = []
    for name in found:
        if name.label == "ORG" and name.text in full:
            name = replace(name, label="PER", via="repeat", confidence=0.85)
        bare = name.text if name.text in people else name.text.removesuffix("s")
        place = re.search(r"\b(?:i|på|till|från)[ \u00a0]$", text[max(0, name.start - 6) : name.start])
        if name.label != "PER" and bare in people and not (name.label == "LOC" and place):
            name = replace(name, label="PER", via="repeat", confidence=0.85)
        again.append(name)
    return again


_SURNAMES = re.compile(rf"[A-ZÅÄÖ](?<![\w-].)(?<!\w .)[a-zåäöéü]+(?:, {_NAME})+ och {_NAME}(?![\w-])(?! {_NAME})")


def surnames_in_a_row(text: str, found: Sequence[Name], guessed: Container[int]) -> list[Name]:
    """Make people of words in a row of surnames with one who is told: "⟦Berg⟧, ⟦Keller⟧ och ⟦Olsén⟧ klev fram".

    ``guessed`` are the places where the model sees a person, however unsure it is.
    """
    people = {n.start for n in found if n.label == "PER"}
    more: list[Name] = []
    for match in _SURNAMES.finditer(text):
        words = [(match.start() + w.start(), w.group()) for w in re.finditer(_NAME, match.group())]
        told = [at for at, _ in words if at in people]
        if told and all(at in people or at in guessed or word in surnames() for at, word in words):
            more += [name_at(text, at, at + len(word), "PER", 0.75, "row") for at, word in words if at not in people]
    spans = {(n.start, n.end) for n in more}
    if not more:
        return list(found)
    return [*(n for n in found if (n.start, n.end) not in spans), *more]


#: A short form in small letters behind a body's name: "Inspektionen för vård och omsorg, ⟦Ivo⟧,", "… (⟦Ivo⟧)".
_SHORT = re.compile(r"(?:,[ \u00a0]|[ \u00a0]\()(?P<short>[A-ZÅÄÖ][a-zåäö]{1,5})(?=[),.])")


def initials(name: str) -> str:
    """Return the first letters of a name's words, the small ones left out: *ivo* of Inspektionen för vård och omsorg."""
    return "".join(word[0] for word in name.lower().split() if word not in word_set("small words in names"))


def short_forms(text: str, found: Sequence[Name]) -> Iterator[Name]:
    """Yield a body's short form in small letters wherever it stands, once it is told behind the name."""
    people = {name.text.split()[0] for name in found if name.label == "PER" and " " in name.text}
    told = {
        match["short"]
        for name in found
        if name.label == "ORG" and " " in name.text and (match := _SHORT.match(text, name.end)) is not None
        if match["short"].lower() == initials(name.text) and match["short"] not in people
    }
    for short in sorted(told):
        for match in re.finditer(rf"(?<![\w-]){short}(?=s?(?![\w-]))", text):
            yield name_at(text, match.start(), match.end(), "ORG", 0.8, "short")


_RUN = re.compile(
    r"[A-ZÅÄÖÉÜØÆÁÍÓÚŠŽČĆÑ](?<![\w-].)(?=(?P<word>[\w’'´`-]{0,60})(?P<rest>(?:[ \u00a0][\w&-]{1,60}){0,4}))"
)
_SPACE = re.compile("[ \u00a0]")
#: What somebody is called, between the other names: 'Lars "⟦Lasse⟧" Berg'.
_NICKNAME = re.compile(r"[\"”’'](\w+)[\"”’']")


#: A body of people that its first word means: "⟦Torvägarna⟧ Väst".
_OF_MEMBERS = re.compile(r"(?P<first>[A-ZÅÄÖ][a-zåäö]{4,}(?:arna|erna))[ \u00a0][A-ZÅÄÖ]")
#: What the text calls a body from here on: "Sveriges Byggindustrier ⟦(BI)⟧".
_SHORT_IN_BRACKETS = re.compile(r"[ \u00a0]\((?P<short>[A-ZÅÄÖ]{2,6})\)")


def is_whole_name(name: Name) -> bool:
    """Tell a body's name of three words or more, all with capitals: *Stiftelsen Alv & Skog*; not *Centern i Alvsund*."""
    words = name.text.split()
    return name.label == "ORG" and len(words) > 2 and not any(word.islower() for word in words)


def repeated(text: str, found: Sequence[Name]) -> Iterator[Name]:
    """Later mentions that the model missed: full names, and surnames of people who are named in full."""
    forms: dict[str, Name] = {}
    for name in found:
        if name.label == "PER" and " " in name.text:
            forms.setdefault(name.text, name)
            last = name.text.split()[-1]
            if len(last) > 2 and last not in given_names():
                forms.setdefault(last, name)
            for first in (name.text.split()[0], *_NICKNAME.findall(name.text)):
                known = first in given_names() or first in rare_given_names()
                if len(first) > 2 and known and first not in _ALSO_WORDS:
                    forms.setdefault(first, name)
        elif name.label == "PER" and len(name.text) > 2 and name.text in given_names() and name.text not in _ALSO_WORDS:
            forms.setdefault(name.text, name)  # "hans dotter ⟦Malin⟧"
        elif (
            name.label == "ORG"
            and len(name.text) > 3
            and (name.via in ("model", "list", "acts") or is_whole_name(name))
            and name.confidence > 0.5
        ):
            forms.setdefault(name.text, name)
        if name.label == "ORG" and (short := _SHORT_IN_BRACKETS.match(text, name.end)):
            forms.setdefault(short["short"], name)
        if name.label == "ORG" and (members := _OF_MEMBERS.match(name.text)) is not None:
            forms.setdefault(members["first"], name)
        if name.label == "ORG" and name.text.endswith(" AB") and len(name.text) > 7:
            forms.setdefault(name.text.removesuffix(" AB"), name)
    if not forms:
        return
    openers = {form.partition(" ")[0] for form in forms}
    for match in _RUN.finditer(text):
        first = match.group() + match["word"]
        if first not in openers and first.removesuffix("s") not in openers:
            continue
        words = _SPACE.split(first + match["rest"])
        for n in range(len(words), 0, -1):
            form = " ".join(words[:n])
            base = form if form in forms else form[:-1] if form.endswith("s") and form[:-1] in forms else None
            if base is not None:
                end = match.start() + len(form)
                label = forms[base].label
                yield name_at(text, match.start(), end, label, 0.85, "repeat")
                break
