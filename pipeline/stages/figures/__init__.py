"""The stage `figures`: quantities with value, unit, bound and change.

A span is claimed once, in this order: phones, then dates and times, then codes (law and case numbers, postcodes, scores
with periods, personal numbers, addresses), then figures. The parts, from the bottom up:

- ``lexer`` cuts a line into numbers, words and signs; ``numbers`` reads a number with its big unit;
- ``units`` and ``nouns`` tell what is counted, ``qualifiers`` what bends the number and how it changes;
- ``guards`` say what looks like a figure and is none;
- ``quantities`` puts these together for numbers and ranges, ``worded`` for shares, ages, ordinals and factors in words;
- ``grammar`` runs over the lines and lends a bare number the unit of its neighbour.
"""

from __future__ import annotations

from pipeline.article import Article
from pipeline.stage import Options, Stage, stage
from pipeline.stages.figures.grammar import find_figures

__all__ = ["find_figures"]


class FiguresOptions(Options):
    """Which figures are kept."""

    money: bool = True


@stage("figures", reads=["text", "phones", "emails", "dates"], adds=["figures"], config=FiguresOptions)
def figures(options: FiguresOptions) -> Stage:
    """Quantities with value, unit, bound and change, outside what phones, addresses and dates have claimed."""

    def find(article: Article) -> Article:
        # 'för tio år sedan' is a date that holds a figure: only dates without a base word of their own are barred
        dates = [date for date in article.dates if date.precision != "relative"]
        found = find_figures(article.text, [*article.phones, *article.emails, *dates])
        return article.with_layer("figures", tuple(one for one in found if options.money or one.kind != "money"))

    return find
