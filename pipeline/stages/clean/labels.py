"""What one line of a press page is, judged by its own words: a dash line, a caption, a label over contacts, dirt.

Everything here looks at one line, in linear time, and knows nothing of what stands around it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from pipeline.data import read_table

SPACES = " \u00a0\u202f\u2009\t"
DASHES = "-‐‑‒–—―−"
_OPENING_DASH = re.compile(
    rf"[{SPACES}_]{{0,8}}(?:(?P<long>[‒–—―−]{{1,2}}|--|_(?=[{SPACES}]))|[-‐‑])(?P<gap>[{SPACES}]*)(?:[-–](?<=[{SPACES}].)[{SPACES}]*)?(?P<next>[^\W_]|[\"”“»«'’(…]|(?<=[{SPACES}])(?:[\[#§€$£@]|\.\.))"
)
#: A question mark that a conversion left where a dash stood, before words that ask nothing.
_SPOILT_DASH = re.compile(r" {0,3}\? +[A-ZÅÄÖ\"”](?!.*\?\W*$)")
#: A star that another one closes marks words: "*Vi väntar*, säger Bo Ek".
_BULLET = re.compile(
    rf"[{SPACES}]{{0,8}}(?:(?:[•●▪■·∙◦‣+]|\*(?![^\s*][^*\n]*[^\s*]\*))[{SPACES}]*(?=[^\W_]|[\"”»(])|(?:\d{{1,2}}|[a-h])[.)][{SPACES}]+(?=[^\W\d_]))"
)
_MAIL = re.compile(r"[\w.+-]{1,64}(?:@|\(at\)|\[at\]|\[a\]|\(a\))[\w-]{1,63}\.\w", re.IGNORECASE)
_HIDDEN_AT = re.compile(r"[(\[]at?[)\]]", re.IGNORECASE)
#: Zero or plus first, for the search passes over the rest of a line at once; what may not stand before it comes second.
_PHONE = re.compile(rf"[+0](?<![\w,.+-][+0])(?:(?<=0)0)?\d(?:[{SPACES}/()–‑−-]{{0,3}}\d){{6,13}}(?!\d)")
_DOTTED_PHONE = re.compile(r"(?<![\w.])0\d{1,3}(?:\.\d{2,3}){3}(?![\d.]\d)")
#: What has a phone's digits and is a day.
_DAY = re.compile(r"0\d[/-]\d{1,2}[/-](?:19|20)\d\d(?!\d)")
#: Numbers of Norway and Denmark have eight digits and none before them; only a label tells them from other digits.
_NORDIC_PHONE = re.compile(r"(?:[Tt]lf|Tel(?:efon)?)\b[.:]{0,2} ?(?:\d[ \u00a0]?){7}\d(?![ \u00a0]?\d)")
#: Longer lines are running text, whatever stands in them.
_LONGEST = 400
#: No phrase is longer, spaces and signs around it included.
_LONGEST_PHRASE = 60
#: A sentence has a subject, a verb and something said; "Läs mer här." has fewer words.
_FEWEST_WORDS = 5
_READABLE = re.compile(r"[^\W_]")
_WORD = re.compile(r"[^\W\d_]+")
NAME_WORD = r"[A-ZÅÄÖÉÜØÆÁÍÓÚÝÐÞ][^\W\d_]+(?:[-’'][A-ZÅÄÖÉÜØÆÁÍÓÚÝÐÞ]?[^\W\d_]+)?"
_NAME = re.compile(
    rf"(?P<first>{NAME_WORD})(?:[ \u00a0](?:(?:von|af|de|van|der)[ \u00a0])?(?:{NAME_WORD}|[A-ZÅÄÖ]\.?(?=[ \u00a0]))){{1,3}}"
)


@lru_cache(maxsize=1)
def _sets() -> dict[str, tuple[str, ...]]:
    rows = read_table("models", "lexicons", "block_labels.tsv")
    return {name: tuple(sorted(phrases.split("|"), key=len, reverse=True)) for name, phrases in rows}


def phrases(name: str) -> tuple[str, ...]:
    """Return the phrases of a set of labels, longest first, such as ``phrases("dirt")``."""
    return _sets()[name]


@lru_cache(maxsize=1)
def _openings() -> dict[str, tuple[frozenset[str], dict[str, list[str]]]]:
    """Return of each set the first letters of its phrases, and its phrases by their first two, longest first."""
    found: dict[str, tuple[frozenset[str], dict[str, list[str]]]] = {}
    for name, said in _sets().items():
        by_pair: dict[str, list[str]] = {}
        for phrase in said:
            by_pair.setdefault(phrase[:2], []).append(phrase)
        found[name] = frozenset(phrase[:1] for phrase in said), by_pair
    return found


@lru_cache(maxsize=32)
def phrase_set(name: str) -> frozenset[str]:
    """Return the phrases of a set for looking up."""
    return frozenset(phrases(name))


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return Swedish given names, to tell a name on a line of its own from any two capitalised words."""
    return frozenset(row[0] for row in read_table("models", "lexicons", "given_names.tsv"))


def is_phrase(line: str, name: str) -> bool:
    """Tell whether the line is one of the phrases of the set and nothing else, as :func:`bare` leaves it."""
    return len(line) <= _LONGEST_PHRASE and bare(line) in phrase_set(name)


_BEFORE_OPENING = SPACES + "_*|•("


def bare(line: str) -> str:
    """Return the line without surrounding spaces, italics marks and a final colon, in lower case."""
    return line.strip(SPACES + "_*\n").rstrip(":" + SPACES).lower()


def opens(line: str, name: str) -> str | None:
    """Return the phrase of the set that the line begins with, as a whole word."""
    first, (letters, by_pair) = line[:1], _openings()[name]
    if first not in _BEFORE_OPENING and first.lower() not in letters:
        return None
    start = _start(line)
    for phrase in by_pair.get(start[:2]) or by_pair.get(start[:1]) or ():
        if start.startswith(phrase):
            following = start[len(phrase) : len(phrase) + 1]
            if not phrase[-1].isalnum() or not following.isalnum():
                return phrase
    return None


@lru_cache(maxsize=1024)
def _start(line: str) -> str:
    """Return how a line begins, in lower case, past bullets, bars and brackets."""
    return line.lstrip(_BEFORE_OPENING)[:60].lower().replace("\u00a0", " ")


_BEFORE_DASH = frozenset([*SPACES, *DASHES, "_", "?"])


def is_dash(line: str) -> bool:
    """Tell whether a speech dash opens the line: ``– Vi``, ``-Vårt``, ``— ”Nej”``, ``– 30 000``, ``? Vi``; not ``-5 grader``."""
    return line[:1] in _BEFORE_DASH and _is_dash(line)


@lru_cache(maxsize=1024)
def _is_dash(line: str) -> bool:
    match = _OPENING_DASH.match(line)
    if match is None:
        return _SPOILT_DASH.match(line) is not None
    following = match["next"]
    return bool(match["gap"]) or following.isupper() or not following.isalnum()


def speaks(line: str) -> bool:
    """Tell whether what follows a dash is said and no item of a list: ``– Jag är glad``, ``– Nej``; not ``– Strandskolan``."""
    return opens(line.lstrip(SPACES + DASHES + '"”“»'), "speech_opening") is not None


def is_list_item(line: str) -> bool:
    """Tell whether a bullet or a number opens the line: ``• Ny bro``, ``* Ny bro``, ``2. Ny bro``."""
    return line[:1] in _BEFORE_ITEM and _BULLET.match(line) is not None


_BEFORE_ITEM = frozenset([*SPACES, *"•●▪■·∙◦‣*+0123456789abcdefgh"])


#: Letters of a caption.
_LONGEST_CAPTION = 300


