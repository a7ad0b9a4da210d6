"""Whose a phone number or an e-mail address is, by where it stands: pure logic over lines, people and bodies.

A contact block is read from the number upwards. The name on the number's own line owns it; else the nearest name line
above, past labels, titles, other numbers and addresses; a sentence ends the search. Switchboards and service numbers
belong to a body or to nobody, and an address that spells a name is that person's wherever it stands.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pipeline.article import Article, Email, Organisation, Owner, Person, Phone
from pipeline.stage import Options, Stage, stage
from pipeline.stages.names.lists import given_names, places, surnames
from pipeline.stages.names.spelling import as_in_addresses
from pipeline.stages.roles.titles import is_title, title_in
from pipeline.word_sets import word_set

_LINES_UP = 10
_REACH = 240
_LONGEST_CONTACT_LINE = 110
_SENTENCE_END = re.compile(r"[.!?][”\"]?\s+[–—-]?\s?[A-ZÅÄÖ]")
_ABBREVIATION = re.compile(
    r"(?:tel|tfn|mob|vx|nr|bitr|tf|st|ca|ev|resp|ankn|dir|alt|e-post|m\.fl|bl\.a|t\.f)\.\s*$", re.IGNORECASE
)
_LABEL = re.compile(
    r"\b(?:tel|telefon|telefonnummer|tfn|mobil|mobilnummer|mobiltelefon|mob|direkt|ring|nås|nå|kontakta|kontakt|presskontakt|"
    r"kontaktperson|frågor|upplysningar|information|fax|telefax)\b",
    re.IGNORECASE,
)
_OF_ANOTHER = re.compile(r"\b(?:hos|för|åt|till|efter|av)(?:\s+[\wåäöÅÄÖ-]+){0,3}\s*$", re.IGNORECASE)
_ASKING = re.compile(
    r"\b(?:kontakta|frågor|information|upplysningar|intervju(?:er)?|anmälan|svar|ring|mejla|maila)\b", re.IGNORECASE
)
#: Between the name of somebody on the staff and the one whose staff it is: ", pressekreterare ⟦hos statsrådet⟧".
_SERVES = re.compile(r"[ \u00a0](?:hos|åt|för|till)(?:[ \u00a0][\wåäöÅÄÖ-]+){0,3}[ \u00a0]?")
_RESPECTIVELY = re.compile(r"[ ,]*(?:respektive|resp\.?)[ \u00a0]")
#: A number between two, one for each of two people: "070-… ⟦respektive⟧ 070-…".
_NUMBER = re.compile(r"\+?\d[\d \u00a0()/-]{5,18}\d")
#: The postcode and town of an address: "111 22 Stockholm".
_POSTCODE = re.compile(r"(?<!\d)\d{3}[ \u00a0]?\d{2}[ \u00a0]{1,2}[A-ZÅÄÖ]")
#: A number of somebody else's, with or without spaces.
_DIGITS = re.compile(r"(?:\d[ \u00a0-]{0,3}){6}")
_FAX = re.compile(r"\b(?:tele)?fax(?:nr|nummer)?[.:]?\W{0,3}$", re.IGNORECASE)
_DESKS = word_set("desks")
#: Desks for the press that belong to the sender where their line names nobody: "⟦Pressjouren⟧, 08-465 004 12".
_SENDERS_DESKS = word_set("desks of the sender")
_SWITCHBOARD = re.compile(r"\b(?:växel|växeln|vxl?)\b", re.IGNORECASE)
_GENERIC = word_set("shared mailboxes")


@dataclass(frozen=True, slots=True)
class _Mention:
    """A person's (or body's) name at a place: ``who`` is the position in its layer."""

    start: int
    end: int
    who: int


class _Lines:
    """The lines of the text that hold something."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.spans: list[tuple[int, int]] = []
        start = 0
        while start <= len(text):
            end = text.find("\n", start)
            end = len(text) if end < 0 else end
            if text[start:end].strip():
                self.spans.append((start, end))
            start = end + 1
        self._starts = [start for start, _ in self.spans]

    def at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def length(self, n: int) -> int:
        start, end = self.spans[n]
        return end - start

    def cut(self, n: int) -> str:
        start, end = self.spans[n]
        return self.text[start:end]


def find_owners(
    text: str,
    phones: Sequence[Phone],
    emails: Sequence[Email],
    people: Sequence[Person],
    organisations: Sequence[Organisation],
) -> tuple[Owner, ...]:
    """Return an owner for each phone and address that has one, phones first, by their positions in their layers.

    'Tage Brodén, presschef' above '070-174 06 12, 08 - 465 004 12' owns both numbers; the next name line owns what
    stands below it. A contact without a person gets the body named nearest to it, and none where there is none.
    """
    lines = _Lines(text)
    names = _Mentions(people)
    bodies = _Mentions(organisations)
    owners: list[Owner] = []
    spelt = _spelt_lines(lines, emails, people)
    owned = [_phone_owner(lines, phone, names, bodies, spelt) for phone in phones]
    shared = _shared_faxes(text, phones, owned)
    for index, owner in enumerate(owned):
        if owner is not None and phones[index].e164 not in shared:
            owners.append(_owner("phones", index, owner))
    for index, email in enumerate(emails):
        owner = _email_owner(lines, email, names, bodies, people)
        if owner is not None:
            owners.append(_owner("emails", index, owner))
    return tuple(owners)


def _shared_faxes(text: str, phones: Sequence[Phone], owned: Sequence[Owned | None]) -> set[str | None]:
    """Return the fax numbers that stand in the lines of more than one: they belong to the office."""
    faxes = {phone.e164 for phone in phones if _FAX.search(text[max(0, phone.start - 20) : phone.start])}
    whose: dict[str | None, set[Owned | None]] = {}
    for phone, owner in zip(phones, owned, strict=True):
        whose.setdefault(phone.e164, set()).add(owner)
    return {number for number in faxes if number is not None and len(whose[number]) > 1}


Owned = tuple[Literal["person", "organisation"], int]


def _owner(layer: Literal["phones", "emails"], index: int, owned: Owned) -> Owner:
    kind, who = owned
    return Owner(
        layer, index, person=who if kind == "person" else None, organisation=who if kind == "organisation" else None
    )


class _Mentions:
    """Mentions in the order of the text, with those inside a stretch by bisection."""

    def __init__(self, things: Sequence[Person | Organisation]) -> None:
        found = [_Mention(span.start, span.end, who) for who, thing in enumerate(things) for span in thing.mentions]
        self._sorted = sorted(found, key=lambda mention: (mention.start, -mention.end))
        self._starts = [mention.start for mention in self._sorted]

    def senders(self) -> Owned | None:
        """Return the body that the text names first, if none is named more often: the one that sends a press release."""
        counts = Counter(mention.who for mention in self._sorted)
        if not counts or counts[first := self._sorted[0].who] < max(counts.values()):
            return None
        return "organisation", first

    def inside(self, start: int, end: int) -> list[_Mention]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self._sorted[first:last] if mention.end <= end]


def _spelt_lines(lines: _Lines, emails: Sequence[Email], people: Sequence[Person]) -> dict[int, int]:
    """Return whom the one address on a line spells, by line: ``bo.ek@alvsund.exempel`` is Bo Ek's line."""
    spelt: dict[int, set[int | None]] = {}
    for email in emails:
        whose = _spelt(email, people)
        spelt.setdefault(lines.at(email.start), set()).add(whose[0] if len(whose) == 1 else None)
    return {n: who for n, whose in spelt.items() if len(whose) == 1 and (who := min(whose, key=str)) is not None}


def _spelt(email: Email, people: Sequence[Person]) -> list[int]:
    local = _local(email)
    return [who for who, person in enumerate(people) if _spells(local, person.name)]


def _local(email: Email) -> str:
    return re.sub(r"\+.*", "", email.address.partition("@")[0])


def _phone_owner(
    lines: _Lines, phone: Phone, names: _Mentions, bodies: _Mentions, spelt: Mapping[int, int]
) -> Owned | None:
    if phone.kind == "short":
        return None
    if phone.context != "switchboard":
        service = phone.kind in ("freephone", "shared", "premium")
        company = _of_a_company_block(lines, phone, names, bodies)
        if company is not None:
            return "organisation", company
        who = _respective(lines, phone.start, phone.end, names)
        if who is None:
            who = _on_line(lines, phone.start, phone.end, names, service)
        if who is None and _labels_another(lines, phone.start, bodies):
            return None
        if who is None and not service and not _of_a_desk(lines, phone.start, bodies):
            who = spelt.get(lines.at(phone.start))
            who = _above(lines, phone.start, names, spelt, bodies) if who is None else who
            who = _below(lines, phone.start, names) if who is None else who
        if who is not None:
            return "person", who
        if _of_senders_desk(lines, phone.start, bodies):
            return bodies.senders()
    return _body_near(lines, phone.start, bodies)


