"""Plain text into pieces: every non-empty line is one, and only lines that a machine wrapped are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.stages.clean.blocks import Draft, Piece, tidy
from pipeline.stages.clean.charset import read_c1
from pipeline.stages.clean.dates import find_date
from pipeline.stages.clean.kinds import assign_kinds
from pipeline.stages.clean.labels import byline_name, has_detail, is_bullet, label_of, opens_speech

_BREAKS = re.compile("[\x0b\x0c\u2028\u2029]")
_JOINS_HYPHEN = re.compile(r"(?:och|eller|samt|till|respektive|men|som|–|-)\b")
_WIDEST = 100


def read_plain(text: str) -> Draft:
    """Return the pieces of a plain text with their kinds.

    The first line is the title if it has at most 200 characters and no final full stop. Spaces at the beginning of a
    line stay where other lines have none: in archives that lost their dashes they show where speech opens
    (``␣␣Jag är glad, säger Per.``).
    """
    lines = _BREAKS.sub("\n", tidy(read_c1(text))).split("\n")
    width = wrapped_at(lines)
    pieces = [Piece(line, place=place) for place, line in enumerate(_paragraphs(lines, width))]
    _take_indents(pieces)
    draft = Draft(pieces)
    if pieces:
        _take_title(draft)
    assign_kinds(pieces, plain=True)
    _read_labels(draft)
    return draft


def wrapped_at(lines: list[str]) -> int | None:
    """Return the width at which the text is hard-wrapped, or null where lines are paragraphs.

    A text is wrapped if no line is wider than 100 characters and the lines that others follow without a blank line
    nearly all end far to the right, in the middle of a sentence.
    """
    widest = max(map(len, lines), default=0)
    if not 40 <= widest <= _WIDEST:
        return None
    followed = [line.rstrip() for line, after in zip(lines, lines[1:], strict=False) if line.strip() and after.strip()]
    # Even a wrapped text has short lines followed by others: addresses, lists. They are the minority.
    full = [line for line in followed if len(line) >= 0.7 * widest]
    running = [line for line in full if not line.endswith((".", "!", "?", ":"))]
    if len(full) >= 4 and len(full) * 10 >= len(followed) * 6 and len(running) * 10 >= len(full) * 6:
        return widest
    return None


def _paragraphs(lines: list[str], width: int | None) -> Iterator[str]:
    if width is None:
        yield from (line.rstrip() for line in lines if line.strip())
        return
    paragraph = ""
    last = ""
    for line in lines:
        stripped = line.strip()
        begins = opens_speech(stripped) or is_bullet(stripped) or label_of(stripped) in ("detail", "contact")
        if not stripped or begins or len(last) < 0.55 * width or has_detail(last):
            if paragraph:
                yield paragraph
            paragraph = line.rstrip()
        else:
            paragraph = _join(paragraph, stripped)
        last = stripped
    if paragraph:
        yield paragraph


def _join(paragraph: str, line: str) -> str:
    """Join two lines of one paragraph; a word that was divided at the line's end is made whole again."""
    if paragraph.endswith("-") and paragraph[-2:-1].isalpha() and not _JOINS_HYPHEN.match(line):
        return paragraph[:-1] + line if line[:1].islower() else paragraph + line
    return f"{paragraph} {line}"


def _take_indents(pieces: list[Piece]) -> None:
    """Keep an indent of one to four spaces only if it tells lines apart and no dash follows it."""
    indents = [len(piece.text) - len(piece.text.lstrip(" \u00a0")) for piece in pieces]
    tells = any(indents) and not all(indents[1:])
    for piece, indent in zip(pieces, indents, strict=True):
        bare = piece.text.strip(" \u00a0\t")
        keep = tells and 0 < indent <= 4 and not opens_speech(bare) and not is_bullet(bare)
        piece.text = piece.text[:indent] + bare if keep else bare


def _take_title(draft: Draft) -> None:
    first = draft.pieces[0]
    line = first.text.strip()
    if len(line) <= 200 and not line.endswith("."):
        first.text, first.kind, first.reason = line, "title", "first-line"
        draft.title = line
        # "Ny bro i Alvsund | Alvsunds kommun", then "Ny bro i Alvsund": the page's head and its headline.
        if len(draft.pieces) > 1:
            second = draft.pieces[1]
            headline = second.text.strip()
            if len(headline) >= 10 and line.startswith(headline) and len(line) <= len(headline) + 60:
                draft.title = headline
                second.kind, second.reason = "heading", "repeats-title"


def _read_labels(draft: Draft) -> None:
    for piece in draft.pieces:
        if piece.kind == "byline" and draft.byline is None:
            draft.byline = byline_name(piece.text)
        elif piece.kind == "date" and (found := find_date(piece.text)):
            later = piece.text.lstrip(" _*").lower().startswith(("uppdatera", "senast", "ändrad", "sidan uppdatera"))
            if later:
                draft.updated_at = draft.updated_at or found[0]
            else:
                draft.published_at = draft.published_at or found[0]
