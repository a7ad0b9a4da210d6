"""The options of ``talstreck run``, and what they mean for the run."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from pipeline.config import Config
    from pipeline.run.archive import How
    from pipeline.run.listing import Selection
    from pipeline.run.watching import Watching

Workers = Annotated[
    str | None, typer.Option(help="Processes: a number, or auto for what cores and memory allow; 0 is none of its own.")
]
Engine = Annotated[
    Literal["pool", "dask"] | None, typer.Option(help="Processes of this machine, or the workers of a Dask cluster.")
]
Scheduler = Annotated[str | None, typer.Option(help="The address of the Dask scheduler, such as tcp://host:8786.")]
RetryFailed = Annotated[bool, typer.Option("--retry-failed", help="Try what failed once more.")]
Rehash = Annotated[bool, typer.Option("--rehash", help="Read every file, also those that kept their size and time.")]
Limit = Annotated[int | None, typer.Option(min=0, help="Work on at most this many pages; the rest is for another run.")]
Sample = Annotated[
    float | None, typer.Option(min=0, max=1, help="Work on this share of the pages, the same one each time.")
]
Since = Annotated[
    datetime | None, typer.Option(help="Work on pages that were fetched, or whose file was changed, since this day.")
]
Metrics = Annotated[
    str | None, typer.Option(help="Prometheus' text format: a port of 127.0.0.1, or a file for a collector.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Say what would be done, and do nothing.")]


def watching(config: Config, quiet: bool, metrics: str | None) -> Watching:
    """Return who is told how the run goes on: the terminal or the log, and Prometheus."""
    from rich.console import Console

    from pipeline.run.metrics import Metrics
    from pipeline.run.progress import Lines, View
    from pipeline.run.watching import Quiet, Together

    console = Console(stderr=True)
    shown = Quiet() if quiet else View(config, console) if console.is_terminal else Lines(config)
    return Together(shown, Metrics(metrics)) if metrics else shown


def preview(config: Config, how: How) -> str:
    """Return what a run would do, as a sentence."""
    from pipeline.run import archive

    return archive.preview(config, how)


def selection(
    limit: int | None, sample: float | None, since: datetime | None, retry_failed: bool, rehash: bool
) -> Selection:
    """Return what of the inputs the run works on."""
    from pipeline.run.listing import Selection

    return Selection(limit, sample, since, retry_failed, rehash)


def how(
    config: Config,
    selected: Selection,
    failures: Path | None,
    workers: str | None,
    engine: str | None,
    scheduler: str | None,
) -> How:
    """Return how the configuration is run; raises :class:`~pipeline.config.ConfigError` for what cannot be."""
    from pipeline.config import ConfigError
    from pipeline.run.archive import How, first_file

    if workers is not None and workers != "auto" and not workers.isdigit():
        raise ConfigError(f"--workers: {workers!r} is no number of workers; give a number, or auto")
    if (engine or config.run.engine) == "dask" and not (scheduler or config.run.scheduler):
        raise ConfigError("--scheduler: the engine dask needs the address of its scheduler, such as tcp://host:8786")
    count = int(workers) if workers and workers != "auto" else workers
    beside = first_file(config)
    file = failures or (beside.with_name("failures.jsonl") if beside else None)
    return How(selected, count, engine, scheduler, file)
