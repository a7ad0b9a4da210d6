"""A number at a place of a line: digits or words, with the big unit that scales it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from pipeline.numerals import read_big_unit, read_digits, read_word
from pipeline.stages.figures.lexer import Line
from pipeline.word_sets import word_set

_DOZENS = {"dussin": 12, "tjog": 20, "gross": 144}
_HALF = ("halv", "halvt", "halva")


@dataclass(frozen=True, slots=True)
class Number:
    """A value, the token after it, and the big unit it holds (a million for 'miljoner', else 1).

    ``article`` marks a lone 'en' or 'ett', which counts only where a qualifier bends it.
    """

    value: Decimal
    last: int
    factor: Decimal
    in_digits: bool
    article: bool = False


def number_at(line: Line, i: int) -> Number | None:
    """Read the longest number that begins at a token: '3 482 150', 'tre och en halv miljon', 'två dussin'."""
    if i >= line.size:
        return None
    word = line.low[i]
    if line.digits(i):
        return _scaled(line, Number(read_digits(word), i + 1, Decimal(1), True))
    if word in ("en", "ett"):
        return _from_article(line, i)
    value = read_word(word)
    if value is None:
        return Number(Decimal("1.5"), i + 1, Decimal(1), False) if word == "halvannan" else None
    return _scaled(line, _more_words(line, Number(Decimal(value), i + 1, Decimal(1), False)))


def _from_article(line: Line, i: int) -> Number | None:
    """'en miljon', 'ett hundra', 'en halv miljon', 'en och en halv timme'; a lone article is marked."""
    half = _half_after(line, i + 1)
    if half:
        return _scaled(line, Number(Decimal("1.5"), half, Decimal(1), False))
    if line.word(i + 1) in _HALF:
        return _scaled(line, Number(Decimal("0.5"), i + 2, Decimal(1), False))
    if line.word(i + 1) in ("kvarts", "fjärdedels") and read_big_unit(line.word(i + 2)):
        return _scaled(line, Number(Decimal("0.25"), i + 2, Decimal(1), False))
    one = Number(Decimal(1), i + 1, Decimal(1), False, article=True)
    following = line.word(i + 1)
    if read_big_unit(following) and len(following) > 3:
        return _scaled(line, Number(Decimal(1), i + 1, Decimal(1), False))
    if following in ("hundra", "tusen"):
        return _scaled(line, _more_words(line, Number(Decimal(read_word(following) or 1), i + 2, Decimal(1), False)))
    return _scaled(line, one)


def _more_words(line: Line, number: Number) -> Number:
    """'fem tusen tre hundra', 'två hundra femtio': numerals in words that stand apart."""
    total, group, last = Decimal(0), number.value, number.last
    while last < line.size and not line.digits(last):
        word = line.low[last]
        value = read_word(word)
        if word == "hundra" and 0 < group < 10:
            group *= 100
        elif word == "tusen" and 0 < group < 1000 and not total:
            total, group = group * 1000, Decimal(0)
        elif value is not None and value < 100 and ((group % 100 == 0 and group) or (not group and total)):
            group += value
        elif value is not None and value < 1000 and total and not group:
            group = Decimal(value)
        else:
            break
        last += 1
    return Number(total + group, last, number.factor, number.in_digits)


def _scaled(line: Line, number: Number) -> Number:
    """Take in 'och en halv', 'kvarts', 'tusen', 'miljoner', 'dussin' after a number."""
    value, last = number.value, number.last
    half = _half_after(line, last)
    if half and not number.article:
        value, last = value + Decimal("0.5"), half
    if line.word(last) == "kvarts" and read_big_unit(line.word(last + 1)):
        value, last = value / 4, last + 1
    word = line.word(last)
    if line.glued(last) and number.in_digits and last == number.last and word not in ("mn", "mdr", "milj", "md"):
        return Number(value, last, number.factor, number.in_digits, number.article)
    big = read_big_unit(word) if word and (len(word) > 3 or number.in_digits) else None
    if big is None and word == "tusen" and (number.in_digits or value % 1):
        big = Decimal(1000)
    if big is None and word == "hundra" and number.in_digits:
        big = Decimal(100)
    if big is None and word in _DOZENS:
        big = Decimal(_DOZENS[word])
        return Number(value * big, last + 1, Decimal(1), number.in_digits)
    if big is None:
        return Number(value, last, number.factor, number.in_digits, number.article and last == number.last)
    last += 1
    if (
        line.word(last) == "."
        and word in ("milj", "mn", "mdr", "md")
        and line.word(last + 1) in ("kr", "kronor", "euro", "sek")
    ):
        last += 1
    rest = _rest(line, last, big)
    if rest is not None:
        return Number(value * big + rest.value, rest.last, big, number.in_digits)
    return Number(value * big, last, big, number.in_digits)


def _rest(line: Line, i: int, big: Decimal) -> Number | None:
    """'två miljoner trehundratusen': what follows a big unit in words and is smaller than it."""
    if i >= line.size or not line.alpha(i) or read_word(line.low[i]) is None:
        return None
    rest = number_at(line, i)
    return rest if rest is not None and 100 <= rest.value < big else None


def _half_after(line: Line, i: int) -> int | None:
    """Return the token after 'och en halv' or 'och ett halvt', else null."""
    if line.word(i) == "och" and line.word(i + 1) in ("en", "ett") and line.word(i + 2) in _HALF:
        return i + 3
    return None


_WHOLE = word_set("what comes whole")
_BEFORE_DECADES = word_set("words before decades")


def tal_at(line: Line, i: int) -> tuple[Decimal, int] | None:
    """Read '60-tal', 'tiotal', 'hundratalet personer', 'femtontal' as (value, token after it).

    '60-talet' and '1800-talet' are decades and centuries, and 'hundratals' is no number at all. '140-talet' counts.
    """
    if line.digits(i):
        if line.word(i + 1) == "tal" and line.word(i - 1) == "ett" and not line.glued(i + 1):
            return read_digits(line.raw[i]), i + 2  # the hyphen is lost: 'ett 20 tal gravstenar'
        if not (line.word(i + 1) == "-" and line.glued(i + 1) and line.glued(i + 2)):
            return None
        value, ending, last = read_digits(line.raw[i]), line.word(i + 2), i + 3
        definite = ending == "talet"
        counts = line.word(i - 1) in (
            "sina",
            "våra",
            "mina",
            "deras",
            "dess",
            "hans",
            "hennes",
            "de",
            "dryga",
            "knappa",
            "närmare",
            "uppemot",
        ) or (line.word(last) in _WHOLE and line.word(i - 1) not in _BEFORE_DECADES)  # 'hade 30-talet passagerare'
        if ending not in ("tal", "talet") or (definite and _names_decade(line.raw[i]) and not counts):
            return None
        if ending == "tal" and line.word(i - 1) != "ett" and _names_decade(line.raw[i]) and value != 10:
            return None
        return value, last
    word = line.low[i]
    for ending in ("tal", "talet"):
        if word.endswith(ending) and word != ending:
            stem = word[: -len(ending)]
            read = read_word(stem) or _DOZENS.get(stem)
            if (
                read
                and read >= 10
                and not (
                    ending == "talet"
                    and stem in ("femtio", "sextio", "sjuttio", "åttio", "nittio", "fyrtio", "trettio", "tjugo")
                )
            ):
                return Decimal(read), i + 1
            big = read_big_unit(stem)
            if big:
                return big, i + 1
    return None


def _names_decade(digits: str) -> bool:
    return digits.isdigit() and (
        (len(digits) == 2 and digits[1] == "0") or (len(digits) == 4 and digits[0] in "12" and digits[3] == "0")
    )
