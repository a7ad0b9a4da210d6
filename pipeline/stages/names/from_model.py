"""The model's entities as names: cut to what they are, and left out where too little says that they are one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.article import Article, Name, NameLabel
from pipeline.stages.names.body_parts import own_body
from pipeline.stages.names.body_words import ASKS_TO_CALL, CLUB, is_event
from pipeline.stages.names.lists import bodies, given_names, places, surnames
from pipeline.stages.names.whole import COMPANY, WORD, is_given, name_at, surely_given
from pipeline.stages.roles.titles import indefinite, is_english_title, is_rank, is_title
from pipeline.word_sets import word_set

#: Words that begin a line like a name does but never are one.
NOT_NAMES = frozenset(
    "Foto Text Bild Mobil Telefon Tel Kontakt Presskontakt Fakta Läs För Mer Om Datum Tid Plats Publicerad "
    "Uppdaterad E-post Mejl Annons Dela Pressmeddelande Direkt Växel Webb Adress Pressansvarig Kontaktperson "
    "Lex Kontaktuppgifter Källa Källor LPO Manus Regi Musik Scenografi Kostym Koreografi Tf Tf. T.f. Stf Stf.".split()
)


_LABELS: dict[str, NameLabel] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}


def from_model(article: Article, confidences: Sequence[float]) -> Iterator[Name]:
    """Yield the entities that are names; ``confidences`` has the model's for each."""
    text = article.text
    for entity, confidence in zip(article.doc.ents, confidences, strict=True):
        start, end = trimmed(text, entity.start_char, entity.end_char)
        label = _LABELS.get(entity.label_)
        if end - start < 2 or label is None:
            continue
        if label == "PER":
            start, end = own_name(text, *without_medium(text, start, end))
            if not _can_be_person(text[start:end]) or _JOB.match(text, end) or _opens_with_town(text[start:end]):
                continue
            label = "ORG" if CLUB_LAST.fullmatch(text, start, end) else label
        if label == "PER" and (confidence < _least(text, start, end) or _is_company(text[start:end])):
            label = "ORG" if COMPANY.search(text[start:end]) else None
        if label == "LOC" and (whole := _given_before(text, start, end)) is not None:
            label, start = "PER", whole  # moderaten Roland Fagerås
        if label == "ORG" and (person := _BELONGS.fullmatch(text, start, end)) and surely_given(person["given"]):
            label, start = "PER", person.start("given")  # Alvsunds ⟦Kim Brodd⟧
        if label == "ORG" and _HEADS.search(text, max(0, start - 40), start) and _TWO_WORDS.fullmatch(text, start, end):
            label = "PER" if not _is_company(text[start:end]) and text[start:end] not in bodies() else label
        if label == "ORG":
            end -= text[end - 1] == "." and text[end : end + 1] in ("", "\n")  # "chef på HaV." ends its paragraph
            if text[start:end] in NOT_NAMES or (_is_of_a_title(text, start, end) and text[start:end] not in bodies()):
                continue
            own = None if _KICKER.fullmatch(text, max(0, start - 1), end + 3) else own_body(text, start, end)
            if own is None or is_event(text[own[0] : own[1]]) or _FROM_TO.search(text, *own):
                continue
            start, end = own
            clause = _CLAUSE.search(text, start, end)
            end = end if clause is None else clause.start()
        if label is not None:
            yield name_at(text, start, end, label, confidence, "model")


#: "kritik från ⟦länsstyrelsen⟧ för hur kommunen skötte det".
_CLAUSE = re.compile(r"[ \u00a0](?:för|om)[ \u00a0](?:hur|vad|varför|att)\b")
#: "⟦Key Account⟧ Manager" is a job.
_JOB = re.compile(r"[ \u00a0](?:Manager|Director|Officer)\b")


#: "Atlas Copcos vd ⟦Vagner Rego⟧": behind the head of a company stands its name, known or not.
_HEADS = re.compile(
    r"[a-zåäö0-9]s[ \u00a0](?:vd|VD|koncernchef|vd och koncernchef|styrelseordförande|ordförande)[ \u00a0]\Z"
)
_TWO_WORDS = re.compile(rf"{WORD}[ \u00a0]{WORD}")


def _opens_with_town(name: str) -> bool:
    """Tell part of a town, or a shop in it, from a person: *Vallentuna Strand*, *Falun Syd*; *Paris Ek* has a given name."""
    first, space, _ = name.partition(" ")
    return bool(space) and first in places() and first not in given_names() and first not in surnames()


#: A name that ends as a club's, with the genitive: "⟦Norrhamn IBK:s⟧ målskytt Bo Ek".
CLUB_LAST = re.compile(rf".*[ \u00a0]{CLUB}(?::?s)?")