def is_caption(line: str) -> bool:
    """Tell whether the line is a caption or a picture credit: ``Foto: Hedvig Lans``, ``… Foto: Rut Ek``, ``| Rut Ek, vd.``."""
    if line.startswith("| ") and "|" not in line[1:]:
        return len(line) < _LONGEST_CAPTION
    opening = opens(line, "caption_opening")
    if opening:
        # "Foto Bo Ek" is a credit, "Foto är hans stora intresse" a sentence.
        behind = line.lstrip(_BEFORE_OPENING)[len(opening) :]
        if opening == "fotograf ":
            return is_name(behind.partition(",")[0].partition("/")[0])
        return len(line) < _LONGEST_CAPTION and (opening != "foto " or (behind[:1].isupper() and not is_sentence(line)))
    return has_credit(line)


def has_credit(line: str) -> bool:
    """Tell whether a picture credit closes the line, or is the line: ``Rut Ek är glad. Foto: Bo Ek``."""
    if ":" not in line:
        return False
    tail = line.rstrip(SPACES + "_*.")[-90:]
    at = max((match.start() for match in _CREDIT.finditer(tail)), default=-1)
    return at >= 0 and len(line) < 600 and len(tail) - at < 75


_CREDIT = re.compile(
    r"(?:Foto|FOTO|Bild|BILD|Fotograf|Photo|Bilde|Illustration|Illustrasjon|Visualisering|Visionsbild|Arkivbild|Pressbild"
    r"|Arkivfoto|Pressefoto|Kuva|KUVA|Kuvat|Valokuva|Mynd|MYND|Ljósmynd):"
)


@lru_cache(maxsize=1)
def _before_date() -> frozenset[str]:
    """Return the two letters, or the sign, that a line with a date of its own can begin with."""
    pairs = {phrase[:2] for phrase in phrases("date_opening")}
    return frozenset(pairs | {pair.upper() for pair in pairs} | {pair.title() for pair in pairs} | set(_BEFORE_OPENING))


def is_date_line(line: str) -> bool:
    """Tell whether the line is the page's own date: ``Publicerad 11 april 2012``, ``Sjövik • Publicerad …``."""
    if len(line) > 90:
        return False
    several = "|" in line or "•" in line or "∙" in line
    begins = _before_date()
    return (several or line[:2] in begins or line[:1] in begins) and _is_date_line(line, several)


@lru_cache(maxsize=1024)
def _is_date_line(line: str, several: bool) -> bool:
    for part in parts_of(line) if several else (line,):
        phrase = opens(part, "date_opening")
        if phrase and (is_phrase(part, "date_opening") or (any(map(str.isdigit, part)) and not _is_sentence(part))):
            return True
    return False


def role_of_day(before: str) -> Literal["published", "updated"] | None:
    """Return what a day is by the words that stand before it: ``updated`` for "Publicerad 5 mars, senast uppdaterad"."""
    said = before[-40:].lower().rstrip(SPACES + ":\n").removesuffix(" den").rstrip(SPACES + ":")
    if said.endswith(phrases("updated")):
        return "updated"
    return "published" if said.endswith(phrases("published")) else None


def parts_of(line: str) -> list[str]:
    """Return what stands between the bars and bullets of a line: ``Nyhet | 5 mars 2024``, ``Sjövik • Publicerad …``."""
    return line.replace("|", "•").replace("∙", "•").replace("·", "•").split("•")


def _is_sentence(line: str) -> bool:
    """Tell a sentence that begins like a label from one: ``Uppdaterad budget för 2024 klubbad.``, ``Publicerad 5 mars.``."""
    words = _WORD.findall(line)
    return line.rstrip().endswith((".", "!", "?")) and len(words) >= _SENTENCE and not _DAY_OR_CLOCK.search(line)


#: A label, a weekday, "den" and a month are fewer.
_SENTENCE = 4
_DAY_OR_CLOCK = re.compile(r"(?<!\d)\d{1,2}[.:]\d\d(?!\d)|\d[./-]\d|\d{1,2}(?::e|\.)? \w{3,9}\.? \d{4}")


