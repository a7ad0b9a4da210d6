"""Names of people, taken apart, and how many in Sweden bear them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from pipeline.data import read_table
from pipeline.stages.names.lists import given_names, rare_given_names
from pipeline.stages.names.spelling import fold, sound

#: People in Sweden, in the year that the name lists are of.
POPULATION = 10_300_000
#: Bearers of a surname that no list holds: the list of the commonest ends at some 700.
_UNLISTED = 200
#: Bearers of a given name that no list holds.
_UNLISTED_GIVEN = 5
_PARTICLES = frozenset("von af de du di da la le van der den dos al el bin ben ibn ter zu".split())
#: Bearers from which a surname is a given name first of all: Ali, Ahmed, Hassan.
_AS_GIVEN = 1_500
#: Vietnamese surnames, which stand first where a name is written as at home: Nguyen Thi Lan is Lan Nguyen.
_FIRST_SURNAMES = frozenset("nguyen tran pham hoang huynh phan vu vo dang bui duong".split())
_GENERATIONS = {
    **dict.fromkeys(("den äldre", "d.ä.", "d.ä", "senior", "sr", "sr.", "s:r"), "older"),
    **dict.fromkeys(("den yngre", "d.y.", "d.y", "junior", "jr", "jr.", "j:r"), "younger"),
}
#: A nickname among the names: Karl-Erik ”Kalle” Lund.
_QUOTED = re.compile(r"\s[\"”“'’«»]\w+[\"”“'’«»](?=\s)")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in its parts, folded: lower case, no accents but å ä ö. ``generation`` is ``older``, ``younger`` or none.

    >>> parse_name("Anna-Karin Ek Lund d.y.")
    PersonName(given=('anna', 'karin'), surnames=('ek', 'lund'), generation='younger')
    """

    given: tuple[str, ...]
    surnames: tuple[str, ...]
    generation: str | None = None

    @property
    def form(self) -> str:
        """The name as one key: "anna karin|ek lund#younger"."""
        mark = f"#{self.generation}" if self.generation else ""
        return f"{' '.join(self.given)}|{' '.join(self.surnames)}{mark}"

    @property
    def whole(self) -> bool:
        """Tell whether given name and surname are written out."""
        return bool(self.surnames) and bool(self.given) and not self.initials

    @property
    def completeness(self) -> tuple[bool, bool, int]:
        """Tell how much of the name is said: a given name, more than its initial, how many parts."""
        return bool(self.given), not self.initials, len(self.given) + len(self.surnames)

    @property
    def initials(self) -> bool:
        """Tell whether the given name is an initial: "A. Ek"."""
        return bool(self.given) and all(len(part) == 1 for part in self.given)


@lru_cache(maxsize=200_000)
def parse_name(text: str) -> PersonName:
    """Take a name apart; the last word is the surname, words between are given names or surnames as the lists say."""
    words = _QUOTED.sub(" ", text.replace("–", "-")).split()
    generation = None
    if len(words) > 2 and words[-2].lower() == "den":
        words = [*words[:-2], f"den {words[-1].lower()}"]
    while len(words) > 1 and words[-1].lower() in _GENERATIONS:
        generation = _GENERATIONS[words.pop().lower()]
    if len(words) == 1:
        return _single(words[0], generation)
    if len(words) > 2 and fold(words[0]) in _FIRST_SURNAMES and fold(words[-1]) not in surname_counts():
        words.append(words.pop(0))
    at = 1
    while at < len(words) - 1 and fold(words[at]) not in _PARTICLES and _is_given(words[at]):
        at += 1
    if len(words[0]) == 2 and words[0].isupper():  # PO Ek is P-O Ek
        words[0] = "-".join(words[0])
    given = [fold(part) for word in words[:at] for part in re.split(r"[-.]", word) if part]
    return PersonName(tuple(given), _surnames(words[at:]), generation)


