r"""The finders as a component for spaCy: ``nlp.add_pipe("talstreck")`` fills ``doc._.talstreck``.

    import spacy

    nlp = spacy.blank("sv")
    nlp.add_pipe("talstreck")
    doc = nlp("Ny bro\n\n– Den håller, säger Maja Tornberg, projektledare i Alvsund.")
    for quote in doc._.talstreck.quotes:
        print(quote.record.speaker.name, quote.spans)

The stages are those of :mod:`pipeline.run` without `clean`, so that offsets are the Doc's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup
from spacy.util import filter_spans

from pipeline.article import Article
from pipeline.config import default_config, load_config
from pipeline.record import (
    DateRecord,
    EmailRecord,
    FigureRecord,
    OrganisationRecord,
    PersonRecord,
    PhoneRecord,
    PlaceRecord,
    QuoteRecord,
    Record,
    SpanRecord,
    build_record,
    parse_record,
)
from pipeline.run import Pipeline
from pipeline.stages.clean import read_in_place
from pipeline.stages.language import LanguageConfig, load_engine
from pipeline.stages.language.entities import CONFIDENCE_KEY, press_entities

#: Where the record stands in ``doc.user_data``, as a line of JSON; and the name of the group in ``doc.spans``.
KEY = "talstreck"
#: Stages that the component does without: the Doc has its text already, and perhaps its words and entities.
_REPLACED = ("clean", "language")
#: What a Doc must have for its own words to do.
_ANNOTATION = ("POS", "MORPH", "ENT_IOB")

F = TypeVar("F")


@dataclass(frozen=True, slots=True)
class Found(Generic[F]):
    """A finding: ``record`` as in the JSON record, ``spans`` in the Doc (every mention, every piece of a quote).

    A span is widened to whole tokens where the finding ends inside one; ``record`` has the exact offsets.
    """

    record: F
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in a Doc; ``record`` is the whole press record, with offsets into ``doc.text``."""

    record: Record
    quotes: tuple[Found[QuoteRecord], ...]
    people: tuple[Found[PersonRecord], ...]
    organisations: tuple[Found[OrganisationRecord], ...]
    places: tuple[Found[PlaceRecord], ...]
    phones: tuple[Found[PhoneRecord], ...]
    emails: tuple[Found[EmailRecord], ...]
    figures: tuple[Found[FigureRecord], ...]
    dates: tuple[Found[DateRecord], ...]


def findings(doc: Doc) -> Findings:
    """Return what the component found in a Doc, also after ``to_bytes`` and back.

    Raises :class:`LookupError` for a Doc that the component has not read. Each call reads the record anew: keep the
    result in a variable.
    """
    line = doc.user_data.get(KEY)
    if line is None:
        raise LookupError("doc._.talstreck: no component has filled it; nlp.add_pipe('talstreck') before reading")
    record = parse_record(line, "doc.user_data['talstreck']")
    return Findings(
        record,
        quotes=tuple(Found(q, _spans(doc, q.contents, "QUOTE")) for q in record.quotes),
        people=tuple(Found(p, _spans(doc, p.mentions, "PERSON")) for p in record.people),
        organisations=tuple(Found(o, _spans(doc, o.mentions, "ORGANISATION")) for o in record.organisations),
        places=tuple(Found(p, _spans(doc, p.mentions, "PLACE")) for p in record.places),
        phones=tuple(Found(p, _spans(doc, [p], "PHONE")) for p in record.phones),
        emails=tuple(Found(e, _spans(doc, [e], "EMAIL")) for e in record.emails),
        figures=tuple(Found(f, _spans(doc, [f], "FIGURE")) for f in record.figures),
        dates=tuple(Found(d, _spans(doc, [d], "DATE")) for d in record.dates),
    )


def _spans(doc: Doc, found: Iterable[SpanRecord], label: str) -> tuple[Span, ...]:
    spans = (doc.char_span(f.start, f.end, label=label, alignment_mode="expand") for f in found)
    return tuple(span for span in spans if span is not None)


Doc.set_extension("talstreck", getter=findings, force=True)


