"""Plain text into typed blocks: lines, titles, dashes, contacts, hard-wrapped paragraphs."""

from __future__ import annotations

import pytest

from pipeline.stages.clean.blocks import assemble, normalise
from pipeline.stages.clean.plain import read_plain


def kinds(text: str) -> list[tuple[str, str]]:
    return [(draft.kind, draft.text) for draft in read_plain(normalise(text))]


def kinds_of(text: str) -> list[str]:
    return [kind for kind, _ in kinds(text)]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        pytest.param("– Vi öppnar på torsdag, säger Rut Sandell.", "dash", id="dash and space"),
        pytest.param("-Vårt bröd säljer bäst, säger Rut Sandell.", "dash", id="tight hyphen"),
        pytest.param("— ”Nej”, säger Rut Sandell.", "dash", id="long dash and mark"),
        pytest.param("−  Det går bra, säger hon.", "dash", id="minus"),
        pytest.param("  – Det går bra, säger hon.", "dash", id="spaces before the dash"),
        pytest.param("\u00a0–\u00a0Det går bra, säger hon.", "dash", id="no-break spaces around the dash"),
        pytest.param("-”Det går bra”, säger hon.", "dash", id="hyphen and mark"),
        pytest.param("– 30 000 är mycket pengar, säger hon.", "dash", id="dash and number"),
        pytest.param("-5 grader väntas i natt i hela länet.", "paragraph", id="degrees below zero"),
        pytest.param("• Fler lärare i skolan", "list_item", id="bullet"),
        pytest.param("* Fler lärare i skolan", "list_item", id="star"),
        pytest.param("2. Fler lärare i skolan", "list_item", id="number"),
        pytest.param("Foto: Hedvig Lans", "caption", id="credit"),
        pytest.param("_Foto: Hedvig Lans_", "caption", id="credit in italics"),
        pytest.param("Bildtext: Bron i maj.", "caption", id="named caption"),
        pytest.param("Bron invigdes i går. Foto: Hedvig Lans", "caption", id="caption with credit"),
        pytest.param("Text: Hedvig Lans", "byline", id="writer"),
        pytest.param("Text och foto: Hedvig Lans", "byline", id="writer and photographer"),
        pytest.param("Av Anna Lans", "byline", id="by"),
        pytest.param("Av Johan W Jönsson", "byline", id="by, with an initial"),
        pytest.param("Publicerad 11 april 2012", "date", id="published"),
        pytest.param("Sjövik • Publicerad 11 april 2012 kl 09.12", "date", id="place and published"),
        pytest.param("Annons", "other", id="advert"),
        pytest.param("Läs mer: Så byggs bron", "other", id="teaser"),
        pytest.param("Dela", "other", id="share"),
        pytest.param("Nytt golv i hallen", "heading", id="heading"),
        pytest.param("Hur går bygget?", "paragraph", id="a question is no heading"),
        pytest.param("Det blev en lång kväll.", "paragraph", id="a short sentence is no heading"),
    ],
)
def test_a_line_in_the_middle_of_a_text(line: str, kind: str) -> None:
    text = f"Bron blir dyrare\n\nKommunen bygger en ny bro över sundet.\n\n{line}\n\nBron blir klar nästa år, tror kommunen."
    assert kinds_of(text) == ["title", "paragraph", kind, "paragraph"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Bron blir dyrare\nDet blir trångt.", ["title", "paragraph"], id="first line"),
        pytest.param("Bron blir dyrare.\nDet blir trångt.", ["paragraph", "paragraph"], id="final full stop"),
        pytest.param("B" * 201 + "\nDet blir trångt.", ["paragraph", "paragraph"], id="too long"),
        pytest.param("Blir bron dyrare?\nDet blir trångt.", ["title", "paragraph"], id="question"),
        pytest.param(
            "Okt 14, 2004 09:31 CEST\nBron blir dyrare\nJa.", ["date", "title", "paragraph"], id="a day before"
        ),
        pytest.param(
            "Rut Sandell (S) vill bygga. Foto: Bo Ek\nBron blir dyrare\nJa.",
            ["caption", "title", "paragraph"],
            id="a caption before",
        ),
        pytest.param(
            "PRESSMEDDELANDE\nBron blir dyrare\nJa.", ["other", "title", "paragraph"], id="the kind of text before"
        ),
        pytest.param(
            "Pressmeddelande\nKungälv 3 december 2012\nBron blir dyrare\nJa.",
            ["other", "date", "title", "paragraph"],
            id="a town and a day before",
        ),
        pytest.param(
            "Pressmeddelande -\nBron blir dyrare\nJa.",
            ["other", "title", "paragraph"],
            id="the kind of text and a dash",
        ),
        pytest.param(
            "2022-05-25 05:25Pressmeddelande\nBron blir dyrare\nJa.",
            ["other", "title", "paragraph"],
            id="a stamp glued to the kind of text",
        ),
        pytest.param(
            "Pressmeddelande från Alvdepartementet\nMinistern besöker Alvsund\nJa.",
            ["other", "title", "paragraph"],
            id="the kind of text and its sender",
        ),
        pytest.param(
            "Pressmeddelande från Alvsund om bron som ska rivas\nDet blir trångt.\nJa.",
            ["title", "paragraph", "paragraph"],
            id="a headline that opens with the kind of text",
        ),
        pytest.param(
            "Alvsunds Energi AB\nBron blir dyrare\nPressmeddelande   •   Mar 05, 2009 10:15 CET\nDet blir trångt i Alvsund.",
            ["other", "title", "date", "paragraph"],
            id="the sender above the title",
        ),
        pytest.param(
            "Region Alvmark\nNyhet 2024-03-12\nBron blir dyrare\nDet blir trångt i Alvsund.",
            ["other", "other", "title", "paragraph"],
            id="a public body over the kind of text",
        ),
        pytest.param(
            "Alvsunds kommun Pressmeddelande 2012-03-04\nBron blir dyrare\nDet blir trångt.",
            ["other", "title", "paragraph"],
            id="a letterhead in one line",
        ),
        pytest.param(
            "Brand på Alvsunds sjukhus\n2012-03-04\nDet brann i natt.\nJa.",
            ["title", "date", "paragraph", "paragraph"],
            id="a headline that ends with a public body",
        ),
        pytest.param(
            "Bron blir dyrare\nPressmeddelande   •   Mar 05, 2009 10:15 CET\nDet blir trångt i Alvsund.\nJa.",
            ["title", "date", "paragraph", "paragraph"],
            id="no sender above the title",
        ),
        pytest.param(
            "Bron blir dyrare\nDet blir trångt.\nPressmeddelande 2 november 2006\nBron byggs om i Alvsund.",
            ["title", "paragraph", "date", "paragraph"],
            id="prose above the day",
        ),
        pytest.param(
            "Bron blir dyrare\nDet blir trångt.\nJa.\nOm Alvsunds Energi",
            ["title", "paragraph", "paragraph", "paragraph"],
            id="about a body",
        ),
        pytest.param(
            "Bron blir dyrare\nDet blir trångt.\n– \nBron\nrivs i höst, säger Bo Ek.",
            ["title", "paragraph", "dash"],
            id="a dash alone on its line",
        ),
        pytest.param(
            "Bron blir dyrare\nDet blir trångt.\n\n–\n\nBron rivs i höst.",
            ["title", "paragraph", "other", "paragraph"],
            id="a dash that parts",
        ),
        pytest.param("FOTO: Så firades dagen i hela länet\nJa.", ["title", "paragraph"], id="a headline over pictures"),
        pytest.param("Pressmeddelande", ["title"], id="the kind of text alone"),
        pytest.param("Bron blir dyrare...\nDet blir trångt.", ["title", "paragraph"], id="three points"),
        pytest.param("Annons\nBron blir dyrare\nDet blir trångt.", ["other", "title", "paragraph"], id="dirt before"),
        pytest.param("– Vi är klara, säger Rut Sandell.", ["dash"], id="one line of speech"),
        pytest.param("Bron blir dyrare", ["title"], id="one line"),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\u00a0\n\t\n", [], id="nothing but space"),
    ],
)
def test_the_title_is_the_first_line_without_final_full_stop(text: str, expected: list[str]) -> None:
    assert kinds_of(text) == expected


