"""Speakers: whose words an utterance holds. An unknown speaker is an answer with a reason, never a guess."""

from __future__ import annotations

from pydantic import Field

from pipeline.article import Article
from pipeline.stage import Options, Stage, stage
from pipeline.stages.speakers.groups import group_printings
from pipeline.stages.speakers.resolve import Resolver


class SpeakersOptions(Options):
    """``min_confidence`` leaves quotes out that are less sure; a notice counts them."""

    min_confidence: float = Field(default=0.0, ge=0.0, le=1.0)


@stage(
    "speakers", reads=["doc", "names", "people", "organisations", "utterances"], adds=["quotes"], config=SpeakersOptions
)
def speakers(options: SpeakersOptions) -> Stage:
    """Each utterance's speaker, with how it was found, other candidates and a confidence."""

    def attribute(article: Article) -> Article:
        headlines = frozenset(n for n, b in enumerate(article.blocks) if b.kind in ("title", "heading"))
        quotes = group_printings(Resolver(article).quotes(), headlines)
        kept = tuple(quote for quote in quotes if quote.confidence >= options.min_confidence)
        if len(kept) < len(quotes):
            count = len(quotes) - len(kept)
            left_out = "1 quote is" if count == 1 else f"{count} quotes are"
            message = f"{left_out} left out, less sure than {options.min_confidence}"
            article = article.with_notice("doubtful_quotes", message)
        return article.with_layer("quotes", kept)

    return attribute
