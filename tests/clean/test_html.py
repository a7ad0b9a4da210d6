"""Pages of HTML into typed blocks: families, traps of the markup, dates and titles."""

from __future__ import annotations

from typing import Any

import pytest
from lxml import etree

from pipeline.stages.clean.blocks import assemble
from pipeline.stages.clean.bylines import byline_names
from pipeline.stages.clean.html import HtmlReading, read_html
from pipeline.stages.clean.tree import Element, name_of, parse
from tests.clean.family_pages import PAGES

FILLER = "<p>Kommunen bygger en ny bro över sundet, och den blir klar först nästa höst enligt planen.</p>"


def blocks(reading: HtmlReading) -> list[tuple[str, str]]:
    return [(draft.kind, draft.text) for draft in reading.drafts]


def texts(reading: HtmlReading, kind: str) -> list[str]:
    return [draft.text for draft in reading.drafts if draft.kind == kind]


def page(body: str, head: str = "") -> str:
    return f"<html lang='sv'><head>{head}</head><body><main><h1>Ny bro dyrare</h1>{FILLER}{body}</main></body></html>"


@pytest.mark.parametrize("family", PAGES)
def test_each_family_gives_title_lead_speech_and_date(family: str) -> None:
    reading = read_html(PAGES[family])
    assert reading.rule.partition(":")[0] == family
    assert reading.title == "Ny bro dyrare"
    assert texts(reading, "title") == ["Ny bro dyrare"]
    assert texts(reading, "lead") == ["Bron blir tolv miljoner dyrare."]
    assert [text.lstrip("– ") for text in texts(reading, "dash")] == [
        "Vi är besvikna, säger Rut Sandell, ordförande i nämnden.",
        "Men bron ska bli säker.",
        "Vi ligger efter, säger hon.",
    ]
    assert "Hur går det nu?" in texts(reading, "paragraph")
    assert (reading.published_at or "2012-04-11").startswith("2012-04-11")
    assert (reading.published_at is None) == (family == "plainold")


@pytest.mark.parametrize("family", PAGES)
def test_no_family_lets_furniture_through(family: str) -> None:
    text, _ = assemble(read_html(PAGES[family]).drafts)
    for word in (
        "Start",
        "Växel",
        "växel",
        "kakor",
        "Dela",
        "Simhallen",
        "Skolan stänger",
        "Bra skrivet",
        "Annons",
        "köper kran",
    ):
        assert word not in text


@pytest.mark.parametrize("family", [name for name in PAGES if name not in ("wordpress", "generic")])
def test_no_family_loses_the_contact(family: str) -> None:
    contact = "\n".join(texts(read_html(PAGES[family]), "contact"))
    assert "Anna Lans" in contact
    assert "070-174 06 12" in contact


