"""Boxes in the text whose element or class says that they are not of it, and whose words say that they are.

An ``aside`` may hold a fact box or speech, a "comment box" an expert's comment, an article's ``footer`` its reporter.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from pipeline.stages.clean import labels
from pipeline.stages.clean.bylines import is_byline
from pipeline.stages.clean.contact_areas import first_part
from pipeline.stages.clean.frame import SENTENCE, leads_nowhere
from pipeline.stages.clean.nodes import RUNNING, Dropper, Node
from pipeline.stages.clean.pieces import HEADINGS, LINKED, Piece, role_name

_LOWER_HEADINGS = HEADINGS - {"h1"}
#: Labels by words that mean other things too ("banner", "sök"), of a box with so much running text a mistake.
_DOUBTFUL = frozenset(["banner", "share", "search", "subjects", "navigation", "comment", "dialog"])
_MUCH = 80
#: Labels that are believed whatever stands under them.
_BELIEVED = frozenset(["cookie", "comments", "form"])
#: Elements between a panel and its text.
_DEEPEST_PANEL = 12
#: Labels of what is shown after a click, or on wide screens.
_NOT_ALWAYS_SEEN = frozenset(["hidden", "wide"])
#: More boxes of comments than these are what readers wrote.
_MOST_COMMENTS = 2
_ROLES = frozenset(["lead", "caption", "factbox", "title"])


def keep_boxes(pieces: Sequence[Piece], inside: Sequence[int]) -> None:
    """Take the label back from boxes in the text that are of it; ``inside`` are the numbers of the text's pieces.

    ``<aside><h3>Fakta</h3><p>Bron är 84 meter lång.</p></aside>`` is a fact box, ``<div class="comment-box">`` with
    "– Det är bra, säger Ulla Ek." in it speech.
    """
    labelled = [n for n in inside if pieces[n].drop is not None]
    boxes = [(dropper, list(numbers)) for dropper, numbers in groupby(labelled, lambda n: _box(pieces[n])) if dropper]
    said: set[str] = set()
    comments = sum(dropper.label == "comment" for dropper, _ in boxes)
    for dropper, numbers in boxes:
        label = dropper.label
        if label in _BELIEVED or (label == "comment" and comments > _MOST_COMMENTS) or _says_how(pieces, numbers):
            continue
        held = _without_last_link([pieces[n] for n in numbers])
        if label == "footer":
            _keep_signature(held)
        elif label in _NOT_ALWAYS_SEEN:
            if label == "wide" or (not dropper.asks and leads_nowhere(held) and _is_unfolded(pieces, numbers)):
                said = said or {pieces[n].text for n in inside if pieces[n].drop is None}
                _keep_once(label, held, said)
        elif not dropper.asks and leads_nowhere(held) and (_is_of_text(label, held) or _is_lead(pieces, numbers)):
            _keep(label, held)


def _says_how(pieces: Sequence[Piece], numbers: Sequence[int]) -> bool:
    """Tell a newsroom's words of itself from facts: "Så arbetar vi", "Det vi publicerar ska vara sant och relevant."."""
    if labels.opens(pieces[numbers[0]].text, "newsroom_opening") is None:
        return False
    said = " ".join([pieces[n].text for n in numbers]).lower()
    return any(word in said for word in labels.phrases("newsroom_words"))


def _box(piece: Piece) -> Dropper | None:
    return piece.run.dropper.outermost if piece.run.dropper is not None else None


def _without_last_link(held: list[Piece]) -> list[Piece]:
    """A box of facts may end with a link to more of them: "I korthet", "Bron är 84 meter", "Läs mer om bron"."""
    if len(held) > 2 and held[-1].link >= LINKED and any(_says_facts(piece) for piece in held[:2]):
        return held[:-1]
    return held


def _says_facts(piece: Piece) -> bool:
    return labels.opens(piece.text, "factbox") is not None


def _is_of_text(label: str, held: Sequence[Piece]) -> bool:
    if any(_says_so(piece) for piece in held):
        return True
    if label in ("aside", "dialog") and _names_contacts(held):
        return True
    if label == "aside" and any(_is_sentence(piece) for piece in held):
        return True
    if label not in _DOUBTFUL or (label == "dialog" and any(labels.is_dirt(piece.text) for piece in held)):
        return False
    running = (piece.text for piece in held if piece.drop == label and piece.run.hint != "li")
    return sum([len(text) for text in running if len(text) >= RUNNING]) >= _MUCH


