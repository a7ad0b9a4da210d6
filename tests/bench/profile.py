"""Where a worker's time goes: milliseconds an article in each stage, then the functions that take longest.

python -m tests.bench.profile
"""

from __future__ import annotations

import cProfile
import pstats
import time

from pipeline import Page
from pipeline.config import default_config
from pipeline.run.keys import stage_keys
from pipeline.run.worker import Job, Task, Worker
from tests.bench.archive_articles import articles

COUNT = 200
LONGEST = 40


def main() -> None:
    """Work on articles of 300 words three times: to warm up, to measure, under the profiler."""
    config = default_config()
    worker = Worker(Job(config, stage_keys(config), True, 0))
    tasks = [
        Task(n, b"", Page(text.encode(), f"{n}.txt", media_type="text/plain")) for n, text in enumerate(articles(COUNT))
    ]
    worker.work(tasks)
    started = time.process_time()
    _, spent = worker.work(tasks)
    whole = time.process_time() - started
    for stage, seconds in spent.seconds.items():
        print(f"{stage:10s} {1000 * seconds / COUNT:7.2f} ms")
    rest = whole - sum(spent.seconds.values())
    print(f"{'the rest':10s} {1000 * rest / COUNT:7.2f} ms (record, JSON, what is kept)")
    print(f"{COUNT / whole:.1f} articles/s of processor time\n")
    profile = cProfile.Profile()
    profile.runcall(worker.work, tasks)
    pstats.Stats(profile).sort_stats("tottime").print_stats(LONGEST)


if __name__ == "__main__":
    main()
