"""Buttons that are of the text: headings of what they unfold. Others ask the reader for something, or close a box."""

from __future__ import annotations

from pipeline.stages.clean import labels
from pipeline.stages.clean.pieces import HEADINGS
from pipeline.stages.clean.tree import Element, name_of, texts_of


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
