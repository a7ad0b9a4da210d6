"""HTML into pieces: one parse, one walk, every element either read, labelled or counted.

The walk keeps what generic extractors lose (leads outside the body, captions, the press contact in an ``aside``) by
asking a family's rules of each element, and leaves out menus, cookie notices and teasers with a label and a count.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from pipeline.article import BlockKind, Notice
from pipeline.stages.clean.blocks import Draft, Piece, tidy
from pipeline.stages.clean.dates import find_date, is_only_a_date, read_datetime
from pipeline.stages.clean.families import LOOKED_AT, Family, Match, family_of
from pipeline.stages.clean.kinds import DIRT, assign_kinds
from pipeline.stages.clean.labels import (
    byline_name,
    ends_sentence,
    has_detail,
    is_bullet,
    is_byline,
    is_caption,
    is_name,
    label_of,
    opens_speech,
)
from pipeline.stages.clean.metadata import Metadata, read_metadata

Element = Any
_SKIPPED = frozenset(
    "head script style noscript template svg math iframe object embed audio video canvas map select option button "
    "input textarea datalist progress meter applet frameset noframes link meta title base img source track param".split()
)
_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span "
    "strike strong sub sup time tt u var wbr blink picture".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BREAK = "\x0b"  # no page holds a vertical tab; libxml2 drops it, so that it marks a line break here
_SPACES = re.compile(r"[ \t\n\r\f\v]+")
_DEEP = re.compile("Excessive depth|maximum depth", re.I)


@dataclass(frozen=True, slots=True)
class Context:
    """What holds for everything inside an element."""

    role: str | None = None
    reason: str | None = None
    holder: Element = None
    regions: tuple[int, ...] = ()
    zone: str | None = None
    heading: str | None = None
    item: bool = False
    preformatted: bool = False


@dataclass(slots=True)
class Line:
    """A line of the page as the walk found it."""

    text: str
    context: Context
    element: Element
    place: int
    linked: int
    bold: int
    moment: str | None


def read_html(html: str, *, described: str | None = None) -> Draft:
    """Return the pieces of an HTML page with their kinds, and what the page says about itself.

    Offsets do not exist yet: :func:`~pipeline.stages.clean.blocks.lay_out` makes them. Broken markup is repaired as
    browsers do; a page that no parser takes (tags nested two thousand deep) is read as text without its tags.
    """
    del described
    family = family_of(html)
    root, complete = _parse(html)
    if root is None or not complete:
        return _without_markup(html)
    metadata = read_metadata(root, family.dates)
    walker = _Walker(family)
    body = root.find("body")
    walker.walk(body if body is not None else root)
    return _compose(walker, family, metadata)


def _parse(html: str) -> tuple[Element | None, bool]:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(html.replace("\x00", "").encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None, False
    deep = any(_DEEP.search(entry.message) for entry in list(parser.error_log)[-3:])
    return root, not deep


def _without_markup(html: str) -> Draft:
    """Read the page as text: block tags become line ends, other tags nothing."""
    from html import unescape

    text = re.sub(r"(?i)<(?:script|style)\b[^<>]*>[^<]*", " ", html)
    text = re.sub(r"(?i)</?(?:p|div|br|h[1-6]|li|tr|td|table|ul|ol|section|article)\b[^<>]*>", "\n", text)
    text = unescape(re.sub(r"<[^<>]*>", "", text))
    lines = [line for raw in tidy(text).split("\n") if (line := _SPACES.sub(" ", raw).strip(" "))]
    pieces = [Piece(line, place=place) for place, line in enumerate(lines)]
    draft = Draft(pieces, rule="no-markup", notices=[Notice("broken_markup", "the markup could not be parsed")])
    assign_kinds(pieces, plain=False)
    return draft


class _Walker:
    """Walks a page once, in document order, and collects its lines."""

    def __init__(self, family: Family) -> None:
        self.family = family
        self.lines: list[Line] = []
        self.dropped: Counter[str] = Counter()
        self.region_reasons: list[str] = []
        self._buffer: list[str] = []
        self._linked = self._bold = 0
        self._in_link = self._in_bold = 0
        self._place = 0
        self._anchor: Match | None = None
        self._moment: str | None = None

    def walk(self, body: Element) -> None:
        context = Context()
        stack: list[tuple[Element, Context, Any, str]] = [(body, context, iter(body), "block")]
        self._add(body.text)
        while stack:
            element, context, children, sort = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._leave(element, context, sort)
                if stack:
                    self._add(element.tail)
                continue
            tag = child.tag
            if tag == "br":
                self._buffer.append(_BREAK)
            elif tag in _INLINE:
                if self._enter_inline(child, tag, stack, context):
                    continue
            elif tag not in _SKIPPED and isinstance(tag, str):
                self._flush(stack)
                inner = self._enter_block(child, tag, context)
                if inner is not None:
                    stack.append((child, inner, iter(child), "block"))
                    self._add(child.text)
                    continue
            self._add(child.tail)

    def _enter_inline(self, child: Element, tag: str, stack: list[Any], context: Context) -> bool:
        """Go into an inline element; return false where its text is left out."""
        inner = context
        sort = "inline"
        attributes = tuple(pair for pair in child.items() if pair[0] in LOOKED_AT)
        if attributes:
            match = self.family.match(tag, attributes)
            if match is not None and match.sort == "drop":
                self.dropped[match.what] += 1
                return False
            if (
                match is not None
                and match.what in ("caption", "byline", "date", "title", "lead", "contact")
                and context.role != match.what
            ):
                # A role in a span stands beside other text: it begins a line of its own.
                self._flush(stack)
                inner = replace(context, role=match.what, reason=match.reason, holder=child)
                sort = "block"
        if tag == "a":
            self._in_link += 1
        elif tag in ("b", "strong"):
            self._in_bold += 1
        elif tag == "time":
            self._moment = self._moment or child.get("datetime")
        stack.append((child, inner, iter(child), sort))
        self._add(child.text)
        return True

    def _enter_block(self, child: Element, tag: str, context: Context) -> Context | None:
        """Return the context inside a block element, or null where it is left out."""
        attributes = tuple(pair for pair in child.items() if pair[0] in LOOKED_AT)
        match = self.family.match(tag, attributes)
        if self._anchor is not None:
            # The empty <div id="Ingress"></div> of SiteVision names the element after it.
            if match is None or match.what == "body":
                match = self._anchor
            self._anchor = None
        if match is not None and match.sort == "drop":
            if not _holds_article(child):
                self.dropped[match.what] += 1
                return None
            match = None
        if match is None and (label := _zone_of(tag, context)) is not None:
            if label in ("footer", "header") and not _holds_article(child):
                if label == "footer":
                    self.dropped[label] += 1
                    return None
            context = replace(context, zone=label)
        if match is not None and match.sort == "root":
            self.region_reasons.append(match.reason)
            return replace(context, regions=(*context.regions, len(self.region_reasons) - 1), holder=child, zone=None)
        if match is not None and match.sort == "role":
            if self.family.anchors and len(child) == 0 and not (child.text or "").strip() and child.get("id"):
                self._anchor = match
                return None
            # A heading inside a contact block stays a heading, a class "date" inside a caption changes nothing.
            held = context.role in ("contact", "caption", "factbox") and match.what not in ("contact", "caption")
            if not held and context.role != match.what:
                context = replace(context, role=match.what, reason=match.reason, holder=child)
        if tag in _HEADINGS:
            return replace(context, heading=tag)
        if tag == "li":
            return replace(context, item=True)
        if tag == "figcaption" and context.role != "caption":
            return replace(context, role="caption", reason="figcaption", holder=child)
        if tag == "table" and _is_data_table(child):
            self._read_table(child, context)
            return None
        if tag == "pre":
            return replace(context, preformatted=True)
        return context

    def _leave(self, element: Element, context: Context, sort: str) -> None:
        if sort == "block":
            self._emit(element, context)
        tag = element.tag
        if tag == "a":
            self._in_link -= 1
        elif tag in ("b", "strong"):
            self._in_bold -= 1

    def _add(self, text: str | None) -> None:
        if not text:
            return
        self._buffer.append(text)
        if self._in_link or self._in_bold:
            size = len(text.strip())
            if self._in_link:
                self._linked += size
            if self._in_bold:
                self._bold += size

    def _flush(self, stack: list[tuple[Element, Context, Any, str]]) -> None:
        """End the line that is being read; it belongs to the nearest open block."""
        if not self._buffer:
            return
        for element, context, _, sort in reversed(stack):
            if sort == "block":
                self._emit(element, context)
                return

    def _emit(self, element: Element, context: Context) -> None:
        if not self._buffer:
            return
        text = tidy("".join(self._buffer))
        linked, bold, moment = self._linked, self._bold, self._moment
        self._buffer.clear()
        self._linked = self._bold = 0
        self._moment = None
        if context.preformatted:
            text = text.replace("\n", _BREAK)
        parts = [part for raw in text.split(_BREAK) if (part := _SPACES.sub(" ", raw).strip(" "))] if text else []
        if not parts or not text.strip():
            return
        self._place += 1
        share = sum(map(len, parts))
        for part in parts:
            # Linked and bold characters are known for the whole; lines of one element share them by length.
            self.lines.append(
                Line(
                    part, context, element, self._place, linked * len(part) // share, bold * len(part) // share, moment
                )
            )

    def _read_table(self, table: Element, context: Context) -> None:
        rows = []
        for row in table.iter("tr"):
            cells = [_SPACES.sub(" ", "".join(cell.itertext())).strip(" ") for cell in row if cell.tag in ("td", "th")]
            if any(cells):
                rows.append("\t".join(cells))
        if rows:
            self._place += 1
            held = replace(
                context, role=context.role if context.role == "contact" else "table", reason=context.reason or "table"
            )
            self.lines.append(Line("\n".join(rows), held, table, self._place, 0, 0, None))


def _zone_of(tag: str, context: Context) -> str | None:
    """Return the label of what an element of this tag holds outside the article proper."""
    if tag in ("aside", "footer", "header", "menu"):
        return tag
    return None


def _holds_article(element: Element) -> bool:
    """Tell whether a main heading or the article itself stands inside: then it is no boilerplate, whatever its class."""
    return next(element.iter("h1", "main", "article"), None) is not None


def _is_data_table(table: Element) -> bool:
    """Tell a table of figures from one that lays out a page: it has heads, or short cells only, and nothing nested."""
    if next(table.iterchildren("caption"), None) is not None:
        return True
    if next((inner for inner in table.iter("table") if inner is not table), None) is not None:
        return False
    rows = list(table.iter("tr"))
    if len(rows) < 2:
        return False
    cells = list(table.iter("td", "th"))
    if any(
        next(cell.iter("p", "br", "div", "h1", "h2", "ul", "img", "font"), None) is not None for cell in cells[:200]
    ):
        return False
    has_heads = next(table.iter("th"), None) is not None
    short = all(len("".join(cell.itertext()).strip()) <= 80 for cell in cells[:200])
    return short and (has_heads or len(cells) >= 2 * len(rows))


# From lines to pieces


def _compose(walker: _Walker, family: Family, metadata: Metadata) -> Draft:
    dropped = walker.dropped
    lines = walker.lines
    chosen = _choose_region(lines)
    lines = _within(lines, chosen, dropped)
    lines = _without_link_lists(lines, dropped)
    pieces, owners = _to_pieces(lines, metadata)
    title = _pick_title(pieces, metadata, lines)
    assign_kinds(pieces, plain=False)
    pieces = _without_dirt(pieces, dropped)
    _find_lead(pieces, metadata)
    pieces = _join_contacts(pieces)
    draft = Draft(pieces, title=title, rule=family.name, dropped=dict(dropped))
    _read_page_data(draft, metadata, lines, family)
    draft.addresses = _addresses(pieces)
    return draft


def _choose_region(lines: list[Line]) -> int | None:
    """Return the region (main, article …) that holds the article: the heaviest, and inside it the heaviest again."""
    mass: Counter[int] = Counter()
    headed: set[int] = set()
    parent: dict[int, int | None] = {}
    for line in lines:
        weight = max(len(line.text) - 2 * line.linked, 0)
        if line.context.heading == "h1":
            headed.update(line.context.regions)
        for above, region in zip((None, *line.context.regions), line.context.regions, strict=False):
            parent[region] = above
            mass[region] += weight
    chosen: int | None = None
    while True:
        inner = [region for region, above in parent.items() if above == chosen]
        if not inner:
            return chosen
        best = max(inner, key=lambda region: (mass[region] * (2 if region in headed else 1), -region))
        if chosen is None:
            if mass[best] < 100 and mass[best] * 2 < sum(len(line.text) for line in lines):
                return None
        elif not (mass[best] * 4 >= mass[chosen] * 3 and (best in headed or chosen not in headed)):
            return chosen
        chosen = best


_KEPT_OUTSIDE = frozenset({"lead", "byline", "date", "caption"})


def _within(lines: list[Line], region: int | None, dropped: Counter[str]) -> list[Line]:
    """Return the lines of the article: its region, and around it title, lead and contacts by their roles."""
    kept: list[Line] = []
    contacts = _contact_holders(lines)
    has_title = any(line.context.heading == "h1" and region in line.context.regions for line in lines)
    seen_region = False
    for line in lines:
        context = line.context
        inside = region is None or region in context.regions
        seen_region = seen_region or (region is not None and inside)
        if inside and context.zone in (None, "header"):
            kept.append(line)
        elif context.role == "contact" and context.holder in contacts:
            kept.append(line)
        elif inside and context.zone == "aside" and context.role == "factbox":
            kept.append(line)
        elif inside and context.zone == "aside" and line.element in contacts:
            kept.append(line)
        elif not inside and not has_title and context.heading == "h1":
            kept.append(line)
        elif not inside and not seen_region and context.role in _KEPT_OUTSIDE and context.zone != "aside":
            kept.append(line)
        else:
            dropped[context.zone or "outside"] += 1
    return kept


def _contact_holders(lines: list[Line]) -> set[Element]:
    """Return the elements that are contact blocks in truth: marked as such, or an aside, with a phone or an address."""
    held: dict[Element, list[Line]] = {}
    for line in lines:
        if line.context.role == "contact":
            held.setdefault(line.context.holder, []).append(line)
    found = {holder for holder, inside in held.items() if any(has_detail(line.text) for line in inside)}
    run: list[Line] = []
    labelled = False
    for line in [*lines, None]:
        if line is not None and line.context.zone == "aside":
            labelled = labelled or label_of(line.text) == "contact"
            run.append(line)
            continue
        if labelled and any(has_detail(inside.text) for inside in run):
            found.update(_contact_part(run))
        run, labelled = [], False
    return found


def _contact_part(run: list[Line]) -> list[Element]:
    """Return the elements of an aside from its contact label to the next heading that is none."""
    part: list[Element] = []
    open_ = False
    for line in run:
        if label_of(line.text) == "contact":
            open_ = True
        elif line.context.heading and not is_name(line.text) and open_ and not has_detail(line.text):
            open_ = False
        if open_:
            part.append(line.element)
    return part


def _without_link_lists(lines: list[Line], dropped: Counter[str]) -> list[Line]:
    """Leave out lines that are nothing but links: menus, teasers, documents to download."""
    kept = []
    for line in lines:
        only_links = line.linked * 10 >= len(line.text) * 9 and line.context.heading != "h1"
        if only_links and not has_detail(line.text) and line.context.role not in ("contact", "title", "byline", "date"):
            dropped["links"] += 1
        else:
            kept.append(line)
    return kept


_LIMITS = {"lead": 1200, "date": 140, "byline": 160, "title": 300, "caption": 900}


def _to_pieces(lines: list[Line], metadata: Metadata) -> tuple[list[Piece], list[Line]]:
    pieces: list[Piece] = []
    owners: list[Line] = []
    for line in _unwrapped(lines):
        kind, reason = _kind_by_markup(line)
        emphatic = line.bold * 10 >= len(line.text) * 9
        pieces.append(Piece(line.text, kind, reason, line.place, emphatic, line.element))
        owners.append(line)
    return pieces, owners


def _unwrapped(lines: list[Line]) -> list[Line]:
    """Join lines that a page broke in mid-sentence with <br>: the next one goes on in lower case."""
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if (
            last is not None
            and last.place == line.place
            and line.context.role not in ("contact", "table")
            and len(last.text) > 30
            and line.text[:1].islower()
            and not ends_sentence(last.text)
            and not has_detail(last.text)
            and not has_detail(line.text)
            and not is_bullet(last.text)
        ):
            last.text = f"{last.text} {line.text}"
            last.linked += line.linked
            last.bold += line.bold
        else:
            joined.append(line)
    return joined


def _kind_by_markup(line: Line) -> tuple[BlockKind | None, str | None]:
    """Return what the markup says of a line; null leaves it to the wording."""
    context, text = line.context, line.text
    role, reason = context.role, context.reason
    if role == "title":
        return None, f"title|{reason}"
    if (
        context.heading is not None
        and context.heading != "h1"
        and role not in ("title", "lead", "date", "byline", "caption")
    ):
        if role == "contact" and (is_name(text) or has_detail(text)):
            return "contact", reason
        return ("factbox" if role == "factbox" else "heading"), reason or context.heading
    if role == "lead" and opens_speech(text):
        return "dash", reason
    if role in _LIMITS and len(text) > _LIMITS[role]:
        return None, None
    if role == "date":
        return ("date", reason) if find_date(text) else (("byline", reason) if is_byline(text) else (None, None))
    if role in ("lead", "byline", "caption", "factbox", "contact", "table"):
        return role, reason  # type: ignore[return-value]
    if context.item:
        if opens_speech(text) and re.search(r"[.!?…][\"”»)]*$", text):
            return "dash", reason or "li"
        return (None, reason) if has_detail(text) else ("list_item", reason or "li")
    return None, reason


def _pick_title(pieces: list[Piece], metadata: Metadata, lines: list[Line]) -> str | None:
    """Label the headline: the first h1 or title element, else the line that the page's head repeats."""
    del lines
    return _mark_title(pieces, metadata)


