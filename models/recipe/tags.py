"""The tagger's layer trained with torch over the finished shared network, which stays as it is.

It learns from the treebank and from what the tree network, which reads whole sentences and is too slow for every page,
believes of raw press text. :mod:`pipeline.stages.language.tags` runs it in numpy.
"""

from __future__ import annotations

import json
import random
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from models.recipe.augment import Names, change
from models.recipe.corpora import Sentence, treebank
from models.recipe.training import in_runs
from models.recipe.trees import load_torch, tag_of
from pipeline.stages.language.embed import WordTable, word_table
from pipeline.stages.language.tags import TagNetwork
from pipeline.stages.language.trees import TreeNetwork, places

Settings = Mapping[str, Any]
Floats = NDArray[np.float32]
_PIECES = 3


@dataclass(frozen=True)
class Example:
    """A run of sentences: shared view, vectors and feature rows of its words, and what to believe of their tags."""

    shared: Floats
    vectors: Floats
    where: NDArray[np.int64]
    belief: NDArray[np.float16]


@dataclass(frozen=True)
class Text:
    """A run of sentences as words and, for each word, the probability of each tag."""

    words: list[str]
    spaces: list[bool]
    belief: NDArray[np.float16]


def gold_text(run: Sequence[Sentence], tags: Mapping[str, int]) -> Text:
    """Return sentences of the treebank; a tag outside ``tags`` is believed nowhere."""
    words = [word for sentence in run for word in sentence.words]
    belief = np.zeros((len(words), len(tags)), dtype=np.float16)
    trees = [sentence.tree for sentence in run if sentence.tree is not None]
    for place, tag in enumerate(tag_of(*each) for tree in trees for each in zip(tree.pos, tree.morph, strict=True)):
        if tag in tags:
            belief[place, tags[tag]] = 1
    return Text(words, [space for sentence in run for space in sentence.spaces], belief)


def silver_text(run: Sequence[Sentence], teacher: TreeNetwork) -> Text:
    """Return raw sentences with the tree network's belief of each word's tag."""
    beliefs = [teacher.tag_beliefs(sentence.words).astype(np.float16) for sentence in run]
    spaces = [space for sentence in run for space in (*sentence.spaces[:-1], True)]
    return Text([word for sentence in run for word in sentence.words], spaces, np.concatenate(beliefs))


def keys_of(texts: Sequence[Text], nlp: Language, table: WordTable, fewest: int) -> list[NDArray[np.uint64]]:
    """Return the features that stand so often in these texts, a column at a time."""
    counts: list[Counter[int]] = [Counter() for _ in range(7)]
    for text in texts:
        features = table.features(table.rows(Doc(nlp.vocab, text.words)))
        for column, count in enumerate(counts):
            count.update(features[:, column].tolist())
    return [np.array(sorted(k for k, n in count.items() if n >= fewest), dtype=np.uint64) for count in counts]


def examples(
    texts: Sequence[Text], nlp: Language, table: WordTable, keys: Sequence[NDArray[np.uint64]]
) -> list[Example]:
    """Return the texts as the layer sees them."""
    network: Any = nlp.get_pipe("tok2vec")
    out: list[Example] = []
    for start in range(0, len(texts), 32):
        batch = texts[start : start + 32]
        docs = [Doc(nlp.vocab, text.words, text.spaces) for text in batch]
        for text, doc, shared in zip(batch, docs, network.predict(docs), strict=True):
            rows = table.rows(doc)
            where = places(keys, table.features(rows))
            out.append(Example(np.asarray(shared), table.vectors(rows).copy(), where, text.belief))
    return out


def build(keys: Sequence[NDArray[np.uint64]], dim: int, width: int, tags: int, settings: Settings, torch: Any) -> Any:
    """Return the untrained layers by name; ``width`` is the shared network's."""
    nn, own = torch.nn, settings["own"]
    parts = {
        f"embed_{n}": nn.Embedding(len(k) + 1, s) for n, (k, s) in enumerate(zip(keys, settings["embed"], strict=True))
    }
    parts["mix"] = nn.Linear(dim + sum(settings["embed"]), _PIECES * own)
    parts["mix_norm"] = nn.LayerNorm(own)
    parts["own"] = nn.Linear(own, width, bias=False)
    parts["shared"] = nn.Linear(width, width)
    parts["window"] = nn.Linear(3 * width, _PIECES * width)
    parts["window_norm"] = nn.LayerNorm(width)
    parts["out"] = nn.Linear(width, tags)
    return nn.ModuleDict(parts)


