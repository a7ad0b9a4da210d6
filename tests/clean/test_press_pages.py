"""Sixty-five invented press pages in the layouts of eight families, 1999 to 2026: what is kept, whole and damaged."""

from __future__ import annotations

import json
from collections import Counter
from functools import lru_cache

import pytest

from pipeline.article import Article, Page
from pipeline.stage import STAGES
from pipeline.verify.tracing import trace_html
from tests.clean.press_pages.build import FOLDER, PressPage, press_pages
from tests.clean.press_pages.layouts import LAYOUTS
from tests.clean.press_pages.measure import Line, count, share
from tests.clean.press_pages.mutations import MUTATIONS, SWAPS, relabelled

#: The least share kept of each, over all pages; of boilerplate the largest share that leaks. They only rise (and fall).
FLOORS = {
    "phones": 1.0,
    "contact lines": 1.0,
    "contact lines labelled": 0.99,
    "leads": 1.0,
    "leads labelled": 1.0,
    "dash lines": 1.0,
    "dash lines labelled": 1.0,
    "captions": 1.0,
    "captions labelled": 1.0,
    "paragraphs": 1.0,
    "headings and items": 1.0,
    "titles": 1.0,
    "titles labelled": 1.0,
}
LEAK = 0.005
#: Where damage takes away what a page says by its markup alone.
DAMAGED: dict[str, dict[str, float]] = {
    "with_renamed_classes": {
        "contact lines labelled": 0.98,
        "leads labelled": 0.95,
        "titles": 0.96,
        "titles labelled": 0.96,
    },
}
DAMAGED_LEAK = {"with_renamed_classes": 0.025}


@lru_cache(maxsize=1)
def pages() -> tuple[PressPage, ...]:
    return tuple(press_pages())


def read(data: bytes) -> Article:
    spec = STAGES.get("clean")
    return spec.build(spec.config())(Article(Page(data, media_type="text/html")))


def lines(article: Article) -> list[Line]:
    return [Line(text, b.kind) for b in article.blocks for text in article.text[b.start : b.end].split("\n")]


def fallen(totals: Counter[str], floors: dict[str, float], leak: float) -> dict[str, float]:
    found = {name: share(totals, name) for name, floor in floors.items() if share(totals, name) < floor}
    return found | ({"boilerplate": share(totals, "boilerplate")} if share(totals, "boilerplate") > leak else {})


def test_the_committed_pages_are_what_stories_and_layouts_give() -> None:
    expected = [json.loads(line) for line in (FOLDER / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [it["page"] for it in expected] == [page.name for page in pages()]
    for page, it in zip(pages(), expected, strict=True):
        assert (FOLDER / f"{page.name}.html").read_bytes() == page.data
        assert page.expected.as_dict() == {key: value for key, value in it.items() if key not in ("page", "layout")}
    assert len(list(FOLDER.glob("*.html"))) == len(expected)


def test_families_layouts_and_encodings_are_several() -> None:
    assert len(pages()) >= 60
    used = {page.layout.name: page.layout for page in pages()}
    assert set(used) == {it.name for it in LAYOUTS}
    assert min(Counter(it.family for it in used.values()).values()) >= 3
    assert len({it.family for it in used.values()}) == 8
    assert {it.codec for it in used.values()} == {"utf-8", "cp1252", "mac_roman", "ascii"}


def test_what_is_kept_of_the_pages_as_they_are() -> None:
    totals: Counter[str] = Counter()
    for page in pages():
        totals += count(page.expected, lines(read(page.data)))
    assert fallen(totals, FLOORS, LEAK) == {}


@pytest.mark.parametrize("family", sorted({it.family for it in LAYOUTS}))
def test_day_reporter_and_family(family: str) -> None:
    for page in pages():
        if page.layout.family != family:
            continue
        article = read(page.data)
        assert (article.published_at or "")[:10] == (page.expected.published or ""), page.name
        assert article.byline == page.expected.byline, page.name
        assert article.rule is not None
        assert article.rule.partition(":")[0] == ("plainold" if page.layout.name == "table-of-1998" else family), page.name  # fmt: skip


def test_every_block_is_traced_to_its_source() -> None:
    for page in pages():
        article = read(page.data)
        blocks = [{"kind": b.kind, "start": b.start, "end": b.end, "address": b.address} for b in article.blocks]
        source = page.data.decode("cp1252" if page.layout.codec == "cp1252" else page.layout.codec)
        assert trace_html({"text": article.text, "blocks": blocks}, source).problems == (), page.name


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_what_is_kept_of_damaged_pages(mutation: str) -> None:
    totals: Counter[str] = Counter()
    for page in pages():
        damaged = MUTATIONS[mutation](page.data.decode(page.layout.codec)).encode()
        totals += count(page.expected, lines(read(damaged)))
    assert fallen(totals, FLOORS | DAMAGED.get(mutation, {}), DAMAGED_LEAK.get(mutation, LEAK)) == {}


@pytest.mark.parametrize("swap", SWAPS)
def test_what_is_kept_under_another_encoding(swap: str) -> None:
    codec, label = SWAPS[swap]
    totals: Counter[str] = Counter()
    for page in pages():
        html = relabelled(page.data.decode(page.layout.codec), label)
        # What the encoding has no sign for is written as a reference, as editors did.
        totals += count(page.expected, lines(read(html.encode(codec, "xmlcharrefreplace"))))
    assert fallen(totals, FLOORS, LEAK) == {}