def test_what_is_left_out_is_counted_by_label() -> None:
    assert dict(read_html(PAGES["sitevision"]).dropped) == {
        "navigation": 1,
        "cookie": 1,
        "share": 1,
        "related": 2,
        "footer": 1,
    }


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p>Ett.<br>Två.<br><br>Tre.</p>", ["Ett.", "Två.", "Tre."], id="br cuts lines"),
        pytest.param("<p>Ny\n  rad \t här</p>", ["Ny rad här"], id="white space runs"),
        pytest.param("<p>10&nbsp;000 kronor&shy;na</p>", ["10\u00a0000 kronorna"], id="no-break space and soft hyphen"),
        pytest.param("<p>&nbsp;</p><p>Ja.</p>", ["Ja."], id="empty paragraph"),
        pytest.param(
            "<div>Löst <b>fet</b> ord<p>Stycke.</p>Svans.</div>", ["Löst fet ord", "Stycke.", "Svans."], id="loose text"
        ),
        pytest.param("<p>Ett<p>Två</p>", ["Ett", "Två"], id="unclosed paragraph"),
        pytest.param("<p>Syns</p><p style='display: none'>Dold</p><p hidden>Dold</p>", ["Syns"], id="hidden"),
        pytest.param("<pre>Rad ett\nRad två</pre>", ["Rad ett", "Rad två"], id="pre"),
        pytest.param("<p>Ja.</p><script>var x = '<p>Nej</p>';</script><style>p{}</style>", ["Ja."], id="scripts"),
        pytest.param("<p>&#150; Ja, säger hon.</p>", ["– Ja, säger hon."], id="numbered C1 dash"),
        pytest.param(
            "<p>Hon går i pension.– Jag är nöjd.Varför nu?– Jag vill vila.En köpare har hört av sig f.Kr.</p>",
            [
                "Hon går i pension.",
                "– Jag är nöjd.",
                "Varför nu?",
                "– Jag vill vila.",
                "En köpare har hört av sig f.Kr.",
            ],
            id="paragraphs run together",
        ),
        pytest.param("<p>En.Två tal är rätt.</p>", ["En.Två tal är rätt."], id="a space forgotten once"),
        pytest.param("<p>–?Vi agerar inte.</p>", ["– Vi agerar inte."], id="a thin space that a conversion spoilt"),
        pytest.param("<p>Fråga?–&nbsp;Svar.</p>", ["Fråga?", "–\u00a0Svar."], id="dash glued to a question"),
        pytest.param("<p>2–3 år och ”hopp”–tro</p>", ["2–3 år och ”hopp”–tro"], id="other dashes are not cut"),
        pytest.param("<p>1 &lt; 2 &amp; 3</p>", ["1 < 2 & 3"], id="entities"),
    ],
)
def test_lines_of_the_markup(body: str, expected: list[str]) -> None:
    assert [text for _, text in blocks(read_html(page(body)))][2:] == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p><a>Rut Ek</a><a>rut.ek@alvsund.exempel</a></p>", ["Rut Ek", "rut.ek@alvsund.exempel"], id="mail"),
        pytest.param("<p><i>070-174 06 12</i><i>08-465 004 12</i></p>", ["070-174 06 12", "08-465 004 12"], id="two numbers"),
        pytest.param("<p><i>070-174 06 12</i><i>Vaktmästare</i></p>", ["070-174 06 12", "Vaktmästare"], id="behind a number"),
        pytest.param(
            "<div class='contact-card'><i>Karin Lans</i><i>Vd</i><i>070-174 06 12</i></div>",
            ["Karin Lans", "Vd", "070-174 06 12"],
            id="a card",
        ),
        pytest.param("<p><a>Rut Ek</a><span>– Det är bra.</span></p>", ["Rut Ek", "– Det är bra."], id="speech"),
        pytest.param("<ul><li><b>Längd</b><span>84 meter</span></li></ul>", ["Längd 84 meter"], id="digit"),
        pytest.param("<p><i>Trafik</i><i>Ny bro i höst</i></p>", ["Trafik Ny bro i höst"], id="capital"),
        pytest.param("<p><i>Bron från norr.</i><i>Foto: Bo Ek</i></p>", ["Bron från norr. Foto: Bo Ek"], id="behind a full stop"),
        pytest.param("<p><i>Komm</i><i>unen</i> bygger</p>", ["Kommunen bygger"], id="a word in two elements"),
        pytest.param("<p><b>S</b>tor bro</p>", ["Stor bro"], id="element beside text"),
        pytest.param("<p><i>D</i><i>en</i> <i>20</i><i>24</i></p>", ["Den 2024"], id="drop cap and a split year"),
        pytest.param("<p><i>CO</i><sub>2</sub> och <i>m</i><sup>2</sup></p>", ["CO2 och m2"], id="below and above the line"),
        pytest.param("<x-text>Bron är klar.</x-text><x-text>Den är lång.</x-text>", ["Bron är klar.", "Den är lång."], id="own elements"),
        pytest.param("<p>Bron <x-link>är</x-link> klar</p>", ["Bron är klar"], id="own element in a sentence"),
        pytest.param("<p><b>Karin Lans</b><i>projektledare</i></p>", ["Karin Lans", "projektledare"], id="behind a name"),
        pytest.param("<p><b>Karin Lans</b><i>s förslag</i></p>", ["Karin Lanss förslag"], id="the ending of a name"),
        pytest.param("<p><b>ALVSUND</b><i>Bron är klar</i></p>", ["ALVSUND Bron är klar"], id="a place"),
        pytest.param("<p><i>5 mars 2024</i><i>2 dagar kvar</i></p>", ["5 mars 2024 2 dagar kvar"], id="two with digits"),
        pytest.param("<p><i>Alvsund</i><i>–</i><i>Sjövik</i></p>", ["Alvsund–Sjövik"], id="a stretch"),
    ],
)  # fmt: skip
def test_elements_that_meet_are_parted_where_words_end(body: str, expected: list[str]) -> None:
    lines = [line for _, text in blocks(read_html(page(body)))[2:] for line in text.split("\n")]
    assert lines == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<a href='tel:0701740612'>Ring</a>", ["Ring", "0701740612"], id="number"),
        pytest.param("<a href='tel:070-174%2006%2012'><img></a>", ["070-174 06 12"], id="picture, spaces in code"),
        pytest.param("<a href='mailto:rut@alvsund.exempel?subject=x'>Mejla</a>", ["Mejla", "rut@alvsund.exempel"], id="mail"),
        pytest.param("<a href='#' title='Ring 070-174 06 12'>Visa</a>", ["Visa", "070-174 06 12"], id="title"),
        pytest.param("<a href='#' aria-label='Ring Rut på 070-174 06 12'>Visa</a>", ["Visa", "070-174 06 12"], id="label for readers"),
        pytest.param("<a href='tel:+46701740612'>070-174 06 12</a>", ["070-174 06 12"], id="the text holds it"),
        pytest.param("<a href='tel:+46701740612'><img></a><p>070-174 06 12</p>", ["070-174 06 12"], id="the next line holds it"),
        pytest.param("<a href='tel:112'>Ring 112</a>", ["Ring 112"], id="too short"),
        pytest.param("<a href='mailto:?subject=Ny bro'>Tipsa en vän</a>", ["Tipsa en vän"], id="no address"),
    ],
)  # fmt: skip
def test_numbers_and_addresses_that_only_attributes_hold_are_lines(body: str, expected: list[str]) -> None:
    card = f"<aside><h2>Kontakt</h2><h3>Rut Ek</h3><p>Vd</p>{body}<p>08-465 004 12</p></aside>"
    assert [draft.text for draft in read_html(page(card)).drafts][5:-1] == expected


