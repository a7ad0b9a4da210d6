"""Train the models again: ``python -m models.recipe --data DIR [STEP …]``.

A step runs when those it needs are done, two at a time; one whose settings, code and inputs are as they were is left as
it is. Each step is a process of one thread, so that what runs beside it changes nothing.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml

RECIPE = Path(__file__).parent
ROOT = RECIPE.parents[1]


@dataclass(frozen=True)
class Place:
    """Where a run reads and writes, and its settings."""

    data: Path
    work: Path
    model: Path
    settings: Mapping[str, Any]


@dataclass(frozen=True)
class Step:
    """One step: what it does, which settings, modules and earlier steps it depends on, and what it leaves behind."""

    run: Callable[[Place], None]
    settings: Sequence[str]
    modules: Sequence[str]
    after: Sequence[str]
    always: bool = False


def _lexicons(place: Place) -> None:
    from models.recipe.lexicons import write_lexicons

    write_lexicons(place.data)


def _sentences(place: Place) -> None:
    from models.recipe.sentences import write_sentences

    own = place.settings["sentences"]
    print("sentences:", write_sentences(ROOT / "corpus" / "ner" / "train.jsonl", own["count"], own["seed"]))


def _vectors(place: Place) -> None:
    from models.recipe.vectors import train_vectors

    train_vectors(place.data, place.work / "vectors", place.settings["vectors"], place.settings["seed"])


def _teacher(number: int, place: Place) -> None:
    from models.recipe.build import train_a_teacher

    print(f"teacher {number}:", train_a_teacher(number, place.data, place.work, place.settings))


def _silver(place: Place) -> None:
    from models.recipe.build import label_silver

    label_silver(place.data, place.work, place.settings)


def _words(place: Place) -> None:
    from models.recipe.build import train_the_words

    print("words:", train_the_words(place.data, place.work, place.settings))


def _parser(place: Place) -> None:
    from models.recipe.build import train_the_parser

    print("parser:", train_the_parser(place.data, place.work, place.settings))


def _tags(place: Place) -> None:
    from models.recipe.build import train_the_tags

    print("tags:", train_the_tags(place.data, place.work, place.settings))


def _pack(place: Place) -> None:
    from models.recipe.build import pack_model

    pack_model(place.data, place.work, place.model, place.settings)


def _evaluate(place: Place) -> None:
    from models.recipe.evaluate import evaluate_afresh, report

    scores = evaluate_afresh(place.data, place.model)
    print(report(scores))


def _cards(place: Place) -> None:
    from models.recipe.evaluate import write_card

    write_card(place.data, place.model)


_OF_TEACHERS = ("network", "teachers", "words", "changes")
_TRAINING = ("augment", "corpora", "training", "words", "build", "lists")
STEPS: dict[str, Step] = {
    "lexicons": Step(_lexicons, [], ["lexicons"], []),
    "sentences": Step(_sentences, ["sentences"], ["sentences"], ["lexicons"]),
    "vectors": Step(_vectors, ["vectors", "seed"], ["vectors"], []),
    "teacher-0": Step(partial(_teacher, 0), _OF_TEACHERS, _TRAINING, ["vectors", "sentences"]),
    "teacher-1": Step(partial(_teacher, 1), _OF_TEACHERS, _TRAINING, ["vectors", "sentences"]),
    "silver": Step(_silver, ["silver", "seed"], ["silver"], ["teacher-0", "teacher-1"]),
    "words": Step(_words, ["network", "words", "changes", "seed"], _TRAINING, ["silver"]),
    "parser": Step(
        _parser, ["parser", "changes", "seed"], ["augment", "corpora", "trees", "lists"], ["vectors", "sentences"]
    ),
    "tags": Step(_tags, ["tags", "changes", "seed"], ["augment", "corpora", "tags"], ["words", "parser"]),
    "pack": Step(_pack, ["pack"], ["pack", "lemmas", "calibrate", "build"], ["tags"]),
    "evaluate": Step(_evaluate, [], ["evaluate"], ["pack"], always=True),
    "cards": Step(_cards, [], ["evaluate"], ["evaluate"], always=True),
}


def stamp(name: str, place: Place) -> str:
    """Return the hash of everything a step's result depends on; data files count by name and size."""
    step = STEPS[name]
    digest = hashlib.sha256(repr([place.settings[block] for block in step.settings]).encode())
    for module in step.modules:
        digest.update((RECIPE / f"{module}.py").read_bytes())
    if not step.after:
        for path in sorted([*place.data.rglob("*"), *(RECIPE / "knowledge").iterdir()]):
            if path.is_file():
                digest.update(f"{path.name} {path.stat().st_size}\n".encode())
    for earlier in step.after:
        digest.update(stamp(earlier, place).encode())
    return digest.hexdigest()


