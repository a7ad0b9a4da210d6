"""Those without a name who speak in local papers, whom a reporter meets, and headlines that say nearly what is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]

UNNAMED: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "somebody rises and says": (
        "Rut Ek driver kvarnen i byn.\n\nEn man ställer sig upp och ropar: – Nu räcker det.",
        [("Nu räcker det.", "En man")],
    ),
    "somebody rises and says, in the block before": (
        "Rut Ek driver kvarnen i byn.\n\nEn kvinna i publiken räcker upp handen och säger:\n\n– Nu räcker det.",
        [("Nu räcker det.", "En kvinna i publiken")],
    ),
    "nobody rises but the meeting": (
        "Rut Ek driver kvarnen i byn.\n\nMötet öppnas och Rut Ek säger:\n\n– Nu räcker det.",
        [("Nu räcker det.", "Rut Ek")],
    ),
    "a man says it in a manner": (
        "Rut Ek driver kvarnen.\n\n– Barnen hör allt. Vad ska de tro?, säger en man upprört.",
        [("Barnen hör allt. Vad ska de tro?", "en man")],
    ),
    "a pupil says it in a manner": (
        "Rut Ek är rektor.\n\n– Det går bra, svarar en elev snabbt.",
        [("Det går bra", "en elev")],
    ),
    "a witness says it": (
        "Rut Ek är rektor.\n\n– Det small, säger ett vittne.",
        [("Det small", "ett vittne")],
    ),
    "somebody tells it to the reporter": (
        "Rut Ek driver kvarnen.\n\n– Det är bra, berättade en tidigare anställd för mig.",
        [("Det är bra", "en tidigare anställd")],
    ),
    "a body writes among other things": (
        "Rut Ek driver kvarnen.\n\n– Läget är svårt, skrev kommunen bland annat i brevet.",
        [("Läget är svårt", "kommunen")],
    ),
    "another person tells and says": (
        "Rut Ek driver kvarnen.\n\nEn annan person berättar att han har haft inbrott.\n\n– Förr låste ingen, säger han.",
        [("han har haft inbrott", "En annan person"), ("Förr låste ingen", "En annan person")],
    ),
    "somebody hurt has told little": (
        "Det var fel, anser åklagaren Per Ek.\n\nMedan vakten har berättat har den misshandlade själv inte sagt mycket.\n\n– Jag minns ingenting, sade han i rätten.",
        [("Det var fel", "Per Ek"), ("Jag minns ingenting", "den misshandlade")],
    ),
    "the woman goes on": (
        "– De ringde, men jag lade på, säger Märta Ekdahl, 82.\n\n– De hotade mig, säger kvinnan som inte vill synas.\n\nHon har en lista.\n\n– Det här är deras nummer.",
        [("De ringde, men jag lade på", "Märta Ekdahl"), ("De hotade mig", "kvinnan"), ("Det här är deras nummer.", "kvinnan")],
    ),
    "not the woman where the narration is on a man": (
        "– De hotade mig, säger kvinnan som inte vill synas.\n\nBo Ek vid polisen leder arbetet. Han vill ha tips.\n\n– Vi har inga spår.",
        [("De hotade mig", "kvinnan"), ("Vi har inga spår.", "Bo Ek")],
    ),
    "a third one whom the paper meets": (
        "– De ringde, men jag lade på, säger Märta Ekdahl, 82.\n\nEn tredje kvinna som Bladet träffar blev av med allt.\n\n– Jag litade på dem.",
        [("De ringde, men jag lade på", "Märta Ekdahl"), ("Jag litade på dem.", "En tredje kvinna")],
    ),
    "one whom we meet": (
        "– Vi sparar, säger Bo Ek.\n\nEn äldre man som vi träffar i kön suckar.\n\n– Jag hinner inte med bussen.",
        [("Vi sparar", "Bo Ek"), ("Jag hinner inte med bussen.", "En äldre man")],
    ),
    "one whom he met": (
        "– Vi sparar, säger Bo Ek.\n\nEn elev som han träffade var ledsen.\n\n– Det är svårt för dem.",
        [("Vi sparar", "Bo Ek"), ("Det är svårt för dem.", "Bo Ek")],
    ),
    "a visitor of whom the words are": (
        "– Vi släcker, säger Bo Ek, brandman.\n\nEn besökare fördes till sjukhus.\n\n– Det är oklart hur hon mår.",
        [("Vi släcker", "Bo Ek"), ("Det är oklart hur hon mår.", "Bo Ek")],
    ),
    "a name that nobody knows": (
        "– Jag såg det, säger Dupont.\n\nBellamy som stod bredvid tyckte att skottet gick utanför. Sedan såg han bilderna.\n\n– Då såg jag att den var det.",
        [("Jag såg det", "Dupont"), ("skottet gick utanför", "Bellamy"), ("Då såg jag att den var det.", "Bellamy")],
    ),
    "two who came": (
        "I Norrhamn fick tre äldre personer brev. I Alvsund fick en man besök av två män. De berättade att de kom från banken.",
        [("de kom från banken", "två män")],
    ),
    "five, who open a sentence": (
        "I Norrhamn greps tre personer. Fem ungdomar hördes. De uppgav att de ville hem till mamma.",
        [("de ville hem till mamma", "Fem ungdomar")],
    ),
}  # fmt: skip

MEANT: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "whom the reporter met answers": (
        "Jag stötte på Peter Alm på träningen i dag.\n\nVi talade om Johan Eks insats.\n\nVad säger du om Johan Eks insats?\n\n– Han gjorde sitt.\n\nHur mår han?\n\n– Han är pigg.",
        [("Han gjorde sitt.", "Peter Alm"), ("Han är pigg.", "Peter Alm")],
    ),
    "whose work was talked about does not": (
        "Peter Alm är på gott humör.\n\nVi talade om Johan Eks insats.\n\nVad säger du om matchen?\n\n– Den var bra.",
        [("Den var bra.", "Peter Alm")],
    ),
    "by whom she came to it": (
        "– Jag var rädd för fisk, säger Rut Ekdahl.\n\nGenom Stefan Alm fick hon in foten i fisket. Han hade en båt.\n\n– Jag jobbade i vården förr.",
        [("Jag var rädd för fisk", "Rut Ekdahl"), ("Jag jobbade i vården förr.", "Rut Ekdahl")],
    ),
    "who is told of by himself": (
        "– Jag var rädd för fisk, säger Rut Ekdahl.\n\nStefan Alm hade en båt. Han köpte den i våras.\n\n– Den läcker lite.",
        [("Jag var rädd för fisk", "Rut Ekdahl"), ("Den läcker lite.", "Stefan Alm")],
    ),
    "a heading's boss is nobody": (
        "Övertid ströks av chefen\n\nRut Ekdahl säger att hon vet hur det är.\n\n– Jag fick ingen lön, säger hon.\n\nChefen för vården i Alvsund säger att lagar ska följas.",
        [("hon vet hur det är", "Rut Ekdahl"), ("Jag fick ingen lön", "Rut Ekdahl"), ("lagar ska följas", "Chefen för vården i Alvsund")],
    ),
    "who goes on is no school": (
        "– Vi vill ha lugn, meddelar Rut Ek via hemsidan, rektor på Åskolan, som fortsätter:\n\n– Alla ska vara trygga.",
        [("Vi vill ha lugn", "Rut Ek"), ("Alla ska vara trygga.", "Rut Ek")],
    ),
    "what she has said and done": (
        "Kommunen har hävdat att tiden räcker och hänvisat till schemat.",
        [("tiden räcker", "Kommunen")],
    ),
    "what she has said that she has done": (
        "Chefen har sagt att hon har läst brevet och svarat på det.",
        [("hon har läst brevet och svarat på det", "Chefen")],
    ),
    "what she has said that a house is": (
        "Chefen har sagt att huset är slitet och målat i grönt.",
        [("huset är slitet och målat i grönt", "Chefen")],
    ),
    "what the head says behind a source": (
        "Enligt läraren var det första larmet falskt men hon berättar att larmet gick två gånger.",
        [("var det första larmet falskt", "läraren"), ("larmet gick två gånger", "läraren")],
    ),
}  # fmt: skip

HEADLINES: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "words in order": (
        "Fukt i huset: ”Rummen är kalla ofta”\n\n– Rummen är kalla och blir utkylda ofta. Jag fryser, säger Rut Ekdahl.\n\n– Vi ser över det, säger Bo Alm.",
        [("Rummen är kalla ofta", "Rut Ekdahl"), ("Rummen är kalla och blir utkylda ofta. Jag fryser", "Rut Ekdahl"), ("Vi ser över det", "Bo Alm")],
    ),
    "a title that nobody says": (
        "Filmen gör succé: ”Vinden över kajens ljus”\n\n– Kajens ljus syns inte i vinden, säger Rut Ek.",
        [("Kajens ljus syns inte i vinden", "Rut Ek")],
    ),
    "a headline without a verb that is pointed at": (
        "”Ett hårt slag mot bygden”\n\nDet säger Rut Ekdahl, som är ledamot i Skogö byalag.",
        [("Ett hårt slag mot bygden", "Rut Ekdahl")],
    ),
    "a sentence stands between headline and pointer": (
        "”Partierna tiger som muren”\n\nKandidaterna är vaga. Det tycker elever runt om i staden.\n\n– Partierna tiger som muren om skolan, säger Rut Ek.",
        [("Partierna tiger som muren", "Rut Ek"), ("Kandidaterna är vaga", "elever"), ("Partierna tiger som muren om skolan", "Rut Ek")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), UNNAMED.values(), ids=UNNAMED.keys())
def test_who_has_no_name_speaks(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(f"Nytt från byn\n\n{text}") == expected


@pytest.mark.parametrize(("text", "expected"), MEANT.values(), ids=MEANT.keys())
def test_who_is_meant_speaks(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(f"Nytt från byn\n\n{text}") == expected


@pytest.mark.parametrize(("text", "expected"), HEADLINES.values(), ids=HEADLINES.keys())
def test_a_headline_is_said_below(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected
