"""How sure is sure: the raw probability of an entity turned into the share of such entities that are right.

Measured on the development sentences, a label at a time, by isotonic regression over twelve steps; the cross-fitted
error (half of the sentences calibrate the other half) is printed, so that the calibration itself is not flattered.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language

from models.recipe.corpora import Sentence, named_dev, to_doc
from pipeline.stages.language.crf import ENTITY_LABELS

Point = tuple[float, bool]


def isotonic(points: list[Point], fewest: int = 12) -> tuple[list[float], list[float]]:
    """Return (raw, right): the rising step function of least squares, as points to draw straight lines between."""
    ordered = sorted(points)
    blocks: list[list[float]] = []
    for raw, right in ordered:
        blocks.append([raw, float(right), 1.0])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    merged: list[list[float]] = []
    for block in blocks:
        if merged and merged[-1][2] < fewest:
            merged[-1] = [a + b for a, b in zip(merged[-1], block, strict=True)]
        else:
            merged.append(block)
    middles = [block[0] / block[2] for block in merged]
    shares = [(block[1] + 0.5) / (block[2] + 1) for block in merged]
    return middles, [round(value, 4) for value in np.maximum.accumulate(shares).tolist()]


def points_of(nlp: Language, sentences: list[Sentence]) -> dict[str, list[Point]]:
    """Return, by label, each found entity's raw probability and whether it is right."""
    finder: Any = nlp.get_pipe("press_ner")
    out: dict[str, list[Point]] = {label: [] for label in ENTITY_LABELS}
    golds = [to_doc(nlp, [sentence]) for sentence in sentences]
    for gold in golds:
        guess = type(gold)(nlp.vocab, [t.text for t in gold], [bool(t.whitespace_) for t in gold])
        guess = nlp.get_pipe("tok2vec")(guess)
        truth = {(e.start, e.end, e.label_) for e in gold.ents}
        for start, end, label, probability in finder.predict([guess])[0]:
            out[label].append((probability, (start, end, label) in truth))
    return out


def error(points: list[Point], table: tuple[list[float], list[float]]) -> float:
    """Return the expected calibration error over ten bins of equal size."""
    if not points:
        return 0.0
    raw = np.array([point[0] for point in points])
    right: NDArray[np.float64] = np.array([point[1] for point in points], dtype=np.float64)
    said = np.interp(raw, *table)
    order = np.argsort(said)
    bins = np.array_split(order, min(10, len(order)))
    return float(sum(abs(said[each].mean() - right[each].mean()) * len(each) for each in bins) / len(points))


def calibrate(nlp: Language, data: Path, least: Mapping[str, float]) -> None:
    """Fit the tables and keep them in the entity finder's settings, with the least confidence that is told.

    Leaving out what is right less often than half of F is what makes F greatest; people are let in sooner, since names
    that the model knows little of are the ones it is unsure about.
    """
    sentences = [sentence for part in named_dev(data, nlp).values() for sentence in part]
    halves = [points_of(nlp, sentences[::2]), points_of(nlp, sentences[1::2])]
    finder: Any = nlp.get_pipe("press_ner")
    finder.cfg.update(calibration={}, least=dict(least))
    for label in ENTITY_LABELS:
        first, second = halves[0][label], halves[1][label]
        crossed = (error(second, isotonic(first)) + error(first, isotonic(second))) / 2
        raw, right = isotonic(first + second)
        finder.cfg["calibration"][label] = [raw, right]
        print(f"confidence {label}: {len(first + second)} entities, cross-fitted error {crossed:.3f}, table {right}")