def test_a_card_is_kept_for_its_link_alone() -> None:
    reading = read_html(page("<aside><h2>Kontakt</h2><p>Rut Ek</p><p>Vd</p><a href='tel:0701740612'>Ring</a></aside>"))
    assert texts(reading, "contact") == ["Rut Ek", "Vd", "Ring", "0701740612"]
    assert reading.drafts[-1].address == "/html/body/main/aside/a/@href"
    assert dict(reading.dropped) == {}
    left = read_html(page("<aside><h2>Kontakt</h2><p>Rut Ek</p><p>Vd</p><a href='/rut'>Läs mer</a></aside>"))
    assert texts(left, "contact") == []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        pytest.param("<p><span aria-hidden='true'>–</span> Det är bra.</p>", [("dash", "– Det är bra.")], id="hidden from readers"),
        pytest.param("<p>–<br>Det är bra.</p>", [("dash", "– Det är bra.")], id="a dash alone"),
        pytest.param(
            "<p><b>Blir det dyrt?</b> – Nej, inte alls.</p>",
            [("paragraph", "Blir det dyrt?"), ("dash", "– Nej, inte alls.")],
            id="behind a bold question",
        ),
        pytest.param(
            "<p><b>Rut Ek, 71:</b> – Det är bra.</p>",
            [("paragraph", "Rut Ek, 71:"), ("dash", "– Det är bra.")],
            id="behind a bold name",
        ),
        pytest.param("<p><b>Bron</b> – En dyr historia.</p>", [("paragraph", "Bron – En dyr historia.")], id="behind a bold word"),
        pytest.param("<p><q>Det är bra</q>, säger hon.</p>", [("paragraph", "”Det är bra”, säger hon.")], id="q"),
        pytest.param("<p><q>»Det är bra»</q>, säger hon.</p>", [("paragraph", "»Det är bra», säger hon.")], id="q with marks"),
        pytest.param("<p>”– Det är bra”, säger hon.</p>", [("paragraph", "”– Det är bra”, säger hon.")], id="marks and dash"),
        pytest.param("<p>Ja.<br>–<br>Nej.</p>", [("paragraph", "Ja."), ("dash", "– Nej.")], id="a dash between lines"),
        pytest.param("<p><span aria-hidden='true'>|</span>Det är bra.</p>", [("paragraph", "Det är bra.")], id="hidden bar"),
    ],
)  # fmt: skip
def test_marks_of_speech_are_kept(body: str, expected: list[tuple[str, str]]) -> None:
    assert blocks(read_html(page(body)))[2:] == expected


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param("<h2>Stor kö</h2>", "heading", id="h2"),
        pytest.param("<p><strong>Stor kö</strong></p>", "heading", id="bold line"),
        pytest.param("<p><strong>Hur går det?</strong></p>", "paragraph", id="bold question"),
        pytest.param("<ul><li>Fler lärare</li></ul>", "list_item", id="li"),
        pytest.param("<ul><li>– Ja, säger hon.</li></ul>", "dash", id="speech in a list"),
        pytest.param("<figure><figcaption>Bron i maj.</figcaption></figure>", "caption", id="figcaption"),
        pytest.param("<p class='bildtext'>Bron i maj.</p>", "caption", id="bildtext"),
        pytest.param("<p>Foto: Hedvig Lans</p>", "caption", id="credit"),
        pytest.param("<p>Text: Hedvig Lans</p>", "byline", id="writer"),
        pytest.param("<p>Publicerad 11 april 2012</p>", "date", id="published"),
        pytest.param("<div class='faktaruta'><p>Bron är lång.</p></div>", "factbox", id="fact box"),
        pytest.param("<p>Läs mer: Så byggs bron</p>", "other", id="teaser"),
        pytest.param("<p class='wp-caption-text'>Bron i maj.</p>", "caption", id="caption of another system"),
        pytest.param("<p class='imageText'>Bron i maj.</p>", "caption", id="text of a picture"),
        pytest.param("<p class='photo-byline'>Rut Ek</p>", "caption", id="byline of a picture"),
        pytest.param("<p class='env-text-caption'>Bron är lång.</p>", "paragraph", id="a size of letters"),
        pytest.param(
            f"<div class='image-text'><p>{'Bron är lång och dyr. ' * 40}</p></div>",
            "paragraph",
            id="too long for a caption",
        ),
        pytest.param("<table><caption>Elever</caption><tr><td>1</td></tr></table>", "caption", id="caption of a table"),
        pytest.param("<p>Bron i maj. Fotograf: Bo Ek</p>", "caption", id="a photographer at the end"),
        pytest.param("<p>Foto Bo Ek</p>", "caption", id="credit without a colon"),
        pytest.param("<p>Foto är hans stora intresse.</p>", "paragraph", id="a hobby"),
        pytest.param("<p>Skrevet av: Rut Ek</p>", "byline", id="Norwegian writer"),
        pytest.param("<p>Af Anna Ek</p>", "byline", id="Danish writer"),
        pytest.param("<p>Journalist: Anna Ek</p>", "byline", id="journalist"),
        pytest.param("<p>Skribent Anna Ek</p>", "byline", id="writer without a colon"),
        pytest.param("<p>Skribent på tidningen</p>", "paragraph", id="a job"),
        pytest.param("<div class='byline'><p>08-465 004 12</p></div>", "byline", id="a reporter's number"),
        pytest.param(
            "<section><h3>Fakta: Bron</h3><p>Bron är lång.</p></section>", "factbox", id="a box with a heading"
        ),
        pytest.param(
            "<details><summary>Fakta om bron</summary><p>Bron är lång.</p></details>", "factbox", id="a box to open"
        ),
        pytest.param(
            "<div><div><h3>Fakta</h3></div><div><p>Bron är lång.</p></div></div>", "factbox", id="a box in two parts"
        ),
        pytest.param("<h3>Fakta</h3><p>Bron är lång.</p>", "heading", id="a heading in the text"),
        pytest.param(
            "<details><summary>Så leds trafiken</summary><p>Via torget.</p></details>", "heading", id="summary"
        ),
        pytest.param(
            "<details><summary>Hur leds trafiken?</summary><p>Via torget.</p></details>", "paragraph", id="question"
        ),
        pytest.param("<p><a href='/1'>Badet stänger</a><i>1 jan 2024</i></p>", "paragraph", id="a link with a day"),
        pytest.param("<section><h3>Broar</h3><p>Bron är lång.</p></section>", "heading", id="a section"),
        pytest.param("<div class='fact_box'><p>Bron är lång.</p></div>", "factbox", id="fact box with a line below"),
        pytest.param("<p>– [Bron] är bra</p>", "dash", id="speech with a bracket"),
        pytest.param("<p>– ... och sen kom regnet</p>", "dash", id="speech with dots"),
        pytest.param("<p>– #dinbro är viktigt</p>", "dash", id="speech with a tag"),
        pytest.param("<p>-#dinbro är viktigt</p>", "paragraph", id="a tag behind a hyphen"),
        pytest.param("<p>– Ja<br>– Nej</p>", "dash", id="answers in one element"),
        pytest.param("<p>– Vi är glada<br>– Det blev bra</p>", "dash", id="two speakers in one element"),
        pytest.param("<p>– Strandskolan<br>– Bergskolan</p>", "list_item", id="a list with dashes"),
        pytest.param("<p>– Den nya bron<br>– Ny simhall</p>", "list_item", id="a list that opens with an article"),
        pytest.param("<p>Rut Ek, tlf. 901 23 456</p>", "contact", id="eight digits behind a label"),
        pytest.param("<p>Rut Ek, 901 23 456</p>", "paragraph", id="eight digits"),
        pytest.param("<p>Rut Ek, 0701.74.06.12</p>", "contact", id="points in a number"),
        pytest.param("<p>Rut Ek, 070−174 06 12</p>", "contact", id="a minus in a number"),
    ],
)
def test_kinds_by_markup_and_words(body: str, kind: str) -> None:
    assert blocks(read_html(page(body + "<p>Bron blir klar nästa år, tror kommunen.</p>")))[2][0] == kind


