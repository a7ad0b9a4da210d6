"""Pages through stages to records.

    source → page (bytes, sha256) → article (text, blocks) → stages add layers → record → privacy → outputs
    record + gold → evaluate        SQLite → search, web

Every input ends as exactly one of ok, skipped, duplicate and failed; the four add up to the inputs.
"""

from __future__ import annotations

import importlib.metadata
import json
import traceback
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from threadpoolctl import ThreadpoolController

from pipeline.archive.steps import ARCHIVE_STEPS
from pipeline.article import Article, Page
from pipeline.config import Config, default_config, load_config
from pipeline.ledger import Ledger
from pipeline.outputs import OUTPUTS, Output
from pipeline.outputs.sqlite import SqliteOptions, open_store
from pipeline.privacy.redact import redact
from pipeline.record import ModelRecord, ProducedBy, Record, build_record, parse_record
from pipeline.sources import SOURCES, Unreadable
from pipeline.stage import STAGES, Skip, Stage

Ending = Literal["ok", "skipped", "duplicate", "failed"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one input ended. ``reason`` is a short label to count by, ``message`` a sentence, ``stage`` where it ended."""

    ending: Ending
    place: str
    line: str | None = None
    reason: str | None = None
    message: str | None = None
    stage: str | None = None
    where: str | None = None

    def failure(self) -> dict[str, str | None]:
        """Return what goes into the file of failures."""
        return {
            "place": self.place,
            "ending": self.ending,
            "reason": self.reason,
            "stage": self.stage,
            "message": self.message,
            "where": self.where,
        }


class Pipeline:
    """The stages of a configuration, built: models are loaded once, here.

    >>> records = Pipeline().process("– Vi är klara, säger Rut Sandell.")  # doctest: +SKIP
    """

    def __init__(self, config: Config | None = None) -> None:
        self.config = config or default_config()
        self.stages: list[tuple[str, Stage]] = [
            (step.name, STAGES.get(step.name).build(step.options)) for step in self.config.stages
        ]
        # one thread for each process: products this small gain nothing from more, and two workers' threads would fight
        self._threads = ThreadpoolController()
        models = [model for _, stage in self.stages for model in getattr(stage, "models", ())]
        self.produced_by = ProducedBy(
            name="talstreck",
            version=importlib.metadata.version("talstreck"),
            config_sha256=self.config.sha256,
            stages=[name for name, _ in self.stages],
            models=[ModelRecord(name=m.name, version=m.version, sha256=m.sha256) for m in models],
        )

    def process(self, page: Page | str) -> Record:
        """Return the record of a page, or of a text that is given as a string.

        Raises :class:`~pipeline.stage.Skip` for a page that is left out (empty, binary, in another language).
        """
        return self._record(self._through(_as_page(page)))

    def _record(self, article: Article) -> Record:
        """Build the record and let the privacy profile have it before anybody sees it."""
        shown = redact(build_record(article, self.produced_by), self.config.privacy)
        if shown is None:
            raise Skip("suppressed", "stands on the list of what must not be seen")
        return shown

    def article(self, page: Page | str) -> Article:
        """Return the article with all its layers, for those who want more than the record holds."""
        return self._through(_as_page(page))

    def stream(self, pages: Iterable[Page]) -> Iterator[Outcome]:
        """Yield one outcome a page, in order. A bad page never raises: it ends as skipped or failed."""
        for page in pages:
            yield self.outcome(page)

    def outcome(self, page: Page) -> Outcome:
        """Return how one page ends."""
        step = "record"
        try:
            article = Article(page)
            with self._threads.limit(limits=1, user_api="blas"):
                for step, stage in self.stages:  # noqa: B007 - the step's name is what a failure reports
                    article = stage(article)
            step = "record"
            return Outcome("ok", page.place, line=self._record(article).to_json())
        except Skip as skip:
            return Outcome("skipped", page.place, reason=skip.reason, message=skip.message, stage=step)
        except Exception as error:  # noqa: BLE001 - the border where one bad document must not end the run
            frame = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(frame.filename).name}:{frame.lineno}"
            message = f"{type(error).__name__}: {error}"[:500]
            return Outcome("failed", page.place, reason=type(error).__name__, message=message, stage=step, where=where)

    def _through(self, page: Page) -> Article:
        article = Article(page)
        with self._threads.limit(limits=1, user_api="blas"):
            for _, stage in self.stages:
                article = stage(article)
        return article


def load(config: str | Path | Config | None = None, *, min_confidence: float | None = None) -> Pipeline:
    """Return a pipeline: of a configuration file, of a configuration, or the bundled default.

    ``min_confidence`` leaves quotes out that are less sure, whatever the configuration says of it.
    """
    settings = load_config(config) if isinstance(config, str | Path) else config or default_config()
    if min_confidence is not None:
        settings = settings.with_option("speakers", "min_confidence", min_confidence)
    return Pipeline(settings)


def _as_page(page: Page | str) -> Page:
    return page if isinstance(page, Page) else Page(page.encode(), media_type="text/plain", charset="utf-8")


@dataclass
class Accounts:
    """The sums of a run: each input once."""

    inputs: int = 0
    endings: Counter[Ending] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    reused: int = 0
    archive: list[str] = field(default_factory=list)

    def add(self, outcome: Outcome) -> None:
        """Count an outcome."""
        self.endings[outcome.ending] += 1
        if outcome.ending != "ok":
            self.reasons[f"{outcome.ending}: {outcome.reason}"] += 1

    @property
    def balanced(self) -> bool:
        """Tell whether the four endings add up to the inputs."""
        return self.inputs == sum(self.endings.values())

    def sentence(self) -> str:
        """Return "12 inputs = 9 ok + 2 skipped (1 language, 1 empty) + 1 duplicate + 0 failed"."""
        parts = []
        for ending in ("ok", "skipped", "duplicate", "failed"):
            reasons = [
                f"{n} {label.partition(': ')[2]}"
                for label, n in sorted(self.reasons.items())
                if label.startswith(ending + ":") and ending in ("skipped", "failed")
            ]
            parts.append(f"{self.endings[ending]} {ending}" + (f" ({', '.join(reasons)})" if reasons else ""))
        return f"{self.inputs} inputs = {' + '.join(parts)}"


Watcher = Callable[[Outcome], None]


def extract(
    pipeline: Pipeline, inputs: Iterable[Page | Unreadable], outputs: Sequence[Output], watch: Watcher | None = None
) -> Accounts:
    """Send inputs through the pipeline to the outputs; a page whose bytes came before is a duplicate."""
    accounts = Accounts()
    seen: dict[str, str] = {}
    with _closing(outputs):
        for item in inputs:
            accounts.inputs += 1
            outcome = _duplicate(item, seen) or _outcome(pipeline, item)
            _finish(outcome, outputs, accounts, watch)
    return accounts


def run(pipeline: Pipeline, watch: Watcher | None = None) -> Accounts:
    """Run a configuration with sources and outputs. What an earlier run of it has done is taken from its ledger."""
    config = pipeline.config
    accounts = Accounts()
    seen: dict[str, str] = {}
    key = f"{pipeline.produced_by.model_dump_json()}"
    outputs: list[Output] = [OUTPUTS.get(step.name).build(step.options) for step in config.outputs]
    with Ledger(_ledger_path(config), key) as ledger, _closing(outputs):
        for step in config.sources:
            for item in SOURCES.get(step.name).build(step.options):
                accounts.inputs += 1
                outcome = _duplicate(item, seen) or _remembered(ledger, item, accounts)
                if outcome is None:
                    outcome = _outcome(pipeline, item)
                    _remember(ledger, item, outcome)
                _finish(outcome, outputs, accounts, watch)
    accounts.archive = run_archive(config)
    return accounts


def run_archive(config: Config) -> list[str]:
    """Run the archive-wide steps of a configuration over each store that it writes; return a sentence for each."""
    steps = [(step.name, ARCHIVE_STEPS.get(step.name).build(step.options)) for step in config.archive]
    said = []
    for target in config.outputs if steps else ():
        if isinstance(target.options, SqliteOptions):
            with closing(open_store(Path(target.options.path))) as db:
                said += [f"{name}: {step(db)}" for name, step in steps]
    return said


def _ledger_path(config: Config) -> Path | None:
    if config.run.ledger:
        return Path(config.run.ledger)
    for step in config.outputs:
        path = getattr(step.options, "path", None)
        if path and path != "-":
            return Path(path).with_name("ledger.db")
    return None


def _duplicate(item: Page | Unreadable, seen: dict[str, str]) -> Outcome | None:
    """Two inputs with the same bytes are two inputs; the second ends as a duplicate of the first."""
    if isinstance(item, Unreadable):
        return None
    first = seen.setdefault(item.sha256, item.place)
    if first == item.place:
        return None
    return Outcome("duplicate", item.place, reason=first, message=f"has the same bytes as {first}")


def _outcome(pipeline: Pipeline, item: Page | Unreadable) -> Outcome:
    if isinstance(item, Unreadable):
        return Outcome(item.ending, item.place, reason=item.reason, message=item.message, stage="source")
    return pipeline.outcome(item)


def _remembered(ledger: Ledger, item: Page | Unreadable, accounts: Accounts) -> Outcome | None:
    if isinstance(item, Unreadable):
        return None
    row = ledger.get(item.place, item.sha256)
    if row is None:
        return None
    accounts.reused += 1
    return Outcome(**row)


def _remember(ledger: Ledger, item: Page | Unreadable, outcome: Outcome) -> None:
    """Failures are not remembered: the next run tries them again."""
    if isinstance(item, Page) and outcome.ending in ("ok", "skipped"):
        kept = {"ending": outcome.ending, "place": outcome.place, "line": outcome.line}
        kept |= {"reason": outcome.reason, "message": outcome.message, "stage": outcome.stage}
        ledger.put(item.place, item.sha256, json.dumps(kept, ensure_ascii=False))


def _finish(outcome: Outcome, outputs: Sequence[Output], accounts: Accounts, watch: Watcher | None) -> None:
    if outcome.line is not None:
        record = parse_record(outcome.line, outcome.place)
        for target in outputs:
            target.write(record, outcome.line)
    accounts.add(outcome)
    if watch is not None:
        watch(outcome)


def _closing(outputs: Sequence[Output]) -> ExitStack:
    """Close all outputs at the end; where the run breaks, leave the earlier outputs as they were."""
    stack = ExitStack()

    def end(error: type[BaseException] | None, *_: object) -> bool:
        for target in outputs:
            if error is None:
                target.close()
            else:
                target.abandon()
        return False

    stack.push(end)
    return stack
