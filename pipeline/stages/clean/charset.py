"""From bytes to text: which encoding a press page is in, whatever it says itself.

The web standard says that the label ``iso-8859-1`` means windows-1252; software that takes it literally turns the
speech dash and the curly marks of old Swedish pages into invisible controls, and quotes vanish without an error.

The order: byte order mark; strict UTF-8, which wins over any label; UTF-16 without a mark; then the label of the
transport and of the markup, windows-1252, Mac Roman and the DOS code page, of which the one is taken under which the
letters stand as they do in Swedish; chardet where the letters decide nothing; last, text that was encoded twice is
repaired if that leaves fewer false characters.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.article import Encoding
from pipeline.data import read_table

_BOMS = (
    (codecs.BOM_UTF8, "utf-8", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32le", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32be", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16be", "utf-16-be"),
)
_HEAD = 8192
_META = re.compile(rb"<meta[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w:.-]{2,40})", re.IGNORECASE)
_XML = re.compile(rb"<\?xml[^>]{0,120}?encoding\s{0,9}=\s{0,9}[\"']([\w:.-]{2,40})", re.IGNORECASE)
#: What Swedish pages without UTF-8 are in; among these the letters decide.
_SWEDISH = ("windows-1252", "macintosh", "ibm850")
#: Sample of bytes that the letters are counted in.
_SAMPLE = 12_000
#: From this letter score on a page is Swedish, whatever other alphabet it claims to be in.
_SWEDISH_SCORE = 0.5


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text with how it was read; ``repaired`` says what was mended, in words, or is null.

    ``utf8`` are the page's own bytes where they are the text in UTF-8, to parse without encoding it again.
    """

    text: str
    encoding: Encoding
    repaired: str | None = None
    utf8: bytes | None = None


def decode(data: bytes, declared_transport: str | None = None, markup: bool = False) -> Decoded:
    """Return the text of a page's bytes; never raises.

    ``declared_transport`` is the charset of an HTTP header; with ``markup`` the page's own ``<meta>`` or XML
    declaration is read too. ``decided_by`` of the encoding is one of ``bom``, ``strict-utf-8``, ``declared``,
    ``ascii``, ``utf-8-with-errors``, ``nul-bytes``, ``c1-controls``, ``letters``, ``detector``.
    """
    declared = [label for label in (declared_transport, declared_in_markup(data) if markup else None) if label]
    names = [name for name in map(encoding_name, declared) if name]
    said = declared[0].strip().lower() if declared else None
    text, name, decided_by, repaired = _read(data, names)
    utf8 = data if name == "utf-8" and repaired is None and decided_by != "bom" else None
    mended = mend_twice_encoded(text)
    if mended is not None:
        utf8 = None
        text, repaired = mended, "text that was encoded twice"
    mislabelled = bool(names) and name not in names
    if repaired is None and (mislabelled or decided_by == "c1-controls"):
        repaired = f"declared {said}, read as {name}"
    return Decoded(text, Encoding(name, said, decided_by), repaired, utf8)


def declared_in_markup(data: bytes) -> str | None:
    """Return the charset that a page declares in its first 8 kB, comments apart."""
    head = data[:_HEAD]
    match = _XML.match(head.lstrip())
    if match is None and b"charset" in head.lower():
        match = _META.search(_without_comments(head))
    return match.group(1).decode("ascii", "replace") if match else None


def _without_comments(head: bytes) -> bytes:
    kept, at = [], 0
    while (start := head.find(b"<!--", at)) >= 0:
        kept.append(head[at:start])
        end = head.find(b"-->", start + 4)
        at = end + 3 if end >= 0 else len(head)
    return b"".join([*kept, head[at:]])


@lru_cache(maxsize=1)
def _labels() -> dict[str, tuple[str, str]]:
    rows = read_table("models", "lexicons", "charset_labels.tsv")
    return {label: (name, codec) for name, codec, labels in rows for label in labels.split(" ")}


@lru_cache(maxsize=1)
def _codecs() -> dict[str, str]:
    return dict(_labels().values())


def encoding_name(label: str) -> str | None:
    """Return the encoding that a label means on the web: ``windows-1252`` for ``ISO-8859-1``; null if it means none."""
    found = _labels().get(label.strip().strip("\"'").lower())
    return found[0] if found else None


