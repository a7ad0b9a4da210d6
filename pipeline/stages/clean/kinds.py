"""What each line of a page is: by the role of its element, by its markup, by its own words and its neighbours."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from pipeline.article import BlockKind
from pipeline.stages.clean import labels
from pipeline.stages.clean.bylines import byline_names, is_byline
from pipeline.stages.clean.contact_areas import find_contacts, first_part, is_bare_label
from pipeline.stages.clean.dates import day_in_bar, day_line, short_date, swedish_date
from pipeline.stages.clean.head import Head
from pipeline.stages.clean.nodes import Node, Run
from pipeline.stages.clean.pieces import HEADINGS, LINKED, Piece, role_name
from pipeline.stages.clean.reporters import find_reporters
from pipeline.stages.clean.selectors import KIND_OF_ROLE
from pipeline.stages.clean.tree import attribute

_BOLD_ENOUGH = 0.95
#: From this share of linked letters on "Läs också: …" is a teaser and not a sentence.
_LINKED_TEASER = 0.3
_LONGEST_CONTACT_LINE = 200
_LONGEST_HEADING = 250
_LONGEST_CAPTION = 600
_LONGEST_LEAD = 900
_SHORTEST_LEAD = 30
#: Elements over what one may open, and over the fields of a box.
_HEADS = frozenset(["summary", "legend"])
#: A lead stands among the first pieces of the page.
_LATEST_LEAD = 12
_MOST_LEADS = 2
#: No lead stands behind so many paragraphs.
_READ_BEFORE = 3
#: A link that is never closed holds the article's own lead too.
_FIRST_LINES = 3
_SHORTEST_STANDFIRST = 50
_LONG_HEADING = 80
#: "Den här artikeln är för prenumeranter" as a heading.
_LONGEST_LINK = 80
_DROP_CAP = re.compile(r"drop|first|initial|anfang", re.IGNORECASE)


def type_pieces(pieces: list[Piece], head: Head, contact_labels: frozenset[str] = frozenset()) -> None:
    """Give each piece its kind and the reason for it; ``contact_labels`` are further labels over contacts, lower case."""
    contacts = find_contacts([piece.text for piece in pieces], contact_labels)
    titled = _take_headline(pieces, head)
    for n, piece in enumerate(pieces):
        if piece.kind is not None:
            continue
        if titled and piece.run is pieces[n - 1].run and _ends_title(piece, pieces[n - 1], head):
            piece.kind, piece.reason = "title", pieces[n - 1].reason
            continue
        role = piece.run.role
        names_title = role is not None and role.role == "title"
        if piece.run.hint in HEADINGS or (names_title and not titled):
            is_title = not titled and (piece.run.hint == "h1" or names_title)
            piece.kind, piece.reason = _of_heading(piece, is_title, contacts.get(n))
            titled = titled or is_title
        else:
            piece.kind, piece.reason = (
                _of_role(piece, n) or _contact(piece, contacts.get(n)) or _of_line(piece, n, len(pieces))
            )
    if not titled:
        _find_title(pieces, head)
    _find_lead(pieces, head)
    _shorten_lead(pieces)
    _set_apart_banner(pieces)
    _find_days_of_labels(pieces)
    _find_day_in_heading(pieces)
    find_reporters(pieces, head.author)
    _find_titles_of_contacts(pieces)
    _find_dash_lists(pieces)
    _fill_factboxes(pieces)
    _leave_out_bare_headings(pieces)


def _leave_out_bare_headings(pieces: Sequence[Piece]) -> None:
    """A heading over links alone goes with them: "Bilagor" over "Program.pdf", "Mer om torget" over one more article."""
    after: Piece | None = None
    over_links = False
    for piece in reversed(pieces):
        if piece.drop == "links":
            over_links = True
        elif over_links and piece.kind == "heading" and _heads_nothing_else(piece, after):
            piece.drop = "links"
        else:
            after, over_links = piece, False


def _heads_nothing_else(over: Piece, after: Piece | None) -> bool:
    """Tell whether nothing follows the links under a heading, or another heading that is no lower."""
    if after is None:
        return True
    hint, own = after.run.hint or "", over.run.hint or ""
    return hint in HEADINGS and own in HEADINGS and hint <= own


def _ends_title(piece: Piece, before: Piece, head: Head) -> bool:
    """Tell the second line of a headline, if the page's head has it too: ``<h1>Ny bro<br>blir dyrare</h1>``."""
    if before.kind != "title" or not head.title:
        return False
    lines = itertools.takewhile(lambda line: line.text != piece.text, piece.run.lines)
    said = " ".join([*(line.text for line in lines), piece.text])
    return head.title.casefold().startswith(said.rstrip(".").casefold())


