"""Our finders beside general libraries, on the tables of the tests: precision and recall, printed in one run.

    python -m tests.bench.side_by_side

The libraries (quantulum3, text2num, dateparser) are for development only; one that is not installed is named and left
out. A figure is right where its value is (both ends of a range, or either of the two where a library has no ranges);
a date where its first day is; a phone where its E.164 form is.
"""

from __future__ import annotations

import importlib
import logging
import re
import sys
import time
import warnings
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, datetime

import phonenumbers

from pipeline.stages.contacts import find_phones
from pipeline.stages.dates import find_dates
from pipeline.stages.figures import find_figures
from tests.contacts.test_phones import FORMS
from tests.contacts.test_phones import NONE as NO_PHONES
from tests.dates.test_dates import BASE, CASES
from tests.dates.test_dates import NONE as NO_DATES
from tests.figures.test_counts import BOUNDS, CHANGE, COUNTS, ORDINALS, PRESS
from tests.figures.test_money_and_units import MONEY, PERCENT, UNITS
from tests.figures.test_no_figures import NONE as NO_FIGURES

Finder = Callable[[str], Iterable[str]]
Table = list[tuple[str, list[str]]]
_EXPECTED_VALUE = re.compile(r" = \w+ (\S+)")


def number(written: str) -> str:
    """A value for comparison, to six digits; a word where it is none."""
    try:
        return f"{float(written):.6g}"
    except ValueError:
        return written


def figure_table() -> Table:
    """Sentences with the values that they hold; a range is 'low..high'."""
    rows = [*COUNTS, *PRESS, *BOUNDS, *CHANGE, *ORDINALS, *MONEY, *PERCENT, *UNITS]
    table = [(text, [value_of(figure) for figure in figures]) for text, figures in rows]
    return table + [(text, []) for text in NO_FIGURES.values()]


def value_of(figure: str) -> str:
    """The value of a figure as the tables write it."""
    match = _EXPECTED_VALUE.search(figure)
    return "..".join(number(end) for end in (match[1] if match else "").split(".."))


def date_table() -> Table:
    """Sentences with the first days of their dates."""
    table = []
    for text, dates in CASES.values():
        days = [found[0] for one in dates if (found := re.findall(r"= \W?(\d{4}-\d\d-\d\d)", one))]
        table.append((text, days))
    return table + [(text, []) for text in NO_DATES.values()]


def phone_table() -> Table:
    """Lines with their numbers in E.164 form."""
    return [(text, numbers) for text, numbers in FORMS.values()] + [(text, []) for text in NO_PHONES.values()]


def our_figures(text: str) -> Iterable[str]:
    """Values of our figures."""
    for figure in find_figures(text):
        ends = [figure.value] if figure.value is not None else [figure.low, figure.high]
        yield "..".join(number(end or "") for end in ends)


def our_dates(text: str) -> Iterable[str]:
    """First days of our dates."""
    return [
        found[0] for one in find_dates(text, BASE) if (found := re.findall(r"^\W?(\d{4}-\d\d-\d\d)", one.iso or ""))
    ]


def our_phones(text: str) -> Iterable[str]:
    """Our phones."""
    return [phone.e164 for phone in find_phones(text) if phone.e164]


def quantulum() -> Finder:
    """Quantities of quantulum3 (English rules; it has no Swedish)."""
    parser = importlib.import_module("quantulum3.parser")

    def find(text: str) -> Iterable[str]:
        return [number(str(quantity.value)) for quantity in parser.parse(text)]

    return find


def text_to_num() -> Finder:
    """Numbers of text2num; it knows no Swedish, which its answer says."""
    module = importlib.import_module("text_to_num")
    module.alpha2digit("tre", "sv")

    def find(text: str) -> Iterable[str]:
        return [number(one) for one in re.findall(r"\d+(?:\.\d+)?", module.alpha2digit(text, "sv"))]

    return find


def dateparser_search() -> Finder:
    """Dates of dateparser's search in Swedish, seen from the same day."""
    search = importlib.import_module("dateparser.search")
    base = datetime(BASE.year, BASE.month, BASE.day)

    def find(text: str) -> Iterable[str]:
        found = search.search_dates(text, languages=["sv"], settings={"RELATIVE_BASE": base}) or []
        return [moment.date().isoformat() for _, moment in found if isinstance(moment.date(), date)]

    return find


def matcher(leniency: int) -> Callable[[], Finder]:
    """The matcher of phonenumbers alone, at a level of strictness."""

    def build() -> Finder:
        def find(text: str) -> Iterable[str]:
            found = phonenumbers.PhoneNumberMatcher(text, "SE", leniency=leniency)
            return [phonenumbers.format_number(one.number, phonenumbers.PhoneNumberFormat.E164) for one in found]

        return find

    return build


def measure(finder: Finder, table: Table) -> tuple[float, float, float]:
    """Precision, recall and seconds of a finder over a table."""
    right = found = wanted = 0
    start = time.perf_counter()
    for text, expected in table:
        hits, want = Counter(finder(text)), Counter(expected)
        right += sum((hits & want).values())
        found += hits.total()
        wanted += want.total()
    return right / found if found else 1.0, right / wanted if wanted else 1.0, time.perf_counter() - start


def main() -> None:
    """Print the comparison."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    contests: list[tuple[str, Table, list[tuple[str, Callable[[], Finder]]]]] = [
        (
            "figures",
            figure_table(),
            [("talstreck", lambda: our_figures), ("quantulum3", quantulum), ("text2num", text_to_num)],
        ),
        ("dates", date_table(), [("talstreck", lambda: our_dates), ("dateparser", dateparser_search)]),
        (
            "phones",
            phone_table(),
            [
                ("talstreck", lambda: our_phones),
                ("phonenumbers, valid", matcher(phonenumbers.Leniency.VALID)),
                ("phonenumbers, strict", matcher(phonenumbers.Leniency.STRICT_GROUPING)),
            ],
        ),
    ]
    out = sys.stdout.write
    for name, table, finders in contests:
        out(f"{name}: {len(table)} sentences, {sum(len(expected) for _, expected in table)} to be found\n")
        for library, build in finders:
            try:
                precision, recall, seconds = measure(build(), table)
            except ImportError:
                out(f"  {library:22} not installed\n")
            except Exception as error:  # noqa: BLE001 - whatever a library raises is its result here
                out(f"  {library:22} {type(error).__name__}: {error}\n")
            else:
                out(f"  {library:22} precision {precision:5.1%}  recall {recall:5.1%}  {seconds * 1000:7.0f} ms\n")


if __name__ == "__main__":
    main()