def _email_owner(
    lines: _Lines, email: Email, names: _Mentions, bodies: _Mentions, people: Sequence[Person]
) -> Owned | None:
    local, spelt = _local(email), _spelt(email, people)
    if len(spelt) == 1:
        return "person", spelt[0]
    if as_in_addresses(local) not in _GENERIC and not (set(re.split(r"[._-]", as_in_addresses(local))) & _GENERIC):
        who = _on_line(lines, email.start, email.end, names, service=False)
        if who is None:
            who = _above(lines, email.start, names, {}, bodies)
        if who is not None and (who in spelt or not (spelt or _spells_another(local, people[who].name))):
            return "person", who
        if spelt:
            return "person", spelt[0]
    return _body_near(lines, email.start, bodies)


def _on_line(lines: _Lines, start: int, end: int, names: _Mentions, service: bool) -> int | None:
    """Return the name on the same line: the last before the number, else the first after it.

    In running text a sentence may end between them only before a label ('… säger Rut Ek. Telefon 070-174 06 12').
    """
    line_start, line_end = lines.spans[lines.at(start)]
    before = names.inside(max(line_start, start - _REACH), start)
    since = _between_numbers(lines.text[max(line_start, start - _REACH) : start])
    at_desk = _names_desk(since)
    if before:
        nearest = _whose_staff(lines.text, before)
        if at_desk and re.search(r"(?:kontakta|ring|mejla)[ \u00a0]", lines.text[nearest.end : start].lower()):
            return None  # "För bilder på Bo Ek, kontakta pressjouren, 08-…"
        if at_desk and nearest.end <= start - len(since):
            return None  # "Bo Ek, 070-… eller pressjouren, 08-…"
        return nearest.who if _belongs(lines.text[nearest.end : start], service) else None
    if at_desk:
        return None
    after = names.inside(end, min(line_end, end + _REACH))
    if after and len(lines.text[end : after[0].start]) <= 40 and line_end - line_start <= 2 * _LONGEST_CONTACT_LINE:
        between = lines.text[end : after[0].start]
        return after[0].who if not re.search(r"\d{3}|@|[.;][ \u00a0]|\b(?:eller|och|samt)\b", between) else None
    return None


def _whose_staff(text: str, before: Sequence[_Mention]) -> _Mention:
    """Return the last of several names, or the one before it whose title says at whose office: "⟦Bo Ek⟧, sekreterare hos X"."""
    last = before[-1]
    if len(before) == 1:
        return last
    between = text[before[-2].end : last.start]
    apposed = between.lstrip(" \u00a0,(")
    found = title_in(apposed) if apposed != between and not re.search(r"[\d@.]", between) else None
    serves = found is not None and _SERVES.fullmatch(apposed, found[1]) is not None
    return before[-2] if serves else last


def _respective(lines: _Lines, start: int, end: int, names: _Mentions) -> int | None:
    """Return whose a number is that stands in a row as two names do: "Bo Ek och Siv Lans, 070-… ⟦respektive⟧ 073-…"."""
    line_start, line_end = lines.spans[lines.at(start)]
    line_start, text = max(line_start, start - _REACH), lines.text
    first_start, second = start, False
    if (joint := _RESPECTIVELY.match(text, end, line_end)) is None or not _NUMBER.match(text, joint.end()):
        pair = re.search(rf"(?P<number>{_NUMBER.pattern}){_RESPECTIVELY.pattern}$", text[line_start:start])
        if pair is None:
            return None
        first_start, second = line_start + pair.start(), True
    before = names.inside(line_start, first_start)
    if len(before) < _PAIR or not _BESIDE.fullmatch(text, before[-2].end, before[-1].start):
        return None
    return before[-1 if second else -2].who


