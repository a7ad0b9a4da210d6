"""Mentions in memory, by the form of their name: for streams, tests and whole archives that fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from pipeline.archive.link.corrections import Corrections
from pipeline.archive.link.evidence import Edge
from pipeline.archive.link.identities import Form, Identity, best_maybes, filing, resolve
from pipeline.archive.link.mentions import Mention


class MemoryShelf:
    """Mentions by form, and forms by the keys that they are filed under."""

    def __init__(self, mentions: Iterable[Mention] = ()) -> None:
        self._mentions: dict[Form, dict[str, Mention]] = defaultdict(dict)
        self._filed: dict[str, set[Form]] = defaultdict(set)
        self._forms: dict[str, Form] = {}
        self._keyed: set[Form] = set()
        self.add(mentions)

    def add(self, mentions: Iterable[Mention]) -> set[Form]:
        """Put mentions in, each replacing one of the same id; return the forms that this touches."""
        touched = set()
        for mention in mentions:
            form: Form = (mention.kind, mention.form)
            old = self._forms.get(mention.id)
            if old is not None and old != form:
                del self._mentions[old][mention.id]
                touched.add(old)
            self._mentions[form][mention.id] = mention
            self._forms[mention.id] = form
            touched.add(form)
            if mention.kind == "body" or mention.former or form not in self._keyed:
                self._keyed.add(form)
                for key in filing(mention)[0]:
                    self._filed[key].add(form)
        return touched

    def mentions(self, form: Form) -> Sequence[Mention]:
        """Return the mentions of a form."""
        return list(self._mentions.get(form, {}).values())

    def filed(self, key: str) -> Iterable[Form]:
        """Return the forms filed under a key."""
        return self._filed.get(key, ())

    def forms_of(self, ids: Iterable[str]) -> Iterable[Form]:
        """Return the forms of mentions by their ids."""
        return [self._forms[i] for i in ids if i in self._forms]

    def forms(self) -> list[Form]:
        """Return every form."""
        return sorted(form for form, inside in self._mentions.items() if inside)


class MemoryLinks:
    """Identities that grow with an archive in memory: what new mentions touch is done anew, the rest stands."""

    def __init__(self, corrections: Corrections | None = None) -> None:
        self._corrections = corrections or Corrections()
        self.shelf = MemoryShelf()
        self._identities: dict[str, Identity] = {}
        self._of: dict[str, str] = {}
        self._maybes: list[Edge] = []

    def add(self, mentions: Iterable[Mention]) -> None:
        """Take new mentions in."""
        touched = self.shelf.add(mentions)
        stale = {self._of[m.id] for form in touched for m in self.shelf.mentions(form) if m.id in self._of}
        touched |= {(m.kind, m.form) for i in stale for m in self._identities[i].mentions}
        resolved = resolve(self.shelf, touched, self._corrections)
        inside = {m.id for identity in resolved.identities for m in identity.mentions}
        for gone in {self._of[i] for i in inside if i in self._of}:
            del self._identities[gone]
        for identity in resolved.identities:
            self._identities[identity.id] = identity
            self._of.update((m.id, identity.id) for m in identity.mentions)
        kept = [edge for edge in self._maybes if edge.a not in inside and edge.b not in inside]
        self._maybes = kept + list(resolved.maybes)

    @property
    def identities(self) -> list[Identity]:
        """Every identity, in the order of the ids."""
        return [self._identities[key] for key in sorted(self._identities)]

    @property
    def maybes(self) -> list[tuple[str, str, Edge]]:
        """The doubtful pairs of identities, each with its evidence."""
        return best_maybes(self._maybes, lambda mention: self._of[mention])


def link_mentions(mentions: Iterable[Mention], corrections: Corrections | None = None) -> MemoryLinks:
    """Return the identities of mentions, all at once."""
    links = MemoryLinks(corrections)
    links.add(mentions)
    return links
