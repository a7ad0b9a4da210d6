"""The word lists that the model sees: which lexicons each word stands in, as bits."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.data import read_table
from pipeline.stages.language.embed import LIST_BITS


def word_bits() -> dict[str, int]:
    """Return word to bits over all lexicons; of names in several words, those words that say something."""
    bits: dict[str, int] = {}

    def mark(words: Iterable[str], name: str) -> None:
        for word in words:
            if len(word) > 1 or name == "title":
                bits[word] = bits.get(word, 0) | LIST_BITS[name]

    mark((row[0] for row in _table("rare_given_names")), "rarest_given")
    for name, women, men in (row[:3] for row in _table("given_names")):
        bearers = int(women) + int(men)
        if 1 < bearers < 100:
            mark([name], "rare_given")
        elif int(women) >= int(men) * 0.1:
            mark([name], "woman")
        if (bearers >= 100 or bearers == 1) and int(men) >= int(women) * 0.1:
            mark([name], "man")
    mark((row[0] for row in _table("surnames")), "surname")
    kinds = {"municipality": "municipality", "country": "country"}
    for name, kind, *_ in _table("places"):
        mark(_telling(name), kinds.get(kind, "place"))
    for name, short, _number, *aliases in _table("authorities"):
        mark([*_single([name, *aliases[:1]]), short], "authority")
    for row in [*_table("organisations"), *_table("universities"), *_table("regions")]:
        mark(_telling(row[0]), "organisation")
    for _name, *other in _table("universities"):
        mark(_single(other), "organisation")
    for letters, *names in _table("parties"):
        mark([word for name in names for word in _single([name])], "party")
        mark([letters] if len(letters) > 1 else [], "party")
    for name, *shorts in _table("media"):
        mark([*_telling(name), *_single(shorts)], "media")
    for indefinite, definite, _source in _table("titles"):
        mark({indefinite.split(" ")[-1].lstrip("-"), definite.split(" ")[-1].lstrip("-")}, "title")
    for _country, adjective, inhabitant in _table("nationalities"):
        mark([word.strip() for word in f"{adjective},{inhabitant}".split(",") if word.strip()], "nationality")
    return bits


def _table(name: str) -> list[list[str]]:
    return read_table("models", "lexicons", f"{name}.tsv")


def _single(names: Iterable[str]) -> list[str]:
    return [part for name in names for part in name.split("|") if part and " " not in part]


def _telling(name: str) -> list[str]:
    """Return the words of a name by which it is known: all of two, the first of more; never small words."""
    words = name.split(" ")
    if len(words) == 1:
        return words
    return [word for word in (words if len(words) == 2 else words[:1]) if word[:1].isupper() and len(word) > 3]
