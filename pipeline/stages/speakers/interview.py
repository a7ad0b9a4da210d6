"""Interviews: who answers a question that stands in the block before."""

from __future__ import annotations

import re

from pipeline.article import Article, Block, Speaker, Utterance
from pipeline.stages.speakers.heard import Heard
from pipeline.stages.speakers.persons import People, Seen

#: Who is spoken to in a question: "Har Lahtinen rätt, Rut Sandell?"
_SPOKEN_TO = re.compile(r"(?:, (?P<last>[^,?\n]{3,40})\?|(?:^|\n)(?P<first>[^,?\n]{3,40}), [^\n]{3,160}\?)\W*$")
#: A question to the one who is interviewed.
_TO_YOU = re.compile(r"\b(?:du|ni|dig|er|din|ditt|dina|ert|era)\b", re.IGNORECASE)


class Interview:
    """Finds who answers in one article."""

    def __init__(self, article: Article, people: People, heard: Heard) -> None:
        self._article = article
        self._people = people
        self._heard = heard

    def is_asked(self, utterance: Utterance) -> bool:
        """The block before is a question: an answer follows."""
        if utterance.block == 0:
            return False
        block = self._article.blocks[utterance.block - 1]
        return self._article.text[block.start : block.end].rstrip(" _*\u00a0").endswith("?")

    def answerer(self, utterance: Utterance) -> Speaker | None:
        """Return who was introduced since the last speech, or stands before the question; None where the last goes on."""
        since = self._heard.last.end if self._heard.last else 0
        question = self._article.blocks[utterance.block - 1]
        spoken_to = _SPOKEN_TO.search(self._article.text[question.start : question.end])
        if spoken_to is not None:
            group = "last" if spoken_to["last"] else "first"
            start, end = (question.start + k for k in spoken_to.span(group))
            named = self._people.within(self._article.cut(start, end))
            if len(named) == 1:
                return self._people.speaker(named[0], None, "interviewee")
        # whom a question names is spoken of, not to
        new = self._named_last(question) or [s for s in self._people.between(since, question.start) if s.leading]
        if new:
            return self._people.speaker(new[-1].person, None, "interviewee")
        if self._heard.last is not None:
            return None
        before = self._people.before(question.start, 1)
        return self._people.speaker(before[0].person, None, "interviewee") if before else None

    def _named_last(self, question: Block) -> list[Seen]:
        """``Hur mår du ⟦Rut Sandell⟧?``: the name at the very end of a question to *du* is whom it is put to."""
        asked = self._article.text[question.start : question.end]
        end = question.start + len(asked.rstrip(" ?_*\u00a0"))
        if _TO_YOU.search(asked) is None:
            return []
        return [s for s in self._people.between(question.start, question.end) if s.end == end and not s.oblique]
