"""A page of HTML to typed blocks: one parse, one walk, then what belongs to the text and what each block is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from typing import Any

from lxml import etree

from pipeline.article import BlockKind
from pipeline.stages.clean import labels
from pipeline.stages.clean.blocks import Draft, normalise
from pipeline.stages.clean.contact_areas import find_contacts
from pipeline.stages.clean.dates import iso_date, labelled_dates, swedish_date
from pipeline.stages.clean.families import KIND_OF_ROLE, Family, family_of
from pipeline.stages.clean.head import Head, read_head
from pipeline.stages.clean.plain import read_plain
from pipeline.stages.clean.region import choose_region
from pipeline.stages.clean.walk import Run, Walked, walk

#: Labels of regions in which a contact block is kept all the same; in menus and footers it is only counted.
_CONTACTS_KEPT_IN = frozenset(["aside", "outside", "related", "header"])
_GLUED_DASH = re.compile(r"(?<=[?!.”])(?:[–—]|(?<=\?)-)(?=[ \u00a0]?[A-ZÅÄÖ”\"»\d])")
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_BOLD_ENOUGH = 0.95
_LINKED = 0.9
_LONGEST_CONTACT_LINE = 200
_LONGEST_HEADING = 250


@dataclass(frozen=True, slots=True)
class HtmlReading:
    """What a page gave: blocks to be, what the page says of itself, and how many pieces were left out, by label."""

    drafts: tuple[Draft, ...]
    title: str | None
    byline: str | None
    published_at: str | None
    updated_at: str | None
    canonical_url: str | None
    rule: str
    dropped: Counter[str]


@dataclass(slots=True)
class _Piece:
    """A line of a run on its way to a block; ``drop`` is the label under which it is left out."""

    run: Run
    text: str
    bold: float
    link: float
    drop: str | None
    kind: BlockKind | None = None
    reason: str | None = None


def read_html(html: str, url: str | None = None) -> HtmlReading:
    """Return the blocks of a page, in the order of the page; never raises on markup, however broken.

    ``url`` is where the page was found, if that is known: its host may tell the family.
    """
    family = family_of(html, url)
    root = parse(html)
    if root is None:
        return _without_tree(html, family)
    head = read_head(root, url)
    body = root.find("body")
    walked = walk(body if body is not None else root, family)
    if not walked.runs and not walked.dropped:
        return _without_tree(html, family)
    region = choose_region(walked)
    pieces = _pieces(walked)
    _leave_out(pieces, walked.runs[slice(*region)], head)
    dropped = walked.dropped + Counter(piece.drop for piece in pieces if piece.drop is not None)
    kept = [piece for piece in pieces if piece.drop is None]
    _type(kept, head)
    dropped += Counter(piece.drop for piece in kept if piece.drop is not None)
    kept = [piece for piece in kept if piece.drop is None]
    drafts = _drafts(kept)
    title, drafts = _title(drafts, head)
    published, updated = _dates(kept, walked, head, family)
    byline = next((labels.without_byline_label(d.text) for d in drafts if d.kind == "byline"), None) or head.author
    return HtmlReading(tuple(drafts), title, byline, published, updated, head.canonical_url, family.name, dropped)


def _without_tree(html: str, family: Family) -> HtmlReading:
    """Read markup that the parser gave up on (elements nested thousands deep) with its tags cut out."""
    text = normalise(unescape(_TAG.sub("\n", _without_scripts(html))))
    drafts = [replace(draft, text=draft.text.strip(), reason="no-tree") for draft in read_plain(text)]
    title = next((draft.text for draft in drafts if draft.kind == "title"), None)
    byline = next((draft.text for draft in drafts if draft.kind == "byline"), None)
    return HtmlReading(tuple(drafts), title, byline, None, None, None, f"{family.name}:no-tree", Counter())


_TAG = re.compile(r"<[^<>]*>")


def _without_scripts(html: str) -> str:
    """Cut out scripts and styles, in linear time: the search for an end that is not there is made once."""
    for name in ("script", "style"):
        low, kept, at = html.lower(), [], 0
        while (start := low.find(f"<{name}", at)) >= 0:
            end = low.find(f"</{name}", start)
            kept.append(html[at:start])
            at = end if end >= 0 else len(html)
        html = "\n".join([*kept, html[at:]])
    return html


def _with_one_end(html: str) -> str:
    """Take out the ends of document and body: the parser stops at the first, and old pages have several."""
    match = _END.search(html)
    return _END.sub("", html) if match is not None and html.find("<", match.end()) >= 0 else html


_END = re.compile(r"</(?:html|body)\s{0,9}>", re.IGNORECASE)


def parse(html: str) -> Any | None:
    """Return the root element of a page, or null where there is none or the parser gave up on the depth of the nesting."""
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True, recover=True
    )
    data = _with_one_end(html.replace("\0", "")).encode("utf-8", "replace")
    if not data.strip():
        return None
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    gave_up = any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)
    return None if gave_up else root


# -- what belongs to the text


def _pieces(walked: Walked) -> list[_Piece]:
    return [
        _Piece(run, text, line.bold, line.link, run.drop)
        for run in walked.runs
        for line in run.lines
        for text in _without_glue(line.text)
    ]


def _without_glue(text: str) -> Iterator[str]:
    """Cut a speech dash off the question that it is glued to: "Hur går bygget?– Vi ligger före"."""
    at = 0
    for match in _GLUED_DASH.finditer(text):
        yield text[at : match.start()].strip(" \u00a0")
        at = match.start()
    yield text[at:]


def _leave_out(pieces: Sequence[_Piece], region: Sequence[Run], head: Head) -> None:
    """Label what does not belong to the text: outside its region, lists of links, furniture, what was there before."""
    inside = {id(run) for run in region}
    has_title = any(p.run.hint == "h1" and p.drop is None and id(p.run) in inside for p in pieces)
    reached = _reached_contacts(pieces)
    for piece in pieces:
        if piece.drop is None and id(piece.run) not in inside and not _stands_before(piece, has_title, head, reached):
            piece.drop = "outside"
    _leave_out_link_lists(pieces)
    _leave_out_repeated(pieces)
    for piece in pieces:
        if piece.drop is None and labels.bare(piece.text) in labels.phrase_set("dirt"):
            piece.drop = "furniture"
        elif piece.drop is None and piece.link >= _LINKED and piece.run.hint in _HEADINGS - {"h1"}:
            piece.drop = "links"
    _keep_contacts(pieces)


def _reached_contacts(pieces: Sequence[_Piece]) -> set[int]:
    """Return the ids of the pieces of contact blocks in which a phone or a mail stands."""
    reached: set[int] = set()
    n = 0
    while n < len(pieces):
        end = n
        while end < len(pieces) and _role_name(pieces[end]) == "contact":
            end += 1
        if any(labels.is_reachable(piece.text) for piece in pieces[n:end]):
            reached.update(map(id, pieces[n:end]))
        n = end + 1
    return reached


def _role_name(piece: _Piece) -> str | None:
    return piece.run.role.role if piece.run.role is not None else None


def _stands_before(piece: _Piece, has_title: bool, head: Head, reached: set[int]) -> bool:
    """Tell what belongs to the text though it stands outside the body: headline, lead, byline, date, contacts."""
    role = piece.run.role.role if piece.run.role else None
    if piece.run.hint == "h1":
        return not has_title and piece.text != head.site_name
    if role == "contact":
        return id(piece) in reached
    return (
        role in ("title", "lead", "byline", "published", "updated") and piece.run.role is not None and piece.link < 0.5
    )


def _leave_out_link_lists(pieces: Sequence[_Piece]) -> None:
    """Two or more items in a row that are links and nothing else, with the heading over them."""
    row: list[int] = []
    for n in range(len(pieces) + 1):
        piece = pieces[n] if n < len(pieces) else None
        if (
            piece is not None
            and piece.link >= _LINKED
            and piece.run.hint in ("li", "dt", "dd", "td")
            and not _speaks(piece)
        ):
            row.append(n)
            continue
        if len(row) >= 2:
            for at in row:
                pieces[at].drop = pieces[at].drop or "links"
            over = row[0] - 1
            if over >= 0 and pieces[over].run.hint in _HEADINGS and pieces[over].run.hint != "h1":
                pieces[over].drop = pieces[over].drop or "links"
        row = []


def _speaks(piece: _Piece) -> bool:
    return labels.is_dash(piece.text) or labels.is_reachable(piece.text)


def _leave_out_repeated(pieces: Sequence[_Piece]) -> None:
    """A second copy of a long line or of a caption: for phones, for print, alternative text and caption."""
    seen: set[str] = set()
    for piece in pieces:
        if piece.drop is None and len(piece.text) >= 40:
            if piece.text in seen:
                piece.drop = "repeated"
            seen.add(piece.text)


def _keep_contacts(pieces: Sequence[_Piece]) -> None:
    """Keep a contact block that another rule rejected: cards, an ``aside``, a box beside the text."""
    n = 0
    while n < len(pieces):
        label = pieces[n].drop
        end = n + 1
        while end < len(pieces) and pieces[end].drop == label:
            end += 1
        if label in _CONTACTS_KEPT_IN:
            group = pieces[n:end]
            # A first line that is empty stands in for the title that find_contacts expects.
            found = find_contacts(["", *(piece.text for piece in group)])
            reached = any(labels.is_reachable(group[at - 1].text) for at in found)
            named = any(
                labels.is_name(group[at - 1].text.partition(",")[0]) or kind == "heading"
                for at, (kind, _) in found.items()
            )
            for at, (kind, _) in found.items() if reached and named else ():
                piece = group[at - 1]
                piece.drop, piece.kind, piece.reason = (
                    None,
                    "contact" if kind == "byline" else kind,
                    f"contact-in:{label}",
                )
        n = end


# -- what each block is


def _type(pieces: list[_Piece], head: Head) -> None:
    """Give each piece its kind and the reason for it."""
    contacts = find_contacts([piece.text for piece in pieces])
    titled = False
    for n, piece in enumerate(pieces):
        if piece.kind is not None:
            continue
        role = piece.run.role
        if piece.run.hint in _HEADINGS or (role is not None and role.role == "title"):
            is_title = not titled and (piece.run.hint == "h1" or (role is not None and role.role == "title"))
            piece.kind, piece.reason = _of_heading(piece, is_title, contacts.get(n))
            titled = titled or is_title
        else:
            piece.kind, piece.reason = _of_role(piece) or contacts.get(n) or _of_line(piece, n, len(pieces))
    if not titled:
        _find_title(pieces, head)
    _find_lead(pieces, head)


def _of_heading(piece: _Piece, is_title: bool, contact: tuple[BlockKind, str] | None) -> tuple[BlockKind, str | None]:
    role = piece.run.role
    reason = role.reason if role is not None else piece.run.hint
    if is_title:
        return "title", reason
    if contact is not None and contact[0] == "contact":
        return contact
    if role is not None and role.role == "lead":
        return "lead", reason
    return ("heading" if len(piece.text) <= _LONGEST_HEADING else "paragraph"), reason


def _of_role(piece: _Piece) -> tuple[BlockKind, str] | None:
    """The kind that the element's role gives, where the line does not speak against it."""
    if piece.run.hint == "figcaption":
        return "caption", "figcaption"
    role = piece.run.role
    if role is None or role.role is None:
        return None
    kind = KIND_OF_ROLE[role.role]
    text = piece.text
    if kind == "contact" and (
        len(text) > _LONGEST_CONTACT_LINE or (labels.is_dash(text) and not labels.is_reachable(text))
    ):
        return None
    if (
        kind == "contact"
        and labels.contact_label(text)
        and not labels.is_reachable(text)
        and piece.bold >= _BOLD_ENOUGH
    ):
        return "heading", role.reason
    if kind == "byline" and (len(text) > 160 or labels.is_date_line(text) or not re.search(r"[^\W\d_]{2}", text)):
        return ("date", role.reason) if len(text) <= 160 else None
    if kind == "date" and len(text) > 120:
        return None
    if kind == "factbox" and piece.run.hint == "li":
        return "list_item", role.reason
    return None if kind is None else (kind, role.reason)


