"""The JSON record, `press-record/1.1`: its types, its ids, and how an article becomes one.

The types below are the contract with everyone downstream; ``talstreck schema`` prints the JSON Schema made from them.
A layer that no stage looked for is absent; null and the empty list mean "looked for and not found".
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Literal, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.article import (
    NEGATIONS,
    Article,
    BlockKind,
    Bound,
    CueClass,
    DatePrecision,
    FigureKind,
    OrganisationKind,
    Person,
    PersonPart,
    PhoneContext,
    PhoneKind,
    Quote,
    QuoteKind,
    QuoteMark,
    Role,
    Span,
    Speaker,
    SpeakerKind,
)
from pipeline.record_files import open_lines

SCHEMA = "press-record/1.1"


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class SpanRecord(_Part):
    """A stretch of ``text``: half-open code points, and what stands there."""

    start: int
    end: int
    text: str


class Range(_Part):
    """A stretch of ``text`` without its words."""

    start: int
    end: int


class EncodingRecord(_Part):
    """How the bytes were read."""

    name: str
    declared: str | None
    decided_by: str


class ArchiveRecord(_Part):
    """Where in an archive file the bytes stand."""

    path: str
    offset: int
    length: int


class SourceRecord(_Part):
    """Where the page came from and how it was read."""

    name: str | None
    url: str | None
    canonical_url: str | None
    path: str | None
    media_type: str | None
    encoding: EncodingRecord | None
    retrieved_at: str | None
    published_at: str | None
    updated_at: str | None
    raw_sha256: str
    archive: ArchiveRecord | None
    rule: str | None


class BlockRecord(_Part):
    """A typed stretch of the text."""

    kind: BlockKind
    start: int
    end: int
    address: str | None
    reason: str | None


class RoleRecord(SpanRecord):
    """A title as written, and its indefinite form."""

    normalised: str
    organisation_id: str | None


class PersonRecord(_Part):
    """A person of the article."""

    id: str
    name: str
    part: PersonPart
    party: str | None
    age: int | None
    organisation_id: str | None
    roles: list[RoleRecord]
    mentions: list[SpanRecord]
    confidence: float


class OrganisationRecord(_Part):
    """A named body."""

    id: str
    name: str
    kind: OrganisationKind
    ref: str | None
    aliases: list[str]
    mentions: list[SpanRecord]
    confidence: float


class PlaceRecord(_Part):
    """A named place."""

    id: str
    name: str
    mentions: list[SpanRecord]


class CueRecord(SpanRecord):
    """The word that says that somebody speaks; with its negation, "tror inte", where the words are denied."""

    lemma: str
    class_: CueClass = Field(alias="class")

    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)


class SpeakerRecord(_Part):
    """Whose words they are."""

    name: str | None
    kind: SpeakerKind
    person_id: str | None
    organisation_id: str | None
    role: str | None
    mention: SpanRecord | None
    via: str | None
    reason: str | None


class CandidateRecord(_Part):
    """A person who may have said it."""

    person_id: str
    score: float


class QuoteRecord(_Part):
    """Speech with its speaker."""

    id: str
    kind: QuoteKind
    mark: QuoteMark
    contents: list[SpanRecord]
    cue: CueRecord | None
    speaker: SpeakerRecord
    co_speakers: list[SpeakerRecord]
    candidates: list[CandidateRecord]
    confidence: float
    rule: str
    group_id: str | None

    def words(self) -> str:
        """Return the words as readers are to see them: " … " where the frame interrupts, and what the cue denies.

        "[tror inte att] skolan stängs" of "Bo Ek tror inte att skolan stängs", whose ``contents`` are the clause alone.
        """
        said = " … ".join(part.text for part in self.contents)
        denied = self.kind != "direct" and self.cue is not None and self.cue.text.split()[-1].lower() in NEGATIONS
        return f"[{self.cue.text} att] {said}" if self.cue is not None and denied else said


class PhoneRecord(SpanRecord):
    """A phone number."""

    e164: str | None
    kind: PhoneKind
    context: PhoneContext
    extension: str | None
    person_id: str | None
    organisation_id: str | None


class EmailRecord(SpanRecord):
    """An e-mail address."""

    person_id: str | None


class ChangeRecord(_Part):
    """How a figure moves."""

    type: Literal["by", "to", "from", "from_to"]
    direction: Literal["up", "down"] | None


class FigureRecord(SpanRecord):
    """A quantity."""

    kind: FigureKind
    value: str | None
    low: str | None
    high: str | None
    unit: str | None
    currency: str | None
    ucum: str | None
    bound: Bound
    qualifier: str | None
    change: ChangeRecord | None
    of: str | None
    quote_id: str | None
    confidence: float


class DeclinedRecord(SpanRecord):
    """A refusal to speak."""

    person_id: str | None
    kind: str


class DateRecord(SpanRecord):
    """A date or time expression."""

    iso: str | None
    precision: DatePrecision


class ModelRecord(_Part):
    """A trained model that took part."""

    name: str
    version: str
    sha256: str


class ProducedBy(_Part):
    """What made the record."""

    name: str
    version: str
    config_sha256: str
    stages: list[str]
    models: list[ModelRecord]


class NoticeRecord(_Part):
    """Something that a reader of the record should know."""

    code: str
    message: str


class Record(_Part):
    """One article as JSON."""

    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)

    schema_: str = Field(alias="schema")
    id: str
    source: SourceRecord
    group_id: str | None
    title: str | None
    lead: Range | None
    byline: str | None
    language: str | None
    text: str
    text_sha256: str
    blocks: list[BlockRecord]
    people: list[PersonRecord] = []
    organisations: list[OrganisationRecord] = []
    places: list[PlaceRecord] = []
    quotes: list[QuoteRecord] = []
    phones: list[PhoneRecord] = []
    emails: list[EmailRecord] = []
    web_addresses: list[SpanRecord] = []
    figures: list[FigureRecord] = []
    declined: list[DeclinedRecord] = []
    dates: list[DateRecord] = []
    produced_by: ProducedBy
    notices: list[NoticeRecord]

    def to_json(self) -> str:
        """Return the record as one line of JSON: fixed key order, no spaces, absent layers left out."""
        return self.model_dump_json(by_alias=True, exclude_unset=True)


def schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the record."""
    made = Record.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA, **made}


