"""Archive-wide steps: they run over a store when all records are in it, each registered with ``@archive_step``.

They are no stages: a stage sees one article, and its result must not depend on what else is in the archive.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TypeVar

from pipeline.registry import Registry, Spec, register
from pipeline.stage import Options

#: A step takes an open store and returns a sentence with its sums.
Step = Callable[[sqlite3.Connection], str]


ARCHIVE_STEPS: Registry[Spec[Step]] = Registry("archive step", "pipeline.archive", "talstreck.archive")

C = TypeVar("C", bound=Options)


def archive_step(name: str, *, config: type[C]) -> Callable[[Callable[[C], Step]], Callable[[C], Step]]:
    """Register the function that builds the archive step ``name``."""
    return register(ARCHIVE_STEPS, name, config)