def test_rows_of_a_data_table_are_blocks_and_those_of_a_layout_table_are_not() -> None:
    assert texts(read_html(PAGES["generic"]), "table") == ["År\nKostnad", "2011\n40 miljoner", "2012\n52 miljoner"]
    assert texts(read_html(PAGES["plainold"]), "table") == []


def test_a_footers_contacts_are_counted_but_an_asides_are_kept() -> None:
    box = "<h2>Kontakt</h2><p>Anna Lans</p><p>070-174 06 12</p>"
    kept = read_html(page(f"<aside>{box}</aside>"))
    assert texts(kept, "contact") == ["Anna Lans", "070-174 06 12"]
    left = read_html(page("") + f"<footer>{box}</footer>")
    assert texts(left, "contact") == []
    assert left.dropped["footer"] == 3


def test_a_paragraph_that_comes_twice_is_read_once() -> None:
    twice = "<p>Den här långa raden står två gånger på sidan, en gång för utskrift.</p>" * 2
    reading = read_html(page(twice))
    assert len(texts(reading, "paragraph")) == 2
    assert reading.dropped["repeated"] == 1


def test_a_page_that_calls_its_text_a_teaser_is_read_all_the_same() -> None:
    reading = read_html(
        f"<body><div class='teaser'><h1>Ny bro dyrare</h1>{FILLER}<p>Det är sant, det är så att bron blir dyrare.</p></div></body>"
    )
    assert len(texts(reading, "paragraph")) == 2


