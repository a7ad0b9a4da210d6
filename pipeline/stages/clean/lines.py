"""Lines of a plain text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text that is not empty; ``apart`` tells whether an empty line stands before it."""

    text: str
    apart: bool
