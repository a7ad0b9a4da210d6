"""The trained parts put together as the model that is committed: small vectors, word lists, lemmas, hashes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language
from spacy.vectors import Vectors
from thinc.api import Model

from pipeline.stages.language.lemmas import Lemmatizer
from pipeline.stages.language.spacy_engine import MANIFEST, NETWORK, VECTORS


def write_vectors(vectors: Vectors, path: Path) -> None:
    """Write a floret table as whole numbers of eight bits and one scale a row; the cosine stays above .9999."""
    scale = np.abs(vectors.data).max(axis=1) / 127
    scale[scale == 0] = 1
    rows = np.rint(vectors.data / scale[:, None]).astype(np.int8)
    settings = {
        "minn": vectors.minn, "maxn": vectors.maxn, "hash_count": vectors.hash_count, "hash_seed": vectors.hash_seed,
        "bow": vectors.bow, "eow": vectors.eow,
    }  # fmt: skip
    np.savez_compressed(path, rows=rows, scale=scale.astype(np.float32), settings=np.array(json.dumps(settings)))


def write_weights(model: Model[Any, Any], path: Path) -> None:
    """Write the weights of a network in half floats, node by node; settings come from the configuration."""
    weights: dict[str, Any] = {
        f"{number}.{name}": np.asarray(node.get_param(name)).astype(np.float16)
        for number, node in enumerate(model.walk())
        for name in node.param_names
    }
    for number, node in enumerate(model.walk()):
        if "seed" in node.attrs:
            weights[f"{number}.seed"] = np.array(node.attrs["seed"])
    np.savez_compressed(path, **weights)


def write_parts(nlp: Language, out: Path) -> None:
    """Write a pipeline, its shared network in half floats."""
    nlp.to_disk(out, exclude=["vocab", "tokenizer", "tok2vec"])
    component: Any = nlp.get_pipe("tok2vec")
    write_weights(component.model, out / NETWORK)


def own_tagger(nlp: Language, folder: Path) -> None:
    """Put the tagger whose weights lie in ``folder`` in the place of the one that taught the shared network."""
    nlp.remove_pipe("morphologizer")
    tagger: Any = nlp.add_pipe("press_tags", after="tok2vec")
    tagger.from_disk(folder)


def pack(
    nlp: Language,
    lemmas: Mapping[tuple[str, str], str],
    lists: Mapping[str, int],
    out: Path,
    meta: Mapping[str, Any],
) -> None:
    """Write the pipeline with its sentence rules, lemmas, lists and vectors, and the manifest of hashes."""
    if "press_sentences" not in nlp.pipe_names:
        nlp.add_pipe("press_sentences", before="senter")
        nlp.add_pipe("press_entities", last=True)
        nlp.add_pipe("press_lemmas", last=True)
    component = nlp.get_pipe("press_lemmas")
    assert isinstance(component, Lemmatizer)
    component.replace_table(lemmas)
    nlp.meta.update(meta)
    write_parts(nlp, out)
    if lists:
        rows = (f"{word}\t{bits}" for word, bits in sorted(lists.items()))
        (out / "lists.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    if nlp.vocab.vectors.shape[1]:
        write_vectors(nlp.vocab.vectors, out / VECTORS)
    write_manifest(out, str(meta["version"]))


def write_manifest(out: Path, version: str) -> None:
    """Write name, version and the sha256 of every file that the program reads."""
    files = sorted(
        path for path in out.rglob("*") if path.is_file() and path.name not in (MANIFEST, "CARD.md", "scores.json")
    )
    hashes = {path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    manifest = {"name": out.name, "version": version, "files": hashes}
    (out / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")
