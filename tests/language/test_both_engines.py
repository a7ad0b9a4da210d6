"""The five kinds of findings on both engines, over the same pages of ours: people, organisations, quotes with their
speakers, phones and figures."""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.article import Page
from pipeline.config import default_config
from pipeline.data import data_path
from pipeline.evaluate.report import evaluate_folder
from pipeline.record import Record
from pipeline.run import load

HAS_STANZA = importlib.util.find_spec("stanza") is not None
HAS_MODELS = data_path("models", "stanza", "manifest.json").is_file()

pytestmark = [
    pytest.mark.stanza,
    pytest.mark.skipif(not (HAS_STANZA and HAS_MODELS), reason="needs the stanza extra and models/stanza"),
]

CORPUS = Path(__file__).parents[2] / "corpus"
PAGES = sorted((CORPUS / "pages").glob("*.html"))
ENGINES = ("spacy", "stanza")


@pytest.fixture(scope="module")
def records() -> Mapping[str, Mapping[str, Record]]:
    """Return each engine's record of every page."""
    found: dict[str, dict[str, Record]] = {}
    for engine in ENGINES:
        pipeline = load(default_config().with_option("language", "engine", engine))
        found[engine] = {
            page.name: pipeline.process(Page(page.read_bytes(), path=f"pages/{page.name}")) for page in PAGES
        }
    return found


def findings(record: Record) -> dict[str, Counter[tuple[str, ...]]]:
    """Return what a reader would compare of each kind: no identifiers, no offsets, no confidence."""
    quotes = (
        (q.kind, " ".join(part.text for part in q.contents), *(s.name or "" for s in (q.speaker, *q.co_speakers)))
        for q in record.quotes
    )
    return {
        "people": Counter((person.name,) for person in record.people),
        "organisations": Counter((body.name,) for body in record.organisations),
        "quotes with speakers": Counter(quotes),
        "phones": Counter((phone.e164 or phone.text,) for phone in record.phones),
        "figures": Counter((f.text, str(f.value), str(f.low), str(f.high)) for f in record.figures),
    }


def agreement(kind: str, records: Mapping[str, Mapping[str, Record]]) -> tuple[float, list[str]]:
    """Return F of one engine's findings against the other's over all pages, and each page's differences."""
    shared = total = 0
    differences = []
    for page in PAGES:
        ours, theirs = (findings(records[engine][page.name])[kind] for engine in ENGINES)
        shared += 2 * (ours & theirs).total()
        total += ours.total() + theirs.total()
        if ours != theirs:
            differences.append(f"{page.name}: only spacy {[*(ours - theirs)]}, only stanza {[*(theirs - ours)]}")
    return shared / total, differences


#: F of one engine's findings against the other's, about two points under what was measured in November 2026.
AGREEMENT = {"phones": 1.0, "figures": 0.99, "quotes with speakers": 0.95, "people": 0.94, "organisations": 0.77}
#: F against our gold that either engine reaches at least, of all quotes with their speakers, and of people.
GOLD = {"end-to-end direct": 0.91, "end-to-end all": 0.88, "people": 0.92, "phones": 0.97, "figures": 0.92}


@pytest.mark.parametrize(("kind", "least"), AGREEMENT.items())
def test_both_find_the_same(records: Mapping[str, Mapping[str, Record]], kind: str, least: float) -> None:
    found, differences = agreement(kind, records)
    assert found >= least, f"{kind} agree to {found:.3f}\n" + "\n".join(differences)


def test_the_text_is_the_same(records: Mapping[str, Mapping[str, Record]]) -> None:
    ours, theirs = ({name: r.text for name, r in records[engine].items()} for engine in ENGINES)
    assert ours == theirs


@pytest.mark.parametrize("engine", ENGINES)
def test_both_find_what_the_gold_has(records: Mapping[str, Mapping[str, Record]], engine: str, tmp_path: Path) -> None:
    lines = tmp_path / "records.jsonl"
    lines.write_text("".join(record.to_json() + "\n" for record in records[engine].values()), encoding="utf-8")
    scores = evaluate_folder(CORPUS / "gold" / "pages", CORPUS, lines).totals()
    assert {m: scores[m].f1 for m, least in GOLD.items() if scores[m].f1 < least} == {}
