"""People of one article: mentions gathered under the fullest name, with roles, party, age and part."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pipeline.article import Article, Name, Organisation, Person, PersonPart, Role, Span
from pipeline.stages.names.former import behind_former
from pipeline.stages.names.lists import party_letters, party_members
from pipeline.stages.roles.ages import age_before, age_behind, age_later, age_on_card
from pipeline.stages.roles.before import TitlesBefore
from pipeline.stages.roles.behind import TitlesBehind
from pipeline.stages.roles.employers import Employers
from pipeline.stages.roles.groups import Group, bare_name, group_mentions
from pipeline.stages.roles.headings import Headings
from pipeline.stages.roles.part import part_of
from pipeline.stages.roles.senders import Senders
from pipeline.stages.roles.surroundings import Surroundings
from pipeline.stages.roles.title_lines import TitleLines
from pipeline.stages.roles.titles import SALUTATION, indefinite, is_plural, is_rank, normalised, title_in
from pipeline.stages.roles.workplaces import Workplaces
from pipeline.word_sets import one_of, word_set

_PARTY = re.compile(r",?\s?\(\s?(?P<party>[A-Za-zåäöÅÄÖ]{1,5})\s?\)")
#: A party's two letters without brackets: "Siv Ek ⟦KD⟧, tel", not "Siv Ek KD-kvinnor".
_PARTY_BARE = re.compile(r"[ \u00a0](?P<party>FP|KD|MP|SD)(?=[,.;:]?(?:[ \u00a0\n]|$))")
#: Between a title and its party: the body, "kommunalråd ⟦i Alvsunds kommun⟧ (M)".
_TO_PARTY = re.compile(r"(?:[ \u00a0][\w:&-]+){0,6}(?=[ \u00a0]?\()")
#: A party between commas: "Karin Johnson, C, är ordförande"; in small letters where a comma or a stop closes it, and in lists: "säger Karin Johnson, c.", "Nina Forsby, s – Lena Carlén, s".
_PARTY_APPOSED = re.compile(
    r",\s(?P<party>[A-ZÅÄÖ]{1,3}|(?:s|m|c|l|v|fp|kd|mp|sd)(?=[,.]|\s?(?:[–•\n]|$)))(?=[,.;]?(?:\s|$))"
)
#: Adjectives of a party that are as short as its members' name.
_MODERATE = {"moderata": "moderaten", "moderate": "moderaten", "moderat": "moderaten"}
_PARTISAN = ("ratiska", "ratiske", "ratisk", "istiska", "istiske", "istisk", "moderata", "moderate", "moderat")
_WORD_BEFORE = re.compile(r"(?<![\w-])(?P<word>[A-Za-zåäöÅÄÖ]+)[ \u00a0]\Z")
#: What a list of contacts calls everybody in it.
_LABEL = re.compile(r"(?:press)?kontakt(?:person)?(?:er)?\b", re.IGNORECASE)
#: Nouns that are not only a party's members.
_ALSO_OTHERS = frozenset(["feministen", "kommunisten", "demokraten"])


#: "Siv Ek ⟦från Alvsund⟧ är ny ordförande".
_HOME = re.compile(r"[ \u00a0]från[ \u00a0][A-ZÅÄÖ][\w-]+(?=[ \u00a0](?:är|blir|utsågs|valdes|utses|har utsetts)\b)")
#: A party in full, or its member, between commas: "Siv Ek, ⟦Centerpartiet⟧, ordförande i …", "Siv Ek, ⟦kristdemokrat⟧,".
_PARTY_NAMED = re.compile(r",[ \u00a0](?P<party>[A-Za-zåäöÅÄÖ]{6,})(?=[,.;)]|$|[ \u00a0]och[ \u00a0])", re.MULTILINE)
#: One bracket for several: "Elin Alm och Maja Ek ⟦(båda C)⟧".
_PARTY_OF_SEVERAL = re.compile(r"[ \u00a0]\((?P<number>båda|bägge|alla)[ \u00a0](?P<party>[A-Za-zåäöÅÄÖ]{1,4})\)")


#: What is said before a title and is none of it: an age, and praise.
_PRAISE = re.compile(
    rf"(?:\d{{1,3}} år, |si(?:n|tt|na) |(?:{one_of('praise')})(?: (?:och|men) |,? )|och (?:{one_of('praise')}) )+(?=\w)",
    re.IGNORECASE,
)
#: What a person is to somebody, and no post.
_NO_POSTS = frozenset(["efterträdare", "föregångare", "ledare", "brobyggare", "lagspelare"])
#: The letters of a party, as those of whose people: "⟦SD:s⟧ Bo Ek", "⟦KD:s⟧ gruppledare Bo Ek".
_LETTERS_OWN = re.compile(r"(?<![\w-])(?P<party>[A-ZÅÄÖ]{1,3}):?s[ \u00a0](?:[a-zåäö]{4,20}[ \u00a0])?\Z")
#: Whose somebody is, by a noun: "⟦byalagets⟧ Siv Ek".
_OF_A_NOUN = re.compile(r"(?<![\w-])[A-ZÅÄÖa-zåäö][a-zåäö]{3,30}(?:en|et|an|na)s[ \u00a0]\Z")
#: The comma that closes an age before a verb: "Bo Ek, 47⟦,⟧ har varit lärare".
_CLOSING_COMMA = re.compile(
    r",(?=[ \u00a0](?:har|arbetar|jobbar|utses|utsågs|valdes|tillträder|börjar|lämnar|slutar)[ \u00a0])"
)
#: What somebody was, before what the person is: "Bo Ek⟦, tidigare polis⟧, nu rektor", "Bo Ek⟦, tidigare polis,⟧ är rektor".
_IN_FORMER_DAYS = re.compile(
    r",[ \u00a0](?:tidigare|förutvarande|före detta|f\.?[ \u00a0]?d\.?)[ \u00a0][^,.\n]{3,80}"
    r"(?:(?=,[ \u00a0](?:nu|numera|i dag|idag)[ \u00a0])|,(?=[ \u00a0](?:är|blir|blev|utses|har utsetts)[ \u00a0]))"
)


@cache
def _letters_of_parties() -> dict[str, str]:
    """Return a party's name, and one member of it, to its letters: "centerpartiet" and "centerpartist" are C."""
    names = {name.lower(): letters for letters, name in party_letters().items()}
    members = {
        member[:-2]: letters
        for member, letters in party_members().items()
        if member.endswith("en") and member not in {*_ALSO_OTHERS, "liberalen"}
    }
    return {**names, **members}


