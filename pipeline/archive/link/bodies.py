"""Names of bodies: one key for all forms of a known one, how much a shared name tells, and acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from pipeline.archive.link.relations import SAME, Relation
from pipeline.data import read_table
from pipeline.stages.names.lists import bodies as known_bodies
from pipeline.stages.names.spelling import fold
from pipeline.stages.roles.bodies import kind_of

_LEGAL = re.compile(r"^ab\s+|\s+(?:ab|\(publ\)|publ|hb|kb|ek\.? ?för\.?|ekonomisk förening|ideell förening)$")
_HOMES = re.compile(r"^(?P<town>[\w -]+?)s?\s+(?:kommun|stad|kommuns|stads)$")
#: Ends of words whose beginning is a town or a district.
_OF_A_TOWN = re.compile(r"(?<=\w{3})s?(?:partiet|bladet|posten|kuriren|bygden|bostäder|nytt)$")
#: Kinds whose bodies have many people, in one place.
_LARGE = frozenset(("municipality", "region", "county_board", "hospital", "university", "court"))
#: Kinds that stand in articles from all over the country.
_NATIONAL = frozenset(("authority", "party", "union", "media", "international"))


@lru_cache(maxsize=200_000)
def canonical(name: str) -> str:
    """Return one key for the forms of a body's name: the official name of a known one, else without "AB".

    >>> canonical("AB Nordvind Energi") == canonical("Nordvind Energi AB")
    True
    """
    known = known_bodies().get(" ".join(name.split()))
    plain = fold(" ".join((known.name if known else name).split())).replace("”", "").replace('"', "")
    for _ in range(2):
        plain = _LEGAL.sub("", plain).strip(" ,") or plain
    return plain


def forms(name: str, aliases: Iterable[str]) -> list[str]:
    """Return the keys of a name and of its other forms in the article, those that could mean anything left out."""
    found = dict.fromkeys(canonical(form) for form in (name, *aliases))
    return [form for form in found if not is_bare(form)]


@cache
def _rows() -> tuple[frozenset[str], frozenset[str], tuple[str, ...], frozenset[str]]:
    rows = read_table("models", "lexicons", "link_bodies.tsv")
    never = frozenset(fold(name) for name, how in rows if how == "never")
    common = [fold(name) for name, how in rows if how == "common"]
    anywhere = frozenset(fold(name) for name, how in rows if how == "anywhere")
    return never, frozenset(n for n in common if n[0] != "-"), tuple(n[1:] for n in common if n[0] == "-"), anywhere


def is_bare(name: str) -> bool:
    """Tell whether a name means another body in every article: *Kommunen*, *Klubben*."""
    never = _rows()[0]
    plain = name.partition("@")[0]
    return plain in never or plain.removesuffix("s") in never


@lru_cache(maxsize=200_000)
def is_common(name: str) -> bool:
    """Tell whether many towns have a body of this name: *Centralskolan*, *Tekniska nämnden*, *IFK*, any acronym."""
    _, whole, endings, _ = _rows()
    if name in whole:
        return True
    if known_official(name) or " " in name:
        return False
    definite = name.endswith(("et", "en", "na")) and kind_of(_written(name)) != "media"
    return definite or name.endswith(endings) or len(name) <= 4


@lru_cache(maxsize=200_000)
def is_place(name: str) -> bool:
    """Tell whether a body's name is a bare place name: "Granvik" that votes, builds or plays."""
    return " " not in name and not is_bare(name) and kind_of(_written(name)) == "other" and not is_common(name)


@cache
def _official() -> frozenset[str]:
    return frozenset(fold(body.name) for body in known_bodies().values())


def known_official(name: str) -> bool:
    """Tell whether a key is that of a body in the lists."""
    return name in _official()


@lru_cache(maxsize=200_000)
def weight(name: str, *, tied: bool) -> int:
    """Return what it tells (tenths) that two articles name a body, as the person's own or beside the person."""
    kind = kind_of(_written(name))
    national = kind in _NATIONAL and (kind != "authority" or known_official(name) or " " not in name)
    if not tied:
        return 2 if national or kind in ("municipality", "region") else 6
    if national or is_common(name):
        return 10
    return 15 if kind in _LARGE else 20


@cache
def _officials_by_key() -> dict[str, str]:
    return {fold(body.name): body.name for body in known_bodies().values()}


def _written(name: str) -> str:
    return _officials_by_key().get(name, name)


def bar(form: str) -> int:
    """Return how much evidence (tenths) a body's name asks for: the name is enough where no other body has it."""
    return 35 if is_common(form) else 10


@lru_cache(maxsize=200_000)
def _home_of_name(name: str) -> str | None:
    match = _HOMES.match(name)
    return match["town"].strip() if match else None


def home(name: str, places: Iterable[str]) -> str | None:
    """Return the place that a body's name holds: "alvsunds kommun", "sjöviks if" where the article names Sjövik."""
    town = _home_of_name(name)
    if town:
        return next((p for p in places if p in (town, town + "s")), town)
    return next((p for p in places if name.startswith((f"{p} ", f"{p}s "))), None)


@lru_cache(maxsize=200_000)
def beginning(name: str) -> str | None:
    """Return the first word of a longer name, which is mostly a town's: "häradsbro energi", "häradsbropartiet".

    A word that begins names all over the country says nothing: "svenska kyrkan".
    """
    first, mark, _ = _OF_A_TOWN.sub(" ", name.replace("-", " ")).partition(" ")
    return first.removesuffix("s") if mark and len(first) > 3 and first not in _rows()[3] else None


@cache
def counties() -> dict[str, str]:
    """Return the county of each municipality's place, as :func:`beginning` gives it: "borlänge" is in "dalarnas län"."""
    rows = read_table("models", "lexicons", "municipalities.tsv")
    return {fold(place).removesuffix("s"): fold(county) for _, place, _, county in rows}


def initials(name: str) -> str | None:
    """Return the acronym that a long name makes: "Alvsunds fotbollsklubb" is "afk" through its parts, else first letters."""
    words = [w for w in re.split(r"[\s-]+", name) if w not in ("i", "och", "för", "av", "på", "&")]
    return "".join(w[0] for w in words) if len(words) >= 2 else None


def relation(one: str, other: str) -> Relation | None:
    """Return how two keys of bodies may mean one: an acronym and its long name, a short form; none where they cannot."""
    if one == other:
        return SAME
    short, long = sorted((one, other), key=len)
    if initials(long) == short and 2 <= len(short) <= 6:
        return Relation("förkortning", 10, unique=True)
    if len(short) <= 6 and " " not in short:
        return Relation("annat namn i texten", 15, unique=True)
    if long.startswith(short + " ") and not known_official(short):
        return Relation("kortform", 15, unique=True)
    return None


def keys(form: str, aliases: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the keys under which a body is filed and sought: its name, its acronym, its first word, its other names."""
    if is_bare(form):
        return [], []
    found = {f"body|{form}", *(f"body|{alias}" for alias in aliases)}
    short = initials(form)
    if short and 2 <= len(short) <= 6:
        found.add(f"body|{short}")
    first, _, rest = form.partition(" ")
    if rest and len(first) >= 5:
        found.add(f"body|{first}")
    return sorted(found), sorted(found)
