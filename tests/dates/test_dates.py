"""Dates and times in sentences of our own, seen from Wednesday 18 November 2026."""

from __future__ import annotations

from datetime import date

import pytest

from pipeline.stages.dates import find_dates

BASE = date(2026, 11, 18)
Row = tuple[str, list[str]]

DAYS: dict[str, Row] = {
    "den and a decimal number": ("För bolaget betyder den 1,4 miljoner kronor mindre.", []),
    "den and a day, then a comma": ("Mötet hålls den 14, sade hon.", ["den 14 = 2026-12-14 day"]),
    "day, month and year": ("Hon valdes 12 mars 2021.", ["12 mars 2021 = 2021-03-12 day"]),
    "den": ("Den 1 januari 2026 gäller lagen.", ["1 januari 2026 = 2026-01-01 day"]),
    "år between": ("Det var 3 december år 2002.", ["3 december år 2002 = 2002-12-03 day"]),
    "ordinal with a colon": ("Den 26:e maj 2010 öppnar mässan.", ["26:e maj 2010 = 2010-05-26 day"]),
    "ordinal in words": ("Den tredje maj 2019 brann det.", ["Den tredje maj 2019 = 2019-05-03 day"]),
    "a month in short": ("Tid: 14 feb 2024", ["14 feb 2024 = 2024-02-14 day"]),
    "a short month with a point": ("Tid: 14 sept. 2024", ["14 sept. 2024 = 2024-09-14 day"]),
    "an interval with a dash": ("Den 23–24 februari 2012.", ["23–24 februari 2012 = 2012-02-23/2012-02-24 day"]),
    "an interval with till": ("Från 3 till 5 maj 2024.", ["3 till 5 maj 2024 = 2024-05-03/2024-05-05 day"]),
    "an interval over two months": ("Stängt 30 april–2 maj 2024.", ["30 april–2 maj 2024 = 2024-04-30/2024-05-02 day"]),
    "an interval over new year": ("Stängt 28 december–3 januari 2025.",
                                  ["28 december–3 januari 2025 = 2024-12-28/2025-01-03 day"]),
    "behind a number": ("Bo Ek 08/465 00 16, 23 januari 1996", ["23 januari 1996 = 1996-01-23 day"]),
    "two days of a month": ("Mötet hålls 16, 23 januari 1996.", ["16, 23 januari 1996 = {1996-01-16,1996-01-23} day"]),
    "March first, in English": ("Mar 07, 2012 09:31", ["Mar 07, 2012 = 2012-03-07 day", "09:31 = T09:31 minute"]),
    "the month first": ("Okt 14, 2004 09:31", ["Okt 14, 2004 = 2004-10-14 day", "09:31 = T09:31 minute"]),
    "the month first, in English": ("Oct 4, 2004", ["Oct 4, 2004 = 2004-10-04 day"]),
    "glued to a section": ("Sport2004-09-13 04:00", ["2004-09-13 = 2004-09-13 day", "04:00 = T04:00 minute"]),
    "a code is none": ("Ärende KS2004-09-13", []),
    "the first end before till och med": ("Stängt 2 januari till och med 5 mars 2016.",
        ["2 januari = 2016-01-02 day", "5 mars 2016 = 2016-03-05 day"]),
    "a stamp": ("14JUN2019 kom beskedet.", ["14JUN2019 = 2019-06-14 day"]),
    "a short year apart": ("Mötet hölls 12 maj -10.", ["12 maj -10 = 2010-05-12 day"]),
    "days with a dash apart": ("Stängt 12 maj -18 juni 2010.", ["12 maj -18 juni 2010 = 2010-05-12/2010-06-18 day"]),
    "without the century": ("Beslutet kom den 06-05-12.", ["06-05-12 = 2006-05-12 day"]),
    "without the century, of the nineteen-hundreds": ("Alvsund, den 99-12-31", ["99-12-31 = 1999-12-31 day"]),
    "without the century, behind a town": ("Stockholm 06-05-12 Styrelsen", ["06-05-12 = 2006-05-12 day"]),
    "a row of results": ("Setsiffror 06-05-12", []),
    "a row of numbers behind a town": ("Stockholm 08-12-12 12", []),
    "two days": ("Den 26 och 28:e maj 2010.", ["26 och 28:e maj 2010 = {2010-05-26,2010-05-28} day"]),
    "three days": ("Kurs 3, 5 och 7 maj 2024.", ["3, 5 och 7 maj 2024 = {2024-05-03,2024-05-05,2024-05-07} day"]),
    "the first end takes the year of the last": ("Mellan den 19 november och 3 december år 2002.",
        ["19 november = 2002-11-19 day", "3 december år 2002 = 2002-12-03 day"]),
    "ISO": ("Ändrad 2025-02-15.", ["2025-02-15 = 2025-02-15 day"]),
    "ISO interval": ("Pågår 2024-03-01–2024-03-05.", ["2024-03-01–2024-03-05 = 2024-03-01/2024-03-05 day"]),
    "ISO month": ("Rapport 2024-03 är klar.", ["2024-03 = 2024-03 month"]),
    "slash and year": ("Stockholm, 19/8-2025 – Bolaget växer.", ["19/8-2025 = 2025-08-19 day"]),
    "slash, space and year": ("Mötet hålls 19/8 2025.", ["19/8 2025 = 2025-08-19 day"]),
    "slashes": ("Mötet hålls 19/8/2025.", ["19/8/2025 = 2025-08-19 day"]),
    "points": ("Utgåva 7.6.2026.", ["7.6.2026 = 2026-06-07 day"]),
    "weekday before": ("Tisdagen den 19 maj 2015 beslutas det.", ["Tisdagen den 19 maj 2015 = 2015-05-19 day"]),
    "weekday and slash": ("Lördag 21/11 öppnar isen.", ["Lördag 21/11 = 2026-11-21 day"]),
    "days of a month and a slash": ("Läger den 3–5/6 2025.", ["3–5/6 2025 = 2025-06-03/2025-06-05 day"]),
    "days of a month and a slash, labelled": ("Datum: 3-5/12", ["3-5/12 = 2026-12-03/2026-12-05 day"]),
    "fractions are none": ("Blanda 3-5/6 av smeten.", []),
    "slash with den": ("Den 3/12 är det dags.", ["3/12 = 2026-12-03 day"]),
    "range of slashes": ("Utställning 2/3–5/4 2025.", ["2/3–5/4 2025 = 2025-03-02/2025-04-05 day"]),
    "no such day": ("Den 31 april 2024 finns inte.", ["31 april 2024 = None day"]),
    "leap day": ("Den 29 februari 2024 fyllde hon år.", ["29 februari 2024 = 2024-02-29 day"]),
    "in the past by its verb": ("Den 12 december öppnade hallen.", ["12 december = 2025-12-12 day"]),
    "in the future by its verb": ("Den 12 januari ska hallen öppnas.", ["12 januari = 2027-01-12 day"]),
    "nearest without a tense": ("Datum: 12 januari", ["12 januari = 2027-01-12 day"]),
    "the weekday rules out a year": ("Tisdagen den 4 juni kom larmet.", ["Tisdagen den 4 juni = 2024-06-04 day"]),
    "i år after": ("Den 15 september i år firas det.", ["15 september = 2026-09-15 day", "i år = 2026 relative"]),
    "förra året after": ("Den 5 oktober förra året brann det.",
                         ["5 oktober = 2025-10-05 day", "förra året = 2025 relative"]),
    "a day of the month": ("Vi ses den 24:e.", ["den 24:e = 2026-11-24 day"]),
    "midsummer": ("På midsommarafton 2019 regnade det.", ["midsommarafton 2019 = 2019-06-21 day"]),
    "good friday": ("Långfredagen 2024 var kall.", ["Långfredagen 2024 = 2024-03-29 day"]),
    "ascension": ("Kristi himmelsfärdsdag 2024 var varm.", ["Kristi himmelsfärdsdag 2024 = 2024-05-09 day"]),
    "all saints": ("Alla helgons dag 2024 tänds ljus.", ["Alla helgons dag 2024 = 2024-11-02 day"]),
    "first of advent": ("Första advent 2026 skyltas det.", ["Första advent 2026 = 2026-11-29 day"]),
    "mother's day": ("Mors dag 2024 bjöds på tårta.", ["Mors dag 2024 = 2024-05-26 day"]),
    "a holiday without a year": ("Vi har öppet på julafton.", ["julafton = 2026-12-24 relative"]),
    "soft line": ("Vi möts 3 maj\n2024 är avgjort.", ["3 maj = 2027-05-03 day"]),
}  # fmt: skip

