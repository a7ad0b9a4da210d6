"""Bodies by their conventions: official names, the words that make a name a body's, and what stands behind a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from pipeline.article import Name
from pipeline.stages.names.lists import bodies, given_names, places
from pipeline.stages.roles.titles import is_title

_CAPITAL = r"[A-ZÅÄÖÉÜØÆ][\w’'&-]*"
_SPACE = "[ \u00a0]"
#: Names of several words: capitals with small words between them.
_NAME = rf"{_CAPITAL}(?:{_SPACE}(?:(?:och|&|för|i|av|de){_SPACE})?{_CAPITAL}){{0,5}}"
_BEHIND = (
    "kommun|kommuns|stad|sjukhus|universitetssjukhus|lasarett|universitet|högskola|tingsrätt|hovrätt|församling|pastorat|"
    "gymnasium|skola|folkhögskola|vårdcentral|landsting|län landsting|museum|teater|bibliotek|räddningstjänst|"
    "bostäder|energi|stift|domkapitel|hembygdsförening|förbund"
)
_SHAPES = (
    re.compile(rf"(?P<name>{_CAPITAL}(?:{_SPACE}(?:och{_SPACE})?{_CAPITAL}){{0,3}}{_SPACE}(?:{_BEHIND}))(?![\w-])"),
    re.compile(rf"(?P<name>Region{_SPACE}{_CAPITAL}(?:{_SPACE}(?:län|{_CAPITAL}))?)(?![\w-])"),
    re.compile(
        rf"(?P<name>Länsstyrelsen(?:{_SPACE}(?:i{_SPACE})?{_CAPITAL}(?:{_SPACE}{_CAPITAL})?(?:{_SPACE}län)?))(?![\w-])"
    ),
    re.compile(
        rf"(?P<name>(?:Centrum|Institutet|Myndigheten|Nämnden|Delegationen|Föreningen|Stiftelsen|Riksförbundet){_SPACE}"
        rf"(?:för|mot){_SPACE}[a-zåäö-]+(?:{_SPACE}(?:och{_SPACE})?[a-zåäö-]{{4,}}){{0,3}})(?![\w-])"
    ),
    re.compile(
        rf"(?P<name>{_CAPITAL}(?:{_SPACE}{_CAPITAL}){{0,3}}{_SPACE}(?:AB|Aktiebolag|HB|Ltd|Inc|GmbH|Group|Holding))(?![\w-])"
    ),
    re.compile(
        rf"(?P<name>{_CAPITAL}{_SPACE}och{_SPACE}[a-zåäö]+(?:verket|myndigheten|rådet|nämnden|domstolen|departementet|"
        rf"förvaltningen|styrelsen|institutet|förbundet|universitetet|utskottet|kontoret))(?![\w-])"
    ),
    re.compile(rf"(?P<name>AB{_SPACE}{_CAPITAL}(?:{_SPACE}{_CAPITAL})?)(?![\w-])"),
)
#: Capitals that open a sentence, not a name.
_SENTENCE_OPENERS = frozenset(
    "I På Vid Från Enligt Den Det En Ett För Om Hos Av Är Mer Vår Våra Ny Nya Skapa Alla Bra Dess Deras Hans Hennes Vars "
    "Årets Dagens Vårt Min Mitt".split()
)
#: ``, rektor på Åskolan``: a title, a preposition, a capital.
_TITLED = re.compile(
    rf"(?P<title>[\wåäöÅÄÖ:’'-]+){_SPACE}(?:på|vid|hos|för|i|från|åt|inom|of|at){_SPACE}(?P<name>{_NAME})"
)
_MUNICIPALITY = re.compile(rf"{_SPACE}i{_SPACE}(?P<name>{_CAPITAL}(?:{_SPACE}{_CAPITAL})?{_SPACE}kommun)(?!\w)")
#: ``säger Bo Ek på Suntvik``, ``Bo Ek (Suntvik)``, ``Bo Ek, Suntvik.``
_NAMED = re.compile(
    rf"(?:{_SPACE}(?:på|vid|från|hos){_SPACE}|{_SPACE}\(|,{_SPACE})(?P<name>{_NAME})(?P<after>\)|[,.\n]|$)?"
)


def known_bodies(text: str) -> Iterator[Name]:
    """Yield official names and acronyms of known bodies."""
    known = bodies()
    for match in re.finditer(r"[A-ZÅÄÖ][\w-]*(?:[ \u00a0](?:och|i|för|om|[\wåäö-]+)){0,6}", text):
        words = re.split("[ \u00a0]", match.group())
        for n in range(len(words), 0, -1):
            form = " ".join(words[:n])
            end = match.start() + len(form)
            base = form[:-1] if form.endswith("s") and form not in known else form
            if base not in known or (n == 1 and not _certain(base)):
                continue
            if text[end : end + 1].isalnum() or text[end : end + 1] == "-":
                continue
            yield _body(text, match.start(), end, 0.9, "list")
            break


def _body(text: str, start: int, end: int, confidence: float, via: str) -> Name:
    return Name(start, end, text[start:end], "ORG", confidence, via)


#: Endings of one-word names that only bodies have.
_CERTAIN = (
    *("verket", "myndigheten", "styrelsen", "departementet", "nämnden", "rådet", "partiet", "kassan", "universitetet"),
    *("förbundet", "högskolan", "skolan", "sjukhuset", "inspektionen", "institutet", "kommissionen", "bladet"),
)


def _certain(word: str) -> bool:
    """A single word that is a body wherever it stands: *Skolverket*, *MSB*; not *Metro*, *Expressen*."""
    return (word.isupper() and len(word) >= 3) or word.endswith(_CERTAIN)


def shaped_bodies(text: str) -> Iterator[Name]:
    """Yield bodies by the shape of their names: *Norrhamra kommun*, *Region Alvsund*, *Sjöviks lasarett*, *Bergfast AB*.

    "i Norrhamra kommun" is a place unless somebody works there.
    """
    for shape in _SHAPES:
        for match in shape.finditer(text):
            name = match["name"]
            before = text[max(0, match.start() - 3) : match.start()]
            if name.endswith("kommun") and before.replace("\u00a0", " ").endswith(" i "):
                continue
            while " " in name and is_title(name.split()[0]):
                name = re.sub(r"^\S+\s(?:(?:&|för|och|i)\s)?", "", name)
            if is_title(name.split()[0]) or name.split()[0] in _SENTENCE_OPENERS:
                continue
            yield _body(text, match.end("name") - len(name), match.end("name"), 0.85, "shape")


def bodies_behind_titles(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Yield what stands behind a title or a person's name as the body that they speak for.

    ``, vd på Nobiva.`` and ``säger Bo Ek på Suntvik``; a known place stays a place.
    """
    people = [n for n in names if n.label == "PER"]
    known = {(n.start, n.end): n for n in names}
    for person in people:
        stretch = text[person.end : person.end + 140].split("\n")[0]
        municipality = _MUNICIPALITY.search(stretch.split(". ")[0])
        if municipality and "," in stretch[: municipality.start()]:
            start = person.end + municipality.start("name")
            yield _body(text, start, person.end + municipality.end("name"), 0.8, "title")
        for pattern in (_NAMED, _TITLED):
            match = pattern.search(stretch) if pattern is _TITLED else pattern.match(stretch)
            if match is None or (pattern is _TITLED and not is_title(match["title"])):
                continue
            if pattern is _TITLED and re.search(r"[.!?:] [A-ZÅÄÖ]|[.!?]$", stretch[: match.start("name")]):
                continue
            start, end = person.end + match.start("name"), person.end + match.end("name")
            end = start + len(_trim(text[start:end]))
            if (
                _may_be_body(text[start:end], pattern is _NAMED and match["after"] is None)
                and (start, end) not in known
            ):
                yield _body(text, start, end, 0.8, "title")
            break


