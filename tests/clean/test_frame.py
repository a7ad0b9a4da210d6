"""What stands around the element with the text: leads, captions, fact boxes and speech belong to it, teasers do not."""

from __future__ import annotations

import pytest

from pipeline.stages.clean.html import HtmlReading, read_html

LEAD = "Pålarna sjunker och priset stiger. Nu dröjer bron över Alvsundet ännu ett år."
SENTENCE = (
    "<p>Kommunen räknar med att stycke {n} av bron står klart i tid, och att färjan går så länge som det behövs.</p>"
)
#: As long as an article is: most of what a page says in running text.
LONG = "".join(SENTENCE.format(n=n) for n in range(12))
SHORT = "".join(SENTENCE.format(n=n) for n in range(3))
H1 = "<h1>Ny bro dyrare</h1>"


def read(body: str, title: str = "Ny bro dyrare") -> HtmlReading:
    return read_html(f"<html lang='sv'><head><title>{title}</title></head><body>{body}</body></html>")


def kinds(reading: HtmlReading) -> dict[str, str]:
    return {draft.text: draft.kind for draft in reading.drafts}


@pytest.mark.parametrize(
    ("around", "line", "kind"),
    [
        (f"<p>{LEAD}</p>{{text}}", LEAD, "lead"),
        (f"<p><b>{LEAD}</b></p>{{text}}", LEAD, "lead"),
        ("<figure><img><figcaption>Bron i maj.</figcaption></figure>{text}", "Bron i maj.", "caption"),
        ("<div>Foto: Bo Ek</div>{text}", "Foto: Bo Ek", "caption"),
        ("<div class='byline'><a href='/maja'>Maja Brodd</a></div>{text}", "Maja Brodd", "byline"),
        ("<div>Text: Maja Brodd</div>{text}", "Text: Maja Brodd", "byline"),
        ("{text}<figure><img><figcaption>Bron i maj.</figcaption></figure>", "Bron i maj.", "caption"),
        ("{text}<div>Foto: Bo Ek</div>", "Foto: Bo Ek", "caption"),
        ("{text}<div>Text: Maja Brodd</div>", "Text: Maja Brodd", "byline"),
        ("{text}<div class='factbox'><p>Bron är 84 meter lång.</p></div>", "Bron är 84 meter lång.", "factbox"),
        ("{text}<p>– Ett lyft för bygden, säger Bo Ek.</p>", "– Ett lyft för bygden, säger Bo Ek.", "dash"),
    ],
)
def test_what_stands_beside_the_text_under_its_headline_is_kept(around: str, line: str, kind: str) -> None:
    text = f"<div class='x1'>{LONG}</div>"
    page = f"<div class='x0'>{H1}{around.format(text=text)}</div>"
    assert kinds(read(page)).get(line) == kind


@pytest.mark.parametrize("opening", ["<div class='hero'>", "<header>", "<section>"])
def test_a_lead_beside_the_headline_above_main_is_kept(opening: str) -> None:
    closing = f"</{opening[1:-1].split()[0]}>"
    reading = read(f"{opening}{H1}<p>{LEAD}</p><p>Av Maja Brodd</p>{closing}<main>{SHORT}</main>")
    assert kinds(reading) | {"Ny bro dyrare": "title", LEAD: "lead", "Av Maja Brodd": "byline"} == kinds(reading)
    assert reading.byline == "Maja Brodd"


@pytest.mark.parametrize(
    ("caption", "line"),
    [
        ("<figure><img><figcaption>Bron i maj.</figcaption></figure>", "Bron i maj."),
        ("<p>Bron i maj. Foto: Bo Ek</p>", "Bron i maj. Foto: Bo Ek"),
    ],
)
def test_so_is_the_caption_of_the_picture_above_the_headline(caption: str, line: str) -> None:
    assert kinds(read(f"<div class='hero'>{caption}</div><main>{H1}{SHORT}</main>"))[line] == "caption"


@pytest.mark.parametrize(
    "beside",
    [
        "<section><h2>Så tycker de boende</h2>{said}</section>",
        "<article>{said}<p>Grannarna väntar.</p></article>",
        "<div>{said}</div>",
    ],
)
def test_speech_in_an_element_beside_the_article_is_kept(beside: str) -> None:
    said = "<p>– Det är bra, säger Ulla Ek.</p>"
    reading = read(f"<main><article>{H1}<p>{LEAD}</p>{SHORT}</article>{beside.format(said=said)}</main>")
    assert kinds(reading)["– Det är bra, säger Ulla Ek."] == "dash"