_PAIR = 2
#: Between two who have a number each, perhaps the first one's title: "Bo Ek⟦, rektor, och ⟧Siv Lans".
_BESIDE = re.compile(r"[^\d@.;:\n]{2,60}")


def _of_a_company_block(lines: _Lines, phone: Phone, names: _Mentions, bodies: _Mentions) -> int | None:
    """Return the body whose postal address stands between its name and the number, below or behind people's own numbers.

    "Bo Ek, vd, 070-…", below it ``Nordbygg AB``, "Storgatan 1", "111 22 Stockholm" and "Tel 08-…".
    """
    if phone.kind == "mobile":
        return None
    here = lines.at(phone.start)
    for n in range(here, max(-1, here - _LINES_OF_ADDRESS), -1):
        start, end = lines.spans[n]
        start, stop = max(start, phone.start - 2 * _REACH), min(end, phone.start)
        named = names.inside(start, stop)
        own = [body for body in bodies.inside(start, stop) if _POSTCODE.search(lines.text, body.end, phone.start)]
        if own and not any(name.start > own[-1].start for name in named):
            above = lines.text[max(0, own[-1].start - _REACH) : own[-1].start]
            return own[-1].who if _ends_with_a_number(above, on_lines=n != here) else None
        if named:
            return None
    return None


#: Lines at most from a company's name to the number below its address.
_LINES_OF_ADDRESS = 6


def _ends_with_a_number(before: str, on_lines: bool) -> bool:
    """Tell whether what stands before a company's name ends with somebody's number, or with a line that has one."""
    if on_lines:
        last = before.rstrip().rpartition("\n")[2]
        return "@" in last or _DIGITS.search(last) is not None
    return re.search(r"\d{2}[ ,.;|]*$", before) is not None


def _belongs(between: str, service: bool) -> bool:
    if len(between) > 220:
        return False
    for stop in _SENTENCE_END.finditer(between):
        if _ABBREVIATION.search(between[: stop.start() + 1]):
            continue
        rest = between[stop.start() + 1 :]
        if service or len(rest) > 60 or not _LABEL.search(rest):
            return False
    return True


def _of_a_desk(lines: _Lines, start: int, bodies: _Mentions) -> bool:
    """Whether the number's own line says whose it is, and it is no person: 'Pressjouren: …', 'Region Exempel: …'."""
    line_start, line_end = lines.spans[lines.at(start)]
    before = lines.text[max(line_start, start - _REACH) : start]
    if _names_desk(_between_numbers(before)):
        return True
    own = bodies.inside(max(line_start, start - _REACH), start)
    if not own or line_end - line_start > _LONGEST_CONTACT_LINE:
        return False
    opening = lines.text[line_start : own[0].start]
    return len(opening) <= 12 or opening.rstrip(" \u00a0").endswith(":")  # "Certified Adviser: Trygg AB"


def _of_senders_desk(lines: _Lines, start: int, bodies: _Mentions) -> bool:
    """Whether the number's line begins with a press desk and names no body: "⟦Pressjouren⟧, 08-465 004 12"."""
    line_start, _ = lines.spans[lines.at(start)]
    before = lines.text[max(line_start, start - _REACH) : start]
    word = re.match(r"\W*(\w+)\W*(?:tel(?:efon)?\W*)?$", before.lower())
    return word is not None and word[1] in _SENDERS_DESKS and not bodies.inside(line_start, start)


def _between_numbers(before: str) -> str:
    """Return the words since the number before on the same line, without that one's own: "08-465 004 12 (växel), ⟦direkt⟧"."""
    return re.sub(r"^\([^)]*\)", "", re.split(r"\d[,;.]? ", before)[-1])


#: What a desk's telephone is called after it: "akuttelefonen", "jakttelefonen", "pastorsexpeditionen", "tipslinjen".
_OF_A_DESK = re.compile(
    r"(?<!mobil)(?<!direkt)(?<!hem)(?<!arbets)(?<!kontakt)(?<!tjänste)(?<=[a-zåäö]{3})"
    r"(?:telefon|telefonen|linjen|jouren|expeditionen|receptionen)\Z"
)


def _names_desk(words: str) -> bool:
    """Tell words that a desk is among: "Pressjouren", "Ring vår akuttelefon"."""
    return any(word in _DESKS or _OF_A_DESK.search(word) is not None for word in re.findall(r"\w+", words.lower()))


def _heads_lines_of_its_own(lines: _Lines, n: int, bodies: _Mentions) -> bool:
    """Tell a body alone on its line, below somebody's number: "Svalövs kommun" over its own number."""
    if n == 0 or _DIGITS.search(lines.cut(n - 1)) is None:
        return False
    own = bodies.inside(*lines.spans[n])
    return bool(own) and lines.cut(n).strip(" \u00a0:.") == lines.text[own[0].start : own[0].end]


def _above(lines: _Lines, offset: int, names: _Mentions, spelt: Mapping[int, int], bodies: _Mentions) -> int | None:
    """Return the nearest name line above, as long as the lines between look like a contact block.

    An address that spells a name heads a block as the name itself does.
    """
    here = lines.at(offset)
    if lines.length(here) > 2 * _LONGEST_CONTACT_LINE:
        return None
    numbered = False
    for n in range(here - 1, max(-1, here - 1 - _LINES_UP), -1):
        start, end = lines.spans[n]
        own = names.inside(start, end)
        owner = _name_line(lines, n, own)
        if owner is not None:
            return owner
        if not own and n in spelt:
            return spelt[n]
        if not own and _names_another(lines, n):
            return None
        own_number = _DIGITS.search(lines.cut(n)) is not None and _SWITCHBOARD.search(lines.cut(n)) is not None
        if not own and not numbered and not own_number and _names_desk(lines.cut(n)):
            return None  # the desk's own lines
        if not numbered and _heads_lines_of_its_own(lines, n, bodies):
            return None
        numbered = numbered or _DIGITS.search(lines.cut(n)) is not None
        if end - start > _LONGEST_CONTACT_LINE or (
            end - start > 60 and lines.cut(n).rstrip().endswith((".", "!", "?"))
        ):
            return None
    return None


def _below(lines: _Lines, offset: int, names: _Mentions) -> int | None:
    """Return whose name stands right below a number that a label heads: "Presskontakt", "070-174 06 12", "Bo Ek"."""
    here = lines.at(offset)
    if here == 0 or here + 1 >= len(lines.spans):
        return None
    label, own = lines.cut(here - 1).strip(" \u00a0:").lower(), names.inside(*lines.spans[here + 1])
    if not _LABEL.fullmatch(label) or re.search(r"[a-zåäö]{3}", _LABEL.sub("", lines.cut(here).lower())):
        return None
    behind = (lines.cut(n) for n in range(here + 2, min(here + 2 + _LINES_UP, len(lines.spans))))
    if len(own) != 1 or lines.spans[here + 1][0] != own[0].start or any(_DIGITS.search(line) for line in behind):
        return None
    return own[0].who


#: Two or three words with capitals alone on a line, perhaps with a title behind a comma.
_NAMELIKE = re.compile(r"\W*(?P<name>[A-ZÅÄÖÉ][\w’'-]+(?:[ \u00a0][A-ZÅÄÖÉ][\w’'-]+){1,2})[ \u00a0]*(?:$|,)")


def _names_another(lines: _Lines, n: int) -> bool:
    """Tell a line that looks like a name, though nobody knows it: its numbers are not those of the one above.

    It ends with a known surname, or stands alone right below somebody's number; no title, place or label does.
    """
    match = _NAMELIKE.match(lines.cut(n))
    if match is None:
        return False
    words = match["name"].split()
    if any(is_title(word) or _LABEL.fullmatch(word) for word in words) or words[-1] in places():
        return False
    below_a_number = n > 0 and match.end() == len(lines.cut(n)) and _DIGITS.search(lines.cut(n - 1)) is not None
    return words[-1] in surnames() or below_a_number


#: A label, its colon, and words with capitals: "Certified Adviser: Trygg Rådgivning 08-…".
_LABELLED = re.compile(
    r"\W*(?P<label>[^:\d@\n]{2,40}):[ \u00a0]*(?P<name>[A-ZÅÄÖ][\w&.-]*(?:[ \u00a0][A-ZÅÄÖ][\w&.-]*)+)\W*"
)


