"""What each stage costs beside `language`, over our own articles: one core, the better of two rounds.

python -m tests.bench.stages
"""

from __future__ import annotations

import time
from collections import defaultdict
from pathlib import Path

from pipeline import Page, load
from pipeline.article import Article
from pipeline.stage import Skip

ARTICLES = Path(__file__).parent.parent.parent / "corpus" / "articles"
ROUNDS = 2


def main() -> None:
    """Print seconds and share of each stage, and articles and words per second."""
    reader = load()
    pages = [
        Page(path.read_bytes(), path=path.name, media_type="text/plain") for path in sorted(ARTICLES.glob("*.txt"))
    ]
    best: dict[str, float] = {}
    words = 0
    for _ in range(ROUNDS):
        spent: dict[str, float] = defaultdict(float)
        words = 0
        for page in pages:
            article = Article(page)
            try:
                for name, stage in reader.stages:
                    start = time.perf_counter()
                    article = stage(article)
                    spent[name] += time.perf_counter() - start
            except Skip:
                continue
            words += len(article.text.split())
        for name, seconds in spent.items():
            best[name] = min(best.get(name, seconds), seconds)
    total = sum(best.values())
    for name, seconds in best.items():
        print(f"{name:10s} {seconds:7.3f} s  {seconds / best['language']:7.1%} of language")
    pair = (best["quotes"] + best["speakers"]) / best["language"]
    print(f"quotes and speakers together {pair:.1%} of language (at most 15 %)")
    print(f"{len(pages) / total:.0f} articles/s, {words / total:,.0f} words/s, one core")


if __name__ == "__main__":
    main()