def gather_people(article: Article, organisations: Sequence[Organisation]) -> tuple[Person, ...]:
    """Return the article's people in order of first mention."""
    names = [n for n in article.names if n.label == "PER"]
    groups = group_mentions(names, article.text)
    reader = _RoleReader(article, organisations)
    for group in groups:
        for mention in group.mentions:
            reader.read(group, mention)
    _share_plurals(groups, article.text)
    _share_respective(groups, article.text)
    _share_parties(groups, article.text)
    _share_bodies(groups)
    reader.share_workplaces(groups)
    _find_later_ages(groups, article.text)
    reader.find_workplaces(groups)
    return tuple(_person(group) for group in groups)


#: Between two of several who are named together.
_JOINED = re.compile(r"(?:[ \u00a0]\([A-Za-zåäöÅÄÖ]{1,5}\))?(?:, \d\d)?(?:,|,?[ \u00a0](?:och|samt))[ \u00a0]")
#: Where several who are named together work: "⟦, båda på ⟧Vattenfall", "⟦ från ⟧Coop".
_AT_WORK = re.compile(
    r"(?:,[ \u00a0](?:båda|bägge|samtliga|alla)(?:[ \u00a0](?:två|tre|fyra|fem))?"
    r"|[ \u00a0](?:arbetar|jobbar|arbetade|jobbade)(?:[ \u00a0](?:båda|alla|tillsammans))?|[ \u00a0]ingår[ \u00a0]i[ \u00a0][a-zåäö]+)?"
    r"[ \u00a0](?:på|från|vid|hos)[ \u00a0](?=[A-ZÅÄÖ])"
)
#: What tells that the title behind it is several people's: "är ⟦nya⟧ forskare".
_OF_SEVERAL = re.compile(r"[ \u00a0](?:nya|våra|de|två|tre|fyra|fem|sex|båda)[ \u00a0]\Z")


