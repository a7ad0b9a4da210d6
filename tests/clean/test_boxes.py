"""Boxes in the text whose class or element says that they are not of it: kept by what they say, or left out."""

from __future__ import annotations

import pytest

from pipeline.stages.clean.html import HtmlReading, read_html

LEAD = "Pålarna sjunker och priset stiger. Nu dröjer bron över Alvsundet ännu ett år."
SENTENCE = (
    "<p>Kommunen räknar med att stycke {n} av bron står klart i tid, och att färjan går så länge som det behövs.</p>"
)
TEXT = "".join(SENTENCE.format(n=n) for n in range(4))
SAID = "– Det är bra, säger Ulla Ek."
NAME, NUMBER = "Karin Lindqvist, projektledare", "0701-74 06 05"


def read(body: str, head: str = "") -> HtmlReading:
    return read_html(f"<html lang='sv'><head><title>Ny bro dyrare</title>{head}</head><body>{body}</body></html>")


def in_text(box: str, page: str = "<main><article>{h1}{text}{box}{text2}</article></main>") -> HtmlReading:
    return read(page.format(h1="<h1>Ny bro dyrare</h1>", text=TEXT, box=box, text2=TEXT.replace("bron", "vägen")))


def kinds(reading: HtmlReading) -> dict[str, str]:
    return {line: draft.kind for draft in reading.drafts for line in draft.text.split("\n")}


@pytest.mark.parametrize(
    ("box", "line", "kind"),
    [
        (f"<aside><p>{SAID}</p></aside>", SAID, "dash"),
        (f"<aside class='pullquote'><blockquote>{SAID}</blockquote></aside>", SAID, "dash"),
        (f"<aside><ul><li>{SAID}</li></ul></aside>", SAID, "dash"),
        ("<aside><h3>Fakta</h3><p>Byggstart 2022.</p></aside>", "Byggstart 2022.", "factbox"),
        ("<aside><h3>Fakta</h3><p>Byggstart 2022.</p></aside>", "Fakta", "factbox"),
        ("<aside><h3>Så växte bron fram</h3><p>Byggstart 2022.</p></aside>", "Byggstart 2022.", "factbox"),
        ("<aside><ul><li>Längd: 84 meter</li><li>Vikt: 300 ton</li></ul></aside>", "Längd: 84 meter", "list_item"),
        (
            "<aside><h3>Kontakt</h3><p>Karin Lindqvist, projektledare</p></aside>",
            "Karin Lindqvist, projektledare",
            "contact",
        ),
        (f"<div class='consent-study'><p>{SAID}</p></div>", SAID, "dash"),
        (f"<div class='comment-box'><p>{SAID}</p></div>", SAID, "dash"),
        (f"<div class='expert-comment'><p>{SAID}</p></div>", SAID, "dash"),
        (f"<div class='about'><p>{SAID}</p></div>", SAID, "dash"),
        (f"<div class='puff quote-puff'><p>{SAID}</p></div>", SAID, "dash"),
        (f"<div class='article-banner'><p>{SAID}</p></div>", SAID, "dash"),
        (f"<div class='hidden-print'><p>{SAID}</p></div>", SAID, "dash"),
        (f"<div class='social-block'><p>{SAID}</p></div>", SAID, "dash"),
        (
            "<div class='article-banner'><figure><figcaption>Bron i maj.</figcaption></figure></div>",
            "Bron i maj.",
            "caption",
        ),
        (
            f"<div class='share-of-voters'><p>{LEAD} Så svarade väljarna.</p></div>",
            f"{LEAD} Så svarade väljarna.",
            "paragraph",
        ),
        (f"<div class='menu-item-text'><p>{LEAD} Så lagas maten.</p></div>", f"{LEAD} Så lagas maten.", "paragraph"),
        (f"<blockquote><p>{SAID}</p><footer>Ulla Ek, rektor</footer></blockquote>", "Ulla Ek, rektor", "paragraph"),
    ],
)
def test_a_box_in_the_text_is_kept_for_what_it_says(box: str, line: str, kind: str) -> None:
    assert kinds(in_text(box)).get(line) == kind


