"""The tree network trained with torch: tags from the lower LSTM layers, arcs and labels from the one above them.

torch is needed here alone; what comes out is one ``.npz`` that :mod:`pipeline.stages.language.trees` runs in numpy.
"""

from __future__ import annotations

import importlib
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab

from models.recipe.augment import Names, change
from models.recipe.corpora import Sentence, treebank
from pipeline.stages.language.embed import WordTable, word_table
from pipeline.stages.language.trees import TreeNetwork, places

Settings = Mapping[str, Any]


def load_torch() -> Any:
    """Return the module; raises :class:`LookupError` that says how to get it."""
    try:
        return importlib.import_module("torch")
    except ImportError as missing:
        raise LookupError("the parser is trained with torch: `pip install 'talstreck[train]'` brings it") from missing


@dataclass(frozen=True)
class Batch:
    """Sentences of a step, padded: what goes in and what shall come out; -1 where there is nothing to learn."""

    vectors: Any
    where: Any
    lengths: Any
    tags: Any
    heads: Any
    labels: Any


@dataclass(frozen=True)
class Known:
    """What the network knows by number: keys of each feature's table, tags and labels."""

    keys: Sequence[NDArray[np.uint64]]
    tags: Mapping[str, int]
    labels: Mapping[str, int]


def label_of(dep: str) -> str:
    """Return the treebank's relation as spaCy calls it."""
    return "ROOT" if dep == "root" else dep


def tag_of(pos: str, morph: str) -> str:
    """Return part of speech and features as one tag."""
    return f"{pos}|{morph}"


def know(sentences: Sequence[Sentence], table: WordTable, vocab: Vocab, fewest: int) -> Known:
    """Return the features seen at least so many times, the tags and the labels of these trees."""
    counts: list[Counter[int]] = [Counter() for _ in range(7)]
    tags: Counter[str] = Counter()
    labels: Counter[str] = Counter()
    for sentence in sentences:
        features = table.features(table.rows(Doc(vocab, list(sentence.words))))
        for column, count in enumerate(counts):
            count.update(features[:, column].tolist())
        assert sentence.tree is not None
        tags.update(map(tag_of, sentence.tree.pos, sentence.tree.morph))
        labels.update(map(label_of, sentence.tree.deps))
    keys = [np.array(sorted(k for k, n in count.items() if n >= fewest), dtype=np.uint64) for count in counts]
    return Known(
        keys, {tag: n for n, tag in enumerate(sorted(tags))}, {each: n for n, each in enumerate(sorted(labels))}
    )


def build(known: Known, dim: int, settings: Settings, torch: Any) -> Any:
    """Return the untrained parts, by name."""
    nn = torch.nn
    sizes, hidden = settings["embed"], settings["hidden"]
    wide = dim + sum(sizes)
    parts = {f"embed_{n}": nn.Embedding(len(k) + 1, s) for n, (k, s) in enumerate(zip(known.keys, sizes, strict=True))}
    below = settings["layers"] - 1
    for number in range(below):
        parts[f"layer_{number}"] = nn.LSTM(2 * hidden if number else wide, hidden, bidirectional=True, batch_first=True)
    tag_view = settings["tag_view"]
    parts["tags"] = nn.Linear(2 * hidden, len(known.tags))
    parts["tag_view"] = nn.Linear(len(known.tags), tag_view, bias=False)
    parts[f"layer_{below}"] = nn.LSTM(2 * hidden + tag_view, hidden, bidirectional=True, batch_first=True)
    for name in ("arc", "label"):
        for side in ("dep", "head"):
            parts[f"{name}_{side}"] = nn.Linear(2 * hidden, settings[name])
    weights = {
        "root": torch.randn(2 * hidden) * 0.1,
        "arcs": torch.zeros(settings["arc"] + 1, settings["arc"] + 1),
        "labels": torch.zeros(len(known.labels), settings["label"] + 1, settings["label"] + 1),
    }
    network = nn.ModuleDict(parts)
    for number in range(len(sizes)):
        nn.init.normal_(network[f"embed_{number}"].weight, std=0.3)
    for name, value in weights.items():
        network.register_parameter(name, nn.Parameter(value))
    return network


def locked(values: Any, rate: float, training: bool, torch: Any) -> Any:
    """Return the values with the same places of every word of a sentence dropped."""
    if not training or not rate:
        return values
    mask = torch.empty(values.shape[0], 1, values.shape[2]).bernoulli_(1 - rate) / (1 - rate)
    return values * mask


