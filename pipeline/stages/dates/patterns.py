"""Pieces that several patterns of dates share."""

from __future__ import annotations

from pipeline.numerals import CARDINALS
from pipeline.stages.dates.calendar import MONTHS, SHORT_MONTHS

LONG_MONTH = "|".join(sorted((m for m in MONTHS if m not in SHORT_MONTHS), key=len, reverse=True))
YYYY = r"(?:1[5-9]|20)\d\d"
YEAR = YYYY + r"(?![\d/:])"
WEEKDAY_WORD = r"(?P<day>måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag)"
DECADE_WORDS = {f"{word}talet": 1900 + tens for word, tens in CARDINALS.items() if 20 <= tens < 100 and tens % 10 == 0}
