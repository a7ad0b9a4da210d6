"""What was met in press texts and came out wrong once: who speaks, and how far the words reach; our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]

MET: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "a title and its field, then och fortsätter": (
        "– Fler kvinnor behövs, säger Moa Hedlin, projektledare Chefslistan och fortsätter:\n\n– Nu går vi vidare.",
        [("Fler kvinnor behövs", "Moa Hedlin"), ("Nu går vi vidare.", "Moa Hedlin")],
    ),
    "och tillägger behind a body": (
        "– Det är bra, säger Bo Ek, vd Nordbygg AB och tillägger att fler bolag borde följa efter.",
        [("Det är bra", "Bo Ek"), ("fler bolag borde följa efter", "Bo Ek")],
    ),
    "a relative clause with a title in it": (
        "– Vi är nöjda, säger Eva Strut, generalsekreterare för Lottnätet, som tillsammans med Hans Alm, ordförande, överlämnade checken.",
        [("Vi är nöjda", "Eva Strut")],
    ),
    "a title cut short": ("– Det är klart, säger Sten Alm, stf. vd på Nordbygg AB.", [("Det är klart", "Sten Alm")]),
    "a comma inside the marks": (
        '"Jag är stolt över att få leda bolaget," säger Anna Lindqvister. "Vi har en stark organisation."',
        [("Jag är stolt över att få leda bolaget … Vi har en stark organisation.", "Anna Lindqvister")],
    ),
    "a comma inside the marks, and och": (
        "”Jag är stolt över att få leda bolaget,” förklarar Anna Lindqvister, ”och jag vill vidare.”",
        [("Jag är stolt över att få leda bolaget … och jag vill vidare.", "Anna Lindqvister")],
    ),
    "an interview in a paper": (
        "I en intervju med Branschbladet berättar Johanna Skogstig: ”Jag ville bli lärare.”",
        [("Jag ville bli lärare.", "Johanna Skogstig")],
    ),
    "a letter to somebody": (
        "I ett brev till regeringen skriver ordföranden Sven Rask: ”Stoppa planerna nu.”",
        [("Stoppa planerna nu.", "Sven Rask")],
    ),
    "a report": (
        "I rapporten skriver Nordbyggs vd Johanna Skogstig: ”Vi håller högt tempo.”",
        [("Vi håller högt tempo.", "Johanna Skogstig")],
    ),
    "an open letter": (
        "I ett öppet brev till statsministern skriver Anna Rask, ordförande i Hyresnätet: ”Stoppa lagen.”",
        [("Stoppa lagen.", "Anna Rask")],
    ),
    "a motivation": (
        "Karin Alm tilldelas Sydviks kulturpris med motiveringen: ”Karin har gjort biblioteket till hela bygdens vardagsrum.”",
        [("Karin har gjort biblioteket till hela bygdens vardagsrum.", "motiveringen")],
    ),
    "the jury gives its reasons": (
        "Så här motiverar juryn valet av Lisa Sund: ”Hon ser alla.”",
        [("Hon ser alla.", "juryn")],
    ),
    "signed with a dash on the next line": (
        "Sydviks IF meddelar att tränaren Peter Nyberg lämnar klubben.\n\n”Jag vill tacka Peter för det arbete han lagt ner på A-laget”.\n\n-Alexander Ytterholm, Sportchef",
        [
            ("tränaren Peter Nyberg lämnar klubben", "Sydviks IF"),
            ("Jag vill tacka Peter för det arbete han lagt ner på A-laget", "Alexander Ytterholm"),
        ],
    ),
    "signed on the same line": (
        "”Vi ser fram emot en spännande säsong.” – Mia Rosén, lagkapten",
        [("Vi ser fram emot en spännande säsong.", "Mia Rosén")],
    ),
    "two with titles": (
        "– Nu måste regeringen agera, säger Anna Rask, ordförande i Hyresnätet, och Bo Sund, vd för Boföreningen.",
        [("Nu måste regeringen agera", "Anna Rask; Bo Sund")],
    ),
    "a colon line goes on": (
        "VD Johan Hjertonius kommenterar: Vi är mycket nöjda med kvartalet. Orderboken är rekordstor.",
        [("Vi är mycket nöjda med kvartalet. Orderboken är rekordstor.", "Johan Hjertonius")],
    ),
    "a jury": ("Juryn skriver: ”Nils har förändrat branschen.”", [("Nils har förändrat branschen.", "Juryn")]),
    "two parties": (
        "– Beslutet ger oss en trygg vattenförsörjning, säger kommunalråd Lina Fagerholt (S) och oppositionsråd Göran Tingvall (M).",
        [("Beslutet ger oss en trygg vattenförsörjning", "Lina Fagerholt; Göran Tingvall")],
    ),
    "two titles": (
        "– Beslutet ger oss en trygg vattenförsörjning, säger docent Anna Furubom och professor Bo Dalhede.",
        [("Beslutet ger oss en trygg vattenförsörjning", "Anna Furubom; Bo Dalhede")],
    ),
    "three parties": (
        "– Beslutet ger oss en trygg vattenförsörjning, säger Lars Tornhav (M), Eva Lindgärde (C) och Karl Moberg (KD).",
        [("Beslutet ger oss en trygg vattenförsörjning", "Lars Tornhav; Eva Lindgärde; Karl Moberg")],
    ),
    "three with titles": (
        "– Vi väntar, säger Bo Ek, rektor på Åskolan, Siv Alm, biträdande rektor, och Rut Lind, lärare.",
        [("Vi väntar", "Bo Ek; Siv Alm; Rut Lind")],
    ),
    "three with titles in front of the cue": (
        "Bo Ek, rektor, Siv Alm, lärare, och Rut Lind, elev, menar att det går.",
        [("det går", "Bo Ek; Siv Alm; Rut Lind")],
    ),
    "two ages": ("– Det är kul, säger Elsa Lind, 8 år, och Nils Berg, 9 år.", [("Det är kul", "Elsa Lind; Nils Berg")]),
    "both": (
        "– Vattnet stiger, säger både Bo Dalhede och Siv Almered.",
        [("Vattnet stiger", "Bo Dalhede; Siv Almered")],
    ),
    "a party before a colon": (
        "Anna Furubom (S): Vi måste spara pengar.\n\nBo Dalhede (M): Det finns andra vägar än att lägga ner skolor.",
        [("Vi måste spara pengar.", "Anna Furubom"), ("Det finns andra vägar än att lägga ner skolor.", "Bo Dalhede")],
    ),
    "a party, a colon and marks": (
        "Regionrådet Anna Furubom (S): ”Vi måste spara pengar i år.”",
        [("Vi måste spara pengar i år.", "Anna Furubom")],
    ),
    "a party, a colon and a dash": (
        "Anna Furubom (S): – Vi måste spara pengar i år.",
        [("Vi måste spara pengar i år.", "Anna Furubom")],
    ),
    "who comes after somebody": (
        "Anna Furubom har tagit över som chef efter Eva Lindgärde.\n\n– Det är en utmaning, säger hon.",
        [("Det är en utmaning", "Anna Furubom")],
    ),
    "a new boss after another": (
        "Lars Tornhav blir ny chef efter Bo Dalhede.\n\n– Det är en utmaning, säger han.",
        [("Det är en utmaning", "Lars Tornhav")],
    ),
    "an acting head": (
        "– Vi arbetar hårt, säger kommunchef Anna Furubom.\n\nEn tf. rektor tar över.\n\n– Skolan får nya lokaler, säger tf. rektor Bo Dalhede.",
        [("Vi arbetar hårt", "Anna Furubom"), ("Skolan får nya lokaler", "Bo Dalhede")],
    ),
    "a woman without a name": (
        "– Vattnet stiger, säger räddningsledare Anna Furubom.\n\n– Jag fick gå ut genom fönstret, säger en 34-årig kvinna som bor i området.",
        [("Vattnet stiger", "Anna Furubom"), ("Jag fick gå ut genom fönstret", "en 34-årig kvinna")],
    ),
    "an auxiliary before the subject": (
        "– Vattnet stiger, säger räddningsledare Siv Furubom.\n\n– Läget är stabilt, kunde räddningschef Per Alsterud meddela på fredagen.\n\n– Nu är branden släckt, kan insatsledare Karl Moberg konstatera.",
        [
            ("Vattnet stiger", "Siv Furubom"),
            ("Läget är stabilt", "Per Alsterud"),
            ("Nu är branden släckt", "Karl Moberg"),
        ],
    ),
    "questions that name others": (
        "Anna Furubom är ny rektor.\n\nVarför sökte du jobbet?\n\n– Det är en fin skola.\n\nFörra rektorn Bo Dalhede slutade efter kritik. Oroar det dig?\n\n– Nej, inte alls.\n\nKommunalrådet Siv Almered har lovat mer pengar. Tror du på det?\n\n– Ja, det gör jag.",
        [
            ("Det är en fin skola.", "Anna Furubom"),
            ("Nej, inte alls.", "Anna Furubom"),
            ("Ja, det gör jag.", "Anna Furubom"),
        ],
    ),
    "who agrees before a colon": (
        "– Det är viktigt, säger Bo Dalhede och får medhåll av Siv Almered:\n\n– Absolut, det är avgörande.",
        [("Det är viktigt", "Bo Dalhede"), ("Absolut, det är avgörande.", "Siv Almered")],
    ),
    "signed pairs of marks": (
        "”Det blir en fin park.”\nAnna Furubom, parkchef\n\n”Jag kommer att sakna träden.”\nBo Dalhede, granne",
        [("Det blir en fin park.", "Anna Furubom"), ("Jag kommer att sakna träden.", "Bo Dalhede")],
    ),
    "a man without a name": (
        "– Det är ett brutalt brott, sa åklagaren Ida Stål.\n\nMannen nekade till allt.\n\n– Jag var inte där, sa han.",
        [("Det är ett brutalt brott", "Ida Stål"), ("Jag var inte där", "Mannen")],
    ),
    "a woman without a name denies": (
        "– Det är ett brutalt brott, sa åklagaren Bo Stål.\n\nKvinnan nekade till allt.\n\n– Jag var inte där, sa hon.",
        [("Det är ett brutalt brott", "Bo Stål"), ("Jag var inte där", "Kvinnan")],
    ),
    "told to a paper": (
        "Till Granviksbladet säger Kim Dahl:\n\n– Jag längtar till premiären.",
        [("Jag längtar till premiären.", "Kim Dahl")],
    ),
    "any verb and a scene": (
        "– Vi vann, säger Moa Berg.\n\n– Vi förlorade igen, stönar Tim Ryd och skakar på huvudet.",
        [("Vi vann", "Moa Berg"), ("Vi förlorade igen", "Tim Ryd")],
    ),
    "a noun that the speaker owns": (
        "– Vi vann, säger Moa Berg.\n\n– Glöm inte att ha kul på vägen, var borgmästaren Ivar Tolls råd till scouterna.",
        [("Vi vann", "Moa Berg"), ("Glöm inte att ha kul på vägen", "Ivar Toll")],
    ),
    "no report in säga upp": (
        "Förvaltningschefen Staffan Blomdal har sagt upp sig för att i stället börja arbeta på Bergfast.",
        [],
    ),
    "det säger behind a comma": (
        "Bussarna blir fler, det säger trafikdirektör Anna Furubom.",
        [("Bussarna blir fler", "Anna Furubom")],
    ),
    "enligt that is no source, and one that is": (
        "Fyra av tio reservat sköts inte enligt planen, enligt Länsstyrelsen i Alvs län.",
        [("Fyra av tio reservat sköts inte enligt planen", "Länsstyrelsen i Alvs län")],
    ),
    "a source at a body": (
        "Enligt Bo Dalhede på Norrmarks universitet ökar riskerna. Enligt enhetschef Anna Furubom vid Länsstyrelsen i Alvs län är beslutet rätt.",
        [("ökar riskerna", "Bo Dalhede"), ("är beslutet rätt", "Anna Furubom")],
    ),
    "a web site": (
        "Skogsbranden är under kontroll, meddelar räddningstjänsten på sin webbplats.",
        [("Skogsbranden är under kontroll", "räddningstjänsten")],
    ),
    "two auxiliaries": (
        "Regionen skriver till regeringen att den kan och vill ta emot fler patienter.",
        [("den kan och vill ta emot fler patienter", "Regionen")],
    ),
    "speech without its dash": (
        "Anna Furubom blir ny förvaltningschef i Alvsunds kommun.\n\nJag ser fram emot att lära känna alla medarbetare, säger Anna Furubom.\n\nRekryteringen har gjorts av kommundirektören.",
        [("Jag ser fram emot att lära känna alla medarbetare", "Anna Furubom")],
    ),
    "a short line below prose": (
        "Anna Furubom kritiserar Bo Dalhede för att inte ha lyssnat.\n\n– Det är oacceptabelt.",
        [("Det är oacceptabelt.", "Anna Furubom")],
    ),
    "one sentence in two pairs": (
        "”Det är”, säger Siv Ahl, ”en svår fråga.”",
        [("Det är … en svår fråga.", "Siv Ahl")],
    ),
    "a clock before the dash": (
        "10.22 – Jag yrkar på fängelse, säger åklagaren Ida Stål.",
        [("Jag yrkar på fängelse", "Ida Stål")],
    ),
    "decisions in dash lines": (
        "Socialnämnden sammanträdde i går. Ordförande Anna Furubom (S) ledde mötet.\n\n– Godkänna delårsrapporten.\n– Avslå ansökan om bidrag.\n– Anta ny plan för äldreomsorgen.\n\n– Planen ger oss bättre förutsättningar, säger Anna Furubom.",
        [("Planen ger oss bättre förutsättningar", "Anna Furubom")],
    ),
    "named in passing, and in the words": (
        "– Vi är på rätt väg, säger tränaren Arne Kvill.\n\nPiggast i hemmalaget var Nora Stagh, som låg bakom båda målen.\n\n– Nora växer för varje match. Hon vågar utmana nu.",
        [("Vi är på rätt väg", "Arne Kvill"), ("Nora växer för varje match. Hon vågar utmana nu.", "Arne Kvill")],
    ),
    "a genitive inside the narration": (
        "– Vi började bra, säger Ekebros tränare Arne Kvill.\n\nMed Filip Ståhles utvisning i slutet rasade allt.\n\n– Det här svider i kväll, det måste jag säga.",
        [("Vi började bra", "Arne Kvill"), ("Det här svider i kväll, det måste jag säga.", "Arne Kvill")],
    ),
    "told for somebody else": (
        "– Min fru kände igen siffrorna, säger vinnaren till Spelnordens vinnarambassadör Pierre Jonzon.",
        [("Min fru kände igen siffrorna", "vinnaren")],
    ),
    "somebody's trainer": (
        "– Vi växer, säger Moa Lind.\n\nMoa Bergs tränare är stolt.\n\n– Hon är värd det, säger han.",
        [("Vi växer", "Moa Lind"), ("Hon är värd det", "Moa Bergs tränare")],
    ),
    "enligt in the middle of a clause": (
        "Bron är, enligt projektledaren Siv Ahl, i dåligt skick.",
        [("Bron är … i dåligt skick", "Siv Ahl")],
    ),
    "two reports, one speaker": (
        "Skolan är för liten, sade Rut Alm och menade att barnen blir lidande.",
        [("Skolan är för liten", "Rut Alm"), ("barnen blir lidande", "Rut Alm")],
    ),
    "a question that was answered": (
        "Frågan ”vad kostar kalaset” besvarades av kassören Elin Skogh: – Mindre än ni tror, sa hon.",
        [("Mindre än ni tror", "Elin Skogh")],
    ),
    "a frame inside the marks": (
        "”Parken blir fin, säger parkchef Siv Almered. Vi har väntat länge.”",
        [("Parken blir fin … Vi har väntat länge.", "Siv Almered")],
    ),
    "the next paragraph names the speaker": (
        "– Vi ser en ökning av antalet bränder i länet.\n\nDet beror på det torra vädret, säger Anna Furubom, räddningschef.\n\nBo Dalhede är brandingenjör på förbundet.\n\n– Elda inte ute, säger Bo Dalhede.",
        [
            ("Vi ser en ökning av antalet bränder i länet.", "Anna Furubom"),
            ("Det beror på det torra vädret", "Anna Furubom"),
            ("Elda inte ute", "Bo Dalhede"),
        ],
    ),
    "a role that opens the narration": (
        "– Det blir trångt, säger rektor Anna Furubom.\n\nSkolchefen Bo Dalhede lugnar henne.\n\n– Vi får fler rum i höst.\n\nRektorn är ändå tveksam.\n\n– Jag har hört det förut.",
        [
            ("Det blir trångt", "Anna Furubom"),
            ("Vi får fler rum i höst.", "Bo Dalhede"),
            ("Jag har hört det förut.", "Anna Furubom"),
        ],
    ),
    "three in front of the cue": (
        "Lars Ek, Eva Alm och Karl Sund säger att skatten ska sänkas.",
        [("skatten ska sänkas", "Lars Ek; Eva Alm; Karl Sund")],
    ),
    "three parties in a joint statement": (
        "Anna Furubom (M), Bo Dalhede (C) och Siv Almered (KD) säger i ett gemensamt uttalande:\n\n– Vi tar ansvar.",
        [("Vi tar ansvar.", "Anna Furubom; Bo Dalhede; Siv Almered")],
    ),
    "two titles and parties in front of the cue": (
        "Regionrådet Anna Furubom (M) och oppositionsrådet Bo Dalhede (S) säger att skatten ska sänkas.",
        [("skatten ska sänkas", "Anna Furubom; Bo Dalhede")],
    ),
    "a club's coach before a colon": (
        "Bo Frid, Solbergas tränare: Jag är besviken på domaren.",
        [("Jag är besviken på domaren.", "Bo Frid")],
    ),
    "marks that close two paragraphs on": (
        'Eva Rask, vd på Nordbygg, kommenterar: "Året var bra.\n\nOrderboken är rekordstor.\n\nVi bygger ut."',
        [("Året var bra.", "Eva Rask"), ("Orderboken är rekordstor.", "Eva Rask"), ("Vi bygger ut.", "Eva Rask")],
    ),
    "the new one": (
        (
            "Nordbyggs vd Eva Ek går i pension. Till ny vd har styrelsen utsett Sven Rask.\n\n"
            "– Jag ser fram emot uppdraget, säger den nye vd:n."
        ),
        [("Jag ser fram emot uppdraget", "Sven Rask")],
    ),
    "the one who goes": (
        (
            "Nordbyggs styrelse har utsett Sven Rask till ny vd efter Eva Ek.\n\n– Jag är hedrad, säger han.\n\n"
            "– Det har varit fantastiska år, säger avgående vd:n."
        ),
        [("Jag är hedrad", "Sven Rask"), ("Det har varit fantastiska år", "Eva Ek")],
    ),
    "a hyphen inside text that was run together": (
        (
            "Hamnchefen Vera Tollin är arg över beskedet. - Nu blir det ingen färja i sommar. Det är illa.\n\n"
            "Det blir en ny omröstning i mars."
        ),
        [("Nu blir det ingen färja i sommar. Det är illa.", "Vera Tollin")],
    ),
    "questions that report what others say": (
        (
            "Socialchefen Lena Brodd svarar på kritiken.\n\nKommunalrådet Bo Lind säger att du borde avgå?\n\n"
            "– Det får stå för honom.\n\nFacket hävdar att du har ljugit, stämmer det?\n\n– Nej, det stämmer inte."
        ),
        [("Det får stå för honom.", "Lena Brodd"), ("Nej, det stämmer inte.", "Lena Brodd")],
    ),
    "a man without a name, and his lawyer": (
        "Mannen nekar. ”Jag var inte där”, sa han i rätten.\n\nAdvokaten Nils Rehn ska överklaga domen.",
        [("Jag var inte där", "Mannen")],
    ),
    "a goal scorer by position": (
        "Erik Ekman gjorde två mål när Boda IF vann mot Alvik.\n\n– Det var skönt, säger mittbacken.",
        [("Det var skönt", "Erik Ekman")],
    ),
    "an age that the text has told": (
        "Lisa Sten, 34, öppnar butik med Moa Alm.\n\n– Jag ville något annat, säger 34-åringen.",
        [("Jag ville något annat", "Lisa Sten")],
    ),
    "a player's age, behind what the coach said": (
        (
            "Tränaren Jonas Erling var besviken.\n\n– Det är dåligt.\n\nGästernas hjälte Ali Rahim gjorde två mål.\n\n"
            "– Helt sjukt, sa 19-åringen."
        ),
        [("Det är dåligt.", "Jonas Erling"), ("Helt sjukt", "Ali Rahim")],
    ),
    "an age between two players": (
        (
            "Målvakten Jonas Erling var besviken.\n\n– Det är dåligt.\n\nAli Rahim och Tor Dahl gjorde mål.\n\n"
            "– Helt sjukt, sa 19-åringen."
        ),
        [("Det är dåligt.", "Jonas Erling"), ("Helt sjukt", "19-åringen")],
    ),
    "a daughter without a surname laughs": (
        (
            "Lars Berg minns sommaren. Dottern Malin hjälper till.\n\n– Då kom tusen gäster, säger Lars Berg.\n\n"
            "Malin skrattar.\n\n– Det får du aldrig göra om."
        ),
        [("Då kom tusen gäster", "Lars Berg"), ("Det får du aldrig göra om.", "Malin")],
    ),
    "by what somebody is called": (
        'Lars "Lasse" Berg säljer campingen till dottern Malin.\n\n– Hon är bättre än jag, konstaterar Lasse torrt.',
        [("Hon är bättre än jag", 'Lars "Lasse" Berg')],
    ),
    "good advice is not she": (
        "– De är skickliga, säger utredaren Malin Fager.\n\nRådet är tydligt: Lägg på luren.\n\n– Banken ringer aldrig, säger hon.",
        [("De är skickliga", "Malin Fager"), ("Banken ringer aldrig", "Malin Fager")],
    ),
    "a decision is not whom it is about": (
        "Banken har beslutat att inte ersätta Sven Alm. ”Kunden har varit oaktsam”, heter det i beslutet.",
        [("Kunden har varit oaktsam", "beslutet")],
    ),
    "who is called by name answers": (
        (
            "Roffe Sandell minns. Hustrun Lena kommer in.\n\n– Berätta om polisen, Roffe, säger hon.\n\n– Jo, jag körde för fort.\n\n"
            "Han ångrar ingenting.\n\n– Pengar är pengar."
        ),
        [
            ("Berätta om polisen, Roffe", "Lena"),
            ("Jo, jag körde för fort.", "Roffe Sandell"),
            ("Pengar är pengar.", "Roffe Sandell"),
        ],
    ),
    "a brother's name calls nobody": (
        (
            "Roffe Sandell har en bror, Kalle. Lena Ek kommer in.\n\n– Det där är hans bror, Kalle, säger Lena Ek.\n\n"
            "– Han är bäst."
        ),
        [("Det där är hans bror, Kalle", "Lena Ek"), ("Han är bäst.", "Lena Ek")],
    ),
    "a paper that reaches the speaker": (
        "– Det finns rättvisa! utbrister Kent Vik, när Alvsundsposten når honom på fjället.",
        [("Det finns rättvisa!", "Kent Vik")],
    ),
    "brothers by their surname": (
        "Emil och Oskar Kvist driver krogen.\n\n– Vi bråkar, säger bröderna Kvist.",
        [("Vi bråkar", "Emil Kvist; Oskar Kvist")],
    ),
    "sisters without their surname": (
        "Ida och Eva Kvist driver krogen.\n\n– Vi bråkar, säger systrarna.",
        [("Vi bråkar", "Ida Kvist; Eva Kvist")],
    ),
    "brothers who are not those two": (
        "Emil Ek och Oskar Kvist driver krogen.\n\n– Vi bråkar, säger bröderna.",
        [("Vi bråkar", "bröderna")],
    ),
    "a changed name in marks, by her age": (
        "Diakonen Mirjam Holt hjälper till. En av dem som har fått stöd är ”Sara”, 34.\n\n– Jag skämdes, säger hon.",
        [("Jag skämdes", "Sara")],
    ),
    "an age that nobody is told to have": (
        "Erik Ekman och Tor Dahl gjorde målen.\n\n– Det var skönt, säger 24-åringen.",
        [("Det var skönt", "24-åringen")],
    ),
    "somebody else of that age": (
        "Erik Ekman körde bilen. En 24-åring såg kraschen.\n\n– Det small, säger 24-åringen.",
        [("Det small", "24-åringen")],
    ),
    "a mother of two": (
        "Lisa Sten och Per Rask bor granne med bygget.\n\n– Det bullrar, säger tvåbarnsmamman.",
        [("Det bullrar", "Lisa Sten")],
    ),
    "a changed name in marks": (
        "”Lena” bor i Boda.\n\n– Jag vågar inte gå ut, säger ”Lena”.",
        [("Jag vågar inte gå ut", "Lena")],
    ),
    "a typist's dash and marks": (
        "-- Det här är fel väg, säger Anna Ek (S).\n\n''Vi måste satsa mer'', säger Bo Dal (M).",
        [("Det här är fel väg", "Anna Ek"), ("Vi måste satsa mer", "Bo Dal")],
    ),
    "a dash behind vd and its stop": (
        "– Vi är glada, säger Bo Ek, vd. – Nu bygger vi.",
        [("Vi är glada", "Bo Ek"), ("Nu bygger vi.", "Bo Ek")],
    ),
    "no comma before the cue": (
        "Det är inte lätt att vara ny menar Eva Strand som är rektor på skolan.",
        [("Det är inte lätt att vara ny", "Eva Strand")],
    ),
    "no comma before the cue and a pronoun": (
        "Tränaren Mats Ros var nöjd. Det var en bra insats tyckte han.",
        [("Det var en bra insats", "Mats Ros")],
    ),
    "no comma, but a verb in second place": ("Läraren som alla minns berättar Bo Ek om i boken.", []),
    "what he is said to have shouted": (
        "Mannen ska ha ropat: ”Ge mig pengarna!”",
        [("Ge mig pengarna!", "Mannen")],
    ),
    "the cue glued to the full stop": (
        "– Pengarna går till forskningen.säger fondens generalsekreterare Stig Alm.\n\n– Tack, säger Rut Ek.",
        [("Pengarna går till forskningen.", "Stig Alm"), ("Tack", "Rut Ek")],
    ),
    "även opens no subordinate clause": (
        "Även bolagets behov har beaktats, säger föreningens förhandlare Stig Alm.",
        [("Även bolagets behov har beaktats", "Stig Alm")],
    ),
    "nor does a preposition": (
        "Efter sommaren öppnar bron igen, säger Stig Alm. Trots kritiken rivs lokstallet, säger Rut Ek.",
        [("Efter sommaren öppnar bron igen", "Stig Alm"), ("Trots kritiken rivs lokstallet", "Rut Ek")],
    ),
    "även om and efter att do": (
        "Även om bron stängs, säger Stig Alm inget. Efter att den rivits, sade Rut Ek ja.",
        [],
    ),
    "some whom nobody named do not speak on": (
        "– Vi bygger nu, säger Stig Alm, vd på Nordbygg AB.\n\nEn del handlare uppger att varorna är på väg.\n\n– Det finns en stark tro på att läget blir bättre.",
        [
            ("Vi bygger nu", "Stig Alm"),
            ("varorna är på väg", "En del handlare"),
            ("Det finns en stark tro på att läget blir bättre.", "Stig Alm"),
        ],
    ),
    "one whom nobody named does": (
        "– Vi bygger nu, säger Stig Alm, vd på Nordbygg AB.\n\nEn handlare uppger att varorna är slut.\n\n– Det gick fort.",
        [("Vi bygger nu", "Stig Alm"), ("varorna är slut", "En handlare"), ("Det gick fort.", "En handlare")],
    ),
    "an adverbial opens the second clause": (
        "I februari svarade få och i årets enkät uppger nu 71 procent av företagen att resorna är färre.",
        [("resorna är färre", "71 procent av företagen")],
    ),
    "a share with its sign behind the cue": (
        "I årets enkät uppger nu 71% av företagen att resorna är färre.",
        [("resorna är färre", "71% av företagen")],
    ),
    "a share with its sign that is what was said": (
        "I enkäten svarar 71 % ja. Det uppger rektorn Bo Ek.",
        [("I enkäten svarar 71 % ja", "Bo Ek")],
    ),
    "a role and its place open the second clause": (
        "I februari svarade få och chefen på kontoret uppger att resorna är färre.",
        [("resorna är färre", "chefen på kontoret")],
    ),
    "a description without its second comma, above the words": (
        "Stig Alm (S), oppositionsråd för Socialdemokraterna i Alvsund kommenterar:\n\nSom vanligt blir det bidrag. Vi vill ha en bro.",
        [("Som vanligt blir det bidrag. Vi vill ha en bro.", "Stig Alm")],
    ),
    "what is gone on with": (
        "Nordbygg fortsätter att specialisera verksamheten och visar i dag en organisation som innebär att två bolag säljs.",
        [],
    ),
    "fortsätter and a clause": ("Bo Ek fortsätter med att berätta att bron rivs.", [("bron rivs", "Bo Ek")]),
    "a title behind enligt and a whole clause": (
        "Att Alvsund blev först har två förklaringar, enligt Stig Alm, rektor vid Sjöskolan och professor i kirurgi.",
        [("Att Alvsund blev först har två förklaringar", "Stig Alm")],
    ),
    "a bracket at the end": (
        "Bergfast AB meddelar i dag att bolaget köper aktierna från Nordvind AB (publ). Det är klart.",
        [("bolaget köper aktierna från Nordvind AB (publ)", "Bergfast AB")],
    ),
    "a bracket around it all": (
        "Mötet blev kort (rektorn Siv Alm säger att skolan stängs).",
        [("skolan stängs", "Siv Alm")],
    ),
    "who gives a comment": (
        "Sedan vd Bo Ek valts i Nordvind lämnar Bergfasts ordförande Siv Alm följande kommentar: ”Vi är nöjda. Jag tackar honom.”",
        [("Vi är nöjda. Jag tackar honom.", "Siv Alm")],
    ),
    "who is commented on": (
        "Bo Ek får följande kommentar av Siv Alm: ”Det är inte klokt. Jag är besviken.”",
        [("Det är inte klokt. Jag är besviken.", "Siv Alm")],
    ),
    "two titles and a comma before the name, and in what": (
        "”Vi är nöjda med affären”, säger Bergfasts VD och koncernchef, Bo Ek i en kommentar.",
        [("Vi är nöjda med affären", "Bo Ek")],
    ),
    "a bullet, and nobody who goes on": (
        "• 45 procent anser att beskedet var dåligt.\n\n– Vi är oroliga. Det tar vi på allvar.\n\n– Nu får det bli ett slut, säger Siv Alm.",
        [
            ("beskedet var dåligt", "45 procent"),
            ("Vi är oroliga. Det tar vi på allvar.", "Siv Alm"),
            ("Nu får det bli ett slut", "Siv Alm"),
        ],
    ),
}


@pytest.mark.parametrize("case", MET)
def test_whose_words_they_are(said: Said, case: str) -> None:
    text, expected = MET[case]
    assert said(text) == expected
