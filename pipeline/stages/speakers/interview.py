"""Interviews: who answers a question that stands in the block before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.article import Article, Block, Person, Speaker, Utterance
from pipeline.stages.quotes.words import REPLIES
from pipeline.stages.roles.titles import is_title
from pipeline.stages.speakers.heard import MARKS, MEETS, TO_YOU, Heard, is_put_to_you
from pipeline.stages.speakers.passing import opening_pronoun
from pipeline.stages.speakers.persons import NEAR_BLOCKS, People, Seen, is_subject
from pipeline.word_sets import one_of

#: Who is spoken to in a question: "Har Lahtinen rätt, Rut Sandell?"
_SPOKEN_TO = (
    re.compile(r", (?P<name>[^,?\n]{3,40})\?\W*$"),
    re.compile(r"(?:^|\n)(?P<name>[^,?\n]{3,40}), [^\n]{3,160}\?\W*$"),
)
#: A name in full before a colon and a question: "Rut Sandell: Vad tycker du?".
_HEADED = re.compile(r"([^:?\n]{3,40}[ \u00a0][^:?\n]{2,30}):[ \u00a0]")
#: A question of one clause: "Saknar …", "Hur ser …", "Vad tror …".
_VERB_FIRST = re.compile(
    r"(?:(?:Hur|Vad|Varför|När|Var|Vem)[ \u00a0])?(?!Men\b|Och\b)[A-ZÅÄÖa-zåäö][a-zåäö]+(?:r|de|te)?[ \u00a0][A-ZÅÄÖ][\w-]+[ \u00a0]"
)
#: Words to one who is interviewed.
_TO_ONE = re.compile(r"\b(?:du|dig|din|ditt|dina)\b", re.IGNORECASE)


#: By what they are: "Vad är viktigast för dig som ⟦ordförande⟧?".
_AS = re.compile(
    r"\b(?:du|dig)[ \u00a0]som[ \u00a0](?:är[ \u00a0])?(?:ny[ \u00a0]|nybliven[ \u00a0])?(?P<title>[a-zåäö-]{2,})\b"
)
#: Whose view a question asks for: "Vad säger ⟦rektorn⟧ om det?", "Men hur ser ⟦Bo Ek⟧ på kritiken?"
_VIEW = (
    r"(?:\A|[.!?\n][ \u00a0]?)(?:(?:Och|Men)[ \u00a0])?(?:[Vv]ad[ \u00a0](?:säger|tycker|anser|svarar|tror|menar|hoppas)|"
    r"[Hh]ur[ \u00a0](?:ser|ställer[ \u00a0]sig|reagerar|resonerar|kommenterar|förklarar|mår))[ \u00a0]"
)
_POST_ASKED = re.compile(rf"{_VIEW}(?P<post>[a-zåäö-]{{3,}}(?:n|t))\b")
#: "Tre frågor till", "Tre snabba till", "Vad säger", "Hallå där", behind which is named who answers.
_PUT_TO = re.compile(
    rf"(?:(?:frågor|snabba|fråga)[ \u00a0]till[ \u00a0]|{_VIEW}|"
    r"(?:\A|[.!?\n][ \u00a0]?)(?:Hallå(?:[ \u00a0]där)?|Hej|Hejsan|Tjena|Grattis|Välkommen),?[ \u00a0])"
    r"(?!(?:du|ni|de|man|han|hon)\b)(?:[a-zåäö-]+[ \u00a0])?\Z"
)


#: Before the name of somebody who belongs to the one portrayed: "Hans doktorand ⟦Siv Alm⟧", "Kollegan ⟦Siv Alm⟧".
_OF_THEIRS = re.compile(
    rf"\b(?:(?:hans|hennes)[ \u00a0](?:[a-zåäö-]+[ \u00a0]){{1,3}}|(?:{one_of('kin before a given name')}|kollegan|vännen|väninnan|kompisen|arbetskamraten)[ \u00a0])\Z",
    re.IGNORECASE,
)


#: Whom the reporter meets: "Jag stötte på ⟦Bo Ek⟧ på träningen", "Vi tog ett snack med ⟦Bo Ek⟧".
_MET = re.compile(
    rf"\b(?:[Vv]i|[Jj]ag)[ \u00a0](?:har[ \u00a0])?(?:{MEETS}|"
    r"(?:tar|tog)[ \u00a0](?:oss[ \u00a0]|mig[ \u00a0])?(?:ett|en)[ \u00a0](?:[a-zåäö]+[ \u00a0])?(?:snack|pratstund|prat)[ \u00a0]med)"
    r"[ \u00a0](?:[a-zåäö-]+[ \u00a0]){0,2}\Z"
)
#: Who asks in court.
_PLEADERS = ("åklagare", "åklagaren", "advokat", "advokaten", "försvarare", "försvararen", "biträde", "biträdet")


def _holds(person: Person, title: str) -> bool:
    """Tell whether somebody has a post, whatever it is called in full: *vd*, *ordförande*, *förbundsordförande*."""
    words = [word for role in person.roles for word in role.normalised.lower().split(" i ")[0].split()]
    return any(word == title or (title != "vd" and word.endswith(title)) for word in words)


class Interview:
    """Finds who answers in one article."""

    def __init__(self, article: Article, people: People, heard: Heard) -> None:
        self._article = article
        self._people = people
        self._heard = heard
        framed = (u for u in article.utterances if u.kind == "direct" and u.mention is not None)
        #: In which block a frame names whom.
        self._framed = [(u.block, frozenset(people.within(u.mention))) for u in framed if u.mention is not None]

    def is_asked(self, utterance: Utterance) -> bool:
        """The block before is a question, or a remark to *du* or *ni*: an answer follows."""
        if utterance.block == 0:
            return False
        block = self._article.blocks[utterance.block - 1]
        said = self._article.text[block.start : block.end].rstrip(" _*\u00a0")
        to_you = block.kind != "dash" and said.endswith(("!", "…", "...")) and _TO_ONE.search(said) is not None
        turn = is_put_to_you(self._article, utterance.block - 1)
        return turn or said.endswith("?") or (to_you and not set(said) & MARKS)

    def answerer(self, utterance: Utterance) -> Speaker | None:
        """Return who was introduced since the last speech, or stands before the question; None where the last goes on."""
        since = self._heard.last.end if self._heard.last else 0
        question = self._article.blocks[utterance.block - 1]
        called = self._called(question)
        if called is not None:
            return self._people.speaker(called, None, "interviewee")
        # whom a question names is spoken of, not to
        new = self._named_last(question) or self._put_to(question, since) or self._by_given_name(question)
        new = new or self._met(question, since)
        asked = [] if new else self._put_to(question, 0)
        if len({s.person for s in asked}) == 1:
            new = asked  # "Fem frågor till Siv Ek", whoever breaks in
        text = self._article.text
        new = new or [s for s in self._people.between(since, question.start) if is_subject(text, s)]
        if new and (self._goes_on(new, utterance) or self._is_told_by(new[-1], utterance)):
            return None
        if new:
            return self._people.speaker(new[-1].person, None, "interviewee")
        if self._heard.last is not None:
            only = self._presented_since(question)
            only = self._portrayed(question) if only is None else only
            return None if only is None else self._people.speaker(only, None, "interviewee")
        near = self._people.before(question.start)  # not whom an earlier question tells of: "Vad hade Siv Ek gjort?"
        near = [s for s in near if not is_put_to_you(self._article, s.block)]
        before = next((s for s in near if not self._people.owns(s)), next(iter(near), None))
        return None if before is None else self._people.speaker(before.person, None, "interviewee")

    def _goes_on(self, new: Sequence[Seen], utterance: Utterance) -> bool:
        """Tell an interview from what is told in it: who spoke before speaks next too, and the others ``new`` in it never do.

        ``– Nej, säger Siv Alm.`` ⏎ ``Nu går Bo Ek in som vd, när Per Lind slutar.`` ⏎ ``Blev du förvånad?`` ⏎ ``– ⟦Ja.⟧``
        """
        last = None if self._heard.last is None else self._heard.last.speaker.person
        spoken = [(block, who) for block, who in self._framed if block > utterance.block]
        if last is None or not spoken or any(s.person == last for s in new):
            return False
        told = {s.person for s in new}
        return last in spoken[0][1] and all(told.isdisjoint(who) for _, who in self._framed)

    def _is_told_by(self, seen: Seen, utterance: Utterance) -> bool:
        """``Vad säger ⟦Bo Ek⟧ om det?`` ⏎ ``– Han säger att jag överdriver.``: who is asked about, and another answers."""
        pronoun = opening_pronoun(utterance.contents[0].text)
        last = None if self._heard.last is None else self._heard.last.speaker.person
        if pronoun is None or last is None or not self._people.agrees(seen.person, pronoun):
            return False
        return self._people.agrees(last, pronoun) is False  # "Hur ser Bo Ek på det?" – "Han har rätt", who spoke before

    def _presented_since(self, question: Block) -> int | None:
        """``Byalaget: ”Vi stannar”`` ⏎ ``Byalaget företräds av ⟦Siv Ek⟧.``: the only one named since a body spoke in marks."""
        last = self._heard.last
        if last is None or last.speaker.person is not None or self._article.blocks[last.block].kind == "dash":
            return None
        named = {s.person for s in self._people.between(last.end, question.start)}
        return next(iter(named)) if len(named) == 1 else None

    def _portrayed(self, question: Block) -> int | None:
        """``Forskaren Bo Ek`` ⏎ … ``Hans doktorand Siv Alm ler.`` ⏎ ``– Han är snäll.`` ⏎ ``Hur ser du på framtiden?``: Bo Ek, and not she.

        The only one in the title, who has spoken, where somebody of his has spoken since.
        """
        text, last = self._article.text, self._heard.last
        title = next((b for b in self._article.blocks[:1] if b.kind == "title"), None)
        if title is None or last is None or TO_YOU.search(text[question.start : question.end]) is None:
            return None
        named = {s.person for s in self._people.between(title.start, title.end)}
        person = named.pop() if len(named) == 1 else None
        if person is None or person not in self._heard.spoken or last.speaker.person in (None, person):
            return None
        first = next(s for s in self._people.seen if s.person == last.speaker.person)
        return person if _OF_THEIRS.search(text, max(0, first.start - 40), first.start) else None

    def replier(self, asked: Utterance) -> Speaker | None:
        """Return who answers what somebody asks another: ``– Kommer du? ropar Eva Ek till ⟦Bo Alm⟧.``; None where it may be any.

        Whom the question calls, whom its frame names beside the asker, or the only other who is there.
        """
        asker = self._heard.last.speaker.person if self._heard.last else None
        question, block = asked.contents[-1], self._article.blocks[asked.block]
        here = [s.person for s in self._people.between(question.end, block.end)]
        heard = [person for person in self._heard.people if person != asker]
        near = [s.person for s in self._people.before(question.start) if s.block >= asked.block - 2]
        before = self._heard.previous
        unnamed = before is not None and before.speaker.person is None and asked.block - before.block <= NEAR_BLOCKS
        for found in (self._people.within(question), here, heard, near):
            if found is heard and before is not None and unnamed:
                return replace(before.speaker, mention=None, via="interviewee")
            others = [person for person in dict.fromkeys(found) if person != asker]
            if others:
                return self._people.speaker(others[0], None, "interviewee") if len(others) == 1 else None
        return None

    def called(self, reply: Utterance) -> Speaker | None:
        """``– Berätta om polisen, ⟦Roffe⟧, säger Lena Ek.`` ⏎ ``– Jo, jag körde för fort.``: who was called by name answers.

        Where the words are put to *du*, or the answer opens as one: "– Det är min bror, Kalle." calls nobody.
        """
        last, name = self._heard.last, self._heard.called
        if last is None or name is None or reply.rule != "dash-bare" or reply.block != last.block + 1:
            return None
        said = self._article.text[self._article.blocks[last.block].start : last.end]
        replies = reply.contents[0].text.split(",")[0].split(" ")[0].lower() in REPLIES
        if not replies and TO_YOU.search(said) is None and not said.endswith("?"):
            return None
        person = self._people.called(name)
        return None if person in (None, last.speaker.person) else self._people.speaker(person, None, "introduced")

    @staticmethod
    def is_put_to_another(asked: Utterance, reply: Utterance) -> bool:
        """Tell a question to *du*, ``Kommer du?``, from one that who asks it may go on from: ``Vad ska vi göra?``

        One that is reported is put to *hon* or *han*, and is answered by *ja* or *nej*.
        """
        if asked.kind != "indirect":
            return TO_YOU.search(asked.contents[-1].text) is not None
        first = reply.contents[0].text.split()[0].lower().strip(",.!")
        return first in REPLIES and re.search(r"\b(?:hon|han)\b", asked.contents[-1].text) is not None

    def is_asked_in_court(self, reply: Utterance) -> bool:
        """``– Hur kom det sig? frågade åklagaren.`` ⏎ ``– ⟦Jag minns inte.⟧``: who pleads and asks goes on in no *jag*."""
        asker = None if self._heard.last is None else self._heard.last.speaker
        before, first = self._heard.previous, reply.contents[0].text.split()[0].lower().strip(",.!")
        if (
            asker is None
            or before is None
            or reply.block - before.block > NEAR_BLOCKS
            or first not in ("jag", *REPLIES)
        ):
            return False
        roles = [] if asker.person is None else [role.normalised for role in self._people.people[asker.person].roles]
        return any(role.lower().endswith(_PLEADERS) for role in (asker.role or "", *roles))

    def _called(self, question: Block) -> int | None:
        """``Har Lahtinen rätt, ⟦Rut Sandell⟧?``, ``⟦Rut Sandell⟧: Sex mål i år, vad tycker du?``: whom a question calls by name."""
        asked = self._article.text[question.start : question.end]
        for spoken_to in filter(None, (pattern.search(asked) for pattern in _SPOKEN_TO)):
            start, end = spoken_to.span("name")
            named = self._people.within(self._article.cut(question.start + start, question.start + end))
            if len(named) == 1:
                return named[0]
            if not named and (known := self._people.called(spoken_to["name"])) is not None:
                return known  # "Någon du vill framhålla, Per?"
        post = _AS.search(asked)
        if post is not None:
            held = [n for n, p in enumerate(self._people.people) if _holds(p, post["title"])]
            return held[0] if len(held) == 1 else None
        headed = _HEADED.match(asked) if _TO_ONE.search(asked) else None
        named = (
            []
            if headed is None
            else self._people.within(self._article.cut(question.start, question.start + headed.end(1)))
        )
        known = len(named) == 1 and len(self._people.people[named[0]].mentions) > 1  # not a reader who asks
        return named[0] if known else None

    def _put_to(self, question: Block, since: int) -> list[Seen]:
        """``Tre frågor till ⟦Bo Ek⟧:`` above the question, and ``Vad säger ⟦Bo Ek⟧ om det?``: who is asked."""
        text, near = self._article.text, self._people.between(since, question.end)
        put = [s for s in near if _PUT_TO.search(text, max(0, s.start - 60), s.start)]
        put = put or self._put_to_post(question)
        return [s for s in put if s.start < question.start or not self._is_told_of(s, question)]

    def _put_to_post(self, question: Block) -> list[Seen]:
        """``Vad säger ⟦rektorn⟧ om det?``: who has been named with that post, where it is one alone."""
        asked = _POST_ASKED.search(self._article.text, max(0, question.start - 1), question.end)
        if asked is None or not is_title(asked["post"]):
            return []
        held = self._people.with_role(asked["post"].lower(), question.start)
        return [s for s in self._people.before(question.start) if s.person in held][:1] if len(held) == 1 else []

    def _is_told_of(self, seen: Seen, question: Block) -> bool:
        """``Vad forskar du om?`` ⏎ ``– Regeringen.`` ⏎ ``Hur ser ⟦Bo Ek⟧ på det?``: who never speaks, asked of one who is *du*."""
        text, last = self._article.text, self._heard.last
        if last is None or last.block == 0 or TO_YOU.search(text, question.start, question.end):
            return False
        before = self._article.blocks[last.block - 1]
        talks = text.endswith("?", before.start, before.end) and TO_YOU.search(text, before.start, before.end)
        speaks = seen.person in self._heard.spoken or any(seen.person in who for _, who in self._framed)
        return bool(talks) and not speaks

    def _met(self, question: Block, since: int) -> list[Seen]:
        """``Jag stötte på ⟦Bo Ek⟧ efter träningen.`` above the question: whom the reporter has met since the last words."""
        text, near = self._article.text, self._people.between(since, question.start)
        return [s for s in near if _MET.search(text, max(0, s.start - 80), s.start)]

    def _by_given_name(self, question: Block) -> list[Seen]:
        """``Saknar ⟦Jonas⟧ scenen?``: the reporter's question on who is portrayed, by given name, who has spoken before."""
        text = self._article.text
        asked = text[question.start : question.end]
        named = self._people.between(question.start, question.end)
        if len(named) != 1 or TO_YOU.search(asked) or asked.count("?") != 1 or not asked.endswith("?"):
            return []
        whole = self._people.people[named[0].person].name
        given = text[named[0].start : named[0].end]
        portrayed = named[0].person in self._heard.spoken and whole != given and whole.startswith(given + " ")
        return [*named] if portrayed and _VERB_FIRST.match(asked) else []

    def _named_last(self, question: Block) -> list[Seen]:
        """``Hur mår du ⟦Rut Sandell⟧?``: the name at the very end of a question to *du* is whom it is put to."""
        asked = self._article.text[question.start : question.end]
        end = question.start + len(asked.rstrip(" ?_*\u00a0"))
        if TO_YOU.search(asked) is None:
            return []
        return [s for s in self._people.between(question.start, question.end) if s.end == end and not s.oblique]
