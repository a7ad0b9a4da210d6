"""Phone numbers as the Swedish press writes them: any grouping, tails, extensions, switchboards, short numbers.

The plan of the numbers is the phonenumbers library's (validity at the level VALID); the grouping, the guards and
the context are ours, because the library's own matcher takes opening hours and article numbers for phones, and
splits '08-465 004 12/13' wrongly.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import phonenumbers

from pipeline.article import Phone, PhoneContext, PhoneKind
from pipeline.shadow import shadow
from pipeline.stages.contacts.personal_numbers import find_personal_numbers
from pipeline.word_sets import one_of, word_set

# One run of digit groups: between two digits at most four signs that a phone number may hold.
# Linear, because no such sign is a digit.
# A label may be glued to it: "Telefon08-465 004 12"; a second number to the comma: "08-46500412,070-1740612".
_CLUSTER = re.compile(
    r"(?:(?<![\w,./])|(?<=\d\d,)(?=0\d{1,3}-\d\d)|(?<=[Tt]el)|(?<=[Tt]fn)|(?<=elefon)|(?<=[Mm]obil)|(?<=[Ff]ax))(?<!\d:)"
    r"(?:\+|\( ?\+)? ?\(?\d(?:[ ()/.\n-]{0,4}\d)*"
)
# Digits and what may stand between them: everything that is looked at. Begins with a digit alone, which is fast.
_RUN = re.compile(r"\d[\d ()/.:+\n-]*")
_GROUP = re.compile(r"\d+")
_BLOCK_BORDER = re.compile(r"\n[ ]*\n")
_LABEL = re.compile(
    r"\b(?:tel(?:efon(?:nummer|nr|numret)?)?|tfn|tlf|mobil(?:telefon|nummer|nr)?|mob|direkt(?:nummer|telefon)?|"
    r"växel(?:n|nummer|telefon)?|vxl?|fax|ring(?:a|er|de)?|ringt|nås|nå|kontakta?|kontakt(?:person|uppgifter)?|"
    r"presskontakt|pressjour(?:en)?|jour(?:en|telefon)?|sms|sms:a|upplysningar|numret|nummer|anmälan|bokning|bokas)\b",
    re.IGNORECASE,
)
_SWITCHBOARD = re.compile(
    r"\b(?:vxl?|växel|växeln|växelnummer|växeltelefon|telefonväxel|telefonväxeln)\b", re.IGNORECASE
)
_CONTACT_LINE = re.compile(
    r"\b(?:tel|telefon|telefonnummer|tfn|mobil|mob|direkt|vxl?|växel|växeln|fax|presskontakt|pressjour|kontakt|kontakta|"
    r"kontaktperson|upplysningar|frågor[ \u00a0](?:besvaras|ställs|(?:kan[ \u00a0])?ställas))\b|@",
    re.IGNORECASE,
)
_LINE_REACH = 300
_CODE_LABELS = word_set("labels of codes")
_BETWEEN_LABEL_AND_CODE = frozenset({"nr", "nummer", "till", "på", "via", "är"})
_ALWAYS_AMOUNT = re.compile(
    r" ?(?:kronor|kr\b|sek\b|euro|procent|%|personer|anställda|invånare|besökare|hektar|kvm|:-)", re.IGNORECASE
)
_CLOCK_RANGE = re.compile(r"(?<!\d)[0-2]?\d[.:][0-5]\d ?(?:-|till|och) ?(?:kl\.? ?)?[0-2]?\d[.:][0-5]\d(?!\d)")
_DATES = re.compile(r"(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)|(?<!\d)[0-3]?\d\.[01]?\d\.(?:19|20)\d\d(?!\d)")
_ORGANISATION_NUMBER = re.compile(r"(?<![\d-])(?:16)?\d{6}-\d{4}(?![\d-])")
_EXTENSION = re.compile(
    r"[ ,;(]{0,3}(?:anknytning|ankn|ankn\.|ank|ank\.|ext|ext\.)[ :.]{0,2}(\d{1,5})(?!\d)", re.IGNORECASE
)
_TAIL = re.compile(r" ?/ ?(\d{1,4})(?![\d-])(?! \d)")
# Two digits after a hyphen are a tail only where they count on from the last two.
_NEXT_NUMBER = re.compile(r" ?- ?(\d\d)(?![\d.:-])(?! \d)")
_SHORT = re.compile(
    r"(?<![\w.,:/+-])(?:112|1177|11[34] ?1[34]|116 ?[01]\d\d|118 ?\d\d\d|118 ?118|90 ?[1-9]\d{2})(?![\w-]|[.,:]\d| \d)"
)
_SHORT_KNOWN = frozenset({"112", "1177", "11414", "11313", "116117", "116111", "116000"})
_SHORT_BEFORE = re.compile(
    r"\b(?:ring|ringa|ringer|ringde|ringt|larma|larmar|larmade|larmat|larmnummer|larmnumret|tipsa|tipsar|nås|nå|telefon|"
    r"telefonnummer|tel|tfn|nummer|numret|nödnumret|kontakta|slå|hjälplinjen)\b[^.!?\n]{0,25}\Z|"
    r"\b(?:på|till|genom|via|sos|tips till polisen) \Z|\d (?:eller|och) (?:\w{3,20} )?\Z",
    re.IGNORECASE,
)
_SHORT_AFTER = re.compile(
    r"[ ,(]{0,3}(?:numret|nummer|för att|dygnet runt|vid nödläge|om du|så|är numret|när|eller|svarar|vårdguiden|,)",
    re.IGNORECASE,
)
_STRICT_SHORT = re.compile(
    r"\b(?:ring|ringa|ringer|ringde|ringt|larma|larmade|tipsa|nås|nå|telefon|telefonnummer|tel|tfn|numret|"
    r"nummer|nödnumret|larmnumret|larmnummer|slå|kontakta|via|genom)\b[^.!?\n]{0,25}\Z",
    re.IGNORECASE,
)
#: A second number right behind the comma: "08-46500412⟦,070-17⟧40612".
_SECOND = re.compile(r",0\d{1,3}-\d\d")
#: What a page run together has right behind a number: "0771-921 921⟦Webbplats⟧: …", "070-174 06 05⟦bo.ek@…⟧".
_RUN_ON = re.compile(rf"(?:{one_of('labels of fields')})(?!\w)|[^\W\d_][\w.+-]{{0,63}}@[\w-]{{1,63}}\.\w")


@dataclass(frozen=True, slots=True)
class _Digits:
    """A group of digits in a cluster."""

    start: int
    end: int


def find_phones(text: str) -> tuple[Phone, ...]:
    """Return the phone numbers of a text in order, each with its E.164 form, kind and context.

    ``e164`` is null for short numbers, which count only where the words around say that one calls them ('Ring 112').
    A tail is a number of its own: '08-465 004 12/13' gives two. Opening hours, organisation and personal numbers,
    giro accounts, property codes and amounts are none. A number may run over a line end inside a block, never over
    the border of a block.
    """
    seen = shadow(text)
    shut = _masked(seen, text)
    found: list[Phone] = []
    for run in _RUN.finditer(shut):
        first = max(found[-1].end if found else 0, run.start() - 4)
        clusters = _CLUSTER.finditer(shut, first, run.end()) if run.end() - run.start() >= 7 else ()
        found += (phone for match in clusters for phone in _phones_in(match, shut, text))
        if not found or found[-1].end <= run.start():
            found += _short_numbers(shut, run.start(), text)
    return tuple(found)


def _masked(seen: str, text: str) -> str:
    """Blank out what has a phone's digits and is none: clock ranges, dates, organisation and personal numbers."""
    spans = [
        match.span()
        for run in _RUN.finditer(seen)
        if run.end() - run.start() >= 7
        for pattern in (_CLOCK_RANGE, _DATES, _ORGANISATION_NUMBER)
        for match in pattern.finditer(seen, run.start(), run.end())
    ]
    spans += [(span.start, span.end) for span in find_personal_numbers(text)]
    if not spans:
        return seen
    signs = list(seen)
    for start, end in spans:
        signs[start:end] = "\x00" * (end - start)
    return "".join(signs)