PERIODS: dict[str, Row] = {
    "month and year": ("I september 2017 infördes den.", ["september 2017 = 2017-09 month"]),
    "month alone": ("Den öppnade i mars.", ["mars = 2026-03 month"]),
    "month to come": ("Den ska öppnas i mars.", ["mars = 2027-03 month"]),
    "month with månad": ("Under mars månad 2024 deltog 764.", ["mars månad 2024 = 2024-03 month"]),
    "two months": ("Rea i mars–april 2023.", ["mars–april 2023 = 2023-03/2023-04 month"]),
    "months over new year": ("Kvartalet november–januari 2013.", ["november–januari 2013 = 2012-11/2013-01 month"]),
    "two months with och": (
        "I november och december 2017 prövades den.",
        ["november = 2017-11 month", "december 2017 = 2017-12 month"],
    ),
    "two months with och over new year": (
        "I december och januari 2018 prövades den.",
        ["december = 2017-12 month", "januari 2018 = 2018-01 month"],
    ),
    "beginning of a month": ("I början av september 2020 kom den.", ["september 2020 = 2020-09 month"]),
    "first in its line": ("April 2025", ["April 2025 = 2025-04 month"]),
    "oktober förra året": ("I oktober förra året brann det.",
                           ["oktober = 2025-10 month", "förra året = 2025 relative"]),
    "season and year": ("Våren 2018 togs beslutet.", ["Våren 2018 = 2018-03/2018-05 season"]),
    "winter over new year": ("Vintern 2022/23 var snörik.", ["Vintern 2022/23 = 2022-12/2023-02 season"]),
    "i våras": ("Isen gick i våras.", ["i våras = 2026-03/2026-05 season"]),
    "i somras": ("Han kom i somras.", ["i somras = 2026-06/2026-08 season"]),
    "i höst": ("Den öppnar i höst.", ["i höst = 2026-09/2026-11 season"]),
    "i vinter": ("De tävlar i vinter.", ["i vinter = 2026-12/2027-02 season"]),
    "i vår": ("De reser i vår.", ["i vår = 2027-03/2027-05 season"]),
    "week": ("Arbetet pågår vecka 34 2025.", ["vecka 34 2025 = 2025-W34 week"]),
    "week in short": ("Arbetet pågår v. 48.", ["v. 48 = 2026-W48 week"]),
    "week without a point": ("Lov v 44.", ["v 44 = 2026-W44 week"]),
    "weeks": ("Stängt vecka 27–31 2025.", ["vecka 27–31 2025 = 2025-W27/2025-W31 week"]),
    "weeks in the plural": ("Stängt veckorna 27 och 28.", ["veckorna 27 och 28 = 2026-W27/2026-W28 week"]),
    "a term in short": ("Kursen ges ht 2010 och VT11.", ["ht 2010 = 2010-09/2010-11 season", "VT11 = 2011-03/2011-05 season"]),
    "two years with a slash": ("Läsåret 2005/2006 blev bra.", ["2005/2006 = 2005/2006 year"]),
    "a number with a slash": ("Se protokoll 2005/2013.", []),
    "about an hour": ("Larmet kom vid 21-tiden.", ["21-tiden = T21 time"]),
    "about an hour of the night": ("Larmet kom vid 03-tiden.", ["03-tiden = T03 time"]),
    "about an hour in words": ("Larmet kom vid niotiden.", ["niotiden = [T09,T21] time"]),
    "quarter in digits": ("1:a kvartalet 2006 och 4:e kvartalet 1999.",
                          ["1:a kvartalet 2006 = 2006-01/2006-03 quarter", "4:e kvartalet 1999 = 1999-10/1999-12 quarter"]),
    "half in digits": ("Det 2:a halvåret 2005 gick bra.", ["2:a halvåret 2005 = 2005-07/2005-12 half"]),
    "quarter and year": ("Andra kvartalet 2024 gick bra.", ["Andra kvartalet 2024 = 2024-04/2024-06 quarter"]),
    "quarter as Q": ("Q3 2024 blev svagt.", ["Q3 2024 = 2024-07/2024-09 quarter"]),
    "half and year": ("Första halvåret 2023 sjönk den.", ["Första halvåret 2023 = 2023-01/2023-06 half"]),
    "turn of the year": ("Vid årsskiftet 2023/24.", ["årsskiftet 2023/24 = 2023-12-31/2024-01-01 relative"]),
    "middle of the year": ("Senast vid halvårsskiftet.", ["halvårsskiftet = 2026-06-30/2026-07-01 relative"]),
    "year after sedan": ("Sedan 2017 är de med.", ["2017 = 2017 year"]),
    "year after år": ("År 2015 flyttade de.", ["2015 = 2015 year"]),
    "years": ("Åren 2014–2020 var torra.", ["2014–2020 = 2014/2020 year"]),
    "school year": ("Läsåret 2018/19 var kort.", ["2018/19 = 2018/2019 year"]),
    "decade": ("På 1990-talet byggdes den.", ["1990-talet = 1990/1999 decade"]),
    "decade in short": ("På 60-talet byggdes den.", ["60-talet = 1960/1969 decade"]),
    "three decades, and a stray space": ("På 80-, 90- och 2000- talet kom de.", ["80-, 90- och 2000- talet = 1980/2009 decade"]),
    "two decades": ("På 60- och 70-talet byggdes den.", ["60- och 70-talet = 1960/1979 decade"]),
    "decade in words": ("På åttiotalet byggdes den.", ["åttiotalet = 1980/1989 decade"]),
    "century": ("Kyrkan är från 1800-talet.", ["1800-talet = 1800/1899 decade"]),
    "the tens": ("På 2010-talet revs den.", ["2010-talet = 2010/2019 decade"]),
}  # fmt: skip

