"""Records as the pages come, in one process and without memory of earlier runs: what ``talstreck extract`` does."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack

from pipeline.article import Page
from pipeline.outputs import Output
from pipeline.record import parse_record
from pipeline.run.outcomes import Accounts, Outcome, Watcher
from pipeline.run.reader import Pipeline
from pipeline.sources import Unreadable


def extract(
    pipeline: Pipeline, inputs: Iterable[Page | Unreadable], outputs: Sequence[Output], watch: Watcher | None = None
) -> Accounts:
    """Send inputs through the pipeline to the outputs; a page whose bytes came before is a duplicate."""
    accounts = Accounts()
    seen: dict[str, str] = {}
    with closing(outputs):
        for item in inputs:
            accounts.inputs += 1
            outcome = _duplicate(item, seen) or _outcome(pipeline, item)
            if outcome.line is not None:
                record = parse_record(outcome.line, outcome.place)
                for target in outputs:
                    target.write(record, outcome.line)
            accounts.add(outcome)
            if watch is not None:
                watch(outcome)
    return accounts


def duplicate_of(first: str, place: str) -> Outcome:
    """Return how an input ends that has the same bytes as the one at ``first``."""
    return Outcome("duplicate", place, reason=first, message=f"has the same bytes as {first}")


def unreadable(item: Unreadable) -> Outcome:
    """Return how an input ends that gave no page."""
    return Outcome(item.ending, item.place, reason=item.reason, message=item.message, stage="source")


def _duplicate(item: Page | Unreadable, seen: dict[str, str]) -> Outcome | None:
    """Two inputs with the same bytes are two inputs; the second ends as a duplicate of the first."""
    if isinstance(item, Unreadable):
        return None
    sha256 = item.sha256
    if sha256 in seen:
        return duplicate_of(seen[sha256], item.place)
    seen[sha256] = item.place
    return None


def _outcome(pipeline: Pipeline, item: Page | Unreadable) -> Outcome:
    return unreadable(item) if isinstance(item, Unreadable) else pipeline.outcome(item)


def closing(outputs: Sequence[Output]) -> ExitStack:
    """Close all outputs at the end; where the run breaks, leave the earlier outputs as they were."""
    stack = ExitStack()

    def end(error: type[BaseException] | None, *_: object) -> bool:
        for target in outputs:
            if error is None:
                target.close()
            else:
                target.abandon()
        return False

    stack.push(end)
    return stack
