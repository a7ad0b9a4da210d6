"""A small store of invented articles, one of them hostile, and the site over it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from starlette.testclient import TestClient

from pipeline import Page, Pipeline
from pipeline.archive.link.store import link_store
from pipeline.archive.same.store import group_store
from pipeline.outputs.sqlite import SqliteOptions, sqlite
from pipeline.privacy import load_profile
from pipeline.reviews.file import ReviewFile
from pipeline.store.opening import open_store
from pipeline.web.app import make_app
from pipeline.web.site import Reach, Site

#: Day, source, address, text.
ARTICLES = (
    (
        "2024-03-14",
        "Alvsundsbladet",
        "https://alvsundsbladet.example/ny-bro",
        """Ny bro över Alvsundet

– Bron håller i minst 40 år om vi sköter den, säger Maja Tornberg, projektledare på Alvsunds kommun.

– Elprisstödet räcker inte, säger Bo Ek (S), kommunalråd i Alvsund. Det kostar 12 miljoner kronor.

Siv Lund har avböjt att kommentera.

Maja Tornberg, projektledare, telefon 070-174 06 12, maja.tornberg@alvsund.exempel""",
    ),
    (
        "2023-11-02",
        "Kustposten",
        "https://kustposten.example/hamnen",
        """Hamnen byggs ut

– Broarna rostar, säger Johanna Öberg, ingenjör på Alvsunds kommun.

– Vi bygger nytt i hamnen och räknar med många besökare, säger Bo Ek (S), kommunalråd i Alvsund.""",
    ),
    (
        "2024-03-15",
        "Kustposten",
        "javascript:alert(1)",
        """Bron igen

– Bron håller i minst 40 år om vi sköter den, säger Maja Tornberg, projektledare på Alvsunds kommun.""",
    ),
    (
        "2022-01-20",
        '"><script>alert(1)</script>',
        "https://elak.example/<script>alert(2)</script>",
        """Elak <script>alert(3)</script> & "rubrik"

– Det är <img src=x onerror=alert(4)> bra {{ 7*7 }}, säger Lena <b>Berga</b>, chef på ”><svg onload=alert(5)>.

– Allt är 'klart' <!-- nu -->, säger Olle Ström, vd på Ström & Son AB.""",
    ),
)
KEY = "en-nyckel-som-racker-till"


def build_store(path: Path, pipeline: Pipeline) -> Path:
    output = sqlite(SqliteOptions(path=str(path)))
    for n, (day, source, url, text) in enumerate(ARTICLES):
        page = Page(text.encode(), path=f"{n}.txt", name=source, url=url, media_type="text/plain")
        record = pipeline.process(page)
        dated = record.source.model_copy(update={"published_at": day})
        record = record.model_copy(update={"source": dated})
        output.write(record, record.to_json())
    output.close()
    with closing(open_store(path)) as db:
        group_store(db)
        link_store(db)
    return path


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory, pipeline: Pipeline) -> Path:
    return build_store(Path(tmp_path_factory.mktemp("web")) / "press.db", pipeline)


@pytest.fixture
def site_with(store: Path, tmp_path: Path) -> Iterator[Callable[..., Site]]:
    made = []

    def make(privacy: str = "newsroom", suppress: Path | None = None, **told: object) -> Site:
        reviews = ReviewFile(tmp_path / "reviews.db")
        reach = Reach(hosts=("testserver",), **{"requests_a_minute": 100_000, **told.pop("reach", {})})  # type: ignore[dict-item, arg-type]
        site = Site(store, reviews, load_profile(privacy, suppress), reach, reader="Rut", **told)  # type: ignore[arg-type]
        made.append(site)
        return site

    yield make
    for site in made:
        site.close()


@pytest.fixture
def site(site_with: Callable[..., Site]) -> Site:
    return site_with()


@pytest.fixture
def client(site: Site) -> TestClient:
    return client_of(site)


def client_of(site: Site, **told: object) -> TestClient:
    return TestClient(make_app(site), follow_redirects=False, **told)  # type: ignore[arg-type]


@pytest.fixture
def ids(store: Path) -> dict[str, str]:
    """Return the ids of quotes by their first word and speaker, of articles by their title, of people by their name."""
    with closing(sqlite3.connect(store)) as db:
        found = {
            f"{text.split()[0]} {speaker}": key
            for key, text, speaker in db.execute("select id, text, speaker from quotes order by n desc")
        }
        found |= {title: key for key, title in db.execute("select id, title from articles")}
        found |= {name: key for key, name in db.execute("select id, name from identities")}
    return found


def tree_of(response: Any) -> Any:
    """Return the page of a response as a tree."""
    return html.fromstring(response.text)


def csrf_of(client: TestClient, page: str = "/lista") -> str:
    found: str = client.get(page).text.partition('name="csrf" value="')[2].partition('"')[0]
    return found
