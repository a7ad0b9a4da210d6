"""A configured run over an archive: list, work on what is to do, make the outputs; the same again is nothing to do."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from pipeline.archive.steps import ARCHIVE_STEPS
from pipeline.config import Config, load_config
from pipeline.outputs.shards import MANIFEST
from pipeline.outputs.sqlite import SqliteOptions, open_store
from pipeline.run.assembly import Assembly, accounts_of, ended
from pipeline.run.inline import Inline
from pipeline.run.keys import record_key, stage_keys
from pipeline.run.ledger import Ledger
from pipeline.run.listing import Listing, Selection
from pipeline.run.outcomes import Accounts, Watcher
from pipeline.run.planning import Planning
from pipeline.run.pool import Limits, Pool, worker_count
from pipeline.run.reader import produced_by
from pipeline.run.report import Report, write_report
from pipeline.run.retiring import retire
from pipeline.run.shards import Shards
from pipeline.run.signals import Interrupted, Stopping
from pipeline.run.supervisor import Engine, RunStopped, Supervisor
from pipeline.run.watching import Quiet, Tally, Watching
from pipeline.run.worker import Job, Task

#: What a worker takes at most while it loads and works, for the number of workers that fit; see docs/scale.md.
_MEMORY_EACH = 900_000_000


@dataclass(frozen=True, slots=True)
class How:
    """How a configuration is run this time: what of it, by whom, and who is told."""

    selection: Selection = field(default_factory=Selection)
    workers: int | str | None = None
    engine: str | None = None
    scheduler: str | None = None
    failures: Path | None = None


def run(
    config: Config | str | Path, how: How | None = None, watch: Watcher | None = None, watching: Watching | None = None
) -> Accounts:
    """Run a configuration with sources and outputs; what an earlier run of it has done is taken from its ledger.

    ``watch`` is told of every input in its order when the outputs are made, ``watching`` of the work as it goes on.
    Raises :class:`RunStopped` where it cannot go on and :class:`Interrupted` where it was stopped; both keep what is
    done.
    """
    settings = load_config(config) if isinstance(config, str | Path) else config
    with _place_of(settings) as path, _full_disk(path), Ledger(path) as ledger:
        return _Run(settings, how or How(), ledger, watching or Quiet()).go(watch)


def preview(config: Config, how: How) -> str:
    """Return what a run would do, as a sentence; nothing is kept of having looked."""
    path = ledger_path(config)
    with TemporaryDirectory(prefix="talstreck-") as folder:
        used = path if path is not None and path.exists() else Path(folder) / "ledger.db"
        with Ledger(used) as ledger:
            listing = _Run(config, how, ledger, Quiet()).listing
            size = sum(len(item.page.data) for item in listing.tasks() if isinstance(item, Task))
    left = f", {listing.left} left for another run" if listing.left else ""
    return (
        f"{listing.inputs} inputs in {listing.units_seen} files: {listing.to_do} to do ({size / 1e6:.1f} MB), "
        f"{listing.reused} from an earlier run, {listing.inputs - listing.to_do - listing.reused} duplicate or not "
        f"readable{left}"
    )


class _Run:
    def __init__(self, config: Config, how: How, ledger: Ledger, watching: Watching) -> None:
        self._config, self._how, self._ledger, self._watching = config, how, ledger, watching
        self._keys = stage_keys(config)
        self._key = record_key(config)
        folder = ledger.path.with_suffix(".shards")
        self._shards = Shards(folder, ledger, config.run.cache_mb * 1_000_000)
        self.listing = Listing(config, ledger, self._shards, self._key, how.selection)

    def go(self, watch: Watcher | None) -> Accounts:
        self._ledger.put_chain(self._key, self._keys)
        with Stopping() as stopping:
            self._work(stopping)
            accounts = accounts_of(self._ledger, self._key)
            accounts.reused, accounts.left = self.listing.reused, self.listing.left
            accounts.deleted = self._retire()
            made_from = self._made_from()
            if not self.listing.to_do and self._stands(made_from):
                accounts.nothing_to_do = True
                accounts.archive = run_archive(self._config)  # a file of corrections may have changed
                return accounts
            if accounts.balanced:
                accounts.archive = self._outputs(watch, accounts, made_from)
        return accounts

    def _work(self, stopping: Stopping) -> None:
        """Work on all that is to do, and leave the listing and every result in the ledger."""
        options = self._config.run
        workers = worker_count(options.workers if self._how.workers is None else self._how.workers, _MEMORY_EACH)
        engine = self._engine(workers)
        planning = Planning(
            self.listing, self._shards, self._key, options.shard, options.batch, most_open=2 + 2 * workers
        )
        supervisor = Supervisor(engine, options.max_deaths)
        tally = self._tally = Tally(self.listing, supervisor, workers)
        self._watching.begins(tally)
        try:
            for done in supervisor.run(planning.batches(), stopping.asked_for):
                planning.took(done.made)
                tally.add(done)
                self._watching.done(done)
        except RunStopped:
            planning.stop()
            raise
        finally:
            engine.close()
            self._watching.ends()
        if stopping.asked is not None:
            planning.stop()
            raise Interrupted(stopping.asked, "stopped; what is done is kept: start again to go on")
        self._ledger.commit()

    def _engine(self, workers: int) -> Engine:
        options = self._config.run
        job = Job(self._config, self._keys, options.cache_mb > 0, options.time_limit)
        if (self._how.engine or options.engine) == "dask":
            from pipeline.run.on_dask import Dask

            return Dask(job, self._how.scheduler or options.scheduler or "")
        if workers == 0:
            return Inline(job)
        return Pool(job, workers, Limits(options.recycle, options.memory_mb * 1_000_000))

    def _outputs(self, watch: Watcher | None, accounts: Accounts, made_from: str) -> list[str]:
        """Make the outputs, then what spans the archive; return what the archive's steps say."""
        report = Report()
        inputs = report.passing(ended(self._ledger, self._shards, self._key))
        records = Assembly(self._config, self._how.failures).make(inputs, watch)
        Assembly(self._config, None).mark(self._ledger.deleted())
        if records != accounts.endings["ok"]:
            accounts.endings["ok"] = records  # the sums are then not those of the inputs, and the run says so
        said = [f"drift: {warning.sentence()}" for warning in report.drift.warnings()]
        said += run_archive(self._config)
        beside = first_file(self._config)
        if beside is not None:
            write_report(beside.parent, report.as_dict(accounts, self._tally, self._about()))
        self._ledger.put_output("all", made_from, self._state())
        self._ledger.commit()
        self._shards.sweep()
        return said

    def _retire(self) -> int:
        """Forget the results of pages that have changed, and take down which pages are no more; return how many."""
        if not self.listing.left:  # else what is not in the listing may only be waiting
            retire(self._ledger, self._shards)
        return int(self._ledger.db.execute("select count(*) from deleted").fetchone()[0])

    def _about(self) -> dict[str, str]:
        made = produced_by(self._config)
        models = {model.name: f"{model.version} ({model.sha256[:12]})" for model in made.models}
        return {made.name: made.version, "config_sha256": made.config_sha256, **models}

    def _made_from(self) -> str:
        resolved = self._config.resolved()
        gone = " ".join(str(place) for place, _ in self._ledger.deleted())
        parts = [self.listing.fingerprint, gone, json.dumps([resolved["outputs"], resolved.get("archive")])]
        return hashlib.sha256("\n".join([*parts, str(self._how.failures)]).encode()).hexdigest()

    def _stands(self, made_from: str) -> bool:
        """Tell whether the outputs are what they would become."""
        return self._ledger.output_state("all") == (made_from, self._state()) and "-" not in self._state()

    def _state(self) -> str:
        """Return size and time of each output; of a store, which others write to as well, only that it is there."""
        states = []
        for step in self._config.outputs:
            path = Path(getattr(step.options, "path", None) or "-")
            path = path / MANIFEST if path.is_dir() else path
            status = path.stat() if path.exists() else None
            if status is None:
                states.append("-")
            else:
                known = isinstance(step.options, SqliteOptions)
                states.append("store" if known else f"{status.st_size}@{status.st_mtime_ns}")
        return " ".join(states)