def run(name: str, place: Place, force: bool) -> None:
    """Run a step, unless it is up to date."""
    place.work.mkdir(parents=True, exist_ok=True)
    mark = place.work / f"{name}.stamp"
    now = stamp(name, place)
    if not force and not STEPS[name].always and mark.is_file() and mark.read_text() == now:
        print(f"{name}: up to date")
        return
    began = time.monotonic()
    STEPS[name].run(place)
    mark.write_text(now)
    print(f"{name}: done in {time.monotonic() - began:.0f} s", flush=True)


def run_all(names: Sequence[str], command: Sequence[str], together: int = 2) -> int:
    """Run these steps, each by ``command`` and its name, so many at a time; return 0, or the code of one that failed.

    A step begins when all those it needs are done; the earlier of :data:`STEPS` goes first. When one fails, those that
    run are let finish, and no other begins.
    """
    waiting = [step for step in STEPS if step in names]
    running: dict[str, subprocess.Popen[bytes]] = {}
    code = 0
    while running or (waiting and not code):
        open_ones = {*waiting, *running}
        ready = [name for name in waiting if not open_ones.intersection(STEPS[name].after)]
        for name in ready[: together - len(running)] if not code else ():
            waiting.remove(name)
            running[name] = subprocess.Popen([*command, name], env={**os.environ, **_ONE_THREAD})
        ended = {name: ran.returncode for name, ran in running.items() if ran.poll() is not None}
        code = next((failed for failed in ended.values() if failed), code)
        running = {name: ran for name, ran in running.items() if name not in ended}
        if not ended:
            time.sleep(_WAIT)
    return code


#: Seconds between two looks at the steps that run.
_WAIT = 0.2
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line and run the steps."""
    parser = argparse.ArgumentParser(prog="python -m models.recipe", description=__doc__)
    parser.add_argument("steps", nargs="*", choices=[*STEPS, []], help="steps to run (default: all)")
    parser.add_argument("--data", type=Path, required=True, help="folder of the training data")
    parser.add_argument("--work", type=Path, default=ROOT / "build" / "train", help="where results between steps lie")
    parser.add_argument("--model", type=Path, default=ROOT / "models" / "sv_press", help="where the model goes")
    parser.add_argument("--settings", type=Path, default=RECIPE / "settings.yaml", help="hyperparameters")
    parser.add_argument("--force", action="store_true", help="run even what is up to date")
    options = parser.parse_args(arguments)
    if not options.data.is_dir():
        print(f"{options.data} is no folder; --data names the folder with ner-press, ud-talbanken …", file=sys.stderr)
        return 2
    if len(options.steps) != 1:
        given = [f"--{name}={getattr(options, name)}" for name in ("data", "work", "model", "settings")]
        command = [sys.executable, "-m", "models.recipe", *given, *(["--force"] if options.force else [])]
        return run_all(options.steps or list(STEPS), command)
    settings = yaml.safe_load(options.settings.read_text(encoding="utf-8"))
    try:
        run(options.steps[0], Place(options.data, options.work, options.model, settings), options.force)
    except LookupError as missing:
        print(missing, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
