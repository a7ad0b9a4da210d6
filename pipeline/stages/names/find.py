"""From the model's entities to names: press conventions add, repair and repeat; one stretch has one name."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from pipeline.article import Article, Block, Name, NameLabel
from pipeline.stages.names.acting import acting_bodies, not_places
from pipeline.stages.names.body_parts import own_body
from pipeline.stages.names.body_shapes import (
    businesses,
    enumerated_bodies,
    known_bodies,
    presented_bodies,
    shaped_bodies,
)
from pipeline.stages.names.body_titles import (
    bodies_behind_titles,
    bodies_in_titles,
    bodies_of_people,
    bodies_of_titles,
    small_bodies,
)
from pipeline.stages.names.body_words import is_event
from pipeline.stages.names.former import without_former
from pipeline.stages.names.lists import bodies, given_names, party_letters, places, surnames
from pipeline.stages.names.surname_alone import surnames_behind_titles
from pipeline.stages.names.whole import (
    FULL_NAME,
    PARTICLE,
    WORD,
    aged,
    initialled,
    named_after,
    surely_given,
    titled,
    with_generation,
    with_initials,
    with_two_given,
)
from pipeline.stages.roles.titles import indefinite, is_title

_CREDIT = re.compile(
    r"(?:Foto|Fotograf|Bild|Illustration|Text|Text och foto|Text & foto|Foto och text|Av|Skribent|Reporter)(?: alla bilder)?"
    r"\s?[:/]\s?(?P<names>[^\n.]{3,80})"
)
_PARTY = re.compile(
    rf"(?P<name>{WORD}(?:[ \u00a0]{PARTICLE}{{0,2}}{WORD}){{0,3}})[ \u00a0]\((?P<party>[A-Za-zåäöÅÄÖ]{{1,5}})\)"
)
#: Words that begin a line like a name does but never are one.
_NOT_NAMES = frozenset(
    "Foto Text Bild Mobil Telefon Tel Kontakt Presskontakt Fakta Läs För Mer Om Datum Tid Plats Publicerad "
    "Uppdaterad E-post Mejl Annons Dela Pressmeddelande Direkt Växel Webb Adress Pressansvarig Kontaktperson "
    "Kontaktuppgifter".split()
)


def find_names(article: Article, confidences: Sequence[float]) -> tuple[Name, ...]:
    """Return the article's names, sorted, not overlapping."""
    text = article.text
    found = list(_from_model(article, confidences))
    found = _merge(found, _party_names(text))
    found = _merge(found, _contact_names(text, article.blocks))
    found = _merge(found, _credited(text, article.blocks))
    found = _merge(found, _speaking(text), keep=True)
    found = _merge(found, aged(text), keep=True)
    found = _merge(found, titled(text), keep=True)
    found = _merge(found, with_two_given(text), keep=True)
    found = _people_not_places(found, list(surnames_behind_titles(article)))
    found = _merge(found, initialled(text), keep=True)
    found = [with_generation(with_initials(name, text), text) for name in named_after(found, text)]
    found = _merge(found, known_bodies(text), keep=True)
    found = _merge(found, businesses(text))
    found = _widened(found, shaped_bodies(text))
    found = _widened(found, bodies_behind_titles(text, found))
    found = _widened(_not_employers(found, text), bodies_of_titles(text))
    found = _widened(found, bodies_of_people(text, found))
    found = _widened(found, presented_bodies(text))
    found = not_places(text, _widened(found, acting_bodies(text)))
    found = _widened(found, small_bodies(text))
    found = _merge(found, bodies_in_titles(text), keep=True)
    found = _widened(found, enumerated_bodies(text, found))
    found = without_former(_surnames_again(text, found), text)
    found = _merge(found, _repeated(text, found), keep=True)
    found = [kept for name in found for kept in _as_body(name, text) if not _is_party_letter(kept, text)]
    return tuple(sorted(found, key=lambda name: name.start))


def _people_not_places(found: Sequence[Name], people: Sequence[Name]) -> list[Name]:
    """Add people; what was read as a place or a body of the very same letters gives way."""
    spans = {(person.start, person.end) for person in people}
    rest = [name for name in found if name.label == "PER" or (name.start, name.end) not in spans]
    return _merge(rest, people, keep=True)


#: A company's head behind a genitive: no person has a managing director.
_HEAD = re.compile(r"[ \u00a0](?:vice |tillförordnad[ea] )?(?:vd|vice-vd|koncernchef|styrelseordförande|platschef)\b")


