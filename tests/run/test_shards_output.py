"""The output `shards`: compressed files and a manifest that is the truth about them."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from pipeline import read_records
from pipeline.outputs.shards import ShardsOptions, read_shards, shards
from pipeline.record import SCHEMA, RecordError
from pipeline.run import run
from pipeline.run.archive import How
from tests.run.conftest import Archive, page, some_pages


def manifest(folder: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    return told


@pytest.fixture
def folder(archive: Archive) -> Path:
    archive.put(some_pages(25))
    archive.outputs = [
        {"shards": {"path": str(archive.out / "records"), "records": 10}},
        {"jsonl": {"path": str(archive.records)}},
    ]
    run(archive.config(), How(workers=0))
    return archive.out / "records"


def test_the_manifest_counts_and_signs_every_file(archive: Archive, folder: Path) -> None:
    told = manifest(folder)
    assert (told["schema"], told["records"], [s["records"] for s in told["shards"]]) == (SCHEMA, 25, [10, 10, 5])
    for shard in told["shards"]:
        data = (folder / shard["name"]).read_bytes()
        assert (len(data), hashlib.sha256(data).hexdigest()) == (shard["bytes"], shard["sha256"])
    assert list(read_shards(folder)) == archive.records.read_text(encoding="utf-8").splitlines()
    assert [record.source.path for record in read_records(folder)] == archive.places()


def test_a_file_that_is_not_touched_by_a_change_stays_the_same_file(archive: Archive, folder: Path) -> None:
    before = [shard["name"] for shard in manifest(folder)["shards"]]
    archive.put({"00024.txt": page(4711)})
    assert not run(archive.config(), How(workers=0)).nothing_to_do
    after = [shard["name"] for shard in manifest(folder)["shards"]]
    assert (after[:2], after[2] != before[2]) == (before[:2], True)
    assert sorted(path.name for path in folder.iterdir()) == ["manifest.json", *sorted(after)]
    assert run(archive.config(), How(workers=0)).nothing_to_do


def test_what_is_broken_off_leaves_the_earlier_files(archive: Archive, folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    output = shards(ShardsOptions(path=str(folder), records=2))
    for record, line in zip(read_records(archive.records), archive.records.open(encoding="utf-8"), strict=True):
        output.write(record, line.rstrip("\n"))
    output.abandon()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_broken_file_is_said(folder: Path, tmp_path: Path) -> None:
    shard = folder / manifest(folder)["shards"][1]["name"]
    shard.write_bytes(shard.read_bytes()[:-20])
    with pytest.raises(RecordError, match=shard.name):
        list(read_shards(folder))
    with pytest.raises(RecordError, match="was it written by a run"):
        list(read_records(tmp_path))
