"""Bytes to blocks beside other extractors, in one run on one core: pages per second, body text, leads, memory.

    python -m tests.bench.pages --pages FOLDER [--rounds 3] [--memory 50000]

FOLDER (or the variable PRESS_PAGES) holds collections of real pages that are not part of this project: ``en/`` with
``html/*.html.gz`` and ``ground-truth.json`` (the article extraction benchmark), ``nordic/`` with pages and typed results
of Fundus. What is not there is said and left out. Seconds are of the processor, and every round reads every page with
every extractor, so that what else the machine does falls on all alike.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import resource
import statistics
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pipeline.run.collecting import collect_rarely
from tests.bench.extractors import Extractor, installed, our_articles
from tests.clean.press_pages.build import press_pages
from tests.clean.press_pages.measure import Line, count, share

CORPUS = Path(__file__).resolve().parents[2] / "corpus" / "pages"
_TOKEN = re.compile(r"\w+")
#: Pages of about 60 kB, for the figure of pages a second at that size.
_MIDDLE = range(40_000, 80_000)
_SIZE = 60_000


def main() -> None:
    """Print what was measured."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("--pages", type=Path, default=os.environ.get("PRESS_PAGES") or None)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--memory", type=int, default=50_000, help="pages to watch the memory over; 0 for none")
    asked = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    collect_rarely()  # as a run does, to the good of all extractors
    for name, measure in (("en", english), ("nordic", nordic)):
        if asked.pages is None or not (asked.pages / name).is_dir():
            print(f"{name}: left out; give the folder that holds it as --pages FOLDER or PRESS_PAGES=FOLDER")
        else:
            measure(asked.pages / name, asked.rounds)
    own()
    if asked.memory:
        memory(asked.memory)


def english(folder: Path, rounds: int) -> None:
    """Body text and pages per second on the article extraction benchmark."""
    truth: Mapping[str, Mapping[str, str]] = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    pages = {key: gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes()) for key in sorted(truth)}
    middle = [data for data in pages.values() if len(data) in _MIDDLE]
    mean = statistics.mean(map(len, middle))
    extractors = installed()
    seconds, bodies = timed(extractors, pages, rounds)
    print(f"en: {len(pages)} pages, {statistics.mean(map(len, pages.values())) / 1000:.0f} kB in the mean; one core")
    for extractor in extractors:
        spent = seconds[extractor.name]
        precision, recall, f1 = shingle_scores(
            [(truth[key]["articleBody"], bodies[extractor.name][key]) for key in pages]
        )
        whole = len(pages) / sum(spent.values())
        at_size = mean / _SIZE * len(middle) / sum(spent[key] for key, data in pages.items() if len(data) in _MIDDLE)
        print(
            f"  {extractor.name:25s} {whole:7.1f} pages/s   {at_size:7.1f} pages/s at 60 kB   "
            f"precision {precision:.3f} recall {recall:.3f} F1 {f1:.3f}"
        )
    ours, *others = (sum(seconds[extractor.name].values()) for extractor in extractors)
    for extractor, other in zip(extractors[1:], others, strict=True):
        print(f"  talstreck reads {other / ours:.1f} times as many pages a second as {extractor.name}")


def timed(
    extractors: Sequence[Extractor], pages: Mapping[str, bytes], rounds: int
) -> tuple[dict[str, dict[str, float]], dict[str, dict[str, str]]]:
    """Return the least processor seconds of each page by each extractor, and the bodies."""
    seconds: dict[str, dict[str, float]] = {extractor.name: {} for extractor in extractors}
    bodies: dict[str, dict[str, str]] = {extractor.name: {} for extractor in extractors}
    for _ in range(rounds):
        for extractor in extractors:
            spent = seconds[extractor.name]
            for key, data in pages.items():
                start = time.process_time()
                bodies[extractor.name][key] = extractor.body(data)
                took = time.process_time() - start
                spent[key] = min(spent.get(key, took), took)
    return seconds, bodies


