"""The inputs of a run in a fixed order, each with what is known of it; and those that are to do.

A file that has kept its size and time since a run read it is not read again, only looked up; ``rehash`` reads it all
the same. The order is that of the sources, which is the order of the outputs, whoever does what when.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from pipeline.article import Page
from pipeline.config import Config
from pipeline.run.keys import source_digest
from pipeline.run.ledger import Ledger, Member
from pipeline.run.outcomes import Outcome
from pipeline.run.shards import Made, Shards
from pipeline.run.worker import Task
from pipeline.sources import SOURCES, Unit, Unreadable, units_of

_SAMPLE_STEPS = 1 << 32
#: Reasons that are the machine's and not the file's: what ended so is read again though the file is as it was.
_PASSING = frozenset(["missing_extra", "unreadable", "vanished"])


@dataclass(frozen=True, slots=True)
class Selection:
    """What of the inputs that are not done a run works on; the rest is left for another time.

    ``limit`` is how many at most, ``sample`` a share between 0 and 1 (of a page's bytes and place, so that it is the
    same whenever asked), ``since`` a time: files that were changed, or pages that were fetched, before it are left.
    """

    limit: int | None = None
    sample: float | None = None
    since: datetime | None = None
    retry_failed: bool = False
    rehash: bool = False

    def takes(self, doc: bytes, changed: int | None, fetched: str | None) -> bool:
        """Tell whether sample and time leave this document in; ``changed`` is its file's time in nanoseconds."""
        if self.sample is not None and int.from_bytes(doc[:4], "big") >= self.sample * _SAMPLE_STEPS:
            return False
        if self.since is None:
            return True
        if fetched:
            return fetched >= self.since.isoformat()[: len(fetched)]
        return changed is None or changed >= self.since.timestamp() * 1e9


