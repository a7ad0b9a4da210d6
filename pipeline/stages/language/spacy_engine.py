"""The spaCy engine: our own model from ``models/``, or any installed spaCy package by name."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import spacy
from spacy.strings import StringStore
from spacy.tokens import Doc
from spacy.util import is_package, load_config, load_model_from_config
from spacy.vectors import Vectors
from spacy.vocab import Vocab
from thinc.api import NumpyOps

from pipeline.data import data_path
from pipeline.registry import did_you_mean
from pipeline.stages.language import crf, embed, entities, lemmas, sentences, tags
from pipeline.stages.language.one_by_one import read_one_by_one
from pipeline.stages.language.tokens import build_tokenizer

if TYPE_CHECKING:
    from spacy.language import Language
    from thinc.api import Model

#: Importing these registers their parts with spaCy.
REGISTERED = (crf, embed, entities, lemmas, sentences, tags)

MANIFEST = "manifest.json"
VECTORS = "vectors.npz"
NETWORK = "network.npz"

#: Code points that are read at once; a press article has a few thousand.
LONGEST_PIECE = 60_000
_LONGEST_WORD = 200
_LONG_WORD = re.compile(rf"\S{{{_LONGEST_WORD},}}")
_CUT = 100

#: Words whose tokens are kept for the life of a process: so many cover nine running words of ten.
_MOST_FAMILIAR = 20_000
#: A word met in so many articles of one memory zone is familiar; longer than so many code points it is left out.
_FAMILIAR_AFTER = 2
_LONGEST_FAMILIAR = 40


def load_spacy(model: str) -> Callable[[str], Doc]:
    """Return a function from text to ``Doc``; raises :class:`LookupError` where there is no such model."""
    own = data_path("models", model)
    if (own / MANIFEST).is_file():
        return TextReader(load_own(own))
    if is_package(model):
        return TextReader(_with_our_rules(spacy.load(model)))
    names = sorted(path.parent.name for path in data_path("models").glob(f"*/{MANIFEST}"))
    raise LookupError(
        f"no model called {model!r} under {data_path('models')} and no spaCy package of that name is installed"
        f"{did_you_mean(model, names)}"
    )


class TextReader:
    """Reads texts of any length: a long one in pieces, so that memory does not grow with it.

    spaCy's tokenizer keeps nothing of what it does within a memory zone, so every "och" would be cut anew. The words
    of several articles are therefore cut once more between two zones, where their tokens are kept; a text's own
    tokens are the same either way.
    """

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._met: Counter[str] | None = None
        self._familiar: set[str] = set()
        tokenizer: Any = nlp.tokenizer
        if hasattr(tokenizer, "max_cache_size"):
            tokenizer.max_cache_size = _MOST_FAMILIAR

    def __call__(self, text: str) -> Doc:
        """Return the text's ``Doc``."""
        nlp = self._nlp
        if self._met is not None:
            self._met.update(set(text.split()))
        if len(text) <= LONGEST_PIECE:
            return nlp(make_doc(nlp, text))
        return join([nlp(make_doc(nlp, piece)) for piece in pieces(text, LONGEST_PIECE)])

    @contextmanager
    def memory_zone(self) -> Iterator[None]:
        """Give back at its end the memory of words that were first met inside; no ``Doc`` outlives it."""
        self._met = Counter()
        try:
            with self._nlp.memory_zone():
                yield
            self._keep_familiar(self._met)
        finally:
            self._met = None

    def _keep_familiar(self, met: Counter[str]) -> None:
        """Let the tokenizer keep the tokens of words that several articles had, the commonest first."""
        for word, articles in met.most_common():
            if articles < _FAMILIAR_AFTER or len(self._familiar) >= _MOST_FAMILIAR:
                return
            if word not in self._familiar and len(word) <= _LONGEST_FAMILIAR:
                self._familiar.add(word)
                self._nlp.make_doc(word)


def make_doc(nlp: Language, text: str) -> Doc:
    """Return the text's words; what has no white space for two hundred code points is cut every hundred.

    The tokenizer takes marks off a word's ends one by one and looks at the whole rest each time, so its time would
    grow with the square of a word's length.
    """
    if max(map(len, text.split()), default=0) < _LONGEST_WORD:
        return nlp.make_doc(text)
    cuts = [0]
    for found in _LONG_WORD.finditer(text):
        cuts += range(found.start(), found.end(), _CUT)
        cuts.append(found.end())
    cuts.append(len(text))
    return join([nlp.make_doc(text[start:end]) for start, end in pairwise(cuts) if start < end])