def _not_employers(found: Sequence[Name], text: str) -> list[Name]:
    """Leave out what was read as a person but has a head: "⟦Nordspår Kusts⟧ vd Eva Berg"."""
    return [
        name
        for name in found
        if not (
            name.label == "PER"
            and " " in name.text
            and name.text.endswith("s")
            and name.text.split()[0] not in given_names()
            and _HEAD.match(text, name.end)
        )
    ]


def _as_body(name: Name, text: str) -> Iterator[Name]:
    """Yield the name, a body's cut to its own part; nothing where none of it is a body's."""
    if name.label != "ORG" or name.via == "list":
        yield name
        return
    first, joint, rest = name.text.partition(" och ")
    if (
        joint and first in bodies() and rest[:1].isupper() and name.text not in bodies()
    ):  # ⟦EU⟧ och ⟦Alvsunds församling⟧
        cut = name.start + len(first)
        yield replace(name, end=cut, text=first)
        yield from _as_body(replace(name, start=cut + len(joint), text=rest), text)
        return
    own = own_body(text, name.start, name.end)
    if own is not None:
        yield replace(name, start=own[0], end=own[1], text=text[own[0] : own[1]])


def _name(text: str, start: int, end: int, label: NameLabel, confidence: float, via: str) -> Name:
    return Name(start, end, text[start:end], label, confidence, via)


def _merge(found: Sequence[Name], more: Iterable[Name], keep: bool = False) -> list[Name]:
    """Add names; where they overlap the new ones win, or with ``keep`` the old ones."""
    added = list(more)
    if not added:
        return list(found)
    if keep:
        taken = sorted((n.start, n.end) for n in found)
        return [*found, *(n for n in _apart(added) if not _overlaps(n, taken))]
    new = _apart(added)
    spans = sorted((n.start, n.end) for n in new)
    return [*(n for n in found if not _overlaps(n, spans)), *new]


def _widened(found: Sequence[Name], more: Iterable[Name]) -> list[Name]:
    """Add bodies by shape: they beat places and shorter bodies inside them (*Södra Alvsund* in *Södra Alvsunds sjukhus*)."""
    added = _apart(more)
    starts, ends = [n.start for n in added], [n.end for n in added]
    kept: list[Name] = []
    beaten: set[int] = set()
    for name in found:
        over = range(bisect_right(ends, name.start), bisect_left(starts, name.end))
        inside = all(added[n].start <= name.start and name.end <= added[n].end for n in over)
        if not over or not (inside and name.label != "PER"):
            kept.append(name)
            beaten.update(over)
    return [*kept, *(name for n, name in enumerate(added) if n not in beaten)]


def _apart(names: Iterable[Name]) -> list[Name]:
    """Return names that do not overlap each other, longest first where they do."""
    chosen: list[Name] = []
    at = -1
    for name in sorted(names, key=lambda n: (n.start, -n.end)):
        if name.start >= at:
            chosen.append(name)
            at = name.end
    return chosen


def _overlaps(name: Name, spans: Sequence[tuple[int, int]]) -> bool:
    i = bisect_right(spans, (name.end - 1, 1 << 60))
    return i > 0 and spans[i - 1][1] > name.start


_LABELS: dict[str, NameLabel] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}


def _from_model(article: Article, confidences: Sequence[float]) -> Iterator[Name]:
    text = article.text
    for entity, confidence in zip(article.doc.ents, confidences, strict=True):
        start, end = _trimmed(text, entity.start_char, entity.end_char)
        label = _LABELS.get(entity.label_)
        if end - start < 2 or label is None:
            continue
        if label == "PER":
            start, end = _own_name(text, start, end)
            if not _can_be_person(text[start:end]):
                continue
            if confidence < _least(text, start, end):
                label = "ORG" if _COMPANY.search(text[start:end]) else None
        if label == "LOC" and (whole := _given_before(text, start, end)) is not None:
            label, start = "PER", whole  # moderaten Roland Fagerås
        if label == "ORG":
            own = None if _KICKER.fullmatch(text, max(0, start - 1), end + 3) else own_body(text, start, end)
            if own is None or is_event(text[own[0] : own[1]]):
                continue
            start, end = own
        if label is not None:
            yield _name(text, start, end, label, confidence, "model")


