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
                title = lines[0][0]
                for span, person in lines:
                    if person is None:
                        title = span
                    else:
                        self._titles[person] = title

    def above(self, at: int) -> tuple[int, int] | None:
        """Return the span of the title above a name that begins at a place."""
        return self._titles.get(at)

    def _lists(self) -> Iterator[list[tuple[tuple[int, int], int | None]]]:
        """Yield lists of lines that are a title each, or a name; with the span, and with where the name begins."""
        lines: list[tuple[tuple[int, int], int | None]] = []
        for line in _LINE.finditer(self._around.text):
            person = self._person(line)
            if person is not None:
                end: int | None = line.end()
            else:  # "Rut Sandell, planarkitekt" is no title of whoever stands below
                end = None if self._names_somebody(line) else self._end_of_title(line)
            if end is not None:
                lines.append(((line.start(), end), person))
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

    def _names_somebody(self, line: re.Match[str]) -> bool:
        k = bisect_left(self._around.person_starts, line.start())
        return k < len(self._around.person_starts) and self._around.person_starts[k] < line.end()

    @staticmethod
    def _end_of_title(line: re.Match[str]) -> int | None:
        """Return where the title ends that the line is, perhaps with a body: "Rektor", "Prefekt, Institutionen för vård".

        None for other lines, and for the label over contacts whose titles stand below the names.
        """
        words = line.group().rstrip(_MARKS)
        found = (
            title_in(words) if len(words) <= _LONGEST_TITLE and not words.lower().startswith("kontaktperson") else None
        )
        if found is None or found[0] or words[found[1] : found[1] + 2] not in ("", ", "):
            return None
        return line.start() + found[1]
