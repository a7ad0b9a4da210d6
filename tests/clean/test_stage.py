"""The stage itself: what it makes of a page, what it leaves out with which reason, and that nothing breaks it."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.article import Article, Page
from pipeline.stage import STAGES, Skip
from pipeline.stages.clean import CleanOptions, clean
from tests.clean.family_pages import PAGES
from tests.growth import processor_seconds

SWEDISH = "Bron blir dyrare\n\nKommunen bygger en ny bro över sundet, säger hon, och den blir klar först nästa höst."
NORWEGIAN = (
    "Broen blir dyrere\n\nKommunen bygger en ny bro over sundet, sier hun, og den blir ikke ferdig før neste høst."
)


def read(data: bytes | str, media_type: str = "text/plain", **options: object) -> Article:
    raw = data.encode() if isinstance(data, str) else data
    return clean(CleanOptions.model_validate(options))(Article(Page(raw, path="sida", media_type=media_type)))


def check(article: Article) -> None:
    at = 0
    for block in article.blocks:
        assert block.start == at
        assert block.end > block.start
        at = block.end + 2
        assert "\n\n" not in article.text[block.start : block.end]
    assert "\n\n".join(article.text[b.start : b.end] for b in article.blocks) == article.text


def test_it_is_registered_with_what_it_adds() -> None:
    spec = STAGES.get("clean")
    assert (spec.reads, spec.adds) == ((), ("text",))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="no bytes"),
        pytest.param(b" \r\n\t \xef\xbb\xbf", "empty", id="only space"),
        pytest.param(b"%PDF-1.7 blabla", "not_text", id="pdf"),
        pytest.param(b"PK\x03\x04blabla", "not_text", id="zip"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "not_text", id="png"),
        pytest.param(b"abc\0def\0ghi" * 100, "not_text", id="zero bytes"),
        pytest.param(b"x" * 1001, "too_large", id="too large"),
        pytest.param(NORWEGIAN.encode(), "language", id="Norwegian"),
    ],
)
@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
def test_what_is_no_swedish_page_is_left_out(data: bytes, reason: str, media_type: str) -> None:
    with pytest.raises(Skip) as skip:
        read(data, media_type, max_bytes=1000 if reason == "too_large" else 20_000_000)
    assert skip.value.reason == reason
    assert "\n" not in skip.value.message


def test_a_page_of_menus_alone_is_empty() -> None:
    with pytest.raises(Skip) as skip:
        read("<html><body><nav><a href='/'>Start</a></nav></body></html>", "text/html")
    assert skip.value.reason == "empty"


def test_other_languages_can_be_kept_with_a_notice() -> None:
    article = read(NORWEGIAN, keep_language="any")
    assert article.language == "nb"
    assert [notice.code for notice in article.notices] == ["other_language"]


def test_plain_text_gets_its_layer() -> None:
    article = read(SWEDISH)
    assert (article.title, article.language, article.rule) == ("Bron blir dyrare", "sv", "plain")
    assert [block.kind for block in article.blocks] == ["title", "paragraph"]
    assert article.encoding is not None
    assert article.encoding.name == "utf-8"


@pytest.mark.parametrize("family", PAGES)
@pytest.mark.parametrize("codec", ["utf-8", "utf-16", "cp1252"])
def test_pages_of_each_family_keep_the_contract_in_any_encoding(family: str, codec: str) -> None:
    article = read(PAGES[family].encode(codec), "text/html")
    check(article)
    assert article.title == "Ny bro dyrare"
    assert "– Vi är besvikna, säger Rut Sandell" in article.text
    assert sum(article.dropped.values()) > 0 or family == "viatt"


def test_a_wrong_label_is_mended_and_said() -> None:
    article = read('<meta charset="iso-8859-1"><p>– Vi är klara, säger hon på ön, där hon bor.</p>', "text/html")
    mended = [notice.message for notice in article.notices if notice.code == "encoding_repaired"]
    assert mended == ["declared iso-8859-1, read as utf-8"]


ODD_PAGES = {
    "fifty thousand nested elements": b"<div>" * 50_000 + SWEDISH.encode(),
    "fifty thousand nested tables": b"<table><tr><td>" * 50_000 + SWEDISH.encode(),
    "fifty thousand brothers": ("<p>" + SWEDISH + "</p>").encode() * 50_000,
    "fifty thousand open tags": b"<p <div <a " * 50_000 + SWEDISH.encode(),
    "fifty thousand labels": "<p>Kontakt: för dig på ön</p>".encode() * 50_000,
    "five thousand open marks": b"".join(b"<p><b id=%d>x" % n for n in range(5_000)) + SWEDISH.encode(),
    "five thousand open marks between false ends": b"".join(b"<p><font size=%d></b></i>x" % n for n in range(5_000)),
    "marks that are closed too often": b"</b>" * 5_000 + b"".join(b"<p><b id=%d>x" % n for n in range(5_000)),
    "ten thousand attributes": b"<p %s>" % b" ".join(b"a%d=1" % n for n in range(10_000)) + SWEDISH.encode(),
    "half a million less-than signs": b"<" * 500_000 + SWEDISH.encode(),
    "an open comment": SWEDISH.encode() + b"<!--" * 100_000,
    "nested brackets of JSON": b'<script type="application/ld+json">'
    + b"[" * 100_000
    + b"</script><p>"
    + SWEDISH.encode(),
    "a million accents": ("<p>Bron över ån, säger hon e" + "\u0301\u0327" * 500_000).encode(),
}


@pytest.mark.parametrize("name", ODD_PAGES)
def test_odd_pages_are_read_in_linear_time(name: str) -> None:
    start = time.process_time()
    try:
        check(read(ODD_PAGES[name], "text/html", keep_language="any"))
    except Skip as skip:
        assert skip.reason == "empty"  # noqa: PT017 - a page may turn out to have no text
    assert time.process_time() - start < 30


@pytest.mark.parametrize("nested", [100, 3_000, 50_000])
def test_text_is_not_lost_however_deep_it_stands(nested: int) -> None:
    article = read("<div>" * nested + "<p>– Vi är klara, säger hon på ön, där hon bor.</p>", "text/html")
    assert article.text == "– Vi är klara, säger hon på ön, där hon bor."


def test_fifty_megabytes_on_one_line() -> None:
    line = ("Vi är på väg till ön. " * 2_200_000).encode()
    assert len(line) > 50_000_000
    with pytest.raises(Skip) as skip:
        read(line)
    assert skip.value.reason == "too_large"
    start = time.process_time()
    assert len(read(line, max_bytes=100_000_000).blocks) == 1
    assert time.process_time() - start < 30


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400), st.sampled_from(["text/plain", "text/html"]))
def test_any_text_keeps_the_contract(text: str, media_type: str) -> None:
    try:
        check(read(text.encode("utf-8", "replace"), media_type, keep_language="any"))
    except Skip as skip:
        assert skip.reason in ("empty", "not_text")  # noqa: PT017


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(["<p>", "</div>", "<table>", "<td>", "<br>", "– Ja", "Kontakt", "070-174 06 12", "<h1>", "</h1>", "<b>", "<li>", "?–Å", " ", "\u00a0", "<aside>", "<nav>", "</nav>", "Anna Lans", "<main>"]), max_size=40))  # fmt: skip
def test_any_soup_keeps_the_contract(pieces: list[str]) -> None:
    try:
        check(read("".join(pieces), "text/html", keep_language="any"))
    except Skip as skip:
        assert skip.reason in ("empty", "not_text")  # noqa: PT017


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_left_out(data: bytes) -> None:
    try:
        check(read(data, "text/html", keep_language="any"))
    except Skip as skip:
        assert skip.reason in ("empty", "not_text")  # noqa: PT017


def test_pages_per_second() -> None:
    """The reading of a page of 60 kB takes a few milliseconds, mostly in the parser."""
    filler = "".join(f"<li class='c{n}'><a href='/{n}'>Länk nummer {n}</a></li>" for n in range(300))
    page = PAGES["sitevision"].replace(
        "<footer>", f"<nav><ul>{filler}</ul></nav><script>{'x = 1;' * 6000}</script><footer>"
    )
    assert min(processor_seconds(lambda: read(page, "text/html")) for _ in range(20)) < 0.02
