"""Bodies by their people: what stands behind a title, before one or in it, and where somebody works."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pipeline.article import Name
from pipeline.stages.names.body_words import (
    BARE_NOUNS,
    CAPITAL,
    CLUB,
    COMMON,
    FIELDS,
    NAME,
    SENTENCE_OPENERS,
    SPACE,
    body,
    is_plain_noun,
    not_bodies,
    trim,
)
from pipeline.stages.names.from_model import NOT_NAMES
from pipeline.stages.names.lists import bodies, given_names, places
from pipeline.stages.roles.titles import is_council, is_title
from pipeline.word_sets import one_of, word_set

#: What a chief is the chief of: "marknadschef Norden", "affärsområdeschef Bygg och Anläggning", "regionchef Syd".
_AREA = rf"{CAPITAL}(?:{SPACE}(?:(?:och|&){SPACE})?{CAPITAL})?"
#: ``, rektor på Åskolan``: a title, a preposition, a capital.
_TITLED = re.compile(
    rf"(?P<title>[\wåäöÅÄÖ:’'-]+)(?:(?<=chef|ktör){SPACE}{_AREA})?{SPACE}(?:på|vid|hos|för|i|från|åt|inom|of|at|"
    rf"(?<=grundare{SPACE})(?:av|till|bakom)|(?<=ägare{SPACE})(?:av|till)){SPACE}(?P<name>{NAME})"
)
#: ``, Head of Sales på Norvik``, ``, Key Account Manager, Norvik``: a title in English, with a capital or a small word each.
_IN_ENGLISH = re.compile(
    rf",{SPACE}(?P<title>(?:(?:[A-Z][\w&/-]*|of|and|&|to|vice|president){SPACE}){{0,6}}(?:[A-Z][\w&/-]*|president|manager|director))"
    rf"(?:{SPACE}(?:på|at|hos|vid|för),?|,){SPACE}(?P<name>{NAME})"
)
#: Words that tell a title in English.
_JOBS = word_set("English words of titles") | {"Lead", "president", "manager", "director"}
#: Trades in small letters: "Bo Ek, ⟦Aspens bygg⟧, deltar".
_TRADES = one_of("trades behind names of businesses").lower()
_MUNICIPALITY = re.compile(rf"{SPACE}i{SPACE}(?P<name>{CAPITAL}(?:{SPACE}{CAPITAL})?{SPACE}kommun)(?!\w)")
#: ``säger Bo Ek på Suntvik``, ``Bo Ek (Suntvik)``, ``Bo Ek, Suntvik.``
_NAMED = re.compile(
    rf"(?:{SPACE}(?:på|vid|från|hos){SPACE}|{SPACE}\(|,{SPACE})(?P<name>{NAME}(?:(?<=s){SPACE}(?:{_TRADES}))?)(?P<after>\)|[,.\n]|$)?"
)


#: Who lives where they work: "mjölkbonde i Lomnäset".
_LIVES_IN = re.compile(rf"[\w-]*(?:bonde|lantbrukare|odlare|jägare){SPACE}i{SPACE}")


def bodies_behind_titles(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Yield what stands behind a title or a person's name as the body that they speak for.

    ``, vd på Nobiva.`` and ``säger Bo Ek på Suntvik``; a known place stays a place.
    """
    people = sorted((n for n in names if n.label == "PER"), key=lambda n: n.start)
    known = {(n.start, n.end) for n in names if n.label != "LOC"}
    towns = {(n.start, n.end) for n in names if n.label == "LOC"}
    for person, follower in zip_longest(people, people[1:]):
        end = min(person.end + 140, follower.start if follower else len(text))
        stretch = text[person.end : end].split("\n")[0]
        municipality = _MUNICIPALITY.search(stretch.split(". ")[0])
        if municipality and re.match(r"(?: \([A-Za-z]{1,3}\))?,| är[ \u00a0]", stretch):
            start = person.end + municipality.start("name")
            yield body(text, start, person.end + municipality.end("name"), 0.8, "title")
        for pattern in (_IN_ENGLISH, _NAMED, _TITLED):
            match = pattern.search(stretch) if pattern is _TITLED else pattern.match(stretch)
            if match is None or (pattern is _TITLED and not is_title(match["title"])):
                continue
            if pattern is _IN_ENGLISH and _JOBS.isdisjoint(match["title"].split()):
                continue
            if pattern is _TITLED and re.search(r"[.!?:] [A-ZÅÄÖ]|[.!?]$", stretch[: match.start("name")]):
                continue
            if pattern is _TITLED and (_IN_A_TOWN.fullmatch(match.group()) or _LIVES_IN.match(match.group())):
                continue
            start, end = person.end + match.start("name"), person.end + match.end("name")
            end = start + len(trim(text[start:end]))
            rest = _REST.match(text, start)
            end = max(end, rest.end()) if rest is not None and end in (rest.start("rest"), rest.start("aim")) else end
            if _NO_WHOLE.match(text, end) or text[start:end] in NOT_NAMES or _THEME.match(text, start):
                continue
            if pattern is _NAMED and (start, end) in towns and text[person.end : start] == ", ":
                continue  # Siv Ek, Lomsund, fick stipendiet
            town, hyphen, _ = text[start:end].partition("-")
            village = text[start:end].endswith(_VILLAGES) and text[start:end].isalpha()
            if text[person.end : start] == " från " and (village or (hyphen and town in places())):
                continue  # Siv Ek från Lomsund, från Haparanda-Torneå
            if pattern is _NAMED and text[person.end : start].endswith("(") and " " not in person.text:
                continue  # Henrik (Almered): a surname
            if (
                _may_be_body(text[start:end], pattern is _NAMED and match["after"] is None)
                and (start, end) not in known
            ):
                yield body(text, start, end, 0.8, "title")
                break


