"""Names that the conventions of the press give away: a party behind them, a credit, a cue of speech, a contact block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from pipeline.article import Block, Name
from pipeline.data import read_table
from pipeline.stages.names.from_model import CLUB_LAST, NOT_NAMES, own_name, trimmed, without_medium
from pipeline.stages.names.lists import given_names, party_letters, surnames
from pipeline.stages.names.spelling import as_in_addresses
from pipeline.stages.names.whole import COMPANY, FULL_NAME, PARTICLE, WORD, is_body, is_given, name_at
from pipeline.stages.roles.titles import is_title
from pipeline.word_sets import one_of, word_set

_CREDIT = re.compile(
    r"(?:Foto|Fotograf|Bild|Illustration|Text|Text och foto|Text & foto|Foto och text|Av|Skribent|Reporter|"
    r"FOTO|TEXT|BILD|TEXT (?:OCH|&) (?:FOTO|BILD))(?: alla bilder)?"
    r"\s?[:/]\s?(?P<names>(?:(?!(?:Foto|FOTO|Text|TEXT)\b\s?:)[^\n.]|(?<=\b[A-ZÅÄÖ])\.){3,80})"
)
_PARTY = re.compile(
    rf"(?P<name>{WORD}(?:[ \u00a0]{PARTICLE}{{0,2}}{WORD}){{0,3}})[ \u00a0]\((?P<party>[A-Za-zåäöÅÄÖ]{{1,5}})\)"
)


def party_names(text: str) -> Iterator[Name]:
    """``Åsa Öberg (S)``: the capitalised words before a party's letters are a person."""
    for match in _PARTY.finditer(text):
        if match["party"].upper() not in party_letters():
            continue
        words = match["name"].split()
        while len(words) > 1 and not _may_be_given(words[0]) and not _are_initials(words):
            if (
                len(words) > 1
                and _is_unlisted_given(words[0])
                and _SAID_BY.search(text, max(0, match.start() - _CUE_REACH), match.start())
            ):
                break  # säger Lorvik Ek (S)
            words = words[1:]
        name = " ".join(words)
        end = match.end("name")
        start = end - len(name)
        if text[start:end] == name and (len(words) > 1 or name in surnames() or name in given_names()):
            yield name_at(text, start, end, "PER", 0.97, "party")


#: Two given names in one word, and a surname.
_IN_ONE = re.compile(
    r"(?P<one>[A-ZÅÄÖ](?<![\w-].)[a-zåäöé]{2,9})(?P<other>[A-ZÅÄÖ][a-zåäöé]{2,9})(?:[ \u00a0](?P<last>[A-ZÅÄÖ][\w-]{1,30})){1,2}"
)


def given_in_one_word(text: str) -> Iterator[Name]:
    """``⟦LiseLotte Ek⟧``, ``⟦BrittMarie Lans⟧``: two given names written as one; not ``NordVind Energi``."""
    for match in _IN_ONE.finditer(text):
        owned = match["last"].removesuffix("s")
        listed = match["one"] in given_names() and match["other"] in given_names()
        if listed and not COMPANY.search(match.group()) and (match["last"] in surnames() or owned in surnames()):
            yield name_at(text, match.start(), match.end(), "PER", 0.95, "two given names in one word")


def _may_be_given(word: str) -> bool:
    """Tell a given name by its parts, whatever it is in all: *Siv*, *Britt-Mo*, *K-G*."""
    parts = word.split("-")
    return any(part in given_names() for part in parts) or (len(parts) > 1 and all(len(part) == 1 for part in parts))


_CUE = "säger|sade|sa|berättar|berättade|menar|menade|förklarar|konstaterar|tycker|tror|anser|hävdar|uppger|tillägger|fortsätter"
_CUE_REACH = 20
#: A cue right before a name.
_SAID_BY = re.compile(rf"(?:{_CUE})[ \u00a0]\Z")


def _is_unlisted_given(word: str) -> bool:
    """Tell a word that may be a given name that no list has: neither a body's, nor a title, nor a body's genitive."""
    bodies = is_body(word) or is_body(word.removesuffix("s"))
    return not bodies and not is_title(word) and not word.endswith(("ets", "ens", "nas"))


def _are_initials(words: Sequence[str]) -> bool:
    """Tell initials written as one word: *PO Hedlund* (C); *VD Hedlund* has none."""
    first = words[0]
    return len(words) == 2 and len(first) == 2 and first.isupper() and not is_title(first)


def contact_names(text: str, blocks: Sequence[Block]) -> Iterator[Name]:
    """A line in a contact block that is, or begins with, a given name and a surname."""
    spelt = _spelt_in_addresses(text)
    for block in blocks:
        if block.kind != "contact":
            continue
        at = block.start
        for line in text[block.start : block.end].split("\n"):
            stripped = line.lstrip("•*-– \u00a0")
            shift = at + len(line) - len(stripped)
            match = FULL_NAME.match(stripped)
            if match and (_is_name_line(match.group()) or _is_unlisted(match.group(), stripped, spelt)):
                end = match.end()
                if end == len(stripped) or stripped[end] in ",;:( –-/\u00a0.|":
                    name = _before_title(match.group().rstrip("-"))
                    first, last = trimmed(text, shift, shift + len(name))
                    yield name_at(text, first, last, "PER", 0.95, "contact")
            at += len(line) + 1


