"""Bodies by their conventions: official names, the words that make a name a body's, and what stands behind a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import zip_longest

from pipeline.article import Name
from pipeline.data import read_table
from pipeline.stages.names.lists import bodies, given_names, places
from pipeline.stages.roles.titles import is_council, is_title

_CAPITAL = r"(?<![\w&-])[A-ZÅÄÖÉÜØÆ][\w’'&-]{0,60}"
_SPACE = "[ \u00a0]"
#: Names of several words: capitals with small words between them.
_NAME = rf"{_CAPITAL}(?:{_SPACE}(?:(?:och|&|för|i|av|de){_SPACE})?{_CAPITAL}){{0,5}}"
_BEHIND = (
    "kommun|kommuns|stad|sjukhus|universitetssjukhus|lasarett|universitet|högskola|tingsrätt|hovrätt|församling|pastorat|"
    "gymnasium|skola|folkhögskola|vårdcentral|landsting|län landsting|museum|teater|bibliotek|räddningstjänst|"
    "bostäder|energi|stift|domkapitel|hembygdsförening|förbund"
)
_CLUB = "(?:IFK|IF|IK|BK|FF|HK|FK|FC|IBK|HC|SK|BS|DFF|OK|CK|GIF|BoIS|AIS|GoIF|TK|RK|SS|SF)"
#: What stands before the name of one of its kind: *Räddningstjänsten Forsdalen*, *Katthemmet Tassen*.
_OF_ITS_KIND = (
    "Räddningstjänsten|Fjällräddningen|Sjöräddningen|Vårdcentralen|Hälsocentralen|Folktandvården|Förskolan|Äldreboendet|Kulturskolan|"
    "Musikskolan|Katthemmet|Djurskyddet|Stiftelsen|Studieförbundet|Hyresgästföreningen|Hembygdsföreningen|Sparbanken|"
    "Kafé|Café|Restaurang|Hotell|Galleri|Studentkåren|Brandkåren"
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
    re.compile(rf"(?m)^(?:Press)?[Kk]ontakt{_SPACE}(?P<name>{_CAPITAL}(?:{_SPACE}{_CAPITAL}){{0,2}}):"),
    re.compile(rf"(?P<name>{_CAPITAL}(?:{_SPACE}{_CAPITAL})?{_SPACE}{_CLUB}(?::s)?)(?![\w-])"),
    re.compile(rf"(?P<name>(?:{_OF_ITS_KIND}){_SPACE}{_CAPITAL}(?:{_SPACE}{_CAPITAL})?)(?![\w-])"),
    re.compile(rf"(?P<name>(?:IFK|IF|IK|HC|OK|BK|FC|FK|HK|KFUM){_SPACE}{_CAPITAL})(?![\w-])"),
    re.compile(
        rf"(?P<name>{_CAPITAL}s?(?:{_SPACE}{_CAPITAL})?{_SPACE}(?:observatorium|ambassad|sameby|flygplats|hembygdsgård|"
        rf"studentkår|elevråd|kommunförbund|brandförsvar|stickcafé|[a-zåäö]{{3,}}(?:nämnd|laboratorium)))(?![\w-])"
    ),
    re.compile(
        rf"(?P<name>Statens{_SPACE}(?:[a-zåäö]+{_SPACE})?[a-zåäö]*(?:verk|institut|laboratorium|fond|råd|museum|anstalt))(?=s?(?![\w-]))"
    ),
    re.compile(rf"(?P<name>(?<![\w&])[A-ZÅÄÖ][a-zåäöé]+{_SPACE}&{_SPACE}[A-ZÅÄÖ][a-zåäöé]+)(?![\w-])"),
    re.compile(rf"(?P<name>AB{_SPACE}{_CAPITAL}(?:{_SPACE}{_CAPITAL})?)(?![\w-])"),
)
#: Institutions that need their town: *Konsthallen i Alvsund*, *Mark- och miljödomstolen i Lomsund*.
_IN_TOWN = re.compile(
    rf"(?P<name>(?:{_CAPITAL}-{_SPACE}och{_SPACE}[a-zåäö]+|(?:{_CAPITAL}{_SPACE})?[A-ZÅÄÖ][a-zåäö]*?)"
    rf"(?:onsthallen|sjukhuset|domstolen|högskolan|universitetet|teatern|magasinet|nämnden){_SPACE}i{_SPACE}"
    rf"{_CAPITAL}(?:{_SPACE}AB)?)(?![\w-])"
)
#: One capital word inside a sentence that only an institution ends so: "elever på ⟦Hamngymnasiet⟧", "enligt ⟦Hyresnämnden⟧".
_INSTITUTION = re.compile(
    r"(?<=[a-zåäö0-9,][ \u00a0])(?P<name>[A-ZÅÄÖ][a-zåäö]{2,}(?:gymnasiet|museet|nämnden|förbundet|magasinet|fonden|skolan|"
    r"tillsynen|verket|inspektionen|myndigheten|sällskapet|stiftelsen|teatern|biblioteket|akademin|akademien))(?=s?(?![\w-]))"
)
#: Capitals that open a sentence, not a name.
SENTENCE_OPENERS = frozenset(
    "Även Också Både Men Och När Nu Så Där Här Samt Text Foto Bild Dessutom Sedan Mellan Till Under Efter Före Inom Utan "
    "Med Mot Ur Över Hela Båda Flera Många Några Ska Kan Vill Får Är Var Har Hade Blir I På Vid Från Enligt Den Det En Ett För Om Hos Av Är Mer Vår Våra Ny Nya Skapa Alla Bra Dess Deras Hans Hennes Vars "
    "Årets Dagens Vårt Min Mitt".split()
)
_ADVERBS = frozenset(
    "Även Också Men Och När Nu Så Där Här Samt Dessutom Sedan Mellan Till Enligt Både Hos Från Med Av Initiativet Kontakt Presskontakt Kontaktperson Ska Kan Har Är".split()
)
#: ``, rektor på Åskolan``: a title, a preposition, a capital.
_TITLED = re.compile(
    rf"(?P<title>[\wåäöÅÄÖ:’'-]+){_SPACE}(?:på|vid|hos|för|i|från|åt|inom|of|at|"
    rf"(?<=grundare{_SPACE})(?:av|till|bakom)|(?<=ägare{_SPACE})(?:av|till)){_SPACE}(?P<name>{_NAME})"
)
_MUNICIPALITY = re.compile(rf"{_SPACE}i{_SPACE}(?P<name>{_CAPITAL}(?:{_SPACE}{_CAPITAL})?{_SPACE}kommun)(?!\w)")
#: ``säger Bo Ek på Suntvik``, ``Bo Ek (Suntvik)``, ``Bo Ek, Suntvik.``
_NAMED = re.compile(
    rf"(?:{_SPACE}(?:på|vid|från|hos){_SPACE}|{_SPACE}\(|,{_SPACE})(?P<name>{_NAME})(?P<after>\)|[,.\n]|$)?"
)


#: A capital word and up to six words behind it, read anew at each capital: a name may begin inside the run before it.
_RUN = re.compile(r"(?<![\w-])(?=(?P<run>[A-ZÅÄÖ][\w-]{0,60}(?:[ \u00a0][\w-]{1,60}){0,6}))")


def known_bodies(text: str) -> Iterator[Name]:
    """Yield official names and acronyms of known bodies."""
    known = bodies()
    for match in _RUN.finditer(text):
        words = re.split("[ \u00a0]", match["run"])
        for n in range(len(words), 0, -1):
            form = " ".join(words[:n])
            end = match.start() + len(form)
            base = form[:-1] if form.endswith("s") and form not in known else form
            if (
                base not in known
                or (n == 1 and not _certain(base))
                or base in _not_bodies()
                or base.lower() in _BARE_NOUNS
            ):
                continue
            if text[end : end + 1].isalnum() or text[end : end + 1] == "-":
                continue
            yield body(text, match.start(), end, 0.9, "list")
            break


def body(text: str, start: int, end: int, confidence: float, via: str) -> Name:
    """Return a body's name at a place of the text."""
    return Name(start, end, text[start:end], "ORG", confidence, via)


#: Endings of one-word names that only bodies have.
_CERTAIN = (
    *("verket", "myndigheten", "styrelsen", "departementet", "nämnden", "rådet", "partiet", "kassan", "universitetet"),
    *("förbundet", "högskolan", "skolan", "sjukhuset", "inspektionen", "institutet", "kommissionen", "bladet"),
)


def _certain(word: str) -> bool:
    """A single word that is a body wherever it stands: *Skolverket*, *MSB*; not *Metro*, *Expressen*."""
    return (word.isupper() and (len(word) >= 3 or word == "LO")) or word.endswith(_CERTAIN)


def shaped_bodies(text: str) -> Iterator[Name]:
    """Yield bodies by the shape of their names: *Norrhamra kommun*, *Region Alvsund*, *Sjöviks lasarett*, *Bergfast AB*.

    "i Norrhamra kommun" is a place unless somebody works there.
    """
    for shape in (*_SHAPES, _IN_TOWN, _INSTITUTION):
        for match in shape.finditer(text):
            name = match["name"]
            before = text[max(0, match.start() - 3) : match.start()]
            if name.endswith("kommun") and before.replace("\u00a0", " ").endswith(" i "):
                continue
            while " " in name and (is_title(name.split()[0]) or name.split()[0] in _ADVERBS):
                name = re.sub(r"^\S+\s(?:(?:&|för|och|i)\s)?", "", name)
            if is_title(name.split()[0]) or name.split()[0] in SENTENCE_OPENERS:
                continue
            if ("&" in name or match.group() != name) and name.split()[0] in given_names():
                continue
            yield body(text, match.end("name") - len(name), match.end("name"), 0.85, "shape")