def _of_line(piece: _Piece, n: int, count: int) -> tuple[BlockKind, str | None]:
    """The kind that a line has by its markup and its own words."""
    text, hint = piece.text, piece.run.hint
    reason = piece.run.role.reason if piece.run.role else hint
    if labels.is_date_line(text):
        return "date", "label"
    if len(text) <= 40 and (n < 6 or n >= count - 2) and swedish_date(text) and len(text.split()) <= 7:
        return "date", "date-line"
    if labels.is_byline(text):
        return "byline", "label"
    if labels.opens(text, "dirt_opening") and len(text) <= 220:
        return "other", "page-furniture"
    if labels.is_dash(text):
        return "dash", reason
    if labels.is_caption(text):
        return "caption", "label"
    if hint == "table":
        return "table", "table"
    if hint == "li" or labels.is_list_item(text):
        return "list_item", reason
    if piece.bold >= _BOLD_ENOUGH and labels.is_heading(text) and n < count - 1 and len(piece.run.lines) < 4:
        return "heading", "bold"
    if piece.link >= _LINKED and len(text) <= 120:
        return "other", "link"
    return "paragraph", reason


def _find_title(pieces: list[_Piece], head: Head) -> None:
    """Without an ``h1``: the line that the page's head names, else a heading or a bold line that opens the text."""
    said = head.title.casefold() if head.title else ""
    for piece in pieces[:8]:
        text = piece.text.casefold()
        if piece.kind in ("paragraph", "heading", "lead") and len(text) >= 8 and (text == said or _is_part(text, said)):
            piece.kind, piece.reason = "title", "head-title"
            return
    opening = next((piece for piece in pieces[:3] if piece.kind not in ("date", "byline", "other")), None)
    if opening is None or len(opening.text.split()) < 3 or not labels.is_heading(opening.text):
        return
    if opening.run.hint in _HEADINGS or opening.bold >= _BOLD_ENOUGH:
        opening.kind, opening.reason = "title", "first-heading"