def _mark_title(pieces: list[Piece], metadata: Metadata) -> str | None:
    wanted = metadata.title
    candidates = [piece for piece in pieces[:40] if piece.kind in (None, "heading") and piece.text]
    for piece in candidates:
        if getattr(piece.element, "tag", None) == "h1" or (piece.reason and _is_title_reason(piece.reason)):
            return _set_title(pieces, piece, piece.reason or "h1")
    if wanted:
        for piece in candidates:
            if _same(piece.text, wanted):
                return _set_title(pieces, piece, "repeats-head-title")
    for piece in candidates[:6]:
        if piece.emphatic and len(piece.text) <= 160 and not piece.text.endswith("."):
            return _set_title(pieces, piece, "bold-first-line")
    if wanted and len(wanted.split()) >= 3:
        pieces.insert(0, Piece(wanted, "title", "head-title", 0, False, metadata.title_element))
        return wanted
    return wanted


def _is_title_reason(reason: str) -> bool:
    return reason.startswith("title|")


def _set_title(pieces: list[Piece], piece: Piece, reason: str) -> str:
    piece.kind, piece.reason = "title", reason.removeprefix("title|")
    for other in pieces:
        if other is not piece and other.reason and _is_title_reason(other.reason):
            other.reason = other.reason.removeprefix("title|")
    return piece.text


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", "", one).casefold() == re.sub(r"\W+", "", other).casefold()


def _without_dirt(pieces: list[Piece], dropped: Counter[str]) -> list[Piece]:
    kept = []
    for piece in pieces:
        label = (piece.reason or "").rpartition("label:")[2] if piece.kind == "other" else ""
        if label in DIRT:
            dropped[label] += 1
        elif piece.kind == "other" and (piece.reason or "").endswith("rule"):
            dropped["rule"] += 1
        elif len(piece.text) == 1 and not piece.text.isalnum():
            dropped["sign"] += 1
        else:
            kept.append(piece)
    return kept


def _find_lead(pieces: list[Piece], metadata: Metadata) -> None:
    """Label the lead where no element named it: a bold first paragraph, or the one that the description repeats."""
    if any(piece.kind == "lead" for piece in pieces):
        return
    for at, piece in enumerate(pieces[:12]):
        if piece.kind in ("title", "date", "byline", "caption", "other"):
            continue
        if piece.kind == "heading" and piece.emphatic and len(piece.text) > 60 and at + 1 < len(pieces):
            piece.kind, piece.reason = "lead", "bold-first-block"
        elif piece.kind == "paragraph":
            described = metadata.description
            if piece.emphatic and len(piece.text) >= 40:
                piece.kind, piece.reason = "lead", "bold-first-block"
            elif described and len(described) >= 40 and _repeats(piece.text, described):
                piece.kind, piece.reason = "lead", "repeats-description"
        return


