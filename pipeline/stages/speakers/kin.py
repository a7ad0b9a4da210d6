"""Whom a word for a relative means who has been named: *hans fru*, *systern*."""

from __future__ import annotations

import re

from pipeline.stages.speakers.heard import Heard
from pipeline.stages.speakers.persons import People
from pipeline.stages.speakers.pronouns import sex_of
from pipeline.word_sets import word_set

_SPOUSE = re.compile(r"(hans|hennes) (?:fru|hustru|maka|man|make)")
#: Code points before such a word, or *de*, within which the people stand whom the text has named together.
NEAR_ROW = 1500


def spouse_of(phrase: str, at: int, text: str, people: People, heard: Heard) -> int | None:
    """``Makarna Siv och Bo Ek … säger Bo.`` ⏎ ``– …, säger ⟦hans fru⟧.``: of a couple that the text has named as one.

    A position in `people`; ``at`` is the phrase's offset in code points. None where nobody, or more than one, can be meant.
    """
    match = _SPOUSE.fullmatch(phrase)
    last = None if heard.last is None else heard.last.speaker.person
    if match is None or last is None or not people.agrees(last, {"hans": "han", "hennes": "hon"}[match[1]]):
        return None
    row = people.row_before(at)
    before = text[max(0, at - NEAR_ROW) : at].lower()
    if len(row) != len({last, *row}) or last not in row or not re.search(r"\b(?:makarna|paret|gifta)\b", before):
        return None
    others = [n for n in row if n != last]
    return others[0] if len(others) == 1 else None


def kin_of(phrase: str, at: int, people: People, heard: Heard) -> int | None:
    """``– Jag hade ont, säger Bo Ek.`` ⏎ ``– Nej, säger ⟦systern⟧.``: who before has the last speaker's surname and is of that sex.

    A position in `people`; None where nobody, or more than one, can be meant.
    """
    last = None if heard.last is None else heard.last.speaker.person
    sex = sex_of(phrase.lower()) if phrase.lower() in word_set("kin before a given name") else None
    if last is None or sex is None:
        return None
    surname = people.people[last].name.rpartition(" ")[2]
    kin = (
        n
        for n, person in enumerate(people.people)
        if n != last and person.name.endswith(f" {surname}") and min(m.start for m in person.mentions) < at
    )
    meant = [n for n in kin if people.agrees(n, {"f": "hon", "m": "han"}[sex])]
    return meant[0] if len(meant) == 1 else None