def _take_headline(pieces: Sequence[Piece], head: Head) -> bool:
    """Where the first ``h1`` names a section, "Nyheter", the heading that the page's head says is the title.

    Where it leads home, as the name of a site does, the heading that is named for the title.
    """
    said = head.title.casefold() if head.title else ""
    first = next((n for n, piece in enumerate(pieces) if piece.run.hint == "h1"), None)
    if first is None or not said or pieces[first].kind is not None:
        return False
    near = pieces[first + 1 : first + _LATEST_LEAD]
    if pieces[first].link >= LINKED and role_name(pieces[first]) != "title":
        named = (p for p in near if p.run.hint in HEADINGS and role_name(p) == "title" and p.text.casefold() in said)
        found, reason = next(named, None), None
    else:
        found = None
    if found is None and pieces[first].text.casefold() not in said:
        heads = (p for p in near if p.run.hint in ("h1", "h2") and p.text.casefold() == said)
        found, reason = next(heads, None), "head-title"
    if found is None:
        return False
    pieces[first].kind, pieces[first].reason = "other", "before-title"
    found.kind, found.reason = "title", reason or (found.run.role.reason if found.run.role else None)
    return True


def _of_heading(piece: Piece, is_title: bool, contact: tuple[BlockKind, str] | None) -> tuple[BlockKind, str | None]:
    role = piece.run.role
    reason = role.reason if role is not None else piece.run.hint
    if is_title:
        return "title", reason
    if contact is not None and contact[0] == "contact":
        return contact
    if role_name(piece) == "contact" and not labels.contact_label(piece.text) and labels.is_name_shaped(piece.text):
        return "contact", reason
    if role is not None and role.role == "lead" and _could_be_lead(piece.text):
        return "lead", reason
    if labels.is_dirt(piece.text) and len(piece.text) <= _LONGEST_LINK:
        return "other", "page-furniture"
    if labels.opens(piece.text, "byline_opening") and labels.is_name(byline_names(piece.text) or ""):
        return "byline", "label"
    if labels.is_dash(piece.text) and labels.is_sentence(piece.text.lstrip(labels.DASHES + labels.SPACES)):
        return "dash", reason
    return ("heading" if len(piece.text) <= _LONGEST_HEADING else "paragraph"), reason


def _contact(piece: Piece, found: tuple[BlockKind, str] | None) -> tuple[BlockKind, str] | None:
    """A label is a heading where it is an element of its own, and a line of the contact where it stands in it."""
    if found is not None and found[0] == "heading" and len(piece.run.lines) > 1:
        return "contact", found[1]
    return found


def _of_role(piece: Piece, n: int) -> tuple[BlockKind, str] | None:
    """The kind that the element's role gives, where the line does not speak against it."""
    if piece.run.hint in ("figcaption", "figure", "caption"):
        return "caption", piece.run.hint
    role = piece.run.role
    if role is None or role.role is None:
        return None
    kind = KIND_OF_ROLE[role.role]
    text = piece.text
    if kind == "contact" and (
        len(text) > _LONGEST_CONTACT_LINE or (labels.is_dash(text) and not labels.is_reachable(text))
    ):
        return None
    if kind == "contact" and text.endswith(".") and len(text.split()) >= 8 and not labels.is_reachable(text):
        return None
    if kind == "contact" and is_byline(text) and not labels.is_reachable(text):
        # "Av Rut Ek" in an <address>.
        return "byline", "label"
    if kind == "contact" and is_bare_label(text) and len(piece.run.lines) == 1:
        return "heading", role.reason
    if kind == "caption" and len(text) > _LONGEST_CAPTION:
        return None
    if kind == "byline" and labels.is_reachable(text) and len(text) <= 160:
        return "byline", role.reason
    if kind == "byline" and labels.opens(text, "caption_opening") and labels.is_caption(text):
        return "caption", role.reason
    if kind == "byline" and (len(text) > 160 or labels.is_date_line(text) or not re.search(r"[^\W\d_]{2}", text)):
        return ("date", role.reason) if len(text) <= 160 else None
    if kind == "lead" and piece.link >= LINKED and n > _FIRST_LINES:
        # The text of a teaser: nobody links a whole lead.
        piece.drop = "related"
        return "other", "link"
    if kind == "lead" and (n > _LATEST_LEAD or labels.is_dash(text) or not _could_be_lead(text)):
        return None
    if kind == "date" and (
        len(text) > 120 or not (labels.is_date_line(text) or swedish_date(text) or short_date(text))
    ):
        return None
    if kind == "factbox" and piece.run.hint == "li":
        return "list_item", role.reason
    return None if kind is None else (kind, role.reason)


