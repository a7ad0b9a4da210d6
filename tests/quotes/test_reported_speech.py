"""Reported speech as local papers and releases have it: whose it is, and where it begins and ends; our own sentences."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]

SENTENCES: list[tuple[str, list[tuple[str, str | None]]]] = [
    ("Vi kan berätta nyheten att Bo Ek blir klubbchef.", []),
    (
        "Chefen Robert Engdal på företaget Trygg Ålder, som driver hemmet, säger att han tar det på allvar.",
        [("han tar det på allvar", "Robert Engdal")],
    ),
    ("I dag meddelade företaget Trygg Ålder att hemmet stängs.", [("hemmet stängs", "Trygg Ålder")]),
    (
        "Det är brist på förare, uppger operatören Tågia. Tågias chef Eva Ek beklagar.",
        [("Det är brist på förare", "Tågia")],
    ),
    (
        "Skolan är stressig. En ny enkät bland 300 elever visar att fyra av tio sover dåligt.",
        [("fyra av tio sover dåligt", "En ny enkät bland 300 elever")],
    ),
    (
        "Vården är dyr. Regionen varslar 320 anställda. Det meddelade regionledningen vid en pressträff på tisdagen.",
        [("Regionen varslar 320 anställda", "regionledningen")],
    ),
    (
        "Villaägaren Sture Holm, vars tomt ligger intill vägen, anser att kommunen kört över de boende.",
        [("kommunen kört över de boende", "Sture Holm")],
    ),
    (
        "Norrhamns kommun, där Eva Ek är kommunalråd, säger att bron blir klar i maj.",
        [("bron blir klar i maj", "Norrhamns kommun")],
    ),
    ("På Bergfast AB, där Eva Ek är chef, säger facket att bron blir klar.", [("bron blir klar", "facket")]),
    (
        "När larmet gick försökte mannen, enligt åklagaren, gömma kassan.",
        [("När larmet gick försökte mannen … gömma kassan", "åklagaren")],
    ),
    ("Efter mötet är de eniga, menar Bo Ek.", [("Efter mötet är de eniga", "Bo Ek")]),
    ("Trots regnet var kvällen lyckad, tycker Bo Ek.", [("Trots regnet var kvällen lyckad", "Bo Ek")]),
    ("Innan mötet var hon orolig, berättar Bo Ek.", [("Innan mötet var hon orolig", "Bo Ek")]),
    ("Innan skolan stängs, säger Bo Ek, ska någon få svar.", []),
    ("Efter att bron stängdes, säger Bo Ek, har ingen ringt.", []),
    (
        "Bo Ek uppskattar att mellan 20 och 40 procent av båtarna är sålda.",
        [("mellan 20 och 40 procent av båtarna är sålda", "Bo Ek")],
    ),
    (
        "Siv Alm uppgav att hon hörde en smäll och enligt polisen ledde spåren till hamnen.",
        [("hon hörde en smäll", "Siv Alm"), ("ledde spåren till hamnen", "polisen")],
    ),
    (
        "Siv Alm uppgav att huset är gammalt och enligt planen ska rivas.",
        [("huset är gammalt och enligt planen ska rivas", "Siv Alm")],
    ),
    (
        "Bo Ek är rektor. Han menar att det är en budgetfråga men han säger att nämnden får vänta.",
        [("det är en budgetfråga", "Bo Ek"), ("nämnden får vänta", "Bo Ek")],
    ),
    (
        "Efteråt markerade Siv Alm att hon tänker driva frågan.",
        [("hon tänker driva frågan", "Siv Alm")],
    ),
    (
        "Avtalstecknarna anser att i ett så stort ärende borde bron utredas.",
        [("i ett så stort ärende borde bron utredas", "Avtalstecknarna")],
    ),
    (
        "Föreläggandet säger att före jul måste bron vara lagad.",
        [("före jul måste bron vara lagad", "Föreläggandet")],
    ),
    ("| Bron är farlig, anser ingenjören Bo Ek.", [("Bron är farlig", "Bo Ek")]),
    (
        "– Bron är säker, säger Bo Ek. Hör hela samtalet i klippet.",
        [("Bron är säker", "Bo Ek")],
    ),
    (
        "– Bron är farlig, säger Bo Ek. Se till att den lagas.",
        [("Bron är farlig … Se till att den lagas.", "Bo Ek")],
    ),
    (
        "”Grinden är låst. Om du kommer sent: Ring på klockan! Tack på förhand”, skriver Bo Ek.",
        [("Grinden är låst. Om du kommer sent: Ring på klockan! Tack på förhand", "Bo Ek")],
    ),
    ("Klockan 09.15 uppgav polisen på sin hemsida att pojken hittats.", [("pojken hittats", "polisen")]),
    ("Strax efter klockan 15 meddelade polisen att pojken hittats.", [("pojken hittats", "polisen")]),
    ("En timme senare uppgav polisen att pojken hittats.", [("pojken hittats", "polisen")]),
    ("Några minuter senare meddelade polisen att pojken hittats.", [("pojken hittats", "polisen")]),
    ("Tidigt på fredagen meddelade polisen att pojken hittats.", [("pojken hittats", "polisen")]),
    ("Sent i går kväll uppgav polisen att pojken hittats.", [("pojken hittats", "polisen")]),
    ("För en vecka sedan meddelade bolaget att fabriken läggs ner.", [("fabriken läggs ner", "bolaget")]),
    ("Tre veckor senare skrev kommunen att bygget stoppas.", [("bygget stoppas", "kommunen")]),
    ("Den 4 maj meddelade bolaget att fabriken läggs ner.", [("fabriken läggs ner", "bolaget")]),
    ("Veckan därpå uppgav polisen att pojken hittats.", [("pojken hittats", "polisen")]),
    (
        "Tidigare under fredagen rapporterade Alvsundsbladet att en bil hade kört av vägen.",
        [("en bil hade kört av vägen", "Alvsundsbladet")],
    ),
    ("Tidigare i veckan berättade vi att en man greps för stöld i Alvsund.", []),
    ("Fisket i sjön bör begränsas anser regeringen.", [("Fisket i sjön bör begränsas", "regeringen")]),
    ("Priset på pellets har stigit meddelar bolaget.", [("Priset på pellets har stigit", "bolaget")]),
    ("I dag öppnar skolan igen meddelar kommunen.", []),
    ("Den som ringer larmcentralen svarar personalen.", []),
    ("Det var i maj som Bo Ek uppgav att bron skulle rivas.", [("bron skulle rivas", "Bo Ek")]),
    (
        "Av ett inslag i Radio Alvsund framgår att flera bolag höjer priset.",
        [("flera bolag höjer priset", "ett inslag i Radio Alvsund")],
    ),
    ("Trafikenheten bekräftar att anmälan har kommit in.", [("anmälan har kommit in", "Trafikenheten")]),
    ("Efter valet gick Alvspartiet ut med att de byter sida.", [("de byter sida", "Alvspartiet")]),
    ("Läs artikeln här: Skolan behöver en ny plan, skriver Eva Strand.", [("Skolan behöver en ny plan", "Eva Strand")]),
    ("Kommunen skriver i sitt svar: ” Det går inte att bygga där. ”", [("Det går inte att bygga där.", "Kommunen")]),
    ("Rektor Eva Strand kommenterar uppgifter i media om att skolan stängs.", []),
    ("På frågan om vad hon tror att bygget kostar svarar Eva Strand nej.", []),
    ("Ingen fanns i huset, meddelade polisen på lördagskvällen.", [("Ingen fanns i huset", "polisen")]),
    (
        "Forskarna vid Alvsunds universitet har visat att bina dör.",
        [("bina dör", "Forskarna vid Alvsunds universitet")],
    ),
    ("Enligt räddningstjänst och polis saknas två boende.", [("saknas två boende", "räddningstjänst; polis")]),
    (
        "Enligt Eva Strand, chef för parkenheten är träden i stan friska.",
        [("är träden i stan friska", "Eva Strand")],
    ),
    (
        "Samarbetet kommer enligt Bo Dalhede, kommunchef att ge en bättre skola.",
        [("Samarbetet kommer … att ge en bättre skola", "Bo Dalhede")],
    ),
    ("Efteråt säger han sig inte ha märkt att något var fel.", [("inte ha märkt att något var fel", None)]),
    (
        "Eva Strand (Kip) i fritids- och kulturnämnden som har följt frågan i 15 år konstaterar att man ser nytt på konsten.",
        [("man ser nytt på konsten", "Eva Strand")],
    ),
    ("Dessutom har Eva Strand, styrelseledamot i Skogsrådet, skrivit en artikel på rådets hemsida.", []),
    (
        "Det menar politiker som lagt ett förslag till kommunen om att rektorerna ska förbjuda mobiler.",
        [],
    ),
    (
        "Det skulle också, menar rektorerna, minska risken för bråk.",
        [("Det skulle också … minska risken för bråk", "rektorerna")],
    ),
    (
        "I ett brev skriver ombudet att »det inte går att arbeta så. Dessutom följer ni inte lagen.«",
        [("det inte går att arbeta så. Dessutom följer ni inte lagen.", "ombudet")],
    ),
    ("De rödgröna säger att de ska räkna om budgeten.", [("de ska räkna om budgeten", "De rödgröna")]),
    ("Stämmoombuden ansåg att avgiften var för hög.", [("avgiften var för hög", "Stämmoombuden")]),
    ("I Alvsund är andelen elever som uppger att de trivs 80 procent.", []),
    ("Antalet resenärer som säger att de är nöjda har ökat.", []),
    ("Eva Strand tror att bron rivs, säger hon till Sydviksbladet.", [("bron rivs", "Eva Strand")]),
    (
        "– Vi var oroliga, säger Eva Strand.\n\nDå gick ledningen ut med ett besked om att ingen skulle sluta, berättar hon.",
        [
            ("Vi var oroliga", "Eva Strand"),
            ("Då gick ledningen ut med ett besked om att ingen skulle sluta", "Eva Strand"),
        ],
    ),
    (
        "Bo Dalhede hoppas att skolan får vara kvar, det säger han till radion.",
        [("skolan får vara kvar", "Bo Dalhede")],
    ),
    ("Enligt grannarna är det för trångt i lokalerna.", [("är det för trångt i lokalerna", "grannarna")]),
    ("Enligt offret är det för trångt i lokalerna.", [("är det för trångt i lokalerna", "offret")]),
    ("Enligt kommuninvånaren är det för trångt i lokalerna.", [("är det för trångt i lokalerna", "kommuninvånaren")]),
    ("Enligt de boende är det för trångt i lokalerna.", [("är det för trångt i lokalerna", "de boende")]),
    ("Fansen menar att laget är svagt.", [("laget är svagt", "Fansen")]),
    ("Hyresvärden menar att laget är svagt.", [("laget är svagt", "Hyresvärden")]),
    (
        "”Jag har inte fått något svar”, skriver kommuninvånaren i sin anmälan till JO.",
        [("Jag har inte fått något svar", "kommuninvånaren")],
    ),
    (
        "Kommuninvånaren känner sig utpekad och menar att nämnden har gjort fel.",
        [("nämnden har gjort fel", "Kommuninvånaren")],
    ),
    ("Enligt tidtabellen går tåget klockan tre.", []),
    ("Dessutom anser Karin Dahl, som bor på gatan, att farten är för hög.", [("farten är för hög", "Karin Dahl")]),
    ("Nu kräver Karin Dahl, ordförande i byalaget, att gatan lagas.", [("gatan lagas", "Karin Dahl")]),
    (
        "Hur det än går så tycker Rut Almgren som bor bredvid skolan att kommunen har handlat fel.",
        [("kommunen har handlat fel", "Rut Almgren")],
    ),
    ("I Sydvik menar Karin Dahl som driver kiosken att gatan måste lagas.", [("gatan måste lagas", "Karin Dahl")]),
    ("Däremot tycker Karin Dahl, 43, att gatan är fin.", [("gatan är fin", "Karin Dahl")]),
    (
        "Samtidigt menar polisen i Alvsund, som har utrett fallet, att fler kan vara inblandade.",
        [("fler kan vara inblandade", "polisen i Alvsund")],
    ),
    (
        "I rätten berättade kvinnan, som är i 30-årsåldern, att hon hade blivit hotad.",
        [("hon hade blivit hotad", "kvinnan")],
    ),
    (
        "Facket ansåg att företaget brutit mot avtalet, men domstolen slår fast att bolaget följde lagen.",
        [("företaget brutit mot avtalet", "Facket"), ("bolaget följde lagen", "domstolen")],
    ),
    ("Polisen säger att mannen är häktad, skriver Alvsundsbladet.", [("mannen är häktad", "Polisen")]),
    ("Mannen uppger i förhör att han sov, enligt polisen.", [("han sov", "Mannen")]),
    (
        "Utifrån uppgifterna i anmälan fanns det enligt JO starka skäl att inleda en utredning.",
        [("Utifrån uppgifterna i anmälan fanns det … starka skäl att inleda en utredning", "JO")],
    ),
    (
        "I höst finns det enligt skolchefen goda chanser att bygga ut.",
        [("I höst finns det … goda chanser att bygga ut", "skolchefen")],
    ),
    ("I mars ska mannen enligt åtalet ha slagit en kvinna.", [("I mars ska mannen … ha slagit en kvinna", "åtalet")]),
    (
        "Därför bör kommunen, enligt utredaren, stänga två skolor.",
        [("Därför bör kommunen … stänga två skolor", "utredaren")],
    ),
    (
        "Därmed har kommunen enligt domstolen brutit mot lagen.",
        [("Därmed har kommunen … brutit mot lagen", "domstolen")],
    ),
    (
        "Men enligt Bo Dalhede så är det för tidigt att säga något.",
        [("är det för tidigt att säga något", "Bo Dalhede")],
    ),
    (
        "Men enligt Bo Dalhede som är forskare vid Norrmarks universitet så är det för tidigt att säga något.",
        [("är det för tidigt att säga något", "Bo Dalhede")],
    ),
    (
        "Synpunkterna får inte stöd av byggnadsnämnden, som menar att huset passar in i miljön.",
        [("huset passar in i miljön", "byggnadsnämnden")],
    ),
    (
        "Beslutet kritiseras av Naturskyddsföreningen, som anser att parken förstörs.",
        [("parken förstörs", "Naturskyddsföreningen")],
    ),
    ("Han får medhåll av kommunchefen, som anser att parken är för liten.", [("parken är för liten", "kommunchefen")]),
    ("Mamman till eleven skriver i sin anmälan att skolan har svikit.", [("skolan har svikit", "Mamman till eleven")]),
    ("Ägaren till hästen berättar att den har skadats.", [("den har skadats", "Ägaren till hästen")]),
    ("En vän till familjen berättar att de flyttade i våras.", [("de flyttade i våras", "En vän till familjen")]),
    ("Pappan till flickan säger att hon mår bättre.", [("hon mår bättre", "Pappan till flickan")]),
    (
        "Politikerna i Alvsund har länge hävdat att vägen inte är deras ansvar.",
        [("vägen inte är deras ansvar", "Politikerna i Alvsund")],
    ),
    (
        "Huset ska ha varit övertänt och enligt SOS Alarm ska en ambulans ha kommit till platsen.",
        [("ska en ambulans ha kommit till platsen", "SOS Alarm")],
    ),
    (
        "Alla partier utom centern ansåg att någon skola måste stängas.",
        [("någon skola måste stängas", "Alla partier utom centern")],
    ),
    (
        "Både länsstyrelsen och Trafikverket påpekar att vägen är farlig.",
        [("vägen är farlig", "länsstyrelsen; Trafikverket")],
    ),
    ("Polisen och åklagaren säger att mannen är farlig.", [("mannen är farlig", "Polisen; åklagaren")]),
    ("Både Bo Dalhede och kommunen anser att vägen är farlig.", [("vägen är farlig", "Bo Dalhede; kommunen")]),
    ("Forskarna och läkarna menar att vägen är farlig.", [("vägen är farlig", "Forskarna; läkarna")]),
    ("Såväl kommunen som regionen anser att vägen är farlig.", [("vägen är farlig", "kommunen; regionen")]),
    (
        "Representanter för kommunen och regionen säger att vägen är farlig.",
        [("vägen är farlig", "Representanter för kommunen och regionen")],
    ),
    ("– Vi väntar, säger polisen och räddningstjänsten.", [("Vi väntar", "polisen; räddningstjänsten")]),
    ("– Vi väntar, säger ordföranden och ägaren Bo Ek.", [("Vi väntar", "Bo Ek")]),
    (
        "Polisen och räddningstjänsten uppger att ingen skadades. Centern och Miljöpartiet skriver att skatten ska sänkas.",
        [("ingen skadades", "Polisen; räddningstjänsten"), ("skatten ska sänkas", "Centern; Miljöpartiet")],
    ),
    ("Regionen och kommunen säger att bron ska byggas.", [("bron ska byggas", "Regionen; kommunen")]),
    ("Igår träffades polisen och åklagaren menar att brottet är uppklarat.", [("brottet är uppklarat", "åklagaren")]),
    (
        "Företrädare för Socialdemokraterna, Moderaterna och Centern förklarade att bron ska byggas.",
        [("bron ska byggas", "Företrädare för Socialdemokraterna, Moderaterna och Centern")],
    ),
    (
        "I ett mejl skriver Centern och Miljöpartiet att kommunalråden brister i sitt ledarskap.",
        [("kommunalråden brister i sitt ledarskap", "Centern; Miljöpartiet")],
    ),
    (
        "Moderaterna, Centern och Liberalerna anser att bron ska byggas.",
        [("bron ska byggas", "Moderaterna; Centern; Liberalerna")],
    ),
    ("Sydviks kommun fortsätter att satsa på cykelvägar genom att anlägga tre nya stråk.", []),
    ("Vd Eva Alm fortsätter att leda bolaget tills en efterträdare är på plats.", []),
    ("Bo Ek säger att bygga nytt är dyrt.", [("bygga nytt är dyrt", "Bo Ek")]),
    (
        "Denna information är sådan information som Granmo AB är skyldigt att offentliggöra enligt EU:s marknadsmissbruksförordning.",
        [],
    ),
    ("Bolaget offentliggör denna information enligt EU:s förordning om marknadsmissbruk.", []),
    ("Bo Dalhede kräver skadestånd för att bolaget bröt avtalet.", []),
    (
        "Hon kräver nu en ursäkt för att hennes parti inte får beröm. Det säger Bo Ek.",
        [("Hon kräver nu en ursäkt för att hennes parti inte får beröm", "Bo Ek")],
    ),
    ("– Det gick fort. Det säger Nils Ågren.", [("Det gick fort.", "Nils Ågren")]),
    (
        "- Vi kan inte vänta längre. Giftet får inte spridas. Det säger Eva Strand (fp), miljönämndens ordförande.",
        [("Vi kan inte vänta längre. Giftet får inte spridas.", "Eva Strand")],
    ),
    (
        "– Fjällräddare deltog i sökandet, enligt Elin Glad som är kommunikatör vid polisen i Alvsund.",
        [("Fjällräddare deltog i sökandet", "Elin Glad")],
    ),
    ("– Smittan ökar, enligt Eva Strand i ett pressmeddelande.", [("Smittan ökar", "Eva Strand")]),
    (
        "Regionens bedömning är att köerna minskar i år, säger hälsodirektör Eva Alm.",
        [("Regionens bedömning är att köerna minskar i år", "Eva Alm")],
    ),
    ("Kommunens förklaring är att bron är trasig.", [("bron är trasig", "Kommunen")]),
    ("Mannen har erkänt brottet, och har medgett att han hade druckit.", [("han hade druckit", "Mannen")]),
    ("Bo Dalhede har erkänt brottet och har medgett att han hade druckit.", [("han hade druckit", "Bo Dalhede")]),
    ("I går avslog nämnden ansökan och skriver i beslutet att skäl saknas.", [("skäl saknas", "nämnden")]),
    ("Bo Dalhede uppger att han är oskyldig och vägrar svara på fler frågor.", [("han är oskyldig", "Bo Dalhede")]),
    ("Kommunen säger att bron är trygg och hänvisar till en utredning.", [("bron är trygg", "Kommunen")]),
    ("Bo Dalhede tror att laget kan vinna, men är orolig för försvaret.", [("laget kan vinna", "Bo Dalhede")]),
    (
        "Bron stängs i höst, säger Eva Strand, och tillägger att det dröjer.",
        [("Bron stängs i höst", "Eva Strand"), ("det dröjer", "Eva Strand")],
    ),
    (
        "Bron stängs i höst, säger Eva Strand och tillägger att det dröjer.",
        [("Bron stängs i höst", "Eva Strand"), ("det dröjer", "Eva Strand")],
    ),
    (
        "Bron stängs i höst, säger Eva Strand som tillägger att det dröjer.",
        [("Bron stängs i höst", "Eva Strand"), ("det dröjer", "Eva Strand")],
    ),
    (
        "– Det har vi redan informerat om, säger Kent Furubom som också säger att det är ekonomin som gör att skolan måste stängas.",
        [
            ("Det har vi redan informerat om", "Kent Furubom"),
            ("det är ekonomin som gör att skolan måste stängas", "Kent Furubom"),
        ],
    ),
    ("Dokumentet ska släppas, sade man på departementet i går.", [("Dokumentet ska släppas", "departementet")]),
    ("Nu säger ju kommunen att skolan ska stängas.", [("skolan ska stängas", "kommunen")]),
    (
        "Polisen larmades på onsdagen. Ett samtal kom via SOS Alarm från en kvinna som berättade att hon hade kört på en älg.",
        [("hon hade kört på en älg", "en kvinna")],
    ),
    (
        "Tio minuter senare hörde en ny inringare av sig och berättade att de hade sett en skadad älg.",
        [("de hade sett en skadad älg", "en ny inringare")],
    ),
    (
        "Sten Almgren har efter nära fyra år på posten, som ekonomichef respektive vice vd för koncernen, meddelat styrelsen att han vill sluta.",
        [("han vill sluta", "Sten Almgren")],
    ),
    (
        "Hos de 300 patienterna har forskarna vid Norrmarks universitet noterat att läkningen går fortare.",
        [("läkningen går fortare", "forskarna vid Norrmarks universitet")],
    ),
    (
        "Sten Almgren har under sina tre år i Granmo ofta sagt att bolaget är för litet.",
        [("bolaget är för litet", "Sten Almgren")],
    ),
    ("Mannen har i förhör uppgett att han sov.", [("han sov", "Mannen")]),
    ("För polisen berättade mannen att han sov.", [("han sov", "mannen")]),
    ("Liksom sin företrädare anser Eva Strand att bron är farlig.", [("bron är farlig", "Eva Strand")]),
    ("Vi har tidigare berättat att bron ska rivas.", []),
    (
        "Den misstänkte själv säger att han inte trodde att det var fel.",
        [("han inte trodde att det var fel", "Den misstänkte")],
    ),
    ("Eva Strand garanterar att skolan stängs i höst.", [("skolan stängs i höst", "Eva Strand")]),
    ("Eva Strand utesluter inte att skolan stängs i höst.", [("skolan stängs i höst", "Eva Strand")]),
    ("Eva Strand flaggar för att skolan stängs i höst.", [("skolan stängs i höst", "Eva Strand")]),
    ("Eva Strand är övertygad om att skolan stängs i höst.", [("skolan stängs i höst", "Eva Strand")]),
    ("Eva Strand är säker på att skolan stängs i höst.", [("skolan stängs i höst", "Eva Strand")]),
    ("Utredaren kom fram till att skolan bör stängas.", [("skolan bör stängas", "Utredaren")]),
    ("Eva Strand hänvisar till att skolan är gammal.", [("skolan är gammal", "Eva Strand")]),
    ("Eva Strand kan bekräfta att skolan stängs i höst.", [("skolan stängs i höst", "Eva Strand")]),
    ("Eva Strand gör klart att skolan stängs i höst.", [("skolan stängs i höst", "Eva Strand")]),
    ("Eva Strand frågar sig om skolan kan vara öppen.", [("om skolan kan vara öppen", "Eva Strand")]),
    ("Eva Strand larmar om att skolan är sliten.", [("skolan är sliten", "Eva Strand")]),
    ("I anmälan uppges att eleven har blivit slagen.", [("eleven har blivit slagen", "anmälan")]),
    ("I rapporten konstateras att vägen är farlig.", [("vägen är farlig", "rapporten")]),
    ("I rapporten heter det att vägen är farlig.", [("vägen är farlig", "rapporten")]),
    ("I brevet står det att vägen är farlig.", [("vägen är farlig", "brevet")]),
    (
        "I ett pressmeddelande från kommunen står det att vägen är farlig.",
        [("vägen är farlig", "ett pressmeddelande från kommunen")],
    ),
    ("På kommunens hemsida står att vägen är farlig.", [("vägen är farlig", "kommunens hemsida")]),
    ("Av domen framgår att mannen ljög.", [("mannen ljög", "domen")]),
    ("Det framgår av domen att mannen ljög.", [("mannen ljög", "domen")]),
    (
        "”Har ringt kommunen tre gånger!!” skriver en alvsundsbo i tråden. ”Finns det ingen färg kvar?” skriver en annan.",
        [("Har ringt kommunen tre gånger!!", "en alvsundsbo i tråden"), ("Finns det ingen färg kvar?", "en annan")],
    ),
    (
        "”Vore fint med en trygg väg före 2030”. Så skriver Ida Strand i ett inlägg på Facebook.",
        [("Vore fint med en trygg väg före 2030", "Ida Strand")],
    ),
    (
        "I ett öppet brev till regionen skriver Alvs läkarförening: ”Förtroendet är slut” och brevet tar upp långa köer.",
        [("Förtroendet är slut", "Alvs läkarförening")],
    ),
    ("Bo Dalhede, som menar att kommunen har svikit, är arg.", [("kommunen har svikit", "Bo Dalhede")]),
    (
        "Bron är i dåligt skick enligt projektledaren Siv Ahl som har lett arbetet sedan i våras.",
        [("Bron är i dåligt skick", "Siv Ahl")],
    ),
    ("Enligt Eva Strand på kommunen är bron trygg.", [("är bron trygg", "Eva Strand")]),
    ("Enligt honom själv är läget lugnt.", [("är läget lugnt", None)]),
    ("Utredningen som kom i går, visar att platserna är för få.", [("platserna är för få", "Utredningen")]),
    ("Forskaren Bo Ek som ledde arbetet, säger att resultatet är tydligt.", [("resultatet är tydligt", "Bo Ek")]),
    (
        "Antje Jakelin: Yttrandefriheten är en rättighet. Den får inte inskränkas. Den kräver också ansvar.",
        [("Yttrandefriheten är en rättighet. Den får inte inskränkas. Den kräver också ansvar.", "Antje Jakelin")],
    ),
    (
        'Kammarrätten i Alvsund konstaterade idag att Sydviks kommun kan fortsätta att vara fristad. "Fullmäktiges beslut bör anses falla inom ramen för den kommunala kompetensen."',
        [
            ("Sydviks kommun kan fortsätta att vara fristad", "Kammarrätten i Alvsund"),
            ("Fullmäktiges beslut bör anses falla inom ramen för den kommunala kompetensen.", "Kammarrätten i Alvsund"),
        ],
    ),
    ("Moa Lindh disputerade 2007 på avhandlingen: ”Barnsyn och gudsbild i läroböcker.” Hon bor i Alvsund.", []),
    (
        "Ninni Furubom, 71 år, pensionär, Sydvik: – Jag har hittat ett par sandaler. Rania Dalhede, 44 år, lokalvårdare, Varberg. – Jag har köpt plommon i dag. Sixten Almered, 11 år, elev, Alvsund. – Jag har köpt en klubba.",
        [
            ("Jag har hittat ett par sandaler.", "Ninni Furubom"),
            ("Jag har köpt plommon i dag.", "Rania Dalhede"),
            ("Jag har köpt en klubba.", "Sixten Almered"),
        ],
    ),
    (
        "Ninni Furubom, 71 år, pensionär: – Jag har hittat ett par sandaler. Rania Dalhede, 44 år, lokalvårdare: – Jag har köpt plommon i dag. Sixten Almered, 11 år, elev: – Jag har köpt en klubba.",
        [
            ("Jag har hittat ett par sandaler.", "Ninni Furubom"),
            ("Jag har köpt plommon i dag.", "Rania Dalhede"),
            ("Jag har köpt en klubba.", "Sixten Almered"),
        ],
    ),
    (
        "– Domaren gör en groda och den avgör matchen, säger Stina Furubom som inte var glad åt domslutet, men hon var ändå försiktig i sin kritik.",
        [("Domaren gör en groda och den avgör matchen", "Stina Furubom")],
    ),
    (
        "– Vi har ett bra läge, säger Knut Fors, ordförande i fastighetsbolaget, och hans bror Lars nickar.",
        [("Vi har ett bra läge", "Knut Fors")],
    ),
    (
        "Han menar att beslutet är fel för kommunen och är även kritisk till att det nya styret får två kommunalråd. Det säger Bo Ek.",
        [("beslutet är fel för kommunen", "Bo Ek")],
    ),
    (
        "• 11 av 21 regioner har ont om läkare, enligt Socialstyrelsen.",
        [("11 av 21 regioner har ont om läkare", "Socialstyrelsen")],
    ),
    (
        "Förklaringarna är, enligt Monica Granlund, den fria tandvården, gratis vaccin för barn och kortare köer.",
        [("Förklaringarna är … den fria tandvården, gratis vaccin för barn och kortare köer", "Monica Granlund")],
    ),
    (
        "Ändå har bolaget, enligt Miljöpartiet, helt struntat i reglerna.",
        [("Ändå har bolaget … helt struntat i reglerna", "Miljöpartiet")],
    ),
    ("Bron är, enligt Siv Ahl, rektor, i dåligt skick.", [("Bron är … i dåligt skick", "Siv Ahl")]),
    (
        "– Det är fel, säger Lena Wallin (S), som också tycker det är dumt att lägga en budget redan i juni.",
        [("Det är fel", "Lena Wallin"), ("det är dumt att lägga en budget redan i juni", "Lena Wallin")],
    ),
    ("61 procent tycker att det stämmer bra och 28 procent har svarat nej.", [("det stämmer bra", "61 procent")]),
    (
        "Tanken är att bytet mellan Nordhem och Sundets Energi ska fortsätta och att också Granvik Energi får lämna el.",
        [],
    ),
    (
        "Siv Ahl säger att bron byggs och att den blir dyr.",
        [("bron byggs och att den blir dyr", "Siv Ahl")],
    ),
    (
        "Enligt Sjöföreningens undersökning så saknar kommunen en plan.",
        [("saknar kommunen en plan", "Sjöföreningens undersökning")],
    ),
    (
        "– Vi växer i norr, säger Bo Sund, direktör Affärsområde Nordköp, där butikerna Torget, Hamnen och Kajen finns.",
        [("Vi växer i norr", "Bo Sund")],
    ),
    (
        "– Det viktiga, säger Bo Sund, som leder arbetet, är att bron håller.",
        [("Det viktiga … är att bron håller.", "Bo Sund")],
    ),
    (
        "SSAB:s vd Bo Sund är nöjd. SSAB-vd:n uppger också att bygget blir klart.",
        [("bygget blir klart", "Bo Sund")],
    ),
    (
        "SSAB:s vd Bo Sund är nöjd. LKAB-vd:n uppger att bygget blir klart.",
        [("bygget blir klart", "LKAB-vd:n")],
    ),
    ("Myndigheten ansvarar för tillsynen av verksamhet enligt LSS.", []),
    ("I en debatt på mässan i Alvsund, en årlig träff för branschen, berättade Bo Ek om planerna.", []),
]

PAGES: list[tuple[str, list[tuple[str, str | None]]]] = [
    (
        "– Hoppas det är bra, säger lagkamraten Gustav Ekdal.\n\n– Känns bra, säger Wargö, vars lag är två poäng efter.\n\n– Ja, det är viktiga poäng, säger han.",
        [
            ("Hoppas det är bra", "Gustav Ekdal"),
            ("Känns bra", "Wargö"),
            ("Ja, det är viktiga poäng", "Wargö"),
        ],
    ),
    (
        "Bo Ek åker hem.\n\n– Heja, svarade hejaklacken.\n\n– Bra, hojtar trummisen.\n\n– Vi köper, säger varvet genom sin vd.\n\n– Trots det, fortsätter arbetet.",
        [
            ("Heja", "hejaklacken"),
            ("Bra", "trummisen"),
            ("Vi köper", "varvet"),
            ("Trots det, fortsätter arbetet.", "varvet"),
        ],
    ),
    (
        "– Det blir för mycket, säger Eva Strand (MP) och förklarar att hon stöder planen, men inte budgeten.",
        [("Det blir för mycket", "Eva Strand"), ("hon stöder planen, men inte budgeten", "Eva Strand")],
    ),
    (
        "I år ordnade Max Öberg loppet.– Vi är glada. Jag ordnar det här, sade Max Öberg.\n\nFarten var hög.– Vi var med, sade Siv Berg.",
        [("Vi är glada. Jag ordnar det här", "Max Öberg"), ("Vi var med", "Siv Berg")],
    ),
    (
        "Biskop Eva Strand är sjukskriven i vår, berättar hon i ett inlägg.\n\nLisa Öberg blir vikarie.",
        [("Biskop Eva Strand är sjukskriven i vår", "Eva Strand")],
    ),
    (
        "Lisa Öberg leder stiftet.\n\nBiskop Eva Strand är sjukskriven i vår, berättar hon.",
        [("Biskop Eva Strand är sjukskriven i vår", "Lisa Öberg")],
    ),
    (
        "Stipendiet tilldelas:\n\nEva Strand, 25 000 kr.\n\n”För ditt arbete där du får barn och unga att blomma ut.”\n\n– Så roligt, säger Lisa Öberg.",
        [("För ditt arbete där du får barn och unga att blomma ut.", None), ("Så roligt", "Lisa Öberg")],
    ),
    (
        "– Vi rullade snöbollen nerför backen, som grundaren Eva Strand uttryckte framgången.",
        [("Vi rullade snöbollen nerför backen", "Eva Strand")],
    ),
    (
        "På frågan om laget klarar kontraktet svarar tränaren Bo Ek:\n\n– Det vore dumt att säga nej.",
        [("Det vore dumt att säga nej.", "Bo Ek")],
    ),
    (
        "På frågan vad som är att vänta av Sydviks IF i höst svarade matchhjälten Pär Tornhav:\n\n– Vi ska slåss i toppen.",
        [("Vi ska slåss i toppen.", "Pär Tornhav")],
    ),
    (
        "– Vi får se, säger Eva Strand.\n\n– Det är svårt, säger Bo Dalhede.\n\nBåda anser att besparingarna är för stora.",
        [
            ("Vi får se", "Eva Strand"),
            ("Det är svårt", "Bo Dalhede"),
            ("besparingarna är för stora", "Eva Strand; Bo Dalhede"),
        ],
    ),
    (
        "Granskningen kritiseras av fjorton forskare på debattsidan.\n\nBland annat anser de att granskarna saknar kunskap.",
        [("granskarna saknar kunskap", "fjorton forskare")],
    ),
    (
        "Solberga FF flyttar upp talangen Nils Ryd till A-laget.\n\n– Det känns roligt, säger 19-åringen till klubbens hemsida.",
        [("Det känns roligt", "Nils Ryd")],
    ),
    (
        '– Läget är tufft, säger kommunalrådet Conny Forsby (S).\n\n"Det här är ansvarstagande", säger oppositionsrådet Krister Segersten (M) om budgeten. Foto: Eva Alm\n\nVarför har det här läget uppstått?\n\n– Ekonomin har varit dopad. Vi har levt på bidrag från staten.',
        [
            ("Läget är tufft", "Conny Forsby"),
            ("Det här är ansvarstagande", "Krister Segersten"),
            ("Ekonomin har varit dopad. Vi har levt på bidrag från staten.", "Conny Forsby"),
        ],
    ),
    (
        "– Vi har enats, säger Peter Danielsby (M) efter en pressträff med oppositionsrådet Jan Bjarke (S).\n\nDet var Peter Danielsby själv som lyfte frågan, säger han.",
        [("Vi har enats", "Peter Danielsby"), ("Det var Peter Danielsby själv som lyfte frågan", "Peter Danielsby")],
    ),
    (
        "– Vi är överens, säger Miguel Odin (S).\n\nAtt de lyckats enas beror på att de har pratat politik, förklarar han.",
        [("Vi är överens", "Miguel Odin"), ("Att de lyckats enas beror på att de har pratat politik", "Miguel Odin")],
    ),
    (
        'Två stipendier delas ut i år. Bakom fonden står makarna Per Holm och Eva Alm.\n\nMotiveringen:\n\n"Moa Lindh tilldelas stipendiet för sin bok om skogen. Med klara belägg visar hon sambanden."',
        [
            (
                "Moa Lindh tilldelas stipendiet för sin bok om skogen. Med klara belägg visar hon sambanden.",
                "Motiveringen",
            )
        ],
    ),
    (
        "– Så roligt, säger ordföranden Eva Strand.\n\nMotiveringen till att laget får priset lyder:\n\n”Laget har gjort bygden känd.”",
        [("Så roligt", "Eva Strand"), ("Laget har gjort bygden känd.", "Motiveringen")],
    ),
    (
        "Till årets kulturpristagare utses dirigenten Jan Berg med motiveringen:\n\nJan har fyllt bygden med musik i många år.\n\nPriset delas ut i maj.",
        [("Jan har fyllt bygden med musik i många år.", "motiveringen")],
    ),
    (
        "Nämnden avslår ansökan med följande motivering:\n\nHuset ligger för nära vattnet.\n\nBeslutet kan överklagas.",
        [("Huset ligger för nära vattnet.", "motivering")],
    ),
    (
        "Bygget strider inte mot lagen. Det hävdar kommunstyrelsens ordförande Eva Strand (C) och kommunchef Bo Dalhede.",
        [("Bygget strider inte mot lagen", "Eva Strand; Bo Dalhede")],
    ),
    (
        "I går gjorde Erik Bolin mål igen.\n\nErik Bolin: Tio mål så här långt, vad tycker du om din säsong?\n\n– Det har gått bra.\n\nFilip Törn kallar dig pricken!\n\n– Det känner jag igen.\n\nDu har ett riktigt bra skott, som Nils Ryd…\n\n– Det sitter väl i ryggen.\n\n– Nu kör vi, säger Bolin.",
        [
            ("Det har gått bra.", "Erik Bolin"),
            ("Det känner jag igen.", "Erik Bolin"),
            ("Det sitter väl i ryggen.", "Erik Bolin"),
            ("Nu kör vi", "Erik Bolin"),
        ],
    ),
    (
        "– Vi flyttar, säger Eva Strand.\n\nPå frågan hur det kommer sig att de valde just Boden svarar hon att priset avgjorde.",
        [("Vi flyttar", "Eva Strand"), ("priset avgjorde", "Eva Strand")],
    ),
    (
        "– Vi flyttar, säger Eva Strand.\n\nI dag kommer Eva Strand och Jon Berg dit.\n\n– Vi har börjat leta folk.",
        [("Vi flyttar", "Eva Strand"), ("Vi har börjat leta folk.", "Eva Strand")],
    ),
    (
        "– Vi flyttar, säger Eva Strand.\n\nLäget är svårt, enligt Bo Dalhede.\n\n– Nu gäller det att alla hjälper till här avslutade Eva Strand.",
        [
            ("Vi flyttar", "Eva Strand"),
            ("Läget är svårt", "Bo Dalhede"),
            ("Nu gäller det att alla hjälper till här", "Eva Strand"),
        ],
    ),
    (
        "Eva Strand har en debattartikel i Bladet. Bland annat skriver hon:\n\nMaten är inte bättre för att den är svensk. Den är det för att vi kräver det.\n\nI höst är det val.",
        [("Maten är inte bättre för att den är svensk. Den är det för att vi kräver det.", "Eva Strand")],
    ),
    (
        "Stipendiet går till Moa Berg.\n\nJuryns motivering\n\nMoa Berg är aktiv i jouren och stärker unga via samtal.",
        [("Moa Berg är aktiv i jouren och stärker unga via samtal.", "Juryns motivering")],
    ),
    (
        "– Så roligt, säger ordföranden Eva Strand.\n\nJuryns motivering för priset ”Årets by” är:\n\n”Byn har gjort sig känd.”",
        [("Så roligt", "Eva Strand"), ("Byn har gjort sig känd.", "Juryns motivering")],
    ),
    (
        "Enligt åklagaren Ida Stål har mannen slagit kvinnan.\n\nKvinnan berättar om sin rädsla.\n\n– Han kunde slå när som helst, säger hon.\n\nHon berättar om dödsångest. ”Han njöt av det.”",
        [
            ("har mannen slagit kvinnan", "Ida Stål"),
            ("Han kunde slå när som helst", "Kvinnan"),
            ("Han njöt av det.", "Kvinnan"),
        ],
    ),
    (
        "Enligt åklagaren Ida Stål har mannen slagit kvinnan.\n\nKvinnan berättar om sin rädsla.\n\n– Han kunde slå när som helst, säger hon.\n\nOm kvällen i maj säger hon att hon skrek rakt ut.",
        [
            ("har mannen slagit kvinnan", "Ida Stål"),
            ("Han kunde slå när som helst", "Kvinnan"),
            ("hon skrek rakt ut", "Kvinnan"),
        ],
    ),
    (
        "Mannen nekar.\n\n– Jag var inte där, säger han.\n\nI rätten uppgav han att han sov.",
        [("Jag var inte där", "Mannen"), ("han sov", "Mannen")],
    ),
    (
        "Ulf Alm arbetar på bruket i Alvsund och hade väntat sig besked.\n\nBo Dalhede är fackordförande och han förstår kritiken, men det är svårt att nå alla, menar han.",
        [("Bo Dalhede är fackordförande och han förstår kritiken, men det är svårt att nå alla", "Bo Dalhede")],
    ),
    (
        "Bo Ek tränar Sydvik. Leo Alm gjorde två mål.\n\n– Vi var starka i kväll, säger Bo Ek.\n\nHur var Leo Alm i dag?\n\n– Han var lysande.",
        [("Vi var starka i kväll", "Bo Ek"), ("Han var lysande.", "Bo Ek")],
    ),
    (
        "Elisabet Furubom är tränare åt hästen. Ingvar Dalhede körde den till seger.\n\n– Nu har han släppt på dumheterna, säger Furubom.\n\nVad säger du om Ingvar?\n\n– Han är lugn.",
        [("Nu har han släppt på dumheterna", "Elisabet Furubom"), ("Han är lugn.", "Elisabet Furubom")],
    ),
    (
        "Kommunalrådet Bo Ek (M) är nöjd.\n\n– Ekonomin är stark, säger han.\n\nOch vad säger du om Sven Rask?\n\n– Han är duktig.",
        [("Ekonomin är stark", "Bo Ek"), ("Han är duktig.", "Bo Ek")],
    ),
    (
        "Kommunalrådet Roger Dalhede (M) kritiseras.\n\nHan var först ut med att kräva Roger Dalhedes avgång, och nu vill Sune Furubom (V) utlysa ett extraval. Det meddelar han i en insändare.\n\n– Tanken är att kommunen ska styras, skriver han i insändaren.",
        [
            (
                "Han var först ut med att kräva Roger Dalhedes avgång, och nu vill Sune Furubom (V) utlysa ett extraval",
                "Sune Furubom",
            ),
            ("Tanken är att kommunen ska styras", "Sune Furubom"),
        ],
    ),
    ("Bo Ek var på plats.\n\nHur mår du Rut Sandell?\n\n– Det är bra.", [("Det är bra.", "Rut Sandell")]),
    (
        "– Vi vann tack vare publiken, säger Stina Furubom.\n\nFavoritspelaren i laget är 20-årige Oscar Dalhede.\n\n– Jag känner hans farfar. Han spelar klokt för att vara så ung.",
        [
            ("Vi vann tack vare publiken", "Stina Furubom"),
            ("Jag känner hans farfar. Han spelar klokt för att vara så ung.", "Stina Furubom"),
        ],
    ),
    (
        "– Vi hamnade illa till, säger Ingvar Dalhede.\n\nOhlström bytte spår och då bestämde sig Dalhede för att trycka på.\n\n– Då fanns det inte så mycket val.",
        [("Vi hamnade illa till", "Ingvar Dalhede"), ("Då fanns det inte så mycket val.", "Ingvar Dalhede")],
    ),
    (
        "– Vi började svagt, säger Solbergas tränare Arne Kvill.\n\nSolbergas lagkapten Nils Ryd fick kliva av tidigt.\n\n– Han har varit trött i veckan. Efter en kvart kände han att det inte gick.",
        [
            ("Vi började svagt", "Arne Kvill"),
            ("Han har varit trött i veckan. Efter en kvart kände han att det inte gick.", "Arne Kvill"),
        ],
    ),
    (
        "– Han är bland de bästa artister vi har haft, säger Margareta Löfgren.\n\nHennes kollega Kristel Öberg vittnar också om en toppkväll.\n\n– Folk blev så engagerade.\n\nKonserten föregicks av ett tal av komminister Harri Aarnio.\n\n”Folk blev så engagerade.”",
        [
            ("Han är bland de bästa artister vi har haft", "Margareta Löfgren"),
            ("Folk blev så engagerade.", "Kristel Öberg"),
            ("Folk blev så engagerade.", "Kristel Öberg"),
        ],
    ),
    (
        "Göran Furubom blev arg när han läste tidningen.\n\n_ Det var nedlåtande tycker jag.\n\nHan är även kritisk mot majoriteten.\n\n_ De är lite som barn.",
        [("Det var nedlåtande tycker jag.", "Göran Furubom"), ("De är lite som barn.", "Göran Furubom")],
    ),
    (
        "Så här säger spelarna efter derbyt.\n\nNils Furubom, Mora: Vi spelade riktigt bra i kväll.\n\nOskar Dalhede, Falun: Vi var svaga i två perioder.",
        [("Vi spelade riktigt bra i kväll.", "Nils Furubom"), ("Vi var svaga i två perioder.", "Oskar Dalhede")],
    ),
    (
        "Kusken Malin Furubom och tränaren Linnea Dalhede vann loppet.\n\n– Det är så här det ska vara, sade den populära hemmakusken.",
        [("Det är så här det ska vara", "Malin Furubom")],
    ),
    (
        "En glädjespridare har lämnat oss.\n\nKarin Alm arbetade hela livet. Hon brukade säga: ”Det ordnar sig alltid, bara man tar det lugnt.”\n\nFamiljen växte.",
        [("Det ordnar sig alltid, bara man tar det lugnt.", "Karin Alm")],
    ),
    (
        "– En dålig match, konstaterade FK Älmebo/Linnebos tränare Mikael Furubom.\n\n– Vi stod upp bra, sa Lunna/Bergs lagkapten Bo Dalhede.",
        [("En dålig match", "Mikael Furubom"), ("Vi stod upp bra", "Bo Dalhede")],
    ),
    (
        "Tränaren Mats Alm summerade kvällen.\n\n– Vi blir stressade, säger han.\n\nNär Sydviksbladet undrade hur det går nästa söndag var svaret kort:\n\n– Jag tror på tre poäng.",
        [("Vi blir stressade", "Mats Alm"), ("Jag tror på tre poäng.", "Mats Alm")],
    ),
    (
        "Hört i fullmäktige\n\n- Nu vet jag att jag inte bara är dum. Nu är jag rolig också.\n\nBirger Furubom (V) gillade inte omdömena han fick.\n\n- Flickorna klarade det, men vi grabbar måste ha någon som pekar.\n\nTomas Dalhede (L) menar att skolpojkar behöver katederundervisning.\n\n- Det är skattebetalarna som får stå för allt.\n\nMargareta Almered (S) i ett klarsynt ögonblick.",
        [
            ("Nu vet jag att jag inte bara är dum. Nu är jag rolig också.", "Birger Furubom"),
            ("Flickorna klarade det, men vi grabbar måste ha någon som pekar.", "Tomas Dalhede"),
            ("skolpojkar behöver katederundervisning", "Tomas Dalhede"),
            ("Det är skattebetalarna som får stå för allt.", "Margareta Almered"),
        ],
    ),
    (
        '"Jag delar bilden att köerna måste kortas.\n\nSamarbetet är viktigt. Fler platser behövs.\n\nVi kommer att ta initiativ."\n\nDetta konstaterar ordföranden Göran Tingvall (M) i ett svar.',
        [
            ("Jag delar bilden att köerna måste kortas.", "Göran Tingvall"),
            ("Samarbetet är viktigt. Fler platser behövs.", "Göran Tingvall"),
            ("Vi kommer att ta initiativ.", "Göran Tingvall"),
        ],
    ),
    (
        "– En usel match från oss, tycker Albys tränare Per Ottberg.\n\nFibro tog ledningen efter 56 minuter.\n\n– Vi sov i försvaret när Fibro gjorde målet, fortsätter tränaren.\n\nTre minuter före full tid sköt Jenny Lööv in segermålet för Alby.\n\n– Vet inte om det var rättvist. Vi var sämre än så i dag.",
        [
            ("En usel match från oss", "Per Ottberg"),
            ("Vi sov i försvaret när Fibro gjorde målet", "Per Ottberg"),
            ("Vet inte om det var rättvist. Vi var sämre än så i dag.", "Per Ottberg"),
        ],
    ),
    (
        "– Vi är ledsna, säger tränaren Mats Ek.\n\nMålet gjordes av Ida Storm.\n\n– Vi tappade koncentrationen.\n\nMatchens lirare blev Siv Strand i hemmalaget.\n\n– Det är surt.\n\nI slutminuterna räddade målvakten Rut Almgren en straff.\n\n– Vi får komma igen.",
        [
            ("Vi är ledsna", "Mats Ek"),
            ("Vi tappade koncentrationen.", "Mats Ek"),
            ("Det är surt.", "Mats Ek"),
            ("Vi får komma igen.", "Mats Ek"),
        ],
    ),
    (
        "Tränaren Mats Ek var besviken.\n\n– Vi är ledsna, säger han.\n\nLina Dahl fick rött kort.\n\n– Solklart, tyvärr.",
        [("Vi är ledsna", "Mats Ek"), ("Solklart, tyvärr.", "Mats Ek")],
    ),
    (
        "– En usel match från oss, tycker Albys tränare Per Ottberg.\n\nAlby kom till spel utan båda sina mittfältare Johanna Farman (jobb) och Jessica Larson (sjuk).\n\n– Vi var slöa i närkamperna.",
        [("En usel match från oss", "Per Ottberg"), ("Vi var slöa i närkamperna.", "Per Ottberg")],
    ),
    (
        "Kvinnan försvaras av advokaten Jesper Lundkvist. I rätten sa hon att hon hade blivit lurad.",
        [("hon hade blivit lurad", "Kvinnan")],
    ),
    (
        "En kvinna åtalas för stöld. Åklagaren Per Almgren vill se ett långt straff. Hon säger att hon är oskyldig.",
        [("hon är oskyldig", "En kvinna")],
    ),
    (
        "Björn Jonasson är ordförande i klubben.\n\n– Det kom som en chock, säger Björn.\n\nMen det finns ljuspunkter enligt Björn.\n\n– Det ska byggas en hel del.",
        [
            ("Det kom som en chock", "Björn Jonasson"),
            ("Men det finns ljuspunkter", "Björn Jonasson"),
            ("Det ska byggas en hel del.", "Björn Jonasson"),
        ],
    ),
    (
        "Fredrik Nordén är platschef på Nyängs Sågverk.\n\n- Vi går ner till ett skift, säger Fredrik Nordén.\n\nPeter Röjman, facklig representant för Skog och Trä på Nyängs Sågverk beskriver stämningen bland de anställda:\n\n- Ja, det vart en väldigt tryckt stämning.",
        [("Vi går ner till ett skift", "Fredrik Nordén"), ("Ja, det vart en väldigt tryckt stämning.", "Peter Röjman")],
    ),
    (
        "– Det är en skandal, har Eva Strand tidigare sagt till Sydviksbladet.\n\n– Vi väntar på svar, har kommunchefen Bo Dalhede uppgett.",
        [("Det är en skandal", "Eva Strand"), ("Vi väntar på svar", "Bo Dalhede")],
    ),
    (
        "Ett äldre par kunde bara titta på när deras villa brann ner under lördagen. – Rutan exploderade och det kom ut lågor, säger ett ögonvittne.\n\nMikael Svenson är räddningsledare.\n\n– Vi försökte släcka, säger Mikael Svenson.",
        [("Rutan exploderade och det kom ut lågor", "ett ögonvittne"), ("Vi försökte släcka", "Mikael Svenson")],
    ),
    (
        "- Hade nämnden tagit rätt beslut hade hon sluppit detta, säger den anförvant som överklagade ärendet.\n\nSocialnämnden i Orby har fått kritik.\n\n- Det är så dags nu, säger 90-åringens anförvant.\n\n- Hon får ingen glädje av det.",
        [
            ("Hade nämnden tagit rätt beslut hade hon sluppit detta", "den anförvant"),
            ("Det är så dags nu", "90-åringens anförvant"),
            ("Hon får ingen glädje av det.", "90-åringens anförvant"),
        ],
    ),
    (
        "– Vi försökte släcka, säger räddningsledaren Mikael Svenson.\n\nEn halvtimme in i släckningsarbetet meddelade räddningstjänsten att elden var under kontroll.\n\n– Men två hus kan ha påverkats.",
        [
            ("Vi försökte släcka", "Mikael Svenson"),
            ("elden var under kontroll", "räddningstjänsten"),
            ("Men två hus kan ha påverkats.", "Mikael Svenson"),
        ],
    ),
    (
        "Två dagar in i sökandet meddelade polisen att kvinnan hade hittats. En bit in i matchen uppgav speakern att planen var avlyst. Kort efter olyckan uppgav polisen att vägen var stängd.",
        [("kvinnan hade hittats", "polisen"), ("planen var avlyst", "speakern"), ("vägen var stängd", "polisen")],
    ),
    (
        "Musikern Per Sonestad bjuder in till sin ateljé.\n\nEn annan är Sören Johnson i Funbo.\n\n– Viktigast är ljuset, säger Sören Johnson.\n\nI fjol hittade många fram till Sören Johnsons gård trots att den inte fanns i listan.\n\n– Måleri är medicin för mig, säger han.",
        [("Viktigast är ljuset", "Sören Johnson"), ("Måleri är medicin för mig", "Sören Johnson")],
    ),
    (
        "I slutet stängde försvaret, anfört av en taggad Anna Lagerkvist, igen helt. Laget, anfört av Eva Sund, vann matchen.",
        [],
    ),
    (
        "Nämnden hänvisade till att kvinnan klarat sig utan hjälp och erbjöd henne en bostad i centrum.",
        [("kvinnan klarat sig utan hjälp", "Nämnden")],
    ),
    (
        "Föräldrarna tycker inte att det är lärarna som bär ansvaret utan upplever att det är ledningen som har svikit.",
        [("det är lärarna som bär ansvaret", "Föräldrarna"), ("det är ledningen som har svikit", "Föräldrarna")],
    ),
    (
        "Per Sund och Eva Lind har köpt klubben. Enligt de båda blir det fler värvningar. Enligt båda parter är läget gott.",
        [("blir det fler värvningar", "Per Sund; Eva Lind"), ("är läget gott", "båda parter")],
    ),
    (
        "Advokat Anders Lindbrand som försvarar 17-åringen tycker att åtalet är riktigt. 17-åringen säger att han är rädd.",
        [("åtalet är riktigt", "Anders Lindbrand"), ("han är rädd", "17-åringen")],
    ),
    (
        "Mikael Lagreus och Staffan Grahm byggde ett skepp. ”Bra med nya saker att leka med”, tyckte de här flickorna.",
        [("Bra med nya saker att leka med", "de här flickorna")],
    ),
    (
        "– Vi räknar med en stark höst, säger Flux vd Anders Ingvall.",
        [("Vi räknar med en stark höst", "Anders Ingvall")],
    ),
    ("– Några enheter har återgått, berättar SOS-operatören.", [("Några enheter har återgått", "SOS-operatören")]),
    (
        "Detta visar att samarbetet fungerar, menar Ingvar Serner, chef för kirurgin i Alvby, som har varit samordnare för flytten.",
        [("Detta visar att samarbetet fungerar", "Ingvar Serner")],
    ),
    ("– Allt är klart, säger Björn Ek, KSK:s tillförordnade förvaltningschef.", [("Allt är klart", "Björn Ek")]),
    (
        "Orsaken är enligt bolagen att priserna på flis har stigit.",
        [("Orsaken är … att priserna på flis har stigit", "bolagen")],
    ),
    (
        "Ulf Häggman, ordförande för Pappers avdelning 143 i Husby, beskriver en stark oro bland medlemmarna:\n\n– Det är tungt.",
        [("Det är tungt.", "Ulf Häggman")],
    ),
    (
        "Anna Ek, Bo Alm och Siv Dahl är kritiska. De menar att beslutet är fel.",
        [("beslutet är fel", "Anna Ek; Bo Alm; Siv Dahl")],
    ),
    ("Andelen kvinnor som uppger att de är rädda är 16 procent.", []),
]

#: Who may speak without a name.
SPEAKERS = """
grannarna, föräldrarna, kollegorna, kollegerna, köparen, köparna, hyresvärden, hyresvärdarna, gästen, gästerna,
besökaren, besökarna, resenären, resenärerna, passageraren, passagerarna, pendlarna, bilisten, bilisterna, cyklisten,
cyklisterna, besättningen, bönderna, samerna, byalaget, invånarna, kommuninvånaren, närboende, en närboende, sommargästerna,
exploatören, projektören, tjänstemännen, den tilltalade, den misstänkte, den anhållne, offret, offren, brottsoffret, spanarna,
domstolen, nämndemännen, patienten, patienterna, brukarna, vårdtagarna, fansen, supportrarna, supportern, publiken,
medlemmarna, medlemmen, väljarna, väljaren, aktivisterna, aktivisten, miljöorganisationerna, arbetarna, en anställd, butiken,
bankerna, ambassaden, deltagarna, kören, teatern, biblioteket, barnet, tonåringarna, flickorna, pojkarna,
killarna, tjejerna, sönerna, döttrarna, bröderna, systrarna, släktingen, släktingarna, vännerna, kamraten,
kamraterna, veteranerna, soldaten, soldaterna, officeren, rånaren, rånarna, uthyraren, anmälaren, avsändaren,
uppgiftslämnaren, källan, tipsaren, läsaren, läsarna, radion, radiokanalen, kanalen, boken, överklagandet,
skrivelsen, yttrandet, remissvaret, tjänsteskrivelsen, bolagsstämman, maskinisten, samebyn, de boende, den åtalade, anhöriga,
väninnan, äldre, försvarsmakten, tjuven, en förälder, en annan, alvsundsborna, en alvsundsbo
"""


@pytest.mark.parametrize(("text", "expected"), [*SENTENCES, *PAGES])
def test_whose_report(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("speaker", SPEAKERS.replace("\n", " ").strip().split(", "))
def test_somebody_without_a_name(said: Said, speaker: str) -> None:
    assert said(f"{speaker.capitalize()} menar att bron är för trång.") == [("bron är för trång", speaker.capitalize())]
    assert said(f"Enligt {speaker} är bron för trång.") == [("är bron för trång", speaker)]
