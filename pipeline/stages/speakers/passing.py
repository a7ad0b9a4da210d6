"""Whom narration only names in passing: who is told of, praised, beaten, asked or named beside the last speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pipeline.article import Article, Utterance
from pipeline.stages.quotes.cues import load_cues
from pipeline.stages.quotes.words import FIRST_PERSON
from pipeline.stages.speakers.heard import Heard
from pipeline.stages.speakers.persons import ROW, People, Seen
from pipeline.word_sets import one_of, word_set

#: Who made what the sentence is about, comes after or goes along with whom: "rapporten, som skrivits av konsulten ⟦Per Ek⟧".
_AGENT = re.compile(
    r"\b(?:som (?:har )?[a-zåäö]+ts av|[a-zåäö]+(?:des|ades|ts)(?: (?:ut|upp|fram|ner|in|över|\d{4}|i fjol|förra året))? av|[a-zåäö]+[tda]d av|fråg(?:an|or) (?:av|från)|[Ee]fter|Före|Genom|Via|"
    r"Förutom|Liksom|över|tillsammans med|ihop med|ut med|in med)[ \u00a0]"
    r"(?:[a-zåäö]+[ \u00a0])?\Z"
)
#: Who made it begin, and speaks next: "Mötet öppnades av kommundirektören ⟦Siv Lund⟧."
_OPENED_BY = re.compile(
    r"\b(?:öppnades|inleddes|invigdes|välkomnades)[ \u00a0](?:[a-zåäö]+[ \u00a0]){0,3}av[ \u00a0](?:[a-zåäö]+[ \u00a0])?\Z"
)
#: What somebody's words stand in: "Längtan till havet fyllde ⟦Bo Eks⟧ tal."
_OWN_SPEECH = re.compile(
    r"[ \u00a0](?:[a-zåäö]+[ \u00a0])?(?:tal|högtidstal|hälsningstal|anförande|föredrag|historik|predikan|hälsning|"
    r"vittnesmål|inlägg|krönika|brev)\b"
)
#: Who is listed: "Från vänster ⟦Siv Ek⟧, …", "I juryn sitter ⟦Per Ek⟧ och …", "Tidigare pristagare är ⟦Per Ek⟧"; and who is dead.
_LISTED = re.compile(
    r"(?:\b[Ff]rån[ \u00a0](?:v|v\.|vänster|höger)(?:,|:|[ \u00a0]i[ \u00a0]bild)?|\b[Tt]idigare[ \u00a0][a-zåäö]+[ \u00a0](?:är|var)|[Ii][ \u00a0](?:juryn|styrelsen|panelen|redaktionen|gruppen|bandet)[ \u00a0]"
    r"(?:sitter|satt|ingår|ingick|finns)|(?:\A|[.!?\n][ \u00a0]?)På[ \u00a0](?:den|bilden|fotot|bilderna|fotografiet)[ \u00a0](?:ligger|sitter|står|ler|syns|håller))[ \u00a0](?:[a-zåäö]+[ \u00a0])?\Z"
)
_DIES = re.compile(
    r"(?:(?:,[^.,\n]{1,60},)?|[^.!?\n]{0,80}[.!?][ \u00a0](?:Hon|Han))[ \u00a0](?:dog|avled|omkom|gick bort|har avlidit|är död)\b"
)
#: Who gives what the last speaker gets, and speaks next: "Alm fick stöd av ⟦Bo Ek⟧.", "Alm möter motstånd från ⟦Bo Ek⟧."
_GIVES = re.compile(
    r"\b(?:får|fick|möter|mötte)[ \u00a0](?:[a-zåäö]+[ \u00a0]){0,2}(?:[a-zåäö]*stöd|uppbackning|medhåll|kritik|mothugg|motstånd|beröm|svar|ris|ros)"
    r"[ \u00a0](?:av|från)[ \u00a0](?!si(?:n|na|tt)\b)(?:[a-zåäö-]+[ \u00a0]){0,2}\Z"
)
#: A relative of whom narration tells what was: "Pappa ⟦Evert⟧ jobbade i gruvan", not "Pappa ⟦Evert⟧ berättade".
_RELATIVE = re.compile(
    rf"(?:\A|[.!?\n]|\boch|,)[ \u00a0]?(?:(?:[Hh]ennes|[Hh]ans)[ \u00a0])?(?i:{one_of('kin before a given name')})[ \u00a0]\Z"
)
#: Who speaks of somebody else: "Sonen ⟦Erik⟧, som bor kvar, berättar om pappan."
_TELLS = re.compile(
    r"(?:,[^.,\n]{1,60},)?[ \u00a0](?:berättar|berättade|minns|mindes|talar|talade|pratar|pratade)[ \u00a0]"
)
_WAS = re.compile(r"[ \u00a0](?P<verb>[a-zåäö]+(?:de|te)|var|kom|fick|gick|dog|drev|drog|såg|tog)\b")
#: Who asks and is no answer: "⟦Siv Lund⟧ frågade Bo Ek varför".
_ASKS = re.compile(
    r"[ \u00a0](?:frågade|frågar|intervjuade|intervjuar|utfrågade|utfrågar)[ \u00a0](?:[a-zåäö]+[ \u00a0])?[A-ZÅÄÖ]"
)
#: Who put the question before, whatever its marks: "Varför ljög du? undrade advokaten ⟦Siv Lund⟧."
_ASKED = re.compile(r"\?[”\"»’]?,?[ \u00a0](?:undrade|undrar|frågade|frågar)[ \u00a0](?:[a-zåäö-]+[ \u00a0]){0,3}\Z")
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


_COMMA = re.compile(r",[ \u00a0](?:[a-zåäö]+[ \u00a0])?")
#: Who has something to say of the match: "Tränaren ⟦Siv Ek⟧ ville inte prata om straffen."
_SPEAKS = re.compile(
    r"(?:,[^.,\n]{1,40},)?[ \u00a0](?:(?:vill|ville|kan|kunde|orkade)[ \u00a0](?:inte[ \u00a0])?(?:gärna[ \u00a0])?(?:prata|tala|kommentera|säga|skylla|förklara)|"
    r"(?:kommentera(?:r|de)|ansåg|anser|tyckte|tycker|menade|menar|medgav|medger|suckade|suckar|beklagade|beklagar|förklarade|förklarar)\b)"
)
_CARD = re.compile(r"[ \u00a0]fick (?:rött|gult|rött kort|matchstraff|straffspark)\b")


#: Whom a frame's own sentence makes the subject of a clause, "medan ⟦Siv Lund⟧ nickar", or gives the word.
_OWN_CLAUSE = re.compile(r"\b(?:medan|när|men|varpå|innan|och|så)[ \u00a0](?:[a-zåäö-]+[ \u00a0]){0,2}\Z")
_DOES = re.compile(r"[ \u00a0](?:[a-zåäö]+(?:r|de|te)|höll|sa|log|tog|fick|satt|stod|gick|såg)\b")
_HANDS_OVER = re.compile(
    r"\b(?:(?:lämnar|lämnade|räcker|räckte|ger|gav|går|gick|skickar|skickade)[ \u00a0](?:[a-zåäö]+[ \u00a0])?"
    r"(?:över|ordet|vidare|mikrofonen|micken|luren|telefonen)\b[^.]{0,20}\b(?:till|åt)|"
    r"(?:överlämnar|överlämnade|överlät|överlåter)[ \u00a0]ordet[ \u00a0](?:till|åt))[ \u00a0](?:[a-zåäö-]+[ \u00a0]){0,4}\Z"
)


def opening_pronoun(said: str) -> str | None:
    """Return *han* or *hon* where the words open with a form of it: "Hans mor är …" → *han*; also *honom* and *henne*."""
    match = _THIRD_PERSON.match(said)
    return None if match is None else _pronoun_of(match)


def _pronoun_of(match: re.Match[str]) -> str:
    return "han" if match.group().lower() in ("han", "hans", "honom") else "hon"


#: Code points looked back over for somebody else whom a pronoun may mean.
_FAR = 4_000


class Passing:
    """Reads the narration of one article for who is named there and does not speak next."""

    def __init__(self, article: Article, people: People, heard: Heard) -> None:
        self._article = article
        self._people = people
        self._heard = heard

    def split(self, between: Sequence[Seen], utterance: Utterance) -> tuple[list[Seen], list[Seen]]:
        """Return the mentions of whom the words tell, and all that are only in passing, those included."""
        told = [s for s in between if self._is_told_by(s, between, utterance)]
        others = [s for s in between if s not in told]
        passing = list(told)
        for s in others:
            beside = passing and (passing[-1].oblique or self._is_listed(passing[-1]))
            if self._in_passing(s, utterance) or (beside and self.in_a_row([passing[-1], s])):
                passing.append(s)  # "Målen gjordes av ⟦Jon Ek⟧ och ⟦Per Alm⟧"
        passing += self._rest_of_rows(others, passing)
        if told and len(passing) == len(between) and len({s.person for s in others}) == 1:
            passing = told  # "⟦Siv Alm⟧ hyllades av ⟦Bo Ek⟧." ⏎ "– Hon var bäst.": there is nobody else
        return told, passing

    def is_told(self, seen: Seen, utterance: Utterance) -> bool:
        """``Siv Alm hyllade Bo Ek. Han vill spela mer.`` ⏎ ``– Han är bäst.``: the words open with whom they tell of."""
        pronoun = opening_pronoun(utterance.contents[0].text)
        return pronoun is not None and self._people.agrees(seen.person, pronoun) is True

    def is_given_the_word(self, seen: Seen, start: int) -> bool:
        """``Hon lämnar ordet till ⟦Bo Ek⟧.``, ``Hon fick stöd av ⟦Bo Ek⟧.``, in narration that begins at ``start`` (code points)."""
        text, first = self._article.text, max(start, seen.start - 60)
        return any(pattern.search(text, first, seen.start) for pattern in (_HANDS_OVER, _GIVES))

    def speaks_of(self, seen: Seen, utterance: Utterance) -> bool:
        """``Siv Alm lämnar över till ⟦Bo Ek⟧.`` ⏎ ``– Nu är det hans tur.``: the words are about him, and not his."""
        said = {word.strip(".,!?”") for word in utterance.contents[0].text.lower().split()}
        man, woman = said & {"han", "hans", "honom"}, said & {"hon", "hennes", "henne"}
        told = (man and self._people.agrees(seen.person, "han")) or (woman and self._people.agrees(seen.person, "hon"))
        return bool(told) and said.isdisjoint(FIRST_PERSON)

    def behind_frame(self, between: list[Seen]) -> list[Seen]:
        """``…, säger ⟦Siv Ek⟧. Hon fick hjälp av ⟦Bo Alm⟧.``: where narration names somebody else, the frame presents nobody."""
        last = self._heard.last
        behind = [s for s in between if last is None or s.person != last.speaker.person or not self._in_tail(s)]
        return behind or between

    def _is_told_by(self, seen: Seen, between: Sequence[Seen], utterance: Utterance) -> bool:
        """``Tränaren Bo Ek hyllade målvakten ⟦Siv Alm⟧.`` ⏎ ``– Hon var bäst.``: the words open with whom they tell of.

        Where a man and a woman are named it is by their sex; where one is, if nobody else can be meant by the pronoun.
        """
        pronoun = opening_pronoun(utterance.contents[0].text)
        agrees, last = self._people.agrees, self._heard.last
        if pronoun is None or agrees(seen.person, pronoun) is not True:
            return False
        spoke = None if last is None else last.speaker.person
        if spoke != seen.person and self.met(seen) is not None:
            return True  # "Där upptäckte ⟦Mogens Ek⟧ henne." ⏎ "– Han stoppade mig i korridoren."
        if spoke == seen.person:  # "⟦Alm⟧ hyllas av Bo Ek." ⏎ "– Hon är bäst."
            return any(agrees(other.person, pronoun) is False for other in between)
        if spoke is not None and agrees(spoke, pronoun) is not False:
            return False
        if any(agrees(other.person, pronoun) is False for other in between):
            return True
        if _TELLS.match(self._article.text, seen.end):
            return False
        if spoke is not None and self._is_relative_told(seen, utterance.contents[0].start):
            return True
        since = max(0, seen.start - _FAR)
        # without her own noun, "hustrun ⟦Siv⟧"
        before = self._article.text[since : seen.start].lower().rpartition(" ")[0].rpartition(" ")[0]
        unnamed = {"hon": "women without a name", "han": "men without a name"}[pronoun]
        if spoke is None or not word_set(unnamed).isdisjoint(re.findall(r"\w+", before)):
            return False
        told = {other.person for other in self._people.between(since, seen.start)} - {seen.person}
        return all(agrees(person, pronoun) is False for person in told)

    def met(self, seen: Seen) -> str | None:
        """``Sedan upptäckte ⟦Mogens Ek⟧ henne.`` → *hon*: whom somebody named does something to, in a sentence of one clause."""
        sentence = re.split(r"[.!?\n]", self._article.text[seen.end : seen.end + 120])[0]
        other = re.search(r"\b(?:henne|honom)\b", sentence)
        pronoun = None if other is None or "," in sentence else _pronoun_of(other)
        return pronoun if pronoun is not None and self._people.agrees(seen.person, pronoun) is False else None

    def in_a_row(self, seen: Sequence[Seen]) -> bool:
        """``I dag kommer ⟦Bo Ek och Jon Berg⟧.`` ⏎ ``– Vi har börjat.``: who spoke before speaks for both."""
        text = self._article.text
        return all(ROW.fullmatch(text, one.end, other.start) for one, other in pairwise(seen))

    def is_row(self, seen: Sequence[Seen]) -> bool:
        """``I köket väntar ⟦Siv Alm⟧, ⟦Maj Ek⟧ och ⟦Bo Ek⟧.``: two or more, between them commas and at last *och*."""
        text = self._article.text
        *commas, joined = [(one.end, other.start) for one, other in pairwise(seen)] or [(0, 0)]
        closed = ROW.fullmatch(text, *joined) is not None
        return len(seen) > 1 and closed and all(_COMMA.fullmatch(text, *gap) for gap in commas)

    def _rest_of_rows(self, seen: Sequence[Seen], passing: Sequence[Seen]) -> list[Seen]:
        """``Målen gjordes av Jon Ek, ⟦Per Alm⟧ och ⟦Ola Berg⟧.``: who is named on in a row that *och* closes, like its first."""
        text, rest, row = self._article.text, list[Seen](), list[Seen]()
        for one, other in pairwise(seen):
            if not row and (one not in passing or not (one.oblique or self._is_listed(one))):
                continue
            if _COMMA.fullmatch(text, one.end, other.start):
                row.append(other)
                continue
            if row and ROW.fullmatch(text, one.end, other.start):
                rest += [*row, other]
            row = []
        return [s for s in rest if s not in passing]

    def _in_passing(self, seen: Seen, utterance: Utterance) -> bool:
        """Tell whom the narration names but does not present: ``Efter ⟦Filip Eks⟧ utvisning``, ``skriven av ⟦Per Ek⟧``.

        And whom the quoted words themselves speak of: ``– ⟦Nora⟧ växer för varje match.``
        """
        text = self._article.text
        name = self._people.people[seen.person].name
        owns = text[seen.start : seen.end].endswith("s") and not name.endswith("s") and text[seen.end :][:1] == " "
        opens = text[max(0, seen.start - 3) : seen.start].rstrip(" \u00a0")[-1:] in ("", "\n", ".", "!", "?")
        speech = owns and _OWN_SPEECH.match(text, seen.end) is not None
        if owns and not opens and not speech:
            return True
        if _AGENT.search(text, max(0, seen.start - 60), seen.start) and not _OPENED_BY.search(
            text, max(0, seen.start - 80), seen.start
        ):
            return True
        if _ASKS.match(text, seen.end) or _ASKED.search(text, max(0, seen.start - 60), seen.start):
            return True
        if self._is_listed(seen) or _DIES.match(text, seen.end):
            return True
        if text[seen.start - 1 : seen.start] == "(" or text.startswith(" i spetsen", seen.end):
            return True  # "Laget gjorde 2–2 (⟦Jon Ek⟧)", "domarna med ⟦Jon Ek⟧ i spetsen"
        if self._is_their_relative(seen, utterance):
            return True
        if self._heard.last is not None and (seen.beside or self._is_relative_then(seen)):
            return True  # "Familj: Sönerna ⟦Axel⟧ och ⟦Nils⟧."
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

    def _is_their_relative(self, seen: Seen, utterance: Utterance) -> bool:
        """``Pappa ⟦Arvid⟧ var bonde.`` ⏎ ``– Pappa sa att musik är gödsel.``: whom the words themselves call so."""
        before = self._article.text[max(0, seen.start - 40) : seen.start].split()[-1:]
        kin = bool(before) and before[0].lower() in word_set("kin before a given name")
        return kin and before[0].lower() in utterance.contents[0].text.lower().split()

    def _is_relative_then(self, seen: Seen) -> bool:
        """``– Jag är hemma, säger Siv Ek. Pappa ⟦Evert⟧ jobbade i gruvan.``: of the portrait's past, and not there to speak."""
        text = self._article.text
        told = _WAS.match(text, seen.end)
        return (
            told is not None
            and told["verb"] not in load_cues().single
            and _RELATIVE.search(text, max(0, seen.start - 40), seen.start) is not None
        )

    def _is_relative_told(self, seen: Seen, at: int) -> bool:
        """``Hennes son ⟦Erik⟧, som bor kvar, var emot det.`` ⏎ ``– Han sa nej.``: and not ``Sonen ⟦Erik⟧ berättar.``"""
        text = self._article.text
        if _RELATIVE.search(text, max(0, seen.start - 40), seen.start) is None:
            return False
        return load_cues().single.keys().isdisjoint(re.findall(r"\w+", text[seen.end : at].lower()))

    def _is_listed(self, seen: Seen) -> bool:
        return _LISTED.search(self._article.text, max(0, seen.start - 60), seen.start) is not None

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
        if _SPEAKS.match(text, seen.end):
            return False
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
