"""Speech without a clause of its own: whom the narration before it presents, and whom it only names in passing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from pipeline.article import Article, Speaker, Utterance
from pipeline.stages.speakers.heard import Heard
from pipeline.stages.speakers.persons import GENDERS, People, Seen
from pipeline.stages.speakers.pronouns import ROLE_SUBJECT, Pronouns, sex_of
from pipeline.stages.speakers.unnamed import unnamed_in
from pipeline.word_sets import word_set

#: Who made what the sentence is about, comes after or goes along with whom: "rapporten, som skrivits av konsulten ⟦Per Ek⟧".
_AGENT = re.compile(
    r"\b(?:som (?:har )?[a-zåäö]+ts av|[a-zåäö]+(?:des|ades|ts) av|[a-zåäö]+[tda]d av|fråg(?:an|or) (?:av|från)|[Ee]fter|Före|"
    r"Förutom|Liksom|över|tillsammans med|ihop med)[ \u00a0]"
    r"(?:[a-zåäö]+[ \u00a0])?\Z"
)
#: Who asks and is no answer: "⟦Siv Lund⟧ frågade Bo Ek varför".
_ASKS = re.compile(
    r"[ \u00a0](?:frågade|frågar|intervjuade|intervjuar|utfrågade|utfrågar)[ \u00a0](?:[a-zåäö]+[ \u00a0])?[A-ZÅÄÖ]"
)
#: Who is told of rather than presented: "Bäst i laget är 20-årige ⟦Oscar Ek⟧.", "⟦Nils Ek⟧ fick kliva av".
_PREDICATE = re.compile(
    r"\b(?:är|var|blev|blir|heter|hette)[ \u00a0](?:\d+-årig[ae][ \u00a0])?(?:[a-zåäö-]+[ \u00a0]){0,2}\Z"
)
_THIRD_PERSON = re.compile(r"\b(?:han|hon|hans|hennes|honom|henne)\b", re.IGNORECASE)
_SUFFERS = re.compile(
    r"[ \u00a0](?:fick (?:kliva|lämna|bäras|utgå|bryta|stå)|tvingades|skadade|skadades|byttes|utvisades|missade|saknas|saknades|bröt)\b"
)


#: Who is praised, or is not there: "Matchens lirare blev ⟦Siv Ek⟧", "utan mittfältaren ⟦Eva Alm⟧".
_LAUREL = re.compile(r"\b(?:matchens|planens|lagets|bäst|bästa|piggast|utan)\b", re.IGNORECASE)


#: Whom the ball goes to or past: "kom fri mot målvakten ⟦Anton Ek⟧".
_AGAINST = re.compile(r"\b(?:mot|åt|förbi|bakom|runt|från|till|av|via)[ \u00a0](?:[a-zåäö]+[ \u00a0])?\Z")


_JOINT = re.compile(r",?[ \u00a0](?:och|samt|&)[ \u00a0](?:[a-zåäö]+[ \u00a0])?")
_CARD = re.compile(r"[ \u00a0]fick (?:rött|gult|rött kort|matchstraff|straffspark)\b")


#: Whom a frame's own sentence makes the subject of a clause, "medan ⟦Siv Lund⟧ nickar", or gives the word.
_OWN_CLAUSE = re.compile(r"\b(?:medan|när|men|varpå|innan|och|så)[ \u00a0](?:[a-zåäö-]+[ \u00a0]){0,2}\Z")
_DOES = re.compile(r"[ \u00a0](?:[a-zåäö]+(?:r|de|te)|höll|sa|log|tog|fick|satt|stod|gick|såg)\b")
_HANDS_OVER = re.compile(
    r"\b(?:lämnar|lämnade|räcker|räckte|ger|gav|går|gick)[ \u00a0](?:[a-zåäö]+[ \u00a0])?"
    r"(?:över|ordet|vidare|mikrofonen|micken|luren|telefonen)\b[^.]{0,20}\btill[ \u00a0](?:[a-zåäö]+[ \u00a0])?\Z"
)


#: Blocks above what somebody says, and code points of the second: "Siv Lund", "34 år, Alvsund".
_NAME_AND_LINE, _SHORT_LINE = 2, 60
_AGE = re.compile(r"(?:,? \(?\d{1,2}(?: år)?\)?)?[ :\u00a0]*")


def _pronoun_of(match: re.Match[str]) -> str:
    return {"hans": "han", "hennes": "hon"}.get(match.group().lower(), match.group().lower())


class Narration:
    """Reads the narration of one article for who speaks next."""

    def __init__(self, article: Article, people: People, heard: Heard, pronouns: Pronouns) -> None:
        self._article = article
        self._people = people
        self._heard = heard
        self._pronouns = pronouns

    def presented(self, utterance: Utterance) -> Speaker | None:
        """The narration between the last speech and this one names somebody, or says *hon*: that is who speaks."""
        answers = self._named_above(utterance)
        if answers is not None:
            return answers
        above = max(0, self._article.block_above(utterance.block))
        start = max(self._article.blocks[max(0, above - 1)].start, self._heard.last.end if self._heard.last else 0)
        at = utterance.contents[0].start
        between = self._behind_frame([s for s in self._people.between(start, at) if s.block >= above])
        named = bool(between)
        if between and _HANDS_OVER.search(self._article.text, max(start, between[-1].start - 60), between[-1].start):
            return self._people.speaker(between[-1].person, None, "introduced")  # "Hon lämnar ordet till ⟦Bo Ek⟧."
        told = [s for s in between if self._is_told_by(s, between, utterance)]
        others = [s for s in between if s not in told]
        passing = list(told)
        for s in others:
            if self._in_passing(s, utterance) or (passing and passing[-1].oblique and self._in_a_row([passing[-1], s])):
                passing.append(s)  # "Målen gjordes av ⟦Jon Ek⟧ och ⟦Per Alm⟧"
        if told and len(passing) == len(between) and len({s.person for s in others}) == 1:
            passing = told  # "⟦Siv Alm⟧ hyllades av ⟦Bo Ek⟧." ⏎ "– Hon var bäst.": there is nobody else
        between = [s for s in between if s not in passing]
        passed = {s.person for s in passing}
        narration = self._article.text[start:at]
        pronoun = _leading_pronoun(narration)
        if not between or (
            not told and pronoun and not any(s.leading for s in between) and self._after_pronoun(between[0])
        ):
            if pronoun is None:
                return (None if named else self._by_role(utterance)) or self._by_witness(utterance)
            ranked = self._pronouns.ranked(pronoun, between[0].start if between else at)
            ranked = [person for person in ranked if person not in passed] or [
                person for person in ranked if all(person != s.person for s in told)
            ]
            return self._people.speaker(ranked[0], None, "introduced") if ranked else self._by_role(utterance)
        people = list(dict.fromkeys(s.person for s in between))
        if len(people) == 1:
            return self._people.speaker(people[0], None, "introduced")
        leading = [s for s in between if s.leading]
        chosen: Seen = (leading or between)[-1]
        last = None if self._heard.last is None else self._heard.last.speaker.person
        if last in people and self._in_a_row(between):
            return self._people.speaker(last, None, "introduced")
        if between[-1].person == last and not between[-1].oblique and between[-1].start > chosen.start:
            chosen = between[-1]  # "Ohlström bytte spår, och då bestämde sig Dalhede": who spoke last is told of last
        return self._people.speaker(chosen.person, None, "introduced")

    def _named_above(self, utterance: Utterance) -> Speaker | None:
        """``Siv Lund`` ⏎ ``34 år, Alvsund`` ⏎ ``– ⟦…⟧``: a name alone, and a short line on who it is."""
        n, blocks, text = utterance.block, self._article.blocks, self._article.text
        if n < _NAME_AND_LINE or blocks[n - 2].kind == "title" or blocks[n - 1].kind in ("title", "dash"):
            return None
        name, line = blocks[n - 2], blocks[n - 1]
        seen = self._people.between(name.start, line.end)
        alone = len(seen) == 1 and seen[0].start == name.start and _AGE.fullmatch(text, seen[0].end, name.end)
        short = line.end - line.start <= _SHORT_LINE and text[line.end - 1] not in ".!?:"
        return self._people.speaker(seen[0].person, None, "introduced") if alone and short else None

    def _behind_frame(self, between: list[Seen]) -> list[Seen]:
        """``…, säger ⟦Siv Ek⟧. Hon fick hjälp av ⟦Bo Alm⟧.``: where narration names somebody else, the frame presents nobody."""
        last = self._heard.last
        behind = [s for s in between if last is None or s.person != last.speaker.person or not self._in_tail(s)]
        return behind or between

    def _is_told_by(self, seen: Seen, between: Sequence[Seen], utterance: Utterance) -> bool:
        """``Tränaren Bo Ek hyllade målvakten ⟦Siv Alm⟧.`` ⏎ ``– Hon var bäst.``: the words open with whom they tell of.

        Where a man and a woman are named it is by their sex; where one is, if nobody else can be meant by the pronoun.
        """
        opener = _THIRD_PERSON.match(utterance.contents[0].text)
        pronoun = "" if opener is None else _pronoun_of(opener)
        agrees, last = self._people.agrees, self._heard.last
        if not pronoun or agrees(seen.person, pronoun) is not True:
            return False
        spoke = None if last is None else last.speaker.person
        if spoke is not None and agrees(spoke, pronoun) is not False:
            return False
        if any(agrees(other.person, pronoun) is False for other in between):
            return True
        before = self._article.text[: seen.start].lower()
        unnamed = {"hon": "women without a name", "han": "men without a name"}[pronoun]
        if spoke is None or not word_set(unnamed).isdisjoint(re.findall(r"\w+", before)):
            return False
        told = {other.person for other in self._people.between(0, seen.start)} - {seen.person}
        return all(agrees(person, pronoun) is False for person in told)

    def _in_a_row(self, seen: Sequence[Seen]) -> bool:
        """``I dag kommer ⟦Bo Ek och Jon Berg⟧.`` ⏎ ``– Vi har börjat.``: who spoke before speaks for both."""
        text = self._article.text
        return all(_JOINT.fullmatch(text, one.end, other.start) for one, other in pairwise(seen))

    def _in_passing(self, seen: Seen, utterance: Utterance) -> bool:
        """Tell whom the narration names but does not present: ``Efter ⟦Filip Eks⟧ utvisning``, ``skriven av ⟦Per Ek⟧``.

        And whom the quoted words themselves speak of: ``– ⟦Nora⟧ växer för varje match.``
        """
        text = self._article.text
        name = self._people.people[seen.person].name
        owns = text[seen.start : seen.end].endswith("s") and not name.endswith("s") and text[seen.end :][:1] == " "
        opens = text[max(0, seen.start - 3) : seen.start].rstrip(" \u00a0")[-1:] in ("", "\n", ".", "!", "?")
        if (owns and not opens) or _AGENT.search(text, max(0, seen.start - 60), seen.start):
            return True
        if _ASKS.match(text, seen.end):
            return True
        if text[seen.start - 1 : seen.start] == "(" or text.startswith(" i spetsen", seen.end):
            return True  # "Laget gjorde 2–2 (⟦Jon Ek⟧)", "domarna med ⟦Jon Ek⟧ i spetsen"
        spoke = self._heard.last is not None and self._heard.last.speaker.person not in (None, seen.person)
        if spoke and self._is_played(seen):
            return True
        if self._in_frame(seen) or any(seen.person in self._people.within(part) for part in utterance.contents):
            return True
        return (
            self._heard.last is not None
            and self._heard.last.speaker.person != seen.person
            and self._is_spoken_of(seen, utterance)
        )

    def _in_frame(self, seen: Seen) -> bool:
        """``– Jag är stolt, säger Bo Ek och kramar om sin fru ⟦Siv Lund⟧.``: named in the last speaker's frame, who goes on."""
        last, text = self._heard.last, self._article.text
        if last is None or not self._in_tail(seen) or text[seen.end : seen.end + 1] == ":":
            return False
        tail = text[last.end : seen.start]
        heard = {last.speaker.person, *(other.person for other in last.others)}
        if seen.person in heard or _HANDS_OVER.search(tail):
            return False
        return not (_OWN_CLAUSE.search(tail) and _DOES.match(text, seen.end))

    def _in_tail(self, seen: Seen) -> bool:
        """Tell whether a name stands in the sentence that goes on behind the last words: ``– Nej, säger ⟦Bo Ek⟧``, not ``– Nej. ⟦Bo Ek⟧``."""
        last = self._heard.last
        tail = "" if last is None or seen.start < last.end else self._article.text[last.end : seen.start]
        return tail.lstrip(' \u00a0,”"»')[:1].islower() and not any(sign in tail for sign in ".!?:\n")

    def _is_played(self, seen: Seen) -> bool:
        """``Tre minuter före slutet sköt ⟦Jenny Ek⟧ in segermålet``, ``Matchens lirare blev ⟦Siv Ek⟧``: told of, not presented."""
        text = self._article.text
        before = re.split(r"[.!?\n]", text[max(0, seen.start - 80) : seen.start])[-1]
        words = before.split()
        near = [*words[-2:], *text[seen.end : seen.end + 20].split()[:1]]
        if _CARD.match(text, seen.end):
            return True
        if any(word.lower() in word_set("verbs of matches") for word in near) or _LAUREL.search(before):
            return True
        behind = re.split(r"[.!?\n]", text[seen.end : seen.end + 120])[0].lower().replace(",", " ").split()
        if not word_set("things of matches").isdisjoint(behind):
            return True  # "⟦Frida Ek⟧ byggde upp ett anfall"
        # "Han kunde inget göra åt ⟦Linus Ek⟧ som avgjorde"
        around = [*before.lower().replace(",", " ").split(), *behind]
        told_of = seen.oblique or _AGAINST.search(before)
        return bool(told_of) and not (word_set("words of matches") | word_set("verbs of matches")).isdisjoint(around)

    def _is_spoken_of(self, seen: Seen, utterance: Utterance) -> bool:
        """``Bäst i laget är 20-årige ⟦Oscar Ek⟧.`` ⏎ ``– Jag känner hans farfar.``; ``⟦Nils Ek⟧ fick kliva av.`` ⏎ ``– Han var trött.``"""
        text, said = self._article.text, utterance.contents[0].text
        ends = text[seen.end : seen.end + 2].strip(" \u00a0")[:1] in (".", ",", "\n", "")
        if ends and _PREDICATE.search(text, max(0, seen.start - 60), seen.start):
            spoken = _THIRD_PERSON.search(said)
        elif _SUFFERS.match(text, seen.end):
            spoken = _THIRD_PERSON.match(said)
        else:
            return False
        pronoun = _pronoun_of(spoken) if spoken else ""
        return bool(pronoun) and self._people.agrees(seen.person, pronoun) is not False

    def _after_pronoun(self, seen: Seen) -> bool:
        """``Som ung mötte han ⟦Tom Ek⟧``: somebody else is the subject of the sentence that names this one."""
        before = re.split(r"[.!?\n]", self._article.text[max(0, seen.start - 120) : seen.start])[-1]
        return re.search(r"\b(?:han|hon)\b", before, re.IGNORECASE) is not None

    def _by_role(self, utterance: Utterance) -> Speaker | None:
        """``Rektorn är tveksam.`` ⏎ ``– ⟦…⟧``: the role, or somebody unnamed, that the narration right before presents."""
        if utterance.block == 0 or self._heard.last is None:
            return None
        block = self._article.blocks[utterance.block - 1]
        if block.kind in ("title", "heading", "dash") or self._heard.last.end > block.start:
            return None
        text, first = self._article.text, utterance.contents[0]
        role = next(reversed(list(ROLE_SUBJECT.finditer(text, block.start, block.end))), None)
        if role is not None and self._is_told_of(role["role"], utterance):
            return None
        speaker = None if role is None else self._pronouns.role_subject(role, None, first.start)
        speaker = speaker or unnamed_in(text, block.start, block.end, first.text)
        return None if speaker is None else replace(speaker, via="introduced")

    def _is_told_of(self, role: str, utterance: Utterance) -> bool:
        """``Maken fick vänta på besked.``, ``En operatör såg elden.`` ⏎ ``– Han sov inte.``: the words are about him."""
        opener = _THIRD_PERSON.match(utterance.contents[0].text)
        sex = sex_of(role.split()[-1].lower())
        if opener is None or (sex is None and not role.startswith("En ")):
            return False
        return sex is None or GENDERS.get(_pronoun_of(opener)) == sex

    def _by_witness(self, utterance: Utterance) -> Speaker | None:
        """``Det var halt, enligt en bilist.`` ⏎ ``– ⟦…⟧``: somebody unnamed who was heard in the block before."""
        speaker, block = self._heard.witness
        if (
            speaker is None
            or block != utterance.block - 1
            or speaker.kind not in ("anonymous", "role")
            or not speaker.name
        ):
            return None
        return replace(speaker, mention=None, via="introduced")


def _leading_pronoun(narration: str) -> str | None:
    """Return the *hon* or *han* that stands in the narration, the last one at the head of a sentence."""
    found = None
    for sentence in narration.replace("\n", ". ").split(". "):
        words = sentence.split()
        for word in words[:6]:
            if word.lower().strip(",") in GENDERS:
                found = word.lower().strip(",")
    return found
