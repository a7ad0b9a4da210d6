"""Same as a step of a run: over the store, after the outputs."""

from __future__ import annotations

import sqlite3

from pipeline.archive.same.store import group_store
from pipeline.archive.steps import Step, archive_step
from pipeline.stage import Options


class SameOptions(Options):
    """No options."""


@archive_step("same", config=SameOptions)
def same(options: SameOptions) -> Step:
    """The same story in several outlets, and the same words in several articles, as groups."""

    def run(db: sqlite3.Connection) -> str:
        return group_store(db).sentence()

    return run
