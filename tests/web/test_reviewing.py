"""Reviews from the page: they are laid over pages, API and exports, and nothing is ever written over."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from pipeline.archive.link.corrections import read_corrections
from pipeline.web.site import Site
from tests.web.conftest import client_of, csrf_of
from tests.web.test_pages import words


def review(client: TestClient, quote: str, **sent: str) -> int:
    sent |= {"csrf": csrf_of(client), "till": f"/citat/{quote}"}
    status: int = client.post(f"/citat/{quote}/granska", data=sent).status_code
    return status


def test_wrong_quotes_go_and_come_back(site: Site, ids: dict[str, str]) -> None:
    client, key = client_of(site), ids["Broarna Johanna Öberg"]
    assert review(client, key, verb="reject") == 303
    assert "Broarna rostar" not in words(client.get("/sok?q=rosta"))
    assert "Broarna rostar" in words(client.get("/sok?q=rosta&reviewed=wrong"))
    assert "Broarna rostar" not in client.get("/export?format=csv").text
    record = client.get(f"/api/v1/records/{ids['Hamnen byggs ut']}").json()
    assert key not in {q["id"] for q in record["quotes"]}
    page = words(client.get(f"/citat/{key}"))
    assert "Avvisat" in page
    assert "Rut avvisade citatet" in page
    assert review(client, key, verb="withdraw") == 303
    assert "Broarna rostar" in words(client.get("/sok?q=rosta"))
    assert [v.verb for v in site.reviews.verdicts()] == ["reject", "withdraw"]


def test_a_speaker_is_put_right(site: Site, ids: dict[str, str], store: Path) -> None:
    client, key = client_of(site), ids["Broarna Johanna Öberg"]
    with closing(sqlite3.connect(store)) as db:
        sql = "select p.id from people p join articles a on a.n = p.article where p.name = 'Bo Ek' and a.title = 'Hamnen byggs ut'"
        (person,) = db.execute(sql).fetchone()
    assert review(client, key, verb="correct", field="speaker", speaker=person) == 303
    assert "Bo Ek" in words(client.get("/sok?q=rosta"))
    assert "Rättat" in words(client.get(f"/citat/{key}"))
    rows = client.get("/export?format=csv&q=rosta").text.splitlines()
    assert "Bo Ek;kommunalråd" in rows[1]
    assert review(client, key, verb="correct", field="speaker", speaker="other", name="Siv Lund") == 303
    assert client.get(f"/api/v1/quotes/{key}").json()["quote"]["speaker"] == "Siv Lund"
    assert review(client, key, verb="correct", field="speaker", speaker="unknown") == 303
    assert "okänd talare" in words(client.get("/sok?q=rosta"))


def test_words_are_put_right(site: Site, ids: dict[str, str]) -> None:
    client, key = client_of(site), ids["Bron Maja Tornberg"]
    assert review(client, key, verb="correct", field="span", words="Bron håller") == 303
    record = client.get(f"/api/v1/records/{ids['Ny bro över Alvsundet']}").json()
    (quote,) = (q for q in record["quotes"] if q["id"] == key)
    assert [c["text"] for c in quote["contents"]] == ["Bron håller"]
    assert review(client, key, verb="correct", field="span", words="Så står det inte") == 400


def test_a_note_stays(site: Site, ids: dict[str, str]) -> None:
    client, key = client_of(site), ids["Bron Maja Tornberg"]
    assert review(client, key, verb="note", note="Ringt <b>och</b> kollat") == 303
    assert "Ringt <b>och</b> kollat" in words(client.get(f"/citat/{key}"))
    assert review(client, key, verb="note") == 400
    assert review(client, key, verb="hm") == 400


def test_the_queue_asks_for_the_least_sure_first(site: Site) -> None:
    client = client_of(site)
    before = client.get("/granska").text.count('<article class="hit')
    quote = client.get("/granska").text.partition('action="/citat/')[2].partition("/")[0]
    review(client, quote, verb="confirm")
    page = client.get("/granska").text
    assert page.count('<article class="hit') == before - 1
    assert f"/citat/{quote}/granska" not in page


def test_people_are_merged_and_split_for_link(
    site_with: Callable[..., Site], ids: dict[str, str], tmp_path: Path
) -> None:
    site = site_with(corrections=tmp_path / "rattelser.yaml")
    client = client_of(site)
    one, other = ids["Bo Ek"], ids["Johanna Öberg"]
    sent = {"csrf": csrf_of(client), "other": f"https://x.example/person/{other}", "till": f"/person/{one}"}
    assert client.post(f"/person/{one}/slaihop", data=sent).status_code == 303
    found = read_corrections(tmp_path / "rattelser.yaml")
    assert len(found.merges) == 1
    assert all(i.startswith("p1-") for i in found.merges[0])
    mentions = client.get(f"/person/{ids['Maja Tornberg']}").text.split('name="mention" value="')[1:]
    chosen = mentions[0].partition('"')[0]
    sent = {"csrf": csrf_of(client), "mention": chosen, "till": "/"}
    assert client.post(f"/person/{ids['Maja Tornberg']}/dela", data=sent).status_code == 303
    assert len(read_corrections(tmp_path / "rattelser.yaml").splits) == 1
    assert client.post(f"/person/{one}/slaihop", data={**sent, "other": "p1-ffffffffffff"}).status_code == 400


@pytest.mark.parametrize(
    "address", ["/export?format=xlsx", "/export?format=csv&q=bro", "/export?format=jsonl&speaker=Bo+Ek"]
)
def test_exports_come_as_files(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    assert "attachment" in answer.headers["content-disposition"]
    assert answer.content
    assert client.get("/export?format=exe").status_code == 400
