"""Sites of clubs, parishes, companies and small papers: where their themes put headline, day, reporter and facts."""

from __future__ import annotations

import pytest

from pipeline.stages.clean.html import HtmlReading, read_html
from pipeline.stages.clean.run_on import without_glue

TEXT = "".join(
    f"<p>Byalaget räknar med att etapp {n} av bryggan är klar till midsommar, och att färjan kan lägga till där.</p>"
    for n in range(3)
)
SAID = "– Det blir fint, säger Märta Ahl."
TITLE = "Ny brygga i Skogö"


def read(body: str, head: str = f"<title>{TITLE} | Skogö byalag</title>") -> HtmlReading:
    return read_html(f"<html lang='sv'><head>{head}</head><body>{body}</body></html>")


def under_title(body: str) -> HtmlReading:
    return read(
        f"<main><article><header><h1>{TITLE}</h1>{body}</header><div class='text'>{TEXT}</div></article></main>"
    )


def after_text(body: str) -> HtmlReading:
    return read(f"<main><article><h1>{TITLE}</h1><div class='text'>{TEXT}<p>{SAID}</p>{body}</div></article></main>")


def kinds(reading: HtmlReading) -> dict[str, str]:
    return {line: draft.kind for draft in reading.drafts for line in draft.text.split("\n")}


@pytest.mark.parametrize(
    "line",
    [
        "Simskola hålls den 4.–6. juni och 10.–14. juni.",
        "Simskola ordnas 4.–6.6 och 10.–14.6 i Sundnäs.",
        "Se kapitel 2.–4. i planen.",
    ],
)
def test_a_range_of_days_is_no_speech(line: str) -> None:
    assert without_glue(line) == [line]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("Bron är klar.–Vi är nöjda, säger Bo Ek.", ["Bron är klar.", "–Vi är nöjda, säger Bo Ek."]),
        ("Bron är klar.–30 000 bilar, säger Bo Ek.", ["Bron är klar.", "–30 000 bilar, säger Bo Ek."]),
        ("Den stod klar 2012.– Ja, säger Bo Ek.", ["Den stod klar 2012.", "– Ja, säger Bo Ek."]),
        ("Den stod klar 2012.– 30 bilar, säger Bo Ek.", ["Den stod klar 2012.", "– 30 bilar, säger Bo Ek."]),
    ],
)
def test_a_dash_behind_a_full_stop_is_speech(line: str, parts: list[str]) -> None:
    assert without_glue(line) == parts


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        pytest.param("Ny brygga<br><em>i Skogö.</em>", "Ny brygga i Skogö.", id="two lines"),
        pytest.param("Ny brygga<br>i<br>Skogö", TITLE, id="three lines"),
        pytest.param(f"{TITLE}<br><small>Klar till midsommar</small>", TITLE, id="a line below"),
    ],
)
def test_a_headline_on_several_lines(headline: str, title: str) -> None:
    reading = read(f"<main><h1>{headline}</h1>{TEXT}</main>")
    assert reading.title == title
    assert sum(draft.kind == "title" for draft in reading.drafts) == 1


BLOG = """<div class='header'><h1 class='title'><a href='/'>Bloggen i Skogö</a></h1></div><div class='blog-posts hfeed'>
<div class='date-outer'><h2 class='date-header'><span>måndag 5 september 2016</span></h2><div class='post hentry'>
<h3 class='post-title entry-title'>Ny brygga i Skogö</h3><div class='post-body entry-content'>Bryggan är klar.<br /><br />
- Nu kan vi bada, berättar Ann-Sofi Kjell.<br /><br />På lördag är det fest på udden kl 11.</div><div class='post-footer'>
<span class='post-author vcard'>Upplagd av <span class='fn'>Ann-Sofi Kjell</span></span> <span class='post-timestamp'>kl.
<a href='#'><abbr class='published' title='2016-09-05T09:12:00+02:00'>09:12</abbr></a></span><span class='post-labels'>Etiketter:
<a href='#'>bad</a></span></div></div></div></div><div class='comments' id='comments'><h4>Inga kommentarer:</h4></div>
<div class='sidebar'><h2>Bloggarkiv</h2><ul><li><a href='#'>2016 (14)</a></li></ul></div>"""


