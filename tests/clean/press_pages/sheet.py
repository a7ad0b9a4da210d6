"""A page in the making: a layout asks it for the story's parts, and it notes what a reader should get of them."""

from __future__ import annotations

import html
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from html.entities import codepoint2name
from typing import Any

from tests.clean.press_pages.story import Story

MONTHS = "januari februari mars april maj juni juli augusti september oktober november december".split()
_MENUS = {
    "public": "Barn och utbildning|Bygga och bo|Kultur och fritid|Omsorg och hjälp|Trafik och gator|Näringsliv och arbete|Kommun och politik|Lediga jobb|Självservice|Anslagstavla|Translate|Vatten och avlopp|Felanmälan|E-tjänster A–Ö|Kalender",
    "paper": "Nyheter|Sport|Kultur|Nöje|Blåljus|Insändare|Ledare|Familj|Webb-tv|Väder|E-tidning|Kundservice|Korsord|Bostad|Dödsannonser|Tävlingar",
    "company": "Produkter|Hållbarhet|Investerare|Karriär|Om koncernen|Återförsäljare|Rapporter|Bolagsstyrning|Kundcenter|Support|Våra varumärken|In English",
}
_TEASERS = (
    "Simhallen får vänta på sitt tak|Så mycket ris ryms i en raket|Ny chef för hamnkontoret|Tre av tio missar sista anmälningsdagen|"
    "Här byggs stans minsta hus|Vinnarna i fototävlingen är klara|Trädgårdsdagen lockade rekordpublik|Rektorn byter skola|"
    "Bussarna byter nummer efter sommaren|Därför luktar ån svavel|Lördagens loppis flyttas inomhus|Kören söker basar|"
    "Ännu ett år utan midsommarstång|Lyktan tänds igen på Fyrskär|Fler vill adoptera en kanon|Ankorna har fått en egen skylt"
).split("|")
_COOKIES = (
    "Vi använder kakor för att webbplatsen ska fungera så bra som möjligt.",
    "Den här webbplatsen använder cookies. Genom att surfa vidare godkänner du det.",
    "Vi lagrar kakor på din dator. Läs om hur du säger nej till kakor.",
)


@dataclass
class Expected:
    """What a reader should get of a page: texts by kind, the lines of its contacts, and lines that must not come through."""

    title: str = ""
    lead: str = ""
    paragraphs: list[str] = field(default_factory=list)
    dashes: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    items: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    boilerplate: list[str] = field(default_factory=list)
    published: str | None = None
    byline: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return it for JSON."""
        return asdict(self)


class Sheet:
    """Hands out parts of a story as markup; ``dash`` is how the site writes its speech dash, ``entities`` whether letters
    beyond ASCII are written as entities.
    """

    def __init__(self, story: Story, dash: str = "– ", entities: bool = False) -> None:
        self.story = story
        self.expected = Expected()
        self._dash, self._entities = dash, entities
        self._seed = zlib.crc32(story.name.encode())

    def text(self, text: str) -> str:
        """Escape a text."""
        escaped = html.escape(text, quote=False)
        if self._entities:
            escaped = "".join(
                letter if letter.isascii() else f"&{codepoint2name[ord(letter)]};" if ord(letter) in codepoint2name else f"&#{ord(letter)};"
                for letter in escaped
            )  # fmt: skip
        return escaped

    def title(self) -> str:
        """The headline."""
        self.expected.title = self.story.title
        return self.text(self.story.title)

    def lead(self) -> str:
        """The lead."""
        self.expected.lead = self.story.lead
        return self.text(self.story.lead)

    def body(self) -> Iterator[tuple[str, str]]:
        """Kind and markup of each block of the body."""
        into = {
            "paragraph": self.expected.paragraphs,
            "question": self.expected.paragraphs,
            "heading": self.expected.headings,
            "list_item": self.expected.items,
        }
        for kind, text in self.story.body:
            if kind == "dash":
                text = self._dash + text
                self.expected.dashes.append(" ".join(text.split()))
            else:
                into[kind].append(text)
            yield kind, self.text(text)

    def markup(self, p: str = "<p>{}</p>", h: str = "<h2>{}</h2>", after: Sequence[str] = ()) -> str:
        """The body as markup, with ``after`` (advertisements, teasers) put between its blocks."""
        parts: list[str] = []
        extra = list(after)
        for kind, text in self.body():
            if kind == "list_item":
                joined = parts and parts[-1].endswith("</ul>")
                parts.append((parts.pop()[: -len("</ul>")] if joined else "<ul>") + f"<li>{text}</li></ul>")
            elif kind == "heading":
                parts.append(h.format(text))
            else:
                parts.append(p.format(f"<strong>{text}</strong>" if kind == "question" else text))
                if extra and len(parts) % 2 == 0:
                    parts.append(extra.pop(0))
        return "\n".join(parts)

    def captions(self) -> list[str]:
        """The captions."""
        self.expected.captions += self.story.captions
        return [self.text(caption) for caption in self.story.captions]

    def contacts(self, form: str = "lines") -> list[list[str]]:
        """The lines of each contact: ``lines`` (each field its own), ``labelled``, ``comma`` or ``one`` line."""
        found = []
        for contact in self.story.contacts:
            who = f"{contact.name}, {contact.title}" if contact.title else contact.name
            lines = {
                "lines": [contact.name, contact.title, contact.phone, contact.mail],
                "labelled": [who, f"Telefon: {contact.phone}", f"E-post: {contact.mail}"],
                "comma": [who, f"tfn {contact.phone}, {contact.mail}"],
                "one": [f"{who}, {contact.phone}, {contact.mail}"],
            }[form]
            lines = [line for line in lines if line]
            self.expected.contacts += lines
            self.expected.phones.append(contact.phone)
            found.append([self.text(line) for line in lines])
        return found

    def published(self, form: str) -> str:
        """The day in a form: ``iso``, ``long`` (11 april 2012), ``dots`` (11.4.2012) or ``slash`` (11/4 2012)."""
        self.expected.published = self.story.day
        year, month, day = (int(part) for part in self.story.day.split("-"))
        forms = {
            "iso": self.story.day,
            "long": f"{day} {MONTHS[month - 1]} {year}",
            "dots": f"{day}.{month}.{year}",
            "slash": f"{day}/{month} {year}",
        }
        return self.text(forms[form])

    def byline(self) -> str:
        """The reporter."""
        self.expected.byline = self.story.author
        return self.text(self.story.author or "")

    def junk(self, text: str) -> str:
        """A line that is no part of the text."""
        self.expected.boilerplate.append(text)
        return self.text(text)

    def menu(self, kind: str, count: int = 5) -> list[str]:
        """Entries of a menu, other ones for each story."""
        return [self.junk(entry) for entry in self._some(_MENUS[kind].split("|"), count)]

    def teasers(self, count: int = 3) -> list[str]:
        """Headlines of other articles."""
        return [self.junk(teaser) for teaser in self._some(_TEASERS, count)]

    def cookies(self) -> str:
        """A notice on cookies."""
        return self.junk(_COOKIES[self._seed % len(_COOKIES)])

    def _some(self, entries: Sequence[str], count: int) -> list[str]:
        start = self._seed % len(entries)
        self._seed = zlib.crc32(b"%d" % self._seed)
        return [entries[(start + 3 * n) % len(entries)] for n in range(count)]


def linked(entries: Sequence[str], tag: str = "li") -> str:
    """Entries as links in list items or other elements."""
    return "".join(f'<{tag}><a href="/{n}">{entry}</a></{tag}>' for n, entry in enumerate(entries))
