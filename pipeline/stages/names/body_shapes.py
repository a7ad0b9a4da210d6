"""Bodies by their shape: official names, the words that make a name a body's, lists of bodies, nouns that present one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.article import Name
from pipeline.stages.names.body_words import (
    ADVERBS,
    BARE_NOUNS,
    CAPITAL,
    CLUB,
    DATED_OPENER,
    FIELDS,
    SENTENCE_OPENERS,
    SPACE,
    Shape,
    body,
    not_bodies,
    scan,
    trim,
)
from pipeline.stages.names.lists import bodies, given_names, places, surnames, well_known
from pipeline.stages.roles.titles import is_council, is_title
from pipeline.word_sets import one_of, word_set

_BEHIND = one_of("nouns behind names of bodies") + "|län landsting"
#: The genitives of those, which the name is written in: "⟦Sjöviks lasaretts⟧ akutmottagning".
_GENITIVES = "(?:lasarett|museum|bibliotek|gymnasium|tingsrätt|hovrätt|universitet|församling|nation|pastorat|vårdcentral|hälsocentral)s"
#: What stands before the name of one of its kind: *Räddningstjänsten Forsdalen*, *Katthemmet Tassen*.
_OF_ITS_KIND = one_of("nouns before names of bodies")
#: Two names of partners, what a company does: "Ek & Falk", "MittSvealand Vatten & Avfall".
_PAIR: Shape = (
    ("&",),
    re.compile(
        rf"(?P<name>(?<![\w&])(?:[A-ZÅÄÖ][a-zåäö]+[A-ZÅÄÖ][a-zåäö]+{SPACE})?"
        rf"(?P<one>[A-ZÅÄÖ][a-zåäöé]+){SPACE}&{SPACE}(?P<other>[A-ZÅÄÖ][a-zåäöé]+)(?:{SPACE}(?:folk)?högskola)?)(?![\w-])"
    ),
)
_SHAPES: tuple[Shape, ...] = (
    (
        (),
        re.compile(
            rf"(?P<name>[snvömA-ZÅÄÖÉÜØÆ](?<![\w&-].)(?!(?<=E)(?:get|gen|gna|tt|n)\b)(?:(?<=[A-ZÅÄÖÉÜØÆ])[\w’'&-]{{0,60}}"
            rf"|(?:(?<=s)ödra|(?<=n)(?:orra|edre)|(?<=v)ästra|(?<=ö)(?:stra|vre)|(?<=m)ellersta){SPACE}{CAPITAL})"
            rf"(?:{SPACE}(?:och{SPACE})?{CAPITAL}){{0,3}}"
            rf"(?:{SPACE}(?:svenska|finska|tyska|samiska|katolska|ortodoxa)(?={SPACE}församling)|{SPACE}allmänna(?={SPACE}[a-zåäö]*förening\b))?{SPACE}(?:{_BEHIND}|{_GENITIVES}))(?![\w-])"
        ),
    ),
    (
        ("nstitutionen", "vdelningen"),
        re.compile(
            rf"(?P<name>(?:Institutionen|Avdelningen){SPACE}för{SPACE}(?:[A-ZÅÄÖ]?[a-zåäö]{{3,30}}-{SPACE}och{SPACE}[a-zåäö]{{3,30}}|{FIELDS}))(?![\w-])"
        ),
    ),
    (
        ("ledningscentral",),
        re.compile(rf"(?P<name>[Pp]olisens{SPACE}(?:region)?ledningscentral)(?![\w-])"),
    ),
    (
        ("i Stor", "i\u00a0Stor"),
        re.compile(rf"(?P<name>[Rr]äddningstjänsten{SPACE}i{SPACE}Stor[a-zåäö]+)(?![\w-])"),
    ),
    (
        ("Region", "region"),
        re.compile(
            rf"(?P<name>[A-ZÅÄÖ](?<![\w&-].)[a-zåäö]*(?:verket|vården|styrelsen|kassan){SPACE}[Rr]egion{SPACE}{CAPITAL})(?![\w-])"
        ),
    ),
    ((), re.compile(rf"(?P<name>Region{SPACE}{CAPITAL}(?:{SPACE}(?:län|{CAPITAL}))?)(?![\w-])")),
    (
        (),
        re.compile(
            rf"(?P<name>Länsstyrelsen(?:{SPACE}(?:i{SPACE})?{CAPITAL}(?:{SPACE}{CAPITAL})?(?:{SPACE}län)?))(?![\w-])"
        ),
    ),
    (
        (),
        re.compile(
            rf"(?P<name>(?:Centrum|Institutet|Myndigheten|Nämnden|Delegationen|Föreningen|Stiftelsen|Riksförbundet){SPACE}"
            rf"(?:för|mot){SPACE}(?:[a-zåäö-]+|[A-ZÅÄÖ][a-zåäö]+(?:sk|ska|lig|liga|iv|iva|al|ala){SPACE}[a-zåäö]{{4,}})"
            rf"(?:{SPACE}(?:och{SPACE})?[a-zåäö-]{{4,}}){{0,3}})(?![\w-])"
        ),
    ),
    (
        ("AB", "Aktiebolag", "HB", "Ltd", "Inc", "GmbH", "Group", "Holding"),
        re.compile(
            rf"(?P<name>{CAPITAL}(?:{SPACE}{CAPITAL}){{0,3}}{SPACE}(?:AB|Aktiebolag|HB|Ltd|Inc|GmbH|Group|Holding))(?![\w-])"
            rf"(?!(?<=Fastighets.AB){SPACE}[A-ZÅÄÖ])"
        ),
    ),
    (
        (),
        re.compile(
            rf"(?P<name>{CAPITAL}{SPACE}och{SPACE}[a-zåäö]+(?:verket|myndigheten|rådet|nämnden|domstolen|departementet|"
            rf"förvaltningen|styrelsen|institutet|förbundet|universitetet|utskottet|kontoret))(?![\w-])"
        ),
    ),
    (
        (),
        re.compile(
            rf"(?P<name>[A-ZÅÄÖ](?!(?:(?<=K)ommunal|(?<=R)egion|(?<=L)andstings|(?<=S)tats|(?<=B)orgar|(?<=O)ppositions)r)"
            rf"[a-zåäö]*(?:rådet|vännerna|sällskapet|kören|klubben|föreningen|arkivet|galleriet)"
            rf"{SPACE}i{SPACE}{CAPITAL})(?![\w-])"
        ),
    ),
    (
        (),
        re.compile(
            rf"(?P<name>[A-ZÅÄÖ][a-zåäö]+(?:myndigheten|nämnden|rådet|inspektionen|institutet){SPACE}för{SPACE}"
            rf"(?!(?:{one_of('function words')})\b)[a-zåäö-]+"
            rf"(?:{SPACE}[a-zåäö-]{{3,}})?)(?![\w-])"
        ),
    ),
    (
        ("klubb", "avdelning", "distrikt"),
        re.compile(rf"(?P<name>{CAPITAL}s{SPACE}(?:klubb|avdelning|distrikt){SPACE}i{SPACE}{CAPITAL})(?![\w-])"),
    ),
    ((), re.compile(rf"(?m)^(?:Press)?[Kk]ontakt{SPACE}(?P<name>{CAPITAL}(?:{SPACE}{CAPITAL}){{0,2}}):")),
    (
        (),
        re.compile(
            rf"(?P<name>{CAPITAL}(?:{SPACE}{CAPITAL})?{SPACE}{CLUB}(?::s)?)(?![\w-])(?!(?<=IFK){SPACE}[A-ZÅÄÖ])"
        ),
    ),
    ((), re.compile(rf"(?P<name>(?:{_OF_ITS_KIND}){SPACE}{CAPITAL}(?:{SPACE}(?:&{SPACE})?{CAPITAL})?)(?![\w-])")),
    (
        (),
        re.compile(
            rf"(?P<name>(?<![\w-])(?:IFK|IF|IK|HC|OK|BK|FC|FK|HK|KFUM|AFC|IBK|IBF|FBC|GIF){SPACE}{CAPITAL})(?![\w-])"
        ),
    ),
    (
        (" AB", "\u00a0AB", " HB", "\u00a0HB"),
        re.compile(
            rf"(?P<name>{CAPITAL}(?:{SPACE}(?:&{SPACE})?{CAPITAL}){{0,2}}{SPACE}i{SPACE}{CAPITAL}{SPACE}(?:AB|HB))(?![\w-])"
        ),
    ),
    (
        (),
        re.compile(
            rf"(?P<name>{CAPITAL}s?(?:{SPACE}{CAPITAL})?{SPACE}(?:observatorium|ambassad|sameby|flygplats|hembygdsgård|"
            rf"studentkår|elevråd|kommunförbund|brandförsvar|stickcafé|[a-zåäö]{{3,}}(?:nämnd|laboratorium)))(?![\w-])"
        ),
    ),
    # "Alvsunds kammarorkester", "Lomsunds nya storband"; no adjective stands before: "Populär barnkör".
    (
        tuple(word_set("endings of nouns behind names of bodies")),
        re.compile(
            rf"(?P<name>{CAPITAL}(?<=[sxzaeoåö]){SPACE}(?:[a-zåäö]{{3,30}}(?:ska|la|iga){SPACE}){{0,2}}"
            rf"[a-zåäö]{{0,30}}(?:{one_of('endings of nouns behind names of bodies')}))(?![\w-])"
        ),
    ),
    # Boards with several fields: "Utbildnings-, kultur- och fritidsnämnden".
    (
        ("-,",),
        re.compile(
            rf"(?P<name>[A-ZÅÄÖ](?<![\w-].)[a-zåäö]{{2,30}}-(?:,{SPACE}[a-zåäö]{{2,30}}-){{1,3}}{SPACE}och{SPACE}[a-zåäö]{{0,30}}"
            rf"(?:nämnden|utskottet|förvaltningen|kontoret|departementet|styrelsen))(?![\w-])"
        ),
    ),
    # And a town's, without an article: "Alvsunds vård- och omsorgsförvaltning".
    (
        (" och ", "\u00a0och\u00a0"),
        re.compile(
            rf"(?P<name>{CAPITAL}(?<=[sxz]){SPACE}(?:kommuns{SPACE}|stads{SPACE})?[A-ZÅÄÖa-zåäö][a-zåäö]{{2,30}}-?{SPACE}och{SPACE}"
            rf"[a-zåäö]{{0,30}}(?:nämnd|förvaltning|kontor|avdelning|utskott)s?)(?![\w-])"
        ),
    ),
    # What a municipality's company does: "Alvsunds Energi och Vatten AB".
    (
        (" AB", "\u00a0AB"),
        re.compile(rf"(?P<name>{CAPITAL}(?<=s){SPACE}{CAPITAL}{SPACE}och{SPACE}{CAPITAL}{SPACE}AB)(?![\w-])"),
    ),
    # An adjective and a noun with the article: "Genealogiska föreningens", "Tekniska nämnden".
    (
        ("ska ", "ska\u00a0"),
        re.compile(
            rf"(?P<name>[A-ZÅÄÖ](?<![\w-].)[a-zåäö]{{2,30}}ska{SPACE}(?:föreningen|sällskapet|förbundet|institutet|akademin|akademien|"
            rf"samfundet|museet|teatern|klubben|ambassaden|kammaren|nämnden|fakulteten)s?)(?![\w-])"
        ),
    ),
    # Learned societies, councils of a part of the country: "Svensk Förening för Hamnhistoria", "Norrhamns forskningsråd".
    (
        ("örening",),
        re.compile(
            rf"(?P<name>(?:Svensk|Svenska|Nordisk|Nordiska){SPACE}[Ff]örening(?:en)?{SPACE}för{SPACE}[A-ZÅÄÖa-zåäö][\w-]{{3,40}}"
            rf"(?:{SPACE}och{SPACE}[A-ZÅÄÖa-zåäö][\w-]{{3,40}})?)(?![\w-])"
        ),
    ),
    (
        ("cent",),
        re.compile(
            rf"(?P<name>{CAPITAL}{SPACE}(?:[a-z]{{3,20}}{SPACE})?(?:science|research|medicine|business|innovation){SPACE}cent(?:er|re))(?![\w-])"
        ),
    ),
    # Companies in Finland: "Skogö Bryggeri Oy", "Oy Rundlax Ab", "Asian Kök Oy Ab".
    (
        ("Oy", "Ab"),
        re.compile(
            rf"(?<![\w-])(?P<name>(?:Oy{SPACE})?{CAPITAL}(?:{SPACE}{CAPITAL}){{0,3}}?{SPACE}(?:Oyj|Oy{SPACE}Ab|Ab{SPACE}Oy|Oy|Abp|Ab))(?![\w-])"
        ),
    ),
    # Companies by what they do: "Fastighets AB Klippan", "Rederi AB Svalan".
    (
        ("AB",),
        re.compile(
            rf"(?<![\w-])(?P<name>(?:Fastighets|Bostads|Byggnads|Bygg|Rederi|Tidnings|Trafik|Industri|Kraft|Skogs|Hotell|Handels|Förvaltnings)"
            rf"{SPACE}?AB{SPACE}{CAPITAL}(?:{SPACE}{CAPITAL})?)(?![\w-])"
        ),
    ),
    (
        ("sjukhuset", "lasarettet"),
        re.compile(
            rf"(?P<name>(?:(?:universitets|läns|region)sjukhuset|lasarettet){SPACE}i{SPACE}{CAPITAL}(?:{SPACE}{CAPITAL})?)(?![\w-])"
        ),
    ),
    (
        (),
        re.compile(
            rf"(?P<name>Statens{SPACE}(?:[a-zåäö]+{SPACE})?[a-zåäö]*(?:verk|institut|laboratorium|fond|råd|museum|anstalt))(?=s?(?![\w-]))"
        ),
    ),
    # One noun for two: "Alvgårdens och Berggårdens förskolor", "Alvsund och Lomsunds vårdcentraler".
    (
        ("skolor", "centraler", "hem", "boenden", "bibliotek", "kliniker", "församlingar"),
        re.compile(
            rf"(?P<name>{CAPITAL}{SPACE}och{SPACE}{CAPITAL}s{SPACE}(?:[a-zåäö]*skolor|vårdcentraler|hälsocentraler|"
            r"(?:äldre|demens|grupp)boenden|[a-zåäö]*bibliotek|(?:äldre|vård)hem|kliniker|församlingar))(?![\w-])"
        ),
    ),
    ((), re.compile(rf"(?P<name>(?:AB|Aktiebolaget){SPACE}{CAPITAL}(?:{SPACE}{CAPITAL})?)(?![\w-])")),
)
#: Institutions that need their town: *Konsthallen i Alvsund*, *Mark- och miljödomstolen i Lomsund*.
IN_TOWN = re.compile(
    rf"(?P<name>(?:{CAPITAL}-{SPACE}och{SPACE}[a-zåäö]+|(?:{CAPITAL}{SPACE})?[A-ZÅÄÖ][a-zåäö]*?)"
    rf"(?:onsthallen|sjukhuset|domstolen|högskolan|universitetet|teatern|magasinet|nämnden|kammaren|jouren|valtningsrätten|marrätten){SPACE}i{SPACE}"
    rf"{CAPITAL}(?:{SPACE}AB)?)(?![\w-])"
)
_IN_TOWN_WORDS = tuple(
    "onsthallen sjukhuset domstolen högskolan universitetet teatern magasinet nämnden kammaren jouren valtningsrätten marrätten".split()
)
#: One capital word inside a sentence that only an institution ends so: "elever på ⟦Hamngymnasiet⟧", "enligt ⟦Hyresnämnden⟧".
_INSTITUTION = re.compile(
    rf"(?P<name>[A-ZÅÄÖ](?<=[a-zåäö0-9,][ \u00a0].)[a-zåäö]{{2,}}(?:{one_of('endings of institutions')}))(?=s?(?![\w-]))"
)
_SPACE = re.compile(SPACE)
#: A capital word and up to six words behind it, read anew at each capital: a name may begin inside the run before it.
_RUN = re.compile(
    r"[rA-ZÅÄÖÁÉÜØÆ](?<![\w-].)(?=(?P<word>(?:(?<=r)egion(?=[ \u00a0][A-ZÅÄÖ])|(?<!r)[\w-]{0,60}))(?P<rest>(?:[ \u00a0][\w-]{1,60}){0,7}))"
)


_MOST_WORDS = 7


def _opener(word: str) -> str:
    return word[:1].upper() + word[1:]  # "region Jämtland Härjedalen"


@cache
def _openers() -> frozenset[str]:
    """Return the words that names of known bodies begin with."""
    return frozenset(name.partition(" ")[0] for name in bodies())


def known_bodies(text: str) -> Iterator[Name]:
    """Yield official names and acronyms of known bodies."""
    known = bodies()
    for match in _RUN.finditer(text):
        first = match.group() + match["word"]
        if _opener(first) not in _openers() and _opener(first.removesuffix("s")) not in _openers():
            continue
        words = _SPACE.split(first + match["rest"])[:_MOST_WORDS]
        for n in range(len(words), 0, -1):
            form = " ".join(words[:n])
            end = match.start() + len(form)
            official = _opener(form)
            base = official[:-1] if official.endswith("s") and official not in known else official
            if (
                base not in known
                or (n == 1 and not _certain(base) and not _speaks(base, text, match.start(), end))
                or base in not_bodies()
                or base.lower() in BARE_NOUNS
            ):
                continue
            if text[end : end + 1].isalnum() or text[end : end + 1] == "-":
                continue
            yield body(text, match.start(), end, 0.9, "list")
            break


#: Endings of one-word names that only bodies have.
_CERTAIN = tuple(word_set("endings that only bodies have"))


def _certain(word: str) -> bool:
    """A single word that is a body wherever it stands: *Skolverket*, *MSB*; not *Metro*, *Expressen*."""
    return word in well_known() or (word.isupper() and (len(word) >= 3 or word == "LO")) or word.endswith(_CERTAIN)


#: A cue right behind two letters, which are a body then: "⟦JO⟧ menar att", "enligt ⟦JK⟧".
_CUE = re.compile(
    rf"[ \u00a0](?:{one_of('cues before a name')}|riktar|kritiserar|granskar|fastslår|slår|kräver|utreder|prövar)\b"
)
_CUE_BEFORE = re.compile(rf"(?<![\w-])(?:{one_of('cues before a name')})[ \u00a0]\Z")
_OMBUDSMEN = frozenset(["JO", "JK", "KO", "DO", "BO"])


def _speaks(word: str, text: str, start: int, end: int) -> bool:
    """Tell an ombudsman's two letters by what stands beside them: they say or do something."""
    if word not in _OMBUDSMEN:
        return False
    said = text.startswith(" att ", end) and _CUE_BEFORE.search(text, max(0, start - 20), start) is not None
    return said or _CUE.match(text, end) is not None


