"""Records as a profile shows them: numbers masked, people on the list gone, offsets as before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline import Pipeline, Record
from pipeline.article import Page
from pipeline.config import ConfigError, load_config
from pipeline.privacy import OPEN, PrivacyError, Profile, load_profile, mask, mask_address
from pipeline.privacy.redact import redact
from pipeline.record import SpanRecord

TEXT = """– Bron håller i 40 år, säger Maja Tornberg, projektledare på Alvsunds kommun.

– Det är för dyrt, säger Bo Ek, 68, ordförande i Lillbo byalag. Han tycker att Tornbergs kalkyl är fel.

– På 070-174 06 13 svarar ingen, säger Bo Ek.

Maja Tornberg, projektledare, 070-174 06 12, maja.tornberg@alvsund.exempel"""


@pytest.fixture(scope="module")
def record(read: Callable[[str], Record]) -> Record:
    found = read(TEXT)
    first, *others = found.phones
    return found.model_copy(update={"phones": [first.model_copy(update={"context": "text"}), *others]})


def spans(value: object) -> list[SpanRecord]:
    found = [value] if isinstance(value, SpanRecord) else []
    if isinstance(value, list):
        return [span for item in value for span in spans(item)]
    if hasattr(value, "model_fields_set"):
        return [*found, *(span for name in type(value).model_fields for span in spans(getattr(value, name)))]  # type: ignore[attr-defined]
    return found


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        pytest.param("070-174 06 12", "070-*** ** 12", id="mobile"),
        pytest.param("+46701740612", "+4670*****12", id="international"),
        pytest.param("08-465 004 06", "08-4** *** 06", id="landline"),
        pytest.param("114 14", "*** **", id="too short to keep any of it"),
    ],
)
def test_mask(number: str, masked: str) -> None:
    assert mask(number) == masked


def test_mask_address() -> None:
    assert mask_address("maja.tornberg@alvsund.exempel") == "m" + "*" * 12 + "@alvsund.exempel"


def test_newsroom_masks_a_mobile_in_running_text_only(record: Record) -> None:
    shown = redact(record, load_profile("newsroom"))
    assert shown is not None
    assert "070-*** ** 13" in shown.text
    assert "070-174 06 12" in shown.text
    assert {p.e164 for p in shown.phones} == {"+4670*****13", "+46701740612"}
    assert [n.message for n in shown.notices if n.code == "privacy"] == ["newsroom: 1 numbers"]


def test_public_masks_what_leads_to_one_person(record: Record) -> None:
    shown = redact(record, load_profile("public"))
    assert shown is not None
    assert "06 12" not in shown.text
    assert "maja.tornberg" not in shown.to_json()
    assert all(p.age is None for p in shown.people)


@pytest.mark.parametrize("how", ["name", "id"])
def test_a_suppressed_person_is_nowhere(record: Record, how: str) -> None:
    person = next(p for p in record.people if p.name == "Maja Tornberg")
    listed = {
        "name": replace(OPEN, names=frozenset(["maja tornberg"])),
        "id": replace(OPEN, ids=frozenset([person.id])),
    }
    shown = redact(record, listed[how])
    assert shown is not None
    line = shown.to_json().casefold()
    assert "tornberg" not in line
    assert "06 12" not in line
    assert person.id not in line
    assert {q.speaker.name for q in shown.quotes} == {"Bo Ek"}
    assert len(shown.text) == len(record.text)


def test_a_suppressed_article_or_quote_is_gone(record: Record) -> None:
    assert redact(record, replace(OPEN, ids=frozenset([record.id]))) is None
    gone = record.quotes[0].id
    shown = redact(record, replace(OPEN, ids=frozenset([gone])))
    assert shown is not None
    assert gone not in {q.id for q in shown.quotes}


def test_nothing_to_hide_is_the_very_same_record(record: Record) -> None:
    assert redact(record, OPEN) is record
    assert redact(record, replace(OPEN, names=frozenset(["rut sandell"]))) is record


@settings(max_examples=40)
@given(
    names=st.sets(st.sampled_from(["maja tornberg", "bo ek", "alvsunds kommun", "lillbo"])),
    profile=st.sampled_from(["newsroom", "shared", "public"]),
)
def test_every_span_still_stands_in_the_text(record: Record, names: set[str], profile: str) -> None:
    shown = redact(record, replace(load_profile(profile), names=frozenset(names)))
    assert shown is not None
    assert len(shown.text) == len(record.text)
    for span in spans(shown):
        assert shown.text[span.start : span.end] == span.text
    again = redact(shown, replace(load_profile(profile), names=frozenset(names)))
    assert again is not None
    assert again.text == shown.text


def test_keyed_tells_the_same_number_without_telling_it(tmp_path: Path, record: Record) -> None:
    (tmp_path / "key").write_text("0123456789abcdef0123", encoding="utf-8")
    (tmp_path / "own.yaml").write_text("phones: {mobile: keyed}\nkey_file: key\n", encoding="utf-8")
    shown = redact(record, load_profile(str(tmp_path / "own.yaml")))
    assert shown is not None
    assert "06 12" not in shown.to_json()
    assert all((p.e164 or "").startswith("hmac:") for p in shown.phones)
    assert len({p.e164 for p in shown.phones}) == 2


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("phones: {mobil: mask}", "phones.mobil", id="no such kind"),
        pytest.param("emial: keep", "did you mean 'emails'", id="no such key"),
        pytest.param("phones: {mobile: keyed}", "needs a secret", id="keyed without a key"),
        pytest.param("base: newsrom", "did you mean 'newsroom'", id="no such base"),
        pytest.param("suppress: none.txt", "the list cannot be read", id="no such list"),
        pytest.param("base: own.yaml", "includes itself", id="circle"),
    ],
)
def test_mistakes(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "own.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PrivacyError, match=told):
        load_profile(str(tmp_path / "own.yaml"))


def test_in_a_configuration(tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("# borttagna\nMaja Tornberg\n", encoding="utf-8")
    path = tmp_path / "run.yaml"
    path.write_text(f"stages: [clean]\nprivacy: {{profile: public, suppress: {tmp_path}/list.txt}}\n", encoding="utf-8")
    config = load_config(path)
    assert config.privacy.hides_name("MAJA  Tornberg")
    assert config.sha256 != replace(config, privacy=OPEN).sha256
    path.write_text("stages: [clean]\nprivacy: newsrom\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"run.yaml:2: privacy: no profile called 'newsrom'; did you mean 'newsroom'"):
        load_config(path)


def test_applied_before_outputs(pipeline: Pipeline) -> None:
    listed = Profile(names=frozenset(["maja tornberg"]))
    text = f"Nytt från Alvsund\n\n{TEXT}"
    before, pipeline.config = pipeline.config, replace(pipeline.config, privacy=listed)
    try:
        assert "Tornberg" not in pipeline.process(text).to_json()
        page = Page(text.encode(), path="t.txt", media_type="text/plain")
        pipeline.config = replace(before, privacy=replace(OPEN, ids=frozenset([pipeline.process(page).id])))
        outcome = pipeline.outcome(page)
        assert (outcome.ending, outcome.reason) == ("skipped", "suppressed")
    finally:
        pipeline.config = before
