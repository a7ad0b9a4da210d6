"""Archive-wide steps: they run over a store when all records are in it, each registered with ``@archive_step``.

They are no stages: a stage sees one article, and its result must not depend on what else is in the archive.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from pipeline.registry import Registry
from pipeline.stage import Options

#: A step takes an open store and returns a sentence with its sums.
Step = Callable[[sqlite3.Connection], str]


@dataclass(frozen=True, slots=True)
class ArchiveSpec:
    """What the runner knows of a step before it is built."""

    name: str
    config: type[Options]
    build: Callable[[Any], Step]
    doc: str


ARCHIVE_STEPS: Registry[ArchiveSpec] = Registry("archive step", "pipeline.archive", "talstreck.archive")

C = TypeVar("C", bound=Options)


def archive_step(name: str, *, config: type[C]) -> Callable[[Callable[[C], Step]], Callable[[C], Step]]:
    """Register the function that builds the archive step ``name``."""

    def register(build: Callable[[C], Step]) -> Callable[[C], Step]:
        ARCHIVE_STEPS.add(name, ArchiveSpec(name, config, build, (build.__doc__ or "").strip()))
        return build

    return register
