"""Sentences labelled by several teachers: what they believe on average of each word teaches one student."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc

from models.recipe.corpora import Sentence
from models.recipe.vectors import raw_documents
from pipeline.stages.language.crf import marginals, segments
from pipeline.stages.language.texts import texts_of

_ENDS = re.compile(r"(?<=[a-zåäö0-9)”\"][.!?]) +(?=[A-ZÅÄÖ–”\"])")


def raw_sentences(data: Path, shares: Mapping[str, int], nlp: Language, seed: int) -> list[Sentence]:
    """Return sentences of raw text, so many of each file; those with a capital inside, and one other in six."""
    chance = random.Random(seed)
    kept_back = dev_documents(data)
    out: list[Sentence] = []
    for name, count in shares.items():
        lines = [
            part
            for document, lines in raw_documents(data / name)
            if document not in kept_back
            for line in lines
            for part in _ENDS.split(line.strip())
            if 20 < len(part) < 400 and (re.search(r".\b[A-ZÅÄÖ]", part) or chance.random() < 0.16)
        ]
        for text in chance.sample(lines, min(count, len(lines))):
            doc = nlp.make_doc(text)
            spaces = tuple(bool(token.whitespace_) for token in doc)
            out.append(Sentence(tuple(token.text for token in doc), spaces, (), source="silver"))
    return out


def save(sentences: Sequence[Sentence], path: Path) -> None:
    """Write labelled sentences: the words as JSON, the beliefs as half floats."""
    words = [{"words": list(each.words), "spaces": list(each.spaces)} for each in sentences]
    beliefs = np.concatenate([each.beliefs for each in sentences]).astype(np.float16)
    np.savez_compressed(path, words=np.array(json.dumps(words, ensure_ascii=False)), beliefs=beliefs)


def load(path: Path) -> list[Sentence]:
    """Return the sentences that :func:`save` wrote."""
    with np.load(path, allow_pickle=False) as packed:
        words = json.loads(str(packed["words"]))
        beliefs = packed["beliefs"].astype(np.float32)
    out, place = [], 0
    for each in words:
        length = len(each["words"])
        mine = beliefs[place : place + length]
        out.append(Sentence(tuple(each["words"]), tuple(each["spaces"]), (), source="silver", beliefs=mine))
        place += length
    return out


def dev_documents(data: Path) -> set[str]:
    """Return the documents that the press development sentences come from: no silver is made of them."""
    text = (data / "ner-press" / "dev.jsonl").read_text(encoding="utf-8")
    return set(re.findall(r'"doc": "([^"]+)"', text))


def beliefs(nlp: Language, docs: Sequence[Doc]) -> list[NDArray[np.float32]]:
    """Return one teacher's probability of each tag for each word of each document."""
    network: Any = nlp.get_pipe("tok2vec")
    finder: Any = nlp.get_pipe("press_ner")
    out: list[NDArray[np.float32]] = []
    for start in range(0, len(docs), 64):
        batch = list(docs[start : start + 64])
        network.set_annotations(batch, network.predict(batch))
        scores = finder.model.predict(batch)
        where = [(number, a, b) for number, doc in enumerate(batch) for a, b in segments(texts_of(doc))]
        sure, _, _ = marginals([scores[number][a:b] for number, a, b in where], finder.pairs)
        parts: list[list[NDArray[np.float32]]] = [[] for _ in batch]
        for (number, _, _), each in zip(where, sure, strict=True):
            parts[number].append(each)
        out += [np.concatenate(each) for each in parts]
    return out


def label(teachers: Sequence[Language], sentences: Sequence[Sentence]) -> list[Sentence]:
    """Return the sentences with the teachers' average belief of each word's tag."""
    total: list[NDArray[np.float32]] = []
    for teacher in teachers:
        docs = [Doc(teacher.vocab, list(each.words), list(each.spaces)) for each in sentences]
        mine = beliefs(teacher, docs)
        total = mine if not total else [a + b for a, b in zip(total, mine, strict=True)]
    return [
        replace(sentence, beliefs=belief / len(teachers)) for sentence, belief in zip(sentences, total, strict=True)
    ]
