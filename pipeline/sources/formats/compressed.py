"""One file, compressed: ``.gz``, ``.xz``, ``.bz2``, ``.zst``. What is inside is told by the rest of the name."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
from typing import BinaryIO, cast

from pipeline.sources import Items
from pipeline.sources.formats import Incoming, Unpacked, file_format, need, read_incoming


@file_format(".gz", ".xz", ".bz2", ".zst")
def compressed(incoming: Incoming) -> Items:
    """The file in it: ``bron.html.gz`` is a page, ``poster.jsonl.zst`` is JSON Lines."""
    stem, suffix = os.path.splitext(incoming.place)
    inside = stem if os.path.splitext(stem)[1] else f"{stem}.txt"
    member = incoming.member(os.path.basename(inside), unpacked(incoming, suffix.lower()))
    yield from read_incoming(member)


def unpacked(incoming: Incoming, suffix: str) -> BinaryIO:
    """Return the unpacked stream; it raises :class:`~pipeline.sources.formats.TooMuch` beyond the limits."""
    raw = incoming.stream
    stream: object
    if suffix == ".gz":
        stream = gzip.GzipFile(fileobj=raw)
    elif suffix == ".xz":
        stream = lzma.LZMAFile(raw)  # noqa: SIM115 - closed with what reads it
    elif suffix == ".bz2":
        stream = bz2.BZ2File(raw)
    else:
        zstandard = need("zstandard", "archive", ".zst files")
        stream = zstandard.ZstdDecompressor().stream_reader(raw, read_across_frames=True)
    packed = raw.tell if _tells(raw) else None
    return Unpacked(cast(BinaryIO, stream), incoming.options, packed).buffered()


def _tells(stream: BinaryIO) -> bool:
    try:
        stream.tell()
    except (OSError, AttributeError):
        return False
    return True