_GENITIVE = re.compile(rf"(?<![\w.-])(?P<name>{_CAPITAL}(?:{_SPACE}{_CAPITAL}){{0,2}}s){_SPACE}(?P<title>[a-zåäö:-]+)")


def bodies_of_titles(text: str) -> Iterator[Name]:
    """Yield the genitive before a title: ``Handelsklubbens ⟦ombud⟧``, ``AFK:s tränare``; a known place stays a place."""
    for match in _GENITIVE.finditer(text):
        name = match["name"]
        bare = name[:-1].rstrip(":")
        first = name.split()[0]
        if not is_title(match["title"]) or len(bare) < 3 or first in _SENTENCE_OPENERS or first in given_names():
            continue
        if bare in places() or name in places() or bare.lower() in _COMMON or is_title(bare):
            continue
        yield _body(text, match.start("name"), match.end("name"), 0.8, "title")


#: Common nouns that open a sentence as "Bolagets vd": the body is named elsewhere.
_COMMON = frozenset(
    "bolaget företaget koncernen kommunen regionen föreningen klubben skolan sjukhuset universitetet nämnden styrelsen "
    "landet länet staden partiet myndigheten regeringen laget museet teatern kyrkan församlingen förbundet facket "
    "organisationen fabriken banken dagen veckan årets världen europas sveriges".split()
)
#: Endings of events, prizes, laws and undertakings: named, but no bodies.
_EVENTS = re.compile(
    r"(konferensen?|mässan?|festivalen?|dagen|dagarna|veckan?|priset|projektet|programmet|strategin?|lagen|avtalet|"
    r"kampanjen|tävlingen|galan?|turnén|seminariet|stipendiet|planen|direktivet|förordningen|fonden|eventet|"
    r"initiativet|satsningen|utställningen|podden|podcast|awards?|forum|direktör|director|manager|nivån?)s?$",
    re.I,
)


