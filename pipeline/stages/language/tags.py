"""Parts of speech and features of words: a layer of its own over the shared network, with its own view of each word.

The view of a word by itself is worked out once for each form and kept; what remains for a text is two small products a
word. It has learnt from the treebank and from what the tree network says of raw press text
(:mod:`models.recipe.tags`).
"""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.attrs import MORPH, POS
from spacy.language import Language
from spacy.symbols import IDS

from pipeline.stages.language.embed import WordTable, word_table
from pipeline.stages.language.trees import places

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    Floats = NDArray[np.float32]

#: The file of the weights in the component's folder.
TAGS = "tags.npz"
_PIECES = 3


def normed(values: Floats, weight: Floats, bias: Floats) -> Floats:
    """Return the values of each word with mean 0 and deviation 1, then scaled and moved."""
    middle = values - values.mean(axis=-1, keepdims=True)
    spread = np.sqrt(np.square(middle).mean(axis=-1, keepdims=True) + np.float32(1e-5))
    return np.asarray(middle / spread * weight + bias, dtype=np.float32)


class TagNetwork:
    """The trained layer: shared view of a text's words in (one row a word), scores of tags out."""

    def __init__(self, path: Path, vocab: Vocab) -> None:
        with np.load(path, allow_pickle=False) as packed:
            self.tags: list[str] = json.loads(str(packed["settings"]))["tags"]
            self._weights: dict[str, Any] = {
                name: packed[name] if name.startswith("keys.") else packed[name].astype(np.float32)
                for name in packed.files
                if name != "settings"
            }
        columns = sum(name.startswith("keys.") for name in self._weights)
        self._keys = [self._weights[f"keys.{column}"] for column in range(columns)]
        self._right = {
            name: np.ascontiguousarray(self._weights[f"{name}.weight"].T)
            for name in ("mix", "own", "shared", "window", "out")
        }
        self._vocab = vocab
        self._table: WordTable = word_table(vocab)
        self._began = self._table.began
        self._made = 0  # rows of _own that are filled
        self._own: Floats = np.full((self._table.room, self._right["own"].shape[1]), 0, dtype=np.float32)

    def _linear(self, name: str, values: Floats) -> Floats:
        return np.asarray(values @ self._right[name] + self._weights[f"{name}.bias"], dtype=np.float32)

    def _best(self, values: Floats) -> Floats:
        """Return the greatest of each three neighbouring values (maxout)."""
        parts = values.reshape(len(values), -1, _PIECES)
        return np.asarray(np.maximum(np.maximum(parts[..., 0], parts[..., 1]), parts[..., 2]), dtype=np.float32)

    def _forms(self, doc: Doc) -> Floats:
        """Return the own view of each word; rows of forms not met before are made now."""
        rows = self._table.rows(doc)
        met = self._table.forms
        if self._table.began != self._began:
            self._made, self._began = 0, self._table.began
            if len(self._own) != self._table.room:
                self._own = np.full((self._table.room, self._right["own"].shape[1]), 0, dtype=np.float32)
        if met > self._made:
            new = np.arange(self._made, met)
            where = places(self._keys, self._table.features(new))
            seen = [self._weights[f"embed.{column}"][where[:, column]] for column in range(len(self._keys))]
            values = np.concatenate([self._table.vectors(new), *seen], axis=1)
            mixed = normed(
                self._best(self._linear("mix", values)),
                self._weights["mix_norm.weight"],
                self._weights["mix_norm.bias"],
            )
            self._own[self._made : met] = mixed @ self._right["own"]
            self._made = met
        return self._own[rows]

    def scores(self, doc: Doc, shared: Floats) -> Floats:
        """Return the scores of tags, one row a word."""
        if not len(doc):
            return np.zeros((0, len(self.tags)), dtype=np.float32)
        values = self._linear("shared", shared) + self._forms(doc)
        width = values.shape[1]
        around = np.zeros((len(values), 3 * width), dtype=np.float32)
        around[1:, :width] = values[:-1]
        around[:, width : 2 * width] = values
        around[:-1, 2 * width :] = values[1:]
        window = self._best(self._linear("window", around))
        values = values + normed(window, self._weights["window_norm.weight"], self._weights["window_norm.bias"])
        return self._linear("out", values)


class Tagger:
    """The component: sets ``token.pos_`` and ``token.morph`` from ``doc.tensor``."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._path: Path | None = None
        self._network: TagNetwork | None = None
        self._codes: NDArray[np.uint64] = np.zeros((0, 2), dtype=np.uint64)

    def __call__(self, doc: Doc) -> Doc:
        """Set every word's part of speech and features."""
        if self._network is None:
            raise ValueError("the tagger has no weights; from_disk gives it some")
        if len(doc):
            shared: Any = doc.tensor
            doc.from_array([POS, MORPH], self._codes[self._network.scores(doc, shared).argmax(axis=1)])
        return doc

    def to_disk(self, path: Path, *, exclude: object = ()) -> None:
        """Copy the weights beside the model."""
        assert self._path is not None
        Path(path).mkdir(parents=True, exist_ok=True)
        if Path(path, TAGS).resolve() != self._path.resolve():
            shutil.copy(self._path, Path(path, TAGS))

    def from_disk(self, path: Path, *, exclude: object = ()) -> Tagger:
        """Read the weights; the vocabulary has its vectors and lists already."""
        self._path = Path(path) / TAGS
        self._network = TagNetwork(self._path, self.vocab)
        codes = []
        for tag in self._network.tags:
            pos, _, features = tag.partition("|")
            codes.append((IDS[pos], self.vocab.morphology.add(features or "_")))
        self._codes = np.array(codes, dtype=np.uint64)
        return self


@Language.factory("press_tags", assigns=["token.pos", "token.morph"])
def make_tagger(nlp: Language, name: str) -> Tagger:
    """Build the component for spaCy."""
    return Tagger(nlp.vocab)