def _says_so(piece: Piece) -> bool:
    """Tell what stands in texts only: the headline, speech, a picture's caption, what a selector gives a role."""
    if piece.run.hint in ("figcaption", "h1") or role_name(piece) in _ROLES:
        return True
    return labels.is_dash(piece.text) or _says_facts(piece)


def _is_unfolded(pieces: Sequence[Piece], numbers: Sequence[int]) -> bool:
    """Tell a panel that a click shows: it stands under a heading, or somebody speaks or is to be reached in it."""
    held = [pieces[n] for n in numbers]
    if any(piece.run.hint == "h1" for piece in held):
        return False
    before = pieces[numbers[0] - 1] if numbers[0] else held[0]
    if before.drop is None and before.run.hint in _LOWER_HEADINGS and _is_near(before.run.node, held[0].run.node):
        return any(_is_sentence(piece) or labels.is_reachable(piece.text) for piece in held)
    named = any(labels.is_name(first_part(piece.text)) for piece in held)
    spoken = any(labels.is_dash(piece.text) or piece.run.hint == "figcaption" for piece in held)
    return spoken or (named and any(labels.is_reachable(piece.text) for piece in held))


def _is_near(heading: Node, node: Node) -> bool:
    """Tell whether a heading stands beside an element around the node, or one element deeper."""
    around = {heading.parent, heading.parent and heading.parent.parent}
    above: Node | None = node
    for _ in range(_DEEPEST_PANEL):
        if above is None or above in around:
            break
        above = above.parent
    return above is not None and above in around


def _keep_once(label: str, held: Sequence[Piece], said: set[str]) -> None:
    """Keep what is shown to some readers or after a click, if it does not stand in the text anyway."""
    for piece in held:
        if piece.drop == label and piece.text not in said:
            piece.drop = None
            said.add(piece.text)


def _names_contacts(held: Sequence[Piece]) -> bool:
    """Tell names under a label: "Kontakt", "Karin Lindqvist, projektledare"."""
    return labels.contact_label(held[0].text) is not None and any(
        labels.is_name(first_part(piece.text)) for piece in held[1:]
    )


def _is_sentence(piece: Piece) -> bool:
    """Tell a sentence or a fact ("Längd: 84 meter") from a caption of a menu."""
    text = piece.text
    if piece.run.hint == "li":
        return ": " in text or (piece.link == 0 and text.endswith(".") and " " in text)
    return len(text) >= RUNNING or text.endswith((".", "!", "?", "”"))


def _is_lead(pieces: Sequence[Piece], numbers: Sequence[int]) -> bool:
    """Tell whether the box is a sentence right under the headline: ``<h1>…</h1><p class="teaser">…</p>``."""
    n = numbers[0]
    under = n > 0 and pieces[n - 1].run.hint == "h1" and pieces[n - 1].drop is None
    return under and all(len(pieces[n].text) >= SENTENCE for n in numbers)


def _keep(label: str, held: Sequence[Piece]) -> None:
    """Keep a box; what stands under a heading in an ``aside`` is a fact box, if nobody speaks in it."""
    headed = (held[0].run.hint in HEADINGS and labels.contact_label(held[0].text) is None) or _says_facts(held[0])
    facts = label == "aside" and headed and not any(labels.is_dash(p.text) for p in held)
    for piece in held:
        if piece.drop == label:
            piece.drop = None
            if facts and piece.run.hint not in HEADINGS and piece.run.hint != "li" and role_name(piece) is None:
                piece.kind, piece.reason = "factbox", "aside"


def _keep_signature(held: Sequence[Piece]) -> None:
    """Keep of an article's footer who wrote it and when; its contacts are kept as those of other boxes."""
    for piece in held:
        dated = role_name(piece) in ("published", "updated") or labels.is_date_line(piece.text)
        named = role_name(piece) == "byline" and labels.is_name_shaped(first_part(piece.text))
        if dated or named or is_byline(piece.text) or labels.is_dash(piece.text):
            piece.drop = None
