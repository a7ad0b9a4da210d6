"""Who gets the word, whom narration comes back to, and where a frame, or a source, ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Pipeline
from pipeline.article import Page

Said = Callable[[str], list[tuple[str, str | None]]]

WHO: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "some of ten tenants, beside their counsel": (
        "– Nej, säger Bo Ek, ombud för hyresgästerna.\n\nMånga är oroliga. Åtta av tio hyresgäster befarar att de måste flytta.",
        [("Nej", "Bo Ek"), ("de måste flytta", "Åtta av tio hyresgäster")],
    ),
    "a woman's words, beside her counsel's": (
        "Kvinnans advokat Hugo Stark är missnöjd.\n\n– Hon har trott att hon gjort rätt, säger han.\n\nI ett sms till sin syster skrev kvinnan: ”De kommer aldrig på det.”",
        [("Hon har trott att hon gjort rätt", "Hugo Stark"), ("De kommer aldrig på det.", "kvinnan")],
    ),
    "a mother who has just been named": (
        "Trebarnsmamman Siv Ek är trött.\n\n– Det är hemskt, säger mamman.",
        [("Det är hemskt", "Siv Ek")],
    ),
    "the driver, whom no one names, before anybody has spoken": (
        "Sju skadades.\n\nChauffören, en man i 50-årsåldern, klarade sig med skrubbsår.\n\n– Det kom en älg.\n\n– Allt snurrade, berättar Lova Stark.",
        [("Det kom en älg.", "Chauffören"), ("Allt snurrade", "Lova Stark")],
    ),
    "the driver, whom a paper reaches": (
        "Sju skadades.\n\n– Allt snurrade, berättar Lova Stark.\n\nChauffören klarade sig. När Tallholms Tidning når honom på söndagen är han skärrad.\n\n– Det kom en älg.",
        [("Allt snurrade", "Lova Stark"), ("Det kom en älg.", "Chauffören")],
    ),
    "a headmaster who is named below": (
        "Skolan stängs.\n\nRektorn är ledsen.\n\n– Vi har inget val.\n\nSiv Alm är rektor.",
        [("Vi har inget val.", "Siv Alm")],
    ),
    "a project, before anybody has spoken": (
        "Kommunen bygger om.\n\nProjektet är dyrt.\n\n– Vi har inget val.\n\nSiv Alm leder arbetet.",
        [("Vi har inget val.", "Siv Alm")],
    ),
    "a question to whom no headline names": (
        "– Haven lockar, säger Leif Hansell.\n\nHans doktorand Frida Boman ler.\n\n– Leif läser allt.\n\nHur ser du på framtiden?\n\n– Jag är optimist.",
        [("Haven lockar", "Leif Hansell"), ("Leif läser allt.", "Frida Boman"), ("Jag är optimist.", "Frida Boman")],
    ),
    "who asks himself": (
        "– Det kostar 80 000. Var ska man ta dem ifrån? frågar sig Roland Ek.",
        [("Det kostar 80 000. Var ska man ta dem ifrån?", "Roland Ek")],
    ),
    "who complains": ("– Det är för dyrt, beklagar sig grannen.", [("Det är för dyrt", "grannen")]),
    "who makes haste to say": (
        "– Ja, det är klart, skyndar sig Roland Ek att säga.",
        [("Ja, det är klart", "Roland Ek")],
    ),
    "who cares": ("– Jag undrar vem som bryr sig, säger Bo Ek.", [("Jag undrar vem som bryr sig", "Bo Ek")]),
    "the word is left to somebody with a title and a body": (
        "– Vi har kontroll, säger kommundirektören Gunnel Wrede.\n\nHon lämnade sedan ordet till länsstyrelsens vattenexpert Pontus Ahl som redovisade proverna.\n\n– Halterna är höga än.",
        [("Vi har kontroll", "Gunnel Wrede"), ("Halterna är höga än.", "Pontus Ahl")],
    ),
    "the word is ceded": (
        "– Vi har kontroll, säger kommundirektören Gunnel Wrede.\n\nHon överlät ordet åt Pontus Ahl.\n\n– Halterna är höga än.",
        [("Vi har kontroll", "Gunnel Wrede"), ("Halterna är höga än.", "Pontus Ahl")],
    ),
    "who opens the meeting": (
        "Mötet öppnades av kommundirektören Gunnel Wrede.\n\n– Vi har kontroll på läget.",
        [("Vi har kontroll på läget.", "Gunnel Wrede")],
    ),
    "who wrote the report": (
        "– Vi väntar, säger Bo Ek.\n\nUnderlaget är en rapport som skrivits av konsulten Per Alm.\n\n– Den är bra.",
        [("Vi väntar", "Bo Ek"), ("Den är bra.", "Bo Ek")],
    ),
    "a condition behind the frame": (
        "– Jag ger det till hösten, säger Bo Ek, men blir det ingen ändring går jag också.",
        [("Jag ger det till hösten … men blir det ingen ändring går jag också.", "Bo Ek")],
    ),
    "what the narrator tells behind the frame": (
        "– Jag ger det till hösten, säger Bo Ek, men vill inte svara på fler frågor.",
        [("Jag ger det till hösten", "Bo Ek")],
    ),
    "the particle behind a noun": (
        "Anton Ek tar över gården.\n\n– Bankerna är tveksamma, säger Anton.\n\n– Så var det inte förr, fyller fadern i.",
        [("Bankerna är tveksamma", "Anton Ek"), ("Så var det inte förr", "fadern")],
    ),
    "the particle of another verb": (
        "Anton Ek tar över gården.\n\n– Bankerna är tveksamma, säger Anton.\n\n– Nja, skjuter mamma in.",
        [("Bankerna är tveksamma", "Anton Ek"), ("Nja", "mamma")],
    ),
    "the winning two": (
        "Rut Ek och Jon Alm vann på nytt.\n\n– Vi hade tur, säger segerduon.",
        [("Vi hade tur", "Rut Ek; Jon Alm")],
    ),
    "a question behind whom the day's work is told of": (
        "Annika Sand är präst.\n\n– Det är roligt, säger hon.\n\nKollegan Birgit Thörn minns henne.\n\n– Hon hade gummistövlar.\n\nI dag leder Annika Sand 46 anställda.\n\nVad är det svåraste?\n\n– Begravningar.",
        [
            ("Det är roligt", "Annika Sand"),
            ("Hon hade gummistövlar.", "Birgit Thörn"),
            ("Begravningar.", "Annika Sand"),
        ],
    ),
    "a question behind whom he beat": (
        "Bo Ek är tränare.\n\n– Det är roligt, säger han.\n\nI fjol slog han Per Alm i finalen.\n\nHur kändes det?\n\n– Bra.",
        [("Det är roligt", "Bo Ek"), ("Bra.", "Bo Ek")],
    ),
    "her friend, behind her husband's words": (
        "Annika Sand är präst.\n\n– Det är roligt, säger hon.\n\nMaken Jonas Sand nickar.\n\n– Någon måste hålla fötterna på jorden.\n\nVändpunkten kom när flodvågen tog hennes bästa vän.\n\n– Jag ville förstå.",
        [
            ("Det är roligt", "Annika Sand"),
            ("Någon måste hålla fötterna på jorden.", "Jonas Sand"),
            ("Jag ville förstå.", "Annika Sand"),
        ],
    ),
    "a daughter's room, behind her father's words": (
        "Annika Sand är präst.\n\n– Det är roligt, säger hon.\n\nMaken Jonas Sand nickar.\n\n– Någon måste hålla fötterna på jorden.\n\nDottern ligger sjuk. Hennes rum är tyst.\n\n– Vi hoppas.",
        [
            ("Det är roligt", "Annika Sand"),
            ("Någon måste hålla fötterna på jorden.", "Jonas Sand"),
            ("Vi hoppas.", "Jonas Sand"),
        ],
    ),
    "where the source works": (
        "Enligt läkaren Bo Ek på sjukhuset i Skogö är läget stabilt.",
        [("är läget stabilt", "Bo Ek")],
    ),
    "where the source works, and a clause": (
        "Enligt professor Jean Moreau vid universitetet i Toulouse, som inte har deltagit i studien, är fyndet stort.",
        [("är fyndet stort", "Jean Moreau")],
    ),
    "what is at the hospital": (
        "Enligt Bo Ek är det på sjukhuset i Skogö som kön växer.",
        [("är det på sjukhuset i Skogö som kön växer", "Bo Ek")],
    ),
    "who comes in, behind somebody with a name": (
        "– Kallelsen gick till den gamla listan, säger förvaltningschefen Pål Eriksson.\n\nKlockan fyra kommer den sista patienten in, en man i 70-årsåldern. Han har åkt taxi.\n\n– Nästa gång blir det åtta mil, konstaterar han.",
        [
            ("Kallelsen gick till den gamla listan", "Pål Eriksson"),
            ("Nästa gång blir det åtta mil", "den sista patienten"),
        ],
    ),
    "who sits beside": (
        "– Kallelsen gick fram, säger Rut Eriksson.\n\nIntill sitter en äldre dam med käpp.\n\n– Nu går jag hem, säger hon.",
        [("Kallelsen gick fram", "Rut Eriksson"), ("Nu går jag hem", "en äldre dam")],
    ),
    "what stands beside": (
        "– Kallelsen gick fram, säger Rut Eriksson.\n\nDär står en ny bil.\n\n– Den är min, säger hon.",
        [("Kallelsen gick fram", "Rut Eriksson"), ("Den är min", "Rut Eriksson")],
    ),
    "who is coming in time": (
        "– Kallelsen gick fram, säger Bo Eriksson.\n\nSnart kommer en ny rektor.\n\n– Det blir bra, säger han.",
        [("Kallelsen gick fram", "Bo Eriksson"), ("Det blir bra", "Bo Eriksson")],
    ),
    "the last customer, who is described": (
        "– Kallelsen gick fram, säger Rut Eriksson.\n\nDen sista kunden, en ung kvinna med barnvagn, skakar på huvudet.\n\n– Nu går jag hem, säger hon.",
        [("Kallelsen gick fram", "Rut Eriksson"), ("Nu går jag hem", "Den sista kunden")],
    ),
    "whose view a question asks for": (
        "Elias Nord bar ut grannen.\n\n– Man ska stanna inne, säger Patrik Höök.\n\nHur ser Elias Nord på den kritiken?\n\n– Han har säkert rätt.",
        [("Man ska stanna inne", "Patrik Höök"), ("Han har säkert rätt.", "Elias Nord")],
    ),
    "whose view one who is interviewed is asked about": (
        "Ulla Brink forskar om regeringen.\n\nHur ser du på hösten?\n\n– Den blir lång.\n\nHur ser Sven Tallin ut att klara den?\n\n– Dåligt.",
        [("Den blir lång.", "Ulla Brink"), ("Dåligt.", "Ulla Brink")],
    ),
    "a woman of whom one goes on speaking who is called by surname": (
        "Bengt Strid och Siv Kärr sågs dricka kaffe.\n\n– Vi gick i samma klass, förklarar Strid. Hon var likadan då.",
        [("Vi gick i samma klass … Hon var likadan då.", "Bengt Strid")],
    ),
    "a woman whom the narrator goes on telling of by surname": (
        "Bengt Strid och Siv Kärr sågs dricka kaffe.\n\n– Vi gick i samma klass, förklarar Kärr. Hon var likadan då.",
        [("Vi gick i samma klass", "Siv Kärr")],
    ),
    "who objects, with a party's letter and a comma": (
        "Bengt Strid (C) fick mothugg av kommunalrådet Yvonne Kärr (S), som menade att Strid själv hade röstat för badhuset.",
        [("Strid själv hade röstat för badhuset", "Yvonne Kärr")],
    ),
    "the chief of an area, behind a comma": (
        "”Det är bra”, säger Bergfasts chef Norden, Joakim Tell. ”Vi är glada.”",
        [("Det är bra … Vi är glada.", "Joakim Tell")],
    ),
    "a title in English, before a comma": (
        "”Det är bra”, säger vår Head of Sales, Joakim Tell.",
        [("Det är bra", "Joakim Tell")],
    ),
    "a title in English, behind its body": (
        "”Det är bra”, säger Bergfasts Chief Operating Officer Joakim Tell.",
        [("Det är bra", "Joakim Tell")],
    ),
    "whom a question makes silent": (
        "– Vi ser det ofta, säger Petra Sköld.\n\nPå frågan om hon ångrar sig blir Linda Ek tyst en lång stund.\n\n– Nej.",
        [("Vi ser det ofta", "Petra Sköld"), ("Nej.", "Linda Ek")],
    ),
    "whom she meets": (
        "– Vi ser det ofta, säger Petra Sköld.\n\nNär hon träffar Siv Ek blir det ofta bråk.\n\n– Vi tycker olika.",
        [("Vi ser det ofta", "Petra Sköld"), ("Vi tycker olika.", "Petra Sköld")],
    ),
    "what others said, in somebody's tale": (
        "Linda var ny.\n\n– De gamla låg i sängen. ”Vi hinner inte”, sa de andra. Men det fanns personal.\n\n– Hon var ung, säger Petra Ek.",
        [
            ("De gamla låg i sängen. ”Vi hinner inte”, sa de andra. Men det fanns personal.", "Linda"),
            ("Hon var ung", "Petra Ek"),
        ],
    ),
    "whose view a question asks for, by post": (
        "– Bra, säger rektor Ylva Brandt.\n\n– Det tar tid, säger läraren Mårten Ahl.\n\nVad säger rektorn om det?\n\n– Mårten har en poäng.",
        [("Bra", "Ylva Brandt"), ("Det tar tid", "Mårten Ahl"), ("Mårten har en poäng.", "Ylva Brandt")],
    ),
    "what one would tell a headmaster": (
        "– Bra, säger rektor Ylva Brandt.\n\n– Det tar tid, säger läraren Mårten Ahl.\n\nVad säger du till rektorn?\n\n– Ingenting.",
        [("Bra", "Ylva Brandt"), ("Det tar tid", "Mårten Ahl"), ("Ingenting.", "Mårten Ahl")],
    ),
    "somebody's mother, who is there": (
        "– Han mår dåligt, säger biträdet Nadia Haddad.\n\nI rättssalen satt också mannens mor. Hon vittnade för sonen.\n\n– De lyssnade inte på mig, säger hon.",
        [("Han mår dåligt", "Nadia Haddad"), ("De lyssnade inte på mig", "mannens mor")],
    ),
    "somebody's brother, who is no woman": (
        "– Han mår dåligt, säger biträdet Nadia Haddad.\n\nI rättssalen satt också mannens bror.\n\n– De lyssnade inte på mig, säger hon.",
        [("Han mår dåligt", "Nadia Haddad"), ("De lyssnade inte på mig", "Nadia Haddad")],
    ),
    "a paragraph on somebody and the words": (
        "Rune Pettersson i Lövhult går på sidensvansarna. ”Kommer de före oktober blir det snö till jul. Det har slagit in elva år av femton.”",
        [("Kommer de före oktober blir det snö till jul. Det har slagit in elva år av femton.", "Rune Pettersson")],
    ),
    "a paragraph on somebody who reads aloud": (
        "Rune Pettersson läser högt ur boken. ”Kommer de före oktober blir det snö till jul. Det har slagit in elva år av femton.”",
        [],
    ),
    "another, and a third, without a name": (
        "En annan skriver: ”Det är inte jobbet jag vill bort från.”\n\nEn tredje svarar: ”Jag vill ha mer tid hemma.”",
        [("Det är inte jobbet jag vill bort från.", "En annan"), ("Jag vill ha mer tid hemma.", "En tredje")],
    ),
    "the narrator on when the speaker is asked": (
        "– Det är tungt, säger Bo Ek, och när han får frågan om framtiden blir han tyst.",
        [("Det är tungt", "Bo Ek")],
    ),
    "the speaker on when she calls": (
        "– Det är tungt, säger Bo Ek, men när hon ringer blir jag glad.",
        [("Det är tungt … men när hon ringer blir jag glad.", "Bo Ek")],
    ),
    "a surname in -s, and a verb in the past": (
        "Kulturrådet är emot. – Man förlorar två profiler, säger Magnus Lindhe. Teaterchefen Birgitta Thoms jublade när nyheten nådde henne mitt under en repetition. – Äntligen någon som förstår vad teater är! – Det kostar för mycket, säger Ove Sandberg. Men det tror inte Thoms på. – Han har sagt det varje höst.",
        [
            ("Man förlorar två profiler", "Magnus Lindhe"),
            ("Äntligen någon som förstår vad teater är!", "Birgitta Thoms"),
            ("Det kostar för mycket", "Ove Sandberg"),
            ("Han har sagt det varje höst.", "Birgitta Thoms"),
        ],
    ),
    "a colleague by given name alone": (
        "– Jag är rädd, säger Samira Ek.\n\nKollegan Bengt, som inte vill ha sitt efternamn i tidningen, har slutat köra nattlinjerna.\n\n– Min fru satte ner foten.",
        [("Jag är rädd", "Samira Ek"), ("Min fru satte ner foten.", "Bengt")],
    ),
    "whose excuse somebody finds bad": (
        "Resten får det i vår, lovar trafikchef Conny Dahlström.\n\n– Vi kan inte sätta en vakt i varje buss.\n\nDet tycker Samira Alm är en dålig ursäkt.\n\n– De satte vakter i Stockholm.",
        [
            ("Resten får det i vår", "Conny Dahlström"),
            ("Vi kan inte sätta en vakt i varje buss.", "Conny Dahlström"),
            ("De satte vakter i Stockholm.", "Samira Alm"),
        ],
    ),
    "who corrects, from his table": (
        "– Alla, säger Maggan Ek.\n\n– Utom två, rättar kassören från sitt bord. Någon har lämnat återbud.",
        [("Alla", "Maggan Ek"), ("Utom två … Någon har lämnat återbud.", "kassören")],
    ),
    "a medium of one letter, before more of the words": (
        "”Regeringen har fel”, skriver Lise Dorff på X. ”Ministern borde skämmas.”",
        [("Regeringen har fel … Ministern borde skämmas.", "Lise Dorff")],
    ),
    "a union behind its noun": (
        "– Byggandet minskar, säger fackförbundet Kommunal. Det är enligt branschorganisationen Svensk Betong ett slag mot landet.",
        [("Byggandet minskar … Det är enligt branschorganisationen Svensk Betong ett slag mot landet.", "Kommunal")],
    ),
    "a trade's own body, in marks and by enligt": (
        "”Byggandet minskar”, skriver branschorganisationen Svensk Betong i ett pressmeddelande.\n\nEnligt branschorganisationen Svensk Betong ökar priserna.",
        [("Byggandet minskar", "Svensk Betong"), ("ökar priserna", "Svensk Betong")],
    ),
    "a company with its article": (
        "– Byggandet minskar, säger det norska elbolaget Vattenfall.",
        [("Byggandet minskar", "Vattenfall")],
    ),
    "somebody at a body, who is not the body": (
        "– Byggandet minskar, säger chefen på Kommunal.",
        [("Byggandet minskar", "chefen på Kommunal")],
    ),
    "a contractor that no list has": (
        "Enligt entreprenören Renhållarna ska alla ha fått sina kärl före jul.",
        [("ska alla ha fått sina kärl före jul", "entreprenören Renhållarna")],
    ),
    "whose daughter pleads": (
        "– Hon var medveten, säger Mats Gerdin.\n\nEtt vittne såg bilen försvinna.\n\n– Den körde fort. Jag hörde smällen.\n\nKvinnans dotter vädjar nu till föraren.\n\n– Mamma är 63 och skulle ha gått i pension i vår.",
        [
            ("Hon var medveten", "Mats Gerdin"),
            ("Den körde fort. Jag hörde smällen.", "Ett vittne"),
            ("Mamma är 63 och skulle ha gått i pension i vår.", "Kvinnans dotter"),
        ],
    ),
    "who raises a hand in the hall": (
        "– Nu får vi gå fyra kilometer, berättade professor Birger Aamodt.\n\nEn ung kvinna räckte upp handen.\n\n– Finns det något hopp?\n\nAamodt tog av sig glasögonen.\n\n– Jag har barnbarn.",
        [
            ("Nu får vi gå fyra kilometer", "Birger Aamodt"),
            ("Finns det något hopp?", "En ung kvinna"),
            ("Jag har barnbarn.", "Birger Aamodt"),
        ],
    ),
    "what stands ready, which is nobody": (
        "– Bra, säger Bo Ek.\n\nSjukhusets nya flygel står klar.\n\n– Det är fint.",
        [("Bra", "Bo Ek"), ("Det är fint.", "Bo Ek")],
    ),
    "who supports him, by what she wants": (
        "– Nej, säger Stig-Ove Hamrén.\n\nHan får stöd av Arbetsmiljöverkets generaldirektör Pernilla Wass. Hon vill införa en gräns på två led.\n\n– Vi ser ett tydligt samband.",
        [("Nej", "Stig-Ove Hamrén"), ("Vi ser ett tydligt samband.", "Pernilla Wass")],
    ),
    "who remembers her": (
        "– Halva stan hejar, säger Asta Rydell.\n\nEn av eleverna var kommunalrådet Bertil Blom. Han minns henne som sträng men rättvis.\n\n– Hon tog min slangbella 1974.",
        [("Halva stan hejar", "Asta Rydell"), ("Hon tog min slangbella 1974.", "Bertil Blom")],
    ),
    "who died": (
        "– Halva stan hejar, säger Asta Rydell.\n\nHon träffade Bertil Blom 1980. Han dog i fjol.\n\n– Det var tungt.",
        [("Halva stan hejar", "Asta Rydell"), ("Det var tungt.", "Asta Rydell")],
    ),
    "whom she praises and tells of": (
        "– Vi vann, säger Siv Alm.\n\nSiv Alm hyllade Bo Ek. Han vill spela mer.\n\n– Han är bäst.",
        [("Vi vann", "Siv Alm"), ("Han är bäst.", "Siv Alm")],
    ),
    "a colleague of his": (
        "– Man hamnar fel, säger en brandman.\n\nEn kollega till honom berättar om ett möte i höstas.\n\n– Chefen läste upp ett klagomål.",
        [("Man hamnar fel", "en brandman"), ("Chefen läste upp ett klagomål.", "En kollega")],
    ),
    "the sister, by the surname": (
        "Asta Rydell sprang. Harald Rydell, 84, skruvar på sig.\n\n– Jag hade ont i knät.\n\n– Du hade ont i stoltheten, säger systern.",
        [("Jag hade ont i knät.", "Harald Rydell"), ("Du hade ont i stoltheten", "Asta Rydell")],
    ),
    "a brother whom nobody has named": (
        "Asta Rydell sprang.\n\n– Jag hade ont i knät, säger Harald Rydell.\n\n– Du hade ont i stoltheten, säger brodern.",
        [("Jag hade ont i knät", "Harald Rydell"), ("Du hade ont i stoltheten", "brodern")],
    ),
    "who raised the alarm": (
        "En man och en kvinna hittades döda.\n\nDet var ett tidningsbud som slog larm.\n\n– Hallampan lyste, berättar han.",
        [("Hallampan lyste", "ett tidningsbud")],
    ),
    "a day that all remember": (
        "– Nej, säger Bo Ek.\n\nDet var en dag som alla minns.\n\n– Det var fint, berättar han.",
        [("Nej", "Bo Ek"), ("Det var fint", "Bo Ek")],
    ),
    "a friend of the family": (
        "Enligt en vän till familjen mådde han dåligt.\n\n– Han slutade komma, säger mamman till tidningen.",
        [("mådde han dåligt", "en vän till familjen"), ("Han slutade komma", "mamman")],
    ),
    "who keeps a surname back": (
        "– Bra, säger Mio Hägg.\n\nStamgästen Bengan, som inte vill uppge efternamn, sitter vid fönstret.\n\n– Jag skulle väl klara mig.",
        [("Bra", "Mio Hägg"), ("Jag skulle väl klara mig.", "Bengan")],
    ),
    "one of two siblings, who do not talk of it": (
        "– Ska vi leva på hjortron? säger Maud Engström.\n\nHennes bror, renskötaren Per Engström, tycker annorlunda. Syskonen har slutat prata om saken.\n\n– Vi pratar om vädret, säger han.",
        [("Ska vi leva på hjortron?", "Maud Engström"), ("Vi pratar om vädret", "Per Engström")],
    ),
    "a trainer who will not talk of the penalty": (
        "– Jag kände något, sa Melker Sjö.\n\nNorrnästränaren Kia Lövgren ville inte prata om straffen.\n\n– Prata om vår andra halvlek i stället.",
        [("Jag kände något", "Melker Sjö"), ("Prata om vår andra halvlek i stället.", "Kia Lövgren")],
    ),
    "whom another is asked about, and answers of": (
        "Birgitta Lundmark är inte lugnad.\n\n– Jag flyttar.\n\nVad säger Ragnar Hult om det?\n\n– Han säger att jag överdriver.",
        [("Jag flyttar.", "Birgitta Lundmark"), ("Han säger att jag överdriver.", "Birgitta Lundmark")],
    ),
    "a girl who tells what they said": (
        "– Jag har bytt ut halva personalen, säger Jens Kropp.\n\nEn 17-årig flicka som bott på hemmet berättar för Bladet om nätter i ett låst rum.\n\n– De sa att det var för min skull. Jag bankade på dörren.",
        [
            ("Jag har bytt ut halva personalen", "Jens Kropp"),
            ("De sa att det var för min skull. Jag bankade på dörren.", "En 17-årig flicka"),
        ],
    ),
    "a body that is clear, before a colon": (
        "Men räddningstjänsten är tydligare: ”Det var bensaldehyd. Ingen fara.”\n\nBeskedet från kommunen är kort: ”Vi har inga pengar.”",
        [("Det var bensaldehyd. Ingen fara.", "räddningstjänsten"), ("Vi har inga pengar.", "kommunen")],
    ),
    "a picture that is clear": ("Bilden är tydlig: ”Det är krig.”", []),
    "somebody's sister, and then what she does": (
        "– Min klient var hemma, säger Pia Blomdahl.\n\nOffrets syster satt längst fram i salen. Hon vände inte bort blicken en enda gång.\n\n– Jag vill att de ska veta att jag är här.",
        [("Min klient var hemma", "Pia Blomdahl"), ("Jag vill att de ska veta att jag är här.", "Offrets syster")],
    ),
    "the police, and then what she does": (
        "– Min klient var hemma, säger Pia Blomdahl.\n\nPolisen kom efter en timme. Hon fick skjuts hem.\n\n– Jag skakade.",
        [("Min klient var hemma", "Pia Blomdahl"), ("Jag skakade.", "Pia Blomdahl")],
    ),
    "what treaties and their protocols say": (
        "Enligt Parisavtalet ska utsläppen minska. Enligt Europakonventionens sjätte protokoll är dödsstraff förbjudet.",
        [],
    ),
    "the critics of a treaty": (
        "Enligt Parisavtalets kritiker är det dyrt.",
        [("är det dyrt", "Parisavtalets kritiker")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), WHO.values(), ids=WHO.keys())
def test_the_word_goes_to_whom_the_text_tells(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected


def test_a_headline_by_a_pair_of_coaches(said: Said) -> None:
    text = (
        'Tränarduon: "Vi kompletterar varandra"\n\nKicki Ek och Jon Thun leder laget.\n\n– Det går bra, säger Kicki Ek.'
    )
    assert ("Vi kompletterar varandra", "Tränarduon") in said(text)


def test_a_question_goes_to_whom_the_title_names(pipeline: Pipeline) -> None:
    text = "Veckans porträtt: Leif Hansell\n\n– Haven lockar, säger Leif Hansell.\n\nHans doktorand Frida Boman ler.\n\n– Leif läser allt.\n\nHur ser du på framtiden?\n\n– Jag är optimist."
    quotes = pipeline.process(Page(text.encode(), path="t.txt", media_type="text/plain")).quotes
    assert [q.speaker.name for q in quotes] == ["Leif Hansell", "Frida Boman", "Leif Hansell"]