@pytest.mark.parametrize(
    "box",
    [
        "<aside><h3>Läs mer</h3><ul><li><a href='/1'>Badhuset stänger</a></li><li><a href='/2'>Badhuset rivs</a></li></ul></aside>",
        "<aside><p>– Badhuset ska rivas, säger Bo Ek.</p><p><a href='/1'>Läs mer om badhuset</a></p></aside>",
        "<aside><h3>Badhuset i din mejl</h3><p>Få nyheter om badhuset varje vecka.</p><input name='mejl'></aside>",
        "<aside><h3>Badhuset i din mejl</h3><p>Få nyheter om badhuset varje vecka.</p><button>Ja tack</button></aside>",
        "<aside><h3>Badhuset</h3></aside>",
        "<div class='advert'><p>Badhuset har nya tider i sommar, och den som köper årskort före juni får en handduk på köpet.</p></div>",
        "<div class='banner'><p>Badhuset har öppet.</p></div>",
        "<div class='about'><p>Badhuset i Alvsund är en del av Alvsunds fritid, med 40 anställda och 90 000 gäster om året.</p></div>",
        "<div class='newsletter'><p>Badhuset skickar sitt nyhetsbrev varje fredag, med tider och kurser för hela familjen.</p></div>",
        "<div class='share'><p>Dela badhuset</p></div>",
        "<ol class='list'>" + "<li class='comment'><p>- Badhuset är bäst, håller helt med!</p></li>" * 3 + "</ol>",
        "<div class='comments'><p>– Badhuset är bäst, säger alla här.</p></div>",
        "<div class='consent'><p>Godkänn kakor från badhuset så visar vi filmen.</p></div>",
        "<div class='cookie-box'><p>– Badhuset använder kakor.</p></div>",
        "<div class='teaser'><a href='/1'><p>– Badhuset rivs</p></a></div>",
        "<ol class='breadcrumb'><li>Badhuset i Alvsund stänger i juni för att byta golv, tak och fönster på alla sidor.</li></ol>",
        "<footer><p class='author'>badhuset81</p></footer>",
        "<footer><p>Badhuset, Alvsunds fritid</p><p><a href='/om'>Om badhuset</a></p></footer>",
    ],
)
def test_a_box_that_leads_elsewhere_or_sells_is_left_out(box: str) -> None:
    assert not [line for line in kinds(in_text(box)) if "adhuset" in line]


@pytest.mark.parametrize("under", ["<p class='teaser'>{}</p>", "<div class='article-teaser-text'><p>{}</p></div>"])
def test_a_sentence_right_under_the_headline_is_the_lead_whatever_its_class(under: str) -> None:
    page = f"<main><article><h1>Ny bro dyrare</h1>{under.format(LEAD)}<div>{TEXT}</div></article></main>"
    assert kinds(read(page))[LEAD] == "lead"


@pytest.mark.parametrize("page", ["<main>{hero}{text}</main>", "{hero}<main>{text}</main>"])
def test_the_headline_in_a_banner_is_kept_with_its_lead(page: str) -> None:
    hero = f"<div class='hero-banner'><h1>Ny bro dyrare</h1><p class='lead'>{LEAD}</p></div>"
    found = kinds(read(page.format(hero=hero, text=TEXT)))
    assert (found.get("Ny bro dyrare"), found.get(LEAD)) == ("title", "lead")


@pytest.mark.parametrize(
    "footer",
    ["<footer>{}</footer>", "<div class='footer'>{}</div>", "<footer><div class='contact-card'>{}</div></footer>"],
)
def test_contacts_in_an_articles_footer_are_kept(footer: str) -> None:
    inner = f"<h2>Kontakt</h2><p>{NAME}, {NUMBER}</p>"
    found = kinds(read(f"<main><article><h1>Ny bro dyrare</h1>{TEXT}{footer.format(inner)}</article></main>"))
    assert (found.get("Kontakt"), found.get(f"{NAME}, {NUMBER}")) == ("heading", "contact")


def test_so_are_its_reporter_and_its_day() -> None:
    footer = f"<footer><h2>Kontakt</h2><p>{NAME}, {NUMBER}</p><p>Text: Maja Brodd</p><p>Publicerad: 2024-03-05 10.15</p><p><a href='/t'>Trafik</a></p></footer>"
    reading = read(f"<article><h1>Ny bro dyrare</h1>{TEXT}{footer}</article>")
    assert (reading.byline, (reading.published_at or "")[:10]) == ("Maja Brodd", "2024-03-05")
    assert "Trafik" not in kinds(reading)


@pytest.mark.parametrize("tag", ["div", "footer"])
def test_a_wordpress_entrys_footer_says_who_wrote_it(tag: str) -> None:
    footer = (
        f"<{tag} class='entry-footer'><span class='posted-on'><time class='entry-date' datetime='2024-03-05'>5 mars 2024</time></span>"
        f"<span class='byline'>Av Maja Brodd</span><p>{NAME}, {NUMBER}</p><span class='cat-links'><a href='/t'>Trafik</a></span></{tag}>"
    )
    text = f"<article class='hentry'><h1 class='entry-title'>Ny bro dyrare</h1><div class='entry-content'>{TEXT}</div>{footer}</article>"
    reading = read(text, "<link href='/wp-content/s.css'>")
    assert (reading.byline, (reading.published_at or "")[:10]) == ("Maja Brodd", "2024-03-05")
    assert f"{NAME}, {NUMBER}" in kinds(reading)
    assert "Trafik" not in kinds(reading)


def test_the_footer_of_the_page_is_left_out_with_its_numbers() -> None:
    footer = f"<footer><h2>Kontakt</h2><p>Alvsunds kommun, växel 0456-39 06 12</p><p>{NAME}, {NUMBER}</p></footer>"
    reading = read(f"<main><article><h1>Ny bro dyrare</h1>{TEXT}</article></main>{footer}")
    assert not [line for line in kinds(reading) if "0" in line and "stycke" not in line]


_CARD = f"<h3>Kontakt</h3><p>Karin Lindqvist<br>Projektledare<br>{NUMBER}</p>"


