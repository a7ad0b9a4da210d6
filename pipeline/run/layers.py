"""What each stage added to an article, kept as bytes, so that a later run takes it instead of running the stage again."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from operator import attrgetter
from types import MappingProxyType
from typing import Any

import zstandard

import pipeline.article
from pipeline.article import Article
from pipeline.run.keys import StageKey
from pipeline.run.reader import Walk
from pipeline.stage import Packing, Stage

_FIELDS = tuple(f.name for f in fields(Article) if f.name not in ("page", "layers", "notices", "dropped"))
_LEVEL = 3


def _by_its_fields(part: type[Any]) -> Callable[[Any], tuple[type[Any], tuple[Any, ...]]]:
    names = [each.name for each in fields(part)]
    values = attrgetter(*names) if len(names) > 1 else lambda one: (getattr(one, names[0]),)
    return lambda one: (part, values(one))


#: How the frozen types of :mod:`pipeline.article` are pickled.
_PARTS = {
    part: _by_its_fields(part)
    for part in vars(pipeline.article).values()
    if isinstance(part, type) and is_dataclass(part) and fields(part)
}


class Remembering(Walk):
    """Takes what an earlier run made under the same key, and keeps what every stage makes.

    ``kept`` is what :meth:`packed` of that run returned, or null. ``ran`` names the stages that did run.
    """

    def __init__(self, keys: tuple[StageKey, ...], kept: bytes | None, keep: bool) -> None:
        self._keys = {stage.name: stage.key for stage in keys}
        self._kept = _unpacked(kept)
        self._keep = keep
        self._made: dict[str, tuple[str, bytes]] = {}
        self.ran: list[str] = []

    def through(self, name: str, stage: Stage, article: Article) -> Article:
        """Return the article after a stage, which is run only where nothing is kept of it."""
        key, packed = self._kept.get(name, ("", b""))
        if key == self._keys[name]:
            again = _taken(stage, article, packed)
            if again is not None:
                self._made[name] = (key, packed)
                return again
        self.ran.append(name)
        after = stage(article)
        if self._keep:
            self._made[name] = (self._keys[name], _added(stage, article, after))
        return after

    def packed(self) -> bytes | None:
        """Return what the stages made, for a later run."""
        if not self._keep or not self._made:
            return None
        return zstandard.ZstdCompressor(level=_LEVEL).compress(pickle.dumps(self._made, protocol=5))


def _unpacked(kept: bytes | None) -> dict[str, tuple[str, bytes]]:
    if kept is None:
        return {}
    try:
        made: dict[str, tuple[str, bytes]] = unpickled(zstandard.ZstdDecompressor().decompress(kept))
    except (zstandard.ZstdError, pickle.UnpicklingError, EOFError):
        return {}
    return made


def _added(stage: Stage, before: Article, after: Article) -> bytes:
    """Return what a stage added: fields that it set, layers, notices."""
    packing = _packing(stage)
    if packing is not None:
        return packing.pack(after)
    notices = after.notices[len(before.notices) :]
    changed = {name: value for name in _FIELDS if (value := getattr(after, name)) is not getattr(before, name)}
    layers = {name: value for name, value in after.layers.items() if name not in before.layers}
    dropped = None if after.dropped is before.dropped else dict(after.dropped)
    return _pickled((changed, layers, notices, dropped))


def _pickled(value: object) -> bytes:
    """Return a value's bytes: a part of an article as its type and what it is made of, which takes a third of the time."""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, protocol=5)
    pickler.dispatch_table = _PARTS
    pickler.dump(value)
    return out.getvalue()


def _packing(stage: Any) -> Packing | None:
    """Return the stage where it packs by itself; asking the protocol would take longer than some stages do."""
    return stage if hasattr(stage, "unpack") else None


def _taken(stage: Stage, article: Article, packed: bytes) -> Article | None:
    """Return the article with what a stage added before, or null where it cannot be read any more."""
    packing = _packing(stage)
    try:
        if packing is not None:
            return packing.unpack(article, packed)
        changed, layers, notices, dropped = unpickled(packed)
    except Exception:  # noqa: BLE001 - whatever is wrong with what was kept, the stage can run again
        return None
    changed["layers"] = MappingProxyType({**article.layers, **layers})
    changed["notices"] = (*article.notices, *notices)
    if dropped is not None:
        changed["dropped"] = MappingProxyType(dropped)
    return replace(article, **changed)


class _Reader(pickle.Unpickler):
    """Builds the frozen types of :mod:`pipeline.article` and plain values; a file of layers can run nothing."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a type of an article; raises :class:`pickle.UnpicklingError` for anything else."""
        if module == pipeline.article.__name__ and name[:1].isupper():
            return getattr(pipeline.article, name)
        raise pickle.UnpicklingError(f"{module}.{name} is no part of an article")


def unpickled(data: bytes) -> Any:
    """Return what was pickled; raises :class:`pickle.UnpicklingError` where it is more than parts of an article."""
    return _Reader(io.BytesIO(data)).load()
