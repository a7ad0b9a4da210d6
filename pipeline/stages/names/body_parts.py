"""Which part of what the model takes for a body is its name: sections, titles and what follows are cut."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.article import Name
from pipeline.stages.names.body_shapes import IN_TOWN, OF_A_COUNTRY, presents, presents_either
from pipeline.stages.names.body_words import (
    ADVERBS,
    BARE_NOUNS,
    CAPITAL,
    DATED_OPENER,
    SPACE,
    body,
    is_plain_noun,
    not_bodies,
)
from pipeline.stages.names.lists import bodies, places
from pipeline.stages.roles.titles import is_council, is_title
from pipeline.word_sets import one_of, word_set

_SECTION = re.compile(rf"^[A-ZÅÄÖ]{{4,}}{SPACE}(?=[A-ZÅÄÖ][a-zåäö])")
_WEB = re.compile(r"^[a-z0-9.-]+\.[a-z]{2,4}$|@|^www\.|^https?:")
#: A compound that a common noun ends: *Team Sweden-aktörer*, *VD-roll*; not *EU-kommissionen*, *Sankta Maria-skolan*.
_COMPOUND = re.compile(
    r"-(?:(?:akt[öo]r|roll|kund|medlem|anställd|användare|chef|avtal|ekonom|lag|modell|metod|projekt|satsning|system|"
    r"möte|fråga|produkt|tjänst|politiker|profil|spelare|tränare|manager|handlare|ordförande)(?:en|et|n|er|ar|na|arna|"
    r"erna|s)?)$"
)
#: A credit's label without a space before it: "Sjöviks kommun⟦Foto⟧: …".
_GLUED = re.compile(r"(?<=[a-zåäö])(?:Foto|Text|Bild|Illustration)\Z")
#: English words that only titles have.
_JOBS = word_set("English words of titles")
_TAIL_CUT = re.compile(
    rf"(?:(?<=AB){SPACE}Box(?!\w)|(?<!-){SPACE}(?:vars|som|där|vilket|för{SPACE}(?:att|\w+ing{SPACE}av)|och{SPACE}(?:[a-zåäö]+a|dess|deras))(?!\w)).*$"
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
    if (opener := DATED_OPENER.match(text, start, end)) is not None:
        start = opener.end()
    start = _behind_title(text, _behind_dateline(text, start, end), end)
    words = text[start:end].split()
    if (
        len(words) > 1
        and (presents(words[0]) or (len(words) > 2 and presents_either(words[0])))
        and words[1][:1].isupper()
        and " ".join(words[1:]) not in places()  # Fastighetsbyrån Falun
        and not _is_its_form(words[1:], text[start:end])
    ):
        start = text.index(words[1], start + len(words[0]))
    while len(words := text[start:end].split()) > 1 and words[0] in ADVERBS and text[start:end] not in bodies():
        start = text.index(words[1], start + len(words[0]))
    end = _before_tail(text, start, end)
    if (opened := _NEXT_SENTENCE.search(text, start, end)) is not None:
        end = opened.start()  # "för ⟦Hamnverket⟧ Igår kom": the headline was run into the text
    first, _, rest = text[start:end].partition(" ")
    vignette = first.isupper() and len(first) > 3 and (start == 0 or text[start - 1] == "\n")  # BYGG NCC
    if (" " in rest or vignette) and rest in bodies() and text[start:end] not in bodies():  # P4 Sveriges Radio
        start += len(first) + 1
    whole, _, last = text[start:end].rpartition(" ")
    if last in word_set("sections of a paper") and whole in bodies() and text[start:end] not in bodies():
        end = start + len(whole)  # Alvsunds Tidning Sport
    if (glued := _GLUED.search(text, start, end)) is not None:
        end = glued.start()
    name = text[start:end]
    if not name.endswith(" AB") and name not in bodies() and any(word in _JOBS for word in name.split()):
        return None  # "Country Manager Sverige", "CEO & Founder"
    last = name.split()[-1] if name.split() else ""
    title = is_title(last) and not is_council(last)
    if " " in name and (last.isdigit() or (title and (last[:1].islower() or _OF_TWO_FIELDS.fullmatch(name)))):
        return None  # match facts, "Sjöviks kommunalråd", "Trafik- och Marknadschef"
    if end - start < 2 or name in not_bodies() or _COMPOUND.search(name):
        return None
    if " " not in name and name not in bodies() and (_OF_A_YEAR.match(text, end) or _is_signature(text, start, end)):
        return None
    if (
        name.isupper()
        and name not in bodies()
        and (_is_dateline(text, start, end) or any(map(is_title, name.lower().split()[:2])))
    ):
        return None  # ASSISTERANDE TRÄNARE I SJÖVIK
    if _POLICE_REGION.fullmatch(name) and _POLICE.search(text, max(0, start - 20), start):
        return None
    if _WEB.search(name) and not _behind_a_title(text, start):
        return None
    if " " not in name and name.endswith("ande") and name not in bodies():
        return None
    if name[0].islower() and name.split()[0].endswith(("erna", "arna", "orna")):
        return None  # "till länsstyrelserna för skydd av myrar": all of a kind
    bare = name.lower()
    if (bare in BARE_NOUNS or bare.removesuffix("s") in BARE_NOUNS) and name not in bodies():
        return None
    if len(both := re.split(rf"{SPACE}och{SPACE}", bare)) > 1 and all(map(_is_bare, both)):
        return None  # "Kyrkan och länsstyrelsen vill"
    if (
        OF_A_COUNTRY.fullmatch(name)
        or (_LABEL.fullmatch(name) and name not in bodies())
        or is_plain_noun(name)
        or _VERB.search(name)
        or _is_office(name)
        or _EPITHET.fullmatch(name)
        or bare in word_set("desks")
        or _lives_in(name)
    ):
        return None
    return start, end


#: What opens a sentence behind a name, and is no part of it.
_NEXT_SENTENCE = re.compile(r"(?<=\w)[ \u00a0](?:Igår|Idag|Imorgon|Ikväll|Imorse)\Z")
#: A project by its year: "projektledare för ⟦Vision⟧ 2030".
_OF_A_YEAR = re.compile(r"[ \u00a0](?:19|20)\d\d(?!\w|[.-]\d)")
_TOWN_BEFORE = re.compile(r"(?:^|\n)[A-ZÅÄÖ][\wåäö-]{2,30}[ \u00a0]?\(\Z")


def _is_signature(text: str, start: int, end: int) -> bool:
    """Tell whose letters stand behind the town that a text is dated from: "Alvsund ⟦(BE)⟧ Bron är klar"."""
    signed = end - start <= _LONGEST_SIGNATURE and text[start:end].isupper() and text.startswith(")", end)
    return signed and _TOWN_BEFORE.search(text, max(0, start - 40), start) is not None


_LONGEST_SIGNATURE = 3


def _is_dateline(text: str, start: int, end: int) -> bool:
    """Tell a word of capitals on a line of its own, where papers have the town: "SJÖVIKSFORS"."""
    alone = text[start - 1 : start] in ("", "\n") and text[end : end + 1] in ("", "\n")
    return alone and end - start >= _SHORTEST_TOWN and text[start:end].isalpha()


#: Shorter ones may be letters of a body: *SSAB*.
_SHORTEST_TOWN = 6
#: Where the police is organised, no body of its own: "presstalesperson hos polisen i ⟦Region Nord⟧".
_POLICE_REGION = re.compile(rf"[Rr]egion{SPACE}(?:Nord|Syd|Väst|Öst|Mitt|Bergslagen|Stockholm)")
_POLICE = re.compile(r"[Pp]olis\w*,?[ \u00a0](?:i[ \u00a0])?\Z")


#: An authority that stands alone, behind the town of a dateline.
_BEHIND_TOWN = rf"(?P<town>{CAPITAL}){SPACE}(?P<body>(?:{one_of('authorities behind a dateline')})s?)(?![\w-])"
_AUTHORITY = re.compile(_BEHIND_TOWN)
_DATED = re.compile(rf"^{_BEHIND_TOWN}", re.MULTILINE)


def dated_bodies(text: str) -> Iterator[Name]:
    """Yield authorities behind the town that a paragraph is dated from: "BOLLNÄS ⟦Polisen⟧ uppger …"."""
    for match in _DATED.finditer(text):
        if {match["town"], match["town"].title()} & places():
            yield body(text, *match.span("body"), 0.8, "dateline")


#: A body in capitals, which the town may belong to as well: "Luleå ⟦LKAB⟧ bygger …", but "Alvsund AIK".
_KNOWN_BEHIND_TOWN = re.compile(rf"(?P<town>{CAPITAL}){SPACE}(?P<body>[A-ZÅÄÖ]{{3,8}})")


def _is_known_alone(match: re.Match[str]) -> bool:
    """Tell a body that the lists have without the town before it, and that is no club."""
    club = match["body"].endswith(("IK", "IF", "IS", "FF", "FK", "BK", "HK", "SK", "HC", "FC"))
    return match["body"] in bodies() and match.group() not in bodies() and not club


def _behind_dateline(text: str, start: int, end: int) -> int:
    """Return where a body begins behind the town that a paragraph is dated from: "Haninge ⟦Länsstyrelsen⟧ kräver …"."""
    if start and text[start - 1] != "\n":
        return start
    match = _AUTHORITY.fullmatch(text, start, end) or _KNOWN_BEHIND_TOWN.fullmatch(text, start, end)
    if match is None or (match.re is _KNOWN_BEHIND_TOWN and not _is_known_alone(match)):
        return start
    if not ({match["town"], match["town"].title()} & places()):
        return start
    return match.end("town") + 1


#: A section of a page: "Kommun & demokrati".
_LABEL = re.compile(rf"[A-ZÅÄÖ][a-zåäö]+{SPACE}&{SPACE}[a-zåäö]+")
#: Verbs made of letters: *SMS:a*, *SMS:ar*.
_VERB = re.compile(r"^[A-ZÅÄÖ]{2,6}:(?:a|ar|ade|at|as)$")
#: Who comes from a town and does a sport: *Lindesbergsamatören*, *Sjövikstjejen*.
_EPITHET = re.compile(
    r"[A-ZÅÄÖ][a-zåäö]{3,}s?(?:amatören|tjejen|killen|åkaren|löparen|sonen|dottern|kusken|ryttaren|tränaren|talangen)s?"
)
_OFFICES = (
    "chef",
    "direktör",
    "ansvarig",
    "handläggare",
    "koordinator",
    "råd",
    "rådet",
    "hövding",
    "hövdingen",
    "minister",
    "ministern",
    "sekreterare",
    "direktören",
    "ordföranden",
)


#: A title of two fields: "Trafik- och Marknadschef".
_OF_TWO_FIELDS = re.compile(rf"[\w-]+-{SPACE}(?:och|&){SPACE}\w+")


def _is_bare(name: str) -> bool:
    """Tell a noun that any place has one of: *kyrkan*, *länsstyrelsen*."""
    return name in BARE_NOUNS or name in _ONE_IN_EACH


_ONE_IN_EACH = frozenset("länsstyrelsen polisen räddningstjänsten försvarsmakten".split())


def _lives_in(name: str) -> bool:
    """Tell somebody from a known town: *Alingsåsbo*, *Alingsåsborna*; not *Mariebo*."""
    match = re.fullmatch(r"(?P<town>[A-ZÅÄÖ][a-zåäö]+?)s?bo(?:n|r|rna)?s?", name)
    return match is not None and {match["town"], match["town"] + "s"} & places() != set()


def _is_office(name: str) -> bool:
    """Tell a title that stands alone with a capital: *Landshövdingen*, *Landstingsråd*; not *Skolrådet*."""
    return " " not in name and name.lower().endswith(_OFFICES) and is_title(name) and not is_council(name)


def _is_its_form(words: list[str], name: str) -> bool:
    """Tell a body whose name opens with what else presents one: *Resebolaget AB*, *Klädkedjan AB*."""
    return name in bodies() or words in (["AB"], ["HB"], ["KB"])


def _behind_a_title(text: str, start: int) -> bool:
    """``vd för vinterdack.exempel``: a web address that employs somebody is a company."""
    words = text[max(0, start - 40) : start].split()
    if words and words[-1].lower() in ("enligt", "skriver", "uppger", "rapporterar", "erfar", "avslöjar"):
        return True
    if words and words[-1] == "till" and not word_set("cues before a name").isdisjoint(words[-5:-2]):
        return True  # säger Bo Ek till bladet.exempel
    return len(words) > 1 and words[-1] in ("på", "för", "hos", "vid") and is_title(words[-2])


def _behind_title(text: str, start: int, end: int) -> int:
    """Return where the name begins behind a title that the entity opens with: "Sales Manager at ⟦Bergfast⟧"."""
    name = text[start:end]
    match = re.match(rf"(?:{CAPITAL}{SPACE}){{1,3}}(?:för|på|at|for|of|i|vid){SPACE}(?=[A-ZÅÄÖ])", name)
    if match is None or name in bodies():
        return start
    head = re.split(SPACE, match.group().strip())[-2]
    return start + match.end() if is_title(head) and not is_council(head) else start


#: Bodies that have one in each town: "Länsstyrelsen ⟦i Mittmark⟧", "Tekniska högskolan ⟦i Sjövik⟧"; not "Bergfast i Sjövik".
_NEEDS_TOWN = re.compile(
    rf"(?i:länsstyrelsen|föreningen|högskolan|nämnden|sjukhuset|sjukstugan|lasarettet|vårdcentralen|hälsocentralen|universitetet|biblioteket|klubben|församlingen|tingsrätten|räddningstjänsten|rådet|vännerna|sällskapet|kören|arkivet|galleriet|klubb|avdelning|distrikt|grova{SPACE}brott)"
    rf"{SPACE}i{SPACE}{CAPITAL}$"
)


def _before_tail(text: str, start: int, end: int) -> int:
    """Return where the name ends: before "vars uppdrag", and at a genitive that a common noun follows."""
    name = text[start:end]
    cut = _TAIL_CUT.search(name)
    if cut and name not in bodies() and not name.startswith("Institutionen för "):
        name = name[: cut.start()]
    if name.startswith("Länsstyrelsen") and " för " in name:  # "Kontakta ⟦Länsstyrelsen⟧ för pressfrågor"
        name = name[: name.index(" för ")]
    words = name.split(" ")
    for n in range(2, len(words)):
        owner = " ".join(words[:n])
        if owner.endswith("s") and owner[:-1] in bodies() and name not in bodies():  # Sveriges Radios Guldpris
            return start + len(owner)
    elsewhere = re.search(rf"{SPACE}(?:på|vid|inom|hos|från){SPACE}(?=[A-ZÅÄÖ])", name)
    if elsewhere and name not in bodies():
        name = name[: elsewhere.start()]
    known = re.fullmatch(rf"(?P<name>.+{SPACE}[\wåäöÅÄÖ]*sjukhuset){SPACE}i{SPACE}{CAPITAL}", name)
    if known is not None and known["name"] in bodies():
        return start + len(known["name"])  # Sahlgrenska Universitetssjukhuset ⟦i Göteborg⟧
    town = None if _NEEDS_TOWN.search(name) else re.search(rf"(?<=[\w]){SPACE}i{SPACE}{CAPITAL}$", name)
    if town and name not in bodies() and not IN_TOWN.fullmatch(name) and name[: town.start()].lower() not in BARE_NOUNS:
        name = name[: town.start()]
    owned = re.fullmatch(rf"(?P<name>{CAPITAL}(?:{SPACE}[\wåäö-]+){{0,3}}?s){SPACE}(?P<noun>[a-zåäö]+)", name)
    if owned and name not in bodies() and not owned["noun"].endswith("ledningscentral"):
        base = owned["name"][:-1]
        if base in bodies() or re.search(
            r"(?:verktyg|avgiftsbelagda|avgiftsfria|kunder|produkter|tjänster|plattform)$", name
        ):
            name = owned["name"]
    return start + len(name)
