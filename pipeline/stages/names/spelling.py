"""How names are written and heard: without accents, by sound, and the everyday forms of given names."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from pipeline.data import read_table

#: Letters that the press writes for one another in names.
_SOUNDS = (
    ("qv", "kv"),
    ("qu", "kv"),
    ("ch", "k"),
    ("ck", "k"),
    ("c", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("w", "v"),
    ("z", "s"),
    ("x", "ks"),
    ("vss", "fss"),
    ("q", "k"),
)


@lru_cache(maxsize=200_000)
def fold(text: str) -> str:
    """Return a name in lower case without accents, å ä ö kept: "André" is "andre", "Åsa" stays "åsa"."""
    letters = unicodedata.normalize("NFC", text).casefold()
    return "".join(x if x in "åäö" else unicodedata.normalize("NFD", x)[0] for x in letters)


def as_in_addresses(name: str) -> str:
    """Return a name in the letters of a mail address: "Åsa Öberg" is "asa oberg"."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ø", "o").replace("æ", "ae").replace("ß", "ss"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


@cache
def nicknames() -> dict[str, str]:
    """Return the full name by its everyday form: "bosse" is "bo"."""
    return {fold(short): fold(full) for short, full in read_table("models", "lexicons", "nicknames.tsv")}


@lru_cache(maxsize=200_000)
def sound(part: str) -> str:
    """Return a name as it sounds, so that Karlsson and Carlson, Kristoffer and Christofer are one.

    >>> sound("christofer") == sound("kristoffer")
    True
    """
    return as_written(nicknames().get(part, part).partition("-")[0])


@lru_cache(maxsize=200_000)
def as_written(part: str) -> str:
    """Return a name as it sounds, but not its full form: "lisbeth" and "lisbet", whatever "lisbet" is short for."""
    for written, heard in _SOUNDS:
        part = part.replace(written, heard)
    part = re.sub(r"(.)\1+", r"\1", part)
    part = re.sub(r"(?<=[aeiouyåäö])h(?=[bcdfgjklmnpqrstvxz]|$)|(?<=[bcdfgjklmnpqrstvxz])h$|(?<=n)h", "", part)
    part = re.sub(r"v$", "f", part)
    return part[:-1] if part.endswith("e") and (len(part) > 5 or part.endswith("ie")) else part
