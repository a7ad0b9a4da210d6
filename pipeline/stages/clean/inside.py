"""What stands in an element, asked before the walk goes into it: whether it may be of the text after all."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.stages.clean import labels
from pipeline.stages.clean.nodes import RUNNING
from pipeline.stages.clean.pieces import HEADINGS
from pipeline.stages.clean.selectors import Attributes
from pipeline.stages.clean.tree import Element, name_of, texts_of

_MUCH_TEXT = 3_000
#: In so few texts these digits may be a day; in more they are a menu's years.
_FEW_TEXTS = 3
_FEWEST_DIGITS = 7
#: Less running text than this never shows that a label is a mistake (`choose_region`).
_LITTLE_TEXT = 80
_DIGIT = re.compile(r"\d")
_SPOKEN_DASHES = frozenset("–—-―")


def heads(button: Element) -> bool:
    """Tell the heading of what a button unfolds from other buttons: ``<button><h2>Så leds trafiken om</h2></button>``.

    Without a heading in it, a question or a label over facts: ``<button aria-expanded="false">När blir bron klar?</button>``.
    """
    child = button.first_child
    while child is not None and (child.is_empty_text_node or name_of(child) in ("span", "div")):
        child = child.next if child.is_empty_text_node else child.first_child
    if child is not None and name_of(child) in HEADINGS:
        return True
    if "aria-expanded" not in button.attributes:
        return False
    text = _text(button)
    return labels.opens(text, "factbox") is not None or (text.endswith("?") and not labels.is_dirt(text))


def closes(button: Element) -> bool:
    """Tell a button that asks for nothing: "Stäng", "×"."""
    return labels.is_dirt(_text(button))


def _text(button: Element) -> str:
    return " ".join(" ".join(texts_of(button)).split())


def is_dash_for_eyes(element: Element, attributes: Attributes) -> bool:
    """Tell a speech dash that is hidden from screen readers alone: ``<span aria-hidden="true">–</span>``."""
    if attributes.get("aria-hidden") != "true" or "hidden" in attributes or "style" in attributes:
        return False
    child = element.first_child
    return child is not None and child.next is None and (child.text_content or "").strip() in _SPOKEN_DASHES


def say_much(texts: Sequence[str]) -> bool:
    """Tell whether there is running text in a region, enough to doubt its label, speech, a mail, a phone number or a day."""
    joined = " ".join(texts)
    if "@" in joined or len(joined) >= _MUCH_TEXT or labels.phone_ends(joined):
        return True
    if ("–" in joined or "—" in joined or "- " in joined) and any(labels.is_dash(text) for text in texts):
        return True
    if sum([len(text) for text in texts if len(text) >= RUNNING]) >= _LITTLE_TEXT:
        return True
    return len(texts) <= _FEW_TEXTS and len(_DIGIT.findall(joined)) >= _FEWEST_DIGITS
