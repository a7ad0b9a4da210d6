"""Speakers: whose words an utterance holds. An unknown speaker is an answer with a reason, never a guess."""

from __future__ import annotations

from pipeline.article import Article
from pipeline.stage import Options, Stage, stage
from pipeline.stages.speakers.groups import group_printings
from pipeline.stages.speakers.resolve import Resolver


class SpeakersOptions(Options):
    """No options yet."""


@stage(
    "speakers", reads=["doc", "names", "people", "organisations", "utterances"], adds=["quotes"], config=SpeakersOptions
)
def speakers(options: SpeakersOptions) -> Stage:
    """Each utterance's speaker, with how it was found, other candidates and a confidence."""

    def attribute(article: Article) -> Article:
        quotes = Resolver(article).quotes()
        return article.with_layer("quotes", group_printings(quotes))

    return attribute
