"""One walk through an archive: each input is read as a run would read it, up to its text, and counted."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.article import Article, Page
from pipeline.sources import Unreadable
from pipeline.sources.files import FilesOptions, files
from pipeline.sources.formats import MEDIA_TYPES, readers, suffix_of
from pipeline.stage import STAGES, Skip
from pipeline.stages.clean import CleanOptions

_NAMES = {
    "text/html": "HTML",
    "application/xhtml+xml": "HTML",
    "text/plain": "text",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "application/vnd.oasis.opendocument.text": "OpenDocument",
}
_MOST_EXAMPLES = 3
_SAMPLE = 24


@dataclass
class LeftOut:
    """Inputs that a run would leave out for one reason: how many, and the first of them with what is said of it."""

    count: int = 0
    examples: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Survey:
    """What an archive holds. Every input is kept, skipped, a duplicate or failed; the four add up to ``inputs``."""

    inputs: int = 0
    kept: int = 0
    words: int = 0
    formats: Counter[str] = field(default_factory=Counter)
    encodings: Counter[str] = field(default_factory=Counter)
    repaired: Counter[str] = field(default_factory=Counter)
    families: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    years: Counter[str] = field(default_factory=Counter)
    first_day: str | None = None
    last_day: str | None = None
    stubs: Counter[str] = field(default_factory=Counter)
    bytes_: list[int] = field(default_factory=list)
    characters: list[int] = field(default_factory=list)
    left_out: dict[str, LeftOut] = field(default_factory=dict)
    sample: list[Page] = field(default_factory=list)

    def leave_out(self, ending: str, reason: str, place: str, message: str) -> None:
        """Count an input that a run would leave out."""
        entry = self.left_out.setdefault(f"{ending}: {reason}", LeftOut())
        entry.count += 1
        if len(entry.examples) < _MOST_EXAMPLES:
            entry.examples.append((place, message))

    def as_dict(self) -> dict[str, Any]:
        """Return everything for JSON."""
        return {
            "inputs": self.inputs,
            "kept": self.kept,
            "words": self.words,
            "formats": dict(self.formats.most_common()),
            "encodings": dict(self.encodings.most_common()),
            "repaired": dict(self.repaired.most_common()),
            "families": dict(self.families.most_common()),
            "languages": dict(self.languages.most_common()),
            "years": dict(sorted(self.years.items())),
            "days": [self.first_day, self.last_day],
            "stubs": dict(self.stubs.most_common()),
            "bytes": spread(self.bytes_),
            "characters": spread(self.characters),
            "left_out": {
                reason: {"count": entry.count, "examples": [{"place": p, "message": m} for p, m in entry.examples]}
                for reason, entry in sorted(self.left_out.items())
            },
        }


def spread(values: Sequence[int]) -> dict[str, int] | None:
    """Return the least, the middle and the largest of sizes, and their sum; null where there are none."""
    if not values:
        return None
    return {"least": min(values), "median": int(statistics.median(values)), "most": max(values), "sum": sum(values)}


def survey(paths: Sequence[Path], limit: int | None = None, watch: Callable[[], None] | None = None) -> Survey:
    """Read an archive up to the text of each page, at most ``limit`` inputs of it; ``watch`` is told of each.

    Raises :class:`~pipeline.sources.SourceError` for a path that is not there.
    """
    found = Survey()
    seen: dict[bytes, str] = {}
    clean = STAGES.get("clean").build(CleanOptions(keep_language="any"))
    sampler = _Sampler()
    for item in files(FilesOptions(paths=tuple(map(str, paths)))):
        if limit is not None and found.inputs >= limit:
            break
        found.inputs += 1
        if watch is not None:
            watch()
        if isinstance(item, Unreadable):
            found.leave_out(item.ending, item.reason, item.place, item.message)
            continue
        _count_bytes(found, item)
        first = seen.setdefault(bytes.fromhex(item.sha256)[:16], item.place)
        if first != item.place:
            found.leave_out("duplicate", "same bytes", item.place, f"has the same bytes as {first}")
        elif _count_article(found, item, clean):
            sampler.add(item)
    found.sample = sampler.pages
    return found


def _count_bytes(found: Survey, page: Page) -> None:
    found.bytes_.append(len(page.data))
    place = (page.path or "").partition("#")[0]
    kind = _NAMES.get(page.media_type or "", page.media_type or "unknown")
    suffixes = [suffix_of(part) for part in place.split("/")]
    outer = next((suffix for suffix in suffixes if suffix in readers() and suffix not in MEDIA_TYPES), None)
    found.formats[f"{kind} in {outer}" if outer else kind] += 1


def _count_article(found: Survey, page: Page, clean: Callable[[Article], Article]) -> bool:
    """Count what the page's text says; return whether a run would keep it."""
    try:
        article = clean(Article(page))
    except Skip as skip:
        found.leave_out("skipped", skip.reason, page.place, skip.message)
        return False
    except Exception as error:  # noqa: BLE001 - a page that breaks `clean` is one of the things to be told about
        found.leave_out("failed", type(error).__name__, page.place, str(error)[:300])
        return False
    if article.encoding is not None:
        found.encodings[article.encoding.name] += 1
    for notice in article.notices:
        if notice.code == "encoding_repaired":
            found.repaired[notice.message] += 1
        elif notice.code == "stub":
            found.stubs[notice.message.rpartition(": ")[2]] += 1
    found.families[article.rule or "none"] += 1
    found.languages[article.language or "und"] += 1
    found.characters.append(len(article.text))
    _count_day(found, article.published_at)
    if article.language != "sv":
        found.leave_out("skipped", "language", page.place, f"looks like {article.language}, not Swedish")
        return False
    found.kept += 1
    found.words += len(article.text.split())
    return True


def _count_day(found: Survey, published: str | None) -> None:
    found.years[published[:4] if published else "no date"] += 1
    if published:
        day = published[:10]
        found.first_day = min(found.first_day or day, day)
        found.last_day = max(found.last_day or day, day)


class _Sampler:
    """Keeps pages evenly spread over a stream of unknown length, never more than twice the sample."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self._step, self._seen = 1, 0

    def add(self, page: Page) -> None:
        """Keep the page if its turn has come."""
        if self._seen % self._step == 0:
            self.pages.append(page)
            if len(self.pages) >= 2 * _SAMPLE:
                self.pages = self.pages[::2]
                self._step *= 2
        self._seen += 1
