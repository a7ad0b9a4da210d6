"""Every page of ``corpus/pages`` in the blocks that a reader would mark in it.

``expected/NAME.tsv`` holds one block a line: kind, tab, its first and last words. ``a|b`` allows two kinds where the
contract leaves a choice, ``one || other`` two texts, a leading ``?`` a block that may be missing; ``⏎`` is a line's end
inside a block. Contacts that stand next to each other are one line here. Lines ``#title`` and the like say what the article itself must hold; of a date the day is compared.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline.article import Article, Page
from pipeline.stage import STAGES

ROOT = Path(__file__).resolve().parents[2]
PAGES = ROOT / "corpus" / "pages"
EXPECTED = Path(__file__).resolve().parent / "expected"
NAMES = sorted(path.stem for path in EXPECTED.glob("*.tsv"))


@dataclass(frozen=True, slots=True)
class Expected:
    kinds: frozenset[str]
    texts: tuple[str, ...]
    optional: bool

    def fits(self, kind: str, text: str) -> bool:
        return kind in self.kinds and any(_fits(pattern, text) for pattern in self.texts)


def _fits(pattern: str, text: str) -> bool:
    first, more, last = pattern.partition(" … ")
    return text.startswith(first) and text.endswith(last) if more else text == pattern


def read_expected(name: str) -> tuple[dict[str, str | None], list[Expected]]:
    facts: dict[str, str | None] = {}
    blocks = []
    for line in (EXPECTED / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        kind, _, text = line.partition("\t")
        if kind.startswith("#"):
            facts[kind[1:]] = None if text == "null" else text
        else:
            kinds = frozenset(kind.lstrip("?").split("|"))
            blocks.append(Expected(kinds, tuple(text.split(" || ")), kind.startswith("?")))
    return facts, blocks


def read_page(name: str) -> Article:
    spec = STAGES.get("clean")
    data = (PAGES / f"{name}.html").read_bytes()
    return spec.build(spec.config())(Article(Page(data, path=f"{name}.html", media_type="text/html")))


def shown(article: Article) -> list[tuple[str, str]]:
    """Kind and text of the blocks as the expectations write them.

    Neighbouring lines of a contact, and rows of a table, count as one whether they are one block or several. What is
    labelled ``other`` is known to be no text of the article; a page may keep it.
    """
    found: list[tuple[str, str]] = []
    for block in article.blocks:
        text = re.sub("[ \u00a0\t]+", " ", article.text[block.start : block.end])
        text = text.replace("\n", " " if block.kind == "table" else "⏎")
        if block.kind in ("contact", "table") and found and found[-1][0] == block.kind:
            found[-1] = (block.kind, found[-1][1] + ("⏎" if block.kind == "contact" else " ") + text)
        elif block.kind != "other":
            found.append((block.kind, text))
    return found


def test_every_page_has_its_blocks_written_down() -> None:
    assert {path.stem for path in PAGES.glob("*.html")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_blocks(name: str) -> None:
    _, waiting = read_expected(name)
    for kind, text in shown(read_page(name)):
        at = next((i for i, wanted in enumerate(waiting) if wanted.fits(kind, text)), None)
        assert at is not None, f"not expected here: {kind}\t{text}"
        missed = [wanted for wanted in waiting[:at] if not wanted.optional]
        assert not missed, f"missing before {text[:60]!r}: {missed[0]}"
        waiting = waiting[at + 1 :]
    missed = [wanted for wanted in waiting if not wanted.optional]
    assert not missed, f"missing: {missed[0]}"


@pytest.mark.parametrize("name", NAMES)
def test_what_the_page_says_of_itself(name: str) -> None:
    facts, _ = read_expected(name)
    article = read_page(name)
    assert article.title == facts["title"]
    assert article.byline == facts["byline"]
    for key in ("published_at", "updated_at"):
        value = getattr(article, key)
        assert (value and value[:10]) == facts[key], key
    assert article.encoding is not None
    assert article.encoding.name == facts["encoding"]


@pytest.mark.parametrize("name", NAMES)
def test_offsets(name: str) -> None:
    article = read_page(name)
    assert "\n\n".join(article.text[block.start : block.end] for block in article.blocks) == article.text
    at = 0
    for block in article.blocks:
        assert block.start == at
        assert block.end > block.start
        at = block.end + 2
