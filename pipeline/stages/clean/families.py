"""Content systems as data: which elements of their pages are title, lead, contact or menu.

A family is one YAML file in ``configs/sources/families``: a fingerprint that tells its pages, selectors for the roles
and for what is boilerplate, the date formats it writes. `generic` holds for every page, after the family's own.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal

import yaml
from pydantic import Field, field_validator

from pipeline.data import data_path
from pipeline.stage import Options
from pipeline.stages.clean.dates import DEFAULT_FORMATS, FORMATS

Role = Literal["title", "lead", "body", "byline", "date", "caption", "factbox", "contact"]
Attributes = tuple[tuple[str, str], ...]
LOOKED_AT = frozenset(
    {"id", "class", "role", "itemprop", "itemtype", "rel", "hidden", "aria-hidden", "aria-label", "size", "style"}
)


class Validity(Options):
    """When a layout was in use; the years are for the reader and for drift reports, pages are told by fingerprint."""

    from_: int = Field(alias="from")
    to: int | None = None


class Layout(Options):
    """One layout of a family's pages."""

    valid: Validity


class FamilyFile(Options):
    """One YAML file of ``configs/sources/families``."""

    family: str
    fingerprint: list[str] = []
    least: int = 1
    anchors: bool = False
    layouts: list[Layout] = []
    roles: dict[Role, list[str]] = {}
    root: list[str] = []
    boilerplate: dict[str, list[str]] = {}
    dates: list[str] = list(DEFAULT_FORMATS)

    @field_validator("dates")
    @classmethod
    def _known_formats(cls, names: list[str]) -> list[str]:
        if unknown := sorted(set(names) - set(FORMATS)):
            raise ValueError(f"no date format called {', '.join(unknown)}; there are {', '.join(FORMATS)}")
        return names


@dataclass(frozen=True, slots=True)
class Match:
    """What a selector says of an element: ``what`` is a role, ``root`` or the label of the boilerplate."""

    sort: Literal["role", "root", "drop"]
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Selector:
    """One element's description: ``div#Ingress``, ``.sv-share*``, ``font[size=5]``."""

    tag: str | None
    id: str | None
    classes: tuple[str, ...]
    attributes: tuple[tuple[str, str | None], ...]

    def fits(self, tag: str, attributes: Mapping[str, str], classes: frozenset[str]) -> bool:
        """Tell whether an element of this tag, with these attributes and classes, is meant."""
        if self.tag is not None and self.tag != tag:
            return False
        if self.id is not None and not _fits(self.id, attributes.get("id", "")):
            return False
        for wanted in self.classes:
            if not (wanted in classes or (wanted[-1] == "*" and any(c.startswith(wanted[:-1]) for c in classes))):
                return False
        for name, value in self.attributes:
            if name not in attributes or (value is not None and attributes[name].lower() != value.lower()):
                return False
        return True


def _fits(wanted: str, there: str) -> bool:
    return there.startswith(wanted[:-1]) if wanted.endswith("*") else there == wanted


_PART = re.compile(r"\[([\w-]+)(?:=([^\]]*))?\]|([#.]?)([^#.\[\]]+)")


def parse_selector(text: str) -> Selector:
    """Return the selector; raises :class:`ValueError` for anything but one compound element."""
    if re.search(r"[\s>+~,]", re.sub(r"\[[^\]]*\]", "", text.strip())):
        raise ValueError(f"{text!r} is more than one element: a selector is tag, #id, .class, .class* or [name=value]")
    tag: str | None = None
    id_: str | None = None
    classes: list[str] = []
    attributes: list[tuple[str, str | None]] = []
    at = 0
    for part in _PART.finditer(text.strip()):
        if part.start() != at:
            raise ValueError(f"{text!r} cannot be read as a selector")
        at = part.end()
        name, value, sign, word = part.groups()
        if name:
            attributes.append((name, value))
        elif sign == "#":
            id_ = word
        elif sign == ".":
            classes.append(word)
        else:
            tag = word.lower()
    if at != len(text.strip()) or not at:
        raise ValueError(f"{text!r} cannot be read as a selector")
    return Selector(tag, id_, tuple(classes), tuple(attributes))