def _is_part(text: str, title: str) -> bool:
    """Tell whether a title is the text with a site's name before or behind it."""
    return title.endswith(tuple(f"{sign} {text}" for sign in "-–|:»")) or title.startswith(
        tuple(f"{text} {sign}" for sign in "-–|:»")
    )


def _find_lead(pieces: list[_Piece], head: Head) -> None:
    """Without a named lead: a bold first paragraph, or the one that the page's description repeats."""
    if any(piece.kind == "lead" for piece in pieces):
        return
    start = next((n + 1 for n, piece in enumerate(pieces) if piece.kind == "title"), 0)
    first = next((piece for piece in pieces[start : start + 6] if piece.kind in ("paragraph", "dash")), None)
    if first is None or first.kind != "paragraph" or sum(piece.kind in ("paragraph", "dash") for piece in pieces) < 2:
        return
    if first.bold >= _BOLD_ENOUGH and len(first.text) <= 700:
        first.kind, first.reason = "lead", "bold-first"
    elif head.description and len(first.text) <= 700:
        said = re.sub(r"\s*(?:\.\.\.|…)$", "", head.description)
        if len(said) >= 40 and first.text.startswith(said[:150]):
            first.kind, first.reason = "lead", "meta-description"


def _drafts(pieces: Sequence[_Piece]) -> list[Draft]:
    """Join the lines of one contact block; every other line is a block."""
    drafts: list[Draft] = []
    before: _Piece | None = None
    for piece in pieces:
        kind = piece.kind or "paragraph"
        if before is not None and before.run is piece.run and kind == before.kind and kind in _JOINED:
            last = drafts[-1]
            drafts[-1] = replace(last, text=f"{last.text}\n{piece.text}")
        else:
            drafts.append(Draft(kind, piece.text, piece.run.node.address, piece.reason))
        before = piece
    return drafts


