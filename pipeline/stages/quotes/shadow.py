"""A shadow of the text in which dashes and quotation marks have one shape, with the same offsets as the text.

Every character is replaced by one character, so an offset in the shadow is an offset in the text; `clean` has already
composed letters and dropped soft hyphens. The stored text is never touched.
"""

from __future__ import annotations

_DASH_CHARACTERS = "-‐‑‒–—―−\x96\x97"
_DOUBLE_CHARACTERS = '"”“„‟»«\x93\x94\x84'
#: Hyphen-minus, hyphens, figure dash, en, em, horizontal bar, minus, what cp1252 leaves behind, and the typist's dash.
DASHES = frozenset([*_DASH_CHARACTERS, "--", "_"])
#: Marks that were typed as two characters: ``Vi'', >>Vi<<, ,,Vi''.
TYPED = frozenset(["``", ",,", ">>", "<<"])
DOUBLE = frozenset([*_DOUBLE_CHARACTERS, "''", *TYPED])
SINGLE = frozenset("'’‘‚‛´`\x91\x92\x82")
MARKS = DOUBLE | SINGLE
#: What may stand behind a sentence's final mark and still belong to it.
CLOSERS = MARKS | frozenset(")]")

_TABLE = str.maketrans(
    {
        **dict.fromkeys(set(_DASH_CHARACTERS) - {"-", "‐", "‑"}, "–"),
        **dict.fromkeys("‐‑", "-"),
        **dict.fromkeys(set(_DOUBLE_CHARACTERS) - set("«»"), '"'),
        **dict.fromkeys("«»", '"'),
        **dict.fromkeys(SINGLE, "'"),
        **dict.fromkeys("\u00a0\u202f\u2009\u2007\t", " "),
    }
)


def shadow(text: str) -> str:
    """Return the text with ``–`` for every long dash, ``"`` and ``'`` for every mark, a space for every thin space.

    >>> shadow("— ”Nej”, säger Bo Ek.")
    '– "Nej", säger Bo Ek.'
    """
    return text.translate(_TABLE)
