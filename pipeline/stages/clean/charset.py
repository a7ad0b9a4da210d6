"""From bytes to text without losing the speech dash.

The web's rule is that the label ``iso-8859-1`` *means* windows-1252. Libraries that take it literally turn the dash
that opens a quote into an invisible control character: ``– Vi är nöjda`` becomes ``\\x96 Vi är nöjda`` and the quote
is gone without an error. A label is a claim, the bytes are evidence; the resolver weighs both, in this order:

1. a byte order mark, or the even pattern of zero bytes that only UTF-16 leaves;
2. strict UTF-8 (a tail that was cut off inside a character is forgiven): nothing else looks like it by accident;
3. UTF-8 with a few stray windows-1252 bytes, as a database with two histories leaves them;
4. the declared encoding, from the transport or else the markup, if the Swedish letters then stand where letters do;
5. the encoding among windows-1252, mac_roman and cp850 under which they do, with chardet to break a tie.

After that, text that was encoded to UTF-8 twice (``Ã¥`` for ``å``) is repaired, and control characters U+0080–U+009F
are read as the windows-1252 characters that they were.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice

import chardet

from pipeline.article import Encoding

# The labels of the WHATWG Encoding Standard (https://encoding.spec.whatwg.org/#names-and-labels) that name an encoding
# other than Python's own lookup would give, and the two pre-web encodings of Swedish desktops.
_WINDOWS_1252 = (
    "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
    "iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 latin-1 ansi"
)
_LABELS = (
    dict.fromkeys(_WINDOWS_1252.split(), "windows-1252")
    | dict.fromkeys("unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8".split(), "utf-8")
    | dict.fromkeys("csmacintosh mac macintosh x-mac-roman macroman mac-roman mac_roman".split(), "macintosh")
    | dict.fromkeys("cp850 ibm850 850 csibm850 pc-multilingual cp-850 cp437 ibm437".split(), "cp850")
    | dict.fromkeys("csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9 latin9 latin-9".split(), "iso-8859-15")
    | dict.fromkeys("csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le".split(), "utf-16le")
    | dict.fromkeys("unicodefffe utf-16be".split(), "utf-16be")
    | dict.fromkeys("cp1254 csisolatin5 iso-8859-9 latin5 windows-1254 x-cp1254".split(), "windows-1254")
    | dict.fromkeys("gb2312 gbk chinese x-gbk gb18030".split(), "gb18030")
    | dict.fromkeys("shift_jis shift-jis sjis x-sjis ms_kanji windows-31j".split(), "shift_jis")
    | dict.fromkeys("euc-kr ks_c_5601-1987 korean windows-949".split(), "euc-kr")
)
_CODECS = {"windows-1252": "cp1252", "macintosh": "mac_roman", "utf-16le": "utf-16-le", "utf-16be": "utf-16-be"}
_CANDIDATES = ("windows-1252", "macintosh", "cp850")

_MARKUP_HEAD = 8192
_META = re.compile(rb"<meta\s[^<>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.+-]{2,40})", re.I)
_XML = re.compile(rb"^\s{0,9}<\?xml[^<>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_:.+-]{2,40})", re.I)
_EVIDENCE = 2000  # this many runs beyond ASCII settle the question; a long page need not be read to its end
_HIGH = re.compile(rb"[A-Za-z]?[\x80-\xff]+[A-Za-z]?")
_C1 = re.compile("[\x80-\x9f]")
# The five bytes that windows-1252 leaves undefined stay control characters, as the web standard has it.
_FROM_C1 = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
_TO_BYTE = {ord(char): code for code, char in _FROM_C1.items()} | {code: code for code in range(0x80, 0x100)}
_TWICE = re.compile(
    "[\xc2-\xf4][%s]{1,3}" % "".join(re.escape(chr(char)) for char, byte in _TO_BYTE.items() if 0x80 <= byte <= 0xBF)
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of some bytes, how they were read, and whether the result had to be repaired."""

    text: str
    encoding: Encoding
    repaired: bool


