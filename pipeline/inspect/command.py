"""What ``talstreck inspect`` does: a walk with a count on the terminal, an estimate, then a table or JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn

from pipeline.inspect.estimate import estimate
from pipeline.inspect.survey import survey
from pipeline.inspect.table import print_survey


def inspect_archive(paths: Sequence[Path], as_json: bool, limit: int | None, with_time: bool) -> Iterator[str]:
    """Look through an archive and print the table, or yield the lines of its JSON."""
    err = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.completed} lästa"))
    with Progress(*columns, console=err, transient=True, disable=not err.is_terminal) as bar:
        task = bar.add_task("läser", total=None)
        found = survey(paths, limit, lambda: bar.advance(task))
    estimated = estimate(found) if with_time else None
    if as_json:
        told = found.as_dict() | {"estimate": estimated.as_dict() if estimated else None}
        yield json.dumps(told, ensure_ascii=False, indent=1)
    else:
        print_survey(found, estimated, Console())