def is_event(line: str) -> bool:
    """Tell whether a line with a day says when something takes place: ``Tid: 3 oktober 2024``, ``Sista dag 3 oktober``."""
    return opens(line, "event_opening") is not None


@lru_cache(maxsize=1024)
def is_dirt(line: str) -> bool:
    """Tell whether the line belongs to the page and not to the text: ``Annons``, ``Dela``, ``Läs mer: …``."""
    if len(line) > 130:
        return False
    if line.startswith("Källa:") and len(line.split()) == 2 and "." in line[6:].strip("."):
        return True
    if is_phrase(line, "dirt") or opens(line, "dirt_opening") or not _READABLE.search(line):
        return True
    is_tool = line[:1].isdigit() and len(line) < _LONGEST_TOOL and _TOOL.match(line) is not None
    return is_tool or (line.endswith("min)") and _CLIP.search(line) is not None) or _leads_back(line)


#: What a tool says of the article: "2 min läsning", "12 kommentarer", a player, "0:00 / 1:32", and "2 av 7" pictures.
_TOOL = re.compile(
    r"(?:\d{1,2} (?:min|minuter|minuters)\.? (?:läsning|lästid|lesetid|lesning|læsetid|lyssning)"
    r"|\d{1,4} (?:kommentar(?:er)?|delningar|delinger|rekommenderar|gillar|kommenttia|ummæli)"
    r"|0?0:00[\d:/ –-]*|\d{1,3} (?:/|av) \d{1,3})\W*$",
    re.IGNORECASE,
)
_LONGEST_TOOL = 40
#: How long a piece of sound or film is: "Så låter bron (1:32 min)".
_CLIP = re.compile(r"\(\d{1,2}:\d\d ?min\)$")


def _leads_back(line: str) -> bool:
    """Tell a link back or to print, "Tillbaka till nyheter", from a sentence: "Tillbaka till vardagen efter stormen."."""
    opening = opens(line, "dirt_link")
    if opening is not None and opening.startswith("så "):
        return any(word in line.lower() for word in phrases("newsroom_words"))
    return opening is not None and not line.rstrip().endswith((".", "!", "?", ":"))


def has_mail(line: str) -> bool:
    """Tell whether the line holds a mail address, also one hidden from robots (``bo.ek(at)alvsund.exempel``)."""
    if len(line) > _LONGEST or not ("@" in line or (("(" in line or "[" in line) and _HIDDEN_AT.search(line))):
        return False
    return _MAIL.search(line) is not None


def has_phone(line: str) -> bool:
    """Tell whether the line holds a phone number: a zero or plus, then seven digits or more in any grouping.

    Behind a label also eight digits: ``Tlf. 901 23 456``.
    """
    if len(line) > _LONGEST:
        return False
    if "0" in line or "+" in line:
        found = _PHONE.search(line)
        if found is not None and _DAY.match(line, found.start()):
            found = _PHONE.search(line, found.end())
        if found is not None or (line.count(".") >= _FEWEST_POINTS and _DOTTED_PHONE.search(line)):
            return True
    return ("Tel" in line or "tlf" in line or "Tlf" in line) and _NORDIC_PHONE.search(line) is not None


#: Points in a number such as ``0701.74.06.12``.
_FEWEST_POINTS = 3


def phone_ends(line: str) -> list[int]:
    """Return where the phone numbers of a line end, as code points."""
    return [match.end() for match in _PHONE.finditer(line)]


def is_reachable(line: str) -> bool:
    """Tell whether the line says how to reach somebody: a phone number or a mail address."""
    if "0" in line or "+" in line or "@" in line or "(" in line or "[" in line or "lf." in line or "Tel" in line:
        return _is_reachable(line)
    return False


@lru_cache(maxsize=1024)
def _is_reachable(line: str) -> bool:
    return has_phone(line) or has_mail(line)


