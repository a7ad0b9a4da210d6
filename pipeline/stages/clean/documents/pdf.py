"""PDF files: lines in reading order, columns one after the other, lines joined to paragraphs, by pypdfium2."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from pipeline.stages.clean import labels
from pipeline.stages.clean.documents import BrokenDocument, Part, need

_MOST_PAGES = 2_000
#: The narrowest white stripe between two columns, in points.
_GUTTER = 9.0
_FEWEST_IN_COLUMN = 3
#: pdfium writes a hyphen that a line break caused as one of these.
_BROKEN_HYPHENS = "\x02\ufffe\u00ad"
_SENTENCE_END = (".", "?", "!", ":", "”", '"', "…")
_PAGE_NUMBER = re.compile(
    r"(?:sida|sid|page)?\s{0,3}\d{1,4}\s{0,3}(?:(?:\(|/|av)\s{0,3}\d{1,4}\s{0,3}\)?)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page; left, bottom, right and top in points from the lower left corner; ``height`` is its font's."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    height: float
    page: int
    number: int


def read(data: bytes) -> list[Part]:
    """Return the paragraphs of a PDF; raises :class:`BrokenDocument`, also where its pages are pictures."""
    pdfium = need("pypdfium2", "PDF files")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise BrokenDocument(f"not a PDF that can be read: {error}") from None
    try:
        pages = [_lines(pdfium, document, n) for n in range(min(len(document), _MOST_PAGES))]
    finally:
        document.close()
    if not any(pages):
        raise BrokenDocument("a PDF without text: its pages are pictures; run it through OCR first")
    margin = _margins(pages)
    groups = [group for lines in pages for group in in_order([line for line in lines if line.text not in margin])]
    return list(_paragraphs(groups))


def _lines(pdfium: Any, document: Any, number: int) -> list[Line]:
    page = document[number]
    text_page = page.get_textpage()
    try:
        lines: list[Line] = []
        for n in range(text_page.count_rects()):
            left, bottom, right, top = text_page.get_rect(n)
            text = text_page.get_text_bounded(left, bottom, right, top).replace("\r\n", " ").replace("\n", " ")
            if text.strip():
                size = _size(pdfium, text_page, left, bottom, right, top)
                line = Line(text, left, bottom, right, top, size, number + 1, len(lines) + 1)
                if lines and _continues(lines[-1], line):
                    line = _merged(lines.pop(), line)
                lines.append(line)
        return lines
    finally:
        text_page.close()
        page.close()


def _size(pdfium: Any, text_page: Any, left: float, bottom: float, right: float, top: float) -> float:
    """Return the size of the font, or the height of the letters where the size is scaled elsewhere in the file.

    The height alone misleads: a line of digits is lower than one with a g in it.
    """
    at = text_page.get_index(left + 1, (bottom + top) / 2, 3, 3)
    size = pdfium.raw.FPDFText_GetFontSize(text_page, at) if at is not None else 0.0
    height = top - bottom
    return float(size) if 0.5 * height < size < 3 * height else height


def _continues(before: Line, line: Line) -> bool:
    """Tell whether two stretches stand on one line: bold words in it, another font for a number."""
    overlap = min(before.top, line.top) - max(before.bottom, line.bottom)
    gap = line.left - before.right
    return overlap > 0.5 * min(before.height, line.height) and -2 < gap < max(_GUTTER, line.height)


def _merged(a: Line, b: Line) -> Line:
    space = "" if a.text[-1:].isspace() or b.text[:1].isspace() or b.left - a.right < 0.12 * b.height else " "
    top, height = max(a.top, b.top), max(a.height, b.height)
    return Line(a.text + space + b.text, a.left, min(a.bottom, b.bottom), b.right, top, height, a.page, a.number)


def _margins(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Return the lines of page heads and feet: the same on several pages, or a page number."""
    ends = [
        line.text
        for lines in pages
        for line in sorted(lines, key=lambda line: line.top)[:2] + sorted(lines, key=lambda line: -line.top)[:2]
    ]
    repeated = {
        text for text, n in Counter(ends).items() if n > 2 and n > len(pages) / 2 and not labels.is_reachable(text)
    }
    numbers = {text for text in ends if _PAGE_NUMBER.fullmatch(text.strip())}
    return frozenset(repeated | numbers)


def in_order(lines: list[Line]) -> list[list[Line]]:
    """Return the lines of a page in groups, in reading order: cut at white stripes, upright ones first."""
    if len(lines) < 2:
        return [lines] if lines else []
    columns = _cut(lines, upright=True)
    if columns is not None and all(len(column) >= _FEWEST_IN_COLUMN for column in columns):
        return [group for column in columns for group in in_order(column)]
    rows = _cut(lines, upright=False)
    if rows is not None and _cut_inside(rows):
        return [group for row in rows for group in in_order(row)]
    return [sorted(lines, key=lambda line: (-line.top, line.left))]


def _cut_inside(rows: Sequence[list[Line]]) -> bool:
    """Rows are cut apart only where columns come out of it: else they are paragraphs of one column."""
    return any(len(in_order(row)) > 1 for row in rows if len(row) >= 2 * _FEWEST_IN_COLUMN)


def _cut(lines: list[Line], *, upright: bool) -> tuple[list[Line], list[Line]] | None:
    """Cut at the widest white stripe; null where there is none."""

    def start(line: Line) -> float:
        return line.left if upright else -line.top

    def end(line: Line) -> float:
        return line.right if upright else -line.bottom

    ordered = sorted(lines, key=start)
    reach, best, at = end(ordered[0]), 0.0, 0
    for n, line in enumerate(ordered[1:], start=1):
        if start(line) - reach > best:
            best, at = start(line) - reach, n
        reach = max(reach, end(line))
    least = _GUTTER if upright else 0.3 * median(line.height for line in lines)
    return (ordered[:at], ordered[at:]) if at and best >= least else None


def _paragraphs(groups: Sequence[Sequence[Line]]) -> Iterator[Part]:
    every = [line for group in groups for line in group]
    body = median(line.height for line in every for _ in range(len(line.text)))
    largest = max(line.height for line in every if line.page == every[0].page)
    waiting: Part | None = None
    for group in groups:
        for paragraph in _joined(group):
            first = paragraph[0]
            part = Part(_text(paragraph), f"page[{first.page}]/line[{first.number}]", None)
            if first.height >= 1.25 * body and len(part.text) <= 250:
                is_title = first.height >= 0.97 * largest and first.page == every[0].page
                part = Part(part.text, part.address, "title" if is_title else "heading")
            if waiting is not None and _goes_on(waiting, part):
                waiting = Part(_join(waiting.text, part.text), waiting.address, waiting.kind)
                continue
            if waiting is not None:
                yield waiting
            waiting = part
    if waiting is not None:
        yield waiting


def _goes_on(before: Part, part: Part) -> bool:
    """Tell whether a paragraph goes on in the next column or on the next page."""
    text = before.text.rstrip()
    return before.kind == part.kind and not text.endswith(_SENTENCE_END) and part.text[:1].islower()


def _joined(group: Sequence[Line]) -> list[list[Line]]:
    """Return the lines of a column as paragraphs."""
    right = max(line.right for line in group)
    width = right - min(line.left for line in group)
    steps = [a.bottom - b.bottom for a, b in itertools.pairwise(group) if a.bottom - b.bottom > 0]
    leading = median(steps) if steps else 0.0
    paragraphs: list[list[Line]] = []
    for n, line in enumerate(group):
        before = group[n - 1] if n else None
        if before is None or _begins(before, line, leading, right, width):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return paragraphs


def _begins(before: Line, line: Line, leading: float, right: float, width: float) -> bool:
    """Tell whether a paragraph begins with this line."""
    text, ended = line.text.strip(), before.text.rstrip()
    if before.bottom - line.bottom > 1.3 * leading or abs(before.height - line.height) > 0.2 * line.height:
        return True
    if labels.is_list_item(text) or (labels.is_dash(text) and ended.endswith(_SENTENCE_END)):
        return True
    short = before.right < right - 0.18 * width
    return (
        short
        and not ended.endswith("-")
        and (
            text[:1].isupper()
            or ended.endswith(_SENTENCE_END)
            or labels.is_reachable(text)
            or labels.is_reachable(ended)
        )
    )


def _text(lines: Sequence[Line]) -> str:
    text = lines[0].text.strip()
    for line in lines[1:]:
        text = _join(text, line.text.strip())
    return "".join(" " if sign in "\x02\ufffe" else sign for sign in text).strip()


def _join(text: str, following: str) -> str:
    """Join two lines: "kom-" "mun" is kommun, "070-" "174 06 12" keeps its hyphen, "070-174" "06 12" gets a space."""
    last, before, first = text[-1:], text[-2:-1], following[:1]
    if last in _BROKEN_HYPHENS:
        return text[:-1] + following
    if last in "-‐" and before.isalpha() and first.islower():
        return text[:-1] + following
    if last in "-–‐" and before.isdigit() and first.isdigit():
        return text + following
    return f"{text} {following}"