def run(network: Any, batch: Sequence[Any], settings: Settings, torch: Any) -> Any:
    """Return the scores of tags (text, word, tag) of padded texts."""
    shared, vectors, where, real = batch
    drop = torch.nn.functional.dropout
    rate, training = settings["dropout"], network.training

    def best(values: Any) -> Any:
        return values.unflatten(-1, (-1, _PIECES)).amax(-1)

    if training:
        where = where * (torch.rand(where.shape) > settings["forget"])
    seen = [network[f"embed_{column}"](where[..., column]) for column in range(where.shape[-1])]
    words = drop(torch.cat([vectors, *seen], dim=-1), rate, training)
    words = network["mix_norm"](best(network["mix"](words)))
    values = (network["shared"](drop(shared, rate, training)) + network["own"](drop(words, rate, training))) * real
    beside = torch.nn.functional.pad(values, (0, 0, 1, 1))
    around = torch.cat([beside[:, :-2], values, beside[:, 2:]], dim=-1)
    window = network["window_norm"](best(network["window"](around)))
    return network["out"](values + drop(window, rate, training))


def padded(chosen: Sequence[Example], torch: Any) -> tuple[list[Any], Any]:
    """Return examples as one batch and their beliefs; the batch's last part is 1 for a word and 0 beyond the end."""
    longest = max(len(each.shared) for each in chosen)

    def fill(parts: Sequence[NDArray[Any]], kind: Any) -> Any:
        out = np.zeros((len(parts), longest, parts[0].shape[1]), dtype=kind)
        for row, part in enumerate(parts):
            out[row, : len(part)] = part
        return torch.from_numpy(out)

    batch = [
        fill([each.shared for each in chosen], np.float32),
        fill([each.vectors for each in chosen], np.float32),
        fill([each.where for each in chosen], np.int64),
        fill([np.ones((len(each.shared), 1)) for each in chosen], np.float32),
    ]
    return batch, fill([each.belief for each in chosen], np.float32)


def batches(parts: Sequence[Sequence[Example]], words: int, chance: random.Random) -> list[list[Example]]:
    """Return all examples once, in batches of about so many words and about the same length, in any order."""
    out: list[list[Example]] = []
    for part in parts:
        ordered = sorted(part, key=lambda each: len(each.shared) + chance.random() * 8)
        out.append([])
        for each in ordered:
            if sum(len(other.shared) for other in out[-1]) > words:
                out.append([])
            out[-1].append(each)
    chance.shuffle(out)
    return out


def weights_of(network: Any, keys: Sequence[NDArray[np.uint64]], tags: Sequence[str]) -> dict[str, Any]:
    """Return the weights under the names that the numpy side reads, in half floats."""
    out: dict[str, Any] = {f"keys.{column}": each for column, each in enumerate(keys)}
    for name, value in network.state_dict().items():
        part, _, kind = name.partition(".")
        key = part.replace("_", ".") if part.startswith("embed") else f"{part}.{kind}"
        out[key] = value.numpy().astype(np.float16)
    out["settings"] = np.array(json.dumps({"tags": list(tags)}, ensure_ascii=False))
    return out


def accuracy(tagger: TagNetwork, nlp: Language, sentences: Sequence[Sentence]) -> dict[str, float]:
    """Return the share of words with the right part of speech, and with features too, in per cent."""
    network: Any = nlp.get_pipe("tok2vec")
    words = pos = morph = 0
    for sentence in sentences:
        doc = Doc(nlp.vocab, list(sentence.words), list(sentence.spaces))
        found = tagger.scores(doc, np.asarray(network.predict([doc])[0])).argmax(axis=1)
        tree = sentence.tree
        assert tree is not None
        for place, gold_pos, gold_morph in zip(found.tolist(), tree.pos, tree.morph, strict=True):
            words += 1
            pos += tagger.tags[place].partition("|")[0] == gold_pos
            morph += tagger.tags[place] == tag_of(gold_pos, gold_morph)
    return {"pos": 100 * pos / words, "morph": 100 * morph / words}


