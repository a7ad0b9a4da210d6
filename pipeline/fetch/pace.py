"""How often a host is asked: a delay with jitter between requests, a pause where it says so, an end where it says no."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

#: Refusals (403, 429) in a row after which a host is left alone for this run.
_STREAK = 5
#: Seconds: a host that asks for a longer pause is left for this run.
LONGEST_PAUSE = 900.0


@dataclass
class _Host:
    ready: float = 0.0
    refusals: int = 0
    ended: str | None = None


class Pace:
    """When each host may be asked next."""

    def __init__(self, delay: float, jitter: float, now: Callable[[], float], chance: random.Random) -> None:
        self._delay = delay
        self._jitter = jitter
        self._now = now
        self._chance = chance
        self._hosts: dict[str, _Host] = {}

    def wait(self, host: str) -> float:
        """Return the seconds until a host may be asked."""
        return max(0.0, self._of(host).ready - self._now())

    def asked(self, host: str, own_delay: float = 0.0) -> None:
        """Note a request: the next one waits for the longer of our delay and the host's own, with jitter."""
        pause = max(self._delay, own_delay) + self._chance.uniform(0, self._jitter)
        self._of(host).ready = max(self._of(host).ready, self._now() + pause)

    def answered(self, host: str, status: int, pause: float | None) -> None:
        """Note an answer: refusals in a row and long pauses end the host for this run."""
        known = self._of(host)
        known.refusals = known.refusals + 1 if status in (403, 429) else 0
        if known.refusals >= _STREAK:
            known.ended = f"answered {status} {_STREAK} times in a row"
        if pause is None and status in (429, 503):
            pause = 10 * self._delay * max(1, known.refusals)
        if pause is None:
            return
        if pause > LONGEST_PAUSE:
            known.ended = f"asks to be left alone for {pause:.0f} seconds"
        known.ready = max(known.ready, self._now() + min(pause, LONGEST_PAUSE))

    def ended(self, host: str) -> str | None:
        """Return why a host is left alone for this run, or None."""
        return self._of(host).ended

    def _of(self, host: str) -> _Host:
        return self._hosts.setdefault(host, _Host())