def run_archive(config: Config) -> list[str]:
    """Run the archive-wide steps of a configuration over each store that it writes; return a sentence for each."""
    steps = [(step.name, ARCHIVE_STEPS.get(step.name).build(step.options)) for step in config.archive]
    said = []
    for target in config.outputs if steps else ():
        if isinstance(target.options, SqliteOptions):
            with closing(open_store(Path(target.options.path))) as db:
                said += [f"{name}: {step(db)}" for name, step in steps]
    return said


@contextmanager
def _place_of(config: Config) -> Iterator[Path]:
    """Give the path of the ledger; a run whose outputs are no files has one that it forgets."""
    path = ledger_path(config)
    if path is not None:
        yield path
        return
    with TemporaryDirectory(prefix="talstreck-") as folder:
        yield Path(folder) / "ledger.db"


def ledger_path(config: Config) -> Path | None:
    """Return where the ledger of a configuration is: beside its first file, if it writes one, unless it says."""
    beside = first_file(config)
    if config.run.ledger:
        return Path(config.run.ledger)
    return beside.with_name("ledger.db") if beside else None


def first_file(config: Config) -> Path | None:
    """Return the path of the first output that is a file, beside which everything else of a run stands."""
    for step in config.outputs:
        path = getattr(step.options, "path", None)
        if path and path != "-":
            return Path(path)
    return None


@contextmanager
def _full_disk(path: Path) -> Iterator[None]:
    """Turn what a full disk does into a stop that says what to do."""
    try:
        yield
    except OSError as error:
        if error.filename is None and error.errno is None:
            raise
        raise RunStopped(
            f"{error.filename or path.parent}: {error.strerror}; make room or mend it, and start again: "
            "what is done is kept"
        ) from error
    except sqlite3.OperationalError as error:
        raise RunStopped(f"{path}: {error}; make room or mend it, and start again: what is done is kept") from error


__all__ = [
    "How",
    "Interrupted",
    "RunStopped",
    "Selection",
    "first_file",
    "ledger_path",
    "preview",
    "run",
    "run_archive",
]
