"""Files that appear whole: written aside, synced, and put in their place when the run ends."""

from __future__ import annotations

import os
from pathlib import Path

from pipeline.outputs import OutputError, make_folder


class AsideFile:
    """A path to write to, which becomes ``path`` when it is kept, and nothing when it is dropped."""

    def __init__(self, path: Path) -> None:
        make_folder(path)
        self.path = path
        self.aside = path.with_name(path.name + ".tmp")
        try:
            self.aside.touch()
        except OSError as error:
            raise OutputError(f"{path}: cannot be written: {error.strerror}; choose another path") from None

    def keep(self) -> None:
        """Sync and put the file in its place."""
        with self.aside.open("rb") as file:
            os.fsync(file.fileno())
        self.aside.replace(self.path)

    def drop(self) -> None:
        """Remove what was written."""
        self.aside.unlink(missing_ok=True)
