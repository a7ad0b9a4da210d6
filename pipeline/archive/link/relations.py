"""How two names may mean one person: "A. Ek", "Anna Ek", "Anna Ek Lund"; and the keys under which such names meet."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from pipeline.archive.link.names import PersonName, given_counts, surname_counts
from pipeline.stages.names.spelling import as_written, nicknames, sound


@dataclass(frozen=True, slots=True)
class Relation:
    """How two names may mean one person, and how much more evidence that asks for (tenths)."""

    label: str
    extra: int
    #: An incomplete name means somebody only where nobody else fits as well.
    unique: bool = False


SAME = Relation("samma namn", 0)


@lru_cache(maxsize=400_000)
def relation(one: PersonName, other: PersonName) -> Relation | None:
    """Return how two names may mean one person, or none where they cannot.

    >>> relation(parse_name("Anna Ek"), parse_name("Anna Ek Lund")).label
    'dubbelt efternamn'
    >>> relation(parse_name("Anna Ek Holm"), parse_name("Anna Ek Lund")) is None
    True
    """
    if not one.surnames or not other.surnames:
        return None
    if one.generation and other.generation and one.generation != other.generation:
        return None
    given, family = _given_relation(one, other), _surname_relation(one.surnames, other.surnames)
    if given is None or family is None:
        return _one_name_more(one, other)
    unsaid = Relation("yngre eller äldre inte sagt", 15, unique=True) if one.generation != other.generation else SAME
    parts = [part for part in (given, family, unsaid) if part is not SAME]
    if len(parts) == 2 and all(part.label in _SPELT for part in parts):  # Maj-Britt Olovsson, Majbritt Olofsson
        return Relation("annan stavning", sum(part.extra for part in parts))
    if len(parts) > 1:
        return None
    return parts[0] if parts else SAME


def _one_name_more(one: PersonName, other: PersonName) -> Relation | None:
    """Abdirahman Yusuf is Abdirahman Yusuf Ali: the last name is left out, and the one before it looks like a given name."""
    short, long = sorted((one, other), key=lambda name: len(name.given) + len(name.surnames))
    parts, more = (*short.given, *short.surnames), (*long.given, *long.surnames)
    alike = len(parts) > 1 and more[: len(parts)] == parts and one.generation == other.generation
    return Relation("fler namn", 9) if alike and not short.initials else None


#: Ways to write one name, of which a given name and a surname may have one each.
_SPELT = ("annan stavning", "smeknamn")


def _given_relation(one: PersonName, other: PersonName) -> Relation | None:
    a, b = one.given, other.given
    if a == b:
        return SAME
    if not a or not b:
        return Relation("bara efternamn", 15, unique=True)
    if one.initials or other.initials:
        more = (one.initials and len(a) > len(b)) or (
            other.initials and len(b) > len(a)
        )  # P.-A. is Per-Anders, not Per
        agree = not more and all(x[0] == y[0] for x, y in zip(a, b, strict=False))
        return Relation("initial", 6, unique=True) if agree else None
    short, long = sorted((a, b), key=len)
    if "".join(a) == "".join(b):
        return Relation("annan stavning", 5)  # Maj-Britt, Majbritt
    if len(short) < len(long):
        nick = nicknames()
        if len(short) == 1 and short[0] in nick and nick[short[0]] == long[0]:
            return Relation("smeknamn", 8)  # Janne is Jan-Olof
        if not set(short) <= set(long):
            return None
        if short[0] == long[0]:
            return Relation("fler förnamn", 9)
        return Relation("tilltalsnamn", 9) if short == long[-1:] else None  # Thi Lan is Lan, Karl Erik is Erik
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(pairs) > 1:
        return None
    x, y = pairs[0]
    if as_written(x) == as_written(y):
        return Relation("annan stavning", 6)
    if sound(x) == sound(y):
        return Relation("smeknamn", 5)
    if _by_vowels(x) == _by_vowels(y):
        return Relation("annan stavning", 12)  # Emelie and Emilie, Iryna and Irina
    both_known = min(given_counts().get(x, 0), given_counts().get(y, 0)) > 50
    long_enough = min(len(x), len(y)) >= 5
    return Relation("en bokstav skiljer", 15) if long_enough and not both_known and one_letter_apart(x, y) else None


def _by_vowels(given: str) -> str:
    """Return a given name of five letters or more with e, i and y as one; shorter ones as they are: Eva is not Iva."""
    return as_written(given).translate(_VOWELS) if len(given) >= 5 else given


_VOWELS = str.maketrans("ey", "ii")


def _surname_relation(a: tuple[str, ...], b: tuple[str, ...]) -> Relation | None:
    if a == b:
        return SAME
    short, long = sorted((a, b), key=len)
    if set(short) <= set(long):
        return Relation("dubbelt efternamn", 10)
    if len(a) != len(b):
        return None
    pairs = [(x, y) for x, y in zip(a, b, strict=True) if x != y]
    if len(pairs) > 1:
        return None
    x, y = pairs[0]
    if sound(x) == sound(y) or x.rpartition(" ")[2] == y.rpartition(" ")[2]:  # af Rantzow, Rantzow
        return Relation("annan stavning", 6)
    counts = surname_counts()
    both_known = x in counts and y in counts
    long_enough = min(len(x), len(y)) >= 5
    return Relation("en bokstav skiljer", 15) if long_enough and not both_known and one_letter_apart(x, y) else None


def one_letter_apart(a: str, b: str) -> bool:
    """Tell whether one letter put in, left out, changed, or swapped with its neighbour makes one word the other."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    left, right = a[start : len(a) - end], b[start : len(b) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])


def keys(name: PersonName) -> tuple[list[str], list[str]]:
    """Return the keys under which a form of a name is filed, and those under which its kin may be.

    Every pair that :func:`relation` allows meets under some key; names that share none are never compared.
    """
    filed: set[str] = set()
    sought: set[str] = set()
    bare = (part.rpartition(" ")[2] for part in name.surnames)
    inner = name.given[1:] if name.surnames else ()  # what looks like a given name may be the surname elsewhere
    for family in dict.fromkeys((*name.surnames, *bare, *inner)):
        heard = sound(family)
        if not name.given:
            filed.add(f"only|{heard}")
            sought.add(f"whole|{heard}")
            continue
        first = sound(name.given[0])
        if name.initials:
            filed.add(f"initial|{name.given[0]}|{heard}")
            sought.add(f"letter|{name.given[0]}|{heard}")
            continue
        filed |= {f"same|{first}|{heard}", f"letter|{name.given[0][0]}|{heard}", f"whole|{heard}"}
        sought |= {f"same|{first}|{heard}", f"initial|{name.given[0][0]}|{heard}", f"only|{heard}"}
        near = set()
        if len(family) >= 5:
            near |= {f"begin|{name.given[0]}|{family[:3]}", f"end|{name.given[0]}|{family[-3:]}"}
        if len(name.given[0]) >= 5:
            near |= {f"vowels|{_by_vowels(name.given[0])}|{heard}", f"written|{as_written(name.given[0])}|{heard}"}
            near |= {f"given begin|{name.given[0][:3]}|{family}", f"given end|{name.given[0][-3:]}|{family}"}
        near |= {f"called|{name.given[-1]}|{family}", f"joined|{''.join(name.given)}|{heard}"}
        filed |= near
        sought |= near
    return sorted(filed), sorted(sought)
