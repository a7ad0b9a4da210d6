"""What each line of a page is: by the role of its element, by its markup, by its own words and its neighbours."""

from __future__ import annotations

import re

from pipeline.article import BlockKind
from pipeline.stages.clean import labels
from pipeline.stages.clean.contact_areas import find_contacts, is_bare_label
from pipeline.stages.clean.dates import swedish_date
from pipeline.stages.clean.families import KIND_OF_ROLE
from pipeline.stages.clean.head import Head
from pipeline.stages.clean.selection import HEADINGS, LINKED, Piece, role_name

_BOLD_ENOUGH = 0.95
_LONGEST_CONTACT_LINE = 200
_LONGEST_HEADING = 250


def type_pieces(pieces: list[Piece], head: Head) -> None:
    """Give each piece its kind and the reason for it."""
    contacts = find_contacts([piece.text for piece in pieces])
    titled = False
    for n, piece in enumerate(pieces):
        if piece.kind is not None:
            continue
        role = piece.run.role
        if piece.run.hint in HEADINGS or (role is not None and role.role == "title"):
            is_title = not titled and (piece.run.hint == "h1" or (role is not None and role.role == "title"))
            piece.kind, piece.reason = _of_heading(piece, is_title, contacts.get(n))
            titled = titled or is_title
        else:
            piece.kind, piece.reason = _of_role(piece) or contacts.get(n) or _of_line(piece, n, len(pieces))
    if not titled:
        _find_title(pieces, head)
    _find_lead(pieces, head)


def _of_heading(piece: Piece, is_title: bool, contact: tuple[BlockKind, str] | None) -> tuple[BlockKind, str | None]:
    role = piece.run.role
    reason = role.reason if role is not None else piece.run.hint
    if is_title:
        return "title", reason
    if contact is not None and contact[0] == "contact":
        return contact
    if role_name(piece) == "contact" and not labels.contact_label(piece.text) and labels.is_name_shaped(piece.text):
        return "contact", reason
    if role is not None and role.role == "lead":
        return "lead", reason
    return ("heading" if len(piece.text) <= _LONGEST_HEADING else "paragraph"), reason


def _of_role(piece: Piece) -> tuple[BlockKind, str] | None:
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
    if kind == "contact" and is_bare_label(text) and (piece.bold >= _BOLD_ENOUGH or len(piece.run.lines) == 1):
        return "heading", role.reason
    if kind == "byline" and (len(text) > 160 or labels.is_date_line(text) or not re.search(r"[^\W\d_]{2}", text)):
        return ("date", role.reason) if len(text) <= 160 else None
    if kind == "date" and len(text) > 120:
        return None
    if kind == "factbox" and piece.run.hint == "li":
        return "list_item", role.reason
    return None if kind is None else (kind, role.reason)


def _of_line(piece: Piece, n: int, count: int) -> tuple[BlockKind, str | None]:
    """The kind that a line has by its markup and its own words."""
    text, hint = piece.text, piece.run.hint
    reason = piece.run.role.reason if piece.run.role else hint
    if labels.is_date_line(text):
        return "date", "label"
    if len(text) <= 40 and (n < 6 or n >= count - 2) and swedish_date(text) and len(text.split()) <= 7:
        return "date", "date-line"
    if labels.is_byline(text):
        return "byline", "label"
    if labels.is_dirt(text):
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
    if piece.link >= LINKED and len(text) <= 120:
        return "other", "link"
    return "paragraph", reason


def _find_title(pieces: list[Piece], head: Head) -> None:
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
    if opening.run.hint in HEADINGS or opening.bold >= _BOLD_ENOUGH:
        opening.kind, opening.reason = "title", "first-heading"


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
    first = next((piece for piece in pieces[start : start + 6] if piece.kind in ("paragraph", "dash")), None)
    if first is None or first.kind != "paragraph" or sum(piece.kind in ("paragraph", "dash") for piece in pieces) < 2:
        return
    if first.bold >= _BOLD_ENOUGH and len(first.text) <= 700:
        first.kind, first.reason = "lead", "bold-first"
    elif head.description and len(first.text) <= 700:
        said = re.sub(r"\s*(?:\.\.\.|…)$", "", head.description)
        if len(said) >= 40 and first.text.startswith(said[:150]):
            first.kind, first.reason = "lead", "meta-description"
