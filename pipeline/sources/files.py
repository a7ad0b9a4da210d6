"""Pages from files and folders, in the order of their relative paths' code points."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import Field

from pipeline.article import Page
from pipeline.sources import Source, SourceError, Unreadable, source
from pipeline.stage import Options

SUFFIXES = {".html": "text/html", ".htm": "text/html", ".xhtml": "application/xhtml+xml", ".txt": "text/plain"}


class FilesConfig(Options):
    """Options of `files`."""

    paths: list[Path] = Field(min_length=1, description="files and folders; a folder is read with all that is in it")
    name: str | None = Field(None, description="the source's name in the record")
    max_bytes: int = Field(200_000_000, gt=0, description="larger files are not even opened")


@source("files", config=FilesConfig)
def files(cfg: FilesConfig) -> Source:
    """Files and folders of pages: .txt, .html, .htm, .xhtml."""
    for path in cfg.paths:
        _check(path)
    return FileSource(tuple(cfg.paths), cfg.name, cfg.max_bytes)


@dataclass(frozen=True, slots=True)
class FileSource:
    """The pages of some files and folders. Iterating opens one file at a time."""

    paths: tuple[Path, ...]
    name: str | None = None
    max_bytes: int = 200_000_000

    def __iter__(self) -> Iterator[Page | Unreadable]:
        for given in self.paths:
            if given.is_dir():
                for relative, path in walk(given):
                    yield self._read(path, relative)
            else:
                yield self._read(given, given.name, named=True)

    def _read(self, path: Path, relative: str, *, named: bool = False) -> Page | Unreadable:
        """Return the page of one file. A file that was named by itself is read whatever its ending."""
        media_type = SUFFIXES.get(path.suffix.lower())
        try:
            # A FIFO would wait for ever and a device has no end: look before opening, and open without waiting.
            status = path.stat()
            if not stat.S_ISREG(status.st_mode):
                return Unreadable(relative, "skipped", "not_a_file", f"it is {_sort(status.st_mode)}, not a file")
            if media_type is None and not named:
                return Unreadable(relative, "skipped", "other_format", f"{path.suffix or 'no ending'} is not read")
            if status.st_size > self.max_bytes:
                return Unreadable(
                    relative, "skipped", "too_large", f"{status.st_size} bytes, the limit is {self.max_bytes}"
                )
            with open(os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), "rb") as opened:
                data = opened.read()
        except OSError as error:
            return Unreadable(relative, "failed", _reason(error), error.strerror or str(error))
        return Page(data=data, path=relative, name=self.name, media_type=media_type)


def walk(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield every entry under a folder that is no folder, with its relative path, sorted by code point.

    A folder that is reached a second time through a symbolic link is not entered again.
    """
    found: list[tuple[str, Path]] = []
    seen: set[tuple[int, int]] = set()
    stack = [folder]
    while stack:
        here = stack.pop()
        try:
            status = here.stat()
            entries = list(os.scandir(here))
        except OSError:
            # Yielded as an entry, so that reading it gives the failure its line.
            found.append((here.relative_to(folder).as_posix(), here))
            continue
        if (status.st_dev, status.st_ino) in seen:
            continue
        seen.add((status.st_dev, status.st_ino))
        for entry in entries:
            path = Path(entry.path)
            try:
                is_folder = entry.is_dir()
            except OSError:
                is_folder = False
            if is_folder:
                stack.append(path)
            else:
                found.append((path.relative_to(folder).as_posix(), path))
    yield from sorted(found)


def _check(path: Path) -> None:
    place = str(path)
    try:
        path.lstat()
    except OSError as error:
        remedy = "give a file or a folder that exists" if isinstance(error, FileNotFoundError) else "check the path"
        raise SourceError(place, error.strerror or "cannot be looked at", remedy) from None
    if path.is_dir() and not any(Path(relative).suffix.lower() in SUFFIXES for relative, _ in walk(path)):
        endings = ", ".join(SUFFIXES)
        raise SourceError(place, "there is no page in this folder", f"pages are files that end in {endings}")


def _sort(mode: int) -> str:
    for is_sort, words in (
        (stat.S_ISFIFO, "a FIFO"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISDIR, "a folder"),
    ):
        if is_sort(mode):
            return words
    return "something else"


def _reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "no_permission"
    if isinstance(error, FileNotFoundError):
        return "vanished"
    return "unreadable"
