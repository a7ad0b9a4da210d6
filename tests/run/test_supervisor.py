"""The supervisor above any engine: exactly the poisonous documents fail, whatever the engine knows of its deaths."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import Page
from pipeline.run.outcomes import Outcome
from pipeline.run.shards import Made
from pipeline.run.supervisor import Batch, Done, Lost, RunStopped, Supervisor
from pipeline.run.worker import Spent, Task


class Fragile:
    """An engine whose workers die on some documents; ``tells`` says whether it knows on which, ``size`` how many."""

    def __init__(self, poison: set[int], tells: bool, size: int = 2) -> None:
        self.poison, self.tells, self.size = poison, tells, size
        self.waiting: list[Batch] = []
        self.worked = 0
        self.deaths = 0

    @property
    def free(self) -> int:
        return self.size - len(self.waiting)

    def submit(self, batch: Batch) -> None:
        assert self.free > 0
        self.waiting.append(batch)

    def wait(self, seconds: float) -> list[Done | Lost]:
        if not self.waiting:
            return []
        batch = self.waiting.pop()
        self.worked += 1
        hit = next((n for n, task in enumerate(batch.tasks) if task.seq in self.poison), None)
        if hit is not None:
            self.deaths += 1
            return [Lost(batch, "crashed", "died", hit if self.tells else None)]
        made = [Made(task.seq, task.doc, Outcome("ok", task.page.place, "{}")) for task in batch.tasks]
        return [Done(batch, made, Spent({}, 0, {}))]

    def close(self) -> None:
        """Nothing is left."""


def batches(count: int, size: int) -> list[Batch]:
    tasks = [Task(n, n.to_bytes(16, "big"), Page(b"", path=f"{n}.txt")) for n in range(count)]
    return [Batch(tuple(tasks[start : start + size])) for start in range(0, count, size)]


def endings(engine: Fragile, count: int, size: int, most_deaths: int = 1000) -> dict[int, str]:
    done = Supervisor(engine, most_deaths).run(iter(batches(count, size)), lambda: False)
    ended = [one for each in done for one in each.made]
    assert Counter(one.seq for one in ended) == Counter(range(count))
    return {one.seq: one.outcome.ending for one in ended}


@pytest.mark.parametrize("tells", [True, False])
def test_one_poisonous_document_of_2048_costs_exactly_one(tells: bool) -> None:
    engine = Fragile({1234}, tells)
    ended = endings(engine, 2048, 16)
    assert [seq for seq, ending in ended.items() if ending != "ok"] == [1234]
    assert engine.deaths == (2 if tells else 6)


@settings(max_examples=60, deadline=None)
@given(
    poison=st.sets(st.integers(0, 99), max_size=30),
    size=st.integers(1, 40),
    tells=st.booleans(),
    free=st.integers(1, 5),
)
def test_exactly_the_poisonous_documents_fail(poison: set[int], size: int, tells: bool, free: int) -> None:
    ended = endings(Fragile(poison, tells, free), 100, size)
    assert {seq for seq, ending in ended.items() if ending == "failed"} == poison


def test_many_deaths_in_a_row_stop_the_run() -> None:
    with pytest.raises(RunStopped, match="sick machine"):
        endings(Fragile(set(range(100)), tells=True), 100, 10, most_deaths=8)


def test_a_batch_that_was_never_begun_is_not_blamed() -> None:
    class Absent(Fragile):
        def wait(self, seconds: float) -> list[Done | Lost]:
            if self.deaths < 3:
                self.deaths += 1
                return [Lost(self.waiting.pop(), "crashed", "died while loading", innocent=True)]
            return super().wait(seconds)

    assert set(endings(Absent(set(), tells=True), 3, 1).values()) == {"ok"}


@pytest.mark.parametrize("poison", [set(), {0}, {5, 6, 7}])
def test_a_cluster_that_is_without_workers_for_a_while_loses_nothing(poison: set[int]) -> None:
    class Leaving(Fragile):
        looks = 0

        @property
        def free(self) -> int:
            Leaving.looks += 1
            return self.size - len(self.waiting) if Leaving.looks % 7 < 3 else 0

        def submit(self, batch: Batch) -> None:
            self.waiting.append(batch)

    ended = endings(Leaving(poison, tells=False), 8, 4)
    assert {seq for seq, ending in ended.items() if ending == "failed"} == poison


def test_no_more_is_read_than_the_workers_need() -> None:
    engine = Fragile(set(), tells=True, size=2)
    read = 0

    def counted() -> object:
        nonlocal read
        for batch in batches(400, 4):
            read += 1
            assert read - engine.worked <= 2 * engine.size + 2
            yield batch

    done = list(Supervisor(engine, 5).run(counted(), lambda: False))  # type: ignore[arg-type]
    assert len(done) == 100


def test_a_run_that_is_asked_to_stop_ends_what_is_begun() -> None:
    ended: list[Made] = []

    def asked() -> bool:
        return bool(ended)

    for done in Supervisor(Fragile(set(), tells=True), 5).run(iter(batches(400, 4)), asked):
        ended += done.made
    assert 4 <= len(ended) <= 24
