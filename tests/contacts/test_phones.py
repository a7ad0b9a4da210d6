"""Phone numbers, in the ranges that are reserved for fiction, as the press writes them."""

from __future__ import annotations

import pytest

from pipeline.stages.contacts import find_phones

MOBILE, STOCKHOLM, GOTHENBURG = "+46701740612", "+46846500412", "+46313900600"

FORMS = {
    "two groups of two": ("Ring 070-174 06 12.", [MOBILE]),
    "in one piece": ("Ring 070-1740612.", [MOBILE]),
    "bare": ("Ring 0701740612.", [MOBILE]),
    "four digits before the hyphen": ("Ring 0701-74 06 12.", [MOBILE]),
    "four and three": ("Ring 0701-740 612.", [MOBILE]),
    "three groups of three": ("Mobil 0701 740 612", [MOBILE]),
    "spaces only": ("Tel 070 174 06 12", [MOBILE]),
    "hyphens only": ("Tel 070-174-06-12", [MOBILE]),
    "spaces round the hyphen": ("Tel 070 - 174 06 12", [MOBILE]),
    "spaces round a dash": ("Tage Brodén, vd, 070 – 174 06 12", [MOBILE]),
    "a hyphen that does not break": ("Tel 070\u2011174 06 12", [MOBILE]),
    "spaces that do not break": ("Tel 070-174\u00a006\u00a012", [MOBILE]),
    "thin spaces": ("Tel 070-174\u200906\u200912", [MOBILE]),
    "plus and zero in brackets": ("+46 (0)70-174 06 12", [MOBILE]),
    "plus and odd groups": ("+46 7017 40612", [MOBILE]),
    "plus without spaces": ("+46701740612", [MOBILE]),
    "plus with hyphens": ("+46-70-174 06 12", [MOBILE]),
    "plus in brackets": ("(+46) 70 174 06 12", [MOBILE]),
    "double zero": ("0046 70 174 06 12", [MOBILE]),
    "area code in brackets": ("(08) 465 004 12", [STOCKHOLM]),
    "area code with a hyphen": ("08-465 004 12", [STOCKHOLM]),
    "area code with a slash": ("08/465 004 12", [STOCKHOLM]),
    "area code and a spaced hyphen": ("08 - 465 004 12", [STOCKHOLM]),
    "area code and groups of two": ("08 - 46 50 04 12", [STOCKHOLM]),
    "area code and a space, labelled": ("tel. 08 465 004 12", [STOCKHOLM]),
    "gothenburg": ("031-390 06 00", [GOTHENBURG]),
    "malmö": ("040-628 04 12", ["+46406280412"]),
    "north": ("0980-319 20", ["+4698031920"]),
    "an address glued on": ("Tel:0701740612rut.sandell@alvsund.exempel", [MOBILE]),
    "glued to the last letter of a label": ("Telefon08-465 004 12", [STOCKHOLM]),
    "glued to a word": ("Modell070-174 06 12", []),
    "a label glued on": ("Växel: 08-465 004 12Webbplats: www.alvsund.exempel", [STOCKHOLM]),
    "written with points": ("Tel: 08.465.004.12", [STOCKHOLM]),
    "two numbers and a comma": ("Tel 070-174 06 12, 08-465 004 12", [MOBILE, STOCKHOLM]),
    "a second number right behind the comma": ("Telefon: 08-46500412,070-1740612", [STOCKHOLM, MOBILE]),
    "a decimal behind the comma": ("Artikel 0522-656523,5 och 08-465,50 kronor", []),
    "two numbers and alt.": ("031 390 06 00 alt. 0701 740612", [GOTHENBURG, MOBILE]),
    "two numbers and a slash": ("070-174 06 12 / 08-465 004 12", [MOBILE, STOCKHOLM]),
    "two numbers and a space": ("08-465 004 12 070-174 06 12", [STOCKHOLM, MOBILE]),
    "two numbers and eller": ("Ring 08-465 004 12 eller 070-174 06 12.", [STOCKHOLM, MOBILE]),
    "a tail": ("Tel 08-465 004 12/13", [STOCKHOLM, "+46846500413"]),
    "two tails": ("Tel 08-465 004 12/13/14", [STOCKHOLM, "+46846500413", "+46846500414"]),
    "a tail with a hyphen": ("Tel 08-465 004 12-13", [STOCKHOLM, "+46846500413"]),
    "hours after a number": ("Tel 08-465 004 12 kl 9-12", [STOCKHOLM]),
    "zero alone in brackets": ("Tel. (0)70-174 06 12", [MOBILE]),
    "a spaced tail": ("Tel 08-465 004 12 / 13", [STOCKHOLM, "+46846500413"]),
    "split over a line end": ("Telefon 031-390 06\n00 dygnet runt", [GOTHENBURG]),
    "followed by an age": ("Rut Sandell 070-174 06 12 31 år", [MOBILE]),
    "glued to a label": ("Tel:070-174 06 12", [MOBILE]),
    "in brackets": ("Presschef Rut Sandell (070-174 06 12) svarar.", [MOBILE]),
    "before a mail": ("070-174 06 12, rut.sandell@alvsund.exempel", [MOBILE]),
    "after a bullet": ("• 070-174 06 12", [MOBILE]),
    "freephone": ("Ring 020-11 22 33 gratis.", ["+4620112233"]),
    "shared cost": ("Kundtjänst 0771-567 567", ["+46771567567"]),
    "non-geographic": ("Växel: 010-123 45 67", ["+46101234567"]),
    "norway": ("Ring +47 4000 1234 i Oslo.", ["+4740001234"]),
    "finland": ("Ring +358 40 123 4567.", ["+358401234567"]),
    "denmark": ("Tlf. +45 32 12 34 56", ["+4532123456"]),
    "on a line of its own": ("070-174 06 12", [MOBILE]),
    "on each line": ("Mobil 070-174 06 12\nTel 08-465 004 12", [MOBILE, STOCKHOLM]),
    "the same twice": ("070-174 06 12 (070-174 06 12)", [MOBILE, MOBILE]),
}  # fmt: skip

