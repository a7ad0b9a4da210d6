"""The command: thin. stdout is data, stderr is talk; exit codes are documented in README."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from pipeline.reviews.command import review
from pipeline.run import command as ran
from pipeline.search.command import export, search
from pipeline.web.command import serve

if TYPE_CHECKING:
    from pipeline.run import Accounts, Outcome, Watcher

app = typer.Typer(
    name="talstreck",
    help="Reads Swedish regional press: who said what, on whose behalf, with which numbers.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

FAILED, USAGE, UNBALANCED, STOPPED = 1, 2, 3, 4

Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no line for each skipped page.")]
MaxFailures = Annotated[int, typer.Option(help="Exit with 1 only where more documents than this failed.")]
Show = Annotated[bool, typer.Option("--show", help="Show the records readably on the terminal.")]


@app.command()
def extract(
    paths: Annotated[list[Path], typer.Argument(help="Files, folders and archives.", show_default=False)],
    output: Annotated[str, typer.Option("--output", "-o", help="JSON Lines file, or - for standard output.")] = "-",
    config: Annotated[Path | None, typer.Option(help="Configuration whose stages to use.")] = None,
    show: Show = False,
    failures: Annotated[Path | None, typer.Option(help="Write what was left out to this file.")] = None,
    max_failures: MaxFailures = 0,
    min_confidence: Annotated[
        float, typer.Option(min=0, max=1, help="Leave quotes out that are less sure than this; see models/speakers.")
    ] = 0.0,
    quiet: Quiet = False,
) -> None:
    """Turn files, folders and archives into records, with the default stages."""
    from pipeline.outputs.jsonl import JsonlOptions, jsonl
    from pipeline.run import extract as run_extract
    from pipeline.run import load
    from pipeline.run.collecting import collect_rarely
    from pipeline.sources.files import FilesOptions, files

    inputs = files(FilesOptions(paths=tuple(str(path) for path in paths)))
    pipeline = load(config, min_confidence=min_confidence or None)
    collect_rarely()
    outputs = [] if show and output == "-" else [jsonl(JsonlOptions(path=output))]
    with _Talk(None, quiet, show, failures) as talk:
        accounts = run_extract(pipeline, inputs, outputs, talk.watch)
    _end(accounts, max_failures, quiet)


@app.command()
def run(
    config: Annotated[Path, typer.Argument(help="The configuration, YAML.", show_default=False)],
    show: Show = False,
    failures: Annotated[Path | None, typer.Option(help="Write what was left out to this file.")] = None,
    quiet: Quiet = False,
    workers: ran.Workers = None,
    engine: ran.Engine = None,
    scheduler: ran.Scheduler = None,
    retry_failed: ran.RetryFailed = False,
    rehash: ran.Rehash = False,
    limit: ran.Limit = None,
    sample: ran.Sample = None,
    since: ran.Since = None,
    metrics: ran.Metrics = None,
    dry_run: ran.DryRun = False,
) -> None:
    """Run a configuration: sources, stages, outputs. Started again, it only does what is left."""
    from pipeline.config import ConfigError, load_config
    from pipeline.run import run as run_config

    settings = load_config(config)
    if not settings.sources or not settings.outputs:
        raise ConfigError(
            f"{config}: a run needs 'sources:' and 'outputs:'; to read files only, use 'talstreck extract'"
        )
    selected = ran.selection(limit, sample, since, retry_failed, rehash)
    how = ran.how(settings, selected, failures, workers, engine, scheduler)
    if dry_run:
        typer.echo(ran.preview(settings, how), err=True)
        return
    with _Talk(None, quiet, show, None, bar=False) as talk:
        accounts = run_config(settings, how, talk.watch, ran.watching(settings, quiet, metrics))
    for sentence in accounts.archive if not quiet else ():
        typer.echo(sentence, err=True)
    _end(accounts, settings.run.max_failures, quiet)


@app.command()
def fetch(
    source: Annotated[Path, typer.Argument(help="The source, YAML with a 'fetch:' part.", show_default=False)],
    dry_run: Annotated[
        bool,
        typer.Option("--dry-run", help="Read feeds, sitemaps and lists, print what would be asked for; keep nothing."),
    ] = False,
    limit: Annotated[
        int | None, typer.Option(min=1, help="Ask for no more pages than this.", show_default=False)
    ] = None,
    quiet: Quiet = False,
) -> None:
    """Fetch a source's pages into a web archive, politely: the only command that goes out on the network."""
    from pipeline.sources import SourceError

    try:
        from pipeline.fetch.command import fetch_source
    except ModuleNotFoundError as error:
        raise SourceError(
            f"talstreck fetch: {error.name} is not installed; run: pip install 'talstreck[crawl]'"
        ) from None
    raise typer.Exit(fetch_source(source, dry_run, quiet, limit))