def run(network: Any, batch: Batch, settings: Settings, torch: Any) -> tuple[Any, Any, Any]:
    """Return scores of tags (sentence, word, tag), arcs (sentence, word, head) and labels (label last)."""
    rnn = torch.nn.utils.rnn
    training, rate = network.training, settings["dropout"]
    where = batch.where
    if training:  # a feature that is unknown now and then teaches what unknown words are like
        where = where * (torch.rand(where.shape) > settings["forget"])
    seen = [network[f"embed_{column}"](where[..., column]) for column in range(where.shape[-1])]
    values = locked(torch.cat([batch.vectors, *seen], dim=-1), rate, training, torch)

    def read(number: int, values: Any) -> Any:
        packed = rnn.pack_padded_sequence(values, batch.lengths, batch_first=True, enforce_sorted=False)
        out = rnn.pad_packed_sequence(network[f"layer_{number}"](packed)[0], batch_first=True)[0]
        return locked(out, rate, training, torch)

    below = settings["layers"] - 1
    for number in range(below):
        values = read(number, values)
    tags = network["tags"](values)
    view = network["tag_view"](torch.softmax(tags, dim=-1).detach())
    top = read(below, torch.cat([values, view], dim=-1))
    heads = torch.cat([network.root.expand(len(top), 1, -1), top], dim=1)

    def side(name: str, values: Any) -> Any:
        out = locked(torch.nn.functional.leaky_relu(network[name](values), 0.1), rate, training, torch)
        return torch.cat([out, torch.ones(*out.shape[:-1], 1)], dim=-1)

    arcs = side("arc_dep", top) @ network.arcs @ side("arc_head", heads).transpose(1, 2)
    return tags, arcs, (side("label_dep", top), side("label_head", heads))


def loss_of(network: Any, batch: Batch, settings: Settings, torch: Any) -> Any:
    """Return the sum of the losses of tags, heads and labels, a word."""
    tags, arcs, (dependents, above) = run(network, batch, settings, torch)
    cross = torch.nn.functional.cross_entropy
    real = batch.heads >= 0
    beyond = torch.arange(arcs.shape[2])[None, :] > batch.lengths[:, None]
    arcs = arcs.masked_fill(beyond[:, None, :], -1e4)
    chosen = above.gather(1, batch.heads.clamp(min=0)[..., None].expand(-1, -1, above.shape[2]))
    labels = torch.einsum("nd,ldh,nh->nl", dependents[real], network.labels, chosen[real])
    return (
        settings["tag_weight"] * cross(tags[batch.tags >= 0], batch.tags[batch.tags >= 0])
        + cross(arcs[real], batch.heads[real])
        + cross(labels, batch.labels[real])
    )


def padded(sentences: Sequence[Sentence], known: Known, table: WordTable, vocab: Vocab, torch: Any) -> Batch:
    """Return the sentences, which have trees, as one batch."""
    lengths = [len(sentence.words) for sentence in sentences]
    shape = (len(sentences), max(lengths))
    dim = table.vocab.vectors.shape[1]
    vectors = np.zeros((*shape, dim), dtype=np.float32)
    where = np.zeros((*shape, len(known.keys)), dtype=np.int64)
    tags, heads, labels = (np.full(shape, -1, dtype=np.int64) for _ in range(3))
    for row, (sentence, length) in enumerate(zip(sentences, lengths, strict=True)):
        tree = sentence.tree
        assert tree is not None
        rows = table.rows(Doc(vocab, list(sentence.words)))
        vectors[row, :length] = table.vectors(rows)
        where[row, :length] = places(known.keys, table.features(rows))
        tags[row, :length] = [known.tags.get(tag_of(*each), -1) for each in zip(tree.pos, tree.morph, strict=True)]
        heads[row, :length] = [0 if head == own else head + 1 for own, head in enumerate(tree.heads)]
        labels[row, :length] = [known.labels[label_of(dep)] for dep in tree.deps]
    made = (torch.from_numpy(each) for each in (vectors, where, np.array(lengths), tags, heads, labels))
    return Batch(*made)


def rounds(sentences: Sequence[Sentence], words: int, chance: random.Random, altered: Any) -> Iterator[list[Sentence]]:
    """Yield the sentences once, in batches of about so many words and about the same length."""
    drawn = [altered(sentence) for sentence in sentences]
    drawn.sort(key=lambda sentence: len(sentence.words) + chance.random() * 8)
    batches: list[list[Sentence]] = [[]]
    for sentence in drawn:
        if sum(len(each.words) for each in batches[-1]) > words:
            batches.append([])
        batches[-1].append(sentence)
    chance.shuffle(batches)
    yield from batches


