"""Families of content systems as data: by which marks a page is known, and what its elements mean.

One YAML file a family under ``configs/sources/families``; ``generic.yaml`` holds what is true everywhere and stands
behind every family. A selector names one element by itself:

    main            the element's name
    #Ingress        its id
    .preamble       one of its classes
    ~ingress        a word of its id, classes or test mark: ``article__ingress``, ``pageIngress``, ``data-testid="ingress"``
    role=main       an attribute among role, itemprop, rel and property
    h1.heading      several of these together
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal, cast

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from pipeline.article import BlockKind
from pipeline.data import data_path

Role = Literal["title", "lead", "body", "byline", "published", "updated", "date", "caption", "factbox", "contact"]
#: What a role makes of the blocks in it; in ``body`` each block's own markup decides.
KIND_OF_ROLE: Mapping[Role, BlockKind | None] = {
    "title": "title",
    "lead": "lead",
    "body": None,
    "byline": "byline",
    "published": "date",
    "updated": "date",
    "date": "date",
    "caption": "caption",
    "factbox": "factbox",
    "contact": "contact",
}
_ATTRIBUTES = ("role", "itemprop", "rel", "property")
_TEST_MARKS = ("data-test-tag", "data-testid", "data-test")
#: All that selectors look at.
_LOOKED_AT = frozenset(["id", "class", "style", "hidden", "aria-hidden", *_ATTRIBUTES, *_TEST_MARKS])
_DISPLAY_NONE = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)
_PART = re.compile(r"(?P<sign>[#.~]?)(?P<name>[\w:-]+)(?:=(?P<value>[\w:-]+))?")
_CACHE_SIZE = 20_000
#: Characters of the markup, scripts apart, that fingerprints are looked for in.
_FINGERPRINTED = 16_000


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Valid(_Strict):
    """Between which days the layout was seen, ISO dates; null where nobody knows."""

    since: str | None = None
    until: str | None = None


class FamilyData(_Strict):
    """A family as its file says it; unknown keys are errors."""

    family: str
    about: str
    valid: Valid = Valid()
    fingerprint: tuple[str, ...] = ()
    script_fingerprint: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    main: tuple[str, ...] = ()
    roles: Mapping[Role, tuple[str, ...]] = {}
    boilerplate: Mapping[str, tuple[str, ...]] = {}
    date_formats: tuple[str, ...] = ()


class FamilyError(Exception):
    """A family's file that cannot be used; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a selector says of an element: a role, a label of boilerplate, or that the text stands in it."""

    selector: str
    family: str
    role: Role | None = None
    boilerplate: str | None = None
    main: bool = False

    @property
    def reason(self) -> str:
        """The reason of the blocks in the element: ``sitevision:#Ingress``."""
        return f"{self.family}:{self.selector}"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an element is by its name and attributes: the marks of the selectors that fit, and whether it is hidden."""

    marks: tuple[Mark, ...] = ()
    hidden: bool = False


#: Of an element that no selector names; compared by identity.
PLAIN = Meaning()
Key = str | tuple[str | tuple[str, str], ...]


def key_of(tag: str, attributes: Sequence[tuple[str, str]]) -> Key:
    """Return of an element what its meaning depends on."""
    if not attributes:
        return tag
    if len(attributes) == 1:
        return (tag, attributes[0]) if attributes[0][0] in _LOOKED_AT else tag
    return (tag, *[pair for pair in attributes if pair[0] in _LOOKED_AT])


@dataclass(frozen=True, slots=True)
class _Selector:
    tag: str | None
    id: str | None
    classes: frozenset[str]
    words: frozenset[str]
    attributes: tuple[tuple[str, str], ...]

    @property
    def key(self) -> str:
        """The part to look the selector up by."""
        if self.id is not None:
            return f"#{self.id}"
        if self.classes:
            return f".{min(self.classes)}"
        if self.words:
            return f"~{min(self.words)}"
        return "=".join(self.attributes[0]) if self.attributes else self.tag or ""

    def fits(
        self, tag: str, id_: str, classes: frozenset[str], words: frozenset[str], found: Mapping[str, str]
    ) -> bool:
        return (
            (self.tag is None or self.tag == tag)
            and (self.id is None or self.id == id_)
            and self.classes <= classes
            and self.words <= words
            and all(value in found.get(name, "").split() for name, value in self.attributes)
        )


def _selector(text: str) -> _Selector:
    tag = id_ = None
    classes, words, attributes = set(), set(), []
    at = 0
    while at < len(text):
        match = _PART.match(text, at)
        if match is None or (match["value"] and match["name"] not in _ATTRIBUTES):
            raise FamilyError(f"not a selector: {text!r}")
        at = match.end()
        if match["value"]:
            attributes.append((match["name"], match["value"]))
        elif match["sign"] == "#":
            id_ = match["name"]
        elif match["sign"] == ".":
            classes.add(match["name"])
        elif match["sign"] == "~":
            words.add(match["name"])
        else:
            tag = match["name"]
    return _Selector(tag, id_, frozenset(classes), frozenset(words), tuple(attributes))


_WORDS = re.compile(r"[A-ZÅÄÖ]?[a-zåäö]+|[A-ZÅÄÖ]+(?![a-zåäö])")


@dataclass
class Family:
    """A family ready for use: its own selectors before the generic ones, with what they gave remembered."""

    data: FamilyData
    _marks: tuple[tuple[_Selector, Mark], ...]
    _by_key: dict[str, list[int]] = field(default_factory=dict)
    _by_name: dict[str, Sequence[int]] = field(default_factory=dict)
    #: What was found for the elements met so far; may be looked into, and grows only by `meaning`.
    known: dict[Key, Meaning] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the selectors by their rarest part, so that an element meets only those that could fit it."""
        for n, (selector, _) in enumerate(self._marks):
            self._by_key.setdefault(selector.key, []).append(n)

    @property
    def name(self) -> str:
        """The family's name, which is the record's ``source.rule``."""
        return self.data.family

    def meaning(self, key: Key) -> Meaning:
        """Return what the selectors say of an element: the family's own first, a role before boilerplate."""
        found = self.known.get(key)
        if found is None:
            tag, *attributes = (key,) if isinstance(key, str) else key
            found = self._look_up(str(tag), dict(cast(list[tuple[str, str]], attributes)))
            if len(self.known) >= _CACHE_SIZE:
                self.known.clear()
            self.known[key] = found
        return found

    def _look_up(self, tag: str, attributes: Mapping[str, str]) -> Meaning:
        hidden = _is_hidden(attributes)
        id_ = attributes.get("id", "")[:100]
        tests = " ".join(attributes[name] for name in _TEST_MARKS if name in attributes)[:100]
        names = attributes.get("class", "")[:500].split()
        candidates = {*self._candidates(tag), *self._candidates(f"#{id_}")}
        for word in (*names, id_, *tests.split()):
            candidates.update(self._candidates_of_name(word))
        for name in _ATTRIBUTES:
            for value in attributes.get(name, "")[:500].split():
                candidates.update(self._candidates(f"{name}={value}"))
        classes = frozenset(names)
        words = frozenset(word for name in (*names, id_, *tests.split()) for word in words_of(name))
        marks = tuple(
            mark
            for selector, mark in (self._marks[n] for n in sorted(candidates))
            if selector.fits(tag, id_, classes, words, attributes)
        )
        return Meaning(marks, hidden) if marks or hidden or tag == "time" else PLAIN

    def _candidates(self, key: str) -> Sequence[int]:
        return self._by_key.get(key, ())

    def _candidates_of_name(self, name: str) -> Sequence[int]:
        """Return the selectors that a class, an id or a test mark could fit, by itself and by its words."""
        found = self._by_name.get(name)
        if found is None:
            found = [*self._candidates(f".{name}")]
            for word in words_of(name):
                found += self._candidates(f"~{word}")
            if len(self._by_name) >= _CACHE_SIZE:
                self._by_name.clear()
            self._by_name[name] = found
        return found


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden") == "true":
        return True
    return "style" in attributes and _DISPLAY_NONE.search(attributes["style"][:1000]) is not None


