"""Bodies in running text: firms, boards, orchestras, units of the police, workplaces, papers by their addresses."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Record

#: The text, and the bodies of its record.
BODIES: dict[str, tuple[str, list[str]]] = {
    "a law firm of two surnames": ("Advokatbyrån Berg & Ek företräder familjerna.", ["Berg & Ek"]),
    "a firm of builders": ("Snickerifirman Ekholm & Nyberg gick i konkurs.", ["Ekholm & Nyberg"]),
    "a firm and its trade": ("Måleri Ström & Dahl AB målar skolan.", ["Måleri Ström & Dahl AB"]),
    "three architects": ("Sundin, Ek & Lans Arkitekter vann.", ["Sundin, Ek & Lans Arkitekter"]),
    "two given names": ("Siv & Bo vann kvällens final.", []),
    "yesterday in a capital": ("En utgångspunkt för Hamnverket Igår, onsdag, kom rapporten.", ["Hamnverket"]),
    "the media": ("Massmedias representanter är välkomna.", []),
    "a project by its year": (
        "Siv Alm, projektledare för Vård 2010, och Bo Ek, vd för Bergfast AB, kom.",
        ["Bergfast AB"],
    ),
    "a reporter's letters": ("Alvsund (BE) Hamnverket har fattat ett beslut.", ["Hamnverket"]),
    "a learned society": (
        "Svensk Förening för Hamnkunskap ger råd. Svensk polis söker.",
        ["Svensk Förening för Hamnkunskap"],
    ),
    "a faculty": ("Åtta verkar vid Filosofiska fakulteten.", ["Filosofiska fakulteten"]),
    "a department of two fields": (
        "Siv Alm vid Avdelningen för Brandskydds- och ventilationslära får priset.",
        ["Avdelningen för Brandskydds- och ventilationslära"],
    ),
    "a centre in English": ("Siv Alm är professor på Alvsund plant science center.", ["Alvsund plant science center"]),
    "a university college of two": ("Siv Alm är rektor vid Ek & Skog högskola i Alvsund.", ["Ek & Skog högskola"]),
    "a region with an s too many": (
        "Region Alvsunds presenterar en plan. Region Alvsund är stor.",
        ["Region Alvsund"],
    ),
    "an adjective for its hospital": (
        "Mellanska Universitetssjukhuset bygger. Mellanskas läkare är glada, och Mellanska är först.",
        ["Mellanska Universitetssjukhuset"],
    ),
    "a flat": ("Det sade hon i Lägenheten.", []),
    "energy and water": ("Alvsunds Energi och Vatten AB gräver.", ["Alvsunds Energi och Vatten AB"]),
    "a board of three fields": (
        "Utbildnings-, kultur- och fritidsnämnden beslutade i går.",
        ["Utbildnings-, kultur- och fritidsnämnden"],
    ),
    "a list of bodies that ends in s": (
        "Rädda Barnen, Röda Korset och Bris delar på pengarna.",
        ["Rädda Barnen", "Röda Korset", "Bris"],
    ),
    "an orchestra": ("Alvsunds kammarorkester gav en konsert.", ["Alvsunds kammarorkester"]),
    "an orchestra of a nation": (
        "Lomsunds nationella filharmoniska orkester spelar.",
        ["Lomsunds nationella filharmoniska orkester"],
    ),
    "a health centre": ("Personalen på Lomsunds hälsocentral är trött.", ["Lomsunds hälsocentral"]),
    "a choir of the school's": ("Skolans kör och kommunens barnkör sjöng. Populär barnkör kom.", []),
    "a band": ("Rockbandet Stenkross släpper en skiva.", ["Stenkross"]),
    "a choir": ("Sedan sjöng kören Vårbris.", ["Vårbris"]),
    "a police area": ("Lokalpolisområde Norra Mittmark larmades.", ["Lokalpolisområde Norra Mittmark"]),
    "serious crime": ("– Ja, säger Maja Lind, gruppchef vid grova brott i Gävle.", ["grova brott i Gävle"]),
    "a clinic of two fields": (
        "Priset gick till Maja Lind, chef för barn- och ungdomspsykiatriska kliniken på Sjöviks sjukhus.",
        ["barn- och ungdomspsykiatriska kliniken", "Sjöviks sjukhus"],
    ),
    "a hospital in small letters": (
        "Avdelning 27 på universitetssjukhuset i Linköping tömdes.",
        ["universitetssjukhuset i Linköping"],
    ),
    "a head's company before the name": ("Vd:n för Bergfast, Maja Lind, säger upp tjugo.", ["Bergfast"]),
    "a head's company before the verb": ("Ny vd i Bergfast blir Maja Lind.", ["Bergfast"]),
    "a head's company in brackets": ("Med är Maja Lind (vd Bergfast) och Nils Sand (präst).", ["Bergfast"]),
    "a head of a country": ("Han blev vd i Sverige.", []),
    "a head and a name": ("Nu kommer vd Maja Lind.", []),
    "who work there": ("Anställda vid Nordplast i Lomsund varslas.", ["Nordplast"]),
    "who work on an island": ("Personalen på Sollerön är trött. Hon jobbar på Öland.", []),
    "where somebody comes from": ("Hon kommer närmast från Kvarnmoln där hon var controller.", ["Kvarnmoln"]),
    "where somebody moves from": ("Hon kommer närmast från Umeå där hon var controller.", []),
    "her own staff": ("Hennes medarbetare är nöjda.", []),
    "the king": ("Konungens insatser lovordas av Konungen själv.", []),
    "a paper by its address": ("Det går bra, säger Lars Lind till bladet.se.", ["bladet.se"]),
    "a paper that hears": ("Han är olämplig, erfar bladet.se.", ["bladet.se"]),
    "an address to go to": ("Gå till alvsund.se och läs mer.", []),
    "a paper and its section": ("Bild: Dagens Nyheter Sport skickade en fotograf.", ["Dagens Nyheter"]),
    "a short form of four letters": (
        "Avtalet gäller Open Kommunikation AB. Kontakt Open: Maja Lind, 070-174 06 05",
        ["Open Kommunikation AB"],
    ),
    "a short form in small letters": (
        "Inspektionen för vård och omsorg, Ivo, kritiserar boendet. Ivo vill se svar.",
        ["Inspektionen för vård och omsorg"],
    ),
    "a town behind a body": ("Inspektionen för vård och omsorg, Sala, svarar.", ["Inspektionen för vård och omsorg"]),
    "a church and a parish": (
        "Svenska kyrkan i Falun och Leksands församling bjuder in.",
        ["Svenska kyrkan", "Leksands församling"],
    ),
    "music in its county": ("Musik i Dalarna ger konsert.", ["Musik i Dalarna"]),
    "a shelter for women": ("Kvinnojouren Falun får fler samtal.", ["Kvinnojouren Falun"]),
    "a hospital that needs no town": (
        "Han vårdas på Sahlgrenska Universitetssjukhuset i Göteborg.",
        ["Sahlgrenska Universitetssjukhuset"],
    ),
    "a hospital's genitive": ("Sjöviks lasaretts akutmottagning är full.", ["Sjöviks lasarett"]),
    "a hub": ("Maja Lind är grundare av innovationshubben Things.", ["Things"]),
    "a pub that opens the sentence": ("Krogen Gyllene Ankaret stänger.", ["Gyllene Ankaret"]),
    "an estate agency of a town": ("Mäklaren Maja Lind, Fastighetsbyrån Falun, säljer.", ["Fastighetsbyrån Falun"]),
    "a meeting in a company": ("Årsstämma i Bergfast AB (publ)", ["Bergfast AB"]),
    "a club of supporters": ("Maja Lind är ordförande i supporterklubben Gula Faran.", ["Gula Faran"]),
    "an adjective and its board": ("Ärendet avgörs av Tekniska nämnden.", ["Tekniska nämnden"]),
    "a landlord": ("Hyresvärden Fastighets AB Klippan, genom Maja Lind, beklagar.", ["Fastighets AB Klippan"]),
    "a street": ("Maja Lind, boende på Storgatan, är arg.", []),
    "signed, a line below": ("Vi kräver svar.\n\nMaja Lind\nordförande, Kommunal Mitt", ["Kommunal Mitt"]),
    "a chamber's genitive": ("Handelskammarens Maja Lind leder samtalet.", ["Handelskammaren"]),
    "a switchboard": ("Växel Alvsunds kommun: 08-465 004 12", ["Alvsunds kommun"]),
    "a desk": ("Kontakt: Kundtjänst 08-465 004 12", []),
    "what a council is for, not its name": (
        "Bidraget kommer från Vetenskapsrådet för forskning inom juridik.",
        ["Vetenskapsrådet"],
    ),
    "a word in two before what it does": (
        "Det säger MittSvealand Vatten & Avfalls vd Maja Lind.",
        ["MittSvealand Vatten & Avfall"],
    ),
    "two partners": ("Enligt Lind & Falk är priset rätt.", ["Lind & Falk"]),
    "all of a kind, and what for": ("Bidragen delas ut till länsstyrelserna för skydd av myrar.", []),
    "an hour of the continent": (
        "Lomsund, 2018-02-14 08:30 CET (GLOBE NEWSWIRE) -- Bergfast AB säljer två hus.",
        ["Bergfast AB"],
    ),
    "a stop before the next line": ("Det säger Maja Lind, avdelningschef på HaV.\n\nLäs mer.", ["HaV"]),
    "a body behind the town of a dateline": ("Luleå LKAB bygger en ny hall.\n\nDet skriver LKAB.", ["LKAB"]),
    "a club of its town": ("Luleå AIK har vunnit.", ["Luleå AIK"]),
    "a name in -s that has and owns": ("Vindus har sålt två hus, säger Vindus vd Maja Lind.", ["Vindus"]),
    "a genitive alone": ("Det säger Nordvinds vd Maja Lind.", ["Nordvind"]),
    "a chief with a capital": (
        "Upplysningar:\nMaja Lind, Kedjechef, Nordköp Konsum, 08-465 004 12",
        ["Nordköp Konsum"],
    ),
    "a common noun that opens sentences": (
        "Fjärrvärme finns i nästan varje hus här. Priset på fjärrvärme stiger.",
        [],
    ),
    "a board that opens a sentence": (
        "Byggnadsnämnden säger nej.\n\nDet var byggnadsnämnden som prövade saken.",
        ["Byggnadsnämnden"],
    ),
    "a company called as a common noun": (
        "Kraften bygger. Det ger ny kraft åt orten, säger Maja Lind, vd på Kraften.",
        ["Kraften"],
    ),
    "a label of a card": ("Kontakter\nMaja Lind\nPresskontakt Tf. presschef 070-174 06 12", []),
}


@pytest.mark.parametrize(("text", "wanted"), BODIES.values(), ids=BODIES)
def test_bodies(read: Callable[[str], Record], text: str, wanted: list[str]) -> None:
    assert [o.name for o in read(text).organisations or []] == wanted
