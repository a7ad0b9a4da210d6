"""What an operator sees of a run on stderr: a live view on a terminal, a line now and then elsewhere."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import timedelta

from rich.console import Console, Group
from rich.live import Live
from rich.progress_bar import ProgressBar
from rich.table import Table
from rich.text import Text

from pipeline.config import Config
from pipeline.run.supervisor import Done
from pipeline.run.watching import Tally
from pipeline.sources import SOURCES, SourceError, units_of

#: Seconds between two lines where there is no terminal.
_PAUSE = 30.0


class Totals:
    """Counts in the background how many units the sources have, since the listing itself goes no faster than the work."""

    def __init__(self, config: Config) -> None:
        self._config = config
        #: How many there are, once they are counted.
        self.units: int | None = None
        self._thread = threading.Thread(target=self._count, daemon=True)
        self._thread.start()

    def _count(self) -> None:
        with suppress(SourceError, OSError):
            self.units = sum(1 for step in self._config.sources for _ in self._units(step.name, step.options))

    @staticmethod
    def _units(name: str, options: object) -> Iterator[object]:
        yield from units_of(SOURCES.get(name).build(options))


def remaining(tally: Tally, units: int | None) -> float | None:
    """Return the seconds that are left, or null where nothing can be said; what is reused goes faster than this."""
    seen = tally.listing.units_seen
    if units is None or not seen or tally.rate <= 0:
        return None
    waiting = tally.listing.to_do - tally.documents
    share_to_do = tally.listing.to_do / seen
    return (waiting + max(0, units - seen) * share_to_do) / tally.rate


def sentence(tally: Tally, units: int | None) -> str:
    """Return "1,250 done, 54.1/s, about 0:27:00 left; 3 failed, 0 deaths, largest worker 612 MB"."""
    left = remaining(tally, units)
    parts = [f"{tally.documents:,} done", f"{tally.rate:.1f}/s"]
    parts += [f"{tally.listing.reused:,} from an earlier run"] if tally.listing.reused else []
    parts += [f"about {timedelta(seconds=round(left))} left"] if left is not None else []
    ended = f"{tally.endings['failed']} failed, {tally.deaths} deaths, largest worker {tally.memory >> 20} MB"
    return f"{', '.join(parts)}; {ended}"


def per_stage(tally: Tally) -> list[tuple[str, float, float]]:
    """Return each stage with its milliseconds a document and its share of the time."""
    total = sum(tally.seconds.values()) or 1.0
    done = max(1, tally.documents)
    return [(stage, 1000 * seconds / done, seconds / total) for stage, seconds in tally.seconds.items()]


class Lines:
    """A line now and then, with the time of day, for logs."""

    def __init__(self, config: Config, pause: float = _PAUSE) -> None:
        self._totals = Totals(config)
        self._pause = pause
        self._next = 0.0

    def begins(self, tally: Tally) -> None:
        """Say that work begins only when there is any."""
        self._tally = tally
        self._next = time.monotonic() + self._pause

    def done(self, done: Done) -> None:
        """Say how far it is, where it is time to."""
        if time.monotonic() >= self._next:
            self._say(sentence(self._tally, self._totals.units))
            self._next = time.monotonic() + self._pause

    def ends(self) -> None:
        """Say what each stage took, where the run was long enough for lines."""
        if self._tally.elapsed >= self._pause:
            stages = ", ".join(f"{stage} {each:.1f}" for stage, each, _ in per_stage(self._tally))
            self._say(f"{sentence(self._tally, self._totals.units)}; milliseconds a document: {stages}")

    def _say(self, words: str) -> None:
        with suppress(OSError):  # the terminal may be closed
            sys.stderr.write(f"{time.strftime('%H:%M:%S')} {words}\n")
            sys.stderr.flush()


class View:
    """A live view: a bar, a sentence and a row for each stage."""

    def __init__(self, config: Config, console: Console) -> None:
        self._totals = Totals(config)
        self._tally: Tally | None = None
        self._live = Live(console=console, transient=True, refresh_per_second=4, get_renderable=self.drawn)

    def begins(self, tally: Tally) -> None:
        """Show it."""
        self._tally = tally
        self._live.start()

    def done(self, done: Done) -> None:
        """It is drawn anew four times a second."""

    def ends(self) -> None:
        """Take it away."""
        with suppress(OSError):
            self._live.stop()

    def drawn(self) -> Group:
        """Return the view as it is now."""
        if self._tally is None:
            return Group()
        units = self._totals.units
        stages = Table.grid(padding=(0, 2))
        for stage, each, share in per_stage(self._tally):
            stages.add_row(stage, f"{each:.1f} ms", f"{share:.0%}")
        bar = Table.grid()  # a bar by itself ends no line
        bar.add_row(ProgressBar(total=units or None, completed=self._tally.listing.units_seen, width=60))
        return Group(bar, Text(sentence(self._tally, units)), stages)
