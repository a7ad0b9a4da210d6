"""Bytes of a page to its text, by us and by the extractors that people use instead."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from pipeline.article import Article, Page
from pipeline.stage import STAGES
from pipeline.stages.clean import CleanOptions

#: What of our blocks is body text, as collections of article bodies understand it.
BODY = frozenset(["lead", "paragraph", "dash", "heading", "list_item", "factbox", "table"])


@dataclass(frozen=True, slots=True)
class Extractor:
    """A name and two views of a page's bytes: the body alone, and every line that is kept."""

    name: str
    body: Callable[[bytes], str]
    lines: Callable[[bytes], list[str]]


def our_articles() -> Callable[[bytes], Article]:
    """Return the stage `clean` on the bytes of a page in any language."""
    clean = STAGES.get("clean").build(CleanOptions(keep_language="any"))
    return lambda data: clean(Article(Page(data, media_type="text/html")))


def ours() -> Extractor:
    """Talstreck's stage `clean`."""
    read = our_articles()

    def body(data: bytes) -> str:
        article = read(data)
        return "\n".join(article.text[b.start : b.end] for b in article.blocks if b.kind in BODY)

    return Extractor("talstreck", body, lambda data: read(data).text.split("\n"))


def trafilatura(also: str = "") -> Extractor:
    """Trafilatura as installed; comments off, as its own benchmark has it.

    ``also`` is ``fast``, which leaves out its fall-backs, or ``with_metadata``: title, author and days, which we read too.
    """
    extract = importlib.import_module("trafilatura").extract
    said = {also: True} if also else {}

    def body(data: bytes) -> str:
        text = extract(data, include_comments=False, **said) or ""
        return text.partition("\n---\n")[2] if text.startswith("---\n") else text

    return Extractor(f"trafilatura {also}".strip(), body, lambda data: body(data).split("\n"))


def resiliparse() -> Extractor:
    """Resiliparse's main content, with the encoding that it detects itself."""
    tree = importlib.import_module("resiliparse.parse.html").HTMLTree
    detect = importlib.import_module("resiliparse.parse.encoding").detect_encoding
    extract = importlib.import_module("resiliparse.extract.html2text").extract_plain_text

    def body(data: bytes) -> str:
        return str(extract(tree.parse_from_bytes(data, detect(data)), main_content=True))

    return Extractor("resiliparse", body, lambda data: body(data).split("\n"))


def all_text() -> Extractor:
    """Every line of the page: nothing lost, nothing left out."""
    html = importlib.import_module("lxml.html")

    def body(data: bytes) -> str:
        tree = html.document_fromstring(data)
        for element in tree.xpath("//script|//style"):
            element.drop_tree()
        return "\n".join(text.strip() for text in tree.itertext() if text.strip())

    return Extractor("all text", body, lambda data: body(data).split("\n"))


def installed() -> list[Extractor]:
    """Return ours and the others that are here; those that are not are named on standard output."""
    found = [ours()]
    makers: list[Callable[[], Extractor]] = [
        trafilatura,
        partial(trafilatura, "fast"),
        partial(trafilatura, "with_metadata"),
        resiliparse,
    ]
    for make in makers:
        try:
            found.append(make())
        except ImportError as error:
            print(f"left out: {error}; make bench installs it")
    return found
