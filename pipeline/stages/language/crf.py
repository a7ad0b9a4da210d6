"""The entity finder: a linear-chain CRF over the shared network, which gives a probability for every entity.

Scores of tags come from a linear layer, scores of neighbouring tags from one small table; tags are B-, I-, L-, U- and
O, and sequences that those forbid ("O I-PER") cannot come out. A document is cut at line ends and final marks, so the
work grows with its length and no entity runs over them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.language import Language
from spacy.pipeline import TrainablePipe
from spacy.tokens import Doc, Span
from spacy.util import registry
from thinc.api import Linear, Model, chain, with_array

from pipeline.stages.language.agreement import repeat, vote
from pipeline.stages.language.embed import LISTS_TABLE
from pipeline.stages.language.entities import CONFIDENCE_KEY
from pipeline.stages.language.pairs import pairs_of_names
from pipeline.stages.language.texts import texts_of

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.training import Example
    from spacy.vocab import Vocab

    Floats = NDArray[np.float32]

ENTITY_LABELS = ("LOC", "ORG", "PER")
TAGS: tuple[str, ...] = ("O", *(f"{part}-{label}" for label in ENTITY_LABELS for part in "BILU"))
_PLACE = {tag: place for place, tag in enumerate(TAGS)}
_FORBIDDEN = -1e4
#: Where a training document keeps its teachers' probability of each tag for each word.
BELIEFS_KEY = "talstreck.beliefs"
_CUTS = frozenset({".", "?", "!", "…"})

#: Of two name-like words: another reading is doubted below the first, a person needs as much as the second, and a
#: person found is held to be as sure as the third. Chosen on the development sentences and the test of names
#: (the table stands in the recipe).
_PAIR_DOUBT, _PAIR_CHANCE, _PAIR_IS_RIGHT = 0.75, 0.25, 0.9


def _may_follow(before: str, after: str) -> bool:
    inside = before[0] in "BI"
    if inside:
        return after[0] in "IL" and after[2:] == before[2:]
    return after[0] in "OBU"


#: 0 where a tag may follow a tag, a huge negative number where not; rows are the tag before.
ALLOWED: Floats = np.array(
    [[0.0 if _may_follow(before, after) else _FORBIDDEN for after in TAGS] for before in TAGS], dtype=np.float32
)
_MAY_START = np.array([0.0 if tag[0] in "OBU" else _FORBIDDEN for tag in TAGS], dtype=np.float32)
_MAY_END = np.array([0.0 if tag[0] in "OLU" else _FORBIDDEN for tag in TAGS], dtype=np.float32)


@registry.architectures("talstreck.CrfTagger.v1")  # type: ignore[untyped-decorator]
def crf_tagger(tok2vec: Model[list[Doc], list[Any]], width: int) -> Model[list[Doc], list[Any]]:
    """Build the layer of tag scores; the table of neighbouring tags is its parameter ``pairs``."""
    scores: Any = with_array(Linear(len(TAGS), width))

    def forward(model: Any, X: Any, is_train: bool) -> tuple[Any, Callable[[Any], Any]]:  # noqa: N803 - thinc's names
        return X, lambda gradient: gradient

    table: Any = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    pairs: Model[Any, Any] = Model("crf_pairs", forward, params={"pairs": table})
    model: Model[list[Doc], list[Any]] = chain(tok2vec, scores, pairs)
    model.set_ref("tok2vec", tok2vec)
    model.set_ref("pairs", pairs)
    return model


def segments(words: Sequence[str]) -> list[tuple[int, int]]:
    """Return the stretches of a document that are tagged by themselves: cut after final marks and around breaks."""
    cuts = [0]
    for place, word in enumerate(words):
        if word in _CUTS or "\n" in word:
            cuts.append(place + 1)
    cuts.append(len(words))
    return [(start, end) for start, end in pairwise(cuts) if start < end]


def _padded(scores: Sequence[Floats]) -> tuple[Floats, NDArray[np.int64]]:
    """Return sequences as one array, time first, and their lengths; what is beyond a sequence's end is tag O."""
    lengths = np.array([len(each) for each in scores], dtype=np.int64)
    padded = np.full((int(lengths.max()), len(scores), len(TAGS)), _FORBIDDEN, dtype=np.float32)
    padded[:, :, 0] = 0.0
    for place, each in enumerate(scores):
        padded[: len(each), place] = each
        padded[0, place] += _MAY_START
        padded[len(each) - 1, place] += _MAY_END
    return padded, lengths


def marginals(scores: Sequence[Floats], pairs: Floats) -> tuple[list[Floats], Floats, float]:
    """Return each word's tag probabilities, the expected number of each pair of tags, and the sum of log Z.

    Forward and backward in probability space with a scale for each word, so that a step is one small product.
    """
    padded, lengths = _padded(scores)
    steps = len(padded)
    top = padded.max(axis=2, keepdims=True)
    weight = np.exp(padded - top)
    follow = np.exp(pairs + ALLOWED)
    forward = np.empty_like(weight)
    scale = np.empty(weight.shape[:2], dtype=np.float32)
    current = weight[0]
    for step in range(steps):
        if step:
            current = (forward[step - 1] @ follow) * weight[step]
        scale[step] = current.sum(axis=1)
        forward[step] = current / scale[step][:, None]
    backward = np.ones_like(weight)
    for step in range(steps - 2, -1, -1):
        later = weight[step + 1] * backward[step + 1] / scale[step + 1][:, None]
        backward[step] = later @ follow.T
    both = forward * backward
    both /= both.sum(axis=2, keepdims=True)
    expected = np.zeros_like(pairs)
    log_z = 0.0
    real = np.arange(steps)[:, None] < lengths[None, :]
    log_z = float((np.log(scale) + top[:, :, 0])[real].sum())
    if steps > 1:
        later = np.where(real[1:, :, None], weight[1:] * backward[1:] / scale[1:][:, :, None], 0.0)
        expected = np.einsum("tbi,tbj->ij", forward[:-1], later) * follow
    return [both[: lengths[place], place] for place in range(len(scores))], expected, log_z


def best_tags(scores: Sequence[Floats], pairs: Floats) -> list[NDArray[np.int64]]:
    """Return the most probable sequence of tags for each sequence of scores.

    Sequences lie along the last axis, so that the greatest of each step is taken over long rows; which tag came
    before is asked on the way back, of the one tag that was chosen.
    """
    padded, lengths = _padded(scores)
    steps, count, _ = padded.shape
    follow = pairs + ALLOWED
    best = np.ascontiguousarray(padded.transpose(0, 2, 1))
    for step in range(1, steps):
        best[step] += (best[step - 1][:, None, :] + follow[:, :, None]).max(axis=0)
    tags = np.zeros((steps, count), dtype=np.int64)
    tags[-1] = best[-1].argmax(axis=0)
    for step in range(steps - 1, 0, -1):
        tags[step - 1] = (best[step - 1] + follow[:, tags[step]]).argmax(axis=0)
    return [tags[: lengths[place], place] for place in range(count)]


def spans_of(tags: Iterable[int]) -> list[tuple[int, int, str]]:
    """Return the entities of a legal sequence of tags as (start, end, label)."""
    found: list[tuple[int, int, str]] = []
    start = 0
    for place, tag in enumerate(TAGS[number] for number in tags):
        if tag[0] in "BU":
            start = place
        if tag[0] in "LU":
            found.append((start, place + 1, tag[2:]))
    return found


def lean(tags: NDArray[np.int64], sure: Floats, pairs: Iterable[int]) -> NDArray[np.int64]:
    """Return the tags with a person where two name-like words stand and the model does not rule one out.

    A pair that lies within or across another entity is left as it is.
    """
    out = tags
    first, last = _PLACE["B-PER"], _PLACE["L-PER"]
    for start in pairs:
        end = start + 2
        if TAGS[tags[start]][0] in "IL" or TAGS[tags[end - 1]][0] in "BI":
            continue
        best = float(min(sure[start, tags[start]], sure[start + 1, tags[start + 1]]))
        person = float(min(sure[start, first], sure[start + 1, last]))
        if tags[start] != first and best < _PAIR_DOUBT and person > _PAIR_CHANCE:
            out = out.copy()
            out[start], out[start + 1] = first, last
    return out


def gold_tags(doc: Doc) -> NDArray[np.int64] | None:
    """Return the tags of an annotated document, or None where nobody annotated it."""
    if len(doc) and not doc.has_annotation("ENT_IOB"):
        return None
    tags = np.zeros(len(doc), dtype=np.int64)
    for entity in doc.ents:
        if entity.label_ not in ENTITY_LABELS:
            continue
        for place in range(entity.start, entity.end):
            first, last = place == entity.start, place == entity.end - 1
            part = "U" if first and last else "B" if first else "L" if last else "I"
            tags[place] = _PLACE[f"{part}-{entity.label_}"]
    return tags


def target(doc: Doc) -> Floats | None:
    """Return what the model shall believe of each word: the annotation, or the teachers' average; None for neither."""
    beliefs: Floats | None = doc.user_data.get(BELIEFS_KEY)
    if beliefs is not None:
        return beliefs
    tags = gold_tags(doc)
    return None if tags is None else np.eye(len(TAGS), dtype=np.float32)[tags]


class EntityFinder(TrainablePipe):  # type: ignore[misc]
    """The component: sets ``doc.ents`` and keeps each entity's probability for :func:`entity_confidence`."""

    def __init__(self, vocab: Vocab, model: Model[list[Doc], list[Any]], name: str = "press_ner") -> None:
        self.vocab = vocab
        self.model = model
        self.name = name
        #: ``calibration``: raw probability to share that is right, by label; ``least``: what is less sure is left out.
        self.cfg: dict[str, Any] = {"calibration": {}, "least": {}}
        self.scorer = None
        #: Known word forms in small letters, by which names are told from other words with a capital.
        self.forms: Collection[str] = frozenset()

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels it finds."""
        return ENTITY_LABELS

    @property
    def pairs(self) -> Floats:
        """The table of neighbouring tags."""
        table: Any = self.model.get_ref("pairs").get_param("pairs")
        return np.asarray(table, dtype=np.float32)

    def initialize(
        self, get_examples: Callable[[], Iterable[Example]], *, nlp: Language | None = None, **_: object
    ) -> None:
        """Set the layers' sizes from a few examples."""
        docs = [example.predicted for example, _ in zip(get_examples(), range(10), strict=False)]
        self.model.initialize(X=docs)

    def predict(self, docs: Iterable[Doc]) -> list[Any]:
        """Return, for each document, its entities with their probabilities."""
        docs = list(docs)
        if not any(len(doc) for doc in docs):
            return [[] for _ in docs]
        scores: list[Floats] = self.model.predict(docs)
        texts = [texts_of(doc) for doc in docs]
        where = [(number, start, end) for number, words in enumerate(texts) for start, end in segments(words)]
        parts = [scores[number][start:end] for number, start, end in where]
        found: list[list[tuple[int, int, str, float]]] = [[] for _ in docs]
        tags = best_tags(parts, self.pairs)
        pairs = [list(self._pairs(texts[number][start:end])) for number, start, end in where]
        named = [place for place, sequence in enumerate(tags) if pairs[place] or sequence.any()]
        if named:
            sure, _, _ = marginals([parts[place] for place in named], self.pairs)
            for place, probability in zip(named, sure, strict=True):
                number, offset, _ = where[place]
                sequence = lean(tags[place], probability, pairs[place])
                chosen = probability[np.arange(len(sequence)), sequence]
                for start, end, label in spans_of(sequence):
                    raw = float(chosen[start:end].min())
                    if start in pairs[place] and label == "PER":
                        raw = max(raw, _PAIR_IS_RIGHT)
                    found[number].append((offset + start, offset + end, label, raw))
        return found

    def _pairs(self, words: Sequence[str]) -> Iterator[int]:
        lookups = self.vocab.lookups
        if not self.forms or not lookups.has_table(LISTS_TABLE):
            return iter(())
        return pairs_of_names(words, lookups.get_table(LISTS_TABLE), self.forms)

    def set_annotations(self, docs: Iterable[Doc], scores: list[Any]) -> None:
        """Write the entities into the documents."""
        for doc, found in zip(docs, scores, strict=True):
            words = texts_of(doc)
            sure = [(start, end, label, self.calibrated(label, raw)) for start, end, label, raw in found]
            least: Mapping[str, float] = self.cfg.get("least") or {}
            agreed = [each for each in repeat(words, vote(words, sure)) if each[3] >= least.get(each[2], 0.0)]
            doc.set_ents([Span(doc, start, end, label=label) for start, end, label, _ in agreed], default="outside")
            doc.user_data[CONFIDENCE_KEY] = {(start, end, label): value for start, end, label, value in agreed}

    def calibrated(self, label: str, probability: float) -> float:
        """Return the share of entities of this label and raw probability that are right, as measured on dev texts."""
        table: dict[str, list[list[float]]] = self.cfg.get("calibration") or {}
        if label not in table:
            return probability
        raw, right = table[label]
        return float(np.interp(probability, raw, right))

    def get_loss(self, examples: Iterable[Example], scores: list[Floats]) -> tuple[float, list[Floats]]:
        """Return the negative log likelihood and its gradient; the table of pairs gets its gradient here."""
        gradient = [np.zeros_like(each) for each in scores]
        golds = [target(example.reference) for example in examples]
        used = [place for place, gold in enumerate(golds) if gold is not None and len(scores[place])]
        if not used:
            return 0.0, gradient
        guess, expected, log_z = marginals([scores[place] for place in used], self.pairs)
        loss = log_z
        seen = np.zeros_like(expected)
        for place, probability in zip(used, guess, strict=True):
            gold = golds[place]
            assert gold is not None
            gradient[place] = probability - gold
            loss -= float((scores[place] * gold).sum())
            seen += gold[:-1].T @ gold[1:]
        loss -= float((seen * self.pairs).sum())
        change: Any = (expected - seen).astype(np.float32)
        self.model.get_ref("pairs").inc_grad("pairs", change)
        return loss, gradient

    def add_label(self, label: str) -> int:
        """Labels are fixed; a known one is accepted."""
        if label not in ENTITY_LABELS:
            raise ValueError(f"the entity finder knows {', '.join(ENTITY_LABELS)}, not {label!r}")
        return 0


@Language.factory("press_ner", assigns=["doc.ents", "token.ent_iob", "token.ent_type"])
def make_entity_finder(nlp: Language, name: str, model: Model[list[Doc], list[Any]]) -> EntityFinder:
    """Build the component for spaCy."""
    return EntityFinder(nlp.vocab, model, name)