_JOINED = frozenset(["contact", "title"])


def _title(drafts: list[Draft], head: Head) -> tuple[str | None, list[Draft]]:
    """Return the title and the blocks with it; where no element is the title, what the page's head says stands first."""
    found = next((draft for draft in drafts if draft.kind == "title"), None)
    if found is not None:
        return found.text.replace("\n", " "), drafts
    if head.title is None or not drafts:
        return head.title, drafts
    return head.title, [Draft("title", head.title, "/html/head/title", "head-title"), *drafts]


# -- dates


def _dates(pieces: Sequence[_Piece], walked: Walked, head: Head, family: Family) -> tuple[str | None, str | None]:
    """Machine-readable statements first, then named elements, then labelled lines; null where none is whole."""
    published, updated = head.published, head.updated
    formats = family.data.date_formats
    for stamp, role in walked.times:
        if role == "updated":
            updated = updated or iso_date(stamp)
        elif role in ("published", "date"):
            published = published or iso_date(stamp)
    for piece in pieces:
        if piece.kind != "date":
            continue
        said_published, said_updated = labelled_dates(piece.text)
        role_name = piece.run.role.role if piece.run.role else None
        if role_name == "updated":
            said_updated = said_updated or swedish_date(piece.text, formats)
        elif role_name in ("published", "date") and not said_updated:
            said_published = said_published or swedish_date(piece.text, formats)
        published, updated = published or said_published, updated or said_updated
    if published is None and walked.times:
        stamps = [stamp for stamp, role in walked.times if role is None]
        published = iso_date(stamps[0]) if len(stamps) == 1 else None
    return published, updated
