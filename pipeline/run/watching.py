"""Who is told how the work of a run goes on."""

from __future__ import annotations

from typing import Protocol

from pipeline.run.listing import Listing
from pipeline.run.supervisor import Done, Engine


class Watching(Protocol):
    """Is told when the work begins, of every batch that ends, and when the work is over."""

    def begins(self, listing: Listing, engine: Engine) -> None:
        """The work begins; both may be asked how far they are at any time."""

    def done(self, done: Done) -> None:
        """A batch has ended."""

    def ends(self) -> None:
        """The work is over, or stopped."""


class Quiet:
    """Is told and says nothing."""

    def begins(self, listing: Listing, engine: Engine) -> None:
        """Say nothing."""

    def done(self, done: Done) -> None:
        """Say nothing."""

    def ends(self) -> None:
        """Say nothing."""
