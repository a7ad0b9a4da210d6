"""Mentions of people gathered: which full names, surnames and first names are one person's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.article import Name, PersonPart, Role
from pipeline.stages.names.lists import given_names, rare_given_names, surnames
from pipeline.stages.names.spelling import as_in_addresses, fold, nicknames, sound
from pipeline.stages.roles.titles import is_title
from pipeline.word_sets import one_of, word_set

#: What tells father from son behind a name.
GENERATIONS = frozenset(
    ["junior", "senior", "jr", "sr", "jr.", "sr.", "j:r", "s:r", "d.ä.", "d.y.", "ä.", "y.", "yngre", "äldre"]
)
#: Characters at most between two names of one sentence.
_ONE_BREATH = 200
_QUOTES = "\"”“»«'’"
#: Letters of the longest surname that is looked at for a misspelling.
_LONGEST_SURNAME = 30


@dataclass
class Group:
    """A person in the making."""

    name: str
    mentions: list[Name] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    party: str | None = None
    age: int | None = None
    organisation: int | None = None
    parts: list[PersonPart] = field(default_factory=list)


def bare_name(text: str, others: frozenset[str] = frozenset()) -> str:
    """Return the name without genitive -s where the bare form is used or known: *Berit Kallins* → Berit Kallin.

    ``others`` are the other mentions and capital words: "i Fredrik Reinholts namn" is Reinholt where *Reinholt* stands
    elsewhere. "Marcus Lans" keeps its s: *Lan* is neither used nor a known surname.
    """
    text = " ".join(text.replace("\u00ad", "").split()).rstrip("’'´:")
    if text[:1] in _QUOTES:  # "Nisse" Blom
        nickname, _, rest = text.partition(" ")
        text = f"{nickname.strip(_QUOTES)} {rest}".strip()
    if not text.endswith("s") or text.endswith("ss") or len(text) < 4:
        return text  # a name in -s has no second one in the genitive: Siv ⟦Hess⟧
    bare = text[:-1].removesuffix(":")
    if bare in others or (" " in bare and bare.split()[-1] in others):
        return bare
    last, known = text.split()[-1], bare.split()[-1]
    if last in surnames() or (" " not in text and last in given_names()):
        return text
    if last in given_names() and known not in surnames():
        return text  # "Erik Elias"; *Elia* is a given name too
    if known in surnames() or known in given_names():
        return bare
    if re.search(r"(son|berg|gren|ström|qvist|kvist|lund|dahl|man|ell|ing|blad|stedt|ski|ic|ić|ov|dottir|sen)$", known):
        return bare
    return text


_BEHIND_GENITIVE = re.compile(r"[ \u00a0](?P<word>[a-zåäö]{2,30})[ \u00a0.,](?P<next>\S?)")


_CAPITALS = re.compile(r"(?<![\w-])[A-ZÅÄÖ][\w-]{2,30}(?![\w-])")
#: Surnames whose -s is their own: *Wagenius*, *Sibelius*.
_LATIN = re.compile(r"[a-zåäö]{2,}[^\Waeouyåäö\d]us$|ius$")


def _owns(text: str, name: Name) -> bool:
    """Tell the genitive of an unlisted surname by what it owns: "⟦Eva Lids⟧ företrädare Bo Ek", "⟦Eva Lids⟧ kansli"."""
    if not name.text.endswith("s") or name.text.split()[-1] in surnames() or _LATIN.search(name.text):
        return False
    match = _BEHIND_GENITIVE.match(text, name.end)
    if match is None:
        return False
    return match["word"] in word_set("what somebody has") or (is_title(match["word"]) and match["next"].isupper())


#: Where a name in -s owns nothing: an apposition, an age or the sentence's end follows.
_OWNS_NOTHING = re.compile(
    r",[ \u00a0](?:\d\d\b|(?:född|bosatt|uppvuxen|bördig|boende)\b|"
    r"(?:(?:tidigare|nuvarande|blivande|ny|vice|biträdande)[ \u00a0])?(?P<title>[a-zåäöA-ZÅÄÖ-]+))"
)
_STOPS = re.compile(r"[.,;!?]|[ \u00a0]?$", re.MULTILINE)
_SAID = re.compile(rf"(?<![\w-])(?:{one_of('cues before a name')})[ \u00a0](?:[a-zåäö-]+[ \u00a0]){{0,3}}$")
_ADDRESSED = re.compile(r"(?<=[\w.-][._-])(?P<last>[a-z-]{3,30})@")


def _is_nominative(word: str) -> bool:
    return is_title(word) and not word.endswith("s")


_PARTY_AND_NO_NOUN = re.compile(
    r"[ \u00a0]\([A-ZÅÄÖ]{1,3}\)(?:[,.;:]|$|[ \u00a0](?:är|var|har|hade|blir|blev|säger|sa|vill|ville|tycker|menar|anser|och|som|från)\b)"
)


#: Before these nothing is owned: "⟦Robert Molins⟧ om premiären: …".
_NO_NOUN = re.compile(
    r"[ \u00a0](?:(?:om|efter|inför|vid|på|från|hos|är|var|har|hade|blir|blev|fick|gick|ska|vill|kan|kommer|säger|sa|sade)[ \u00a0]|"
    r"på\.|[a-zåäö]{2,}ade[ \u00a0](?:när|på|i|över|att|inte|för|med|sig|till|av|efter|en|ett|den|det|de|han|hon|sin|sitt|sina|upp|ut|in|också|redan)\b)"
)


def surnames_in_s(names: Sequence[Name], text: str) -> frozenset[str]:
    """Return the surnames whose -s is their own, which a place in the text tells: no noun stands there to be owned.

    "säger Anna ⟦Wallins⟧.", "Eva ⟦Molins⟧, pressekreterare", "eva.⟦molins⟧@…"; not "Orden är Eva Wallins."
    """
    spelt = {match["last"] for match in _ADDRESSED.finditer(text.lower())} if "@" in text else set()
    full = {" ".join(name.text.split()) for name in names}
    found = set()
    for name in names:
        last = name.text.split()[-1]
        if not last.endswith("s") or " " not in name.text or name.text[:-1] in full:
            continue
        apposed = _OWNS_NOTHING.match(text, name.end)
        titled = apposed is not None and (apposed["title"] is None or _is_nominative(apposed["title"]))
        said = _STOPS.match(text, name.end) and (
            name.via == "credit" or _SAID.search(text, max(0, name.start - 70), name.start)
        )
        party = _PARTY_AND_NO_NOUN.match(text, name.end)  # "Anna Hermans (M) är"
        if titled or said or party or _NO_NOUN.match(text, name.end) or as_in_addresses(last) in spelt:
            found.add(last)
    return frozenset(found)


def group_mentions(names: Sequence[Name], text: str) -> list[Group]:
    """Gather mentions: full names by their words, then surnames and first names to the person they can mean.

    No sentence names one person in full in two ways: "Eva Berg tar plats, liksom Eva Berg Holm" are two.

    The time grows with the number of names: who can be meant is looked up by words, never by going through everybody.
    """
    texts = frozenset([*(" ".join(n.text.split()) for n in names), *_CAPITALS.findall(text)])
    full = _FullNames(text)
    whole: list[tuple[Name, Group]] = []
    singles: list[tuple[Name, str]] = []
    own = surnames_in_s(names, text)
    for name in names:
        bare = name.text if name.text.split()[-1] in own else bare_name(name.text, texts)
        if bare == name.text and " " in bare and bare.split()[-1] not in own and _owns(text, name):
            bare = bare[:-1]
        bare = in_small_letters(bare)
        if " " not in bare or bare[0].islower():  # a surname with its particle: af Stråle
            singles.append((name, bare))
        else:
            whole.append((name, full.owner(bare, name.start)))
    short = _ShortNames(full.groups)
    for spelt, bearer in full.by_name.items():
        short.spelt(spelt.split()[-1], bearer)
    groups = list(full.groups)
    starts = {name.start: group for name, group in whole}
    seen = 0
    for name, bare in sorted(singles, key=lambda single: single[0].start):
        while seen < len(whole) and whole[seen][0].start < name.start:
            short.mentioned(whole[seen][1])
            seen += 1
        group = _named_behind(text, name, starts) or short.owner(bare) or full.by_name.get(bare)
        if group is None:
            group = full.by_name[bare] = Group(_with_surname(bare, starts.get(name.end + len(_AND)), text, name.end))
            groups.append(group)
            short.add(group)
        group.mentions.append(name)
        short.mentioned(group)
    for name, group in whole:
        group.mentions.append(name)
    for group in groups:
        group.mentions.sort(key=lambda n: n.start)
    return sorted(groups, key=lambda g: g.mentions[0].start)


def in_small_letters(name: str) -> str:
    """Return a name in capitals as names are written: *Bo af Ek* for ``BO AF EK``; others as they are, and initials.

    >>> in_small_letters("ANNA-LENA VON EK"), in_small_letters("PG Ek"), in_small_letters("KG")
    ('Anna-Lena von Ek', 'PG Ek', 'KG')
    """
    if not name.isupper() or len(name) < _SHORTEST_IN_CAPITALS:
        return name
    return " ".join(word.lower() if word in _PARTICLES else word.title() for word in name.split())


_PARTICLES = frozenset(["AF", "VON", "DE", "VAN", "DER", "LA"])
#: Shorter ones are initials.
_SHORTEST_IN_CAPITALS = 4
#: What stands between a nickname in marks and the full name in brackets.
_IN_BRACKETS = re.compile(r"[”\"“»'’][ \u00a0]\(")


def _named_behind(text: str, name: Name, starts: dict[int, Group]) -> Group | None:
    """Return whose nickname in marks a name is: ”⟦Jojje⟧” (Johan Almered)."""
    match = _IN_BRACKETS.match(text, name.end)
    return None if match is None else starts.get(match.end())


_AND = " och "


def _with_surname(given: str, partner: Group | None, text: str, end: int) -> str:
    """Return a given name with the surname that is written once for two: ⟦Sixten⟧ och Marianne Rehnsjö."""
    if partner is None or given not in given_names() or text[end : end + len(_AND)].replace("\u00a0", " ") != _AND:
        return given
    first, *_, last = partner.name.split()
    return f"{given} {last}" if first in given_names() else given


class _FullNames:
    """Full names to people, with fuller, shorter and misspelt forms of a name: *Eva Skantze* is Eva Thulin Skantze."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.groups: list[Group] = []
        self.by_name: dict[str, Group] = {}
        self._index: dict[tuple[str, ...], dict[int, Group]] = {}
        self._latest: dict[int, int] = {}
        self._longest = 0

    def owner(self, name: str, at: int) -> Group:
        """Return the person who bears the name that stands at a place of the text, a new one where nobody did."""
        group = self.by_name.get(name) or self._variant(name, at)
        if group is None:
            group = Group(name)
            self.groups.append(group)
            self._enter(group)
        self.by_name[name] = group
        self._latest[id(group)] = at
        return group

    def _variant(self, name: str, at: int) -> Group | None:
        parts = name.split()
        if parts[-1].lower() in GENERATIONS:
            return None  # Bo Ek junior is not Bo Ek
        others = (
            *self._longer(parts),
            *self._shorter(parts),
            *_surnames_of(parts),
            *([("alone", *parts[1:])] if parts[0] in given_names() else []),
            *_spellings(parts),
            *_everyday(parts),
            *_without_marks(parts),
            *_given_spellings(parts),
        )
        for key in others:
            for group in self._index.get(key, {}).values():
                if key[0] == "heard" and not _one_is_everyday(group.name.split()[0], parts[0]):
                    continue
                if key[0] == "slip" and not _is_slip(group.name.split()[0], parts[0]):
                    continue
                if key[0] == "near" and not _near(group.name.split()[-1], parts[-1]):
                    continue
                if self._in_one_sentence(self._latest[id(group)], at):
                    continue
                if len(parts) > len(group.name.split()):
                    self._leave(group)
                    group.name = name
                    self._enter(group)
                return group
        return None

    def _in_one_sentence(self, earlier: int, at: int) -> bool:
        between = self._text[earlier:at] if at - earlier < _ONE_BREATH else "."
        return not re.search(r"[.!?:\n]", between)

    def _longer(self, parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """Yield the keys of names that this one is short for: its last word stands in them, or is two of theirs."""
        for length in range(len(parts) + 1, self._longest + 1):
            yield "word", parts[0], parts[-1], str(length)
            yield "pair", parts[0], parts[-1].replace("-", " "), str(length)

    @staticmethod
    def _shorter(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
        """Yield the keys of names that are short for this one."""
        yield from (("last", nick, parts[-1], "2") for nick in nicknames_in(parts))
        for length in range(2, len(parts)):
            for word in (*parts[1:], "-".join(parts[-2:])):
                yield "last", parts[0], word, str(length)

    def _keys(self, group: Group) -> list[tuple[str, ...]]:
        parts = group.name.split()
        if parts[-1].lower() in GENERATIONS:
            return []
        length = str(len(parts))
        self._longest = max(self._longest, len(parts))
        return [
            ("last", parts[0], parts[-1], length),
            ("pair", parts[0], " ".join(parts[-2:]), length),
            *(("word", parts[0], word, length) for word in parts[1:]),
            *(("word", nick, parts[-1], length) for nick in nicknames_in(parts)),
            *(("surnames", *parts[n:]) for n in range(1, len(parts) - 1)),
            *([] if parts[0] in given_names() else [("alone", *parts)]),
            *_spellings(parts),
            *_everyday(parts),
            *_without_marks(parts),
            *_given_spellings(parts),
        ]

    def _enter(self, group: Group) -> None:
        for key in self._keys(group):
            self._index.setdefault(key, {})[id(group)] = group

    def _leave(self, group: Group) -> None:
        for key in self._keys(group):
            self._index.get(key, {}).pop(id(group), None)


def nicknames_in(parts: Sequence[str]) -> list[str]:
    """Return the everyday names in quotes: *Stig ”Stickan” Palm*."""
    return [part.strip(_QUOTES) for part in parts[1:-1] if part[0] in _QUOTES]


def _surnames_of(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield the key of names that end so: *Reyes Lindh* is Camilo Reyes Lindh; *Eva Lindh* is not Anna Eva Lindh."""
    if parts[0] not in given_names():
        yield "surnames", *parts


def _everyday(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield what *Lasse Ek* and *Lars Ek* have in common."""
    if len(parts) == 2:
        yield "heard", sound(fold(parts[0])), parts[1]


def _without_marks(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield what *Stig ”Stickan” Palm* and *Stig "Stickan" Palm* have in common."""
    if nicknames_in(parts):
        yield "marked", *(part.strip(_QUOTES) for part in parts)


#: Shorter given names are one letter from many others.
_SHORTEST_GIVEN = 7


def _given_spellings(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield what a given name with a slip in it has in common with the right one: *Chrisoffer Ek*, *Christoffer Ek*."""
    if len(parts) == 2 and len(parts[0]) >= _SHORTEST_GIVEN:
        yield "slip", parts[0][:2], parts[1]


def _is_slip(one: str, other: str) -> bool:
    """Tell whether two given names are one letter apart, and just one of them is a name."""
    real = [name in given_names() or name in rare_given_names() for name in (one, other)]
    return real[0] != real[1] and _near(one, other)


def _one_is_everyday(one: str, other: str) -> bool:
    """Tell whether just one of two given names is an everyday form, of the other: *Lasse* and *Lars*."""
    return (fold(one) in nicknames()) != (fold(other) in nicknames())


def _spellings(parts: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield what a misspelt surname has in common with the right one: each of them without one of its letters."""
    last = parts[-1]
    if 5 <= len(last) <= _LONGEST_SURNAME:
        yield "near", *parts[:-1], last
        yield from (("near", *parts[:-1], last[:n] + last[n + 1 :]) for n in range(len(last)))


class _ShortNames:
    """Surnames and first names to the people they can mean: the only one who bears it, else the nearest before."""

    def __init__(self, groups: Iterable[Group]) -> None:
        self._bearers: dict[tuple[str, str], dict[int, Group]] = {}
        self._latest: dict[tuple[str, str], tuple[int, Group]] = {}
        self._clock = 0
        for group in groups:
            self.add(group)

    def add(self, group: Group) -> None:
        """Enter a person under surname, first name, and surname with its particle."""
        for key in self._keys(group):
            self._bearers.setdefault(key, {})[id(group)] = group

    def spelt(self, surname: str, group: Group) -> None:
        """Enter a surname that the text spells so in a full name: *Karl Petterson* is *Petersson* as well; not where it is another's."""
        self._bearers.setdefault(("surname", surname), {id(group): group})

    def mentioned(self, group: Group) -> None:
        """Note that the text has come to a mention of the person."""
        self._clock += 1
        for key in self._keys(group):
            self._latest[key] = (self._clock, group)

    @staticmethod
    def _keys(group: Group) -> Iterator[tuple[str, str]]:
        words = group.name.split()
        yield from {("surname", word) for word in (*words[1:], re.split(r"[ -]", group.name)[-1])}
        if len(words) > 1:
            yield "first", words[0]
            yield from (("first", nick) for nick in nicknames_in(words))
            yield "heard", sound(fold(words[0]))
            yield from (("tail", " ".join(words[n:])) for n in range(1, len(words)))

    def owner(self, bare: str) -> Group | None:
        """Return whom a single name means at this place of the text; None where nobody bears it."""
        forms = (bare, bare.removesuffix("s"))
        return (
            self._one([("tail", bare)] if " " in bare else [])
            or self._one([("surname", form) for form in forms])
            or self._one([("first", form) for form in forms])
            or self._by_nickname(forms)
        )

    def _by_nickname(self, forms: Sequence[str]) -> Group | None:
        """Return the only person whose given name has the everyday form: *Lasse* is Lars Ek, *Micke* Michael Ek."""
        for form in forms:
            if fold(form) in nicknames():
                bearers = self._bearers.get(("heard", sound(fold(form))), {})
                return next(iter(bearers.values())) if len(bearers) == 1 else None
        return None

    def _one(self, keys: Sequence[tuple[str, str]]) -> Group | None:
        latest = [self._latest[key] for key in keys if key in self._latest]
        if latest:
            return max(latest, key=lambda at: at[0])[1]
        return next((group for key in keys for group in self._bearers.get(key, {}).values()), None)


def _near(a: str, b: str) -> bool:
    """One letter apart (changed, added or lost), in names of five letters or more."""
    if min(len(a), len(b)) < 5 or abs(len(a) - len(b)) > 1:
        return False
    i = 0
    while i < min(len(a), len(b)) and a[i] == b[i]:
        i += 1
    return a[i + 1 :] == b[i + 1 :] or a[i:] == b[i + 1 :] or a[i + 1 :] == b[i:]
