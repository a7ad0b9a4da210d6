"""Selectors of one element by itself, and what an element means by those that fit it.

main            the element's name
#Ingress        its id
.preamble       one of its classes
~ingress        a word of its id, classes or test mark: ``article__ingress``, ``pageIngress``, ``data-testid="ingress"``
role=main       an attribute among role, itemprop, rel and property
h1.heading      several of these together
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from pipeline.article import BlockKind

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
#: Attributes of a page's own making in which a number or an address may stand.
REACHING = (
    "data-phone",
    "data-tel",
    "data-telephone",
    "data-phonenumber",
    "data-phone-number",
    "data-mobile",
    "data-email",
    "data-mail",
    "data-href",
)
#: All that selectors look at.
_BESIDE_CLASS = frozenset(["id", "style", "hidden", "aria-hidden", *_ATTRIBUTES, *_TEST_MARKS, *REACHING])
_LOOKED_AT = _BESIDE_CLASS | {"class"}
_DISPLAY_NONE = re.compile(r"display\s{0,3}:\s{0,3}none", re.IGNORECASE)
_DISPLAY_BLOCK = re.compile(r"display\s{0,3}:\s{0,3}block", re.IGNORECASE)
#: What shows on a wide screen what is hidden on a narrow one: ``d-none d-md-block``, ``hidden md:flex``.
_SHOWN_WIDE = re.compile(r"(?:d-(?:sm|md|lg|xl|xxl)-|(?:sm|md|lg|xl|2xl):)(?:block|flex|grid|inline|table|contents)")
_PART = re.compile(r"(?P<sign>[#.~]?)(?P<name>[\w:-]+)(?:=(?P<value>[\w:-]+))?")
_CACHE_SIZE = 20_000


class SelectorError(ValueError):
    """A text that is no selector."""


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
    """What an element is by its name and attributes: the marks of the selectors that fit, whether it is hidden, whether an
    attribute of its may say how to reach somebody, and whether its style makes a block of it.
    """

    marks: tuple[Mark, ...] = ()
    hidden: bool = False
    reaches: bool = False
    is_block: bool = False


#: Elements that say something by their name alone.
_NEVER_PLAIN = frozenset(["time", "aside", "header", "footer", "q"])
#: The class of addresses that Cloudflare hides from robots.
_HIDDEN_MAIL = "__cf_email__"
#: Of an element that no selector names; compared by identity.
PLAIN = Meaning()
#: The name; with the class, where that is all that selectors look at; else with the pairs of what they look at.
Key = str | tuple[str | tuple[str, str], ...]


#: Attributes of an element; null where one has no value.
Attributes = Mapping[str, str | None]


def key_of(tag: str, attributes: Attributes) -> Key:
    """Return of an element what its meaning depends on."""
    if (len(attributes) == 1 and "class" in attributes) or _BESIDE_CLASS.isdisjoint(attributes):
        return (tag, attributes["class"] or "") if "class" in attributes else tag
    return (tag, *[(name, value or "") for name, value in attributes.items() if name in _LOOKED_AT])


@dataclass(frozen=True, slots=True)
class Selector:
    """A selector of one element by itself, in its parts."""

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
        """Tell whether it fits an element with these classes, words and attributes."""
        return (
            (self.tag is None or self.tag == tag)
            and (self.id is None or self.id == id_)
            and self.classes <= classes
            and self.words <= words
            and all(value in found.get(name, "").split() for name, value in self.attributes)
        )


def read_selector(text: str) -> Selector:
    """Read a selector; raises :class:`SelectorError` for what is none."""
    tag = id_ = None
    classes, words, attributes = set(), set(), []
    at = 0
    while at < len(text):
        match = _PART.match(text, at)
        if match is None or (match["value"] and match["name"] not in _ATTRIBUTES):
            raise SelectorError(f"not a selector: {text!r}")
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
    return Selector(tag, id_, frozenset(classes), frozenset(words), tuple(attributes))


_WORDS = re.compile(r"[A-ZÅÄÖ]?[a-zåäö]+|[A-ZÅÄÖ]+(?![a-zåäö])")


@dataclass
class Selectors:
    """Selectors with their marks in order of rank; remembers what it found for elements met before."""

    marks: tuple[tuple[Selector, Mark], ...]
    _by_key: dict[str, list[int]] = field(default_factory=dict)
    _by_name: dict[str, Sequence[int]] = field(default_factory=dict)
    #: What was found for the elements met so far; may be looked into, and grows only by `meaning`.
    known: dict[Key, Meaning] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the selectors by their rarest part, so that an element meets only those that could fit it."""
        for n, (selector, _) in enumerate(self.marks):
            self._by_key.setdefault(selector.key, []).append(n)

    def meaning(self, key: Key) -> Meaning:
        """Return what the selectors say of an element: the first in rank first."""
        found = self.known.get(key)
        if found is None:
            tag, *said = (key,) if isinstance(key, str) else key
            pairs = (("class", it) if isinstance(it, str) else it for it in said)
            found = self._look_up(str(tag), dict(pairs))
            if len(self.known) >= _CACHE_SIZE:
                self.known.clear()
            self.known[key] = found
        return found

    def _look_up(self, tag: str, attributes: Mapping[str, str]) -> Meaning:
        hidden = _is_hidden(attributes)
        id_ = attributes.get("id", "")[:100]
        tests = " ".join(attributes[name] for name in _TEST_MARKS if name in attributes)[:100]
        names = attributes.get("class", "")[:500].split()
        if "-" in tag:
            # The name of an element of a page's own making says what a class says elsewhere: <x-fact-box>.
            names.append(tag[:100])
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
            for selector, mark in (self.marks[n] for n in sorted(candidates))
            if selector.fits(tag, id_, classes, words, attributes)
        )
        if any(mark.boilerplate == "hidden" for mark in marks) and any(map(_SHOWN_WIDE.match, names)):
            marks = tuple(replace(m, boilerplate="wide") if m.boilerplate == "hidden" else m for m in marks)
        reaches = any(name in attributes for name in REACHING)
        is_block = _DISPLAY_BLOCK.search(attributes.get("style", "")[:1000]) is not None
        is_plain = not (marks or hidden or reaches or is_block or tag in _NEVER_PLAIN or _HIDDEN_MAIL in classes)
        return PLAIN if is_plain else Meaning(marks, hidden, reaches, is_block)

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
