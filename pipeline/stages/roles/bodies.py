"""Organisations and places of one article: mentions of one body gathered under its fullest name, with kind and code."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.article import Article, Name, Organisation, OrganisationKind, Place, Span
from pipeline.stages.names.lists import bodies, places
from pipeline.stages.names.repeats import initials
from pipeline.stages.roles.employers import KINDS_OF_NOUNS
from pipeline.stages.roles.titles import is_title

#: Names that the press uses as common words: never a body of their own.
_BARE = frozenset(
    "regeringen riksdagen kommunen regionen landstinget länet staten kommun region bolaget företaget koncernen nämnden "
    "styrelsen föreningen klubben förbundet facket sjukhuset skolan universitetet myndigheten".split()
)
_BARE_FORMS = frozenset("IF IK BK FF HK FC FK IBK SK BS OK CK GIF DFF SS TK AB HB KB VA VD HR IT PR BB".split())
#: Endings and words that give the kind away, tried in order.
_KIND_PATTERNS: tuple[tuple[OrganisationKind, str], ...] = (
    ("county_board", r"^länsstyrelse"),
    ("authority", r"^räddningstjänsten\b|\w(?:polisen|ledningscentral)$"),
    ("region", r"^region\b|regionen$|^landstinget\b|landsting$"),
    ("municipality", r"\bkommun$|\bkommuns$|\bstad$|^kommunen\b"),
    ("court", r"rätten$|\brätt$|tingsrätt|hovrätt|kammarrätt|förvaltningsrätt|domstol"),
    ("hospital", r"sjukhus|sjukstuga|lasarett|vårdcentral|hälsocentral|kliniken"),
    ("university", r"universitet|högskola|^karolinska institutet$"),
    ("school", r"skola(n|s)?$|gymnasi|skolan\b"),
    ("parish", r"församling(?!s[\wåäö]*(?:förbund|facket))|pastorat|stift$|kyrkan$"),
    ("union", r"förbundet$|\bfacket\b|^(kommunal|vision|unionen|seko|saco|tco|lo)$"),
    (
        "media",
        r"tidning|radion$|^dagens [a-zåäö]|^(svt|sr|tt|tv4)\b|radio\b|\btv\b|bladet$|posten$|kuriren$|allehanda$",
    ),
    (
        "party",
        r"partiet$|^(centern|moderaterna|liberalerna|(?:sverige|social|krist)demokraterna|\w+partiet)(?: (?:i )?\w+){0,2}$",
    ),
    (
        "team",
        r"\b(?:hockey|innebandy|handboll|basket|bandy|fotboll)$|\b(if|ik|is|bk|fk|ff|hk|fc|hc|sk|ifk|aik|ibk|gk|bs|btk|ok|gif|gf|ais|sok|dff|goif|bois|tk|rk|mk|kk|slk|ssk|fbc|skf)\b|^(?-i:[A-ZÅÄÖ]{1,2}(?:FK|IK|IF|BK|FF|SK))$",
    ),
    ("international", r"^(eu|fn|nato|unesco|unicef|who|oecd)\b|^europe|förenta nationerna"),
    (
        "authority",
        r"verket$|myndigheten(?:$| för )|styrelsen$|departementet$|inspektionen$|kassan$|nämnden\b|utskottet$|tillväxtverket|räddningstjänst|tjänsten$|kommissionen$|förvaltningen$|^polis(?:en|region)",
    ),
    (
        "company",
        r"\b(ab|ltd|inc|gmbh|as|oy|hb|kb|bank|koncernen|group|energi|fastigheter|bostäder|livs|bygg|åkeri|bageri|konditori|måleri|tryckeri|snickeri|plåtslageri|mekaniska|taxi|pizzeria|bokhandel|möbler)\b|^(?:kafé|café|restaurang|hotell|sparbanken) ",
    ),
    ("association", r"förening|förbund|stiftelse|klubb|rådet$|organisation|alliansen$|nätverk"),
)
_KINDS = tuple((kind, re.compile(pattern, re.I)) for kind, pattern in _KIND_PATTERNS)
#: Endings of names to which a final -s is foreign.
_OWN_ENDINGS = (
    *(
        "universitet",
        "verket",
        "myndigheten",
        "kommun",
        "stad",
        "styrelsen",
        "nämnden",
        "departementet",
        "förbundet",
        "förbund",
    ),
    *(
        "rådet",
        "skolan",
        "rätten",
        "institutet",
        "kassan",
        "partiet",
        "förening",
        "erna",
        "arna",
        "orna",
        "högskola",
        "sjukhuset",
    ),
    *("kommittén", "byrån", "akademin", "klubben", "föreningen", "kammaren", "samfundet", "sällskapet", "rörelsen"),
    *(
        "lasarett",
        "museum",
        "gymnasium",
        "bibliotek",
        "teater",
        "tingsrätt",
        "hovrätt",
        "landsting",
        "pastorat",
        "orkester",
    ),
)
_SMALL_WORDS = frozenset("och för i av de mot & på".split())
#: "(MSB)" and ", SLU," behind a name.
_ACRONYM = re.compile(
    r"\s?\((?P<short>[A-ZÅÄÖ][\w&ÅÄÖåäö-]{1,11})\)|,\s(?P<apposed>[A-ZÅÄÖ]{2,8}|[A-ZÅÄÖ][a-zåäö]{1,5})(?=[,.:;])"
)


def gather_organisations(article: Article) -> tuple[Organisation, ...]:
    """Return the bodies in order of first mention; acronyms in brackets are aliases of the name before them."""
    mentions = [n for n in article.names if n.label == "ORG" and not _names_nobody(n.text)]
    texts = {n.text for n in mentions} | set(_bare_of_owners(mentions, article))
    acronyms = _acronyms(article.text, mentions)
    groups: dict[str, list[Name]] = {}
    spelt: dict[str, str] = {}
    for name in mentions:
        key = name.text if _acts(name, article) else canonical(name.text, texts)
        key = acronyms.get(key, key)
        key = spelt.setdefault(_spelling(key), key)
        groups.setdefault(key, []).append(name)
    elsewhere = {key for key, names in groups.items() if any(_in_another_county(article.text, name) for name in names)}
    groups = _joined_short_forms(groups, elsewhere)
    return _with_short_forms([_organisation(key, names) for key, names in groups.items()], article.text)


def _spelling(name: str) -> str:
    """Return what is alike of a name however it is written: *NordVind*, *Kultur och fritidsnämnden*, *Berg & Company*."""
    return _COMPANY.sub(" & co", name.lower().replace("- och ", " och "))


_COMPANY = re.compile(r" (?:&|och) (?:company|co)$")


#: Letters of *Ikeas*; *Bris* and *Kris* have their -s for themselves.
_SHORTEST_OWNER = 5


def _bare_of_owners(mentions: Sequence[Name], article: Article) -> Iterator[str]:
    """Yield names without -s where each mention owns what follows: "Nordvind Krafts vd", not "Siemens bygger".

    What else in the text stands before an auxiliary owns nothing: "Vindus har sålt".
    """
    owners = {match["name"]: False for match in _BEFORE_AUXILIARY.finditer(article.text)}
    for name in mentions:
        if (
            name.text.endswith("s") and not name.text.endswith("ss") and len(name.text) >= _SHORTEST_OWNER
        ):  # MTR Express, Bris
            owners[name.text] = owners.get(name.text, True) and _owns(name, article)
    yield from (
        form[:-1].removesuffix(":")
        for form, owns in owners.items()
        if owns and not form.lower().endswith(("hus", "haus")) and f"{form} AB" not in article.text
    )


_BEFORE_AUXILIARY = re.compile(
    r"(?<![\w-])(?P<name>[A-ZÅÄÖ][\w&-]{3,40}s)[ \u00a0](?:har|hade|är|var|ska|skulle|kommer|får|fick|vill|kan|blir|blev)(?!\w)"
)


def _owns(name: Name, article: Article) -> bool:
    """Tell whether a title follows, or a noun and the tagger takes the name for a genitive."""
    following = _NEXT_WORD.match(article.text, name.end)
    if following is None:
        return False
    if is_title(following["word"]):
        return True
    span = article.doc.char_span(name.start, name.end, alignment_mode="expand")
    if span is None or span.end >= len(article.doc) or "Gen" not in span[-1].morph.get("Case", []):
        return False
    return article.doc[span.end].pos_ in ("NOUN", "ADJ", "NUM")


_REGION = re.compile(r"Region[ \u00a0][A-ZÅÄÖ]\w+s")


def _acts(name: Name, article: Article) -> bool:
    """Tell a name in -s that a finite verb follows, and that is no genitive then: *Siemens* bygger."""
    if not name.text.endswith("s"):
        return False
    span = article.doc.char_span(name.start, name.end, alignment_mode="expand")
    if _REGION.fullmatch(name.text):
        return False  # "Region Alvsunds presenterar": a slip of the pen
    following = _NEXT_WORD.match(article.text, name.end)
    if following is not None and is_title(following["word"]) and " " in following.group().strip():
        return False  # "Bergfasts tillförordnade vd", which the tagger takes for a verb
    return span is not None and span.end < len(article.doc) and "Fin" in article.doc[span.end].morph.get("VerbForm", [])


_NEXT_WORD = re.compile(
    r"[ \u00a0](?:(?:tidigare|nya|nye|förre|förra|dåvarande|nuvarande|blivande|vice|tf|biträdande|tillförordnade?|avgående|tillträdande|nyvalda?|nytillträdda?)[ \u00a0])?(?P<word>[a-zåäö-]+|V[dD]\b)"
)

#: What the press calls a body once it has been named, where it is the only one of its kind in the article.
_SHORT_FORMS: dict[OrganisationKind, tuple[str, ...]] = {
    "region": ("regionen",),
    "municipality": ("kommunen",),
    "county_board": ("länsstyrelsen",),
    "university": ("universitetet", "högskolan", "lärosätet"),
    "hospital": ("sjukhuset", "lasarettet"),
    "school": ("skolan", "gymnasiet"),
    "company": ("bolaget", "företaget", "koncernen"),
    "team": ("klubben", "laget"),
    "union": ("facket", "förbundet"),
    "association": ("föreningen", "förbundet", "stiftelsen"),
    "authority": ("myndigheten", "verket"),
    "party": ("partiet",),
    "court": ("domstolen", "tingsrätten", "hovrätten"),
    "parish": ("församlingen",),
}

_SHORT_FORM = {form: re.compile(rf"\b{form}s?\b") for forms in _SHORT_FORMS.values() for form in forms}


def _with_short_forms(found: Sequence[Organisation], text: str) -> tuple[Organisation, ...]:
    """Add "regionen" to Region Värmland's aliases: the only body of its kind, named before the short form stands."""
    kinds = Counter(body.kind for body in found)
    low = text.lower()
    whole = []
    for body in found:
        forms = [
            form
            for form in (_SHORT_FORMS.get(body.kind, ()) if kinds[body.kind] == 1 else ())
            if form in low and _SHORT_FORM[form].search(low, body.mentions[0].start + 1)
        ]
        whole.append(replace(body, aliases=(*body.aliases, *forms)) if forms else body)
    return tuple(whole)


