"""The tree network: two-way LSTM layers over a sentence and a score for every pair of words, in numpy alone.

Trained by :mod:`models.recipe.trees` with torch; here its weights are read from one ``.npz`` and run a sentence at a
time, so that a tree is the same whatever else was asked for.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.tokens import Doc

from pipeline.stages.language.embed import word_table

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.vocab import Vocab

    Floats = NDArray[np.float32]

#: The file of the weights in the model's folder.
TREES = "trees.npz"
#: Taken from the scores of the root's arcs, so that the best tree has as few of them as it can: one.
_ONE_ROOT = 1e4


def places(keys: Sequence[NDArray[np.uint64]], features: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Return, for each word and feature, the row of the feature's table: its key's place plus one, 0 for no key."""
    out = np.zeros(features.shape, dtype=np.int64)
    for column, known in enumerate(keys):
        found = np.minimum(np.searchsorted(known, features[:, column]), len(known) - 1)
        out[:, column] = np.where(known[found] == features[:, column], found + 1, 0)
    return out


def best_tree(scores: NDArray[np.floating[Any]]) -> NDArray[np.int64]:
    """Return each word's head in the tree of the greatest sum of scores with a single root.

    ``scores[w, h]`` is that of the arc from head ``h`` to word ``w + 1``; head 0 is the root that is no word. The
    answer has an item a word in the same numbers.
    """
    count = len(scores)
    full = np.full((count + 1, count + 1), -np.inf)
    full[1:] = scores
    full[1:, 0] -= _ONE_ROOT
    np.fill_diagonal(full, -np.inf)
    return np.asarray(_spanning(full)[1:])


def _spanning(scores: NDArray[np.float64]) -> NDArray[np.int64]:
    """Return the heads of the maximum spanning tree from node 0: Chu-Liu's and Edmonds' algorithm."""
    heads = scores.argmax(axis=1)
    heads[0] = 0
    cycle = _cycle(heads)
    if cycle is None:
        return np.asarray(heads)
    inside = np.zeros(len(heads), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    gain = scores[cycle] - scores[cycle, heads[cycle]][:, None]
    into, out_of = gain[:, outside], scores[np.ix_(outside, cycle)]
    small = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = into.max(axis=0)
    small[:-1, -1] = out_of.max(axis=1)
    small[0] = -np.inf
    shrunk = _spanning(small)
    result = heads.copy()
    new = len(outside)
    for place in range(1, new):
        head = shrunk[place]
        result[outside[place]] = cycle[int(out_of[place].argmax())] if head == new else outside[head]
    entered = shrunk[new]
    result[cycle[int(into[:, entered].argmax())]] = outside[entered]
    return np.asarray(result)


def _cycle(heads: NDArray[np.int64]) -> NDArray[np.int64] | None:
    """Return the nodes of one cycle among the heads, or None where there is none."""
    colour = np.zeros(len(heads), dtype=np.int64)
    colour[0] = -1
    for start in range(1, len(heads)):
        node = start
        while colour[node] == 0:
            colour[node] = start
            node = int(heads[node])
        if colour[node] == start:
            found = [node]
            while heads[found[-1]] != node:
                found.append(int(heads[found[-1]]))
            return np.array(sorted(found))
    return None


def _sigmoid(values: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-values)), dtype=np.float32)


def softmax(scores: Floats) -> Floats:
    """Return probabilities of the last axis."""
    weight = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(weight / weight.sum(axis=-1, keepdims=True), dtype=np.float32)


