"""Names of people as wholes: what belongs to them as written, and what they are only a part of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.article import Name, NameLabel
from pipeline.stages.names.lists import bodies, given_names, party_members, places, surnames
from pipeline.stages.roles.titles import indefinite, is_title
from pipeline.word_sets import one_of, word_set

CAPITALS = "A-ZÅÄÖÉÜØÆÁÍÓÚŠŽČĆÑ"
TAIL = r"[\w’'´`-]*"
WORD = rf"[{CAPITALS}]{TAIL}"
#: The same, at the beginning of a word.
LONE = rf"[{CAPITALS}](?<![\w-].){TAIL}"
PARTICLE = r"(?:(?:von|af|de|van|der|la|el|al|bin|ben|di|du|den|ter|ten|dos|da)\s)"
#: A person's name as written: two to four capitalised words, particles between them.
FULL_NAME = re.compile(rf"{WORD}(?:[ \u00a0]{PARTICLE}{{0,2}}{WORD}){{1,3}}")

#: Words that companies, banks and clubs have in their names.
COMPANY = re.compile(rf"\b(?:{one_of('words of companies and clubs')})\b")


def name_at(text: str, start: int, end: int, label: NameLabel, confidence: float, via: str) -> Name:
    """Return the name that stands from ``start`` to ``end``."""
    return Name(start, end, text[start:end], label, confidence, via)


def is_given(word: str) -> bool:
    """Tell whether a word is a given name, or several joined by hyphens."""
    return all(part in given_names() for part in word.split("-"))


def is_body(name: str) -> bool:
    """Tell whether the lists of bodies have this name."""
    return name in bodies()


#: What is named after people: streets and places, and what carries a name as a body.
_STREETS = r"gata|gatan|väg|vägen|gränd|plats|torg|park|allé|backe|stig|bro|kaj|plan"
_FUNDS = r"stiftelse|stiftelsen|minnesfond|fond|fonden|skola|skolan|gymnasium|stipendiefond|museum|sällskapet"
_NAMED_AFTER = re.compile(rf"[ \u00a0](?:(?P<place>{_STREETS})|(?P<body>{_FUNDS}))\b")


def named_after(found: Sequence[Name], text: str) -> Iterator[Name]:
    """Yield names; a person's that is only part of a street's or a body's grows into it: ⟦Torsten Nilssons gata⟧.

    Not where somebody goes or works: "läraren Bo Ek", and then "rektor på ⟦Bo Eks⟧ skola".
    """
    people = {name.text for name in found if name.label == "PER"}
    for name in found:
        match = _NAMED_AFTER.match(text, name.end) if name.label == "PER" and name.text.endswith("s") else None
        theirs = match is not None and match["body"] == "skola" and name.text.removesuffix("s") in people
        if match is None or theirs or (" " not in name.text and match["body"]):
            yield name
            continue
        label: NameLabel = "LOC" if match["place"] else "ORG"
        yield replace(name, end=match.end(), text=text[name.start : match.end()], label=label)


_INITIALS = re.compile(r"(?:^|[\s(–])(?P<initials>(?:[A-ZÅÄÖ]\.[ \u00a0]?){1,3})$")
#: "plan B. Olsson", "M och L. Olsson": what is counted by letters, and parties.
_LETTERED = re.compile(
    r"(?:\b(?i:plan|vitamin|grupp|klass|lag|hepatit|punkt|avsnitt|del|etapp|alternativ)|\b[A-ZÅÄÖ]{1,2} (?:och|eller|samt))[ \u00a0]$"
)


def with_initials(name: Name, text: str) -> Name:
    """Return a person's name with the initials before it: ⟦B. O. Lindqvist⟧."""
    if name.label != "PER":
        return name
    low = max(0, name.start - 14)
    match = _INITIALS.search(text[low : name.start])
    if (
        match is not None
        and text[: low + match.start("initials")].endswith(", ")
        and surely_given(name.text.split()[0])
    ):
        return name  # "säger Karin Johnson, C. Olof Wallin väntar": a party, and the next sentence
    if match is None or _LETTERED.search(text[max(0, low - 14) : low + match.start("initials")]):
        return name
    start = low + match.start("initials")
    return replace(name, start=start, text=text[start : name.end])


