"""Whose a number or address is, in contact blocks of our own: lines in one block and short blocks in a row."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from pipeline import Record
from pipeline.article import Organisation, Person, Span
from pipeline.stages.contacts import find_emails, find_phones
from pipeline.stages.owners.find import find_owners

PEOPLE = ("Tage Brodén", "Rut Sandell", "Åsa Öberg-Lind", "Pål Hedman", "Maja Ek")
BODIES = ("Region Alvsund", "Alvsunds Tidning", "Sjöviks Bygg AB", "Räddningstjänsten Alvsund")

# Lines, and for each phone and then each address: whose it is.
BLOCKS: dict[str, tuple[list[str], list[str | None]]] = {
    "through a body's press desk": (
        ["Tage Brodén, driftchef, nås genom Region Alvsunds presstjänst 08-465 004 12"],
        ["Region Alvsund"],
    ),
    "at a press desk, by name": (["Tage Brodén, pressjouren, 08-465 004 12"], ["Tage Brodén"]),
    "an address of the body's below its street": (
        [
            "Tage Brodén, 08-465 004 12",
            "Region Alvsund, Storgatan 1, 111 22 Alvsund",
            "Tfn: 08-465 004 00",
            "E-post: alvsund@region.exempel",
        ],
        ["Tage Brodén", "Region Alvsund", "Region Alvsund"],
    ),
    "an address of a person's below the street": (
        ["Region Alvsund, Storgatan 1, 111 22 Alvsund", "Rut Sandell", "chef@region.exempel"],
        ["Rut Sandell"],
    ),
    "the customers' desk of the sender": (
        ["Region Alvsund bygger.", "Tage Brodén, rektor, tel: 08-465 004 13", "Kundservice: 08-465 004 12"],
        ["Tage Brodén", "Region Alvsund"],
    ),
    "a press number below the story": (
        [
            "Region Alvsund är kritisk till placeringen intill ett våtmarksområde.",
            "Mediekontakt",
            "media@nord.exempel",
            "070-174 06 12",
        ],
        [None, None],
    ),
    "a press number below the body's name": (["Region Alvsund", "Mediekontakt", "070-174 06 12"], ["Region Alvsund"]),
    "name above two numbers": (
        ["Tage Brodén, presschef", "0701-74 06 12, 08 - 465 004 12"],
        ["Tage Brodén", "Tage Brodén"],
    ),
    "name on the line": (["Kontakt: Tage Brodén, 070-174 06 12"], ["Tage Brodén"]),
    "name after the number": (["070-174 06 12 Tage Brodén"], ["Tage Brodén"]),
    "number in brackets after": (["070-174 06 12 (Tage Brodén)"], ["Tage Brodén"]),
    "title and body between": (["Tage Brodén", "Presschef", "Region Alvsund", "070-174 06 12"], ["Tage Brodén"]),
    "labels on lines of their own": (
        ["Tage Brodén", "Telefon", "08-465 004 12", "Mobil", "070-174 06 12"],
        ["Tage Brodén", "Tage Brodén"],
    ),
    "the next name ends the block": (
        ["Tage Brodén", "070-174 06 12", "Rut Sandell", "070-174 06 13"],
        ["Tage Brodén", "Rut Sandell"],
    ),
    "a name that nobody knows, below a number": (
        ["Tage Brodén", "Presskontakt 070-174 06 12", "Palmyra Mörlinge", "Presskontakt 070-174 06 13"],
        ["Tage Brodén", None],
    ),
    "a body that only says whose head somebody is": (
        ["- Tage Brodén, Region Alvsunds ordförande", "Kontakter", "Presskontakt 08-465 004 12"],
        [None],
    ),
    "a body below somebody's number": (
        ["Tage Brodén, ordförande", "070-174 06 12", "Region Alvsund", "Telefon: 08-465 004 12"],
        ["Tage Brodén", "Region Alvsund"],
    ),
    "an emergency telephone": (
        ["Tage Brodén", "070-174 06 12", "Ring vår akuttelefon, telefon 08-465 004 12."],
        ["Tage Brodén", None],
    ),
    "a number for the media": (
        [
            "Region Alvsund bygger.",
            "Tage Brodén, rektor, tel: 08-465 004 13",
            "Direktnummer för media, tel: 08-465 004 12",
        ],
        ["Tage Brodén", "Region Alvsund"],
    ),
    "somebody's own direct number": (
        ["Region Alvsund bygger.", "Tage Brodén, rektor", "Direktnummer: 08-465 004 12"],
        ["Tage Brodén"],
    ),
    "an office's number twice": (
        [
            "Region Alvsund",
            "Felanmälan 08-465 004 12.",
            "Ledningar som hänger får inte röras. " * 4,
            "Ring 08-465 004 12.",
        ],
        ["Region Alvsund", "Region Alvsund"],
    ),
    "whose secretary somebody is": (
        [
            "Tage Brodén",
            "Pressekreterare hos vägminister och minister med ansvar för samiska frågor Rut Sandell",
            "Mobil 070-174 06 12",
        ],
        ["Tage Brodén"],
    ),
    "questions to somebody": (["Frågor hos Region Alvsund besvaras av Rut Sandell", "070-174 06 12"], ["Rut Sandell"]),
    "a contact that the line breaks off": (
        [
            "För medier som vill vara på plats gäller anmälan senast den 3 juni till pressansvarig Tage Brodén på Region Alvsund, tage.broden@alvsund.exempel,",
            "070-174 06 12.",
        ],
        ["Tage Brodén", "Tage Brodén"],
    ),
    "a sentence that only names somebody above": (
        [
            "För medier som vill vara på plats gäller anmälan senast den 3 juni, och där möter pressansvarig Tage Brodén på Region Alvsund upp,",
            "070-174 06 12.",
        ],
        [None],
    ),
    "a line for hunters": (
        ["Tage Brodén", "Telefon: 070-174 06 12", "Jakttelefonen (telefonsvarare): 08-465 004 12"],
        ["Tage Brodén", None],
    ),
    "somebody's own telephone at work": (["Tage Brodén", "Direkttelefon: 08-465 004 12"], ["Tage Brodén"]),
    "an adviser": (
        ["Tage Brodén, vd", "Mobil: 070-174 06 12", "Certified Adviser: Sjöviks Bygg AB 08-465 004 12"],
        ["Tage Brodén", "Sjöviks Bygg AB"],
    ),
    "an adviser that nobody knows": (
        ["Tage Brodén, vd", "Mobil: 070-174 06 12", "Certified Adviser: FNKB Sweden 08-465 004 12"],
        ["Tage Brodén", None],
    ),
    "a surname with a given name that nobody knows": (
        ["Tage Brodén, presschef", "Xandrina Lindgren", "070-174 06 13"],
        [None],
    ),
    "two contacts on a line": (
        ["Tage Brodén, 070-174 06 12, eller Rut Sandell, 070-174 06 13"],
        ["Tage Brodén", "Rut Sandell"],
    ),
    "two contacts with mail on a line": (
        ["Tage Brodén, 070-174 06 12, info@a.exempel eller Rut Sandell, AB, 070-174 06 13, rut.sandell@b.exempel"],
        ["Tage Brodén", "Rut Sandell", None, "Rut Sandell"],
    ),
    "a press desk beside a name": (
        ["Tage Brodén, 070-174 06 12, eller pressjouren, 08-465 004 12"],
        ["Tage Brodén", None],
    ),
    "a press desk before a name": (
        ["Kontakta Sjöviks Bygg AB:s pressjour, 08-465 004 12, eller chefen Tage Brodén, 070-174 06 12"],
        ["Sjöviks Bygg AB", "Tage Brodén"],
    ),
    "a press desk of its own below a name": (
        ["Tage Brodén, 070-174 06 12", "Presskontakter", "Bolagets presstjänst", "08-465 004 12"],
        ["Tage Brodén", None],
    ),
    "switchboard": (["Region Alvsund", "Växel: 08-465 004 12"], ["Region Alvsund"]),
    "switchboard under a name": (
        ["Pål Hedman", "Pressekreterare", "Telefon (växel)", "08-465 004 12", "Mobil", "070-174 06 12"],
        [None, "Pål Hedman"],
    ),
    "the sender's press desk": (
        [
            "Region Alvsund bjuder in",
            "Vi ses hos Sjöviks Bygg AB",
            "Tage Brodén, 070-174 06 12",
            "Pressjouren, 08-465 004 12",
        ],
        ["Tage Brodén", "Region Alvsund"],
    ),
    "a press desk where another body is named more": (
        [
            "Region Alvsund och Sjöviks Bygg AB",
            "Sjöviks Bygg AB bygger",
            "Tage Brodén, 070-174 06 12",
            "Pressjour: 08-465 004 12",
        ],
        ["Tage Brodén", None],
    ),
    "a number behind an address below a body": (
        ["Maja Ek", "Källa: Region Alvsund", "maja.ek@tidning.exempel 070-174 06 05"],
        ["Maja Ek", "Maja Ek"],
    ),
    "addresses above the names": (
        [
            "rut.sandell@a.exempel",
            "08-465 004 12",
            "Rut Sandell",
            "pal.hedman@a.exempel",
            "08-465 004 13",
            "Pål Hedman",
        ],
        ["Rut Sandell", "Pål Hedman", "Rut Sandell", "Pål Hedman"],
    ),
    "a fax": (
        ["Chef: Tage Brodén Telefon: 08-465 004 12. Telefax: 08-465 004 19."],
        ["Tage Brodén", "Tage Brodén"],
    ),
    "a fax in the lines of two": (
        [
            "Chef: Tage Brodén Telefon: 08-465 004 12. Telefax: 08-465 004 19.",
            "Pressekreterare: Rut Sandell Telefon: 08-465 004 13. Telefax: 08-465 004 19.",
        ],
        ["Tage Brodén", None, "Rut Sandell", None],
    ),
    "a direct number behind the switchboard's": (
        ["Tage Brodén", "pressekreterare", "08-465 004 12 (växel), direkt 070-174 06 12"],
        [None, "Tage Brodén"],
    ),
    "the direct number marked": (["Tage Brodén, 08-465 004 12 (växel), 070-174 06 12 (direkt)"], [None, "Tage Brodén"]),
    "a switchboard by its letters": (["Tage Brodén, vxl 08-465 004 12, 070-174 06 12"], [None, "Tage Brodén"]),
    "switchboard beside a name": (["Tage Brodén, 070-174 06 12, växel 08-465 004 12"], ["Tage Brodén", None]),
    "somebody's title names another": (
        ["Pål Hedman", "Pressekreterare hos Rut Sandell", "070-174 06 12"],
        ["Pål Hedman"],
    ),
    "mail under a name": (["Tage Brodén", "tage.broden@region.exempel"], ["Tage Brodén"]),
    "mail spells another name": (
        ["Tage Brodén, chef", "rut.sandell@region.exempel", "Rut Sandell, sekreterare"],
        ["Rut Sandell"],
    ),
    "mail by first name": (["Kontakt", "Maja Ek, redaktör", "maja@tidning.exempel"], ["Maja Ek"]),
    "mail with folded letters": (["asa.oberg@region.exempel", "Åsa Öberg-Lind"], ["Åsa Öberg-Lind"]),
    "mail with a double name": (["asa.oberg-lind@region.exempel", "Åsa Öberg-Lind"], ["Åsa Öberg-Lind"]),
    "mail with an initial": (["tbroden@region.exempel", "Tage Brodén"], ["Tage Brodén"]),
    "how addresses are made": (["Tage Brodén, 070-174 06 12, fornamn.efternamn@region.exempel"], ["Tage Brodén", None]),
    "mail of a desk": (["Tage Brodén", "info@region.exempel"], [None]),
    "mail of a desk under a body": (["Region Alvsund", "press@region.exempel"], ["Region Alvsund"]),
    "number of a body": (["Räddningstjänsten Alvsund", "Tel: 08-465 004 12"], ["Räddningstjänsten Alvsund"]),
    "body on the line": (
        ["Tage Brodén", "070-174 06 12", "Region Alvsunds presstjänst: 08-465 004 12"],
        ["Tage Brodén", "Region Alvsund"],
    ),
    "reporter's own line": (["Maja Ek 070-174 06 05 ∙ maja.ek@tidning.exempel"], ["Maja Ek", "Maja Ek"]),
    "a long story stands between": (
        [
            "Tage Brodén är nöjd med att bron äntligen ska byggas, säger han, och tror att många andra är det.",
            "070-174 06 12",
        ],
        [None],
    ),
    "tail": (["Tage Brodén, 08-465 004 12/13"], ["Tage Brodén", "Tage Brodén"]),
    "emergency": (["Rut Sandell, räddningsledare", "Ring 112 vid fara"], [None]),
    "service number after a speaker": (
        ["– Ring om ni är oroliga, säger Rut Sandell. Numret är 020-11 22 33 för alla."],
        [None],
    ),
    "new sentence with a label": (["Frågor besvaras av Rut Sandell. Telefon 070-174 06 12."], ["Rut Sandell"]),
    "for more information": (["För mer information, kontakta Rut Sandell, vd, tfn 070-174 06 12"], ["Rut Sandell"]),
    "a press secretary names the boss": (
        ["Tage Brodén, pressekreterare hos statsrådet Rut Sandell, 070-174 06 12"],
        ["Tage Brodén"],
    ),
    "an assistant names the boss": (["Tage Brodén, assistent till Rut Sandell, 070-174 06 12"], ["Tage Brodén"]),
    "a husband is no boss": (["Tage Brodén, gift med Rut Sandell, 070-174 06 12"], ["Rut Sandell"]),
    "a switchboard's number above a mobile": (
        ["Tage Brodén", "Pressekreterare", "Telefon (växel) 08-465 004 00", "Mobil 070-174 06 12"],
        [None, "Tage Brodén"],
    ),
    "two people, two numbers": (
        ["Tage Brodén och Rut Sandell, tel 070-174 06 12 respektive 070-174 06 13"],
        ["Tage Brodén", "Rut Sandell"],
    ),
    "two people, two mobile numbers": (
        ["Tage Brodén och Rut Sandell nås på 070-174 06 12 och 070-174 06 13"],
        ["Tage Brodén", "Rut Sandell"],
    ),
    "two people, the last one's two numbers": (
        ["Tage Brodén och Rut Sandell, 08-465 004 12 och 070-174 06 13"],
        ["Rut Sandell", "Rut Sandell"],
    ),
    "numbers before names": (
        ["Kontakt:", "070-174 06 12", "Tage Brodén, presschef", "070-174 06 13", "Rut Sandell, rektor"],
        ["Tage Brodén", "Rut Sandell"],
    ),
    "title, number and name by turns": (
        ["Ordförande", "070-174 06 12", "Tage Brodén", "Kassör", "070-174 06 13", "Rut Sandell"],
        ["Tage Brodén", "Rut Sandell"],
    ),
    "a switchboard above names and numbers by turns": (
        ["Växel 08-465 004 12", "Tage Brodén", "070-174 06 13", "Rut Sandell"],
        [None, "Tage Brodén"],
    ),
    "somebody's own number below the switchboard's": (
        ["Tage Brodén, professor", "Region Alvsund", "08-465 004 12 (växel)", "070-174 06 13 (mobil)"],
        ["Region Alvsund", "Tage Brodén"],
    ),
    "a name that comes after the last number is nobody's": (
        ["Tage Brodén", "070-174 06 12", "070-174 06 13", "Rut Sandell, rektor"],
        ["Tage Brodén", "Tage Brodén"],
    ),
    "all names first": (
        ["Tage Brodén, presschef", "Rut Sandell, rektor", "070-174 06 12", "070-174 06 13"],
        ["Tage Brodén", "Rut Sandell"],
    ),
    "names in brackets behind": (
        ["Bygget: 070-174 06 12 (Tage Brodén). Trafiken: 070-174 06 13 (Rut Sandell, rektor)."],
        ["Tage Brodén", "Rut Sandell"],
    ),
    "given names in brackets": (
        ["070-174 06 12 (Rut) eller 070-174 06 13 (Tage). Hälsningar Tage Brodén och Rut Sandell"],
        ["Rut Sandell", "Tage Brodén"],
    ),
    "a label in brackets": (["Tage Brodén, 070-174 06 12 (Mobil)"], ["Tage Brodén"]),
    "a sentence in brackets": (["Ring Tage Brodén, 070-174 06 12 (Rut Sandell är ledig)."], ["Tage Brodén"]),
    "number and name by turns on a line": (
        ["070-174 06 12 Tage Brodén, 070-174 06 13 Rut Sandell"],
        ["Tage Brodén", "Rut Sandell"],
    ),
    "name and number by turns on a line": (
        ["Tage Brodén 070-174 06 12, Rut Sandell 070-174 06 13, Maja Ek"],
        ["Tage Brodén", "Rut Sandell"],
    ),
    "two people with titles": (
        ["Tage Brodén, rektor, och Rut Sandell, lärare, 070-174 06 12 resp. 070-174 06 13"],
        ["Tage Brodén", "Rut Sandell"],
    ),
    "two people in a row": (
        ["Kontakt: Tage Brodén, Rut Sandell, tel 08-465 004 12 resp 08-465 004 13"],
        ["Tage Brodén", "Rut Sandell"],
    ),
    "an office below somebody with a number": (
        ["Tage Brodén, ordförande, 070-174 06 12", "Kommunikationsavdelningen, 031-390 06 71"],
        ["Tage Brodén", None],
    ),
    "somebody's office": (
        ["Tage Brodén, ordförande", "Kommunikationsavdelningen", "031-390 06 71"],
        ["Tage Brodén"],
    ),
    "a number between its label and its name": (["Presskontakt", "070-174 06 12", "Tage Brodén"], ["Tage Brodén"]),
    "a number above a name that has its own": (
        ["Presskontakt", "08-465 004 12", "Tage Brodén", "070-174 06 12"],
        [None, "Tage Brodén"],
    ),
    "two people and an ampersand": (
        ["Tage Brodén & Rut Sandell, 070-174 06 12 resp. 070-174 06 13"],
        ["Tage Brodén", "Rut Sandell"],
    ),
    "a desk to ask for pictures of somebody": (
        ["För bilder på Tage Brodén, kontakta bolagets presstjänst, tfn 08-465 004 12"],
        [None],
    ),
    "the next sentence names somebody": (
        ["Anmälan på 070-174 06 12. Ordförande är Rut Sandell."],
        [None],
    ),
    "the company's address below a person": (
        ["Tage Brodén, vd, 070-174 06 12", "Sjöviks Bygg AB", "Storgatan 1", "111 22 Sjövik", "Tel: 08-465 004 00"],
        ["Tage Brodén", "Sjöviks Bygg AB"],
    ),
    "the company's address on a person's card": (
        ["Tage Brodén", "Vd", "Sjöviks Bygg AB", "Storgatan 1", "111 22 Sjövik", "Tel: 08-465 004 00"],
        ["Tage Brodén"],
    ),
    "the company's address behind a person": (
        ["Tage Brodén, vd, tel. 070-174 06 12 Sjöviks Bygg AB Box 4 111 22 Sjövik Tel. 08-465 004 00"],
        ["Tage Brodén", "Sjöviks Bygg AB"],
    ),
    "number printed twice": (["Rut Sandell", "070-174 06 12", "070-174 06 12"], ["Rut Sandell", "Rut Sandell"]),
    "body before the name": (
        ["Sjöviks Bygg AB - Rut Sandell,", "Mail: rut@bygg.exempel, Tel: 070-174 06 12"],
        ["Rut Sandell", "Rut Sandell"],
    ),
    "service number under a name": (["Rut Sandell, 070-174 06 12", "Kundtjänst: 0771-567 567"], ["Rut Sandell", None]),
    "press desk under a name": (
        ["Region Alvsund", "Rut Sandell, 070-174 06 12", "Pressjouren: 08-465 004 12"],
        ["Rut Sandell", "Region Alvsund"],
    ),
    "nobody": (["Hittelön utlovas", "070-174 06 12"], [None]),
}


def mentions(text: str, name: str) -> tuple[Span, ...]:
    return tuple(Span(m.start(), m.end(), m.group()) for m in re.finditer(re.escape(name), text))


def owners(text: str) -> list[str | None]:
    """The owner's name for each phone and then each address."""
    people = [Person(name, "story", mentions(text, name)) for name in PEOPLE if name in text]
    bodies = [Organisation(name, "other", mentions(text, name)) for name in BODIES if name in text]
    phones, emails = find_phones(text), find_emails(text)
    found = {(owner.layer, owner.index): owner for owner in find_owners(text, phones, emails, people, bodies)}
    names: list[str | None] = []
    for place in [("phones", n) for n in range(len(phones))] + [("emails", n) for n in range(len(emails))]:
        owner = found.get(place)
        if owner is None:
            names.append(None)
        elif owner.person is not None:
            names.append(people[owner.person].name)
        else:
            names.append(bodies[owner.organisation or 0].name)
    return names


