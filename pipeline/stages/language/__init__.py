"""Text into a spaCy ``Doc``: words, tags, lemmas, sentences, entities. Everything after `language` reads only that.

Two engines: ``spacy`` (our own model under ``models/``, or any installed spaCy package by name) and ``stanza``. spaCy
itself is imported when the stage is built, so that a command that reads no text does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TYPE_CHECKING, Any, Literal

from pipeline.article import Article
from pipeline.stage import Model, Options, Stage, stage

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

    from pipeline.stages.language.parsing import Arc

    Engine = Callable[[str], Doc]

__all__ = ["LanguageConfig", "entity_confidence", "language", "load_engine", "parse_sentences"]


class LanguageConfig(Options):
    """Which engine reads the text, and with which model."""

    engine: Literal["spacy", "stanza"] = "spacy"
    model: str = "sv_press"


def models_of(cfg: LanguageConfig) -> tuple[Model, ...]:
    """Return the models that these options ask for; none where what is asked for is not here."""
    from pipeline.stages.language.released import released

    return released(cfg.engine, cfg.model)


@stage("language", reads=["text"], adds=["doc"], config=LanguageConfig, models=models_of)
def language(cfg: LanguageConfig) -> Stage:
    """Words, parts of speech, lemmas, sentences and entities, as a spaCy ``Doc`` over the text."""
    return Reading(load_engine(cfg.engine, cfg.model))


class Reading:
    """The stage: adds the ``Doc``, and keeps it small for a run that changes something else."""

    def __init__(self, read: Engine) -> None:
        self._read = read
        self._vocab: Vocab | None = None

    def __call__(self, article: Article) -> Article:
        """Return the article with its ``Doc``."""
        doc = self._read(article.text)
        if doc.text != article.text:
            raise ValueError("the language engine changed the text; offsets would be wrong")
        return article.with_layer("doc", doc)

    def memory_zone(self) -> AbstractContextManager[Any]:
        """Give back at its end what the engine remembers of rare words; no article outlives it."""
        zone: AbstractContextManager[Any] = getattr(self._read, "memory_zone", nullcontext)()
        return zone

    def pack(self, article: Article) -> bytes:
        """Return the article's ``Doc`` in spaCy's format for storage."""
        from pipeline.stages.language.storage import pack

        return pack(article.doc)

    def unpack(self, article: Article, packed: bytes) -> Article:
        """Return the article with the ``Doc`` that was packed."""
        from pipeline.stages.language.storage import unpack

        if self._vocab is None:
            self._vocab = self._read("").vocab
        return article.with_layer("doc", unpack(packed, self._vocab, article.text))


def load_engine(engine: str, model: str) -> Engine:
    """Return a function from text to ``Doc``; raises :class:`LookupError` that says how to get what is missing.

    ``doc.ents`` has the labels PER, ORG and LOC whatever the model calls them; sentences end at every line's end.
    """
    if engine == "stanza":
        from pipeline.stages.language.stanza_engine import load_stanza

        return load_stanza(model)
    from pipeline.stages.language.spacy_engine import load_spacy

    return load_spacy(model)


def entity_confidence(doc: Doc) -> tuple[float, ...]:
    """Return how sure the model is of each of ``doc.ents``, in their order: the share of such that are right."""
    from pipeline.stages.language.entities import confidence_of

    return tuple(confidence_of(doc, entity) for entity in doc.ents)


def parse_sentences(doc: Doc, spans: Sequence[tuple[int, int]] | None = None) -> dict[int, Arc]:
    """Return heads and relations of the words in the sentences that touch ``spans``, by position in ``doc``.

    ``spans`` are half-open code points (None: every sentence); an :class:`Arc` has ``head``, a position in ``doc``
    (a root's own), and ``label`` (``nsubj``, ``parataxis``, ``ROOT`` …). Each sentence is parsed by itself, so its
    tree is the same whatever else was asked for. Raises :class:`LookupError` where there is no parser.
    """
    from pipeline.stages.language.parsing import parse

    return parse(doc, spans)
