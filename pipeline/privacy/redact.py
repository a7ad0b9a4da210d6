"""A record as a profile lets it be seen: numbers masked in place, people on the list gone, every offset as before."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pipeline.privacy import OPEN, Profile, blank, folded, mask, mask_address
from pipeline.record import PersonRecord, PhoneRecord, Record, SpeakerRecord
from pipeline.store.words import fold

#: Keys whose strings are not words of the article.
_NOT_WORDS = frozenset(
    ["schema", "id", "person_id", "organisation_id", "quote_id", "group_id", "e164", "text_sha256", "raw_sha256"]
)
_PLACES = ("url", "canonical_url", "path")


def redact(record: Record, profile: Profile) -> Record | None:
    """Return the record as the profile lets it be seen; None where the article must not be seen at all.

    The very same record comes back where nothing is to hide. Stars stand for what is hidden, as many as it had
    letters, so that ``text[start:end] == span.text`` still holds; what was hidden is counted in a notice.
    """
    if profile == OPEN:
        return record
    if record.id in profile.ids or profile.urls & {record.source.url, record.source.canonical_url}:
        return None
    redaction = _Redaction(record, profile)
    return redaction.record() if redaction.needed else record


class _Redaction:
    """One record on its way: what goes, and what is written over the text."""

    def __init__(self, record: Record, profile: Profile) -> None:
        self._record, self._profile = record, profile
        self._hidden = {p.id: p for p in record.people if p.id in profile.ids or profile.hides_name(p.name)}
        self._names = _pattern(record, self._hidden.values(), profile.names)
        self._quotes = {q.id for q in record.quotes if q.id in profile.ids or self._hides(q.speaker)}
        self._phones = {n: self._phone_action(phone) for n, phone in enumerate(record.phones)}
        self._over = [*self._over_names(), *self._over_contacts()]
        self._counts: Counter[str] = Counter()

    @property
    def needed(self) -> bool:
        """Tell whether anything is to hide."""
        ages = self._profile.ages == "drop" and any(p.age is not None for p in self._record.people)
        return bool(self._hidden or self._quotes or self._over or ages)

    def _hides(self, speaker: SpeakerRecord) -> bool:
        return speaker.person_id in self._hidden or self._profile.hides_name(speaker.name)

    def _phone_action(self, phone: PhoneRecord) -> str:
        if phone.person_id in self._hidden:
            return "drop"
        return self._profile.phone(phone.kind, phone.context)

    def _email_action(self, person: str | None) -> str:
        return "drop" if person in self._hidden else self._profile.emails

    def _over_names(self) -> Iterable[tuple[int, int, str]]:
        text = self._record.text
        for person in self._hidden.values():
            for mention in person.mentions:
                yield mention.start, mention.end, blank(mention.text)
        if self._names is not None:
            for found in self._names.finditer(text):
                yield found.start(), found.end(), blank(found[0])

    def _over_contacts(self) -> Iterable[tuple[int, int, str]]:
        for n, phone in enumerate(self._record.phones):
            action = self._phones[n]
            if action != "keep":
                yield phone.start, phone.end, mask(phone.text) if action == "mask" else blank(phone.text)
        for email in self._record.emails:
            action = self._email_action(email.person_id)
            if action != "keep":
                hidden = mask_address(email.text) if action == "mask" else blank(email.text)
                yield email.start, email.end, hidden

    def record(self) -> Record:
        """Return the record without what is hidden."""
        data = self._record.model_dump(by_alias=True, exclude_unset=True)
        text = _written_over(self._record.text, self._over)
        self._drop(data)
        self._places(data["source"])
        data = self._scrubbed(data)
        data["text"], data["text_sha256"] = text, hashlib.sha256(text.encode()).hexdigest()
        _cut_anew(data, text)
        self._mask_contacts(data)
        told = ", ".join(f"{n} {what}" for what, n in sorted(self._counts.items()) if n)
        data["notices"] = [
            *data["notices"],
            {"code": "privacy", "message": f"{self._profile.name}: {told or 'hidden'}"},
        ]
        return Record.model_validate(data)

    def _drop(self, data: dict[str, Any]) -> None:
        """Take people on the list out, and everything that hangs on them."""
        gone = self._hidden.keys()
        for layer, key in (("people", "id"), ("declined", "person_id")):
            if layer in data:
                data[layer] = [item for item in data[layer] if item[key] not in gone]
        if "phones" in data:
            kept = [n for n in self._phones if self._phones[n] != "drop"]
            data["phones"] = [{**data["phones"][n], "_": n} for n in kept]
            self._counts["numbers"] = sum(action != "keep" for action in self._phones.values())
        if "emails" in data:
            emails = [e for e in data["emails"] if self._email_action(e["person_id"]) != "drop"]
            self._counts["addresses"] = len(data["emails"]) - len(emails)
            data["emails"] = emails
        if "quotes" in data:
            data["quotes"] = [self._quote(q) for q in data["quotes"] if q["id"] not in self._quotes]
        for figure in data.get("figures", ()):
            if figure["quote_id"] in self._quotes:
                figure["quote_id"] = None
        if self._profile.ages == "drop":
            for person in data.get("people", ()):
                person["age"] = None
        self._counts["people"], self._counts["quotes"] = len(gone), len(self._quotes)

    def _quote(self, quote: dict[str, Any]) -> dict[str, Any]:
        others = [s for s in quote["co_speakers"] if not self._hides(SpeakerRecord.model_validate(s))]
        candidates = [c for c in quote["candidates"] if c["person_id"] not in self._hidden]
        return {**quote, "co_speakers": others, "candidates": candidates}

    def _places(self, source: dict[str, Any]) -> None:
        """Take addresses out that spell the name of somebody on the list."""
        if self._names is None:
            return
        names = {p.name for p in self._hidden.values()} | set(self._profile.names)
        slugs = [re.sub(r"[^a-z0-9]+", "-", fold(name)) for name in names]
        for key in _PLACES:
            plain = re.sub(r"[^a-z0-9]+", "-", fold(source.get(key) or ""))
            if any(slug in plain for slug in slugs):
                source[key] = None

    def _scrubbed(self, value: Any) -> Any:
        """Return plain data with the names on the list written over in every word of it."""
        if self._names is None:
            return value
        if isinstance(value, str):
            return self._names.sub(lambda found: blank(found[0]), value)
        if isinstance(value, list):
            return [self._scrubbed(item) for item in value]
        if isinstance(value, dict):
            return {k: item if k in _NOT_WORDS or k == "source" else self._scrubbed(item) for k, item in value.items()}
        return value

    def _mask_contacts(self, data: dict[str, Any]) -> None:
        for phone in data.get("phones", ()):
            action, number = self._phones[phone.pop("_")], phone["e164"]
            if action == "mask" and number:
                phone["e164"] = mask(number)
            elif action == "keyed":
                phone["e164"] = self._profile.fingerprint(number or phone["text"])


def _pattern(record: Record, hidden: Iterable[PersonRecord], names: Iterable[str]) -> re.Pattern[str] | None:
    """Return what finds the names that must not stand in this record, with their genitives; None where none can.

    A surname alone is hidden where somebody on the list is in the article and nobody else there bears it.
    """
    text = folded(f"{record.title} {record.byline} {record.text}")
    people = {folded(p.name) for p in hidden}
    wanted = people | {name for name in names if name in text}
    if not wanted:
        return None
    shown = {word for p in record.people if folded(p.name) not in wanted for word in folded(p.name).split()}
    surnames = {name.split()[-1] for name in wanted if " " in name} - shown
    return re.compile(
        "|".join(
            rf"(?<!\w){_spaced(name)}(?:s|:s)?(?!\w)" for name in sorted(wanted | surnames, key=len, reverse=True)
        ),
        re.IGNORECASE,
    )


def _spaced(name: str) -> str:
    return r"\s+".join(re.escape(word) for word in name.split())


def _written_over(text: str, over: Sequence[tuple[int, int, str]]) -> str:
    letters = list(text)
    for start, end, instead in over:
        letters[start:end] = instead
    return "".join(letters)


def _cut_anew(value: Any, text: str) -> None:
    """Give every span of the data the words that now stand at its place."""
    if isinstance(value, list):
        for item in value:
            _cut_anew(item, text)
    elif isinstance(value, Mapping):
        if {"start", "end", "text"} <= value.keys():
            value["text"] = text[value["start"] : value["end"]]  # type: ignore[index]
        for item in value.values():
            _cut_anew(item, text)
