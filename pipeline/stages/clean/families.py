"""Families of content systems as data: by which marks a page is known, and what its elements mean.

One YAML file a family under ``configs/sources/families``; ``generic.yaml`` holds what is true everywhere and stands
behind every family. A family has layouts with the years in which they were seen, each with a fingerprint and selectors
of its own that rank before the family's. What fired is the record's ``source.rule``: ``sitevision:envision``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from pipeline.data import data_path
from pipeline.sources import SourceError
from pipeline.stages.clean.markup import Markup
from pipeline.stages.clean.selectors import Mark, Role, Selector, SelectorError, Selectors, read_selector

#: Characters of the markup, scripts apart, that fingerprints are looked for in.
_FINGERPRINTED = 10_000
#: The same for those of layouts, which stand deeper.
_LAYOUT_FINGERPRINTED = 60_000


class FamilyError(SourceError):
    """A family's or a source's file that cannot be used; the message says which and why."""


class Strict(BaseModel):
    """Settings in which unknown keys are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Valid(Strict):
    """Between which days a layout was seen, ISO dates; null where nobody knows."""

    since: str | None = None
    until: str | None = None

    def holds(self, day: str) -> bool:
        """Tell whether a day (ISO) lies between the two."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


class PageRulesData(Strict):
    """What the elements of pages mean: selectors by role and by label of boilerplate, further labels over contacts (lower
    case), and forms of dates as `strptime` takes them.
    """

    main: tuple[str, ...] = ()
    roles: Mapping[Role, tuple[str, ...]] = {}
    boilerplate: Mapping[str, tuple[str, ...]] = {}
    contact_labels: tuple[str, ...] = ()
    date_formats: tuple[str, ...] = ()


class LayoutData(PageRulesData):
    """A layout of a family, the years it was seen in, and the marks in the markup that tell it."""

    name: str
    about: str
    valid: Valid = Valid()
    fingerprint: tuple[str, ...] = Field(min_length=1)


class FamilyData(PageRulesData):
    """A family as its file says it."""

    family: str
    about: str
    valid: Valid = Valid()
    fingerprint: tuple[str, ...] = ()
    script_fingerprint: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    layouts: tuple[LayoutData, ...] = ()


@dataclass(frozen=True, slots=True)
class PageRules:
    """The rules that a page is read by; ``name`` is the record's ``source.rule``."""

    name: str
    selectors: Selectors
    contact_labels: frozenset[str] = frozenset()
    date_formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Family:
    """A family ready for use: its rules, and those of its layouts."""

    data: FamilyData
    rules: PageRules
    layouts: tuple[PageRules, ...] = field(default=())

    def rules_for(self, markup: Markup, day: str | None) -> PageRules:
        """Return the rules of the layout with most fingerprints on the page, else of the family.

        Of layouts with as many, the one whose years hold the page's day.
        """
        if not self.layouts:
            return self.rules
        html = markup.first(_LAYOUT_FINGERPRINTED)
        ranked = [
            (sum(mark in html for mark in it.fingerprint), day is not None and it.valid.holds(day[:10]), -n)
            for n, it in enumerate(self.data.layouts)
        ]
        best = max(ranked, default=(0, False, 0))
        return self.layouts[-best[2]] if best[0] else self.rules


def marks_of(data: PageRulesData, name: str) -> Iterator[tuple[Selector, Mark]]:
    """Yield the selectors of some rules with what they say; raises :class:`FamilyError` for what is no selector."""
    try:
        for role, selectors in data.roles.items():
            for text in selectors:
                yield read_selector(text), Mark(text, name, role=role)
        for label, selectors in data.boilerplate.items():
            for text in selectors:
                yield read_selector(text), Mark(text, name, boilerplate=label)
        for text in data.main:
            yield read_selector(text), Mark(text, name, main=True)
    except SelectorError as error:
        raise FamilyError(f"{name}: {error}") from None


def make_rules(name: str, ranked: Sequence[tuple[str, PageRulesData]]) -> PageRules:
    """Return rules of several sets, the first in rank first, before the generic ones."""
    marks = tuple(mark for origin, data in ranked for mark in marks_of(data, origin))
    return PageRules(
        name,
        Selectors(marks),
        frozenset(label for _, data in ranked for label in data.contact_labels),
        tuple(dict.fromkeys(form for _, data in ranked for form in data.date_formats)),
    )


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
    read = {path.stem: load_family(path.read_text(encoding="utf-8"), path.name) for path in _files(folder)}
    if "generic" not in read:
        raise FamilyError(f"{folder}: there is no generic.yaml")
    generic = read.pop("generic")
    own = [_family(data, generic) for data in read.values()]
    return (*own, Family(generic, make_rules("generic", [("generic", generic)])))


def _files(folder: Path) -> list[Path]:
    return sorted(folder.glob("*.yaml"))


def _family(data: FamilyData, generic: FamilyData) -> Family:
    behind: list[tuple[str, PageRulesData]] = [(data.family, data), ("generic", generic)]
    layouts = []
    for layout in data.layouts:
        name = f"{data.family}:{layout.name}"
        layouts.append(make_rules(name, [(name, layout), *behind]))
    return Family(data, make_rules(data.family, behind), tuple(layouts))


def family_of(markup: Markup, host: str = "") -> Family:
    """Return the family of a page: of its host, else the one with most fingerprints in the markup, else the generic one."""
    *own, generic = families()
    for family in own:
        if host and any(host == known or host.endswith("." + known) for known in family.data.hosts):
            return family
    html, scripts = markup.first(_FINGERPRINTED), markup.html[:_FINGERPRINTED]
    counts = [
        sum(mark in html for mark in family.data.fingerprint)
        + sum(mark in scripts for mark in family.data.script_fingerprint)
        for family in own
    ]
    best = max(counts, default=0)
    return own[counts.index(best)] if best else generic


def family_named(name: str) -> Family | None:
    """Return the family with this name."""
    return next((family for family in families() if family.data.family == name), None)
