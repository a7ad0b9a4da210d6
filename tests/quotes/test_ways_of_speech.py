"""Ways of speech that are rare but not odd: who the latter is, what one says oneself to be, old marks, the paper's own turns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Said = Callable[[str], list[tuple[str, str | None]]]
Rows = list[tuple[str, list[tuple[str, str | None]]]]

TWO = "Rektorn Siv Alm och skolchefen Bo Ek är oense om nybygget.\n\n"
SPEAKERS: Rows = [
    # the first and the second of two
    (
        TWO + "– Vi behöver fler salar, säger den förra.\n\n– Vi har inte råd, säger den senare.",
        [("Vi behöver fler salar", "Siv Alm"), ("Vi har inte råd", "Bo Ek")],
    ),
    (TWO + "Enligt den senare finns det inga pengar.", [("finns det inga pengar", "Bo Ek")]),
    (TWO + "Den förra menar att taket läcker.", [("taket läcker", "Siv Alm")]),
    ("Bo Ek, Siv Alm och Per Dal träffades.\n\n– Det är kallt, sade den senare.", [("Det är kallt", None)]),
    ("Den senare tiden har polisen sagt att läget är lugnt.", [("läget är lugnt", "polisen")]),
    # all that was said
    (
        "Siv Alm vann loppet.\n\n– Jag är så glad, var det enda hon fick fram.",
        [("Jag är så glad", "Siv Alm")],
    ),
    ("Siv Alm vann loppet.\n\n– Otroligt! var allt Siv Alm sade i målet.", [("Otroligt!", "Siv Alm")]),
    (
        "– Jag åkte hem, det var allt jag ville, säger Siv Alm.",
        [("Jag åkte hem, det var allt jag ville", "Siv Alm")],
    ),
    # what one says that one is or has done
    ("Bo Ek säger sig vara nöjd med beslutet.", [("vara nöjd med beslutet", "Bo Ek")]),
    ("Efteråt sade sig föraren inte ha sett rödljuset.", [("inte ha sett rödljuset", "föraren")]),
    ("Siv Alm, som säger sig ha rätt till huset, har överklagat.", [("ha rätt till huset", "Siv Alm")]),
    ("Mannen säger upp sig i morgon.", []),
    ("Om han säger sig vara nöjd är det bra.", []),
    ("Det säger sig självt att bron måste lagas.", []),
    # a word or three on a thing
    ("Siv Alm kallar beslutet ”skandalöst”.", [("skandalöst", "Siv Alm")]),
    ("Siv Alm kallar planen för ”rena galenskapen”.", [("rena galenskapen", "Siv Alm")]),
    ("Bo Ek avfärdar kritiken som ”rent nonsens”.", [("rent nonsens", "Bo Ek")]),
    ("I ett mejl beskriver Bo Ek läget som ”kritiskt”.", [("kritiskt", "Bo Ek")]),
    ("Siv Alm är arg. Att riva bron kallar hon ”skandalöst”.", [("skandalöst", "Siv Alm")]),
    ("Siv Alm kallar detta för ”omvänd sållning”.", []),
    ("Siv Alm kallar sin hund ”Bosse”.", []),
    ("Bo Ek kallar sig ”fri”.", []),
    ("Metoden beskrivs som ”grön”.", []),
]

#: Dashes and marks of typewriters and mail.
SIGNS = ["––{}, ", "–– {}, ", "--{}, ", "-- {}, ", "``{}'', ", ">>{}<<, ", "<<{}>>, ", ",,{}'', ", "''{}'', ", "*{}*, "]
NO_MARKS: Rows = [
    ("Bolaget (>>Nordbygg<<) växer.", []),
    ("Mötet blev ,, som väntat, kort och Bo Ek gick hem.", []),
    (
        "Siv Alm säger att det är *mycket* viktigt att *alla* röstar.",
        [("det är *mycket* viktigt att *alla* röstar", "Siv Alm")],
    ),
]

MET = "Siv Alm tog över som vd i våras. Vi träffade henne.\n\n"
INTERVIEWS: Rows = [
    (
        MET + "Reporter: Hur går det?\n\nSiv Alm: Det går bra, vi växer.",
        [("Det går bra, vi växer.", "Siv Alm")],
    ),
    (
        MET
        + "Bladet: Det sägs att ni blöder.\n\nSiv Alm: Det går bra, vi växer.\n\nBladet: Ni går back.\n\nSiv Alm: Ja, men nu vänder det.",
        [("Det går bra, vi växer.", "Siv Alm"), ("Ja, men nu vänder det.", "Siv Alm")],
    ),
    (
        MET
        + "Alvsundsbladet: Hur går det?\n\n– Det går bra.\n\nAlvsundsbladet: Du vill sluta.\n\n– Nej, det vill jag inte.",
        [("Det går bra.", "Siv Alm"), ("Nej, det vill jag inte.", "Siv Alm")],
    ),
    ("Bo Ek skriver om beslutet i Alvsundsbladet: Det är fel väg att gå.", [("Det är fel väg att gå.", "Bo Ek")]),
    # a question to du is the reporter's, and so is one that goes on asking
    (
        "– Vi växer, säger Bo Ek.\n\n– Hur ser du på hösten?\n\n– Jag tror att det blir bra.\n\n– Och sedan?\n\n– Sedan får vi se.",
        [
            ("Vi växer", "Bo Ek"),
            ("Jag tror att det blir bra.", "Bo Ek"),
            ("Sedan får vi se.", "Bo Ek"),
        ],
    ),
    (
        "– Bron är stängd, säger Bo Ek.\n\n– Hur ska vi ta oss hem?\n\n– Det vet ingen.",
        [("Bron är stängd", "Bo Ek"), ("Hur ska vi ta oss hem?", "Bo Ek"), ("Det vet ingen.", "Bo Ek")],
    ),
    (
        "– Kommer du i morgon? frågar Siv Alm.\n\n– Ja, svarar Bo Ek.",
        [("Kommer du i morgon?", "Siv Alm"), ("Ja", "Bo Ek")],
    ),
]


#: How far a report reaches, and whose the sentence around it is.
REPORTS: Rows = [
    ("Siv Alm berättade att hon odlar dill – det har hon lärt sig av grannen.", [("hon odlar dill", "Siv Alm")]),
    ("Siv Alm säger att bron rivs – vilket gör vägen längre.", [("bron rivs", "Siv Alm")]),
    (
        "Siv Alm sade att bron – den äldsta i länet – måste rivas.",
        [("bron – den äldsta i länet – måste rivas", "Siv Alm")],
    ),
    ("Siv Alm tycker att jobbet är roligt och har inte ångrat sig.", [("jobbet är roligt", "Siv Alm")]),
    ("Siv Alm tycker att jobbet är roligt och ser fram emot våren.", [("jobbet är roligt", "Siv Alm")]),
    (
        "Siv Alm säger att bron är gammal och inte har lagats på länge.",
        [("bron är gammal och inte har lagats på länge", "Siv Alm")],
    ),
    (
        "Siv Alm anser att taxan är hög. · Antalet resor har ökat. · Biljetterna har blivit färre.",
        [("taxan är hög", "Siv Alm")],
    ),
    (
        "Kvinnan hyrde stugan i somras och hade enligt polisen lånat en båt.",
        [("hade … lånat en båt", "polisen")],
    ),
    ("Bolaget har enligt polisen sålt bilarna.", [("Bolaget har … sålt bilarna", "polisen")]),
    (
        "Kvinnan hyrde stugan och hade lånat en båt, enligt polisen.",
        [("Kvinnan hyrde stugan och hade lånat en båt", "polisen")],
    ),
    (
        "Villorna har också haft tjuvar, även om det är ovanligt enligt statistiken.",
        [("det är ovanligt", "statistiken")],
    ),
    ("Enligt vad alvsund24.se erfar var mötet stormigt.", [("var mötet stormigt", "alvsund24.se")]),
    ("Skolan borde fråga mer, menar man på föreningen Sjörådet.", [("Skolan borde fråga mer", "Sjörådet")]),
    ("En aktör lyfte att hamnen kan byggas ut.", [("hamnen kan byggas ut", "En aktör")]),
    ("”Det blev lättare att andas”, beskriver någon i rapporten.", [("Det blev lättare att andas", None)]),
    ("Siv Alm bor i Alvsund och i en intervju, beskrev hon sig själv som stark.", []),
    (
        "Siv Alm är rektor. Det regnade hela dagen på torget i staden, men hon tycker det är bra.",
        [("det är bra", "Siv Alm")],
    ),
    ("Siv Alm tycker bron är ful.", [("bron är ful", "Siv Alm")]),
    ("Siv Alm tror Bo Ek vinner valet.", [("Bo Ek vinner valet", "Siv Alm")]),
    ("Siv Alm säger att bron är ful, vilket Bo Ek inte håller med om.", [("bron är ful", "Siv Alm")]),
    (
        "Siv Alm säger att bron är ful, vilket gör henne ledsen.",
        [("bron är ful, vilket gör henne ledsen", "Siv Alm")],
    ),
    ("Siv Alm säger att bron är ful och skrattar.", [("bron är ful", "Siv Alm")]),
    ("Siv Alm säger att bron är ful när vi möter henne på torget.", [("bron är ful", "Siv Alm")]),
    (
        "Siv Alm säger att bron är fin när vi reser oss ur krisen.",
        [("bron är fin när vi reser oss ur krisen", "Siv Alm")],
    ),
    (
        "Bron är ful, menar Siv Alm, men Bo Ek tycker att den är fin.",
        [("Bron är ful", "Siv Alm"), ("den är fin", "Bo Ek")],
    ),
    (
        "Bron är ful, menar Siv Alm, och Bo Ek säger att den rivs.",
        [("Bron är ful", "Siv Alm"), ("den rivs", "Bo Ek")],
    ),
    ("Bron är ful, men Bo Ek tycker att den är fin.", [("den är fin", "Bo Ek")]),
    ("Beskedet från Siv Alm är att bron rivs.", [("bron rivs", "Siv Alm")]),
    ("Siv Alm kom med beskedet att bron rivs.", [("bron rivs", "Siv Alm")]),
    # parts of a group
    ("De flesta, sju av tio, tycker att maten är god.", [("maten är god", "De flesta")]),
    ("De flesta tycker att maten är god.", []),
    (
        "Nästan tre av tio tillfrågade på badet anger att det är trångt och hälften anger att det har blivit värre.",
        [("det är trångt", "tre av tio tillfrågade på badet"), ("det har blivit värre", "tillfrågade")],
    ),
    (
        "Fem av kockarna i salen tycker att det är bra. 58 procent tycker att det blir sämre.",
        [("det är bra", "Fem av kockarna i salen"), ("det blir sämre", "kockarna")],
    ),
    (
        "30 procent av kockarna tycker det fungerar men de flesta, 52 procent, svarar inte.",
        [("det fungerar", "30 procent av kockarna")],
    ),
    ("Tio procent av priset är skatt. Hälften säger att det är för mycket.", [("det är för mycket", "Hälften")]),
    (
        "Siv Alm säger att skolan är bra och att vissa elever tycker att den är rolig.",
        [("skolan är bra och att vissa elever tycker att den är rolig", "Siv Alm")],
    ),
    # the two who have been named
    (
        "Siv Alm och Eva Ek är kuratorer. Det behövs fler samtal, menar de båda kuratorerna.",
        [("Det behövs fler samtal", "Siv Alm; Eva Ek")],
    ),
    ("Siv Alm och Eva Ek möttes. Det blir dyrt, menar de båda kommunerna.", [("Det blir dyrt", "de båda kommunerna")]),
]


COURT = "I dag hördes den åtalades flickvän.\n\n– Vi bråkade, sa hon.\n\nÅklagare Eva Ström undrade om hon sett någon kniv.\n\n"
#: Somebody near by who is not the one who speaks.
OTHERS: Rows = [
    ("– Det är klart, säger Siv Alms man.", [("Det är klart", "Siv Alms man")]),
    ("– Det är klart, säger Bo Eks efterträdare, Siv Alm.", [("Det är klart", "Siv Alm")]),
    ("– Det är klart, säger den 62-årige mannen i förhör.", [("Det är klart", "den 62-årige mannen")]),
    (
        "– ”Gå härifrån”, sa Bo Ek till mig, berättar Siv Alm.",
        [("”Gå härifrån”, sa Bo Ek till mig", "Siv Alm")],
    ),
    ("Siv Alm hävdar att Bo Ek har erkänt, något som Bo Ek förnekar.", [("Bo Ek har erkänt", "Siv Alm")]),
    (
        "I rätten skriver Bo Ek att man ”avvaktar och analyserar läget”.",
        [("man ”avvaktar och analyserar läget”", "Bo Ek")],
    ),
    # letters and what is read aloud
    ("I ett sms från Bo Ek till Siv Alm står det: ”Jag kommer aldrig.”", [("Jag kommer aldrig.", "Bo Ek")]),
    (
        "Siv Alm visar ett sms från Bo Ek. ”Jag kommer aldrig tillbaka”, står det.",
        [("Jag kommer aldrig tillbaka", "Bo Ek")],
    ),
    ("I ett mejl från Siv Alm heter det att ”bron ska stängas”.", [("bron ska stängas", "Siv Alm")]),
    ("I ett mejl till Siv Alm skriver Bo Ek: ”Jag kommer aldrig.”", [("Jag kommer aldrig.", "Bo Ek")]),
    ("Bo Ek läser ur domen: ”Mannen har handlat i nödvärn.”", [("Mannen har handlat i nödvärn.", "domen")]),
    ("Ur domen: ”Mannen har handlat i nödvärn.”", [("Mannen har handlat i nödvärn.", "domen")]),
    ("Så här står det i domen: ”Mannen har handlat i nödvärn.”", [("Mannen har handlat i nödvärn.", "domen")]),
    (
        "Siv Alm är nöjd. I det nya avtalet står det vidare: ”Hyran höjs aldrig.”",
        [("Hyran höjs aldrig.", "avtalet")],
    ),
    (
        "Siv Alm är nöjd.\n\nI det nya avtalet står det vidare: ”Hyran höjs aldrig.\n\nAvtalet gäller i tio år.”",
        [("Hyran höjs aldrig.", "avtalet"), ("Avtalet gäller i tio år.", "avtalet")],
    ),
    ("”Den är riktig”, skriver hovrätten i domen.", [("Den är riktig", "hovrätten")]),
    # who puts a question, and what is one's own
    (
        "– Varför sover sälar? Den frågan ställer Siv Alm, docent, i en bok om sin forskning.",
        [("Varför sover sälar?", "Siv Alm")],
    ),
    (
        "– Vi måste våga. Den frågan ställer jag ofta, säger Siv Alm.",
        [("Vi måste våga. Den frågan ställer jag ofta", "Siv Alm")],
    ),
    # a pointer in the middle of a paragraph, before another's frame
    (
        "– Det gick fort. Det säger Siv Alm, larmchef. Branden var släckt på en timme, uppger Bo Ek.",
        [("Det gick fort.", "Siv Alm"), ("Branden var släckt på en timme", "Bo Ek")],
    ),
    (
        "– Bron är dålig. Det säger Siv Alm ofta till mig, och hon har rätt, säger Bo Ek.",
        [("Bron är dålig. Det säger Siv Alm ofta till mig, och hon har rätt", "Bo Ek")],
    ),
    # a paragraph's end that was lost behind a frame
    (
        "– Vi måste köra, säger Siv Alm, trafikchef.Enligt beslutet är det kansliet som lägger turerna.",
        [("Vi måste köra", "Siv Alm")],
    ),
    (
        "– Vi måste köra, säger Siv Alm, trafikchef.Vi har lovat det.",
        [("Vi måste köra … Vi har lovat det.", "Siv Alm")],
    ),
    # what one does, as the subject
    ("Att bygga om bron är för dyrt, menar Siv Alm.", [("Att bygga om bron är för dyrt", "Siv Alm")]),
    ("Att bron är för dyr menar Siv Alm.", [("bron är för dyr", "Siv Alm")]),
    # whom the line is about
    ("Bo Ek får kritik: ”Han ljuger om allt”", [("Han ljuger om allt", None)]),
    ("Kritiken mot Bo Ek: ”Han ljuger om allt”", [("Han ljuger om allt", None)]),
    ("Bo Ek hyllas av Siv Alm: ”Han är bäst i landet”", [("Han är bäst i landet", "Siv Alm")]),
    ("Siv Alm till attack mot Bo Ek: ”Han ljuger om allt”", [("Han ljuger om allt", "Siv Alm")]),
    ("Siv Alm efter segern: ”Det här är helt underbart”", [("Det här är helt underbart", "Siv Alm")]),
    ("Siv Alm lämnar över till Bo Ek.\n\n– Nu är det hans tur.", [("Nu är det hans tur.", "Siv Alm")]),
    ("Siv Alm lämnar över till Bo Ek.\n\n– Tack. Jag vill börja.", [("Tack. Jag vill börja.", "Bo Ek")]),
    ("Siv Alms mamma hittade henne.\n\n– Hon låg på golvet.", [("Hon låg på golvet.", "Siv Alms mamma")]),
    ("Siv Alms bok säljer bra.\n\n– Jag är glad.", [("Jag är glad.", "Siv Alm")]),
    (
        "Bo Ek nekar till brott. Hans sambo har gett honom alibi.\n\n– Jag vaknade av honom, sade hon i rätten.",
        [("Jag vaknade av honom", "Hans sambo")],
    ),
    (
        "– Han blockerar mig, sade mannen.\n\nMotparten, en 58-årig kvinna, gav en annan bild.\n\n– Det är lögn, han blockerar mig.",
        [("Han blockerar mig", "mannen"), ("Det är lögn, han blockerar mig.", "Motparten")],
    ),
    (
        "Bolaget Nordbygg AB bygger. Vd är Bo Ek. I ansökan hävdar Nordbygg att ritningen ändrades.",
        [("ritningen ändrades", "Nordbygg AB")],
    ),
    (
        "Sara Lind gifte sig i lördags. Vigselförrättaren, Saras moster Ingegerd, fick bäras upp.\n\n– Jag är 78 år, säger hon.",
        [("Jag är 78 år", "Ingegerd")],
    ),
    (
        "I sin anmälan skriver Siv Alms son, advokaten Mårten Alm, att råd ”måste tåla kritik”.",
        [("råd ”måste tåla kritik”", "Mårten Alm")],
    ),
    ("– Jag frågade, berättade revisorn för rätten.", [("Jag frågade", "revisorn")]),
    ("Siv Alm är forskare. ”Jag är gift med jobbet”, brukar hon skoja.", [("Jag är gift med jobbet", "Siv Alm")]),
    (
        "– Naturligtvis inte, säger Ann-Britt Lööw. Men han hade rätt.",
        [("Naturligtvis inte … Men han hade rätt.", "Ann-Britt Lööw")],
    ),
    ("Läraren i Norrby kallar boken ”ett litet mirakel”.", [("ett litet mirakel", "Läraren i Norrby")]),
    (
        "Siv Alm (M) och Centerpartiets Bo Ek är oense.\n\n– Det är fel, säger moderaten.\n\n– Det är rätt, säger centerpartisten.",
        [("Det är fel", "Siv Alm"), ("Det är rätt", "Bo Ek")],
    ),
    (
        "Siv Alm (M) och Eva Ek (M) är oense.\n\n– Det är fel, säger moderaten.",
        [("Det är fel", "moderaten")],
    ),
    (
        "Siv Alm är rektor och Bo Ek biträdande rektor.\n\n– Vi är nöjda, säger rektorn.\n\n– Jag med, säger biträdande rektorn.",
        [("Vi är nöjda", "Siv Alm"), ("Jag med", "Bo Ek")],
    ),
    # who opens the last sentence, or would but for its word order
    (
        "Siv Alm (M) vill riva. Det vill inte Bo Ek (C).\n\n– Bron är den vackraste i hela länet.",
        [("Bron är den vackraste i hela länet.", "Bo Ek")],
    ),
    ("Siv Alm har sparken. Ny chef blir Bo Ek.\n\n– Jag tar över.", [("Jag tar över.", "Bo Ek")]),
    ("När vi når Siv Alm är hon på väg till Bo Ek.\n\n– Vi ska äta.", [("Vi ska äta.", "Siv Alm")]),
    ("I går förlorade Siv Alm mot Bo Ek.\n\n– Jag spelade uselt.", [("Jag spelade uselt.", "Siv Alm")]),
    (
        "Siv Alm har följt Bo Ek.\n\n– Bo är en kämpe, säger hon. Han har rest sig.",
        [("Bo är en kämpe … Han har rest sig.", "Siv Alm")],
    ),
    ("Siv Alm har följt Bo Ek.\n\n– Bo är en kämpe, säger hon. Hon har följt honom.", [("Bo är en kämpe", "Siv Alm")]),
    (
        "Bo Ek talade. Han berättade att hon alltid stod vid rodret: ”Jag fick laga maten.”",
        [("hon alltid stod vid rodret", "Bo Ek"), ("Jag fick laga maten.", "Bo Ek")],
    ),
    (
        "+ Skolan får 12 miljoner\n\n– Kulturen förlorar 3 miljoner\n\n– Det är bra, säger Siv Alm.",
        [("Det är bra", "Siv Alm")],
    ),
    (
        "På torget stod 400 personer. Motdemonstranter försökte störa. ”Skäms på er!” skanderade de.",
        [("Skäms på er!", "Motdemonstranter")],
    ),
    (
        "Valter Öberg, 92, bor ensam.\n\n”Man vänjer sig vid tystnaden. Jag pratar med havet.\n\nDet är värre när barnen har åkt.”",
        [
            ("Man vänjer sig vid tystnaden. Jag pratar med havet.", "Valter Öberg"),
            ("Det är värre när barnen har åkt.", "Valter Öberg"),
        ],
    ),
    # in court one asks and another answers
    (
        COURT + "– Nej.\n\n– Men du har sagt att han hade en kniv, påpekade åklagaren.\n\n– Då var jag rädd.",
        [
            ("Vi bråkade", "flickvän"),
            ("om hon sett någon kniv", "Eva Ström"),
            ("Nej.", "flickvän"),
            ("Men du har sagt att han hade en kniv", "Eva Ström"),
            ("Då var jag rädd.", "flickvän"),
        ],
    ),
    (
        "Siv Alm är orolig. Hon undrar om han kommer tillbaka.\n\n– Nej, det tror jag inte.",
        [("om han kommer tillbaka", "Siv Alm"), ("Nej, det tror jag inte.", "Siv Alm")],
    ),
    # run-on text turns to narration
    (
        "Chefen Bo Ek är nöjd. - Vi har lagt ribban högt. Rådet Stig Malm kom aldrig. Han är sjuk, uppgav hans sekreterare. - Synd, sade Bo Ek.",
        [("Vi har lagt ribban högt.", "Bo Ek"), ("Han är sjuk", "hans sekreterare"), ("Synd", "Bo Ek")],
    ),
    ("– Vi ska vinna! – Det säger Siv Alm, lagkapten.", [("Vi ska vinna!", "Siv Alm")]),
    ("”Vi ska vinna det här” (Siv Alm, lagkapten).", [("Vi ska vinna det här", "Siv Alm")]),
    ("Bo Frid (S), Norrby: Nej. Närheten är viktigare.", [("Nej. Närheten är viktigare.", "Bo Frid")]),
    (
        "Ett av vittnena, en kollega, berättade i rätten hur hon hört ett skrik.",
        [("hur hon hört ett skrik", "Ett av vittnena")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*SPEAKERS, *NO_MARKS, *INTERVIEWS, *REPORTS, *OTHERS])
def test_a_way_of_speech(said: Said, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert said(text) == expected


@pytest.mark.parametrize("sign", SIGNS)
def test_old_dashes_and_marks(said: Said, sign: str) -> None:
    line = sign.format("Vi är trötta på buller") + "säger Siv Alm."
    assert said(line) == [("Vi är trötta på buller", "Siv Alm")]
