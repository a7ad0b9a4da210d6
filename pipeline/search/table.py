"""Search hits on a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from pipeline.search.query import Hit


def print_table(hits: Sequence[Hit]) -> None:
    """Print each hit: the quote, who said it, where and when."""
    console = Console()
    if not hits:
        console.print("Inga träffar.")
    for hit in hits:
        who = ", ".join(filter(None, [hit.speaker or "okänd", hit.role, hit.organisation]))
        where = " · ".join(filter(None, [hit.title, hit.place, hit.published_at or "odaterad"]))
        console.print(Text(f"– {' '.join(hit.text.split())}", style="cyan"))
        console.print(Text.assemble("  ", (who, "bold"), (f"  [{hit.kind}, {hit.confidence:.2f}]", "dim")))
        console.print(Text(f"  {where}", style="dim"))