@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines of a block", "blocks in a row"])
@pytest.mark.parametrize(("lines", "expected"), BLOCKS.values(), ids=BLOCKS.keys())
def test_contact_blocks(lines: list[str], expected: list[str | None], gap: str) -> None:
    assert owners("Bron stängs\n\n" + gap.join(lines)) == expected


def test_owners_are_sorted_and_point_into_their_layers() -> None:
    text = "Tage Brodén\n070-174 06 12\ntage.broden@region.exempel"
    people = [Person("Tage Brodén", "contact", mentions(text, "Tage Brodén"))]
    found = find_owners(text, find_phones(text), find_emails(text), people, [])
    assert [(owner.layer, owner.index, owner.person) for owner in found] == [("phones", 0, 0), ("emails", 0, 0)]


def test_many_lines_and_names_stay_linear() -> None:
    text = "\n".join(f"Tage Brodén\n070-174 06 {n % 90 + 10}" for n in range(400))
    people = [Person("Tage Brodén", "contact", mentions(text, "Tage Brodén"))]
    phones = find_phones(text)
    assert len(find_owners(text, phones, (), people, [])) == len(phones)


#: Lines of contacts as a page has them, and each number's owner.
PAGES: dict[str, tuple[str, list[str | None]]] = {
    "a body that is but a place in the sentence above": (
        "Vatten finns vid Kvarnskolan, ICA Maxi och brandstationen. Ta med egen dunk!\n\nFler frågor? Ring kundtjänst 08-465 004 55.",
        [None],
    ),
    "titles, names and numbers run on": (
        "Presschef: Lova Gerdman Mobil: 070-174 06 12 Pressekreterare: Jenny Zettervik Mobil: 070-174 06 13",
        ["Lova Gerdman", "Jenny Zettervik"],
    ),
    "no commas": ("Jessika Elmgren Presschef Regionkontoret 070-174 06 12", ["Jessika Elmgren"]),
    "given names alone": (
        "Anmälan till Ingrid, tel 070-174 06 12, eller Margareta, 070-174 06 13.",
        ["Ingrid", "Margareta"],
    ),
    "given names to ring": (
        "Ring Maja på 070-174 06 12 eller Kalle på 070-174 06 13.",
        ["Maja", "Kalle"],
    ),
    "a given name behind somebody in full": (
        "Anmälan till Åsa Ek eller till Sture, 070-174 06 12. Ordförande är Åsa Brink.",
        ["Sture"],
    ),
    "an office of somebody's": ("Karin Alm, chef för Siv Almereds kansli, 070-174 06 12", ["Karin Alm"]),
    "a label and a number below somebody's": (
        "Kontakt:\nKarin Alm, vd, 070-174 06 12\n\nPresskontakt\n08-465 004 12",
        ["Karin Alm", None],
    ),
    "a label between name and number": ("Kontakt:\nKarin Alm\nPresskontakt\n070-174 06 12", ["Karin Alm"]),
    "call her": ("Kontakta Lena Stigson, informatör, tel. 08-465 004 12", ["Lena Stigson"]),
}


