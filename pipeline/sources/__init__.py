"""Where pages come from: one kind of source a file."""
from __future__ import annotations
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, TypeVar
from pipeline.article import Page
from pipeline.registry import Registry
from pipeline.stage import Options

@dataclass(frozen=True, slots=True)
class Unreadable:
    place: str
    reason: str
    message: str
    ending: Literal["skipped", "failed"] = "failed"

class SourceError(Exception):
    pass

@dataclass(frozen=True, slots=True)
class SourceSpec:
    name: str
    config: type[Options]
    build: Callable[[Any], Iterator[Page | Unreadable]]
    doc: str

SOURCES: Registry[SourceSpec] = Registry("source", "pipeline.sources", "talstreck.sources")
C = TypeVar("C", bound=Options)
def source(name: str, *, config: type[C]):
    def register(build):
        SOURCES.add(name, SourceSpec(name, config, build, build.__doc__ or ""))
        return build
    return register