def _could_be_lead(text: str) -> bool:
    """A lead is a sentence or two: "Trending" and "Foto: Hedvig Lans" are none."""
    return len(text) <= _LONGEST_LEAD and (len(text) >= _SHORTEST_LEAD or text.endswith((".", "!", "?", "…")))


def _of_line(piece: Piece, n: int, count: int) -> tuple[BlockKind, str | None]:
    """The kind that a line has by its markup and its own words."""
    text, hint = piece.text, piece.run.hint
    reason = piece.run.role.reason if piece.run.role else hint
    if labels.is_date_line(text):
        return "date", "label"
    # In a bar the sender may be a link: "5.3.2024 06:12 | ⟦Alvsunds kommun⟧ | Pressmeddelande".
    most = LINKED if "|" in text else _LINKED_TEASER
    if (n < _NEAR_START or n >= count - 2) and piece.link < most and _is_day(text):
        return "date", "date-line"
    if is_byline(text):
        return "byline", "label"
    if labels.is_dirt(text):
        if piece.link >= _LINKED_TEASER:
            piece.drop = "related"
        return "other", "page-furniture"
    if labels.is_dash(text):
        return "dash", reason
    if labels.is_caption(text):
        return "caption", "label"
    if hint == "table":
        return "table", "table"
    if hint == "li" or labels.is_list_item(text):
        return "list_item", reason
    is_cell = len(piece.run.lines) > 1 and labels.is_name_shaped(text)
    if piece.link >= LINKED and len(text) <= 120 and not is_cell and not labels.is_sentence(text):
        piece.drop = "links"
        return "other", "link"
    is_bold = piece.bold >= _BOLD_ENOUGH
    if (is_bold or piece.run.node.tag in _HEADS) and labels.is_heading(text) and n < count - 1:
        return "heading", "bold" if is_bold else piece.run.node.tag
    return "paragraph", reason


def _is_day(text: str) -> bool:
    """Tell a line with a whole day in it, "5 mars 2024 av Rut Ek", or a bar; not "Tid: 3 oktober 2024"."""
    if len(text) > _LONGEST_BAR or not _DIGIT.search(text) or labels.is_event(text):
        return False
    if day_line(text.partition(" av ")[0]):
        return True
    if len(text) <= 40 and len(text.split()) <= 7 and swedish_date(text):
        return not (_says_source(text) or (text.endswith(".") and len(text.split()) > _LONGEST_DAY))
    return ("|" in text or "•" in text or "·" in text) and day_in_bar(text) is not None


def _says_source(text: str) -> bool:
    """Tell where a text or its numbers come from, and of what day: "Källa: Polisen (18 oktober 2025)"."""
    return text.startswith(("Källa", "Källor", "Kilde", "Kjelde"))


_DIGIT = re.compile(r"\d")
#: "Alvsund den 5 mars 2012." has no more words; "Nästa möte är den 5 mars 2012." is a sentence.
_LONGEST_DAY = 5
_NEAR_START = 6
_LONGEST_BAR = 120


def _find_days_of_labels(pieces: Sequence[Piece]) -> None:
    """What a label says that stands by itself: "Publicerad", "5 mars 2024"; "Text av", "Rut Ek"; no day before "Plats: …"."""
    for before, piece in itertools.pairwise(pieces):
        if before.kind == "date" and labels.is_phrase(before.text, "date_opening") and len(piece.text) <= 40:
            is_day = swedish_date(piece.text) or short_date(piece.text)
            if piece.kind in ("paragraph", "list_item", "date", "other") and is_day:
                piece.kind, piece.reason = "date", DAY_OF_LABEL
        elif before.kind == "byline" and before.run is piece.run and piece.kind == "paragraph":
            if byline_names(before.text) is None and labels.is_name(first_part(piece.text)):
                piece.kind, piece.reason = "byline", "name-of-label"
        elif before.kind == "date" and labels.bare(before.text).startswith("datum:") and labels.is_event(piece.text):
            before.kind, before.reason = "paragraph", None


