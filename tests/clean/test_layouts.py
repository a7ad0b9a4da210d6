"""Markup of all kinds of content systems: what style sheets, lists and boxes make of lines."""

from __future__ import annotations

import pytest

from pipeline.stages.clean.html import HtmlReading, read_html

TEXT = "".join(
    f"<p>Kommunen räknar med att stycke {n} av bron står klart i tid, och att färjan går så länge som det behövs.</p>"
    for n in range(4)
)
SAID = "– Det är bra, säger Ulla Ek."
H1 = "<h1>Ny bro dyrare</h1>"


def read(body: str) -> HtmlReading:
    return read_html(f"<html lang='sv'><head><title>Ny bro dyrare</title></head><body>{body}</body></html>")


def kinds(reading: HtmlReading) -> dict[str, str]:
    return {line: draft.kind for draft in reading.drafts for line in draft.text.split("\n")}


def test_an_element_that_its_style_makes_a_block_is_a_paragraph() -> None:
    lines = "".join(f"<span style='display: block'>{line}</span>" for line in ["Bron dröjer.", SAID, "Färjan går."])
    found = kinds(read(f"<main>{H1}{TEXT}<div>{lines}</div></main>"))
    assert (found.get("Bron dröjer."), found.get(SAID), found.get("Färjan går.")) == ("paragraph", "dash", "paragraph")
    inline = kinds(read(f"<main>{H1}{TEXT}<p>Bron <b style='display: inline'>dröjer</b> ett år.</p></main>"))
    assert "Bron dröjer ett år." in inline


@pytest.mark.parametrize(
    ("items", "kind"),
    [
        (["- Ny skola", "- Ny väg", "- Ny simhall"], "list_item"),
        (["- Jag är glad", "- Vi vill ha bron"], "dash"),
        (["– Det är bra, säger Ulla Ek.", "– Det är dyrt, säger Bo Ek."], "dash"),
        (["- Ny skola"], "dash"),
    ],
)
def test_dashes_of_the_items_of_a_list(items: list[str], kind: str) -> None:
    rows = "".join(f"<li>{item}</li>" for item in items)
    found = kinds(read(f"<main>{H1}{TEXT}<ul>{rows}</ul></main>"))
    assert {found.get(item) for item in items} == {kind}


@pytest.mark.parametrize(
    ("items", "kept"),
    [
        ("<li>Bron blir dyrare.</li><li>Färjan går vidare.</li>", True),
        ("<li><a href='/1'>Bron blir dyrare.</a></li><li><a href='/2'>Färjan går vidare.</a></li>", False),
        ("<li>Bron</li><li>Färjan</li>", False),
    ],
)
def test_sentences_in_the_list_of_an_aside(items: str, kept: bool) -> None:
    found = kinds(read(f"<main><article>{H1}<aside><ul>{items}</ul></aside>{TEXT}</article></main>"))
    assert any("Färjan" in line for line in found) is kept


@pytest.mark.parametrize(
    ("line", "byline", "day"),
    [
        ("<span>Maja Brodd</span><span>5 mars 2024</span>", "Maja Brodd", "2024-03-05"),
        ("<span>5 mars 2024</span>", None, "2024-03-05"),
        ("<span>Maja Brodd</span>", "Maja Brodd", None),
        ("<span>Maja Brodd, TT</span>", "Maja Brodd", None),
        ("<span>Trafik</span>", None, None),
        ("<span>Badhuset öppnar 5 mars 2024</span>", None, None),
    ],
)
def test_a_reporter_and_a_day_between_headline_and_text(line: str, byline: str | None, day: str | None) -> None:
    reading = read(
        f"<div class='b2'><div class='c3'>{H1}<div class='f6'>{line}</div></div><div class='i9'>{TEXT}</div></div>"
    )
    assert (reading.byline, reading.published_at) == (byline, day)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("– Vi är besvikna på kommunen, säger Rut Ek.", "dash"),
        ("– Vi är besvikna", "heading"),
        ("Bron dröjer ännu ett år", "heading"),
    ],
)
def test_a_heading_that_is_a_sentence_of_speech(heading: str, kind: str) -> None:
    assert kinds(read(f"<main>{H1}{TEXT}<h4>{heading}</h4>{TEXT.replace('bron', 'vägen')}</main>"))[heading] == kind


@pytest.mark.parametrize(
    ("box", "kept"),
    [
        ("<div class='faktabox'><div>Fakta</div><div>Bron är 84 meter lång.</div></div>", True),
        ("<div class='info-box'><div>Öppet</div><div>Bron är 84 meter lång.</div></div>", False),
        ("<div class='faktabox'><a href='/1'>Bron är 84 meter lång.</a></div>", False),
    ],
)
def test_a_fact_box_in_the_column_beside_the_text(box: str, kept: bool) -> None:
    page = f"<div class='r'><div class='c1'>{H1}<div class='b'>{TEXT}</div></div><div class='c2'>{box}</div></div>"
    assert ("Bron är 84 meter lång." in kinds(read(page))) is kept
