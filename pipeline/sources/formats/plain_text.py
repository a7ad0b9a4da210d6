"""Plain text: one article a file, or an export of Mediearkivet with many, split by lines of equals signs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.sources import Items
from pipeline.sources.formats import Incoming, file_format

_RULE = re.compile(r"[ \t]*={10,}[ \t]*")
_DAY = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?(?!\d)")
_HEAD_LINES = 8
_SIGNS = (
    "publicerat i print",
    "publicerat på webb",
    "mediearkivet",
    "retriever",
    "skyddade av upphovsrätt",
    "nyheter från",
    "datum",
)
_CONTENTS = re.compile(r"[ \t]*>[ \t]?\S")


@file_format(".txt")
def text_file(incoming: Incoming) -> Items:
    """The text, or the articles of a Mediearkivet export with all their paragraphs: ``export.txt#2`` is the second."""
    data = incoming.whole()
    articles = list(_articles(data)) if b"==========" in data.replace(b"\0", b"") else []
    if not articles:
        yield incoming.page(data, incoming.place, "text/plain")
        return
    for n, article in enumerate(articles, start=1):
        paper, day = _paper_and_day(article)
        place = f"{incoming.place}#{n}"
        yield incoming.page(article.encode(), place, "text/plain", charset="utf-8", name=paper, published_at=day)


def _articles(data: bytes) -> Iterator[str]:
    """Yield the articles of an export; none where the lines of equals signs mean something else."""
    from pipeline.stages.clean.charset import decode

    text = decode(data).text.replace("\r\n", "\n").replace("\r", "\n")
    parts: list[list[str]] = [[]]
    for line in text.split("\n"):
        if _RULE.fullmatch(line):
            parts.append([])
        else:
            parts[-1].append(line)
    low = text.lower()
    if not any(sign in low for sign in _SIGNS):
        return
    for n, lines in enumerate(parts):
        if any(line.strip() for line in lines) and not (n == 0 and _is_cover(lines)):
            yield "\n".join(lines).strip("\n") + "\n"


def _is_cover(lines: list[str]) -> bool:
    """Tell the first part of an export, which lists what follows, from an article."""
    filled = [line for line in lines if line.strip()]
    listed = sum(_CONTENTS.match(line) is not None for line in filled)
    return listed > 0 or (len(filled) <= 6 and not any(len(line) > 120 for line in filled))


def _paper_and_day(article: str) -> tuple[str | None, str | None]:
    """Return the paper and the day that stand among the first lines under the title."""
    head = [line.strip() for line in article.split("\n") if line.strip()][1:_HEAD_LINES]
    day = next((match for line in head if len(line) < 80 and (match := _DAY.search(line))), None)
    paper = None
    for line in head:
        name, found, _ = line.partition(". Publicerat")
        if not found:
            name, found, _ = line.partition(", 2") if _DAY.search(line) else (line, "", "")
        if found and 0 < len(name) <= 60:
            paper = name.strip()
            break
    stamp = (f"{day[1]}T{day[2]}" if day[2] else day[1]) if day else None
    return paper, stamp