@pytest.mark.parametrize(("text", "expected"), PAGES.values(), ids=PAGES.keys())
def test_owners_on_a_page(read: Callable[[str], Record], text: str, expected: list[str | None]) -> None:
    record = read(f"Bron stängs i maj\n\n{text}")
    people = {person.id: person.name for person in record.people}
    assert [people.get(phone.person_id or "") for phone in record.phones] == expected


@pytest.mark.parametrize(
    ("address", "owner"), [("pressinformation", None), ("karin.alm", "Karin Alm"), ("kalm", "Karin Alm")]
)
def test_a_desks_mailbox_is_nobodys(read: Callable[[str], Record], address: str, owner: str | None) -> None:
    record = read(f"Bron stängs\n\nKontakt:\n\nKarin Alm, vd, 070-174 06 12\n\nFrågor: {address}@alvsund.exempel")
    people = {person.id: person.name for person in record.people}
    assert [people.get(email.person_id or "") for email in record.emails] == [owner]


#: Lines of contacts whose numbers are people's and bodies'.
DESKS: dict[str, tuple[str, list[str]]] = {
    "a desk below the line of its own body, behind another's": (
        "Kontakter\nNorrhamns Energi\nÖrjan Falk, vd, 031-390 06 41\nRegion Alvsund\nPresstjänsten, 08-465 004 90 (vardagar 8–17)",
        ["Örjan Falk", "Region Alvsund"],
    ),
    "a desk of the sender's": (
        "Norrhamns Energi bygger ut fjärrvärmen.\n\nKontakter\nÖrjan Falk, vd, 031-390 06 41\nPresstjänsten, 08-465 004 90",
        ["Örjan Falk", "Norrhamns Energi"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), DESKS.values(), ids=DESKS.keys())
def test_a_desks_number_is_its_bodys(read: Callable[[str], Record], text: str, expected: list[str]) -> None:
    record = read(text)
    named = {person.id: person.name for person in record.people} | {body.id: body.name for body in record.organisations}
    assert [named[phone.person_id or phone.organisation_id or ""] for phone in record.phones] == expected
