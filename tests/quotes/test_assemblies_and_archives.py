"""Minutes of assemblies and transcripts of talks, and habits of older archives, funerals and papers in Finland."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]

MINUTES = {
    "members by their letters, a minister": (
        (
            "Ltl Maja Tornberg\n\nTalman! Färjan ligger still sedan i juni. Vem betalar?\n\nJag saknar ett datum.\n\n"
            "Minister Tage Brodén\n\nFru talman! Färjan är tillbaka i augusti."
        ),
        [
            ("Färjan ligger still sedan i juni. Vem betalar?", "Maja Tornberg"),
            ("Jag saknar ett datum.", "Maja Tornberg"),
            ("Färjan är tillbaka i augusti.", "Tage Brodén"),
        ],
    ),
    "numbered turns": (
        (
            "Anf. 12 Statsrådet Rut Lans Brodén (S)\n\nHerr talman! Maja Tornberg undrar var färjan är. Den ligger i Alvsund.\n\n"
            "Anf. 13 Maja Tornberg (M)\n\nHerr talman! Där har den legat länge."
        ),
        [
            ("Maja Tornberg undrar var färjan är. Den ligger i Alvsund.", "Rut Lans Brodén"),
            ("Där har den legat länge.", "Maja Tornberg"),
        ],
    ),
    "names in capitals, with colons": (
        (
            "Anf. 1 TALMANNEN:\n\nJag hälsar gästerna välkomna.\n\nAnf. 2 BO BRODÉN (kd):\n\n"
            "Herr talman! Vi har väntat på färjan.\n\nDen behövs."
        ),
        [
            ("Jag hälsar gästerna välkomna.", "TALMANNEN"),
            ("Vi har väntat på färjan.", "Bo Brodén"),
            ("Den behövs.", "Bo Brodén"),
        ],
    ),
    "a salutation that fills its line": (
        "Ltl Tage Brodén:\n\nFru talman!\n\nÖn behöver en färja. Kommunen säger att den kommer.",
        [("Ön behöver en färja. Kommunen säger att den kommer.", "Tage Brodén")],
    ),
    "a salutation in two languages": (
        "Rut Lans :\n\nÄrade talman, arvoisa puhemies! Skären får ingen färja i år.",
        [("Skären får ingen färja i år.", "Rut Lans")],
    ),
    "the next item ends the turn": (
        "Ltl Maja Tornberg\n\nTalman! Färjan ligger still.\n\nÖverläggningen var härmed avslutad.\n\nKommunen sålde färjan.",
        [("Färjan ligger still.", "Maja Tornberg")],
    ),
    "a name alone over narration": ("Maja Tornberg\n\nHon kom till Alvsund i våras. Färjan låg still.", []),
    "a picture's line over narration": (
        "Talman Rut Lans\n\nTalmannen höll ett tal. Ordförande i rådet blev Bo Ek.",
        [],
    ),
    "a transcript": (
        (
            "Maja Tornberg: Jag ska leda kvällen.\nVi börjar med färjan.\nTage Brodén: Jag äger en del av den.\n"
            "Vi har kört i tolv år.\nRut Lans: Vi åker med den.\nKvällen slutade sent."
        ),
        [
            ("Jag ska leda kvällen.", "Maja Tornberg"),
            ("Vi börjar med färjan.", "Maja Tornberg"),
            ("Jag äger en del av den.", "Tage Brodén"),
            ("Vi har kört i tolv år.", "Tage Brodén"),
            ("Vi åker med den.", "Rut Lans"),
        ],
    ),
    "narration between two comments is nobody's": (
        "Maja Tornberg: Jag är nöjd med färjan.\nFärjan har gått i tolv år.\nTage Brodén: Jag är också nöjd.\nRut Lans: Vi är glada.",
        [
            ("Jag är nöjd med färjan.", "Maja Tornberg"),
            ("Jag är också nöjd.", "Tage Brodén"),
            ("Vi är glada.", "Rut Lans"),
        ],
    ),
}

OTHERS = {
    "an office's staff is not who has the office": (
        "President Olavi Rautio reser hem i natt, uppger presidentens kansli.",
        [("President Olavi Rautio reser hem i natt", "presidentens kansli")],
    ),
    "whom the words tell of does not say them": (
        "Bo Lans är död, säger grannen.",
        [("Bo Lans är död", "grannen")],
    ),
    "a word beside the name tells who the noun means": (
        "Ida Brodén, taxichaufför, har kört i natt. Det är halt, säger chauffören.",
        [("Det är halt", "Ida Brodén")],
    ),
    "whom an earlier question tells of answers no later one": (
        "- Det hade jag aldrig trott.\nVad tror du att Selma Brodén hade sagt?\n- Ingen aning.\nVar var du då?\n- Jag satt i båten.",
        [("Det hade jag aldrig trott.", None), ("Ingen aning.", None), ("Jag satt i båten.", None)],
    ),
    "who is presented before the questions answers": (
        "Maja Ahl är ny chef för museet.\nVad tror du att Selma Brodén hade sagt?\n- Ingen aning.\nVar var du då?\n- I båten.",
        [("Ingen aning.", "Maja Ahl"), ("I båten.", "Maja Ahl")],
    ),
    "songs and hymns": (
        (
            "Kantor Rut Sandell började med att spela ”Vi ser en stad vid havet”. Kören sjöng sedan ”Vi går över ån i natt”. "
            "Nils Brodén framförde ”Jag har en båt”."
        ),
        [],
    ),
    "a poem": ("Officianten läste Bo Brodéns dikt ”Jag vill ro i natt”.", []),
    "who opens with words": (
        "Bo Ek inledde med: ”Vi är här för färjans skull.”",
        [("Vi är här för färjans skull.", "Bo Ek")],
    ),
    "a reason in a sentence of its own": ("Frågan berör. Därför att många anser att färjan är dyr.", []),
    "therefore before a view": (
        "Därför anser Rut Sandell att färjan ska säljas.",
        [("färjan ska säljas", "Rut Sandell")],
    ),
    "a law with a capital": ("Ägaren har ett ansvar enligt Jordabalken. Avgiften ska betalas enligt Väglagen.", []),
    "a council is none of its members": (
        "Rådet säger att färjan kommer.\n\nTage Brodén (C), kommunalråd",
        [("färjan kommer", "Rådet")],
    ),
    "points for dashes": (
        (
            "Färjan kommer i augusti.\n\n• Vi har väntat länge, säger Maja Tornberg, chef för rederiet.\n\nEn axel gick av i maj.\n\n"
            "• Ingen skadades, säger hon. Det är vi glada för.\n\n• Jag hoppas att den håller."
        ),
        [
            ("Vi har väntat länge", "Maja Tornberg"),
            ("Ingen skadades … Det är vi glada för.", "Maja Tornberg"),
            ("Jag hoppas att den håller.", "Maja Tornberg"),
        ],
    ),
    "stars for dashes": (
        "* Vi har väntat länge, säger Maja Tornberg.\n\nEn axel gick av i maj.\n\n* Nu är vi glada, säger hon.",
        [("Vi har väntat länge", "Maja Tornberg"), ("Nu är vi glada", "Maja Tornberg")],
    ),
    "points of a list": (
        "• Vi öppnar nio, säger Maja Tornberg.\n• Vi stänger fem, säger Tage Brodén.\n• Alla är välkomna till oss.",
        [("Vi öppnar nio", "Maja Tornberg"), ("Vi stänger fem", "Tage Brodén")],
    ),
    "one of those who act": (
        (
            "En av de ansvariga för båten skriver i Alvsunds Tidning: ”Färjan hör till ön.” "
            "En av dem som äger båten svarade: ”Vi säljer den aldrig.” Två av de åtalade på skeppet säger att de sov."
        ),
        [
            ("Färjan hör till ön.", "En av de ansvariga"),
            ("Vi säljer den aldrig.", "En av dem"),
            ("de sov", "Två av de åtalade"),
        ],
    ),
    "one of many who is named": (
        "En av de boende, Bo Ek, säger: ”Vi säljer den aldrig.”",
        [("Vi säljer den aldrig.", "Bo Ek")],
    ),
    "a heading that opens with another's name": (
        (
            "Maja Tornberg leder rådet.\n\n– Jag är villig, säger Tornberg.\n\nLindgren: Mer fisk på borden\n\n"
            "– När får våra båtar lägga till?"
        ),
        [("Jag är villig", "Maja Tornberg"), ("När får våra båtar lägga till?", None)],
    ),
    "a heading that opens with a label": (
        "Maja Tornberg leder rådet.\n\n– Jag är villig, säger Tornberg.\n\nFakta: Så röstar du\n\n– Det är viktigt att rösta.",
        [("Jag är villig", "Maja Tornberg"), ("Det är viktigt att rösta.", "Maja Tornberg")],
    ),
    "words that a line announces": (
        (
            "Tage Brodén svarade med följande inlägg:\n\nJag tror på färjan. Den håller.\n\n"
            "Så här sade Maja Tornberg i debatten:\n\nJag tror på bron."
        ),
        [("Jag tror på färjan. Den håller.", "Tage Brodén"), ("Jag tror på bron.", "Maja Tornberg")],
    ),
    "what a line announces is no speech": (
        "Maja Tornberg säger att följande tider gäller:\n\nVi öppnar klockan nio.",
        [("följande tider gäller", "Maja Tornberg")],
    ),
    "companies are no laws": ("Färjan går i maj, enligt Bergbolagen.", [("Färjan går i maj", "Bergbolagen")]),
}


@pytest.mark.parametrize(("text", "expected"), MINUTES.values(), ids=MINUTES)
def test_minutes(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize(("text", "expected"), OTHERS.values(), ids=OTHERS)
def test_whose_words(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected
