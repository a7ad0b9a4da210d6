"""The press release that started the project must always come out right. Its text is nobody's to commit: SEED=path.

What is expected is read off the file itself (the dash lines, the contact block), and the bodies it names are kept
here as fingerprints.
"""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path

import pytest

from pipeline import Page, Pipeline, Record

SEED = os.environ.get("SEED", "")
pytestmark = pytest.mark.skipif(not SEED, reason="give the seed's path as SEED=…")

#: sha256 of each body's name, twelve digits.
BODIES = frozenset(
    "21ba5b0c823f 9f6cd930e719 6cfec896cc69 fded2dcc48e9 cc83816f1520 67011f74c467 85650da38f98 f6f695adba3a "
    "66f27d1c8393 e888155d8c7d".split()
)
FIGURES = {("15", "klusterorganisationer"), ("700", "företag"), ("60000", "anställda")}


@pytest.fixture(scope="module")
def text() -> str:
    return Path(SEED).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def record(pipeline: Pipeline) -> Record:
    return pipeline.process(Page(Path(SEED).read_bytes(), path=Path(SEED).name))


def test_quotes_and_their_speaker(text: str, record: Record) -> None:
    said = [line[2:].rpartition(", säger ")[0] for line in text.splitlines() if line.startswith("– ")]
    assert len(said) == 3
    assert [[part.text for part in q.contents] for q in record.quotes] == [[words] for words in said]
    assert {(q.kind, q.mark, q.speaker.kind, q.speaker.role) for q in record.quotes} == {
        ("direct", "dash", "person", "projektledare")
    }
    assert len(record.people) == 1
    assert {q.speaker.name for q in record.quotes} == {record.people[0].name}
    body = {o.id: o.name for o in record.organisations}[record.quotes[0].speaker.organisation_id or ""]
    assert fingerprint(body) in BODIES
    assert all(q.speaker.organisation_id == record.quotes[0].speaker.organisation_id for q in record.quotes)


def test_the_phone_is_the_speakers(text: str, record: Record) -> None:
    digits = re.sub(r"\D", "", text.splitlines()[-1])
    assert [(p.e164, p.person_id) for p in record.phones] == [("+46" + digits[1:], record.people[0].id)]


def test_figures_and_dates(record: Record) -> None:
    assert {(f.value, f.unit) for f in record.figures} == FIGURES
    assert [f.qualifier for f in record.figures] == [None, None, "cirka"]
    assert [(d.text, d.iso) for d in record.dates if d.precision == "day"] == [("23-24 februari", None)]


def test_bodies(record: Record) -> None:
    found = {fingerprint(form) for o in record.organisations for form in (o.name, *o.aliases)}
    assert found >= BODIES


def fingerprint(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:12]
