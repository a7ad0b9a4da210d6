"""The network's reading of one document at a time: what it makes of a word by itself is worked out once for each form.

The embedding layer sees nothing but the word, so that its output can be kept; and the layers of the encoder are a few
products each, for which thinc's machinery takes as long as the products do. What comes out is what the network gives, to
the last bits of a float, and depends on the document alone: never on what was read before or beside it. That is why a
new form is mixed by itself: in a product of several rows, the last bits of one depend on how many there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from thinc.api import Model

from pipeline.stages.language.embed import word_table

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    Floats = NDArray[np.float32]

_EPSILON = np.float32(1e-8)


@dataclass(frozen=True)
class _Maxout:
    """A maxout layer with its normalisation: ``weights`` has the pieces one below the other."""

    weights: Floats
    bias: Floats
    pieces: int
    gain: Floats
    shift: Floats

    @classmethod
    def of(cls, maxout: Any, norm: Any) -> _Maxout:
        """Return the layer with its pieces put together, so that the largest is taken over whole columns."""
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        out, pieces, width = weights.shape
        together = np.ascontiguousarray(weights.transpose(1, 0, 2).reshape(pieces * out, width), dtype=np.float32)
        shift = np.ascontiguousarray(bias.T.reshape(-1), dtype=np.float32)
        return cls(together, shift, pieces, norm.get_param("G"), norm.get_param("b"))

    def largest(self, products: Floats) -> Floats:
        """Return the normalised largest piece of each output, from the products with the weights."""
        products += self.bias
        width = products.shape[1] // self.pieces
        best: Floats = products[:, :width]
        for piece in range(1, self.pieces):
            best = np.maximum(best, products[:, piece * width : (piece + 1) * width])
        best = best - best.mean(axis=1, keepdims=True)
        best /= np.sqrt(np.square(best).mean(axis=1, keepdims=True) + _EPSILON)
        best *= self.gain
        best += self.shift
        return best


@dataclass(frozen=True)
class _Hashed:
    """A table of one feature, in which each value has the sum of four rows."""

    ops: Any
    rows_of_all: Floats
    seed: int

    @classmethod
    def of(cls, layer: Any) -> _Hashed:
        """Return the table of a layer."""
        return cls(layer.ops, layer.get_param("E"), layer.attrs["seed"])

    def rows(self, values: NDArray[np.uint64]) -> Floats:
        """Return a row for each value."""
        places = self.ops.hash(np.ascontiguousarray(values), self.seed) % len(self.rows_of_all)
        found: Floats = self.ops.gather_add(self.rows_of_all, places)
        return found


class _Words:
    """What the embedding layer makes of each word form."""

    def __init__(self, embed: Any) -> None:
        joined, mixer, _ = embed.layers
        hashed, vectors = joined.layers
        self._hashed = [_Hashed.of(node) for node in _named(hashed, "hashembed")]
        linear = vectors.layers[2].layers[0]
        self._linear, self._linear_bias = linear.get_param("W"), linear.get_param("b")
        self._mixer = _Maxout.of(*_named(mixer, "maxout"), *_named(mixer, "layernorm"))
        self._table: Any = None
        self._began = -1
        self._known: Floats = np.zeros((0, 0), dtype=np.float32)
        self._count = 0

    def of(self, doc: Doc) -> Floats:
        """Return a row for each token."""
        table = word_table(doc.vocab)
        rows = table.rows(doc)
        if table is not self._table or table.began != self._began:
            self._table, self._began, self._count = table, table.began, 0
            if len(self._known) != table.room:
                self._known = np.full((table.room, len(self._mixer.gain)), 0, dtype=np.float32)
        if table.forms > self._count:
            self._learn(table, table.forms)
        return self._known[rows]

    def _learn(self, table: Any, forms: int) -> None:
        new = np.arange(self._count, forms)
        features = table.features(new)
        hashed = np.concatenate([each.rows(features[:, column]) for column, each in enumerate(self._hashed)], axis=1)
        products = np.empty((len(new), len(self._mixer.weights)), dtype=np.float32)
        for place, vector in enumerate(table.vectors(new)):
            word = np.concatenate([hashed[place], self._linear @ vector + self._linear_bias])
            products[place] = self._mixer.weights @ word
        self._known[self._count : forms] = self._mixer.largest(products)
        self._count = forms


class OneByOne:
    """The whole network, for a document."""

    def __init__(self, network: Any) -> None:
        embed, encode = network.layers
        self._words = _Words(embed)
        self._layers = [
            _Maxout.of(maxout, norm)
            for maxout, norm in zip(_named(encode, "maxout"), _named(encode, "layernorm"), strict=True)
        ]
        self._pad: int = encode.attrs["pad"]
        #: Columns of a row that comes out.
        self.width: int = network.get_dim("nO")
        if self._pad != len(self._layers) or any(each.weights.shape[1] != 3 * self.width for each in self._layers):
            raise ValueError("the encoder is of another kind")

    def read(self, doc: Doc) -> Floats:
        """Return the rows of a document's tokens."""
        words = self._words.of(doc)
        count, width = len(words) + 2 * self._pad, self.width
        rows = np.zeros((count, width), dtype=np.float32)
        rows[self._pad : self._pad + len(words)] = words
        around = np.zeros((count, 3 * width), dtype=np.float32)
        for layer in self._layers:
            around[1:, :width] = rows[:-1]
            around[:, width : 2 * width] = rows
            around[:-1, 2 * width :] = rows[1:]
            rows = rows + layer.largest(around @ layer.weights.T)
        return rows[self._pad : self._pad + len(words)]


def _named(network: Any, name: str) -> list[Any]:
    return [node for node in network.walk() if node.name == name]


def read_one_by_one(nlp: Language) -> None:
    """Let the pipeline's network read so; a network of another kind than ours is left as it is."""
    component: Any = nlp.get_pipe("tok2vec") if nlp.has_pipe("tok2vec") else None
    try:
        quick = OneByOne(component.model)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return

    def forward(model: Any, docs: list[Doc], is_train: bool) -> tuple[list[Floats], Any]:
        return [quick.read(doc) for doc in docs], lambda gradient: []

    network: Model[list[Doc], list[Any]] = Model("one_by_one", forward, dims={"nO": quick.width})
    component.model = network
