"""Every cell of declared and actual encoding decodes exactly, on short pages and long."""

from __future__ import annotations

import random

import pytest

from pipeline.stages.clean.charset import decode, encoding_name, letter_score
from tests.growth import processor_seconds

SENTENCES = (
    "– Vi är glada över att bron öppnar, säger Åsa Öhrn, ordförande i nämnden.",
    "Bygget kostar 3–4 miljoner kronor och tar två år.",
    "”Det blir trångt på färjan”, skriver kommunen i ett pressmeddelande.",
    "Förskolan i Näsåker får åtta nya platser… redan i höst.",
    "Hur går det för er?– Vi ligger före, säger Örjan Ek.",
    "Älvsborgsvägen stängs på måndag, enligt Trafikkontoret.",
    "Café Ängeln öppnar kl. 9.30 – för första gången på tio år.",
    "ÅKERÖS IDROTTSFÖRENING SÖKER TRÄNARE",
    "Mötet hölls på ön. Alla fick säga sitt, även de som var emot.",
    "Priset är 450 kronor, det vill säga hälften av fjolårets.",
    "Hjälp oss att hitta Bosse, ropade hon – och då kom han.",
    "Så här ser det ut: ”grönt” betyder öppet, ’rött’ betyder stängt.",
    "• Fler lärare\u00a0i Öster\u00a0• Färre elever i klassen",
)
DOS = str.maketrans({"–": "-", "”": '"', "’": "'", "…": ".", "•": "*"})
DECLARED = (None, "iso-8859-1", "utf-8", "windows-1252", "ISO-8859-15", "macintosh", "us-ascii", "nonsense")
ACTUAL = {
    "utf-8": "utf-8",
    "utf-8-sig": "utf-8",
    "cp1252": "windows-1252",
    "mac_roman": "macintosh",
    "cp850": "ibm850",
    "utf-16": "utf-16le",
    "utf-16-le": "utf-16le",
    "utf-16-be": "utf-16be",
}


def invented_page(seed: int, length: int, codec: str) -> str:
    chance = random.Random(seed * 7919 + length)
    text = ""
    while len(text) < length:
        text += chance.choice(SENTENCES) + chance.choice((" ", "\r\n" if codec.startswith("utf-16") else "\n"))
    text = text[:length]
    return text.translate(DOS) if codec == "cp850" else text


@pytest.mark.parametrize("length", [150, 3000])
@pytest.mark.parametrize("declared", DECLARED, ids=str)
@pytest.mark.parametrize("codec", ACTUAL)
def test_a_hundred_pages_of_each_cell_decode_exactly(codec: str, declared: str | None, length: int) -> None:
    for seed in range(100):
        page = invented_page(seed, length, codec)
        read = decode(page.encode(codec), declared)
        assert read.text == page
        assert read.encoding.declared == (declared.lower() if declared else None)
        if not page.isascii() and not (declared == "ISO-8859-15" and codec == "cp1252"):
            assert read.encoding.name == ACTUAL[codec]


@pytest.mark.parametrize("length", [150, 3000])
def test_text_that_was_encoded_twice_is_repaired(length: int) -> None:
    for seed in range(100):
        page = invented_page(seed, length, "utf-8")
        twice = "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in page.encode())
        read = decode(twice.encode(), "utf-8")
        assert read.text == page
        assert read.repaired == ("text that was encoded twice" if twice != page else None)


@pytest.mark.parametrize("length", [150, 3000])
def test_a_cut_off_end_of_utf_8_costs_one_character(length: int) -> None:
    for seed in range(100):
        page = invented_page(seed, length, "utf-8") + "å"
        read = decode(page.encode()[:-1], "iso-8859-1")
        assert read.text == page[:-1]
        assert read.encoding.name == "utf-8"
        assert read.repaired == "the last character was cut off"


@pytest.mark.parametrize(
    ("header", "meta", "codec", "name"),
    [
        pytest.param("utf-8", "windows-1252", "cp1252", "windows-1252", id="header wrong, meta right"),
        pytest.param("iso-8859-1", "utf-8", "utf-8", "utf-8", id="header wrong, meta utf-8"),
        pytest.param("utf-8", "macintosh", "mac_roman", "macintosh", id="header wrong, meta Mac"),
        pytest.param(None, "iso-8859-1", "utf-8", "utf-8", id="meta wrong"),
        pytest.param(None, "utf-16", "cp1252", "windows-1252", id="meta impossible"),
    ],
)
def test_header_and_meta(header: str | None, meta: str, codec: str, name: str) -> None:
    for seed in range(100):
        page = f'<html><head><meta charset="{meta}"></head><body>{invented_page(seed, 400, codec)}</body></html>'
        read = decode(page.encode(codec), header, markup=True)
        assert read.text == page
        assert read.encoding.name == name


def test_the_old_page_that_says_latin_1_keeps_its_speech_dash() -> None:
    read = decode("– Ja, säger hon. ”Bra.”".encode("cp1252"), "iso-8859-1")
    assert read.text == "– Ja, säger hon. ”Bra.”"
    assert read.encoding.decided_by == "c1-controls"
    assert read.repaired == "declared iso-8859-1, read as windows-1252"


def test_a_few_foreign_bytes_in_utf_8_are_read_as_windows_1252() -> None:
    read = decode("Åtta öar får ny färja. ".encode() * 5 + "Väl mött!".encode("cp1252"), "utf-8")
    assert read.text.endswith("färja. Väl mött!")
    assert read.encoding.decided_by == "utf-8-with-errors"
    assert read.repaired == "2 bytes that are no UTF-8, read as windows-1252"


def test_a_comment_declares_nothing() -> None:
    page = (
        '<!-- <meta charset="macintosh"> --><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">å'
    )
    assert decode(page.encode("cp1252"), None, markup=True).encoding.declared == "iso-8859-1"


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("ISO-8859-1", "windows-1252"),
        (" latin1 ", "windows-1252"),
        ("UTF8", "utf-8"),
        ("l9", "iso-8859-15"),
        ("klingon", None),
    ],
)
def test_labels_mean_what_the_web_says(label: str, name: str | None) -> None:
    assert encoding_name(label) == name


def test_a_page_in_another_script_keeps_its_label() -> None:
    russian = "Мост откроется в четверг, говорит председатель."
    assert decode(russian.encode("cp1251"), "windows-1251").text == russian


@pytest.mark.parametrize("data", [b"", b"\xff", b"\xfe\xff", b"\x80\x81", bytes(range(256)), b"\xc3", b"\xef\xbb\xbf"])
def test_no_bytes_are_too_odd(data: bytes) -> None:
    assert isinstance(decode(data, "utf-8", markup=True).text, str)


def test_letters_in_their_places_score_high() -> None:
    assert letter_score("Åsa på ön – med ”kör”") == 1.0
    assert letter_score("plain ascii") == 0.0
    assert letter_score("F\u02c6r") < 0


def test_a_page_in_utf_8_takes_far_less_than_a_millisecond() -> None:
    data = (invented_page(1, 60_000, "utf-8")).encode()
    decode(data, "utf-8", markup=True)
    assert min(processor_seconds(lambda: decode(data, "utf-8", markup=True)) for _ in range(20)) < 0.002
