"""One line of text as tokens: numbers, words and signs, with offsets into the article."""

from __future__ import annotations

import re

from pipeline.numerals import read_word

# Digits grouped by points or spaces are one number only in full groups of three, and with one kind of separator. A point
# before one or two digits opens decimals where no clock or date can be meant: "10.9 procent", "2.5 km".
_MEASURED = (
    r"(?i:%|procent|promille|miljon|miljard|mi?lj\b|mn\b|mdr\b|m?n?kr\b|mdkr\b|msek\b|km\b|kilo|kg\b|ton\b|meter|mil\b|[cm]m\b|"
    r"kvadrat|hektar|liter|grader|°)"
)
_TOKEN = re.compile(
    r"[^\W\d_]+(?:[-'’:][^\W\d_]+)*"
    r"|\d{1,3}(?: \d{3}){1,6}(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:\.\d{3}){1,6}(?!\d)(?:,\d+)?"
    r"|\d{1,3}(?:,\d{3}){2,6}(?!\d)"
    r"|\d{1,3}½"
    rf"|\d{{1,3}}\.\d{{1,2}}(?![\d.:])(?= ?{_MEASURED})"
    r"|\d+(?:,\d+)?"
    r"|[^\s]"
)


class Line:
    """Tokens of one line: ``low`` for rules, ``raw`` as written; ``start`` and ``end`` in code points of the text."""

    __slots__ = ("end", "low", "raw", "size", "start", "text")

    def __init__(self, seen: str, start: int, end: int) -> None:
        self.text = seen
        self.raw: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        for match in _TOKEN.finditer(seen, start, end):
            word, at = match.group(), match.start()
            pieces = _pieces(word) if "-" in word else (word,)
            for piece in pieces:
                self.raw.append(piece)
                self.start.append(at)
                at += len(piece)
                self.end.append(at)
        self.low = [word.lower() for word in self.raw]
        self.size = len(self.raw)

    def word(self, i: int) -> str:
        """Return the token at a place in lower case; the empty string outside the line."""
        return self.low[i] if 0 <= i < self.size else ""

    def glued(self, i: int) -> bool:
        """Whether no space stands between this token and the one before."""
        return 0 < i < self.size and self.start[i] == self.end[i - 1]

    def digits(self, i: int) -> bool:
        """Whether the token is a number in digits."""
        return 0 <= i < self.size and self.raw[i][0].isdecimal()

    def alpha(self, i: int) -> bool:
        """Whether the token is a word."""
        return 0 <= i < self.size and self.raw[i][0].isalpha()

    def capital(self, i: int) -> bool:
        """Whether the token is a word with a capital."""
        return 0 <= i < self.size and self.raw[i][0].isupper()


def _pieces(word: str) -> tuple[str, ...]:
    """'två-tre' is two numerals with a hyphen between; any other word with a hyphen stays whole."""
    first, hyphen, last = word.partition("-")
    if read_word(first.lower()) is not None and read_word(last.lower()) is not None:
        return first, hyphen, last
    return (word,)
