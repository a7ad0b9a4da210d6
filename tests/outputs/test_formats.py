"""What each output writes: cells no spreadsheet runs, the same bytes each time, nothing visible before the end."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline import Record
from pipeline.outputs import OUTPUTS, OutputError
from pipeline.outputs.ftm import entities
from pipeline.outputs.ninjs import news_item
from pipeline.outputs.table import COLUMNS, guarded, table_rows
from pipeline.outputs.webannotation import web_annotations

TEXT = """– Bron håller i 40 år, säger Maja Tornberg, projektledare på Alvsunds kommun.

– =HYPERLINK("http://x"), säger Bo Ek (S), kommunalråd i Alvsund. Det kostar 12 miljoner kronor.

– Vi väntar, säger han, och räknar med det bästa.

Maja Tornberg, projektledare, 070-174 06 12, maja.tornberg@alvsund.exempel"""
FORMATS = ("conllu", "csv", "docbin", "ftm", "jsonl", "ninjs", "parquet", "webannotation", "xlsx")


@pytest.fixture(scope="module")
def record(read: Callable[[str], Record]) -> Record:
    return read(TEXT)


def write(name: str, path: Path, *records: Record, **told: object) -> bytes:
    spec = OUTPUTS.get(name)
    target = spec.build(spec.config.model_validate({"path": str(path), **told}))
    for record in records:
        target.write(record, record.to_json())
    target.close()
    return path.read_bytes()


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_records_give_the_same_bytes(tmp_path: Path, record: Record, name: str) -> None:
    first = write(name, tmp_path / "a", record)
    assert first == write(name, tmp_path / "b", record)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a", "b"]


@pytest.mark.parametrize("name", FORMATS)
def test_a_broken_run_leaves_what_was_there(tmp_path: Path, record: Record, name: str) -> None:
    (tmp_path / "a").write_text("gammalt", encoding="utf-8")
    spec = OUTPUTS.get(name)
    target = spec.build(spec.config.model_validate({"path": str(tmp_path / "a")}))
    target.write(record, record.to_json())
    target.abandon()
    assert [p.name for p in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_text(encoding="utf-8") == "gammalt"


@pytest.mark.parametrize("name", FORMATS)
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").touch()
    spec = OUTPUTS.get(name)
    with pytest.raises(OutputError, match="choose another path"):
        spec.build(spec.config.model_validate({"path": str(tmp_path / "file" / "a")}))


def test_csv_is_for_swedish_spreadsheets(tmp_path: Path, record: Record) -> None:
    data = write("csv", tmp_path / "a.csv", record, permalinks="http://127.0.0.1:8411")
    assert data.startswith(b"\xef\xbb\xbfid;quote;speaker;")
    rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines(), delimiter=";"))
    assert rows[0]["quote"] == "Bron håller i 40 år"
    assert rows[0]["phone"] == "'+46701740612"
    assert rows[1]["quote"].startswith("'=HYPERLINK(")
    assert rows[0]["link"] == f"http://127.0.0.1:8411/citat/{rows[0]['id']}"
    assert {row["speaker"] for row in rows} == {"Maja Tornberg", "Bo Ek"}


@given(st.text(max_size=12))
def test_no_cell_is_a_formula(text: str) -> None:
    cell = guarded(text)
    assert cell.lstrip(" \u00a0")[:1] not in tuple("=+-@|%") or not cell.strip()
    assert cell.removeprefix("'") == text.removeprefix("'")


def test_xlsx_holds_text_alone(tmp_path: Path, record: Record) -> None:
    write("xlsx", tmp_path / "a.xlsx", record)
    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet.lower().replace("=hyperlink(", "")
        strings = "".join(book.read(name).decode() for name in book.namelist() if "haredStrings" in name) or sheet
        assert "=HYPERLINK(" in strings
        assert "+46701740612" in strings
        assert ' t="n"' not in sheet


def test_parquet_is_typed(tmp_path: Path, record: Record) -> None:
    from pyarrow import parquet

    write("parquet", tmp_path / "a.parquet", record)
    table = parquet.read_table(tmp_path / "a.parquet")
    assert table.column_names == list(COLUMNS)
    assert str(table.schema.field("confidence").type) == "double"
    assert table.to_pylist() == list(table_rows(record))


def test_ftm_says_who_has_said_what_where(record: Record) -> None:
    found = {e["id"]: e for e in entities(record)}
    notes = [e for e in found.values() if e["schema"] == "Note"]
    assert notes[0]["properties"]["description"] == ["Bron håller i 40 år"]
    (speaker,) = notes[0]["properties"]["entity"]
    assert found[speaker]["properties"]["name"] == ["Maja Tornberg"]
    assert found[speaker]["properties"]["phone"] == ["+46701740612"]
    assert notes[0]["properties"]["proof"] == [record.id]
    assert found[record.id]["schema"] == "Article"


def test_ftm_entities_are_of_the_model(record: Record) -> None:
    model = pytest.importorskip("followthemoney").model
    for entity in entities(record):
        proxy = model.get_proxy(entity)
        assert {name for name, _ in proxy.itervalues() for name in [name.name]} == set(entity["properties"]), entity


def test_web_annotations_find_their_words_in_two_ways(record: Record) -> None:
    for annotation, quote in zip(web_annotations(record), record.quotes, strict=True):
        assert annotation["type"] == "Annotation"
        for target, part in zip(annotation["target"], quote.contents, strict=True):
            position, words = target["selector"]
            assert record.text[position["start"] : position["end"]] == words["exact"] == part.text
            assert words["prefix"] + words["exact"] + words["suffix"] in record.text


def test_ninjs(record: Record) -> None:
    item = news_item(record)
    assert item["type"] == "text"
    assert {"Maja Tornberg", "Bo Ek"} <= {person["name"] for person in item["person"]}
    assert item["x_quotes"][0]["speaker"] == "Maja Tornberg"
    assert "body_text" not in item
    assert news_item(record, text=True)["body_text"] == record.text
    assert json.loads(json.dumps(item)) == item


def test_conllu_has_ten_columns_and_trees(tmp_path: Path, record: Record) -> None:
    lines = write("conllu", tmp_path / "a.conllu", record).decode().splitlines()
    words = [line.split("\t") for line in lines if line and not line.startswith("#")]
    assert {len(word) for word in words} == {10}
    quoted = [word[1] for word in words if f"Quote={record.quotes[0].id}" in word[9]]
    assert quoted == ["Bron", "håller", "i", "40", "år"]
    sentences = "\n".join(lines).split("\n\n")
    for sentence in sentences:
        rows = [line.split("\t") for line in sentence.splitlines() if line and not line.startswith("#")]
        if rows:
            assert [row[0] for row in rows] == [str(n) for n in range(1, len(rows) + 1)]
            assert sum(row[6] == "0" for row in rows) == 1
            assert all(int(row[6]) <= len(rows) for row in rows)


def test_docbin_has_quotes_to_train_on(tmp_path: Path, record: Record) -> None:
    import spacy
    from spacy.tokens import DocBin

    write("docbin", tmp_path / "a.spacy", record)
    (doc,) = DocBin().from_disk(tmp_path / "a.spacy").get_docs(spacy.blank("sv").vocab)
    assert doc.text == record.text
    first = doc.spans["quotes"][0]
    assert (first.text, first.label_, first.id_) == ("Bron håller i 40 år", "direct", record.quotes[0].id)
    assert doc.spans["speakers"][0].text == "Maja Tornberg"