def test_a_blog() -> None:
    head = "<title>Bloggen i Skogö: Ny brygga i Skogö</title><meta content='blogger' name='generator'/>"
    reading = read(BLOG, head)
    assert (reading.title, reading.byline, reading.published_at) == (TITLE, "Ann-Sofi Kjell", "2016-09-05")
    assert [draft.kind for draft in reading.drafts] == [
        "other",
        "date",
        "title",
        "paragraph",
        "dash",
        "paragraph",
        "byline",
        "other",
    ]


@pytest.mark.parametrize(
    ("under", "published"),
    [
        pytest.param("<h5>Skogö</h5><h5>2024-03-05</h5>", "2024-03-05", id="a small heading"),
        pytest.param("<h6>5 mars 2024</h6>", "2024-03-05", id="a day with a month"),
        pytest.param("<h2>5 mars 2024</h2>", None, id="what happens that day"),
        pytest.param("<h5>5 mars 2024</h5><h5>6 mars 2024</h5>", None, id="a list of days"),
        pytest.param("<p>22 april, 2013 av Ulla Brink i Nyheter</p>", "2013-04-22", id="day, reporter, section"),
        pytest.param("<h3>Skrivet av <a href='/g'>Greta Moberg</a>\n 5 mars 2013.</h3>", "2013-03-05", id="a byline"),
        pytest.param("<h4>2021-12-18 | TEXT: MAJ HOLST</h4>", "2021-12-18", id="a bar in a small heading"),
        pytest.param("<p>Nästa träff är den 12 april 2013.</p>", None, id="a sentence"),
        pytest.param("<p>Källa: Skogö kyrkoråd (15 juni 2021)</p>", None, id="a source"),
        pytest.param("<div class='byline'><p>Pia Malm</p><p>05.03.2017 13:22</p></div>", "2017-03-05T13:22", id="with the reporter"),
        pytest.param("<time class='updated' datetime='2019-11-20'>20 november 2019</time>", "2019-11-20", id="a theme that says updated"),
        pytest.param(
            "<div class='timestamp'><time class='time--updated' datetime='2024-01-15'>Uppdaterad 15 januari 2024</time>"
            " <time class='time--published' datetime='2024-01-14T05:00'>Publicerad 14 januari 2024</time></div>",
            "2024-01-14T05:00",
            id="the class of a time",
        ),
        pytest.param(
            "<div class='timestamp'><time datetime='2024-01-15'>Uppdaterad 15 januari 2024</time>"
            " <time datetime='2024-01-14'>14 januari 2024</time></div>",
            "2024-01-14",
            id="the words in a time",
        ),
    ],
)  # fmt: skip
def test_days_under_the_headline(under: str, published: str | None) -> None:
    assert under_title(under).published_at == published


@pytest.mark.parametrize("line", ["Nästa träff är den 12 april 2013.", "Källa: Skogö kyrkoråd (15 juni 2021)"])
def test_a_sentence_with_a_day_is_text(line: str) -> None:
    assert kinds(under_title(f"<p>{line}</p>"))[line] == "paragraph"


def test_the_days_of_notices_are_not_the_pages() -> None:
    notice = "<article><h2>{}</h2><p class='date'>{}</p>" + TEXT + "</article>"
    two = notice.format("Simhallen stänger", "2024-03-05") + notice.format("Ny rektor", "2024-03-01").replace(
        "bryggan", "skolan"
    )
    assert read(f"<main><h1>Nytt i Skogö</h1>{two}</main>").published_at is None
    assert read(f"<main><h1>{TITLE}</h1><p class='date'>2024-03-05</p>{TEXT}</main>").published_at == "2024-03-05"


