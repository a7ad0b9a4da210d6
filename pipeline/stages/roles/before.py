"""Titles before a name: *kommunalrådet* Åsa Öberg, *Bolagets vd*, Bo Ek, "Chefen heter Bo Ek"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.article import Name, Role
from pipeline.stages.names.lists import party_members
from pipeline.stages.roles.employers import Employers
from pipeline.stages.roles.surroundings import Surroundings
from pipeline.stages.roles.title_lines import TitleLines
from pipeline.stages.roles.titles import (
    english_title_before,
    indefinite,
    is_plural,
    is_rank,
    is_title,
    title_before,
    title_in,
)
from pipeline.word_sets import word_set

if TYPE_CHECKING:
    from spacy.tokens import Token

#: "säger chefen för kommunens gatuavdelning ⟦Bo Ek⟧", "Tillväxtverkets koordinator för landsbygd ⟦Bo Ek⟧".
_AT_PLACE = re.compile(
    r"(?P<title>[\w:-]+(?:n|t|na)|(?<=\ws[ \u00a0])[a-zåäö:-]+)(?P<tail>[ \u00a0](?:i|på|vid|för|hos|inom)[ \u00a0](?:[\w-]+[ \u00a0]){0,5}[\w-]+)[ \u00a0]$"
)
#: "Till ordförande valdes ⟦Bo Ek⟧", "Som ny ledamot invaldes ⟦Bo Ek⟧".
_ELECTED = re.compile(
    r"(?:[Tt]ill|[Ss]om)[ \u00a0](?:ny[ae]?[ \u00a0])?(?P<rank>(?:(?:tillförordnad|tf\.?|t\.?f\.|biträdande|ställföreträdande|1:e|2:e|första|andre|"
    r"andra|vice)[ \u00a0]){1,3})?(?P<title>[\w-]+)(?P<tail>[ \u00a0](?:för|i|på)[ \u00a0][^,.!?:;\n]{2,50}?)?[ \u00a0]"
    r"(?:(?:om|ny|in)?(?:valdes|väljs)|utsågs|utses|utnämns|utnämndes|anställs|anställdes|förordnas|förordnades|har utsetts|har[ \u00a0](?:\w+[ \u00a0]){1,3}(?:utsett|valt|utnämnt)|"
    r"(?:utsåg|valde|utnämnde)(?:[ \u00a0]\w+){1,3})[ \u00a0]$"
)
#: "Till rektor har ⟦Bo Ek⟧ utsetts": the verb comes behind the name.
_AWAITED = re.compile(
    r"(?:[Tt]ill|[Ss]om)[ \u00a0](?:ny[ae]?[ \u00a0])?(?P<title>[\w-]+)(?P<tail>[ \u00a0](?:för|i|på)[ \u00a0][^,.!?:;\n]{2,50}?)?[ \u00a0]har[ \u00a0]$"
)
_ELECTED_BEHIND = re.compile(
    r"(?:[ \u00a0]\([A-ZÅÄÖ]{1,3}\))?[ \u00a0](?:utsetts|valts|omvalts|utnämnts|anställts|rekryterats|föreslagits)\b"
)
#: What presents the name that follows: "Chefen heter", "Till ordförande valdes", "Vd för Bergfast är", "tränaren i Sjöviks OK,".
_PRESENTING = (
    re.compile(r"(?P<title>[\w:-]+)(?P<tail>)(?:,?[ \u00a0]som)?[ \u00a0](?:heter|hette)[ \u00a0]$"),
    re.compile(
        r"(?P<title>[\w:-]+)(?P<tail>[ \u00a0](?:för|i|på|vid|hos)[ \u00a0][^,.!?:;\n]{2,50}?)?[ \u00a0]"
        r"(?:sedan[ \u00a0](?:\d{4}|årsskiftet|starten)[ \u00a0])?(?:blir|blev|heter|är|var)[ \u00a0](?:(?:då|nu|numera|i dag|idag|fortfarande|sedan dess)[ \u00a0])?$"
    ),
    # "Efter 22 år som kyrkoherde i Alvsunds församling säger ⟦Siv Lund⟧ upp sig"
    re.compile(
        r"(?<=[Ss]om[ \u00a0])(?P<title>[\w:-]+)(?P<tail>[ \u00a0](?:för|i|på|vid|hos)[ \u00a0][^,.!?:;\n]{2,50}?)?[ \u00a0]"
        r"(?:säger|slutar|slutade|lämnar|lämnade|går|gick|avgår|avgick|tar|tog|byter|bytte|kliver|klev)[ \u00a0]$"
    ),
    _ELECTED,
    _AWAITED,
    re.compile(
        r"(?P<title>\w*(?:minister|ministern|direktör|kommissionär))(?P<tail>[ \u00a0]för(?:[ \u00a0][a-zåäö-]+){1,4})[ \u00a0]$"
    ),
    re.compile(
        r"(?P<title>[\w-]+(?:n|t))(?P<tail>[ \u00a0](?:i|på|vid|för)[ \u00a0](?:[a-zåäö]+-[ \u00a0]och[ \u00a0])?[a-zåäö-]*"
        r"(?:nämnden|styrelsen|utskottet|fullmäktige|beredningen|kommittén|föreningen|förbundet|klubben|rådet))[ \u00a0]$"
    ),
    re.compile(
        r"(?P<title>[\w-]+(?:n|t))(?P<tail>[ \u00a0](?:i|på|vid|för)[ \u00a0][A-ZÅÄÖ][\w-]+(?:[ \u00a0](?:län|kommun|stad|region))?)[ \u00a0]$"
    ),
    # "säger Bergfasts affärsområdeschef Bioenergi, ⟦Bo Ek⟧"
    re.compile(
        r"(?P<title>[a-zåäö-]*(?:chef|direktör|ansvarig))(?P<tail>[ \u00a0][A-ZÅÄÖ][\w-]+(?:[ \u00a0](?:och|&)[ \u00a0][A-ZÅÄÖ][\w-]+)?),?[ \u00a0]$"
    ),
    re.compile(r"(?<=\ws[ \u00a0])(?P<title>[a-zåäö:-]+)(?P<tail>[ \u00a0](?:i|för)[ \u00a0][A-ZÅÄÖ][\w-]+)[ \u00a0]$"),
    _AT_PLACE,
    re.compile(
        r"(?P<title>[\w:-]+)(?P<tail>[ \u00a0](?:i|på|för|vid|hos|inom|av)[ \u00a0][^,.!?:;\n]{2,60})?(?:[ \u00a0]själv)?,[ \u00a0]$"
    ),
)
#: A board that no name tells: "⟦kommunstyrelsens⟧ ordförande Bo Ek".
_BOARD_BEFORE = re.compile(
    r"(?<![\w-])(?P<board>[a-zåäö-]*(?:nämndens|styrelsens|utskottets|fullmäktiges|beredningens|kommitténs))[ \u00a0]"
    r"(?:(?:nuvarande|tidigare|dåvarande|blivande)[ \u00a0])?\Z"
)
#: Letters of a title between it and the name: "ordförande ⟦(KSO)⟧ Bo Ek".
_LETTERS = re.compile(r"[ \u00a0]\([A-ZÅÄÖ]{2,5}\),?[ \u00a0]\Z")
#: The first of two titles, with its letters: "⟦Överbefälhavaren (ÖB) ⟧general Bo Ek".
_WITH_LETTERS = re.compile(r"(?<![\w-])(?P<title>[A-ZÅÄÖa-zåäö-]{4,}(?:n|t))[ \u00a0]\([A-ZÅÄÖ]{2,4}\),?[ \u00a0]\Z")
#: Between a title in the plural and the first of its names.
_OF_MANY = re.compile(
    r"[ \u00a0]?:[ \u00a0]*|[ \u00a0](?:är|var|blir|blev|valdes|omvaldes|nyvaldes|utsågs|utses|väljs)[ \u00a0]"
)
#: Between a name and its title, and the letters that fit there: "Bo Ek⟦ (M), kommunstyrelsens ⟧ordförande".
_APPOSED = re.compile(r"(?:[ \u00a0]\([A-Za-zÅÄÖåäö]{1,4}\))?,[ \u00a0](?:[a-zåäö-]+[ \u00a0]){0,2}")
_APPOSED_WITHIN = 60
#: The first of two titles: "säger Bergfasts ⟦vd och ⟧koncernchef, Bo Ek".
_FIRST_OF_TWO = re.compile(r"(?<![\w-])(?P<one>[\w-]+)[ \u00a0](?:och|samt|&)[ \u00a0]\Z")
#: What somebody else is: "Bo Ek blir skolchef och nämndens ⟦sekreterare⟧, Siv Lans blir rektor".
_SECOND_OF_ONE = re.compile(
    r"[ \u00a0](?:är|blir|blev|var)[ \u00a0][^.,;:\n]{3,60}[ \u00a0](?:och|samt)[ \u00a0](?:[\w-]+s[ \u00a0])?\Z"
)
#: What somebody is awarded for being: "Årets ⟦ledare⟧".
_PRIZE = re.compile(r"(?<![\w-])(?:[Åå]rets|[Mm]ånadens|[Vv]eckans)[ \u00a0][a-zåäö-]+\Z")
_DETERMINERS = frozenset("en ett hans hennes deras dess vår vårt min mitt sin sitt".split())
_RANKS_BEFORE = re.compile(r"(?<![\w-])[\w:-]+[ \u00a0]\Z")
#: Endings of adjectives between the owner and the title.
_OF_TITLES = ("lige", "liga", "iske", "iska", "nye", "nya")
_NOW_OR_THEN = frozenset(["nuvarande", "tidigare", "dåvarande", "blivande", "avgående", "tillträdande"])
#: Tokens of an owner, a title and a comma.
_OWNED = 3
_HEADING = re.compile(r"(?P<title>[A-ZÅÄÖ][\w-]{3,29})(?P<colon>:?)")
_PARTED = re.compile(
    r"(?:^|(?<=[.!?\n/,] )|(?<=[\n/])|(?<=[\w:)] )(?=[A-ZÅÄÖ][\w-]*(?: [\w-]+){0,2}:))(?P<phrase>(?:[^.,;:!?\n/]|(?<=\w):(?=\w)){2,100})(?P<mark>[,:])[ \u00a0](?:[a-zåäö]+(?:en|n|t)[ \u00a0])?$",
)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Return the match that ends at the end of the text and begins last but whole: the nearest title."""
    found = None
    for word in re.finditer(r"(?<![\w:-])[\w:-]+", text):
        low = word.group().lower()
        if is_title(word.group()) or low == "till" or (low == "som" and pattern in (_ELECTED, _AWAITED)):
            found = pattern.match(text, word.start()) or found
    return found


