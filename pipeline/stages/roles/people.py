"""People of one article: mentions gathered under the fullest name, with roles, party, age and part."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING

from pipeline.article import Article, Block, Name, Organisation, Person, PersonPart, Role, Span
from pipeline.data import read_table
from pipeline.stages.names.lists import given_names, party_letters, surnames
from pipeline.stages.roles.titles import (
    indefinite,
    is_plural,
    is_title,
    normalised,
    part_of_title,
    title_before,
    title_in,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

_PARTY = re.compile(r"\s?\((?P<party>[A-Za-zåäöÅÄÖ]{1,5})\)")
_AGE = re.compile(r"\s?,\s?(?:(?P<age>\d{1,3})(?: år)?)(?=\s?[,.)])")
_APPOSED = re.compile(
    r"[ \u00a0]?(?:,[ \u00a0](?:stannar|slutar|börjar|fortsätter|avgår|verkar) som|,|–|-|\(|\n+|är|var|blir|blev|utses till|"
    r"har utsetts till|tillträder som|tar över som|arbetar som|jobbar som|stannar som|slutar som|"
    r"börjar som|fortsätter som|avgår som|verkar som|anställs som|som är|som|till ny[ae]?|till|:)[ \u00a0]?"
    r"(?:som (?:[a-zåäö]+ ){0,4}?(?:är|var|varit|arbetar som|jobbar som) )?"
    r"(?:är |också |en |ett |ny |nya |nye |av |två |tre |fyra |våra |de |då |dåvarande |nybliven |nyblivne )*"
)
_WORKS_AT = re.compile(
    r"[ \u00a0](?:arbetar|jobbar|arbetade|jobbade|är anställd)[ \u00a0](?:[a-zåäö]+[ \u00a0]){0,2}?(?:på|hos|vid|i|inom)[ \u00a0]"
    r"(?P<body>[^.,;:!?\n]{2,50}?)[ \u00a0]som[ \u00a0](?P<rest>[^.!?\n]{3,100})"
)
_WORKED_WITHIN = re.compile(
    r",[ \u00a0]som[ \u00a0](?:har[ \u00a0])?(?:arbetar|arbetat|jobbar|jobbat)[ \u00a0][^.,;:!?\n]{0,50}?(?:på|hos|vid|inom)[ \u00a0](?=[A-ZÅÄÖ])"
)
#: What presents the name that follows: "Chefen heter", "Till ordförande valdes", "tränaren i Sjöviks OK,".
_PRESENTING = (
    re.compile(r"(?P<title>[\w:-]+)(?P<tail>)(?:,?[ \u00a0]som)?[ \u00a0]heter[ \u00a0]$"),
    re.compile(
        r"[Tt]ill[ \u00a0](?:ny[ae]?[ \u00a0])?(?P<title>[\w-]+)(?P<tail>[ \u00a0](?:för|i|på)[ \u00a0][^,.!?:;\n]{2,50}?)?[ \u00a0]"
        r"(?:(?:om|ny)?(?:valdes|väljs)|utsågs|utses|har utsetts)[ \u00a0]$"
    ),
    re.compile(
        r"(?P<title>\w*(?:minister|ministern|direktör|kommissionär))(?P<tail>[ \u00a0]för(?:[ \u00a0][a-zåäö-]+){1,4})[ \u00a0]$"
    ),
    re.compile(
        r"(?P<title>[\w:-]+)(?P<tail>[ \u00a0](?:i|på|för|vid|hos|inom|av)[ \u00a0][^,.!?:;\n]{2,60})?(?:[ \u00a0]själv)?,[ \u00a0]$"
    ),
)
_WHEN = re.compile(r"[ \u00a0]i[ \u00a0](?:vår|höst|vinter|sommar|dag|år|går|morgon|helgen|veckan)\b")
_DETERMINERS = frozenset("en ett hans hennes deras dess vår vårt min mitt sin sitt".split())
_HEADING = re.compile(r"(?P<title>[A-ZÅÄÖ][\w-]{3,29})(?P<colon>:?)")
_TOLD_NEXT = re.compile(
    r"[^.!?\n]{0,140}[.!?][”\"]?[ \u00a0\n]{1,2}(?:Hon|Han) (?:är|var|blev|arbetar som|jobbar som) (?P<rest>[^.!?\n]{3,140})"
)
_PARTED = re.compile(
    r"(?:^|(?<=[.!?\n/,] )|(?<=[\n/]))(?P<phrase>(?:[^.,;:!?\n/]|(?<=\w):(?=\w)){2,70})(?P<mark>[,:])[ \u00a0](?:[a-zåäö]+(?:en|n|t)[ \u00a0])?$",
)
_CREDIT = re.compile(r"(?:foto(?:graf)?|bild|illustration|foto alla bilder)\s?[:/][^.:\n]{0,60}$", re.I)
_BYLINE = re.compile(r"^\s*(?:text|av|skribent|reporter|text och foto|text & foto|text/foto)\s?:?[^.:\n]{0,40}$", re.I)


#: Characters behind a name within which its title stands.
_REACH = 400


@dataclass
class _Group:
    """A person in the making."""

    name: str
    mentions: list[Name] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    party: str | None = None
    age: int | None = None
    organisation: int | None = None
    parts: list[PersonPart] = field(default_factory=list)


def gather_people(article: Article, organisations: Sequence[Organisation]) -> tuple[Person, ...]:
    """Return the article's people in order of first mention."""
    names = [n for n in article.names if n.label == "PER"]
    groups = _group(names)
    reader = _RoleReader(article, organisations)
    for group in groups:
        for mention in group.mentions:
            reader.read(group, mention)
        if group.organisation is None and all(role.organisation is None for role in group.roles):
            group.organisation = reader.body_by_context(group)
    _share_bodies(groups)
    return tuple(_person(group) for group in groups)