def _find_day_in_heading(pieces: Sequence[Piece]) -> None:
    """The one day that is set as a small heading by the title, ``<h1>Ny bro</h1><h5>2024-03-05</h5>``, or over it.

    A heading under the title may be of what happens that day; several are of a list.
    """
    near = pieces[:_LATEST_LEAD]
    headings = (n for n, piece in enumerate(near) if piece.kind == "heading" and _DIGIT.search(piece.text))
    days = [n for n in headings if day_line(near[n].text) or day_in_bar(near[n].text)]
    if len(days) != 1:
        return
    day = near[days[0]]
    is_over = any(piece.kind == "title" for piece in near[days[0] :])
    if is_over or day.run.hint in _SMALL_HEADINGS or role_name(day) in ("date", "published"):
        day.kind, day.reason = "date", "date-line"


_SMALL_HEADINGS = frozenset(["h4", "h5", "h6"])
#: The reason of a day whose label is the piece before it.
DAY_OF_LABEL = "day-of-label"


def _find_title(pieces: list[Piece], head: Head) -> None:
    """Without an ``h1``: the line that the page's head names, else a heading or a bold line that opens the text."""
    said = head.title.casefold() if head.title else ""
    for piece in pieces[:8]:
        text = piece.text.casefold()
        if piece.kind in ("paragraph", "heading", "lead") and len(text) >= 8 and (text == said or _is_part(text, said)):
            piece.kind, piece.reason = "title", "head-title"
            return
    for piece in pieces[:6]:
        if piece.kind in ("paragraph", "dash") and len(piece.text) > 120:
            return
        strong = piece.run.hint in HEADINGS or piece.bold >= _BOLD_ENOUGH
        if strong and piece.kind in ("paragraph", "heading") and _could_be_title(piece.text):
            piece.kind, piece.reason = "title", "first-heading"
            return


def _could_be_title(text: str) -> bool:
    return len(text) <= 150 and len(text.split()) >= 3 and not text.endswith((".", ",", ":", ";"))


def _is_part(text: str, title: str) -> bool:
    """Tell whether a title is the text with a site's name before or behind it."""
    return title.endswith(tuple(f"{sign} {text}" for sign in "-–|:»")) or title.startswith(
        tuple(f"{text} {sign}" for sign in "-–|:»")
    )


def _find_lead(pieces: list[Piece], head: Head) -> None:
    """Without a named lead: a bold first paragraph, or the one that the page's description repeats."""
    if any(piece.kind == "lead" for piece in pieces):
        return
    start = next((n + 1 for n, piece in enumerate(pieces) if piece.kind == "title"), 0)
    if _take_standfirst(pieces, start) or _take_dressed_alone(pieces, start):
        return
    near = (piece for piece in pieces[start : start + 6] if piece.kind in ("paragraph", "dash"))
    first = next((piece for piece in near if piece.kind == "dash" or not _is_bare(piece.text)), None)
    if first is None or first.kind != "paragraph" or sum(piece.kind in ("paragraph", "dash") for piece in pieces) < 2:
        return
    if first.bold >= _BOLD_ENOUGH and len(first.text) <= 700:
        first.kind, first.reason = "lead", "bold-first"
    elif head.description and len(first.text) <= 700:
        said = re.sub(r"\s*(?:\.\.\.|…)$", "", head.description)
        if len(said) >= 40 and first.text.startswith(said[:150]):
            first.kind, first.reason = "lead", "meta-description"


def _shorten_lead(pieces: Sequence[Piece]) -> None:
    """Where an element that was never closed makes a lead of the whole text, the first paragraph is the lead.

    Three short ones in a row are one; what is called a lead in the middle of the text is none.
    """
    leads = [piece for piece in pieces if piece.kind == "lead"]
    read = 0
    for piece in pieces:
        read += piece.kind in ("paragraph", "dash") and len(piece.text) >= _SHORTEST_STANDFIRST
        if piece.kind == "lead" and read >= _READ_BEFORE:
            piece.kind, piece.reason = "paragraph", "lead-too-late"
    is_short = sum(len(piece.text) for piece in leads) <= _LONGEST_LEAD and len(leads) <= read
    if len(leads) > _MOST_LEADS and not is_short:
        for piece in leads[1:]:
            piece.kind, piece.reason = "paragraph", "lead-too-long"