class RecordError(ValueError):
    """A line that is no record; the message says where and why."""


#: From each older major version to the next: none yet.
UPGRADERS: dict[int, Callable[[dict[str, Any]], dict[str, Any]]] = {}


def parse_record(line: str, place: str = "record") -> Record:
    """Read one line of JSON as a record, upgrading older major versions; raises :class:`RecordError`."""
    try:
        data = json.loads(line)
    except ValueError as error:
        raise RecordError(f"{place}: not JSON: {error}") from None
    named = data.get("schema") if isinstance(data, dict) else None
    family, _, version = str(named).rpartition("/")
    major = version.split(".")[0]
    if family != SCHEMA.split("/")[0] or not major.isdigit():
        raise RecordError(f'{place}: expected a record with "schema": "{SCHEMA}", not {named!r}')
    current = int(SCHEMA.rpartition("/")[2].split(".")[0])
    if int(major) > current:
        raise RecordError(f"{place}: {named} is newer than this program, which reads {SCHEMA}; update talstreck")
    for step in range(int(major), current):
        data = UPGRADERS[step](data)
    try:
        return Record.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise RecordError(f"{place}: {where}: {first['msg']}") from None


def read_records(path: str | Path) -> Iterator[Record]:
    """Read records from a file of JSON Lines, compressed or not, or from a folder that the output `shards` wrote.

    Raises :class:`RecordError` with the line's number.
    """
    if Path(path).is_dir():
        from pipeline.outputs.shards import read_shards

        for number, line in enumerate(read_shards(Path(path)), 1):
            yield parse_record(line, f"{path}:{number}")
        return
    with open_lines(path) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield parse_record(line, f"{path}:{number}")


def normal(text: str) -> str:
    """Return the text as ids see it: NFC, no soft hyphens, every run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", text.replace("\u00ad", "")).split())


class Ids:
    """Makes the ids of one article's findings: a hash of place, kind, text and how many of the same came before.

    Neither a row number nor an offset takes part, so that an id survives a change elsewhere in the article.
    """

    def __init__(self, place: str) -> None:
        self._place = normal(place)
        self._seen: Counter[tuple[str, str]] = Counter()

    def article(self) -> str:
        """Return the article's id, from its place alone."""
        return _hash("a", self._place)

    def make(self, letter: str, text: str) -> str:
        """Return the id of the next finding of this kind with this text."""
        key = (letter, normal(text))
        self._seen[key] += 1
        return _hash(letter, self._place, *key, str(self._seen[key]))


def _hash(letter: str, *parts: str) -> str:
    return f"{letter}1-{hashlib.sha256(chr(31).join(parts).encode()).hexdigest()[:12]}"


def build_record(article: Article, produced_by: ProducedBy) -> Record:
    """Turn an article with its layers into a record; links between layers are made here."""
    return _Builder(article).record(produced_by)