def _before_title(name: str) -> str:
    """Return the words before a title: ⟦Siv Ek⟧ *Presschef Regionkontoret*; a surname stays: *Anna Maria Kock*."""
    words = name.split()
    for n in range(2, len(words)):
        if is_title(words[n]) and words[n] not in surnames():
            return name[: name.index(words[n], len(" ".join(words[:n])))].rstrip(" \u00a0")
    return name


_ADDRESS = re.compile(r"(?P<first>[a-z](?<![\w.-].)[a-z]{1,19})[._](?P<last>[a-z-]{2,30})@")


def _spelt_in_addresses(text: str) -> frozenset[tuple[str, str]]:
    """Return the two names that each mail address spells: "tosh.bruse@…"."""
    if "@" not in text:
        return frozenset()
    return frozenset((match["first"], match["last"]) for match in _ADDRESS.finditer(text.lower()))


def _is_unlisted(name: str, line: str, spelt: frozenset[tuple[str, str]]) -> bool:
    """Tell a name that no list has where an address spells it, or a title follows: ``⟦Tosh Brusé⟧, CFO``."""
    words = name.split()
    if is_body(name) or COMPANY.search(name) or words[0] in NOT_NAMES or is_title(words[0]):
        return False
    behind = line[len(name) :].lstrip(" \u00a0")
    titled = behind.startswith(",") and bool(behind[1:].split()) and is_title(behind[1:].split()[0].strip(",."))
    return titled or (as_in_addresses(words[0]), as_in_addresses(words[-1])) in spelt


_FRAME = re.compile(
    rf"\b(?:{_CUE})[ \u00a0](?:[a-zåäö-]+[ \u00a0]){{0,3}}(?P<name>{FULL_NAME.pattern})(?=[,.;:( \u00a0\n]|$)"
)
#: Behind what is said, where the sentence ends with the name or the name is explained: any verb is a cue there.
_CLOSED_FRAME = re.compile(
    rf"[,!?”\"»][ \u00a0](?P<cue>[a-zåäö]{{2,20}})[ \u00a0](?:(?:sig|till|fast|bland annat|vidare|också)[ \u00a0])?"
    rf"(?P<name>{FULL_NAME.pattern})(?=[,.]|$)",
    re.MULTILINE,
)


_BODY_ENDINGS = tuple(word_set("endings that only bodies have"))


@cache
def _cues() -> frozenset[str]:
    """Return all forms of all cues, of one word or the first of several."""
    rows = read_table("models", "lexicons", "cues.tsv")
    return frozenset(form.partition("_")[0] for row in rows for form in row[3].split())


def speaking(text: str) -> Iterator[Name]:
    """``säger Rezvan Talebi, jurist``: two capitals behind a cue are somebody's name, whatever no list knows of it."""
    closed = (match for match in _CLOSED_FRAME.finditer(text) if match["cue"] in _cues())
    for match in (*_FRAME.finditer(text), *closed):
        start, end = own_name(text, *trimmed(text, match.start("name"), match.end("name")))
        name = text[start:end]
        if (
            " " in name
            and not is_body(name)
            and not name.lower().endswith(_BODY_ENDINGS)
            and not COMPANY.search(name)
            and not is_title(name.split()[0])
            and not _is_of_club(name, text, end)
            and (name.split()[0] in given_names() or not _IN_ENGLISH.match(text, start, end + _LONGEST_JOB))
        ):
            yield name_at(text, start, end, "PER", 0.85, "frame")


#: A title in English, and letters of what may stand of it behind two capitals: "säger ⟦Bergfasts Key Account Manager⟧ Bo Ek".
_IN_ENGLISH = re.compile(
    rf"[A-ZÅÄÖ][\w-]*s[ \u00a0](?:[A-Z][\w-]*[ \u00a0]){{0,3}}(?:{one_of('English words of titles')})\b"
)
_LONGEST_JOB = 30


def _is_of_club(name: str, text: str, end: int) -> bool:
    """``säger ⟦Norrhamn IBK⟧:s målskytt Bo Ek``, ``säger en glad ⟦Gamla Hamn-tränare⟧``: a club, and what somebody is in one."""
    _, joint, title = name.rpartition("-")
    return (
        CLUB_LAST.fullmatch(name) is not None
        or text.startswith(":s ", end)
        or (bool(joint) and title.islower() and (is_title(title) or is_title(title.removesuffix("n"))))
    )


def _is_name_line(name: str) -> bool:
    first = name.split()[0]
    return is_given(first) and first not in NOT_NAMES and not is_body(name)


_CREDITED = re.compile(rf"(?:[A-ZÅÄÖ]\.[ \u00a0]?){{1,2}}{WORD}|{FULL_NAME.pattern}")


def credited(text: str, blocks: Sequence[Block]) -> Iterator[Name]:
    """``Foto: Hedvig Lans`` and ``Text: Bo Ek``."""
    for match in _CREDIT.finditer(text):
        base = match.start("names")
        for part in _CREDITED.finditer(match["names"]):
            first = part.group().split()[0]
            if is_given(first) or is_given(first.title()) or first.endswith("."):
                start, end = without_medium(text, *trimmed(text, base + part.start(), base + part.end()))
                yield name_at(text, start, end, "PER", 0.93, "credit")
            break