_MIDDLE_INITIAL = re.compile(r"(?P<given>[^\W\d_][\w-]{1,30})[ \u00a0](?:[A-ZÅÄÖ]\.[ \u00a0]?){1,2}")


def across_initials(found: Sequence[Name], text: str) -> Iterator[Name]:
    """Yield names; a person's that was cut at the dot of an initial is one again: ⟦Rut T. Sandell⟧, not *Rut T*."""
    before: Name | None = None
    for name in sorted(found, key=lambda n: n.start):
        if before is not None:
            gap = _MIDDLE_INITIAL.fullmatch(text, before.start, name.start) if name.label == "PER" else None
            next_begins = " " in name.text and surely_given(name.text.split()[0])  # "säger Anna R. Erik Ek väntar"
            if before.label == "PER" and gap is not None and is_given(gap["given"]) and not next_begins:
                before = replace(before, end=name.end, text=text[before.start : name.end])
                continue
            yield before
        before = name
    if before is not None:
        yield before


#: Bearers from which a word is first of all a given name: *Roland*, *Katarzyna*; not *Fru*.
_COMMON_GIVEN = 1_000
#: Words that open sentences and headings before they are anybody's name.
_OPENERS = frozenset(["Om", "I", "På", "För", "Vi", "Du", "Nu"])


def surely_given(word: str) -> bool:
    """Tell whether a word is first of all a given name."""
    known = given_names().get(word)
    return known is not None and known.women + known.men >= _COMMON_GIVEN and word not in _OPENERS


_TITLED = re.compile(
    rf"(?<![\w-])(?P<title>[A-Za-zåäöÅÄÖ-]{{4,40}})[ \u00a0](?P<name>{WORD}(?:[ \u00a0]{WORD}){{1,2}})(?![ \u00a0-]?{WORD})"
)
#: A word of one person that opens a sentence, whatever it means: *Hamnfogden Siv Ek*, *Kocken Siv Ek*.
_DEFINITE = re.compile(r"[A-ZÅÄÖ][a-zåäö-]{2,}[nr]en|[A-ZÅÄÖ][a-zåäö-]{3,}(?:den|ten|ken|pen|gen|sten|orn|ern|ören)")


def titled(text: str) -> Iterator[Name]:
    """``moderaten ⟦Roland Fagerås⟧``: a title, a given name that many bear, and a name that no list need have.

    Behind a title of just one person no list need have either: "besiktningsmannen ⟦Sampo Rintala⟧".
    """
    for match in _TITLED.finditer(text):
        title, words = match["title"], match["name"].split()
        if match["name"] in bodies():
            continue
        start, end = match.span("name")
        if not all(surely_given(word) for word in words[:-1]):
            if _is_of_one(title) and not (set(words) & places()) and not COMPANY.search(match["name"]):
                yield Name(start, end, text[start:end], "PER", 0.7, "title")
        elif is_title(title) or title.lower() in party_members() or _DEFINITE.fullmatch(title):
            yield Name(start, end, text[start:end], "PER", 0.8, "title")


#: Definite titles that may stand before a body's name as well: "kunden Nordvind Kraft", "hyresvärden Stenhem".
MAY_BE_BODIES = (*word_set("nouns before a person or a body"), *word_set("nouns of a body or a person"))


def _is_of_one(title: str) -> bool:
    """Tell a title of just one person: *rektorn*, *besiktningsmannen*; not *chef*, nor *kunden*, which may be a body."""
    low = title.lower()
    bare = indefinite(title)
    definite = (bare is not None and bare.lower() != low) or (len(low) > 7 and low.endswith(("mannen", "kvinnan")))
    return definite and not low.endswith(MAY_BE_BODIES)


