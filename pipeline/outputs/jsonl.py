"""JSON Lines: one record a line, UTF-8, LF."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from pipeline.outputs import Output, output
from pipeline.outputs.aside import AsideFile
from pipeline.record import Record
from pipeline.stage import Options


class JsonlOptions(Options):
    """``path`` is the file, or ``-`` for standard output."""

    path: str


@output("jsonl", config=JsonlOptions)
def jsonl(options: JsonlOptions) -> Output:
    """Records as JSON Lines, written aside and renamed when the run ends."""
    return StandardOutput() if options.path == "-" else JsonlFile(Path(options.path))


class StandardOutput:
    """JSON Lines on standard output, as they come."""

    def write(self, record: Record, line: str) -> None:
        """Print the line."""
        self.write_line(line)

    def write_line(self, line: str) -> None:
        """Print the line."""
        sys.stdout.write(line + "\n")

    def close(self) -> None:
        """Flush."""
        sys.stdout.flush()

    def abandon(self) -> None:
        """Flush: what is printed is printed."""
        sys.stdout.flush()


class JsonlFile:
    """A file of JSON Lines that appears whole: written aside, synced, renamed."""

    def __init__(self, path: Path) -> None:
        self._place = AsideFile(path)
        self._file: TextIO = self._place.aside.open("w", encoding="utf-8", newline="\n")

    def write(self, record: Record, line: str) -> None:
        """Write the line aside."""
        self.write_line(line)

    def write_line(self, line: str) -> None:
        """Write a line aside, whatever it holds."""
        self._file.write(line + "\n")

    def close(self) -> None:
        """Sync and put the file in its place."""
        self._file.close()
        self._place.keep()

    def abandon(self) -> None:
        """Remove what was written aside."""
        self._file.close()
        self._place.drop()


def write_lines(path: Path, lines: Iterable[str]) -> None:
    """Write lines to a file that appears whole; raises :class:`OutputError` where it cannot be written."""
    file = JsonlFile(path)
    try:
        for line in lines:
            file.write_line(line)
    except BaseException:
        file.abandon()
        raise
    file.close()