@app.command()
def check(config: Annotated[Path, typer.Argument(help="The configuration, YAML.", show_default=False)]) -> None:
    """Check a configuration and print it with every default filled in."""
    import yaml

    from pipeline.config import load_config

    checked = load_config(config)
    typer.echo(yaml.safe_dump(checked.resolved(), allow_unicode=True, sort_keys=False), nl=False)
    typer.echo(f"# sha256 of what decides a record: {checked.sha256}")


@app.command()
def stages() -> None:
    """List the stages, what each reads, adds and takes as options; then the archive steps."""
    from pipeline.archive.steps import ARCHIVE_STEPS
    from pipeline.stage import STAGES

    for name, spec in STAGES.all().items():
        typer.echo(f"{name}: {spec.doc.splitlines()[0] if spec.doc else ''}")
        typer.echo(f"    reads {', '.join(spec.reads) or 'the page'}; adds {', '.join(spec.adds)}")
        for option, field in spec.config.model_fields.items():
            typer.echo(f"    {option}: {field.annotation!s} = {field.default!r}")
    for name, step in ARCHIVE_STEPS.all().items():
        typer.echo(f"{name}: {step.doc.splitlines()[0] if step.doc else ''}")
        typer.echo("    reads the store, after the outputs")
        for option, field in step.config.model_fields.items():
            typer.echo(f"    {option}: {field.annotation!s} = {field.default!r}")


@app.command()
def schema() -> None:
    """Print the JSON Schema of the record."""
    from pipeline.record import schema as record_schema

    typer.echo(json.dumps(record_schema(), ensure_ascii=False, indent=1))


app.command()(search)
app.command()(export)
app.command()(serve)
app.command()(review)


@app.command()
def explain(
    quote: Annotated[str, typer.Argument(help="A quote's id, q1-….", show_default=False)],
    records: Annotated[Path, typer.Option(help="JSON Lines that hold it.")] = Path("out/records.jsonl"),
) -> None:
    """Say why a quote is a quote and whose: rule, frame, candidates with scores, and the text around it."""
    from rich.console import Console

    from pipeline.record import RecordError, read_records
    from pipeline.show import explain as explain_quote

    for record in read_records(records):
        if any(q.id == quote for q in record.quotes):
            explain_quote(record, quote, Console())
            return
    raise RecordError(f"{records}: holds no quote {quote}; ids are shown by --json searches and stand in the records")


@app.command()
def link(
    archive: Annotated[Path, typer.Argument(help="A store (press.db) or JSON Lines of records.", show_default=False)],
    output: Annotated[
        str | None, typer.Option("--output", "-o", help="Identities as JSON Lines: a file, or - (JSON Lines in only).")
    ] = None,
    corrections: Annotated[Path | None, typer.Option(help="YAML of confirmed merges and splits.")] = None,
    explain: Annotated[str | None, typer.Option(help="Show the evidence of a name or an id.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The sums as JSON.")] = False,
) -> None:
    """Find the same person and the same body over many records; the evidence is shown, doubtful pairs stay two."""
    from pipeline.archive.command import link_archive

    for line in link_archive(archive, output, corrections, explain, as_json):
        typer.echo(line)


@app.command()
def same(
    archive: Annotated[Path, typer.Argument(help="A store (press.db) or JSON Lines of records.", show_default=False)],
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", help="The records with group ids: a file, or - (JSON Lines in only)."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The sums as JSON.")] = False,
) -> None:
    """Group the same story in several outlets, and the same words in several articles."""
    from pipeline.archive.command import group_archive

    for line in group_archive(archive, output, as_json):
        typer.echo(line)


@app.command()
def inspect(
    paths: Annotated[list[Path], typer.Argument(help="Folders, files and archives.", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="The result as JSON.")] = False,
    limit: Annotated[int | None, typer.Option(min=1, help="Look at this many inputs only.")] = None,
    time: Annotated[bool, typer.Option("--time/--no-time", help="Estimate how long a run takes.")] = True,
) -> None:
    """Look through an archive before a run: what it holds, what would be left out and why, how long it takes."""
    from pipeline.inspect.command import inspect_archive

    for line in inspect_archive(paths, as_json, limit, time):
        typer.echo(line)