def _names_nobody(text: str) -> bool:
    """A common word, or the form of a club or company without its name: *regionens*, *IF*, *AB*."""
    return text.lower().removesuffix("s") in _BARE or text in _BARE_FORMS


#: The genitive of initials as many write it, without the colon.
_INITIALS_OWN = re.compile(r"[A-ZÅÄÖ]{2,6}s")


def canonical(text: str, others: Iterable[str]) -> str:
    """Return the name without its genitive -s, where the bare form stands elsewhere or is known, or the -s is foreign to it."""
    text = " ".join(text.split()).removesuffix(":s")
    known = bodies()
    if _INITIALS_OWN.fullmatch(text) and text not in known:
        return text[:-1]  # EUs ministrar
    if not text.endswith("s") or text.endswith("ss") or text in known or len(text) < 4:
        return text
    bare = text[:-1].removesuffix(":")
    if bare in others or bare in known:
        return bare
    definite = text.endswith(("ets", "ens")) and " " not in text and len(text) > 6
    return bare if definite or bare.endswith(_OWN_ENDINGS) else text


def _acronyms(text: str, mentions: Sequence[Name]) -> dict[str, str]:
    """Return "MSB" to the long name that it stands behind in brackets, or before."""
    ties: dict[str, str] = {}
    for name in mentions:
        match = _ACRONYM.match(text, name.end)
        short = (match["short"] or match["apposed"]) if match else name.text
        in_small = match is not None and (match["apposed"] or "AB")[1:].islower()
        if in_small and short.lower() != initials(name.text):
            continue  # "Skolverket, Sala, …"
        if short != name.text and _abbreviates(short, name.text):
            ties[short] = canonical(name.text, ())
    shorts = {n.text for n in mentions if n.text.isupper() and 2 <= len(n.text) <= 6}
    for name in mentions:
        words = name.text.split()
        for letters in (
            "".join(w[0] for w in words if w[0].isupper()),
            "".join(w[0] for w in words if w not in _SMALL_WORDS).upper(),  # Sveriges vägar och broar: SVB
        ):
            if len(words) > 1 and letters in shorts - ties.keys():
                ties[letters] = canonical(name.text, ())
    for short in shorts - ties.keys():
        known = bodies().get(short)
        named = (canonical(n.text, ()) for n in mentions if n.text != short)
        if known and (long := next((n for n in named if n.casefold() == known.name.casefold()), None)) is not None:
            ties[short] = long  # Sveriges Lantbruksuniversitet: SLU
    return ties


