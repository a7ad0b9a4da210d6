"""The name lists: who is usually called what, and which bodies are known."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from pipeline.article import OrganisationKind
from pipeline.data import read_table

#: A given name with this many bearers is one; rarer ones are often surnames or words.
_BEARERS = 20


@dataclass(frozen=True, slots=True)
class GivenName:
    """Bearers in Sweden by sex."""

    women: int
    men: int

    @property
    def gender(self) -> str:
        """``f`` or ``m`` where at least nine in ten are, else the empty string."""
        total = self.women + self.men
        if total and self.women >= 0.9 * total:
            return "f"
        return "m" if total and self.men >= 0.9 * total else ""


@cache
def given_names() -> dict[str, GivenName]:
    """Return given names with their bearers."""
    rows = read_table("models", "lexicons", "given_names.tsv")
    return {name: GivenName(int(women), int(men)) for name, women, men in rows}


@cache
def rare_given_names() -> dict[str, GivenName]:
    """Return given names with few bearers, which rules take for names only where something else says so."""
    rows = read_table("models", "lexicons", "rare_given_names.tsv")
    return {name: GivenName(int(women), int(men)) for name, women, men in rows}


@cache
def surnames() -> frozenset[str]:
    """Return surnames."""
    return frozenset(row[0] for row in read_table("models", "lexicons", "surnames.tsv"))


@cache
def party_letters() -> dict[str, str]:
    """Return what stands in brackets behind a politician, upper case, to the party's name."""
    return {row[0]: row[1] for row in read_table("models", "lexicons", "parties.tsv")}


@cache
def party_members() -> dict[str, str]:
    """Return "moderaten" and "moderater" to the party's letters."""
    return {word: row[0] for row in read_table("models", "lexicons", "parties.tsv") for word in row[2:4] if word}


@dataclass(frozen=True, slots=True)
class Body:
    """A known body: its official name, kind and code."""

    name: str
    kind: OrganisationKind
    ref: str | None


@cache
def bodies() -> dict[str, Body]:
    """Return known bodies by every form of their name, as written; official names win over short forms."""
    table: dict[str, Body] = {}
    short: dict[str, Body] = {}

    def put(name: str, kind: OrganisationKind, ref: str | None, forms: str) -> None:
        body = Body(name, kind, ref or None)
        table.setdefault(name, body)
        for form in forms.split("|"):
            if len(form) > 1:
                short.setdefault(form, body)

    for row in read_table("models", "lexicons", "regions.tsv"):
        put(row[0], "region", row[1], "")
        put(row[3], "county_board", row[1], f"Länsstyrelsen {row[2]}|Länsstyrelsen i {row[2]}")
    for row in read_table("models", "lexicons", "municipalities.tsv"):
        put(row[0], "municipality", row[2], "")
    for row in read_table("models", "lexicons", "universities.tsv"):
        put(row[0], "university", None, row[1] if len(row) > 1 else "")
    for row in read_table("models", "lexicons", "authorities.tsv"):
        put(row[0], _authority_kind(row[0]), row[2] if len(row) > 2 else None, row[1] if len(row) > 1 else "")
    for row in read_table("models", "lexicons", "parties.tsv"):
        put(row[1], "party", None, "")
    for row in read_table("models", "lexicons", "media.tsv"):
        put(row[0], "media", None, row[1] if len(row) > 1 else "")
    for table_name in ("federations.tsv", "well_known.tsv"):
        for name, forms, kind in read_table("models", "lexicons", table_name):
            known = table.pop(name, None)  # the lists of authorities have numbers, and no kinds
            put(name, cast("OrganisationKind", kind), known.ref if known is not None else None, forms)
    return {**short, **table}


@cache
def well_known() -> frozenset[str]:
    """Return the names and short forms that mean a body wherever they stand: *Klarna*, *Espresso House*."""
    rows = read_table("models", "lexicons", "well_known.tsv")
    return frozenset(form for name, forms, _ in rows for form in (name, *forms.split("|")) if form)


#: State universities, which the register of authorities has too: *Mälardalens högskola*, *Högskolan i Borås*.
_ACADEMY = re.compile(r"(?:[\w.-]+ ){0,3}\w*(?:universitet|högskola)(?:et|n)?(?: (?:i |på )?\w+)?")


def _authority_kind(name: str) -> OrganisationKind:
    low = name.lower()
    if low.endswith(("rätt", "rätten", "domstol", "domstolen")):
        return "court"
    if name.startswith("Länsstyrelsen"):
        return "county_board"
    if _ACADEMY.fullmatch(low) and " för " not in low and " av " not in low:
        return "university"
    if low.endswith("radion"):
        return "media"
    if low == "svenska kyrkan":
        return "parish"
    return "international" if low.startswith(("eu-", "europe")) else "authority"


@cache
def places() -> frozenset[str]:
    """Return place names."""
    return frozenset(row[0] for row in read_table("models", "lexicons", "places.tsv"))
