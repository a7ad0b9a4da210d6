"""A source as YAML: where its pages are named, how politely to ask, and where to keep them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import Field, ValidationError, field_validator

from pipeline.registry import Options, did_you_mean
from pipeline.sources import SourceError

_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,60}")
_CONTACT = re.compile(r"[^\s@]+@[^\s@]+\.[^\s@]+|https?://\S+")


class SettingsError(SourceError):
    """A source file that cannot be used; the message has a line for each mistake: where, what, how to mend it."""


class ListPage(Options):
    """A page that lists pages: ``links`` and ``next`` are CSS selectors, ``pages`` how many list pages at most."""

    url: str
    links: str = "a[href]"
    next: str | None = None
    pages: int = Field(default=5, ge=1, le=10_000)


class FetchOptions(Options):
    """Where pages are named (``feeds``, ``sitemaps``, ``lists``, ``urls``, ``urls_file``) and how they are asked for.

    ``contact`` is an e-mail or web address that the site's owner can write to; it is part of the user agent. Times are
    seconds, sizes bytes. ``follow`` and ``skip`` are patterns over whole addresses, ``*`` for anything. ``recheck`` is
    how many days may pass before a page that is named again is asked whether it has changed.
    """

    contact: str
    archive: str = "out/warc"
    feeds: tuple[str, ...] = ()
    sitemaps: tuple[str, ...] = ()
    lists: tuple[ListPage, ...] = ()
    urls: tuple[str, ...] = ()
    urls_file: str | None = None
    follow: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    delay: float = Field(default=2.0, ge=0)
    jitter: float = Field(default=1.0, ge=0)
    recheck: float = Field(default=7.0, ge=0)
    max_pages: int = Field(default=10_000, ge=1)
    max_bytes: int = Field(default=20_000_000, ge=1)
    max_seconds: float = Field(default=60.0, gt=0)
    max_redirects: int = Field(default=5, ge=0, le=20)
    attempts: int = Field(default=3, ge=1, le=20)
    allow_private: bool = False

    @field_validator("contact")
    @classmethod
    def _reachable(cls, contact: str) -> str:
        if not _CONTACT.fullmatch(contact):
            raise ValueError("expected an e-mail address or a web address that the site's owner can reach you by")
        return contact


@dataclass(frozen=True, slots=True)
class FetchSource:
    """A source to fetch: its name, which begins the names of its files, and how."""

    name: str
    options: FetchOptions
    folder: Path

    @property
    def archive(self) -> Path:
        """The folder of the web archives; a relative path is taken from where the command runs."""
        return Path(self.options.archive)

    def given_urls(self) -> list[str]:
        """Return the addresses that the source gives itself; raises :class:`SettingsError` for a list that is not there."""
        urls = list(self.options.urls)
        if self.options.urls_file is not None:
            path = self.folder / self.options.urls_file
            try:
                lines = path.read_text(encoding="utf-8").splitlines()
            except (OSError, UnicodeDecodeError) as error:
                raise SettingsError(f"{path}: urls_file: cannot be read: {error}") from None
            urls += [line.strip() for line in lines if line.strip() and not line.startswith("#")]
        return urls


def read_source(path: Path) -> FetchSource:
    """Read a source file; raises :class:`SettingsError` with what, where and how to mend it."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingsError(f"{path}: not valid YAML: {error}") from None
    if not isinstance(data, Mapping) or not isinstance(data.get("fetch"), Mapping):
        raise SettingsError(
            f"{path}: expected 'fetch:' with where the pages are, such as 'fetch: {{contact: …, feeds: […]}}'"
        )
    name = str(data.get("name") or path.stem).lower()
    if not _NAME.fullmatch(name):
        raise SettingsError(f"{path}: name: {name!r}: use letters a to z, digits and hyphens: it begins file names")
    return FetchSource(name, _options(path, data["fetch"]), path.parent)


def _options(path: Path, data: Mapping[str, Any]) -> FetchOptions:
    try:
        options = FetchOptions.model_validate(data)
    except ValidationError as error:
        raise SettingsError("\n".join(_problem(path, problem) for problem in error.errors())) from None
    if not (options.feeds or options.sitemaps or options.lists or options.urls or options.urls_file):
        raise SettingsError(f"{path}: fetch: says no place; give one of feeds, sitemaps, lists, urls or urls_file")
    return options


def _problem(path: Path, problem: Any) -> str:
    name = ".".join(str(step) for step in problem["loc"])
    if problem["type"] == "extra_forbidden":
        return f"{path}: fetch.{name}: unknown option{did_you_mean(name, list(FetchOptions.model_fields))}"
    if problem["type"] == "missing":
        return f"{path}: fetch.{name}: is missing and has no default"
    return f"{path}: fetch.{name}: {problem['msg'][0].lower()}{problem['msg'][1:]}, not {problem['input']!r}"
