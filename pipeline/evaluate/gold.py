"""Gold records: what a careful reader finds on a page, written with words instead of offsets.

Words are looked up in the record's own text, so that gold stays right when a block's offset moves. One JSON file a
page: ``page`` (relative path), ``people`` (name, role, organisation), ``organisations`` (names; ``optional_organisations``
are no error either way), ``quotes`` (kind, contents, speaker, optional), ``phones`` (e164 or digits, person), ``emails``,
``figures`` (text, value or low and high), ``dates`` (text, iso).
"""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError


class GoldError(ValueError):
    """A gold file that cannot be used; the message says where and why."""


class _Gold(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class GoldPerson(_Gold):
    """A person with the fullest title and the body that the page ties to them."""

    name: str
    role: str | None = None
    organisation: str | None = None


class GoldQuote(_Gold):
    """Quoted words, in pieces where a frame interrupts; joint speakers are joined by ``; ``; null is unknown."""

    kind: str
    contents: list[str]
    speaker: str | None
    optional: bool = False


class GoldPhone(_Gold):
    """A number as E.164, or its digits where it is short."""

    number: str
    person: str | None = None


class GoldFigure(_Gold):
    """A quantity as written, with its value or its two ends."""

    text: str
    value: str | None = None
    low: str | None = None
    high: str | None = None


class GoldDate(_Gold):
    """A date as written, with its ISO form where the page gives the year."""

    text: str
    iso: str | None = None


class GoldPage(_Gold):
    """Everything that a page holds."""

    page: str
    title: str | None = None
    people: list[GoldPerson] = []
    organisations: list[str] = []
    optional_organisations: list[str] = []
    quotes: list[GoldQuote] = []
    phones: list[GoldPhone] = []
    emails: list[str] = []
    figures: list[GoldFigure] = []
    dates: list[GoldDate] = []
    declined: list[str] = []
    note: str | None = None


def read_gold(folder: Path) -> dict[str, GoldPage]:
    """Return the gold of a folder by page; raises :class:`GoldError` with the file and the mistake."""
    if not folder.is_dir():
        raise GoldError(f"{folder}: is no folder of gold records")
    found = {}
    for path in sorted(folder.rglob("*.json")):
        try:
            page = GoldPage.model_validate(json.loads(path.read_text(encoding="utf-8")))
        except ValidationError as error:
            first = error.errors()[0]
            where = ".".join(str(step) for step in first["loc"])
            raise GoldError(f"{path}: {where}: {first['msg']}") from None
        except ValueError as error:
            raise GoldError(f"{path}: not JSON: {error}") from None
        found[page.page] = page
    if not found:
        raise GoldError(f"{folder}: holds no gold records (*.json)")
    return found