def _share_bodies(groups: Sequence[_Group]) -> None:
    """Give the body behind the last of several to all whose title stands in the plural before the first.

    "strategerna Moa Ek och Lo Lans på ⟦Sjöviks sjukhus⟧".
    """
    bodies: dict[int, int] = {}
    for group in groups:
        for role in group.roles:
            body = role.organisation if role.organisation is not None else group.organisation
            if is_plural(role.text) and body is not None:
                bodies[role.start] = body
    for group in groups:
        group.roles = [
            replace(role, organisation=bodies[role.start])
            if role.organisation is None and group.organisation is None and role.start in bodies
            else role
            for role in group.roles
        ]


def _person(group: _Group) -> Person:
    part: PersonPart = "story" if "story" in group.parts or not group.parts else group.parts[0]
    seen: dict[str, Role] = {}
    for role in group.roles:
        kept = seen.get(role.normalised.lower())
        if kept is None or (kept.organisation is None and role.organisation is not None):
            seen[role.normalised.lower()] = role
    return Person(
        name=group.name,
        part=part,
        mentions=tuple(Span(n.start, n.end, n.text) for n in group.mentions),
        roles=tuple(sorted(seen.values(), key=lambda r: r.start)),
        party=group.party,
        age=group.age,
        organisation=group.organisation,
        confidence=max(n.confidence for n in group.mentions),
    )


def bare_name(text: str, others: frozenset[str] = frozenset()) -> str:
    """Return the name without genitive -s where the bare form is used or known: *Berit Kallins* → Berit Kallin.

    "Marcus Lans" keeps its s: *Lan* is neither used nor a known surname.
    """
    text = " ".join(text.replace("\u00ad", "").split()).rstrip("’'´:")
    if not text.endswith("s") or len(text) < 4:
        return text
    bare = text[:-1].removesuffix(":")
    if bare in others:
        return bare
    last, known = text.split()[-1], bare.split()[-1]
    if last in surnames() or (" " not in text and last in given_names()):
        return text
    if known in surnames() or known in given_names():
        return bare
    if re.search(r"(son|berg|gren|ström|qvist|kvist|lund|dahl|man|ell|ing|blad|stedt|ski|ic|ić|ov|dottir|sen)$", known):
        return bare
    return text