@dataclass
class Listing:
    """Walks the sources, puts every input into the ledger's listing, and yields what is to do."""

    config: Config
    ledger: Ledger
    shards: Shards
    key: str
    selection: Selection
    inputs: int = 0
    reused: int = 0
    left: int = 0
    to_do: int = 0
    units_seen: int = 0
    bytes_seen: int = 0
    _print: hashlib._Hash = field(default_factory=hashlib.sha256)

    def tasks(self) -> Iterator[Task | Made]:
        """Yield what is to do, in input order; what is no more when its turn comes ends here, as a failure."""
        self.ledger.begin_listing()
        for number, step in enumerate(self.config.sources):
            build = SOURCES.get(step.name).build
            source = f"{number} {step.name} {source_digest(build.__module__)} {step.options.model_dump_json()}"
            for unit in units_of(build(step.options)):
                yield from self._unit(source, unit)
                self.units_seen += 1
                self.bytes_seen += unit.size or 0

    @property
    def fingerprint(self) -> str:
        """The fingerprint of the listing and of what it is to become, once all is listed."""
        return hashlib.sha256(self._print.digest() + self.key.encode()).hexdigest()

    def _unit(self, source: str, unit: Unit) -> Iterator[Task | Made]:
        number, size, changed, whole = self.ledger.unit(source, unit.name)
        same = whole and unit.size is not None and (size, changed) == (unit.size, unit.changed)
        retry = self.selection.retry_failed and self.ledger.has_failed(number)
        if not same or self.selection.rehash or retry:
            yield from self._read(number, unit)
            return
        # numbers alone, sixteen bytes for each: a file may hold millions of pages
        wanted, places = array("Q"), array("Q")
        for member in self.ledger.members(number):
            seq = self._list(number, member, unit.changed)
            if seq is not None:
                wanted.append(member.n)
                places.append(seq)
        if wanted:
            yield from self._read_again(number, unit, wanted, places)

    def _read(self, number: int, unit: Unit) -> Iterator[Task]:
        """Read a unit whose inputs are not known, and list them as they come."""
        self.ledger.forget_members(number)
        lasting = True
        for n, item in enumerate(unit.read()):
            member = _member(n, item)
            lasting = lasting and member.reason not in _PASSING
            self.ledger.put_member(number, member)
            seq = self._list(number, member, unit.changed)
            if seq is not None and isinstance(item, Page):
                yield self._task(seq, item)
        if lasting:
            self.ledger.read_to_end(number, unit.size, unit.changed)

    def _read_again(self, number: int, unit: Unit, wanted: array[int], places: array[int]) -> Iterator[Task | Made]:
        """Read the pages of inputs that are known and to do: the ``wanted`` ones of the unit, at ``places``."""
        found = 0
        for n, item in enumerate(unit.read()):
            if found < len(wanted) and n == wanted[found]:
                member = self.ledger.member(number, n)
                if not isinstance(item, Page) or doc_id(item) != member.doc:
                    break
                yield self._task(places[found], item)
                found += 1
            if found == len(wanted):
                return
        self.ledger.doubt(number)
        for n, seq in zip(wanted[found:], places[found:], strict=True):
            member = self.ledger.member(number, n)
            message = "the file has changed since this run listed it; start the run again"
            yield Made(seq, member.doc or b"", Outcome("failed", member.place, None, "changed", message, "source"))

    def _task(self, seq: int, page: Page) -> Task:
        """Return the task of a page, with what an earlier run kept of it."""
        doc = doc_id(page)
        result = self.ledger.result(doc)
        usable = result is not None and not (self.selection.retry_failed and result.ending == "failed")
        return Task(seq, doc, page, self.shards.layers(result) if result is not None and usable else None)

    def _list(self, unit: int, member: Member, changed: int | None) -> int | None:
        """List an input; return its position where it is to do."""
        seq = self.inputs
        doc, sha256 = member.doc, member.sha256
        if doc is None or sha256 is None:
            self._put(seq, unit, member, "unreadable")
            return None
        first = self.ledger.first_with(sha256, seq)
        if first != seq:
            self.ledger.list_input(seq, unit, member.n, None, "duplicate", self.ledger.place_at(first))
            self._count(member, f"duplicate {first}")
            return None
        result = self.ledger.result(doc)
        retry = self.selection.retry_failed and result is not None and result.ending == "failed"
        if result is not None and result.key == self.key and not retry:
            self._put(seq, unit, member, "reused")
            return None
        if not self.selection.takes(doc, changed, member.fetched) or self.to_do == self.selection.limit:
            self.left += 1
            self.ledger.db.execute("delete from firsts where sha256 = ?", (sha256,))
            return None
        self._put(seq, unit, member, "to do")
        return seq

    def _put(self, seq: int, unit: int, member: Member, state: str) -> None:
        self.ledger.list_input(seq, unit, member.n, member.doc, member.ending, member.reason)
        self.reused += state == "reused"
        self.to_do += state == "to do"
        self._count(member, f"{member.ending} {member.reason}" if state == "unreadable" else "")

    def _count(self, member: Member, how: str) -> None:
        self.inputs += 1
        self._print.update(f"{member.place}\0{(member.doc or b'').hex()}\0{how}\n".encode("utf-8", "backslashreplace"))


def doc_id(page: Page) -> bytes:
    """Return what identifies a document: a digest of its bytes and of everything that its source says of it."""
    return _doc(page, hashlib.sha256(page.data).digest())


def _doc(page: Page, sha256: bytes) -> bytes:
    says = (page.path, page.url, page.name, page.media_type, page.charset, page.retrieved_at, page.published_at)
    archive = page.archive and (page.archive.path, page.archive.offset, page.archive.length)
    return hashlib.sha256(sha256 + repr((*says, archive)).encode("utf-8", "backslashreplace")).digest()[:16]


def _member(n: int, item: Page | Unreadable) -> Member:
    if isinstance(item, Unreadable):
        return Member(n, item.place, None, None, 0, None, item.ending, item.reason, item.message)
    sha256 = hashlib.sha256(item.data).digest()
    return Member(n, item.place, _doc(item, sha256), sha256, len(item.data), item.retrieved_at)
