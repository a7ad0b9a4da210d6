"""Ranks and degrees that are written short: "t.f. chef", "f.d. kapten", "stf. vd", "med. dr"."""

from __future__ import annotations

import re
from functools import lru_cache

#: Each before a title, with its stop.
_RANK = r"(?:t\.[ \u00a0]?f|st?\.[ \u00a0]?f|f\.[ \u00a0]?d|fd|tf|stf|ställf|bitr|leg|v)\.(?=[ \u00a0])"
_DEGREE = r"(?:fil|med|ekon|tekn|jur|teol|odont|vet)\.?[ \u00a0](?:dr|kand|mag|lic)(?!\w)\.?"
#: A rank or a degree as one word of a title, with its stops and space.
SHORT_WORD = rf"(?<!\w)(?:{_RANK}|{_DEGREE})"
_IS_RANK = re.compile(rf"{_RANK}[ \u00a0]", re.IGNORECASE)
_IS_DEGREE = re.compile(_DEGREE, re.IGNORECASE)
#: What stands before a stop that ends no sentence, where a small letter follows.
_BEFORE_STOP = re.compile(
    r"(?<!\w)(?:st?|s?t\.?f|stf|ställf|fil|med|ekon|tekn|jur|teol|odont|vet|leg|dr|bitr|ordf)\Z", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def is_short_rank(word: str) -> bool:
    """Tell a rank that is written short, with its last stop or without it.

    >>> is_short_rank("t.f."), is_short_rank("stf"), is_short_rank("chef")
    (True, True, False)
    """
    return _IS_RANK.fullmatch(f"{word.removesuffix('.')}. ") is not None


@lru_cache(maxsize=4096)
def is_degree(words: str) -> bool:
    """Tell a degree: *med. dr*, *fil. kand*."""
    return _IS_DEGREE.fullmatch(words) is not None


def is_inside(text: str, begin: int, stop: int) -> bool:
    """Tell whether a stop ends a short form inside a title: "stf⟦.⟧ vd", "ekon⟦.⟧ dr"; not "… som dr⟦.⟧ Han är".

    >>> is_inside("stf. vd på", 0, 3), is_inside("vd. Han är", 0, 2)
    (True, False)
    """
    goes_on = text[stop + 1 : stop + 2] in (" ", "\u00a0") and text[stop + 2 : stop + 3].islower()
    return goes_on and _BEFORE_STOP.search(text, begin, stop) is not None
