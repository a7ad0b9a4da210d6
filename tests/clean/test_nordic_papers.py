"""Papers of the Nordic countries that spread a text over many elements: invented texts in the shapes that they use."""

from __future__ import annotations

import pytest

from pipeline.article import Article, Page
from pipeline.stage import STAGES
from pipeline.stages.clean import CleanOptions

LEAD = "Etter tre års ventetid åpner den nye brua over sundet på fredag, og fergen slutter å gå."
TEXT = [
    "Det var ordføreren selv som klippet snoren, mens korpset spilte og regnet høljet ned over de fremmøtte.",
    "– Vi har gledet oss til dette, sier Kari Sund, som bor på øya.",
    "Hun fortsetter:",
    "– Men fergen kommer vi til å savne.",
    "Prisen ble 340 millioner kroner.",
    "– Det er dyrt, sier ordføreren, men det er vår bru.",
]
ALSO = "<div class='teaser'><a href='/x'><h3>Slik ble sommerens minste hus til på en uke</h3></a></div>"
TOP = "<nav><a href='/'>Forsiden</a></nav>"
END = "<footer><p>Ansvarlig redaktør er den som sitter nærmest</p></footer>"


def joined(form: str, between: str = "", every: int = 2) -> str:
    parts = []
    for n, text in enumerate(TEXT):
        parts.append(form.format(text))
        if between and n % every == every - 1:
            parts.append(between)
    return "\n".join(parts)


SHAPES = {
    "hashes and test marks, each paragraph in a div of its own": f"""<main><div class="css-1a"><h1 class="css-2b">Ny bru</h1>
        <div class="css-3c"><p class="css-9 css-8" data-test-tag="lead-text">{LEAD}</p></div></div>
        {joined('<div class="css-4d"><p class="css-9 css-7">{}</p></div>', '<div class="css-5e"><span>Annonse</span></div>')}</main>""",
    "preamble and body in the BEM manner": f"""<article class="article"><header><h1>Ny bru</h1></header>
        <div class="article__preamble"><p>{LEAD}</p></div><div class="article__meta"><a class="article__author">Ola Vik</a></div>
        <div class="article__body-text">{joined("<p>{}</p>", ALSO, 3)}</div></article>""",
    "the lead is a bare paragraph in the header": f"""<main><article><header><h1>Ny bru</h1><p>{LEAD}</p>
        <figure><img alt=""><figcaption>BRUA: Slik ser den ut. Foto: Ola Vik</figcaption></figure></header>
        <section class="article-body">{joined("<p>{}</p>", "<aside><h2>Les også</h2><ul><li><a href='/1'>Fergen selges</a></li></ul></aside>", 4)}</section></article></main>""",
    "paragraphs four elements deep": f"""<section><article><header><h1>Ny bru</h1><p>{LEAD}</p></header>
        {joined('<div class="c-article-inline"><div class="c-article-inline"><div class="c-article-inline"><div><div><p>{}</p></div></div></div></div></div>')}</article></section>""",
    "the lead is an h3 under the headline": f"""<div id="main"><article><div class="article-top expand"><div><header><h1>Ny bru</h1><h3>{LEAD}</h3></header></div></div>
        <div class="body-copy">{joined("<p>{}</p>", "<div class='advertisement'>Artikkelen fortsetter under annonsen</div>")}</div></article></div>""",
    "a lead element and a body element beside each other": f"""<main><h1>Ny bru</h1><div class="article-lead"><p>{LEAD}</p></div>
        <div class="article-body">{joined("<p>{}</p>", "<figure><img alt=''><figcaption>Kari Sund på brua.</figcaption></figure>", 4)}</div></main>""",
    "a name of classes as a tool makes them": f"""<div id="main-content-begin"><article><h1>Ny bru</h1><p class="article--c-x lead-text">{LEAD}</p>
        <div class="inner-article article--c-PJ"><div class="body-text article--c-cm"><div>{joined("<p>{}</p>", ALSO, 3)}</div></div></div></article></div>""",
}


def read(body: str) -> Article:
    html = f"<!doctype html><html lang='nb'><head><meta charset='utf-8'><title>Ny bru | Sundposten</title></head><body>{TOP}{body}{END}</body></html>"
    clean = STAGES.get("clean").build(CleanOptions(keep_language="any"))
    return clean(Article(Page(html.encode(), media_type="text/html")))


@pytest.mark.parametrize("shape", SHAPES)
def test_lead_paragraphs_and_speech_are_whole(shape: str) -> None:
    article = read(SHAPES[shape])
    found = [(b.kind, article.text[b.start : b.end]) for b in article.blocks]
    assert [text for kind, text in found if kind == "lead"] == [LEAD]
    assert [text for kind, text in found if kind in ("paragraph", "dash")] == TEXT
    assert [text for kind, text in found if kind == "dash"] == [text for text in TEXT if text.startswith("–")]
    kept = "\n".join(text for kind, text in found if kind != "other")
    for word in ("Forsiden", "Ansvarlig", "Slik ble", "Fergen selges", "nnonse"):
        assert word not in kept
