"""Records in compressed files of a fixed number of records, with a manifest: for archives that no single file should hold.

The manifest is the truth: it appears last, and files that it does not name are removed. The files are named after their
bytes, so that one that has not changed is the same file, and a reader of the old manifest is not disturbed until then.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

import zstandard
from pydantic import PositiveInt

from pipeline.outputs import Output, OutputError, make_folder, output
from pipeline.outputs.jsonl import write_lines
from pipeline.record import SCHEMA, Record, RecordError, schema
from pipeline.stage import Options

MANIFEST = "manifest.json"
_LEVEL = 10


class ShardsOptions(Options):
    """``path`` is a folder that holds nothing else; ``records`` is how many records a file holds."""

    path: str
    records: PositiveInt = 10_000


@output("shards", config=ShardsOptions)
def shards(options: ShardsOptions) -> Output:
    """Records as compressed JSON Lines (.jsonl.zst) in a folder, with a manifest of counts and fingerprints."""
    return CompressedShards(Path(options.path), options.records)


class CompressedShards:
    """Writes one file after the other, so that no more than a few kilobytes are in memory."""

    def __init__(self, folder: Path, records: int) -> None:
        make_folder(folder / MANIFEST)
        if (folder / MANIFEST).exists() and "shards" not in read_manifest(folder):
            raise OutputError(f"{folder}: holds another program's {MANIFEST}; choose another folder")
        self._folder = folder
        self._records = records
        self._written: list[dict[str, Any]] = []
        self._shard: _Shard | None = None

    def write(self, record: Record, line: str) -> None:
        """Write the line."""
        self.write_line(line)

    def write_line(self, line: str) -> None:
        """Write the line, in the next file where this one is full."""
        if self._shard is None:
            self._shard = _Shard(self._folder, len(self._written))
        self._shard.write(line)
        if self._shard.records == self._records:
            self._end()

    def _end(self) -> None:
        if self._shard is not None:
            self._written.append(self._shard.end())
            self._shard = None

    def close(self) -> None:
        """Write the manifest, and remove the files of the earlier one that are in use no more."""
        self._end()
        about = {
            "schema": SCHEMA,
            "schema_sha256": hashlib.sha256(json.dumps(schema(), sort_keys=True).encode()).hexdigest(),
            "records": sum(shard["records"] for shard in self._written),
            "shards": self._written,
        }
        write_lines(self._folder / MANIFEST, [json.dumps(about, indent=1)])
        self._sweep()

    def abandon(self) -> None:
        """Remove what was written, apart from what the earlier manifest names as well."""
        if self._shard is not None:
            self._shard.abandon()
        self._sweep()

    def _sweep(self) -> None:
        path = self._folder / MANIFEST
        named = {shard["name"] for shard in read_manifest(self._folder)["shards"]} if path.exists() else set()
        for file in self._folder.glob("records-*.jsonl.zst*"):
            if file.name not in named:
                file.unlink()


class _Shard:
    """One file on its way; it gets its name when its bytes are known."""

    def __init__(self, folder: Path, number: int) -> None:
        self._folder, self._number = folder, number
        self._aside = folder / f"records-{number:06d}.jsonl.zst.tmp"
        self._file: BinaryIO = self._aside.open("wb")
        self._packer = zstandard.ZstdCompressor(level=_LEVEL, write_checksum=True).compressobj()
        self._sha256 = hashlib.sha256()
        self._bytes = 0
        self.records = 0

    def write(self, line: str) -> None:
        self._put(self._packer.compress(line.encode() + b"\n"))
        self.records += 1

    def _put(self, data: bytes) -> None:
        self._file.write(data)
        self._sha256.update(data)
        self._bytes += len(data)

    def end(self) -> dict[str, Any]:
        self._put(self._packer.flush())
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        digest = self._sha256.hexdigest()
        name = f"records-{self._number:06d}-{digest[:12]}.jsonl.zst"
        self._aside.replace(self._folder / name)
        return {"name": name, "records": self.records, "bytes": self._bytes, "sha256": digest}

    def abandon(self) -> None:
        self._file.close()
        self._aside.unlink(missing_ok=True)


def read_manifest(folder: Path) -> dict[str, Any]:
    """Return a folder's manifest; raises :class:`~pipeline.record.RecordError` where it has none that can be read."""
    try:
        manifest: dict[str, Any] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise RecordError(f"{folder}: has no {MANIFEST} that can be read ({error}); was it written by a run?") from None
    return manifest


def read_shards(folder: Path) -> Iterator[str]:
    """Yield the records of a folder as lines; raises :class:`~pipeline.record.RecordError` where one is not whole."""
    for shard in read_manifest(folder)["shards"]:
        path = folder / str(shard["name"])
        lines = 0
        try:
            with path.open("rb") as file, zstandard.ZstdDecompressor().stream_reader(file) as unpacked:
                for line in _lines(unpacked):
                    yield line
                    lines += 1
        except (OSError, zstandard.ZstdError) as error:
            raise RecordError(f"{path}: cannot be read: {error}; run again to make it anew") from None
        if lines != shard["records"]:
            raise RecordError(f"{path}: holds {lines} records, not {shard['records']}; run again to make it anew")


def _lines(unpacked: Any) -> Iterator[str]:
    waiting = b""
    while data := unpacked.read(1 << 16):
        *whole, waiting = (waiting + data).split(b"\n")
        for line in whole:
            yield line.decode()