def test_a_title_only_in_the_head_stands_first() -> None:
    reading = read_html(f"<title>Ny bro dyrare | Alvsunds kommun</title>{FILLER}<p>– Ja, säger Rut Sandell.</p>")
    assert blocks(reading)[0] == ("title", "Ny bro dyrare")


@pytest.mark.parametrize(
    ("head", "published", "updated"),
    [
        ('<meta name="DC.Date.Issued" content="2012-04-11">', "2012-04-11", None),
        ('<meta property="article:modified_time" content="2012-05-02T10:00:00Z">', None, "2012-05-02T10:00:00+00:00"),
        ('<meta name="pubdate" content="20120411T0912">', "2012-04-11", None),
        (
            '<meta name="cXenseParse:recs:publishtime" content="2012-04-11T09:12:00Z">',
            "2012-04-11T09:12:00+00:00",
            None,
        ),
        ('<meta name="date" content="2012">', None, None),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2012-04-11"}]}</script>',
            "2012-04-11",
            None,
        ),
        ('<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": </script>', None, None),
        ("", None, None),
    ],
)
def test_dates_in_the_head(head: str, published: str | None, updated: str | None) -> None:
    reading = read_html(page("<p>Mötet hölls den 2 maj 2010 i Alvsund.</p>", head))
    assert (reading.published_at, reading.updated_at) == (published, updated)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Redan prenumerant? Logga in", "other"),
        ("Den här artikeln är för dig som är prenumerant.", "other"),
        ("Få tillgång till vården blir svårare.", "paragraph"),
        ("Lästid ca 3 min", "other"),
        ("2 min läsning", "other"),
        ("2 min längre restid", "paragraph"),
        ("Lyssna på artikeln 3 min", "other"),
        ("Kopiera länk", None),
        ("Kopiera aldrig en bro", "paragraph"),
        ("Har du hittat ett fel? Rapportera", "other"),
        ("Annons – artikeln fortsätter nedan", None),
        ("Hjälpte informationen på den här sidan dig?", None),
        ("Få nyheterna direkt i mejlen", None),
        ("Genom att anmäla dig godkänner du våra villkor.", "other"),
        ("Genom att bygga en bro sparar kommunen pengar.", "paragraph"),
        ("För att visa innehållet behöver du godkänna kakor från tredje part.", "other"),
        ("För att använda bron krävs tillstånd.", "paragraph"),
        ("Tillbaka till nyheter", "other"),
        ("Tillbaka till vardagen efter stormen.", "paragraph"),
        ("Skriv ut blanketten och skicka den till kommunen.", "paragraph"),
        ("Så här arbetar Alvsunds Tidning med journalistik: vi rättar fel.", "other"),
        ("Så här arbetar Alvsunds kommun mot översvämningar.", "paragraph"),
        ("Vi använder kakor för att webbplatsen ska fungera.", "other"),
        ("Vi använder kakor från bageriet i fikat.", "paragraph"),
    ],
)
def test_what_belongs_to_the_page_and_not_to_the_text(line: str, kind: str | None) -> None:
    reading = read_html(page(f"<p>{line}</p><p>Bron är lång.</p>"))
    assert next((draft.kind for draft in reading.drafts if draft.text == line), None) == kind


