"""Small Stanza models of our own: ``python -m models.recipe.stanza_models --data DIR --vectors sv.floret``.

Tokenizer, tagger, lemmatizer, parser and entity finder, trained by Stanza's own programs in an environment that has
Stanza and torch (``pip install 'talstreck[stanza]'``); the result goes to ``models/stanza``, which the engine loads
offline. Needs the vectors that the recipe's step ``vectors`` left, and ``models/sv_press``, which labels raw sentences.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import spacy
import yaml
from threadpoolctl import threadpool_limits

from models.recipe import stanza_data
from models.recipe.corpora import named_dev, treebank
from models.recipe.pack import write_manifest
from models.recipe.silver import raw_sentences
from models.recipe.trees import load_torch
from pipeline.stages.language.tokens import build_tokenizer

OUT = Path(__file__).resolve().parents[1] / "stanza"
_SETTINGS = Path(__file__).with_name("settings.yaml")
_TREEBANK = "sv_talbanken"
#: Stanza's name of a part, the file that training leaves under the work folder, and whether it reads the vectors.
_PARTS = {
    "tokenize": ("models/tokenize.pt", False),
    "pos": ("models/pos.pt", True),
    "lemma": ("models/lemma.pt", False),
    "depparse": ("models/depparse.pt", True),
    "ner": ("models/ner.pt", True),
    "pretrain": ("pretrain.pt", False),
}
#: Parts that are no network, or so small that half floats save nothing.
_AS_THEY_ARE = frozenset(["tokenize", "pretrain"])


def prepare(data: Path, work: Path, vectors: Path, settings: Mapping[str, Any]) -> None:
    """Write the files that Stanza's programs read."""
    folder = work / "ud" / "UD_Swedish-Talbanken"
    folder.mkdir(parents=True, exist_ok=True)
    source = data / "ud-talbanken"
    train = folder / f"{_TREEBANK}-ud-train.conllu"
    train.write_bytes((source / "sv_talbanken-train-reconstructed.conllu").read_bytes())
    for part in ("dev", "test"):
        shutil.copyfile(source / f"{_TREEBANK}-ud-{part}.conllu", folder / f"{_TREEBANK}-ud-{part}.conllu")
    nlp = spacy.blank("sv")
    build_tokenizer(nlp)
    stanza_data.write_press_text(data, nlp, train, settings["seed"])
    own = settings["stanza"]
    gold = treebank(data, "train")
    raw = raw_sentences(data, own["silver_trees"], nlp, settings["seed"] + 1)
    stanza_data.write_conllu(gold, work / "treebank.conllu")
    stanza_data.write_conllu([*gold, *stanza_data.read_by_ours(raw, trees=True)], work / "trees.conllu")
    stanza_data.write_conllu(treebank(data, "dev"), work / "dev.conllu")
    named = stanza_data.named_sentences(data, nlp, settings, own["silver_names"])
    stanza_data.write_tags(named, work / "train.bio")
    stanza_data.write_tags(named_dev(data, nlp)["press"], work / "dev.bio")
    stanza_data.write_common_vectors(data, vectors, named, own["words_with_vectors"], work / "vectors.txt")


