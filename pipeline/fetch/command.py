"""`talstreck fetch`: the options, the plan, the progress line and the closing account."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from pipeline.fetch.client import Client
from pipeline.fetch.fetching import Fetch, Report
from pipeline.fetch.settings import FetchSource, read_source
from pipeline.fetch.visits import Visits
from pipeline.fetch.warc_files import WarcFiles


def fetch_source(path: Path, dry: bool, quiet: bool, limit: int | None) -> int:
    """Fetch a source and return the exit code: 0, or 1 where problems were met and nothing was kept."""
    source = read_source(path)
    if limit is not None:
        source = FetchSource(source.name, source.options.model_copy(update={"max_pages": limit}), source.folder)
    agent = f"talstreck/{version('talstreck')} (+{source.options.contact})"
    state = source.archive / f"{source.name}.fetch.db"
    client = Client(source.options, agent)
    files = WarcFiles(source.archive, source.name, agent, lambda: datetime.now(UTC).date())
    progress = Progress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), disable=quiet or not sys.stderr.isatty()
    )
    try:
        # A plan leaves no trace: what is known is read from a copy, what is found is not written down.
        with Visits(state, copy=dry) as visits, progress:
            if source.options.allow_private:
                visits.ask_again("private_address")
            task = progress.add_task(f"{source.name}: looking for pages")

            def tell(url: str, ending: str) -> None:
                report = fetch.report
                progress.update(task, description=f"{report.asked} asked, {report.kept} kept · {ending} {url[:80]}")

            fetch = Fetch(source, client, files, visits, agent, watch=tell)
            report = fetch.run(dry)
            waiting = visits.counts()["waiting"]
    finally:
        client.close()
    for url in report.planned:
        typer.echo(url)
    if not quiet:
        typer.echo(_account(source, report, waiting, dry), err=True)
    return 1 if report.problems and not report.kept and not report.unchanged and not report.planned else 0


def _account(source: FetchSource, report: Report, waiting: int, dry: bool) -> str:
    if dry:
        lines = [f"{source.name}: {waiting} pages wait, {len(report.planned)} would be asked for; nothing was kept"]
    else:
        others = report.asked - report.kept - report.unchanged
        sums = f"{report.asked} asked = {report.kept} kept + {report.unchanged} unchanged + {others} others"
        lines = [f"{source.name}: {sums}; {waiting} still wait; kept in {source.archive}"]
    lines += [f"  {count} × {reason}" for reason, count in report.problems.most_common()]
    lines += [f"  {host}: left for another day: it {why}" for host, why in report.left.items()]
    return "\n".join(lines)
