"""What is to do, cut into shards and the shards into batches; and the shards put together again from what is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pipeline.run.listing import Listing
from pipeline.run.shards import Made, Shards
from pipeline.run.supervisor import Batch
from pipeline.run.worker import Task


@dataclass
class _Open:
    """A shard that is being made: how many documents it has so far, what is made, and whether more will come."""

    expected: int = 0
    made: list[Made] = field(default_factory=list)
    full: bool = False


class Planning:
    """Cuts a listing into batches and writes a shard whenever all of its documents are made.

    At most ``most_open`` shards are begun at a time: that bounds the memory, and what a kill costs.
    """

    def __init__(self, listing: Listing, shards: Shards, key: str, shard: int, batch: int, most_open: int) -> None:
        self._listing = listing
        self._shards = shards
        self._key = key
        self._shard_size, self._batch_size, self._most_open = shard, batch, most_open
        self._shard_of: dict[int, _Open] = {}
        self._opened: list[_Open] = []

    def batches(self) -> Iterator[Batch | None]:
        """Yield batches in input order; null where shards that are begun must be finished first."""
        opened = self._new()
        tasks: list[Task] = []
        for item in self._listing.tasks():
            opened.expected += 1
            self._shard_of[item.seq] = opened
            if isinstance(item, Made):
                self.took([item])
            else:
                tasks.append(item)
            full = opened.expected == self._shard_size
            if tasks and (full or len(tasks) == self._batch_size):
                yield Batch(tuple(tasks))
                tasks = []
            if full:
                self._close(opened)
                opened = self._new()
                while len(self._opened) > self._most_open:
                    yield None
        if tasks:
            yield Batch(tuple(tasks))
        self._close(opened)

    def took(self, made: Iterable[Made]) -> None:
        """Take what was made of some documents; write the shards that are whole now."""
        for one in made:
            opened = self._shard_of.pop(one.seq)
            opened.made.append(one)
            self._write_if_whole(opened)

    def stop(self) -> None:
        """Write what is made, though more was to come."""
        for opened in list(self._opened):
            opened.expected, opened.full = len(opened.made), True
            self._write_if_whole(opened)

    def _new(self) -> _Open:
        opened = _Open()
        self._opened.append(opened)
        return opened

    def _close(self, opened: _Open) -> None:
        opened.full = True
        self._write_if_whole(opened)

    def _write_if_whole(self, opened: _Open) -> None:
        if opened.full and len(opened.made) == opened.expected and opened in self._opened:
            self._opened.remove(opened)
            if opened.made:
                self._shards.write(sorted(opened.made, key=lambda one: one.seq), self._key)
