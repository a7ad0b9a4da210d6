"""What part a person plays on the page: in the story, byline, credit or contact."""

from __future__ import annotations

import re

from pipeline.article import Block, Name, PersonPart
from pipeline.stages.names.lists import party_letters

#: "Pressbild: Bo Ek"; not "Förebild: Bo Ek".
_CREDIT = re.compile(
    r"(?<!före)(?<!själv)(?:foto(?:graf)?|bild|illustration|foto alla bilder)\s?[:/][^.:\n]{0,60}$", re.IGNORECASE
)
#: "Text: Bo Ek", "Av Bo Ek och ⟦Siv Holm⟧", "Skribent Bo Ek"; not "Avgående ordföranden Bo Ek".
_BYLINE = re.compile(
    r"^\s*(?i:text(?:\s?(?:och|&|/)\s?(?:foto|bild))?|av|skribent|reporter)"
    r"(?:\s?:[^.:\n]{0,40}|\s(?:(?:[A-ZÅÄÖ][\w.-]*|och|&)[\s,]+){0,6})$"
)
#: What goes on as a sentence does: "Av Bo Ek ⟦blev⟧ det inget".
_GOES_ON = re.compile(r"s?[ \u00a0](?!och\b|text\b|foto\b|bild\b|är\s(?:reporter|skribent))[a-zåäö]")


#: A party behind the name: who is in the picture, not who took it.
_DEPICTED = re.compile(
    r"[ \u00a0]\((?:(?P<party>[A-Za-zåäöÅÄÖ]{1,4})\)|(?:t\.?v|t\.?h|till (?:vänster|höger)|mitten)\b)"
)


_LABEL = re.compile(r"(?:foto(?:graf)?|bild|illustration|foto alla bilder)\s?[:/]", re.IGNORECASE)
_BRACKET = re.compile(r"[ \u00a0]\([A-Za-zåäöÅÄÖ]{1,4}\)")


def _are_depicted(text: str, line: str, at: int) -> bool:
    """Tell by a party behind this name, or behind one before it on the line."""
    label = max((m.end() for m in _LABEL.finditer(line)), default=0)
    ends = [match.group() for match in _BRACKET.finditer(line, label)]
    match = _DEPICTED.match(text, at)
    parties = [bracket.strip("( )").upper() for bracket in ends] + (
        [match["party"].upper()] if match and match["party"] else []
    )
    return (match is not None and match["party"] is None) or bool(set(parties) & party_letters().keys())


def part_of(text: str, mention: Name, block: Block | None) -> PersonPart:
    """Return the part that a mention shows, by its block and what stands before it on the line."""
    if block is None:
        return "story"
    line = text[max(block.start, mention.start - 90) : mention.start]
    if (mention.via == "credit" or _CREDIT.search(line)) and not _are_depicted(text, line, mention.end):
        lead = line.rpartition("\n")[2].lower()
        return "credit" if re.search(r"foto|bild|illustration", lead) and "text" not in lead else "byline"
    opens = block.kind != "contact" and mention.start - block.start < 40
    if block.kind == "byline" or (opens and _BYLINE.match(line) and not _GOES_ON.match(text, mention.end)):
        return "byline"
    return "contact" if block.kind == "contact" else "story"
