"""`talstreck review`: what people have settled, told, or taken further as gold and as corrections for `link`."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

Store = Annotated[Path, typer.Option(help="The SQLite store that a run wrote.")]


def review(
    store: Store = Path("out/press.db"),
    reviews: Annotated[Path | None, typer.Option(help="The file of reviews [beside the store].")] = None,
    gold: Annotated[Path | None, typer.Option(help="Write settled articles as gold records to this folder.")] = None,
    readers: Annotated[int, typer.Option(min=1, help="How many must agree before a verdict is gold.")] = 2,
    corrections: Annotated[Path | None, typer.Option(help="Write merges and splits to this file, for 'link'.")] = None,
    orphans: Annotated[bool, typer.Option("--orphans", help="List verdicts whose finding is no more.")] = False,
) -> None:
    """Tell the verdicts of people as JSON Lines, or take them further as gold and as corrections for `link`."""
    from pipeline.reviews.file import ReviewError, ReviewFile, beside
    from pipeline.reviews.taken import orphans as lost
    from pipeline.reviews.taken import write_corrections, write_gold
    from pipeline.store.opening import open_for_reading

    path = reviews or beside(store)
    if not path.is_file():
        raise ReviewError(f"{path}: there is no file of reviews; 'talstreck serve' makes one")
    file = ReviewFile(path)
    if corrections is not None:
        typer.echo(f"{write_corrections(file, corrections)} merges and splits in {corrections}", err=True)
    if gold is not None:
        with closing(open_for_reading(store)) as db:
            typer.echo(f"{write_gold(file, db, gold, readers)} articles in {gold}", err=True)
    if orphans:
        with closing(open_for_reading(store)) as db:
            for verdict, found in lost(file, db):
                typer.echo(json.dumps({**asdict(verdict), "found": found}, ensure_ascii=False))
    elif gold is None and corrections is None:
        for verdict in file.verdicts():
            typer.echo(json.dumps(asdict(verdict), ensure_ascii=False))
