"""The readable view of a record on a terminal: who said what, the numbers to call, the figures."""

from __future__ import annotations

from rich.console import Console
from rich.markup import escape
from rich.text import Text

from pipeline.record import FigureRecord, PhoneRecord, QuoteRecord, Record, SpeakerRecord


def show(record: Record, console: Console) -> None:
    """Print title, quotes with speaker, role and confidence, phones with owner, figures and dates of a record."""
    place = record.source.url or record.source.path or record.id
    console.print()
    console.print(Text(record.title or "(utan rubrik)", style="bold"))
    console.print(Text(" · ".join(filter(None, [place, record.source.published_at, record.source.rule])), style="dim"))
    for quote in record.quotes:
        console.print(_quote(quote, record))
    for declined in record.declined:
        console.print(Text(f"  ✗ {declined.text}", style="yellow"))
    for phone in record.phones:
        console.print(f"  ☎ {escape(_phone(phone, record))}")
    for label, texts in (
        ("Siffror", [_figure(f) for f in record.figures]),
        ("Datum", [f"{d.text} = {d.iso}" if d.iso else d.text for d in record.dates]),
        ("Personer", [_person(record, p.id) for p in record.people]),
        ("Organisationer", [o.name for o in record.organisations]),
    ):
        if texts:
            console.print(Text.assemble((f"  {label}: ", "dim"), " · ".join(texts)))
    for notice in record.notices:
        console.print(Text(f"  ! {notice.message}", style="yellow"))


def _quote(quote: QuoteRecord, record: Record) -> Text:
    said = " ".join(quote.words().split())
    speakers = " och ".join(_speaker(s, record) for s in (quote.speaker, *quote.co_speakers))
    opening = {"dash": "– ", "marks": "”", "colon": ": ", "none": "≈ "}[quote.mark]
    closing = "”" if quote.mark == "marks" else ""
    tail = f"  [{quote.kind}, {quote.confidence:.2f}]"
    return Text.assemble("  ", (f"{opening}{said}{closing}", "cyan"), "\n      ", (speakers, "bold"), (tail, "dim"))


def _speaker(speaker: SpeakerRecord, record: Record) -> str:
    if speaker.kind == "unknown":
        return f"okänd ({speaker.reason})"
    role = speaker.role
    body = None
    for person in record.people:
        if person.id == speaker.person_id:
            held = next((r.organisation_id for r in person.roles if r.organisation_id), None)
            body = next((o.name for o in record.organisations if o.id == held), None)
    return ", ".join(filter(None, [speaker.name, role, body]))


def _phone(phone: PhoneRecord, record: Record) -> str:
    owner = next((p.name for p in record.people if p.id == phone.person_id), None) or next(
        (o.name for o in record.organisations if o.id == phone.organisation_id), None
    )
    return f"{phone.text} ({phone.e164 or phone.kind})" + (f" – {owner}" if owner else "")


def _figure(figure: FigureRecord) -> str:
    size = figure.value or "–".join(filter(None, [figure.low, figure.high]))
    return f"{' '.join(figure.text.split())} ({size} {figure.currency or ''}".rstrip() + ")"


def _person(record: Record, key: str) -> str:
    person = next(p for p in record.people if p.id == key)
    roles = ", ".join(dict.fromkeys(r.normalised for r in person.roles))
    return person.name + (f" ({roles})" if roles else "")


def explain(record: Record, quote_id: str, console: Console) -> None:
    """Print why a quote is one and whose: rule, frame, candidates with scores, and the text around it."""
    quote = next(q for q in record.quotes if q.id == quote_id)
    people = {p.id: p.name for p in record.people}
    speaker = quote.speaker
    rows = [
        ("words", quote.words()),
        ("kind", f"{quote.kind}, mark {quote.mark}, found by the rule {quote.rule}"),
        ("cue", "none" if quote.cue is None else f"{quote.cue.text} ({quote.cue.lemma}, {quote.cue.class_})"),
        ("written", "no clause names the speaker" if speaker.mention is None else speaker.mention.text),
        ("speaker", f"{speaker.name or 'unknown'} ({speaker.kind}, by {speaker.via or speaker.reason})"),
        ("confidence", f"{quote.confidence:.3f}"),
        ("candidates", ", ".join(f"{people[c.person_id]} {c.score:.2f}" for c in quote.candidates) or "none"),
        ("page", record.source.url or record.source.path or record.id),
    ]
    for label, value in rows:
        console.print(Text.assemble((f"{label:>11}  ", "dim"), " ".join(value.split())))
    console.print(_around(record, quote))


def _around(record: Record, quote: QuoteRecord) -> Text:
    """Return the quote's block with the words and the speaker's mention marked."""
    first, last = quote.contents[0].start, quote.contents[-1].end
    start = max((b.start for b in record.blocks if b.start <= first), default=0)
    end = min((b.end for b in record.blocks if b.end >= last), default=len(record.text))
    text = Text(record.text[start:end])
    for part in quote.contents:
        text.stylize("cyan", part.start - start, part.end - start)
    if quote.speaker.mention is not None and quote.speaker.mention.start >= start:
        text.stylize("bold", quote.speaker.mention.start - start, quote.speaker.mention.end - start)
    return text
