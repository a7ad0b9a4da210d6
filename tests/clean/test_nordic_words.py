"""Pages of the Nordic countries by their own words: labels, days, reporters and offers, in invented texts."""

from __future__ import annotations

import pytest

from pipeline.article import Article, Page
from pipeline.stage import STAGES
from pipeline.stages.clean import CleanOptions
from pipeline.stages.clean.bylines import is_signature
from pipeline.stages.clean.dates import day_in_bar, day_line, swedish_date
from pipeline.stages.clean.labels import is_caption, is_date_line, is_dirt

FINNISH = [
    "Kunnanjohtaja Sanna Tornikoski leikkasi nauhan, kun sade piiskasi satoja paikalle tulleita kuntalaisia laiturilla.",
    "– Olemme odottaneet tätä kauan, sanoo saarella asuva Kaisa Myllylampi.",
    "Hän jatkaa:",
    "– Mutta lauttaa tulee ikävä.",
    "Vanha lautta myydään, mutta kukaan ei vielä tiedä kenelle tai mihin hintaan.",
]
ICELANDIC = [
    "Það var Stefanía Tindsdóttir bæjarstjóri sem klippti á borðann á meðan rigndi yfir hundruð gesta á bryggjunni.",
    "„Við höfum hlakkað til þessa,“ segir Rakel Bjarkadóttir sem býr í eynni.",
    "Hún heldur áfram:",
    "– En ferjunnar munum við sakna.",
    "Nú verður gamla ferjan seld en enginn veit enn hverjum eða fyrir hve mikið.",
]
FAROESE = [
    "Tað var borgarstjórin Súsanna Tindskarð, ið klipti bandið, meðan regnið oysti niður yvir hundraðtals fólk á keiini.",
    "– Vit hava glett okkum til hetta, sigur Rakul Bjarkalíð, sum býr á oynni.",
    "Hon heldur fram:",
    "– Men ferjuna fara vit at sakna.",
    "Nú skal gamla ferjan seljast, men eingin veit enn hvørjum ella fyri hvussu nógv.",
]
SWEDISH = [
    "Det var kommunalrådet Stina Tornberg som klippte bandet medan regnet öste ner över dem som hade kommit.",
    "– Vi har längtat efter det här, säger Rut Kvarnvik, som bor på Skogö.",
    "Hon fortsätter:",
    "– Men färjan kommer vi att sakna.",
    "Nu ska den gamla färjan säljas, men ingen vet ännu till vem eller för hur mycket.",
]
LEAD = "Efter tre års väntan öppnar den nya bron på fredag, och färjan slutar att gå."
TEASER = "Så blev sommarens minsta hus till på en vecka"


def read(body: str, head: str = "", title: str = "Bron") -> Article:
    html = (
        "<!doctype html><html><head><meta charset='utf-8'>"
        f"<title>{title}</title>{head}</head><body>{body}</body></html>"
    )
    clean = STAGES.get("clean").build(CleanOptions(keep_language="any"))
    return clean(Article(Page(html.encode(), media_type="text/html")))


def lines(article: Article, *kinds: str) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if not kinds or b.kind in kinds]


def joined(texts: list[str], between: str = "") -> str:
    return "".join(f"<p>{text}</p>{between if n % 2 else ''}" for n, text in enumerate(texts))


@pytest.mark.parametrize(
    ("language", "texts", "also", "advert", "day", "caption", "contact"),
    [
        (
            "fi",
            FINNISH,
            "Lue myös: <a href='/x'>Näin talo nousi</a>",
            "Mainos",
            "Julkaistu 5.3.2024 klo 6.12",
            "Uusi silta. Kuva: Olli Viitasalo",
            "Lisätietoja:",
        ),
        (
            "is",
            ICELANDIC,
            "Sjá einnig: <a href='/x'>Svona reis húsið</a>",
            "Auglýsing",
            "Birt 5. mars 2024 kl. 6.12",
            "Nýja brúin. Ljósmynd: Óli Víkingur",
            "Nánari upplýsingar:",
        ),
        (
            "fo",
            FAROESE,
            "Les eisini: <a href='/x'>Soleiðis reistist húsið</a>",
            "Lýsing",
            "Almannakunngjørt 05.03.2024 06:12",
            "Nýggja brúgvin. Mynd: Óli Vikar",
            "Fleiri upplýsingar:",
        ),
    ],
)
def test_words_of_the_north(
    language: str, texts: list[str], also: str, advert: str, day: str, caption: str, contact: str
) -> None:
    article = read(
        f"""<main><h1>Bron</h1><div class="d">{day}</div><div class="i"><img alt=""><div>{caption}</div></div>
        {joined(texts, f"<div>{advert}</div><p>{also}</p>")}<p>{contact}</p><p>Per Lunneskog, 070-174 06 12</p></main>"""
    )
    assert article.language == language
    assert article.published_at == "2024-03-05T06:12"
    assert lines(article, "paragraph", "dash", "lead") == texts
    assert lines(article, "caption") == [caption]
    assert lines(article, "contact") == ["Per Lunneskog, 070-174 06 12"]


