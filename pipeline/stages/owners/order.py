"""Numbers by the order that a list of contacts keeps: each number before its name, or all names and then all numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.article import Person, Phone
from pipeline.stages.owners.desks import names_desk
from pipeline.stages.owners.lines import LONGEST_CONTACT_LINE, Lines, Mention, Mentions

#: Fewer names and numbers keep no order that tells anything.
_FEWEST = 2
#: Between a number and the name behind it that is its owner's: "070-… ⟦(⟧Bo Ek)", "070-…⟦, ⟧Bo Ek".
_TO_NAME = re.compile(r"[ \u00a0,:–-]{0,3}\(?")
#: A name in brackets right behind a number, perhaps with a title: "070-174 06 05 ⟦(Bo Ek, vd)⟧".
_BRACKETED = re.compile(r"[ \u00a0]?\(")
_FIRST_NAME = re.compile(r"[ \u00a0]?\((?P<name>[A-ZÅÄÖ][a-zåäöé-]+)\)")
_TITLE_AND_CLOSE = re.compile(r"(?:,[ \u00a0][^()\d.]{2,40})?\)")


@dataclass(frozen=True, slots=True)
class _Event:
    """A name's line or one number, in the order of a block."""

    who: int | None
    phone: int | None


def by_order(lines: Lines, phones: Sequence[Phone], names: Mentions, people: Sequence[Person]) -> Mapping[int, int]:
    """Return owners, by the positions of their numbers, where the order of a block or of a line tells them.

    "070-…", "Bo Ek", "070-…", "Siv Lans" on four lines; "Bo Ek, rektor", "Siv Lans, lärare", "070-…", "070-…";
    "Bygget: 070-… (Bo Ek). Trafiken: 070-… (Siv Lans)."; "070-… Bo Ek, 070-… Siv Lans".
    """
    owners = dict(_by_first_names(lines.text, phones, people))
    by_line: dict[int, list[int]] = {}
    for index, phone in enumerate(phones):
        by_line.setdefault(lines.at(phone.start), []).append(index)
    for n, numbers in by_line.items():
        owners.update(_behind_each(lines, [(index, phones[index]) for index in numbers], names.inside(*lines.spans[n])))
    for block in _blocks(lines, by_line, phones, names):
        owners.update(_in_block(block, phones))
    return owners


def _by_first_names(text: str, phones: Sequence[Phone], people: Sequence[Person]) -> Iterator[tuple[int, int]]:
    """Yield numbers with whom a given name in brackets means: "070-… (Siv) eller 070-… (Bo)"."""
    bearers: dict[str, list[int]] = {}
    for who, person in enumerate(people):
        bearers.setdefault(person.name.split()[0], []).append(who)
    for index, phone in enumerate(phones):
        first = _FIRST_NAME.match(text, phone.end)
        found = bearers.get(first["name"], []) if first is not None else []
        if len(found) == 1:
            yield index, found[0]


def _behind_each(
    lines: Lines, numbers: Sequence[tuple[int, Phone]], names: Sequence[Mention]
) -> Iterator[tuple[int, int]]:
    """Yield a line's numbers with the names behind them: in brackets, or where the line is a row of number and name."""
    behind: list[tuple[int, int]] = []
    at_once = True
    for index, phone in numbers:
        name = next((name for name in names if name.start >= phone.end), None)
        opened = None if name is None else _BRACKETED.fullmatch(lines.text, phone.end, name.start)
        if name is not None and opened is not None and _TITLE_AND_CLOSE.match(lines.text, name.end):
            yield index, name.who
        at_once = at_once and name is not None and _TO_NAME.fullmatch(lines.text, phone.end, name.start) is not None
        if name is not None:
            behind.append((index, name.who))
    if at_once and len(behind) >= _FEWEST and len(names) == len(behind) and numbers[0][1].start <= names[0].start:
        yield from behind


def _blocks(
    lines: Lines, by_line: Mapping[int, Sequence[int]], phones: Sequence[Phone], names: Mentions
) -> Iterator[list[_Event]]:
    """Yield stretches of short lines, each of them a name's, a number's, or neither; a line that has both ends one."""
    block: list[_Event] = []
    for n, (start, end) in enumerate(lines.spans):
        own = names.inside(start, end)
        numbers = by_line.get(n, ())
        ends = end - start > LONGEST_CONTACT_LINE or len(numbers) > 1 or len(own) > 1 or bool(own and numbers)
        ends = ends or lines.cut(n).rstrip().endswith((".", "!", "?"))
        ends = ends or (bool(own) and own[0].start != start) or any(phones[i].context == "switchboard" for i in numbers)
        if ends or (numbers and names_desk(lines.cut(n))):
            yield block
            block = []
        elif own or numbers:
            block.append(_Event(own[0].who if own else None, numbers[0] if numbers else None))
    yield block


def _in_block(block: Sequence[_Event], phones: Sequence[Phone]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of a block with their owners where names and numbers take turns, or where all names stand first."""
    half = len(block) // 2
    if half < _FEWEST or len(block) % 2:
        return
    numbers_first = [event.phone is not None for event in block] == [True, False] * half
    names_first = [event.phone is not None for event in block] == [False] * half + [True] * half
    pairs = zip(block[::2], block[1::2], strict=True) if numbers_first else zip(block[half:], block, strict=False)
    if names_first and any(phones[event.phone].kind != "mobile" for event in block if event.phone is not None):
        return
    for number, name in pairs if numbers_first or names_first else ():
        if number.phone is not None and name.who is not None:
            yield number.phone, name.who
