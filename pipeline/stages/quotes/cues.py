"""The cue lexicon: words that say that somebody speaks, in tiers by how far they can be trusted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from pipeline.article import NEGATIONS, Cue, CueClass
from pipeline.data import read_table
from pipeline.stages.quotes.words import Word

Tier = Literal["A", "B", "C", "D"]


@dataclass(frozen=True, slots=True)
class CueEntry:
    """A lemma with its tier (A anywhere, B with a clause or marks, C with marks only, D what documents do)."""

    lemma: str
    tier: Tier
    cue_class: CueClass


@dataclass(frozen=True, slots=True)
class CueLexicon:
    """Forms to entries; forms of several words are looked up by their first word."""

    single: dict[str, CueEntry]
    several: dict[str, tuple[tuple[tuple[str, ...], CueEntry], ...]]


@cache
def load_cues() -> CueLexicon:
    """Return the lexicon of ``models/lexicons/cues.tsv``."""
    single: dict[str, CueEntry] = {}
    several: dict[str, list[tuple[tuple[str, ...], CueEntry]]] = {}
    for lemma, tier, cue_class, forms in read_table("models", "lexicons", "cues.tsv"):
        entry = CueEntry(lemma, cast("Tier", tier), cast("CueClass", cue_class))
        for form in forms.split():
            parts = tuple(form.split("_"))
            if len(parts) == 1:
                single[form] = entry
            else:
                several.setdefault(parts[0], []).append((parts, entry))
    return CueLexicon(single, {first: tuple(rows) for first, rows in several.items()})


def cue_at(words: Sequence[Word], i: int) -> tuple[CueEntry, int] | None:
    """Return the cue that begins at word ``i`` and the index behind it, or None.

    A particle may stand behind the subject ("lägger hon till"): the verb alone then gives the entry of the pair.
    """
    if i >= len(words):
        return None
    lexicon = load_cues()
    word = words[i]
    several = lexicon.several.get(word.lower, ())
    for parts, entry in several:
        if tuple(w.lower for w in words[i : i + len(parts)]) == parts:
            return entry, i + len(parts)
    object_next = i + 1 < len(words) and words[i + 1].lower in ("en", "ett")  # "har lagt ett förslag till kommunen"
    for parts, entry in several if not object_next else ():
        if len(parts) == 2 and any(w.lower == parts[1] for w in words[i + 2 : i + 5]):
            return entry, i + 1
        for k in range(i + 2, i + 5) if len(parts) > 2 else ():  # "gick Alvspartiet ⟦ut med⟧ att"
            if tuple(w.lower for w in words[k : k + len(parts)]) == (*parts[1:], "att"):
                return entry, i + 1
    single = lexicon.single.get(word.lower)
    if single is not None and single.lemma == "säga" and i + 1 < len(words) and words[i + 1].lower == "upp":
        return None  # "har sagt upp sig för att börja i Sjövik"
    return None if single is None else (single, i + 1)


def make_cue(words: Sequence[Word], first: int, last: int, text: str, entry: CueEntry) -> Cue:
    """Return the cue over the words ``first`` to ``last`` (half-open), with the *inte* that makes the opposite of it.

    "Bo Ek ⟦tror inte⟧ att skolan stängs", "Bo Ek ⟦anser därför inte⟧ att det är dyrt".
    """
    behind = next((k for k in range(last, min(last + 2, len(words))) if words[k].lower in NEGATIONS), None)
    start, end = words[first].start, words[last - 1 if behind is None else behind].end
    return Cue(start, end, text[start:end], entry.lemma, entry.cue_class, behind is not None)