def words_of(name: str) -> list[str]:
    """Return the words of a class or an id in lower case: ``pageIngress-top`` has ``page``, ``ingress`` and ``top``."""
    return [word.lower() for word in _WORDS.findall(name)]


def _marks_of(data: FamilyData) -> Iterator[tuple[_Selector, Mark]]:
    for role, selectors in data.roles.items():
        for text in selectors:
            yield _selector(text), Mark(text, data.family, role=role)
    for label, selectors in data.boilerplate.items():
        for text in selectors:
            yield _selector(text), Mark(text, data.family, boilerplate=label)
    for text in data.main:
        yield _selector(text), Mark(text, data.family, main=True)


def load_family(text: str, where: str) -> FamilyData:
    """Return a family from its YAML; raises :class:`FamilyError` with the file and the mistake."""
    try:
        return FamilyData.model_validate(yaml.safe_load(text))
    except (yaml.YAMLError, ValidationError) as error:
        raise FamilyError(f"{where}: {error}") from None


@lru_cache(maxsize=1)
def families() -> tuple[Family, ...]:
    """Return all families, the generic one last."""
    folder = data_path("configs", "sources", "families")
    read = [load_family(path.read_text(encoding="utf-8"), path.name) for path in sorted(folder.glob("*.yaml"))]
    generic = next((data for data in read if data.family == "generic"), None)
    if generic is None:
        raise FamilyError(f"{folder}: there is no generic.yaml")
    behind = tuple(_marks_of(generic))
    own = [Family(data, (*_marks_of(data), *behind)) for data in read if data is not generic]
    return (*own, Family(generic, behind))


def family_of(html: str, url: str | None, scripts: str = "") -> Family:
    """Return the family of a page: of its host, else the one with most fingerprints in the markup, else the generic one.

    ``scripts`` is the page with its scripts, for the fingerprints that stand in them.
    """
    *own, generic = families()
    host = url.split("/")[2].lower() if url and url.count("/") >= 2 else ""
    for family in own:
        if host and any(host == known or host.endswith("." + known) for known in family.data.hosts):
            return family
    html, scripts = html[:_FINGERPRINTED], scripts[:_FINGERPRINTED]
    counts = [
        sum(mark in html for mark in family.data.fingerprint)
        + sum(mark in scripts for mark in family.data.script_fingerprint)
        for family in own
    ]
    best = max(counts, default=0)
    return own[counts.index(best)] if best else generic
