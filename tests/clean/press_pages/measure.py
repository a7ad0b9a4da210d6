"""What an extractor keeps of a press page, counted: phones, contact lines, leads, speech, captions, and what leaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tests.clean.press_pages.sheet import Expected

#: From this length on a line of boilerplate counts as leaked also in the middle of another line.
_TELLING = 15
_BULLET = re.compile(r"^(?:[-*•|#]|\d+\.)\s+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that an extractor gives, with its kind where it has kinds."""

    text: str
    kind: str | None = None


def plain(text: str) -> str:
    """Return a text for comparison: one space for any white space, no soft hyphens."""
    return " ".join(text.replace("\u00ad", "").split())


def count(expected: Expected, given: Sequence[Line]) -> Counter[str]:
    """Count what is kept and what is expected, as ``phones kept`` and ``phones``, and so on."""
    lines = [Line(plain(line.text), line.kind) for line in given if line.text.strip()]
    found: Counter[str] = Counter()
    digits = [re.sub(r"\D", "", line.text) for line in lines]
    _add(found, "phones", [any(re.sub(r"\D", "", phone) in line for line in digits) for phone in expected.phones])
    _add(found, "contact lines", [any(plain(text) in line.text for line in lines) for text in expected.contacts])
    _add(found, "leads", [_whole(expected.lead, lines)])
    _add(found, "paragraphs", [_whole(text, lines) for text in expected.paragraphs])
    _add(found, "headings and items", [_whole(text, lines) for text in [*expected.headings, *expected.items]])
    _add(found, "dash lines", [any(line.text == plain(text) for line in lines) for text in expected.dashes])
    _add(found, "captions", [any(plain(text) in line.text for line in lines) for text in expected.captions])
    _add(found, "titles", [_whole(expected.title, lines)])
    bare = [_BULLET.sub("", line.text) for line in lines]
    _add(found, "boilerplate", [_leaks(text, bare) for text in dict.fromkeys(expected.boilerplate)])
    if any(line.kind for line in lines):
        _count_labels(found, expected, lines)
    return found


def _count_labels(found: Counter[str], expected: Expected, lines: Sequence[Line]) -> None:
    def labelled(text: str, *kinds: str) -> bool:
        return any(line.kind in kinds and plain(text) in line.text for line in lines)

    _add(found, "leads labelled", [labelled(expected.lead, "lead")])
    _add(found, "captions labelled", [labelled(text, "caption") for text in expected.captions])
    _add(found, "contact lines labelled", [labelled(text, "contact") for text in expected.contacts])
    _add(found, "dash lines labelled", [labelled(text, "dash") for text in expected.dashes])
    _add(found, "titles labelled", [labelled(expected.title, "title")])


def _add(found: Counter[str], name: str, kept: Sequence[bool]) -> None:
    found[name] += len(kept)
    found[f"{name} kept"] += sum(kept)


def _whole(text: str, lines: Sequence[Line]) -> bool:
    return any(_BULLET.sub("", line.text) == plain(text) or line.text == plain(text) for line in lines)


def _leaks(text: str, lines: Sequence[str]) -> bool:
    wanted = plain(text)
    return any(line == wanted or (len(wanted) >= _TELLING and wanted in line) for line in lines)


def share(found: Counter[str], name: str) -> float:
    """Return the share of what is kept (of boilerplate: of what has leaked)."""
    return found[f"{name} kept"] / found[name] if found[name] else 0.0
