"""Where somebody works whose title names no body: the article's only one, or the only kind that has such a title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pipeline.data import read_table
from pipeline.stages.roles.employers import KINDS_OF_NOUNS, Employers
from pipeline.stages.roles.groups import Group
from pipeline.stages.roles.surroundings import Surroundings

#: Titles that somebody has at a body: heads, officers, staff, coaches; not ministers, scholars, mayors.
_BOUND = re.compile(
    r"(chef|ordförande|vd|direktör|rektor|tränare|samordnare|ledare|ansvarig|sekreterare|sköterska|läkare|lärare|"
    r"målvakt|kassör|talesperson|strateg|handläggare|koordinator|kommunikatör|intendent|föreståndare|inspektör|ombud|"
    r"kurator|pedagog|grundare|ägare|styrman|kapten|vaktmästare|receptionist|administratör|utredare|specialist|analytiker|"
    r"manager|officer|befäl|skötare|terapeut|assistent|kantor|kyrkoherde|präst|konsult|ingenjör|tekniker)\b"
)


@cache
def _homes() -> dict[str, tuple[str, ...]]:
    """Return titles to the kinds of body that they are at home in."""
    return {title: tuple(kinds.split()) for title, kinds in read_table("models", "lexicons", "title_bodies.tsv")}


def _home_of(title: str) -> tuple[str, ...]:
    """Return the kinds of body that a title is at home in, by its longest listed ending: *rektor* a school."""
    head = re.split(r" (?:för|i|på|vid|och|inom|av) ", title.lower())[0]
    homes = _homes()
    return next((homes[head[n:]] for n in range(len(head)) if head[n:] in homes), ())


class Workplaces:
    """Finds the body that the article as a whole ties to a title, as a position in `organisations`."""

    def __init__(self, around: Surroundings, employers: Employers) -> None:
        self._employers = employers
        self._organisations = around.organisations
        self._bodies = around.bodies

    def of(self, group: Group) -> int | None:
        """``Ekens förskola stänger. Rektorn Bo Ek beklagar.``: a title that only a body gives, and one body to give it.

        A title that is at home in one kind of body takes the last of that kind; another takes the article's only body, if
        that is named more than once; ministers, politicians and witnesses carry no body of the page's.
        """
        bound = [role for role in group.roles if _BOUND.search(role.normalised.lower())]
        homes = [(role, _home_of(role.normalised)) for role in group.roles]
        at_home = next(((role, kinds) for role, kinds in homes if kinds), None)
        if group.party is not None or (at_home is None and not bound):
            return None
        role = at_home[0] if at_home else bound[0]
        if self._employers.owning_noun(role.start) in KINDS_OF_NOUNS:
            return None  # "avdelningens ordförande": said, but not of a body that is known
        if at_home is not None:
            return self._nearest(at_home[1], role.start)
        every = {n for n, o in enumerate(self._organisations) if o.kind not in ("media", "party", "international")}
        if len(every) != 1:
            return None
        only = every.pop()
        return only if len(self._organisations[only].mentions) > 1 else None

    def _nearest(self, kinds: Sequence[str], at: int) -> int | None:
        """Return the body of these kinds that is named last before, else the only one that is named after."""
        words = tuple(kind[1:] for kind in kinds if kind.startswith("="))
        fitting = [
            (start, n)
            for start, _, n in self._bodies
            if self._organisations[n].kind in kinds or any(w in self._organisations[n].name.lower() for w in words)
        ]
        if not fitting and "company" in kinds:
            fitting = [(start, n) for start, _, n in self._bodies if self._organisations[n].kind == "other"]
        before = [n for start, n in fitting if start < at]
        if before:
            return before[-1]
        after = {n for _, n in fitting}
        return after.pop() if len(after) == 1 else None