@lru_cache(maxsize=4)
def _pipeline(configuration: str | None) -> Pipeline:
    config = default_config() if configuration is None else load_config(configuration)
    return Pipeline(config.without_stages(_REPLACED))


@lru_cache(maxsize=4)
def _engine(configuration: str | None) -> Callable[[str], Doc]:
    """Return our own reader of words: the one of the configuration's `language` stage."""
    config = default_config() if configuration is None else load_config(configuration)
    options = next((step.options for step in config.stages if step.name == "language"), LanguageConfig())
    assert isinstance(options, LanguageConfig)
    return load_engine(options.engine, options.model)


@dataclass(frozen=True, slots=True)
class Talstreck:
    """The component. It holds no model, so it travels to other processes; models are loaded once in each."""

    configuration: str | None = None
    reread: bool = False

    def __call__(self, doc: Doc) -> Doc:
        """Fill ``doc._.talstreck`` and ``doc.spans["talstreck"]``; everything else in the Doc stays as it was."""
        pipeline = _pipeline(self.configuration)
        article = read_in_place(doc.text, doc.user_data.get("published_at"))
        article = self._finish(article.with_layer("doc", self._words(doc)), pipeline)
        doc.user_data[KEY] = build_record(article, pipeline.produced_by).to_json()
        found = findings(doc)
        layers: tuple[Sequence[Found[Any]], ...] = (
            *(found.quotes, found.people, found.organisations, found.places),
            *(found.phones, found.emails, found.figures, found.dates),
        )
        doc.spans[KEY] = SpanGroup(doc, name=KEY, spans=[s for layer in layers for one in layer for s in one.spans])
        return doc

    @staticmethod
    def _finish(article: Article, pipeline: Pipeline) -> Article:
        for _, stage in pipeline.stages:
            article = stage(article)
        return article

    def _words(self, doc: Doc) -> Doc:
        """Return the words that the stages read: the Doc's own where it is tagged, else our model's with its entities."""
        if not self.reread and all(doc.has_annotation(layer) for layer in _ANNOTATION):
            return _with_our_labels(_copy(doc))
        own = _engine(self.configuration)(doc.text)
        return own if self.reread else _with_entities(own, doc)


def _with_our_labels(doc: Doc) -> Doc:
    labelled: Doc = press_entities(doc)
    return labelled


def _copy(doc: Doc) -> Doc:
    """Return a Doc with the same words, tags and entities, so that ours get our labels and the user's stay."""
    copy = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        pos=[token.pos_ for token in doc],
        morphs=[str(token.morph) for token in doc],
    )
    copy.set_ents([Span(copy, e.start, e.end, label=e.label) for e in doc.ents])
    if CONFIDENCE_KEY in doc.user_data:
        copy.user_data[CONFIDENCE_KEY] = dict(doc.user_data[CONFIDENCE_KEY])
    return copy


def _with_entities(own: Doc, doc: Doc) -> Doc:
    """Lay the entities of the user's pipeline over those of our model; where two overlap the user's stays."""
    theirs = [own.char_span(e.start_char, e.end_char, label=e.label_, alignment_mode="expand") for e in doc.ents]
    laid = filter_spans([span for span in theirs if span is not None])
    if not laid:
        return own
    taken = {n for span in laid for n in range(span.start, span.end)}
    kept = [e for e in own.ents if taken.isdisjoint(range(e.start, e.end))]
    own.set_ents([*laid, *kept])
    return _with_our_labels(own)


@Language.factory("talstreck", default_config={"configuration": None, "reread": False}, retokenizes=False)
def make_talstreck(nlp: Language, name: str, configuration: str | None, reread: bool) -> Talstreck:
    """Build the component for spaCy.

    ``configuration`` is the path of a YAML file whose stages are used (the bundled default where there is none);
    ``reread`` has our own model read every Doc anew, whatever the pipeline has found. Raises
    :class:`~pipeline.config.ConfigError` for a configuration with mistakes.
    """
    _pipeline(configuration)
    return Talstreck(configuration, reread)