def _first_of_row(mentions: Sequence[Name], k: int, text: str) -> int:
    """Return the position of the first of several who are named in a row that ends at ``k``.

    "A, B och C" is one row; in "A och B samt C" the last stands for itself.
    """
    first = k
    while first and (joint := _JOINED.fullmatch(text, mentions[first - 1].end, mentions[first].start)) is not None:
        if first < k and not joint.group().endswith((", ", ",\u00a0")):
            return k
        first -= 1
    return first


def _share_plurals(groups: Sequence[Group], text: str) -> None:
    """Give a title in the plural behind the last of several to all: "⟦Moa Ek⟧, ⟦Bo Alm⟧ och Lo Lans är nya doktorander"."""
    ordered = sorted(((m, group) for group in groups for m in group.mentions), key=lambda one: one[0].start)
    row = [mention for mention, _ in ordered]
    for k, (mention, group) in enumerate(ordered):
        limit = ordered[k + 1][0].start if k + 1 < len(ordered) else len(text)
        first = _first_of_row(row, k, text)
        opens = _SENTENCE.search(text, max(0, ordered[first][0].start - 3), ordered[first][0].start) is not None
        shared = [
            r
            for r in group.roles
            if mention.end <= r.start < limit
            and (_is_of_several(r, text) or (opens and _is_theirs(r, text[mention.end : r.start])))
        ] or _apposed_to_two(ordered, first, k, text)
        if not shared or "\n" in text[mention.end : shared[0].start]:
            continue
        for _, others in ordered[first:k]:
            has = {indefinite(role.text.split()[0]) for role in others.roles}
            others.roles += [role for role in shared if indefinite(role.text.split()[0]) not in has]


def _apposed_to_two(ordered: Sequence[tuple[Name, Group]], first: int, k: int, text: str) -> list[Role]:
    """``säger ⟦Moa Ek⟧ och Bo Alm, forskare vid Sjöviks universitet``: a title of one form in both numbers, the first having none."""
    mention, group = ordered[k]
    shared = [r for r in group.roles if r.start - mention.end == len(", ") and _both_numbers(r)]
    apart = shared and "respektive" in text[shared[0].end : shared[0].end + _NEAR].partition(".")[0]
    return [] if apart or k - first != 1 or ordered[first][1].roles else shared


#: Two titles behind two names: "⟦, ⟧ordförande⟦ respektive ⟧vice ordförande", "⟦ som ⟧vd respektive ekonomichef".
_RESPECTIVE = re.compile(
    r"(?:,| som| är| blir| valdes till| utses till)[ \u00a0](?P<first>[a-zåäö:-]+(?:[ \u00a0][a-zåäö-]+){0,2}?)[ \u00a0]respektive[ \u00a0]"
    r"(?P<second>[a-zåäö0-9:-]+(?:[ \u00a0][a-zåäö-]+){0,3})"
)


