"""Whose friend speaks, which post a question is put to, and what is no report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]

WHO: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "a question put to a post of two letters": (
        "Rut Sand blir vd för Bergfast. Hon efterträder Bo Ek.\n\n– Hon är bäst, säger Bo Ek.\n\nVad är roligast för dig som ny vd?\n\n– Människorna.",
        [("Hon är bäst", "Bo Ek"), ("Människorna.", "Rut Sand")],
    ),
    "somebody behind the others calls out": (
        "– Vem betalar? undrade Torgny Alm.\n\n– Ni har själva planterat tall! ropade någon bakifrån.",
        [("Vem betalar?", "Torgny Alm"), ("Ni har själva planterat tall!", None)],
    ),
    "a woman is heard to call out": (
        "– Vem betalar? undrade Torgny Alm.\n\n– Ni har själva planterat tall! hördes en kvinna skrika från läktaren.",
        [("Vem betalar?", "Torgny Alm"), ("Ni har själva planterat tall!", "en kvinna")],
    ),
    "it comes from the benches": (
        "– Vem betalar? undrade Torgny Alm.\n\n– Sitt ner! kom det från bänkraderna.",
        [("Vem betalar?", "Torgny Alm"), ("Sitt ner!", "bänkraderna")],
    ),
    "whether it came from there": (
        "– Vem betalar? undrade Torgny Alm.\n\n– Jag vet inte, kom det från kommunen?",
        [("Vem betalar?", "Torgny Alm"), ("Jag vet inte, kom det från kommunen?", "Torgny Alm")],
    ),
    "the short answer from somebody": (
        "– Vem betalar? undrade Torgny Alm.\n\n– Inte jag, löd det korta svaret från kommunalrådet Rut Ek.",
        [("Vem betalar?", "Torgny Alm"), ("Inte jag", "Rut Ek")],
    ),
    "he whom she turned to": (
        "– Vi har gamla siffror, säger Mattias Berg.\n\n– Då kan vi väl hjälpas åt, föreslog Siv Hjort och vände sig till Torgny Alm.\n\nHan funderade en stund.\n\n– Om ni betalar hälften så.",
        [
            ("Vi har gamla siffror", "Mattias Berg"),
            ("Då kan vi väl hjälpas åt", "Siv Hjort"),
            ("Om ni betalar hälften så.", "Torgny Alm"),
        ],
    ),
    "whom I called is not I": (
        "– Jag trodde inte på det, säger Mikaela Gren.\n\n– Det gjorde jag, säger Tove Gren.\n\n– Men det är din bank, säger Mikaela Gren.\n\n– En kväll ringde jag Mikaela och sa att nu gör vi det.",
        [
            ("Jag trodde inte på det", "Mikaela Gren"),
            ("Det gjorde jag", "Tove Gren"),
            ("Men det är din bank", "Mikaela Gren"),
            ("En kväll ringde jag Mikaela och sa att nu gör vi det.", "Tove Gren"),
        ],
    ),
    "how it was received": (
        "Siv Hjort ansåg att siffrorna var överdrivna och fick applåder när hon krävde en ny inventering.",
        [("siffrorna var överdrivna", "Siv Hjort")],
    ),
    "what the headmaster received": (
        "Siv Hjort sa att rektorn hade gjort fel och fick kritik för det.",
        [("rektorn hade gjort fel och fick kritik för det", "Siv Hjort")],
    ),
    "her colleague, too": (
        "Professor Siv Lund har visat att barn som leker ute är friskare, och hennes kollega Anders Mo har funnit samma sak.",
        [("barn som leker ute är friskare", "Siv Lund")],
    ),
    "who is told of before the first words, and whose words the portrait's are": (
        "Musik i Alvsund\n\nSigrid Vall skrattar och sätter sig i soffan.\n\nDet är tre veckor kvar till premiären.\n\n– De har spelat sedan klockan sju, säger jag åt dem.\n\nHon växte upp på en gård. Pappa Arvid var bonde.\n\n– Pappa sa alltid att musik är som gödsel.",
        [
            ("De har spelat sedan klockan sju, säger jag åt dem.", "Sigrid Vall"),
            ("Pappa sa alltid att musik är som gödsel.", "Sigrid Vall"),
        ],
    ),
    "two are told of before the first words": (
        "Musik i Alvsund\n\nSigrid Vall skrattar. Rut Sand skrattar med.\n\nDet är tre veckor kvar till premiären.\n\n– De har spelat sedan klockan sju, säger jag åt dem.",
        [("De har spelat sedan klockan sju, säger jag åt dem.", None)],
    ),
    "who finds somebody is told of by whom he found": (
        "– Jag fiskade, säger Rut Sand.\n\n– Hon var bra på det, säger brodern Nils.\n\nSedan upptäckte tränaren Per Blixt henne.\n\n– Han ringde hem och frågade pappa.",
        [
            ("Jag fiskade", "Rut Sand"),
            ("Hon var bra på det", "Nils"),
            ("Han ringde hem och frågade pappa.", "Rut Sand"),
        ],
    ),
    "who remembers somebody speaks": (
        "– Jag fiskade, säger Rut Sand.\n\nLäraren Per Blixt minns henne väl.\n\n– Hon kunde aldrig sitta still.",
        [("Jag fiskade", "Rut Sand"), ("Hon kunde aldrig sitta still.", "Per Blixt")],
    ),
    "what she herself does where others have spoken of her": (
        "Rut Sand leder orkestern.\n\n– Jag övar, säger hon.\n\nKollegan Yrsa Palo beundrar henne.\n\n– Man lär sig mycket av Rut.\n\nSydpostens kritiker har varit sträng. Själv läser hon inga recensioner.\n\n– Mamma läser dem.",
        [
            ("Jag övar", "Rut Sand"),
            ("Man lär sig mycket av Rut.", "Yrsa Palo"),
            ("Mamma läser dem.", "Rut Sand"),
        ],
    ),
    "words in marks behind what she does": (
        "Hon kommer springande med partituret. ”Förlåt, jag tappade bort tiden!”\n\nSigrid Vall skrattar.",
        [("Förlåt, jag tappade bort tiden!", "Sigrid Vall")],
    ),
    "a note that she reads": (
        "Rut Sand bor här. Hon är inte hemma.\n\nHon läser lappen på dörren. ”Jag kommer klockan sju.”",
        [],
    ),
    "somebody's fellow party member": (
        "– Nu tar vi ett tag, säger Malte Öst.\n\n– Det är för sent, säger Malte Östs partikamrat Sara Linde, som är ordförande i nämnden.",
        [("Nu tar vi ett tag", "Malte Öst"), ("Det är för sent", "Sara Linde")],
    ),
    "somebody's whatever it is called": (
        "– Det är en gåta, berättar Malte Östs räddare Sara Linde.",
        [("Det är en gåta", "Sara Linde")],
    ),
    "somebody's old friend": (
        "– Det är en gåta, säger Malte Östs gamla partikamrat Sara Linde.",
        [("Det är en gåta", "Sara Linde")],
    ),
    "somebody's successor in a post": (
        "– Det är en gåta, säger Malte Östs efterträdare som vd, Sara Linde.",
        [("Det är en gåta", "Sara Linde")],
    ),
    "somebody and his friend": (
        "– Det är en gåta, tycker Malte Öst och hans vän Sara Linde.",
        [("Det är en gåta", "Malte Öst; Sara Linde")],
    ),
    "somebody to a friend": (
        "– Det är en gåta, säger Malte Öst till partikamraten Sara Linde.",
        [("Det är en gåta", "Malte Öst")],
    ),
    "a critic without a name": (
        "– Det är en gåta, säger Malte Östs kritiker.",
        [("Det är en gåta", "Malte Östs kritiker")],
    ),
    "a question put to a post": (
        "Rut Sand blir ordförande i Skogö roddklubb. Hon efterträder Bo Ek.\n\n– Hon är bäst, säger Bo Ek.\n\nVad är roligast för dig som ordförande?\n\n– Barnen.",
        [("Hon är bäst", "Bo Ek"), ("Barnen.", "Rut Sand")],
    ),
    "a question put to a post that two have": (
        "Rektor Rut Sand och rektor Siv Alm är här.\n\n– Det är bra, säger Siv Alm.\n\nVad är roligast för dig som rektor?\n\n– Barnen.",
        [("Det är bra", "Siv Alm"), ("Barnen.", "Siv Alm")],
    ),
    "a belief in what was just said": (
        "– Pengarna kommer, säger Rut Sand.\n\nBo Ek tror det när han ser dem.",
        [("Pengarna kommer", "Rut Sand")],
    ),
    "a belief of how it will be": (
        "– Pengarna kommer, säger Rut Sand.\n\nBo Ek tror det blir dyrt.",
        [("Pengarna kommer", "Rut Sand"), ("det blir dyrt", "Bo Ek")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WHO.values(), ids=WHO.keys())
def test_the_speaker_is_the_one_who_is_meant(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected
