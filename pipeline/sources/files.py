"""The source `files`: pages from files and folders on disk, whatever format of ``pipeline/sources/formats`` they are in.

Folders are walked in the order of the code points of the relative paths, one file in memory at a time. Only plain
files are opened: a pipe or a device could hang the run, a link that leads back up would never end.
"""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from pydantic import Field

from pipeline.article import Page
from pipeline.sources import Items, SourceError, Unit, Unreadable, source
from pipeline.sources.formats import Incoming, ReadingOptions, is_single_page, read_incoming, saved_with, suffix_of

_NONBLOCKING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class FilesOptions(ReadingOptions):
    """``paths`` are files and folders; the rest says how files are read, and how much of them."""

    paths: tuple[str, ...] = Field(min_length=1)


@source("files", config=FilesOptions)
def files(options: FilesOptions) -> Files:
    """Files and folders on disk: pages, documents, archives, feeds, mail; see ``pipeline/sources/formats``.

    ``Page.path`` is relative to the folder that was given, with forward slashes; for a single file it is its name.
    Raises :class:`~pipeline.sources.SourceError` at once for a path that is not there and for a folder without pages.
    """
    for given in options.paths:
        _check(Path(given))
    return Files(options)


@dataclass(frozen=True)
class Files:
    """The pages of files and folders, and the files that they stand in."""

    options: FilesOptions

    def __iter__(self) -> Iterator[Page | Unreadable]:
        for entry in self._entries():
            yield from _read(entry, self.options)

    def units(self) -> Iterator[Unit]:
        """Yield the files in the order in which they are read, with size and time where they can be opened at all."""
        for entry in self._entries():
            size, changed = (None, None) if entry.left_out else _size_and_time(entry.path)
            yield Unit(_shown(str(entry.path)), partial(_read, entry, self.options), size, changed)

    def _entries(self) -> Iterator[_Entry]:
        for given in self.options.paths:
            root = Path(given)
            if root.is_dir():
                yield from _Walk(root).entries()
            else:
                yield _Entry(root, root.name or given)


