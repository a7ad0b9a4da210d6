"""Where pages come from: one kind of source a file.

    @source("files", config=FilesConfig)
    def files(cfg: FilesConfig) -> Source:
        \"\"\"Files and folders of pages.\"\"\"
        ...

A source is built from its options and then iterated, again if need be. It yields each input as a :class:`Page`, or as
an :class:`Unreadable` with the reason where there is no page to be had; both count as inputs of the run. What is wrong
with the options themselves (a path that does not exist) is a :class:`SourceError`, raised when the source is built.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from pipeline.article import Page
from pipeline.registry import Registry
from pipeline.stage import Options


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An input that gave no page. ``outcome`` says how the run counts it, ``reason`` is the label of the count."""

    path: str
    outcome: Literal["skipped", "failed"]
    reason: str
    message: str


class SourceError(Exception):
    """A user's mistake about a source: where, what, and what to do, in one sentence."""

    def __init__(self, place: str, message: str, remedy: str) -> None:
        super().__init__(f"{place}: {message}; {remedy}")
        self.place = place
        self.message = message
        self.remedy = remedy


Source = Iterable[Page | Unreadable]


@dataclass(frozen=True, slots=True)
class SourceSpec:
    """What the runner knows of a source before it is built."""

    name: str
    config: type[Options]
    build: Callable[[Any], Source]
    doc: str


SOURCES: Registry[SourceSpec] = Registry("source", "pipeline.sources", "talstreck.sources")

C = TypeVar("C", bound=Options)


def source(name: str, *, config: type[C]) -> Callable[[Callable[[C], Source]], Callable[[C], Source]]:
    """Register the function as the source ``name`` with these options."""

    def register(build: Callable[[C], Source]) -> Callable[[C], Source]:
        SOURCES.add(name, SourceSpec(name, config, build, (build.__doc__ or "").strip()))
        return build

    return register