def _phones_in(cluster: re.Match[str], seen: str, text: str) -> Iterator[Phone]:
    """Read a run of digit groups from left to right: each number takes the longest valid run of groups."""
    groups = [_Digits(m.start(), m.end()) for m in _GROUP.finditer(seen, cluster.start(), cluster.end())]
    at = 0
    while at < len(groups):
        read = _read_number(seen, groups, at) if _may_begin(seen, groups, at) else None
        if read is None:
            at += 1
            continue
        start, last, e164, number = read
        end = groups[last].end
        at = last + 1
        if not _plausible(seen, start, end):
            continue
        extension = _EXTENSION.match(seen, end, end + 30)
        context = _context(seen, start, end)
        kind = _kind(e164, number)
        yield Phone(start, end, text[start:end], e164, kind, context, extension.group(1) if extension else None)
        for tail in _tails(seen, end):
            e164_tail = e164[: -len(tail.group(1))] + tail.group(1)
            yield Phone(tail.start(1), tail.end(1), text[tail.start(1) : tail.end(1)], e164_tail, kind, context)
            while at < len(groups) and groups[at].end <= tail.end():
                at += 1


def _tails(seen: str, end: int) -> Iterator[re.Match[str]]:
    """'/13', '/13/14' and '-13' after a number: other last digits of the same number."""
    following = _NEXT_NUMBER.match(seen, end)
    if following is not None and int(seen[end - 2 : end]) < int(following[1]) < int(seen[end - 2 : end]) + 20:
        yield following
        return
    while (tail := _TAIL.match(seen, end)) is not None:
        yield tail
        end = tail.end()