def shaped_bodies(text: str) -> Iterator[Name]:
    """Yield bodies by the shape of their names: *Norrhamra kommun*, *Region Alvsund*, *Sjöviks lasarett*, *Bergfast AB*.

    "i Norrhamra kommun" is a place unless somebody works there.
    """
    for match in scan(text, (*_SHAPES, _PAIR, (_IN_TOWN_WORDS, IN_TOWN), ((), _INSTITUTION))):
        name = match["name"]
        before = text[max(0, match.start() - 3) : match.start()]
        if (opener := DATED_OPENER.match(name)) is not None:
            before, name = f" {opener.group().lower()}", name[opener.end() :]
        if " och " in name and before.replace("\u00a0", " ").endswith(" i ") and name.split()[0] in places():
            name = name.partition(" och ")[2]  # "kyrkan i Falun och ⟦Leksands församling⟧"
        if name.endswith("kommun") and before.replace("\u00a0", " ").endswith(" i "):
            continue
        while (
            " " in name
            and not name.lower().startswith("polisens ")
            and (_is_persons(name.split()[0]) or name.split()[0] in ADVERBS or _OF_A_COMPANY.match(name))
        ):
            name = re.sub(r"^\S+\s(?:(?:&|för|och|i)\s)?", "", name)
        name = _behind_full_name(_without_who_is_in_it(_last_of_two(name)))
        first = name.split()[0]
        if (_is_persons(first) and first.lower() != "polisens") or first in SENTENCE_OPENERS:
            continue
        if first.endswith("s") and first[:-1].lower() in BARE_NOUNS:
            continue  # "Kommunens barnkör"
        if first in bodies() and name.startswith(f"{first} för ") and name not in bodies():
            continue  # "från ⟦Skolforskningsinstitutet⟧ för studier av"
        if name.split()[0] in word_set("words that count bodies") or OF_A_COUNTRY.fullmatch(name):
            continue
        if ("&" in name or match.group() != name) and name.split()[0] in given_names():
            continue
        yield body(text, match.end("name") - len(name), match.end("name"), 0.85, "shape")


#: "⟦Styrelsen i⟧ Nordvind AB", what a company has; not ⟦Städpoolen i Eslöv AB⟧.
_OF_A_COMPANY = re.compile(
    rf"(?i:{'|'.join(sorted(BARE_NOUNS))}|{one_of('what happens in a company')}){SPACE}i{SPACE}(?=.*AB$)"
)
#: "Sveriges landsting (och regioner)", "Europas universitet": all there are.
OF_A_COUNTRY = re.compile(
    rf"(?:Sveriges|Landets|Europas|Världens|Nordens|Norges|Danmarks|Finlands){SPACE}"
    rf"(?:landsting|universitet|sjukhus|lasarett|museum|skola|stad|kommun|bibliotek)s?"
)
#: Two municipalities that share the noun, a hospital whose own noun stands first: "Alvsunds och ⟦Lillmarks kommun⟧".
_TWO = re.compile(
    rf"(?:{CAPITAL}(?:{SPACE}{CAPITAL})?{SPACE}och{SPACE}(?P<last>{CAPITAL}(?:{SPACE}{CAPITAL})?{SPACE}kommuns?)"
    rf"|{CAPITAL}(?<=sjukhuset){SPACE}{CAPITAL}{SPACE}och{SPACE}(?P<own>{CAPITAL}.*sjukhus))"
)


def _without_who_is_in_it(name: str) -> str:
    """``Bo Ek i ⟦Bergfast AB⟧``, ``Ägaren Ek i ⟦Vik AB⟧``: a person is in it; ⟦Erlandsson Bygg i Alvsund AB⟧ is all its name."""
    who, _, body = re.sub(r"\u00a0", " ", name).partition(" i ")
    words = who.split()
    person = (
        bool(body) and words[-1] in surnames() and (len(words) == 1 or words[0] in given_names() or is_title(words[0]))
    )
    return name[-len(body) :] if person else name


#: What the bodies are whose row of contacts may lack its comma.
_PUBLIC = ("kommun", "stad", "universitet", "landsting")


def _behind_full_name(name: str) -> str:
    """``Siv Ek ⟦Alvsunds kommun⟧``: the body behind somebody's name, where a row of contacts has no comma."""
    words = name.split()
    named = len(words) > 3 and words[0] in given_names() and words[1] in surnames() and words[1] not in given_names()
    return name.split(None, 2)[2] if named and words[-1] in _PUBLIC and words[1] not in places() else name


def _last_of_two(name: str) -> str:
    """Return the last of two bodies that a shape takes for one, the name itself where it is one."""
    match = _TWO.fullmatch(name)
    return name if match is None else match["last"] or match["own"]


def _is_persons(word: str) -> bool:
    """Tell a title from a council that is a body, and from a town: *Ordföranden*, *Kommunalrådet*; not *Patientrådet*."""
    return is_title(word) and not is_council(word) and word.removesuffix("s") not in places()


_MEMBER = rf"(?:{CAPITAL}(?:{SPACE}(?:&{SPACE})?{CAPITAL}){{0,3}})"
_ENUMERATION = re.compile(rf"{_MEMBER}(?:,{SPACE}{_MEMBER})+{SPACE}(?:och|samt){SPACE}{_MEMBER}")


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


#: Words that open the name of a place to eat or to sleep: "som driver ⟦Café Lund⟧".
_HOSTS = tuple("Café Cafe Konditori Restaurang Hotell Hotel Pensionat Bistro Krog".split())
_BUSINESSES: tuple[Shape, ...] = (
    (
        tuple(word_set("trades behind names of businesses")),
        re.compile(
            rf"(?P<name>(?:(?<![\w.])[A-ZÅÄÖ]\.{SPACE})?{CAPITAL}(?:{SPACE}{CAPITAL})?{SPACE}(?:{one_of('trades behind names of businesses')})"
            rf"(?:{SPACE}&{SPACE}{CAPITAL})?)(?![\w-])"
        ),
    ),
    # Two who gave it their names, and a family's firm: "Kurt och Gerda Eks minnesfond", "Nils Eks & Söner".
    (
        ("tiftelse", "fond"),
        re.compile(
            rf"(?P<name>{CAPITAL}{SPACE}och{SPACE}{CAPITAL}{SPACE}{CAPITAL}s{SPACE}(?:[Ss]tiftelse|[Mm]innesfond|[Dd]onationsfond|fond))(?![\w-])"
        ),
    ),
    (
        ("&",),
        re.compile(
            rf"(?P<name>{CAPITAL}(?:{SPACE}{CAPITAL})?{SPACE}&{SPACE}(?:Söner|Son|Co|Partners|Bröder|Company)(?:{SPACE}(?:AB|HB))?)(?![\w-])"
        ),
    ),
    # Firms by their partners: "Lind, Ek & Falk Arkitekter", "Måleri Ek & Falk AB", "Ek & Falk".
    (
        ("&",),
        re.compile(
            rf"(?P<name>(?:{CAPITAL},?{SPACE}){{0,2}}(?P<one>{CAPITAL}){SPACE}&{SPACE}(?P<other>{CAPITAL}){SPACE}"
            rf"(?:Arkitekter|Advokater|Jurister|Konsulter|Ingenjörer|{one_of('trades behind names of businesses')}|AB|HB))(?![\w-])"
        ),
    ),
    _PAIR,
    (
        _HOSTS,
        re.compile(rf"(?<![\w-])(?P<name>(?:{'|'.join(_HOSTS)}){SPACE}{CAPITAL}(?:{SPACE}{CAPITAL})?)(?![\w-])"),
    ),
    (
        tuple(word_set("places to eat before their name")),
        re.compile(
            rf"(?<![\w-])(?:{one_of('places to eat before their name')}){SPACE}(?P<name>{CAPITAL}(?:{SPACE}{CAPITAL})?)(?![\w-])"
        ),
    ),
)


