"""What the page is made of: the store with its profile, the file of reviews, and how it may be reached."""

from __future__ import annotations

import hashlib
import queue
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.privacy import Profile, load_profile
from pipeline.privacy.shield import Shield
from pipeline.reviews.file import ReviewFile, Settled
from pipeline.reviews.overlay import shown_to
from pipeline.store.opening import open_for_reading

#: Connections that stand ready; more are opened when as many requests come at once.
_READY = 4


@dataclass(frozen=True)
class Reading:
    """An open store as the profile shows it."""

    db: sqlite3.Connection
    shield: Shield


@dataclass(frozen=True)
class Reach:
    """Who may come in. Without ``token`` and ``user_header`` the page is for this machine alone.

    ``user_header`` is what a reverse proxy at one of ``proxies`` (addresses) names the user in.
    """

    token: str | None = None
    user_header: str | None = None
    proxies: tuple[str, ...] = ("127.0.0.1", "::1")
    hosts: tuple[str, ...] = ("localhost", "127.0.0.1", "::1")
    requests_a_minute: int = 240


@dataclass
class Site:
    """One store on show. ``corrections`` is a file for `talstreck link`, kept in step with the reviews."""

    store: Path
    reviews: ReviewFile
    profile: Profile = field(default_factory=load_profile)
    reach: Reach = field(default_factory=Reach)
    reader: str = "redaktionen"
    corrections: Path | None = None
    archive: Path | None = None

    def __post_init__(self) -> None:
        self._secret = self.reviews.secret()
        self._ready: queue.LifoQueue[Reading] = queue.LifoQueue(_READY)
        with self.reading():
            pass

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Lend a connection, with what the profile hides numbered anew where the store has changed."""
        try:
            lent = self._ready.get_nowait()
        except queue.Empty:
            db = open_for_reading(self.store)
            lent = Reading(db, Shield(db, self.profile))
        lent.shield.refresh()
        try:
            yield lent
        except BaseException:
            lent.db.close()
            raise
        try:
            self._ready.put_nowait(lent)
        except queue.Full:
            lent.db.close()

    def settled(self, ids: Iterable[str] | None = None) -> dict[str, Settled]:
        """Return how findings stand after all reviews, as the profile lets it be told."""
        return shown_to(self.profile, self.reviews.settled(ids))

    def signed(self, *parts: str) -> str:
        """Return what only this site can have made of these words."""
        return hashlib.blake2b("\x1f".join(parts).encode(), key=self._secret, digest_size=16).hexdigest()

    def close(self) -> None:
        """Close the connections that stand ready."""
        while not self._ready.empty():
            self._ready.get_nowait().db.close()