def _abbreviates(short: str, long: str) -> bool:
    """The letters of the short form stand in the long one, in order, from the beginning of one of its words."""
    words = long.lower().split()
    openings = [n for n, word in enumerate(words) if word.startswith(short[:1].lower())]
    return any(_stand_in_order(short, "".join(words[n:])) for n in openings)


def _stand_in_order(short: str, long: str) -> bool:
    letters = iter(re.sub(r"\W", "", long))
    return all(c in letters for c in short.lower() if c.isalpha())


_COUNTY = re.compile(r"(?P<county>[A-ZÅÄÖ][a-zåäö]+(?:[ \u00a0](?:och[ \u00a0])?[A-ZÅÄÖ][a-zåäö]+)?)[ \u00a0]län\b")


def _in_another_county(text: str, name: Name) -> bool:
    """Tell a bare *Länsstyrelsen* whose sentence names a county: another board's own presentation of itself."""
    if name.text.removesuffix("s") != "Länsstyrelsen":
        return False
    end = text.find(". ", name.end)
    line = text.find("\n", name.end)
    stop = min(at for at in (end, line, len(text)) if at >= 0)
    return _COUNTY.search(text, name.end, stop) is not None


def _joined_short_forms(groups: dict[str, list[Name]], elsewhere: Container[str] = ()) -> dict[str, list[Name]]:
    """Join "Alvsunds Energi" into "Alvsunds Energi AB": a name that another begins with or that a company form ends.

    What stands ``elsewhere`` stays as it is.
    """
    longer = _LongerNames(groups)
    joined: dict[str, list[Name]] = {}
    for key, names in groups.items():
        joined.setdefault(key if key in elsewhere else longer.of(key), []).extend(names)
    return {k: sorted(v, key=lambda n: n.start) for k, v in joined.items()}


