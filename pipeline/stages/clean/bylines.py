"""Lines that name who wrote the text: "Text: Hedvig Lans", "Av Hedvig Lans och Bo Ek", "Hedvig Lans, reporter"."""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.stages.clean.dates import day_line
from pipeline.stages.clean.labels import SPACES, bare, is_name, is_name_shaped, opens, phrase_set

#: As Swedish, Danish and English papers write it.
_BY = frozenset(["av ", "af ", "by "])
#: Labels of a byline that stand without the name.
_NO_NAMES = frozenset(
    ["av", "af", "by", "text", "tekst", "foto", "text och foto", "skribent", "reporter", "journalist"]
)
_FROM_DIGIT = re.compile(r"[(+]?\d.*", re.DOTALL)
#: No row of names is longer, with what stands around them.
_LONGEST_BYLINE = 300
_LONGEST_LINE = 90
#: Between two names, or a name and a job.
_APART = re.compile(r"\s{0,3}(?:[,/+&]|\b(?:och|samt|og|ja)\b)\s{0,3}")
_BRACKETS = re.compile(r"\s?\(([^()]{1,30})\)")
_CREDIT = re.compile(r"[,./ ]{1,3}(?:foto|bild)(?:graf)?\b.*", re.IGNORECASE)
_MOST_WORDS_OF_A_JOB = 5


def is_byline(line: str) -> bool:
    """Tell whether the line names the writer: ``Text: Hedvig Lans``, ``Av Hedvig Lans``, ``/Hedvig Lans``."""
    stripped = line.strip(SPACES + "_*")
    if len(stripped) > _LONGEST_LINE:
        return False
    opening = opens(stripped, "byline_opening")
    if opening is not None:
        return not opening.endswith(" ") or _are_names(stripped[len(opening) :])
    if stripped[:1] == "/" and stripped[1:2].isupper() and len(stripped) < 60 and stripped.split()[-1][:1].isupper():
        return not stripped.endswith((".", "?", "!", ":")) or is_name(stripped[1:])
    if stripped[:3].lower() in _BY:
        return _are_names(stripped[3:])
    return stripped[:1] == "/" and (
        is_name(stripped[1:]) or (len(stripped) < 30 and stripped[1:2].isupper() and " " not in stripped)
    )


def is_signature(line: str) -> bool:
    """Tell whether the line is a name with a job or an agency, as over or under a text: ``Hedvig Lans, TT``.

    In a text it may be one of a row of people.
    """
    if len(line) > _LONGEST_LINE or not any(sign in line for sign in ",/("):
        return False
    parts = _APART.split(_BRACKETS.sub(r", \1", line.strip(SPACES + "_*")))
    return len(parts) > 1 and is_name(parts[0]) and all(is_name(part) or is_job(part) for part in parts[1:])


def is_dated_name(line: str) -> bool:
    """Tell a name with a day behind it and nothing else: ``Hedvig Lans 5 mars 2024``, ``Hedvig Lans | 2024-03-05 10.15``."""
    at = _FROM_DIGIT.search(line) if len(line) <= _LONGEST_LINE else None
    return at is not None and is_name(line[: at.start()].strip(SPACES + ",|•∙·–-")) and day_line(at[0]) is not None


@lru_cache(maxsize=1024)
def is_job(line: str) -> bool:
    """Tell what a writer is, or writes for: ``Politisk reporter``, ``Krönikör``, ``TT``; of a line or a part of it."""
    words = bare(line).split()
    if not 0 < len(words) <= _MOST_WORDS_OF_A_JOB:
        return False
    jobs = phrase_set("byline_job")
    return " ".join(words) in jobs or words[0] in jobs or words[-1] in jobs


def _are_names(text: str) -> bool:
    """Tell one or several names, with jobs, credits and numbers behind them, and nothing else."""
    text = _FROM_DIGIT.sub("", _CREDIT.sub("", _BRACKETS.sub("", text))).strip(SPACES + ",:")
    first, *rest = _APART.split(text)
    return is_name(first) and all(is_name(part) or is_job(part) for part in rest)


