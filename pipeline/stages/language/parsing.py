"""The parser on request: only the sentences asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def parse(doc: Doc, spans: Sequence[tuple[int, int]] | None) -> Doc:
    """See :func:`pipeline.stages.language.parse_sentences`."""
    raise LookupError("the model has no parser yet")
