"""Families, their layouts and press rooms as data; and why a page has no day."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from pipeline.article import Article, Page
from pipeline.stage import STAGES
from pipeline.stages.clean import CleanOptions
from pipeline.stages.clean.families import FamilyError, families, load_family
from pipeline.stages.clean.html import read_html
from pipeline.stages.clean.rooms import RoomData, Rooms, read_rooms
from tests.clean.press_pages.build import press_pages

BODY = """<p class="nyhet-ingress">Bron blir tolv miljoner dyrare.</p><p>Kommunen bygger en ny bro över sundet, och den blir
klar först nästa höst.</p><p>– Vi är besvikna, säger Rut Sandell.</p><p>Kommunens presstjänst</p><p>Maj Ek</p><p>070-174 06 12</p>"""


def page(body: str = BODY, head: str = "") -> str:
    return f"<html lang='sv'><head>{head}</head><body><main><h1>Ny bro dyrare</h1>{body}</main></body></html>"


def read(data: str, rooms: Path | None = None, **known: Any) -> Article:
    options = CleanOptions(rooms=(str(rooms),) if rooms else ())
    return STAGES.get("clean").build(options)(Article(Page(data.encode(), media_type="text/html", **known)))


def notices(article: Article) -> dict[str, str]:
    return {notice.code: notice.message for notice in article.notices}


def test_a_layout_of_the_pages_years_is_what_fires() -> None:
    fired: dict[str, Counter[str]] = {}
    for it in press_pages():
        reading = read_html(it.data.decode(it.layout.codec))
        fired.setdefault(it.layout.name, Counter())[reading.rule] += 1
        layouts = {f"{f.data.family}:{layout.name}": layout for f in families() for layout in f.data.layouts}
        if reading.rule in layouts and it.expected.published:
            assert layouts[reading.rule].valid.holds(it.expected.published), (it.name, reading.rule)
    assert all(len(rules) == 1 for rules in fired.values()), fired
    assert len({rule for rules in fired.values() for rule in rules}) >= 20


def test_every_family_has_a_fingerprint_and_its_selectors_can_be_read() -> None:
    names = [family.data.family for family in families()]
    assert names[-1] == "generic"
    assert {"sitevision", "episerver", "mynewsdesk", "cision", "viatt", "wordpress", "drupal"} <= set(names)
    for family in families()[:-1]:
        assert family.data.fingerprint
        assert len({layout.name for layout in family.data.layouts}) == len(family.data.layouts)


def test_of_two_layouts_the_one_whose_years_hold_the_day_is_taken() -> None:
    data = load_family(
        """{family: x, about: x, layouts: [{name: old, about: x, valid: {until: "2010-12-31"}, fingerprint: [aa]},
        {name: new, about: x, valid: {since: "2011-01-01"}, fingerprint: [bb]}]}""",
        "x.yaml",
    )
    assert [layout.valid.holds("2010-12-31") for layout in data.layouts] == [True, False]
    assert [layout.valid.holds("2011-01-01") for layout in data.layouts] == [False, True]


def test_a_press_room_is_a_few_lines(tmp_path: Path) -> None:
    (tmp_path / "sundet.yaml").write_text(
        "hosts: [sundet.exempel]\nroles: {lead: [.nyhet-ingress]}\ncontact_labels: [kommunens presstjänst]\n",
        encoding="utf-8",
    )
    article = read(page(), tmp_path, url="https://press.sundet.exempel/1")
    assert (article.rule, article.source_name) == ("sundet:generic", "sundet")
    kinds = {article.text[b.start : b.end].split("\n")[0]: (b.kind, b.reason) for b in article.blocks}
    assert kinds["Bron blir tolv miljoner dyrare."] == ("lead", "sundet:.nyhet-ingress")
    assert kinds["Maj Ek"][0] == "contact"
    named = read(page(), tmp_path, name="sundet")
    assert named.rule == "sundet:generic"
    other = read(page(), tmp_path, url="https://sundet.exempel.org/1")
    assert (other.rule, other.source_name) == ("generic", None)


def test_a_changed_press_room_is_another_configuration(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("hosts: [a.exempel]\n", encoding="utf-8")
    before = CleanOptions(rooms=(str(tmp_path),))
    assert CleanOptions(**before.model_dump()) == before
    (tmp_path / "a.yaml").write_text("hosts: [b.exempel]\n", encoding="utf-8")
    assert CleanOptions(rooms=(str(tmp_path),)) != before


def test_the_example_press_room_is_read() -> None:
    article = read(page(), url="https://www.alvsund.exempel/nyheter/bro.html")
    assert (article.rule, article.source_name) == ("alvsund:sitevision", "alvsund")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("hots: [a.exempel]", "hots: unknown key; did you mean 'hosts'?", id="unknown key"),
        pytest.param("family: sitevison", "there is no 'sitevison'; did you mean 'sitevision'?", id="unknown family"),
        pytest.param("roles: {lead: ['.a b']}", "not a selector: '.a b'", id="no selector"),
        pytest.param("name: Å", "name: ", id="name"),
        pytest.param("[", "not valid YAML", id="no yaml"),
    ],
)
def test_a_mistake_in_a_press_room_says_what_and_where(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "rum.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FamilyError, match=r"rum\.yaml") as caught:
        read_rooms([tmp_path])
    assert message in str(caught.value)


def test_two_press_rooms_of_one_name_are_a_mistake(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text("name: rum\n", encoding="utf-8")
    with pytest.raises(FamilyError, match="two sources are called 'rum'"):
        read_rooms([tmp_path])


def test_rooms_without_rooms_cost_nothing_and_odd_addresses_are_no_hosts() -> None:
    rooms = Rooms((RoomData(name="a", hosts=("a.exempel",)),))
    assert rooms.of("https://[x", None) is None
    assert rooms.of(None, None) is None


@pytest.mark.parametrize(
    ("head", "body", "published", "why"),
    [
        pytest.param('<meta name="date" content="2026">', BODY, None, "'2026'", id="the year alone"),
        pytest.param('<meta name="date" content="maj 2026">', BODY, None, "'maj 2026'", id="month and year"),
        pytest.param("", BODY + "<p>Publicerad 11 april</p>", None, "Publicerad 11 april", id="no year"),
        pytest.param("", BODY + "<time datetime='2012-04-11'>a</time><time datetime='2012-04-12'>b</time>", None, "2 times", id="several times"),
        pytest.param("", BODY, None, "nothing on the page", id="nothing"),
        pytest.param('<meta property="article:published_time" content="2012-01-01T00:00:00Z">', BODY + "<p>Publicerad 11 april 2012</p>", "2012-04-11", None, id="a system's first of January"),
        pytest.param('<meta property="article:published_time" content="2012-01-01T08:30:00+01:00">', BODY, "2012-01-01T08:30:00+01:00", None, id="a true first of January"),
    ],
)  # fmt: skip
def test_no_day_is_invented(head: str, body: str, published: str | None, why: str | None) -> None:
    article = read(page(body, head))
    assert article.published_at == published
    assert (why is None) == ("no_date" not in notices(article))
    assert why is None or why in notices(article)["no_date"]


def test_a_day_after_the_fetching_is_doubt() -> None:
    head = '<meta property="article:published_time" content="2031-05-05">'
    article = read(page(head=head), retrieved_at="2026-11-23T08:12:04+00:00")
    assert article.published_at is None
    assert "after the page was fetched" in notices(article)["no_date"]
    tomorrow = '<meta property="article:published_time" content="2026-11-24T00:10:00+14:00">'
    kept = read(page(head=tomorrow), retrieved_at="2026-11-23T08:12:04+00:00")
    assert kept.published_at is not None


@pytest.mark.parametrize(
    ("author", "byline"),
    [("Maja Lans", "Maja Lans"), ("Alvsunds kommun", None), ("admin", None), ("https://a.exempel/maja", None)],
)
def test_a_reporter_is_a_person(author: str, byline: str | None) -> None:
    article = read(page(head=f'<title>Bro | Alvsunds kommun</title><meta name="author" content="{author}">'))
    assert article.byline == byline
    assert ("no_byline" in notices(article)) == (byline is None)


def test_the_docs_tell_every_key() -> None:
    told = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
    for key in RoomData.model_fields:
        assert f"`{key}`" in told, key
    example = told.split("```yaml")[1].split("```")[0]
    assert RoomData.model_validate(yaml.safe_load(example)).name == "alvsund"