#: "affärsområdeschef ⟦Bygg⟧ på Bergfast", "vice president ⟦Nordics⟧ på Bergfast" is what somebody is the chief of.
_CHIEF = re.compile(r"(?:chef|direktör|[Pp]resident|VP)[ \u00a0]\Z")
_INSTITUTIONS = tuple(word_set("endings of institutions"))
_AT_BODY = re.compile(r"(?:[ \u00a0](?:på|hos|vid|at)|(?P<comma>,))[ \u00a0][A-ZÅÄÖ]")


def _is_of_a_title(text: str, start: int, end: int) -> bool:
    if _JOB.match(text, end) or is_english_title(text[start:end]):
        return True
    at = _AT_BODY.match(text, end)
    if at is None or _CHIEF.search(text, max(0, start - 20), start) is None:
        return False
    name = text[start:end]  # "chef ⟦Bioenergi⟧, Bergfast", and not "regionchef ⟦Trafikverket⟧, Alvsund"
    return not at["comma"] or (" " not in name and name not in bodies() and not name.lower().endswith(_INSTITUTIONS))


def _is_company(name: str) -> bool:
    """Tell a name that a company's word ends: *Astrid Pharma*, *Lindqvarn Energi*."""
    last = name.split()[-1]
    return last != name and COMPANY.fullmatch(last) is not None and last not in surnames()


#: "från landstinget till regionförbundet" is two bodies that no name tells.
_FROM_TO = re.compile(r"[a-zåäö][ \u00a0](?:till|från)[ \u00a0][a-zåäö]")
_BELONGS = re.compile(rf"(?:{CLUB}[ \u00a0])?[A-ZÅÄÖ][a-zåäö]+s[ \u00a0](?P<given>[A-ZÅÄÖ][a-zåäöé]+)[ \u00a0]{WORD}")
#: "Robotfabrik. Vägledaren Bo Ek …": a word and a full stop that open a paragraph are a theme, not a body.
_KICKER = re.compile(r"\n?[A-ZÅÄÖ](?:[a-zåäö]+|[A-ZÅÄÖ]{3,})\.[ \u00a0][A-ZÅÄÖ]")
_SPEAKS = re.compile(
    r"(?:säger|sa|sade|menar|berättar|förklarar|tycker|tror|konstaterar|skriver|svarar|anser)[ \u00a0](?:\w+[ \u00a0]){0,2}$"
)
_IS_TITLED = re.compile(r"^(?:s)?(?:, \d\d\b|[ \u00a0](?:säger|sa|berättar|menar|tycker|tror)\b)")


def _given_before(text: str, start: int, end: int) -> int | None:
    """Return where a given name begins just before what the model takes for a place that no list has."""
    before = _GIVEN_BEFORE.search(text, max(0, start - 24), start)
    if before is None or not surely_given(before["given"]) or " " in text[start:end]:
        return None
    name = text[start:end]
    return None if name in places() or name.removesuffix("s") in places() else before.start("given")


#: A capital word just before a name, not behind another: "⟦Bo⟧ Ek".
_GIVEN_BEFORE = re.compile(r"(?<![\w-])(?<![A-ZÅÄÖ][a-zåäö] )(?P<given>[A-ZÅÄÖ][a-zåäöé]+)[ \u00a0]\Z")