def pieces(text: str, longest: int) -> Iterator[str]:
    """Yield the text in pieces, cut after a paragraph, a line or a space where there is one in the last half."""
    start = 0
    while len(text) - start > longest:
        end = start + longest
        for mark in ("\n\n", "\n", " "):
            place = text.rfind(mark, start + longest // 2, end)
            if place >= 0:
                end = place + len(mark)
                break
        yield text[start:end]
        start = end
    yield text[start:]


def join(docs: Sequence[Doc]) -> Doc:
    """Return one document of the pieces' documents, with the confidence of their entities."""
    sure: dict[tuple[int, int, str], float] = {}
    offset = 0
    for doc in docs:
        for (start, end, label), value in doc.user_data.pop(entities.CONFIDENCE_KEY, {}).items():
            sure[start + offset, end + offset, label] = value
        offset += len(doc)
    whole = Doc.from_docs(list(docs), ensure_whitespace=False)
    assert whole is not None
    whole.user_data[entities.CONFIDENCE_KEY] = sure
    return whole


def _with_our_rules(nlp: Language) -> Language:
    """Add the certain sentence ends and our entity labels to somebody else's pipeline."""
    if nlp.has_pipe("parser") or nlp.has_pipe("senter"):
        nlp.add_pipe("press_sentences", first=True)
    else:
        nlp.add_pipe("sentencizer", first=True)
    if nlp.has_pipe("ner"):
        nlp.add_pipe("press_entities", last=True)
    return nlp


def load_own(path: Path, only: Sequence[str] = ()) -> Language:
    """Return our own pipeline from its folder, once every file in it has the hash of the manifest.

    ``only`` names the components that are wanted (all where it is empty).
    """
    check_files(path)
    config = load_config(path / "config.cfg")
    unwanted = [name for name in config["nlp"]["pipeline"] if only and name not in only]
    nlp = load_model_from_config(config, exclude=unwanted)
    if (path / VECTORS).is_file():
        nlp.vocab.vectors = read_vectors(path / VECTORS, nlp.vocab.strings)
    lists = path / "lists.tsv"
    if lists.is_file():
        add_lists(nlp.vocab, lists)
    build_tokenizer(nlp)
    load_parts(nlp, path)
    multiply_with_numpy(nlp)
    read_one_by_one(nlp)
    if nlp.has_pipe("press_ner") and nlp.has_pipe("press_lemmas"):
        finder: Any = nlp.get_pipe("press_ner")
        lemmatizer: Any = nlp.get_pipe("press_lemmas")
        finder.forms = lemmatizer.forms
    return nlp


def multiply_with_numpy(nlp: Language) -> None:
    """Let the networks multiply with numpy's linear algebra, which is up to three times as fast as thinc's own here.

    See docs/decisions/0004-where-the-time-goes.md; on machines without wide vectors the two are alike.
    """
    ops = NumpyOps(use_blis=False)
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            node.ops = ops


def load_parts(nlp: Language, path: Path) -> None:
    """Load every component of a pipeline; the weights of its shared network are kept in half floats."""
    network = path / NETWORK
    nlp.from_disk(path, exclude=["vocab", "tokenizer", "tok2vec"] if network.is_file() else ["vocab", "tokenizer"])
    if network.is_file():
        component: Any = nlp.get_pipe("tok2vec")
        read_weights(component.model, network)


def read_weights(model: Model[Any, Any], path: Path) -> None:
    """Give a network the weights that :func:`models.recipe.pack.write_weights` wrote, as float32."""
    with np.load(path, allow_pickle=False) as packed:
        for number, node in enumerate(model.walk()):
            if "seed" in node.attrs:  # of a hash table: a network that went on from another keeps the other's
                node.attrs["seed"] = int(packed[f"{number}.seed"])
            for name in node.param_names:
                weights: Any = packed[f"{number}.{name}"].astype(np.float32)
                node.set_param(name, weights)


def check_files(path: Path) -> None:
    """Raise :class:`ValueError` if a file of the model is missing or is not the one that was released."""
    manifest = json.loads((path / MANIFEST).read_text(encoding="utf-8"))
    for name, expected in manifest["files"].items():
        file = path / name
        if not file.is_file():
            raise ValueError(f"the model {path.name} lacks its file {name}; get the whole folder again")
        if hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            raise ValueError(f"{name} of the model {path.name} is not the file that was released (its sha256 differs)")


def read_vectors(path: Path, strings: StringStore) -> Vectors:
    """Return the floret table as float32 from whole numbers of eight bits and a scale a row."""
    with np.load(path, allow_pickle=False) as packed:
        table = packed["rows"].astype(np.float32) * packed["scale"][:, None]
        settings = json.loads(str(packed["settings"]))
    return Vectors(strings=strings, data=table, mode="floret", **settings)


def add_lists(vocab: Vocab, path: Path) -> None:
    """Give the vocabulary the model's word lists: word, tab, bits."""
    with path.open(encoding="utf-8") as lines:
        words = dict(line.rstrip("\n").split("\t") for line in lines)
    set_lists(vocab, {word: int(bits) for word, bits in words.items()})


def set_lists(vocab: Vocab, lists: dict[str, int]) -> None:
    """Give the vocabulary these word lists, as :data:`pipeline.stages.language.embed.LIST_BITS`."""
    if vocab.lookups.has_table(embed.LISTS_TABLE):
        vocab.lookups.remove_table(embed.LISTS_TABLE)
    vocab.lookups.add_table(embed.LISTS_TABLE, lists)
    embed.word_table.cache_clear()
