"""What was met in local papers, club pages and magazines: courts, matches, interviews without dashes, captions; our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]
Rows = list[tuple[str, list[tuple[str, str | None]]]]

BO = "– Vi beklagar, säger Bo Ekdal.\n\n"
COUNCIL = [("Vi beklagar", "Bo Ekdal")]

SPEAKERS: Rows = [
    # "Det befarar …" takes up the question before it, and presents nobody
    (
        BO + "Blir villkoren sämre? Det befarar fackliga företrädare.\n\n– Nej, det har vi löst.",
        [*COUNCIL, ("Nej, det har vi löst.", "Bo Ekdal")],
    ),
    (
        "– Det gick fort.\n\nDet säger Nils Ågren, larmchef i Norrhamra.",
        [("Det gick fort.", "Nils Ågren")],
    ),
    # people in a list that is longer than its last members
    (
        "I byn bor Ida Wik, Lars Norén och, längst fram, Siv Lund och Helmer Alm. Dessutom tycker de att farten är för hög.",
        [("farten är för hög", "Ida Wik; Lars Norén; Siv Lund; Helmer Alm")],
    ),
    # "de" are not the two heard last where a third is told of since
    (
        (
            "– Det gick inte, sade Adam Ekdal.\n\n– Jag fortsätter, sade Tove Lund.\n\n"
            "I maj bestämde Ida Wik att de skulle flytta. De menade att det var för få kunder."
        ),
        [("Det gick inte", "Adam Ekdal"), ("Jag fortsätter", "Tove Lund"), ("det var för få kunder", "De")],
    ),
    # a name alone on its lines signs pictures
    (
        BO
        + "Två hållplatser byggs om.\n\nTor Alin\n\nEnligt Bo Ekdal kom beskedet sent.\n\nSkylten sitter kvar i dag.\n\nTor Alin\n\n"
        "– Vi är överkörda, säger han.",
        [*COUNCIL, ("kom beskedet sent", "Bo Ekdal"), ("Vi är överkörda", "Bo Ekdal")],
    ),
    (
        "Tor Alin\n\n– Jag är för en ny bro.\n\nSiv Lund\n\n– Det är jag med.\n\nTor Alin\n\n– Då är vi två om det.",
        [("Jag är för en ny bro.", "Tor Alin"), ("Det är jag med.", "Siv Lund"), ("Då är vi två om det.", "Tor Alin")],
    ),
    # whom the ball or the defeat goes to is told of
    (
        (
            "– Jag är nöjd, säger tränaren Bo Ekdal.\n\nDet rådde brist på mod när det blev straffar och gjorde ont för Hällviks Jon Bergmark.\n\n"
            "– Åtta stycken kände sig som klockrena straffskyttar."
        ),
        [("Jag är nöjd", "Bo Ekdal"), ("Åtta stycken kände sig som klockrena straffskyttar.", "Bo Ekdal")],
    ),
    # one by a pronoun and one by name
    (
        "– Det är tungt, säger Siv Regn.\n\nMen enligt henne och maken Olov Regn är kommunen inte lyhörd.",
        [("Det är tungt", "Siv Regn"), ("är kommunen inte lyhörd", "Siv Regn; Olov Regn")],
    ),
    ("Enligt henne är kommunen inte lyhörd.", [("är kommunen inte lyhörd", None)]),
    # who was asked, not who asked
    (
        (
            "– Han minns dåligt, säger åklagare Linda Ström.\n\nNär Ström frågade som tuffast såg 23-åringen pressad ut.\n\n"
            "– Det jag säger är sant."
        ),
        [("Han minns dåligt", "Linda Ström"), ("Det jag säger är sant.", "23-åringen")],
    ),
    (
        "– Han minns dåligt, säger åklagare Linda Ström.\n\nNär Ström lämnade salen var hon nöjd.\n\n– Det gick bra.",
        [("Han minns dåligt", "Linda Ström"), ("Det gick bra.", "Linda Ström")],
    ),
    # a dash line whose speaker the next one names, of several who were there
    (
        (
            "Paula Nord och Bo Ekdal berättade, medan Hanna Lund gav en bild av läget.\n\nVad händer om det blir oroligt?\n\n"
            "– Det är många på flykt.\n\n– Sedan är det lugnt på boendena, sa Hanna Lund."
        ),
        [("Det är många på flykt.", "Hanna Lund"), ("Sedan är det lugnt på boendena", "Hanna Lund")],
    ),
    ("En av dem beskriver att mannen var rädd.", [("mannen var rädd", "En av dem")]),
    # a frame leads to nothing new, and a sentence in marks is no heading
    (
        (
            "Åklagare Siv Alm ville veta mer.\n\n”Men förstår du att man kan dö?”, fortsatte åklagaren.\n\n"
            "”Jag har inte provat något liknande”.\n\nSedan var det slut för dagen."
        ),
        [("Men förstår du att man kan dö?", "Siv Alm"), ("Jag har inte provat något liknande", None)],
    ),
]

REACH: Rows = [
    # the time when it was said belongs to the frame
    (
        "– Vargen var frisk, sade Stig Svedlund, bara några minuter innan jakten avbröts igen.",
        [("Vargen var frisk", "Stig Svedlund")],
    ),
    (
        "– Vargen, säger Stig Svedlund, är frisk som en nötkärna.",
        [("Vargen … är frisk som en nötkärna.", "Stig Svedlund")],
    ),
    # and what the speaker is engaged in
    (
        "– Ja, det är nytt, säger Moa Fristedt, lokförare och aktiv i nätverket Rör inte min buss.",
        [("Ja, det är nytt", "Moa Fristedt")],
    ),
    # what somebody asked is no report, nor what else the sentence tells
    ("När chefen frågade om hon ville vara med tvekade hon aldrig.", []),
    ("När det gäller lånet menade Siv Alm att det är dyrt.", [("det är dyrt", "Siv Alm")]),
    # marked sentences behind a report go on with it
    (
        'Kvinnan påpekar att det är många barn på gatan. "Ser det som en stor risk för alla och envar."',
        [("det är många barn på gatan", "Kvinnan"), ("Ser det som en stor risk för alla och envar.", "Kvinnan")],
    ),
    (
        "Kvinnan påpekar att det är många barn på gatan. Hon har läst ”Den lilla vägen hem”.",
        [("det är många barn på gatan", "Kvinnan")],
    ),
]

CHAIR = "Några frågor till Claes Ström, ordförande i Hällvik\n\n"
INTERVIEWS: Rows = [
    # a dash before the question and none before the answer
    (
        CHAIR + "-Kan du berätta vem du är?\n\nJag heter Claes och är ny i styrelsen.\n\nVi har två sektioner.\n\n"
        "-Varför har du valt att engagera dig?\n\nJag blev tillfrågad av Göran Risk i valberedningen.",
        [
            ("Jag heter Claes och är ny i styrelsen.", "Claes Ström"),
            ("Vi har två sektioner.", "Claes Ström"),
            ("Jag blev tillfrågad av Göran Risk i valberedningen.", "Claes Ström"),
        ],
    ),
    # no dash at all
    (
        CHAIR
        + "Hur länge har du varit ordförande?\n\nJag valdes i våras.\n\nVad gör du helst?\n\nHelst är jag i skogen.",
        [("Jag valdes i våras.", "Claes Ström"), ("Helst är jag i skogen.", "Claes Ström")],
    ),
    # where the reporter has the last word
    (
        CHAIR
        + "Hur länge har du varit ordförande?\n\nJag valdes i våras.\n\nVad gör du helst?\n\nHelst är jag i skogen.\n\nHällvik bildades 1953.",
        [("Jag valdes i våras.", "Claes Ström"), ("Helst är jag i skogen.", "Claes Ström")],
    ),
    # what a page asks itself
    (
        "Vad gäller om du blir sjuk?\n\nDu anmäler det till chefen.\n\nVad händer om ditt barn blir sjukt?\n\nDå gäller samma sak.",
        [],
    ),
    # one question in somebody's own story
    (
        "Siv Alm lyfter luren.\n\nVill du ha kaffe?\n\nJag nickar och sätter mig ner.",
        [],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*SPEAKERS, *REACH, *INTERVIEWS])
def test_in_a_local_paper(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected


def test_a_headline_in_marks_is_whose_name_stands_behind_its_dash(said: Said) -> None:
    text = "”Vi tappade det i slutet” – Gustav Lind efter derbyförlusten\n\nHällvik förlorade mot Boo.\n\n– Tungt, säger Gustav Lind."
    assert ("Vi tappade det i slutet", "Gustav Lind") in said(text)


COURT = (
    "Åklagare Siv Alm visade kniven.\n\n”Vad tror du händer om man gör så?”, sade hon och vände sig mot {}.\n\n"
    "| Advokat Anders Berg på väg in i rätten.\n\n”Jag hade inte ens en tanke på det”, svarade han."
)


@pytest.mark.parametrize("who", ["mannen", "21-åringen"])
def test_a_pronoun_means_whom_the_text_tells_of_not_a_caption(said: Said, who: str) -> None:
    assert ("Jag hade inte ens en tanke på det", who) in said(COURT.format(who))
