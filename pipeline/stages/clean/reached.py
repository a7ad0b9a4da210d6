"""Numbers and mail addresses that a page has in attributes alone: of links that call or write, or hidden from robots."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple
from urllib.parse import unquote

from pipeline.stages.clean import labels
from pipeline.stages.clean.selectors import REACHING


class Reached(NamedTuple):
    """A number or an address as the attribute writes it, and the attribute's name."""

    text: str
    attribute: str


_NUMBER = re.compile(r"\+?\d[\d ().\u2010-\u2015/-]{5,24}\d")
_ADDRESS = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,6}[a-z]{2,20}", re.IGNORECASE)
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15
#: The last digits of a number are the same with and without its country.
_TOLD_APART = 7
_LONGEST_VALUE = 300
_NO_DIGIT = re.compile(r"\D+")


def reached_by(attributes: Mapping[str, str | None]) -> Reached | None:
    """Return the number or address that an element's attributes hold; null where there is none.

    >>> reached_by({"href": "tel:070-174 06 12"}), reached_by({"href": "mailto:?subject=Ny bro"})
    (Reached(text='070-174 06 12', attribute='href'), None)
    """
    href = (attributes.get("href") or "")[:_LONGEST_VALUE].strip()
    if "email-protection#" in href:
        address = mail_behind(href.partition("#")[2])
        return Reached(address, "href") if address is not None else None
    text = _behind_scheme(href)
    return Reached(text, "href") if text is not None else _said_for_readers(attributes)


def _behind_scheme(address: str) -> str | None:
    """Return what an address such as ``tel:070-174 06 12`` or ``mailto:ny@alvsund.exempel`` calls or writes to."""
    scheme, colon, value = address.partition(":")
    scheme = scheme.lower()
    if not colon or scheme not in ("tel", "callto", "mailto"):
        return None
    text = unquote(value.partition("?")[0]).strip().lstrip("/")
    if scheme == "mailto":
        return text if _ADDRESS.fullmatch(text) else None
    return text if _NUMBER.fullmatch(text) and _is_long_enough(text) else None


def reached_by_data(attributes: Mapping[str, str | None]) -> Reached | None:
    """Return the number or address in an attribute of the page's own making.

    >>> reached_by_data({"data-phone": "070-174 06 12"}), reached_by_data({"data-phone": "7"})
    (Reached(text='070-174 06 12', attribute='data-phone'), None)
    """
    for name in REACHING:
        said = (attributes.get(name) or "")[:_LONGEST_VALUE].strip()
        text = _behind_scheme(said)
        if text is None and (_ADDRESS.fullmatch(said) or (labels.has_phone(said) and _NUMBER.fullmatch(said))):
            text = said
        if text is not None:
            return Reached(text, name)
    return None


def _said_for_readers(attributes: Mapping[str, str | None]) -> Reached | None:
    for name in ("title", "aria-label"):
        said = (attributes.get(name) or "")[:_LONGEST_VALUE]
        if labels.has_phone(said):
            number = _NUMBER.search(said, max(0, labels.phone_ends(said)[0] - _MOST_DIGITS - 10))
            if number is not None and _is_long_enough(number[0]):
                return Reached(number[0], name)
    return None


def mail_behind(hidden: str) -> str | None:
    """Return the address behind Cloudflare's code for it; null where it is none.

    >>> mail_behind("2a44536a4b465c595f444e044f524f475a4f46")
    'ny@alvsund.exempel'
    """
    try:
        key, *letters = bytes.fromhex(hidden[: 2 * _LONGEST_VALUE])
        address = bytes(letter ^ key for letter in letters).decode("utf-8")
    except ValueError:
        return None
    return address if _ADDRESS.fullmatch(address) else None


def _is_long_enough(number: str) -> bool:
    return _FEWEST_DIGITS <= sum(map(str.isdigit, number)) <= _MOST_DIGITS


class Said:
    """The numbers and addresses of texts, to ask for one however it is written; takes linear time.

    >>> said = Said(["Ring Bo Ek, 070-174 06 12"])
    >>> said.holds("+46701740612"), said.holds("bo.ek@alvsund.exempel")
    (True, False)
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._ends: set[str] = set()
        self._addresses: set[str] = set()
        for text in texts:
            self.add(text)

    def add(self, text: str) -> None:
        """Add what a text says."""
        digits = _NO_DIGIT.sub("", text)
        self._ends.update(digits[at : at + _TOLD_APART] for at in range(len(digits) - _TOLD_APART + 1))
        if "@" in text:
            self._addresses.update(address.lower() for address in _ADDRESS.findall(text))

    def holds(self, reached: str) -> bool:
        """Tell whether a number or an address is among them."""
        if "@" in reached:
            return reached.lower() in self._addresses
        return _NO_DIGIT.sub("", reached)[-_TOLD_APART:] in self._ends
