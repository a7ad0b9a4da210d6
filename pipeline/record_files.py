"""Files of records: JSON Lines, plain or compressed; ``-`` is standard input."""

from __future__ import annotations

import bz2
import gzip
import importlib
import io
import lzma
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, TextIO, cast


class RecordFileError(Exception):
    """A file of records that cannot be opened; the message says what, where and how to mend it."""


@contextmanager
def open_lines(path: str | Path) -> Iterator[TextIO]:
    """Open a file of JSON Lines for reading, unpacked by the end of its name (``.gz .xz .bz2 .zst``).

    Raises :class:`RecordFileError` where it is not there, cannot be read or needs a library that is not installed.
    """
    if str(path) == "-":
        yield sys.stdin
        return
    try:
        opened = _opened(Path(path))
    except OSError as error:
        raise RecordFileError(f"{path}: cannot be read ({error.strerror}); give a file of JSON Lines") from None
    with opened, io.TextIOWrapper(cast(IO[bytes], opened), encoding="utf-8") as lines:
        yield lines


def _opened(path: Path) -> Any:
    suffix = path.suffix.lower()
    if suffix == ".zst":
        try:
            zstandard = importlib.import_module("zstandard")
        except ImportError:
            raise RecordFileError(f"{path}: .zst files need the extra: pip install 'talstreck[archive]'") from None
        return io.BufferedReader(
            zstandard.ZstdDecompressor().stream_reader(path.open("rb"), read_across_frames=True, closefd=True)
        )
    openers: dict[str, Any] = {".gz": gzip.open, ".xz": lzma.open, ".bz2": bz2.open}
    return openers[suffix](path, "rb") if suffix in openers else path.open("rb")
