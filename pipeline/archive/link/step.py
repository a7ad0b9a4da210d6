"""Link as a step of a run: over the store, after the outputs."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from pipeline.archive.link.corrections import read_corrections
from pipeline.archive.link.store import link_store
from pipeline.archive.steps import Step, archive_step
from pipeline.stage import Options


class LinkOptions(Options):
    """``corrections`` is a YAML file of confirmed merges and splits, which win over evidence.

    Without it the store keeps those it was given last; an empty file takes them out.
    """

    corrections: str | None = None


@archive_step("link", config=LinkOptions)
def link(options: LinkOptions) -> Step:
    """The same person and the same body over all articles of the store, with the evidence."""
    corrections = read_corrections(Path(options.corrections)) if options.corrections else None

    def run(db: sqlite3.Connection) -> str:
        return link_store(db, corrections).sentence()

    return run
