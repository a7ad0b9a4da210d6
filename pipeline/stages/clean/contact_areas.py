"""Which lines of a text say whom to call: the lines under a label, and lines of names, phones and mails without one."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from pipeline.article import BlockKind
from pipeline.stages.clean import labels
from pipeline.stages.clean.bylines import byline_names, is_byline, is_job
from pipeline.stages.clean.dates import labelled_dates

_LONGEST_AREA = 60
_LONGEST_LINE = 200
#: Lines under a reporter's are tags and the like.
_LONGEST_TAIL = 40
#: The reporter's line under the contacts; "Redaktör:" may open a contact.
_WRITTEN_BY = ("Text:", "Foto:", "Text och foto:", "Skribent:", "Skriven av")
_MEDIA_WORDS = (
    "tidning",
    "blad",
    "posten",
    "nyheter",
    "kuriren",
    "allehanda",
    "redaktion",
    "press.",
    "dagblad",
    "sr.se",
    "svt.se",
    "tv4.se",
    "tt.se",
    "radio",
    "nrk.no",
    "tv2.",
    "avisen",
    "yle.fi",
    "sanomat",
    "ruv.is",
)


def find_contacts(lines: Sequence[str], more: frozenset[str] = frozenset()) -> dict[int, tuple[BlockKind, str]]:
    """Return kind and reason of the lines that belong to contacts; the first line is left to be a title.

    ``more`` are labels over contacts beside the known ones, in lower case.

    A bare label is a heading ("Presskontakt"); a reporter's own line with phone and mail is a byline.
    """
    found: dict[int, tuple[BlockKind, str]] = {}
    n = 1 if len(lines) > 1 else 0
    while n < len(lines):
        end = _labelled_area(lines, n, more)
        if end > n:
            found[n] = ("contact", "label") if _says_more(lines[n]) else ("heading", "contact-label")
            found.update({at: _inside(lines, at) for at in range(n + 1, end)})
            n = end
        else:
            n += 1
    for n in range(len(lines)):
        if n not in found and labels.is_mostly_contact(lines[n]) and not _is_no_contact(lines[n]):
            around = _around(lines, n, found)
            reporters = _is_reporters(lines, n)
            while reporters and found.get(around[0] - 1) == ("contact", "phone-or-mail"):
                around.insert(0, around[0] - 1)
            kind: tuple[BlockKind, str] = ("byline", "reporter-line") if reporters else ("contact", "phone-or-mail")
            found.update(dict.fromkeys(around, kind))
    _fill_gaps(lines, found)
    return found


def _is_no_contact(line: str) -> bool:
    """Tell speech, and a day with its time, "Uppdaterad 06-03-15 14:20", from a line to call."""
    return labels.is_dash(line) or (labels.is_date_line(line) and labelled_dates(line) != (None, None))


def _fill_gaps(lines: Sequence[str], found: dict[int, tuple[BlockKind, str]]) -> None:
    """A short line or two between two lines of contacts belong to them: "Öppet tisdag–torsdag"."""
    contacts = sorted(at for at, (kind, _) in found.items() if kind == "contact")
    for before, after in itertools.pairwise(contacts):
        gap = range(before + 1, after)
        if 0 < len(gap) <= 2 and all(at not in found and _is_short(lines[at]) for at in gap):
            found.update(dict.fromkeys(gap, ("contact", "between-contacts")))


def _is_short(line: str) -> bool:
    return (
        len(line) <= 60
        and not line.endswith((".", "?", "!"))
        and not labels.is_dash(line)
        and not labels.is_about(line)
    )


def _inside(lines: Sequence[str], at: int) -> tuple[BlockKind, str]:
    heads = is_bare_label(lines[at]) and not _is_field_of_card(lines, at)
    return ("heading", "contact-label") if heads else ("contact", "contact-area")


def _is_field_of_card(lines: Sequence[str], at: int) -> bool:
    """Tell a label below the name that it is said of, as in Mynewsdesk's cards: "Siv Ek", "Presskontakt", "Vd"."""
    word = lines[at].strip()
    follows_name = labels.is_name(first_part(lines[at - 1]))
    heads_next = at + 1 < len(lines) and labels.is_name(first_part(lines[at + 1]))
    return follows_name and not heads_next and " " not in word and not word.endswith(":")


def is_bare_label(line: str) -> bool:
    """Tell whether the line is a label over contacts and names nobody: "Presskontakt", "För mer information:"."""
    return bool(labels.contact_label(line)) and not _says_more(line) and not labels.is_contact_field(line)


