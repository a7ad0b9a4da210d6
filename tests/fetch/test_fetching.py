"""A whole fetch against a server on this machine, with a clock that does not wait."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from pipeline.article import Page
from pipeline.fetch.addresses import open_addresses
from pipeline.fetch.client import Client
from pipeline.fetch.fetching import Fetch, Report
from pipeline.fetch.settings import FetchOptions, FetchSource
from pipeline.fetch.visits import Visits
from pipeline.fetch.warc_files import WarcFiles
from pipeline.sources.files import FilesOptions, files
from tests.fetch.server import PAGE, Misbehaving, misbehaving

AGENT = "talstreck/1 (+siv@alvsund.example)"


@dataclass
class Clock:
    """Time that passes only where somebody waits; ``slept`` is how long each wait was."""

    now: float = 1_770_000_000.0
    slept: list[float] = field(default_factory=list)

    def time(self) -> float:
        return self.now

    def monotonic(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds


@dataclass
class Desk:
    """A source's place on disk and the server that it asks."""

    server: Misbehaving
    folder: Path
    clock: Clock = field(default_factory=Clock)

    def fetch(self, dry: bool = False, **options: object) -> Report:
        """Run a fetch of the root's addresses, or as the options say."""
        chosen = {
            "contact": "siv@alvsund.example",
            "allow_private": True,
            "jitter": 0,
            "archive": str(self.folder),
            **options,
        }
        source = FetchSource("alvsund", FetchOptions.model_validate(chosen), self.folder)
        client = Client(source.options, AGENT)
        keeps = WarcFiles(self.folder, "alvsund", AGENT, lambda: date(2026, 3, 3))
        try:
            with Visits(self.folder / "alvsund.fetch.db", copy=dry) as visits:
                return Fetch(source, client, keeps, visits, AGENT, self.clock).run(dry)
        finally:
            client.close()

    def kept(self) -> list[tuple[str, bytes]]:
        """Return the pages in the archive, as the program's own source reads them."""
        if not list(self.folder.glob("*.warc.gz")):
            return []
        found = files(FilesOptions(paths=(str(self.folder),)))
        return [(str(p.url).removeprefix(self.server.root), p.data) for p in found if isinstance(p, Page)]

    def states(self) -> dict[str, int]:
        """Return how many addresses are in each state."""
        with Visits(self.folder / "alvsund.fetch.db") as visits:
            return {state: n for state, n in visits.counts().items() if n}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with misbehaving() as server:
        yield Desk(server, tmp_path)


def test_pages_from_every_kind_of_place(desk: Desk) -> None:
    root = desk.server.root
    for name in ("feed", "map", "packed", "list", "more", "given"):
        desk.server.page(f"/nyheter/{name}", PAGE.replace("Bron", name))
    desk.server.page(
        "/rss", f"<rss version='2.0'><channel><item><link>{root}/nyheter/feed</link></item></channel></rss>"
    )
    desk.server.page("/index.xml", f"<sitemapindex><sitemap><loc>{root}/map.xml</loc></sitemap></sitemapindex>")
    desk.server.page(
        "/map.xml", f"<urlset><url><loc>{root}/nyheter/map</loc></url><url><loc>{root}/om</loc></url></urlset>"
    )
    desk.server.page("/press", "<a class='n' href='/nyheter/list'>1</a><a rel='next' href='/press?sida=2'>2</a>")
    desk.server.page("/press?sida=2", "<a class='n' href='/nyheter/more'>1</a><a rel='next' href='/press'>1</a>")
    report = desk.fetch(
        feeds=[f"{root}/rss"],
        sitemaps=[f"{root}/index.xml"],
        lists=[{"url": f"{root}/press", "links": "a.n", "next": "a[rel=next]"}],
        urls=[f"{root}/nyheter/given?utm_source=x"],
        follow=["*/nyheter/*"],
    )
    assert (report.kept, dict(report.problems)) == (5, {})
    assert [url for url, _ in desk.kept()] == [f"/nyheter/{n}" for n in ("given", "feed", "map", "list", "more")]


