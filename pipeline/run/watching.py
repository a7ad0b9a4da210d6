"""How far a run has come, and who is told of it."""

from __future__ import annotations

import time
from collections import Counter, defaultdict, deque
from dataclasses import dataclass, field
from typing import Protocol

from pipeline.run.listing import Listing
from pipeline.run.supervisor import Done, Supervisor

#: Over how long the present rate is taken, seconds.
_WINDOW = 60.0


@dataclass
class Tally:
    """What the work of a run has come to so far: documents by ending, seconds by stage, memory, deaths."""

    listing: Listing
    supervisor: Supervisor
    workers: int
    started: float = field(default_factory=time.monotonic)
    endings: Counter[str] = field(default_factory=Counter)
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    ran: Counter[str] = field(default_factory=Counter)
    memory: int = 0
    _recent: deque[tuple[float, int]] = field(default_factory=deque)

    def add(self, done: Done) -> None:
        """Take down a batch that ended."""
        self.endings.update(made.outcome.ending for made in done.made)
        for stage, seconds in done.spent.seconds.items():
            self.seconds[stage] += seconds
        self.ran.update(done.spent.ran)
        self.memory = max(self.memory, done.spent.memory)
        now = time.monotonic()
        self._recent.append((now, len(done.made)))
        while self._recent[0][0] < now - _WINDOW:
            self._recent.popleft()

    @property
    def documents(self) -> int:
        """How many documents have been worked on."""
        return sum(self.endings.values())

    @property
    def elapsed(self) -> float:
        """Seconds since the work began."""
        return time.monotonic() - self.started

    @property
    def rate(self) -> float:
        """Documents a second over the last minute."""
        if not self._recent:
            return 0.0
        since = max(self.started, self._recent[0][0] - 1e-3) if len(self._recent) > 1 else self.started
        return sum(number for _, number in self._recent) / max(1e-3, time.monotonic() - since)

    @property
    def deaths(self) -> int:
        """How many workers have died."""
        return self.supervisor.deaths


class Watching(Protocol):
    """Is told when the work begins, whenever a batch has ended, and when the work is over."""

    def begins(self, tally: Tally) -> None:
        """The work begins; the tally can be read at any time from now on."""

    def done(self, done: Done) -> None:
        """A batch has ended, and stands in the tally."""

    def ends(self) -> None:
        """The work is over, or stopped."""


class Quiet:
    """Is told and says nothing."""

    def begins(self, tally: Tally) -> None:
        """Say nothing."""

    def done(self, done: Done) -> None:
        """Say nothing."""

    def ends(self) -> None:
        """Say nothing."""


class Together:
    """Tells several."""

    def __init__(self, *watching: Watching) -> None:
        self._watching = watching

    def begins(self, tally: Tally) -> None:
        """Tell all."""
        for each in self._watching:
            each.begins(tally)

    def done(self, done: Done) -> None:
        """Tell all."""
        for each in self._watching:
            each.done(done)

    def ends(self) -> None:
        """Tell all."""
        for each in self._watching:
            each.ends()
