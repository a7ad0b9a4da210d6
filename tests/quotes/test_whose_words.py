"""Who is the subject of a cue, where something else stands nearer to it; and how far the words reach."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Record

Said = Callable[[str], list[tuple[str, str | None]]]

SUBJECTS: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "a couple, and his wife": (
        "Malin och Peder Granvik köpte ett mejeri. Makarna tar ut lön.\n\n– Vi kunde tjäna mer, säger Peder.\n\n– Men då får du inga getter, säger hans fru.",
        [("Vi kunde tjäna mer", "Peder Granvik"), ("Men då får du inga getter", "Malin Granvik")],
    ),
    "two who are no couple, and his wife": (
        "Malin och Peder Granvik köpte ett mejeri.\n\n– Vi kunde tjäna mer, säger Peder.\n\n– Men då får du inga getter, säger hans fru.",
        [("Vi kunde tjäna mer", "Peder Granvik"), ("Men då får du inga getter", "hans fru")],
    ),
    "a picture of somebody": (
        "– Läkaren sa att det gick över, säger Sara Norling.\n\nHon visar en bild i mobilen. På den ligger Ellen Norling i en säng.\n\n– Där trodde vi att vi skulle förlora henne.",
        [
            ("Läkaren sa att det gick över", "Sara Norling"),
            ("Där trodde vi att vi skulle förlora henne.", "Sara Norling"),
        ],
    ),
    "a bench, and who sits on it": (
        "– Läkaren sa att det gick över, säger Sara Norling.\n\nPå bänken sitter Ellen Alm.\n\n– Jag väntar på bussen.",
        [("Läkaren sa att det gick över", "Sara Norling"), ("Jag väntar på bussen.", "Ellen Alm")],
    ),
    "the scorer, who came in": (
        "Inhopparen Simon Bergdal nickade in ledningsmålet.\n\n– Jag såg bollen, sa målskytten.",
        [("Jag såg bollen", "Simon Bergdal")],
    ),
    "the scorer, and an office that is none": (
        "Rektorn Simon Bergdal hälsade välkommen.\n\n– Jag såg bollen, sa målskytten.",
        [("Jag såg bollen", "målskytten")],
    ),
    "somebody's colleague with a workplace and a name": (
        "– Det brann, säger Camilla Dahlö.\n\n– Det är rutin, säger Dahlös kollega på polisen, stationsbefälet Per-Arne Wigh.",
        [("Det brann", "Camilla Dahlö"), ("Det är rutin", "Per-Arne Wigh")],
    ),
    "somebody's colleague without a name": (
        "– Det brann, säger Camilla Dahlö.\n\n– Det är rutin, säger Dahlös kollega i kommunen.",
        [("Det brann", "Camilla Dahlö"), ("Det är rutin", "Dahlös kollega i kommunen")],
    ),
    "somebody's successor": (
        "– Det brann, säger Camilla Dahlö.\n\n– Jag är ny, säger Camilla Dahlös efterträdare Siv Alm.",
        [("Det brann", "Camilla Dahlö"), ("Jag är ny", "Siv Alm")],
    ),
    "a surname that ends like a genitive": (
        "– Det brann, säger Camilla Vass.\n\n– Det är rutin, säger Vass på vägen till polisen.",
        [("Det brann", "Camilla Vass"), ("Det är rutin", "Camilla Vass")],
    ),
    "a colleague of whom a pronoun tells whose": (
        "– Schemat är dåligt, säger Emelie Alm.\n\nEn kollega till henne, som vill vara anonym, berättar att tre har slutat.\n\n– De som har barn orkar inte.",
        [
            ("Schemat är dåligt", "Emelie Alm"),
            ("tre har slutat", "En kollega till henne"),
            ("De som har barn orkar inte.", "En kollega till henne"),
        ],
    ),
    "a colleague of somebody named": (
        "– Schemat är dåligt, säger Emelie Alm.\n\nEn kollega till Emelie Alm, som vill vara anonym, berättar att tre har slutat.\n\n– De som har barn orkar inte.",
        [
            ("Schemat är dåligt", "Emelie Alm"),
            ("tre har slutat", "En kollega till Emelie Alm"),
            ("De som har barn orkar inte.", "En kollega till Emelie Alm"),
        ],
    ),
    "a colleague, and then somebody by name": (
        "– Schemat är dåligt, säger Emelie Alm.\n\nEn kollega till henne, som vill vara anonym, berättar att tre har slutat. Chefen Bo Ek suckar.\n\n– Vi har försökt.",
        [
            ("Schemat är dåligt", "Emelie Alm"),
            ("tre har slutat", "En kollega till henne"),
            ("Vi har försökt.", "Bo Ek"),
        ],
    ),
    "papers that somebody with a voice refers to": (
        "Kassören Tora Sander upptäckte det.\n\n– De hade målat fyra gånger, enligt pappren. Jag har inte sett en pensel.",
        [("De hade målat fyra gånger, enligt pappren. Jag har inte sett en pensel.", "Tora Sander")],
    ),
    "a report that speaks for itself": (
        "Kassören Tora Sander upptäckte det.\n\n– Det är ingen fara, enligt rapporten. Vattnet går att dricka.",
        [("Det är ingen fara … Vattnet går att dricka.", "rapporten")],
    ),
    "an office behind its verb, and somebody of the other sex": (
        "Statsminister Erik Sand talade.\n\nKlubbordföranden Janne Stark lämnade över en hjälm.\n\n– Den skyddar, sade han.\n\nI talet gick statsministern till angrepp mot Lena Vret.\n\n– Hon har haft fyra år på sig, sade han.",
        [("Den skyddar", "Janne Stark"), ("Hon har haft fyra år på sig", "Erik Sand")],
    ),
    "an office behind its verb, and somebody who may be meant": (
        "Statsminister Erik Sand talade.\n\nI talet gick statsministern till angrepp mot Janne Stark.\n\nKlubbordföranden Bo Ek lämnade över en hjälm.\n\n– Den skyddar, sade han.",
        [("Den skyddar", "Bo Ek")],
    ),
    "a child with an age and a friend": (
        "Vilma, 7 år, hänger upp och ner.\n\n– Den är som ett rymdskepp, säger hon.\n\nKompisen Alfred är mer skeptisk.\n\n– Jag ville ha en vulkan.",
        [("Den är som ett rymdskepp", "Vilma"), ("Jag ville ha en vulkan.", "Alfred")],
    ),
    "two in a common comment, the first behind a comma": (
        "– Det är ett genombrott, säger Vårdförbundets ordförande, Karin Åsell, och Kommunals Pia Dalin i en gemensam kommentar.",
        [("Det är ett genombrott", "Karin Åsell; Pia Dalin")],
    ),
    "one who speaks, and another who nods": (
        "– Det är ett genombrott, säger Vårdförbundets ordförande, Karin Åsell, medan Kommunals Pia Dalin nickar.",
        [("Det är ett genombrott", "Karin Åsell")],
    ),
    "a nickname in marks, behind a cue": (
        "– Ja, säger tränare Nils ”Nubben” Lans.\n\n– Nej, det går inte, säger ”Nubben” efter matchen.",
        [("Ja", "Nils ”Nubben” Lans"), ("Nej, det går inte", "Nils ”Nubben” Lans")],
    ),
    "who stays, of whom the words tell": (
        "– Vi är glada, säger tränaren Siv Alm.\n\nNils Ek fortsätter i höst:\n\n– Vi är glada att ha Nils här.",
        [("Vi är glada", "Siv Alm"), ("Vi är glada att ha Nils här.", "Siv Alm")],
    ),
    "who goes on": (
        "– Vi är glada, säger tränaren Siv Alm.\n\nNils Ek fortsätter:\n\n– Vi har mer att ge.",
        [("Vi är glada", "Siv Alm"), ("Vi har mer att ge.", "Nils Ek")],
    ),
    "who scored, in a row with commas": (
        "– Vi är glada, säger tränaren Jon Berg.\n\nMålen gjordes av Siv Alm, Eva Ek och Rut Dahl.\n\n– Vi höll ihop.",
        [("Vi är glada", "Jon Berg"), ("Vi höll ihop.", "Jon Berg")],
    ),
    "who comes in behind those who scored": (
        "– Vi är glada, säger tränaren Jon Berg.\n\nMålen gjordes av Siv Alm och Eva Ek. Målvakten Rut Dahl är nöjd.\n\n– Vi höll ihop.",
        [("Vi är glada", "Jon Berg"), ("Vi höll ihop.", "Rut Dahl")],
    ),
    "the subject, behind a row of others": (
        "– Vi är glada, säger Jon Berg.\n\nJon Berg berömmer jobbet med de andra tränarna Per Alm och Olle Dahl.\n\n– Det ger mycket, säger han.",
        [("Vi är glada", "Jon Berg"), ("Det ger mycket", "Jon Berg")],
    ),
    "a row that is the subject": (
        "– Vi är glada, säger Jon Berg.\n\nPer Alm och Olle Dahl leder laget.\n\n– Det ger mycket, säger Alm.",
        [("Vi är glada", "Jon Berg"), ("Det ger mycket", "Per Alm")],
    ),
    "a thief two paragraphs ago": (
        "– Det känns bra, säger ägaren Jon Berg.\n\nEn man, som sitter i häkte, slog sönder dörren.\n\nNu är väggarna målade.\n\n– Vi valde rött, säger han.",
        [("Det känns bra", "Jon Berg"), ("Vi valde rött", "Jon Berg")],
    ),
    "a man in the paragraph before": (
        "– Det är lugnt nu, säger polisen Jon Berg.\n\nEn man, som bor intill, hörde smällen.\n\n– Det small, säger han.",
        [("Det är lugnt nu", "Jon Berg"), ("Det small", "En man")],
    ),
    "the back, who is given the word": (
        "– Det är synd, säger Jon Berg.\n\nOch får medhåll av Per Alm:\n\n– Verkligen synd, säger backen och fortsätter:\n\n– Det är tungt.",
        [("Det är synd", "Jon Berg"), ("Verkligen synd", "Per Alm"), ("Det är tungt.", "Per Alm")],
    ),
    "the back, who goes on": (
        "Jon Berg gjorde mål.\n\n– Det är kul, säger Jon Berg.\n\nHan spelade med Per Alm.\n\n– Riktigt kul, säger backen.",
        [("Det är kul", "Jon Berg"), ("Riktigt kul", "Jon Berg")],
    ),
    "whose view the narration tells, and explains": (
        "Det blir svårt, sade Siv Alm i går.\n\nRektor Jon Berg vill vänta med beslutet.\n\nEtt skäl är att priset är högt.\n\n– Jag vet att många blir arga.",
        [("Det blir svårt", "Siv Alm"), ("Jag vet att många blir arga.", "Jon Berg")],
    ),
    "what somebody did, and no view": (
        "– Jag är nöjd, säger tränaren Siv Alm.\n\nJon Berg gjorde 2–1 före paus.\n\nSedan rann det iväg.\n\n– Jag tycker att vi var bäst.",
        [("Jag är nöjd", "Siv Alm"), ("Jag tycker att vi var bäst.", "Siv Alm")],
    ),
    "between the subject and what she has told": (
        "En flicka som såg branden, har i ett förhör berättat att dörren stod öppen.",
        [("dörren stod öppen", "En flicka")],
    ),
    "those in a picture": (
        "Kören ger konsert. Dirigenten Jon Berg är nöjd.\n\nFrån vänster Per Alm, Eva Ek och Olle Dahl.\n\n– Fint! Så ska det låta.\n\nDet är sent.\n\n– Vi är klara, slår Jon Berg fast.",
        [("Fint! Så ska det låta.", "Jon Berg"), ("Vi är klara", "Jon Berg")],
    ),
    "whom the reporter calls": (
        "När vi får tag på tränaren är han trött.\n\n– Jag är helt tom.\n\n– Vi kan bättre.",
        [("Jag är helt tom.", "tränaren"), ("Vi kan bättre.", "tränaren")],
    ),
    "whom the reporter calls, and has named": (
        "Rektor Jon Berg leder skolan. När vi når rektorn är han på väg hem.\n\n– Jag är helt tom.",
        [("Jag är helt tom.", "Jon Berg")],
    ),
    "what the reporter reaches": (
        "När vi når toppen är det mörkt.\n\n– Jag är helt slut, säger guiden Jon Berg.",
        [("Jag är helt slut", "Jon Berg")],
    ),
    "who goes out and who comes in": (
        "– Jag är besviken, säger tränaren Siv Alm.\n\nI paus bytte laget målvakt – ut med Jon Berg och in med Per Dahl.\n\n– Det hjälpte föga.",
        [("Jag är besviken", "Siv Alm"), ("Det hjälpte föga.", "Siv Alm")],
    ),
    "behind a time of day": (
        "Vid 01.45 meddelade räddningstjänsten att branden var släckt.",
        [("branden var släckt", "räddningstjänsten")],
    ),
    "the short form of a body": (
        "Region Alvsund bygger nytt. Regionen uppger att bygget blir dyrt.",
        [("bygget blir dyrt", "Region Alvsund")],
    ),
    "a short form that two bodies have": (
        "Region Alvsund och Region Sjövik bygger nytt. Regionen uppger att bygget blir dyrt.",
        [("bygget blir dyrt", "Regionen")],
    ),
    "a short form before the body is named": (
        "Det blir dyrt, enligt regionen. Region Alvsund bygger ändå.",
        [("Det blir dyrt", "regionen")],
    ),
    "who gives support, before a colon": (
        "Bo Ek är arg.\n\n– Det är fel, säger han.\n\nHan får stöd av rektorn på Alvskolan, Siv Lund:\n\n– Jag ser det.",
        [("Det är fel", "Bo Ek"), ("Jag ser det.", "Siv Lund")],
    ),
    "who gives support, presented": (
        "Bo Ek är arg.\n\n– Det är fel, säger han.\n\nHan får stöd av Siv Lund, rektor på Alvskolan.\n\n– Jag ser det.",
        [("Det är fel", "Bo Ek"), ("Jag ser det.", "Siv Lund")],
    ),
    "who answers back": (
        "Bo Ek är arg.\n\n– Det är fel, säger han.\n\nHan får mothugg från grannen.\n\n– Jag ser det.",
        [("Det är fel", "Bo Ek"), ("Jag ser det.", "grannen")],
    ),
    "support that is no words": (
        "Bo Ek är arg.\n\n– Det är fel, säger han.\n\nHan får stöd av sin fru Rut.\n\n– Hon är fantastisk.",
        [("Det är fel", "Bo Ek"), ("Hon är fantastisk.", "Bo Ek")],
    ),
    "a verb with its particle behind the pronoun": (
        "Ida Bro är glad.\n\n– Och pannkakor på torsdagar, fyller hon i.",
        [("Och pannkakor på torsdagar", "Ida Bro")],
    ),
    "a husband with his wife's surname": (
        "Siv och Olle Alm firade.\n\n– Det är skönt, säger Siv Alm.\n\nMaken nickar.\n\n– Man har inte sovit.",
        [("Det är skönt", "Siv Alm"), ("Man har inte sovit.", "Olle Alm")],
    ),
    "a husband whom nobody names": (
        "Siv Alm och Olle Berg firade.\n\n– Det är skönt, säger Siv Alm.\n\nMaken nickar.\n\n– Man har inte sovit.",
        [("Det är skönt", "Siv Alm"), ("Man har inte sovit.", "Maken")],
    ),
    "a husband of whom the words tell": (
        "Siv Alm är arg.\n\n– Det är tungt, säger Siv Alm.\n\nMaken fick vänta på beskedet.\n\n– Han har inte sovit.",
        [("Det är tungt", "Siv Alm"), ("Han har inte sovit.", "Siv Alm")],
    ),
    "the man who is named and has no office": (
        "Karl Alm greps i går.\n\n– Vi fann honom, säger polisen Bo Ek.\n\nMannen nekar.\n\n– Jag är oskyldig.",
        [("Vi fann honom", "Bo Ek"), ("Jag är oskyldig.", "Karl Alm")],
    ),
    "one man of two who are named": (
        "Karl Alm och Per Lund greps.\n\n– Vi fann dem, säger polisen Bo Ek.\n\nMannen nekar.\n\n– Jag är oskyldig.",
        [("Vi fann dem", "Bo Ek"), ("Jag är oskyldig.", "Mannen")],
    ),
    "a friend who laughs": (
        "Siv Alm firade.\n\n– Det är skönt, säger Siv Alm.\n\nDet är kallt. Kompisen skrattar.\n\n– Man har inte sovit.",
        [("Det är skönt", "Siv Alm"), ("Man har inte sovit.", "Kompisen")],
    ),
    "her husband who nods": (
        "Siv Alm firade.\n\n– Det är skönt, säger Siv Alm.\n\nHennes man nickar instämmande.\n\n– Man har inte sovit.",
        [("Det är skönt", "Siv Alm"), ("Man har inte sovit.", "Hennes man")],
    ),
    "a wife whom the speaker embraces": (
        "– Jag är stolt, säger Bo Ek och kramar om sin fru Siv Lund.\n\n– Utan stöd hade det inte gått.",
        [("Jag är stolt", "Bo Ek"), ("Utan stöd hade det inte gått.", "Bo Ek")],
    ),
    "whose husband the speaker is": (
        "– Jag är stolt, säger Bo Ek, make till konstnären Siv Lund.\n\n– Vi har haft roligt.",
        [("Jag är stolt", "Bo Ek"), ("Vi har haft roligt.", "Bo Ek")],
    ),
    "whom the speaker has beaten": (
        "– Jag är nöjd, säger Bo Ek efter segern mot Siv Lund.\n\n– Det var tungt i början.",
        [("Jag är nöjd", "Bo Ek"), ("Det var tungt i början.", "Bo Ek")],
    ),
    "a daughter whom the words are about": (
        "– Jag är stolt, säger Bo Ek om dottern Siv.\n\n– Hon har kämpat.",
        [("Jag är stolt", "Bo Ek"), ("Hon har kämpat.", "Bo Ek")],
    ),
    "who nods while the speaker talks": (
        "– Jag är stolt, säger Bo Ek medan Siv Lund nickar instämmande.\n\n– Det var tungt.",
        [("Jag är stolt", "Bo Ek"), ("Det var tungt.", "Siv Lund")],
    ),
    "whom the word is given to": (
        "– Jag är stolt, säger Bo Ek och lämnar över till rektorn Siv Lund.\n\n– Nu börjar jobbet.",
        [("Jag är stolt", "Bo Ek"), ("Nu börjar jobbet.", "Siv Lund")],
    ),
    "two who are counted before their names": (
        "Vi är glada, sa de båda vinnarna Bo Ek och Siv Lund.",
        [("Vi är glada", "Bo Ek; Siv Lund")],
    ),
    "a neighbour who helped whom the frame named": (
        "– Vi hade tur, säger Siv Lund. Hon fick hjälp av grannen Bo Ek.\n\n– Det kunde ha gått illa.",
        [("Vi hade tur", "Siv Lund"), ("Det kunde ha gått illa.", "Siv Lund")],
    ),
    "a husband of whom the words tell by his sex": (
        "– Vi hade tur, säger Siv Lund. Maken Bo är kvar på sjukhuset.\n\n– Han mår bättre nu.",
        [("Vi hade tur", "Siv Lund"), ("Han mår bättre nu.", "Siv Lund")],
    ),
    "a wife of whom the words tell": (
        "– Bra, säger Bo Ek.\n\nHustrun Siv är sjuk.\n\n– Hennes hjärta är svagt.",
        [("Bra", "Bo Ek"), ("Hennes hjärta är svagt.", "Bo Ek")],
    ),
    "whom somebody is compared with": (
        "– Pengarna räcker, sade Bo Ek.\n\nSiv Lund är inte lika säker som Bo Ek.\n\n– Det gör de inte alls.",
        [("Pengarna räcker", "Bo Ek"), ("Det gör de inte alls.", "Siv Lund")],
    ),
    "by whom a prize was handed out": (
        "Årets pristagare heter Siv Lund. Priset delades ut av Bo Ek.\n\n– Jag är så glad.",
        [("Jag är så glad.", "Siv Lund")],
    ),
    "a goalkeeper of whom the words tell": (
        "Efter matchen hyllade tränaren Bo Ek målvakten Siv Lund.\n\n– Hon var fantastisk.",
        [("Hon var fantastisk.", "Bo Ek")],
    ),
    "by whom she of whom the words tell was praised": (
        "Siv Lund hyllades av tränaren Bo Ek.\n\n– Hon var fantastisk.",
        [("Hon var fantastisk.", "Bo Ek")],
    ),
    "by whom she of whom the words tell was hired": (
        "Siv Lund blir rektor. Hon anställdes av Bo Ek, skolchef.\n\n– Hon har lång erfarenhet.",
        [("Hon har lång erfarenhet.", "Bo Ek")],
    ),
    "a colleague who speaks of a man known before": (
        "I går greps Bo Ek.\n\n– Han nekar, säger advokat Siv Lund.\n\nÅklagare Nils Frid är tyst.\n\n– Han ska häktas.",
        [("Han nekar", "Siv Lund"), ("Han ska häktas.", "Nils Frid")],
    ),
    "a scorer in brackets": (
        "– Vi vann, säger tränaren Per Holm.\n\nLaget gjorde 2–2 (Jon Lind) före pausen.\n\n– Då spelade vi bra.",
        [("Vi vann", "Per Holm"), ("Då spelade vi bra.", "Per Holm")],
    ),
    "two scorers": (
        "– Vi vann, säger tränaren Per Holm.\n\nMålen gjordes av Jon Lind och Erik Berg.\n\n– Vi hade kontroll.",
        [("Vi vann", "Per Holm"), ("Vi hade kontroll.", "Per Holm")],
    ),
    "who leads those whom the speaker scolds": (
        "– Vi var bäst, säger Per Holm.\n\nHan ger en känga till domarna med Jon Lind i spetsen.\n\n– Konstiga domslut, va.",
        [("Vi var bäst", "Per Holm"), ("Konstiga domslut, va.", "Per Holm")],
    ),
    "colleagues who are named beside": (
        "Nils Falk och hans kollegor Johan Tång och Jim Berg blev trötta.\n\n– Det kändes tungt, säger han.",
        [("Det kändes tungt", "Nils Falk")],
    ),
    "who is heard to complain": (
        "Ola Berg klagade.\n\nNär tränaren Nils Frank får höra att Berg var arg skrattar han.\n\n– Han borde träna mer, sa han.",
        [("Han borde träna mer", "Nils Frank")],
    ),
    "the head of a school whose name ends in a town": (
        "– Vi jobbar på, säger Norra Ängskolan i Alvsunds rektor Kurt Malm.",
        [("Vi jobbar på", "Kurt Malm")],
    ),
    "a heading in marks above prose": (
        "– Vi jobbar på det, säger Klas Lund.\n\n”Ska bli lugnt och fint här”\n\nNu får grannarna säga sitt.",
        [("Vi jobbar på det", "Klas Lund")],
    ),
    "an answer to a reporter": (
        "En reporter frågade om mannen är dansk, men fick svaret att polisen inte uttalar sig.",
        [("om mannen är dansk", "En reporter")],
    ),
    "who is in the dock": (
        "Den åtalade sade: ”Ja, då behövs ingen hjälp.”",
        [("Ja, då behövs ingen hjälp.", "Den åtalade")],
    ),
    "a source within somebody's words": (
        "Bo Ek skriver:\n\n”Enligt Trafikverket är vägen stängd. Det är synd.”",
        [("Enligt Trafikverket är vägen stängd. Det är synd.", "Bo Ek")],
    ),
    "a name behind a title in a town, with the party's genitive": (
        "Kommunalrådet i Norrhult, centerns Johan Ask, säger att han är förvånad.",
        [("han är förvånad", "Johan Ask")],
    ),
    "a neighbour without a name": (
        "– Vi släcker, säger Bo Ek, brandman.\n\nEn granne, som inte vill säga sitt namn, hörde en smäll.\n\n– Det lät som en bomb.",
        [("Vi släcker", "Bo Ek"), ("Det lät som en bomb.", "En granne")],
    ),
    "one of the neighbours": (
        "– Vi släcker, säger Bo Ek, brandman.\n\nEn av grannarna hörde en smäll.\n\n– Det lät som en bomb.",
        [("Vi släcker", "Bo Ek"), ("Det lät som en bomb.", "En av grannarna")],
    ),
    "a woman who is shaken": (
        "– Vi släcker, säger Bo Ek, brandman.\n\nEn kvinna i huset vaknade. Hon är chockad.\n\n– Det lät som en bomb.",
        [("Vi släcker", "Bo Ek"), ("Det lät som en bomb.", "En kvinna")],
    ),
    "a woman who was taken to hospital": (
        "– Vi släcker, säger Bo Ek, brandman.\n\nEn kvinna fick föras till sjukhus.\n\n– Det är oklart hur hon mår.",
        [("Vi släcker", "Bo Ek"), ("Det är oklart hur hon mår.", "Bo Ek")],
    ),
    "an operator of whom the words tell": (
        "– Vi släcker, säger Bo Ek, brandman.\n\nEn larmoperatör såg branden på kameran.\n\n– Han ringde oss direkt.",
        [("Vi släcker", "Bo Ek"), ("Han ringde oss direkt.", "Bo Ek")],
    ),
    "the silent police": (
        "– Vi släcker, säger Bo Ek, brandman.\n\nHos polisen är man förtegen.\n\n– Vi kan inte säga något.",
        [("Vi släcker", "Bo Ek"), ("Vi kan inte säga något.", "polisen")],
    ),
    "whom a sentence of its own gives the word": (
        "– Tack alla, sa Bo Ek. Han lämnade över ordet till Siv Lund.\n\n– Nu börjar vi.",
        [("Tack alla", "Bo Ek"), ("Nu börjar vi.", "Siv Lund")],
    ),
    "who spoke after another": ("Efter Bo Ek talade Siv Lund.\n\n– Nu börjar vi.", [("Nu börjar vi.", "Siv Lund")]),
    "who was asked": (
        "Siv Lund frågade Bo Ek varför bron dröjer.\n\n– Vi saknar pengar.",
        [("Vi saknar pengar.", "Bo Ek")],
    ),
    "who got the question": (
        "I panelen satt Bo Ek. Han fick frågan av Siv Lund varför bron dröjer.\n\n– Vi saknar pengar.",
        [("Vi saknar pengar.", "Bo Ek")],
    ),
    "an inquiry with a line on who answers": (
        "Vad tycker du om bron?\n\nSiv Lund\n\n34 år, Alvsund\n\n– Jag är för.\n\nBo Ek\n\n50 år, Sjövik\n\n– Jag är emot.",
        [("Jag är för.", "Siv Lund"), ("Jag är emot.", "Bo Ek")],
    ),
    "an inquiry with names alone": (
        "Vad tycker du om bron?\n\nSiv Lund\n\n– Jag är för.\n\nBo Ek\n\n– Jag är emot.",
        [("Jag är för.", "Siv Lund"), ("Jag är emot.", "Bo Ek")],
    ),
    "an inquiry with ages": (
        "Vad tycker du om bron?\n\nSiv Lund, 34 år\n\nAlvsund\n\n– Jag är för.\n\nBo Ek, 50 år\n\nSjövik\n\n– Jag är emot.",
        [("Jag är för.", "Siv Lund"), ("Jag är emot.", "Bo Ek")],
    ),
    "an inquiry whose names stand below": (
        "Vad tycker du om bron?\n\n– Jag är för.\n\nSiv Lund, 34, Alvsund\n\n– Jag är emot.\n\nBo Ek, 50, Sjövik",
        [("Jag är för.", "Siv Lund"), ("Jag är emot.", "Bo Ek")],
    ),
    "marks with a dash in them below a name": (
        'Vi frågade.\n\nSiv Lund:\n\n"– Vi är för det."\n\nBo Ek:\n\n"– Jag är emot."',
        [("Vi är för det.", "Siv Lund"), ("Jag är emot.", "Bo Ek")],
    ),
    "a writer above the text": (
        "Bo Ek\n\n– Det är synd, säger rektorn Siv Lund.\n\n– Vi hade hoppats på mer.",
        [("Det är synd", "Siv Lund"), ("Vi hade hoppats på mer.", "Siv Lund")],
    ),
    "an audience that laughs": (
        "Siv Alm firade.\n\n– Det är skönt, säger Siv Alm.\n\nPubliken skrattar.\n\n– Man har inte sovit.",
        [("Det är skönt", "Siv Alm"), ("Man har inte sovit.", "Siv Alm")],
    ),
    "one of two": (
        "Den ene av männen erkänner men menar att han hotats att delta.",
        [("han hotats att delta", "Den ene av männen")],
    ),
    "one of two behind the words": (
        "– Jag är oskyldig, säger den yngre av bröderna till radion.",
        [("Jag är oskyldig", "den yngre av bröderna")],
    ),
    "one of many things": ("Den största av båtarna visar att det går.", []),
    "with an adverb behind the frame": (
        "Skolan fick pris. ”Skolan visar att det går”, löd juryns motivering då.",
        [("Skolan visar att det går", "juryns motivering")],
    ),
    "who remembers is no words": ("Bo Ekdal, numera pensionär, minns sin elev.", []),
    "a form filled in": ("Hon fyller i blanketten att barnet är sjukt.", []),
    "behind a weekday": (
        "På måndagen uppgav kommunen att vattnet är tjänligt.",
        [("vattnet är tjänligt", "kommunen")],
    ),
    "behind a clause with a body in it": (
        "Annelie Hägg är rektor. När det gäller lånet till Alvsund Trä AB menade hon att det var rätt.",
        [("det var rätt", "Annelie Hägg")],
    ),
    "behind a survey": (
        "I en enkät säger sju av tio småföretagare att de dragit ner.",
        [("de dragit ner", "sju av tio småföretagare")],
    ),
    "with a relative clause": (
        "En kvinna som arbetar på sjukhuset i Falun berättar att hon såg rök.",
        [("hon såg rök", "En kvinna")],
    ),
    "before har": (
        "Jens Hallin har efter tre år i Kvarnmolngruppen meddelat styrelsen att han slutar.",
        [("han slutar", "Jens Hallin")],
    ),
    "a name between commas": (
        "Skogschefen i Jägarnas Riksförbund, Henrik Tågberg, tror att vargen är skjuten.",
        [("vargen är skjuten", "Henrik Tågberg")],
    ),
    "a title without its comma": (
        "Eva Ek ordförande i Hållbo IF säger att matchen ställs in.",
        [("matchen ställs in", "Eva Ek")],
    ),
    "a comma too many, and a medium": (
        "Koncernens vd Dag Melin, säger till Radio Alvsund, att ledningen är orolig.",
        [("ledningen är orolig", "Dag Melin")],
    ),
    "a comma behind the cue": ("– Det är sant, säger, Janne Olofsson.", [("Det är sant", "Janne Olofsson")]),
    "no comma behind a place": (
        "Eva Ek hälsar.\n\n– Det är kul att det händer något här i Kungsör säger hon.",
        [("Det är kul att det händer något här i Kungsör", "Eva Ek")],
    ),
    "the frame beats a relative clause": (
        "Det finns utförare som rapporterar att de har plats, säger Lennart Eriksson.",
        [("Det finns utförare som rapporterar att de har plats", "Lennart Eriksson")],
    ),
    "what stands before the frame beats what follows": (
        "Det blir svårt, menar vd:n Marie Söderlund, som räknar med att tappa kunder.",
        [("Det blir svårt", "Marie Söderlund")],
    ),
    "two titles before the name": (
        "– Det är helt otroligt, utbrast uppfödaren och ägaren Marie Nilsson.",
        [("Det är helt otroligt", "Marie Nilsson")],
    ),
    "whose head speaks": ("– Vi väntar, säger Alvsund Aerotechs chef Ulf Sandell.", [("Vi väntar", "Ulf Sandell")]),
    "somebody else's chief": ("– Vi väntar, säger Annas chef Ulf Sandell.", [("Vi väntar", "Ulf Sandell")]),
    "an epithet": (
        "Anna Lagerkvist gjorde två mål.\n\n– Det var kul, summerade Luleåfostrade Lagerkvist.",
        [("Det var kul", "Anna Lagerkvist")],
    ),
    "the two who wrote": (
        "Siv Ekdal och Bo Sandell är oense.\n\n”Alla tycker att bron ska byggas nu”, skrev de två i brevet.",
        [("Alla tycker att bron ska byggas nu", "Siv Ekdal; Bo Sandell")],
    ),
    "a body without its medium": (
        "Vi tar strid om arbetstiden, skriver förbundet i sitt varsel.",
        [("Vi tar strid om arbetstiden", "förbundet")],
    ),
    "what is ruling says nothing": (
        "Siv Ekdal är ombud.\n\nTrots den oro som råder är beskedet från facket tydligt:\n\n– Vi kräver besked.",
        [("Vi kräver besked.", "Siv Ekdal")],
    ),
    "two with titles between commas": (
        "Tom Johansson, skyddsombud, och Petra Sjöström, ordförande, säger att de väntar.",
        [("de väntar", "Tom Johansson; Petra Sjöström")],
    ),
    "two with titles before them": (
        "Skolchef Johnny Thorén och rektor Kristina Stenvall träffades och menar att det går.",
        [("det går", "Johnny Thorén; Kristina Stenvall")],
    ),
    "a group of the sentence before": (
        "Revisorerna har granskat kommunen. De konstaterar att kostnaderna ökar.",
        [("kostnaderna ökar", "Revisorerna")],
    ),
    "a body by its letters": (
        "Sveriges Byggföretagare (BF) varnar. Enligt BF läggs tio byggen ner.",
        [("läggs tio byggen ner", "Sveriges Byggföretagare")],
    ),
    "the first of two in a flattened text": (
        "- Avdelningen har det trångt. - Vi gör plats nu, säger Anna Lind. För mer information: Olle Ek, 070-174 06 12.",
        [("Avdelningen har det trångt.", "Anna Lind"), ("Vi gör plats nu", "Anna Lind")],
    ),
    "who agrees": (
        "– Det är bra, tyckte Rut Ek. Hon fick medhåll av grannen Siv Lund:\n\n– Helt rätt.",
        [("Det är bra", "Rut Ek"), ("Helt rätt.", "Siv Lund")],
    ),
    "a name behind a body's title": (
        "Man ska tala om det, menar vd:n för Nordrail, Bo Ek.",
        [("Man ska tala om det", "Bo Ek")],
    ),
    "a jury": (
        "Priset går till Siv Ek.\n\nUr motiveringen till Siv Ek: ”Hon väver samman det gamla med det nya.”",
        [("Hon väver samman det gamla med det nya.", "motiveringen")],
    ),
    "a crowd": ("– Heja!, ekade det från läktaren i Alvsund.", [("Heja!", "läktaren i Alvsund")]),
    "a motive": ("Rut Ek motiverade förslaget med att det är billigare.", [("det är billigare", "Rut Ek")]),
    "whoever helped is not he": (
        "– Det är rädslan, säger Mikael Dahl.\n\nTorsten Hamberg föll i maj. Då fick han hjälp av Mikael Dahl. I dag går han en mil, berättar han.",
        [("Det är rädslan", "Mikael Dahl"), ("I dag går han en mil", "Torsten Hamberg")],
    ),
    "the clause first": (
        "Att reglerna behöver ändras anser också Mats Klinga.",
        [("reglerna behöver ändras", "Mats Klinga")],
    ),
    "an interviewer asks": (
        "Bo Ekdal väntar.\n\nTT: Hur länge blir ni borta?\n\n– Ett år.",
        [("Ett år.", "Bo Ekdal")],
    ),
}

REACH: dict[str, tuple[str, list[tuple[str, str | None]]]] = {
    "what a portrait's words are on, before them": (
        "Rut Alm fyller 65 på fredag.\n\n– Jag ser fram emot det, säger hon.\n\nOm att fylla 65: ”Det är lite tråkigt, men man vänjer sig.”\n\nOm maten: ”Det blir sill och potatis.”",
        [
            ("Jag ser fram emot det", "Rut Alm"),
            ("Det är lite tråkigt, men man vänjer sig.", "Rut Alm"),
            ("Det blir sill och potatis.", "Rut Alm"),
        ],
    ),
    "a title behind its matter": (
        "Bo Alm skriver böcker.\n\n– Jag skriver mest, säger Bo Alm.\n\nOm kriget: ”Det tar aldrig slut”, en bok om sorg, kom i fjol.",
        [("Jag skriver mest", "Bo Alm")],
    ),
    "an advocate of one of several": (
        "Enligt en av de misstänktas advokat, Roland Mark, har hans klient inget med rånet att göra.",
        [("har hans klient inget med rånet att göra", "Roland Mark")],
    ),
    "an advocate of several, without a name": (
        "Enligt de anhörigas ombud har alla väntat länge.",
        [("har alla väntat länge", "de anhörigas ombud")],
    ),
    "a question on who is portrayed, by given name": (
        "Jonas Hell mjölkar kor.\n\n– Folk tror att jag skämtar, säger han.\n\nKultursekreteraren Bodil Frank tror på succé.\n\n– Allt är sålt, säger hon.\n\nSaknar Jonas scenen?\n\n– Ibland. Annars aldrig.",
        [
            ("Folk tror att jag skämtar", "Jonas Hell"),
            ("Allt är sålt", "Bodil Frank"),
            ("Ibland. Annars aldrig.", "Jonas Hell"),
        ],
    ),
    "but not by surname, for it is put to another": (
        "Jonas Hell vill bygga.\n\n– Vi måste, säger han.\n\nRådet Bodil Frank säger nej.\n\n– Det är för dyrt, säger hon.\n\nHar Hell fel?\n\n– Ja, det har han.",
        [("Vi måste", "Jonas Hell"), ("Det är för dyrt", "Bodil Frank"), ("Ja, det har han.", "Bodil Frank")],
    ),
    "a whole sentence in marks that opens a paragraph": (
        "Ombudet Kaj Lind vill se vakter.\n\n”Det är tungt att säga det, men våra medlemmar är rädda.” Han tillägger att tre lärare är sjuka.",
        [
            ("Det är tungt att säga det, men våra medlemmar är rädda.", "Kaj Lind"),
            ("tre lärare är sjuka", "Kaj Lind"),
        ],
    ),
    "marked words behind som, of any length": (
        "Bo Ek avfärdar kritiken som ”rent strunt från början till slut”. Siv Alm ser projektet som ”en chans för hela bygden”.",
        [("rent strunt från början till slut", "Bo Ek"), ("en chans för hela bygden", "Siv Alm")],
    ),
    "the grounds behind med": (
        "Inköpschefen Klas Verner motiverar valet med ”kvalitet, precision och leveranssäkerhet”.",
        [("kvalitet, precision och leveranssäkerhet", "Klas Verner")],
    ),
    "marked words retold inside speech have a frame of their own": (
        "Birgit Ek flyttar hem.\n\n– Jag är glad, säger hon.\n\nHennes son Erik, som bor kvar, var emot det.\n\n– Han tyckte att jag var galen. ”Du känner ju ingen där”, sa han.",
        [
            ("Jag är glad", "Birgit Ek"),
            ("Han tyckte att jag var galen. ”Du känner ju ingen där”, sa han.", "Birgit Ek"),
        ],
    ),
    "but a name behind them frames all": (
        "Birgit Ek flyttar hem.\n\n– Han var emot det. ”Du blir fattig”, sa Birgit Ek på mötet.",
        [("Han var emot det. ”Du blir fattig”", "Birgit Ek")],
    ),
    "a son who tells something speaks of somebody else": (
        "Birgit Ek flyttar hem.\n\n– Jag är glad, säger hon.\n\nSonen Erik, som bor kvar, berättar om pappan.\n\n– Han var hemma jämt.",
        [("Jag är glad", "Birgit Ek"), ("Han var hemma jämt.", "Erik")],
    ),
    "a heading is no pointer": (
        "Psykologen Amina Wars är inte förvånad.\n\n– De har ingen att ringa.\n\nSå svarade de unga\n\nHälften sade ja.",
        [("De har ingen att ringa.", "Amina Wars")],
    ),
    "innan and what the speaker does next": (
        "– Ge oss fler poliser, säger Monika Hjort, innan hon vinkar in nästa bil.",
        [("Ge oss fler poliser", "Monika Hjort")],
    ),
    "innan and the end of the clause": (
        "– Vi måste städa, säger Monika Hjort, innan det är för sent.",
        [("Vi måste städa … innan det är för sent.", "Monika Hjort")],
    ),
    "staff without an article": (
        "Joakim Norrman är chef.\n\n– Vi har lika mycket att göra nu, säger vårdpersonal som vill vara anonym.",
        [("Vi har lika mycket att göra nu", "vårdpersonal")],
    ),
    "by whom, and what they think": (
        "Partiet får kritik, bland annat av miljöpartiet som anser att det är fel.",
        [("det är fel", "miljöpartiet")],
    ),
    "a title that no comma closes": (
        "Anders Norrman, ombudsman för Alvsunds fackförbund bekräftar att mötet pågår.",
        [("mötet pågår", "Anders Norrman")],
    ),
    "somebody at a school is not the school": (
        "Läraren på Ekskolan säger att lektionen är slut.",
        [("lektionen är slut", "Läraren på Ekskolan")],
    ),
    "somebody in a company is not the company": (
        "Ordföranden i Bergfast AB hävdar att bron håller.",
        [("bron håller", "Ordföranden i Bergfast AB")],
    ),
    "turned around and went on": (
        "Kurt Norrman reste sig. Så vände han sig till ordföranden och fortsatte: ”Partiet är det enda som vågar säga det.”",
        [("Partiet är det enda som vågar säga det.", "Kurt Norrman")],
    ),
    "what leads to the words is none of them": (
        "Angående övertaget i spelet och de missade chanserna, säger tränaren Bo Ekdal:\n\n– Det är synd.",
        [("Det är synd.", "Bo Ekdal")],
    ),
    "whom the ball passes does not take the trainer's words": (
        (
            "– Jag skäms, säger Jon Ekdal, tränare i Sjöviks OK.\n\nEfter en minut kom Alvsund fri mot målvakten Anton Norrman. "
            "Han kunde inget göra åt Linus Bergman som avgjorde matchen.\n\n– Vi gör två mål i slutet."
        ),
        [("Jag skäms", "Jon Ekdal"), ("Vi gör två mål i slutet.", "Jon Ekdal")],
    ),
    "a credit between whom the text presents and the words": (
        (
            "Åsa Norrman driver Iors livs i Alvsund som har haft öppet i en månad.\n\nFoto: Bo Lind\n\n"
            "- Jo, hela dagarna kommer det folk i en jämn ström.\n\nVad handlar de?\n\n- Bröd och smör."
        ),
        [("Jo, hela dagarna kommer det folk i en jämn ström.", "Åsa Norrman"), ("Bröd och smör.", "Åsa Norrman")],
    ),
    "answers vouch for words that nobody asked for": (
        (
            "Karin Norrman leder kursen.\n\nHur gick det?\n\n– Bra.\n\n– Deltagarna orkade mer på eftermiddagarna.\n\n"
            "Vad händer nu?\n\n– Kursen fortsätter."
        ),
        [
            ("Bra.", "Karin Norrman"),
            ("Deltagarna orkade mer på eftermiddagarna.", "Karin Norrman"),
            ("Kursen fortsätter.", "Karin Norrman"),
        ],
    ),
    "what stands clear says nothing": (
        "För Per Ekdal i Alvsund, nordväst om Sjövik, står en sak klar:\n\n– Det blir ett stökigt år.",
        [("Det blir ett stökigt år.", "Per Ekdal")],
    ),
    "who goes along does not take the words": (
        (
            "– Provet är bra, säger docent Siv Ekdal, som lett arbetet tillsammans med professor Jon Norrman.\n\n"
            "– Vi fortsätter i vår."
        ),
        [("Provet är bra", "Siv Ekdal"), ("Vi fortsätter i vår.", "Siv Ekdal")],
    ),
    "who plays does not take the trainer's words, and a first name is called": (
        (
            "– Vi var sämre, säger tränaren Per Ekdal.\n\nVänsterbacken Frida Norrman byggde upp ett anfall i andra halvlek.\n\n"
            "– Vi kom aldrig i gång.\n\nNågon du vill framhålla, Per?\n\n– Vår målvakt."
        ),
        [("Vi var sämre", "Per Ekdal"), ("Vi kom aldrig i gång.", "Per Ekdal"), ("Vår målvakt.", "Per Ekdal")],
    ),
    "a long gap behind the dash": (
        "–          Vi beklagar det här. Det är synd, säger Anders Holm.",
        [("Vi beklagar det här. Det är synd", "Anders Holm")],
    ),
    "a dash that a conversion made a question mark": (
        "? Det är klart. Vi börjar i vår, säger Bo Ekdal.\n\n? Varför just nu?\n\n? Vi har råd, svarar Bo Ekdal.",
        [("Det är klart. Vi börjar i vår", "Bo Ekdal"), ("Vi har råd", "Bo Ekdal")],
    ),
    "a label behind the frame": (
        "– Rätten delar min bedömning, säger åklagaren Siv Ekdal.  Målnummer i Alvsunds tingsrätt: B 213-22.",
        [("Rätten delar min bedömning", "Siv Ekdal")],
    ),
    "marks glued to the sentence before and behind": (
        "Torkan märks i länet.”Vi saknar foder”, säger Bo Ekdal. ”Det blir svårt.”Sedan går han. ”Mycket svårt”, säger Siv Ek.",
        [("Vi saknar foder … Det blir svårt.", "Bo Ekdal"), ("Mycket svårt", "Siv Ek")],
    ),
    "a source that a medium passes on": (
        "Kornet har förstörts, enligt Bo Ekdal, rapporterar Sveriges Radio Ekot.",
        [("Kornet har förstörts", "Bo Ekdal")],
    ),
    "of whom the words are": (
        "Till Alvsunds Tidning sa Leif Ekdal så här: – Eva Strand är en van lagkapten. Hon har varit med länge.",
        [("Eva Strand är en van lagkapten. Hon har varit med länge.", "Leif Ekdal")],
    ),
    "a rule of hyphens": (
        "– Vi får mycket, säger Nils Ekdal. ------------ Mer information finns på webben.",
        [("Vi får mycket", "Nils Ekdal")],
    ),
    "a hyphen glued to the sentence before": (
        "Så är det i Alvsund.- För ett år sedan var det bra, säger Bo Ekdal.",
        [("För ett år sedan var det bra", "Bo Ekdal")],
    ),
    "a scene behind the frame": (
        "– Vi gör allt vi kan, säger Helena Nylund, när hon beskriver hur vården ändrats.",
        [("Vi gör allt vi kan", "Helena Nylund")],
    ),
    "who the source is": (
        "Det blir varmare till helgen, enligt Charlotta Ek, som är meteorolog.",
        [("Det blir varmare till helgen", "Charlotta Ek")],
    ),
    "only the relative clause": (
        "Biskop Eva Ek gläds åt satsningen, som enligt Bo Larsson kostar 2,4 miljoner kronor.",
        [("satsningen, som … kostar 2,4 miljoner kronor", "Bo Larsson")],
    ),
    "a statement of the source's": (
        "Enligt förbundet i ett uttalande är det dyrt.",
        [("är det dyrt", "förbundet")],
    ),
    "speech of several paragraphs behind a colon": (
        "Kommentar från vd Petra Ek:\n\n”Vi är nöjda med kvartalet.\n\nNu väntar våren.”\n\nOmsättningen ökade.",
        [("Vi är nöjda med kvartalet.", "Petra Ek"), ("Nu väntar våren.", "Petra Ek")],
    ),
    "a sentence broken over lines": (
        "– Kommuner får inte skilja\npå par som vill bo ihop,\nsäger Jan Björkman.",
        [("Kommuner får inte skilja på par som vill bo ihop", "Jan Björkman")],
    ),
    "what a paper adds to words told to the radio": (
        "– Vi måste spara, säger Ulf Ek till P4 Kalmar. Fabriken byggdes 1890.",
        [("Vi måste spara", "Ulf Ek")],
    ),
    "the scars of lost dashes": (
        "Matchen\n\nDet blev jämnt.\n\n Lagmoralen. Det var den.\n\n Den var bra, säger tränaren Bo Ek.",
        [("Lagmoralen. Det var den.", "Bo Ek"), ("Den var bra", "Bo Ek")],
    ),
    "marks before a full stop": (
        'Petra Ek säger i en kommentar: "Vi har sökt länge, och nu kom det. Det är bra.".',
        [("Vi har sökt länge, och nu kom det. Det är bra.", "Petra Ek")],
    ),
    "what a source stands for": (
        "Enligt ASIK (avancerad sjukvård i kommunen) vårdas fler hemma.",
        [("vårdas fler hemma", "ASIK")],
    ),
    "a paragraph in the speaker's voice": (
        "Nytt hus\n\nVi är tacksamma för stödet. Nu kommer fler barn hit, säger Siv Ek.\n\nFöreningen firar.",
        [("Vi är tacksamma för stödet. Nu kommer fler barn hit", "Siv Ek")],
    ),
    "a paragraph that only tells": (
        "Nytt hus\n\nVi åkte dit i går. Nu kommer fler barn hit, säger Siv Ek.\n\nFöreningen firar.",
        [("Nu kommer fler barn hit", "Siv Ek")],
    ),
    "before somebody else's report": (
        "Enligt LRF ökar skadorna i området, och ordföranden Bo Ek säger att han är trött.",
        [("ökar skadorna i området", "LRF"), ("han är trött", "Bo Ek")],
    ),
    "words that look shortened": (
        "Byn är utan el. Polisen säger att bonden är ung. Hon hann inte med. Bo Ek säger att det kostar 100 kr. Det är dyrt.",
        [("bonden är ung", "Polisen"), ("det kostar 100 kr.", "Bo Ek")],
    ),
    "dash lines without a stop among frames": (
        "– Vi är glada, säger Bo Ek.\n\n– Det går bra, säger Bo Ek och fortsätter:\n\n– Vi bygger vidare\n\nMötet slutade sent.",
        [("Vi är glada", "Bo Ek"), ("Det går bra", "Bo Ek"), ("Vi bygger vidare", "Bo Ek")],
    ),
    "somebody and a sister behind a frame": (
        "– Vi trivs, säger Sven Ny. Han och hans syster driver gården.",
        [("Vi trivs", "Sven Ny")],
    ),
    "the narrator's doubts of the speaker": (
        "– Det blir bra, säger Siv Lund, men hon är orolig för kostnaden.",
        [("Det blir bra", "Siv Lund")],
    ),
    "the narrator's concession": ("– Det blir bra, säger hon, även om hon är orolig.", [("Det blir bra", None)]),
    "the speaker's words of another": (
        "– Rut Alm är stark, säger Siv Lund, men hon är trött.",
        [("Rut Alm är stark … men hon är trött.", "Siv Lund")],
    ),
    "a report and what the narrator adds": (
        "Det är oklart när bron öppnar, säger Siv Lund, men hon tror på maj.",
        [("Det är oklart när bron öppnar", "Siv Lund")],
    ),
    "a trainer whom a pronoun means twice": (
        "Efter matchen var tränaren besviken.\n\n– Det känns tungt, säger han och fortsätter:\n\n– Vi släpper in för många mål.",
        [("Det känns tungt", "tränaren"), ("Vi släpper in för många mål.", "tränaren")],
    ),
    "no comma, and where the speaker works": (
        "– Det är en stor dag säger Siv Lund på Åskolan.",
        [("Det är en stor dag", "Siv Lund")],
    ),
    "no comma at all around a title": (
        "– Det är en stor dag säger Siv Lund rektor på Åskolan.",
        [("Det är en stor dag", "Siv Lund")],
    ),
    "no comma, and what the speaker does": (
        "– Det är stort säger Siv Lund och skrattar.",
        [("Det är stort", "Siv Lund")],
    ),
    "lines below one that speaks of us": (
        "Siv Lund är socialchef.\n\n– Vi har lyssnat.\n\nSatsningen kostar mer.\n\n– Det är väl använda pengar.",
        [("Vi har lyssnat.", "Siv Lund"), ("Det är väl använda pengar.", "Siv Lund")],
    ),
    "an answer to congratulations": (
        "Siv Lund har fått pris. Grattis!\n\n– Tack, det känns jättekul.",
        [("Tack, det känns jättekul.", "Siv Lund")],
    ),
    "a figure dash glued to the words": ("‒Det var kallt, säger Eva Dahl.", [("Det var kallt", "Eva Dahl")]),
    "a minus glued to the words": ("−Det var kallt, säger Eva Dahl.", [("Det var kallt", "Eva Dahl")]),
    "more behind the frame of marked words": (
        "”Vi går framåt”, sa Eva Dahl, som också förklarade att bolaget vill köpa butiker.",
        [("Vi går framåt", "Eva Dahl"), ("bolaget vill köpa butiker", "Eva Dahl")],
    ),
    "a described name and an adverbial before att": (
        "I dag meddelade Eva Lund, rektor på Norrskolan, i ett brev till föräldrarna att skolan stängs.",
        [("skolan stängs", "Eva Lund")],
    ),
    "no comma, and a body before the cue": (
        "Frågan bör avgöras av fullmäktige anser Bo Ek.",
        [("Frågan bör avgöras av fullmäktige", "Bo Ek")],
    ),
    "a hint to the reader behind a dash": (
        "Bo Ek tycker att beslutet är fel – se hela intervjun i klippet.",
        [("beslutet är fel", "Bo Ek")],
    ),
    "what a party questions besides": (
        "Centern anser att för lite hänsyn tagits och ifrågasätter också siffrorna.",
        [("för lite hänsyn tagits", "Centern")],
    ),
    "somebody's lawyer": (
        "Anna Lindgren är häktad.\n\n– Hon är oskyldig, säger Anna Lindgrens advokat.",
        [("Hon är oskyldig", "Anna Lindgrens advokat")],
    ),
    "somebody's father": (
        "Anna Lindgren är häktad. Anna Lindgrens pappa säger att hon är oskyldig.",
        [("hon är oskyldig", "Anna Lindgrens pappa")],
    ),
    "somebody's father by his name": (
        "Anna Lindgren är häktad.\n\n– Hon är oskyldig, säger Annas pappa Rolf.",
        [("Hon är oskyldig", "Rolf")],
    ),
    "according to somebody's lawyer": (
        "Mannen är oskyldig, enligt Bo Eks advokat.",
        [("Mannen är oskyldig", "Bo Eks advokat")],
    ),
    "a friend of somebody's": (
        "En god vän till Bo Ek säger att han är ledsen.",
        [("han är ledsen", "En god vän till Bo Ek")],
    ),
    "a noun and a name are one": (
        "– Det känns bra, säger byggets beställare, Siv Alm.",
        [("Det känns bra", "Siv Alm")],
    ),
    "a noun, a title and a name": (
        "– Det känns bra, säger ägaren, finansmannen Siv Alm.",
        [("Det känns bra", "Siv Alm")],
    ),
    "a noun that no list knows": (
        "– Det känns bra, säger festivalens primus motor, Siv Alm.",
        [("Det känns bra", "Siv Alm")],
    ),
    "his children": (
        "Per Holm är ny rektor. Han är gift med Susanna och har barnen Axel och Elsa.\n\n– Jag trivs bra, säger han.",
        [("Jag trivs bra", "Per Holm")],
    ),
    "his sons in a list": (
        "– Vi vann, säger Per Holm.\n\nFamilj: Sönerna Axel och Nils.\n\n– Det är roligt.",
        [("Vi vann", "Per Holm"), ("Det är roligt.", "Per Holm")],
    ),
    "whom somebody comes after": (
        "Sara Lindh är ny chef. Hon efterträder Bo Selin.\n\n– Jag ser fram emot det.",
        [("Jag ser fram emot det.", "Sara Lindh")],
    ),
    "whom somebody beat": (
        "Sven Lindh besegrade Bo Selin i finalen.\n\n– Det gick bra, säger han.",
        [("Det gick bra", "Sven Lindh")],
    ),
    "whom somebody criticises": (
        "– Vi sparar, säger Eva Dahl.\n\nBo Ek kritiserar Dahl hårt.\n\n– Det är nu det gäller.",
        [("Vi sparar", "Eva Dahl"), ("Det är nu det gäller.", "Bo Ek")],
    ),
    "who praises her": (
        "– Vi sparar, säger Eva Dahl.\n\nDahl hyllas av Bo Ek.\n\n– Hon är fantastisk.",
        [("Vi sparar", "Eva Dahl"), ("Hon är fantastisk.", "Bo Ek")],
    ),
    "who gives support": (
        "– Vi sparar, säger Eva Dahl.\n\nDahl fick stöd av Bo Ek.\n\n– Det är nu det gäller.",
        [("Vi sparar", "Eva Dahl"), ("Det är nu det gäller.", "Bo Ek")],
    ),
    "who founded it": (
        "– Vi är stolta, säger Eva Lund.\n\nFöretaget grundades 1969 av Per Alm.\n\n– Det är stort.",
        [("Vi är stolta", "Eva Lund"), ("Det är stort.", "Eva Lund")],
    ),
    "who is dead": (
        "– Vi är stolta, säger Eva Lund.\n\nPer Alm, som var hennes lärare, dog i fjol.\n\n– Det är stort.",
        [("Vi är stolta", "Eva Lund"), ("Det är stort.", "Eva Lund")],
    ),
    "who sits in the jury": (
        "– Vi är stolta, säger Eva Lund.\n\nI juryn sitter Per Alm och Bo Li.\n\n– Det är stort.",
        [("Vi är stolta", "Eva Lund"), ("Det är stort.", "Eva Lund")],
    ),
    "with whom she has shown it": (
        "– Vi märker det, säger Eva Lund.\n\nTillsammans med Per Alm har hon visat att problemen ökar.",
        [("Vi märker det", "Eva Lund"), ("problemen ökar", "Eva Lund")],
    ),
    "two strangers are no couple": (
        "– Jag såg ett sken, säger Börje Hult.\n\n– Det är trångt, säger Gunilla Ek.\n\n– Vi tackar, säger paret.",
        [("Jag såg ett sken", "Börje Hult"), ("Det är trångt", "Gunilla Ek"), ("Vi tackar", "paret")],
    ),
    "somebody unnamed with a description": (
        "– Vi sparar, säger Kenneth Ahl.\n\nFöraren, en man i 80-årsåldern, klarade sig.\n\n– Jag såg inget, sa han.",
        [("Vi sparar", "Kenneth Ahl"), ("Jag såg inget", "Föraren")],
    ),
    "somebody unnamed by an age": (
        "– Vi sparar, säger Kenneth Ahl.\n\n34-åringen nekar.\n\n– Jag såg inget, sa han.",
        [("Vi sparar", "Kenneth Ahl"), ("Jag såg inget", "34-åringen")],
    ),
    "the victim's mother": (
        "– Vi sparar, säger Kenneth Ahl.\n\nOffrets mamma är förtvivlad.\n\n– Jag såg inget, sa hon.",
        [("Vi sparar", "Kenneth Ahl"), ("Jag såg inget", "Offrets mamma")],
    ),
    "a paper behind a preposition": (
        "Han teg länge, men för Aftonbladet säger Lars Öberg att kontraktet förlängts.",
        [("kontraktet förlängts", "Lars Öberg")],
    ),
    "a dash and marks below who writes": (
        "– Det är bra, säger Eva Lund.\n\nSå här skriver personalen:\n\n– ”Det är inte lönsamt.”",
        [("Det är bra", "Eva Lund"), ("Det är inte lönsamt.", "personalen")],
    ),
    "a sentence on the speaker before a colon": (
        "Marie Berg är positiv: Vi har väntat på detta, säger hon.",
        [("Vi har väntat på detta", "Marie Berg")],
    ),
    "the view of somebody else": (
        "Anders Nord anser att biskopen går för långt medan kollegan Eva Ljus välkomnar brevet.",
        [("biskopen går för långt", "Anders Nord")],
    ),
    "a share of many": (
        "Sju av tio företagare anser att skatten är för hög.",
        [("skatten är för hög", "Sju av tio företagare")],
    ),
    "a correction by the husband": (
        "– Vi har sett dem 114 gånger, säger Pia Sund.\n\n– 115, rättar maken.",
        [("Vi har sett dem 114 gånger", "Pia Sund"), ("115", "maken")],
    ),
    "an answer that comes at once": (
        "– Vi har sett dem, säger Pia Sund.\n\n– Snus, kommer svaret blixtsnabbt.",
        [("Vi har sett dem", "Pia Sund"), ("Snus", "svaret")],
    ),
    "a verb with its particle": (
        "– Vi har sett dem, säger Pia Sund.\n\n– Fem på tre år, räknar hon upp.",
        [("Vi har sett dem", "Pia Sund"), ("Fem på tre år", "Pia Sund")],
    ),
    "heard from the crowd": (
        "– Vi har sett dem, säger Pia Sund.\n\n– Låt karln tala, hördes från publiken.",
        [("Vi har sett dem", "Pia Sund"), ("Låt karln tala", "publiken")],
    ),
    "a nickname in marks": (
        "– Vi hade rutin, säger Stig Peterson.\n\n– Det är roligt, säger ”Stickan”.",
        [("Vi hade rutin", "Stig Peterson"), ("Det är roligt", "Stickan")],
    ),
    "what happened when": (
        "– Vi sparar, säger Eva Dahl.\n\nDet här hände:\n\n– 08.10 kom larmet.\n\n– 08.22 var bilen på plats.",
        [("Vi sparar", "Eva Dahl")],
    ),
    "three questions to somebody": (
        "– Vi sparar, säger Eva Dahl.\n\nTre frågor till Bo Ek:\n\nHur känns det?\n\n– Det känns bra.",
        [("Vi sparar", "Eva Dahl"), ("Det känns bra.", "Bo Ek")],
    ),
    "what somebody says of it": (
        "– Vi sparar, säger Eva Dahl.\n\nVad säger Bo Ek om det?\n\n– Vi måste satsa.",
        [("Vi sparar", "Eva Dahl"), ("Vi måste satsa.", "Bo Ek")],
    ),
    "a councillor is no council": (
        "Peter Vaara är kommunalråd.\n\n– Vi har ingen jourcentral här, säger kommunalrådet.",
        [("Vi har ingen jourcentral här", "Peter Vaara")],
    ),
    "an answer in names": (
        "– Vi har en bra grupp, säger Linus Alm.\n\nNyförvärv?\n\n– Anna Ek (back), Elin Berg (back) och Siv Lund.",
        [("Vi har en bra grupp", "Linus Alm"), ("Anna Ek (back), Elin Berg (back) och Siv Lund.", "Linus Alm")],
    ),
    "a board with two fields": (
        "Krister Hjelm (M), ordförande i teknik- och fastighetsnämnden menar att läckan är lagad.",
        [("läckan är lagad", "Krister Hjelm")],
    ),
    "what is said beside a refusal": (
        "Pia Lok vill inte kommentera fallet, men säger att åtgärden är vanlig.",
        [("åtgärden är vanlig", "Pia Lok")],
    ),
    "somebody unnamed with a clause": (
        "En anhörig, som vill vara anonym, säger att mamman legat i sängen.",
        [("mamman legat i sängen", "En anhörig")],
    ),
    "a channel with a number": ("Enligt TV 4 slutar han i vår.", [("slutar han i vår", "TV 4")]),
    "on a project": (
        "Siv Lund om sitt nya projekt: ”Det är roligt att vara i gång.”",
        [("Det är roligt att vara i gång.", "Siv Lund")],
    ),
    "a sentence that leads to the next line": (
        "– Vi förstår frustrationen. På fråga om när det blir bättre svarar Bo Ek:\n\n– Jag vågar inte lova något.",
        [("Vi förstår frustrationen.", "Bo Ek"), ("Jag vågar inte lova något.", "Bo Ek")],
    ),
    "an inquiry without a frame": (
        "Vi frågar om torget.\n\nKarolina Lind, Salby\n\n– Torget är fint.\n\nBo Ek, Salby\n\n– Torget är fult.",
        [("Torget är fint.", "Karolina Lind"), ("Torget är fult.", "Bo Ek")],
    ),
    "five words below prose": (
        "Tränaren Tomas Alm är nöjd.\n\n– Laget har gjort det bra.",
        [("Laget har gjort det bra.", "Tomas Alm")],
    ),
    "a frame that names nobody": (
        "Bron ska stå klar i maj.\n\n– Det blir dyrt, säger man där.\n\n– Vi får se, säger Bo Ek.",
        [("Det blir dyrt", "man där"), ("Vi får se", "Bo Ek")],
    ),
    "an answer by its noun": (
        "Bron ska stå klar i maj.\n\n– Det blir dyrt, blev svaret.\n\n– Vi får se, säger Bo Ek.",
        [("Det blir dyrt", "svaret"), ("Vi får se", "Bo Ek")],
    ),
    "her comment": (
        "Siv Lund skrattar.\n\n– Det är bra, blev hennes korta kommentar.\n\n– Vi får se, säger Bo Ek.",
        [("Det är bra", "Siv Lund"), ("Vi får se", "Bo Ek")],
    ),
    "a statement that somebody sends out": (
        "– Det blir inte av, heter det i det uttalande som Bergfast skickar ut.\n\n– Vi får se, säger Bo Ek.",
        [("Det blir inte av", "det uttalande"), ("Vi får se", "Bo Ek")],
    ),
    "a doubled dash": (
        "– -Vi är nöjda, säger Siv Ek.\n\n- – Vi får se, säger Bo Ek.",
        [("Vi är nöjda", "Siv Ek"), ("Vi får se", "Bo Ek")],
    ),
    "turns by roles": (
        "Rättens ordförande: – Då börjar vi.\n\nÅklagaren: – Jag har inga frågor.",
        [("Då börjar vi.", "Rättens ordförande"), ("Jag har inga frågor.", "Åklagaren")],
    ),
    "turns by roles in marks": (
        "Åklagaren: ”Har ni sett mannen?”\n\nVittnet: ”Nej, aldrig har jag sett honom.”",
        [("Har ni sett mannen?", "Åklagaren"), ("Nej, aldrig har jag sett honom.", "Vittnet")],
    ),
    "a bare line below prose": (
        "Anna Ekdal är rektor på Åskolan.\n\n– Skolan är bra. Det finns plats för alla.",
        [("Skolan är bra. Det finns plats för alla.", "Anna Ekdal")],
    ),
    "a relative of whom a portrait tells what was": (
        "– Jag är hemma, säger Siv Ek.\n\nHon växte upp i Alvsund. Pappa Evert jobbade i gruvan och systern Inga hade butik.\n\n– Vi var fattiga.",
        [("Jag är hemma", "Siv Ek"), ("Vi var fattiga.", "Siv Ek")],
    ),
    "a relative who speaks": (
        "– Jag är hemma, säger Siv Ek.\n\nPappa Evert berättade om kriget.\n\n– Vi var fattiga.",
        [("Jag är hemma", "Siv Ek"), ("Vi var fattiga.", "Evert")],
    ),
    "a reporter's own question": (
        "Eva Ek är chef.\n\n– Är du nöjd? frågar jag.\n\n– Absolut, säger Eva Ek.",
        [("Absolut", "Eva Ek")],
    ),
    "a story with somebody's own question in it": (
        "Eva Ek är chef.\n\n– Jag gick in. Vad gör ni, frågar jag. Då blev det tyst.",
        [("Jag gick in. Vad gör ni, frågar jag. Då blev det tyst.", "Eva Ek")],
    ),
    "a question to another": (
        "– Kommer du? ropar Eva Ek till Bo Alm.\n\n– Jag kommer!",
        [("Kommer du?", "Eva Ek"), ("Jag kommer!", "Bo Alm")],
    ),
    "a question to one who has spoken": (
        "– Ja, säger Emil Berg.\n\n– Tycker du det, Emil? frågar Linus Ek.\n\n– Absolut.",
        [("Ja", "Emil Berg"), ("Tycker du det, Emil?", "Linus Ek"), ("Absolut.", "Emil Berg")],
    ),
    "a question that who asks it answers": (
        "– Vad ska vi göra? frågar Eva Ek.\n\n– Det är vad vi måste ta reda på.",
        [("Vad ska vi göra?", "Eva Ek"), ("Det är vad vi måste ta reda på.", "Eva Ek")],
    ),
    "whom a question calls last": (
        "– Vi fiskar, säger Mona Krok.\n\n– Bönderna måste hjälpa till, säger Ingvar Stål.\n\nHur mycket handlar det om, Mona Krok?\n\n– 300 ton om året.",
        [("Vi fiskar", "Mona Krok"), ("Bönderna måste hjälpa till", "Ingvar Stål"), ("300 ton om året.", "Mona Krok")],
    ),
    "a pronoun after a name of either sex": (
        "– Ja, säger Anna Ros.\n\nBredvid henne sitter doktoranden Yuki Tanabe.\n\n– Vi vet inte, säger hon.",
        [("Ja", "Anna Ros"), ("Vi vet inte", "Yuki Tanabe")],
    ),
    "kin without a name": (
        "– Han var hemma, säger advokaten Sara Hult.\n\nMormodern är arg.\n\n– Vi såg på tv, säger hon.",
        [("Han var hemma", "Sara Hult"), ("Vi såg på tv", "Mormodern")],
    ),
    "who speaks to another medium": (
        "– Nu får de jobba, säger Anna-Karin Frid.\n\nVårdförbundets ordförande Sineva Ros stöder kravet, säger hon till Bladet.",
        [("Nu får de jobba", "Anna-Karin Frid"), ("Vårdförbundets ordförande Sineva Ros stöder kravet", "Sineva Ros")],
    ),
    "a clause before the one who answers": (
        "När någon klagade på eleverna svarade Gösta Lind: ”Då har du inte lyssnat på dem.”",
        [("Då har du inte lyssnat på dem.", "Gösta Lind")],
    ),
    "a second title with an adjective": (
        "– Stort, säger överläkaren och adjungerade lektorn Birgitta Lans.",
        [("Stort", "Birgitta Lans")],
    ),
    "a company's two titles and a comma": (
        "– Vi gör det, säger Tramps grundare och vd, Saga Lundh.",
        [("Vi gör det", "Saga Lundh")],
    ),
    "somebody's two titles and a comma": (
        "– Vi gör det, säger Wallys ordförande och grundare, Saga Lundh.",
        [("Vi gör det", "Saga Lundh")],
    ),
    "an adverb behind a name": (
        "– Det syns, konstaterar Kerstin torrt.",
        [("Det syns", "Kerstin")],
    ),
    "a few words below speech": (
        "– Vi badar varje dag, säger Eva Ek.\n\n– Och fikar!\n\n– Det är kallt, säger Bo Alm.",
        [("Vi badar varje dag", "Eva Ek"), ("Och fikar!", "Eva Ek"), ("Det är kallt", "Bo Alm")],
    ),
    "sentences in marks behind one on somebody": (
        "Vd Jan Ek är nöjd med kvartalet. ”Vi växer i alla länder. Orderingången är stark.”",
        [("Vi växer i alla länder. Orderingången är stark.", "Jan Ek")],
    ),
    "what somebody used to say": (
        "Siv Ek vävde hela livet.\n\n”Ull är ett tålmodigt material”, brukade hon säga.",
        [("Ull är ett tålmodigt material", "Siv Ek")],
    ),
    "what somebody had time to say": (
        "”Det blir bra”, hann Bo Ek säga innan linjen bröts.",
        [("Det blir bra", "Bo Ek")],
    ),
    "a comment below its head": (
        "Vd Anna Stål kommenterar:\n\nVi lämnar ett starkt kvartal bakom oss.",
        [("Vi lämnar ett starkt kvartal bakom oss.", "Anna Stål")],
    ),
    "two pairs of marks behind each other": (
        "Flera elever vittnar om det: ”Det är stökigt.” ”Ingen lyssnar på oss.”",
        [("Det är stökigt.", "Flera elever"), ("Ingen lyssnar på oss.", "Flera elever")],
    ),
    "marks that go on without a comma": (
        "”Det blir bra” säger Anna Berg ”men det tar tid.”",
        [("Det blir bra … men det tar tid.", "Anna Berg")],
    ),
    "the last sentence is on the last speaker": (
        "– Ja, säger Siv Sjö.\n\nRune Ek lärde henne fiska. Nu gör hon det själv.\n\n– Man får ta det vackert.",
        [("Ja", "Siv Sjö"), ("Man får ta det vackert.", "Siv Sjö")],
    ),
    "the last sentence is on the newcomer": (
        "– Ja, säger Siv Sjö.\n\nRune Ek kommer in. Han ler.\n\n– Man får ta det vackert.",
        [("Ja", "Siv Sjö"), ("Man får ta det vackert.", "Rune Ek")],
    ),
    "who breaks into an interview": (
        "Fem frågor till Emil Trulsson\n\nÄr det sant?\n\n– Nej.\n\n– Det är det visst! ropar brodern Linus Ek.\n\nHur började det?\n\n– Jag sådde råg.",
        [("Nej.", "Emil Trulsson"), ("Det är det visst!", "Linus Ek"), ("Jag sådde råg.", "Emil Trulsson")],
    ),
    "three lines below a name are no list": (
        "Alvsund–Brohamn\n\nTränarna efter matchen\n\nNils Sand:\n\n– Vi vann inte en enda duell.\n\n– Målvakten Bo Ek hade inte mycket att göra.\n\n– Framåt är det inte godkänt.\n\nNyförvärvet?\n\n– Han är bra på träningen.\n\nSiv Alm:\n\n– Vi är nöjda med poängen.",
        [
            ("Vi vann inte en enda duell.", "Nils Sand"),
            ("Målvakten Bo Ek hade inte mycket att göra.", "Nils Sand"),
            ("Framåt är det inte godkänt.", "Nils Sand"),
            ("Han är bra på träningen.", "Nils Sand"),
            ("Vi är nöjda med poängen.", "Siv Alm"),
        ],
    ),
    "what somebody has been is a list": (
        "Nya i styrelsen\n\nNils Sand:\n\n– född 1953\n\n– ordförande i Alvsunds IF\n\n– bor på Lundgatan",
        [],
    ),
    "a bare title in front of a headline's marks": (
        "Rektor: ”Vi behöver fler lärare”\n\nBristen är stor.\n\n– Vi behöver fler lärare nu, säger Siv Alm, rektor på Ekskolan.",
        [("Vi behöver fler lärare", "Siv Alm"), ("Vi behöver fler lärare nu", "Siv Alm")],
    ),
    "a team's coach in front of a headline's marks": (
        "HIF:s tränare efter förlusten: ”Vi får skylla oss själva”\n\nTränaren Jonas Erling var besviken.",
        [("Vi får skylla oss själva", "Jonas Erling")],
    ),
    "a body on a matter in front of a headline's marks": (
        "Trafikverket om bron: ”Det tar tid”\n\nBron stängs i maj.",
        [("Det tar tid", "Trafikverket")],
    ),
    "a body that speaks of itself in a headline": (
        "Trafikverket: ”Vi beklagar”\n\nBron stängs i maj.",
        [("Vi beklagar", "Trafikverket")],
    ),
    "what a theatre gives, and a body's book": (
        "Alvsunds teater: ”Bron faller”\n\nBergfasts bok om kriget: ”Det tar aldrig slut”\n\nBiljetter finns.",
        [],
    ),
    "a role in front of a colon, in a voice of its own": (
        "Läget är svårt.\n\nLäkaren: Vi ser en ökning av antalet fall.",
        [("Vi ser en ökning av antalet fall.", "Läkaren")],
    ),
    "a heading in front of a colon is nobody": (
        "Målet: Vi ska vinna allt i år.\n\nHälsningen: Vi ses i höst!",
        [],
    ),
    "who is called is not who calls": (
        "Då ringde en granne polisen och berättade att det brann.",
        [("det brann", "en granne")],
    ),
    "a letter ends the sentence before": (
        "Studien finns i tidskriften Fysik E. Forskarna menar att resultatet är nytt.",
        [("resultatet är nytt", "Forskarna")],
    ),
    "two without a name who stand there speak together": (
        "Lena Söd har butiken Tygbasaren.\n\n– Jag har kunder som åker långt.\n\nI kön står två kvinnor från Brohamn.\n\n– Vi har åkt hela vägen för att handla här.",
        [("Jag har kunder som åker långt.", "Lena Söd"), ("Vi har åkt hela vägen för att handla här.", "två kvinnor")],
    ),
    "two who came are told of": (
        "Rektor Bo Ek är glad.\n\n– Det känns bra.\n\nSkolan har besökts av två inspektörer.\n\n– Vi fick bra betyg.",
        [("Det känns bra.", "Bo Ek"), ("Vi fick bra betyg.", "Bo Ek")],
    ),
    "she before her name": (
        "För 21 år sedan köpte hon butiken av Helge Söd, och nu är det dags för Gunilla Lind att gå i pension.\n\n– Jag har älskat det här livet.",
        [("Jag har älskat det här livet.", "Gunilla Lind")],
    ),
    "paragraphs run together": (
        "Nu är det dags för Gunilla Lind att gå i pension.– Jag har älskat det här.Varför då?– Det är allt! Att inventera har varit roligt.En del spekulanter har hört av sig, men hon väntar till våren.",
        [("Jag har älskat det här.", "Gunilla Lind"), ("Det är allt! Att inventera har varit roligt.", "Gunilla Lind")],
    ),
    "a conclusion of two": (
        "Bo Eks och Siv Alms slutsats är att det viktigaste är att vänta.",
        [("det viktigaste är att vänta", "Bo Ek; Siv Alm")],
    ),
    "a hypothesis, with a word in between": (
        "Siv Alms hypotes är dock att landet kan ha varit isfritt.",
        [("landet kan ha varit isfritt", "Siv Alm")],
    ),
    "who is greeted is interviewed": (
        "Årets julklapp\n\nSaga Bo, analytiker på Handelsnytt, visar lådan.\n\nHallå där Agnes Cedersand, före detta student på Ekhögskolan. Vad tycker du om valet?\n\n– Det visar tydligt att det finns ett intresse.",
        [("Det visar tydligt att det finns ett intresse.", "Agnes Cedersand")],
    ),
    "who is congratulated is interviewed": (
        "Grattis Agnes Cedersand, som fått priset av Saga Bo! Hur känns det?\n\n– Det känns fint.",
        [("Det känns fint.", "Agnes Cedersand")],
    ),
    "what others think is put to the interviewed": (
        "Erik Sand har gjort tio mål.\n\nVad är hemligheten?\n\n– Jag tränade mycket.\n\nTränaren Filip Lund säger att du är bäst i laget. Vad säger du om det?\n\n– Det är fina ord!",
        [("Jag tränade mycket.", "Erik Sand"), ("du är bäst i laget", "Filip Lund"), ("Det är fina ord!", "Erik Sand")],
    ),
    "a remark to the interviewed names others": (
        "Tränaren Bo Ek är besviken.\n\n– Jag vet inte vad jag ska säga.\n\nNi saknade målvakten Rasmus Lund som storspelade senast.\n\n– Vi har bara oss själva.",
        [("Jag vet inte vad jag ska säga.", "Bo Ek"), ("Vi har bara oss själva.", "Bo Ek")],
    ),
    "the only name is of somebody else": (
        "När vi fick tag på tränaren på telefon var han kort.\n\n– Jag vet inte vad jag ska säga.\n\nNi saknade målvakten Rasmus Lund som storspelade senast.\n\n– Vi har bara oss själva.",
        [("Jag vet inte vad jag ska säga.", "tränaren"), ("Vi har bara oss själva.", "tränaren")],
    ),
    "role on a matter": (
        "Mannens advokat om domen: ”Vi överklagar”\n\nMannen dömdes i går. Hans advokat Rut Lans är missnöjd.",
        [("Vi överklagar", "Rut Lans")],
    ),
    "they are those told of last": (
        "Rut Lans är vd. Bo Ek är ekonomichef.\n\n– Vi trivs, säger Rut Lans.\n\n– Det är roligt, säger Bo Ek.\n\nGrannarna har klagat länge. ”Det är för mycket buller”, menar de.",
        [("Vi trivs", "Rut Lans"), ("Det är roligt", "Bo Ek"), ("Det är för mycket buller", "Grannarna")],
    ),
    "a dash within a word": (
        "– Jag var arg först, säger Rut Lund, sköterska som kom sexa i Yrkes–VM i Boda och fick medalj.",
        [("Jag var arg först", "Rut Lund")],
    ),
    "a list in a clause on the speaker": (
        "– Våra verktyg är lätta att ta till sig, berättade Rut Lund, som nämnde tre verktyg: Kompassen, Bättre möten och Stress i vardagen.",
        [("Våra verktyg är lätta att ta till sig", "Rut Lund")],
    ),
    "a colon behind a clause on the speaker": (
        "– Våra verktyg är lätta, säger Rut Lund, som är stolt över ett ord: Man kan säga gratis.",
        [("Våra verktyg är lätta … Man kan säga gratis.", "Rut Lund")],
    ),
}

NOTHING = {
    "what a book is called": "”Vägen hem till oss” heter boken.",
    "a play by its first words": "Bo Ek är regissör.\n\n”Vad är det för fel på alla er i dag?” är en pjäs om vuxna.",
    "a subject in marks": "Bo Ek ser filmen som ”hela byn” pratar om.",
    "what is seen so by nobody": "Förslaget ses som ”en chans för bygden”.",
    "whom the paper asked": "Vi frågade Alvsundsborna hur de klarar sig.",
    "a list of figures that end with brackets": "- Omsättningen ökade till 61,4 Mkr (52,9)\n\n- Resultatet uppgick till 3,4 Mkr (2,9)\n\n- Kassaflödet minskade till 45 Mkr (71)",
    "what a standard says": "Rapporten är upprättad enligt IFRS.",
    "what a certificate asks": "Huset byggs enligt Miljöbyggnad Silver och ISO 14001.",
    "a project's name": "Eva Lund leder ett nytt projekt: ”Barn i rörelse”.",
    "what nobody has said": "Vårdförbundet har aldrig sagt att det finns förtroende.",
    "what somebody does not say": "Bo Ek säger inte att skolan stängs.",
    "neither of two": "Varken Siv Lund eller Bo Ek tror att bron byggs.",
    "a refusal to explain": "Lena Boman vill inte förklara varför bygget stoppats.",
    "a question to somebody else": "Grannarna hävdar att det luktar illa?",
    "what your forecast says": "Enligt er prognos blir det plusresultat i år.",
    "a hint to a film": "I videon: Hör Andreas Borg förklara hur det kunde bli så.",
    "a play": "Bakom ”Vinternatt” står regissören Karin Ekdal.",
    "a post's title": "I ett inlägg på webben, ”Våldet är allvarligt” skriver Polisen om läget.",
    "an agreement": "Avtalet kräver att båda parter skriver under.",
    "a programme": "EU:s program kräver att samarbetet fungerar.",
    "a subject with an age beside it": "Anna Berg, 42, varnar kommunen.",
    "a subject with a relative clause": "Boverket, som fick frågan i fjol, hänvisar till en ny vägledning.",
    "a point of time before the verb": "Två år senare, i maj 2020, meddelade kommunen.",
    "a question to many": "Fem partier svarar på frågan: Ska Byskolan läggas ned?",
    "a comment of another's": "Anna Ek kommenterar beslutet i en insändare.\n\nVi har läst den.",
    "book on a matter": "Ett nytt släpp. Boken om kriget: ”Det tar aldrig slut”",
}


@pytest.mark.parametrize(("text", "expected"), [*SUBJECTS.values(), *REACH.values()], ids=[*SUBJECTS, *REACH])
def test_whose_words(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("text", NOTHING.values(), ids=NOTHING)
def test_nobodys_words(said: Said, text: str) -> None:
    assert said(text) == []


def test_the_cue_says_that_somebody_does_not_believe_it(read: Callable[[str], Record]) -> None:
    (quote,) = read("Bo Ek tror därför inte att skolan stängs.").quotes or []
    assert quote.contents[0].text == "skolan stängs"
    assert quote.cue is not None
    assert quote.cue.text == "tror därför inte"
    assert quote.words() == "[tror därför inte att] skolan stängs"


def test_a_headline_changes_the_words_that_it_repeats(read: Callable[[str], Record]) -> None:
    record = read(
        "”Det där accepterar jag inte här”\n\nBo Ekdal (S) gick till angrepp.\n\n– Vi har projekt i Sjövik, säger Siv Ek (V).\n\n"
        "Ordföranden Åke Norrman avbröt direkt.\n\n– De där orden accepterar jag inte här. Det går inte."
    )
    assert record.quotes[0].speaker.name == "Åke Norrman"


def test_what_a_headline_adds_behind_a_dash_is_no_speech(read: Callable[[str], Record]) -> None:
    below = "\n\nBo Ekdal är vd för Bergfast."
    assert read(f"Hur har appar ändrat vårt läsande? – Alvsundsbladets vd i samtal med tre lärare{below}").quotes == []
    assert read(f"Går det? – Nej, vi ger oss{below}").quotes[0].speaker.name == "Bo Ekdal"


@pytest.mark.parametrize(
    ("head", "below", "expected"),
    [
        ("Missnöje efter matchen: ”De var inte med”", "– De var inte med i dag, säger tränaren Siv Alm.", "Siv Alm"),
        (
            "Förlust i Alvsund\n\nNu är det slut.\n\n”Det är synd”",
            "– Det är synd. Vi var bäst, säger Siv Alm.",
            "Siv Alm",
        ),
        ("Nytt hus: ”Inte bra att bo ensam”", "– Det är inte bra att bo ensam, säger Siv Alm.", "Siv Alm"),
        (
            "Vittnet hårt ansatt: ”Jag skulle aldrig ljuga”",
            "– Det är sant. Jag skulle aldrig ljuga, säger Siv Alm.",
            "Siv Alm",
        ),
        ("Ny bok: ”Svart hav”", "– Svart hav är en bok om döden, säger Siv Alm.", None),
        ("Ny film: ”Det är natt”", "– Filmen kom i går, säger Siv Alm.", None),
    ],
)
def test_a_headline_in_marks_that_somebody_below_has_said(
    said: Said, head: str, below: str, expected: str | None
) -> None:
    marked = head.partition("”")[2].removesuffix("”")
    assert [who for words, who in said(f"{head}\n\n{below}") if words == marked] == ([expected] if expected else [])


TWO_SPEAK = "– Vi måste spara, säger Hilda Ros.\n\n– Det är en skandal utan like, säger Melvin Sand."


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("”Det här är en skandal”", "Melvin Sand"),
        ("”Nu behöver alla spara”", "Hilda Ros"),
        ("”Det går inte längre så”", None),
        ("Ros: ”Det går inte längre så”", "Hilda Ros"),
    ],
)
def test_a_headline_that_sums_up_is_whose_words_are_like_it(
    read: Callable[[str], Record], headline: str, speaker: str | None
) -> None:
    record = read(f"{headline}\n\nKommunens ekonomi är dålig.\n\n{TWO_SPEAK}")
    assert record.quotes[0].speaker.name == speaker


@pytest.mark.parametrize("text", [text for text, _ in REACH.values()], ids=REACH)
def test_a_text_that_is_cut_off_after_any_word_is_read(said: Said, text: str) -> None:
    words = text.split(" ")
    for kept in range(1, len(words)):
        said(" ".join(words[:kept]))
