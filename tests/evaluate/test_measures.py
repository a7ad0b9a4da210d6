"""The scorer, on cases worked by hand."""

from __future__ import annotations

from collections.abc import Callable

from pipeline import Record
from pipeline.evaluate.gold import GoldFigure, GoldPage, GoldPerson, GoldQuote
from pipeline.evaluate.measures import Score, interval, locate, pair_up, score_page, speaker_right


def test_precision_recall_and_f1() -> None:
    score = Score(right=6, made_up=2, missed=4)
    assert (score.precision, score.recall) == (0.75, 0.6)
    assert round(score.f1, 4) == 0.6667
    assert Score(0, 0, 0).f1 == 1.0


def test_pairs_are_one_to_one_greatest_first() -> None:
    assert pair_up([[0.9, 0.8], [0.85, 0.0]]) == [(0, 0)]
    assert pair_up([[0.5, 0.9], [0.9, 0.0]]) == [(0, 1), (1, 0)]
    assert pair_up([]) == []


def test_gold_words_are_found_whatever_the_space() -> None:
    text = "Vi är klara.\n\nVi är\u00a0klara, säger hon."
    assert locate(text, ["Vi är klara", "säger hon"]) == [(0, 11), (27, 36)]


def test_a_page(read: Callable[[str], Record]) -> None:
    record = read("– Vi bygger 300 lägenheter, säger Maja Tornberg, stadsarkitekt.\n\n– Det är bra, säger Bo Ek.")
    gold = GoldPage(
        page="t.txt",
        people=[GoldPerson(name="Maja Tornberg", role="stadsarkitekt"), GoldPerson(name="Siv Lund")],
        quotes=[
            GoldQuote(kind="direct", contents=["Vi bygger 300 lägenheter"], speaker="Maja Tornberg"),
            GoldQuote(kind="direct", contents=["Det är bra"], speaker="Siv Lund"),
        ],
        figures=[GoldFigure(text="300 lägenheter", value="300")],
    )
    page = score_page(gold, record)
    assert page.scores["quotes direct"] == Score(2, 0, 0)
    assert page.scores["end-to-end direct"] == Score(1, 1, 1)
    assert page.scores["people"] == Score(1, 1, 1)
    assert page.scores["figures with value"] == Score(1, 0, 0)
    assert "person missed: Siv Lund" in page.errors


def test_an_unknown_speaker_is_right_where_the_gold_knows_none(read: Callable[[str], Record]) -> None:
    quote = read("– Det är bra, säger Bo Ek.").quotes[0]
    assert not speaker_right(GoldQuote(kind="direct", contents=["Det är bra"], speaker=None), quote)
    assert speaker_right(GoldQuote(kind="direct", contents=["Det är bra"], speaker="Bo Ek"), quote)


def test_the_interval_holds_the_figure() -> None:
    pages = [Score(3, 1, 0), Score(2, 0, 2), Score(5, 1, 1)]
    low, high = interval(pages)
    assert low <= sum(pages, Score(0, 0, 0)).f1 <= high
