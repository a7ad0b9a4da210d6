"""Counts, qualifiers, change, ordinals and factors in sentences of our own."""

from __future__ import annotations

import pytest

from pipeline.stages.figures import find_figures
from tests.figures.table import Row, row, shown

COUNTS: list[Row] = [
    row("Hit kom 8.000 besökare.", "8.000 besökare = count 8000 besökare"),
    row("Här bor 334 601 invånare.", "334 601 invånare = count 334601 invånare"),
    row("Tretusen människor sjöng.", "Tretusen människor = count 3000 människor"),
    row("Femtontusen kom till torget.", "Femtontusen = count 15000"),
    row("Etthundratjugofem stolar såldes.", "Etthundratjugofem stolar = count 125 stolar"),
    row("Sjuttiotvå namn lästes upp.", "Sjuttiotvå namn = count 72 namn"),
    row("Fem tusen tre hundra namn samlades in.", "Fem tusen tre hundra namn = count 5300 namn"),
    row("Tre bussar stod kvar.", "Tre bussar = count 3 bussar"),
    row("Ett fel hittades."),
    row("En buss stod kvar."),
    row("Minst en person skadades.", "Minst en person = count 1 person at_least"),
    row("Högst ett barn får följa med.", "Högst ett barn = count 1 barn at_most"),
    row("Inte minst en viktig fråga är pengarna."),
    row("De sålde två dussin ägg.", "två dussin ägg = count 24 ägg"),
    row("28 olika förvaltningar deltog.", "28 olika förvaltningar = count 28 förvaltningar"),
    row("Två svenska profilfrågor lyftes.", "Två svenska profilfrågor = count 2 profilfrågor"),
    row("Orten har 20 anställda.", "20 anställda = count 20 anställda"),
    row("Olyckan krävde tre döda och nio skadade.", "tre döda = count 3 döda", "nio skadade = count 9 skadade"),
    row("De 16 miljonerna är slut.", "16 miljonerna = money 16000000"),
    row("1,2 miljoner personer vårdar någon.", "1,2 miljoner personer = count 1200000 personer"),
    row("Läsarna skickade över en miljon sidor.", "över en miljon sidor = count 1000000 sidor more_than"),
    row("Sex av elva skolor byggs om.", "Sex av elva skolor = count 6 skolor of 11"),
    row("Nio av tio är nöjda.", "Nio av tio = count 9 of 10"),
    row("I 96 fall av 100 går det bra.", "96 fall av 100 = count 96 fall of 100"),
    row("12 av de 30 eleverna flyttade.", "12 av de 30 eleverna = count 12 eleverna of 30"),
    row("Två av barnen såg allt.", "Två av barnen = count 2 barnen"),
    row("Fyra av hennes böcker trycks om.", "Fyra av hennes böcker = count 4 böcker"),
    row("Tre av dem bor kvar.", "Tre av dem = count 3"),
    row("Av de 40 skolorna har 12 stängt.", "40 skolorna = count 40 skolorna", "12 = count 12 skolorna"),
    row("Antalet elever växte från 300 till 340.", "från 300 till 340 = count 300..340 from_to/up"),
    row("Antal svar var 430 varav 135 på papper.", "430 = count 430 svar", "135 = count 135 svar"),
    row("Ett 60-tal elever väntade.", "Ett 60-tal elever = count 60 elever about"),
    row("Ett tjugotal gäss landade.", "Ett tjugotal gäss = count 20 gäss about"),
    row("Ett hundratal gäster kom.", "Ett hundratal gäster = count 100 gäster about"),
    row("Det 140-talet deltagare åkte hem.", "Det 140-talet deltagare = count 140 deltagare about"),
    row("Hundratalet personer protesterade.", "Hundratalet personer = count 100 personer about"),
    row("Ett femtontal ärenden återstår.", "Ett femtontal ärenden = count 15 ärenden about"),
    row("Omkring ett 15-tal ärenden återstår.", "Omkring ett 15-tal ärenden = count 15 ärenden about"),
    row("Hundratals protesterade, tusentals skrev på."),
    row("Dussintals hus är tomma."),
    row("Tio eller elva familjer flyttar.", "Tio eller elva familjer = count 10..11 familjer"),
    row("En eller två personer saknas.", "En eller två personer = count 1..2 personer"),
    row("Mellan 20 och 100 brev kom.", "Mellan 20 och 100 brev = count 20..100 brev"),
    row("Det rör mellan 14-15 hus.", "mellan 14-15 hus = count 14..15 hus"),
    row("De 1 500 nya platserna räcker inte.", "1 500 nya platserna = count 1500 platserna"),
    row("I år söker 2000 personer till kursen.", "2000 personer = count 2000 personer"),
    row("Drygt 1800 skrev på.", "Drygt 1800 = count 1800 more_than"),
    row("Det blir 22 Gripenflygplan till.", "22 Gripenflygplan = count 22 Gripenflygplan"),
    row("Tio EU-länder är med.", "Tio EU-länder = count 10 EU-länder"),
    row("60 långtidssjukskrivna kvinnor fick träna.", "60 långtidssjukskrivna kvinnor = count 60 kvinnor"),
    row("26 offentliga och privata vårdcentraler svarade.",
        "26 offentliga och privata vårdcentraler = count 26 vårdcentraler"),
    row("Två gånger om året möts de.", "Två gånger = count 2 gånger"),
    row("12\u00a0000 hästar finns i länet.", "12\u00a0000 hästar = count 12000 hästar"),
]  # fmt: skip

