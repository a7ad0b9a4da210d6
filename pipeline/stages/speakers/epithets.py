"""Words for somebody whom the text has named: *mittbacken*, *24-åringen*, *tvåbarnsmamman*, *bodabon*."""

from __future__ import annotations

import re
from collections.abc import Collection

from pipeline.article import Person, Span
from pipeline.stages.quotes.agents import head_of
from pipeline.stages.speakers.persons import People
from pipeline.word_sets import word_set

_FORMS = re.compile(
    r"(?:(?P<age>\d{1,3})-åringen|[a-zåäö]+barns(?P<parent>mamman|pappan|modern|fadern)|[a-zåäö]{3,}bon|[a-zåäö]{4,}borgaren)"
)
#: Code points, and people and their mentions, that are looked back over.
_FAR, _MANY = 10_000, 12
_SEXES = {"mamman": "f", "modern": "f", "pappan": "m", "fadern": "m"}


def is_epithet(phrase: str) -> bool:
    """Tell a definite noun that stands for somebody already named and is no office: *den 24-årige mittbacken*."""
    noun = head_of(phrase.lower())
    return noun in word_set("epithets") or _FORMS.fullmatch(noun) is not None


def definite_of(phrase: str) -> str | None:
    """Return the definite noun of somebody already told of, described by how they sound; None of any other phrase.

    >>> definite_of("en märkbart besviken silvermedaljör"), definite_of("en nöjd tränare"), definite_of("en tränare")
    ('silvermedaljören', 'tränaren', None)
    """
    first, *rest = phrase.split()
    if first.lower() != "en" or len(rest) < _DESCRIBED or rest[-2].lower() not in word_set("how somebody sounds"):
        return None
    noun = rest[-1].lower()
    return noun + ("n" if noun.endswith(("e", "a", "are")) else "en")


#: Words behind *en*: how they sound, and what they are.
_DESCRIBED = 2


def whom_it_means(phrase: str, at: int, text: str, people: People, near: Collection[int]) -> int | None:
    """Return the person that an epithet before offset ``at`` means, of those who are ``near``; None where it is open.

    ``Lisa Sten, 34, har startat eget.`` ⏎ ``– Jag ville det, säger ⟦34-åringen⟧.`` Nobody is meant where the text tells
    of somebody unnamed with the same word ("en 34-åring"), and nobody who has an office of his or her own.
    """
    noun = head_of(phrase.lower())
    before = text[max(0, at - _FAR) : at]
    if re.search(rf"\ben (?:[\w-]+ )?{re.escape(_indefinite(noun))}\b", before, re.IGNORECASE):
        return None
    match = _FORMS.fullmatch(noun)
    if match is not None and match["age"]:
        around = [seen.person for seen in people.before(at, _MANY)]
        aged = [n for n in around if _has_age(match["age"], text, people.people[n].mentions[:_MANY])]
        if aged:
            return aged[0] if len(aged) == 1 else None
    sex = _SEXES.get(match["parent"] or "") if match is not None else None
    meant = [n for n in near if not _has_office(people.people[n]) and (sex is None or people.has_sex(n, sex))]
    return meant[0] if len(meant) == 1 and (sex is not None or len(near) == 1) else None


def _has_office(person: Person) -> bool:
    """Tell whether somebody has a title that is no epithet itself: *rektorn*, not *inhopparen*."""
    return any(role.text.lower() not in word_set("epithets") for role in person.roles)


def _indefinite(noun: str) -> str:
    """Return the form behind *en*: *mittback*, *34-åring*, *bodabo*, *löpare*."""
    if noun.endswith(("bon", "aren", "maren")):
        return noun[:-1]
    return noun[:-2] if noun.endswith(("en", "an")) else noun[:-1]


def _has_age(age: str, text: str, mentions: tuple[Span, ...]) -> bool:
    """``Lisa Sten, 34``, ``Lisa Sten (34)``, ``34-åriga Lisa Sten``."""
    return any(
        re.match(rf"(?:, | \(){age}\b", text[m.end : m.end + 8])
        or re.search(rf"\b{age}-årig[ae] (?:[\w-]+ )?\Z", text[max(0, m.start - 40) : m.start])
        for m in mentions
    )
