"""The default pipeline's network: parts of speech, sentence starts and entities over one shared view of the words."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.training import Example

from models.recipe.augment import Names, change
from models.recipe.corpora import Sentence, named_corpora, named_dev, to_doc, treebank
from models.recipe.training import batches, endless, fix_seed, in_runs, joined, train
from pipeline.stages.language import crf as _crf  # noqa: F401 - registers the component
from pipeline.stages.language import embed as _embed  # noqa: F401 - registers the architecture
from pipeline.stages.language.tokens import build_tokenizer

QUIET = {
    "swap": 0.0,
    "capitals": 0.0,
    "small": 0.0,
    "entity_capitals": 0.0,
    "dash": 0.0,
    "marks": 0.0,
    "odd_space": 0.0,
}


def shared_network(network: Mapping[str, Any], vector_dim: int, seed: int) -> dict[str, Any]:
    """Return the configuration of a tok2vec component."""
    return {
        "@architectures": "spacy.Tok2Vec.v2",
        "embed": {
            "@architectures": "talstreck.WordEmbed.v1",
            "width": network["width"],
            "rows": list(network["rows"]),
            "vector_dim": vector_dim,
            "seed": seed,
        },
        "encode": {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "width": network["width"],
            "depth": network["depth"],
            "window_size": network["window"],
            "maxout_pieces": network["pieces"],
        },
    }


def listener(network: Mapping[str, Any]) -> dict[str, Any]:
    """Return the configuration of a component's ear on the shared network."""
    return {"@architectures": "spacy.Tok2VecListener.v1", "width": network["width"], "upstream": "tok2vec"}


def blank(vector_dim: int, network: Mapping[str, Any], seed: int, finder: str = "crf") -> Language:
    """Return an untrained pipeline: shared network, morphologizer, sentence finder, entity finder."""
    nlp = spacy.blank("sv")
    build_tokenizer(nlp)
    nlp.add_pipe("tok2vec", config={"model": shared_network(network, vector_dim, seed)})
    tagger = {"@architectures": "spacy.Tagger.v2", "nO": None, "normalize": False, "tok2vec": listener(network)}
    nlp.add_pipe("morphologizer", config={"model": tagger})
    nlp.add_pipe("senter", config={"model": tagger, "overwrite": False})
    if finder == "crf":
        crf = {"@architectures": "talstreck.CrfTagger.v1", "width": network["width"], "tok2vec": listener(network)}
        nlp.add_pipe("press_ner", config={"model": crf})
        return nlp
    entities = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "nO": None,
        "tok2vec": listener(network),
    }
    nlp.add_pipe("ner", config={"model": entities})
    return nlp