#: "Robotfabrik. Vägledaren Bo Ek …": a word and a full stop that open a paragraph are a theme, not a body.
_KICKER = re.compile(r"\n?[A-ZÅÄÖ][a-zåäö]+\.[ \u00a0][A-ZÅÄÖ]")
_COMPANY = re.compile(r"\b(AB|Ltd|Inc|Group|Pharma|Bank|Energi|Media|Network|Museum|HK|IF|BK|IK|FF|FK)\b")
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


def _own_name(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut a body's genitive or a title off the front, ``Isforskaren Bo Ek``; take in the given name before a surname."""
    before = _GIVEN_BEFORE.search(text, max(0, start - 24), start)
    words = text[start:end].split()
    if len(words) == 1 and before is not None and surely_given(before["given"]) and not _is_given(words[0]):
        return before.start("given"), end  # ⟦Bo⟧ Ek arbetar
    if len(words) == 2 and words[1] in surnames() and _is_no_name(words[0]):
        return text.index(words[1], start + len(words[0])), end
    while len(words) > 2 and not _is_given(words[0]):
        low = words[0].lower()
        owner = low.endswith(("s", "en", "n", "are")) and words[0] not in surnames() and _is_given(words[1])
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
    if _presented(text, start, end):
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


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Cut punctuation and marks from both ends of an entity."""
    while start < end and text[start] in " \u00a0\n\"”“»«'’(–-,.:;_*":
        start += 1
    while end > start and text[end - 1] in " \u00a0\n\"”“»«'’)–-,:;(_*":
        end -= 1
    words = text[start:end].split()
    while len(words) > 1 and (words[-1] in _NOT_NAMES or (len(words) > 2 and is_title(words[-1]))):  # "Rut Ek Foto:"
        end = start + text[start:end].rindex(words[-1])
        end -= len(text[start:end]) - len(text[start:end].rstrip())
        words = words[:-1]
    if "(" in text[start:end] and ")" not in text[start:end]:
        end = start + text[start:end].index("(")
        while end > start and text[end - 1] == " ":
            end -= 1
    return start, end


def _can_be_person(name: str) -> bool:
    first = name.split()[0]
    return first not in _NOT_NAMES and not any(c.isdigit() for c in name) and any(c.isupper() for c in name)


def _party_names(text: str) -> Iterator[Name]:
    """``Åsa Öberg (S)``: the capitalised words before a party's letters are a person."""
    for match in _PARTY.finditer(text):
        if match["party"].upper() not in party_letters():
            continue
        words = match["name"].split()
        while len(words) > 1 and words[0] not in given_names() and not _are_initials(words):
            words = words[1:]
        name = " ".join(words)
        end = match.end("name")
        start = end - len(name)
        if text[start:end] == name and (len(words) > 1 or name in surnames() or name in given_names()):
            yield _name(text, start, end, "PER", 0.97, "party")


def _are_initials(words: Sequence[str]) -> bool:
    """Tell initials written as one word: *PO Hedlund* (C); *VD Hedlund* has none."""
    first = words[0]
    return len(words) == 2 and len(first) == 2 and first.isupper() and not is_title(first)


def _contact_names(text: str, blocks: Sequence[Block]) -> Iterator[Name]:
    """A line in a contact block that is, or begins with, a given name and a surname."""
    for block in blocks:
        if block.kind != "contact":
            continue
        at = block.start
        for line in text[block.start : block.end].split("\n"):
            stripped = line.lstrip("•*-– \u00a0")
            shift = at + len(line) - len(stripped)
            match = FULL_NAME.match(stripped)
            if match and _is_name_line(match.group()):
                end = match.end()
                if end == len(stripped) or stripped[end] in ",;:( –-/\u00a0.|":
                    name = match.group().rstrip("-")
                    first, last = _trimmed(text, shift, shift + len(name))
                    yield _name(text, first, last, "PER", 0.95, "contact")
            at += len(line) + 1


_CUE = "säger|sade|sa|berättar|berättade|menar|menade|förklarar|konstaterar|tycker|tror|anser|hävdar|uppger|tillägger|fortsätter"
_FRAME = re.compile(
    rf"\b(?:{_CUE})[ \u00a0](?:[a-zåäö-]+[ \u00a0]){{0,3}}(?P<name>{FULL_NAME.pattern})(?=[,.;:( \u00a0\n]|$)"
)


def _speaking(text: str) -> Iterator[Name]:
    """``säger Rezvan Talebi, jurist``: two capitals behind a cue are somebody's name, whatever no list knows of it."""
    for match in _FRAME.finditer(text):
        start, end = _trimmed(text, match.start("name"), match.end("name"))
        name = text[start:end]
        if " " in name and not _is_body(name) and not _COMPANY.search(name) and not is_title(name.split()[0]):
            yield _name(text, start, end, "PER", 0.85, "frame")


def _is_name_line(name: str) -> bool:
    first = name.split()[0]
    return _is_given(first) and first not in _NOT_NAMES and not _is_body(name)


def _is_given(word: str) -> bool:
    return all(part in given_names() for part in word.split("-"))


def _is_body(name: str) -> bool:
    return name in bodies()


def _credited(text: str, blocks: Sequence[Block]) -> Iterator[Name]:
    """``Foto: Hedvig Lans`` and ``Text: Bo Ek``."""
    for match in _CREDIT.finditer(text):
        base = match.start("names")
        for part in FULL_NAME.finditer(match["names"]):
            first = part.group().split()[0]
            if _is_given(first):
                start, end = _trimmed(text, base + part.start(), base + part.end())
                yield _name(text, start, end, "PER", 0.93, "credit")
            break


#: Given names that open sentences as other words.
_ALSO_WORDS = frozenset(
    "Hans Per Love Sol Maj Juni Björn Sten Tage Stig Alla Ring Visa Ester Sommar Lo Bror My Saga Ort Rolf".split()
)


def _surnames_again(text: str, found: Sequence[Name]) -> list[Name]:
    """A word that the model takes for a body or a place is the surname of somebody who is named in full."""
    people = {n.text.split()[-1] for n in found if n.label == "PER" and " " in n.text}
    full = {n.text for n in found if n.label == "PER" and " " in n.text and n.via != "model"}
    full |= {n.text for n in found if n.label == "PER" and " " in n.text and n.confidence > 0.9}
    again = []
    for name in found:
        if name.label == "ORG" and name.text in full:
            name = replace(name, label="PER", via="repeat", confidence=0.85)
        bare = name.text if name.text in people else name.text.removesuffix("s")
        place = re.search(r"\b(?:i|på|till|från)[ \u00a0]$", text[max(0, name.start - 6) : name.start])
        if name.label != "PER" and bare in people and not (name.label == "LOC" and place):
            name = replace(name, label="PER", via="repeat", confidence=0.85)
        again.append(name)
    return again


def _is_party_letter(name: Name, text: str) -> bool:
    """The (S) behind a politician is a party, not a body that the page names."""
    return (
        name.label != "PER"
        and name.text.upper() in party_letters()
        and text[max(0, name.start - 1) : name.start] == "("
    )


_RUN = re.compile(r"(?<![\w-])(?=(?P<run>[A-ZÅÄÖÉÜØÆÁÍÓÚŠŽČĆÑ][\w’'´`-]{0,60}(?:[ \u00a0][\w&-]{1,60}){0,4}))")


def _repeated(text: str, found: Sequence[Name]) -> Iterator[Name]:
    """Later mentions that the model missed: full names, and surnames of people who are named in full."""
    forms: dict[str, Name] = {}
    for name in found:
        if name.label == "PER" and " " in name.text:
            forms.setdefault(name.text, name)
            last = name.text.split()[-1]
            if len(last) > 2 and last not in given_names():
                forms.setdefault(last, name)
            first = name.text.split()[0]
            if len(first) > 2 and first in given_names() and first not in _ALSO_WORDS:
                forms.setdefault(first, name)
        elif (
            name.label == "ORG"
            and len(name.text) > 3
            and name.via in ("model", "list", "acts")
            and name.confidence > 0.5
        ):
            forms.setdefault(name.text, name)
        if name.label == "ORG" and name.text.endswith(" AB") and len(name.text) > 7:
            forms.setdefault(name.text.removesuffix(" AB"), name)
    if not forms:
        return
    for match in _RUN.finditer(text):
        words = re.split("[ \u00a0]", match["run"])
        for n in range(len(words), 0, -1):
            form = " ".join(words[:n])
            base = form if form in forms else form[:-1] if form.endswith("s") and form[:-1] in forms else None
            if base is not None:
                end = match.start() + len(form)
                label = forms[base].label
                yield _name(text, match.start(), end, label, 0.85, "repeat")
                break