def _group(names: Sequence[Name]) -> list[_Group]:
    """Gather mentions: full names by their words, then surnames and first names to the person they can mean."""
    texts = frozenset(" ".join(n.text.split()) for n in names)
    groups: list[_Group] = []
    by_name: dict[str, _Group] = {}
    singles: list[tuple[Name, str]] = []
    for name in names:
        bare = bare_name(name.text, texts)
        if " " not in bare or bare[0].islower():  # a surname with its particle: af Stråle
            singles.append((name, bare))
            continue
        group = by_name.get(bare) or _variant(bare, groups)
        if group is None:
            group = _Group(bare)
            groups.append(group)
        by_name[bare] = group
        group.mentions.append(name)
    for name, bare in singles:
        group = _owner_of_short(name, bare, groups) or by_name.get(bare)
        if group is None:
            group = _Group(bare)
            groups.append(group)
            by_name[bare] = group
        group.mentions.append(name)
    for group in groups:
        group.mentions.sort(key=lambda n: n.start)
    return sorted(groups, key=lambda g: g.mentions[0].start)


def _variant(name: str, groups: Sequence[_Group]) -> _Group | None:
    """The same person under a fuller or misspelt name: "Eva Skantze" is Eva Thulin Skantze, "Kalin" is Kallin."""
    parts = name.split()
    for group in groups:
        own = group.name.split()
        if own[0] != parts[0]:
            continue
        short, long = sorted((parts, own), key=len)
        if len(long) > len(short) and (short[-1] == long[-1] or _hyphen_tail(short[-1], long)):
            if parts is long or len(parts) > len(own):
                group.name = name
            return group
        if len(own) == len(parts) and own[:-1] == parts[:-1] and _near(own[-1], parts[-1]):
            return group
    return None


def _hyphen_tail(last: str, long: Sequence[str]) -> bool:
    return last in long[1:] or last.replace("-", " ") == " ".join(long[-2:])


def _near(a: str, b: str) -> bool:
    """One letter apart (changed, added or lost), in names of five letters or more."""
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]


def _owner_of_short(name: Name, bare: str, groups: Sequence[_Group]) -> _Group | None:
    """Return the person whom a surname or first name means: the only one who bears it, else the nearest before."""
    forms = {bare, bare.removesuffix("s")}
    bearers = [g for g in groups if g.name.endswith(" " + bare)] if " " in bare else []
    bearers = bearers or [
        g for g in groups if forms & set(g.name.split()[1:]) or forms & set(re.split(r"[ -]", g.name)[-1:])
    ]
    if not bearers:
        bearers = [g for g in groups if " " in g.name and g.name.split()[0] in forms]
    if len(bearers) <= 1:
        return bearers[0] if bearers else None
    before = [g for g in bearers if g.mentions and g.mentions[0].start < name.start]
    return max(before or bearers, key=lambda g: max((m.start for m in g.mentions if m.start < name.start), default=-1))


def _titled_at_once(text: str) -> bool:
    """A title within the first three words: "sjukvårdspolitisk talesperson för …"."""
    return any(indefinite(word.strip(",.")) is not None for word in text.split()[:2])


#: Titles that somebody has at a body: heads, officers, staff, coaches; not ministers, scholars, mayors.
_BOUND = re.compile(
    r"(chef|ordförande|vd|direktör|rektor|tränare|samordnare|ledare|ansvarig|sekreterare|sköterska|läkare|lärare|"
    r"målvakt|kassör|talesperson|strateg|handläggare|koordinator|kommunikatör|intendent|föreståndare|inspektör|ombud|"
    r"kurator|pedagog|grundare|ägare|styrman|kapten|vaktmästare|receptionist|administratör|utredare|specialist|analytiker|"
    r"manager|officer|befäl|skötare|terapeut|assistent|kantor|kyrkoherde|präst|konsult|ingenjör|tekniker)\b"
)
#: Definite nouns to the kinds of body that they can stand for.
_KINDS_OF_NOUNS: dict[str, tuple[str, ...]] = {
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
    **dict.fromkeys(("myndigheten", "verket"), ("authority",)),
    **dict.fromkeys(("styrelsen",), ("company", "association", "team")),
    **dict.fromkeys(("partiet",), ("party",)),
    **dict.fromkeys(("länsstyrelsen",), ("county_board",)),
    **dict.fromkeys(
        ("nämnden", "kommissionen", "laboratoriet", "kåren", "museet", "stiftelsen", "nätverket", "rådet"),
        (),
    ),
    **dict.fromkeys(("avdelningen", "kyrkan", "församlingen", "orkestern", "teatern", "biblioteket", "byrån"), ()),
}


