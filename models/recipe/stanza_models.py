"""Small Stanza models of our own: ``python -m models.recipe.stanza_models --data DIR --vectors sv.floret``.

Tokenizer and entities, trained by Stanza's own programs in an environment that has Stanza and torch
(``pip install 'talstreck[stanza]'``); the result goes to ``models/stanza``, which the engine loads offline. Needs the
vectors that the recipe's step ``vectors`` left.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import spacy

from models.recipe.corpora import Sentence, named_corpora, named_dev, treebank
from models.recipe.pack import write_manifest
from models.recipe.vectors import load_vectors, raw_words
from pipeline.stages.language.tokens import build_tokenizer

OUT = Path(__file__).resolve().parents[1] / "stanza"
_TREEBANK = "sv_talbanken"
_WORDS_WITH_VECTORS = 24_000


def write_tags(sentences: Sequence[Sentence], path: Path) -> None:
    """Write words and B-/I-/O tags in two columns."""
    blocks = []
    for sentence in sentences:
        tags = ["O"] * len(sentence.words)
        for start, end, label in sentence.entities or ():
            tags[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
        pairs = zip(sentence.words, tags, strict=True)
        rows = [f"{word.replace(' ', '_')}\t{tag}" for word, tag in pairs if word.strip()]
        blocks.append("\n".join(rows))
    path.write_text("\n\n".join(block for block in blocks if block) + "\n\n", encoding="utf-8")


def write_common_vectors(data: Path, vectors: Path, sentences: Sequence[Sentence], path: Path) -> None:
    """Write the vectors of the commonest words as text, small letters, each from its commonest spelling."""
    nlp = spacy.blank("sv")
    load_vectors(nlp.vocab, vectors)
    counts: Counter[str] = Counter(raw_words(data))
    for sentence in sentences:
        counts.update({word: 3 for word in sentence.words if word.strip()})
    small: Counter[str] = Counter()
    spelling: dict[str, str] = {}
    for word, count in counts.most_common():
        small[word.lower()] += count
        spelling.setdefault(word.lower(), word)
    words = [word for word, _ in small.most_common(_WORDS_WITH_VECTORS) if word.split() == [word]]
    rows = [f"{word} " + " ".join(f"{x:.4f}" for x in nlp.vocab.get_vector(spelling[word])) for word in words]
    path.write_text(f"{len(rows)} {nlp.vocab.vectors.shape[1]}\n" + "\n".join(rows) + "\n", encoding="utf-8")


def prepare(data: Path, work: Path, vectors: Path) -> None:
    """Write the files that Stanza's programs read."""
    folder = work / "ud" / "UD_Swedish-Talbanken"
    folder.mkdir(parents=True, exist_ok=True)
    source = data / "ud-talbanken"
    shutil.copyfile(source / "sv_talbanken-train-reconstructed.conllu", folder / f"{_TREEBANK}-ud-train.conllu")
    for part in ("dev", "test"):
        shutil.copyfile(source / f"{_TREEBANK}-ud-{part}.conllu", folder / f"{_TREEBANK}-ud-{part}.conllu")
    nlp = spacy.blank("sv")
    build_tokenizer(nlp)
    corpora = named_corpora(data, nlp)
    gold = [each for name in ("ner-press", "webbnyheter", "suc", "own") for each in corpora[name]]
    gold += [each for each in treebank(data, "train") if each.entities is not None]
    random.Random(3).shuffle(gold)
    write_tags(gold, work / "train.bio")
    write_tags(named_dev(data, nlp)["press"], work / "dev.bio")
    write_common_vectors(data, vectors, gold, work / "vectors.txt")