def own_name(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut a body's genitive or a title off the front, ``Isforskaren Bo Ek``; take in the given name before a surname."""
    before = _GIVEN_BEFORE.search(text, max(0, start - 24), start)
    words = text[start:end].split()
    if len(words) == 1 and before is not None and surely_given(before["given"]) and not is_given(words[0]):
        return before.start("given"), end  # ⟦Bo⟧ Ek arbetar
    if len(words) == 2 and words[1] in surnames() and _is_no_name(words[0]):
        return text.index(words[1], start + len(words[0])), end
    while len(words) > 2 and not is_given(words[0]):
        low = words[0].lower()
        owner = low.endswith(("s", "en", "n", "are")) and words[0] not in surnames() and is_given(words[1])
        if not owner and not (is_title(words[0]) and low.endswith(("en", "et", "n", "aren"))):
            break
        start = text.index(words[1], start + len(words[0]))
        words = words[1:]
    return start, end


def _is_no_name(word: str) -> bool:
    """Tell a title or the genitive of a common noun: *Kriminalinspektör* Friberg, *Handbollens* Friberg."""
    if word in given_names() or word in surnames() or word.removesuffix("s") in surnames():
        return False
    return is_title(word) or word.endswith(("ens", "ets", "arnas", "ornas"))


def _least(text: str, start: int, end: int) -> float:
    """Return how sure the model must be that this is a person.

    Less for a known given name or surname than for words that no list has; less for a full name than for one word;
    measured on annotated press: names of products and companies are what a model takes for people.
    """
    words = text[start:end].split()
    full = len(words) > 1
    if (
        len(words) == 2
        and words[0] in given_names()
        and (words[1] in surnames() or words[1].removesuffix("s") in surnames())
    ):
        return 0.2
    if _sounds_personal(text[start:end]):
        return 0.25 if full and surely_given(words[0]) else 0.4 if full else 0.6
    if _presented(text, start, end) or (full and _is_in_a_row(text, start, end)):
        return 0.3 if full else 0.57
    return 0.75 if full else 0.86


def _sounds_personal(name: str) -> bool:
    """A given name or a surname is among the words: *Bo Ek*, *Nguyen*; not *Lean*, *Tetra Pak*."""
    words = [
        w.rstrip("s’'") if w not in surnames() and w not in given_names() else w for w in re.split(r"[ \u00a0-]", name)
    ]
    if any(w in ("Om", "I", "På", "För", "Vi") for w in words[:1]):
        return False
    return words[0] in given_names() or words[-1] in surnames() or (len(words) > 2 and words[1] in given_names())


def _presented(text: str, start: int, end: int) -> bool:
    """The text treats the name as a person: ``säger Xyla``, ``rektor Xyla``, ``Xyla, 43,``."""
    before = text[max(0, start - 40) : start]
    if _SPEAKS.search(before) or _IS_TITLED.match(text[end : end + 20]):
        return True
    words = before.split()
    return bool(words) and words[-1][:1].islower() and indefinite(words[-1]) is not None


#: Who is named before, and who comes behind, in a row of people.
_ROW_BEFORE = re.compile(
    rf"(?<![\w-])(?P<given>[A-ZÅÄÖ][a-zåäöé]+)[ \u00a0]{WORD}(?:,[ \u00a0]{WORD}[ \u00a0]{WORD}){{0,3}}(?P<link>,|[ \u00a0]och)[ \u00a0]\Z"
)
_ROW_BEHIND = re.compile(r"(?:,|[ \u00a0]och)[ \u00a0][A-ZÅÄÖ]")


def _is_in_a_row(text: str, start: int, end: int) -> bool:
    """``Fanny Lund, ⟦Najet Amar⟧ och ⟦Vafa Dival⟧``: named beside somebody whose given name many bear."""
    before = _ROW_BEFORE.search(text, max(0, start - 120), start)
    if before is None or not surely_given(before["given"]):
        return False
    return before["link"] != "," or _ROW_BEHIND.match(text, end) is not None


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut punctuation and marks from both ends of an entity."""
    while start < end and text[start] in " \u00a0\n\"”“»«'’(–-,.:;_*":
        start += 1
    while end > start and text[end - 1] in " \u00a0\n\"”“»«'’)–-,:;(_*":
        end -= 1
    words = text[start:end].split()
    while len(words) > 2 and words[0] in ASKS_TO_CALL:  # "Kontakta Rut Ek"
        start = text.index(words[1], start + len(words[0]))
        words = words[1:]
    while len(words) > 1 and words[0] in word_set("greetings before a name"):  # "Hej Rut"
        start = text.index(words[1], start + len(words[0]))
        words = words[1:]
    while len(words) > 1 and (
        words[-1] in NOT_NAMES or (len(words) > 2 and _is_part_of_title(words[-1]))
    ):  # "Rut Ek Foto:"
        end = start + text[start:end].rindex(words[-1])
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        words = words[:-1]
    if "(" in text[start:end] and ")" not in text[start:end]:
        end = start + text[start:end].index("(")
        while end > start and text[end - 1] == " ":
            end -= 1
    return start, end


def _is_part_of_title(word: str) -> bool:
    """Tell the word that a title behind a name begins with: *Presschef*, *Verkställande*."""
    return is_title(word) or (word.istitle() and len(word) > 3 and is_rank(word) and word not in surnames())


def without_medium(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut the letters of a paper or channel off a person's name: "Foto: ⟦Rut Ek⟧ SVT"."""
    words = text[start:end].split()
    if len(words) > 2 and words[-1].isupper() and len(words[-1]) > 1 and not words[-2].isupper():
        end = start + len(text[start:end][: text[start:end].rindex(words[-1])].rstrip())
    return start, end


#: Ends of institutions that are named in one word: *Havslaboratoriet*.
_INSTITUTIONS = ("laboratoriet", "institutet", *word_set("endings of institutions"))


def is_institution(name: str) -> bool:
    """Tell one word that an institution is named by, not a person: *Havslaboratoriet*."""
    return " " not in name and name.endswith(_INSTITUTIONS) and name not in surnames()


#: What is called after somebody, and a nickname: *Bo Ek-mål*, *snärte-Ek*; not *el-Sayed*.
_COMPOUND = re.compile(r"-[a-zåäö]+$|^[a-zåäö]{4,}-")


def _can_be_person(name: str) -> bool:
    first = name.split()[0]
    return (
        not is_institution(name)
        and not _COMPOUND.search(name)
        and first not in NOT_NAMES
        and name not in word_set("gods")
        and name.split()[-1] not in word_set("English words of titles")
        and not any(c.isdigit() for c in name)
        and ":s " not in name
        and any(c.isupper() for c in name)
    )
