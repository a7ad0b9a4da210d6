"""E-mail and web addresses, written out, hidden and masked."""

from __future__ import annotations

import pytest

from pipeline.stages.contacts import find_emails, find_personal_numbers, find_web_addresses

FORMS = {
    "plain": ("Skriv till rut.sandell@alvsund.exempel.", ["rut.sandell@alvsund.exempel"]),
    "after a label": ("e-post: rut@alvsund.exempel, tel", ["rut@alvsund.exempel"]),
    "glued to a label": ("Mail:rut@alvsund.exempel", ["rut@alvsund.exempel"]),
    "in brackets": ("(rut@alvsund.exempel)", ["rut@alvsund.exempel"]),
    "in angle brackets": ("<rut@alvsund.exempel>", ["rut@alvsund.exempel"]),
    "capitals": ("Rut.Sandell@Alvsund.Exempel", ["rut.sandell@alvsund.exempel"]),
    "several levels": ("rut@press.region.alvsund.exempel", ["rut@press.region.alvsund.exempel"]),
    "digits and hyphens": ("rut-2@alvsund-bygg.exempel", ["rut-2@alvsund-bygg.exempel"]),
    "swedish letters": ("åsa.öberg@ånäs.exempel", ["åsa.öberg@ånäs.exempel"]),
    "a plus": ("rut+press@alvsund.exempel", ["rut+press@alvsund.exempel"]),
    "two with a comma": ("a.ek@b.exempel, c.ek@d.exempel", ["a.ek@b.exempel", "c.ek@d.exempel"]),
    "doubled": ("rut@alvsund.exempel¤rut@alvsund.exempel", ["rut@alvsund.exempel"]),
    "doubled and spelt out": (
        "Rut punkt Sandell snabela alvsund punkt exempel¤Rut punkt Sandell snabela alvsund punkt exempel",
        ["rut.sandell@alvsund.exempel"],
    ),
    "the next sentence glued on": (
        "rut@alvsundsmyndigheten.seAlvsundsmyndigheten är en del av staten.",
        ["rut@alvsundsmyndigheten.se"],
    ),
    "the next name glued on": ("rut@alvsund.exempelKlara Lundin", ["rut@alvsund.exempel"]),
    "the next address glued on": ("rut@alvsund.seBo.ek@alvsund.se", ["rut@alvsund.se", "bo.ek@alvsund.se"]),
    "a number glued on to any domain": ("rut@alvsund.exempel070-174 06 12", ["rut@alvsund.exempel"]),
    "a number glued on": ("rut@alvsund.se070-174 06 12", ["rut@alvsund.se"]),
    "glued to a number": ("Tel:0701740612rut.sandell@alvsund.exempel", ["rut.sandell@alvsund.exempel"]),
    "glued to a number in groups": ("070-174 06 12rut@alvsund.exempel", ["rut@alvsund.exempel"]),
    "spaces beside the sign": ("Skriv till rut.sandell @ alvsund.se.", ["rut.sandell@alvsund.se"]),
    "a space behind the sign": ("Skriv till rut.sandell@ alvsund.se.", ["rut.sandell@alvsund.se"]),
    "a place behind a sign": ("Vi ses @ alvsund.se", []),
    "begins with a digit": ("2rut@alvsund.exempel", ["2rut@alvsund.exempel"]),
    "a capital in the domain": ("rut@press.alvSund.exempel", ["rut@press.alvsund.exempel"]),
    "no space after the full stop": ("rut@alvsund.exempel.Telefon 08", ["rut@alvsund.exempel"]),
    "at in brackets": ("rut.sandell (at) alvsund.exempel", ["rut.sandell@alvsund.exempel"]),
    "at in square brackets": ("rut.sandell[at]alvsund.exempel", ["rut.sandell@alvsund.exempel"]),
    "a in square brackets": ("rut.sandell[a]alvsund.exempel", ["rut.sandell@alvsund.exempel"]),
    "sign in brackets": ("rut.sandell(@)alvsund.exempel", ["rut.sandell@alvsund.exempel"]),
    "spelt out": ("rut punkt sandell snabela alvsund punkt exempel", ["rut.sandell@alvsund.exempel"]),
    "masked": ("r***@alvsund.exempel", []),
    "masked by a tag": ("Skriv till <mail> i dag.", []),
    "a handle": ("Följ @alvsund på nätet.", []),
    "a rate": ("5 kg @ 20 kr", []),
    "no domain": ("rut@alvsund", []),
    "prose with at": ("We met at home in Alvsund.", []),
}

WEB = {
    "with www": ("Se www.alvsund.exempel.", ["www.alvsund.exempel"]),
    "with a scheme": ("Se https://alvsund.exempel/a?b=1, sida 2", ["https://alvsund.exempel/a?b=1"]),
    "in brackets": ("(www.alvsund.exempel)", ["www.alvsund.exempel"]),
    "none": ("Se vår sida.", []),
}

PERSONAL = {
    "ten digits": ("Född 811218-9876.", ["811218-9876"]),
    "with century": ("Född 19811218-9876.", ["19811218-9876"]),
    "over a hundred": ("Född 121212+1212.", ["121212+1212"]),
    "spaced": ("Född 811218 - 9876.", ["811218 - 9876"]),
    "masked end": ("Född 811218-XXXX.", ["811218-XXXX"]),
    "without a hyphen": ("Född 8112189876.", ["8112189876"]),
    "coordination number": ("Född 811278-9873.", ["811278-9873"]),
    "organisation number": ("Bolaget 556677-8899.", []),
    "no month": ("Kod 811318-9876.", []),
    "wrong check digit without a hyphen": ("Kod 8112189877.", []),
}


@pytest.mark.parametrize(("text", "addresses"), FORMS.values(), ids=FORMS.keys())
def test_addresses(text: str, addresses: list[str]) -> None:
    found = find_emails(text)
    assert [email.address for email in found] == addresses
    assert all(text[email.start : email.end] == email.text for email in found)


@pytest.mark.parametrize(("text", "addresses"), WEB.values(), ids=WEB.keys())
def test_web_addresses(text: str, addresses: list[str]) -> None:
    assert [span.text for span in find_web_addresses(text)] == addresses


@pytest.mark.parametrize(("text", "numbers"), PERSONAL.values(), ids=PERSONAL.keys())
def test_personal_numbers(text: str, numbers: list[str]) -> None:
    assert [span.text for span in find_personal_numbers(text)] == numbers
