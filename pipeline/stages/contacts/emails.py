"""E-mail and web addresses as the press writes them, hidden ones included."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.article import Email, Span
from pipeline.stages.contacts.personal_numbers import find_personal_numbers
from pipeline.word_sets import one_of

_LOCAL = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]")
_LONGEST_LOCAL, _LONGEST_DOMAIN = 64, 253
_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]{0,62})\.){1,8}[^\W\d_]{2,24}(?![\w-])")
#: An address with a space beside its sign: "bo.ek @ alvsund.se", where a point before and a known end behind vouch for it.
_SPACED = re.compile(
    rf"(?<![\w.])[\w-]+(?:\.[\w-]+)+ ?@ ?(?:[\w-]+\.)+(?:{one_of('known ends of domains')})(?![\w-])", re.IGNORECASE
)
#: Where an address ends although no space follows: "…@alvsund.se⟦Alvsund⟧ är …", "…@alvsund.se⟦Tel⟧", "…@alvsund.se⟦070⟧".
_RUN_ON = re.compile(
    r"(?<=\w\.)(?:" + one_of("known ends of domains") + r")(?=[A-ZÅÄÖ][^\W\d_]|[0+]\d)"
    r"|(?<=\.)[a-zåäö]{2,24}(?=[A-ZÅÄÖ][a-zåäö]+(?![\w.-])|0\d{1,3}[ -]?\d{2})"
)
#: The end of a phone number that is written together with the address behind it: "⟦070-174 06 05⟧bo.ek@…".
_PHONE_BEFORE = re.compile(r"(?<![\w.])(?:\+|0)\d(?:[ ()/-]{0,2}\d){6,13}(?=[^\W\d_])")
_AT = re.compile(r"@|\s?[(\[{]\s?(?:at|a|snabel-?a|@)\s?[)\]}]\s?|(?<=\w) (?:snabel-?a|at) (?=\w)", re.IGNORECASE)
_HIDING = ("(at", "[at", "{at", "( at", "[ at", "(a)", "[a]", "{a}", "snabel", " at ")
_DOT = re.compile(r" ?[(\[]\s?(?:dot|punkt|\.)\s?[)\]] ?| (?:punkt|dot) ", re.IGNORECASE)
_WORDS_BEFORE = re.compile(r"(?:[\w-]{1,40}(?: ?[(\[](?:punkt|dot|\.)[)\]] ?| (?:punkt|dot) |\.)){0,4}[\w-]{1,40}\Z")
_WORDS_AFTER = re.compile(
    r"[\w-]{1,40}(?:(?: ?[(\[](?:punkt|dot|\.)[)\]] ?| (?:punkt|dot) |\.)[\w-]{1,40}){1,4}", re.IGNORECASE
)
_WEB = re.compile(r"(?:https?://|www\.)[^\s<>\"”»]{1,500}", re.IGNORECASE)
_TRAILING = ".,;:!?)]}'’\"”*"


def find_emails(text: str) -> tuple[Email, ...]:
    """Return the e-mail addresses of a text in order.

    Written out, they are taken as they stand: ``asa.oberg@kommun.exempel``. Hidden from robots, they are read and given
    their plain form in ``address``: ``bo.ek (at) kommun.exempel``, ``bo punkt ek snabela kommun punkt exempel``.
    A page of the county boards writes each twice, for the eye and for the link (``…¤…``): the second is left out.
    Masked addresses (``b***@kommun.exempel``) name nobody and are left alone; so is one that holds a personal number.
    """
    found: list[Email] = []
    end = 0
    low = text.lower()
    if "@" not in text and not any(sign in low for sign in _HIDING):
        return ()
    for at in _AT.finditer(text):
        email = _written(text, at.start(), end) if at.group() == "@" else _hidden(text, at, end)
        if email is not None and not find_personal_numbers(email.text):
            end = email.end
            if not (found and email.address == found[-1].address and text[found[-1].end : email.start] == "¤"):
                found.append(email)
    return tuple(found)


def find_web_addresses(text: str) -> tuple[Span, ...]:
    """Return the web addresses of a text in order, without the sentence's full stop: ``www.kommun.exempel/bad``."""
    return tuple(_trimmed_web_addresses(text))


def _trimmed_web_addresses(text: str) -> Iterator[Span]:
    if "://" not in text and "www." not in text.lower():
        return
    for match in _WEB.finditer(text):
        address = match.group().rstrip(_TRAILING)
        if "." in address:
            yield Span(match.start(), match.start() + len(address), address)


def _written(text: str, at: int, floor: int) -> Email | None:
    if " " not in (text[at - 1 : at], text[at + 1 : at + 2]):
        return _plain(text, at, floor)
    around = _SPACED.finditer(text, max(floor, at - _LONGEST_LOCAL), at + _LONGEST_DOMAIN)
    spaced = next((match for match in around if match.start() < at < match.end()), None)
    if spaced is None:
        return None
    return Email(*spaced.span(), spaced.group(), spaced.group().replace(" ", "").lower())


def _plain(text: str, at: int, floor: int) -> Email | None:
    start = at
    while start > max(floor, at - _LONGEST_LOCAL) and _LOCAL.match(text[start - 1]):
        start -= 1
    if "*" in text[start:at]:
        return None
    while start < at and text[start] in ".-'/=|`{":
        start += 1
    start = _behind_phone(text, start, at)
    end = _end_of_domain(text, at + 1)
    if start == at or end is None or text[at - 1] == "." or "*" in text[start:at]:
        return None
    last = text.rfind(".", at, end) + 1
    if text[last].isupper() and text[last + 1 : end].islower() and "." in text[at : last - 1]:
        end = last - 1  # no space after the sentence: 'bo.ek@kommun.exempel.Telefon'
    written = text[start:end]
    return Email(start, end, written, written.lower())


def _behind_phone(text: str, start: int, at: int) -> int:
    """Return where an address begins that is written together with a number: "Tel:0701740605⟦bo.ek@…⟧"."""
    if not text[start].isdecimal():
        return start
    stop = next((n for n in range(start, at) if not text[n].isdecimal()), at)
    number = next((m for m in _PHONE_BEFORE.finditer(text, max(0, start - 20), stop + 1) if m.end() == stop), None)
    return stop if number is not None else start


def _end_of_domain(text: str, start: int) -> int | None:
    """Return the end of the domain that begins at code point ``start``, without the words glued to it; null for none."""
    stop = start + _LONGEST_DOMAIN
    sign = next((n for n in range(start, min(len(text), stop)) if not (text[n].isalnum() or text[n] in "-.")), stop)
    glued = _RUN_ON.search(text, start, sign)
    domain = _DOMAIN.match(text, start, glued.end() if glued is not None else stop)
    return domain.end() if domain is not None else None


def _hidden(text: str, at: re.Match[str], floor: int) -> Email | None:
    before = _WORDS_BEFORE.search(text[max(floor, at.start() - 120) : at.start()])
    after = _WORDS_AFTER.match(text, at.end(), at.end() + _LONGEST_DOMAIN)
    if before is None or after is None:
        return None
    start = at.start() - len(before.group())
    local, domain = _DOT.sub(".", before.group()), _DOT.sub(".", after.group())
    top = domain.rpartition(".")[2]
    # 'vi ses at home.' is prose: bare words count only where one of the two sides spells its dots out or has one
    bare = at.group().strip() in {"at", "snabela", "snabel-a"}
    if bare and at.group().strip() == "at" and "." not in local:
        return None
    if not top.isalpha() or not 2 <= len(top) <= 24:
        return None
    return Email(start, after.end(), text[start : after.end()], f"{local}@{domain}".lower())