NONE = {
    "opening hours": "Öppet 08.00-16.30 vardagar.",
    "opening hours with a dash": "Öppet 09.00–17.00.",
    "opening hours with colons": "Öppet 08:15-09:45.",
    "opening hours in a row": "Mån 08.00-16.30 Tis 09.00-17.00",
    "organisation number": "Org.nr 556677-8899",
    "organisation number with century": "16556677-8899",
    "personal number": "Mannen (010203-1234) greps.",
    "bankgiro": "Bankgiro 5050-1055",
    "bankgiro that begins with zero": "bg 0501-1055",
    "plusgiro": "Plusgiro 012 34 56-7",
    "swish": "Swisha till 012 345 67 89",
    "property": "Fastighet 0581-123 45",
    "case number": "Ärende 0581-123 45",
    "diary number": "Dnr 0701-740 612",
    "ISBN": "ISBN 091-700 01 23",
    "amount": "De fick 10 000 000 kronor.",
    "amount with zeros": "Kostnaden var 08 123 456 kronor.",
    "date": "Ändrad 2024-03-01 kl 08.00",
    "row of numbers": "Rätt rad: 08 12 15 16 22 33",
    "result": "01-02-03-04-05",
    "coordinates": "Position 59.123456, 018.123456",
    "years": "2010 2011 2012 2013",
    "article number": "Artikelnummer 0701740612",
    "decimal": "Värdet var 0,70174061",
    "too short": "Ring 08-12.",
    "an OCR number": "OCR 0701740612",
}

