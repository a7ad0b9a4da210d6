"""Press rooms: sources of one site as data, a YAML file of a few lines each under ``configs/sources``.

name: alvsund                       # the record's source.name, and the first part of its source.rule
hosts: [www.alvsund.exempel]
family: sitevision                  # left out, each page tells its family itself
roles: {lead: [.nyhet-ingress]}     # ranks before what the family says
fetch: {…}                          # for `talstreck fetch`; not read here
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from pydantic import Field, ValidationError

from pipeline.registry import did_you_mean
from pipeline.stages.clean.families import (
    Family,
    FamilyError,
    PageRules,
    PageRulesData,
    families,
    family_named,
    family_of,
    make_rules,
)
from pipeline.stages.clean.markup import Markup


class RoomData(PageRulesData):
    """A press room as its file says it; ``hosts`` with their subdomains, or pages whose source has this ``name``."""

    name: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,60}$")
    hosts: tuple[str, ...] = ()
    family: str | None = None
    fetch: Any = None


@dataclass
class Rooms:
    """The press rooms that a run knows; makes the rules of a page from room, family and layout."""

    rooms: tuple[RoomData, ...] = ()
    _made: dict[tuple[str, str], PageRules] = field(default_factory=dict)

    def of(self, url: str | None, name: str | None) -> RoomData | None:
        """Return the room of a page by its source's name or its host."""
        host = host_of(url)
        for room in self.rooms:
            if room.name == name or any(host == known or host.endswith("." + known) for known in room.hosts):
                return room
        return None

    def rules(self, html: str, url: str | None, name: str | None, day: str | None) -> PageRules:
        """Return the rules of a page: of its room, before those of its family and layout."""
        room = self.of(url, name) if self.rooms else None
        family = family_named(room.family) if room is not None and room.family is not None else None
        markup = Markup(html)
        family = family or family_of(markup, host_of(url))
        rules = family.rules_for(markup, day)
        return rules if room is None else self._with_room(room, family, rules)

    def _with_room(self, room: RoomData, family: Family, rules: PageRules) -> PageRules:
        made = self._made.get((room.name, rules.name))
        if made is None:
            generic = families()[-1].data
            layouts = {f"{family.data.family}:{it.name}": it for it in family.data.layouts}
            ranked: list[tuple[str, PageRulesData]] = [(room.name, room)]
            ranked += [(rules.name, layouts[rules.name])] if rules.name in layouts else []
            ranked.append((family.data.family, family.data))
            if family.data is not generic:
                ranked.append(("generic", generic))
            made = self._made[room.name, rules.name] = make_rules(f"{room.name}:{rules.name}", ranked)
        return made


def host_of(url: str | None) -> str:
    """Return the host of an address in lower case, or an empty text."""
    try:
        return (urlsplit(url).hostname or "").lower() if url else ""
    except ValueError:
        return ""


def read_rooms(paths: Iterable[Path]) -> tuple[RoomData, ...]:
    """Read press rooms from files and folders of YAML; raises :class:`~.families.FamilyError` with file and mistake."""
    found: list[RoomData] = []
    for path in paths:
        files = sorted(path.glob("*.yaml")) if path.is_dir() else [path]
        found += [_read_room(file) for file in files]
    names = [room.name for room in found]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice is not None:
        raise FamilyError(f"two sources are called {twice!r}; give one of them another name")
    return tuple(found)


def rooms_digest(paths: Iterable[Path]) -> str:
    """Return the fingerprint of the contents of files and folders of press rooms; what is not there counts as nothing."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(path.glob("*.yaml")) if path.is_dir() else [path]:
            digest.update(file.name.encode("utf-8", "surrogateescape") + b"\0")
            digest.update(file.read_bytes() if file.is_file() else b"")
    return digest.hexdigest()


def _read_room(path: Path) -> RoomData:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        room = RoomData.model_validate({"name": path.stem.lower(), **data} if isinstance(data, dict) else data)
    except OSError as error:
        raise FamilyError(f"{path}: cannot be read: {error.strerror}; give a YAML file or a folder of them") from None
    except ValidationError as error:
        raise FamilyError("\n".join(_problem(path, problem) for problem in error.errors())) from None
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise FamilyError(f"{path}: not valid YAML: {error}") from None
    known = [family.data.family for family in families()]
    if room.family is not None and room.family not in known:
        raise FamilyError(f"{path}: family: there is no {room.family!r}{did_you_mean(room.family, known)}")
    make_rules(str(path), [(str(path), room)])
    return room


def _problem(path: Path, problem: Any) -> str:
    name = ".".join(str(step) for step in problem["loc"])
    if problem["type"] == "extra_forbidden":
        return f"{path}: {name}: unknown key{did_you_mean(name, list(RoomData.model_fields))}"
    return f"{path}: {name}: {problem['msg']}"
