"""What looks like a figure and is none: codes, scores, law and road numbers, years, list numbers, names."""

from __future__ import annotations

import re

from pipeline.stages.figures.lexer import Line
from pipeline.stages.figures.nouns import ends_phrase, like_adjective, noun_phrase
from pipeline.stages.figures.qualifiers import change_before
from pipeline.stages.figures.units import currency_before, unit_at
from pipeline.word_sets import word_set

_CODES = re.compile(
    r"(?<![\w])(?:[12]\d{3}(?:/\d{2,4})?:[\w-]{1,10}"  # 2018:42, 2017/18:112, 2018/19:NU5
    r"|[12]\d{3}/\d{2}(?!\d)"  # the season 2018/19
    r"|\d{1,3}(?: ?[a-z](?:-[a-z])?)? ?§{1,2}(?: ?\d{1,3})?|§{1,2} ?\d{1,3}"
    r"|\d{1,2}(?:-\d{1,2}){2,}(?!\d)"  # 4-4-2
    r"|[1-4]\+[1-4](?![\d+])"  # a 2+1 road
    r"|\d{1,3}-\d{1,3} ?\(\d{1,3}-\d{1,3}(?:, ?\d{1,3}-\d{1,3}){0,6}\)"  # 3-1 (2-0)
    r"|(?!\d{1,3}(?:\.\d{3}){1,6}(?![\d.:]))\d+(?:[.:]\d+){2,}"  # 7.6.2026, 10.0.1, 1:23:45
    r"|[A-ZÅÄÖ]{2,5} ?\(\d{4}\) ?\d{1,4}(?!\d)"  # KOM (2009) 248
    r"|(?:SE-)?\d{3} ?\d{2}(?= {1,2}[A-ZÅÄÖ][a-zåäö])"  # a postcode before its town
    r"|\d{6,8}-\d{3,5}(?!\d)"
    r"|(?<!\d )0\d{1,3} ?[-/] ?\d[\d ]{3,12}\d|\+\d{2}[\d ()-]{6,18}\d"  # a phone number that nobody has claimed
    r"|97[89](?:[ -]?\d){9}[ -]?[\dX](?!\d)"
    r"|[A-ZÅÄÖ]{1,5}[ -]?\d{4}[/-]\d{2,8}(?:[-:]\d{1,6})?)"  # KS 2024/112, S2018/04567
)
_CODE_LABEL = re.compile(
    r"(?i:\b(?:dnr|diarienr|diarienummer|org\.? ?nr|orgnr|organisationsnummer|isbn|issn|ocr|iban|bankgiro|plusgiro|"
    r"postgiro|bg|pg|"
    r"swish|kontonummer|konto|clearing|ärendenummer|målnummer|mål|anknytning|ankn|postnummer|personnummer|art\.? ?nr|"
    r"artikelnummer|fastighet|box|postbox|doi|k)\b[.:]? ?(?:nr|nummer)?[.:]? ?)([A-ZÅÄÖ]{0,4} ?\d[\d /:.-]*\d|\d+)",
)
#: Words that name what stands after them: 'linje 7', 'sida 3', 'artikel 5'. A unit after it undoes the guard.
_HEADS = word_set("number heads")
#: Heads that may also stand before a number that counts something else.
_HEADS_AND_NOUNS = frozenset({"plan", "lag", "plats", "del", "grupp", "band", "kort", "fall", "bana", "fråga"})
_STREET = (
    "gatan",
    "vägen",
    "gränd",
    "torget",
    "stigen",
    "allén",
    "plan",
    "backen",
    "väg",
    "leden",
    "esplanaden",
    "kajen",
)
_MONTHS = word_set("months")
_YEAR_BEFORE = word_set("words before years") | _MONTHS
_COUNTED_AFTER_YEAR = word_set("counted nouns")
_SCORE_WORDS = word_set("score words")


#: What a label says is a phone number, with its area code or without: "tel 737 22 88".
_LABELLED_PHONE = re.compile(r"(?i:\b(?:tel|tfn|telefon|mobil|mob|fax|sms)\b[.:]? ?)(\d[\d /–-]{3,16}\d)")


