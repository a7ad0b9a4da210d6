"""What people have settled: merges and splits in a YAML file, which always win over evidence.

    merge:
      - [p1-5b0c9e21aa01, p1-77d0c2f0be13]   # the same person, whatever the names
    split:
      - [p1-5b0c9e21aa01, p1-0a1b2c3d4e5f]   # two people: these are never in one identity

The ids are the people's and organisations' own ids in the records (``talstreck link … --explain NAME`` shows them):
they stay the same when the archive grows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from pipeline.registry import did_you_mean

if TYPE_CHECKING:
    from pipeline.archive.link.evidence import Edge

_KEYS = ("merge", "split")
_ID = re.compile(r"[po]\d+-[0-9a-f]{6,64}")


class CorrectionError(ValueError):
    """A file of corrections that cannot be used; one line for each mistake, with file, line and remedy."""


@dataclass(frozen=True)
class Corrections:
    """Checked corrections: groups of ids that are one, and pairs that are two."""

    merges: tuple[tuple[str, ...], ...] = ()
    splits: tuple[tuple[str, str], ...] = ()
    lines: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def named(self) -> frozenset[str]:
        """Every id that a correction names."""
        return frozenset(i for group in (*self.merges, *self.splits) for i in group)

    @cached_property
    def _apart(self) -> frozenset[frozenset[str]]:
        return frozenset(frozenset(pair) for pair in self.splits)

    def apart(self, some: Set[str], others: Set[str]) -> bool:
        """Tell whether a split keeps two groups of mentions, given by their ids, apart."""
        if not self.splits:
            return False
        left, right = some & self.named, others & self.named
        return any(frozenset((a, b)) in self._apart for a in left for b in right)

    def absent(self, known: Iterable[str]) -> tuple[str, ...]:
        """Return the ids that an archive with the ``known`` ones does not hold, each with its file and line."""
        missing = sorted(self.named.difference(known))
        return tuple(f"{i} ({self.lines[i]})" if i in self.lines else i for i in missing)

    def edges_within(self, owner: Mapping[str, str]) -> list[Edge]:
        """Return an edge for each merge between ids whose groups (``owner``: id to key of its group) differ."""
        from pipeline.archive.link.evidence import Edge

        found = []
        for group in self.merges:
            known = [i for i in group if i in owner]
            for one, other in pairwise(known):
                a, b = sorted((owner[one], owner[other]))
                if a != b:
                    found.append(Edge(a, b, "rättat", (), (), 0, 0, by="correction"))
        return found


def read_corrections(path: Path) -> Corrections:
    """Read a file of corrections; raises :class:`CorrectionError` with every mistake found."""
    root = _compose(path)
    mistakes: list[str] = []
    groups: dict[str, list[tuple[tuple[str, ...], str]]] = {key: [] for key in _KEYS}
    for key, node in [] if root is None else root.value:
        where = f"{path}:{key.start_mark.line + 1}"
        if key.value not in _KEYS:
            mistakes.append(f"{where}: {key.value}: unknown key{did_you_mean(str(key.value), list(_KEYS))}")
        elif not isinstance(node, yaml.SequenceNode):
            mistakes.append(f"{where}: {key.value}: expected a list of lists of ids, such as [p1-…, p1-…]")
        else:
            groups[key.value] += [_ids(item, path, str(key.value), mistakes) for item in node.value]
    if not mistakes:
        mistakes += _conflicts(groups["merge"], groups["split"])
    if mistakes:
        raise CorrectionError("\n".join(mistakes))
    merges = _closed(ids for ids, _ in groups["merge"])
    pairs = _pairs((ids for ids, _ in groups["split"]), merges)
    lines = {i: where for ids, where in (*groups["merge"], *groups["split"]) for i in ids}
    return Corrections(merges, tuple(pairs), lines)


def _pairs(splits: Iterable[tuple[str, ...]], merges: Iterable[tuple[str, ...]]) -> list[tuple[str, str]]:
    """Return each pair that is two: what is one with the one is not one with the other either."""
    one = {i: group for group in merges for i in group}
    pairs = set()
    for ids in splits:
        for a, b in combinations(ids, 2):
            pairs |= {(min(x, y), max(x, y)) for x in one.get(a, (a,)) for y in one.get(b, (b,))}
    return sorted(pairs)


def _compose(path: Path) -> yaml.MappingNode | None:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise CorrectionError(f"{path}: cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise CorrectionError(f"{path}: is not UTF-8 text; save it as UTF-8") from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise CorrectionError(f"{path}{line}: not valid YAML: {getattr(error, 'problem', None) or error}") from None
    if root is not None and not isinstance(root, yaml.MappingNode):
        raise CorrectionError(f"{path}:1: expected 'merge:' and 'split:' at the top, each with lists of ids")
    return root


def _ids(node: yaml.Node, path: Path, key: str, mistakes: list[str]) -> tuple[tuple[str, ...], str]:
    where = f"{path}:{node.start_mark.line + 1}"
    if not isinstance(node, yaml.SequenceNode) or len(node.value) < 2:
        mistakes.append(f"{where}: {key}: expected two ids or more in brackets, such as [p1-…, p1-…]")
        return (), where
    ids = tuple(str(item.value) for item in node.value)
    mistakes += [
        f"{where}: {key}: {found!r} is no id of a person or body in a record (p1-…, o1-…); "
        "find it with 'talstreck link … --explain NAME'"
        for found in ids
        if not _ID.fullmatch(found)
    ]
    if len({i[:1] for i in ids}) > 1:
        mistakes.append(f"{where}: {key}: a person (p1-…) and a body (o1-…) are never one; take one of them out")
    if len(set(ids)) < len(ids):
        mistakes.append(f"{where}: {key}: the same id stands twice; take one of them out")
    return ids, where


def _conflicts(merges: list[tuple[tuple[str, ...], str]], splits: list[tuple[tuple[str, ...], str]]) -> list[str]:
    """Name each split of what merges make one, directly or through others."""
    owner = {i: n for n, ids in enumerate(_closed(ids for ids, _ in merges)) for i in ids}
    lines = {i: where for ids, where in merges for i in ids}
    return [
        f"{where}: split: {a} and {b} are one by the merge at {lines[a]}; take one of the two corrections out"
        for ids, where in splits
        for a, b in combinations(ids, 2)
        if a in owner and owner[a] == owner.get(b)
    ]


def _closed(groups: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """Join groups that share an id."""
    joined: list[set[str]] = []
    for group in groups:
        touched = [other for other in joined if not other.isdisjoint(group)]
        joined = [other for other in joined if other.isdisjoint(group)]
        joined.append(set(group).union(*touched))
    return tuple(sorted(tuple(sorted(group)) for group in joined))
