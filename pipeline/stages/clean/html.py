"""A page of HTML to typed blocks: one parse, one walk, then what belongs to the text and what each block is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from html import unescape
from itertools import groupby

from pipeline.article import Notice
from pipeline.stages.clean import labels
from pipeline.stages.clean.blocks import Draft, normalise
from pipeline.stages.clean.bylines import byline_names, is_byline, is_dated_name
from pipeline.stages.clean.dates import day_line
from pipeline.stages.clean.families import PageRules
from pipeline.stages.clean.head import Head, read_head, title_address
from pipeline.stages.clean.imprint import leave_out_imprint
from pipeline.stages.clean.kinds import type_pieces
from pipeline.stages.clean.nodes import Run
from pipeline.stages.clean.pieces import Piece, pieces_of, without_said_again
from pipeline.stages.clean.plain import read_plain
from pipeline.stages.clean.published import dates_of
from pipeline.stages.clean.region import choose_region
from pipeline.stages.clean.rooms import Rooms
from pipeline.stages.clean.selection import leave_out
from pipeline.stages.clean.tree import Addresses, Element, body_of, parse
from pipeline.stages.clean.walk import walk


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
    notices: tuple[Notice, ...] = ()


_NO_ROOMS = Rooms()


def read_html(
    html: str, url: str | None = None, name: str | None = None, rooms: Rooms = _NO_ROOMS, utf8: bytes | None = None
) -> HtmlReading:
    """Return the blocks of a page, in the order of the page; never raises on markup, however broken.

    ``url`` is where the page was found and ``name`` what its source is called, if that is known: they may tell its press
    room, and the host its family. ``utf8`` is the page in UTF-8, where the caller has that too.
    """
    root = parse(html if utf8 is None else utf8)
    if root is None:
        return _without_tree(html, rooms.rules(html, url, name, None))
    head = read_head(root, url)
    rules = rooms.rules(html, url, name, head.published)
    walked = walk(body_of(root), rules.selectors)
    if not walked.runs and not walked.dropped:
        return _without_tree(html, rules)
    region = choose_region(walked, head.title)
    pieces = pieces_of(walked)
    leave_out(pieces, walked.runs[region.first : region.last], region.depth, head)
    kept = without_said_again([piece for piece in pieces if piece.drop is None])
    leave_out_imprint(kept)
    kept = [piece for piece in kept if piece.drop is None]
    type_pieces(kept, head, rules.contact_labels)
    kept = [piece for piece in kept if piece.drop is None]
    dropped = walked.dropped + Counter(p.drop for p in pieces if p.drop is not None and p.run.attribute is None)
    drafts = _drafts(kept)
    title, drafts = _title(drafts, head, root)
    dates = dates_of(kept, walked, region, head, rules.date_formats)
    byline = _byline(drafts)
    if byline is None or " " not in byline:
        # "/Styrelsen" signs a text that somebody has sent in.
        byline = _beside_date(drafts) or byline or head.author
    return HtmlReading(
        tuple(drafts),
        title,
        byline,
        dates.published,
        dates.updated,
        head.canonical_url,
        rules.name,
        dropped,
        tuple(_reasons(dates.why, byline, head)),
    )


def _reasons(no_date: str | None, byline: str | None, head: Head) -> Iterator[Notice]:
    """Say why a date or a reporter that one would expect is null."""
    if no_date is not None:
        yield Notice("no_date", no_date)
    if byline is None and head.no_author is not None:
        yield Notice("no_byline", head.no_author)


def _without_tree(html: str, rules: PageRules) -> HtmlReading:
    """Read markup that the parser gave up on (elements nested thousands deep) with its tags cut out."""
    text = normalise(unescape(_TAG.sub("\n", _without_scripts(html))))
    drafts = [replace(draft, text=draft.text.strip(), reason="no-tree") for draft in read_plain(text)]
    title = next((draft.text for draft in drafts if draft.kind == "title"), None)
    return HtmlReading(tuple(drafts), title, _byline(drafts), None, None, None, f"{rules.name}:no-tree", Counter())


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


def _drafts(pieces: Sequence[Piece]) -> list[Draft]:
    """Join the lines of one contact block; every other line is a block."""
    drafts: list[Draft] = []
    addresses = Addresses()
    before: Piece | None = None
    for piece in pieces:
        kind = piece.kind or "paragraph"
        if before is not None and before.run is piece.run and kind == before.kind and kind in _JOINED:
            last = drafts[-1]
            drafts[-1] = replace(last, text=f"{last.text}\n{piece.text}")
        else:
            drafts.append(Draft(kind, piece.text, _address(addresses, piece.run), piece.reason))
        before = piece
    return drafts


_JOINED = frozenset(["contact", "title"])
_DEEPEST_ADDRESS = 100


def _address(addresses: Addresses, run: Run) -> str | None:
    """Return the XPath of a run's element or attribute; null where it is nested deeper than a hundred."""
    if run.node.depth > _DEEPEST_ADDRESS:
        return None
    path = addresses.path(run.node.element)
    return path if run.attribute is None else f"{path}/@{run.attribute}"