_TWO_GIVEN = re.compile(
    rf"(?P<name>(?P<first>{LONE})[ \u00a0](?P<second>{WORD})[ \u00a0][A-ZÅÄÖÉ][a-zåäöéüó]{{2,}})(?![ \u00a0-]?{WORD})"
)


def with_two_given(text: str) -> Iterator[Name]:
    """``⟦Per Anders Länta⟧ reste sig``: two given names that many bear and one that no list need have."""
    for match in _TWO_GIVEN.finditer(text):
        if surely_given(match["first"]) and surely_given(match["second"]) and match["name"] not in bodies():
            start, end = match.span("name")
            yield Name(start, end, text[start:end], "PER", 0.8, "given names")


_PARTNER = re.compile(r"(?<![\w-])(?P<given>[A-ZÅÄÖÉ][a-zåäöé-]+)[ \u00a0]och[ \u00a0]\Z")


def partners(text: str, found: Sequence[Name]) -> Iterator[Name]:
    """``⟦Sixten⟧ och Marianne Rehnsjö``: a given name that many bear, joined to somebody named in full."""
    for name in found:
        if name.label == "PER" and " " in name.text:
            before = _PARTNER.search(text, max(0, name.start - 30), name.start)
            if before is not None and surely_given(before["given"]):
                yield Name(*before.span("given"), before["given"], "PER", 0.8, "partner")


_KNOWN = re.compile(
    rf"(?P<given>[{CAPITALS}](?<![\w-].)(?<!\d .){TAIL})[ \u00a0](?P<surname>{WORD})(?![ \u00a0-]?{WORD})(?![\w-])"
)


def of_known_parts(text: str) -> Iterator[Name]:
    """``…, menar vd:n för Nordrail, ⟦Bo Ek⟧``: a given name that many bear and a known surname, wherever they stand."""
    for match in _KNOWN.finditer(text):
        surname = match["surname"]
        known = surname in surnames() or surname.removesuffix("s") in surnames()
        if known and surely_given(match["given"]) and match.group() not in bodies() and match.group() not in places():
            yield Name(*match.span(), match.group(), "PER", 0.75, "known parts")


_AGED = re.compile(rf"(?P<name>{FULL_NAME.pattern}),[ \u00a0]\d{{1,3}}(?=[,.)]|[ \u00a0]år\b)")
#: An age between commas that a grown person can have: no list need have the names before it.
_GROWN = re.compile(r",[ \u00a0][1-9]\d(?:[ \u00a0]år)?,[ \u00a0][a-zåäö]")


#: Given names that are months as well, with a day behind them.
_MONTH_NAMES = frozenset(["Maj", "Mars", "April", "Juni", "Juli", "August"])
#: A given name alone and an age between commas, with no name or animal before it: "träffar vi ⟦Rut⟧, 91, som".
_GIVEN_AGED = re.compile(
    rf"(?:(?:^|[.!?:,–-][ \u00a0]|\n)|(?<![\w-])(?P<before>[a-zåäö]{{2,}})[ \u00a0])(?P<given>{WORD}),[ \u00a0]\d{{1,2}}(?:[ \u00a0]år)?,[ \u00a0](?=[a-zåäö])"
)


def aged(text: str) -> Iterator[Name]:
    """``⟦Bo Ek⟧, 68, vann``: a given name, another name and an age are a person, whatever the words also mean.

    A given name that many bear needs no other: "Vilma, 7 år, hänger upp och ner".
    """
    for match in _GIVEN_AGED.finditer(text):
        given, before = match["given"], match["before"] or ""
        known = surely_given(given) and given not in bodies() and given not in places() and given not in _MONTH_NAMES
        if (
            known
            and before not in word_set("animals in the definite form")
            and not before.endswith(("nummer", "kapitel"))
        ):
            yield Name(*match.span("given"), given, "PER", 0.8, "age")
    for match in _AGED.finditer(text):
        start, end = match.span("name")
        first, *_, last = text[start:end].split()
        unlisted = _GROWN.match(text, end) and not ({first, last} & places()) and not COMPANY.search(last)
        if (first in given_names() or unlisted) and text[start:end] not in bodies():
            yield Name(start, end, text[start:end], "PER", 0.9, "age")


