"""The contract: ids, spans, the schema, and that nothing is lost on the way to JSON and back."""

from __future__ import annotations

import contextlib
import itertools
import json
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline import Page, Pipeline, Record, read_records
from pipeline.record import Ids, RecordError, parse_record, schema
from pipeline.stage import Skip

TEXT = """Bygget av Tullbron dröjer

– Det är tråkigt, men bron ska bli säker, säger Hedvig Lans (V), ordförande i tekniska nämnden i Alvsunds kommun.

Drygt 400 hushåll berörs den 3 maj 2024, enligt kommunen. Rut Sandell har avböjt att kommentera.

För mer information:
Tage Brodén, projektledare
070-174 06 12
tage.broden@alvsund.exempel
"""


def spans(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every object that has a start, an end and a text."""
    if isinstance(value, dict):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from spans(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from spans(inner)


def check(record: Record) -> None:
    """Assert what must hold for every record."""
    data = json.loads(record.to_json())
    jsonschema.validate(data, schema())
    text = data["text"]
    for span in spans({k: v for k, v in data.items() if k != "text"}):
        assert text[span["start"] : span["end"]] == span["text"]
    blocks = data["blocks"]
    for before, after in itertools.pairwise(blocks):
        assert before["end"] + 2 == after["start"]
        assert text[before["end"] : after["start"]] == "\n\n"
    assert parse_record(record.to_json()) == record
    for layer in ("quotes", "figures", "phones", "dates"):
        starts = [x["start"] if "start" in x else x["contents"][0]["start"] for x in data.get(layer, [])]
        assert starts == sorted(starts)


def test_a_whole_record(pipeline: Pipeline) -> None:
    record = pipeline.process(Page(TEXT.encode(), path="a.txt", media_type="text/plain"))
    check(record)
    assert record.title == "Bygget av Tullbron dröjer"
    assert record.quotes[0].speaker.name == "Hedvig Lans"
    assert record.phones[0].e164 == "+46701740612"
    owner = next(p for p in record.people if p.id == record.phones[0].person_id)
    assert (owner.name, owner.part) == ("Tage Brodén", "contact")
    assert record.declined[0].text.startswith("Rut Sandell har avböjt")


def test_the_committed_schema_is_that_of_the_types() -> None:
    committed = json.loads(Path(__file__).with_name("press-record.schema.json").read_text(encoding="utf-8"))
    assert committed == schema(), "run `talstreck schema > tests/press-record.schema.json` and note the version"


def test_same_input_same_bytes(pipeline: Pipeline) -> None:
    page = Page(TEXT.encode(), path="a.txt", media_type="text/plain")
    assert pipeline.process(page).to_json() == pipeline.process(page).to_json()


def test_ids_do_not_depend_on_the_form_of_letters_and_spaces() -> None:
    def ids(place: str, text: str) -> list[str]:
        maker = Ids(place)
        return [maker.article(), maker.make("q", text), maker.make("q", text)]

    plain = ids("sidor/Åsa.html", "Vi är 3 000 här")
    assert ids(unicodedata.normalize("NFD", "sidor/Åsa.html"), "Vi är 3\u00a0000  här") == plain
    assert plain[1] != plain[2]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["säger ", "Rut Ek ", "att ", "enligt ", *'aåäöBEÅ ,.:;?!–-—”"»«’()\n\t\u00a0\u00ad\u0301\x9608/+@']
        ),
        max_size=120,
    ).map("".join)
)
def test_any_text_gives_a_valid_record_or_a_reason(pipeline: Pipeline, text: str) -> None:
    with contextlib.suppress(Skip):
        check(pipeline.process(Page(text.encode(), path="x.txt", media_type="text/plain")))


BROKEN = [
    pytest.param("{", "not JSON", id="broken JSON"),
    pytest.param("[]", "expected a record", id="a list"),
    pytest.param('{"schema": "press-record/9.0"}', "newer than this program", id="a later major version"),
    pytest.param('{"schema": "press-record/1.0"}', "id", id="a field is missing"),
]


@pytest.mark.parametrize(("line", "message"), BROKEN)
def test_what_is_no_record(line: str, message: str) -> None:
    with pytest.raises(RecordError, match=message):
        parse_record(line)


def test_records_are_read_back(tmp_path: Path, read: Callable[[str], Record]) -> None:
    record = read("– Nu kör vi, säger Rut Sandell.")
    path = tmp_path / "r.jsonl"
    path.write_text(record.to_json() + "\n\n" + record.to_json() + "\n", encoding="utf-8")
    assert list(read_records(path)) == [record, record]
    path.write_text(record.to_json() + "\n{\n", encoding="utf-8")
    with pytest.raises(RecordError, match=r"r\.jsonl:2"):
        list(read_records(path))


def test_web_addresses_are_found(read: Callable[[str], Record]) -> None:
    record = read("Läs mer på www.alvsund.exempel/badet. Frågor: info (at) alvsund.exempel.")
    assert [span.text for span in record.web_addresses] == ["www.alvsund.exempel/badet"]