def _repeats(text: str, described: str) -> bool:
    one, other = re.sub(r"\W+", "", text).casefold(), re.sub(r"\W+", "", described.rstrip(".… ")).casefold()
    return one == other or (len(other) >= 60 and one.startswith(other) and len(one) <= 600)


def _join_contacts(pieces: list[Piece]) -> list[Piece]:
    """Make one block of the lines of a contact: lines of one element, or the elements of one card."""
    joined: list[Piece] = []
    for piece in pieces:
        last = joined[-1] if joined else None
        if last is None or piece.kind != "contact" or last.kind != "contact" or not _one_contact(last, piece):
            joined.append(piece)
            continue
        last.text = f"{last.text}\n{piece.text}"
        if last.place != piece.place:
            last.element = _common(last.element, piece.element)
            last.place = piece.place
    return joined


def _one_contact(last: Piece, piece: Piece) -> bool:
    if last.place == piece.place:
        return True
    if last.text.count("\n") > 8:
        return False
    newest = last.text.rpartition("\n")[2]
    begins_anew = is_name(piece.text.split(",")[0]) and has_detail(last.text)
    if begins_anew or (label_of(piece.text) == "contact" and not has_detail(piece.text)):
        return False
    # Paragraphs that each hold a whole contact stay apart; a card of short lines is one.
    whole = has_detail(piece.text) and is_name(re.split(r"[,\n]", piece.text)[0])
    return not whole and len(newest) <= 120 and len(piece.text) <= 120


