"""Shards: what the stages made, in compressed files that appear whole. The truth of a run; the ledger is their index.

A shard holds a fixed run of what was to do, in input order, one line of JSON a document: who it is, how it ended, and
last its record. Beside it stand the layers of its documents, for a run that changes one stage. A shard is written
aside, synced and renamed; then its row goes into the ledger. So a file without a row is whole or is none.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import zstandard

from pipeline.run.ledger import Ledger, Result
from pipeline.run.outcomes import Outcome

_LEVEL = 3
_RECORD = b',"record":'
#: Shards that are held unpacked while outputs are made: documents changed later stand in later shards.
_HELD = 8


@dataclass(frozen=True, slots=True)
class Made:
    """What a worker made of one document: ``facts`` for the report, ``layers`` packed for a later run."""

    seq: int
    doc: bytes
    outcome: Outcome
    facts: dict[str, Any] | None = None
    layers: bytes | None = None
    seconds: float = 0.0


class Shards:
    """The folder of shards. ``cache_bytes`` is how much the layers of all shards may take; 0 keeps none."""

    def __init__(self, folder: Path, ledger: Ledger, cache_bytes: int) -> None:
        self.folder = folder
        self._ledger = ledger
        self._cache_bytes = cache_bytes
        folder.mkdir(parents=True, exist_ok=True)
        self._next = self._mend()
        self._layers_total = ledger.db.execute("select coalesce(sum(layers_bytes), 0) from shards").fetchone()[0]
        self._held: OrderedDict[int, list[bytes]] = OrderedDict()

    def _mend(self) -> int:
        """Bring files and ledger together after whatever has happened; return the next shard's number."""
        db = self._ledger.db
        on_disk = {}
        for path in sorted(self.folder.iterdir()):
            if path.suffix == ".zst" and path.stem.isdigit():
                on_disk[int(path.stem)] = path
            elif path.suffix == ".tmp":
                path.unlink()
        known = dict(db.execute("select shard, bytes from shards").fetchall())
        for shard, size in known.items():
            if shard not in on_disk or on_disk[shard].stat().st_size != size:
                self._forget(shard)
                known[shard] = -1
        for shard, path in on_disk.items():
            if known.get(shard, -1) < 0:
                self._adopt(shard, path)
        self._ledger.commit()
        return max([*on_disk, *known], default=-1) + 1

    def _forget(self, shard: int) -> None:
        self._ledger.db.execute("delete from results where shard = ?", (shard,))
        self._ledger.db.execute("delete from shards where shard = ?", (shard,))

    def _adopt(self, shard: int, path: Path) -> None:
        """Put a shard that the ledger does not know into it, or remove a broken one."""
        try:
            lines = _read(path)
            results = [_result_of(json.loads(line), shard, row) for row, line in enumerate(lines)]
        except (ValueError, KeyError, TypeError, zstandard.ZstdError):
            path.unlink(missing_ok=True)
            self._layers_path(shard).unlink(missing_ok=True)
            return
        self._ledger.put_results(results)
        self._put_row(shard, len(lines), path.read_bytes(), 0)

    def _put_row(self, shard: int, rows: int, data: bytes, layers_bytes: int) -> None:
        values = (shard, rows, len(data), layers_bytes, hashlib.sha256(data).hexdigest())
        self._ledger.db.execute("insert or replace into shards values (?, ?, ?, ?, ?)", values)

    def _path(self, shard: int) -> Path:
        return self.folder / f"{shard:08d}.zst"

    def _layers_path(self, shard: int) -> Path:
        return self.folder / f"{shard:08d}.layers"

    def write(self, made: Sequence[Made], key: str) -> None:
        """Write the next shard, then its row and its documents' into the ledger, and commit."""
        shard = self._next
        self._next += 1
        layers, places = self._layers_of(made)
        if layers:
            write_whole(self._layers_path(shard), layers)
        lines = [_line(one, key) for one in made]
        data = _packer().compress(b"".join(line + b"\n" for line in lines))
        write_whole(self._path(shard), data)
        results = []
        for row, (one, (at, size)) in enumerate(zip(made, places, strict=True)):
            o = one.outcome
            results.append(
                Result(one.doc, key, o.ending, o.reason, o.stage, shard, row, o.attempts, one.seconds, at, size)
            )
        self._ledger.put_results(results)
        self._put_row(shard, len(lines), data, len(layers))
        self._ledger.commit()
        self._layers_total += len(layers)

    def _layers_of(self, made: Sequence[Made]) -> tuple[bytes, list[tuple[int | None, int | None]]]:
        """Return the layers of a shard one behind the other, and where each document's stand."""
        parts: list[bytes] = []
        places: list[tuple[int | None, int | None]] = []
        at = 0
        for one in made:
            if one.layers is None or self._cache_bytes == 0:
                places.append((None, None))
            else:
                places.append((at, len(one.layers)))
                parts.append(one.layers)
                at += len(one.layers)
        if at:
            self._make_room(at)
        return b"".join(parts), places

    def _make_room(self, wanted: int) -> None:
        """Remove the oldest layers until there is room for more."""
        rows: Iterator[tuple[int, int]] = iter(())
        if self._layers_total + wanted > self._cache_bytes:
            select = "select shard, layers_bytes from shards where layers_bytes > 0 order by shard"
            rows = iter(self._ledger.db.execute(select).fetchall())
        for shard, size in rows:
            self._layers_path(shard).unlink(missing_ok=True)
            self._ledger.db.execute("update shards set layers_bytes = 0 where shard = ?", (shard,))
            self._layers_total -= size
            if self._layers_total + wanted <= self._cache_bytes:
                break

    def layers(self, result: Result) -> bytes | None:
        """Return the layers of a document, or null where they are not kept."""
        if result.layers_at is None or result.layers_size is None:
            return None
        try:
            with self._layers_path(result.shard).open("rb") as file:
                file.seek(result.layers_at)
                data = file.read(result.layers_size)
        except OSError:
            return None
        return data if len(data) == result.layers_size else None

    def line(self, shard: int, row: int) -> bytes:
        """Return the line of a document."""
        lines = self._held.get(shard)
        if lines is None:
            lines = self._held[shard] = _read(self._path(shard))
            while len(self._held) > _HELD:
                self._held.popitem(last=False)
        self._held.move_to_end(shard)
        return lines[row]

    def sweep(self) -> None:
        """Remove the shards of which no document is in use any more."""
        dead = "select shard from shards where shard not in (select shard from results)"
        for (shard,) in self._ledger.db.execute(dead).fetchall():
            self._ledger.db.execute("delete from shards where shard = ?", (shard,))
            self._ledger.commit()
            self._path(shard).unlink(missing_ok=True)
            self._layers_path(shard).unlink(missing_ok=True)


def told(line: bytes) -> tuple[dict[str, Any], str | None]:
    """Return what a shard's line says of a document, and its record as a line of JSON, if it has one."""
    head, mark, record = line.partition(_RECORD)
    if not mark:
        return json.loads(line), None
    return json.loads(head + b"}"), record[:-1].decode()


def _line(made: Made, key: str) -> bytes:
    o = made.outcome
    head: dict[str, Any] = {"doc": made.doc.hex(), "key": key, "place": o.place, "ending": o.ending}
    if o.line is None:
        head |= {"reason": o.reason, "message": o.message, "stage": o.stage}
        head |= {"where": o.where, "trace": o.trace, "attempts": o.attempts} if o.ending == "failed" else {}
    else:
        head |= {"facts": made.facts}
    data = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "backslashreplace")
    return data if o.line is None else data[:-1] + _RECORD + o.line.encode() + b"}"


def _result_of(told_of: dict[str, Any], shard: int, row: int) -> Result:
    return Result(
        bytes.fromhex(told_of["doc"]),
        told_of["key"],
        told_of["ending"],
        told_of.get("reason"),
        told_of.get("stage"),
        shard,
        row,
        told_of.get("attempts", 1),
    )


def _packer() -> zstandard.ZstdCompressor:
    return zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True)


def _read(path: Path) -> list[bytes]:
    """Return the lines of a shard; raises ``ZstdError`` where its bytes are not those that were written."""
    return zstandard.ZstdDecompressor().decompress(path.read_bytes()).splitlines()


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that is there whole or not at all, also after the power fails."""
    aside = path.with_name(path.name + ".tmp")
    try:
        with aside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make what was renamed in a folder durable."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