def span_f(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """Return precision, recall and F of entity spans in per cent, with F of each label."""
    examples = []
    for sentence in sentences:
        gold = to_doc(nlp, [sentence])
        guess = type(gold)(nlp.vocab, list(sentence.words), list(sentence.spaces))
        examples.append(Example(guess, gold))
    for guess, example in zip(nlp.pipe((e.predicted for e in examples), batch_size=32), examples, strict=True):
        example.predicted = guess
    return count_spans([(spans(e.predicted), spans(e.reference)) for e in examples])


def spans(doc: Any) -> set[tuple[int, int, str]]:
    """Return a document's entities as comparable tuples."""
    return {(entity.start, entity.end, entity.label_) for entity in doc.ents}


def count_spans(pairs: list[tuple[set[tuple[int, int, str]], set[tuple[int, int, str]]]]) -> dict[str, float]:
    """Return P, R and F over pairs of (found, gold)."""
    out: dict[str, float] = {}
    for label in ("", "PER", "ORG", "LOC"):
        found = right = gold = 0
        for guess, truth in pairs:
            guess_l = {span for span in guess if not label or span[2] == label}
            truth_l = {span for span in truth if not label or span[2] == label}
            found, gold, right = found + len(guess_l), gold + len(truth_l), right + len(guess_l & truth_l)
        f = 200 * right / (found + gold) if found + gold else 0.0
        out[label or "F"] = f
        if not label:
            out["P"], out["R"] = 100 * right / max(found, 1), 100 * right / max(gold, 1)
    return out


def tag_accuracy(nlp: Language, sentences: list[Sentence]) -> dict[str, float]:
    """Return the share of words with the right UPOS and the right UPOS with features, in per cent."""
    words = pos = morph = 0
    runs = [sentences[i : i + 10] for i in range(0, len(sentences), 10)]
    golds = [to_doc(nlp, run) for run in runs]
    blanks = [type(g)(nlp.vocab, [t.text for t in g], [bool(t.whitespace_) for t in g]) for g in golds]
    starts_found = starts_right = starts_gold = 0
    for guess, gold in zip(nlp.pipe(blanks, batch_size=16), golds, strict=True):
        for a, b in zip(guess, gold, strict=True):
            words += 1
            pos += a.pos_ == b.pos_
            morph += a.pos_ == b.pos_ and str(a.morph) == str(b.morph)
        found = {(s.start, s.end) for s in guess.sents}
        truth = {(s.start, s.end) for s in gold.sents}
        starts_found, starts_gold = starts_found + len(found), starts_gold + len(truth)
        starts_right += len(found & truth)
    sentence_f = 200 * starts_right / (starts_found + starts_gold)
    return {"pos": 100 * pos / words, "morph": 100 * morph / words, "sent": sentence_f}


def growing(settings: Mapping[str, Any]) -> Callable[[], float]:
    """Return a function whose value grows a little with each call: the words of a batch."""
    size = float(settings["batch_from"])

    def current() -> float:
        nonlocal size
        size = min(size * float(settings["batch_growth"]), float(settings["batch_to"]))
        return size

    return current


def weighed(
    corpora: Mapping[str, list[Sentence]], weights: Mapping[str, float], chance: random.Random
) -> list[Sentence]:
    """Return all sentences, each corpus as many times as its weight says; half a time is a half by chance."""
    chosen: list[Sentence] = []
    for name, sentences in corpora.items():
        weight = weights.get(name, 0)
        chosen += sentences * int(weight)
        chosen += chance.sample(sentences, int(len(sentences) * (weight - int(weight))))
    return chosen


def train_words(
    nlp: Language,
    data: Path,
    names: Names,
    settings: Mapping[str, Any],
    rates: Mapping[str, float],
    out: Path,
    silver: Sequence[Sentence] = (),
    start: Path | None = None,
) -> dict[str, float]:
    """Train the pipeline, on sentences that teachers labelled too if there are any; keep the best state in ``out``.

    ``start`` is an earlier state to go on from.
    """
    chance = fix_seed(settings["seed"])
    trees = treebank(data, "train")
    corpora = named_corpora(data, nlp)
    flat = weighed({**corpora, "talbanken": [s for s in trees if s.entities is not None]}, settings["weights"], chance)
    flat = [Sentence(s.words, s.spaces, s.entities, None, s.source) for s in flat if s.words]
    flat += [sentence for sentence in silver if len(sentence.words)]
    print({name: len(sentences) for name, sentences in corpora.items()}, len(trees), len(flat))

    def altered(sentence: Sentence, chance: random.Random) -> Sentence:
        return change(sentence, names, chance, rates)

    size = growing(settings)
    tree_batches = batches(in_runs(trees, chance, 5), nlp, altered, chance, size)
    name_batches = batches(joined(endless(flat, chance), chance, rates["joined"]), nlp, altered, chance, size)
    sample = [to_doc(nlp, [s]) for s in trees[:400]] + [to_doc(nlp, [s]) for s in corpora["ner-press"][:400]]
    morphs = [to_doc(nlp, [s]) for s in trees]
    tagger: Any = nlp.get_pipe("morphologizer")
    for doc in morphs:
        for token in doc:
            tagger.add_label(morph_label(token))
    finder: Any = nlp.get_pipe(nlp.pipe_names[-1])
    for label in ("PER", "ORG", "LOC"):
        finder.add_label(label)
    nlp.initialize(lambda: [Example(type(d)(nlp.vocab, [t.text for t in d]), d) for d in sample])
    if start is not None:
        nlp.from_disk(start, exclude=["vocab", "tokenizer"])
    dev_trees, dev_names = treebank(data, "dev"), named_dev(data, nlp)

    def score() -> dict[str, float]:
        press, web = span_f(nlp, dev_names["press"]), span_f(nlp, dev_names["web"])
        tags = tag_accuracy(nlp, dev_trees)
        shown = {"press": press["F"], "per": press["PER"], "org": press["ORG"], "loc": press["LOC"], "web": web["F"]}
        total = 0.6 * press["F"] + 0.2 * web["F"] + 0.1 * (tags["pos"] + tags["morph"])
        return {"score": total, **shown, **tags}

    every = settings["treebank_every"]
    kinds = itertools.cycle(["tree"] + ["names"] * (every - 1))
    draws = {"tree": (tree_batches, ()), "names": (name_batches, ("morphologizer", "senter"))}
    return train(nlp, draws, lambda _step: next(kinds), score, settings, out)


def morph_label(token: Any) -> str:
    """Return a word's features and part of speech as the morphologizer's label."""
    morph = str(token.morph)
    return f"{morph}|POS={token.pos_}" if morph else f"POS={token.pos_}"
