"""A source that changes its layout is noticed, with the page; one that is as it was is not."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest

from pipeline.article import Article, Page
from pipeline.drift import Drift, page_facts
from pipeline.stage import STAGES
from tests.clean.family_pages import PAGES
from tests.clean.press_pages.mutations import with_renamed_classes

USUAL: dict[str, Any] = {"rule": "sitevision", "lead": True, "contact": True, "dash": True, "date": True, "byline": False, "letters": True, "blocks": 20, "characters": 3000}  # fmt: skip


def pages(count: int, seed: int = 1, **shares: float) -> Iterator[dict[str, Any]]:
    """Pages whose measures are true with these probabilities; sizes vary as those of articles do."""
    rng = random.Random(seed)
    for _ in range(count):
        drawn = {name: rng.random() < share for name, share in shares.items()}
        size = int(3000 * rng.lognormvariate(0, 0.6))
        yield USUAL | drawn | {"characters": size, "blocks": size // 150}


def warned(*runs: Iterator[dict[str, Any]], source: str | None = "alvsund") -> list[str]:
    drift = Drift()
    for n, facts in enumerate(facts for run in runs for facts in run):
        drift.observe(f"sida{n}.html", source, facts)
    return [warning.sentence() for warning in drift.warnings()]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("share", [0.02, 0.3, 0.5, 0.7, 0.98])
def test_chance_is_no_drift(share: float, seed: int) -> None:
    assert warned(pages(3000, seed, lead=share, contact=share, dash=share, date=share, byline=share)) == []


def test_lost_leads_are_noticed_within_ten_pages_and_the_first_is_named() -> None:
    usual, lost = pages(300, lead=0.97), pages(60, seed=2, lead=0.0)
    (sentence,) = warned(usual, lost)
    assert sentence.startswith("alvsund (sitevision): pages with a lead fell from 9")
    assert "since sida300.html" in sentence
    assert int(sentence.rpartition("sida")[2].split(".")[0]) < 310


def test_a_source_that_grows_silent_is_noticed_for_each_measure_once() -> None:
    silent = ({**facts, "dash": False, "contact": False} for facts in pages(100, seed=3))
    sentences = warned(pages(200, dash=0.8, contact=0.9), silent)
    assert sorted(sentence.split(": ")[1].split(" fell")[0] for sentence in sentences) == [
        "pages with a contact",
        "pages with dash lines",
    ]


def test_pages_that_shrink_are_noticed() -> None:
    cut = ({**facts, "characters": 200, "blocks": 2} for facts in pages(60, seed=4))
    sentences = warned(pages(200), cut)
    assert {sentence.split(": ")[1].split(" fell")[0] for sentence in sentences} == {
        "blocks a page",
        "characters a page",
    }


def test_a_new_layout_becomes_usual_and_its_end_is_noticed_again() -> None:
    sentences = warned(pages(200, lead=1.0), pages(900, seed=5, lead=0.0), pages(60, seed=6, lead=1.0))
    assert ["fell" in sentence for sentence in sentences] == [True, False]


def test_sources_and_rules_have_bands_of_their_own() -> None:
    drift = Drift()
    for n in range(400):
        drift.observe(f"a{n}", "a", USUAL)
        drift.observe(f"b{n}", "b", USUAL | {"lead": False})
        drift.observe(f"c{n}", "a", USUAL | {"lead": False, "rule": "generic"})
    assert drift.warnings() == ()


def test_a_few_pages_have_no_band() -> None:
    assert warned(pages(20, lead=1.0), pages(20, seed=2, lead=0.0)) == []


def test_the_facts_of_a_page_and_of_one_whose_classes_were_renamed() -> None:
    spec = STAGES.get("clean")
    clean = spec.build(spec.config())

    def facts(html: str) -> dict[str, Any]:
        return page_facts(clean(Article(Page(html.encode(), media_type="text/html"))))

    found = facts(PAGES["mynewsdesk"])
    assert (found["lead"], found["contact"], found["dash"], found["date"], found["byline"]) == (True, True, True, True, False)  # fmt: skip
    drift = Drift()
    for n in range(120):
        html = PAGES["mynewsdesk"] if n < 80 else with_renamed_classes(PAGES["mynewsdesk"]).replace("datetime=", "x=")
        drift.observe(f"sida{n}", "rum", facts(html) | {"rule": "rum"})
    assert {warning.measure for warning in drift.warnings()} >= {"pages with a day"}
    assert all(warning.as_dict()["since"] == "sida80" for warning in drift.warnings())


def test_a_run_warns_and_its_report_tells() -> None:
    from pipeline.run.assembly import Ended
    from pipeline.run.outcomes import Outcome
    from pipeline.run.page import page_of
    from pipeline.run.report import Report

    counted = {"source": "<alvsund>", "month": None, "unknown": 0, "rules": {}, "speakers": {}, "bodies": {}, "notices": {}, "found": {"quotes": 1}}  # fmt: skip
    watched = [
        *({"page": facts} for facts in pages(200, lead=1.0)),
        *({"page": facts} for facts in pages(60, lead=0.0)),
    ]
    inputs = [Ended(Outcome("ok", f"s{n}.html", "{}"), "", 1, counted | facts) for n, facts in enumerate(watched)]
    inputs.append(Ended(Outcome("ok", "gammal.html", "{}"), "", 1, counted))
    report = Report()
    assert len(list(report.passing(iter(inputs)))) == 261
    (warning,) = report.drift.warnings()
    assert warning.sentence().startswith("<alvsund> (sitevision): pages with a lead fell from")
    told = {"drift": [warning.as_dict() | {"sentence": warning.sentence()}]}
    plain = {"accounts": {"balanced": True, "sentence": ""}, "articles_by_month": {}, "sources": {}, "speakers": {}, "bodies": {}, "quotes_by_rule": {}, "found": {}, "reasons": {}, "examples": {}, "notices": {}, "about": {}}  # fmt: skip
    timing = {"worked_on": 0, "seconds": 0, "workers": 0, "documents_per_second": 0, "reused": 0, "worker_deaths": 0, "largest_worker_mb": 0, "stage_ms_per_document": {}}  # fmt: skip
    html = page_of(plain | told | {"timing": timing})
    assert "Källor som ändrats" in html
    assert "&lt;alvsund&gt;" in html
