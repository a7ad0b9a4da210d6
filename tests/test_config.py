"""Mistakes in a configuration are named with file, line, what was expected, and what may have been meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.config import ConfigError, default_config, load_config

MISTAKES = [
    pytest.param("stagess: [clean]\n", "c.yaml:1: stagess: unknown key; did you mean 'stages'?", id="unknown key"),
    pytest.param(
        "stages:\n  - clean\n  - contactss\n",
        "c.yaml:3: stages[1]: no stage called 'contactss'; did you mean 'contacts'?",
        id="unknown stage",
    ),
    pytest.param(
        "stages:\n  - clean:\n      keep_langage: sv\n",
        "c.yaml:3: stages[0] 'clean': keep_langage: unknown option; did you mean 'keep_language'?",
        id="unknown option",
    ),
    pytest.param(
        "stages:\n  - clean\n  - figures\n",
        "c.yaml:3: stages[1] 'figures' reads 'phones', which no earlier stage adds; put 'contacts' before it",
        id="wrong order",
    ),
    pytest.param(
        "stages:\n  - clean\n  - clean\n",
        "c.yaml:3: stages[1] 'clean' adds 'text', which 'clean' has added",
        id="twice",
    ),
    pytest.param("stages: clean\n", "c.yaml:1: stages: expected a list", id="not a list"),
    pytest.param("stages:\n  - clean: [1]\n", "c.yaml:2: stages[0] 'clean': expected options", id="options as a list"),
    pytest.param("stages: [\n", "not valid YAML", id="broken YAML"),
    pytest.param("", "expected keys such as 'stages:'", id="empty file"),
    pytest.param("include: other.yaml\n", "other.yaml: cannot be read", id="missing include"),
    pytest.param("include: c.yaml\n", "includes itself", id="include of itself"),
    pytest.param("outputs:\n  - jsonl: {path: x}\n", "expected at least one stage", id="no stages"),
    pytest.param(
        "stages: [clean]\noutputs:\n  - sqlite: {path: x.db}\narchive:\n  - lnik\n",
        "c.yaml:5: archive[0]: no archive step called 'lnik'; did you mean 'link'?",
        id="unknown archive step",
    ),
    pytest.param(
        "stages: [clean]\noutputs:\n  - sqlite: {path: x.db}\narchive:\n  - link: {correction: c.yaml}\n",
        "c.yaml:5: archive[0] 'link': correction: unknown option; did you mean 'corrections'?",
        id="unknown option of an archive step",
    ),
    pytest.param(
        "stages: [clean]\narchive: [same, link]\n",
        "c.yaml:2: archive: runs over the store; add the output 'sqlite', such as {path: out/press.db}",
        id="archive without a store",
    ),
    pytest.param("stages: [clean]\nrun: {max_failures: many}\n", "c.yaml:2: run: max_failures", id="wrong type"),
]


@pytest.mark.parametrize(("text", "message"), MISTAKES)
def test_mistake(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "c.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert message in str(caught.value)
    assert "Traceback" not in str(caught.value)


def test_every_mistake_is_named_at_once(tmp_path: Path) -> None:
    path = tmp_path / "c.yaml"
    path.write_text("stages:\n  - klean\n  - datess\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert len(str(caught.value).splitlines()) == 2


def test_an_include_is_taken_first_and_keys_replace_it(tmp_path: Path) -> None:
    (tmp_path / "base.yaml").write_text("stages: [clean]\nrun: {max_failures: 3}\n", encoding="utf-8")
    (tmp_path / "c.yaml").write_text("include: base.yaml\nrun: {max_failures: 5}\n", encoding="utf-8")
    config = load_config(tmp_path / "c.yaml")
    assert [step.name for step in config.stages] == ["clean"]
    assert config.run.max_failures == 5


def test_the_fingerprint_is_of_what_decides_a_record(tmp_path: Path) -> None:
    def sha(text: str) -> str:
        (tmp_path / "c.yaml").write_text(text, encoding="utf-8")
        return load_config(tmp_path / "c.yaml").sha256

    plain = sha("stages: [clean, contacts]\n")
    assert sha("# a comment\nrun: {max_failures: 9}\nstages:\n  - clean\n  - contacts: {}\n") == plain
    assert sha("stages:\n  - clean: {keep_language: any}\n  - contacts\n") != plain


def test_the_default_is_right() -> None:
    assert default_config().stages[0].name == "clean"
