"""Talks in turns, who breaks in, clubs before names, and sources that are none; our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]
Rows = list[tuple[str, list[tuple[str, str | None]]]]

#: Turns that open with initials.
INITIALS: Rows = [
    (
        (
            "Henrik Sundberg och Stina Tagemark leder Alvsunds studentkår.\n\nVad gör ni?\n\n"
            "ST – Vi sitter i möten.\n\nHS – Precis, och vi delar ut kaffe."
        ),
        [("Vi sitter i möten.", "Stina Tagemark"), ("Precis, och vi delar ut kaffe.", "Henrik Sundberg")],
    ),
    (
        "Rektor Anna-Karin Ek möter Bo Alm.\n\nMB: Hur går det?\n\nAKE: Det går bra.\n\nBA: Ja, mycket.\n\nMB: Och sedan?\n\nAE: Vi bygger.",
        [("Det går bra.", "Anna-Karin Ek"), ("Ja, mycket.", "Bo Alm"), ("Vi bygger.", "Anna-Karin Ek")],
    ),
    # what two people share, and letters of something else
    ("Siv Tall och Sten Torp vann.\n\nST – Vi spelade bra.\n\nST – Vi hade tur.", []),
    ("Rune Ek och Bo Alm har gjort en ordlista.\n\nAB – Aktiebolag.\n\nHB – Handelsbolag.", []),
]

#: Questions that are dash lines, and the reporter's turns between them that ask nothing.
TURNS: Rows = [
    (
        (
            "Hej, Siv Sandell!\n\n– Ni spelar fars, hur är det?\n\n– Ren njutning.\n\n– Berätta om pjäsen.\n\n– Den är ny.\n\n"
            "– Hur valde ni?\n\n– Vi röstade.\n\n– Ni är ute i salongen också.\n\n– Ja, folk blir förvånade."
        ),
        [
            ("Ren njutning.", "Siv Sandell"),
            ("Den är ny.", "Siv Sandell"),
            ("Vi röstade.", "Siv Sandell"),
            ("Ja, folk blir förvånade.", "Siv Sandell"),
        ],
    ),
    # an answer to a question, and words that somebody is said to say
    (
        "Siv Sandell är skådespelare.\n\nVad säger du till de unga?\n\n– Du måste våga.\n\n– Du måste öva också.\n\n– Det tar tid.",
        [("Du måste våga.", "Siv Sandell"), ("Du måste öva också.", "Siv Sandell"), ("Det tar tid.", "Siv Sandell")],
    ),
    (
        "Skogöpartiet: ”Vi vill ha en bro”\n\nSkogöpartiet företräds av Siv Alm i nämnden.\n\nBeskriv ert parti.\n\n– Vi är få.\n\nVad vill ni?\n\n– Bygga.",
        [("Vi vill ha en bro", "Skogöpartiet"), ("Vi är få.", "Siv Alm"), ("Bygga.", "Siv Alm")],
    ),
]

#: Who breaks in, flicks in or tells those who listen.
BREAKING_IN: Rows = [
    (
        "Siv Alm och Rune Ek minns.\n\nEfter att Rune läst upp hela dikten på skånska bröt Siv in:\n\n– Nej, nu räcker det.",
        [("Nej, nu räcker det.", "Siv Alm")],
    ),
    (
        "Siv Alm och Rune Ek minns.\n\nEfter lite tvekan fyller Rune i:\n\n– Jo, faktiskt.",
        [("Jo, faktiskt.", "Rune Ek")],
    ),
    (
        "Siv Alm och Rune Ek bjuder på kaffe, och efter en stund flikar Siv in att kakorna är slut.",
        [("kakorna är slut", "Siv Alm")],
    ),
    (
        "Siv Alm välkomnade Rune Ek och berättade för lyssnarna att hon längtat.",
        [("hon längtat", "Siv Alm")],
    ),
    ("Siv Alm fyller i en blankett och säger att det går fort.", [("det går fort", "Siv Alm")]),
    ("Siv Alm skrattar så att det hörs.", []),
]

#: Clubs and what somebody is in one.
CLUBS: Rows = [
    (
        "– Det är tungt, säger Norrhamn IBK:s tvåmålsskytt Mattias Lindh och fortsätter:\n\n– I dag var det svart.",
        [("Det är tungt", "Mattias Lindh"), ("I dag var det svart.", "Mattias Lindh")],
    ),
    ("– Vi slet, säger Skogö IF:s poängkung Bo Ekdahl.", [("Vi slet", "Bo Ekdahl")]),
    ("– Vi slet, säger en glad Gamla Hamn-tränare i Fabian Strandh.", [("Vi slet", "Fabian Strandh")]),
    ("– Vi slet, säger Gamla Hamn-tränaren David Lund.", [("Vi slet", "David Lund")]),
    ("– Vi slet, skriver Skogö IF på sin hemsida.", [("Vi slet", "Skogö IF")]),
    (
        "Filippa Eriksén gjorde två mål.\n\n– Det gick som på räls, sa talangen efter andra akten.",
        [("Det gick som på räls", "Filippa Eriksén")],
    ),
    (
        "Filippa Eriksén gjorde två mål.\n\n– Vi slet, sa skyttedrottningen efter slutsignalen.",
        [("Vi slet", "Filippa Eriksén")],
    ),
]

#: Who was there and goes on; what a sentence opens with, and what is denied.
SOURCES: Rows = [
    (
        (
            "Polisen larmades, enligt Rune Ek, presstalesperson.\n\nEtt vittne berättar att han rastade hunden.\n\n"
            "– Jag ser att det är avspärrat, säger han."
        ),
        [
            ("Polisen larmades", "Rune Ek"),
            ("han rastade hunden", "Ett vittne"),
            ("Jag ser att det är avspärrat", "Ett vittne"),
        ],
    ),
    (
        "Angående de långa väntetiderna tillägger Skogö kommun att de ska kortas.",
        [("de ska kortas", "Skogö kommun")],
    ),
    (
        "Centerpartiets Agneta Brodén, ordförande i Skogö båtsällskap, SBS, förklarar att hamnen är full.",
        [("hamnen är full", "Agneta Brodén")],
    ),
    ("Grannen håller inte med om att lönen är hög.", []),
    ("Grannen håller med om att lönen är hög.", [("lönen är hög", "Grannen")]),
    ("Advokaten får 1 104 kronor, enligt en av regeringen fastställd norm.", []),
    (
        "Enligt en av kommunen beställd utredning är bron farlig.",
        [("är bron farlig", "en av kommunen beställd utredning")],
    ),
    ("Taket läcker, enligt en av kommunens byggchefer.", [("Taket läcker", "en av kommunens byggchefer")]),
    (
        "Alvsunds förenade studenter (AFS) har räknat. Enligt AFS rapport tar det två år att få en lägenhet.",
        [("tar det två år att få en lägenhet", "AFS rapport")],
    ),
]


#: Where a report ends, and bodies whose words *man* says.
ENDS: Rows = [
    (
        "Rune Ek säger att det är bra. (Bilden är beskuren.) Foto: TT",
        [("det är bra", "Rune Ek")],
    ),
    (
        "Byggfacket kräver att alla som vill slippa ska faxa. (Bilden är äldre.)Foto: TT",
        [("alla som vill slippa ska faxa", "Byggfacket")],
    ),
    (
        "Rektor Ulla Schmitz säger att skolan är trygg, men det anser inte föräldern Siv Lindal.",
        [("skolan är trygg", "Ulla Schmitz")],
    ),
    (
        "Rektor Ulla Schmitz säger att skolan är trygg, men att det kan bli bättre.",
        [("skolan är trygg, men att det kan bli bättre", "Ulla Schmitz")],
    ),
    (
        "Bron ska enligt förslaget som nämnden röstade om i maj rivas före jul.",
        [("Bron ska … rivas före jul", "förslaget")],
    ),
    (
        "Skolan läggs ned. Det meddelade rektorn på en presskonferens i dag.",
        [("Skolan läggs ned", "rektorn")],
    ),
    (
        "Fackförbundet Kommunal gör en annan läsning:\n\n”Medlarna skyndar långsamt och dricker kaffe”, skriver man i sitt brev.",
        [("Medlarna skyndar långsamt och dricker kaffe", "Kommunal")],
    ),
    (
        "Kommunal gör en annan läsning än Skogö kommun:\n\n”Medlarna skyndar långsamt och dricker kaffe”, skriver man i sitt brev.",
        [("Medlarna skyndar långsamt och dricker kaffe", "man")],
    ),
    (
        "Skånbladet går back.\n\n– Nej, säger Skånbladets tillförordnade vd Johan Krönqvist.",
        [("Nej", "Johan Krönqvist")],
    ),
]

#: Words that one can read somewhere, whoever wrote them.
READ: Rows = [
    (
        "Byalaget har skrivit till nämnden. ”Bron är farlig, och vi har väntat i sju år”, går det att läsa.\n\nNämnden svarar i maj.",
        [("Bron är farlig, och vi har väntat i sju år", None)],
    ),
    ("Brevet är långt. I slutet går det att läsa om bron.", []),
]

#: A talk whose turns open with a name: all of a turn's paragraph; a line that opens so alone may go on in narration.
NAMED_TURNS: Rows = [
    (
        (
            "Rune Åhlén: Den som väntar han får se dem komma ut på isen. Och sen kastar han nätet.\n\nRune är sällan hemma.\n\n"
            "Rune Åhlén: Ja, det var kallt."
        ),
        [
            ("Den som väntar han får se dem komma ut på isen. Och sen kastar han nätet.", "Rune Åhlén"),
            ("Ja, det var kallt.", "Rune Åhlén"),
        ],
    ),
    (
        "Rune Åhlén: Jag är nöjd. Han vann i fjol också.\n\nRune är sällan hemma.",
        [("Jag är nöjd.", "Rune Åhlén")],
    ),
]


#: Who is named in a dash question is spoken of; and a trainer by the club.
SPOKEN_OF: Rows = [
    (
        (
            "Hej, Siv Sandell!\n\n– Ni spelar fars, hur är det?\n\n– Ren njutning.\n\n– Varför lät ni Martin bli kung?\n\n"
            "– Vår regissör är från Norrhamn.\n\nOch han ville ha en ny kung.\n\n– Men kungen är liten."
        ),
        [
            ("Ren njutning.", "Siv Sandell"),
            ("Vår regissör är från Norrhamn.", "Siv Sandell"),
            ("Men kungen är liten.", "Siv Sandell"),
        ],
    ),
    (
        "I paus var IFK-tränaren både glad och trött.\n\n– Vi orkar springa, säger han och fortsätter:\n\n– Backarna är snabba.",
        [("Vi orkar springa", "IFK-tränaren"), ("Backarna är snabba.", "IFK-tränaren")],
    ),
]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [*INITIALS, *TURNS, *BREAKING_IN, *CLUBS, *SOURCES, *ENDS, *NAMED_TURNS, *SPOKEN_OF, *READ],
    ids=lambda value: str(value)[:40],
)
def test_whose_words_they_are(said: Said, text: str, quotes: list[tuple[str, str | None]]) -> None:
    assert said(text) == quotes