class TreeNetwork:
    """The trained network over one vocabulary: words in, heads and labels out."""

    def __init__(self, path: Path, vocab: Vocab) -> None:
        with np.load(path, allow_pickle=False) as packed:
            self.settings: dict[str, Any] = json.loads(str(packed["settings"]))
            names = [name for name in packed.files if name != "settings"]
            self._weights: dict[str, Any] = {
                name: packed[name] if name.startswith("keys.") else packed[name].astype(np.float32) for name in names
            }
        self.labels: list[str] = self.settings["labels"]
        self._vocab = vocab
        self._table = word_table(vocab)
        columns = sum(name.startswith("keys.") for name in names)
        self._keys = [self._weights[f"keys.{column}"] for column in range(columns)]
        self._layers = {name: self._layer(name) for name in self.settings["layers"]}

    def _layer(self, name: str) -> tuple[Floats, Floats, Floats]:
        """Return a layer's weights of both directions, transposed: of the input, of the state, and the bias."""
        both = [[self._weights[f"{name}.{part}.{way}"] for way in "fb"] for part in ("input", "state", "bias")]
        into, state, bias = (np.stack(each) for each in both)
        return (
            np.ascontiguousarray(into.transpose(0, 2, 1)),
            np.ascontiguousarray(state.transpose(0, 2, 1)),
            bias[:, None],
        )

    def _read(self, name: str, values: Floats) -> Floats:
        """Run a two-way LSTM layer over the words: one row a word in and out."""
        into, state, bias = self._layers[name]
        size = state.shape[1]
        both = np.stack([values, values[::-1]])
        gates = both @ into + bias
        hidden = np.zeros((2, 1, size), dtype=np.float32)
        cell = np.zeros((2, size), dtype=np.float32)
        out = np.empty((2, len(values), size), dtype=np.float32)
        for step in range(len(values)):
            now = gates[:, step] + (hidden @ state)[:, 0]
            passing = _sigmoid(now[:, : 3 * size])
            cell = passing[:, size : 2 * size] * cell + passing[:, :size] * np.tanh(now[:, 3 * size :])
            out[:, step] = passing[:, 2 * size :] * np.tanh(cell)
            hidden = out[:, step][:, None]
        return np.concatenate([out[0], out[1, ::-1]], axis=1)

    def _linear(self, name: str, values: Floats) -> Floats:
        return np.asarray(values @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"], dtype=np.float32)

    def _view(self, name: str, values: Floats) -> Floats:
        """Return the values seen as heads or as dependents, with a 1 at the end for the bias."""
        seen = self._linear(name, values)
        seen = np.where(seen > 0, seen, np.float32(0.1) * seen)
        return np.concatenate([seen, np.ones((len(seen), 1), dtype=np.float32)], axis=1)

    def _words(self, words: Sequence[str]) -> Floats:
        """Return what is known of each word by itself: its vector and the rows of its features."""
        rows = self._table.rows(Doc(self._vocab, list(words)))
        where = places(self._keys, self._table.features(rows))
        parts = [self._weights[f"embed.{column}"][where[:, column]] for column in range(len(self._keys))]
        return np.concatenate([self._table.vectors(rows), *parts], axis=1)

    def _lower(self, words: Sequence[str]) -> tuple[Floats, Floats]:
        """Return what the layers below the uppermost make of the words, and the scores of their tags."""
        values = self._words(words)
        for name in self.settings["layers"][:-1]:
            values = self._read(name, values)
        return values, self._linear("tags", values)

    def tag_beliefs(self, words: Sequence[str]) -> Floats:
        """Return the probability of each tag (part of speech and features: ``NOUN|Case=Nom|…``) of each word."""
        return softmax(self._lower(words)[1])

    def scores(self, words: Sequence[str]) -> tuple[Floats, Floats]:
        """Return the scores of arcs (word, head) and of labels (label, word, head); head 0 is the root."""
        values, tags = self._lower(words)
        belief = softmax(tags)
        top = self._read(self.settings["layers"][-1], np.concatenate([values, belief @ self._weights["tag_view"]], 1))
        heads = np.concatenate([self._weights["root"][None], top])
        arcs = self._view("arc_dep", top) @ self._weights["arcs"] @ self._view("arc_head", heads).T
        return arcs, self._labels(top, heads)

    def _labels(self, top: Floats, heads: Floats) -> Floats:
        dependents, above = self._view("label_dep", top), self._view("label_head", heads)
        return np.asarray(dependents @ self._weights["labels"] @ above.T, dtype=np.float32)

    def parse(self, words: Sequence[str]) -> list[tuple[int, str]]:
        """Return each word's head (its place in ``words``; a root's own) and label (``ROOT``, ``nsubj`` …)."""
        if not words:
            return []
        arcs, labels = self.scores(words)
        out: list[tuple[int, str]] = []
        root = self.labels.index("ROOT")
        for place, head in enumerate(best_tree(arcs).tolist()):
            mine = labels[:, place, head]
            if head == 0:
                out.append((place, "ROOT"))
                continue
            mine[root] = -np.inf
            out.append((head - 1, self.labels[int(mine.argmax())]))
        return out
