"""Python's search for circles of garbage, made rare: models are never garbage, and an article makes no circles."""

from __future__ import annotations

import gc

#: New objects between two searches, and younger searches between two older ones; Python's own are 700, 10 and 10.
_RARE = (50_000, 20, 20)


def collect_rarely() -> None:
    """Take what has been loaded out of the search for garbage, and search rarely from now on.

    For processes that read pages and nothing else. Measured on the stage `clean`: 4.6 ms a page before, 3.6 ms after.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_RARE)