def bodies_behind_titles(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """Yield what stands behind a title or a person's name as the body that they speak for.

    ``, vd på Nobiva.`` and ``säger Bo Ek på Suntvik``; a known place stays a place.
    """
    people = sorted((n for n in names if n.label == "PER"), key=lambda n: n.start)
    known = {(n.start, n.end) for n in names if n.label != "LOC"}
    for person, follower in zip_longest(people, people[1:]):
        end = min(person.end + 140, follower.start if follower else len(text))
        stretch = text[person.end : end].split("\n")[0]
        municipality = _MUNICIPALITY.search(stretch.split(". ")[0])
        if municipality and re.match(r",| är[ \u00a0]", stretch):
            start = person.end + municipality.start("name")
            yield body(text, start, person.end + municipality.end("name"), 0.8, "title")
        for pattern in (_NAMED, _TITLED):
            match = pattern.search(stretch) if pattern is _TITLED else pattern.match(stretch)
            if match is None or (pattern is _TITLED and not is_title(match["title"])):
                continue
            if pattern is _TITLED and re.search(r"[.!?:] [A-ZÅÄÖ]|[.!?]$", stretch[: match.start("name")]):
                continue
            if pattern is _TITLED and _IN_A_TOWN.fullmatch(match.group()):
                continue
            start, end = person.end + match.start("name"), person.end + match.end("name")
            end = start + len(_trim(text[start:end]))
            if (
                _may_be_body(text[start:end], pattern is _NAMED and match["after"] is None)
                and (start, end) not in known
            ):
                yield body(text, start, end, 0.8, "title")
            break


#: ``busschaufför i ⟦Norrhamra⟧``: one word behind *i* that no body's ending marks is a town, in the list or not; who
#: heads or owns something does so "i ⟦Bergfast⟧".
_IN_A_TOWN = re.compile(
    rf"[\w:-]+(?<!vd)(?<!ordförande)(?<!ägare)(?<!direktör)(?<!partner)(?<!ledamot)(?<!medlem)(?<!grundare){_SPACE}i{_SPACE}(?![A-ZÅÄÖ]{{2,}})(?!\w+(?:et|en|erna|arna|orna|bolagen|{_CLUB})$)[A-ZÅÄÖ][\w-]+$"
)
_GENITIVE = re.compile(
    rf"(?<![\w.-])(?P<name>{_CAPITAL}(?:{_SPACE}{_CAPITAL}){{0,2}}s){_SPACE}(?:(?P<rank>[a-zåäö]{{3,}}[ae]){_SPACE})?(?P<title>[a-zåäö:-]+)"
)


def bodies_of_titles(text: str) -> Iterator[Name]:
    """Yield the genitive before a title: ``Handelsklubbens ⟦ombud⟧``, ``AFK:s tränare``; a known place stays a place."""
    for match in _GENITIVE.finditer(text):
        name = match["name"]
        bare = name[:-1].rstrip(":")
        first = name.split()[0]
        if (
            not (is_title(match["title"]) or is_title(match["rank"] or ""))
            or len(bare) < 3
            or first in SENTENCE_OPENERS
            or first in given_names()
        ):
            continue
        if bare in places() or name in places() or bare.lower() in _COMMON or (is_title(bare) and not is_council(bare)):
            continue
        yield body(text, match.start("name"), match.end("name"), 0.8, "title")


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
                yield body(text, start, end, 0.7, "list of bodies")


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


#: Definite nouns that present a name: "Tågbolaget Nordspåret", "analyshuset Kvist & Partner". The name is what follows.
_PRESENTING = (
    r"(?i:[\wåäöÅÄÖ-]*(?:bolaget|företaget|koncernen|kedjan|jätten|byrån|förlaget|tjänstehuset|analyshuset|nätverket|"
    r"orkestern|tidningen|patientföreningen|äldreboendet|boendet|sajten|nyhetstjänsten|tankesmedjan|laget|fabriken|facket|fackförbundet|arbetsgivaren|hospicet|rederiet|bageriet|gymnasiet)|motparten)"
)
_PRESENTED = re.compile(
    rf"(?<![\w-]){_PRESENTING}{_SPACE}(?P<name>{_CAPITAL}(?:{_SPACE}(?:&{_SPACE})?{_CAPITAL}){{0,3}})(?![\w-])"
)
_PRESENTS = re.compile(rf"{_PRESENTING}$")


def presented_bodies(text: str) -> Iterator[Name]:
    """Yield names behind a noun that presents a company: "Tågbolaget ⟦Nordspåret⟧", "Analyshuset ⟦Kvist & Partner⟧"."""
    for match in _PRESENTED.finditer(text):
        name = _trim(match["name"])
        first = name.split()[0]
        if first in given_names() or name in places() or name.removesuffix("s") in places():
            continue
        start = match.start("name")
        yield body(text, start, start + len(name), 0.85, "presented")


_OWNER = re.compile(rf"(?<![\w.-])(?P<name>{_CAPITAL}(?:{_SPACE}{_CAPITAL}){{0,2}}s){_SPACE}$")
#: Endings that only bodies have in the genitive: *Skolrådets*, *Naturvännernas*, *Fastighetsägarnas*.
_BODY_GENITIVE = re.compile(
    r"(?:rådets|verkets|föreningens|tjänstens|nämndens|styrelsens|förbundets|ernas|arnas|ornas|stiftelsens|kårens|"
    r"museets|myndighetens|inspektionens|institutets|polisens|kyrkans|klubbens|sällskapets|facks|facket?s|partiets|"
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
            name[:-1].lower() in _COMMON
            or not _BODY_GENITIVE.search(name.lower())
            or name.split()[0] in SENTENCE_OPENERS
        ):
            continue
        yield body(text, low + match.start("name"), low + match.end("name"), 0.85, "genitive")


@cache
def _not_bodies() -> frozenset[str]:
    return frozenset(row[0] for row in read_table("models", "lexicons", "not_bodies.tsv"))


_SECTION = re.compile(rf"^[A-ZÅÄÖ]{{4,}}{_SPACE}(?=[A-ZÅÄÖ][a-zåäö])")
_WEB = re.compile(r"^[a-z0-9.-]+\.[a-z]{2,4}$|@|^www\.|^https?:")
#: A compound that a common noun ends: *Team Sweden-aktörer*, *VD-roll*; not *EU-kommissionen*, *Sankta Maria-skolan*.
_COMPOUND = re.compile(
    r"-(?:(?:akt[öo]r|roll|kund|medlem|anställd|användare|chef|avtal|ekonom|lag|modell|metod|projekt|satsning|system|"
    r"möte|fråga|produkt|tjänst|politiker|profil|spelare|tränare|manager|handlare|ordförande)(?:en|et|n|er|ar|na|arna|"
    r"erna|s)?)$"
)
_TAIL_CUT = re.compile(
    rf"{_SPACE}(?:vars|som|där|vilket|för{_SPACE}(?:att|\w+ing{_SPACE}av)|och{_SPACE}[a-zåäö]+a)(?!\w).*$"
)
#: Definite nouns that a sentence or a heading begins with: a body only if another word names it.
_BARE_NOUNS = _COMMON | frozenset(
    "verket kåren juryn rätten rapporten brevet krogen kansliet tryckeriet samfälligheten vårdcentralen forskargruppen "
    "rekryteringsgruppen demonstranterna bilen reningsverket högskolan kommissionen utredningen avdelningen kliniken "
    "hotellet restaurangen biblioteket huset gruppen mottagningen enheten ledningen kontoret förvaltningen arenan "
    "läktaren publiken domaren hallen badhuset hamnen flygplatsen fabriken butiken affären huvudkontoret redaktionen "
    "projektet teamet laboratoriet nätverket tvätten ministern initiativet sekretariatet arbetsgruppen ambassaden "
    "hälsoskyddsinspektören inspektören väst öst nord syd panelen redaktören insändaren artikeln insatsen".split()
)


def own_body(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the part of a model's entity that is a body's name, or None where none of it is.

    Section words, presenting nouns, titles and what follows the name are cut: "NÄRINGSLIV ⟦Tingsrätten⟧",
    "Försäkringsbolaget ⟦Lantskydd⟧", "Country Manager för ⟦Bergfast UK⟧", "⟦Bergfasts⟧ verktyg".
    """
    name = text[start:end]
    section = _SECTION.match(name)
    if section and (start == 0 or text[start - 1] == "\n"):
        start += section.end()
    start = _behind_title(text, start, end)
    words = text[start:end].split()
    if len(words) > 1 and _PRESENTS.match(words[0]) and words[1][:1].isupper() and text[start:end] not in bodies():
        start = text.index(words[1], start + len(words[0]))
    while len(words := text[start:end].split()) > 1 and words[0] in _ADVERBS and text[start:end] not in bodies():
        start = text.index(words[1], start + len(words[0]))
    end = _before_tail(text, start, end)
    first, _, rest = text[start:end].partition(" ")
    if " " in rest and rest in bodies() and text[start:end] not in bodies():  # P4 Sveriges Radio
        start += len(first) + 1
    name = text[start:end]
    last = name.split()[-1] if name.split() else ""
    if " " in name and (last.isdigit() or (last[:1].islower() and is_title(last) and not is_council(last))):
        return None  # match facts, "Sjöviks kommunalråd"
    if end - start < 2 or name in _not_bodies() or _COMPOUND.search(name):
        return None
    if _WEB.search(name) and not _behind_a_title(text, start):
        return None
    if " " not in name and name.endswith("ande") and name not in bodies():
        return None
    bare = name.lower()
    if (bare in _BARE_NOUNS or bare.removesuffix("s") in _BARE_NOUNS) and name not in bodies():
        return None
    return start, end


def _behind_a_title(text: str, start: int) -> bool:
    """``vd för vinterdack.exempel``: a web address that employs somebody is a company."""
    words = text[max(0, start - 40) : start].split()
    if words and words[-1].lower() in ("enligt", "skriver", "uppger", "rapporterar"):
        return True
    return len(words) > 1 and words[-1] in ("på", "för", "hos", "vid") and is_title(words[-2])


#: Boards, offices and services that the press writes with a small letter.
_SMALL = (
    r"(?:[a-zåäö]{3,}(?:-[ \u00a0]och[ \u00a0][a-zåäö]+)?(?:nämnden|förvaltningen|föreningen|kåren|kliniken|institutionen)|polisen|"
    r"räddningstjänsten|lantmäteriet|länsstyrelsen|tullen|kustbevakningen|"
    rf"(?:lasarettet|(?:universitets|läns)?sjukhuset|vårdcentralen|hälsocentralen|högskolan|universitetet|(?:stads)?biblioteket)"
    rf"{_SPACE}i{_SPACE}{_CAPITAL}(?:{_SPACE}{_CAPITAL})?)"
)
_SMALL_BEHIND = re.compile(
    rf"(?<![\w-])(?P<title>[\w-]+){_SPACE}(?:i|vid|på|inom|för|hos){_SPACE}(?P<name>{_SMALL})(?![\w-])"
)
_SMALL_OWNER = re.compile(
    rf"(?<![\w-])(?P<name>(?:{_SMALL}|Polisen|Räddningstjänsten|Länsstyrelsen|Lantmäteriet|Tullen|Kustbevakningen)s){_SPACE}(?:(?P<rank>[a-zåäö0-9:]+){_SPACE})?(?P<title>[\w-]+)"
)


_SMALL_WORKPLACE = re.compile(
    rf"(?<![\w-])(?:arbeta[rt]|jobba[rt]|arbetade|jobbade){_SPACE}(?:[a-zåäö]+{_SPACE}){{0,2}}?(?:på|vid|hos){_SPACE}(?P<name>{_SMALL})(?![\w-])"
)
_EMPLOYED = re.compile(r"(?<![\w-])(?P<name>[A-ZÅÄÖ]{2,6}|[A-ZÅÄÖ][a-zåäö]{2,12})-(?P<title>[a-zåäö]{3,30})(?![\w-])")


def bodies_in_titles(text: str) -> Iterator[Name]:
    """Yield the known body that a title begins with: "⟦LO⟧-ekonomen"; not "HR-chefen", "IT-strategen"."""
    for match in _EMPLOYED.finditer(text):
        if match["name"] in bodies() and match["name"] not in _not_bodies() and is_title(match["title"]):
            yield body(text, match.start("name"), match.end("name"), 0.6, "title")


def small_bodies(text: str) -> Iterator[Name]:
    """Yield boards and services in small letters where a title or somebody's work is tied to them.

    "kassör i ⟦hembygdsföreningen⟧", "⟦socialnämndens⟧ ordförande", "⟦polisens⟧ RLC-befäl", "arbetar vid ⟦lasarettet i Sjövik⟧".
    """
    for match in _SMALL_WORKPLACE.finditer(text):
        yield body(text, match.start("name"), match.end("name"), 0.6, "title")
    for pattern in (_SMALL_BEHIND, _SMALL_OWNER):
        for match in pattern.finditer(text):
            if is_title(match["title"]) or is_title(match.groupdict().get("rank") or ""):
                yield body(text, match.start("name"), match.end("name"), 0.6, "title")


def _behind_title(text: str, start: int, end: int) -> int:
    """Return where the name begins behind a title that the entity opens with: "Sales Manager at ⟦Bergfast⟧"."""
    name = text[start:end]
    match = re.match(rf"(?:{_CAPITAL}{_SPACE}){{1,3}}(?:för|på|at|for|of|i|vid){_SPACE}(?=[A-ZÅÄÖ])", name)
    if match is None or name in bodies():
        return start
    head = re.split(_SPACE, match.group().strip())[-2]
    return start + match.end() if is_title(head) else start


#: Bodies that have one in each town: "Länsstyrelsen ⟦i Mittmark⟧", "Tekniska högskolan ⟦i Sjövik⟧"; not "Bergfast i Sjövik".
_NEEDS_TOWN = re.compile(
    rf"(?i:länsstyrelsen|föreningen|högskolan|nämnden|sjukhuset|lasarettet|vårdcentralen|hälsocentralen|universitetet|biblioteket|klubben|församlingen|tingsrätten|räddningstjänsten)"
    rf"{_SPACE}i{_SPACE}{_CAPITAL}$"
)


def _before_tail(text: str, start: int, end: int) -> int:
    """Return where the name ends: before "vars uppdrag", and at a genitive that a common noun follows."""
    name = text[start:end]
    cut = _TAIL_CUT.search(name)
    if cut and name not in bodies():
        name = name[: cut.start()]
    words = name.split(" ")
    for n in range(2, len(words)):
        owner = " ".join(words[:n])
        if owner.endswith("s") and owner[:-1] in bodies() and name not in bodies():  # Sveriges Radios Guldpris
            return start + len(owner)
    elsewhere = re.search(rf"{_SPACE}(?:på|vid|inom|hos|från){_SPACE}(?=[A-ZÅÄÖ])", name)
    if elsewhere and name not in bodies():
        name = name[: elsewhere.start()]
    town = None if _NEEDS_TOWN.search(name) else re.search(rf"(?<=[\w]){_SPACE}i{_SPACE}{_CAPITAL}$", name)
    if (
        town
        and name not in bodies()
        and not _IN_TOWN.fullmatch(name)
        and name[: town.start()].lower() not in _BARE_NOUNS
    ):
        name = name[: town.start()]
    owned = re.fullmatch(rf"(?P<name>{_CAPITAL}(?:{_SPACE}[\wåäö-]+){{0,3}}?s){_SPACE}(?P<noun>[a-zåäö]+)", name)
    if owned and name not in bodies():
        base = owned["name"][:-1]
        if base in bodies() or re.search(
            r"(?:verktyg|avgiftsbelagda|avgiftsfria|kunder|produkter|tjänster|plattform)$", name
        ):
            name = owned["name"]
    return start + len(name)
