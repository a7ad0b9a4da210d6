"""The stage `figures`: quantities with value, unit, bound and change."""

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
