"""Who speaks in the releases and papers of firms, unions and fairs: over headings, in interviews, behind glued dashes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]

WHO: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "those of the sentence before, whoever was named above": (
        "Glenn Alm och Carola Sand pratar inför mötet.\n\nPlanen oroar grannar som menar att det luktar. De hävdar att trafiken ökat.",
        [("det luktar", "grannar"), ("trafiken ökat", "grannar")],
    ),
    "two who are named since": (
        "Planen oroar grannar som menar att det luktar. Glenn Alm och Carola Sand bor intill. De hävdar att trafiken ökat.",
        [("det luktar", "grannar"), ("trafiken ökat", "Glenn Alm; Carola Sand")],
    ),
    "a post, and who holds it behind a comma": (
        "Siv Malm är ordförande för sektion 1. På verket berättar ordföranden för sektion 2, Gun Brodén att de är trötta.",
        [("de är trötta", "Gun Brodén")],
    ),
    "what the sentence is on is nobody who speaks": (
        "Vad gäller kundernas vilja att köpa miljömärkta varor uppger tre av tio handlare att den ökade.",
        [("den ökade", "tre av tio handlare")],
    ),
    "whom it is on": ("Vad gäller taket säger Rut Sandell att det läcker.", [("det läcker", "Rut Sandell")]),
    "who was told of between is not who answers": (
        "Finanschefen Tage Brodén går in som vd.\n\n– Det är dåligt skött, säger ordföranden Hans Malm.\n\nMedan Tage Brodén går in stannar vd Rut Sandell kvar.\n\nKom det som en överraskning för er?\n\n– Som en käftsmäll.\n\n– Det ligger i linje med planen, säger Hans Malm.",
        [
            ("Det är dåligt skött", "Hans Malm"),
            ("Som en käftsmäll.", "Hans Malm"),
            ("Det ligger i linje med planen", "Hans Malm"),
        ],
    ),
    "who is presented and speaks on is who answers": (
        "– Det är dåligt skött, säger ordföranden Hans Malm.\n\nTage Brodén går in som vd.\n\nKom det som en överraskning för dig?\n\n– Som en käftsmäll.\n\n– Det ligger i linje med planen, säger Hans Malm.\n\n– Ja, säger Tage Brodén.",
        [
            ("Det är dåligt skött", "Hans Malm"),
            ("Som en käftsmäll.", "Tage Brodén"),
            ("Det ligger i linje med planen", "Hans Malm"),
            ("Ja", "Tage Brodén"),
        ],
    ),
    "presented above a heading": (
        "– Vi måste varsla, säger Jonny Malm.\n\nÅkarbolagets vd, Karl-Åke Brodén, ser en stor osäkerhet i läget.\n\nGardering\n\n– Det här är inte roligt men vi vet inte hur det slutar.",
        [
            ("Vi måste varsla", "Jonny Malm"),
            ("Det här är inte roligt men vi vet inte hur det slutar.", "Karl-Åke Brodén"),
        ],
    ),
    "only mentioned above a heading": (
        "– Vi har sålt glass i tjugo år, säger Siv Malm.\n\nTage Brodén köper huset. Det ska bli kontor i stället.\n\nNya planer\n\n– Nu ska vi resa, först till Norrhamn.",
        [("Vi har sålt glass i tjugo år", "Siv Malm"), ("Nu ska vi resa, först till Norrhamn.", "Siv Malm")],
    ),
    "a headline's we is of the only one quoted in words of their own": (
        "”Vi har respekt för beslutet”\n\nI dag meddelade Alvsunds kommun att den lägger ner planen. Skälet är, enligt kommunalrådet Rut Sandell, bristen på pengar.\n\n– Idrottsförbundet har varit positivt, säger Tage Brodén.",
        [
            ("Vi har respekt för beslutet", "Tage Brodén"),
            ("den lägger ner planen", "Alvsunds kommun"),
            ("Skälet är … bristen på pengar", "Rut Sandell"),
            ("Idrottsförbundet har varit positivt", "Tage Brodén"),
        ],
    ),
    "dashes glued at both ends": (
        "Två hundra varslas till följd av stoppet i sommar.-Vi måste göra så här, säger Jonny Malm, chef, Berglast.-Vi sitter i samma båt, säger chauffören Ali Brodén.",
        [("Vi måste göra så här", "Jonny Malm"), ("Vi sitter i samma båt", "Ali Brodén")],
    ),
    "long dashes glued at both ends": (
        "Vägen stängs den 3 maj.–Det blir bra, säger Rut Sandell.–Det är dyrt, tycker Tage Brodén (S).–Vi får se, säger Rut Sandell!",
        [("Det blir bra", "Rut Sandell"), ("Det är dyrt", "Tage Brodén"), ("Vi får se", "Rut Sandell")],
    ),
    "what somebody keeps saying belongs to the question": (
        "Vad tror du, Rut Sandell?\n\n– Vi har ett bra förslag. Du brukar säga att de andra vill spara ännu mer. Vad har du för grund för det?\n\n– De döljer sanningen. Du har sagt att hamnen ska säljas. Tror du fortfarande det?\n\n– Ja. Du har rätt i det.",
        [
            ("Vi har ett bra förslag.", "Rut Sandell"),
            ("De döljer sanningen.", "Rut Sandell"),
            ("Ja. Du har rätt i det.", "Rut Sandell"),
        ],
    ),
    "the first line of two is of who is named in the second": (
        "– Det blir fler båtar, säger Tage Brodén.\n\nProjektet drivs av flera föreningar. Först ut är klubben vid Sjögatan.\n\n– Det känns fint att vara med.\n\n– Klubben är liten men alla är måna om viken, säger Rut Sandell, ordförande i båtklubben.",
        [
            ("Det blir fler båtar", "Tage Brodén"),
            ("Det känns fint att vara med.", "Rut Sandell"),
            ("Klubben är liten men alla är måna om viken", "Rut Sandell"),
        ],
    ),
    "a change in a body, and what it is": (
        "Anders Malm lämnar Alvsunds Energi AB.\n\nSkifte i Alvsunds Energi: Rut Ek föreslås ta över posten efter Anders Malm.",
        [],
    ),
    "the chair in a body, and what they say": (
        "Anders Malm leder Alvsunds Energi AB.\n\nOrdföranden i Alvsunds Energi: Vi byter nu.",
        [("Vi byter nu.", "Ordföranden i Alvsunds Energi")],
    ),
    "the second frame of the same one without a comma": (
        "Rut Sandell leder bolaget.\n\n– Nu har vi kommit över en tröskel, säger Olle Fält, utvecklare. Snart ordnar vi en färd till avslutar Olle Fält.",
        [("Nu har vi kommit över en tröskel … Snart ordnar vi en färd till", "Olle Fält")],
    ),
    "what another says without a comma is told in the speech": (
        "Rut Sandell leder bolaget.\n\n– Nu har vi kommit över en tröskel, säger Olle Fält. Vi hoppas att det stämmer vad Rut säger.",
        [("Nu har vi kommit över en tröskel … Vi hoppas att det stämmer vad Rut säger.", "Olle Fält")],
    ),
    "the first of two in one paragraph": (
        "– Det blir fler resor, uppger Tage Brodén.\n\nSom tidigare är det linjen till Norrhamn som ökar mest.\n\n– Nu ser vi fram emot sommaren, vi tror att ökningen fortsätter. – Det ser allt bättre ut, säger vd Sten Malm.",
        [
            ("Det blir fler resor", "Tage Brodén"),
            ("Nu ser vi fram emot sommaren, vi tror att ökningen fortsätter.", "Sten Malm"),
            ("Det ser allt bättre ut", "Sten Malm"),
        ],
    ),
    "the first of two right below who spoke before": (
        "– Det blir fler resor, uppger Tage Brodén.\n\n– Nu ser vi fram emot sommaren.\n\n– Det ser allt bättre ut, säger vd Sten Malm.",
        [
            ("Det blir fler resor", "Tage Brodén"),
            ("Nu ser vi fram emot sommaren.", "Tage Brodén"),
            ("Det ser allt bättre ut", "Sten Malm"),
        ],
    ),
    "the first of two, where the second has been heard before": (
        "– Nej, säger Sten Malm.\n\n– Det blir fler resor, uppger Tage Brodén.\n\nLinjen till Norrhamn ökar mest.\n\n– Nu ser vi fram emot sommaren.\n\n– Det ser allt bättre ut, säger Sten Malm.",
        [
            ("Nej", "Sten Malm"),
            ("Det blir fler resor", "Tage Brodén"),
            ("Nu ser vi fram emot sommaren.", "Tage Brodén"),
            ("Det ser allt bättre ut", "Sten Malm"),
        ],
    ),
}


@pytest.mark.parametrize("case", WHO)
def test_who(said: Said, case: str) -> None:
    text, expected = WHO[case]
    assert said(text) == expected