@pytest.mark.parametrize(
    ("body", "title", "first"),
    [
        pytest.param(
            "<h1>Nyheter</h1><article><h2>Ny bro blir dyrare</h2>", "Ny bro blir dyrare", "other", id="a section"
        ),
        pytest.param(
            "<h1><small>Trafik</small><br>Ny bro blir dyrare</h1>", "Ny bro blir dyrare", "other", id="a line above"
        ),
        pytest.param(
            "<h1><i>Trafik</i><i>Ny bro blir dyrare</i></h1>", "Ny bro blir dyrare", "title", id="a word before"
        ),
        pytest.param("<h1>Ny bro</h1>", "Ny bro", "title", id="a part of what the head says"),
        pytest.param("<h1>Färjan står still</h1><h2>Broar</h2>", "Färjan står still", "title", id="another title"),
    ],
)
def test_the_title_is_the_heading_that_the_head_says(body: str, title: str, first: str) -> None:
    head = "<title>Ny bro blir dyrare | Alvsunds kommun</title>"
    reading = read_html(f"<html lang='sv'><head>{head}</head><body><main>{body}{FILLER * 2}</main></body></html>")
    assert (reading.title, reading.drafts[0].kind) == (title, first)


@pytest.mark.parametrize(
    ("body", "byline"),
    [
        ("<p>Inlagd av Anna Ek den 5 mars</p>", "Anna Ek"),
        ("<div class='byline'><p>Text</p><p>Anna Ek</p></div>", "Anna Ek"),
        ("<div class='byline'><p>Anna Ek</p><p>08-465 004 12</p></div>", "Anna Ek"),
        ("<p>Anna Ek | 5 mars 2024 | 2 min läsning</p>", "Anna Ek"),
        ("<p>Alvsunds kommun | 5 mars 2024</p>", None),
    ],
)
def test_reporters(body: str, byline: str | None) -> None:
    assert read_html(page(body)).byline == byline


ARTICLE = '{"@type": "NewsArticle", "datePublished": "2012-04-11", "author": "Rut Ek"}'


@pytest.mark.parametrize(
    ("said", "byline", "published"),
    [
        pytest.param(ARTICLE, "Rut Ek", "2012-04-11", id="a name for an author"),
        pytest.param(
            '{"@graph": [{"@type": "WebPage", "datePublished": "2010-01-02"}, ' + ARTICLE + "]}",
            "Rut Ek",
            "2012-04-11",
            id="the page before the article",
        ),
        pytest.param('{"@type": "WebPage", "datePublished": "2010-01-02"}', None, "2010-01-02", id="no article"),
        pytest.param(
            '[{"@type": "Person", "@id": "#rut", "name": "Rut Ek"}, {"@type": "Article", "author": [{"@id": "#rut"}]}]',
            "Rut Ek",
            None,
            id="an author by reference",
        ),
        pytest.param(ARTICLE.replace("}", ",}"), "Rut Ek", "2012-04-11", id="a comma too many"),
        pytest.param(f"//<![CDATA[\n{ARTICLE}\n//]]>", "Rut Ek", "2012-04-11", id="in CDATA"),
        pytest.param(f"//<![CDATA[\n[{ARTICLE},]\n//]]>", "Rut Ek", "2012-04-11", id="a list in CDATA"),
        pytest.param(ARTICLE.replace("Rut Ek", "Redaktionen"), None, "2012-04-11", id="no person"),
        pytest.param(ARTICLE[:-20], None, None, id="broken off"),
    ],
)
def test_linked_data(said: str, byline: str | None, published: str | None) -> None:
    reading = read_html(page("", f'<script type="application/ld+json">{said}</script>'))
    assert (reading.byline, reading.published_at) == (byline, published)


def test_an_event_date_is_not_the_pages_date() -> None:
    reading = read_html(
        page(
            "<p>Bron invigs <time datetime='2013-05-01'>1 maj</time> och <time datetime='2013-05-02'>2 maj</time>.</p>"
        )
    )
    assert reading.published_at is None


@pytest.mark.parametrize(
    ("given", "url", "expected"),
    [
        ("https://A.exempel/bron?utm_source=x&id=3#topp", None, "https://a.exempel/bron?id=3"),
        ("/bron", "https://a.exempel/nyheter/bron?x=1", "https://a.exempel/bron"),
        ("/", "https://a.exempel/nyheter/bron", None),
        ("javascript:alert(1)", None, None),
        ("https://[fel", None, None),
    ],
)
def test_the_canonical_address(given: str, url: str | None, expected: str | None) -> None:
    assert read_html(page("", f'<link rel="canonical" href="{given}">'), url).canonical_url == expected


