"""An article's text with every finding marked: each stretch between two ends with the classes of all that cover it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.record import BlockRecord, QuoteRecord, Record

#: Colours that speakers take turns in.
COLOURS = 8
UNKNOWN = "u"


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding to mark: half-open code points, its class, and for quotes the class of the speaker's colour."""

    start: int
    end: int
    kind: str
    colour: str = ""
    quote: str = ""
    title: str = ""
    first: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words that are marked alike. ``begins`` are quotes that begin here, ``ends`` those whose last words these are."""

    text: str
    classes: tuple[str, ...] = ()
    title: str = ""
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """A block with its stretches."""

    kind: str
    stretches: tuple[Stretch, ...]


def colours(record: Record) -> dict[str, str]:
    """Return a colour's class for each quote by its id: one colour a speaker, in the order in which they speak."""
    given: dict[str, str] = {}
    found: dict[str, str] = {}
    for quote in record.quotes:
        who = quote.speaker.person_id or quote.speaker.organisation_id or quote.speaker.name
        if quote.speaker.kind == "unknown" or who is None:
            found[quote.id] = UNKNOWN
        else:
            found[quote.id] = given.setdefault(who, str(len(given) % COLOURS))
    return found


def article_marks(record: Record) -> list[Mark]:
    """Return every finding of a record as a mark."""
    colour = colours(record)
    marks = [mark for quote in record.quotes for mark in quote_marks(quote, colour[quote.id])]
    marks += [Mark(p.start, p.end, "phone", title=p.e164 or "") for p in record.phones]
    marks += [Mark(e.start, e.end, "email") for e in record.emails]
    marks += [Mark(f.start, f.end, "figure", title=_figure(f)) for f in record.figures]
    marks += [Mark(d.start, d.end, "date", title=d.iso or "") for d in record.dates]
    marks += [Mark(d.start, d.end, "declined") for d in record.declined]
    marks += [Mark(m.start, m.end, "person", title=p.name) for p in record.people for m in p.mentions]
    marks += [Mark(m.start, m.end, "body", title=o.name) for o in record.organisations for m in o.mentions]
    marks += [Mark(m.start, m.end, "place", title=p.name) for p in record.places for m in p.mentions]
    return marks


def quote_marks(quote: QuoteRecord, colour: str) -> Iterator[Mark]:
    """Yield the marks of a quote: its words, its cue, and the words that name its speakers."""
    most = len(quote.contents) - 1
    for n, content in enumerate(quote.contents):
        yield Mark(content.start, content.end, "quote", colour, quote.id, first=n == 0, last=n == most)
    if quote.cue is not None:
        yield Mark(quote.cue.start, quote.cue.end, "frame", colour)
    for speaker in (quote.speaker, *quote.co_speakers):
        if speaker.mention is not None:
            yield Mark(speaker.mention.start, speaker.mention.end, "speaker", colour)


def _figure(figure: object) -> str:
    value, low, high = (getattr(figure, name) for name in ("value", "low", "high"))
    unit = getattr(figure, "currency", None) or getattr(figure, "unit", None) or ""
    told = value if value is not None else f"{low}–{high}"
    return f"{told} {unit}".strip()


def shown_blocks(record: Record, marks: Iterable[Mark]) -> list[Shown]:
    """Return the blocks of a record with their stretches; together they are the text, letter by letter."""
    waiting = sorted(marks, key=lambda m: (m.start, m.end, m.kind), reverse=True)
    blocks = record.blocks or [BlockRecord(kind="paragraph", start=0, end=len(record.text), address=None, reason=None)]
    shown, near = [], list[Mark]()
    for block in sorted(blocks, key=lambda b: b.start):
        near = [m for m in near if m.end > block.start]
        while waiting and waiting[-1].start < block.end:
            near.append(waiting.pop())
        shown.append(Shown(block.kind, tuple(stretches(record.text, block.start, block.end, near))))
    return shown


def stretches(text: str, start: int, end: int, marks: Iterable[Mark]) -> Iterator[Stretch]:
    """Yield the stretches of ``text[start:end]``; joined they are it."""
    inside = sorted((m for m in marks if max(m.start, start) < min(m.end, end)), key=lambda m: m.start, reverse=True)
    ends = sorted({start, end, *(e for m in inside for e in (m.start, m.end) if start < e < end)})
    over = list[Mark]()
    for a, b in pairwise(ends):
        over = [m for m in over if m.end > a]
        while inside and inside[-1].start <= a:
            over.append(inside.pop())
        yield _stretch(text[a:b], a, b, over)


def _stretch(words: str, a: int, b: int, over: Sequence[Mark]) -> Stretch:
    classes = dict.fromkeys(m.kind for m in over)
    classes.update(dict.fromkeys(f"s{m.colour}" for m in over if m.colour))
    titles = dict.fromkeys(m.title for m in over if m.title and m.kind in ("figure", "date"))
    begins = tuple(dict.fromkeys(m.quote for m in over if m.first and m.start == a))
    last = tuple(dict.fromkeys(m.quote for m in over if m.last and m.end == b))
    phone = next((m.title for m in over if m.kind == "phone" and m.start == a and m.end == b), "")
    return Stretch(words, tuple(classes), " · ".join(titles), begins, last, phone)
