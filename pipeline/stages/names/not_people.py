"""What a model takes for people and is none: headline words, storms, companies that have a head or are AB elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from pipeline.article import Article, Name
from pipeline.numerals import read_word
from pipeline.stages.names.body_words import scan
from pipeline.stages.names.lists import bodies, given_names, surnames
from pipeline.stages.names.whole import WORD, surely_given
from pipeline.stages.roles.titles import is_title
from pipeline.word_sets import one_of, word_set


def without_headline_words(found: Sequence[Name], article: Article) -> list[Name]:
    """Leave out a headline's first word that nobody in the text is called: *Varg tog nio får*, *Elva får rivna*."""
    starts = {block.start for block in article.blocks if block.kind in ("title", "heading")}
    called = Counter(word.removesuffix("s") for name in found if name.label == "PER" for word in name.text.split())
    return [
        name
        for name in found
        if name.label != "PER"
        or name.start not in starts
        or " " in name.text
        or called[name.text.removesuffix("s")] > 1
        or (surely_given(name.text) and read_word(name.text.lower()) is None)
    ]


#: Bodies that are written with a small letter as well: *Byggnadsnämnden*, *Räddningstjänsten*.
_OF_BODIES = (
    *("nämnden", "styrelsen", "förvaltningen", "utskottet", "rådet", "kontoret", "tjänsten", "polisen", "föreningen"),
    *word_set("endings that only bodies have"),
    *word_set("endings of institutions"),
)
_SMALL_WORD = re.compile(r"(?<![\w-])[a-zåäö]+(?![\w-])")
#: Where a sentence begins just before a name.
_OPENS = re.compile(r"(?:^|[.!?:\n]|[–—-])[ \u00a0]?\Z")
_CUE = re.compile(r"[ \u00a0](?:säger|sade|sa|berättar|menar|tycker|tror)\b")


#: Words of an address that is hidden from robots: "⟦Siv punkt Lans snabela alvsund punkt se⟧".
_HIDING = re.compile(r"[ \u00a0](?:punkt|dot|snabela|snabel-a)\b")


def without_hidden_addresses(found: Sequence[Name], text: str) -> list[Name]:
    """Leave out what is a piece of an address in words: ⟦Siv punkt Lans⟧ *snabela alvsund punkt se*."""
    return [
        name
        for name in found
        if name.label != "PER" or not (_HIDING.search(name.text) or _HIDING.match(text, name.end))
    ]


_JOURNAL = re.compile(r"\b(?:tidskriften|facktidskriften|magasinet|nättidningen)[ \u00a0]\Z")


#: Ends of halls, streets and prizes that bear somebody's name: "Kjell ⟦Lindqvarnsalen⟧".
_NAMED_AFTER_SOMEBODY = (
    *("salen", "hallen", "parken", "gatan", "vägen", "skolan", "priset", "stipendiet", "arenan", "torget", "fonden"),
    *("kyrkan", "kapellet", "museet", "rummet", "auditoriet", "teatern", "stiftelsen", "föreläsningen", "loppet"),
    *("gruppen", "institutet", "sällskapet", "koncernen", "undersökningen", "rapporten"),
)
#: Those of them that are bodies, which have heads and say things: "ordförande i Kjell ⟦Lindqvarngruppen⟧".
_BODIES_NAMED_AFTER = ("gruppen", "institutet", "sällskapet", "koncernen", "stiftelsen")
_SHORTEST_NAME_BEFORE = 4


def without_venues(found: Sequence[Name]) -> list[Name]:
    """Leave out halls and prizes that are named after somebody, "i ⟦Sture Lindqvarnsalen⟧"; groups and institutes are bodies."""
    kept = []
    for name in found:
        if name.label == "PER" and _is_named_after_somebody(name.text):
            if not name.text.endswith(_BODIES_NAMED_AFTER):
                continue
            name = replace(name, label="ORG", via="shape", confidence=0.7)
        kept.append(name)
    return kept


def _is_named_after_somebody(name: str) -> bool:
    last = name.split()[-1]
    ending = next((end for end in _NAMED_AFTER_SOMEBODY if last.endswith(end)), None)
    return ending is not None and len(last) >= len(ending) + _SHORTEST_NAME_BEFORE and last not in surnames()


def without_journals(found: Sequence[Name], text: str) -> list[Name]:
    """Leave out a journal that was read as somebody: *i tidskriften* ⟦Marine Letters⟧; not *tidskriften Åsa Lind startade*."""
    return [
        name
        for name in found
        if name.label != "PER"
        or surely_given(name.text.split()[0])
        or not _JOURNAL.search(text, max(0, name.start - 20), name.start)
    ]