WEEKDAYS: dict[str, Row] = {
    "i tisdags looks back": ("Det hände i tisdags.", ["i tisdags = 2026-11-17 weekday"]),
    "i onsdags is not today": ("Det hände i onsdags.", ["i onsdags = 2026-11-11 weekday"]),
    "i tisdags kväll": ("Det hände i tisdags kväll.", ["i tisdags kväll = 2026-11-17 weekday"]),
    "på tisdag looks ahead": ("Vi ses på tisdag.", ["på tisdag = 2026-11-24 weekday"]),
    "på fredag": ("Vi ses på fredag.", ["på fredag = 2026-11-20 weekday"]),
    "på tisdagen by its tense": ("På tisdagen greps han.", ["På tisdagen = None weekday"]),
    "på tisdagen in the past": ("Han häktades på tisdagen.", ["på tisdagen = 2026-11-17 weekday"]),
    "på before a weekday and its day": ("Vi ses på tisdag den 24 november.", ["tisdag den 24 november = 2026-11-24 day"]),
    "på before a weekday and its hour": (
        "Vi ses på onsdag 10.30.",
        ["på onsdag = 2026-11-25 weekday", "10.30 = T10:30 minute"],
    ),
    "på onsdagen in Wednesday's paper": ("Larmet kom på onsdagen.", ["på onsdagen = 2026-11-18 weekday"]),
    "the day's evening": ("Larmet kom under onsdagskvällen.", ["onsdagskvällen = 2026-11-18 weekday"]),
    "nästa torsdag": ("Mötet är nästa torsdag.", ["nästa torsdag = 2026-11-26 weekday"]),
    "natten till lördagen": ("Det brann natten till lördagen.",
                              ["natten till lördagen = 2026-11-13/2026-11-14 weekday"]),
    "under fredagskvällen": ("Larmet kom under fredagskvällen.", ["fredagskvällen = 2026-11-13 weekday"]),
}  # fmt: skip