def byline_names(line: str) -> str | None:
    """Return the names in a byline: "Maja Lans" for "Text: Maja Lans Foto: Bo Ek"; null where no person is named."""
    names = _without_label(line)
    for mark in ("Foto", "FOTO", "foto:", "Bild:", "@", "\t"):
        at = names.find(mark)
        if at >= 0 and mark == "@":
            at = names.rfind(" ", 0, at) + 1
        names = names[:at] if at >= 0 else names
    before_digit = _FROM_DIGIT.sub("", names)
    if len(before_digit) > _LONGEST_BYLINE:
        return None
    names = _without_day(before_digit) if before_digit != names else names
    names = _without_jobs(_without_job(names.strip(SPACES + ",;:|•∙–—-/&\n")).replace("\n", ", "))
    if names.endswith(".") and is_name_shaped(names) and len(names.rpartition(" ")[2]) > _LONGEST_INITIAL:
        names = names[:-1]
    return names if 0 < len(names) <= 90 and names[:1].isupper() and bare(names) not in _NO_NAMES else None


_LONGEST_INITIAL = 2


#: What leads to a day: "Maja Lans ⟦den⟧", "Maja Lans ⟦Uppdaterad november⟧"; months in full and in short.
_BEFORE_DAY = frozenset(
    """den kl klockan on updated published uppdaterad publicerad publisert publiceret oppdatert opdateret
    januari februari mars april maj juni juli augusti september oktober november december
    januar februar marts mai august october january february march may june july
    jan feb mar apr jun jul aug sep sept okt oct nov dec des""".split()
)
_LAST_WORD = re.compile(r"[ \u00a0|,–-]([^ \u00a0|,–-]+)[ \u00a0|,.–-]{0,20}$")


def _without_day(names: str) -> str:
    """Return what stands before the words that lead to a day: "Maja Lans" for "Maja Lans, uppdaterad november"."""
    while (last := _LAST_WORD.search(names)) is not None and last[1].rstrip(".").lower() in _BEFORE_DAY:
        names = names[: last.start()]
    return names


_BETWEEN = re.compile(r"[ \u00a0]+[–|-][ \u00a0]+")


def _without_job(names: str) -> str:
    """Return the name before what somebody is: "Maja Lans – journalist", "Maja Lans för Alvsunds-Posten"."""
    writer, _, paper = names.partition(" för ")
    if paper and is_name_shaped(writer):
        return writer
    first, *rest = _BETWEEN.split(names, maxsplit=1)
    return first if rest and is_name_shaped(first) and not is_name_shaped(rest[0]) else names


def _without_jobs(names: str) -> str:
    """Return the names without jobs and agencies: "Maja Lans" for "Maja Lans, TT", "Maja Lans (text)", "Maja Lans, lärare"."""
    if names.rpartition(" ")[2].lower() not in phrase_set("byline_job") and is_name_shaped(names):
        return names
    bare_names = _BRACKETS.sub("", names).strip(SPACES)
    parts = _APART.split(bare_names)
    named = [_without_last_job(part) for part in parts]
    people = [name for name in named if name and not is_job(name) and not name[0].islower()]
    return ", ".join(people) if people != parts and people[:1] == named[:1] else bare_names


def _without_last_job(part: str) -> str:
    name, _, last = part.strip(SPACES).rpartition(" ")
    if last.lower() not in phrase_set("byline_job"):
        return part
    person, _, kind = name.rpartition(" ")
    name = person if kind.lower() in phrase_set("kind_of_job") else name
    return name if is_name_shaped(name) else part


def _without_label(line: str) -> str:
    stripped = line.strip(SPACES + "_*/")
    opening = opens(stripped, "byline_opening")
    if opening is None and stripped[:3].lower() in _BY:
        opening = stripped[:3]
    if opening is None and stripped.startswith("Om ") and is_name_shaped(stripped[3:]):
        # A box about the writer.
        opening = "Om "
    return stripped[len(opening) :].strip(SPACES + ":") if opening else stripped
