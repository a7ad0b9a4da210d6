"""A short way to write down which figures a sentence holds: 'drygt 40 bussar = count 40 bussar more_than'."""

from __future__ import annotations

from pipeline.article import Figure

Row = tuple[str, tuple[str, ...]]


def row(sentence: str, *figures: str) -> Row:
    """A sentence and its figures, each as 'text = kind value unit …'; a sentence alone holds none."""
    return sentence, figures


def shown(figure: Figure) -> str:
    """A figure as the tables write it: only what is not the default is shown."""
    value = figure.value if figure.value is not None else f"{figure.low}..{figure.high}"
    parts = [figure.kind, str(value)]
    if figure.unit:
        parts.append(figure.unit.replace(" ", "_"))
    if figure.currency:
        parts.append(figure.currency)
    if figure.bound != "exact":
        parts.append(figure.bound)
    if figure.change:
        parts.append(f"{figure.change.type}/{figure.change.direction or 'null'}")
    if figure.of:
        parts.append(f"of {figure.of}")
    return f"{figure.text} = {' '.join(parts)}"
