"""Swedish numerals, in digits and in words, read into exact decimals."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from pipeline.data import read_table


def _numerals(kind: str) -> dict[str, int]:
    return {word: int(number) for of, number, word in read_table("models", "lexicons", "numerals.tsv") if of == kind}


_TENS = _numerals("ten")
_UNDER_TWENTY = _numerals("cardinal") | {"en": 1}
_UNITS = {word: number for word, number in _UNDER_TWENTY.items() if 1 <= number <= 9}
#: Cardinals below a hundred in one word.
CARDINALS = (
    _UNDER_TWENTY
    | _TENS
    | {ten + word: value + number for ten, value in _TENS.items() for word, number in _UNITS.items()}
)
#: The big units with their powers of ten. Swedish 'biljon' is 10^12, 'triljon' 10^18.
BIG_UNITS = {"miljon": 6, "miljard": 9, "biljon": 12, "biljard": 15, "triljon": 18}
_BIG_ENDINGS = ("", "er", "en", "erna", "ers", "s", "ernas")
_BIG_FORMS = {stem + ending: Decimal(10) ** power for stem, power in BIG_UNITS.items() for ending in _BIG_ENDINGS}
_BIG_SHORT = {"milj": 6, "mn": 6, "mnr": 6, "mdr": 9, "md": 9, "mrd": 9}
_SLIP_TARGETS = ("miljon", "miljoner", "miljonen", "miljarder", "miljard", "miljarden")
_REAL_WORDS = frozenset({"miljön", "miljö", "miljöer", "miljonär"})

_FIRST_ORDINALS = _numerals("ordinal")
#: Ordinals below a hundred in one word, and 'hundrade', 'tusende'.
ORDINALS = (
    _FIRST_ORDINALS
    | {word + "de": number for word, number in _UNDER_TWENTY.items() if 13 <= number <= 19}
    | {ten + "nde": value for ten, value in _TENS.items()}
    | {ten + word: v + n for ten, v in _TENS.items() for word, n in _FIRST_ORDINALS.items() if n < 10}
)
_PREFIXES = frozenset(word[:2] for word in CARDINALS) | {"hu", "tu"}


def plain(value: Decimal) -> str:
    """Return a decimal as a plain string: '1500000', '2.5', '33.333333'; never an exponent, no trailing zeros."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


_POINT_AND_DECIMALS = re.compile(r"\d+\.\d{1,2}")


def read_digits(written: str) -> Decimal:
    """Read a number in digits: '3 482 150', '8.000' (thousands), '2,5' (decimals), '1.234,5', '10,000,000', '2½'.

    A point followed by three digits groups thousands, by one or two at the end it opens decimals: '10.9'; a comma opens
    decimals, but ',000' is English grouping.
    """
    if "," not in written and _POINT_AND_DECIMALS.fullmatch(written):
        return Decimal(written)
    if written[-1] == "½":
        return Decimal(written[:-1]) + Decimal("0.5")
    whole, comma, decimals = written.replace(" ", "").partition(",")
    if comma and ("," in decimals or decimals == "000"):
        return Decimal((whole + decimals).replace(",", "").replace(".", ""))
    return Decimal(whole.replace(".", "") + ("." + decimals if comma else ""))


@lru_cache(maxsize=16384)
def read_word(word: str) -> int | None:
    """Read a cardinal below a million in one word, in lower case: 'tretusen', 'etthundratjugofem', 'sjuttiotvå'.

    Returns null for anything else, the articles 'en' and 'ett' included: whether they count is the grammar's to say.
    """
    if word in ("en", "ett") or word[:2] not in _PREFIXES or len(word) > 60:
        return None
    if word in CARDINALS:
        return CARDINALS[word]
    head, thousand, tail = word.partition("tusen")
    if not thousand:
        return _below_thousand(word)
    many = _below_thousand(head) if head else 1
    rest = _below_thousand(tail) if tail else 0
    return None if many is None or rest is None or not many else many * 1000 + rest


def _below_thousand(word: str) -> int | None:
    if word in CARDINALS:
        return CARDINALS[word]
    head, hundred, tail = word.partition("hundra")
    if not hundred:
        return None
    many = _UNDER_TWENTY.get(head) if head else 1
    rest = CARDINALS.get(tail.removeprefix("och") if tail != "och" else "") if tail else 0
    return None if not many or rest is None else many * 100 + rest


@lru_cache(maxsize=16384)
def read_ordinal(word: str) -> int | None:
    """Read an ordinal in words: 'tredje' 3, 'tjugofemte' 25, 'hundrade' 100, 'hundrafemtionde' 150."""
    if word in ORDINALS:
        return ORDINALS[word]
    head, hundred, tail = word.partition("hundra")
    if hundred and (not head or head in _UNITS) and tail in ORDINALS:
        return _UNITS.get(head, 1) * 100 + ORDINALS[tail]
    return None


@lru_cache(maxsize=16384)
def read_big_unit(word: str) -> Decimal | None:
    """Read 'miljoner', 'miljarder', 'mdr' … as a factor; one slip of the keys is forgiven ('miljarer', 'miljonor')."""
    if word in _BIG_FORMS:
        return _BIG_FORMS[word]
    if word in _BIG_SHORT:
        return Decimal(10) ** _BIG_SHORT[word]
    if word.startswith("mi") and 5 <= len(word) <= 10 and word not in _REAL_WORDS:
        for target in _SLIP_TARGETS:
            if _one_edit_apart(word, target):
                return _BIG_FORMS[target]
    return None


def _one_edit_apart(a: str, b: str) -> bool:
    """Whether one letter put in, left out, changed, or two neighbours swapped turn one word into the other."""
    if abs(len(a) - len(b)) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return (
        a[at + 1 :] == b[at + 1 :]
        or a[at:] == b[at + 1 :]
        or a[at + 1 :] == b[at:]
        or (a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :])
    )
