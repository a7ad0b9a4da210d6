"""Whose release a page is, by the domains of its mail addresses: the body of the contacts who are given no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.article import Article, Organisation
from pipeline.stages.names.spelling import as_in_addresses
from pipeline.stages.roles.groups import Group

#: Letters of a domain that a body's name must have to be told by it; of a municipality's four do.
_FEWEST_LETTERS = 6
_FEWEST_OF_PLACES = 4
_SMALL = frozenset(["i", "för", "och", "av", "på", "ab", "publ"])


class Senders:
    """Finds the body of a mail address, as a position in `organisations`; None where no name or several fit."""

    def __init__(self, article: Article, organisations: Sequence[Organisation]) -> None:
        self._names = [list(_spellings(body)) for body in organisations]
        self._bodies = [(email.start, email.address, self._of_domain(email.address)) for email in article.emails]
        self._text = article.text

    def of(self, group: Group) -> int | None:
        """``Kristian Löv, pressekreterare, kristian.lov@vardforbundet.exempel``: the body that the person's address spells.

        A contact without an address of their own is the sender's, where all addresses of the page are one body's.
        """
        words = set(as_in_addresses(group.name).replace("-", " ").split())
        for _, address, body in self._bodies:
            local = re.split(r"[._-]", as_in_addresses(address.partition("@")[0]))
            if body is not None and len(local) > 1 and set(local) <= words:
                return body
        for mention in group.mentions:
            body = self._beside(mention.end)
            if body is not None:
                return body
        known = {body for _, _, body in self._bodies}
        return known.pop() if len(known) == 1 and "contact" in group.parts else None

    def _beside(self, at: int) -> int | None:
        """Return the body of the first address on the name's line."""
        newline = self._text.find("\n", at)
        end = newline if newline >= 0 else len(self._text)
        return next((body for start, _, body in self._bodies if at <= start < min(end, at + 160)), None)

    def _of_domain(self, address: str) -> int | None:
        label = re.sub(r"[^a-z0-9]", "", as_in_addresses(address.rpartition("@")[2].rpartition(".")[0]))
        fitting = [n for n, names in enumerate(self._names) if any(_fits(label, words) for words in names)]
        exact = [n for n in fitting if label in map("".join, self._names[n])]
        chosen = exact or fitting
        return chosen[0] if len(chosen) == 1 else None


def _spellings(body: Organisation) -> Iterator[list[str]]:
    """Yield the words of a body's names in the letters of a domain: "Länsstyrelsen i Grytlän" is lansstyrelsen, grytlan."""
    for name in (body.name, *body.aliases):
        words = [re.sub(r"[^a-z0-9]", "", word) for word in as_in_addresses(name).split()]
        yield [word for word in words if word and word not in _SMALL] or [""]


def _fits(label: str, words: Sequence[str]) -> bool:
    """Tell whether a domain spells a body's name, its first words, or all but the kind of body before it.

    "lund" is Lunds kommun's, "lansstyrelsengryt" Länsstyrelsen i Grytlän's; "norrhamra" is not Norrhamrapartiet's.
    """
    name = "".join(words)
    if label == name or name == f"region{label}":
        return True
    if len(label) < (_FEWEST_OF_PLACES if words[-1] == "kommun" else _FEWEST_LETTERS):
        return False
    whole = any("".join(words[:n]).removesuffix("s") == label.removesuffix("s") for n in range(1, len(words)))
    return whole or (len(label) > len(words[0]) and name.startswith(label))