def test_the_day_of_a_list_of_terms_beside_the_text() -> None:
    facts = "<div class='meta'><dl><dt>Publicerad</dt><dd>2022-10-03</dd><dt>Ansvarig</dt><dd>Kansliet</dd></dl></div>"
    reading = read(f"<main><article><h1>{TITLE}</h1>{TEXT}</article>{facts}</main>")
    assert reading.published_at == "2022-10-03"
    assert "Kansliet" not in kinds(reading)


@pytest.mark.parametrize(
    ("below", "byline"),
    [
        ("<p>Text av<br>Stefan Kull, Räddningstjänsten</p>", "Stefan Kull, Räddningstjänsten"),
        ("<p>Text av<br>hög klass lovar de.</p>", None),
        ("<p>Det här inlägget publicerades av <b>Ebba Kvist</b> för Skogö byalag.</p>", "Ebba Kvist"),
        ("<p>Upplagd av Ebba Kvist kl. 09:12</p>", "Ebba Kvist"),
        ("<div class='author-box'><p>Om Ebba Kvist</p><p>Ebba sköter hemsidan.</p></div>", "Ebba Kvist"),
        ("<p>/Styrelsen</p>", "Styrelsen"),
        ("<div class='byline'>Av <a href='/k'>Karl Wik</a> Politisk redaktör karl.wik@nt.exempel</div>", "Karl Wik"),
        ("<div class='byline'>Av <a href='/k'>Karl Wik</a> biträdande nyhetschef</div>", "Karl Wik"),
        ("<h3>Text och bild: en utställning om byn</h3><p>Den pågår till jul.</p>", None),
    ],
)
def test_reporters_below_the_text(below: str, byline: str | None) -> None:
    assert after_text(below).byline == byline


@pytest.mark.parametrize(
    ("above", "byline"),
    [
        ("<p>Publicerad 2018-03-05 12:30 av Inga-Lill Thorn</p>", "Inga-Lill Thorn"),
        ("<p>Af Jens Holm | 5. marts 2024</p>", "Jens Holm"),
        ("<p>5 mars 2024 av Inga-Lill Thorn i Sport</p>", "Inga-Lill Thorn"),
        ("<p>5 mars 2024 av en slump</p>", None),
    ],
)
def test_the_reporter_beside_the_day_is_before_a_signature(above: str, byline: str | None) -> None:
    reading = read(f"<main><h1>{TITLE}</h1>{above}{TEXT}<p>{SAID}</p><p>/Styrelsen</p></main>")
    assert reading.byline == (byline or "Styrelsen")


def test_reporter_and_day_beside_the_headline_outside_the_text() -> None:
    meta = (
        "<span>av</span> <a href='/k'>Kent Rosell</a>, <span>15 apr 2018 kl 19:32</span> <a href='#c'>3 kommentarer</a>"
    )
    menu = "<a href='/n'>Nyheter</a> <a href='/s'>Sport</a>"
    reading = read(
        f"<div class='item'><div class='item__top'><h1>{TITLE}</h1><div class='item__meta'>{meta}</div><div>{menu}</div></div>"
        f"<div class='item__text'>{TEXT}</div></div>"
    )
    assert (reading.byline, reading.published_at) == ("Kent Rosell", "2018-04-15T19:32")
    assert "Nyheter Sport" not in kinds(reading)


@pytest.mark.parametrize(
    ("day", "published"),
    [
        ("8 april 2025", "2025-04-08"),
        ("Årsmöte 8 april 2025 kl 18.30 i bygdegården", None),
    ],
)
def test_the_day_in_a_banner_over_the_text(day: str, published: str | None) -> None:
    banner = f"<div class='hero'><h1>{TITLE}</h1><p class='hero__date'>{day}</p></div>"
    reading = read(
        f"{banner}<div class='box'><div class='content'>{TEXT}</div><div class='side'><p>Swish 123</p></div></div>"
    )
    assert reading.published_at == published