@pytest.mark.parametrize(
    "names",
    [
        "contact-banner",
        "subscribe",
        "social",
        "print-hidden",
        "hidden-print",
        "tags-and-contacts",
        "search-aside",
        "menu-box",
        "sub-navigation",
    ],
)
def test_a_contact_is_kept_whatever_the_box_is_called(names: str) -> None:
    for page in ("<main><article>{h1}{text}{box}</article></main>", "<main>{h1}{text}</main>{box}"):
        found = kinds(in_text(f"<div class='{names}'>{_CARD}</div>", page))
        assert {"Karin Lindqvist", "Projektledare", NUMBER} <= found.keys()


def test_so_is_the_one_in_a_wordpress_sidebar() -> None:
    box = f"<div class='sidebar'><div class='widget'>{_CARD}</div></div>"
    found = kinds(
        read(f"<article class='hentry'><h1>Ny bro dyrare</h1>{TEXT}</article>{box}", "<link href='/wp-content/s.css'>")
    )
    assert {"Karin Lindqvist", "Projektledare", NUMBER} <= found.keys()


@pytest.mark.parametrize("box", ["<nav>{}</nav>", "<div class='menu'>{}</div>", "<div class='cookie'>{}</div>"])
def test_a_number_without_a_name_in_a_menu_is_no_contact(box: str) -> None:
    inner = "<ul><li><a href='/'>Start</a></li><li>Växel 0456-39 06 12</li><li><a href='/k'>Kontakta oss</a></li></ul>"
    found = kinds(in_text(box.format(inner), "{box}<main>{h1}{text}</main>"))
    assert not [line for line in found if "0456" in line or "Kontakta" in line]


_UNFOLDED = "Bussarna går via Kvarngatan."


@pytest.mark.parametrize(
    "heading",
    [
        "<h2><button aria-expanded='false'>Så leds trafiken om</button></h2>",
        "<button><h2>Så leds trafiken om</h2></button>",
        "<button><span><h2>Så leds trafiken om</h2></span></button>",
        "<h2><label for='p1'>Så leds trafiken om</label></h2>",
        "<h2>Så leds trafiken om</h2>",
    ],
)
@pytest.mark.parametrize(
    "hides", ["hidden", "hidden='until-found'", "aria-hidden='true'", "style='display:none'", "hidden role='tabpanel'"]
)
def test_what_a_click_on_a_heading_shows_is_read(heading: str, hides: str) -> None:
    found = kinds(in_text(f"{heading}<div {hides}><p>{_UNFOLDED}</p></div>"))
    assert (found.get("Så leds trafiken om"), found.get(_UNFOLDED)) == ("heading", "paragraph")


@pytest.mark.parametrize(
    ("hidden", "line"),
    [
        (f"<div hidden><p>{SAID}</p></div>", SAID),
        (f"<h2>Kontakt</h2><div style='display:none'><p>{NAME}, {NUMBER}</p></div>", f"{NAME}, {NUMBER}"),
        (f"<div hidden><p>{NAME}, {NUMBER}</p></div>", f"{NAME}, {NUMBER}"),
        ("<div aria-hidden='true'><figure><figcaption>Bron i maj.</figcaption></figure></div>", "Bron i maj."),
        ("<div class='d-none d-md-block'><p>Bron är 84 meter lång.</p></div>", "Bron är 84 meter lång."),
        ("<div class='hidden md:block'><p>Bron är 84 meter lång.</p></div>", "Bron är 84 meter lång."),
    ],
)
def test_hidden_speech_and_contacts_and_what_wide_screens_show_are_read(hidden: str, line: str) -> None:
    assert line in kinds(in_text(hidden))


@pytest.mark.parametrize(
    "hidden",
    [
        "<div hidden><p>Badhuset är öppet.</p></div>",
        "<div class='d-none'><p>Badhuset är öppet.</p></div>",
        "<h2>Kartan</h2><div hidden><a href='/1'>Badhuset</a><a href='/2'>Badhusets kafé</a></div>",
        "<h2>Nyhetsbrev</h2><div hidden><p>Få nyheter om badhuset varje vecka.</p><input name='mejl'></div>",
        "<p>Bussen går <span class='d-none d-md-inline'>till badhuset </span>var tionde minut.</p>",
        "<h2>Kartan</h2><div hidden><p>Badhuset</p></div>",
        "<button>Till badhuset</button>",
    ],
)
def test_what_is_never_seen_is_left_out(hidden: str) -> None:
    assert not [line for line in kinds(in_text(hidden)) if "adhuset" in line]


def test_what_stands_in_a_hidden_copy_is_read_once() -> None:
    card = f"<p>{NAME}, {NUMBER}</p><p>{SAID}</p>"
    lines = [
        draft.text
        for draft in in_text(
            f"<div hidden>{card}</div><div>{card}</div><div class='d-none d-lg-block'>{card}</div>"
        ).drafts
    ]
    assert (lines.count(f"{NAME}, {NUMBER}"), lines.count(SAID)) == (1, 1)
