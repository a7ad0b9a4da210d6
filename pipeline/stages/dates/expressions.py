"""Date and time expressions of Swedish press text, each found by its first word or digit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pipeline.article import DateExpression
from pipeline.numerals import CARDINALS
from pipeline.shadow import shadow
from pipeline.stages.dates.calendar import HOLIDAYS, MONTHS
from pipeline.stages.dates.clock import around, clock, clock_word, hour_words
from pipeline.stages.dates.days import (
    day_month,
    day_of_month,
    den_word,
    iso_date,
    month_alone,
    month_first,
    named_day,
    numeric,
    stamped,
    weekday_date,
)
from pipeline.stages.dates.patterns import DECADE_WORDS, WEEKDAY_WORD
from pipeline.stages.dates.periods import (
    decade,
    decade_word,
    part_of_year,
    season,
    season_relative,
    term,
    turn,
    week,
    year,
)
from pipeline.stages.dates.reading import Context, Reading, Rule
from pipeline.stages.dates.relative import distance, relative
from pipeline.stages.dates.weekdays import night, of_tense, on_weekday, weekday

_WEEKDAY_PAST = re.compile(rf"i {WEEKDAY_WORD}s(?!\w)(?: ?(?:kväll|morse|natt|eftermiddag|förmiddag|middag))?s?")
#: Not "på ⟦tisdag den 9 maj⟧".
_DAY_BEHIND = r"(?!,? (?:den )?\d{1,2}(?::?e)?(?:/| (?:jan|feb|mars|apr|maj|jun|jul|aug|sep|okt|nov|dec)))"
_WEEKDAY_ON = re.compile(
    rf"på {WEEKDAY_WORD}(?P<definite>en)?(?!\w){_DAY_BEHIND}(?: ?(?:kväll|morgon|natt|eftermiddag|förmiddag))?"
)
_WEEKDAY_NEXT = re.compile(rf"(?P<which>nästa|nästkommande|kommande|förra|denna|nu på) {WEEKDAY_WORD}(?:en)?(?!\w)")
_WEEKDAY_LOOSE = re.compile(
    rf"{WEEKDAY_WORD}(?:s?(?:kväll|morgon|natt|eftermiddag|förmiddag)(?=(?:en)?(?!\w)))?(?P<definite>en)?(?!\w)"
)
_MANY = rf"(?P<n>\d{{1,3}}|{'|'.join(CARDINALS)})"
_NEARLY = "(?:(?:snart|drygt|knappt|cirka|ca|över|mer än|ungefär|omkring|nästan) )?"
_AGO = re.compile(
    rf"för {_NEARLY}{_MANY} (?P<unit>dag(?:ar)?|dygn|veck(?:a|or)|månad(?:er)?|år|timm(?:e|ar)|minut(?:er)?)"
    r" sed?a?n(?!\w)"
)
_AHEAD = re.compile(rf"om {_NEARLY}{_MANY} (?P<unit>dag(?:ar)?|dygn|veck(?:a|or)|månad(?:er)?|år)(?!\w)")


def find_dates(text: str, base: date | None = None) -> tuple[DateExpression, ...]:
    """Return the date and time expressions of a text in order, without overlaps.

    ``base`` is the day the text was published: with it 'i tisdags', '3 maj' and 'i höst' get an ISO date, without it
    they have none. What the text leaves open stays open: 'i mars 2024' is the month 2024-03, never a day. Intervals
    have two ends ('23–24 februari 2012' is 2012-02-23/2012-02-24); several days are a set, and a clock time that may be
    day or night is one of a set, as in ISO 8601-2: 'klockan halv tre' is [T02:30,T14:30].
    """
    seen = shadow(text)
    low = seen.lower()
    if len(low) != len(seen):  # a letter such as 'İ' grows in lower case; offsets count more than its case
        low = "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in seen)
    return tuple(
        DateExpression(start, one.end, text[start : one.end], one.iso, one.precision)
        for start, one in _scan(Context(low, seen, base))
    )


#: A paper's section with the time glued to it: "Sport2004-09-13 04:00".
_GLUED_STAMP = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d")
_TOKEN = re.compile(r"\d+|[^\W\d_]+")


def _scan(context: Context) -> Iterator[tuple[int, Reading]]:
    end = 0
    for match in _TOKEN.finditer(context.low):
        word, start = match.group(), match.start()
        if start < end:
            continue
        rules = _DIGIT_RULES if word[0].isdigit() else _WORD_RULES.get(word)
        if rules is None:
            continue
        before = context.low[start - 1] if start else " "
        glued = before.isalpha() and len(word) == 4 and _GLUED_STAMP.match(context.low, start)
        if (
            (before.isalnum() and not glued)
            or before in "_@"
            or (
                word[0].isdigit()
                and (before in "/:" or (before in ".,-" and context.low[start - 2 : start - 1].isdigit()))
            )
        ):
            continue
        for rule in rules:
            found = rule(context, start)
            if found is not None:
                yield start, found
                end = found.end
                break


def _rules() -> dict[str, tuple[Rule, ...]]:
    """Return the rules by the first word of what they read, in the order in which they are tried."""
    table: dict[str, list[Rule]] = {}

    def add(words: str, *rules: Rule) -> None:
        for word in words.split():
            table.setdefault(word, []).extend(rules)

    add(" ".join(MONTHS), month_first, month_alone)
    add("mar may oct", month_first)
    days = "måndag tisdag onsdag torsdag fredag lördag söndag"
    add(days + " " + " ".join(day + "en" for day in days.split()) + " mån tis ons tors fre lör sön", weekday_date)
    for day in days.split():
        parts = [
            day,
            day + "en",
            *(
                day + "s" + part + ending
                for part in ("kväll", "morgon", "natt", "eftermiddag", "förmiddag")
                for ending in ("", "en")
            ),
        ]
        add(" ".join(part for part in parts if part not in table), weekday_date)
        add(" ".join(parts), weekday(_WEEKDAY_LOOSE, of_tense))
    add("i", weekday(_WEEKDAY_PAST, lambda match, context: "past"), season_relative, relative)
    add("på", weekday(_WEEKDAY_ON, on_weekday))
    add("nästa nästkommande kommande nu", weekday(_WEEKDAY_NEXT, lambda match, context: "future"))
    add("förra", weekday(_WEEKDAY_NEXT, lambda match, context: "past"))
    add("nästa kommande förra denna föregående innevarande idag igår imorgon imorse inatt ikväll ifjol den", relative)
    add("natten", night)
    add("våren sommaren hösten vintern vårterminen höstterminen vår sommar höst vinter", season)
    add("vecka veckorna v", week)
    add("ht vt", term)
    add(hour_words(), around)
    add("kl klockan vid strax", clock_word)
    add("första andra tredje fjärde sista q1 q2 q3 q4 q kvartal kv", part_of_year)
    add("årsskiftet halvårsskiftet månadsskiftet sekelskiftet millennieskiftet", turn)
    add(" ".join(DECADE_WORDS), decade_word)
    add("för", distance(_AGO, -1))
    add("om", distance(_AHEAD, 1))
    add("den", den_word, day_of_month)
    for name in HOLIDAYS:
        first = name.split()[0]
        if named_day not in table.get(first, []):
            table.setdefault(first, []).insert(0, named_day)
        if named_day not in table.get(first + "s", []) and " " not in name:
            table.setdefault(first + "s", []).append(named_day)
    return {word: tuple(rules) for word, rules in table.items()}


_WORD_RULES = _rules()
_DIGIT_RULES: tuple[Rule, ...] = (iso_date, stamped, day_month, part_of_year, numeric, around, clock, decade, year)
