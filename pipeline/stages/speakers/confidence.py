"""How sure a quote with its speaker is: a figure for the rule that found the words and one for how the speaker was found."""

from __future__ import annotations

from functools import cache

from pipeline.article import Speaker, Utterance
from pipeline.data import data_path, read_table


@cache
def _table() -> dict[tuple[str, str], float]:
    """Return the measured shares: ("rule", name) and ("via", name) to how often such a quote was right."""
    if not data_path("models", "lexicons", "confidence.tsv").exists():
        return {}
    return {(sort, name): float(share) for sort, name, share, _ in read_table("models", "lexicons", "confidence.tsv")}


def confidence(utterance: Utterance, speaker: Speaker) -> float:
    """Return how sure the quote with its speaker is, between 0 and 1."""
    table = _table()
    rule = table.get(("rule", utterance.rule), 0.85)
    via = table.get(("via", speaker.via or speaker.kind), 0.85)
    return round(rule * via, 3)
