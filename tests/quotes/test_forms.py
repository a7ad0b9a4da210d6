"""The forms in which the Swedish press marks speech, a sentence of our own for each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]

CASES = [
    pytest.param(
        "– Vi öppnar den nya badplatsen på lördag, säger Maja Tornberg, enhetschef i Alvsund.",
        [("Vi öppnar den nya badplatsen på lördag", "Maja Tornberg")],
        id="frame last",
    ),
    pytest.param(
        "– Det blev ett klokt beslut, säger Maja Tornberg. Och vi lyssnar gärna på fler synpunkter.",
        [("Det blev ett klokt beslut … Och vi lyssnar gärna på fler synpunkter.", "Maja Tornberg")],
        id="speech resumes behind the frame",
    ),
    pytest.param(
        "– Det viktigaste, säger Tage Brodén, är att ingen blev skadad.",
        [("Det viktigaste … är att ingen blev skadad.", "Tage Brodén")],
        id="frame inside the sentence",
    ),
    pytest.param(
        "– Först gick larmet, säger Rut Sandell. Sedan blev det svart, fortsätter hon. Vi hann knappt ut.",
        [("Först gick larmet … Sedan blev det svart … Vi hann knappt ut.", "Rut Sandell")],
        id="second cue in the same paragraph",
    ),
    pytest.param(
        "– Taket höll hela natten, säger Rut Sandell och tillägger:\n\n- Nu väntar vi på besiktningen.",
        [("Taket höll hela natten", "Rut Sandell"), ("Nu väntar vi på besiktningen.", "Rut Sandell")],
        id="cue carried over a line break",
    ),
    pytest.param(
        "Tage Brodén har varit med förr. Han fortsätter:\n\n– Vi hade inget annat val.",
        [("Vi hade inget annat val.", "Tage Brodén")],
        id="introduced by a colon",
    ),
    pytest.param(
        "– Det är ingen fara för de boende, enligt Nils Ågren.",
        [("Det är ingen fara för de boende", "Nils Ågren")],
        id="dash with enligt",
    ),
    pytest.param(
        "-Våra bullar säljer bäst, säger Rut Sandell.",
        [("Våra bullar säljer bäst", "Rut Sandell")],
        id="tight dash",
    ),
    pytest.param(
        "— Det tar tid, säger Rut Sandell.",
        [("Det tar tid", "Rut Sandell")],
        id="em dash",
    ),
    pytest.param(
        "− Det tar tid, säger Rut Sandell.",
        [("Det tar tid", "Rut Sandell")],
        id="minus sign as dash",
    ),
    pytest.param(
        "”Vi fick aldrig något larm”, säger Nils Ågren, larmchef i Norrhamra.",
        [("Vi fick aldrig något larm", "Nils Ågren")],
        id="same mark at both ends",
    ),
    pytest.param(
        '"Vi fick aldrig något larm", säger Nils Ågren.',
        [("Vi fick aldrig något larm", "Nils Ågren")],
        id="straight marks",
    ),
    pytest.param(
        "»Vi fick aldrig något larm«, säger Nils Ågren.",
        [("Vi fick aldrig något larm", "Nils Ågren")],
        id="guillemets",
    ),
    pytest.param(
        "Nils Ågren säger: ”Vi fick aldrig något larm.”",
        [("Vi fick aldrig något larm.", "Nils Ågren")],
        id="colon and marks",
    ),
    pytest.param(
        "Rut Sandell säger att skolan stängs i höst.",
        [("skolan stängs i höst", "Rut Sandell")],
        id="indirect with att",
    ),
    pytest.param(
        "Skolan måste stängas redan i höst, menar Rut Sandell.",
        [("Skolan måste stängas redan i höst", "Rut Sandell")],
        id="indirect, frame last",
    ),
    pytest.param(
        "Dessutom anser Rut Sandell att kommunen borde ha berättat mer.",
        [("kommunen borde ha berättat mer", "Rut Sandell")],
        id="indirect, inverted",
    ),
    pytest.param(
        "Enligt Rut Sandell ökar risken för varje år.",
        [("ökar risken för varje år", "Rut Sandell")],
        id="enligt first",
    ),
    pytest.param(
        "Risken ökar för varje år, enligt Rut Sandell.",
        [("Risken ökar för varje år", "Rut Sandell")],
        id="enligt last",
    ),
    pytest.param(
        "Den som ror ensam löper enligt Sjörådet dubbelt så stor risk.",
        [("Den som ror ensam löper … dubbelt så stor risk", "Sjörådet")],
        id="enligt inside the clause",
    ),
    pytest.param(
        "– Det räcker inte, menar Rut Sandell och Tage Brodén.",
        [("Det räcker inte", "Rut Sandell; Tage Brodén")],
        id="joint speakers",
    ),
    pytest.param(
        "– Ministern underströk att läget är allvarligt, säger landshövding Rut Sandell.",
        [("Ministern underströk att läget är allvarligt", "Rut Sandell")],
        id="a speech verb inside the quote",
    ),
    pytest.param(
        "– Det går framåt, säger hon och framhåller att bygget ligger i fas. – Vi är snart klara, säger Rut Sandell.",
        [
            ("Det går framåt", "Rut Sandell"),
            ("bygget ligger i fas", "Rut Sandell"),
            ("Vi är snart klara", "Rut Sandell"),
        ],
        id="a report inside the frame",
    ),
    pytest.param(
        "– Väggarna står, säger Rut Sandell och tillägger:\n- Nu återstår taket.",
        [("Väggarna står", "Rut Sandell"), ("Nu återstår taket.", "Rut Sandell")],
        id="a second cue carried over the line's end, a noun as the subject of the words",
    ),
    pytest.param(
        "– Det går framåt, säger hon. – Vi är snart klara, säger Tage Brodén.",
        [("Det går framåt", None), ("Vi är snart klara", "Tage Brodén")],
        id="a man behind is not she",
    ),
    pytest.param(
        "Det luktade rök, berättar Rut Sandell. – Sedan kom lågorna, säger hon. Huset – det tredje i år – brann ner.",
        [("Det luktade rök", "Rut Sandell"), ("Sedan kom lågorna", "Rut Sandell")],
        id="dash inside flattened text, and a parenthesis",
    ),
    pytest.param(
        "Jag är glad för poängen, säger Rut Sandell.\n\nMatchen spelades i regn.\n\n"
        "Vi får ta nya tag, säger Tage Brodén. Men nu ska vi fira.",
        [
            ("Jag är glad för poängen", "Rut Sandell"),
            ("Vi får ta nya tag … Men nu ska vi fira.", "Tage Brodén"),
        ],
        id="the dash is lost",
    ),
    pytest.param(
        "– Det ser ljust ut, säger Rezvan Tahlebi, jurist.",
        [("Det ser ljust ut", "Rezvan Tahlebi")],
        id="a name that no list knows",
    ),
    pytest.param(
        "– Vi är mycket glada, jublar Rut Sandell.",
        [("Vi är mycket glada", "Rut Sandell")],
        id="an unusual cue",
    ),
    pytest.param(
        "– Vi är mycket glada, Rut Sandell, rektor.",
        [("Vi är mycket glada", "Rut Sandell")],
        id="verbless frame",
    ),
    pytest.param(
        "– Allt var över på en minut.\n\nDet säger Nils Ågren, som stod på perrongen.",
        [("Allt var över på en minut.", "Nils Ågren")],
        id="pointer back",
    ),
    pytest.param(
        "Bygget, lovar Eva Ek, blir klart i höst.",
        [("Bygget … blir klart i höst", "Eva Ek")],
        id="a weak cue inside a short clause",
    ),
    pytest.param(
        "Han hoppas, säger Bo Lind, att bron står klar i maj.",
        [("Han hoppas … att bron står klar i maj", "Bo Lind")],
        id="a frame before att",
    ),
    pytest.param(
        "Bron är farlig, heter det i rapporten.",
        [("Bron är farlig", "rapporten")],
        id="a document speaks in plain text",
    ),
    pytest.param(
        "För Rut Sandells del är frågan avgjord.",
        [("är frågan avgjord", "Rut Sandell")],
        id="for somebody's part",
    ),
    pytest.param(
        "– Allt var över på en minut.\n\nLarmet kom vid midnatt.\n\nDet säger Nils Ågren, som stod på perrongen.",
        [("Allt var över på en minut.", "Nils Ågren")],
        id="pointer back over a paragraph",
    ),
    pytest.param(
        "Bron stängs i höst. Det säger Rut Sandell, trafikchef i Norrhamra.",
        [("Bron stängs i höst", "Rut Sandell")],
        id="pointer to a statement",
    ),
    pytest.param(
        "Taxan höjs med tio procent.\n\nDet slog Rut Sandell fast på mötet.",
        [("Taxan höjs med tio procent", "Rut Sandell")],
        id="pointer to a statement over a line break",
    ),
    pytest.param(
        "– Vi hann ut. Huset brann ned. Det säger Rut Sandell och fortsätter:\n\n– Sedan kom polisen.",
        [("Vi hann ut. Huset brann ned.", "Rut Sandell"), ("Sedan kom polisen.", "Rut Sandell")],
        id="pointer behind dash speech that goes on",
    ),
    pytest.param("Kassören uppges ha slutat.", [("Kassören … ha slutat", None)], id="hearsay in the passive"),
    pytest.param("Det ryktas att bolaget flyttar.", [("bolaget flyttar", None)], id="a rumour"),
    pytest.param("Bron ska enligt uppgift säljas.", [("Bron ska … säljas", None)], id="hearsay inside the clause"),
    pytest.param(
        "Enligt uppgift till polisen ska mannen ha hotat en vakt.",
        [("ska mannen ha hotat en vakt", None)],
        id="hearsay told to somebody",
    ),
    pytest.param(
        "Enligt obekräftade uppgifter till Alvsunds Tidning ska bolaget flytta.",
        [("ska bolaget flytta", None)],
        id="hearsay told to a paper",
    ),
    pytest.param(
        "Enligt uppgifter från Sjörådet ökar risken.", [("ökar risken", "Sjörådet")], id="information with its source"
    ),
    pytest.param("Bron är byggd på lera, menade någon annan.", [("Bron är byggd på lera", None)], id="somebody else"),
    pytest.param("Mannen ska ha hotat en vakt.", [("Mannen ska ha hotat en vakt", None)], id="hearsay with ska ha"),
    pytest.param(
        "Rut Sandell säger hon inte visste.",
        [("hon inte visste", "Rut Sandell")],
        id="a bare clause with inte before its verb",
    ),
    pytest.param(
        "”Vi började i maj.\n\n”Sedan kom regnet”, säger Eva Ek.",
        [("Vi började i maj.", "Eva Ek"), ("Sedan kom regnet", "Eva Ek")],
        id="each paragraph opens with a mark, the last one closes",
    ),
    pytest.param(
        "”Vi började i maj.\n\nSedan kom regnet.\n\nNu väntar vi”, säger Eva Ek.",
        [("Vi började i maj.", "Eva Ek"), ("Sedan kom regnet.", "Eva Ek"), ("Nu väntar vi", "Eva Ek")],
        id="one pair of marks over three paragraphs",
    ),
    pytest.param(
        "Tage Brodén säger att bron är ”ett under av envishet”.",
        [("bron är ”ett under av envishet”", "Tage Brodén")],
        id="a mixed quote keeps its closing mark",
    ),
    pytest.param(
        "Eva Ek, vd: Vi är mycket nöjda med året.",
        [("Vi är mycket nöjda med året.", "Eva Ek")],
        id="a name with its title before a colon",
    ),
    pytest.param(
        "– Det blir bra, säger Rut Ek. Varför sökte du jobbet?\n\n– Det var dags.",
        [("Det blir bra", "Rut Ek"), ("Det var dags.", "Rut Ek")],
        id="the reporter's next question run on",
    ),
    pytest.param(
        "”Vi sågar med halv maskin”, skriver vd Margit Altenburg i rapporten.\n\nInga varsel är aktuella, försäkrar vd:n.",
        [("Vi sågar med halv maskin", "Margit Altenburg"), ("Inga varsel är aktuella", "Margit Altenburg")],
        id="vd:n is who has been called vd",
    ),
    pytest.param(
        "”Det är illa”, skriver ombudsman Siv Ekdal.\n\nDet är en klen tröst, tycker Ombudsmannen.",
        [("Det är illa", "Siv Ekdal"), ("Det är en klen tröst", "Siv Ekdal")],
        id="an office with a capital is who holds it",
    ),
    pytest.param(
        "– Målet är klart, säger Camilo Reyes Lindh.\n\n– Det blir bra, säger Reyes Lindh.",
        [("Målet är klart", "Camilo Reyes Lindh"), ("Det blir bra", "Camilo Reyes Lindh")],
        id="both surnames",
    ),
]

NOT_QUOTES = [
    pytest.param("Så kallade ”gröna” lån blir allt vanligare i länet.", id="scare quotes"),
    pytest.param("Filmen ”Vi som aldrig sov” visas på torsdag i Folkets hus.", id="a title"),
    pytest.param("Lars ”Lasse” Ek gör comeback i helgen.", id="a nickname"),
    pytest.param("Branden – den tredje på ett år – släcktes vid midnatt.", id="a parenthesis between dashes"),
    pytest.param("Alvsund vann med 3–1 (2–0) mot Norrhamra.", id="a score"),
    pytest.param("Ta med:\n\n- matsäck\n\n- varma kläder\n\n- ett glatt humör", id="a list with hyphens"),
    pytest.param("I natt väntas -5 grader.", id="degrees below zero"),
    pytest.param("Skolan öppnar 8–16 måndag–fredag.", id="ranges"),
    pytest.param("Skolan läggs ned. Det tror Rut Ek inte på.", id="no pointer: not believed"),
    pytest.param("Skolan läggs ned. Det hoppas Rut Ek.", id="no pointer: only hoped"),
    pytest.param("Var ligger bron? Det vet Rut Ek.", id="no pointer: a question"),
    pytest.param("Hyresgästerna ska ha flyttat senast i maj.", id="ska ha as a demand"),
    pytest.param("Eleverna ska ha lärt sig läsa innan de slutar trean.", id="ska ha as a goal"),
    pytest.param("Mannen som misstänks för stölden är 40 år.", id="a relative clause is no hearsay"),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_form(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", NOT_QUOTES)
def test_no_quote(said: Said, text: str) -> None:
    assert said(text) == []
