"""What runs over archives cost, beside the bare language model: each bar with what was measured, in one go.

    python -m tests.bench.runs            # a few minutes
    python -m tests.bench.runs --full     # the bars' own sizes: an hour or more
    python -m tests.bench.runs --only memory poison

A figure of one core is processor time; a figure of two workers is wall time and asks for a quiet machine.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any
from unittest import mock

import yaml
from threadpoolctl import ThreadpoolController

from pipeline import Page
from pipeline.config import Config, default_config, load_config
from pipeline.data import data_path
from pipeline.run import Accounts, run
from pipeline.run.archive import How
from pipeline.run.keys import stage_keys
from pipeline.run.watching import Tally
from pipeline.run.worker import Job, Task, Worker
from tests.bench.archive_articles import articles, as_html

PLUGIN = Path(__file__).parent.parent / "run" / "plugin"
FULL_STAGES = "clean language contacts dates figures names roles owners quotes speakers".split()


def say(what: str, value: str, bar: str) -> None:
    """Print one line."""
    print(f"{what:52s} {value:>22s}   {bar}", flush=True)


def folder_of(root: Path, texts: Iterator[str]) -> Path:
    """Write texts as files, a thousand in a folder."""
    for number, text in enumerate(texts):
        path = root / f"{number // 1000:04d}" / f"{number:07d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def configured(root: Path, stages: list[Any], **options: Any) -> Config:
    """Return a configuration over the pages of a folder."""
    parts = {
        "stages": stages,
        "sources": [{"files": {"paths": [str(root / "pages")]}}],
        "outputs": [{"jsonl": {"path": str(root / "out" / "r.jsonl")}}],
        "run": options,
    }
    path = root / "c.yaml"
    path.write_text(yaml.safe_dump(parts), encoding="utf-8")
    return load_config(path)


@contextlib.contextmanager
def place() -> Iterator[Path]:
    """Give a folder that is removed again."""
    with tempfile.TemporaryDirectory(prefix="talstreck-bench-") as name:
        yield Path(name)


def bare() -> Any:
    """Return our model as spaCy itself runs it, without what our engine does to be quick."""
    from pipeline.stages.language import spacy_engine

    with mock.patch.object(spacy_engine, "multiply_with_numpy"), mock.patch.object(spacy_engine, "read_one_by_one"):
        return spacy_engine.load_own(data_path("models", "sv_press"))


def speed(full: bool) -> None:
    """One core: the bare model, all stages from text, all stages from HTML; other articles in each round."""
    from pipeline.stages.language.spacy_engine import load_own

    count = 600 if full else 150
    config = default_config()
    worker = Worker(Job(config, stage_keys(config), True, 0))
    as_spacy, as_ours = bare(), load_own(data_path("models", "sv_press"))
    took: dict[str, float] = {}
    words = 0
    with ThreadpoolController().limit(limits=1, user_api="blas"):
        for number in range(3):
            texts = list(articles(count, seed=number))
            others = [
                as_html(text) for text in articles(count, seed=number + 100)
            ]  # whose words the worker has not met
            words = sum(len(text.split()) for text in texts) // count
            works: dict[str, Callable[[], object]] = {
                "spacy": partial(_read_all, as_spacy, texts),
                "ours": partial(_read_all, as_ours, texts),
                "text": partial(worker.work, [_task(n, text, "text/plain") for n, text in enumerate(texts)]),
                "html": partial(worker.work, [_task(n, page, "text/html") for n, page in enumerate(others)]),
            }
            for name, work in works.items():  # in turns, so that what else the machine does meets all alike
                started = time.process_time()
                work()
                took[name] = min(took.get(name, 1e9), time.process_time() - started)
    say("bare nlp.pipe, as spaCy runs the model", f"{count / took['spacy']:.1f} articles/s", f"of {words} words")
    say("bare nlp.pipe, as our engine runs it", f"{count / took['ours']:.1f} articles/s", "")
    of_300 = count * words / 300
    say("all stages, from text", f"{count / took['text']:.1f} articles/s", "")
    say("counted at 300 words an article", f"{of_300 / took['text']:.1f} articles/s", "at least 28")
    say("all stages, from HTML", f"{count / took['html']:.1f} articles/s", "")
    say("counted at 300 words an article", f"{of_300 / took['html']:.1f} articles/s", "at least 22")
    say("all stages over bare nlp.pipe as spaCy runs it", f"{took['text'] / took['spacy']:.2f}", "at most 1.35")
    say("all stages over bare nlp.pipe as our engine does", f"{took['text'] / took['ours']:.2f}", "")


def _read_all(nlp: Any, texts: list[str]) -> None:
    for _ in nlp.pipe(texts, batch_size=32):
        pass


def _task(number: int, text: str, media_type: str) -> Task:
    return Task(number, b"", Page(text.encode(), f"{number}.txt", media_type=media_type))


def workers(full: bool) -> None:
    """Two workers beside one, wall time, start and outputs included; and what keeping the books costs."""
    from pipeline.run.ledger import Ledger
    from pipeline.run.listing import Listing
    from pipeline.run.shards import Shards

    count = 5000 if full else 600
    with place() as root:
        folder_of(root / "pages", articles(count))
        config = configured(root, FULL_STAGES)
        took = {}
        spent = 0.0
        for number in (1, 2):
            with timed((Shards, "write"), (Ledger, "commit"), (Listing, "_list")) as books:
                started = time.perf_counter()
                accounts = run(config, How(workers=number))
                took[number] = time.perf_counter() - started
            if number == 1:
                spent = sum(books.values())
            assert (accounts.endings["ok"], accounts.reused) == (count, 0)
            say(f"run with {number} worker{'s' * (number > 1)}", f"{count / took[number]:.1f} articles/s", "")
            for file in (root / "out").glob("ledger.db*"):
                file.unlink()
            for file in (root / "out" / "ledger.shards").iterdir():
                file.unlink()
        say(f"two workers beside one, {count:,} articles", f"{took[1] / took[2]:.2f} times", "at least 1.8")
        say("ledger and shards, of the run with one worker", f"{spent / took[1]:.2%}", "below 3 %")


@contextlib.contextmanager
def timed(*methods: tuple[type, str]) -> Iterator[dict[str, float]]:
    """Add up the wall seconds that these methods take."""
    spent: dict[str, float] = {}
    before = [(owner, name, getattr(owner, name)) for owner, name in methods]

    def wrap(owner: type, name: str, method: Callable[..., Any]) -> None:
        def measured(*arguments: Any, **named: Any) -> Any:
            started = time.perf_counter()
            try:
                return method(*arguments, **named)
            finally:
                spent[name] = spent.get(name, 0.0) + time.perf_counter() - started

        setattr(owner, name, measured)

    for owner, name, method in before:
        wrap(owner, name, method)
    try:
        yield spent
    finally:
        for owner, name, method in before:
            setattr(owner, name, method)


def start(full: bool) -> None:
    """What a process of the pool needs before its first document, above importing spaCy: processor time."""
    program = (
        "import time, spacy; before = time.process_time(); from pipeline import load; load(); "
        "print(time.process_time() - before)"
    )
    took = min(float(subprocess.check_output([sys.executable, "-c", program])) for _ in range(3))
    say("start-up above importing spaCy", f"{took:.2f} s", "at most 1.5 s")


def poison(full: bool) -> None:
    """One document of 2,048 kills its process."""
    sys.path.insert(0, str(PLUGIN))
    os.environ["PYTHONPATH"] = str(PLUGIN)
    importlib.import_module("trouble")
    stages = [{"clean": {"keep_language": "any"}}, "contacts", "trouble"]
    with place() as root:
        texts = [f"Nummer {n}\n\nRing 070-174 06 {n % 90 + 10}. {'DÖDA' * (n == 1234)}\n" for n in range(2048)]
        folder_of(root / "pages", iter(texts))
        config = configured(root, stages, workers=2)
        _poisoned("process pool", config, How())
        try:
            cluster_of_two = local_cluster()
        except ImportError:
            say("poison, Dask", "not installed", "pip install 'talstreck[dask]'")
            return
        with cluster_of_two as cluster:
            for file in (root / "out").glob("ledger.db*"):
                file.unlink()
            for file in (root / "out" / "ledger.shards").iterdir():
                file.unlink()
            _poisoned("Dask", config, How(engine="dask", scheduler=cluster.scheduler_address))


def local_cluster() -> Any:
    """Return a cluster of two processes that keeps a worker which takes long to come back from its death."""
    dask: Any = importlib.import_module("dask")
    distributed: Any = importlib.import_module("distributed")
    dask.config.set({"distributed.deploy.lost-worker-timeout": "1 hour"})
    cluster: Any = distributed.LocalCluster
    return cluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=":0")


def _poisoned(engine: str, config: Config, how: How) -> None:
    started = time.perf_counter()
    accounts = run(config, how)
    took = time.perf_counter() - started
    lost = accounts.inputs - accounts.endings["ok"]
    say(f"poison, {engine}: lost of 2,048 (in {took:.1f} s)", str(lost), "exactly 1")


def nothing(full: bool) -> None:
    """A finished archive says that nothing is to do."""
    count = 100_000 if full else 10_000
    with place() as root:
        folder_of(root / "pages", (f"Nummer {n}\n\nKommunen bygger en bro.\n" for n in range(count)))
        config = configured(root, [{"clean": {"keep_language": "any"}}])
        run(config)
        started = time.perf_counter()
        accounts: Accounts = run(config)
        assert accounts.nothing_to_do
        say(f"nothing to do in {count:,} documents", f"{time.perf_counter() - started:.1f} s", "below 20 s for 100,000")


def memory(full: bool) -> None:
    """Resident memory of the one worker of a run, from a tenth of the documents to all of them.

    As in any run the pool replaces the worker after so many documents, for spaCy's tables keep the places of words that
    were taken out, and double when these have filled them.
    """
    count = 50_000 if full else 3_000
    sizes: list[tuple[int, int]] = []
    add = Tally.add

    def watched(tally: Tally, done: Any) -> None:
        add(tally, done)
        sizes.append((tally.documents, done.spent.memory))

    with place() as root, mock.patch.object(Tally, "add", watched):
        folder_of(root / "pages", articles(count))
        run(configured(root, FULL_STAGES, workers=1))
    early = next(size for documents, size in sizes if documents >= count // 10)
    late, largest = sizes[-1][1], max(size for documents, size in sizes if documents >= count // 10)
    say(
        f"memory at {count // 10:,} and {count:,} documents",
        f"{early >> 20} and {late >> 20} MB",
        "below 900 MB",
    )
    say("memory's growth to the end", f"{late / early - 1:+.1%}", "below 5 %")
    say("and to its largest between", f"{largest / early - 1:+.1%}", "below 5 %")


BENCHES = {"speed": speed, "start": start, "workers": workers, "poison": poison, "nothing": nothing, "memory": memory}


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--only", nargs="*", choices=list(BENCHES), default=list(BENCHES))
    arguments = parser.parse_args()
    for name in arguments.only:
        BENCHES[name](arguments.full)


if __name__ == "__main__":
    main()
