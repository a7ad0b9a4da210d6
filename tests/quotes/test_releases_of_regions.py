"""What regions, colleges and the rescue services write: headlines of a role, hosts who are described, plain answers; our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.record import Record

Said = Callable[[str], list[tuple[str, str | None]]]
Read = Callable[[str], Record]
Quotes = list[tuple[str, str | None]]

#: A headline tells whose words it holds, whoever says the same below.
HEADLINES: list[tuple[str, Quotes]] = [
    (
        (
            "Brandchefen: ”Elden är nu släckt”\n\nVid sjutiden meddelade räddningstjänsten att elden är nu släckt.\n\n"
            "– Elden är nu släckt, och alla är hemma, säger Nils Ågren, brandchef."
        ),
        [
            ("Elden är nu släckt", "Nils Ågren"),
            ("elden är nu släckt", "räddningstjänsten"),
            ("Elden är nu släckt, och alla är hemma", "Nils Ågren"),
        ],
    ),
    (
        "Rektorn: ”Vi öppnar på måndag”\n\nKommunen uppger att vi öppnar på måndag.",
        [("Vi öppnar på måndag", "Rektorn"), ("vi öppnar på måndag", "Kommunen")],
    ),
]

#: What belongs to the description of who speaks.
DESCRIBED: list[tuple[str, Quotes]] = [
    (
        "– Bullret har två källor, säger Maja Tornberg, forskare på Sjörådet, och den som leder mätningen.",
        [("Bullret har två källor", "Maja Tornberg")],
    ),
    (
        "– Bullret har två källor, säger Maja Tornberg, hamnchef, och en av dem som byggde kajen.",
        [("Bullret har två källor", "Maja Tornberg")],
    ),
    (
        "– Bron håller, säger Maja Tornberg, hamnchef, och den som tvivlar får komma hit.",
        [("Bron håller … och den som tvivlar får komma hit.", "Maja Tornberg")],
    ),
    (
        "Folk störs av buller från hamnen, enligt Maja Tornberg, forskare på Sjörådet, som leder mätningen.",
        [("Folk störs av buller från hamnen", "Maja Tornberg")],
    ),
    (
        "Bron är, enligt Maja Tornberg, forskare på Sjörådet, i dåligt skick.",
        [("Bron är … i dåligt skick", "Maja Tornberg")],
    ),
    (
        "– Vi får alltid fler gäster när det regnar säger Maja Tornberg som har öppnat kiosken som ska locka fler, en satsning av byn.",
        [("Vi får alltid fler gäster när det regnar", "Maja Tornberg")],
    ),
    (
        "– Vi får alltid fler gäster när det regnar säger bibliotekarie Maja Tornberg som driver kiosken.",
        [("Vi får alltid fler gäster när det regnar", "Maja Tornberg")],
    ),
]

#: What is told of holds a clause with *att*, and is nobody's words.
TOLD_OF: list[tuple[str, Quotes]] = [
    ("Maja Tornberg berättade om hamnen och vinsten med att bron hålls öppen.", []),
    ("Ett sätt är att någon informerade både styrelser och elever om vakten och vinsten med att den behövs.", []),
    ("Maja Tornberg pekar på vikten av att alla hjälps åt.", [("alla hjälps åt", "Maja Tornberg")]),
    ("Maja Tornberg berättade att det finns en vakt.", [("det finns en vakt", "Maja Tornberg")]),
]

#: Two who say it, and when they did.
BOTH: list[tuple[str, Quotes]] = [
    (
        "På kvällen meddelar brandkåren och länsstyrelsen efter ett möte att elden är släckt.",
        [("elden är släckt", "brandkåren; länsstyrelsen")],
    ),
    (
        "I går uppgav kommunen och polisen under en träff att bron är stängd.",
        [("bron är stängd", "kommunen; polisen")],
    ),
]

#: A caption runs on behind the frame, up to its credit.
CAPTIONS: list[tuple[str, Quotes]] = [
    (
        "– Bidragen räcker inte, säger Nils Ågren, kyrkvärd. Skogö kyrka fick mest stöd i fjol. Foto: Maja Tornberg",
        [("Bidragen räcker inte", "Nils Ågren")],
    ),
    (
        "– Bidragen räcker inte, säger Nils Ågren, kyrkvärd. Vi måste få mer. Foto: Maja Tornberg",
        [("Bidragen räcker inte … Vi måste få mer.", "Nils Ågren")],
    ),
]

_INTERVIEW = (
    "Nils Ågren blir hamnchef\n\nAlvsunds hamn gratulerar Nils Ågren som i dag blev utsedd till hamnchef.\n\n"
    "Grattis Nils, hur känns det?\nTack! Jag är både stolt och glad över att få bli hamnchef.\n\n"
    "Du har lett klubben i fyra år. Vad har varit roligast?\nJag tycker att det har varit roligt att bygga kajen.\n\n"
    "Varför blev just du vald till hamnchef?Det får andra svara på. Men jag tror att de såg min vana.\n\n"
    "Vilken blir din första uppgift?\nJag vill lära känna hamnen och mina kolleger."
)


@pytest.mark.parametrize(
    ("text", "quotes"), [*HEADLINES, *DESCRIBED, *TOLD_OF, *BOTH, *CAPTIONS], ids=lambda value: str(value)[:40]
)
def test_whose_words_they_are(said: Said, text: str, quotes: Quotes) -> None:
    assert said(text) == quotes


def test_an_interview_without_dashes_asks_without_du_too(said: Said) -> None:
    assert said(_INTERVIEW) == [
        ("Tack! Jag är både stolt och glad över att få bli hamnchef.", "Nils Ågren"),
        ("Jag tycker att det har varit roligt att bygga kajen.", "Nils Ågren"),
        ("Det får andra svara på. Men jag tror att de såg min vana.", "Nils Ågren"),
        ("Jag vill lära känna hamnen och mina kolleger.", "Nils Ågren"),
    ]
