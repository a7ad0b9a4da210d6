"""What a page says of itself under its text is no contact of the text; the contacts of a release are."""

from __future__ import annotations

import pytest

from pipeline.stages.clean.html import HtmlReading, read_html

TEXT = "".join(
    f"<p>Kommunen räknar med att stycke {n} av bron står klart i tid, och att färjan går så länge som det behövs.</p>"
    for n in range(3)
)
TO_CALL = "<p>Karin Lindqvist, projektledare</p><p>070-174 06 05</p>"
PRESS = f"<div class='x2'><h3>Presskontakt</h3>{TO_CALL}</div>"
KEPT = {"Karin Lindqvist, projektledare", "070-174 06 05"}


def read(under: str, page: str = "<div class='x1'><h1>Ny bro dyrare</h1>{text}</div>{under}") -> HtmlReading:
    body = page.format(text=TEXT, under=under)
    return read_html(f"<html lang='sv'><head><title>Ny bro dyrare</title></head><body>{body}</body></html>")


def lines(reading: HtmlReading) -> set[str]:
    return {line for draft in reading.drafts for line in draft.text.split("\n")}


IMPRINTS = {
    "an address and who answers": (
        "<div id='bottom'><p>Alvsunds-Posten, Box 12, 456 78 Alvsund</p><p>Telefon 08-465 004 05</p>"
        "<p>Ansvarig utgivare: Rut Ek</p></div>"
    ),
    "all in one line": (
        "<p>Alvsunds-Posten | Storgatan 4 | 456 78 Alvsund | Växel: 08-465 004 05 | Ansvarig utgivare: Rut Ek</p>"
    ),
    "a municipality's own": (
        "<div class='foot'><h3>Kontakta oss</h3><p>Alvsunds kommun<br>Box 12<br>456 78 Alvsund<br>Växel: 08-465 004 05<br>"
        "kommun@alvsund.exempel<br>Org.nr 212000-0001</p></div>"
    ),
    "an address without a name": (
        "<div class='foot'><p>Alvsunds kommun, 456 78 Alvsund</p><p>Telefon: 08-465 004 05</p></div>"
    ),
    "an address in boxes named for contacts": (
        "<div class='area'><div class='contact'><h2>Kontakt</h2><p>Alvsunds kommun</p><p>Telefon: 08-465 004 05</p></div>"
        "<address>Storgatan 4, 456 78 Alvsund, 08-465 004 06</address></div>"
    ),
    "the desks of a paper": (
        "<div class='end'><p><b>Chefredaktör och ansvarig utgivare:</b> Rut Ek</p>"
        "<p><b>Nyhetschef:</b> Bo Brodd, 08-465 004 07</p><p>Kundtjänst: 08-465 004 09, hjalp@alvsund.exempel</p></div>"
    ),
    "whose the page is": "<p>© Alvsunds-Posten 2001. Eftertryck förbjudes.</p>",
}


@pytest.mark.parametrize("imprint", IMPRINTS.values(), ids=IMPRINTS)
@pytest.mark.parametrize("before", ["", PRESS, f"<p>Kontakt:</p>{TO_CALL}"])
def test_the_pages_own_imprint_is_left_out_and_counted(imprint: str, before: str) -> None:
    reading = read(before + imprint)
    assert not any("465 004" in line or "utgivare" in line or "©" in line for line in lines(reading))
    assert reading.dropped["footer"] or reading.dropped["outside"]
    assert not before or lines(reading) >= KEPT


def test_so_is_one_in_the_cell_of_a_table_or_in_the_text_itself() -> None:
    table = "<table><tr><td><h1>Ny bro dyrare</h1>{text}</td></tr><tr><td>{under}</td></tr></table>"
    inner = "Alvsunds-Posten, Box 12, 456 78 Alvsund. Tel 08-465 004 05<br>Ansvarig utgivare: Rut Ek<br>© 2001"
    for page in (table, "<div><h1>Ny bro dyrare</h1>{text}{under}</div>"):
        assert not any("465 004" in line or "Rut Ek" in line for line in lines(read(inner, page)))


def test_the_reporter_over_an_imprint_is_the_byline() -> None:
    under = (
        "<p>ANNA BRODD<br>anna.brodd@alvsundsposten.exempel</p><p>© Alvsunds-Posten 2001, Box 12, 456 78 Alvsund</p>"
    )
    reading = read(under, "<div><h1>Ny bro dyrare</h1>{text}{under}</div>")
    assert reading.byline == "ANNA BRODD"


@pytest.mark.parametrize(
    ("under", "line"),
    [
        (PRESS, "070-174 06 05"),
        (f"<div><h2>Kontakt</h2>{TO_CALL}<p>Alvsunds kommun, Box 12, 456 78 Alvsund</p></div>", "070-174 06 05"),
        ("<div><h3>Presskontakt</h3><p>Alvsunds kommun, 456 78 Alvsund</p><p>08-465 004 05</p></div>", "08-465 004 05"),
        (
            "<div><h3>För mer information</h3><p>Alvsunds Teater, 456 78 Alvsund</p><p>08-465 004 05</p></div>",
            "08-465 004 05",
        ),
        (
            "<p>Ansvarig utgivare är nu Rut Ek, som tillträdde i maj.</p>",
            "Ansvarig utgivare är nu Rut Ek, som tillträdde i maj.",
        ),
        ("<p>© Alvsunds-Posten 2001</p>", "© Alvsunds-Posten 2001"),
        ("<p>Foto: © Bo Brodd</p>", "Foto: © Bo Brodd"),
        ("<figure><img><figcaption>© Bo Brodd</figcaption></figure>", "© Bo Brodd"),
        ("<p>Stugan ligger på Storgatan 4, 456 78 Alvsund</p>", "Stugan ligger på Storgatan 4, 456 78 Alvsund"),
    ],
)
def test_what_is_of_the_text_is_kept(under: str, line: str) -> None:
    assert line in lines(read(under, "<div class='x1'><h1>Ny bro dyrare</h1>{text}{under}</div>"))


def test_the_address_in_the_article_is_its_contact() -> None:
    address = "<div><h2>Kontakt</h2><p>Alvsunds Teater, Storgatan 4, 456 78 Alvsund</p><p>08-465 004 05</p></div>"
    assert "08-465 004 05" in lines(read(address, "<main><h1>Ny bro dyrare</h1>{text}{under}</main>"))