@dataclass(slots=True)
class Family:
    """A content system's rules, ready to ask of an element."""

    name: str
    fingerprint: tuple[str, ...]
    least: int
    anchors: bool
    dates: tuple[str, ...]
    rules: tuple[tuple[Selector, Match], ...]
    layouts: tuple[Layout, ...] = ()
    _known: dict[tuple[str, Attributes], Match | None] = field(default_factory=dict)

    def match(self, tag: str, attributes: Attributes) -> Match | None:
        """Return what the first selector that fits says of an element with these attributes."""
        key = (tag, attributes)
        try:
            return self._known[key]
        except KeyError:
            # Class names repeat within a site; an archive of many sites must not fill the memory with them.
            if len(self._known) > 20_000:
                self._known.clear()
            found = self._known[key] = self._look(tag, dict(attributes))
            return found

    def _look(self, tag: str, attributes: dict[str, str]) -> Match | None:
        classes = frozenset(attributes.get("class", "").split())
        if "style" in attributes and "display:none" in attributes["style"].replace(" ", "").lower():
            return Match("drop", "hidden", "style:display-none")
        return next((match for selector, match in self.rules if selector.fits(tag, attributes, classes)), None)


def _rules(file: FamilyFile) -> Iterator[tuple[str, Selector, Match]]:
    for role, selectors in file.roles.items():
        for text in selectors:
            yield "role", parse_selector(text), Match("role", role, f"{file.family}:{text}")
    for label, selectors in file.boilerplate.items():
        for text in selectors:
            yield "drop", parse_selector(text), Match("drop", label, f"{file.family}:{text}")
    for text in file.root:
        yield "root", parse_selector(text), Match("root", "root", f"{file.family}:{text}")


def _rank(rule: tuple[str, Selector, Match]) -> tuple[bool, bool, bool]:
    """Ask for ids first and bare tags last; a body is what no other role has claimed."""
    _, selector, match = rule
    return match.what == "body", selector.id is None, not (selector.classes or selector.attributes)


def build_family(own: FamilyFile, generic: FamilyFile) -> Family:
    """Return the family with the generic rules after its own; what is boilerplate is asked before generic roles."""
    mine = sorted(_rules(own), key=_rank)
    shared = [] if own.family == generic.family else sorted(_rules(generic), key=_rank)
    ordered: list[tuple[str, Selector, Match]] = []
    if shared:
        for sort in ("role", "drop", "root"):
            ordered += [rule for rule in mine if rule[0] == sort]
    for sort in ("drop", "role", "root"):
        ordered += [rule for rule in (shared or mine) if rule[0] == sort]
    return Family(
        own.family,
        tuple(own.fingerprint),
        own.least,
        own.anchors,
        tuple(own.dates),
        tuple((selector, match) for _, selector, match in ordered),
        tuple(own.layouts),
    )


@cache
def load_families() -> tuple[Family, ...]:
    """Return all families of ``configs/sources/families``, the generic one last; a fault in a file raises."""
    folder = data_path("configs", "sources", "families")
    files: dict[str, FamilyFile] = {}
    for path in sorted(folder.glob("*.yaml")):
        loaded: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
        files[path.stem] = FamilyFile.model_validate(loaded)
    generic = files.pop("generic")
    return (*(build_family(file, generic) for file in files.values()), build_family(generic, generic))


def family_of(html: str) -> Family:
    """Return the family whose fingerprint stands in the page most often by sort; `generic` where none does."""
    families = load_families()
    best, most = families[-1], 0
    for family in families[:-1]:
        hits = sum(sign in html for sign in family.fingerprint)
        if hits >= family.least and hits > most:
            best, most = family, hits
    return best


def in_use(layout: Layout, day: datetime.date) -> bool:
    """Tell whether a layout was in use on a day."""
    return layout.valid.from_ <= day.year and (layout.valid.to is None or day.year <= layout.valid.to)
