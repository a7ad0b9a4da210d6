"""Swedish personal identity numbers, which the program reads only to keep them out of everything it stores."""

from __future__ import annotations

import re

from pipeline.article import Span
from pipeline.shadow import shadow

_SHAPE = re.compile(r"(?<![\d-])(?:19|20)?\d{2}(?P<month>\d{2})(?P<day>\d{2}) ?[-+]? ?(?P<last>\d{4}|[xX]{4})(?![\d-])")
_BARE = re.compile(r"\d{10}(?:\d{2})?\Z")


def find_personal_numbers(text: str) -> tuple[Span, ...]:
    """Return the stretches that look like personal or coordination numbers ('YYMMDD-NNNN', also with the century).

    The shape counts, not the check digit: a number with a slip in it is somebody's number all the same. Ten or twelve
    digits in a row without a hyphen are taken only where the check digit is right, so that amounts are left alone.
    """
    found = []
    for match in _SHAPE.finditer(shadow(text)):
        month, day = int(match["month"]), int(match["day"])
        if not (1 <= month <= 12 and (1 <= day <= 31 or 61 <= day <= 91)):
            continue
        if _BARE.match(match.group()) and not _check_digit_right(match.group()[-10:]):
            continue
        if " " in match.group() and "-" not in match.group() and "+" not in match.group():
            continue
        found.append(Span(match.start(), match.end(), text[match.start() : match.end()]))
    return tuple(found)


def _check_digit_right(digits: str) -> bool:
    """Luhn's rule over ten digits."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(part // 10 + part % 10 for part in doubled) % 10 == 0
