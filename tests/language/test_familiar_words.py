"""Words of several articles keep their tokens from one memory zone to the next, and tokens are what they were."""

from __future__ import annotations

import pytest
import spacy

from pipeline.stages.language import spacy_engine
from pipeline.stages.language.spacy_engine import TextReader
from pipeline.stages.language.tokens import build_tokenizer
from tests.bench.archive_articles import articles

TEXTS = [
    *articles(5),
    "Vi (alla 12) ses kl. 9.30 på Storgatan 4 B, t.ex. vid a.b@exempel.se!",
    "Kostar 100 kr. Det säger\u00a0Bo Ek,VD.",
]


@pytest.fixture
def reader() -> TextReader:
    nlp = spacy.blank("sv")
    build_tokenizer(nlp)
    return TextReader(nlp)


def words(reader: TextReader) -> list[list[str]]:
    return [[token.text_with_ws for token in reader(text)] for text in TEXTS]


def test_tokens_are_the_same_in_every_zone(reader: TextReader) -> None:
    before = words(reader)
    for _ in range(3):
        with reader.memory_zone():
            assert words(reader) == before
            words(reader)  # again, so that every word is met twice
    assert words(reader) == before


def test_only_words_of_several_articles_are_kept_and_only_so_many(
    reader: TextReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    with reader.memory_zone():
        reader("Bron öppnar i Alvsund.")
        reader("Skolan i Alvsund öppnar nu. Skolan stänger.")
    assert reader._familiar == {"i", "öppnar"}  # "Alvsund." and "Alvsund" are two
    monkeypatch.setattr(spacy_engine, "_MOST_FAMILIAR", 3)
    for text in ("ett två tre fyra", "ett två tre fyra"):
        with reader.memory_zone():
            reader(text)
            reader(text)
    assert len(reader._familiar) == 3


def test_nothing_is_counted_outside_a_zone(reader: TextReader) -> None:
    reader("Bron öppnar.")
    reader("Bron öppnar.")
    with reader.memory_zone():
        pass
    assert not reader._familiar
