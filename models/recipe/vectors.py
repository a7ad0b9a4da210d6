"""Word vectors: floret skip-gram over all raw text, so that a word never seen still has a vector from its pieces."""

from __future__ import annotations

import lzma
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from spacy.vectors import Vectors
from spacy.vocab import Vocab

#: Words, numbers and single marks. Near enough to the model's tokenizer for vectors of pieces, and fast.
_TOKEN = re.compile(r"[^\W_]+(?:[-'’:.][^\W_]+)*|[^\w\s]")


def raw_lines(path: Path, weight: float) -> Iterator[str]:
    """Yield each paragraph of a packed raw file as words, ``weight`` times (0.5: every other paragraph)."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if not line.strip() or line.startswith(("<doc", "</doc")):
                continue
            words = " ".join(_TOKEN.findall(line))
            if weight < 1:
                if number % round(1 / weight) == 0:
                    yield words
            else:
                for _ in range(round(weight)):
                    yield words


def raw_documents(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield (id, paragraphs) of each document in a packed raw file."""
    name = ""
    paragraphs: list[str] = []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("<doc"):
                found = re.search(r'id="([^"]*)"', line)
                name, paragraphs = found[1] if found else "", []
            elif line.startswith("</doc"):
                yield name, paragraphs
            elif line.strip():
                paragraphs.append(line.strip())


def write_corpus(data: Path, weights: Mapping[str, float], out: Path, seed: int) -> int:
    """Write all raw text, weighed and shuffled, one paragraph a line; return the number of lines."""
    lines = [line for name, weight in weights.items() for line in raw_lines(data / name, weight)]
    random.Random(seed).shuffle(lines)
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return len(lines)


def train_vectors(data: Path, out: Path, settings: Mapping[str, Any], seed: int) -> Path:
    """Train floret vectors and return the path of the ``.floret`` table; one thread, so the same bytes each time."""
    import floret

    out.mkdir(parents=True, exist_ok=True)
    corpus = out / "raw.txt"
    print(f"vectors: {write_corpus(data, settings['weights'], corpus, seed)} paragraphs")
    model = floret.train_unsupervised(
        str(corpus),
        model="skipgram",
        mode="floret",
        dim=settings["dim"],
        bucket=settings["bucket"],
        hashCount=settings["hash_count"],
        minn=settings["minn"],
        maxn=settings["maxn"],
        minCount=settings["min_count"],
        epoch=settings["epoch"],
        lr=settings["lr"],
        neg=settings["neg"],
        thread=1,
        verbose=2,
    )
    table = out / "sv.floret"
    model.save_floret_vectors(str(table))
    corpus.unlink()
    return table


_RUNNING_TEXT = (
    "raw-regeringen/pressmeddelanden.txt.xz",
    "raw-regeringen/artiklar-tal-debatt.txt.xz",
    "raw-almedalen/almedalen-2009-2023.txt.xz",
    "raw-riksdag-interpellationer/interpellationer-1998-.txt.xz",
)


def raw_words(data: Path) -> dict[str, int]:
    """Return how often each word form that is seen at least three times stands in the press and Almedalen texts."""
    counts: Counter[str] = Counter()
    for name in _RUNNING_TEXT:
        for line in raw_lines(data / name, 1):
            counts.update(line.split(" "))
    return {word: count for word, count in counts.items() if count >= 3}


def load_vectors(vocab: Vocab, table: Path) -> None:
    """Give the vocabulary the vectors of a ``.floret`` table."""
    with table.open(encoding="utf-8") as lines:
        head = lines.readline().split()
        bucket, dim = int(head[0]), int(head[1])
        data = np.zeros((bucket, dim), dtype=np.float32)
        for line in lines:
            row, *values = line.split()
            data[int(row)] = np.array(values, dtype=np.float32)
    minn, maxn, hash_count, hash_seed = (int(value) for value in head[2:6])
    vocab.vectors = Vectors(
        strings=vocab.strings, data=data, mode="floret", minn=minn, maxn=maxn, hash_count=hash_count,
        hash_seed=hash_seed, bow=head[6], eow=head[7],
    )  # fmt: skip
