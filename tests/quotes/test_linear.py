"""Quotes and speakers in time proportional to the text's length, whatever it is full of: two sizes, one eight times the other."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Page, load
from pipeline.article import Article
from pipeline.config import default_config
from pipeline.run import Pipeline
from tests.growth import check_growth

#: Units that a text may be made of; each names what a careless rule would compare with everything else.
UNITS = [
    pytest.param("– Hej du. ", id="dashes inside one paragraph"),
    pytest.param("– Det är bra, säger Bo Ek.\n\n", id="dash paragraphs"),
    pytest.param("”Ja”, ", id="marks"),
    pytest.param("säger Bo Ek ", id="cues and names"),
    pytest.param("– Det är bra, säger Bo Ek. Det går. ", id="frames in flattened text"),
    pytest.param("Ek: ja ", id="colons"),
    pytest.param("enligt Bo Ek ", id="enligt"),
    pytest.param("Bo Ek säger sig ", id="of oneself"),
    pytest.param("säger att det och hälften ", id="parts of a group"),
    pytest.param("säger att – vilket, något ", id="comments"),
    pytest.param("kallar den ”stor” ", id="what things are called"),
    pytest.param(", var det enda hon ", id="all that was said"),
    pytest.param("``>>,,* ", id="marks typed as two characters"),
    pytest.param("Norrposten: Hur? ", id="turns of a paper"),
    pytest.param("ett sms från Bo ”ja”, står det. ", id="letters"),
    pytest.param("Grannar hör att det går, menar de. ", id="they"),
]


@pytest.fixture(scope="module")
def reader() -> Pipeline:
    return load(default_config().with_option("clean", "keep_language", "any"))


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_length(reader: Pipeline, unit: str) -> None:
    stages = dict(reader.stages)

    def job(size: int) -> Callable[[], object]:
        article = Article(Page(("Rubrik\n\n" + unit * size).encode(), path="x.txt", media_type="text/plain"))
        for name, stage in reader.stages:
            if name not in ("quotes", "speakers"):
                article = stage(article)
        return lambda: stages["speakers"](stages["quotes"](article))

    check_growth(job, 750)
