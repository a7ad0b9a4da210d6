"""What press releases say in ways of their own: urging, shares of those asked, letters of a post, party letters; our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]

#: The subject is who is named, not the body in what the person is.
NOT_THE_BODY: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("Maj Ek (C) ordförande i skolnämnden säger att bygget börjar i höst.", [("bygget börjar i höst", "Maj Ek")]),
    ("Maj Ek (C), vice ordförande i skolnämnden, tror att det dröjer.", [("det dröjer", "Maj Ek")]),
    ("Bo Alm (S) gruppledare i Alvsund anser att bygget kan vänta.", [("bygget kan vänta", "Bo Alm")]),
    # the body itself
    (
        "Mötet leddes av Maj Ek (C). Skolnämnden säger att bygget börjar i höst.",
        [("bygget börjar i höst", "Skolnämnden")],
    ),
]

#: What a body urges everybody to is its words; what it urges somebody to is told.
URGED: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "Håll hundarna kopplade vid bron, uppmanar Räddningstjänsten.",
        [("Håll hundarna kopplade vid bron", "Räddningstjänsten")],
    ),
    ("Undvik älven i helgen, uppmanar polisen.", [("Undvik älven i helgen", "polisen")]),
    (
        "Se till att båten är förtöjd, uppmanar Norrhamns kommun.",
        [("Se till att båten är förtöjd", "Norrhamns kommun")],
    ),
    ("I ett brev till alla hushåll, uppmanar kommunen invånarna att spara vatten.", []),
    ("Efter beslutet i går, uppmanar kommunen.", []),
]

#: Whose words marks hold, and marks that hold nobody's.
MARKS: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "”Tiderna är hårda och oron är stor” var kommunalrådet Rut Eks (S) inledande ord på mötet.",
        [("Tiderna är hårda och oron är stor", "Rut Ek")],
    ),
    ("”Nu får det vara nog med prat” är Bo Alms svar till nämnden.", [("Nu får det vara nog med prat", "Bo Alm")]),
    (
        "”Vi har inte gömt några papper”, säger säger vd Bo Alm och tackar.",
        [("Vi har inte gömt några papper", "Bo Alm")],
    ),
    ("– Vi har inte gömt några papper, säger säger Rut Ek.", [("Vi har inte gömt några papper", "Rut Ek")]),
    ("Klubbarna protesterar under parollen ”Alla ska få vila ut” i dag.", []),
    ("Elevrådet manar under slagordet ”Låt oss sova till åtta” till strejk.", []),
    (
        (
            "Enkät i skolan\n\nSkolorna i Alvsund har frågat eleverna.\n\nAlla i årskurs nio har svarat på frågor om trivsel.\n\n"
            "Många vill ha mer lugn.\n\n”Jag har bett om hjälp flera gånger utan att få den.”\n\n"
            "– Svaren visar att vi måste göra mer, säger Rut Ek, rektor."
        ),
        [
            ("Jag har bett om hjälp flera gånger utan att få den.", None),
            ("Svaren visar att vi måste göra mer", "Rut Ek"),
        ],
    ),
    (
        (
            "Efter branden\n\n”Jag har bett om hjälp flera gånger utan att få den.”\n\nRut Ek bor i Alvsund.\n\n"
            "– Det är tungt, säger hon."
        ),
        [("Jag har bett om hjälp flera gånger utan att få den.", "Rut Ek"), ("Det är tungt", "Rut Ek")],
    ),
]

#: A clause or a question within the sentence is no frame.
NO_FRAMES: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("De svarande har fått sätta betyg på hur bra de anser att Alvsund är på skola och vård.", []),
    ("Eleverna fick också kryssa för vilka ämnen de tycker att skolan borde satsa på.", []),
    ("Att nämnden i maj höjde sin prognos för skatten visar tydligt att läget är ljust.", []),
    (
        "Kommunens prognos för intäkterna visar att läget är bra.",
        [("läget är bra", "Kommunens prognos för intäkterna")],
    ),
    ("På frågan hur länge de har väntat säger eleverna att tiden går fort.", [("tiden går fort", "eleverna")]),
]

#: So many of those who were asked.
SHARES: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "Skolan är bra. Det anser hela 64 procent av lärarna i Alvsund.",
        [("Skolan är bra", "hela 64 procent av lärarna i Alvsund")],
    ),
    (
        "Skolan är bra. Det tycker 64 procent av lärarna mellan 40 och 50 år.",
        [("Skolan är bra", "64 procent av lärarna")],
    ),
    ("Skolan är bra. Det tycker en stor del av eleverna.", [("Skolan är bra", "en stor del av eleverna")]),
    ("En majoritet av de svarande anser att maten är god.", [("maten är god", "En majoritet av de svarande")]),
    ("Två tredjedelar av rektorerna uppger att de trivs.", [("de trivs", "Två tredjedelar av rektorerna")]),
    ("En stor del av vattnet visar att reningen brister.", []),
]

#: What rounds off or opens what is said, with the name alone behind it.
ROUNDED_OFF: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("Därmed hamnar Alvsund utanför, avslutar Bo Ek.", [("Därmed hamnar Alvsund utanför", "Bo Ek")]),
    ("Vi kan vara stolta över arbetet, inleder Rut Alm.", [("Vi kan vara stolta över arbetet", "Rut Alm")]),
    ("När sommaren är slut, avslutar Bo Ek sin karriär.", []),
    ("Föreningen har fått en ny styrelse, avslutar Bo Ek mötet.", []),
    ("Efter tolv år på posten, avslutar Bo Ek.", []),
]

#: A post in letters.
LETTERS: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "Överbefälhavaren (ÖB) general Bo Ek bjöd in pressen.\n\n– Reglerna måste bli klarare, säger ÖB.",
        [("Reglerna måste bli klarare", "Bo Ek")],
    ),
    (
        "Vattenverkets generaldirektör Rut Ek talade först, sedan ekonomichefen Bo Alm.\n\n– Vi måste bli bättre, säger GD.",
        [("Vi måste bli bättre", "Rut Ek")],
    ),
    ("ÖB Bo Ek är på plats.\n\n– Vi måste öva mer, säger överbefälhavaren.", [("Vi måste öva mer", "Bo Ek")]),
    ("Ekonomichefen Bo Alm talade.\n\n– Vi måste öva mer, säger ÖB.", [("Vi måste öva mer", "ÖB")]),
]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [*NOT_THE_BODY, *URGED, *MARKS, *NO_FRAMES, *SHARES, *ROUNDED_OFF, *LETTERS],
    ids=lambda value: str(value)[:40],
)
def test_whose_words_they_are(said: Said, text: str, quotes: list[tuple[str, str | None]]) -> None:
    assert said(text) == quotes
