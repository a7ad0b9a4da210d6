"""What stands around a mention: the page's text, words, lines and bodies by their places."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, overload

from pipeline.article import Article, Block, Name, Organisation, Role
from pipeline.stages.language.texts import texts_of
from pipeline.stages.names.lists import places
from pipeline.stages.roles.titles import normalised, part_of_title
from pipeline.word_sets import one_of, word_set

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: What is said behind a title of its time or its grounds, not of its field.
_NO_FIELD = re.compile(
    r"[ \u00a0](?:(?:(?:tel|tfn|telefon|mobil)\b[.:]?[ \u00a0]?)?(?:\+?\d[\d \u00a0()/-]{6}|[\w.-]+@)|"
    r"(?:med stöd av|under (?:ett|en|de|förra)|sedan|i [\w-]+ år|på den tiden|som (?:nu|också|även|inte|äntligen|just|nyligen|länge|själv|har|hade|är|var|ska|kan|vill|får|fick|blir|blev|gör|ser|lett|leder))\b)"
)
#: Words that follow *och* where the title is over, mostly by their part of speech.
_NOT_OF_TITLES = frozenset(["VERB", "AUX", "PRON", "ADV", "själv"])
#: Words that no list of fields has, by their part of speech.
_NOT_OF_FIELDS = frozenset(["VERB", "AUX", "PRON", "DET", "ADV", "PROPN"])
#: Characters of a title's fields at most.
_FIELD_REACH = 140
#: What presents the body whose name follows.
_PRESENTING = tuple(word_set("nouns that present a body"))
_WHEN = re.compile(
    rf"[ \u00a0]i[ \u00a0](?:vår|höst|vinter|sommar|dag|år|går|morgon|helgen|veckan|(?:fj|som|vår|vintr|höst)(?:ol|ras|as)|(?:mån|tis|ons|tors|fre|lör|sön)dags|{one_of('months')})\b"
    r"|[ \u00a0]för[ \u00a0](?:[a-zåäö0-9]+[ \u00a0]){1,3}sedan\b"
)
#: A field that goes on as a list: "inom specialmedicin⟦, hud och reumatologi⟧", "för Asien⟦, Afrika och Europa⟧".
_ITEM = r"(?:[a-zåäö]+(?:sk|lig|ig|iv|ell)a?[ \u00a0])?(?!(?:på|i|vid|hos|inom|för)[ \u00a0])[a-zåäö]{2,}-?"
_FIELDS = re.compile(
    rf"(?:,[ \u00a0]{_ITEM}){{1,4}}[ \u00a0](?:och|samt)[ \u00a0]{_ITEM}(?=[ \u00a0]?(?:[.,;:!?)\n]|$)|[ \u00a0](?:på|vid|hos|inom|i)[ \u00a0])"
)
_AREAS = re.compile(
    r"(?:,[ \u00a0][A-ZÅÄÖ][\w-]+){1,4}[ \u00a0](?:och|samt)[ \u00a0][A-ZÅÄÖ][\w-]+(?=[ \u00a0]?[.,;!?)\n]|$)"
)


#: Before the body that somebody was at: "kommer närmast från ⟦Norrhamns universitet⟧", "har tidigare varit chef på ⟦Bergfast⟧".
_CAME_FROM = re.compile(
    r"(?<!\w)(?:(?:kommer|kom|rekryteras|rekryterats|värvas|värvats|hämtas)[ \u00a0](?:närmast|senast|tidigare)?[ \u00a0]?från"
    r"(?:[ \u00a0](?:en|ett|tjänsten|rollen|jobbet)[ \u00a0][^.,\n]{1,50}[ \u00a0](?:på|vid|hos|inom))?|"
    r"(?:har|hade)[ \u00a0](?:tidigare|dessförinnan|bland annat|senast|även|också)[ \u00a0](?:[a-zåäö]+[ \u00a0]){1,6}(?:på|vid|hos|inom|för|åt)|"
    r"med[ \u00a0](?:en[ \u00a0])?bakgrund[ \u00a0](?:[a-zåäö]+[ \u00a0]){0,4}(?:på|vid|hos|inom|från))[ \u00a0]\Z"
)
#: The same in news of who gets a post, and what tells it: "är i dag divisionschef på ⟦Bergfast⟧".
_LEAVES = re.compile(
    r"(?<!\w)(?:är|arbetar|jobbar)[ \u00a0](?:i[ \u00a0]dag|idag|för närvarande|just nu)[ \u00a0](?:som[ \u00a0])?"
    r"(?:[a-zåäö-]+[ \u00a0]){0,6}(?:på|vid|hos|inom|för|åt|i)[ \u00a0]\Z"
)
_GETS_POST = re.compile(r"(?<!\w)(?:tillträder|efterträder|tar över efter|utsetts?|utses)(?!\w)")
#: Between the bodies of a row: "på Bergfast⟦, ⟧Nordvind⟦ och ⟧Alvkraft".
_ROW = re.compile(r"(?:,|[ \u00a0](?:och|samt))[ \u00a0]")


class Tokens(Sequence["Token"]):
    """The words of a document without its white space; a token is made when it is asked for."""

    def __init__(self, doc: Doc, places: Sequence[int]) -> None:
        self._doc = doc
        self._places = places

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Token: ...

    @overload
    def __getitem__(self, index: slice) -> list[Token]: ...

    def __getitem__(self, index: int | slice) -> Token | list[Token]:
        """Return a word, or a list of words."""
        if isinstance(index, slice):
            return [self._doc[place] for place in self._places[index]]
        return self._doc[self._places[index]]


#: Tags of the words that say where somebody has a title.
_OF_PLACES = frozenset(["NOUN", "PROPN", "X", "ADJ", "ADP", "CCONJ", "NUM", "SPACE"])


#: Where the next of somebody's posts, or a clause of its own, begins.
_OTHER_TIME = re.compile(r"[ \u00a0]och[ \u00a0](?:i[ \u00a0]dag|nu|numera|tidigare|enligt)\b")


class Surroundings:
    """One article's text with its words, people and bodies by place; what every reader of roles asks."""

    def __init__(self, article: Article, organisations: Sequence[Organisation]) -> None:
        self.article = article
        self.text = article.text
        spelt = texts_of(article.doc)
        idx = article.doc.to_array("IDX").tolist()
        places_of_words = [place for place, text in enumerate(spelt) if text.strip()]
        self.tokens = Tokens(article.doc, places_of_words)
        self.starts = [idx[place] for place in places_of_words]
        self.organisations = organisations
        self.places = {n.text for n in article.names if n.label == "LOC"} | places()
        self.person_starts = [n.start for n in article.names if n.label == "PER"]
        self.person_ends = [n.end for n in article.names if n.label == "PER"]
        self.bodies = sorted((m.start, m.end, n) for n, o in enumerate(organisations) for m in o.mentions)
        self.body_starts = [b[0] for b in self.bodies]
        self.bodies_of_now = list(self._of_now())
        self.block_starts = [b.start for b in article.blocks]

    def _of_now(self) -> Iterator[tuple[int, int, int]]:
        """Yield the bodies but those where somebody was before: ``Hon har tidigare haft poster inom ⟦Alvvind⟧ och ⟦Bergfast⟧.``"""
        left = -1
        patterns = [_CAME_FROM, _LEAVES] if _GETS_POST.search(self.text) else [_CAME_FROM]
        for start, end, body in self.bodies:
            was_there = any(pattern.search(self.text, max(0, start - 80), start) for pattern in patterns)
            if was_there or (left >= 0 and _ROW.fullmatch(self.text, left, start)):
                left = end
            else:
                left = -1
                yield start, end, body

    def block(self, at: int) -> Block | None:
        """Return the block that a place stands in; None before the first."""
        n = bisect_left(self.block_starts, at + 1) - 1
        return self.article.blocks[n] if n >= 0 else None

    def paragraphs_to(self, at: int) -> Iterator[tuple[int, int]]:
        """Yield the stretch of the paragraph before a place, then that of the paragraph before it."""
        n = bisect_left(self.block_starts, at + 1) - 1
        if n >= 0:
            yield self.block_starts[n], at
        if n >= 1:
            yield self.block_starts[n - 1], self.block_starts[n]

    def next_person(self, mention: Name, end: int) -> int:
        """Return where the next person is named, or ``end`` where none is before it."""
        k = bisect_left(self.person_starts, mention.end + 1)
        return min(end, self.person_starts[k]) if k < len(self.person_starts) else end

    def followed_by(self, body: int, at: int, words: str) -> bool:
        """Tell whether a body's mention that begins at or just behind a place is followed by these words and a capital."""
        n = bisect_left(self.body_starts, at)
        if n == len(self.bodies) or self.bodies[n][2] != body:
            return False
        end = self.bodies[n][1]
        return self.text.startswith(words, end) and self.text[end + len(words) : end + len(words) + 1].isupper()

    def names_people(self, start: int, end: int) -> bool:
        """Tell whether anybody is named between two places."""
        k = bisect_left(self.person_starts, start)
        return k < len(self.person_starts) and self.person_starts[k] < end

    def has_verb(self, start: int, end: int) -> bool:
        """Tell whether a finite verb stands between two places; words that titles hold are none."""
        i = bisect_left(self.starts, start)
        tokens = self.tokens[i : bisect_left(self.starts, end)]
        return any("Fin" in t.morph.get("VerbForm", []) and not part_of_title(t.text) for t in tokens)

    def is_place(self, start: int, end: int) -> bool:
        """Tell whether nothing but nouns and what belongs to them stands between two places: " för kommunens parker"."""
        i = bisect_left(self.starts, start)
        tokens = self.tokens[i : bisect_left(self.starts, end)]
        return all(t.pos_ in _OF_PLACES for t in tokens) and bool(tokens) and tokens[-1].pos_ in ("NOUN", "PROPN", "X")

    def tail(self, b: int, stop: int) -> int:
        """Return how far the title goes on: "ordförande ⟦i tekniska nämnden⟧", up to a named body."""
        match = re.match(r"[ \u00a0](?:i|för|inom|med|av)[ \u00a0](?=[a-zåäö])[^,.\n(]{2,60}", self.text[b:stop])
        if match is None or _WHEN.match(match.group()):
            return b
        whole = self._whole_words(b, b + match.end())
        n = bisect_left(self.body_starts, b)
        while n < len(self.bodies) and self.text[slice(*self.bodies[n][:2])].islower():
            n += 1  # "ordförande i kulturnämnden" is the title
        limit = self.bodies[n][0] if n < len(self.bodies) else stop
        end = self._next_clause(b, min(whole, limit, stop))
        if end == b + match.end():
            body = self.bodies[n][0] if n < len(self.bodies) else len(self.text)
            fields = self._fields_end(end, min(b + _FIELD_REACH, body))
            if fields > end:
                return fields
        tail = re.sub(
            r"[ \u00a0]+(?:i|för|inom|med|på|vid|av|från|hos|till|och|samt|som)?[ \u00a0]*$", "", self.text[b:end]
        )
        named = n < len(self.bodies) and end == self.bodies[n][0]
        if named and tail.lower().endswith(_PRESENTING):
            tail = re.sub(
                r"[ \u00a0]+(?:i|för|på|vid|av|från|hos|till)[ \u00a0]\w+$", "", tail
            )  # för besöksmålet ⟦Solen⟧
        return b + len(tail) if " " in tail.strip() else b

    def _whole_words(self, b: int, end: int) -> int:
        """Return where a title ends at the latest: behind a whole word, and before "och i dag …", "och enligt …"."""
        if self.text[end - 1].isalnum() and self.text[end : end + 1].isalnum():
            end = max(b, self.text.rfind(" ", b, end))
        other = _OTHER_TIME.search(self.text, b, end)
        return end if other is None else other.start()

    def _fields_end(self, at: int, limit: int) -> int:
        """Return where the list of fields ends that goes on behind a title's first, at its comma; the comma where none does."""
        fields = _FIELDS.match(self.text, at, limit)
        if fields is not None:
            first = bisect_left(self.starts, at) - 1
            words = [*self.tokens[first + 1 : bisect_left(self.starts, fields.end())], self.tokens[first]]
            if not any(
                "Def" in t.morph.get("Definite", []) or t.pos_ in _NOT_OF_FIELDS or part_of_title(t.text) for t in words
            ):
                return fields.end()
        areas = _AREAS.match(self.text, at, limit)
        if areas is not None and all(w in self.places for w in re.findall(r"[A-ZÅÄÖ][\w-]+", areas.group())):
            return areas.end()
        return at

    def _next_clause(self, start: int, end: int) -> int:
        """Return where something else than the title's own words begins: "chef i ett år", "vd i väst ⟦och har …⟧"."""
        if cut := _NO_FIELD.search(self.text, start, end):
            end = cut.start()
        for joint in re.finditer(r"[ \u00a0](?:och|samt)[ \u00a0]", self.text[start:end]):
            at = start + joint.end()
            token = self.tokens[bisect_left(self.starts, at)] if at < end else None
            if token is not None and ({token.pos_, token.text} & _NOT_OF_TITLES or token.text[:1].isupper()):
                return start + joint.start()
        return end

    def role(self, start: int, end: int, body: int | None, tail_end: int | None = None) -> Role:
        """Return the title from ``start`` to ``tail_end`` (or ``end``), tied to a body."""
        stop = tail_end or end
        text = self.text[start:stop].rstrip(" \u00a0,")
        return Role(start, start + len(text), text, normalised(text), body)
