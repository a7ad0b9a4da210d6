"""Subjects behind nested relative clauses, people in rows, letters and lists of answers: whose words; our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]

#: Who says it stands at the head of the sentence, behind one or two relative clauses.
RELATIVES: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "Advokat Bo Ek som försvarar 19-åringen, som varit häktad sedan i maj, tycker att beslutet är riktigt.",
        [("beslutet är riktigt", "Bo Ek")],
    ),
    (
        "Advokat Bo Ek, som försvarar Per Alm, som är häktad, menar att beslutet är fel.",
        [("beslutet är fel", "Bo Ek")],
    ),
    (
        "Flera barnmorskor som Alvsunds Tidning talat med säger att läget är ohållbart.",
        [("läget är ohållbart", "Flera barnmorskor")],
    ),
    # one clause, or a second main clause
    ("Advokat Bo Ek, som försvarar Per Alm, menar att beslutet är fel.", [("beslutet är fel", "Bo Ek")]),
    ("Per Alm, som är häktad, har en advokat, och Bo Ek menar att beslutet är fel.", [("beslutet är fel", "Bo Ek")]),
]

#: A row of names presents no one of them.
ROWS: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        (
            "På höjden väntar Rut och Bo Sandell på våren.\n\n– Nu är det bara att komma in.\n\n"
            "Rut Sandell manar på korna.\n\n– Jag känner varje ko, säger Rut."
        ),
        [("Nu är det bara att komma in.", "Rut Sandell"), ("Jag känner varje ko", "Rut Sandell")],
    ),
    (
        "På höjden väntar Rut och Bo Sandell på våren.\n\n– Nu är det bara att komma in.\n\nKorna går ut på ängen.",
        [("Nu är det bara att komma in.", None)],
    ),
    (
        (
            "– Det blir en konsert, säger Rut Alm, en av de fyra i gruppen. De övriga är Maj Ek, Kim Lund och Bo Strand.\n\n"
            "– Men vi ska ha kaffe också."
        ),
        [("Det blir en konsert", "Rut Alm"), ("Men vi ska ha kaffe också.", "Rut Alm")],
    ),
    # one of them leads the sentence, or is alone
    (
        "– Det blir en konsert, säger Rut Alm.\n\nMaj Ek har med sig Kim Lund.\n\n– Vi har övat länge.",
        [("Det blir en konsert", "Rut Alm"), ("Vi har övat länge.", "Maj Ek")],
    ),
    (
        "– Det blir en konsert, säger Rut Alm.\n\nPå scenen väntar Maj Ek.\n\n– Vi har övat länge.",
        [("Det blir en konsert", "Rut Alm"), ("Vi har övat länge.", "Maj Ek")],
    ),
]

#: Letters and documents: who gets one has not written it, and what marks hold of a clause is no more than they hold.
LETTERS: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        (
            "Nordtågs vd Bo Ek bad om ursäkt. I ett mejl till Alvsunds Tidning lät det så här: "
            "”Resenärerna förtjänar något bättre än det här”."
        ),
        [("Resenärerna förtjänar något bättre än det här", None)],
    ),
    ("Nordtåg förklarar sig. Anledningen: ”Extrem” vinter. Vagnarna frös fast.", []),
    ("Rektorn: ”Vi behöver fler lärare i höst”.", [("Vi behöver fler lärare i höst", "Rektorn")]),
    ("Bo Ek skriver ”att bron rostar” när han talar om färjan.", [("bron rostar", "Bo Ek")]),
    ("Bo Ek skriver att bron ”rostar” om vintern.", [("bron ”rostar” om vintern", "Bo Ek")]),
    ("I domen slås det fast att kommunen gjorde fel.", [("kommunen gjorde fel", "domen")]),
    ("I rapporten slås fast att bron är i dåligt skick.", [("bron är i dåligt skick", "rapporten")]),
    ("I porten slås fast att dörren är för smal.", []),
    ("Skyddsombudet Bo Ek är nöjd. Ombudets uppgift är att hindra olyckor på lagret.", []),
    ("Skyddsombudets besked är att bron stängs.", [("bron stängs", "Skyddsombudet")]),
    ("Alvsunds kommun har tidigare instämt i kritiken mot att arbetet sker på natten.", []),
    ("Bo Ek säger att arbetet sker på natten.", [("arbetet sker på natten", "Bo Ek")]),
]

#: Bodies without a name, and a second source behind the first.
SOURCES: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "Ordningen slopas. På så sätt minskar konflikterna, enligt arbetsgivarorganisationen.",
        [("På så sätt minskar konflikterna", "arbetsgivarorganisationen")],
    ),
    ("Konflikterna minskar, enligt den nya omorganisationen.", []),
    (
        "Enligt Bo Ek rörde det sig om en liten brand, och enligt Rut Alm fick ingen lämna huset.",
        [("rörde det sig om en liten brand", "Bo Ek"), ("fick ingen lämna huset", "Rut Alm")],
    ),
    (
        "Enligt Bo Ek rörde det sig om en liten brand, och ingen fick lämna huset.",
        [("rörde det sig om en liten brand, och ingen fick lämna huset", "Bo Ek")],
    ),
]

#: Where the frame ends, and where speech goes on behind it.
FRAMES: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "– Tror du att han gick så här? undrade Sten, eller Bo Ek, och drog av sig rocken.",
        [("Tror du att han gick så här?", "Sten")],
    ),
    ("– Vi går i dag, säger Bo Ek, eller så väntar vi.", [("Vi går i dag … eller så väntar vi.", "Bo Ek")]),
    (
        "– De har rört sig mitt i byn, säger Bo Ek, både före och efter rånet.",
        [("De har rört sig mitt i byn … både före och efter rånet.", "Bo Ek")],
    ),
    ("– De har rört sig i byn, säger Bo Ek, polis i Alvsund.", [("De har rört sig i byn", "Bo Ek")]),
    (
        "– Vi bygger i Alvsund, säger Rut Alm (C).Vid mötet berättade man mer. Nu är det klart att husen blir tre.",
        [("Vi bygger i Alvsund", "Rut Alm")],
    ),
]

#: Answers in a list with bullets, and lists that are none.
ANSWERS: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        (
            "Läsarna svarar\n\n• Bo Ek, 18 år, Alvsund: – Jag tycker att vården är viktigast.\n\n"
            "• Rut Alm, 30 år, Alvsund: – Miljön. Vi behöver ta hand om den."
        ),
        [
            ("Jag tycker att vården är viktigast.", "Bo Ek"),
            ("Miljön. Vi behöver ta hand om den.", "Rut Alm"),
        ],
    ),
    ("Priserna\n\n• Bo Ek, Alvsund: – 400 kronor\n\n• Rut Alm, Skogö: – 300 kronor", []),
    ("Program\n\n• Lördag: – Vi åker till Skogö.\n\n• Söndag: – Vi åker hem.", []),
]

#: A surname that the text spells in two ways.
SPELLINGS: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "– Vi har fått tips, säger utredaren Håkan Petterson.\n\n– Vi letar, säger Håkan Pettersson.\n\n– Hör av er, säger Pettersson.",
        [
            ("Vi har fått tips", "Håkan Petterson"),
            ("Vi letar", "Håkan Petterson"),
            ("Hör av er", "Håkan Petterson"),
        ],
    ),
    (
        "– Vi har fått tips, säger utredaren Håkan Petterson.\n\n– Vi letar, säger Siv Pettersson.\n\n– Hör av er, säger Pettersson.",
        [("Vi har fått tips", "Håkan Petterson"), ("Vi letar", "Siv Pettersson"), ("Hör av er", "Siv Pettersson")],
    ),
]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [*RELATIVES, *ROWS, *LETTERS, *FRAMES, *SOURCES, *ANSWERS, *SPELLINGS],
    ids=lambda value: str(value)[:40],
)
def test_whose_words_they_are(said: Said, text: str, quotes: list[tuple[str, str | None]]) -> None:
    assert said(text) == quotes