def _take_dressed_alone(pieces: Sequence[Piece], start: int) -> bool:
    """A first long paragraph whose element has a class that no other one has, whatever its name, is set as a lead."""
    near = (piece for piece in pieces[start : start + 6] if piece.kind in ("paragraph", "dash"))
    first = next((piece for piece in near if len(piece.text) >= _SHORTEST_STANDFIRST or piece.kind == "dash"), None)
    if first is None or first.kind == "dash" or len(first.text) > 700 or len(first.run.lines) > 1:
        return False
    others = [p.run.node for p in pieces if p is not first and p.kind in ("paragraph", "dash")]
    node: Node | None = first.run.node
    if node is not None and not attribute(node.element, "class"):
        node = node.parent
    if node is None or node.tag not in ("p", "div") or len({id(other) for other in others}) < 2:
        return False
    dress = attribute(node.element, "class")
    if not dress or _DROP_CAP.search(dress) or any(node in _above(other) for other in others):
        return False
    if any(attribute(other.element, "class") == dress for other in others):
        return False
    first.kind, first.reason = "lead", "own-class"
    return True


def _take_standfirst(pieces: list[Piece], start: int) -> bool:
    """A first paragraph that stands with the headline, apart from the element that the text is in, is the lead."""
    near = pieces[start : start + _LATEST_LEAD]
    found = next((piece for piece in near if _could_stand_first(piece)), None)
    if not start or found is None:
        return False
    title = _above(pieces[start - 1].run.node)
    body = _above(_text_element(pieces[start:]))
    if not body:
        return False
    shared_with_body = _shared(title, body)
    if found.run.hint in HEADINGS and _is_sentence_over(found, near):
        for piece in near:
            if piece.run is found.run:
                piece.kind, piece.reason = "lead", "heading-sentence"
        return True
    if body[-1] in _above(found.run.node) or len(shared_with_body) == len(body):
        if not _shares_header(title, found, pieces[start:]):
            return False
        found.kind, found.reason = "lead", "with-headline"
        return True
    shared_with_first = _shared(title, _above(found.run.node))
    alone = found.run.node.parent is shared_with_body[-1] if shared_with_body else False
    if len(shared_with_first) > len(shared_with_body) or alone:
        found.kind, found.reason = "lead", "with-headline"
        return True
    return False


def _is_bare(text: str) -> bool:
    """Tell a name, a town or a word of what the page is, "Pressmeddelande", from a paragraph, which ends as a sentence."""
    return len(text) < _SHORTEST_LEAD and text[-1] not in '.!?:…"”»'


def _is_sentence_over(piece: Piece, near: Sequence[Piece]) -> bool:
    """Tell a heading that is a sentence straight over the text: ``<h2>Pålarna sjunker, och bron dröjer.</h2>``."""
    passed = ("byline", "date", "caption", "other")
    following = (p for p in near[near.index(piece) + 1 :] if p.run is not piece.run)
    behind = next((p for p in following if p.kind not in passed and p.reason != "bold"), None)
    is_sentence = piece.text.endswith(".") or len(piece.text) >= _LONG_HEADING
    return is_sentence and behind is not None and behind.kind in ("paragraph", "dash")


def _shares_header(title: Sequence[Node], found: Piece, pieces: Sequence[Piece]) -> bool:
    """Tell whether a paragraph stands with the headline in an element that holds no other: ``main > header > h1 + p``.

    The reporter, "Rut Ek", "Journalist", is none.
    """
    header = title[-2] if len(title) > 1 else None
    if header is None or header.tag not in ("header", "div", "hgroup") or not _is_under(found, header):
        return False
    others = (p for p in pieces if p is not found and p.kind in ("paragraph", "dash") and not _is_bare(p.text))
    return not any(_is_under(p, header) for p in others)


def _could_stand_first(piece: Piece) -> bool:
    long_enough = _SHORTEST_STANDFIRST <= len(piece.text) <= 700
    if piece.kind == "heading":
        is_long = len(piece.text) >= _LONG_HEADING or piece.text.endswith(".")
        return long_enough and piece.run.hint in ("h2", "h3") and is_long
    return piece.kind == "paragraph" and long_enough and piece.link < 0.5


def _text_element(pieces: Sequence[Piece]) -> Node | None:
    """The element that most of the running text stands in; null where there is none."""
    weights: Counter[Node] = Counter()
    for piece in pieces:
        if piece.kind in ("paragraph", "dash") and len(piece.text) >= 40:
            node = piece.run.node
            weights[node.parent if node.tag == "p" and node.parent is not None else node] += len(piece.text)
    return weights.most_common(1)[0][0] if weights else None


