"""How long a run over an archive will take: pages spread over it are read with every stage, and timed."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass

from pipeline.inspect.survey import Survey
from pipeline.run import load


@dataclass(frozen=True, slots=True)
class Estimate:
    """Seconds for all kept pages in one process, and what that was measured on."""

    seconds: float
    words_per_second: float
    pages: int
    processors: int

    def as_dict(self) -> dict[str, float | int]:
        """Return it for JSON."""
        return {
            "seconds_in_one_process": round(self.seconds, 1),
            "words_per_second": round(self.words_per_second),
            "measured_on_pages": self.pages,
            "processors": self.processors,
        }


def estimate(survey: Survey) -> Estimate | None:
    """Time the default stages on the survey's sample; null where nothing would be kept."""
    if not survey.sample:
        return None
    pipeline = load()
    pipeline.outcome(survey.sample[0])
    words, start = 0, time.perf_counter()
    for page in survey.sample:
        words += len(pipeline.article(page).text.split())
    spent = max(time.perf_counter() - start, 1e-9)
    rate = max(words / spent, 1e-9)
    return Estimate(survey.words / rate, rate, len(survey.sample), os.cpu_count() or 1)