CONTACTS = {
    "label, name, title and phone": (
        "För mer information, kontakta:\nHedvig Lans\nProjektledare på Alvsunds kommun\nMobil: 070-174 06 12",
        ["heading", "contact", "contact", "contact"],
    ),
    "two contacts with blank lines": (
        "Presskontakt\n\nHedvig Lans, projektledare\n\n031-390 06 12\n\nBo Ek, kommunchef\n\nbo.ek@alvsund.exempel",
        ["heading", "contact", "contact", "contact", "contact"],
    ),
    "no label, fields on lines of their own": (
        "Anna Lans\nPressekreterare hos kommunalrådet\n\nTelefon (växel)\n\n031-390 06 00\n\nMobil\n\n070-174 06 12",
        ["contact"] * 6,
    ),
    "a label below a name is a field of the card": (
        "Kontakt\nAnna Lans\nPresskontakt\nVd\n070-174 06 12",
        ["heading", "contact", "contact", "contact", "contact"],
    ),
    "a label below a name and over the next": (
        "Kontakt\nAnna Lans, 070-174 06 12\nPresskontakt\nBo Ek, 070-174 06 13",
        ["heading", "contact", "heading", "contact"],
    ),
    "all on the label's line": ("Kontakt: Anna Lans, 070-174 06 12", ["contact"]),
    "a label over links is none": (
        "För mer information, följ oss på:\nWebben\nPapperet",
        ["paragraph", "paragraph", "paragraph"],
    ),
    "what is about the sender ends it": (
        "Kontakt\nAnna Lans, 070-174 06 12\nOm Alvsunds kommun\nKommunen har tolv tusen invånare och ligger vid kusten.",
        ["heading", "contact", "heading", "paragraph"],
    ),
    "long prose ends it": (
        "Kontakt\nAnna Lans, 070-174 06 12\nKommunen har byggt broar sedan femtiotalet, och den äldsta av dem står kvar än i dag.",
        ["heading", "contact", "paragraph"],
    ),
    "name and title, number and mail run together": (
        "Kontakt\nBo EkPressekreterare (MP)\nTel:0701740612bo.ek@alvsund.exempelAnna LansKommunchef\nTel:0701740613",
        ["heading", *["contact"] * 7],
    ),
    "a sentence glued to the mail": (
        "Kontakt\nBo Ek, chef, bo.ek@alvsund.exempelAlvsundsverket är en myndighet som arbetar för hela länet.",
        ["heading", "contact", "paragraph"],
    ),
    "two people in columns": (
        "Bo Ek                    Anna Lans\n\n070-174 06 12            070-174 06 13",
        ["contact"] * 4,
    ),
    "hidden mail": ("Kontakt\nAnna Lans\nanna.lans(at)alvsund.exempel", ["heading", "contact", "contact"]),
}


