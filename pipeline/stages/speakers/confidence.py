"""How sure a quote with its speaker is: a small logistic model of what the rules saw, calibrated on annotated press.

The model's weights and its calibration are data (``models/speakers/confidence.json``), made by
``python -m models.recipe.confidence``; the figure estimates how often such a quote has both its words and its speaker
right. The reliability table stands in ``models/speakers/README.md``.
"""

from __future__ import annotations

import json
import math
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pipeline.article import Speaker, Utterance
from pipeline.data import data_path


@dataclass(frozen=True, slots=True)
class Setting:
    """What stood around a quote when its speaker was chosen: how far it was carried, how many could be meant."""

    carried: int = 0
    rivals: int = 0
    named: float = 1.0


@dataclass(frozen=True, slots=True)
class ConfidenceModel:
    """Weights by feature, and the knots of the calibration: raw scores with the shares that were right."""

    weights: Mapping[str, float]
    raw: tuple[float, ...]
    right: tuple[float, ...]

    def probability(self, features: Mapping[str, float]) -> float:
        """Return the calibrated share of such quotes that are right."""
        total = sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return self._calibrated(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))))

    def _calibrated(self, score: float) -> float:
        if not self.raw:
            return score
        i = bisect_left(self.raw, score)
        if i == 0:
            return self.right[0]
        if i == len(self.raw):
            return self.right[-1]
        low, high = self.raw[i - 1], self.raw[i]
        part = (score - low) / (high - low) if high > low else 0.0
        return self.right[i - 1] + part * (self.right[i] - self.right[i - 1])


@cache
def load_confidence() -> ConfidenceModel:
    """Return the committed model."""
    data = json.loads(data_path("models", "speakers", "confidence.json").read_text(encoding="utf-8"))
    return ConfidenceModel(data["weights"], tuple(data["raw"]), tuple(data["right"]))


def features(utterance: Utterance, speaker: Speaker, setting: Setting) -> dict[str, float]:
    """Return what the model looks at: the rules that fired, the cue, and how crowded the place is."""
    said = sum(len(part.text.split()) for part in utterance.contents)
    found = {
        "bias": 1.0,
        f"kind={utterance.kind}": 1.0,
        f"rule={utterance.rule}": 1.0,
        f"via={speaker.via or 'none'}": 1.0,
        f"speaker={speaker.kind}": 1.0,
        f"{utterance.kind}+{speaker.kind}": 1.0,
        f"pieces={min(len(utterance.contents), 3)}": 1.0,
        "short": float(said < 4),
        "long": float(said > 70),
        "carried": min(setting.carried, 6) / 3,
        "rivals": min(setting.rivals, 4) / 2,
        "doubtful name": 1.0 - setting.named,
    }
    if utterance.cue is not None:
        found[f"cue={utterance.cue.lemma}"] = 1.0
    return found


#: "Det säger Bo Ek" does not tell how many sentences it points back over, and the texts have too few to learn from.
_POINTED_STATEMENT = 0.9


def confidence(utterance: Utterance, speaker: Speaker, setting: Setting) -> float:
    """Return how sure the quote with its speaker is, between 0 and 1; a speaker nobody knows makes it no likelier."""
    sure = load_confidence().probability(features(utterance, speaker, setting))
    return round(sure * _POINTED_STATEMENT if utterance.rule == "statement-pointer" else sure, 3)
