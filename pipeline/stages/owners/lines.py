"""The lines of a text that hold something, and who is named where in them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from pipeline.article import Organisation, Person

LINES_UP = 10
REACH = 240
LONGEST_CONTACT_LINE = 110
LABEL = re.compile(
    r"\b(?:tel|telefon|telefonnummer|tfn|mobil|mobilnummer|mobiltelefon|mob|direkt|ring|nås|nå|kontakta|kontakt|presskontakt|"
    r"kontaktperson|frågor|upplysningar|information|fax|telefax)\b",
    re.IGNORECASE,
)
#: A number of somebody else's, with or without spaces.
DIGITS = re.compile(r"(?:\d[ \u00a0-]{0,3}){6}")
Owned = tuple[Literal["person", "organisation"], int]


@dataclass(frozen=True, slots=True)
class Mention:
    """A person's (or body's) name at a place: ``who`` is the position in its layer."""

    start: int
    end: int
    who: int


class Lines:
    """The lines of the text that hold something."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[tuple[int, int]] = []
        start = 0
        while start <= len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if text[start:end].strip():
                self.spans.append((start, end))
            start = end + 1
        self._starts = [start for start, _ in self.spans]

    def at(self, offset: int) -> int:
        """Return the number of the line that an offset (code points) stands on."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def length(self, n: int) -> int:
        """Return how many code points a line holds."""
        start, end = self.spans[n]
        return end - start

    def cut(self, n: int) -> str:
        """Return the text of a line."""
        start, end = self.spans[n]
        return self.text[start:end]


class Mentions:
    """Mentions in the order of the text, with those inside a stretch by bisection."""

    def __init__(self, things: Sequence[Person | Organisation]) -> None:
        found = [Mention(span.start, span.end, who) for who, thing in enumerate(things) for span in thing.mentions]
        self._sorted = sorted(found, key=lambda mention: (mention.start, -mention.end))
        self._starts = [mention.start for mention in self._sorted]

    def senders(self) -> Owned | None:
        """Return the body that the text names first, if none is named more often: the one that sends a press release."""
        counts = Counter(mention.who for mention in self._sorted)
        if not counts or counts[first := self._sorted[0].who] < max(counts.values()):
            return None
        return "organisation", first

    def inside(self, start: int, end: int) -> list[Mention]:
        """Return the mentions that begin and end in a stretch of the text, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self._sorted[first:last] if mention.end <= end]