def at_their_bodies(found: Sequence[Name], text: str) -> Iterator[Name]:
    """Yield names; what stands behind somebody's title and no given name opens is a body: "Siv Ek, affärschef ⟦Viaskog Timber⟧".

    And so it is wherever else it is named.
    """
    people = {name.end for name in found if name.label == "PER"}
    of_bodies = {
        name.text.removesuffix("s") for name in found if name.label == "PER" and _is_behind_title(name, text, people)
    }
    for name in found:
        if name.text.split()[0] in _DIRECTIONS and is_title(
            text[max(0, name.start - 40) : name.start].split(" ")[-2:][0]
        ):
            continue  # "regionchef ⟦Nord⟧"
        if name.label == "PER" and name.text.removesuffix("s") in of_bodies:
            name = replace(name, label="ORG", via="title", confidence=0.7)
        yield name


def _is_behind_title(name: Name, text: str, people: Set[int]) -> bool:
    """Tell by what stands before: "Siv Ek, affärschef ⟦Viaskog Timber⟧", "Siv Ek, vd, ⟦Nordmark Skog⟧, telefon …"."""
    first = name.text.split()[0]
    if " " not in name.text or first in given_names():
        return False
    title = _BEHIND_TITLE.search(text, max(0, name.start - 60), name.start)
    if title is None or title.start() not in people or not is_title(title["title"]):
        return False
    behind = _TITLE_BEHIND.match(text, name.end)  # "Siv Ek, ordförande, Lind Alm, sekreterare"
    in_row = behind is not None and is_title(behind["title"])
    return bool(title["comma"]) and not in_row if first in surnames() else not title["comma"]


_TITLE_BEHIND = re.compile(r",[ \u00a0](?P<title>[a-zåäö-]+)")
_DIRECTIONS = frozenset("Nord Syd Väst Öst Norr Söder Mitt".split())
_BEHIND_TITLE = re.compile(
    r",[ \u00a0](?P<title>[a-zåäö-]+|VD|Vd|CEO)(?:[ \u00a0][A-ZÅÄÖ][\w-]+)?(?:[ \u00a0]och[ \u00a0][a-zåäö-]+)?(?P<comma>,)?[ \u00a0]\Z"
)


def without_title_rows(found: Sequence[Name]) -> list[Name]:
    """Leave out what is a title with capitals and no body: "⟦Vice VD och Chef Drift- och Hamnutveckling⟧"; or nobody: "⟦Tramps VD⟧"."""
    return [
        name
        for name in found
        if (name.label != "ORG" or not (_TITLE_ROW.match(name.text) or _HEAD_ALONE.fullmatch(name.text)))
        and (name.label != "PER" or name.text.split()[-1] not in _TITLE_LETTERS)
    ]


_TITLE_LETTERS = frozenset(["VD", "Vd", "vd", "CEO", "CFO", "COO", "CTO"])
#: "⟦VD:n⟧ slutar", "avgående ⟦VD:n⟧ Siv Ek".
_HEAD_ALONE = re.compile(r"(?:VD|Vd|CEO|CFO)(?::(?:n|ns|s|ar|arna))?")
_TITLE_ROW = re.compile(r"(?:[Vv]ice |[Tt]f |[Tt]\. ?f\. ?)?(?:VD|Vd|vd|CEO|CFO) (?:och|&|samt|\+) ")


def without_areas(found: Sequence[Name], text: str) -> list[Name]:
    """Leave out what somebody is chief of at a body: "chef för ⟦Hållbarhet⟧ på Ikea", "ansvarig för ⟦Kultur⟧ vid …"."""
    areas = [match.span("area") for match in scan(text, [(("för ", "för\u00a0"), _AREA)])]
    return [
        name
        for name in found
        if name.label != "ORG" or name.text in bodies() or not any(a <= name.start and name.end <= b for a, b in areas)
    ]


_AREA = re.compile(
    r"(?:[Cc]hef|chefen|[Aa]nsvarige?|direktör|direktören)[ \u00a0]för[ \u00a0](?P<area>[A-ZÅÄÖ][a-zåäö]+(?:[ \u00a0](?:och|&)[ \u00a0][\w-]+)?)"
    r"[ \u00a0](?:på|vid|hos|inom)[ \u00a0](?=[A-ZÅÄÖ])"
)


def without_owners(found: Sequence[Name], owners: Sequence[Name]) -> list[Name]:
    """Leave out a body before a title that was taken for a person: ⟦Tramps⟧ grundare och vd; it stays where a list has the name."""
    spans = {(owner.start, owner.end) for owner in owners}
    return [
        name for name in found if name.label != "PER" or (name.start, name.end) not in spans or _is_listed(name.text)
    ]


