"""`talstreck search` and `talstreck export`: the options that both share, as a search."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
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
Reviews = Annotated[Path | None, typer.Option(help="The file of reviews [beside the store, where there is one].")]
Reviewed = Annotated[str, typer.Option(help="yes, no, right, wrong, corrected; without it, all but the wrong ones.")]
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


def search(
    words: Words = "",
    store: Store = Path("out/press.db"),
    speaker: Speaker = [],
    organisation: Organisation = [],
    role: Role = [],
    party: Party = [],
    kind: Kind = [],
    source: Source = [],
    place: Place = [],
    confidence: Confidence = [],
    without: Without = [],
    since: Since = None,
    until: Until = None,
    has_phone: HasPhone = False,
    person: Person = None,
    exact: Exact = False,
    reviewed: Reviewed = "",
    reviews: Reviews = None,
    privacy: Privacy = "newsroom",
    suppress: Suppress = None,
    order: Annotated[Ordering | None, typer.Option(help="Best first, latest first, or oldest first.")] = None,
    limit: Annotated[int, typer.Option(help="At most this many quotes.")] = 20,
    facets: Annotated[
        bool, typer.Option("--facets", help="Count speakers, bodies, sources … of the selection.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="JSON Lines instead of a table.")] = False,
) -> None:
    """Search the quotes of a store: quote, speaker, source and date."""
    from pipeline.privacy import load_profile
    from pipeline.reviews.file import settled_beside
    from pipeline.reviews.overlay import reviewed_hits, shown_to, with_reviews
    from pipeline.search.query import Request, search_store
    from pipeline.search.table import print_results

    chosen = (speaker, organisation, role, party, kind, source, place, confidence, without)
    profile = load_profile(privacy, suppress)
    settled = shown_to(profile, settled_beside(store, reviews))
    filters = with_reviews(make_filters(*chosen, since, until, has_phone, person), settled, reviewed)
    results = search_store(store, Request(words, filters, order, limit, exact), profile)
    results = replace(results, hits=reviewed_hits(results.hits, settled))
    if as_json:
        for hit in results.hits:
            typer.echo(json.dumps(hit.as_dict(), ensure_ascii=False))
    else:
        print_results(results, facets)


def export(
    output: Annotated[Path, typer.Option("--output", "-o", help="The file to write.", show_default=False)],
    words: Words = "",
    to: Annotated[
        str | None,
        typer.Option(
            help="csv, xlsx, jsonl, parquet, ftm, webannotation, ninjs, conllu, docbin, records [by the file's ending]."
        ),
    ] = None,
    store: Store = Path("out/press.db"),
    speaker: Speaker = [],
    organisation: Organisation = [],
    role: Role = [],
    party: Party = [],
    kind: Kind = [],
    source: Source = [],
    place: Place = [],
    confidence: Confidence = [],
    without: Without = [],
    since: Since = None,
    until: Until = None,
    has_phone: HasPhone = False,
    person: Person = None,
    exact: Exact = False,
    reviewed: Reviewed = "",
    reviews: Reviews = None,
    privacy: Privacy = "newsroom",
    suppress: Suppress = None,
    permalinks: Annotated[
        str | None, typer.Option(help="The address of the page, for links to each quote.", show_default=False)
    ] = None,
) -> None:
    """Take what a search finds along, as a file: with its filters, the privacy profile and the reviews."""
    from pipeline.privacy import load_profile
    from pipeline.privacy.shield import Shield
    from pipeline.reviews.file import settled_beside
    from pipeline.reviews.overlay import shown_to, with_reviews
    from pipeline.search.export import export_quotes, format_of
    from pipeline.search.query import Request
    from pipeline.store.opening import open_for_reading

    chosen = (speaker, organisation, role, party, kind, source, place, confidence, without)
    profile = load_profile(privacy, suppress)
    settled = shown_to(profile, settled_beside(store, reviews))
    filters = with_reviews(make_filters(*chosen, since, until, has_phone, person), settled, reviewed)
    with closing(open_for_reading(store)) as db:
        shield = Shield(db, profile)
        wanted = Request(words, filters, exact=exact)
        quotes = export_quotes(db, shield, wanted, to or format_of(output), output, settled, permalinks=permalinks)
    typer.echo(f"{quotes} {'quote' if quotes == 1 else 'quotes'} in {output}", err=True)