def test_facts_beside_the_article_are_kept() -> None:
    facts = "<div class='extra'><h2>Fakta</h2><p>Bron är 84 meter lång.</p></div>"
    found = kinds(read(f"<main><article>{H1}{SHORT}</article>{facts}<p>Text: Maja Brodd</p></main>"))
    assert {"Fakta", "Bron är 84 meter lång.", "Text: Maja Brodd"} <= found.keys()


@pytest.mark.parametrize("page", ["<main>{}</main>", "<main><article>{}</article></main>"])
def test_a_fact_box_beside_main_is_kept(page: str) -> None:
    facts = "<aside><h3>Fakta om bron</h3><ul><li>Längd: 84 meter</li></ul><p>Byggstart 2022.</p></aside>"
    found = kinds(read(page.format(H1 + SHORT) + facts))
    assert {"Fakta om bron", "Längd: 84 meter", "Byggstart 2022."} <= found.keys()


def test_so_is_the_text_under_a_short_main_with_the_headline() -> None:
    found = kinds(
        read(
            f"<main>{H1}<p>{LEAD}</p><p>Färjan går en gång i timmen så länge som bron byggs.</p></main><div>{LONG}</div>"
        )
    )
    assert sum("stycke" in line for line in found) == 12


def test_a_header_holds_the_headline_where_the_head_says_nothing() -> None:
    found = kinds(read(f"<header>{H1}<p>{LEAD}</p></header><main>{SHORT}</main>", ""))
    assert (found.get("Ny bro dyrare"), found.get(LEAD)) == ("title", "lead")


def test_text_beside_a_short_element_with_the_headline_is_kept() -> None:
    said = f"<div class='b'>{SHORT}<p>– Det är bra, säger Ulla Ek.</p></div>"
    page = f"<div><div id='content'>{H1}<p>{LEAD}</p></div>{said}</div>"
    assert "– Det är bra, säger Ulla Ek." in kinds(read(page))


@pytest.mark.parametrize(
    "elsewhere",
    [
        "<div><h3><a href='/1'>Badhuset stänger</a></h3><p>– Det är tråkigt, säger Rut Ek.</p></div>",
        "<section><h2>Badhuset</h2><p><a href='/1'>Badhuset stänger i juni</a></p><p>– Det är tråkigt.</p></section>",
        "<article><h2>Badhuset stänger</h2><p>– Det är tråkigt, säger Rut Ek.</p></article>",
        "<aside><h2>Badhuset</h2><p>– Det är tråkigt.</p><input name='mejl'></aside>",
        "<aside><p>Badhuset stänger i juni.</p></aside>",
        "<div><h1>Badhuset stänger</h1><p>– Det är tråkigt, säger Rut Ek.</p></div>",
        "<div><p>Skaffa vår app och läs tidningen var du vill, när du vill och hur du vill.</p></div>",
        "<footer><p>Text: Badhuset stänger</p></footer>",
        "<div class='teaser'><p>– Det är tråkigt, säger Rut Ek.</p><p><a href='/1'>Badhuset stänger</a></p></div>",
    ],
)
@pytest.mark.parametrize(
    "page", ["<div>{h1}<div>{text}</div>{more}</div>", "<main><article>{h1}{text}</article>{more}</main>"]
)
def test_what_leads_elsewhere_stays_outside(page: str, elsewhere: str) -> None:
    reading = read(page.format(h1=H1, text=LONG, more=elsewhere))
    assert not any("Badhuset" in line or "tråkigt" in line or "app" in line for line in kinds(reading))


def test_short_lines_and_links_between_headline_and_text_stay_outside() -> None:
    beside = (
        "<div>Trafik</div><div><a href='/a'>Lyssna på allt om bron, sundet och färjan i vår podd om Alvsund</a></div>"
    )
    found = kinds(read(f"<div>{H1}{beside}<div>{LONG}</div></div>"))
    assert "Trafik" not in found
    assert not any("podd" in line for line in found)


def test_the_name_of_the_site_in_its_header_is_no_headline() -> None:
    header = "<header><h1>Alvsunds Tidning</h1><p>Oberoende morgontidning för hela Alvsund sedan 1904, utan parti.</p></header>"
    found = kinds(read(f"{header}<main><h2>Ny bro dyrare</h2>{SHORT}</main>", "Ny bro dyrare – Alvsunds Tidning"))
    assert not any("Alvsunds Tidning" in line or "morgontidning" in line for line in found)