@pytest.mark.parametrize("family", PAGES)
def test_addresses_are_xpaths_of_the_elements(family: str) -> None:
    root = parse(PAGES[family])
    assert root is not None
    tree = _as_lxml(root)
    for draft in read_html(PAGES[family]).drafts:
        assert draft.address is not None
        found = tree.xpath(draft.address)
        assert len(found) == 1
        inside = " ".join("".join(found[0].itertext()).split())
        first = draft.text.split("\n")[0].split("\t")[0].replace("\u00a0", " ")
        assert first.lstrip("– ") in inside.replace("\x96", "–") or draft.reason == "head-title"


def test_what_xhtml_closes_at_once_is_closed() -> None:
    prolog = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html><head><script src="a.js" defer/><title/></head>'
    reading = read_html(
        f'{prolog}<body><div id="footer"/><h1>Ny bro dyrare</h1><a name="top"/>{FILLER}<p>– Ja, säger Bo Ek.<br/>Han går.</p></body>'
    )
    assert [text for _, text in blocks(reading)][2:] == ["– Ja, säger Bo Ek.", "Han går."]
    assert reading.drafts[1].address == "/html/body/p[1]"


def test_an_anchor_that_is_never_closed_makes_no_links() -> None:
    reading = read_html(f'<html><body><h1>Ny bro</h1><a name="top">{FILLER}<p>– Ja, säger Bo Ek.</p></body></html>')
    assert [text for _, text in blocks(reading)][2:] == ["– Ja, säger Bo Ek."]
    assert dict(reading.dropped) == {}


def _as_lxml(root: Element) -> Any:
    """The same tree for a library that knows XPath."""
    made: dict[int, Any] = {}
    for node in root.traverse(include_text=True):
        above = made.get(node.parent.mem_id) if node.parent is not None else None
        if node.is_element_node:
            name = name_of(node)
            made[node.mem_id] = etree.Element(name) if above is None else etree.SubElement(above, name)
        elif node.is_text_node and above is not None:
            text = (node.text_content or "").replace("\f", " ")
            if len(above):
                above[-1].tail = (above[-1].tail or "") + text
            else:
                above.text = (above.text or "") + text
    return made[root.mem_id].getroottree()


@pytest.mark.parametrize(
    "html",
    [
        "",
        " ",
        "<",
        "<>",
        "<html>",
        "<p",
        "</p></p>",
        "<!-- ",
        "<table><p><tr><td>x",
        "\x00",
        "&#x110000;",
        "<a href='",
        "<p>\ud7ff",
        "]]>",
    ],
)
def test_broken_markup_never_raises(html: str) -> None:
    read_html(html)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Mathias Hagen – Journalist", "Mathias Hagen"),
        ("Av Maja Brodd den 5 mars 2024", "Maja Brodd"),
        ("Maja Brodd Uppdaterad november 18, 2024", "Maja Brodd"),
        ("Text: Maja Lans Foto: Bo Ek", "Maja Lans"),
        ("Maja Lans, Bo Ek", "Maja Lans, Bo Ek"),
        ("Av Augusta Maj", "Augusta Maj"),
        ("Julius Marsh", "Julius Marsh"),
        (f"Maja Brodd {'den ' * 20_000}5", None),
        ("Av", None),
    ],
)
def test_names_in_a_byline(line: str, names: str | None) -> None:
    assert byline_names(line) == names


def test_reporters_below_each_other() -> None:
    page = "<h1>Ny bro</h1><p class='byline'>Maja Brodd – Journalist</p><p class='byline'>Bo Ek – Fotograf</p><p>Bron är klar.</p>"
    assert read_html(page).byline == "Maja Brodd, Bo Ek"