def coded_spans(seen: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return what is a code whatever stands around it: law numbers, postcodes, scores with periods, ISBN."""
    spans = [match.span() for match in _CODES.finditer(seen, start, end)]
    spans += [match.span(1) for match in _CODE_LABEL.finditer(seen, start, end)]
    spans += [match.span(1) for match in _LABELLED_PHONE.finditer(seen, start, end)]
    return spans


def part_of_code(line: Line, i: int, in_range: bool = False) -> bool:
    """Whether the number in digits is glued to letters or other digits: 'E18', 'covid-19', '14.30', '112-larmet'."""
    if line.glued(i):
        before = line.raw[i - 1]
        if before[0].isalpha() or before in "/.:_#@=&" or (before in "§" and i):
            return True
        if before == "-" and line.glued(i - 1) and not in_range:
            return True
        if before == ")" and line.digits(i - 2):
            return True
        if before == "," and line.glued(i - 1) and line.digits(i - 2):
            return True
    if not line.glued(i + 1):
        return False
    after = line.raw[i + 1]
    if (
        after in ".:/_"
        and line.glued(i + 2)
        and (line.digits(i + 2) or (after in "_/" and line.alpha(i + 2) and unit_at(line, i + 1, True) is None))
    ):
        return not (after in ".:" and _price(line, i))
    if after[0].isalpha():
        millions = after == "M" and currency_before(line, i) is not None  # NOK 460M
        return unit_at(line, i + 1, after_digits=True) is None and not millions
    return False


def _price(line: Line, i: int) -> bool:
    """'9:50 kr' and '19.90 kronor' are prices."""
    return len(line.raw[i + 2]) == 2 and (unit := unit_at(line, i + 3, True)) is not None and unit.unit.kind == "money"


def named_number(line: Line, i: int, last: int, counted: bool) -> bool:
    """Whether the number belongs to the word before it: 'linje 7', 'Barnmottagning 4', 'Storgatan 12', 'Agenda 2030'.

    ``last`` is the token after the number and ``counted`` tells whether something counted follows it.
    """
    word = line.word(i - 1)
    if line.word(last) in ("kap", "kapitlet", "§", "mom", "moms", "stycket", "tr", "trappor"):
        return True
    if _second_of_named(line, i, last):
        return True
    if not word or not word[0].isalpha():
        return (
            word == "."
            and line.word(i - 2) in ("nr", "kl", "kap", "sid", "avd", "art", "st", "v", "s", "p")
            and not counted
        )
    if unit_at(line, last, True) is not None:
        return False
    if _acronym_before(line, i):
        return not line.raw[i + 1 : i + 2] or not line.raw[i + 1].isupper()
    if word in _HEADS and not (counted and word in _HEADS_AND_NOUNS):
        return True
    if word.endswith(_STREET) and line.capital(i - 1) and len(word) > 5:
        return not counted
    if counted or line.word(last) in ("procent", "%"):
        return False
    if line.capital(i - 1) and not _sentence_start(line, i - 1):
        return True
    if last != i + 1 or not line.raw[i].isdecimal():
        return False
    return not ends_phrase(word) and not like_adjective(word)  # 'delmål 17', 'stridsfordon 90'


def _second_of_named(line: Line, i: int, last: int) -> bool:
    """Whether a number goes on a row that a word names: 'linje 9 och [22] får', not 'linje 9 och [22] nya bussar'."""
    k = i
    while i - k < _LONGEST_ROW and line.word(k - 1) in ("och", "samt", "eller", ",") and line.digits(k - 2):
        k -= 2
    counts = line.word(last).endswith(("a", "ar", "er", "or")) and line.word(last) != "får"
    return k < i and line.digits(i) and line.word(k - 1) in _HEADS - _HEADS_AND_NOUNS and not counts


#: Tokens of such a row that are looked at.
_LONGEST_ROW = 12


def _acronym_before(line: Line, i: int) -> bool:
    """Whether a short word in capitals stands before the number, as in 'COP 19', and is no currency."""
    acronym = line.raw[i - 1].isupper() and 2 <= len(line.raw[i - 1]) <= 5 and currency_before(line, i) is None
    return acronym and i > 1 and line.raw[i].isdecimal() and len(line.raw[i]) <= 4


def _sentence_start(line: Line, i: int) -> bool:
    return i == 0 or line.raw[i - 1] in '.!?:-–—”"•·*–)'


def is_year(line: Line, i: int, last: int, counted: bool, qualified: bool) -> bool:
    """Whether four digits are a year: '2018', 'sedan 1994', but not '2000 besökare' or 'drygt 1800'."""
    written = line.raw[i]
    if len(written) != 4 or not written.isdigit() or not 1000 <= int(written) <= 2099:
        return False
    if line.word(last) in ("års", "talet", "tal"):
        return True
    unit = unit_at(line, last, True)
    if unit is not None and unit.unit.kind != "time":
        return False
    if not counted and line.word(i - 1) == "än" and 1900 <= int(written) <= 2060 and int(written) % 100:
        return True  # '45 färre än 2009'
    if qualified or line.word(last) in _COUNTED_AFTER_YEAR:
        return False
    if written == "2000" and line.word(i - 1) in _BEFORE_2000_THINGS and _described(line, last):
        return False
    if 1900 <= int(written) <= 2060:
        return not (counted and line.word(i - 1) in ("de", "dessa", "totalt", "sammanlagt", "alla"))
    if counted:
        return line.word(i - 1) in _YEAR_BEFORE
    if line.word(i - 1) in _BEGINNINGS:
        return True  # 'Den grundades 1868 och har …'
    return change_before(line, i) is None and (line.word(i - 1) in _YEAR_BEFORE or not line.alpha(i - 1))


def before_year(word: str) -> bool:
    """Whether a year may follow: 'sedan', 'hösten', 'född'."""
    return word in _YEAR_BEFORE - {"mellan", "till", "från", "och", "eller"} or word == "född"


#: Verbs that tell when something began or ended.
_BEGINNINGS = word_set("verbs before years")


#: Verbs and particles of which something counted is the object: 'lockade [2000] glada besökare', 'ta fram [2000] … paket'.
_BEFORE_2000_THINGS = word_set("words before 2000 things")


def _described(line: Line, i: int) -> bool:
    """Whether an adjective and its noun follow: '2000 [särskilda paket]'."""
    phrase = noun_phrase(line, i)
    return phrase is not None and phrase[0] > i and like_adjective(line.low[i])


def list_number(line: Line, i: int, last: int) -> bool:
    """Whether the number opens a list item: '1. Ring oss', 'Två – ta med cykeln', or stands alone on its line."""
    if i > 1 or (i == 1 and line.raw[0] not in "-–•*·(|"):
        return False
    if line.digits(i) and line.capital(last) and len(line.raw[i]) <= 3:
        return True  # '28 Alvsunds kommun' in a list
    if last >= line.size:
        return True
    return (
        line.raw[last] in (".", ")", ":", "-")
        and not (line.word(last) == ":" and line.word(last + 1) == "-")  # 149:- per person
        and not (line.raw[last] == "-" and line.glued(last))
        and (last + 1 >= line.size or not line.digits(last + 1))
    )


def day_of_month(line: Line, i: int, last: int) -> bool:
    """Whether a small number is a day: '3 maj', 'den 5', 'den 23-24 februari'."""
    return line.word(last) in _MONTHS or (
        line.word(last) in (":", "-") and line.word(last + 1) == "e" and line.word(last + 2) in _MONTHS
    )


_WEEKDAYS = tuple("måndag tisdag onsdag torsdag fredag lördag söndag".split())


_PARTS_OF_DAY = frozenset("morgonen förmiddagen eftermiddagen kvällen natten".split())
_BEFORE_HOURS = frozenset("från till cirka ca vid omkring runt före efter mellan innan framåt och".split())


def clock_time(line: Line, i: int, last: int, is_range: bool) -> bool:
    """Whether a bare number is an hour: 'strax före 18', 'på söndag mellan 11-14'."""
    if not line.raw[i].isdecimal() or int(line.raw[i]) > 24 or len(line.raw[i]) > 2:
        return False
    if line.word(i - 1) in ("före", "efter") and line.word(i - 2) in ("strax", "precis", "kort"):
        return True
    if line.word(i - 1) in ("är", "var", "blev", "slog") and line.word(i - 2) == "klockan":
        return True
    if line.word(last) == "på" and line.word(last + 1) in _PARTS_OF_DAY and line.word(i - 1) in _BEFORE_HOURS:
        return True  # 'från 7 på kvällen till 3 på natten'
    near = line.low[max(0, i - 6) : i]
    opens = any(word.startswith(_WEEKDAYS) or word.startswith("öppe") for word in near)
    return is_range and opens and line.word(i - 1) in ("mellan", "från")


def score(line: Line, i: int, last: int, counted: bool) -> bool:
    """Whether two numbers with a hyphen are a result: 'vann med 3-1', '2-1-segern', '29-20 röster'."""
    if line.word(last) == "-" and line.glued(last):
        return True
    if any(line.word(at) in _SCORE_WORDS for at in range(max(0, i - 4), i)):
        return not counted or line.word(last) in ("mål", "segern", "seger", "i", "mot")
    return not counted
