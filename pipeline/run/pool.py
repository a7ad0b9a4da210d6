"""The engine of one machine: processes of our own, each with the stages loaded once, watched and replaced."""

from __future__ import annotations

import os
import pickle
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any

from pipeline.run.supervisor import Batch, Done, Lost, RunStopped
from pipeline.run.worker import Job

#: A library that starts threads of its own would fight with the other workers for the same cores.
_ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS", "NUMEXPR_NUM_THREADS")
#: Workers that may die while loading before the run gives up.
_MOST_UNREADY = 3
_BROKEN = (EOFError, OSError, pickle.UnpicklingError)


@dataclass(frozen=True, slots=True)
class Limits:
    """When a worker is replaced: after so many documents, or when its memory is above so many bytes.

    A worker that grows to twice ``memory`` while it works is ended at once.
    """

    documents: int
    memory: int


class Pool:
    """Up to ``size`` workers, started when there is work for them."""

    def __init__(self, job: Job, size: int, limits: Limits) -> None:
        self._job = job
        self._size = size
        self._limits = limits
        self._workers: list[_Process] = []
        self._unready = 0

    @property
    def free(self) -> int:
        """How many batches could be submitted now."""
        return self._size - sum(worker.batch is not None for worker in self._workers)

    @property
    def pids(self) -> list[int]:
        """The workers' process ids."""
        return [worker.process.pid for worker in self._workers]

    @property
    def memory(self) -> int:
        """The largest resident memory of a worker after its last batch, bytes."""
        return max((worker.memory for worker in self._workers), default=0)

    def submit(self, batch: Batch) -> None:
        """Give a batch to a worker, one that is started for it where all are busy."""
        worker = next((each for each in self._workers if each.batch is None), None)
        if worker is None:
            worker = _Process(self._job)
            self._workers.append(worker)
        worker.give(batch)

    def wait(self, seconds: float) -> list[Done | Lost]:
        """Return what ended; raises :class:`RunStopped` where workers cannot even load the stages."""
        by_connection: dict[Any, _Process] = {w.connection: w for w in self._workers if w.batch is not None}
        found: list[Done | Lost] = []
        for ready in wait(list(by_connection), seconds):
            event = self._heard(by_connection[ready])
            found += [] if event is None else [event]
        for worker in by_connection.values():
            if worker.batch is not None and worker.memory_now() > 2 * self._limits.memory > 0:
                worker.process.kill()
                worker.ended_for = ("memory", f"needed more than {2 * self._limits.memory >> 20} MB")
        return found

    def _heard(self, worker: _Process) -> Done | Lost | None:
        try:
            message = worker.connection.recv()
        except _BROKEN:
            return self._died(worker)
        if message[0] == "at":
            worker.at = message[1]
        elif message[0] == "ready":
            self._unready = 0
            worker.memory = message[1]
            worker.begin()
        elif message[0] == "unready":
            raise RunStopped(f"the stages cannot be loaded: {message[1]}")
        elif worker.batch is not None:
            done = Done(worker.batch, message[1], message[2])
            worker.batch, worker.at, worker.memory = None, None, done.spent.memory
            worker.documents += len(done.made)
            if worker.documents >= self._limits.documents or worker.memory > self._limits.memory > 0:
                self._remove(worker)
            return done
        return None

    def _died(self, worker: _Process) -> Lost:
        code = worker.process.wait()
        reason, message = worker.ended_for or _why(code, self._job.time_limit)
        if not worker.loaded:
            self._unready += 1
            if self._unready >= _MOST_UNREADY:
                raise RunStopped(f"workers end before they are ready ({message}); is there memory enough for them?")
        batch, suspect = worker.batch, worker.at
        assert batch is not None
        self._remove(worker)
        return Lost(batch, reason, message, suspect, innocent=suspect is None)

    def _remove(self, worker: _Process) -> None:
        self._workers.remove(worker)
        worker.end()

    def close(self) -> None:
        """End all workers."""
        for worker in self._workers:
            worker.end()
        self._workers.clear()


def _why(code: int, time_limit: float) -> tuple[str, str]:
    if code >= 0:
        return "crashed", f"the worker ended with {code}"
    name = next((s.name for s in signal.Signals if s.value == -code), str(-code))
    if name == "SIGALRM":
        return "timeout", f"took more than {time_limit:g} seconds"
    return "crashed", f"the worker was ended by {name}"


class _Process:
    """One worker: its process, the socket to it, and what it is at."""

    def __init__(self, job: Job) -> None:
        ours, theirs = socket.socketpair()
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
        environment |= dict.fromkeys(_ONE_THREAD, "1")
        # not -m: the module is imported by its own name, by which what it sends is known at the other end
        program = f"from pipeline.run.worker import main; main({theirs.fileno()})"
        command: Sequence[str] = [sys.executable, "-P", "-c", program]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # standard output is the run's data
            pass_fds=[theirs.fileno()],
            env=environment,
            start_new_session=True,  # Ctrl-C is the run's to handle, not the workers'
        )
        theirs.close()
        self.connection = Connection(ours.detach())
        self.batch: Batch | None = None
        self.at: int | None = None
        self.loaded = False
        self.documents = 0
        self.memory = 0
        self.ended_for: tuple[str, str] | None = None
        self._send(job)

    def give(self, batch: Batch) -> None:
        """Take a batch to send: now, or when the stages are loaded, for nobody reads the socket before."""
        self.batch, self.at = batch, None
        if self.loaded:
            self._send(list(batch.tasks))

    def begin(self) -> None:
        """Send the batch that has waited for the stages to be loaded."""
        self.loaded = True
        if self.batch is not None:
            self._send(list(self.batch.tasks))

    def _send(self, thing: object) -> None:
        """Send; that nobody is there any more is seen when the answer is awaited."""
        try:
            self.connection.send(thing)
        except _BROKEN:
            self.process.kill()

    def memory_now(self) -> int:
        """Return the resident memory, bytes; 0 where the system does not tell."""
        try:
            with open(f"/proc/{self.process.pid}/statm", encoding="ascii") as file:
                return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, ValueError, IndexError):
            return 0

    def end(self) -> None:
        """End the process, if it is not at its end."""
        self.connection.close()
        self.process.kill()
        self.process.wait()


def worker_count(wanted: int | str, memory_each: int) -> int:
    """Return how many workers to use: as many as wanted, or for ``auto`` as cores and free memory allow."""
    if wanted != "auto":
        return int(wanted)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    free = _free_memory()
    return max(1, min(cores, _share_of_cores() or cores, free // memory_each if free else cores))


def _free_memory() -> int | None:
    """Return the bytes that are free on the machine, or that the container has left."""
    found = []
    try:
        with open("/proc/meminfo", encoding="ascii") as file:
            found += [int(line.split()[1]) * 1024 for line in file if line.startswith("MemAvailable:")]
        with open("/sys/fs/cgroup/memory.max", encoding="ascii") as file:
            found += [int(limit) for limit in [file.read().strip()] if limit != "max"]
    except (OSError, ValueError):
        pass
    return min(found, default=None)


def _share_of_cores() -> int | None:
    """Return how many cores the container may use, or null where that is not limited."""
    try:
        with open("/sys/fs/cgroup/cpu.max", encoding="ascii") as file:
            quota, period = file.read().split()
        return max(1, int(quota) // int(period))
    except (OSError, ValueError):
        return None