#: Who heads a company, and which: "vd:n för ⟦Bergfast⟧, Bo Ek", "ny vd i ⟦Bergfast⟧ blir Bo Ek", "(vd ⟦Bergfast⟧)".
_HEADED = re.compile(
    rf"(?<![\w-])(?:{one_of('heads of companies')}|[Oo]rdförande)(?::n|en|n)?(?:{SPACE}och{SPACE}[a-zåäö]{{3,30}})?{SPACE}(?:för|i|på|hos){SPACE}(?P<name>{NAME})"
)
_HEADED_IN_BRACKETS = re.compile(rf"\((?:vd|VD|Vd|ordförande|ordf\.?|ägare){SPACE}(?P<name>{NAME})\)")
_SIGNED = re.compile(rf"(?m)^(?P<title>[a-zåäö-]{{3,40}}),{SPACE}(?P<name>{NAME})$")
#: "enhetschefen på ⟦Solgården⟧, Bo Ek,": between a certain title and the name.
_BEFORE_NAME = re.compile(
    rf"(?<![\w-])(?P<title>[\w-]{{2,40}}(?:en|n|t)){SPACE}(?:på|vid|hos|för){SPACE}(?P<name>{NAME})(?=,?{SPACE})"
)


def bodies_of_heads(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Yield what stands behind the title of a company's head, whoever is named and where: "vd:n för ⟦Bergfast⟧, Bo Ek,".

    On a line of its own below a name any title has its body so: "ordförande, ⟦Kommunal Mitt⟧".
    """
    starts = sorted(n.start for n in names if n.label == "PER")
    for pattern in (_HEADED, _HEADED_IN_BRACKETS, _SIGNED, _BEFORE_NAME):
        for match in pattern.finditer(text):
            if pattern is not _HEADED and not is_title(match.groupdict().get("title") or "vd"):
                continue
            k = bisect_left(starts, match.start("name"))
            end = min(match.end("name"), starts[k] if k < len(starts) else len(text))
            name = trim(text[match.start("name") : end])
            in_town = " i " in text[match.start() : match.start("name")]
            if in_town and (
                text[max(0, match.start() - 2) : match.start()] == "s " or (name.endswith(_VILLAGES) and name.isalpha())
            ):
                continue  # "ordföranden i Lomsund", "LRF:s ordförande i Mittmark"
            if pattern is _BEFORE_NAME and (k == len(starts) or starts[k] - match.start("name") - len(name) > 2):
                continue
            if name and _may_be_body(name, loose=False) and name.split()[0] not in SENTENCE_OPENERS:
                yield body(text, match.start("name"), match.start("name") + len(name), 0.8, "title")


_VILLAGES = tuple(word_set("endings of names of villages"))
#: What belongs to the first word of a name: "på ⟦Särskilda åklagarkammaren⟧", "vid ⟦Riksenheten mot korruption⟧".
_REST = re.compile(
    rf"(?:(?:[A-ZÅÄÖ][a-zåäö]+(?:ska|skt|liga|ligt|lda)|Västra|Östra|Norra|Södra|Nya|Gamla|Stora|Lilla)(?P<rest>(?:{SPACE}och{SPACE}[a-zåäö]{{3,30}}ska)?{SPACE}[a-zåäö]{{0,30}}(?:"
    r"kammaren|centrum|institutet|museet|skolan|verket|verken|sjukhuset|biblioteket|teatern|rätten|domstolen|nämnden|rådet|"
    rf"förbundet|sällskapet|akademien|byrån|kontoret|kåren|fakulteten|föreningen))|[A-ZÅÄÖ][a-zåäö]+(?:enheten|delegationen)(?P<aim>{SPACE}(?:mot|för){SPACE}[a-zåäö]{{4,}}))(?![\w-])"
)
#: Behind half of a compound, and behind a town in a list of politicians: "Vård⟦- och⟧ omsorgsnämndens", "Sjövik ⟦(S)⟧".
_NO_WHOLE = re.compile(rf"{SPACE}?-{SPACE}?(?:och|samt){SPACE}|{SPACE}\((?:S|M|C|L|V|MP|KD|SD)\)")


#: An adjective and a noun with a capital in front: "kontaktperson för ⟦Begränsad klimatpåverkan⟧".
_THEME = re.compile(r"[A-ZÅÄÖ][a-zåäö]{3,}(?:ad|lig|isk|ande)[ \u00a0][a-zåäö]{4,}(?:ing|het|else|an|en|et)(?!\w)")


#: ``busschaufför i ⟦Norrhamra⟧``: one word behind *i* that no body's ending marks is a town, in the list or not; who
#: heads or owns something does so "i ⟦Bergfast⟧".
_IN_A_TOWN = re.compile(
    rf"[\w:-]+(?<!vd)(?<!VD)(?<!ordförande)(?<!ägare)(?<!direktör)(?<!partner)(?<!ledamot)(?<!medlem)(?<!grundare){SPACE}i{SPACE}(?![A-ZÅÄÖ]{{2,}})(?!\w+(?:et|en|erna|arna|orna|bolagen|{CLUB})$)[A-ZÅÄÖ][\w-]+$"
)
_GENITIVE = re.compile(
    rf"(?P<name>[A-ZÅÄÖÉÜØÆ](?<![\w.&-].)[\w’'&-]{{0,60}}(?:{SPACE}{CAPITAL}){{0,2}}(?<=[sxz])){SPACE}(?:(?P<rank>[a-zåäö]{{3,}}[ae]){SPACE})?(?P<title>[a-zåäö:-]+|VD|Vd)"
)


def bodies_of_titles(text: str) -> Iterator[Name]:
    """Yield the genitive before a title: ``Handelsklubbens ⟦ombud⟧``, ``AFK:s tränare``; a known place stays a place."""
    for match in _GENITIVE.finditer(text):
        name = match["name"]
        bare = name[:-1].rstrip(":") if name.endswith("s") else name  # Haldex vd
        first = name.split()[0]
        if not name.endswith("s") and match["title"] not in word_set("heads of companies"):
            continue  # Linz borgmästare
        if (
            not (is_title(match["title"]) or is_title(match["rank"] or ""))
            or len(bare) < 3
            or first in SENTENCE_OPENERS
            or first in given_names()
            or (match["title"] in word_set("heads of towns") and " " not in name and not _BODY_GENITIVE.search(name))
            or (match["title"] in word_set("kin before a given name") and first.removesuffix("s") in given_names())
        ):
            continue
        if (
            is_plain_noun(bare)
            or bare in places()
            or name in places()
            or bare.lower() in COMMON
            or (is_title(bare) and not is_council(bare))
        ):
            continue
        yield body(text, match.start("name"), match.end("name"), 0.8, "title")


def _may_be_body(name: str, loose: bool) -> bool:
    words = name.split()
    if not words or name in places() or name.rstrip("s") in places():
        return False
    if name.endswith(("gatan", "vägen", "torget", "gränd", "stigen")):
        return False  # "boende på Storgatan"
    if words[0] in given_names() and (len(words) > 1 or words[0] not in bodies()) and name not in bodies():
        return False
    if is_title(words[0]):
        return False
    return not (loose and len(words) == 1 and not name[:1].isupper())


_OWNER = re.compile(rf"(?<![\w.-])(?P<name>{CAPITAL}(?:{SPACE}{CAPITAL}){{0,2}}s){SPACE}$")
#: Endings that only bodies have in the genitive: *Skolrådets*, *Naturvännernas*, *Fastighetsägarnas*.
_BODY_GENITIVE = re.compile(
    r"(?:rådets|verkets|föreningens|tjänstens|nämndens|styrelsens|förbundets|ernas|arnas|ornas|stiftelsens|kårens|"
    r"museets|myndighetens|kammarens|bladets|operans|akademins|akademiens|inspektionens|institutets|polisens|kyrkans|klubbens|sällskapets|facks|facket?s|partiets|"
    r"kommissionens|skolans|mäteriets|universitets|kommuns|kontorets|bolagets|byråns|centralens|linjens)$"
)


def bodies_of_people(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Yield the genitive before a person's name: ``Skolrådets Bo Ek``, ``Fastighetsägarnas Rut Lans``."""
    for person in names:
        if person.label != "PER" or " " not in person.text:
            continue
        low = max(0, person.start - 80)
        match = _OWNER.search(text[low : person.start])
        if match is None:
            continue
        name = match["name"]
        if (
            name[:-1].lower() in BARE_NOUNS
            or not _BODY_GENITIVE.search(name.lower())
            or name.split()[0] in SENTENCE_OPENERS
        ):
            continue
        yield body(text, low + match.start("name"), low + match.end("name"), 0.85, "genitive")


#: Boards, offices and services that the press writes with a small letter.
_SMALL = (
    r"(?:(?:[A-ZÅÄÖ][a-zåäö]{1,20}-[ \u00a0]och[ \u00a0][a-zåäö]+|[a-zåäö]{3,}(?:-(?:,[ \u00a0][a-zåäö]{3,}-){0,3}[ \u00a0]och[ \u00a0][a-zåäö]+)?)(?:nämnden|förvaltningen|föreningen|kåren|kliniken|institutionen)|polisens[ \u00a0](?:region)?ledningscentral|polisen|"
    r"räddningstjänsten[ \u00a0]i[ \u00a0]Stor[a-zåäö]+|räddningstjänsten|lantmäteriet|länsstyrelsen|tullen|kustbevakningen|"
    rf"institutionen{SPACE}för{SPACE}{FIELDS}|(?:[a-zåäö]{{3,}}-{SPACE}och{SPACE})?[a-zåäö]{{3,}}iska{SPACE}(?:institutionen|kliniken|mottagningen)|tekniska{SPACE}nämnden|"
    rf"(?:avdelningen{SPACE}för{SPACE})?grova{SPACE}brott(?:{SPACE}i{SPACE}{CAPITAL})?|(?:läns|riks)kriminalen|(?:lasarettet|sjukstugan|(?:universitets|läns)?sjukhuset|vårdcentralen|hälsocentralen|högskolan|universitetet|(?:stads)?biblioteket)"
    rf"{SPACE}i{SPACE}{CAPITAL}(?:{SPACE}{CAPITAL})?)"
)
_SMALL_BEHIND = re.compile(
    rf"(?<![\w-])(?P<title>[\w-]+)(?:{SPACE}\([A-Za-zÅÄÖåäö]{{1,4}}\))?{SPACE}(?:i|vid|på|inom|för|hos){SPACE}(?P<name>{_SMALL})(?![\w-])"
)
#: A post and its board without the preposition: "Bo Ek (S), ordförande ⟦kulturnämnden⟧".
_SMALL_AT_ONCE = re.compile(
    rf"(?<=[,)]{SPACE})(?:\d:e{SPACE}|andre{SPACE}|förste{SPACE}|vice{SPACE}){{0,2}}(?P<title>ordförande|ledamot|gruppledare|sekreterare|ersättare)"
    rf"{SPACE}(?P<name>[a-zåäö-]+nämnden)(?=[,.;)\n]|{SPACE}(?:och|samt){SPACE}|{SPACE}\(|$)"
)
#: Some of these letters stand in each of those names.
_IN_SMALL = (
    *"nämnden förvaltningen föreningen kåren kliniken institutionen olisen ledningscentral äddningstjänsten antmäteriet".split(),
    *"änsstyrelsen ullen ustbevakningen lasarettet sjukstugan sjukhuset vårdcentralen hälsocentralen högskolan".split(),
    *"universitetet biblioteket mottagningen kriminalen".split(),
    "grova brott",
)
_SMALL_OWNER = re.compile(
    rf"(?<![\w-])(?P<name>(?:{_SMALL}|Polisen|Räddningstjänsten|Länsstyrelsen|Lantmäteriet|Tullen|Kustbevakningen)s){SPACE}(?:(?P<rank>[a-zåäö0-9:]+){SPACE})?(?P<title>[\w-]+)"
)
_SENTENCE = re.compile(r"[^.!?\n]+")
_SMALL_WORKPLACE = re.compile(
    rf"(?<![\w-])(?:arbeta[rt]|jobba[rt]|arbetade|jobbade){SPACE}(?:[a-zåäö]+{SPACE}){{0,2}}?(?:på|vid|hos){SPACE}(?P<name>{_SMALL})(?![\w-])"
)
_EMPLOYED = re.compile(
    r"(?P<name>[A-ZÅÄÖ](?<![\w-].)(?:[A-ZÅÄÖ]{1,5}|[a-zåäö]{2,12}))-(?P<title>[a-zåäö]{3,30})(?![\w-])"
)


def bodies_in_titles(text: str) -> Iterator[Name]:
    """Yield the known body that a title begins with: "⟦LO⟧-ekonomen"; not "HR-chefen", "IT-strategen"."""
    for match in _EMPLOYED.finditer(text):
        if match["name"] in bodies() and match["name"] not in not_bodies() and is_title(match["title"]):
            yield body(text, match.start("name"), match.end("name"), 0.6, "title")


#: "säger Bo Ek på ⟦räddningstjänsten⟧", "säger Bo Ek, ⟦polisen⟧.": where a person in full name works.
_SMALL_OF_PERSON = re.compile(
    rf"{CAPITAL}{SPACE}{CAPITAL}(?:,{SPACE}(?P<apposed>(?:polisen|räddningstjänsten|kustbevakningen|tullen|kyrkan)(?=[.,!?\n]|{SPACE}i{SPACE}|$))|{SPACE}(?:på|vid|hos|från){SPACE}(?P<name>(?:polisens{SPACE}(?:region)?ledningscentral|polisen|räddningstjänsten(?:{SPACE}i{SPACE}Stor[a-zåäö]+)?|kustbevakningen|länsstyrelsen|lantmäteriet|institutionen{SPACE}för{SPACE}{FIELDS}|[a-zåäö]{{3,}}iska{SPACE}institutionen)s?))(?![\w-])"
)


def small_bodies(text: str) -> Iterator[Name]:
    """Yield boards and services in small letters where a title or somebody's work is tied to them.

    "kassör i ⟦hembygdsföreningen⟧", "⟦socialnämndens⟧ ordförande", "⟦polisens⟧ RLC-befäl", "arbetar vid ⟦lasarettet i Sjövik⟧".
    """
    sentences = [match.span() for match in _SENTENCE.finditer(text) if any(word in match.group() for word in _IN_SMALL)]
    for pattern in (_SMALL_WORKPLACE, _SMALL_OF_PERSON):
        for start, end in sentences:
            for match in pattern.finditer(text, start, end):
                group = "name" if match["name"] is not None else "apposed"
                yield body(text, match.start(group), match.end(group), 0.6, "title")
    for pattern in (_SMALL_BEHIND, _SMALL_AT_ONCE, _SMALL_OWNER):
        for start, end in sentences:
            for match in pattern.finditer(text, start, end):
                if is_title(match["title"]) or is_title(match.groupdict().get("rank") or ""):
                    yield body(text, match.start("name"), match.end("name"), 0.6, "title")
