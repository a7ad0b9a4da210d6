"""Mail addresses that spell somebody: ``bo.ek``, ``boe``, ``b.ek`` are Bo Ek's wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.article import Email, Person
from pipeline.stages.names.lists import given_names
from pipeline.stages.names.spelling import as_in_addresses
from pipeline.stages.owners.lines import Lines
from pipeline.word_sets import word_set

_SHARED = word_set("shared mailboxes")
#: What begins the name of a mailbox that a desk answers: *pressinformation*, *kundservicealvsund*.
_DESK = re.compile(r"(?:press|media|kundtjanst|kundservice|kommunikation|redaktion)[a-z]{4,}\Z")


def is_shared(local: str) -> bool:
    """Tell a mailbox of a desk from somebody's own: *info*, *press.alvsund*, *pressinformation*."""
    plain = as_in_addresses(local)
    return plain in _SHARED or bool(set(re.split(r"[._-]", plain)) & _SHARED) or _DESK.match(plain) is not None


def local_part(email: Email) -> str:
    """Return what stands before the @, without what stands behind a plus sign: ``bo.ek+press@…`` → *bo.ek*."""
    return re.sub(r"\+.*", "", email.address.partition("@")[0])


def spelt_lines(lines: Lines, emails: Sequence[Email], people: Sequence[Person]) -> dict[int, int]:
    """Return whom the one address on a line spells, by line: ``bo.ek@alvsund.exempel`` is Bo Ek's line."""
    spelt: dict[int, set[int | None]] = {}
    for email in emails:
        whose = whom_it_spells(email, people)
        spelt.setdefault(lines.at(email.start), set()).add(whose[0] if len(whose) == 1 else None)
    return {n: who for n, whose in spelt.items() if len(whose) == 1 and (who := min(whose, key=str)) is not None}


def whom_it_spells(email: Email, people: Sequence[Person]) -> list[int]:
    """Return the people whose names an address spells, by their positions."""
    local = local_part(email)
    return [who for who, person in enumerate(people) if _spells(local, person.name)]


def _spells(local: str, name: str) -> bool:
    """Whether the part before the @ spells a person's name: 'asa.oberg', 'asao', 'a.oberg', 'oberg', 'asa'."""
    words = [word for word in re.split(r"[\s-]+", as_in_addresses(name)) if word.isalpha()]
    parts = [part for part in re.split(r"[._-]+|\d+", as_in_addresses(local)) if part]
    if not words or not parts:
        return False
    first, last = words[0], words[-1]
    joined = "".join(parts)
    if len(words) == 1:
        return joined == first
    if len(parts) >= 2:
        return (parts[0] == first or (len(parts[0]) == 1 and first.startswith(parts[0]))) and (
            parts[-1] in words[1:] or "".join(parts[1:]) == "".join(words[1:])
        )
    return joined in {
        first,
        last,
        first + last,
        "".join(words),
        first[0] + last,
        first + last[0],
        last + first,
        last + first[0],
        first[:3] + last[:3],
    }


def spells_another(local: str, name: str) -> bool:
    """Whether the part before the @ is a given name and one more word, neither of them the person's: 'kim.rask'."""
    parts = [part for part in re.split(r"[._-]+", as_in_addresses(local)) if part]
    if len(parts) < 2 or not all(part.isalpha() and len(part) > 1 for part in parts):
        return False
    words = set(re.split(r"[\s-]+", as_in_addresses(name)))
    return parts[0] in _given() and not words.intersection(parts)


@cache
def _given() -> frozenset[str]:
    return frozenset(as_in_addresses(name) for name in given_names())
