"""Who wrote a page, and who did not: labels, jobs, agencies, names over and under the text."""

from __future__ import annotations

import pytest

from pipeline.stages.clean.bylines import byline_names, is_byline, is_job, is_signature
from pipeline.stages.clean.html import HtmlReading, read_html

TEXT = "".join(
    f"<p>Kommunen räknar med att stycke {n} av bron står klart i tid, och att färjan går så länge som det behövs.</p>"
    for n in range(3)
)


def read(above: str = "", below: str = "") -> HtmlReading:
    body = f"<main><h1>Ny bro dyrare</h1>{above}{TEXT}{below}</main>"
    return read_html(f"<html lang='sv'><head><title>Ny bro dyrare</title></head><body>{body}</body></html>")


def kinds(reading: HtmlReading) -> dict[str, str]:
    return {line: draft.kind for draft in reading.drafts for line in draft.text.split("\n")}


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Text och foto Anna Berg", "Anna Berg"),
        ("Text Anna Berg Foto Bo Ekman", "Anna Berg"),
        ("AV ANNA BERG", "ANNA BERG"),
        ("Av Anna Berg och Bo Ekman", "Anna Berg och Bo Ekman"),
        ("Av Anna Berg (text) och Bo Ekman (foto)", "Anna Berg och Bo Ekman"),
        ("Av: Anna Berg, TT", "Anna Berg"),
        ("Reporter Anna Berg", "Anna Berg"),
        ("Reporter: Anna Berg, 070-174 06 05", "Anna Berg"),
    ],
)
def test_lines_with_a_label(line: str, names: str) -> None:
    assert is_byline(line)
    assert byline_names(line) == names


@pytest.mark.parametrize(
    "line",
    [
        "Av Anna Berg och Bo Ekman krävs 5000 kronor.",
        "Text och foto får inte användas utan lov.",
        "Text och foto Alvsunds museum",
        "Av de tio husen är nio byggda.",
        "Fotografen Anna Berg har följt bygget.",
    ],
)
def test_lines_that_only_begin_like_one(line: str) -> None:
    assert not is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "Anna Berg, TT",
        "Anna Berg/TT",
        "Anna Berg, frilans",
        "Anna Berg (text)",
        "Anna Berg, Bo Ekman, politiska reporter",
    ],
)
def test_names_with_what_they_are(line: str) -> None:
    assert is_signature(line)


@pytest.mark.parametrize("line", ["Anna Berg", "Anna Berg, rektor", "Anna Berg, TT och Alvsunds kommun", "Alvsund, TT"])
def test_names_of_others(line: str) -> None:
    assert not is_signature(line)


def test_jobs() -> None:
    assert all(map(is_job, ["Reporter", "Politisk reporter", "Krönikör i Alvsunds-Posten", "TT-AFP"]))
    assert not any(map(is_job, ["Rektor", "Projektledare", "", "Reportern var på plats när bron revs i natt"]))


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        ("<ul class='authors'><li><a href='/a'>Anna Berg</a></li><li><a href='/b'>Bo Ekman</a></li></ul>", "Anna Berg, Bo Ekman"),
        ("<ul class='authors'><li>Anna Berg <span>Reporter</span></li></ul>", "Anna Berg"),
        ("<ul class='article-authors'><li>Text Anna Berg</li><li>Foto Bo Ekman</li></ul>", "Anna Berg"),
        ("<p>Anna Berg, TT</p>", "Anna Berg"),
        ("<p>Anna Berg</p><p>Politisk reporter</p>", "Anna Berg"),
        ("<p><b>Anna Berg</b><br>Reporter</p>", "Anna Berg"),
        ("<p>Anna Berg</p><p>anna.berg@alvsundstidning.exempel</p>", "Anna Berg"),
        ("<p><b>Anna Berg</b><br>070-174 06 05<br>anna.berg@alvsundstidning.exempel</p>", "Anna Berg"),
        ("<p>Reporter: Anna Berg, 070-174 06 05</p>", "Anna Berg"),
        ("<p>ANNA BERG</p>", "ANNA BERG"),
        ("<div>Anna Berg</div><div>Reporter</div><div>anna.berg@alvsundsposten.exempel</div>", "Anna Berg"),
        (
            "<div class='author-box'><div>Anna Berg</div><div>Journalist</div><a href='mailto:anna.berg@alvsund.exempel'>Mejla</a></div>",
            "Anna Berg",
        ),
    ],
)  # fmt: skip
def test_reporters_over_and_under_the_text(lines: str, byline: str) -> None:
    for reading in (read(above=lines), read(below=lines)):
        assert reading.byline == byline
        assert kinds(reading).get("Foto Bo Ekman") in (None, "caption")
        assert "contact" not in kinds(reading).values()


@pytest.mark.parametrize(
    "lines",
    [
        "<p>Ledamöter:</p><p>Anna Berg</p><p>Bo Ekman</p>",
        "<ul><li>Anna Berg, redaktör</li><li>Bo Ekman, reporter</li></ul>",
        "<p>Anna Berg</p><p>– Det är bra.</p>",
        "<h3>Kontakt</h3><p>Anna Berg</p><p>Redaktör</p><p>070-174 06 05</p>",
        "<p>Redaktör: Anna Berg, 070-174 06 05</p>",
    ],
)
@pytest.mark.parametrize("where", ["below", "middle"])
def test_people_of_the_text_are_no_reporters(lines: str, where: str) -> None:
    reading = read(below=lines) if where == "below" else read(below=lines + TEXT.replace("bron", "vägen"))
    assert reading.byline is None


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Fotograf Anna Berg", "caption"),
        ("Foto Anna Berg", "caption"),
        ("Foto Anna Berg/Alvsunds Tidning", "caption"),
        ("Foto Anna Berg visar att bron lutar.", "paragraph"),
        ("Fotograf Anna Berg visar sina bilder.", "paragraph"),
        ("Fotograf söker modell", "paragraph"),
    ],
)
def test_photographers_without_a_colon(line: str, kind: str) -> None:
    assert kinds(read(below=f"<p>{line}</p>"))[line] == kind


LETTER = TEXT + "<p>Bron borde ha varit klar för länge sedan, och nu får kommunen skärpa sig ordentligt.</p>"


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        ("<p>Anna Berg, tekniker</p>", "Anna Berg"),
        ("<p>Anna Berg (C), gruppledare</p><p>Bo Ekman (M), ersättare</p>", "Anna Berg, Bo Ekman"),
        ("<p>Anna Berg<br>Alvsund</p>", None),
        ("<p>– Vi får se.</p><p>Anna Berg, tekniker</p>", None),
        ("<p>Anna Berg, Alvsund</p><p>Bo Ekman, Brodd</p><p>Eva Lans, Brodd</p>", None),
        ("<ul><li>Anna Berg, tekniker</li></ul>", None),
        ("<p>Anna Berg, tekniker, 070-174 06 05</p>", None),
    ],
)
def test_who_signs_a_letter(lines: str, byline: str | None) -> None:
    page = f"<main><h1>Ny bro dyrare</h1>{LETTER}{lines}</main>"
    assert (
        read_html(f"<html lang='sv'><head><title>Ny bro dyrare</title></head><body>{page}</body></html>").byline
        == byline
    )
