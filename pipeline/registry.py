"""Things that are found by name: each registers itself where it is defined, and a walk over the folder finds it."""

from __future__ import annotations

import difflib
import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ConfigDict


class Options(BaseModel):
    """Options of a stage, source, output or archive step: typed, with defaults; an unknown option is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


T = TypeVar("T")
C = TypeVar("C", bound=Options)


class Registry(Generic[T]):
    """Names to things of one sort, filled on the first look by importing ``package`` and an entry-point group."""

    def __init__(self, sort: str, package: str, group: str) -> None:
        self.sort = sort
        self._package = package
        self._group = group
        self._things: dict[str, T] = {}
        self._walked = False

    def add(self, name: str, thing: T) -> None:
        """Register ``thing``; two things of one name are an error of the programmer's."""
        if name in self._things:
            raise ValueError(f"two {self.sort}s are called {name!r}")
        self._things[name] = thing

    def all(self) -> dict[str, T]:
        """Return everything by name, in the order of the names."""
        self._walk()
        return dict(sorted(self._things.items()))

    def get(self, name: str) -> T:
        """Return the thing of this name; raises :class:`LookupError` with a "did you mean"."""
        self._walk()
        try:
            return self._things[name]
        except KeyError:
            raise LookupError(f"no {self.sort} called {name!r}{did_you_mean(name, list(self._things))}") from None

    def _walk(self) -> None:
        if self._walked:
            return
        self._walked = True
        package = importlib.import_module(self._package)
        for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda found: found.name):
            importlib.import_module(f"{self._package}.{module.name}")
        for entry in sorted(entry_points(group=self._group), key=lambda found: found.name):
            entry.load()


@dataclass(frozen=True, slots=True)
class Spec(Generic[T]):
    """What the runner knows of a source, an output or an archive step before it is built: ``build`` takes its options."""

    name: str
    config: type[Options]
    build: Callable[[Any], T]
    doc: str


def register(registry: Registry[Spec[T]], name: str, config: type[C]) -> Callable[[Callable[[C], T]], Callable[[C], T]]:
    """Return the decorator that registers a function, which builds the thing ``name`` from these options."""

    def add(build: Callable[[C], T]) -> Callable[[C], T]:
        registry.add(name, Spec(name, config, build, (build.__doc__ or "").strip()))
        return build

    return add


def did_you_mean(word: str, known: list[str]) -> str:
    """Return "; did you mean 'phones'?", or what there is to choose from where nothing is near."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"; did you mean {near[0]!r}?"
    return f"; there are {', '.join(sorted(known))}" if known else ""
