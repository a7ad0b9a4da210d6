"""spaCy's DocBin: each article as a ``Doc`` with words, tags, entities, and quotes as span groups, to train on.

``doc.spans["quotes"]`` are the quoted words, labelled by kind; ``speakers`` the words that name who speaks, labelled by
the kind of speaker; both carry the quote's id. The language model reads each text again, since a record has no words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from pipeline.outputs import Output, output
from pipeline.outputs.aside import AsideFile
from pipeline.record import Record
from pipeline.stage import Options

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span


class DocbinOptions(Options):
    """``path`` is the file; ``engine`` and ``model`` are those of the stage `language`."""

    path: str
    engine: Literal["spacy", "stanza"] = "spacy"
    model: str = "sv_press"


@output("docbin", config=DocbinOptions)
def docbin(options: DocbinOptions) -> Output:
    """SpaCy Docs with quotes and speakers as span groups."""
    return DocbinFile(options)


class DocbinFile:
    """Docs in a DocBin."""

    def __init__(self, options: DocbinOptions) -> None:
        from spacy.tokens import DocBin

        from pipeline.stages.language import load_engine

        self._place = AsideFile(Path(options.path))
        self._read = load_engine(options.engine, options.model)
        self._docs = DocBin(attrs=["ORTH", "SPACY", "TAG", "POS", "MORPH", "LEMMA", "SENT_START", "ENT_IOB", "ENT_TYPE"], store_user_data=True)  # fmt: skip

    def write(self, record: Record, line: str) -> None:
        """Read the text of a record again and add its Doc."""
        self._docs.add(annotated(record, self._read))

    def close(self) -> None:
        """Put the file in its place."""
        self._place.aside.write_bytes(self._docs.to_bytes())
        self._place.keep()

    def abandon(self) -> None:
        """Remove what was written."""
        self._place.drop()


def annotated(record: Record, read: Callable[[str], Doc]) -> Doc:
    """Return a record's text as a Doc with its quotes and speakers; a span is widened to whole words."""
    doc = read(record.text)
    quotes: list[Span] = []
    speakers: list[Span] = []
    for quote in record.quotes:
        quotes += _spans(doc, quote.contents, quote.kind, quote.id)
        named = [s.mention for s in (quote.speaker, *quote.co_speakers) if s.mention is not None]
        speakers += _spans(doc, named, quote.speaker.kind, quote.id)
    doc.spans["quotes"], doc.spans["speakers"] = quotes, speakers
    doc.user_data = {"id": record.id}
    return doc


def _spans(doc: Doc, parts: Sequence[Any], label: str, key: str) -> Iterable[Span]:
    found = (doc.char_span(part.start, part.end, label=label, span_id=key, alignment_mode="expand") for part in parts)
    return [span for span in found if span is not None]