def _share_respective(groups: Sequence[Group], text: str) -> None:
    """Give each of two the title that is theirs: "⟦Moa Ek⟧ och ⟦Bo Alm⟧, ordförande respektive vice ordförande"."""
    if " respektive " not in text:
        return
    ordered = sorted(((m, group) for group in groups for m in group.mentions), key=lambda one: one[0].start)
    row = [mention for mention, _ in ordered]
    for k, (mention, group) in enumerate(ordered):
        match = _RESPECTIVE.match(text, mention.end)
        if match is None or k - _first_of_row(row, k, text) != 1:
            continue
        spans = [title_in(match["first"]), title_in(match["second"])]
        if None in spans:
            continue
        owner = next((r.organisation for r in group.roles if match.start() <= r.start < match.end()), None)
        for (_, one), name, span in zip(ordered[k - 1 : k + 1], ("first", "second"), spans, strict=True):
            a, b = (match.start(name) + at for at in span or (0, 0))
            one.roles = [r for r in one.roles if not match.start() <= r.start < match.end()]
            one.roles.append(Role(a, b, text[a:b], normalised(text[a:b]), owner))


#: Characters in which the bodies of two stand: "läkare på Sjöviks sjukhus respektive Brohamns lasarett".
_NEAR = 120


def _share_parties(groups: Sequence[Group], text: str) -> None:
    """Give a party that is written once to both or all: "⟦Elin Alm⟧ och ⟦Maja Ek⟧ (båda C)"."""
    ordered = sorted(((m, group) for group in groups for m in group.mentions), key=lambda one: one[0].start)
    for k, (mention, group) in enumerate(ordered):
        match = _PARTY_OF_SEVERAL.match(text, mention.end)
        if match is None or match["party"].upper() not in party_letters():
            continue
        group.party = match["party"].upper()
        fewest = 0 if match["number"] == "alla" else max(0, k - 1)
        for n in range(k - 1, fewest - 1, -1):
            if _JOINED.fullmatch(text, ordered[n][0].end, ordered[n + 1][0].start) is None:
                break
            ordered[n][1].party = match["party"].upper()


_SENTENCE = re.compile(r"(?:^|[.!?:\n]|[–—-])[ \u00a0]?\Z")
_ARE = re.compile(
    r"[ \u00a0](?:är|var|blir|blev|blev|utses till|har utsetts till)[ \u00a0](?:alla[ \u00a0]|båda[ \u00a0])?"
)


def _is_theirs(role: Role, between: str) -> bool:
    """Tell a title of one form in both numbers of which the names before are the subject: "är ⟦kommunalråd⟧"."""
    return _both_numbers(role) and _ARE.fullmatch(between) is not None


def _both_numbers(role: Role) -> bool:
    words = role.text.split()
    head = next((word for word in words if not is_rank(word)), words[0])  # "andre vice ⟦ordförande⟧"
    return head.endswith(("are", "ande", "råd", "ombud"))


def _is_of_several(role: Role, text: str) -> bool:
    """Tell a title in the indefinite plural: *doktorander*; *forskare* only behind "nya" or a number."""
    head = role.text.split()[0].lower()
    plural = (head.endswith(("er", "ar", "or")) and indefinite(head) not in (None, head)) or head.endswith("ansvariga")
    return plural or _OF_SEVERAL.search(text, max(0, role.start - 8), role.start) is not None


def _share_bodies(groups: Sequence[Group]) -> None:
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


def _person(group: Group) -> Person:
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


def _find_later_ages(groups: Sequence[Group], text: str) -> None:
    """Give an age to those whom the next sentence calls by it: "Siv Ek åkte släde. Den 83-åriga veteranen vann."."""
    starts = {id(group): [mention.start for mention in group.mentions] for group in groups}
    for group in groups:
        if group.age is None:
            others = [start for key, own in starts.items() if key != id(group) for start in own]
            ages = (age_later(text, mention.start, mention.end, others) for mention in group.mentions)
            group.age = next((age for age in ages if age is not None), None)