def _may_begin(seen: str, groups: list[_Digits], at: int) -> bool:
    """Tell whether a number may begin here: with '+', '00' and a country, or an area code, never a lone zero."""
    start, end = groups[at].start, groups[at].end
    if seen[max(0, start - 2) : start].rstrip("( ").endswith("+"):
        return True
    if seen[start - 1 : end + 1] == "(0)":
        return True
    return seen.startswith("0", start) and 2 <= end - start <= 15 and not seen.startswith("000", start)


def _read_number(seen: str, groups: list[_Digits], at: int) -> tuple[int, int, str, phonenumbers.PhoneNumber] | None:
    """Return start, last group, E.164 form and parsed number of the longest valid number from this group on."""
    start = groups[at].start
    digits = ""
    if seen[max(0, start - 2) : start].rstrip("( ").endswith("+"):
        start = seen.rindex("+", 0, start)
        digits = "+"
    if start and seen[start - 1] == "(" and ")" in seen[start : start + 6]:
        start -= 1
    best = None
    for last in range(at, min(len(groups), at + 9)):
        group = groups[last]
        if last > at and not _joins(seen[groups[last - 1].end : group.start], last - at, best is not None, digits):
            break
        piece = seen[group.start : group.end]
        if piece == "0" and digits.startswith(("+", "00")) and seen[group.start - 1] == "(":
            continue  # the zero of '+46 (0)8'
        digits += piece
        if len(digits) > 16:
            break
        number = _valid(digits)
        if number is not None:
            best = (start, last, phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164), number)
    return best


def _joins(gap: str, nth: int, complete: bool, digits: str) -> bool:
    """May the groups on both sides of this gap belong to one number?"""
    if "\n" in gap:
        return not complete and gap.count("\n") == 1 and len(digits) > 4
    if "/" in gap:
        return nth == 1 and len(digits) <= 4
    if "." in gap:
        return gap == "."
    if "(" in gap and digits[:1] != "0" and not digits.startswith("+"):
        return False
    return not (complete and len(gap) > 2)


def _valid(digits: str) -> phonenumbers.PhoneNumber | None:
    if not 7 <= len(digits) <= 16 or (digits[0] == "0" and digits[1] != "0" and not 8 <= len(digits) <= 12):
        return None  # asking the library is dear
    try:
        number = phonenumbers.parse(digits, "SE")
    except phonenumbers.NumberParseException:
        return None
    return number if phonenumbers.is_valid_number(number) else None


def _plausible(seen: str, start: int, end: int) -> bool:
    """Keep article numbers, property codes, amounts and rows of small numbers out."""
    written = seen[start:end]
    line_start = _line_start(seen, start)
    before = seen[max(line_start, start - 40) : start]
    if _labelled_as_code(before) or _ALWAYS_AMOUNT.match(seen, end):
        return False
    glued = seen[end : end + 1] in ",.:" and seen[end + 1 : end + 2].isdigit() and not _SECOND.match(seen, end)
    if glued or (seen[end : end + 1].isalpha() and not _RUN_ON.match(seen, end)):
        return False
    if seen[end : end + 2].rstrip(" ") == "-" and seen[end + 1 : end + 2].isdigit():
        return False
    labelled = _LABEL.search(seen[max(line_start, start - 60) : start]) is not None
    if re.fullmatch(r"\d\d(?:-\d\d){3,}", written):
        return labelled  # a row of results
    if written.startswith(("+", "(", "00")) or re.match(r"07\d", written) or "-" in written:
        return True
    if re.fullmatch(r"\d{2}(?: \d{2}){3,}", written) or written.isdigit() or "." in written:
        return labelled or _alone_on_line(seen, start, end)
    return True


