"""Bodies, streets, initials, short forms and addresses in whole small articles of our own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Record

Read = Callable[[str], Record]

KINDS = {
    "Polisregion Mitt": "authority",
    "Svenska folkpartiet": "party",
    "Länsstyrelsen i Skåne": "county_board",
    "Säffle kommun": "municipality",
    "Region Värmland": "region",
    "Karolinska universitetssjukhuset": "hospital",
    "Lunds universitet": "university",
    "Socialdemokraterna": "party",
    "Åklagarmyndigheten": "authority",
    "Hovrätten för Västra Sverige": "court",
    "Volvo AB": "company",
    "Vårdförbundet": "union",
    "IFK Norrköping": "team",
    "Värmlands Folkblad": "media",
    "Karlskoga församling": "parish",
    "Åskolan": "school",
    "Mälardalens högskola": "university",
    "Högskoleverket": "authority",
    "Svenska barnboksinstitutet": "other",
    "Svenska kyrkan": "parish",
    "Sameradion": "media",
    "Räddningstjänsten Sjöviksregionen": "authority",
    "Västervikspolisen": "authority",
}


@pytest.mark.parametrize(("name", "kind"), KINDS.items(), ids=KINDS)
def test_kinds(read: Read, name: str, kind: str) -> None:
    found = {o.name: o.kind for o in read(f"Mötet hölls hos {name} i tisdags.").organisations or []}
    assert found == {name: kind}


NAMED = {
    "a nickname first, in marks": ('Trummisen "Nisse" Blom nickar.', ["Nisse Blom"]),
    "a nickname before two surnames": (
        "– Ja, säger tränare Nils ”Nubbe” Sandberg Hernvall.",
        ["Nils ”Nubbe” Sandberg Hernvall"],
    ),
    "a surname in two s": ("– Ja, säger Siv Hess till radion.", ["Siv Hess"]),
    "a shop, and no person": ("Från mars heter butiken Falke Optik.", []),
    "a street": ("Olyckan skedde på Torsten Nilssons gata i Alvsund.", []),
    "a fund": ("Pengarna kommer ur Anna Lindells minnesfond.", []),
    "a person's own": ("Det var Torsten Nilssons idé.", ["Torsten Nilsson"]),
    "initials": ("B. O. Lindqvist skrev boken.", ["B. O. Lindqvist"]),
    "an initial behind a title": ("Ornitologen H. Brodd i Lillforsa firar.", ["H. Brodd"]),
    "father and son": ("Nils Holm vann. Sonen Nils Holm junior kom trea.", ["Nils Holm", "Nils Holm junior"]),
    "short names with an age": ("Bo Ek, 68, vann loppet.", ["Bo Ek"]),
    "father and son, by age": (
        "Nils Holm d.y. talade om Nils Holm d.ä. i kyrkan.",
        ["Nils Holm d.y.", "Nils Holm d.ä."],
    ),
    "two with one surname": ("Olle och Nils Ekdal driver gården.", ["Olle Ekdal", "Nils Ekdal"]),
    "a short name and somebody else": ("Olle träffade Nils Ekdal.", ["Olle", "Nils Ekdal"]),
    "a surname in s, apposed": ("Anna Wallins, rektor i Alvsund, är nöjd.", ["Anna Wallins"]),
    "a surname in s, with a cue": ("– Det är roligt, säger Per Hellmans.", ["Per Hellmans"]),
    "a surname in s, by its address": (
        "Kontakt: Eva Molins 070-174 06 12, eva.molins@alvsund.exempel",
        ["Eva Molins"],
    ),
    "a surname in s, alone later": ("Anna Wallins, 43, är nöjd. Wallins väntar.", ["Anna Wallins"]),
    "a genitive beside the bare name": ("Orden är Per Hellmans, rektor. Per Hellman väntar.", ["Per Hellman"]),
    "a genitive before a title": ("Det säger Nils Holms rektor.", ["Nils Holm"]),
    "a genitive whose bare form stands elsewhere": (
        "En anmälan i Fredrik Reinholts namn kom in. Huset där Reinholt bor ingår.",
        ["Fredrik Reinholt"],
    ),
    "a Latin name and what it owns": ("Bron är Göran Wagénius hus. Siv Ek bor där.", ["Göran Wagénius", "Siv Ek"]),
    "a nickname before the name": ("”Jojje” (Johan Tornhav) är glad.", ["Johan Tornhav"]),
    "a part and the actor": ("Hamlet (Johan Tornhav) är glad.", ["Johan Tornhav"]),
    "the same name in capitals": (
        "– Bra, säger tränaren Robert Alm.\n\nTRÄNAREN ROBERT ALM\n\nSIV LUND, 34 år, är nöjd. Siv Lund väntar.",
        ["Robert Alm", "Siv Lund"],
    ),
    "one initial inside a sentence": ("Boken är skriven av H. Brodin i Alvsund.", ["H. Brodin"]),
}


@pytest.mark.parametrize(("text", "people"), NAMED.values(), ids=NAMED)
def test_people(read: Read, text: str, people: list[str]) -> None:
    assert [p.name for p in read(text).people or []] == people


def test_two_bodies_joined_by_och(read: Read) -> None:
    found = [o.name for o in read("Pengarna kommer från EU och Karlskoga församling.").organisations or []]
    assert found == ["EU", "Karlskoga församling"]


SHORT = {
    "a company by the first word of the name it has without its form": (
        "Nordfjäll Utkant AB köper ett bolag. Nordfjäll Utkant växer. Det är bra, säger Nordfjälls vd Bo Ek.",
        {"Nordfjäll Utkant AB": ["Nordfjäll Utkant", "Nordfjäll"]},
    ),
    "a federation of municipalities": (
        "Kommunförbundet Norrvind säger nej. I svaret skriver förbundet så.",
        {"Kommunförbundet Norrvind": ["förbundet"]},
    ),
    "a foundation by its noun": (
        "Stiftelsen Norrhamns Minne ger stöd. Stiftelsens ordförande Bo Alm är nöjd.",
        {"Stiftelsen Norrhamns Minne": ["Stiftelsen", "stiftelsen"]},
    ),
    "a county board in small letters": (
        "Länsstyrelsen i Mittmarks län säger nej. Felet är litet, bedömer länsstyrelsen.",
        {"Länsstyrelsen i Mittmarks län": ["länsstyrelsen"]},
    ),
    "a body of members by its first word": (
        "I juni möttes Alvträ AB och företrädare för Torvägarna Väst. Torvägarnas ordförande Bo Blad är nöjd.",
        {"Alvträ AB": [], "Torvägarna Väst": ["Torvägarna"]},
    ),
    "an acronym behind a comma": (
        "Sveriges lantbruksuniversitet, SLU, växer. SLU är stort.",
        {"Sveriges lantbruksuniversitet": ["SLU"]},
    ),
    "a neighbour behind a comma": (
        "Lunds universitet, SKF, Volvo och Saab samarbetar.",
        {"Lunds universitet": [], "SKF": [], "Volvo": [], "Saab": []},
    ),
    "the only region": ("Region Värmland bygger. Regionen betalar.", {"Region Värmland": ["regionen"]}),
    "not before it is named": ("Regionen betalar. Nu bygger Region Värmland.", {"Region Värmland": []}),
    "the adjective of a name": (
        "Akademiska sjukhuset får uppdraget. På Akademiska finns kunskap.",
        {"Akademiska sjukhuset": ["Akademiska", "sjukhuset"]},
    ),
    "another county's board": (
        "Länsstyrelsen i Hallands län ska leda.\n\nLänsstyrelsen är en myndighet i Västerbottens län.",
        {"Länsstyrelsen i Hallands län": [], "Länsstyrelsen": []},
    ),
    "a company in short": (
        "Berg & Co växer. Berg & Company öppnar i Alvsund.",
        {"Berg & Co": ["Berg & Company"]},
    ),
    "a board without its hyphen": (
        "Kultur- och fritidsnämnden ska leda. Det säger Kultur och fritidsnämnden.",
        {"Kultur- och fritidsnämnden": ["Kultur och fritidsnämnden"]},
    ),
    "letters of a name with other capitals": (
        "Sveriges Lantbruksuniversitet ska forska. Det säger SLU.",
        {"Sveriges Lantbruksuniversitet": ["SLU"]},
    ),
    "two of a kind": (
        "Lunds universitet och Umeå universitet växer. Universitetet är stort.",
        {"Lunds universitet": [], "Umeå universitet": []},
    ),
}


@pytest.mark.parametrize(("text", "wanted"), SHORT.values(), ids=SHORT)
def test_short_forms(read: Read, text: str, wanted: dict[str, list[str]]) -> None:
    assert {o.name: o.aliases for o in read(text).organisations or []} == wanted


def test_an_address_that_spells_somebody_else_is_not_the_persons(read: Read) -> None:
    record = read("Kontakt:\n\nLova Dahl, pressekreterare\n\nlova.dahl@alvsund.example\n\nkim.rask@alvsund.example")
    people = {p.id: p.name for p in record.people or []}
    owners = [people.get(e.person_id or "") for e in record.emails or []]
    assert owners == ["Lova Dahl", None]


#: A text, a person in it, and the body that the text gives them.
EMPLOYED = {
    "the paragraph's only body": (
        "Svartnäs sameby är besviken på beslutet. Ordföranden Nils Utsi vill överklaga.",
        "Nils Utsi",
        "Svartnäs sameby",
    ),
    "the only body of the paragraph before": (
        "Hyresgästernas samrådsförbund har deltagit i samrådet.\n\n– Vi fick en timme, säger förhandlaren Anna Deluca.",
        "Anna Deluca",
        "Hyresgästernas samrådsförbund",
    ),
    "two bodies: nobody's": (
        "Sjöviks IF och Torvsala BK går ihop.\n\n– Det är synd, säger samordnaren Anna Deluca.",
        "Anna Deluca",
        None,
    ),
    "a noun for a board with its town": (
        "Byggnadsnämnden i Torvsala säger nej.\n\nNämndens ordförande Siv Ödlund (C) är nöjd.",
        "Siv Ödlund",
        "Byggnadsnämnden i Torvsala",
    ),
    "a noun for a laboratory": (
        "Statens vattenlaboratorium bekräftar halterna. Laboratoriets Magnhild Sæther har aldrig sett dem så höga.",
        "Magnhild Sæther",
        "Statens vattenlaboratorium",
    ),
    "a county board is an authority": (
        "Enligt Länsstyrelsen i Forslän blir det torka. Myndighetens lantbrukschef Ola Grufman är orolig.",
        "Ola Grufman",
        "Länsstyrelsen i Forslän",
    ),
    "where somebody has worked": (
        "Christer Lund har arbetat som kock på Alvsunds universitetssjukhus i tio år.",
        "Christer Lund",
        "Alvsunds universitetssjukhus",
    ),
    "where somebody works, in small letters": (
        "Anna Lind arbetar vid lasarettet i Ljungby och trivs.",
        "Anna Lind",
        "lasarettet i Ljungby",
    ),
    "the police's": ("Polisens presstalesperson Carolina Hjort uppmanar till lugn.", "Carolina Hjort", "Polisen"),
    "a club with a colon": ("Torvsala IF:s lagkapten Juni Wallhed var snäll i segern.", "Juni Wallhed", "Torvsala IF"),
    "who writes on the net": ("– Ja, skrev Siv Ödlund (S) på Facebook.", "Siv Ödlund", None),
    "a woman's counsel": ("Kvinnans försvarare Siv Ödlund väntar.", "Siv Ödlund", None),
    "preschools' head": ("Förskolornas verksamhetschef Siv Ödlund väntar.", "Siv Ödlund", None),
    "the body of another clause": (
        "Festen hölls av författaren Nils Utsi, Samfundet De Sju av Siv Ödlund.",
        "Nils Utsi",
        None,
    ),
    "a business in small letters": ("Siv Ödlund, Aspens bygg, deltar.", "Siv Ödlund", "Aspens bygg"),
    "a town that no list has": ("Ljudinges tidigare kantor Siv Ödlund spelar.", "Siv Ödlund", "Ljudinge"),
    "a department in small letters": (
        "– Ja, säger Siv Ödlund vid institutionen för onkologi, radiologi och klinisk immunologi.",
        "Siv Ödlund",
        "institutionen för onkologi, radiologi och klinisk immunologi",
    ),
    "a department before a verb": (
        "– Ja, säger Siv Ödlund vid institutionen för pedagogik och trivs bra.",
        "Siv Ödlund",
        "institutionen för pedagogik",
    ),
    "a vice head": ("Kontakta Siv Ödlund, vVD i Alvbygg 08-465 004 12", "Siv Ödlund", "Alvbygg"),
    "a department of one field": (
        "– Ja, säger Siv Ödlund, professor vid institutionen för medicinsk biovetenskap.",
        "Siv Ödlund",
        "institutionen för medicinsk biovetenskap",
    ),
    "an adjective's department": (
        "– Ja, säger forskaren Siv Ödlund vid psykologiska institutionen i Alvsund.",
        "Siv Ödlund",
        "psykologiska institutionen",
    ),
    "a name in x": ("På plats är Haldex vd Siv Ödlund.", "Siv Ödlund", "Haldex"),
    "a town in z": ("På plats är Linz borgmästare Siv Ödlund.", "Siv Ödlund", None),
    "a name in ss": ("Nordvik Express VD Siv Ödlund är nöjd.", "Siv Ödlund", "Nordvik Express"),
    "a command centre": (
        "Siv Ödlund befäl på Polisens regionledningscentral väntar.",
        "Siv Ödlund",
        "Polisens regionledningscentral",
    ),
    "a cottage hospital": (
        "– Ja, säger Siv Ödlund, verksamhetschef vid sjukstugan i Malå.",
        "Siv Ödlund",
        "sjukstugan i Malå",
    ),
    "VD in capitals": ("MTR Nordics VD Siv Ödlund är nöjd.", "Siv Ödlund", "MTR Nordic"),
    "the police by itself": ("– Ja, säger Siv Ödlund, polisen.", "Siv Ödlund", "polisen"),
    "in a police region": (
        "– Ja, säger Siv Ödlund, presstalesperson hos polisen i Region Nord.",
        "Siv Ödlund",
        "polisen",
    ),
    "a second title behind a degree": (
        "– Bra, säger Leif Buske, docent, forskningschef vid Livsmedelsverket.",
        "Leif Buske",
        "Livsmedelsverket",
    ),
    "behind the head of a company": ("– Bra, säger Atlas Copcos vd Vagner Rego.", "Vagner Rego", "Atlas Copco"),
    "whose surname is a trade": (
        "– Det går bra, säger Tele2s koncernchef Lars-Johan Järn.",
        "Lars-Johan Järn",
        "Tele2",
    ),
    "from a town": ("Annica Berg från Sotenäs är ny ordförande i Vision.", "Annica Berg", "Vision"),
    "a museum of art": (
        "– Bra, säger Hasse Person, intendent på Borås konstmuseum.",
        "Hasse Person",
        "Borås konstmuseum",
    ),
    "a chamber of prosecutors": (
        "Kammaråklagare Daniel Alm vid City åklagarkammare säger nej.",
        "Daniel Alm",
        "City åklagarkammare",
    ),
    "a title in English": ("– Bra, säger Siv Lund, Head of Sales på Norvik.", "Siv Lund", "Norvik"),
    "of several words": ("– Bra, säger Siv Lund, Key Account Manager på Bergfast.", "Siv Lund", "Bergfast"),
    "behind a comma": ("– Bra, säger Siv Lund, Global Product Manager, Bergfast.", "Siv Lund", "Bergfast"),
    "in a town": ("– Bra, säger Siv Lund, Product Manager, Malmö.", "Siv Lund", None),
    "the chief of an area": ("– Bra, säger Siv Lund, affärsområdeschef Bygg på Bergfast.", "Siv Lund", "Bergfast"),
    "of a part of the world": ("– Bra, säger Siv Lund, vice president Nordics på Bergfast.", "Siv Lund", "Bergfast"),
    "of a country": ("– Bra, säger Siv Lund, Sverigechef för Bergfast.", "Siv Lund", "Bergfast"),
    "of two that share a noun": (
        "– Bra, säger Siv Lund, rektor för Alvgårdens och Berglidens förskolor.",
        "Siv Lund",
        "Alvgårdens och Berglidens förskolor",
    ),
    "a genitive beside a role": (
        "Länsbygderådets Åke Hultin, som varit rådgivare, berömmer byn.",
        "Åke Hultin",
        "Länsbygderådet",
    ),
    "a body of their own on the line": ("Anna Lind, jurist, Alecta\nPer Holm, ekonom, Brunnbergs", "Per Holm", None),
    "an owner whom no list knows": ("Lindex växer. H&M:s vd Karl Ek svarar.", "Karl Ek", None),
    "a title that a name opens": ("AIK spelade. Mora-tränaren Jan Berg är nöjd.", "Jan Berg", None),
    "a title that a body opens": ("Konjunkturinstitutet spår. Swedbankekonomen Jan Berg varnar.", "Jan Berg", None),
    "a part of the owner's": (
        "Trafikverkets presschef i region Mitt, Arne Fjäll, svarar.",
        "Arne Fjäll",
        "Trafikverket",
    ),
    "two who are both at a body": ("Lars Ek och Eva Ro, båda på Vattenfall, deltog.", "Lars Ek", "Vattenfall"),
    "three from a body": ("Lars Ek, Pia Lund och Anna Holm från Coop deltog.", "Lars Ek", "Coop"),
    "each from a body": ("Lars Ek från Vattenfall och Anna Holm från Coop deltog.", "Lars Ek", "Vattenfall"),
    "the buyer's, who opens the sentence": (
        "Bygglaget AB köper Ystad Plåt AB.\n\n– Bra, säger vd Carin Holm.",
        "Carin Holm",
        "Bygglaget AB",
    ),
    "where somebody is active": (
        "Siv Ekdal är verksam vid Alvsunds högskola och disputerade vid Lillmarks universitet.",
        "Siv Ekdal",
        "Alvsunds högskola",
    ),
    "the last one's of two sentences": (
        "Nordvind AB säljer. Köpare är Ystad Plåt AB.\n\n– Bra, säger vd Carin Holm.",
        "Carin Holm",
        "Ystad Plåt AB",
    ),
}


@pytest.mark.parametrize(("text", "name", "body"), EMPLOYED.values(), ids=EMPLOYED)
def test_whose_employee(read: Read, text: str, name: str, body: str | None) -> None:
    record = read(text)
    names = {o.id: o.name for o in record.organisations or []}
    person = next(p for p in record.people or [] if p.name == name)
    assert names.get(person.organisation_id or "") == body


def test_two_titles_at_two_bodies(read: Read) -> None:
    record = read("– Ja, säger Siv Ek, professor vid Lunds universitet och överläkare på Skånes universitetssjukhus.")
    names = {o.id: o.name for o in record.organisations or []}
    assert [(r.text, names.get(r.organisation_id or "")) for p in record.people or [] for r in p.roles] == [
        ("professor", "Lunds universitet"),
        ("överläkare", "Skånes universitetssjukhus"),
    ]


INSTITUTIONS = {
    "in its region": ("Ordern gäller Vägverket Region Norr.", ["Vägverket Region Norr"]),
    "a chamber in its town": ("Åklagarkammaren i Norrby utreder.", ["Åklagarkammaren i Norrby"]),
    "a pastry shop": ("De samlas på Konditori Prinsen i dag.", ["Konditori Prinsen"]),
    "where somebody was before": ("Siv Ekdal, tidigare Bergfast AB, blir vd.", ["Bergfast AB"]),
    "shops and restaurants": ("Siv Ekdal, 54, driver Alis Livs och restaurang Lotus.", ["Alis Livs", "Lotus"]),
    "inside a sentence": ("Elever på Hamngymnasiet sov i skolans aula.", ["Hamngymnasiet"]),
    "of its kind": ("Gatan är stängd, meddelar Räddningstjänsten Forsdalen.", ["Räddningstjänsten Forsdalen"]),
    "a small business": ("Bruno brukar komma till Kafé Kringlan om morgnarna.", ["Kafé Kringlan"]),
    "presented by its trade": ("Alla på emballagefabriken Lådan varslas.", ["Lådan"]),
    "a common word that opens a sentence": ("Museet stänger. Förbundet klagar.", []),
}


@pytest.mark.parametrize(("text", "bodies"), INSTITUTIONS.values(), ids=INSTITUTIONS)
def test_institutions(read: Read, text: str, bodies: list[str]) -> None:
    assert [o.name for o in read(text).organisations or []] == bodies


FULL_NAMES = {
    "a row in a caption": (
        "Fanny Röhr, Najet Neffar och Vafa Divan. Foto: Håkan Lindahl",
        ["Fanny Röhr", "Najet Neffar", "Vafa Divan", "Håkan Lindahl"],
    ),
    "a surname in s before what it is about": ("Robert Molins om premiären: ”Det var bäst.”", ["Robert Molins"]),
    "a genitive before a noun": ("Robert Molins nya bok är bra, säger Robert Molin.", ["Robert Molin"]),
    "a king's cup": ("Hästen tog hem Konung Gustaf V:s Pokal i fjol.", ["Gustaf V"]),
    "words that are also other words": ("Bo Ek arbetar på Ekens förskola.", ["Bo Ek"]),
    "a surname that looks like a town": ("Hon fick stöd av moderaten Roland Fagerås.", ["Roland Fagerås"]),
    "two initials with a hyphen": ("Svaren dröjer, hälsar räddningschef P-A Skoglid.", ["P-A Skoglid"]),
    "initials as one word": ("PO Sandmyr (C) blir kommunalråd.", ["PO Sandmyr"]),
    "a party's letter at the end": ("Stödet kom från M och L. Eva Ekdal (V) talade om svek.", ["Eva Ekdal"]),
    "a title and a surname": ("Kommunchef Tjälmyr hoppas att salen öppnar.", ["Tjälmyr"]),
    "a title and a field": ("Hon är projektledare Digitalisering på Bergfast AB.", []),
    "a title and a town": ("Det säger säljchef Stockholm.", []),
    "a title that the model takes in": ("Kriminalinspektör Friberg vid polisen ringer alltid tillbaka.", ["Friberg"]),
    "a sport's": ("Handbollens Friberg: Vi lägger ribban i taket", ["Friberg"]),
    "a shop": ("Siv Ekdal, 54, driver Alis Livs och restaurang Lotus.", ["Siv Ekdal"]),
    "a surname that somebody had, and her work": ("Siv Ekdal, tidigare Tornberg och målskytt, är nöjd.", ["Siv Ekdal"]),
    "an initial in a credit": ("Bron öppnar i dag.\n\nText: V. Tjälmyr", ["V. Tjälmyr"]),
    "results": ("Herrar: 1) O. Tjälmyr, Hedevik. 2) J. Sandfjäll, Stenforsa.", ["O. Tjälmyr", "J. Sandfjäll"]),
    "a town's player": (
        "I tredje heatet körde han in i sargen efter en kontakt med Torvsalas Kim Brodd.",
        ["Kim Brodd"],
    ),
    "a nickname in quotes": (
        'Minnesord: Stickan Ekdal\n\nStig "Stickan" Ekdal har lämnat oss. Stickan saknas.',
        ['Stig "Stickan" Ekdal'],
    ),
    "a headline's word": ("Elva får rivna\n\nFåren gick vid ån, säger Siv Ekdal.", ["Siv Ekdal"]),
    "a headline's surname": (
        "Tjälmyr slutar på topp\n\nElsa Tjälmyr vann loppet, säger Siv Ekdal.",
        ["Elsa Tjälmyr", "Siv Ekdal"],
    ),
    "an office and a surname": ("Domen gläder kammaråklagare Tjälmyr.", ["Tjälmyr"]),
    "an office and a town": ("Det gläder professor Ström och Stockholm.", ["Ström"]),
    "the younger in words": (
        "Karin Sandmyr den yngre, 38, tar över efter Karin Sandmyr den äldre.",
        ["Karin Sandmyr den yngre", "Karin Sandmyr den äldre"],
    ),
    "the younger": ("Gösta Renvall j:r tar över åkeriet.", ["Gösta Renvall j:r"]),
    "a heading is nobody": ("Om Innovationsbron\n\nInnovationsbron stöder nya bolag.", []),
    "a title that is also a surname": ("Kocken Åke Sten bakar.", ["Åke Sten"]),
    "a title that no list has": ("Till sist kom lyftet. Spelmästaren Siv Tjälmyr bar.", ["Siv Tjälmyr"]),
    "two given names and one of no list": ("Sist kom Per Anders Tjälmyr i mål.", ["Per Anders Tjälmyr"]),
    "a surname that somebody had": ("Maja Sandmyr, tidigare Tornberg, blir rektor.", ["Maja Sandmyr"]),
    "two surnames behind a party": ("Maja Stål (M), förr Kock Stål, leder oppositionen.", ["Maja Stål"]),
    "a surname before a party": ("Maja Ekdal, tidigare Tornberg (S), leder nämnden.", ["Maja Ekdal"]),
    "a surname in brackets": ("Ordföranden Maja Sandmyr (född Tornberg) är nöjd.", ["Maja Sandmyr"]),
    "what somebody was called then": (
        "Chefen Maja Sandmyr, som då hette Tornberg när ån svämmade över, minns.",
        ["Maja Sandmyr"],
    ),
    "work that somebody had": ("Maja Sandmyr, tidigare rektor, slutar.", ["Maja Sandmyr"]),
    "an everyday form in what is said": (
        "Rektorn Lars Sandmyr slutar.\n\n– Lasse lärde oss allt, säger Siv Ekdal.",
        ["Lars Sandmyr", "Siv Ekdal"],
    ),
    "an everyday form spelt otherwise": (
        "Tränaren Michael Sandmyr slutar.\n\n– Micke lärde oss allt, säger Siv Ekdal.",
        ["Michael Sandmyr", "Siv Ekdal"],
    ),
    "an everyday form with the surname": (
        "Tränaren Lars Sandmyr fyller 60. Lasse Sandmyr är rörmokare.",
        ["Lars Sandmyr"],
    ),
    "an everyday form and a whole name of one sentence": (
        "Lars Sandmyr och Lasse Sandmyr vann.",
        ["Lars Sandmyr", "Lasse Sandmyr"],
    ),
    "an initial in the middle before a party": (
        "– Nu bygger vi, säger Lars T. Sandmyr (M), kommunalråd.",
        ["Lars T. Sandmyr"],
    ),
    "an initial in the middle before a comma": ("– Nu bygger vi, säger Siv Å. Tång, rektor.", ["Siv Å. Tång"]),
    "a part of a town": ("Butiken Vallentuna Strand säljs, säger Lars Sandmyr.", ["Lars Sandmyr"]),
    "a letter that ends a sentence": (
        "Siv Tång valde plan B. Lars Sandmyr valde plan A.",
        ["Siv Tång", "Lars Sandmyr"],
    ),
    "a given name that no list has before a party": (
        "– Vi väntar, säger Lorvik Sandmyr (S), kommunalråd.",
        ["Lorvik Sandmyr"],
    ),
    "a party's own before the letters of it": ("– Vi väntar, säger Centerpartiets Karlsson (C).", ["Karlsson"]),
    "an everyday form that two have": (
        "Lars Sandmyr och Lars Ekdal slutar.\n\n– Lasse lärde oss allt, säger Siv Tång.",
        ["Lars Sandmyr", "Lars Ekdal", "Lasse", "Siv Tång"],
    ),
    "two surnames before the full name": (
        "Tångdal Sandmyr tar plats\n\nTränaren Siv Tång kallar in Rune Tångdal Sandmyr till truppen.",
        ["Rune Tångdal Sandmyr", "Siv Tång"],
    ),
    "a photographer's surname in s": ("Bron är klar.\n\nFoto: Torvald Hessings", ["Torvald Hessings"]),
    "a hall that bears a name": ("Siv Tång talade i Sture Lindqvarnsalen.", ["Siv Tång"]),
    "a title in capitals is nobody's surname": ("Det säger Bergfasts VD, Siv Tång.", ["Siv Tång"]),
}


@pytest.mark.parametrize(("text", "people"), FULL_NAMES.values(), ids=FULL_NAMES)
def test_full_names_of_known_parts(read: Read, text: str, people: list[str]) -> None:
    assert [p.name for p in read(text).people or []] == people


#: A text, and its people with roles, normalised, and party.
NEIGHBOURS = {
    "a title before the next name": (
        "Fotografen Ola Rask, historikern Siv Ekdal och journalisten Ulf Sand kom.",
        [("Ola Rask", ["fotograf"], None), ("Siv Ekdal", ["historiker"], None), ("Ulf Sand", ["journalist"], None)],
    ),
    "a party's member": ("Moderaten Bo Lind röstade nej.", [("Bo Lind", ["moderat"], "M")]),
    "an office before the party's member": (
        "Patientnämndens ordförande, moderaten Siv Ekdal, är inte nöjd.",
        [("Siv Ekdal", ["ordförande"], "M")],
    ),
    "a feminist is of no party": ("Feministen Siv Ekdal röstade nej.", [("Siv Ekdal", ["feminist"], None)]),
    "two names in one breath": (
        "Pia Rask blir kvar, liksom vänsterpartisten Pia Rask Bråt.",
        [("Pia Rask", [], None), ("Pia Rask Bråt", ["vänsterpartist"], "V")],
    ),
    "doctoral students": (
        "Eva Alm, Nils Utsi och Siv Ekdal är nya doktorander.",
        [("Eva Alm", ["doktorand"], None), ("Nils Utsi", ["doktorand"], None), ("Siv Ekdal", ["doktorand"], None)],
    ),
    "two teachers": (
        "Nils Utsi och Siv Ekdal är lärare.",
        [("Nils Utsi", ["lärare"], None), ("Siv Ekdal", ["lärare"], None)],
    ),
    "one of two": (
        "Skolan leds av Nils Utsi och Siv Ekdal är lärare.",
        [("Nils Utsi", [], None), ("Siv Ekdal", ["lärare"], None)],
    ),
    "two researchers behind a comma": (
        "– Bra, säger Nils Utsi och Siv Ekdal, forskare vid Alvsunds universitet.",
        [("Nils Utsi", ["forskare"], None), ("Siv Ekdal", ["forskare"], None)],
    ),
    "both of them": (
        "– Bra, säger Nils Utsi och Siv Ekdal, båda läkare på Alvsunds sjukhus.",
        [("Nils Utsi", ["läkare"], None), ("Siv Ekdal", ["läkare"], None)],
    ),
    "the last of two behind a comma": (
        "– Bra, säger Nils Utsi och Siv Ekdal, rektor på Ekskolan.",
        [("Nils Utsi", [], None), ("Siv Ekdal", ["rektor"], None)],
    ),
    "a season": (
        "Nils Utsi har påbörjat sin tredje säsong som tränare för Alvsunds IF.",
        [("Nils Utsi", ["tränare"], None)],
    ),
    "a year": (
        "Siv Ekdal är inne på sitt femte år som rektor på Ekskolan.",
        [("Siv Ekdal", ["rektor"], None)],
    ),
    "no commas": (
        "På plats är Nils Utsi projektledare och Siv Ekdal biträdande projektledare samt representant från Granmo.",
        [("Nils Utsi", ["projektledare"], None), ("Siv Ekdal", ["biträdande projektledare"], None)],
    ),
    "a title with its town between two names": (
        "På plats fanns Erik Sandmyr (M), kommunstyrelsens ordförande i Boda, Siv Ekdal, regionchef för Nordbygg och Bo Tång.",
        [("Erik Sandmyr", ["kommunstyrelsens ordförande"], "M"), ("Siv Ekdal", ["regionchef"], None), ("Bo Tång", [], None)],
    ),
    "a chief in a town, then the name": (
        "Det säger kommunens chef i Boda, Siv Ekdal, som leder arbetet.",
        [("Siv Ekdal", ["chef"], None)],
    ),
    "a town, not an employer": ("– Ja, säger Anders Karlsson, brandchef i Brunnsjö.", [("Anders Karlsson", ["brandchef"], None)]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "people"), NEIGHBOURS.values(), ids=NEIGHBOURS)
def test_whose_title(read: Read, text: str, people: list[tuple[str, list[str], str | None]]) -> None:
    record = read(text)
    assert [(p.name, [r.normalised for r in p.roles], p.party) for p in record.people or []] == people
    assert not any(r.organisation_id for p in record.people or [] for r in p.roles if r.text == "brandchef")


PARTS = {
    "by": ("Bron öppnar\n\nAv Siv Ekdal\n\nBron över ån öppnar i dag efter två år.", "byline"),
    "two writers": ("Bron öppnar\n\nText: Bo Lind och Siv Ekdal\n\nBron över ån öppnar i dag.", "byline"),
    "a word that begins so": ("Bron öppnar\n\nAvgående ordföranden Siv Ekdal får en klocka.", "story"),
    "a sentence that begins so": ("Bron öppnar\n\nAv Siv Ekdal blev det inget svar i dag.", "story"),
    "who is in the picture": ("Bron öppnar\n\nBild: Siv Ekdal (C) och Bo Lind (M) vid bron.", "story"),
    "who also is in the picture": ("Bron öppnar\n\nBild: Statsminister Bo Lind (S) och Siv Ekdal vid bron.", "story"),
    "who took the picture of a politician": ("Bron öppnar\n\nBo Lind (S) vid bron. Foto: Siv Ekdal", "credit"),
    "whose agency it is": ("Bron öppnar\n\nFoto: Siv Ekdal (TT)", "credit"),
    "a picture for the press": ("Bron öppnar\n\nPressbild: Siv Ekdal", "credit"),
    "whom somebody looks up to": ("Bron öppnar\n\nFörebild: Siv Ekdal, som byggde den förra bron.", "story"),
    "a text about somebody": ("Bron öppnar\n\nTexten om Siv Ekdal har rättats.", "story"),
}


@pytest.mark.parametrize(("text", "part"), PARTS.values(), ids=PARTS)
def test_part(read: Read, text: str, part: str) -> None:
    assert {p.name: p.part for p in read(text).people or []}["Siv Ekdal"] == part


AGES = {
    "the minute of a goal": ("Mål: 1–0 hemmalaget (6), 2–2 Siv Ekdal (88).", None),
    "behind the name": ("Siv Ekdal, 68, vann loppet.", 68),
    "behind the name, with a home": ("Siv Ekdal, 68 från Alvsund, vann loppet.", 68),
    "a place in the race": ("I mål kom Siv Ekdal, 2 i sin klass.", None),
    "before the name": ("I går vann 68-åriga Siv Ekdal loppet.", 68),
    "in a word": ("Elvaåriga Siv Ekdal hoppade från femman.", 11),
    "a longer word": ("I går vann sextioettåriga Siv Ekdal loppet.", 61),
    "with a title between": ("I går vann 24-åriga simmaren Siv Ekdal loppet.", 24),
    "in the next sentence": ("I lördags åkte Siv Ekdal släde. Den 83-åriga veteranen vann.", 83),
    "instead of the name": ("I går avgick Siv Ekdal från posten. 52-åringen blir rådgivare.", 52),
    "of a client": ("Siv Ekdal, pojkens försvarare, var med sin klient. 16-åringen nekar.", None),
    "of an advocate's client": (
        "Pojken är åtalad. Siv Ekdal, pojkens försvarsadvokat, var med. 16-åringen nekar till våldet.",
        None,
    ),
    "of somebody without a name": ("Siv Ekdal mötte flickan på torget. 16-åringen var rädd.", None),
    "of the one whom a prosecutor speaks of": ("I går talade åklagare Siv Ekdal i rätten. 16-åringen är häktad.", None),
    "of something else": ("Det tioåriga avtalet lockar inte Siv Ekdal.", None),
    "in brackets": ("Med var:\nSiv Ekdal (52)", 52),
}


@pytest.mark.parametrize(("text", "age"), AGES.values(), ids=AGES)
def test_age(read: Read, text: str, age: int | None) -> None:
    assert {p.name: p.age for p in read(text).people or []} == {"Siv Ekdal": age}


@pytest.mark.parametrize(("third", "age"), [("188", None), ("27", 52)])
def test_a_ranking_tells_no_ages(read: Read, third: str, age: int | None) -> None:
    made = read(f"De är uttagna:\nSiv Ekdal (52)\nRut Sandell (38)\nElin Alm ({third})")
    assert next(p.age for p in made.people or [] if p.name == "Siv Ekdal") == age


def test_a_party_of_both(read: Read) -> None:
    made = read("Elin Alm, Siv Ekdal och Rut Sandell (båda C) samt Bo Lind (M) reserverade sig.")
    assert {p.name: p.party for p in made.people or []} == {
        "Elin Alm": None,
        "Siv Ekdal": "C",
        "Rut Sandell": "C",
        "Bo Lind": "M",
    }


def test_a_title_behind_the_party_in_full(read: Read) -> None:
    made = read("Nej, säger Siv Ekdal, Centerpartiet, ordförande i nämnden.")
    assert [r.text for p in made.people or [] for r in p.roles] == ["ordförande i nämnden"]


def test_an_age_of_somebody_named_between(read: Read) -> None:
    made = read("Siv Ekdal lämnar över till Rut Sandell. Den 38-åriga rektorn är glad.")
    assert {p.name: p.age for p in made.people or []} == {"Siv Ekdal": None, "Rut Sandell": 38}


PARTIES = {
    "the letters of whose people somebody is": ("SD:s Siv Ekdal kallade förslaget dyrt.", "SD"),
    "in small letters, closed by a comma": ("I går fick Siv Ekdal, fp, ta emot en lista.", "FP"),
    "in small letters, closed by a stop": ("– Ja, säger Siv Ekdal, c.", "C"),
    "short for so called": ("– Ja, säger Siv Ekdal, s.k. ledare.", None),
    "a party of Finland": ("– Ja, säger Siv Ekdal (SFP).", "SFP"),
    "in brackets": ("Siv Ekdal (S) röstade nej.", "S"),
    "in small letters": ("Siv Ekdal (s) röstade nej.", "S"),
    "with a space in the brackets": ("Siv Ekdal (C ) röstade nej.", "C"),
    "between commas": ("Siv Ekdal, MP, röstade nej.", "MP"),
    "at the end": ("Nej, säger Siv Ekdal, M.", "M"),
    "in a list": ("Valda är:\n\n• Siv Ekdal, s", "S"),
    "behind the title": ("Nej, säger Siv Ekdal, ordförande i regionstyrelsen (M).", "M"),
    "behind the body": ("Siv Ekdal, kommunalråd Alvsunds kommun (S)", "S"),
    "in the title": ("Socialdemokratiska regionrådet Siv Ekdal är nöjd.", "S"),
    "before the title": ("Den moderata ledamoten i barn- och ungdomsnämnden Siv Ekdal är nöjd.", "M"),
    "no politician": ("Den moderata tränaren Siv Ekdal är nöjd.", None),
    "in full": ("Nej, säger Siv Ekdal, Centerpartiet, ordförande i nämnden.", "C"),
    "a member": ("Siv Ekdal, kristdemokrat, är nöjd.", "KD"),
    "a member and what else": ("Siv Ekdal, socialdemokrat och ordförande i nämnden, är nöjd.", "S"),
    "a view": ("Siv Ekdal, liberal, är nöjd.", None),
    "behind somebody else's": ("Siv Ekdal, rektor, och (M) är nöjda.", None),
    "a size": ("Siv Ekdal, XL, vann.", None),
}


@pytest.mark.parametrize(("text", "party"), PARTIES.values(), ids=PARTIES)
def test_party(read: Read, text: str, party: str | None) -> None:
    assert {p.name: p.party for p in read(text).people or []} == {"Siv Ekdal": party}


BARE_BODIES = {
    "an association, as the text says": (
        "Parkens vänner, en ideell förening med 210 medlemmar, lade ett bud.",
        ["Parkens vänner"],
    ),
    "two in a row, one in capitals": (
        "Det är ett projekt som drivs tillsammans med RISE och Norrhamns universitet.",
        ["RISE", "Norrhamns universitet"],
    ),
    "who plays": ("Musik av Alvsunds musikkår under ledning av Bengt Klar.", ["Alvsunds musikkår"]),
    "a town before its councillor": ("Granstads kommunalråd Jessica Ström kommer.", []),
    "a union of farmers": ("Han får stöd av Bergsbrukarnas Riksförbunds Eva Skog.", ["Bergsbrukarnas Riksförbund"]),
    "a group of the village": ("Bakom uppropet står Östanå framtidsgrupp.", ["Östanå framtidsgrupp"]),
    "the nearest health centre has no name": ("Närmaste vårdcentral blir sju mil bort.", []),
    "a genitive before a title": ("Det säger Nordvind Krafts platschef Siv Ekdal.", ["Nordvind Kraft"]),
    "a name that ends in s": ("Siemens bygger en fabrik i Alvsund.", ["Siemens"]),
    "a café that somebody runs": ("– Bra, säger Siv Ekdal, som driver Café Lund i Alvsund.", ["Café Lund"]),
    "a free paper": ("Orsaken är en hyrestvist, rapporterar Mitti.", ["Mitti"]),
    "an adverb that opens a sentence": ("Samtidigt levererar han kritik mot planen.", []),
    "those in a trade": ("Det är fel, säger Skogsläkarnas Maria Fors.", ["Skogsläkarna"]),
}


@pytest.mark.parametrize(("text", "bodies"), BARE_BODIES.values(), ids=BARE_BODIES)
def test_the_genitive_of_bodies(read: Read, text: str, bodies: list[str]) -> None:
    assert [o.name for o in read(text).organisations or []] == bodies


def test_a_body_by_its_noun(read: Read) -> None:
    found = read("I maj firar Konstföreningen. Kungsörs konstförening fyller 50 år.").organisations or []
    assert [(o.name, [m.text for m in o.mentions]) for o in found] == [
        ("Kungsörs konstförening", ["Konstföreningen", "Kungsörs konstförening"])
    ]


CUT = {
    "before a verb": ("Centrum för praktisk kunskap jämför läkare.", ["Centrum för praktisk kunskap"]),
    "and what is its own": ("Institutet för fisk och vatten och dess råd väntar.", ["Institutet för fisk och vatten"]),
    "a capital inside": ("Dagen ordnas av Centrum för Praktisk kunskap.", ["Centrum för Praktisk kunskap"]),
    "what is new": ("Nytt bageri invigt i Alvsund.", []),
    "a network by its call": ("Moa Ek i nätverket Rör inte min buss talade.", []),
    "a network by its name": ("Moa Ek i nätverket Storkraft talade.", ["Storkraft"]),
    "where a farmer lives": ("– Det är kul, säger Lennart Mostad, mjölkbonde i Lomnäset, Norrfors.", []),
    "two towns that are one": ("Sven Buck från Haparanda-Torneå talade.", []),
    "where a farmer works": ("– Det är kul, säger Lennart Mostad, vd på Lomnäset.", ["Lomnäset"]),
    "two places": ("Skolorna i Åhus och Tollarp väntar.", []),
    "two bodies that no name tells": ("Ansvaret går från landstinget till regionförbundet.", []),
}


@pytest.mark.parametrize(("text", "bodies"), CUT.values(), ids=CUT)
def test_no_more_than_the_body(read: Read, text: str, bodies: list[str]) -> None:
    assert [o.name for o in read(text).organisations or []] == bodies