def _single(word: str, generation: str | None) -> PersonName:
    """A single word is a given name where that is what most bearers have, else a surname."""
    known = given_names().get(word)
    bearers = 0 if known is None else known.women + known.men
    if bearers > surname_bearers(fold(word)) or (bearers and fold(word) not in surname_counts()):
        return PersonName((fold(word),), (), generation)
    return PersonName((), _surnames([word]), generation)


def _is_given(word: str) -> bool:
    """Tell whether a word between first and last is another given name: an initial, or commoner as one."""
    if len(word.rstrip(".")) == 1:
        return True
    known = given_names().get(word)
    bearers = 0 if known is None else known.women + known.men
    listed = surname_counts().get(fold(word), 0)
    return bearers > max(listed, 100)


def _surnames(words: list[str]) -> tuple[str, ...]:
    """Return the surnames, a particle kept with what it stands before: "von essen"; a hyphen joins two."""
    found: list[str] = []
    held: list[str] = []
    for word in words:
        if fold(word) in _PARTICLES:
            held.append(fold(word))
            continue
        for part in map(fold, filter(None, word.split("-"))):
            held.append(part)
            if part not in _PARTICLES:  # Al-Khatib is Al Khatib
                found.append(" ".join(held))
                held = []
    return tuple(found or ([" ".join(held)] if held else []))


@cache
def surname_counts() -> dict[str, int]:
    """Return bearers by surname; for those known from lists of people, an estimate from how many there are in them."""
    counts: dict[str, int] = {}
    for name, count, source in read_table("models", "lexicons", "surnames.tsv"):
        bearers = int(count) if source == "scb-top" else min(15_000, 400 + 1_200 * int(count))
        counts[fold(name)] = max(bearers, counts.get(fold(name), 0))
    return counts


@cache
def given_counts() -> dict[str, int]:
    """Return bearers by given name, folded."""
    counts: dict[str, int] = {}
    for name, known in given_names().items():
        counts[fold(name)] = counts.get(fold(name), 0) + known.women + known.men
    for name, known in rare_given_names().items():
        counts.setdefault(fold(name), known.women + known.men)
    return counts


def surname_bearers(surname: str) -> int:
    """Return how many in Sweden are called so, about."""
    return surname_counts().get(surname, _UNLISTED)


@lru_cache(maxsize=200_000)
def bearers(form: str) -> float:
    """Return how many in Sweden may bear a name of this form: the product of its parts' shares of the population.

    >>> round(bearers("anna|andersson")) > 1000
    True
    """
    given, _, rest = form.partition("|")
    surnames = rest.partition("#")[0].split() if rest else []
    among = float(_among(surnames))
    number = among
    for part in given.split():
        count = POPULATION // 20 if len(part) == 1 else max(given_counts().get(part, 0), _UNLISTED_GIVEN)
        number *= min(count / among, 1)
    for surname in surnames:
        number *= min(surname_bearers(surname) / among, 1)
    return number


def _among(surnames: Iterable[str]) -> int:
    """Return among how many people such surnames go with given names as chance has it.

    Mohamed is called Ali more often than Sven is: surnames that are given names, and those of Vietnam, are borne in
    communities (some four hundred thousand people, and some twenty thousand).
    """
    if any(surname in _FIRST_SURNAMES for surname in surnames):
        return 25_000
    own = (given_counts().get(surname, 0) for surname in surnames if surname_bearers(surname) > _UNLISTED)
    return 400_000 if any(count > _AS_GIVEN for count in own) else POPULATION


@lru_cache(maxsize=200_000)
def heard(form: str) -> str:
    """Return a form as it sounds: Ewa Sjölund and Eva Sjölund are heard alike.

    >>> heard("ewa|sjölund") == heard("eva|sjölund")
    True
    """
    given, _, surnames = form.partition("#")[0].partition("|")
    return "|".join(" ".join(sound(part) for part in parts.split()) for parts in (given, surnames))


def bar(form: str) -> int:
    """Return how much evidence (tenths) a name of this form asks for: little for a rare one, much for Anna Andersson."""
    return round(5 + 9.2 * math.log10(1 + bearers(form)))
