"""Keys of stages: they change with what a stage depends on, and with nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import Pipeline
from pipeline.config import Config, default_config, load_config
from pipeline.run import keys
from pipeline.run.keys import record_key, stage_keys


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    keys.code_digest.cache_clear()
    yield
    keys.code_digest.cache_clear()


def by_name(config: Config) -> dict[str, str]:
    return {stage.name: stage.key for stage in stage_keys(config)}


def changed(before: dict[str, str], after: dict[str, str]) -> set[str]:
    return {name for name in before if before[name] != after[name]}


def test_another_line_of_code_changes_the_stage_and_its_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    config = default_config()
    before, whole = by_name(config), record_key(config)
    source = keys._source

    def edited(module: str) -> str | None:
        text = source(module)
        return f"{text}\n# x" if module == "pipeline.stages.contacts.phones" else text

    monkeypatch.setattr(keys, "_source", edited)
    keys.code_digest.cache_clear()
    assert {"contacts", "figures", "owners"} <= changed(before, by_name(config))
    assert not changed(before, by_name(config)) & {"clean", "language", "dates", "names", "quotes"}
    assert record_key(config) != whole


@pytest.mark.parametrize(("file", "stage"), [("titles.tsv", "roles"), ("cues.tsv", "quotes"), ("units.tsv", "figures")])
def test_another_word_in_a_list_changes_the_stages_that_read_it(
    monkeypatch: pytest.MonkeyPatch, file: str, stage: str
) -> None:
    config = default_config()
    monkeypatch.setattr(keys, "_file_digest", lambda path: "other" if path.name == file else path.name)
    keys.code_digest.cache_clear()
    other = by_name(config)
    monkeypatch.setattr(keys, "_file_digest", lambda path: path.name)
    keys.code_digest.cache_clear()
    assert stage in changed(by_name(config), other)
    assert "language" not in changed(by_name(config), other)


def test_comments_and_the_order_of_options_change_nothing(tmp_path: Path) -> None:
    texts = [
        "stages:\n  - clean: {keep_language: any, max_bytes: 5000}\n  - contacts\n",
        "# a comment\nstages:\n  - clean:\n      max_bytes: 5000  # small\n      keep_language: any\n  - contacts: {}\n",
    ]
    found = []
    for number, text in enumerate(texts):
        path = tmp_path / f"{number}.yaml"
        path.write_text(text, encoding="utf-8")
        found.append(record_key(load_config(path)))
    assert found[0] == found[1]


def test_a_record_names_the_models_that_took_part(pipeline: Pipeline) -> None:
    models = pipeline.process("– Vi är klara, säger Rut Sandell.").produced_by.models
    assert [model.name for model in models] == ["sv_press"]
    assert len(models[0].sha256) == 64
    assert models[0].version
