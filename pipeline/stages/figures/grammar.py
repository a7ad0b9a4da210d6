"""The quantity grammar: from a text to its figures, line by line; one figure for one quantity."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.article import Figure, Span
from pipeline.numerals import read_ordinal, read_word
from pipeline.shadow import shadow
from pipeline.stages.contacts.emails import find_emails, find_web_addresses
from pipeline.stages.contacts.personal_numbers import find_personal_numbers
from pipeline.stages.figures import guards
from pipeline.stages.figures.found import Found, figure, has_minus, negate
from pipeline.stages.figures.lexer import Line
from pipeline.stages.figures.nouns import noun_phrase
from pipeline.stages.figures.quantities import quantity
from pipeline.stages.figures.shares import is_factor
from pipeline.stages.figures.worded import compound, compound_age, factor, ordinal, share

# A line without any of these holds no figure, and most lines don't.
_ANCHOR = re.compile(
    r"\d|två|tre|fyr|fem|sex|sju|åtta|åtti|nio|nitti|nitt|tio|elva|tolv|fjort|aderton|arton|tjug|hundra|tusen|milj|"
    r"milli|mijl|"
    r"bilj|hälft|halv|halver|dubbl|varannan|vartannat|var |vart |nde |dje |del|dussin|tjog|fjärd|sjätte|elfte|"
    r"tolfte|ett |en ",
)
_LONGEST_LINE, _LONGEST_WORD = 20_000, 60
_DIGIT = re.compile(r"\d")
_FIRST_WORDS = frozenset({"en", "ett", "halvannan", "hälften", "hälftens", "var", "vart", "varannan", "vartannat"})


def find_figures(text: str, claimed: Sequence[Span] = ()) -> tuple[Figure, ...]:
    """Return the quantities of a text in order, none of them inside a ``claimed`` span (phones, dates, times).

    Every figure says its value or its two ends as decimal strings, what it counts, what bends it and how it changes:
    'drygt 1,5 miljoner kronor' is money, 1500000 SEK, more than. Works on plain text alone and in linear time. Years,
    clock times, codes, scores, list numbers and numbers in names are no figures (see :mod:`guards`).
    """
    seen = shadow(text)
    blocked = _blocked(text, seen, claimed)
    found: list[Figure] = []
    for start, end in _lines(seen):
        has_digits = _DIGIT.search(seen, start, end) is not None
        if has_digits or _ANCHOR.search(seen[start:end].lower()):
            line = Line(seen, start, end)
            codes = guards.coded_spans(seen, start, end) if has_digits else []
            figures = _shared_units(_scan(line, _taken(line, blocked, codes)), line)
            found += (figure(one, line, text) for one in figures)
    return tuple(found)


def _lines(seen: str) -> Iterator[tuple[int, int]]:
    """Cut a text into lines; one longer than any paragraph is read in pieces, so that memory stays small."""
    start = 0
    while start < len(seen):
        end = seen.find("\n", start)
        end = len(seen) if end < 0 else end
        while end - start > _LONGEST_LINE:
            space = seen.find(" ", start + _LONGEST_LINE, min(end, start + 2 * _LONGEST_LINE))
            piece = space if space > 0 else start + _LONGEST_LINE
            yield start, piece
            start = piece
        yield start, end
        start = end + 1


def _blocked(text: str, seen: str, claimed: Sequence[Span]) -> list[tuple[int, int]]:
    spans = [(span.start, span.end) for span in claimed]
    spans += [(span.start, span.end) for span in find_personal_numbers(text)]
    spans += [(span.start, span.end) for span in find_web_addresses(text)]
    spans += [(span.start, span.end) for span in find_emails(text)] if "@" in text else []
    return sorted(spans)


def _taken(line: Line, blocked: list[tuple[int, int]], codes: list[tuple[int, int]]) -> list[bool]:
    """Tell which tokens stand in a span of the line that is blocked or a code."""
    taken = [False] * line.size
    if not line.size:
        return taken
    first = max(0, bisect_left(blocked, (line.start[0], 0)) - 8)
    last = bisect_left(blocked, (line.end[-1], 0))
    for start, end in (*blocked[first:last], *codes):
        i = bisect_left(line.end, start + 1)
        while i < line.size and line.start[i] < end:
            taken[i] = True
            i += 1
    return taken


def _scan(line: Line, taken: list[bool]) -> Iterator[Found]:
    i = floor = 0
    while i < line.size:
        found = _at(line, i) if may_begin(line.low[i]) and not taken[i] else None
        if isinstance(found, int):
            i = max(i + 1, found)
            continue
        if found is None or any(taken[found.first : found.last]):
            i += 1
            continue
        found.first = max(found.first, floor)
        yield found
        i = floor = found.last


def _at(line: Line, i: int) -> Found | int | None:
    """Return the figure whose number begins at this token, or the token after what is a number and no figure."""
    return share(line, i) or quantity(line, i) or compound(line, i) or ordinal(line, i) or factor(line, i)


@lru_cache(maxsize=8192)
def may_begin(word: str) -> bool:
    """Whether a figure can begin with this word: digits, numerals, shares and factors, 'femårig', 'tjugotal'."""
    if word[0].isdecimal():
        return True
    if len(word) > _LONGEST_WORD:
        return False
    if not word[0].isalpha():
        return False
    return (
        word in _FIRST_WORDS
        or read_word(word) is not None
        or read_ordinal(word) is not None
        or is_factor(word)
        or word.endswith(("delen", "tal", "talet"))
        or ("år" in word and compound_age(word) is not None)
        or "procentig" in word
    )


def _shared_units(found: Iterator[Found], line: Line) -> list[Found]:
    """Give a bare number the unit of its neighbour: '2 respektive 3 procent', 'Av de 40 skolorna har 12 …'."""
    figures = list(found)
    for at in range(len(figures) - 2, -1, -1):
        one, following = figures[at], figures[at + 1]
        gap = line.low[one.last : following.first]
        if one.bare and following.unit and len(gap) <= 2 and gap and _JOINERS.issuperset(gap):
            one.kind, one.unit, one.bare, one.tentative = following.kind, following.unit, False, False
            one.extra.update({key: following.extra[key] for key in ("currency", "ucum") if key in following.extra})
            if "ucum" in one.extra and has_minus(line, one.first):  # '-3 respektive -8 grader'
                negate(one)
                one.first -= 1
    figures = [one for one in figures if not one.tentative]
    last_count: Found | None = None
    last_money: Found | None = None
    for one in figures:
        if (
            one.bare
            and one.kind == "money"
            and "currency" not in one.extra
            and (things := _number_of(line, one)) is not None
        ):
            one.kind, one.unit = "count", things
        elif one.bare and one.low is None and one.kind == "money" and last_money is not None:
            one.unit, one.extra["currency"] = last_money.unit, last_money.extra["currency"]
        elif one.bare and one.value is not None and one.value >= 0 and one.kind == "count" and one.unit is None:
            lent = last_count if last_count is not None and _may_lend(last_count, one) else None
            one.unit = _unit_before(line, one, lent.unit if lent else None)
        elif one.kind == "count" and one.unit in ("stycken", "st") and last_count is not None:
            one.unit = last_count.unit  # 'från 38 anställda … till 58 stycken'
        last_money = one if "currency" in one.extra else None
        if one.kind == "count" and one.low is None and one.unit and one.unit not in _NOT_LENT:
            last_count = one
    return figures


def _may_lend(lender: Found, one: Found) -> bool:
    """``Fyra åkare kom i mål. Siv Ek fick 11,43.``: what is counted whole lends no part of it its noun."""
    parted = [value % 1 != 0 for value in (lender.value, one.value) if value is not None]
    return parted[-1:] != [True] or all(parted)


_NOT_LENT = frozenset({"gånger", "poäng", "mål"})
_JOINERS = frozenset({",", "och", "eller", "respektive", "samt", "till"})


def _number_of(line: Line, one: Found) -> str | None:
    """Tell what a bare number of millions counts: 'Antalet [resor] uppgår till 325 miljoner'; null in another clause."""
    for at in range(one.first - 1, max(-1, one.first - 12), -1):
        if line.low[at] in ("antal", "antalet"):
            phrase = noun_phrase(line, at + 1)
            return line.raw[phrase[0]] if phrase else None
        if line.low[at] in _PARTS_CLAUSES:
            break
    return None


_PARTS_CLAUSES = frozenset({".", "!", "?", ",", ";", ":", "och", "men", "för"})


def _unit_before(line: Line, one: Found, last_unit: str | None) -> str | None:
    """Tell what a bare number counts: the noun after 'antal' in its sentence, else what the figure before it counts."""
    for at in range(one.first - 1, max(-1, one.first - 25), -1):
        if line.low[at] in ("antal", "antalet"):
            phrase = noun_phrase(line, at + 1)
            return line.raw[phrase[0]] if phrase else None
        if line.raw[at] in ".!?" and not line.glued(at + 1):
            break
    aged = not _AGED.isdisjoint(line.low[max(0, one.first - 6) : one.first])
    return None if aged and line.word(one.first - 1) in ("är", "var") else last_unit  # "och den äldste, Helge, är 91"


_AGED = frozenset(["äldste", "äldsta", "yngste", "yngsta"])