def _read(data: bytes, names: list[str]) -> tuple[str, str, str, str | None]:
    """Return text, encoding, what decided, and what was mended."""
    for bom, name, codec in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(codec, "replace"), name, "bom", None
    wide = _without_mark_utf16(data)
    if wide is not None:
        return data.decode(_codecs()[wide], "replace"), wide, "nul-bytes", None
    if data.isascii():
        asian = next((name for name in names if name == "iso-2022-jp" and b"\x1b" in data), None)
        if asian is None:
            return data.decode("ascii"), names[0] if names else "utf-8", "declared" if names else "ascii", None
    utf8 = _as_utf8(data)
    if utf8 is not None:
        text, mended = utf8
        decided_by = "utf-8-with-errors" if mended else "declared" if names[:1] == ["utf-8"] else "strict-utf-8"
        return text, "utf-8", decided_by, mended
    return (*_as_legacy(data, names), None)


def _without_mark_utf16(data: bytes) -> str | None:
    """Latin text in UTF-16 has a zero in nearly every second byte."""
    sample = data[:2000]
    if b"\0" not in sample or len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16le"
    if even > 0.7 * half and odd < 0.1 * half:
        return "utf-16be"
    return None


def _as_utf8(data: bytes) -> tuple[str, str | None] | None:
    """Decode UTF-8, also where the end was cut off or some bytes were pasted in from another encoding."""
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError as error:
        if error.end == len(data) and error.reason == "unexpected end of data" and not data[: error.start].isascii():
            return data[: error.start].decode("utf-8"), "the last character was cut off"
    sequences = len(_SEQUENCE.findall(data))
    if sequences == 0:
        return None
    # What is no sequence of UTF-8 counts as wrong; a page of another encoding is wrong nearly everywhere.
    wrong = len(_HIGH.findall(_SEQUENCE.sub(b"", data)))
    if wrong * 3 > sequences:
        return None
    return data.decode("utf-8", _OTHERS_AS_1252), f"{wrong} bytes that are no UTF-8, read as windows-1252"


_SEQUENCE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_HIGH = re.compile(rb"[\x80-\xff]")


