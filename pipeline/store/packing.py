"""Records inside the store: whole, byte for byte, in a sixth of their room."""

from __future__ import annotations

import sqlite3
import threading
from functools import lru_cache
from importlib.resources import files

import zstandard

#: Higher levels take half again as long for each step and gain a few hundredths.
_LEVEL = 6
_of_thread = threading.local()


@lru_cache(maxsize=1)
def _common() -> zstandard.ZstdCompressionDict:
    """Return what records have in common (models/recipe/record_dictionary.py); old stores need the very same."""
    data = files("pipeline.store").joinpath("records.dict").read_bytes()
    made = zstandard.ZstdCompressionDict(data)
    made.precompute_compress(level=_LEVEL)
    return made


def pack(line: str) -> bytes:
    """Return a record's line of JSON packed."""
    packer = getattr(_of_thread, "packer", None)
    if packer is None:
        packer = zstandard.ZstdCompressor(level=_LEVEL, dict_data=_common(), write_checksum=False, write_dict_id=False)
        _of_thread.packer = packer
    packed: bytes = packer.compress(line.encode())
    return packed


def unpack(data: bytes) -> str:
    """Return the line that :func:`pack` was given."""
    unpacker = getattr(_of_thread, "unpacker", None)
    if unpacker is None:
        unpacker = _of_thread.unpacker = zstandard.ZstdDecompressor(dict_data=_common())
    line: bytes = unpacker.decompress(data)
    return line.decode()


def stored_line(db: sqlite3.Connection, article: str) -> str | None:
    """Return an article's record as it was put in, by its id; None where the store does not hold it."""
    select = "select r.record from articles a join records r on r.article = a.n where a.id = ?"
    row = db.execute(select, (article,)).fetchone()
    return None if row is None else unpack(row[0])