def test_one_request_a_delay(desk: Desk) -> None:
    for n in range(3):
        desk.server.page(f"/{n}")
    desk.fetch(urls=[f"{desk.server.root}/{n}" for n in range(3)], delay=2)
    assert desk.server.paths() == ["/robots.txt", "/0", "/1", "/2"]
    assert desk.clock.slept == [2, 2, 2]


def test_robots_are_obeyed(desk: Desk) -> None:
    desk.server.page("/robots.txt", "User-agent: *\nDisallow: /hemligt\nCrawl-delay: 7\n", Content_Type="text/plain")
    desk.server.page("/a")
    desk.server.page("/hemligt/b")
    report = desk.fetch(urls=[f"{desk.server.root}/hemligt/b", f"{desk.server.root}/a"], delay=1)
    assert (report.kept, dict(report.problems)) == (1, {"robots": 1})
    assert "/hemligt/b" not in desk.server.paths()
    desk.fetch(urls=[f"{desk.server.root}/a2", f"{desk.server.root}/a3"], delay=1)
    assert 7 in desk.clock.slept


def test_changed_robots_are_read_again(desk: Desk) -> None:
    for n in range(5):
        desk.server.page(f"/{n}")
    desk.fetch(urls=[f"{desk.server.root}/{n}" for n in range(3)], delay=2_000)
    assert desk.server.paths().count("/robots.txt") == 2
    desk.server.page("/robots.txt", "User-agent: *\nDisallow: /\n", Content_Type="text/plain")
    report = desk.fetch(urls=[f"{desk.server.root}/{n}" for n in range(3, 5)], delay=2_000)
    assert dict(report.problems) == {"robots": 2}


def test_a_host_without_working_robots_waits_for_another_day(desk: Desk) -> None:
    desk.server.status("/robots.txt", 503)
    desk.server.page("/a")
    report = desk.fetch(urls=[f"{desk.server.root}/a"])
    assert (report.kept, dict(report.problems), desk.states()) == (0, {"robots_later": 1}, {"waiting": 1})
    del desk.server.routes["/robots.txt"]
    assert desk.fetch(urls=[f"{desk.server.root}/a"]).kept == 1


def test_only_what_has_changed_comes_again(desk: Desk) -> None:
    desk.server.page("/same", ETag='"1"')
    desk.server.page("/new", ETag='"1"')
    urls = [f"{desk.server.root}/same", f"{desk.server.root}/new"]
    assert desk.fetch(urls=urls).kept == 2
    assert desk.fetch(urls=urls).asked == 0
    desk.server.routes["/same"] = lambda h: h.say(304 if h.headers.get("If-None-Match") == '"1"' else 200, b"")
    desk.server.page("/new", PAGE.replace("Bron", "Nya bron"))
    desk.clock.now += 86_400
    report = desk.fetch(urls=urls, recheck=0.5)
    assert (report.asked, report.unchanged, report.kept) == (2, 1, 1)
    assert [url for url, _ in desk.kept()] == ["/same", "/new", "/new"]


def test_a_server_that_answers_the_same_bytes_without_a_tag(desk: Desk) -> None:
    desk.server.page("/a")
    desk.fetch(urls=[f"{desk.server.root}/a"])
    desk.clock.now += 86_400
    report = desk.fetch(urls=[f"{desk.server.root}/a"], recheck=0.5)
    assert (report.asked, report.unchanged, len(desk.kept())) == (1, 1, 1)


def test_a_busy_server_is_waited_for(desk: Desk) -> None:
    answers = iter([503, 200])
    desk.server.routes["/a"] = lambda h: h.say(
        next(answers), PAGE.encode(), Retry_After="120", Content_Type="text/html"
    )
    report = desk.fetch(urls=[f"{desk.server.root}/a"], delay=0)
    assert report.kept == 1
    assert 120 in desk.clock.slept


def test_a_server_that_asks_for_a_very_long_pause_is_left(desk: Desk) -> None:
    desk.server.status("/a", 429, Retry_After="86400")
    desk.server.page("/b")
    report = desk.fetch(urls=[f"{desk.server.root}/a", f"{desk.server.root}/b"])
    assert list(report.left) == [desk.server.root.removeprefix("http://")]
    assert desk.states() == {"waiting": 2}


