"""Words that bend a number: 'drygt', 'upp till', 'eller fler'; and words that say how it changes: 'ökade med'."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast

from pipeline.article import Bound, Change
from pipeline.data import read_table
from pipeline.stages.figures.lexer import Line
from pipeline.word_sets import word_set

_PREPOSITIONS = frozenset({"under", "över", "runt", "kring", "omkring", "max", "nära", "snart", "närmare"})


@dataclass(frozen=True, slots=True)
class Qualifier:
    """The words that bend a number: tokens ``first`` to ``last`` (exclusive) and the bound that they set."""

    first: int
    last: int
    bound: Bound


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, list[tuple[tuple[str, ...], Bound]]], dict[str, list[tuple[tuple[str, ...], Bound]]]]:
    """Qualifiers before a number by their last word, and those after it by their first; longest first."""
    before: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    after: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for words, bound, place in read_table("models", "lexicons", "qualifiers.tsv"):
        form = tuple(words.split(" "))
        table, key = (before, form[-1]) if place == "before" else (after, form[0])
        table.setdefault(key, []).append((form, cast("Bound", bound)))
    for table in (before, after):
        for forms in table.values():
            forms.sort(key=lambda form: -len(form[0]))
    return before, after


def qualifier_before(line: Line, i: int) -> Qualifier | None:
    """Return the qualifier that ends right before a token: 'mer än' in 'mer än 200', also 'ca.' with its point."""
    last = i
    if line.word(i - 1) == "." and line.word(i - 2) in ("ca", "c:a", "max"):
        last = i - 1
    elif line.word(i - 1) in ("de", "det", "en", "ett") and line.word(i - 2) in ("omkring", "runt", "cirka", "ungefär"):
        return None
    for form, bound in _tables()[0].get(line.word(last - 1), ()):
        first = last - len(form)
        if first >= 0 and tuple(line.low[first:last]) == form:
            if form == ("minst",) and line.word(first - 1) == "inte":
                return None  # 'inte minst en fråga om pengar'
            if form == ("upp", "till") and line.word(first - 1) in _WENT:
                return None  # 'gick upp till 12 procent'
            if form == ("över",) and _spans(line, first) and not _TIMES.isdisjoint(line.low[i : i + 4]):
                return None  # 'avtalet löper över tre år'
            return Qualifier(first, i, bound)
    return None


def _spans(line: Line, i: int) -> bool:
    """Tell 'över' of what goes on through a time: 'sträcker sig över fem år', 'fördelas över tre år'."""
    stretches = line.word(i - 1) == "sig" and line.word(i - 2) in ("sträcker", "sträckte", "sträcka")
    return stretches or line.word(i - 1) in _SPANNING


_TIMES = frozenset({"år", "månader", "veckor", "dagar", "dygn", "decennier", "mandatperioder", "säsonger"})
_SPANNING = frozenset(
    "löper löpte löpa löpande fördelas fördelat fördelade fördela sprids spritt spridda utspritt pågår pågick pågå".split()
)


def qualifier_after(line: Line, i: int) -> Qualifier | None:
    """Return the qualifier that begins at a token: 'eller fler', 'och äldre', 'eller mer'."""
    for form, bound in _tables()[1].get(line.word(i), ()):
        if tuple(line.low[i : i + len(form)]) == form:
            if line.word(i + len(form)) == "än":
                return None  # '140 bryggor och mer än 900 bodar'
            return Qualifier(i, i + len(form), bound)
    return None


_UP, _DOWN = word_set("words of growth"), word_set("words of decline")
_UP_ENDINGS = ("ökning", "ökningen", "höjning", "höjningen", "uppgång", "uppgången", "tillväxt", "tillväxten")
_DOWN_ENDINGS = ("minskning", "minskningen", "sänkning", "sänkningen", "nedgång", "nedgången")
_REACH = 9
_CLAUSE_ENDS = frozenset('.!?;:,()-"”–') | word_set("words that open a clause")
_REACHING = word_set("verbs with till that tell no change")
_WENT = frozenset({"gick", "går", "gått", "gå"})


def change_before(line: Line, i: int) -> Change | None:
    """Return how the number at a token changes: 'ökade med 3' by and up, 'minskade till 12' to and down.

    The verb or noun of change is looked for in the clause before; *med* says by how much, *till* to what. Without
    either ('minskade 400 kronor', 'en ökning på 5 procent') the number is the difference.
    """
    preposition = line.word(i - 1)
    if preposition == "till" and line.word(i - 2) == "upp" and line.word(i - 3) in _WENT:
        return Change("to", "up")
    if preposition == "till" and line.word(i - 2) in _REACHING:
        return None  # 'ledde till', 'uppgick till'
    if preposition == "på":  # only the noun itself: 'en ökning på 5 procent', not 'minskade kostnader och ett lån på'
        direction = _turn(line, i - 2)
    else:
        direction = _direction(line, i - 1 if preposition in ("med", "till", "från") else i)
    if direction is None:
        return None
    if preposition == "till":
        return Change("to", direction)
    if preposition == "från":
        return Change("from", direction)
    if preposition in ("med", "på") or _direction_of(line.word(i - 1)):
        return Change("by", direction)
    return None


def direction_around(line: Line, first: int, last: int) -> Literal["up", "down"] | None:
    """Return the direction of the clause around 'från 9 till 12', by the verb before or right after it."""
    before = _direction(line, first) or (_direction(line, first - 1) if line.word(first - 1) == "," else None)
    return before or next((found for word in line.low[last : last + 3] if (found := _direction_of(word))), None)


def _direction(line: Line, i: int) -> Literal["up", "down"] | None:
    for at in range(i - 1, max(-1, i - 1 - _REACH), -1):
        if line.low[at] in _CLAUSE_ENDS:
            return None
        found = _turn(line, at)
        if found:
            return found
    return None


def _turn(line: Line, at: int) -> Literal["up", "down"] | None:
    """Return the direction that a token tells; none where it is the particle of a verb such as 'skjuta upp'."""
    word = line.word(at)
    if word in _PARTICLES and _MOVES_NOTHING.intersection(line.low[max(0, at - 3) : at]):
        return None
    return _direction_of(word)


_PARTICLES = frozenset({"upp", "ned", "ner"})
#: Verbs whose particle tells of no change: 'skjuts upp två veckor', 'läggs ner på tio byggen'.
_MOVES_NOTHING = word_set("verbs with particles that tell no change")


@lru_cache(maxsize=8192)
def _direction_of(word: str) -> Literal["up", "down"] | None:
    if word.endswith(("sökning", "sökningen")):
        return None
    if word in _UP or word.endswith(_UP_ENDINGS):
        return "up"
    if word in _DOWN or word.endswith(_DOWN_ENDINGS):
        return "down"
    return None