def _is_listed(name: str) -> bool:
    return any(form in given_names() or form in surnames() for form in (name, name.removesuffix("s")))


def without_openers(found: Sequence[Name], text: str) -> list[Name]:
    """Leave out a word that opens a sentence and only rarely is a name: *Ladan brann*, *Elda inte*, "Bina bor i en kupa. …".

    It stays where somebody says something, or is named so in another place. So with bodies that only the model sees:
    "Fjärrvärme är vanligt. … priset på fjärrvärme".
    """
    opens = {n.start for n in found if " " not in n.text and _OPENS.search(text, max(0, n.start - 2), n.start)}
    people = [name for name in found if name.label == "PER"]
    called = Counter(word.removesuffix("s") for name in people if name.start not in opens for word in name.text.split())
    said = {name.text for name in people if _CUE.match(text, name.end)}
    elsewhere = {name.text for name in found if name.start not in opens}
    words = {
        name.text
        for name in found
        if name.label == "ORG"
        and name.via in ("model", "repeat")
        and name.start in opens
        and name.text not in elsewhere
        if name.text not in bodies() and not name.text.lower().endswith(_OF_BODIES)
    }
    words &= {word.capitalize() for word in _SMALL_WORD.findall(text)} if words else words
    return [
        name
        for name in found
        if not (name.label == "ORG" and name.text in words)
        if name.label != "PER"
        or name.start not in opens
        or name.text in said
        or called[name.text.removesuffix("s")] > 0
        or not (_is_also_a_word(name.text, text) or _is_half_of_a_pair(name.text, text, name.end))
    ]


_PAIR = re.compile(r"[ \u00a0]och[ \u00a0][a-zåäö]+[ \u00a0]?[.,(]")


def _is_half_of_a_pair(name: str, text: str, end: int) -> bool:
    """Tell a common noun joined to another, that opens a sentence: "⟦Sans⟧ och balans (…)"."""
    return name not in given_names() and name not in surnames() and _PAIR.match(text, end) is not None


def _is_also_a_word(name: str, text: str) -> bool:
    if name in word_set("given names that are first of all words"):
        return True
    if surely_given(name) or name in surnames():
        return False
    return re.search(rf"(?<![\w-]){re.escape(name.lower())}(?![\w-])", text) is not None


#: A company's head behind a genitive: no person has a managing director.
_HEAD = re.compile(
    r"[ \u00a0](?:vice |tillförordnad[ea] )?(?:vd|vice-vd|styrelseordförande|[a-zåäö-]*(?:chef|direktör|talesperson))\b"
)


def not_employers(found: Sequence[Name], text: str) -> list[Name]:
    """Leave out what was read as a person but has a head: "⟦Nordspår Kusts⟧ vd Eva Berg", "⟦Säpos⟧ presschef Bo Ek"."""
    bearers = {name.text.split()[-1] for name in found if name.label == "PER" and " " in name.text}
    return [name for name in found if not _is_headed(name, text, bearers)]


def _is_headed(name: Name, text: str, bearers: set[str]) -> bool:
    if name.label != "PER" or not name.text.endswith("s") or _HEAD.match(text, name.end) is None:
        return False
    first, bare = name.text.split()[0], name.text.removesuffix("s")
    if " " in name.text:
        return first not in given_names()
    return not {first, bare} & (given_names().keys() | surnames() | bearers)


def _opening_a_company(name: Name, text: str, openers: set[str], bearers: set[str]) -> Name:
    """``en av ⟦Vilborgs⟧ fastigheter`` beside "Vilborgs Fastigheter AB": the company's, where nobody in the text is called Vilborg."""
    bare = name.text.removesuffix("s")
    whole = f"{bare}s"
    if name.label != "PER" or whole not in openers or bare in bearers or not text.startswith(whole, name.start):
        return name
    end = name.start + len(whole)
    return replace(name, end=end, text=whole, label="ORG", via="repeat", confidence=0.75)


#: What makes a company of a name in Finland: "Jolmer ⟦Oy⟧", "Ek ⟦Oyj⟧".
_FORM = re.compile(r"[ \u00a0](?:Oyj?|Abp)(?:[ \u00a0]Ab)?(?![\w-])")


def _with_its_form(name: Name, text: str) -> Name:
    """``⟦Jolmer Oy⟧``, ``⟦J-G Lindell⟧ Oy``: the company's, whatever person its name looks like."""
    form = None if name.label != "PER" else _FORM.search(text, name.start, name.end + 7)
    if form is None or form.start() > name.end:
        return name
    return replace(name, end=form.end(), text=text[name.start : form.end()], label="ORG", via="shape", confidence=0.8)


