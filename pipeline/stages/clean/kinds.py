"""Which kind a piece is, by its wording and its neighbours, where the markup has not said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.stages.clean.blocks import Piece
from pipeline.stages.clean.dates import find_date, is_only_a_date
from pipeline.stages.clean.labels import (
    ends_sentence,
    has_detail,
    is_bullet,
    is_byline,
    is_caption,
    is_name,
    is_rule,
    label_of,
    opens_speech,
)

DIRT = frozenset({"advert", "teaser", "share", "navigation", "cookie", "practice"})
_ABOUT = re.compile(r"(?:Om|Fakta om|Kort om) [A-ZÅÄÖ\d]")
_SENTENCE_END = re.compile(r"[.!?…][\"”»'’)_*]{0,3}\s*$")


def assign_kinds(pieces: Sequence[Piece], *, plain: bool) -> None:
    """Give every piece without a kind its kind and the reason.

    ``plain`` turns on what only text without markup needs: headings by their shape, and lines that are no text
    (``Annons``) kept as ``other`` where HTML would leave them out.
    """
    _first_look(pieces, plain)
    _contact_runs(pieces)
    _dash_lists(pieces)
    _fact_boxes(pieces)
    if plain:
        _headings(pieces)
    for piece in pieces:
        if piece.kind is None:
            if piece.emphatic and len(piece.text) <= 120 and not ends_sentence(piece.text):
                piece.kind, piece.reason = "heading", piece.reason or "bold-line"
            else:
                piece.kind = "paragraph"


def _set(piece: Piece, kind: str, reason: str) -> None:
    piece.kind = kind  # type: ignore[assignment]
    piece.reason = f"{piece.reason} {reason}" if piece.reason and reason not in piece.reason else piece.reason or reason


def _first_look(pieces: Sequence[Piece], plain: bool) -> None:
    """Decide what the line says about itself alone."""
    for piece in pieces:
        if piece.kind is not None:
            continue
        line = piece.text
        if opens_speech(line):
            piece.kind = "dash"
        elif is_bullet(line):
            piece.kind = "list_item"
        elif is_rule(line):
            _set(piece, "other", "rule")
        elif len(line) <= 400:
            _by_label(piece, line, plain)


def _by_label(piece: Piece, line: str, plain: bool) -> None:
    label = label_of(line)
    if label in DIRT:
        if len(line) <= 200 and not has_detail(line):
            _set(piece, "other", f"label:{label}")
    elif is_caption(line):
        _set(piece, "caption", "label:foto")
    elif label == "byline" and is_byline(line):
        _set(piece, "byline", "label:byline")
    elif (label == "date" and len(line) <= 110 and find_date(line)) or is_only_a_date(line):
        _set(piece, "date", "label:date")
    elif label == "factbox" and len(line) <= 120:
        _set(piece, "factbox", "label:factbox")


def _contact_runs(pieces: Sequence[Piece]) -> None:
    """Find contact blocks: a label and the lines after it, or lines of name, title, phone and mail by themselves."""
    open_run = False
    for at, piece in enumerate(pieces):
        line = piece.text
        if piece.kind == "contact":
            open_run = True
        elif piece.kind == "heading" and label_of(line) == "contact":
            open_run = True
        elif piece.kind not in (None, "other", "dash", "list_item"):
            open_run = open_run and piece.kind == "caption"
        elif piece.kind is None and _is_contact_label(line):
            _set(piece, "contact", "label:contact")
            open_run = True
        elif open_run and _continues_contact(pieces, at):
            _set(piece, "contact", "after-label")
        elif piece.kind is None and _is_lone_contact(line):
            _set(piece, "contact", "phone-or-mail")
            _take_names_above(pieces, at)
            open_run = True
        else:
            open_run = False


def _is_contact_label(line: str) -> bool:
    if label_of(line) != "contact" or len(line) > 300:
        return False
    bare = line.rstrip(" _*\u00a0")
    return has_detail(line) or bare.endswith(":") or (len(bare) <= 80 and not _SENTENCE_END.search(bare))


def _is_lone_contact(line: str) -> bool:
    """``Tel: 070-174 06 12``, ``Maja Ek, pressansvarig, 070-174 06 12``; not a sentence with a number in it."""
    if len(line) > 160 or not has_detail(line):
        return False
    return label_of(line) == "detail" or not _SENTENCE_END.search(line) or len(line) <= 60


def _continues_contact(pieces: Sequence[Piece], at: int) -> bool:
    line = pieces[at].text
    if has_detail(line):
        return len(line) <= 300
    label = label_of(line)
    if label == "detail" and len(line) <= 80:
        return True
    if pieces[at].kind is not None or _ABOUT.match(line) or len(line) > 120 or _SENTENCE_END.search(line):
        return False
    if is_name(line.split(",")[0]) and pieces[at - 1].kind in ("contact", "heading"):
        return True
    # A name or a title belongs here if a number or an address follows before the prose begins again.
    for later in pieces[at + 1 : at + 5]:
        if len(later.text) > 200 or later.kind not in (None, "other", "contact"):
            return False
        if has_detail(later.text):
            return True
    return False


def _take_names_above(pieces: Sequence[Piece], at: int) -> None:
    for above in range(at - 1, max(at - 4, 0), -1):
        piece = pieces[above]
        line = piece.text
        if piece.kind is not None or len(line) > 90 or _SENTENCE_END.search(line):
            return
        if is_name(line.split(",")[0]):
            for between in pieces[above:at]:
                _set(between, "contact", "above-phone")
            return


def _dash_lists(pieces: Sequence[Piece]) -> None:
    """Three or more dash lines without a sentence's end, or two after a colon, are a list and not speech."""
    at = 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and pieces[end].kind == "dash":
            end += 1
        run = pieces[at:end]
        if run and not any(_SENTENCE_END.search(piece.text) for piece in run):
            introduced = at > 0 and pieces[at - 1].text.rstrip().endswith(":")
            if len(run) >= (2 if introduced else 3):
                for piece in run:
                    _set(piece, "list_item", "dash-list")
        at = max(end, at + 1)


def _fact_boxes(pieces: Sequence[Piece]) -> None:
    """A box goes on from its label to the next heading, quote, contact or long paragraph."""
    inside = False
    for piece in pieces:
        if piece.kind == "factbox":
            # An element that is a box has its own end; a line "Fakta: …" has not.
            inside = (piece.reason or "").endswith("label:factbox")
        elif inside and (piece.kind == "list_item" or (piece.kind is None and len(piece.text) <= 300)):
            _set(piece, "factbox", "in-factbox")
        elif piece.kind == "other":
            continue
        else:
            inside = False


def _headings(pieces: Sequence[Piece]) -> None:
    """Short lines without final punctuation between longer ones are headings; many in a row are a list."""
    shape = [piece.kind is None and _has_heading_shape(piece.text) for piece in pieces]
    at = 0
    while at < len(pieces):
        end = at
        while end < len(pieces) and shape[end]:
            end += 1
        if end - at >= 3:
            for piece in pieces[at:end]:
                _set(piece, "list_item", "short-lines")
        elif end > at:
            for position in range(at, end):
                piece = pieces[position]
                if piece.text.rstrip("_* ").endswith("?"):
                    _set(piece, "heading", "question")
                elif end < len(pieces):
                    _set(piece, "heading", "short-line")
        at = max(end, at + 1)


def _has_heading_shape(line: str) -> bool:
    if len(line) > 100 or line.startswith(" ") or ends_sentence(line) or line.count(" ") > 14:
        return False
    first = line.lstrip("_*\"”“»'’[( ")[:1]
    return first.isupper() or first.isdigit()
