"""Names that people had before: "Maja Tornberg, tidigare Lind", "(född Ek)", "som då hette Lind"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.article import Name

_NAME = r"(?P<{}>[A-ZÅÄÖÉ][a-zåäöéüó]+(?:[- ][A-ZÅÄÖ][a-zåäö]+)?)"
#: Stands right behind a person's name; ``name`` is the surname that the person had.
FORMER = re.compile(
    rf"(?:[ \u00a0]\([A-ZÅÄÖa-zåäö]{{1,4}}\))?[\s,]*\(?\s*(?:som (?:(?:då|tidigare|förr|förut|en gång|som ogift) )?hette (?:då |tidigare |förr )?{_NAME.format('a')}\b"
    rf"|(?:som ogift|tidigare|förr|förut|född|f\.\s?d\.|f\.|fd|ogift)\s+{_NAME.format('b')}(?:\s*[),.]|[ \u00a0](?:\(|(?:och|som)\b)))"
)


def former_name(text: str, end: int) -> str | None:
    """Return the surname that a person had, by what stands right behind the person's name, which ends at ``end``.

    >>> former_name("Maja Tornberg, tidigare Lind, blir rektor.", 13)
    'Lind'
    """
    match = FORMER.match(text, end)
    return (match["a"] or match["b"]) if match else None


def behind_former(text: str, end: int) -> int:
    """Return where the text goes on behind a person's name and the surname that the person had."""
    match = FORMER.match(text, end)
    return match.end("a" if match["a"] else "b") if match else end


def without_former(found: Sequence[Name], text: str) -> list[Name]:
    """Leave out what names nobody else: the surname that a person had before."""
    spans = []
    for name in found:
        match = FORMER.match(text, name.end) if name.label == "PER" and " " in name.text else None
        if match:
            spans.append(match.span("a") if match["a"] else match.span("b"))
    return [
        name
        for name in found
        if name.label == "ORG" or not any(start <= name.start and name.end <= end for start, end in spans)
    ]
