"""The JSON API: the same filters, cursors, ETags, a schema that holds."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from starlette.testclient import TestClient

from pipeline.record import parse_record


def get(client: TestClient, path: str, **headers: str) -> Any:
    answer = client.get(f"/api/v1{path}", headers=headers)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_search(client: TestClient, ids: dict[str, str]) -> None:
    found = get(client, "/search?q=rosta")
    assert (found["total"], found["quotes"][0]["id"]) == (1, ids["Broarna Johanna Öberg"])
    quote = found["quotes"][0]
    assert [quote["text"][a:b] for a, b in quote["marks"]] == ["rostar"]
    assert {c["value"] for c in found["facets"]["source"]} == {"Kustposten"}


def test_pages_by_cursor_are_the_whole(client: TestClient) -> None:
    whole = [q["id"] for q in get(client, "/search?order=date&limit=100")["quotes"]]
    paged, cursor = [], ""
    while True:
        page = get(client, f"/search?order=date&limit=2&cursor={cursor}")
        paged += [q["id"] for q in page["quotes"]]
        cursor = page["cursor"]
        if cursor is None:
            break
    assert paged == whole
    assert len(set(whole)) == len(whole) == get(client, "/stats")["quotes"]


def test_etags(client: TestClient) -> None:
    first = client.get("/api/v1/search?q=bro")
    tag = first.headers["etag"]
    again = client.get("/api/v1/search?q=bro", headers={"if-none-match": tag})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/api/v1/search?q=hamn", headers={"if-none-match": tag}).status_code == 200


def test_findings(client: TestClient, ids: dict[str, str]) -> None:
    quote = get(client, f"/quotes/{ids['Bron Maja Tornberg']}")
    assert [other["title"] for other in quote["printings"]] == ["Bron igen"]
    record = client.get(f"/api/v1/records/{ids['Hamnen byggs ut']}")
    assert parse_record(record.text).title == "Hamnen byggs ut"
    person = get(client, f"/people/{ids['Bo Ek']}")
    assert (person["name"], person["quotes"], person["parties"]) == ("Bo Ek", 2, ["S"])
    body = get(client, f"/organisations/{ids['Alvsunds kommun']}")
    assert body["name"] == "Alvsunds kommun"


def test_stats(client: TestClient) -> None:
    held = get(client, "/stats")
    assert held["articles"] == 4
    assert {"value": "2024-03", "quotes": 3} in held["months"]


def test_the_schema_describes_what_comes(client: TestClient, ids: dict[str, str]) -> None:
    schema = get(client, "/openapi.json")
    paths = {
        "/search": "/search?q=bro",
        "/stats": "/stats",
        "/quotes/{key}": f"/quotes/{ids['Bron Maja Tornberg']}",
        "/people/{key}": f"/people/{ids['Bo Ek']}",
    }
    assert set(schema["paths"]) == {*paths, "/records/{key}", "/organisations/{key}"}
    for path, asked in paths.items():
        told = schema["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema.validate(get(client, asked), {**told, "components": schema["components"]})
    names = {p["name"] for p in schema["paths"]["/search"]["get"]["parameters"]}
    assert {"q", "speaker", "without", "since", "cursor", "limit"} <= names


@pytest.mark.parametrize(
    ("path", "status"),
    [
        pytest.param("/quotes/q1-00", 404, id="no such quote"),
        pytest.param("/people/o1-00", 404, id="no such person"),
        pytest.param("/search?since=x", 400, id="no day"),
        pytest.param("/search?limit=1000", 422, id="too many at once"),
        pytest.param("/docs", 404, id="no page that fetches scripts elsewhere"),
    ],
)
def test_mistakes_are_json(client: TestClient, path: str, status: int) -> None:
    answer = client.get(f"/api/v1{path}")
    assert (answer.status_code, "detail" in answer.json()) == (status, True)
