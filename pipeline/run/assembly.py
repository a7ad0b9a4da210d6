"""The outputs of a run, made from its listing and its shards: the same bytes, whoever did what, and after any kill."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing as closed
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipeline.config import Config
from pipeline.outputs import OUTPUTS, HoldsLines, Output, TakesLines
from pipeline.outputs.jsonl import write_lines
from pipeline.outputs.sqlite import SqliteOptions, open_store
from pipeline.record import parse_record
from pipeline.run.ledger import Ledger
from pipeline.run.outcomes import Accounts, Ending, Outcome, Watcher
from pipeline.run.shards import Shards, told
from pipeline.run.streamed import closing, duplicate_of
from pipeline.store.deleted import mark_deleted

#: Where inputs, how they ended before any stage saw them, and what the stages made of them under one key, meet.
_MET = "listing l join members m on m.unit = l.unit and m.n = l.n left join results r on r.doc = l.doc and r.key = ?"
_ENDED = f"""
select l.seq, m.place, m.sha256, m.bytes, coalesce(r.ending, l.ending), l.reason, m.message, r.shard, r.row
from {_MET} order by l.seq
"""
_SUMS = f"""
select coalesce(r.ending, l.ending) as ended,
case when l.ending = 'duplicate' then null else coalesce(r.reason, l.reason) end as why, count(*)
from {_MET} group by ended, why order by ended, why
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """An input of the listing and how it ended; ``sha256`` and ``size`` are of its bytes, null where there were none."""

    outcome: Outcome
    sha256: str | None
    size: int
    facts: dict[str, Any] | None


def accounts_of(ledger: Ledger, key: str) -> Accounts:
    """Return the sums over the listing, counted where the outcomes stand and not while they came in."""
    accounts = Accounts(inputs=ledger.db.execute("select count(*) from listing").fetchone()[0])
    for ending, reason, number in ledger.db.execute(_SUMS, (key,)):
        if ending is not None:
            accounts.count(ending, reason, number)
    return accounts


def ended(ledger: Ledger, shards: Shards, key: str) -> Iterator[Ended]:
    """Yield every input of the listing in its order, with its record where it has one."""
    for _, place, sha256, size, ending, reason, message, shard, row in ledger.db.execute(_ENDED, (key,)):
        fingerprint = sha256.hex() if sha256 else None
        if shard is not None:
            head, line = told(shards.line(shard, row))
            yield Ended(_outcome(head, line), fingerprint, size, head.get("facts"))
        elif ending == "duplicate":
            yield Ended(duplicate_of(reason, place), fingerprint, size, None)
        else:
            yield Ended(_unread(ending, place, reason, message), fingerprint, size, None)


def _unread(ending: Ending, place: str, reason: str, message: str) -> Outcome:
    return Outcome(ending, place, reason=reason, message=message, stage="source")


def _outcome(head: dict[str, Any], line: str | None) -> Outcome:
    fields = ("reason", "message", "stage", "where", "trace")
    said = {name: head.get(name) for name in fields}
    return Outcome(head["ending"], head["place"], line, attempts=head.get("attempts", 1), **said)


class Assembly:
    """Makes the outputs of a configuration, and the file of what was left out."""

    def __init__(self, config: Config, failures: Path | None) -> None:
        self._config = config
        self._failures = failures
        self._left_out = 0

    def make(self, inputs: Iterator[Ended], watch: Watcher | None) -> int:
        """Write every output and the file of failures; return how many records they hold."""
        outputs: list[Output] = [OUTPUTS.get(step.name).build(step.options) for step in self._config.outputs]
        takers = [_Taker.of(target) for target in outputs]
        with closing(outputs):
            if self._failures is None:
                return sum(_give(one, takers, watch) for one in inputs)
            return self._with_failures(inputs, takers, watch, self._failures)

    def mark(self, deleted: Iterable[tuple[str, str | None]]) -> None:
        """Tell the stores which of their articles stand on pages that are no more."""
        ids = [record for _, record in deleted if record is not None]
        for step in self._config.outputs:
            if isinstance(step.options, SqliteOptions):
                with closed(open_store(Path(step.options.path))) as db:
                    mark_deleted(db, ids)

    def _with_failures(
        self, inputs: Iterator[Ended], takers: Sequence[_Taker], watch: Watcher | None, path: Path
    ) -> int:
        records = 0
        lines = 0

        def left_out() -> Iterator[str]:
            nonlocal records, lines
            for one in inputs:
                records += _give(one, takers, watch)
                if one.outcome.line is None:
                    lines += 1
                    told_of = one.outcome.failure() | {"sha256": one.sha256, "bytes": one.size}
                    yield json.dumps(told_of, ensure_ascii=False)

        write_lines(path, left_out())
        if not lines:
            path.unlink()
        return records


@dataclass(frozen=True, slots=True)
class _Taker:
    """An output and how it takes records; asked once, since asking takes longer than some outputs do."""

    output: Output
    lines: TakesLines | None
    holder: HoldsLines | None

    @classmethod
    def of(cls, output: Output) -> _Taker:
        """Return the output with what it can."""
        able: Any = output
        lines = able if isinstance(able, TakesLines) else None
        return cls(output, lines, able if isinstance(able, HoldsLines) else None)


def _give(one: Ended, takers: Sequence[_Taker], watch: Watcher | None) -> int:
    line = one.outcome.line
    if line is not None:
        record = None
        for taker in takers:
            if taker.lines is not None:
                taker.lines.write_line(line)
            elif taker.holder is None or not taker.holder.holds(line):
                record = record or parse_record(line, one.outcome.place)
                taker.output.write(record, line)
    if watch is not None:
        watch(one.outcome)
    return line is not None
