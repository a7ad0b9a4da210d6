"""Dresses the stories in layouts of their years and writes the pages with what is expected of them.

python -m tests.clean.press_pages.build          # writes corpus/layouts

A story is dressed once. Its layout is the one of its family whose years hold the story's; the bytes are in the layout's
encoding. The result is committed, and a test says so if it is not what the stories and layouts give.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.clean.press_pages import paper_layouts, press_room_layouts, public_layouts
from tests.clean.press_pages.layouts import LAYOUTS, Layout
from tests.clean.press_pages.sheet import Expected, Sheet
from tests.clean.press_pages.story import Story, stories

FOLDER = Path(__file__).resolve().parents[3] / "corpus" / "layouts"
MODULES = (public_layouts, press_room_layouts, paper_layouts)


@dataclass(frozen=True, slots=True)
class PressPage:
    """A page's name, bytes, the layout that it is in, and what a reader should get of it."""

    name: str
    data: bytes
    layout: Layout
    expected: Expected


def layout_of(story: Story) -> Layout:
    """Return the layout of the story's family whose years hold the story's."""
    found = [it for it in LAYOUTS if it.family == story.family and it.since <= story.year <= it.until]
    if len(found) != 1:
        raise ValueError(f"{story.name}: {len(found)} layouts of {story.family} hold the year {story.year}")
    return found[0]


def press_pages() -> Iterator[PressPage]:
    """Yield every page."""
    for story in stories():
        drawn = layout_of(story)
        sheet = Sheet(story, drawn.dash, drawn.entities)
        markup = drawn.draw(sheet)
        yield PressPage(f"{story.family}-{story.name}", markup.encode(drawn.codec), drawn, sheet.expected)


def main() -> None:
    """Write the pages and ``expected.jsonl``."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    lines = []
    for page in press_pages():
        (FOLDER / f"{page.name}.html").write_bytes(page.data)
        lines.append(
            json.dumps({"page": page.name, "layout": page.layout.name, **page.expected.as_dict()}, ensure_ascii=False)
        )
    (FOLDER / "expected.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