def is_event(name: str) -> bool:
    """Tell an event, a prize, a law or a project from a body: *Norrhamradagarna*, *Stora Teknikpriset*.

    A known body stays one, whatever its ending.
    """
    return name not in bodies() and _EVENTS.search(name.split()[-1]) is not None


_MEMBER = rf"(?:{_CAPITAL}(?:{_SPACE}(?:&{_SPACE})?{_CAPITAL}){{0,3}})"
_ENUMERATION = re.compile(rf"{_MEMBER}(?:,{_SPACE}{_MEMBER})+{_SPACE}(?:och|samt){_SPACE}{_MEMBER}")


def enumerated_bodies(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the unnamed members of a list of bodies: "Trä & Metall, The Mill Town och Bergfast delar med sig".

    At least one member is a body, and none a person or a known place.
    """
    ordered = sorted(names, key=lambda n: n.start)
    starts = [n.start for n in ordered]
    for match in _ENUMERATION.finditer(text):
        near = ordered[bisect_left(starts, match.start()) : bisect_left(starts, match.end())]
        inside = [n for n in near if n.end <= match.end()]
        certain = [n for n in inside if n.label != "LOC" or n.text in places()]
        if not certain or any(n.label != "ORG" for n in certain):
            continue
        for member in re.finditer(_MEMBER, match.group()):
            start, end = match.start() + member.start(), match.start() + member.end()
            if not any(n.start < end and start < n.end for n in certain):
                yield _body(text, start, end, 0.7, "list of bodies")


def _trim(name: str) -> str:
    return name.rstrip(".’'-& ")


def _may_be_body(name: str, loose: bool) -> bool:
    words = name.split()
    if not words or name in places() or name.rstrip("s") in places():
        return False
    if words[0] in given_names() and (len(words) > 1 or words[0] not in bodies()) and name not in bodies():
        return False
    if is_title(words[0]):
        return False
    return not (loose and len(words) == 1 and not name[:1].isupper())
