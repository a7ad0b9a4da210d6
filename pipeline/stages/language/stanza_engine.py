"""The Stanza engine: its analysis as a spaCy ``Doc``, so that every later stage reads one shape.

Stanza reads one line at a time, so no sentence and no entity runs over a line's end. Our own small models lie under
``models/stanza``: tokenizer, tagger, lemmatizer, parser and entity finder. Any that the user has downloaded with Stanza
serve as well, by the name of their package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import spacy
from spacy.tokens import Doc

from pipeline.data import data_path
from pipeline.stages.language.entities import press_entities
from pipeline.stages.language.released import OWN_STANZA
from pipeline.stages.language.spacy_engine import MANIFEST, check_files

if TYPE_CHECKING:
    from spacy.vocab import Vocab


@dataclass(frozen=True, slots=True)
class Word:
    """A word as an engine gave it: half-open code points in the text, and its analysis.

    ``head`` is the position of the head among all words, the word's own for a root, None without a parse; ``entity``
    is a B-/I-/E-/S-/O tag.
    """

    start: int
    end: int
    starts_sentence: bool
    pos: str = ""
    morph: str = ""
    lemma: str = ""
    head: int | None = None
    label: str = ""
    entity: str = "O"


def load_stanza(model: str) -> Callable[[str], Doc]:
    """Return the engine; raises :class:`LookupError` with the command that adds Stanza or the model where missing."""
    try:
        import stanza
    except ImportError:
        raise LookupError(
            "the engine 'stanza' needs Stanza and torch, which are not installed; add them with "
            "`pip install 'talstreck[stanza]'` (the engine 'spacy' works without)"
        ) from None
    settings: dict[str, Any] = {"lang": "sv", "download_method": None, "use_gpu": False, "verbose": False}
    if model in OWN_STANZA:
        folder = data_path("models", "stanza")
        if not (folder / MANIFEST).is_file():
            raise LookupError(
                f"our own Stanza models are not under {folder}; `make train-stanza DATA=…` trains them, "
                "or name a package that Stanza has downloaded"
            )
        check_files(folder)
        settings["dir"] = str(folder)
    else:
        settings["package"] = model
    try:
        pipeline = stanza.Pipeline(**settings)
    except Exception as error:  # Stanza raises a class of its own for each thing that is missing
        raise LookupError(
            f"Stanza has no Swedish model {model!r} here ({error}); get one with "
            f"`python -c \"import stanza; stanza.download('sv', package='{model}')\"`, or take model: sv_press"
        ) from error
    vocab = spacy.blank("sv").vocab

    def read(text: str) -> Doc:
        lines = list(_lines(text))
        documents = pipeline.bulk_process([stanza.Document([], text=line) for _, line in lines])
        offsets = [offset for offset, _ in lines]
        done: Doc = press_entities(to_doc(vocab, text, words_of(zip(offsets, documents, strict=True))))
        return done

    return read


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield (offset, line) of every line that has more than white space."""
    offset = 0
    for line in text.split("\n"):
        if line.strip():
            yield offset, line
        offset += len(line) + 1


def words_of(documents: Iterable[tuple[int, Any]]) -> list[Word]:
    """Return the words of Stanza documents, each with the offset of its line in the whole text."""
    words: list[Word] = []
    for offset, document in documents:
        for sentence in document.sentences:
            first = len(words)
            for token in sentence.tokens:
                word = token.words[0]
                head = word.head
                words.append(
                    Word(
                        start=offset + token.start_char,
                        end=offset + token.end_char,
                        starts_sentence=len(words) == first,
                        pos=word.upos or "",
                        morph=word.feats or "",
                        lemma=word.lemma or "",
                        head=None if head is None else len(words) if head == 0 else first + head - 1,
                        label="ROOT" if word.deprel == "root" else word.deprel or "",
                        entity=token.ner or "O",
                    )
                )
    return words


def to_doc(vocab: Vocab, text: str, words: list[Word]) -> Doc:
    """Return a document over ``text``: a single space after a word belongs to it, other white space is a word.

    What no word covers is a word of its own, so that ``doc.text == text`` whatever the engine did.
    """
    pieces: list[tuple[str, bool, Word | None]] = []
    place_of: list[int] = []
    done = 0
    for word in words:
        pieces += _gap(text, done, word.start, pieces)
        place_of.append(len(pieces))
        pieces.append((text[word.start : word.end], False, word))
        done = word.end
    pieces += _gap(text, done, len(text), pieces)
    parsed = bool(words) and all(word.head is not None for word in words)
    heads: list[int] = []
    for place, (_, _, owner) in enumerate(pieces):
        beside = place - 1 if place else min(1, len(pieces) - 1)
        heads.append(place_of[owner.head] if owner is not None and owner.head is not None else beside)
    found: dict[str, Any] = {"heads": heads, "deps": [word.label if word else "dep" for _, _, word in pieces]}
    if not parsed:
        found = {"sent_starts": [word is not None and word.starts_sentence for _, _, word in pieces]}
    return Doc(
        vocab,
        [piece for piece, _, _ in pieces],
        [space for _, space, _ in pieces],
        pos=[word.pos if word else "SPACE" for _, _, word in pieces] if any(word.pos for word in words) else None,
        morphs=[word.morph if word else "" for _, _, word in pieces] if any(word.pos for word in words) else None,
        lemmas=[(word.lemma if word else "") or piece for piece, _, word in pieces],
        ents=_entity_tags([word for _, _, word in pieces]),
        **found,
    )


def _gap(
    text: str, start: int, end: int, pieces: list[tuple[str, bool, Word | None]]
) -> list[tuple[str, bool, Word | None]]:
    """Return what stands between two words as pieces; a first space is given to the piece before."""
    if start < end and text[start] == " " and pieces:
        piece, _, word = pieces[-1]
        pieces[-1] = (piece, True, word)
        start += 1
    return [(text[start:end], False, None)] if start < end else []


def _entity_tags(words: list[Word | None]) -> list[str]:
    """Return B-/I-/O tags; white space inside a name ("Bo  Ek") is a part of it."""
    tags: list[str] = []
    after = "O"
    for word in reversed(words):
        if word is not None:
            after = _iob(word.entity)
        tags.append(after if word is not None or after.startswith("I-") else "O")
    return tags[::-1]


def _iob(tag: str) -> str:
    return {"S": "B", "E": "I"}.get(tag[:1], tag[:1]) + tag[1:]
