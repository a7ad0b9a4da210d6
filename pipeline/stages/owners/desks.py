"""Numbers of desks, which are no person's: "Pressjouren", "Ring vår akuttelefon", a body at the head of the line."""

from __future__ import annotations

import re

from pipeline.stages.owners.lines import LONGEST_CONTACT_LINE, REACH, Lines, Mentions
from pipeline.word_sets import word_set

_DESKS = word_set("desks")
#: Desks for the press that belong to the sender where their line names nobody: "⟦Pressjouren⟧, 08-465 004 12".
_SENDERS_DESKS = word_set("desks of the sender")
#: What a desk's telephone is called after it: "akuttelefonen", "jakttelefonen", "pastorsexpeditionen", "tipslinjen".
_OF_A_DESK = re.compile(
    r"(?<!mobil)(?<!direkt)(?<!hem)(?<!arbets)(?<!kontakt)(?<!tjänste)(?<=[a-zåäö]{3})"
    r"(?:telefon|telefonen|linjen|jouren|expeditionen|receptionen)\Z"
)


#: "Direktnummer för media", "Telefonnummer till pressen".
_FOR_MEDIA = re.compile(
    r"\b(?:direkt|telefon|journalist|press)?(?:nummer|numret|telefon|linje)(?: som är)? (?:för|till) (?:media|medier(?:na)?|press(?:en)?|journalister)\b"
)


def names_desk(words: str) -> bool:
    """Tell words that a desk is among: "Pressjouren", "Ring vår akuttelefon"."""
    if _FOR_MEDIA.search(words.lower()):
        return True
    return any(word in _DESKS or _OF_A_DESK.search(word) is not None for word in re.findall(r"\w+", words.lower()))


def of_a_desk(lines: Lines, start: int, bodies: Mentions) -> bool:
    """Whether the number's own line says whose it is, and it is no person: 'Pressjouren: …', 'Region Exempel: …'."""
    line_start, line_end = lines.spans[lines.at(start)]
    before = lines.text[max(line_start, start - REACH) : start]
    if names_desk(between_numbers(before)):
        return True
    own = bodies.inside(max(line_start, start - REACH), start)
    if not own or line_end - line_start > LONGEST_CONTACT_LINE:
        return False
    opening = lines.text[line_start : own[0].start]
    return len(opening) <= 12 or opening.rstrip(" \u00a0").endswith(":")  # "Certified Adviser: Trygg AB"


def of_senders_desk(lines: Lines, start: int, bodies: Mentions) -> bool:
    """Whether the number's line begins with a press desk and names no body: "⟦Pressjouren⟧, 08-465 004 12"."""
    line_start, _ = lines.spans[lines.at(start)]
    before = lines.text[max(line_start, start - REACH) : start]
    word = re.match(r"\W*(\w+)\W*(?:tel(?:efon)?\W*)?$", before.lower())
    desk = (word is not None and word[1] in _SENDERS_DESKS) or _FOR_MEDIA.match(before.lower().lstrip()) is not None
    return desk and not bodies.inside(line_start, start)


def between_numbers(before: str) -> str:
    """Return the words since the number before on the same line, without that one's own: "08-465 004 12 (växel), ⟦direkt⟧"."""
    return re.sub(r"^\([^)]*\)", "", re.split(r"\d[,;.]? ", before)[-1])
