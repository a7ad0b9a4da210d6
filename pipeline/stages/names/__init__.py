"""Names: what the language model found, joined with what the press gives away by its conventions."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.stage import Options, Stage, stage
from pipeline.stages.language import entity_confidence
from pipeline.stages.names.find import find_names


class NamesOptions(Options):
    """No options yet."""


@stage("names", reads=["doc"], adds=["names"], config=NamesOptions)
def names(options: NamesOptions) -> Stage:
    """Names of people, bodies and places, each with a confidence and what found it."""

    def find(article: Article) -> Article:
        return article.with_layer("names", find_names(article, entity_confidence(article.doc)))

    return find
