"""The stage `dates`: date and time expressions, seen from the day of publication."""

from __future__ import annotations

from datetime import date

from pipeline.article import Article
from pipeline.stage import Options, Stage, stage
from pipeline.stages.dates.expressions import find_dates

__all__ = ["find_dates"]


class DatesOptions(Options):
    """`dates` has no options."""


@stage("dates", reads=["text"], adds=["dates"], config=DatesOptions)
def dates(options: DatesOptions) -> Stage:
    """Dates, times, weeks and seasons with ISO 8601 forms; relative ones count from the day of publication."""

    def find(article: Article) -> Article:
        return article.with_layer("dates", find_dates(article.text, _published(article)))

    return find


def _published(article: Article) -> date | None:
    """Return the day of publication; null where the page does not say or says no day."""
    try:
        return date.fromisoformat((article.published_at or "")[:10])
    except ValueError:
        return None
