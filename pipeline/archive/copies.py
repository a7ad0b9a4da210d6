"""The bytes that an article was read from: a record of a WARC file, or a file of its own, below one folder."""

from __future__ import annotations

import importlib
import io
from pathlib import Path

from pipeline.record import SourceRecord

_LARGEST = 20_000_000
_SHOWN = frozenset(["text/html", "application/xhtml+xml", "text/plain"])


class CopyError(Exception):
    """A copy that cannot be shown; the message says why."""


def read_copy(folder: Path, source: SourceRecord) -> tuple[bytes, str]:
    """Return the bytes of a page and its media type; raises :class:`CopyError`.

    Only what lies below ``folder`` is ever opened, whatever the record says.
    """
    media_type = source.media_type or "text/html"
    if media_type not in _SHOWN:
        raise CopyError(f"{media_type}: only pages and plain text are shown")
    named = source.archive.path if source.archive is not None else source.path
    path = _below(folder, named)
    if source.archive is None:
        data = path.read_bytes()[: _LARGEST + 1]
    else:
        data = _from_warc(path, source.archive.offset, source.archive.length)
    if len(data) > _LARGEST:
        raise CopyError("the page is too large to be shown")
    return data, media_type


def _below(folder: Path, named: str | None) -> Path:
    root = folder.resolve()
    path = (root / (named or "")).resolve()
    if not named or not path.is_relative_to(root) or not path.is_file():
        raise CopyError("the copy is not in the archive any more")
    return path


def _from_warc(path: Path, offset: int, length: int) -> bytes:
    try:
        library = importlib.import_module("fastwarc.warc")
    except ImportError:
        raise CopyError("needs the extra: pip install 'talstreck[archive]'") from None
    with path.open("rb") as file:
        file.seek(offset)
        member = file.read(min(length, _LARGEST) if length else _LARGEST)
    try:
        for record in library.ArchiveIterator(io.BytesIO(member), parse_http=True, auto_decode="all"):
            data: bytes = record.reader.read(_LARGEST + 1)
            return data
    except (ValueError, OSError) as error:
        raise CopyError(f"the copy cannot be read: {error}") from None
    raise CopyError("the copy is not in the archive any more")
