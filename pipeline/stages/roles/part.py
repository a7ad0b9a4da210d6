"""What part a person plays on the page: in the story, byline, credit or contact."""

from __future__ import annotations

import re

from pipeline.article import Block, Name, PersonPart

_CREDIT = re.compile(r"(?:foto(?:graf)?|bild|illustration|foto alla bilder)\s?[:/][^.:\n]{0,60}$", re.I)
_BYLINE = re.compile(r"^\s*(?:text|av|skribent|reporter|text och foto|text & foto|text/foto)\s?:?[^.:\n]{0,40}$", re.I)


def part_of(text: str, mention: Name, block: Block | None) -> PersonPart:
    """Return the part that a mention shows, by its block and what stands before it on the line."""
    if block is None:
        return "story"
    line = text[max(block.start, mention.start - 90) : mention.start]
    if mention.via == "credit" or _CREDIT.search(line):
        lead = line.rpartition("\n")[2].lower()
        return "credit" if re.search(r"foto|bild|illustration", lead) and "text" not in lead else "byline"
    if block.kind == "byline" or (block.kind != "contact" and mention.start - block.start < 40 and _BYLINE.match(line)):
        return "byline"
    return "contact" if block.kind == "contact" else "story"
