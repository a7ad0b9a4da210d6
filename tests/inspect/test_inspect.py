"""The archive doctor: what it counts, that its sums add up, and which pages are no articles."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from pipeline.article import Article, Page
from pipeline.cli import app
from pipeline.inspect.survey import _Sampler, survey
from pipeline.sources import SourceError
from pipeline.stage import STAGES
from tests.clean.family_pages import PAGES
from tests.sources.files_to_read import zipped

TEXT = (
    "Kommunen bygger en ny bro över sundet, och den blir klar först nästa höst enligt planen som nämnden har antagit."
)
LONG = "".join(f"<p>{TEXT} Det är punkt {n} i beslutet.</p>" for n in range(20))
STUBS = {
    "paywall": f"<h1>Ny bro dyrare</h1><p>{TEXT}</p><div>Redan prenumerant? Logga in</div><p>Bli prenumerant för att läsa hela artikeln.</p>",
    "long paywall": f"<h1>Ny bro dyrare</h1>{LONG[:1200]}<p>Är du prenumerant? Logga in här för att fortsätta läsa texten.</p>",
    "cookie wall": "<h1>Innan du fortsätter</h1><p>Vi värnar om din integritet och behöver ditt godkännande för att visa sidan.</p>",
    "soft 404": "<h1>Hoppsan</h1><p>Sidan kunde inte hittas. Den kan ha flyttats, eller så har du skrivit fel adress i fältet.</p>",
    "script wall": "<h1>Alvsund</h1><p>Du måste ha JavaScript aktiverat för att kunna läsa nyheterna på den här sidan.</p>",
    "login": "<h1>Alvsunds kommun</h1><p>Du måste vara inloggad för att kunna läsa innehållet på den här sidan.</p>",
    "server error": "<h1>Alvsunds kommun</h1><p>Ett fel uppstod när sidan skulle visas. Försök igen senare eller kontakta oss.</p>",
}
ARTICLES = {
    "on cookies": f"<h1>Kommunen städar bland kakor</h1>{LONG}<p>Vi använder kakor för mycket, säger hon.</p>",
    "with a contact": f"<h1>Driftstopp i hamnen</h1><p>{TEXT}</p><p>Underhållsarbete pågår.</p><p>Kontakt:<br>Anna Lans, 070-174 06 12</p>",
    "short": f"<h1>Ny bro dyrare</h1><p>{TEXT}</p>",
}


def page(body: str) -> bytes:
    return f"<html lang='sv'><head><meta charset='utf-8'></head><body><main>{body}</main></body></html>".encode()


def stub_of(data: bytes) -> str | None:
    spec = STAGES.get("clean")
    article = spec.build(spec.config())(Article(Page(data, media_type="text/html")))
    return next((n.message.rpartition(": ")[2] for n in article.notices if n.code == "stub"), None)


@pytest.mark.parametrize("name", STUBS)
def test_a_page_without_an_article_is_known(name: str) -> None:
    assert stub_of(page(STUBS[name])) == name.removeprefix("long ")


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_no_stub(name: str) -> None:
    assert stub_of(page(ARTICLES[name])) is None


@pytest.mark.parametrize("family", PAGES)
def test_no_page_of_a_family_is_a_stub(family: str) -> None:
    assert stub_of(PAGES[family].encode()) is None


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    (tmp_path / "bro.html").write_bytes(page(ARTICLES["short"]))
    (tmp_path / "samma.html").write_bytes(page(ARTICLES["short"]))
    (tmp_path / "gammal.html").write_bytes(
        b"<meta charset='iso-8859-1'><h1>Bron \xf6ppnar</h1><p>\x96 Nej, s\xe4ger hon.</p>"
    )
    (tmp_path / "borta.html").write_bytes(page(STUBS["soft 404"]))
    (tmp_path / "kakor.html").write_bytes(page("<div class='cookie-banner'><p>Vi använder kakor.</p></div>"))
    (tmp_path / "tom.txt").write_bytes(b"")
    (tmp_path / "bild.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "norsk.txt").write_text(
        "Broen åpner\n\nKommunen åpner broen igjen på torsdag, sier hun til avisen, og det blir ikke dyrere.\n"
    )
    (tmp_path / "alla.zip").write_bytes(zipped({name + ".html": html.encode() for name, html in PAGES.items()}))
    (tmp_path / "trasig.zip").write_bytes(b"PK\x03\x04 nej")
    return tmp_path


def test_every_input_is_accounted_for(archive: Path) -> None:
    found = survey([archive])
    left = sum(entry.count for entry in found.left_out.values())
    assert found.inputs == found.kept + left == 18
    assert {reason: entry.count for reason, entry in found.left_out.items()} == {
        "duplicate: same bytes": 1,
        "failed: broken": 1,
        "skipped: empty": 2,
        "skipped: language": 1,
        "skipped: not_supported": 1,
    }
    assert found.left_out["skipped: empty"].examples[0] == (
        "kakor.html",
        "no text in it beside what is left out: cookie 1",
    )


def test_what_is_in_it_is_counted(archive: Path) -> None:
    found = survey([archive])
    assert found.formats == {"HTML": 5, "text": 2, "HTML in .zip": 9}
    assert found.stubs == {"soft 404": 1}
    assert found.languages == {"sv": 12, "nb": 1}
    assert found.repaired["declared iso-8859-1, read as windows-1252"] == 1
    assert found.families["sitevision:portlets"] + found.families["sitevision"] == 1
    assert (found.first_day, found.last_day) == ("2012-04-11", "2012-04-11")
    assert found.years == {"2012": 8, "no date": 5}
    assert len(found.sample) == found.kept


def test_the_same_archive_gives_the_same_survey(archive: Path) -> None:
    assert survey([archive]).as_dict() == survey([archive]).as_dict()
    assert survey([archive], limit=3).inputs == 3


def test_the_command_prints_a_table_or_json(archive: Path) -> None:
    shown = CliRunner().invoke(app, ["inspect", str(archive), "--no-time"])
    assert shown.exit_code == 0
    assert "18 inputs = 12 to be read + 4 skipped + 1 duplicate + 1 failed" in shown.stdout
    told = json.loads(CliRunner().invoke(app, ["inspect", str(archive), "--no-time", "--json"]).stdout)
    assert told["bytes"]["least"] == 0
    assert told["estimate"] is None
    missing = CliRunner().invoke(app, ["inspect", str(archive / "nej")])
    assert isinstance(missing.exception, SourceError)


def test_an_estimate_is_measured_on_pages_of_the_archive(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = STAGES.get("clean")
    clean = spec.build(spec.config())

    class Quick:
        def outcome(self, page: Page) -> None:
            self.article(page)

        def article(self, page: Page) -> Article:
            return clean(Article(page))

    monkeypatch.setattr("pipeline.inspect.estimate.load", Quick)
    told = json.loads(CliRunner().invoke(app, ["inspect", str(archive), "--json"]).stdout)["estimate"]
    assert told["measured_on_pages"] == 12
    assert told["words_per_second"] > 0


def places(count: int) -> Iterator[Page]:
    return (Page(b"", path=str(n)) for n in range(count))


@pytest.mark.parametrize("count", [0, 5, 47, 48, 1000, 10_000])
def test_a_sample_is_spread_over_the_whole(count: int) -> None:
    sampler = _Sampler()
    for found in places(count):
        sampler.add(found)
    numbers = [int(found.path or "") for found in sampler.pages]
    assert min(24, count) <= len(numbers) < 48
    gaps = {after - before for before, after in itertools.pairwise(numbers)}
    assert len(gaps) <= 1
