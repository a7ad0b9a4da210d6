"""Bodies that head the lines of contacts: "Region Alvsund:" above "Bo Ek, 070-…" and "Siv Lans, 070-…"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from pipeline.stages.roles.groups import Group
from pipeline.stages.roles.surroundings import Surroundings

#: Letters at most of a line of contacts.
_LONGEST = 110
#: A sentence, or the label of the next list, is no line of a list.
_ENDS_A_LIST = re.compile(r"[.!?]\s*\Z|\A\W*(?:press)?kontakt(?:person)?(?:er)?\W*\Z", re.IGNORECASE)
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
#: A number or an address, which a list of contacts has.
_REACHED = re.compile(r"@|\d{3}[ \u00a0-]?\d{2}")
_MARKS = " \u00a0*•-"


class Headings:
    """Finds the body above a person's line, as a position in `organisations`; None where no list of contacts has one."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._heads: dict[int, int] = {}
        for lines in self._lists():
            for start, end, body in self._sections(lines):
                first, last = bisect_left(around.person_starts, start), bisect_left(around.person_starts, end)
                self._heads.update(dict.fromkeys(around.person_starts[first:last], body))

    def of(self, group: Group) -> int | None:
        """Return the body that heads the lines of one of the person's mentions."""
        return next((self._heads[m.start] for m in group.mentions if m.start in self._heads), None)

    def _lists(self) -> Iterator[list[re.Match[str]]]:
        """Yield the stretches of short lines that are no sentences."""
        lines: list[re.Match[str]] = []
        for line in _LINE.finditer(self._around.text):
            if len(line.group()) <= _LONGEST and not _ENDS_A_LIST.search(line.group()):
                lines.append(line)
            else:
                yield lines
                lines = []
        yield lines

    def _sections(self, lines: list[re.Match[str]]) -> Iterator[tuple[int, int, int]]:
        """Yield what stands below each body of a list that has its bodies as headings.

        They have a colon, or one opens the list and each stands just above a name; "Bo Ek, 070-…" above
        "Region Alvsund" is no heading.
        """
        heads = [(n, body) for n, line in enumerate(lines) if (body := self._body_of(line)) is not None]
        colons = all(lines[n].group().rstrip().endswith(":") for n, _ in heads)
        above_names = all(n + 1 < len(lines) and self._is_name(lines[n + 1]) for n, _ in heads)
        if not heads:
            return
        opens = not heads[0][0] and any(_REACHED.search(line.group()) for line in lines)
        if not colons and not (opens and above_names):
            return
        for (n, body), (after, _) in zip(heads, [*heads[1:], (len(lines), 0)], strict=True):
            yield lines[n].end(), lines[after - 1].end(), body

    def _is_name(self, line: re.Match[str]) -> bool:
        return self._around.names_people(line.start(), line.start() + 30)

    def _body_of(self, line: re.Match[str]) -> int | None:
        """Return the body that a line consists of."""
        n = bisect_left(self._around.body_starts, line.start())
        if n == len(self._around.bodies):
            return None
        start, end, body = self._around.bodies[n]
        return body if line.group().strip(_MARKS).rstrip(": \u00a0") == self._around.text[start:end] else None
