"""Quotes and speakers in time proportional to the text's length, whatever it is full of: three sizes, each twice the last."""

from __future__ import annotations

import time

import pytest

from pipeline import Page, load
from pipeline.article import Article
from pipeline.config import default_config
from pipeline.run import Pipeline

#: Units that a text may be made of; each names what a careless rule would compare with everything else.
UNITS = [
    pytest.param("– Hej du. ", id="dashes inside one paragraph"),
    pytest.param("– Det är bra, säger Bo Ek.\n\n", id="dash paragraphs"),
    pytest.param("”Ja”, ", id="marks"),
    pytest.param("säger Bo Ek ", id="cues and names"),
    pytest.param("– Det är bra, säger Bo Ek. Det går. ", id="frames in flattened text"),
    pytest.param("Ek: ja ", id="colons"),
    pytest.param("enligt Bo Ek ", id="enligt"),
]
SIZES = (1500, 3000, 6000)


@pytest.fixture(scope="module")
def reader() -> Pipeline:
    return load(default_config().with_option("clean", "keep_language", "any"))


def seconds(reader: Pipeline, text: str) -> float:
    """Return how long the two stages take for a text, the least of two runs."""
    article = Article(Page(text.encode(), path="x.txt", media_type="text/plain"))
    stages = dict(reader.stages)
    for name, stage in reader.stages:
        if name not in ("quotes", "speakers"):
            article = stage(article)
    best = float("inf")
    for _ in range(2):
        start = time.perf_counter()
        stages["speakers"](stages["quotes"](article))
        best = min(best, time.perf_counter() - start)
    return best


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_length(reader: Pipeline, unit: str) -> None:
    small, middle, large = (seconds(reader, "Rubrik\n\n" + unit * size) for size in SIZES)
    # four times the text in at most eight times the time: a quadratic rule would take sixteen
    assert large < 8 * small + 0.3, (small, middle, large)