@pytest.mark.parametrize("name", CONTACTS)
def test_contacts(name: str) -> None:
    area, expected = CONTACTS[name]
    text = f"Bron blir dyrare\n\nKommunen bygger en ny bro över sundet.\n\n{area}"
    got = kinds_of(text)[2:]
    if name == "a label over links is none":
        assert "contact" not in got
    else:
        assert got == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(
            "Bron\nMaja Lans 070-174 06 05 ∙ maja.lans@tidningen.exempel\nDet blir trångt.\nKön växer.",
            "byline",
            id="first",
        ),
        pytest.param(
            "Bron\nDet blir trångt.\nMaja Lans 070-174 06 05 maja.lans@tidningen.exempel", "byline", id="last"
        ),
        pytest.param(
            "Bron\nDet blir trångt.\nMaja Lans 070-174 06 05 maja.lans@alvsund.exempel", "contact", id="not a paper's"
        ),
        pytest.param(
            "Bron\nDet blir trångt.\nVad tycker du? Mejla till debatt@tidningen.exempel",
            "contact",
            id="asks for letters",
        ),
        pytest.param("Bron\nDet blir trångt.\nTipsa: tips@tidningen.exempel", "contact", id="asks for tips"),
    ],
)
def test_the_reporters_own_line_is_a_byline(text: str, kind: str) -> None:
    assert next(k for k, line in kinds(text) if "@" in line) == kind


