"""Whether time grows with length and no faster, told so that a busy machine cannot make a linear rule look steep."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable

#: The larger text is this many times the smaller: a linear rule takes as many times the time, a quadratic one the square.
TIMES = 8
#: Half way between the two on a scale of ratios: 8 ** 1.5.
STEEP = 22.6
#: A pair that looks steep is measured anew: noise seldom strikes the larger text alone so many times, a steep rule always does.
ATTEMPTS = 4
#: Seconds that any call may take, whatever its length: below it the clock is too coarse for a ratio.
FLOOR = 0.01


def processor_seconds(job: Callable[[], object]) -> float:
    """Return the processor time of one call, with the garbage collector at rest."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        job()
        return time.process_time() - start
    finally:
        gc.enable()


def check_growth(job: Callable[[int], Callable[[], object]], small: int) -> None:
    """Fail where a job of ``8 * small`` units takes more than 22 times the time of one of ``small`` units.

    ``job`` gets a size and returns what is timed; what it does before that is not.
    """
    less, more = job(small), job(small * TIMES)
    pairs = []
    for _ in range(ATTEMPTS):
        pair = processor_seconds(less), processor_seconds(more)
        if pair[1] < STEEP * max(pair[0], FLOOR):
            return
        pairs.append(pair)
    raise AssertionError(f"{TIMES} times the length took, in seconds: {pairs}")
