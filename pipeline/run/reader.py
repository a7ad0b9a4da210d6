"""The stages of a configuration, built: pages in, records out."""

from __future__ import annotations

import hashlib
import importlib.metadata
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from threadpoolctl import ThreadpoolController

from pipeline.article import Article, Page
from pipeline.config import Config, default_config, load_config
from pipeline.privacy.redact import redact
from pipeline.record import ModelRecord, ProducedBy, Record, build_record
from pipeline.run.outcomes import Outcome
from pipeline.stage import STAGES, Skip, Stage


class Walk:
    """How a page goes through the stages. Subclasses measure, remember, or take what was made before."""

    def through(self, name: str, stage: Stage, article: Article) -> Article:
        """Return the article after a stage."""
        return stage(article)

    def ended(self, article: Article, record: Record) -> None:
        """See the article with all its layers, and the record that leaves."""


_STRAIGHT = Walk()


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
        self.produced_by = produced_by(self.config)

    def process(self, page: Page | str) -> Record:
        """Return the record of a page, or of a text that is given as a string.

        Raises :class:`~pipeline.stage.Skip` for a page that is left out (empty, binary, in another language).
        """
        return self._record(self._through(_as_page(page)))

    def _record(self, article: Article) -> Record:
        """Build the record and let the privacy profile have it: the one place between stages and outputs."""
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

    def outcome(self, page: Page, walk: Walk = _STRAIGHT) -> Outcome:
        """Return how one page ends, once it has gone through the stages as ``walk`` has it."""
        step = "record"
        try:
            article = Article(page)
            with self._threads.limit(limits=1, user_api="blas"):
                for step, stage in self.stages:
                    article = walk.through(step, stage, article)
            step = "record"
            record = self._record(article)
            walk.ended(article, record)
            return Outcome("ok", page.place, line=record.to_json())
        except Skip as skip:
            return Outcome("skipped", page.place, reason=skip.reason, message=skip.message, stage=step)
        except Exception as error:  # noqa: BLE001 - the border where one bad document must not end the run
            return failed(page.place, step, error)

    def _through(self, page: Page) -> Article:
        article = Article(page)
        with self._threads.limit(limits=1, user_api="blas"):
            for _, stage in self.stages:
                article = stage(article)
        return article


def failed(place: str, step: str, error: BaseException) -> Outcome:
    """Return the failure that an exception in a stage means."""
    frames = traceback.extract_tb(error.__traceback__)
    way = [f"{Path(frame.filename).name}:{frame.name}" for frame in frames]
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else None
    kind = type(error).__name__
    return Outcome(
        "failed",
        place,
        reason=kind,
        message=f"{kind}: {error}"[:500],
        stage=step,
        where=where,
        trace=hashlib.sha256("\n".join([kind, *way]).encode()).hexdigest()[:12],
    )


def produced_by(config: Config) -> ProducedBy:
    """Return what a record says of how it was made; no model is loaded for it."""
    models = [model for step in config.stages for model in STAGES.get(step.name).models(step.options)]
    return ProducedBy(
        name="talstreck",
        version=importlib.metadata.version("talstreck"),
        config_sha256=config.sha256,
        stages=[step.name for step in config.stages],
        models=[ModelRecord(name=model.name, version=model.version, sha256=model.sha256) for model in models],
    )


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