TIMES: dict[str, Row] = {
    "kl with a point": ("Det börjar kl 14.30.", ["kl 14.30 = T14:30 minute"]),
    "kl. with its point": ("Det börjar kl. 14.30.", ["kl. 14.30 = T14:30 minute"]),
    "two hours": ("Bussen går kl 10 och 11.30.", ["kl 10 och 11.30 = {T10,T11:30} minute"]),
    "between two hours": ("Ring mellan kl 9 och 11.", ["kl 9 och 11 = T09/T11 time"]),
    "klockan": ("Det börjar klockan 9.", ["klockan 9 = T09 time"]),
    "hours": ("Öppet kl. 9–12.", ["kl. 9–12 = T09/T12 time"]),
    "opening hours": ("Öppet 08.00–16.30.", ["08.00–16.30 = T08:00/T16:30 minute"]),
    "opening hours with colons": ("Öppet 08:00–16:30.", ["08:00–16:30 = T08:00/T16:30 minute"]),
    "hour and time": ("Öppet 10–11.30.", ["10–11.30 = T10/T11:30 minute"]),
    "a paragraph of a live update": ("06.40 Polisen är på plats.", ["06.40 = T06:40 minute"]),
    "vid": ("Larmet kom vid 16.15-tiden.", ["16.15 = T16:15 minute"]),
    "after a comma": ("Uppdatering, 16.35: Vägen är öppen.", ["16.35 = T16:35 minute"]),
    "half past": ("Det small klockan halv tre.", ["klockan halv tre = [T02:30,T14:30] minute"]),
    "quarter past": ("Det small, klockan kvart över åtta.",
                     ["klockan kvart över åtta = [T08:15,T20:15] minute"]),
    "with a date": ("Den 10 april 2024 kl. 13.45.", ["10 april 2024 = 2024-04-10 day", "kl. 13.45 = T13:45 minute"]),
    "a price": ("Den kostar 19.90 kronor.", []),
    "too late": ("Värdet 25.61 är för högt.", []),
    "a record": ("Loppet gick på 1.45,32.", []),
}  # fmt: skip