def businesses(text: str) -> Iterator[Name]:
    """Yield small businesses, whatever their first word is elsewhere: ⟦Alis Livs⟧, *restaurang* ⟦Lotus⟧."""
    for match in scan(text, _BUSINESSES):
        first = match["name"].split()[0]
        before = text[max(0, match.start("name") - 40) : match.start("name")].split()
        if all(part in given_names() for part in first.split("-")) and before and is_title(before[-1]):
            continue  # "koncernchef Lars-Johan Järn"
        partners = {match.groupdict().get("one"), match.groupdict().get("other")}
        if any(name in given_names() and name not in surnames() for name in partners):
            continue  # "Siv & Bo"
        yield body(text, match.start("name"), match.end("name"), 0.85, "shape")


#: Definite nouns that present a name: "Tågbolaget Nordspåret", "analyshuset Kvist & Partner". The name is what follows.
_PRESENTING = (*word_set("nouns that present a body"), " motparten")
_PRESENTED = re.compile(rf"{SPACE}(?<=\w.)(?=(?P<name>{CAPITAL}(?:{SPACE}(?:&{SPACE})?{CAPITAL}){{0,3}})(?![\w-]))")


def presents(text: str) -> bool:
    """Tell whether a text ends with a noun that presents a name: "det nya Tågbolaget"."""
    return f" {text[-30:]}".replace("\n", " ").lower().endswith(_PRESENTING)


def presents_either(word: str) -> bool:
    """Tell a noun that presents a body or a person: *Hyresvärden*."""
    return f" {word.lower()}".endswith(_OF_EITHER)


#: "Hyresvärden Stenhem" is a body, "hyresvärden Ek" and "hyresvärden Sampo Rintala" need not be one.
_OF_EITHER = tuple(word_set("nouns of a body or a person"))


def presented_bodies(text: str) -> Iterator[Name]:
    """Yield names behind a noun that presents a company: "Tågbolaget ⟦Nordspåret⟧", "Analyshuset ⟦Kvist & Partner⟧"."""
    for match in _PRESENTED.finditer(text):
        before = text[max(0, match.start() - 30) : match.start()]
        of_either = before.lower().endswith(_OF_EITHER) and " " not in match["name"] and match["name"] not in surnames()
        if not of_either and not presents(before):
            continue
        name = trim(match["name"])
        first = name.split()[0]
        if first in given_names() or name in places() or name.removesuffix("s") in places():
            continue
        if text.startswith(" inte ", match.end("name")):
            continue  # "nätverket Rör inte min buss": a call
        start = match.start("name")
        yield body(text, start, start + len(name), 0.85, "presented")
