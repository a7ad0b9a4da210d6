"""Bodies by what they do: a name that no list has and that the model missed, or took for a place, acts as a company does."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.article import Name
from pipeline.stages.names.body_words import SENTENCE_OPENERS, Shape, body, is_event, scan
from pipeline.stages.names.lists import given_names, places, surnames
from pipeline.stages.roles.titles import is_title
from pipeline.word_sets import one_of

_SPACE = "[ \u00a0]"
_WORD = r"(?<![^\W_])(?<![&-])[A-ZÅÄÖÉÜ][^\W_][\w’'&-]{1,60}"
_NAME = rf"(?P<name>{_WORD}(?:{_SPACE}{_WORD}){{0,2}})"
#: What only a body has: *Nordvinds kunder*, *Bergfasts senaste undersökning*, *Kvarnkraftens delårsrapport*.
_OWNED = (
    r"undersökning(?:ar)?|kunder|medarbetare|omsättning|användare|produkter|webbplats|hemsida|årsredovisning|"
    r"delårsrapport|aktie|aktieägare|butiker|huvudkontor|kundtjänst|pressrum|dotterbolag|vd|koncernchef|styrelse|"
    r"medlemsföretag|marknadsandelar|marknadsandel|varumärke|orderbok|rörelseresultat"
)
_SHAPES: tuple[Shape, ...] = (
    (
        tuple(re.sub(r"\W.*", "", word) for word in _OWNED.split("|")),
        re.compile(rf"{_NAME}s{_SPACE}(?:(?:senaste|nya|egna|egen|eget|alla|största){_SPACE})?(?:{_OWNED})(?!\w)"),
    ),
    # "⟦Bergfast⟧, vars vd Bo Ek …"
    (
        (", vars ",),
        re.compile(
            rf"{_NAME},{_SPACE}vars{_SPACE}(?:[a-zåäö]+[ae]{_SPACE})?(?:vd|koncernchef|platschef|försäljningschef|"
            rf"marknadschef|aktie|omsättning)(?!\w)"
        ),
    ),
    (
        ("grund",),
        re.compile(
            rf"(?<!\w)(?:med)?grund(?:are|aren|arna|at|ade|ades){_SPACE}(?:(?:av|till|för){_SPACE}){_NAME}(?!\w)"
        ),
    ),
    (
        tuple(
            "lansera förvärva expandera tillverkar omsätter anställer rekryterar marknadsför levererar börsnoteras".split()
        ),
        re.compile(
            rf"(?m)(?:^_?|(?<=[.!?]{_SPACE})){_NAME}{_SPACE}(?:har{_SPACE}(?:nyligen{_SPACE})?)?(?:lanserar|lanserat|förvärvar|förvärvat|"
            rf"expanderar|tillverkar|omsätter|anställer|rekryterar|marknadsför|levererar|börsnoteras)(?!\w)"
        ),
    ),
    (
        ("akom",),
        re.compile(
            rf"(?<!\w)[Bb]akom{_SPACE}(?:[a-zåäö]{{1,30}}{_SPACE}){{1,3}}(?:ligger|står){_SPACE}{_NAME}(?!\w)(?!{_SPACE}[A-ZÅÄÖ])"
        ),
    ),
    (
        ("bakom",),
        re.compile(
            rf"(?<!\w)(?:[Gg]änget|[Tt]eamet|[Ff]olket|[Ee]ntreprenörerna|[Pp]ersonerna|[Mm]änniskorna){_SPACE}bakom{_SPACE}"
            rf"{_NAME}(?!\w)"
        ),
    ),
    # Where people work: "anställda på ⟦Bergfast⟧", "jobbar hos ⟦Bergfast⟧", "kommer närmast från ⟦Bergfast⟧ där hon var".
    (
        ("nställd", "arbetar", "arbetad", "jobba", "arsel", "arslet", "ersonalen"),
        re.compile(
            rf"(?<!\w)(?:(?:[Aa]nställda|[Pp]ersonalen|[Mm]edarbetarna|[Vv]arsel|[Vv]arslet){_SPACE}(?:på|hos|vid)"
            rf"|(?:anställd|arbeta[rt]|arbetade|jobba[rt]|jobbade){_SPACE}(?:hos|vid)){_SPACE}"
            rf"{_NAME}(?<!ön)(?<!et)(?<!an)(?<!en)(?<!na)(?!\w)"
        ),
    ),
    # What companies do: "⟦Bergfast⟧ i Sjövik varslar 30 personer"; no definite noun, "Fabriken varslar".
    (
        ("arslar", "arslade", "säger upp", "konkurs", "nvesterar", "yanställer"),
        re.compile(
            rf"(?m)(?:^|(?<=[.!?]{_SPACE})){_NAME}(?<!en)(?<!et)(?<!an)(?<!na)(?<!er)(?<!ar)(?<!or)(?<!bolag)(?<!öretag)(?:{_SPACE}i{_SPACE}{_WORD})?{_SPACE}"
            rf"(?:varslar|varslade|nyanställer|investerar|(?:säger|sade){_SPACE}upp{_SPACE}\d|(?:går|gick|försätts|försattes){_SPACE}i{_SPACE}konkurs)(?!\w)"
        ),
    ),
    # What a name is told to be: "⟦Parkens vänner⟧, en ideell förening", "⟦Nordvind⟧, ett bolag i Alvsund".
    (
        (", en ", ", ett "),
        re.compile(
            rf"(?m)(?:^|(?<=[.!?]{_SPACE}))(?P<name>{_WORD}(?:{_SPACE}{_WORD}|(?<=s){_SPACE}[a-zåäö]{{4,}}){{0,2}}),{_SPACE}e(?:n|tt){_SPACE}"
            rf"(?:[a-zåäö]{{3,}}{_SPACE}){{0,2}}(?:förening|organisation|stiftelse|nätverk|bolag|företag|tankesmedja|kedja|koncern|folkrörelse)(?!\w)"
        ),
    ),
    (
        ("ärmast från",),
        re.compile(
            rf"(?<!\w)närmast{_SPACE}från{_SPACE}{_NAME}(?!\w)(?=,?{_SPACE}där{_SPACE}(?:hon|han|hen){_SPACE}(?:var|är|varit|arbeta|jobba|ha))"
        ),
    ),
    (
        ("inlett",),
        re.compile(
            rf"{_NAME}{_SPACE}och{_SPACE}(?:[A-ZÅÄÖ]\w{{1,40}}{_SPACE}){{1,3}}har{_SPACE}(?:nyligen{_SPACE})?inlett(?!\w)"
        ),
    ),
)
#: Hospitals by name; "Universitetssjukhuset" and "Barnsjukhuset" alone are what the text calls one it has named.
_HOSPITAL = re.compile(
    rf"(?<!\w)(?P<name>(?:[A-ZÅÄÖ][a-zåäö]{{2,40}}ska{_SPACE}[a-zåäö]{{0,20}}sjukhuset|[A-ZÅÄÖ][a-zåäö]{{2,40}}sjukhuset))(?=s?(?!\w))"
)
_COMMON_HOSPITALS = frozenset(
    f"{kind}sjukhuset"
    for kind in "universitets barn läns central regions djur akut mental djur hem stor lokal närs privat fält länsdel "
    "krigs militär special när ång stads region".split()
)


#: A paper by its address, as what says or hears something: "säger Bo Ek till ⟦bladet.exempel⟧", "erfar ⟦bladet.exempel⟧".
_PAPER = re.compile(
    rf"(?<!\w)(?:(?:{one_of('cues before a name')}){_SPACE}(?:{_WORD}{_SPACE}){{1,3}}till|skriver|uppger|rapporterar|erfar|avslöjar)"
    rf"{_SPACE}(?P<name>[a-z0-9åäö-]{{2,30}}\.(?:{one_of('known ends of domains')}|exempel))(?![\w/@-])(?!\.\w)"
)


def acting_bodies(text: str) -> Iterator[Name]:
    """Yield names that act as bodies: ``⟦Nordvind⟧s senaste undersökning``, ``grundare av ⟦Bergfast⟧``."""
    for match in _PAPER.finditer(text):
        yield body(text, match.start("name"), match.end("name"), 0.7, "acts")
    for match in scan(text, _SHAPES):
        start, end = match.span("name")
        name = match["name"]
        if _may_act(name):
            yield body(text, start, end, 0.75, "acts")
    for match in scan(text, [(("sjukhuset",), _HOSPITAL)]):
        if match["name"].lower() not in _COMMON_HOSPITALS:
            yield body(text, match.start("name"), match.end("name"), 0.85, "shape")


def _may_act(name: str) -> bool:
    """A name that can be a body's: no place, no person, no title, no word that only opens the sentence."""
    words = name.split()
    first, last = words[0], words[-1]
    return not (
        {first, first + "s"} & SENTENCE_OPENERS
        or name in places()
        or last in places()
        or first in given_names()
        or last in surnames()
        or is_title(first)
        or is_event(name)
        or name.lower().endswith(("bolaget", "företaget", "koncernen", "kommunen", "regionen", "föreningen", "klubben"))
    )


def not_places(text: str, found: Sequence[Name]) -> list[Name]:
    """Make a body of what the model took for a place, where the name is a body's elsewhere in the text.

    "⟦Nordvind⟧ kan inte annat än hålla med" beside "Nordvind AB" or "Nordvinds kunder"; a place that is known stays.
    """
    acting = {n.text for n in found if n.label == "ORG" and n.via == "acts"}
    acting |= {n.text.removesuffix(" AB") for n in found if n.label == "ORG" and n.text.endswith(" AB")}
    return [
        replace(name, label="ORG", via="repeat", confidence=0.75)
        if name.label == "LOC"
        and {name.text, name.text.removesuffix("s")} & acting
        and not {name.text, name.text.removesuffix("s")} & places()
        else name
        for name in found
    ]
