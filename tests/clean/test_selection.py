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


ARTICLE = f"<article><h1>Ny bro dyrare</h1>{BODY}{{}}{BODY.replace('bro', 'väg')}</article>"


@pytest.mark.parametrize(
    ("html", "kept", "kind"),
    [
        ("<h2 id='a'><a href='#a'>Så leds trafiken om</a></h2>", ["Så leds trafiken om"], "heading"),
        (
            "<p><a href='/1'>Kommunen har beslutat att bron ska rivas.</a></p>",
            ["Kommunen har beslutat att bron ska rivas."],
            "paragraph",
        ),
        (
            "<h2>Kontakt</h2><ul><li><a href='/k'>Karin Lindqvist, projektledare</a></li><li><a href='/o'>Olle Sand, rektor</a></li></ul>",
            ["Karin Lindqvist, projektledare", "Olle Sand, rektor"],
            "contact",
        ),
        (
            "<p>I panelen sitter:</p><ul><li><a href='/k'>Karin Lindqvist</a></li><li><a href='/o'>Olle Sand</a></li></ul>",
            ["Karin Lindqvist", "Olle Sand"],
            "list_item",
        ),
    ],
)
def test_links_that_are_words_of_the_text_are_kept(html: str, kept: list[str], kind: str) -> None:
    assert [line for line in of_kind(read(ARTICLE.format(html)), kind) if line in "\n".join(kept)] == kept


@pytest.mark.parametrize(
    "html",
    [
        "<h2><a href='/1'>Simhallen öppnar igen</a></h2>",
        "<h2><a href='#'>Simhallen öppnar igen</a></h2>",
        "<ul><li><a href='#a'>Simhallen öppnar</a></li><li><a href='#b'>Simhallen stänger</a></li></ul>",
        "<p><a href='/1'>Simhallen öppnar igen efter ett år</a></p>",
        "<p><a href='/1'>Till Simhallen.</a></p>",
        "<h2>Mer om badet</h2><ul><li><a href='/1'>Simhallen Ek</a></li><li><a href='/2'>Simhallen Sjövik</a></li></ul>",
        "<h2>Kontakt</h2><ul><li><a href='/1'>Simhallen öppnar igen</a></li><li><a href='/2'>Olle Sand</a></li></ul>",
    ],
)
def test_links_that_lead_elsewhere_are_left_out(html: str) -> None:
    assert "Simhallen" not in text(read(ARTICLE.format(html)))


NO_COMMENT = "– Det kan jag inte kommentera i nuläget över huvud taget."
TITLE = "kommunikatör på samhällsbyggnadsförvaltningen"


@pytest.mark.parametrize(
    ("html", "line"),
    [
        (f"<p>{NO_COMMENT}</p><p>Per Ek svarar likadant:</p><p>{NO_COMMENT}</p>", NO_COMMENT),
        (f"<p>{NO_COMMENT}<br>Per Ek svarar likadant:<br>{NO_COMMENT}</p>", NO_COMMENT),
        (
            f"<h3>Kontakt</h3><p>Olle Sand<br>{TITLE}<br>0701-74 06 05<br>Karin Lind<br>{TITLE}<br>0701-74 06 04</p>",
            TITLE,
        ),
        (
            f"<h3>Kontakt</h3><div>Olle Sand<br>{TITLE}<br>0701-74 06 05</div><section>Karin Lind<br>{TITLE}<br>0701-74 06 04</section>",
            TITLE,
        ),
    ],
)
def test_what_two_people_say_or_are_is_kept_twice(html: str, line: str) -> None:
    assert text(read(ARTICLE.format(html))).split("\n").count(line) == 2


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{NO_COMMENT}</p><p>Hon vill inte svara.</p><blockquote><p>{NO_COMMENT}</p></blockquote>",
        f"<p>{NO_COMMENT}</p><p>Hon vill inte svara.</p><p class='citat'>{NO_COMMENT}</p>",
        f"<p>{NO_COMMENT}</p><p>{NO_COMMENT}</p>",
        f"<div class='mobil'><p>{NO_COMMENT}</p></div><p>Hon vill inte svara.</p><div class='dator'><p>{NO_COMMENT}</p></div>",
    ],
)
def test_what_is_set_off_or_copied_is_kept_once(html: str) -> None:
    assert text(read(ARTICLE.format(html))).split("\n").count(NO_COMMENT) == 1


def _steps(tag: str, *items: str) -> str:
    return f"<{tag}>" + "".join(f"<li><a href='/{n}'>{item}</a></li>" for n, item in enumerate(items)) + f"</{tag}>"


@pytest.mark.parametrize(
    ("over", "steps", "kept"),
    [
        ("<h2>Appen</h2>", _steps("ol", "Skapa först ett konto i appen.", "Välj dag.", "Betala med kort."), True),
        ("<p>Bron:</p>", _steps("ul", "Den ska vara 84 meter lång.", "Den ska bära tunga lastbilar."), True),
        ("<h2>Så gör du</h2>", _steps("ol", "Ladda ner appen", "Skapa ett konto"), True),
        ("<h2>Så gör du</h2>", _steps("ul", "Ladda ner appen", "Skapa ett konto"), False),
        ("<h2>Appen</h2>", _steps("ol", "Ladda ner appen", "Skapa ett konto"), False),
        ("<h2>Mest läst</h2>", _steps("ol", "Badhuset stänger redan i juni.", "Ny rektor är nu utsedd."), False),
        ("<h2>Länkar</h2>", _steps("ul", "Läs hela utredningen om bron här.", "Läs mer om färjan."), False),
        ("<h2>Trafik</h2>", _steps("ul", "Ny bro dyrare", "Badhuset stänger"), False),
    ],
)
def test_steps_and_sentences_that_are_links_are_text(over: str, steps: str, kept: bool) -> None:
    reading = read(f"<main><h1>Ny bro dyrare</h1>{BODY}{over}{steps}{BODY}</main>")
    assert bool(of_kind(reading, "list_item")) is kept


def test_so_is_a_paragraph_of_linked_sentences() -> None:
    linked = "<p><a href='/1'>Bron byggs i Alvsund.</a> <a href='/2'>Färjan går så länge.</a></p>"
    assert "Bron byggs i Alvsund. Färjan går så länge." in text(
        read(f"<main><h1>Ny bro dyrare</h1>{BODY}{linked}</main>")
    )