#: A shopping centre, whose name may look like somebody's: "gallerian ⟦Nova Berg⟧".
_CENTRE_WORDS = ("gallerian", "köpcentr", "handelsplatsen", "shoppingcentr")
_CENTRE = re.compile(
    rf"\b(?:gallerian|köpcentr(?:et|at|um|umet)|handelsplatsen|shoppingcentr(?:et|at|um|umet))[ \u00a0](?P<name>{WORD}(?:[ \u00a0]{WORD})?)"
)
_LIMITED = re.compile(rf"(?P<name>{WORD}(?:[ \u00a0]{WORD}){{1,3}})[ \u00a0]AB\b")


#: What a release calls its company from here on: "Aktiebolaget Velda (”⟦Velda⟧”)", "Bergfast AB (publ) (”⟦Bergfast⟧”)".
_DEFINED = re.compile(
    rf"(?:\bAB\b|\b[Aa]ktiebolag(?:et)?\b|\bLtd\b|\bInc\b|\(publ\))[^.\n()]{{0,40}}(?:\(publ\),?[ \u00a0])?"
    rf"\([”\"“](?P<name>{WORD}(?:[ \u00a0]{WORD})?)[”\"“]"
)


#: No surname ends so: *Karl Johansskolan*.
_SCHOOL = re.compile(r"[ \u00a0][\w-]+(?:skolan|gymnasiet)s?$")


def companies(found: Sequence[Name], text: str) -> Iterator[Name]:
    """Yield names; a person's that is a limited company's elsewhere is the company's: *Lindqvarn Marin* (AB)."""
    limited: set[str] = set()
    for match in scan(text, [(("AB",), _LIMITED)]):
        words = match["name"].split()
        limited.update(" ".join(words[n:]) for n in range(len(words) - 1))
    openers = {name.split()[0] for name in limited if name.split()[0].endswith("s")}
    firsts = {name.split()[0] for name in limited}
    centres = {match["name"].removesuffix("s") for match in scan(text, [(_CENTRE_WORDS, _CENTRE)])}
    bearers = {word for name in found if name.label == "PER" and " " in name.text for word in name.text.split()}
    defined = {match["name"] for match in scan(text, [(("(”", '("', "(“"), _DEFINED)])}
    for name in found:
        forms = {name.text, name.text.removesuffix("s")}
        if name.label == "PER" and (forms & centres):
            name = replace(name, label="ORG", via="repeat", confidence=0.7)
        name = _with_its_form(_opening_a_company(name, text, openers, bearers), text)
        is_company = name.label == "PER" and bool(forms & limited) and not surely_given(name.text.split()[0])
        known = name.text in bodies() and name.text not in given_names() and name.text not in surnames()  # "Mitti"
        known = known or (" " in name.text and bool(forms & bodies().keys()))  # "Clas Ohlsons vd"
        is_company = is_company or (name.label == "PER" and _is_of_group(name.text, firsts))
        if is_company or (name.label == "PER" and (known or forms & defined or _SCHOOL.search(name.text))):
            name = replace(name, label="ORG", via="repeat", confidence=0.75)
        yield name


def _is_of_group(name: str, firsts: set[str]) -> bool:
    """``⟦Nordo Marin⟧`` beside "Nordo Marin Teknik AB": what opens as a company's name in the text, and is nobody's."""
    first, _, rest = name.partition(" ")
    last = rest.split()[-1].removesuffix("s") if rest else ""
    return bool(rest) and first in firsts and not {first, last} & (surnames() | given_names().keys())


#: What a caption goes on with, in capitals, behind the photographer, "Foto: Bo Ek ⟦På⟧ bilden: …"; and a party's letters.
_GOES_ON = re.compile(r"[ \u00a0](?:På|Till|Från|Vid|Med|Bild|Bilden|Bildtext|FP|KD|MP|SD)\Z")


def without_next_words(found: Sequence[Name]) -> Iterator[Name]:
    """Yield names, people's without the word that the next sentence opens with: "Foto: ⟦Bo Ek⟧ På bilden: …"."""
    for name in found:
        goes_on = _GOES_ON.search(name.text) if name.label == "PER" else None
        if goes_on is not None:
            name = replace(name, end=name.start + goes_on.start(), text=name.text[: goes_on.start()])
        yield name


_EPITHET = re.compile(
    r"[A-ZÅÄÖ][a-zåäö-]+(?:fostrad[ea]?|född[ea]|ödd[ea]|sonen|dottern|bördig[ae]|bon|glad[ea]|segrande|baserad[ea])"
)


