"""Search hits on a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from pipeline.search.hits import Hit, Results

_NOTICES = {
    "only_not": "Bara uteslutna ord: skriv också ett ord som ska finnas.",
    "not_understood": "Operatorerna gick inte att tolka; alla ord söks.",
    "too_long": "Sökningen är för lång; slutet är utelämnat.",
    "too_short": "Minst två bokstäver före * och tre mellan * och *; ordet söks som det står.",
    "no_words": "Inget ord att söka efter.",
}


def print_results(results: Results, facets: bool = False) -> None:
    """Print each hit (the quote, who said it, where and when), what to know of the search, and counts if wanted."""
    console = Console()
    for notice in results.notices:
        console.print(Text(_NOTICES[notice], style="yellow"))
    for hit in results.hits:
        _print(console, hit)
    if not results.hits:
        console.print("Inga träffar.")
    if results.meant:
        console.print(Text(f"Menade du: {results.meant}", style="yellow"))
    least = "minst " if results.more else ""
    console.print(Text(f"{len(results.hits)} av {least}{results.total}", style="dim"))
    for name, counts in results.facets.items() if facets else ():
        told = "  ".join(f"{count.value} {count.quotes}" for count in counts)
        console.print(Text.assemble((f"{name}: ", "bold"), told))


def _print(console: Console, hit: Hit) -> None:
    who = ", ".join(filter(None, [hit.speaker or "okänd", hit.role, hit.organisation]))
    where = " · ".join(filter(None, [hit.title, hit.place, hit.published_at or "odaterad"]))
    said = Text("– ", style="cyan").append_text(_marked(hit.text, hit.marks))
    console.print(said)
    console.print(Text.assemble("  ", (who, "bold"), (f"  [{hit.kind}, {hit.confidence:.2f}]", "dim")))
    console.print(Text(f"  {where}", style="dim"))


def _marked(text: str, marks: Iterable[tuple[int, int]]) -> Text:
    told = Text(text.replace("\n", " "), style="cyan")
    for start, end in marks:
        told.stylize("bold underline", start, end)
    return told
