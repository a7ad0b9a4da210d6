"""Any number that our own generator writes down reads back, and nothing makes the finders crash, lie or slow down."""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.article import Span
from pipeline.numerals import plain, read_word
from pipeline.stages.contacts import find_emails, find_personal_numbers, find_phones
from pipeline.stages.dates import find_dates
from pipeline.stages.figures import find_figures
from tests.growth import check_growth

ONES = "noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
SMALL = ONES.split(" ")
TENS = ["", "", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio", "nittio"]
FUZZ = int(os.environ.get("FUZZ", "4000"))


def spelt(number: int) -> str:
    """A whole number below a million in one Swedish word."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (SMALL[number % 10] if number % 10 else "")
    if number < 1000:
        return SMALL[number // 100] + "hundra" + (spelt(number % 100) if number % 100 else "")
    return spelt(number // 1000) + "tusen" + (spelt(number % 1000) if number % 1000 else "")


def grouped(number: int, separator: str) -> str:
    """A whole number in digits with groups of three."""
    return f"{number:,}".replace(",", separator)


@given(st.integers(2, 999_999))
def test_numbers_in_words_read_back(number: int) -> None:
    assert read_word(spelt(number)) == number


@given(st.integers(2, 999_999))
def test_numbers_in_words_are_figures(number: int) -> None:
    (figure,) = find_figures(f"Hit kom {spelt(number)} personer.")
    assert (figure.value, figure.unit) == (str(number), "personer")


@given(st.integers(2, 10**18), st.sampled_from([" ", "\u00a0", "\u202f", "\u2009", "."]))
def test_grouped_digits_are_figures(number: int, separator: str) -> None:
    (figure,) = find_figures(f"Hit kom {grouped(number, separator)} personer i går.")
    assert (figure.value, figure.unit) == (str(number), "personer")


@given(st.integers(2, 10**12))
def test_plain_digits_are_figures(number: int) -> None:
    (figure,) = find_figures(f"Det kostade {number} kronor.")
    assert figure.value == str(number)


@given(st.decimals("0.01", "99999", places=2), st.sampled_from(["", " miljoner", " miljarder", " biljoner"]))
def test_decimals_and_big_units_are_figures(number: Decimal, scale: str) -> None:
    power = {"": 0, " miljoner": 6, " miljarder": 9, " biljoner": 12}[scale]
    (figure,) = find_figures(f"Det kostade {str(number).replace('.', ',')}{scale} kronor.")
    assert figure.value == plain(number * Decimal(10) ** power)
    assert figure.currency == "SEK"


@given(st.integers(2, 998), st.integers(1, 500), st.sampled_from(["-", "–", " till ", " eller "]))
def test_ranges_scale_both_ends(low: int, more: int, joint: str) -> None:
    (figure,) = find_figures(f"Det kostar {low}{joint}{low + more} miljoner kronor.")
    assert (figure.low, figure.high) == (str(low * 10**6), str((low + more) * 10**6))


@given(st.integers(2, 999), st.integers(100, 999_999))
def test_a_big_unit_takes_the_rest_in_words(millions: int, rest: int) -> None:
    (figure,) = find_figures(f"Det kostar {spelt(millions)} miljoner {spelt(rest)} kronor.")
    assert figure.value == str(millions * 10**6 + rest)


@given(st.integers(1000, 9_999_999), st.sampled_from(["070-", "0701-", "+46 70 ", "+46 (0)70-"]))
def test_mobile_numbers_read_back(digits: int, prefix: str) -> None:
    number = f"{1740600 + digits % 100:07d}"
    written = prefix + (number[1:] if prefix == "0701-" else number)
    assert [phone.e164 for phone in find_phones(f"Ring {written}.")] == [f"+4670{number}"]


PIECES = re.split(
    r"\|",
    "1|12|2 000|8.000|3,5|14.30|2010|0|08|070-174 06 12|811218-9876|%|kr|kronor| | | |,|.|-|–|/|:|(|)|§|två|tre|en|ett|"
    "halv|och|miljoner|miljarer|procent|var|tredje|av|tio|tal|-tal|talet|drygt|över|under|från|till|mellan|elever|stora|år|"
    "-årig|maj|mars|den|i|på|tisdag|tisdagen|natten|vecka|kl|@|a@b.se|www.|http://|Tel|vx|ankn|112|ring|Ek|İ|ß|²|٣|e\u0301|"
    "😀|\n|\n\n|\u00a0|\u202f",
)


def check(text: str) -> None:
    """Every finding cuts its own text, in order, without overlaps inside its layer and without a personal number."""
    phones, emails, dates = find_phones(text), find_emails(text), find_dates(text)
    layers: list[tuple[Span, ...]] = [phones, emails, dates, find_figures(text), find_figures(text, [*phones, *dates])]
    personal = find_personal_numbers(text)
    for layer in layers:
        end = 0
        for span in layer:
            assert text[span.start : span.end] == span.text
            assert end <= span.start < span.end
            assert "\n\n" not in span.text
            end = span.end
    for span in (*phones, *layers[3], *layers[4], *emails):
        assert not any(one.start < span.end and span.start < one.end for one in personal)


@given(st.text())
def test_any_text_is_read(text: str) -> None:
    check(text)


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
@settings(max_examples=300)
def test_any_mixture_of_the_grammars_words_is_read(text: str) -> None:
    check(text)


def test_random_strings_neither_crash_nor_lie() -> None:
    chance = random.Random(20261118)
    for _ in range(FUZZ):
        check("".join(chance.choices(PIECES, k=chance.randrange(1, 24))))


NASTY = {
    "ones": "1 ",
    "zeros": "0",
    "zero and space": "0 ",
    "hyphens": "0-",
    "groups": "000.",
    "thousands": "1 000 ",
    "points": "1.1.",
    "colons": "1:",
    "slashes": "1/2",
    "commas": "1,",
    "letters": "a",
    "long adjective": "ung ",
    "numerals": "tre ",
    "hundreds": "hundra",
    "tusen": "tusen ",
    "years": "år",
    "at signs": "@",
    "addresses": "a@a.",
    "dots": "a.",
    "dates": "den 1 maj ",
    "months": "Januari ",
    "weekdays": "i tisdags ",
    "phones": "070-174 06 12 ",
    "tails": "/13",
    "of": "av de ",
    "bare": "17 och ",
    "amount": "antal 17 ",
    "labels": "dnr ",
    "spaces": " ",
    "lines": "\n",
    "blocks": "a\n\n",
    "personal": "811218-9876 ",
    "clock": "08.00-16.30 ",
    "brackets": "(",
    "paragraphs": "§ 1 ",
    "hidden": " (at) ",
    "www": "www.",
    "share": "var tredje ",
    "range": "1-2-",
    "till": "1 till 2 till ",
    "halves": "och en halv ",
    "plus": "+46 ",
}
READERS: list[Callable[[str], object]] = [find_phones, find_emails, find_dates, find_figures, find_personal_numbers]


@pytest.mark.parametrize("piece", NASTY.values(), ids=NASTY.keys())
def test_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def job(size: int) -> Callable[[], object]:
        text = piece * (size // len(piece))
        return lambda: [reader(text) for reader in READERS]

    check_growth(job, 3_000)