@pytest.mark.parametrize(
    ("box", "line", "kind"),
    [
        pytest.param(
            "<aside><p>I korthet</p><h2>Så byggs bryggan</h2><ul><li>Priset är 840 000 kronor</li></ul><a href='/b'>Läs mer om bryggan</a></aside>",
            "Priset är 840 000 kronor",
            "list_item",
            id="facts with a link to more",
        ),
        pytest.param(
            "<aside><h3>Senaste nytt</h3><p>Färjan är försenad i dag.</p><a href='/f'>Läs mer om färjan</a></aside>",
            "Färjan är försenad i dag.",
            None,
            id="a teaser",
        ),
        pytest.param(
            "<aside><h3>Detta har hänt</h3><ul><li>Bryggan revs 2019</li></ul></aside>",
            "Bryggan revs 2019",
            "list_item",
            id="what has happened",
        ),
    ],
)  # fmt: skip
def test_boxes_of_facts(box: str, line: str, kind: str | None) -> None:
    assert kinds(after_text(box)).get(line) == kind


@pytest.mark.parametrize(
    ("end", "heading", "kept"),
    [
        pytest.param("<h4>Bilaga</h4><a href='p.pdf'>Program.pdf</a>", "Bilaga", False, id="a file"),
        pytest.param("<h3>Mer om hamnen</h3><a href='/h'>Hamnens historia</a><h3>Hitta hit</h3><p>Följ vägen.</p>", "Mer om hamnen", False, id="another heading behind"),
        pytest.param("<h3>Hamnen byggs om</h3><a href='/h'>Hamnens historia</a><p>Det tar två år.</p>", "Hamnen byggs om", True, id="text behind the link"),
        pytest.param("<h2>Så blir det</h2><a href='/h'>Hamnens historia</a><h3>Bryggan</h3><p>Den rivs.</p>", "Så blir det", True, id="a lower heading behind"),
        pytest.param("<h3>Hamnen byggs om</h3>", "Hamnen byggs om", True, id="no link"),
    ],
)  # fmt: skip
def test_a_heading_goes_with_the_links_under_it(end: str, heading: str, kept: bool) -> None:
    assert (heading in kinds(after_text(end))) == kept


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Så jobbar vi med nyheter. Läs mer här!", "other"),
        ("Så jobbar vi med översvämningar.", "paragraph"),
        ("Direktlänk till denna nyhet https://skogo.exempel/?p=5", "other"),
        ("QUIZ: Kan du Skogös bryggor?", "other"),
        ("Dela den här sidan med en granne", "other"),
        ("Dela alltid på båten.", "paragraph"),
    ],
)
def test_what_themes_add(line: str, kind: str) -> None:
    assert kinds(after_text(f"<p>{line}</p><p>Bryggan är lång.</p>"))[line] == kind


@pytest.mark.parametrize(
    ("top", "line", "kind"),
    [
        pytest.param(
            "<header><p>INTERVJU</p><h1>Ny brygga i Skogö</h1><p>Ulrika Tamm, snickare från Alvsund, bygger den på sin fritid.</p></header>",
            "Ulrika Tamm, snickare från Alvsund, bygger den på sin fritid.",
            "lead",
            id="a word over the headline",
        ),
        pytest.param(
            "<h1>Ny brygga i Skogö</h1><h2>Bryggan i Skogö ligger vid udden, öster om hamnen och fyren.<br>Den byggs av folk i byn på kvällar och helger.</h2>",
            "Den byggs av folk i byn på kvällar och helger.",
            "lead",
            id="a heading of two sentences",
        ),
        pytest.param(
            "<h1>Ny brygga i Skogö</h1><div class='lead'><h5>NORRHAMN</h5>Bryggan i Skogö är klar till midsommar.</div>",
            "NORRHAMN",
            "heading",
            id="a town over the lead",
        ),
        pytest.param(
            "<h1>Ny brygga i Skogö</h1><div class='attribute-caption'><p>Så ska den se ut</p></div>",
            "Så ska den se ut",
            "caption",
            id="a caption of eZ Publish",
        ),
    ],
)  # fmt: skip
def test_leads_and_captions(top: str, line: str, kind: str) -> None:
    assert kinds(read(f"<main><article>{top}{TEXT}</article></main>"))[line] == kind
