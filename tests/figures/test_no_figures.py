"""What looks like a figure and is none."""

from __future__ import annotations

import pytest

from pipeline.article import Span
from pipeline.stages.figures import find_figures

NONE = {
    "ward with a number": "Hon ringde Barnmottagning 4 i går.",
    "department": "På Avdelning 6 är det lugnt.",
    "road": "Olyckan skedde på väg E18 vid Alvsund.",
    "trunk road": "Riksväg 26 är avstängd.",
    "interchange": "Kön växte vid trafikplats 91.",
    "bus line": "Linje 7 går inte i kväll.",
    "bus lines": "I maj får linje 6 och 31 ny körväg.",
    "hours of parts of the day": "Färjan går från cirka 7 på kvällen till 3 på natten.",
    "channel": "Det sade hon i P4 Alvsund.",
    "television": "Det sändes i TV4 och Kanal 5.",
    "shortly before an hour": "Larmet kom strax före 18 i går.",
    "opening hours": "Vi har öppet på söndag mellan 11-14.",
    "two scores": "Ledningen växte från 30-18 under kvarten.",
    "a place in words": "Hon kom på plats åttio.",
    "a number without area code": "Ring oss på tel 737 22 88.",
    "emergency number with a hyphen": "Det kom 112-larm hela natten.",
    "bulb": "Köp inte 60-wattaren.",
    "a road with a lane for passing": "De bygger en 2+1 väg förbi Sjövik.",
    "a year without its century": "Hon är född -45 i Sjövik.",
    "stairs in an address": "Kom till Storgatan 12, 2 tr, i Alvsund.",
    "a year behind its verb": "Bolaget grundades 1868 och har gott anseende.",
    "formation": "Laget ställer upp 4–4–2 mot Sjövik.",
    "score with a half-time score": "Alvsund vann med 3–1 (2–0).",
    "score": "AIF slog Sjöviks IF med 5-2 borta.",
    "score with spaced dash": "De vann med 90 – 75 hemma.",
    "score as an adjective": "Hon gjorde målet i 2–1-segern.",
    "paragraph": "Enligt § 12 får nämnden säga nej.",
    "paragraph after its number": "Enligt 6 kap. 3 § ska nämnden svara.",
    "disease": "Han fick covid-19 i somras.",
    "agenda": "Kommunen arbetar med Agenda 2030.",
    "law": "Det står i lagen (2010:598) om bränsle.",
    "government bill": "Se regeringens proposition (prop. 2017/18:267).",
    "committee report": "Se betänkande 2018/19:NU5.",
    "case number": "Ärendet har dnr KS 2024/112.",
    "organisation number": "Bolaget har org.nr 556677-8899.",
    "personal number": "Mannen, 811218-9876, åtalas.",
    "postcode": "Skicka till Box 12, 123 45 Alvsund.",
    "page": "Läs mer på sidan 14.",
    "phone part": "Ring 08-465 004 12 för mer.",
    "year": "Det började 2018.",
    "year after sedan": "Sedan 1994 bor de här.",
    "years": "Under 2012 och 2013 byggdes den.",
    "span of years": "Åren 2014–2020 var torra.",
    "season": "Spelåret 2018/19 blev svårt.",
    "decade": "På 60-talet var allt annorlunda.",
    "century": "Kyrkan är från 1800-talet.",
    "beginning of a decade": "I början av 90-talet byggdes den.",
    "clock": "Kl 08.30 öppnar hallen.",
    "clock in words": "Klockan 9 öppnar hallen.",
    "clock range": "Öppet 08.00–16.30 alla dagar.",
    "date": "Den 3 maj öppnar hallen.",
    "date with weekday": "Tisdagen den 4 juni stänger hallen.",
    "iso date": "Sidan är ändrad 2024-03-01.",
    "short date": "Torsdag 3/5 är det dags.",
    "version": "Nu finns version 2.0 av kartan.",
    "list number": "1. Ring oss",
    "list number with bracket": "2) Ring oss",
    "list number in words": "Två – ta med cykeln",
    "team": "Tre Kronor tränar i Alvsund.",
    "street": "Branden började på Storgatan 12.",
    "round": "I omgång 14 möts de igen.",
    "school year": "Eleverna i årskurs 9 reser.",
    "weather warning": "SMHI varnar: klass 1 i natt.",
    "room": "Mötet hålls i sal 3.",
    "quarter past": "Kvart över sex kom larmet.",
    "vague": "Ett par gånger har flera hundratals kommit.",
    "idiom": "De gjorde det ett tu vips.",
    "ISBN": "Boken har ISBN 978-91-7000-123-4.",
    "bankgiro": "Betala till bankgiro 5050-1055.",
    "web address": "Se www.alvsund.exempel/2024/300-platser.",
    "mail": "Skriv till 40bussar@alvsund.exempel.",
    "record in the pool": "Loppet gick på 1.45,32.",
    "extension": "Ring växeln, anknytning 123.",
    "model": "Han körde en Volvo 240.",
    "minute of a match": "49 min: hörna för Alvsund.",
    "page of pages": "Sida 1 (2)",
    "code with letters": "Bilen hade nummer ABC 123.",
    "article number of the convention": "Det strider mot artikel 10.",
    "committee": "Hon sitter i Kommitté 2.",
    "grade": "Betyg A eller B krävs.",
}


@pytest.mark.parametrize("sentence", NONE.values(), ids=NONE.keys())
def test_no_figure(sentence: str) -> None:
    assert find_figures(sentence) == ()


def test_a_claimed_span_is_not_read_again() -> None:
    text = "Mötet är 14 mars och 30 personer kommer."
    claimed = [Span(9, 16, text[9:16])]
    assert [figure.text for figure in find_figures(text, claimed)] == ["30 personer"]


def test_numbers_never_cross_a_line_or_block() -> None:
    assert [figure.value for figure in find_figures("Vi har 12\n000 hus.")] == ["12"]
    assert [figure.unit for figure in find_figures("Vi har 12\n\nhus i byn.")] == [None]


def test_no_finding_holds_a_personal_number() -> None:
    text = "Anmälan gäller 811218-9876 och 19811218-9876 samt 40 kronor."
    assert [figure.text for figure in find_figures(text)] == ["40 kronor"]
