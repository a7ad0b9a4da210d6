"""Filters, facets, order, forms and suggestions over a small store of invented articles."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pipeline import Page, Pipeline
from pipeline.outputs.sqlite import SqliteOptions, sqlite
from pipeline.search.filters import FilterError, Filters
from pipeline.search.query import Request, matching, search
from pipeline.store.opening import open_for_reading

ARTICLES = {
    "2024-03-14": (
        "Alvsundsbladet",
        """– Bron håller i 40 år, säger Maja Tornberg, projektledare på Alvsunds kommun.

– Elprisstödet räcker inte, säger Bo Ek (S), kommunalråd i Alvsund.

Maja Tornberg, telefon 070-174 06 12.""",
    ),
    "2023-11-02": (
        "Kustposten",
        """– Broarna rostar, säger Johanna Öberg, ingenjör på Alvsunds kommun.

– Vi bygger nytt i hamnen och räknar med många besökare, säger Bo Ek (S), kommunalråd i Alvsund.""",
    ),
    "2022-01-20": (
        "Kustposten",
        """Skolan väntar på besked, enligt rektor Johan Berg.

– Skolorna ska vara trygga, säger Lena Berga.""",
    ),
}


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> Iterator[sqlite3.Connection]:
    path = Path(tmp_path_factory.mktemp("filters")) / "press.db"
    output = sqlite(SqliteOptions(path=str(path)))
    for n, (day, (source, text)) in enumerate(ARTICLES.items()):
        page = Page(f"Nytt från Alvsund\n\n{text}".encode(), path=f"{n}.txt", name=source, media_type="text/plain")
        record = pipeline.process(page)
        dated = record.source.model_copy(update={"published_at": day})
        record = record.model_copy(update={"source": dated})
        output.write(record, record.to_json())
    output.close()
    with closing(open_for_reading(path)) as opened:
        yield opened


def speakers(db: sqlite3.Connection, words: str = "", *, exact: bool = False, **filters: object) -> list[str | None]:
    found = search(db, Request(words, Filters(**filters), exact=exact))  # type: ignore[arg-type]
    return [hit.speaker for hit in found.hits]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param("bro", {"Maja Tornberg", "Johanna Öberg"}, id="all forms of bro"),
        pytest.param("broar", {"Maja Tornberg", "Johanna Öberg"}, id="from an inflected form"),
        pytest.param("”bron”", {"Maja Tornberg"}, id="a phrase is literal"),
        pytest.param("bygga", {"Bo Ek"}, id="a verb's present"),
        pytest.param("*stöd*", {"Bo Ek"}, id="a part of a compound"),
        pytest.param("*stödet", {"Bo Ek"}, id="the end of a compound"),
        pytest.param("elpris*", {"Bo Ek"}, id="the beginning of a compound"),
        pytest.param("Johanna", {"Johanna Öberg"}, id="Johanna is not Johan"),
        pytest.param("Berga", {"Lena Berga"}, id="Berga is not Berg"),
        pytest.param("bro ELLER skola", {"Maja Tornberg", "Johanna Öberg", "Lena Berga"}, id="or"),
        pytest.param("bro -rosta", {"Maja Tornberg"}, id="not, with its forms"),
        pytest.param("bygga NÄRA/3 hamn", {"Bo Ek"}, id="near, with forms"),
        pytest.param("bygga NÄRA/1 besökare", set(), id="not so near"),
        pytest.param("talare:Öberg", {"Johanna Öberg"}, id="the speaker's column"),
        pytest.param("O\u0308berg", {"Johanna Öberg"}, id="a decomposed Ö"),
    ],
)
def test_words(db: sqlite3.Connection, words: str, found: set[str]) -> None:
    assert set(speakers(db, words)) - {"Johan Berg"} == found


def test_words_as_typed(db: sqlite3.Connection) -> None:
    assert speakers(db, "bro", exact=True) == []
    assert speakers(db, "bron", exact=True) == ["Maja Tornberg"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        pytest.param({"speaker": ("Bo Ek",)}, 2, id="a speaker"),
        pytest.param({"speaker": ("öberg",)}, 1, id="a part of a name"),
        pytest.param({"speaker": ("oberg",)}, 0, id="oberg is not öberg"),
        pytest.param({"organisation": ("Alvsunds kommun",)}, 2, id="a body"),
        pytest.param({"party": ("S",)}, 2, id="a party"),
        pytest.param({"party": ("S",), "source": ("Kustposten",)}, 1, id="facets add up"),
        pytest.param(
            {"source": ("Kustposten", "Alvsundsbladet"), "kind": ("direct",)}, 5, id="values are alternatives"
        ),
        pytest.param({"without": (("source", "Kustposten"),)}, 2, id="excluded"),
        pytest.param({"kind": ("direct",), "without": (("party", "S"),)}, 3, id="what has no party stays"),
        pytest.param({"since": "2024"}, 2, id="from a year"),
        pytest.param({"since": "2023-11", "until": "2023-11-02"}, 2, id="a span"),
        pytest.param({"has_phone": True}, 1, id="whom one can ring"),
        pytest.param({"confidence": ("low",), "min_confidence": 0.99}, 0, id="sure and unsure"),
    ],
)
def test_filters(db: sqlite3.Connection, filters: dict[str, object], found: int) -> None:
    request = Request("", Filters(**filters), limit=50)  # type: ignore[arg-type]
    assert search(db, request).total == found
    assert len(list(matching(db, request, batch=2))) == found


def test_facets_count_the_selection(db: sqlite3.Connection) -> None:
    facets = search(db, Request("", Filters(party=("S",)))).facets
    assert [(c.value, c.quotes) for c in facets["speaker"]] == [("Bo Ek", 2)]
    assert [(c.value, c.quotes) for c in facets["year"]] == [("2024", 1), ("2023", 1)]
    everything = search(db, Request()).facets["source"]
    assert {c.value for c in everything} == {"Kustposten", "Alvsundsbladet"}


def test_order_and_pages(db: sqlite3.Connection) -> None:
    latest = search(db, Request(order="date", limit=50)).hits
    days = [hit.published_at or "" for hit in latest]
    assert days == sorted(days, reverse=True)
    paged: list[str] = []
    cursor = None
    for _ in range(10):
        page = search(db, Request(order="date", limit=2, cursor=cursor))
        paged += [hit.id for hit in page.hits]
        cursor = page.cursor
        if cursor is None:
            break
    assert paged == [hit.id for hit in latest]
    with pytest.raises(FilterError, match="begin again"):
        search(db, Request(cursor="hm"))


def test_marks_stand_on_the_words(db: sqlite3.Connection) -> None:
    (hit,) = search(db, Request("rosta")).hits
    assert [hit.text[start:end] for start, end in hit.marks] == ["rostar"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        pytest.param("Oberg", "Öberg", id="without its dots"),
        pytest.param("elprisstodet", "elprisstödet", id="without its dots, a word"),
        pytest.param("Tornbreg", "Tornberg", id="letters turned round"),
        pytest.param("xyzzy", None, id="nothing near"),
    ],
)
def test_meant(db: sqlite3.Connection, typed: str, meant: str | None) -> None:
    found = search(db, Request(typed))
    assert (found.hits, found.meant) == ((), meant)


@pytest.mark.parametrize("filters", [{"since": "igår"}, {"confidence": ("x",)}, {"without": (("spealker", "x"),)}])
def test_what_cannot_be_asked(db: sqlite3.Connection, filters: dict[str, object]) -> None:
    with pytest.raises(FilterError):
        search(db, Request("", Filters(**filters)))  # type: ignore[arg-type]


def test_hostile_values_are_values(db: sqlite3.Connection) -> None:
    hostile = "x'); drop table quotes; --"
    for facet in ("speaker", "organisation", "role", "source", "place"):
        assert search(db, Request("", Filters(**{facet: (hostile,)}))).hits == ()  # type: ignore[arg-type]
    assert db.execute("select count(*) from quotes").fetchone()[0] >= 5