def _wrong_bytes(error: UnicodeError) -> tuple[str, int]:
    """Error handler: what is no UTF-8 is windows-1252, and what windows-1252 leaves open is a C1 control."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in wrong), error.end


_OTHERS_AS_1252 = "talstreck-1252"
codecs.register_error(_OTHERS_AS_1252, _wrong_bytes)


def _decoded(data: bytes, name: str) -> str:
    codec = _codecs()[name]
    return data.decode(codec, _OTHERS_AS_1252 if codec == "cp1252" else "replace")


def _as_legacy(data: bytes, names: list[str]) -> tuple[str, str, str]:
    """Choose among the declared encodings and the Swedish ones by how the letters stand."""
    declared = [name for name in names if not name.startswith("utf-")]
    foreign = [name for name in declared if name not in _SWEDISH]
    sample = _around_high_bytes(data)
    scores = {name: letter_score(_decoded(sample, name)) for name in dict.fromkeys([*declared, *_SWEDISH])}
    best = max(scores, key=lambda name: scores[name])
    if foreign and scores[best] < _SWEDISH_SCORE:
        # Not Swedish under any reading: a page in another language whose label is to be believed.
        best = foreign[0]
    if scores[best] <= 0 and not declared:
        detected = _detect(data)
        if detected is not None:
            return _decoded(data, detected), detected, "detector"
    if declared and (best == declared[0] or scores[declared[0]] == scores[best]):
        best = declared[0]
        has_c1 = best == "windows-1252" and re.search(rb"[\x80-\x9f]", data) is not None
        return _decoded(data, best), best, "c1-controls" if has_c1 else "declared"
    return _decoded(data, best), best, "letters"


def _around_high_bytes(data: bytes) -> bytes:
    """Return the start of the data and what stands around its first high byte, enough to judge the letters."""
    first = _HIGH.search(data)
    start = max(0, first.start() - 100) if first else 0
    return data[start : start + _SAMPLE]


_LETTER = "a-zåäöéüèáæøA-ZÅÄÖÉÜ"
_RIGHT = re.compile(
    rf"(?<=[a-zåäöé])[åäöéèüáàæøñëôíóç]|(?<![{_LETTER}])[åäöé](?![{_LETTER}])|(?<![{_LETTER}])[åäöéü](?=[{_LETTER}])"
    rf"|(?<=[A-ZÅÄÖÉ])[ÅÄÖÉÜ]|(?<![{_LETTER}])[ÅÄÖÉÜØÆ](?=[{_LETTER}])|(?<=[A-ZÅÄÖ])[åäö](?=[a-zåäöé]|\W)"
    rf"|(?<!\w)[–—](?![{_LETTER}])|(?<=[?!.])–|(?<=\d)–(?=\d)|(?<=\w)–(?=\s)|(?<!\w)[–—](?=\w)|[”“»«’‘…](?![{_LETTER}])"
    rf"|(?<![{_LETTER}])[”“»«’‘]|(?<=[a-zåäö])’(?=s)|(?<=\w)…|(?<![{_LETTER}])[•·\u00a0§©®°½¼¾´](?!\w)|(?<!\w)[•·\u00a0§©£€](?=\w)"
    r"|(?<=\w)[\u00a0°½®™²³](?=\w|\W|$)|(?<![^\W\d])[½×±²³](?=\W|\d|$)|\u00ad"
)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def letter_score(text: str) -> float:
    """Return how well the characters beyond ASCII stand as in Swedish: 1 if all do, below 0 if most do not.

    >>> letter_score("Förskolan öppnar – på måndag"), letter_score("F\u02c6rskolan \u02c6ppnar \u2013 på")
    (1.0, -1.0)
    """
    high = len(_NOT_ASCII.findall(text))
    if high == 0:
        return 0.0
    right = len(_RIGHT.findall(text))
    return (right - 2 * (high - right)) / high


def _detect(data: bytes) -> str | None:
    """Ask chardet, which may only choose among what Swedish pages are in."""
    import chardet

    found = chardet.detect(data[:20_000], include_encodings=["utf-8", "cp1252", "mac_roman", "cp850"])
    return encoding_name((found.get("encoding") or "").replace("_", "-")) or encoding_name(found.get("encoding") or "")


# -- text that was encoded twice

_CONTINUATION = "\x80-\xbf" + "".join(sorted(bytes([b]).decode("cp1252", "ignore") for b in range(0x80, 0xA0)))
_TWICE = re.compile(rf"[ÂÃ][{_CONTINUATION}]|â[\x80-\x84\x88€‚ƒ„ˆ][{_CONTINUATION}]|ðŸ[{_CONTINUATION}]{{2}}")
#: What stands behind "Ã" and "â€" in text that was encoded twice and nowhere else.
_BEHIND_TILDE = frozenset("¥¤¶©…„–\x84\x85\x96")
_BEHIND_EURO = frozenset("“”™œ¦\x93\x94\x99\x9c\x9d\xa6")
_SWEDISH_LETTER = re.compile("[åäöÅÄÖ]")


def mend_twice_encoded(text: str) -> str | None:
    """Return the text with what was encoded twice read rightly, or null where nothing shows that it was.

    >>> mend_twice_encoded("Ã…sa Ã¶ppnar pÃ¥ torsdag")
    'Åsa öppnar på torsdag'
    """
    if "Ã" not in text and "â" not in text:
        return None
    telling = _telling(text)
    if telling == 0 or (telling < 3 and _SWEDISH_LETTER.search(_TWICE.sub("", text))):
        return None
    mended = _TWICE.sub(_once, text)
    return mended if _telling(mended) < telling else None


def _telling(text: str) -> int:
    """Count what only text that was encoded twice holds; by splitting, for a search of a whole page takes far longer."""
    euros = [part for part in text.split("â")[1:] if part[:1] in ("€", "\x80")]
    return sum(part[:1] in _BEHIND_TILDE for part in text.split("Ã")[1:]) + sum(p[1:2] in _BEHIND_EURO for p in euros)


def _once(match: re.Match[str]) -> str:
    raw = b"".join(_byte(character) for character in match.group())
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return match.group()


def _byte(character: str) -> bytes:
    try:
        return character.encode("cp1252")
    except UnicodeEncodeError:
        return character.encode("latin-1")
