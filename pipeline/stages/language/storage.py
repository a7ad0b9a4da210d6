"""A ``Doc`` as few bytes, and back: what every later stage reads of it, and nothing more.

What spaCy's own ``DocBin`` does for many documents costs a tenth of the reading when it is done for each: here the words
of a document are written once each, and its tokens are positions in that list.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import numpy as np
from spacy.tokens import Doc

from pipeline.stages.language.entities import CONFIDENCE_KEY

if TYPE_CHECKING:
    from spacy.vocab import Vocab

#: Attributes that are words, which the receiver's vocabulary numbers in the same way once it has them.
_WORDS = ["TAG", "LEMMA", "MORPH", "ENT_TYPE"]
_NUMBERS = ["POS", "ENT_IOB"]


def pack(doc: Doc) -> bytes:
    """Return words, tags, lemmas, sentences, entities with their confidence, and the tree where there is one."""
    parsed = doc.has_annotation("DEP")
    words = [*_WORDS, *(["DEP"] if parsed else [])]
    numbers = [*_NUMBERS, "HEAD" if parsed else "SENT_START"]
    known, places = np.unique(doc.to_array(["ORTH", *words]), return_inverse=True)
    strings = doc.vocab.strings
    about = {
        "tokens": len(doc),
        "words": [strings[int(key)] for key in known],
        "attributes": [words, numbers],
        "sure": [[*key, value] for key, value in doc.user_data.get(CONFIDENCE_KEY, {}).items()],
    }
    values = doc.to_array([*numbers, "SPACY"]).astype(np.int32)
    rows = places.reshape(len(doc), 1 + len(words)).astype(np.uint32)
    head = json.dumps(about, ensure_ascii=False).encode()
    return b"".join([head, b"\n", rows.tobytes(), values.tobytes()])


def unpack(packed: bytes, vocab: Vocab, text: str) -> Doc:
    """Return the ``Doc``; raises :class:`ValueError` where it is not one over this text."""
    head, _, data = packed.partition(b"\n")
    about = json.loads(head)
    words, numbers = about["attributes"]
    count, wide = about["tokens"], 1 + len(words)
    rows = np.frombuffer(data, np.uint32, count * wide).reshape(count, wide)
    values = np.frombuffer(data, np.int32, offset=rows.nbytes).reshape(count, len(numbers) + 1)
    keys = np.array([vocab.strings.add(word) for word in about["words"]], dtype=np.uint64)
    doc = Doc(vocab, words=[about["words"][place] for place in rows[:, 0]], spaces=values[:, -1].astype(bool).tolist())
    if doc.text != text:
        raise ValueError("what was kept of the language layer is of another text")
    if count:
        table: Any = np.concatenate([keys[rows[:, 1:]], values[:, :-1].astype(np.int64).astype(np.uint64)], axis=1)
        doc.from_array([*words, *numbers], table)
    doc.user_data[CONFIDENCE_KEY] = {(start, end, label): value for start, end, label, value in about["sure"]}
    return doc