class _RoleReader:
    """Reads what stands around a mention: title, apposition, party, age, body, and what part the person plays."""

    def __init__(self, article: Article, organisations: Sequence[Organisation]) -> None:
        self._around = Surroundings(article, organisations)
        self._employers = Employers(self._around)
        title_lines = TitleLines(self._around)
        #: "Finansinspektionen (FI)", whose people are no party's.
        self._letters_of_others = {a for o in organisations if o.kind != "party" for a in o.aliases if a.isupper()}
        self._before = TitlesBefore(self._around, self._employers, title_lines)
        self._behind = TitlesBehind(self._around, self._employers, title_lines, self._before)

    def find_workplaces(self, groups: Sequence[Group]) -> None:
        """Give a body to the people whose titles nothing ties to one, where the article as a whole does."""
        headings = Headings(self._around)
        senders = Senders(self._around.article, self._around.organisations)
        workplaces = Workplaces(self._around, self._employers, groups)
        for group in groups:
            if group.organisation is None and all(role.organisation is None for role in group.roles):
                sender = headings.of(group)
                sender = senders.of(group) if sender is None else sender
                group.organisation = workplaces.of(group) if sender is None else sender

    def share_workplaces(self, groups: Sequence[Group]) -> None:
        """Give the body behind the last of several to all: "⟦Lars Ek⟧ och ⟦Eva Ro⟧, båda på Vattenfall", "… från Coop"."""
        text = self._around.text
        ordered = sorted(((m, group) for group in groups for m in group.mentions), key=lambda one: one[0].start)
        row = [mention for mention, _ in ordered]
        for k, (mention, _) in enumerate(ordered):
            match = _AT_WORK.match(text, mention.end)
            body = None if match is None else self._employers.just_at(match.end())
            first = _first_of_row(row, k, text)
            if body is None or first == k:
                continue
            for own, group in ordered[first : k + 1]:
                if own is not mention and _OF_A_NOUN.search(text, max(0, own.start - _NEAR), own.start):
                    continue  # "byalagets Siv Ek och Bo Alm från Bergfast"
                if group.organisation is None and all(role.organisation is None for role in group.roles):
                    group.organisation = body

    def read(self, group: Group, mention: Name) -> None:
        """Add what this mention tells of the person."""
        block = self._around.block(mention.start)
        group.parts.append(part_of(self._around.text, mention, block))
        start = block.start if block else 0
        end = block.end if block else len(self._around.text)
        at = self._read_party(group, mention)
        named = self._read_party_name(group, at)
        age = age_behind(self._around.text, at)
        if age is not None:
            group.age, at = age
            closed = _CLOSING_COMMA.match(self._around.text, at)
            at = at if closed is None else closed.end()
        elif group.age is None:
            group.age = age_before(self._around.text, mention.start) or age_on_card(self._around.text, mention.end)
        home = _HOME.match(self._around.text, at)
        at = at if home is None else home.end()
        before = list(self._before.read(mention, start))
        known = group.organisation
        behind = []
        if (later := _IN_FORMER_DAYS.match(self._around.text, at)) is not None:
            behind = list(self._behind.read(group, mention, later.end(), end, block))
        behind = behind or list(self._behind.read(group, mention, at, end, block))
        if not behind and named > at:
            behind = list(self._behind.read(group, mention, named, end, block))
        if known is None and not behind and len(before) == 1 and before[0].organisation is None:
            before = [replace(before[0], organisation=group.organisation)]  # docent ⟦Bo Ek⟧ vid Alvsunds universitet
        if behind:
            before = [role for role in before if not _LABEL.match(role.text)]
        roles = [*before, *behind]
        roles += self._behind.later_post(mention, at, roles)
        if group.party is None:
            group.party = self._party_behind(mention, behind) or self._party_in([*before, *behind])
        if group.organisation is None:
            group.organisation = self._employers.of_contact(mention)
        if group.organisation is None and all(role.organisation is None for role in roles):
            group.organisation = self._employers.of_clause(mention)
        if not before and group.organisation is None and all(role.organisation is None for role in roles):
            group.organisation = self._employers.owning(mention.start)  # Vårdfackets Roza Ek
        roles = roles or list(self._behind.on_card(mention)) or list(self._behind.told_next(mention.end))
        group.roles += [kept for role in roles if (kept := self._without_praise(role)) is not None]

    def _without_praise(self, role: Role) -> Role | None:
        """Return the title alone: ``är en ⟦erfaren⟧ lärare``, ``⟦47 år,⟧ civilekonom``; null where only praise is left.

        Nobody has a post by "Hon är en trygg ledare", or by being somebody's successor: "hennes efterträdare Bo Ek".
        """
        if role.text.lower().startswith(("årets ", "bästa ", "bäste ")) or SALUTATION.match(
            self._around.text, role.start
        ):
            return None  # a prize; "den bästa chefen jag haft"; "Herr talman! Bo Ek har frågat …"
        extra = _PRAISE.match(role.text)
        begin = role.start + (extra.end() if extra is not None else 0)
        head = self._around.text[begin : role.end].split(" ")[0].lower()
        if head in _NO_POSTS and (head != "ledare" or (extra is not None and "år" not in extra.group())):
            return None
        return role if extra is None else self._around.role(begin, role.end, role.organisation)

    def _read_party(self, group: Group, mention: Name) -> int:
        """Set the party behind a name, "Siv Ek ⟦(M)⟧", or before it; return where what it says of the name ends."""
        text, at = self._around.text, mention.end
        if not _PARTY.match(text, at):
            at = behind_former(text, at)
        party = _PARTY.match(text, at) or _PARTY_APPOSED.match(text, at) or _PARTY_BARE.match(text, at)
        if party and party["party"].upper() in party_letters():
            group.party = party["party"].upper()
            return behind_former(text, party.end())
        if group.party is None:
            group.party = self._party_before(mention)
        return at

    def _read_party_name(self, group: Group, at: int) -> int:
        """Set the party that stands in full behind a name, "Siv Ek⟦, Centerpartiet⟧"; return where it ends."""
        match = _PARTY_NAMED.match(self._around.text, at)
        letters = _letters_of_parties().get(match["party"].lower()) if match is not None else None
        if match is None or letters is None:
            return at
        group.party = group.party or letters
        return match.end()

    def _party_behind(self, mention: Name, roles: Sequence[Role]) -> str | None:
        """``Bo Ek, ordförande i regionstyrelsen ⟦(M)⟧``, ``Bo Ek, kommunalråd Alvsunds kommun ⟦(M)⟧``: behind the title."""
        for role in roles:
            between = _TO_PARTY.match(self._around.text, role.end)
            party = _PARTY.match(self._around.text, between.end()) if between is not None else None
            if party is None or party["party"].upper() not in party_letters():
                continue
            if self._around.next_person(mention, party.end()) == party.end():
                return party["party"].upper()
        return None

    def _party_in(self, roles: Sequence[Role]) -> str | None:
        """``⟦Socialdemokratiska⟧ regionrådet Bo Ek``: the party whose adjective opens a politician's title."""
        for role in roles:
            word = _WORD_BEFORE.search(self._around.text, max(0, role.start - 30), role.start)
            first, *rest = role.text.lower().split()
            if word is not None and word["word"].lower().endswith(_PARTISAN):
                first, rest = word["word"].lower(), [first]
            member = (
                re.sub(r"isk[ae]?$", "en", first)
                if first.endswith(("iska", "iske", "isk"))
                else _MODERATE.get(first, "")
            )
            if rest and rest[0].endswith(tuple(word_set("endings of titles of politicians"))):
                return party_members().get(member)
        return None

    def _party_before(self, mention: Name) -> str | None:
        """``moderaten ⟦Bo Ek⟧``: the party whose member the noun just before the name is."""
        before = self._around.text[max(0, mention.start - 30) : mention.start]
        letters = _LETTERS_OWN.search(before)
        if letters is not None and letters["party"] in party_letters():
            return None if letters["party"] in self._letters_of_others else letters["party"]
        word = re.search(r"(\w+)[ \u00a0]$", before)
        member = word[1].lower() if word else ""
        return None if member in _ALSO_OTHERS else party_members().get(member)


__all__ = ["bare_name", "gather_people", "indefinite"]
