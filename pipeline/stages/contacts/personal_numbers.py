"""Swedish personal identity numbers, which the program reads only to keep them out of everything it stores."""

from __future__ import annotations

import re

from pipeline.article import Span
from pipeline.shadow import shadow

# Begins with a digit and nothing else, so that the search leaps from digit to digit.
_SHAPE = re.compile(r"\d\d{5}(?:\d{2})?(?: ?[-+] ?(?:\d{4}|[xX]{4})|\d{4})(?![\d-])")
_AMOUNT = re.compile(r"\s?(?:kr\b|kronor|euro|dollar|procent|personer|ton\b)")


def find_personal_numbers(text: str) -> tuple[Span, ...]:
    """Return the stretches that look like personal or coordination numbers ('YYMMDD-NNNN', also with the century).

    The shape counts, not the check digit: a number with a slip in it is somebody's number all the same. Ten or twelve
    digits in a row without a hyphen are taken only where the check digit is right, so that amounts are left alone.
    """
    found = []
    for match in _SHAPE.finditer(shadow(text)):
        start, end = match.span()
        digits = "".join(sign for sign in match.group() if sign.isdigit())
        birth = digits[2:] if match.group()[:8].isdigit() and digits[:2] in ("19", "20") else digits
        if (start and (text[start - 1].isdigit() or text[start - 1] == "-")) or not _is_birth(birth[:6]):
            continue
        if match.group().isdigit() and (not _check_digit_right(digits[-10:]) or _AMOUNT.match(text, end)):
            continue
        found.append(Span(start, end, text[start:end]))
    return tuple(found)


def _is_birth(digits: str) -> bool:
    """Whether 'YYMMDD' is a day, or a coordination number's day (sixty more)."""
    month, day = int(digits[2:4]), int(digits[4:6])
    return 1 <= month <= 12 and (1 <= day <= 31 or 61 <= day <= 91)


def _check_digit_right(digits: str) -> bool:
    """Luhn's rule over ten digits."""
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(part // 10 + part % 10 for part in doubled) % 10 == 0
