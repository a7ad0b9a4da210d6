"""Dialogues, unfolded panels and elements of a page's own making: text where they say something, else left out."""

from __future__ import annotations

import pytest

from pipeline.stages.clean.html import HtmlReading, read_html

TEXT = "".join(
    f"<p>Kommunen räknar med att stycke {n} av bron står klart i tid, och att färjan går så länge som det behövs.</p>"
    for n in range(4)
)
SAID = "– Det är bra, säger Ulla Ek."
LONG = "Pålarna står i lera och har sjunkit en halv meter, och därför måste de dras upp innan bron kan byggas."


def read(box: str, page: str = "<main><h1>Ny bro dyrare</h1>{text}{box}</main>") -> HtmlReading:
    body = page.format(text=TEXT, box=box)
    return read_html(f"<html lang='sv'><head><title>Ny bro dyrare</title></head><body>{body}</body></html>")


def kinds(reading: HtmlReading) -> dict[str, str]:
    return {line: draft.kind for draft in reading.drafts for line in draft.text.split("\n")}


@pytest.mark.parametrize("opening", ["<dialog open>", "<dialog>", "<div role='dialog'>", "<div popover>"])
@pytest.mark.parametrize(
    ("inner", "line", "kind"),
    [
        ("<h2>Kontakt</h2><p>Karin Lindqvist</p><p>070-174 06 05</p>", "070-174 06 05", "contact"),
        ("<h3>Fakta</h3><p>Bron är 84 meter lång.</p>", "Bron är 84 meter lång.", "factbox"),
        ("<figure><img><figcaption>Ulla Ek vid bron.</figcaption></figure>", "Ulla Ek vid bron.", "caption"),
        (f"<p>{SAID}</p>", SAID, "dash"),
        (f"<p>{SAID}</p><button>Stäng</button>", SAID, "dash"),
        (f"<p>{LONG}</p>", LONG, "paragraph"),
    ],
)
def test_a_dialogue_in_the_text_is_of_it(opening: str, inner: str, line: str, kind: str) -> None:
    closing = "</dialog>" if "<dialog" in opening else "</div>"
    assert kinds(read(opening + inner + closing)).get(line) == kind


@pytest.mark.parametrize("opening", ["<dialog open>", "<div role='dialog'>", "<div role='alertdialog'>"])
@pytest.mark.parametrize(
    "inner",
    [
        "<h2>Kakor</h2><p>Vi använder kakor för att mäta hur vår webbplats används och för att den ska bli bättre.</p>",
        (
            "<p>Din integritet är viktig för oss, och därför vill vi fråga vad vi får spara om dig när du läser hos oss.</p>"
            "<button>Godkänn alla</button>"
        ),
        (
            "<p>Anmäl dig till vårt brev så får du det viktigaste från Alvsund varje morgon, alldeles gratis och utan krav.</p>"
            "<form><input name='mejl'></form>"
        ),
        "<p>Prenumerera på Alvsunds Tidning i tre månader för 99 kronor, så läser du allt om bron och sundet.</p>",
    ],
)
@pytest.mark.parametrize(
    "page", ["<main><h1>Ny bro dyrare</h1>{text}{box}</main>", "<h1>Ny bro dyrare</h1>{text}{box}"]
)
def test_one_that_asks_for_something_is_left_out(opening: str, inner: str, page: str) -> None:
    closing = "</dialog>" if "<dialog" in opening else "</div>"
    reading = read(opening + inner + closing, page)
    assert sum(draft.kind == "paragraph" for draft in reading.drafts) == 4
    assert reading.dropped["dialog"]


def test_a_dialogue_beside_the_text_is_kept_for_somebody_to_call() -> None:
    page = "<main><h1>Ny bro dyrare</h1>{text}</main>{box}"
    card = "<dialog><h2>Presskontakt</h2><p>Karin Lindqvist</p><p>070-174 06 05</p></dialog>"
    assert kinds(read(card, page)).get("070-174 06 05") == "contact"
    assert LONG not in kinds(read(f"<dialog><p>{LONG}</p></dialog>", page))


def test_a_page_may_be_a_dialogue() -> None:
    page = "<div role='dialog' aria-modal='true'><h1>Ny bro dyrare</h1>{text}{box}</div>"
    assert SAID in kinds(read(f"<p>{SAID}</p>", page))


@pytest.mark.parametrize(
    ("button", "kept"),
    [
        ("<button aria-expanded='false'>När blir bron klar?</button>", True),
        ("<button aria-expanded='true'><span>Fakta om bron</span></button>", True),
        ("<button aria-expanded='false'>Visa mer</button>", False),
        ("<button aria-expanded='false'>Hittade du ett fel?</button>", False),
        ("<button>När blir bron klar?</button>", False),
    ],
)
def test_a_button_heads_what_it_unfolds(button: str, kept: bool) -> None:
    found = kinds(read(f"{button}<div><p>Bron blir klar i höst.</p></div>"))
    assert "Bron blir klar i höst." in found
    assert any(line in button for line in found) is kept


def test_names_of_a_pages_own_elements_say_what_classes_say() -> None:
    found = kinds(
        read(
            f"<x-lead>{LONG}</x-lead>{TEXT}<x-fact-box><p>Bron är 84 meter lång.</p></x-fact-box>"
            "<x-byline>Maja Brodd</x-byline><x-cookie-bar><p>Kakor gör sidan bättre.</p></x-cookie-bar>",
            "<x-page><h1>Ny bro dyrare</h1>{box}</x-page>",
        )
    )
    assert (found.get(LONG), found.get("Bron är 84 meter lång.")) == ("lead", "factbox")
    assert found.get("Maja Brodd") == "byline"
    assert "Kakor gör sidan bättre." not in found
