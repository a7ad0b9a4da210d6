"""Words and shapes that names of bodies are told by, and that are none: openers, adverbs, common nouns, events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from pipeline.article import Name
from pipeline.data import read_table
from pipeline.stages.names.lists import bodies
from pipeline.word_sets import one_of, word_set

#: A word with a capital. What may not stand before it is asked behind its first letter, as everywhere in names: a pattern
#: that opens with a set of letters is looked for many times as fast as one that opens with a condition.
CAPITAL = r"[A-ZÅÄÖÉÜØÆ](?<![\w&-].)[\w’'&-]{0,60}"
SPACE = "[ \u00a0]"
#: Names of several words: capitals with small words between them.
NAME = rf"{CAPITAL}(?:{SPACE}(?:(?:och|&|för|i|av|de){SPACE})?{CAPITAL}){{0,5}}"
CLUB = "(?:IFK|IF|IK|IS|BK|FF|HK|FK|FC|IBK|HC|SK|BS|DFF|OK|CK|GIF|BoIS|AIS|GoIF|TK|RK|SS|SF|GK|GF|RF|BTK|FBC|FBK|HF|KK|SLK|MK|MCK|Skf|SOK|DFK|KFF|AIF)"
#: What opens a contact line before a name.
ASKS_TO_CALL = frozenset(["Kontakta", "Kontakt", "Ring", "Mejla", "Maila", "Presskontakt"])
#: Capitals that open a sentence, not a name.
SENTENCE_OPENERS = frozenset(
    "Även Också Både Men Och När Nu Så Där Här Samt Text Foto Bild Dessutom Sedan Mellan Till Under Efter Före Inom Utan "
    "Med Mot Ur Över Hela Båda Flera Många Några Ska Kan Vill Får Är Var Har Hade Blir I På Vid Från Enligt Den Det En Ett För Om Hos Av Är Mer Vår Våra Ny Nya Nytt Skapa Alla Bra Dess Deras Hans Hennes Vars "
    "Årets Dagens Vårt Min Mitt Samtidigt Därför Därmed Därefter Däremot Dock Ändå Ibland Ofta Alltid Numera Nyligen Senare Snart "
    "Närmaste Nästa Största Enda Privat Privata Varje Vilken Ingen Samma Förra Tidigare Idag Stor Liten Gammal Populär Lokal Känd Egen Hotad".split()
)
ADVERBS = ASKS_TO_CALL | frozenset(
    """Även Också Att Men Och När Nu Så Där Här Samt Dessutom Sedan Mellan Till Enligt Både Hos Från Med Av Initiativet
    Kontaktperson Ska Kan Har Är Läs Besök Fråga Följ Hör Se Sök Köp Tipsa Hitta
    Liksom Förutom Utöver Trots Bland Bakom Upptäck Möt Prova Stöd Gå Växel Växeln Telefon Tel Tfn Kontakter Presskontakter""".split()
)
#: Common nouns that open a sentence as "Bolagets vd": the body is named elsewhere.
COMMON = frozenset(
    "bolaget företaget koncernen kommunen regionen föreningen klubben skolan sjukhuset universitetet nämnden styrelsen "
    "landet länet staden partiet myndigheten regeringen laget museet teatern kyrkan församlingen förbundet facket "
    "köparen motparten moderbolaget dotterbolaget kedjan arrangören tillverkaren "
    "organisationen fabriken banken tidningen matchen omgången turneringen finalen derbyt dagen veckan månaden kvartalet säsongen årets världen europas sveriges".split()
)
#: Definite nouns that a sentence or a heading begins with: a body only if another word names it.
BARE_NOUNS = COMMON | frozenset(
    "verket kåren juryn rådet rätten rapporten brevet krogen kansliet tryckeriet samfälligheten vårdcentralen forskargruppen "
    "rekryteringsgruppen demonstranterna bilen reningsverket högskolan kommissionen utredningen avdelningen kliniken "
    "hotellet restaurangen biblioteket huset gruppen mottagningen enheten ledningen kontoret förvaltningen arenan "
    "läktaren publiken domaren hallen badhuset hamnen flygplatsen fabriken butiken affären huvudkontoret redaktionen "
    "projektet teamet laboratoriet nätverket tvätten ministern initiativet sekretariatet arbetsgruppen ambassaden "
    "hälsoskyddsinspektören inspektören väst öst nord syd panelen redaktören insändaren artikeln insatsen".split()
)


#: What a department is for: *beteendevetenskap och lärande*, *onkologi, radiologi och klinisk immunologi*.
_FIELD = rf"(?!(?:{one_of('function words')})\b)(?:[a-zåäö]+(?:sk|ska|skt|lig|liga|ig|iga|igt|ad|ade|al|alt|ala|ell|ella|ellt|är|ära|ärt){SPACE})?(?!(?:{one_of('function words')})\b)[a-zåäö-]{{3,}}"
FIELDS = rf"{_FIELD}(?:,{SPACE}{_FIELD}){{0,4}}(?:,?{SPACE}och{SPACE}{_FIELD})?"


def is_plain_noun(name: str) -> bool:
    """Tell a common noun in the definite form that opens a sentence: *Förskolorna(s)*, *Kvinnan(s)*; no body's name."""
    bare = name.lower()
    return bool({bare, bare.removesuffix("s")} & _plain_nouns()) and name not in bodies()


@cache
def _plain_nouns() -> frozenset[str]:
    return (
        word_set("common nouns for bodies in the plural")
        | word_set("men in the definite form")
        | word_set("women in the definite form")
        | word_set("people in the definite form")
        | word_set("families in the definite form")
    )


@cache
def not_bodies() -> frozenset[str]:
    """Return names that are never a body's, however they look."""
    return frozenset(row[0] for row in read_table("models", "lexicons", "not_bodies.tsv"))


def body(text: str, start: int, end: int, confidence: float, via: str) -> Name:
    """Return a body's name at a place of the text."""
    return Name(start, end, text[start:end], "ORG", confidence, via)


#: The town that a paragraph is dated from and the word that opens it: "ALVSUND På ⟦Alvsunds kommun⟧", "I ⟦Alvsunds kommun⟧".
DATED_OPENER = re.compile(
    r"(?:[A-ZÅÄÖ]{3,30}[ \u00a0])?(?:I|På|Vid|Hos|Från|Till|Inom|Enligt|För|Av|Med|Om)[ \u00a0](?=[A-ZÅÄÖ])"
)


def trim(name: str) -> str:
    """Return a name without the marks and small signs that it ends in."""
    return name.rstrip(".’'-& ")


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


#: A pattern, and words of which one stands wherever it matches; none, where nothing so simple can be said.
Shape = tuple[tuple[str, ...], re.Pattern[str]]


def scan(text: str, shapes: Iterable[Shape]) -> Iterator[re.Match[str]]:
    """Yield the matches of the shapes, shape by shape; those without any of their words in the text are not tried.

    A word is found a hundred times as fast as a pattern that may begin at every letter.
    """
    for needles, pattern in shapes:
        if not needles or any(needle in text for needle in needles):
            yield from pattern.finditer(text)