RELATIVE: dict[str, Row] = {
    "today": ("I dag öppnar den.", ["I dag = 2026-11-18 relative"]),
    "yesterday": ("Det hände i går.", ["i går = 2026-11-17 relative"]),
    "yesterday in one word": ("Det hände igår.", ["igår = 2026-11-17 relative"]),
    "the day before yesterday": ("Det hände i förrgår.", ["i förrgår = 2026-11-16 relative"]),
    "tomorrow": ("Det sker i morgon.", ["i morgon = 2026-11-19 relative"]),
    "last week": ("Det hände förra veckan.", ["förra veckan = 2026-W46 relative"]),
    "next week": ("Det sker nästa vecka.", ["nästa vecka = 2026-W48 relative"]),
    "last month": ("Det hände förra månaden.", ["förra månaden = 2026-10 relative"]),
    "last year": ("Det hände i fjol.", ["i fjol = 2025 relative"]),
    "next year": ("Det sker nästa år.", ["nästa år = 2027 relative"]),
    "two years ago": ("De gifte sig för två år sedan.", ["för två år sedan = 2024 relative"]),
    "three weeks ago": ("De möttes för tre veckor sedan.", ["för tre veckor sedan = 2026-W44 relative"]),
    "ten days ago": ("De möttes för 10 dagar sedan.", ["för 10 dagar sedan = 2026-11-08 relative"]),
    "in three weeks": ("De möts om tre veckor.", ["om tre veckor = 2026-W50 relative"]),
    "last summer": ("De sågs förra sommaren.", ["förra sommaren = 2026-06/2026-08 relative"]),
}

NONE: dict[str, str] = {
    "the planet": "Farkosten landade på Mars.",
    "a name": "Maj Sandell bor i Alvsund.",
    "a name after a number": "Hon såg 5 Maj Sandell-tavlor.",
    "fooled": "april, april!",
    "an age": "Hon är 45 år.",
    "a fraction": "Omkring 3/5 av åkern.",
    "a score": "De vann med 3–2.",
    "a count like a year": "I 2000 hushåll saknas el.",
    "an amount like a year": "Det kostar 2015 kronor.",
    "round the clock": "Öppet 24/7.",
    "a count in hundreds": "Det 140-talet deltagare åkte hem.",
    "a law": "Lagen (2010:598) gäller.",
    "spring itself": "Våren är här.",
    "a version": "Version 2.1 finns nu.",
    "an address": "Skriv till rut2019@alvsund.exempel.",
    "christmas": "En god jul till alla.",
    "may as a word": "Det maj du tro.",
}


def shown(text: str, base: date | None = BASE) -> list[str]:
    """The dates of a text as the tables write them."""
    return [f"{one.text} = {one.iso} {one.precision}" for one in find_dates(text, base)]


CASES = {**DAYS, **PERIODS, **WEEKDAYS, **TIMES, **RELATIVE}


@pytest.mark.parametrize(("text", "dates"), CASES.values(), ids=CASES.keys())
def test_dates_seen_from_the_day_of_publication(text: str, dates: list[str]) -> None:
    assert shown(text) == dates


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_no_date(text: str) -> None:
    assert shown(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Den 3 maj öppnar hallen.",
        "I mars öppnar hallen.",
        "Vecka 34 är det stängt.",
        "Det hände i tisdags.",
        "Vi ses på fredag.",
        "Det hände i går.",
        "Isen gick i våras.",
        "Vi har öppet på julafton.",
        "Natten till lördagen brann det.",
        "Vi ses den 24:e.",
    ],
)
def test_without_a_base_nothing_is_completed(text: str) -> None:
    assert [one.iso for one in find_dates(text)] == [None]


@pytest.mark.parametrize("text", [text for text, _ in CASES.values()], ids=CASES.keys())
def test_spans_cut_the_text(text: str) -> None:
    assert all(text[one.start : one.end] == one.text for one in find_dates(text, BASE))