def decode(data: bytes, declared_transport: str | None = None, *, markup: bool = True) -> Decoded:
    """Return the text of ``data``; never raises, whatever the bytes.

    ``declared_transport`` is the charset of an HTTP header; ``markup`` says whether a ``<meta>`` or an XML declaration
    may be believed too. ``repaired`` is true where the label was wrong about visible characters, or the text had been
    encoded twice, or held control characters for punctuation.
    """
    declared = _declared(data, declared_transport, markup)
    text, name, decided_by = _read(data, declared)
    wrong_label = declared is not None and _LABELS.get(declared.lower(), declared.lower()) != name
    repaired = wrong_label and not text.isascii()
    if "\xc3" in text or "\xc2" in text or "\xe2" in text:
        once = undo_double_encoding(text)
        if once != text:
            text, decided_by, repaired = once, "double-encoding", True
    # In UTF-8 a C1 control begins with the byte C2; most pages hold none, and a search through the text costs more.
    if (
        not text.isascii()
        and (name != "utf-8" or b"\xc2" in data or decided_by == "double-encoding")
        and _C1.search(text)
    ):
        better = read_c1(text)
        repaired = repaired or better != text
        text = better
    return Decoded(text, Encoding(name, declared, decided_by), repaired)


def read_c1(text: str) -> str:
    """Return the text with control characters U+0080–U+009F read as windows-1252: ``\\x96 Vi`` is ``– Vi``."""
    return text.translate(_FROM_C1)


def undo_double_encoding(text: str) -> str:
    """Return text in which runs that were encoded to UTF-8 twice are read once: ``KÃ¶ping`` is ``Köping``.

    Only runs that are valid UTF-8 are touched, and only if there are at least two in the text or one makes a Swedish
    letter or a dash, so that a page *about* such text keeps its stray example of another sort.
    """
    for _ in range(2):
        hits = len(_TWICE.findall(text))
        if not hits:
            return text
        better = _TWICE.sub(_read_once, text)
        if better == text or (hits == 1 and not re.search("[åäöÅÄÖéÉ–—”’…]", better)):
            return text
        text = better
    return text


def _read_once(match: re.Match[str]) -> str:
    run = match.group()
    raw = bytes(_TO_BYTE[ord(char)] for char in run)
    for end in range(len(raw), 1, -1):
        try:
            return raw[:end].decode("utf-8") + run[end:]
        except UnicodeDecodeError:
            continue
    return run


def _declared(data: bytes, transport: str | None, markup: bool) -> str | None:
    """Return the label that counts: the transport's if it names an encoding, else the markup's."""
    if transport and _known(transport.strip().strip("\"'")):
        return transport.strip().strip("\"'").lower()
    if markup:
        head = data[:_MARKUP_HEAD]
        for pattern in (_XML, _META):
            if (match := pattern.search(head)) and _known(label := match.group(1).decode("ascii")):
                return label.lower()
    return None


def _known(label: str) -> bool:
    try:
        codecs.lookup(_codec(label))
    except (LookupError, ValueError):
        return False
    return True


def _codec(label: str) -> str:
    name = _LABELS.get(label.lower(), label.lower())
    return _CODECS.get(name, name)


def _read(data: bytes, declared: str | None) -> tuple[str, str, str]:
    """Return text, the name of the encoding and what decided."""
    if (marked := _by_mark(data)) is not None:
        return marked
    if data.isascii():
        return data.decode("ascii"), "utf-8", "ascii"
    if (text := _utf8(data)) is not None:
        by = "declared" if declared is not None and _codec(declared) == "utf-8" else "strict-utf-8"
        return text, "utf-8", by
    if (text := _mostly_utf8(data)) is not None:
        return text, "utf-8", "mostly-utf-8"
    name, decided_by = _choose(data, declared)
    return _decode_legacy(data, name), name, decided_by


def _by_mark(data: bytes) -> tuple[str, str, str] | None:
    if data.startswith(codecs.BOM_UTF8) and (text := _utf8(data[3:])) is not None:
        return text, "utf-8", "bom"
    for mark, name in ((codecs.BOM_UTF16_LE, "utf-16le"), (codecs.BOM_UTF16_BE, "utf-16be")):
        if data.startswith(mark):
            return data[2:].decode(_CODECS[name], "replace"), name, "bom"
    head = data[:2000]
    # Swedish in UTF-16 has a zero byte in nearly every pair; anything else with zero bytes is no text.
    if (zeros := head.count(0)) and zeros * 5 > len(head):
        even, odd = head[0::2].count(0), head[1::2].count(0)
        if odd > 4 * even:
            return data.decode("utf-16-le", "replace"), "utf-16le", "zero-bytes"
        if even > 4 * odd:
            return data.decode("utf-16-be", "replace"), "utf-16be", "zero-bytes"
    return None