class _Builder:
    """One article's record in the making: the ids first, then everything that refers to them."""

    def __init__(self, article: Article) -> None:
        self._article = article
        page = article.page
        self._ids = Ids(article.canonical_url or page.url or page.path or page.sha256)
        self._people = self._make_ids("p", (p.name for p in article.people)) if article.has("people") else []
        self._bodies = (
            self._make_ids("o", (o.name for o in article.organisations)) if article.has("organisations") else []
        )
        self._quotes = self._make_ids("q", (_said(q) for q in article.quotes)) if article.has("quotes") else []

    def _make_ids(self, letter: str, texts: Iterable[str]) -> list[str]:
        return [self._ids.make(letter, text) for text in texts]

    def record(self, produced_by: ProducedBy) -> Record:
        a = self._article
        layers: dict[str, Callable[[], list[Any]]] = {
            "people": self._person_records,
            "organisations": self._organisation_records,
            "places": self._place_records,
            "quotes": self._quote_records,
            "phones": self._phone_records,
            "emails": self._email_records,
            "web_addresses": lambda: list(_spans(a.web_addresses)),
            "figures": self._figure_records,
            "declined": self._declined_records,
            "dates": self._date_records,
        }
        lead = next((b for b in a.blocks if b.kind == "lead"), None)
        return Record(
            schema_=SCHEMA,
            id=self._ids.article(),
            source=self._source(),
            group_id=None,
            title=a.title,
            lead=None if lead is None else Range(start=lead.start, end=lead.end),
            byline=a.byline,
            language=a.language,
            text=a.text,
            text_sha256=hashlib.sha256(a.text.encode()).hexdigest(),
            blocks=[
                BlockRecord(kind=b.kind, start=b.start, end=b.end, address=b.address, reason=b.reason) for b in a.blocks
            ],
            produced_by=produced_by,
            notices=[NoticeRecord(code=n.code, message=n.message) for n in a.notices],
            **cast("dict[str, Any]", {name: make() for name, make in layers.items() if a.has(name)}),
        )

    def _source(self) -> SourceRecord:
        a, page = self._article, self._article.page
        encoding = archive = None
        if a.encoding is not None:
            encoding = EncodingRecord(
                name=a.encoding.name, declared=a.encoding.declared, decided_by=a.encoding.decided_by
            )
        if page.archive is not None:
            place = page.archive
            archive = ArchiveRecord(path=place.path, offset=place.offset, length=place.length)
        return SourceRecord(
            name=page.name or a.source_name,
            url=page.url,
            canonical_url=a.canonical_url,
            path=page.path,
            media_type=page.media_type,
            encoding=encoding,
            retrieved_at=page.retrieved_at,
            published_at=a.published_at,
            updated_at=a.updated_at,
            raw_sha256=page.sha256,
            archive=archive,
            rule=a.rule,
        )

    def _person_records(self) -> list[PersonRecord]:
        return [
            PersonRecord(
                id=key,
                name=p.name,
                part=p.part,
                party=p.party,
                age=p.age,
                organisation_id=self._body_id(_body_of(p)),
                roles=[self._role(r) for r in p.roles],
                mentions=_spans(p.mentions),
                confidence=round(p.confidence, 3),
            )
            for key, p in zip(self._people, self._article.people, strict=True)
        ]

    def _role(self, role: Role) -> RoleRecord:
        return RoleRecord(**_span(role), normalised=role.normalised, organisation_id=self._body_id(role.organisation))

    def _organisation_records(self) -> list[OrganisationRecord]:
        return [
            OrganisationRecord(
                id=key,
                name=o.name,
                kind=o.kind,
                ref=o.ref,
                aliases=list(o.aliases),
                mentions=_spans(o.mentions),
                confidence=round(o.confidence, 3),
            )
            for key, o in zip(self._bodies, self._article.organisations, strict=True)
        ]

    def _place_records(self) -> list[PlaceRecord]:
        return [
            PlaceRecord(id=self._ids.make("l", p.name), name=p.name, mentions=_spans(p.mentions))
            for p in self._article.places
        ]

    def _quote_records(self) -> list[QuoteRecord]:
        groups = self._group_ids()
        return [self._quote(key, q, groups) for key, q in zip(self._quotes, self._article.quotes, strict=True)]

    def _group_ids(self) -> dict[int, str]:
        """Return an id for each group of printings, from the words of its first one."""
        ids: dict[int, str] = {}
        for quote in self._article.quotes:
            if quote.group is not None and quote.group not in ids:
                ids[quote.group] = self._ids.make("g", _said(quote))
        return ids

    def _quote(self, key: str, quote: Quote, groups: dict[int, str]) -> QuoteRecord:
        said = quote.utterance
        cue = None
        if said.cue is not None:
            cue = CueRecord(**_span(said.cue), lemma=said.cue.lemma, class_=said.cue.cue_class)
        return QuoteRecord(
            id=key,
            kind=said.kind,
            mark=said.mark,
            contents=_spans(said.contents),
            cue=cue,
            speaker=self._speaker(quote.speaker),
            co_speakers=[self._speaker(s) for s in quote.co_speakers],
            candidates=[
                CandidateRecord(person_id=self._people[c.person], score=round(c.score, 3)) for c in quote.candidates
            ],
            confidence=round(quote.confidence, 3),
            rule=said.rule,
            group_id=None if quote.group is None else groups[quote.group],
        )

    def _speaker(self, speaker: Speaker) -> SpeakerRecord:
        return SpeakerRecord(
            name=speaker.name,
            kind=speaker.kind,
            person_id=self._person_id(speaker.person),
            organisation_id=self._body_id(speaker.organisation),
            role=speaker.role,
            mention=None if speaker.mention is None else SpanRecord(**_span(speaker.mention)),
            via=speaker.via,
            reason=speaker.reason,
        )

    def _person_id(self, index: int | None) -> str | None:
        return None if index is None else self._people[index]

    def _body_id(self, index: int | None) -> str | None:
        return None if index is None else self._bodies[index]

    def _phone_records(self) -> list[PhoneRecord]:
        return [
            PhoneRecord(
                **_span(phone),
                e164=phone.e164,
                kind=phone.kind,
                context=self._context(phone.context, "phones", n),
                extension=phone.extension,
                person_id=self._owner("phones", n)[0],
                organisation_id=self._owner("phones", n)[1],
            )
            for n, phone in enumerate(self._article.phones)
        ]

    def _context(self, found: PhoneContext, layer: str, index: int) -> PhoneContext:
        """A number that belongs to a reporter is the byline's, whatever block it stands in."""
        owner = self._owner_person(layer, index)
        return "byline" if owner is not None and owner.part == "byline" else found

    def _owner_person(self, layer: str, index: int) -> Person | None:
        if not self._article.has("owners"):
            return None
        for owner in self._article.owners:
            if (owner.layer, owner.index) == (layer, index) and owner.person is not None:
                return self._article.people[owner.person]
        return None

    def _owner(self, layer: str, index: int) -> tuple[str | None, str | None]:
        """Return the ids of the person and the body that a contact belongs to."""
        if self._article.has("owners"):
            for owner in self._article.owners:
                if (owner.layer, owner.index) == (layer, index):
                    return self._person_id(owner.person), self._body_id(owner.organisation)
        return None, None

    def _email_records(self) -> list[EmailRecord]:
        return [
            EmailRecord(**_span(email), person_id=self._owner("emails", n)[0])
            for n, email in enumerate(self._article.emails)
        ]

    def _figure_records(self) -> list[FigureRecord]:
        return [
            FigureRecord(
                **_span(f),
                kind=f.kind,
                value=f.value,
                low=f.low,
                high=f.high,
                unit=f.unit,
                currency=f.currency,
                ucum=f.ucum,
                bound=f.bound,
                qualifier=f.qualifier,
                change=None if f.change is None else ChangeRecord(type=f.change.type, direction=f.change.direction),
                of=f.of,
                quote_id=self._quote_at(f),
                confidence=round(f.confidence, 3),
            )
            for f in self._article.figures
        ]

    def _quote_at(self, span: Span) -> str | None:
        """Return the id of the quote that a span stands in."""
        if self._article.has("quotes"):
            for key, quote in zip(self._quotes, self._article.quotes, strict=True):
                if any(part.start <= span.start and span.end <= part.end for part in quote.utterance.contents):
                    return key
        return None

    def _declined_records(self) -> list[DeclinedRecord]:
        return [DeclinedRecord(**_span(d), person_id=self._named_in(d), kind=d.kind) for d in self._article.declined]

    def _named_in(self, span: Span) -> str | None:
        """Return the id of the person whom a span names; none where it names nobody, or several."""
        if not self._article.has("people"):
            return None
        named = [
            key
            for key, person in zip(self._people, self._article.people, strict=True)
            if any(span.start <= m.start and m.end <= span.end for m in person.mentions)
        ]
        return named[0] if len(named) == 1 else None

    def _date_records(self) -> list[DateRecord]:
        return [DateRecord(**_span(d), iso=d.iso, precision=d.precision) for d in self._article.dates]


def _body_of(person: Person) -> int | None:
    """Return the body that a person belongs to, with a title or without one."""
    if person.organisation is not None:
        return person.organisation
    return next((role.organisation for role in person.roles if role.organisation is not None), None)


def _said(quote: Quote) -> str:
    return " ".join(part.text for part in quote.utterance.contents)


def _span(span: Span) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.text}


def _spans(spans: Iterable[Span]) -> list[SpanRecord]:
    return [SpanRecord(**_span(span)) for span in spans]
