"""Hostile texts, hostile callers: what comes out is escaped, and who may not come in stays out."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.outputs import OutputError
from pipeline.web.access import Rates
from pipeline.web.asked import asked_of, read_asked
from pipeline.web.command import Served, make_site
from pipeline.web.forms import safe_path
from pipeline.web.site import Site
from tests.web.conftest import KEY, client_of, csrf_of, tree_of


def every_page(ids: dict[str, str]) -> list[str]:
    pages = ["/", "/sok", "/sok?q=bra", "/granska", "/lista", "/bevakningar", "/finns-inte"]
    pages += [f"/artikel/{key}" for key in ids.values() if key.startswith("a")]
    pages += [f"/citat/{key}" for key in ids.values() if key.startswith("q")]
    pages += [f"/person/{key}" for key in ids.values() if key.startswith("i")]
    return pages + [f"/organisation/{key}" for key in ids.values() if key.startswith("b")]


def test_nothing_of_a_text_becomes_markup(site: Site, ids: dict[str, str]) -> None:
    client = client_of(site)
    for page in every_page(ids):
        answer = client.get(page)
        tree = tree_of(answer)
        assert {s.get("src") for s in tree.xpath("//script")} <= {"/static/htmx.min.js", "/static/keys.js"}, page
        assert not tree.xpath("//img | //iframe | //style | //b | //object | //embed"), page
        assert not tree.xpath("//@style | //@*[starts-with(name(), 'on')]"), page
        for link in tree.xpath("//@href | //@action | //@src | //@hx-get"):
            assert link.startswith(("/", "#", "https://", "tel:")), (page, link)
        assert "49" not in tree.text_content().partition("{{ 7*7 }}")[0][-20:]


def test_every_answer_carries_the_headers(site: Site, ids: dict[str, str]) -> None:
    client = client_of(site)
    for page in (*every_page(ids), "/api/v1/stats", "/static/style.css", "/export?format=csv"):
        headers = client.get(page).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-robots-tag"].startswith("noindex")
        assert headers["x-content-type-options"] == "nosniff"


def test_the_session_cookie_is_for_this_site_only(site: Site) -> None:
    cookie = client_of(site).get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    typed=st.text(max_size=30),
    facet=st.sampled_from(["speaker", "source", "without", "place", "cursor", "since", "person"]),
)
def test_nothing_typed_breaks_a_page(site: Site, typed: str, facet: str) -> None:
    answer = client_of(site).get("/sok", params={"q": typed, facet: typed})
    assert answer.status_code in (200, 400)


@given(
    st.lists(
        st.tuples(st.sampled_from(["q", "speaker", "without", "since", "order"]), st.text(max_size=12)), max_size=5
    )
)
def test_a_search_survives_its_address(pairs: list[tuple[str, str]]) -> None:
    asked = read_asked(pairs)
    assert asked_of(asked.address()) == read_asked(list(pairs))


@pytest.mark.parametrize(
    "path", ["//elak.example", "/\\elak.example", "https://elak.example", "", "x", "/a\r\nSet-Cookie: x"]
)
def test_no_way_leads_to_another_site(path: str) -> None:
    assert safe_path(path) == "/"


class TestForms:
    def test_without_the_token_nothing_is_taken(self, site: Site, ids: dict[str, str]) -> None:
        client = client_of(site)
        where = f"/citat/{ids['Bron Maja Tornberg']}/granska"
        for sent in ({"verb": "reject"}, {"verb": "reject", "csrf": "x"}):
            assert client.post(where, data=sent).status_code == 403
        assert client_of(site).post(where, data={"verb": "reject", "csrf": csrf_of(client)}).status_code == 403
        assert site.reviews.verdicts() == []

    @pytest.mark.parametrize(
        "headers",
        [
            pytest.param({"origin": "https://elak.example"}, id="another origin"),
            pytest.param({"origin": "null"}, id="no origin"),
            pytest.param({"sec-fetch-site": "cross-site"}, id="cross-site"),
        ],
    )
    def test_from_another_site_nothing_is_taken(self, site: Site, headers: dict[str, str]) -> None:
        client = client_of(site)
        sent = {"csrf": csrf_of(client), "query": "q=bro"}
        assert client.post("/bevakningar", data=sent, headers=headers).status_code == 403
        assert site.reviews.searches() == []

    def test_large_forms_are_refused(self, site: Site) -> None:
        client = client_of(site)
        assert client.post("/lista", data={"lines": "x" * 300_000}).status_code == 413


class TestDoor:
    def test_another_host_is_refused(self, site: Site) -> None:
        assert client_of(site).get("/", headers={"host": "elak.example"}).status_code == 421

    def test_a_key_lets_in(self, site_with: Callable[..., Site]) -> None:
        site = site_with(reach={"token": KEY})
        client = client_of(site)
        assert client.get("/").headers["location"] == "/logga-in?till=/"
        assert client.get("/api/v1/stats").status_code == 401
        assert client.get("/api/v1/stats", headers={"authorization": f"Bearer {KEY}"}).status_code == 200
        assert client.get("/api/v1/stats", headers={"authorization": "Bearer fel"}).status_code == 401
        token = csrf_of(client, "/logga-in")
        assert client.post("/logga-in", data={"csrf": token, "nyckel": "fel", "till": "/"}).status_code == 403
        assert client.post("/logga-in", data={"csrf": token, "nyckel": KEY, "till": "/"}).status_code == 303
        assert client.get("/").status_code == 200
        assert client_of(site).get("/", cookies={"talstreck_nyckel": KEY}).status_code == 303

    def test_a_proxy_names_its_user(self, site_with: Callable[..., Site]) -> None:
        site = site_with(reach={"user_header": "X-Remote-User", "proxies": ("10.0.0.1",)})
        proxy, other = client_of(site, client=("10.0.0.1", 1)), client_of(site, client=("10.0.0.2", 1))
        assert proxy.get("/", headers={"x-remote-user": "rut"}).status_code == 200
        assert proxy.get("/").status_code == 401
        assert other.get("/", headers={"x-remote-user": "rut"}).status_code == 401

    def test_who_asks_too_often_waits(self, site_with: Callable[..., Site]) -> None:
        client = client_of(site_with(reach={"requests_a_minute": 12}))
        answers = [client.get("/lista") for _ in range(5)]
        assert answers[0].status_code == 200
        assert answers[-1].status_code == 429
        assert int(answers[-1].headers["retry-after"]) >= 1

    def test_rates_fill_again(self) -> None:
        now = [0.0]
        rates = Rates(60, clock=lambda: now[0])
        assert [rates.wait("rut") for _ in range(16)] == [0] * 15 + [1]
        assert rates.wait("siv") == 0
        now[0] = 2.0
        assert [rates.wait("rut") for _ in range(3)] == [0, 0, 1]

    def test_only_this_machine_without_a_key(
        self, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("TALSTRECK_TOKEN", raising=False)
        with pytest.raises(OutputError, match="can be reached from elsewhere"):
            make_site(Served(store, host="0.0.0.0"))
        (tmp_path / "short").write_text("kort", encoding="utf-8")
        with pytest.raises(OutputError, match="a key needs 16"):
            make_site(Served(store, token_file=tmp_path / "short"))
        (tmp_path / "key").write_text(KEY + "\n", encoding="utf-8")
        made = make_site(Served(store, host="0.0.0.0", token_file=tmp_path / "key", reviews=tmp_path / "r.db"))
        assert made.reach.token == KEY
        made.close()


class TestPrivacy:
    def test_who_is_on_the_list_is_nowhere(
        self, site_with: Callable[..., Site], ids: dict[str, str], tmp_path: Path
    ) -> None:
        (tmp_path / "list.txt").write_text("Maja Tornberg\n", encoding="utf-8")
        client = client_of(site_with(suppress=tmp_path / "list.txt"))
        pages = [
            *every_page(ids),
            "/sok?q=bro",
            "/sok?q=Tornbreg",
            "/export?format=csv",
            "/export?format=records",
            "/export?format=ftm",
        ]
        pages += [
            "/api/v1/stats",
            "/api/v1/search?q=bro",
            "/api/v1/search",
            *(f"/api/v1/records/{k}" for k in ids.values() if k[0] == "a"),
        ]
        for page in pages:
            body = client.get(page).text
            shown = re.sub(r'value="[^"]*"|Tornbreg|/static/\S+', "", body)
            assert "Tornberg" not in shown, page
            assert "06 12" not in shown, page
        assert client.get(f"/person/{ids['Maja Tornberg']}").status_code == 404
        assert client.get(f"/api/v1/people/{ids['Maja Tornberg']}").status_code == 404
        assert client.get(f"/citat/{ids['Bron Maja Tornberg']}").status_code == 404

    def test_reviews_do_not_tell_who_is_on_the_list(
        self, site_with: Callable[..., Site], ids: dict[str, str], tmp_path: Path
    ) -> None:
        open_client = client_of(site_with())
        sent = {"csrf": csrf_of(open_client), "till": "/", "verb": "correct", "field": "speaker", "speaker": "other"}
        for quote, name in (("Broarna Johanna Öberg", "Rut Hemlig"), ("Vi Bo Ek", "Siv Lund")):
            where = f"/citat/{ids[quote]}/granska"
            assert open_client.post(where, data={**sent, "name": name, "note": "Rut Hemlig ringde"}).status_code == 303
        assert "Rut Hemlig" in open_client.get("/sok?q=rosta").text
        (tmp_path / "list.txt").write_text("Rut Hemlig\n", encoding="utf-8")
        client = client_of(site_with(suppress=tmp_path / "list.txt"))
        for page in (
            *every_page(ids),
            "/sok",
            "/sok?reviewed=yes",
            "/sok?reviewed=wrong",
            "/export?format=csv",
            "/api/v1/search",
        ):
            assert "Hemlig" not in client.get(page).text, page
        assert "Siv Lund" in client.get(f"/citat/{ids['Vi Bo Ek']}").text

    def test_public_masks_numbers_everywhere(self, site_with: Callable[..., Site], ids: dict[str, str]) -> None:
        client = client_of(site_with(privacy="public"))
        for page in (*every_page(ids), "/export?format=csv", "/export?format=records", "/api/v1/search"):
            body = client.get(page).text
            assert "174 06 12" not in body, page
            assert "+46701740612" not in body, page
            assert "maja.tornberg@" not in body, page
        assert "070-*** ** 12" in client.get(f"/person/{ids['Maja Tornberg']}").text
