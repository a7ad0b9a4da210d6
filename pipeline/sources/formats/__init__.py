"""What a file may be: one file a format. A format turns a file, or a member of an archive, into pages.

    @file_format(".jsonl", ".ndjson")
    def json_lines(incoming: Incoming) -> Items:
        \"\"\"One article a line.\"\"\"

Formats are told by the end of the name, the longest one first (``.warc.gz`` before ``.gz``). Whatever is broken in a
file ends as one labelled :class:`~pipeline.sources.Unreadable`; what stands before the broken place is kept. Nothing is
ever written to the disk under a name from an archive, and no more is unpacked than the limits allow.
"""

from __future__ import annotations

import importlib
import io
import pkgutil
from collections.abc import Callable, Container
from dataclasses import dataclass, replace
from functools import lru_cache
from types import ModuleType
from typing import Any, BinaryIO, cast

from pydantic import Field

from pipeline.article import Page
from pipeline.sources import Items, Unreadable
from pipeline.stage import Options

#: Files that hold one page, read as they are.
MEDIA_TYPES = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".odt": "application/vnd.oasis.opendocument.text",
}
_REMEDIES = {
    ".doc": "an old Word file; save it as .docx",
    ".rtf": "an RTF file; save it as .docx",
    ".7z": "a 7z archive; unpack it, or pack it as .zip or .tar.xz",
    ".rar": "a RAR archive; unpack it, or pack it as .zip",
    ".pst": "an Outlook archive; export it as .mbox",
    ".msg": "an Outlook message; save it as .eml",
}
#: An archive in an archive in an archive is read; deeper ones are not.
_DEEPEST = 3
_CHUNK = 1 << 16
#: From this size on the ratio between unpacked and packed bytes is watched.
_RATIO_FROM = 50_000_000


class TooMuch(Exception):
    """More was unpacked than the limits allow; the message says which limit and how to raise it."""


class ReadingOptions(Options):
    """``name`` is the source's name in the records; ``fields`` maps title, text, html, lead, byline, url and published
    to the fields of JSON and JSON Lines; ``max_bytes`` is the largest page, ``max_unpacked`` the most bytes that one
    archive may unpack to, ``max_ratio`` how many times larger than packed.
    """

    name: str | None = None
    fields: dict[str, str] = Field(default_factory=dict)
    max_bytes: int = 200_000_000
    max_unpacked: int = 100_000_000_000
    max_ratio: int = 1_000


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file, or a member of an archive, on its way to pages; ``place`` is its name in records and messages."""

    place: str
    stream: BinaryIO
    options: ReadingOptions
    depth: int = 0
    published_at: str | None = None

    def member(self, name: str, stream: BinaryIO, published_at: str | None = None) -> Incoming:
        """Return a member of this archive: ``arkiv.zip/2012/bron.html``."""
        place = f"{self.place}/{_plain_name(name)}"
        return replace(self, place=place, stream=stream, depth=self.depth + 1, published_at=published_at)

    def whole(self) -> bytes:
        """Return all bytes; raises :class:`TooMuch` where there are more than ``max_bytes``."""
        data = self.stream.read(self.options.max_bytes + 1)
        if len(data) > self.options.max_bytes:
            raise TooMuch(
                f"larger than {self.options.max_bytes} bytes; the option max_bytes says how large a page may be"
            )
        return data

    def page(
        self,
        data: bytes,
        place: str,
        media_type: str | None,
        *,
        name: str | None = None,
        url: str | None = None,
        charset: str | None = None,
        retrieved_at: str | None = None,
        published_at: str | None = None,
    ) -> Page:
        """Return a page under the source's name, else under its own."""
        return Page(
            data,
            path=place,
            name=self.options.name or name,
            media_type=media_type,
            url=url,
            charset=charset,
            retrieved_at=retrieved_at,
            published_at=published_at or self.published_at,
        )


Reader = Callable[[Incoming], Items]
_READERS: dict[str, Reader] = {}


def file_format(*suffixes: str) -> Callable[[Reader], Reader]:
    """Register the function as the reader of files whose names end so."""

    def add(reader: Reader) -> Reader:
        _READERS.update(dict.fromkeys(suffixes, reader))
        return reader

    return add


@lru_cache(maxsize=1)
def readers() -> dict[str, Reader]:
    """Return the readers by the end of the name, the longest first."""
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda found: found.name):
        importlib.import_module(f"{__name__}.{module.name}")
    return dict(sorted(_READERS.items(), key=lambda item: (-len(item[0]), item[0])))


