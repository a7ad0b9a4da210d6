"""What ``talstreck link`` and ``talstreck same`` do: over a store in place, or over JSON Lines into a file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import asdict
from pathlib import Path

from pipeline.archive.link.corrections import read_corrections
from pipeline.archive.link.show import Explained, explain_links, explain_store
from pipeline.archive.link.store import Linked, link_store
from pipeline.archive.link.stream import identity_lines, link_records
from pipeline.archive.same.store import Grouped, MemoryGroups, group_store, grouped_lines
from pipeline.outputs import OutputError
from pipeline.outputs.jsonl import write_lines
from pipeline.outputs.sqlite import open_store
from pipeline.record import read_records

_SQLITE = b"SQLite format 3\0"


def link_archive(
    archive: Path, output: str | None, corrections: Path | None, explain: str | None, as_json: bool
) -> Iterator[str]:
    """Link an archive and yield what the command prints: the sums, or the evidence of what ``explain`` names."""
    settled = read_corrections(corrections) if corrections else None
    if _is_store(archive):
        _no_output(archive, output)
        with closing(open_store(archive)) as db:
            sums = link_store(db, settled)
            found = explain_store(db, explain) if explain else []
    else:
        links, sums = link_records(read_records(archive), settled)
        found = explain_links(links, explain) if explain else []
        if output is not None:
            yield from _out(identity_lines(links), output)
    if explain:
        yield from _explained(found, explain)
    elif output != "-":
        yield _sums(sums, as_json)


def group_archive(archive: Path, output: str | None, as_json: bool) -> Iterator[str]:
    """Group an archive's stories and quotes and yield what the command prints."""
    if _is_store(archive):
        _no_output(archive, output)
        with closing(open_store(archive)) as db:
            sums = group_store(db)
    else:
        groups = MemoryGroups()
        sums = groups.add(read_records(archive))
        if output is not None:
            yield from _out(grouped_lines(read_records(archive), groups), output)
    if output != "-":
        yield _sums(sums, as_json)


def _is_store(path: Path) -> bool:
    """Tell a store from JSON Lines by its first bytes; raises :class:`OutputError` where there is nothing."""
    if not path.is_file():
        raise OutputError(
            f"{path}: there is no store and no file of records; make one with 'talstreck run' or 'extract'"
        )
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


def _no_output(archive: Path, output: str | None) -> None:
    if output is not None:
        raise OutputError(f"{archive}: is a store, which is worked on in place; leave --output out")


def _out(lines: Iterable[str], output: str) -> Iterator[str]:
    if output == "-":
        yield from lines
    else:
        write_lines(Path(output), lines)


def _explained(found: list[Explained], wanted: str) -> Iterator[str]:
    if not found:
        yield f"{wanted}: no identity of this name or id"
    for one in found:
        yield from one.lines()


def _sums(sums: Linked | Grouped, as_json: bool) -> str:
    return json.dumps(asdict(sums)) if as_json else sums.sentence()