def _size_and_time(path: Path) -> tuple[int | None, int | None]:
    try:
        status = os.stat(path)
    except OSError:
        return None, None
    return (status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else (None, None)


def _check(root: Path) -> None:
    try:
        mode = root.stat().st_mode
    except OSError as error:
        if error.errno == errno.ELOOP:
            return
        what = (
            "does not exist" if error.errno in (errno.ENOENT, errno.ENOTDIR) else f"cannot be read ({error.strerror})"
        )
        raise SourceError(f"{_shown(str(root))}: {what}; give the path of a file or folder that is there") from None
    if stat.S_ISDIR(mode):
        try:
            os.scandir(root).close()
        except OSError as error:
            raise SourceError(
                f"{_shown(str(root))}: cannot be read ({error.strerror}); check its permissions"
            ) from None
        if not any(suffix_of(entry.place) for entry in _Walk(root).entries()):
            raise SourceError(
                f"{_shown(str(root))}: holds no pages; expected files such as .html, .txt, .pdf, .warc.gz, .zip"
            )


@dataclass(frozen=True, slots=True)
class _Entry:
    """A file's path and the name it has in the record; ``left_out`` says why it is not to be opened."""

    path: Path
    place: str
    left_out: Unreadable | None = None


@dataclass
class _Walk:
    """A folder's entries in the order of their relative paths, each real folder once."""

    root: Path
    seen: set[str] = field(default_factory=set)

    def entries(self) -> Iterator[_Entry]:
        real = os.path.realpath(self.root)
        self.seen.add(real)
        yield from self._folder(self.root, real)

    def _folder(self, root: Path, real_root: str) -> Iterator[_Entry]:
        """Walk with a list instead of recursion: folders may be nested deeper than Python's stack."""
        waiting = [self._listed(str(root), "")]
        while waiting:
            step = next(waiting[-1], None)
            if step is None:
                waiting.pop()
            elif isinstance(step, _Entry):
                yield step
            else:
                path, place, is_link = step
                repeated = self._repeated(path, real_root) if is_link else None
                if repeated:
                    yield _Entry(Path(path), place, Unreadable(place, "not_a_file", repeated, "skipped"))
                else:
                    waiting.append(self._listed(path, place + "/"))

    def _listed(self, folder: str, prefix: str) -> Iterator[_Entry | tuple[str, str, bool]]:
        """Yield files as entries and folders as (path, place, is a link), sorted as their full paths would be."""
        try:
            with os.scandir(folder) as found:
                listed = sorted(((e.name + "/" if _is_dir(e) else e.name), e.is_symlink(), e.path) for e in found)
        except OSError as error:
            place = _shown(prefix.rstrip("/")) or "."
            message = f"the folder cannot be read: {error.strerror or error}"
            yield _Entry(Path(folder), place, Unreadable(place, "unreadable", message))
            return
        names = frozenset(name for name, _, _ in listed)
        for name, is_link, path in listed:
            place = prefix + _shown(name.rstrip("/"))
            if name.startswith("."):
                yield _Entry(
                    Path(path), place, Unreadable(place, "hidden", "its name begins with a full stop", "skipped")
                )
            elif name.endswith("/"):
                owner = saved_with(name.rstrip("/"), names)
                if owner is not None:
                    message = f"the pictures and styles of {owner}, which was saved as 'page, complete'"
                    yield _Entry(Path(path), place, Unreadable(place, "page_assets", message, "skipped"))
                else:
                    yield path, place, is_link
            else:
                yield _Entry(Path(path), place)

    def _repeated(self, link: str, real_root: str) -> str | None:
        """Say why a linked folder is not walked: it stands above or inside the folder given, or was linked before."""
        target = os.path.realpath(link)
        if target == real_root or real_root.startswith(target.rstrip(os.sep) + os.sep):
            return "a symbolic link that leads back to a folder above it"
        if target.startswith(real_root.rstrip(os.sep) + os.sep) or target in self.seen:
            return "a symbolic link to a folder that is read in its own place"
        if any(target.startswith(known + os.sep) or known.startswith(target + os.sep) for known in self.seen):
            return "a symbolic link into a folder that another link leads to"
        self.seen.add(target)
        return None


def _is_dir(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _shown(name: str) -> str:
    """Return the name as text: bytes that are no UTF-8 are written out in hex, for a record must be valid UTF-8."""
    return os.fsencode(name).decode("utf-8", "backslashreplace").replace(os.sep, "/")


def _read(entry: _Entry, options: FilesOptions) -> Items:
    if entry.left_out is not None:
        yield entry.left_out
        return
    place = _shown(entry.place)
    try:
        problem = _not_readable(os.stat(entry.path), place, options)
        if problem is not None:
            yield problem
            return
        # The file may have been exchanged since: opened without blocking, it is looked at again.
        with open(os.open(entry.path, os.O_RDONLY | _NONBLOCKING), "rb") as opened:
            problem = _not_readable(os.fstat(opened.fileno()), place, options)
            if problem is not None:
                yield problem
                return
            yield from read_incoming(Incoming(place, opened, options))
    except OSError as error:
        yield _failed(error, entry.path, place)


def _not_readable(status: os.stat_result, place: str, options: FilesOptions) -> Unreadable | None:
    if not stat.S_ISREG(status.st_mode):
        return Unreadable(place, "not_a_file", f"{_sort(status.st_mode)}, not a file with a page in it", "skipped")
    if status.st_size > options.max_bytes and is_single_page(place):
        message = f"{status.st_size} bytes; the source reads files of at most {options.max_bytes}"
        return Unreadable(place, "too_large", message, "skipped")
    return None


def _sort(mode: int) -> str:
    for is_one, name in ((stat.S_ISFIFO, "a named pipe"), (stat.S_ISSOCK, "a socket"), (stat.S_ISDIR, "a folder")):
        if is_one(mode):
            return name
    return "a device"


def _failed(error: OSError, path: Path, place: str) -> Unreadable:
    if error.errno == errno.ELOOP:
        return Unreadable(place, "not_a_file", "a symbolic link that leads back to itself", "skipped")
    if isinstance(error, FileNotFoundError):
        what = "a symbolic link to nothing" if path.is_symlink() else "it was there and is gone"
        return Unreadable(place, "vanished", what)
    return Unreadable(place, "unreadable", f"cannot be read: {error.strerror or error}")