@cache
def _homes() -> dict[str, tuple[str, ...]]:
    """Return titles to the kinds of body that they are at home in."""
    return {title: tuple(kinds.split()) for title, kinds in read_table("models", "lexicons", "title_bodies.tsv")}


def _home_of(title: str) -> tuple[str, ...]:
    """Return the kinds of body that a title is at home in, by its longest listed ending: *rektor* a school."""
    head = re.split(r" (?:för|i|på|vid|och|inom|av) ", title.lower())[0]
    homes = _homes()
    return next((homes[head[n:]] for n in range(len(head)) if head[n:] in homes), ())


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the match that ends at the end of the text and begins last but whole: the nearest title."""
    found = None
    for word in re.finditer(r"(?<![\w:-])[\w:-]+", text):
        if is_title(word.group()) or word.group().lower() == "till":
            found = pattern.match(text, word.start()) or found
    return found


class _RoleReader:
    """Reads what stands around a mention: title, apposition, party, age, body, and what part the person plays."""

    def __init__(self, article: Article, organisations: Sequence[Organisation]) -> None:
        self._article = article
        self._text = article.text
        self._tokens = [t for t in article.doc if t.text.strip()]
        self._starts = [t.idx for t in self._tokens]
        self._organisations = organisations
        self._person_starts = [n.start for n in article.names if n.label == "PER"]
        self._bodies = sorted((m.start, m.end, n) for n, o in enumerate(organisations) for m in o.mentions)
        self._body_starts = [b[0] for b in self._bodies]
        self._block_starts = [b.start for b in article.blocks]
        self._plural: tuple[int, Role] | None = None

    def read(self, group: _Group, mention: Name) -> None:
        """Add what this mention tells of the person."""
        block = self._block(mention.start)
        group.parts.append(self._part(mention, block))
        start = block.start if block else 0
        end = block.end if block else len(self._text)
        at = mention.end
        party = _PARTY.match(self._text, at)
        if party and party["party"].upper() in party_letters():
            group.party = party["party"].upper() if len(party["party"]) > 1 else party["party"]
            at = party.end()
        age = _AGE.match(self._text, at)
        if age and 0 < int(age["age"]) < 115:
            group.age = int(age["age"])
            at = age.end()
        roles = [*self._before(mention, start), *self._behind(group, mention, at, end, block)]
        if group.organisation is None:
            group.organisation = self._contact_of(mention)
        if not roles and group.organisation is None:
            group.organisation = self._body_at_end(mention.start)  # Vårdfackets Roza Ek
        if not roles:
            roles = list(self._told_next(mention.end))
        group.roles += roles

    def _contact_of(self, mention: Name) -> int | None:
        """``Kontakt Bergfast: Bo Ek``, ``Kontakt Bergfast:`` and the name on the next line."""
        n = bisect_left(self._body_starts, mention.start) - 1
        if n < 0:
            return None
        start, end, index = self._bodies[n]
        between = self._text[end : mention.start] if mention.start - end < 6 else "-"
        lead = self._text[max(0, start - 24) : start].rpartition("\n")[2].strip().lower()
        return (
            index
            if re.fullmatch(r":\s*", between) and re.fullmatch(r"(?:press)?kontakt(?:person)?(?: på| hos)?", lead)
            else None
        )

    def body_by_context(self, group: _Group) -> int | None:
        """``Ekens förskola stänger. Rektorn Bo Ek beklagar.``: a title that only a body gives, and one body to give it.

        A title that is at home in one kind of body takes the last of that kind; another takes the article's only body, if
        that is named more than once; ministers, politicians and witnesses carry no body of the page's.
        """
        bound = [role for role in group.roles if _BOUND.search(role.normalised.lower())]
        homes = [(role, _home_of(role.normalised)) for role in group.roles]
        at_home = next(((role, kinds) for role, kinds in homes if kinds), None)
        if group.party is not None or (at_home is None and not bound):
            return None
        role = at_home[0] if at_home else bound[0]
        if self._owning_noun(role.start) in _KINDS_OF_NOUNS:
            return None  # "avdelningens ordförande": said, but not of a body that is known
        if at_home is not None:
            return self._nearest(at_home[1], role.start)
        every = {n for n, o in enumerate(self._organisations) if o.kind not in ("media", "party", "international")}
        if len(every) != 1:
            return None
        only = every.pop()
        return only if len(self._organisations[only].mentions) > 1 else None

    def _nearest(self, kinds: Sequence[str], at: int) -> int | None:
        """Return the body of these kinds that is named last before, else the only one that is named after."""
        words = tuple(kind[1:] for kind in kinds if kind.startswith("="))
        fitting = [
            (start, n)
            for start, _, n in self._bodies
            if self._organisations[n].kind in kinds or any(w in self._organisations[n].name.lower() for w in words)
        ]
        if not fitting and "company" in kinds:
            fitting = [(start, n) for start, _, n in self._bodies if self._organisations[n].kind == "other"]
        before = [n for start, n in fitting if start < at]
        if before:
            return before[-1]
        after = {n for _, n in fitting}
        return after.pop() if len(after) == 1 else None

    def _told_next(self, at: int) -> Iterator[Role]:
        """``Orden är Iréne Eks. Hon är ⟦ordförande⟧ i hembygdsföreningen``: the next sentence tells."""
        match = _TOLD_NEXT.match(self._text, at, min(len(self._text), at + 320))
        if match is None:
            return
        found = title_in(match["rest"])
        if found is not None:
            begin = match.start("rest")
            a, b = begin + found[0], begin + found[1]
            yield self._role(a, b, self._body_within(a, match.end("rest")), self._tail(b, match.end("rest")))

    def _block(self, at: int) -> Block | None:
        n = bisect_left(self._block_starts, at + 1) - 1
        return self._article.blocks[n] if n >= 0 else None

    def _part(self, mention: Name, block: Block | None) -> PersonPart:
        if block is None:
            return "story"
        line = self._text[max(block.start, mention.start - 90) : mention.start]
        if mention.via == "credit" or _CREDIT.search(line):
            lead = line.rpartition("\n")[2].lower()
            return "credit" if re.search(r"foto|bild|illustration", lead) and "text" not in lead else "byline"
        if block.kind == "byline" or (
            block.kind != "contact" and mention.start - block.start < 40 and _BYLINE.match(line)
        ):
            return "byline"
        return "contact" if block.kind == "contact" else "story"

    # -- before the name

    def _before(self, mention: Name, start: int) -> Iterator[Role]:
        """``kommunalrådet Åsa Öberg``, ``Region Värmlands projektledare Bo Ek``."""
        i = bisect_left(self._starts, mention.start)
        line = max(start, self._text.rfind("\n", start, mention.start) + 1)
        first = i
        while first > 0 and self._starts[first - 1] >= line and i - first < 8:
            first -= 1
        before = self._tokens[first:i]
        n = title_before([t.text.lstrip("/") for t in before], [t.pos_ for t in before])
        if n == 0:
            yield from (
                next(
                    (found for how in self._ways_before(before, line, mention) if (found := list(how))),
                    [],
                )
            )
            return
        token = before[-n]
        body = self._body_at_end(token.idx)
        if body is None and "-" in token.text:
            body = self._body_opening(token.idx)  # LO-ekonomen Bo Ek
        start = token.idx + len(token.text) - len(token.text.lstrip("/"))
        role = self._role(start, mention.start, body)
        if is_plural(role.text):
            self._plural = (mention.end, role)
        yield role

    def _ways_before(self, before: Sequence[Token], line: int, mention: Name) -> Iterator[Iterator[Role]]:
        yield self._shared(before, mention)
        yield self._parted(line, mention)
        yield self._presented(line, mention)
        yield self._headed(line, mention)

    def _presented(self, line: int, mention: Name) -> Iterator[Role]:
        """``Chefen heter Bo Ek``, ``Till ordförande valdes Bo Ek``, ``säger tränaren i Sjöviks OK, Bo Ek,``."""
        line = max(line, mention.start - 130)
        text = self._text[line : mention.start]
        for pattern in _PRESENTING:
            match = _last(pattern, text)
            if match is None:
                continue
            title, tail = match["title"], match["tail"] or ""
            if not self._determined(title, text[: match.start()]) and pattern is _PRESENTING[-1]:
                return
            begin = line + match.start("title")
            end = begin + len(title) + len(tail)
            if self._has_verb(begin + len(title), end):
                return
            yield self._role(
                begin, begin + len(title), self._body_around(begin, end), self._tail(begin + len(title), end)
            )
            return

    def _body_around(self, begin: int, end: int) -> int | None:
        within = self._body_within(begin, end - 2)
        return self._body_at_end(begin) if within is None else within

    @staticmethod
    def _determined(title: str, before: str) -> bool:
        """A certain one: *hundföraren*, *en hundförare*, *Bergfasts vd*; not "är rektor, ..."."""
        words = before.split()
        owned = bool(words) and (words[-1].lower() in _DETERMINERS or words[-1].endswith("s"))
        return (indefinite(title) or title).lower() != title.lower().rstrip(":") or owned

    def _headed(self, line: int, mention: Name) -> Iterator[Role]:
        """``Revisor:`` or ``Kontaktperson`` on a line of its own, the names below it."""
        if self._text[line : mention.start].strip("•*-– \u00a0") and not re.fullmatch(
            r"[^\n:]{2,40}:[ \u00a0]", self._text[line : mention.start]
        ):
            return
        at = line
        for _ in range(6):
            above = self._text[max(0, at - 120) : at].rstrip("\n")
            start = at - (len(self._text[max(0, at - 120) : at]) - above.rfind("\n") - 1) if "\n" in above else 0
            heading = above.rpartition("\n")[2].strip()
            match = _HEADING.fullmatch(heading)
            if match and (match["colon"] or heading.lower().startswith("kontaktperson")):
                title = match["title"]
                if is_title(title) or title.lower().startswith("kontaktperson"):
                    begin = self._text.index(title, start)
                    yield self._role(begin, begin + len(title), None)
                return
            k = bisect_left(self._person_starts, start)
            if len(heading) > 90 or k >= len(self._person_starts) or self._person_starts[k] >= at:
                return
            at = start

    def _shared(self, before: Sequence[Token], mention: Name) -> Iterator[Role]:
        """``enhetscheferna Moa Ek och ⟦Siv Lund⟧``: the plural title before the first name is the second's too."""
        if self._plural is None or not before or before[-1].text.lower() not in ("och", "samt", ","):
            return
        at, role = self._plural
        if 0 < mention.start - at < 40 and self._text[at : mention.start].count(".") == 0:
            self._plural = (mention.end, role)
            yield role

    def _parted(self, line: int, mention: Name) -> Iterator[Role]:
        """A title that a comma or a colon parts from the name: ``Bolagets vd, Bo Ek,`` and ``Pressansvarig: Bo Ek``."""
        line = max(line, mention.start - 110)
        match = _PARTED.search(self._text[line : mention.start])
        if match is None:
            return
        start = line + match.start("phrase")
        phrase = match["phrase"]
        if match["mark"] == "," and (
            self._text[start - 2 : start] == ", " or self._has_verb(start, line + match.end("phrase"))
        ):
            return
        found = title_in(phrase, last=True)
        if found is not None:
            at = start + found[0]
            yield self._role(
                at,
                start + found[1],
                self._body_around(at, line + match.end("phrase") + 2),
                self._tail(start + found[1], line + match.end("phrase")),
            )

    def _has_verb(self, start: int, end: int) -> bool:
        i = bisect_left(self._starts, start)
        tokens = self._tokens[i : bisect_left(self._starts, end)]
        return any("Fin" in t.morph.get("VerbForm", []) and not part_of_title(t.text) for t in tokens)

    def _body_at_end(self, at: int) -> int | None:
        """Return the body whose genitive stands just before: "Region Värmlands ⟦projektledare⟧"."""
        n = bisect_left(self._body_starts, at) - 1
        if n >= 0:
            _, end, index = self._bodies[n]
            if 0 <= at - end <= 1:
                return index
        return self._meant_by(self._owning_noun(at), at)

    def _body_opening(self, at: int) -> int | None:
        n = bisect_left(self._body_starts, at)
        return self._bodies[n][2] if n < len(self._bodies) and self._bodies[n][0] == at else None

    def _owning_noun(self, at: int) -> str:
        """Return the noun or pronoun whose genitive stands just before, in lower case: "bolagets vd", "dess ordförande"."""
        before = re.search(r"(\w+?)s?[ \u00a0](?:\w+[ae][ \u00a0])?$", self._text[max(0, at - 50) : at])
        return before[1].lower() if before else ""

    def _meant_by(self, noun: str, at: int) -> int | None:
        """Return the body, the last named before, that a definite noun means: *bolaget*, *nämnden*, *kårens*, *dess*.

        "Avgiftsverket … Verkets analytiker": a name that ends in the noun, else the only kind of body that it can mean.
        """
        kinds = _KINDS_OF_NOUNS.get(noun)
        if kinds is None and noun not in ("des", "dera", "dess", "deras"):
            return None
        n = bisect_left(self._body_starts, at)
        before = [index for _, end, index in reversed(self._bodies[max(0, n - 40) : n]) if end <= at]
        if kinds is None:
            return before[0] if before and self._text.count("\n", self._bodies[n - 1][1], at) == 0 else None
        stem = re.sub(r"(?:en|et|n|t)$", "", noun)
        for index in before:
            last = self._organisations[index].name.lower().split()[-1]
            if last.endswith((noun, stem)) and last != noun:
                return index
        fitting = list(dict.fromkeys(i for i in before if self._organisations[i].kind in kinds))
        if not fitting:
            every = [i for i, o in enumerate(self._organisations) if o.kind in kinds]
            return every[0] if len(every) == 1 else None
        sure = [i for i in fitting if self._organisations[i].kind != "other"]
        return (sure or fitting)[0]

    # -- behind the name

    def _behind(self, group: _Group, mention: Name, at: int, end: int, block: Block | None) -> Iterator[Role]:
        text = self._text
        if block is not None and (block.kind == "contact" or at == block.end):
            end = self._next_person(mention, self._area_end(block))
        else:
            newline = text.find("\n", at, end)
            end = newline if newline >= 0 else end
        end = min(end, at + _REACH)
        stretch = text[at:end]
        works = _WORKS_AT.match(stretch)
        if works is not None and (found := title_in(works["rest"])) is not None:
            a, b = at + works.start("rest") + found[0], at + works.start("rest") + found[1]
            yield self._role(
                a, b, self._body_within(at + works.start("body"), at + works.end("body")), self._tail(b, end)
            )
            return
        within = _WORKED_WITHIN.match(stretch)
        if within is not None and group.organisation is None:
            group.organisation = self._bodies_first(at + within.end())
        match = _APPOSED.match(stretch)
        if match is None:
            body = self._direct_body(at, end)
            group.organisation = group.organisation if body is None else body
            in_contact = block is not None and block.kind == "contact"
            first = r"\w" if in_contact else "[a-zåäö]"
            match = re.match(
                rf"[ \u00a0](?!(?:och|samt|men|eller|på|i|till)[ \u00a0])(?={first})", stretch
            )  # the comma is missing: "Bo Ek politisk talesperson"
            if match is None or not _titled_at_once(stretch[match.end() :]):
                return
        begin = at + match.end()
        stop = self._apposition_end(begin, end, block)
        found = title_in(text[begin:stop])
        if found is None:
            body = self._bodies_first(begin)
            if body is None and "(" in match.group() and ")" in stretch:
                body = self._body_within(begin, at + stretch.index(")") - 1)
            group.organisation = group.organisation if body is None else body
        if found is not None:
            a, b = begin + found[0], begin + found[1]
            tail_end = self._tail(b, stop)
            yield self._role(a, b, self._body_within(a, stop), tail_end)

    def _area_end(self, block: Block) -> int:
        """Return the end of a contact area: plain text has a block for each of its lines."""
        blocks = self._article.blocks
        n = bisect_left(self._block_starts, block.start)
        last = n
        while last + 1 < len(blocks) and last - n < 3 and blocks[last + 1].kind == block.kind == "contact":
            last += 1
        if last == n and last + 1 < len(blocks) and blocks[n + 1].end - blocks[n + 1].start < 90:
            last += 1  # a name on its own line, the title on the next
        return blocks[last].end

    def _next_person(self, mention: Name, end: int) -> int:
        k = bisect_left(self._person_starts, mention.end + 1)
        return min(end, self._person_starts[k]) if k < len(self._person_starts) else end

    def _apposition_end(self, begin: int, end: int, block: Block | None) -> int:
        """Return where an apposition ends: at a comma, a stop before a capital, a bracket, a finite verb, a name."""
        i = bisect_left(self._starts, begin)
        last = end
        for token in self._tokens[i : i + 25]:
            if token.idx >= end:
                break
            if token.text in (".", "!", "?", ";", ":", "”", '"', ")") or (
                token.pos_ in ("VERB", "AUX")
                and "Fin" in token.morph.get("VerbForm", [])
                and not part_of_title(token.text)
            ):
                last = token.idx
                break
            if token.text == "," and not self._comma_before_body(token.idx, end):
                last = token.idx
                break
        return last

    def _comma_before_body(self, at: int, end: int) -> bool:
        """``marknadschef, Alvsunds Energi``: a body right behind the comma belongs to the title."""
        n = bisect_left(self._body_starts, at)
        return n < len(self._bodies) and self._bodies[n][0] - at <= 2

    def _tail(self, b: int, stop: int) -> int:
        """Return how far the title goes on: "ordförande ⟦i tekniska nämnden⟧", up to a named body."""
        match = re.match(r"[ \u00a0](?:i|för|inom|med|av)[ \u00a0](?=[a-zåäö])[^,.\n(]{2,60}", self._text[b:stop])
        if match is None or _WHEN.match(match.group()):
            return b
        n = bisect_left(self._body_starts, b)
        while n < len(self._bodies) and self._text[self._bodies[n][0]].islower():
            n += 1  # "ordförande i kulturnämnden" is the title
        limit = self._bodies[n][0] if n < len(self._bodies) else stop
        end = min(b + match.end(), limit, stop)
        tail = re.sub(
            r"[ \u00a0]+(?:i|för|inom|med|på|vid|av|från|hos|till|och|samt|som)?[ \u00a0]*$", "", self._text[b:end]
        )
        return b + len(tail) if " " in tail.strip() else b

    def _body_within(self, a: int, stop: int) -> int | None:
        n = bisect_left(self._body_starts, a)
        if n < len(self._bodies) and self._bodies[n][0] < stop + 2:
            end, first = self._bodies[n][1:]
            joint = re.match(r"[ \u00a0](?:på|vid|inom|hos)[ \u00a0]", self._text[end : end + 8])
            if joint and self._organisations[first].kind == "other":  # Sjögruppen på Miljödepartementet
                second = self._bodies_first(end + joint.end())
                return first if second is None else second
            office = re.match(r"[ \u00a0](?:(?:i|på|inom)[ \u00a0])?(?=[A-ZÅÄÖ])", self._text[end : end + 8])
            if office and self._text[self._bodies[n][0]].islower():  # socialförvaltningen i Sjöviks kommun
                second = self._bodies_first(end + office.end())
                return first if second is None else second
            return first
        noun = re.search(r"\b(?:vid|på|i|för|hos)[ \u00a0](\w+)", self._text[a:stop])
        return self._meant_by(noun[1].lower(), a) if noun else None

    def _direct_body(self, at: int, end: int) -> int | None:
        """``Bo Ek på Suntarbetsliv``, ``Bo Ek från Alvsunds kommun``."""
        match = re.match(r"[ \u00a0](?:på|från|vid|hos|i)[ \u00a0]", self._text[at:end])
        if match is None:
            return None
        n = bisect_left(self._body_starts, at + match.end())
        if n < len(self._bodies) and self._bodies[n][0] == at + match.end():
            return self._bodies[n][2]
        ward = re.match(r"[a-zåäö-]+,?[ \u00a0](?:(?:på|vid|i)[ \u00a0])?", self._text[at + match.end() : end])
        return self._bodies_first(at + match.end() + ward.end()) if ward else None

    def _bodies_first(self, at: int) -> int | None:
        """Return the body that stands just here: ``Bo Ek, ⟦Alvsunds Energi⟧.``"""
        n = bisect_left(self._body_starts, at)
        return self._bodies[n][2] if n < len(self._bodies) and self._bodies[n][0] - at <= 1 else None

    def _role(self, start: int, end: int, body: int | None, tail_end: int | None = None) -> Role:
        stop = tail_end or end
        text = self._text[start:stop].rstrip(" \u00a0,")
        return Role(start, start + len(text), text, normalised(text), body)


__all__ = ["bare_name", "gather_people", "indefinite"]
