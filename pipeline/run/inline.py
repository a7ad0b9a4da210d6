"""The engine without processes: for profilers, for debuggers, and where processes cannot be started."""

from __future__ import annotations

from dataclasses import replace

from pipeline.run.supervisor import Batch, Done, Lost
from pipeline.run.worker import Job, Worker


class Inline:
    """Works on each batch when it is submitted. What crashes, crashes the run."""

    def __init__(self, job: Job) -> None:
        self._job = replace(job, time_limit=0)  # the alarm would end the run itself
        self._worker: Worker | None = None
        self._done: list[Done | Lost] = []

    @property
    def free(self) -> int:
        """One batch at a time."""
        return 0 if self._done else 1

    def submit(self, batch: Batch) -> None:
        """Work on a batch, here and now."""
        self._worker = self._worker or Worker(self._job)
        self._done.append(Done(batch, *self._worker.work(list(batch.tasks))))

    def wait(self, seconds: float) -> list[Done | Lost]:
        """Return what was worked on."""
        done, self._done = self._done, []
        return done

    def close(self) -> None:
        """Nothing is left to end."""
