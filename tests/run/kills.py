"""Kills a run at random, again and again, until it has been killed often enough; then lets it end.

python -m tests.run.kills CONFIG SEED KILLS WHOM, where WHOM is main or workers

Each run is a child that is forked from here, so that it is at work at once. Prints how many kills met a run at work.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from pipeline.config import load_config
from pipeline.run import run
from pipeline.run.archive import How, ledger_path
from pipeline.stage import STAGES

CONFIG, SEED, KILLS, WHOM = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]


def begin() -> int:
    """Start a run in a child; return its process id."""
    child = os.fork()
    if child:
        return child
    workers = 0 if WHOM == "main" else 2
    run(CONFIG, How(workers=workers, failures=CONFIG.parent / "out" / "failures.jsonl"))
    os._exit(0)


def over(child: int) -> bool:
    """Tell whether the run has ended by itself; it must have ended well. Asked again of one that has, it fails."""
    ended, status = os.waitpid(child, os.WNOHANG)
    if ended and status:
        raise SystemExit(f"a run ended with {status}")
    return bool(ended)


def workers_of(child: int) -> list[int]:
    """Return the process ids of a run's workers."""
    try:
        return [int(pid) for pid in Path(f"/proc/{child}/task/{child}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []


def kill_a_worker(child: int, chance: random.Random) -> bool:
    """Kill one of a run's workers; two deaths on one document would make it a failure, rightly, so only one a run."""
    living = workers_of(child)
    if not living:
        return False
    with suppress(ProcessLookupError):
        os.kill(chance.choice(living), signal.SIGKILL)
    time.sleep(chance.uniform(0.1, 0.8))
    return True


def main() -> None:
    """Kill until enough kills have met a run at work."""
    chance = random.Random(SEED)
    STAGES.all()
    out = ledger_path(load_config(CONFIG))
    assert out is not None
    killed = 0
    while killed < KILLS:
        child = begin()
        time.sleep(chance.uniform(0, 0.25) if WHOM == "main" else chance.uniform(0.1, 1.6))
        if over(child):
            shutil.rmtree(out.parent)  # it was done before it was killed: from the beginning
            continue
        killed += WHOM == "workers" and kill_a_worker(child, chance)
        if not over(child):
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            killed += 1
    _, status = os.waitpid(begin(), 0)
    if status:
        raise SystemExit(f"the last run ended with {status}")
    sys.stdout.write(f"{killed}\n")


if __name__ == "__main__":
    main()