@app.command()
def verify(
    records: Annotated[str, typer.Argument(help="JSON Lines of records (.gz .xz .bz2 .zst too), or -.")],
    archive: Annotated[Path, typer.Argument(help="The folder, file or archive that they were made from.")],
    ranges: Annotated[
        Path | None, typer.Option(help="Write the range of each span in its decoded page to this file, as JSON Lines.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="The result as JSON.")] = False,
) -> None:
    """Cut every span of every record anew, from the record and from its page; exit code 1 where one does not hold."""
    from pipeline.verify.command import verify_archive

    if not verify_archive(records, archive, ranges, as_json):
        raise typer.Exit(FAILED)


@app.command(name="eval")
def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold records (*.json).")] = Path("corpus/gold"),
    records: Annotated[
        Path | None, typer.Option(help="Records to score; made anew from the pages if left out.")
    ] = None,
    pages: Annotated[Path, typer.Option(help="The pages that the gold is of.")] = Path("corpus"),
    errors: Annotated[bool, typer.Option("--errors", help="List every error.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the measures as JSON.")] = False,
) -> None:
    """Score records against gold: precision, recall and F for each kind of finding."""
    from pipeline.evaluate.report import evaluate_folder, print_report

    result = evaluate_folder(gold, pages, records)
    if as_json:
        typer.echo(json.dumps(result.as_dict(), ensure_ascii=False, indent=1))
    else:
        print_report(result, errors)


class _Talk:
    """What a run tells on stderr: a progress bar on a terminal, a line for each page that is left out."""

    def __init__(self, total: int | None, quiet: bool, show: bool, failures: Path | None, bar: bool = True) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        self._err = Console(stderr=True)
        self._out = Console()
        self._quiet, self._show, self._failures = quiet, show, failures
        self._left_out: list[Outcome] = []
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._bar = Progress(
            *columns, console=self._err, transient=True, disable=quiet or show or not bar or not self._err.is_terminal
        )
        self._task = self._bar.add_task("läser", total=total)

    def __enter__(self) -> _Talk:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()
        if self._failures is None:
            return
        if not self._left_out:
            self._failures.unlink(missing_ok=True)
            return
        lines = [json.dumps(outcome.failure(), ensure_ascii=False) for outcome in self._left_out]
        self._failures.parent.mkdir(parents=True, exist_ok=True)
        self._failures.write_text("\n".join(lines) + "\n", encoding="utf-8")

    @property
    def watch(self) -> Watcher:
        return self._watch

    def _watch(self, outcome: Outcome) -> None:
        self._bar.advance(self._task)
        if outcome.line is None:
            self._left_out.append(outcome)
            if not self._quiet or outcome.ending == "failed":
                stage = f" [{outcome.stage}]" if outcome.stage else ""
                self._bar.console.print(
                    f"{outcome.place}: {outcome.ending}{stage}: {outcome.message}", markup=False, highlight=False
                )
        elif self._show:
            from pipeline.record import parse_record
            from pipeline.show import show

            show(parse_record(outcome.line), self._out)


def _end(accounts: Accounts, max_failures: int, quiet: bool) -> None:
    """Say the sums and leave with the documented exit code."""
    if not quiet:
        typer.echo(accounts.told(), err=True)
    if not accounts.balanced:
        typer.echo("talstreck: the sums don't add up; this is a bug, please report it", err=True)
        raise typer.Exit(UNBALANCED)
    if accounts.endings["failed"] > max_failures:
        raise typer.Exit(FAILED)


def main() -> None:
    """Run the command; a user's mistake is one line without traceback."""
    from pipeline.archive.link.corrections import CorrectionError
    from pipeline.config import ConfigError
    from pipeline.evaluate.gold import GoldError
    from pipeline.outputs import OutputError
    from pipeline.record import RecordError
    from pipeline.record_files import RecordFileError
    from pipeline.run.signals import Interrupted
    from pipeline.run.supervisor import RunStopped
    from pipeline.sources import SourceError

    try:
        app()
    except Interrupted as stopped:
        typer.echo(f"talstreck: {stopped}", err=True)
        sys.exit(stopped.code)
    except RunStopped as stopped:
        typer.echo(f"talstreck: {stopped}", err=True)
        sys.exit(STOPPED)
    except (ConfigError, CorrectionError, GoldError, OutputError, RecordError, RecordFileError, SourceError) as error:
        typer.echo(f"talstreck: {error}", err=True)
        sys.exit(USAGE)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


if __name__ == "__main__":
    main()
