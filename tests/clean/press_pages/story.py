"""Invented stories, as their files write them: ``=`` title, ``!`` lead, ``p`` paragraph, ``-`` speech and so on."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "stories"
#: What a line of a story's body is, by its first sign.
KINDS = {"p": "paragraph", "-": "dash", "h": "heading", "*": "list_item", "q": "question"}


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to call: name, title (may be empty), phone, mail."""

    name: str
    title: str
    phone: str
    mail: str


@dataclass
class Story:
    """A story with the family whose markup it is dressed in."""

    name: str
    family: str
    site: str
    day: str
    author: str | None
    title: str = ""
    lead: str = ""
    body: list[tuple[str, str]] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)

    @property
    def year(self) -> int:
        """The year of publication."""
        return int(self.day[:4])

    @property
    def host(self) -> str:
        """The host of the invented site."""
        letters = self.site.lower().translate(str.maketrans("åäöé ", "aaoe-"))
        return f"www.{letters}.exempel"


@lru_cache(maxsize=1)
def stories() -> tuple[Story, ...]:
    """Return all stories, by family and in the order of their files."""
    found: list[Story] = []
    for path in sorted(FOLDER.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                _take(line, path.stem, found)
    return tuple(found)


def _take(line: str, family: str, found: list[Story]) -> None:
    sign, text = line[0], line[2:].strip()
    if sign == "@":
        name, site, day, *author = (part.strip() for part in text.split("|"))
        found.append(Story(name, family, site, day, author[0] if author else None))
    elif sign == "=":
        found[-1].title = text
    elif sign == "!":
        found[-1].lead = text
    elif sign == "c":
        found[-1].captions.append(text)
    elif sign == "k":
        found[-1].contacts.append(Contact(*(part.strip() for part in text.split("|"))))
    else:
        found[-1].body.append((KINDS[sign], text))
