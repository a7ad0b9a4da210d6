"""What a run does when it is asked to stop: once, it ends what is being worked on and keeps it; twice, it stops at once."""

from __future__ import annotations

import signal
import threading
from types import FrameType, TracebackType
from typing import Any


class Interrupted(Exception):
    """The run was stopped from outside; ``code`` is the exit code that says by which signal."""

    def __init__(self, number: int, message: str) -> None:
        super().__init__(message)
        self.code = 128 + number


class Stopping:
    """Listens for Ctrl-C, for a request to end and for a closed terminal, as long as it is entered.

    In a thread other than the main one, where no signals arrive, nothing is listened for.
    """

    def __init__(self) -> None:
        self.asked: int | None = None
        self._before: dict[int, Any] = {}

    def __enter__(self) -> Stopping:
        if threading.current_thread() is threading.main_thread():
            for name in ("SIGINT", "SIGTERM", "SIGHUP"):
                number = getattr(signal, name, None)
                if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                    self._before[number] = signal.signal(number, self._ask)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    def _ask(self, number: int, _: FrameType | None) -> None:
        if self.asked is not None:
            raise Interrupted(number, "stopped at once; start again to go on from the last shard")
        self.asked = number

    def asked_for(self) -> bool:
        """Tell whether somebody has asked the run to stop."""
        return self.asked is not None
