"""Titles on lines of their own above the names: "Ordförande", below it "Bo Ek", then "Kassör" and "Siv Lans"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from pipeline.stages.roles.surroundings import Surroundings
from pipeline.stages.roles.titles import title_in

_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
#: Letters at most of a title's line, and of what stands behind a name on its line.
_LONGEST_TITLE = 50
_LONGEST_REST = 30
#: What may stand behind a title on its line.
_MARKS = ": \u00a0"
#: A number or an address on a line of its own, which the order of titles and names has nothing to do with.
_REACHED = re.compile(r"[^\n]*(?:@|\d{3}[ \u00a0-]?\d{2})[^\n]*")


class TitleLines:
    """The titles above the names, where a list of short lines opens with a title and ends with a name."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._titles: dict[int, tuple[int, int]] = {}
        for lines in self._lists():
            if lines[0][1] is None and lines[-1][1] is not None:
                title = lines[0][0].span()
                for line, person in lines:
                    if person is None:
                        title = line.start(), line.start() + len(line.group().rstrip(_MARKS))
                    else:
                        self._titles[person] = title

    def above(self, at: int) -> tuple[int, int] | None:
        """Return the span of the title above a name that begins at a place."""
        return self._titles.get(at)

    def _lists(self) -> Iterator[list[tuple[re.Match[str], int | None]]]:
        """Yield lists of lines that are a title each, or a name; with where the name begins."""
        lines: list[tuple[re.Match[str], int | None]] = []
        for line in _LINE.finditer(self._around.text):
            person = self._person(line)
            if person is not None or self._is_title(line):
                lines.append((line, person))
            elif not _REACHED.fullmatch(line.group()):
                if lines:
                    yield lines
                lines = []
        if lines:
            yield lines

    def _person(self, line: re.Match[str]) -> int | None:
        """Return where the name begins that the line is, perhaps with a party or a town; None for other lines."""
        k = bisect_left(self._around.person_starts, line.start())
        if k == len(self._around.person_starts) or self._around.person_starts[k] != line.start():
            return None
        rest = line.group()[self._around.person_ends[k] - line.start() :]
        return None if len(rest) > _LONGEST_REST or title_in(rest.lstrip(" ,(")) is not None else line.start()

    @staticmethod
    def _is_title(line: re.Match[str]) -> bool:
        words = line.group().rstrip(_MARKS)
        return len(words) <= _LONGEST_TITLE and title_in(words) == (0, len(words))