def _says_more(label: str) -> bool:
    """Tell whether a label line names somebody itself: "För frågor, kontakta Hedvig Lans, 031-390 06 12"."""
    if labels.is_reachable(label):
        return True
    _, colon, rest = label.partition(":")
    tail = rest if colon else label
    return labels.is_name(" ".join(tail.split()[-2:])) or bool(colon and rest.strip())


def _labelled_area(lines: Sequence[str], n: int, more: frozenset[str]) -> int:
    """Return the end of the contact area that line ``n`` opens, or ``n`` where it opens none."""
    label = labels.contact_label(lines[n])
    if label is None and more and labels.bare(lines[n]) in more:
        label = "strong"
    if label is None:
        return n
    last = n if labels.is_reachable(lines[n]) or (_says_more(lines[n]) and not lines[n].endswith(":")) else None
    after_name = False
    reached = labels.is_reachable(lines[n])
    for at in range(n + 1, min(len(lines), n + _LONGEST_AREA)):
        line = lines[at]
        if _ends_area(line):
            break
        named = labels.is_name(first_part(line))
        reachable = labels.is_reachable(line)
        reached = reached or reachable
        if named or reachable or labels.is_contact_field(line) or (after_name and len(line) < 100):
            last = at
        elif labels.contact_label(line) is None and at - (last or n) > 3:
            break
        after_name = named
    if last is None or (label == "weak" and not reached):
        return n
    return last + 1


def first_part(line: str) -> str:
    """Return what stands before the first comma, dash or bracket, without bullets: the name of a contact line."""
    part = line.strip(labels.SPACES + "•*-–_·")
    for mark in (",", " – ", " - ", "(", ":", "|", "\t"):
        part = part.partition(mark)[0]
    return part


def _ends_area(line: str) -> bool:
    if (
        labels.is_about(line)
        or labels.is_phrase(line, "links_heading")
        or len(line) > _LONGEST_LINE
        or (labels.is_dash(line) and not labels.is_reachable(line))
    ):
        return True
    if labels.is_reachable(line):
        return False
    words = len(line.split())
    return (
        (words >= 8 and line.endswith((".", "!", "?", ".”")))
        or words > 20
        or labels.is_dirt(line)
        or labels.is_date_line(line)
        or line.startswith(_WRITTEN_BY)
    )


def _around(lines: Sequence[str], n: int, found: dict[int, tuple[BlockKind, str]]) -> list[int]:
    """Return line ``n`` and the lines before it up to the name that it belongs to: name, title, "Telefon", number."""
    if labels.is_name(first_part(lines[n])):
        return [n]
    fields = [n]
    for at in range(n - 1, max(0, n - 6), -1):
        line = lines[at]
        if at in found or len(line) > 110 or line.endswith((".", "?", "!")) or labels.is_dash(line):
            break
        if labels.is_name(first_part(line)):
            return list(range(at, _fields_end(lines, n)))
        if labels.is_contact_field(line) and at == fields[-1] - 1:
            fields.append(at)
    return fields


def _fields_end(lines: Sequence[str], n: int) -> int:
    """Return the end of the field labels that follow a contact: "E-post till Anna Lans" where the address is hidden."""
    end = n + 1
    while end < len(lines) and end < n + 4 and labels.is_contact_field(lines[end]):
        end += 1
    return end


#: Words in lower case that a row of names has, between them and in them.
_IN_NAMES = frozenset("och samt av af von de la der text foto".split())


def _asks(line: str) -> bool:
    """Tell a line that says what to do from one that names: "Mejla oss på tips@tidningen.exempel", "Tipsa: tips@…"."""
    words = (byline_names(line) or "").split()
    if len(words) == 1:
        return words[0] not in labels.given_names()
    return any((word[0].islower() and word.lower() not in _IN_NAMES) or word.endswith("?") for word in words)


def _is_reporters(lines: Sequence[str], n: int) -> bool:
    """Tell a reporter's line: "Maja Ek 070-174 06 05 ∙ maja.ek@tidningen.exempel" under the title or at the very end."""
    line = lines[n]
    if is_byline(line):
        return not line.startswith("Redaktör")
    if not labels.has_mail(line) or labels.contact_label(line) or _asks(line):
        return False
    _, _, domain = line.lower().partition("@")
    from_media = any(word in domain for word in _MEDIA_WORDS)
    below_name = n == 3 and labels.is_name(first_part(lines[1])) and (labels.is_reachable(lines[2]) or is_job(lines[2]))
    below_name = below_name or (n == 4 and labels.is_name(first_part(lines[2])) and is_job(lines[3]))
    if (n in (1, 2) or below_name) and len(lines) > n + 2:
        return True
    behind = lines[n + 1 :]
    return from_media and len(behind) <= 2 and all(len(it) < _LONGEST_TAIL for it in behind)
