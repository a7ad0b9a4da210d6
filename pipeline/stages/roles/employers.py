"""Whose title it is: the body that stands before a title, in it, behind it, or that a noun such as *bolaget* means."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipeline.article import Name, Organisation
from pipeline.stages.roles.surroundings import Surroundings
from pipeline.stages.roles.titles import is_title
from pipeline.word_sets import word_set

#: Definite nouns to the kinds of body that they can stand for.
KINDS_OF_NOUNS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(("bolaget", "företaget", "koncernen", "fabriken", "förlaget", "kedjan"), ("company", "other")),
    **dict.fromkeys(("banken",), ("company",)),
    **dict.fromkeys(("kommunen", "staden"), ("municipality",)),
    **dict.fromkeys(("regionen", "landstinget"), ("region",)),
    **dict.fromkeys(("universitetet", "högskolan", "lärosätet"), ("university",)),
    **dict.fromkeys(("sjukhuset", "lasarettet", "vårdcentralen", "kliniken"), ("hospital",)),
    **dict.fromkeys(("föreningen", "förbundet", "organisationen"), ("association", "union", "team", "parish")),
    **dict.fromkeys(("klubben", "laget"), ("team", "association")),
    **dict.fromkeys(("facket", "fackförbundet"), ("union",)),
    **dict.fromkeys(("skolan", "gymnasiet"), ("school",)),
    **dict.fromkeys(("myndigheten", "verket"), ("authority", "county_board", "court")),
    **dict.fromkeys(("styrelsen",), ("company", "association", "team")),
    **dict.fromkeys(("partiet",), ("party",)),
    **dict.fromkeys(("länsstyrelsen",), ("county_board",)),
    **dict.fromkeys(
        ("nämnden", "kommissionen", "laboratoriet", "kåren", "museet", "stiftelsen", "nätverket", "rådet"),
        (),
    ),
    **dict.fromkeys(("avdelningen", "kyrkan", "församlingen", "orkestern", "teatern", "biblioteket", "byrån"), ()),
}


#: Nouns for bodies of people, whatever their names tell.
_OF_MEMBERS = frozenset(
    ["föreningen", "förbundet", "organisationen", "klubben", "nätverket", "kåren", "stiftelsen", "bolaget", "företaget"]
)
_LONG_NOUN = 5
#: Where the town of a name begins: *Byggnadsnämnden i Torvsala*.
_AT_PLACE = re.compile(r"[ \u00a0](?:i|på|för|vid|av|inom)[ \u00a0]")
#: Between a body and one of its people in a list: "Gänget bakom ⟦Bergfast⟧ är: Bo Ek, ⟦Rut Lans⟧ och …".
_LISTED = re.compile(
    r"[ \u00a0](?:är|består av|utgörs av|heter)(?::|[ \u00a0]är:)[ \u00a0]?(?:[A-ZÅÄÖ][\w’-]*(?:[ \u00a0][\w’-]+){0,3}(?:,|[ \u00a0]och)[ \u00a0]){0,12}"
)


#: One word of rank between a body and a title: "Räddningstjänstens ⟦inre⟧ befäl".
_RANK = re.compile(r"[ \u00a0][a-zåäö]+[aeö][ \u00a0]")


#: Between a body and the title of one of its people: "Bergfast⟦, vars nya ⟧platschef Bo Ek".
_WHOSE = re.compile(r",?[ \u00a0]vars[ \u00a0](?:[a-zåäö]+[ae][ \u00a0])?")
#: Before the paper that somebody has spoken to.
_TOLD_TO = re.compile(r"[ \u00a0]till[ \u00a0](?:[a-zåäö]+[ \u00a0])?\Z")
#: A party's letters in the genitive between its name and a title: "Väspartiet⟦ (VP):s ⟧gruppledare".
_PARTY_S = re.compile(r"[ \u00a0]\([A-ZÅÄÖa-zåäö]{1,3}\):?s[ \u00a0]")
#: Where the body is that a noun means.
_IN_TOWN = re.compile(r"[ \u00a0]i[ \u00a0](?P<town>[A-ZÅÄÖ][\w-]+)")
#: Where somebody works who is named behind it.
_WORKS_THERE = re.compile(
    r"(?:På|Vid|Hos|Inom)[ \u00a0](?P<place>[\w&-]+(?:[ \u00a0][\w&-]+){0,2}?)[ \u00a0](?:arbetar|jobbar|verkar|arbetade|jobbade)[ \u00a0]"
    r"(?:(?:också|även|bland annat|numera|i dag|sedan \d{4})[ \u00a0])?(?:[a-zåäö]+[ \u00a0]){0,2}\Z"
)
#: Between a body and one of its people: "Bergfast⟦, där ⟧Bo Ek är vd".
_WHERE = re.compile(r",?[ \u00a0]där[ \u00a0](?:[a-zåäö]+[ \u00a0])?")
#: Between a body and whom it gives a post: "Bergfast⟦ har utsett ⟧Bo Ek", "Bergfasts⟦ styrelse anställer ⟧Bo Ek".
_APPOINTS = re.compile(
    r"(?:[ \u00a0](?:styrelse|årsmöte|stämma|bolagsstämma))?[ \u00a0](?:(?:har|hade)[ \u00a0])?(?:[a-zåäö]+[ \u00a0]){0,2}?"
    r"(?:utse(?:r|tt)|utsåg|anställ(?:er|de|t)|rekryterar|rekryterade?|rekryterat|utnämn(?:er|de|t)|välj(?:er)|valde|valt)[ \u00a0]"
    r"(?:[a-zåäö-]+[ \u00a0]){0,4}"
)
#: The end of a body's name in the genitive, and what it owns.
_OWNS_NEXT = re.compile(
    r"s?s[ \u00a0](?:[a-zåäö]+[ae][ \u00a0])?[a-zåäö]*(?:scen|salong|gård|mark|område|lokaler|bana|arena|sal|hus|scenen)\b"
)
_IS = re.compile(r"[ \u00a0](?:är|var|arbetar|jobbar|arbetade|jobbade)[ \u00a0]")
_SHORTEST_OPENING = 4


def _opens(name: str, title: str) -> bool:
    """Tell whether a body's word, without its genitive, opens a title: *höjden* opens "höjdentränaren"."""
    stem = name.removesuffix("s")
    rest = title.removeprefix(stem)
    return (
        len(stem) >= _SHORTEST_OPENING
        and rest != title
        and any(is_title(r) for r in {rest, rest.removeprefix("s")} if r)
    )