def test_refusals_in_a_row_end_the_host(desk: Desk) -> None:
    for n in range(9):
        desk.server.status(f"/{n}", 403)
    report = desk.fetch(urls=[f"{desk.server.root}/{n}" for n in range(9)])
    assert (report.asked, desk.states()) == (5, {"refused": 5, "waiting": 4})


def test_attempts_end(desk: Desk) -> None:
    desk.server.status("/a", 500)
    report = desk.fetch(urls=[f"{desk.server.root}/a"], attempts=3)
    assert (report.asked, dict(report.problems), desk.states()) == (3, {"status_500": 1}, {"failed": 1})


def test_gone(desk: Desk) -> None:
    report = desk.fetch(urls=[f"{desk.server.root}/borta"])
    assert (dict(report.problems), desk.states()) == ({"status_404": 1}, {"gone": 1})


def test_redirects_are_followed_and_kept(desk: Desk) -> None:
    desk.server.status("/gammal", 301, Location="/ny")
    desk.server.page("/ny")
    assert desk.fetch(urls=[f"{desk.server.root}/gammal"]).kept == 1
    assert [url for url, _ in desk.kept()] == ["/ny"]


REDIRECTS = {
    "in a ring": ("/b", "redirect_loop"),
    "to a file": ("file:///etc/passwd", "bad_address"),
    "with a password": ("http://siv:x@127.0.0.1/", "bad_address"),
}


@pytest.mark.parametrize(("location", "reason"), REDIRECTS.values(), ids=REDIRECTS)
def test_redirects_that_lead_nowhere(desk: Desk, location: str, reason: str) -> None:
    desk.server.status("/a", 302, Location=location)
    desk.server.status("/b", 302, Location="/a")
    report = desk.fetch(urls=[f"{desk.server.root}/a"])
    assert (dict(report.problems), desk.states()) == ({reason: 1}, {"refused": 1})


def test_redirects_that_go_on(desk: Desk) -> None:
    for n in range(9):
        desk.server.status(f"/{n}", 302, Location=f"/{n + 1}")
    assert dict(desk.fetch(urls=[f"{desk.server.root}/0"], max_redirects=3).problems) == {"redirects": 1}


def test_a_redirect_to_a_private_machine_is_refused(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host passes as open; the one it leads to does not."""

    def open_for(host: str, port: int, allow_private: bool) -> list[str]:
        return open_addresses(host, port, allow_private or host == "127.0.0.1")

    monkeypatch.setattr("pipeline.fetch.network.open_addresses", open_for)
    desk.server.status("/a", 302, Location="http://localhost:80/admin")
    report = desk.fetch(urls=[f"{desk.server.root}/a"], allow_private=False)
    assert dict(report.problems) == {"private_address": 1}
    assert desk.kept() == []


def test_a_plan_asks_for_no_page_and_leaves_no_trace(desk: Desk) -> None:
    desk.server.page(
        "/rss", f"<rss version='2.0'><channel><item><link>{desk.server.root}/a</link></item></channel></rss>"
    )
    report = desk.fetch(dry=True, feeds=[f"{desk.server.root}/rss"])
    assert report.planned == [f"{desk.server.root}/a"]
    assert desk.server.paths() == ["/robots.txt", "/rss"]
    assert list(desk.folder.iterdir()) == []


def test_no_more_than_the_most(desk: Desk) -> None:
    for n in range(5):
        desk.server.page(f"/{n}")
    urls = [f"{desk.server.root}/{n}" for n in range(5)]
    assert desk.fetch(urls=urls, max_pages=2).kept == 2
    assert desk.fetch(urls=urls).kept == 3


def test_what_a_kill_cut_off_is_cut_away(desk: Desk) -> None:
    desk.server.page("/a")
    desk.server.page("/b")
    desk.fetch(urls=[f"{desk.server.root}/a"])
    (archive,) = desk.folder.glob("*.warc.gz")
    whole = archive.read_bytes()
    archive.write_bytes(whole + whole[:100])
    desk.fetch(urls=[f"{desk.server.root}/b"])
    assert [url for url, _ in desk.kept()] == ["/a", "/b"]
    assert archive.read_bytes().startswith(whole)