#: Letters of a word that a longer name is shortened to: *Open* Communications.
_SHORTEST_OF_LONGER = 4


class _LongerNames:
    """The article's bodies by what their names are shortened to, so that each name is looked up and not compared."""

    def __init__(self, names: Iterable[str]) -> None:
        self._same: dict[str, list[str]] = {}
        self._without_form: dict[str, list[str]] = {}
        self._teams: dict[str, list[str]] = {}
        self._by_first: dict[str, list[str]] = {}
        self._by_last: dict[str, list[str]] = {}
        known = bodies()
        for name in names:
            if name in known:
                self._same.setdefault(known[name].name, []).append(name)
            for bare in {name.removesuffix(" AB"), name.removeprefix("AB ")} - {name}:
                self._without_form.setdefault(bare, []).append(name)
            first = name.split()[0]
            if " " in name:
                self._by_last.setdefault(name.split()[-1].lower(), []).append(name)
                self._by_first.setdefault(first, []).append(name)
                if kind_of(name) == "team":
                    self._teams.setdefault(first, []).append(name)
                    for form in {first + "s", first.removesuffix("s")} - {first}:
                        self._teams.setdefault(form, []).append(name)

    def of(self, short: str) -> str:
        """Return the longer name that this one means; itself where there is none."""
        known = bodies()
        if short in known:
            for name in self._same[known[short].name]:
                if len(name) > len(short):
                    return name
        if found := self._without_form.get(short):
            return found[0]
        named = self._by_last.get(_indefinite_body(short.lower()), [])
        if " " not in short and len(named) == 1:
            return named[0]  # Konstföreningen: Kungsörs konstförening
        if " " not in short and (found := self._teams.get(short)):
            return found[0]
        if " " not in short and short.endswith("ska") and short not in known and (whole := self._nouned(short)):
            return whole  # Akademiska: Akademiska sjukhuset
        named = self._by_first.get(short[:1].upper() + short[1:], [])
        towns = [name for name in named if name.split()[1] == "i"]
        if " " not in short and len(towns) == 1:
            return towns[0]  # Länsstyrelsen: Länsstyrelsen i Mittlän
        if len(named) == 1 and short.lower() in KINDS_OF_NOUNS:
            return named[0]  # Stiftelsen: Stiftelsen Alvsunds Sparbank
        return self._only_longer(short)

    def _nouned(self, short: str) -> str | None:
        """Return the one body whose name is an adjective and its noun: *Akademiska* sjukhuset, *Mellersta* Universitetssjukhuset."""
        named = [
            name
            for name in self._by_first.get(short, ())
            if name.split()[1][0].islower() or (name.count(" ") == 1 and name.endswith(("sjukhuset", "institutet")))
        ]
        return named[0] if len(named) == 1 else None

    def _only_longer(self, short: str) -> str:
        """Return the one company whose name goes on where a single word ends: *Nordvind(s)*, Nordvind Energi; else the word."""
        if (
            " " in short
            or len(short) < _SHORTEST_OF_LONGER
            or short in bodies()
            or short in places()
            or kind_of(short) not in ("other", "company")
        ):
            return short
        every = [name for form in {short, short.removesuffix("s")} for name in self._by_first.get(form, ())]
        longer = [
            name for name in every if name not in self._without_form
        ]  # "Nordvind Energi" beside "Nordvind Energi AB"
        return longer[0] if len(longer) == 1 and kind_of(longer[0]) in ("other", "company") else short


