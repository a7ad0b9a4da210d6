"""The options that `talstreck search` and `talstreck export` share, as a search."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

import typer

from pipeline.search.filters import FilterError, Filters

Words = Annotated[
    str,
    typer.Argument(help="Words, ”phrases”, OR, NOT or -word, NEAR/5, beginn*, *part*, (…), talare:, roll:, org:."),
]
Store = Annotated[Path, typer.Option(help="The SQLite store that a run wrote.")]
Speaker = Annotated[list[str], typer.Option(help="A speaker's name, or a part of it. Repeat for alternatives.")]
Organisation = Annotated[list[str], typer.Option("--org", "--organisation", help="The speaker's body, or a part.")]
Role = Annotated[list[str], typer.Option(help="A title, or a part of it.")]
Party = Annotated[list[str], typer.Option(help="A party's letters.")]
Kind = Annotated[list[str], typer.Option(help="direct, indirect, mixed.")]
Source = Annotated[list[str], typer.Option(help="A source's name.")]
Place = Annotated[list[str], typer.Option(help="A place that the article names.")]
Confidence = Annotated[list[str], typer.Option(help="high, medium, low.")]
Without = Annotated[list[str], typer.Option(help="FACET=VALUE that must not be, such as source=TT.")]
Since = Annotated[str | None, typer.Option(help="From this day, month or year.")]
Until = Annotated[str | None, typer.Option(help="Up to this day, month or year.")]
HasPhone = Annotated[bool, typer.Option("--has-phone", help="Only speakers with a number in the article.")]
Person = Annotated[str | None, typer.Option(help="A person's id, i1-… or p1-….")]
Exact = Annotated[bool, typer.Option("--exact", help="Words as typed, without their inflections.")]
Privacy = Annotated[str, typer.Option(help="What is shown: newsroom, shared, public, or a profile's YAML file.")]
Suppress = Annotated[Path | None, typer.Option(help="A list of names, ids and addresses that must not be seen.")]
Ordering = Literal["relevance", "date", "oldest"]


def make_filters(
    speaker: Iterable[str] = (),
    organisation: Iterable[str] = (),
    role: Iterable[str] = (),
    party: Iterable[str] = (),
    kind: Iterable[str] = (),
    source: Iterable[str] = (),
    place: Iterable[str] = (),
    confidence: Iterable[str] = (),
    without: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
    has_phone: bool = False,
    person: str | None = None,
) -> Filters:
    """Return the filters that were asked for; raises :class:`~pipeline.search.filters.FilterError`."""
    return Filters(
        speaker=tuple(speaker),
        organisation=tuple(organisation),
        role=tuple(role),
        party=tuple(party),
        kind=tuple(kind),
        source=tuple(source),
        place=tuple(place),
        confidence=tuple(confidence),
        without=tuple(read_without(text) for text in without),
        since=since,
        until=until,
        has_phone=has_phone,
        person=person,
    )


def read_without(text: str) -> tuple[str, str]:
    """Return "source=TT" as its two parts; raises :class:`~pipeline.search.filters.FilterError`."""
    facet, equals, value = text.partition("=")
    if not equals or not value:
        raise FilterError(f"--without: {text!r} is not FACET=VALUE, such as source=TT")
    return facet.strip(), value.strip()
