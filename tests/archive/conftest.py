"""Short ways to write mentions and to read identities."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.archive.link.corrections import Corrections
from pipeline.archive.link.memory import link_mentions
from pipeline.archive.link.mentions import Mention
from pipeline.archive.link.names import parse_name
from pipeline.stages.names.spelling import fold


def person(article: str, name: str, *tokens: str, **more: object) -> Mention:
    """Return a mention of a person: ``person("a1", "Anna Ek", "body:ekskolan", "role:rektor")``."""
    key = f"p1-{article}-{fold(name).replace(' ', '')}"
    made = tuple(sorted(tokens))
    day = more.pop("day", None)
    return Mention(key, article, "person", name, parse_name(name).form, day, made, **more)  # type: ignore[arg-type]


def clusters(mentions: Iterable[Mention], corrections: Corrections | None = None) -> list[list[str]]:
    """Return the articles of each identity."""
    made = link_mentions(mentions, corrections).identities
    return sorted(sorted(m.article for m in identity.mentions) for identity in made)
