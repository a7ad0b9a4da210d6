"""A ``Doc`` as few bytes, and back: what every later stage reads of it, and nothing more."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from spacy.tokens import Doc, DocBin

from pipeline.stages.language.entities import CONFIDENCE_KEY

if TYPE_CHECKING:
    from spacy.vocab import Vocab

_WORDS = ["TAG", "POS", "MORPH", "LEMMA", "ENT_IOB", "ENT_TYPE"]


def pack(doc: Doc) -> bytes:
    """Return words, tags, lemmas, sentences, entities with their confidence, and the tree where there is one."""
    arcs = ["HEAD", "DEP"] if doc.has_annotation("DEP") else ["SENT_START"]
    stored = DocBin(attrs=[*_WORDS, *arcs])
    stored.add(doc)
    sure = [[*key, value] for key, value in doc.user_data.get(CONFIDENCE_KEY, {}).items()]
    return json.dumps(sure).encode() + b"\n" + stored.to_bytes()


def unpack(packed: bytes, vocab: Vocab, text: str) -> Doc:
    """Return the ``Doc``; raises :class:`ValueError` where it is not one over this text."""
    sure, _, stored = packed.partition(b"\n")
    doc: Doc = next(DocBin().from_bytes(stored).get_docs(vocab))
    if doc.text != text:
        raise ValueError("what was kept of the language layer is of another text")
    doc.user_data[CONFIDENCE_KEY] = {(start, end, label): value for start, end, label, value in json.loads(sure)}
    return doc
