"""What a page run together lost: the ends of paragraphs, the lines of a contact block, the columns that two contacts stood in."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.stages.clean import labels
from pipeline.stages.clean.lines import Line

#: Longer lines are running text: 'Bo EkVd' heads a card.
_LONGEST_CARD_LINE = 120
_SMALL_AND_CAPITAL = re.compile(r"[a-zåäöé](?=[A-ZÅÄÖ][a-zåäö]{2})")
#: An address, perhaps with a number glued before it, up to the known end of its domain.
_GLUED_MAIL = re.compile(
    r"(?P<number>\d{7,12})?(?P<local>[A-Za-zåäö][\w.+-]{0,63})@(?:[\w-]{1,63}\.){1,4}(?:se|com|nu|org|net|eu|info|exempel|example)(?![a-zåäö])"
)
_DIGIT_AND_LETTER = re.compile(r"\d[^\W\d_]")
#: No range of days or chapters: "den 4.–6. november", "4.–6.6".
_GLUED_DASH = re.compile(
    r"(?<=[?!.”])(?:[–—]|(?<=\?)-|(?<=[a-zåäö][.!])-(?=[ \u00a0]))(?=[ \u00a0]?(?:[A-ZÅÄÖ”\"»]|(?<!\d\.[–—])\d))"
)
_SPOILT_SPACE = re.compile(r"^([–—])\?(?=[A-ZÅÄÖ”\"])")
#: No abbreviation: "300 f.Kr."
_GLUED_SENTENCE = re.compile(r"(?<=[a-zåäö]{3}[.!?])(?=[A-ZÅÄÖ][a-zåäö]*[ .])")
_COLUMNS = re.compile(r"[ \u00a0]{3,}|\t+")


def could_be_glued(line: str) -> bool:
    """Tell quickly whether a speech dash may be glued to the sentence before it."""
    return "–" in line or "—" in line or "?-" in line or ".- " in line or "!- " in line


def without_glue(line: str) -> list[str]:
    """Return the paragraphs of a line in which a speech dash is glued to the sentence before it.

    A question mark in place of the space behind a dash is what a conversion left of a thin space.

    >>> without_glue("Hur går bygget?– Vi ligger före.Bron öppnas i maj."), without_glue("–?Vi ligger före.")
    (['Hur går bygget?', '– Vi ligger före.', 'Bron öppnas i maj.'], ['– Vi ligger före.'])
    """
    line = _SPOILT_SPACE.sub(r"\1 ", line)
    cuts = [match.start() for match in _GLUED_DASH.finditer(line) if match.start() > 1]
    if not cuts:
        return [line]
    cuts += [match.start() for match in _GLUED_SENTENCE.finditer(line)]
    ends = [0, *sorted(cuts), len(line)]
    return [
        line[start:end].strip(labels.SPACES) if end < len(line) else line[start:]
        for start, end in itertools.pairwise(ends)
    ]


def part_run_on(text: str) -> str:
    """Return the text with a line end where paragraphs, or two fields of a contact, run together.

    ``Tel:0701740605bo.ek@alvsund.exempelSiv LansPressekreterare`` becomes four lines: number, address, name, title.
    """
    return "\n".join(_parted(line) for line in text.split("\n"))


def _parted(line: str) -> str:
    if could_be_glued(line) and (paragraphs := without_glue(line)) != [line]:
        return "\n".join(paragraphs)
    cuts: set[int] = set()
    for mail in _GLUED_MAIL.finditer(line) if "@" in line else ():
        cuts.update((mail.start("local"),) if mail["number"] else ())
        cuts.update((mail.end(),) if line[mail.end() : mail.end() + 1].isalnum() else ())
    if len(line) <= 4 * _LONGEST_CARD_LINE and _DIGIT_AND_LETTER.search(line):
        cuts.update(end for end in labels.phone_ends(line) if line[end : end + 1].isalpha())
    ends = [0, *sorted(cuts), len(line)]
    return "\n".join(_name_and_title(line[start:end]) for start, end in itertools.pairwise(ends))


def _name_and_title(line: str) -> str:
    """Part a known name from the title glued to it: "Siv Lans⟦⏎⟧Pressekreterare (S)"."""
    if len(line) > _LONGEST_CARD_LINE:
        return line
    for match in _SMALL_AND_CAPITAL.finditer(line):
        name, title = line[: match.end()], line[match.end() :]
        if labels.is_name(name) and title.split()[0].strip(",:").lower().endswith(labels.phrases("card_title")):
            return f"{name}\n{title}"
    return line


def unfold_columns(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with people who stand beside each other below each other, each with the own numbers.

    ``Bo Ek          Siv Lans`` over ``070-174 06 05   070-174 06 06`` becomes name, number, name, number.
    """
    unfolded: list[Line] = []
    n = 0
    while n < len(lines):
        rows = _rows(lines, n)
        columns = zip(*rows, strict=True)
        unfolded += [Line(cell, apart=not at) for column in columns for at, cell in enumerate(column)] or [lines[n]]
        n += max(1, len(rows))
    return unfolded


def _rows(lines: Sequence[Line], n: int) -> list[list[str]]:
    """Return the cells of a row of names at line ``n`` and of the rows below it; none where no row below says how to reach them."""
    names = _cells(lines[n])
    if (
        len(names) < _FEWEST_COLUMNS
        or not all(map(labels.is_name_shaped, names))
        or not any(map(labels.is_name, names))
    ):
        return []
    below = itertools.takewhile(lambda cells: len(cells) == len(names), map(_cells, lines[n + 1 : n + _MOST_ROWS]))
    rows = [names, *below]
    return rows if any(all(map(labels.is_reachable, row)) for row in rows) else []


def _cells(line: Line) -> list[str]:
    text = line.text.strip(labels.SPACES)
    return _COLUMNS.split(text) if "  " in text or "\t" in text or "\u00a0" in text else [text]


_FEWEST_COLUMNS = 2
_MOST_ROWS = 8