BOUNDS: list[Row] = [
    row("Drygt 40 bussar ställdes in.", "Drygt 40 bussar = count 40 bussar more_than"),
    row("Dryga 550 företag är med.", "Dryga 550 företag = count 550 företag more_than"),
    row("Mer än 200 hus står tomma.", "Mer än 200 hus = count 200 hus more_than"),
    row("Fler än 23 000 läsare svarade.", "Fler än 23 000 läsare = count 23000 läsare more_than"),
    row("Kommunen har över 9 000 invånare.", "över 9 000 invånare = count 9000 invånare more_than"),
    row("Strax över 50 båtar kom.", "Strax över 50 båtar = count 50 båtar more_than"),
    row("Gott och väl 300 personer kom.", "Gott och väl 300 personer = count 300 personer more_than"),
    row("Knappt 40 bussar gick.", "Knappt 40 bussar = count 40 bussar less_than"),
    row("Färre än 50 elever återstår.", "Färre än 50 elever = count 50 elever less_than"),
    row("Nästan 80 hus skadades.", "Nästan 80 hus = count 80 hus less_than"),
    row("Närmare 500 ansökningar kom in.", "Närmare 500 ansökningar = count 500 ansökningar less_than"),
    row("Nära 70 hus skadades.", "Nära 70 hus = count 70 hus less_than"),
    row("Inte ens 20 elever kom.", "Inte ens 20 elever = count 20 elever less_than"),
    row("Med snart 30 år i yrket.", "snart 30 år = duration 30 år less_than"),
    row("Minst 12 hus hotas.", "Minst 12 hus = count 12 hus at_least"),
    row("Åtminstone 12 hus hotas.", "Åtminstone 12 hus = count 12 hus at_least"),
    row("Högst 12 hundar får vara med.", "Högst 12 hundar = count 12 hundar at_most"),
    row("Max 30 deltagare tas in.", "Max 30 deltagare = count 30 deltagare at_most"),
    row("Upp till 500 åskådare släpps in.", "Upp till 500 åskådare = count 500 åskådare at_most"),
    row("Uppemot 500 åskådare väntas.", "Uppemot 500 åskådare = count 500 åskådare at_most"),
    row("Som mest 40 bilar köade.", "Som mest 40 bilar = count 40 bilar at_most"),
    row("Inte mer än 40 bilar ryms.", "Inte mer än 40 bilar = count 40 bilar at_most"),
    row("Cirka 60 000 anställda berörs.", "Cirka 60 000 anställda = count 60000 anställda about"),
    row("Ca 85 nya aktieägare kom till.", "Ca 85 nya aktieägare = count 85 aktieägare about"),
    row("Ca. 85 nya aktieägare kom till.", "Ca. 85 nya aktieägare = count 85 aktieägare about"),
    row("C:a 85 skidor såldes.", "C:a 85 skidor = count 85 skidor about"),
    row("Omkring 40 skidor såldes.", "Omkring 40 skidor = count 40 skidor about"),
    row("Runt 40 skidor såldes.", "Runt 40 skidor = count 40 skidor about"),
    row("Ungefär 40 skidor såldes.", "Ungefär 40 skidor = count 40 skidor about"),
    row("90 % eller fler svarade.", "90 % eller fler = percent 90 % at_least"),
    row("Grupper om 12 elever eller fler delas.", "12 elever eller fler = count 12 elever at_least"),
    row("Personer 80 år och äldre kallas.", "80 år och äldre = duration 80 år at_least"),
    row("Han kunde knappt gå."),
    row("De gick runt torget två varv.", "två varv = count 2 varv"),
    row("Hon satt där under tio minuter.", "tio minuter = duration 10 minuter"),
    row("Pengarna fördelas över 12 skolor i länet.", "över 12 skolor = count 12 skolor more_than"),
    row("Stödet spreds över 12 skolor i länet.", "över 12 skolor = count 12 skolor more_than"),
]

