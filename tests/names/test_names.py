"""People and bodies named in sentences of our own: what is a name, where it begins and ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline.article import Article, Name
from pipeline.stages.names.acting import acting_bodies
from pipeline.stages.names.body_parts import dated_bodies, own_body
from pipeline.stages.names.body_shapes import known_bodies, presented_bodies, shaped_bodies
from pipeline.stages.names.body_titles import small_bodies
from pipeline.stages.names.body_words import is_event
from pipeline.stages.names.lists import well_known
from pipeline.stages.names.not_people import companies, without_title_rows

BODIES: dict[str, tuple[str, list[str]]] = {
    "a craft behind a family's name": ("Sundins bageri och Olsons snickeri stänger.", ["Olsons snickeri", "Sundins bageri"]),
    "a municipality behind the town in capitals": ("KARLBY I Karlby kommun och På Alvsunds universitet", ["Alvsunds universitet"]),
    "a craft of their own": ("Eget bageri finns också.", []),
    "a municipality": ("Här bygger Alvsunds kommun.", ["Alvsunds kommun"]),
    "a place, not the municipality": ("De bor i Alvsunds kommun.", []),
    "a region": ("Nu sparar Region Mittmark.", ["Region Mittmark"]),
    "a hospital": ("Hon föddes på Sjöviks lasarett.", ["Sjöviks lasarett"]),
    "a company": ("Ordern gick till Bergfast AB.", ["Bergfast AB"]),
    "AB first": ("Ordern gick till AB Bergfast.", ["AB Bergfast"]),
    "a club with its letters last": ("Matchen mot Norrhamra BK slutade lika.", ["Norrhamra BK"]),
    "a club with its letters first": ("Matchen mot IFK Alvsund slutade lika.", ["IFK Alvsund"]),
    "an ampersand": ("Rådet kom från Lind & Partner.", ["Lind & Partner"]),
    "two people are no company": ("Foto: Eva & Rut", []),
    "a board of a town": ("Frågan prövas av Sjöviks byggnadsnämnd.", ["Sjöviks byggnadsnämnd"]),
    "an embassy": ("De ringde Ukrainas ambassad.", ["Ukrainas ambassad"]),
    "an airport": ("Planet lyfte från Sjöviks flygplats.", ["Sjöviks flygplats"]),
    "a Sami village": ("Det säger Svartnäs sameby.", ["Svartnäs sameby"]),
    "a state's laboratory": ("Provet gick till Statens vattenlaboratorium.", ["Statens vattenlaboratorium"]),
    "a court with two halves": ("Det prövas av Mark- och miljödomstolen i Sjövik.",
                                ["Mark- och miljödomstolen i Sjövik"]),
    "a gallery that needs its town": ("Utställningen på Konsthallen i Alvsund.", ["Konsthallen i Alvsund"]),
    "a county board": ("Det menar Länsstyrelsen i Mittmarks län.", ["Länsstyrelsen i Mittmarks län"]),
    "two municipalities with one noun": ("Priset delas av Alvsunds och Lillmarks kommun.", ["Lillmarks kommun"]),
    "two parishes are one": ("Det ordnas av Norra och Lillmarks församling.", ["Norra och Lillmarks församling"]),
    "a department for two fields": ("Hon är vid Institutionen för biomedicinska och kliniska vetenskaper (BKV).",
                                    ["Institutionen för biomedicinska och kliniska vetenskaper"]),
    "a department for a list": ("Hon är vid Institutionen för onkologi, radiologi och klinisk immunologi i Alvsund.",
                                ["Institutionen för onkologi, radiologi och klinisk immunologi"]),
    "a department and a university": ("Institutionen för psykologi och Alvsunds universitet möts.",
                                      ["Alvsunds universitet", "Institutionen för psykologi"]),
    "a parish with its side": ("Hon är kyrkoherde i södra Sjöviks pastorat.", ["södra Sjöviks pastorat"]),
    "a club behind a dateline": ("FALUN IFK Alvsund vann.", ["IFK Alvsund"]),
    "a parish of a language": ("Nu firar Väståbolands svenska församling.", ["Väståbolands svenska församling"]),
    "a laboratory inside a sentence": ("Det mäts av Havsfiskelaboratoriet i dag.", ["Havsfiskelaboratoriet"]),
    "what one is told to do": ("Ring Bergfast AB. Besök Alvsunds museum.", ["Alvsunds museum", "Bergfast AB"]),
    "AB in full": ("Avtalet gäller Aktiebolaget Velda.", ["Aktiebolaget Velda"]),
    "a village's group": ("Han är ordförande i Sörbo utvecklingsgrupp.", ["Sörbo utvecklingsgrupp"]),
    "a command centre": ("Larmet gick till polisens regionledningscentral.", ["polisens regionledningscentral"]),
    "a large town's rescue service": ("Räddningstjänsten i Storalvsund kom.", ["Räddningstjänsten i Storalvsund"]),
    "all hospitals": ("Samtliga sjukhus klarar sommaren.", []),
    "all county councils": ("Det gäller Sveriges landsting och regioner.", []),
}  # fmt: skip

OWN: dict[str, tuple[str, str | None]] = {
    "a section word before": ("NÄRINGSLIV Tingsrätten", "Tingsrätten"),
    "a noun that presents the company": ("Försäkringsbolaget Bergskydd", "Bergskydd"),
    "the other side": ("Motparten Sjöviks Hamn AB", "Sjöviks Hamn AB"),
    "an adverb before": ("Även Vårdförbundet", "Vårdförbundet"),
    "a title in capitals": ("ASSISTERANDE TRÄNARE I SJÖVIK", None),
    "a town in capitals": ("SJÖVIKSFORS", None),
    "letters": ("BSAB", "BSAB"),
    "what one is told to do": ("Kontakta Sjöviks Tidning", "Sjöviks Tidning"),
    "a title before": ("Sales Manager at Bergfast", "Bergfast"),
    "a title with för before": ("Country Manager för Bergfast Norge", "Bergfast Norge"),
    "a town behind a company": ("Bergfast i Sjövik", "Bergfast"),
    "a county board's county": ("Länsstyrelsen i Mittmark", "Länsstyrelsen i Mittmark"),
    "an association's town": ("Naturvårdsföreningen i Sjövik", "Naturvårdsföreningen i Sjövik"),
    "a town that belongs": ("Konsthallen i Alvsund", "Konsthallen i Alvsund"),
    "a relative clause behind": ("Myndigheten för skogsvård vars uppdrag", "Myndigheten för skogsvård"),
    "a job title": ("Country Manager", None),
    "letters of a job": ("COO", None),
    "letters of a regulation": ("AFS", None),
    "a web address": ("www.bergfast.exempel", None),
    "an e-mail address": ("bo@bergfast.exempel", None),
    "a compound that a common noun ends": ("Team Alvsund-aktörer", None),
    "a role in a compound": ("VD-roll", None),
    "a compound that is a body": ("EU-kommissionen", "EU-kommissionen"),
    "a bare noun": ("Verket", None),
    "a bare noun in the genitive": ("Kårens", None),
    "a channel before a known body": ("P4 Sveriges Radio", "Sveriges Radio"),
    "a known body's prize": ("Sveriges Radios Guldpris", "Sveriges Radios"),
    "a match fact": ("Lindgren 8", None),
    "a job title and a country": ("Country Manager Sverige", None),
    "two job titles": ("CEO & Founder", None),
    "a company that a noun of bodies begins": ("Resebolaget AB", "Resebolaget AB"),
    "glued to a credit": ("Sjöviks kommunFoto", "Sjöviks kommun"),
    "a company with its box": ("Bergfast Industri AB Box", "Bergfast Industri AB"),
    "a title in a town": ("Sjöviks kommunalråd", None),
    "a participle": ("Reflekterande", None),
    "a verb of letters": ("SMS:a", None),
    "an office alone": ("Landshövdingen", None),
    "a council that is a body": ("Skolrådet", "Skolrådet"),
    "where somebody comes from": ("Sjöviksamatören", None),
    "a section": ("Kommun & demokrati", None),
    "an illness": ("ALS", None),
    "what is asked of a board": ("Länsstyrelsen för pressfrågor", "Länsstyrelsen"),
    "somebody from a town": ("Alingsåsbo", None),
    "a house that ends so": ("Mariebo", "Mariebo"),
    "common nouns in the plural": ("Förskolornas", None),
    "a dateline": ("Haninge Länsstyrelsen", "Länsstyrelsen"),
    "a dateline of capitals": ("SUNDSVALL Räddningstjänsten", "Räddningstjänsten"),
    "no dateline": ("Bergfast Länsstyrelsen", "Bergfast Länsstyrelsen"),
}  # fmt: skip

EVENTS: dict[str, tuple[str, bool]] = {
    "a conference": ("Norrhamrakonferensen", True),
    "days": ("Alvsundsdagarna", True),
    "a prize": ("Stora Teknikpriset", True),
    "a company": ("Bergfast", False),
    "a known body": ("Skolverket", False),
}

PEOPLE: dict[str, tuple[str, list[str]]] = {
    "a given name alone and an age": ("I trapphuset träffar vi Rut, 91, som bott här länge.", ["Rut"]),
    "an animal and an age": ("Hunden Sixten, 9 år, hittades i går.", []),
    "a day of a month": ("Mötet hålls torsdag 3 Maj, 12, i salen.", []),
    "a friend": ("Kompisen Alfred är skeptisk.", ["Alfred"]),
    "a journal": ("Studien är publicerad i tidskriften Marine Letters.", []),
    "before a cue": ("Rut Lindgren säger att bron är klar.", ["Rut Lindgren"]),
    "behind a cue": ("– Bron är klar, säger Rut Lindgren.", ["Rut Lindgren"]),
    "with a party": ("Åsa Öberg (S) röstade nej.", ["Åsa Öberg"]),
    "with a hyphen": ("– Vi väntar, säger Lena Ek-Holm.", ["Lena Ek-Holm"]),
    "two with och": ("– Vi väntar, säger Eva Berg och Nils Holm.", ["Eva Berg", "Nils Holm"]),
    "behind a body's genitive": ("Skolrådets Benjamin Lind säger nej.", ["Benjamin Lind"]),
    "behind a club that no list knows": ("– Det går bra, säger Frölundas Martin Lind.", ["Martin Lind"]),
    "what is called after somebody": ("Det är ett klassiskt Erik Lind-mål, säger Bo Ek om snärte-Lind.", ["Bo Ek"]),
    "behind a title at the start": ("Kommunalrådet Eva Berg säger nej.", ["Eva Berg"]),
    "a surname alone later": ("Rut Lindgren kom. Lindgren gick.", ["Rut Lindgren", "Lindgren"]),
    "in a credit": ("Foto: Hedvig Lans", ["Hedvig Lans"]),
    "in a credit of capitals": ("TEXT OCH FOTO: HEDVIG LANS", ["HEDVIG LANS"]),
    "in two credits of a line": ("TEXT: HEDVIG LANS FOTO: BO EKDAL", ["HEDVIG LANS", "BO EKDAL"]),
    "in a credit with a medium": ("Foto: Hedvig Lans SVT", ["Hedvig Lans"]),
    "glued to the next credit": ("Foto: Hedvig LansFoto:", ["Hedvig Lans"]),
    "behind a rare cue, unlisted": ("– Vänta lite, uppmanar Rezvan Talebi.", ["Rezvan Talebi"]),
    "behind a definite title, unlisted": ("Besiktningsmannen Sampo Rintala höll med.", ["Sampo Rintala"]),
    "a body behind what may be one": ("Det säger kunden Kvarnmoln Kraft.", []),
    "with an age, unlisted": ("Bortom Sjövik bor Vidrun Haltorp, 57, med hund.", ["Vidrun Haltorp"]),
    "two with one surname": ("Sixten och Marianne Rehnsjö satt längst fram.", ["Sixten", "Marianne Rehnsjö"]),
    "a storm": ("Elnätet byggs ut efter stormen Ingela.", []),
    "two storms": ("Stormarna Gudrun och Per fällde skog.", []),
    "somebody called like a storm": (
        "Stormen Gudrun kom. Gudrun Ekdal räknade träd.",
        ["Gudrun", "Gudrun Ekdal"],
    ),
    "mother": ("Mamma Eva grät på läktaren.", ["Eva"]),
    "a wife": ("Hustrun Vera, som skött kassan, håller med.", ["Vera"]),
    "his son": ("Hans son Lars tror på bygden.", ["Lars"]),
    "the word for kin is no part of the name": ("Svärfar Gunnar fick hjälpa till.", ["Gunnar"]),
    "a given name that is a word for kin": ("Medaljen gick till Bror Lindman.", ["Bror Lindman"]),
    "a label of a play": ("Regi: Eva Berg\nManus: Nils Holm", ["Eva Berg", "Nils Holm"]),
    "a noun that also is a name": ("Ladan brann ner i natt.", []),
    "a verb that also is a name": ("– Elda inte ute, säger Rut Lindgren.", ["Rut Lindgren"]),
    "somebody whose name is a verb": ("Elda Lindgren kom. Elda gick.", ["Elda Lindgren", "Elda"]),
    "a company's last word": ("Astrid Pharma växer.", []),
    "a nickname inside": (
        "– Nu är det slut, säger bagaren Karl-Gustav ”Kagge” Brisman.",
        ["Karl-Gustav ”Kagge” Brisman"],
    ),
    "a nickname in plain marks": ('Köparen Per-Olof "Pelle" Ström är nöjd.', ['Per-Olof "Pelle" Ström']),
    "an epithet behind a cue": ("Vi kommer igen, summerade Sjöviksfostrade Lagerman.", ["Lagerman"]),
    "a body's genitive before its head": ("– Nej, säger Säpos presschef Karl Almbrink.", ["Karl Almbrink"]),
    "an institution behind a title": ("Hon är docent Havslaboratoriet i Norrvik.", []),
    "a job in English": ("– Bra, säger Eva Lund, Key Account Manager, Bergfast AB.", ["Eva Lund"]),
    "a place behind what looks like a title": ("Marknadsförare Backa Scen bjuder in.", []),
    "players with clubs in brackets": (
        "Målvakter: Tove Enberg (Alvsunds BK), Jenny Falk (Lomsunds IF), Sofia Järn (IFK Norrvik).",
        ["Tove Enberg", "Jenny Falk", "Sofia Järn"],
    ),
    "particles": ("– Det är roligt, säger professor Axel van den Berg.", ["Axel van den Berg"]),
    "one particle": ("Det menar Lova von der Heide.", ["Lova von der Heide"]),
    "a company by its defined name": (
        "Avtalet med Aktiebolaget Zelda (”Zelda”) gäller. Zeldas vd Rut Lindgren är nöjd.",
        ["Rut Lindgren"],
    ),
    "an oil company": ("Revisorn har granskat Lundal Oil under året.", []),
    "a channel": ("– Vi vann, säger Rut Lindgren till C More.", ["Rut Lindgren"]),
    "a god": ("Kyrkan vill att Guds folk ska mötas.", []),
    "a greeting": ("Eva Berg: Hej Martin, det vet jag inte.", ["Eva Berg"]),
    "a title with a capital behind": ("Alvsund Gerard Dubois Verkställande direktör", ["Gerard Dubois"]),
    "a changed name by its age": ("En kvinna, ”Sara”, 34, fick hjälp.", ["Sara"]),
    "a changed name that is presented": ("En av dem som har fått hjälp är ”Sara”.", ["Sara"]),
    "names that the text says are changed": (
        "”Sara” fick hjälp av ”Siv”. Sara heter egentligen något annat.",
        ["Sara", "Siv", "Sara"],
    ),
    "a storm and a song in marks": ("Stormen ”Gudrun” kom. Favoritlåten är ”Sara”, 3 minuter lång.", []),
    "a title with an unknown body below the name": ("Kontakt\nFilip Brun\nVd Nordspår\n070-174 06 12", ["Filip Brun"]),
    "surnames in a row": ("Berg, Keller och Olsén hade klivit fram.", ["Berg", "Keller", "Olsén"]),
    "towns in a row": ("Falun, Lund och Eva Berg möts.", ["Eva Berg"]),
    "a team by its match": ("– Bra, säger Bo Ek efter Trojas match.", ["Bo Ek"]),
    "a player by her match": ("Maja Ek vann. Det var Majas tredje seger.", ["Maja Ek", "Majas"]),
    "teams by their score": ("Runa vann med 3-2 mot Broberg.", []),
    "a surname by its score": ("Olsén vann med 3-1 mot Berg.", ["Olsén"]),
    "a player by her score": ("Runa Ek vann finalen. Runa vann med 3-2.", ["Runa Ek", "Runa"]),
    "an alarm": ("Larm kommer ofta. Larm kom i går, säger Rut Lindgren.", ["Rut Lindgren"]),
    "somebody of that name": ("Larm säger att det är klart. Larm kom i går.", ["Larm", "Larm"]),
    "a pair of common nouns": ("Sans och balans (förut SD) är emot.", []),
    "a brother to": ("Som lillebror till Maj-Lis är han van.", ["Maj-Lis"]),
    "a name in full before a number": ("HALLAND Martin Klangby, 070-174 06 05", ["Martin Klangby"]),
    "a body before a number": ("Siv Lans Bygg AB, 070-174 06 05", []),
    "an area of the police": ("Siv Lans, t.f. polischef LPO Alvsund, samt Bo Ek, kommunpolis.", ["Siv Lans", "Bo Ek"]),
    "a limited company": ("Nu växer Lindqvarn Marin. Lindqvarn Marin AB ökar.", []),
}


@pytest.mark.parametrize(("text", "wanted"), BODIES.values(), ids=BODIES)
def test_bodies_by_their_shape(text: str, wanted: list[str]) -> None:
    found = {name.text for name in shaped_bodies(text)}
    assert sorted(name for name in found if not any(name != other and name in other for other in found)) == wanted


@pytest.mark.parametrize(("name", "wanted"), OWN.values(), ids=OWN)
def test_own_part_of_an_entity(name: str, wanted: str | None) -> None:
    own = own_body(name, 0, len(name))
    assert (None if own is None else name[own[0] : own[1]]) == wanted


@pytest.mark.parametrize(("name", "wanted"), EVENTS.values(), ids=EVENTS)
def test_events_are_no_bodies(name: str, wanted: bool) -> None:
    assert is_event(name) is wanted


@pytest.mark.parametrize(("text", "wanted"), PEOPLE.values(), ids=PEOPLE)
def test_people(article: Callable[[str], Article], text: str, wanted: list[str]) -> None:
    assert [name.text for name in article(text).names if name.label == "PER"] == wanted


#: Names that no list has, by what they do.
ACTING: dict[str, tuple[str, list[str]]] = {
    "its survey": ("Det visar Kvarnmolns senaste undersökning.", ["Kvarnmoln"]),
    "its customers": ("Nu syns Kvarnmolns kunder.", ["Kvarnmoln"]),
    "its founder": ("Det tycker grundare av Kvarnmoln.", ["Kvarnmoln"]),
    "it launches": ("Kvarnmoln lanserar en tjänst.", ["Kvarnmoln"]),
    "it lies behind": ("Bakom undersökningen ligger Kvarnmoln.", ["Kvarnmoln"]),
    "the gang behind it": ("Gänget bakom Kvarnmoln är nöjt.", ["Kvarnmoln"]),
    "a hospital": ("Så gör Mellansjösjukhuset.", ["Mellansjösjukhuset"]),
    "a hospital of two words": ("På Lindska barnsjukhuset mäter de.", ["Lindska barnsjukhuset"]),
    "a hospital that is named elsewhere": ("Universitetssjukhuset mäter.", []),
    "a person's customers": ("Annas kunder handlar.", []),
    "a person lies behind": ("Bakom undersökningen ligger Eva Berg.", []),
    "a country's products": ("Sveriges produkter säljs.", []),
    "the company's customers": ("Bolagets kunder handlar.", []),
    "a title's customers": ("Handlarens kunder handlar.", []),
}


@pytest.mark.parametrize(("text", "wanted"), ACTING.values(), ids=ACTING)
def test_bodies_by_what_they_do(text: str, wanted: list[str]) -> None:
    assert [name.text for name in acting_bodies(text)] == wanted


def test_a_place_that_acts_is_a_body(article: Callable[[str], Article]) -> None:
    text = "Nu syns Kvarnmolns kunder på nätet.\n\nEtt pressrum på Kvarnmoln kostar inget, och Kvarnmoln AB växer i Sjövik."
    names = [(n.text, n.label) for n in article(text).names]
    assert [label for text, label in names if text.startswith("Kvarnmoln")] == ["ORG"] * 3
    assert ("Sjövik", "LOC") in names


OMBUDSMEN: dict[str, tuple[str, list[str]]] = {
    "inside a paragraph": ("Nämnden får kritik. JO menar att den har brustit.", ["JO"]),
    "behind the cue": ("Nämnden får kritik. Även BO kom. Nu skriver BO att barnen glöms bort.", ["BO"]),
    "behind an adverb": ("Nämnden får kritik. Även JK anser att det är fel.", ["JK"]),
    "a name in capitals": ("Priset gick till BO Ek.", []),
}


@pytest.mark.parametrize(("text", "wanted"), OMBUDSMEN.values(), ids=OMBUDSMEN)
def test_letters_of_ombudsmen(text: str, wanted: list[str]) -> None:
    assert [name.text for name in known_bodies(text)] == wanted


DATED: dict[str, tuple[str, list[str]]] = {
    "capitals": ("BOLLNÄS Polisen uppger att en man har gripits.", ["Polisen"]),
    "a known town": ("Haninge Länsstyrelsen kräver ett svar.", ["Länsstyrelsen"]),
    "inside a sentence": ("I dag BOLLNÄS Polisen", []),
    "no town": ("NYTT Polisen söker vittnen.", []),
}


@pytest.mark.parametrize(("text", "wanted"), DATED.values(), ids=DATED)
def test_bodies_behind_datelines(text: str, wanted: list[str]) -> None:
    assert [name.text for name in dated_bodies(text)] == wanted


def test_a_region_in_small_letters() -> None:
    assert [name.text for name in known_bodies("Det säger region Värmland.")] == ["region Värmland"]


def test_a_title_that_the_paragraph_repeats(article: Callable[[str], Article]) -> None:
    found = article("Ny ägare i Granmo Miljö\n\nNy ägare i Granmo Miljö Alvbygg säljer Granmo Miljö.")
    assert {n.text for n in found.names if n.label == "ORG"} <= {"Granmo Miljö", "Alvbygg"}


def test_a_theme_word_is_no_body(article: Callable[[str], Article]) -> None:
    names = article("Robotfabrik. Vägledaren Eva Berg har skapat robotar i Alvsunds kommun.").names
    assert "Robotfabrik" not in {n.text for n in names}


def test_marks_of_italics_are_no_part_of_a_name(article: Callable[[str], Article]) -> None:
    names = article("Bron är klar.\n\n_Foto alla bilder: Hedvig Lans_").names
    assert [n.text for n in names if n.label == "PER"] == ["Hedvig Lans"]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Tågoperatören Nordspår välkomnar bygget.", "ORG"),
        ("Hyresvärden Stenhem säger upp avtalet.", "ORG"),
        ("Hyresvärden Lindqvist säger upp avtalet.", "PER"),
        ("Entreprenören Byggfast lovar att bli klar.", None),
    ],
)
def test_a_noun_of_a_body_or_a_person(article: Callable[[str], Article], text: str, label: str | None) -> None:
    assert next((n.label for n in article(text).names if n.text in text and n.label != "LOC"), None) == label


def test_presented_by_a_noun() -> None:
    text = "Tågbolaget Nordspåret och analyshuset Lind & Partner delar på bolaget Sjöviks."
    assert [name.text for name in presented_bodies(text)][:2] == ["Nordspåret", "Lind & Partner"]


def test_small_letters_where_a_title_is_tied() -> None:
    text = "Hon är kassör i hembygdsföreningen. Socialt: socialnämndens ordförande kom, och polisens RLC-befäl. I föreningen."
    assert [name.text for name in small_bodies(text)] == ["hembygdsföreningen", "socialnämndens", "polisens"]


def test_a_regulation_is_no_known_body() -> None:
    assert not list(known_bodies("Enligt OSA ska chefen lyssna."))


def test_well_known_bodies_are_found_wherever_they_stand() -> None:
    lost = []
    for name in sorted(well_known()):
        text = f"Han arbetade på {name} i fjol."
        if name not in [found.text for found in known_bodies(text)]:
            lost.append(name)
    assert lost == []


def test_a_well_known_body_is_no_place(article: Callable[[str], Article]) -> None:
    read = article("Hon arbetade på Espresso House och bor i Sundby.")
    assert ("Espresso House", "ORG") in [(name.text, name.label) for name in read.names]


def test_long_words_take_linear_time() -> None:
    text = "A" * 60_000 + " " + "a-" * 30_000 + "Ab" * 30_000
    for find in (shaped_bodies, presented_bodies, small_bodies, known_bodies, acting_bodies):
        assert not list(find(text))


BODIES_IN_TEXT: dict[str, tuple[str, list[str]]] = {
    "a body that looks like somebody": ("Gina Tricots vd Jan Berg slutar.", ["Gina Tricots"]),
    "a school named after somebody": ("Nu bygger Karl Johansskolan ut.", ["Karl Johansskolan"]),
    "two who gave a fund their names": (
        "Kurt och Gerda Larssons minnesfond ger pengar.",
        ["Kurt och Gerda Larssons minnesfond"],
    ),
    "a family's firm": ("Lars Larsson & Söner AB bygger.", ["Lars Larsson & Söner AB"]),
    "a trade and one more": ("Bergs Rör & Svets har anlitats.", ["Bergs Rör & Svets"]),
    "a company of its town": ("Städpoolen i Eslöv AB får uppdraget.", ["Städpoolen i Eslöv AB"]),
    "a company of its town, in several words": (
        "Erlandsson Bygg i Alvsund AB bygger lägenheter.",
        ["Erlandsson Bygg i Alvsund AB"],
    ),
    "who is in a company": ("Snickaren Bo Ek i Bergfast AB är nöjd.", ["Bergfast AB"]),
    "a town's office of two fields": (
        "Alvsunds vård- och omsorgsförvaltning svarar. Bolagets ekonomi- och personalavdelning flyttar.",
        ["Alvsunds vård- och omsorgsförvaltning"],
    ),
    "a court in its town": (
        "Förvaltningsrätten i Alvsund och Kammarrätten i Norrhamra är eniga.",
        ["Förvaltningsrätten i Alvsund", "Kammarrätten i Norrhamra"],
    ),
    "letters and a town": ("AFC Eskilstuna vann matchen.", ["AFC Eskilstuna"]),
    "what somebody is chief of": ("Lena Ek är chef för Hållbarhet på Ikea.", ["Ikea"]),
    "a council of the state's": ("Statens kulturråd delar ut pengar.", ["Statens kulturråd"]),
    "a known body with a country in it": (
        "Nu bygger Sveriges geologiska undersökning ut.",
        ["Sveriges geologiska undersökning"],
    ),
    "a law firm": ("Advokatfirman Vingstedt är ombud.", ["Advokatfirman Vingstedt"]),
    "a body behind a title": ("– Bra, säger Ulrika Bark, affärschef Viaskog Timber.", ["Viaskog Timber"]),
    "a title and somebody else": ("Mötet leddes av Bo Ek, rektor Anna Alm och Siv Ek.", []),
    "the month's": ("Månadens medarbetare Yusuf Demir får blommor.", []),
    "a doctor in training": ("– Bra, säger Kim Vall, ST-läkare.", []),
}


@pytest.mark.parametrize(("text", "wanted"), BODIES_IN_TEXT.values(), ids=BODIES_IN_TEXT)
def test_bodies_in_text(article: Callable[[str], Article], text: str, wanted: list[str]) -> None:
    found = [name.text for name in article(text).names if name.label == "ORG" and name.text != "Alvsund"]
    assert found == wanted


def test_a_name_ends_before_what_somebody_is(article: Callable[[str], Article]) -> None:
    assert "Anders Ek" in [name.text for name in article("Åklagaren har begärt Anders Ek häktad.").names]


@pytest.mark.parametrize(
    ("text", "name", "made"),
    [
        ("Butiken ligger i gallerian Nova Berg.", "Nova Berg", "Nova Berg"),
        ("Butiken ligger i köpcentret Nova Bergs källare.", "Nova Bergs", "Nova Bergs"),
        ("Butiken i gallerian besöks av Nova Berg.", "Nova Berg", None),
        ("Vilborgs Fastigheter AB bygger. Huset är en av Vilborgs större fastigheter.", "Vilborg", "Vilborgs"),
        ("Vilborgs Fastigheter AB bygger. Huset ritas av Vilborg.", "Vilborg", None),
        ("Vilborg Fastigheter AB bygger. Det var Vilborgs idé.", "Vilborg", None),
    ],
)
def test_what_is_a_company_and_no_person(text: str, name: str, made: str | None) -> None:
    at = text.rindex(name)
    (found,) = companies([Name(at, at + len(name), name, "PER", 0.9, "model")], text)
    assert (found.label, found.text) == (("PER", name) if made is None else ("ORG", made))
    assert text[found.start : found.end] == found.text


def test_nobody_s_company_where_somebody_bears_the_name() -> None:
    text = "Vilborgs Fastigheter AB bygger, säger Bo Vilborg. Det var Vilborgs idé."
    found = [Name(text.index("Bo"), text.index("Bo") + 10, "Bo Vilborg", "PER", 0.9, "model")]
    found.append(Name(text.rindex("Vilborgs"), text.rindex("Vilborgs") + 8, "Vilborgs", "PER", 0.9, "model"))
    assert [name.label for name in companies(found, text)] == ["PER", "PER"]


def test_a_title_in_capitals_is_no_body() -> None:
    names = ["Vice VD och Chef Drift- och Hamnutveckling", "VD-tidningen"]
    kept = without_title_rows([Name(0, len(name), name, "ORG", 0.8, "model") for name in names])
    assert [name.text for name in kept] == ["VD-tidningen"]
