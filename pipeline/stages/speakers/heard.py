"""Who has been heard so far in an article: the last speaker, the people, and who was heard without a name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipeline.article import Article, Speaker, Utterance

#: Who asks in court, whose words to *du* another answers.
_HEARING = re.compile(r"\b(?:åklagar|försvarar|rådman|domar|förhörsledar|målsägandebiträde)", re.IGNORECASE)
_ASKING = frozenset(["fråga", "undra", "ropa"])
#: Words to those who are interviewed, and marks, within which they are somebody else's.
TO_YOU = re.compile(r"\b(?:du|ni|dig|er|din|ditt|dina|ert|era)\b", re.IGNORECASE)

#: How a reporter gets to speak to somebody: "När vi ⟦når⟧ rektorn", "Jag ⟦stötte på⟧ Bo Ek", "En kvinna som Bladet ⟦träffar⟧".
MEETS = (
    r"(?:träffar|träffade|träffat|möter|mötte|mött|når|nådde|nått|(?:ringer|ringde|ringt)(?:[ \u00a0]upp)?|intervjuar|intervjuade|"
    r"(?:stöter|stötte|stött)[ \u00a0]på|(?:får|fick|fått)[ \u00a0]tag[ \u00a0](?:på|i)|"
    r"(?:talar|talade|talat|pratar|pratade|pratat|snackar|snackade|snackat)[ \u00a0]med)"
)
MARKS = frozenset('”"“»«')
_IN_MARKS = re.compile(r"[”\"“»«][^”\"“»«]{1,200}[”\"“»«]")
_OPENS_TO_YOU = re.compile(
    r"(?:(?:Men|Och|Så)[ \u00a0])?(?:[Dd]u|[Nn]i)\b|(?:Berätta|Beskriv|Nämn|Förklara|Utveckla)\b[^.!?\n]{0,100}[.!]?\Z"
)
#: Whom words call by name, last or first in them.
_CALLED = re.compile(r",[ \u00a0](?P<name>[A-ZÅÄÖ][\w-]+)[.!?]*\Z")
_CALLS = re.compile(r"(?P<name>[A-ZÅÄÖ][\w-]+),[ \u00a0]")


def is_put_to_you(article: Article, block: int) -> bool:
    """Tell the interviewer's turn, in which others are spoken of: "Bo Ek säger att du är bäst. Stämmer det?", "Ni saknade Bo Ek …"."""
    where = article.blocks[block]
    said = article.text[where.start : where.end].rstrip(" _*\u00a0")
    if where.kind == "dash":
        return False
    if set(said) & MARKS:  # "Bladet kallar er ”havets orkester”. Vad säger ni om det?", whoever is quoted in it
        said = _IN_MARKS.sub("", said)
        return said.endswith("?") and not set(said) & MARKS and TO_YOU.search(said) is not None
    return _OPENS_TO_YOU.match(said) is not None or (said.endswith("?") and TO_YOU.search(said) is not None)


@dataclass(frozen=True, slots=True)
class Last:
    """Who spoke last: the speaker, the others, the block, and how many blocks it has been carried."""

    speaker: Speaker
    others: tuple[Speaker, ...]
    block: int
    end: int
    carried: int


@dataclass(slots=True)
class Heard:
    """What is remembered from one utterance to the next, in the order of the article."""

    article: Article
    last: Last | None = None
    #: The question that somebody has just asked, with a frame that says so: "– Kommer du? ropar Eva Ek."
    asked: Utterance | None = None
    #: Whom the last utterance calls by name: "– Berätta om polisen, ⟦Roffe⟧, säger hon."
    called: str | None = None
    #: Who spoke before the one who spoke last.
    previous: Last | None = None
    #: The people heard last, three at most, the last one last, each once.
    people: list[int] = field(default_factory=list)
    #: All who have been heard.
    spoken: set[int] = field(default_factory=set)
    #: Who was heard last, named or not, and in which block.
    witness: tuple[Speaker | None, int] = (None, -1)

    def remember(self, utterance: Utterance, speaker: Speaker, others: tuple[Speaker, ...]) -> None:
        """Take in an utterance with its speakers; documents and unknown speakers do not go on speaking."""
        self.witness = speaker, utterance.block
        call = _CALLED.search(utterance.contents[-1].text) or _CALLS.match(utterance.contents[0].text)
        self.called = call["name"] if call is not None and utterance.kind == "direct" else None
        asks = utterance.cue is not None and utterance.cue.lemma in _ASKING
        put = utterance.kind == "direct" and utterance.contents[-1].text.endswith("?")
        self.asked = utterance if asks and (put or utterance.kind == "indirect") else None
        if utterance.kind == "direct" and utterance.mention is not None and _HEARING.search(utterance.mention.text):
            self.asked = utterance
        if speaker.name is None or speaker.kind == "document" or self._is_credited(utterance.block):
            return
        if utterance.kind != "direct" and (speaker.kind != "person" or is_put_to_you(self.article, utterance.block)):
            return
        if speaker.person is not None:
            self.spoken.add(speaker.person)
            self.people = [*(n for n in self.people[-2:] if n != speaker.person), speaker.person]
        if self.last is not None and self.last.speaker.name != speaker.name:
            self.previous = self.last
        carried = 0 if utterance.mention else (self.last.carried + 1 if self.last else 1)
        self.last = Last(speaker, others, utterance.block, utterance.contents[-1].end, carried)

    def _is_credited(self, block: int) -> bool:
        """A caption whose credit tells it, ``… säger Bo Ek. Foto: Eva Alm``: who speaks there does not go on speaking."""
        where = self.article.blocks[block]
        return where.kind == "caption" or "Foto:" in self.article.text[where.start : where.end]

    def last_two(self) -> tuple[int, int] | None:
        """``… säger Eva Ek. … säger Bo Alm. ⟦Båda⟧ anser``: the two who were heard last."""
        return None if len(self.people) < 2 else (self.people[-2], self.people[-1])
