"""Any order of articles and any split into increments: the same identities with the same ids. Corrections always win."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.archive.link.corrections import CorrectionError, Corrections, read_corrections
from pipeline.archive.link.memory import MemoryLinks, link_mentions
from pipeline.archive.link.mentions import Mention
from tests.archive.conftest import person
from tests.bench.linking import mentions as synthetic

NAMES = "Anna Ek|Anna Ek Lund|Anna Lund|A. Ek|Ek|Anna Ek junior|Rolf Tängdén|Rolf Tengdén|Bo Wiktorin|Bosse Wiktorin|Disa Munther"
TOKENS = (
    "body:ekskolan role:rektor office:rektor@ekskolan place:alvsund place:sjövik home:sjövik home:alvsund party:M party:S "
    "person:siv|norling role:lärare source:bladet contact:+46701740612"
)


@st.composite
def archives(draw: st.DrawFn) -> list[Mention]:
    """Mentions of a few names that share much."""
    made = []
    for article in range(draw(st.integers(1, 14))):
        names = draw(st.lists(st.sampled_from(NAMES.split("|")), min_size=1, max_size=3, unique=True))
        for name in names:
            tokens = draw(st.lists(st.sampled_from(TOKENS.split()), max_size=6, unique=True))
            born = draw(st.sampled_from([None, None, 1950, 1951, 1980]))
            former = draw(st.sampled_from([(), (), ("ek",)])) if "Ek" not in name else ()
            made.append(person(f"a{article:02}", name, *tokens, born=born, former=former))
    return made


def state(links: MemoryLinks) -> object:
    """Everything that a reader sees."""
    identities = [(i.id, i.name, [m.id for m in i.mentions], sorted(map(repr, i.edges))) for i in links.identities]
    return identities, links.maybes


def in_parts(mentions: Sequence[Mention], cuts: Iterable[int], corrections: Corrections | None = None) -> MemoryLinks:
    """Link increment by increment."""
    links = MemoryLinks(corrections)
    edges = [0, *sorted(cuts), len(mentions)]
    for start, end in pairwise(edges):
        links.add(mentions[start:end])
    return links


@settings(max_examples=150, deadline=None)
@given(archives(), st.randoms(use_true_random=False), st.lists(st.integers(0, 40), max_size=4))
def test_order_and_increments_make_no_difference(mentions: list[Mention], rng: random.Random, cuts: list[int]) -> None:
    whole = state(link_mentions(mentions))
    mixed = list(mentions)
    rng.shuffle(mixed)
    assert state(in_parts(mixed, [min(cut, len(mixed)) for cut in cuts])) == whole


def test_order_and_increments_make_no_difference_to_a_large_archive() -> None:
    mentions = [m for m, _ in synthetic(600)]
    whole = state(link_mentions(mentions))
    rng = random.Random(3)
    for _ in range(2):
        rng.shuffle(mentions)
        assert state(in_parts(mentions, [rng.randrange(len(mentions)) for _ in range(5)])) == whole


@settings(max_examples=100, deadline=None)
@given(archives(), st.data())
def test_corrections_always_win(mentions: list[Mention], data: st.DataObject) -> None:
    ids = sorted(m.id for m in mentions)
    pick = st.lists(st.sampled_from(ids), min_size=2, max_size=3, unique=True)
    merged = data.draw(pick) if len(ids) > 1 else []
    split = [i for i in ids if i not in merged][:2]
    corrections = Corrections((tuple(merged),) if merged else (), ((split[0], split[1]),) if len(split) > 1 else ())
    links = in_parts(mentions, [len(mentions) // 2], corrections)
    owner = {m.id: i.id for i in links.identities for m in i.mentions}
    assert len({owner[i] for i in merged}) <= 1
    assert all(owner[a] != owner[b] for a, b in corrections.splits)
    assert state(link_mentions(mentions[::-1], corrections)) == state(links)


def test_a_merge_wins_over_what_evidence_joined_under_each_name() -> None:
    names = ["Rolf Tängdén", "Rolf Tengdén"] * 2
    one, two, three, four = (person(f"a{n}", name, "body:ekskolan") for n, name in enumerate(names))
    links = link_mentions([one, two, three, four], Corrections(((one.id, two.id),), ((three.id, four.id),)))
    owner = {m.id: i.id for i in links.identities for m in i.mentions}
    assert owner[one.id] == owner[two.id]
    assert owner[three.id] != owner[four.id]


@settings(max_examples=60, deadline=None)
@given(archives())
def test_no_identity_holds_a_contradiction(mentions: list[Mention]) -> None:
    for identity in link_mentions(mentions).identities:
        for one, other in combinations(identity.mentions, 2):
            assert one.article != other.article
            assert one.born is None or other.born is None or abs(one.born - other.born) <= 2


def test_later_articles_leave_an_id_alone() -> None:
    mentions = [person(f"a{n}", "Disa Munther", "place:alvsund") for n in range(3)]
    early = [replace(m, day=f"2010-01-0{n + 1}") for n, m in enumerate(mentions)]
    late = replace(person("0", "Disa Munther", "place:alvsund"), day="2020-01-01")
    assert link_mentions(early).identities[0].id == link_mentions([*early, late]).identities[0].id


A, B, C = "p1-0123456789ab", "p1-abcdef012345", "p1-00000000aaaa"
MISTAKES = [
    pytest.param("merg:\n  - [x, y]\n", "c.yaml:1: merg: unknown key; did you mean 'merge'?", id="okänd nyckel"),
    pytest.param(f"merge:\n  - [{A}]\n", "c.yaml:2: merge: expected two ids or more", id="bara ett id"),
    pytest.param(
        f"merge:\n  - [{A}, Anna Ek]\n", "c.yaml:2: merge: 'Anna Ek' is no id", id="ett namn i stället för id"
    ),
    pytest.param(
        f"merge:\n  - [{A}, o1-0123456789ab]\n",
        "c.yaml:2: merge: a person (p1-…) and a body",
        id="person och organisation",
    ),
    pytest.param(f"split:\n  - [{A}, {A}]\n", "c.yaml:2: split: the same id stands twice", id="samma id två gånger"),
    pytest.param(
        f"merge:\n  - [{A}, {B}]\n  - [{B}, {C}]\nsplit:\n  - [{A}, {C}]\n",
        f"c.yaml:5: split: {A} and {C} are one by the merge at",
        id="delat och sammanslaget",
    ),
    pytest.param("merge: no\n", "c.yaml:1: merge: expected a list of lists", id="ingen lista"),
    pytest.param("- a\n", "c.yaml:1: expected 'merge:' and 'split:'", id="lista överst"),
    pytest.param("merge: [\n", "not valid YAML", id="trasig YAML"),
]


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_a_mistake_in_corrections(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorrectionError) as caught:
        read_corrections(path)
    assert message in str(caught.value)


def test_what_is_one_with_the_one_is_not_the_other(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(f"merge:\n  - [{A}, {B}]\nsplit:\n  - [{B}, {C}]\n", encoding="utf-8")
    made = read_corrections(path)
    assert made.merges == ((A, B),)
    assert set(made.splits) == {(C, A), (C, B)}
    path.write_text("", encoding="utf-8")
    assert read_corrections(path) == Corrections()
