"""Where somebody works whose title names no body: the article's only one, or the only kind that has such a title."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.article import Role
from pipeline.data import read_table
from pipeline.stages.names.body_words import COMMON
from pipeline.stages.names.lists import bodies, places
from pipeline.stages.roles.employers import KINDS_OF_NOUNS, Employers
from pipeline.stages.roles.groups import Group
from pipeline.stages.roles.surroundings import Surroundings
from pipeline.stages.roles.titles import is_listed

#: Titles that somebody has at a body: heads, officers, staff, coaches; not ministers, scholars, mayors.
_BOUND = re.compile(
    r"(chef|ordförande|vd|direktör|rektor|tränare|samordnare|(?<!hand)ledare|ansvarig|sekreterare|sköterska|läkare|lärare|"
    r"målvakt|kassör|talesperson|strateg|handläggare|koordinator|kommunikatör|intendent|föreståndare|inspektör|ombud|"
    r"kurator|pedagog|grundare|\b(?:del|huvud|stor|med)?ägare|styrman|kapten|vaktmästare|receptionist|administratör|utredare|specialist|analytiker|"
    r"manager|officer|befäl|(?<!ren)(?<!bi)skötare|terapeut|assistent|kantor|kyrkoherde|präst|(?<=[\w-])konsult|ingenjör|tekniker|"
    r"utvecklare|vägledare|sjukvårdare|socionom|kock|bagare|brandman|barnmorska|controller|ekonom|bibliotekarie|antikvarie|"
    r"fysioterapeut|psykolog|dietist|logoped|undersköterska|vårdbiträde|elevassistent|kundtjänstmedarbetare|fastighetsskötare|"
    r"förhandlare|språkrör|skipper|projektör|planerare|inköpare|säljare|montör|svetsare|operatör|förare|lokalvårdare|upphovsman|stallchef)\b"
)


@cache
def _homes() -> dict[str, tuple[str, ...]]:
    """Return titles to the kinds of body that they are at home in, a ``;`` before those that come second."""
    table = read_table("models", "lexicons", "title_bodies.tsv")
    return {title: tuple(kinds.replace(";", " ;").split()) for title, kinds in table}


def _home_of(title: str) -> tuple[str, ...]:
    """Return the kinds of body that a title is at home in, by its longest listed ending: *rektor* a school."""
    head = re.split(r" (?:för|i|på|vid|och|inom|av) ", title.lower())[0]
    homes = _homes()
    if (whole := homes.get(f"^{head}")) is not None:
        return whole
    return next((homes[head[n:]] for n in range(len(head)) if head[n:] in homes), ())


#: Who is at a university, at one that need not be the page's.
_SCHOLAR = re.compile(r"\b(?:professor|docent|doktorand|lektor|universitetslektor|postdoktor)\b")
#: Where somebody works, behind the title: "på Solresan", "för besöksmålet Solstigen"; "i Sjövik" and "för Norden" tell no body.
_OWN_BODY = re.compile(
    r"[ \u00a0](?:(?:på|hos|inom)[ \u00a0](?:[a-zåäö]{4,}(?:en|et|an)[ \u00a0])?|(?:för|vid|till|i|av)[ \u00a0][a-zåäö]{4,}(?:en|et|an)[ \u00a0])"
    r"(?P<name>[A-ZÅÄÖ][\w-]{2,})"
)
#: Characters of a sentence before a scholar's title.
_HONOURED_WITHIN = 160
#: What somebody is in charge of, and whose it is: "ansvarig ⟦bankens⟧ stiftelser".
_OF_ITS_OWN = re.compile(r"[ \u00a0](?:för[ \u00a0])?[a-zåäö]{2,}(?:en|et|an|na)s[ \u00a0][a-zåäö]")
#: An office that opens a line of contacts, and the number behind it: "⟦Gatukontoret, ⟧pressekreterare Bo Ek, 08-465 004 03".
_OWN_ON_LINE = re.compile(r"[A-ZÅÄÖ][\w-]*(?:[ \u00a0][a-zåäö-]+){0,4}(?<=en|et|an|ln|rn),[ \u00a0]")
_REACHED = re.compile(r"[^\n]{3,60}\d{3}")
#: An office and its town: "chef⟦ för åklagarkammaren i Norrhamn⟧".
_IN_TOWN = re.compile(
    r"[ \u00a0](?:för|vid|på)[ \u00a0][a-zåäö]{3,}(?:kammaren|rätten|skolan|kontoret|museet|teatern|fängelset|anstalten|verket|fabriken)"
    r"[ \u00a0]i[ \u00a0](?P<town>[A-ZÅÄÖ][\w-]+)"
)
#: "ordförande ⟦Hyresnätet⟧, …", "ekonom, ⟦Brunnbergs⟧" at the end of a line: no preposition.
_OWN_AT_ONCE = re.compile(
    r"(?:[ \u00a0](?P<name>[A-ZÅÄÖ][\w-]{2,})(?=,|$)|,[ \u00a0](?P<line>[A-ZÅÄÖ][\w&-]{2,}(?:[ \u00a0][A-ZÅÄÖ&][\w-]*){0,3})$)",
    re.MULTILINE,
)
#: "⟦H&M:s⟧ vd", "⟦Zetrix⟧ nya vd": whose title it is, whom no list knows; no noun, "Gruppens ordförande".
_OWNED = re.compile(
    r"(?<![\w-])(?P<name>[A-ZÅÄÖ][\w&.-]+?)(?<!en)(?<!et)(?<!an)(?<!na)(?::s|s|(?<=[xz]))[ \u00a0](?:[a-zåäö]+[ae][ \u00a0])?\Z"
)
#: "⟦butikens⟧ ägare", "⟦mannens⟧ nya chef".
_OF_A_NOUN = re.compile(r"(?<![\w-])[a-zåäö]{2,30}(?:en|et|an)s[ \u00a0](?:[a-zåäö]{2,20}[ae][ \u00a0])?\Z")
_OWN_REACH = 60
#: What somebody may be at a union.
_IN_UNIONS = re.compile(
    r"ordförande|ombud|förhandlar|sekreterare|chef|ansvarig|talesperson|utredare|ekonom|kassör|ledare"
)
#: Who comes from an authority.
_OF_AUTHORITIES = re.compile(r"inspektör|handläggare|utredare|generaldirektör")
#: What tells of another body, whose people speak next: "⟦Fiskeverket⟧ kritiserar läget. Chefen Bo Ek …".
_AGAINST = re.compile(
    r"\b(?:kritisera(?:r|de|t)|granska(?:r|de|t)|anmäl(?:er|de|t)|stäm(?:mer|de|t)|varna(?:r|de|t)|fälle?(?:r|de|t)|bötfäll(?:er|de|t))\b"
)
#: Words in marks before a frame, in one sentence or more: "⟦”Det går inte”, säger ⟧ordföranden".
_MARKS_BEFORE = re.compile(r"[”\"»][^”\"»«\n]{2,400}[”\"«»],?[ \u00a0][a-zåäö]{3,20}[ \u00a0]\Z")
#: Where somebody is from, by a name that nobody knows: "Bo Ek ⟦från nätverket #rörintevården⟧".
_FROM_ELSEWHERE = re.compile(r"[ \u00a0](?:från|på|hos|vid)[ \u00a0][a-zåäö]{4,}(?:en|et|an)[ \u00a0][#A-ZÅÄÖ]")
#: Whom a team plays: "besegrade ⟦Råtorps IK⟧", "seger mot ⟦Råtorps IK⟧".
_OPPONENT = re.compile(
    r"\b(?:besegra(?:de|r|t)|krossa(?:de|r|t)|utklassa(?:de|r|t)|slog|slår|mötte|möter|ställdes mot|mot|över|förlorade till)"
    r"[ \u00a0](?:[a-zåäö]+[ \u00a0]){0,2}\Z"
)
#: What tells before a title that it is somebody's no more.
_OVER = re.compile(r"(?<!\w)(?:pensionerade?|tidigare|före detta|f\.?[ \u00a0]?d\.?|förre|förra)[ \u00a0]\Z")
#: Where somebody is, by a noun and its town: "Bo Ek ⟦vid universitetet i Toulouse⟧".
_AT_IN_TOWN = re.compile(
    r"[ \u00a0](?:på|vid|hos|från)[ \u00a0](?:[a-zåäö]+[ \u00a0])?[a-zåäö]*(?:universitetet|högskolan|institutet)[ \u00a0]i[ \u00a0](?P<town>[A-ZÅÄÖ][\w-]+)"
)
_FROM_TOWN = re.compile(r"[ \u00a0]från[ \u00a0](?P<town>[A-ZÅÄÖ][a-zåäö]+)(?![\w-])")
_ELSEWHERE = re.compile(
    r"(?:[ \u00a0](?:på|vid|hos|från)[ \u00a0][^,.\n]{3,60})?,[ \u00a0]som[ \u00a0]inte[ \u00a0](?:själv[ \u00a0])?(?:har[ \u00a0])?(?:deltagit|medverkat|varit|deltog|medverkade|var|är)[ \u00a0]"
)
#: "Pressmeddelande från ⟦Bergfast⟧", above the text of a release.
_ANNOUNCES = re.compile(
    r"(?im)^(?:pressmeddelande|pressinformation|pressinbjudan|nyhetsbrev)(?:[ \u00a0]från|[:,])?[ \u00a0]\Z"
)
_FIRST_LINES = 400
#: The heading of what a release tells of its sender: "Om ⟦Bergfast AB⟧".
_ABOUT = re.compile(r"(?m)^Om[ \u00a0]\Z")
_LINE_ENDS = re.compile(r"[ \u00a0]?:?[ \u00a0]?$", re.MULTILINE)
#: What stands before the body that opens a sentence: nothing, or a noun that presents it.
_SUBJECT = re.compile(r"[ \u00a0]?(?:[A-ZÅÄÖ][a-zåäö]{3,}(?:en|et|an)[ \u00a0])?")
#: What leads to the body that a line ends with: "Annat ljud är det hos ⟦Naturföreningen⟧."
_AT = re.compile(r"[ \u00a0](?:hos|på|inom)[ \u00a0]\Z")
_SPOKEN = re.compile(r"[ \u00a0]?[–—”\"»-]")
#: Ministers and their staff, whose release is not that of the body in its headline.
_OF_MINISTERS = re.compile(r"minister|statsråd|pressekreterare|statssekreterare|sakkunnig")
#: Between somebody and the body that tells where that one works.
_ANOTHERS = re.compile(r"(?:,[ \u00a0][^.,\n]{2,60})?[ \u00a0](?:på|vid|hos|från)[ \u00a0]|,[ \u00a0]")
#: Letters at most of a line in a list of people.
_LISTED = 90
#: A contact's own body, whether it is known or not: "Presskontakt: Bo Ek⟦, Byrå⟧ Alvsund".
_OWN_APPOSED = re.compile(r"(?:,[ \u00a0]|[ \u00a0]\(|[ \u00a0](?:på|från|hos|vid)[ \u00a0])[A-ZÅÄÖ][\w&-]{2,}")
#: What a body runs, by its kind: a region has hospitals, a municipality has schools and homes.
_EMPLOYS_TOO = {
    "region": frozenset(["hospital"]),
    "municipality": frozenset(["hospital", "school"]),
    "university": frozenset(["hospital"]),
}
#: Weight that a body needs, and twice that of the next, for an article to be about it: named twice in the opening.
_LEAST = 4
#: A board of politicians: "ordförande i ⟦regionstyrelsen⟧", "⟦kommunstyrelsens⟧ ordförande".
_BOARDS = r"(?<![\w-])(?P<board>(?:kommun|region|landstings|stads)(?:styrelse|fullmäktige)|fullmäktige|\w{3,30}nämnd)(?:e?ns?|s)?"
_BOARD = re.compile(rf"{_BOARDS}(?:(?!\w)|(?=ordförande))", re.IGNORECASE)  # stadsfullmäktigeordföranden
_BOARD_BEFORE = re.compile(rf"{_BOARDS}[ \u00a0]\Z", re.IGNORECASE)
#: Kinds of body whose politicians sit on such boards.
_HAVE_BOARDS = ("municipality", "region")
#: Teams of a match.
_TWO_SIDES = 2
#: Blocks above which a headline stands.
_HEADLINE_WITHIN = 4
#: With whom the body that somebody speaks for does something.
_PARTNER = re.compile(
    r"(?:\bsam(?:arbete|verkan|råd|arbetar|verkar)|\btillsammans|\bjämför(?:t|else)|\bavtal|\bdialog)[ \u00a0]med[ \u00a0]\Z"
)
#: Whom a body deals with, "avtalet med ⟦Bergfast⟧", "med Alvflyg och ⟦Bergfast⟧"; and whom somebody speaks of as of others.
_AND_ANOTHER = r"(?:[A-ZÅÄÖ][\w-]+(?:[ \u00a0][\w-]+){0,3}[ \u00a0]och[ \u00a0])?"
_DEALT_WITH = re.compile(rf"\b(?:med|via|mot)[ \u00a0]{_AND_ANOTHER}\Z")
_SPOKEN_OF = re.compile(rf"\b(?:med|från|via|mot|hos)[ \u00a0]{_AND_ANOTHER}\Z")
#: Several bodies in a row, up to the last of them: "⟦Bergfast, Nordvind och ⟧Alvkraft".
_ROW = re.compile(r"(?:[\w&:-]+(?:[ \u00a0][\w&:-]+){0,4}(?:,|[ \u00a0](?:och|samt))[ \u00a0])+")
#: Kinds of body that an article is about without employing the people in it.
_NO_EMPLOYERS = ("media", "party", "international")
#: Kinds that speak in many articles about somebody else's staff.
_NO_MAIN_EMPLOYERS = (*_NO_EMPLOYERS, "union", "association")


class Workplaces:
    """Finds the body that the article as a whole ties to a title, as a position in `organisations`."""

    def __init__(self, around: Surroundings, employers: Employers, groups: Sequence[Group]) -> None:
        self._around = around
        self._employers = employers
        self._organisations = around.organisations
        self._bodies = around.bodies_of_now
        self._body_starts = [start for start, _, _ in self._bodies]
        self._by_kinds: dict[tuple[str, ...], tuple[list[int], list[int]]] = {}
        self._main = self._main_employer(around, groups)
        self._sender = self._sender_of(around)

    def of(self, group: Group) -> int | None:
        """``Ekens förskola stänger. Rektorn Bo Ek beklagar.``: a title that only a body gives, and one body to give it.

        A title that is at home in one kind of body takes the last of that kind; another takes the body that the article
        is about; ministers, politicians and witnesses carry no body of the page's.
        """
        found = self._of_titles(group)
        if found is None or (group.parts[0] == "byline" and self._organisations[found].kind != "media"):
            return None  # whom the page's words are on has not written it
        return found if all(self._may_have(found, board) for board in self._boards(group.roles)) else None

    def _boards(self, roles: Sequence[Role]) -> Iterator[str]:
        """Yield the boards that titles name: "ordförande i ⟦regionstyrelsen⟧", "⟦kommunstyrelsens⟧ ordförande"."""
        for role in roles:
            before = self._around.text[max(0, role.start - _OWN_REACH) : role.start].rpartition("\n")[2]
            match = _BOARD.search(role.text) or _BOARD_BEFORE.search(before)
            if match is not None:
                yield match["board"].lower()

    def _may_have(self, body: int, board: str) -> bool:
        """Tell whether a board can be a body's own: it is that board, or the body has politicians."""
        organisation = self._organisations[body]
        return organisation.kind in _HAVE_BOARDS or board in organisation.name.lower()

    def _of_titles(self, group: Group) -> int | None:
        """Return the body that the titles call for; see `of`."""
        bound = [role for role in group.roles if _BOUND.search(role.normalised.lower())]
        homes = [(role, _home_of(role.normalised)) for role in group.roles]
        at_home = next(((role, kinds) for role, kinds in homes if kinds), None)
        if group.party is not None or any(self._is_over(role) for role in group.roles) or self._takes_no_part(group):
            return None
        if at_home is None and any(_SCHOLAR.search(role.normalised.lower()) for role in group.roles):
            honoured = any(self._is_honoured(role.start) for role in group.roles)
            return None if honoured else self._only_university()
        if at_home is None and not bound:
            return self._release(group)
        role = at_home[0] if at_home else bound[0]
        if self._names_its_own(role):
            return None
        if group.parts[0] == "contact" and self._has_letterhead() and (sender := self._release(group)) is not None:
            return sender
        board = next(self._boards([role]), "")
        if board.startswith(("kommun", "region")):
            return self._nearest(("municipality",) if board.startswith("kommun") else ("region",), role.start)
        noun = self._employers.owning_noun(role.start)
        if noun in KINDS_OF_NOUNS or noun in COMMON or self._is_of_a_noun(role.start):
            return None  # "avdelningens ordförande", "butikens ägare": said, but not of a body that is known
        if re.match(r"regional[at]?\b", role.normalised.lower()):
            region = self._nearest(("region",), role.start)
            if region is not None:
                return region
        if at_home is not None:
            near = self._nearest(self._named_kinds(at_home[1]), role.start)
            near = self._main_for(at_home[1]) if near is None and bound else near
            return self._release(group) if near is None else near
        subject = self._opens_sentence(role.start)
        subject = self._told_before_speech(role.start) if subject is None else subject
        subject = self._told_in_sentence_before(role) if subject is None else subject
        if self._main is not None and self._is_told(self._main, role.start):
            return self._main if subject is None else subject
        near = self._just_named(role.start, alone=group.parts[:1] == ["contact"])
        if near is not None and self._organisations[near].kind == "union" and not _IN_UNIONS.search(role.normalised):
            return None  # a train driver has the union that speaks for them, and no post there
        near = subject if near is None else near
        near = self._headlined() if near is None else near
        return self._release(group) if near is None else near

    def _named_kinds(self, kinds: tuple[str, ...]) -> tuple[str, ...]:
        """Return the kinds before the ``;``; those behind it where the page names no body of the first."""
        if ";" not in kinds:
            return kinds
        first, second = kinds[: (at := kinds.index(";"))], kinds[at + 1 :]
        return first if self._fitting(first)[1] else second

    def _is_of_a_noun(self, at: int) -> bool:
        return _OF_A_NOUN.search(self._around.text, max(0, at - _OWN_REACH), at) is not None

    def _is_over(self, role: Role) -> bool:
        """``pensionerad ⟦lärare⟧``, ``tidigare ⟦vd⟧``: a title that somebody had."""
        return _OVER.search(self._around.text, max(0, role.start - 20), role.start) is not None

    def _takes_no_part(self, group: Group) -> bool:
        """``Forskaren Bo Ek, som inte deltagit i studien``, ``Bo Ek från nätverket #skogarna``, ``Bo Ek från Alvsund``: from elsewhere."""
        text = self._around.text
        towns = (match for mention in group.mentions if (match := _FROM_TOWN.match(text, mention.end)))
        if any(match["town"] in places() for match in towns):
            return True
        offices = (match for mention in group.mentions if (match := _AT_IN_TOWN.match(text, mention.end)))
        if any(not any(match["town"] in o.name for o in self._organisations) for match in offices):
            return True
        return any(_ELSEWHERE.match(text, m.end) or _FROM_ELSEWHERE.match(text, m.end) for m in group.mentions)

    def _is_of_another_town(self, role: Role) -> bool:
        """``chef för åklagarkammaren i Norrhamn``: a body of another town than those that the page names."""
        match = _IN_TOWN.search(self._around.text, role.start, min(len(self._around.text), role.end + _OWN_REACH))
        if match is None or match.start() > role.end:
            return False
        return match["town"] in places() and not any(match["town"] in o.name for o in self._organisations)

    def _names_its_own(self, role: Role) -> bool:
        """``marknadschef på Solresan``, ``vd för besöksmålet Solstigen``: a body of their own that nobody knows."""
        text = self._around.text
        line = text.rfind("\n", 0, role.start) + 1
        if _OWN_ON_LINE.fullmatch(text, line, role.start) and _REACHED.match(text, role.end):
            return True
        if role.text.lower().endswith("ansvarig") and _OF_ITS_OWN.match(text, role.end):
            return True
        if self._opens_with_a_name(role) or self._is_of_another_town(role):
            return True
        match = _OWN_BODY.search(text, role.start, min(len(text), role.end + _OWN_REACH))
        match = _OWN_AT_ONCE.match(text, role.end) or match
        match = match if match is not None and match.start() <= role.end else None
        match = match or _OWNED.search(text, max(0, role.start - _OWN_REACH), role.start)
        if match is None:
            return False
        group = next(group for group, said in match.groupdict().items() if said)
        name = match[group]
        if any(o.name.startswith(name) for o in self._organisations):
            return False  # "Nordvinds vd" where Nordvind Energi is named
        if match.re is not _OWNED and self._around.names_people(*match.span(group)):
            return False
        return not {name, name.removesuffix("s")} & places()

    def _opens_with_a_name(self, role: Role) -> bool:
        """``⟦Mora⟧-tränaren``, ``⟦Swedbank⟧ekonomen``: a title that a name opens has its body in it, be it known or not."""
        word = role.text.split()[0]
        if not word[0].isupper() or word.isupper():
            return False
        before = self._around.text[max(0, role.start - 2) : role.start].rstrip(" \u00a0")
        if is_listed(word):
            return False  # Kommunalrådet
        if "-" in word or (before and before[-1].isalnum()):
            return True
        return any(word[:n] in bodies() or word[:n] in places() for n in range(len(word) - 2, 2, -1))

    def _opens_sentence(self, at: int) -> int | None:
        """``Skogsbolaget ⟦Träverk⟧ vill mer, säger skogschefen Bo Ek``: the body that a sentence of the story begins with."""
        text = self._around.text
        start = max(text.rfind(mark, 0, at) for mark in (". ", "\n", "! ", "? ")) + 1
        n = bisect_left(self._body_starts, start)
        if n == len(self._bodies) or self._bodies[n][0] >= at or _SPOKEN.match(text, start):
            return None
        presented = _SUBJECT.fullmatch(text, start, self._bodies[n][0]) is not None
        alone = n + 1 == len(self._bodies) or self._bodies[n + 1][0] >= at
        return self._bodies[n][2] if presented and alone else None

    def _told_before_speech(self, at: int) -> int | None:
        """``⟦Naturföreningen⟧, som drev kampanjen, jublar.`` ⏎ ``– Bra, säger ordföranden Bo Ek.``: whom the line above tells of."""
        (begin, _), *above = self._around.paragraphs_to(at)
        if not above or not _SPOKEN.match(self._around.text, begin):
            return None
        start, end = above[0]
        bodies = self._bodies[bisect_left(self._body_starts, start) : bisect_left(self._body_starts, end)]
        if len(bodies) != 1 or _SPOKEN.match(self._around.text, start) or self._around.names_people(start, end):
            return None
        presented = _SUBJECT.fullmatch(self._around.text, start, bodies[0][0]) or (
            _AT.search(self._around.text, start, bodies[0][0])
            and not self._around.text[bodies[0][1] : end].strip(". :\n")
        )
        return bodies[0][2] if presented else None

    def _told_in_sentence_before(self, role: Role) -> int | None:
        """``⟦Fiskeverket⟧ ska granska fallet. Utredaren Bo Ek …``, ``⟦Alvlaget⟧ är kritiskt. ”Nej”, säger ordföranden Bo Ek.``

        The body that the sentence before opens with, where a title opens this one or says whose the words in marks are.
        """
        text, at = self._around.text, role.start
        line = text.rfind("\n", 0, at) + 1
        if text[at].islower():
            marks = _MARKS_BEFORE.search(text, line, at)
            if marks is None:
                return None
            at = marks.start()
        if not text.endswith((". ", ".\u00a0"), line, at):
            return None
        start = max(text.rfind(mark, 0, at - 2) for mark in (". ", "\n", "! ", "? ")) + 1
        n = bisect_left(self._body_starts, start)
        if n == len(self._bodies) or self._bodies[n][0] >= at or self._around.names_people(start, at):
            return None
        first, end, index = self._bodies[n]
        if _SUBJECT.fullmatch(text, start, first) is None or self._organisations[index].kind in _NO_EMPLOYERS:
            return None
        if self._organisations[index].kind == "authority" and _OF_AUTHORITIES.search(role.normalised.lower()):
            return index
        sentence = text[end:at].lower()
        named = n + 1 < len(self._bodies) and self._bodies[n + 1][0] < at
        if named or _AGAINST.search(sentence) or not KINDS_OF_NOUNS.keys().isdisjoint(re.findall(r"\w+", sentence)):
            return None  # "⟦Arbetsmiljöverket⟧ kritiserar kedjan. Personalchefen Siv Alm …"
        return index

    def _just_named(self, at: int, alone: bool) -> int | None:
        """``Svartnäs sameby är besviken. Ordföranden Bo Ek …``: the one body of the paragraph, else of the one before.

        With ``alone``, for a line of contacts, not that of a paragraph with somebody else's name: their body. Nor that
        of a short line that begins with somebody's name.
        """
        for begin, end in self._around.paragraphs_to(at):
            listed = end < at and end - begin < _LISTED and self._around.names_people(begin, begin + 1)
            if (alone and end < at and self._around.names_people(begin, end)) or listed:
                return None
            first, last = bisect_left(self._body_starts, begin), bisect_left(self._body_starts, end)
            spoken = _SPOKEN.match(self._around.text, begin) is not None
            near = [(start, n) for start, _, n in self._bodies[first:last] if not self._is_dealt_with(start, spoken)]
            named = {n for _, n in near if self._organisations[n].kind not in _NO_EMPLOYERS}
            if len(named) == 1 and all(self._is_anothers(start) for start, _ in near):
                return None
            if named:
                return named.pop() if len(named) == 1 else None
        return None

    def _is_dealt_with(self, at: int, spoken: bool) -> bool:
        """``affären med ⟦Rikshus⟧``, and in what somebody says ``– Vi får besked från ⟦Skolverket⟧``: no body of the speaker's."""
        dealt = _SPOKEN_OF if spoken else _DEALT_WITH
        return dealt.search(self._around.text, max(0, at - 40), at) is not None

    def _is_told(self, body: int, at: int) -> bool:
        """Tell whether a body has been named before a place, or no other has."""
        return self._organisations[body].mentions[0].start < at or not bisect_left(self._body_starts, at)

    def _is_anothers(self, at: int) -> bool:
        """``Statistikern Siv Lans vid ⟦SCB⟧``: a body that tells where the one before it works."""
        k = bisect_left(self._around.person_starts, at) - 1
        end = self._around.person_ends[k] if k >= 0 else at
        return _ANOTHERS.fullmatch(self._around.text, end, at) is not None

    def _main_for(self, kinds: tuple[str, ...]) -> int | None:
        """Return the main employer for a title that is at home elsewhere: a nurse's municipality, no nurse's union."""
        if self._main is None or not _EMPLOYS_TOO.get(self._organisations[self._main].kind, frozenset()) & set(kinds):
            return None
        return self._main

    def _main_employer(self, around: Surroundings, groups: Sequence[Group]) -> int | None:
        """Return the body that the article is about: named twice as often as any other, with its people."""
        every = [n for n, o in enumerate(self._organisations) if o.kind not in _NO_EMPLOYERS]
        if len(every) == 1:  # the only one there is, and not in passing
            return every[0] if len(self._organisations[every[0]].mentions) > 1 else None
        weights: Counter[int] = Counter()
        opening = next((b.end for b in around.article.blocks if b.kind in ("lead", "paragraph")), 0)
        for start, _, n in self._bodies:
            weights[n] += 1 if start >= opening else 2
        for group in groups:
            tied = {role.organisation for role in group.roles} | {group.organisation}
            weights.update(dict.fromkeys((n for n in tied if n is not None), 2))
        employers = [
            (weight, -n) for n, weight in weights.items() if self._organisations[n].kind not in _NO_MAIN_EMPLOYERS
        ]
        ranked = sorted(employers, reverse=True)
        if not ranked or ranked[0][0] < _LEAST or (len(ranked) > 1 and 2 * ranked[1][0] > ranked[0][0]):
            return None
        first = self._organisations[main := -ranked[0][1]]
        once = len(first.mentions) == 1 and len(ranked) > 1 and ranked[0][0] == _LEAST  # named for one of its people
        return None if once and self._is_anothers(first.mentions[0].start) else main

    def _headlined(self) -> int | None:
        """Return the body that alone stands in the headline and is named again: whose release it is."""
        named = {n for n in self._in_headline() if self._organisations[n].kind not in _NO_MAIN_EMPLOYERS}
        index = named.pop() if len(named) == 1 else None
        return index if index is not None and len(self._organisations[index].mentions) > 1 else None

    def _in_headline(self) -> list[int]:
        """Return the bodies that the headline names, in order; of a text without one those of its first block."""
        blocks = self._around.article.blocks
        block = next((b for b in blocks[:_HEADLINE_WITHIN] if b.kind == "title"), blocks[0] if blocks else None)
        if block is None:
            return []
        starts = self._body_starts
        return [n for _, _, n in self._bodies[bisect_left(starts, block.start) : bisect_left(starts, block.end)]]

    def _release(self, group: Group) -> int | None:
        """Return the body that a contact belongs to as a matter of course: whose press release the page is.

        It says "Pressmeddelande från Bergfast" above or "Om Bergfast" below, or the headline begins with the only employer
        of the page.
        """
        of_minister = any(_OF_MINISTERS.search(role.normalised.lower()) for role in group.roles)
        if "contact" not in group.parts or (of_minister and not self._is_ministry()):
            return None
        if group.parts[0] != "contact" and not group.roles:
            return None
        if any(_OWN_APPOSED.match(self._around.text, m.end) for m in group.mentions):
            return None
        return self._sender

    def _has_letterhead(self) -> bool:
        """Tell a page whose first line is the sender's name, above the title."""
        blocks = self._around.article.blocks
        return bool(blocks) and blocks[0].reason == "sender" and self._sender is not None

    def _is_ministry(self) -> bool:
        """Tell a department as the sender, whose ministers' staff are its own: "Alvdepartementet" above the title."""
        return self._sender is not None and self._organisations[self._sender].name.lower().endswith("departementet")

    def _sender_of(self, around: Surroundings) -> int | None:
        """Return the body that sends the page: announced above it, told below it ("Om Bergfast"), or its only employer."""
        above = next((b for b in around.article.blocks[:1] if b.reason == "sender"), None)
        for start, _, n in self._bodies:
            if start > _FIRST_LINES:
                break
            if above is not None and start == above.start:
                return n
            if _ANNOUNCES.search(around.text, max(0, start - 40), start):
                return n
        about = [
            n
            for start, end, n in self._bodies
            if _ABOUT.search(around.text, max(0, start - 4), start) and _LINE_ENDS.match(around.text, end)
        ]
        if len(set(about)) == 1:
            return about[0]
        employers = {n for n, o in enumerate(self._organisations) if o.kind not in _NO_EMPLOYERS}
        first = self._bodies[0] if self._bodies else None
        opens = first is not None and first[0] == around.article.blocks[0].start
        return first[2] if first is not None and opens and employers == {first[2]} else None

    def _is_honoured(self, at: int) -> bool:
        """``De tre hedersdoktorerna är ⟦professor⟧ Bo Ek och …``: a scholar whom a university honours is of another."""
        text = self._around.text
        start = max(text.rfind(mark, max(0, at - _HONOURED_WITHIN), at) for mark in ("\n", ". "))
        return "hedersdoktor" in text[max(0, start, at - _HONOURED_WITHIN) : at].lower()

    def _only_university(self) -> int | None:
        """Return the one university that the article names, more than once: a scholar's, where nothing else is said."""
        named = self._fitting(("university",))[1]
        return named[0] if len(named) > 1 and len(set(named)) == 1 else None

    def _nearest(self, kinds: tuple[str, ...], at: int) -> int | None:
        """Return the body of these kinds that is named last before, else the only one that is named after."""
        starts, fitting = self._fitting(kinds)
        teams = {n for n in fitting if self._organisations[n].kind == "team"}
        if (
            "team" in kinds and len(teams) == len(set(fitting)) == _TWO_SIDES
        ):  # whose coach he is, only "Hällviks tränare" tells
            owner = self._employers.owning_noun(at)
            return next(
                (n for n in fitting if self._organisations[n].name.lower().split()[0].removesuffix("s") == owner), None
            )
        before = bisect_left(starts, at)
        if before:
            last = before - 1
            while last and _PARTNER.search(self._around.text, max(0, starts[last] - 40), starts[last]):
                last -= 1  # "i samarbete med ⟦Skogö sjukhus⟧"
            found = fitting[self._subject(starts, fitting, last)]
            return None if "team" in kinds and self._is_played(found) else found
        if len(set(fitting[:50])) != 1 or len(fitting) >= 50:
            return None
        far = self._organisations[fitting[0]].kind == "other" and not self._is_near(starts[0], at)
        in_passing = len(fitting) == 1 and (far or fitting[0] in teams)  # "Nu väntar HV71"
        return None if in_passing else fitting[0]

    def _is_near(self, start: int, at: int) -> bool:
        """Tell whether a body that is named behind a title stands in its paragraph or the next."""
        return self._around.text.count("\n\n", at, start) <= 1

    def _is_played(self, body: int) -> bool:
        """``Laget besegrade ⟦Råtorps IK⟧ med 4–0.``: a team that is named as the other side, and no more."""
        mentions = self._organisations[body].mentions
        return all(_OPPONENT.search(self._around.text, max(0, m.start - 60), m.start) for m in mentions)

    def _subject(self, starts: Sequence[int], fitting: Sequence[int], last: int) -> int:
        """``⟦Bygglaget AB⟧ köper Ystad Plåt AB.``: of bodies in one sentence the one that opens it, else the last.

        Of a row of bodies that do something together the one in the headline.
        """
        text = self._around.text
        sentence = max(text.rfind(mark, 0, starts[last]) for mark in (". ", "\n", "! ", "? "))
        first = bisect_left(starts, sentence + 1)
        if first < last and _ROW.fullmatch(text, starts[first], starts[last]):  # the row's members do it together
            row = fitting[first : last + 1]
            told = [n for n in self._in_headline() if n in row]
            if told:
                return first + row.index(told[0])
        opens = first < last and not text[sentence + 1 : starts[first]].strip()
        return first if opens else last

    def _fitting(self, kinds: tuple[str, ...]) -> tuple[list[int], list[int]]:
        """Return where bodies of these kinds are named, and which they are."""
        if kinds not in self._by_kinds:
            words = tuple(kind[1:] for kind in kinds if kind.startswith("="))
            fitting = [
                (start, n)
                for start, _, n in self._bodies
                if self._organisations[n].kind in kinds or any(w in self._organisations[n].name.lower() for w in words)
            ]
            if not fitting and "company" in kinds:
                fitting = [(start, n) for start, _, n in self._bodies if self._organisations[n].kind == "other"]
            self._by_kinds[kinds] = [start for start, _ in fitting], [n for _, n in fitting]
        return self._by_kinds[kinds]