def commands(work: Path) -> list[list[str]]:
    """Return Stanza's programs with their arguments, in order."""
    tokenize, models = work / "data" / "tokenize", work / "models"
    gold = str(tokenize / f"{_TREEBANK}.dev.gold.conllu")
    common = ["--save_dir", str(models), "--cpu", "--seed", "7"]
    pretrain = str(work / "pretrain.pt")
    small = ["--hidden_dim", "128", "--char_hidden_dim", "50", "--char_emb_dim", "50"]
    small += ["--wordvec_pretrain_file", pretrain]
    return [
        ["stanza.utils.datasets.prepare_tokenizer_treebank", _TREEBANK],
        ["stanza.models.tokenizer", "--mode", "train", "--lang", "sv", "--shorthand", _TREEBANK, "--no_use_mwt",
         "--txt_file", str(tokenize / f"{_TREEBANK}.train.txt"),
         "--label_file", str(tokenize / f"{_TREEBANK}-ud-train.toklabels"),
         "--mwt_json_file", str(tokenize / f"{_TREEBANK}-ud-train-mwt.json"),
         "--dev_txt_file", str(tokenize / f"{_TREEBANK}.dev.txt"),
         "--dev_label_file", str(tokenize / f"{_TREEBANK}-ud-dev.toklabels"),
         "--dev_conll_gold", gold, "--conll_file", str(work / "tokens.conllu"),
         "--steps", "1000", "--eval_steps", "200", "--save_name", "tokenize.pt", *common],
        ["stanza.models.common.convert_pretrain", pretrain, str(work / "vectors.txt"), "-1"],
        ["stanza.utils.datasets.ner.prepare_ner_file", str(work / "train.bio"), str(work / "train.json")],
        ["stanza.utils.datasets.ner.prepare_ner_file", str(work / "dev.bio"), str(work / "dev.json")],
        ["stanza.models.ner_tagger", "--mode", "train", "--shorthand", "sv_own",
         "--train_file", str(work / "train.json"),
         "--eval_file", str(work / "dev.json"), "--no_emb_finetune", "--scheme", "bioes", "--train_scheme", "bioes",
         "--max_steps", "2400", "--eval_interval", "400", "--batch_size", "32", "--optim", "adam", "--lr", "0.002",
         "--dropout", "0.3", "--word_dropout", "0.02", "--save_name", "ner.pt", *small, *common],
    ]  # fmt: skip


def install(work: Path, out: Path = OUT) -> None:
    """Copy the trained models to ``out`` as Stanza's folders want them, with the index that finds them offline."""
    parts = {
        "tokenize": "models/tokenize.pt",
        "ner": "models/ner.pt",
        "pretrain": "pretrain.pt",
    }
    found = {name: work / path for name, path in parts.items() if (work / path).is_file()}
    index: dict[str, object] = {"lang_name": "Swedish"}
    for name, path in found.items():
        (out / "sv" / name).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, out / "sv" / name / "own.pt")
        needs = [{"model": "pretrain", "package": "own"}] if name == "ner" else None
        index[name] = {"own": {"dependencies": needs} if needs else {}}
    processors = {name: "own" for name in found if name != "pretrain"}
    index["packages"] = {"default": processors}
    index["default_processors"] = processors
    (out / "resources.json").write_text(json.dumps({"sv": index}, indent=1) + "\n", encoding="utf-8")
    write_manifest(out, "0.1.0")


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, train what is not there yet, and install it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--vectors", type=Path, required=True, help="the sv.floret that the step `vectors` left")
    parser.add_argument("--work", type=Path, default=Path("build/train-stanza"))
    options = parser.parse_args(arguments)
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    prepare(options.data, work, options.vectors)
    places = {"UDBASE": work / "ud", "DATA_ROOT": work / "data", "TOKENIZE_DATA_DIR": work / "data" / "tokenize"}
    environment = {**os.environ, **{name: str(path) for name, path in places.items()}}
    for path in (work / "models", places["TOKENIZE_DATA_DIR"]):
        path.mkdir(parents=True, exist_ok=True)
    for module, *rest in commands(work):
        print("stanza:", module, flush=True)
        subprocess.run([sys.executable, "-m", module, *rest], check=True, env=environment)
    install(work)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