def _indefinite_body(word: str) -> str:
    """Return a definite noun without its article: *konstföreningen*, *hembygdsmuseet*."""
    return next((word[: -len(end)] for end in ("eet", "en", "et") if word.endswith(end) and len(word) > 7), word)


def _organisation(key: str, names: Sequence[Name]) -> Organisation:
    if " " in key and key.isupper():  # "PRESSMEDDELANDE FRÅN ALVSUNDS UNIVERSITET": as it is written elsewhere
        key = next((canonical(n.text, (key.title(),)) for n in names if not n.text.isupper()), key)
    known = bodies().get(key)
    forms = dict.fromkeys(canonical(n.text, (key, key.split(" ")[0])) for n in names)
    return Organisation(
        name=key,
        kind=kind_of(key),
        mentions=tuple(Span(n.start, n.end, n.text) for n in names),
        aliases=tuple(form for form in forms if form != key),
        ref=known.ref if known else None,
        confidence=max(n.confidence for n in names),
    )


def kind_of(name: str) -> OrganisationKind:
    """Return what sort of body a name means: "Alvsunds kommun" is a municipality."""
    known = bodies().get(name)
    if known is not None:
        return known.kind
    return next((kind for kind, pattern in _KINDS if pattern.search(name)), "other")


def gather_places(article: Article) -> tuple[Place, ...]:
    """Return the named places in order of first mention."""
    mentions = [n for n in article.names if n.label == "LOC"]
    texts = {n.text for n in mentions}
    groups: dict[str, list[Name]] = {}
    for name in mentions:
        bare = name.text[:-1]
        key = (
            bare
            if name.text.endswith("s") and name.text not in places() and (bare in texts or bare in places())
            else name.text
        )
        groups.setdefault(" ".join(key.split()), []).append(name)
    return tuple(Place(key, tuple(Span(n.start, n.end, n.text) for n in names)) for key, names in groups.items())
