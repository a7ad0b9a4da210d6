"""Numbers and ranges with what they count: unit, money, noun, group, age; or declined."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pipeline.article import FigureKind
from pipeline.numerals import plain, read_big_unit, read_digits, read_word
from pipeline.stages.figures import guards
from pipeline.stages.figures.found import Found, bend, has_minus, negate, valued, with_unit
from pipeline.stages.figures.lexer import Line
from pipeline.stages.figures.nouns import noun_phrase
from pipeline.stages.figures.numbers import Number, number_at, tal_at
from pipeline.stages.figures.qualifiers import Qualifier, qualifier_after, qualifier_before
from pipeline.stages.figures.units import ONLY_AFTER_DIGITS, currency_before, unit_at
from pipeline.stages.figures.worded import hyphenated, round_number, with_article
from pipeline.word_sets import word_set

#: Endings of nouns for one known thing, which no number counts: '500 miljoner regeringen lovat'.
_ONE_THING = (
    "ingen",
    "heten",
    "ionen",
    "ismen",
    "kommunen",
    "nämnden",
    "rådet",
    "verket",
    "ministern",
    "staten",
    "balken",
)
_VAGUE = frozenset({"flera", "fler", "några", "många", "par", "åtskilliga", "antal"})
_AGES = frozenset({"åldrarna", "åldern", "ålder", "åldersgruppen", "åldersgrupperna"})
_BEFORE_RANGES = _AGES | {"mellan", "från", "varav"}


def quantity(line: Line, i: int) -> Found | int | None:
    """Return the figure of the number at a token; the token after it where it is a score or code; else null."""
    if line.digits(i) and (guards.part_of_code(line, i) or (line.raw[i][0] == "0" and line.raw[i][1:2].isdigit())):
        return None
    if (
        line.digits(i)
        and line.word(i + 1) == ":"
        and line.glued(i + 2)
        and line.word(i + 2).partition("-")[0] in ("e", "a", "de")
    ):
        return None
    if (
        line.capital(i)
        and line.raw[min(i + 1, line.size - 1)].istitle()
        and not line.raw[i].isupper()
        and i + 1 < line.size
    ):
        return None  # 'Tre Kronor', 'De Nio'
    if line.word(i) in ("hundra", "tusen") and line.word(i - 1) in _VAGUE:
        return i + 1 + (line.word(i + 1) in ("tusen", "miljoner"))  # 'ett par hundra tusen kronor'
    number = number_at(line, i)
    tal = tal_at(line, i) if number is None or line.word(number.last) in ("-", "tal") else None
    if tal is not None:
        return round_number(line, i, tal)
    if number is None:
        return None
    if number.article and (share := _one_of(line, i)) is not None:
        return share
    couple = _couple(line, i)
    if couple is not None:
        return _complete(line, i, *couple)
    if number.article and not (
        line.word(number.last) in ("eller", "till", "-", "à") and number_at(line, number.last + 1)
    ):
        return with_article(line, i, number)
    low, high = _range(line, i, number)
    if number.article and high is None:
        return None
    found = _complete(line, i, low, high)
    return high.last if found is None and high is not None and not number.article else found


#: How many times the lower end the higher one is of no range that something grew by.
_FAR = 5


def _range(line: Line, i: int, low: Number) -> tuple[Number, Number | None]:
    """Return both ends of a range, the scale shared: '3-4 miljarder', 'fem till tio', 'mellan 20 och 100'."""
    at = low.last
    sign = line.word(at)
    if (beside := _neighbour(line, i, low)) is not None:
        return low, beside
    below = _both_below(line, i, at)
    before = i - 1 - below
    between = line.word(before) == "mellan" or (line.word(before) == "den" and line.word(before - 1) == "mellan")
    at += below  # the second minus
    if (
        sign in ("-", "till", "eller", "à", "a", "upp")
        or (sign == "och" and between)
        or (sign == "," and _small_words(line, i, at + 1))
    ):
        if sign == "-" and line.glued(at) != line.glued(at + 1):
            return low, None
        if line.digits(at + 1) and guards.part_of_code(line, at + 1, in_range=True):
            return low, None
        high = number_at(line, at + 1)
        if high is not None and not high.article and high.value is not None:
            if high.factor != 1 and low.factor == 1 and low.value < 1000:
                low = Number(low.value * high.factor, low.last, high.factor, low.in_digits)
            if sign == "till" and line.word(i - 1) == "med" and low.value * _FAR <= high.value:
                return low, None  # 'ökade med 1 350 till 48 900': by how much, and to what
            low = _with_zeros(low, high, joined=sign in ("-", "à") or not low.in_digits)
            if low.value < high.value or (sign == "till" and line.word(i - 1) == "från"):
                return low, high
            if sign == "-":
                return low, high
    return low, None


def _both_below(line: Line, i: int, at: int) -> bool:
    """'mellan –25 och –30 miljoner', 'minus 25 till minus 30': both ends lie below zero."""
    first = line.word(i - 1) == "minus" or has_minus(line, i)
    second = line.word(at + 1) == "minus" or has_minus(line, at + 2)
    return line.word(at) in ("och", "till") and first and second


def _with_zeros(low: Number, high: Number, joined: bool) -> Number:
    """Give the lower end the zeros that only the higher has: '4-500 personer', '40-50 000 kronor', 'två-trehundra'.

    Only where the two lie near each other then; '10-100' and 'mellan 2 och 500' stay, as does 'mellan 18 och 65'.
    """
    for zeros in (1000, 100):
        head = high.value / zeros
        near = low.value < head <= 2 * low.value and head == int(head)
        if near and low.factor == high.factor == 1 and (joined or (zeros == 1000 and low.value >= 10)):
            return Number(low.value * zeros, low.last, low.factor, low.in_digits)
    return low


def _neighbour(line: Line, i: int, low: Number) -> Number | None:
    """'fyra fem mål', 'två tre veckor': two neighbours in words without a comma are a range."""
    first, second = read_word(line.word(i)), read_word(line.word(i + 1))
    if low.last != i + 1 or first is None or second != first + 1 or second > _LAST_NEIGHBOUR or line.capital(i + 1):
        return None
    number = number_at(line, i + 1)
    counted = number is not None and (noun_phrase(line, number.last) or unit_at(line, number.last, after_digits=False))
    return number if counted else None


_LAST_NEIGHBOUR = 12


def _couple(line: Line, i: int) -> tuple[Number, Number] | None:
    """'ett par, tre veckor': two to three."""
    if line.word(i) != "ett" or line.word(i + 1) != "par":
        return None
    number = number_at(line, i + 2 + (line.word(i + 2) == ","))
    if number is None or number.in_digits or number.value not in (3, 4):
        return None
    return Number(Decimal(2), i + 2, Decimal(1), in_digits=False), number


def _small_words(line: Line, i: int, at: int) -> bool:
    """'två, tre veckor': neighbours in words with a comma are a range, in digits a list."""
    first, second = read_word(line.word(i)), read_word(line.word(at))
    return first is not None and second == first + 1 and line.word(at + 1) not in (",", "och") and second <= 12


def _complete(line: Line, i: int, low: Number, high: Number | None) -> Found | None:
    """Put unit, noun, qualifier and change to a number or range, or decline it."""
    price = _decimal_price(line, i, (high or low).last)
    if price is not None:
        low, high = price, None
    top = high or low
    after = qualifier_after(line, top.last)
    if line.word(top.last) == "+" and line.glued(top.last):
        after = Qualifier(top.last, top.last + 1, "at_least")
    at = after.last if after else top.last
    if line.word(at) == "-" and line.glued(at):
        return None if after else hyphenated(line, i, low, high, top.last)
    compared = _other_time(line, at)
    unit = None if compared else unit_at(line, at, top.in_digits)
    currency = currency_before(line, i - 1 if has_minus(line, i) else i)
    phrase = None if unit or compared else noun_phrase(line, at)
    if currency is not None and unit is None and line.raw[at : at + 1] == ["M"] and top.factor == 1:
        low, high = _times(low, _MILLION), high and _times(high, _MILLION)  # "SEK 370 M"
        at += 1
        top = replace(high or low, last=at)
    if phrase is not None and line.low[phrase[0]].endswith(_ONE_THING):
        phrase = None
    bent = qualifier_before(line, currency.first if currency else i)
    behind = _past_brackets(line, top.last) if unit is None and phrase is None else None
    big = read_big_unit(line.word(behind)) if behind is not None else None
    if big is not None:
        low, high = _times(low, big), high and _times(high, big)
        top = high or low
    beside = None if behind is None else unit_at(line, behind + (big is not None), True)
    aged = _noun_behind_age(line, top.last) if unit is None and phrase is None else None
    counted = top.factor != 1 or any(it is not None for it in (unit, phrase, currency, beside, aged))
    if _declined(line, i, top.last, counted, bent, high is not None):
        return None
    if high is not None and high.value <= low.value and (line.word(i - 1) != "från" or line.word(i + 1) == "-"):
        return None
    if unit is not None:
        return with_unit(line, i, low, high, unit, after)
    if beside is not None:
        found = with_unit(line, i, low, high, beside, None)
        found.last = top.last
        return found
    if currency is not None:
        found = valued(
            Found(currency.first, top.last, "money", unit=line.raw[currency.first]), low, high, currency.unit
        )
        if currency.last < i:
            negate(found)  # "SEK -26 miljoner"
        return bend(line, found)
    if aged is not None:
        return bend(line, valued(Found(i, top.last, "count", unit=aged), low, high))
    if high is None and (part := _part_of(line, i, low, phrase) or _of_group(line, i, low, phrase)):
        return bend(line, part)
    if phrase is not None and (span := unit_at(line, phrase[0], True)) is not None and span.unit.kind == "time":
        return with_unit(line, i, low, high, span, after)  # 30 roliga år
    if phrase is not None:
        if high is None and (thousands := _english_thousands(line, i, low, phrase)) is not None:
            low = thousands
        found = Found(i, phrase[1], "count", unit=line.raw[phrase[0]])
        return bend(line, valued(found, low, high), after or qualifier_after(line, phrase[1]))
    if _tells_age(line, i, top, high is not None):
        return bend(line, valued(Found(i, top.last, "duration", unit="år", extra={"ucum": "a"}), low, high))
    if line.word(top.last) in ONLY_AFTER_DIGITS:
        return None  # '49 min: hörna'
    if has_minus(line, i) and guards.before_year(line.word(i - 2)):
        return None  # 'hon är född -45'
    kind: FigureKind = "money" if top.factor >= 1_000_000 else "count"
    if line.word(i - 1) == "minus" and high is None:
        low = Number(-low.value, low.last, low.factor, low.in_digits)  # 'Det sjönk till minus 12'
        return valued(Found(i - 1, top.last, kind, bare=True), low, high)
    if not top.value and bent is not None and line.word(bent.last - 1) in ("kring", "runt", "omkring"):
        return None  # 'ett resultat kring noll'
    tentative = not _bare_counts(line, i, low, high, bent, after)
    return bend(line, valued(Found(i, top.last, kind, bare=True, tentative=tentative), low, high), after)


_MILLION = Decimal(1_000_000)
#: What stands behind the figure of another time: "mot 250 ⟦föregående⟧ år", "1 900 ⟦samma⟧ månad i fjol", "40 ⟦året⟧ innan".
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_OTHER = frozenset({"föregående", "samma", "förra", "motsvarande"})
_TIMES = frozenset({"året", "månaden", "veckan", "dagen", "kvartalet", "säsongen"})


def _other_time(line: Line, i: int) -> bool:
    if line.word(i) in _OTHER:
        return line.word(i + 1) in _PERIODS
    if line.word(i) == "år" and _YEAR.fullmatch(line.word(i + 1)):  # "jämfört med 98 år 2022"; not "fyllde 50 år 2019"
        before = next((word for word in reversed(line.low[max(0, i - 5) : i]) if not word[0].isdigit()), "")
        return before in ("med", "mot", "från", "till")
    return line.word(i) in _TIMES and line.word(i + 1) in ("innan", "före", "dessförinnan")


_PERIODS = frozenset(
    "år året månad månaden vecka veckan kvartal kvartalet period perioden säsong säsongen tid dag".split()
)


_ENGLISH = re.compile(r"[1-9]\d{0,2},\d{3}")


def _english_thousands(line: Line, i: int, number: Number, phrase: tuple[int, int]) -> Number | None:
    """'4,800 anställda': what comes whole has no decimals, so the comma groups; '1,755 barn per kvinna' is a mean."""
    if number.last != i + 1 or not _ENGLISH.fullmatch(line.raw[i]) or line.word(phrase[1]) == "per":
        return None
    if line.low[phrase[0]] not in _WHOLE:
        return None
    return Number(read_digits(line.raw[i].replace(",", "")), number.last, number.factor, in_digits=True)


_WHOLE = word_set("what comes whole")


def _noun_behind_age(line: Line, i: int) -> str | None:
    """Return what is counted where its age stands between: 'Två 15-åriga [flickor]', 'tre 17-årige [pojkar]'."""
    if not line.digits(i) or line.word(i + 1) != "-" or not line.word(i + 2).startswith("årig"):
        return None
    phrase = noun_phrase(line, i + 3)
    return line.raw[phrase[0]] if phrase is not None else None


def _past_brackets(line: Line, i: int) -> int | None:
    """'212,4 (198,7) Mkr', 'SEK 1,6 (-1,4) miljarder': return what stands behind the figure of the year before."""
    if line.word(i) != "(":
        return None
    at = i + 1 + (line.word(i + 1) == "-")
    return at + 2 if line.digits(at) and line.word(at + 1) == ")" else None


def _times(number: Number, big: Decimal) -> Number:
    return Number(number.value * big, number.last, big, number.in_digits)


def _tells_age(line: Line, i: int, top: Number, is_range: bool) -> bool:
    """Whether a number without a unit is an age: 'i åldrarna 18-64', 'Rut Sandell, 47, bor i Alvsund'."""
    if line.word(i - 1) in _AGES:
        return top.value < 120
    return not is_range and _age_after_name(line, i, top.last)


def _age_after_name(line: Line, i: int, last: int) -> bool:
    """'Rut Sandell, 47, bor i Alvsund': an age, but only after a name of two words."""
    if (
        line.word(i - 1) != ","
        or len(line.raw[i]) > 2
        or not line.raw[i].isdecimal()
        or line.glued(i)
        or line.raw[i] == "0"
    ):
        return False
    if not line.capital(i - 2) or line.raw[i - 2].isupper():
        return False
    if not line.capital(i - 3):  # one name alone needs both commas: 'Emil, 27, flyttade'
        return line.word(last) == "," and 1 <= int(line.raw[i]) <= 99
    return last >= line.size or line.raw[last] in ",.;)(–-" or line.word(last) in ("från", "och", "är", "bor")


def _decimal_price(line: Line, i: int, last: int) -> Number | None:
    """'9:50 kr', '19.90 kronor'."""
    if (
        last == i + 1
        and line.raw[i].isdecimal()
        and line.word(last) in (".", ":")
        and line.glued(last)
        and line.glued(last + 1)
        and line.raw[last + 1].isdecimal()
        and len(line.raw[last + 1]) == 2
    ):
        return Number(read_digits(line.raw[i] + "," + line.raw[last + 1]), last + 2, Decimal(1), True)
    return None


def _declined(line: Line, i: int, last: int, counted: bool, bent: Qualifier | None, is_range: bool) -> bool:
    if guards.list_number(line, i, last) and not counted:
        return True
    if not counted and line.word(i - 1) in ("plats", "nummer"):
        return True
    if not line.digits(i):
        return False
    if not counted and guards.clock_time(line, i, last, is_range):
        return True
    if guards.list_number(line, i, last) or guards.day_of_month(line, i, last):
        return True
    if (
        is_range
        and not _grouped(line, i)
        and line.word(i + 1) == "-"
        and guards.score(line, i, last, counted or bent is not None or line.word(i - 1) in _BEFORE_RANGES)
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


def _grouped(line: Line, i: int) -> bool:
    """Whether the number has its thousands apart, as no result and no year has: '10 000-15 000 som bor där'."""
    return " " in line.raw[i] or "." in line.raw[i]


def _bare_counts(
    line: Line, i: int, low: Number, high: Number | None, bent: Qualifier | None, after: Qualifier | None
) -> bool:
    """Whether a number with nothing after it is a figure: 'till 53 180', 'varav 135', 'drygt 40'; not a lone 'två'."""
    if bent is not None and line.word(bent.first - 1) in ("kvart", "fem", "tio", "tjugo", "halv"):
        return False  # 'kvart över sex'
    if low.value <= _SPOKEN and line.word(low.last) in ("i", "över") and line.word(low.last + 1) in _SPOKEN_HOURS:
        return False  # 'färjan gick tjugo i sex'
    if bent is not None or after is not None or low.factor != 1:
        return True
    if not line.digits(i):
        return low.value >= 13 and line.low[i] != "sjutton"
    if line.word(i - 1) in (",", "och", "eller", "samt") and line.digits(i - 2):
        return False  # one of a row of numbers, unless the next one lends it a unit
    if line.word(low.last) == "(" and _antal_before(line, i):
        return True  # 'Antalet anställda uppgick till 240 (212)'
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
        return line.word(i - 1) in ("mellan", "från", "varav") or _grouped(line, i)
    return low.value >= 10 or line.word(i - 1) in ("till", "från", "varav", "bara", "endast")


#: Minutes to or past an hour that are said in words, and the hours.
_SPOKEN = 25
_SPOKEN_HOURS = frozenset("halv ett två tre fyra fem sex sju åtta nio tio elva tolv".split())


def _antal_before(line: Line, i: int) -> bool:
    """Whether the sentence says before that something is counted: 'Antalet …', 'antal …'."""
    for word in reversed(line.low[max(0, i - 10) : i]):
        if word in ("antal", "antalet"):
            return True
        if word in ".!?":
            break
    return False


def _part_of(line: Line, i: int, number: Number, phrase: tuple[int, int] | None) -> Found | None:
    """'sex av elva skolor', '96 fall av 100', '12 av de 30 eleverna': one figure with ``of``."""
    at = phrase[1] if phrase else number.last
    if line.word(at) != "av" or number.factor != 1:
        return None
    at += 1
    while line.word(at) in _BEFORE_WHOLE:
        at += 1
    for ahead in (1, 2):  # 'av landets 289 kommuner', 'av Alvsunds kommuns elva skolor'
        if line.alpha(at + ahead - 1) and line.low[at + ahead - 1].endswith("s") and number_at(line, at + ahead):
            at += ahead
            break
    if line.digits(at) and guards.part_of_code(line, at):
        return None
    whole = number_at(line, at)
    if whole is None or whole.article or whole.value < number.value or unit_at(line, whole.last, True) is not None:
        return None
    counted = noun_phrase(line, whole.last)
    if phrase is not None and counted is not None:
        return None  # '62 kommuner av 212 svarande' counts two things
    noun, last = phrase or counted or (None, whole.last), counted[1] if counted else whole.last
    found = Found(i, last, "count", value=number.value, unit=line.raw[noun[0]] if noun[0] is not None else None)
    found.extra["of"] = plain(whole.value)
    return found


def _one_of(line: Line, i: int) -> Found | None:
    """'Närmare en av tio', 'En av fyra äldre': one of so many; 'en av kursens två ledare' is no share."""
    starts = i == 0 or line.raw[i - 1] in '.!?:-–"”' or qualifier_before(line, i) is not None
    if not starts or line.word(i + 1) != "av":
        return None
    whole = number_at(line, i + 2)
    if whole is None or whole.article or whole.value < 2:
        return None
    counted = noun_phrase(line, whole.last)
    found = Found(i, counted[1] if counted else whole.last, "count", value=Decimal(1))
    found.unit = line.raw[counted[0]] if counted else None
    found.extra["of"] = plain(whole.value)
    return bend(line, found)


_BEFORE_WHOLE = frozenset(
    {"de", "dessa", "totalt", "alla", "våra", "sina", "drygt", "cirka", "ca", "knappt", "samtliga"}
)
_OWNERS = frozenset({"de", "dessa", "våra", "sina", "mina", "hans", "hennes", "deras", "dess", "alla", "samtliga"})


def _of_group(line: Line, i: int, number: Number, phrase: tuple[int, int] | None) -> Found | None:
    """'två av barnen', 'fyra av hennes släktingar', 'tre av dem': a part of a group that has no number."""
    at = number.last
    if phrase is not None or line.word(at) != "av":
        return None
    owned = line.word(at + 1) in _OWNERS or _owns(line, at + 1)
    group = noun_phrase(line, at + 2 if owned else at + 1)
    if group is None and line.word(at + 1) in ("dem", "dessa", "oss", "er"):
        return Found(i, at + 2, "count", value=number.value)
    if group is None or not (owned or line.low[group[0]].endswith(("na", "en"))):
        return None
    return Found(i, group[1], "count", value=number.value, unit=line.raw[group[0]])


def _owns(line: Line, i: int) -> bool:
    """'18 av [landets] regioner', 'ca 400 av [Byggfackets] medlemmar': a genitive in the definite form, or a name's."""
    if not line.alpha(i) or not line.low[i].endswith("s"):
        return False
    return line.raw[i].istitle() or line.low[i].endswith(_DEFINITE_GENITIVES)


_DEFINITE_GENITIVES = ("ets", "ens", "nas")