_INITIALLED = re.compile(
    rf"(?:^|[\s(–])(?P<name>(?:(?:[A-ZÅÄÖ]\.[ \u00a0]?){{1,3}}(?<=[ \u00a0])|[A-ZÅÄÖ]\.?-[A-ZÅÄÖ]\.?[ \u00a0]){WORD})",
    re.MULTILINE,
)
#: Words for people that no list of titles holds, and cues: *ornitologen*, *säger*.
_PERSONAL = re.compile(r"(?:logen|isten|aren|ikern|grafen|mannen|kvinnan)$|^(?:säger|sade|sa|av|och)$")
_BEFORE_INITIALS = re.compile(r"(?P<word>[A-Za-zåäöÅÄÖ-]{2,40})[ \u00a0]$")


#: In a list of results: "1) ⟦E. Törnvik⟧, Hedevik".
_PLACED = re.compile(r"\d{1,3}[.)][ \u00a0]$")
_FROM = re.compile(r",[ \u00a0][A-ZÅÄÖ]")


def initialled(text: str) -> Iterator[Name]:
    """``Ornitologen ⟦H. Brodd⟧``, ``säger ⟦H. Brodd⟧``: an initial and a name behind a title, or a listed surname."""
    for match in _INITIALLED.finditer(text):
        start, end = match.span("name")
        low = max(0, start - 42)
        before = _BEFORE_INITIALS.search(text[low:start])
        last = text[start:end].split()[-1]
        double = "-" in text[start:end].split()[0]  # K-E Lund: nothing else is written so
        titled = double or (
            before is not None and (is_title(before["word"]) or _PERSONAL.search(before["word"]) is not None)
        )
        if before is not None and _LETTERED.search(text[low:start]):
            continue
        if titled or last in surnames() or (_PLACED.search(text[low:start]) and _FROM.match(text, end)):
            yield Name(start, end, text[start:end], "PER", 0.8, "initials")


#: What a name goes on with where it was cut at a particle: Axel van ⟦den Berg⟧, Lo ⟦von der Heide⟧.
_PARTICLES = frozenset("von af van der den ter ten de la di da dos del zu".split())
_BEHIND_PARTICLE = re.compile(rf"[ \u00a0](?:(?:den|der|de|la|zu|und)[ \u00a0]){{0,2}}{WORD}")
_WITH_PARTICLES = re.compile(rf"[ \u00a0](?:van|von)[ \u00a0](?:(?:den|der|de)[ \u00a0])?{WORD}")


def with_particles(name: Name, text: str) -> Name:
    """Return a person's name with the surname that its particles lead to: ⟦Axel van den Berg⟧, not *Axel van*."""
    if name.label != "PER":
        return name
    cut = " " in name.text and name.text.split()[-1] in _PARTICLES
    match = (_BEHIND_PARTICLE if cut else _WITH_PARTICLES).match(text, name.end)
    if match is None or (not cut and " " in name.text):
        return name
    return replace(name, end=match.end(), text=text[name.start : match.end()])


_GENERATION = re.compile(
    r"[ \u00a0](?:(?:junior|senior|den (?:yngre|äldre))\b|(?:jr|sr)\b\.?|[js]:r\b|d\.[ \u00a0]?[äy]\b\.?)",
    re.IGNORECASE,
)


def with_generation(name: Name, text: str) -> Name:
    """Return a person's full name with what tells father from son: ⟦Bo Ek junior⟧."""
    match = _GENERATION.match(text, name.end) if name.label == "PER" and " " in name.text else None
    return name if match is None else replace(name, end=match.end(), text=text[name.start : match.end()])
