"""What flows through the pipeline: a page becomes an article, and stages add layers of findings to it.

Everything here is frozen. Offsets are half-open Unicode code points into ``Article.text``; every finding is a
:class:`Span` of it, so ``text[span.start:span.end] == span.text`` always holds. Links between findings (the person of
a role, the quote's speaker) are positions in the layer they point into; ids are made when the record is built.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeVar

if TYPE_CHECKING:
    from spacy.tokens import Doc

BlockKind = Literal[
    "title",
    "lead",
    "byline",
    "date",
    "heading",
    "paragraph",
    "dash",
    "list_item",
    "table",
    "caption",
    "factbox",
    "contact",
    "other",
]
NameLabel = Literal["PER", "ORG", "LOC"]
PersonPart = Literal["story", "byline", "credit", "contact"]
OrganisationKind = Literal[
    "authority",
    "region",
    "municipality",
    "county_board",
    "university",
    "school",
    "hospital",
    "company",
    "party",
    "union",
    "association",
    "media",
    "court",
    "parish",
    "team",
    "international",
    "other",
]
PhoneKind = Literal["mobile", "landline", "freephone", "shared", "premium", "short"]
PhoneContext = Literal["contact", "byline", "switchboard", "text"]
FigureKind = Literal["count", "money", "percent", "measure", "duration", "ordinal", "factor"]
Bound = Literal["exact", "about", "more_than", "less_than", "at_least", "at_most"]
DatePrecision = Literal[
    "day", "month", "week", "season", "half", "quarter", "year", "decade", "weekday", "relative", "time", "minute"
]
QuoteKind = Literal["direct", "indirect", "mixed"]
QuoteMark = Literal["dash", "marks", "colon", "none"]
CueClass = Literal["neutral", "endorsing", "distancing", "commissive", "emotive"]
SpeakerKind = Literal["person", "organisation", "role", "group", "document", "anonymous", "unknown"]


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes were read: the encoding used, the one that was declared, and what decided."""

    name: str
    declared: str | None
    decided_by: str


@dataclass(frozen=True, slots=True)
class ArchivePlace:
    """Where in an archive file a page's bytes stand (offset and length in bytes)."""

    path: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Page:
    """One input: its bytes and what the source knows about them.

    ``path`` is relative to the path that was given, with forward slashes; ``url`` is null for files. ``published_at``
    is an ISO date or time that the source vouches for (a feed's, a header's); the page's own date is found by `clean`.
    ``charset`` is what a transport declared (an HTTP header), not what the markup says.
    """

    data: bytes
    path: str | None = None
    url: str | None = None
    name: str | None = None
    media_type: str | None = None
    charset: str | None = None
    retrieved_at: str | None = None
    published_at: str | None = None
    archive: ArchivePlace | None = None

    @property
    def sha256(self) -> str:
        """The page's fingerprint: lower-case hex of its raw bytes."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def place(self) -> str:
        """What a person would call this input in a message: its path or URL."""
        return self.path or self.url or "<text>"


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the article's text; ``start`` and ``end`` are half-open code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A typed stretch of the text; ``address`` is the XPath of its element or attribute, ``reason`` the rule that typed it."""

    kind: BlockKind
    start: int
    end: int
    address: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a reader of the record should know: ``lost_dash``, ``encoding_repaired``, …"""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Phone(Span):
    """A phone number as written. ``e164`` is null for short numbers such as 112 and 114 14."""

    e164: str | None
    kind: PhoneKind
    context: PhoneContext = "text"
    extension: str | None = None


@dataclass(frozen=True, slots=True)
class Email(Span):
    """An e-mail address as written; ``address`` is its plain form, lower case."""

    address: str


@dataclass(frozen=True, slots=True)
class Change:
    """How a figure moves: *ökade med* (by, up), *minskade till* (to, down), *från 9 till 12* (from_to)."""

    type: Literal["by", "to", "from", "from_to"]
    direction: Literal["up", "down"] | None


@dataclass(frozen=True, slots=True)
class Figure(Span):
    """A quantity. ``value``, ``low``, ``high`` are decimal strings; ``unit`` is the noun or unit as written."""

    kind: FigureKind
    value: str | None = None
    low: str | None = None
    high: str | None = None
    unit: str | None = None
    currency: str | None = None
    ucum: str | None = None
    bound: Bound = "exact"
    qualifier: str | None = None
    change: Change | None = None
    of: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class DateExpression(Span):
    """A date or time expression; ``iso`` is an ISO 8601 date or interval, null where the year is unknown."""

    iso: str | None
    precision: DatePrecision


@dataclass(frozen=True, slots=True)
class Name(Span):
    """A name in the text. ``via`` is what found it: ``model``, ``contact``, ``byline``, ``title``, ``repeat`` …"""

    label: NameLabel
    confidence: float
    via: str


@dataclass(frozen=True, slots=True)
class Role(Span):
    """A title as written; ``normalised`` is its indefinite form, ``organisation`` a position in `organisations`."""

    normalised: str
    organisation: int | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the article under the fullest name; ``part`` tells sources from reporters and photographers.

    ``organisation`` is the body that the text ties to the person without a title: "säger Bo Ek på Sjörådet".
    """

    name: str
    part: PersonPart
    mentions: tuple[Span, ...]
    roles: tuple[Role, ...] = ()
    party: str | None = None
    age: int | None = None
    organisation: int | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Organisation:
    """A named body; ``ref`` is an official code where one is certain, ``aliases`` other forms that mean it."""

    name: str
    kind: OrganisationKind
    mentions: tuple[Span, ...]
    aliases: tuple[str, ...] = ()
    ref: str | None = None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Place:
    """A named place."""

    name: str
    mentions: tuple[Span, ...]


#: Words that make the opposite of what is said; a cue takes in the one behind it: *tror inte*.
NEGATIONS = frozenset(["inte", "ej", "aldrig", "knappast"])


@dataclass(frozen=True, slots=True)
class Cue(Span):
    """The word that says that somebody speaks: *säger*, *menar*, *enligt*; with its negation: *tror inte*."""

    lemma: str
    cue_class: CueClass
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Utterance:
    """Speech before its speaker is known: the words, the frame around them and the rule that found both.

    ``contents`` are the quoted words alone, without dash, outer marks or the comma before the frame. ``frame`` is the
    clause of attribution ("säger hon"), ``mention`` the speaker's words in it ("hon", "Åsa Öberg").
    """

    kind: QuoteKind
    mark: QuoteMark
    contents: tuple[Span, ...]
    rule: str
    cue: Cue | None = None
    frame: Span | None = None
    mention: Span | None = None
    block: int = 0


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words they are. Unknown speakers have ``kind='unknown'``, no name and a ``reason``."""

    kind: SpeakerKind
    name: str | None
    person: int | None = None
    organisation: int | None = None
    role: str | None = None
    mention: Span | None = None
    via: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person who may have said it, with a score between 0 and 1."""

    person: int
    score: float


@dataclass(frozen=True, slots=True)
class Quote:
    """An utterance with its speaker; ``group`` ties printings of one utterance in the article together."""

    utterance: Utterance
    speaker: Speaker
    co_speakers: tuple[Speaker, ...] = ()
    candidates: tuple[Candidate, ...] = ()
    confidence: float = 0.0
    group: int | None = None


