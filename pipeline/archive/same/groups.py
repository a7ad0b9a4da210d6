"""Groups of the same story and the same words: found by fingerprints, verified by containment.

*Containment*, not likeness: a story cut to a third is the same story, though most of the long one is not in the short one.
The groups are a function of the set of pieces: any order of articles and any split into increments gives the same.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from pipeline.archive.same.pieces import SHORTEST, Piece, PieceKind

#: Share of the shorter one's shingles that must stand in the longer one.
CONTAINED: dict[PieceKind, float] = {"article": 0.6, "quote": 0.6}
#: Words that a quote must have where one of the two speakers is not known: "Det är för tidigt att säga" is everybody's.
SHORTEST_UNKNOWN = 12
#: A round-up holds several stories whole: what is so many times longer is another text.
LONGER = 5
#: Fingerprints that two pieces must share to be compared, where either has as many as the second figure.
SHARED, OF = 2, 8
#: A fingerprint in more different texts than this is a phrase of the trade and finds nothing.
CROWD = 60


class Shelf(Protocol):
    """Where pieces stand: by id, by content, and contents by fingerprint."""

    def sample(self, kind: PieceKind, content: str) -> Piece | None:
        """Return one piece of a content: all have the same words."""

    def with_content(self, kind: PieceKind, content: str) -> Sequence[Piece]:
        """Return the pieces of a content."""

    def with_print(self, kind: PieceKind, number: int) -> Sequence[str]:
        """Return the contents that have a fingerprint."""

    def quotes_of(self, article: str) -> Sequence[Piece]:
        """Return the quotes of an article."""


@dataclass(frozen=True, slots=True)
class Group:
    """Pieces that are the same: at least two, or printings within one article."""

    id: str
    kind: PieceKind
    members: tuple[Piece, ...]


def is_same(one: Piece, other: Piece) -> bool:
    """Tell whether the shorter piece is contained in the longer one, and for quotes whether one person can say both.

    >>> words = "vi räknar med att bron är klar till midsommar om vädret håller".split()
    >>> long, short = Piece("q1", "quote", "a", None, tuple(words)), Piece("q2", "quote", "b", None, tuple(words[:8]))
    >>> is_same(long, short)
    True
    """
    short, long = sorted((one, other), key=lambda p: (len(p.words), p.id))
    if len(short.words) < SHORTEST[one.kind] or not _speakers_agree(one.speaker, other.speaker):
        return False
    unknown = one.kind == "quote" and not (one.speaker and other.speaker)
    if unknown and len(short.words) < SHORTEST_UNKNOWN:
        return False
    if one.kind == "article" and len(long.words) > LONGER * len(short.words):
        return False
    within = len(short.shingles & long.shingles)
    return bool(short.shingles) and within >= CONTAINED[one.kind] * len(short.shingles)


def _speakers_agree(one: str, other: str) -> bool:
    """A quote whose speaker is not known may be anybody's; "Ek" and "Anna Ek" agree."""
    if not one or not other or one == other:
        return True
    given, _, family = one.partition("|")
    other_given, _, other_family = other.partition("|")
    return bool(family) and family == other_family and (not given or not other_given)


def group_contents(shelf: Shelf, kind: PieceKind, start: Iterable[str]) -> tuple[set[str], list[Group]]:
    """Return the groups of contents and of all that they are the same as, directly or through others, and which these are."""
    waiting, seen = sorted(set(start)), set[str]()
    tied: dict[str, str] = {}
    while waiting:
        content = waiting.pop()
        if content in seen:
            continue
        seen.add(content)
        for other in neighbours(shelf, kind, content):
            _tie(tied, content, other)
            waiting.append(other)
    members: dict[str, list[Piece]] = defaultdict(list)
    for content in sorted(seen):
        members[_root(tied, content)] += shelf.with_content(kind, content)
    groups = (_group(kind, pieces) for pieces in members.values())
    return seen, sorted((g for g in groups if g is not None), key=lambda g: g.id)


def neighbours(shelf: Shelf, kind: PieceKind, content: str) -> list[str]:
    """Return the contents that are the same as this one: by their words, or by their record's own groups."""
    pieces = shelf.with_content(kind, content)
    if not pieces:
        return []
    found = set()
    if len(pieces[0].words) >= SHORTEST[kind]:
        found |= {other for other in _alike(shelf, pieces[0]) if other != content}
    for piece in pieces:
        if piece.inner is not None:
            found |= {q.content for q in shelf.quotes_of(piece.article) if q.inner == piece.inner}
    return sorted(found - {content})


def _alike(shelf: Shelf, piece: Piece) -> Iterator[str]:
    """Yield the contents that share fingerprints with a piece and are the same."""
    near = Counter(c for number in piece.prints for c in _crowd(shelf.with_print(piece.kind, number)))
    for content, shared in near.items():
        if shared < SHARED and len(piece.prints) >= OF:
            continue
        other = shelf.sample(piece.kind, content)
        if other is not None and (shared >= SHARED or len(other.prints) < OF) and is_same(piece, other):
            yield content


def _crowd(contents: Sequence[str]) -> Sequence[str]:
    return contents if len(contents) <= CROWD else ()


def _group(kind: PieceKind, pieces: Sequence[Piece]) -> Group | None:
    """Make a group of pieces; those too short to be known by their words stay in it only through their record's group."""
    kept = [p for p in pieces if len(p.words) >= SHORTEST[kind] or p.inner is not None]
    inner = {p.inner for p in kept if p.inner is not None}
    articles = {p.article for p in kept}
    if len(kept) < 2 or (len(articles) < 2 and not inner):
        return None
    return Group(group_id(kept), kind, tuple(sorted(kept, key=lambda p: p.id)))


def group_id(pieces: Iterable[Piece]) -> str:
    """Return a group's id: that of the earliest piece's group in its own record, or one made from the earliest piece."""
    first = min(pieces, key=lambda p: (p.day or "9999", p.inner is None, p.id))
    return first.inner or f"g1-{hashlib.sha256(first.id.encode()).hexdigest()[:12]}"


def _root(tied: Mapping[str, str], content: str) -> str:
    while content in tied:
        content = tied[content]
    return content


def _tie(tied: dict[str, str], one: str, other: str) -> None:
    a, b = sorted((_root(tied, one), _root(tied, other)))
    if a != b:
        tied[b] = a