def _utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # A fetch that was cut off ends inside a character: everything before it is sound. The tail must be the
        # beginning of a character, or "sjö" in windows-1252 would pass for UTF-8 with its last letter lost.
        tail = data[error.start :]
        if error.reason == "unexpected end of data" and len(tail) <= 3 and not data[: error.start].isascii():
            return data[: error.start].decode("utf-8")
    return None


_VALID_UTF8 = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")


def _mostly_utf8(data: bytes) -> str | None:
    """Return the text if at least three of four characters beyond ASCII are UTF-8; the rest is windows-1252."""
    high = len(data) - len(data.translate(None, bytes(range(0x80, 0x100))))
    valid = _VALID_UTF8.findall(data)
    in_valid = sum(map(len, valid))
    if not valid or (high - in_valid) * 3 > len(valid):
        return None
    return data.decode("utf-8", "talstreck.windows-1252")


def _windows_1252_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return _decode_legacy(error.object[error.start : error.end], "windows-1252"), error.end


codecs.register_error("talstreck.windows-1252", _windows_1252_bytes)


def _c1_bytes(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(chr, error.object[error.start : error.end])), error.end


codecs.register_error("talstreck.c1", _c1_bytes)


def _decode_legacy(data: bytes, name: str) -> str:
    codec = _CODECS.get(name, name)
    try:
        return data.decode(codec, "talstreck.c1" if codec == "cp1252" else "replace")
    except (LookupError, ValueError):
        return data.decode("cp1252", "talstreck.c1")


def _choose(data: bytes, declared: str | None) -> tuple[str, str]:
    """Return the single-byte encoding under which the Swedish letters stand where letters do."""
    seen = Counter(match.group() for match in islice(_HIGH.finditer(data), _EVIDENCE))
    claimed = _LABELS.get(declared.lower(), declared.lower()) if declared else None
    scores = {name: _letter_score(seen, name) for name in _CANDIDATES}
    best = max(scores, key=lambda name: scores[name])
    if claimed == "utf-8":
        claimed = None
    if claimed is not None:
        if claimed not in scores:
            scores[claimed] = _letter_score(seen, claimed)
        if scores[claimed] >= scores[best]:
            return claimed, "declared"
        # Another script altogether: the label knows better than a score for Swedish letters does.
        if claimed not in (*_CANDIDATES, "iso-8859-15") and scores[best] <= 0:
            return claimed, "declared"
    rivals = [name for name in _CANDIDATES if scores[name] == scores[best]]
    if len(rivals) > 1:
        return _ask_chardet(data, rivals), "chardet"
    if claimed is not None and best == "windows-1252" and claimed == "iso-8859-15":
        return best, "c1-controls"
    return best, "swedish-letters"


def _ask_chardet(data: bytes, rivals: list[str]) -> str:
    found = chardet.detect(data, include_encodings=[_CODECS.get(name, name) for name in rivals])["encoding"]
    for name in rivals:
        if found and codecs.lookup(_codec(name)).name == codecs.lookup(found).name:
            return name
    return rivals[0]


_SWEDISH = frozenset("åäöÅÄÖ")
_LETTERS = frozenset("éÉèÈêëàáâãçüÜïîíìñóòôõúùûæøÆØÁÓÍÚÇßŠšŽž")
_SIGNS = frozenset("–—”“„’‘‚…•·»«›‹€§°½¼¾×±²³©®™´¨¤£\xa0\xad")


def _letter_score(seen: Counter[bytes], name: str) -> int:
    """Return how well the bytes beyond ASCII, in their neighbourhoods, read as Swedish under this encoding.

    Under the wrong one, ``kännas`` reads ``k„nnas`` or ``kŠnnas``, and a dash between words reads ``Ð``.
    """
    total = 0
    for run, times in seen.items():
        text = _decode_legacy(run, name)
        score = 0
        for at, char in enumerate(text):
            if char < "\x80":
                continue
            before = text[at - 1 : at] if at else ""
            after = text[at + 1 : at + 2]
            score += _character_score(char, before, after)
        total += score * times
    return total


def _character_score(char: str, before: str, after: str) -> int:
    inside = before.isalpha() and after.isalpha()
    if char in _SWEDISH:
        # "FAÅn": a capital after a small letter is a sign of another encoding.
        return -2 if char.isupper() and before.islower() else 4
    if char in _LETTERS:
        return 1 if before.isalpha() or after.isalpha() else -3
    if char in _SIGNS:
        return 1 if not inside or char in "’\xad" else -3
    return -4
