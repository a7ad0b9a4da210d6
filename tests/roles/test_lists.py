"""Titles and bodies in boards, elections and lists of contacts: who has which of the titles that stand in a row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Record

#: The text, and for each person the titles and the body.
LISTS: dict[str, tuple[str, dict[str, tuple[list[str], str | None]]]] = {
    "somebody without a title below one with": (
        "Bron är klar i maj.\n\nKontakt\nMaja Lind, planarkitekt, 070-174 06 05\nNils Sand (C), 070-174 06 06",
        {"Maja Lind": (["planarkitekt"], None), "Nils Sand": ([], None)},
    ),
    "signatories without a title below one with": (
        "Låt barnen vara ute.\n\nMaja Lind, barnläkare\nLotta och Nils Sand, föräldrar",
        {"Maja Lind": (["barnläkare"], None), "Nils Sand": ([], None)},
    ),
    "titles above their names": (
        "Styrelsen 2009\n\nOrdförande\nMaja Lind\nSekreterare\nNils Sand\nLedamöter\nRut Ekdal\nPer Holm",
        {
            "Maja Lind": (["ordförande"], None),
            "Nils Sand": (["sekreterare"], None),
            "Rut Ekdal": (["ledamot"], None),
            "Per Holm": (["ledamot"], None),
        },
    ),
    "titles below their names": (
        "Styrelsen 2009\n\nMaja Lind\nOrdförande\nNils Sand\nSekreterare",
        {"Maja Lind": (["ordförande"], None), "Nils Sand": (["sekreterare"], None)},
    ),
    "titles above names with numbers": (
        "Kontakt\n\nKommunalråd\nMaja Lind (S)\n070-174 06 05\nOppositionsråd\nNils Sand (M)\n070-174 06 06",
        {"Maja Lind": (["kommunalråd"], None), "Nils Sand": (["oppositionsråd"], None)},
    ),
    "columns": (
        "Kontakt\n\nMaja Lind   Projektledare   070-174 06 05\nNils Sand   Kommunikatör   070-174 06 06",
        {"Maja Lind": (["projektledare"], None), "Nils Sand": (["kommunikatör"], None)},
    ),
    "a title in the plural and a verb": (
        "Revisorer är Maja Lind och Nils Sand. Ledamöter blev Rut Ekdal, Lo Frid och Per Holm.",
        {
            "Maja Lind": (["revisor"], None),
            "Nils Sand": (["revisor"], None),
            "Lo Frid": (["ledamot"], None),
            "Per Holm": (["ledamot"], None),
        },
    ),
    "a title in the definite plural": (
        "Med är kassör Maja Lind samt ledamöterna Rut Ekdal och Nils Sand.",
        {"Maja Lind": (["kassör"], None), "Rut Ekdal": (["ledamot"], None), "Nils Sand": (["ledamot"], None)},
    ),
    "titles that stand first in a row": (
        (
            "De som får pris är rektorn i Skogö, Maja Lind, chefen för hamnen, Nils Sand, professorerna i kemi Rut Ekdal "
            "och Lo Frid och professorn i fysik, Per Holm."
        ),
        {
            "Maja Lind": (["rektor"], None),
            "Nils Sand": (["chef för hamnen"], None),
            "Rut Ekdal": (["professor i kemi"], None),
            "Lo Frid": (["professor i kemi"], None),
            "Per Holm": (["professor i fysik"], None),
        },
    ),
    "titles that stand last in a row": (
        "I styrelsen sitter Maja Lind, rektor i Skogö, Nils Sand, hamnchef, Rut Ekdal, sekreterare.",
        {
            "Maja Lind": (["rektor"], None),
            "Nils Sand": (["hamnchef"], None),
            "Rut Ekdal": (["sekreterare"], None),
        },
    ),
    "whom somebody meets": (
        "I morgon träffar landshövding Maja Lind kommunchefer, ordföranden i LRF och lärare. Nils Sand rektor kom.",
        {"Maja Lind": (["landshövding"], None), "Nils Sand": (["rektor"], None)},
    ),
    "others behind a comma": (
        "Med är kommitténs sekreterare Maja Lind, ledamöterna samt ordförande för två grupper.",
        {"Maja Lind": (["kommitténs sekreterare"], None)},
    ),
    "elected with a rank": (
        (
            "Som tillförordnad chef för hamnen utsågs Maja Lind. Till vice ordförande i nämnden valdes Nils Sand. "
            "Som barn bodde Rut Ekdal här."
        ),
        {
            "Maja Lind": (["tillförordnad chef för hamnen"], None),
            "Nils Sand": (["vice ordförande i nämnden"], None),
            "Rut Ekdal": ([], None),
        },
    ),
    "two posts of one, and the next one's": (
        "Maja Lind (S) blir regionråd och nämndens ordförande, Nils Sand (V) blir skolchef.",
        {"Nils Sand": (["skolchef"], None)},
    ),
    "all of them in charge": (
        "Bakom projektet står Maja Lind, Nils Sand och Rut Ekdal som huvudansvariga.",
        {
            "Maja Lind": (["huvudansvarig"], None),
            "Nils Sand": (["huvudansvarig"], None),
            "Rut Ekdal": (["huvudansvarig"], None),
        },
    ),
    "offices behind titles": (
        (
            "Alvsunds kommun bygger.\n\nKontakter\n\nMaja Lind\n\nPresskontakt Pressansvarig Stadsbyggnadskontoret 08-465 004 01"
            "\n\nNils Sand\n\nKommunikatör Naturvårdsenheten\n\n08-465 004 02"
        ),
        {
            "Maja Lind": (["pressansvarig"], "Stadsbyggnadskontoret"),
            "Nils Sand": (["kommunikatör"], "Naturvårdsenheten"),
        },
    ),
    "a partner's hospital": (
        "Alvsunds sjukhus är fullt.\n\n– Tack vare ett samarbete med Skogö sjukhus gick det, säger verksamhetschef Nils Sand.",
        {"Nils Sand": (["verksamhetschef"], "Alvsunds sjukhus")},
    ),
    "given names in one word": (
        "LiseLotte Lind (V) blir rektor.",
        {"LiseLotte Lind": (["rektor"], None)},
    ),
    "a board and no title": (
        "Till styrelse valdes Maja Lind, ordförande, och Nils Sand, kassör. Till festkommitté utsågs Rut Ekdal.",
        {"Maja Lind": (["ordförande"], None), "Nils Sand": (["kassör"], None), "Rut Ekdal": ([], None)},
    ),
    "a bishop and those whom he ordained": (
        "Biskop Nils Sand vigde två präster: Maja Lind, Lomsund, och Rut Ekdal, Sjövik.",
        {"Nils Sand": (["biskop"], None), "Maja Lind": ([], None), "Rut Ekdal": ([], None)},
    ),
    "two lawyers of theirs": (
        "Männens advokater Maja Lind och Nils Sand överklagar.",
        {"Maja Lind": (["advokat"], None), "Nils Sand": (["advokat"], None)},
    ),
    "two and one more": (
        "Med är doktoranderna Maja Lind och Nils Sand samt Rut Ekdal.",
        {"Maja Lind": (["doktorand"], None), "Nils Sand": (["doktorand"], None), "Rut Ekdal": ([], None)},
    ),
    "members of a jury": (
        "Ledamöter i juryn: Maja Lind, Nils Sand samt Rut Ekdal (sekr).",
        {
            "Maja Lind": (["ledamot i juryn"], None),
            "Nils Sand": (["ledamot i juryn"], None),
            "Rut Ekdal": (["ledamot i juryn", "sekreterare"], None),
        },
    ),
    "the verb before the name": (
        "I höstas tog Maja Lind över som ordförande i Lomsunds företagarförening. Nu börjar Nils Sand som vd på Bergfast AB.",
        {
            "Maja Lind": (["ordförande"], "Lomsunds företagarförening"),
            "Nils Sand": (["vd"], "Bergfast AB"),
        },
    ),
    "a technical board": (
        "Maja Lind (S), vice ordförande i tekniska nämnden, reserverade sig.",
        {"Maja Lind": (["vice ordförande i tekniska nämnden"], "tekniska nämnden")},
    ),
    "as a new member": ("Som ny ledamot invaldes Maja Lind.", {"Maja Lind": (["ledamot"], None)}),
    "the verb comes last": (
        "Till ny klubbdirektör i Alvsunds HK har Maja Lind utsetts.",
        {"Maja Lind": (["klubbdirektör"], "Alvsunds HK")},
    ),
    "another verb comes last": ("Till rektor har Maja Lind skickat ett brev.", {"Maja Lind": ([], None)}),
    "written short": (
        "Styrelsen: Maja Lind ordf, Nils Sand v ordf, Per Holm sekr.",
        {
            "Maja Lind": (["ordförande"], None),
            "Nils Sand": (["vice ordförande"], None),
            "Per Holm": (["sekreterare"], None),
        },
    ),
    "elected members of a company": (
        "Maja Lind och Nils Sand har valts till nya styrelseledamöter i Bergfast AB.",
        {
            "Maja Lind": (["styrelseledamot"], "Bergfast AB"),
            "Nils Sand": (["styrelseledamot"], "Bergfast AB"),
        },
    ),
    "what somebody was and is": (
        (
            "Maja Lind, tidigare polis, numera rektor på Hamnskolan, leder. Nils Sand, tidigare vd för Bergfast AB, är ny "
            "ordförande i Företagarna."
        ),
        {"Maja Lind": (["rektor"], "Hamnskolan"), "Nils Sand": (["ordförande"], "Företagarna")},
    ),
    "what somebody was, and with and is": (
        (
            "Maja Lind, tidigare ordförande för kåren och numera rektor på Hamnskolan, leder. Nils Sand, tidigare lärare och "
            "nu skolchef i Sjöviks kommun, är nöjd."
        ),
        {
            "Maja Lind": (["ordförande för kåren", "rektor"], "Hamnskolan"),
            "Nils Sand": (["lärare", "skolchef"], "Sjöviks kommun"),
        },
    ),
    "only what somebody was": (
        "Maja Lind, tidigare rektor, har skrivit en bok.",
        {"Maja Lind": (["rektor"], None)},
    ),
    "since when": (
        "Maja Lind är sedan i höstas chef för Lomsunds museum. Nils Sand har varit kurator på Hamnskolan i tio år.",
        {"Maja Lind": (["chef"], "Lomsunds museum"), "Nils Sand": (["kurator"], "Hamnskolan")},
    ),
    "leaving": (
        "Maja Lind lämnar sitt uppdrag som förvaltningschef i Sjöviks kommun.",
        {"Maja Lind": (["förvaltningschef"], "Sjöviks kommun")},
    ),
    "a second post": (
        "Maja Lind, vd för Alvbygg AB, tillika ordförande i Företagarna, hoppas.",
        {"Maja Lind": (["vd", "ordförande"], "Alvbygg AB")},
    ),
    "a body heads its people": (
        (
            "Bron är klar i maj.\n\nRegion Mittmark:\nMaja Lind, enhetschef, 070-174 06 05\nPer Holm, läkare, "
            "070-174 06 06\nAlvsunds kommun:\nNils Sand, kommunalråd, 070-174 06 07"
        ),
        {
            "Maja Lind": (["enhetschef"], "Region Mittmark"),
            "Per Holm": (["läkare"], "Region Mittmark"),
            "Nils Sand": (["kommunalråd"], "Alvsunds kommun"),
        },
    ),
    "a body heads its people without a colon": (
        (
            "Bron är klar i maj.\n\nKontakt\nRegion Mittmark\nMaja Lind, 070-174 06 05\nBergfast AB\nNils Sand, "
            "070-174 06 07"
        ),
        {"Maja Lind": ([], "Region Mittmark"), "Nils Sand": ([], "Bergfast AB")},
    ),
    "a title behind the body, a body before the title": (
        "Bron är klar i maj.\n\nKontakt:\nMaja Lind, Fornverket, Pressansvarig, 08-465 004 02\nBergfast AB, presschef Nils Sand, 08-465 004 04",
        {"Maja Lind": (["pressansvarig"], "Fornverket"), "Nils Sand": (["presschef"], "Bergfast AB")},
    ),
    "an office that nobody knows before the title": (
        "Fornverket bygger.\n\nKontakt:\nHamn- och bryggroteln, pressekreterare Maja Lind, 08-465 004 03",
        {"Maja Lind": (["pressekreterare"], None)},
    ),
    "a body below is no heading": (
        "Bron är klar i maj.\n\nKontakt\nMaja Lind, 070-174 06 05\nRegion Mittmark\nNils Sand, 070-174 06 07\nBergfast AB",
        {"Maja Lind": ([], None), "Nils Sand": ([], None)},
    ),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS)
def test_titles_in_lists(
    read: Callable[[str], Record], text: str, expected: dict[str, tuple[list[str], str | None]]
) -> None:
    record = read(text)
    bodies = {o.id: o.name for o in record.organisations or []}
    found: dict[str, tuple[list[str], str | None]] = {}
    for person in record.people or []:
        if person.name in expected:
            ids = [role.organisation_id for role in person.roles] + [person.organisation_id]
            body = next((bodies[one] for one in ids if one is not None), None)
            found[person.name] = [role.normalised for role in person.roles], body
    assert found == expected
