"""The page in Chromium: search, filter, open, highlight, review, export, keys, without JavaScript, narrow, accessible.

Screenshots go to ``out/screenshots``, which git leaves alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from pipeline.privacy import load_profile
from pipeline.reviews.file import ReviewFile
from pipeline.web.site import Reach, Site
from tests.web.browser import CHROMIUM, served, shots_folder

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")]


@pytest.fixture(scope="module")
def base(store: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    reviews = ReviewFile(Path(tmp_path_factory.mktemp("browser")) / "reviews.db")
    site = Site(store, reviews, load_profile("newsroom"), Reach(requests_a_minute=100_000), reader="Rut")
    with served(site) as address:
        yield address
    site.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=30_000)
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


class Watched:
    """A page that remembers what it complains of, and what it asks for elsewhere."""

    def __init__(self, page: Page, base: str) -> None:
        self.page, self.base = page, base
        self.complaints: list[str] = []
        page.on(
            "console",
            lambda message: self.complaints.append(message.text) if message.type in ("error", "warning") else None,
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith((base, "data:")) else self.complaints.append(r.url))

    def open(self, path: str) -> Page:
        self.page.goto(self.base + path)
        return self.page


@pytest.fixture
def watched(browser: Browser, base: str) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="sv-SE")
    watched = Watched(context.new_page(), base)
    yield watched
    context.close()
    assert watched.complaints == []


def hits(page: Page, wanted: int) -> None:
    """Wait until so many quotes are shown: the address changes before the page does."""
    from playwright.sync_api import expect

    expect(page.locator(".hit")).to_have_count(wanted)


def keep(page: Page, name: str) -> None:
    folder = shots_folder()
    if folder is not None:
        page.screenshot(path=folder / f"{name}.png")


def every_page(ids: dict[str, str]) -> dict[str, str]:
    return {
        "start": "/",
        "results": "/sok?q=bro",
        "nothing": "/sok?q=Oberg",
        "article": f"/artikel/{ids['Ny bro över Alvsundet']}",
        "hostile": f"/artikel/{next(k for t, k in ids.items() if t.startswith('Elak'))}",
        "quote": f"/citat/{ids['Bron Maja Tornberg']}",
        "person": f"/person/{ids['Bo Ek']}",
        "body": f"/organisation/{ids['Alvsunds kommun']}",
        "queue": "/granska",
        "searches": "/bevakningar",
        "batch": "/lista",
        "mistake": "/sok?since=x",
    }


def test_search_filter_and_open(watched: Watched) -> None:
    page = watched.open("/")
    page.fill("#q", "bro")
    page.press("#q", "Enter")
    page.wait_for_url("**/sok?q=bro*")
    hits(page, 3)
    page.get_by_label("Bara Johanna Öberg").click()
    page.wait_for_url("**speaker=Johanna*")
    hits(page, 1)
    assert page.locator("mark").first.inner_text() == "Broarna"
    page.locator(".chosen a").first.click()
    page.wait_for_url(re.compile(r"/sok\?q=bro$"))
    hits(page, 3)
    page.locator(".hit .said a").first.click()
    page.wait_for_url("**/citat/**")
    page.get_by_role("link", name="Läs artikeln").click()
    page.wait_for_url("**/artikel/**")


def test_facets_change_the_results_without_loading_the_page(watched: Watched) -> None:
    page = watched.open("/sok?q=bro")
    page.evaluate("window.stays = true")
    page.get_by_label("Bara Kustposten").click()
    page.wait_for_url("**source=Kustposten*")
    page.locator(".chosen").wait_for()
    assert page.evaluate("window.stays") is True
    page.go_back()
    page.wait_for_url(re.compile(r"/sok\?q=bro$"))
    hits(page, 3)


def test_findings_are_marked_and_can_be_hidden(watched: Watched, ids: dict[str, str]) -> None:
    page = watched.open(f"/artikel/{ids['Ny bro över Alvsundet']}")

    from playwright.sync_api import expect

    none, quote = "rgba(0, 0, 0, 0)", page.locator(".story .quote").first
    expect(quote).not_to_have_css("background-color", none)
    first = str(quote.evaluate("node => getComputedStyle(node).backgroundColor"))
    page.locator(".said-list li").first.hover()
    expect(quote).not_to_have_css("background-color", first)
    page.mouse.move(0, 0)
    page.locator("#show-quote").uncheck()
    expect(quote).to_have_css("background-color", none)


def test_review_is_laid_over_the_page(watched: Watched, ids: dict[str, str]) -> None:
    page = watched.open(f"/citat/{ids['Vi Bo Ek']}")
    page.get_by_role("button", name="Rätt", exact=True).click()
    page.locator(".the-quote .verdict.right").wait_for()
    page.select_option("#who-said", label="Johanna Öberg")
    page.locator("form:has(#who-said) button").click()
    page.locator(".the-quote .verdict.corrected").wait_for()
    assert page.locator(".the-quote .speaker-name").inner_text() == "Johanna Öberg"
    assert page.locator(".history li").count() == 2
    page.get_by_role("button", name="Ta tillbaka").click()
    page.locator(".the-quote .verdict").wait_for(state="detached")


def test_hits_are_taken_along(watched: Watched) -> None:
    page = watched.open("/sok?q=bro")
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert text.startswith("id;quote;speaker")
    assert text.count("Maja Tornberg") >= 1


def test_a_search_is_kept(watched: Watched) -> None:
    page = watched.open("/sok?q=hamn")
    page.fill("#save-name", "Hamnen")
    page.get_by_role("button", name="Bevaka sökningen").click()
    page.wait_for_url("**/bevakningar")
    assert page.get_by_role("link", name="Hamnen", exact=True).count() == 1


def test_by_keys_alone(watched: Watched) -> None:
    page = watched.open("/sok?q=bro")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    focused = page.evaluate("document.activeElement.closest('.hit').id")
    assert focused == page.locator(".hit").first.get_attribute("id")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("Escape")
    page.locator("#q").blur()
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/citat/**")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"


def test_without_javascript(browser: Browser, base: str, ids: dict[str, str]) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}/")
    page.fill("#q", "bro")
    page.press("#q", "Enter")
    page.wait_for_url("**/sok?q=bro*")
    page.get_by_label("Utan Maja Tornberg").click()
    page.wait_for_url("**without=*")
    hits(page, 1)
    page.locator(".hit .said a").first.click()
    page.wait_for_url("**/citat/**")
    page.fill("#note", "utan script")
    page.locator("form.note button").click()
    page.locator(".history").wait_for()
    assert "utan script" in page.locator(".history").inner_text()
    page.goto(f"{base}/artikel/{ids['Ny bro över Alvsundet']}")
    page.locator("#show-quote").uncheck()
    assert page.locator(".story .quote").first.is_visible()
    context.close()


#: What axe looks for: in the light page the rules of WCAG 2.2 AA and good practice, in the dark one only its colours.
RULES = {
    "light": {"resultTypes": ["violations"]},
    "dark": {"runOnly": ["color-contrast"], "resultTypes": ["violations"]},
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_accessible_and_quiet(browser: Browser, base: str, ids: dict[str, str], scheme: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    # axe is put into the page past its policy, which lets in no script but our own
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, color_scheme=scheme, bypass_csp=True, reduced_motion="reduce"
    )
    watched = Watched(context.new_page(), base)
    found = []
    for name, path in every_page(ids).items():
        page = watched.open(path)
        keep(page, f"{name}-{scheme}")
        for violation in Axe().run(page, options=RULES[scheme]).response["violations"]:
            node = violation["nodes"][0]
            if violation["impact"] in ("serious", "critical"):
                found.append((name, violation["id"], node["html"][:120], node.get("failureSummary")))
    context.close()
    assert found == []
    # a page that says what cannot be asked is told to the console by its status; it is the only one
    assert [told for told in watched.complaints if "status of 400" not in told] == []


def test_narrow_screens_do_not_scroll_sideways(browser: Browser, base: str, ids: dict[str, str]) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    page = context.new_page()
    for name, path in every_page(ids).items():
        page.goto(base + path)
        keep(page, f"{name}-narrow")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, name
    context.close()


def test_printing_leaves_the_words(browser: Browser, base: str, ids: dict[str, str]) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{base}/artikel/{ids['Ny bro över Alvsundet']}")
    page.emulate_media(media="print")
    assert page.locator(".story").is_visible()
    assert not page.locator(".legend").is_visible()
    assert not page.locator("form.search").is_visible()
    context.close()
