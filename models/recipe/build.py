"""The steps of training with their files: settings and earlier results in, trained parts and the packed model out."""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.util import load_config, load_model_from_config
from spacy.vocab import Vocab

from models.recipe import silver
from models.recipe.augment import Names, invent
from models.recipe.calibrate import calibrate
from models.recipe.lemmas import lemma_table
from models.recipe.lexicons import known
from models.recipe.lists import word_bits
from models.recipe.pack import own_tagger, pack, write_manifest
from models.recipe.tags import train_tags
from models.recipe.trees import train_trees
from models.recipe.vectors import load_vectors
from models.recipe.words import blank, train_words
from pipeline.data import read_table
from pipeline.stages.language.spacy_engine import set_lists
from pipeline.stages.language.tags import TAGS
from pipeline.stages.language.tokens import build_tokenizer
from pipeline.stages.language.trees import TREES, TreeNetwork

Settings = Mapping[str, Any]


def names_to_swap(seed: int) -> Names:
    """Return the names of the lexicons that may stand in the place of others."""

    def column(table: str) -> list[list[str]]:
        return read_table("models", "lexicons", f"{table}.tsv")

    bodies = [row[0] for table in ("organisations", "municipalities", "media", "universities") for row in column(table)]
    bodies += [row[1] for row in column("parties")]
    bodies += [row[0] for row in column("authorities") if len(row[0].split(" ")) < 5 and "ambassad" not in row[0]]
    places = [row[0] for row in column("places") if row[1] not in ("county", "capital", "continent")]
    models: dict[str, list[str]] = {}
    for origin, _kind, words in known("names_of_origins.tsv"):
        models.setdefault(origin, []).extend(words.split(" "))
    invented = invent(models, 9000, random.Random(seed))
    return Names(
        [row[0] for row in column("given_names")], [row[0] for row in column("surnames")], places, bodies, invented
    )


def equip(vocab: Vocab, work: Path) -> None:
    """Give a vocabulary the trained vectors and the word lists."""
    load_vectors(vocab, work / "vectors" / "sv.floret")
    set_lists(vocab, word_bits())


def train_a_teacher(number: int, data: Path, work: Path, settings: Settings) -> dict[str, float]:
    """Train one of the settings' teachers, with its own seed and width; it is left in ``work/teacher-N``."""
    teacher = settings["teachers"][number]
    own = {**settings["words"], **teacher}
    network = {**settings["network"], **teacher["network"]}
    nlp = blank(settings["vectors"]["dim"], network, teacher["seed"])
    equip(nlp.vocab, work)
    out = work / f"teacher-{number}"
    return train_words(nlp, data, names_to_swap(settings["seed"]), own, settings["changes"], out)


def label_silver(data: Path, work: Path, settings: Settings) -> None:
    """Let the teachers label sentences of raw text; the result is ``work/silver.npz``."""
    vocab = spacy.blank("sv").vocab
    equip(vocab, work)
    teachers = [restore(work / f"teacher-{number}", vocab) for number in range(len(settings["teachers"]))]
    sentences = silver.raw_sentences(data, settings["silver"], teachers[0], settings["seed"])
    silver.save(silver.label(teachers, sentences), work / "silver.npz")


def train_the_words(data: Path, work: Path, settings: Settings) -> dict[str, float]:
    """Train tagger, sentences and entities, a stretch at a time; the best state is left in ``work/words``."""
    labelled = silver.load(work / "silver.npz")
    names = names_to_swap(settings["seed"])
    start: Path | None = None
    best: dict[str, float] = {}
    for number, stretch in enumerate(settings["words"]["stretches"]):
        own = {**settings["words"], **stretch}
        nlp = blank(settings["vectors"]["dim"], settings["network"], own["seed"])
        equip(nlp.vocab, work)
        out = work / f"words-{number}"
        best = train_words(nlp, data, names, own, settings["changes"], out, labelled, start)
        start = out
    assert start is not None
    shutil.rmtree(work / "words", ignore_errors=True)
    shutil.copytree(start, work / "words")
    return best


def train_the_parser(data: Path, work: Path, settings: Settings) -> dict[str, float]:
    """Train the tree network; the best state is left as ``work/trees.npz``."""
    own = settings["parser"]
    vocab = spacy.blank("sv").vocab
    equip(vocab, work)
    rates = {**settings["changes"], **own["changes"]}
    return train_trees(vocab, data, names_to_swap(settings["seed"]), own, rates, work / TREES)


def train_the_tags(data: Path, work: Path, settings: Settings) -> dict[str, float]:
    """Train the tagger's layer over the finished network; the best state is left as ``work/tags/tags.npz``."""
    vocab = spacy.blank("sv").vocab
    equip(vocab, work)
    nlp = restore(work / "words", vocab)
    teacher = TreeNetwork(work / TREES, vocab)
    sentences = silver.load(work / "silver.npz")
    (work / "tags").mkdir(exist_ok=True)
    names = names_to_swap(settings["seed"])
    out = work / "tags" / TAGS
    return train_tags(nlp, data, names, teacher, sentences, settings["tags"], settings["changes"], out)


def restore(path: Path, vocab: Vocab | None = None) -> Language:
    """Return a pipeline that training left in ``path``; vectors and lists are the caller's to give first."""
    nlp = load_model_from_config(load_config(path / "config.cfg"), vocab=vocab if vocab is not None else True)
    build_tokenizer(nlp)
    nlp.from_disk(path, exclude=["vocab", "tokenizer"])
    return nlp


def pack_model(data: Path, work: Path, out: Path, settings: Settings) -> None:
    """Put the parts together in ``out``: calibrated, with lemmas, lists, small vectors, parser and manifest."""
    vocab = spacy.blank("sv").vocab
    equip(vocab, work)
    nlp = restore(work / "words", vocab)
    meta = settings["pack"]
    calibrate(nlp, data, meta["least_confidence"])
    fresh = work / "packed"
    shutil.rmtree(fresh, ignore_errors=True)
    own_tagger(nlp, work / "tags")
    pack(nlp, lemma_table(data, meta["fewest_for_lemma"]), word_bits(), fresh, {"name": "press", **meta["meta"]})
    shutil.copy(work / TREES, fresh / TREES)
    for card in ("CARD.md", "scores.json"):
        if (out / card).is_file():
            shutil.copy(out / card, fresh / card)
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(fresh, out)
    write_manifest(out, str(meta["meta"]["version"]))
