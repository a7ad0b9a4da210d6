"""Layouts: how a content system of some years writes a page. Each is a function from a sheet to markup.

The markup follows conventions that are read in public scrapers and themes; no page of anybody's was copied.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tests.clean.press_pages.sheet import Sheet

Draw = Callable[[Sheet], str]


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout of a family: the years it stands for, how its bytes are written, and how it draws a page."""

    family: str
    name: str
    since: int
    until: int
    draw: Draw
    codec: str = "utf-8"
    dash: str = "– "
    entities: bool = False


LAYOUTS: list[Layout] = []


def layout(
    family: str,
    name: str,
    since: int,
    until: int,
    codec: str = "utf-8",
    dash: str = "– ",
    entities: bool = False,
) -> Callable[[Draw], Draw]:
    """Register a function as a layout."""

    def add(draw: Draw) -> Draw:
        LAYOUTS.append(Layout(family, name, since, until, draw, codec, dash, entities))
        return draw

    return add
