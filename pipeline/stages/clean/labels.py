"""What the words of a line say about its kind: ``Foto: Rut Sandell`` is a caption, ``Annons`` is no text."""

from __future__ import annotations

import re
from functools import cache

from pipeline.data import read_table

DASHES = "-–—―‒−"
PHONE = re.compile(r"(?<![\d/.-])(?:\+\s?46|0046|0\d|\(0\d{1,3}\))[\d ()/\u00a0\u2009\u202f–-]{5,18}\d(?![\d-])")
MAIL = re.compile(r"\S@\S|\(at\)|\[a\]|\bsnabela\b", re.I)
# A speech dash opens a block before a letter, a mark or, after a space, a digit: "–5 grader" is a temperature.
_SPEECH = re.compile(
    rf"[_*\s]{{0,4}}[{DASHES}](?:[ \u00a0\u2009]{{0,3}}[^\W\d_]|[ \u00a0\u2009]{{0,3}}[\"”“»«'’(…]|[ \u00a0\u2009]\d)"
)
_BULLET = re.compile(r"\s{0,4}(?:[•·∙▪◦●○■□‣⁃*►]\s?|\d{1,2}[.)]\s+|[a-h][.)]\s+)\S")
_RULE = re.compile(r"\s*([-_=*~.])\1{4,}\s*")
_NAME = re.compile(
    r"[A-ZÅÄÖÉÜ][\w'’-]*(?:[ \u00a0](?:(?:af|av|von|de|la|van|der|al|el)[ \u00a0])?[A-ZÅÄÖÉÜ][\w'’.-]*){1,3}"
)
_CREDIT = re.compile(r"\b(?:foto|fotograf|bild|illustration)\s?[:/]\s?[^.!?\n]{2,60}\.?$", re.I)
_FINAL = re.compile(r"[.!…:;,][\"”»'’)_*]{0,3}\s*$")


@cache
def _labels() -> tuple[dict[str, str], dict[str, list[tuple[str, str]]], list[tuple[str, str]], dict[str, str]]:
    whole: dict[str, str] = {}
    start: dict[str, list[tuple[str, str]]] = {}
    has: list[tuple[str, str]] = []
    colon: dict[str, str] = {}
    for label, how, words in read_table("models", "lexicons", "page_labels.tsv"):
        if how == "whole":
            whole[words] = label
        elif how == "start":
            start.setdefault(words.split(" ")[0].rstrip(":,"), []).append((words, label))
        elif how == "colon":
            colon[words] = label
        else:
            has.append((words, label))
    for found in start.values():
        found.sort(key=lambda row: -len(row[0]))
    return whole, start, has, colon


_FIRST = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def label_of(line: str) -> str | None:
    """Return the label that the wording of a line gives it, from ``page_labels.tsv``, or null.

    ``label_of("För mer information, kontakta:")`` is ``"contact"``, ``label_of("Annons")`` is ``"advert"``.
    """
    head = line[:100].strip(" \u00a0\t_*|•∙").lower()
    whole, start, has, colon = _labels()
    bare = head.rstrip(" .:!>»›")
    if found := whole.get(bare):
        return found
    if ":" in head and (found := colon.get(head.split(":", 1)[0].rstrip())):
        return found
    first = _FIRST.match(head)
    if first is None:
        return None
    for words, label in start.get(first.group(), ()):
        if head.startswith(words) and not head[len(words) : len(words) + 1].isalnum():
            return label
    if len(line) <= 60:
        return next((label for words, label in has if words in head), None)
    return None


def opens_speech(line: str) -> bool:
    """Tell whether a dash that may open speech stands first: ``– Vi väntar``, ``-Vårt bröd``; not ``–5 grader``."""
    return _SPEECH.match(line) is not None


def is_bullet(line: str) -> bool:
    """Tell whether the line is an item of a list by its own sign: ``• antal``, ``2. insatser``."""
    return _BULLET.match(line) is not None


def is_rule(line: str) -> bool:
    """Tell whether the line only draws a line: ``----------``."""
    return _RULE.fullmatch(line) is not None


def is_name(line: str) -> bool:
    """Tell whether the line could be a person's name and nothing else: ``Maja Tornberg``."""
    return len(line) <= 50 and _NAME.fullmatch(line.strip(" \u00a0,:_*")) is not None


def has_detail(line: str) -> bool:
    """Tell whether a phone number or mail address stands in the line."""
    return MAIL.search(line) is not None or PHONE.search(line) is not None


def ends_sentence(line: str) -> bool:
    """Tell whether the line ends as sentences do; headings don't, and a question mark leaves it open."""
    return _FINAL.search(line[-12:]) is not None


def is_caption(line: str) -> bool:
    """Tell whether the line is a caption by its label or its credit: ``Bron invigdes i går. Foto: Rut Sandell``."""
    if len(line) > 400:
        return False
    bare = line.lstrip(" \u00a0_*")
    if bare.startswith(("|", "(Foto", "(Bild")):
        return True
    if label_of(line) == "caption":
        # "Bild" and "Foto" open ordinary sentences too; a label has its colon or is followed by a name.
        head = re.match(
            r"\W*(\w+(?: \w+){0,2})\s?([:/])|\W*(?:foto|fotograf)\s+[A-ZÅÄÖ]|\W*(?:genrebild|arkivbild|arkivfoto|bildtext|pressbild)\b|\W*på bilden\b",
            bare,
            re.I,
        )
        return head is not None and not (len(bare) > 200 and not _CREDIT.search(bare[-80:]))
    return _CREDIT.search(bare[-80:].rstrip("_* ")) is not None


def is_byline(line: str) -> bool:
    """Tell whether the line names who wrote: ``Text: Maja Tornberg``, ``Av Maja Tornberg``."""
    bare = line.strip(" \u00a0_*")
    if len(bare) > 110 or label_of(line) != "byline":
        return False
    if bare.lower().startswith("av "):
        return len(bare) <= 60 and is_name(bare[3:].split(",")[0].split(" och ")[0])
    return ":" in bare[:24] or is_name(bare.split(" ", 1)[-1])


def byline_name(line: str) -> str | None:
    """Return whom a byline names: ``Maja Tornberg`` from ``Text: Maja Tornberg, maja@alvsund.exempel``."""
    bare = re.sub(
        r"^\W*(?:text|av|reporter|skribent|författare)(?:\s?(?:och|&|/|,)\s?(?:foto|bild))?\s?:?\s*",
        "",
        line,
        flags=re.I,
    )
    name = _NAME.match(bare.strip(" \u00a0_*"))
    return name.group().rstrip(".,") if name else None
