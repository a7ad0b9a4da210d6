"""The pages as a browser without JavaScript gets them."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree
from starlette.testclient import TestClient

from pipeline import Pipeline
from pipeline.data import data_path
from pipeline.reviews.file import ReviewFile
from pipeline.store.deleted import mark_deleted
from pipeline.store.opening import open_store
from pipeline.web.render import texts
from pipeline.web.site import Reach, Site
from tests.web.conftest import build_store, client_of, csrf_of, tree_of


def words(response: object) -> str:
    tree = tree_of(response)
    for hidden in tree.xpath("//script | //style | //title"):
        hidden.drop_tree()
    return " ".join(tree.text_content().split())


def test_the_first_page_has_search_and_overview(client: TestClient) -> None:
    page = client.get("/")
    assert page.status_code == 200
    told = words(page)
    assert "Vem har sagt vad" in told
    assert "Oftast citerade Bo Ek" in told
    assert "Alvsundsbladet" in told
    tree = tree_of(page)
    assert tree.xpath("//form[@action='/sok']//input[@name='q']")
    assert len(tree.xpath("//figure//rect")) == 3


@pytest.mark.parametrize(
    ("address", "found"),
    [
        pytest.param("q=bro", ["Maja Tornberg", "Johanna Öberg"], id="inflections"),
        pytest.param("q=bro&source=Kustposten", ["Johanna Öberg", "Maja Tornberg"], id="a facet"),
        pytest.param("q=bro&without=speaker%3DMaja+Tornberg", ["Johanna Öberg"], id="a facet excluded"),
        pytest.param("speaker=Bo+Ek&since=2024", ["Bo Ek"], id="a day"),
        pytest.param("has_phone=1", ["Maja Tornberg"], id="whom one can ring"),
        pytest.param("q=finnsinte", [], id="nothing"),
    ],
)
def test_results(client: TestClient, address: str, found: list[str]) -> None:
    tree = tree_of(client.get(f"/sok?{address}"))
    speakers = [
        node.text_content() for node in tree.xpath("//article[contains(@class, 'hit')]//*[@class='speaker-name']")
    ]
    assert set(speakers) == set(found)


def test_results_mark_what_was_found_and_link_everything(client: TestClient, ids: dict[str, str]) -> None:
    page = client.get("/sok?q=rosta")
    tree = tree_of(page)
    assert [mark.text for mark in tree.xpath("//mark")] == ["rostar"]
    links = tree.xpath("//article//a/@href")
    assert links[0] == f"/citat/{ids['Broarna Johanna Öberg']}"
    assert all(client.get(link).status_code == 200 for link in links)


def test_meant(client: TestClient) -> None:
    assert "Menade du Öberg?" in words(client.get("/sok?q=Oberg"))


def test_facets_are_links_that_narrow(client: TestClient) -> None:
    tree = tree_of(client.get("/sok?q=bro"))
    (only,) = tree.xpath("//aside//a[@aria-label='Bara Johanna Öberg']/@href")
    narrowed = tree_of(client.get(only))
    assert len(narrowed.xpath("//article")) == 1
    (back,) = narrowed.xpath("//ul[@class='chosen']//a/@href")
    assert len(tree_of(client.get(back)).xpath("//article")) == len(tree.xpath("//article"))


def test_an_article_is_its_text_letter_by_letter(client: TestClient, ids: dict[str, str]) -> None:
    tree = tree_of(client.get(f"/artikel/{ids['Ny bro över Alvsundet']}"))
    (story,) = tree.xpath("//article")
    for extra in story.xpath(".//*[@class='kicker'] | .//a[contains(@class, 'ref')]"):
        extra.drop_tree()
    said = " ".join(story.text_content().split())
    assert (
        "– Bron håller i minst 40 år om vi sköter den, säger Maja Tornberg, projektledare på Alvsunds kommun." in said
    )
    quotes = ["".join(node.itertext()) for node in story.xpath(".//span[contains(@class, 'quote')]")]
    assert "".join(quotes).startswith("Bron håller i minst 40 år om vi sköter den")
    assert story.xpath(".//span[contains(@class, 'phone')]/a/@href") == ["tel:+46701740612"]
    colours = [
        next(c for c in node.get("class").split() if re.fullmatch(r"s\d", c))
        for node in story.xpath(".//span[contains(@class, 'speaker')]")
    ]
    assert len(set(colours)) == 2


def test_a_quote_has_source_printings_and_review(client: TestClient, ids: dict[str, str]) -> None:
    page = client.get(f"/citat/{ids['Bron Maja Tornberg']}")
    told = words(page)
    assert (
        "”Bron håller i minst 40 år om vi sköter den” – Maja Tornberg, projektledare, Alvsunds kommun. Ny bro över Alvsundet (Alvsundsbladet, 14 mars 2024, https://alvsundsbladet.example/ny-bro)"
        in told
    )
    assert "Bron igen" in told
    tree = tree_of(page)
    marked = tree.xpath("//a[@itemprop='isBasedOn']/@href")
    assert marked == [
        "https://alvsundsbladet.example/ny-bro#:~:text=Bron%20h%C3%A5ller%20i%20minst%2040%20%C3%A5r%20om%20vi%20sk%C3%B6ter%20den"
    ]
    assert len(tree.xpath("//form[contains(@action, 'granska')]")) >= 4


def test_a_page_that_is_no_more_is_told(tmp_path: Path, pipeline: Pipeline, ids: dict[str, str]) -> None:
    path = build_store(tmp_path / "press.db", pipeline)
    with closing(open_store(path)) as db:
        mark_deleted(db, [ids["Hamnen byggs ut"]])
    site = Site(path, ReviewFile(tmp_path / "r.db"), reach=Reach(hosts=("testserver",)))
    client = client_of(site)
    for page in (f"/artikel/{ids['Hamnen byggs ut']}", f"/citat/{ids['Vi Bo Ek']}"):
        assert "Sidan är borttagen hos källan." in words(client.get(page))
    assert "borttagen hos källan" not in words(client.get(f"/artikel/{ids['Bron igen']}"))
    site.close()


def test_a_person_over_articles(client: TestClient, ids: dict[str, str]) -> None:
    told = words(client.get(f"/person/{ids['Bo Ek']}"))
    assert "Bo Ek 2 citat · 2 november 2023 – 14 mars 2024" in told
    assert "kommunalråd" in told
    assert "Maja Tornberg" in told.partition("Citeras tillsammans med")[2]
    assert "070-174 06 12" in words(client.get(f"/person/{ids['Maja Tornberg']}"))


def test_a_body_over_articles(client: TestClient, ids: dict[str, str]) -> None:
    told = words(client.get(f"/organisation/{ids['Alvsunds kommun']}"))
    assert "Talar för" in told
    assert "Johanna Öberg" in told


def test_a_mention_leads_to_the_identity(client: TestClient, ids: dict[str, str], store: Path) -> None:
    with sqlite3.connect(store) as db:
        (mention,) = db.execute("select id from people where name = 'Bo Ek' limit 1").fetchone()
    answer = client.get(f"/person/{mention}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/person/{ids['Bo Ek']}")


def test_searches_are_kept_and_have_a_feed(client: TestClient) -> None:
    sent = {"csrf": csrf_of(client), "query": "q=bro&source=Kustposten", "name": "Broarna"}
    assert client.post("/bevakningar", data=sent).status_code == 303
    tree = tree_of(client.get("/bevakningar"))
    (address,) = tree.xpath("//a[@type='application/atom+xml']/@href")
    feed = client.get(address)
    assert feed.headers["content-type"].startswith("application/atom+xml")
    root: Any = etree.fromstring(feed.content)
    titles = root.xpath("//a:entry/a:title/text()", namespaces={"a": "http://www.w3.org/2005/Atom"})
    assert titles == ["Maja Tornberg: Bron håller i minst 40 år om vi sköter den", "Johanna Öberg: Broarna rostar"]
    assert client.get(address.partition("?")[0]).status_code == 404
    key = address.split("/")[2].partition(".")[0]
    client.post(f"/bevakningar/{key}/ta-bort", data={"csrf": csrf_of(client)})
    assert client.get(address).status_code == 404


def test_a_pasted_list_is_counted(client: TestClient) -> None:
    sent = {"csrf": csrf_of(client), "lines": "Bo Ek\r\nJohanna Öberg\r\nIngen Alls\r\nBo Ek", "how": "names"}
    tree = tree_of(client.post("/lista", data=sent))
    rows = [[" ".join(cell.text_content().split()) for cell in row][:3] for row in tree.xpath("//tbody/tr")]
    assert rows == [["Bo Ek", "2", "14 mars 2024"], ["Johanna Öberg", "1", "2 november 2023"], ["Ingen Alls", "0", ""]]


def test_in_english(client: TestClient) -> None:
    answer = client.get("/sprak/en?till=/lista")
    assert (answer.status_code, answer.headers["location"]) == (303, "/lista")
    assert "Search for a list" in words(client.get("/lista"))
    assert client.get("/sprak/en?till=//elak.example").headers["location"] == "/"
    assert client.get("/sprak/tlh").status_code == 404


def test_both_languages_say_everything() -> None:
    swedish, english = texts("sv"), texts("en")
    assert list(swedish) == list(english)
    templates = "".join(p.read_text(encoding="utf-8") for p in data_path("pipeline", "web", "templates").glob("*.html"))
    used = set(re.findall(r'\bt\("([a-z_]+)"[,)]', templates))
    assert used <= set(swedish)
    for key, text in swedish.items():
        assert set(re.findall(r"{(\w+)}", text)) == set(re.findall(r"{(\w+)}", english[key])), key
    assert yaml.safe_load(data_path("configs", "datasette.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "address",
    ["/artikel/a1-0000", "/citat/q1-0000", "/person/i1-0000", "/person/x", "/organisation/b1-00", "/finns-inte"],
)
def test_what_is_not_there(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Sidan finns inte" in words(answer)


@pytest.mark.parametrize(
    "query", ["since=igår", "order=x", "confidence=x", "reviewed=x", "cursor=x", "without=x%3Dy", "without=x"]
)
def test_what_cannot_be_asked_is_told(client: TestClient, query: str) -> None:
    answer = client.get(f"/sok?{query}")
    assert answer.status_code == 400
    assert "Så går det inte att fråga" in words(answer)