CHANGE: list[Row] = [
    row("Antalet stölder ökade med 3 procent.", "3 procent = percent 3 procent by/up"),
    row("Andelen ökade till 12 procent.", "12 procent = percent 12 procent to/up"),
    row("Hyran minskade 400 kronor.", "400 kronor = money 400 kronor SEK by/down"),
    row("Det är en ökning på 5 procent.", "5 procent = percent 5 procent by/up"),
    row("En minskning med 15 procent väntas.", "15 procent = percent 15 procent by/down"),
    row("Stödet sjönk 2 procentenheter.", "2 procentenheter = percent 2 procentenheter by/down"),
    row("Andelen steg från 9 till 12 procent.", "från 9 till 12 procent = percent 9..12 procent from_to/up"),
    row("Andelen föll från 12 till 9 procent.", "från 12 till 9 procent = percent 9..12 procent from_to/down"),
    row("Kostnaden steg med knappt 1,2 mkr, från 8.400 till 9 550 tkr.",
        "knappt 1,2 mkr = money 1200000 mkr SEK less_than by/up",
        "från 8.400 till 9 550 tkr = money 8400000..9550000 tkr SEK from_to/up"),
    row("Stödet ökas till drygt 53 miljoner kr.", "drygt 53 miljoner kr = money 53000000 kr SEK more_than to/up"),
    row("Aktien föll med 0,1 procent.", "0,1 procent = percent 0.1 procent by/down"),
    row("Bolaget backade 4 procent.", "4 procent = percent 4 procent by/down"),
    row("Från 30 MSEK till över 50 MSEK växte bolaget.",
        "30 MSEK = money 30000000 MSEK SEK", "över 50 MSEK = money 50000000 MSEK SEK more_than"),
    row("De gjorde en undersökning på 298 krogar.", "298 krogar = count 298 krogar"),
    row("Utsläppen uppgick till 2 ton.", "2 ton = measure 2 ton"),
    row("Sträckan är från 5 till 10 kilometer.", "från 5 till 10 kilometer = measure 5..10 kilometer"),
    row("Sjukfrånvaron halverades.", "halverades = factor 0.5"),
    row("Priset har fördubblats och tredubblas snart.", "fördubblats = factor 2", "tredubblas = factor 3"),
]  # fmt: skip

ORDINALS: list[Row] = [
    row("För tredje gången på ett år.", "tredje gången = ordinal 3 gången"),
    row("Hon blev den 4000:e besökaren.", "4000:e besökaren = ordinal 4000 besökaren"),
    row("Det är landets 11:e mest kända märke.", "11:e mest kända märke = ordinal 11 märke"),
    row("Det är det tredje mötet i rad.", "tredje mötet = ordinal 3 mötet"),
    row("Gästen i ordningen var den hundrade besökaren.", "hundrade besökaren = ordinal 100 besökaren"),
    row("Det första steget är taget, det andra dröjer."),
    row("För det tredje saknas pengar."),
    row("Under tredje kvartalet sjönk vinsten."),
    row("En tredje part granskar avtalet."),
]


@pytest.mark.parametrize(
    ("sentence", "figures"),
    [*COUNTS, *BOUNDS, *CHANGE, *ORDINALS],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_counts_and_what_bends_them(sentence: str, figures: tuple[str, ...]) -> None:
    assert tuple(shown(figure) for figure in find_figures(sentence)) == figures


@pytest.mark.parametrize(
    ("sentence", "qualifier"),
    [
        ("Drygt 40 bussar gick.", "Drygt"),
        ("Ett hundratal gäster kom.", "ett …-tal"),
        ("De hundratalet gästerna kom.", "-tal"),
        ("Mellan 20 och 100 brev kom.", "Mellan"),
        ("Från 78 till 80 procent höjs nivån.", None),
        ("90% eller fler svarade.", "eller fler"),
        ("En knapp månad senare kom den.", "knapp"),
        ("Bara 10 procent svarade.", None),
        ("Hela 54 procent svarade.", None),
    ],
)
def test_qualifier_as_written(sentence: str, qualifier: str | None) -> None:
    assert [figure.qualifier for figure in find_figures(sentence)] == [qualifier]