def _past_post(before: Sequence[Token], n: int) -> int:
    """Return how many words are the title where the first of two is a post: "Bo Ek går in som rektor och ⟦skolchef⟧ Siv Alm"."""
    joint = next((k for k in range(1, n) if before[-k].text.lower() == "och"), 0)
    return joint - 1 if joint > 1 and n < len(before) and before[-n - 1].text == "som" else n


#: A title and its place, at the head of a line or of a row's next part: ", ⟦landshövding⟧ i Alvsunds län Siv Alm".
_IN_PLACE = re.compile(
    r"(?:^|,[ \u00a0]|[ \u00a0]och[ \u00a0])(?P<title>[a-zåäö-]{4,})[ \u00a0](?:i|på|för)[ \u00a0][A-ZÅÄÖ][\w-]*"
    r"(?:[ \u00a0](?:län|kommun|stad|stift))?[ \u00a0]\Z",
    re.MULTILINE,
)


class TitlesBefore:
    """Reads the titles that stand before a mention, in the order of the article's mentions."""

    def __init__(self, around: Surroundings, employers: Employers, title_lines: TitleLines) -> None:
        self._around = around
        self._title_lines = title_lines
        self._text = around.text
        self._tokens = around.tokens
        self._starts = around.starts
        self._person_starts = around.person_starts
        self._employers = employers
        self._plural: tuple[int, Role] | None = None
        self._led = -1

    def leads(self, mention: Name) -> bool:
        """Tell whether a comma parts the mention from a title before it: ``rektorn i Skogö⟦, ⟧Bo Ek, sekreteraren, Lo Lans``."""
        return self._led == mention.end

    def read(self, mention: Name, start: int) -> Iterator[Role]:
        """``kommunalrådet Åsa Öberg``, ``Region Värmlands projektledare Bo Ek``."""
        bracket = _LETTERS.search(self._text, max(start, mention.start - 12), mention.start)
        end = mention.start if bracket is None else bracket.start()
        i = bisect_left(self._starts, end)
        line = max(start, self._text.rfind("\n", start, mention.start) + 1)
        first = i
        while first > 0 and self._starts[first - 1] >= line and i - first < 8:
            first -= 1
        before = self._tokens[first:i]
        n = title_before([t.text.lstrip("/") for t in before], [t.pos_ for t in before])
        if n == 0:
            ways = self._ways_before(before, line, mention)
            found = next((roles for how in ways if (roles := list(how))), [])
            if found and self._is_led(found[0], mention):
                self._led = mention.end
            if found and (self._is_first_of_many(found[0], mention) or self._heads_many(found[0], mention)):
                self._plural = (mention.end, found[0])
            yield from found
            return
        n = _past_post(before, n)
        token = before[-n]
        if token.text.lower() in party_members():  # Nämndens ordförande, moderaten Bo Ek
            told = list(self._parted(line, token.idx))
            if told:
                yield from told
                return
        yield from self._before_comma(before[:-n], line)
        yield from self._in_letters(line, token.idx)
        role = self._of_token(token, line, end)
        if role.organisation is None and (body := self._employers.heading(line, role.start)) is not None:
            role = self._around.role(role.start, role.end, body)
        if is_plural(role.text) or self._is_many(role):
            self._plural = (mention.end, role)
        yield role

    def _of_token(self, token: Token, line: int, end: int) -> Role:
        """Return the title from a token to an offset, with who owns it."""
        board = _BOARD_BEFORE.search(self._text, max(line, token.idx - 60), token.idx)
        body = self._employers.owning(token.idx)
        if body is None and "-" in token.text:
            body = self._employers.opening(token.idx)  # LO-ekonomen Bo Ek
        if body is None and token.text[:1].isupper():
            body = self._employers.compounded(token.text)  # Alvsundstränaren Bo Ek
        start = token.idx + len(token.text) - len(token.text.lstrip("/"))
        if board is not None and body is None:
            start = board.start("board")
        return self._around.role(start, end, body)

    def _before_comma(self, before: Sequence[Token], line: int) -> Iterator[Role]:
        """``säger ⟦kommunstyrelsens ordförande⟧, professor Bo Ek``: the first of two titles, owned or definite."""
        if len(before) < _OWNED or before[-1].text != ",":
            return
        words = before[:-1]
        n = title_before([t.text for t in words], [t.pos_ for t in words])
        if n == 0 or n == len(words):
            return
        owner = words[-n - 1]
        if owner.text.endswith("s") or (
            owner.pos_ == "VERB" and owner.text.lower() in ("säger", "sa", "sade", "menar")
        ):
            yield self._of_token(words[-n], line, before[-1].idx)

    def _in_letters(self, line: int, at: int) -> Iterator[Role]:
        """``⟦Överbefälhavaren⟧ (ÖB) general Bo Ek``: the first of two titles, and its letters."""
        match = _WITH_LETTERS.search(self._text, max(line, at - 60), at)
        if match is not None and is_title(match["title"]):
            yield self._around.role(
                match.start("title"), match.end("title"), self._employers.owning(match.start("title"))
            )

    def _is_led(self, role: Role, mention: Name) -> bool:
        """Tell a title that a comma parts from the name behind it, and one that goes on with a row of such."""
        if self._text[mention.start - 2 : mention.start] == ", " and role.end < mention.start:
            return True
        return any(0 <= at - self._led <= len(" samt ") for at in (role.start, mention.start))

    def _is_first_of_many(self, role: Role, mention: Name) -> bool:
        """``professorerna i kemi ⟦Siv Ek⟧ och Lo Järn``: a title in the plural, and nobody between it and the name."""
        k = bisect_left(self._person_starts, role.end)
        return (
            is_plural(role.text.split()[0]) and k < len(self._person_starts) and self._person_starts[k] == mention.start
        )

    def _heads_many(self, role: Role, mention: Name) -> bool:
        """``Målvakter: ⟦Siv Ek⟧, Lo Järn och …``, ``Revisorer är Siv Ek och …``: a title in the plural before a list of names."""
        return self._is_many(role) and _OF_MANY.fullmatch(self._text, role.end, mention.start) is not None

    @staticmethod
    def _is_many(role: Role) -> bool:
        """Tell a title in the indefinite plural: *advokater*."""
        head = role.text.lower().split()[0]
        return head.endswith(("er", "ar", "or")) and indefinite(head) != head

    def _ways_before(self, before: Sequence[Token], line: int, mention: Name) -> Iterator[Iterator[Role]]:
        yield self._shared(before, mention)
        yield self._in_english(line, mention)
        if " " in mention.text or self._text[mention.start - 2 : mention.start] != ", ":
            yield self._parted(line, mention.start)
            yield self._presented(line, mention)  # not "Berätta om polisen, ⟦Roffe⟧"
        yield self._headed(line, mention)
        yield self._in_place(line, mention)

    def _in_english(self, line: int, mention: Name) -> Iterator[Role]:
        """``säger Bergfasts ⟦Head of Sales⟧, Bo Ek``."""
        found = english_title_before(self._text, max(line, mention.start - 60), mention.start)
        if found is not None and not self._is_of_one_before(found[0]):
            yield self._around.role(*found, self._employers.owning(found[0]))

    def _in_place(self, line: int, mention: Name) -> Iterator[Role]:
        """``rektor Bo Ek, ⟦landshövding⟧ i Alvsunds län Siv Alm``: without an article, and where between title and name."""
        match = _IN_PLACE.search(self._text, max(line, mention.start - 80), mention.start)
        if match is not None and is_title(match["title"]):
            yield self._around.role(match.start("title"), match.end("title"), None)

    def _presented(self, line: int, mention: Name) -> Iterator[Role]:
        """``Chefen heter Bo Ek``, ``Till ordförande valdes Bo Ek``, ``säger tränaren i Sjöviks OK, Bo Ek,``."""
        line = max(line, mention.start - 130)
        text = self._text[line : mention.start]
        for pattern in _PRESENTING:
            match = _last(pattern, text)
            if match is None:
                continue
            title, tail = match["title"], match["tail"] or ""
            two = _FIRST_OF_TWO.search(text, 0, match.start()) if pattern is _PRESENTING[-1] else None
            two = two if two is not None and is_title(two["one"]) and not two["one"].endswith("s") else None
            lead = match.start() if two is None else two.start()
            if not self._determined(title if two is None else two["one"], text[:lead]) and pattern is _PRESENTING[-1]:
                return
            if _PRIZE.search(text, 0, match.end("title")):
                return
            if not is_title(title) and (pattern is _ELECTED or pattern is _AWAITED):
                return  # "Till festkommitté utsågs Bo Ek"
            if pattern is _AWAITED and not _ELECTED_BEHIND.match(self._text, mention.end):
                return
            begin = line + (match.start("title") if two is None else two.start())
            if pattern is _PRESENTING[-1] and (
                self._is_of_one_before(begin) or _SECOND_OF_ONE.search(text, 0, match.start())
            ):
                return
            ranked = match.start("rank") if pattern is _ELECTED and match["rank"] else None
            over = line + match.end("title")
            end = over + len(tail)
            if self._around.has_verb(over, end) or (pattern is _AT_PLACE and not self._around.is_place(over, end)):
                return
            body = self._employers.near(begin, end)
            board = None if body is not None else _BOARD_BEFORE.search(text, 0, match.start("title"))
            if board is not None:
                begin = line + board.start("board")  # "säger ⟦kommunstyrelsens ordförande⟧ i Alvsund, Bo Ek"
            ranks = _RANKS_BEFORE.search(text, 0, match.start())
            if ranks is not None and ranks.group().strip().lower() in word_set("ranks of deputies"):
                begin -= len(ranks.group())  # ⟦biträdande⟧ skolchef
            begin = begin if ranked is None else line + ranked
            yield self._around.role(begin, over, body, self._around.tail(over, end))
            return

    def _is_of_one_before(self, at: int) -> bool:
        """``Bo Ek (M), kommunstyrelsens ⟦ordförande⟧ i Alvsund, Siv Lans, …``: a title that the name before it has."""
        k = bisect_left(self._person_starts, at) - 1
        end = self._around.person_ends[k] if k >= 0 else at
        return end != self._led and at - end < _APPOSED_WITHIN and _APPOSED.fullmatch(self._text, end, at) is not None

    @staticmethod
    def _determined(title: str, before: str) -> bool:
        """A certain one: *hundföraren*, *en hundförare*, *mannens försvarare*, "säger rektor, …"; not "är rektor, …"."""
        words = before.split()
        while words and (is_rank(words[-1]) or words[-1].endswith(_OF_TITLES) or words[-1] in _NOW_OR_THEN):
            words.pop()  # räddningstjänstens ⟦inre⟧ befäl, mannens ⟦offentlige⟧ försvarare
        low = words[-1].lower() if words else ""
        owned = low in _DETERMINERS or low.endswith("s") or low in word_set("cues before a name")
        definite = (indefinite(title) or title).lower() != title.lower().rstrip(":")
        return owned or (definite and title.lower() not in word_set("titles written short"))

    def _headed(self, line: int, mention: Name) -> Iterator[Role]:
        """``Revisor:`` or ``Kontaktperson`` on a line of its own, the names below it."""
        if self._text[line : mention.start].strip("•*-– \u00a0") and not re.fullmatch(
            r"[^\n:]{2,40}:[ \u00a0]", self._text[line : mention.start]
        ):
            return
        if (own := self._title_lines.above(mention.start)) is not None:
            yield self._around.role(*own, self._employers.within(own[0], self._text.find("\n", own[1])))
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
                    yield self._around.role(begin, begin + len(title), None)
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
            last = before[-1].text != ","  # "A, B och C samt D": D is none of them
            self._plural = None if last else (mention.end, role)
            yield role

    def _parted(self, line: int, at: int) -> Iterator[Role]:
        """A title that a comma or a colon parts from the name: ``Bolagets vd, Bo Ek,`` and ``Pressansvarig: Bo Ek``."""
        line = max(line, at - 110)
        match = _PARTED.search(self._text[line:at])
        if match is None:
            return
        start = line + match.start("phrase")
        phrase = match["phrase"]
        if phrase.lower().endswith(("foto", "text", "bild")):
            return  # the label of a credit, whatever it is glued to
        if _PRIZE.search(phrase):
            return  # "Årets ledare: Bo Ek"
        if match["mark"] == ":" and self._around.names_people(start, line + match.end("phrase")):
            return  # "Biskop Bo Ek vigde två präster: Siv Lans och …"
        if match["mark"] == "," and (
            self._text[start - 2 : start] == ", " or self._around.has_verb(start, line + match.end("phrase"))
        ):
            return
        found = title_in(phrase, last=True)
        if found is not None:
            begin = start + found[0]
            yield self._around.role(
                begin,
                start + found[1],
                self._employers.near(begin, line + match.end("phrase") + 2),
                self._around.tail(start + found[1], line + match.end("phrase")),
            )
