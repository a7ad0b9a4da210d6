"""The texts of a document's words, without spaCy itself, which stages that only read documents need not import."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def texts_of(doc: Doc) -> list[str]:
    """Return each token's text; going through the tokens themselves takes several times as long."""
    strings = doc.vocab.strings
    return [strings[orth] for orth in doc.to_array("ORTH").tolist()]