SHORT = {
    "emergency": ("Ring 112 vid fara.", ["112"]),
    "tips": ("Tips till polisen 114 14.", ["114 14"]),
    "police": ("Tipsa polisen på 114 14.", ["114 14"]),
    "police together": ("Ring 11414 om du såg något.", ["11414"]),
    "information": ("Nås på 113 13 dygnet runt.", ["113 13"]),
    "health": ("Ring 1177 för råd.", ["1177"]),
    "health without a call": ("Se 1177 Vårdguiden för råd.", ["1177"]),
    "helplines": ("Ring Nattlinjen 90101 eller Bris 116 111.", ["90101", "116 111"]),
    "helpline": ("Barn kan ringa 116 111.", ["116 111"]),
    "directory": ("Nå tjänsten genom 118 020, numret man ringer.", ["118 020"]),
    "gift line": ("Ring 90 200 och ge en gåva.", ["90 200"]),
    "a count": ("Det kom 112 personer.", []),
    "a price": ("Den kostar 118 000 kronor.", []),
    "a compound": ("Det var 112-samtal hela natten.", []),
    "a house number": ("Branden var på Storgatan 112.", []),
}


@pytest.mark.parametrize(("text", "numbers"), FORMS.values(), ids=FORMS.keys())
def test_written_forms(text: str, numbers: list[str]) -> None:
    found = find_phones(text)
    assert [phone.e164 for phone in found] == numbers
    assert all(text[phone.start : phone.end] == phone.text for phone in found)


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_no_phone(text: str) -> None:
    assert find_phones(text) == ()


@pytest.mark.parametrize(("text", "numbers"), SHORT.values(), ids=SHORT.keys())
def test_short_numbers_need_a_call(text: str, numbers: list[str]) -> None:
    found = find_phones(text)
    assert [phone.text for phone in found] == numbers
    assert all(phone.e164 is None and phone.kind == "short" for phone in found)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("070-174 06 12", "mobile"),
        ("08-465 004 12", "landline"),
        ("Växel: 010-123 45 67", "landline"),
        ("Ring 020-11 22 33", "freephone"),
        ("Ring 0771-567 567", "shared"),
        ("Ring 0939-100 12 34", "premium"),
        ("Ring +47 4000 1234", "mobile"),
        ("Ring 112", "short"),
    ],
)
def test_kinds(text: str, kind: str) -> None:
    assert [phone.kind for phone in find_phones(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "contexts"),
    [
        ("Tel: 070-174 06 12", ["contact"]),
        ("Växel 08-465 004 12", ["switchboard"]),
        ("08-465 004 12 (vx)", ["switchboard"]),
        ("031-390 06 00, vx", ["switchboard"]),
        ("Telefon (växel)\n\n08-465 004 12", ["switchboard"]),
        ("Mobil 070-174 06 12, växel 08-465 004 12", ["contact", "switchboard"]),
        ("Kontakt: 08-465 004 12 (växel), 070-174 06 12 (direkt)", ["switchboard", "contact"]),
        ("Växel 08-465 004 12, mobil 070-174 06 12", ["switchboard", "contact"]),
        (
            "Styrelsen har utsett en ny chef i Alvsund. Frågor besvaras av Rut Ek, styrelsens ordförande, 070-174 06 12.",
            ["contact"],
        ),
        ("Den som såg bilen i Alvsund under natten mot lördagen kan höra av sig på 070-174 06 12.", ["text"]),
    ],
)
def test_contexts(text: str, contexts: list[str]) -> None:
    assert [phone.context for phone in find_phones(text)] == contexts


@pytest.mark.parametrize("words", ["anknytning 123", "ankn 123", "ankn. 123", "Anknytning: 123"])
def test_extensions(words: str) -> None:
    (phone,) = find_phones(f"Tel 031-390 06 00, {words}")
    assert (phone.e164, phone.extension) == (GOTHENBURG, "123")


def test_a_number_does_not_cross_a_block() -> None:
    assert find_phones("Telefon 031-390 06\n\n00 dygnet runt") == ()
