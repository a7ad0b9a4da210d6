"""The training loop: batches of documents from weighed corpora, changed by chance, the best state kept."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.training import Example
from thinc.api import Adam, fix_random_seed

from models.recipe.corpora import Sentence, to_doc

Change = Callable[[Sentence, random.Random], Sentence]


def endless(sentences: Sequence[Sentence], chance: random.Random) -> Iterator[Sentence]:
    """Yield the sentences in another order each round, for ever."""
    order = list(range(len(sentences)))
    while True:
        chance.shuffle(order)
        yield from (sentences[place] for place in order)


def in_runs(sentences: Sequence[Sentence], chance: random.Random, most: int) -> Iterator[list[Sentence]]:
    """Yield runs of one to ``most`` sentences that follow each other, from all over the corpus, for ever."""
    while True:
        starts: list[tuple[int, int]] = []
        place = 0
        while place < len(sentences):
            length = chance.randint(1, most)
            starts.append((place, length))
            place += length
        chance.shuffle(starts)
        yield from (list(sentences[start : start + length]) for start, length in starts)


def joined(sentences: Iterator[Sentence], chance: random.Random, rate: float) -> Iterator[list[Sentence]]:
    """Yield mostly single sentences, sometimes a few as the paragraphs or lines of one page."""
    for sentence in sentences:
        run = [sentence]
        if sentence.beliefs is None and chance.random() < rate:
            mark = chance.choice(["\n\n", "\n\n", "\n"])
            for _ in range(chance.randint(1, 4)):
                last = run[-1]
                entities = last.entities
                run[-1] = Sentence((*last.words, mark), (*last.spaces[:-1], False, False), entities, None, last.source)
                run.append(next(each for each in sentences if each.beliefs is None))
        yield run


def batches(
    runs: Iterator[list[Sentence]], nlp: Language, change: Change, chance: random.Random, size: Callable[[], float]
) -> Iterator[list[Example]]:
    """Yield batches of about ``size()`` words."""
    while True:
        batch: list[Example] = []
        words, limit = 0, size()
        while words < limit:
            gold = to_doc(nlp, [change(sentence, chance) for sentence in next(runs)])
            guess = type(gold)(nlp.vocab, [token.text for token in gold], [bool(token.whitespace_) for token in gold])
            batch.append(Example(guess, gold))
            words += len(gold)
        yield batch


def train(
    nlp: Language,
    draws: Mapping[str, tuple[Iterator[list[Example]], Sequence[str]]],
    plan: Callable[[int], str],
    score: Callable[[], dict[str, float]],
    settings: Mapping[str, Any],
    out: Path,
) -> dict[str, float]:
    """Train and keep the state with the best ``score()["score"]`` in ``out``; return that score.

    ``draws`` is, for each kind of batch, its batches and the components that do not learn from it; ``plan`` names the
    kind of batch of a step. The rate of learning falls to a twentieth over the last two fifths of ``horizon`` steps
    (the steps themselves where the settings name no horizon).
    """
    optimizer = Adam(
        settings["learn_rate"], beta1=0.9, beta2=0.999, L2=0.01, grad_clip=1.0, L2_is_weight_decay=True,
        use_averages=True,
    )  # fmt: skip
    best: dict[str, float] = {"score": -1.0}
    losses: dict[str, float] = {}
    began = time.process_time()
    steps = settings["steps"]
    for step in range(1, steps + 1):
        left = 1 - step / settings.get("horizon", steps)
        optimizer.learn_rate = settings["learn_rate"] * min(1.0, step / 100, 0.05 + left / 0.4)
        examples, idle = draws[plan(step)]
        nlp.update(next(examples), sgd=optimizer, drop=settings["dropout"], losses=losses, exclude=list(idle))
        if step % settings["evaluate_every"] == 0 or step == steps:
            with nlp.use_params(optimizer.averages):
                scores = score()
                kept = scores["score"] > best["score"]
                if kept:
                    best = {"step": step, **scores}
                    nlp.to_disk(out, exclude=["vocab"])
            shown = " ".join(f"{name} {value:.4g}" for name, value in {**losses, **scores}.items())
            print(f"{step:5d} {time.process_time() - began:6.0f}s {shown}{' *' if kept else ''}", flush=True)
            losses.clear()
    return best


def fix_seed(seed: int) -> random.Random:
    """Fix every source of chance and return one of our own."""
    fix_random_seed(seed)
    np.random.seed(seed)
    return random.Random(seed)
