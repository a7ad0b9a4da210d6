"""The same story and the same words in several articles: shortened, altered, in any order; never by common words alone."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import Record
from pipeline.archive.command import group_archive
from pipeline.archive.same.groups import group_contents, is_same
from pipeline.archive.same.pieces import Piece, pieces_of
from pipeline.archive.same.store import MemoryGroups, StoreShelf, _put, _write, group_store, with_groups
from pipeline.outputs.sqlite import SqliteOptions, open_store, sqlite
from pipeline.record import read_records

STORY = (
    "Bron över Alvån får inte längre trafikeras av tung trafik. Kommunen har hittat sprickor i två av pelarna. Arbetet med "
    "att laga dem börjar i nästa vecka och väntas pågå till midsommar.\n\n"
    "– Vi räknar med att bron är öppen igen till midsommar om vädret håller, säger Rut Sandell, driftchef.\n\n"
    "Under tiden leds lastbilarna över Lillforsa. Omvägen är två mil lång. Bussarna får köra som vanligt."
)
ABOUT = (
    "\n\nOm Nordvind Energi\n\nNordvind Energi bygger och driver vindkraft i hela Forsland. Bolaget grundades i en lada i Sjövik, "
    "har nittio anställda på fyra orter och ägs av sina kunder, som också väljer styrelsen vid stämman i maj varje år."
)


@pytest.fixture(scope="module")
def make(read: Callable[[str], Record]) -> Callable[[str, str], Record]:
    """Return a record with ids of its own."""

    def made(name: str, text: str) -> Record:
        record = read(text)
        quotes = [q.model_copy(update={"id": f"q1-{name}{n}"}) for n, q in enumerate(record.quotes)]
        return record.model_copy(update={"id": f"a1-{name}", "quotes": quotes})

    return made


def together(records: Sequence[Record]) -> list[list[str]]:
    groups = MemoryGroups()
    groups.add(records)
    return sorted(groups.groups().values())


def test_a_shortened_story_is_the_same(make: Callable[[str, str], Record]) -> None:
    short = STORY.split("\n\n")[0] + "\n\n" + STORY.split("\n\n")[1]
    assert together([make("a", STORY), make("b", short)]) == [["a1-a", "a1-b"], ["q1-a0", "q1-b0"]]


def test_an_altered_story_is_the_same(make: Callable[[str, str], Record]) -> None:
    altered = STORY.replace("hittat sprickor i", "upptäckt sprickor i").replace("två mil", "tjugo kilometer")
    assert ["a1-a", "a1-b"] in together([make("a", STORY), make("b", altered)])


def test_other_news_with_the_same_words_about_the_sender_is_not(make: Callable[[str, str], Record]) -> None:
    one = "Nordvind Energi bygger tolv verk på Storberget. Byggstart blir i maj nästa år." + ABOUT
    other = "Nordvind Energi har utsett en ny ekonomichef. Han heter Bo Ek och kommer från Granvik." + ABOUT
    assert together([make("a", one), make("b", other)]) == []


QUOTES = [
    pytest.param("Ja.", "Ja.", False, id="Ja"),
    pytest.param("Vi är glada.", "Vi är glada.", False, id="Vi är glada"),
    pytest.param(
        "Vi räknar med att bron är öppen igen till midsommar", "Vi räknar med att bron är öppen igen", True, id="kortat"
    ),
    pytest.param(
        "Vi räknar med att bron är öppen igen till midsommar",
        "Vi räknar med att bron kan öppna igen till midsommar",
        False,
        id="för mycket ändrat",
    ),
    pytest.param(
        "Det är en mycket bra lösning för alla", "Den lösningen är mycket bra för oss alla", False, id="omskrivet"
    ),
]


@pytest.mark.parametrize(("one", "other", "same"), QUOTES)
def test_quotes(make: Callable[[str, str], Record], one: str, other: str, same: bool) -> None:
    records = [make(n, f"– {said.rstrip('.')}, säger Rut Sandell.") for n, said in (("a", one), ("b", other))]
    assert (["q1-a0", "q1-b0"] in together(records)) is same


def test_the_same_words_of_two_people_are_two(make: Callable[[str, str], Record]) -> None:
    words = "– Vi räknar med att bron är öppen igen till midsommar, säger"
    assert together([make("a", f"{words} Rut Sandell."), make("b", f"{words} Bo Ek.")]) == []


def quote(article: str, words: str, inner: str | None = None, speaker: str = "rut|sandell") -> Piece:
    return Piece(f"q1-{article}-{words[:9]}", "quote", article, None, tuple(words.split()), speaker, inner)


def test_a_group_of_the_record_stays_one_and_keeps_its_id() -> None:
    long, short = "vi räknar med att bron är öppen till midsommar", "öppen till midsommar"
    groups = grouped([quote("a", long, "g1-inner"), quote("a", short, "g1-inner"), quote("b", long)])
    assert groups == {"g1-inner": ["q1-a-vi räknar", "q1-a-öppen til", "q1-b-vi räknar"]}
    assert grouped([quote("a", "ja", "g1-x"), quote("a", "ja då", "g1-x"), quote("b", "ja")]) == {
        "g1-x": ["q1-a-ja", "q1-a-ja då"]
    }


def grouped(pieces: Sequence[Piece]) -> dict[str, list[str]]:
    """Group pieces one by one."""
    groups = MemoryGroups()
    db = groups._db
    for piece in pieces:
        touched = {piece.content, *_put(db, piece)}
        seen, made = group_contents(StoreShelf(db), piece.kind, touched)
        _write(db, piece.kind, seen, made)
    return groups.groups()


WORDS = "bron är öppen igen till midsommar om vädret håller säger kommunen och alla är glada i dag".split()


@st.composite
def utterances(draw: st.DrawFn) -> list[Piece]:
    made = []
    for n in range(draw(st.integers(1, 12))):
        start, size = draw(st.integers(0, 8)), draw(st.integers(1, 14))
        inner = draw(st.sampled_from([None, None, None, f"g1-{n // 2}"]))
        speaker = draw(st.sampled_from(["rut|sandell", "|sandell", "", "bo|ek"]))
        made.append(
            Piece(f"q1-{n:02}", "quote", f"a{n // 2}", None, tuple(WORDS[start : start + size]), speaker, inner)
        )
    return made


@settings(max_examples=100, deadline=None)
@given(utterances(), st.randoms(use_true_random=False))
def test_any_order_gives_the_same_groups(pieces: list[Piece], rng: random.Random) -> None:
    whole = grouped(pieces)
    mixed = list(pieces)
    rng.shuffle(mixed)
    assert grouped(mixed) == whole


@given(st.lists(st.sampled_from(WORDS), min_size=6, max_size=30), st.integers(0, 10))
def test_what_is_the_same_shares_a_fingerprint(words: list[str], cut: int) -> None:
    one = Piece("q1", "quote", "a", None, tuple(words), "bo|ek")
    other = Piece("q2", "quote", "b", None, tuple(words[cut:]), "bo|ek")
    assert is_same(one, other) == is_same(other, one)
    if len(other.words) >= 6:
        assert is_same(one, other)
        assert one.prints & other.prints


def test_the_store_and_the_stream(tmp_path: Path, make: Callable[[str, str], Record]) -> None:
    records = [make("a", STORY), make("b", STORY.split("\n\n")[0]), make("c", "– Något helt annat hände, säger Bo Ek.")]
    lines, store = tmp_path / "r.jsonl", tmp_path / "press.db"
    lines.write_text("".join(r.to_json() + "\n" for r in records), encoding="utf-8")
    (told,) = group_archive(lines, str(tmp_path / "out.jsonl"), False)
    assert "2 articles are printings of 1 story;" in told
    out = list(read_records(tmp_path / "out.jsonl"))
    assert out[0].group_id == out[1].group_id is not None
    assert out[2].group_id is None
    for batch in (records[1:], records[:1]):
        output = sqlite(SqliteOptions(path=str(store)))
        for record in batch:
            output.write(record, record.to_json())
        output.close()
        list(group_archive(store, None, False))
    with closing(open_store(store)) as db:
        ids = dict(db.execute("select member_id, group_id from group_members where kind = 'article'"))
        assert ids["a1-a"] == ids["a1-b"] == out[0].group_id
        with db:
            db.execute("delete from articles where id = 'a1-b'")
        assert group_store(db).stories == 0
        assert db.execute("select count(*) from groups").fetchone() == (0,)


def test_the_record_keeps_its_shape(make: Callable[[str, str], Record]) -> None:
    record = make("a", STORY)
    assert with_groups(record, MemoryGroups()).to_json() == record.to_json()
    assert [p.kind for p in pieces_of(record)] == ["article", "quote"]
    assert Piece.from_row(next(pieces_of(record)).to_row()) == next(pieces_of(record))