def suffix_of(place: str) -> str | None:
    """Return the end of the name that tells the format, or null where no format has it."""
    low = place.lower()
    return next((suffix for suffix in (*readers(), *MEDIA_TYPES) if low.endswith(suffix)), None)


def is_single_page(place: str) -> bool:
    """Tell whether the file holds one page, so that its size is the page's."""
    return suffix_of(place) in MEDIA_TYPES


def read_incoming(incoming: Incoming) -> Items:
    """Yield the pages of a file; never raises: what is broken ends as :class:`~pipeline.sources.Unreadable`."""
    place = incoming.place
    suffix = suffix_of(place)
    if suffix is None:
        yield _not_supported(place)
        return
    if incoming.depth > _DEEPEST:
        yield Unreadable(place, "too_deep", f"an archive inside {_DEEPEST} archives; unpack the outer ones first")
        return
    try:
        if suffix in readers():
            yield from readers()[suffix](incoming)
        else:
            yield incoming.page(incoming.whole(), place, MEDIA_TYPES[suffix])
    except TooMuch as error:
        yield Unreadable(place, "too_large", str(error), "failed" if incoming.depth else "skipped")
    except MissingExtra as error:
        yield Unreadable(place, "missing_extra", str(error))
    except Exception as error:  # noqa: BLE001 - each library has classes of its own for broken files
        yield Unreadable(place, "broken", f"cannot be read to its end: {type(error).__name__}: {error}"[:500])


def saved_with(folder: str, names: Container[str]) -> str | None:
    """Return the page whose pictures a folder holds: ``bron.html`` for ``bron_files`` and ``bron-filer`` beside it."""
    for ending in ("_files", "_filer", "-filer", "-files", ".files"):
        if folder.endswith(ending):
            stem = folder[: -len(ending)]
            return next((page for page in (f"{stem}.html", f"{stem}.htm", f"{stem}.xhtml") if page in names), None)
    return None


def _not_supported(place: str) -> Unreadable:
    remedy = next((text for end, text in _REMEDIES.items() if place.lower().endswith(end)), None)
    kinds = ", ".join(sorted({*MEDIA_TYPES, *readers()}))
    return Unreadable(place, "not_supported", remedy or f"not one of {kinds}", "skipped")


class MissingExtra(Exception):
    """A library that is not part of the plain install; the message says the command that adds it."""


def need(module: str, extra: str, what: str) -> ModuleType:
    """Import a library of an extra; raises :class:`MissingExtra` with the command that adds it."""
    try:
        return importlib.import_module(module)
    except ImportError:
        raise MissingExtra(f"{what} need the extra {extra!r}: pip install 'talstreck[{extra}]'") from None


def _plain_name(name: str) -> str:
    """Return a member's name as it may stand in a record: forward slashes, no root, no steps upwards."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(parts).encode("utf-8", "backslashreplace").decode() or "utan-namn"


class Unpacked(io.RawIOBase):
    """A stream of unpacked bytes that counts what it gives and raises :class:`TooMuch` beyond the limits.

    ``packed`` tells how many packed bytes it came from so far; ``given`` is what the archive has given before.
    """

    def __init__(
        self, stream: BinaryIO, options: ReadingOptions, packed: Callable[[], int] | None = None, given: int = 0
    ) -> None:
        self._stream = stream
        self._options = options
        self._packed = packed
        self._own = 0
        self.given = given

    def readable(self) -> bool:
        """It can be read."""
        return True

    def tell(self) -> int:
        """Return how far it has been read; it cannot be gone back in."""
        return self._own

    def readinto(self, buffer: Any) -> int:
        """Fill the buffer."""
        data = self._stream.read(len(buffer))
        buffer[: len(data)] = data
        self.given += len(data)
        self._own += len(data)
        limits = self._options
        if self.given > limits.max_unpacked:
            raise TooMuch(f"unpacks to more than {limits.max_unpacked} bytes; the option max_unpacked is the limit")
        if (
            self._packed is not None
            and self._own > _RATIO_FROM
            and self._own > limits.max_ratio * max(1, self._packed())
        ):
            raise TooMuch(f"unpacks to more than {limits.max_ratio} times its size; the option max_ratio is the limit")
        return len(data)

    def buffered(self) -> BinaryIO:
        """Return it with lines and a buffer."""
        return cast(BinaryIO, io.BufferedReader(self, _CHUNK))