def _labels_another(lines: _Lines, offset: int, bodies: _Mentions) -> bool:
    """Tell a number behind a label and a name that nobody knows: it is that one's, not whose lines stand above."""
    start, _ = lines.spans[lines.at(offset)]
    match = _LABELLED.fullmatch(lines.text, start, offset)
    if match is None or _LABEL.search(match.group()) or bodies.inside(start, offset):
        return False
    return not any(is_title(word) or word in places() for word in match["name"].split())


def _name_line(lines: _Lines, n: int, own: list[_Mention]) -> int | None:
    """Who a line introduces: a short line with a name that is not a part of somebody else's title."""
    start, end = lines.spans[n]
    if not own or end - start > 2 * _LONGEST_CONTACT_LINE:
        return None
    if end - start > _LONGEST_CONTACT_LINE and not _LABEL.search(lines.cut(n)):
        return None
    if lines.cut(n).lstrip().startswith(("–", "—", "”", '"', "- ")) or _reported(lines.cut(n)):
        return None
    for mention in own:
        before = lines.text[start : mention.start]
        if not _OF_ANOTHER.search(before) or _ASKING.search(before):
            return mention.who
    return None


def _reported(line: str) -> bool:
    """Tell a sentence of the story from a line of contacts."""
    return re.search(
        r"\b(?:säger|sade|menar|berättar|är|har|var|kommer|blir|ska)\b", line
    ) is not None and not _ASKING.search(line)


def _body_near(lines: _Lines, offset: int, bodies: _Mentions) -> Owned | None:
    """Return the body on the number's line before it, else on a short line above."""
    here = lines.at(offset)
    start, end = lines.spans[here]
    before = bodies.inside(max(start, offset - 240), offset)
    if before and _belongs(lines.text[before[-1].end : offset], service=False):
        return "organisation", before[-1].who
    for n in range(here - 1, max(-1, here - 1 - _LINES_UP), -1):
        start, end = lines.spans[n]
        if end - start > _LONGEST_CONTACT_LINE:
            return None
        own = [body for body in bodies.inside(start, end) if not _in_title(lines.text, body.end, end)]
        if own:
            return "organisation", own[-1].who
    return None


def _in_title(text: str, at: int, end: int) -> bool:
    """``⟦nämndens⟧ ordförande``: a body that only tells whose head somebody is."""
    word = re.match(r"s?[ \u00a0](\w+)", text[at:end])
    return word is not None and is_title(word[1])


def _spells_another(local: str, name: str) -> bool:
    """Whether the part before the @ is a given name and one more word, neither of them the person's: 'kim.rask'."""
    parts = [part for part in re.split(r"[._-]+", as_in_addresses(local)) if part]
    if len(parts) < 2 or not all(part.isalpha() and len(part) > 1 for part in parts):
        return False
    words = set(re.split(r"[\s-]+", as_in_addresses(name)))
    return parts[0] in _given() and not words.intersection(parts)


@cache
def _given() -> frozenset[str]:
    return frozenset(as_in_addresses(name) for name in given_names())


def _spells(local: str, name: str) -> bool:
    """Whether the part before the @ spells a person's name: 'asa.oberg', 'asao', 'a.oberg', 'oberg', 'asa'."""
    words = [word for word in re.split(r"[\s-]+", as_in_addresses(name)) if word.isalpha()]
    parts = [part for part in re.split(r"[._-]+|\d+", as_in_addresses(local)) if part]
    if not words or not parts:
        return False
    first, last = words[0], words[-1]
    joined = "".join(parts)
    if len(words) == 1:
        return joined == first
    if len(parts) >= 2:
        return (parts[0] == first or (len(parts[0]) == 1 and first.startswith(parts[0]))) and (
            parts[-1] in words[1:] or "".join(parts[1:]) == "".join(words[1:])
        )
    return joined in {
        first,
        last,
        first + last,
        "".join(words),
        first[0] + last,
        first + last[0],
        last + first,
        last + first[0],
        first[:3] + last[:3],
    }


class OwnersOptions(Options):
    """`owners` has no options."""


@stage("owners", reads=["phones", "emails", "people", "organisations"], adds=["owners"], config=OwnersOptions)
def owners(options: OwnersOptions) -> Stage:
    """Whose the phone numbers and addresses are, from the structure of contact blocks."""

    def find(article: Article) -> Article:
        found = find_owners(article.text, article.phones, article.emails, article.people, article.organisations)
        return article.with_layer("owners", found)

    return find
