"""Where records go: one output a file, each registered with ``@output`` and found by walking this folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar, runtime_checkable

from pipeline.record import Record
from pipeline.registry import Registry, Spec, register
from pipeline.stage import Options


class Output(Protocol):
    """Takes the records of a run in input order; nothing is visible under the final name before `close`."""

    def write(self, record: Record, line: str) -> None:
        """Take a record, and the same record as one line of JSON without line end."""

    def close(self) -> None:
        """Make what was written visible and durable."""

    def abandon(self) -> None:
        """Leave the earlier output, if any, as it was."""


@runtime_checkable
class TakesLines(Protocol):
    """An output that wants the lines of the records and nothing else, so that none need be read again for it."""

    def write_line(self, line: str) -> None:
        """Take a record as one line of JSON without line end."""


@runtime_checkable
class HoldsLines(Protocol):
    """An output that stays from run to run and can say, without the record being read, that it holds it."""

    def holds(self, line: str) -> bool:
        """Tell whether it holds exactly the record of this line."""


class OutputError(Exception):
    """An output that cannot be written; the message says where and what to do."""


OUTPUTS: Registry[Spec[Output]] = Registry("output", "pipeline.outputs", "talstreck.outputs")

C = TypeVar("C", bound=Options)


def output(name: str, *, config: type[C]) -> Callable[[Callable[[C], Output]], Callable[[C], Output]]:
    """Register the function that opens the output ``name``."""
    return register(OUTPUTS, name, config)


def make_folder(path: Path) -> None:
    """Make the folder that a file is to stand in; raises :class:`OutputError` where that cannot be."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{path}: its folder cannot be made: {error.strerror}; choose another path") from None
