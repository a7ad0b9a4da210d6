"""Speech in trade papers, union and student papers, parish papers and radio: whose it is; our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]

#: Within somebody's own words, or beside them: others who are told of.
TALES: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        (
            "Enkät\n\nRut Lind, kyrkoherde i Alvsund\n\n– Folk frågar mest om orgeln.\n\n"
            "Tage Brolin, kyrkoherde i Skogö\n\n"
            "– Jag stod på torget med en korg. ”Säljer ni svamp?” undrade en av turisterna, han hade bråttom. Så han tog hela korgen av mig.\n\n"
            "Edvin Kvist, kyrkoherde i Norrhamn\n\n"
            "– En vinter höll jag kurs i stickning. Hon hade tappat en maska, sa hon, och ville ge upp. Så jag tog över hennes sticka."
        ),
        [
            ("Folk frågar mest om orgeln.", "Rut Lind"),
            (
                "Jag stod på torget med en korg. ”Säljer ni svamp?” undrade en av turisterna, han hade bråttom. Så han tog hela korgen av mig.",
                "Tage Brolin",
            ),
            (
                "En vinter höll jag kurs i stickning. Hon hade tappat en maska, sa hon, och ville ge upp. Så jag tog över hennes sticka.",
                "Edvin Kvist",
            ),
        ],
    ),
    (
        (
            "Bertil Lund höll i repet.\n\n– Jag släppte taget, berättar han.\n\n"
            "– Kasta över linan, sa de åt skepparen och fick den. Min tanke var att de låg för nära."
        ),
        [
            ("Jag släppte taget", "Bertil Lund"),
            ("Kasta över linan, sa de åt skepparen och fick den. Min tanke var att de låg för nära.", "Bertil Lund"),
        ],
    ),
    (  # a frame by name ends the words, whatever is told in them
        "– Jag hörde en smäll. ”Spring”, ropade Bo Ek. Jag sprang.",
        [("Jag hörde en smäll. ”Spring” … Jag sprang.", "Bo Ek")],
    ),
    (
        "– Jag var där. Han sa ”kom hit”, säger Siv Lund. Jag gick dit.",
        [("Jag var där. Han sa ”kom hit” … Jag gick dit.", "Siv Lund")],
    ),
    (
        "Siv Lund är sångare.\n\n– Det är klart att vi är nöjda, sa hon. Jag trodde aldrig att det skulle gå.",
        [("Det är klart att vi är nöjda … Jag trodde aldrig att det skulle gå.", "Siv Lund")],
    ),
    (  # a colleague who is told of beside her
        (
            "Undersköterskan Lena Wik tog strid för schemat.\n\n– Jag somnade på bussen, säger hon.\n\n"
            "Enligt Lena Wik var hjälpen från kollegorna störst. En jurist har också skrivit brev.\n\n"
            "– De har stått bakom mig hela våren, säger hon."
        ),
        [
            ("Jag somnade på bussen", "Lena Wik"),
            ("var hjälpen från kollegorna störst", "Lena Wik"),
            ("De har stått bakom mig hela våren", "Lena Wik"),
        ],
    ),
    (  # a paragraph about the policewoman alone
        "Grannen Lena Wik såg allt.\n\n– Jag frös, säger hon.\n\nEn polis har bevakat huset i natt.\n\n– Det har varit lugnt, säger hon.",
        [("Jag frös", "Lena Wik"), ("Det har varit lugnt", "En polis")],
    ),
    (  # what the question quotes
        (
            "– Vi är stolta, säger Nils Brandt, sångare i bandet.\n\n"
            "När ni spelade i fjol skrev Kustbladets kritiker Otto Malm hur ni blandar ”dragspel med regn och åska”. Hur låter ni nu?\n\n"
            "– Jag hör mer trummor än förr."
        ),
        [
            ("Vi är stolta", "Nils Brandt"),
            ("hur ni blandar ”dragspel med regn och åska”", "Otto Malm"),
            ("Jag hör mer trummor än förr.", "Nils Brandt"),
        ],
    ),
    (  # drawn from what she says, and nobody's report of its own
        (
            "– På tisdagen kom en granne som sa att hon ville köpa båten, men att den läckte. Det gjorde den, säger Maja Lind.\n\n"
            "På tisdagen kom en granne som sa att hon ville köpa båten, men att den läckte."
        ),
        [
            (
                "På tisdagen kom en granne som sa att hon ville köpa båten, men att den läckte. Det gjorde den",
                "Maja Lind",
            )
        ],
    ),
    (
        "– Det är slut, säger Bo Ek.\n\nChefen sa att det är slut på pengarna.",
        [("Det är slut", "Bo Ek"), ("det är slut på pengarna", "Chefen")],
    ),
]
#: Who is meant.
MEANT: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        (
            "Axel Karlberg (M) angrep Disa Åkerman (S).\n\n– Skatten ska sänkas i vår, sade M-ledaren.\n\n"
            "Stina Bo (KD) talade om vården.\n\n– Vården behöver fler händer, sade KD-ledaren.\n\nGunnar Sjö, V, höll inte med.\n\n"
            "– Det där räcker inte långt, sade vänsterledaren."
        ),
        [
            ("Skatten ska sänkas i vår", "Axel Karlberg"),
            ("Vården behöver fler händer", "Stina Bo"),
            ("Det där räcker inte långt", "Gunnar Sjö"),
        ],
    ),
    (
        "Axel Karlberg (M) och Siv Lund (M) var på plats.\n\n– Skatten ska sänkas, sade M-ledaren.",
        [("Skatten ska sänkas", "M-ledaren")],
    ),
    (
        "Kommunalrådet Axel Karlberg (M) var på plats.\n\n– Skatten ska sänkas, sade M-ledaren.",
        [("Skatten ska sänkas", "M-ledaren")],
    ),
    (
        "Gösta Lind, under många år kassör i Föreningen för bevarande av fyrskepp, FBF, hävdar i ett brev att fartyget läcker.",
        [("fartyget läcker", "Gösta Lind")],
    ),
    (
        "Åklagaren å sin sida anser att mannen ljuger. Åklagare Siv Lund vill häkta honom. Polisen å sin sida hävdar att båten var såld.",
        [("mannen ljuger", "Siv Lund"), ("båten var såld", "Polisen")],
    ),
    ("Kommunen i sin tur hävdar att allt är bra.", [("allt är bra", "Kommunen")]),
    ("Bo Ek bad i sin tur polisen säga att vägen var stängd.", []),
    (
        (
            "– Jag är nöjd med båten, sa Hugo Lind.\n\nLängtan till havet fyllde Rune Alms tal, som han höll i hamnen.\n\n"
            "”Snart är vi på väg igen. Packa lätt.”"
        ),
        [
            ("Jag är nöjd med båten", "Hugo Lind"),
            ("Snart är vi på väg igen. Packa lätt.", "Rune Alm"),
        ],
    ),
    (
        "– Jag trivs, sa Hugo Lind.\n\nEfter Rune Alms mål blev det jubel.\n\n”Vi är bäst i stan. Jag är så glad.”",
        [("Jag trivs", "Hugo Lind"), ("Vi är bäst i stan. Jag är så glad.", "Hugo Lind")],
    ),
]
#: How far the words reach, and what has a speaker at all.
REACH: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "Professor Eva Malm framhåller, när hon visar runt på stationen, att mätningarna ska göras om varje år.",
        [("mätningarna ska göras om varje år", "Eva Malm")],
    ),
    (
        "Polisen uppger, efter att ha hört vittnen, att mannen är häktad.",
        [("mannen är häktad", "Polisen")],
    ),
    ("Bo Ek lovar, om det blir snö, att skotta gården.", []),
    (
        "”Jag är lugn för hösten. Orderboken är full”. Så svarar Strandbos vd Siv Lund på frågan om hon tror att fabriken blir kvar.",
        [("Jag är lugn för hösten. Orderboken är full", "Siv Lund")],
    ),
    ("När grannarna frågade Erik Malm om han ville sköta bryggan sken han upp.", []),
    (
        "När tidningen frågade Siv Lund om hon ville avgå svarade hon att det inte var aktuellt.",
        [("det inte var aktuellt", "Siv Lund")],
    ),
    (
        "När mötet var slut frågade Bo Ek om skolan ska stängas.",
        [("om skolan ska stängas", "Bo Ek")],
    ),
    (
        "Ordförande Siv Lund öppnade mässan med orden ”Här får alla plats med sina båtar.”",
        [("Här får alla plats med sina båtar.", "Siv Lund")],
    ),
    ("Siv Lund bar en skylt med orden ”Vi vill ha vår skola kvar”.", []),
    (
        "Vandringsledaren Ulf Rask är besviken på nämndens svar. ”Den nya stigen leder rakt ut i kärret.”",
        [("Den nya stigen leder rakt ut i kärret.", "Ulf Rask")],
    ),
    ("Siv Lund visar sin nya roman. ”Vinden har vänt i natt.”", []),
    (
        "– Hon sjöng bättre än någonsin, är systerns kommentar om konserten.",
        [("Hon sjöng bättre än någonsin", "systern")],
    ),
    (
        (
            "Köerna växer på sjukhusen i Alvsund.\n\nTT: Kön ringlar ut på gården, vad gör ni?\n\n"
            "Vi öppnar en dörr till på måndag. Och vi tränar på det vi kallar ”snabbspår”, säger Ivar Malm, chef på Alvsunds sjukhus.\n\n"
            "Fler läkare behövs, säger han."
        ),
        [
            (
                "Vi öppnar en dörr till på måndag. Och vi tränar på det vi kallar ”snabbspår”",
                "Ivar Malm",
            ),
            ("Fler läkare behövs", "Ivar Malm"),
        ],
    ),
]


#: Met in a second set of papers.
MORE: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        (
            "– Jag tror på det, säger Anders Holte, körledare.\n\n"
            "Anders Holte känner Alvsunds kantor Karl Wik lite grand. Men kören är ny för honom.\n\n"
            "– Det ska bli roligt, säger han."
        ),
        [("Jag tror på det", "Anders Holte"), ("Det ska bli roligt", "Anders Holte")],
    ),
    (
        (
            "– Båten går klockan sju, säger Siv Lund.\n\nStort stöd\n\n"
            "– Vi lämnar ingen ute i kylan. Det var det enkla beskedet från kommunen."
        ),
        [("Båten går klockan sju", "Siv Lund"), ("Vi lämnar ingen ute i kylan.", "kommunen")],
    ),
    (
        "– Vi hjälper till, säger Siv Lund. Det är inte budskapet från Bo Ek.",
        [("Vi hjälper till … Det är inte budskapet från Bo Ek.", "Siv Lund")],
    ),
    (
        "Enligt länsstyrelsen i Alvsund har bolaget grävt för djupt, rapporterar Radio Norrhamn.",
        [("har bolaget grävt för djupt", "länsstyrelsen i Alvsund")],
    ),
    (
        "Vår granskning visar att många fuskar. Kommunens granskning visar att det går bra.",
        [("det går bra", "Kommunens granskning")],
    ),
    ("– Heja, heja, ekade det från läktaren. Klubben hade vunnit.", [("Heja, heja", "läktaren")]),
    (
        (
            "Hyresgästerna är arga: - Ingen svarar i telefon, säger Siv Lund. Det finns en hiss som aldrig går. "
            "Vi bär ju kassarna själva. Bo Ek, chef på Strandbo, tycker att det är synd. - Vi lagar den i maj, säger han. "
            "Huset är från 1960. Kommunen äger det."
        ),
        [
            (
                "Ingen svarar i telefon … Det finns en hiss som aldrig går. Vi bär ju kassarna själva.",
                "Siv Lund",
            ),
            ("det är synd", "Bo Ek"),
            ("Vi lagar den i maj", "Bo Ek"),
        ],
    ),
    (
        "Nu måste hamnen få en ny kran före vintern konstaterar lotsarna i ett brev.",
        [("Nu måste hamnen få en ny kran före vintern", "lotsarna")],
    ),
    ("Nu säger revisorerna i sin rapport att vården brister.", [("vården brister", "revisorerna")]),
    ("Efter mötet i Alvsund skriver Bo Ek en dikt.", []),
    (
        "– Det går bra, säger Siv Lund och fortsätter:.\n\n– Vi vinner.",
        [("Det går bra", "Siv Lund"), ("Vi vinner.", "Siv Lund")],
    ),
    (
        "Men att stänga biblioteket tycker vd:n Lars Brolin är helt fel väg.",
        [("att stänga biblioteket … är helt fel väg", "Lars Brolin")],
    ),
    (
        "De dyra biljetterna tror mannens advokat blir svåra att sälja.",
        [("De dyra biljetterna … blir svåra att sälja", "mannens advokat")],
    ),
    ("Siv Lund tycker Bo Ek är bra.", [("Bo Ek är bra", "Siv Lund")]),
    ("Alla elever tycker rektorn är bra.", [("rektorn är bra", "Alla elever")]),
    ("Den som tror Bo Ek är hemma har fel. Vad tror Siv Lund blir svårast?", []),
    (
        "Förespråkarna menade att bron gör nytta. Motståndarna påtalade att färjan räcker.",
        [("bron gör nytta", "Förespråkarna"), ("färjan räcker", "Motståndarna")],
    ),
    (
        (
            "Åke Tall ansåg att avgiften är för hög.\n\n– Det drabbar barnen.\n\n"
            "Tall fick flankstöd från partikamraten Per Rask.\n\n– Jag vill ha en lägre taxa i vinter."
        ),
        [
            ("avgiften är för hög", "Åke Tall"),
            ("Det drabbar barnen.", "Åke Tall"),
            ("Jag vill ha en lägre taxa i vinter.", "Per Rask"),
        ],
    ),
    (  # lines in marks, two of them in a voice of their own
        (
            "Redaktören Nils Storm är inte nöjd.\n\n”Vi trodde att bilden var ny, men den var från förra året.”\n\n"
            "En av läsarna var Sigge Kvarn, chefredaktör på Kyrkbladet.\n\n”Det är lätt att vara klok efteråt, och svårt i stunden.”\n\n"
            "Läsarna mötte Nils Storm.\n\n”Vi ska ringa en gång till.”"
        ),
        [
            ("Vi trodde att bilden var ny, men den var från förra året.", "Nils Storm"),
            ("Det är lätt att vara klok efteråt, och svårt i stunden.", "Sigge Kvarn"),
            ("Vi ska ringa en gång till.", "Nils Storm"),
        ],
    ),
    (
        "Skogö museum visar skyltar. Bo Ek har målat dem.\n\n”Den som tiger samtycker till allt.”\n\n”Borta bra men hemma är bäst.”",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*TALES, *MEANT, *REACH, *MORE])
def test_whose_words(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected
