"""Where pages come from: one kind of source a file.

    @source("files", config=FilesOptions)
    def files(options: FilesOptions) -> Iterator[Page | Unreadable]:
        \"\"\"Files and folders on disk.\"\"\"

A source yields one item for every input that it meets: a :class:`~pipeline.article.Page`, or an :class:`Unreadable`
where there is no page to be had, so that the sums of a run can add up. Sources are found by walking this folder and
the entry-point group ``talstreck.sources``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeVar

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


SOURCES: Registry[Spec[Items]] = Registry("source", "pipeline.sources", "talstreck.sources")

C = TypeVar("C", bound=Options)


def source(name: str, *, config: type[C]) -> Callable[[Callable[[C], Items]], Callable[[C], Items]]:
    """Register the function as the source ``name`` with these options."""
    return register(SOURCES, name, config)