def is_mostly_contact(line: str) -> bool:
    """Tell whether a phone or mail fills the line, beside a name, a title and field words."""
    if len(line) > 160 or not is_reachable(line):
        return False
    rest = _DOTTED_PHONE.sub(" ", _NORDIC_PHONE.sub(" ", _PHONE.sub(" ", _MAIL.sub(" ", line))))
    words = len(_WORD.findall(rest))
    if words >= 6 and line.rstrip().endswith("."):
        return False
    return rest != line and words <= 12 and not rest.rstrip().endswith((".”", "?"))


@lru_cache(maxsize=1024)
def is_contact_field(line: str) -> bool:
    """Tell whether the line is the label of a field: ``Telefon``, ``E-post till Hedvig Lans``."""
    words = bare(line)
    return words in phrase_set("contact_field") or (
        len(words) < 60 and words.startswith(("e-post till ", "mejla ", "ring "))
    )


@lru_cache(maxsize=1024)
def contact_label(line: str) -> str | None:
    """Return ``strong`` or ``weak`` where the line opens a contact area: ``För mer information, kontakta:``."""
    if len(line) > 220 or is_dash(line):
        return None
    phrase = opens(line, "contact")
    if phrase is None:
        low = line.lower().strip(SPACES + "_*")
        about = (
            low.startswith("för ")
            and low.endswith(":")
            and any(word in low for word in ("information", "kontakt", "frågor"))
        )
        return "strong" if about else None
    rest = line.strip(SPACES + "_*").rstrip(SPACES)[len(phrase) :]
    alone = not _WORD.search(rest)
    if alone:
        return "weak" if phrase in phrase_set("contact_weak") else "strong"
    if rest.rstrip().endswith(":") or is_reachable(line) or rest.lstrip()[:1] == ":":
        return "strong"
    return "strong" if "kontakt" in line.lower() and phrase.startswith(("för ", "vid ")) else None


@lru_cache(maxsize=1024)
def is_about(line: str) -> bool:
    """Tell whether the line heads a text about the sender: ``Om Alvsunds kommun``, ``Fakta``."""
    stripped = line.strip(SPACES + "_*")
    if len(stripped) > 70 or stripped.endswith((".", ",", "?")):
        return False
    return (
        is_phrase(stripped, "about")
        or (stripped.startswith("Om ") and stripped[3:4].isupper())
        or stripped.startswith("Fakta")
    )


@lru_cache(maxsize=1024)
def is_name(line: str) -> bool:
    """Tell whether the line is a person's name and nothing else: a known given name and a surname."""
    stripped = line.strip(SPACES + "_*.,:/")
    if not 5 <= len(stripped) <= 50:
        return False
    match = _NAME.fullmatch(stripped.title() if stripped.isupper() else stripped)
    return match is not None and all(part in given_names() for part in match["first"].split("-"))


def is_name_shaped(line: str) -> bool:
    """Tell whether the line has the shape of a person's name, known or not: two to four capitalised words."""
    stripped = line.strip(SPACES + "_*.,:/")
    return 5 <= len(stripped) <= 50 and _NAME.fullmatch(stripped) is not None


def is_heading(line: str) -> bool:
    """Tell whether the line could be a heading: short, begins with a capital or a digit, no final mark."""
    stripped = line.strip(SPACES + "_*")
    if not 2 <= len(stripped) <= 90 or len(stripped.split()) > 13:
        return False
    first = stripped.lstrip("”\"»'(")[:1]
    if not (first.isupper() or first.isdigit()) or not _WORD.search(stripped):
        return False
    return stripped[-1] not in ".,;:!?…" and not stripped.endswith((".”", '."', "!”", "?”", ".»"))


def is_sentence(line: str) -> bool:
    """Tell whether the line is a whole sentence: ``Kommunen har beslutat att bron ska rivas.``; not ``Till startsidan.``"""
    stripped = line.strip(SPACES + "_*")
    return (
        ":" not in stripped
        and stripped.endswith((".", ".”"))
        and stripped[:1].isupper()
        and len(stripped.split()) >= _FEWEST_WORDS
    )
