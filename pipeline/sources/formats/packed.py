"""Archives of files: ``.zip``, ``.tar`` in any compression, and ``.wacz``."""

from __future__ import annotations

import shutil
import tarfile
import tempfile
import zipfile
from functools import partial
from typing import BinaryIO, cast

from pipeline.sources import Items, Unreadable
from pipeline.sources.formats import Incoming, TooMuch, Unpacked, file_format, read_incoming, saved_with
from pipeline.sources.formats.compressed import unpacked

#: An archive that stands in another is kept in memory up to this size, beyond it in a file without a name.
_IN_MEMORY = 20_000_000


@file_format(".zip", ".wacz")
def zipped(incoming: Incoming) -> Items:
    """The members of a zip archive, in the order of their names; of a WACZ those under ``archive/``."""
    is_wacz = incoming.place.lower().endswith(".wacz")
    with zipfile.ZipFile(_seekable(incoming)) as archive:
        given = 0
        names = frozenset(info.filename for info in archive.infolist())
        for info in sorted(archive.infolist(), key=lambda info: info.filename):
            if info.is_dir() or (is_wacz and not info.filename.startswith("archive/")):
                continue
            place = incoming.member(info.filename, incoming.stream).place
            if _is_beside(info.filename):
                yield Unreadable(place, "hidden", "its name begins with a full stop", "skipped")
                continue
            owner = _saved_page(info.filename, names)
            if owner is not None:
                yield Unreadable(place, "page_assets", f"belongs to {owner}, saved as 'page, complete'", "skipped")
                continue
            if info.flag_bits & 1:
                yield Unreadable(place, "encrypted", "is encrypted; unpack the archive with its password first")
                continue
            with archive.open(info) as opened:
                size = info.compress_size
                stream = Unpacked(cast(BinaryIO, opened), incoming.options, partial(int, size), given)
                yield from read_incoming(incoming.member(info.filename, stream.buffered()))
                given = stream.given


@file_format(".tar", ".tar.gz", ".tgz", ".tar.xz", ".txz", ".tar.bz2", ".tar.zst")
def tarred(incoming: Incoming) -> Items:
    """The members of a tar archive, in the order of the archive, for it is read as a stream."""
    low = incoming.place.lower()
    suffix = {".tgz": ".gz", ".txz": ".xz", ".tar": ""}.get(low[-4:], low[low.rfind(".") :])
    stream = unpacked(incoming, suffix) if suffix else Unpacked(incoming.stream, incoming.options).buffered()
    with tarfile.open(fileobj=stream, mode="r|") as archive:
        for info in archive:
            place = incoming.member(info.name, incoming.stream).place
            if info.isdir():
                continue
            if _is_beside(info.name):
                yield Unreadable(place, "hidden", "its name begins with a full stop", "skipped")
                continue
            opened = archive.extractfile(info) if info.isfile() else None
            if opened is None:
                yield Unreadable(place, "not_a_file", "a link or a device, not a file with a page in it", "skipped")
                continue
            yield from read_incoming(incoming.member(info.name, cast(BinaryIO, opened)))


def _saved_page(name: str, names: frozenset[str]) -> str | None:
    """Return the page that a file in its folder of pictures and styles belongs to."""
    parts = name.split("/")
    folders = ("/".join(parts[:n]) for n in range(1, len(parts)))
    return next((owner for folder in folders if (owner := saved_with(folder, names))), None)


def _is_beside(name: str) -> bool:
    """Tell what systems put beside the files: ``.DS_Store``, ``__MACOSX/._sida.html``."""
    parts = name.split("/")
    return parts[-1].startswith(".") or parts[0] == "__MACOSX"


def _seekable(incoming: Incoming) -> BinaryIO:
    """Return the archive as a file that can be gone back in: zip keeps its list at the end."""
    stream = incoming.stream
    if incoming.depth == 0 and stream.seekable():
        return stream
    kept = cast(BinaryIO, tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115 - closed with the archive
    try:
        shutil.copyfileobj(stream, kept)
    except TooMuch:
        kept.close()
        raise
    kept.seek(0)
    return kept