def without_epithets(found: Sequence[Name]) -> Iterator[Name]:
    """Yield names, people's without the epithet that a sports page puts first: *Luleåfostrade ⟦Ek⟧*, *Umeåsonen ⟦Ek⟧*."""
    for name in found:
        first, space, rest = name.text.partition(" ")
        if name.label == "PER" and space and first not in given_names() and _EPITHET.fullmatch(first):
            name = replace(name, start=name.start + len(first) + 1, text=rest)
        yield name


def without_kin(found: Sequence[Name]) -> Iterator[Name]:
    """Yield names, people's without the word for kin that opens them: *Svärfar ⟦Gunnar⟧*."""
    for name in found:
        first, space, rest = name.text.partition(" ")
        kin = first.lower() in word_set("kin before a given name") and first not in given_names()  # not Bror Ek
        if name.label == "PER" and space and kin:
            name = replace(name, start=name.start + len(first) + 1, text=rest)
        yield name


_SCORE = re.compile(r"\d(?<![\d–-].)\d?[–-]\d{1,2}(?![\d–-])")
_GAME = re.compile(
    r"[ \u00a0](?:(?:nästa|sista|första|andra|tredje|raka)[ \u00a0])?(?:(?:hemma|borta|serie|kval)?match(?:en)?|(?:hemma|borta)?seger|(?:hemma|borta)?förlust)\b"
)
#: Not *Hällnäs*, *Västerås*, which may end so of themselves.
_GENITIVE = re.compile(r"(?<![åäöiu])s\Z")
_AGAINST = re.compile(r"(?<![\w-])(?:mot|över|slog|besegrade)[ \u00a0]\Z")
_PLAYS = re.compile(rf"[ \u00a0](?:{one_of('what a team does')})\b")


def teams(found: Sequence[Name], text: str) -> Iterator[Name]:
    """Yield names; one word that nobody is called in full and wins or loses by a score is a team's: "⟦Runa⟧ vann med 3–2".

    Or has a match, and is nobody's given name: "⟦Sörvallas⟧ match mot Alvsunds IF".
    """
    if _SCORE.search(text) is None and _GAME.search(text) is None:
        yield from found
        return
    bearers = {word for name in found if name.label == "PER" and " " in name.text for word in name.text.split()}
    told = {
        name.text
        for name in found
        if name.label == "PER"
        and " " not in name.text
        and not {name.text, name.text.removesuffix("s")} & (bearers | surnames())
        and (
            _has_a_score(name, text) or (_GAME.match(text, name.end) and not surely_given(name.text.removesuffix("s")))
        )
    }
    for name in found:
        is_team = name.label == "PER" and (name.text in told or name.text.removesuffix("s") in told)
        if is_team:
            owns = _GAME.match(text, name.end) is not None and _GENITIVE.search(name.text) is not None
            bare = name.text.removesuffix("s") if owns else name.text
            name = replace(name, text=bare, end=name.start + len(bare), label="ORG", via="score", confidence=0.6)
        yield name


def _has_a_score(name: Name, text: str) -> bool:
    start = max(text.rfind(". ", 0, name.start), text.rfind("\n", 0, name.start)) + 1
    end = min(at for at in (text.find(". ", name.end), text.find("\n", name.end), len(text)) if at >= 0)
    plays = _AGAINST.search(text, max(start, name.start - 12), name.start) or _PLAYS.match(text, name.end)
    return plays is not None and _SCORE.search(text, start, end) is not None


_STORM_WORDS = ("torm", "rkan", "vädre", "ågtrycke", "yfonen", "yklonen")
_STORMS = re.compile(
    rf"\b(?:[a-zåäö]*[Ss]torm(?:en|arna)|[Oo]rkan(?:en|erna)|[Oo]vädre[nt]|[Ll]ågtrycke[nt]|[Tt]yfonen|[Cc]yklonen)[ \u00a0]"
    rf"(?P<names>{WORD}(?:(?:,| och)[ \u00a0]{WORD})*)"
)


def without_storms(found: Sequence[Name], text: str) -> list[Name]:
    """Leave out storms, which bear given names: "efter stormen ⟦Gudrun⟧", "stormarna ⟦Gudrun⟧ och ⟦Per⟧"."""
    stormy = scan(text, [(_STORM_WORDS, _STORMS)])
    storms = {word.removesuffix("s") for match in stormy for word in re.findall(WORD, match["names"])}
    if not storms:
        return list(found)
    bearers = {word for name in found if name.label == "PER" and " " in name.text for word in name.text.split()}
    return [n for n in found if n.label != "PER" or n.text.removesuffix("s") not in storms - bearers]
