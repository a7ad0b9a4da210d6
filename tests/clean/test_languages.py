"""Which language a page is in, on little text."""

from __future__ import annotations

import pytest

from pipeline.stages.clean.languages import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Kommunen öppnar bron igen på torsdag efter ett halvår, säger hon.", "sv"),
        ("Det blev en lugn helg i hela distriktet, uppger polisen.", "sv"),
        ("Elva bilar stod parkerade vid stranden när branden började.", "sv"),
        ("Kommunen åpner broen igjen på torsdag, sier ordfører Kari Ås.", "nb"),
        ("Politiet har pågrepet en mann i førtiårene etter brannen i natt.", "nb"),
        ("Kommunen opnar brua att på torsdag, seier ordføraren. Ho er ikkje uroa.", "nn"),
        ("Kommunen åbner broen igen på torsdag, siger borgmesteren til avisen.", "da"),
        ("Politiet har anholdt en mand i fyrrerne efter branden i nat.", "da"),
        ("Kunta avaa sillan torstaina, sanoo kunnanjohtaja, mutta se ei ole valmis.", "fi"),
        ("– Siltaa on odotettu täällä, sanoo Pirkko Järvelä Hämekylästä. Töitä jää yhä syksylle.", "fi"),
        ("Uusi silta avataan perjantaina, ja lautan liikenne päättyy. Äänestäjät ovat tyytyväisiä.", "fi"),
        ("Ný brú verður opnuð á föstudag, segir bæjarstjórinn. Hún er ekki alveg tilbúin.", "is"),
        ("Nýggja brúgvin letur upp fríggjadagin, sigur borgarstjórin. Hon er ikki heilt liðug.", "fo"),
        ("Björgvin Þórðarson och Ásta Jónsdóttir från Ísafjörður var på besök i Alvsund i går.", "sv"),
        ("Ordinarie i styrelsen: Marit Rönn, Sigurður Þóttisonheir.", "sv"),
        ("Från vänster: Ludvig Nord (ALT), Sulayman Kamara (ALT).", "sv"),
        ("Bostadsbolaget Ljussidans vd Jonas Te lovar bättring.", "sv"),
        ("Väinö Hämäläinen, Pirkko Järvelä och Sirkka-Liisa Yli-Äijälä leder Finska föreningen på orten.", "sv"),
        ("The municipality will open the bridge again on Thursday, she says.", "en"),
        ("Die Gemeinde öffnet die Brücke am Donnerstag wieder, sagt sie.", "de"),
        ("La commune va ouvrir le pont jeudi, dit la maire dans un message.", "fr"),
        ("Мост откроется в четверг, говорит председатель комитета.", "ru"),
        ("Il ponte riapre giovedì, dice la sindaca, ma non è ancora finito del tutto.", "it"),
        pytest.param("lorem ipsum dolor sit amet " * 25, "und", id="no language at all"),
        pytest.param("Maja Ek, Bo Ek, Rut Sandell, Tage Brodén, Hedvig Lans, Nils Ågren", "sv", id="only names"),
        pytest.param("Alvsund–Norrhamra 2–1 (1–0), Sjövik–Alvsund 0–0, Norrhamra–Sjövik 3–3", "sv", id="results"),
        pytest.param("The bridge is closed", "sv", id="too short to tell"),
        pytest.param("", "sv", id="nothing"),
        pytest.param(
            "– It is not the end of the world and we will be back, säger tränaren efter matchen. Laget åker hem på måndag.",
            "sv",
            id="Swedish with a quote in English",
        ),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language
