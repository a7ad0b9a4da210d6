"""Texts full of marks, dashes and cue words in which nobody is quoted: false quotes in 20,000 words."""

from __future__ import annotations

from pathlib import Path

from pipeline import Page, Pipeline

NEGATIVE = Path(__file__).parent.parent.parent / "corpus" / "negative"


def test_false_quotes_in_the_negative_suite(pipeline: Pipeline) -> None:
    words, false = 0, []
    for path in sorted(NEGATIVE.glob("*.txt")):
        outcome = pipeline.outcome(Page(path.read_bytes(), path=path.name, media_type="text/plain"))
        assert outcome.line is not None, (path.name, outcome.message)
        record = pipeline.process(Page(path.read_bytes(), path=path.name, media_type="text/plain"))
        words += len(record.text.split())
        false += [(path.name, q.rule, q.contents[0].text[:60]) for q in record.quotes]
    assert words >= 20_000
    assert len(false) <= 2, false