def _above(node: Node | None) -> list[Node]:
    """The elements around a node, the outermost first, itself last."""
    above: list[Node] = []
    while node is not None:
        above.append(node)
        node = node.parent
    return above[::-1]


def _shared(one: Sequence[Node], other: Sequence[Node]) -> list[Node]:
    return [a for a, b in zip(one, other, strict=False) if a is b]


def _set_apart_banner(pieces: list[Piece]) -> None:
    """Short lines before the title that nothing names: the paper's own name, a section, "Arkiv 1999"."""
    start = next((n for n, piece in enumerate(pieces[:8]) if piece.kind == "title"), 0)
    for piece in pieces[:start]:
        if piece.kind == "paragraph" and len(piece.text) < 80 and not piece.text.endswith((".", "?", "!", ":")):
            piece.kind, piece.reason = "other", "before-title"


def _find_titles_of_contacts(pieces: Sequence[Piece]) -> None:
    """A label that stands between somebody's name and number is a title: "Ove Storm", "pressansvarig", "031-390 06 31"."""
    for before, piece, after in zip(pieces, pieces[1:], pieces[2:], strict=False):
        between = piece.kind == "heading" and before.kind == after.kind == "contact" and is_bare_label(piece.text)
        if between and labels.is_name_shaped(before.text) and labels.is_mostly_contact(after.text):
            piece.kind, piece.reason = "contact", "title-in-contact"


def _find_dash_lists(pieces: Sequence[Piece]) -> None:
    """Short lines with dashes in one element, or items of one list, are a list: "– Strandskolan", "– Bergskolan"."""
    if len([piece for piece in pieces if piece.kind == "dash"]) < 2:
        return
    for _, group in itertools.groupby(pieces, _list_of):
        rows = list(group)
        if len(rows) < 2 or rows[0].kind != "dash":
            continue
        is_list = all(
            labels.is_dash(it.text) and len(it.text) <= _LONGEST_ITEM and it.text[-1] not in '.!?”"' for it in rows
        )
        if is_list and sum(labels.speaks(it.text) for it in rows) < len(rows) / 2:
            for piece in rows:
                if piece.kind == "dash":
                    piece.kind, piece.reason = "list_item", "dash-list"


_LONGEST_ITEM = 60


def _list_of(piece: Piece) -> Node | Run | None:
    return piece.run.node.parent if piece.run.hint == "li" else piece.run


def _fill_factboxes(pieces: Sequence[Piece]) -> None:
    """An element whose first line says "Fakta" is a fact box with all its lines, and so is one whose heading says it."""
    boxed = None
    for n, piece in enumerate(pieces):
        opens_run = n == 0 or pieces[n - 1].run is not piece.run
        if opens_run:
            several = len(piece.run.lines) > 1
            heads = several or piece.kind == "heading" or piece.run.node.tag in ("summary", "legend")
            says = heads and len(piece.text) < 70 and labels.opens(piece.text, "factbox") is not None
            boxed = piece.run if says and several else None
            if says and not several:
                _fill_box_of_heading(pieces, n)
        if piece.run is boxed and piece.kind in ("paragraph", "heading"):
            piece.kind, piece.reason = "factbox", "fakta"


def _fill_box_of_heading(pieces: Sequence[Piece], n: int) -> None:
    """The box is the smallest element around the heading with something else in it, if nothing stands before it there."""
    box = pieces[n].run.node.parent
    for _ in range(_DEEPEST_BOX):
        if box is None or n + 1 == len(pieces) or _is_under(pieces[n + 1], box):
            break
        box = box.parent
    if box is None or box.tag not in _BOXES or (n and _is_under(pieces[n - 1], box)):
        return
    inside = list(itertools.takewhile(lambda piece: _is_under(piece, box), pieces[n : n + _LONGEST_BOX + 1]))
    if len(inside) <= _LONGEST_BOX and not any(piece.kind in ("dash", "title", "lead") for piece in inside):
        for piece in inside:
            if piece.kind in ("paragraph", "heading"):
                piece.kind, piece.reason = "factbox", "fakta"


_BOXES = frozenset(["div", "section", "aside", "details", "dialog", "fieldset", "td", "blockquote"])
_LONGEST_BOX = 25
_DEEPEST_BOX = 12


def _is_under(piece: Piece, node: Node) -> bool:
    """Tell whether a piece stands in an element, at most a few levels below it."""
    above: Node | None = piece.run.node
    if piece.run.node.depth - node.depth > _DEEPEST_BOX:
        return False
    while above is not None and above.depth > node.depth:
        above = above.parent
    return above is node