WRAPPED = """Bron blir dyrare

Kommunen har beslutat att bygga en ny bro över sundet trots att
kostnaden har stigit med nästan tolv miljoner kronor på bara ett
enda år. Den gamla bron – som är från femtiotalet – är så dålig
att den måste stängas när det blir vinter.

– Det är klart att vi är besvikna, men bron ska bli säker och den
ska bli klar, säger Rut Sandell, som är ordförande i nämnden sedan
ett år tillbaka.
– Vi får låna, säger hon.
"""


def test_hard_wrapped_lines_of_a_paragraph_are_joined() -> None:
    blocks = kinds(WRAPPED)
    assert [kind for kind, _ in blocks] == ["title", "paragraph", "dash", "dash"]
    assert blocks[1][1].startswith("Kommunen har beslutat att bygga en ny bro över sundet trots att kostnaden")
    assert blocks[2][1].endswith("ordförande i nämnden sedan ett år tillbaka.")


#: Texts, and how many blocks they have.
BROKEN = {
    "by empty lines": (
        (
            "Nytt\n\nButiken kommer att rekrytera 120 personer och tre andra butiker i\n\nsamma område ännu fler,\n\n"
            "– Vi kommer de närmaste dagarna att söka ledning och\n\navdelningschefer, säger Karl Ek, vd."
        ),
        3,
    ),
    "points of a list behind empty lines": (
        "Nytt\n\nKommunen har beslutat om följande saker i budgeten för nästa år 2025\n\nskolan\n\nvården",
        4,
    ),
    "in the middle of a name": (
        "Bron\n\n-Det är så att vi har två fall, säger Johanna\nBlomberg, pressekreterare vid\nPolisen.",
        2,
    ),
    "between the cue and the name": (
        "Bron\n\n– Det vore ett hårt slag mot hela vår ort, kommenterar\nJohanna Blomberg, pressekreterare.",
        2,
    ),
    "a line that ends in a cue and is no speech": (
        "Bron\n\nDet vore ett hårt slag mot hela vår ort, menar\nJohanna Blomberg, pressekreterare",
        3,
    ),
    "a first line that begins with a name": (
        (
            "Torsten Dyberg, som är kommundirektör i Alvsunds kommun, förklarar att samarbete mellan kommuner\n"
            "emellan är mycket viktigt\noch att avtalet gör vården trygg."
        ),
        1,
    ),
    "a name with the title below": ("Bron\n\nTorsten Dyberg, Alvsunds kommun\nkommundirektör sedan i höst", 3),
    "speech with the frame on the last line": (
        "Seger\n\n– Det känns väldigt bra.\nJag tog det lugnt i finalen\nmen satte fart mot slutet,\nsade hon.\n\nHon bor i Alvsund.",
        3,
    ),
    "speech that goes on with a capital": (
        "Bron\n\nBron kostar mycket.\n\n- Vi har väntat länge, säger Bo Ek.\n\n- Det är bra och det gäller även\nStockholm och alla norrut, säger\nUlla Bring.",
        4,
    ),
    "a line left open before a name": ("Bron\n\nDet säger Bo Ek, som är kommunalråd i\nAlvsund.", 2),
    "a line left open before a list": ("Bron\n\nVi bygger mycket för barn, vuxna och\n• Gamla", 3),
    "narration below speech": ("Seger\n\n– Det känns bra.\nHon vann loppet i går\nmed två sekunder.\n\nSlut.", 4),
    "speech with its own frame above": (
        "Seger\n\n– Det känns bra, säger hon.\nTränaren är glad för segern\noch för hennes skull,\nsäger han.",
        3,
    ),
}


