"""What a person types, as an expression for full text. Nothing typed is ever an operator by accident.

Words must all stand there. ``OR``/``ELLER``, ``NOT``/``INTE`` or a hyphen before a word, ``NEAR/5``/``NÄRA`` and
parentheses work in capitals; ”…” »…« and "…" are phrases; ``elpris*`` is a beginning, ``*stöd*`` a part of a word;
``talare:Öberg``, ``roll:``, ``org:`` and ``citat:`` look in one column only.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pipeline.store.words import WORD

#: Returns the word forms to look for in place of a typed word.
Expand = Callable[[str], Sequence[str]]

LONGEST = 500
MOST_TERMS = 40
#: A beginning or a part of a word that is shorter would find nearly everything.
SHORTEST_PREFIX, SHORTEST_PART = 2, 3
_NEAR_FORMS = 36
_OR, _AND, _NOT, _NEAR = {"OR", "ELLER"}, {"AND", "OCH"}, {"NOT", "INTE"}, re.compile(r"(?:NEAR|NÄRA)(?:/(\d{1,3}))?$")
_COLUMNS = {
    "talare": "speaker",
    "speaker": "speaker",
    "roll": "role",
    "role": "role",
    "org": "organisation",
    "organisation": "organisation",
    "citat": "text",
    "quote": "text",
}
_TOKEN = re.compile(r'[“”„»«"]([^“”„»«"]*)[“”„»«"]|([()])|([^\s()“”„»«"]+)|([“”„»«"])')


@dataclass(frozen=True, slots=True)
class Expression:
    """An expression for FTS5 (empty: nothing to look for), the words that were typed, and what had to be left out.

    ``notices`` are labels: ``only_not``, ``not_understood``, ``too_long``, ``too_short``.
    """

    match: str
    words: tuple[str, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str
    text: str


@dataclass
class _Reader:
    """One reading of the tokens, left to right."""

    tokens: list[_Token]
    expand: Expand
    parts: Expand
    at: int = 0
    words: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def peek(self) -> _Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def either(self, depth: int = 0) -> str:
        found = [self.all(depth)]
        while (token := self.peek()) and token.kind == "or":
            self.at += 1
            found.append(self.all(depth))
        if not all(found):
            raise _NotUnderstoodError
        return found[0] if len(found) == 1 else f"({' OR '.join(found)})"

    def all(self, depth: int) -> str:
        wanted: list[str] = []
        unwanted: list[str] = []
        while (token := self.peek()) and token.kind not in ("or", ")"):
            if token.kind == "and":
                self.at += 1
                continue
            negative = token.kind == "not"
            if negative:
                self.at += 1
            part = self.one(depth)
            if part:
                (unwanted if negative else wanted).append(part)
        if unwanted and not wanted:
            self.notices.append("only_not")
            raise _NotUnderstoodError
        both = " AND ".join(wanted)
        return both if not unwanted else f"(({both}) NOT ({' OR '.join(unwanted)}))"

    def one(self, depth: int) -> str:
        token = self.peek()
        if token is None or token.kind in ("or", "and", "not", ")", "near") or depth > 8:
            raise _NotUnderstoodError
        self.at += 1
        if token.kind == "(":
            inner = self.either(depth + 1)
            closing = self.peek()
            if closing is None or closing.kind != ")":
                raise _NotUnderstoodError
            self.at += 1
            return f"({inner})"
        following = self.peek()
        if following and following.kind == "near":
            return self.near(token, following)
        return self.term(token)

    def near(self, first: _Token, near: _Token) -> str:
        groups, distance = [self.forms(first)], int(near.text)
        while (token := self.peek()) and token.kind == "near":
            self.at += 1
            operand = self.peek()
            if operand is None or operand.kind not in ("word", "phrase"):
                raise _NotUnderstoodError
            self.at += 1
            groups.append(self.forms(operand))
        combined = itertools.islice(itertools.product(*groups), _NEAR_FORMS)
        nearby = " OR ".join(f"NEAR({' '.join(phrases)}, {distance})" for phrases in combined)
        return f"({nearby})"

    def forms(self, token: _Token) -> list[str]:
        """Return the phrases that a token stands for."""
        kept = WORD.findall(token.text)
        if not kept:
            raise _NotUnderstoodError
        self.words += kept
        if token.kind == "phrase" or len(kept) > 1:
            return [_quoted(" ".join(kept))]
        return [_quoted(form) for form in self.expand(kept[0])][:6]

    def term(self, token: _Token) -> str:
        column, text = None, token.text
        if token.kind == "word":
            name, colon, rest = text.partition(":")
            if colon and rest and name.lower() in _COLUMNS:
                column, text = _COLUMNS[name.lower()], rest
        kept = WORD.findall(text)
        if not kept:
            return ""
        self.words += kept
        if len(self.words) > MOST_TERMS:
            self.notices.append("too_long")
            return ""
        found = self._phrases(token, text, kept)
        joined = found[0] if len(found) == 1 else f"({' OR '.join(found)})"
        return f"{{{column}}} : {joined}" if column else joined

    def _phrases(self, token: _Token, text: str, kept: list[str]) -> list[str]:
        whole = _quoted(" ".join(kept))
        if token.kind == "phrase" or (len(kept) > 1 and "*" not in text):
            return [whole]
        begins, ends = text.endswith("*"), text.startswith("*")
        if ends and len(kept) == 1:
            if len(kept[0]) >= SHORTEST_PART:
                return [_quoted(form) for form in self.parts(text)] or [whole]
            self.notices.append("too_short")
        elif begins:
            if len(kept[-1]) >= SHORTEST_PREFIX:
                return [whole + "*"]
            self.notices.append("too_short")
        return [whole] if len(kept) > 1 else [_quoted(form) for form in self.expand(kept[0])]


class _NotUnderstoodError(Exception):
    """The operators do not go together."""


def read_expression(typed: str, expand: Expand | None = None, parts: Expand | None = None) -> Expression:
    """Return what was typed as an expression; where its operators make no sense, its words, and a notice that says so.

    ``expand`` gives the forms of a word, ``parts`` the words that hold a part (it is given the part with its stars).

    >>> read_expression("elpris* ”dyr vinter” ELLER ved").match
    '("elpris"* AND "dyr vinter" OR "ved")'
    """
    text = unicodedata.normalize("NFC", typed).replace("\x00", " ")
    notices = ["too_long"] if len(text) > LONGEST else []
    tokens = _tokens(text[:LONGEST])
    expand = expand or (lambda word: [word])
    reader = _Reader(tokens, expand, parts or (lambda word: []), notices=notices)
    try:
        match = reader.either() if tokens else ""
        if reader.at < len(tokens):
            raise _NotUnderstoodError
    except _NotUnderstoodError:
        if "only_not" not in reader.notices:
            reader.notices.append("not_understood")
        plain = [t for t in tokens if t.kind in ("word", "phrase") and "only_not" not in reader.notices]
        reader = _Reader(plain, expand, parts or (lambda word: []), notices=reader.notices)
        match = reader.all(0)
    return Expression(match, tuple(reader.words), tuple(dict.fromkeys(reader.notices)))


def _tokens(text: str) -> list[_Token]:
    found = []
    for phrase, bracket, word, _ in _TOKEN.findall(text):
        near = _NEAR.match(word)
        if bracket:
            found.append(_Token(bracket, bracket))
        elif word in _OR:
            found.append(_Token("or", word))
        elif word in _AND:
            found.append(_Token("and", word))
        elif word in _NOT:
            found.append(_Token("not", word))
        elif near:
            found.append(_Token("near", near.group(1) or "10"))
        elif word[:1] in ("-", "−") and WORD.search(word):
            found += [_Token("not", "-"), _Token("word", word[1:])]
        elif WORD.search(word):
            found.append(_Token("word", word))
        elif WORD.search(phrase):
            found.append(_Token("phrase", phrase))
    return found


def _quoted(phrase: str) -> str:
    return f'"{phrase}"'