def _common(one: Element, other: Element) -> Element:
    if one is None or other is None:
        return one
    above = {id(element): element for element in (one, *one.iterancestors())}
    for element in (other, *other.iterancestors()):
        if id(element) in above:
            return element
    return one


def _read_page_data(draft: Draft, metadata: Metadata, lines: list[Line], family: Family) -> None:
    draft.canonical_url = metadata.canonical_url
    published, updated = metadata.published_at, metadata.updated_at
    seen_body = 0
    for line in lines:
        text = line.text
        if line.context.role is None or line.context.role == "body":
            seen_body += len(text) > 120
        moment = read_datetime(line.moment) if line.moment else None
        labelled = line.context.role == "date" or label_of(text) == "date" or is_only_a_date(text)
        if not labelled and not (moment and seen_body == 0 and len(text) <= 80):
            continue
        found = find_date(text, family.dates)
        value = moment or (found[0] if found else None)
        if value is None:
            continue
        if re.match(r"\W*(?:sidan\s|artikeln\s)?(?:uppdatera|senast|ändra)", text, re.I):
            updated = updated or value
        else:
            published = published or value
            later = re.search(r"(?:uppdatera|senast ändra|ändra)\w*", text, re.I)
            if later and (after := find_date(text[later.end() :], family.dates)):
                updated = updated or after[0]
    draft.published_at = published
    draft.updated_at = updated if updated != published else None
    for piece in draft.pieces:
        if piece.kind == "byline" and (name := byline_name(piece.text)):
            draft.byline = name
            return
    draft.byline = metadata.author


def _addresses(pieces: list[Piece]) -> dict[int, str]:
    """Return the XPath of each piece's element, by position. Linear: siblings are counted once a parent."""
    paths: dict[Element, str] = {}
    counted: set[Element] = set()

    def count(parent: Element) -> None:
        counted.add(parent)
        number: Counter[str] = Counter()
        steps: list[tuple[Element, str, int]] = []
        for child in parent:
            if isinstance(child.tag, str):
                number[child.tag] += 1
                steps.append((child, child.tag, number[child.tag]))
        above = paths[parent]
        for child, tag, position in steps:
            paths[child] = f"{above}/{tag}[{position}]" if number[tag] > 1 else f"{above}/{tag}"

    found: dict[int, str] = {}
    for at, piece in enumerate(pieces):
        element: Any = piece.element
        if element is None:
            continue
        chain = [element]
        while chain[-1] not in paths and (parent := chain[-1].getparent()) is not None:
            chain.append(parent)
        if chain[-1] not in paths:
            paths[chain[-1]] = f"/{chain[-1].tag}"
        for parent in reversed(chain[1:]):
            if parent not in counted:
                count(parent)
        found[at] = paths[element]
    return found