def _line_start(seen: str, offset: int) -> int:
    """Where the line of an offset begins, or as far back as a rule ever looks."""
    reach = max(0, offset - _LINE_REACH)
    return max(reach, seen.rfind("\n", reach, offset) + 1)


def _line_end(seen: str, offset: int) -> int:
    """Where the line of an offset ends, or as far ahead as a rule ever looks."""
    end = seen.find("\n", offset, offset + _LINE_REACH)
    return min(len(seen), offset + _LINE_REACH) if end < 0 else end


def _labelled_as_code(before: str) -> bool:
    """Whether the words before say what the number is, and that it is no phone: 'bankgiro', 'org.nr', 'swisha till'."""
    words = [word for word in re.findall(r"[\w-]+", before.lower()[-30:]) if word not in _BETWEEN_LABEL_AND_CODE]
    return bool(words) and words[-1] in _CODE_LABELS


def _alone_on_line(seen: str, start: int, end: int) -> bool:
    line_start = _line_start(seen, start)
    line = seen[line_start:start] + seen[end : _line_end(seen, end)]
    return len(line.strip()) <= 40 and not any(sign.isdigit() for sign in line)


def _context(seen: str, start: int, end: int) -> PhoneContext:
    """'vx 08-465 004 12' is a switchboard, 'Tel: 070-174 06 12' a contact, anything else running text."""
    line_start = _line_start(seen, start)
    line_end = _line_end(seen, end)
    before, after = seen[max(line_start, start - 30) : start], seen[end : min(line_end, end + 12)]
    between = re.split(r"\d[,;]? |[,;]", before)[-1]
    if _SWITCHBOARD.search(between) or re.match(
        r"[ ,;]{0,2}(?:\((?:vxl?|växeln?)\)|\(?(?:vxl?|växeln?)\b(?!\W{0,3}[\d+]))", after, re.IGNORECASE
    ):
        return "switchboard"
    if not before.strip(" :") and _SWITCHBOARD.search(_line_above(seen, line_start)):
        return "switchboard"
    line = seen[max(line_start, start - 120) : start]
    if (
        _CONTACT_LINE.search(line)
        or len(line) + line_end - end <= 60
        or _CONTACT_LINE.search(_line_above(seen, line_start))
    ):
        return "contact"
    return "text"


def _line_above(seen: str, line_start: int) -> str:
    """Return the nearest line with words above, where it is short: a label of its own ('Telefon (växel)')."""
    end = line_start - 1
    while end > 0 and seen[end - 1] in "\n " and line_start - end < 40:
        end -= 1
    above = seen[seen.rfind("\n", max(0, end - 40), max(0, end)) + 1 : max(0, end)]
    return above if 0 < len(above) <= 30 and not any(sign.isdigit() for sign in above) else ""


def _kind(e164: str, number: phonenumbers.PhoneNumber) -> PhoneKind:
    """Tell the kind of a number by its prefix in the Swedish plan; of a foreign one as the library says."""
    if e164.startswith("+467") and not e164.startswith("+4677"):
        return "mobile"
    if e164.startswith("+4677"):
        return "shared"
    if e164.startswith("+4620"):
        return "freephone"
    if e164.startswith(("+46900", "+46939", "+46944", "+4699")):
        return "premium"
    kinds: dict[int, PhoneKind] = {
        phonenumbers.PhoneNumberType.MOBILE: "mobile",
        phonenumbers.PhoneNumberType.TOLL_FREE: "freephone",
        phonenumbers.PhoneNumberType.SHARED_COST: "shared",
        phonenumbers.PhoneNumberType.PREMIUM_RATE: "premium",
    }
    return "landline" if e164.startswith("+46") else kinds.get(phonenumbers.number_type(number), "landline")


def _short_numbers(seen: str, at: int, text: str) -> Iterator[Phone]:
    """112, 114 14, 113 13, 1177, 116 117, 118 …, 90 …: only where one calls, warns or tips somebody."""
    match = _SHORT.match(seen, at)
    if match is None:
        return
    start, end = match.span()
    before = seen[max(0, start - 45) : start].rpartition("\n")[2]
    if _ALWAYS_AMOUNT.match(seen, end):
        return
    known = match.group().replace(" ", "") in _SHORT_KNOWN
    called = (_SHORT_BEFORE if known else _STRICT_SHORT).search(before)
    if called or (known and _SHORT_AFTER.match(seen, end)):
        yield Phone(start, end, text[start:end], None, "short", _context(seen, start, end))
