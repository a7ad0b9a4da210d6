"""Whose people they are: bodies by clauses, compounds and nouns, and who has none of the page's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from pipeline import Page, Pipeline, Record

#: The text, the person, the body (None: none).
WORKPLACES: dict[str, tuple[str, str, str | None]] = {
    "a title that opens a sentence takes the body that opens the one before": (
        "Alvsunds kommun minns olyckan. Alvsunds kommun sörjer. I Alvsunds kommun var det tyst.\n\nStatens olycksnämnd lägger snart fram en rapport. Utredningsledare Lo Björk vill vänta.",
        "Lo Björk",
        "Statens olycksnämnd",
    ),
    "an officer behind marks takes the body of the sentence before": (
        "Alvkraft AB bygger i havet. Alvkraft AB får stöd. Alvkraft AB växer.\n\nStrandfiskarnas riksförbund är kritiskt. ”Vi ser vad vi ser”, säger ordföranden Glenn Torv till radion.",
        "Glenn Torv",
        "Strandfiskarnas riksförbund",
    ),
    "not where that one criticises others": (
        "Matboden AB växer. Matboden AB har 40 butiker. Matboden AB backar.\n\nDjurvännernas riksförbund anmälde i fjol en leverantör. Inköpschefen Siv Alm beklagar.",
        "Siv Alm",
        "Matboden AB",
    ),
    "nobody has the body that somebody else comes from": (
        "Siv Thor blir professor vid Norrhamns universitet.\n\nSiv Thor kommer närmast från Alvsunds tekniska högskola där hon lett en grupp.\n\nProrektor Bo Brodd är glad.",
        "Bo Brodd",
        "Norrhamns universitet",
    ),
    "the first of a row has her own, by its noun": (
        "På mötet talade byalagets Karin Ros och Tage Sund från Röda Korset.",
        "Karin Ros",
        None,
    ),
    "what somebody runs, of a kind and with an adjective": (
        "Norrhjälpen har frågat unga. Norrhjälpen är en förening.\n\nPsykologen Amina Wars, som driver den ideella mottagningen Skymningen i Alvsund, är inte förvånad.",
        "Amina Wars",
        "Skymningen",
    ),
    "owners of a company": ("Bäst är Bergs Plåt AB, med ägarna Bo Ek och Tina Berg.", "Tina Berg", "Bergs Plåt AB"),
    "bolaget is the one that a noun has just presented": (
        "Nordvind AB sänker priset. Nordvind AB växer.\n\nFör bostadsbolaget Alvsundsbostäder blir det billigare. – Bra, säger bolagets vd Bo Ek.",
        "Bo Ek",
        "Alvsundsbostäder",
    ),
    "bolaget is not the place that has just been named": (
        "Nordvind AB sänker priset. Nordvind AB växer.\n\nFör villaägarna i Alvsund blir det billigare. – Bra, säger bolagets vd Bo Ek.",
        "Bo Ek",
        "Nordvind AB",
    ),
    "a university first in capitals": (
        "Tången växer\n\nPRESSMEDDELANDE FRÅN ALVSUNDS UNIVERSITET\n\nDet visar en studie från Alvsunds universitet.\n\n– Bra, säger Siv Alm, docent vid Alvsunds universitet.",
        "Siv Alm",
        "Alvsunds universitet",
    ),
    "an inspector of the authority in the sentence before": (
        "Matboden AB växer. Matboden AB har 40 butiker. Matboden AB backar.\n\nArbetsmiljöverket har inlett en tillsyn. Inspektören Olof Brand vill inte föregripa den.",
        "Olof Brand",
        "Arbetsmiljöverket",
    ),
    "a head of whom the authority in the sentence before has criticised": (
        "Matboden AB växer. Matboden AB har 40 butiker. Matboden AB backar.\n\nArbetsmiljöverket kritiserar kedjan. Personalchefen Siv Alm beklagar.",
        "Siv Alm",
        "Matboden AB",
    ),
    "a council by its noun alone is no body": (
        "Det var möte. Rådets Elias Holm lade fram ett förslag.",
        "Elias Holm",
        None,
    ),
    "a coach where only the beaten team is named": (
        "Segermaskinen besegrade Råtorps IK med 4–0. – Det var en bra match, säger tränare Maja Lind.",
        "Maja Lind",
        None,
    ),
    "a head at an agency": (
        "Folkmiljömyndigheten välkomnar siffrorna. ”De är viktiga”, skriver enhetschefen Maja Lind i ett mejl.",
        "Maja Lind",
        "Folkmiljömyndigheten",
    ),
    "whom the line above the speech tells of": (
        (
            "Granvik AB avverkar skog. Granvik AB backar nu. Granvik AB är störst.\n\nNaturskyddsföreningen i Alvsund, som drev "
            "kampanjen, jublar.\n\n– Det är bra, säger ordföranden Maja Lind."
        ),
        "Maja Lind",
        "Naturskyddsföreningen i Alvsund",
    ),
    "with whom the line above ends": (
        (
            "Granvik AB avverkar skog. Granvik AB backar nu. Granvik AB är störst.\n\nAnnat ljud är det hos "
            "Naturskyddsföreningen i Alvsund.\n\n– Det är bra, säger ordföranden Maja Lind."
        ),
        "Maja Lind",
        "Naturskyddsföreningen i Alvsund",
    ),
    "the line above tells of somebody with a name": (
        (
            "Granvik AB avverkar skog. Granvik AB backar nu. Granvik AB är störst.\n\nNaturskyddsföreningen i Alvsund och Bo Ek "
            "jublar.\n\n– Det är bra, säger ordföranden Maja Lind."
        ),
        "Maja Lind",
        "Granvik AB",
    ),
    "a coach of the team that won": (
        "Råtorps IK besegrade Boo med 4–0. – Det var en bra match, säger tränare Maja Lind.",
        "Maja Lind",
        "Råtorps IK",
    ),
    "a shop's owner, and a market place": (
        "Butiken har gått i konkurs. – Affärerna går dåligt, säger butikens ägare Maja Lind.\n\nLokalen ligger ute på Blocket.",
        "Maja Lind",
        None,
    ),
    "an owner of the only company": (
        "Bergfast AB har gått i konkurs. – Affärerna går dåligt, säger ägaren Maja Lind.",
        "Maja Lind",
        "Bergfast AB",
    ),
    "a chief by a body that is taken for somebody": (
        "– Dialogen är bra, berättade Joys marknadschef Maja Lind.\n\nSängriket stängde. – Det är klart, sade Bo Ek, marknadschef på Sängriket.",
        "Maja Lind",
        None,
    ),
    "a body that is named far on": (
        "Ägaren Maja Lind menar att branschen är tuff.\n\nFler stänger.\n\nHyrorna stiger.\n\n– Ja, säger Bo Ek, marknadschef på Sängriket.",
        "Maja Lind",
        None,
    ),
    "somebody of many, for hunts within a district": (
        (
            "Länsstyrelsen i Dalarna öppnade jakten. Länsstyrelsen i Dalarna är nöjd.\n\nEn av jaktsamordnarna för jakten inom Korsreviret, "
            "Maja Lind, är glad."
        ),
        "Maja Lind",
        None,
    ),
    "a board of the municipality at an association's meeting": (
        "Tillväxt Alvsund höll årsmöte. Maja Lind, ordförande i kommunstyrelsen, inledde.\n\nTillväxt Alvsund växer.",
        "Maja Lind",
        None,
    ),
    "a board of the municipality that is named": (
        "Alvsunds kommun bygger. Maja Lind, ordförande i kommunstyrelsen, är glad. Alvsunds kommun växer.",
        "Maja Lind",
        "Alvsunds kommun",
    ),
    "a driver and the union": (
        "Vårdförbundet är kritiskt.\n\n– Vi känner oss svikna, säger ambulansföraren Maja Lind.",
        "Maja Lind",
        None,
    ),
    "a driver from a network that nobody knows": (
        "Bussbolaget AB skar ner. Bussbolaget AB är kritiserat.\n\n– Vi är svikna, säger föraren Maja Lind från nätverket #rörintebussen.",
        "Maja Lind",
        None,
    ),
    "an officer of the union": (
        "Vårdförbundet är kritiskt.\n\n– Vi känner oss svikna, säger ordföranden Maja Lind.",
        "Maja Lind",
        "Vårdförbundet",
    ),
    "a coach of a town's club": (
        "Alvsunds IF och BK Höjden spelade lika. Alvsundstränaren Maja Lind var nöjd.",
        "Maja Lind",
        "Alvsunds IF",
    ),
    "a back of a club": (
        "BK Höjden förlorade mot Alvsunds IF. Höjdenbacken Maja Lind var besviken.",
        "Maja Lind",
        "BK Höjden",
    ),
    "a coach whose next opponents are named": (
        "Tränaren Maja Lind är nöjd.\n\nI nästa omgång väntar Lomsunds IF.",
        "Maja Lind",
        None,
    ),
    "the chief at a body where somebody points": (
        "På Skogsverket pekar utredaren Maja Lind ut riktningen.",
        "Maja Lind",
        "Skogsverket",
    ),
    "a coach of a club that nobody names": (
        "Alvsunds IF förlorade. Gävletränaren Maja Lind var nöjd.",
        "Maja Lind",
        None,
    ),
    "at the university": (
        "Sjöviks universitet bygger ut. På universitetet arbetar också Maja Lind, professor i geologi.",
        "Maja Lind",
        "Sjöviks universitet",
    ),
    "at a company": ("På Bergfast AB jobbar Maja Lind.", "Maja Lind", "Bergfast AB"),
    "one of two universities": (
        (
            "Forskare vid Sjöviks universitet och Alvsunds högskola har mätt sömn. Maja Lind, docent i psykologi vid "
            "högskolan, ledde studien."
        ),
        "Maja Lind",
        "Alvsunds högskola",
    ),
    "at the other one, no comma": (
        (
            "Forskare vid Sjöviks universitet och Alvsunds högskola har mätt sömn. Statistikern Maja Lind på universitetet "
            "räknade."
        ),
        "Maja Lind",
        "Sjöviks universitet",
    ),
    "who does research": ("Maja Lind forskar om fisk vid Sjöviks universitet.", "Maja Lind", "Sjöviks universitet"),
    "a doctor's disputation": (
        "Maja Lind disputerade i fredags vid Sjöviks universitet.",
        "Maja Lind",
        "Sjöviks universitet",
    ),
    "a chief at the company": (
        "Nordplast i Sjövik varslar 30 personer. Ekonomichefen på företaget, Maja Lind, beklagar.",
        "Maja Lind",
        "Nordplast",
    ),
    "a researcher from elsewhere": (
        "Sjöviks universitet har mätt sömn. Hjärnforskaren Maja Lind, som inte deltagit i studien, är försiktig.",
        "Maja Lind",
        None,
    ),
    "retired": (
        "Rut Ekdal är sjuksköterska på Lomsunds vårdcentral. Maken Bo Ekdal är pensionerad läkare.",
        "Bo Ekdal",
        None,
    ),
    "a chief of schools and the builder": (
        (
            "Alvsunds kommun bygger en skola. Byggteknik AB är entreprenör och Byggteknik AB gräver. Skolchefen Maja Lind "
            "väntar."
        ),
        "Maja Lind",
        "Alvsunds kommun",
    ),
    "the owner of sheep": (
        "Länsstyrelsens besiktningsman Bo Ekdal har sett fåren. Ägaren Maja Lind är ledsen.",
        "Maja Lind",
        None,
    ),
    "a cantor between parish and diocese": (
        "Lomsunds församling firar. Biskopen i Mittmarks stift kom. Kantorn Maja Lind spelade.",
        "Maja Lind",
        "Lomsunds församling",
    ),
    "behind an age": ("Vinnare är Maja Lind, 12, från Åskolan, och Bo Ekdal, 11.", "Maja Lind", "Åskolan"),
    "the next one's": (
        "Med var författaren Maja Lind, kulturredaktören på Alvsunds Tidning Bo Ekdal och Rut Frid.",
        "Maja Lind",
        None,
    ),
    "from a village": ("Maja Lind från Lomsund vann en kaffekvarn.", "Maja Lind", None),
    "who leads a choir": ("Maja Lind, som leder Lomsunds kammarkör, ger konsert.", "Maja Lind", "Lomsunds kammarkör"),
    "who runs a bakery": ("Maja Lind driver Linds Bageri i Lomsund.", "Maja Lind", "Linds Bageri"),
    "a club of shooters": ("Tvåa blev Maja Lind, Lomsunds Skf.", "Maja Lind", "Lomsunds Skf"),
    "a release's contact": (
        "Pressmeddelande från Hyresgästföreningen\n\nHyrorna höjs i Sjövik.\n\nPresskontakt: Maja Lind, 070-174 06 11",
        "Maja Lind",
        "Hyresgästföreningen",
    ),
    "a release's contact with another body": (
        "Pressmeddelande från Hyresgästföreningen\n\nHyrorna höjs.\n\nPresskontakt: Maja Lind, Byrå Nordkvist, 070-174 06 11",
        "Maja Lind",
        None,
    ),
    "what is told of the sender": (
        (
            "Sjukhuset byggs ut, säger Bergfast AB.\n\nKontakt:\nMaja Lind, 070-174 06 05\n\nOm Region Mittmark\n\nRegion "
            "Mittmark har 9 000 anställda. Bergfast AB är leverantör."
        ),
        "Maja Lind",
        "Region Mittmark",
    ),
    "a card's work": (
        "Så lever hon.\n\nNamn: Maja Lind\nÅlder: 52\nYrke: Assistent på Alvsunds bibliotek\nBor: Lomsund",
        "Maja Lind",
        "Alvsunds bibliotek",
    ),
    "the next of those who signed": (
        "Vi kräver svar.\n\nNils Sand, avdelningsordförande, Kommunal\nMaja Lind, läkare",
        "Maja Lind",
        None,
    ),
    "a chief of a larger police": (
        "Bo Ekdal blir chef för lokalpolisområde Mittmark. Regionpolischefen Maja Lind välkomnar honom.",
        "Maja Lind",
        None,
    ),
    "a chairman of a town's branch": (
        "Hyresgästföreningens ordförande i Lomsund, Maja Lind, är kritisk.",
        "Maja Lind",
        "Hyresgästföreningen",
    ),
    "the body that opens the sentence": (
        "Alvsunds jaktklubb väntar. Alvsunds jaktklubb är nöjd. Skogsbolaget Träverk vill mer, säger skogschefen Maja Lind.",
        "Maja Lind",
        "Träverk",
    ),
    "somebody's own shop": ("Svenska Spels Bo Ekdal ringde. Butiksägaren Maja Lind sålde lotten.", "Maja Lind", None),
    "the last of a row after samt": (
        "Med är doktoranderna Bo Ekdal och Lo Frid samt Maja Lind vid University of Bergen.",
        "Bo Ekdal",
        None,
    ),
    "a committee's genitive": (
        "Svenska Fredskommitténs Maja Lind delade ut priset.",
        "Maja Lind",
        "Svenska Fredskommittén",
    ),
    "a county board's chief in the headline's release": (
        "Länsstyrelsen i Mittlän satsar. Landshövding Maja Lind presenterade en rapport.",
        "Maja Lind",
        "Länsstyrelsen i Mittlän",
    ),
    "the first of two who work there": (
        "Maja Lind och Bo Ekdal jobbar på Sjöviks lasarett.",
        "Maja Lind",
        "Sjöviks lasarett",
    ),
    "members of a group": (
        "Maja Lind, Bo Ekdal och Rut Frid ingår i miljögruppen på Alvsunds kommun.",
        "Maja Lind",
        "Alvsunds kommun",
    ),
    "a head of a unit at a hospital": (
        "Sjöviks lasarett tog emot, där verksamhetschef Bo Ekdal och enhetschef Maja Lind berättade.",
        "Maja Lind",
        "Sjöviks lasarett",
    ),
    "the founder of another": (
        "Bo Ekdal är medgrundare till Nordkraft AB. Maja Lind är grundare av tankesajten Kvarn.",
        "Maja Lind",
        "Kvarn",
    ),
    "another's body in the paragraph": (
        "Statistikern Bo Ekdal vid SCB ser en trend. Samhällsplaneraren Maja Lind ritar kvarter.",
        "Maja Lind",
        None,
    ),
    "another's landlord": (
        "Krogen Gyllene Ankaret stänger. Hyresvärden Bo Ekdal på Sjöviks Fastigheter är tyst. Kocken Maja Lind söker jobb.",
        "Maja Lind",
        None,
    ),
    "a body that is named later": (
        (
            "300 får jobb i Alvsunds kommun. Samordnaren Maja Lind är nöjd. Enhetschefen på Solgården, Bo Ekdal, behöver fler "
            "till Solgården."
        ),
        "Maja Lind",
        "Alvsunds kommun",
    ),
    "between the title and the name": ("Enhetschefen på Solgården, Maja Lind, behöver fler.", "Maja Lind", "Solgården"),
    "a chairman of a federation in a county": (
        "LRF:s ordförande i Mittmark, Maja Lind, gratulerade.",
        "Maja Lind",
        "LRF",
    ),
    "a member of a company's board": (
        "Vid årsstämman i Bergfast AB omvaldes styrelseledamöterna Maja Lind och Bo Ekdal. KPMG är nöjt.",
        "Bo Ekdal",
        "Bergfast AB",
    ),
    "where she is": (
        "Projektet leds av Bo Ekdal på Rise och företaget Nordkraft, där Maja Lind är utvecklingschef.",
        "Maja Lind",
        "Nordkraft",
    ),
    "the buyer's head": (
        "Nordvinds grundare Bo Ekdal säljer bolaget till Bergfast. Köparens vd Maja Lind är nöjd.",
        "Maja Lind",
        None,
    ),
    "a learned society's genitive": (
        "Rut Ekdal är arkivarie på Stadsarkivet. Genealogiska föreningens Maja Lind vill inte döma.",
        "Maja Lind",
        "Genealogiska föreningen",
    ),
    "the coach of a nation": (
        "Rut Ekdal, Alvsunds AIS, slog rekord. Förbundskaptenen Maja Lind har ringt.",
        "Maja Lind",
        None,
    ),
    "a bandy club's chairman": (
        "Sjöviks BS föll tungt. Klubbordföranden Maja Lind tackar publiken.",
        "Maja Lind",
        "Sjöviks BS",
    ),
    "behind another's institute": (
        "Här finns överläkaren Bo Ekdal, Karolinska institutet, och riksbankschefen Maja Lind.",
        "Maja Lind",
        None,
    ),
    "an actor and a team": ("Alvsunds IF vann. Skådespelaren Maja Lind såg matchen.", "Maja Lind", None),
    "a supervisor": (
        "Opponent är professor Hans Grün, Universität Bremen. Handledare: Maja Lind, tel 070-174 06 06",
        "Maja Lind",
        None,
    ),
    "a region's board in a text of another board": (
        (
            "– Bra, säger Bo Sand, ordförande i kollektivtrafiknämnden.\n\n– Bra, säger Maja Lind, ordförande i regionstyrelsen.\n\n"
            "Kontakt:\nBo Sand, ordförande i kollektivtrafiknämnden"
        ),
        "Maja Lind",
        None,
    ),
    "a politician in a company's text": (
        "Bergfast AB växer, säger Bergfast AB.\n\n– Bra, säger kommunstyrelsens ordförande Maja Lind.",
        "Maja Lind",
        None,
    ),
    "somebody from a town": (
        "Bergfast AB delar ut ett pris. Bergfast AB är nöjda.\n\nBlommor fick näringslivsutvecklaren Maja Lind från Strömstad.",
        "Maja Lind",
        None,
    ),
    "a board behind the party": (
        "– Nu öppnar scenen, säger Maja Lind, vice ordförande (MP) i kulturnämnden.",
        "Maja Lind",
        "kulturnämnden",
    ),
    "a board without a preposition": (
        "Bo Ek (M), ordförande utbildningsnämnden, talade.",
        "Bo Ek",
        "utbildningsnämnden",
    ),
    "who is in the board": ("Bo Ek (M), ordförande när kulturnämnden möts, talade.", "Bo Ek", None),
    "an office of another town": (
        "Åklagarkammaren i Luleå tar över.\n\n– Bra, säger Maja Lind, chef för åklagarkammaren i Kalmar.",
        "Maja Lind",
        None,
    ),
    "a society that names its members": (
        "Från vänster: Bo Ek, Maja Lind, Skogö Musikförening (Siv Alm, Rut Lans).",
        "Maja Lind",
        None,
    ),
    "to whom it was told": (
        "– Bra, säger Maja Lind, chef för ekonomi på CGN till tidningen Datorbladet.",
        "Maja Lind",
        None,
    ),
    "the paper itself": ("– Bra, säger Maja Lind, vd för tidningen Datorbladet.", "Maja Lind", "Datorbladet"),
    "a party's letters in the genitive": (
        "Sverigedemokraternas (SD):s gruppledare Maja Lind är emot.",
        "Maja Lind",
        "Sverigedemokraterna",
    ),
    "the company's own head": (
        "Bergfast AB växer, säger Bergfast AB.\n\n– Bra, säger styrelsens ordförande Maja Lind.",
        "Maja Lind",
        "Bergfast AB",
    ),
}


@pytest.mark.parametrize(("text", "name", "body"), WORKPLACES.values(), ids=WORKPLACES)
def test_workplace(read: Callable[[str], Record], text: str, name: str, body: str | None) -> None:
    record = read(text)
    person = next(p for p in record.people or [] if p.name == name)
    ids = {person.organisation_id, *(role.organisation_id for role in person.roles)} - {None}
    assert [o.name for o in record.organisations or [] if o.id in ids] == ([] if body is None else [body])


def test_a_town_behind_a_name_is_no_body(read: Callable[[str], Record]) -> None:
    assert not read("Direktör Maja Lind, Stockholm, har avlidit.").organisations


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Chefredaktören och ansvarige utgivaren Maja Lind slutar.", "chefredaktör och ansvarig utgivare"),
        ("Den första kamreren hette Maja Lind.", "kamrer"),
        ("Maja Lind, 47, har varit brevbärare i 20 år.", "brevbärare"),
        ("Förre statsministern Maja Lind höll tal.", "förre statsminister"),
        ("Maja Lind tog över som vd i fjol.", "vd"),
        ("Maja Lind, som är huvudansvarig revisor, väntar.", "huvudansvarig revisor"),
        ("Han tog emot general Maja Lind.", "general"),
        ("– Vi växer, säger Maja Lind, General Manager.", "General Manager"),
        ("Maja Lind, moderat oppositionsråd, väntar.", "moderat oppositionsråd"),
        ("Maja Lind vigdes till kyrkoherde i lördags.", "kyrkoherde"),
        ("Klubbens instruktör Maja Lind vann.", "instruktör"),
    ],
)
def test_title(read: Callable[[str], Record], text: str, role: str) -> None:
    assert [r.normalised for p in read(text).people or [] for r in p.roles] == [role]


def test_a_prize_is_no_title(read: Callable[[str], Record]) -> None:
    text = "Årets ledare: Maja Lind, Lomsunds IF. Årets mentor är Bo Ekdal."
    assert [p.roles for p in read(text).people or []] == [[], []]


def test_a_headline_s_only_employer_has_the_contacts(pipeline: Pipeline) -> None:
    text = "{}\n\nHuset blir klart i maj.\n\nKontakt:\nProjektledare Maja Lind: 070-174 06 06\nLo Frid, 070-174 06 08"
    bodies = {"Region Mittmark bygger ut": "Region Mittmark", "Region Mittmark kritiserar Alvsunds kommun": None}
    for headline, body in bodies.items():
        record = pipeline.process(Page(text.format(headline).encode(), path="t.txt", media_type="text/plain"))
        names = {o.id: o.name for o in record.organisations or []}
        assert [names.get(p.organisation_id or "") for p in record.people or []] == [body, body]


def test_a_party_by_its_adjective_behind_the_name(read: Callable[[str], Record]) -> None:
    text = "Maja Lind, moderat oppositionsråd, och Bo Ekdal, socialdemokratisk gruppledare, talade."
    assert [p.party for p in read(text).people or []] == ["M", "S"]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("– Vi får se, säger Maja Lind, gruppledare (KD), Region Mittmark.", "Region Mittmark"),
        ("– Vi får se, säger Maja Lind, gruppledare (KD) Region Mittmark.", "Region Mittmark"),
        ("– Vi får se, säger Maja Lind, gruppledare (KD), som lämnar Region Mittmark.", None),
    ],
)
def test_a_party_between_title_and_body(read: Callable[[str], Record], text: str, body: str | None) -> None:
    made = read(text)
    names = {o.id: o.name for o in made.organisations or []}
    assert [names.get(r.organisation_id or "") for p in made.people or [] for r in p.roles] == [body]


def test_the_letterhead_has_the_contacts(pipeline: Pipeline) -> None:
    release = "Väginspektionen\n\nNya vägar för Brounionen\n\nPressmeddelande   •   Mar 05, 2009 13:20 CET\n\n"
    release += "Brounionen ska se över vägarna i år.\n\nKontakt:\nMaja Lind, jurist: 08-465 004 12\nBo Ekdal, chef: 08-465 004 13"
    made = pipeline.process(Page(release.encode(), path="t.txt", media_type="text/plain"))
    names = {o.id: o.name for o in made.organisations or []}
    assert made.title == "Nya vägar för Brounionen"
    assert [names.get(p.organisation_id or "") for p in made.people or []] == ["Väginspektionen", "Väginspektionen"]


@pytest.mark.parametrize(
    ("headline", "body"), [("Alvkraft till Sjöveckan", "Alvkraft"), ("Energi till Sjöveckan", "Öresundskraft")]
)
def test_of_a_row_of_bodies_the_headline_s_employs(pipeline: Pipeline, headline: str, body: str) -> None:
    text = f"{headline}\n\nÖresundskraft AB, Sjökraft AB och Alvkraft AB samverkar.\n\n– Vi vill synas, säger vd Maja Lind."
    record = pipeline.process(Page(text.encode(), path="t.txt", media_type="text/plain"))
    names = {o.id: o.name for o in record.organisations or []}
    assert [(names[p.organisation_id or ""] or "").removesuffix(" AB") for p in record.people or []] == [body]
