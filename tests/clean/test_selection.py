"""What of a page belongs to its text: leads beside the headline, captions in figures, boxes of links, comments."""

from __future__ import annotations

import pytest

from pipeline.stages.clean.html import HtmlReading, read_html

BODY = """<p>Kommunen bygger en ny bro över sundet, och den blir klar först nästa höst enligt planen.</p>
<p>– Vi är besvikna, säger Rut Sandell, ordförande i nämnden.</p>
<p>Bron skulle ha invigts i våras, men pålarna sjönk djupare än vad ingenjörerna hade räknat med.</p>
<p>Under tiden går färjan en gång i halvtimmen, och det räcker inte för dem som ska till jobbet.</p>"""
LEAD = "Pålarna sjunker och priset stiger. Nu dröjer bron över Alvsundet ännu ett år."


def read(html: str, head: str = "<title>Ny bro dyrare</title>") -> HtmlReading:
    return read_html(f"<html lang='sv'><head>{head}</head><body>{html}</body></html>")


def of_kind(reading: HtmlReading, kind: str) -> list[str]:
    return [draft.text for draft in reading.drafts if draft.kind == kind]


def text(reading: HtmlReading) -> str:
    return "\n".join(draft.text for draft in reading.drafts)


def test_a_paragraph_beside_the_headline_and_apart_from_the_text_is_the_lead() -> None:
    page = f"<article><header><h1>Ny bro dyrare</h1><p class='x81'>{LEAD}</p></header><div class='x82'>{BODY}</div></article>"
    assert of_kind(read(page), "lead") == [LEAD]


def test_so_is_one_that_stands_between_headline_and_text() -> None:
    page = f"<main><h1>Ny bro dyrare</h1><p>{LEAD}</p><div>{BODY}</div></main>"
    assert of_kind(read(page), "lead") == [LEAD]


def test_the_first_paragraph_of_the_text_itself_is_no_lead() -> None:
    assert of_kind(read(f"<article><header><h1>Ny bro dyrare</h1></header><div>{BODY}</div></article>"), "lead") == []


@pytest.mark.parametrize(
    ("page", "leads"),
    [
        pytest.param(f"<main><h1>Ny bro dyrare</h1><h2>{LEAD}</h2>{BODY}</main>", [LEAD], id="a heading that is a sentence"),
        pytest.param(f"<main><h1>Ny bro dyrare</h1><h2>Pålarna sjunker och priset stiger igen</h2>{BODY}</main>", [], id="a heading"),
        pytest.param(f"<main><header><h1>Ny bro dyrare</h1><p>{LEAD}</p></header>{BODY}</main>", [LEAD], id="in the header"),
        pytest.param(f"<main><div><h1>Ny bro dyrare</h1><p>{LEAD}</p>{BODY}</div></main>", [], id="all in one element"),
        pytest.param(
            f"<main><h1>Ny bro dyrare</h1><div class='ingress'><p>{LEAD}</p><p>Det är sagt.</p><p>Allt är sant.</p></div>{BODY}</main>",
            [LEAD, "Det är sagt.", "Allt är sant."],
            id="three short paragraphs",
        ),
        pytest.param(f"<main><h1>Ny bro dyrare</h1><div class='ingress'><p>{LEAD}</p>{BODY}</main>", [LEAD], id="never closed"),
        pytest.param(f"<main><h1>Ny bro dyrare</h1>{BODY}<p class='intro'>{LEAD}</p></main>", [], id="below the text"),
        pytest.param(
            f"<main><h1>Ny bro dyrare</h1><p>{LEAD}</p>{BODY}<a href='/1'><p class='ingress'>Simhallen öppnar igen efter ett år.</p></a></main>",
            [],
            id="of a teaser",
        ),
    ],
)  # fmt: skip
def test_leads_by_their_places(page: str, leads: list[str]) -> None:
    assert of_kind(read(page), "lead") == leads


def test_a_test_mark_names_the_lead_where_classes_are_hashes() -> None:
    page = f"<article><h1>Ny bro dyrare</h1><p class='css-1a2b' data-test-tag='lead-text'>{LEAD}</p>{BODY}</article>"
    assert of_kind(read(page), "lead") == [LEAD]


