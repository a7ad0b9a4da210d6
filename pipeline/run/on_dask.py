"""The engine of many machines: workers of a Dask cluster, under the same supervisor and with the same promises.

Each worker gets one batch at a time, by its address, and no task is ever repeated by Dask itself: so a death has one
batch to blame, and the supervisor decides what is tried again. The stages are loaded once in each worker process.
Pages travel with their batches, so that the workers need no access to the archive; shards are written by the run.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any

from pipeline.run.shards import Made
from pipeline.run.supervisor import Batch, Done, Lost, RunStopped
from pipeline.run.worker import Job, Spent, Task, Worker

#: How often it is looked which workers there still are, seconds.
_LOOK = 0.5
#: How long the run waits for the first worker, seconds.
_PATIENCE = 60.0
#: How long a finished batch's result may take to come before it is asked whether its worker is still there, seconds.
_PATIENCE_FOR_A_RESULT = 5.0

_loaded: dict[str, Worker] = {}


def work(name: str, job: Job, tasks: list[Task]) -> Any:
    """Work on a batch, in a worker of the cluster; what was loaded for other runs is forgotten."""
    if name not in _loaded:
        _loaded.clear()
        _loaded[name] = Worker(job)
    return _loaded[name].work(tasks)


@dataclass(frozen=True, slots=True)
class _Sent:
    batch: Batch
    future: Any


class Dask:
    """The workers of the cluster whose scheduler is at ``address``."""

    def __init__(self, job: Job, address: str) -> None:
        client_class = _client_class()
        try:
            self._client = client_class(address, timeout="20s", set_as_default=False)
        except (OSError, TimeoutError, ValueError) as error:
            raise RunStopped(f"no Dask scheduler answers at {address} ({error}); is it running?") from None
        self._job = job
        self._name = job.config.sha256 + str(time.time_ns())
        self._sent: dict[str, _Sent] = {}
        self._workers: list[str] = []
        self._looked = 0.0
        self._alone_since = time.monotonic()

    def _look(self) -> None:
        """See which workers there are, now and then."""
        if time.monotonic() - self._looked < _LOOK:
            return
        self._workers = sorted(self._client.nthreads())
        self._looked = time.monotonic()
        if self._workers:
            self._alone_since = self._looked
        elif self._looked - self._alone_since > _PATIENCE:
            raise RunStopped(f"the cluster has had no workers for {_PATIENCE:.0f} seconds; start some and try again")

    @property
    def free(self) -> int:
        """How many batches could be submitted now: one for each worker without one."""
        self._look()
        return sum(worker not in self._sent for worker in self._workers)

    def submit(self, batch: Batch) -> None:
        """Send a batch to a worker that has none."""
        worker = next(each for each in self._workers if each not in self._sent)
        future = self._client.submit(
            work,
            self._name,
            self._job,
            list(batch.tasks),
            workers=[worker],
            allow_other_workers=False,
            pure=False,
            retries=0,
        )
        self._sent[worker] = _Sent(batch, future)

    def wait(self, seconds: float) -> list[Done | Lost]:
        """Return what ended; a batch whose worker is no more is lost."""
        until = time.monotonic() + seconds
        while True:
            found = self._ended()
            if found or time.monotonic() >= until:
                return found
            time.sleep(0.005)

    def _ended(self) -> list[Done | Lost]:
        self._look()
        found: list[Done | Lost] = []
        for worker, sent in list(self._sent.items()):
            status = sent.future.status
            if status == "pending" and worker in self._workers:
                continue
            result = self._result(sent) if status == "finished" else None
            if status == "finished" and result is None and worker in sorted(self._client.nthreads()):
                continue
            del self._sent[worker]
            if result is not None:
                found.append(Done(sent.batch, *result))
            else:
                found.append(self._lost(sent, status))
            sent.future.release()
        return found

    def _result(self, sent: _Sent) -> tuple[list[Made], Spent] | None:
        """Return what a worker made; None where it is not there in time: a result dies with the worker that holds it."""
        try:
            made, spent = sent.future.result(timeout=_PATIENCE_FOR_A_RESULT)
        except TimeoutError:
            return None
        return made, spent

    def _lost(self, sent: _Sent, status: str) -> Lost:
        error = sent.future.exception() if status == "error" else None
        if error is not None and type(error).__name__ != "KilledWorker":
            raise RunStopped(f"the stages cannot be run on the cluster: {type(error).__name__}: {error}")
        sent.future.cancel(force=True)
        self._looked = 0.0
        return Lost(sent.batch, "crashed", "the worker of the cluster that worked on it is gone")

    def close(self) -> None:
        """Take back what is not done and leave the cluster as it was."""
        for sent in self._sent.values():
            sent.future.cancel(force=True)
        self._client.close()


def _client_class() -> Any:
    try:
        from distributed import Client
    except ImportError:
        raise RunStopped("the engine dask needs the extra 'dask': pip install 'talstreck[dask]'") from None
    return Client
