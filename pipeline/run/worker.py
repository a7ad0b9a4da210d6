"""A worker: holds the stages, works on batches of documents, and dies alone when a document kills it.

Where a document takes too long, the system's alarm ends the process, also out of native code that never returns.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from pipeline.article import Article, Page
from pipeline.config import Config
from pipeline.record import Record
from pipeline.run.collecting import collect_rarely
from pipeline.run.facts import facts_of
from pipeline.run.keys import StageKey
from pipeline.run.layers import Remembering
from pipeline.run.reader import Pipeline
from pipeline.run.shards import Made
from pipeline.stage import Stage

#: Documents between two times that memory is given back, and that stages learn which words are common; the first
#: time comes early, so that a short run gains by it too.
_ZONE, _FIRST_ZONE = 500, 50


@dataclass(frozen=True, slots=True)
class Task:
    """One document to work on; ``layers`` is what an earlier run kept of it."""

    seq: int
    doc: bytes
    page: Page
    layers: bytes | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """What all workers of a run do. ``time_limit`` is in seconds for each document; 0 is none."""

    config: Config
    keys: tuple[StageKey, ...]
    keep_layers: bool
    time_limit: float


@dataclass(frozen=True, slots=True)
class Spent:
    """What a batch cost: seconds of each stage, and the worker's memory after it, bytes."""

    seconds: dict[str, float]
    memory: int
    ran: dict[str, int]


class Worker:
    """The stages, loaded once, and the work on batches."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._pipeline = Pipeline(job.config)
        collect_rarely()
        self._zones = ExitStack()
        self._left = 0
        self._next_zone = _FIRST_ZONE

    def _renew_zones(self, documents: int) -> None:
        """Give back what stages remember of rare words, now and then, so that memory is flat over any archive."""
        self._left -= documents
        if self._left < 0:
            self._left, self._next_zone = self._next_zone, _ZONE
            self._zones.close()
            for _, stage in self._pipeline.stages:
                if hasattr(stage, "memory_zone"):
                    self._zones.enter_context(stage.memory_zone())

    def work(self, tasks: list[Task], begin: Callable[[int], None] = lambda _: None) -> tuple[list[Made], Spent]:
        """Return what was made of each document and what it cost; ``begin`` is told of each before it is begun."""
        made = []
        seconds: dict[str, float] = {}
        ran: dict[str, int] = {}
        self._renew_zones(len(tasks))
        try:
            for n, task in enumerate(tasks):
                begin(n)
                _alarm(self._job.time_limit)
                walk = _Measured(self._job, task.layers, seconds)
                started = time.perf_counter()
                outcome = self._pipeline.outcome(task.page, walk)
                layers = walk.packed()
                took = time.perf_counter() - started
                for name in walk.ran:
                    ran[name] = ran.get(name, 0) + 1
                made.append(Made(task.seq, task.doc, outcome, walk.facts, layers, took))
        finally:
            _alarm(0)
        return made, Spent(seconds, memory_used(), ran)


class _Measured(Remembering):
    """Also adds up the time of each stage, and takes down what the report wants to know."""

    def __init__(self, job: Job, kept: bytes | None, seconds: dict[str, float]) -> None:
        super().__init__(job.keys, kept, job.keep_layers)
        self._seconds = seconds
        self.facts: dict[str, Any] | None = None

    def through(self, name: str, stage: Stage, article: Article) -> Article:
        """Return the article after a stage."""
        started = time.perf_counter()
        try:
            return super().through(name, stage, article)
        finally:
            self._seconds[name] = self._seconds.get(name, 0.0) + time.perf_counter() - started

    def ended(self, article: Article, record: Record) -> None:
        """Take down the record's facts."""
        self.facts = facts_of(article, record)


def _alarm(seconds: float) -> None:
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)


def memory_used() -> int:
    """Return the resident memory of this process, bytes; 0 where the system does not tell."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    except (OSError, ValueError, IndexError):
        return 0


def serve(connection: Connection) -> None:
    """Load the stages, then work on every batch that comes, until the other end closes."""
    try:
        worker = Worker(connection.recv())
    except Exception as error:  # noqa: BLE001 - told to the run, which knows how to say it
        connection.send(("unready", f"{type(error).__name__}: {error}"))
        return
    connection.send(("ready", memory_used()))
    while True:
        tasks: list[Task] = connection.recv()
        made, spent = worker.work(tasks, lambda n: connection.send(("at", n)))
        connection.send(("done", made, spent))


def main(handle: int) -> None:
    """Be one process of the pool: serve the run at the other end of this socket, until that end closes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        serve(Connection(handle))
