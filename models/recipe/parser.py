"""The parser on request: its own view of the words, learnt together with parts of speech, which are then dropped."""

from __future__ import annotations

import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.vocab import Vocab

from models.recipe.augment import Names, change
from models.recipe.corpora import Sentence, to_doc, treebank
from models.recipe.training import batches, fix_seed, in_runs, train
from models.recipe.words import growing, listener, morph_label, shared_network
from pipeline.stages.language.tokens import build_tokenizer


def blank_parser(vocab: Vocab, vector_dim: int, network: Mapping[str, Any], hidden: int, seed: int) -> Language:
    """Return an untrained pipeline over this vocabulary: shared network, morphologizer, parser."""
    nlp = spacy.blank("sv", vocab=vocab)
    build_tokenizer(nlp)
    nlp.add_pipe("tok2vec", config={"model": shared_network(network, vector_dim, seed)})
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": listener(network)}
    nlp.add_pipe("morphologizer", config={"model": tagger})
    parser = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "parser",
        "extra_state_tokens": False,
        "hidden_width": hidden,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": listener(network),
    }
    nlp.add_pipe("parser", config={"model": parser})
    return nlp


def bare(gold: Doc, vocab: Vocab) -> Doc:
    """Return the words alone, as one sentence whatever the parser thinks."""
    starts: list[bool | int | None] = [place == 0 for place in range(len(gold))]
    return Doc(vocab, [token.text for token in gold], [bool(token.whitespace_) for token in gold], sent_starts=starts)


def attachment(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """Return the share of words, marks too, with the right head (UAS) and the right head and label (LAS)."""
    golds = [to_doc(nlp, [sentence]) for sentence in sentences]
    words = heads = labels = 0
    for gold, guess in zip(golds, nlp.pipe((bare(g, nlp.vocab) for g in golds), batch_size=32), strict=True):
        for right, found in zip(gold, guess, strict=True):
            words += 1
            heads += right.head.i == found.head.i
            labels += right.head.i == found.head.i and right.dep_ == found.dep_
    return {"uas": 100 * heads / words, "las": 100 * labels / words}


def train_parser(
    nlp: Language,
    data: Path,
    names: Names,
    settings: Mapping[str, Any],
    rates: Mapping[str, float],
    out: Path,
    start: Path | None = None,
) -> dict[str, float]:
    """Train the parser and keep the best state in ``out``.

    ``start`` is a trained pipeline with a shared network of the same size: the parser's network begins as that one,
    which knows more words than the treebank has.
    """
    chance = fix_seed(settings["seed"])
    trees = treebank(data, "train")

    def altered(sentence: Sentence, chance: random.Random) -> Sentence:
        return change(sentence, names, chance, rates)

    tagger: Any = nlp.get_pipe("morphologizer")
    golds = [to_doc(nlp, [sentence]) for sentence in trees]
    for gold in golds:
        for token in gold:
            tagger.add_label(morph_label(token))
    examples = [Example(bare(gold, nlp.vocab), gold) for gold in golds]
    nlp.initialize(lambda: examples)
    if start is not None:
        network: Any = nlp.get_pipe("tok2vec")
        network.model.from_disk(start / "tok2vec" / "model")
    draws = {"tree": (batches(in_runs(trees, chance, 1), nlp, altered, chance, growing(settings)), ())}
    dev = treebank(data, "dev")

    def score() -> dict[str, float]:
        found = attachment(nlp, dev)
        return {"score": found["las"], **found}

    return train(nlp, draws, lambda _step: "tree", score, settings, out)
