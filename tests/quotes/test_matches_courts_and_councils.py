"""What was met in match reports, courts, councils and talks with writers; our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]
Rows = list[tuple[str, list[tuple[str, str | None]]]]

LAWYER = "Berit Alm, flickans advokat, har följt målet.\n\n– Jag ser ingen bevisning, säger Alm.\n\n"
HEARD = [("Jag ser ingen bevisning", "Berit Alm")]

COURTS: Rows = [
    # who stands trial is told of by his counsel
    (
        LAWYER + "17-åringen nekar till hotet.\n\n– Han medger att han var där, men inget mer.",
        [*HEARD, ("Han medger att han var där, men inget mer.", "Berit Alm")],
    ),
    (
        LAWYER + "Målsäganden grät i rätten.\n\n– Hon mår dåligt.",
        [*HEARD, ("Hon mår dåligt.", "Berit Alm")],
    ),
    # and speaks in a voice of his own
    (
        LAWYER + "17-åringen nekar till hotet.\n\n– Jag var inte där.",
        [*HEARD, ("Jag var inte där.", "17-åringen")],
    ),
    # who asks does not answer
    (
        "– Jag har varit rädd länge, säger Per Lund.\n\nSå varför ska vi tro dig i dag? undrade advokat Siv Alm.\n\n– Jag orkar inte ljuga mer.",
        [("Jag har varit rädd länge", "Per Lund"), ("Jag orkar inte ljuga mer.", "Per Lund")],
    ),
    # whom the narration presents behind a question does
    (
        "– Jag har varit rädd länge, säger Per Lund.\n\nVarför blev det så? Advokat Siv Alm ser trött ut.\n\n– Jag orkar inte ljuga mer.",
        [("Jag har varit rädd länge", "Per Lund"), ("Jag orkar inte ljuga mer.", "Siv Alm")],
    ),
    (
        "– Jag minns inget, sa den åtalade.\n\n– Hur kommer det sig? frågade åklagaren.\n\n– Jag hade druckit.",
        [
            ("Jag minns inget", "den åtalade"),
            ("Hur kommer det sig?", "åklagaren"),
            ("Jag hade druckit.", "den åtalade"),
        ],
    ),
    # unless it is the asker's own case
    (
        "– Jag minns inget, sa den åtalade.\n\n– Hur kommer det sig? frågade åklagaren.\n\n– Det är ju en månad sedan.",
        [
            ("Jag minns inget", "den åtalade"),
            ("Hur kommer det sig?", "åklagaren"),
            ("Det är ju en månad sedan.", "åklagaren"),
        ],
    ),
    # no men are "hon"
    (
        "– De greps vid bron, säger Siv Alm.\n\nMännen förhörs under dagen.\n\n– De nekar, säger hon.",
        [("De greps vid bron", "Siv Alm"), ("De nekar", "Siv Alm")],
    ),
    # no judgment is "han"
    (
        "Domarna överklagades i våras. Per Lund var i rätten igen. Domarna granskas nu. Luckorna har fyllts i, menade han.",
        [("Luckorna har fyllts i", "Per Lund")],
    ),
    (
        "Siv Alm lade sig på bänken. Naprapaten var saklig när hon svarade: ”Det blir bättre.”",
        [("Det blir bättre.", "Naprapaten")],
    ),
]

MATCHES: Rows = [
    # what somebody feels is no speaker
    (
        "– Det känns bra. Jag är lugn, känner en stor glädje. Vi ska köra på, säger Rut Sandell från ett soligt Alvsund.",
        [("Det känns bra. Jag är lugn, känner en stor glädje. Vi ska köra på", "Rut Sandell")],
    ),
    ("– Det var kallt, minns en granne.", [("Det var kallt", "en granne")]),
    # somebody described by a mood is who was told of
    (
        "Siv Alm kom tvåa i går.\n\n– Det känns surt, säger en märkbart besviken silvermedaljör som fick tiden 2.05.",
        [("Det känns surt", "Siv Alm")],
    ),
    (
        "Tränaren Bo Ek tog över laget i maj.\n\n– Vi vann till slut, säger en nöjd tränare.",
        [("Vi vann till slut", "Bo Ek")],
    ),
    ("Siv Alm stötte 14 meter.\n\n– Det kommer fler, sa kulstöterskan.", [("Det kommer fler", "Siv Alm")]),
    # unless two may be meant, or nobody is described
    (
        "Siv Alm och Bo Ek kom tvåa i går.\n\n– Det känns surt, säger en besviken silvermedaljör.",
        [("Det känns surt", "en besviken silvermedaljör")],
    ),
    (
        "Tränaren Bo Ek tog över laget i maj.\n\n– Vi vann till slut, säger en annan tränare.",
        [("Vi vann till slut", "en annan tränare")],
    ),
    # who handed it on says no more of it
    ("– Vi väntar, säger Siv Alm, skriver Alvsunds Allehanda.", [("Vi väntar", "Siv Alm")]),
    ("– Jag är stolt, sa tränaren Bo Ek, rapporterar Radio Alvsund.", [("Jag är stolt", "Bo Ek")]),
    # but what she goes on with is hers
    (
        "– Det viktiga, säger Siv Alm, är att bron håller.",
        [("Det viktiga … är att bron håller.", "Siv Alm")],
    ),
    # voices below names
    (
        (
            "Röster efter matchen\n\nBo Ek, tränare i Skogö:\n\nVi var inställda på en tuff match. Jag är nöjd.\n\n"
            "Tage Brodén tränare i Alvsund:\n\nI botten får man inget gratis. Vi hade lägen."
        ),
        [
            ("Vi var inställda på en tuff match. Jag är nöjd.", "Bo Ek"),
            ("I botten får man inget gratis. Vi hade lägen.", "Tage Brodén"),
        ],
    ),
    # and what stands below them in nobody's voice
    ("Bo Ek, tränare i Skogö:\n\nSkogö grundades 1921 och spelar i division fyra.", []),
    ("Bo Ek har valt laget:\n\nVi möter Skogö på lördag klockan 15.", []),
    # what the reporter reminds of goes with the question
    (
        "– All musik är personlig, säger Siv Alm.\n\nHur är det nu?\n\n– Allt är nytt. Du säger att du trivs i skogen. Vad är bäst med den?\n\n– Tystnaden.",
        [("All musik är personlig", "Siv Alm"), ("Allt är nytt.", "Siv Alm"), ("Tystnaden.", "Siv Alm")],
    ),
    (
        "– All musik är personlig, säger Siv Alm.\n\nHur är det nu?\n\n– Allt är nytt. Du måste öva varje dag. Har du tid med det?\n\n– Ibland.",
        [
            ("All musik är personlig", "Siv Alm"),
            ("Allt är nytt. Du måste öva varje dag.", "Siv Alm"),
            ("Ibland.", "Siv Alm"),
        ],
    ),
    # turns that open with a name
    (
        (
            "Samtal med Siv Alm\n\nRut Ek talar med författaren.\n\nRut: När på dagen skriver du?\n\n"
            "Siv: Jag skriver på morgonen.\n\nRut: Vad läser du?\n\nSiv: Jag läser allt."
        ),
        [("Jag skriver på morgonen.", "Siv Alm"), ("Jag läser allt.", "Siv Alm")],
    ),
]

COUNCILS: Rows = [
    # a pronoun right behind its cue
    (
        "Konstnären Siv Alm ställer ut.\n\nOm rollen som lärare säger hon:\n\n– Den är svår.",
        [("Den är svår.", "Siv Alm")],
    ),
    ("Konstnären Siv Alm ställer ut.\n\nEn granne säger:\n\n– Den är fin.", [("Den är fin.", "En granne")]),
    # a fact is nobody's statement
    ("Partierna visade sitt missnöje med det faktum att nämnden får färre ledamöter.", []),
    ("Mätningen visade att nämnden får färre ledamöter.", [("nämnden får färre ledamöter", "Mätningen")]),
    # somebody's view is theirs
    ("Bron är enligt Siv Alms mening farlig.", [("Bron är … farlig", "Siv Alm")]),
    ("Enligt Siv Alms bedömning är bron farlig.", [("är bron farlig", "Siv Alm")]),
    ("Skolan ska enligt kommunens bedömning stängas.", [("Skolan ska … stängas", "kommunen")]),
    ("Enligt Siv Alms rapport är bron farlig.", [("är bron farlig", "Siv Alms rapport")]),
    # who takes the floor in a clause goes on in it
    (
        "Planen ledde till debatt då Per Alm gick till attack mot Skogöpartiet och menade att skolan är hotad.",
        [("skolan är hotad", "Per Alm")],
    ),
    (
        "Rut Sandell blev arg när beskedet kom och menade att det är orimligt.",
        [("det är orimligt", "Rut Sandell")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*COURTS, *MATCHES, *COUNCILS])
def test_whose_words(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected
