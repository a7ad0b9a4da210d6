"""Titles of people in sentences of our own: the title in its indefinite form, and the body that it is tied to."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Record
from pipeline.stages.roles.titles import indefinite, normalised

#: The sentence, the person, the title in its indefinite form (None: none).
ROLES: dict[str, tuple[str, str, str | None]] = {
    "a card that runs on": (
        "NAMN: Farideh Moradi. ÅLDER: 47. YRKE: Lärare i svenska på Parkskolan i Granstad.",
        "Farideh Moradi",
        "lärare i svenska",
    ),
    "a card with an abbreviation": ("Namn: Siv Alm\nYrke: bitr. rektor på Ekskolan\nÅlder: 47 år", "Siv Alm", "bitr. rektor"),
    "a parent, which is no post": (
        "– Vi gick, säger Hampus Öqvist, som bor i Mellby och är far till två barn.",
        "Hampus Öqvist",
        None,
    ),
    "what somebody has been": ("De år som Eva Berg varit generaldirektör har gått fort.", "Eva Berg", "generaldirektör"),
    "of what somebody is the new head": (
        "Regeringen har utsett Eva Berg till Dalarnas nya landshövding.",
        "Eva Berg",
        "landshövding",
    ),
    "whose title it is": ("Regeringen har utsett Eva Berg till Dalarnas landshövding.", "Eva Berg", "Dalarnas landshövding"),
    "a producer of exhibitions": ("– Det blir bra, säger utställningsproducent Eva Berg.", "Eva Berg", "utställningsproducent"),
    "a post of two words behind whose it is": (
        "Bo Ek, polisens vakthavande befäl, var där.",
        "Bo Ek",
        "polisens vakthavande befäl",
    ),
    "one of two": ("– Ja, säger Siv Alm som är en av klubbens två huvudskyddsombud.", "Siv Alm", "huvudskyddsombud"),
    "behind others who are counted": ("Laget saknade tre backar och målvakten Bo Ek.", "Bo Ek", "målvakt"),
    "two titles of one": ("Det säger ordföranden och målvakten Bo Ek.", "Bo Ek", "ordförande och målvakt"),
    "whose board, before a place and a comma": (
        "Det är svårt, säger kommunstyrelsens ordförande i Sjövik, Bo Ek (S).",
        "Bo Ek",
        "kommunstyrelsens ordförande",
    ),
    "a paper that is called by a title": ("– Ja, säger Bo Ek till tidningen Journalisten.", "Bo Ek", None),
    "a journalist at a paper": ("– Ja, säger Bo Ek, journalist på tidningen Alvsundsbladet.", "Bo Ek", "journalist"),
    "the advocate of who is accused": (
        "Den åtalade mannens advokat, Bo Ek, förklarar att domen är rimlig.",
        "Bo Ek",
        "advokat",
    ),
    "the advocate of the accused": ("Den åtalades advokat, Bo Ek, är nöjd.", "Bo Ek", "advokat"),
    "who has been chosen some time ago": (
        "Det blev kaos när Bo Ek valdes till skyddsombud för ungefär fyra månader sedan.",
        "Bo Ek",
        "skyddsombud",
    ),
    "a chief with the place before the name": (
        "– Det är bra, säger chefen för kommunens gatuavdelning Karin Sand.",
        "Karin Sand",
        "chef för kommunens gatuavdelning",
    ),
    "a place of two parts before the name": (
        "– Visst, menar avdelningschefen för vård och omsorg Åke Bergdal.",
        "Åke Bergdal",
        "avdelningschef för vård och omsorg",
    ),
    "a body's officer with the place before the name": (
        "Tillväxtverkets koordinator för landsbygdsuppdrag Karin Sand berättade.",
        "Karin Sand",
        "koordinator för landsbygdsuppdrag",
    ),
    "a chief and then a clause": ("Vi ringer chefen för banken när Karin Sand kommer.", "Karin Sand", None),
    "behind a cue, before the comma": ("– Vi väntar, säger biträdande skolchef, Eva Berg.", "Eva Berg", "biträdande skolchef"),
    "whose, and the comma": ("Här väljer mannens offentlige försvarare, Eva Berg, att tala.", "Eva Berg", "försvarare"),
    "a long title before the comma": (
        "Landets vice handelsminister med ansvar för bland annat livsmedel, Oksana Berg, kom till mötet.",
        "Oksana Berg",
        "vice handelsminister med ansvar för bland annat livsmedel",
    ),
    "a title before": ("– Vi väntar, säger rektorn Eva Berg.", "Eva Berg", "rektor"),
    "a title at the sentence's start": ("Handlaren Nils Holm stänger butiken.", "Nils Holm", "handlare"),
    "vd": ("– Vi väntar, säger vd Rut Lindgren.", "Rut Lindgren", "vd"),
    "vd:n and a comma": ("Vd:n, Rut Lindgren, vill inte svara.", "Rut Lindgren", "vd"),
    "two titles with och": ("– Vi väntar, säger Eva Berg, grundare och vd.", "Eva Berg", "grundare och vd"),
    "a rank": ("– Vi väntar, säger vice ordföranden Eva Berg.", "Eva Berg", "vice ordförande"),
    "behind a comma": ("– Vi väntar, säger Eva Berg, rektor.", "Eva Berg", "rektor"),
    "since when": ("Eva Berg, sedan årsskiftet kommunalråd, vill vänta.", "Eva Berg", "kommunalråd"),
    "herself": ("Eva Berg, själv åkare, vill vänta.", "Eva Berg", "åkare"),
    "thanks to whom": ("Eva Berg (C) blir kommunalråd med stöd av M.", "Eva Berg", "kommunalråd"),
    "for how long": ("Eva Berg, rektor i tio år, vill vänta.", "Eva Berg", "rektor"),
    "and what else she is": ("Eva Berg, ordförande i byrådet och själv bonde, vill vänta.", "Eva Berg",
                             "ordförande i byrådet"),
    "and what she does": ("Eva Berg är ombud för skolorna i kommunen och snart inne på sitt femte år.", "Eva Berg",
                          "ombud för skolorna i kommunen"),
    "an area is no councillor": ("I nämnden sitter Eva Berg, övriga områden.", "Eva Berg", None),
    "a labelled title below": ("Kontakt:\n\nEva Berg\n\nTitel: rektor, Åskolan\n\nTelefon: 070-174 06 97", "Eva Berg", "rektor"),
    "how many goals": ("Eva Berg: Tio mål och intern skytteledare, vad säger du?", "Eva Berg", None),
    "behind an age in brackets": ("Eva Berg (58), rektor på Åskolan, vill vänta.", "Eva Berg", "rektor"),
    "behind an age": ("Eva Berg, 41, rektor på Åskolan, vill vänta.", "Eva Berg", "rektor"),
    "who is so old": ("Eva Berg är 51 år och rektor på Åskolan.", "Eva Berg", "rektor"),
    "who is so old, and is": ("Eva Berg är 44 år, mjölkbonde och mamma till två.", "Eva Berg", "mjölkbonde"),
    "no comma before VD": ("– Vi väntar, säger Eva Berg VD för Bergfast AB.", "Eva Berg", "vd"),
    "no comma behind a party": ("Eva Berg (S) kulturnämndens ordf väntar.", "Eva Berg", "kulturnämndens ordförande"),
    "no comma before a rank": ("Eva Berg (S) 1:e vice ordf väntar.", "Eva Berg", "1:e vice ordförande"),
    "behind a party between commas": ("Eva Berg, C, är ordförande i byrådet.", "Eva Berg", "ordförande i byrådet"),
    "a board that no name tells": ("Det säger kommunstyrelsens ordförande Eva Berg.", "Eva Berg",
                                   "kommunstyrelsens ordförande"),
    "two councillors": ("Kommunalråden Nils Holm (S) och Eva Berg (C) väntar.", "Eva Berg", "kommunalråd"),
    "the police's": ("– Vi väntar, säger Eva Berg, polisens presstalesperson.", "Eva Berg", "polisens presstalesperson"),
    "of a county, no comma": ("Landshövdingen i Jämtlands län Eva Berg väntar.", "Eva Berg", "landshövding"),
    "a field of three": ("– Ja, säger Eva Berg, chef inom kirurgi, hud och reumatologi på Sjöviks sjukhus.", "Eva Berg",
                         "chef inom kirurgi, hud och reumatologi"),
    "a field of three at a body": ("– Ja, säger Eva Berg, strateg i mångfald, jämställdhet och arbetsmarknad på Vision.",
                                   "Eva Berg", "strateg i mångfald, jämställdhet och arbetsmarknad"),
    "a field of three areas": ("Eva Berg är försäljningschef för regionerna Asien, Afrika och Europa.", "Eva Berg",
                               "försäljningschef för regionerna Asien, Afrika och Europa"),
    "what she also does": ("Eva Berg, ordförande i byalaget, jagar och fiskar.", "Eva Berg", "ordförande i byalaget"),
    "the present one": ("Bolaget leds av Eva Berg. Hon är nuvarande inköpschef för Norden.", "Eva Berg",
                        "inköpschef"),
    "elected in a month": ("Eva Berg valdes till biskop i april och börjar i höst.", "Eva Berg", "biskop"),
    "of a country": ("– Ja, säger Kooperationens landchef i Nepal Eva Berg.", "Eva Berg", "landchef"),
    "a chaplain for now": ("Valet står om Eva Berg, tf. kaplan i Järvsö församling.", "Eva Berg", "tf. kaplan"),
    "on duty, an officer": ("– Ja, säger Eva Berg, vakthavande befäl vid polisen.", "Eva Berg", "vakthavande befäl"),
    "the board's present head": ("Det säger kommunstyrelsens nuvarande ordförande Eva Berg.", "Eva Berg",
                                 "kommunstyrelsens nuvarande ordförande"),
    "on duty": ("– Ja, säger Eva Berg, vakthavande vid polisens regionledningscentral.", "Eva Berg", "vakthavande"),
    "a comparative": ("Hans kollega i Sydviks BK Nils Holm var gladare.", "Nils Holm", None),
    "a noun without a comma": ("I fjol skrev Eva Berg boken Konsulterna.", "Eva Berg", None),
    "of an inner rank, with a cue": ("– Ja, säger räddningstjänstens inre befäl, Nils Holm.", "Nils Holm", "befäl"),
    "a member of a double board": ("Den moderate ledamoten i barn- och ungdomsnämnden Nils Holm är arg.", "Nils Holm",
                                   "ledamot i barn- och ungdomsnämnden"),
    "whose the title is": ("Eva Bergs, lärare, vann. Eva Bergs tränare Nils Holm är glad.", "Eva Bergs", "lärare"),
    "a signature": ("Alvsund Gerard Dubois Verkställande direktör", "Gerard Dubois", "verkställande direktör"),
    "on a card": ("Kontakt\n\nEva Berg\n\nPresskontakt politisk sekreterare Miljöpartiet", "Eva Berg",
                  "politisk sekreterare"),
    "of an inner rank": ("Räddningstjänstens inre befäl, Nils Holm, väntar.", "Nils Holm", "befäl"),
    "who is responsible": ("Länsstyrelsens rovdjursansvarige, Nils Holm, väntar.", "Nils Holm", "rovdjursansvarig"),
    "an adjective before": ("Konstnärlig chef Eva Berg väntar.", "Eva Berg", "konstnärlig chef"),
    "somebody else's title": ("Eva Berg blir mycket besviken över att ministern slutar.", "Eva Berg", None),
    "from a theatre": ("Eva Berg från Backa Teater spelar.", "Eva Berg", None),
    "is proposed": ("Eva Berg föreslås som ny styrelseordförande.", "Eva Berg", "styrelseordförande"),
    "the new one is": ("Ny vd för Bergfast blir Eva Berg.", "Eva Berg", "vd"),
    "by its ending": ("– Vi väntar, säger Eva Berg, skogsförvaltare på Granhult Skog.", "Eva Berg", "skogsförvaltare"),
    "by its ending, alone": ("Nils Holm, kontrabasist, spelar.", "Nils Holm", "kontrabasist"),
    "an adverb by its ending": ("Nils Holm, tidigare i Boda, väntar.", "Nils Holm", None),
    "retired": ("Nils Holm är 71 år och pensionerad smed.", "Nils Holm", "smed"),
    "ready as": ("Eva Berg är klar som ny huvudtränare för Sjöviks HC.", "Eva Berg", "huvudtränare"),
    "the new one": ("Ny kassör är Eva Berg.", "Eva Berg", "kassör"),
    "a player before an answer": ("Emma Ström, målvakt:\n\n– Bollen tog en tuva.", "Emma Ström", "målvakt"),
    "är": ("Eva Berg är rektor på Åskolan.", "Eva Berg", "rektor"),
    "blir": ("Eva Berg blir ny museichef i vår.", "Eva Berg", "museichef"),
    "som är": ("Eva Berg, som är kurator, lyssnar.", "Eva Berg", "kurator"),
    "som till vardags är": ("Eva Berg, som till vardags är sjuksköterska, lyssnar.", "Eva Berg", "sjuksköterska"),
    "som varit": ("Nils Holm, som varit rådgivare, lovordar byn.", "Nils Holm", "rådgivare"),
    "arbetar som": ("Eva Berg arbetar som lärare i Sjövik.", "Eva Berg", "lärare"),
    "arbetar på som": ("Eva Berg arbetar på Bergfast AB som kundansvarig för kedjor.", "Eva Berg",
                       "kundansvarig för kedjor"),
    "stannar som": ("Rahel Ström, 34, stannar som huvudtränare i Sjöviks FF.", "Rahel Ström", "huvudtränare"),
    "one of several": ("– Vi väntar, säger Eva Berg, en av två enhetschefer.", "Eva Berg", "enhetschef"),
    "heter": ("Fråga chefen. Chefen heter Nils Holm och tror på våren.", "Nils Holm", "chef"),
    "som heter": ("Tandläkaren, som heter Nils Holm, köpte tre andelar.", "Nils Holm", "tandläkare"),
    "valdes": ("Till ordförande valdes Eva Berg.", "Eva Berg", "ordförande"),
    "omvaldes in a club": ("Till kassör i Sjöviks IF omvaldes Nils Holm.", "Nils Holm", "kassör"),
    "elected to": ("Föreningen utsåg Eva Berg till ny ordförande.", "Eva Berg", "ordförande"),
    "a certain one and a comma": ("– Vi väntar, säger näringslivschefen i Sjövik, Eva Berg.", "Eva Berg",
                                  "näringslivschef"),
    "a title of a town at the start": ("Kommunalrådet i Sjövik, Eva Berg, vill vänta.", "Eva Berg", "kommunalråd"),
    "a boss at an office": ("Chefen på miljökontoret, Nils Holm, har läst svaret.", "Nils Holm", "chef"),
    "an uncertain one": ("Hon har fått hjälp av en hundförare, Nils Holm.", "Nils Holm", "hundförare"),
    "her own": ("Hennes tränare i Sjöviks OK, Pia Ström, är van.", "Pia Ström", "tränare"),
    "a substitute": ("Hennes ersättare, Nils Holm (C), vill vänta.", "Nils Holm", "ersättare"),
    "a label": ("Kassör: Nils Holm", "Nils Holm", "kassör"),
    "a label behind a comma": ("För media: Eva Berg, kommunikatör: Nils Holm, telefon 0980-319 244", "Nils Holm",
                               "kommunikatör"),
    "a heading": ("Årsmötet är slut.\n\nRevisor:\n\nNils Holm", "Nils Holm", "revisor"),
    "a contact person's heading": ("Mer kommer i maj.\n\nKontaktperson\n\nNils Holm 08-465 004 12", "Nils Holm",
                                   "kontaktperson"),
    "below the name": ("Hör gärna av er.\n\nEva Berg (L)\n\nordförande i kulturnämnden", "Eva Berg",
                       "ordförande i kulturnämnden"),
    "a minister with her field": ("På tisdagen kom minister för civilt försvar Eva Berg.", "Eva Berg",
                                  "minister för civilt försvar"),
    "a body's genitive": ("Det säger Bergfasts projektledare Eva Berg.", "Eva Berg", "projektledare"),
    "a title behind her title": ("Professor emerita Eva Berg har granskat studien.", "Eva Berg", "professor emerita"),
    "a director in English": ("– Vi växer, säger Nils Holm, Managing Director.", "Nils Holm", "Managing Director"),
    "who is in the county": ("Länsrådet Camilla Frid är sen.", "Camilla Frid", "länsråd"),
    "elected again": ("Helena Friske omvaldes till ordförande.", "Helena Friske", "ordförande"),
    "one of many": ("Bo Ek är en av många lärare på skolan.", "Bo Ek", "lärare"),
    "up to what somebody says": ("Nils Alm är ordförande i klubben och enligt honom är det bra.", "Nils Alm",
                                 "ordförande i klubben"),
    "for the time being": ("– Bra, säger t f rektorn Sten Rydh.", "Sten Rydh", "t f rektor"),
    "director of": ("– Bra, säger Siv Lund, Director of Digital Innovation på Norvik.", "Siv Lund",
                    "Director of Digital Innovation"),
    "head of": ("– Vi växer, säger Nils Holm, Head of Communications, Bergfast AB.", "Nils Holm",
                "Head of Communications"),
    "a commissioner": ("Det säger EU-kommissionär Eva Berg.", "Eva Berg", "eu-kommissionär"),
    "a paper's own": ("Det berättar hon för tidningens utsända Eva Berg.", "Eva Berg", "utsänd"),
    "a doctor's kind": ("– Vi väntar, säger överläkaren Eva Berg.", "Eva Berg", "överläkare"),
    "a trade": ("Skräddaren Nils Holm syr om.", "Nils Holm", "skräddare"),
    "a singer": ("Sopranen Eva Berg gör titelrollen.", "Eva Berg", "sopran"),
    "a wing": ("Det var vänsternian Eva Berg som avgjorde.", "Eva Berg", "vänsternia"),
    "a lawyer": ("Elevens målsägandebiträde Eva Berg är besviken.", "Eva Berg", "målsägandebiträde"),
    "a mediator": ("– Vi väntar, säger medlaren Eva Berg.", "Eva Berg", "medlare"),
    "a compound of journalist": ("Nils Holm, frilansjournalist, håller kursen.", "Nils Holm", "frilansjournalist"),
    "English letters": ("– Vi väntar, säger Eva Berg, COO.", "Eva Berg", "COO"),
    "English words": ("– Vi väntar, säger Nils Holm, Sales Manager.", "Nils Holm", "Sales Manager"),
    "acting, written short": ("– Vi väntar, säger Eva Berg, t.f. chef på Bergfast AB.", "Eva Berg", "t.f. chef"),
    "acting, written short before": ("– Vi väntar, säger tf. rektor Eva Berg.", "Eva Berg", "tf. rektor"),
    "a deputy, written short": ("– Vi väntar, säger Eva Berg, stf. vd på Bergfast AB.", "Eva Berg", "stf. vd"),
    "a deputy doctor": ("– Vi väntar, säger ställf. smittskyddsläkare Eva Berg.", "Eva Berg",
                        "ställf. smittskyddsläkare"),
    "an assistant head": ("– Vi väntar, säger bitr. enhetschef Eva Berg.", "Eva Berg", "bitr. enhetschef"),
    "a former captain": ("– Vi väntar, säger Eva Berg, f.d. kapten i Sjöviks IF.", "Eva Berg", "f.d. kapten"),
    "a degree and a title": ("– Vi väntar, säger Eva Berg, med. dr. och överläkare vid Sjöviks sjukhus.", "Eva Berg",
                             "med. dr. och överläkare"),
    "a degree before": ("– Vi väntar, säger leg. läkare och med. dr Eva Berg.", "Eva Berg", "leg. läkare och med. dr"),
    "an adjective in the second": ("– Vi väntar, säger Eva Berg, medgrundare och kreativ chef på Bergfast AB.",
                                   "Eva Berg", "medgrundare och kreativ chef"),
    "a partner": ("– Vi väntar, säger Eva Berg, partner på Bergfast AB.", "Eva Berg", "partner"),
    "a consultant's compound": ("– Vi väntar, säger Eva Berg, flyktingkonsulent i Röda Korset.", "Eva Berg",
                                "flyktingkonsulent"),
    "an actor's compound": ("– Vi väntar, säger Nils Holm, revyskådis och en av flera.", "Nils Holm", "revyskådis"),
    "letters of a municipality": ("– Vi väntar, säger Nils Holm (S), KSO i Sjöviks kommun.", "Nils Holm", "KSO"),
    "a vice president": ("– Vi växer, säger Nils Holm, VP Technical Development på Bergfast AB.", "Nils Holm",
                         "VP Technical Development"),
    "of a board, no comma": ("– Vi väntar, säger ordföranden för trafiknämnden Eva Berg (M).", "Eva Berg",
                             "ordförande för trafiknämnden"),
    "a label above another's": ("Ordförande: Eva Berg\nVice ordförande: Nils Holm\nSekreterare: Rut Lind", "Eva Berg",
                                "ordförande"),
    "a label below another's": ("Ordförande: Eva Berg\nVice ordförande: Nils Holm\nSekreterare: Rut Lind",
                                "Nils Holm", "vice ordförande"),
    "a label of two titles": ("Text: Eva Berg\nAnsvarig utgivare: Nils Holm", "Nils Holm", "ansvarig utgivare"),
    "a label behind a number": (("Kontakt: Presschef: Eva Berg Mobil: 070-174 06 12 Redaktör: Rut Lindgren Mobil: "
                                "070-174 06 13"), "Rut Lindgren", "redaktör"),
    "a number behind the title": ("Eva Berg (S), ordförande i trafiknämnden 070-174 06 12", "Eva Berg",
                                  "ordförande i trafiknämnden"),
    "a label behind an address": (("Kontakt: Presschef: Eva Berg, eva.berg@facket.exempel Redaktör: Rut Lindgren, Mobil: "
                                 "070-174 06 13"), "Rut Lindgren", "redaktör"),
    "a surname in a list that ends as a title": ("Medverkande: Kajsa Trulsson-Back, Nils Holm.", "Nils Holm", None),
    "the next line is another's": ("Ordförande Eva Berg\n\nVice ordförande Nils Holm", "Eva Berg", "ordförande"),
    "letters between title and name": ("Det säger kommunstyrelsens ordförande (KSO) Eva Berg (S).", "Eva Berg",
                                       "kommunstyrelsens ordförande"),
    "a doctor's degree before": ("– Vi väntar, säger fil. dr Eva Berg.", "Eva Berg", "fil. dr"),
    "an officer in English": ("Chief Operating Officer Eva Berg tar över.", "Eva Berg", "Chief Operating Officer"),
    "whom the board has chosen": ("Till ny vd har styrelsen utsett Eva Berg.", "Eva Berg", "vd"),
    "a number before the next line": (("Kontakt\n\nPressekreterare hos minister Eva Berg, 070-174 06 12\nRedaktör åt henne är "
                                      "Nils Holm"), "Eva Berg", "minister"),
    "an ampersand": ("– Vi växer, säger Nils Holm, CEO & Founder, Bergfast AB.", "Nils Holm", "CEO & Founder"),
    "a contact's label before": ("Presskontakt: Eva Berg, pressansvarig, 070-174 06 12", "Eva Berg", "pressansvarig"),
    "a card's label before a small letter": (
        "Bron är klar.\n\nEva Berg\nPresskontakt politisk sekreterare Miljöpartiet\n070-174 06 12",
        "Eva Berg",
        "politisk sekreterare",
    ),
    "a card's label": ("Bron är klar.\n\nEva Berg\nPresskontakt Marknadschef 070-174 06 12", "Eva Berg", "marknadschef"),
    "her trainer": ("Eva Bergs tränare är stolt.", "Eva Berg", None),
    "her predecessor": ("Eva Lids företrädare Nils Holm är kritisk.", "Eva Lid", None),
    "players below a heading": ("Målvakter: Tove Enberg (Alvsunds BK), Jenny Falk (Lomsunds IF).", "Jenny Falk",
                                "målvakt"),
    "no title": ("– Vi väntar, säger Eva Berg.", "Eva Berg", None),
    "a colleague is no title": ("Kollegan Eva Berg muttrar.", "Eva Berg", None),
    "och and another's title": ("Det säger rektorn Eva Berg och kuratorn Nils Holm.", "Eva Berg", "rektor"),
    "the second of two": ("Det säger rektorn Eva Berg och kuratorn Nils Holm.", "Nils Holm", "kurator"),
    "a title in the plural": ("Det säger enhetscheferna Eva Berg och Nils Holm.", "Nils Holm", "enhetschef"),
    "a heading that is no title": ("Fakta:\n\nNils Holm", "Nils Holm", None),
    "a title in another's sentence": ("Han är rektor, men Eva Berg bestämmer.", "Eva Berg", None),
    "a title and är before the name": ("Rektor är Lena Ek.", "Lena Ek", "rektor"),
    "a title, its body and är": ("Vd för Peab är Jan Holm.", "Jan Holm", "vd"),
    "a title and blev": ("Kassör blev Börje Larsén.", "Börje Larsén", "kassör"),
    "steps in": ("Pia Rask kliver in som tf vd på Skanska.", "Pia Rask", "tf vd"),
    "who is called by name": ("– Berätta om polisen, Pia, säger Bo Ek. Pia Rask nickar.", "Pia Rask", None),
    "a prize": ("Pia Rask har utsetts till Årets företagare i Alvsund.", "Pia Rask", None),
    "an able teacher": ("Pia Rask är en skicklig lärare.", "Pia Rask", "lärare"),
    "praise and no post": ("– Pia Rask passar bra, säger Bo Ek. Hon är en trygg ledare med stort engagemang.", "Pia Rask", None),
    "a leader of something": ("Pia Rask är ledare för Fältgruppen.", "Pia Rask", "ledare"),
    "an age before the title": ("Pia Rask är 47 år, civilekonom och bosatt i Norrhamn.", "Pia Rask", "civilekonom"),
    "somebody's successor": ("Hennes efterträdare Pia Rask håller inte med.", "Pia Rask", None),
    "leaves the job": ("Efter tre månader lämnar Pia Rask jobbet som rektor på Åskolan.", "Pia Rask", "rektor"),
    "steps down": ("Pia Rask kliver av rollen som ordförande i Hyresnätet.", "Pia Rask", "ordförande"),
    "is sacked": ("Pia Rask får sparken som tränare i Alvsunds IF.", "Pia Rask", "tränare"),
    "has got the job": ("Pia Rask har fått jobbet som rektor på Åskolan.", "Pia Rask", "rektor"),
    "has been appointed, the day first": ("I dag har Pia Rask utsetts till ny marknadschef på Skanska.", "Pia Rask", "marknadschef"),
    "a question for a person": ("Hon blev lärare. Var är Lena Ek?", "Lena Ek", None),
    "a masculine adjective that opens the sentence": ("Medicinske chefen Nils Ek svarar.", "Nils Ek", "medicinsk chef"),
    "ours, now": ("Det är vår nuvarande ekonomichef, Kerstin Lind, som slutar.", "Kerstin Lind", "ekonomichef"),
    "a direction is nobody": ("Lisa Bo, regionchef Nord i Peab Bostad, är glad.", "Lisa Bo", "regionchef"),
    "a consul": ("Konsul Per Holm deltog.", "Per Holm", "konsul"),
    "a heading above contacts": ("Presskontakt\n\nSiv Ahl\nTf pressekreterare hos ministern\nTelefon 08-465 004 12", "Siv Ahl",
                                 "tf pressekreterare"),
    "a heading above contacts, and a coordinator": (("Kontaktpersoner:\n\nSiv Ahl\nKoordinator för Unga Röster\n"
                                                    "Mobil: 070-174 06 12"), "Siv Ahl", "koordinator"),
    "titles above names, the first a label": ("Presskontakt\nSiv Ahl\nVd\nLena Ek, 070-174 06 12", "Lena Ek", "vd"),
    "contacts with titles below their names": (("Kontaktpersoner\nSiv Ahl\nRektor\n031-390 06 11\n\nLena Ek\nPrefekt\n"
                                                "031-390 06 12"), "Lena Ek", "prefekt"),
    "titles below names, the last with a body": (("Presskontakt\nSiv Ahl\nRektor\n031-390 06 11\nLena Ek\nPrefekt, "
                                                  "Institutionen för vårdvetenskap\n031-390 06 12"), "Siv Ahl", "rektor"),
    "a secretary written short": ("Kontakt:\nSiv Ahl, pressekr, 070-174 06 12", "Siv Ahl", "pressekreterare"),
    "acting, behind a label": ("Kontakter\nSiv Ahl\nPresskontakt Tf. presschef 070-174 06 12", "Siv Ahl", "tf. presschef"),
    "who has been": ("Medverkar gör Siv Ahl som varit ansvarig för arbetet.", "Siv Ahl", "ansvarig för arbetet"),
    "before a relative clause": ("– Ja, säger Siv Ahl, avdelningschef för ögonvården som nyligen fått två läkare.", "Siv Ahl",
                                 "avdelningschef för ögonvården"),
    "a name with som in it": ("– Ja, säger Siv Ahl, ansvarig för projektet Sång som tröst.", "Siv Ahl",
                              "ansvarig för projektet Sång som tröst"),
    "the chief of an area": ("Bra, säger affärsområdeschef Bioenergi Joakim Tell.", "Joakim Tell", "affärsområdeschef"),
    "the chief of an area, behind a comma": (
        "”Bra”, säger Bergfasts marknadschef Norden, Joakim Tell.",
        "Joakim Tell",
        "marknadschef",
    ),
    "a title in English, behind a comma": (
        "”Bra”, säger Bergfasts Chief Operating Officer, Joakim Tell.",
        "Joakim Tell",
        "Chief Operating Officer",
    ),
    "a title in English that the one before has": (
        "Bo Ek, Head of Sales, Joakim Tell, vd, och Siv Lund var nöjda.",
        "Joakim Tell",
        "vd",
    ),
    "the best of chiefs, which is no post": ("Holger Ek är den bästa chefen jag haft.", "Holger Ek", None),
    "the highest of chiefs, which is one": (
        "Holger Ek är högste chef för rörelsen.",
        "Holger Ek",
        "högste chef för rörelsen",
    ),
    "what she begins as, in the next paragraph": (
        "– Jag är nervös, säger Amanda Ferm.\n\nDen 1 augusti tillträder hon som rektor för Norra gymnasiet.",
        "Amanda Ferm",
        "rektor",
    ),
    "what she is not": ("– Jag är nervös, säger Amanda Ferm.\n\nHon blir inte rektor.", "Amanda Ferm", None),
    "whom she is married to": (
        "– Jag är nervös, säger Amanda Ferm.\n\nI dag är hon gift med rektor Bo Ek.",
        "Amanda Ferm",
        None,
    ),
    "what she has been, before she leaves": (
        "Efter 22 år som kyrkoherde i Hults församling säger Annelie Borg upp sig.",
        "Annelie Borg",
        "kyrkoherde",
    ),
    "whom she is angry with": ("Han är arg på rektorn säger Annelie Borg.", "Annelie Borg", None),
}  # fmt: skip

#: A title as written and its indefinite form.
FORMS: dict[str, tuple[str, str]] = {
    "definite": ("räddningschefen", "räddningschef"),
    "neuter": ("kommunalrådet", "kommunalråd"),
    "the new": ("det nya kommunalrådet", "kommunalråd"),
    "VD:n": ("VD:n", "vd"),
    "with what follows": ("ordföranden i tekniska nämnden", "ordförande i tekniska nämnden"),
    "two titles": ("läraren och författaren", "lärare och författare"),
    "half a title": ("energi- och näringsministern", "energi- och näringsminister"),
    "to whom": ("statssekreterare till klimat- och miljöministern", "statssekreterare till klimat- och miljöministern"),
    "with an age": ("43-årig lärare", "lärare"),
    "an adjective": ("tekniska chefen", "teknisk chef"),
    "an artistic leader": ("konstnärliga ledare", "konstnärlig ledare"),
    "acting": ("tillförordnade regiondirektören", "tillförordnad regiondirektör"),
    "medically responsible": ("medicinskt ansvarig sjuksköterska", "medicinskt ansvarig sjuksköterska"),
    "indefinite already": ("teknisk chef", "teknisk chef"),
}

NO_TITLES = ["bord", "kollega", "kommunen", "mellan", "dagen"]

#: The sentence, the person, the body (None: none).
BODIES: dict[str, tuple[str, str, str | None]] = {
    "neighbours, who are no body": (
        "Grannarnas ombud, advokat Lena Kornell, räknar med seger.\n\n– Frågan är ny.",
        "Lena Kornell",
        None,
    ),
    "a union of teachers": ("Lärarnas Riksförbunds ombud Lena Kornell är nöjd.", "Lena Kornell", "Lärarnas Riksförbund"),
    "whom the speaker works with, by a parish and a school": (
        "– Vi utbildar stenhuggare i samarbete med Höjvikens församling och Stenskolans utbildning, säger stiftsantikvarie Bo Ek.",
        "Bo Ek",
        None,
    ),
    "whose site manager": (
        "Norrhamns Energi bygger ut. Norrhamns Energi anlitar Bergfast AB, vars nya platschef Bosse Rydell lovar att det går fort.",
        "Bosse Rydell",
        "Bergfast AB",
    ),
    "whose head, of a company that no list has": ("Köpare är Trevalo, vars vd Bo Ek är nöjd.", "Bo Ek", "Trevalo"),
    "a trade behind the name": (
        "Han tackar entreprenören, NCT Anläggning, vars platschef Bosse Rydell lovar att det går fort.",
        "Bosse Rydell",
        "NCT Anläggning",
    ),
    "where the new head is not any more": (
        "Kåbe Industriers styrelse har utsett Rut Sandell till ny vd. Hon är i dag chef på Alvmek AB och har tidigare haft poster inom Norrvinds Energi och Trelle Bygg AB.\n\n– Rut är rätt person, säger styrelsens ordförande Magnus Nyblom.\n\nSamtidigt lämnar finanschefen Tor Åkerlund bolaget.",
        "Rut Sandell",
        "Kåbe Industrier",
    ),
    "whose board it is, behind where the new head was": (
        "Kåbe Industriers styrelse har utsett Rut Sandell till ny vd. Hon är i dag chef på Alvmek AB och har tidigare haft poster inom Norrvinds Energi och Trelle Bygg AB.\n\n– Rut är rätt person, säger styrelsens ordförande Magnus Nyblom.\n\nSamtidigt lämnar finanschefen Tor Åkerlund bolaget.",
        "Magnus Nyblom",
        "Kåbe Industrier",
    ),
    "who leaves, behind where the new head was": (
        "Kåbe Industriers styrelse har utsett Rut Sandell till ny vd. Hon är i dag chef på Alvmek AB och har tidigare haft poster inom Norrvinds Energi och Trelle Bygg AB.\n\n– Rut är rätt person, säger styrelsens ordförande Magnus Nyblom.\n\nSamtidigt lämnar finanschefen Tor Åkerlund bolaget.",
        "Tor Åkerlund",
        "Kåbe Industrier",
    ),
    "a meeting that elects": (
        "Norrhamns IK:s årsmöte valde Siv Alm till ny ordförande. Hon är rektor på Ekskolan.",
        "Siv Alm",
        "Norrhamns IK",
    ),
    "elected by a municipality to its company": (
        "Alvsunds kommun har valt Siv Alm till ordförande i Skogö Energi AB.",
        "Siv Alm",
        "Skogö Energi AB",
    ),
    "another university, told by its town": (
        "Norrhamns universitet leder arbetet. Studien gjordes på Norrhamns universitet.\n\nEnligt professor Jean Moreau vid universitetet i Toulouse är det bra.",
        "Jean Moreau",
        None,
    ),
    "the same university, told by its town": (
        "Norrhamns universitet leder arbetet, säger rektor Siv Alm.\n\nEnligt professor Jean Moreau vid universitetet i Norrhamn är det bra.",
        "Jean Moreau",
        "Norrhamns universitet",
    ),
    "behind what somebody has done": (
        "– Det är dags, säger Hampus Öqvist, som kört buss i tio år och är skyddsombud för Kommunal.",
        "Hampus Öqvist",
        "Kommunal",
    ),
    "behind where somebody lives": (
        "Hampus Öqvist bor i Mellby och är ordförande i Skogö roddklubb.",
        "Hampus Öqvist",
        "Skogö roddklubb",
    ),
    "a medium that somebody speaks in": ("– Kul, säger tränaren Bo Ekdal i TV4 om matchen.", "Bo Ekdal", None),
    "a company between title and name": ("– Ja, säger vd:n för Bergfast AB Karin Sand.", "Karin Sand", "Bergfast AB"),
    "a museum between title and name": (
        "– Bra, tycker föreståndaren för Alvsunds museum Karin Sand.",
        "Karin Sand",
        "Alvsunds museum",
    ),
    "på": ("– Vi väntar, säger Eva Berg, rektor på Åskolan.", "Eva Berg", "Åskolan"),
    "vid": ("– Vi väntar, säger Eva Berg, astronom vid Uddens observatorium.", "Eva Berg", "Uddens observatorium"),
    "hos": ("– Vi väntar, säger Eva Berg, analytiker hos Bergfast AB.", "Eva Berg", "Bergfast AB"),
    "without a title": ("– Vi väntar, säger Eva Berg på Naturvårdsverket.", "Eva Berg", "Naturvårdsverket"),
    "brackets": ("Eva Berg (Sjöviks IF) vann.", "Eva Berg", "Sjöviks IF"),
    "brackets with a desk": ("Eva Berg (redaktör på Skolverket) skrev.", "Eva Berg", "Skolverket"),
    "a comma": ("– Vi väntar, säger Eva Berg, Alvsunds kommun.", "Eva Berg", "Alvsunds kommun"),
    "the genitive": ("Det säger Skolverkets generaldirektör Eva Berg.", "Eva Berg", "Skolverket"),
    "the genitive of two words": ("Det säger Nordspår Kusts vd Eva Berg.", "Eva Berg", "Nordspår Kust"),
    "the genitive and a name": ("Skolrådets Benjamin Lind tror inte det.", "Benjamin Lind", "Skolrådet"),
    "the genitive of an association": ("Naturskyddsföreningens Eva Berg var där.", "Eva Berg",
                                       "Naturskyddsföreningen"),
    "the genitive with an adjective": ("Det säger Skolverkets tekniska chef Eva Berg.", "Eva Berg", "Skolverket"),
    "the police in small letters": ("Det säger polisens RLC-befäl Eva Berg.", "Eva Berg", "polisen"),
    "a board in small letters": ("Det säger socialnämndens ordförande Eva Berg.", "Eva Berg", "socialnämnden"),
    "a club in small letters": ("Det säger Eva Berg, kassör i hembygdsföreningen.", "Eva Berg", "hembygdsföreningen"),
    "between title and name": ("Hennes tränare i Sjöviks OK, Pia Ström, är van.", "Pia Ström", "Sjöviks OK"),
    "arbetar på": ("Eva Berg arbetar på Bergfast AB som kundansvarig för kedjor.", "Eva Berg", "Bergfast AB"),
    "som arbetat inom": ("Eva Berg, som arbetat med vård inom Region Mittmark, vet.", "Eva Berg", "Region Mittmark"),
    "bolaget": ("Bergfast AB växer. Det säger bolagets vd Eva Berg.", "Eva Berg", "Bergfast AB"),
    "verket": ("Det säger Skolverket. Verkets analytiker Eva Berg vet mer.", "Eva Berg", "Skolverket"),
    "nämnden": ("Sjöviks byggnadsnämnd sa ja. Nämndens ordförande Eva Berg är nöjd.", "Eva Berg",
                "Sjöviks byggnadsnämnd"),
    "dess": ("Naturskyddsföreningen säger nej. Dess ordförande Eva Berg är arg.", "Eva Berg", "Naturskyddsföreningen"),
    "a head teacher's school": ("Åskolan stänger. Det säger rektorn Eva Berg. Alvsunds kommun sparar.", "Eva Berg",
                                "Åskolan"),
    "a managing director's company": ("Bergfast AB växer. – Vi är glada, säger vd Eva Berg.", "Eva Berg",
                                      "Bergfast AB"),
    "a minister has none": ("Skolverket får mer. – Bra, säger skolminister Eva Berg.", "Eva Berg", None),
    "a title at home nowhere near": ("Skolverket mäter. – Bra, säger rektorn Eva Berg.", "Eva Berg", None),
    "no title": ("Skolverket mäter. – Bra, säger Eva Berg.", "Eva Berg", None),
    "a place": ("– Bra, säger Eva Berg i Stockholm.", "Eva Berg", None),
    "shared behind the last of two": ("Det säger sjuksköterskorna Eva Berg och Rut Lind på Sjöviks lasarett.",
                                      "Eva Berg", "Sjöviks lasarett"),
    "a contact's company": ("Mer i maj.\n\nKontakt Bergfast AB: Eva Berg, 08-465 004 12", "Eva Berg", "Bergfast AB"),
    "in the title": ("Det säger LO-ekonomen Eva Berg.", "Eva Berg", "LO"),
    "a trade in the title is no body": ("Det säger HR-chefen Eva Berg.", "Eva Berg", None),
    "each of two with their own": ("Eva Berg från Region Mittmark och Nils Holm från Skolverket kom.", "Eva Berg",
                                   "Region Mittmark"),
    "an office and its municipality": ("Det säger Eva Berg, samordnare på utbildningsförvaltningen i Sjöviks kommun.",
                                       "Eva Berg", "Sjöviks kommun"),
    "a ward and its hospital": ("– Bra, säger Eva Berg på ortopeden, Sjöviks lasarett.", "Eva Berg",
                                "Sjöviks lasarett"),
    "behind the comma after a noun": ("Eva Berg, undersköterska, äldreboendet Solgläntan, jobbar på julafton.",
                                      "Eva Berg", "Solgläntan"),
    "behind the second comma": ("– Vi växer, säger Nils Holm, General Manager, Norden, Bergfast AB.", "Nils Holm",
                                "Bergfast AB"),
    "behind a list of fields": ("– Bra, säger Eva Berg, strateg i vård, skola och arbete på Alvsunds kommun.",
                                "Eva Berg", "Alvsunds kommun"),
    "a service and its company": ("Kontakt:\n\nEva Berg, projektledare för Torgportalen, Bergfast AB", "Eva Berg",
                                  "Bergfast AB"),
    "a founder of": ("– Vi växer, säger Eva Berg, grundare av Kvarnmoln.", "Eva Berg", "Kvarnmoln"),
    "a founder to": ("Eva Berg är upphovsman och grundare till Kvarnmoln.", "Eva Berg", "Kvarnmoln"),
    "people behind a service": ("Gänget bakom Kvarnmoln är: Eva Berg, Nils Holm och Rut Lind.", "Nils Holm",
                                "Kvarnmoln"),
    "who presents a report": (("Läget är svårt, sade Eva Berg när hon i Sjövik presenterade en ny rapport från "
                              "Naturskyddsföreningen."), "Eva Berg", "Naturskyddsföreningen"),
    "inom": ("Det gör hon med Eva Berg inom Skolverket.", "Eva Berg", "Skolverket"),
    "the body that the article is about": (("Alvsunds kommun provar. Alvsunds kommun betalar. Bergfast AB bygger.\n\n"
                                           "– Bra, säger förändringsledaren Eva Berg."), "Eva Berg", "Alvsunds kommun"),
    "two bodies as often named": (("Alvsunds kommun betalar. Bergfast AB bygger.\n\n"
                                  "– Bra, säger förändringsledaren Eva Berg."), "Eva Berg", None),
    "whose the next one is": ("Där var landshövding Eva Berg, Bergfasts Sara Holm och Bo Ek.", "Eva Berg", None),
    "the head of a university": ("Huset vid Sjöviks universitet är klart. Rektor Eva Berg är glad.", "Eva Berg", "Sjöviks universitet"),
    "a head at the municipality that an agency inspects": (
        "Folkmiljömyndigheten granskar Alvsunds kommun. Enhetschefen Eva Berg är glad.", "Eva Berg", "Alvsunds kommun"),
    "a regional title": (("Sjöviks lasarett. Sjöviks lasarett. Region Mittmark stöttar.\n\n"
                         "– Bra, säger Eva Berg, regional HR-strateg."), "Eva Berg", "Region Mittmark"),
    "an office of another kind": ("Bergfast AB växer. Bergfast AB bygger.\n\n– Bra, säger kommundirektören Eva Berg.",
                                  "Eva Berg", None),
    "a scholar's only university": (("Sjöviks universitet mäter. Det är Sjöviks universitet som betalar.\n\n"
                                    "– Bra, säger professor Eva Berg."), "Eva Berg", "Sjöviks universitet"),
    "a scholar's university named in passing": ("Sjöviks universitet var först.\n\n– Bra, säger professor Eva Berg.",
                                                "Eva Berg", None),
    "whom it was told": ("– Vi väntar, säger trafikchef Eva Berg till Kvarnsundsposten.", "Eva Berg", None),
    "a council in a town": ("Patientrådet i Harsbo väntar. Rådets talesperson Eva Berg är nöjd.", "Eva Berg",
                            "Patientrådet i Harsbo"),
    "an association just named": ("Enligt Vretinge Handel har tio lagt ner. Föreningens ordförande Eva Berg är arg.",
                                  "Eva Berg", "Vretinge Handel"),
    "the noun of a name": ("Lillåns byalag väntar. Byalagets ordförande Eva Berg är arg.", "Eva Berg", "Lillåns byalag"),
    "her mail address": (
        "Vårdpersonalförbundet kräver mer.\n\nKontakt\n\nEva Berg, pressekreterare, eva.berg@vardpersonalforbundet.exempel",
        "Eva Berg", "Vårdpersonalförbundet",
    ),
    "another body's address": (
        "Alvsundspartiet kräver mer.\n\nKontakt\n\nEva Berg, fritidschef, eva.berg@alvsund.exempel", "Eva Berg", None,
    ),
    "behind the name, the title before it": ("Det säger docent Eva Berg vid Sjöviks universitet.", "Eva Berg",
                                             "Sjöviks universitet"),
    "a prosecutors' chamber": (
        "– Bra, säger åklagare Eva Berg på Särskilda åklagarkammaren.", "Eva Berg", "Särskilda åklagarkammaren",
    ),
    "a centre": ("– Bra, säger professor Eva Berg vid Ekologiskt centrum.", "Eva Berg", "Ekologiskt centrum"),
    "a unit and its aim": (
        "– Bra, säger Eva Berg, utredare vid Riksenheten mot korruption.", "Eva Berg", "Riksenheten mot korruption",
    ),
    "a house that keeps its s": ("– Bra, säger Finnvedshus vd Eva Berg.", "Eva Berg", "Finnvedshus"),
    "whose inner rank": ("Räddningstjänstens inre befäl, Eva Berg, väntar.", "Eva Berg", "Räddningstjänsten"),
    "a hospital in small letters": ("– Bra, säger Eva Berg, undersköterska på lasarettet i Sjövik.", "Eva Berg",
                                    "lasarettet i Sjövik"),
    "her own, not the one above": (
        "– Nej, säger Nils Holm, ombudsman på Vision.\n\n– Jo, säger Eva Berg, marknadsdirektör Norden på Resebolaget AB.",
        "Eva Berg", "Resebolaget AB",
    ),
    "her own that nobody knows": (
        "– Nej, säger Nils Holm, rektor på Åskolan.\n\n– Jo, säger Eva Berg, ägare till gården Sjöhaga.", "Eva Berg", None,
    ),
    "a sight that a noun presents": ("– Jo, säger Eva Berg, vd för besöksmålet Fjällstigen.", "Eva Berg", "Fjällstigen"),
    "a department and its company": ("– Jo, säger Eva Berg, divisionschef för Process & Drives på Bergfast AB.",
                                     "Eva Berg", "Bergfast AB"),
    "a country manager's company": ("– Jo, säger Eva Berg, Country Manager Sverige på Bergfast AB.", "Eva Berg",
                                    "Bergfast AB"),
    "two English titles": ("– Jo, säger Eva Berg, CEO & Founder, Bergfast AB.", "Eva Berg", "Bergfast AB"),
    "another contact's": (
        "Bron är klar.\n\nNils Holm, ekolog Sjöviks kommun, 070-174 06 12\n\nEva Berg, presschef, 070-174 06 13",
        "Eva Berg", None,
    ),
    "the rescue service in small letters": ("– Nej, säger Eva Berg på räddningstjänsten.", "Eva Berg",
                                            "räddningstjänsten"),
    "a region of the police": ("– Nej, säger Eva Berg, befäl vid polisregion Mitt.", "Eva Berg", "polisregion Mitt"),
    "a board with a hyphen": ("– Nej, säger Eva Berg, Vård- och omsorgsnämndens ordförande.", "Eva Berg",
                              "Vård- och omsorgsnämnden"),
    "a town in a list of politicians": ("Deltagare: Eva Berg, Alvsund (S), Nils Holm, Lomsund (M)", "Eva Berg", None),
    "a captain beside two teams": (
        "Det blev seger för Solberga Hockey. Efteråt var lagkaptenen Nils Holm nöjd.\n\nMatchfakta\nAlvsunds IF–Ekebro 6–7",
        "Nils Holm", None,
    ),
    "at work behind a comma": ("– Nej, säger Eva Berg, verksam vid Centrum för bioetik.", "Eva Berg",
                               "Centrum för bioetik"),
    "a business with initials": ("– Nej, säger Eva Berg, vd på H. Perssons Åkeri.", "Eva Berg", "H. Perssons Åkeri"),
    "a theme is no body": ("Eva Berg är kontaktperson för Begränsad klimatpåverkan.", "Eva Berg", None),
    "a credit glued to the body": ("Eva Berg, rektor Sjöviks kommunFoto: Nils Holm", "Nils Holm", None),
    "her own, without a preposition": (
        "Eva Berg, ordförande Hyresnätet, Nils Holm, vd Bergfast AB, och Rut Lind, sekreterare Vision, skriver.",
        "Eva Berg", None,
    ),
    "a rescue service with its place": ("– Nej, säger Eva Berg, chef på räddningstjänsten Storalvsund.", "Eva Berg",
                                        "räddningstjänsten Storalvsund"),
    "a club in one word": ("– Nej, säger Eva Berg, ordf. i Villaklubben.", "Eva Berg", "Villaklubben"),
    "two bodies, the first a union": ("Det säger Eva Berg, skyddsombud för Vision på Sjöviks lasarett.", "Eva Berg",
                                      "Vision"),
    "the chief of an area, before the company": (
        "Kontakt:\n\nJoakim Tell, chef Bioenergi, Bergfast AB, telefon 070-174 06 14",
        "Joakim Tell",
        "Bergfast AB",
    ),
    "the chief of a region, and a known body": (
        "– Bra, säger Bo Ek, regionchef Trafikverket, Alvsund.",
        "Bo Ek",
        "Trafikverket",
    ),
    "a company of two surnames, behind a title": (
        "Nordmark Skog bygger en fabrik.\n\nKontakt:\n\nJoakim Tell, vd, Nordmark Skog, telefon 070-174 06 14",
        "Joakim Tell",
        "Nordmark Skog",
    ),
    "a secretary of two surnames, behind a title": (
        "Valda: Siv Ek, ordförande, Lind Andersson, sekreterare.",
        "Siv Ek",
        None,
    ),
    "a mill": ("– Bra, säger Bo Ek, huvudskyddsombud på Tallholms pappersbruk.", "Bo Ek", "Tallholms pappersbruk"),
    "a company in -s, by its whole name": (
        "Nordambulans AB växer.\n\n– Bra, säger Nordambulans vd Bo Ek.",
        "Bo Ek",
        "Nordambulans AB",
    ),
    "whose school it is, who teaches there": (
        "– Vi dokumenterar allt, säger läraren Karl-Johan Rune.\n\nRektor på Karl-Johan Runes skola, Marianne Wede, lovar bättring.",
        "Marianne Wede",
        None,
    ),
    "a keeper of reindeer, who works for no mine": (
        "Gruvbolaget Kopparfjäll vill borra. Kopparfjälls vd Bo Ek är glad.\n\n– Vi pratar om vädret, säger renskötaren Per Engström.",
        "Per Engström",
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Åklagare Siv Alm: Den åtalade har medgett att han slog ett slag.", ["åklagare"]),
        ("Tränaren Bo Ek: Målvakten är hel.", ["tränare"]),
        ("Bo Ek: rektor på Åskolan.", ["rektor"]),
        ("Nils Holm är en jättebra målvakt.", ["målvakt"]),
        ("Nils Holm är en oerhört duktig tränare.", ["tränare"]),
        ("Nils Holm är biträdande tränare.", ["biträdande tränare"]),
        ("Siv Alm är en uppskattad och omtalad författare.", ["författare"]),
        ("Nils Holm är en känd och älskad skådespelare.", ["skådespelare"]),
        ("Nils Holm är känd för sitt engagemang.", []),
        ("Det blev seger före norrmannen Knut Dal.", ["norrman"]),
        ("På scenen står före detta rektorn Bo Ek.", ["före detta rektor"]),
        ("Biskop sedan 2011 är Siv Alm.", ["biskop"]),
        ("Nils Holm, som den 1 mars tillträder sin befattning som vice vd i Bergfast, är nöjd.", ["vice vd"]),
        ("Nils Holm återgår till ordinarie tjänst som ekonomichef.", ["ekonomichef"]),
        ("Siv Alm blir regionråd och nämndens ordförande.", ["regionråd", "nämndens ordförande"]),
    ],
)
def test_a_title_is_its_own_and_without_praise(read: Callable[[str], Record], text: str, roles: list[str]) -> None:
    (person,) = read(text).people or []
    assert [role.normalised for role in person.roles] == roles


@pytest.mark.parametrize(("text", "name", "role"), ROLES.values(), ids=ROLES)
def test_role(read: Callable[[str], Record], text: str, name: str, role: str | None) -> None:
    person = next(p for p in read(text).people if p.name == name)
    found = [r.normalised for r in person.roles]
    assert found == ([] if role is None else [role])


RESPECTIVE = {
    "apposed": ("Nämnden leds av Moa Ek och Bo Alm, ordförande respektive vice ordförande.", ["ordförande"], ["vice ordförande"]),
    "are": ("Moa Ek och Bo Alm är läkare respektive sjuksköterska.", ["läkare"], ["sjuksköterska"]),
    "towns": ("Moa Ek och Bo Alm, Alvsund respektive Brohamn, vann.", [], []),
    "deputies": ("Moa Ek och Bo Alm blir vice ordförande.", ["vice ordförande"], ["vice ordförande"]),
    "the board's head is another": ("Moa Ek blir vd och bolagets ordförande, Bo Alm, är nöjd.", ["vd"], ["ordförande"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "first", "second"), RESPECTIVE.values(), ids=RESPECTIVE)
def test_whose_of_two_titles(read: Callable[[str], Record], text: str, first: list[str], second: list[str]) -> None:
    found = {person.name: [role.normalised for role in person.roles] for person in read(text).people or []}
    assert found == {"Moa Ek": first, "Bo Alm": second}


def test_two_titles_before_a_name(read: Callable[[str], Record]) -> None:
    (person,) = read("– Det går bra, säger stiftelsens ordförande, professor Lennart Nilson.").people or []
    assert [role.normalised for role in person.roles] == ["ordförande", "professor"]


def test_a_surname_in_s_before_a_party(read: Callable[[str], Record]) -> None:
    assert [p.name for p in read("Anna Hermans (M) är glad.").people or []] == ["Anna Hermans"]


def test_somebodys_wife_is_employed_by_nobody(read: Callable[[str], Record]) -> None:
    assert not read("Tommys fru Camilla torkar en tår.").organisations


def test_the_post_that_is_the_news(read: Callable[[str], Record]) -> None:
    made = read("Eva Berg, i dag rektor på Åskolan, har utsetts till ny skolchef i Alvsunds kommun.")
    bodies = {o.id: o.name for o in made.organisations}
    found = [(r.normalised, bodies[r.organisation_id or ""]) for p in made.people for r in p.roles]
    assert found == [("rektor", "Åskolan"), ("skolchef", "Alvsunds kommun")]


def test_a_title_below_the_label_of_a_card(read: Callable[[str], Record]) -> None:
    made = read("Bron är klar.\n\nKontakt\n\nEva Berg\nPresskontakt\nKommunikationschef\n070-174 06 12")
    assert [r.normalised for p in made.people for r in p.roles] == ["presskontakt", "kommunikationschef"]


@pytest.mark.parametrize(("written", "form"), FORMS.values(), ids=FORMS)
def test_indefinite_form(written: str, form: str) -> None:
    assert normalised(written) == form


@pytest.mark.parametrize("word", NO_TITLES)
def test_no_title(word: str) -> None:
    assert indefinite(word) is None


@pytest.mark.parametrize(("text", "name", "body"), BODIES.values(), ids=BODIES)
def test_body(read: Callable[[str], Record], text: str, name: str, body: str | None) -> None:
    record = read(text)
    person = next(p for p in record.people if p.name == name)
    ids = {person.organisation_id, *(role.organisation_id for role in person.roles)} - {None}
    assert [o.name for o in record.organisations if o.id in ids] == ([] if body is None else [body])


#: Two people and their ages, by the order of both.
AGES: dict[str, tuple[str, list[int | None]]] = {
    "two ages": ("Sofia Ek och Nova Ek, 12 och 9 år, badar.\n\n– Skönt, säger Sofia.", [12, 9]),
    "two ages of one surname": ("Systrarna Sofia och Nova Ek, 12 respektive 9 år, badar.", [12, 9]),
    "an age of its own each": ("Siv Ek, 71, och Bo Ek, 12, badar.", [71, 12]),
    "an age of the second": ("Siv Ek och Bo Alm, 71, badar.", [None, 71]),
    "an age on a card": ("Fakta\nNamn: Siv Alm\nÅlder: 47\nYrke: lärare på Ekskolan", [47]),
    "an age on a card that runs on": ("NAMN: Siv Alm. ÅLDER: 47. YRKE: Lärare på Ekskolan.", [47]),
    "an age behind other lines of a card": ("Fakta: Siv Alm\nFödd: 1950 i Mellby\nBor: Alvsund\nÅlder: 71 år", [71]),
    "ages that are asked for": ("Kontakt: Siv Alm. Ålder: 18–25 år krävs.", [None]),
    "places in a race": ("Rut Ek och Bo Alm, 5 och 7 i serien, vann.", [None, None]),
}


@pytest.mark.parametrize(("text", "ages"), AGES.values(), ids=AGES)
def test_ages_of_two(read: Callable[[str], Record], text: str, ages: list[int | None]) -> None:
    assert [person.age for person in read(text).people] == ages