def test_a_faroese_page_that_was_changed_before_it_says_when_it_was_published() -> None:
    article = read(f"<main><h1>Brúgvin</h1><p>Dagført: 06.03.2024 Lagt út: 05.03.2024</p>{joined(FAROESE)}</main>")
    assert (article.published_at, article.updated_at) == ("2024-03-05", "2024-03-06")


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("tiistai 5. maaliskuuta 2024", "2024-03-05"),
        ("12. helmikuuta 2024", "2024-02-12"),
        ("12. febrúar 2024", "2024-02-12"),
        ("1. ágúst 2023", "2023-08-01"),
        ("5. kattauksen 2024", None),
    ],
)
def test_months_of_the_north(line: str, day: str | None) -> None:
    assert swedish_date(line) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Þriðjudagur 5. mars 2024 kl. 06.12", "2024-03-05T06:12"),
        ("Tirsdag d. 5. marts 2024, kl. 06.12", "2024-03-05T06:12"),
        ("05.03.2024 - 06:12", "2024-03-05T06:12"),
        ("5.3.2024 klo 6.12", "2024-03-05T06:12"),
        ("Den 5 mars 2024 - 06 personer kom", None),
    ],
)
def test_lines_that_are_a_day(line: str, day: str | None) -> None:
    assert day_line(line) == day


def test_a_bar_of_a_wire_in_eastern_time() -> None:
    assert day_in_bar("5.3.2024 06:12:00 EET | Alvasalmen kunta | Tiedote") == "2024-03-05T06:12"
    article = read(
        f"""<main><h1>Silta</h1><div>5.3.2024 06:12:00 EET | <a href="/a">Alvasalmen kunta ja satamalaitos</a> | Tiedote</div>
        {joined(FINNISH)}</main>"""
    )
    assert article.published_at == "2024-03-05T06:12"


@pytest.mark.parametrize(
    "line",
    [
        "12 kommentarer",
        "1 / 2",
        "2 av 12",
        "0:00 / 1:32",
        "Så låter bron (1:32 min)",
        "Saken fortsetter under bildet",
        "Fant du en feil i artikkelen? Tips oss!",
        "Mainos – juttu jatkuu alla",
    ],
)
def test_lines_of_tools(line: str) -> None:
    assert is_dirt(line)


@pytest.mark.parametrize(
    "line",
    [
        "12 kommentarer kom in under samrådet.",
        "2 av 12 broar är stängda.",
        "Saken fortsetter i retten i morgen.",
        "Filmen är kort (32 min)",
        "Tilaajille lähetetään lasku.",
    ],
)
def test_sentences_that_begin_as_tools_do(line: str) -> None:
    assert not is_dirt(line)


def test_captions_and_days_by_their_labels() -> None:
    assert all(map(is_caption, ["Kuva: Olli Viitasalo", "Mynd: Óli Vikar", "Nýja brúin. Ljósmynd: Óli Víkingur"]))
    assert not any(map(is_caption, ["Kuva sillasta myytiin huutokaupassa.", "Myndin var seld á uppboði."]))
    assert all(map(is_date_line, ["Julkaistu 5.3.2024", "Uppfært 5. mars 2024", "Dagført 05.03.2024"]))
    assert not is_date_line("Birt var ný skýrsla um brúna í 5 köflum á 2024 síðum.")


def test_the_reporters_name_in_the_header_takes_no_lead() -> None:
    article = read(
        f"""<section><article><header><h1>Bron</h1><p>{LEAD}</p><div><a href="/rut">Rut Lindåker</a><span>05.03.2024</span></div>
        </header>{"".join(f'<p class="matrix">{text}</p>' for text in SWEDISH)}</article></section>""",
        '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Rut Lindåker"}}</script>',
    )
    assert lines(article, "lead") == [LEAD]
    assert lines(article, "byline") == ["Rut Lindåker"]
    assert lines(article, "paragraph", "dash") == SWEDISH


def test_a_header_with_two_paragraphs_has_no_lead() -> None:
    article = read(
        f"<section><header><h1>Bron</h1><p>{LEAD}</p><p>{SWEDISH[0]}</p></header>{joined(SWEDISH[1:])}</section>"
    )
    assert lines(article, "lead") == []


def test_a_word_of_what_the_page_is_stands_before_a_bold_lead() -> None:
    article = read(f"<main><h1>Bron</h1><p>Tiedote</p><p><strong>{LEAD}</strong></p>{joined(SWEDISH)}</main>")
    assert lines(article, "lead") == [LEAD]


def test_a_headline_without_a_heading_brings_its_lead() -> None:
    article = read(
        f"""<div class="m"><div class="x">Bron öppnar på fredag</div><div class="y">{LEAD}</div>
        <div class="z">{"".join(f"<div>{text}</div>" for text in SWEDISH)}</div></div>""",
        title="Bron öppnar på fredag",
    )
    assert article.title == "Bron öppnar på fredag"
    assert lines(article, "lead") == [LEAD]
    assert lines(article, "paragraph", "dash") == SWEDISH