@pytest.mark.parametrize(("text", "blocks"), BROKEN.values(), ids=BROKEN)
def test_broken_sentences(text: str, blocks: int) -> None:
    assert len(kinds(text)) == blocks


def test_a_word_that_a_line_breaks_has_no_space_in_it() -> None:
    text = "Bron\n\nKostnader för beslutade och pågående för-\nändringar, hälso-\noch sjukvård och EU-\nländer."
    assert kinds(text)[1][1] == "Kostnader för beslutade och pågående för-ändringar, hälso- och sjukvård och EU-länder."


def test_two_people_in_columns_stand_below_each_other() -> None:
    text = "Bron\n\nDet blir trångt.\n\nBo Ek                Anna Lans\n070-174 06 12        070-174 06 13"
    assert [line for _, line in kinds(text)][2:] == ["Bo Ek", "070-174 06 12", "Anna Lans", "070-174 06 13"]


def test_short_lines_are_not_joined() -> None:
    text = "Resultat\n\nAlvsund–Norrhamra 2–1\nSjövik–Alvsund 0–0\nNorrhamra–Sjövik 3–3\nAlvsund–Sjövik 1–0\nSlut för i år\n"
    assert len(kinds(text)) == 6


def test_what_stands_under_fakta_is_the_fact_box() -> None:
    text = "Bron\n\nDet blir trångt.\n\nFakta: Bron\nDen byggs av betong.\nDen blir lång.\n\n– Ja, säger hon.\n\nSlut på texten."
    assert kinds_of(text) == ["title", "paragraph", "heading", "factbox", "factbox", "dash", "paragraph"]


def test_runs_of_spaces_stay_for_they_show_a_lost_dash() -> None:
    assert (
        kinds("Bron\n\n  Jag är glad  för er skull, säger Bo Ek.\n")[1][1]
        == "  Jag är glad  för er skull, säger Bo Ek."
    )


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        pytest.param("\x96 Ja, \x94nej\x94\x85", "– Ja, ”nej”…", id="C1 controls are windows-1252"),
        pytest.param("a\u030a a\u0308 o\u0308", "å ä ö", id="composed"),
        pytest.param("kommun\u00adal\u00adråd", "kommunalråd", id="soft hyphens"),
        pytest.param("10\u00a0000 kronor", "10\u00a0000 kronor", id="no-break spaces stay"),
        pytest.param("ett\r\ntvå\rtre\u2028fyra", "ett\ntvå\ntre\nfyra", id="line ends"),
        pytest.param("\ufeffett\u200b två\x00", "ett två", id="invisible characters"),
        pytest.param("e" + "\u0301\u0327" * 5000, None, id="a thousand accents"),
    ],
)
def test_normal_form(raw: str, clean: str | None) -> None:
    got = normalise(raw)
    assert len(got) < 40 if clean is None else got == clean
    assert normalise(got) == got


def test_blocks_are_in_order_and_separated_by_one_blank_line() -> None:
    text, blocks = assemble(read_plain(normalise(WRAPPED)))
    at = 0
    for block in blocks:
        assert block.start == at
        at = block.end + 2
        assert text[block.end : at] in ("\n\n", "")
    assert blocks[-1].end == len(text)
