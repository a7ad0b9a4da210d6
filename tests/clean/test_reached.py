"""Numbers and addresses in attributes of a page's own making are lines of the contact that they belong to."""

from __future__ import annotations

import pytest

from pipeline.stages.clean.html import read_html

TEXT = "".join(
    f"<p>Kommunen räknar med att stycke {n} av bron står klart i tid, och att färjan går så länge som det behövs.</p>"
    for n in range(3)
)


def found(card: str, page: str = "<main><h1>Ny bro dyrare</h1>{text}{card}</main>") -> list[tuple[str, str, str]]:
    """Kind, text and attribute of the blocks under the text."""
    body = page.format(text=TEXT, card=card)
    reading = read_html(f"<html lang='sv'><head><title>Ny bro dyrare</title></head><body>{body}</body></html>")
    under = [draft for draft in reading.drafts if draft.kind != "title" and "stycke" not in draft.text]
    return [(draft.kind, draft.text, (draft.address or "").rpartition("/@")[2]) for draft in under if "/@" in str(draft.address)]  # fmt: skip


@pytest.mark.parametrize(
    ("card", "text", "attribute"),
    [
        ("<p>Karin Lindqvist <span data-phone='070-174 06 05'>Visa nummer</span></p>", "070-174 06 05", "data-phone"),
        ("<p>Karin Lindqvist <button data-tel='+46701740605'>Visa</button></p>", "+46701740605", "data-tel"),
        ("<p>Karin Lindqvist <a data-href='tel:0701740605'>Ring</a></p>", "0701740605", "data-href"),
        ("<p>Karin Lindqvist <a href='#' data-phone='0701740605'>Visa</a></p>", "0701740605", "data-phone"),
        ("<p>Karin Lindqvist <span data-phone='0701740605'></span></p>", "0701740605", "data-phone"),
        ("<p>Karin Lindqvist</p><div data-phone-number='0701740605'>Visa</div>", "0701740605", "data-phone-number"),
        ("<p>Karin Lindqvist <a href='callto:0701740605'>Ring</a></p>", "0701740605", "href"),
        (
            "<p>Karin Lindqvist <a data-email='karin.lindqvist@alvsund.exempel'>Mejla</a></p>",
            "karin.lindqvist@alvsund.exempel",
            "data-email",
        ),
    ],
)
def test_what_an_attribute_alone_says(card: str, text: str, attribute: str) -> None:
    assert found(card) == [("contact", text, attribute)]


def test_the_number_of_a_card_stands_behind_its_name() -> None:
    cards = "".join(
        f"<div class='contact-card' data-phone='070174060{n}'><p>{name}</p><p>Projektledare</p></div>"
        for n, name in enumerate(["Karin Lindqvist", "Bo Ekman"], 5)
    )
    reading = read_html(f"<html><body><main><h1>Ny bro dyrare</h1>{TEXT}{cards}</main></body></html>")
    lines = [draft.text for draft in reading.drafts][4:]
    assert lines == ["Karin Lindqvist", "Projektledare", "0701740605", "Bo Ekman", "Projektledare", "0701740606"]
    assert {draft.kind for draft in reading.drafts[4:]} == {"contact"}


@pytest.mark.parametrize(
    "card",
    [
        "<p data-phone=''>Karin Lindqvist</p>",
        "<p data-phone='7'>Karin Lindqvist</p>",
        "<p data-phone='ja'>Karin Lindqvist</p>",
        "<p data-id='0701740605'>Karin Lindqvist</p>",
        "<p data-href='https://alvsund.exempel/0701740605'>Karin Lindqvist</p>",
        "<p>Karin Lindqvist, <span data-phone='+46701740605'>070-174 06 05</span></p>",
        "<div data-phone='0701740605'><p>Karin Lindqvist</p><p>070-174 06 05</p></div>",
        "<p hidden data-phone='0701740605'>Karin Lindqvist</p>",
    ],
)
def test_what_says_nothing_new(card: str) -> None:
    assert found(card) == []


def test_what_stands_in_the_footer_of_the_page_is_not_read() -> None:
    page = "<main><h1>Ny bro dyrare</h1>{text}</main><footer><p>{card}</p></footer>"
    assert found("Växel <span data-phone='08-465 004 05'>Visa</span>", page) == []