@pytest.mark.parametrize(
    "end",
    [
        "<p><i>Maja Ekstrand</i></p><p><font size=1>Bron på Skogö. Foto: Bo Lindåker</font></p>",
        "<p>Maja Ekstrand</p><p>Publicerad 5 mars 2024</p>",
    ],
)
def test_the_name_under_a_text_in_a_layout_table(end: str) -> None:
    rows = f"<table><tr><td><a href='/'>Hem</a></td><td><font size=5><b>Bron</b></font>{joined([LEAD, *SWEDISH])}{end}</td></tr></table>"
    assert read(rows).byline == "Maja Ekstrand"


def test_a_name_in_a_table_of_people_is_no_byline() -> None:
    people = "".join(f"<tr><td>{name}</td></tr>" for name in ("Rut Kvarnvik", "Bo Lindåker", "Maja Ekstrand"))
    assert read(f"<main><h1>Bron</h1>{joined(SWEDISH)}<table>{people}</table></main>").byline is None


def test_the_name_behind_a_day() -> None:
    body = f"<main><h1>Bron</h1><div class='submitted'>05.03.2024 - 06:12 Maja Ekstrand</div>{joined(SWEDISH)}</main>"
    assert read(body).byline == "Maja Ekstrand"
    assert read(body.replace("Maja Ekstrand", "Alvsunds hamn")).byline is None
    assert is_signature("Maja Ekstrand og Bo Lindåker (foto)")


@pytest.mark.parametrize(
    ("box", "left_out"),
    [
        ("<div><h3>Nyhetsbrev</h3><p>Få nyheterna i inkorgen varje morgon.</p></div>", "inkorgen"),
        ("<div><p><b>Nyhetsbrev</b></p><p>Få nyheterna i inkorgen varje morgon.</p></div>", "inkorgen"),
        ("<div><h2>Hjälpte informationen dig?</h2><p>Ja Nej</p></div>", "Ja Nej"),
        ("<p>Les også</p><p><a href='/x'>Så blev sommarens minsta hus till</a></p>", "minsta"),
        (
            "<section><h2>Den här artikeln är för prenumeranter</h2><p>Första månaden kostar en krona.</p></section>",
            "krona",
        ),
        (
            "<aside><h2>Så arbetar vi</h2><p>Det vi publicerar ska vara sant och relevant för den som läser.</p></aside>",
            "relevant",
        ),
        ("<div><h4>Läs mer:</h4><ul><li><a href='/x'>Så blev sommarens minsta hus till</a></li></ul></div>", "minsta"),
        (
            f"<div><a href='/x'><img alt=''><div><b>{TEASER}</b><span>Det blev en kall vecka.</span></div></a></div>",
            "kall",
        ),
    ],
)
def test_boxes_in_the_middle_of_the_text(box: str, left_out: str) -> None:
    article = read(
        f"<main><article><h1>Bron</h1><div>{joined(SWEDISH[:3])}{box}{joined(SWEDISH[3:])}</div></article></main>"
    )
    assert lines(article, "paragraph", "dash", "lead") == SWEDISH
    assert left_out not in article.text


@pytest.mark.parametrize(
    ("box", "kept"),
    [
        ("<div><h3>Nyhetsbrev</h3><p>– Det läser ingen längre, säger Rut Kvarnvik.</p></div>", "ingen längre"),
        ("<aside><h2>Så arbetar vi</h2><p>Bron målas vartannat år av två lag från hamnen.</p></aside>", "vartannat"),
        ("<p><a href='/beslut'>Kommunstyrelsen beslutade i maj att bron ska stå kvar.</a></p>", "stå kvar"),
    ],
)
def test_boxes_that_are_of_the_text(box: str, kept: str) -> None:
    article = read(
        f"<main><article><h1>Bron</h1><div>{joined(SWEDISH[:3])}{box}{joined(SWEDISH[3:])}</div></article></main>"
    )
    assert kept in article.text


def test_elements_of_a_pages_own_making_are_lines() -> None:
    rows = "\n".join(f"<news-p>{text}</news-p>" for text in SWEDISH)
    body = f"<main><news-article><h1>Bron</h1><news-lead>{LEAD}</news-lead>\n<news-body>{rows}</news-body></news-article></main>"
    assert lines(read(body), "lead", "paragraph", "dash") == [LEAD, *SWEDISH]


def test_elements_of_a_pages_own_making_are_words_of_a_sentence() -> None:
    text = "<p>Bron invigdes av <x-name>Stina</x-name> <x-name>Tornberg</x-name> på fredagen, i regn.</p>"
    assert "Stina Tornberg" in read(f"<main><h1>Bron</h1>{text}{joined(SWEDISH)}</main>").text


def test_a_reporter_in_an_address_is_no_contact() -> None:
    body = "<main><h1>Bron</h1><address>Av Maja Ekstrand</address><p class='dato'>5. marts 2024</p>{}</main>"
    article = read(body.format(joined(SWEDISH)))
    assert (article.byline, article.published_at) == ("Maja Ekstrand", "2024-03-05")
    assert lines(article, "contact") == []
