"""The quantity grammar: numbers and ranges, what they count, what bends them; one figure for one quantity."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import Any

from pipeline.article import Change, Figure, FigureKind, Span
from pipeline.numerals import plain, read_digits, read_ordinal, read_word
from pipeline.shadow import shadow
from pipeline.stages.contacts.emails import find_emails, find_web_addresses
from pipeline.stages.contacts.personal_numbers import find_personal_numbers
from pipeline.stages.figures import guards
from pipeline.stages.figures.lexer import Line
from pipeline.stages.figures.nouns import noun_phrase, singular_phrase
from pipeline.stages.figures.numbers import Number, number_at, tal_at
from pipeline.stages.figures.qualifiers import (
    Qualifier,
    change_before,
    direction_around,
    qualifier_after,
    qualifier_before,
)
from pipeline.stages.figures.shares import factor_at, fraction_at, is_factor, share_at
from pipeline.stages.figures.units import ONLY_AFTER_DIGITS, Unit, UnitSpan, currency_before, unit_at, unit_table
from pipeline.word_sets import word_set

# A line without any of these holds no figure, and most lines don't.
_ANCHOR = re.compile(
    r"\d|två|tre|fyr|fem|sex|sju|åtta|åtti|nio|nitti|nitt|tio|elva|tolv|fjort|aderton|arton|tjug|hundra|tusen|milj|milli|mijl|"
    r"bilj|hälft|halv|halver|dubbl|varannan|vartannat|var |vart |nde |dje |del|dussin|tjog|fjärd|sjätte|elfte|tolfte|ett |en ",
)
_DIGIT = re.compile(r"\d")
_FIRST_WORDS = frozenset({"en", "ett", "halvannan", "hälften", "hälftens", "var", "vart", "varannan", "vartannat"})
_AGE = re.compile(r"år(?:ig|iga|ige|igt|igas|ing|ingen|ingar|ingarna|ingars|ings|ingens|ingarnas|såldern|sålder)\Z")
_PERCENTAGE = re.compile(r"procentig(?:a|t)?\Z")


@lru_cache(maxsize=32768)
def may_begin(word: str) -> bool:
    """Whether a figure can begin with this word: digits, numerals, shares and factors, 'femårig', 'tjugotal'."""
    if word[0].isdigit():
        return True
    if not word[0].isalpha():
        return False
    return (
        word in _FIRST_WORDS
        or read_word(word) is not None
        or read_ordinal(word) is not None
        or is_factor(word)
        or word.endswith(("delen", "tal", "talet"))
        or ("år" in word and _compound_age(word) is not None)
        or "procentig" in word
    )


@dataclass(slots=True)
class Found:
    """A figure in the making: tokens ``first`` to ``last`` (exclusive) and the fields of the finding."""

    first: int
    last: int
    kind: FigureKind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    bare: bool = False
    counted: bool = False
    extra: dict[str, Any] = field(default_factory=dict)


def find_figures(text: str, claimed: Sequence[Span] = ()) -> tuple[Figure, ...]:
    """Return the quantities of a text in order, none of them inside a ``claimed`` span (phones, dates, times).

    Every figure says its value or its two ends as decimal strings, what it counts, what bends it and how it changes:
    'drygt 1,5 miljoner kronor' is money, 1500000 SEK, more than. Works on plain text alone and in linear time. Years,
    clock times, codes, scores, list numbers and numbers in names are no figures (see :mod:`guards`).
    """
    seen = shadow(text)
    blocked = _blocked(text, seen, claimed)
    found: list[Figure] = []
    start = 0
    while start < len(seen):
        end = seen.find("\n", start)
        end = len(seen) if end < 0 else end
        has_digits = _DIGIT.search(seen, start, end) is not None
        if has_digits or _ANCHOR.search(seen[start:end].lower()):
            line = Line(seen, start, end)
            codes = guards.coded_spans(seen, start, end) if has_digits else []
            figures = _shared_units(_scan(line, _taken(line, blocked, codes)), line)
            found += (_figure(one, line, text) for one in figures)
        start = end + 1
    return tuple(found)


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
    return _share(line, i) or _quantity(line, i) or _compound(line, i) or _ordinal(line, i) or _factor(line, i)


def _share(line: Line, i: int) -> Found | None:
    """'hälften', 'två tredjedelar', 'var fjärde (25 %)', 'varannan svensk'."""
    share = fraction_at(line, i) or share_at(line, i)
    if share is None:
        return None
    last = share.last
    if (
        line.word(last) == "("
        and line.digits(last + 1)
        and line.word(last + 2) in ("%", "procent")
        and line.word(last + 3) == ")"
    ):
        last += 4
    return _bent(line, Found(i, last, "percent", value=share.percent, unit="%"))


def _quantity(line: Line, i: int) -> Found | int | None:
    if line.digits(i) and (guards.part_of_code(line, i) or (line.raw[i][0] == "0" and line.raw[i][1:2].isdigit())):
        return None
    if line.digits(i) and line.word(i + 1) == ":" and line.glued(i + 2) and line.word(i + 2) in ("e", "a", "de"):
        return None
    if line.capital(i) and line.capital(i + 1) and not line.raw[i].isupper():
        return None  # 'Tre Kronor', 'De Nio'
    number = number_at(line, i)
    tal = tal_at(line, i) if number is None or line.word(number.last) == "-" else None
    if tal is not None:
        return _tal(line, i, tal)
    if number is None:
        return None
    if number.article and not (
        line.word(number.last) in ("eller", "till", "-", "à") and number_at(line, number.last + 1)
    ):
        return _with_article(line, i, number)
    low, high = _range(line, i, number)
    if number.article and high is None:
        return None
    found = _complete(line, i, low, high)
    return high.last if found is None and high is not None and not number.article else found


def _range(line: Line, i: int, low: Number) -> tuple[Number, Number | None]:
    """Return both ends of a range, the scale shared: '3-4 miljarder', 'fem till tio', 'mellan 20 och 100'."""
    at = low.last
    sign = line.word(at)
    between = line.word(i - 1) == "mellan" or (line.word(i - 1) == "den" and line.word(i - 2) == "mellan")
    if (
        sign in ("-", "till", "eller", "à", "a", "upp")
        or (sign == "och" and between)
        or (sign == "," and _small_words(line, i, at + 1))
    ):
        if sign == "-" and line.glued(at) != line.glued(at + 1):
            return low, None
        if line.digits(at + 1) and guards.part_of_code(line, at + 1):
            return low, None
        high = number_at(line, at + 1)
        if high is not None and not high.article and high.value is not None:
            if high.factor != 1 and low.factor == 1 and low.value < 1000:
                low = Number(low.value * high.factor, low.last, high.factor, low.in_digits)
            if low.value < high.value or (sign == "till" and line.word(i - 1) == "från"):
                return low, high
            if sign == "-":
                return low, high
    return low, None


def _small_words(line: Line, i: int, at: int) -> bool:
    """'två, tre veckor': neighbours in words with a comma are a range, in digits a list."""
    first, second = read_word(line.word(i)), read_word(line.word(at))
    return first is not None and second == first + 1 and line.word(at + 1) not in (",", "och") and second <= 12


def _complete(line: Line, i: int, low: Number, high: Number | None) -> Found | None:
    """Put unit, noun, qualifier and change to a number or range, or decline it."""
    last = high.last if high else low.last
    digits = (high or low).in_digits
    falling = high is not None and high.value <= low.value and line.word(i - 1) != "från"
    top = (high or low).value
    after = qualifier_after(line, last)
    if line.word(last) == "+" and line.glued(last):
        after = Qualifier(last, last + 1, "at_least")
    unit_from = after.last if after else last
    if line.word(unit_from) == "-" and line.glued(unit_from):
        return None if after else _hyphenated(line, i, low, high, last)
    price = _decimal_price(line, i, last)
    if price is not None:
        low, last, unit_from = price, price.last, price.last
    unit = unit_at(line, unit_from, digits)
    before = currency_before(line, i)
    phrase = None if unit else noun_phrase(line, unit_from)
    counted = unit is not None or phrase is not None
    bent = qualifier_before(line, before.first if before else i)
    if _declined(line, i, last, counted, bent, high is not None) or (falling and not price):
        return None
    of = None
    if unit is None and high is None and (part := _part_of(line, i, low, last, phrase)) is not None:
        found, of = part
        found.extra["of"] = plain(of)
        return _bent(line, found)
    if unit is not None:
        return _with_unit(line, i, low, high, unit, after)
    if before is not None:
        found = Found(before.first, last, "money", counted=True, unit=line.raw[before.first])
        return _bent(line, _valued(found, low, high, before.unit))
    if phrase is None and high is None and (group := _of_group(line, last)) is not None:
        found = Found(i, group[1], "count", unit=line.raw[group[0]] if group[0] >= 0 else None, counted=True)
        return _bent(line, _valued(found, low, None))
    if phrase is not None:
        noun, end = phrase
        found = Found(i, end, "count", unit=line.raw[noun], counted=True)
        later = qualifier_after(line, end)
        return _bent(line, _valued(found, low, high), after or later)
    if line.word(i - 1) in ("åldrarna", "åldern", "ålder", "åldersgruppen", "åldersgrupperna") and top < 120:
        return _bent(line, _valued(Found(i, last, "duration", unit="år", counted=True, extra={"ucum": "a"}), low, high))
    if high is None and _age_after_name(line, i, last):
        return _valued(Found(i, last, "duration", unit="år", counted=True, extra={"ucum": "a"}), low, None)
    if not _bare_counts(line, i, low, high, bent, after):
        return None
    kind: FigureKind = "money" if (high or low).factor >= 1_000_000 else "count"
    return _bent(line, _valued(Found(i, last, kind, bare=True), low, high), after)


def _age_after_name(line: Line, i: int, last: int) -> bool:
    """'Rut Sandell, 47, bor i Alvsund': an age, but only after a name of two words."""
    if line.word(i - 1) != "," or len(line.raw[i]) > 2 or not line.digits(i) or line.glued(i) or line.raw[i] == "0":
        return False
    named = line.capital(i - 2) and line.capital(i - 3) and not line.raw[i - 2].isupper()
    return named and (
        last >= line.size or line.raw[last] in ",.;)(–-" or line.word(last) in ("från", "och", "är", "bor")
    )


def _decimal_price(line: Line, i: int, last: int) -> Number | None:
    """'9:50 kr', '19.90 kronor'."""
    if (
        line.word(last) in (".", ":")
        and line.glued(last)
        and line.glued(last + 1)
        and line.digits(last + 1)
        and len(line.raw[last + 1]) == 2
    ):
        return Number(read_digits(line.raw[i] + "," + line.raw[last + 1]), last + 2, Decimal(1), True)
    return None


def _declined(line: Line, i: int, last: int, counted: bool, bent: Qualifier | None, is_range: bool) -> bool:
    if guards.list_number(line, i, last) and not counted:
        return True
    if not line.digits(i):
        return False
    if guards.list_number(line, i, last) or guards.day_of_month(line, i, last):
        return True
    if (
        is_range
        and line.word(i + 1) == "-"
        and guards.score(line, i, last, counted or bent is not None or line.word(i - 1) in ("mellan", "från"))
    ):
        return True
    strong = bent is not None and line.word(bent.last - 1) not in ("under", "över", "kring", "runt", "omkring")
    if guards.is_year(line, i, last, counted, strong):
        return True
    if (
        is_range
        and len(line.raw[i]) == 4
        and line.raw[i].startswith(("19", "20"))
        and unit_at(line, last, True) is None
    ):
        return True
    return guards.named_number(line, i, last, counted)


def _bare_counts(
    line: Line, i: int, low: Number, high: Number | None, bent: Qualifier | None, after: Qualifier | None
) -> bool:
    """Whether a number with nothing after it is a figure: 'till 53 180', 'varav 135', 'drygt 40'; not a lone 'två'."""
    if line.word(low.last) in ONLY_AFTER_DIGITS:  # '49 min: hörna'
        return False
    if bent is not None and line.word(bent.first - 1) in ("kvart", "fem", "tio", "tjugo", "halv"):
        return False  # 'kvart över sex'
    if bent is not None or after is not None or low.factor != 1:
        return True
    if not line.digits(i):
        return (low.value >= 13 and line.low[i] != "sjutton") or (
            line.word(low.last) == "respektive" and number_at(line, low.last + 1) is not None
        )
    if line.word(i - 1) in ("den", "for", "(", "#", "/", "*", "nr", "x", "kl", "vid") or line.word(low.last) in (
        "/",
        "(",
        "x",
        "*",
        "=",
        "+",
        "_",
        "$",
    ):
        return False
    if high is not None:
        return line.word(i - 1) in ("mellan", "från")
    return low.value >= 10 or line.word(i - 1) in ("till", "från", "varav", "bara", "endast")


def _part_of(
    line: Line, i: int, number: Number, last: int, phrase: tuple[int, int] | None
) -> tuple[Found, Decimal] | None:
    """'sex av elva skolor', '96 fall av 100', '12 av de 30 eleverna': one figure with ``of``."""
    at = phrase[1] if phrase else last
    if line.word(at) != "av" or number.factor != 1:
        return None
    at += 1
    while line.word(at) in (
        "de",
        "dessa",
        "totalt",
        "alla",
        "våra",
        "sina",
        "ytterligare",
        "drygt",
        "cirka",
        "ca",
        "knappt",
    ):
        at += 1
    if line.digits(at) and guards.part_of_code(line, at):
        return None
    whole = number_at(line, at)
    if whole is None or whole.article or whole.value < number.value or unit_at(line, whole.last, True) is not None:
        return None
    if phrase is not None:
        if noun_phrase(line, whole.last) is not None:
            return None
        return Found(i, whole.last, "count", value=number.value, unit=line.raw[phrase[0]], counted=True), whole.value
    counted = noun_phrase(line, whole.last)
    if counted is None:
        return Found(i, whole.last, "count", value=number.value, counted=True), whole.value
    return Found(i, counted[1], "count", value=number.value, unit=line.raw[counted[0]], counted=True), whole.value


def _of_group(line: Line, i: int) -> tuple[int, int] | None:
    """Return noun and end of 'av barnen', 'av hennes släktingar', 'av dem' after a number; the noun of 'dem' is -1."""
    if line.word(i) != "av":
        return None
    if line.word(i + 1) in ("dem", "dessa", "oss", "er") and (
        noun_phrase(line, i + 2) is None or line.word(i + 1) != "dessa"
    ):
        return -1, i + 2
    owned = line.word(i + 1) in (
        "de",
        "dessa",
        "våra",
        "sina",
        "mina",
        "hans",
        "hennes",
        "deras",
        "dess",
        "alla",
        "samtliga",
    )
    phrase = noun_phrase(line, i + 2 if owned else i + 1)
    if phrase is None or not (owned or line.low[phrase[0]].endswith(("na", "en"))):
        return None
    return phrase


def _with_unit(line: Line, i: int, low: Number, high: Number | None, unit: UnitSpan, after: Qualifier | None) -> Found:
    kinds: dict[str, FigureKind] = {
        "percent": "percent",
        "points": "percent",
        "money": "money",
        "time": "duration",
        "measure": "measure",
    }
    written = line.text[line.start[unit.first] : line.end[unit.last - 1]]
    found = Found(i, unit.last, kinds[unit.unit.kind], unit=written, counted=True)
    if unit.unit.ucum:
        found.extra["ucum"] = unit.unit.ucum
    _valued(found, low, high, unit.unit)
    if unit.unit.ucum == "Cel" and (
        "minus" in (line.low[unit.first], line.word(i - 1)) or line.low[unit.first] == "minusgrader" or _minus(line, i)
    ):
        _negate(found)
        if line.word(i - 1) == "minus" or _minus(line, i):
            found.first = i - 1
    return _bent(line, found, after or qualifier_after(line, unit.last))


def _minus(line: Line, i: int) -> bool:
    return line.word(i - 1) == "-" and line.glued(i) and not line.glued(i - 1)


def _negate(found: Found) -> None:
    if found.value is not None:
        found.value = -found.value
    if found.low is not None and found.high is not None:
        found.low, found.high = -found.high, -found.low


def _valued(found: Found, low: Number, high: Number | None, unit: Unit | None = None) -> Found:
    factor = Decimal(10) ** unit.power if unit else Decimal(1)
    if unit and unit.currency:
        found.extra["currency"] = unit.currency
    if high is None:
        found.value = low.value * factor
    else:
        found.low, found.high = sorted((low.value * factor, high.value * factor))
    return found


def _hyphenated(line: Line, i: int, low: Number, high: Number | None, last: int) -> Found | None:
    """'47-årig', '30-årsåldern', '40-procentig', '6-timmars'; anything else with a hyphen is a name ('112-larmet')."""
    word = line.word(last + 1)
    if not line.glued(last + 1):
        return None
    if _AGE.match(word):
        return _bent(
            line, _valued(Found(i, last + 2, "duration", unit="år", counted=True, extra={"ucum": "a"}), low, high)
        )
    if _PERCENTAGE.match(word):
        return _bent(
            line, _valued(Found(i, last + 2, "percent", unit="procent", counted=True, extra={"ucum": "%"}), low, high)
        )
    if word.endswith("s") and word in unit_table() and (unit := unit_at(line, last + 1, True)) is not None:
        return _with_unit(line, i, low, high, unit, None)
    return None


def _with_article(line: Line, i: int, number: Number) -> Found | None:
    """'en knapp månad', 'drygt ett år', 'mer än en timme': the article counts only where a qualifier bends it."""
    inner = line.word(i + 1) if line.word(i + 1) in ("knapp", "knappt", "dryg", "drygt") else None
    at = i + 2 if inner or line.word(i + 1) == "enda" else i + 1
    before = qualifier_before(line, i)
    unit = unit_at(line, at, False)
    if not inner and (before is None or not _bends_article(line, before, unit is not None)):
        return None
    if unit is None:
        phrase = None if inner else singular_phrase(line, at)
        if phrase is None or phrase[0] - at > 2:
            return None
        return _bent(line, Found(i, phrase[1], "count", value=number.value, unit=line.raw[phrase[0]], counted=True))
    found = _with_unit(line, i, Number(number.value, at, Decimal(1), False), None, unit, None)
    if inner:
        found.extra["qualifier"] = line.raw[i + 1]
        found.extra["bound"] = "more_than" if inner.startswith("dryg") else "less_than"
    return found


def _bends_article(line: Line, before: Qualifier, measured: bool) -> bool:
    """Whether 'en' or 'ett' counts after this qualifier: 'minst en person', 'nästan ett år', not 'över en bro'."""
    word = line.word(before.last - 1)
    if before.last - before.first > 1:
        return True
    if word in _PLACE_WORDS:
        return measured and word in ("över", "omkring", "runt")
    return measured or word in ("minst", "högst", "åtminstone", "max", "maximalt", "ungefär", "drygt", "knappt")


_PLACE_WORDS = frozenset({"under", "över", "kring", "runt", "omkring"})


def _tal(line: Line, i: int, tal: tuple[Decimal, int]) -> Found | None:
    """'ett 60-tal elever', 'ett hundratal': about so many."""
    value, last = tal
    first = i - 1 if line.word(i - 1) in ("ett", "det") else i
    phrase = noun_phrase(line, last)
    unit = unit_at(line, last, False)
    if unit is not None:
        found = _with_unit(line, first, Number(value, last, Decimal(1), False), None, unit, None)
    else:
        found = Found(first, phrase[1] if phrase else last, "count", value=value, counted=True)
        found.unit = line.raw[phrase[0]] if phrase else None
        _bent(line, found)
    found.extra.setdefault("bound", "about")
    found.extra.setdefault("qualifier", "ett …-tal" if line.word(first) == "ett" else "-tal")
    return found


def _compound(line: Line, i: int) -> Found | None:
    """'femårig', 'tvååringar', 'fyrtioårsåldern', 'tjugoprocentig', in one word."""
    word = line.low[i]
    age = _compound_age(word)
    if age is not None:
        return Found(i, i + 1, "duration", value=Decimal(age), unit="år", counted=True, extra={"ucum": "a"})
    at = word.find("procentig")
    if at > 0 and (value := read_word(word[:at])) is not None:
        return Found(i, i + 1, "percent", value=Decimal(value), unit="procent", counted=True, extra={"ucum": "%"})
    return None


def _compound_age(word: str) -> int | None:
    at = word.find("år", 2)
    while at > 0:
        value = read_word(word[:at]) or (1 if word[:at] in ("ett", "en") else None)
        if value is not None and _AGE.match(word, at):
            return value
        at = word.find("år", at + 1)
    return None


_NO_ORDINAL_NOUNS = word_set("nouns of other ordinals")


def _ordinal(line: Line, i: int) -> Found | None:
    """'tredje gången', '11:e mest kända varumärke': from third up, and only before what is counted."""
    word = line.low[i]
    number = read_ordinal(word) if not line.digits(i) else None
    last = i + 1
    if (
        number is None
        and line.digits(i)
        and line.word(i + 1) == ":"
        and line.word(i + 2) in ("e", "a", "de", "te")
        and line.glued(i + 2)
    ):
        number, last = int(read_digits(line.raw[i])), i + 3
    if (
        number is None
        or number < 3
        or line.word(i - 1) in ("var", "vart", "kapitel")
        or (line.word(i - 1) == "det" and line.word(i - 2) == "för")
        or (line.capital(i) and i and line.alpha(i - 1))
    ):
        return None
    phrase = noun_phrase(line, last)
    if phrase is None or line.low[phrase[0]] in _NO_ORDINAL_NOUNS:
        return None
    return Found(i, phrase[1], "ordinal", value=Decimal(number), unit=line.raw[phrase[0]], counted=True)


def _factor(line: Line, i: int) -> Found | None:
    """'halverades', 'fördubblats', 'en tredubbling'."""
    value = factor_at(line, i)
    return None if value is None else Found(i, i + 1, "factor", value=value, counted=True)


def _bent(line: Line, found: Found, after: Qualifier | None = None) -> Found:
    """Add qualifier, bound and change, and take their words into the span."""
    before = qualifier_before(line, found.first)
    if (
        before is None
        and line.word(found.first - 1) in ("de", "dessa")
        and line.word(found.first - 2) in ("dryga", "knappa")
    ):
        before = None
    if before is not None and not _adverb(line, before, found):
        found.first = before.first
        found.extra.update(
            bound=before.bound, qualifier=line.text[line.start[before.first] : line.end[before.last - 1]]
        )
    elif found.low is not None and line.word(found.first - 1) in ("mellan", "från"):
        found.first -= 1
        if line.low[found.first] == "mellan":
            found.extra["qualifier"] = line.raw[found.first]
    elif (
        line.word(found.first - 1) == "från"
        and change_before(line, found.first) is None
        and found.kind in ("duration", "money")
        and after is None
        and _open_range(line, found)
    ):
        found.first -= 1
        found.extra.update(bound="at_least", qualifier=line.raw[found.first])
    if after is not None and before is None:
        found.last = max(found.last, after.last)
        found.extra.update(bound=after.bound, qualifier=line.text[line.start[after.first] : line.end[after.last - 1]])
    change = change_before(line, found.first)
    if found.low is not None and line.word(found.first) == "från":
        direction = direction_around(line, found.first, found.last)
        change = Change("from_to", direction) if direction else None
    if change is not None:
        found.extra["change"] = change
    return found


def _open_range(line: Line, found: Found) -> bool:
    """'från 18 år' sets a lower end; 'från 18 år till 20' and 'från 30 MSEK till' are steps of a change."""
    return line.word(found.last) not in ("till", "sedan", "tillbaka") and not any(
        w == "till" for w in line.low[found.last : found.last + 6]
    )


def _adverb(line: Line, qualifier: Qualifier, found: Found) -> bool:
    """Whether the word before is no qualifier here: 'under 39 år' tells how long, 'över 12 skolor' where."""
    word = line.low[qualifier.last - 1]
    if qualifier.last - qualifier.first > 1:
        return False
    if word == "under":
        return found.kind in ("duration", "count", "ordinal")
    if word == "över":
        return (
            line.word(qualifier.first - 1)
            in ("fördelat", "fördelade", "utspridda", "spridda", "spritt", "spridd", "sprids")
            or found.kind == "ordinal"
        )
    if word in ("kring", "runt"):
        return found.kind == "ordinal"
    return False


def _shared_units(found: Iterator[Found], line: Line) -> list[Found]:
    """Give a bare number the unit of its neighbour: '2 respektive 3 procent', 'Av de 40 skolorna har 12 …'."""
    figures = list(found)
    for at in range(len(figures) - 2, -1, -1):
        one, nxt = figures[at], figures[at + 1]
        gap = line.low[one.last : nxt.first]
        if (
            one.bare
            and nxt.unit
            and len(gap) <= 2
            and all(w in (",", "och", "eller", "respektive", "samt", "till") for w in gap)
        ):
            one.kind, one.unit, one.bare = nxt.kind, nxt.unit, False
            one.extra.update({key: nxt.extra[key] for key in ("currency", "ucum") if key in nxt.extra})
    for at, one in enumerate(figures):
        if one.bare and one.kind == "money" and at and "currency" in figures[at - 1].extra:
            one.unit, one.extra["currency"] = figures[at - 1].unit, figures[at - 1].extra["currency"]
        if one.bare and one.kind == "count" and one.unit is None and one.low is None:
            one.unit = _unit_before(line, one, figures[:at])
    return figures


def _unit_before(line: Line, one: Found, earlier: list[Found]) -> str | None:
    """Tell what a bare number counts: the noun after 'antal' in its sentence, else what the figure before it counts."""
    for at in range(one.first - 1, max(-1, one.first - 25), -1):
        if line.low[at] in ("antal", "antalet"):
            phrase = noun_phrase(line, at + 1)
            return line.raw[phrase[0]] if phrase else None
        if line.raw[at] in ".!?" and not line.glued(at + 1):
            break
    units = (before.unit for before in reversed(earlier) if before.kind == "count" and before.low is None)
    return next((unit for unit in units if unit and unit not in ("gånger", "poäng", "mål")), None)


def _figure(found: Found, line: Line, text: str) -> Figure:
    start, end = line.start[found.first], line.end[found.last - 1]

    def written(value: Decimal | None) -> str | None:
        return None if value is None else plain(value)

    return Figure(
        start, end, text[start:end], found.kind, written(found.value), written(found.low), written(found.high), found.unit, **found.extra
    )  # fmt: skip