def _title(drafts: list[Draft], head: Head, root: Element) -> tuple[str | None, list[Draft]]:
    """Return the title and the blocks with it; where no element is the title, what the page's head says stands first."""
    found = next((draft for draft in drafts if draft.kind == "title"), None)
    if found is not None:
        title = found.text.replace("\n", " ")
        return (head.title if _is_behind_section(head.title, title) else title), drafts
    if head.title is None or not drafts:
        return head.title, drafts
    return head.title, [Draft("title", head.title, title_address(root, head.title), "head-title"), *drafts]


def _is_behind_section(said: str | None, title: str) -> bool:
    """Tell a headline with a word of the site before it: "Trafik Ny bro blir dyrare", "Plus Ny bro blir dyrare"."""
    if said is None or not title.endswith(f" {said}") or len(said.split()) < _FEWEST_WORDS:
        return False
    section = title[: -len(said) - 1]
    return section.isalpha() and said[:1].isupper()


_FEWEST_WORDS = 3


def _byline(drafts: Sequence[Draft]) -> str | None:
    """The first reporters, all that stand below each other."""
    rows = (list(row) for kind, row in groupby(drafts, lambda draft: draft.kind) if kind == "byline")
    named = ([names for draft in row if (names := byline_names(draft.text))] for row in rows)
    first = next((names for names in named if names), [])
    others = filter(labels.is_name_shaped, first[1:_MOST_REPORTERS])
    return ", ".join(dict.fromkeys([*first[:1], *others])) or None


_MOST_REPORTERS = 4


def _beside_date(drafts: Sequence[Draft]) -> str | None:
    """The name beside the day: "15 augusti 2011 av Barbro Nord", "Barbro Nord | 15 augusti 2011", "Barbro Nord 15 augusti 2011"."""
    lines = [line for draft in drafts if draft.kind == "date" for line in draft.text.split("\n")]
    dated = next((byline_names(line) for line in lines if is_dated_name(line)), None)
    signed = (line for draft in drafts if draft.kind in ("date", "byline") for line in draft.text.split("\n"))
    dated = dated or next((name for line in signed if (name := _behind_day(line)) is not None), None)
    parts = [part.strip() for line in lines for part in labels.parts_of(line)]
    found = (_after_by(part) for part in parts if " av " in part or len(parts) > len(lines))
    return dated or next((name for name in found if labels.is_name(name)), None)


def _behind_day(line: str) -> str | None:
    """The name behind a day and nothing else: "5 mars 2024 - 06:12 Rut Ek"."""
    digits = _TO_LAST_DIGIT.match(line) if len(line) <= _LONGEST_DATED else None
    if digits is None or day_line(digits[0]) is None:
        return None
    name = line[digits.end() :].strip(" ,|•·–-")
    return name if labels.is_name(name) else None


_TO_LAST_DIGIT = re.compile(r".*\d")
_LONGEST_DATED = 90


def _after_by(part: str) -> str:
    return (byline_names(part) or "") if is_byline(part) else part.rpartition(" av ")[2].partition(" i ")[0]