def gather(
    nlp: Language, data: Path, names: Names, teacher: TreeNetwork, silver: Sequence[Sentence], settings: Settings,
    rates: Mapping[str, float],
) -> tuple[list[Text], list[Text]]:  # fmt: skip
    """Return the texts to learn from: treebank (as it is, and changed in runs of sentences) and labelled raw text."""
    chance = random.Random(settings["seed"])
    tags = {tag: place for place, tag in enumerate(teacher.settings["tags"])}
    trees = treebank(data, "train")
    plain = [gold_text([sentence], tags) for sentence in trees]
    changed = [change(sentence, names, chance, rates) for sentence in trees]
    wanted = sum(len(text.words) for text in plain)
    for run_of in in_runs(changed, chance, 4):
        plain.append(gold_text(run_of, tags))
        wanted -= len(plain[-1].words)
        if wanted <= 0:
            break
    raw, place = list(silver), 0
    chance.shuffle(raw)
    labelled: list[Text] = []
    while place < len(raw):
        length = chance.choice((1, 1, 2, 3))
        labelled.append(silver_text([replace(each, beliefs=None) for each in raw[place : place + length]], teacher))
        place += length
    return plain, labelled


def train_tags(
    nlp: Language, data: Path, names: Names, teacher: TreeNetwork, silver: Sequence[Sentence], settings: Settings,
    rates: Mapping[str, float], out: Path,
) -> dict[str, float]:  # fmt: skip
    """Train the layer over the shared network of ``nlp`` and keep the best state on dev in ``out``, an ``.npz``."""
    torch = load_torch()
    torch.manual_seed(settings["seed"])
    chance = random.Random(settings["seed"])
    table = word_table(nlp.vocab)
    gold, labelled = gather(nlp, data, names, teacher, silver, settings, rates)
    keys = keys_of([*gold, *labelled], nlp, table, settings["fewest"])
    parts = [examples(texts, nlp, table, keys) for texts in (gold, labelled)]
    tags = teacher.settings["tags"]
    sizes = (nlp.vocab.vectors.shape[1], parts[0][0].shared.shape[1], len(tags))
    network, average = (build(keys, *sizes, settings, torch) for _ in range(2))
    average.load_state_dict(network.state_dict())
    optimizer = torch.optim.Adam(network.parameters(), lr=settings["learn_rate"], betas=(0.9, 0.95))
    best: dict[str, float] = {"score": -1.0}
    dev, began, step = treebank(data, "dev"), time.monotonic(), 0
    for number in range(1, settings["rounds"] + 1):
        network.train()
        drawn = batches(parts, settings["batch"], chance)
        for place, chosen in enumerate(drawn):
            step += 1
            left = 1 - (number - 1 + place / len(drawn)) / settings["rounds"]
            for group in optimizer.param_groups:
                group["lr"] = settings["learn_rate"] * min(1.0, step / 100, max(0.02, left / 0.7))
            batch, belief = padded(chosen, torch)
            likely = torch.log_softmax(run(network, batch, settings, torch), dim=-1)
            loss = -(likely * belief).sum() / batch[-1].sum()
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 5.0)
            optimizer.step()
            keep = min(settings["average"], step / (step + 10))
            with torch.no_grad():
                for mean, now in zip(average.parameters(), network.parameters(), strict=True):
                    mean.lerp_(now, 1 - keep)
        packed = out.with_name(out.name + ".now.npz")
        np.savez_compressed(packed, **weights_of(average, keys, tags))
        scores = accuracy(TagNetwork(packed, nlp.vocab), nlp, dev)
        kept = sum(scores.values()) > best["score"]
        if kept:
            best = {"round": number, "score": sum(scores.values()), **scores}
            packed.replace(out)
        shown = " ".join(f"{name} {value:.2f}" for name, value in scores.items())
        print(f"{number:3d} {time.monotonic() - began:5.0f}s {shown}{' *' if kept else ''}", flush=True)
    return best
