"""A reading copy of a text: the same length, so that offsets hold, with one kind of space and one kind of dash."""

from __future__ import annotations

_SPACES = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"


def shadow(text: str) -> str:
    """Return the text with every space as a plain space and every dash as a hyphen; offsets stay the same.

    '070–174\u00a006\u00a012' reads '070-174 06 12'.
    """
    # replacing a sign that is not there costs next to nothing; a translation table would touch every sign
    for space in _SPACES:
        text = text.replace(space, " ")
    for dash in _DASHES:
        text = text.replace(dash, "-")
    return text