def test_a_word_alone_is_no_lead() -> None:
    page = f"<article><h1>Ny bro dyrare</h1><div class='lead'>Trafik</div>{BODY}</article>"
    assert of_kind(read(page), "lead") == []


def test_leads_of_other_articles_stay_outside() -> None:
    teaser = "<article><h2>Simhallen öppnar</h2><p itemprop='description'>Efter ett år av arbete öppnar hallen igen.</p></article>"
    page = f"<main><article><h1>Ny bro dyrare</h1>{BODY}</article></main><section>{teaser * 3}</section>"
    assert of_kind(read(page), "lead") == []


def test_text_in_a_figure_is_its_caption() -> None:
    page = f"<article><h1>Ny bro dyrare</h1>{BODY}<figure><img alt=''><div>Bron i maj</div><p>Rut Ek/Alvsunds Tidning</p></figure></article>"
    assert of_kind(read(page), "caption") == ["Bron i maj", "Rut Ek/Alvsunds Tidning"]


def test_teasers_below_the_text_are_left_out_with_their_lines_and_a_count() -> None:
    card = "<div><h3><a href='/{n}'>Simhallen öppnar igen {n}</a></h3><p>Efter ett långt år av arbete och förseningar öppnar hallen igen.</p></div>"
    cards = "".join(card.format(n=n) for n in range(4))
    reading = read(f"<main><h1>Ny bro dyrare</h1><div>{BODY}</div><section>{cards}</section></main>")
    assert "Simhallen" not in text(reading)
    assert "förseningar" not in text(reading)
    assert reading.dropped["related"] + reading.dropped["links"] + reading.dropped["repeated"] == 8


def test_most_read_is_left_out_with_its_heading() -> None:
    box = "<div><h4>Mest läst</h4><div><span>1</span> <a href='/1'>Simhallen öppnar igen</a></div><div><a href='/2'>Skolan stänger i juni</a></div></div>"
    reading = read(f"<main><h1>Ny bro dyrare</h1><div>{BODY}{box}</div></main>")
    assert "Mest läst" not in text(reading)
    assert "Skolan" not in text(reading)


def test_links_with_phones_stay() -> None:
    cards = "<div><p><a href='tel:1'>Anna Lans, 070-174 06 12</a></p><p><a href='tel:2'>Erik Ek, 031-390 06 12</a></p></div>"
    reading = read(f"<main><h1>Ny bro dyrare</h1><div>{BODY}</div>{cards}</main>")
    assert "070-174 06 12" in text(reading)
    assert "031-390 06 12" in text(reading)


def test_a_bold_line_that_is_a_link_is_no_heading() -> None:
    link = "<p><strong><a href='/1'>Läs också: Färjan går igen</a></strong></p>"
    reading = read(f"<article><h1>Ny bro dyrare</h1>{BODY}{link}{BODY.replace('bro', 'väg')}</article>")
    assert not any("Färjan" in heading for heading in of_kind(reading, "heading"))


def test_comments_stay_out_though_they_are_longer_than_the_text() -> None:
    comments = (
        "<ol id='comments'>" + "<li><p>Det är som vanligt här i sundet, ingen bro och inga pengar kvar.</p></li>" * 30
    )
    reading = read(f"<main><h1>Ny bro dyrare</h1><article>{BODY}</article>{comments}</ol></main>")
    assert "som vanligt" not in text(reading)
    assert reading.dropped["comments"] == 30


def test_of_two_articles_the_one_with_the_headline_is_read() -> None:
    other = "<p>Simhallen öppnar igen efter ett långt år av arbete, och alla kurser är redan fulla.</p>" * 9
    page = f"<article><h1>Ny bro dyrare</h1>{BODY}</article><article><h2>Simhallen</h2>{other}</article>"
    assert "Simhallen" not in text(read(page))


def test_paid_text_is_text() -> None:
    page = f"<article><h1>Ny bro dyrare</h1><div class='paywall-content'>{BODY}</div></article>"
    assert "pålarna" in text(read(page))