@dataclass(frozen=True, slots=True)
class Declined(Span):
    """A refusal to speak: "Åsa Öberg har avböjt att kommentera". Not a quote; journalists want it."""

    kind: str


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose a contact is: ``layer`` and ``index`` name the phone or e-mail, the rest its owner."""

    layer: Literal["phones", "emails"]
    index: int
    person: int | None = None
    organisation: int | None = None


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Article:
    """A page on its way through the stages: the text, its blocks, and one layer for each kind of finding.

    ``text`` and ``blocks`` are set once, by `clean`; a layer is set once, by the stage that adds it. Reading a layer
    that no stage has added raises :class:`LookupError`; an empty layer means "looked for and not found".
    """

    page: Page
    text: str = ""
    blocks: tuple[Block, ...] = ()
    title: str | None = None
    byline: str | None = None
    language: str | None = None
    published_at: str | None = None
    updated_at: str | None = None
    canonical_url: str | None = None
    encoding: Encoding | None = None
    rule: str | None = None
    source_name: str | None = None
    dropped: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    notices: tuple[Notice, ...] = ()
    layers: Mapping[str, Any] = field(default_factory=lambda: MappingProxyType({}))

    def with_layer(self, name: str, value: Any) -> Article:
        """Return the article with one more layer; a layer that is there already is an error of the caller's."""
        if name in self.layers:
            raise ValueError(f"the layer {name!r} is there already; a stage edits nobody else's layer")
        return replace(self, layers=MappingProxyType({**self.layers, name: value}))

    def with_notice(self, code: str, message: str) -> Article:
        """Return the article with one more notice."""
        return replace(self, notices=(*self.notices, Notice(code, message)))

    def block_above(self, number: int) -> int:
        """Return the number of the block of text above a block, past captions, bylines and dates; -1 where there is none."""
        above = number - 1
        while above >= 0 and self.blocks[above].kind in ("caption", "byline", "date"):
            above -= 1
        return above

    def cut(self, start: int, end: int) -> Span:
        """Return the span of the text from ``start`` to ``end`` (half-open code points)."""
        return Span(start, end, self.text[start:end])

    def has(self, name: str) -> bool:
        """Tell whether a stage has added this layer."""
        return name in self.layers

    def _layer(self, name: str) -> Any:
        try:
            return self.layers[name]
        except KeyError:
            raise LookupError(f"no stage has added the layer {name!r}") from None

    @property
    def doc(self) -> Doc:
        """The spaCy ``Doc`` over ``text`` that the `language` stage made."""
        doc: Doc = self._layer("doc")
        return doc

    @property
    def phones(self) -> tuple[Phone, ...]:
        """Phone numbers, from `contacts`."""
        return tuple(self._layer("phones"))

    @property
    def emails(self) -> tuple[Email, ...]:
        """E-mail addresses, from `contacts`."""
        return tuple(self._layer("emails"))

    @property
    def web_addresses(self) -> tuple[Span, ...]:
        """Web addresses as written, from `contacts`."""
        return tuple(self._layer("web_addresses"))

    @property
    def dates(self) -> tuple[DateExpression, ...]:
        """Date and time expressions, from `dates`."""
        return tuple(self._layer("dates"))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Quantities, from `figures`."""
        return tuple(self._layer("figures"))

    @property
    def names(self) -> tuple[Name, ...]:
        """Names of people, bodies and places, from `names`."""
        return tuple(self._layer("names"))

    @property
    def people(self) -> tuple[Person, ...]:
        """People, from `roles`."""
        return tuple(self._layer("people"))

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Bodies, from `roles`."""
        return tuple(self._layer("organisations"))

    @property
    def places(self) -> tuple[Place, ...]:
        """Places, from `roles`."""
        return tuple(self._layer("places"))

    @property
    def owners(self) -> tuple[Owner, ...]:
        """Whose the contacts are, from `owners`."""
        return tuple(self._layer("owners"))

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """Speech without speakers, from `quotes`."""
        return tuple(self._layer("utterances"))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Speech with speakers, from `speakers`."""
        return tuple(self._layer("quotes"))

    @property
    def declined(self) -> tuple[Declined, ...]:
        """Refusals to speak, from `quotes`."""
        return tuple(self._layer("declined"))