def shingle_scores(pairs: Sequence[tuple[str, str]]) -> tuple[float, float, float]:
    """Precision, recall and F1 as the benchmark has them: of runs of four words, each page with the same weight."""
    precisions, recalls = [], []
    for true, found in pairs:
        wanted, got = _shingles(true), _shingles(found)
        hit = (wanted & got).total()
        if got:
            precisions.append(hit / got.total())
        if wanted:
            recalls.append(hit / wanted.total())
    precision, recall = statistics.mean(precisions), statistics.mean(recalls)
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _TOKEN.findall(text)
    return Counter(tuple(words[n : n + 4]) for n in range(max(1, len(words) - 3)) if words)


def nordic(folder: Path, _: int) -> None:
    """Leads, paragraphs and dash lines on the Nordic pages of Fundus."""
    read = our_articles()
    extractors = installed()
    lines: dict[str, Counter[str]] = {extractor.name: Counter() for extractor in extractors}
    for path in sorted(folder.glob("*.html.gz")):
        data = gzip.decompress(path.read_bytes())
        typed = json.loads((folder / f"{path.name.split('_')[0]}.json").read_text(encoding="utf-8"))
        body = next(iter(typed.values()))["body"]
        paragraphs = [plain(text) for section in body["sections"] for text in section["paragraphs"]]
        leads = [plain(text) for text in body["summary"]]
        for extractor in extractors:
            counts = lines[extractor.name]
            kept = {plain(line) for line in extractor.lines(data)}
            for sort, wanted in (("paragraphs", paragraphs), ("leads", leads), ("dashes", _dashes(paragraphs))):
                counts[f"{sort} kept"] += sum(text in kept for text in wanted)
                counts[sort] += len(wanted)
                for text in wanted:
                    if extractor is extractors[0] and text not in kept:
                        print(f"  {path.name}: not kept: {text[:90]}")
        article = read(data)
        labelled = {plain(article.text[b.start : b.end]) for b in article.blocks if b.kind == "lead"}
        lines["talstreck"]["leads labelled"] += sum(text in labelled for text in leads)
    print("nordic:")
    for name, counts in lines.items():
        said = [f"{sort} {counts[f'{sort} kept']}/{counts[sort]}" for sort in ("paragraphs", "dashes", "leads")]
        label = f"  labelled {counts['leads labelled']}" if name == "talstreck" else ""
        print(f"  {name:25s} {'  '.join(said)}{label}")


def _dashes(paragraphs: Sequence[str]) -> list[str]:
    return [text for text in paragraphs if text[:1] in "–—-"]


def plain(text: str) -> str:
    """Return a line for comparison: one space for any white space."""
    return " ".join(text.split())


def own() -> None:
    """What is kept of our own press pages in many layouts (``corpus/layouts``), and which boilerplate leaks."""
    extractors = installed()
    totals: dict[str, Counter[str]] = {extractor.name: Counter() for extractor in extractors}
    for page in press_pages():
        for extractor in extractors:
            totals[extractor.name] += count(page.expected, [Line(text) for text in extractor.lines(page.data)])
    print("own pages, share kept (boilerplate: leaked):")
    for name, counts in totals.items():
        said = "  ".join(f"{sort} {share(counts, sort):.1%}" for sort in counts if not sort.endswith(" kept"))
        print(f"  {name:25s} {said}")


def memory(pages: int) -> None:
    """Print the memory of the process while it reads many pages, no two of them alike."""
    read = our_articles()
    at = {pages // 10, pages // 2, pages}
    said = []
    for n, data in enumerate(unlike(pages), 1):
        read(data)
        if n in at:
            said.append(f"{n} pages: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    print("memory at most: " + ", ".join(said))


def unlike(count: int) -> Iterator[bytes]:
    """Yield own pages with other words, ids and classes in each, so that nothing can be remembered."""
    originals = [path.read_bytes() for path in sorted(CORPUS.glob("*.html"))]
    for n in range(count):
        data = originals[n % len(originals)]
        marked = data.replace(b'class="', b'class="k%d ' % n).replace(b"<p>", b'<p id="s%d">' % n)
        yield marked.replace(b" och ", b" %d " % n)


if __name__ == "__main__":
    main()
