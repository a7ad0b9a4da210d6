"""What can be the same in two articles: the story, without what stands under every article, and each quote."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pipeline.archive.link.names import parse_name
from pipeline.record import QuoteRecord, Record
from pipeline.stages.names.spelling import fold

PieceKind = Literal["article", "quote"]
#: Words in a shingle.
SHINGLE = 3
#: Fingerprints are the least of so many shingles in a row: two texts that share a run of
#: WINDOW + SHINGLE - 1 words always share one (winnowing, Schleimer and others 2003).
WINDOWS: dict[PieceKind, int] = {"article": 8, "quote": 2}
#: Words that a piece must have to be the same as another by its words: "Vi är glada" is everybody's.
SHORTEST: dict[PieceKind, int] = {"article": 25, "quote": 6}
#: Blocks that are no story: who to ring, pictures, facts, the writer.
_NO_STORY = frozenset(("contact", "byline", "date", "caption", "factbox", "other"))
#: What stands under every release and article of a sender: "Om Alvsunds Energi", "Så här arbetar Alvsunds Tidning".
_ABOUT = re.compile(r"(?:Kort )?Om (?:oss\b|[A-ZÅÄÖ])|Så här (?:arbetar|jobbar) |Fakta ?(?:om|:)|Läs mer(?: om)?:")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Piece:
    """An article or a quote. ``words`` are folded; ``speaker`` is a name's form, or the empty string where unknown.

    ``inner`` is the group that its record has put a quote in already: printings within the article.
    """

    id: str
    kind: PieceKind
    article: str
    day: str | None
    words: tuple[str, ...]
    speaker: str = ""
    inner: str | None = None

    @cached_property
    def content(self) -> str:
        """The same for two pieces of the same words and speaker; words too few to mean anything are their article's."""
        place = self.article if len(self.words) < SHORTEST[self.kind] else ""
        key = "\x1f".join((self.kind, place, self.speaker, " ".join(self.words)))
        return hashlib.sha256(key.encode()).hexdigest()[:20]

    @cached_property
    def shingles(self) -> frozenset[int]:
        """The runs of words, as numbers."""
        return frozenset(_shingles(self.words))

    @cached_property
    def prints(self) -> frozenset[int]:
        """The fingerprints by which another piece with a shared run of words is found."""
        runs = list(_shingles(self.words))
        size = WINDOWS[self.kind]
        if len(runs) <= size:
            return frozenset([min(runs)] if runs else [])
        return frozenset(min(runs[at : at + size]) for at in range(len(runs) - size + 1))

    def to_row(self) -> str:
        """Return the piece as a line of JSON, for a store."""
        row = [self.id, self.kind, self.article, self.day, " ".join(self.words), self.speaker, self.inner]
        return json.dumps(row, ensure_ascii=False)

    @classmethod
    def from_row(cls, line: str) -> Piece:
        """Read back what `to_row` wrote."""
        identity, kind, article, day, words, speaker, inner = json.loads(line)
        return cls(identity, kind, article, day, tuple(words.split()), speaker, inner)


def _shingles(words: tuple[str, ...]) -> Iterator[int]:
    for at in range(len(words) - SHINGLE + 1):
        run = " ".join(words[at : at + SHINGLE])
        yield int.from_bytes(hashlib.blake2b(run.encode(), digest_size=6).digest())


def pieces_of(record: Record) -> Iterator[Piece]:
    """Yield the article and its quotes."""
    day = (record.source.published_at or "")[:10] or None
    yield Piece(record.id, "article", record.id, day, _words(" ".join(_story(record))))
    for quote in record.quotes:
        words = _words(" ".join(part.text for part in quote.contents))
        yield Piece(quote.id, "quote", record.id, day, words, _speaker(quote), quote.group_id)


def _story(record: Record) -> Iterator[str]:
    """Yield the texts of the blocks that are the story, up to what the sender says of itself."""
    for block in record.blocks:
        text = record.text[block.start : block.end]
        if block.kind not in ("title", "lead", "dash") and _ABOUT.match(text):
            if block.kind == "heading" or len(text) < 60:
                return
            continue
        if block.kind not in _NO_STORY:
            yield text


def _speaker(quote: QuoteRecord) -> str:
    """Return the speaker's name as a key; speakers without a name are alike, whatever they are called."""
    speaker = quote.speaker
    if speaker.name is None or speaker.kind in ("unknown", "anonymous", "role", "group"):
        return ""
    return parse_name(speaker.name).form if speaker.kind == "person" else fold(speaker.name)


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))
