"""What Word and OpenDocument files share: both are zip archives of XML, and both may be bombs."""

from __future__ import annotations

import io
import zipfile

from pipeline.stages.clean.documents import BrokenDocument

_LARGEST = 300_000_000


def check_size(data: bytes, what: str) -> zipfile.ZipFile:
    """Return the opened archive; raises :class:`BrokenDocument` where it is none or unpacks to too much."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        size = sum(info.file_size for info in archive.infolist())
    except zipfile.BadZipFile as error:
        raise BrokenDocument(f"not {what}: {error}") from None
    if size > _LARGEST:
        raise BrokenDocument(f"{what} that unpacks to {size} bytes; at most {_LARGEST} are read")
    return archive