def commands(work: Path, options: Mapping[str, Sequence[object]]) -> list[list[str]]:
    """Return Stanza's programs with their arguments, in order; ``options`` are the settings of each part."""
    tokenize, models = work / "data" / "tokenize", work / "models"
    pretrain = str(work / "pretrain.pt")

    def own(part: str) -> list[str]:
        kept = ["--save_dir", str(models), "--save_name", f"{part}.pt", "--cpu", "--seed", "7"]
        return [*(str(option) for option in options[part]), *kept]

    def treebanks(train: str) -> list[str]:
        files = ["--train_file", str(work / train), "--eval_file", str(work / "dev.conllu")]
        return ["--mode", "train", "--shorthand", _TREEBANK, *files]

    trees = [*treebanks("trees.conllu"), "--lang", "sv", "--wordvec_pretrain_file", pretrain]
    return [
        ["stanza.utils.datasets.prepare_tokenizer_treebank", _TREEBANK],
        ["stanza.models.tokenizer", "--mode", "train", "--lang", "sv", "--shorthand", _TREEBANK, "--no_use_mwt",
         "--txt_file", str(tokenize / f"{_TREEBANK}.train.txt"),
         "--label_file", str(tokenize / f"{_TREEBANK}-ud-train.toklabels"),
         "--mwt_json_file", str(tokenize / f"{_TREEBANK}-ud-train-mwt.json"),
         "--dev_txt_file", str(tokenize / f"{_TREEBANK}.dev.txt"),
         "--dev_label_file", str(tokenize / f"{_TREEBANK}-ud-dev.toklabels"),
         "--dev_conll_gold", str(tokenize / f"{_TREEBANK}.dev.gold.conllu"),
         "--conll_file", str(work / "tokens.conllu"), *own("tokenize")],
        ["stanza.models.common.convert_pretrain", pretrain, str(work / "vectors.txt"), "-1"],
        ["stanza.models.tagger", *trees, *own("pos")],
        ["stanza.models.lemmatizer", *treebanks("treebank.conllu"), *own("lemma")],
        ["stanza.models.parser", *trees, *own("depparse")],
        ["stanza.utils.datasets.ner.prepare_ner_file", str(work / "train.bio"), str(work / "train.json")],
        ["stanza.utils.datasets.ner.prepare_ner_file", str(work / "dev.bio"), str(work / "dev.json")],
        ["stanza.models.ner_tagger", "--mode", "train", "--shorthand", "sv_own",
         "--train_file", str(work / "train.json"), "--eval_file", str(work / "dev.json"),
         "--wordvec_pretrain_file", pretrain, *own("ner")],
    ]  # fmt: skip


def slim(path: Path) -> None:
    """Write a trained part again with weights in half floats, which Stanza widens when it reads them.

    An entity finder that left the vectors as they are also loses its table of changes to them: 18 MB of zeros.
    """
    torch = load_torch()

    state = torch.load(path, map_location="cpu", weights_only=True)
    changes = state["model"].get("delta_emb.weight")
    if changes is not None and not changes.any():
        del state["model"]["delta_emb.weight"], state["vocab"]["delta"], state["vocab"]["_key2class"]["delta"]
    for name, weights in state["model"].items():
        if torch.is_tensor(weights) and weights.is_floating_point():
            state["model"][name] = weights.half()
    torch.save(state, path)


def install(work: Path, out: Path = OUT) -> None:
    """Copy the trained models to ``out`` as Stanza's folders want them, with the index that finds them offline."""
    index: dict[str, object] = {"lang_name": "Swedish"}
    for name, (path, reads_vectors) in _PARTS.items():
        (out / "sv" / name).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(work / path, out / "sv" / name / "own.pt")
        if name not in _AS_THEY_ARE:
            slim(out / "sv" / name / "own.pt")
        needs = {"dependencies": [{"model": "pretrain", "package": "own"}]} if reads_vectors else {}
        index[name] = {"own": needs}
    processors = {name: "own" for name in _PARTS if name != "pretrain"}
    index["packages"] = {"default": processors}
    index["default_processors"] = processors
    (out / "resources.json").write_text(json.dumps({"sv": index}, indent=1) + "\n", encoding="utf-8")
    write_manifest(out, "0.2.0")


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, train what is not there yet, and install it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--vectors", type=Path, required=True, help="the sv.floret that the step `vectors` left")
    parser.add_argument("--work", type=Path, default=Path("build/train-stanza"))
    options = parser.parse_args(arguments)
    settings = yaml.safe_load(_SETTINGS.read_text(encoding="utf-8"))
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    with threadpool_limits(limits=1):  # products this small only suffer from more threads
        prepare(options.data, work, options.vectors, settings)
    places = {"UDBASE": work / "ud", "DATA_ROOT": work / "data", "TOKENIZE_DATA_DIR": work / "data" / "tokenize"}
    environment = {**os.environ, "OMP_NUM_THREADS": "1", **{name: str(path) for name, path in places.items()}}
    for path in (work / "models", places["TOKENIZE_DATA_DIR"]):
        path.mkdir(parents=True, exist_ok=True)
    for module, *rest in commands(work, settings["stanza"]["options"]):
        began = time.monotonic()
        subprocess.run([sys.executable, "-m", module, *rest], check=True, env=environment)
        print(f"{module}: done in {time.monotonic() - began:.0f} s", flush=True)
    install(work)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
