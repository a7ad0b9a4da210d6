"""Hands batches to an engine and sees to it that every document ends, also where one kills the process that works on it.

A worker dies on a batch: nothing of the batch is believed. It is tried again in parts, each in a worker of its own,
until the document that kills is alone; where it kills twice, it ends as failed, and it alone. Many deaths without a
document that ends mean a sick machine or model, not poisonous documents: then the run stops and says so.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from pipeline.run.outcomes import Outcome
from pipeline.run.shards import Made
from pipeline.run.worker import Spent, Task

#: Deaths of one document that make it a failure.
_FATAL = 2


class RunStopped(Exception):
    """A run that cannot go on; the message says why and what to do. What was done is kept."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents that go to one worker together. ``deaths`` is how often one that is alone has killed its worker."""

    tasks: tuple[Task, ...]
    suspected: bool = False
    deaths: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """A batch that ended."""

    batch: Batch
    made: list[Made]
    spent: Spent


@dataclass(frozen=True, slots=True)
class Lost:
    """A batch whose worker died: how (``crashed``, ``timeout``, ``memory``) and, where known, on which document.

    ``innocent`` is a batch that the worker had not begun.
    """

    batch: Batch
    reason: str
    message: str
    suspect: int | None = None
    innocent: bool = False


class Engine(Protocol):
    """Where the workers are. One batch is with one worker at a time, so that a death has one batch to blame."""

    @property
    def free(self) -> int:
        """How many batches could be submitted now."""

    def submit(self, batch: Batch) -> None:
        """Give a batch to a free worker; a suspected one to a worker that has nothing to lose."""

    def wait(self, seconds: float) -> list[Done | Lost]:
        """Return what ended, after at most so many seconds; raises :class:`RunStopped` where no worker can work."""

    def close(self) -> None:
        """End the workers, whatever they are at."""


class Supervisor:
    """The loop between the batches of a run and an engine.

    After more than ``most_deaths`` deaths in a row, without a batch that ends in between, it raises :class:`RunStopped`.
    """

    def __init__(self, engine: Engine, most_deaths: int) -> None:
        self._engine = engine
        self._most_deaths = most_deaths
        self._again: deque[Batch] = deque()
        self._ready: deque[Batch] = deque()
        self._working = 0
        self._in_a_row = 0
        #: Deaths of workers so far.
        self.deaths = 0

    def run(self, batches: Iterator[Batch | None], stopping: Callable[[], bool]) -> Iterator[Done]:
        """Yield every batch that ends, until ``batches`` is at its end or ``stopping`` says so.

        ``batches`` yields null where it has to wait for what is being worked on. A batch is taken from it only when a
        worker is about to need one, so that no more is in memory than is worked on.
        """
        exhausted = False
        while True:
            while not exhausted and not stopping() and len(self._ready) <= self._engine.free:
                batch = next(batches, _END)
                if batch is _END:
                    exhausted = True
                elif batch is None:
                    break
                elif isinstance(batch, Batch):
                    self._ready.append(batch)
                if self._submit():
                    yield from self._ended(0)
            self._submit()
            waiting = self._again or self._ready or not exhausted
            if not self._working and (stopping() or not waiting):
                return
            yield from self._ended(0.2)

    def _submit(self) -> bool:
        while self._engine.free and (self._again or self._ready):
            self._engine.submit(self._again.popleft() if self._again else self._ready.popleft())
            self._working += 1
        return self._working > 0

    def _ended(self, seconds: float) -> Iterator[Done]:
        for event in self._engine.wait(seconds):
            self._working -= 1
            if isinstance(event, Done):
                if len(event.made) != len(event.batch.tasks):
                    raise RunStopped(
                        f"a worker returned {len(event.made)} of {len(event.batch.tasks)} documents; please report it"
                    )
                self._in_a_row = 0
                yield event
            else:
                yield from self._lost(event)

    def _lost(self, loss: Lost) -> Iterator[Done]:
        self.deaths += 1
        self._in_a_row += 1
        if self._in_a_row > self._most_deaths:
            raise RunStopped(
                f"{self._in_a_row} workers died one after the other and no document ended ({loss.message}); this is a "
                "sick machine, model or stage, not single documents. Mend it and start again: what is done is kept"
            )
        parts = [loss.batch] if loss.innocent else parted(loss.batch, loss.suspect)
        dead = [part for part in parts if part.deaths >= _FATAL]
        self._again.extendleft(reversed([part for part in parts if part.deaths < _FATAL]))
        for part in dead:
            task = part.tasks[0]
            outcome = Outcome(
                "failed",
                task.page.place,
                reason=loss.reason,
                message=loss.message,
                stage="worker",
                attempts=part.deaths,
            )
            yield Done(part, [Made(task.seq, task.doc, outcome)], Spent({}, 0, {}))


_END = object()


def parted(batch: Batch, suspect: int | None) -> list[Batch]:
    """Return what is left to try of a batch that killed its worker: around the suspect if one is known, else halves."""
    tasks = batch.tasks
    if len(tasks) == 1:
        return [replace(batch, suspected=True, deaths=batch.deaths + 1)]
    if suspect is None:
        half = len(tasks) // 2
        return [Batch(part, suspected=True) for part in (tasks[:half], tasks[half:])]
    around = [Batch(part) for part in (tasks[:suspect], tasks[suspect + 1 :]) if part]
    return [*around, Batch((tasks[suspect],), suspected=True, deaths=1)]