def _clubs_by_their_words(organisations: Sequence[Organisation]) -> dict[str, list[tuple[int, str]]]:
    """Return clubs, by their positions, with the words of their names by the first letters of these."""
    clubs: dict[str, list[tuple[int, str]]] = {}
    for n, body in enumerate(organisations):
        for word in body.name.split() if body.kind in ("team", "other") else ():
            if word[0].isupper():
                clubs.setdefault(word[:_SHORTEST_OPENING].lower(), []).append((n, word.lower()))
    return clubs


class Employers:
    """Finds the body of a title, as a position in `organisations`; None where the text ties none to it."""

    def __init__(self, around: Surroundings) -> None:
        self._text = around.text
        self._organisations = around.organisations
        self._bodies = around.bodies
        self._body_starts = around.body_starts
        self._bodies_of_now = around.bodies_of_now
        self._starts_of_now = [start for start, _, _ in around.bodies_of_now]
        self._clubs: dict[str, list[tuple[int, str]]] | None = None

    def of_contact(self, mention: Name) -> int | None:
        """``Kontakt Bergfast: Bo Ek``, ``Kontakt Bergfast:`` and the name on the next line."""
        n = bisect_left(self._body_starts, mention.start) - 1
        if n < 0:
            return None
        start, end, index = self._bodies[n]
        if _LISTED.fullmatch(self._text, end, mention.start):
            return (
                index
                if re.search(r"(?:bakom|på|i|hos|från)[ \u00a0]$", self._text[max(0, start - 8) : start])
                else None
            )
        between = self._text[end : mention.start] if mention.start - end < 6 else "-"
        lead = self._text[max(0, start - 24) : start].rpartition("\n")[2].strip().lower()
        return (
            index
            if re.fullmatch(r":\s*", between) and re.fullmatch(r"(?:press)?kontakt(?:person)?(?: på| hos)?", lead)
            else None
        )

    def heading(self, line: int, at: int) -> int | None:
        """Return the body that opens the line before a title: "⟦Fornverket⟧, pressansvarig Bo Ek, 08-465 004 02"."""
        n = bisect_left(self._body_starts, line)
        if n == len(self._bodies) or self._bodies[n][0] != line or self._text[line - 1 : line] not in ("", "\n"):
            return None
        return self._bodies[n][2] if self._text[self._bodies[n][1] : at] in (", ", ",\u00a0") else None

    def near(self, begin: int, end: int) -> int | None:
        """Return the body in a title that ends at ``end``, else the one whose genitive stands before it."""
        within, owner = self.within(begin, end - 2), self.owning(begin)
        if within is None or owner is None:
            return owner if within is None else within
        # "Trafikverkets ⟦presschef i region Mitt⟧": a part of the owner's
        return owner if self._organisations[within].name[0].islower() else within

    def owning(self, at: int) -> int | None:
        """Return the body whose genitive stands just before: "Region Värmlands ⟦projektledare⟧"."""
        n = bisect_left(self._body_starts, at) - 1
        if n >= 0:
            _, end, index = self._bodies[n]
            ranked = at - end < 30 and self._text[end - 1] in "sxz" and _RANK.fullmatch(self._text, end, at)
            if (
                0 <= at - end <= 1
                or ranked
                or _WHOSE.fullmatch(self._text, end, at)
                or _PARTY_S.fullmatch(self._text, end, at)
            ):
                return index
        return self.meant_by(self.owning_noun(at), at)

    def opening(self, at: int) -> int | None:
        """Return the body whose name begins a compound: "⟦LO⟧-ekonomen"."""
        n = bisect_left(self._body_starts, at)
        return self._bodies[n][2] if n < len(self._bodies) and self._bodies[n][0] == at else None

    def owning_noun(self, at: int) -> str:
        """Return the noun or pronoun whose genitive stands just before, in lower case: "bolagets vd", "dess ordförande"."""
        before = re.search(r"(\w+?)s?[ \u00a0](?:\w+[ae][ \u00a0])?$", self._text[max(0, at - 50) : at])
        return before[1].lower() if before else ""

    def meant_by(self, noun: str, at: int) -> int | None:
        """Return the body, the last named before, that a definite noun means: *bolaget*, *nämnden*, *kårens*, *dess*.

        "Avgiftsverket … Verkets analytiker": a name that ends in the noun, else the only kind of body that it can mean.
        """
        kinds = KINDS_OF_NOUNS.get(noun)
        n = bisect_left(self._starts_of_now, at)
        if kinds is None and noun not in ("des", "dera", "dess", "deras"):
            return self._by_last_word(noun, n)
        before = [index for _, end, index in reversed(self._bodies_of_now[max(0, n - 40) : n]) if end <= at]
        if kinds is not None:  # "Enligt styrelsen i ⟦Alvbo⟧ … styrelsens ordförande"
            whose = re.compile(rf"\b{noun}[ \u00a0](?:i|för|på)[ \u00a0]\Z", re.IGNORECASE)
            for start, _, index in reversed(self._bodies_of_now[max(0, n - 40) : n]):
                if whose.search(self._text, max(0, start - 40), start):
                    return index
        if kinds is None:
            return before[0] if before and self._text.count("\n", self._bodies_of_now[n - 1][1], at) == 0 else None
        stem = re.sub(r"(?:en|et|n|t)$", "", noun)
        latin = re.sub(r"et$", "um", noun)  # laboratoriet, museet
        for index in before:
            name = _AT_PLACE.split(self._organisations[index].name.lower())[0]
            last = name.split()[-1]
            if last.endswith((noun, stem, latin)) and name != noun:
                return index
        last = self._bodies_of_now[n - 1] if before else None
        if last is not None and re.search(rf"[a-zåäö]{noun} \Z", self._text[max(0, last[0] - 40) : last[0]]):
            return before[0]  # "bostadsbolaget ⟦Alvsundsbostäder⟧ … bolagets vd"
        fitting = list(dict.fromkeys(i for i in before if self._organisations[i].kind in kinds))
        just_named = bool(before) and self._text.count("\n\n", self._bodies_of_now[n - 1][1], at) <= 1
        if not fitting and just_named and noun in _OF_MEMBERS and self._organisations[before[0]].kind == "other":
            return before[0]  # Vretinge Handel, som …. Föreningens ordförande
        if not fitting:
            every = [i for i, o in enumerate(self._organisations) if o.kind in kinds]
            return every[0] if len(every) == 1 and noun != "styrelsen" else None
        if self._text.count("\n", self._bodies_of_now[n - 1][1], at) == 0 and before[:1] == fitting[:1]:
            return fitting[0]
        sure = [i for i in fitting if self._organisations[i].kind != "other"]
        return (sure or fitting)[0]

    def _by_last_word(self, noun: str, n: int) -> int | None:
        """``Lillåns byalag … byalagets ordförande``: the last named body whose name ends in the noun."""
        stem = re.sub(r"(?:en|et|n|t)$", "", noun)
        if len(stem) < _LONG_NOUN or stem == noun:
            return None
        for _, _, index in reversed(self._bodies_of_now[max(0, n - 40) : n]):
            if self._organisations[index].name.lower().split()[-1] == stem:
                return index
        return None

    def within(self, a: int, stop: int) -> int | None:
        """Return the body of a title that begins at ``a`` and ends at ``stop``: "chef på ⟦Sjöviks sjukhus⟧"."""
        n = bisect_left(self._body_starts, a)
        if n < len(self._bodies) and self._bodies[n][0] < stop + 2:
            end, first = self._bodies[n][1:]
            if self._organisations[first].kind == "media" and _TOLD_TO.search(self._text, a, self._bodies[n][0]):
                return None  # "chef på ett företag till tidningen Datorbladet"
            joint = re.match(r"[ \u00a0](?:på|vid|inom|hos)[ \u00a0]", self._text[end : end + 8])
            if joint and self._organisations[first].kind == "other":  # Sjögruppen på Miljödepartementet
                second = self.just_at(end + joint.end())
                return first if second is None else second
            if self._organisations[first].kind == "other" and self._text[end : end + 2] == ", ":
                owner = self.just_at(end + 2)  # projektledare för Valportalen, Bergfast AB
                if owner is not None and self._organisations[owner].kind == "company":
                    return owner
            office = re.match(r"[ \u00a0](?:(?:i|på|inom)[ \u00a0])?(?=[A-ZÅÄÖ])", self._text[end : end + 8])
            if office and self._text[self._bodies[n][0]].islower():  # socialförvaltningen i Sjöviks kommun
                second = self.just_at(end + office.end())
                return first if second is None else second
            return first
        nouns = re.findall(r"\b(?:vid|på|i|för|hos)[ \u00a0](\w+)", self._text[a:stop])
        return next((body for noun in nouns if (body := self.meant_by(noun.lower(), a)) is not None), None)

    def of_name(self, at: int, end: int) -> int | None:
        """``Bo Ek på Suntarbetsliv``, ``Bo Ek från Alvsunds kommun``, ``säger Bo Ek, på Fornverket``."""
        match = re.match(
            r"(?:[ \u00a0](?:på|från|vid|hos|i|inom)|,[ \u00a0](?:från|på|vid|hos))[ \u00a0]", self._text[at:end]
        )
        if match is None:
            return None
        n = bisect_left(self._body_starts, at + match.end())
        if n < len(self._bodies) and self._bodies[n][0] == at + match.end():
            body = self._bodies[n][2]
            if _OWNS_NEXT.match(self._text, self._bodies[n][1] - 1):
                return None  # "Bo Ek på ⟦Alvteaterns⟧ stora scen"
            said_in = match.group().strip() == "i" and self._organisations[body].kind == "media"  # "säger Bo Ek i TV4"
            return None if said_in or self._organisations[body].name in word_set("where everybody writes") else body
        ward = re.match(r"[a-zåäö-]+,?[ \u00a0](?:(?:på|vid|i)[ \u00a0])?", self._text[at + match.end() : end])
        at_ward = self.just_at(at + match.end() + ward.end()) if ward else None
        noun = re.match(r"[a-zåäö]+(?:en|et|an)(?!\w)", self._text[at + match.end() : end])
        said_there = match.group().strip() in ("i", "inom")
        if at_ward is not None or noun is None or said_there:
            return at_ward
        meant, town = self.meant_by(noun.group(), at), _IN_TOWN.match(self._text, at + match.end() + noun.end())
        if meant is not None and town is not None and town["town"] not in self._organisations[meant].name:
            return None  # "Bo Ek vid universitetet i Toulouse", where Norrhamns universitet is named
        return meant

    def of_clause(self, mention: Name) -> int | None:
        """Return where somebody works by the clause: "På universitetet arbetar också ⟦Bo Ek⟧", "Bergfast, där ⟦Bo Ek⟧ är vd"."""
        at = mention.start
        last = bisect_left(self._body_starts, at) - 1
        if last >= 0 and _WHERE.fullmatch(self._text, self._bodies[last][1], at) and _IS.match(self._text, mention.end):
            return self._bodies[last][2]
        match = _WORKS_THERE.search(self._text, max(0, at - 120), at)
        if match is None:
            return None
        n = bisect_left(self._body_starts, match.start("place"))
        if n < len(self._bodies) and self._bodies[n][:2] == match.span("place"):
            return self._bodies[n][2]
        return self.meant_by(match["place"].lower(), match.start())

    def appointing(self, mention: Name) -> int | None:
        """Return the body that gives somebody a post: "⟦Bergfast⟧ har utsett Bo Ek till vd"."""
        n = bisect_left(self._body_starts, mention.start) - 1
        gives = n >= 0 and _APPOINTS.fullmatch(self._text, self._bodies[n][1], mention.start)
        return self._bodies[n][2] if gives else None

    def compounded(self, word: str) -> int | None:
        """Return the one club a word of whose name begins a title: "⟦Alvsund⟧stränaren" is the coach of Alvsunds IF."""
        low = word.lower()
        if self._clubs is None:
            self._clubs = _clubs_by_their_words(self._organisations)
        found = {n for n, name in self._clubs.get(low[:_SHORTEST_OPENING], ()) if _opens(name, low)}
        return found.pop() if len(found) == 1 else None

    def just_at(self, at: int) -> int | None:
        """Return the body that stands just here: ``Bo Ek, ⟦Alvsunds Energi⟧.``"""
        n = bisect_left(self._body_starts, at)
        return self._bodies[n][2] if n < len(self._bodies) and self._bodies[n][0] - at <= 1 else None
