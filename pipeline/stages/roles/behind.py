"""Titles behind a name: ", rektor på Åskolan,", "Hon är ordförande i …", the lines of a contact block."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from pipeline.article import Block, Name, Role
from pipeline.stages.roles.before import TitlesBefore
from pipeline.stages.roles.employers import Employers
from pipeline.stages.roles.groups import Group
from pipeline.stages.roles.short_forms import is_inside
from pipeline.stages.roles.surroundings import Surroundings
from pipeline.stages.roles.ties import APPOSED
from pipeline.stages.roles.title_lines import TitleLines
from pipeline.stages.roles.titles import (
    indefinite,
    is_plural,
    is_rank,
    is_title,
    means_a_person,
    part_of_title,
    title_in,
)
from pipeline.word_sets import word_set

_WORKS_AT = re.compile(
    r"[ \u00a0](?:arbetar|jobbar|arbetade|jobbade|är anställd)[ \u00a0](?:[a-zåäö]+[ \u00a0]){0,2}?(?:på|hos|vid|i|inom)[ \u00a0]"
    r"(?P<body>[^.,;:!?\n]{2,50}?)[ \u00a0]som[ \u00a0](?P<rest>[^.!?\n]{3,100})"
)
_AT_WORK = re.compile(
    r"(?:(?:,|[ \u00a0](?:är|var))[ \u00a0](?:verksam|anställd)|[ \u00a0](?:har[ \u00a0])?(?:arbetar|arbetat|arbetade|jobbar|jobbat|jobbade|började|"
    r"anställdes|forskar|forskat|forskade|disputerade|disputerat|undervisar|doktorerar))[ \u00a0](?:[a-zåäö]+[ \u00a0]){0,4}?"
    r"(?:på|hos|vid)[ \u00a0]"
)
#: A second title behind the first one's body: " på Ekskolan och ordförande i …".
_SECOND = re.compile(
    r"[ \u00a0](?:på|vid|hos|i|för|inom)[ \u00a0][^,.;:!?\n]{2,60}?(?P<joint>[ \u00a0](?:och|samt)[ \u00a0])"
    r"(?P<rest>(?:[a-zåäö-]+[ \u00a0]){1,3}(?:på|vid|hos|i|för|inom)[ \u00a0][^,.;:!?\n]{2,60})"
)
_WORKED_WITHIN = re.compile(
    r",[ \u00a0]som[ \u00a0](?:har[ \u00a0])?(?:arbetar|arbetat|jobbar|jobbat)[ \u00a0][^.,;:!?\n]{0,50}?(?:på|hos|vid|inom)[ \u00a0](?=[A-ZÅÄÖ])"
)
_TOLD_NEXT = re.compile(
    r"[^.!?\n]{0,140}[.!?][”\"]?[ \u00a0\n]{1,2}(?:(?:Hon|Han) (?:är|var|blev|blir|(?:arbetar|jobbar|tillträder|börjar) som)|"
    r"(?:I dag|Idag|Numera|Nu|Till vardags|I år|I höst|I vår|Sedan [\w ]{3,20}|(?:Den|I) [\w ]{3,16}) "
    r"(?:(?:är|blir) (?:hon|han)|(?:arbetar|jobbar|tillträder|börjar) (?:hon|han) som)) (?!(?:inte|aldrig|ingen|knappast)\b)(?P<rest>[^.!?\n]{3,140})"
)
#: ``sade Bo Ek när hon presenterade en rapport från ⟦Bergfast⟧``: who presents a body's report speaks for it.
_PRESENTS = re.compile(
    r"[ \u00a0](?:när[ \u00a0](?:hon|han)[ \u00a0]|som[ \u00a0])?[^.!?\n]{0,40}?(?:presenterade|presenterar|lade fram|lägger fram)[ \u00a0]"
    r"[^.,!?\n]{0,40}?(?:rapport|studie|undersökning|utredning|granskning|prognos)(?:en)?[ \u00a0]från[ \u00a0]"
)
#: What may stand between the comma behind a title and the body that the title is at.
_BEFORE_BODY = re.compile(
    r",[ \u00a0](?:[a-zåäö]{2,30}(?:et|en|an|hemmet)[ \u00a0]|[A-ZÅÄÖ][\w-]{1,30},[ \u00a0]|"
    r"[a-zåäö-]{2,30}(?:(?:,|[ \u00a0]och)[ \u00a0][a-zåäö-]{2,30}){1,3}[ \u00a0](?:på|vid|hos|inom)[ \u00a0])?"
)
#: Who runs a business: "Bo Ek⟦, som driver ⟧Eks Bageri", "Bo Ek⟦ driver sedan 2003 ⟧Café Linden".
_RUNS = re.compile(
    r"(?:,[ \u00a0]som[ \u00a0](?:driver|leder|förestår|grundade|grundat)|[ \u00a0](?:driver|förestår))[ \u00a0]"
    r"(?:(?:i dag|numera|sedan \d{4}|själv|även)[ \u00a0])?(?:(?:den|det)[ \u00a0](?:[a-zåäö-]+[ \u00a0]){1,2}?)?"
    r"(?:[a-zåäö]+(?:en|et|an|eriet)[ \u00a0])?(?=[A-ZÅÄÖ])"
)
_NEXT_LINE = re.compile(r"[ \u00a0]?\n{1,2}(?P<line>[^\n@\d]{2,60})(?=\n|$)")
#: A post that the sentence comes to later: "Bo Ek, i dag vd i Bergfast, har utsetts till ⟦ny vd i Nordvind⟧".
_LATER_POST = re.compile(
    r"[^.!?\n]{0,140}?\b(?:har utsetts till|utses till|utsågs till|har förordnats till|har utnämnts till|utnämns till|har valts till|väljs till|"
    r"valdes till|återgår till (?:sin )?(?:ordinarie )?tjänst som|har anställts som|anställs som|blir)[ \u00a0](?:ny[ae]?[ \u00a0])?(?P<rest>[^.!?\n]{3,100})"
)
#: Somebody else, whom no name tells: "projektledare ⟦samt representant från⟧ Bergfast".
_SOMEBODY_ELSE = re.compile(
    r"[ \u00a0](?:och|samt)[ \u00a0](?:en[ \u00a0])?(?:representant(?:er)?|företrädare|ombud|personal|deltagare)[ \u00a0](?:för|från)\b"
)
#: What adds a second title: "vd för Bergfast⟦, tillika ⟧ordförande i Företagarna", "förr rektor⟦ och numera ⟧skolchef i …".
_ADDED = re.compile(
    r",?[ \u00a0](?:tillika|dessutom|och[ \u00a0](?:även|också)|(?:och[ \u00a0])?(?:nu|numera|i[ \u00a0]dag|idag))[ \u00a0]"
)
#: Between a title and its body.
_AT_BODY = re.compile(r"[ \u00a0](?:på|vid|hos|i|för|från|inom|av)[ \u00a0]")
#: Between a title and whose it is: "landshövding⟦ i Alvsunds län ⟧Siv Ek".
_IN_PLACE = re.compile(r"[ \u00a0](?:i|på|för)[ \u00a0][A-ZÅÄÖ][\w-]*(?:[ \u00a0](?:län|kommun|stad|stift))?[ \u00a0]")
#: A portrait's card: the label before the name, then its lines, of which one tells the title.
_CARD_NAME = re.compile(r"(?m)^(?i:Namn|Fakta|Vem|Profil):[ \u00a0]\Z")
_CARD_LINE = re.compile(
    r"(?:\n{1,2}|[.;|•][ \u00a0])(?!(?i:Namn))(?P<label>[A-ZÅÄÖ][A-ZÅÄÖa-zåäö ]{1,20}):[ \u00a0](?P<rest>[^\n]{2,120}?)"
    r"(?=\n|\Z|[.;|•][ \u00a0][A-ZÅÄÖ][A-ZÅÄÖa-zåäö ]{1,20}:)"
)
_CARD_LABELS = frozenset(
    ["yrke", "titel", "jobb", "jobbar som", "arbetar som", "sysselsättning", "gör", "befattning", "arbete"]
)
#: A party between a title and its body: "ordförande⟦ (S) i ⟧kulturnämnden", "gruppledare⟦ (KD), ⟧Region Alvsund".
_PARTY_BETWEEN = re.compile(
    r"[ \u00a0]\([A-Za-zÅÄÖåäö]{1,4}\)(?P<joint>[ \u00a0](?:i|på|för|vid)[ \u00a0]|,?[ \u00a0])"
)
#: Between a body and the title of who is there: "Bergfast⟦ och ⟧ledare", "Bergfast⟦s ⟧ombud".
_JOINS_TITLE = re.compile(r":?s?[ \u00a0](?:(?:och|samt)[ \u00a0])?")
#: Between two titles, the first of a party's: "regionråd⟦ (S) och ⟧ordförande i Kulturrådet".
_PARTY_AND = re.compile(r"[ \u00a0]\([A-Za-zÅÄÖåäö]{1,4}\)[ \u00a0](?:och|samt)[ \u00a0]")
#: A second title and whose it is, at the end of a clause: " och ⟦nämndens ordförande⟧.".
_OF_BOARD = re.compile(
    r"[ \u00a0](?:och|samt|liksom)[ \u00a0](?P<owner>[a-zåäö-]{4,}(?:ens|ets|ans|nas|mäktiges))[ \u00a0]"
    r"(?P<title>(?:(?:vice|1:e|2:e|förste|andre)[ \u00a0]){0,2}[a-zåäö]+)(?=[.;\n]|,[ \u00a0](?=[a-zåäö])(?!är|var|blir)|\Z)"
)
_BOARD = re.compile(r"[a-zåäö-]*(?:nämndens|styrelsens|utskottets|mäktiges|beredningens|kommitténs)\Z")
_TITLE_ALONE = re.compile(
    r",[ \u00a0](?P<title>[A-Za-zåäöÅÄÖ-]+(?:[ \u00a0][a-zåäö-]+){0,2})[ \u00a0]?(?=,[ \u00a0](?:\+|0|tel|tfn|mobil|[\w.-]+@)|\n|\Z)"
)
#: A heading above contacts, whose titles stand below their names.
_CONTACT = re.compile(r"(?:press)?kontakt", re.IGNORECASE)
#: Between a title and the next name, in a row whose titles stand first.
_TO_NEXT = re.compile(r"(?:[ \u00a0](?:i|för|på|vid|inom|av)[ \u00a0][^,.;:!?\n]{2,60})?,[ \u00a0]")
#: Bodies that may stand right behind a name, and what ends such a part of a row.
_PUBLIC = frozenset(["municipality", "region", "university", "county_board"])
_ENDS = re.compile(r"[,.;\n)]|[ \u00a0]och[ \u00a0]|\Z")
#: Characters behind a name within which its title stands.
_REACH = 400


def _titled_at_once(text: str) -> bool:
    """A title within the first two words, ranks left out: "sjukvårdspolitisk talesperson för …", "1:e vice ordf".

    Not behind a noun: "boken Konsulterna".
    """
    words = [word.strip(",.") for word in text.split()[:6]]
    coordinated = (n for n, word in enumerate(words[:2]) if word.endswith("-") and words[n + 1 : n + 2] == ["och"])
    for n in coordinated:  # "tillförordnad barn- och utbildningschef"
        return all(is_rank(word) for word in words[:n]) and is_title("".join(words[n + 2 : n + 3]))
    words = words[:4]
    first, *more = [word for word in words if not is_rank(word)][:2] or [""]
    if is_title(first):
        return True
    noun = first.islower() and first.endswith(("en", "et", "an")) and not first.endswith(("ande", "ende"))
    return any(is_title(word) for word in more) and not noun


def _of_many(text: str) -> bool:
    """Tell a title in the plural right behind a name, which is whom that one meets: *kommunchefer*, *rektorer och lärare*."""
    head = text.split()[0].strip(",.").lower()
    return head.endswith(("er", "ar", "or", "arna", "erna")) and indefinite(head) not in (None, head)


def is_definite_plural(title: str) -> bool:
    """Tell a title that means several who are known: *ledamöterna*, *rektorerna*."""
    head = title.split()[0].lower()
    return head.endswith(("erna", "arna", "orna")) and is_plural(head)


def _is_definite(before: str, title: str) -> bool:
    """Tell a title that means somebody else whom a sentence behind a colon is about: *Den åtalade*, *Målvakten*."""
    return before.strip().lower() == "den" or (indefinite(title) or title).lower() != title.lower()


#: A cue before a name, behind which is told to whom.
_TOLD = re.compile(r"\b(?:säger|sa|sade|berättar|berättade|uppger|skriver|förklarar)[ \u00a0][^.,!?\n]{0,50}\Z")


class TitlesBehind:
    """Reads the titles that stand behind a mention; a body without a title is set on the group."""

    def __init__(
        self, around: Surroundings, employers: Employers, title_lines: TitleLines, titles_before: TitlesBefore
    ) -> None:
        self._around = around
        self._titles_before = titles_before
        self._title_lines = title_lines
        self._article = around.article
        self._text = around.text
        self._tokens = around.tokens
        self._starts = around.starts
        self._bodies = around.bodies
        self._person_starts = around.person_starts
        self._body_starts = around.body_starts
        self._block_starts = around.block_starts
        self._employers = employers

    def read(self, group: Group, mention: Name, at: int, end: int, block: Block | None) -> Iterator[Role]:
        """Yield the titles behind a mention; ``at`` is where name, party and age end, ``end`` where the block does."""
        text = self._text
        if self._is_below_title(mention):
            end = text.find("\n", at, end) if "\n" in text[at:end] else end  # the next line is the next one's title
        elif block is not None and (block.kind == "contact" or at == block.end):
            end = self._around.next_person(mention, self._area_end(block))
        else:
            newline = text.find("\n", at, end)
            end = newline if newline >= 0 else end
        end = min(end, at + _REACH)
        stretch = text[at:end]
        works = _WORKS_AT.match(stretch)
        if works is not None and (found := title_in(works["rest"])) is not None:
            a, b = at + works.start("rest") + found[0], at + works.start("rest") + found[1]
            yield self._around.role(
                a,
                b,
                self._employers.within(at + works.start("body"), at + works.end("body")),
                self._around.tail(b, end),
            )
            return
        within = _WORKED_WITHIN.match(stretch)
        if within is not None and group.organisation is None:
            group.organisation = self._employers.just_at(at + within.end())
        at_work = _AT_WORK.match(stretch) or _RUNS.match(stretch)
        if at_work is not None and group.organisation is None:
            group.organisation = self._employers.just_at(at + at_work.end())
        match = APPOSED.match(stretch)
        if match is None and (owned := self._of_owner(mention, at, end)) is not None:
            yield owned
            return
        if match is None:
            body = self._employers.of_name(at, end)
            if body is None and (presents := _PRESENTS.match(stretch)):
                body = self._employers.just_at(at + presents.end())
            body = self._public_body(at) if body is None else body
            group.organisation = group.organisation if body is None else body
            if mention.text.endswith("s") and not group.name.endswith("s"):
                return  # "Moa Bergs tränare är stolt"
            in_contact = block is not None and block.kind == "contact"
            small = r"(?:[a-zåäö1-3]|V[dD]\b|Verkställande[ \u00a0]direktör\b)"
            cue = text[max(0, mention.start - 20) : mention.start].split()[-1:]
            framed = bool(cue) and cue[0] in word_set("cues before a name")  # "säger Bo Ek Förhandlare Sjörådet"
            first = r"\w" if in_contact or framed or text[at - 1] == ")" else small  # "Bo Ek (C) Regionråd"
            match = re.match(
                rf"[ \u00a0\t]{{1,8}}(?!(?:och|samt|men|eller|på|i|till|från|vid|för|hos|inom|av|med)[ \u00a0])(?={first})",
                stretch,
            )  # the comma is missing: "Bo Ek politisk talesperson"
            if match is None or not _titled_at_once(stretch[match.end() :]):
                return
            if not in_contact and _of_many(stretch[match.end() :]):
                return  # "I dag möter rektor Bo Ek ⟦lärare⟧ och elever", "träffar Siv Alm ⟦kommunchefer⟧"
        begin = at + match.end()
        if block is not None and block.end < begin and self._ends_as_sentence(begin):
            return  # "Av: Bo Ek" ⏎ "⟦Bergfasts⟧ vinst är stor.", "Foto: Bo Ek" ⏎ "⟦Tränaren⟧ är nöjd."
        stop = self._apposition_end(begin, end, block)
        if block is None or block.kind != "contact":
            stop = max(begin, self._around.next_person(mention, stop))
        found = title_in(text[begin:stop])
        if found is not None and self._is_body(begin + found[0], begin + found[1]):
            found = None  # "säger Bo Ek, ⟦polisen⟧."
        if found is None and match.group().strip() == "till":
            return  # "säger Bo Ek till ⟦P4 Alvsund⟧": whom it was told
        if found is None and match.group().strip(", \u00a0") == "som":
            return  # "Bo Ek, som ⟦Bergfast⟧ har anmält": whose doing it is
        if found is None:
            body = self._employers.just_at(begin)
            if body is not None and self._around.followed_by(body, begin, " av "):
                return  # "… av Bo Ek, ⟦Samfundet⟧ av Siv Alm och …"
            if body is not None and self._names_members(begin):
                return  # "Siv Ek, Lo Alm, ⟦Skogö musikförening⟧ (Bo Ek, Rut Lans)"
            if body is not None and self._owns_next_person(begin):
                return  # "landshövding Bo Ek, ⟦Bergfasts⟧ Siv Alm och …"
            if body is None and (stretch.startswith(", från ") or self._is_who_says(mention)):
                body = self._employers.of_name(at, end)  # "Bo Ek, 12, från Åskolan", "säger Bo Ek, på Fornverket"
            if body is None and "(" in match.group() and ")" in stretch:
                body = self._employers.within(begin, at + stretch.index(")") - 1)
            group.organisation = group.organisation if body is None else body
            if body is not None and (behind := self._behind_body(body, begin)) is not None:
                yield behind
        if found is not None:
            a, b = begin + found[0], begin + found[1]
            if match.group().strip() == "till" and _TOLD.search(text, max(0, mention.start - 60), mention.start):
                return  # "säger ordföranden Bo Ek till ⟦GD⟧."
            if ":" in match.group() and _is_definite(text[begin:a], text[a:b]):
                return  # "Åklagare Bo Ek: ⟦Den åtalade⟧ har erkänt", "Tränaren Bo Ek: ⟦Målvakten⟧ är hel"
            if block is None or block.kind != "contact":
                rest = self._around.tail(b, stop)
                if "," in match.group() and is_definite_plural(text[a:b]):
                    return  # "Bo Ek, ⟦ledamöterna⟧ i nämnden och …": others, in a row
                if self._leads_next(mention, text[a:b], rest):
                    return
            owns = mention.text.endswith("s") and match.group().isspace()  # "Anna Wallins rektor Bo Ek"
            if ((owns or re.search(r"[,\n]", match.group())) and self._is_next_persons(b)) or self._labels_next(b):
                return
            if (title := self._behind_label(a, b, stop)) is not None:
                a, b = title
            lead, a = a, self._past_body(a, b)
            second = self._second(b, stop)
            in_contact = block is not None and block.kind == "contact"
            beside = None if second is not None or in_contact else self._beside(b, end)
            first_stop = second[0] if second is not None else beside.start if beside is not None else stop
            body = self._employers.within(lead, first_stop)
            if body is None and (party := _PARTY_BETWEEN.match(text, b)) is not None:
                apart = party["joint"].strip(", \u00a0") == ""
                until = self._apposition_end(party.end(), end, block)
                body = self._employers.just_at(party.end()) if apart else self._employers.within(party.end(), until)
            if body is None and match.group().strip().startswith(("till", "som")):
                body = self._employers.appointing(mention)
            yield self._around.role(a, b, body, self._around.tail(b, first_stop))
            if beside is not None:
                yield beside
            elif second is None and (of_board := self._of_board(b) or self._behind_party(b, end, block)) is not None:
                yield of_board
            if second is None and block is not None and block.kind == "contact":
                second, stop = self._on_next_line(b, end), end
            if second is not None:
                _, a, b = second
                yield self._around.role(a, b, self._employers.within(a, stop), self._around.tail(b, stop))

    def _ends_as_sentence(self, at: int) -> bool:
        """Tell whether the line from offset ``at`` on ends as a sentence does, and as no description of somebody."""
        end = self._text.find("\n", at)
        return self._text[at : len(self._text) if end < 0 else end].rstrip()[-1:] in (".", "!", "?", ":")

    def _is_below_title(self, mention: Name) -> bool:
        """Tell whether the line above is a title, and the line below thus the next one's; "Presskontakt" heads a card."""
        above = self._title_lines.above(mention.start)
        if above is None or not _CONTACT.match(self._text, above[0]):
            return above is not None
        following = self._around.next_person(mention, len(self._text))
        below = self._title_lines.above(following)
        return below is not None and below[0] > mention.start

    def on_card(self, mention: Name) -> Iterator[Role]:
        """``Namn: Bo Ek``, ``Ålder: 52``, below them "Yrke: ⟦lärare⟧ på Åskolan": the lines of a portrait's card."""
        if _CARD_NAME.search(self._text, max(0, mention.start - 12), mention.start) is None:
            return
        runs_on = _CARD_LINE.match(self._text, mention.end) is not None  # "Namn: Bo Ek. Yrke: lärare."
        at = mention.end if runs_on else self._text.find("\n", mention.end)
        while at >= 0 and (line := _CARD_LINE.match(self._text, at)) is not None:
            found = title_in(line["rest"]) if line["label"].lower() in _CARD_LABELS else None
            if found is not None:
                a, b = line.start("rest") + found[0], line.start("rest") + found[1]
                yield self._around.role(a, b, self._employers.within(a, line.end()), self._around.tail(b, line.end()))
            at = line.end() if line.end() < len(self._text) else -1

    def _beside(self, b: int, end: int) -> Role | None:
        """``Bo Ek, docent, ⟦forskningschef⟧ vid Livsmedelsverket``: a second title behind a comma, and its body.

        Behind the first one's body only where a word adds it: ``vd för Bergfast, tillika ⟦ordförande⟧ i Företagarna``.
        """
        n = bisect_left(self._body_starts, b)
        named = n < len(self._bodies) and self._bodies[n][0] < min(end, b + 12)
        body_end = self._bodies[n][1] if named else self._around.tail(b, end)
        if (added := _ADDED.match(self._text, body_end, end)) is None and not self._text.startswith(", ", b):
            return None
        begin = b + 2 if added is None else added.end()
        stop = self._apposition_end(begin, end, None)
        found = title_in(self._text[begin:stop])
        if found is None or found[0] or self._is_next_persons(begin + found[1]):
            return None
        body = self._employers.within(begin, stop)
        if body is None:
            return None
        return self._around.role(begin, begin + found[1], body, self._around.tail(begin + found[1], stop))

    def _is_body(self, start: int, end: int) -> bool:
        """``säger Bo Ek, ⟦polisen⟧``, ``säger Bo Ek till ⟦tidningen Läraren⟧``: a body, perhaps behind what presents it."""
        n = bisect_left(self._body_starts, start)
        if n == len(self._bodies) or self._bodies[n][1] != end:
            return False
        before = self._text[start : self._bodies[n][0]].strip()
        return not before or before in word_set("nouns that present a body")

    def later_post(self, mention: Name, at: int, known: Iterable[Role]) -> Iterator[Role]:
        """``Bo Ek, i dag vd i Bergfast, har utsetts till ⟦ny vd⟧ i Nordvind``: the post that is the news."""
        match = _LATER_POST.match(self._text, at, min(len(self._text), at + 280))
        if match is None or self._around.next_person(mention, match.end()) < match.start("rest"):
            return
        found = title_in(match["rest"])
        if found is None or any(role.start <= match.start("rest") + found[0] < role.end for role in known):
            return
        begin, stop = match.start("rest") + found[0], self._apposition_end(match.start("rest"), match.end("rest"), None)
        end = match.start("rest") + found[1]
        yield self._around.role(
            self._past_body(begin, end), end, self._employers.within(begin, stop), self._around.tail(end, stop)
        )

    def _of_board(self, at: int) -> Role | None:
        """``Siv Ek blir regionråd och ⟦nämndens ordförande⟧.``: a second title, whose owner stands in the genitive."""
        match = _OF_BOARD.match(self._text, at)
        if match is None or not is_title(match["title"].split()[-1]):
            return None
        board = _BOARD.match(match["owner"]) is not None
        body = self._employers.owning(match.start("title"))
        start = match.start("owner") if board and body is None else match.start("title")
        return self._around.role(start, match.end("title"), body)

    def _behind_party(self, at: int, end: int, block: Block | None) -> Role | None:
        """``Siv Ek, regionråd (S) och ⟦ordförande⟧ i Kulturrådet Norr``: a second title behind the party's letters."""
        match = _PARTY_AND.match(self._text, at, end)
        if match is None:
            return None
        stop = self._apposition_end(match.end(), end, block)
        found = title_in(self._text[match.end() : stop])
        if found is None or found[0] or self._is_next_persons(match.end() + found[1]):
            return None
        a, b = match.end(), match.end() + found[1]
        return self._around.role(a, b, self._employers.within(a, stop), self._around.tail(b, stop))

    def _on_next_line(self, at: int, end: int) -> tuple[int, int, int] | None:
        """Return where the line and the title are that stand below a card's first: "Presskontakt", below it ⟦Vd⟧."""
        match = _NEXT_LINE.match(self._text, at, end)
        found = title_in(match["line"]) if match is not None and _titled_at_once(match["line"]) else None
        if match is None or found is None:
            return None
        begin = match.start("line")
        if self._labels_next(begin + found[1]):
            return None
        return begin, begin + found[0], begin + found[1]

    def _is_next_persons(self, at: int) -> bool:
        """``⟦Bo Ek⟧, historikern Lo Holm och …``, ``⟦Bo Ek⟧, chefen på Bergfast Lo Holm``: somebody else's name ends it."""
        k = bisect_left(self._person_starts, at)
        if k == len(self._person_starts):
            return False
        n = bisect_left(self._body_starts, at)
        if n < len(self._bodies) and _AT_BODY.fullmatch(self._text, at, self._bodies[n][0]) is not None:
            return 0 <= self._person_starts[k] - self._bodies[n][1] <= 1
        return (
            self._person_starts[k] - at <= 1 or _IN_PLACE.fullmatch(self._text, at, self._person_starts[k]) is not None
        )

    def _leads_next(self, mention: Name, title: str, end: int) -> bool:
        """``rektorn i Skogö, Bo Ek, ⟦sekreteraren i styrelsen⟧, Lo Lans``: in a row whose titles stand first, it is the next one's.

        And the definite title with what it is in right before a name: ``Bo Ek, ⟦chefen för hamnen⟧ Lo Lans``.
        """
        k = bisect_left(self._person_starts, end)
        if k == len(self._person_starts) or (indefinite(title.split()[0]) or "").lower() == title.split()[0].lower():
            return False
        between = self._text[end : self._person_starts[k]]
        return between in (" ", "\u00a0") or (
            self._titles_before.leads(mention) and _TO_NEXT.fullmatch(between) is not None
        )

    def _behind_body(self, body: int, at: int) -> Role | None:
        """``Siv Ek, Fornverket, ⟦pressansvarig⟧, 08-465 004 02``: a title alone between commas, behind the body."""
        n = bisect_left(self._body_starts, at)
        match = _TITLE_ALONE.match(self._text, self._bodies[n][1]) if n < len(self._bodies) else None
        found = title_in(match["title"]) if match is not None else None
        if match is None or found is None or found != (0, len(match["title"])):
            return None
        return self._around.role(match.start("title"), match.end("title"), body)

    def _names_members(self, at: int) -> bool:
        """Tell whether a bracket behind the body just behind a place names people: ``⟦Skogö musikförening⟧ (Bo Ek, Rut Lans)``."""
        n = bisect_left(self._body_starts, at)
        end = self._bodies[n][1] if n < len(self._bodies) else 0
        k = bisect_left(self._person_starts, end)
        return self._text[end : end + 2] == " (" and k < len(self._person_starts) and self._person_starts[k] == end + 2

    def _owns_next_person(self, at: int) -> bool:
        """Tell whether the body just behind a place stands in the genitive before somebody else's name."""
        n = bisect_left(self._body_starts, at)
        end = self._bodies[n][1] if n < len(self._bodies) else 0
        k = bisect_left(self._person_starts, end)
        follows = k < len(self._person_starts) and self._person_starts[k] == end + 1
        return follows and self._text[end - 1 : end + 1] in ("s ", "s\u00a0")

    def _behind_label(self, a: int, b: int, stop: int) -> tuple[int, int] | None:
        """``Presskontakt ⟦Marknadschef⟧ 070-…``, ``Presskontakt ⟦politisk sekreterare⟧ …``: the title behind a card's label."""
        if not self._text[a:b].lower().startswith(("presskontakt", "kontaktperson")):
            return None
        match = re.match(r"[ \u00a0](?=\w)(?!(?:för|hos|åt|på|vid|till|och)\b)", self._text[b:stop])
        if match is None or not _titled_at_once(self._text[b + 1 : stop]):
            return None
        found = title_in(self._text[b + 1 : stop])
        return None if found is None or found[0] else (b + 1, b + 1 + found[1])

    def _past_body(self, a: int, b: int) -> int:
        """``Siv Ek, Bergfast och ⟦ledare⟧ för provet``, ``Siv Ek, Bergfasts ⟦ombud⟧``: where the title begins behind its body."""
        n = bisect_left(self._body_starts, a)
        if n == len(self._bodies) or self._bodies[n][0] != a or self._bodies[n][1] >= b or self._text[a].islower():
            return a  # "polisens presstalesperson" is what he is called
        behind = _JOINS_TITLE.match(self._text, self._bodies[n][1], b)
        if behind is not None and self._text[a : behind.end()].rstrip().endswith(("ens", "ets", "nas")):
            heads = self._text[behind.end() : b].lower().endswith("ordförande")  # and "Kommunstyrelsens ordförande"
            authority = self._around.organisations[self._bodies[n][2]].kind == "authority"
            return behind.end() if authority and not heads else a
        return a if behind is None or title_in(self._text[behind.end() : b]) is None else behind.end()

    def _is_who_says(self, mention: Name) -> bool:
        """Tell whether a cue stands right before a name: ``säger ⟦Bo Ek⟧``."""
        before = self._text[max(0, mention.start - 20) : mention.start].split()
        return bool(before) and before[-1].lower() in word_set("cues before a name")

    def _public_body(self, at: int) -> int | None:
        """``Bo Ek ⟦Alvsunds kommun⟧, 08-…``, ``Siv Alm ⟦Region Norr⟧ och …``: whose comma is missing, at its end."""
        body = self._employers.just_at(at)
        if body is None or self._around.organisations[body].kind not in _PUBLIC:
            return None
        n = bisect_left(self._body_starts, at)
        return body if _ENDS.match(self._text, self._bodies[n][1]) else None

    def _of_owner(self, mention: Name, at: int, end: int) -> Role | None:
        """``säger Bo Ek Bergfasts ⟦projektledare⟧``: a body's genitive and the title where the comma is missing."""
        n = bisect_left(self._body_starts, at)
        if n == len(self._bodies) or self._bodies[n][0] != at + 1 or not at or mention.text.endswith("s"):
            return None
        behind = _JOINS_TITLE.match(self._text, self._bodies[n][1], end)
        if behind is None or not self._is_who_says(mention):
            return None
        found = title_in(self._text[behind.end() : self._apposition_end(behind.end(), end, None)])
        if "s " not in self._text[behind.start() - 1 : behind.end()] or found is None or found[0]:
            return None
        a, b = behind.end(), behind.end() + found[1]
        return (
            None if self._is_next_persons(b) else self._around.role(a, b, self._bodies[n][2], self._around.tail(b, end))
        )

    def _labels_next(self, at: int) -> bool:
        """``Ordförande: ⟦Bo Ek⟧``, below it "Vice ordförande: Lo Lans": a title that ends in the colon before another name."""
        k = bisect_left(self._person_starts, at)
        behind = self._text[at : self._person_starts[k]] if k < len(self._person_starts) else ""
        return len(behind) <= len(" : ") and behind.strip(" \u00a0") == ":"

    def _second(self, at: int, stop: int) -> tuple[int, int, int] | None:
        """``professor vid Sjöviks universitet ⟦och överläkare⟧ på Sjöviks sjukhus``: where its *och* stands, and the title.

        Only behind a body, and before one: what stands between is the second's own title.
        """
        match = _SECOND.match(self._text, at, stop)
        if match is None:
            return None
        n = bisect_left(self._body_starts, at)
        if n == len(self._bodies) or self._bodies[n][1] > match.start("joint"):
            return None
        found = title_in(match["rest"])
        if found is None or self._employers.within(match.start("rest"), stop) is None:
            return None
        return match.start("joint"), match.start("rest") + found[0], match.start("rest") + found[1]

    def told_next(self, at: int) -> Iterator[Role]:
        """``Orden är Iréne Eks. Hon är ⟦ordförande⟧ i hembygdsföreningen``: the next sentence tells."""
        match = _TOLD_NEXT.match(self._text, at, min(len(self._text), at + 320))
        if match is None:
            return
        found = title_in(match["rest"])
        if found is not None:
            begin = match.start("rest")
            a, b = begin + found[0], begin + found[1]
            yield self._around.role(
                a, b, self._employers.within(a, match.end("rest")), self._around.tail(b, match.end("rest"))
            )

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

    def _apposition_end(self, begin: int, end: int, block: Block | None) -> int:
        """Return where an apposition ends: at a comma, a stop before a capital, a bracket, a finite verb, a name."""
        i = bisect_left(self._starts, begin)
        last = end
        for token in self._tokens[i : i + 25]:
            if token.idx >= end:
                break
            if token.text == "." and is_inside(self._text, begin, token.idx):
                continue  # med. dr, stf. vd
            if token.text in (".", "!", "?", ";", ":", "”", '"', ")") or (
                token.pos_ in ("VERB", "AUX")
                and "Fin" in token.morph.get("VerbForm", [])
                and not part_of_title(token.text)
                and not means_a_person(token.text)
            ):
                last = token.idx
                break
            if token.text == "," and not self._comma_before_body(token.idx, end):
                last = token.idx
                break
        other = _SOMEBODY_ELSE.search(self._text, begin, last)
        return last if other is None else other.start()

    def _comma_before_body(self, at: int, end: int) -> bool:
        """Tell whether the title goes on behind the comma up to a body.

        ``marknadschef, ⟦Alvsunds Energi⟧``, ``undersköterska, äldreboendet ⟦Eken⟧``, ``General Manager, Norden, ⟦Bergfast⟧``,
        ``strateg i vård, skola och arbete på ⟦Alvsunds kommun⟧``.
        """
        n = bisect_left(self._body_starts, at)
        if n == len(self._bodies) or self._bodies[n][0] >= min(end, at + 90):
            return n < len(self._bodies) and self._bodies[n][0] - at <= 2
        start = self._bodies[n][0]
        k = bisect_left(self._person_starts, at)
        if k < len(self._person_starts) and self._person_starts[k] < start:
            return False
        return _BEFORE_BODY.fullmatch(self._text, at, start) is not None