def weights_of(network: Any, known: Known, settings: Settings) -> dict[str, Any]:
    """Return the weights under the names that the numpy side reads, in half floats."""
    out: dict[str, Any] = {f"keys.{column}": keys for column, keys in enumerate(known.keys)}

    def put(name: str, value: Any) -> None:
        out[name] = value.detach().numpy().astype(np.float16)

    for column in range(len(known.keys)):
        put(f"embed.{column}", network[f"embed_{column}"].weight)
    names = [f"layer_{number}" for number in range(settings["layers"])]
    for name in names:
        lstm = network[name]
        # torch's gates are input, forget, cell, output; here the three that open and close stand first.
        hidden = lstm.hidden_size
        order = np.concatenate(
            [np.arange(2 * hidden), np.arange(3 * hidden, 4 * hidden), np.arange(2 * hidden, 3 * hidden)]
        )
        for way, end in (("f", ""), ("b", "_reverse")):
            put(f"{name}.input.{way}", getattr(lstm, f"weight_ih_l0{end}")[order])
            put(f"{name}.state.{way}", getattr(lstm, f"weight_hh_l0{end}")[order])
            put(f"{name}.bias.{way}", (getattr(lstm, f"bias_ih_l0{end}") + getattr(lstm, f"bias_hh_l0{end}"))[order])
    for name in ("tags", "arc_dep", "arc_head", "label_dep", "label_head"):
        put(f"{name}.weight", network[name].weight)
        put(f"{name}.bias", network[name].bias)
    put("tag_view", network["tag_view"].weight.T)
    for name in ("root", "arcs", "labels"):
        put(name, getattr(network, name))
    told = {"layers": names, "labels": list(known.labels), "tags": list(known.tags)}
    out["settings"] = np.array(json.dumps(told, ensure_ascii=False))
    return out


def attachment(parser: TreeNetwork, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return the share of words with the right tag, head (UAS), and head and label (LAS), in per cent."""
    words = heads = labels = pos = morph = 0
    for sentence in sentences:
        tree = sentence.tree
        assert tree is not None
        found = parser.parse(sentence.words)
        names = parser.settings["tags"]
        tags = [names[best] for best in parser.tag_beliefs(sentence.words).argmax(axis=1).tolist()]
        for place, (head, label) in enumerate(found):
            words += 1
            heads += head == tree.heads[place]
            labels += head == tree.heads[place] and label == label_of(tree.deps[place])
            pos += tags[place].split("|")[0] == tree.pos[place]
            morph += tags[place] == tag_of(tree.pos[place], tree.morph[place])
    counts = {"uas": heads, "las": labels, "pos": pos, "morph": morph}
    return {name: 100 * count / words for name, count in counts.items()}


def train_trees(
    vocab: Vocab,
    data: Path,
    names: Names,
    settings: Settings,
    rates: Mapping[str, float],
    out: Path,
) -> dict[str, float]:
    """Train the network on the treebank; the best state on dev is left in ``out``, an ``.npz``.

    ``vocab`` has vectors and lists. The weights kept are the running average over the steps.
    """
    torch = load_torch()
    torch.manual_seed(settings["seed"])
    chance = random.Random(settings["seed"])
    table = word_table(vocab)
    trees, dev = treebank(data, "train"), treebank(data, "dev")
    known = know(trees, table, vocab, settings["fewest"])
    network = build(known, vocab.vectors.shape[1], settings, torch)
    average = build(known, vocab.vectors.shape[1], settings, torch)
    average.load_state_dict(network.state_dict())
    optimizer = torch.optim.Adam(network.parameters(), lr=settings["learn_rate"], betas=(0.9, 0.95))
    best: dict[str, float] = {"las": -1.0}
    began, step = time.monotonic(), 0

    def altered(sentence: Sentence) -> Sentence:
        return change(sentence, names, chance, rates)

    for number in range(1, settings["rounds"] + 1):
        network.train()
        total, count = 0.0, 0
        for batch in rounds(trees, settings["batch"], chance, altered):
            step += 1
            done = (number - 1 + count / 110) / settings["rounds"]
            for group in optimizer.param_groups:
                group["lr"] = settings["learn_rate"] * min(1.0, step / 100, max(0.02, (1 - done) / 0.7))
            loss = loss_of(network, padded(batch, known, table, vocab, torch), settings, torch)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            total, count = total + float(loss.detach()), count + 1
            keep = min(settings["average"], step / (step + 10))
            with torch.no_grad():
                for mean, now in zip(average.parameters(), network.parameters(), strict=True):
                    mean.lerp_(now, 1 - keep)
        if number % settings["evaluate_every"] == 0 or number == settings["rounds"]:
            packed = out.with_name(out.name + ".now.npz")
            np.savez_compressed(packed, **weights_of(average, known, settings))
            scores = attachment(TreeNetwork(packed, vocab), dev)
            kept = scores["las"] > best["las"]
            if kept:
                best = {"round": number, **scores}
                packed.replace(out)
            shown = " ".join(f"{name} {value:.2f}" for name, value in scores.items())
            print(
                f"{number:3d} {time.monotonic() - began:5.0f}s loss {total / count:.3f} {shown}{' *' if kept else ''}",
                flush=True,
            )
    return best
