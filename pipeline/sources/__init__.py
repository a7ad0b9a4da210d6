"""Where pages come from: one kind of source a file.

    @source("files", config=FilesOptions)
    def files(options: FilesOptions) -> Iterator[Page | Unreadable]:
        \"\"\"Files and folders on disk.\"\"\"

A source yields one item for every input that it meets: a :class:`~pipeline.article.Page`, or an :class:`Unreadable`
where there is no page to be had, so that the sums of a run can add up. Sources are found by walking this folder and
the entry-point group ``talstreck.sources``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, Protocol, TypeVar, runtime_checkable

from pipeline.article import Page
from pipeline.registry import Registry, Spec, register
from pipeline.stage import Options


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that gave no page. ``place`` is its path or URL, ``reason`` a short label to count by.

    ``ending`` is ``skipped`` where the input is none of ours (a picture, a pipe) and ``failed`` where it should have
    been read and could not be.
    """

    place: str
    reason: str
    message: str
    ending: Literal["skipped", "failed"] = "failed"


class SourceError(Exception):
    """A source that cannot be used at all; the message is one sentence that says what, where and how to mend it."""


Items = Iterator[Page | Unreadable]


@dataclass(frozen=True, slots=True)
class Unit:
    """What a source reads at one go: a file with one page or with a million.

    ``name`` tells it from the source's other units; ``size`` (bytes) and ``changed`` (nanoseconds) tell whether it may
    have changed since a run read it, and are null where only reading can tell.
    """

    name: str
    read: Callable[[], Items]
    size: int | None = None
    changed: int | None = None


@runtime_checkable
class InUnits(Protocol):
    """A source that can say what there is without reading it."""

    def units(self) -> Iterator[Unit]:
        """Yield the units in the order in which the source reads them."""


def units_of(items: Iterable[Page | Unreadable]) -> Iterator[Unit]:
    """Yield a source's units; a source that knows of none is one unit, which is read each time."""
    if isinstance(items, InUnits):
        yield from items.units()
    else:
        yield Unit("", lambda: iter(items))


SOURCES: Registry[Spec[Iterable[Page | Unreadable]]] = Registry("source", "pipeline.sources", "talstreck.sources")

C = TypeVar("C", bound=Options)


def source(
    name: str, *, config: type[C]
) -> Callable[[Callable[[C], Iterable[Page | Unreadable]]], Callable[[C], Iterable[Page | Unreadable]]]:
    """Register the function as the source ``name`` with these options."""
    return register(SOURCES, name, config)
